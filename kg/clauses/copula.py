"""What something is said to be the means of: X 是推动高质量发展、改善民生的重要举措."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses.lead import lead_end

if TYPE_CHECKING:
    from kg.clauses.grammar import Grammar
    from kg.clauses.values import Phrase

MEANT = re.compile(
    "(?<![不只但总还可都就若凡像或倒越于])是(?!否|非)(?P<row>[^是，。；]{4,60}?)的(?:重要|重大|必然|内在|客观|迫切|紧迫|现实|有力|有效|关键|根本|基本|主要|战略|具体|应有|务实|积极|创新|首要|核心|一[项个条]|必要)*"
    "(?:举措|要求|需要|抓手|途径|路径|任务|之举|之策|必由之路|手段|之义|保障|选择|安排|措施)$"
)
BECOMES = re.compile("(?:应当|应该|应|要|将|努力|力争)成为(?P<row>[^，。；]{4,40}?)的[^的，。；、]{1,6}$")


TOPIC = re.compile(
    "(?:介绍了?|听取了?)(?:我国|金融)?(?P<row>[^，。；]{4,40}?)(?:的?(?:有关|相关|总体)?(?:工作)?(?:情况汇报|有关情况|相关情况|情况|汇报))$"
    "|(?<![成造迁])就(?P<studied>[^，。；]{4,40}?)(?:举行|进行)(?:了)?(?:第[^，。；]{1,6}次集体学习|囗+)$"
)
"""What a meeting hears of, a body's officials tell of, the leaders study."""


def topic(grammar: Grammar, text: str, start: int, end: int) -> tuple[int, tuple[Phrase, ...]] | None:
    """Where a clause comes to its topic, and the phrases of the ends that the topic is."""
    found = TOPIC.search(text, start, end)
    phrases = _row(grammar, text, *found.span("row" if found["row"] else "studied")) if found else ()
    return (found.start(), phrases) if found and phrases else None


def meant(grammar: Grammar, text: str, start: int, end: int) -> tuple[int, tuple[Phrase, ...]] | None:
    """Where 是 stands in a clause that says what its subject is a means of, and the phrases of the ends."""
    found = MEANT.search(text, start, end) or BECOMES.search(text, start, end)
    if found is None:
        return None
    phrases = _row(grammar, text, *found.span("row"))
    return (found.start(), phrases) if phrases else None


def _row(grammar: Grammar, text: str, begin: int, stop: int) -> tuple[Phrase, ...]:
    """The phrases of a range, if a verb opens each of its parts."""
    parts = grammar.coordinated(text, begin, stop)
    phrases = [grammar.phrase(text, lead_end(text, at, until)[0], until, "") for at, until in parts]
    return () if None in phrases else tuple(replace(one, frame="meant") for one in phrases if one)
