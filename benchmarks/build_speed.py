"""How fast a build is beside `jieba.posseg.cut` over the same text: one process each, one after the other.

    python benchmarks/build_speed.py [ARCHIVE] [--sample N]

ARCHIVE is read straight from the file (default: ../shared/corpus/bulk/xwlb-finance.tar.xz). `--sample N` tags
only every Nth document with jieba and scales up. Prints seconds, characters a second, the ratio, and the
build's peak memory for the whole archive and for a quarter of it, which shows whether memory grows with it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from kg.sources import find_inputs, read_documents

ARCHIVE = Path(__file__).parents[2] / "shared/corpus/bulk/xwlb-finance.tar.xz"
BUILD = """
import resource, sys, time
from kg.pipeline import build
paths, output = sys.argv[2:], sys.argv[1]
began = time.perf_counter()
report = build(paths, output=output, page=False)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(time.perf_counter() - began, time.process_time(), peak, report.documents, report.facts)
"""
POSSEG = """
import sys, time
import jieba.posseg
jieba.initialize()
text = sys.stdin.buffer.read().decode().split("\\0")
began, used = time.perf_counter(), time.process_time()
for each in text:
    for _ in jieba.posseg.cut(each):
        pass
print(time.perf_counter() - began, time.process_time() - used)
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("archive", type=Path, nargs="?", default=ARCHIVE)
    parser.add_argument("--sample", type=int, default=1, help="tag every Nth document only (default: all)")
    options = parser.parse_args()
    texts = [document.text for each in find_inputs([options.archive]) for document in read_documents(each)]
    characters = sum(map(len, texts))
    print(f"{len(texts):,} documents, {characters:,} characters")
    seconds, cpu, peak, documents, facts = built([options.archive])
    print(
        f"kg build      {seconds:8.1f} s  {cpu:8.1f} s CPU  {characters / seconds / 1e6:.3f} M characters/s  "
        f"peak {peak:,.0f} MB  ({documents:,.0f} documents, {facts:,.0f} facts)"
    )
    tagged, tagged_cpu = posseg(texts[:: options.sample])
    share = sum(map(len, texts[:: options.sample])) / characters
    tagged, tagged_cpu = tagged / share, tagged_cpu / share
    print(
        f"jieba.posseg  {tagged:8.1f} s  {tagged_cpu:8.1f} s CPU  {characters / tagged / 1e6:.3f} M characters/s"
    )
    print(f"ratio         {tagged / seconds:8.2f}    {tagged_cpu / cpu:8.2f} CPU")
    print(f"peak memory of a quarter of the documents: {quarter_peak(texts):,.0f} MB")


def built(paths: list[Path]) -> list[float]:
    """Seconds, CPU seconds, peak memory in MB, documents and facts of a build in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return run(BUILD, str(Path(folder) / "output"), *map(str, paths))


def posseg(texts: list[str]) -> list[float]:
    """Seconds and CPU seconds of jieba's tagger, its dictionary loaded before."""
    return run(POSSEG, text="\0".join(texts))


def quarter_peak(texts: list[str]) -> float:
    """The peak memory of a build of every fourth document, in MB."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts[::4]):
            (Path(folder) / f"{number}.txt").write_text(text, encoding="utf-8")
        return built([Path(folder)])[2]


def run(code: str, *arguments: str, text: str = "") -> list[float]:
    """The numbers that a script prints last, run in a Python of its own."""
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code, *arguments], input=text.encode(), stdout=subprocess.PIPE, check=True
    )
    return [float(number) for number in done.stdout.decode().splitlines()[-1].split()]


if __name__ == "__main__":
    main()
