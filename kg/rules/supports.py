"""Whom and what a clause supports, and at whom a policy in it is directed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.model import Claim, Entity, Kind, Mention, Span
from kg.rules import reached as reaching
from kg.rules import sectors as sector_rules
from kg.rules.directed import directed_at, governed, regulated
from kg.rules.listed import between_states, in_rows
from kg.rules.meant import cared_for, lent_to, loans, meant, of_loans
from kg.rules.serving import around
from kg.rules.told import of_figures
from kg.rules.tools import netted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.clauses import Frame, Phrase
    from kg.link import Linker
    from kg.model import Entry
    from kg.recognizers.found import Found
    from kg.rules.making import Maker, Means
    from kg.scene import Scene

REACHING = re.compile("[向对给为用服支助扶帮投]")
LENDERS = re.compile(
    "(?:全国|各|各类|各家|多家|我国|当地|相关|[\\d.]+(?:余|多)?家)*(?:金融|商业|保险|银行业|银行业金融|政策性|地方法人)*(?:机构|银行|公司|保险业|银行业)(?:已经?|正在?|还|也|共|均|都|累计|先后|为|向|对|加大|加快|持续|不断|积极)"
)
"""How a clause begins that tells what lenders do of their own (金融机构已累计为小微企业办理延期)."""
REGULATING = re.compile("监|整顿|开放|准入")
HOW = re.compile("(?:高质量|健康|规范|稳定|平稳)+(?:发展|增长)")
"""How a field is to fare in a document's name, which is an end of its issuer."""
COVERS = re.compile("(?<!论坛)(?<!年会)(?<!会议)(?<!案件)(?:涵盖|聚焦|瞄准|围绕|新增)")
"""How projects and measures tell for which fields they are, whoever acts."""
OF_ANY_MEANS = re.compile("(?:支持|扶持|倾斜)(?:力度)?$")
"""What a means named before gives (用好专项债，对重点项目给予支持), where a phrase that grants something else is another measure."""


