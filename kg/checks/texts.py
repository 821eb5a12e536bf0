"""The texts: their hashes, the inputs read again, and every anchor at its offsets."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from kg.checks.fault import Fault, short
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.store import Graph

DOCUMENTS = """SELECT ?document (MIN(?name) AS ?identifier) ?sha256 ?text {
  ?document a pol:Document ; pol:sha256 ?sha256 .
  OPTIONAL { ?document dcterms:identifier ?name } OPTIONAL { ?document nif:isString ?text }
} GROUP BY ?document ?sha256 ?text"""
SPANS = """SELECT ?span ?document ?begin ?end ?anchor {
  ?span nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?anchor ; nif:referenceContext ?document
}"""
REBUILD = "build the document again"


@dataclass(frozen=True, slots=True)
class Held:
    """A document as the graph has it."""

    identifier: str
    sha256: str
    text: str | None


def held(graph: Graph) -> dict[str, Held]:
    """The documents of a graph by IRI."""
    return {
        str(iri): Held(name or short(graph, iri), digest or "", text)
        for iri, name, digest, text in graph.rows(DOCUMENTS)
    }


def hash_faults(documents: Mapping[str, Held]) -> Iterator[Fault]:
    """Documents whose text is not the one that their hash and their name were made from."""
    for iri, document in sorted(documents.items()):
        if document.text is not None and digest(document.text) != document.sha256:
            yield Fault(
                "text", document.identifier, "nif:isString does not have the hash pol:sha256", REBUILD
            )
        if not iri.endswith(f"/doc/{document.sha256[:16]}"):
            yield Fault("text", document.identifier, f"{iri} is not named after pol:sha256", REBUILD)


def reread(graph: Graph, paths: Sequence[str | Path]) -> Iterator[tuple[str, str, str]]:
    """The inputs once more: identifier, IRI and text of each document; unreadable ones are left out."""
    from kg import sources

    for each in sources.find_inputs(paths):
        try:
            for document in sources.read_documents(each):
                yield each.identifier, graph.base + document.iri, document.text
        except KgError:
            continue


def input_faults(documents: Mapping[str, Held], inputs: Iterable[tuple[str, str, str]]) -> Iterator[Fault]:
    """Inputs whose text is not in the graph, or is there in another form."""
    for identifier, iri, text in inputs:
        if iri not in documents:
            yield Fault("input", identifier, "its text is not in the graph", "build again with this input")
        elif digest(text) != documents[iri].sha256:
            yield Fault("input", identifier, "its text has another hash than pol:sha256", REBUILD)


def anchor_faults(graph: Graph, texts: Mapping[str, str], documents: Mapping[str, Held]) -> Iterator[Fault]:
    """Mentions and sentences whose anchor is not what stands at their offsets."""
    for span, document, begin, end, anchor in graph.rows(SPANS):
        text = texts.get(str(document))
        if text is None or not (begin and end and begin.isdecimal() and end.isdecimal()):
            continue
        first, last = int(begin), int(end)
        found = text[first:last]
        where = f"{documents[str(document)].identifier}:{first}-{last}"
        if found != anchor or last > len(text):
            yield Fault("anchor", where, f"the anchor is {anchor!r}, the text has {found!r}", REBUILD)
        if not str(span).endswith(f"#char={first},{last}"):
            yield Fault("anchor", where, f"{short(graph, span)} is not named after its offsets", REBUILD)


def missing_faults(texts: Mapping[str, str], documents: Mapping[str, Held]) -> Iterator[Fault]:
    """Documents whose anchors cannot be checked, since their text is nowhere."""
    for iri in sorted(documents.keys() - texts.keys()):
        what = "the graph was built without texts, so its anchors cannot be checked"
        yield Fault("anchor", documents[iri].identifier, what, "give the inputs as well: kg verify PATHS")


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8.

    >>> digest("")[:8]
    'e3b0c442'
    """
    return sha256(text.encode()).hexdigest()
