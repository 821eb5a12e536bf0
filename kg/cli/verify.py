"""Check that a graph keeps its promises: anchors, assertions, shapes, files."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import click


@click.command(epilog="Example: kg verify samples --graph output")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--graph", "directory", type=click.Path(path_type=Path), default="output", show_default=True,
    help="The folder that kg build wrote.",
)  # fmt: skip
@click.option("--shacl", is_flag=True, help="Ask pySHACL as well (slow: a second a document).")
@click.option(
    "--limit", type=click.IntRange(1), default=100, show_default=True, help="How many faults to print."
)
def command(paths: tuple[str, ...], directory: Path, shacl: bool, limit: int) -> None:  # noqa: FBT001
    """Check that a graph keeps its promises; a line a fault, and exit status 1 where there is one.

    Every mention and sentence stands at its offsets; every fact has an assertion with its sentence in
    the same graph; the SHACL shapes hold; the graph's file is the one that was built. With PATH...,
    the inputs that it was built from are read again and compared.
    """
    from kg.checks import verify

    faults = verify(directory, paths=paths, shacl=shacl)
    shown = list(islice(faults, limit))
    click.echo("".join(f"{fault}\n" for fault in shown), nl=False)
    if not shown:
        click.echo(f"{directory}: no fault", err=True)
        return
    more = sum(1 for _ in faults)
    click.echo(
        f"{directory}: {len(shown) + more:,} faults" + (f", {more:,} not shown" * bool(more)), err=True
    )
    raise SystemExit(1)
