"""The inputs of a build as they come in: read, kept as they stand, or withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.manifest import Record
from kg.sources import holds_many
from kg.workers import outcomes, read_input

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.blocks import Spool
    from kg.sources import Input
    from kg.standing import Standing
    from kg.store import Loader
    from kg.workers import Options, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that could not be read, why, and whether what it said in an earlier build is kept."""

    identifier: str
    reason: str
    kept: bool = False


@dataclass(slots=True)
class Harvest:
    """What the inputs of a build came to: records for the manifest, blocks in the spool, failures.

    The one value of a build that grows while it runs. `missed` says that something which may hold many
    documents could not be opened; `doubles` are kept inputs whose document's
    block was made from another input with the same text; `loaded` are the documents in the store already.
    """

    options: Options
    standing: Standing
    spool: Spool
    loader: Loader
    records: set[Record] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    missed: bool = False
    doubles: dict[Record, Input] = field(default_factory=dict)
    loaded: set[str] = field(default_factory=set)
    read: int = 0
    kept: int = 0
    withdrawn: int = 0
    replaced: int = 0

    def take(self, inputs: Iterable[Input], *, workers: int, strict: bool) -> None:
        """Read what is new or changed; keep the blocks of what is not."""
        for outcome in outcomes(self._changed(inputs), self.options, workers=workers):
            self._add(outcome, strict=strict)

    def carry(self, *, prune: bool) -> None:
        """Keep, or with `prune` withdraw, what stands there and was not among the inputs.

        What could not be read this time is kept as it was read before. Nothing is withdrawn where a folder,
        an archive or an address could not be opened: what it holds is not known.
        """
        unread = {failure.identifier for failure in self.failures}
        others = [record for record in self.standing.inputs if record.identifier not in self.seen - unread]
        carried = [each for each in others if not prune or self.missed or each.identifier in unread]
        if prune and not self.standing.usable:
            carried = []
        if carried and not self.standing.usable:
            self.standing.refuse(len(carried))
        for record in carried:
            self._keep(record)
        self.withdrawn = len(others) - len(carried)
        self.replaced = len(self.standing.inputs - self.records) - self.withdrawn
        names = {record.identifier for record in carried}
        self.failures = [replace(each, kept=each.identifier in names) for each in self.failures]
        self._settle_doubles()

    def load_rest(self) -> None:
        """Load the blocks that are kept, and those that more than one input gave."""
        rest = {iri for iri, pieces in self.spool.pieces.items() if iri not in self.loaded or len(pieces) > 1}
        twice: dict[str, str] = {}
        for iri, block in self.spool.blocks(self.options.format, rest):
            if iri in self.loaded:
                twice[iri] = block
            else:
                self.loader.add(block)
        if twice:
            self.loader.replace(twice)

    def _changed(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """Yield the inputs to be read; keep the others."""
        for each in inputs:
            self.seen.add(each.identifier)
            self.missed = self.missed or (each.problem is not None and holds_many(each.identifier))
            record = self.standing.find(each.identifier, each.sha256)
            if record is None:
                yield each
                continue
            self.kept += 1
            self._keep(record)
            if not self.standing.leads(record):
                self.doubles[record] = each

    def _keep(self, record: Record) -> None:
        self.records.add(record)
        piece = self.standing.piece(record) if self.standing.leads(record) else None
        self.spool.keep(record.document, record.identifier, piece)

    def _add(self, outcome: Outcome, *, strict: bool) -> None:
        if outcome.reason is not None:
            if strict:
                raise InputError(f"{outcome.identifier}: {outcome.reason}")
            self.failures.append(Failure(identifier=outcome.identifier, reason=outcome.reason))
            return
        self.read += 1
        self.records.add(Record(outcome.identifier, outcome.sha256, outcome.document))
        if outcome.document not in self.spool.pieces:
            self.loader.add(outcome.block)
            self.loaded.add(outcome.document)
        self.spool.add(outcome.document, outcome.identifier, outcome.block)

    def _settle_doubles(self) -> None:
        """Where inputs share a text and the one that gave its block is gone, the next one gives it."""
        firsts = set(self.spool.orphans())
        for record in self.records:
            if (record.document, record.identifier) not in firsts:
                continue
            if each := self.doubles.get(record):
                block = read_input(each, self.options).block
                self.spool.add(record.document, record.identifier, block)
            else:
                self.spool.keep(record.document, record.identifier, self.standing.piece(record))
