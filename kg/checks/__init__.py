"""Does a graph keep its promises? Anchors, inputs, assertions, shapes, files."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg.checks import facts, shapes, texts
from kg.checks.fault import Fault, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.store import Graph

__all__ = ["Fault", "check", "verify"]


def verify(
    directory: str | Path = "output", *, paths: Sequence[str | Path] = (), shacl: bool = False
) -> Iterator[Fault]:
    """Check what `kg build` wrote into a folder; GraphError where there is no graph.

    `paths` are the inputs to read again; `shacl` asks pySHACL as well as the shapes' SPARQL.
    """
    from kg.store import open_graph

    graph = open_graph(directory)
    return chain(file_faults(Path(directory)), check(graph, paths=paths, shacl=shacl))


def check(graph: Graph, *, paths: Sequence[str | Path] = (), shacl: bool = False) -> Iterator[Fault]:
    """Check an open graph: texts and anchors, then facts, then shapes."""
    documents = texts.held(graph)
    known = {iri: each.text for iri, each in documents.items() if each.text is not None}
    yield from texts.hash_faults(documents)
    again = list(texts.reread(graph, paths)) if paths else []
    yield from texts.input_faults(documents, again)
    known.update((iri, text) for _, iri, text in again if iri in documents)
    yield from texts.missing_faults(known, documents)
    yield from texts.anchor_faults(graph, known, documents)
    yield from facts.faults(graph)
    yield from shape_faults(graph)
    if shacl:
        yield from oracle_faults(graph)


def file_faults(directory: Path) -> Iterator[Fault]:
    """A graph file that is missing or is not the one that the build wrote."""
    from kg import manifest

    written = manifest.read(directory)
    path = directory / written.graph
    if not path.is_file():
        yield Fault("file", str(path), "is missing", "build the graph again")
    elif _file_hash(path) != written.sha256:
        what = "was changed after the build: its SHA-256 is not the manifest's"
        yield Fault("file", str(path), what, "build the graph again, or put the file back")


def shape_faults(graph: Graph) -> Iterator[Fault]:
    """What breaks a shape, by the shapes' SPARQL on the store."""
    for constraint in shapes.constraints(_shapes()):
        for node, value in sorted(graph.rows(constraint.query), key=str):
            yield _shape_fault(graph, constraint.shape, constraint.messages, node, value)


def oracle_faults(graph: Graph) -> Iterator[Fault]:
    """What breaks a shape, by pySHACL on a copy of the graph: slow, and the last word."""
    from kg.checks import oracle

    for result in oracle.validate(graph):
        yield _shape_fault(graph, result.shape, result.messages, result.node, result.value)


def _shapes() -> shapes.Shapes:
    from kg import resources

    folder = resources.ontology()
    return shapes.load(folder / "shapes.ttl", folder / "policy.ttl")


def _shape_fault(
    graph: Graph, shape: str, messages: dict[str, str], node: str | None, value: str | None
) -> Fault:
    what = f"{messages.get('en', '')} / {messages.get('zh', '')}"
    found = f" has {short(graph, value)!r}" if value is not None and value != node else ""
    remedy = f"mend the entry, or report the rule that made it (shape {shape.partition('#')[2]})"
    return Fault("shape", f"{short(graph, node)}{found}", what, remedy)


def _file_hash(path: Path) -> str:
    from hashlib import file_digest

    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
