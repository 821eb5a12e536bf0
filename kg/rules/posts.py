"""Who holds which post: titles before a name, names before 为 and a title.

"中国人民银行党委书记、行长潘功胜": two posts. A title without a body of its own takes the one before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.emit import post
from kg.model import Claim, Entity, Kind, Span
from kg.recognizers.headed import COUNTRY
from kg.recognizers.people import AS_MEMBER
from kg.recognizers.titles import STATE_HOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.recognizers.found import Found
    from kg.scene import Scene
    from kg.text import Sentence

BECOMES = re.compile("(?:同志)?(?:为|任|担任|出任|当选为|当选|连任|续任)")
PARTY_TITLE = re.compile("^党[委组]")
STATIONED = re.compile("驻(.{2,16}?)(?:纪检监察组|纪检组)$")
BRACKET = re.compile("[（(][^（）()]{1,20}[）)]")
COUNTRY_GAP = 10
"""The characters before a title that may name its country."""
SERVING = ("发言人", "特使", "代表", "顾问", "助理")
"""How the titles end of those who serve whoever is named right before."""
OF_STATES = re.compile("(?:[前副代]|临时)*(?:总统|总理|首相|国王)")
"""Titles that are a state's, and no body's that a row names before them (某党主席、总统林塔)."""
HEAD = re.compile("(?P<title>副?委员长)(?!会议)")
"""The heads of a standing committee, which their titles alone show at its own meeting."""
FORMER = re.compile("(?<![以之目年天日提此当先])前$|(?<![中高草平])原$")
"""What stands before a post that somebody held once (前美国财政部长保尔森)."""
ROW_GAP = re.compile("(?:同志)?(?:[（(][^（）()]{1,10}[）)])?(?:、|和|及|与|以及)")


def find_posts(scene: Scene, sentence: Sentence) -> Iterator[Claim]:
    """Yield a holds claim for every title of every person of a sentence."""
    names = scene.of_kind(sentence.span, Kind.OFFICIAL)
    if not names:
        return
    held: tuple[Entity, ...] = ()
    before: list[tuple[Found | None, Found]] = []
    for order, name in enumerate(names, 1):
        titles = _as_deputy(scene, names[order - 2 : order - 1], _titles_before(scene, name), before)
        if titles:
            held = () if _former(scene, titles) else tuple(_posts(scene, titles))
        elif not _in_row(scene, names, order - 1):
            held = tuple(_as_member(scene, name))
        before = titles
        for one in held:
            yield _holds(scene.entity(name), one, sentence.span, order)
    yield from _appointments(scene, sentence, names)


def _as_deputy(
    scene: Scene,
    last: list[Found],
    titles: list[tuple[Found | None, Found]],
    before: list[tuple[Found | None, Found]],
) -> list[tuple[Found | None, Found]]:
    """The titles of a person, a deputy's at the body of whoever stands right before (云岭银行行长林知远、副行长何思敏)."""
    body, title = titles[0] if titles else (None, None)
    if title is None or body is not None or not last:
        return titles
    owner = next((own for own, one in before if own is not None and title.label == f"副{one.label}"), None)
    beside = ROW_GAP.fullmatch(scene.text, last[0].end, title.begin) is not None
    return [(owner, title), *titles[1:]] if owner is not None and beside else titles


def _as_member(scene: Scene, name: Found) -> Iterator[Entity]:
    """The seat of a member who speaks at his assembly's own meeting, and of its head (程松岩委员发言说, 林知远委员长主持)."""
    if scene.host is not None and scene.host.type == "Legislature":
        head = scene.host.label.endswith("常务委员会") and HEAD.match(scene.text, name.end)
        member = head or AS_MEMBER.match(scene.text, name.end)
        if member:
            yield post(scene.host, member["title"])


def _former(scene: Scene, titles: list[tuple[Found | None, Found]]) -> bool:
    """Whether a row of titles is of posts that somebody held once."""
    begin = (titles[0][0] or titles[0][1]).begin
    return FORMER.search(scene.text, max(0, begin - 2), begin) is not None


def _holds(person: Entity, held: Entity, evidence: Span, order: int) -> Claim:
    return Claim(person, "holds", held, (evidence,), "post-title", order=order)


def _in_row(scene: Scene, names: list[Found], at: int) -> bool:
    """Whether a name follows the one before it in a row (张青松、宣昌能)."""
    return at > 0 and ROW_GAP.fullmatch(scene.text, names[at - 1].end, names[at].begin) is not None


