"""PDF files with a text layer; lines that the page width broke are joined again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.normalise import document, normalise
from kg.sources.input import LARGEST, input_error

if TYPE_CHECKING:
    from kg.model import Document
    from kg.sources.input import Input

_PAGES = 3000
_PAGE_NUMBER = re.compile("[-–—－ ]*(?:第 ?)?\\d{1,4}(?: ?页)?(?: ?/ ?\\d{1,4})?[-–—－ ]*")
_CLOSED = tuple("。！？；：.!?;:”》）")
_OPENS = re.compile(
    "[（(]?[一二三四五六七八九十]{1,3}[）)、]|\\d{1,2}[.、]|第[一二三四五六七八九十百]{1,4}[章节条]|[一二三四五六七八九十]{1,2}是"
)
_FULL, _FULL_OF_WORDS = 0.88, 0.7
"""A line at least this long, by the longest of its page, was broken by the page and not by the writer; lines
of Latin words are ragged."""


def read(source: Input) -> Document:
    """The document of a PDF; InputError where it is broken, locked or has no text layer."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        file = PdfDocument(source.data)
        pages = [file[i].get_textpage().get_text_bounded() for i in range(min(len(file), _PAGES))]
    except PdfiumError as error:
        raise input_error(source.identifier, _reason(str(error))) from error
    except Exception as error:
        raise input_error(
            source.identifier, f"is a broken PDF ({type(error).__name__}): save it again"
        ) from error
    text = "\n".join(map(unwrap, pages))
    if not normalise(text).strip():
        raise input_error(source.identifier, "has no text layer: run a text recognition (OCR) over it first")
    if len(text) > LARGEST:
        raise input_error(source.identifier, "holds too much text: split it into smaller files")
    return document(text, identifier=source.identifier)


def _reason(error: str) -> str:
    if "assword" in error:
        return "is locked with a password: save it without one"
    return f"is a broken PDF ({error.strip('. ')}): save it again"


def unwrap(page: str) -> str:
    r"""The page's text, a line a paragraph, without its number.

    >>> unwrap("标题\r\n会议强调，要坚持稳中求进工作总基调，保持流动性合理充\r\n裕。\r\n- 3 -")
    '标题\n会议强调，要坚持稳中求进工作总基调，保持流动性合理充裕。'
    """
    lines = [line.strip() for line in normalise(page.replace("\x02", "")).split("\n")]
    lines = [line for line in lines if line and not _PAGE_NUMBER.fullmatch(line)]
    longest = max(map(len, lines), default=0)
    text = ""
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        text += line + _joint(line, after, broken=_is_full(line, longest))
    return text.rstrip("\n")


def _is_full(line: str, longest: int) -> bool:
    return len(line) >= (_FULL_OF_WORDS if line[-1].isascii() else _FULL) * longest


def _joint(line: str, after: str, *, broken: bool) -> str:
    """What stands between two lines: nothing or a blank where the page broke a paragraph, else a line end."""
    if not broken or not after or line.endswith(_CLOSED) or _OPENS.match(after):
        return "\n"
    return " " if line[-1].isascii() and after[0].isascii() else ""
