"""The Turtle files of the vocabulary as people edit them: their text, their triples, and where each thing stands."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import VocabularyError
from kg.turtle import comments, document
from kg.vocabulary import entries, rdf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.turtle import Triple
    from kg.vocabulary.entries import Node


@dataclass(frozen=True)
class File:
    """One Turtle file: its path, its text and its triples."""

    path: Path
    text: str
    triples: tuple[Triple, ...]

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """The triples by subject, then by predicate."""
        return entries.nodes(self.triples)

    @cached_property
    def _text_lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def _lines(self) -> dict[str, int]:
        return rdf.subject_lines(self.text)

    def line(self, iri: str, word: str = "") -> int:
        """The line, from 1, where the subject's block begins, or where the word stands in it; else 1."""
        begin = self._lines.get(iri, 1)
        block = takewhile(str.strip, self._text_lines[begin - 1 :])
        return next((number for number, line in enumerate(block, begin) if word in line), begin)


def read(path: Path) -> File:
    """The file at a path. Raises VocabularyError with the line when it is not Turtle, or has blank nodes."""
    data = rdf.read_bytes(path)
    triples = tuple(rdf.parse(data, path))
    for subject, predicate, object_ in triples:
        if subject.startswith("_:") or object_.startswith("_:"):
            where = entries.relative(predicate)
            raise VocabularyError(f"{path}:1: a blank node (at {where}); give every thing a name of its own")
    return File(path, data.decode("utf-8-sig"), triples)


def formatted(file: File, triples: Iterable[Triple] | None = None) -> str:
    """The text of a file (with other triples, where given) as it should stand, its comments kept.

    Raises VocabularyError when a comment stands at no block and would be lost.
    """
    notes = comments(file.text)
    text = document(file.triples if triples is None else triples, comments=notes)
    for subject, note in notes.items():
        if note not in text:
            line = file.line(entries.relative(subject))
            raise VocabularyError(f"{file.path}:{line}: a comment stands at no block; move it before one")
    return text


def write(path: Path, text: str) -> None:
    """Write a file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    Path(name).chmod(path.stat().st_mode if path.exists() else 0o644)
    Path(name).replace(path)
