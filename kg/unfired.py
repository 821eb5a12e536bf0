"""Why a rule of the table said nothing about a clause: the first of its needs that the clause does not meet.

Asks the same scene, cues and functions that the rules read with; nothing is parsed here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.agents import silent
from kg.model import Kind, Status
from kg.rules import attendance, convening, cooperation, goals, posts, reached, represented, sectors, states
from kg.rules.aims import IDIOM, REVIEWED
from kg.rules.measures import LISTED
from kg.rules.papers import GUIDING
from kg.rules.stateless import PARTY

if TYPE_CHECKING:
    from kg.clauses import Frame, Phrase
    from kg.recognizers.found import Found
    from kg.scene import Line, Scene, Stand


@dataclass(frozen=True, slots=True)
class View:
    """One clause as the rules see it."""

    scene: Scene
    line: Line
    frame: Frame
    stand: Stand

    @property
    def text(self) -> str:
        """The clause."""
        return self.scene.said(self.frame.span)

    def named(self, *kinds: Kind) -> list[Found]:
        """The names of some kinds in the clause."""
        return self.scene.of_kind(self.frame.span, *kinds)

    def verbs(self, *classes: str) -> tuple[Phrase, ...]:
        """The verb phrases of some classes."""
        return tuple(p for p in self.frame.phrases if p.classes & set(classes))

    def objects(self, kind: Kind, *classes: str) -> list[Found]:
        """The names of a kind in the objects of verbs of some classes."""
        return [f for p in self.verbs(*classes) for f in self.scene.of_kind(p.object, kind)]

    def fronted(self, kind: Kind) -> list[Found]:
        """The names of a kind that stand before every verb's object."""
        inside = [(p.object.begin, p.object.end) for p in self.frame.phrases]
        return [f for f in self.named(kind) if not any(b <= f.begin < e for b, e in inside)]

    def before(self, *kinds: Kind) -> list[Found]:
        """The names of some kinds in the clauses before this one."""
        begin = self.line.sentence.span.begin
        return [
            f
            for f in self.scene.of_kind(self.line.sentence.span, *kinds)
            if begin <= f.begin < self.frame.span.begin
        ]


Test = Callable[[View], object]
Reason = str | Callable[[View], str]
Needs = tuple[tuple[Test, Reason], ...]


def why_not(rule: str, view: View) -> str | None:
    """The first need of a rule that a clause does not meet; None where it has no cue of the rule at all.

    >>> why_not("uses-tool", View(...))  # doctest: +SKIP
    'no tool in the object'
    """
    needs = NEEDS.get(rule, ())
    for number, (test, reason) in enumerate(needs):
        if not test(view):
            return None if number == 0 else reason if isinstance(reason, str) else reason(view)
    return "its needs are met, but another rule or name took the words" if needs else None


def _acting(view: View) -> bool:
    return bool(view.stand.agents)


def _speaking_for_policy(view: View) -> bool:
    return not silent(view.scene, view.frame)


def _subject(view: View) -> str:
    said = view.scene.said(view.frame.subject) if view.frame.subject else ""
    return f"the subject {said} is nobody whose policy is stated"


AGENT: Needs = (
    (_speaking_for_policy, _subject),
    (_acting, "nobody acts: no subject that is a body, and no body that the text speaks for"),
)


def _verbs(view: View) -> str:
    return "、".join(p.verb for p in view.frame.phrases) or "none"


def _no_goal(view: View) -> str:
    """Which test of the goals' family turned the first phrase away."""
    phrase = view.verbs("pursues")[0]
    said, object_ = view.scene.said(phrase.span), view.scene.said(phrase.object)
    if phrase.negated:
        return f"{said} is negated"
    if PARTY.search(said):
        return f"{said} is the body's own Party work"
    if states.ACTIVITY.search(object_):
        return f"{said} is an activity"
    names = view.scene.of_kind(phrase.object, Kind.TOOL, Kind.DOCUMENT, Kind.STANCE, Kind.MEETING)
    if names:
        return f"the object is a {names[0].kind}, which the verb acts on: {names[0].label}"
    if sectors.TOWARD.search(said) or view.verbs("supports"):
        return f"{said} supports a field and states no end"
    return f"{said} reaches no stated state of affairs"


