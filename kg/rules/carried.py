"""What a paragraph carries from one sentence to the next: its means, and the ends of its row of measures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Claim, Entity, Kind, Mention, Span
from kg.rules.instruments import EVENT, of_before, opening
from kg.text import marker_at

if TYPE_CHECKING:
    from kg.clauses import Frame, Grammar
    from kg.rules.making import Means
    from kg.scene import Line, Scene

LATER = re.compile("[二三四五六七八九十][是要]")
"""How a later one of the row begins, which is a measure beside those before it."""
MEASURES_HEAD = re.compile("的(?:一系列|若干|有关)?(?:政策)?(?:措施|举措)[：:]")
FIRST = re.compile("一[是要]|第一[，、]")
"""How the first of a row of measures begins, whose ends stand before it (为缓解融资难，会议决定，一是……)."""
BY_THEN = re.compile("[-— ]*到(?:20\\d\\d年|[^，。]{1,4}世纪中叶|“十[三四五]五”末)")
FURTHER = re.compile("其中，?(?:明确|提出|要求|规定|指出|强调)")
RESULT = re.compile("实现|确保|让|使|保证|力争")


@dataclass(frozen=True, slots=True)
class Carried:
    """By paragraph the ends that head its row of measures; by paragraph the means of its last sentence, by item all of them."""

    ends: dict[int, list[Entity]] = field(default_factory=dict)
    means: dict[int, dict[str, Entity]] = field(default_factory=dict)
    told: dict[int, dict[str, Entity]] = field(default_factory=dict)
    """By paragraph the means of the last of its sentences that has any."""
    numbered: set[int] = field(default_factory=set)
    """The paragraphs that have come to a numbered item."""

    opening: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    """By paragraph, the document that its last sentence tells of."""

    def opened(self, scene: Scene, line: Line) -> tuple[Entity, ...]:
        """The document that a sentence opens with; targets of later years are those of the sentence before (到2035年，……)."""
        paragraph, begin = line.sentence.paragraph, line.sentence.span.begin
        if FURTHER.match(scene.text, begin):
            told = self.means.get(paragraph, {}).values()
            self.opening[paragraph] = tuple(e for e in told if e.kind is Kind.DOCUMENT)
            return self.opening[paragraph]
        goes_on = BY_THEN.match(scene.text, begin) is not None
        before = self.opening.get(paragraph) or self.opening.get(paragraph - 1, ()) if goes_on else ()
        self.opening[paragraph] = opening(scene, line) or before
        return self.opening[paragraph]

    def purposes(self, line: Line) -> list[Entity]:
        """The ends that the paragraph's measures serve."""
        return [*self.ends.get(line.sentence.paragraph, ())]

    def tools(self, line: Line) -> dict[str, Entity]:
        """The tools of the last sentence, where this one says at once what they are to bring about."""
        begin = line.sentence.span.begin
        first = next(iter(line.frames[0].phrases), None) if line.frames else None
        brings_about = first is not None and first.span.begin == begin and RESULT.match(first.verb)
        before = self.means.get(line.sentence.paragraph, {}) if brings_about else {}
        return {iri: entity for iri, entity in before.items() if entity.kind is Kind.TOOL}

    def brought_about(self, scene: Scene, grammar: Grammar, frame: Frame, line: Line, means: Means) -> Frame:
        """The clause, or what stands behind its 这: then the means are those of the sentence before."""
        later = None if means.entities else of_before(scene, grammar, frame)
        if later is not None and (before := self._before(scene, line, frame)):
            means.entities = before
            means.speaking = True
            return later
        return frame

    def _before(self, scene: Scene, line: Line, frame: Frame) -> dict[str, Entity]:
        """What the sentence has named before the clause, else the means of the sentence before; for an event (此次调整) the last of its paragraph and the one before."""
        paragraph = line.sentence.paragraph
        before = _named_before(scene, line, frame) or self.means.get(paragraph, {})
        if not before and scene.text.startswith(EVENT, frame.span.begin):
            before = self.told.get(paragraph) or self.told.get(paragraph - 1, {})
        named = () if before else scene.of_kind(frame.span, Kind.TOOL, Kind.DOCUMENT)
        return {**before, **{e.iri: e for e in map(scene.entity, named)}}

    def head(self, scene: Scene, frame: Frame, one: Claim | Mention, line: Line, means: Means) -> None:
        """Keep the end of a row of measures (确定缓解融资难的措施：一是……) for all the items of its paragraph."""
        if not isinstance(one, Mention) or one.entity.kind is not Kind.GOAL:
            return
        if MEASURES_HEAD.search(scene.text, frame.span.begin, frame.span.end + 1):
            means.purposes.append(one.entity)
            self.ends.setdefault(line.sentence.paragraph, []).append(one.entity)

    def begin(self, scene: Scene, frame: Frame, line: Line, means: Means) -> None:
        """Keep the ends that stand before a row of measures (为缓解融资难，会议决定，一是……) for all its items, and the means before it."""
        if FIRST.match(scene.text, frame.span.begin, frame.span.end):
            means.before_row = {**means.entities}
        elif means.before_row is not None and LATER.match(scene.text, *frame.span):
            means.entities, means.ended = {**means.before_row}, False
        if means.purposes and FIRST.match(scene.text, frame.span.begin, frame.span.end):
            self.ends[line.sentence.paragraph] = [*means.purposes]

    def keep(self, scene: Scene, line: Line, means: Means) -> None:
        """Remember the tools and documents of a sentence for the next one, in a numbered item for all that follow."""
        kept = {iri: entity for iri, entity in means.entities.items() if entity.kind is not Kind.STANCE}
        paragraph = line.sentence.paragraph
        before = self.means.get(paragraph, {}) if paragraph in self.numbered else {}
        if any(marker_at(scene.text, frame.span.begin) for frame in line.frames):
            self.numbered.add(paragraph)
            before = {}
        self.means[paragraph] = {**before, **kept}
        if kept:
            self.told[paragraph] = kept


def _named_before(scene: Scene, line: Line, frame: Frame) -> dict[str, Entity]:
    """The instruments and documents of the clause before (升级自贸协定，有利于……), whatever is done to them, but what they are said to be a step of."""
    before = next((f.span for f in reversed(line.frames) if f.span.end < frame.span.begin), None)
    if before is None:
        return {}
    is_ = scene.text.find("是", *before)
    named = scene.of_kind(Span(before.begin, is_ if is_ > 0 else before.end), Kind.TOOL, Kind.DOCUMENT)
    return {e.iri: e for e in map(scene.entity, named)}
