"""What a clause aims at: the goals that it pursues and the quantities they are stated over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Claim, Entity, Kind, Mention, Span, Status
from kg.rules import goals as goal_rules
from kg.rules import rows
from kg.rules.listed import shared
from kg.rules.quantities import SHORTEST, aimed_at, quantities, reported, shared_heads
from kg.rules.serving import around, served
from kg.rules.told import counted, of_figures, topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Frame, Phrase
    from kg.link import Linker
    from kg.rules.making import Maker, Means
    from kg.rules.supports import Supports
    from kg.scene import Scene

SHORT_VERB = "(?:[稳保促防调扩惠控降补去增优兜拓]|激(?=活力)|转(?=方式)|破(?=难题)(?<![突打攻]破)|添(?=[动活]力)(?<!增添)|强(?=弱项))"
SHORT_OBJECT = "(?:企业|市场|库存|增量|供给|产能|杠杆|短板|就业|民生|市场主体|基本民生|工资|运转|增长|改革|结构|风险|金融|外贸|外资|投资|预期|内需|消费|成本|物价|粮食能源安全|产业链供应链稳定|居民就业|交楼|稳定|安全|楼市|股市|经济|岗位|地价|房价|后劲|活力|动能|订单|主体|基本(?=兜|、|，|。)|底线(?<=兜底线)|动力(?<=[增添]动力)|弱项(?<=强弱项)|(?:发展|创新|转型)(?<=促..)|岗(?<=稳岗)(?![扩增]岗)|通胀|方式(?<=转方式)|难题)"
IDIOM = re.compile(
    f"(?P<verb>{SHORT_VERB})(?<!新增)(?<!开拓)(?<!超调)(?<!性去)(?<![普优互受做担新共].)(?<!实惠)(?<![医社环低确]保)(?<!平稳)(?P<object>{SHORT_OBJECT})(?=[稳保促防调扩惠控降补兜去优拓、，。；：）)]|增(?![大加长强])|和|与|等|各项|一系列|放在|要|工作|举措|政策|结合|提高|目标|的|$|”)"
)
KEPT_IN_STEP = re.compile("[^，。；]{4,30}[与同和][^，。；]{2,20}(?:相匹配|基本匹配|相适应|基本同步)")
"""A state without a verb of its own, beside one that is kept (社会融资规模同经济增长相匹配)."""
PUSHED = frozenset("支持 推动 促进 推进 加快 助力 帮助 引导 鼓励".split())
SEPARATE = frozenset("、和与及“，稳保促防")
CAME_OF = re.compile("(?:带动|拉动|促进|推动)了")
"""A verb that tells what came of something, somewhere in its clause."""
RUN = re.compile(f"(?:{SHORT_VERB}{SHORT_OBJECT}){{2,}}")
"""Short goals in a row without marks (稳就业保民生): each is one, and the row is none."""
ROW = re.compile(
    "(?<![\u4e00-\u9fff、])(?:SHORT、){2,}SHORT(?![\u4e00-\u9fff])".replace(
        "SHORT", "[稳保促防调扩惠控降补增去优强转兴树提畅解](?!作风|职能)[\u4e00-\u9fff]{2}"
    )
)
"""A clause that is a row of such goals, whatever is done in each (转方式、补短板、强服务)."""
OF_MEASURES = re.compile(
    f"(?:[^，。；]{{0,12}}(?:上|方面)[\u4e00-\u9fff]{{2}}|(?:[、和与及]*{SHORT_VERB}[\u4e00-\u9fff]{{1,4}})*(?:等|的)*(?:各项|一系列|相关|有关)?(?:政策|措施|举措|方案))"
)
"""What stands behind a short goal that says only what further measures are for (多出有利于稳增长、稳就业的政策), or where effort is made (在调结构上积极进取)."""
REVIEWED = re.compile(
    "(?P<object>[\u4e00-\u9fff、“”]{4,30}?)(?<![向、已度])(?:工作)?(?:稳妥|持续|不断|进一步|有序|稳步|深入|扎实|有效|积极|逐步|高质量|全面|纵深|得到|初步|正在|继续(?!扩大|降低)|加快|如期|顺利)+(?P<verb>化解|遏制|缓解|深化|推进|处置|扩大|优化|健全|完善|简化|拓宽|规范|降低|完成)$"
)
REPORTED = (Status.DONE, None)
UNDERTAKEN = ("改革", "开放", "体系", "体制", "制度", "机制", "转型", "升级", "建设", "国际化")
"""What does not come about by itself, so that somebody pursued it whenever it was (财税体制改革不断深化)."""
NOT_REVIEWED = re.compile("(?<!高)质量|高质量发展|服务|党|巡视|区域金融改革|机构改革|功能|实力|地位|成效")


def short_goals(text: str, span: Span) -> Iterator[tuple[str, str, Span]]:
    """The short goals of a clause, each with its verb, its object and its place."""
    begin = span.begin
    if row := ROW.search(text, *span):
        for at in range(row.start(), row.end(), 4):
            yield text[at], text[at + 1 : at + 3], Span(at, at + 3)
        begin = row.end()
    for match in IDIOM.finditer(text, begin, span.end):
        yield match["verb"], match["object"], Span(*match.span())


@dataclass(frozen=True, slots=True)
class Aims:
    """The rules of this family with what they need: the scene, the linker, and whom the policies are directed at."""

    scene: Scene
    linker: Linker
    supports: Supports

    def goals(self, phrase: Phrase, make: Maker, means: Means) -> Iterator[Claim | Mention]:
        """The goals of a phrase, pursued by the agents, and what serves them."""
        if RUN.fullmatch(self.scene.said(phrase.span)):
            return
        for verb, object_, span in goal_rules.goals(self.scene, phrase, self.linker.goals):
            if make.stand.status is not Status.PLANNED and counted(self.scene, span):
                continue
            goal = self.linker.goal(verb, object_)
            yield Mention(goal, span, "goal phrase")
            if not (topic(self.scene, make, span.begin) or of_figures(self.scene, make, phrase, goal=True)):
                yield from make.claims("pursues", goal, "pursues-goal", phrase=phrase)
            for entity in served(goal, span, phrase, make, means):
                yield make.claim(entity, "servesGoal", goal, "means-to-end", phrase=phrase)
            leads = phrase.frame == "joined" or around(self.scene, phrase, make.frame)
            if leads or (means.purposive and not means.entities):
                means.purposes.append(goal)
            means.ended = True
            yield from self.quantities(goal, span, make, verb)
            begin = span.begin + len(verb) if self.scene.text.startswith(verb, span.begin) else span.begin
            if not shared(self.scene, span, outside=make.stand.outside):
                yield from self.supports.directed(Span(begin, span.end))

    def continued(self, frame: Frame, last: Phrase, make: Maker) -> Iterator[Claim | Mention]:
        """使信心有效提振，经济明显回升: a clause that goes on with what the `last` verb before it brings about; 规模同增长相匹配."""
        said = make.text
        goes_on = last.verb.endswith(goal_rules.PUSHING) and all(
            rows.CLAUSE.fullmatch(text) for text in (said, self.scene.said(last.object))
        )
        if goes_on or (KEPT_IN_STEP.fullmatch(said) and "pursues" in last.classes):
            goal = self.linker.goal(last.verb if goes_on else "", said)
            yield Mention(goal, frame.span, "goal phrase")
            yield from make.claims("pursues", goal, "pursues-goal", phrase=last)
            yield from () if goes_on else self.quantities(goal, frame.span, make, "")

    def quantities(self, goal: Entity, span: Span, make: Maker, verb: str) -> Iterator[Claim | Mention]:
        """The indicators that a goal is stated over: known ones, and quantities by head word."""
        cut = goal.label.endswith("改革") and not self.scene.said(span).endswith("改革")
        if cut or reported(self.scene, span, self.scene.said(make.evidence)):
            return
        known = [f for f in self.scene.of_kind(span, Kind.INDICATOR) if aimed_at(self.scene, f, span.end)]
        places = [(self.scene.entity(f), Span(f.begin, f.end)) for f in known]
        for place in quantities(self.scene, span, verb):
            part = [k for _, k in places if k.begin < place.end and place.begin < k.end]
            fuller = len(part) == 1 and part[0].end == place.end and part[0].begin - place.begin >= SHORTEST
            set_ = any(t.end == place.end for t in self.scene.of_kind(place, Kind.TOOL))
            if (fuller or not part) and not set_:
                places = [(e, k) for e, k in places if k not in part]
                places.append((self.linker.minted(Kind.INDICATOR, self.scene.said(place)), place))
        for place, label in shared_heads(self.scene, span):
            if not any(k.begin < place.end and place.begin < k.end for _, k in places):
                places.append((self.linker.minted(Kind.INDICATOR, label), place))
        for entity, place in places:
            yield Mention(entity, place, "quantity of a goal")
            yield make.claim(goal, "concerns", entity, "goal-over-indicator", plain=True)

    def idioms(self, frame: Frame, make: Maker, means: Means) -> Iterator[Claim | Mention]:
        """稳就业保民生: the short goals of the genre, wherever they stand in a clause."""
        if (frame.phrases and goal_rules.resulted(frame.phrases[0])) or CAME_OF.search(
            self.scene.text, frame.span.begin, frame.span.end
        ):
            return
        named = self.scene.of_kind(frame.span, Kind.TOOL)
        for verb, object_, span in short_goals(self.scene.text, frame.span):
            if any(self._holds(phrase, span.begin) for phrase in frame.phrases) or any(
                f.begin <= span.begin < f.end for f in named
            ):
                continue
            goal = self.linker.goal(verb, object_)
            yield Mention(goal, span, "short goal")
            yield from make.claims("pursues", goal, "short-goal")
            yield from self.quantities(goal, span, make, verb)
            of_others = OF_MEASURES.match(self.scene.text, span.end, frame.span.end)
            for entity in means.serving:
                if not of_others or verb + object_ in entity.label:
                    yield make.claim(entity, "servesGoal", goal, "means-to-end")

    def _holds(self, phrase: Phrase, at: int) -> bool:
        """Whether a short goal at a place is a phrase itself, or what one has somebody do (支持经济稳增长)."""
        if phrase.span.begin == at:
            return not RUN.match(self.scene.said(phrase.span))
        if RUN.match(self.scene.text, at):
            return False
        done = self.scene.text[phrase.object.begin : at] if at < phrase.object.end else ""
        return phrase.verb in PUSHED and len(done) > 1 and SEPARATE.isdisjoint(done)

    def reviewed(self, frame: Frame, make: Maker) -> Iterator[Claim | Mention]:
        """重点领域金融风险稳妥化解: what is fronted was pursued, and done."""
        if make.stand.status not in REPORTED:
            return
        text = make.text
        start = frame.subject.begin - frame.span.begin if frame.subject else 0
        match = REVIEWED.match(text, start)
        told = match and (make.stand.status is Status.DONE or match["object"].endswith(UNDERTAKEN))
        if match and told and not NOT_REVIEWED.search(text):
            begin = frame.span.begin + match.start("object")
            goal = self.linker.goal(match["verb"], match["object"].removesuffix("工作"))
            yield Mention(goal, Span(begin, frame.span.end), "goal phrase")
            if make.stand.status is Status.DONE or len(make.agents) == 1:
                yield from make.claims("pursues", goal, "reviewed-goal")
