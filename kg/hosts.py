"""Who holds a meeting: the body that a sentence says to, the vocabulary gives, or the meeting's name begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Entity, Kind
from kg.recognizers.bodies import JOINT_CONTROL
from kg.recognizers.found import Found
from kg.recognizers.meetings import HOST_GAP

if TYPE_CHECKING:
    from kg.link import Linker
    from kg.recognizers.found import Layer
    from kg.text import Sentence
    from kg.vocabulary import Vocabulary

CONGRESS = re.compile(
    "(?:第)?[一二三四五六七八九十]{1,4}届(?:全国人大|全国政协)(?!常委会|常务委员会|.*座谈会)"
)
IN_FULL = re.compile("届全国人民代表大会第")
"""A session in full: where it stands, the congress goes by its own name, without the number."""


def holder(text: str, part: Sentence, layer: Layer, linker: Linker, found: Found) -> Entity | None:
    """The body that a sentence says to hold the meeting (中央统战部16日在京召开协商座谈会)."""
    bodies = layer.of_kind(Kind.INSTITUTION, part.span.begin, found.begin)
    if not bodies or not HOST_GAP.fullmatch(text, bodies[-1].end, found.begin):
        return None
    body = linker.entity(bodies[-1])
    return body if body.type != "Media" and text[bodies[-1].begin - 1] != "在" else None


def host_of(
    part: Sentence, layer: Layer, linker: Linker, vocabulary: Vocabulary, found: Found
) -> Entity | None:
    """Who holds the meeting: the congress or the body in its name, the vocabulary's organiser, its leader's body, the one before 召开."""
    label = re.sub(r"^\d{4}年(?:度)?", "", found.label)
    if congress := _congress(layer, label):
        return linker.minted(Kind.INSTITUTION, congress)
    if mechanism := JOINT_CONTROL.match(label):
        named = (f for f in layer.found if f.kind is Kind.INSTITUTION and JOINT_CONTROL.fullmatch(f.label))
        return linker.entity(next(named, Found(0, 0, Kind.INSTITUTION, mechanism.group())))
    label = NUMBERED.sub("", label)
    return _organiser(layer, linker, vocabulary, found, label) or _nearby(part, layer, linker, found, label)


def meeting_hosts(layer: Layer, linker: Linker, vocabulary: Vocabulary) -> dict[str, Entity]:
    """For each meeting named in a text the body whose meeting it is, by the vocabulary or by its name."""
    hosts = {}
    for found in layer.of_kind(Kind.MEETING, 0, layer.end):
        whole = re.sub(r"^(?:\d{4}年(?:度)?|第\d{1,3}届)", "", found.label)
        congress = None if found.entries else _congress(layer, whole)
        named = linker.minted(Kind.INSTITUTION, congress) if congress else None
        if host := named or _organiser(layer, linker, vocabulary, found, NUMBERED.sub("", whole)):
            hosts[linker.entity(found).iri] = host
    return hosts


def _congress(layer: Layer, label: str) -> str | None:
    """The congress with its number that a session's short name begins with (十四届全国人大三次会议)."""
    match = CONGRESS.match(label)
    full = match and any(IN_FULL.search(f.label) for f in layer.of_kind(Kind.MEETING, 0, layer.end))
    return match.group() if match and not full else None


def _organiser(
    layer: Layer, linker: Linker, vocabulary: Vocabulary, found: Found, label: str
) -> Entity | None:
    """The body that the vocabulary gives the meeting, or whose name the meeting's name begins with; of a fair nobody."""
    if FAIR.search(found.label):
        return None
    forms = dict.fromkeys((found.label, label))
    entries = [vocabulary.entries[iri] for form in forms for iri in vocabulary.surfaces.get(form, ())]
    for entry in (*found.entries, *entries):
        if entry.kind is Kind.MEETING and entry.parent and entry.parent in vocabulary.entries:
            return linker.known(vocabulary.entries[entry.parent])
    body_of = OF_BODY.match(label)
    shortest = len(body_of["body"]) if body_of else 2
    here = {f.label: f for f in layer.of_kind(Kind.INSTITUTION, 0, layer.end) if not f.entries}
    for name in (label[:length] for length in range(len(label) - 1, shortest - 1, -1)):
        if name in here:
            return linker.entity(here[name])
        for iri in vocabulary.surfaces.get(name, ()):
            if (body := vocabulary.entries[iri]).kind is Kind.INSTITUTION:
                above = body.parent if GATHERING.search(body.label) else None
                return linker.known(vocabulary.entries[above] if above else body)
    return linker.minted(Kind.INSTITUTION, body_of["body"]) if body_of else None


FAIR = re.compile("(?:博览会|博会|交易会|洽谈会|展览会|高峰论坛|仪式|图片展)$")
"""What is held by many: its body is the one that the text names."""
OF_BODY = re.compile(
    "(?P<body>(?!第)[^，。“”暨]{4,24}?(?:委员会|协会|促进会|联合会|组织|领导小组))(?:第[一二三四五六七八九十\\d]{1,4}[次届])?(?:全体|全国|会员|代表){0,2}(?:会议|大会|年会)$"
)
"""A meeting with its number that a body holds which no list knows (中国和巴基斯坦投资合作委员会第三次会议)."""
TALKS = ("座谈会", "专题座谈会", "工作座谈会")
"""Bare talks: whose post it is to chair them says nothing about a body that holds them."""
GATHERING = re.compile("(?:会议|行长会|财长会)$")
"""A forum that is no more than a row of meetings: whose they are is the body above it."""


def _nearby(part: Sentence, layer: Layer, linker: Linker, found: Found, label: str) -> Entity | None:
    """The leader's body of a bare talk; else the body in the meeting's name, else the last one before it."""
    if found.label.endswith("座谈会") and (leader := _leader(layer, part.span.end + 200, linker)):
        return leader
    named = [
        f
        for f in layer.within(part.span.begin, part.span.end)
        if f.kind is Kind.INSTITUTION and f.begin < found.begin
    ]
    if found.label in TALKS:
        named = [f for f in named if (title := layer.starting(f.end)) is None or title.kind is not None]
    bodies = [(f.label, linker.entity(f)) for f in named]
    bodies = [(name, body) for name, body in bodies if body.type != "Media"]
    owners = [body for name, body in bodies if label.startswith(name)]
    return owners[0] if owners else bodies[-1][1] if bodies else None


NUMBERED = re.compile("^第?[一二三四五六七八九十]{1,4}届")


def _leader(layer: Layer, end: int, linker: Linker) -> Entity | None:
    """The body of the first person with a title in the opening lines (国务院总理李克强); a Party post does not count."""
    for body in layer.within(0, end):
        title = layer.starting(body.end) if body.kind is Kind.INSTITUTION else None
        person = layer.starting(title.end) if title is not None and title.kind is None else None
        if person is not None and person.kind is Kind.OFFICIAL:
            entity = linker.entity(body)
            if entity.type != "PartyBody":
                return entity
    return None
