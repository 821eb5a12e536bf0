"""What a loaded vocabulary is: plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model import Entry, Tenure, Verb


@dataclass(frozen=True, slots=True)
class PostTitle:
    """A title that posts have ("行长"), with its other forms; a higher rank stands higher, from 1 to 11."""

    iri: str
    word: str
    label_en: str | None = None
    aliases: tuple[str, ...] = ()
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file that the vocabulary was read from: its name as it was given, and its SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that is known before any document is read.

    `entries` are by IRI, relative to the base where they are ours. `surfaces` has each label to match,
    folded as documents are, with the IRIs of the entries that it may name, sorted. `not_labels` are
    strings that swallow a label inside them and name nothing. `post_titles` has every form of every title.
    `shared` are the labels that a user's files give to several entries: texts name the first by IRI.
    `trig` is the vocabulary's graph block.
    """

    entries: Mapping[str, Entry]
    tenures: tuple[Tenure, ...]
    verbs: tuple[Verb, ...]
    titles: tuple[PostTitle, ...]
    post_titles: tuple[str, ...]
    surfaces: Mapping[str, tuple[str, ...]]
    not_labels: tuple[str, ...]
    shared: tuple[str, ...]
    trig: str
    sources: tuple[Source, ...]
    sha256: str
