"""The graph as a network, and measures of it. The only door to networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from kg.model import Kind
from kg.query import NAMED, short

if TYPE_CHECKING:
    from kg.store import Graph

CLASSES = " ".join(f"pol:{kind}" for kind in Kind)
NODES = f"""SELECT ?e ?class ?label ?label_en {{ {NAMED}
  {{ SELECT ?e (MIN(?c) AS ?class) {{ VALUES ?c {{ {CLASSES} }} ?e a ?c }} GROUP BY ?e }}
  OPTIONAL {{ SELECT ?e (MIN(?zh) AS ?label) {{ ?e skos:prefLabel ?zh FILTER(lang(?zh) = "zh") }} GROUP BY ?e }}
  OPTIONAL {{ SELECT ?e (MIN(?en) AS ?label_en) {{ ?e skos:prefLabel ?en FILTER(lang(?en) = "en") }} GROUP BY ?e }} }}
ORDER BY ?e"""
"""Class and labels each by itself: every document tells of its entities again, and a join would multiply them."""
EDGES = """SELECT ?s ?o ?a ?p ?d ?status ?year ?action {
  GRAPH ?d { ?a a pol:Assertion; rdf:subject ?s; rdf:predicate ?p; rdf:object ?o
    OPTIONAL { ?a pol:status ?status } OPTIONAL { ?a pol:year ?year } OPTIONAL { ?a pol:action ?action } } }
ORDER BY ?s ?o ?a"""


def network(graph: Graph) -> nx.MultiDiGraph[str]:
    """The entities as nodes (by IRI) and each fact of each document as an edge (by its assertion's IRI).

    A node has `kind`, `label` and `label_en`; an edge has `predicate` ("pol:uses"), `document`, `status`,
    `year` and `action`. What is not known is "".
    """
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, kind, label, label_en in graph.rows(NODES):
        net.add_node(iri or "", kind=_local(kind), label=label or "", label_en=label_en or "")
    for s, o, assertion, p, document, status, year, action in graph.rows(EDGES):
        net.add_edge(
            s or "", o or "", key=assertion or "", predicate=short(p or ""), document=document or "",
            status=_local(status), year=year or "", action=_local(action),
        )  # fmt: skip
    return net


def _local(iri: str | None) -> str:
    return (iri or "").rpartition("#")[2]
