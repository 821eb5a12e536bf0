"""What refers back to a document named in full: 《指导意见》, 本条例, 该通知, its number in brackets, a headline's short form.

With them the communiqué that a meeting is said to issue, which goes by the meeting's name from there on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found
from kg.recognizers.inspections import INSPECTION
from kg.recognizers.titles import STATE
from kg.text import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORT_HEADS = either(
    "意见 指导意见 实施意见 通知 方案 条例 办法 规定 规划 纲要 宣言 声明 公约 协定 协议 报告 公报 决定 计划 行动计划 规则 细则 草案 白皮书 措施 决议 公告 准则 指引 倡议 建议 章程 管理办法 实施方案 行动方案 工作方案 总体方案 若干措施 若干意见 规定(草案)"
)
SHORT = re.compile(rf"{SHORT_HEADS}(?:[（(]草案[）)])?$")
OPENING = "|".join(
    rf"{word}(?<=[。\n ]{word})(?=(?:还|并|同时|也|从)?(?:突出|提出|明确|规定|指出|要求|强调|聚焦|部署)|还?[就对从围][^。]{{6,90}}(?:作[出了]|提出|进行))"
    for word in "文件 指导意见 实施意见 意见 通知 方案 办法 条例 规划 纲要".split()
)
"""The words for a document that stand for the one before where they open a sentence."""
REFERRING = re.compile(
    rf"本(?:{SHORT_HEADS}|法(?<![日基根]本法)(?![律人院治]))|该{SHORT_HEADS}|这[一份部]{SHORT_HEADS}"
    r"|草案(?<=[，。；\n“： ]草案)(?=[^，。；]{0,3}(?:突出|提出|明确|规定|指出|对|共|分))"
    rf"|{OPENING}"
)
ANY = "文件"
"""What stands for any document."""
COREFERENCE = "coreference"
OF_MEETING = "communiqué of a meeting"
COMMUNIQUE = re.compile(
    "(?:发表|发布|通过)(?:了)?(?P<name>(?:会议|联合|领导人|主席|峰会|部长级?|元首|共同){0,2}(?:公报|宣言|联合声明))(?=[，。；、\n和与]|$)"
)
TELLS = re.compile(
    "(?<=[，。；\n“：])(?:这份|联合)?(?:公报|宣言|联合声明)(?=强调|指出|说|称|重申|呼吁|提出|认为|承诺|敦促|表示|还)"
)
DRAFT = re.compile(r"[（(](?:草案|征求意见稿|修订草案|讨论稿|\d{4}(?:年?[-—－]\d{4})?年?)[）)]")
"""How the name of a document ends that is its draft or for some years, and goes by its bare name too."""
TREATIES = ("自贸协定", "自由贸易协定", "双边自贸协定", "双边自由贸易协定", "投资协定", "双边投资协定")
"""What two parties call a treaty of theirs by its kind."""
TITLE_LINES = 2
"""The lines under the title of a notice, at most, that its number stands behind."""
SAID = "what was said on a subject"
MARKS = "book-title marks"
LONGEST_SHORT = 8
"""The characters of a short name in marks, at most (《规划纲要》, of 《北岸地区发展规划纲要》)."""


def referred(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The names with 《指导意见》 and the like, and 本条例, turned to the document in full before them.

    A short name that nothing before it explains is left out.
    """
    rows = [*found]
    rows = [f for f in rows if f.reason != SAID or not _at_meeting(f, rows)]
    rows = sorted([*rows, *_communiques(text, rows)], key=lambda f: f.begin)
    marked = [f for f in rows if f.reason == MARKS and not SHORT.fullmatch(f.label)]
    full: list[Found] = []
    for one in _with_references(text, rows):
        if one.kind is not Kind.DOCUMENT:
            yield one
        elif one.reason == "document number" and full and _numbers(text, full[-1], one):
            yield replace(full[-1], begin=one.begin, end=one.end, reason="number of the document before")
        elif one.reason == COREFERENCE or (not one.entries and SHORT.fullmatch(one.label)):
            if whole := _explained(one, full):
                reason = one.reason if one.reason == COREFERENCE else "short for the document before"
                yield replace(whole, begin=one.begin, end=one.end, reason=reason)
        elif whole := _other_name(one, rows, full):
            yield replace(whole, begin=one.begin, end=one.end, reason=COREFERENCE)
        elif one.reason == "document after a verb" and (whole := _compressed(one.label, marked)):
            yield replace(whole, begin=one.begin, end=one.end, reason="headline of the document in marks")
        else:
            full.append(one)
            yield one


