"""For each clause who acts, done or planned, of which year: state that walks through a text.

The part that reports the year gone by is done, what is to be done is planned; a section's opening
("2024年重点抓好以下工作") holds until the next one; a speaker's words are his institution's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.agents import (
    CHINA,
    GATHERINGS,
    PRAISED,
    SPEAKERS,
    STRANGERS,
    assembly,
    frame_subject,
    guest,
    official,
    opens,
    others,
    ours,
    silent,
    still_asked,
    told,
)
from kg.model import Entity, Kind, Status, WorkItem
from kg.scene import Stand
from kg.speakers import SAYS, captioned, entities, speaking
from kg.when import first_year, status_of, year_of

if TYPE_CHECKING:
    from kg.clauses import Frame
    from kg.scene import Scene
    from kg.text import Sentence
    from kg.voices import Floor

CITES = re.compile("(?:还|再次|明确|首次)?(?:提出|指出|强调|明确|要求|认为)(?!的)")
ASKS = re.compile('[?？][”"]?$')
"""How a question ends: it is about the body that answers in the next sentence."""
SAYING = re.compile(rf"^[^，。：]{{0,40}}?{SAYS}[，：:,]")
NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}[是要]|[（(一二三四五六七八九十第\d]")
BULLET = re.compile("[-–•●*·]")
DEMANDS = re.compile("^(?:会议|全会)(?:要求|部署|明确|提出|决定)")
OPENING = re.compile(rf"^[“]?(?:会议|全会|大会|论坛|讲话|文章|会上)(?:还|同时|并|一致|最后)?{SAYS}")
REVIEW = re.compile(
    r"^(?:(?:19|20)\d\d年(?:以来)?(?=[,，]|$)|今年以来|一年来|五年来|过去一年|过去五年|去年(?!同期|[底末初])|近年来|党的十[八九]大以来|改革开放以来|上半年[,，]|前三季度|截至|初步统计|特别是党的十)"
)
PLAN = re.compile(
    r"重点(?:抓好|做好)以下|^下一步|^下一阶段|^下阶段|^今后|^下半年|明年(?:经济|要|的)|做好(?:今年|明年|下半年|当前|\d{4}年)|以下(?:重点)?(?:工作|任务)|^(?:19|20)\d\d年.{0,6}(?:要|将)|要抓好以下|主要预期目标|(?:今年|明年)(?:要|将|，要)"
)
ANNOUNCED = re.compile(
    "(?:(?:19|20)\\d\\d年|今年|明年)是.{4,50}(?:之年|一年|开局年|收官年|关键期|起步年)(?=[。，；])"
)
"""The year that the rest of a paragraph is about (2031年是……的重要一年。要……)."""
AHEAD = re.compile(
    "(?:做好)?(?:明年|今年|(?:19|20)\\d\\d年)(?:，[^，。]{0,10}?|[^，。]{0,14}?)(?:要|将)(?!求)"
)
"""How a sentence begins whose year holds to the end of its paragraph (明年宏观政策要保持连续性)."""
ITSELF = re.compile("我们(?!两国|双方|要|应|需)|(?:[^，]{0,8}?)(?:我国|中国(?!人民|和|与|同|的|国家主席))")
COMMITS = re.compile(
    "(?:同时|为此|[今明去]年)?(?:我(?:谨)?代表中国|中国(?!人民|和|与|同|的|国家主席|企业)|我国|我们(?:也|都|还)?(?:将|愿|已|正))"
)
MEETING = re.compile("(?:本次|此次)?(?:会议|峰会|大会|会晤)(?:期间|还|最后|并)?")
LEADERS = re.compile(
    "(?:与会|各国|成员国|双方|外方)(?:各国|的)?(?:领导人|元首|外长|部长|代表)们?|领导人(?:重申|欢迎|一致|强调|同意|认为|支持|主张|高度|指出|表示)"
)
"""How a sentence begins that tells what those met agree on: nobody's policy until somebody else speaks."""
PURPOSE = re.compile("为(?!此|了此)")
DID = re.compile("做了(?:以下|[几一二三四五六七八九十]个?方面|这些)的?工作|工作进行了回顾")
LISTED = re.compile("[一二三四五六七八九十]{1,2}、")
"""How a clause begins that is an item of a list of its own."""
TASK = re.compile("要|必须|会议|我们|下一步")
"""How a clause begins that turns from what others do to what the body orders."""


@dataclass(slots=True)
class Walk:
    """What holds at the place that the walk has reached."""

    agents: tuple[Entity, ...]
    status: Status | None
    year: int | None = None
    paragraph: int = -1
    lasting: bool = False
    held: bool = False
    aside: int = -1
    ahead: tuple[int, int | None] = (-1, None)


