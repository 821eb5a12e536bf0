"""With whom a body works: 加强与……对话沟通, 牵头设立……工作组, 依托……平台."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Claim, Kind, Span

if TYPE_CHECKING:
    from kg.scene import Line, Scene

WITH = re.compile(
    "(?:加强|深化|扩大|推进|开展|密切|拓展|推动|增进|建立|签署|达成)?(?:了)?[与同和](?P<whom>[^，。；]{2,50}?)(?:等)?(?:的)?(?:[\u4e00-\u9fff]{0,6})(?:对话|沟通|合作|协作|协调|交流|信息共享|战略合作|合作协议|协议|备忘录|机制)"
)
LEADS = re.compile("(?:牵头|主办|共同主席|联合主席|担任.{0,4}主席国)(?:设立|推动|成立|组建|召开|做好|组织)?(?:了)?(?P<what>[^，。；]{2,40})")
TAKES_PART = re.compile("(?:依托|参与|加入|参加|通过)(?:了)?(?P<what>[^，。；]{2,50}?)(?:等)?(?:多边)?(?:平台|机制|框架|工作|治理|$|，)")
RULES = ((WITH, "whom", "cooperatesWith", "cooperates-with"), (LEADS, "what", "leads", "leads-body"), (TAKES_PART, "what", "participatesIn", "takes-part"))


def find_cooperation(scene: Scene, line: Line) -> Iterator[Claim]:
    """Yield which bodies a body cooperates with, leads, or takes part in."""
    for frame, stand in zip(line.frames, line.stands, strict=True):
        text = scene.said(frame.span)
        for pattern, group, predicate, rule in RULES:
            for match in pattern.finditer(text):
                span = Span(frame.span.begin + match.start(group), frame.span.begin + match.end(group))
                subject = _own(scene, Span(frame.span.begin, frame.span.begin + match.start())) or stand.agents
                for found in scene.of_kind(span, Kind.INSTITUTION):
                    body = scene.entity(found)
                    for agent in subject:
                        if agent != body and body.type != "Media":
                            yield Claim(
                                agent, predicate, body, (line.sentence.span,), rule, status=stand.status, year=stand.year,
                                item=stand.item.iri if stand.item else None, confidence=0.8,
                            )


def _own(scene: Scene, span: Span) -> tuple:
    bodies = [scene.entity(f) for f in scene.of_kind(span, Kind.INSTITUTION)]
    return tuple(b for b in bodies if b.type != "Media")[:1]
