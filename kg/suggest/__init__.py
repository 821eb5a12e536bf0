"""Words that the vocabulary lacks, proposed from documents with counts and examples; nothing is added."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Kind
from kg.suggest.edges import Places
from kg.suggest.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.model import Document
    from kg.suggest.finder import Sighting
    from kg.vocabulary import Vocabulary

__all__ = ["Proposal", "suggest"]

EXAMPLES = 2
"""How many sentences stand beside a proposal."""
WIDTH = 80
"""How many characters of a sentence are shown."""
_END = re.compile(r"(?<=[。！？\n])")
_ORDER = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word that the vocabulary lacks: how many documents name it, what found it, and where it stands."""

    kind: Kind
    label: str
    documents: int
    pattern: str
    examples: tuple[str, ...]


@dataclass(slots=True)
class Seen:
    """The documents in which something was seen, by number, and the first sentences."""

    documents: set[int] = field(default_factory=set)
    examples: list[str] = field(default_factory=list)

    def add(self, document: int, example: str) -> None:
        """Note a place; only the first of a document counts."""
        if document not in self.documents:
            self.documents.add(document)
            if len(self.examples) < EXAMPLES:
                self.examples.append(example)


def suggest(
    documents: Iterable[Document], vocabulary: Vocabulary, *, kinds: Collection[Kind] = (), least: int = 3
) -> list[Proposal]:
    """The words that at least `least` documents name, by class, then the most named first.

    `kinds` are the classes to look for; none means all.
    """
    seen, places = _collect(documents, Finder(vocabulary, kinds=frozenset(kinds or Kind)))
    merged: defaultdict[tuple[Kind, str], Seen] = defaultdict(Seen)
    pattern: dict[tuple[Kind, str], str] = {}
    for sighting, found in seen.items():
        label = (
            places[sighting.kind].edge(sighting.tokens, sighting.head, least=least)
            if sighting.tokens
            else sighting.head
        )
        if label:
            key = sighting.kind, label
            pattern.setdefault(key, sighting.pattern)
            merged[key].documents |= found.documents
            merged[key].examples += found.examples
    proposals = (
        Proposal(kind, label, len(found.documents), pattern[kind, label], tuple(found.examples[:EXAMPLES]))
        for (kind, label), found in merged.items()
        if len(found.documents) >= least
    )
    return sorted(proposals, key=lambda one: (_ORDER[one.kind], -one.documents, one.label))


def _collect(
    documents: Iterable[Document], finder: Finder
) -> tuple[dict[Sighting, Seen], dict[Kind, Places]]:
    """Everything that was sighted, and what stood before each head."""
    seen: defaultdict[Sighting, Seen] = defaultdict(Seen)
    places: defaultdict[Kind, Places] = defaultdict(Places)
    for number, document in enumerate(documents):
        for sentence in _sentences(document.folded):
            for sighting in finder.find(sentence):
                seen[sighting].add(number, _example(sentence, sighting.longest, document))
                if sighting.tokens:
                    places[sighting.kind].add(sighting.tokens, sighting.head)
    return seen, places


def _sentences(text: str) -> Iterator[str]:
    return (sentence for part in _END.split(text) if (sentence := part.strip()))


def _example(sentence: str, name: str, document: Document) -> str:
    """The part of the sentence around the name, and the document that it stands in."""
    at = max(sentence.find(name), 0)
    begin = max(0, min(at - (WIDTH - len(name)) // 2, len(sentence) - WIDTH))
    end = begin + max(WIDTH, len(name))
    cut = "…" * (begin > 0) + sentence[begin:end] + "…" * (end < len(sentence))
    return f"{cut} ({document.identifiers[0]})"