@dataclass(frozen=True, slots=True)
class Supports:
    """The rules of this family with what they need: the scene, the linker, the sectors of the vocabulary by their names.

    A document that is a `regulation` is directed at all whom it binds or protects.
    """

    scene: Scene
    linker: Linker
    known: Mapping[str, Entry]
    regulation: bool = False

    def rows(self, frame: Frame, make: Maker, means: Means) -> Iterator[Mention]:
        """The fields that a clause lists in which somebody acts (在电信、医疗等领域), and those that it says are supervised or opened."""
        acts = frame.phrases and (make.agents or means.speaking)
        lists = "等" in make.text and (acts or (COVERS.search(make.text) and "两国" not in self.scene.text))
        objects = [phrase.object.begin for phrase in frame.phrases] if lists else ()
        listed = in_rows(self.scene, frame.span, objects) if lists else ()
        watched = regulated(self.scene, frame.span) if REGULATING.search(make.text) else ()
        bound = governed(self.scene, frame.span) if self.regulation else ()
        for found in (*listed, *watched, *bound):
            yield Mention(self._sector(found), Span(found.begin, found.end), found.reason)

    def directed(self, object_: Span) -> Iterator[Mention]:
        """Those whom a policy with this object is directed at."""
        for found in directed_at(self.scene, object_, self.known):
            yield Mention(self._sector(found), Span(found.begin, found.end), found.reason)

    def reached(self, frame: Frame, make: Maker, means: Means) -> Iterator[Claim | Mention]:
        """金融资源要向……倾斜: the sectors that a clause without a verb phrase supports."""
        if REACHING.search(make.text):
            make = replace(make, agents=()) if LENDERS.match(make.text) else make
            funded = any(entity.kind is Kind.TOOL for entity in means.entities.values())
            make = replace(make, agents=()) if funded else make
            for found in reaching.reached(self.scene, frame.span):
                yield from self._supported(found, make, means)
                for tool in self.scene.of_kind(Span(frame.span.begin, found.begin), Kind.TOOL):
                    entity, sector = self.scene.entity(tool), self._sector(found)
                    yield make.claim(entity, "supports", sector, "means-support")

    def named(self, make: Maker) -> Iterator[Claim | Mention]:
        """What the names of the clause's documents and tools say that they support."""
        for means in self.scene.of_kind(make.frame.span, Kind.DOCUMENT, Kind.TOOL):
            says = reaching.named if means.kind is Kind.DOCUMENT else reaching.eased
            for found in says(self.scene, means, self.known):
                sector = self._sector(found)
                yield Mention(sector, Span(found.begin, found.end), "name of a means")
                yield make.claim(self.scene.entity(means), "supports", sector, "named-for", plain=True)
                if any(_issues(phrase, means) for phrase in make.frame.phrases) and not HOW.search(
                    self.scene.said(Span(found.end, means.end))
                ):
                    yield from make.claims("supports", sector, "supports-sector")

    def meant(self, frame: Frame, make: Maker, means: Means) -> Iterator[Claim | Mention]:
        """Whom the measures that a clause speaks of are for."""
        named = [*meant(self.scene, frame.span)]
        by_verbs = frame.phrases if named else ()
        told = [f.begin for phrase in by_verbs for f in sector_rules.supported(self.scene, phrase)]
        for found in named:
            if found.begin in told:
                continue
            sector = self._sector(found)
            yield Mention(sector, Span(found.begin, found.end), found.reason)
            if not means.speaking:
                yield from make.claims("supports", sector, "supports-sector")
            for entity in means.entities.values() if means.speaking else ():
                if entity.kind in (Kind.TOOL, Kind.DOCUMENT):
                    yield make.claim(entity, "supports", sector, "means-support")
        for found in cared_for(self.scene, frame.span):
            yield Mention(self._sector(found), Span(found.begin, found.end), found.reason)

    def lent(self, frame: Frame, make: Maker) -> Iterator[Claim | Mention]:
        """The loans that a clause tells of, with the fields that they go to, and what the central bank injects."""
        if self.scene.text.find("贷款", *make.evidence) >= 0:
            fields = [*lent_to(self.scene, frame.span), *of_loans(self.scene, frame.span, self.known)]
            listed = () if frame.phrases else in_rows(self.scene, frame.span)
            for found in (*fields, *listed):
                yield Mention(self._sector(found), Span(found.begin, found.end), found.reason)
            for place in loans(self.scene, frame.span, make.evidence):
                yield Mention(self._quantity(place), place, "quantity of a field")
        for tool, net in netted(self.scene, frame.span):
            operation, amount = self.scene.entity(tool), self.scene.entity(net)
            yield make.claim(operation, "concerns", amount, "tool-over-indicator", plain=True)

    def _quantity(self, place: Span) -> Entity:
        """The quantity that is named at a place: a known one, or one of that name."""
        known = (f for f in self.scene.of_kind(place, Kind.INDICATOR) if f.begin == place.begin)
        name = next(known, None)
        return self.scene.entity(name) if name else self.linker.minted(Kind.INDICATOR, self.scene.said(place))

    def fronted(self, frame: Frame, make: Maker, means: Means) -> Iterator[Claim | Mention]:
        """对小微企业，免除租金: the sectors in front of what they are granted; 扩大到: those a tool now reaches."""
        text, means.fronted = make.text, []
        if "对" in text and (not frame.phrases or frame.phrases[0].frame == "对"):
            grants = frame.phrases and frame.phrases[0].verb in sector_rules.GRANTED_BY
            for found in reaching.fronted(self.scene, frame.span):
                means.fronted += [] if grants else [self._sector(found)]
                yield from self._supported(found, make, means, frame.phrases[0] if grants else None)
        tools = self.scene.of_kind(frame.span, Kind.TOOL) if "到" in text or "至" in text else ()
        for found in reaching.extended(self.scene, frame.span) if tools else ():
            sector = self._sector(found)
            yield Mention(sector, Span(found.begin, found.end), found.reason)
            for tool in (t for t in tools if t.end <= found.begin):
                yield make.claim(self.scene.entity(tool), "supports", sector, "tool-extended")

    def sectors(self, phrase: Phrase, make: Maker, means: Means) -> Iterator[Claim | Mention]:
        """The sectors of a phrase, supported by the agents and by the tools and documents named before."""
        talked_of = make.stand.outside and between_states(self.scene)
        for found in sector_rules.supported(self.scene, phrase):
            if talked_of and found.reason == sector_rules.PUSHED_FORWARD:
                continue
            pushed = found.reason == sector_rules.PUSHED_FORWARD
            leads = phrase.frame == "joined" or (not pushed and around(self.scene, phrase, make.frame))
            if leads or (means.purposive and not means.entities):
                means.purposes.append(self._sector(found))
            yield from self._supported(found, make, means, phrase)

    def _sector(self, found: Found) -> Entity:
        """The entity of a field; a name that only its head word showed may still be a known one."""
        entry = self.known.get(found.label) if not found.entries else None
        return self.linker.known(entry) if entry else self.linker.entity(found)

    def _supported(
        self, found: Found, make: Maker, means: Means, phrase: Phrase | None = None
    ) -> Iterator[Claim | Mention]:
        """What supports a sector: the agents, unless an instrument is the subject; tools named before, a document that speaks or is issued."""
        sector = self._sector(found)
        acted = make.agents or means.entities or make.stand.item
        if acted or not between_states(self.scene):  # 中方支持对方发展经济 is nobody's policy
            yield Mention(sector, Span(found.begin, found.end), found.reason)
        if not means.speaking and not of_figures(self.scene, make, phrase):
            yield from make.claims("supports", sector, "supports-sector", phrase=phrase)
        for entity in self._tied(found, make, means, phrase):
            speaks = entity.kind is Kind.DOCUMENT and (means.speaking or entity.iri in means.issued)
            if (speaks or entity.kind is Kind.TOOL) and entity.label != sector.label:
                yield make.claim(entity, "supports", sector, "means-support", phrase=phrase)

    def _tied(self, found: Found, make: Maker, means: Means, phrase: Phrase | None) -> Iterable[Entity]:
        """The means that support a field: those named before, or only what a phrase grants itself (对困难企业实施专项补贴)."""
        if found.reason == sector_rules.PUSHED_FORWARD and not means.speaking:
            return ()
        if phrase is None or phrase.frame != "对" or OF_ANY_MEANS.search(self.scene.said(phrase.object)):
            return means.entities.values()
        own = {self.scene.entity(f) for f in self.scene.of_kind(make.frame.span, Kind.TOOL, Kind.DOCUMENT)}
        return [entity for entity in means.entities.values() if entity in own]


def _issues(phrase: Phrase, document: Found) -> bool:
    """Whether a phrase issues a document."""
    named = phrase.object.begin <= document.begin and document.end <= phrase.object.end
    return named and "issues" in phrase.classes and document.kind is Kind.DOCUMENT
