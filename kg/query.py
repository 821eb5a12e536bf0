"""Questions to a graph: SPARQL in, a table, JSON or triples out; and what is in the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg import store, tables
from kg.errors import QueryError
from kg.model import Kind
from kg.terms import PREFIXES

if TYPE_CHECKING:
    from kg.store import Graph, Result

FORMATS = {
    "rows": ("table", "csv", "tsv", "json", "xml", "html"),
    "triples": ("ttl", "nt", "xml", "json", "table", "html"),
    "truth": ("table", "csv", "tsv", "json", "xml"),
}
"""The formats of each form of answer; the first is what one gets unasked."""
NAMED = """{ SELECT DISTINCT ?e { { ?m itsrdf:taIdentRef ?e } UNION { ?a rdf:subject ?e }
  UNION { ?a rdf:object ?e } } }"""
"""The entities that a document names or says something about."""
CLASSES = " ".join(f"pol:{kind}" for kind in Kind)


def counts(graph: Graph) -> dict[str, Any]:
    """How many documents, entities by class and facts (assertions) by predicate the texts gave."""
    documents = next(graph.rows("SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a pol:Document }"))
    entities = graph.rows(
        f"SELECT ?c (COUNT(DISTINCT ?e) AS ?n) {{ {NAMED} VALUES ?c {{ {CLASSES} }} ?e a ?c }} "
        "GROUP BY ?c ORDER BY ?c"
    )
    facts = graph.rows(
        "SELECT ?p (COUNT(DISTINCT ?a) AS ?n) { ?a a pol:Assertion; rdf:predicate ?p } GROUP BY ?p ORDER BY ?p"
    )
    return {
        "documents": int(documents[0] or 0),
        "entities": {short(name or ""): int(n or 0) for name, n in entities},
        "facts": {short(name or ""): int(n or 0) for name, n in facts},
    }


def short(iri: str) -> str:
    """An IRI with the contract's prefix, where one fits.

    >>> short("http://www.w3.org/ns/org#holds")
    'org:holds'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is in a graph: documents and their period, entities by class, facts by predicate, quads."""

    documents: int
    first: str | None
    last: str | None
    entities: dict[str, int]
    facts: dict[str, int]
    mentions: int
    quads: int


def summarise(graph: Graph) -> Summary:
    """Count what is in a graph."""
    counted = counts(graph)
    first, last = next(
        graph.rows("SELECT (MIN(?t) AS ?first) (MAX(?t) AS ?last) { ?d a pol:Document; dcterms:issued ?t }")
    )
    (mentions,) = next(graph.rows("SELECT (COUNT(?m) AS ?n) { ?m itsrdf:taIdentRef ?e }"))
    return Summary(
        documents=counted["documents"],
        first=first,
        last=last,
        entities=counted["entities"],
        facts=counted["facts"],
        mentions=int(mentions or 0),
        quads=len(graph),
    )


def render(result: Result, format: str | None = None, *, base: str) -> bytes:
    """What a query gave, written in a format of FORMATS; QueryError where the form has no such format."""
    form = store.form(result)
    wanted = format or FORMATS[form][0]
    if wanted not in FORMATS[form]:
        raise QueryError(
            f"a query that gives {form} is written as {', '.join(FORMATS[form])}: not as {wanted}"
        )
    if wanted not in ("table", "html"):
        return store.serialize(result, wanted).rstrip(b"\n") + b"\n"
    if form == "truth":
        return b"true\n" if result else b"false\n"
    draw = tables.text if wanted == "table" else tables.html
    header, rows = store.cells(result)
    return draw(header, [[shorten(cell, base) for cell in row] for row in rows]).encode()


def shorten(cell: str, base: str) -> str:
    """A cell for people: an IRI without the base, or with its prefix.

    >>> shorten("https://w3id.org/policykg/id/institution/pboc", "https://w3id.org/policykg/id/")
    'institution/pboc'
    """
    return cell.removeprefix(base) if cell.startswith(base) else short(cell)
