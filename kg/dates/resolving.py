"""The years, months and days that a text leaves out, filled in from an anchor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.dates.mention import valid
from kg.dates.reading import last_day

if TYPE_CHECKING:
    from kg.dates.mention import DateMention


def resolve(mention: DateMention, anchor: date | None) -> DateMention:
    """The mention with full dates, as far as the anchor settles them; without an anchor, as it is.

    A year that no word says is the one that brings the date nearest to the anchor; a day alone is the
    latest such day up to the anchor.

    >>> from kg.dates import find_dates
    >>> resolve(next(find_dates("12月14日至16日")), date(2024, 1, 5)).begin
    '2023-12-14'
    >>> resolve(next(find_dates("去年下半年")), date(2024, 1, 5)).end
    '2023-12-31'
    """
    if anchor is None or mention.year is not None:
        return mention
    if mention.kind == "relative":
        return _relative_to(mention, anchor)
    if mention.begin is None or mention.end is None:
        return mention
    if mention.begin.startswith("---"):
        return _day_before(mention, anchor)
    year = anchor.year + mention.shift if mention.shift is not None else _nearest(mention, anchor)
    return _in_year(mention, year)


def _relative_to(mention: DateMention, anchor: date) -> DateMention:
    if mention.shift is None:
        return mention
    day = (anchor + timedelta(days=mention.shift)).isoformat()
    return replace(mention, begin=day, end=day)


def _day_before(mention: DateMention, anchor: date) -> DateMention:
    """The latest day of that number up to the anchor; the next day counts too (a night's news)."""
    assert mention.begin, mention.end  # noqa: S101 - the caller has checked
    end = int((mention.end or "---1")[3:])
    for back in range(-1, 62):
        day = anchor - timedelta(days=back)
        if day.day == end:
            begin = day - timedelta(days=end - int(mention.begin[3:]))
            return replace(mention, begin=begin.isoformat(), end=day.isoformat())
    return mention


def _nearest(mention: DateMention, anchor: date) -> int:
    """The year of the day that is nearest to the anchor; halves, quarters and months are of its own year."""
    if mention.kind not in ("day", "range") or mention.begin is None:
        return anchor.year
    month, day = int(mention.begin[2:4]), min(int(mention.begin[5:7]), 28)
    years = (anchor.year, anchor.year - 1, anchor.year + 1)
    return min(years, key=lambda year: abs((date(year, month, day) - anchor).days))


def _in_year(mention: DateMention, year: int) -> DateMention:
    """The mention in that year; the end is in the next one where it would come before the begin."""
    assert mention.begin, mention.end  # noqa: S101 - the caller has checked
    begin = f"{year:04d}{mention.begin[1:]}"
    end = mention.end or begin
    if end.startswith("--"):
        end = f"{year + (end < mention.begin):04d}{end[1:]}"
    if mention.kind not in ("day", "range") and end.endswith("-02-28"):
        end = f"{end[:8]}{last_day(year, 2)}"
    return valid(replace(mention, begin=begin, end=end))
