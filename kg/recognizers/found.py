"""What a recognizer finds: a name of a kind at a place, before it is linked to an entity."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.model import Kind, value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.matcher import Match
    from kg.model import Entry


@value
class Found:
    """A name at a place: its kind (None for a post title), the label it stands for, the entries it may be."""

    begin: int
    end: int
    kind: Kind | None
    label: str
    entries: tuple[Entry, ...] = ()
    reason: str = "known name"

    def named(self, label: str) -> Found:
        """The same place with another label."""
        return replace(self, label=label)


def from_match(match: Match) -> Found:
    """A known name; where a label names entries of several kinds, the first entry's kind."""
    kind = match.entries[0].kind if match.entries else None
    return Found(match.begin, match.end, kind, match.text, match.entries)


class Layer:
    """Found names that do not overlap, in order, for questions about places."""

    def __init__(self, found: Iterable[Found]) -> None:
        """Keep what is found, in order of place."""
        self.found = sorted(found, key=attrgetter("begin"))
        self._ends = {f.end: f for f in self.found}
        self._starts = {f.begin: f for f in self.found}
        self._rows: dict[tuple[Kind | None, ...], tuple[list[int], list[Found]]] = {}

    def _row(self, kinds: tuple[Kind | None, ...]) -> tuple[list[int], list[Found]]:
        """The names of some kinds, or of all, and where they begin."""
        if kinds not in self._rows:
            named = [f for f in self.found if f.kind in kinds] if kinds else self.found
            self._rows[kinds] = [f.begin for f in named], named
        return self._rows[kinds]

    def joined(self, new: Iterable[Found]) -> Layer:
        """The layer with new names in it, where no longer name stands."""
        rows = list(new)
        return Layer(merged(self.found, rows)) if rows else self

    @property
    def end(self) -> int:
        """Where the last name ends."""
        return max(self._ends, default=0)

    def starting(self, at: int) -> Found | None:
        """The name that begins at a place."""
        return self._starts.get(at)

    def ending(self, at: int) -> Found | None:
        """The name that ends at a place."""
        return self._ends.get(at)

    def within(self, begin: int, end: int, kinds: tuple[Kind | None, ...] = ()) -> list[Found]:
        """The names of some kinds, or of all, that stand wholly in a range, in order: only the last may reach out of it."""
        begins, found = self._rows.get(kinds) or self._row(kinds)
        first = bisect_left(begins, begin)
        if first == len(begins) or begins[first] >= end:
            return []
        row = found[first : bisect_left(begins, end, first)]
        return row if row[-1].end <= end else row[:-1]

    def last(self, kind: Kind | None, before: int) -> Found | None:
        """The last name of a kind that begins before a place."""
        begins, found = self._rows.get((kind,)) or self._row((kind,))
        at = bisect_left(begins, before)
        return found[at - 1] if at else None

    def of_kind(self, kind: Kind | None, begin: int, end: int) -> list[Found]:
        """The names of a kind that stand wholly in a range, in order."""
        return self.within(begin, end, (kind,))

    def begins(self, kind: Kind, begin: int, end: int) -> bool:
        """Whether a name of a kind begins in a range, or right behind it."""
        begins, _ = self._rows.get((kind,)) or self._row((kind,))
        return bisect_left(begins, begin) < bisect_right(begins, end)


OVER_FIELDS = (Kind.STANCE, Kind.TOOL)
"""What a known field is where the words around it say so."""


def merged(known: Iterable[Found], new: Iterable[Found]) -> list[Found]:
    """Known and new names without overlaps: the longer one wins, then the earlier, then the known.

    What is adhered to is a stance even where its name is a known field (坚持绿色发展), and what is set up an instrument (设立科创板).
    Names known before stand in order and do not overlap one another.
    """
    known, new = list(known), list(new)
    if not new:
        return known
    begins, longest = [f.begin for f in known], max((f.end - f.begin for f in known), default=0)
    touched = {
        at
        for f in new
        for at in range(bisect_left(begins, f.begin - longest), bisect_left(begins, f.end))
        if known[at].end > f.begin
    }
    taken = [found for at, found in enumerate(known) if at not in touched]
    rivals = [(found, -1 if found.kind in OVER_FIELDS else 1) for found in new]
    rivals += [(known[at], 0 if known[at].kind is Kind.SECTOR else -2) for at in touched]
    cover: set[int] = set()
    for found, _ in sorted(
        rivals, key=lambda rival: (rival[0].begin - rival[0].end, rival[0].begin, rival[1])
    ):
        places = range(found.begin, found.end)
        if cover.isdisjoint(places):
            cover.update(places)
            taken.append(found)
    return sorted(taken, key=lambda f: f.begin)
