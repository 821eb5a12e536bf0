"""The shapes of ontology/shapes.ttl as SPARQL: the fast gate. What it cannot translate it refuses by name.

Each constraint becomes one query whose rows are the violations: the node and, where there is one,
the offending value.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from rdflib import Graph as Triples
    from rdflib.term import Node

SH = "http://www.w3.org/ns/shacl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SUB_CLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
CASTS = {
    **{f"{XSD}{name}": name for name in ("integer", "decimal", "boolean", "date", "gYear", "gYearMonth")},
    f"{XSD}nonNegativeInteger": "integer",
}
"""The datatypes of which a malformed text must be caught, and the SPARQL cast that catches it."""
ONLY_ONE = ("minCount", "maxCount", "qualifiedMinCount", "qualifiedMaxCount")
"""Counts: the contract needs no other number than 1."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that must hold: the shape, its messages by language, and the query for what breaks it."""

    shape: str
    messages: dict[str, str]
    query: str


@dataclass(frozen=True, slots=True)
class Shapes:
    """Shapes and the ontology beside them; `classes` has each class with itself and its sub-classes."""

    triples: Triples
    classes: dict[str, list[str]]
    fresh: Iterator[int]

    def values(self, node: Node, name: str) -> list[Node]:
        """The values of a SHACL property, in order."""
        from rdflib import URIRef

        return sorted(self.triples.objects(node, URIRef(SH + name)), key=str)

    def members(self, node: Node) -> list[Node]:
        """The members of an RDF list."""
        from rdflib.collection import Collection

        return list(Collection(self.triples, node))

    def variable(self) -> str:
        """A variable that stands nowhere else."""
        return f"?v{next(self.fresh)}"


def load(shapes: Path, ontology: Path) -> Shapes:
    """Read shapes.ttl and, for the sub-classes, policy.ttl."""
    from rdflib import Graph as Triples

    parents = defaultdict(set)
    for child, _, parent in Triples().parse(ontology).triples((None, _uri(SUB_CLASS), None)):
        parents[str(child)].add(str(parent))
    return Shapes(Triples().parse(shapes), _closure(parents), count())


def constraints(shapes: Shapes) -> Iterator[Constraint]:
    """Everything that the shapes ask for, in the order of their names."""
    for shape in sorted(set(shapes.triples.subjects(_uri(f"{SH}message"))), key=str):
        for node, target in _targets(shapes, shape):
            for violation in violations(shapes, shape, "?this"):
                query = f"SELECT DISTINCT ?this ?value {{ {{ SELECT DISTINCT ?this {{ {target} }} }} {violation} }}"
                yield Constraint(node, _messages(shapes, shape), query)


def violations(shapes: Shapes, shape: Node, node: str) -> Iterator[str]:
    """The patterns that find what breaks a shape itself (not its property shapes), one a constraint."""
    _refuse(shapes, shape)
    path = shapes.values(shape, "path")
    if not path:
        yield from (f"FILTER(!({each}))" for each in _tests(shapes, shape, node))
        return
    step = f"{node} {path[0].n3()}"
    yield from (f"{step} ?value . FILTER(!({each}))" for each in _tests(shapes, shape, "?value"))
    for name, pattern in PATTERNS.items():
        yield from (pattern(shapes, shape, step, value) for value in shapes.values(shape, name))


def conforms(shapes: Shapes, shape: Node, node: str) -> str:
    """A SPARQL expression that is true of a node that conforms to the shape and its property shapes."""
    _refuse(shapes, shape)
    parts = list(_tests(shapes, shape, node))
    for inner in shapes.values(shape, "property"):
        own = shapes.variable()
        parts += [
            f"NOT EXISTS {{ {each.replace('?value', own)} }}" for each in violations(shapes, inner, node)
        ]
    return " && ".join(parts) or "true"


def _tests(shapes: Shapes, shape: Node, node: str) -> Iterator[str]:
    """What the shape asks of a single value, as expressions over it."""
    for name, expression in TESTS.items():
        yield from (expression(shapes, value, node) for value in shapes.values(shape, name))


def _class(shapes: Shapes, value: Node, node: str) -> str:
    own = shapes.variable()
    return f"EXISTS {{ {node} a {own} FILTER({own} IN ({_names(shapes, value)})) }}"


def _datatype(_: Shapes, value: Node, node: str) -> str:
    cast = CASTS.get(str(value))
    well_formed = f" && STR(<{XSD}{cast}>(STR({node}))) != ''" if cast else ""
    return f"COALESCE(DATATYPE({node}) = {value.n3()}{well_formed}, false)"


def _in(shapes: Shapes, value: Node, node: str) -> str:
    return f"{node} IN ({', '.join(each.n3() for each in shapes.members(value))})"


def _languages(shapes: Shapes, value: Node, node: str) -> str:
    parts = (f"LANGMATCHES(LANG({node}), {each.n3()})" for each in shapes.members(value))
    return f"COALESCE({' || '.join(parts)}, false)"


