"""The graph on disk: open, query, load, dump. The only door to pyoxigraph."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self, TypeAlias

import pyoxigraph as ox

from kg import manifest
from kg.errors import GraphError, QueryError
from kg.sparql import explained, names_graphs
from kg.terms import BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

    from networkx import MultiDiGraph
    from rdflib import Dataset

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Result: TypeAlias = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean

FOLDER = "store"
FAILURES = (SyntaxError, ValueError, RuntimeError, OSError)
"""What pyoxigraph raises over a query that it cannot run."""
BATCH = 8_000_000
"""How many characters of graphs are loaded at once: what bounds the memory of a build."""
TABLE_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
"""How rows and a yes or no are written."""
TRIPLE_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "xml": ox.RdfFormat.RDF_XML,
    "json": ox.RdfFormat.JSON_LD,
}
"""How the triples of CONSTRUCT and DESCRIBE are written."""
QUAD_FORMATS = {"trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS}
"""How a whole graph is written."""


class Graph:
    """A built graph, read-only. The default graph of a query is the union of all, unless the query says FROM.

    A triple that stands in several documents matches once for each of them: count with DISTINCT.
    `base` is what relative IRIs in a query stand on; `directory` is None for a graph in memory.

    >>> graph = load_graph('<doc/a> { <official/a> <http://www.w3.org/2004/02/skos/core#prefLabel> "甲"@zh }')
    >>> list(graph.rows("SELECT ?o ?l { ?o skos:prefLabel ?l }"))
    [('https://w3id.org/policykg/id/official/a', '甲')]
    """

    def __init__(self, store: ox.Store, *, base: str = BASE, directory: Path | None = None) -> None:
        """Wrap an open store."""
        self.store = store
        self.base = base
        self.directory = directory

    def query(self, sparql: str, **bindings: object) -> Result:
        """Run a SPARQL 1.1 query; the contract's prefixes are declared already.

        SELECT gives rows (`row["name"]`, `row[0]`, each a term or None), CONSTRUCT and DESCRIBE give
        triples, ASK something true or false. `bindings` set variables that the query gives back: a term
        of pyoxigraph or rdflib as it is, a str, int, float or bool as a literal. QueryError says where.
        """
        try:
            return self.store.query(
                sparql,
                base_iri=self.base,
                prefixes=PREFIXES,
                use_default_graph_as_union=not names_graphs(sparql),
                substitutions={ox.Variable(name): term(value) for name, value in bindings.items()},
            )
        except FAILURES as error:
            raise QueryError(explained(sparql, str(error))) from error

    def rows(self, sparql: str, **bindings: object) -> Iterator[tuple[str | None, ...]]:
        """The rows of a SELECT as plain values: an IRI or a literal's text, None where unbound."""
        result = self.query(sparql, **bindings)
        if not isinstance(result, ox.QuerySolutions):
            raise QueryError("rows are what SELECT gives: this query is of another form")
        return _plain(result)

    def __len__(self) -> int:
        """How many quads there are."""
        return len(self.store)

    def iri(self, relative: str) -> ox.NamedNode:
        """A node by its IRI, which may be relative to the base, ready to be bound in a query."""
        return ox.NamedNode(relative if ":" in relative else self.base + relative)

    def dataset(self) -> Dataset:
        """An rdflib Dataset over the same store (its default graph is the union), through oxrdflib."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        dataset = Dataset(store=OxigraphStore(store=self.store), default_union=True)
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace, replace=True)
        return dataset

    def networkx(self) -> MultiDiGraph[str]:
        """The entities as nodes and the facts as edges; see `kg.analysis.network`."""
        from kg.analysis import network

        return network(self)

    def dump(self, output: str | Path | IO[bytes], *, format: str = "nq") -> None:
        """Write all quads, in the store's order, to a file: "nq" or "trig"."""
        target = str(output) if isinstance(output, Path) else output
        ox.serialize(self.store, target, format=QUAD_FORMATS[format], prefixes=PREFIXES, base_iri=self.base)


def open_graph(directory: str | Path = "output") -> Graph:
    """Open, to read, what `kg build` wrote into a folder; several may read at once.

    GraphError where there is no graph, or only a part of one.
    """
    folder = Path(directory)
    return open_store(folder, base=manifest.read(folder).base)


def open_store(folder: Path, *, base: str = BASE) -> Graph:
    """Open the store in a folder, without asking for its manifest."""
    try:
        return Graph(ox.Store.read_only(str(folder / FOLDER)), base=base, directory=folder)
    except OSError as error:
        raise GraphError(f"{folder / FOLDER}: cannot be opened ({error}): build the graph again") from error


def load_graph(trig: str | bytes | Path, *, base: str = BASE) -> Graph:
    """A graph in memory from TriG text or from a .trig or .nq file; GraphError where it does not parse."""
    store = ox.Store()
    suffix = trig.suffix[1:] if isinstance(trig, Path) else "trig"
    _load(store, trig, base, QUAD_FORMATS[suffix])
    return Graph(store, base=base)


