"""Print or write the ontology, its class diagram, or its page."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command(epilog="Example: kg ontology --format html -o docs/ontology.html --vocabulary")
@click.option(
    "--format", type=click.Choice(["ttl", "shapes", "svg", "html"]), default="ttl", show_default=True,
    help="The ontology, the SHACL shapes, the class diagram, or the page of documentation.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; standard output if you name none.",
)  # fmt: skip
@click.option("--vocabulary", is_flag=True, help="With html: count the vocabulary's entries by class too.")
def command(format: str, output: Path | None, vocabulary: bool) -> None:  # noqa: FBT001  click passes options by name
    """Print or write the ontology, its class diagram, or its page of documentation.

    Each is one file that needs nothing from the network, the same bytes every time.
    """
    data = _text(format, with_vocabulary=vocabulary).encode()
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(data)


def _text(wanted: str, *, with_vocabulary: bool) -> str:
    from kg import ontology_docs, resources, vocabulary

    if wanted == "svg":
        return ontology_docs.svg()
    if wanted == "html":
        return ontology_docs.page(vocabulary.load() if with_vocabulary else None)
    name = {"ttl": "policy.ttl", "shapes": "shapes.ttl"}[wanted]
    return (resources.ontology() / name).read_text(encoding="utf-8")
