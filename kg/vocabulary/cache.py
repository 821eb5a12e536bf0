"""The compiled vocabulary, kept between runs in the user's cache; losing it costs time and nothing else."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import fields
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model import Entry, Kind, Tenure, Verb
from kg.vocabulary.values import PostTitle, Source, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

KEPT = 8
"""How many compiled vocabularies stay; the oldest go first."""


def folder() -> Path:
    """Where the compiled vocabularies lie (XDG)."""
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "policykg"


def fetch(key: str) -> Vocabulary | None:
    """The vocabulary kept under a key by this very code, or None."""
    try:
        return decode(json.loads(_path(key).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, RuntimeError):
        return None


def keep(key: str, vocabulary: Vocabulary) -> Vocabulary:
    """Keep the vocabulary under a key, whole or not at all, where that can be done; return it."""
    with suppress(OSError, RuntimeError):
        path = _path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(json.dumps(encode(vocabulary), ensure_ascii=False).encode())
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
        _prune(path.parent)
    return vocabulary


def encode(vocabulary: Vocabulary) -> dict[str, Any]:
    """The vocabulary as plain lists, dicts and strings."""
    row = {field.name: getattr(vocabulary, field.name) for field in fields(vocabulary)}
    return row | {
        "entries": _rows(vocabulary.entries.values()),
        "tenures": _rows(vocabulary.tenures),
        "verbs": [(one.word, sorted(one.classes), one.action) for one in vocabulary.verbs],
        "titles": _rows(vocabulary.titles),
        "sources": _rows(vocabulary.sources),
    }


def _rows(values: Iterable[Any]) -> list[tuple[Any, ...]]:
    """The fields of values of one class, in their order."""
    found = list(values)
    return list(map(attrgetter(*(field.name for field in fields(found[0]))), found)) if found else []


def decode(row: dict[str, Any]) -> Vocabulary:
    """The other way round from `encode`."""
    entries = [_entry(*one) for one in row["entries"]]
    return Vocabulary(
        entries={entry.iri: entry for entry in entries},
        tenures=tuple(Tenure(*one) for one in row["tenures"]),
        verbs=tuple(Verb(word, frozenset(classes), action) for word, classes, action in row["verbs"]),
        titles=tuple(PostTitle(*_tuples(one)) for one in row["titles"]),
        post_titles=tuple(row["post_titles"]),
        surfaces={label: tuple(iris) for label, iris in row["surfaces"].items()},
        not_labels=tuple(row["not_labels"]),
        shared=tuple(row["shared"]),
        trig=row["trig"],
        sources=tuple(Source(*one) for one in row["sources"]),
        sha256=row["sha256"],
    )


def _entry(iri: str, kind: str, *rest: Any) -> Entry:  # noqa: ANN401  the other fields, as they stand
    return Entry(iri, Kind(kind), *_tuples(rest))


def _tuples(values: Any) -> list[Any]:  # noqa: ANN401  a row of JSON
    return [tuple(value) if isinstance(value, list) else value for value in values]


def _path(key: str) -> Path:
    return folder() / f"vocabulary-{key[:32]}-{_code()[:16]}.json"


@cache
def _code() -> str:
    """The hash of the modules that compile: another program must not read what this one kept."""
    here = Path(__file__).parent
    modules = (
        *sorted(here.glob("*.py")),
        *(here.parent / name for name in ("model.py", "normalise.py", "turtle.py")),
    )
    return hashlib.sha256(b"".join(module.read_bytes() for module in modules)).hexdigest()


def _prune(place: Path) -> None:
    old = sorted(place.glob("vocabulary-*.json"), key=lambda path: path.stat().st_mtime)
    for path in old[:-KEPT]:
        path.unlink(missing_ok=True)