def _titles_before(scene: Scene, name: Found) -> list[tuple[Found | None, Found]]:
    """The titles that lead up to a name, each with the body named right before it."""
    found: list[tuple[Found | None, Found]] = []
    at = name.begin
    while scene.text[name.end : name.end + 1] in ("：", ":") and scene.text[at - 1 : at] == " ":
        at -= 1
    while (title := _title_ending(scene, at)) is not None:
        at = title.begin
        body = _body_ending(scene, at)
        country = None if body else COUNTRY.search(scene.text, max(0, at - COUNTRY_GAP), at)
        if country is None or scene.text[country.start() - 1 : country.start()] != "、":
            found.insert(0, (body, title))
        at = body.begin if body else country.start() if country else at
        before = scene.layer.ending(at - 1)
        listed = scene.text[at - 1 : at] in ("，", ",") and before is not None and before.kind is None
        if at > 0 and (scene.text[at - 1] in "、兼和" or listed):
            at -= 1
        elif (
            (scene.text[at - 2 : at] == "大会" and title.label == "执行主席")
            or (found and found[0][0] is not None)
            or at == 0
        ):
            break
    return found


def _title_ending(scene: Scene, at: int) -> Found | None:
    """The title right before a place, with whom its holder serves (联合国秘书长发言人 is no 秘书长)."""
    title = scene.layer.ending(at)
    if title is None or title.kind is not None:
        return None
    served = scene.layer.ending(title.begin) if title.label.endswith(SERVING) else None
    whole = served is not None and served.kind is None
    return replace(title, begin=served.begin, label=served.label + title.label) if served and whole else title


def _body_ending(scene: Scene, at: int) -> Found | None:
    """The body named right before a place, a bracket between them passed over (国际货币基金组织（IMF）总裁)."""
    body = scene.layer.ending(at)
    if body is None and scene.text[at - 1 : at] in ("）", ")"):
        begin = max(scene.text.rfind("（", 0, at), scene.text.rfind("(", 0, at))
        body = scene.layer.ending(begin) if BRACKET.fullmatch(scene.text, max(begin, 0), at) else None
    return body if body is not None and body.kind is Kind.INSTITUTION else None


def _posts(scene: Scene, titles: list[tuple[Found | None, Found]]) -> Iterator[Entity]:
    body = _of_the_host(scene, *titles[0])
    for named, title in titles:
        if named is not None:
            body = scene.entity(named)
        if title.label == "执行主席" and body is None and scene.text[title.begin - 2 : title.begin] == "大会":
            body = scene.host
        if named is None and OF_STATES.fullmatch(title.label):
            continue
        own = title.label in STATE_HOLDERS and named is None
        holder = _state(scene, title) if own else _host_of_party_title(scene, body, title, named)
        if holder is not None:
            yield post(holder, title.label)


def _of_the_host(scene: Scene, named: Found | None, title: Found) -> Entity | None:
    """The body whose meeting it is, where a sentence opens with a Party title alone (党委委员、副行长张青松出席)."""
    opens = scene.text[title.begin - 1 : title.begin] in ("", "。", "；", "\n", " ")
    own = scene.meeting is not None and scene.host is not None
    return scene.host if own and named is None and opens and PARTY_TITLE.match(title.label) else None


def _host_of_party_title(
    scene: Scene, body: Entity | None, title: Found, named: Found | None
) -> Entity | None:
    """党委委员 after 驻中国人民银行纪检监察组组长 is a post at the bank, not at the team."""
    if body is None or named is not None or not PARTY_TITLE.match(title.label):
        return body
    stationed = STATIONED.search(body.label)
    if not stationed:
        return body
    return next(
        (e for e in scene.entities.values() if stationed[1] in (e.label, e.label.removeprefix("中国"))), body
    )


def _state(scene: Scene, title: Found) -> Entity | None:
    return scene.entities.get((title.begin, title.begin + 2))


def _appointments(scene: Scene, sentence: Sentence, names: list[Found]) -> Iterator[Claim]:
    """丁薛祥、何立峰为国务院副总理，李尚福为国务委员: names, then 为, a body and a title."""
    row: list[Found] = []
    for at, name in enumerate(names):
        row = [*row, name] if row and _in_row(scene, names, at) else [name]
        if not (becomes := BECOMES.match(scene.text, name.end)):
            continue
        body = scene.layer.starting(becomes.end())
        begin = body.end if body is not None and body.kind is Kind.INSTITUTION else becomes.end()
        title = scene.layer.starting(begin)
        if title is None or title.kind is not None:
            continue
        pair = (body if body is not None and body.kind is Kind.INSTITUTION else None, title)
        for held in _posts(scene, [pair]):
            for person in row:
                yield Claim(scene.entity(person), "holds", held, (sentence.span,), "appointment")
