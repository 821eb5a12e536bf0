"""With whom a body works: 加强与……对话沟通, 同……签署协议; 牵头设立……工作组; 依托……平台, 加入……组织."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import WEEKDAY, either
from kg.model import Claim, Entity, Kind, Span, Status
from kg.recognizers.headed import FOREIGN
from kg.scene import with_agents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.recognizers.found import Found
    from kg.scene import Line, Scene, Stand

SHARED = "对话|沟通|合作|协作|协调配合|协同|协调|交流|信息共享|数据共享|磋商|伙伴关系|互换|互认|互联互通|会商|协作机制|工作机制|协议|协定|备忘录|共享机制|联动|对接"
WITH = re.compile(
    rf"(?P<joint>与|同|和|跟|依托)(?P<whom>[^，。；：]{{2,60}}?)(?:等(?:[^，。；：]{{0,14}}?(?:机构|组织|部门|平台|国际组织))?)?(?:(?:在|就)[^，。；]{{2,24}}?)?(?:一道|一起|共同|继续|进一步|不断|持续)?"
    rf"(?P<verb>加强|深化|扩大|推进|开展|密切|拓展|推动|增进|建立(?:了|健全)?|签署(?:了)?|续签(?:了)?|签订(?:了)?|达成(?:了)?|保持|展开|举行)?(?:了)?(?:的)?[^，。；：、]{{0,16}}?(?:{SHARED})"
)
VERB_BEFORE = re.compile(
    "(?:加强|深化|扩大|推进|开展|密切|拓展|推动|增进|建立|签署|续签|签订|达成|保持|促进|提升)(?:了)?$"
)
VERB_AFTER = re.compile("加强|深化|扩大|推进|开展|密切|拓展|推动|增进|建立|签署|续签|签订|达成|保持|展开")
BETWEEN = re.compile(
    "(?:签署|续签|签订|达成)(?:了)?[^，。；：]{0,20}?(?:协议|协定|备忘录|伙伴关系|机制|安排)|建立(?:了)?[^，。；：]{0,12}?(?:伙伴关系|共享机制)"
    "|(?:共同|联合|合作|携手|联手)(?:出资)?(?:设立|成立|组建|开发|研发|建设|打造|发起|搭建)"
)
LEADS = re.compile(
    "(?:牵头|主办|共同主席|联合主席|担任[^，。]{0,6}主席国)(?:设立|推动|成立|组建|召开|做好|组织|建立)?(?:了)?(?P<what>[^，。；]{2,40})"
)
LED_BY = re.compile(r"由(?P<whom>[^，。；]{2,24}?)(?:牵头|主办)")
TAKES_PART = re.compile(
    "(?:依托|参与|加入|参加|通过)(?:了)?(?P<what>[^，。；]{2,50}?)(?P<tail>等)?(?:多边)?(?P<end>平台|机制|框架|工作|治理|合作|$|，)"
)
ROW = re.compile("(?:、|和|及|以及|与|同)")
JOINS = re.compile("(?:近日|日前|今[天日年]|昨[天日]|" + WEEKDAY + "|已|将|也|还)?(?:、|和|及|以及|与|同)")
MIXED = re.compile("(?:包括|、|和|及|以及|各国央行|等)*")


def find_cooperation(scene: Scene, line: Line) -> Iterator[Claim]:
    """Yield which bodies a body cooperates with, leads, or takes part in."""
    before: tuple[Entity, ...] = ()
    for frame, stand in zip(line.frames, line.stands, strict=True):
        if not scene.of_kind(frame.span, Kind.INSTITUTION):
            continue
        goes_on = before and scene.text[frame.span.begin] in "并且还也"
        make = _Maker(scene, line, with_agents(stand, before) if goes_on else stand)
        first = scene.layer.starting(frame.span.begin)
        before = (
            (scene.entity(first),)
            if first is not None and first.kind is Kind.INSTITUTION
            else before
            if goes_on
            else ()
        )
        yield from _with(make, frame.span)
        yield from _jointly(make, frame.span)
        yield from _led(make, frame.span)
        yield from _parts(make, frame.span)


class _Maker:
    """Makes the claims of one clause."""

    def __init__(self, scene: Scene, line: Line, stand: Stand) -> None:
        self.scene = scene
        self._line = line
        self.sentence = line.sentence.span
        self.stand = stand

    def claim(
        self, agent: Entity, predicate: str, body: Entity, rule: str, status: Status | None = None
    ) -> Claim:
        """One claim with the qualifiers of its clause."""
        stand = self.stand
        item = stand.item.iri if stand.item else None
        return Claim(
            agent,
            predicate,
            body,
            (self._line.sentence.span,),
            rule,
            status=status or stand.status,
            year=stand.year,
            item=item,
            confidence=0.8,
        )

    def bodies(self, begin: int, end: int) -> list[Found]:
        """The bodies named in a range, without media and without those that only a person's title names."""
        found = self.scene.of_kind(Span(begin, end), Kind.INSTITUTION)
        return [f for f in found if self.scene.entity(f).type != "Media" and not self._titled(f)]

    def _titled(self, body: Found) -> bool:
        title = self.scene.layer.starting(body.end)
        return title is not None and title.kind is None

    def subjects(self, begin: int, end: int) -> tuple[Entity, ...]:
        """The bodies right before a place (甲、乙与……), else the clause's agents."""
        own = self.bodies(begin, end)
        row = [
            f
            for at, f in enumerate(own)
            if at == 0 or ROW.fullmatch(self.scene.text, own[at - 1].end, f.begin)
        ]
        return (
            tuple(self.scene.entity(f) for f in row)
            if row and row[0].begin <= begin + 12
            else self.stand.agents
        )


