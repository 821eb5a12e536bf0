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
LONGEST_ROW = 48
HELD_BY = re.compile("(?:出任|担任|(?<!时)任|为)$")
COUNTRY = re.compile(f".*(?P<country>{either(' '.join(FOREIGN))})(?!.*(?:中国|我国|中方))")
DOTS = "·•-"
CHINESE_NAME = 3
"""The characters of a Chinese name without a compound surname, at most."""


def of_another_party(text: str, layer: Layer) -> Iterator[Found]:
    """The names, an office of the Party in a row of titles behind another country's party turned to that party's own."""
    for found in layer.found:
        office = found.kind is Kind.INSTITUTION and text[found.begin] == "中"
        row = _row(text, layer, found) if office and not text.startswith(OURS, found.begin) else None
        if row:
            label = row["party"] + text[found.begin : found.end]
            yield replace(found, label=label, entries=(), reason="office of another party")
        else:
            yield found


def of_another_state(text: str, layer: Layer) -> Iterator[Found]:
    """The names, a ministry turned to the country's that its sentence names where a foreigner is its minister.

    Without a country both the ministry and the title are left out.
    """
    left_out, abroad = -1, -1
    for found in layer.found:
        title = layer.starting(found.end) if _bare(text, found) else None
        sentence = max(text.rfind(mark, 0, found.begin) for mark in "。\n") + 1 if title else 0
        if title and title.kind is None and (sentence == abroad or _foreign(text, layer, found, title)):
            abroad = sentence
            if country := COUNTRY.match(text, sentence, found.begin):
                label = country["country"] + text[found.begin : found.end]
                yield replace(found, label=label, entries=(), reason="ministry of another state")
            else:
                left_out = title.begin
        elif found.begin != left_out:
            yield found


def _bare(text: str, found: Found) -> bool:
    """Whether a name is a ministry's that many states have (财政部)."""
    ministry = found.kind is Kind.INSTITUTION and found.entries
    return bool(
        ministry and found.entries[0].label.startswith(MINISTRY) and not text.startswith(OURS, found.begin)
    )


def _row(text: str, layer: Layer, office: Found) -> re.Match[str] | None:
    """The party of another country behind which an office stands in a row of titles, nobody named in it before."""
    row = PARTY.search(text, max(0, office.begin - LONGEST_ROW), office.begin)
    return None if row and layer.of_kind(Kind.OFFICIAL, row.start(), office.begin) else row


def _foreign(text: str, layer: Layer, ministry: Found, title: Found) -> bool:
    """Whether who holds a title at a ministry bears a foreign name, or stands in a row of another party's titles."""
    held = HELD_BY.search(text, max(0, ministry.begin - 2), ministry.begin)
    person = layer.ending(held.start()) if held else layer.starting(title.end)
    if person is None or person.kind is not Kind.OFFICIAL:
        return False
    if _row(text, layer, ministry) or text[person.begin - 1] in DOTS:
        return True
    if person.entries:
        return DOTS[0] in person.entries[0].label
    compound = person.label[:2] in COMPOUND_SURNAMES
    return not compound and (person.label[0] not in SURNAMES or len(person.label) > CHINESE_NAME)
