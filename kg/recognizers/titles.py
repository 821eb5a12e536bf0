"""Titles of posts: those of the vocabulary with the right left edge, and those that only their head word shows.

中国人民银行党委 + 书记 is 党委书记 at the bank; 中央书记处书记 is 书记 at that body; 财政部长 is 部长 at 财政部;
常委, 代省长, 首席分析师, 亚太区首席经济学家 are titles that no list needs to hold.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Entry, Kind
from kg.recognizers.abroad import in_row
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

PARTY_TAIL = re.compile("(?:党委|党组|机关党委)$")
PARTY_OFFICE = re.compile("(?:第一)?副?书记|委员|成员")
RANKS = "第一 常务 执行 代理 代 副 总 候任 当选 前 原 时任 联合 高级 特别 荣誉 名誉 资深 首席 新任 现任 临时 候补 轮值 助理 中方 俄方"
HEADS = """
    总书记 书记 主席 总统 总理 首相 委员长 议长 部长 大臣 国务卿 外长 财长 防长 省长 市长 区长 县长 州长 镇长 乡长 厅长 局长 司长 处长 署长 院长 所长 校长 行长 会长 社长 台长
    团长 组长 秘书长 检察长 审计长 理事长 董事长 总经理 总裁 总干事 总监 主任 干事长 主编 总编辑 司令员 司令 政委 参谋长 教授 研究员 院士 经济学家 分析师 执行官 财务官 运营官 发言人 专员
    行政长官 特使 大使 公使 总领事 常委 监事长 工程师 会计师 参议员 众议员 国王 王储 女王 亲王 总督 策略师 主任委员 合伙人 副总 主管 顾问 厂长 站长 支部书记 负责人 讲师 村支书 科长 队长 庭长 主席团主席 馆长 学部委员 无党派人士代表
"""
HEAD = re.compile(either(HEADS))
HEADED = re.compile(f"(?:{either(RANKS)})*{either(HEADS)}(?:助理)?")
LONGEST_RANKS = 12
"""The characters of the ranks before a head word (联合首席), at most."""
LENGTHENED = frozenset("部局厅司署院校社会")
LOCAL_PARTY = re.compile("[省市县区州]委(?=书记|副书记|常委|委员)")
PRESIDIUM = len("主席团")
STATE = "中华人民共和国"
STATE_HOLDERS = {"国家主席": STATE, "国家副主席": STATE, "国务委员": "国务院"}
"""Titles that name their body themselves: what that body is."""


def settled(text: str, known: Iterable[Found], bodies: Mapping[str, tuple[Entry, ...]]) -> Iterator[Found]:
    """Yield the known names with bodies and titles cut at the right place; `bodies` gives entries by label."""
    end = 0
    for found in known:
        for piece in _pieces(text, found, bodies) if found.begin >= end else ():
            end = piece.end
            yield piece


def _pieces(text: str, found: Found, bodies: Mapping[str, tuple[Entry, ...]]) -> Iterator[Found]:
    """The pieces of a known name; the last may reach into the next name (党委 + 委员)."""
    if found.kind is None:
        yield from _cut_title(text, found, bodies)
    elif found.kind is Kind.INSTITUTION and (tail := PARTY_TAIL.search(text, found.begin, found.end)):
        yield from _cut_party(text, found, tail.start(), bodies)
    else:
        yield found


def _cut_title(text: str, title: Found, bodies: Mapping[str, tuple[Entry, ...]]) -> Iterator[Found]:
    """中央书记处书记: the body and the title; 党委书记 right after a party body's own 党委 is left to that."""
    if title.label in STATE_HOLDERS:
        yield title
        return
    if title.label.startswith("主席团") and len(title.label) > PRESIDIUM:
        yield Found(title.begin, title.begin + PRESIDIUM, Kind.INSTITUTION, "大会主席团", (), "presidium")
        yield replace(title, begin=title.begin + PRESIDIUM, label=title.label[PRESIDIUM:])
        return
    if LOCAL_PARTY.match(title.label):
        yield replace(title, begin=title.begin + 2, label=title.label[2:])
        return
    for at in range(title.end - 2, title.begin + 1, -1):
        entries = bodies.get(text[title.begin : at])
        if entries:
            yield Found(title.begin, at, Kind.INSTITUTION, text[title.begin : at], entries)
            yield replace(title, begin=at, label=text[at : title.end])
            return
    yield title


