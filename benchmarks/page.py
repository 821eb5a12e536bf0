"""How soon a reader sees the page, and how smoothly it pans, beside stock pyvis on the same graph.

    python benchmarks/page.py [--sizes 100,500,2000,5000,20000] [--wait 60] [--chromium /usr/bin/chromium]

Ready: seconds from opening the file until the first view stands (stock pyvis: until its physics has settled).
Frame: milliseconds between two frames while the view is dragged, median and 95th percentile.
Headless Chromium draws in software: compare the columns, not the seconds.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "render"))

from made_up import made_up
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError
from pyvis.network import Network

from kg.render.page import write_page
from kg.render.reader import read_contents

if TYPE_CHECKING:
    from page_graphs import MemoryGraph

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
FRAMES = """() => { window.gaps = []; let last = performance.now();
  const step = (now) => { gaps.push(now - last); last = now; if (gaps.length < 400) requestAnimationFrame(step); };
  requestAnimationFrame(step); }"""
SETTLED = """() => { if (window.network && network.body && !window.hooked) { window.hooked = true;
  network.once('stabilizationIterationsDone', () => { window.settled = true; }); } return window.settled; }"""
ROW = "{:>7} {:<28} {:>9} {:>8} {:>14} {:>9}"


def main() -> None:
    """Print one line a size and page."""
    options = _options()
    print(ROW.format("nodes", "page", "written", "ready", "frame ms (p95)", "MB"))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        for size in map(int, options.sizes.split(",")):
            graph = made_up(size)
            for measure, name in ((_ours, "ours.html"), (_stock, "stock.html")):
                browser = playwright.chromium.launch(executable_path=options.chromium, args=ARGUMENTS)
                measure(browser, graph, size, path=Path(folder) / name, wait=options.wait)
                browser.close()  # a page that hangs ends with its browser


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="100,500,2000,5000,20000", help="how many nodes, comma-separated")
    parser.add_argument("--wait", type=float, default=60, help="seconds that a page may take (default 60)")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser")
    return parser.parse_args()


def _ours(browser: Browser, graph: MemoryGraph, size: int, *, path: Path, wait: float) -> None:
    begun = time.perf_counter()
    write_page(graph, path)
    written = time.perf_counter() - begun
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    begun = time.perf_counter()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=wait * 1000)
    ready = time.perf_counter() - begun
    drawn = page.evaluate("kg.counts().nodes")
    _line(size, f"ours, opens on {drawn:,}", written, f"{ready:.1f} s", _frames(page), path)
    if drawn < size:
        begun = time.perf_counter()
        page.click('[data-action="all"]')
        page.wait_for_timeout(500)
        _line(size, "ours, everything", 0, f"+{time.perf_counter() - begun - 0.5:.1f} s", _frames(page), path)


def _stock(browser: Browser, graph: MemoryGraph, size: int, *, path: Path, wait: float) -> None:
    begun = time.perf_counter()
    _write_stock(graph, path)
    written = time.perf_counter() - begun
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route(
        "http*://**", lambda route: route.abort()
    )  # its CDN links, which would hang where there is no network
    page.set_default_timeout(wait * 1000)
    begun = time.perf_counter()
    try:
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function(SETTLED, polling=50)
        _line(size, "stock pyvis", written, f"{time.perf_counter() - begun:.1f} s", _frames(page), path)
    except BrowserError:
        _line(size, "stock pyvis", written, f"> {wait:.0f} s", [], path)


def _write_stock(graph: MemoryGraph, path: Path) -> None:
    """The same nodes and edges as a plain pyvis script would write them, labels and sentences as titles."""
    contents = read_contents(graph)
    network = Network(directed=True, cdn_resources="in_line", height="900px")
    for thing in contents.things:
        network.add_node(thing.iri, label=thing.zh, title=thing.en)
    known = network.node_map.keys()
    network.get_nodes = lambda: known  # its own list is searched through for every edge
    for fact in contents.facts:
        place = contents.sentences[fact.sentences[0]]
        network.add_edge(
            fact.subject, fact.object, title=(contents.texts[place.text].text or "")[place.begin : place.end]
        )
    path.write_text(network.generate_html(notebook=False), encoding="utf-8")


def _frames(page: Page) -> list[float]:
    """Milliseconds between frames while the view is dragged."""
    page.mouse.move(420, 140)
    page.evaluate(FRAMES)
    page.mouse.down()
    for step in range(60):
        page.mouse.move(420 + step * 4, 140 + step * 2)
    page.mouse.up()
    gaps: list[float] = page.evaluate("gaps")
    return gaps[1:]


def _line(size: int, name: str, written: float, ready: str, gaps: list[float], path: Path) -> None:
    frame = f"{median(gaps):.0f} ({quantiles(gaps, n=20)[-1]:.0f})" if len(gaps) > 1 else "-"
    seconds = f"{written:.1f} s" if written else ""
    print(
        ROW.format(f"{size:,}", name, seconds, ready, frame, f"{path.stat().st_size / 1e6:.1f}"), flush=True
    )


if __name__ == "__main__":
    main()
