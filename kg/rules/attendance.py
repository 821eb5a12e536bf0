"""Who chaired, addressed and attended a meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import SAYS, WEEKDAY
from kg.model import Claim, Entity, Kind, Span, Status
from kg.recognizers.inspections import INSPECTION
from kg.recognizers.meetings import SINCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.recognizers.found import Found
    from kg.scene import Scene
    from kg.text import Sentence

CHAIRS = re.compile("主持(?!人|者|起草|修订|编)(?:了)?")
CALLS = re.compile("(?:\\d{1,2}日|今天|日前|近日|上午|下午)*(?:在[^，。]{2,14}?)?召开")
"""What follows whoever calls a meeting himself."""
SPEAKS = re.compile(
    "讲话|致辞|致词|发(?:了)?言(?!人)|(?<!工)作(?:了)?(?:工作|总结|主旨|政府工作)?报告|(?:主旨|主题)演讲|主题发言|发表(?:重要|视频|主旨)?(?:讲话|演讲|致辞)|作(?:了)?讲解|作(?:了)?(?:题为|专题)|作(?:了)?说明|(?<![工合动运操写协])作(?:了)?[^，。的]{0,24}关于[^，。]{2,90}(?:报告|说明)|报告(?:了)?[^，。的]{2,40}情况$|开幕辞|作(?:了)?(?:总结|动员)?部署讲话|作(?:了)?动员部署|并作(?:了|出)?部署|在会(?:议)?上(?:指出|强调|表示|说)|(?<=[对就])[^，。]{2,24}作(?:了|出)(?:具体|全面)?部署|(?:主持|出席|参加)[^，。]{0,40}时(?:说|指出|强调|表示)|(?:致|作)(?:开幕|闭幕|欢迎)[词辞]"
)
ATTENDS = re.compile("举行[小大]范围|出席|参加|列席|到会|与会|应邀|就座")
INVITED = re.compile("应邀|列席")
THIS_MEETING = re.compile(
    "会议|全会|开班式|会上|大会|论坛|学习|开幕式|闭幕式|结业式|开幕会|闭幕会|联组会|会晤|座谈会|圆桌会|发布会|记者会|年会|对话会|峰会|研讨班|到会|与会|就座|参加会"
)
REPORTS = re.compile(SAYS)
TALK = re.compile("发布会|记者会|座谈会|对话会|吹风会|论坛|年会|圆桌|峰会")
AT = re.compile(
    rf"(?:年会|会议|论坛|大会)?(?:第[一二三四]阶段会议)?(?:开幕式|闭幕式|结业式|开幕会|全体会议|期间)?(?:上|中|时)?(?:的|作)?[^，。]{{0,12}}?(?:讲话|致辞|演讲|发言|{SAYS}|报告)"
)
WILL = re.compile("将(?=出席|参加|主持|发表|于|在|召开|举行)|即将|拟于")
TOLD = re.compile("就[^，。]{2,20}(?:出席|参加)[^，。]{2,40}(?:举行|召开)")
"""A clause about a meeting at which others are told of one that somebody attends."""
PAUSE = re.compile("[、，和及与等]?")


ONE_LINE = 60


def find_attendance(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """Yield who chairs, speaks at and attends a meeting, as one sentence says it."""
    waiting: list[Found] = []
    people: list[Found] = []
    for clause in sentence.clauses:
        text = scene.said(clause)
        named, meetings = scene.of_kind(clause, Kind.OFFICIAL), scene.of_kind(clause, Kind.MEETING)
        yield from _listed(scene, clause, sentence)
        yield from _delivered(scene, named, sentence)
        yield from _calling(scene, clause, named, sentence)
        yield from _on_occasion(scene, clause, meetings, sentence)
        yield from _inspecting(scene, meetings, sentence)
        yield from _accompanying(scene, clause, named, sentence)
        if spoken := _speech_at(scene, clause, named, meetings):
            for at in spoken:
                yield part_of(scene, named[0], "speaksAt", at, sentence.span, "speech-at", text)
            people = named[:1]
            continue
        if not any(cue.search(text) for _, cue, _ in ROLES):
            waiting = (
                [*waiting, *named] if named and PAUSE.fullmatch(scene.text, named[-1].end, clause.end) else []
            )
            people = named or people
            continue
        people = [*waiting, *named] or people
        waiting = []
        meeting = _meeting(scene, clause, sentence)
        if guests := _guests(scene, clause, named):
            yield from _those_there(scene, *guests, sentence)
        elif meeting is not None and people:
            yield from _roles(scene, clause, people, meeting, sentence.span)


ROLES = (("chairs", CHAIRS, "chairs"), ("speaksAt", SPEAKS, "speaks-at"), ("attends", ATTENDS, "attends"))


def part_of(
    scene: Scene,
    person: Found,
    predicate: str,
    meeting: Entity,
    evidence: Span,
    rule: str,
    text: str,
    order: int | None = None,
) -> Claim:
    """The claim that a person takes a part in a meeting; planned where its text says that it will be."""
    invited = predicate == "attends" and INVITED.search(text) is not None
    status = Status.PLANNED if WILL.search(text) else Status.DONE
    return Claim(
        scene.entity(person),
        predicate,
        meeting,
        (evidence,),
        rule,
        status=status,
        order=order,
        invited=invited,
    )


def _meeting(scene: Scene, clause: Span, sentence: Sentence) -> Entity | None:
    """The meeting that a clause speaks of: one that it names, else the document's own, else the last one named."""
    named = [f for f in scene.of_kind(clause, Kind.MEETING) if not _of_guests(scene, f, clause.end)]
    named = [f for f in named if not scene.text.startswith("精神", f.end)]
    if named:
        told = len(named) > 1 and TOLD.search(scene.said(clause))
        return scene.entity(named[0] if told else named[-1])
    if scene.meeting is not None and re.search("(?:出席|列席|参加|陪同|主持)[。]?$", scene.said(clause)):
        return scene.meeting
    if (
        not CLOSING.search(scene.said(clause))
        and not THIS_MEETING.search(scene.said(clause))
        and not SPEAKS.search(scene.said(clause))
    ):
        return None
    if scene.meeting is not None:
        return scene.meeting
    line = scene.text.rfind("\n", 0, sentence.span.begin)
    closes = (
        CLOSING.search(scene.said(clause)) is not None and sentence.span.end - sentence.span.begin < ONE_LINE
    )
    before = scene.of_kind(
        Span(0 if closes else max(line, sentence.span.begin - 300), clause.begin), Kind.MEETING
    )
    held = [f for f in before if not NAMED_FOR.search(scene.text, max(0, f.begin - 14), f.begin)]
    held = [f for f in held if not SINCE.match(scene.text, f.end)]
    return scene.entity(held[-1]) if held else None


