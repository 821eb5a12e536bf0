"""Turtle as people edit it: sorted, one block an entity, so that a change is a small diff.

A triple is three terms in N-Triples syntax: `<iri>`, `"text"@zh`, `"2013"^^<…#gYear>`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.terms import BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Triple = tuple[str, str, str]

RDF_TYPE = f"<{PREFIXES['rdf']}type>"
FIRST = (
    "a",
    "skos:prefLabel",
    "skos:altLabel",
    "skos:hiddenLabel",
    "pol:notLabel",
    "pol:ambiguousLabel",
    "skos:definition",
    "skos:broader",
    "skos:inScheme",
    "pol:verbClass",
)
"""The predicates that open a block, in this order; the others follow by name."""
LAST = ("owl:sameAs", "pol:attestedIn", "dcterms:source")
"""The predicates that close a block, in this order."""

COMMON = ("dcterms", "org", "owl", "pol", "schema", "skos", "time", "xsd")
"""The prefixes at the head of every vocabulary file, so that an editor may use any of them."""

_NAMESPACES = {iri: prefix for prefix, iri in PREFIXES.items()}
_IRI = re.compile(r"<(.*[#/])([A-Za-z_][A-Za-z0-9_-]*)>")
_RELATIVE = re.compile(r"<" + re.escape(BASE) + r"([a-z]+/[^<>\s]+)>")
_BARE = re.compile(r'"(-?\d+|true|false)"\^\^<' + re.escape(PREFIXES["xsd"]) + r"(integer|boolean)>")
_TYPED = re.compile(r'(".*"\^\^)(<[^<>]+>)', re.DOTALL)


def document(triples: Iterable[Triple], *, comments: Mapping[str, str] | None = None) -> str:
    """A whole Turtle file: the prefixes, then a block for each subject, in the order of their names.

    `comments` has the lines that stand before a subject's block, by the subject's term.

    >>> print(document([("<https://w3id.org/policykg/id/tool/mlf>", RDF_TYPE,
    ...     "<https://w3id.org/policykg/ontology#PolicyTool>")]).splitlines()[-1])
    <tool/mlf> a pol:PolicyTool .
    """
    notes = comments or {}
    found = [(notes.get(subject, "") + text) for subject, text in blocks(triples)]
    body = "\n\n".join(found)
    return f"{header(sorted({*COMMON, *_used(body)}))}\n{body}\n{notes.get('', '')}"


def header(prefixes: Iterable[str]) -> str:
    """The lines that declare the base and these prefixes."""
    lines = [f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in prefixes]
    return f"@base <{BASE}> .\n" + "".join(lines)


def blocks(triples: Iterable[Triple]) -> Iterator[tuple[str, str]]:
    """Yield each subject with the text of its block, without a line end, sorted by subject."""
    subjects: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, object_ in triples:
        subjects[subject][predicate].add(object_)
    for subject in sorted(subjects):
        yield subject, _block(subject, subjects[subject])


def term(word: str) -> str:
    """A term as it stands in our files.

    >>> term("<https://w3id.org/policykg/id/institution/pboc>"), term(RDF_TYPE)
    ('<institution/pboc>', 'rdf:type')
    >>> term('"2013"^^<http://www.w3.org/2001/XMLSchema#gYear>')
    '"2013"^^xsd:gYear'
    >>> term('"12"^^<http://www.w3.org/2001/XMLSchema#integer>')
    '12'
    """
    if word.startswith("<"):
        return _name(word)
    if bare := _BARE.fullmatch(word):
        return bare[1]
    if typed := _TYPED.fullmatch(word):
        return typed[1] + _name(typed[2])
    return word


def _block(subject: str, predicates: Mapping[str, set[str]]) -> str:
    lines = []
    for name, objects in sorted(_predicates(predicates), key=_rank):
        lines.append(f"{name} {', '.join(term(word) for word in sorted(objects, key=_by_language))}")
    return f"{term(subject)} " + " ;\n    ".join(lines) + " ."


def _predicates(predicates: Mapping[str, set[str]]) -> Iterator[tuple[str, set[str]]]:
    for predicate, objects in predicates.items():
        yield "a" if predicate == RDF_TYPE else term(predicate), objects


def _rank(row: tuple[str, set[str]]) -> tuple[int, str]:
    name = row[0]
    if name in FIRST:
        return FIRST.index(name), ""
    if name in LAST:
        return 100 + LAST.index(name), ""
    return len(FIRST), name


def _by_language(word: str) -> tuple[str, str]:
    return word.rpartition('"')[2], word


@lru_cache(maxsize=4096)
def _name(iri: str) -> str:
    if relative := _RELATIVE.fullmatch(iri):
        return f"<{relative[1]}>"
    if (parts := _IRI.fullmatch(iri)) and parts[1] in _NAMESPACES:
        return f"{_NAMESPACES[parts[1]]}:{parts[2]}"
    return iri


def _used(body: str) -> set[str]:
    return {prefix for prefix in PREFIXES if f"{prefix}:" in body}


_COMMENT = re.compile(r'((?:[^"#<\n]|"(?:\\.|[^"\\\n])*"|<[^<>\n]*>)*)(#.*)')
_OPENING = re.compile(r"<([^<>\s]+)>")


def comments(text: str) -> dict[str, str]:
    r"""The comment lines of a file by the subject that they stand before or in ("" for those at its end).

    >>> comments('# two rates in one\n<tool/mlf> a pol:PolicyTool . # since 2014\n# the end\n')
    {'<https://w3id.org/policykg/id/tool/mlf>': '# two rates in one\n# since 2014\n', '': '# the end\n'}
    """
    found: defaultdict[str, str] = defaultdict(str)
    subject = waiting = ""
    for line in text.splitlines():
        if opening := _OPENING.match(line):
            subject = _absolute(opening[1])
            found[subject] += waiting
            waiting = ""
        if comment := _COMMENT.fullmatch(line):
            if comment[1] and subject:
                found[subject] += comment[2] + "\n"
            else:
                waiting += comment[2] + "\n"
    found[""] += waiting
    return {subject: lines for subject, lines in found.items() if lines}


def _absolute(iri: str) -> str:
    return f"<{iri}>" if ":" in iri.partition("/")[0] else f"<{BASE}{iri}>"
