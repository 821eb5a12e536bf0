"""Two conferences a year apart, in sentences of our own, with what they say."""

from __future__ import annotations

from page_graphs import Fact, MemoryGraph, Text, Thing, graph_of

BASE = "https://w3id.org/policykg/id/"

THINGS = [
    Thing(iri="official/pan", kind="pol:Official", zh="潘功胜", en="Pan Gongsheng", alt=("潘行长",)),
    Thing(iri="official/zhu", kind="pol:Official", zh="朱鹤新", en="Zhu Hexin"),
    Thing(iri="official/only_named", kind="pol:Official", zh="顾无事"),
    Thing(
        iri="institution/pboc",
        kind="pol:Institution",
        zh="中国人民银行",
        en="People's Bank of China",
        alt=("央行",),
    ),
    Thing(iri="institution/imf", kind="pol:Institution", zh="国际货币基金组织", en="IMF"),
    Thing(iri="institution/unnamed", kind="pol:Institution", zh="没有文件提到的机构"),
    Thing(
        iri="post/pboc/行长",
        kind="pol:Post",
        zh="中国人民银行行长",
        extra='; pol:title "行长"@zh ; org:postIn <institution/pboc> ',
    ),
    Thing(
        iri="meeting/2023",
        kind="pol:Meeting",
        zh="2023年工作会议",
        extra='; schema:startDate "2023-01-05"^^xsd:date ',
    ),
    Thing(
        iri="meeting/2024",
        kind="pol:Meeting",
        zh="2024年工作会议",
        extra='; schema:startDate "2024-01-04"^^xsd:date ',
    ),
    Thing(iri="tool/rrr", kind="pol:PolicyTool", zh="存款准备金率", en="Reserve requirement ratio"),
    Thing(iri="tool/relending", kind="pol:PolicyTool", zh="支农支小再贷款", en="Relending"),
    Thing(iri="tool/new", kind="pol:PolicyTool", zh="科技创新再贷款", en="Tech relending"),
    Thing(iri="goal/liquidity", kind="pol:PolicyGoal", zh="保持流动性合理充裕"),
    Thing(iri="goal/liquidity2", kind="pol:PolicyGoal", zh="保持流动性总体充裕"),
    Thing(iri="sector/rural", kind="pol:Sector", zh="乡村振兴", en="Rural revitalisation"),
]


