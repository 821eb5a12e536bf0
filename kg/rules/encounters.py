"""Talks between leaders: A 会见 B, A 同 B 会谈. Each is a meeting; who is quoted speaks there.

"李强分别会见世界银行行长彭安杰和世界贸易组织总干事伊维拉": two meetings. A headline that tells of a talk is another
name of it (李强同荷兰首相举行会谈), or its only one where the guests go without a name (李强会见外方代表并座谈).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import PRAISE, REPORTING, either
from kg.model import Claim, Entity, Kind, Mention, Span, Status
from kg.recognizers.inspections import INSPECTION
from kg.rules.guests import met, received, styled_from
from kg.terms import mint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.recognizers.found import Found
    from kg.scene import Line, Scene
    from kg.text import Sentence

CUE = re.compile("(?:先后|分别|集体|亲切)*会见(?!厅|室|时|后)|会晤(?!时|后)")
TALK = re.compile(
    "[同与和](?P<whom>[^，。]{2,80}?)(?:(?:在|以|就)[^，。与]{1,14}?)?(?:举行|进行)?(?:了)?(?P<talk>(?<!次)(?:会谈|会晤)|通了?电话|视频通话|视频会晤|视频会见|双边会见|小范围会谈|小范围会晤|非正式会晤|视频会谈)(?!时)"
)
HEADED = re.compile(
    "会见(?!厅|室)[^，。]{2,40}?(?=时?(?:强调|指出|表示|说)|$)"
    "|[同与和](?:(?!举行|出席)[^，。]){2,30}(?:举行)?(?:会谈|会晤|座谈|通电话)(?=时?(?:强调|指出|表示|说)|$)"
)
"""What follows the host in a headline that tells of a talk."""
SAYS = re.compile(
    "(?:主席|总统|总理|首相)?(?:就此|随后|愉快地|还|也|均|都)?"
    + either(*REPORTING, PRAISE, "积极评价 高度评价 高度赞赏 欢迎 期待 赞同 完全赞同 阐述 愿 转达 回忆")
    + "(?!的)"
)
SPOKE = re.compile("时?(?:强调|指出|表示|说)")
LEAD = re.compile("(?:会见了?|[同与和])$")
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
    """The talks that the first lines report, each guest once; where they name none, the talk that the headline tells of."""
    found: list[Encounter] = []
    met: set[str] = set()
    for at, line in enumerate(scene.lines):
        for clause in _told(scene, line) if Kind.OFFICIAL in line.kinds else ():
            if at >= OPENING and not LATER.search(scene.text, *clause):
                continue
            for one in _reported(scene, clause, line.sentence.span):
                if met.isdisjoint(guest.iri for guest in one.guests):
                    found.append(one)
                    met.update(guest.iri for guest in one.guests)
    headline = None if found else _headline(scene)
    if headline is not None and scene.meeting is None:
        host, place = headline
        meeting = Entity(mint(Kind.MEETING, scene.said(place)), Kind.MEETING, scene.said(place))
        found.append(Encounter(meeting, scene.entity(host), (), scene.lines[0].sentence.span, place))
    elif headline is None:
        found += _unnamed_guests(scene)
    return tuple(found)


def _unnamed_guests(scene: Scene) -> Iterator[Encounter]:
    """The talks with guests who go without their names, each of them once."""
    names: set[str] = set()
    for line in (one for one in scene.lines[1:] if Kind.OFFICIAL in one.kinds):
        for host, label, place in received(scene, line, _told(scene, line)):
            if label not in names and not scene.text.startswith("时", place.end):
                names.add(label)
                meeting = Entity(mint(Kind.MEETING, label), Kind.MEETING, label)
                yield Encounter(meeting, scene.entity(host), (), line.sentence.span, place)


OPENING = 8
"""The sentences that report talks; later ones do where they say that there was another (同日还会见了)."""
LATER = re.compile("(?:还|同日|当天)[^，。；]{0,12}(?:会见|会谈|会晤|通电话)")


def _headline(scene: Scene) -> tuple[Found, Span] | None:
    """The person whom a headline begins with and the words in which it tells of his talk, if it does."""
    for clause in scene.lines[0].sentence.clauses[:1] if scene.lines else ():
        people = scene.of_kind(clause, Kind.OFFICIAL)
        if people and people[0].begin == clause.begin:
            told = HEADED.match(scene.text, people[0].end, clause.end)
            return (people[0], Span(clause.begin, told.end())) if told else None
    return None


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
    quoted = _quoted(scene, line)
    if quoted is None:
        return line.sentence.clauses
    told = [clause for clause in line.sentence.clauses if clause.end <= quoted.begin]
    return tuple(told) or line.sentence.clauses[:1]


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
        further = Span(clause.end, len(scene.text))
        again = met(scene, tuple(map(scene.entity, guests)), further)
        apart = "分别" in text or "先后" in text or bool(again)
        for row in [[guest] for guest in guests] if apart else [guests]:
            yield _encounter(scene, hosts[-1], row, evidence, said, whole=len(row) == len(guests))


def _encounter(
    scene: Scene, host: Found, guests: list[Found], evidence: Span, said: str, *, whole: bool
) -> Encounter:
    """One talk, at the words for whom the host meets; where they tell of several talks, at the guest's own."""
    begin = styled_from(scene, guests[0])
    whom = scene.text[begin : guests[-1].end] if whole else guests[0].label
    label = host.label + (said.format(whom) if "{" in said else said + whom)
    meeting = Entity(mint(Kind.MEETING, label), Kind.MEETING, label)
    lead = LEAD.search(scene.text, host.end, begin)
    at = lead.start() if lead and whole else begin
    place = Span(host.begin if at == host.end else at, guests[-1].end)
    return Encounter(meeting, scene.entity(host), tuple(map(scene.entity, guests)), evidence, place)


