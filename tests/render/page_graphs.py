"""Graphs of the contract, written by hand: entities, documents and facts in, a queryable graph out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, RdfFormat, Store

from kg import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

POL = terms.PREFIXES["pol"]
SPANS = ("nif:beginIndex", "nif:endIndex")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An entity: `iri` relative to the base; `extra` is Turtle that follows its labels."""

    iri: str
    kind: str
    zh: str
    en: str | None = None
    alt: tuple[str, ...] = ()
    extra: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact, the quote that shows it, and qualifiers as (predicate, Turtle term) pairs."""

    subject: str
    predicate: str
    object: str
    quote: str
    qualifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document with its facts and its mentions, (IRI, name) pairs: each name where it first stands in the text."""

    identifier: str
    text: str
    title: str = ""
    issued: str = ""
    publisher: str = ""
    source: str = ""
    facts: tuple[Fact, ...] = ()
    mentions: tuple[tuple[str, str], ...] = ()
    with_text: bool = True

    @property
    def iri(self) -> str:
        """The name of the document and of its graph."""
        return "doc/" + hashlib.sha256((self.identifier + self.text).encode()).hexdigest()[:16]


@dataclass(slots=True)
class MemoryGraph:
    """What the page needs of `kg.store.Graph`, in memory."""

    store: Store = field(default_factory=Store)

    def rows(self, sparql: str) -> Iterator[tuple[str | None, ...]]:
        """Each solution as plain values, in the order of the query's variables."""
        for row in self.store.query(sparql, use_default_graph_as_union=True):
            yield tuple(None if term is None else term.value for term in row)


def graph_of(things: list[Thing], texts: list[Text]) -> MemoryGraph:
    """The graph that holds the entities in the vocabulary and each text in its own named graph."""
    graph = MemoryGraph()
    graph.store.bulk_load(trig(things, texts).encode(), RdfFormat.TRIG)
    return graph


def trig(things: list[Thing], texts: list[Text]) -> str:
    """The TriG of a whole graph."""
    head = f"@base <{terms.BASE}> .\n" + "".join(
        f"@prefix {p}: <{iri}> .\n" for p, iri in terms.PREFIXES.items()
    )
    vocabulary = "\n".join(map(_thing, things))
    return head + f"<{terms.VOCABULARY_GRAPH}> {{\n{vocabulary}\n}}\n" + "\n".join(map(_document, texts))


def literal(text: str, language: str | None = None) -> str:
    """A Turtle literal."""
    return str(Literal(text, language=language)) if language else str(Literal(text))


def _thing(thing: Thing) -> str:
    labels = [f"skos:prefLabel {literal(thing.zh, 'zh')}"]
    labels += [f"skos:prefLabel {literal(thing.en, 'en')}"] if thing.en else []
    labels += [f"skos:altLabel {literal(name, 'zh')}" for name in thing.alt]
    return f"<{thing.iri}> a {thing.kind} ; {' ; '.join(labels)} {thing.extra}."


def _document(text: Text) -> str:
    lines = [
        f"<{text.iri}> {{ <{text.iri}> a pol:Document, nif:Context ; dcterms:identifier {literal(text.identifier)}"
    ]
    pairs = (("title", text.title), ("publisher", text.publisher))
    lines += [f"; dcterms:{name} {literal(value)}" for name, value in pairs if value]
    lines += [f'; dcterms:issued "{text.issued}"^^xsd:date'] if text.issued else []
    lines += [f"; dcterms:source {literal(text.source)}"] if text.source else []
    lines += [f"; nif:isString {literal(text.text)}"] if text.with_text else []
    lines += ["."]
    lines += [_mention(text, iri, name) for iri, name in text.mentions]
    lines += [_fact(text, number, fact) for number, fact in enumerate(text.facts)]
    return "\n".join([*lines, "}"])


def _span(text: Text, begin: int, quote: str, kind: str) -> str:
    end = begin + len(quote)
    where = f'nif:beginIndex "{begin}"^^xsd:nonNegativeInteger ; nif:endIndex "{end}"^^xsd:nonNegativeInteger'
    return (
        f"<{text.iri}#char={begin},{end}> a {kind} ; nif:referenceContext <{text.iri}> ; {where} ; "
        f"nif:anchorOf {literal(quote)} "
    )


def _mention(text: Text, iri: str, name: str) -> str:
    return _span(text, text.text.index(name), name, "nif:Phrase") + f"; itsrdf:taIdentRef <{iri}> ."


def _fact(text: Text, number: int, fact: Fact) -> str:
    begin = text.text.index(fact.quote)
    triple = f"<{fact.subject}> {fact.predicate} <{fact.object}>"
    parts = f"rdf:subject <{fact.subject}> ; rdf:predicate {fact.predicate} ; rdf:object <{fact.object}>"
    rest = "".join(f" ; {name} {value}" for name, value in fact.qualifiers)
    sentence = f"<{text.iri}#char={begin},{begin + len(fact.quote)}>"
    return (
        f"{triple} .\n<{text.iri}/fact/{number}> a pol:Assertion ; {parts} ; prov:wasQuotedFrom {sentence}{rest} .\n"
        + _span(text, begin, fact.quote, "nif:Sentence")
        + "."
    )
