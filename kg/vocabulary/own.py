"""A user's own words: any SKOS file, or a table; theirs win over ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.model import Kind
    from kg.turtle import Triple


def merge(
    ours: list[Triple], theirs: Sequence[tuple[Path, bytes]], *, as_kind: Kind | None
) -> tuple[list[Triple], set[str]]:
    """Our triples with theirs, and the IRIs of the entries that theirs describe."""
    return ours, set()
