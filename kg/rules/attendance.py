"""Who convened, chaired, addressed and attended a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import REPORTING, either
from kg.model import Claim, Entity, Kind, Span, Status

if TYPE_CHECKING:
    from kg.recognizers.found import Found
    from kg.scene import Scene
    from kg.text import Sentence

CHAIRS = re.compile("主持(?!人|者|起草|修订|编)(?:了)?")
SPEAKS = re.compile(
    "讲话|致辞|致词|发言(?!人)|作(?:了)?(?:工作|总结|主旨|政府工作)?报告|主旨演讲|发表(?:重要|视频|主旨)?(?:讲话|演讲|致辞)|作(?:了)?讲解|作(?:了)?(?:题为|专题)|作(?:了)?说明|开幕辞|作(?:了)?(?:总结|动员)?部署讲话|(?:致|作)(?:开幕|闭幕|欢迎)[词辞]"
)
ATTENDS = re.compile("出席|参加|列席|到会|与会|应邀|就座")
INVITED = re.compile("应邀|列席")
CONVENES = re.compile("召开|举行|举办|主办|开幕")
THIS_MEETING = re.compile(
    "会议|全会|开班式|会上|大会|论坛|学习|开幕式|闭幕式|座谈会|发布会|记者会|年会|对话会|峰会|研讨班|开班式|到会|与会|就座|参加会"
)
SAYS = either(" ".join(REPORTING))
REPORTS = re.compile(SAYS)
TALK = re.compile("发布会|记者会|座谈会|对话会|吹风会|论坛|年会|圆桌|峰会")
HEARD = re.compile("听取(?:了|和审议|并审议)?")
AT = re.compile(
    rf"(?:年会|会议|论坛|大会)?(?:第[一二三四]阶段会议)?(?:开幕式|闭幕式|开幕会|全体会议|期间)?(?:上|中|时)?(?:的|作)?[^，。]{{0,12}}?(?:讲话|致辞|演讲|发言|{SAYS}|报告)"
)
REPRESENTS = re.compile(
    r"[^，。；]{0,44}?(?:负责同志|负责人|有关同志|领导同志|领导班子成员|领导成员|有关领导|代表(?!团|大会)|主要领导)"
)
COLLECTIVE = frozenset("主要负责人 主要负责同志 领导班子成员 派驻纪检监察组负责同志 负责人".split())
GIVES_REPORT = re.compile("(?:分别)?(?:作|进行)了?(?:工作)?(?:汇报|发言)")
ROW_GAP = re.compile("(?:、|和|及|以及|与|,|，)")
WILL = re.compile("将(?=出席|参加|主持|发表|于|在|召开|举行)|即将|拟于")
PAUSE = re.compile("[、，和及与等]?")


ONE_LINE = 60


def find_attendance(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """Yield who chairs, speaks at and attends a meeting, as one sentence says it."""
    waiting: list[Found] = []
    people: list[Found] = []
    for clause in sentence.clauses:
        text = scene.said(clause)
        named = scene.of_kind(clause, Kind.OFFICIAL)
        yield from _delivered(scene, named, sentence)
        spoken = _speech_at(scene, clause, named)
        if spoken is not None:
            yield _claim(scene, named[0], "speaksAt", spoken, sentence.span, "speech-at", text)
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
        if meeting is not None and people:
            yield from _roles(scene, clause, people, meeting, sentence.span)


ROLES = (("chairs", CHAIRS, "chairs"), ("speaksAt", SPEAKS, "speaks-at"), ("attends", ATTENDS, "attends"))


def _claim(
    scene: Scene,
    person: Found,
    predicate: str,
    meeting: Entity,
    evidence: Span,
    rule: str,
    text: str,
    order: int | None = None,
) -> Claim:
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
    named = scene.of_kind(clause, Kind.MEETING)
    if named:
        return scene.entity(named[-1])
    if scene.meeting is not None and re.search("(?:出席|参加|陪同)[。]?$", scene.said(clause)):
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
    return scene.entity(before[-1]) if before else None


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
            ):
                yield _claim(scene, person, predicate, meeting, evidence, rule, text, order)


def _reported(text: str, cue: re.Match[str]) -> bool:
    """Whether the cue is what the clause speaks about and not what it tells: 学习……重要讲话精神."""
    return text[cue.end() : cue.end() + 2] in ("精神", "要求") or bool(
        re.search("学习|贯彻|落实|传达|通过了|听取|审议", text[: cue.start()])
    )


DELIVERED = re.compile("(?:受[^，。]{2,12}委托)?作的[^，。]{0,60}(?:报告|汇报|说明)")
LISTED = re.compile("(?:出席|参加)[^，。；]{0,12}的[^，。；]{0,16}有")
CLOSING = re.compile(
    "(?:先后|分别|一同)?(?:出席|参加|陪同参加|陪同)(?:了)?(?:上述|有关|相关)?(?:活动|会议|对话会|峰会|开幕式|论坛|全体会议)?。?$"
)


def _delivered(scene: Scene, named: list[Found], sentence: Sentence) -> Iterator[Claim]:
    """会议听取了秘书长杨振武作的……报告: he spoke at the document's meeting."""
    for order, person in enumerate(named, 1):
        if scene.meeting is not None and DELIVERED.match(scene.text, person.end, sentence.span.end):
            yield _claim(
                scene, person, "speaksAt", scene.meeting, sentence.span, "report-delivered", "", order
            )


