"""The dates of Chinese official prose, with their places: a small grammar in one compiled expression.

A mention whose text does not say the year has the truncated ISO forms "--01-04" (month and day), "--01"
(month) or "---22" (day only); `resolve` fills them in from an anchor, the date that the document bears.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or a stretch of time that a text names.

    `kind`: day, range, month, quarter, half, year, period or relative. `begin` and `end` are ISO, both
    inclusive, truncated where the year (or the month) is not said, None where nothing is settled (近日).
    `shift` is the distance in years (去年: -1), for `relative` in days (昨天: -1), from the anchor.
    """

    span: Span
    kind: str
    begin: str | None = None
    end: str | None = None
    shift: int | None = None

    @property
    def year(self) -> int | None:
        """The year in which it begins, where that is settled."""
        return int(self.begin[:4]) if self.begin and not self.begin.startswith("-") else None


YEARS = {"今年": 0, "本年": 0, "年内": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2, "明年": 1, "来年": 1, "后年": 2}
"""Words for a year, by their distance from the anchor's."""

DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1, "后天": 2}
"""Words for a day, by their distance from the anchor."""

VAGUE = (
    "近日|日前|近期|最近|近年来|近来|下一阶段|下阶段|下一步|现阶段|目前|当前|此前|当天|当日|同日|"
    "本月初|本月底|本月|上个月|上月|下个月|下月|本周|上周|下周|下一年|次年|同年"
)
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_TO = "(?:至|到|-{1,2}|–|—{1,2}|~|～|﹣|/(?=\\d+日))"
_Y = "(?:(?:19|20)\\d\\d|[一二][九〇零○][〇零○一二三四五六七八九]{2})"
_REL = "今年|本年|去年|上年|上一年|前年|明年|来年|后年"
_ANY = f"(?:{_Y} ?年|{_REL})(?:的)? ?"
_M = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = "(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_PATTERNS = {
    "range": f"(?:{_ANY})?{_M} ?月 ?{_D} ?日?(?:上午|下午|晚)? ?{_TO} ?(?:{_ANY})?(?:{_M} ?月 ?)?{_D} ?日",
    "day": f"(?:今天|今日|昨天|昨日|明天)[（(]{_M}月{_D}日[）)]|(?:{_ANY})?{_M} ?月 ?{_D} ?日",
    "numeric": "(?:19|20)\\d\\d(?P<sep>[-/.])(?:1[0-2]|0?[1-9])(?P=sep)(?:3[01]|[12]\\d|0?[1-9])(?!\\d)",
    "quarter": f"(?:{_ANY})?(?:前[一二三]个?|第?[一二三四1234](?:{_TO}[一二三四1234])?|首)季度",
    "half": f"(?:{_ANY})?[上下]半年",
    "months": f"(?:{_ANY})?(?:{_M} ?月?{_TO}{_M} ?月|前{_M}个月)份?",
    "month": f"(?:{_ANY})?{_M} ?月(?:份|底|末|初|上旬|中旬|下旬)?(?! ?{_D}日)",
    "period": f"“?十[一二三四五六七八九](?:个)?五”?(?:时期|期间)|“[一二三四五六七八九十]{{1,3}}五”(?:时期|期间)?",
    "years": f"{_Y}年?{_TO}{_Y}年",
    "year": f"(?:{_Y} ?年|{_REL})(?:全年|以来|年?[初末底])?|年内",
    "lone": "(?<![\\d月.])(?:3[01]|[12]\\d|[1-9])(?:日(?![内后前均元])|号(?=在|上午|下午|晚|凌晨|发布|闭幕|开幕|举行|起))"
    f"(?:{_TO}(?:3[01]|[12]\\d|[1-9])日)?",
    "relative": f"{'|'.join(DAYS)}|{VAGUE}",
}
_FIRST = "(?=[0-9一二三四五六七八九十今昨前后明去来上下本年次同近日最现目当此第首“])(?<!\\d)"
_SCAN = re.compile(_FIRST + "(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()) + ")")


def find_dates(folded: str) -> Iterator[DateMention]:
    """Yield the dates that the text names, in order; they do not overlap.

    >>> [(m.kind, m.begin, m.end) for m in find_dates("2024年工作会议1月4日-5日在京召开，前三季度")]
    [('year', '2024-01-01', '2024-12-31'), ('range', '--01-04', '--01-05'), ('quarter', '--01-01', '--09-30')]
    """
    for match in _SCAN.finditer(folded):
        name = match.lastgroup or ""
        if name == "month" and not _is_month(folded, match):
            continue
        yield replace(_READERS[name](match[0]), span=Span(match.start(), match.end()))


def _is_month(folded: str, match: re.Match[str]) -> bool:
    """Not "三月之内" or a count ("3个月" never matches), and not a Chinese numeral inside a name."""
    return match[0][0] not in "一二三四五六七八九十" or folded[match.end() : match.end() + 1] not in ("之", "内")


def number(text: str) -> int:
    """The number that digits or Chinese numerals up to 99, or a year in Chinese digits, write.

    >>> number("二〇二四"), number("三十一"), number("十"), number("05")
    (2024, 31, 10, 5)
    """
    if "十" not in text:
        return int(text.translate(_DIGITS))
    tens, ones = text.split("十")
    return 10 * (number(tens) if tens else 1) + (number(ones) if ones else 0)


