"""Offices of another country's party or government that go by a name which is also one of ours (越共中央政治局委员、中央书记处书记; 某国总统免去国防部长林塔的职务)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.lexicon import COMPOUND_SURNAMES, SURNAMES, either
from kg.model import Kind
from kg.recognizers.headed import FOREIGN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.recognizers.found import Found, Layer

OURS = ("中国", "中共", "中华")
"""How a name begins that says whose office it is."""
MINISTRY = "中华人民共和国"
PARTY = re.compile("(?P<party>越共|越南共产党|朝鲜劳动党|老挝人民革命党)[^，。；：的同与]*、$")
ROW = re.compile(f"(?:{either(' '.join(FOREIGN))}|[越古朝]共|劳动党|人民革命党)[^，。；：的同与和]*$")
LONGEST, LONGEST_OF_PARTY = 24, 48
"""The characters of a row of titles, at most."""
HELD_BY = re.compile("(?:出任|担任|(?<!时)任|为)$")
COUNTRY = re.compile(f".*(?P<country>{either(' '.join(FOREIGN))})(?!.*(?:中国|我国|中方))")
DOT, DOTS = "·", "·•-"
CHINESE_NAME = 3
"""The characters of a Chinese name without a compound surname, at most."""


def in_row(text: str, layer: Layer, at: int) -> bool:
    """Whether a place stands in a row of another country's titles (越共中央总书记、国家主席), nobody named in it before."""
    row = ROW.search(text, max(0, at - LONGEST), at)
    return row is not None and not layer.of_kind(Kind.OFFICIAL, row.start(), at)


def of_another_party(text: str, layer: Layer) -> Iterator[Found]:
    """The names, an office of the Party in a row of titles behind another country's party turned to that party's own."""
    for found in layer.found:
        office = found.kind is Kind.INSTITUTION and text[found.begin] == "中"
        ours = not office or text.startswith(OURS, found.begin)
        row = None if ours else PARTY.search(text, max(0, found.begin - LONGEST_OF_PARTY), found.begin)
        if row and not layer.of_kind(Kind.OFFICIAL, row.start(), found.begin):
            label = row["party"] + text[found.begin : found.end]
            yield replace(found, label=label, entries=(), reason="office of another party")
        else:
            yield found


def of_another_state(text: str, layer: Layer) -> Iterator[Found]:
    """The names, a ministry turned to the country's that its sentence names where somebody with a foreign name is its minister.

    Without a country, and in a row of another country's titles (德国副总理兼财政部长), ministry and title are left out.
    """
    left_out, abroad = -1, -1
    for found in layer.found:
        title = _title(text, layer, found)
        if title is None:
            if found.begin != left_out:
                yield found
            continue
        sentence = max(text.rfind(mark, 0, found.begin) for mark in "。\n") + 1
        person = _holder(text, layer, found, title)
        country = None
        if sentence == abroad or (person and _foreign(text, person)):
            abroad, country = sentence, COUNTRY.match(text, sentence, found.begin)
        elif person is None or person.entries or not in_row(text, layer, found.begin):
            yield found
            continue
        if country:
            label = country["country"] + text[found.begin : found.end]
            yield replace(found, label=label, entries=(), reason="ministry of another state")
        else:
            left_out = title.begin


def _title(text: str, layer: Layer, found: Found) -> Found | None:
    """The title right behind a name that is a ministry's of ours, as many states have one (财政部)."""
    ministry = found.kind is Kind.INSTITUTION and found.entries
    if not ministry or text.startswith(OURS, found.begin) or not found.entries[0].label.startswith(MINISTRY):
        return None
    title = layer.starting(found.end)
    return title if title is not None and title.kind is None else None


def _holder(text: str, layer: Layer, ministry: Found, title: Found) -> Found | None:
    """The person right behind a title at a ministry, or in front of both (某某任外交部长)."""
    held = HELD_BY.search(text, max(0, ministry.begin - 2), ministry.begin)
    person = layer.ending(held.start()) if held else layer.starting(title.end)
    return person if person is not None and person.kind is Kind.OFFICIAL else None


def _foreign(text: str, person: Found) -> bool:
    """Whether somebody bears a foreign name."""
    if person.entries:
        return DOT in person.entries[0].label
    compound = person.label[:2] in COMPOUND_SURNAMES
    chinese = compound or (person.label[0] in SURNAMES and len(person.label) <= CHINESE_NAME)
    return not chinese or text[person.begin - 1] in DOTS
