"""What stands in the output folder before a build: which blocks of it can be kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import file_digest
from typing import IO, TYPE_CHECKING

from kg import manifest
from kg.blocks import Piece
from kg.errors import GraphError

if TYPE_CHECKING:
    from pathlib import Path

    from kg.manifest import Record, Settings


@dataclass(frozen=True, slots=True)
class Standing:
    """The inputs that a graph was built from, and the blocks of their documents in its file.

    `usable` says whether the blocks are what a build with the same settings would write again;
    `firsts` is the input that each document's block was made from, where several have its text.
    """

    folder: Path
    inputs: frozenset[Record] = frozenset()
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    firsts: dict[str, str] = field(default_factory=dict)
    known: dict[tuple[str, str], Record] = field(default_factory=dict)
    file: IO[bytes] | None = None
    usable: bool = True

    def find(self, identifier: str, sha256: str) -> Record | None:
        """The input with this name and these bytes, if its document's block can be kept."""
        return self.known.get((identifier, sha256))

    def leads(self, record: Record) -> bool:
        """Whether the block of the input's document was made from this input."""
        return self.firsts[record.document] == record.identifier

    def piece(self, record: Record) -> Piece:
        """The block of the input's document."""
        if self.file is None:
            raise AssertionError(f"no file holds {record.document}")
        return Piece(self.file, *self.places[record.document])

    def refuse(self, others: int) -> None:
        """Raise GraphError: this many inputs cannot be kept as they are."""
        raise GraphError(
            f"{self.folder}: {others} inputs in this graph were read with other settings, words or program: "
            "name them too, to read them again, or drop them with --prune"
        )


def find_standing(folder: Path, settings: Settings) -> Standing:
    """Look at a folder: nothing there is an empty Standing.

    GraphError for a graph that was changed by hand.
    """
    if not (folder / manifest.NAME).exists():
        return Standing(folder)
    old = manifest.read(folder)
    if old.settings != settings:
        return Standing(folder, frozenset(old.inputs), usable=False)
    firsts: dict[str, str] = {}
    for each in old.inputs:
        firsts[each.document] = min(firsts.get(each.document, each.identifier), each.identifier)
    known = {(each.identifier, each.sha256): each for each in old.inputs}
    return Standing(folder, frozenset(old.inputs), old.blocks, firsts, known, _open_graph(folder, old))


def _open_graph(folder: Path, old: manifest.Manifest) -> IO[bytes]:
    path = folder / old.graph
    try:
        file = path.open("rb")
    except OSError as error:
        raise GraphError(f"{path}: missing: remove {folder / manifest.NAME} to build anew") from error
    if file_digest(file, "sha256").hexdigest() != old.sha256:
        raise GraphError(f"{path}: not as it was built: remove {folder / manifest.NAME} to build anew")
    return file
