"""Archives, read straight from the file as a stream: .zip, .tar and compressed .tar; nothing is unpacked to disk."""

from __future__ import annotations

import tarfile
import zlib
from lzma import LZMAError
from typing import TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile, ZipFile

from kg.sources.input import LARGEST, RATIO, RATIO_FROM, input_error, readable, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipInfo


SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
BROKEN = (
    BadZipFile,
    tarfile.TarError,
    LZMAError,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What reading a broken archive raises; RuntimeError is zipfile's word for a password or a compression that it does not know."""
_ENCRYPTED = 1
_UTF8_NAME = 0x800


def is_archive(name: str) -> bool:
    """Whether the name is that of an archive."""
    return name.lower().endswith(SUFFIXES)


def members(name: str, stream: BinaryIO, *, size: int) -> Iterator[tuple[str, BinaryIO | str]]:
    """The path and the open file of each member that is a file, in the archive's order.

    Instead of a file there is a sentence where a member cannot be had: it is too large, locked, or its path
    leads out of the archive. `size` is the archive's own, in bytes. InputError where it is a bomb; one of
    `BROKEN` where it is broken, and from reading a member too.
    """
    walk = _zip_members if name.lower().endswith(".zip") else _tar_members
    return walk(name, stream, size)


def _zip_members(name: str, stream: BinaryIO, _size: int) -> Iterator[tuple[str, BinaryIO | str]]:
    with ZipFile(stream) as file:
        refuse_bomb(file, name, members=False)
        for info in sorted(file.infolist(), key=_zip_name):
            path = _zip_name(info)
            if not info.is_dir():
                problem = unsafe(path) or _zip_problem(info)
                if problem:
                    yield path, problem
                else:
                    with file.open(info) as member:
                        yield path, member  # type: ignore[misc]


def _zip_name(info: ZipInfo) -> str:
    """The member's path; names that are not marked as UTF-8 are read as GB18030, as Chinese systems write them."""
    if info.flag_bits & _UTF8_NAME:
        return readable(info.filename)
    try:
        data = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return readable(info.filename)
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _zip_problem(info: ZipInfo) -> str | None:
    if info.flag_bits & _ENCRYPTED:
        return "is locked with a password: unpack it first"
    if info.file_size > LARGEST:
        return too_large(info.file_size)
    if info.file_size > RATIO_FROM and info.file_size > RATIO * max(info.compress_size, 1):
        return "unpacks to suspiciously much: unpack it yourself if you trust it"
    return None


def refuse_bomb(file: ZipFile, name: str, *, members: bool = True) -> None:
    """Raise InputError where a zip's members overlap or, with `members`, unpack to too much together."""
    infos = file.infolist()
    total, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if members and (total > 4 * LARGEST or (total > RATIO_FROM and total > RATIO * max(packed, 1))):
        raise input_error(
            name, f"unpacks to {total:,} bytes, suspiciously much: unpack it yourself if you trust it"
        )
    if len({info.header_offset for info in infos}) < len(infos):
        raise input_error(name, "has members that overlap, as a zip bomb has: pack it again")


def _tar_members(name: str, stream: BinaryIO, size: int) -> Iterator[tuple[str, BinaryIO | str]]:
    total = 0
    with tarfile.open(fileobj=stream, mode="r|*") as file:
        while info := file.next():
            file.members.clear()  # type: ignore[attr-defined] # a stream of 74,000 members must not grow
            path, total = readable(info.name), total + info.size
            if total > RATIO_FROM and total > RATIO * max(size, 1):
                raise input_error(name, "unpacks to suspiciously much: unpack it yourself if you trust it")
            problem = unsafe(path) or (too_large(info.size) if info.size > LARGEST else None)
            if info.isfile():
                member = None if problem else file.extractfile(info)
                yield path, problem or member or "cannot be read from the archive: pack it again"  # type: ignore[misc]


def unsafe(path: str) -> str | None:
    """Why a member's path must not be used, or None.

    >>> unsafe("2024/../../etc/passwd")
    'has a path that leads out of the archive: pack it again without ".." and absolute paths'
    """
    parts = path.replace("\\", "/").split("/")
    if ".." in parts or path.startswith(("/", "\\")) or (parts[0][1:2] == ":") or "\0" in path:
        return 'has a path that leads out of the archive: pack it again without ".." and absolute paths'
    return None