def find_encounters(scene: Scene, found: tuple[Encounter, ...]) -> Iterator[Claim | Mention]:
    """Yield the talks as meetings, and for each who speaks and who attends."""
    speaking = _speaking(scene, found)
    for one in found:
        yield Mention(one.meeting, one.place, TALKED)
        yield from _named_again(scene, one, found)
        strangers = () if one.guests else (who for talk, who in speaking if talk == one)
        for person in dict.fromkeys((one.host, *one.guests, *strangers)):
            speaks = (one, person) in speaking
            yield _claim(person, "speaksAt" if speaks else "attends", one, one.evidence)
    for line in scene.lines:
        if joins(scene, line.sentence):
            yield from _joined(scene, line, found)


def _speaking(scene: Scene, found: tuple[Encounter, ...]) -> list[tuple[Encounter, Entity]]:
    """Who is quoted at which talk: a guest at his own; the host at that with the guest named last, else at all."""
    first = scene.lines[0].sentence.span
    at = tuple(one for one in found if one.guests and _named_in(scene, one, first))
    headline = _headline(scene)
    spoke = headline is not None and SPOKE.match(scene.text, headline[1].end) is not None
    by_name = joined(scene, found)
    told = [(one, one.host) for one in (at or by_name if spoke else ())]
    for line in (line for line in scene.lines if Kind.OFFICIAL in line.kinds):
        at = tuple(one for one in found if met(scene, one.guests, line.sentence.clauses[0])) or at
        at = tuple(one for one in found if _received_in(scene, one, line.sentence.clauses[0])) or at
        if (speaker := _quoted(scene, line)) is not None:
            person = scene.entity(speaker)
            own = tuple(one for one in found if person in one.guests)
            told += [(one, person) for one in own or at or by_name]
    if _guests_say(scene):
        told += [(one, guest) for one in found for guest in one.guests]
    if len(found) == 1:
        told += [(found[0], who) for line in scene.lines for who in _side(scene, line, found[0])]
        told += [(found[0], found[0].host)] if _unnamed(scene, found[0]) else []
    return told


def _received_in(scene: Scene, one: Encounter, clause: Span) -> bool:
    """Whether a clause says that what follows was said at a talk with unnamed guests (在集体会见外方代表时，)."""
    return not one.guests and f"{scene.said(one.place)}时" in scene.said(clause)


