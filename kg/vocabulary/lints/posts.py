"""Posts and terms of office."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from kg.turtle import RDF_TYPE
from kg.vocabulary.entries import classes, name, tenures
from kg.vocabulary.lints import Finding
from kg.vocabulary.lints.dates import earliest, latest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model import Tenure
    from kg.vocabulary.entries import Node

ONE_PERSON = frozenset(
    [
        "总书记",
        "国家主席",
        "国家副主席",
        "总理",
        "委员长",
        "行长",
        "主席",
        "局长",
        "部长",
        "署长",
        "审计长",
        "主任",
        "总裁",
        "总干事",
        "秘书长",
        "院长",
        "会长",
        "董事长",
        "理事长",
        "党委书记",
        "党组书记",
        "书记",
        "司长",
        "行政长官",
        "财政大臣",
        "财务大臣",
        "首席执行官",
        "总经理",
    ]
)
"""The titles that one person holds at a time; others (副行长, 委员) are held by several."""
IN, TITLE = name("org:postIn"), name("pol:title")
ROLE, MEMBER, BODY = map(name, ("org:role", "org:member", "org:organization"))


def without_body(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """A post without an institution or without a title."""
    for iri, node in nodes.items():
        if "Post" in classes(node):
            for predicate, word in ((IN, "org:postIn"), (TITLE, "pol:title")):
                if predicate not in node:
                    yield Finding(iri, f"the post <{iri}> has no {word}")


def incomplete_terms(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """A term of office without its person, its body or its post, or with a post at another body."""
    for iri, node in nodes.items():
        if name("org:Membership") not in node.get(RDF_TYPE, ()):
            continue
        for predicate, word in ((MEMBER, "org:member"), (BODY, "org:organization"), (ROLE, "org:role")):
            if predicate not in node:
                yield Finding(iri, f"the term of office <{iri}> has no {word}")
        if node.get(BODY) != _post(nodes, node).get(IN):
            yield Finding(iri, f"<{iri}> and its post are at different institutions")


def overlapping_terms(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """Two terms of office that surely overlap in a post that one person holds at a time."""
    held: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for term in tenures(nodes):
        if term.title in ONE_PERSON and term.begin and term.end:
            held[term.institution, term.title].append(term)
    for (body, title), terms in sorted(held.items()):
        for first, second in combinations(sorted(terms, key=lambda one: (one.begin or "", one.official)), 2):
            if latest(second.begin or "") < earliest(first.end or ""):
                message = f"the terms of {_term(first)} and {_term(second)} as {title} of <{body}> overlap"
                yield Finding(second.official, message)


def _term(term: Tenure) -> str:
    return f"<{term.official}> ({term.begin} to {term.end})"


def _post(nodes: Mapping[str, Node], node: Node) -> Node:
    from kg.vocabulary.entries import relative

    return nodes.get(relative(node[ROLE][0]), {}) if ROLE in node else {}
