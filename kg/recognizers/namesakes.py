"""Namesakes of known persons: foreigners whom a text calls by surname alone (白宫发言人卡尼, not the governor of a bank), and laymen (村民李强)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.recognizers.found import Found, Layer

DOT = "·"
"""What stands between the names of a foreigner."""
LAYMAN = re.compile("(?:村民|农民|养殖户|选手|运动员|连长|大队长|工程师)$")
"""What stands before the name of somebody who is no official."""
UNION = "欧"
"""How the names of the bodies of the European Union begin."""


def told_apart(text: str, layer: Layer, bodies: Mapping[str, frozenset[str]]) -> Iterator[Found]:
    """The names, a surname or a layman's name for the known person or persons who may be meant, else for somebody whom no list holds.

    `bodies` are the names of the bodies at which each known person held a post, by his IRI. A surname is
    judged by the bodies that titles before it name; one that fits once, or that the text gives in full, is his throughout.
    """
    known = [f for f in layer.found if f.kind is Kind.OFFICIAL and f.entries]
    full = {f.entries for f in known if DOT in text[f.begin : f.end]}
    meant: dict[str, set[str]] = {}
    for found in known:
        if not any(DOT in entry.label for entry in found.entries):
            if LAYMAN.search(text, max(0, found.begin - 4), found.begin):
                meant[text[found.begin : found.end]] = set()
            continue
        title = layer.ending(found.begin)
        body = layer.ending(title.begin) if title is not None and title.kind is None else None
        if body is not None and body.kind is Kind.INSTITUTION and found.entries not in full:
            said = text[found.begin : found.end]
            fits = {e.iri for e in found.entries if _may_be_at(bodies.get(e.iri), body)}
            meant[said] = meant.get(said, set()) | fits
    for found in layer.found:
        said = text[found.begin : found.end]
        if found.kind is Kind.OFFICIAL and said in meant:
            yield replace(found, entries=tuple(e for e in found.entries if e.iri in meant[said]))
        else:
            yield found


def _may_be_at(held: frozenset[str] | None, body: Found) -> bool:
    """Whether a person may hold a post at a body: one where he held one, or one of the same country or union."""
    if not held:
        return True
    name = body.entries[0].label if body.entries else body.label
    return any(_country(label) == _country(name) or label.endswith(name) for label in held)


def _country(body: str) -> str:
    """The two characters that tell the country or the organisation of a body by its name."""
    if body.startswith("白宫"):
        return "美国"
    return UNION if body.startswith(UNION) else body[:2]
