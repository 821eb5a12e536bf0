"""Who speaks at the document's own meeting because he is quoted there, and with whom it is held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Kind, Span
from kg.recognizers.people import AS_MEMBER
from kg.rules.attendance import CHAIRS, CLOSING, REPORTS, TALK, part_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Claim
    from kg.recognizers.found import Found
    from kg.scene import Scene
    from kg.text import Sentence

ANSWERS = re.compile(
    r"(?:等(?:[\d一二三四五六七八九十]+[位名])?(?:代表|委员|专家|学者|企业家)?)?(?:先后|分别|共同|一同)?(?:(?:就|围绕|结合|对)[^。]{2,120}?)?"
    "(?:(?:回答|答)(?:了)?[^，。]{0,6}(?:记者|提问)|(?:发表|提出|提|谈)(?:了)?[^，。]{0,8}(?:意见|建议|看法)(?!稿|书|案))"
)
"""What a row of people is told to have done where it speaks: answer, or say what it thinks."""
NOT_HERE = re.compile(
    "(?:指示|批示|讲话)$|贺[信电词]中|向[^，。]{0,8}(?:媒体|记者)|接受[^，。]{0,12}(?:采访|专访)|(?:贯彻|落实|学习|按照|传达|领会).*重要(?:指示|讲话|论述|批示)"
)
"""What tells that somebody speaks to the press and not at the meeting, or is only studied there."""
MINISTERS = re.compile(
    "(?:行长|部长|部长级|财长|外长|领导人|经贸|特别|非正式)(?:和央行行长)?(?:会议|会晤)$|(?<!会)对话$|讲座$"
)


REVIEW = re.compile("审议$")
"""A delegation's review, at which its members speak."""


def _quoted(scene: Scene, sentence: Sentence) -> Found | None:
    """The first person whose words a sentence reports in its first clauses; whom he quotes in turn is not there."""
    for clause in sentence.clauses[:3]:
        people = scene.of_kind(clause, Kind.OFFICIAL)
        says = people and REPORTS.search(scene.text, people[-1].end, min(clause.end, people[-1].end + 14))
        if says:
            aside = NOT_HERE.search(scene.text, clause.begin, says.start())
            return None if aside else people[-1]
    return None


def _goes_on(scene: Scene, sentence: Sentence) -> Found | None:
    """The only person whom a sentence about the meeting names, where the next one begins with his words (他说，……)."""
    if not HE_SAYS.match(scene.text, sentence.span.end):
        return None
    people = scene.of_kind(sentence.span, Kind.OFFICIAL)
    alone = len({scene.entity(f).iri for f in people}) == 1
    held = CHAIRS.search(scene.said(sentence.span)) or any(
        scene.entity(f) == scene.meeting for f in scene.of_kind(sentence.span, Kind.MEETING)
    )
    return people[0] if alone and held else None


def _asked(scene: Scene, sentence: Sentence, last: Found) -> list[Found]:
    """Those before the last one of a row that is asked to tell the press (请某行长甲、某局长乙介绍有关情况)."""
    asked = max(scene.text.rfind(mark, sentence.span.begin, last.begin) for mark in "请，。")
    if scene.text[asked : asked + 1] != "请":
        return []
    return scene.of_kind(Span(asked, last.begin), Kind.OFFICIAL)


HE_SAYS = re.compile(rf"[。\s]*[他她](?:还|也|同时)?(?:{REPORTS.pattern})")


def _is_there(scene: Scene, person: Found) -> bool:
    """Whether a person is at the document's own meeting: named where it is reported, or with his post at a talk with others."""
    assert scene.meeting is not None  # noqa: S101 - the caller has checked
    entity = scene.entity(person)
    open_to = TALK.search(scene.meeting.label) or MINISTERS.search(scene.meeting.label)
    if open_to and _with_post(scene, person):
        return True
    for line in (line for line in scene.lines[:OPENING] if not LETTER.search(scene.said(line.sentence.span))):
        span = line.sentence.span
        there = next((f for f in scene.of_kind(span, Kind.OFFICIAL) if scene.entity(f) == entity), None)
        named = any(scene.entity(f) == scene.meeting for f in scene.of_kind(span, Kind.MEETING))
        if there and (named or CLOSING.search(scene.said(span)) or (open_to and _with_post(scene, there))):
            return True
    return False


def _with_post(scene: Scene, person: Found) -> bool:
    """Whether a person's titles stand right before the name."""
    title = scene.layer.ending(person.begin)
    return title is not None and title.kind is None


LETTER = re.compile("贺[信电词]|致信|致贺")
OPENING = 5
"""The sentences that report a meeting and who is at it."""


def find_conversations(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """Whoever is quoted at a press conference or a forum, came to the meeting, or is a member of it, speaks; 同A、B举行: they attend."""
    if scene.meeting is None:
        return
    people = scene.of_kind(sentence.span, Kind.OFFICIAL)
    speaker = _quoted(scene, sentence)
    chair = _goes_on(scene, sentence) if speaker is None else None
    there = [speaker] if speaker is not None and _is_there(scene, speaker) else [chair] if chair else []
    there = [*_asked(scene, sentence, there[0]), *there] if there else []
    for person in [*there, *(f for f in people if AS_MEMBER.match(scene.text, f.end))]:
        yield part_of(scene, person, "speaksAt", scene.meeting, sentence.span, "quoted-at", "")
    if not any(kind.search(scene.meeting.label) for kind in (TALK, MINISTERS, REVIEW)):
        return
    if people and (answer := ANSWERS.match(scene.text, people[-1].end, sentence.span.end)):
        row = [f for f in people if f.end < answer.start()] + people[-1:]
        for person in row:
            yield part_of(scene, person, "speaksAt", scene.meeting, sentence.span, "quoted-at", "")
    if (
        len(people) > 1
        and re.search("[同与和].{2,}举行", scene.said(sentence.span))
        and scene.of_kind(sentence.span, Kind.MEETING)
    ):
        for order, person in enumerate(people[1:], 2):
            yield part_of(scene, person, "attends", scene.meeting, sentence.span, "meets-with", "", order)
