"""Known names in a text: every label of the vocabulary at once, leftmost and longest (Aho-Corasick).

A label that stands inside a longer one, or inside a "not this" label (央行 in 央行票据), is not found.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

import ahocorasick_rs

from kg.model import Entry, Kind, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.vocabulary import Vocabulary

LATIN = re.compile(r"[A-Za-z0-9]")


@value
class Match:
    """A known name or post title at a place. `entries` is empty for a title; `title` for a name."""

    begin: int
    end: int
    text: str
    entries: tuple[Entry, ...] = ()
    title: str | None = None


class Matcher:
    """Finds the labels of a vocabulary and its post titles in a folded text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Index every label of every entry but goals, which are found by grammar."""
        entries = vocabulary.entries
        names: dict[str, tuple[tuple[Entry, ...], str | None]] = {}
        for label, iris in vocabulary.surfaces.items():
            known = tuple(entries[iri] for iri in iris if entries[iri].kind is not Kind.GOAL)
            if known:
                names[label] = (known, None)
        for label in vocabulary.not_labels:
            names.setdefault(label, ((), None))
        for title in vocabulary.post_titles:
            names.setdefault(title, ((), title))
        self._labels = sorted(label for label in names if len(label) > 1)
        self._names = [names[label] for label in self._labels]
        self._latin = [bool(LATIN.match(label[0]) or LATIN.match(label[-1])) for label in self._labels]

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        return ahocorasick_rs.AhoCorasick(self._labels, matchkind=kind)

    def find(self, text: str) -> Iterator[Match]:
        """Yield the known names and titles of a text in order; they do not overlap."""
        for index, begin, end in self._automaton.find_matches_as_indexes(text):
            entries, title = self._names[index]
            if (entries or title) and not (self._latin[index] and _cuts_word(text, begin, end)):
                yield Match(begin, end, self._labels[index], entries, title)


def _cuts_word(text: str, begin: int, end: int) -> bool:
    """Whether a Latin name is a part of a longer word (IMF in IMFC)."""
    before = begin > 0 and LATIN.match(text[begin]) and LATIN.match(text[begin - 1])
    after = end < len(text) and LATIN.match(text[end - 1]) and LATIN.match(text[end])
    return bool(before or after)