def _other_name(one: Found, rows: list[Found], full: list[Found]) -> Found | None:
    """The document that another name of it stands for: its draft, the treaty with its parties, the speech named before, its end in marks."""
    if one.label in TREATIES:
        return _treaty(one, rows)
    if one.reason == MARKS and not one.entries and len(one.label) <= LONGEST_SHORT:
        return next((f for f in reversed(full) if f.reason == MARKS and f.label.endswith(one.label)), None)
    if one.reason == SAID:
        return next((f for f in full if _resaid(one, f)), None)
    drafts = (f for f in rows if f.kind is Kind.DOCUMENT and f.label.endswith(("）", ")")))
    return next((f for f in drafts if _drafts(f.label, one.label)), None)


def _drafts(label: str, law: str) -> bool:
    """Whether a label is that of a law's draft; the state's name may go (修订矿产资源法, of 《中华人民共和国矿产资源法（修订草案）》)."""
    at = label.find(law)
    return label[:at] in ("", STATE) and at >= 0 and DRAFT.fullmatch(label, at + len(law)) is not None


def _treaty(short: Found, rows: list[Found]) -> Found | None:
    """The one treaty of a kind that the text names with its parties (自贸协定, of 中瑞自贸协定)."""
    kind = short.label.removeprefix("双边")
    full = {f.label: f for f in rows if f.kind is Kind.DOCUMENT and f.label.endswith(kind)}
    whole = [f for label, f in full.items() if label not in TREATIES]
    return whole[0] if len(whole) == 1 else None


def _communiques(text: str, rows: list[Found]) -> Iterator[Found]:
    """What a meeting is said to issue at its end (会议……闭幕并发表联合公报), and where it is quoted (公报指出)."""
    meetings = [f for f in rows if f.kind is Kind.MEETING]
    issued: Found | None = None
    for match in COMMUNIQUE.finditer(text) if meetings else ():
        sentence = max(text.rfind("。", 0, match.start()), text.rfind("\n", 0, match.start()))
        before = [f for f in meetings if sentence < f.begin < match.start()]
        if before:
            label = before[-1].label + match["name"].removeprefix("会议")
            first = Found(match.start("name"), match.end("name"), Kind.DOCUMENT, label, (), OF_MEETING)
            issued = issued or first
            yield first.named(issued.label)
    for match in TELLS.finditer(text) if issued else ():
        if issued is not None and match.start() > issued.end:
            yield replace(issued, begin=match.start(), end=match.end(), reason=COREFERENCE)


def _at_meeting(speech: Found, rows: list[Found]) -> bool:
    """Whether a speech is that at a meeting, which guides by itself (在全国教育大会上的重要讲话)."""
    between = range(speech.end - len(speech.label), speech.begin)
    return any(f.kind is Kind.MEETING and f.reason != INSPECTION and f.begin in between for f in rows)


def _resaid(short: Found, whole: Found) -> bool:
    """Whether a speech or teaching is one named before, with words left out."""
    return whole.reason == SAID and in_order(short.label, whole.label)


def _numbers(text: str, whole: Found, number: Found) -> bool:
    """Whether a number is of a document: in brackets right after it (《通知》（银发〔2002〕247号）), or a line under the title."""
    line = text[number.begin - 1 : number.begin] == "\n" == text[number.end : number.end + 1]
    if (
        line
        and text.count("\n", 0, number.begin) <= TITLE_LINES
        and text.count("\n", 0, whole.end) < TITLE_LINES
    ):
        return True
    return text[whole.end : number.begin].strip() in ("（", "(") and text[number.end : number.end + 1] in (
        "）",
        ")",
    )


def _with_references(text: str, rows: list[Found]) -> list[Found]:
    """The names and the places of 本条例, 该通知, 草案, where no other name stands, in order."""
    new = [
        Found(m.start(), m.end(), Kind.DOCUMENT, m.group(), (), COREFERENCE) for m in REFERRING.finditer(text)
    ]
    if not new:
        return rows
    places = {at for f in rows if f.kind is not None for at in range(f.begin, f.end)}
    return sorted([*rows, *(f for f in new if f.begin not in places)], key=lambda f: f.begin)


def _explained(short: Found, full: list[Found]) -> Found | None:
    """The document in full that a short name ends like: for 本…… the text's own, the first; else the last before."""
    head = re.sub("^(?:本|该|这一|这份|这部)|[（(]草案[）)]$", "", short.label)
    ends = re.compile(re.escape(head) + r"[）)]?(?:[（(][^（()）]*[）)]|[\d\-—年]+)*$")
    if short.label == ANY:
        return full[-1] if full else None
    rows = full if short.label.startswith("本") else reversed(full)
    return next((f for f in rows if ends.search(f.label)), None)


def _compressed(label: str, marked: list[Found]) -> Found | None:
    """The one document in marks whose name a headline shortens: same head, its characters in their order."""
    fitting = {
        f.label: f
        for f in marked
        if f.label != label and f.label[-4:] == label[-4:] and in_order(label, f.label)
    }
    return next(iter(fitting.values())) if len(fitting) == 1 else None
