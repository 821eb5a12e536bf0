"""Which body held a meeting: 召开, 举行, 开幕, 由……主办; a law's head (国务院常务会议通过)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import WEEKDAY
from kg.model import Claim, Entity, Kind, Span, Status
from kg.recognizers.issuers import ABROAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.recognizers.found import Found
    from kg.scene import Scene
    from kg.text import Sentence

HELD_BEFORE = re.compile(
    "(?:召开|举行|举办|开展)(?:的|了)?(?:\\d{4}年|一年一度的|本届)?$|(?:出席|参加)(?:了|在[^，。；]{2,12}(?:举行|召开|举办)的)?$|主持了?$"
)
COME_FOR = re.compile("(?:来华|来京|前来|应邀)(?:出席|参加)$")
"""Guests who have come for a meeting are told of, not the meeting (会见来华出席对话会的某某)."""
HELD_AFTER = re.compile(
    "(?:[\\d月日至]|"
    + WEEKDAY
    + "|今天|昨天|日前|近日|在京|在北京|上午|下午|将|于|已)*(?:召开|举行|开幕|闭幕)(?=[，。；、的之前后时\n]|$)|即将(?:召开|举行)"
)
ACTS = re.compile(
    "(?:还|也|已|已经|又|再次|明确|首次|果断|全面|深刻|专门|正式|一致|集中|就[^，。；]{2,24}|对[^，。；]{2,24})*"
    "(?:作出|提出|部署|决定|确定|指出|强调|要求|明确|通过|承诺|审议|发布|发表|达成|释放|认为|宣布|呼吁|介绍|听取(?=了|和|并)|完成)(?!的)"
)
"""What a meeting does as the subject of a clause (中央经济工作会议提出): it is told as held."""
SPOKEN_AT = re.compile(
    "(?:开幕式|闭幕式)?上(?:，|[^，。的]{0,8})[^，。的]{0,20}(?:指出|表示|强调|说|介绍|透露|通报)"
)
SPEECH_AT = re.compile("(?:开幕式|闭幕式)?上的(?:发言|讲话|致辞|演讲|主旨演讲)")
ITSELF = re.compile("全会$|大$|全体会议$|代表大会$")
"""A plenum or a congress is the body itself: what it does is no sign of who held it."""
FOLLOWED = re.compile("(?:按照|根据|遵照|贯彻|落实|学习|领会|响应|围绕)[^，。；]{0,16}$")
"""What stands before a meeting whose 部署 or 要求 is followed (落实中央经济工作会议部署)."""
AHEAD = re.compile("将|拟|即将|明年|迎接|喜迎")
PASSES = re.compile("(?:《.{4,60}》)?(?:审议|表决|修订)?(?:通过|(?<=》)修[正订])(?:$|[，。；\n 　）])")
NEAR = 24
"""The characters before a meeting, or between its body and the verb, that tell who held it."""
ROW = re.compile("、|和|与|及|以及|会同|联合")
"""What joins the bodies that hold a meeting together (中国人民银行、水利部召开)."""
CONVENES = re.compile(
    "召开|举行|举办|主办|开幕|闭幕|开班|进行(?=第[^，。]{1,8}次(?:集体|专题)?学习)|开展(?=[^，。]{0,8}大督查)"
)


def find_convening(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """X 召开 / 举行 a meeting; the document's own is convened by its host."""
    if scene.meeting is not None and scene.host is not None and CONVENES.search(scene.said(sentence.span)):
        named = [f for f in scene.of_kind(sentence.span, Kind.MEETING) if scene.entity(f) == scene.meeting]
        if named and _hosts_itself(scene, sentence):
            for host in _hosts(scene, sentence) or (scene.host,):
                yield Claim(host, "convenes", scene.meeting, (sentence.span,), "convenes", status=Status.DONE)
    for clause in sentence.clauses:
        yield from _of_speaker(scene, clause, sentence)
        yield from _told(scene, clause, sentence)
        match = CONVENES.search(scene.said(clause))
        if match:
            yield from _convened(scene, clause, clause.begin + match.start(), sentence)
    yield from _passing(scene, sentence)


