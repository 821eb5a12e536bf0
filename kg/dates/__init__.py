"""The dates of Chinese official prose, with their places: a small grammar in one compiled expression.

A mention whose text does not say the year has the truncated ISO forms "--01-04" (month and day), "--01"
(month) or "---22" (day only); `resolve` fills them in from an anchor, the date that the document bears.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.dates.grammar import SCAN, number
from kg.dates.mention import DateMention
from kg.dates.reading import READERS
from kg.dates.resolving import resolve
from kg.model import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

__all__ = ["DateMention", "find_dates", "number", "resolve"]


def find_dates(folded: str) -> Iterator[DateMention]:
    """Yield the dates that the text names, in order; they do not overlap.

    >>> [(m.kind, m.begin, m.end) for m in find_dates("2024年工作会议1月4日-5日在京召开，前三季度")]
    [('year', '2024-01-01', '2024-12-31'), ('range', '--01-04', '--01-05'), ('quarter', '--01-01', '--09-30')]
    """
    for match in SCAN.finditer(folded):
        name = match.lastgroup or ""
        if name == "month" and not _is_month(folded, match):
            continue
        yield replace(READERS[name](match[0]), span=Span(match.start(), match.end()))


def _is_month(folded: str, match: re.Match[str]) -> bool:
    """Not "三月之内" or a count ("3个月" never matches), and not a Chinese numeral inside a name."""
    return match[0][0] not in "一二三四五六七八九十" or folded[match.end() : match.end() + 1] not in (
        "之",
        "内",
    )
