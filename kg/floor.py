"""Who has the floor: the bodies that act where a clause names nobody.

A document gives it first (`kg.voices`); a meeting's host keeps it, and speakers speak for him. Else, sentence
by sentence, it passes to

- the body that a line is headed by, or that a piece of a digest begins with;
- whose words a sentence reports: a person keeps it, and whom his words name acts in that sentence only;
- people who speak for no body: nobody has it to the end of their paragraph;
- bodies that open a clause and act, where no person has it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.agents import FURTHER, LEARNED, SPEAKERS, STRANGERS, guest, of_members, official
from kg.lexicon import SAYS, either
from kg.model import Entity, Kind, Status, value
from kg.recognizers.headed import PROVINCES
from kg.speakers import OPENING, captioned, entities, opening_person, opening_row, speaking

if TYPE_CHECKING:
    from kg.recognizers.found import Found
    from kg.scene import Scene
    from kg.text import Sentence

ASKS = ("?", "？", "?”", "？”", '?"', '？"')
"""How a question ends: it is about the body that answers in the next sentence."""
BULLET = re.compile("[-–•●*·]")
FIRST = 4
"""The clauses of a sentence that may tell who speaks in it."""
NEAR = 12
"""The characters of a number and a time word before the body that a piece of news begins with."""
MEMBER = re.compile("委员|常委|代表(?=说|表示|提出|认为|建议|指出)")
"""What follows the name of somebody who speaks for himself in an assembly."""
CONGRESS = re.compile("全国(?:人大|政协|人民代表大会)$")
COUNSEL = re.compile("全国政协|政协全国|^(?:中国人民政治协商会议|政协第).*全国委员会")
"""A body of people who are asked for their counsel, so that what they say at its meetings is its own."""
FOR_OTHERS = re.compile("(?:委员|常委)?代表")
"""What stands between the name of a member and the body that he speaks for (常委代表民建中央发言)."""
MEMBERS_SAY = re.compile(
    f"(?:[^，。]{{0,12}}(?:委员|常委|代表|专家)们?|大家|他们|与会者|与会人员)(?:还|也|普遍|一致|纷纷|均|都|发言)*{SAYS}(?=[，：,:])"
)
"""How a sentence begins that reports the members whose counsel is asked."""
HE_SAYS = re.compile(f"[他她](?:还|同时|并)*{SAYS}")
"""How a sentence begins that reports whoever the one before it is about (俞正声听取了意见。他指出，……)."""
WHOLE = re.compile(
    "(?=.{0,12}(?:我国|国家|全国|中国))|.*(?:总书记|习近平|党中央|中央[^企])|[^，]{0,8}宏观政策|.{0,40}他(?:还|曾)?(?:要求|指出|强调|提出|说)"
)
"""How a sentence begins that tells of the whole country again, or of what its leaders say."""
COUNTRY = re.compile(f"(?:[^，。《》]{{2,12}}，)?(?P<land>我国|中国|{either(PROVINCES)})")
"""How a sentence begins that tells of the country or a place, after one that told what a body did."""
ISSUED = re.compile(
    r"[^\n]{2,40}(?:(?:印发|发布|出台|公布|下发|批转|转发)(?:了|实施)?《|关于[^\n《》]{2,60}的(?:指导|实施|若干)?(?:意见|决定|通知))[^\n]*\s+[^\n]{0,6}消息"
)
"""How the news of a notice or a plan begins, which tells what is to be done."""
LEADERS = re.compile(
    "(?:与会|各国|成员国|双方|外方)(?:各国|的)?(?:领导人|元首|外长|部长|代表)们?|领导人(?:重申|欢迎|一致|强调|同意|认为|支持|主张|高度|指出|表示)"
)
"""How a sentence begins that tells what those met agree on: nobody's policy until somebody else speaks."""


