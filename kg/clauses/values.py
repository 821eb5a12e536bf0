"""The values of a parsed clause: its subject and its verb phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import value

if TYPE_CHECKING:
    from kg.model import Span


@value
class Phrase:
    """A verb phrase: its span from the verb on, the verb, the object's span, and how it is led in."""

    span: Span
    verb: str
    classes: frozenset[str]
    action: str | None
    object: Span
    manner: tuple[str, ...] = ()
    modal: bool = False
    perfect: bool = False
    negated: bool = False
    frame: str = ""
    head: Span | None = None

    def text(self, text: str) -> str:
        """The phrase as it stands."""
        return text[self.span.begin : self.span.end]


@value
class Frame:
    """A clause: the span of its subject (None where it has none) and its verb phrases."""

    span: Span
    subject: Span | None
    phrases: tuple[Phrase, ...]
    modal: bool = False
