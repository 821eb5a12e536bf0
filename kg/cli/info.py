"""Say what is in the graph: documents, entities by class, facts by predicate, period, size."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click


@click.command(epilog="Example: kg info --graph output")
@click.option("--graph", type=click.Path(path_type=Path), default="output", show_default=True, metavar="DIR",
              help="The folder that kg build wrote.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The same as JSON.")
def command(graph: Path, as_json: bool) -> None:  # noqa: FBT001  click passes options by name
    """Say what is in the graph: documents, entities by class, facts by predicate, period, size."""
    from kg import tables
    from kg.query import summarise
    from kg.store import open_graph

    summary = summarise(open_graph(graph))
    if as_json:
        click.echo(json.dumps(asdict(summary), ensure_ascii=False, indent=1))
        return
    period = f"{summary.first} to {summary.last}" if summary.first else "no dates"
    click.echo(f"documents  {summary.documents:,} ({period})")
    click.echo(f"mentions   {summary.mentions:,}")
    click.echo(f"quads      {summary.quads:,}")
    for title, counted in (("entities", summary.entities), ("facts", summary.facts)):
        rows = [[name, f"{count:,}"] for name, count in sorted(counted.items(), key=lambda pair: -pair[1])]
        total = f"{sum(counted.values()):,}"
        click.echo(f"\n{tables.text([title, total], rows)}", nl=False)
