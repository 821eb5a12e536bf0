"""A date as the text names it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kg.model import Span  # noqa: TC001 - typing.get_type_hints of a dataclass needs it


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


def valid(mention: DateMention) -> DateMention:
    """The mention, without its ends where a month has no such day (2月30日)."""
    for end in (mention.begin, mention.end):
        if end and not is_date(end.replace("--", "2000-", 1) if end.startswith("--") else end):
            return replace(mention, begin=None, end=None)
    return mention


def is_date(text: str) -> bool:
    """Whether the calendar has that ISO day."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
