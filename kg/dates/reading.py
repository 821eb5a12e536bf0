"""From a matched shape to a mention: a small function a shape."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.dates.grammar import DAYS, REL, TO, YEARS, D, M, Y, number
from kg.dates.mention import DateMention, valid
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_PART = re.compile(f"(?:(?P<y>{Y}) ?年|(?P<r>{REL}))?(?:的)? ?(?:(?P<m>{M}) ?月 ?)?(?:(?P<d>{D}) ?日?)?")
_NOWHERE = Span(0, 0)


def _mention(
    kind: str, year: str | int | None, begin: str, end: str | None = None, shift: int | None = None
) -> DateMention:
    """A mention whose ends are "01-04" of the year, or of a year that is not said; without an end, one day."""
    head = "-" if year is None else f"{int(year):04d}"
    return DateMention(_NOWHERE, kind, f"{head}-{begin}", f"{head}-{end or begin}", shift)


def _year_of(text: str) -> tuple[int | None, int | None]:
    """The year that the text begins with, and its distance from the anchor's where a word says it."""
    found = _PART.match(text)
    if found and found["y"]:
        return number(found["y"]), None
    return None, YEARS.get(found["r"]) if found and found["r"] else None


def last_day(year: int | None, month: int) -> int:
    """The last day of a month; February of a year that is not said has 28."""
    return monthrange(year or 2001, month)[1]


def _day(text: str) -> DateMention:
    found = _PART.match(re.sub("^..[（(]", "", text))
    assert found  # noqa: S101 - the scanner has matched a superset
    year, shift = _year_of(found[0])
    return valid(_mention("day", year, _month_day(found["m"], found["d"]), shift=shift))


def _month_day(month: str, day: str) -> str:
    return f"{number(month):02d}-{number(day):02d}"


def _range(text: str) -> DateMention:
    left, right = re.split(TO, text, maxsplit=1)
    first, last = _PART.match(left), _PART.match(right.strip())
    assert first  # noqa: S101 - the scanner has matched a superset
    assert last  # noqa: S101 - the same
    year, shift = _year_of(left)
    begin = _mention("range", year, _month_day(first["m"], first["d"]), shift=shift)
    until = _year_of(right)[0] or year
    end = _mention("range", until, _month_day(last["m"] or first["m"], last["d"]))
    return valid(replace(begin, end=end.end))


def _numeric(text: str) -> DateMention:
    year, month, day = re.split("[-/.]", text)
    return valid(_mention("day", year, _month_day(month, day)))


def _quarter(text: str) -> DateMention:
    year, shift = _year_of(text)
    tail = text[text.rfind("年") + 1 :]
    numbers = [number(c) for c in re.findall("[一二三四1234]", tail)] or [1]
    first = 1 if "前" in tail else numbers[0]
    return _months(year, shift, 3 * first - 2, 3 * numbers[-1], kind="quarter")


def _months(year: int | None, shift: int | None, first: int, last: int, *, kind: str) -> DateMention:
    return _mention(kind, year, f"{first:02d}-01", f"{last:02d}-{last_day(year, last):02d}", shift)


def _half(text: str) -> DateMention:
    first = 1 if text.endswith("上半年") else 7
    return _months(*_year_of(text), first, first + 5, kind="half")


def _month_range(text: str) -> DateMention:
    year, shift = _year_of(text)
    numbers = [number(m) for m in re.findall(f"{M}(?= ?个?月|{TO})", text[text.rfind("年") + 1 :])]
    return _months(
        year, shift, numbers[0] if len(numbers) > 1 else 1, max(numbers[-1], numbers[0]), kind="month"
    )


_PART_OF_MONTH = {
    "初": (1, 10),
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 0),
    "底": (21, 0),
    "末": (21, 0),
}


def _month(text: str) -> DateMention:
    year, shift = _year_of(text)
    found = _PART.match(text)
    month = number(found["m"]) if found and found["m"] else 1
    first, last = _PART_OF_MONTH.get(text.rsplit("月", maxsplit=1)[-1], (1, 0))
    last = last or last_day(year, month)
    return _mention("month", year, f"{month:02d}-{first:02d}", f"{month:02d}-{last:02d}", shift)


def _period(text: str) -> DateMention:
    """A five-year plan; from the third (1966) on they follow one another."""
    plan = number(re.sub("[“”个]|时期|期间", "", text)[:-1])
    first = {1: 1953, 2: 1958}.get(plan, 1966 + 5 * (plan - 3))
    return DateMention(_NOWHERE, "period", f"{first}-01-01", f"{first + 4}-12-31")


def _years(text: str) -> DateMention:
    first, last = (number(y) for y in re.findall(Y, text))
    return DateMention(_NOWHERE, "period", f"{first}-01-01", f"{last}-12-31")


def _year(text: str) -> DateMention:
    if text == "年内":
        return _mention("year", None, "01-01", "12-31", 0)
    year, shift = _year_of(text)
    begin, end = {"初": ("01-01", "03-31"), "末": ("12-31", "12-31"), "底": ("12-31", "12-31")}.get(
        text[-1], ("01-01", "12-31")
    )
    return _mention("year", year, begin, end, shift)


def _lone(text: str) -> DateMention:
    days = [f"---{int(day):02d}" for day in re.findall("\\d+", text)]
    return DateMention(_NOWHERE, "range" if len(days) > 1 else "day", days[0], days[-1])


def _relative(text: str) -> DateMention:
    return DateMention(_NOWHERE, "relative", shift=DAYS.get(text))


READERS: dict[str, Callable[[str], DateMention]] = {
    "range": _range,
    "day": _day,
    "numeric": _numeric,
    "quarter": _quarter,
    "half": _half,
    "months": _month_range,
    "month": _month,
    "period": _period,
    "years": _years,
    "year": _year,
    "lone": _lone,
    "relative": _relative,
}
