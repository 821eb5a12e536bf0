"""One pass over a sentence: every place that one of the patterns gives away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.model import Kind
from kg.suggest import edges, people
from kg.suggest.patterns import HEADS, WHOLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kg.vocabulary import Vocabulary


BEYOND = 8
"""The characters behind a head word in which a known name may go on (贷款市场 in 贷款市场报价利率)."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place that may hold a name: what found it, the words that may belong to it, and its end."""

    kind: Kind
    pattern: str
    tokens: tuple[str, ...]
    head: str

    @property
    def longest(self) -> str:
        """The name with every word that may belong to it."""
        return "".join(self.tokens) + self.head


class Finder:
    """Finds in a sentence what the patterns of some classes give away and the vocabulary does not know."""

    def __init__(self, vocabulary: Vocabulary, *, kinds: Collection[Kind]) -> None:
        """Index the heads and the titles of these classes."""
        self._known = {*vocabulary.surfaces, *vocabulary.not_labels, *vocabulary.post_titles}
        self._known.update(label.strip("《》“”") for label in vocabulary.surfaces)
        self._verbs = frozenset(verb.word for verb in vocabulary.verbs)
        self._wholes = [row for row in WHOLES if row.kind in kinds]
        names = {head: row.kind for row in HEADS if row.kind in kinds for head in row.words}
        if Kind.OFFICIAL in kinds:
            names |= dict.fromkeys(vocabulary.post_titles, Kind.OFFICIAL)
        self._names = sorted(names)
        self._kinds = [names[name] for name in self._names]
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest) if names else None

    def find(self, sentence: str) -> Iterator[Sighting]:
        """Yield the places in a sentence, by pattern."""
        for row in self._wholes:
            for found in row.regex.finditer(sentence):
                if found[1] not in self._known:
                    yield Sighting(row.kind, row.id, (), found[1])
        hits = self._automaton.find_matches_as_indexes(sentence) if self._automaton else ()
        for index, begin, end in hits:
            if self._kinds[index] is Kind.OFFICIAL:
                yield from self._person(sentence, end)
            else:
                yield from self._headed(sentence, begin, index)

    def _person(self, sentence: str, begin: int) -> Iterator[Sighting]:
        name = people.name_at(sentence, begin)
        if name and name not in self._known:
            yield Sighting(Kind.OFFICIAL, people.PATTERN, (), name)

    def _headed(self, sentence: str, begin: int, index: int) -> Iterator[Sighting]:
        head = self._names[index]
        tokens = edges.left(sentence, begin, verbs=self._verbs)
        suffixes = ["".join(tokens[at:]) + head for at in range(len(tokens))]
        after = sentence[begin + len(head) : begin + len(head) + BEYOND]
        longer = (s + after[:more] for s in suffixes for more in range(1, len(after) + 1))
        if tokens and self._known.isdisjoint(suffixes) and self._known.isdisjoint(longer):
            yield Sighting(self._kinds[index], f"the head word {head}", tokens, head)
