"""An input: bytes with a name, read from wherever they lay, and the limits that every reader keeps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from kg.errors import InputError
from kg.masthead import iso_day

LARGEST = 64 * 1024 * 1024
"""The most bytes of one input, and of one member of an archive, unpacked."""

RATIO = 200
"""The most bytes that one packed byte may unpack to, once an archive unpacks to more than `RATIO_FROM`."""

RATIO_FROM = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Input:
    """One document's bytes.

    `identifier` is the path relative to the folder that was built, with forward slashes; `suffix` is in
    lower case with its dot; `problem` says why the bytes could not be had (and `data` is then empty).
    """

    identifier: str
    data: bytes
    sha256: str
    suffix: str
    problem: str | None = None


def make_input(identifier: str, data: bytes, *, suffix: str | None = None) -> Input:
    """An input of these bytes; too many of them are a problem, not an error."""
    if len(data) > LARGEST:
        return broken_input(identifier, too_large(len(data)))
    return Input(
        identifier, data, sha256(data).hexdigest(), suffix_of(identifier) if suffix is None else suffix
    )


def broken_input(identifier: str, problem: str) -> Input:
    """An input whose bytes could not be had."""
    return Input(identifier, b"", sha256(b"").hexdigest(), suffix_of(identifier), problem)


def too_large(size: int) -> str:
    """The words for an input of that many bytes."""
    return f"is too large ({size:,} bytes, the limit is {LARGEST:,}): split it into smaller files"


def suffix_of(name: str) -> str:
    """The last suffix of a path, in lower case.

    >>> suffix_of("a/b.tar/通知.DOCX")
    '.docx'
    """
    stem, dot, suffix = name.rsplit("/", 1)[-1].rpartition(".")
    return f".{suffix.lower()}" if stem and dot else ""


def readable(name: str) -> str:
    """A file name as text that can be written: bytes that were no UTF-8 are read as GB18030."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogateescape").decode("gb18030", "replace")
    return name


def input_error(identifier: str, problem: str) -> InputError:
    """The error for an input: its name, what is wrong, what to do."""
    return InputError(f"{identifier}: {problem}")


_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")


def day_in_name(name: str) -> str | None:
    """The one day that a file's name bears, in ISO; None where it bears none or several.

    >>> day_in_name("2018/xwlb-20180620-03.txt"), day_in_name("t20240105_6925.html"), day_in_name("20240132.txt")
    ('2018-06-20', '2024-01-05', None)
    """
    named = _DAY.findall(name.rsplit("/", 1)[-1])
    days = {iso_day(f"{year}-{month}-{day}") for year, _, month, day in named} - {None}
    return days.pop() if len(days) == 1 else None
