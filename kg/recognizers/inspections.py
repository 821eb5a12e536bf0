"""Inspections: 李克强在上海考察, named after whoever makes it and where; the same one is the same in other words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Kind
from kg.recognizers.found import Found, Layer
from kg.recognizers.headed import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

INSPECTS = re.compile(
    rf"(?:总书记|主席|总理|同志)?(?:在?(?:日前|近日)|今天|昨天|\d{{1,2}}日|上午|下午|至)*(?:在|到|赴|来到|前往)?(?P<name>(?<=[在到赴往])(?!日前|近日|此|这)(?:(?![在到并就，。]|主持|召开)[{HAN}、（）]){{2,20}}?(?:考察|调研|视察)|(?:考察|视察)(?:(?![在到并就])[{HAN}、 ]){{2,24}}?(?=并|时|$|[，。\n]))(?![组团了行])"
)


def find_inspections(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """李克强在上海考察: the inspection, named after whoever makes it and where; bodies inspected keep their places."""
    for person in layer.of_kind(Kind.OFFICIAL, begin, end):
        if not (match := INSPECTS.match(text, person.end, end)):
            continue
        label = person.label + SAID_BETWEEN.sub("", text[person.end : match.end()])
        start, stop = match.start("name"), match.end("name")
        if any(f.kind is Kind.INSTITUTION for f in layer.within(start, stop)):
            verb = next(VISITS.finditer(text, start, stop))
            start, stop = verb.span()
        yield Found(start, stop, Kind.MEETING, label, (), INSPECTION)


SAID_BETWEEN = re.compile(r"总书记|主席|总理|同志|今天|昨天|在?(?:日前|近日)|\d{1,2}日|上午|下午")
VISITS = re.compile("考察|调研|视察")


def united(found: list[Found]) -> list[Found]:
    """The names, an inspection that is named again (习近平在上海考察, later 习近平考察上海) under its first name."""
    first: list[Found] = []
    rows = []
    for one in found:
        if one.kind is Kind.MEETING and one.reason == INSPECTION:
            whole = next((f for f in first if _is_part(one.label, f.label)), None)
            one = one.named(whole.label) if whole else one  # noqa: PLW2901 - the same name, seen again
            first += [] if whole else [one]
        rows.append(one)
    return rows


def _is_part(label: str, whole: str) -> bool:
    """Whether an inspection is one named before, by its place, or a stop on it (在陕西考察, later 来到……公司考察)."""
    stop = re.search("来到|前往", label) is not None
    return label[:2] == whole[:2] and (stop or not _pairs(whole).isdisjoint(_pairs(label)))


def _pairs(label: str) -> set[str]:
    """The pairs of neighbouring characters of a label's place."""
    place = re.sub("考察|调研|视察|在|到|赴", "", label[3:])
    return {place[at : at + 2] for at in range(len(place) - 1)}


INSPECTION = "inspection"