def _cut_party(text: str, found: Found, at: int, bodies: Mapping[str, tuple[Entry, ...]]) -> Iterator[Found]:
    """中国人民银行党委书记: 党委书记 at the bank; 中国人民银行党委 by itself stays a body."""
    entries = bodies.get(text[found.begin : at])
    office = PARTY_OFFICE.match(text, found.end)
    if not entries or not office:
        yield found
        return
    yield Found(found.begin, at, Kind.INSTITUTION, text[found.begin : at], entries)
    yield Found(at, office.end(), None, text[at : office.end()], (), "party office")


def find_titles(text: str, layer: Layer) -> Iterator[Found]:
    """Yield the titles that their head word shows, where no known name stands."""
    at = 0
    while (head := HEAD.search(text, at)) and (
        match := HEADED.search(text, max(at, head.start() - LONGEST_RANKS))
    ):
        at = match.end()
        yield Found(match.start(), at, None, match.group(), (), "title by head word")
    for body in layer.found:
        if body.kind is Kind.INSTITUTION and text.startswith("成员", body.end):
            following = layer.starting(body.end + 2)
            if following is not None and following.kind is Kind.OFFICIAL:
                yield Found(body.end, body.end + 2, None, "成员", (), "member of a body")
        elif (
            body.kind is Kind.INSTITUTION
            and text[body.end : body.end + 1] == "长"
            and text[body.end - 1] in LENGTHENED
        ):
            yield Found(
                body.end, body.end + 1, None, text[body.end - 1 : body.end + 1], (), "title in a body's name"
            )


def qualified(text: str, layer: Layer) -> Iterator[Found]:
    """Yield titles with the region or the subject between them and their body (亚太区首席经济学家, 中国事务主管)."""
    for title in layer.of_kind(None, 0, layer.end):
        gap = QUALIFIER.search(text, max(0, title.begin - LONGEST_QUALIFIER), title.begin)
        if gap is None:
            continue
        for begin in range(gap.start(), title.begin - 1):
            if not QUALIFIED.fullmatch(text, begin, title.begin):
                continue
            before = layer.ending(begin) or layer.ending(begin - 1)
            joins = before is not None and (before.end == begin or text[begin - 1] == "、")
            if before is not None and joins and before.kind in (None, Kind.INSTITUTION):
                yield Found(begin, title.end, None, text[begin : title.end], (), "qualified title")
                break


REGIONS = "中国 大中华 大中华区 中国区 亚太 亚太区 亚太地区 亚洲 亚洲区 全球 国际 东亚 南亚 欧洲 北美 首席 高级 资深"
QUALIFIED = re.compile(
    rf"(?:{either(REGIONS)}|[\u4e00-\u9fff]{{1,8}}?(?:地区|事务|业务|问题)|(?:{either(REGIONS)})*(?:{either('宏观 市场 投资 研究')}))+"
)
QUALIFIER = re.compile(r"[\u4e00-\u9fff]{2,14}$")
LONGEST_QUALIFIER = 14


def names_its_body(text: str, layer: Layer, title: Found) -> bool:
    """Whether a title that needs no body (国家主席, 国务委员) is somebody's here: in a row, before a name, or after 为."""
    if title.label not in STATE_HOLDERS or in_row(text, layer, title.begin):
        return False
    following = layer.starting(title.end)
    held = following is not None and following.kind is Kind.OFFICIAL
    return (
        held
        or text[title.end : title.end + 1] in ("、", "兼")
        or text[title.begin - 1 : title.begin] in ("为", "任")
    )


def without_bare_state(text: str, layer: Layer) -> Iterator[Found]:
    """The names without the state where it is no more than a place (在中华人民共和国境内): a body only with its president."""
    for found in layer.found:
        if found.label != STATE or _of_its_president(text, layer, found):
            yield found


def _of_its_president(text: str, layer: Layer, state: Found) -> bool:
    title = layer.starting(state.end)
    if title is None or title.kind is not None:
        return False
    at = title.end + len(text[title.end : title.end + 2]) - len(text[title.end : title.end + 2].lstrip())
    person = layer.starting(at)
    return person is not None and person.kind is Kind.OFFICIAL
