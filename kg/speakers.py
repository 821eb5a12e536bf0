"""Whose words a sentence reports: the person, or the row of bodies, before a word of speaking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.agents import of_members, official
from kg.clauses import after_marker
from kg.lexicon import PRAISE, SAYS, either
from kg.model import Entity, Kind, Span
from kg.recognizers.headed import PROVINCES

if TYPE_CHECKING:
    from kg.recognizers.found import Found
    from kg.scene import Scene
    from kg.text import Sentence

OPENING = re.compile(rf"^[“]?(?:会议|全会|大会|论坛|讲话|文章|会上)(?:还|同时|并|一致|最后)?{SAYS}")
"""How a sentence begins that reports a meeting's or a speech's own words."""
SPOKEN = re.compile(rf"(?:(?!听取).){{0,16}}?{SAYS}(?:了)?(?=[，：:,。“]|$|将|要|[^，]{{2,}})")
STARTS = re.compile(SAYS)
SAID = re.compile("(?:并|还|同时|均|都)*(?:表示|强调|指出|认为|说|称|重申|介绍|透露|宣布|回应)")
"""How a later clause begins in which the body that opened the sentence speaks; a person may also demand or decide."""
GIVES = re.compile(
    "(?:受[^，。]{2,12}委托|代表[^，。]{2,12})?(?:向[^，。]{2,8})?作(?:了|的)?[^，。]{0,60}(?:报告|说明)(?!精神)|报告(?:了)?[^，。]{2,40}情况"
)
"""What follows whoever reports to a meeting."""
SPEECH = re.compile(
    "[^，。]{0,40}?(?:发表|作)(?:了)?[^，。]{0,12}(?:讲话|演讲|致辞|发言)$|[^，。]{0,16}(?:并|上)(?:讲话|致辞)$|[^，。]{0,20}作出[^，。]{0,6}(?:指示|批示)$"
)
"""What follows whoever speaks to a meeting: his words come in the next sentences."""
PRAISES = re.compile(
    "(?:高度|积极|热烈|充分|衷心|完全|由衷|再次|诚挚)*" + either(PRAISE, "评价 欢迎 赞同 肯定")
)
"""What follows a guest who speaks well of his hosts."""
NAMED_IN_PASSING = re.compile(
    "我[同和与]|要|必须|按照|贯彻|落实|围绕|根据|依据|据(?!悉|了解|介绍)|代表(?!团)|感谢|学习|[由经报受]$"
)
"""What stands before a name that is not the speaker's (贯彻落实党中央决策部署, 代表习近平主席表示感谢)."""
ACTED_ON = re.compile(
    "支持|欢迎|推动|推进|维护|希望|愿|让|使|加强|帮助|促进|要求|参与|[同与向对由](?!比|时|日|此)"
)
"""What stands before a body that something is done to or with, so that it does not speak."""
ENVOY = re.compile("的|(?:总书记|国家主席|主席|总理)?(?:的|特使|特别代表|夫人)")
"""What follows the name of whom somebody else represents (习近平主席特使、国务院副总理)."""
FIRST = 3
"""The sentences that open a text."""
CAPTION = re.compile("【[^】\n]{2,24}】")
ROW = re.compile(
    "(?:等(?:[一二三四五六七八九十两多\\d]{0,3}(?:个)?(?:部门|部委|单位|机构))?)?(?:、|和|与|及|以及)"
)
"""What joins the bodies that speak together (人民银行、证监会表示)."""

PRESENT = re.compile(
    "(?:等(?:部门|单位)?)?(?:有关|相关|主要|新闻)*(?:部门)?(?:负责人|负责同志|发言人)?(?:分别|共同|就|介绍|出席|回答|发布|通报|表示)"
)
PRESS_OFFICE = "国务院新闻办公室"
PRESS_OFFICES = frozenset((PRESS_OFFICE, "国务院新闻办", "中共中央宣传部"))
"""Bodies that hold press conferences for others, the first also by itself where a text names nobody who speaks."""
OF_PLACE = re.compile(f"[^\n]*{either(PROVINCES)}")
"""The headline of what a place tells of itself."""


BESIDE = re.compile("[、和与及 ]?")
"""What stands between the bodies of a row that a headline or a piece of news begins with (中办 国办印发……)."""


def opening_row(scene: Scene, named: list[Found]) -> tuple[Entity, ...]:
    """The bodies of the row that the first of some names opens (人民银行、证监会)."""
    row = named[:1]
    for one in named[1:]:
        if not BESIDE.fullmatch(scene.text, row[-1].end, one.begin):
            break
        row.append(one)
    return entities(scene, row)


def holders(scene: Scene, host: Entity, parts: tuple[Sentence, ...]) -> tuple[Entity, ...]:
    """The row of bodies that hold the own meeting together with its host, by the first lines that name it."""
    for part in parts[:FIRST]:
        held = next(
            (f for f in scene.of_kind(part.span, Kind.MEETING) if scene.entity(f) == scene.meeting), None
        )
        before = scene.of_kind(Span(part.span.begin, held.begin), Kind.INSTITUTION) if held else []
        row = entities(scene, scene.row(before, ROW)) if before else ()
        if host in row:
            return row
    return (host,)


