"""JSON lines: one document a line, with `text` and, where known, `title`, `date`, `url` and `publisher`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from kg.frontmatter import read_fields
from kg.normalise import document, normalise
from kg.sources.input import LARGEST, broken_input, input_error, make_input
from kg.sources.plain import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Document
    from kg.sources.input import Input

_TEXTS = ("text", "content", "body", "正文")


def split(identifier: str, stream: BinaryIO) -> Iterator[Input]:
    """Yield an input a line that is not blank, named `identifier#number` from 1; the stream is never held whole."""
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        name = f"{identifier}#{number}"
        if len(line) > LARGEST:
            yield broken_input(
                name, f"is a line of more than {LARGEST:,} bytes: split the file into documents"
            )
            return
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield make_input(name, line.rstrip(b"\r\n"), suffix=".jsonl")


def read(source: Input) -> Document:
    """The document of one line; InputError where it is not a JSON object with a text."""
    try:
        fields = json.loads(decode(source.data, source.identifier))
    except (ValueError, RecursionError) as error:
        raise input_error(source.identifier, f"is not JSON ({error}): write one object a line") from error
    if not isinstance(fields, dict):
        raise input_error(source.identifier, 'is not an object: write {"text": "…", "title": "…"}')
    fields = {str(name): value for name, value in fields.items() if isinstance(value, str)}
    text = next((fields[name] for name in _TEXTS if normalise(fields.get(name, "")).strip()), None)
    if text is None:
        raise input_error(source.identifier, 'has no "text": write {"text": "…", "title": "…"}')
    said = {name: normalise(value) for name, value in read_fields(fields).items()}
    return document(text, identifier=source.identifier, **said)
