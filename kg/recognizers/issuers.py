"""Who made a document, as its own name, the words before it or the head of a law say.

《中国人民银行关于……的通知》; 全国人大常委会关于批准……的决定; 财政部、税务总局联合印发的《办法》;
国务院令第660号; 国家主席习近平签署第二号主席令; 代表国务院向大会作政府工作报告.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import SAYS, either
from kg.model import Kind
from kg.recognizers.bills import BEFORE_ASSEMBLY
from kg.recognizers.references import OF_MEETING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model import Entry
    from kg.recognizers.found import Found, Layer

Place = tuple[int, int]

HEAD = re.compile(
    r"(?<=[日\s（(])(?:中华人民共和国)?([\u4e00-\u9fff]{3,24}?)令(?=[第〔\[（(])"
    r"|(国务院)第[\d一二三四五六七八九十百]{1,5}次(?:常务|全体)会议"
    r"|第[\u4e00-\u9fff\d]{1,4}届(全国人民代表大会(?:常务委员会)?)第[\u4e00-\u9fff\d]{1,6}次会议"
)
ROW = re.compile("、|和|与|及|以及|[ \u3000]")
OTHERS = re.compile("等[\\d一二两三四五六七八九十]{0,3}个?(?:部门|部委|单位|机构)$")
OFFICE = re.compile(
    "[\u4e00-\u9fff]{2,16}?(?:局|部|委|委员会|厅|办公室|政府|协会|交易所|主席团)(?=、|和|与|及|$)"
)
WHEN = "近期 此次 这次 本月初 上月 上周 年初 近日 日前 不久前 前不久 此前 刚刚 最近 分别 今天 今日 周一 周二 周三 周四 周五 周六 周日 昨天 去年 今年 今年初 去年底 当天 已 已经 正式 首次 联合 共同 牵头 会同有关部门 研究 新 先后"
MADE = re.compile(
    rf"(?:等[\d一二两三四五六七八九十]{{0,3}}(?:个)?(?:部门|部委|单位|机构)?)?(?:{either(WHEN)}|\d{{1,2}}月(?:\d{{1,2}}日)?|\d{{1,2}}日)*"
    + either(
        "印发 公布 发布 出台 制定 制订 颁布 下发 通过 审议通过 表决通过 批准 编制 起草 推出 签署 修订 制定出台 提出"
    )
    + "的(?:新修订的|最新版?|新版)?$"
)
NUMBER = re.compile(r"(?:公告|令|通告)[〔\[（(]?\d{4}[〕\]）)]?年?第?\d")
SAID = re.compile(SAYS + "(?:了)?[，：“]+$")
ABROAD = ("InternationalForum", "InternationalOrganization")
"""The kinds of bodies that are gatherings of states: what a guest says there is his own body's."""
FORWARDED = re.compile("(?:批转|转发)了?$")
"""国务院批转财政部《方案》: the document of the body after the verb."""
GIVEN = re.compile("(?:代表|受)[^，。]{2,16}?(?:委托)?[，]?(?:向[^，。]{2,10})?(?:作|宣读|提交)(?:了)?[《]?$")
"""代表国务院向大会作政府工作报告: the report is the body's, whoever gives it."""
BROUGHT = re.compile("提出了?关于提请(?:大会)?审议$")
"""国务院提出关于提请审议渔业法草案的议案: the bill is of whoever brings it."""
REPORTED_ON = re.compile("(?:主要问题)?(?:审议|修改|审查)")
"""What follows a bill that a committee only reports on (关于渔业法草案审议结果的报告)."""
NEAR = 30


def find_heads(text: str) -> Iterator[Place]:
    """The bodies that the head of a law names: 国务院 in 国务院令第660号 and 国务院第67次常务会议."""
    articles = text.find("第一条")
    if articles > 0:
        for match in HEAD.finditer(text, 0, articles):
            yield next(match.span(n) for n in (1, 2, 3) if match[n])


def find_makers(text: str, layer: Layer, names: Mapping[str, tuple[Entry, ...]]) -> dict[Place, list[Place]]:
    """For each document that says who made it, the places of those who did."""
    rows: dict[Place, list[Place]] = {}
    for found in layer.found:
        if found.kind is Kind.DOCUMENT:
            row = (
                of_bill(text, layer, found)
                if found.reason == BEFORE_ASSEMBLY
                else in_title(text, found, names)
                or before_title(text, layer, found)
                or by_reporter(text, layer, found)
                or by_relative(text, layer, found)
                or of_meeting(layer, found)
                or _with_the_last(text, layer, found, rows)
            )
            if row:
                rows[found.begin, found.end] = row
    return rows


def _with_the_last(text: str, layer: Layer, found: Found, rows: dict[Place, list[Place]]) -> list[Place]:
    """The bodies that made the document before, in a row (国务院关于……的报告、关于……的综合报告)."""
    last = layer.ending(found.begin - 1) if text.startswith("关于", found.begin) else None
    if last is None or not text.startswith("关于", last.begin) or not ROW.fullmatch(text[found.begin - 1]):
        return []
    return rows.get((last.begin, last.end), [])


