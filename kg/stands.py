"""For each clause where it stands: who acts (`kg.acting`), done or planned, of which year.

The part that reports the year gone by is done, what is to be done is planned; a section's opening
("2024年重点抓好以下工作") holds until the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.acting import Acting
from kg.floor import ISSUED, Floor, Floors
from kg.lexicon import SAYS
from kg.model import Entity, Status, WorkItem
from kg.scene import Scene, Stand
from kg.speakers import OPENING
from kg.when import OF_YEAR, ONLY_TIME, WITHIN, first_year, orders, status_of, year_of

if TYPE_CHECKING:
    from kg.clauses import Frame
    from kg.text import Sentence

SAYING = re.compile(rf"^[^，。：]{{0,40}}?{SAYS}[，：:,]")
NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}[是要、]|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|第[一二三四五六七八九十]{1,2}[，、]"
)
DEMANDS = re.compile("^(?:会议|全会)(?:要求|部署|明确|提出|决定)")
REVIEW = re.compile(
    r"^(?:(?:19|20)\d\d年(?:以来)?(?=[,，]|$)|今年以来|一年来|五年来|过去一年|过去五年|去年(?!同期|[底末初])|近年来|党的十[八九]大以来|改革开放以来|上半年[,，]|前三季度|截至|初步统计|特别是党的十)"
)
PLAN = re.compile(
    r"重点(?:抓好|做好)以下|明年(?:经济|的|要|将|，要)|做好(?:今年|明年|下半年|当前|\d{4}年)|以下(?:重点)?(?:工作|任务)|要抓好以下|主要预期目标|今年(?:要|将|，要)"
)
PLAN_FIRST = re.compile(r"下一步|下一阶段|下阶段|今后|下半年|(?:19|20)\d\d年.{0,6}(?:要|将)")
ANNOUNCED = re.compile(
    "(?:(?:19|20)\\d\\d年|今年|明年)是.{4,50}(?:之年|一年|开局年|收官年|关键期|起步年)(?=[。，；])"
)
"""The year that the rest of a paragraph is about (2031年是……的重要一年。要……)."""
AHEAD = re.compile(
    "(?:做好)?(?:明年|今年|(?:19|20)\\d\\d年)(?:，[^，。]{0,10}?|[^，。]{0,14}?)(?:要|将)(?!求)"
)
"""How a sentence begins whose year holds to the end of its paragraph (明年宏观政策要保持连续性)."""
DID = re.compile("做了(?:以下|[几一二三四五六七八九十]个?方面|这些)的?工作|工作进行了回顾")
ITEM = re.compile("[一二三四五六七八九十]{1,3}[是要、]")
"""How an item begins: what it or a headline says without a subject and a time is meant to be done."""
PLEDGED = ("表示", "承诺", "呼吁", "称")
"""How a clause ends behind which somebody gives his word, or calls for something (三部门表示，坚决维护市场平稳运行)."""
LISTED = re.compile("[一二三四五六七八九十]{1,2}、")
"""How a clause begins that is an item of a list of its own."""


@dataclass(slots=True)
class Walk:
    """What holds at the place that the walk has reached."""

    status: Status | None
    year: int | None = None
    paragraph: int = -1
    lasting: bool = False
    ahead: tuple[int, int | None] = (-1, None)


class Stands:
    """Walks through the sentences of a scene in order."""

    def __init__(
        self,
        scene: Scene,
        floor: Floor,
        voices: dict[str, tuple[Entity, ...]],
        parts: tuple[Sentence, ...],
        *,
        digest: bool = False,
    ) -> None:
        """Begin a walk with a floor; `voices` are the bodies of each person, a `digest` has a piece of news a paragraph."""
        self._scene = scene
        self._told = floor.status is None and ISSUED.match(scene.text) is not None
        self._status = Status.PLANNED if self._told else floor.status
        self._walk = Walk(floor.status)
        self._floors = Floors(scene, floor, voices, parts, digest=digest)
        self._acting = Acting(scene, floor, self._floors)
        self._body = scene.text.find("\n")
        self._articles = scene.text.find("\n第一条")

    def of(self, sentence: Sentence, frames: tuple[Frame, ...], item: WorkItem | None) -> tuple[Stand, ...]:
        """Where each clause of the next sentence stands."""
        self._turn(sentence)
        walk, stands = self._walk, []
        local, year = walk.status, walk.ahead[1] if walk.ahead[0] == walk.paragraph else walk.year
        year = year or self._ahead(frames)
        said, texts = self._scene.said(sentence.span), [self._scene.said(frame.span) for frame in frames]
        acting = self._acting.of(sentence, frames, texts)
        meant = sentence.span.begin < self._body or ITEM.match(said) is not None
        standing = 0 <= self._articles < sentence.span.begin
        when = ""
        for frame, text, (agents, outside) in zip(frames, texts, acting, strict=True):
            if local is not walk.status and LISTED.match(text):
                local = walk.status
            open_ = walk.status is not Status.DONE and local is not Status.ONGOING
            ordered = open_ and orders(text)
            if ordered or (local is None and meant and frame.phrases and frame.subject is None):
                local = Status.PLANNED
            local = status_of(f"{when}，{text}" if when else text, frame, local)
            when = text if ONLY_TIME.fullmatch(text) else ""
            reviewed = walk.year if walk.status is Status.DONE and _whole_year(text) else None
            own = year_of(text, reviewed or self._scene.year)
            year = year if own is None or "年的" in text[:9] else own
            status = None if standing else local
            stands.append(Stand(agents, status, own or year, item, outside))
            meant = meant or text.rstrip("，：,").endswith(PLEDGED)
            local = Status.PLANNED if ordered else local
        if walk.status is None and local is not None and self._status is None:
            walk.lasting = walk.lasting or local is Status.PLANNED
            walk.status = local if local is Status.PLANNED else None
        return tuple(stands)

    def _ahead(self, frames: tuple[Frame, ...]) -> int | None:
        """The year of what an end that opens the sentence is pursued by (为支持小微企业，自4月20日起下调……)."""
        if not any(phrase.frame == "purpose" for frame in frames[:2] for phrase in frame.phrases):
            return None
        texts = (self._scene.said(frame.span) for frame in frames[1:])
        return next((year for text in texts if (year := year_of(text, self._scene.year))), None)

    def _turn(self, sentence: Sentence) -> None:
        """Take up what the sentence opens: a new paragraph, a speaker, a review, a plan."""
        walk = self._walk
        text = self._scene.said(sentence.span)
        saying = SAYING.match(text)
        body = text[saying.end() :] if saying else text
        if sentence.paragraph != walk.paragraph:
            walk.paragraph = sentence.paragraph
            if not (walk.lasting and NUMBERED.match(text)):
                headline = self._told and sentence.span.begin < self._body
                walk.status, walk.lasting = None if headline else self._status, False
                if OPENING.match(text):
                    walk.year = None
        if self._floors.pass_on(sentence):
            walk.status = self._status
        self._review_or_plan(text, body)

    def _review_or_plan(self, text: str, body: str) -> None:
        """Take up a review of a year gone by or a plan, and the year that either is about."""
        walk, plan = self._walk, None
        if (REVIEW.match(body) or ("工作" in text and DID.search(text))) and not DEMANDS.match(text):
            walk.status, walk.lasting = Status.DONE, True
            walk.year = (
                first_year(body, self._scene.year) or (body.startswith("一年来") and walk.year) or None
            )
        elif PLAN_FIRST.match(body) or (plan := PLAN.search(body, 0, 60)) or DEMANDS.match(text):
            walk.status, walk.lasting = Status.PLANNED, True
            ahead = year_of(plan.group(), self._scene.year) if plan else None
            walk.year = ahead or first_year(body, self._scene.year) or walk.year
        elif OPENING.match(text) and walk.status is Status.DONE:
            walk.status = self._status
        elif AHEAD.match(body):
            walk.ahead = walk.paragraph, year_of(body[:6], self._scene.year)
        if ANNOUNCED.match(body):
            walk.year = year_of(body[:6], self._scene.year)
            if body.startswith("今年") and "明年" in self._scene.text:
                walk.status, walk.lasting = Status.DONE, True


def _whole_year(text: str) -> bool:
    """Whether a clause only says 全年 or 年内, which is the year under review."""
    return WITHIN.search(text) is not None and OF_YEAR.search(text) is None
