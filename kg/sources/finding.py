"""From what the user names (files, folders, globs, archives, addresses, "-") to inputs, one after the other."""

from __future__ import annotations

import os
import sys
from glob import glob, has_magic
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from kg.errors import InputError
from kg.sources import jsonl
from kg.sources.archive import BROKEN, is_archive, members
from kg.sources.input import LARGEST, broken_input, make_input, readable, suffix_of, too_large
from kg.sources.url import fetch, is_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.sources.input import Input

SUFFIXES = (
    ".txt",
    ".md",
    ".markdown",
    ".text",
    ".html",
    ".htm",
    ".xhtml",
    ".pdf",
    ".docx",
    ".jsonl",
    ".ndjson",
)
"""The suffixes that are read inside folders and archives."""

_LINES = (".jsonl", ".ndjson")
_BUILT = frozenset({"manifest.json", "graph.trig", "graph.nq", "graph.html", "store"})
"""What a build writes into its folder."""
_NOT_DOCUMENTS = ("readme", "license", "licence", "changelog", "copying")


def supported(name: str) -> bool:
    """Whether a file of that name inside a folder or an archive is read as a document or an archive.

    >>> supported("docs/会议.txt"), supported("sources.tsv"), supported(".DS_Store"), supported("README.md")
    (True, False, False, False)
    """
    last = name.rsplit("/", 1)[-1]
    hidden = last.startswith((".", "~$", "._")) or last.split(".")[0].lower() in _NOT_DOCUMENTS
    return (
        not hidden and "__MACOSX" not in name.split("/") and (suffix_of(last) in SUFFIXES or is_archive(last))
    )


def holds_many(name: str) -> bool:
    """Whether what has that name may hold several documents: a folder, an archive, lines, an address.

    >>> holds_many("2024"), holds_many("news.zip"), holds_many("news.jsonl"), holds_many("会议.txt")
    (True, True, True, False)
    """
    return suffix_of(name) not in SUFFIXES or suffix_of(name) in _LINES


def find_inputs(
    paths: Sequence[str | Path], *, on_skip: Callable[[str], None] = lambda _: None
) -> Iterator[Input]:
    """Yield the inputs of each path in turn, sorted within a folder, in flat memory.

    `on_skip` is called with the identifier of each file in a folder or an archive that is no document.
    InputError where a path that the user names is not there.
    """
    for path in map(str, paths):
        if path == "-":
            yield make_input("stdin", sys.stdin.buffer.read(LARGEST + 1), suffix="")
        elif is_url(path):
            yield from _from_url(path, on_skip)
        else:
            yield from _from_disk(path, on_skip)


def _from_url(url: str, on_skip: Callable[[str], None]) -> Iterator[Input]:
    found = fetch(url)
    name = urlsplit(url).path if found.problem is None else ""
    if is_archive(name) or found.suffix in _LINES:
        yield from _opened(name.rsplit("/", 1)[-1], BytesIO(found.data), len(found.data), on_skip)
    else:
        yield found


def _from_disk(path: str, on_skip: Callable[[str], None]) -> Iterator[Input]:
    if os.path.isdir(path):  # noqa: PTH112 - a path with a trailing slash or a null byte must not raise
        yield from _in_folder(Path(path), on_skip)
    elif os.path.lexists(path):
        yield from _in_file(Path(path), readable(Path(path).name), on_skip)
    elif has_magic(path) and (found := sorted(glob(path, recursive=True))):  # noqa: PTH207 - absolute patterns too
        for file in map(Path, found):
            yield from _matched(file, _fixed_part(path), on_skip)
    else:
        what = "matches no file" if has_magic(path) else "does not exist"
        raise InputError(
            f"{path}: {what}; name a file, a folder, an archive, a pattern in quotes, an address or -"
        )


def _fixed_part(pattern: str) -> Path:
    """The folder that a pattern begins with."""
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if has_magic(part))
    return Path(*parts[:fixed])


def _matched(file: Path, root: Path, on_skip: Callable[[str], None]) -> Iterator[Input]:
    """The inputs of one match; folders that a pattern matches are left to patterns with `**`."""
    identifier = readable(file.relative_to(root).as_posix())
    if file.is_file() and supported(identifier):
        yield from _in_file(file, identifier, on_skip)
    elif file.is_file():
        on_skip(identifier)


def _in_folder(folder: Path, on_skip: Callable[[str], None]) -> Iterator[Input]:
    """The inputs of a folder and the folders in it; links to folders are not followed, so that no loop can be.

    What `kg build` wrote there is passed over. InputError where the folder itself cannot be opened.
    """
    shut: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=shut.append):
        ours = (
            _BUILT if "manifest.json" in files and Path(place, "store", "CURRENT").exists() else frozenset()
        )
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in ours)
        for name in sorted(set(files) - ours):
            file = Path(place, name)
            identifier = readable(file.relative_to(folder).as_posix())
            if supported(identifier) and (file.is_file() or file.is_symlink()):
                yield from _in_file(file, identifier, on_skip, prefix=f"{identifier}/")
            else:
                on_skip(identifier)
    for error in shut:
        problem = f"cannot be opened ({error.strerror}): check the folder and its permissions"
        if Path(error.filename) == folder:
            raise InputError(f"{folder}: {problem}")
        yield broken_input(readable(Path(error.filename).relative_to(folder).as_posix()), problem)


def _in_file(
    file: Path, identifier: str, on_skip: Callable[[str], None], *, prefix: str = ""
) -> Iterator[Input]:
    """The inputs of one file: itself, the lines of a JSON file, or the members of an archive."""
    try:
        with file.open("rb") as stream:
            yield from _opened(identifier, stream, os.fstat(stream.fileno()).st_size, on_skip, prefix=prefix)
    except OSError as error:
        yield broken_input(
            identifier, f"cannot be opened ({error.strerror}): check the file and its permissions"
        )


def _opened(
    identifier: str, stream: BinaryIO, size: int, on_skip: Callable[[str], None], *, prefix: str = ""
) -> Iterator[Input]:
    if is_archive(identifier):
        yield from _in_archive(identifier, stream, size, on_skip, prefix=prefix)
    elif suffix_of(identifier) in _LINES:
        yield from jsonl.split(identifier, stream)
    elif size > LARGEST:
        yield broken_input(identifier, too_large(size))
    else:
        yield make_input(identifier, stream.read(LARGEST + 1))


def _in_archive(
    name: str, stream: BinaryIO, size: int, on_skip: Callable[[str], None], *, prefix: str
) -> Iterator[Input]:
    """The inputs of an archive; where it breaks off, what came before stands and the archive is a problem."""
    try:
        for path, member in members(name, stream, size=size):
            identifier = prefix + path.removeprefix("./").replace("\\", "/")
            if not supported(identifier) or is_archive(path):
                on_skip(identifier)
            elif isinstance(member, str):
                yield broken_input(identifier, member)
            else:
                yield from _opened(identifier, member, 0, on_skip)
    except InputError as error:
        yield broken_input(name, str(error).removeprefix(f"{name}: "))
    except BROKEN as error:
        yield broken_input(name, f"is a broken archive ({type(error).__name__}: {error}): pack it again")
