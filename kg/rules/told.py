"""What a text only tells: what figures came to, how many had been dealt with, what others talk about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Status

if TYPE_CHECKING:
    from kg.clauses import Phrase
    from kg.model import Span
    from kg.rules.making import Maker
    from kg.scene import Scene

FIGURES = re.compile(
    "(?:同比|环比|增速|余额|存量|总额|金额|增长|下降|[高低]于|相当于)[^，。；]{0,16}$|(?:工具|资金|贷款|债券|国债|基金)[^，。；]{0,12}(?:投放|落地|发行|到位|完毕|见效|加快)$"
)
FUNDED = re.compile("国债|财政|安排|下达|拨付|预算")
"""Who gives or grants what the figures tell of."""
CAME_TO = re.compile(
    "(?:同比|环比|增长|下降|增加|减少|超过?|突破|达到?|余额|总额|金额)[^，。；]{0,8}\\d[^，。；]{0,10}$"
)
GRANTED = re.compile(f"{FUNDED.pattern}|支出|投放|发放|投入|派出|调拨|调度|引导|推出|实施|开展|坚持|我们")
"""What somebody did whose ends the next clause tells, figures or not."""
COUNT = "(?:了|约|近|超过?|逾|达|共|累计)*(?<!等)\\d[\\d.,]*(?:多|余)?[万亿千百]*(?:多|余)?(?:[件起名家条户亩台笔辆架艘吨人个项次处座套宗批所颗]|平方|公里|立方)(?!以上|左右|月|百分|[^，。；]{0,6}(?:方面|指标|领域|省|市|县|国|地区))"
BEHIND, WITHIN = re.compile(COUNT), re.compile(f"(?<!等){COUNT}")
ABOUT = re.compile("(?:围绕|就|以|紧扣)[^，。“”]{0,4}“[^”。]{0,30}$|(?:围绕|就)[^，。“”]{0,10}$")
"""What stands before the goal that a meeting has for its topic."""
TALK = re.compile(
    "[^。；”]{2,40}?(?:”(?:的)?为?(?:主题|议题|话题)|”?(?:等?(?:问题|内容))?(?:作|进行|开展|展开|深入|积极|充分|专题|调研)*(?:大会发言|建言|协商(?!民主|机制)|议政|献策|研讨|探讨|讨论|交换))"
)
"""What stands behind it: that they talk about it, or that it is the topic."""


def of_figures(scene: Scene, make: Maker, phrase: Phrase | None, *, goal: bool = False) -> bool:
    """Whether figures that the clause before tells did it (贷款余额同比增长8%，有力支持了粮食生产)."""
    if phrase is None or phrase.modal or phrase.frame or make.stand.status is Status.PLANNED:
        return False
    before = scene.text[make.evidence.begin : make.frame.span.begin - 1]
    told = (CAME_TO if goal else FIGURES).search(before[before.rfind("，") + 1 :])
    granted = (GRANTED if goal else FUNDED).search(before)
    return make.frame.subject is None and told is not None and granted is None


def counted(scene: Scene, span: Span) -> bool:
    """Whether a phrase tells how many were dealt with (抓获嫌疑人82人, 清理条款300余件)."""
    return BEHIND.match(scene.text, span.end) is not None or WITHIN.search(scene.said(span)) is not None


def topic(scene: Scene, make: Maker, begin: int) -> bool:
    """Whether the goal that begins at a place is what others' meeting talks about (论坛以“共享新机遇”为主题).

    What a body takes counsel on at its own meeting is its end (全国政协围绕“优化营商环境”协商议政).
    """
    if scene.host in make.stand.agents:
        return False
    about = ABOUT.search(scene.text, max(begin - 36, 0), begin)
    return about is not None and TALK.match(scene.text, begin) is not None
