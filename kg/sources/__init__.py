"""From a file, folder, archive, address or stream to documents: a small module a kind, joined by suffix."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.sources import docx, html, jsonl, pdf, plain
from kg.sources.finding import find_inputs, holds_many, supported
from kg.sources.input import Input, day_in_name, input_error
from kg.sources.url import is_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.model import Document

__all__ = ["READERS", "Input", "find_inputs", "holds_many", "read_documents", "supported"]

READERS: dict[str, Callable[[Input], Document]] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read,
    ".markdown": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".pdf": pdf.read,
    ".docx": docx.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
}
"""What reads a file of each suffix."""


def read_documents(source: Input) -> Iterator[Document]:
    """Yield the documents of an input, each with some text; InputError says what is wrong and what to do."""
    if source.problem:
        raise input_error(source.identifier, source.problem)
    reader = READERS.get(source.suffix) or _by_content(source.data)
    document = reader(source)
    if not document.text.strip():
        raise input_error(source.identifier, "holds no text: leave it out, or give a file with text")
    if is_url(source.identifier) and not document.source:
        document = replace(document, source=source.identifier)
    named = None if source.suffix == ".jsonl" else day_in_name(source.identifier)  # its name is no line's day
    if named and (document.issued or named)[5:] == named[5:]:  # none is known, or a dateline without its year
        document = replace(document, issued=named)
    yield document


def _by_content(data: bytes) -> Callable[[Input], Document]:
    """The reader for bytes without a suffix that says what they are."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf-"):
        return pdf.read
    if start.startswith(b"pk\x03\x04") and b"word/" in data:
        return docx.read
    if start.startswith((b"<!doctype html", b"<html")):
        return html.read
    return plain.read