class Stands:
    """Walks through the sentences of a scene in order."""

    def __init__(
        self,
        scene: Scene,
        floor: Floor,
        bodies: dict[str, Entity],
        parts: tuple[Sentence, ...],
        *,
        digest: bool = False,
    ) -> None:
        """Begin a walk with a floor.

        `bodies` gives a person's institution;
        `digest`: each paragraph is a piece of news of its own, about the body that it begins with.
        """
        self._digest = digest
        self._scene = scene
        self._next = {one.span.begin: after for one, after in pairwise(parts)}
        self._status = floor.status
        self._bodies = bodies
        self._own_voice = floor.own
        self._walk = Walk(floor.bodies, floor.status, held=floor.held)
        self._asked = (-1, "")
        self._guest = guest(scene, floor.bodies)
        self._china = tuple({e.iri: e for e in scene.entities.values() if e.label == "中国政府"}.values())
        self._hosted = floor.own and scene.host is not None and scene.host.type in GATHERINGS

    def of(self, sentence: Sentence, frames: tuple[Frame, ...], item: WorkItem | None) -> tuple[Stand, ...]:
        """Where each clause of the next sentence stands."""
        self._turn(sentence)
        walk, stands = self._walk, []
        local, year = walk.status, walk.ahead[1] if walk.ahead[0] == walk.paragraph else walk.year
        same = sentence.paragraph == self._asked[0]
        outside = still_asked(self._scene.said(sentence.span), self._asked[1], walk.agents, same=same)
        hushed = walk.aside == sentence.paragraph
        taker: tuple[Entity, ...] = ()
        subject = self._cites(sentence) or self._named_later(frames)
        only_told = told(self._scene, frames)
        for number, frame in enumerate(frames):
            text = self._scene.said(frame.span)
            local = status_of(text, frame, walk.status if LISTED.match(text) else local)
            named = frame_subject(self._scene, frame)
            goes_on = hushed and named is None and (frame.subject is None or not frame.phrases)
            hushed = silent(self._scene, frame) or (goes_on and not TASK.match(text))
            named = named or self._meeting_acts(frame, text) or self._itself(text) or named
            if text.startswith("我们"):
                subject = ()
            if named is not None:
                subject = named
                taker = named if opens(self._scene, frame) else taker
            own = year_of(text, self._scene.year)
            year = year if own is None or "年的" in text[:9] else own
            outside = others(text, outside=outside, guest=self._guest)
            agents = subject or self._inherited()
            if named is None and not all(map(ours, agents)) and (CHINA.match(text) or PRAISED.match(text)):
                agents = subject = self._china if CHINA.match(text) else ()
                outside = not agents
            agents = () if outside or hushed or number in only_told else agents
            stands.append(Stand(agents, local, own or year, item, outside))
        self._asked = (sentence.paragraph, self._scene.said(sentence.span)) if outside else (-1, "")
        if (
            self._scene.meeting is None
            and not walk.held
            and taker
            and frames[-1].phrases
            and all(official(e) for e in taker)
        ):
            walk.agents = taker
        if walk.status is None and local is not None and self._status is None:
            self._carry(local)
        return tuple(stands)

    def _meeting_acts(self, frame: Frame, text: str) -> tuple[Entity, ...]:
        """The host, where the document's own meeting issues something (会议发表了《声明》)."""
        host = self._scene.host
        if host is None or not MEETING.match(text) or self._scene.meeting is None:
            return ()
        return (host,) if frame.phrases and "issues" in frame.phrases[0].classes else ()

    def _itself(self, text: str) -> tuple[Entity, ...]:
        """The state, or its government where the text names it, where its president speaks of it (中国将……, 我们……)."""
        if self._hosted and COMMITS.match(text):
            states = [e for e in self._scene.entities.values() if e.label == "中华人民共和国"]
            return self._china or tuple(states[:1])
        if not self._represents() or not ITSELF.match(text):
            return ()
        return ("中国" in text and self._china) or self._walk.agents

    def _represents(self) -> bool:
        """Whether the president of the state speaks for it."""
        return any(agent.label == "中华人民共和国" for agent in self._walk.agents)

    def _inherited(self) -> tuple[Entity, ...]:
        """Who acts in a clause without a subject; not the state: what its president says then is asked of others."""
        return () if self._represents() else self._walk.agents

    def _named_later(self, frames: tuple[Frame, ...]) -> tuple[Entity, ...]:
        """Who acts in ends that come first, where a later clause names the subject (为避免风险，中国政府采取措施)."""
        if not frames or not PURPOSE.match(self._scene.said(frames[0].span)):
            return ()
        named = (frame_subject(self._scene, frame) for frame in frames[1:])
        return next((bodies for bodies in named if bodies is not None), ())

    def _carry(self, status: Status) -> None:
        self._walk.lasting = self._walk.lasting or status is Status.PLANNED
        self._walk.status = status if status is Status.PLANNED else None

    def _turn(self, sentence: Sentence) -> None:
        """Take up what the sentence opens: a new paragraph, a review, a plan, a speaker."""
        scene, walk = self._scene, self._walk
        text = scene.said(sentence.span)
        body = SAYING.sub("", text)
        if sentence.paragraph != walk.paragraph:
            walk.paragraph = sentence.paragraph
            if self._digest and not BULLET.match(text):
                walk.agents = self._first_body(sentence)
            if not (walk.lasting and NUMBERED.match(text)):
                walk.status, walk.lasting = self._status, False
                if OPENING.match(text):
                    walk.year = None
        answer = self._next.get(sentence.span.begin) if ASKS.search(text) else None
        strange = self._guest and STRANGERS.match(text)
        if (
            (strange or SPEAKERS.match(text))
            and not speaking(scene, sentence)
            and not _bodied(scene, sentence)
        ):
            walk.aside = sentence.paragraph
        elif walk.aside == sentence.paragraph and (speaking(scene, sentence) or OPENING.match(text)):
            walk.aside = -1
        if not self._own_voice and LEADERS.match(text):
            walk.agents = ()
        else:
            self._speaker(answer or sentence)
        self._review_or_plan(text, body)

    def _cites(self, sentence: Sentence) -> tuple[Entity, ...]:
        """The body whose meeting a sentence quotes (中央经济工作会议提出……); it acts in that sentence only."""
        opening = sentence.clauses[:3]
        meetings = [f for clause in opening for f in self._scene.of_kind(clause, Kind.MEETING)]
        if not meetings or not CITES.match(self._scene.text, meetings[-1].end):
            return ()
        entity = self._scene.entity(meetings[-1])
        holder = self._scene.speaks_for(entity) if entity != self._scene.meeting else None
        return (holder,) if holder is not None and ours(holder) else ()

    def _review_or_plan(self, text: str, body: str) -> None:
        """Take up a review of a year gone by or a plan, and the year that either is about."""
        walk = self._walk
        if (REVIEW.match(body) or DID.search(text)) and not DEMANDS.match(text):
            walk.status, walk.lasting = Status.DONE, True
            walk.year = first_year(body, self._scene.year)
        elif PLAN.search(body[:60]) or DEMANDS.match(text):
            walk.status, walk.lasting = Status.PLANNED, True
            walk.year = first_year(body, self._scene.year) or walk.year
        elif OPENING.match(text) and walk.status is Status.DONE:
            walk.status = self._status
        elif AHEAD.match(body):
            walk.ahead = walk.paragraph, year_of(body[:6], self._scene.year)
        if ANNOUNCED.match(body):
            walk.year = year_of(body[:6], self._scene.year)
            if body.startswith("今年") and "明年" in self._scene.text:
                walk.status, walk.lasting = Status.DONE, True

    def _speaker(self, sentence: Sentence) -> None:
        """Give the floor to whoever's words a sentence reports; a person keeps it."""
        scene, walk = self._scene, self._walk
        if self._own_voice and (scene.host is None or not assembly(scene.host)):
            return
        if headed := captioned(scene, sentence):
            walk.agents = headed
            return
        named = speaking(scene, sentence)
        if not named:
            return
        walk.held = named[0].kind is Kind.OFFICIAL
        body = self._bodies.get(scene.entity(named[0]).iri)
        walk.agents = ((body,) if body else ()) if walk.held else entities(scene, named)
        walk.status = self._status

    def _first_body(self, sentence: Sentence) -> tuple[Entity, ...]:
        """The body that a piece of news begins with, after its number and a time word."""
        span = sentence.clauses[0]
        named = [
            f for f in self._scene.of_kind(span, Kind.INSTITUTION) if self._scene.entity(f).type != "Media"
        ]
        return (self._scene.entity(named[0]),) if named and named[0].begin - span.begin <= 12 else ()


def _bodied(scene: Scene, sentence: Sentence) -> bool:
    return bool(scene.of_kind(sentence.clauses[0], Kind.INSTITUTION, Kind.OFFICIAL))
