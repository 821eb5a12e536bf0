"""The documents' blocks of a graph on their way to one file: spooled to disk, merged in order."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import IO, TYPE_CHECKING, TypeAlias

from kg import resources
from kg.emit import literal
from kg.terms import ONTOLOGY_GRAPH

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

Places: TypeAlias = dict[str, tuple[int, int]]
"""Where each block stands in the graph's file, in bytes: begin and length."""

IDENTIFIERS = {
    "trig": re.compile(
        r'(?m)^(?P<before>[^"\n]*\bdcterms:identifier )(?P<values>"[^\n]*")(?P<after> ?[;.]?)$'
    ),
    "nq": re.compile(
        r"(?m)^(?P<before>\S+ <http://purl\.org/dc/terms/identifier> )(?P<values>.*)(?P<after> <\S+> \.)$"
    ),
}
"""Where a block says which inputs its document came from."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block on disk: its place in a file, in bytes."""

    file: IO[bytes]
    begin: int
    length: int

    def read(self) -> str:
        """The block's text."""
        self.file.seek(self.begin)
        return self.file.read(self.length).decode()


class Spool:
    """Blocks by document, in files; several inputs with the same text have one document."""

    def __init__(self, file: IO[bytes]) -> None:
        """Write new blocks into `file`, which is open for reading and writing."""
        self.file = file
        self.end = 0
        self.pieces: dict[str, dict[str, Piece | None]] = defaultdict(dict)

    def add(self, iri: str, identifier: str, text: str) -> None:
        """Keep a new block of a document, made from this input."""
        data = text.encode()
        self.file.seek(self.end)
        self.file.write(data)
        self.pieces[iri][identifier] = Piece(self.file, self.end, len(data))
        self.end += len(data)

    def keep(self, iri: str, identifier: str, piece: Piece | None) -> None:
        """Keep a block that stands on disk already, or say that this input, too, has the document."""
        self.pieces[iri][identifier] = piece

    def orphans(self) -> list[tuple[str, str]]:
        """The documents without the block of their first input, and that input."""
        firsts = ((iri, min(pieces)) for iri, pieces in sorted(self.pieces.items()))
        return [(iri, first) for iri, first in firsts if self.pieces[iri][first] is None]

    def blocks(self, format: str, only: Container[str] | None = None) -> Iterator[tuple[str, str]]:
        """Every document, or some of them, and its block, by IRI: the one of its first input, with all named."""
        for iri, pieces in sorted(self.pieces.items()):
            if only is not None and iri not in only:
                continue
            piece = pieces[min(pieces)]
            if piece is None:
                raise AssertionError(f"{iri} has no block")
            yield iri, with_identifiers(piece.read(), pieces, format)


def with_identifiers(block: str, identifiers: Iterable[str], format: str) -> str:
    r"""The block with these inputs as the document's identifiers, sorted.

    >>> with_identifiers('<doc/a> {\n  dcterms:identifier "b" ;\n}\n', ["b", "a"], "trig")
    '<doc/a> {\n  dcterms:identifier "a", "b" ;\n}\n'
    """
    values = sorted(literal(identifier) for identifier in identifiers)
    found = IDENTIFIERS[format].search(block)
    if found is None:
        raise AssertionError(f"a block without dcterms:identifier: {block[:100]}")
    if format == "trig":
        new = found["before"] + ", ".join(values) + found["after"]
        return block[: found.start()] + new + block[found.end() :]
    lines = "\n".join(found["before"] + value + found["after"] for value in values)
    last = [match.end() for match in IDENTIFIERS[format].finditer(block)][-1]
    return block[: found.start()] + lines + block[last:]


def write(path: Path, head: Iterable[str], blocks: Iterable[tuple[str, str]]) -> tuple[str, Places]:
    """Write the head and the blocks; give the file's SHA-256 and each block's place (begin, length)."""
    digest, places, position = sha256(), {}, 0
    with path.open("wb") as file:
        for iri, text in chain((("", part) for part in head), blocks):
            data = text.encode()
            digest.update(data)
            file.write(data)
            if iri:
                places[iri] = (position, len(data))
            position += len(data)
    return digest.hexdigest(), places


def ontology(prefixes: str) -> str:
    """The ontology as a named graph; prefixes of its own come before it."""
    lines = (resources.ontology() / "policy.ttl").read_text(encoding="utf-8").splitlines()
    own = [line for line in lines if line.startswith("@prefix") and line not in prefixes]
    body = [f"  {line}" if line else "" for line in lines if not line.startswith("@prefix")]
    return "\n".join([*own, f"<{ONTOLOGY_GRAPH}> {{", *body, "}", ""])
