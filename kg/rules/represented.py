"""Bodies that attend through their people: 审计署有关同志出席会议, 听取了人民银行的汇报, 科技部表示 at a press conference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import WEEKDAY
from kg.model import Claim, Entity, Kind, Span, Status
from kg.recognizers.meetings import PRESS_CONFERENCE
from kg.rules.attendance import INVITED, REPORTS, TALK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.recognizers.found import Found
    from kg.scene import Scene
    from kg.text import Sentence

HEARD = re.compile("听取(?:了|和审议|并审议)?")
REPRESENTS = re.compile(
    r"[^，。；]{0,44}?(?:负责同志|负责人|有关同志|领导同志|领导班子成员|领导成员|有关领导|代表(?!团|大会)|主要领导)"
)
COLLECTIVE = frozenset("主要负责人 主要负责同志 领导班子成员 派驻纪检监察组负责同志 负责人".split())
COME = re.compile(
    "到会(?:听取|介绍|回答)|(?:出席|参加|列席|旁听)(?:了)?(?:会议|全会|大会|座谈会|研讨班|研讨会|开班式|活动|学习|发布会|论坛|$)|与会$|作了?(?:交流|大会)?发言|发了言|上发言|作了?汇报|作了(?:互动|协商)交流|汇报了|介绍了[有相]关情况"
)
GIVES_REPORT = re.compile("(?:分别)?(?:在会上|(?:作|进行)了?)(?:工作)?(?:汇报|发言)")
FOR = ("委员代表", "常委代表")
"""What stands before the body that a member of an assembly speaks for (程松岩委员代表民建中央发言)."""
ROW_GAP = re.compile("(?:、|和|及|以及|与|,|，)")


def find_represented(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """Institutions whose people attend: 审计署有关同志应邀出席会议; 听取了人民银行的汇报."""
    text = scene.said(sentence.span)
    bodies = scene.of_kind(sentence.span, Kind.INSTITUTION)
    meeting = (scene.meeting or _spoken_at(scene, sentence)) if bodies else None
    if meeting is None:
        return
    spoken = _bodies_of_speakers(scene) if TALK.search(meeting.label) else frozenset()
    invited = INVITED.search(text) is not None
    for order, body in enumerate(_there(scene, meeting, bodies, sentence), 1):
        entity = scene.entity(body)
        if entity.type != "Media" and entity != scene.host and entity.iri not in spoken:
            yield Claim(
                entity,
                "attends",
                meeting,
                (sentence.span,),
                "represented",
                status=Status.DONE,
                order=order,
                invited=invited,
            )


def _there(scene: Scene, meeting: Entity, bodies: list[Found], sentence: Sentence) -> list[Found]:
    """The bodies of a sentence that it shows at the meeting."""
    text = scene.said(sentence.span)
    if spoken_for := [f for f in bodies if scene.text.endswith(FOR, 0, f.begin)]:
        return spoken_for
    if (heard := HEARD.search(text)) and "汇报" in text:
        begin = sentence.span.begin + heard.end()
        return [f for f in bodies if f.begin >= begin and "汇报" in scene.text[f.end : sentence.span.end]]
    if COME.search(text.rstrip("。")):
        return _representing(scene, bodies, sentence)
    press = PRESS_CONFERENCE.search(meeting.label) is not None
    if not (TALK.search(meeting.label) and REPORTS.search(text)):
        return _acting(scene, sentence) if press else []
    chosen = {*_representing(scene, bodies, sentence), *(_stating(scene, sentence) if press else ())}
    return sorted(chosen, key=lambda f: f.begin)


def _spoken_at(scene: Scene, sentence: Sentence) -> Entity | None:
    """The press conference that a piece of a digest reports: the first that its line names, if before what is said."""
    if not REPORTS.search(scene.text, sentence.span.begin, sentence.span.end):
        return None
    line = scene.text.rfind("\n", 0, sentence.span.begin) + 1
    held = [
        f
        for f in scene.of_kind(Span(line, sentence.span.end), Kind.MEETING)
        if PRESS_CONFERENCE.search(f.label)
    ]
    if not held or (held[0].begin >= sentence.span.begin and not AT_IT.match(scene.text, held[0].end)):
        return None
    return scene.entity(held[0])


AT_IT = re.compile("上(?=，)|：")


STATES = re.compile(
    "(?:等(?:[\\d一二两三四五六七八九十]{0,3}个?(?:部门|单位|部委))?)?(?:的)?(?:有关|相关|主要)?(?:负责人|负责同志|司局负责人)?(?:还|也|今天|"
    + WEEKDAY
    + ")*(?:表示|介绍|指出|说|透露|称|强调|回答|通报|回应|明确|提到|宣布|发布)"
)


def _stating(scene: Scene, sentence: Sentence) -> list[Found]:
    """The bodies that state something at a press conference, as the clause's subject (科技部表示), with their row."""
    chosen: list[Found] = []
    for clause in sentence.clauses:
        row: list[Found] = []
        for body in scene.of_kind(clause, Kind.INSTITUTION):
            joined = row and ROW_GAP.fullmatch(scene.text, row[-1].end, body.begin)
            row = [*row, body] if joined else [body] if body.begin <= clause.begin + 4 else []
            if row and STATES.match(scene.text, body.end, clause.end):
                chosen += row
    return chosen


def _acting(scene: Scene, sentence: Sentence) -> list[Found]:
    """The bodies that do something as the subject of a sentence at a press conference: it tells of them."""
    line = next((line for line in scene.lines if line.sentence == sentence), None)
    frame = line.frames[0] if line else None
    if frame is None or frame.subject is None or not frame.phrases:
        return []
    first = scene.layer.starting(frame.subject.begin)
    return [first] if first is not None and first.kind is Kind.INSTITUTION else []


def _representing(scene: Scene, bodies: list[Found], sentence: Sentence) -> list[Found]:
    """The bodies whose 负责同志 or the like are meant, through the row that such a body ends."""
    chosen: list[Found] = []
    row: list[Found] = []
    for at, body in enumerate(bodies):
        row = [*row, body]
        title = scene.layer.starting(body.end)
        single = title is not None and title.kind is None and title.label not in COLLECTIVE
        if single:
            row = []
        elif GIVES_REPORT.match(scene.text, body.end, sentence.span.end) or (
            REPRESENTS.match(scene.text, body.end, sentence.span.end)
            and not _named_next(scene, body, sentence)
        ):
            chosen, row = [*chosen, *row], []
        elif at + 1 < len(bodies) and not ROW_GAP.fullmatch(scene.text, body.end, bodies[at + 1].begin):
            row = []
    return chosen


def _named_next(scene: Scene, body: Found, sentence: Sentence) -> bool:
    """Whether a person is named before the representing word, so that he is meant."""
    match = REPRESENTS.match(scene.text, body.end, sentence.span.end)
    return match is not None and bool(scene.of_kind(Span(body.end, match.end()), Kind.OFFICIAL))


def _bodies_of_speakers(scene: Scene) -> frozenset[str]:
    """The IRIs of the bodies whose titles stand right before a named person."""
    found = set()
    for title in scene.layer.found:
        if title.kind is None:
            body, person = scene.layer.ending(title.begin), scene.layer.starting(title.end)
            if (
                body is not None
                and person is not None
                and body.kind is Kind.INSTITUTION
                and person.kind is Kind.OFFICIAL
            ):
                found.add(scene.entity(body).iri)
    return frozenset(found)
