"""The guests of a talk: how they are styled, where they are named again, and those who go without a name (集体会见论坛理事代表)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Kind, Span
from kg.recognizers.headed import COUNTRY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Entity
    from kg.recognizers.found import Found
    from kg.scene import Line, Scene

GUESTS = "代表团?|专家|人士|成员|企业家|企业负责人|学者|院士|家属|使节|获奖者|师生"
RECEIVED = re.compile(
    "(?P<said>(?:集体|亲切|共同)*会见)(?:了)?(?P<whom>(?!(?:[^，。]*(?:全体|与会|获奖者?代表|等)|[他她]))[^，。；：]{2,30}?(?:"
    + GUESTS
    + "))(?=[，。；]|并|$)"
    "|(?P<with>[同与](?!会|志|时)(?P<them>(?!会)[^，。；：]{2,30}?(?:"
    + GUESTS
    + "))(?:举行)?(?P<talk>座谈))(?!会)"
)


def received(scene: Scene, line: Line, clauses: tuple[Span, ...]) -> Iterator[tuple[Found, str, Span]]:
    """Yield the talks with unnamed guests of a sentence's clauses: the host, the talk's name, its place."""
    if not any(scene.text.find(cue, *line.sentence.span) >= 0 for cue in ("会见", "座谈")):
        return
    for clause in clauses:
        told = RECEIVED.search(scene.text, *clause)
        if told is None or scene.of_kind(Span(told.start(), clause.end), Kind.OFFICIAL):
            continue
        hosts = scene.of_kind(Span(line.sentence.span.begin, told.start()), Kind.OFFICIAL)
        beside = scene.meeting is None or "座谈" in told.group() or "集体" in told.group()
        if beside and len({scene.entity(host).iri for host in hosts}) == 1:
            place = Span(told.start(), told.end())
            yield hosts[-1], hosts[-1].label + scene.said(place).replace("会见了", "会见"), place


def styled_from(scene: Scene, guest: Found) -> int:
    """Where the country and the post in front of a guest's name begin."""
    begin = guest.begin
    while (before := scene.layer.ending(begin)) is not None and before.kind in (None, Kind.INSTITUTION):
        begin = before.begin
    country = COUNTRY.search(scene.text, max(0, begin - 8), begin)
    return country.start() if country and begin < guest.begin else begin


def met(scene: Scene, guests: tuple[Entity, ...], span: Span) -> list[Found]:
    """The places in a range where guests are named as those whom the host met (在会见何思敏时，顾云岚表示)."""
    named = scene.of_kind(span, Kind.OFFICIAL)
    return [f for f in named if scene.text.endswith("会见", 0, f.begin) and scene.entity(f) in guests]
