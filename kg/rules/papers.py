"""What a body does with documents: it issues them, implements them, is guided by them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.model import Claim, Entity, Kind, Span, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Frame, Phrase
    from kg.model import Verb
    from kg.recognizers.found import Found
    from kg.rules.making import Maker
    from kg.scene import Scene

MEMBERS = re.compile("等(?:[^，。；]{0,8}的)?$")
"""After the members of a package, before its name (包括……等六大方向的20条措施)."""
DRAFT = re.compile("草案|案|稿|情况|工作|建议|说明")
"""After a verb behind a document's name: the draft or the work is meant (森林法修订草案)."""
SINCE = re.compile("实施?(?:以来|之后|后|前)|以来|之后|后|前|之前|之际")
"""After a verb behind a document's name: the time since is told, not who made it (农村土地承包法颁布以来)."""
SPIRIT = re.compile("(?:及其实施细则)?(?:的)?(?:精神|部署|决策部署|要求|重要讲话|决议|决定|会议部署)")
GUIDING = re.compile(
    "(?:以(?P<light>[^，。；]{2,100})为(?:指导|指引|(?:根本)?遵循|行动指南|(?:(?<=思想为)|(?<=理念为)|(?<=精神为))[引统]领)|在(?P<under>[^，。；]{4,40}?)(?:的)?(?:科学|正确)?指引下|(?:按照|遵照|根据)(?P<order>.{2,40}?)(?:的)?(?:决策)?(?:部署|要求|精神)"
    "|(?:围绕|就|关于|把|将)(?:深入|认真)?(?:学习|宣传|传达)*贯彻(?:落实)?(?P<spirit>.{2,30}?)精神(?!的))"
)
OCCASION = re.compile(
    "以(?:深入|全面)*(?:贯彻|学习)*(?:落实|实施|执行)好?[《“]?(?=[^，。；]{2,60}为(?:契机|抓手|引领|牵引|重点|主线|动力))"
)
"""What stands before a document whose carrying out is the occasion for more (以实施《旅游法》为契机)."""
BANNER = re.compile("^【[^】\n]*$")
"""A column's name at the head of a text (【在……指引下】): nobody's words."""
ROW = re.compile(
    "[》”]?(?:、|和|与|及|以及)?(?:(?:协调|统筹|深入|扎实|全面)*(?:推进|推动|实施|落实|执行))?[《“]?"
)
SHARED_OUT = re.compile("[》”]?(?:的)?(?:重点)?(?:任务|工作|责任|部门|和)*分工")
"""What follows a document whose tasks are given out (确定《政府工作报告》重点任务分工)."""
STATE_AFTER = re.compile(
    "^(?:的)?(?:高质量发展|走深走实|行稳致远|合作|建设|配套|相关(?:政策|法规|规定|制度)|[同与][^，。]{2,24}(?:对接|衔接))"
)
OTHERWISE = re.compile("是$|关于|提请|审议|修改(?!后?的$)|实施|贯彻|落实|执行|遵守|违反|学习")
CARRIED = re.compile("(?:战略|总体布局|战略布局|行动|行动计划|行动方案|工程|倡议)$")
PUSHING = frozenset(("推动", "推进", "加快", "抓好", "督促", "确保"))
BARELY = re.compile("(?:贯彻)?落实(?:好)?[“《]?|实施[“《]?|执行[“《]?")
PUSHED = re.compile(
    "[》”]?(?:各项|目标|重点|任务)*[^，。、的]{0,6}(?:实施|落实|落地|执行|见效|完成|收官)(?:见效|到位|生效|显效)?$"
)
"""Behind a document that is pushed forward (推动《云岭规划》有效实施)."""
ROWED = re.compile("(?:、[^，。；]{2,80})?等(?:多个|国家|区域|重大|协调|发展)+战略$")
"""Behind a strategy of a row that is pushed forward (推动长江经济带发展、西部大开发等国家重大战略)."""
CARRYING = re.compile("坚持|开展|启动|推进|深化|完成|推行")
OUT = frozenset("发布 印发 公布 颁布 通过 审议通过 表决通过 讨论通过 签署 发表 下发 批准".split())
CONSIDERING = "审议"
"""What is only considered (审议《……条例》) is not out by that; who made it may be said by its name."""
OF_THEIRS = re.compile("[有相]关(?:部门|单位|机构)")
"""Behind a body of which only some part is meant (国务院有关部门)."""
ANEW = re.compile("另行|负责|抓紧|尽快")
"""What leaves a document to somebody who has yet to make it, as a law does (办法由国务院另行制定)."""
FORWARDING = frozenset(("批转", "转发"))
"""What a body does with a document of another one: it is issued by both."""
TO_COME = re.compile(
    "将(?!军)|(?<![主需重首纲摘])要(?![求素点件])|应(?![用急对])|拟|计划|加快|尽快|抓紧|适时|推动|提请|建议|准备"
)
"""What stands before a verb of issuing where the document is still to come."""
ENDS = re.compile("[，。；]|$")
KEEPING = frozenset(("坚持", "秉持"))
THOUGHT = re.compile("(?:思想|理念|理论)$")
DOCTRINE = re.compile("(?:思想|理念|理论|新战略|新论断|讲话|论述|指示|批示|精神)$")


