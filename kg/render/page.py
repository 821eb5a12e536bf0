"""The page: one HTML file with all of the graph in it, that opens from disk and asks nothing of any network."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from kg.render.reader import Graph, read_contents

if TYPE_CHECKING:
    from kg.render.contents import Contents

ASSETS = Path(__file__).parent / "assets"
SCRIPTS = [
    "words",
    "data",
    "state",
    "glyphs",
    "camera",
    "labels",
    "canvas",
    "find",
    "filters",
    "evidence",
    "panel",
    "reading",
    "compare",
    "table",
    "timeline",
    "path",
    "take",
    "keys",
    "main",
]
"""The page's scripts in the order in which they are joined; all share one function's scope."""


def write_page(graph: Graph, path: str | Path, *, title: str | None = None) -> Path:
    """Write the page of `graph` to `path` (UTF-8, the same bytes for the same graph) and give the path back."""
    target, text = Path(path), page_html(graph, title=title)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    return target


def page_html(graph: Graph, *, title: str | None = None) -> str:
    """The page of `graph` as HTML; `title` stands on top instead of the document's own or their number."""
    from kg.render import island, network, trim

    contents = trim.trimmed(read_contents(graph))
    model = network.network_of(contents, title or _title(contents))
    parts = {"script": _script(), "style": _asset("page.css")}
    model.templateEnv.globals.update(
        {name: Markup(text) for name, text in parts.items()},  # noqa: S704  our own files
        data=Markup(island.island(model, contents)),  # noqa: S704  JSON without a single "<"
        policy=_policy(**parts),
    )
    return str(model.generate_html(notebook=False))


def _title(contents: Contents) -> str:
    """The title of the one document; the page itself says how many, where there are several."""
    return contents.texts[0].title if len(contents.texts) == 1 else ""


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8").strip()


def _script() -> str:
    return '"use strict";(() => {\n' + "\n".join(_asset(f"{name}.js") for name in SCRIPTS) + "\n})();"


def _policy(*, script: str, style: str) -> str:
    """The content security policy: nothing but this script and this style, by their hashes."""
    return (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
