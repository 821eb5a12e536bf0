"""Plain text and Markdown, in UTF-8, UTF-16 with a mark, GB18030 or Big5."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from kg.normalise import document
from kg.sources.input import input_error

if TYPE_CHECKING:
    from kg.model import Document
    from kg.sources.input import Input

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a zip file"),
    (b"%PDF-", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"SQLite format 3", "a database"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff]")
_HIGH = re.compile(b"[\x80-\xff]")
_LATIN_TO = 0.3
"""The share of bytes beyond ASCII up to which text may be in a Latin encoding; more of them are Chinese, broken."""
_BINARY_FROM = 0.02
"""The share of control characters from which bytes are no text."""
_COMMON = frozenset(
    "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們会會年，。、：金融经經济濟"
)


def read(source: Input) -> Document:
    """The document of a text file; InputError where it is empty or not text."""
    return document(decode(source.data, source.identifier), identifier=source.identifier)


def decode(data: bytes, identifier: str) -> str:
    """The text of the bytes; InputError where they are empty or not text."""
    if not data.strip(b"\0 \t\r\n"):
        raise input_error(identifier, "is empty: leave it out, or give a file with text")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise input_error(
                identifier, f"is {name}, not text: convert it to text, or give it its own suffix"
            )
    text = _marked(data) or _utf8(data) or _guessed(data)
    if text is None or len(_CONTROL.findall(text)) > 2 + _BINARY_FROM * len(text):
        where = "" if text else _break(data)
        raise input_error(identifier, f"is not text in UTF-8, UTF-16 or GB18030{where}: save it as UTF-8")
    return text


def _break(data: bytes) -> str:
    """Where the encoding that comes farthest breaks off, if it does not break off at once."""
    ends = []
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            ends.append((error.start, encoding))
    start, encoding = max(ends, default=(0, ""))
    line = data.count(b"\n", 0, start) + 1
    return f" (as {encoding.upper()} it breaks off in line {line})" if start else ""


def _marked(data: bytes) -> str | None:
    """The text of bytes that begin with a byte order mark; a broken end is replaced."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return None


def _utf8(data: bytes) -> str | None:
    return _decoded(data, "utf-8")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> str | None:
    """The reading with the most common Chinese characters: Big5 bytes are often valid GB18030 too."""
    readings = [text for encoding in ("gb18030", "big5hkscs") if (text := _decoded(data, encoding))]
    if readings:
        return max(readings, key=lambda text: sum(c in _COMMON for c in text) / len(text))
    if len(_HIGH.findall(data)) > _LATIN_TO * len(data):
        return None
    from charset_normalizer import from_bytes

    found = from_bytes(data).best()
    return str(found) if found else None
