"""The words known before any document is read: ontology/vocabulary and a user's own files -> entries.

>>> load().entries["institution/pboc"].label
'中国人民银行'
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__, resources
from kg.errors import VocabularyError
from kg.terms import VOCABULARY_GRAPH
from kg.vocabulary import cache, entries, own, rdf
from kg.vocabulary.lints import labels
from kg.vocabulary.values import PostTitle, Source, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Kind
    from kg.turtle import Triple

__all__ = ["PostTitle", "Source", "Vocabulary", "file_paths", "load"]


def load(
    paths: Sequence[str | Path] = (), *, as_kind: Kind | None = None, folder: Path | None = None
) -> Vocabulary:
    """The vocabulary of the package (or of `folder`) and of the user's files, whose labels win over ours.

    `as_kind` is the class of the entries in the user's files that name none. The result is kept in the
    user's cache under the hash of everything that it depends on. Raises VocabularyError with file and line.
    """
    ours = [(path, rdf.read_bytes(path)) for path in file_paths(folder)]
    theirs = [(path, rdf.read_bytes(path)) for path in map(Path, paths)]
    sources = [_source(path.name, data) for path, data in ours] + [
        _source(str(path), data) for path, data in theirs
    ]
    key = _digest([*sources, Source(str(as_kind), __version__)])
    return cache.fetch(key) or cache.keep(
        key, _compile(ours, theirs, as_kind=as_kind, sources=tuple(sources))
    )


def file_paths(folder: Path | None = None) -> list[Path]:
    """The Turtle files of a vocabulary's folder (the package's own by default), sorted by name."""
    place = folder or resources.ontology() / "vocabulary"
    found = sorted(place.glob("*.ttl"))
    if not found:
        raise VocabularyError(f"{place}: no .ttl file there; name the folder that holds the vocabulary")
    return found


def _compile(
    ours: Sequence[tuple[Path, bytes]],
    theirs: Sequence[tuple[Path, bytes]],
    *,
    as_kind: Kind | None,
    sources: tuple[Source, ...],
) -> Vocabulary:
    triples = [triple for path, data in ours for triple in rdf.parse(data, path)]
    triples, changed = own.merge(triples, theirs, as_kind=as_kind)
    graph = entries.nodes(triples)
    known = entries.yielding({entry.iri: entry for entry in entries.entries(graph)}, changed)
    return Vocabulary(
        entries=known,
        tenures=tuple(entries.tenures(graph)),
        verbs=tuple(entries.verbs(graph)),
        titles=(titles := tuple(entries.titles(graph))),
        post_titles=tuple(sorted({word for one in titles for word in (one.word, *one.aliases)})),
        surfaces=entries.surfaces(known),
        not_labels=entries.not_labels(known),
        shared=tuple(
            rdf.literal(one.word)[0] for one in labels.shared({iri: graph[iri] for iri in sorted(changed)})
        ),
        trig=_trig(triples),
        sources=sources,
        sha256=_digest(sources),
    )


def _trig(triples: Sequence[Triple]) -> str:
    from kg.turtle import blocks

    body = "\n\n".join(text for _, text in blocks(triples))
    return f"<{VOCABULARY_GRAPH}> {{\n{body}\n}}\n"


def _source(name: str, data: bytes) -> Source:
    return Source(name, hashlib.sha256(data).hexdigest())


def _digest(sources: Sequence[Source]) -> str:
    """One hash of the names and hashes."""
    return hashlib.sha256(
        "".join(f"{one.sha256} {Path(one.name).name}\n" for one in sources).encode()
    ).hexdigest()
