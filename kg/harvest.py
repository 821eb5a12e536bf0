"""The inputs of a build as they come in: read, kept as they stand, or withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.manifest import Input as Record
from kg.workers import outcome, outcomes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.blocks import Spool
    from kg.sources import Input
    from kg.standing import Standing
    from kg.workers import Options, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that could not be read, and why."""

    identifier: str
    reason: str


@dataclass(slots=True)
class Harvest:
    """What the inputs of a build came to: records for the manifest, blocks in the spool, failures.

    The one value of a build that grows while it runs.
    """

    options: Options
    standing: Standing
    spool: Spool
    records: set[Record] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    kept: int = 0
    withdrawn: int = 0
    doubles: dict[tuple[str, str], Input] = field(default_factory=dict)

    def read(self, inputs: Iterable[Input], *, workers: int, strict: bool) -> None:
        """Read what is new or changed; keep the blocks of what is not."""
        for each in outcomes(self._changed(inputs), self.options, workers=workers):
            self._take(each, strict=strict)

    def carry(self, *, prune: bool) -> None:
        """Keep, or with `prune` withdraw, what stands there and was not among the inputs."""
        others = [record for record in self.standing.inputs.values() if record.identifier not in self.seen]
        if prune:
            self.withdrawn = len(others)
        elif others and not self.standing.usable:
            self.standing.refuse(len(others))
        else:
            for record in others:
                self._keep(record)
        self._settle_doubles()

    def _changed(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """Yield the inputs to be read; keep the others."""
        for each in inputs:
            self.seen.add(each.identifier)
            record = self.standing.find(each.identifier, each.sha256)
            if record is None:
                yield each
                continue
            self.kept += 1
            self._keep(record)
            for iri, identifier in record.documents:
                if self.standing.leads[iri] != identifier:
                    self.doubles[iri, identifier] = each

    def _keep(self, record: Record) -> None:
        self.records.add(record)
        for iri, identifier in record.documents:
            self.spool.keep(self.standing.piece(iri, identifier), iri, identifier)

    def _take(self, result: Outcome, *, strict: bool) -> None:
        if result.reason is not None:
            if strict:
                raise InputError(f"{result.identifier}: {result.reason}")
            self.failures.append(Failure(identifier=result.identifier, reason=result.reason))
            return
        documents = sorted({(block.iri, block.identifier) for block in result.blocks})
        self.records.add(Record(result.identifier, result.sha256, tuple(documents)))
        for block in result.blocks:
            self.spool.add(block.iri, block.identifier, block.text)

    def _settle_doubles(self) -> None:
        """Where inputs share a text and the one that gave its block is gone, the next one gives it."""
        for iri, identifier in self.spool.orphans():
            if each := self.doubles.get((iri, identifier)):
                found = {(b.iri, b.identifier): b.text for b in outcome(each, self.options).blocks}
                self.spool.add(iri, identifier, found[iri, identifier])
            else:
                self.spool.keep(self.standing.stand_in(iri), iri, identifier)