_PART = re.compile(f"(?:(?P<y>{_Y}) ?年|(?P<r>{_REL}))?(?:的)? ?(?:(?P<m>{_M}) ?月 ?)?(?:(?P<d>{_D}) ?日?)?")
_NOWHERE = Span(0, 0)


def _mention(kind: str, year: str | int | None, begin: str, end: str, shift: int | None = None) -> DateMention:
    """A mention whose ends are "01-04" of the year, or of a year that is not said."""
    head = "-" if year is None else f"{int(year):04d}"
    return DateMention(_NOWHERE, kind, f"{head}-{begin}", f"{head}-{end}", shift)


def _year_of(text: str) -> tuple[int | None, int | None]:
    """The year that the text begins with, and its distance from the anchor's where a word says it."""
    found = _PART.match(text)
    if found and found["y"]:
        return number(found["y"]), None
    return None, YEARS.get(found["r"]) if found and found["r"] else None


def _last_day(year: int | None, month: int) -> int:
    return monthrange(year or 2001, month)[1]


def _day(text: str) -> DateMention:
    found = _PART.match(re.sub("^..[（(]", "", text))
    assert found  # noqa: S101 - the scanner has matched a superset
    year, shift = _year_of(found[0])
    return _valid(_mention("day", year, (day := _month_day(found["m"], found["d"])), day, shift))


def _month_day(month: str, day: str) -> str:
    return f"{number(month):02d}-{number(day):02d}"


def _valid(mention: DateMention) -> DateMention:
    """The mention, without its ends where a month has no such day (2月30日)."""
    for end in (mention.begin, mention.end):
        if end and not _is_date(end.replace("--", "2000-", 1) if end.startswith("--") else end):
            return replace(mention, begin=None, end=None)
    return mention


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _range(text: str) -> DateMention:
    left, right = re.split(_TO, text, maxsplit=1)
    first, last = _PART.match(left), _PART.match(right.strip())
    assert first  # noqa: S101 - the scanner has matched a superset
    assert last  # noqa: S101 - the same
    year, shift = _year_of(left)
    begin = _mention("range", year, *[_month_day(first["m"], first["d"])] * 2, shift)
    until = _year_of(right)[0] or year
    end = _mention("range", until, *[_month_day(last["m"] or first["m"], last["d"])] * 2)
    return _valid(replace(begin, end=end.end))


def _numeric(text: str) -> DateMention:
    year, month, day = re.split("[-/.]", text)
    return _valid(_mention("day", year, *[_month_day(month, day)] * 2))


def _quarter(text: str) -> DateMention:
    year, shift = _year_of(text)
    tail = text[text.rfind("年") + 1 :]
    numbers = [number(c) for c in re.findall("[一二三四1234]", tail)] or [1]
    first = 1 if "前" in tail else numbers[0]
    return _months(year, shift, 3 * first - 2, 3 * numbers[-1], kind="quarter")


def _months(year: int | None, shift: int | None, first: int, last: int, *, kind: str) -> DateMention:
    return _mention(kind, year, f"{first:02d}-01", f"{last:02d}-{_last_day(year, last):02d}", shift)


def _half(text: str) -> DateMention:
    first = 1 if text.endswith("上半年") else 7
    return _months(*_year_of(text), first, first + 5, kind="half")


def _month_range(text: str) -> DateMention:
    year, shift = _year_of(text)
    numbers = [number(m) for m in re.findall(f"{_M}(?= ?个?月|{_TO})", text[text.rfind("年") + 1 :])]
    return _months(year, shift, numbers[0] if len(numbers) > 1 else 1, max(numbers[-1], numbers[0]), kind="month")


_PART_OF_MONTH = {"初": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 0), "底": (21, 0), "末": (21, 0)}


def _month(text: str) -> DateMention:
    year, shift = _year_of(text)
    found = _PART.match(text)
    month = number(found["m"]) if found and found["m"] else 1
    first, last = _PART_OF_MONTH.get(text.split("月")[-1], (1, 0))
    last = last or _last_day(year, month)
    return _mention("month", year, f"{month:02d}-{first:02d}", f"{month:02d}-{last:02d}", shift)


def _period(text: str) -> DateMention:
    """A five-year plan; from the third (1966) on they follow one another."""
    plan = number(re.sub("[“”个]|时期|期间", "", text)[:-1])
    first = {1: 1953, 2: 1958}.get(plan, 1966 + 5 * (plan - 3))
    return DateMention(_NOWHERE, "period", f"{first}-01-01", f"{first + 4}-12-31")


def _years(text: str) -> DateMention:
    first, last = (number(y) for y in re.findall(_Y, text))
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


_READERS: dict[str, Callable[[str], DateMention]] = {
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


def resolve(mention: DateMention, anchor: date | None) -> DateMention:
    """The mention with full dates, as far as the anchor settles them; without an anchor, as it is.

    A year that no word says is the one that brings the date nearest to the anchor; a day alone is the
    latest such day up to the anchor.

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
        end = f"{end[:8]}{_last_day(year, 2)}"
    return _valid(replace(mention, begin=begin, end=end))
