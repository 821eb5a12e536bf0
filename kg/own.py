"""The document's own meeting: which one its first lines report, who holds it, when and where."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kg.dates import find_dates, resolve
from kg.hosts import holder, host_of
from kg.model import Document, Entity, Entry, Kind
from kg.recognizers.inspections import INSPECTION
from kg.recognizers.meetings import PRESS_CONFERENCE, SINCE, bare
from kg.text import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.link import Linker
    from kg.recognizers.found import Found, Layer
    from kg.text import Sentence
    from kg.vocabulary import Vocabulary

HELD = re.compile("召开|举行|举办|主持(?:召开)?|开幕|闭幕|闭会|学习时强调|开班")
ATTENDED = re.compile("出席|参加[^，。；]{0,24}代表团审议|在.{2,40}上(?:的)?(?:发表|致辞|讲话|发言|作|的)")
TALKS = re.compile("会见|会晤(?!上)|会谈|通电话")
ROUNDUP = re.compile("快讯|早餐|早报|要闻汇总|一周回顾")
AHEAD = re.compile(
    "前不久|不久前|去年底|去年年底|年内|明年|将(?:于|在|围绕|出席|召开|举行)|即将|抵达|今后|办好|迎接|有机会|期待"
)
ASIDE = re.compile("(?:开幕式)?(?:并[^，。；]{2,14})?的(?![^，。；]{0,6}(?:讲话|致辞|演讲|发言))|期间|前夕")
COME = re.compile("(?:出席|参加)(?:了|在[^，。；]{2,12}举行的)?$")
"""What stands around a meeting that others come to, or that only gives the time."""
STUDIED = re.compile("(?:学习|贯彻|落实|传达|领会|按照|根据)[^，。；]*$")
WHAT = re.compile("精神|部署|要求|(?:上|期间)?(?:的)?(?:系列)?重要讲话")
"""What stands around a meeting that another one only takes up (学习贯彻习近平总书记在……座谈会上的重要讲话)."""
ALSO = re.compile("并(?:出席|参加)")
"""What stands between the meeting that is reported and one that the same person comes to as well."""
NEAR = 20
"""How far before its name that may begin."""
LATE = 2
DATED = re.compile("\\d日|今天|近日|日前")
"""What a sentence behind the headline and the lead has to say, to report the meeting and not only speak of it."""
OFTEN = re.compile(
    "(?:常务会议|常委会会议|政治局会议|集体学习|例会|党组会议|座谈会|发布会|吹风会|(?:委员会|领导小组|理事会|国务院全体|委员长)会议|民主生活会|议息会议|磋商|财长会)$"
)
"""The series of which a year has several, so that only the day tells one from the others."""
PLACE = re.compile("在([\u4e00-\u9fff]{1,8}?)(?:人民大会堂|钓鱼台国宾馆|中南海)?(?:召开|举行|举办|开幕|闭幕)")


@dataclass(frozen=True, slots=True)
class Own:
    """The document's own meeting, the body that holds it, and the places where it is named."""

    meeting: Entity | None = None
    host: Entity | None = None
    places: tuple[Found, ...] = ()

    def host_place(self, text: str) -> tuple[int, int] | None:
        """Where the text first names the host, if only inside another name; else where the meeting's name begins to."""
        if self.host is None or not self.places:
            return None
        if (at := text.find(self.host.label)) >= 0:
            return at, at + len(self.host.label)
        year = re.match(r"\d{4}年(?:度)?", self.places[0].label)
        begin = self.places[0].begin + (year.end() if year else 0)
        return begin, min(begin + 2, self.places[0].end)


def own_meeting(
    document: Document,
    parts: tuple[Sentence, ...],
    layer: Layer,
    linker: Linker,
    vocabulary: Vocabulary,
    year: int | None,
) -> Own:
    """The meeting that the first sentences say was held, with its dates; no meeting where none was."""
    if parts and (
        ROUNDUP.search(document.folded, 0, parts[0].span.end) or _tours(document.folded, parts[0], layer)
    ):
        return Own()
    if found := _headlined(document.folded, parts[:1], layer):
        return _dated(document, parts, parts[0], layer, linker, vocabulary, found, year)
    talks = TALKS.search(document.folded, 0, parts[0].span.end) if parts else None
    for cue in (HELD,) if talks else (HELD, ATTENDED):
        for number, part in enumerate(parts[:5]):
            late = number >= LATE and not DATED.search(document.folded, part.span.begin, part.span.end)
            if not late and (found := _held(document.folded, part, layer, cue)):
                return _dated(document, parts, part, layer, linker, vocabulary, found, year)
    return Own()


