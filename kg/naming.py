"""Which names of a document count as mentions: those of things that the text only touches upon do not.

A field, a quantity that is not measured, a reform and a scheme outside money, budget and trade that nobody acts on
count only where a rule takes them up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Entity, Kind, Mention, Span
from kg.rules import quantities, tools

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Claim, Entry
    from kg.recognizers.found import Found
    from kg.scene import Scene

QUIET = (Kind.SECTOR, Kind.INDICATOR)
"""Kinds that count only where a rule takes them up."""


ADMINISTERED = frozenset(
    f"tool/cat_{field}" for field in ("social", "governance", "agri", "market", "opening")
)
"""Categories of schemes that everybody speaks of (行政审批, 养老保险): naming them is no word about policy."""


def administered(entries: Mapping[str, Entry]) -> frozenset[str]:
    """The IRIs of the schemes outside money, budget and trade, which count only where something is done with them."""
    found = set()
    for entry in entries.values():
        above: Entry | None = entry
        while above is not None and above.kind is Kind.TOOL and above.parent not in ADMINISTERED:
            above = entries.get(above.parent or "")
        if above is not None and above.kind is Kind.TOOL:
            found.add(entry.iri)
    return frozenset(found)


def named_in(
    scene: Scene, made: Iterable[Mention], claims: tuple[Claim, ...], schemes: frozenset[str]
) -> tuple[Mention, ...]:
    """The mentions of a document in order: its names, those that are implied, and those that rules made.

    `schemes` are the IRIs of those instruments that count only where something is done with them.
    """
    acted = {end.iri for claim in claims for end in (claim.subject, claim.object)} | _of_nobody(scene)
    found: dict[tuple[int, int, str], Mention] = {}
    for name in scene.layer.found:
        entity = None if _quiet(scene, name) else scene.entity(name)
        if entity is not None and _counts(entity, acted, schemes, scene.text, name.end):
            place = Span(name.begin, name.end)
            found[name.begin, name.end, entity.iri] = Mention(entity, place, name.reason)
    for (begin, end), entity in scene.entities.items():
        if entity.kind not in QUIET and _counts(entity, acted, schemes, scene.text, end):
            found.setdefault((begin, end, entity.iri), Mention(entity, Span(begin, end), "implied"))
    for mention in made:
        if mention.entity.kind is Kind.INDICATOR:
            _take_in(found, mention.span)
        found[mention.span.begin, mention.span.end, mention.entity.iri] = mention
    return tuple(found[key] for key in sorted(found))


def _of_nobody(scene: Scene) -> set[str]:
    """The IRIs of the instruments that something is done to by nobody who acts here (用好“快捷通道”, said by two sides)."""
    phrases = [
        phrase
        for line in scene.lines
        if Kind.TOOL in line.kinds
        for frame, stand in zip(line.frames, line.stands, strict=True)
        if not stand.agents
        for phrase in frame.phrases
        if "uses" in phrase.classes
    ]
    return {
        scene.entity(tool).iri
        for phrase in phrases
        for tool in scene.of_kind(phrase.object, Kind.TOOL)
        if tools.acted_on(scene, phrase, tool) and not tools.reformed(scene, phrase, tool)
    }


def _take_in(found: dict[tuple[int, int, str], Mention], whole: Span) -> None:
    """Forget the quantities whose names are part of a fuller one (复工率 in 银行网点复工率)."""
    inside = [key for key in found if whole.begin <= key[0] and key[1] <= whole.end and key[:2] != whole]
    for begin, end, iri in inside:
        if found[begin, end, iri].entity.kind is Kind.INDICATOR:
            del found[begin, end, iri]


def _quiet(scene: Scene, name: Found) -> bool:
    """Whether a found name is no entity's, a field's, or a quantity's that the text does not measure."""
    unmeasured = name.kind is Kind.INDICATOR and not quantities.told(scene, name)
    return name.kind is None or name.kind is Kind.SECTOR or unmeasured


ATTRIBUTE = re.compile(
    "数额|因素|损失|资金|监管|体系|标准|市场|规模|影响|长效|征收|制度|案件|的?(?:贷款|成本|问题|资金)"
)
"""What follows the name of an instrument that only says which money, market or supervision is meant (涉企收费监管机制)."""


BARE = re.compile("[^减免退缓征增改零补]*(?:增值)?税|政府债券")
"""A tax or a bond by its bare name, which says nothing of what is done to it."""


def _counts(entity: Entity, acted: set[str], schemes: frozenset[str], text: str, end: int) -> bool:
    """Whether an entity counts by being named at a place that ends there.

    A tax, a reform or a scheme does only if something is done to it or with it, an instrument only then where it qualifies
    what follows.
    """
    if entity.iri in acted or entity.kind is not Kind.TOOL:
        return True
    only_named = tools.is_reform(entity) or BARE.fullmatch(entity.label) or entity.iri in schemes
    return not (only_named or ATTRIBUTE.match(text, end))
