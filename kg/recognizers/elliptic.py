"""Names whose head stands only once: 支小和支农再贷款, 贷款和存款基准利率, 存贷款基准利率, 总量和结构性货币政策工具, 民营、小微企业."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Kind
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.vocabulary import Vocabulary

FAR = 14
AMOUNT = re.compile("[和与、](?P<sum>\\d[\\d.,]*(?:万亿|亿|万)元)$")
"""The sum of the second of two operations (开展500亿元7天期和300亿元14天期逆回购操作)."""
KINDS = (Kind.TOOL, Kind.INDICATOR, Kind.STANCE, Kind.SECTOR)


def find_elliptic(text: str, layer: Layer, vocabulary: Vocabulary) -> Iterator[Found]:
    """Yield the known names that a short first member and the head of the name after it make up."""
    for found in layer.found:
        summed = text[found.begin - 1 : found.begin] == "元"
        amount = AMOUNT.search(text, max(0, found.begin - FAR), found.begin) if summed else None
        at = amount.start("sum") if amount else found.begin
        before = text[at - 1 : at]
        if found.kind not in KINDS or before not in "和与、及存":
            continue
        if before == "存":
            yield from _deposits(found, vocabulary)
            continue
        for length in range(2, 7):
            begin = at - 1 - length
            if begin < 0 or layer.ending(at - 1) is not None:
                break
            first = text[begin : at - 1]
            if entry := _known(first, found, vocabulary):
                yield Found(begin, at - 1, found.kind, first, (vocabulary.entries[entry],), "shared head")
                break


def _deposits(lending: Found, vocabulary: Vocabulary) -> Iterator[Found]:
    """The deposit rate that 存 before a lending rate names (存贷款基准利率)."""
    if lending.label.startswith("贷款") and (iri := _known("存", lending, vocabulary)):
        entry = vocabulary.entries[iri]
        yield Found(lending.begin - 1, lending.begin, lending.kind, entry.label, (entry,), "shared head")


def _known(first: str, found: Found, vocabulary: Vocabulary) -> str | None:
    """The entry named by the first member and the end of the name after it."""
    for cut in range(1, len(found.label) - 1):
        for iri in vocabulary.surfaces.get(first + found.label[cut:], ()):
            if vocabulary.entries[iri].kind is found.kind and vocabulary.entries[iri] not in found.entries:
                return iri
    return None
