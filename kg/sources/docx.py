"""Word files (.docx): paragraphs and tables in their order."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from kg.normalise import document, normalise
from kg.sources.archive import BROKEN, refuse_bomb
from kg.sources.input import input_error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Document
    from kg.sources.input import Input

_OLD = b"\xd0\xcf\x11\xe0"


def read(source: Input) -> Document:
    """The document of a Word file; InputError where it is broken, locked, a bomb or without text."""
    if source.data.startswith(_OLD):
        raise input_error(
            source.identifier, "is an old .doc file or has a password: save it as .docx without one"
        )
    _check(source)
    try:
        text = "\n".join(_paragraphs(source.data))
    except Exception as error:
        raise input_error(
            source.identifier, f"is a broken Word file ({type(error).__name__}): save it again"
        ) from error
    if not normalise(text).strip():
        raise input_error(source.identifier, "is a Word file without text: leave it out")
    return document(text, identifier=source.identifier)


def _check(source: Input) -> None:
    """Refuse what unpacks to too much, and XML that declares a document type or entities."""
    from defusedxml.ElementTree import fromstring

    try:
        with ZipFile(BytesIO(source.data)) as file:
            refuse_bomb(file, source.identifier)
            for name in file.namelist():
                if name.endswith((".xml", ".rels")):
                    fromstring(file.read(name), forbid_dtd=True)
    except (*BROKEN, SyntaxError, LookupError) as error:
        raise input_error(
            source.identifier, f"is a broken or unsafe Word file ({type(error).__name__}): save it again"
        ) from error


def _paragraphs(data: bytes) -> Iterator[str]:
    from docx import Document as WordFile
    from docx.table import Table

    for block in WordFile(BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            yield from ("  ".join(cell.text.strip() for cell in row.cells) for row in block.rows)
        else:
            yield block.text
