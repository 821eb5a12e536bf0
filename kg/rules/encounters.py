"""Talks between leaders: A 会见 B, A 同 B 会谈. Each is a meeting; who is quoted speaks there.

"李强分别会见世界银行行长彭安杰和世界贸易组织总干事伊维拉": two meetings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import PRAISE, REPORTING, either
from kg.model import Claim, Entity, Kind, Mention, Span, Status
from kg.recognizers.headed import FOREIGN
from kg.recognizers.inspections import INSPECTION
from kg.terms import mint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.recognizers.found import Found
    from kg.scene import Line, Scene
    from kg.text import Sentence

CUE = re.compile("(?:先后|分别|集体|亲切)*会见(?!厅|室|时|后)|会晤(?!时|后)")
TALK = re.compile(
    "[同与和](?P<whom>[^，。]{2,80}?)(?:(?:在|以|就)[^，。与]{1,14}?)?(?:举行|进行)?(?:了)?(?P<talk>会谈|会晤|视频会晤|视频会见|双边会见|小范围会谈|小范围会晤|非正式会晤|视频会谈)(?!时)"
)
SAYS = re.compile(either(*REPORTING, PRAISE, "积极评价 高度评价 高度赞赏 欢迎 期待 赞同 完全赞同 阐述 愿"))
COUNTRY = re.compile(rf"{either(' '.join(FOREIGN))}$")
JOINS = re.compile(
    "(?:参加|出席|陪同)(?:了)?(?:上述)?(?:有关)?(?:会见|会谈|活动|通话|会晤|视频会晤)|(?:参加|出席|陪同|在座)。?$"
)


@dataclass(frozen=True, slots=True)
class Encounter:
    """A talk: the meeting it is, the host, the guests, the sentence that reports it, and its place."""

    meeting: Entity
    host: Entity
    guests: tuple[Entity, ...]
    evidence: Span
    place: Span


def encounters(scene: Scene) -> tuple[Encounter, ...]:
    """The talks that the first lines report, each guest once."""
    found: list[Encounter] = []
    met: set[str] = set()
    for line in (one for one in scene.lines[:8] if Kind.OFFICIAL in one.kinds):
        for clause in _told(scene, line):
            for one in _reported(scene, clause, line.sentence.span):
                if met.isdisjoint(guest.iri for guest in one.guests):
                    found.append(one)
                    met.update(guest.iri for guest in one.guests)
    return tuple(found)


def occasion(scene: Scene, talks: tuple[Encounter, ...]) -> Entity | None:
    """What a text reports: its own meeting, else the inspection that its first lines tell of, else its only talk."""
    if scene.meeting is not None or not scene.lines:
        return scene.meeting
    opening = scene.lines[:2][-1].sentence.span.end
    toured = [f for f in scene.of_kind(Span(0, opening), Kind.MEETING) if f.reason == INSPECTION]
    if toured:
        return scene.entity(toured[0])
    return talks[0].meeting if len(talks) == 1 else None


def _told(scene: Scene, line: Line) -> tuple[Span, ...]:
    """The clauses of a sentence in the news's own words: not those of somebody quoted (汪洋说，……)."""
    quoted = next(_quoted(scene, line), None)
    first = line.sentence.clauses[:1]
    return first if quoted is not None else line.sentence.clauses


def _reported(scene: Scene, clause: Span, evidence: Span) -> Iterator[Encounter]:
    people = scene.of_kind(clause, Kind.OFFICIAL)
    if len(people) < 2:
        return
    text = scene.said(clause)
    hosts: list[Found] = []
    guests: list[Found] = []
    said = "会见"
    if talk := TALK.search(text):
        said = f"{talk[0][0]}{{}}{talk['talk']}"
        hosts = [p for p in people if p.end <= clause.begin + talk.start() + 1]
        whom = Span(clause.begin + talk.start("whom"), clause.begin + talk.end("whom"))
        guests = [p for p in people if whom.begin <= p.begin < whom.end]
    elif cue := CUE.search(text):
        hosts = [p for p in people if p.end <= clause.begin + cue.start()]
        guests = [p for p in people if p.begin >= clause.begin + cue.end()]
    if hosts and guests:
        apart = "分别" in text or "先后" in text
        for row in [[guest] for guest in guests] if apart else [guests]:
            yield _encounter(scene, hosts[-1], row, evidence, said, whole=len(row) == len(guests))


