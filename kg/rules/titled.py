"""Ends that the name of an issued document says: 《关于促进……健康发展的意见》."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Claim, Kind, Mention, Span, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.link import Linker
    from kg.scene import Scene

TITLED = re.compile(
    "(?:(?P<verb>促进|推动|推进|提高|提升)(?P<object>[\u4e00-\u9fffA-Za-z0-9、“”+]{2,24}?(?:(?:高质量|健康|规范|稳定|平稳|创新|协调|可持续)(?:发展|增长)|发展壮大|升级|(?<!高)质量))"
    "|(?P<makes>完善|健全)(?P<system>[\u4e00-\u9fff“”]{2,16}?(?:体系|制度|机制))"
    "|(?<=关于)(?:进一步|全面|深入|加快)?(?P<reforms>深化|推进|促进|支持)(?P<reform>(?!党)[\u4e00-\u9fff“”]{2,24}?(?:改革(?:发展|开放)?|融合发展)))"
    "(?=的|[ 若实指行意措方规计\\d》]|$)"
)
"""A state of affairs as the matter of a document's name; a field alone (促进旅游业发展) is supported."""

HOW = re.compile("(?:[、和]?(?:高质量|健康|规范|稳定|平稳|创新|协调|可持续))+(?:发展|增长)$|质量$")
"""How a thing is to fare, behind its name in the name of a document."""


def find_titled(scene: Scene, linker: Linker, claims: list[Claim]) -> Iterator[Claim | Mention]:
    """Yield what those pursue who issue a document with an end in its name, and that the document is for it."""
    for claim in claims:
        for match, place in _titles(scene, claim) if claim.predicate == "issues" else ():
            verb = match["verb"] or match["makes"] or match["reforms"]
            object_ = match["object"] or match["system"] or match["reform"]
            if any(c.subject == claim.object and _alike(c.object.label, object_) for c in claims):
                continue
            goal = linker.goal(verb, object_)
            yield Mention(goal, place, "name of a document")
            for subject, predicate, rule in (
                (claim.subject, "pursues", "pursues-goal"),
                (claim.object, "servesGoal", "means-to-end"),
            ):
                yield Claim(
                    subject,
                    predicate,
                    goal,
                    claim.evidence,
                    rule,
                    status=Status.PLANNED,
                    year=claim.year,
                    item=claim.item,
                    confidence=0.8,
                )


def _titles(scene: Scene, claim: Claim) -> Iterator[tuple[re.Match[str], Span]]:
    """The ends in the names by which a claim's sentences call its document."""
    for span in claim.evidence:
        for name in scene.of_kind(span, Kind.DOCUMENT):
            if scene.entity(name) == claim.object and (
                match := TITLED.search(scene.text, name.begin, name.end)
            ):
                yield match, Span(*match.span())


def _alike(goal: str, object_: str) -> bool:
    """Whether a goal that the text ties to the document already says the same of the same thing."""
    return HOW.sub("", object_) in goal and goal.endswith(object_[-2:])
