"""Propose words that the vocabulary lacks, as a Turtle draft."""

from __future__ import annotations

from pathlib import Path

import click

from kg.model import Kind

KINDS = {
    "official": Kind.OFFICIAL,
    "institution": Kind.INSTITUTION,
    "meeting": Kind.MEETING,
    "document": Kind.DOCUMENT,
    "tool": Kind.TOOL,
    "goal": Kind.GOAL,
    "stance": Kind.STANCE,
    "sector": Kind.SECTOR,
    "indicator": Kind.INDICATOR,
}


@click.command(epilog="Example: kg suggest news/ --kind tool --kind document --min-count 5 -o draft.ttl")
@click.argument("corpus", nargs=-1, required=True, metavar="CORPUS...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The draft to write; else it is printed.",
)
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(list(KINDS)), help="Only this class. May be repeated."
)
@click.option(
    "--min-count",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    help="How many documents must name a word.",
)
@click.option(
    "--vocabulary", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="FILE",
    help="Your own words, which are not proposed again. May be repeated.",
)  # fmt: skip
def command(
    corpus: tuple[str, ...],
    output: Path | None,
    kinds: tuple[str, ...],
    min_count: int,
    vocabulary: tuple[Path, ...],
) -> None:
    """Propose words that the vocabulary lacks, as a Turtle draft.

    Each with the number of documents that name it, the pattern that found it, and sentences. CORPUS is
    anything that kg build reads. The draft is for a person to prune; nothing is added to the vocabulary.
    """
    from kg.cli import _corpus
    from kg.suggest import suggest
    from kg.suggest.draft import draft
    from kg.vocabulary import load
    from kg.vocabulary.files import write

    proposals = suggest(
        _corpus.documents(corpus), load(vocabulary), kinds=[KINDS[kind] for kind in kinds], least=min_count
    )
    text = draft(proposals)
    if output:
        write(output, text)
        click.echo(f"{len(proposals):,} proposals: {output}", err=True)
    else:
        click.echo(text, nl=False)
    _corpus.finish()
