"""Triples of an RDF file, each file read by its kind; this family's door to pyoxigraph's parser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.terms import BASE

if TYPE_CHECKING:
    from pathlib import Path

    from kg.turtle import Triple

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
}
"""The kinds of files that can be read, by the end of their names."""

_LINE = re.compile(r"line (\d+)")
_SUBJECT = re.compile(r"<([^<>\s]+)>")
_LITERAL = re.compile(r'"(.*)"(?:@([A-Za-z0-9-]+)|\^\^<([^<>]*)>)?', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}


def parse(data: bytes, path: Path) -> list[Triple]:
    """The triples of a file's bytes, as N-Triples terms; relative IRIs stand on our base.

    Raises VocabularyError with file and line when the file is not what its name says.
    """
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        raise VocabularyError(f"{path}: unknown kind of file; use one of {', '.join(FORMATS)} or .csv")
    try:
        return [
            (str(quad.subject), str(quad.predicate), str(quad.object))
            for quad in ox.parse(data, format=kind, base_iri=BASE)
        ]
    except SyntaxError as error:
        raise VocabularyError(f"{path}:{_line(error)}: {error.msg}; mend the line") from None
    except ValueError as error:
        raise VocabularyError(f"{path}:1: {error}; is it UTF-8?") from None


def read_bytes(path: Path) -> bytes:
    """The bytes of a vocabulary file. Raises VocabularyError when it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise VocabularyError(f"{path}: {error.strerror}; name a file that can be read") from None


def literal(term: str) -> tuple[str, str]:
    r"""The text and the language (or an empty string) of a literal term.

    >>> literal('"中国人民银行"@zh')
    ('中国人民银行', 'zh')
    >>> literal('"say \\"so\\""')
    ('say "so"', '')
    """
    found = _LITERAL.fullmatch(term)
    if found is None:
        return term.strip("<>"), ""
    text = found[1]
    if "\\" in text:
        text = _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), text)
    return text, (found[2] or "").lower()


def quoted(text: str, language: str = "") -> str:
    r"""A literal term; the other way round from `literal`.

    >>> quoted("央行", "zh")
    '"央行"@zh'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def resource(iri: str) -> str:
    """The term of an IRI, which may be relative to the base.

    >>> resource("tool/mlf")
    '<https://w3id.org/policykg/id/tool/mlf>'
    """
    return f"<{iri}>" if "://" in iri or iri.startswith("urn:") else f"<{BASE}{iri}>"


def is_iri(term: str) -> bool:
    """Whether a term in angle brackets is an IRI that a graph can have.

    >>> is_iri("<https://example.org/工具>"), is_iri("<https://example.org/a b>")
    (True, False)
    """
    try:
        return bool(ox.NamedNode(term[1:-1]))
    except ValueError:
        return False


def subject_lines(text: str) -> dict[str, int]:
    r"""The line, from 1, on which each subject's block begins in one of our own Turtle files.

    >>> subject_lines("@base <x> .\n\n<tool/mlf> a pol:PolicyTool .\n")
    {'tool/mlf': 3}
    """
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := _SUBJECT.match(line):
            lines.setdefault(found[1].removeprefix(BASE), number)
    return lines


def _line(error: SyntaxError) -> int:
    found = _LINE.search(str(error.msg))
    return error.lineno or (int(found[1]) if found else 1)
