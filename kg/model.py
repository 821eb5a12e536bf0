"""The values that flow from stage to stage: frozen, slotted, without RDF and without I/O.

Positions count Unicode code points in the normalised text of a document, from 0, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(made: type[T]) -> type[T]:
    """A slotted dataclass that nobody changes: mypy sees to that, so that making one costs no check at run time.

    A frozen one takes five times as long to make, and a document's reading makes thousands.
    """
    return dataclass(slots=True, unsafe_hash=True)(made)


class Kind(StrEnum):
    """The classes of entities; the value is the class's local name in the ontology."""

    OFFICIAL = "Official"
    INSTITUTION = "Institution"
    POST = "Post"
    MEETING = "Meeting"
    DOCUMENT = "PolicyDocument"
    TOOL = "PolicyTool"
    GOAL = "PolicyGoal"
    STANCE = "PolicyStance"
    SECTOR = "Sector"
    INDICATOR = "Indicator"


class Status(StrEnum):
    """Whether a fact is reported as done, goes on, or is to be done."""

    DONE = "Done"
    ONGOING = "Ongoing"
    PLANNED = "Planned"


class Span(NamedTuple):
    """A half-open range of code points in a document's normalised text."""

    begin: int
    end: int


@value
class Document:
    """A normalised text and what is known about it.

    `folded` has exactly as many code points as `text` (simplified characters, half-width letters
    and digits, plain spaces): stages read it, and every offset holds in both.
    """

    identifiers: tuple[str, ...]
    text: str
    folded: str
    sha256: str
    title: str | None = None
    issued: str | None = None
    publisher: str | None = None
    source: str | None = None
    language: str = "zh"

    @property
    def iri(self) -> str:
        """The document's name, relative to the base: `doc/` and 16 hex digits."""
        return f"doc/{self.sha256[:16]}"


@value
class Entry:
    """An entity of the vocabulary. `iri` is relative to the base ("institution/pboc")."""

    iri: str
    kind: Kind
    type: str
    label: str
    label_en: str | None = None
    labels: tuple[str, ...] = ()
    not_labels: tuple[str, ...] = ()
    parent: str | None = None
    since: str | None = None
    series: str | None = None
    members: tuple[str, ...] = ()


@value
class Tenure:
    """A post held by an official; dates are ISO, possibly only a year or a month, or None."""

    official: str
    institution: str
    title: str
    begin: str | None = None
    end: str | None = None


@value
class Verb:
    """An action verb: its word, the classes of facts that it makes, and what it does to a tool."""

    word: str
    classes: frozenset[str]
    action: str | None = None


@value
class Entity:
    """What a mention refers to and a claim is about: an entry of the vocabulary or a new name.

    `iri` is relative to the base. For a post, `institution` is the IRI of the body and `title` the title;
    `series` is what a dated meeting is one of.
    """

    iri: str
    kind: Kind
    label: str
    type: str | None = None
    label_en: str | None = None
    known: bool = False
    institution: str | None = None
    title: str | None = None
    begin: str | None = None
    end: str | None = None
    location: str | None = None
    series: Entity | None = None


@value
class Mention:
    """A place where an entity is named, and the reason why it was linked to it."""

    entity: Entity
    span: Span
    reason: str = ""


@value
class WorkItem:
    """A numbered item of a document: the number, the heading, and the part that it stands in."""

    iri: str
    ordinal: int
    heading: str
    span: Span
    status: Status | None = None
    year: int | None = None


@value
class Claim:
    """A fact as the text says it, with its evidence (sentences) and the rule that found it."""

    subject: Entity
    predicate: str
    object: Entity
    evidence: tuple[Span, ...]
    rule: str
    status: Status | None = None
    year: int | None = None
    action: str | None = None
    times: int | None = None
    amount: str | None = None
    manner: tuple[str, ...] = ()
    item: str | None = None
    order: int | None = None
    invited: bool = False
    confidence: float = 1.0


QUALIFIERS = (
    "status",
    "year",
    "action",
    "times",
    "amount",
    "manner",
    "item",
    "order",
    "invited",
    "confidence",
)
"""What a claim says beside its triple: how, when, in which order, how surely."""


@value
class Reading:
    """Everything that one document says."""

    document: Document
    sentences: tuple[Span, ...] = ()
    items: tuple[WorkItem, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = field(default=())
