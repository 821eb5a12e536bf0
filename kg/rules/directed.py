"""At whom or what a goal is directed: the groups, trades, markets and regions that it speaks of.

"激发市场主体活力" and "减轻服务业税负" are directed at somebody; "扩大就业" and "改善民生" name an aggregate or a task.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses import VERBAL
from kg.lexicon import either
from kg.model import Kind, Span
from kg.recognizers.found import Found
from kg.rules.fields import PEOPLE, is_topic, unquoted
from kg.rules.listed import NOUN_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model import Entry
    from kg.scene import Scene

STRUCTURE = re.compile(
    "[^，]{0,20}(?:体系|结构|网络|模式|政策|制度|体制|试点|范围|总量控制|奖学金|助学金|队伍|基础)(?:建设)?$|的?(?:积极性|作用)|[^、，]{0,6}(?:使用|应用|利用|运输量|方式|人才)(?:$|[、和与及的])|(?:[、和与][^，]{1,20})?等(?:[^，、]{0,4}领域)?[^，、行]{0,6}改革|(?:[、和与][^，、]{2,16})*等[^，、]{0,6}(?:战略|消费$)"
)
"""What the name of a field only qualifies (农业投入结构, 住房租赁政策, 煤炭利用方式), or what is to be reformed itself (价格、财税等改革)."""
OF_ALL = re.compile("杠杆率|(?:社会|基本)*(?:养老|医疗|大病|社会)保险|医保|参保|供养")
"""What has a group in its own name (居民杠杆率, 城乡居民基本养老保险)."""
FOUNDING = re.compile("建设|打造|构建|建成|形成|造就|设立")
"""Verbs whose object is what is founded: a field's name in front of it only qualifies it (打造数字贸易示范区)."""
EVERYBODY = "市场主体"
"""All market players at once, so that it is the market that is meant (激发市场主体活力, 保市场主体), if nothing is done for them (为市场主体减负)."""
LENDERS = re.compile("银行|机构$")
LEADING = re.compile("推动|鼓励|促使")
"""Verbs that lead a lender to lend, so that he is no field of it."""
TOLD = re.compile("引导|督促|指导|要求")
"""Verbs whose object is told what to do for others (引导商业银行放贷); what a field is led to is for that field."""
ACTORS = re.compile("(?:机构|银行|企业|公司|人员|青年|者)$")
WITHIN = re.compile("(?<![、和与及的等是为或])(?<!特别是)(?<!尤其是)(?<!围绕)(?<![我中全]国)$")
"""What stands before a field that is no member of a row: then, with more behind it, it only qualifies something (维护国际金融市场稳定)."""
WHO = re.compile(
    "(?:群众|群体|人群|(?<=..)人口|农民工|职工|军人|老年人|企业|机构|银行|公司|主体|业者|者|户|农民|居民|毕业生|家庭|人员|儿童|[央国民]企|地区|区)$"
)
TRADE = re.compile("(?:业|企业|小微|经济|居民|人员|人口|农民|农户)$")
GROUP = either("""
    企业 行业 群体 人群 人员 居民 群众 农户 商户 贫困户 脱贫户 劳动者 经营者 从业者 创业者 患者 纳税人 缴费人 债权人 学生 毕业生 家庭 儿童 老人 农民 职工 工人 教师 军人
    灾区 老区 山区 经营主体 院所 高校
""")
NAMED = re.compile(
    "(?:^|(?<=[、和与及的等或]))(?:了|着|好|更多|广大|各类|一些|许多|众多|包括|像|每个|其他|其它|重点)*"
    f"(?P<name>(?:[^，、和与及的等或]{{1,8}}{GROUP}|(?:民营)?企业家|农民工|农民)”?)(?![家化会性])"
)
REGULATED = re.compile(
    "(?:业务|活动)?的?(?:监督管理|整顿|监管(?!部门|机构|总局|局|者|政策|规则|指标|套利|沙盒))"
)
OPENED = re.compile(
    "(?:市场|行业|领域)?的?(?:对外|双向|高水平|进一步|有序)*(?:开放(?!型|区|包容|试验|平台|日|发展|合作|创新|活动|与)|准入)"
)
"""What is said of a field that others may come into (银行业和保险业对外开放)."""
OPENED_TO = re.compile("(?:企业|机构|公司|主体|者|人)$")
"""Who may come in where a field is opened."""
GOVERNED = re.compile("(?:机构|银行|人|公司|商户)$")
DEFINED = re.compile(
    "本(?:条例|办法|规定|法|细则)所称(?P<name>[\u4e00-\u9fff]{2,12}(?:机构|人|商户|企业|平台|银行|公司))，"
)
ROW = re.compile("(?:业务|活动)?(?:、|和|与|以?及)")
SUPERVISES = re.compile("监督管理(?!部门|机构|总局|局|委)")
NOBODY = re.compile(
    "期间|过程中|^(?:其|今年|明年|去年|年底|了|着|好|起|出|获|更多|广大|各|众多|有关|相关|这些|我国|全国|社会|国内|国际|主要|所有|部分|人民|人们|一大?批|大批|大量|两|双|多|[上数]?[百千万]|该|某|每|覆盖|落[实细]|政府|国家机构)"
    "|[增减提降扩稳保把将对在为从向以使让得助送进联同由被给]|党|军|国企业|办企业|国家庭|国人员|公职|特别是|[^\u4e00-\u9fff“”]|"
    + either("""
    强制 打击 拖欠 影响 激励 侵犯 侵害 损害 危害 伤害 关爱 尊重 追究 参加 赡养 反映 困扰 制约 贴近 关系 关乎 涉及 符合 适应 利用 享受 转移 处罚 根据 加入 注重 做到 支付 丰富
    """)
)
"""What is no group's name: everybody, a party to talks, or a clause of its own."""


