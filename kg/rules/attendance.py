"""Who convened, chaired, addressed and attended a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import REPORTING, either
from kg.model import Claim, Entity, Kind, Span, Status
from kg.recognizers.found import Found

if TYPE_CHECKING:
    from kg.scene import Scene
    from kg.text import Sentence

CHAIRS = re.compile("主持(?!人|者)(?:了)?")
SPEAKS = re.compile("讲话|致辞|致词|发言|作(?:了)?(?:工作|总结|主旨|政府工作)?报告|主旨演讲|发表(?:重要|视频|主旨)?(?:讲话|演讲|致辞)|作(?:了)?讲解|作(?:了)?(?:题为|专题)|作(?:了)?说明|发表视频讲话")
ATTENDS = re.compile("出席|参加|列席|到会|与会|应邀")
INVITED = re.compile("应邀|列席")
CONVENES = re.compile("召开|举行|举办|主办")
THIS_MEETING = re.compile("会议|会上|大会|论坛|学习|开幕式|座谈会|发布会|记者会|年会|对话会|峰会|在会上|研讨班|开班式")
REPORTS = re.compile(either(" ".join(REPORTING)))
TALK = re.compile("发布会|记者会|座谈会|对话会|吹风会|论坛|年会|圆桌")
HEARD = re.compile("听取(?:了)?")


def find_attendance(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """Yield who chairs, speaks at and attends a meeting, as one sentence says it."""
    people: list[Found] = []
    for clause in sentence.clauses:
        text = scene.said(clause)
        named = scene.of_kind(clause, Kind.OFFICIAL)
        people = named or people
        if "的" in text and re.search("的(?:讲话|报告|重要讲话)", text) and not ATTENDS.search(text):
            yield from _reported_speech(scene, clause, sentence.span, named)
            continue
        meeting = _meeting(scene, clause, sentence)
        if meeting is None or not people:
            continue
        yield from _roles(scene, clause, people, meeting, sentence.span)


def _claim(person: Entity, predicate: str, meeting: Entity, evidence: Span, rule: str, order: int | None = None, *, invited: bool = False) -> Claim:
    return Claim(person, predicate, meeting, (evidence,), rule, status=Status.DONE, order=order, invited=invited)


def _meeting(scene: Scene, clause: Span, sentence: Sentence) -> Entity | None:
    """The meeting that a clause speaks of: one that it names, else the document's own."""
    named = scene.of_kind(clause, Kind.MEETING)
    if named:
        return scene.entity(named[-1])
    if THIS_MEETING.search(scene.said(clause)) or SPEAKS.search(scene.said(clause)):
        others = scene.of_kind(sentence.span, Kind.MEETING)
        if scene.meeting is not None:
            return scene.meeting
        return scene.entity(others[0]) if others else None
    return None


def _roles(scene: Scene, clause: Span, people: list[Found], meeting: Entity, evidence: Span) -> Iterator[Claim]:
    text = scene.said(clause)
    roles = (("chairs", CHAIRS, "chairs"), ("speaksAt", SPEAKS, "speaks-at"), ("attends", ATTENDS, "attends"))
    for order, person in enumerate(people, 1):
        entity = scene.entity(person)
        for predicate, cue, rule in roles:
            match = cue.search(text)
            if match and (person.begin < clause.begin + match.start() or text.startswith("由")):
                yield _claim(entity, predicate, meeting, evidence, rule, order, invited=bool(INVITED.search(text)) and predicate == "attends")


def _reported_speech(scene: Scene, clause: Span, evidence: Span, named: list[Found]) -> Iterator[Claim]:
    """习近平总书记在中央金融工作会议上发表的重要讲话: he spoke there."""
    meetings = scene.of_kind(clause, Kind.MEETING)
    if named and meetings and named[0].begin < meetings[0].begin and "上" in scene.text[meetings[0].end : meetings[0].end + 2]:
        yield _claim(scene.entity(named[0]), "speaksAt", scene.entity(meetings[0]), evidence, "speech-at")


def find_conversations(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """At a press conference or a round table: whoever is quoted speaks; 同A、B举行: they attend."""
    if scene.meeting is None or not TALK.search(scene.meeting.label):
        return
    for clause in sentence.clauses[:2]:
        people = scene.of_kind(clause, Kind.OFFICIAL)
        if people and REPORTS.search(scene.text, people[-1].end, clause.end):
            yield _claim(scene.entity(people[-1]), "speaksAt", scene.meeting, sentence.span, "quoted-at")
    people = scene.of_kind(sentence.span, Kind.OFFICIAL)
    if len(people) > 1 and re.search("[同与和].{2,}举行", scene.said(sentence.span)) and scene.of_kind(sentence.span, Kind.MEETING):
        for order, person in enumerate(people[1:], 2):
            yield _claim(scene.entity(person), "attends", scene.meeting, sentence.span, "meets-with", order)


def find_represented(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """Institutions whose people attend: 审计署有关同志应邀出席会议; 听取了人民银行的汇报."""
    text = scene.said(sentence.span)
    meeting = scene.meeting
    if meeting is None:
        return
    bodies = [f for f in scene.of_kind(sentence.span, Kind.INSTITUTION) if not _bears_title(scene, f)]
    if HEARD.search(text) and "汇报" in text:
        chosen = [f for f in bodies if "汇报" in scene.text[f.end : f.end + 60] and f.begin > sentence.span.begin + 2]
    elif re.search("(?:出席|参加|列席)(?:了)?(?:会议|全会|座谈会|研讨班|开班式|活动|$)", text.rstrip("。")) and re.search("负责|领导|成员|同志|代表", text):
        chosen = bodies
    elif TALK.search(meeting.label) and re.search("负责人|负责同志", text) and re.search("介绍|回答|出席", text):
        chosen = bodies
    else:
        return
    for order, body in enumerate(chosen, 1):
        entity = scene.entity(body)
        if entity.type != "Media" and entity != scene.host:
            yield _claim(entity, "attends", meeting, sentence.span, "represented", order, invited=bool(INVITED.search(text)))


def _bears_title(scene: Scene, body: Found) -> bool:
    """Whether a title and a named person follow the body, so that the person is meant."""
    title = scene.layer.starting(body.end)
    return title is not None and title.kind is None


def find_convening(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """X 召开 / 举行 a meeting; the document's own is convened by its host."""
    for clause in sentence.clauses:
        match = CONVENES.search(scene.said(clause))
        if not match:
            continue
        cue = clause.begin + match.start()
        bodies = [f for f in scene.of_kind(clause, Kind.INSTITUTION) if f.end <= cue]
        named = scene.of_kind(clause, Kind.MEETING)
        if not named:
            continue
        meeting = scene.entity(named[-1])
        planned = bool(re.search("将|拟|即将", scene.text[clause.begin : cue]))
        host = scene.host if meeting == scene.meeting else None
        if host is None and bodies:
            body = scene.entity(bodies[-1])
            host = body if body.type != "Media" else None
        if host is not None:
            yield Claim(host, "convenes", meeting, (sentence.span,), "convenes", status=Status.PLANNED if planned else Status.DONE)
