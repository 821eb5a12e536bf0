"""Where a name begins that no list holds: behind the measure word of a count, behind the verb that it is the object of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses.words import NOUNLIKE

if TYPE_CHECKING:
    from kg.clauses import Grammar

COUNTED = re.compile("[多余几]?(?:家|所|个|位|名|次|条|项|支|种|届|年任?|月|日|强|户|座|亩)")
"""The measure word of a count, with what rounds the number (91|家, 12|所, 500|强)."""
SHORTEST = 2
"""The characters of the shortest verb that ends what leads up to a name, and of the shortest name before its head word."""
OPENING = frozenset(["建设", "引进", "规范"])
"""Verbs that are nouns elsewhere, and no part of a name that goes on for long behind them (建设大宗商品交易中心)."""
LONG = 4
WIDE = re.compile("中国|全国|国家|中央|全球|国际|世界|非洲|亚洲|欧洲|香港|澳门")
"""How a name begins that may hold a verb (中国促进艺术教育协会)."""


def behind_count(text: str, start: int, end: int) -> int:
    """Past the measure word that a range begins with, if a number stands before it.

    >>> behind_count("12家银行", 2, 5), behind_count("家电协会", 0, 4)
    (3, 0)
    """
    counted = COUNTED.match(text, start, end) if start and text[start - 1].isdigit() else None
    return counted.end() if counted else start


def behind_verb(text: str, start: int, end: int, grammar: Grammar) -> int:
    """Past the last verb of a range that a name may follow; all of the range if nothing of a name is left behind it."""
    if WIDE.match(text, start):
        return start
    for at in range(end - SHORTEST, start - 1, -1):
        verb = grammar.verb_at(text, at, end)
        if verb is None or len(verb.word) < SHORTEST:
            continue
        rest = end - at - len(verb.word)
        if verb.word in OPENING and at == start and rest >= LONG:
            return end - rest
        if verb.word not in NOUNLIKE and (rest >= SHORTEST or at == start):
            return end - rest
    return start
