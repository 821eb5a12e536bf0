"""What the page holds, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Mention: TypeAlias = tuple[int, int, int, str]
"""Text number, begin, end, IRI of the entity."""


@dataclass(frozen=True, slots=True)
class Text:
    """A document: `text` is None where the graph was built without texts."""

    iri: str
    identifier: str
    title: str
    issued: str
    publisher: str
    source: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A place in the text number `text`; `quote` is set where the text itself is not in the graph."""

    text: int
    begin: int
    end: int
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity that a document names or a fact is about."""

    iri: str
    kind: str
    zh: str
    en: str
    names: tuple[str, ...]
    when: str
    where: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: its ends by IRI (a post is folded into its body), its sentences by number, its qualifiers as said."""

    subject: str
    predicate: str
    object: str
    sentences: tuple[int, ...]
    qualifiers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Contents:
    """All that the page holds. Things stand in the order of their number of facts, the most connected first."""

    texts: tuple[Text, ...]
    things: tuple[Thing, ...]
    facts: tuple[Fact, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    items: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Number and heading of each numbered item, by IRI."""
    titles: dict[str, str] = field(default_factory=dict)
    """The English of post titles, by the Chinese."""
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    """What the ontology calls each predicate, by local name and language."""
