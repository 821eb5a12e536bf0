"""What a body does to tools, documents, stances, goals and sectors, and to which end.

One sentence at a time; means that stand before an end in it serve that end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.agents import frame_subject, silent
from kg.model import Claim, Entity, Kind, Mention, Span
from kg.rules import goals as goal_rules
from kg.rules import instruments, led, passive, targets, tools
from kg.rules.aims import Aims, short_goals
from kg.rules.carried import Carried
from kg.rules.figures import shown, tells
from kg.rules.instruments import only_told
from kg.rules.making import Maker, Means, direction, risen
from kg.rules.stateless import PARTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Frame, Grammar, Phrase
    from kg.link import Linker
    from kg.rules.papers import Papers
    from kg.rules.supports import Supports
    from kg.scene import Line, Scene

NOT_DONE = re.compile("等|资金|空间|预期|概率|可能|周期|后|信号|影响|是|的|窗口|前")
"""What follows a cut that is only spoken of; behind tax relief also the sums that it came to."""
RESULTED = re.compile(NOT_DONE.pattern + "|政策|力度|规模|红利|成果|措施|超|惠|效|约|[\\d]")
GUESSED = re.compile(
    "不排除|倾向|可能|预计|预期|有望|考虑|是否|暗示|如果|若|讨论|何时|押注|呼吁|对于|关于|分析|猜测|概率|提到|谈到|说到|介绍|了解|听取|支持|赞成|主张|反对"
)
"""What stands before a cut of rates that is only thought of."""
GRANTING = frozenset(("给予", "发放"))
COMBINED = re.compile("结合起来$|统筹实施$|有机结合$|学习运用")
"""Two programmes brought together (把扩大内需战略同……有机结合起来) are an end rather than means; a model is a lesson."""
PROPOSED = ("倡议", "议程", "共识", "布局", "思想", "理念")
"""What is carried out as one item of a list when it stands far from the head of its sentence."""
TOPICS = frozenset((Kind.TOOL, Kind.DOCUMENT, Kind.MEETING))
FIELDS = frozenset((Kind.SECTOR, Kind.INDICATOR))
GENERIC_TOOL = re.compile("工具|政策|措施|举措")
LISTED = re.compile("(?:分别为|分别是|包括|主要包括|即|主要是|其中包括|具体包括|一是|二是)")


@dataclass(frozen=True, slots=True)
class Measures:
    """The rules of this family with what they need: the scene, the grammar, the linker."""

    scene: Scene
    grammar: Grammar
    linker: Linker
    aims: Aims
    supports: Supports
    papers: Papers
    carried: Carried = field(default_factory=Carried)

    def read(self, line: Line, heads: tuple[Entity, ...] = ()) -> Iterator[Claim | Mention]:
        """Yield the claims of a sentence and the mentions of its goals and sectors.

        `heads` are the stances that head the part it stands in: its goals are their ends.
        """
        opening = self.carried.opened(self.scene, line)
        means = Means(
            {entity.iri: entity for entity in opening} or self.carried.tools(line),
            heads,
            purposes=self.carried.purposes(line),
            speaking=bool(opening),
        )
        span, before = line.sentence.span, None
        since = targets.begins(self.scene, span)
        idiom = next(short_goals(self.scene.text, span), None)
        told = tells(self.scene, span)
        for clause, stand in zip(line.frames, line.stands, strict=True):
            frame = self.carried.brought_about(self.scene, self.grammar, clause, line, means)
            if instruments.turned(self.scene, frame, means, opening, span.begin):
                means.purposes = self.carried.purposes(line)
            self.carried.begin(self.scene, frame, line, means)
            agents = stand.agents if frame is clause else ()
            make = Maker(agents, stand, span, self.scene, frame, self.scene.said(frame.span))
            for one in self._clause(frame, make, means, line.kinds):
                yield one
                self.carried.head(self.scene, frame, one, line, means)
            if told:
                yield from self._stated(frame)
            if before and before.phrases and not frame.phrases:
                yield from self.aims.continued(frame, before.phrases[-1], make)
            before = clause
            if since is not None and frame.span.begin >= since:
                yield from targets.find_targets(self.linker, make, means)
            if idiom:
                yield from self.aims.idioms(frame, make, means)
        self.carried.keep(self.scene, line, means)

    def _clause(
        self, frame: Frame, make: Maker, means: Means, kinds: frozenset[Kind | None]
    ) -> Iterator[Claim | Mention]:
        """The claims of a clause; `kinds` are those of the names in its sentence."""
        topics = bool(kinds & TOPICS and self.scene.of_kind(frame.span, *TOPICS))
        if topics:
            yield from self._instruments(frame, make, means)
        elif means.speaking and kinds & TOPICS and frame_subject(self.scene, frame):
            means.speaking = False
        if Kind.STANCE in kinds:
            yield from self._stances(frame, make, means)
        for phrase in frame.phrases if frame.phrases and not only_told(self.scene, frame) else ():
            yield from self._phrase(phrase, make, means, topics=topics, stances=Kind.STANCE in kinds)
        yield from self.supports.rows(frame, make, means)
        yield from self.supports.fronted(frame, make, means)
        if kinds & FIELDS:
            yield from self.supports.meant(frame, make, means)
            yield from self.supports.lent(frame, make)
        if not frame.phrases:
            yield from self.aims.reviewed(frame, make)
        if not frame.phrases or frame.phrases[0].verb in GRANTING:
            yield from self.supports.reached(frame, make, means)

    def _instruments(self, frame: Frame, make: Maker, means: Means) -> Iterator[Claim | Mention]:
        """What a clause says of the instruments, documents and meetings that it names."""
        yield from self._topic(frame, make, means)
        yield from self._led(frame, make, means)
        yield from self._named(frame, make, means)
        yield from self._held(frame, make)
        yield from self.supports.named(make)

    def _stated(self, frame: Frame) -> Iterator[Mention]:
        """The quantities whose figures or changes a clause states."""
        for place in shown(self.scene, frame.span, verbless=not frame.phrases):
            yield Mention(self.linker.minted(Kind.INDICATOR, self.scene.said(place)), place, "figure stated")

    def _held(self, frame: Frame, make: Maker) -> Iterator[Claim | Mention]:
        """The quantities that the names of the clause's instruments hold."""
        for tool, place, label in tools.quantities(self.scene, frame.span):
            entity = self.linker.minted(Kind.INDICATOR, label)
            yield Mention(entity, place, "quantity of an instrument")
            yield make.claim(self.scene.entity(tool), "concerns", entity, "tool-over-indicator", plain=True)

    def _named(self, frame: Frame, make: Maker, means: Means) -> Iterator[Claim]:
        """The means that a clause names as its subject or behind 通过."""
        if subject := instruments.subjects(self.scene, frame):
            for entity in subject:
                means.add(entity)
            means.speaking = True
        elif means.speaking and frame_subject(self.scene, frame):
            means.speaking = False
        for entity in instruments.channels(self.scene, frame, acting=bool(make.agents)):
            yield from make.claims("uses", entity, "tool-used-to-an-end", action="Use")
            yield from self._means(entity, make, means)

    def _led(self, frame: Frame, make: Maker, means: Means) -> Iterator[Claim]:
        """What is done to an instrument by the verb right before it, beside what its phrases say."""
        for phrase in led.phrases_of(self.scene, self.grammar, frame) if make.agents else ():
            for claim in tools.uses(self.scene, phrase, make):
                yield claim
                if not phrase.negated:
                    yield from self._means(claim.object, make, means)
        for phrase, made in led.papers_of(self.scene, self.grammar, frame):
            for claim in self.papers.acted_on(phrase, instruments.acting(make, outside=False)):
                if claim.predicate != "guidedBy":
                    yield from (claim,) if made and claim.subject is not instruments.SOMEBODY else ()
                    yield from self._means(claim.object, make, means)

    def _through(self, phrase: Phrase, make: Maker, means: Means) -> Iterator[Claim]:
        """通过定向降准支持小微企业: what stands between 通过 and the verb is used to that end."""
        if phrase.frame != "end" or phrase.head is None:
            return
        for tool in self.scene.of_kind(phrase.head, Kind.TOOL):
            entity = self.scene.entity(tool)
            yield from make.claims(
                "uses", entity, "tool-used-to-an-end", action=tools.DOWN.get(tool.label, "Use"), phrase=phrase
            )
            yield from self._means(entity, make, means)

    def _phrase(
        self, phrase: Phrase, make: Maker, means: Means, *, topics: bool, stances: bool
    ) -> Iterator[Claim | Mention]:
        """The claims of a phrase; whether `topics` are named in its clause, and `stances` in its sentence."""
        acts = topics and not goal_rules.worded(self.scene.said(phrase.span), self.linker.goals)
        on_stance = stances and instruments.on_stance(self.scene, phrase)
        means.begun = means.begun or not on_stance
        acted = [*self._acts(phrase, make)] if acts else []
        yield from (claim for claim in acted if claim.subject is not instruments.SOMEBODY)
        if phrase.negated:
            return
        means.purposive = means.purposive or phrase.frame == "purpose"
        yield from self._through(phrase, make, means)
        far = make.frame.span.begin - make.evidence.begin > 15
        for claim in acted:
            acts_on = claim.predicate in ("uses", "issues", "implements")
            means.issued |= {claim.object.iri} if claim.predicate == "issues" else set()
            item = (far and claim.object.label.endswith(PROPOSED)) or phrase.frame == "purpose"
            if acts_on and claim.object.kind is not Kind.MEETING and not (item or COMBINED.search(make.text)):
                yield from self._means(claim.object, make, means)
        if any(claim.predicate == "uses" for claim in acted):
            yield from self.supports.directed(phrase.object)
            if phrase.head is not None and phrase.frame in ("对", "向", "对于"):
                yield from self.supports.directed(phrase.head)
        if "uses" in phrase.classes and GENERIC_TOOL.search(self.scene.said(phrase.object)):
            means.action = phrase.action
        named = [c for c in acted if c.predicate in ("uses", "issues", "implements", "guidedBy")]
        if (
            (not named or goal_rules.joined(self.scene, phrase))
            and not on_stance
            and not (make.stand.item and PARTY.search(make.stand.item.heading))
        ):
            yield from self.aims.goals(phrase, make, means)
        yield from self.supports.sectors(phrase, make, means)

    def _acts(self, phrase: Phrase, make: Maker) -> Iterator[Claim]:
        """What a phrase does to the instruments and documents that it names, if only by somebody unnamed."""
        by = instruments.acting(make, outside=make.stand.outside or silent(self.scene, make.frame))
        yield from tools.uses(self.scene, phrase, by)
        yield from self.papers.acted_on(phrase, by)

    def _means(self, entity: Entity, make: Maker, means: Means) -> Iterator[Claim]:
        """Take up a means, and tie it to the purposes that the sentence named before it."""
        means.add(entity)
        means.purposive = False
        for goal in (*means.purposes, *means.fronted):
            predicate = "servesGoal" if goal.kind is Kind.GOAL else "supports"
            yield make.claim(entity, predicate, goal, "purpose-of-means")

    def _topic(self, frame: Frame, make: Maker, means: Means) -> Iterator[Claim | Mention]:
        """A tool or a document in the subject's place: 《条例》出台, 操作利率下调0.2个百分点."""
        yield from self._listed(frame, make, means)
        text = self.scene.said(frame.span)
        for name in self.scene.of_kind(frame.span, Kind.TOOL, Kind.DOCUMENT):
            entity = self.scene.entity(name)
            quoted = self.scene.text[name.begin - 1 : name.begin] in "“‘"
            alone = tools.said_alone(self.scene, frame, name)
            if (
                alone
                and not frame.phrases
                and not quoted
                and not (RESULTED if "税" in name.label else NOT_DONE).match(self.scene.text, name.end)
                and not GUESSED.search(self.scene.text, max(frame.span.begin, name.begin - 10), name.begin)
            ):
                yield from make.claims("uses", entity, "tool-acted-on", action=alone)
                yield from self._means(entity, make, means)
                continue
            if name.kind is Kind.TOOL and (turn := tools.turned(self.scene, name)):
                yield from make.claims("uses", entity, "tool-acted-on", action=turn)
            at, verb = passive.verb_behind(self.scene, self.grammar, name, frame.span.end)
            if verb is None or any(passive.holds(self.scene, p, name) for p in frame.phrases):
                continue
            listed = bool(means.action and LISTED.match(text))
            if name.kind is Kind.TOOL and not listed:
                yield from passive.by_whom(self.scene, Span(name.end, at), make).claims(
                    "uses", entity, "tool-acted-on", action=direction(text) or risen(verb, text)
                )
                yield from self._means(entity, make, means)
            elif name.kind is Kind.DOCUMENT and "issues" in verb.classes:
                yield from self.papers.issued(name, verb, Span(name.end, at), make)
                yield from self._means(entity, make, means)
            elif name.kind is Kind.DOCUMENT and "implements" in verb.classes:
                yield from self.papers.carried_through(name, verb, at, make)
        yield from self.papers.guiding(frame, make)
        yield from self.papers.shared_out(frame, make)

    def _listed(self, frame: Frame, make: Maker, means: Means) -> Iterator[Claim]:
        """创设两项新的工具，分别为A和B: each of the row is created. 产业扶贫要……: the subject is a means."""
        named = self.scene.of_kind(frame.span, Kind.TOOL)
        if means.action and not frame.phrases and LISTED.match(self.scene.said(frame.span)):
            for tool in named:
                yield from make.claims("uses", self.scene.entity(tool), "tool-listed", action=means.action)
                yield from self._means(self.scene.entity(tool), make, means)
        elif (
            frame.subject
            and frame.phrases
            and (frame.modal or frame.phrases[0].modal or "supports" in frame.phrases[0].classes)
            and named
            and named[0].begin - frame.subject.begin <= 1
            and frame.subject.end - named[0].end <= 1
        ):
            action = "Improve" if frame.modal or frame.phrases[0].modal else "Use"
            means.add(self.scene.entity(named[0]))
            defined = self.scene.text.startswith("是", named[0].end)
            if (
                not defined
                and passive.verb_behind(self.scene, self.grammar, named[0], frame.span.end)[1] is None
            ):
                yield from make.claims("uses", self.scene.entity(named[0]), "tool-in-charge", action=action)

    def _stances(self, frame: Frame, make: Maker, means: Means) -> Iterator[Claim]:
        for entity in instruments.orientations(self.scene, frame):
            means.add(entity)
        heads = False
        for stance in self.scene.of_kind(frame.span, Kind.STANCE):
            if instruments.REJECTED.search(self.scene.text[frame.span.begin : stance.begin]):
                continue
            entity = self.scene.entity(stance)
            yield from make.claims("adopts", entity, "adopts-stance")
            heads = instruments.heads(self.scene, frame, stance, means, make.evidence.begin, later=heads)
            means.opening += [] if not heads or make.stand.outside else [entity]
