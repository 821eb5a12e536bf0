"""What a recognizer finds: a name of a kind at a place, before it is linked to an entity."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
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
        self.found = sorted(found, key=lambda f: (f.begin, -f.end))
        self._begins = [f.begin for f in self.found]
        self._ends = {f.end: f for f in self.found}
        self._starts = {f.begin: f for f in self.found}
        self._by_kind: dict[Kind | None, tuple[list[int], list[Found]]] = {}
        for f in self.found:
            begins, found = self._by_kind.setdefault(f.kind, ([], []))
            begins.append(f.begin)
            found.append(f)

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

    def within(self, begin: int, end: int) -> list[Found]:
        """The names that stand wholly in a range."""
        first = bisect_left(self._begins, begin)
        last = bisect_left(self._begins, end)
        return [f for f in self.found[first:last] if f.end <= end]

    def last(self, kind: Kind | None, before: int) -> Found | None:
        """The last name of a kind that begins before a place."""
        begins, found = self._by_kind.get(kind, ([], []))
        at = bisect_left(begins, before)
        return found[at - 1] if at else None

    def of_kind(self, kind: Kind | None, begin: int, end: int) -> list[Found]:
        """The names of a kind that stand wholly in a range, in order."""
        if kind not in self._by_kind:
            return []
        begins, found = self._by_kind[kind]
        first = bisect_left(begins, begin)
        if first == len(begins) or begins[first] >= end:
            return []
        return [f for f in found[first : bisect_left(begins, end)] if f.end <= end]


def merged(known: Iterable[Found], new: Iterable[Found]) -> list[Found]:
    """Known and new names without overlaps: the longer one wins, then the earlier, then the known.

    What is adhered to is a stance even where its name is a known field (坚持绿色发展).
    Names known before do not overlap one another.
    """
    known, new = list(known), list(new)
    if not new:
        return known
    covered = {place for found in new for place in range(found.begin, found.end)}
    taken: list[Found] = []
    rivals = [(found, 1 if found.kind is not Kind.STANCE else -1) for found in new]
    for found in known:
        if covered.isdisjoint(range(found.begin, found.end)):
            taken.append(found)
        else:
            rivals.append((found, 0 if found.kind is Kind.SECTOR else -2))
    cover: set[int] = set()
    for found, _ in sorted(
        rivals, key=lambda rival: (rival[0].begin - rival[0].end, rival[0].begin, rival[1])
    ):
        places = range(found.begin, found.end)
        if cover.isdisjoint(places):
            cover.update(places)
            taken.append(found)
    return sorted(taken, key=lambda f: f.begin)
