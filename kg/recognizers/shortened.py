"""Short forms of bodies that a text has named in full before: 该行, 该所, 交易中心, 派驻纪检监察组, 省地方金融管理局."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Kind
from kg.recognizers.bodies import STATIONED, TAKEN_PART_IN
from kg.recognizers.headed import HAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.recognizers.found import Found

SHORTENED = "short for the body before"
REFERS = {
    "行": "行",
    "所": "所",
    "局": "局",
    "会": "会",
    "部": "部",
    "公司": "公司",
    "组织": "组织",
    "机构": "",
    "银行": "行",
    "协会": "协会",
    "集团": "集团",
    "委员会": "委员会",
    "交易所": "交易所",
    "小组": "组",
    "工作组": "工作组",
}
BARE_HEAD = re.compile(
    "交易中心|基金组织|领导小组|联席会议|上海总部|巡视组|督导组|督查组|指导组|调查组|检查组"
)
BARE_EDGE = re.compile(rf"(?:(?<![{HAN}A-Za-z])|(?<=召开)|(?<=举行)|(?<=要求)|(?<=听取)|(?<=[对由向]))")
STATIONED_TEAM = re.compile("派驻纪检监察组|驻行纪检监察组|派驻纪检组")
REFERRING = re.compile(
    "该(?:公司|组织|机构|银行|协会|集团|委员会|交易所|小组|工作组|行(?!业|为|动|程)|所(?![有以在谓需])|局(?![面势])|会(?![议谈晤员]))"
)


def referred(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """Yield the places of 该行, 该所, 交易中心, 派驻纪检监察组, each turned to the body in full before it."""
    bodies = [f for f in found if f.kind is Kind.INSTITUTION]
    yield from _again(text, bodies)
    for match in BARE_HEAD.finditer(text):
        bare = BARE_EDGE.match(text, match.start())
        if bare and (whole := _before(bodies, match.start(), match.group())):
            yield _placed(whole, match, SHORTENED)
    stationed = [f for f in bodies if STATIONED.fullmatch(f.label)]
    for match in STATIONED_TEAM.finditer(text) if stationed else ():
        yield _placed(stationed[-1], match, SHORTENED)
    for match in REFERRING.finditer(text):
        whole = _before(bodies, match.start(), REFERS[match.group()[1:]])
        if whole is not None and match.start() - whole.end < 400:
            yield _placed(whole, match, "coreference")


IN_SHORT = re.compile(
    rf"(?:[{HAN}]{{2,4}}(?=[省市])|学习贯彻[{HAN}]{{4,24}}精神(?=中央宣讲团))(?P<short>[{HAN}]{{3,}})"
)


def in_full(found: Iterable[Found]) -> Iterator[Found]:
    """The names; a body that goes by 省 or 市 alone (省地方金融管理局), or without what it preaches, is the one that was named in full before."""
    full: dict[str, Found] = {}
    for one in found:
        whole = full.get(one.label) if one.kind is Kind.INSTITUTION and not one.entries else None
        yield replace(one, label=whole.label, entries=whole.entries, reason=SHORTENED) if whole else one
        if one.kind is Kind.INSTITUTION and (named := IN_SHORT.fullmatch(one.label)):
            full[named["short"]] = one


def _again(text: str, bodies: list[Found]) -> Iterator[Found]:
    """The further places of bodies that only their first place shows: bodies by duty, with or without 国务院; mechanisms."""
    duties = {f.label: f for f in bodies if f.reason == "body by its duty" and f.label.startswith("国务院")}
    for duty in duties.values():
        for match in re.finditer(f"(?<!国务院){re.escape(duty.label[3:])}", text):
            yield _placed(duty, match, SHORTENED)
    mechanisms = {f.label: f for f in bodies if f.reason == TAKEN_PART_IN}
    for label, mechanism in mechanisms.items():
        for match in re.finditer(re.escape(label), text):
            yield _placed(mechanism, match, TAKEN_PART_IN)


def _before(bodies: list[Found], at: int, head: str) -> Found | None:
    """The last body before a place whose name ends with a head."""
    return next((f for f in reversed(bodies) if f.end <= at and _ends_like(f, head)), None)


def _placed(body: Found, match: re.Match[str], reason: str) -> Found:
    return replace(body, begin=match.start(), end=match.end(), reason=reason)


def _ends_like(body: Found, head: str) -> bool:
    """Whether a body's name, here or in the vocabulary, ends with a head."""
    return body.label.endswith(head) or any(e.label.endswith(head) for e in body.entries)
