"""Figures aimed at: what the expected targets of a year say (主要预期目标是：……), and what a plan says will be by a year.

The goal is the clause itself: "城镇调查失业率控制在5.5%以内", stated over 城镇调查失业率.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses import lead_end
from kg.model import Claim, Kind, Mention, Span, Status
from kg.rules.quantities import quantities
from kg.rules.rows import ROW, split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Frame
    from kg.link import Linker
    from kg.model import Entity
    from kg.rules.making import Maker, Means
    from kg.scene import Scene

TARGETS = re.compile(
    "(?:预期目标|发展目标|增长目标|主要目标)(?:是|为|包括)*[：:，]?|目标任务(?:是|为|包括|[：:])|(?<=[ ，。：；、\n”出说])到20\\d\\d年(?:底|末)?[，,]"
)
AIM = re.compile(
    "(?:全国|我国|其中|全年|年均|力争)*(?P<quantity>[\u4e00-\u9fffA-Za-z]{2,18}?)(?:年均|全年|继续|力争|要|将)*"
    "(?:(?:增长|增速|涨幅|降低|下降|减少|增加|提高|上升|控制|保持|稳定|达到?|超过?|突破|不低于|不超过|不少于|占(?!比))[^\\d，]{0,6}?)?"
    "(?:(?:到|在|至|约|于)?[\\d.]+[%万亿个．.]?|[与同和][^，]{2,12}同步|(?:继续|持续|基本|不断|进一步)(?:下降|改善|平衡|提高|同步|稳定))"
)
REACHED = re.compile(
    "[\u4e00-\u9fffA-Za-z“”]{2,24}?(?:全部|基本|有效|继续|持续|不断|总体|明显|显著|稳步|更加|进一步|大幅|普遍|广泛|初步|得到|深入|根本|更为|保持|达到|取得|迈上|实现|全面)(?!是)[\u4e00-\u9fff]{2,12}"
    "|[\u4e00-\u9fff]{2,12}(?:[促保]稳提质|量稳质升|稳中有升)"
)
"""A state that is aimed at without a figure (贫困县全部摘帽, 气候适应型城市基本建成)."""
UNNAMED = re.compile(
    "^(?:其中|分别|目标|我国|力争|比重|以上|增长|全国|达|[去今明]年)$|目标|[，。从由将把使让了]|对(?![外内])|是|有望|预计|完成|[在于]$"
)
COMPARED = re.compile("(?:[低高好优]于|超过|达到)[^，。；]{0,16}$")
"""What stands before a target that a figure is only compared with (低于3%左右的全年预期目标)."""
VAGUE = re.compile("(?:质量|培训)$")
"""How what a target speaks of ends where it is no quantity."""
LONGEST = 30


def begins(scene: Scene, span: Span) -> int | None:
    """Where in a sentence the targets begin, if it names any."""
    text = scene.text
    if text.find("目标", span.begin, span.end) < 0 and text.find("到20", span.begin, span.end) < 0:
        return None
    head = TARGETS.search(text, span.begin, span.end)
    return head.end() if head and not COMPARED.search(text, span.begin, head.start()) else None


def find_targets(linker: Linker, make: Maker, means: Means) -> Iterator[Claim | Mention]:
    """The target of a clause that no verb opens, with the quantity that it is stated over."""
    scene, frame = make.scene, make.frame
    if (frame.phrases and not _late(scene.text, frame)) or make.stand.status is Status.DONE:
        return
    aim = AIM.match(scene.text, frame.span.begin, frame.span.end)
    if frame.span.end - frame.span.begin > LONGEST or (aim and UNNAMED.search(aim["quantity"])):
        return
    planned = replace(make, stand=replace(make.stand, status=Status.PLANNED))
    for part, at in _states(scene.said(frame.span)) if aim is None else [(scene.said(frame.span), 0)]:
        span = Span(frame.span.begin + at, frame.span.begin + at + len(part))
        goal = linker.minted(Kind.GOAL, part)
        yield Mention(goal, span, "target")
        yield from planned.claims("pursues", goal, "target")
        for entity in means.serving:
            yield planned.claim(entity, "servesGoal", goal, "means-to-end")
        yield from _quantity(linker, planned, span, goal, aim)


def _states(text: str) -> list[tuple[str, int]]:
    """The states that a clause names, each with its place: those of its row, or the one that it is (中国特色、世界水平的强国基本建成)."""
    row = split(ROW, text)
    if all(REACHED.fullmatch(part) and not UNNAMED.search(part) for part, _ in row):
        return row
    return [(text, 0)] if "的" in text and REACHED.fullmatch(text.replace("、", "")) else []


def _quantity(
    linker: Linker, make: Maker, span: Span, goal: Entity, aim: re.Match[str] | None
) -> Iterator[Claim | Mention]:
    """The quantity that a target is stated over: a known one, else what stands in front of the figure."""
    scene = make.scene
    known = scene.of_kind(span, Kind.INDICATOR)
    places = [(scene.entity(f), Span(f.begin, f.end)) for f in known]
    if aim is None:
        places += [
            (linker.minted(Kind.INDICATOR, scene.said(p)), p) for p in quantities(scene, span) if not places
        ]
    if aim and not places and not _vague(aim["quantity"], scene.said(span)):
        place = Span(aim.start("quantity"), aim.end("quantity"))
        places = [(linker.minted(Kind.INDICATOR, scene.said(place)), place)]
    for entity, place in places:
        yield Mention(entity, place, "quantity of a goal")
        yield make.claim(goal, "concerns", entity, "goal-over-indicator", plain=True)


def _vague(quantity: str, said: str) -> bool:
    """Whether what a target speaks of is no quantity: a level without a figure, a half-read unit."""
    level = quantity.endswith("水平") and not any(map(str.isdigit, said))
    return level or quantity[-1].islower() or VAGUE.search(quantity) is not None


def _late(text: str, frame: Frame) -> bool:
    """Whether the first verb stands behind something else (粮食产量保持在……)."""
    starts, _ = lead_end(text, frame.span.begin, frame.span.end)
    return frame.phrases[0].span.begin > starts + 1
