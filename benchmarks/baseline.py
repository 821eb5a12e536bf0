"""Persons and institutions by distinct name, on the annotated documents: stock taggers beside ours.

    python benchmarks/baseline.py [--gold ../shared/gold/dev] [--corpus ../shared/corpus/docs]

Each tagger gives the words that it tags as a person (nr...) or an organisation (nt); a word is right if it is
one of the names of an annotated entity that nothing else has matched. Prints a Markdown table with F1,
precision and recall.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import jieba.posseg
import rjieba

from kg.pipeline import build
from kg.sources import find_inputs, read_documents
from kg.store import open_graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.store import Graph

Names = list[frozenset[str]]
"""The entities of a document, each as the set of its names."""

SHARED = Path(__file__).parents[2] / "shared"
CLASSES = {"Official": "nr", "Institution": "nt"}
"""The annotated class, and what jieba's tags for it begin with."""
NAMES = """SELECT DISTINCT ?e ?name {{ ?d dcterms:identifier "{file}" .
  GRAPH ?d {{ ?m itsrdf:taIdentRef ?e ; nif:anchorOf ?anchor }} ?e a pol:{kind} .
  {{ BIND(STR(?anchor) AS ?name) }} UNION {{ ?e skos:prefLabel|skos:altLabel ?label BIND(STR(?label) AS ?name) }} }}"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, default=SHARED / "gold/dev")
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus/docs")
    options = parser.parse_args()
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(options.gold.glob("*.json"))]
    files = [options.corpus / gold["file"] for gold in golds]
    with tempfile.TemporaryDirectory() as folder:
        build(files, output=folder, page=False)
        found = dict(systems(files, open_graph(folder)))
    print("| | persons F1 | P | R | institutions F1 | P | R |\n|---|---|---|---|---|---|---|")
    for system, documents in found.items():
        figures = [scores(golds, documents, kind) for kind in CLASSES]
        print(f"| {system} | " + " | ".join(f"{f1:.2f} | {p:.2f} | {r:.2f}" for p, r, f1 in figures) + " |")


def systems(files: list[Path], graph: Graph) -> Iterator[tuple[str, list[dict[str, Names]]]]:
    """Each system with what it finds in each file: the names of every class."""
    texts = [document.text for each in find_inputs(files) for document in read_documents(each)]
    yield (
        "jieba.posseg",
        [tagged((pair.word, pair.flag) for pair in jieba.posseg.cut(text)) for text in texts],
    )
    yield "rjieba", [tagged(rjieba.tag(text)) for text in texts]
    yield "policykg", [{kind: ours(graph, file.name, kind) for kind in CLASSES} for file in files]


def tagged(words: Iterable[tuple[str, str]]) -> dict[str, Names]:
    """The distinct words of each class."""
    pairs = {(normal(word), flag[:2]) for word, flag in words}
    return {
        kind: sorted((frozenset({word}) for word, flag in pairs if flag == tag and word), key=sorted)
        for kind, tag in CLASSES.items()
    }


def ours(graph: Graph, file: str, kind: str) -> Names:
    """The entities of a class that the graph finds in a file."""
    names: dict[str, set[str]] = {}
    for entity, name in graph.rows(NAMES.format(file=file, kind=kind)):
        names.setdefault(entity or "", set()).add(normal(name or ""))
    return [frozenset(each) for _, each in sorted(names.items())]


def scores(
    golds: list[dict[str, list[dict[str, str]]]], found: list[dict[str, Names]], kind: str
) -> list[float]:
    """Precision, recall and F1 over all documents."""
    right = wanted = given = 0
    for gold, documents in zip(golds, found, strict=True):
        entities = [each for each in gold["entities"] if each["type"] == kind]
        left = [{normal(name) for name in (each["label"], *each.get("aliases", []))} for each in entities]
        wanted, given = wanted + len(left), given + len(documents[kind])
        for names in documents[kind]:
            if match := next((each for each in left if each & names), None):
                left.remove(match)
                right += 1
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    return [precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)]


def normal(text: str) -> str:
    """A name without the differences that do not count: width, case, spaces, marks."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).casefold())


if __name__ == "__main__":
    main()
