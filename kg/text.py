"""The shape of a text: paragraphs, numbered items, sentences, clauses, all as spans.

Everything reads the folded text of a document, so one form of each mark is enough.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Span, value

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCE_END = re.compile(r"[。！？!?\n](?:(?<=\n)\n*|[。！？!?]*[”’」』）)]*)")
CLAUSE_MARK = frozenset("，；：,;:。！？!? \n")
OPEN, CLOSE = "“《（(「『〔【", "”》）)」』〕】"
NUMERALS = "一二三四五六七八九十百"
EDGES = re.compile(f"[{re.escape(OPEN + CLOSE + ''.join(sorted(CLAUSE_MARK)))}]")
MARKER = re.compile(
    rf"(?P<shi>[{NUMERALS}]{{1,3}})是(?!个|种|项|次|年|家|名)"
    rf"|(?P<yao>[{NUMERALS}])要(?![求素点件领])"
    rf"|(?P<sec>[{NUMERALS}]{{1,3}})、"
    rf"|[（(](?P<sub>[{NUMERALS}]{{1,3}}|\d{{1,2}})[）)]"
    rf"|第(?P<di>[{NUMERALS}]{{1,3}})[,，、]"
    rf"|第(?P<tiao>[{NUMERALS}]{{1,4}})条[  　]"
    r"|(?P<num>\d{1,2})[.．、](?!\d)"
)

MARKER_FIRST = frozenset(f"{NUMERALS}第（(0123456789")


@value
class Numbered:
    """A numbered item: its number, its heading's span, and all that belongs to it."""

    ordinal: int
    heading: Span
    span: Span


@value
class Sentence:
    """A sentence with its clauses; `paragraph` counts lines; `heading` marks a title line."""

    span: Span
    clauses: tuple[Span, ...]
    paragraph: int
    heading: bool = False


@lru_cache(maxsize=256)
def numeral(text: str) -> int:
    """The number that a Chinese or Arabic numeral under 1,000 stands for.

    >>> [numeral(n) for n in ("三", "十", "十二", "二十", "一百零五", "7")]
    [3, 10, 12, 20, 105, 7]
    """
    if text.isdigit():
        return int(text)
    total, current = 0, 0
    for char in text.replace("零", ""):
        if char in "十百":
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
        else:
            current = NUMERALS.index(char) + 1
    return total + current


def clause_spans(text: str, begin: int, end: int) -> tuple[Span, ...]:
    """The clauses of a sentence: between commas, semicolons and colons, but not inside quotes or brackets.

    >>> [f"{s.begin}-{s.end}" for s in clause_spans("保持稳定，落实《甲，乙》。", 0, 13)]
    ['0-4', '5-12']
    """
    spans, start, depth = [], begin, 0
    for mark in EDGES.finditer(text, begin, end):
        at, char = mark.start(), mark.group()
        if char in OPEN:
            depth += 1
        elif char in CLOSE:
            depth = max(0, depth - 1)
        elif char in CLAUSE_MARK and (depth == 0 or char in "。！？\n") and not _inside_number(text, at):
            if at > start:
                spans.append(Span(start, at))
            start = at + 1
    if end > start:
        spans.append(Span(start, end))
    return tuple(spans)


def _inside_number(text: str, at: int) -> bool:
    return text[at] in ",:" and 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a folded text in order, without the marks of headings and blank edges."""
    start, paragraph = 0, 0
    for mark in [*SENTENCE_END.finditer(text), None]:
        newline = mark is None or mark.group()[0] == "\n"
        end = len(text) if mark is None else mark.start() if newline else mark.end()
        begin, stop = _trim(text, start, end)
        if stop > begin:
            heading = newline and text[stop - 1] not in "。！？!?；：" and _starts_line(text, begin)
            yield Sentence(Span(begin, stop), clause_spans(text, begin, stop), paragraph, heading)
        start = len(text) if mark is None else mark.end()
        paragraph += newline


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin] in "# \t　*>·•":
        begin += 1
    while end > begin and text[end - 1] in " \t　*":
        end -= 1
    return begin, end


def _starts_line(text: str, begin: int) -> bool:
    return not text[text.rfind("\n", 0, begin) + 1 : begin].strip("# \t　*>·•")


def numbered_items(text: str, parts: tuple[Sentence, ...]) -> tuple[Numbered, ...]:
    """The numbered items of a text.

    One that opens a paragraph with a bare heading holds what follows it up to the next marker of its
    style; every other one holds its own paragraph, or the part of it up to the next marker.
    """
    starts = [
        (at, mark)
        for at, sentence in enumerate(parts)
        for begin in _marker_places(text, sentence)
        if (mark := marker_at(text, begin))
    ]
    return tuple(_close(text, parts, starts, n) for n in range(len(starts)))


def marker_at(text: str, at: int) -> re.Match[str] | None:
    """The number of an item that stands at a place."""
    return MARKER.match(text, at) if text[at] in MARKER_FIRST else None


def _marker_places(text: str, sentence: Sentence) -> Iterator[int]:
    yield sentence.span.begin
    for before, clause in zip(sentence.clauses, sentence.clauses[1:], strict=False):
        if text[clause.begin] in MARKER_FIRST and text[before.end] in "：:；;，":
            yield clause.begin


def _close(
    text: str, parts: tuple[Sentence, ...], starts: list[tuple[int, re.Match[str]]], n: int
) -> Numbered:
    at, mark = starts[n]
    style = str(mark.lastgroup)
    line_end = text.find("\n", mark.start())
    line_end = len(text) if line_end < 0 else line_end
    bare = "。" not in text[mark.end() : line_end] and style in ("sec", "sub", "num", "tiao")
    end = line_end
    for later, other in starts[n + 1 :]:
        if bare and other.lastgroup == style:
            end = text.rfind("\n", 0, other.start())
            break
        if not bare and other.start() < line_end and parts[later].paragraph == parts[at].paragraph:
            end = other.start()
            break
    else:
        end = len(text) if bare and style != "tiao" else line_end
    heading_end = next((i for i in range(mark.end(), end) if text[i] in "。；\n"), end)
    return Numbered(numeral(str(mark.group(style))), Span(mark.end(), heading_end), Span(mark.start(), end))


def in_order(short: str, whole: str) -> bool:
    """Whether a name keeps the characters of a longer one in their order.

    >>> in_order("双周协商座谈会", "第十五次双周协商座谈会"), in_order("工作会议", "议会工作")
    (True, False)
    """
    rest = iter(whole)
    return all(char in rest for char in short)
