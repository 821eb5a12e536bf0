"""Links between entries: dangling, circular, missing, one-way; terms that do not exist; entries unattested."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.terms import BASE, PREFIXES
from kg.turtle import RDF_TYPE, term
from kg.vocabulary.entries import ATTESTED, CATEGORY, KINDS, classes, name, relative
from kg.vocabulary.lints import Finding
from kg.vocabulary.rdf import literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.vocabulary.entries import Node

CONCEPTS = (
    "PolicyTool",
    CATEGORY,
    "PolicyGoal",
    "PolicyStance",
    "Sector",
    "Indicator",
    "PostTitle",
    "ActionVerb",
)
"""The classes whose members stand in a scheme."""
UPWARD = tuple(map(name, ("skos:broader", "org:subOrganizationOf", "dcterms:isReplacedBy")))
SOURCE = name("dcterms:source")
_BROADER, _SCHEME, _TOP = UPWARD[0], name("skos:inScheme"), name("skos:topConceptOf")
_REPLACED, _REPLACES = UPWARD[2], name("dcterms:replaces")
_DURING = name("org:memberDuring")


def dangling(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """A link to one of our entries that no file describes."""
    for iri, node in nodes.items():
        for predicate, objects in node.items():
            for one in objects:
                if one.startswith(f"<{BASE}") and relative(one) not in nodes:
                    yield Finding(
                        iri, f"{term(predicate)} {term(one)} is described in no file", relative(one)
                    )


def unknown_terms(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """A class or a property of ours that the ontology does not have: a slip of the pen."""
    known = _declared()
    for iri, node in nodes.items():
        for word in (*node, *node.get(RDF_TYPE, ())):
            if word.startswith(f"<{PREFIXES['pol']}") and term(word) not in known:
                yield Finding(iri, f"{term(word)} is not in ontology/policy.ttl", term(word))


def cycles(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """An entry that is above itself, or is replaced by itself in the end."""
    for predicate in UPWARD:
        for iri in nodes:
            if iri in _above(nodes, iri, predicate):
                yield Finding(iri, f"{term(predicate)} leads back to <{iri}>", term(predicate))


def orphans(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """A concept outside any scheme, a tool below nothing, an interval that no term of office uses."""
    used = {relative(one) for node in nodes.values() for one in node.get(_DURING, ())}
    for iri, node in nodes.items():
        found = classes(node)
        if not set(CONCEPTS).isdisjoint(found) and _SCHEME not in node:
            yield Finding(iri, f"<{iri}> is in no scheme; add skos:inScheme")
        if not {"PolicyTool", CATEGORY}.isdisjoint(found) and _BROADER not in node and _TOP not in node:
            yield Finding(iri, f"<{iri}> has no broader tool or category; add skos:broader")
        if name("time:Interval") in node.get(RDF_TYPE, ()) and iri not in used:
            yield Finding(iri, f"<{iri}> is used by no term of office; remove it")


def one_way_succession(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """A successor that does not name its predecessor, or the other way round."""
    for there, back in ((_REPLACED, _REPLACES), (_REPLACES, _REPLACED)):
        for iri, node in nodes.items():
            for one in node.get(there, ()):
                if f"<{BASE}{iri}>" not in nodes.get(relative(one), {}).get(back, ()):
                    yield Finding(iri, f"{term(one)} lacks {term(back)} <{iri}>", relative(one))


def unattested(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """An entity or a title that no item of the corpus and no source attests."""
    for iri, node in nodes.items():
        if {*KINDS, "PostTitle"}.isdisjoint(set(classes(node)) - {"Post", CATEGORY}):
            continue
        counted = any(literal(one)[0] != "0" for one in node.get(ATTESTED, ()))
        if not counted and (ATTESTED in node or SOURCE not in node):
            message = f"<{iri}> has neither pol:attestedIn of 1 or more nor dcterms:source; run kg vocabulary count, or name a source"
            yield Finding(iri, message)


def _above(nodes: Mapping[str, Node], iri: str, predicate: str) -> set[str]:
    """Everything that a chain of the predicate reaches from a node."""
    reached: set[str] = set()
    waiting = [iri]
    while waiting:
        for one in nodes.get(waiting.pop(), {}).get(predicate, ()):
            if (above := relative(one)) not in reached:
                reached.add(above)
                waiting.append(above)
    return reached


@cache
def _declared() -> frozenset[str]:
    """The terms that the ontology declares, as prefixed names."""
    text = (resources.ontology() / "policy.ttl").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^(pol:\w+) a ", text, re.MULTILINE))