def _any(shapes: Shapes, value: Node, node: str) -> str:
    return "(" + " || ".join(f"({conforms(shapes, each, node)})" for each in shapes.members(value)) + ")"


def _kind(_: Shapes, value: Node, node: str) -> str:
    return {f"{SH}IRI": f"ISIRI({node})", f"{SH}Literal": f"ISLITERAL({node})"}[str(value)]


TESTS: dict[str, Callable[[Shapes, Node, str], str]] = {
    "class": _class,
    "datatype": _datatype,
    "in": _in,
    "languageIn": _languages,
    "maxInclusive": lambda _, value, node: f"COALESCE({node} <= {value.n3()}, false)",
    "minInclusive": lambda _, value, node: f"COALESCE({node} >= {value.n3()}, false)",
    "minLength": lambda _, value, node: f"STRLEN(STR({node})) >= {value.n3()}",
    "nodeKind": _kind,
    "or": _any,
    "pattern": lambda _, value, node: f"REGEX(STR({node}), {value.n3()})",
}
"""What is asked of a single value: a SPARQL expression."""


def _qualified(shapes: Shapes, shape: Node, node: str) -> str:
    (inner,) = shapes.values(shape, "qualifiedValueShape")
    return conforms(shapes, inner, node)


PATTERNS: dict[str, Callable[[Shapes, Node, str, Node], str]] = {
    "disjoint": lambda _, __, step, value: f"{step} ?value ; {value.n3()} ?value .",
    "lessThan": lambda _, __, step, value: (
        f"{step} ?value ; {value.n3()} ?other . FILTER(!COALESCE(?value < ?other, false))"
    ),
    "minCount": lambda _, __, step, ___: f"FILTER NOT EXISTS {{ {step} ?any }}",
    "maxCount": lambda _, __, step, ___: f"{step} ?value, ?other . FILTER(!SAMETERM(?value, ?other))",
    "uniqueLang": lambda _, __, step, ___: (
        f"{step} ?value, ?other . FILTER(!SAMETERM(?value, ?other) && LANG(?value) != ''"
        " && LANG(?value) = LANG(?other))"
    ),
    "qualifiedMinCount": lambda shapes, shape, step, _: (
        f"FILTER NOT EXISTS {{ {step} ?any FILTER({_qualified(shapes, shape, '?any')}) }}"
    ),
    "qualifiedMaxCount": lambda shapes, shape, step, _: (
        f"{step} ?value, ?other . FILTER(!SAMETERM(?value, ?other) && {_qualified(shapes, shape, '?value')}"
        f" && {_qualified(shapes, shape, '?other')})"
    ),
}
"""What is asked of all values of a path together: the pattern that finds a breach."""

KNOWN = {*TESTS, *PATTERNS, "path", "property", "message", "qualifiedValueShape"}
KNOWN |= {"targetClass", "targetSubjectsOf", "targetObjectsOf"}


def _refuse(shapes: Shapes, shape: Node) -> None:
    """KgError for a constraint that has no translation, or a count other than 1."""
    for _, predicate, value in shapes.triples.triples((shape, None, None)):
        name = str(predicate).removeprefix(SH)
        if str(predicate).startswith(SH) and name not in KNOWN:
            raise KgError(
                f"shapes: sh:{name} has no translation to SPARQL: use another constraint or add one"
            )
        if name in ONLY_ONE and str(value) != "1":
            raise KgError(f"shapes: sh:{name} {value} has no translation to SPARQL: only 1 has")


def _targets(shapes: Shapes, shape: Node) -> Iterator[tuple[str, str]]:
    """The name and the target of the node shape that the shape is or stands in directly."""
    owners = [shape, *shapes.triples.subjects(_uri(f"{SH}property"), shape)]
    for owner in owners:
        for value in shapes.values(owner, "targetClass"):
            yield str(owner), f"?this a ?type . FILTER(?type IN ({_names(shapes, value)}))"
        for value in shapes.values(owner, "targetSubjectsOf"):
            yield str(owner), f"?this {value.n3()} ?target ."
        for value in shapes.values(owner, "targetObjectsOf"):
            yield str(owner), f"?target {value.n3()} ?this ."


def _messages(shapes: Shapes, shape: Node) -> dict[str, str]:
    return {getattr(each, "language", None) or "": str(each) for each in shapes.values(shape, "message")}


def _names(shapes: Shapes, value: Node) -> str:
    return ", ".join(f"<{name}>" for name in shapes.classes.get(str(value), [str(value)]))


def _closure(parents: dict[str, set[str]]) -> dict[str, list[str]]:
    """Each class with itself and all classes below it."""
    below = defaultdict(set)
    for child in parents:
        seen, waiting = set(), [child]
        while waiting:
            current = waiting.pop()
            if current not in seen:
                seen.add(current)
                waiting += parents.get(current, ())
        for ancestor in seen:
            below[ancestor].add(child)
    return {name: sorted(names | {name}) for name, names in below.items()}


def _uri(text: str) -> Node:
    from rdflib import URIRef

    return URIRef(text)
