"""The documents of what a user names; one that cannot be read is named, and the next one is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Document


def documents(paths: Sequence[str]) -> Iterator[Document]:
    """Yield them in order; `finish` says whether all could be read."""
    from kg.errors import InputError
    from kg.sources import find_inputs, read_documents

    context = click.get_current_context()
    for source in find_inputs(paths):
        try:
            yield from read_documents(source)
        except InputError as error:
            click.echo(f"kg: {error}", err=True)
            context.meta[__name__] = True


def finish() -> None:
    """End the command with exit status 1 where a document could not be read."""
    if click.get_current_context().meta.get(__name__):
        raise SystemExit(1)
