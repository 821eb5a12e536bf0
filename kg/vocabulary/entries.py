"""Triples of the vocabulary -> the values that the stages use."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Entry, Kind, Tenure, Verb
from kg.normalise import fold
from kg.terms import BASE, PREFIXES
from kg.turtle import RDF_TYPE
from kg.vocabulary.rdf import literal
from kg.vocabulary.values import PostTitle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kg.turtle import Triple

Node = dict[str, list[str]]
"""The objects of one subject by predicate, all as N-Triples terms."""

CATEGORY = "ToolCategory"
KINDS = {
    **{kind.value: kind for kind in Kind},
    **dict.fromkeys(
        (
            "CentralBank",
            "Regulator",
            "GovernmentBody",
            "PartyBody",
            "Legislature",
            "InternationalOrganization",
            "InternationalForum",
            "MultilateralBank",
            "FinancialInstitution",
            "FinancialInfrastructure",
            "WorkingGroup",
            "Association",
            "Media",
        ),
        Kind.INSTITUTION,
    ),
    "MeetingSeries": Kind.MEETING,
    "LegalAct": Kind.DOCUMENT,
    CATEGORY: Kind.TOOL,
}
"""The classes that an entry may have, by local name, and the kind of entity that each is."""


WORDS = ("PostTitle", "ActionVerb")
"""Classes whose labels stand inside the names of others, so that each is matched by itself."""


def name(prefixed: str) -> str:
    """The N-Triples term of a prefixed name.

    >>> name("skos:broader")
    '<http://www.w3.org/2004/02/skos/core#broader>'
    """
    prefix, _, local = prefixed.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


PREF, ALT, HIDDEN = name("skos:prefLabel"), name("skos:altLabel"), name("skos:hiddenLabel")
LABELS = (PREF, ALT, HIDDEN)
NOT_LABEL = name("pol:notLabel")
AMBIGUOUS = name("pol:ambiguousLabel")
PARENTS = tuple(map(name, ("org:subOrganizationOf", "skos:broader", "schema:organizer", "pol:issuer")))
ATTESTED = name("pol:attestedIn")
SERIES, MEMBER = name("pol:series"), name("skos:member")
BEGINS = tuple(map(name, ("schema:foundingDate", "pol:introduced", "dcterms:issued", "schema:startDate")))
ENDS = tuple(map(name, ("schema:dissolutionDate", "schema:endDate")))
_POL = PREFIXES["pol"]


def nodes(triples: Iterable[Triple]) -> dict[str, Node]:
    """The triples by subject (relative to the base), sorted, then by predicate."""
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, object_ in sorted(set(triples)):
        found[subject][predicate].append(object_)
    return {relative(subject): dict(found[subject]) for subject in sorted(found)}


def relative(term: str) -> str:
    """The IRI of a term, relative to the base where it stands on it."""
    return term[1:-1].removeprefix(BASE)


def classes(node: Node) -> list[str]:
    """The local names of the node's classes that are ours, sorted."""
    return [iri[1:-1].removeprefix(_POL) for iri in node.get(RDF_TYPE, ()) if iri.startswith(f"<{_POL}")]


def entries(graph: Mapping[str, Node]) -> Iterator[Entry]:
    """Yield an entry for each node of an entity's class, but for posts, which no text names whole."""
    for iri, node in graph.items():
        found = [one for one in classes(node) if one in KINDS]
        if found and Kind.POST.value not in found and PREF in node:
            yield _entry(iri, node, found)


def tenures(graph: Mapping[str, Node]) -> Iterator[Tenure]:
    """Yield the terms of office, by official, body, title and begin."""
    found = []
    for node in graph.values():
        if name("org:Membership") in node.get(RDF_TYPE, ()):
            span = graph.get(_link(node, name("org:memberDuring")) or "", {})
            post = graph.get(_link(node, name("org:role")) or "", {})
            found.append(
                Tenure(
                    official=_link(node, name("org:member")) or "",
                    institution=_link(node, name("org:organization")) or "",
                    title=_text(post, name("pol:title")) or "",
                    begin=_text(span, *BEGINS),
                    end=_text(span, *ENDS),
                )
            )
    return iter(sorted(found, key=lambda one: (one.official, one.institution, one.title, one.begin or "")))


def verbs(graph: Mapping[str, Node]) -> Iterator[Verb]:
    """Yield a verb for each Chinese label of an action verb."""
    for node in graph.values():
        if "ActionVerb" in classes(node):
            action = _link(node, name("pol:action"))
            for word in _labels(node, "zh"):
                yield Verb(
                    word,
                    frozenset(literal(one)[0] for one in node.get(name("pol:verbClass"), ())),
                    action.removeprefix(_POL) if action else None,
                )


def titles(graph: Mapping[str, Node]) -> Iterator[PostTitle]:
    """Yield the titles of posts."""
    for iri, node in graph.items():
        if "PostTitle" in classes(node):
            word, *aliases = _labels(node, "zh")
            rank = _text(node, name("pol:rank"))
            yield PostTitle(iri, word, _label(node, "en"), tuple(aliases), int(rank) if rank else None)


def yielding(known: Mapping[str, Entry], theirs: Collection[str]) -> dict[str, Entry]:
    """The entries, where ours give up the labels that an entry of theirs has."""
    taken = {label for iri in theirs if iri in known for label in known[iri].labels}
    return {
        iri: entry
        if iri in theirs or taken.isdisjoint(entry.labels)
        else replace(entry, labels=tuple(label for label in entry.labels if label not in taken))
        for iri, entry in known.items()
    }


def surfaces(known: Mapping[str, Entry]) -> dict[str, tuple[str, ...]]:
    """The labels to match, each with its entries."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in known.values():
        for label in entry.labels:
            found[label].add(entry.iri)
    return {label: tuple(sorted(found[label])) for label in sorted(found)}


def not_labels(known: Mapping[str, Entry]) -> tuple[str, ...]:
    """The strings that swallow a label and name nothing."""
    return tuple(sorted({label for entry in known.values() for label in entry.not_labels}))


def _entry(iri: str, node: Node, found: list[str]) -> Entry:
    kind = KINDS[found[0]]
    special = [one for one in found if one != kind.value]
    chinese, english = _label(node, "zh"), _label(node, "en")
    return Entry(
        iri=iri,
        kind=kind,
        type=special[0] if special else kind.value,
        label=chinese or english or "",
        label_en=english,
        labels=() if CATEGORY in found else tuple(dict.fromkeys(map(fold, _labels(node)))),
        not_labels=tuple(fold(literal(one)[0]) for one in node.get(NOT_LABEL, ())),
        parent=_link(node, *PARENTS),
        since=_text(node, *BEGINS),
        series=_link(node, SERIES),
        members=tuple(relative(one) for one in node.get(MEMBER, ())),
    )


def _labels(node: Node, language: str = "") -> list[str]:
    """The distinct labels, preferred first; of one language or of all."""
    found = (literal(term) for predicate in LABELS for term in node.get(predicate, ()))
    return list(dict.fromkeys(text for text, tag in found if not language or tag.startswith(language)))


def _label(node: Node, language: str) -> str | None:
    """The preferred label in a language, else None."""
    found = (literal(term) for term in node.get(PREF, ()))
    return next((text for text, tag in found if tag.startswith(language)), None)


def _text(node: Node, *predicates: str) -> str | None:
    return next((literal(node[one][0])[0] for one in predicates if one in node), None)


def _link(node: Node, *predicates: str) -> str | None:
    return next((relative(node[one][0]) for one in predicates if one in node), None)
