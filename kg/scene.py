"""One document laid out for the rules: its names, its own meeting, and for each sentence who acts, when, how far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.lexicon import REPORTING, either
from kg.model import Document, Entity, Kind, Span, Status, WorkItem

if TYPE_CHECKING:
    from kg.clauses import Frame
    from kg.recognizers.found import Found, Layer
    from kg.text import Sentence


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a clause stands: who acts in it, whether done or planned, of which year, in which item; `outside`: outsiders speak."""

    agents: tuple[Entity, ...] = ()
    status: Status | None = None
    year: int | None = None
    item: WorkItem | None = None
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the frames of its clauses and where each stands."""

    sentence: Sentence
    frames: tuple[Frame, ...]
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A document for the rules.

    `entities` gives the entity of each found name by its place, `voices` the body of each person and
    `organisers` the body that holds each known meeting, by their IRIs,
    `makers` the places of those who made a document, by its own.
    """

    document: Document
    text: str
    layer: Layer
    entities: dict[tuple[int, int], Entity]
    meeting: Entity | None = None
    host: Entity | None = None
    year: int | None = None
    lines: tuple[Line, ...] = ()
    masked: str = ""
    voices: dict[str, Entity] = field(default_factory=dict)
    organisers: dict[str, Entity] = field(default_factory=dict)
    makers: dict[tuple[int, int], list[tuple[int, int]]] = field(default_factory=dict)

    def speaks_for(self, entity: Entity) -> Entity | None:
        """The body that a person or a meeting speaks for."""
        return self.voices.get(entity.iri) or self.organisers.get(entity.iri)

    def made_by(self, document: Found) -> tuple[Entity, ...]:
        """The bodies that a document's name or the words before it say made it; a meeting stands for its host."""
        named = [self.entities[place] for place in self.makers.get((document.begin, document.end), ())]
        bodies = [self.speaks_for(e) or e for e in named]
        return tuple({e.iri: e for e in bodies if e.kind is Kind.INSTITUTION}.values())

    def entity(self, found: Found) -> Entity:
        """The entity that a found name was linked to."""
        return self.entities[found.begin, found.end]

    def of_kind(self, span: Span, *kinds: Kind) -> list[Found]:
        """The names of some kinds in a range, in order."""
        if len(kinds) == 1:
            return self.layer.of_kind(kinds[0], span.begin, span.end)
        return [f for f in self.layer.within(span.begin, span.end) if f.kind in kinds]

    def said(self, span: Span) -> str:
        """The text of a range."""
        return self.text[span.begin : span.end]


REPORT = re.compile(rf"(?:{either(' '.join(REPORTING))})(?:了|到)?$")
MEETING_SAYS = re.compile(
    r"^(?:[“]?)(?:会议|会上|全会|会议还|会议同时|大会|论坛|本次会议|讲话|文章|《[^》]+》|通知|意见|公报|报告)(?:还|同时|并|一致|明确)?"
    + either(" ".join(REPORTING))
)
REVIEW = re.compile(
    r"(?:\d{4}年|今年以来|一年来|五年来|过去一年|去年|过去五年|上半年|近年来|党的十[八九]大以来|前三季度|[一二三四]季度)"
)
PLAN = re.compile(
    r"(?:重点抓好以下|下一步|下一阶段|下阶段|明年|今后|要|将|应|做好.{0,8}(?:下半年|明年|今年)|部署.{0,4}(?:下半年|明年|今年)|力争|必须|坚持)"
)
SUMMED_UP = re.compile(r"总结(?:了)?(\d{4})年")
ORDERED = re.compile(r"部署(?:了)?(\d{4})年|(\d{4})年(?:要)?(?:重点)?(?:抓好|做好)")
YEAR_HEAD = re.compile(r"^(?:[“]?)(\d{4})年(?:以来)?$|^(\d{4})年[,，]|^(\d{4})年")
NEXT_YEAR = re.compile("明年")
THIS_YEAR = re.compile("今年|全年|年内")
LAST_YEAR = re.compile("去年")
PARTY_TOPIC = re.compile("从严治党|党的建设|党建|党风廉政|干部队伍|主题教育|巡视|正风肃纪|党纪|政治建设")
DONE_MARK = re.compile("(?:了(?!解)|已|已经|以来|先后|累计|日前|近日|此前|取得|曾)")


def planned(status: Status | None) -> bool:
    """Whether a status is that of what is to be done."""
    return status is Status.PLANNED


def with_agents(stand: Stand, agents: tuple[Entity, ...]) -> Stand:
    """The same place with other agents."""
    return replace(stand, agents=agents)


def institutions_of(scene: Scene, span: Span) -> tuple[Entity, ...]:
    """The institutions named in a range, media left out, each once."""
    found = [scene.entity(f) for f in scene.of_kind(span, Kind.INSTITUTION)]
    return tuple({e.iri: e for e in found if e.type != "Media"}.values())