def _of_speaker(scene: Scene, clause: Span, sentence: Sentence) -> Iterator[Claim]:
    """今天，我们召开……座谈会, in a speech: the body of whoever gives it."""
    for meeting in scene.of_kind(clause, Kind.MEETING):
        entity = scene.entity(meeting)
        if entity == scene.meeting and WE_HOLD.search(scene.text, clause.begin, meeting.begin):
            people = scene.layer.of_kind(Kind.OFFICIAL, 0, meeting.begin)
            holder = scene.voices.get(scene.entity(people[0]).iri) if people else None
            if holder is not None:
                yield Claim(holder, "convenes", entity, (sentence.span,), "convenes", status=Status.DONE)


WE_HOLD = re.compile("我们(?:在[^，。]{2,8})?(?:召开|举行)(?:一个|一次|这次|这个)?$")


def find_organised(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """由A和B共同主办的论坛; 本次论坛由A和B主办: the row of bodies before the verb."""
    begin, end = sentence.span
    for cue in ORGANISED.finditer(scene.text, begin, end) if "办" in scene.said(sentence.span) else ():
        row = scene.row(scene.of_kind(Span(begin, cue.start()), Kind.INSTITUTION), ROW)
        meeting = _of_row(scene, row, cue, sentence) if row and row[-1].end == cue.start() else None
        if meeting is None:
            continue
        for holder in map(scene.entity, row):
            yield Claim(holder, "convenes", meeting, (sentence.span,), "convenes", status=Status.DONE)


def _of_row(scene: Scene, row: list[Found], cue: re.Match[str], sentence: Sentence) -> Entity | None:
    """The meeting that a row of bodies is said to hold: behind 主办的, else before 由, else the text's own."""
    begin, end = sentence.span
    if cue["of"]:
        named = scene.of_kind(Span(cue.end(), min(end, cue.end() + 2 * NEAR)), Kind.MEETING)
        return scene.entity(named[0]) if named else None
    if scene.text[row[0].begin - 1] != "由":
        return None
    named = scene.of_kind(Span(begin, row[0].begin), Kind.MEETING)
    this = THIS_ONE.search(scene.text, begin, row[0].begin)
    return scene.entity(named[-1]) if named else scene.meeting if this else None


ORGANISED = re.compile(
    "(?:等?[\\d一二两三四五六七八九十]{0,3}(?:家|个)?(?:部门|单位|机构))?(?:联合|共同)?(?:主办|举办)(?P<of>的)?"
)
THIS_ONE = re.compile("(?:本次|此次|本届|这次)[^，。；]{0,4}(?:会|论坛)")


def _hosts(scene: Scene, sentence: Sentence) -> tuple[Entity, ...]:
    """The host with the row of bodies before it (中国人民银行、水利部今天召开)."""
    bodies = scene.of_kind(sentence.span, Kind.INSTITUTION)
    while bodies and scene.entity(bodies[-1]) != scene.host:
        bodies.pop()
    return tuple(scene.entity(f) for f in scene.row(bodies, ROW))


def _told(scene: Scene, clause: Span, sentence: Sentence) -> Iterator[Claim]:
    """The meetings of a clause that are told as held, attended or acting, and whose body is known."""
    for meeting in scene.of_kind(clause, Kind.MEETING):
        entity = scene.entity(meeting)
        holder = scene.organisers.get(entity.iri)
        if entity == scene.meeting and holder is not None and holder.type not in ABROAD:
            holder = scene.host if _hosts_itself(scene, sentence) else None
        own_speech = entity == scene.meeting and SPEECH_AT.match(scene.text, meeting.end)
        if holder is not None and (own_speech or _is_held(scene, meeting)):
            status = Status.PLANNED if AHEAD.search(scene.said(clause)) else Status.DONE
            year = _year_in(scene, clause)
            yield Claim(holder, "convenes", entity, (sentence.span,), "convenes", status=status, year=year)


def _is_held(scene: Scene, meeting: Found) -> bool:
    """Whether the words around a meeting tell it as held (日前召开的中央经济工作会议, 会议 提出)."""
    before = max(0, meeting.begin - NEAR), meeting.begin
    if COME_FOR.search(scene.text, *before):
        return False
    if HELD_BEFORE.search(scene.text, *before) or HELD_AFTER.match(scene.text, meeting.end):
        return True
    return (
        (ACTS.match(scene.text, meeting.end) or SPOKEN_AT.match(scene.text, meeting.end)) is not None
        and not ITSELF.search(meeting.label)
        and not FOLLOWED.search(scene.text, *before)
    )


def _hosts_itself(scene: Scene, sentence: Sentence) -> bool:
    """Whether the host holds it as a body: in the meeting's name, of its series, or named without a person's title."""
    assert scene.meeting is not None  # noqa: S101 - the caller has checked
    bodies = [f for f in scene.of_kind(sentence.span, Kind.INSTITUTION) if scene.entity(f) == scene.host]
    places = [f for f in scene.of_kind(sentence.span, Kind.MEETING) if scene.entity(f) == scene.meeting]
    own_series = scene.meeting.known and scene.host == scene.organisers.get(scene.meeting.iri)
    if own_series and "主持召开" in scene.said(sentence.span) and "座谈" not in scene.meeting.label:
        return True
    if scene.meeting.series or scene.meeting.known:
        return not scene.of_kind(sentence.span, Kind.OFFICIAL) or any(
            f.label in scene.meeting.label for f in bodies
        )
    if any(scene.meeting.label.startswith(f.label) for f in bodies):
        return True
    own = scene.host.label if scene.host else ""
    named = any(own in f.label for f in places) or scene.organisers.get(scene.meeting.iri) == scene.host
    return named or any(not _bears_title(scene, f) for f in bodies)


def _convened(scene: Scene, clause: Span, cue: int, sentence: Sentence) -> Iterator[Claim]:
    named = [
        f
        for f in scene.of_kind(clause, Kind.MEETING)
        if scene.entity(f) != scene.meeting and f.begin > cue - 60
    ]
    bodies = [f for f in scene.of_kind(clause, Kind.INSTITUTION) if f.end <= cue]
    if not named or not bodies or scene.of_kind(clause, Kind.OFFICIAL):
        return
    gap = scene.text[bodies[-1].end : cue]
    if len(gap) > NEAR or named[-1].begin <= cue:
        return
    status = Status.PLANNED if re.search("将|拟|即将", gap) else Status.DONE
    meeting = scene.entity(named[-1])
    for body in (scene.entity(f) for f in scene.row(bodies, ROW)):
        if body.type != "Media":
            yield Claim(body, "convenes", meeting, (sentence.span,), "convenes", status=status)


def _year_in(scene: Scene, clause: Span) -> int | None:
    """The year that a clause speaks of, as its stand has it."""
    stands = (zip(line.frames, line.stands, strict=True) for line in scene.lines)
    return next((stand.year for row in stands for frame, stand in row if frame.span == clause), None)


def _passing(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """国务院第67次常务会议通过, at the head of a law: the body that the meeting is named after held it."""
    for meeting in scene.of_kind(sentence.span, Kind.MEETING):
        if sentence.paragraph < 6 and PASSES.match(scene.text[meeting.end : sentence.span.end]):
            entity = scene.entity(meeting)
            if owner := scene.organisers.get(entity.iri):
                yield Claim(owner, "convenes", entity, (sentence.span,), "passed-at", status=Status.DONE)


def _bears_title(scene: Scene, body: Found) -> bool:
    """Whether a title and a named person follow the body, so that the person is meant."""
    title = scene.layer.starting(body.end)
    return title is not None and title.kind is None
