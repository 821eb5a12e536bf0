"""Draw random facts and entities of a built graph, for a reader to judge: right, wrong or edge.

    python benchmarks/audit.py [GRAPH] [--seed N] [--facts N] [--entities N] [--predicate P ...] > sample.tsv
    python benchmarks/audit.py --judged sample.tsv

GRAPH is a folder that `kg build` wrote, or a graph file (.trig, .nq). Without it the finance archive is built
into a temporary folder. The same graph and seed give the same sample. Each line: verdict (empty, to be filled
in), kind (fact or entity), class or predicate, rule, subject, object, what qualifies it, the document's
identifier, and the sentence. `--judged` reads a sample back whose verdicts are filled in (r, w, e) and prints
the precision by predicate or class and by rule; an edge counts as half.
"""

from __future__ import annotations

import argparse
import csv
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ARCHIVE = Path(__file__).parents[2] / "shared/corpus/bulk/xwlb-finance.tar.xz"
SEED = 20261122
MAIN = (
    "pursues",
    "supports",
    "uses",
    "adopts",
    "servesGoal",
    "concerns",
    "holds",
    "attends",
    "issues",
    "implements",
)
CLASSES = (
    "Official",
    "Institution",
    "Meeting",
    "PolicyDocument",
    "PolicyTool",
    "PolicyGoal",
    "PolicyStance",
    "Sector",
    "Indicator",
)
PREFIXES = """
PREFIX pol: <https://w3id.org/policykg/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
FACT = """SELECT ?sl ?ol ?rule ?status ?year ?action ?file ?text {
  GRAPH ?d { <%s> rdf:subject ?s ; rdf:object ?o ; pol:rule ?rule ; prov:wasQuotedFrom ?q . ?q nif:anchorOf ?text .
    ?d dcterms:identifier ?file OPTIONAL { <%s> pol:status ?status } OPTIONAL { <%s> pol:year ?year }
    OPTIONAL { <%s> pol:action ?action } }
  ?s skos:prefLabel ?sl . ?o skos:prefLabel ?ol FILTER(lang(?sl) = "zh" && lang(?ol) = "zh") } ORDER BY ?text ?sl ?ol LIMIT 1"""
ENTITY = """SELECT ?label ?anchor ?file ?begin ?text {
  GRAPH ?d { ?m itsrdf:taIdentRef <%s> ; nif:anchorOf ?anchor ; nif:beginIndex ?begin .
    ?d dcterms:identifier ?file ; nif:isString ?text }
  <%s> skos:prefLabel ?label FILTER(lang(?label) = "zh") } ORDER BY ?file ?begin LIMIT 1"""
AROUND = 60
"""How many characters of the text stand before and after an entity's name in the sample."""


class Built:
    """A built graph, loaded for questions."""

    def __init__(self, path: Path) -> None:
        """Load a folder's graph file, or a graph file."""
        file = (
            path
            if path.is_file()
            else next(p for p in (path / "graph.trig", path / "graph.nq") if p.exists())
        )
        self.store = ox.Store()
        self.store.bulk_load(
            path=str(file), format={".nq": ox.RdfFormat.N_QUADS}.get(file.suffix, ox.RdfFormat.TRIG)
        )

    def rows(self, query: str) -> Iterator[list[str]]:
        """Yield the rows of a query over all graphs as texts, empty where unbound."""
        found = cast("ox.QuerySolutions", self.store.query(PREFIXES + query, use_default_graph_as_union=True))
        for row in found:
            yield ["" if v is None else v.value for v in row]

    def facts(self, predicate: str) -> list[str]:
        """The IRIs of the assertions with a predicate, in order."""
        name = (
            "http://www.w3.org/ns/org#holds"
            if predicate == "holds"
            else f"https://w3id.org/policykg/ontology#{predicate}"
        )
        return sorted(
            row[0]
            for row in self.rows(f"SELECT DISTINCT ?a {{ ?a a pol:Assertion ; rdf:predicate <{name}> }}")
        )

    def entities(self, kind: str) -> list[str]:
        """The IRIs of the entities of a class that some document names, in order."""
        return sorted(
            row[0] for row in self.rows(f"SELECT DISTINCT ?e {{ ?m itsrdf:taIdentRef ?e . ?e a pol:{kind} }}")
        )


def origin(iri: str) -> str:
    """Whether an entity stands in the vocabulary or was first met in a text: those are named in Chinese."""
    return "known" if iri.rpartition("/")[2].isascii() else "met"


def drawn(found: list[str], count: int, seed: str) -> list[str]:
    """Some of what was found; the same ones for the same seed."""
    return random.Random(seed).sample(found, min(count, len(found)))  # noqa: S311 (a sample, no secret)


def sample(
    built: Built, *, seed: int, facts: int, entities: int, predicates: Iterable[str]
) -> Iterator[list[str]]:
    """Yield the lines of the sample, the verdict empty."""
    for predicate in predicates:
        found = built.facts(predicate)
        for iri in drawn(found, facts, f"{seed} {predicate}"):
            for subject, object_, rule, status, year, action, file, text in built.rows(
                FACT.replace("%s", iri)
            ):
                how = " ".join(part.rpartition("#")[2] for part in (status, year, action) if part)
                yield ["", "fact", predicate, rule, subject, object_, how, file, text]
    for kind in CLASSES if entities else ():
        found = built.entities(kind)
        for iri in drawn(found, entities, f"{seed} {kind}"):
            for label, anchor, file, begin, text in built.rows(ENTITY.replace("%s", iri)):
                around = text[max(int(begin) - AROUND, 0) : int(begin) + len(anchor) + AROUND].replace(
                    "\n", " "
                )
                yield ["", "entity", kind, origin(iri), label, anchor, "", file, around]


def tally(lines: Iterable[list[str]]) -> Iterator[str]:
    """Yield the precision by predicate or class, then by rule, from lines with verdicts."""
    for title, key in (("by predicate and class", 2), ("by rule", 3)):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for line in lines:
            counts[f"{line[1]} {line[2]}" if key == 2 else f"{line[2]} {line[3]}"][line[0]] += 1
        yield f"{title}\tread\tright\tedge\twrong\tprecision"
        for name, each in sorted(counts.items()):
            read = each["r"] + each["e"] + each["w"]
            yield (
                f"{name}\t{read}\t{each['r']}\t{each['e']}\t{each['w']}\t{(each['r'] + each['e'] / 2) / read:.2f}"
                if read
                else f"{name}\t0"
            )


def _graph(path: Path | None, folder: str) -> Path:
    """The graph to draw from; the finance archive's where none is named."""
    if path is not None:
        return path
    subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-m", "kg", "build", str(ARCHIVE), "-o", folder, "--no-page", "-q"], check=True
    )
    return Path(folder)


def main() -> None:
    """Draw a sample, or tally a judged one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("graph", nargs="?", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--facts", type=int, default=100)
    parser.add_argument("--entities", type=int, default=50)
    parser.add_argument("--predicate", action="append")
    parser.add_argument("--judged", type=Path)
    asked = parser.parse_args()
    out = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    if asked.judged:
        with asked.judged.open(encoding="utf-8", newline="") as lines:
            sys.stdout.writelines(f"{line}\n" for line in tally(list(csv.reader(lines, delimiter="\t"))))
        return
    with tempfile.TemporaryDirectory() as folder:
        built = Built(_graph(asked.graph, folder))
        out.writerows(
            sample(
                built,
                seed=asked.seed,
                facts=asked.facts,
                entities=asked.entities,
                predicates=asked.predicate or MAIN,
            )
        )


if __name__ == "__main__":
    main()
