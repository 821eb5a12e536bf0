"""Rows of means that a word for measures closes: whatever stands in one as an instrument's name does is one, listed or not.

采取保费补助、房产税减免等措施; 通过场地租金补贴、利息返还等方式.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses.words import NOUNLIKE
from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Grammar
    from kg.recognizers.found import Layer

LEVERS = ("调节", "工具")
"""Words that close a row of levers of policy, which beside a known instrument go by any short name (税收、转移支付等的调节力度)."""
CUE = ("措施", "政策", "方式", "举措", "手段", *LEVERS)
CLOSED = re.compile(
    rf"(?P<row>[^，。；：\n等]{{2,60}})等的?[^，。；、等的]{{0,6}}?(?P<cue>{'|'.join(CUE)})(?=[，。；、！）\n]|$|力度|机制|支持|给予|鼓励|引导|促进|推动|加大|加强|帮助|来)"
)
BEGINS = re.compile(
    "^.*"
    + either("""
    通过 采取 运用 利用 落实 落实好 实施 推进 推广 推行 用好 完善 统筹 强化 纳入 出台 推出 执行 创新 给予 提供 开展 享受 包括 了 加大 加强 健全
    """)
)
"""What a row of means stands behind."""
INSTRUMENT = re.compile(
    "(?:补贴|补助|补偿|奖励|贴息|减免|扣除|优惠|返还|扶贫|救助|政府采购|退税|降费|减税|担保|保险|贷款)$"
)
"""How the name of an instrument ends that is a kind of payment, relief or aid."""
LENDING = ("担保", "保险", "贷款")
"""Ends that anybody's business has too, so that they name an instrument only beside a known one."""
DONE = frozenset(("增加", "安排"))
"""Verbs that are nouns elsewhere, but none before a payment (增加补贴)."""
SHORTEST, LONGEST = 3, 12


def find_summed(text: str, layer: Layer, begin: int, end: int, grammar: Grammar) -> Iterator[Found]:
    """Yield the members of a row of means that are not known."""
    if "等" not in text[begin:end]:
        return
    for closed in CLOSED.finditer(text, begin, end):
        led = BEGINS.match(closed["row"])
        if led is None or "、" not in closed["row"]:
            continue
        start, stop = closed.start() + led.end(), closed.end("row")
        known = bool(layer.of_kind(Kind.TOOL, start, stop))
        levers = known and closed["cue"] in LEVERS
        members = [
            (at, name)
            for at, name in _members(start, text[start:stop])
            if (levers or INSTRUMENT.search(name)) and not _acts(text, at, name, grammar)
        ]
        if known or sum(not name.endswith(LENDING) for _, name in members) > 1:
            for at, name in (row for row in members if levers or len(row[1]) >= SHORTEST):
                held = layer.ending(at + len(name))
                if held is None or held.kind is not Kind.TOOL:
                    yield Found(at, at + len(name), Kind.TOOL, name, (), "member of a row of means")


def _members(at: int, row: str) -> Iterator[tuple[int, str]]:
    """The members of a row with their places."""
    for name in re.split("[、和及与或]", row):
        if 1 < len(name) <= LONGEST:
            yield at, name
        at += len(name) + 1


def _acts(text: str, at: int, name: str, grammar: Grammar) -> bool:
    """Whether a member is a verb with its object (发放补贴), which is an act and no name."""
    verb = grammar.verb_at(text, at, at + len(name))
    return verb is not None and len(verb.word) < len(name) and verb.word not in NOUNLIKE - DONE