def _goals(view: View) -> list[object]:
    return [g for p in view.verbs("pursues") for g in goals.goals(view.scene, p, {})]


def _sectors(view: View) -> list[Found]:
    return [s for p in view.frame.phrases for s in sectors.supported(view.scene, p)]


def _other_body(view: View) -> bool:
    agents = {agent.iri for agent in view.stand.agents}
    return any(view.scene.entity(f).iri not in agents for f in view.named(Kind.INSTITUTION))


PERSON: Needs = (
    (lambda v: v.scene.of_kind(v.line.sentence.span, Kind.OFFICIAL), "no person is named in the sentence"),
    (
        lambda v: v.named(Kind.MEETING) or v.scene.meeting,
        "no meeting is named, and the text reports none of its own",
    ),
    (lambda _: False, "the person does not stand before the cue, or what is said is only reported"),
)
OWN_TALK: Test = lambda v: v.scene.meeting and attendance.TALK.search(v.scene.meeting.label)  # noqa: E731  a need
LAST: Test = lambda _: False  # noqa: E731  what is left when all other needs are met
NEEDS: Mapping[str, Needs] = {
    "post-title": (
        (lambda v: [f for f in v.scene.layer.within(v.frame.span.begin, v.frame.span.end) if f.kind is None], ""),
        (lambda v: v.named(Kind.OFFICIAL), "no person beside the title"),
        (LAST, "the title has no body before it, or does not stand right before the name"),
    ),
    "appointment": (
        (lambda v: [f for f in v.named(Kind.OFFICIAL) if posts.BECOMES.match(v.scene.text, f.end)], ""),
        (LAST, "no body and title after 为 / 任"),
    ),
    "convenes": (
        (lambda v: convening.CONVENES.search(v.text), ""),
        (lambda v: v.named(Kind.MEETING), "no meeting is named in the clause"),
        (LAST, "no body (media left out) holds it"),
    ),
    "chairs": ((lambda v: attendance.CHAIRS.search(v.text), ""), *PERSON),
    "speaks-at": ((lambda v: attendance.SPEAKS.search(v.text), ""), *PERSON),
    "attends": ((lambda v: attendance.ATTENDS.search(v.text), ""), *PERSON),
    "represented": (
        (lambda v: represented.REPRESENTS.match(v.text) and v.named(Kind.INSTITUTION), ""),
        (lambda v: v.scene.meeting, "the text reports no meeting of its own"),
        (LAST, "no body whose people come, or a named person is meant"),
    ),
    "quoted-at": (
        (lambda v: v.named(Kind.OFFICIAL) and attendance.REPORTS.search(v.text), ""),
        (OWN_TALK, "the text's own meeting is no press conference, forum or round table"),
        (LAST, "the person is not right before the word of saying"),
    ),
    "guided-by": (
        (lambda v: v.verbs("guidedBy", "implements") or GUIDING.search(v.text), ""),
        (lambda v: v.named(Kind.MEETING, Kind.DOCUMENT), "no meeting or doctrine in the object"),
        (LAST, "without 精神 / 部署 / 要求 after the meeting, or the document is one to implement"),
    ),
    "cooperates-with": (
        (lambda v: cooperation.WITH.search(v.text), ""),
        (_other_body, "no other body that is named"),
        (_acting, AGENT[1][1]),
        (LAST, "the other body does not stand whole between 与 and the word of cooperation"),
    ),
    "leads-body": (
        (lambda v: cooperation.LEADS.search(v.text), ""),
        (_other_body, "no other body that is named"),
        (LAST, "no body that acts, or none right after 牵头"),
    ),
    "takes-part": (
        (lambda v: cooperation.TAKES_PART.search(v.text), ""),
        (_other_body, "no other body that is named"),
        (LAST, "no body that acts, or none right after 依托 / 参与 / 加入"),
    ),
    "issues-document": (
        (lambda v: v.verbs("issues") or v.named(Kind.DOCUMENT), ""),
        (lambda v: v.verbs("issues"), lambda v: f"no verb that makes documents (verbs: {_verbs(v)})"),
        (lambda v: v.objects(Kind.DOCUMENT, "issues"), "no document in the object"),
        *AGENT,
        (LAST, "the document is not the object itself"),
    ),
    "document-issued": (
        (lambda v: v.fronted(Kind.DOCUMENT), ""),
        *AGENT,
        (LAST, "no verb that makes documents right after it"),
    ),
    "implements-document": (
        (lambda v: v.verbs("implements"), ""),
        (lambda v: v.objects(Kind.DOCUMENT, "implements"), "no document in the object"),
        *AGENT,
        (LAST, "the document is followed as a doctrine, or is not the object itself"),
    ),
    "uses-tool": (
        (lambda v: v.verbs("uses") or v.named(Kind.TOOL), ""),
        (lambda v: v.verbs("uses"), lambda v: f"no verb that acts on tools (verbs: {_verbs(v)})"),
        (lambda v: v.objects(Kind.TOOL, "uses"), "no tool in the object"),
        *AGENT,
        (LAST, "the verb does not act on the tool itself"),
    ),
    "tool-acted-on": (
        (lambda v: v.fronted(Kind.TOOL), ""),
        *AGENT,
        (LAST, "no verb that acts on tools right after it"),
    ),
    "tool-used-to-an-end": (
        (lambda v: "通过" in v.text and v.named(Kind.TOOL), ""),
        *AGENT,
        (LAST, "no end after the tool"),
    ),
    "tool-listed": (
        (lambda v: LISTED.match(v.text) and v.named(Kind.TOOL), ""),
        (LAST, "no act on unnamed tools before the list"),
    ),
    "adopts-stance": ((lambda v: v.named(Kind.STANCE), ""), *AGENT, (LAST, "it is given up (不再 / 放弃), talked about, or only qualifies something else")),
    "pursues-goal": ((lambda v: v.verbs("pursues"), ""), (_goals, _no_goal), *AGENT),
    "short-goal": ((lambda v: IDIOM.search(v.text), ""), *AGENT),
    "reviewed-goal": (
        (lambda v: not v.frame.phrases and REVIEWED.search(v.text), ""),
        (lambda v: v.stand.status is Status.DONE, "not in what is reported as done"),
        *AGENT,
        (LAST, "a bare result (质量, 服务, 功能), nothing that was pursued"),
    ),
    "means-to-end": (
        (_goals, ""),
        (lambda v: v.before(Kind.TOOL, Kind.STANCE, Kind.DOCUMENT), "no means before the goal in the sentence"),
        (LAST, "what stands before is not used, issued or held to as a means"),
    ),
    "goal-over-indicator": (
        (_goals, ""),
        (LAST, "no quantity in the goal"),
    ),
    "supports-sector": (
        (lambda v: v.verbs("supports"), ""),
        (lambda v: not any(p.negated for p in v.verbs("supports")), "negated"),
        (_sectors, "the object is no field or group"),
        *AGENT,
    ),
    "means-support": (
        (_sectors, ""),
        (lambda v: v.before(Kind.TOOL, Kind.DOCUMENT), "no tool or document before it in the sentence"),
        (LAST, "what stands before is not used or issued as a means"),
    ),
    "tool-extended": (
        (lambda v: reached.EXTENDED.search(v.text), ""),
        (lambda v: v.named(Kind.TOOL), "no tool in the clause"),
        (LAST, "the tool is not extended to a field or group"),
    ),
    "named-for": (
        (lambda v: v.named(Kind.DOCUMENT, Kind.TOOL), ""),
        (LAST, "no field or group behind 支持 or before 补贴 in the name"),
    ),
}  # fmt: skip
"""For a rule its needs in order, each with what is missing where it is not met; the first is the rule's cue.

A rule that looks at a whole text (talk, issued-itself) or at what stands before the clause (target,
purpose-of-means) has no needs of a clause, nor has one whose cue is all that it needs (tool-over-indicator).
"""
