"""The stances that head the part of a text that a sentence stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses import after_marker, lead_end
from kg.model import Kind, Span
from kg.rules.instruments import LEADS, OPENS, is_policy
from kg.rules.serving import BY

if TYPE_CHECKING:
    from kg.model import Entity
    from kg.recognizers.found import Found
    from kg.scene import Line, Scene

DASH = "—"
REST = re.compile(
    "(?:的|工作|战略)*(?:原则|方针|基调|总基调|定位|导向|要求|力度)?(?:要?[^，。；、]{2,6})?[。]?$"
)
"""What may follow in a sentence that says no more than its stance (要实施适度宽松的货币政策。)."""
OUGHT = re.compile("要|必须|应")
"""How the next of a row of orders begins, which go not on with the stance of the one before."""
OTHERS = re.compile(
    "(?:会议|[\u4e00-\u9fff]{2,12})(?:指出|强调|要求|表示|认为|指明)(?=[，：])|[^，。]{2,12}！$"
)
"""How a sentence begins that goes over to another policy, gives somebody the floor, or turns to those who listen (各位同事！)."""


class Headings:
    """Follows a text sentence by sentence: the numbered item, the dash or the bare stance that each stands under."""

    def __init__(self, scene: Scene) -> None:
        """Begin above the first sentence, under no heading."""
        self.scene = scene
        self.stances: tuple[Entity, ...] = ()
        self.item: str | None = None
        self.paragraph, self.alone, self.bare = 0, False, False
        self.whole = False
        """Whether the heading stands over all of its item, and not over its own sentence and the next alone."""

    def over(self, line: Line) -> tuple[Entity, ...]:
        """The stances over a sentence; a numbered heading alone in its paragraph stands over the next one too.

        A maxim whose own sentence says what it is for (一要坚持云岭精神，巩固团结) heads that sentence and the next.
        """
        item = line.stands[0].item if line.stands else None
        numbered = item is not None and item.iri != self.item
        opened = self._opened(line, numbered=numbered)
        left = line.sentence.paragraph != self.paragraph and not self.alone
        over = opened if opened is not None else () if left else self.stances
        goes_on = self.whole or opened is not None
        self.stances = tuple(stance for stance in over if goes_on or is_policy(stance))
        self.item, self.paragraph, self.alone = item.iri if item else None, line.sentence.paragraph, numbered
        return over

    def _opened(self, line: Line, *, numbered: bool) -> tuple[Entity, ...] | None:
        """The stances of a sentence that opens a part of its own; None where it goes on with the one before."""
        scene, span = self.scene, line.sentence.span
        named = self._leading(line)
        alone = bool(named) and REST.match(scene.text, named[-1].end, span.end) is not None
        if numbered or scene.text[span.begin] == DASH:
            self.bare, self.whole = False, alone
            return tuple(scene.entity(f) for f in named)
        if alone:
            self.whole = True
            self.bare = OUGHT.match(scene.text, span.begin) is not None
            own = line.sentence.paragraph != self.paragraph and "政策" not in named[0].label
            return tuple(scene.entity(f) for f in named if len(named) == 1 and (own or is_policy(f)))
        if self.bare and OUGHT.match(scene.text, span.begin):
            return ()
        left = line.stands and line.stands[0].item is None and self.item is not None
        return () if left or OTHERS.match(scene.text, span.begin, span.end) else None

    def _leading(self, line: Line) -> list[Found]:
        """The stances that a sentence leads with: in the subject's place, or behind 坚持 and the like."""
        if Kind.STANCE not in line.kinds:
            return []
        scene, span = self.scene, line.sentence.span
        begin = after_marker(scene.text, span)
        if scene.text.startswith(BY, begin):
            return []
        at, _ = lead_end(scene.text, begin, span.end)
        opens = OPENS.match(scene.text, at, span.end) or LEADS.match(scene.text, at, span.end)
        at = opens.end() if opens else at
        leading = []
        for found in scene.of_kind(Span(begin, span.end), Kind.STANCE):
            if found.begin - at > 3:
                break
            leading.append(found)
            at = found.end
        return leading
