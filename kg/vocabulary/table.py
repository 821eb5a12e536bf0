"""A user's words as a table: CSV with the columns label and class, and en, aliases, iri where wanted."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from kg.errors import VocabularyError
from kg.model import Kind
from kg.terms import mint
from kg.turtle import RDF_TYPE
from kg.vocabulary.entries import ALT, KINDS, PREF, name
from kg.vocabulary.rdf import is_iri, quoted, resource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.turtle import Triple

SUFFIXES = (".csv", ".tsv")
COLUMNS = ("label", "class", "en", "aliases", "iri")
_SEPARATOR = re.compile("[|;；]")
_KINDS = {found.lower(): found for found in KINDS if found != Kind.POST.value}


def read(data: bytes, path: Path, *, as_kind: Kind | None) -> Iterator[Triple]:
    """Yield the triples of a table's rows; aliases are separated by | or ;.

    `as_kind` is the class of the rows that name none. Raises VocabularyError with file and line.
    """
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise VocabularyError(f"{path}:{line}: not UTF-8; save the table as UTF-8") from None
    rows = csv.DictReader(lines, delimiter="\t" if path.suffix.lower() == ".tsv" else ",", restval="")
    unknown = sorted({*(rows.fieldnames or ())} - {*COLUMNS})
    if "label" not in (rows.fieldnames or ()) or unknown:
        raise VocabularyError(
            f"{path}:1: the columns are {', '.join(COLUMNS)}; label must be there {unknown or ''}".rstrip()
        )
    try:
        for row in rows:
            if any(row.values()):
                yield from _row(row, f"{path}:{rows.line_num}", as_kind)
    except csv.Error as error:
        raise VocabularyError(f"{path}:{rows.line_num + 1}: {error}; mend the row and its quotes") from None


def _row(row: dict[str, str], where: str, as_kind: Kind | None) -> Iterator[Triple]:
    if not isinstance(row.get("label"), str) or not (label := row["label"].strip()):
        raise VocabularyError(f"{where}: no label; write one, or remove the row")
    found = _class(row.get("class", "").strip(), where, as_kind)
    subject = resource(row.get("iri", "").strip() or mint(KINDS[found], label))
    if not is_iri(subject):
        raise VocabularyError(f"{where}: {subject[1:-1]} is no IRI; write one such as https://example.org/x")
    yield subject, RDF_TYPE, name(f"pol:{found}")
    yield subject, PREF, quoted(label, "zh")
    if english := row.get("en", "").strip():
        yield subject, PREF, quoted(english, "en")
    for alias in filter(None, map(str.strip, _SEPARATOR.split(row.get("aliases", "")))):
        yield subject, ALT, quoted(alias, "en" if alias.isascii() else "zh")


def _class(text: str, where: str, as_kind: Kind | None) -> str:
    if not text and as_kind:
        return as_kind.value
    found = _KINDS.get(text.removeprefix("pol:").lower())
    if not found:
        known = ", ".join(kind.value for kind in Kind if kind is not Kind.POST)
        raise VocabularyError(
            f'{where}: unknown class "{text}"; use one of {known}, or build with --as Sector'
        )
    return found