def assembly(body: Entity) -> bool:
    """Whether a body is a parliament, where reports are other bodies' own (十三届全国人大)."""
    return body.type == "Legislature" or (body.type is None and CONGRESS.search(body.label) is not None)


def quoted(bodies: tuple[Entity, ...]) -> bool:
    """Whether it is the Party's leadership, which a text about others only quotes, a sentence at a time (中央提出，……)."""
    return any(body.label == "中国共产党中央委员会" for body in bodies)


def reported(scene: Scene, person: Found) -> bool:
    """Whether a text is the report of what a person says, and not only quotes him: its headline names him."""
    head = scene.text.partition("\n")[0]
    return person.label in head or "总书记" in head


@value
class Floor:
    """Who has the floor, and whether what follows is planned.

    `own`: the meeting's host has it and keeps it; `held`: a person speaks.
    """

    bodies: tuple[Entity, ...] = ()
    status: Status | None = None
    own: bool = False
    held: bool = False


class Floors:
    """Passes the floor through the sentences of a scene, in order.

    `bodies` have it now; `aside` tells whether people speak who speak for nobody.
    """

    def __init__(
        self,
        scene: Scene,
        floor: Floor,
        voices: dict[str, tuple[Entity, ...]],
        parts: tuple[Sentence, ...],
        *,
        digest: bool,
    ) -> None:
        """Begin with a floor; `voices` are the bodies of each person, a `digest` has a piece of news a paragraph."""
        self._scene, self._voices, self._digest = scene, voices, digest
        self._next = {one.span.begin: after for one, after in pairwise(parts)}
        self._own = floor.own and not (scene.host is not None and assembly(scene.host))
        self._guest = guest(scene, floor.bodies)
        asked = scene.host if floor.own and scene.host and COUNSEL.search(scene.host.label) else None
        self._counsel = (asked,) if asked else ()
        self._open = (
            scene.meeting is None and not floor.own and not (floor.bodies and ISSUED.match(scene.text))
        )
        self._acted = False
        self._paragraph = -1
        self._held = floor.held
        self._passing = not floor.own
        self.bodies = floor.bodies
        self.aside = False
        self.speaker = -1
        """Where the name of the person stands whose words the sentence at hand reports."""
        self.words: tuple[Entity, ...] = ()
        """The bodies that speak in those words only, as the text is about others (习近平总书记指出，……)."""
        self._quoted: tuple[Entity, ...] = ()
        self._unended = False
        self._about: list[Found] = []
        """The person whom the last sentence that begins with one is about."""

    def pass_on(self, sentence: Sentence) -> bool:
        """Pass the floor to whom a sentence gives it; whether somebody new speaks."""
        text = self._scene.said(sentence.span)
        named = self._speaking(sentence, text)
        self._quote(sentence, text, named)
        if sentence.paragraph != self._paragraph:
            self._paragraph, self.aside = sentence.paragraph, False
            if self._digest and not BULLET.match(text):
                self.bodies = self._first(sentence)
        if self._counsel and not named and MEMBERS_SAY.match(text):
            self.bodies, self.speaker, self.aside = self._counsel, sentence.span.begin, False
        elif not named and self._for_nobody(sentence):
            self.aside = True
        elif named or OPENING.match(text):
            self.aside = False
        turns = self._acted and not named and self._of_country(sentence, text)
        if turns or (self._passing and LEADERS.match(text)):
            self.bodies, self._acted = (), False
            return False
        answer = self._next.get(sentence.span.begin) if text.endswith(ASKS) else None
        if self._own:
            return False
        return (
            self._speaker(answer, speaking(self._scene, answer)) if answer else self._speaker(sentence, named)
        )

    def _speaking(self, sentence: Sentence, text: str) -> list[Found]:
        """Whose words a sentence reports: whom it names, or whom the one before it is about (他指出，……)."""
        named = speaking(self._scene, sentence)
        he = not named and HE_SAYS.match(text) is not None
        named = self._about if he else named
        person = opening_person(self._scene, sentence)
        says = bool(named) and named[0].kind is Kind.OFFICIAL
        self._about = [person] if person else named if says else self._about
        self.speaker = (sentence.span.begin if he else named[0].begin) if says else -1
        return named

    def _quote(self, sentence: Sentence, text: str, named: list[Found]) -> None:
        """Go on with the words that were quoted last: in marks that are still open, item by item, or of the whole country."""
        self._quoted = self.words or self._quoted
        numbered = bool(self.words) and FURTHER.match(text) is not None
        goes_on = self._unended or numbered or WHOLE.match(text) is not None
        goes_on = bool(self._quoted) and not named and goes_on
        self.words = self._quoted if goes_on else ()
        self.speaker = sentence.span.begin if goes_on else self.speaker
        self._unended = text.count("“") > text.count("”") or (self._unended and "”" not in text)

    def _of_country(self, sentence: Sentence, text: str) -> bool:
        """Whether a sentence turns from a body to the country or a place, which is not the beginning of another name."""
        found = COUNTRY.match(text)
        if found is None:
            return False
        name = self._scene.layer.starting(sentence.span.begin + found.start("land"))
        return name is None or name.kind is not Kind.INSTITUTION

    def act(self, bodies: tuple[Entity, ...], *, issued: bool) -> None:
        """Pass the floor to bodies that opened a clause of the last sentence and acted in it, or `issued` what speaks on."""
        if bodies and self._open and not self._held and all(map(official, bodies)) and not quoted(bodies):
            self.bodies, self._acted = bodies, not issued

    def _for_nobody(self, sentence: Sentence) -> bool:
        """Whether people speak who speak for no body (常委们认为), or in a talk between states somebody unknown."""
        text, end = self._scene.text, sentence.span.end
        for clause in sentence.clauses[:FIRST]:
            says = SPEAKERS.match(text, clause.begin, end)
            if says or (self._guest and STRANGERS.match(text, clause.begin, end)):
                named = self._scene.of_kind(clause, Kind.INSTITUTION, Kind.OFFICIAL)
                return all(of_members(self._scene, one) for one in named)
        return False

    def _speaker(self, sentence: Sentence, named: list[Found]) -> bool:
        """Give the floor to those `named`, whose words a sentence reports; a person keeps it."""
        if headed := captioned(self._scene, sentence):
            self.bodies = headed
            return False
        if not named:
            return False
        self._held, self._acted = named[0].kind is Kind.OFFICIAL, False
        bodies = self._voice(named[0]) if self._held else entities(self._scene, named)
        if quoted(bodies) and not (self._held and reported(self._scene, named[0])):
            self.words = bodies if self._held else ()
            self._held, self._open = False, self._open and not self._held
            return False
        self.bodies = () if any(LEARNED.search(body.label) for body in bodies) else bodies
        return True

    def _voice(self, person: Found) -> tuple[Entity, ...]:
        """The bodies that somebody speaks for: a member, in whose name he speaks, else the body whose counsel he gives."""
        if not MEMBER.match(self._scene.text, person.end):
            return self._voices.get(self._scene.entity(person).iri, ())
        speaks_for = FOR_OTHERS.match(self._scene.text, person.end)
        body = self._scene.layer.starting(speaks_for.end()) if speaks_for else None
        named = body is not None and body.kind is Kind.INSTITUTION
        return (self._scene.entity(body),) if named and body is not None else self._counsel

    def _first(self, sentence: Sentence) -> tuple[Entity, ...]:
        """The body, or the row of bodies, that a piece of news begins with, after its number and a time word."""
        if not sentence.clauses:
            return ()
        span = sentence.clauses[0]
        named = [
            f for f in self._scene.of_kind(span, Kind.INSTITUTION) if self._scene.entity(f).type != "Media"
        ]
        return opening_row(self._scene, named) if named and named[0].begin - span.begin <= NEAR else ()
