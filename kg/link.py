"""Names to entities: one thing, one IRI, across a document and across documents.

Every decision is a value with its reason (`Mention.reason`). Known names go to their entry; a name
that the vocabulary lacks gets an IRI from its class and label; short forms that a text introduces
("以下简称……") go to what they stand for, a bare 降息 to the nearest rate. Two names are never merged because they look alike.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Entity, Entry, Kind
from kg.terms import mint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.recognizers.found import Found

SHORT = re.compile(
    r"[（(](?:以下|下称|下同)?[,，]?(?:简称|统称|下称|称)为?[“\"《]?([^“”\"《》（）()]{2,16}?)[”\"》]?[）)]"
)
BLANKS = re.compile(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])")
VERB_GROUPS = {
    "推进": "推动",
    "推动": "推动",
    "大力推动": "推动",
    "强化": "加强",
    "健全完善": "健全",
    "建立健全": "建立健全",
    "防范和化解": "防范化解",
}
PUSHING = ("推动", "推进", "促进")
"""Verbs under which one object is one goal of a text, whichever of them it says first."""


class Linker:
    """Turns what was found in one document into entities."""

    def __init__(self, entries: Mapping[str, Entry], goals: Mapping[str, str], *, year: int | None) -> None:
        """`goals` gives the IRI of each known wording of a goal; `year` picks editions and former bodies."""
        self._entries = entries
        self.goals = goals
        self._year = year
        self.short: dict[str, Entity] = {}
        self.editions: dict[str, Entity] = {}
        self._pushed: dict[str, Entity] = {}

    def entity(self, found: Found) -> Entity:
        """The entity that a found name stands for."""
        if found.entries:
            return self.known(self._choose(found))
        if found.label in self.short:
            return self.short[found.label]
        return self.minted(found.kind or Kind.INSTITUTION, found.label)

    def _choose(self, found: Found) -> Entry:
        """Of the entries that share a label, the one of the found kind, else the first by IRI."""
        return next((entry for entry in found.entries if entry.kind is found.kind), found.entries[0])

    def known(self, entry: Entry) -> Entity:
        """The entity of an entry of the vocabulary; a series stands for its edition at hand."""
        if entry.iri in self.editions:
            return self.editions[entry.iri]
        return _known(entry.iri, entry.kind, entry.label, entry.type, entry.label_en)

    def minted(self, kind: Kind, label: str) -> Entity:
        """The entity of a name that the vocabulary does not have."""
        return _minted(kind, canonical(kind, label))

    def goal(self, verb: str, object_: str) -> Entity:
        """The goal that a verb and its object word: a known one, or one named by both."""
        reached = canonical(Kind.GOAL, object_)
        for one in (verb, "", *PUSHING) if verb in PUSHING else (verb, ""):
            if iri := self.goals.get(one + reached):
                return self.known(self._entries[iri])
        goal = self.minted(Kind.GOAL, VERB_GROUPS.get(verb, verb) + object_)
        return self._pushed.setdefault(object_, goal) if verb in PUSHING else goal


@lru_cache(maxsize=1 << 14)
def _known(iri: str, kind: Kind, label: str, type: str, label_en: str | None) -> Entity:
    return Entity(iri, kind, label, type, label_en, known=True)


@lru_cache(maxsize=1 << 14)
def _minted(kind: Kind, label: str) -> Entity:
    return Entity(mint(kind, label), kind, label)


def canonical(kind: Kind, label: str) -> str:
    """A label without what is only spelling: blanks, and for documents and goals the quotes.

    >>> canonical(Kind.DOCUMENT, "《指导意见》")
    '指导意见'
    """
    if label.isalnum():
        return label
    label = BLANKS.sub("", label)
    if kind is Kind.DOCUMENT:
        return label.replace("《", "").replace("》", "")
    return label


def introduced(text: str, found: Iterable[Found]) -> dict[str, Found]:
    """The short forms that a text introduces, each with the name right before the bracket."""
    by_end = {f.end: f for f in found}
    return {
        match[1]: by_end[match.start()]
        for match in SHORT.finditer(text)
        if match.start() in by_end and by_end[match.start()].kind is not None
    }


def recognised(found: Iterable[Found], names: Mapping[tuple[Kind, str], tuple[Entry, ...]]) -> list[Found]:
    """The found names, those whose label is an entry's (美财政部: 美国财政部) with that entry."""
    return [
        replace(f, entries=names[f.kind, f.label])
        if f.kind and not f.entries and (f.kind, f.label) in names
        else f
        for f in found
    ]


def spread(text: str, found: Iterable[Found]) -> list[Found]:
    """The further places of the short forms that a text introduces (以下简称《公约》)."""
    return [
        replace(whole, begin=match.start(), end=match.end(), reason="short form introduced")
        for short, whole in introduced(text, found).items()
        for match in re.finditer(re.escape(short), text)
    ]


MOVES = ("降息", "加息")
BARE = ("再贷款", "专项再贷款")
"""What a text calls a lending programme that it has named in full."""
NEAR = 400
"""Characters within which a rate is named that a move of rates is one of."""


def moved(text: str, found: Iterable[Found]) -> list[Found]:
    """The found names: a move of rates (降息) as one of the nearest rate that is named, a bare 再贷款 as the only one named."""
    found = list(found)
    tools = [f for f in found if f.kind is Kind.TOOL]
    rates = [
        f
        for f in tools
        if f.entries and f.entries[0].label.endswith("利率") and f.entries[0].label != "政策利率"
    ]
    named = {f.label: f for f in tools if f.label.endswith(BARE[0]) and f.label not in BARE}
    only = next(iter(named.values())) if len(named) == 1 else None
    return [
        _of_rate(f, rates)
        if rates and f.label in MOVES
        else replace(only, begin=f.begin, end=f.end, reason="short form of the only one named")
        if only and f.label in BARE and text[f.end : f.end + 1] not in ("、", "和", "再")
        else f
        for f in found
    ]


AT_IT = re.compile("(?<=在)(?:新闻)?发布会(?=上)")
"""Where somebody speaks at a press conference of which the text says no more."""


def met_again(text: str, found: Iterable[Found]) -> list[Found]:
    """The found names; a bare 在发布会上 is at the press conference named last near before it, not at its speaker's own."""
    kept: list[Found] = []
    last: Found | None = None
    for one in found:
        press = one.kind is Kind.MEETING and one.label.endswith("发布会")
        again = press and last and one.begin - last.end <= NEAR and AT_IT.match(text, one.begin)
        if last and again:
            kept.append(replace(last, begin=one.begin, end=one.end, reason="press conference named before"))
        else:
            kept.append(one)
            last = one if press else last
    return kept


def _of_rate(move: Found, rates: list[Found]) -> Found:
    """A move of rates as one of the nearest rate, if one is named near it."""
    nearest = min(rates, key=lambda rate: abs(rate.begin - move.begin))
    near = abs(nearest.begin - move.begin) <= NEAR
    return replace(move, entries=nearest.entries, reason="rate that is named") if near else move
