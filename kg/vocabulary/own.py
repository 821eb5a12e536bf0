"""A user's own words: any SKOS file, or a table; theirs win over ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import VocabularyError
from kg.turtle import RDF_TYPE, term
from kg.vocabulary import rdf, table
from kg.vocabulary.entries import ALT, KINDS, LABELS, PREF, classes, name, nodes, relative

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.model import Kind
    from kg.turtle import Triple
    from kg.vocabulary.entries import Node

MATCH = name("skos:exactMatch")
PUBLISHED = {
    name("foaf:Person"): "Official",
    name("schema:Person"): "Official",
    name("org:Organization"): "Institution",
    name("org:FormalOrganization"): "Institution",
    name("schema:Organization"): "Institution",
    name("schema:Event"): "Meeting",
}
"""Classes of published vocabularies that say which of ours an entry has."""
_HAN = re.compile("[\u3400-\u9fff]")


def merge(
    ours: Sequence[Triple], theirs: Sequence[tuple[Path, bytes]], *, as_kind: Kind | None
) -> tuple[list[Triple], set[str]]:
    """Our triples with theirs, and the IRIs of the entries that theirs describe.

    An entry of theirs that has skos:exactMatch with one of ours becomes ours, with their preferred
    labels. Raises VocabularyError with file and line where an entry of theirs has no class.
    """
    triples, changed = list(ours), set()
    for path, data in theirs:
        known = nodes(triples)
        added = list(_described(path, data, known, as_kind=as_kind))
        _refuse_two_classes(path, data, nodes(added), known)
        changed |= {relative(subject) for subject, _, _ in added}
        triples = [*_demoted(triples, added), *added]
    return triples, changed


def _refuse_two_classes(
    path: Path, data: bytes, added: Mapping[str, Node], known: Mapping[str, Node]
) -> None:
    """An entry is of one of the ten classes: theirs must not give it another one than it has."""
    for iri, node in added.items():
        named = (*classes(node), *classes(known.get(iri, {})))
        kinds = sorted({KINDS[one].value for one in named if one in KINDS})
        if len(kinds) > 1:
            raise VocabularyError(
                f"{path}:{_line(data, iri)}: <{iri}> is {' and '.join(kinds)}; give it one class, or another IRI"
            )


def _described(
    path: Path, data: bytes, known: Mapping[str, Node], *, as_kind: Kind | None
) -> Iterator[Triple]:
    """The triples of their entries, each with a class, on our IRIs where they match exactly."""
    if path.suffix.lower() in table.SUFFIXES:
        yield from table.read(data, path, as_kind=as_kind)
        return
    for iri, node in nodes(rdf.parse(data, path)).items():
        if PREF not in node:
            continue
        here = next((match for match in map(relative, node.get(MATCH, ())) if match in known), iri)
        types = _types(node, known.get(here, {}), as_kind)
        if not types:
            raise VocabularyError(f"{path}:{_line(data, iri)}: {_classless(node)}")
        subject = rdf.resource(here)
        yield from ((subject, RDF_TYPE, one) for one in types)
        for predicate, objects in node.items():
            if predicate != RDF_TYPE:
                yield from (
                    (subject, predicate, _tagged(predicate, one)) for one in objects if one[:2] != "_:"
                )


def _types(node: Node, twin: Node, as_kind: Kind | None) -> list[str]:
    """The classes of an entry of theirs: its own, its twin's, a published one's, or the one given."""
    ours = [f"pol:{one}" for one in classes(node) if one in KINDS]
    ours = ours or [f"pol:{one}" for one in classes(twin)]
    ours = ours or [f"pol:{PUBLISHED[one]}" for one in node.get(RDF_TYPE, ()) if one in PUBLISHED]
    if not ours and as_kind:
        ours = [f"pol:{as_kind.value}"]
    return [name(one) for one in dict.fromkeys(ours)]


def _demoted(ours: Sequence[Triple], added: Collection[Triple]) -> Iterator[Triple]:
    """Our triples, where a preferred label of ours is an alternative one if theirs has one in its language."""
    preferred = {(subject, rdf.literal(one)[1]) for subject, predicate, one in added if predicate == PREF}
    for subject, predicate, one in ours:
        if (
            predicate == PREF
            and (subject, rdf.literal(one)[1]) in preferred
            and (subject, PREF, one) not in added
        ):
            yield subject, ALT, one
        else:
            yield subject, predicate, one


def _tagged(predicate: str, one: str) -> str:
    """A label with zh or en as its language; a label without one has the language of its script."""
    if predicate not in LABELS:
        return one
    text, tag = rdf.literal(one)
    return rdf.quoted(text, tag.partition("-")[0] or language(text))


def language(text: str) -> str:
    """The language of a text, by its script.

    >>> language("央行"), language("PBoC")
    ('zh', 'en')
    """
    return "zh" if _HAN.search(text) else "en"


def _line(data: bytes, iri: str) -> int:
    """The line of a subject in a file that need not be ours: where its name, or the end of it, first stands."""
    text = data.decode("utf-8", errors="replace")
    for word in (iri, re.split("[/#]", iri)[-1]):
        if (at := text.find(word)) >= 0:
            return text.count("\n", 0, at) + 1
    return 1


def _classless(node: Node) -> str:
    label = rdf.literal(node[PREF][0])[0]
    found = ", ".join(map(term, node.get(RDF_TYPE, ()))) or "none"
    return f'"{label}" has no class of ours ({found}); add one such as a pol:PolicyTool, or build with --as Sector'