def _tours(text: str, headline: Sentence, layer: Layer) -> bool:
    """Whether a headline tells of an inspection alone: a talk held on the way is not what the text reports."""
    toured = layer.of_kind(Kind.MEETING, *headline.span)
    return (
        bool(toured) and all(f.reason == INSPECTION for f in toured) and "会" not in text[: headline.span.end]
    )


def _headlined(text: str, parts: tuple[Sentence, ...], layer: Layer) -> Found | None:
    """The press conference that a headline opens with (国新办发布会：……)."""
    for part in parts:
        for found in layer.within(part.span.begin, min(part.span.end, part.span.begin + 30)):
            if (
                found.kind is Kind.MEETING
                and PRESS_CONFERENCE.search(found.label)
                and text[found.end : found.end + 1] in ("：", ":", "】")
            ):
                return found
    return None


def _held(text: str, part: Sentence, layer: Layer, cue: re.Pattern[str]) -> Found | None:
    for clause in part.clauses:
        if cue.search(text, clause.begin, clause.end) and not AHEAD.search(text, clause.begin, clause.end):
            named = [f for f in layer.of_kind(Kind.MEETING, clause.begin, clause.end) if not _aside(text, f)]
            named = [f for f in named if not _studied(text, clause.begin, f)]
            if named:
                more = ALSO.search(text, named[0].end, named[-1].begin)
                return named[0 if more else -1]
    opening = layer.starting(part.span.begin)
    if (
        opening is not None
        and opening.kind is Kind.MEETING
        and not SINCE.match(text, opening.end)
        and cue.search(text, part.span.begin, part.span.end)
    ):
        return opening
    return None


def _studied(text: str, begin: int, meeting: Found) -> bool:
    """Whether a clause only says that what a meeting laid down is taken up (传达学习中央经济工作会议精神)."""
    return (
        WHAT.match(text, meeting.end) is not None and STUDIED.search(text, begin, meeting.begin) is not None
    )


def _aside(text: str, meeting: Found) -> bool:
    """Whether a meeting only says who somebody is or when he does something else (来华出席年会的首相, 出席峰会期间)."""
    return (
        ASIDE.match(text, meeting.end) is not None
        and COME.search(text, max(meeting.begin - NEAR, 0), meeting.begin) is not None
    )


def _dated(
    document: Document,
    parts: tuple[Sentence, ...],
    part: Sentence,
    layer: Layer,
    linker: Linker,
    vocabulary: Vocabulary,
    found: Found,
    year: int | None,
) -> Own:
    told = _telling(document, parts, part, layer, found)
    begin, end = next(filter(any, (_dates(document, each, found, year) for each in told)), (None, None))
    places = (PLACE.search(document.folded, each.span.begin, each.span.end) for each in told)
    place = next(filter(None, places), None)
    host = holder(document.folded, part, layer, linker, found)
    host = host or host_of(part, layer, linker, vocabulary, found)
    if found.label in ("座谈会", "专题座谈会", "工作座谈会") and host is not None:
        found = found.named(f"{host.label}{found.label}")
    plain = linker.entity(found)
    location = place[1] if place else None
    edition = _edition(plain, vocabulary, begin)
    if edition is not None:
        meeting = Entity(edition.iri, Kind.MEETING, edition.label, edition.type, edition.label_en, known=True)
    elif plain.known and plain.type != Kind.MEETING:  # one meeting that the vocabulary knows has no editions
        when = _when(begin, plain.label) if begin else ""
        meeting = replace(linker.minted(Kind.MEETING, when + plain.label), series=plain) if when else plain
    else:
        meeting = plain
    if not meeting.known:
        recurring = begin is not None and not re.search("第.{1,5}[届次]|\\d{4}年|届", meeting.label)
        iri = f"{meeting.iri}_{begin}" if recurring else meeting.iri
        meeting = replace(meeting, iri=iri, begin=begin, end=end, location=location)
    linker.editions[plain.iri] = meeting
    linker.short[found.label] = meeting
    return Own(meeting, host, tuple(_same(layer, found, host, linker, vocabulary)))


