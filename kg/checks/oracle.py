"""pySHACL on an rdflib copy of a graph: the last word on the shapes, and slow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg import resources
from kg.checks.shapes import SH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store import Graph


@dataclass(frozen=True, slots=True)
class Result:
    """One violation: the shape, its messages by language, the node, and the value where there is one."""

    shape: str
    messages: dict[str, str]
    node: str
    value: str | None


def validate(graph: Graph) -> Iterator[Result]:
    """Every violation that pySHACL finds in the union of a graph's named graphs and the ontology."""
    from pyshacl import validate as run
    from rdflib import RDF, URIRef
    from rdflib import Graph as Triples

    folder = resources.ontology()
    shapes = Triples().parse(folder / "shapes.ttl")
    data = copy(graph).parse(folder / "policy.ttl")
    _, report, _ = run(data, shacl_graph=shapes)
    for each in sorted(report.subjects(RDF.type, URIRef(f"{SH}ValidationResult")), key=str):
        yield _result(shapes, report, each)


def copy(graph: Graph) -> Any:  # noqa: ANN401  an rdflib graph, imported late
    """All triples of all named graphs in one rdflib graph."""
    from rdflib import Graph as Triples

    from kg.store import serialize

    triples = graph.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    return Triples().parse(data=serialize(triples, "nt"), format="nt")


def _result(shapes: Any, report: Any, node: Any) -> Result:  # noqa: ANN401  terms of rdflib
    from rdflib import URIRef

    source = report.value(node, URIRef(f"{SH}sourceShape"))
    owner = shapes.value(predicate=URIRef(f"{SH}property"), object=source) or source
    value = report.value(node, URIRef(f"{SH}value"))
    return Result(
        shape=str(owner),
        messages={
            each.language or "": str(each) for each in report.objects(node, URIRef(f"{SH}resultMessage"))
        },
        node=str(report.value(node, URIRef(f"{SH}focusNode"))),
        value=None if value is None else str(value),
    )
