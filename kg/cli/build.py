"""Read documents and write the graph, its store and its page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.model import Kind
from kg.terms import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.pipeline import Report

NAMED = 3
"""How many skipped files, or labels, are named."""


@click.command(
    epilog="Example: kg build samples speeches.zip https://example.org/notice.html -o output --workers 2"
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), default="output", show_default=True,
    help="The folder to write; what stands there is kept, replaced or added to.",
)  # fmt: skip
@click.option("--base", default=BASE, show_default=True, help="What the entities' IRIs begin with.")
@click.option(
    "--vocabulary", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="FILE",
    help="Your own words (SKOS, or CSV with label and class); they win over ours. May be repeated.",
)  # fmt: skip
@click.option(
    "--as", "kind", type=click.Choice([kind.value for kind in Kind]), metavar="CLASS",
    help="The class of your own words where the file names none: Sector, PolicyTool and so on.",
)  # fmt: skip
@click.option(
    "--format", type=click.Choice(["trig", "nq"]), default="trig", show_default=True,
    help="graph.trig to be read by people, or graph.nq for very large builds.",
)  # fmt: skip
@click.option("--page/--no-page", default=True, help="Write graph.html, or not.")
@click.option("--text/--no-text", default=True, help="Keep the documents' text in the graph, or not.")
@click.option("--strict", is_flag=True, help="Stop at the first input that cannot be read.")
@click.option(
    "--prune",
    is_flag=True,
    help="Withdraw documents that are not among the inputs; none where a folder or an address does not open.",
)
@click.option(
    "--workers", type=click.IntRange(1), default=1, show_default=True, help="How many processes read."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress, no last line; failures are still named.")
def command(
    paths: tuple[str, ...],
    output: Path,
    base: str,
    vocabulary: tuple[Path, ...],
    kind: str | None,
    format: str,
    page: bool,  # noqa: FBT001  click passes options by name
    text: bool,  # noqa: FBT001
    strict: bool,  # noqa: FBT001
    prune: bool,  # noqa: FBT001
    workers: int,
    quiet: bool,  # noqa: FBT001
) -> None:
    """Read documents and write the graph, its store and its page.

    PATH is a file (.txt .md .html .pdf .docx .jsonl), a folder, a glob, an archive (.zip .tar.*),
    a URL, or - for standard input. An input that has not changed is not read again. An input that
    cannot be read is named, the rest is built, and the exit status is 1.
    """
    from kg.cli import _progress
    from kg.pipeline import build

    with _progress.shown(quiet=quiet) as progress:
        report = build(
            paths, output=output, base=base, vocabulary=vocabulary,
            vocabulary_class=Kind(kind) if kind else None, format=format, page=page,
            with_text=text, strict=strict, prune=prune, workers=workers, progress=progress,
        )  # fmt: skip
    for line in _warned(report):
        click.echo(f"kg: {line}", err=True)
    if not quiet:
        click.echo(_said(report), err=True)
    if report.failures:
        raise SystemExit(1)


def _warned(report: Report) -> Iterator[str]:
    """What a build could not do as asked, a line each."""
    for failure in report.failures:
        kept = "; what it said before is kept" * failure.kept
        yield f"{failure.identifier}: not read: {failure.reason}{kept}"
    if report.shared:
        yield (
            f"your words give {_first(report.shared)} to several entries, and texts name the first by IRI: "
            "keep each label in one"
        )


def _said(report: Report) -> str:
    """What a build did, on one line."""
    replaced = f", {report.replaced:,} replaced" if report.replaced else ""
    return (
        f"{_some(report.documents, 'document')} ({_some(report.read, 'input')} read, {report.kept:,} unchanged, "
        f"{report.withdrawn:,} withdrawn{replaced}{_skipped(report.skipped)}), {_some(report.entities, 'entity', 'entities')}, "
        f"{_some(report.facts, 'fact')} in {report.seconds:.1f} s: {report.output}/"
    )


def _skipped(names: Sequence[str]) -> str:
    """How many files were skipped, and the first of them."""
    if not names:
        return ""
    return f", {_some(len(names), 'file')} skipped: {_first(names)}"


def _first(names: Sequence[str]) -> str:
    """The first names, and whether there are more."""
    return ", ".join(names[:NAMED]) + ", …" * (len(names) > NAMED)


def _some(number: int, one: str, many: str = "") -> str:
    """The number with its noun."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