def in_title(text: str, found: Found, names: Mapping[str, tuple[Entry, ...]]) -> list[Place]:
    """The row of bodies that the name begins with, up to 关于; nothing where it holds other words."""
    begin = found.begin + (text[found.begin] == "《")
    numbered = NUMBER.search(text, begin, found.end)
    about = numbered.start() if numbered else text.find("关于", begin, found.end)
    places: list[Place] = []
    if about < 0 and found.label.endswith(("公报", "宣言", "声明")):
        return _forum(text, begin, found.end, names)
    while begin < about:
        end = next((e for e in range(about, begin + 1, -1) if text[begin:e] in names), 0)
        if not end and (office := OFFICE.match(text, begin, about)):
            end = office.end()
        if not end:
            return []
        places.append((begin, end))
        gap = ROW.match(text, end, about)
        begin = gap.end() if gap else end
    return places if begin == about else []


def _forum(text: str, begin: int, end: int, names: Mapping[str, tuple[Entry, ...]]) -> list[Place]:
    """The gathering of states that a communiqué's name begins with (二十国集团领导人杭州峰会公报)."""
    for stop in range(min(end, begin + 16), begin + 2, -1):
        if any(e.type in ABROAD for e in names.get(text[begin:stop], ())):
            return [(begin, stop)]
    return []


def before_title(text: str, layer: Layer, found: Found) -> list[Place]:
    """The row of bodies right before a name that begins with 关于; 国家主席 before his order."""
    if text.startswith("关于", found.begin):
        return _row(text, layer, found.begin)
    if found.label.endswith("主席令"):
        titles = [t for t in layer.within(found.begin - NEAR, found.begin) if t.label == "国家主席"]
        return [(t.begin, t.end) for t in titles[-1:]]
    row = _row(text, layer, found.begin)
    if row and row[0][0] != found.begin and FORWARDED.search(text, max(0, row[0][0] - 4), row[0][0]):
        return row
    if given := GIVEN.search(text, max(0, found.begin - NEAR), found.begin):
        named = [b for b in layer.within(given.start(), found.begin) if b.kind is Kind.INSTITUTION]
        return [(b.begin, b.end) for b in named[:1]]
    return []


def of_bill(text: str, layer: Layer, found: Found) -> list[Place]:
    """Those who bring a bill, or before it its makers; nobody where a committee only reports on it."""
    if REPORTED_ON.match(text, found.end):
        return []
    brought = BROUGHT.search(text, max(0, found.begin - NEAR), found.begin)
    return _row(text, layer, brought.start()) if brought else before_title(text, layer, found)


def by_reporter(text: str, layer: Layer, found: Found) -> list[Place]:
    """The body of the post of whoever gives a report (最高人民法院院长某某作的关于……的报告)."""
    if not found.label.endswith("报告") or not text.endswith(("作的", "作了"), 0, found.begin):
        return []
    person = layer.ending(found.begin - len("作的"))
    title = layer.ending(person.begin) if person is not None and person.kind is Kind.OFFICIAL else None
    body = layer.ending(title.begin) if title is not None and title.kind is None else None
    return [(body.begin, body.end)] if body is not None and body.kind is Kind.INSTITUTION else []


def by_relative(text: str, layer: Layer, found: Found) -> list[Place]:
    """The row of bodies, or the meeting, before a relative clause of making (财政部近日印发的《办法》)."""
    if text[found.begin - 1 : found.begin] not in ("的", "版", "新"):
        return []
    made = MADE.search(text, max(0, found.begin - NEAR), found.begin)
    if made is None:
        return []
    row = _row(text, layer, made.start())
    if row and "提出" in made.group() and text[row[0][0] - 1] == "在":
        return []  # 某人在联合国大会提出的倡议 is that person's
    return row or _speaker(text, layer, made.start())


def of_meeting(layer: Layer, found: Found) -> list[Place]:
    """The meeting that a communiqué is of (会议闭幕并发表联合公报)."""
    last = layer.last(Kind.MEETING, found.begin) if found.reason == OF_MEETING else None
    return [(last.begin, last.end)] if last else []


def _speaker(text: str, layer: Layer, at: int) -> list[Place]:
    """Whoever speaks of what was lately made, without saying by whom (郭树清表示，本月初公布的12条措施)."""
    if text[at - 1 : at] not in ("，", "：", "“") or not (said := SAID.search(text, max(0, at - 8), at)):
        return []
    begin = max(text.rfind(mark, 0, said.start()) for mark in "。\n，")
    named = [f for f in layer.within(begin, said.start()) if f.kind in (Kind.OFFICIAL, Kind.INSTITUTION)]
    return [(named[-1].begin, named[-1].end)] if named else []


def _row(text: str, layer: Layer, at: int) -> list[Place]:
    """The bodies of the row that ends at a place, or the meeting that does."""
    row: list[Place] = []
    others = OTHERS.search(text, max(0, at - 8), at)
    at = others.start() if others else at
    while (last := layer.ending(at)) is not None:
        if last.kind is Kind.MEETING and not row:
            return [(last.begin, last.end)]
        if last.kind is not Kind.INSTITUTION:
            break
        row.insert(0, (last.begin, last.end))
        if not ROW.fullmatch(text[last.begin - 1 : last.begin]):
            break
        at = last.begin - 1
    return row