def _encounter(
    scene: Scene, host: Found, guests: list[Found], evidence: Span, said: str, *, whole: bool
) -> Encounter:
    """One talk, at the words from host to guests; where they tell of several talks, at the guest's own."""
    begin = _styled_from(scene, guests[0])
    whom = scene.text[begin : guests[-1].end] if whole else guests[0].label
    label = host.label + (said.format(whom) if "{" in said else said + whom)
    meeting = Entity(mint(Kind.MEETING, label), Kind.MEETING, label)
    place = Span(host.begin if whole else begin, guests[-1].end)
    return Encounter(meeting, scene.entity(host), tuple(map(scene.entity, guests)), evidence, place)


def _styled_from(scene: Scene, guest: Found) -> int:
    """Where the country and the post in front of a guest's name begin."""
    begin = guest.begin
    while (before := scene.layer.ending(begin)) is not None and before.kind in (None, Kind.INSTITUTION):
        begin = before.begin
    country = COUNTRY.search(scene.text, max(0, begin - 8), begin)
    return country.start() if country and begin < guest.begin else begin


def find_encounters(scene: Scene, found: tuple[Encounter, ...]) -> Iterator[Claim | Mention]:
    """Yield the talks as meetings, and for each who speaks and who attends."""
    speakers = {entity.iri for line in scene.lines for entity in _quoted(scene, line)}
    if _guests_say(scene):
        speakers.update(guest.iri for one in found for guest in one.guests)
    for one in found:
        yield Mention(one.meeting, one.place, "talk between leaders")
        yield from _named_again(scene, one)
        for person in (one.host, *one.guests):
            speaks = person.iri in speakers
            yield _claim(person, "speaksAt" if speaks else "attends", one, one.evidence)
    for line in scene.lines:
        if joins(scene, line.sentence):
            yield from _joined(scene, line, found)


def _named_again(scene: Scene, one: Encounter) -> Iterator[Mention]:
    """Where a talk is named further down (在会见格奥尔基耶娃时，李克强表示)."""
    for found in scene.layer.of_kind(Kind.OFFICIAL, one.place.end, len(scene.text)):
        if scene.entity(found) in one.guests and scene.text.endswith("会见", 0, found.begin):
            yield Mention(one.meeting, Span(found.begin - 2, found.end), "talk between leaders")


def joins(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence tells who else was at the talks (丁薛祥、王毅等参加会见)."""
    return JOINS.search(scene.said(sentence.span)) is not None


def _quoted(scene: Scene, line: Line) -> Iterator[Entity]:
    """Who is quoted at the beginning of a sentence."""
    for clause in line.sentence.clauses[:2]:
        people = scene.of_kind(clause, Kind.OFFICIAL)
        if people and SAYS.match(scene.text, people[-1].end):
            yield scene.entity(people[-1])


def _guests_say(scene: Scene) -> bool:
    """Whether the guests are quoted as one (世行、基金组织负责人表示)."""
    return any(GUESTS_SAY.match(scene.text, *line.sentence.span) for line in scene.lines)


GUESTS_SAY = re.compile(
    f"(?:[^，。；：]{{2,30}}负责人|外方(?:领导人|代表|嘉宾)?们?|客人们?)(?:均|都|一致)?(?:{SAYS.pattern})"
)


def _joined(scene: Scene, line: Line, found: tuple[Encounter, ...]) -> Iterator[Claim]:
    for order, person in enumerate(scene.of_kind(line.sentence.span, Kind.OFFICIAL), 1):
        for one in found:
            if scene.entity(person) not in (one.host, *one.guests):
                yield _claim(scene.entity(person), "attends", one, line.sentence.span, order)


def _claim(person: Entity, predicate: str, one: Encounter, evidence: Span, order: int | None = None) -> Claim:
    return Claim(person, predicate, one.meeting, (evidence,), "talk", status=Status.DONE, order=order)
