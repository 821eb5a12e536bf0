"""What something is said to be the means of: X 是推动高质量发展、改善民生的重要举措."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses.lead import lead_end
from kg.clauses.prepositions import second_verb
from kg.lexicon import either

if TYPE_CHECKING:
    from kg.clauses.grammar import Grammar
    from kg.clauses.values import Phrase

KINDS = "重要 重大 必然 内在 客观 迫切 紧迫 现实 有力 有效 关键 根本 基本 主要 战略 治本 基础 具体 应有 务实 积极 创新 首要 核心 重点 必要 集中 基础性 战略性 全局性 历史性 关键性 决定性 突破性 强大 强有力 蓬勃 头等 本质 最终 长远 长久 坚实 时代 制度 政策 改革 惠民"
THINGS = "举措 要求 需要 抓手 途径 路径 任务 之举 之策 必由之路 手段 之义 保障 选择 安排 措施 内容 方式 一环 基础 依托 创举 关口 基点 工程 试验田 平台 窗口 门户 需求 中流砥柱 部署 大事 保证 支撑 动力 力量 引擎 关键 关键所在 环节 基石 法宝 方面 着力点 发力点 利器 目的 制度 呼唤"
MEANT = re.compile(
    "(?<![不只但总还可都就若凡像或倒越于])(?:是(?!否|非)|作为(?:当前)?|(?<!将)成为)(?P<row>(?:(?!能否)[^是，。；]){4,60}?)的"
    f"(?:{either(KINDS)}|又?一[项个条件大]?|[、和与])*“?{either(THINGS)}(?:[和与]{either(KINDS)}*{either(THINGS)})?”?$"
)
MADE_SO = re.compile("[让使](?!用)")
"""What stands before 成为 where that is itself what is brought about (让市场成为配置资源的力量)."""
BY = re.compile("我国|中国|国家|党中央|中央|我们(?!党)")
"""Whose means something is (此次降税是我国扩大开放的重要举措)."""
BECOMES = re.compile("(?:应当|应该|应|要|将|努力|力争)成为(?P<row>[^，。；]{4,40}?)的[^的，。；、]{1,6}$")


def meant(grammar: Grammar, text: str, start: int, end: int) -> tuple[int, tuple[Phrase, ...]] | None:
    """Where 是 stands in a clause that says what its subject is a means of, and the phrases of the ends.

    What is made a means of them (把改革作为推动发展的重要举措) comes whole before it.
    """
    if text.find("的", start, end) < 0:
        return None
    found = MEANT.search(text, start, end) or BECOMES.search(text, start, end)
    if found is None or MADE_SO.search(text, start, found.start()):
        return None
    begin, stop = found.span("row")
    phrases = row(grammar, text, begin, stop, "meant")
    if not phrases and (by := BY.match(text, begin, stop)):
        place = second_verb(grammar, text, by.end(), stop, anywhere=False)
        phrases = row(grammar, text, place, stop, "meant") if place is not None else ()
    ends = end if text.startswith("作为", found.start()) else found.start()
    return (ends, phrases) if phrases else None


def row(grammar: Grammar, text: str, begin: int, stop: int, frame: str) -> tuple[Phrase, ...]:
    """The phrases of a range, if a verb opens each of its parts."""
    parts = grammar.coordinated(text, begin, stop)
    phrases = [grammar.phrase(text, lead_end(text, at, until)[0], until, "") for at, until in parts]
    return () if None in phrases else tuple(replace(one, frame=frame) for one in phrases if one)