def _of_guests(scene: Scene, meeting: Found, end: int) -> bool:
    """Whether a meeting only says who some others are that are at one (出席年会的嘉宾约1000人出席开幕式)."""
    coming = COMING.search(scene.text, max(0, meeting.begin - 20), meeting.begin)
    of = OF_THOSE.match(scene.text, meeting.end, end)
    return bool(coming and of and ATTENDS.search(scene.text, of.end(), end))


def _roles(
    scene: Scene, clause: Span, people: list[Found], meeting: Entity, evidence: Span
) -> Iterator[Claim]:
    text = scene.said(clause)
    for order, person in enumerate(people, 1):
        for predicate, cue, rule in ROLES:
            match = cue.search(text)
            before = person.begin < clause.begin + (match.start() if match else 0)
            if (
                match
                and (before or text.startswith("由") or (predicate == "attends" and LISTED.search(text)))
                and not _reported(text, match)
                and not OF_OTHERS.match(scene.text, person.end)
            ):
                yield part_of(scene, person, predicate, meeting, evidence, rule, text, order)


def _guests(scene: Scene, clause: Span, named: list[Found]) -> tuple[Entity, list[Found]] | None:
    """The meeting and the people of whom a clause says that they came to it (会见来华出席年会的某某)."""
    for meeting in scene.of_kind(clause, Kind.MEETING):
        coming = COMING.search(scene.text, clause.begin, meeting.begin)
        of = OF_THOSE.match(scene.text, meeting.end)
        after = [f for f in named if f.begin >= meeting.end]
        received = RECEIVES.search(scene.text, clause.begin, meeting.begin)
        if coming and of and (after or received):
            return scene.entity(meeting), after
    return None