def said(year: int, status: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The qualifiers of a fact of that year."""
    return (("pol:year", f'"{year}"^^xsd:gYear'), ("pol:status", f"pol:{status}"), *more)


CHAIRED = "2023年工作会议在北京召开，中国人民银行行长潘功胜出席并讲话。"
RURAL = "计划用好支农支小再贷款，支持乡村振兴。"
AMPLE = "要下调存款准备金率，保持流动性合理充裕。"
SPOKE = "2024年工作会议上，行长潘功胜讲话，朱鹤新出席；顾无事也在场。"
LOWERED = "中国人民银行两次下调存款准备金率，共0.5个百分点。"
NEXT = "新设科技创新再贷款，保持流动性总体充裕，加强与国际货币基金组织的合作。"

FIRST = Text(
    identifier="2023/会议.txt", title="2023年会议综述", issued="2023-01-06", publisher="样例社", source="https://example.org/2023",
    text="\n".join([CHAIRED, RURAL + AMPLE]),
    facts=(
        Fact(subject="official/pan", predicate="org:holds", object="post/pboc/行长", quote=CHAIRED),
        Fact(subject="official/pan", predicate="pol:speaksAt", object="meeting/2023", quote=CHAIRED, qualifiers=said(2023, "Done")),
        Fact(subject="institution/pboc", predicate="pol:uses", object="tool/relending", quote=RURAL, qualifiers=said(2023, "Planned", ("pol:action", "pol:Use"))),
        Fact(subject="tool/relending", predicate="pol:supports", object="sector/rural", quote=RURAL, qualifiers=said(2023, "Planned")),
        Fact(subject="institution/pboc", predicate="pol:uses", object="tool/rrr", quote=AMPLE, qualifiers=said(2023, "Planned", ("pol:action", "pol:Lower"))),
        Fact(subject="tool/rrr", predicate="pol:servesGoal", object="goal/liquidity", quote=AMPLE, qualifiers=said(2023, "Planned")),
    ),
    mentions=(("official/pan", "潘功胜"), ("institution/pboc", "中国人民银行"), ("meeting/2023", "2023年工作会议"), ("tool/relending", "支农支小再贷款"),
              ("tool/rrr", "存款准备金率"), ("goal/liquidity", "保持流动性合理充裕"), ("sector/rural", "乡村振兴")),
)  # fmt: skip
SECOND = Text(
    identifier="2024/会议.txt", title="2024年会议综述", issued="2024-01-05", publisher="样例社", source="javascript:alert(1)",
    text="\n".join([SPOKE, LOWERED, "𠀀" + NEXT]),
    facts=(
        Fact(subject="official/pan", predicate="pol:speaksAt", object="meeting/2024", quote=SPOKE, qualifiers=said(2024, "Done")),
        Fact(subject="official/zhu", predicate="pol:attends", object="meeting/2024", quote=SPOKE, qualifiers=said(2024, "Done")),
        Fact(subject="institution/pboc", predicate="pol:uses", object="tool/rrr", quote=LOWERED,
             qualifiers=said(2023, "Done", ("pol:action", "pol:Lower"), ("pol:times", "2"), ("pol:amount", '"0.5个百分点"'))),
        Fact(subject="institution/pboc", predicate="pol:uses", object="tool/new", quote=NEXT, qualifiers=said(2024, "Planned", ("pol:action", "pol:Create"))),
        Fact(subject="tool/new", predicate="pol:servesGoal", object="goal/liquidity2", quote=NEXT, qualifiers=said(2024, "Planned")),
        Fact(subject="institution/pboc", predicate="pol:cooperatesWith", object="institution/imf", quote=NEXT, qualifiers=said(2024, "Planned", ("pol:confidence", "0.6"))),
    ),
    mentions=(("official/pan", "潘功胜"), ("official/zhu", "朱鹤新"), ("official/only_named", "顾无事"), ("meeting/2024", "2024年工作会议"),
              ("institution/pboc", "中国人民银行"), ("tool/rrr", "存款准备金率"), ("tool/new", "科技创新再贷款"), ("goal/liquidity2", "保持流动性总体充裕"),
              ("institution/imf", "国际货币基金组织")),
)  # fmt: skip
TEXTS = [FIRST, SECOND]


def world() -> MemoryGraph:
    """The graph of both conferences."""
    return graph_of(THINGS, TEXTS)


def hostile() -> MemoryGraph:
    """The same kind of graph with markup in every label, title, id and sentence."""
    bad = '<img src=x onerror="window.broken=1"></script><script>window.broken=1</script>'
    things = [
        Thing(
            iri="institution/%3Cscript%3E",
            kind="pol:Institution",
            zh=f"机构{bad}",
            en=f"Body {bad}",
            alt=(f"又名{bad}",),
        ),
        Thing(iri="tool/%22onload", kind="pol:PolicyTool", zh=f"工具{bad}"),
    ]
    line = f"机构{bad}运用工具{bad}。"
    said_so = (("pol:amount", '"<b>1</b>"'), ("pol:rule", '"<i>"'), ("pol:year", '"2024"^^xsd:gYear'))
    text = Text(
        identifier=f"{bad}.txt", title=bad, publisher=bad, issued="2024-01-05", source="javascript:window.broken=1", text=line + "<!--",
        facts=(Fact(subject=things[0].iri, predicate="pol:uses", object=things[1].iri, quote=line, qualifiers=said_so),),
        mentions=((things[0].iri, f"机构{bad}"), (things[1].iri, f"工具{bad}")),
    )  # fmt: skip
    return graph_of(things, [text])
