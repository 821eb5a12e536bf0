"""The page's data as JSON: columns in chunks of a size that a browser reads without a pause, packed where large."""

from __future__ import annotations

import base64
import json
import re
import zlib
from dataclasses import astuple
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pypinyin import Style, lazy_pinyin

from kg.model import QUALIFIERS
from kg.render.network import OPENING, PageNetwork
from kg.render.words import ACTIONS, CLASSES, PREDICATES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.render.contents import Contents, Text

PLAIN = 1_500_000
"""Up to this many characters the data stands in the page as it is; beyond, each chunk is deflated."""
ROWS = 4_000
LETTERS = 400_000
"""Rows, and characters of text, in a chunk."""
CHINESE = re.compile(r"[㐀-鿿]")

Columns = dict[str, list[Any]]


def island(network: PageNetwork, contents: Contents) -> str:
    """The JSON of the page's data island. No `<` stands in it, so that no text can end or begin a tag."""
    chunks = [_json(chunk) for chunk in _chunks(network, contents)]
    packed = sum(map(len, chunks)) > PLAIN
    body = [_json(_deflated(chunk)) for chunk in chunks] if packed else chunks
    return f'{{"meta":{_json(_meta(network, contents, packed=packed))},"chunks":[{",".join(body)}]}}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _deflated(chunk: str) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(packer.compress(chunk.encode()) + packer.flush()).decode()


def _meta(network: PageNetwork, contents: Contents, *, packed: bool) -> dict[str, Any]:
    kinds = {node["group"] for node in network.nodes}
    titles = {edge["qualifiers"].get("title") for edge in network.edges}
    return {
        "title": network.heading,
        "packed": packed,
        "opening": OPENING,
        "classes": [[kind, *astuple(looks)] for kind, looks in CLASSES.items() if kind in kinds],
        "predicates": [[name, *_words(name, contents.words)] for name in _predicates(network)],
        "statuses": [[name, *words] for name, words in STATUSES.items()],
        "actions": [[name, *words] for name, words in ACTIONS.items()],
        "titles": {zh: en for zh, en in contents.titles.items() if zh in titles},
        "items": [[*item] for item in contents.items.values()],
    }


def _predicates(network: PageNetwork) -> list[str]:
    used = {edge["label"] for edge in network.edges}
    return [name for name in PREDICATES if name in used] + sorted(used - PREDICATES.keys())


def _words(name: str, ontology: dict[str, dict[str, str]]) -> tuple[str, str]:
    known = PREDICATES.get(name)
    said = ontology.get(name, {})
    return known or (said.get("zh") or name, said.get("en") or name)


def _chunks(network: PageNetwork, contents: Contents) -> Iterator[dict[str, Any]]:
    """The chunks in the order in which the page needs them: what it draws first, then what it shows on demand."""
    yield from _tables("nodes", list(_nodes(network)))
    yield from _tables("facts", list(_facts(network, contents)))
    rows = [{"doc": s.text, "begin": s.begin, "end": s.end, "quote": s.quote} for s in contents.sentences]
    yield from _tables("sentences", rows)
    yield from _texts(contents, network)


def _tables(name: str, rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for begin in range(0, max(len(rows), 1), ROWS):
        yield {"table": name, "columns": _columns(rows[begin : begin + ROWS])}


def _columns(rows: Iterable[dict[str, Any]]) -> Columns:
    """Rows as columns.

    >>> _columns([{"a": 1, "b": 2}, {"a": 3, "b": 4}])
    {'a': [1, 3], 'b': [2, 4]}
    """
    columns: Columns = {}
    for row in rows:
        for name, value in row.items():
            columns.setdefault(name, []).append(value)
    return columns


def _nodes(network: PageNetwork) -> Iterator[dict[str, Any]]:
    kinds = [kind for kind in CLASSES if any(node["group"] == kind for node in network.nodes)]
    for node in network.nodes:
        yield {
            "iri": node["id"],
            "kind": kinds.index(node["group"]),
            "zh": node["label"],
            "pinyin": pinyin((node["label"], *node["names"])),
        } | {name: node.get(name) or 0 for name in ("en", "names", "when", "where", "x", "y", "near")}


def pinyin(names: Iterable[str]) -> str:
    """The names as typed in pinyin: whole and by initials, without tones.

    >>> pinyin(["潘功胜", "IMF"])
    'pangongsheng pgs'
    """
    said = []
    for name in names:
        if CHINESE.search(name):
            syllables = lazy_pinyin(name, style=Style.NORMAL, errors="default")
            said += ["".join(syllables).lower(), "".join(part[:1] for part in syllables).lower()]
    return " ".join(dict.fromkeys(said))


def _facts(network: PageNetwork, contents: Contents) -> Iterator[dict[str, Any]]:
    numbers = {node["id"]: number for number, node in enumerate(network.nodes)}
    places = {name: place for place, name in enumerate(_predicates(network))}
    items = {iri: place for place, iri in enumerate(contents.items)}
    for edge in network.edges:
        said = edge["qualifiers"]
        rest = {name: said.get(name, 0) for name in (*QUALIFIERS, "rule", "title")} | {
            "item": items.get(said.get("item"), -1)
        }
        ends = {"from": numbers[edge["from"]], "to": numbers[edge["to"]], "predicate": places[edge["label"]]}
        yield ends | {"sentences": edge["sentences"]} | rest


def _texts(contents: Contents, network: PageNetwork) -> Iterator[dict[str, Any]]:
    numbers = {node["id"]: number for number, node in enumerate(network.nodes)}
    named: list[list[int]] = [[] for _ in contents.texts]
    for text, begin, end, iri in contents.mentions:
        if iri in numbers:
            named[text] += [numbers[iri], begin, end]
    rows = [_text(text, marks) for text, marks in zip(contents.texts, named, strict=True)]
    sizes = [len(text.text or "") for text in contents.texts]
    for begin, end in pairwise(_cuts(sizes)):
        yield {"table": "docs", "columns": _columns(rows[begin:end])}


def _text(text: Text, marks: list[int]) -> dict[str, Any]:
    names = ("identifier", "title", "issued", "publisher", "source", "text")
    return {name: getattr(text, name) for name in names} | {"mentions": marks}


def _cuts(sizes: Sequence[int]) -> list[int]:
    """Where to cut documents into chunks of about `LETTERS` characters.

    >>> _cuts([300_000, 200_000, 10, 10])
    [0, 2, 4]
    """
    cuts, total = [0], 0
    for place, size in enumerate(sizes, 1):
        total += size + 200
        if total >= LETTERS or place == len(sizes):
            cuts.append(place)
            total = 0
    return cuts