def _those_there(scene: Scene, meeting: Entity, people: list[Found], sentence: Sentence) -> Iterator[Claim]:
    for order, person in enumerate(people, 1):
        yield part_of(scene, person, "attends", meeting, sentence.span, "attends", "", order)


COMING = re.compile(
    "(?:出席|参加)(?:[^，。；]{0,12}?举行的|了)?(?:第[一二三四五六七八九十\\d]{1,3}[轮次届])?$"
)
RECEIVES = re.compile("会见|接见|集体会见|[同与][^，。]{0,4}(?:出席|参加)")
OF_THOSE = re.compile(
    "(?:[和与及][^，。；的]{2,30}?)?(?:开幕式|活动|相关活动|有关活动)?(?:并[^，。；]{2,14})?的"
)


def _reported(text: str, cue: re.Match[str]) -> bool:
    """Whether the cue is what the clause speaks about and not what it tells: 学习……重要讲话精神."""
    before = text[: cue.start()]
    if text.startswith(("精神", "要求", "为"), cue.end()):
        return True
    return not before.endswith("并") and REPORTED.search(before) is not None


REPORTED = re.compile("学习|贯彻|落实|传达|通过了|听取|审议")
DELIVERED = re.compile("(?:受[^，。]{2,12}委托)?作的[^，。]{0,60}(?:报告|汇报|说明)")
ALONG = re.compile(
    "(?:陪同|参加|出席)(?:了)?(?:上述)?(?:考察|调研|视察)|(?:参加|出席)(?:了)?上述活动|陪同。?$"
)
JOINED = re.compile("参加。?$")
OF_OTHERS = re.compile(
    "同志为(?:核心|主要代表)|(?:总统|总理|主席)?(?:的邀请|对(?![^，。]{2,24}作(?:了|出))|欢迎|感谢|祝贺|邀请|赞赏|高度评价|期待|派(?:遣|出)?[^，。]{2,20}(?:代表团|团|特使|代表)(?=出席|参加))(?!此)"
)
"""What follows a person who speaks of others' attendance (某某欢迎习近平出席峰会)."""
NAMED_FOR = re.compile("拟?向[^，。；]{0,6}$|推荐[^，。；]{0,6}$|迎接[^，。；]{0,6}$|筹备[^，。；]{0,6}$")
"""What stands before a meeting that is still to come, or that something is only meant for."""
LISTS = re.compile("(?:出席|参加|列席|就座)[^，。；]{0,16}的[^，。；]{0,8}有$")
LISTED = re.compile("(?:出席|参加)[^，。；]{0,12}的[^，。；]{0,16}有")
CLOSING = re.compile(
    "(?:先后|分别|一同)?(?:出席|参加|陪同参加|陪同)(?:了)?(?:上述|有关|相关)?(?:活动|会议|对话会|峰会|开幕式|论坛|全体会议|考察|调研|座谈会|座谈)?。?$"
)


def _listed(scene: Scene, clause: Span, sentence: Sentence) -> Iterator[Claim]:
    """在主席台就座的还有：……: whoever is named behind the colon was there."""
    if not LISTS.search(scene.said(clause)) or scene.text[clause.end : clause.end + 1] not in ("：", ":"):
        return
    if (meeting := _meeting(scene, clause, sentence)) is not None:
        people = scene.of_kind(Span(clause.end, sentence.span.end), Kind.OFFICIAL)
        yield from _those_there(scene, meeting, people, sentence)


def _delivered(scene: Scene, named: list[Found], sentence: Sentence) -> Iterator[Claim]:
    """会议听取了秘书长杨振武作的……报告: he spoke at the document's meeting."""
    for order, person in enumerate(named, 1):
        if scene.meeting is not None and DELIVERED.match(scene.text, person.end, sentence.span.end):
            yield part_of(
                scene, person, "speaksAt", scene.meeting, sentence.span, "report-delivered", "", order
            )


