"""Ask the graph in SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command(
    epilog="Example: kg query 'SELECT ?name { ?o a pol:Official; skos:prefLabel ?name }' --format csv"
)
@click.argument("query", metavar="QUERY|FILE.rq|-")
@click.option("--graph", type=click.Path(path_type=Path), default="output", show_default=True, metavar="DIR",
              help="The folder that kg build wrote.")  # fmt: skip
@click.option(
    "--format", type=click.Choice(["table", "csv", "tsv", "json", "xml", "html", "ttl", "nt"]),
    help="How the answer is written: table for rows, ttl for triples if you say nothing.",
)  # fmt: skip
def command(query: str, graph: Path, format: str | None) -> None:
    """Ask the graph in SPARQL.

    The prefixes of the contract (pol: org: skos: prov: nif: itsrdf: schema: dcterms: foaf: rdf: rdfs:
    owl: xsd:) are declared, relative IRIs stand on the graph's base, and the default graph is the
    union of all, unless the query says FROM; what several documents say comes once from each, so count
    with DISTINCT. Only a table cuts long cells.
    """
    from kg.query import render
    from kg.store import open_graph

    opened = open_graph(graph)
    answer = render(opened.query(_text(query)), format, base=opened.base)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _text(query: str) -> str:
    """The query itself, from a file, or from standard input."""
    from kg.errors import QueryError

    if query == "-":
        return sys.stdin.read()
    if not query.endswith(".rq"):
        return query
    try:
        return Path(query).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{query}: cannot be read ({error}): name a file with a SPARQL query") from error