class Loader:
    """Loads named graphs into a new store on disk, in a thread of its own, while their texts are still made.

    Leave the `with` block, after `finish`, to wait for it; what goes wrong in the thread is raised there or in `add`.
    """

    def __init__(self, folder: Path, *, prefixes: str, format: str, base: str = BASE) -> None:
        """Make the store in `folder`; the texts are TriG that needs `prefixes`, or N-Quads."""
        self.store = ox.Store(str(folder / FOLDER))
        self.prefixes = prefixes if format == "trig" else ""
        self.format = QUAD_FORMATS[format]
        self.base = base
        self.texts: list[str] = []
        self.size = 0
        self.pool = ThreadPoolExecutor(1)
        self.running: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._wait()
        finally:
            self.pool.shutdown()
            del self.store

    def add(self, text: str) -> None:
        """Load a graph's text, now or with the next ones."""
        self.texts.append(text)
        self.size += len(text)
        if self.size > BATCH:
            self._hand_over()

    def replace(self, graphs: dict[str, str]) -> None:
        """Load these texts in the place of the graphs of these names (relative IRIs)."""
        self._hand_over()
        self._wait()
        for iri in graphs:
            self.store.remove_graph(ox.NamedNode(self.base + iri))
        for text in graphs.values():
            self.add(text)

    def finish(self) -> None:
        """Load what is left, then put the store in order, all in the thread; nothing is added after it."""
        self._hand_over()
        if self.running:
            self.running = self.pool.submit(_settle, self.store, self.running)

    def _hand_over(self) -> None:
        self._wait()
        text = "".join([self.prefixes, *self.texts])
        self.texts, self.size = [], 0
        self.running = self.pool.submit(_load, self.store, text, self.base, self.format)

    def _wait(self) -> None:
        if self.running:
            self.running.result()


def nquads(trig: str, *, base: str = BASE) -> str:
    r"""TriG as N-Quads, a quad a line, sorted; blank nodes get canonical names.

    >>> nquads('<doc/a> { <a> <b> 1 }', base="http://x/")
    '<http://x/a> <http://x/b> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <http://x/doc/a> .\n'
    """
    dataset = ox.Dataset(ox.parse(trig, format=ox.RdfFormat.TRIG, base_iri=base))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return "".join(sorted(f"{quad} .\n" for quad in dataset))


def term(value: object) -> Term:
    """A value as a term: a term of pyoxigraph or rdflib as it is, anything else as a literal."""
    if isinstance(value, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple):
        return value
    if hasattr(value, "n3"):
        from oxrdflib._converter import to_ox

        return to_ox(value)  # type: ignore[return-value, arg-type]
    if isinstance(value, str | bool | int | float):
        return ox.Literal(value)
    raise QueryError(f"{value!r} cannot stand in a query: give a str, a number or a term")


def form(result: Result) -> str:
    """What a query gave: "rows", "triples" or "truth"."""
    if isinstance(result, ox.QuerySolutions):
        return "rows"
    return "triples" if isinstance(result, ox.QueryTriples) else "truth"


def cells(result: Result) -> tuple[list[str], list[list[str]]]:
    """The names of the columns and the plain values of rows or triples; "" where unbound."""
    if isinstance(result, ox.QuerySolutions):
        names = [variable.value for variable in result.variables]
        return names, [[value or "" for value in row] for row in _plain(result)]
    with _running():
        triples = [] if isinstance(result, ox.QueryBoolean) else sorted(result, key=str)
    return ["subject", "predicate", "object"], [[_text(part) for part in triple] for triple in triples]


def serialize(result: Result, format: str) -> bytes:
    """What a query gave, in one of TABLE_FORMATS or, for triples, of TRIPLE_FORMATS."""
    with _running():
        if isinstance(result, ox.QueryTriples):
            triples = sorted(result, key=str)
            return ox.serialize(triples, format=TRIPLE_FORMATS[format], prefixes=PREFIXES) or b""
        return result.serialize(format=TABLE_FORMATS[format]) or b""


def _load(store: ox.Store, source: str | bytes | Path, base: str, format: ox.RdfFormat) -> None:
    path = str(source) if isinstance(source, Path) else None
    text = None if isinstance(source, Path) else source
    try:
        store.bulk_load(text, format=format, path=path, base_iri=base)
    except (SyntaxError, OSError) as error:
        raise GraphError(f"{path or 'TriG'}: not a graph that can be loaded: {error}") from error


def _settle(store: ox.Store, loaded: Future[None]) -> None:
    loaded.result()
    store.optimize()
    store.flush()


def _plain(result: ox.QuerySolutions) -> Iterator[tuple[str | None, ...]]:
    with _running():
        for row in result:
            yield tuple(None if value is None else _text(value) for value in row)


def _text(value: Any) -> str:  # noqa: ANN401  any term
    return value.value if isinstance(value, ox.NamedNode | ox.Literal | ox.BlankNode) else str(value)


@contextmanager
def _running() -> Iterator[None]:
    """What goes wrong while the rows come in (a SERVICE that does not answer) is the query's."""
    try:
        yield
    except FAILURES as error:
        raise QueryError(explained("", str(error))) from error
