"""Made-up graphs of any size: invented bodies, officials, tools, goals and fields over ten years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from page_graphs import Fact, MemoryGraph, Text, Thing, graph_of

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = {
    "institution": ("Institution", "东西南北云山河海江川", "岭原泽城林湖岛岸关口", "银行局委部厅处会所院社"),
    "official": ("Official", "赵钱孙李周吴郑王冯陈", "安平和顺文武明远志宏", "国华民强伟军刚毅博达"),
    "tool": ("PolicyTool", "甲乙丙丁戊己庚辛壬癸", "再贷款利率额度工具便利"[:10], "一二三四五六七八九十"),
    "goal": ("PolicyGoal", "保稳促扩降提防守优推", "物价就业增长成本效率"[:10], "甲乙丙丁戊己庚辛壬癸"),
    "meeting": ("Meeting", "春夏秋冬早中晚新首末", "季月年周旬度期次届回", "会谈坛议谋商论策研讨"),
    "sector": ("Sector", "农林牧渔工商建运文体", "东西南北中内外上下前", "业务圈带区园链网港站"),
}
PATTERNS = (
    ("institution", "pol:uses", "tool", "运用"),
    ("institution", "pol:pursues", "goal", "追求"),
    ("institution", "pol:supports", "sector", "支持"),
    ("tool", "pol:servesGoal", "goal", "服务于"),
    ("official", "pol:speaksAt", "meeting", "讲话于"),
    ("institution", "pol:cooperatesWith", "institution", "合作"),
)
STATUSES = ("Done", "Ongoing", "Planned")


def made_up(size: int, *, facts_per_node: int = 3) -> MemoryGraph:
    """A graph of `size` things and about `size * facts_per_node` facts, always the same."""
    things = list(_things(size))
    return graph_of(things, list(_texts(things, size * facts_per_node)))


def _things(size: int) -> Iterator[Thing]:
    folders = list(KINDS)
    for number in range(size):
        folder = folders[number % len(folders)]
        kind, *signs = KINDS[folder]
        rest = number // len(folders)
        name = "".join(part[rest // 10**place % len(part)] for place, part in enumerate(signs)) + str(
            rest // 1000 or ""
        )
        yield Thing(iri=f"{folder}/{number}", kind=f"pol:{kind}", zh=name, en=f"{kind} {number}")


def _texts(things: list[Thing], count: int) -> Iterator[Text]:
    chance = _chance()
    groups = {folder: [thing for thing in things if thing.iri.startswith(folder)] for folder in KINDS}
    for first in range(0, count, 20):
        year = 2015 + first // 20 % 10
        facts, lines, mentions = [], [], {}
        for number in range(first, min(first + 20, count)):
            must = things[number] if number < len(things) else None
            subject, predicate, object, verb = _pattern(must, next(chance))
            ends = [_pick(groups[folder], next(chance), must) for folder in (subject, object)]
            line = f"第{number}条，{ends[0].zh}在{year}年{verb}{ends[1].zh}。"
            said = (("pol:year", f'"{year}"^^xsd:gYear'), ("pol:status", f"pol:{STATUSES[number % 3]}"))
            facts.append(
                Fact(
                    subject=ends[0].iri, predicate=predicate, object=ends[1].iri, quote=line, qualifiers=said
                )
            )
            lines.append(line)
            mentions |= {end.iri: end.zh for end in ends}
        identifier = f"made-up/{first // 20:05d}.txt"
        yield Text(
            identifier=identifier, text="\n".join(lines), title=f"第{first // 20}号公报", issued=f"{year}-03-0{first // 20 % 9 + 1}",
            publisher="样例社", facts=tuple(facts), mentions=tuple(mentions.items()),
        )  # fmt: skip


def _pattern(must: Thing | None, chance: int) -> tuple[str, str, str, str]:
    """A pattern, one in which that thing can stand."""
    fits = [
        pattern for pattern in PATTERNS if must is None or must.iri.split("/")[0] in (pattern[0], pattern[2])
    ]
    return fits[chance % len(fits)]


def _pick(group: list[Thing], chance: int, must: Thing | None) -> Thing:
    """That thing, if it is in the group; or one of the group, the first ones far oftener, as in real graphs."""
    if must is not None and must.iri.split("/")[0] == group[0].iri.split("/")[0]:
        return must
    part = chance % 10_000 / 10_000
    return group[int(len(group) * part**2.2)]


def _chance() -> Iterator[int]:
    """Numbers without order, always the same."""
    state = 20240105
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 33
