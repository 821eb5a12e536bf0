"""Facts and assertions stand together: each triple about the policy world with its assertion, in one graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.checks.fault import Fault, short
from kg.terms import VOCABULARY_GRAPH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store import Graph

PREDICATES = (
    "org:holds",
    *(
        f"pol:{name}"
        for name in (
            "adopts", "attends", "chairs", "concerns", "convenes", "cooperatesWith", "guidedBy", "implements",
            "issues", "leads", "participatesIn", "pursues", "servesGoal", "speaksAt", "supports", "uses",
        )
    ),
)  # fmt: skip
"""The predicates of the graph contract."""

TRIPLES = f"""SELECT DISTINCT ?g ?s ?p ?o {{
  VALUES ?p {{ {" ".join(PREDICATES)} }} GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{VOCABULARY_GRAPH}>)
}}"""
ASSERTIONS = "SELECT ?g ?s ?p ?o ?a { GRAPH ?g { ?a rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }"
ELSEWHERE = """SELECT DISTINCT ?a ?q {
  GRAPH ?g { ?a prov:wasQuotedFrom ?q } FILTER NOT EXISTS { GRAPH ?g { ?q nif:referenceContext ?g } }
}"""
STRAY = """SELECT DISTINCT ?g ?span {
  GRAPH ?g { ?span nif:referenceContext ?document } FILTER(?document != ?g)
}"""
NAMELESS = f"""SELECT DISTINCT ?g {{
  GRAPH ?g {{ ?a a pol:Assertion }} FILTER NOT EXISTS {{ GRAPH ?g {{ ?g a pol:Document }} }}
  FILTER(?g != <{VOCABULARY_GRAPH}>)
}}"""
REBUILD = "build the document again; if it stays, report the rule that made the fact"


def faults(graph: Graph) -> Iterator[Fault]:
    """Triples without assertion, assertions without triple, evidence and spans of another document."""
    triples = set(graph.rows(TRIPLES))
    asserted = {row[:4]: str(row[4]) for row in graph.rows(ASSERTIONS)}
    for row in sorted(triples - asserted.keys()):
        yield Fault("fact", _triple(graph, row), "the triple has no assertion in its graph", REBUILD)
    for row in sorted(asserted.keys() - triples):
        where = f"{short(graph, asserted[row])}: {_triple(graph, row)}"
        yield Fault("fact", where, "the assertion's triple does not stand in its graph", REBUILD)
    yield from _misplaced(graph)


def _misplaced(graph: Graph) -> Iterator[Fault]:
    for assertion, quote in sorted(graph.rows(ELSEWHERE)):
        where = f"{short(graph, assertion)} -> {short(graph, quote)}"
        yield Fault("fact", where, "the assertion is quoted from a sentence of another document", REBUILD)
    for name, span in sorted(graph.rows(STRAY)):
        where = f"{short(graph, span)} in <{short(graph, name)}>"
        yield Fault("fact", where, "the text span belongs to another document than its graph", REBUILD)
    for (name,) in sorted(graph.rows(NAMELESS)):
        what = "the graph has assertions, but is not the graph of a document"
        yield Fault("fact", short(graph, name), what, REBUILD)


def _triple(graph: Graph, row: tuple[str | None, ...]) -> str:
    return " ".join(f"<{short(graph, each)}>" for each in row[1:4]) + f" in <{short(graph, row[0])}>"
