"""Making the claims of a clause: its agents, its place, its qualifiers; and the means that a sentence has named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.clauses import TIMES
from kg.model import Claim, Entity, Span, Status, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Frame, Phrase
    from kg.model import Verb
    from kg.scene import Scene, Stand

EVERYWHERE = frozenset(("实施", "实行", "推行", "施行"))
"""Verbs that put an instrument in place, and expand it where they do so everywhere (全面实行)."""
RUNNING = ("开展", "实施")
"""Verbs that begin a pilot."""
AMOUNT = r"\d[\d.,]*(?:万亿|亿|万)?(?:个)?(?:百分点|基点|元|美元|%)"
AMOUNTS = re.compile(rf"(?:[由从][^，。；\d]{{0,8}}{AMOUNT}[^，。；\d]{{0,14}}?)?(?P<amount>{AMOUNT})")
"""By how much or how large; where something goes from one amount to another (由60%提高到100%), the other."""
CHANGE = re.compile(
    r"[由从][^\d]{0,8}(\d+(?:\.\d+)?)%?[^\d]{0,12}(?:调整|改|降|提高|下调|上调|升)[^\d]{0,3}(\d+(?:\.\d+)?)%"
)


@dataclass(slots=True)
class Means:
    """The tools, stances and documents that the sentence has named so far, for the ends that follow."""

    entities: dict[str, Entity] = field(default_factory=dict)
    over: tuple[Entity, ...] = ()
    """The stances that head the part of the text, which all the ends of its sentences are for."""
    opening: list[Entity] = field(default_factory=list)
    """The stances that open the sentence: all its ends are theirs, whatever measures stand between."""
    ended: bool = False
    before_row: dict[str, Entity] | None = None
    """The means named before the row of measures (一是……，二是……) that the sentence lists."""
    purposes: list[Entity] = field(default_factory=list)
    purposive: bool = False
    action: str | None = None
    fronted: list[Entity] = field(default_factory=list)
    """The sectors that the clause before names in front of what they are granted (对小微企业，……)."""
    begun: bool = False
    """Whether a clause of the sentence has had a verb phrase."""
    issued: set[str] = field(default_factory=set)
    """The documents, by their IRIs, that the sentence tells of issuing rather than of carrying out."""
    speaking: bool = False
    """Whether the means is the grammatical subject (《意见》提出支持……), so that it alone supports."""

    @property
    def serving(self) -> tuple[Entity, ...]:
        """All that the next end is served by."""
        return tuple({e.iri: e for e in (*self.over, *self.opening, *self.entities.values())}.values())

    def close(self) -> None:
        """Forget the means: a segment behind a semicolon has ends of its own."""
        self.entities, self.ended = {}, False
        self.opening.clear()

    def add(self, entity: Entity) -> None:
        """Take up a means; one that comes after an end opens a new row."""
        if self.ended:
            self.entities, self.ended = {}, False
        self.entities[entity.iri] = entity


@value
class Maker:
    """Makes the claims of one clause: its agents, its place, its sentence, its words."""

    agents: tuple[Entity, ...]
    stand: Stand
    evidence: Span
    scene: Scene
    frame: Frame
    text: str

    @property
    def item(self) -> str | None:
        """The IRI of the numbered item."""
        return self.stand.item.iri if self.stand.item else None

    def claims(
        self,
        predicate: str,
        object_: Entity,
        rule: str,
        *,
        action: str | None = None,
        phrase: Phrase | None = None,
        status: Status | None = None,
    ) -> Iterator[Claim]:
        """A claim for each agent."""
        for agent in self.agents:
            yield self.claim(agent, predicate, object_, rule, action=action, phrase=phrase, status=status)

    def claim(
        self,
        subject: Entity,
        predicate: str,
        object_: Entity,
        rule: str,
        *,
        action: str | None = None,
        phrase: Phrase | None = None,
        status: Status | None = None,
        plain: bool = False,
    ) -> Claim:
        """One claim, with the qualifiers of its clause (none of them where `plain`)."""
        if plain:
            return Claim(subject, predicate, object_, (self.evidence,), rule, item=self.item, confidence=0.8)
        own = status or (Status.DONE if phrase is not None and phrase.perfect else self.stand.status)
        times = TIMES.search(self.text) if predicate == "uses" else None
        amount = AMOUNTS.search(self.text) if predicate in ("uses", "issues") else None
        return Claim(
            subject,
            predicate,
            object_,
            (self.evidence,),
            rule,
            status=own,
            year=self.stand.year,
            action=action,
            times=_count(times[1]) if times else None,
            amount=amount["amount"] if amount else None,
            manner=phrase.manner if phrase else (),
            item=self.item,
            confidence=0.9,
        )


def done_to(phrase: Phrase, tool: str) -> str | None:
    """What the verb does to a tool: used on it is continued, put in place everywhere expanded (全面实行), run as a pilot created."""
    if phrase.action in ("Use", None) and "继续" in phrase.manner:
        return "Continue"
    if "全面" in phrase.manner and phrase.verb in EVERYWHERE:
        return "Expand"
    if tool.endswith("试点"):
        begun = phrase.verb.startswith(RUNNING) or phrase.verb.endswith(RUNNING)
        return "Create" if begun else "Advance" if phrase.verb == "深化" else phrase.action
    return phrase.action


def direction(text: str) -> str | None:
    """Lower or Raise where the text gives the figure before and after (由1.70%调整为1.50%)."""
    change = CHANGE.search(text)
    return None if change is None else "Lower" if float(change[2]) < float(change[1]) else "Raise"


def risen(verb: Verb, text: str) -> str | None:
    """What a verb behind a tool says of it: a scale that grows by so much (规模比去年增加) is raised."""
    return "Raise" if verb.word == "增加" and "比" in text else verb.action


def _count(word: str) -> int | None:
    digits = {"两": 2, **{c: n for n, c in enumerate("一二三四五六七八九十", 1)}}
    return int(word) if word.isdigit() else digits.get(word)