def _when(begin: str, label: str) -> str:
    """What tells one meeting of a series from the others: its year, or its day where a year has several."""
    if re.match(r"\d{4}|第", label):
        return ""
    day = date.fromisoformat(begin) if len(begin) == len("2024-01-04") and OFTEN.search(label) else None
    return f"{day.year}年{day.month}月{day.day}日" if day else f"{begin[:4]}年"


def _telling(
    document: Document, parts: tuple[Sentence, ...], part: Sentence, layer: Layer, found: Found
) -> list[Sentence]:
    """The sentences that can say when and where: the one that was found, and those after a headline that name it again."""
    talk = PRESS_CONFERENCE.search(found.label)
    return [part] + [
        each
        for each in parts[:5]
        if each.span.begin > part.span.begin
        and HELD.search(document.folded, each.span.begin, each.span.end)
        and any(
            f.label == found.label or (talk and f.kind is Kind.MEETING and PRESS_CONFERENCE.search(f.label))
            for f in layer.within(each.span.begin, each.span.end)
        )
    ]


def _same(
    layer: Layer, own: Found, host: Entity | None, linker: Linker, vocabulary: Vocabulary
) -> Iterator[Found]:
    """The places that name the own meeting: by its label, by a part of it, or as the host's talk with the press."""
    hosts = {
        f.label
        for f in layer.found
        if f.kind is Kind.INSTITUTION and host is not None and linker.entity(f) == host
    }
    if host is not None:
        entry = vocabulary.entries.get(host.iri)
        hosts |= {host.label, *(entry.labels if entry else ())}
    for found in layer.found:
        if found.kind is not Kind.MEETING:
            continue
        if (
            found.label == own.label
            or own.label.endswith(found.label)
            or found.label.startswith(own.label)
            or (found.label.endswith(own.label) and found.label.removesuffix(own.label) in hosts)
            or _shortened(found.label, own.label)
            or (
                PRESS_CONFERENCE.search(own.label)
                and PRESS_CONFERENCE.search(found.label)
                and (found.begin == own.begin or bare(found) or _by(found.label, own.label, hosts))
            )
        ):
            yield found


def _shortened(label: str, own: str) -> bool:
    """Whether one name is the other with words left out in the middle (“1+6”圆桌对话会, “1+6”对话会)."""
    edges = label[:2] == own[:2] and label[-2:] == own[-2:]
    longer = own.startswith(label) or label.startswith(own)
    return edges and not longer and (in_order(own, label) or in_order(label, own))


def _by(label: str, own: str, hosts: set[str]) -> bool:
    """Whether a press conference's label begins with the host, or with the same meeting as the own one's."""
    if in_order(own, label) or in_order(label, own):
        return True
    return (
        any(label.startswith(host) for host in hosts)
        or (SESSION.match(label) or [None])[0] == (SESSION.match(own) or [""])[0]
    )


SESSION = re.compile(".{4,16}?次会议")


def _edition(plain: Entity, vocabulary: Vocabulary, begin: str | None) -> Entry | None:
    if not plain.known or not begin:
        return None
    for entry in vocabulary.entries.values():
        if entry.series == plain.iri and entry.since and entry.since[:7] == begin[:7]:
            return entry
    return None


def _dates(
    document: Document, part: Sentence, found: Found, year: int | None
) -> tuple[str | None, str | None]:
    """The first day (4日, 今天) or range in the clause that names the meeting, else in the sentence, as the text settles it."""
    anchor = date.fromisoformat(document.issued) if document.issued and len(document.issued) == 10 else None
    named = [c for c in part.clauses if document.folded.find(found.label, c.begin, c.end) >= 0]
    texts = [document.folded[span.begin : span.end] for span in (*named, part.span)]
    for mention in (each for text in texts for each in find_dates(text)):
        if mention.kind not in ("day", "range", "relative"):
            continue
        settled = resolve(mention, anchor) if anchor else mention
        first, last = settled.begin, settled.end
        if first and first.startswith("--") and not first.startswith("---") and year:
            first, last = f"{year}{first[1:]}", f"{year}{last[1:]}" if last else None
        if first and not first.startswith("-") and (mention.kind != "relative" or first == last):
            return first, last if last and not last.startswith("-") else first
    return None, None
