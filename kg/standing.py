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

    from kg.manifest import Input, Settings


@dataclass(frozen=True, slots=True)
class Standing:
    """The inputs that a graph was built from, and the blocks of their documents in its file.

    `usable` says whether the blocks are what a build with the same settings would write again.
    """

    folder: Path
    inputs: dict[tuple[str, str], Input] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    file: IO[bytes] | None = None
    usable: bool = True

    def find(self, identifier: str, sha256: str) -> Input | None:
        """The input with this name and these bytes, if its blocks can be kept."""
        return self.inputs.get((identifier, sha256)) if self.usable else None

    def piece(self, iri: str, identifier: str) -> Piece | None:
        """The block of a document, if it was made from this input."""
        return self.stand_in(iri) if self.leads[iri] == identifier else None

    def stand_in(self, iri: str) -> Piece:
        """The block of a document, whichever input it was made from."""
        if self.file is None:
            raise AssertionError(f"no file holds {iri}")
        return Piece(self.file, *self.places[iri])

    def refuse(self, others: int) -> None:
        """Raise GraphError: this many inputs cannot be kept as they are."""
        raise GraphError(
            f"{self.folder}: {others} inputs in this graph were read with other settings, words or program: "
            "name them too, to read them again, or drop them with --prune"
        )


def find_standing(folder: Path, settings: Settings) -> Standing:
    """Look at a folder: nothing there is an empty Standing; GraphError for a graph that was changed by hand."""
    if not (folder / manifest.NAME).exists():
        return Standing(folder)
    old = manifest.read(folder)
    inputs = {(each.identifier, each.sha256): each for each in old.inputs}
    if old.settings != settings:
        return Standing(folder, inputs, usable=False)
    file = _open_graph(folder, old)
    leads: dict[str, str] = {}
    for each in old.inputs:
        for iri, identifier in each.documents:
            leads[iri] = min(leads.get(iri, identifier), identifier)
    return Standing(folder, inputs, old.blocks, leads, file)


def _open_graph(folder: Path, old: manifest.Manifest) -> IO[bytes]:
    path = folder / old.graph
    try:
        file = path.open("rb")
    except OSError as error:
        raise GraphError(f"{path}: missing: remove {folder / manifest.NAME} to build anew") from error
    if file_digest(file, "sha256").hexdigest() != old.sha256:
        raise GraphError(f"{path}: not as it was built: remove {folder / manifest.NAME} to build anew")
    return file
