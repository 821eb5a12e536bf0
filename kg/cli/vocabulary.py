"""Keep the vocabulary's files in order: format, check, recount, sum up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

FILES = click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE]...")


@click.group(epilog="Example: kg vocabulary fmt, then kg vocabulary check.")
def command() -> None:
    """Keep the vocabulary's files in order.

    FILE is a Turtle file of the vocabulary or a folder of them (to be checked, a table too); without one, the
    package's own.
    """


@command.command(epilog="Example: kg vocabulary fmt ontology/vocabulary/tools.ttl")
@FILES
@click.option("--check", is_flag=True, help="Write nothing; name the files that are not in form, exit 1.")
def fmt(files: tuple[Path, ...], *, check: bool) -> None:
    """Sort the files, one block an entry, and keep their comments."""
    from kg.vocabulary.files import formatted, read, write

    changed = [
        (file.path, text) for file in map(read, _paths(files)) if (text := formatted(file)) != file.text
    ]
    for path, text in changed:
        click.echo(path)
        if not check:
            write(path, text)
    if check and changed:
        raise SystemExit(1)


@command.command(name="check", epilog="Example: kg vocabulary check")
@FILES
def check_(files: tuple[Path, ...]) -> None:
    """Name everything that is wrong, with file and line; exit 1 if anything is."""
    from kg.vocabulary.check import check

    problems = check(_paths(files))
    for problem in problems:
        click.echo(problem)
    click.echo(f"{len(problems):,} problems", err=True)
    if problems:
        raise SystemExit(1)


@command.command(epilog="Example: kg vocabulary count news.tar.xz")
@click.argument("corpus", nargs=-1, required=True, metavar="CORPUS...")
@click.option(
    "--file", "files", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="FILE",
    help="Rewrite only this file. May be repeated.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Print the counts; rewrite nothing.")
def count(corpus: tuple[str, ...], files: tuple[Path, ...], *, dry_run: bool) -> None:
    """Count the documents that name each entry, and write pol:attestedIn; print the files that changed.

    A label that names two entries, or that stands inside a longer label, does not count.
    CORPUS is anything that kg build reads.
    """
    from kg import attest
    from kg.cli import _corpus
    from kg.vocabulary.entries import nodes
    from kg.vocabulary.files import formatted, read, write

    book = list(map(read, _paths(())))
    graph = nodes([triple for file in book for triple in file.triples])
    counts = attest.count((document.folded for document in _corpus.documents(corpus)), graph)
    if dry_run:
        click.echo("".join(f"{counts[iri]}\t{iri}\n" for iri in sorted(counts)), nl=False)
    for file in () if dry_run else map(read, _paths(files)):
        text = formatted(file, attest.with_counts(file.triples, counts))
        if text != file.text:
            write(file.path, text)
            click.echo(file.path)
    _corpus.finish()


@command.command(epilog="Example: kg vocabulary stats")
def stats() -> None:
    """Say how many entries, labels and terms of office there are, by class."""
    from collections import Counter

    from kg.vocabulary import load

    words = load()
    rows = Counter(entry.kind.value for entry in words.entries.values())
    rows.update(
        f"{entry.kind} / {entry.type}" for entry in words.entries.values() if entry.type != entry.kind
    )
    others = {
        "terms of office": len(words.tenures),
        "post titles": len(words.titles),
        "action verbs": len(words.verbs),
        "labels to match": len(words.surfaces),
    }
    for name, number in (*sorted(rows.items()), *others.items()):
        click.echo(f"{number:7,}  {name}")


def _paths(files: Sequence[Path]) -> list[Path]:
    """The files, those in the folders, or the package's own."""
    from kg.vocabulary import file_paths

    if not files:
        return file_paths()
    return [path for file in files for path in (file_paths(file) if file.is_dir() else [file])]