def _with(make: _Maker, clause: Span) -> Iterator[Claim]:
    """甲与乙签署协议, 加强与乙对话沟通: the partner is the body right after 与."""
    text = make.scene.text
    for match in WITH.finditer(text, clause.begin, clause.end):
        partners = _row(make, match.start("whom"), match.end())
        acts = VERB_BEFORE.search(text, clause.begin, match.start()) or VERB_AFTER.search(
            text, match.start(), match.end()
        )
        subjects = make.subjects(clause.begin, match.start()) if partners and acts else ()
        for body in partners:
            for agent in subjects:
                if agent != body:
                    yield make.claim(agent, "cooperatesWith", body, "cooperates-with")
        if subjects:
            return
    yield from _between(make, clause)


def _row(make: _Maker, begin: int, end: int) -> list[Entity]:
    """The bodies of a row that begins at a place; none where something else comes first."""
    found: list[Found] = []
    at = begin
    for body in make.bodies(begin, end):
        if not MIXED.fullmatch(make.scene.text, at, body.begin):
            break
        found.append(body)
        at = body.end
    if not found or NOT_A_PARTNER.match(make.scene.text, found[-1].end):
        return []
    return [make.scene.entity(f) for f in found]


NOT_A_PARTNER = re.compile("国家|官员|领导人|成员国|各国|媒体|企业(?!集团)|(?:等)?框架内")


def _between(make: _Maker, clause: Span) -> Iterator[Claim]:
    """甲和乙签署备忘录, 甲与乙共同设立基金: the bodies of the row with each other."""
    match = BETWEEN.search(make.scene.text, clause.begin, clause.end)
    if not match:
        return
    bodies = make.bodies(clause.begin, match.start())
    if (
        len(bodies) == len(PAIR)
        and JOINS.fullmatch(make.scene.text, bodies[0].end, bodies[1].begin)
        and match.start() - bodies[1].end <= NEAR
    ):
        first, second = (make.scene.entity(b) for b in bodies)
        if first != second:
            yield make.claim(first, "cooperatesWith", second, "signs-between")


