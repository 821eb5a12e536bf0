"""Show how a text is read: names, clauses, facts with their rules, and the rules that did not fire and why."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from kg.explain import Clause, Explained, Explanation, VerbPhrase
    from kg.model import Document

FAINT, STRONG, RULE, NO = "dim", "bold", "green", "yellow"


@click.command(epilog="Example: kg explain '中国人民银行加强调查研究，保持流动性合理充裕。'")
@click.argument("text", metavar="TEXT|FILE|-")
@click.option("--at", type=click.IntRange(0), metavar="OFFSET",
              help="Only the sentence that holds this character of the text (from 0).")  # fmt: skip
@click.option("--format", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="For people, or for programs: a JSON object a document, each on one line.")  # fmt: skip
@click.option(
    "--vocabulary", multiple=True, type=click.Path(exists=True, path_type=Path), metavar="FILE",
    help="Your own words, which win over ours. May be repeated.",
)  # fmt: skip
def command(text: str, at: int | None, format: str, vocabulary: tuple[Path, ...]) -> None:
    """Show how a text is read.

    For each sentence: its names with their entities and why they were linked; its clauses with subject,
    agent, verb, object, status and year; its facts with the rule that found each; and the rules that had
    a cue in the clause and did not fire, with the need that was not met.
    """
    from kg.cli import _corpus
    from kg.errors import InputError
    from kg.explain import explain
    from kg.reading import Reader
    from kg.vocabulary import load

    reader = Reader(load(vocabulary))
    for document in _documents(text):
        explained = explain(document, reader, at=at)
        if at is not None and not explained.sentences:
            raise InputError(f"no sentence holds character {at} of {len(document.text)}: name one that does")
        _print(document.identifiers[0], explained, format)
    _corpus.finish()


def _documents(text: str) -> Iterator[Document]:
    """The documents of a file, of standard input, or of the argument itself."""
    from kg.cli import _corpus
    from kg.errors import InputError
    from kg.normalise import document
    from kg.sources import supported

    if not text.strip():
        raise InputError("no text to explain: give a sentence, a file, or - for standard input")
    named = supported(text) and not any(map(str.isspace, text))
    if text == "-" or named or os.path.exists(text):  # noqa: PTH110  a text too long for a path must not raise
        yield from _corpus.documents([text])
    else:
        yield document(text, identifier="-")


def _print(identifier: str, explained: Explanation, format: str) -> None:
    if format == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps({"document": identifier, **asdict(explained)}, ensure_ascii=False))
        return
    from rich.console import Console

    console = Console(highlight=False)
    if identifier not in ("-", "stdin"):
        console.print(_row((identifier, FAINT)), soft_wrap=True)
    for line in _lines(explained):
        console.print(line, soft_wrap=True)


def _row(*parts: tuple[str, str] | str) -> Text:
    from rich.text import Text

    return Text.assemble(*parts)


def _lines(explained: Explanation) -> Iterator[Text]:
    known = (("its meeting", explained.meeting), ("held by", explained.host), ("今年", explained.year))
    if held := "   ".join(f"{name}: {value}" for name, value in known if value):
        yield _row((held, FAINT))
    for sentence in explained.sentences:
        yield _row("")
        yield from _sentence(sentence)


def _sentence(one: Explained) -> Iterator[Text]:
    yield _row((one.text, STRONG), (f"  {one.begin}-{one.end}", FAINT))
    for name in one.names:
        entity = f"{name.kind} " + (name.label if name.label != name.text else "")
        yield _row(
            f"  {name.text}  ", (entity.strip(), RULE), (f"  {name.begin}-{name.end} {name.reason}", FAINT)
        )
    for clause in one.clauses:
        yield from _clause(clause)
    for fact in one.facts:
        said = " ".join(f"{name}={value}" for name, value in fact.qualifiers.items())
        yield _row(
            "  = ",
            (f"{fact.subject} {fact.predicate} {fact.object}", STRONG),
            (f"  [{fact.rule}]", RULE),
            f"  {said}",
        )


def _clause(one: Clause) -> Iterator[Text]:
    held = (
        ("subject", one.subject), ("agent", "、".join(one.agents)), ("status", one.status),
        ("year", one.year), ("item", one.item),
    )  # fmt: skip
    yield _row(f"  | {one.text}  ", ("  ".join(f"{name}: {value}" for name, value in held if value), FAINT))
    for phrase in one.phrases:
        yield _row(f"      {phrase.verb} + {phrase.object}  ", (_meant(phrase), FAINT))
    for unfired in one.unfired:
        yield _row((f"      not {unfired.rule}: {unfired.reason}", NO))


def _meant(phrase: VerbPhrase) -> str:
    held = (
        "、".join(phrase.classes), phrase.action or "", phrase.role and f"as {phrase.role}",
        phrase.manner and f"manner: {'、'.join(phrase.manner)}", "negated" if phrase.negated else "",
    )  # fmt: skip
    return "  ".join(part for part in held if part)
