"""A folder written beside the old one and swapped in at the end: the old or the new, never a mixture."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

AT_FDCWD, EXCHANGE = -100, 2


@contextmanager
def staged(folder: Path, *, ours: Collection[str]) -> Iterator[Path]:
    """Give a new folder to write into; when the block ends well, it stands in the place of `folder`.

    `ours` are the names that a build writes; whatever else stands in `folder` is kept. When the
    block raises, or the process is killed, `folder` stays as it was. GraphError when another build
    writes there now, or when what has our names there is not ours.
    """
    target = folder.resolve()
    _refuse_strange(target, ours)
    stage = _stage(target)
    stage.mkdir(parents=True, exist_ok=True)
    with _locked(stage):
        _empty(stage)
        try:
            yield stage
            _swap(stage, target, ours)
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _refuse_strange(target: Path, ours: Collection[str]) -> None:
    """A folder that has no graph of ours must not hold what a graph would replace."""
    if target.exists() and not target.is_dir():
        raise GraphError(f"{target}: is no folder: name another one to write to")
    manifest, *others = ours
    graph = (target / manifest).exists() or (target / others[-1] / "CURRENT").exists()
    if not graph and (strange := [name for name in others if (target / name).exists()]):
        raise GraphError(
            f"{target}: holds {', '.join(strange)} that no build wrote: move it, or name another folder"
        )


def _stage(target: Path) -> Path:
    """Where to write: beside the folder, or inside it where the folder itself cannot be renamed."""
    fixed = os.path.ismount(target) or Path.cwd().is_relative_to(target)
    parent = target.parent
    while not parent.exists():
        parent = parent.parent
    beside = not fixed and os.access(parent, os.W_OK)
    return target.parent / f".{target.name}.new" if beside else target / ".new"


@contextmanager
def _locked(stage: Path) -> Iterator[None]:
    """Hold the folder for this process; the lock goes with the process, however it ends."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(stage, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise GraphError(f"{stage}: another build is writing here: wait for it to end") from error
        yield
    finally:
        os.close(handle)


def _empty(stage: Path) -> None:
    """Remove what a build that was killed left behind."""
    for path in stage.iterdir():
        _remove(path)


def _swap(stage: Path, target: Path, ours: Collection[str]) -> None:
    if target not in stage.parents:
        if not target.exists():
            stage.rename(target)
            return
        _keep_others(stage, target, ours)
        if _exchange(stage, target):
            return
    _replace_each(stage, target, ours)


def _keep_others(stage: Path, target: Path, ours: Collection[str]) -> None:
    """Bring what is not ours along, as hard links where the disk can."""
    for path in sorted(target.iterdir()):
        if path.name in ours or (stage / path.name).exists():
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, stage / path.name, symlinks=True, copy_function=_link)
        else:
            _link(path, stage / path.name)


def _link(source: str | Path, target: str | Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once (Linux); False where the system cannot."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    if rename is None:
        return False
    return bool(rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), EXCHANGE) == 0)


def _replace_each(stage: Path, target: Path, ours: Collection[str]) -> None:
    """Where folders cannot change places: what is ours leaves in this order and arrives in reverse.

    The first of `ours` is what makes the others valid (the manifest): without it a kill in between
    leaves a folder that says that it must be built again.
    """
    names = [name for name in ours if (stage / name).exists() or (target / name).exists()]
    for name in names:
        _remove(target / name)
    for name in reversed(names):
        if (stage / name).exists():
            (stage / name).rename(target / name)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
