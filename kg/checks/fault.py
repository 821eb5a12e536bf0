"""What a check reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.terms import PREFIXES

if TYPE_CHECKING:
    from kg.store import Graph


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A broken promise: which check found it, where, what is wrong, and what to do.

    >>> print(Fault("file", "graph.trig", "was changed after the build", "build again"))
    file: graph.trig: was changed after the build: build again
    """

    check: str
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """On one line."""
        return f"{self.check}: {self.where}: {self.what}: {self.remedy}"


def short(graph: Graph, iri: str | None) -> str:
    """An IRI as a person writes it: relative to the graph's base, or with a prefix."""
    text = (iri or "").removeprefix(graph.base)
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text
