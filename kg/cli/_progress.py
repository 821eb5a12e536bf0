"""How far a build is: a line that moves on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EVERY = 10.0
"""Seconds between two plain lines."""
WIDTH = 66
"""How many characters of a name are shown."""


@contextmanager
def shown(*, quiet: bool) -> Iterator[Callable[[int, str], None] | None]:
    """Give the function that a build tells its progress, or None."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _on_terminal() as tell:
            yield tell
    else:
        yield _plain()


@contextmanager
def _on_terminal() -> Iterator[Callable[[int, str], None]]:
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("reading ...") as status:
        yield lambda number, name: status.update(f"{number:,}  {_plain_text(name)}")


def _plain() -> Callable[[int, str], None]:
    last = time.monotonic()

    def tell(number: int, name: str) -> None:
        nonlocal last
        if time.monotonic() - last >= EVERY:
            last = time.monotonic()
            click.echo(f"{number:,} inputs, now {name}", err=True)

    return tell


def _plain_text(name: str) -> str:
    """A file's name, safe in rich's markup, and not too long for a line."""
    from rich.markup import escape

    return escape(name if len(name) <= WIDTH else "..." + name[-WIDTH:])