def _speech_at(scene: Scene, clause: Span, named: list[Found]) -> Entity | None:
    """习近平在中央金融工作会议上的讲话, 易纲在论坛上表示: the meeting at which the person spoke."""
    meetings = scene.of_kind(clause, Kind.MEETING)
    if not named or not meetings:
        return None
    gap = scene.text[named[-1].end : meetings[0].begin] if named[-1].end <= meetings[0].begin else ""
    if re.fullmatch(
        "(?:总书记|主席|总理|同志|同志的|昨天|今天|日前|近日|\\d{1,2}日)*在[^，。]{0,12}", gap
    ) and AT.match(scene.text, meetings[-1].end, clause.end):
        return scene.entity(meetings[-1])
    return None


def find_conversations(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """At a press conference or a round table: whoever is quoted speaks; 同A、B举行: they attend."""
    if scene.meeting is None or not TALK.search(scene.meeting.label):
        return
    for clause in sentence.clauses[:3]:
        people = scene.of_kind(clause, Kind.OFFICIAL)
        if people and REPORTS.search(scene.text, people[-1].end, min(clause.end, people[-1].end + 14)):
            yield _claim(scene, people[-1], "speaksAt", scene.meeting, sentence.span, "quoted-at", "")
    people = scene.of_kind(sentence.span, Kind.OFFICIAL)
    if (
        len(people) > 1
        and re.search("[同与和].{2,}举行", scene.said(sentence.span))
        and scene.of_kind(sentence.span, Kind.MEETING)
    ):
        for order, person in enumerate(people[1:], 2):
            yield _claim(scene, person, "attends", scene.meeting, sentence.span, "meets-with", "", order)


def find_represented(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """Institutions whose people attend: 审计署有关同志应邀出席会议; 听取了人民银行的汇报."""
    text = scene.said(sentence.span)
    meeting = scene.meeting
    if meeting is None:
        return
    bodies = scene.of_kind(sentence.span, Kind.INSTITUTION)
    if bodies and (heard := HEARD.search(text)) and "汇报" in text:
        begin = sentence.span.begin + heard.end()
        chosen = [f for f in bodies if f.begin >= begin and "汇报" in scene.text[f.end : sentence.span.end]]
    elif bodies and re.search(
        "(?:出席|参加|列席|旁听)(?:了)?(?:会议|全会|大会|座谈会|研讨班|研讨会|开班式|活动|学习|发布会|论坛|$)|与会$|作了?发言|作了?汇报",
        text.rstrip("。"),
    ):
        chosen = _representing(scene, bodies, sentence)
    elif bodies and TALK.search(meeting.label) and REPORTS.search(text):
        chosen = _representing(scene, bodies, sentence)
        if PRESS.search(meeting.label):
            chosen = sorted({*chosen, *_stating(scene, sentence)}, key=lambda f: f.begin)
    else:
        return
    spoken = _bodies_of_speakers(scene) if TALK.search(meeting.label) else frozenset()
    for order, body in enumerate(chosen, 1):
        entity = scene.entity(body)
        if entity.type != "Media" and entity != scene.host and entity.iri not in spoken:
            invited = INVITED.search(text) is not None
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


PRESS = re.compile("(?:发布会|记者会|吹风会)$")
STATES = re.compile(
    f"(?:等(?:部门|单位)?)?(?:有关|相关|主要)?(?:负责人|负责同志|司局负责人)?(?:还|也|今天)?{SAYS}"
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
        elif GIVES_REPORT.match(scene.text, body.end, sentence.span.end):
            chosen, row = [*chosen, *row], []
        elif REPRESENTS.match(scene.text, body.end, sentence.span.end) and not _named_next(
            scene, body, sentence
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


def find_convening(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """X 召开 / 举行 a meeting; the document's own is convened by its host."""
    if scene.meeting is not None and scene.host is not None and CONVENES.search(scene.said(sentence.span)):
        named = [f for f in scene.of_kind(sentence.span, Kind.MEETING) if scene.entity(f) == scene.meeting]
        if named and _hosts_itself(scene, sentence):
            yield Claim(
                scene.host, "convenes", scene.meeting, (sentence.span,), "convenes", status=Status.DONE
            )
    for clause in sentence.clauses:
        match = CONVENES.search(scene.said(clause))
        if match:
            yield from _convened(scene, clause, clause.begin + match.start(), sentence)
    yield from _passing(scene, sentence)


def _hosts_itself(scene: Scene, sentence: Sentence) -> bool:
    """Whether the host holds it as a body: in the meeting's name, of its series, or named without a person's title."""
    assert scene.meeting is not None  # noqa: S101 - the caller has checked
    bodies = [f for f in scene.of_kind(sentence.span, Kind.INSTITUTION) if scene.entity(f) == scene.host]
    if scene.meeting.series or scene.meeting.known:
        return not scene.of_kind(sentence.span, Kind.OFFICIAL) or any(
            scene.meeting.label.startswith(f.label) for f in bodies
        )
    if any(scene.meeting.label.startswith(f.label) for f in bodies):
        return True
    own = scene.host.label if scene.host else ""
    if scene.meeting.label == f"{own}座谈会":
        return False
    return own in scene.meeting.label or any(not _bears_title(scene, f) for f in bodies)


def _convened(scene: Scene, clause: Span, cue: int, sentence: Sentence) -> Iterator[Claim]:
    named = [
        f
        for f in scene.of_kind(clause, Kind.MEETING)
        if scene.entity(f) != scene.meeting and f.begin > cue - 60
    ]
    bodies = [f for f in scene.of_kind(clause, Kind.INSTITUTION) if f.end <= cue]
    if not named or not bodies or scene.of_kind(clause, Kind.OFFICIAL):
        return
    body = scene.entity(bodies[-1])
    gap = scene.text[bodies[-1].end : cue]
    if body.type != "Media" and len(gap) <= 24 and named[-1].begin > cue:
        status = Status.PLANNED if re.search("将|拟|即将", gap) else Status.DONE
        yield Claim(body, "convenes", scene.entity(named[-1]), (sentence.span,), "convenes", status=status)


def _passing(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """国务院第67次常务会议通过, at the head of a law: the body that the meeting is named after held it."""
    for meeting in scene.of_kind(sentence.span, Kind.MEETING):
        if (
            re.match(
                "(?:审议|表决|修订)?通过(?:$|[，。；\n 　）])", scene.text[meeting.end : meeting.end + 6]
            )
            and sentence.paragraph < 6
        ):
            entity = scene.entity(meeting)
            owners = {
                scene.entity(f).iri: scene.entity(f)
                for f in scene.layer.found
                if f.kind is Kind.INSTITUTION
                and entity.label.startswith(f.label.removeprefix("中华人民共和国") or f.label)
            }
            for owner in owners.values():
                yield Claim(owner, "convenes", entity, (sentence.span,), "passed-at", status=Status.DONE)


def _bears_title(scene: Scene, body: Found) -> bool:
    """Whether a title and a named person follow the body, so that the person is meant."""
    title = scene.layer.starting(body.end)
    return title is not None and title.kind is None
