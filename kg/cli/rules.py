"""List the rules that facts come from, with what each needs and sentences where it fires and does not."""

from __future__ import annotations

import click


@click.command(epilog="Example: kg rules pursues-goal --format json")
@click.argument("rule", nargs=-1, metavar="[RULE]...")
@click.option("--format", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="For people, or for programs.")  # fmt: skip
def command(rule: tuple[str, ...], format: str) -> None:
    """List the rules that facts come from.

    RULE is the id that stands in pol:rule, or a predicate; without one, all of them. A rule by itself
    is shown with its sentences.
    """
    import json
    from dataclasses import asdict

    from kg import tables
    from kg.errors import QueryError
    from kg.rules.table import ROWS

    wanted = {name.removeprefix("pol:").removeprefix("org:") for name in rule}
    rows = [row for row in ROWS if not rule or {row.id, row.predicate} & wanted]
    if strange := wanted - {name for row in rows for name in (row.id, row.predicate)}:
        raise QueryError(f"no rule {', '.join(sorted(strange))}: kg rules lists them")
    if format == "json":
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))
    elif rule:
        for row in rows:
            click.echo(f"{row.id} -> {row.predicate}\n  {row.zh}\n  {row.en}\n  needs: {row.needs}")
            for mark, said in (("+", row.examples), ("-", row.counterexamples)):
                click.echo("".join(f"  {mark} {one}\n" for one in said), nl=False)
    else:
        cells = [(row.id, row.predicate, row.zh, row.needs) for row in rows]
        click.echo(tables.text(("rule", "predicate", "what it says", "what it needs"), cells), nl=False)
