"""One document laid out for the rules: its names, its own meeting, and for each sentence who acts, when, how far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.model import Claim, Document, Entity, Kind, Span, Status, WorkItem, value

if TYPE_CHECKING:
    from kg.clauses import Frame
    from kg.recognizers.found import Found, Layer
    from kg.text import Sentence


@value
class Stand:
    """Where a clause stands: who acts in it, whether done or planned, of which year, in which item; `outside`: outsiders speak."""

    agents: tuple[Entity, ...] = ()
    status: Status | None = None
    year: int | None = None
    item: WorkItem | None = None
    outside: bool = False


@value
class Line:
    """A sentence with the frames of its clauses, where each stands, the kinds of its names, the posts it tells of."""

    sentence: Sentence
    frames: tuple[Frame, ...]
    stands: tuple[Stand, ...]
    kinds: frozenset[Kind | None]
    posts: tuple[Claim, ...] = ()


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

    def year_of(self, meeting: Entity, sentence: Sentence) -> int | None:
        """The year of a meeting: its date's or the text's for the own one; in its name; that its sentence begins with."""
        if meeting == self.meeting and (meeting.begin or self.year):
            return int(meeting.begin[:4]) if meeting.begin else self.year
        named = re.search("(?<!\\d)20\\d\\d(?!\\d)", meeting.label)
        named = named or re.match("20\\d\\d(?=年)", self.said(sentence.span))
        return int(named[0]) if named else None

    def entity(self, found: Found) -> Entity:
        """The entity that a found name was linked to."""
        return self.entities[found.begin, found.end]

    def of_kind(self, span: Span, *kinds: Kind) -> list[Found]:
        """The names of some kinds in a range, in order."""
        begin, end = span
        return self.layer.within(begin, end, kinds)

    def row(self, named: list[Found], between: re.Pattern[str]) -> list[Found]:
        """The last of some names, and those of its kind in the row that it ends; `between` is what joins them."""
        row = named[-1:]
        for found in reversed(named[:-1]):
            if found.kind is not row[0].kind or not between.fullmatch(self.text, found.end, row[0].begin):
                break
            row.insert(0, found)
        return row

    def said(self, span: Span) -> str:
        """The text of a range."""
        return self.text[span.begin : span.end]


def with_agents(stand: Stand, agents: tuple[Entity, ...]) -> Stand:
    """The same place with other agents."""
    return replace(stand, agents=agents)