def _jointly(make: _Maker, clause: Span) -> Iterator[Claim]:
    """财政部和亚洲开发银行决定开展培训合作: what a body decides with one abroad, if it is said to be cooperation."""
    text, end = make.scene.text, make.sentence.end
    if not SHARED_WORK.search(text, clause.begin, end) or not JOINTLY.search(text, clause.begin, clause.end):
        return
    bodies = make.bodies(clause.begin, clause.end)[:2]
    if len(bodies) == len(PAIR) and JOINS.fullmatch(text, bodies[0].end, bodies[1].begin):
        first, second = (make.scene.entity(b) for b in bodies)
        abroad = [one for one in (first, second) if OVERSEAS.match(one.label)]
        if len(abroad) == 1 and JOINTLY.match(text, bodies[1].end, clause.end):
            yield make.claim(first, "cooperatesWith", second, "signs-between")


JOINTLY = re.compile("(?:[\\d月日今昨近前天]{2,6})?(?:决定|宣布|同意|联合|共同)")
SHARED_WORK = re.compile("合作|互联互通|互换|对接")
OVERSEAS = re.compile(f"(?:{either(' '.join(FOREIGN))}|香港|澳门|欧洲)")
PAIR = ("one", "other")
NEAR = 20


def _led(make: _Maker, clause: Span) -> Iterator[Claim]:
    text = make.scene.text
    if passive := LED_BY.search(text, clause.begin, clause.end):
        led = make.scene.layer.ending(passive.start())
        for agent in _row(make, passive.start("whom"), passive.end("whom")) if led else ():
            if led is not None and led.kind is Kind.INSTITUTION and agent != make.scene.entity(led):
                yield make.claim(agent, "leads", make.scene.entity(led), "leads-body")
    for match in LEADS.finditer(text, clause.begin, clause.end):
        led_by = LED_BY.search(text, clause.begin, clause.end)
        subjects = (
            make.subjects(led_by.start("whom"), led_by.end("whom"))
            if led_by
            else make.subjects(clause.begin, match.start())
        )
        for body in _row(make, match.start("what"), match.end("what")):
            for agent in subjects:
                if agent != body and (body.type in GROUPS or body.type is None):
                    yield make.claim(agent, "leads", body, "leads-body")


GROUPS = frozenset(
    ("WorkingGroup", "InternationalForum", "InternationalOrganization", "Association", "Institution")
)


def _parts(make: _Maker, clause: Span) -> Iterator[Claim]:
    """依托……等平台, 加入……组织, 参加……机制: the bodies right after the verb."""
    text = make.scene.text
    for match in TAKES_PART.finditer(text, clause.begin, clause.end):
        joins = match.group().startswith(("加入", "参加"))
        if not joins and match["end"] not in FORUMS:
            continue
        stop = clause.end if joins else match.end()
        row = _row(make, match.start("what"), stop)
        if row and (begun := BEGUN.match(text, _end_of(make, row[-1], match.start(), stop), stop)):
            row = _row(make, begun.end(), stop)
        own = make.subjects(clause.begin, match.start())
        subjects = (
            ()
            if (joins and own == make.stand.agents and not make.bodies(clause.begin, match.start()))
            else own
        )
        for body in row:
            ends = JOINED.match(text, _end_of(make, body, match.start(), stop), clause.end) if joins else True
            for agent in subjects if ends and body.type != "PartyBody" else ():
                if agent != body:
                    yield make.claim(agent, "participatesIn", body, "takes-part")


BEGUN = re.compile("(?:等[^，。；的]{0,8})?(?:联合|共同)?(?:发起|主办|牵头|组织|倡导|主导)的")
"""What follows those who only began what is joined (参加国际清算银行发起的项目)."""
FORUMS = ("平台", "机制", "框架", "治理")
JOINED = re.compile(r"(?:、|和|及|与|等|，|$|后|以来|\d|的|谈判|这|组织)")


def _end_of(make: _Maker, body: Entity, begin: int, end: int) -> int:
    """Where the body is named last in a range."""
    return max(
        (
            f.end
            for f in make.scene.of_kind(Span(begin, end), Kind.INSTITUTION)
            if make.scene.entity(f) == body
        ),
        default=end,
    )
