"""Rows as a table: plain text for a terminal, HTML for a page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = "  "
WIDEST = 76
"""Longer cells are cut in a plain table; every other format has all of them."""


def text(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell, up to WIDEST; a Chinese character is two wide.

    >>> print(text(["name", "n"], [["央行", "2"], ["IMF", "10"]]), end="")
    name  n
    ----  --
    央行  2
    IMF   10
    """
    lines = [[cut(" ".join(cell.split())) for cell in row] for row in (header, *rows)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * wide for wide in widths])
    return "".join(f"{_line(line, widths)}\n" for line in lines)


def html(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    r"""One table, every cell escaped.

    >>> html(["a"], [["<b>"]])
    '<table>\n<thead><tr><th>a</th></tr></thead>\n<tbody>\n<tr><td>&lt;b&gt;</td></tr>\n</tbody>\n</table>\n'
    """
    head = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def width(cell: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if east_asian_width(c) in "WF" else 0 if combining(c) else 1 for c in cell)


def cut(cell: str) -> str:
    """The cell, or as much of it as fits in WIDEST columns."""
    if width(cell) <= WIDEST:
        return cell
    taken = 0
    for index, char in enumerate(cell):
        taken += width(char)
        if taken >= WIDEST:
            return cell[:index] + "…"
    return cell


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True))
    return GAP.join(padded).rstrip()
