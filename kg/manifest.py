"""manifest.json: what a graph was built from and with. Deterministic: no clock, no absolute path."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import kg
from kg.errors import GraphError

NAME = "manifest.json"
DECISIVE = (
    "ahocorasick_rs", "charset-normalizer", "defusedxml", "jieba", "lxml", "opencc",
    "pypdfium2", "python-docx", "rjieba", "trafilatura",
)  # fmt: skip
"""The dependencies whose version can change what a document says."""


@dataclass(frozen=True, slots=True, order=True)
class Record:
    """An input that was read: its identifier, the SHA-256 of its bytes, its document's relative IRI."""

    identifier: str
    sha256: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What decides the text of a document's block: while it is the same, old blocks can be kept.

    `vocabulary` has each file's name and SHA-256; `vocabulary_class` is for words of a user's that name none.
    """

    kg: str
    code: str
    dependencies: dict[str, str]
    vocabulary: dict[str, str]
    vocabulary_class: str | None
    base: str
    format: str
    text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A build: its settings, its inputs, where each block stands in the graph's file, the counts."""

    settings: Settings
    inputs: tuple[Record, ...] = ()
    blocks: dict[str, tuple[int, int]] = field(default_factory=dict)
    graph: str = ""
    sha256: str = ""
    counts: dict[str, Any] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """What the entities' IRIs begin with."""
        return self.settings.base


def settings(
    *, vocabulary: dict[str, str], vocabulary_class: str | None, base: str, format: str, text: bool
) -> Settings:
    """The settings of a build with this program on this machine."""
    return Settings(
        kg=kg.__version__,
        code=code_hash(),
        dependencies={name: _version(name) for name in DECISIVE},
        vocabulary=vocabulary,
        vocabulary_class=vocabulary_class,
        base=base,
        format=format,
        text=text,
    )


@cache
def code_hash() -> str:
    """The SHA-256 over the program's own source: a changed program keeps no old block."""
    here = Path(__file__).parent
    digest = sha256()
    for path in sorted(here.rglob("*.py"), key=lambda path: path.relative_to(here).as_posix()):
        digest.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def read(folder: Path) -> Manifest:
    """The manifest of a folder that `kg build` wrote; GraphError where there is none that can be used."""
    path = folder / NAME
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise GraphError(
            f"{folder}: no graph here: build one first (kg build PATH... -o {folder})"
        ) from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise GraphError(
            f"{path}: not a manifest of this version of kg build: remove it and build again, or name another folder"
        ) from error


def from_json(text: str) -> Manifest:
    """Read back what `to_json` wrote."""
    data = json.loads(text)
    return Manifest(
        settings=Settings(**data["settings"]),
        inputs=tuple(Record(**each) for each in data["inputs"]),
        blocks={iri: (begin, length) for iri, (begin, length) in data["blocks"].items()},
        graph=data["graph"],
        sha256=data["sha256"],
        counts=data["counts"],
    )


def to_json(manifest: Manifest) -> str:
    """The manifest as JSON: an input and a block a line, so that two builds can be compared."""
    data = asdict(manifest)
    head = {key: data[key] for key in ("settings", "graph", "sha256", "counts")}
    lines = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    inputs = ",\n  ".join(json.dumps(each, ensure_ascii=False) for each in data["inputs"])
    blocks = ",\n  ".join(
        f"{json.dumps(iri)}: {list(place)}" for iri, place in sorted(data["blocks"].items())
    )
    return f'{lines},\n "inputs": [\n  {inputs}\n ],\n "blocks": {{\n  {blocks}\n }}\n}}\n'


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