def directed_at(scene: Scene, span: Span, known: Mapping[str, Entry]) -> Iterator[Found]:
    """Yield those whom a policy whose object is at a place is directed at: known ones, and groups that no list holds."""
    groups = [*_groups(scene, span, known)]
    for name in scene.of_kind(span, Kind.SECTOR):
        if not any(g.begin <= name.begin and name.end <= g.end for g in groups) and not _aside(
            scene, name, span
        ):
            yield name
    yield from groups
    for name in scene.of_kind(span, Kind.INDICATOR):
        ends = range(len(name.label) - 1, 1, -1)
        label = next((name.label[:n] for n in ends if name.label[:n] in known), "")
        if TRADE.search(label):
            yield Found(
                name.begin, name.begin + len(label), Kind.SECTOR, label, (known[label],), "of a quantity"
            )


def _groups(scene: Scene, span: Span, known: Mapping[str, Entry]) -> Iterator[Found]:
    """The groups that a head word shows, where no known name says more."""
    for match in NAMED.finditer(scene.said(span)):
        begin, end = span.begin + match.start("name"), span.begin + match.end("name")
        told = any(not NOUN_FIRST.match(match["name"], v.start()) for v in VERBAL.finditer(match["name"]))
        names = scene.of_kind(span, Kind.SECTOR, Kind.INSTITUTION)
        longer = any(
            f.begin < end and begin < f.end and not (begin <= f.begin and f.end < end) for f in names
        )
        named = OF_ALL.match(scene.text, end)
        if not (NOBODY.search(match["name"]) or told or longer or named):
            label = unquoted(match["name"])
            entries = (known[label],) if label in known else ()
            yield Found(begin, end, Kind.SECTOR, label, entries, "group of a goal")


def _aside(scene: Scene, sector: Found, span: Span) -> bool:
    """Whether a known name is no more than a topic, qualifies something else, or is a lender's that is led to lend."""
    names = (sector.label, *(entry.label for entry in sector.entries))
    opens = max(span.begin - 2, 0)
    led = sector.begin == span.begin and LEADING.search(scene.text, opens, span.begin)
    told = TOLD.search(scene.text, opens, span.begin) and not VERBAL.search(
        scene.text, span.begin, sector.begin
    )
    founded = sector.end < span.end and FOUNDING.search(scene.text, opens, span.begin)
    return (
        is_topic(sector)
        or (not PEOPLE.isdisjoint(names) and not scene.text.endswith("保护", 0, sector.begin))
        or (EVERYBODY in names and not scene.text.endswith("为", 0, sector.begin))
        or STRUCTURE.match(scene.said(Span(sector.end, span.end))) is not None
        or bool(led and LENDERS.search(sector.label))
        or bool(told and ACTORS.search(sector.label))
        or bool(founded)
        or _within(scene, sector, span)
    )


def _within(scene: Scene, sector: Found, span: Span) -> bool:
    """Whether a field stands in the middle of a goal's object, where it only qualifies something (增强企业技术创新能力); a group is always meant."""
    inside = (
        span.begin + 1 < sector.begin and sector.end < span.end and scene.text[sector.end] not in "、和与及"
    )
    return bool(
        inside
        and WITHIN.search(scene.text, span.begin, sector.begin)
        and not WHO.search(scene.text, sector.begin, sector.end)
    )


def regulated(scene: Scene, clause: Span) -> Iterator[Found]:
    """Yield the fields that a clause says are supervised (监督管理黄金市场, 加强住房租赁市场监管, a row of them too) or opened to others."""
    text = scene.said(clause)
    names = scene.of_kind(clause, Kind.SECTOR)
    supervises = SUPERVISES.search(text) if names else None
    for at, name in enumerate(names, 1):
        behind = supervises and name.begin >= clause.begin + supervises.end()
        ends = REGULATED.match(scene.text, name.end, clause.end) or (
            OPENED.match(scene.text, name.end, clause.end) and not OPENED_TO.search(name.label)
        )
        row = [name] if behind else scene.row(names[:at], ROW) if ends else ()
        yield from (f for f in row if not is_topic(f))


def governed(scene: Scene, clause: Span) -> Iterator[Found]:
    """Yield whom a clause of a regulation binds or protects: kinds of institutions and persons, defined ones among them."""
    yield from (f for f in scene.of_kind(clause, Kind.SECTOR) if GOVERNED.search(f.label) and not is_topic(f))
    if defined := DEFINED.match(scene.text, clause.begin, clause.end + 1):
        begin, end = defined.span("name")
        if not scene.of_kind(Span(begin, end), Kind.SECTOR):
            yield Found(begin, end, Kind.SECTOR, defined["name"], (), "defined group")
