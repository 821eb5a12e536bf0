"""A notice or a regulation is issued by the body that it bears: the document whose title the first line is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Claim, Kind, Mention, Span, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.link import Linker
    from kg.scene import Scene

TITLE = re.compile(
    "(?:条例|办法|规定|细则|法|通知|意见|决定|公告|规则|批复|命令|令)(?:[（(][^）)]{2,8}[）)])?$"
)
BODY = re.compile(
    "第一条|通知如下|特此通知|公告如下|请遵照执行|印发给你们|现予(?:以)?(?:公布|公告)|自.{2,12}起(?:施行|执行|实施)"
)

ENDS = re.compile(
    "(?:为|为了)[^。；]+，现(?:就|将|对|予|决定)[^。；]*(?:通知|公告|公布|规定|决定)[^。；，]{0,6}$"
)
"""How a notice tells first what it is for (为规范支付市场，……现就有关事项通知如下)."""


def find_issued(scene: Scene, linker: Linker) -> Iterator[Claim | Mention]:
    """Yield the document that a text is, and who issued it, where its first line is a title and its body orders."""
    if not scene.lines or not BODY.search(scene.text):
        return
    line = scene.lines[0]
    span = line.sentence.span
    if not line.sentence.heading or not TITLE.search(scene.said(span)):
        return
    own = [f for f in scene.of_kind(span, Kind.DOCUMENT) if span.end - f.end <= 2]
    begin = own[-1].begin if own else _begin(scene, span)
    document = scene.entity(own[-1]) if own else linker.minted(Kind.DOCUMENT, scene.text[begin : span.end])
    yield Mention(document, Span(begin, span.end), "the document itself")
    issued = scene.document.issued
    for agent in line.stands[0].agents if line.stands else ():
        yield Claim(
            agent,
            "issues",
            document,
            (span,),
            "issued-itself",
            status=Status.DONE,
            action="Create",
            year=int(issued[:4]) if issued else None,
        )


def find_made(scene: Scene, known: Iterable[Claim]) -> Iterator[Claim]:
    """Yield who made the documents that say so themselves, where no other rule has said it."""
    said = {(c.subject.iri, c.object.iri) for c in known if c.predicate == "issues"}
    for line in scene.lines if scene.makers else ():
        for name in scene.of_kind(line.sentence.span, Kind.DOCUMENT):
            document = scene.entity(name)
            for body in scene.made_by(name):
                if (body.iri, document.iri) not in said:
                    said.add((body.iri, document.iri))
                    evidence = (line.sentence.span,)
                    yield Claim(
                        body, "issues", document, evidence, "made-by", status=Status.DONE, action="Create"
                    )


def find_ends(scene: Scene, claims: Collection[Claim]) -> Iterator[Claim]:
    """Yield that a notice is for the ends that it tells first."""
    own = next((c.object for c in claims if c.rule == "issued-itself"), None)
    if own is None:
        return
    for claim in claims:
        said = scene.said(claim.evidence[0]).rstrip("：:。")
        if claim.predicate == "pursues" and ENDS.search(said):
            yield Claim(
                own,
                "servesGoal",
                claim.object,
                claim.evidence,
                "purpose-of-means",
                item=claim.item,
                confidence=0.9,
            )


def _begin(scene: Scene, span: Span) -> int:
    """Where the title begins after the names of the bodies that issue it (中国人民银行关于……的通知)."""
    about = scene.text.find("关于", span.begin, span.end)
    bodies = scene.of_kind(Span(span.begin, about if about > 0 else span.end), Kind.INSTITUTION)
    return about if about > 0 and bodies and bodies[-1].end == about else span.begin
