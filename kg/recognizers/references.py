"""What refers back to a document named in full: 《指导意见》, 本条例, 该通知, its number in brackets, a headline's short form."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found
from kg.text import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORT_HEADS = either(
    "意见 指导意见 实施意见 通知 方案 条例 办法 规定 规划 纲要 宣言 声明 公约 协定 协议 报告 公报 决定 计划 行动计划 规则 细则 草案 白皮书 措施 决议 公告 准则 指引 倡议 建议 章程 管理办法 实施方案 行动方案 工作方案 总体方案 若干措施 若干意见 规定(草案)"
)
SHORT = re.compile(rf"{SHORT_HEADS}(?:[（(]草案[）)])?$")
REFERRING = re.compile(
    rf"(?:本|该|这一|这份|这部)(?:{SHORT_HEADS})|本法(?<![日基根]本法)(?![律人院治])|草案(?<=[，。；\n“：]草案)(?=[^，。；]{{0,3}}(?:突出|提出|明确|规定|指出|对|共|分))"
)
COREFERENCE = "coreference"


def referred(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The names with 《指导意见》 and the like, and 本条例, turned to the document in full before them.

    A short name that nothing before it explains is left out.
    """
    rows = list(found)
    marked = [f for f in rows if f.reason == "book-title marks" and not SHORT.fullmatch(f.label)]
    full: list[Found] = []
    for one in _with_references(text, rows):
        if one.kind is not Kind.DOCUMENT:
            yield one
        elif one.reason == "document number" and full and _in_brackets(text, full[-1], one):
            yield replace(full[-1], begin=one.begin, end=one.end, reason="number of the document before")
        elif one.reason == COREFERENCE or (not one.entries and SHORT.fullmatch(one.label)):
            if whole := _explained(one, full):
                reason = one.reason if one.reason == COREFERENCE else "short for the document before"
                yield replace(whole, begin=one.begin, end=one.end, reason=reason)
        elif one.reason == "document after a verb" and (whole := _compressed(one.label, marked)):
            yield replace(whole, begin=one.begin, end=one.end, reason="headline of the document in marks")
        else:
            full.append(one)
            yield one


def _in_brackets(text: str, whole: Found, number: Found) -> bool:
    """Whether a number stands in brackets right after a document's name (《通知》（银发〔2002〕247号）)."""
    return text[whole.end : number.begin].strip() in ("（", "(") and text[number.end : number.end + 1] in (
        "）",
        ")",
    )


def _with_references(text: str, rows: list[Found]) -> list[Found]:
    """The names and the places of 本条例, 该通知, 草案, where no other name stands, in order."""
    places = {at for f in rows if f.kind is not None for at in range(f.begin, f.end)}
    new = [
        Found(m.start(), m.end(), Kind.DOCUMENT, m.group(), (), COREFERENCE) for m in REFERRING.finditer(text)
    ]
    return sorted([*rows, *(f for f in new if f.begin not in places)], key=lambda f: f.begin)


def _explained(short: Found, full: list[Found]) -> Found | None:
    """The document in full that a short name ends like: for 本…… the text's own, the first; else the last before."""
    head = re.sub("^(?:本|该|这一|这份|这部)|[（(]草案[）)]$", "", short.label)
    ends = re.compile(re.escape(head) + r"(?:[（(][^（()）]*[）)]|[\d\-—年]+)*$")
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
