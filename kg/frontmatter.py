"""Named fields about a document: a leading `---` block, or the keys of a JSON object."""

from __future__ import annotations

import re

from kg.masthead import read_day

_FRONT_MATTER = re.compile("---[ ]*\n(?P<fields>(?:[^\n]*\n){0,60}?)---[ ]*(?:\n|\\Z)")
_FIELD = re.compile("^(?P<name>[A-Za-z_\u4e00-\u9fff]+) ?[:：] *(?P<value>[^\n]*?) *$", re.MULTILINE)
_NAMES = {
    "title": "title", "标题": "title", "date": "issued", "issued": "issued", "published": "issued", "pubdate": "issued",
    "日期": "issued", "发布日期": "issued", "时间": "issued", "publisher": "publisher", "author": "publisher",
    "site": "publisher", "发布机构": "publisher", "来源": "publisher", "source": "source", "url": "source",
    "link": "source", "网址": "source", "language": "language", "lang": "language",
}  # fmt: skip


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    r"""The fields of a leading `---` block under the names of `document`'s options, and the text after it.

    >>> split_front_matter("---\ntitle: 会议\ndate: 2024-01-05\n---\n正文")
    ({'title': '会议', 'issued': '2024-01-05'}, '正文')
    """
    found = _FRONT_MATTER.match(text)
    if not found or not _FIELD.search(found["fields"]):
        return {}, text
    return read_fields(dict(_FIELD.findall(found["fields"]))), text[found.end() :]


def read_fields(fields: dict[str, str]) -> dict[str, str]:
    """Fields of any of the usual names, under the names of `document`'s options; dates in ISO, empty ones left out."""
    known = {
        _NAMES[name.lower()]: value.strip(" \"'")
        for name, value in reversed(fields.items())
        if name.lower() in _NAMES
    }
    source = known.get("source", "")
    if source and not source.startswith(("http://", "https://")):
        known.setdefault("publisher", known.pop("source"))
    if "issued" in known:
        known["issued"] = read_day(known["issued"]) or ""
    if "language" in known:
        known["language"] = known["language"][:2].lower()
    return {
        name: value
        for name, value in sorted(known.items(), key=lambda item: list(_NAMES.values()).index(item[0]))
        if value
    }