def presenters(scene: Scene, host: Entity, parts: tuple[Sentence, ...]) -> tuple[Entity, ...]:
    """The bodies that a press office invited: the row behind the conference's name in the first lines, who speaks first; else itself."""
    for part in parts[:FIRST]:
        held = [f for f in scene.of_kind(part.span, Kind.MEETING) if scene.entity(f) == scene.meeting]
        after = Span(held[0].end, part.span.end) if held else None
        bodies = scene.of_kind(after, Kind.INSTITUTION) if after else []
        row = opening_row(scene, bodies)
        if row and all(official(e) for e in row) and PRESENT.match(scene.text, _end(scene, bodies, row)):
            return row
    said = next(filter(None, (speaking(scene, part) for part in parts)), [])
    first = entities(scene, said) if said and said[0].kind is Kind.INSTITUTION else ()
    if first and host not in first and all(map(official, first)):
        return first
    guests = any(scene.of_kind(part.span, Kind.OFFICIAL) for part in parts[:FIRST])
    return () if guests or host.label != PRESS_OFFICE or OF_PLACE.match(scene.text) else (host,)


def _end(scene: Scene, bodies: list[Found], row: tuple[Entity, ...]) -> int:
    """Where a row of bodies ends."""
    return max(f.end for f in bodies if scene.entity(f) in row and f.begin <= bodies[len(row) - 1].begin)


def speaking(scene: Scene, sentence: Sentence) -> list[Found]:
    """The person, or the bodies, whose words a sentence reports in its first clauses; nobody where it reports none."""
    opening: list[Found] = []
    speakers = scene.of_kind(sentence.span, Kind.OFFICIAL, Kind.INSTITUTION)
    for clause in sentence.clauses[:3] if speakers else ():
        named = [
            f
            for f in scene.of_kind(clause, Kind.OFFICIAL, Kind.INSTITUTION)
            if scene.entity(f).type != "Media"
        ]
        if named and named[0].begin == sentence.span.begin:
            opening = [f for f in named if f.kind is Kind.OFFICIAL][:1] or named[:1]
        named = _person(scene, named, clause) or named
        if not named and opening and _says_on(scene, opening[0], clause):
            named = opening
        elif not named or not _speaks(scene, named[-1], clause):
            continue
        if named[-1].kind is Kind.OFFICIAL:
            return named[-1:]
        row = scene.row(named, ROW)
        if not (of_members(scene, row[-1]) or ACTED_ON.search(scene.text, clause.begin, row[0].begin)):
            return row
    return []


def opening_person(scene: Scene, sentence: Sentence) -> Found | None:
    """The person whom a sentence begins with, behind his titles (国务院副总理林知远应邀作报告)."""
    at = after_marker(scene.text, sentence.span)
    while (name := scene.layer.starting(at)) is not None and name.kind is not Kind.OFFICIAL:
        at = name.end + (scene.text[name.end] == "、" if name.end < sentence.span.end else 0)
    return name


def captioned(scene: Scene, sentence: Sentence) -> tuple[Entity, ...]:
    """The body that a line is headed by (人民银行：为经济发展提供支持), or that a headline ends with (沪伦通起步--上交所)."""
    last = scene.of_kind(sentence.span, Kind.INSTITUTION)[-1:]
    if not last:
        return ()
    if last[0].end == sentence.span.end and scene.text.endswith("--", 0, last[0].begin):
        return entities(scene, last)
    caption = CAPTION.match(scene.text, sentence.span.begin, sentence.span.end)
    first = scene.layer.starting(caption.end() if caption else sentence.span.begin)
    if first is None or first.kind is not Kind.INSTITUTION:
        return ()
    body = scene.entity(first)
    heads = scene.text[first.end : first.end + 1] in ("：", ":") and body.type != "Media"
    return (body,) if heads and official(body) else ()


def entities(scene: Scene, found: list[Found]) -> tuple[Entity, ...]:
    """What some names stand for, each once."""
    return tuple({scene.entity(f).iri: scene.entity(f) for f in found}.values())


def _speaks(scene: Scene, name: Found, clause: Span) -> bool:
    """Whether a word of speaking follows a name in its clause, that the clause does not name in passing."""
    if NAMED_IN_PASSING.search(scene.text, clause.begin, name.begin):
        return False
    said = scene.text[name.end : clause.end]
    praises = name.kind is Kind.OFFICIAL and name.begin == clause.begin and PRAISES.match(said)
    return bool(praises) or any(pattern.match(said) for pattern in (SPOKEN, GIVES, SPEECH))


def _says_on(scene: Scene, opening: Found, clause: Span) -> bool:
    """Whether a later clause begins in which whoever opened the sentence speaks."""
    said = scene.text[clause.begin : clause.end]
    return (STARTS if opening.kind is Kind.OFFICIAL else SAID).match(said) is not None


def _person(scene: Scene, named: list[Found], clause: Span) -> list[Found]:
    """The first person of a clause who speaks, bodies that he speaks on, for or at left out (审计长某某受国务院委托作的报告)."""
    people = (f for f in named if f.kind is Kind.OFFICIAL and not ENVOY.match(scene.text, f.end))
    return next(([f] for f in people if _speaks(scene, f, clause)), [])