def _accompanying(scene: Scene, clause: Span, named: list[Found], sentence: Sentence) -> Iterator[Claim]:
    """何立峰等陪同考察: whoever comes along is at the text's first inspection."""
    text = scene.said(clause) if named else ""
    cue = ALONG.search(text) or (None if scene.meeting else JOINED.search(text))
    if cue is None:
        return
    first = next((f for f in scene.layer.found if f.reason == INSPECTION), None)
    if first is None:
        return
    before = [f for f in named if f.end <= clause.begin + cue.start()]
    for order, person in enumerate(before, 1):
        yield part_of(scene, person, "attends", scene.entity(first), sentence.span, "attends", "", order)


def _calling(scene: Scene, clause: Span, named: list[Found], sentence: Sentence) -> Iterator[Claim]:
    """林知远2日在财政部召开座谈会: whoever calls a meeting himself chairs it."""
    for person in named[-1:]:
        calls = CALLS.match(scene.text, person.end, clause.end)
        meeting = _meeting(scene, Span(calls.end(), clause.end), sentence) if calls else None
        if meeting is not None:
            yield part_of(scene, person, "chairs", meeting, sentence.span, "chairs", scene.said(clause))


def _on_occasion(scene: Scene, clause: Span, meetings: list[Found], sentence: Sentence) -> Iterator[Claim]:
    """在出席第五届云岭论坛期间，李强考察……: whoever the sentence goes on with comes to the meeting; 前夕, he is to."""
    last = meetings[-1] if meetings else None
    when = OCCASION.fullmatch(scene.text, last.end, clause.end) if last is not None else None
    if last is None or when is None or not COMING.search(scene.text, clause.begin, last.begin):
        return
    before = scene.of_kind(Span(clause.begin, last.begin), Kind.OFFICIAL)
    person = scene.of_kind(Span(clause.end, sentence.span.end), Kind.OFFICIAL)[:1]
    if not before and person:
        ahead = "将出席" if when["ahead"] else ""
        meeting = scene.entity(last)
        yield part_of(scene, person[0], "attends", meeting, sentence.span, "attends", ahead)


OCCASION = re.compile("(?:开幕式)?(?:期间|(?P<ahead>前夕|之际))")


def _inspecting(scene: Scene, meetings: list[Found], sentence: Sentence) -> Iterator[Claim]:
    """李克强在上海考察: whoever inspects is there; what he says on the way is no speech."""
    for inspection in meetings:
        if inspection.reason == INSPECTION:
            before = scene.of_kind(Span(sentence.span.begin, inspection.begin), Kind.OFFICIAL)[-1:]
            for person in before:
                yield part_of(
                    scene, person, "attends", scene.entity(inspection), sentence.span, "attends", ""
                )


def _speech_at(scene: Scene, clause: Span, named: list[Found], meetings: list[Found]) -> list[Entity]:
    """习近平在中央金融工作会议上的讲话, 易纲在论坛上表示: the meeting at which the person spoke, or each of a row."""
    row: list[Found] = []
    for meeting in (f for f in meetings if named and f.begin >= named[-1].end and f.reason != INSPECTION):
        before = row[-1] if row else named[-1]
        if row and meeting.begin == before.end:  # 二次会议云岭代表团审议: what is held at it
            row.pop()
        elif not (AND_AT if row else IS_AT).fullmatch(scene.text, before.end, meeting.begin):
            break
        row.append(meeting)
    spoke = row and AT.match(scene.text, row[-1].end, clause.end)
    return [scene.entity(meeting) for meeting in row] if spoke else []


IS_AT = re.compile(
    rf"(?:总书记|主席|总理|同志|同志的|昨天|今天|日前|近日|{WEEKDAY}|\d{{1,2}}日)*在[^，。]{{0,12}}"
)
AND_AT = re.compile("(?:上|期间)?[、和]在?")
