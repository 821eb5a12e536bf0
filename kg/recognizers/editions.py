"""One meeting under several names: a short one (双周协商座谈会, 服贸会) is the edition that the text names in full.

第十五次双周协商座谈会 once, then 双周协商座谈会; 二十国集团（G20）杭州峰会 is what 二十国集团杭州峰会 is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Kind
from kg.recognizers.found import Found
from kg.recognizers.titles import STATE
from kg.text import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model import Entry
    from kg.recognizers.found import Layer

    Names = Mapping[tuple[Kind, str], tuple[Entry, ...]]
    Bodies = Mapping[str, tuple[Entry, ...]]

NUMBER = r"[一二三四五六七八九十百\d]{1,5}"
EDITION = re.compile(rf"第{NUMBER}[届次]|{NUMBER}届|(?<!\d)(?:19|20)\d\d|首[届次]")
"""What makes a name that of one meeting of a series."""
COUNTED = re.compile(NUMBER)
OTHER = re.compile(
    "(?:去年|上年|明年|上[一两]?[届次]|下[一两]?[届次]|前[几两]?[届次]|往届|历[届次]|每[届次年]|\\d年)的?$"
)
"""What stands before a short name that is not of the edition at hand."""
FORUM = re.compile("(?:论坛|大会|峰会|年会)$")
BRACKET = re.compile("[（(][A-Za-z0-9+\u4e00-\u9fff]{2,8}[）)]")
DEBATE = "一般性辩论"
"""The part of a session of the United Nations that a text means by the session."""
ENDS, LONGEST_BODY = 2, 12
"""The characters at the end that two names share; those of a body with its bracket before a name."""


def in_brackets(text: str, layer: Layer, names: Names) -> Iterator[Found]:
    """Yield 二十国集团（G20）杭州峰会 and the like: the known meeting whose name the bracket interrupts."""
    for meeting in layer.of_kind(Kind.MEETING, 0, layer.end):
        if text[meeting.begin - 1 : meeting.begin] not in ("）", ")"):
            continue
        for body in layer.of_kind(Kind.INSTITUTION, max(0, meeting.begin - 2 * LONGEST_BODY), meeting.begin):
            if BRACKET.fullmatch(text, body.end, meeting.begin):
                label = text[body.begin : body.end] + text[meeting.begin : meeting.end]
                entries = names.get((Kind.MEETING, label), ())
                yield Found(body.begin, meeting.end, Kind.MEETING, label, entries, "name with a bracket")


NUMBERED = re.compile(rf"第{NUMBER}[届次]$")


def lengthened(text: str, layer: Layer) -> Iterator[Found]:
    """Yield known meetings with the state's name or a number before them (第71届联合国大会一般性辩论)."""
    for meeting in layer.of_kind(Kind.MEETING, 0, layer.end):
        if meeting.entries and (number := NUMBERED.search(text, max(0, meeting.begin - 8), meeting.begin)):
            body = layer.ending(number.start())
            owned = body is not None and body.kind is Kind.INSTITUTION
            label = (body.label if body is not None and owned else "") + number.group()
            begin = body.begin if body is not None and owned else number.start()
            whole = label + meeting.entries[0].label
            yield Found(begin, meeting.end, Kind.MEETING, whole, (), "edition by its number")
        state = layer.ending(meeting.begin)
        if state is not None and state.label == STATE:
            yield replace(meeting, begin=state.begin)


def in_full(found: list[Found], names: Names, bodies: Bodies) -> list[Found]:
    """The names, a meeting that goes by another name of its body (APEC第三十次领导人非正式会议) as the known one."""
    return [
        replace(one, entries=entries) if (entries := _of_body(one, names, bodies)) else one for one in found
    ]


def _of_body(one: Found, names: Names, bodies: Bodies) -> tuple[Entry, ...]:
    if one.kind is not Kind.MEETING or one.entries:
        return ()
    for cut in range(2, min(LONGEST_BODY, len(one.label))):
        for body in bodies.get(one.label[:cut], ()):
            for form in body.labels:
                if entries := names.get((Kind.MEETING, form + one.label[cut:])):
                    return entries
    return ()


def united(text: str, found: list[Found]) -> list[Found]:
    """The names, a short name of a meeting turned to the one edition in the text that it shortens."""
    full: dict[str, Found] = {}
    for one in found:
        if one.kind is Kind.MEETING and (_of_a_series(one) or one.label.startswith("“")):
            full.setdefault(one.entries[0].iri if one.entries else one.label, one)
    return [_whole(text, one, full) if _gathers(one) else one for one in found]


def _gathers(one: Found) -> bool:
    """Whether a name is a meeting's, or a forum's that may go by the meeting it holds (陆家嘴论坛)."""
    return one.kind is Kind.MEETING or (one.kind is Kind.INSTITUTION and FORUM.search(one.label) is not None)


def _of_a_series(one: Found) -> bool:
    return EDITION.search(one.label) is not None or any(entry.series for entry in one.entries)


def _whole(text: str, short: Found, full: dict[str, Found]) -> Found:
    known = {k: f for k, f in full.items() if _may_stand_for(short, f)}
    fitting = [one for one in known.values() if one.label != short.label and _shortens(short, one)]
    if len(fitting) != 1 or OTHER.search(text, max(0, short.begin - 4), short.begin):
        return short
    whole = fitting[0]
    return replace(
        short,
        kind=whole.kind,
        label=whole.label,
        entries=whole.entries,
        reason="short for the meeting in full",
    )


def _may_stand_for(short: Found, whole: Found) -> bool:
    """Whether a name may shorten one of a series; of a meeting under a motto, all behind the motto (“……”网络议政远程协商会)."""
    if not _of_a_series(whole):
        return len(short.label) > MOTTO_LESS and whole.label.endswith(f"”{short.label}")
    return short.kind is Kind.MEETING or whole.label.endswith(short.label)


MOTTO_LESS = len("工作座谈会")
"""The characters of a meeting's name that is too common to be one meeting's without its motto."""


def _shortens(short: Found, whole: Found) -> bool:
    """Whether a name is the end of a longer one, or says no edition and is its series or keeps its characters in order."""
    if whole.label.endswith(short.label) or whole.label == f"{short.label}{DEBATE}":
        return True
    if _of_a_series(short):
        mine, its = (COUNTED.findall(name) for name in (short.label, whole.label))
        return mine == its and short.label[-1] == whole.label[-1] and in_order(short.label, whole.label)
    if {entry.iri for entry in short.entries} & {entry.series for entry in whole.entries}:
        return True
    names = {short.label, *(form for entry in short.entries for form in entry.labels)}
    return any(in_order(name, whole.label) for name in names if name[-ENDS:] == whole.label[-ENDS:])
