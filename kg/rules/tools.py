"""What is done to instruments: which verb acts on which, and which only reforms a system (a goal)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Claim, Kind, Span
from kg.rules.making import Maker, done_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Phrase
    from kg.model import Entity, Verb
    from kg.recognizers.found import Found
    from kg.scene import Scene

FIGURE = re.compile(r"\d|$|，")
DOWN = {
    "降准": "Lower",
    "降息": "Lower",
    "加息": "Raise",
    "定向降准": "Lower",
    "减税": "Reduce",
    "减税降费": "Expand",
}
AMOUNT_TAIL = re.compile(r"(?:至|到|约|各|分别|统一)*\d.*$")
ACTING = re.compile(
    "(?:作用|功能|职能|落地见效|发行和使用|政策工具|等工具|等政策|等措施|利率|额度|规模|支持力度|等.{0,4}力度|全(?:流程|过程|周期|生命周期).{0,2}管理)$|^对.{2,16}支持(?:力度)?$|^(?:投放|支持|促进|服务|引导|来|以|，)"
)
TAIL_OF_TOOL = re.compile(
    "(?:”|贷款|计划|扩围|扩面|提标|扩容|融资|操作|不变|共|发行规模|使用规模|投放规模|累计|合计|项目|落地|额度|规模|力度|范围|利率|作用|功能|职能|试点|用途|投向|调节|市场监管|监管|发行|使用|机制|制度|政策|工具|等|工作|研发|应用|推广|改革|的|和|、|及|与|合格抵押品|资金|支持|券种|期限|覆盖面|管理|体系|实施|落地|投放|水平|标准|上限|下限|比例|方式|渠道|手段)+"
)

REFORMING = ("深化", "推进", "推动", "加快", "完善")
BUILDING = ("健全", "建立健全", "构建", "完善")
SYSTEMS = ("机制", "体系", "体制")

CONTROL = re.compile("(?P<quantity>[^，。]{2,12}(?:总量|强度|规模))(?:控制|双控)")
LEFT = re.compile("(?P<quantity>余额)(?:为|约|达|已|共|超|是|增|减|\\d)")


def uses(scene: Scene, phrase: Phrase, make: Maker) -> Iterator[Claim]:
    """The instruments that a verb acts on."""
    if "uses" not in phrase.classes:
        return
    for tool in scene.of_kind(phrase.span, Kind.TOOL):
        if acted_on(scene, phrase, tool) and not reformed(scene, phrase, tool):
            entity = scene.entity(tool)
            action = "End" if phrase.negated else DOWN.get(tool.label, done_to(phrase, tool.label))
            yield from make.claims("uses", entity, "uses-tool", action=action, phrase=phrase)


def acted_on(scene: Scene, phrase: Phrase, tool: Found) -> bool:
    """Whether the verb acts on the tool itself: near the verb, or at the end of the object."""
    before = scene.text[phrase.object.begin : tool.begin]
    after = scene.text[tool.end : phrase.object.end]
    if phrase.frame == "disposal":
        return True
    rest = AMOUNT_TAIL.sub("", after)
    if not rest or TAIL_OF_TOOL.fullmatch(rest) or ACTING.search(rest):
        return len(before) <= 24 or "、" in before
    others = scene.of_kind(Span(tool.end, phrase.object.end), Kind.TOOL)
    if others and others[0].begin == tool.end:
        return True
    return len(before) <= 10 and bool(re.match("[、和与及]", rest)) and bool(others)


def reformed(scene: Scene, phrase: Phrase, tool: Found) -> bool:
    """Whether the verb is after a better system (深化商事制度改革, 健全利益补偿机制, 建设……平台): that is a goal, no act on an instrument."""
    whole, name = scene.text[tool.begin : phrase.object.end], scene.entity(tool).label
    return bool(
        (whole.endswith("改革") and name.endswith("改革") and phrase.verb.endswith(REFORMING))
        or (whole.endswith(SYSTEMS) and phrase.verb.startswith(BUILDING))
        or (phrase.verb == "建设" and scene.text[tool.end - 1] != "区")
    )


def is_reform(entity: Entity) -> bool:
    """Whether an instrument is a reform, which counts only where something is done to it or with it."""
    return entity.kind is Kind.TOOL and entity.label.endswith("改革")


def acts(scene: Scene, verb: Verb, at: int) -> bool:
    """Whether a verb behind a tool acts on it: 使用 does not, 安排 only with a figure."""
    arranged = verb.word != "安排" or FIGURE.match(scene.text, at + len(verb.word))
    return "uses" in verb.classes and verb.word != "使用" and bool(arranged)


def quantities(scene: Scene, span: Span) -> Iterator[tuple[Found, Span]]:
    """The instruments of a clause with the quantity that their name holds (能源消费总量控制) or that follows it (再贷款余额)."""
    for tool in scene.of_kind(span, Kind.TOOL):
        if (held := CONTROL.match(scene.text, tool.begin, tool.end)) and held.end() == tool.end:
            yield tool, Span(tool.begin, held.end("quantity"))
        elif left := LEFT.match(scene.text, tool.end, span.end):
            yield tool, Span(tool.begin, left.end("quantity"))