def _unnamed(scene: Scene, one: Encounter) -> bool:
    """Whether what is said right after a talk is told goes without a name: its host says it (双方要……)."""
    for line in scene.lines[1:]:
        begin = line.sentence.span.begin
        if begin > one.place.end and begin >= one.evidence.end and not _tells(scene, line, one):
            if _quoted(scene, line) is not None:
                return False
            if UNNAMED.search(scene.text, *line.sentence.span):
                return True
    return False


def _tells(scene: Scene, line: Line, one: Encounter) -> bool:
    """Whether a sentence is the second of a text and reports the talk that the headline tells of."""
    return line is scene.lines[1] and not one.guests


UNNAMED = re.compile(
    "(?:双方|两国|中[\u4e00-\u9fff])(?:要|应|可)|(?:中方|中国|我们)(?:将|愿|坚定|始终|希望|要)"
)


def _side(scene: Scene, line: Line, one: Encounter) -> tuple[Entity, ...]:
    """Whose side speaks where a sentence names nobody: the host's (中方愿……) or the first guest's (德方愿……)."""
    side = SIDE.match(scene.text, line.sentence.span.begin)
    if side is None:
        return ()
    return (one.host,) if side[0].startswith("中") else one.guests[:1]


SIDE = re.compile("(?![双各对我])[\u4e00-\u9fff]方(?:也|还|将|愿|希望|支持|赞赏|欢迎|感谢|坚定|始终|高度)")


def _named_in(scene: Scene, one: Encounter, span: Span) -> bool:
    """Whether a range names a guest."""
    return any(scene.entity(f) in one.guests for f in scene.of_kind(span, Kind.OFFICIAL))


def _named_again(scene: Scene, one: Encounter, found: tuple[Encounter, ...]) -> Iterator[Mention]:
    """Where a talk is named in the headline, and further down (在会见何思敏时，顾云岚表示)."""
    headline = _headline(scene)
    if (
        headline is not None
        and one.place.begin >= headline[1].end
        and (len(found) == 1 or _named_in(scene, one, headline[1]))
    ):
        yield Mention(one.meeting, headline[1], TALKED)
    for again in met(scene, one.guests, Span(one.place.end, len(scene.text))):
        yield Mention(one.meeting, Span(again.begin - 2, again.end), TALKED)


TALKED = "talk between leaders"


def joined(scene: Scene, talks: tuple[Encounter, ...]) -> tuple[Encounter, ...]:
    """The talks that further persons are at: not those with unnamed guests in a text with a meeting of its own."""
    return tuple(one for one in talks if one.guests or scene.meeting is None)


def joins(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence tells who else was at the talks (丁薛祥、王毅等参加会见)."""
    return JOINS.search(scene.said(sentence.span)) is not None


def _quoted(scene: Scene, line: Line) -> Found | None:
    """The first person who is quoted in the beginning of a sentence."""
    for clause in line.sentence.clauses[:3]:
        people = scene.of_kind(clause, Kind.OFFICIAL)
        speaker = next((f for f in people if SAYS.match(scene.text, f.end, clause.end)), None)
        if speaker is not None:
            return speaker
    return None


def _guests_say(scene: Scene) -> bool:
    """Whether the guests are quoted as one (世行、基金组织负责人表示)."""
    return any(GUESTS_SAY.match(scene.text, *line.sentence.span) for line in scene.lines)


GUESTS_SAY = re.compile(
    f"(?:[^，。；：]{{2,30}}负责人|外方(?:领导人|代表|嘉宾)?们?|客人们?)(?:均|都|一致)?(?:{SAYS.pattern})"
)


def _joined(scene: Scene, line: Line, found: tuple[Encounter, ...]) -> Iterator[Claim]:
    for order, person in enumerate(scene.of_kind(line.sentence.span, Kind.OFFICIAL), 1):
        for one in joined(scene, found):
            if scene.entity(person) not in (one.host, *one.guests):
                yield _claim(scene.entity(person), "attends", one, line.sentence.span, order)


def _claim(person: Entity, predicate: str, one: Encounter, evidence: Span, order: int | None = None) -> Claim:
    return Claim(person, predicate, one.meeting, (evidence,), "talk", status=Status.DONE, order=order)
