"""policy.ttl as values: what a page or a diagram says of each term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.terms import PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

POL = PREFIXES["pol"]
OWL, RDFS, SKOS = PREFIXES["owl"], PREFIXES["rdfs"], PREFIXES["skos"]
MORE = {"eli": "http://data.europa.eu/eli/ontology#"}
KINDS = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A class, property or individual: its labels and definitions, its parents, and what it joins."""

    name: str
    kind: str
    types: tuple[str, ...]
    label: dict[str, str]
    definition: dict[str, str]
    examples: tuple[str, ...]
    parents: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    inverse: str | None


def read(path: Path) -> tuple[Term, ...]:
    """Every term of ours, in the order in which the file introduces them."""
    from rdflib import Graph

    text = path.read_text(encoding="utf-8")
    triples = Graph().parse(data=text, format="turtle")
    names = [line.split()[0] for line in text.splitlines() if line.startswith("pol:")]
    return tuple(_term(triples, name.removeprefix("pol:")) for name in names)


def _term(triples: Any, name: str) -> Term:  # noqa: ANN401  an rdflib graph, imported late
    from rdflib import RDF, URIRef

    node = URIRef(POL + name)
    types = sorted(short(each) for each in triples.objects(node, RDF.type))
    return Term(
        name=name,
        kind=next(kind for kind in KINDS if f"owl:{kind}" in types),
        types=tuple(each.removeprefix("owl:") for each in types),
        label=_texts(triples, node, f"{RDFS}label"),
        definition=_texts(triples, node, f"{SKOS}definition"),
        examples=tuple(sorted(map(str, triples.objects(node, URIRef(f"{SKOS}example"))))),
        parents=_names(triples, node, f"{RDFS}subClassOf") + _names(triples, node, f"{RDFS}subPropertyOf"),
        domain=_names(triples, node, f"{RDFS}domain"),
        range=_names(triples, node, f"{RDFS}range"),
        inverse=next(iter(_names(triples, node, f"{OWL}inverseOf")), None),
    )


def _texts(triples: Any, node: Any, predicate: str) -> dict[str, str]:  # noqa: ANN401  terms of rdflib
    from rdflib import URIRef

    return {each.language: str(each) for each in sorted(triples.objects(node, URIRef(predicate)))}


def _names(triples: Any, node: Any, predicate: str) -> tuple[str, ...]:  # noqa: ANN401  terms of rdflib
    """The values as names; a union of classes as its members."""
    from rdflib import URIRef
    from rdflib.collection import Collection

    found = []
    for value in triples.objects(node, URIRef(predicate)):
        members = triples.value(value, URIRef(f"{OWL}unionOf"))
        found += [short(each) for each in Collection(triples, members)] if members else [short(value)]
    return tuple(found if len(found) > 1 and members else sorted(found))


def short(iri: object) -> str:
    """An IRI with its prefix.

    >>> short("http://xmlns.com/foaf/0.1/Person")
    'foaf:Person'
    """
    for prefix, namespace in {**PREFIXES, **MORE}.items():
        if str(iri).startswith(namespace):
            return f"{prefix}:{str(iri).removeprefix(namespace)}"
    return str(iri)