def _carried_out(
    phrase: Phrase, document: Entity, said: str, before: str, after: str, *, whole: bool
) -> bool:
    """Whether a verb that is not one of carrying out is for this kind of document (坚持扩大内需战略, 开展种业振兴行动)."""
    if phrase.verb in PUSHING and (
        BARELY.fullmatch(before)
        or (whole and (PUSHED.match(after) or ROWED.match(after) or said.endswith("建设")))
    ):
        return True
    if phrase.verb == "完成" and said.endswith("规划") and not before:
        return True
    if not CARRIED.search(document.label) or not (whole or before == "实施"):
        return False
    fronted = phrase.frame == "disposal" and (
        before in ("", "实施") or "战略" in before or before.endswith("纳入")
    )
    return fronted or CARRYING.search(phrase.verb) is not None


@dataclass(frozen=True, slots=True)
class Papers:
    """The rules of this family with the scene that they read."""

    scene: Scene
    occasion: Entity | None = None

    def acted_on(self, phrase: Phrase, make: Maker) -> Iterator[Claim]:
        """The documents and meetings in a verb's object: issued, implemented, guiding."""
        for name in self.scene.of_kind(phrase.object, Kind.DOCUMENT, Kind.MEETING):
            entity = self.scene.entity(name)
            kept = phrase.verb in KEEPING and DOCTRINE.search(entity.label) is not None
            if (
                kept
                or "guidedBy" in phrase.classes
                or (name.kind is Kind.MEETING and "implements" in phrase.classes)
            ):
                yield from self._guided(entity, name, phrase, make)
            if name.kind is not Kind.DOCUMENT:
                continue
            if STATE_AFTER.search(self.scene.text[name.end : phrase.object.end]):
                continue
            before = self.scene.text[phrase.object.begin : name.begin]
            forwarded = phrase.verb in FORWARDING
            near = forwarded or (len(before) <= 8 and not OTHERWISE.search(before))
            whole = near or MEMBERS.search(before) is not None or self._in_row(phrase, name)
            if "issues" in phrase.classes and whole and phrase.verb != CONSIDERING:
                by = self.scene.made_by(name)
                if forwarded:
                    by = tuple({body.iri: body for body in (*make.agents, *by)}.values())
                yield from (replace(make, agents=by) if by else make).claims(
                    "issues",
                    entity,
                    "issues-document",
                    action=phrase.action if phrase.action in ("Create", "Improve", "End") else "Create",
                    phrase=phrase,
                    status=Status.DONE if self._is_out(phrase, make) else None,
                )
            yield from self._followed(entity, name, phrase, make, whole=whole)

    def _followed(
        self, entity: Entity, name: Found, phrase: Phrase, make: Maker, *, whole: bool
    ) -> Iterator[Claim]:
        """A document in the object of a verb of carrying out: a doctrine guides, another one is implemented."""
        carries = "implements" in phrase.classes and "guidedBy" not in phrase.classes
        thought = THOUGHT.search(entity.label) or name.label.endswith("精神")
        before = self.scene.text[phrase.object.begin : name.begin]
        if carries and (thought or SPIRIT.match(self.scene.text, name.end)):
            yield from self._guided(entity, name, phrase, make)
        elif (carries and (whole or "落实" in phrase.verb or phrase.verb == "抓好")) or _carried_out(
            phrase, entity, name.label, before, self.scene.text[name.end : phrase.object.end], whole=whole
        ):
            yield from make.claims("implements", entity, "implements-document", phrase=phrase)

    def _is_out(self, phrase: Phrase, make: Maker) -> bool:
        """Whether a document is told as out (会议通过《条例》), not as what is to come or what a law lays down."""
        before = self.scene.text[make.frame.span.begin : phrase.span.begin]
        settled = phrase.verb in OUT and not phrase.modal and not TO_COME.search(before)
        return settled and "第一条" not in self.scene.text

    def _in_row(self, phrase: Phrase, name: Found) -> bool:
        """Whether a document follows another one in a row that begins the object (《甲》和《乙》)."""
        row = [f for f in self.scene.of_kind(phrase.object, Kind.DOCUMENT) if f.end <= name.begin]
        between = self.scene.text[row[-1].end : name.begin] if row else "x"
        return bool(row) and row[0].begin - phrase.object.begin <= 8 and ROW.fullmatch(between) is not None

    def _guided(self, entity: Entity, name: Found, phrase: Phrase, make: Maker) -> Iterator[Claim]:
        after = self.scene.text[name.end : phrase.object.end]
        doctrine = DOCTRINE.search(entity.label) or DOCTRINE.search(name.label) or SPIRIT.match(after)
        if name.kind is Kind.DOCUMENT and not doctrine and "implements" in phrase.classes:
            yield from make.claims("implements", entity, "implements-document", phrase=phrase)
        elif name.kind is Kind.DOCUMENT or SPIRIT.search(after) or not after:
            for subject in self._guided_by(make):
                if subject != entity:
                    yield Claim(subject, "guidedBy", entity, (make.evidence,), "guided-by", item=make.item)

    def _guided_by(self, make: Maker) -> tuple[Entity, ...]:
        """Whom a doctrine guides: the document's own meeting, else the inspection or the talk it reports, else the agent."""
        return (self.occasion,) if self.occasion and not make.stand.outside else make.agents

    def guiding(self, frame: Frame, make: Maker) -> Iterator[Claim]:
        """以……为指导, 按照……部署."""
        guiding = GUIDING.search(self.scene.text, frame.span.begin, frame.span.end)
        if guiding and not BANNER.search(self.scene.text, 0, guiding.start()):
            place = Span(*next(guiding.span(n) for n in ("light", "under", "order", "spirit") if guiding[n]))
            for name in self.scene.of_kind(place, Kind.DOCUMENT, Kind.MEETING):
                entity = self.scene.entity(name)
                itself = self.scene.text.startswith("本", name.begin)  # 根据本通知要求 is no guidance
                for subject in self._guided_by(make):
                    if subject != entity and not itself:
                        yield Claim(subject, "guidedBy", entity, (make.evidence,), "guided-by")

    def shared_out(self, frame: Frame, make: Maker) -> Iterator[Claim]:
        """确定《政府工作报告》重点任务分工: its tasks are to be carried out; 以实施《旅游法》为契机: it is."""
        documents = self.scene.of_kind(frame.span, Kind.DOCUMENT)
        occasion = OCCASION.search(self.scene.text, *frame.span) if documents else None
        for name in documents:
            near = occasion is not None and occasion.end() - 1 <= name.begin <= occasion.end()
            if near or SHARED_OUT.match(self.scene.text, name.end, frame.span.end):
                yield from make.claims("implements", self.scene.entity(name), "implements-document")

    def carried_through(self, name: Found, verb: Verb, at: int, make: Maker) -> Iterator[Claim]:
        """创新驱动发展战略深入实施: a strategy or an action before the verb that tells how it went."""
        entity = self.scene.entity(name)
        if CARRIED.search(entity.label) and ENDS.match(
            self.scene.text, at + len(verb.word), make.frame.span.end
        ):
            done = make.stand.status or Status.DONE
            yield from make.claims("implements", entity, "implements-document", status=done)

    def issued(self, name: Found, verb: Verb, gap: Span, make: Maker) -> Iterator[Claim]:
        """《条例》出台; 《办法》由中国人民银行公布: a body in the gap between name and verb is the one.

        What stands before 的《办法》 made it, and is for the rule of the verb there.
        """
        if self.scene.text[name.begin - 1 : name.begin] == "的":
            return
        named = (
            self.scene.of_kind(gap, Kind.INSTITUTION) if self.scene.text.startswith("由", gap.begin) else []
        )
        named = [f for f in named if not OF_THEIRS.match(self.scene.text, f.end)]
        agents = tuple(self.scene.entity(f) for f in named) or self.scene.made_by(name)
        if not agents and SINCE.match(self.scene.text, gap.end + len(verb.word)):
            return
        by = replace(make, agents=agents) if agents else make
        asked = Status.ONGOING if verb.word.endswith("征求意见") else Status.DONE
        if named and ("第一条" in self.scene.text or ANEW.search(self.scene.text, gap.begin, gap.end)):
            asked = Status.PLANNED
        if DRAFT.match(self.scene.text, gap.end + len(verb.word)):
            return
        done = make.stand.status or asked
        yield from by.claims(
            "issues", self.scene.entity(name), "document-issued", action=verb.action, status=done
        )
