"""Ask a named question, or list the questions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.questions import Question


@click.command(epilog="Example: kg ask tools-used year=2023 --format csv")
@click.argument("name", required=False)
@click.argument("values", nargs=-1, metavar="[PARAMETER=VALUE]...")
@click.option("--param", "-p", multiple=True, metavar="PARAMETER=VALUE", help="The same; may be repeated.")
@click.option("--graph", type=click.Path(path_type=Path), default="output", show_default=True, metavar="DIR",
              help="The folder that kg build wrote.")  # fmt: skip
@click.option(
    "--format", type=click.Choice(["table", "csv", "tsv", "json", "xml", "html"]), default="table",
    show_default=True, help="How the answer is written.",
)  # fmt: skip
@click.option("--sparql", is_flag=True, help="Print the question as SPARQL, with your values, and stop.")
def command(
    name: str | None, values: tuple[str, ...], param: tuple[str, ...], graph: Path, format: str, sparql: bool  # noqa: FBT001  click passes options by name
) -> None:  # fmt: skip
    """Ask a named question; without a name, list the questions with their parameters.

    NAME is a question's number, its name, or both ("11", "tools-used", "11-tools-used"). Every row
    of an answer says where it stands: the document, the characters (from 0, end exclusive), the quote.
    """
    from kg import questions

    if name is None:
        click.echo("\n\n".join(_described(each) for each in questions.questions()))
        return
    query = questions.bind(questions.question(name), _given(values + param))
    if sparql:
        click.echo(query, nl=False)
        return
    _answer(query, graph, format)


def _answer(query: str, graph: Path, format: str) -> None:
    from kg.query import render
    from kg.store import open_graph

    opened = open_graph(graph)
    sys.stdout.buffer.write(render(opened.query(query), format, base=opened.base))
    sys.stdout.buffer.flush()


def _described(question: Question) -> str:
    """A question as it stands in the list."""
    lines = [question.name, f"    {question.zh}", f"    {question.en}"]
    for each in question.parameters:
        default = f" [{each.default or '-'}]"
        lines.append(f"      {each.name} ({each.type}){default}: {each.zh} / {each.en}")
    return "\n".join(lines)


def _given(texts: tuple[str, ...]) -> dict[str, str]:
    """The parameters' values by name."""
    from kg.errors import QueryError

    given: dict[str, str] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign:
            raise QueryError(f"{text!r} is no parameter: write PARAMETER=VALUE, as in year=2023")
        if name in given:
            raise QueryError(f"{name} is given twice: ask once for each value")
        given[name] = value
    return given
