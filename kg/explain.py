"""A text explained: its names, its clauses as the grammar sees them, its facts with their rules, and what did not fire.

>>> from kg.normalise import document
>>> from kg.reading import Reader
>>> from kg.vocabulary import load
>>> explained = explain(document("中国人民银行加强调查研究。", identifier="-"), Reader(load()))
>>> for one in explained.sentences[0].clauses[0].unfired:
...     print(f"{one.rule}: {one.reason}")
uses-tool: no tool in the object
pursues-goal: 加强调查研究 is an activity
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.agents import silent
from kg.model import QUALIFIERS
from kg.rules.table import ROWS
from kg.unfired import View, why_not

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Frame, Phrase
    from kg.model import Claim, Document, Mention, Reading, Span
    from kg.reading import Reader
    from kg.scene import Line, Scene


@dataclass(frozen=True, slots=True)
class Name:
    """A mention: where it stands, what it says, the entity, and why it was linked to it."""

    begin: int
    end: int
    text: str
    kind: str
    label: str
    iri: str
    reason: str


@dataclass(frozen=True, slots=True)
class VerbPhrase:
    """A verb with its object, what it can say (its classes), and how it is meant."""

    text: str
    verb: str
    object: str
    classes: tuple[str, ...]
    action: str | None
    manner: tuple[str, ...]
    role: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Unfired:
    """A rule that had its cue in a clause and said nothing, and why."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as a frame: who acts, when, how far, its verb phrases, and the rules that had no more than a cue."""

    begin: int
    end: int
    text: str
    subject: str | None
    agents: tuple[str, ...]
    status: str | None
    year: int | None
    item: int | None
    phrases: tuple[VerbPhrase, ...]
    unfired: tuple[Unfired, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim in words, with its qualifiers and the rule that found it."""

    subject: str
    predicate: str
    object: str
    rule: str
    qualifiers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence: its place and text, its names, its clauses, the facts that quote it."""

    begin: int
    end: int
    text: str
    names: tuple[Name, ...]
    clauses: tuple[Clause, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What holds for the whole text, and its sentences. `year` is what 今年 means."""

    meeting: str | None
    host: str | None
    year: int | None
    sentences: tuple[Explained, ...]


def explain(document: Document, reader: Reader, *, at: int | None = None) -> Explanation:
    """How a document was read; with `at`, only the sentence that holds that code point."""
    scene, reading = reader.scene_of(document), reader.read(document)
    lines = [line for line in scene.lines if at is None or _holds(line.sentence.span, at)]
    return Explanation(
        scene.meeting.label if scene.meeting else None,
        scene.host.label if scene.host else None,
        scene.year,
        tuple(_sentence(scene, reading, line) for line in lines),
    )


def _holds(span: Span, at: int) -> bool:
    return span.begin <= at < span.end


def _sentence(scene: Scene, reading: Reading, line: Line) -> Explained:
    span, text = line.sentence.span, reading.document.text
    mentions = [m for m in reading.mentions if span.begin <= m.span.begin and m.span.end <= span.end]
    claims = [c for c in reading.claims if span in c.evidence]
    clauses = tuple(
        _clause(View(scene, line, frame, stand), claims, mentions)
        for frame, stand in zip(line.frames, line.stands, strict=True)
    )
    names = tuple(_name(mention, text) for mention in mentions)
    return Explained(
        span.begin, span.end, text[span.begin : span.end], names, clauses, tuple(map(_fact, claims))
    )


def _name(mention: Mention, text: str) -> Name:
    entity, span = mention.entity, mention.span
    said = text[span.begin : span.end]
    return Name(span.begin, span.end, said, entity.kind.value, entity.label, entity.iri, mention.reason)


def _clause(view: View, claims: list[Claim], mentions: list[Mention]) -> Clause:
    frame, stand = view.frame, view.stand
    return Clause(
        frame.span.begin,
        frame.span.end,
        view.text,
        _subject(view.scene, frame),
        () if silent(view.scene, frame) else tuple(agent.label for agent in stand.agents),
        stand.status.value if stand.status else None,
        stand.year,
        stand.item.ordinal if stand.item else None,
        tuple(_phrase(view.scene, phrase) for phrase in frame.phrases),
        tuple(_unfired(view, _fired(frame, claims, mentions))),
    )


def _subject(scene: Scene, frame: Frame) -> str | None:
    return scene.said(frame.subject) if frame.subject and frame.subject.end > frame.subject.begin else None


def _phrase(scene: Scene, phrase: Phrase) -> VerbPhrase:
    return VerbPhrase(
        scene.said(phrase.span),
        phrase.verb,
        scene.said(phrase.object),
        tuple(sorted(phrase.classes)),
        phrase.action,
        phrase.manner,
        phrase.frame,
        phrase.negated,
    )


def _fired(frame: Frame, claims: list[Claim], mentions: list[Mention]) -> frozenset[str]:
    """The rules whose facts are about what the clause names; a fact about nothing named here counts everywhere."""
    here = {m.entity.iri for m in mentions if frame.span.begin <= m.span.begin < frame.span.end}
    anywhere = {m.entity.iri for m in mentions}
    return frozenset(c.rule for c in claims if c.object.iri in here or c.object.iri not in anywhere)


def _unfired(view: View, fired: frozenset[str]) -> Iterator[Unfired]:
    for row in ROWS:
        if row.id not in fired and (reason := why_not(row.id, view)):
            yield Unfired(row.id, reason)


def _fact(claim: Claim) -> Fact:
    held = {name: value for name in QUALIFIERS if (value := getattr(claim, name))}
    said = {
        name: "、".join(value) if isinstance(value, tuple) else str(value) for name, value in held.items()
    }
    return Fact(claim.subject.label, claim.predicate, claim.object.label, claim.rule, said)
