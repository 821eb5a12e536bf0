"""Questions to a graph: SPARQL in, a table, JSON or triples out; and what is in the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.model import Kind
from kg.terms import ONTOLOGY_GRAPH, PREFIXES, VOCABULARY_GRAPH

if TYPE_CHECKING:
    from kg.store import Graph

IN_DOCUMENTS = f"FILTER(?g != <{ONTOLOGY_GRAPH}> && ?g != <{VOCABULARY_GRAPH}>)"
CLASSES = " ".join(f"pol:{kind}" for kind in Kind)


def counts(graph: Graph) -> dict[str, Any]:
    """How many documents, entities by class and facts (assertions) by predicate the texts gave."""
    documents = next(graph.rows("SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a pol:Document }"))
    entities = graph.rows(
        f"SELECT ?c (COUNT(DISTINCT ?e) AS ?n) {{ VALUES ?c {{ {CLASSES} }} GRAPH ?g {{ ?e a ?c }} {IN_DOCUMENTS} }} "
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
