"""build(): inputs to documents, readings, blocks, one graph; only what changed is read again."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kg import blocks, emit, manifest, query, staging, store
from kg.blocks import Spool
from kg.errors import InputError, KgError
from kg.harvest import Harvest
from kg.manifest import Manifest
from kg.sources import READERS, find_inputs
from kg.standing import find_standing
from kg.terms import BASE, is_base
from kg.workers import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.blocks import Places
    from kg.harvest import Failure
    from kg.manifest import Settings
    from kg.model import Kind
    from kg.sources import Input
    from kg.standing import Standing
    from kg.vocabulary import Vocabulary

    Progress: TypeAlias = Callable[[int, str], None]

FORMATS = ("trig", "nq")
PAGE = "graph.html"
SPOOL = "blocks"
OURS = (manifest.NAME, *(f"graph.{format}" for format in FORMATS), PAGE, store.FOLDER)
"""What a build writes; the manifest first, since it makes the rest valid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did: what stands in the graph now, what was read, kept, withdrawn and replaced for it.

    `skipped` are the files in folders and archives that are no documents; `shared` are labels that the
    user's words give to several entries.
    """

    output: Path
    documents: int
    entities: int
    facts: int
    read: int
    kept: int
    withdrawn: int
    replaced: int
    skipped: tuple[str, ...]
    failures: tuple[Failure, ...]
    shared: tuple[str, ...]
    seconds: float


def build(  # noqa: PLR0913  the options of `kg build`
    paths: str | Path | Iterable[str | Path],
    *,
    output: str | Path = "output",
    base: str = BASE,
    vocabulary: str | Path | Iterable[str | Path] = (),
    vocabulary_class: Kind | None = None,
    format: str = "trig",
    page: bool = True,
    with_text: bool = True,
    strict: bool = False,
    prune: bool = False,
    workers: int = 1,
    progress: Progress | None = None,
) -> Report:
    """Read the inputs (one, or several) and bring the graph in `output` up to date.

    What stands there already is kept, unless an input of the same name has changed, or `prune`
    withdraws what is not among `paths`. `vocabulary` are files of your own words, `vocabulary_class` the
    class of those that name none. Inputs that cannot be read are in the report's failures
    (`strict`: the first one raises). Nothing changes in `output` before all is written.
    `progress` is called with the number of inputs seen and the name of the last.
    """
    started = time.monotonic()
    _refuse(base, format)
    target, files = Path(output), tuple(map(Path, _listed(vocabulary)))
    options = Options(
        base=base, format=format, with_text=with_text, vocabulary=files, vocabulary_class=vocabulary_class
    )
    skipped: list[str] = []
    words = options.words(anew=True)
    settings = _settings(options, words)
    with staging.staged(target, ours=OURS) as stage:
        with _harvest(stage, options, find_standing(target, settings)) as harvest:
            inputs = find_inputs(_listed(paths), on_skip=skipped.append)
            harvest.take(_told(inputs, progress), workers=workers, strict=strict)
            harvest.carry(prune=prune)
            written = _write_graph(stage, harvest, words.trig)
        made = _finish(stage, harvest, settings, written, page=page)
    return _report(target, harvest, made, skipped, words.shared, time.monotonic() - started)


def _refuse(base: str, format: str) -> None:
    """Refuse a base that is none, and a format that is not written."""
    if not is_base(base):
        raise KgError(f"base {base!r}: give an absolute IRI that ends in /, such as https://example.org/id/")
    if format not in FORMATS:
        raise KgError(f"format {format!r}: give one of {', '.join(FORMATS)}")


def _listed(paths: str | Path | Iterable[str | Path]) -> list[str | Path]:
    """Several paths, or the one that was given by itself."""
    return [paths] if isinstance(paths, str | Path) else list(paths)


@contextmanager
def _harvest(stage: Path, options: Options, standing: Standing) -> Iterator[Harvest]:
    """A harvest that spools to a file of the stage and loads its store."""
    with (
        (stage / SPOOL).open("w+b") as spool,
        store.Loader(
            stage, prefixes=emit.header(options.base), format=options.format, base=options.base
        ) as loader,
    ):
        yield Harvest(options, standing, Spool(spool), loader)
    (stage / SPOOL).unlink()


def _report(
    target: Path,
    harvest: Harvest,
    made: Manifest,
    skipped: Iterable[str],
    shared: tuple[str, ...],
    seconds: float,
) -> Report:
    return Report(
        output=target,
        documents=made.counts["documents"],
        entities=sum(made.counts["entities"].values()),
        facts=sum(made.counts["facts"].values()),
        read=harvest.read,
        kept=harvest.kept,
        withdrawn=harvest.withdrawn,
        replaced=harvest.replaced,
        skipped=tuple(skipped),
        failures=tuple(harvest.failures),
        shared=shared,
        seconds=seconds,
    )


def _settings(options: Options, words: Vocabulary) -> Settings:
    return manifest.settings(
        vocabulary={Path(source.name).name: source.sha256 for source in words.sources},
        vocabulary_class=options.vocabulary_class,
        base=options.base,
        format=options.format,
        text=options.with_text,
    )


def _told(inputs: Iterable[Input], progress: Progress | None) -> Iterator[Input]:
    for number, each in enumerate(inputs, start=1):
        if progress:
            progress(number, each.identifier)
        yield each


def _write_graph(stage: Path, harvest: Harvest, words: str) -> tuple[str, Places]:
    """Write the graph's file; give its SHA-256 and the place of each block in it."""
    if not harvest.spool.pieces:
        reasons = "; ".join(f"{failure.identifier}: {failure.reason}" for failure in harvest.failures)
        nothing = f"nothing there ends in {' '.join(READERS)}, or is an archive"
        raise InputError(f"no document to build from: {reasons or nothing}")
    options = harvest.options
    head = list(_head(options, words))
    for part in head:
        harvest.loader.add(part)
    harvest.load_rest()
    harvest.loader.finish()
    return blocks.write(stage / f"graph.{options.format}", head, harvest.spool.blocks(options.format))


def _head(options: Options, words: str) -> Iterator[str]:
    """What a graph's file begins with: prefixes, the ontology, the vocabulary."""
    prefixes = emit.header(options.base)
    parts = (blocks.ontology(prefixes), words)
    if options.format == "trig":
        return iter((prefixes, *parts))
    return (store.nquads(prefixes + part, base=options.base) for part in parts)


def _finish(
    stage: Path, harvest: Harvest, settings: Settings, written: tuple[str, Places], *, page: bool
) -> Manifest:
    """Count, draw the page, write the manifest."""
    graph = store.open_store(stage, base=settings.base)
    made = Manifest(
        settings=settings,
        inputs=tuple(sorted(harvest.records)),
        blocks=written[1],
        graph=f"graph.{settings.format}",
        sha256=written[0],
        counts=query.counts(graph),
    )
    if page:
        _write_page(graph, stage / PAGE)
    (stage / manifest.NAME).write_text(manifest.to_json(made), encoding="utf-8")
    return made


def _write_page(graph: store.Graph, path: Path) -> None:
    from kg.render.page import write_page

    write_page(graph, path)
