"""Names whose head stands only once: 支小和支农再贷款, 贷款和存款基准利率, 总量和结构性货币政策工具, 民营、小微企业."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Kind
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.vocabulary import Vocabulary

KINDS = (Kind.TOOL, Kind.INDICATOR, Kind.STANCE, Kind.SECTOR)


def find_elliptic(text: str, layer: Layer, vocabulary: Vocabulary) -> Iterator[Found]:
    """Yield the known names that a short first member and the head of the name after it make up."""
    for found in layer.found:
        if found.kind not in KINDS or text[found.begin - 1 : found.begin] not in "和与、及":
            continue
        for length in range(2, 7):
            begin = found.begin - 1 - length
            if begin < 0 or layer.ending(found.begin - 1) is not None:
                break
            first = text[begin : found.begin - 1]
            if entry := _known(first, found, vocabulary):
                yield Found(
                    begin, found.begin - 1, found.kind, first, (vocabulary.entries[entry],), "shared head"
                )
                break


def _known(first: str, found: Found, vocabulary: Vocabulary) -> str | None:
    """The entry named by the first member and the end of the name after it."""
    for cut in range(1, len(found.label) - 1):
        for iri in vocabulary.surfaces.get(first + found.label[cut:], ()):
            if vocabulary.entries[iri].kind is found.kind and vocabulary.entries[iri] not in found.entries:
                return iri
    return None
