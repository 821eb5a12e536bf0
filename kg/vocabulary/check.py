"""What is wrong in the vocabulary's files, with file and line; the lints are a list of small functions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.vocabulary import entries, files, rdf, table
from kg.vocabulary.lints import dates, labels, links, posts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kg.vocabulary.entries import Node
    from kg.vocabulary.lints import Finding

LINTS: tuple[Callable[[dict[str, Node]], Iterator[Finding]], ...] = (
    links.dangling,
    links.unknown_terms,
    links.cycles,
    links.orphans,
    links.one_way_succession,
    links.unattested,
    labels.missing_language,
    labels.two_preferred,
    labels.said_twice,
    labels.shared,
    labels.needlessly_ambiguous,
    labels.swallowing,
    posts.without_body,
    posts.incomplete_terms,
    posts.overlapping_terms,
    dates.malformed,
    dates.reversed_order,
)
"""Each takes the nodes of all files together and yields what is wrong, and where."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something to mend in a file."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        """The problem as compilers print it."""
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True)
class Book:
    """Several files read as one vocabulary."""

    files: tuple[files.File, ...]

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """The nodes of all files together."""
        return entries.nodes([triple for file in self.files for triple in file.triples])

    def problem(self, finding: Finding) -> Problem:
        """The finding with the file and the line that it is about."""
        holders = [file for file in self.files if finding.iri in file.nodes]
        file = next((one for one in holders if finding.word in one.text), (*holders, self.files[0])[0])
        return Problem(file.path, file.line(finding.iri, finding.word), finding.message)


def check(paths: Sequence[Path]) -> list[Problem]:
    """Everything that is wrong in these files, read together, in the order of the files and lines.

    A table is only asked for labels that it gives to several entries.
    """
    tables = {path for path in paths if path.suffix.lower() in table.SUFFIXES}
    book = Book(tuple(files.read(path) for path in paths if path not in tables))
    found = {book.problem(finding) for lint in LINTS for finding in lint(book.nodes)}
    laid_out = {problem for file in book.files for problem in _layout(file)}
    return sorted(found | laid_out | {problem for path in tables for problem in _tabled(path)})


def _tabled(path: Path) -> Iterator[Problem]:
    data = rdf.read_bytes(path)
    rows = data.decode("utf-8-sig", errors="replace").splitlines()
    for finding in labels.shared(entries.nodes(table.read(data, path, as_kind=None))):
        label = rdf.literal(finding.word)[0]
        line = max((number for number, row in enumerate(rows, 1) if label in row), default=1)
        yield Problem(path, line, finding.message)


def _layout(file: files.File) -> Iterator[Problem]:
    wanted = files.formatted(file)
    if file.text != wanted:
        pairs = zip(file.text.splitlines(), wanted.splitlines(), strict=False)
        line = next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 1)
        yield Problem(file.path, line, "not in canonical form; run kg vocabulary fmt")
