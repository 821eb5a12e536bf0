"""Which of the means that a sentence has named an end is for: no next measure of a row, no end in the name of the means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Entity, Kind, Span
from kg.rules.instruments import is_policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Frame, Phrase
    from kg.rules.making import Maker, Means
    from kg.scene import Scene

MEANS = (Kind.TOOL, Kind.STANCE, Kind.DOCUMENT)
PROGRAMMES = tuple("压实 加强 强化 严肃 协调 鼓励 打好 清理".split())
MEASURES = (*PROGRAMMES, *"推进 释放 放宽".split())
"""Verbs whose object is another measure of a programme rather than what its maxim, its policy or its strategy is for."""
CHANGES = tuple("改进 简化 精简 压缩 取消 取缔 严控 推行 对标 打击 整治 清理".split())
"""Verbs of measures, as an instrument's own is; after one in a row they begin another measure."""
CARRIED_OUT = ("行动", "倡议")
"""How the name of a document ends that is carried out step by step."""
STEPS = (*PROGRAMMES, *CHANGES, *"完善 健全 建立 深化 加快".split())
"""Verbs of another step beside one that is carried out (实施城市更新行动，完善停车设施)."""
NEXT = (
    *PROGRAMMES,
    *CHANGES,
    *"规范 强化 改革 统筹 完善 健全 建立 优化 推进 加大 增加 加快 落实 查处".split(),
)
"""Verbs of the next measure after an instrument (完善减税政策，优化支出结构), some of which a law or a maxim may be for."""
ROW = re.compile("、[^、，]{0,6}$")
ACTING = frozenset(("uses", "issues", "implements"))
BY = ("按照", "按", "根据")
STANDARD = re.compile("[^，。；]{0,12}(?:要求|需要|部署|思路)")
"""What follows a state that only says by which standard something is done (按照加快新旧动能转换的要求)."""
SIDES = re.compile(
    "等?[^，、]{0,4}(?:方面(?:提出|进行|开展|部署|推出|明确|$)|作[出了][^，]{0,4}(?:部署|安排|规定))"
)
"""What closes a row of ends that a document or a trial sets about (从扩大内需、优化供给等方面提出举措)."""
TO_ENDS = re.compile("有[利助]于|旨在|对于?[^，。；]*(?:意义|作用)$")
"""How a clause says that what it lists are ends (有利于扩大就业、优化结构)."""
UNNAMED = re.compile("(?:措施|举措|办法|工具)$")
"""What an end has for its own means, which are not those that were named before (出台针对性措施解决融资难)."""
STAYING = frozenset(("保持稳定", "保持平稳", "保持基本稳定"))
"""What the means themselves do (专项债券等政策将保持稳定) rather than bring about."""


def served(goal: Entity, span: Span, phrase: Phrase, make: Maker, means: Means) -> Iterator[Entity]:
    """Yield the means that the goal of a phrase, at its place, is for."""
    scene = make.scene
    if goal.label in STAYING or _beside(scene, phrase, make) or _standard(scene, span, make):
        return
    if phrase.frame == "end" and phrase.head and UNNAMED.search(scene.said(phrase.head)):
        return
    within, said = _within(scene, span, make.evidence), scene.said(span)
    free = means.speaking or phrase.frame not in ("", "对") or TO_ENDS.search(make.text)
    for entity in means.serving:
        beside = (not free or phrase.frame == "meant") and _in_row(scene, entity, phrase, make)
        if entity not in within and not beside and (free or not _is_measure(said, entity)):
            yield entity


def around(scene: Scene, phrase: Phrase, frame: Frame) -> bool:
    """Whether a phrase is what the measures behind it are taken for (围绕支持民间投资，实施贷款贴息政策)."""
    if phrase.frame != "means" or scene.text.find("围绕", frame.span.begin, phrase.span.begin) < 0:
        return False
    return phrase.span.end == frame.span.end or scene.text[phrase.span.end] in "、和与"


def _is_measure(said: str, means: Entity) -> bool:
    """Whether a phrase only goes on with a programme (实施积极的财政政策，推进……改革)."""
    if means.kind is Kind.STANCE:
        more = said.startswith("加大") and said.endswith("力度")
        reform = is_policy(means) and said.endswith("改革")
        return more or reform or said.startswith(MEASURES if is_policy(means) else PROGRAMMES)
    if means.kind is Kind.DOCUMENT and means.label.endswith("战略"):
        return said.startswith((*MEASURES, *STEPS))
    carried_out = means.kind is Kind.DOCUMENT and means.label.endswith(CARRIED_OUT)
    next_ = NEXT if means.kind is Kind.TOOL else STEPS if carried_out else CHANGES
    return said.endswith("改革") or said.startswith(next_)


def _within(scene: Scene, goal: Span, sentence: Span) -> set[Entity]:
    """The orientation whose name a goal stands in (以提高质量和效益为中心), and what the goal itself names first."""
    held = scene.layer.last(Kind.STANCE, goal.begin)
    around_ = {scene.entity(held)} if held is not None and held.end > goal.begin else set()
    inside = {scene.entity(f) for f in scene.of_kind(goal, *MEANS)}
    before = scene.of_kind(Span(sentence.begin, goal.begin), *MEANS) if inside else ()
    return around_ | (inside - {scene.entity(f) for f in before})


def _beside(scene: Scene, phrase: Phrase, make: Maker) -> bool:
    """Whether a phrase is itself a way to the ends (通过引导利率下行, 在……中), and no field of work (在促进创新上主动作为)."""
    rest = scene.text[phrase.span.end : make.frame.span.end]
    return phrase.frame == "means" and not ("上" in rest or SIDES.search(rest))


def _standard(scene: Scene, goal: Span, make: Maker) -> bool:
    """Whether a state is what is asked for, by which the clause behind it acts, and no end of what was named before."""
    return (
        scene.text.startswith(BY, make.frame.span.begin) and STANDARD.match(scene.text, goal.end) is not None
    )


def _in_row(scene: Scene, means: Entity, phrase: Phrase, make: Maker) -> bool:
    """Whether a phrase only stands in a row with the one that acts on the means (降低关税、畅通贸易)."""
    if not ROW.search(scene.text, make.frame.span.begin, phrase.span.begin):
        return False
    acted = [p for p in make.frame.phrases if p.object.end < phrase.span.begin and p.classes & ACTING]
    named = (f for p in acted for f in scene.of_kind(p.object, Kind.TOOL, Kind.DOCUMENT))
    return any(scene.entity(f) == means for f in named)
