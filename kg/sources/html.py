"""Web pages: the main text by trafilatura, without menus, advertisements and comments; the rest from meta tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kg.masthead import find_masthead, read_day
from kg.normalise import document, fold, normalise
from kg.sources.input import input_error
from kg.sources.plain import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Document
    from kg.sources.input import Input

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE
)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "big5hkscs"}
_META = {
    "title": ("articletitle", "og:title", "twitter:title", "dc.title", "dcterms.title"),
    "issued": (
        "pubdate", "publishdate", "article:published_time", "og:release_date", "dc.date", "dcterms.issued",
        "dcterms.date", "datepublished", "date", "firstpublishedtime", "weibo: article:create_at",
    ),
    "publisher": ("contentsource", "og:site_name", "dc.publisher", "dcterms.publisher", "source", "sitename"),
    "source": ("og:url", "dc.identifier"),
}  # fmt: skip
_CLUTTER = "//script|//style|//nav|//header|//footer|//aside|//form|//noscript|//iframe"
_ADS = "ad|ads|adv|advert|advertisement|share|related|recommend|comment|comments|qrcode|copyright"
_PRUNED = [
    f"//*[self::div or self::section or self::ul or self::p or self::aside][not(descendant::h1 or descendant::article)]"
    f"[contains(concat(' ', translate(normalize-space(@{name}), '-_', '  '), ' '), ' {word} ')]"
    for word in _ADS.split("|")
    for name in ("class", "id")
]
"""Parts that no article wants, by a whole word of their class or id; never what holds the article itself."""
_SITE = re.compile("[-_|－—–]+\\s*[^-_|－—–]{2,20}$")


def read(source: Input) -> Document:
    """The document of a page; InputError where no text can be made out."""
    page = _decoded(source.data, source.identifier)
    try:
        tree = _tree(page)
        body = _main_text(page) or _all_text(tree)
        said = _said(tree)
    except Exception as error:
        raise input_error(
            source.identifier, f"cannot be read as HTML ({type(error).__name__}): save the page again"
        ) from error
    if not normalise(body).strip():
        raise input_error(source.identifier, "is a page without text: save the page as text")
    return document(_with_title(body, said.get("title")), identifier=source.identifier, **said)


def _decoded(data: bytes, identifier: str) -> str:
    """The page in the encoding that it declares, where its bytes are valid in it."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode(_WIDER.get(name, name))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, identifier)


def _tree(page: str) -> Any:  # noqa: ANN401 - lxml has no types
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)


def _main_text(page: str) -> str:
    from trafilatura import extract

    return (
        extract(page, include_comments=False, include_tables=True, include_links=False, prune_xpath=_PRUNED)
        or ""
    )


def _all_text(tree: Any) -> str:  # noqa: ANN401 - lxml has no types
    """The text of a page that is too short for trafilatura, a line a block."""
    for element in tree.xpath(_CLUTTER):
        element.drop_tree()
    body = tree.find("body")
    return "\n".join(line.strip() for line in (body if body is not None else tree).itertext() if line.strip())


def _said(tree: Any) -> dict[str, str]:  # noqa: ANN401 - lxml has no types
    """What the page's tags say of it, under the names of `document`'s options."""
    tags = {name: value for name, value in _tags(tree) if value}
    said = {option: next((tags[n] for n in names if n in tags), "") for option, names in _META.items()}
    said["title"] = said["title"] or _heading(tree)
    said["issued"] = read_day(said["issued"]) or next(
        filter(None, map(read_day, tree.xpath("//time/@datetime"))), ""
    )
    said["source"] = said["source"] or next(iter(tree.xpath("//link[@rel='canonical']/@href")), "")
    if not said["source"].startswith(("http://", "https://")):
        said["source"] = ""
    return {option: value for option, value in (said | _byline(tree, said)).items() if value}


def _tags(tree: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - lxml has no types
    for meta in reversed(tree.xpath("//meta[@content]")):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        yield name.strip().lower(), " ".join(normalise(meta.get("content")).split())


def _heading(tree: Any) -> str:  # noqa: ANN401 - lxml has no types
    """The one first-level heading, else the title without the site's name."""
    headings = [" ".join(normalise(h.text_content()).split()) for h in tree.xpath("//h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = " ".join(normalise(tree.findtext(".//title") or "").split())
    return _SITE.sub("", title).strip() or title


def _byline(tree: Any, said: dict[str, str]) -> dict[str, str]:  # noqa: ANN401 - lxml has no types
    """Date and publisher from a line such as "来源：… 发布时间：…", where no tag says them."""
    if said["issued"] and said["publisher"]:
        return {}
    lines = [
        fold(normalise(line)).strip()
        for line in tree.itertext()
        if any(w in line for w in ("来源", "來源", "时间", "時間", "日期"))
    ]
    found = find_masthead("\n" + "\n".join(lines[:6]))
    return {
        "issued": said["issued"] or found.issued or "",
        "publisher": said["publisher"] or found.publisher or "",
    }


def _with_title(body: str, title: str | None) -> str:
    """The text with its title as the first line, once."""
    body = normalise(body)
    return body if not title or body.lstrip("# ").startswith(title) else f"{title}\n{body}"
