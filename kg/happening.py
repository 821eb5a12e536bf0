"""Clauses that only tell: what others' doings mean, what came of how things went, what a thing will bring."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import SAYS

if TYPE_CHECKING:
    from kg.clauses import Frame

RUN_OF_THINGS = re.compile(
    "(?:我国|中国|全国|全球|世界|当前)?(?:货物)?(?:进出口|外贸|出口|进口|国民经济|经济运行|经济|粮食产量|(?!推|促|提|扩|稳|保|增|加|完|优|降)[^，]{2,14}(?:指数|收入|余额|总额|产量|销量))"
    "(?:总体|整体|规模|持续|继续|不断|稳步|进一步|共|均)*(?:延续|呈现|保持|同比|环比|稳中|向好|回升|运行|为[\\d.]|达|超过?[\\d.]|突破[\\d.]|增长[\\d.]|下降[\\d.])"
)
"""How a clause begins that tells how things went: what came of it is nobody's doing (进出口延续向好态势，实现开门红)."""
CAME = frozenset(("实现", "保持", "恢复", "带动", "形成", "延续", "维持", "继续保持", "呈现"))
AIMED = re.compile("以上|以内|左右|要|将|目标|预期")
VALUED = re.compile(
    "(?:也|都|既|正)*(?:利在|符合[^，]{2,16}利益|(?:是|事关|关乎)(?=[^，]*(?:两国|双方|各国|各方|国际社会|人类|世界|时代|人心|肩负))[^，]{2,16}(?:责任|使命|义务|期盼|期待|愿望|心愿|大势所趋|潮流|共识)$)"
)
"""How a clause begins that says what the doings before it mean, so that they are its subject (深化关系，利在两国)."""
BRINGS = re.compile("必?将(?:为(?!此)|对|给|有[利助]于)")
"""How a clause begins that tells what the thing before it will bring (大会召开，必将为合作注入动力): nobody's doing."""
COUNSEL = re.compile(
    "(?:就|围绕)[^，。]{0,200}?(?:提出|发表|谈|提)了?(?![^，。]{0,40}(?:[点条]|如下|以下|指导|实施))[^，。]{0,12}?(?:意见|建议|看法)$"
)
"""What others give their counsel on (大家就扩大内需等提出建议): nobody's doing."""
RESEARCH = re.compile(
    "(?:党派|工商联|人士|委员|代表|专家|学者|大家|他们|各方)[^。]{0,200}?(?:就|围绕)[^，。]{0,200}?(?:研究|调研|协商|讨论|研讨|交流)$"
)
"""What they look into."""
ASKED = re.compile(f"[^，。]{{0,10}}(?:意见|建议|建言|献策|资政|发言)|{COUNSEL.pattern}")
"""How a clause begins behind what such counsel is about (围绕扩大内需等重大问题，提出意见)."""
ABOUT = ("问题", "方面")
SAID = re.compile(f"{SAYS}$|[部委局署行院组]$")
"""How a clause ends behind which somebody acts."""
VALUED_FIRST = frozenset("也都既正利符是事关")


def told(frames: tuple[Frame, ...], texts: list[str]) -> frozenset[int]:
    """Which clauses of a sentence, with these texts, only tell: what a later one says the meaning of, and what came or will come of things."""
    on = ["就" in text or "围绕" in text for text in texts]
    asked = [
        n
        for n, text in enumerate(texts)
        if (on[n] or (n and on[n - 1]) or text.endswith(ABOUT)) and _asked(texts, n)
    ]
    if len(frames) == 1:
        return frozenset(asked)
    meant = next((n for n, text in enumerate(texts) if text[0] in VALUED_FIRST and VALUED.match(text)), 0)
    came = (
        n
        for n, frame in enumerate(frames[1:], 1)
        if frame.phrases
        and frame.phrases[0].verb in CAME
        and not frames[n - 1].phrases
        and RUN_OF_THINGS.match(texts[n - 1])
        and not AIMED.search(texts[n - 1])
        and not texts[n].startswith("我们")
    )
    will = (
        n
        for n, text in enumerate(texts)
        if n
        and text[0] in "必将"
        and BRINGS.match(text)
        and not (frames[n - 1].phrases or SAID.search(texts[n - 1]))
    )
    return frozenset((*range(meant), *came, *will, *asked))


def _asked(texts: list[str], n: int) -> bool:
    """Whether a clause names what others look into or give their counsel on."""
    if COUNSEL.search(texts[n]) or RESEARCH.search("，".join(texts[max(n - 1, 0) : n + 1])):
        return True
    return texts[n].endswith(ABOUT) and any(map(ASKED.match, texts[n + 1 : n + 3]))
