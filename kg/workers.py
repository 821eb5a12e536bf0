"""Inputs to blocks: one process or several, the same values in any case."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING

from kg import emit, store
from kg.errors import KgError
from kg.reading import read
from kg.sources import read_documents
from kg.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.model import Document, Kind
    from kg.sources import Input
    from kg.vocabulary import Vocabulary

CHUNK = 200_000
"""How many bytes of input a worker is given at once."""
TRIES = 3
"""How often a chunk is read again after a worker died over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What decides a block, in a form that crosses to another process."""

    base: str
    format: str
    with_text: bool
    vocabulary: tuple[Path, ...] = ()
    vocabulary_class: Kind | None = None

    def words(self, *, anew: bool = False) -> Vocabulary:
        """The vocabulary, loaded once a process; `anew` reads the files again."""
        if anew:
            _words.cache_clear()
        return _words(self.vocabulary, self.vocabulary_class)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input: its document and the block of it, or the reason why it was not read."""

    identifier: str
    sha256: str
    document: str = ""
    block: str = ""
    reason: str | None = None


def outcomes(inputs: Iterable[Input], options: Options, *, workers: int = 1) -> Iterator[Outcome]:
    """Read every input, in order."""
    if workers <= 1:
        return (read_input(each, options) for each in inputs)
    return _pooled(inputs, options, workers)


def read_input(each: Input, options: Options) -> Outcome:
    """Read one input. A bug keeps its traceback and gets the input's name as a note."""
    try:
        (document,) = read_documents(each)
        return Outcome(each.identifier, each.sha256, document.iri, _block(document, options))
    except KgError as error:
        reason = str(error).removeprefix(f"{each.identifier}: ")
        return Outcome(each.identifier, each.sha256, reason=reason)
    except Exception as error:
        error.add_note(f"while reading {each.identifier}")
        raise


def _block(document: Document, options: Options) -> str:
    said = read(document, options.words())
    block = emit.graph_block(said, with_text=options.with_text)
    if options.format == "nq":
        return store.nquads(emit.header(options.base) + block, base=options.base)
    return block


@cache
def _words(paths: tuple[Path, ...], kind: Kind | None) -> Vocabulary:
    return load(paths, as_kind=kind)


def _watch_parent() -> None:
    """End this worker when the build that started it is gone, however it ended."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _read_chunk(chunk: list[Input], options: Options) -> list[Outcome]:
    return [read_input(each, options) for each in chunk]


def _pooled(inputs: Iterable[Input], options: Options, workers: int) -> Iterator[Outcome]:
    """Keep every worker busy with a chunk and one in reserve; start anew when a worker dies."""
    waiting: deque[tuple[list[Input], int]] = deque()
    running: deque[tuple[list[Input], int, Future[list[Outcome]]]] = deque()
    chunks = _chunks(inputs)
    while True:
        with ProcessPoolExecutor(workers, initializer=_watch_parent) as pool:
            try:
                while _fill(
                    running, waiting, chunks, workers, lambda c: pool.submit(_read_chunk, c, options)
                ):
                    yield from running[0][2].result()
                    running.popleft()
            except BrokenProcessPool:
                waiting.extendleft([(chunk, tries + 1) for chunk, tries, _ in reversed(running)])
                running.clear()
                _give_up(waiting)
            else:
                return


def _fill(
    running: deque[tuple[list[Input], int, Future[list[Outcome]]]],
    waiting: deque[tuple[list[Input], int]],
    chunks: Iterator[list[Input]],
    workers: int,
    submit: Callable[[list[Input]], Future[list[Outcome]]],
) -> bool:
    """Hand out chunks until each worker has two; False when nothing is left to wait for."""
    while len(running) < 2 * workers:
        if not waiting and (chunk := next(chunks, None)):
            waiting.append((chunk, 0))
        if not waiting:
            break
        running.append((*waiting[0], submit(waiting[0][0])))
        waiting.popleft()
    return bool(running)


def _give_up(waiting: deque[tuple[list[Input], int]]) -> None:
    for chunk, tries in waiting:
        if tries >= TRIES:
            first, last = chunk[0].identifier, chunk[-1].identifier
            raise KgError(
                f"{first} to {last}: a worker died {tries} times over them: leave them out, or use one worker"
            )


def _chunks(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    chunk: list[Input] = []
    size = 0
    for each in inputs:
        chunk.append(each)
        size += len(each.data)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
