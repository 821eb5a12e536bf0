"""Write the graph's page: one HTML file that opens from disk, without a network."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(epilog="Example: kg render -o policy.html --title 货币政策")
@click.option("--graph", type=click.Path(path_type=Path), default="output", show_default=True, metavar="DIR",
              help="The folder that kg build wrote.")  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default=None, metavar="FILE",
    help="The file to write.  [default: graph.html in that folder]",
)  # fmt: skip
@click.option("--title", default=None, help="What stands on top of the page; by default, what it is made of.")
def command(graph: Path, output: Path | None, title: str | None) -> None:
    """Write the graph as one HTML file for readers, and print the file's name.

    The page holds everything that it shows and asks nothing of any network: search, the sentence
    behind every fact, the documents' texts, a timeline, two years compared, exports.
    """
    from kg.render.page import write_page
    from kg.store import open_graph

    click.echo(write_page(open_graph(graph), output or graph / "graph.html", title=title))
