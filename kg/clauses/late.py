"""Phrases that come late in a clause: behind a subject what it helps or eagerly does, and the ends that something is spoken of by.

"设备更新有利于增加需求、提振信心", "某市不断提升竞争力", "各国表明维护多边主义的意愿".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses.copula import row
from kg.clauses.prepositions import second_verb
from kg.clauses.values import Frame, Phrase
from kg.clauses.words import HEADED, MASK, NOUNLIKE
from kg.lexicon import either
from kg.model import Span

if TYPE_CHECKING:
    from kg.clauses.grammar import Grammar

    Ends = tuple[int, tuple[Phrase, ...]] | None

HELPING = ("有利于", "有助于")
"""What stands before somebody who is helped to do something (有利于企业扩大出口)."""
HELPS = re.compile("(?:有利于|有助于|致力于)(?=[\u4e00-\u9fff“]{4})")
STRIVES = "力争"
STRIVEN = re.compile("力争(?:[到在至于]20\\d\\d年底?)?$")
"""What leads into a state that is striven for, with the year that leads in as well."""
UNTIL = re.compile("(?:[到在][^，。；]{2,10}?[末底前])?(?=[\u4e00-\u9fff“]{6})")
"""When a state is to be reached that is striven for (力争到三季度末融资成本有明显降低)."""
WITHIN = re.compile("(?<=[\u4e00-\u9fff])在(?P<row>[^，。；]{6,40}?)(?:等?方面|(?:的)?进程中|的?过程中)")
"""In what somebody does something (某省在促进融合发展方面具有优势)."""
EAGER = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?<!就)"
    + either(
        "不断 积极 着力 持续 扎实 全力 深入 携手 共同 进一步 继续 大力 努力 坚定 稳步 切实 注重 重点 坚持 主动 加快 加速 有序 高效 奋力"
    )
    + "(?=[\u4e00-\u9fff“]{6})(?![^，]*的[^的]{1,4}$)"
)
"""How somebody goes about what is his policy (某市不断提升核心竞争力), where 规模继续保持领先 tells how a thing stands."""
LIFTS = frozenset(("提升", "引导", "支持", "规范"))
"""Verbs that are nouns elsewhere, and none behind such an adverb."""
NOT_DONE = re.compile("是|欢迎|会(?!议|见|晤|同|计|谈|商)")
"""What a clause has that says what a thing is or may do, or invites somebody."""
GOES_ON = frozenset("保持 实现 发展 稳定 优化 改善".split())
"""Verbs that may tell how a thing stands or goes (规模持续保持领先, 结构不断优化升级)."""
SPOKEN_OF = "举措 措施 行动 行动上 动力 需要 成效 倡议 信号 部署 担当 承诺 机遇 意愿 意义 着力点 建议 同时 重要性 必要性 过程 过程中 决心 蓝图 号角"
POINTED_AT = "重点 主线 基点 关键 中心 方向"
OF = re.compile(
    "(?:取得)?的(?:重要|重大|政策|意见|具体|积极|共同|有效|实际|坚定|明确|新|宏伟|有力|一系列|各项|有关|主要|战略)*"
    f"{either(SPOKEN_OF)}(?:和信心|和能力)?$|这[个一条](?:战略)?{either(POINTED_AT)}$"
)
"""What closes a clause that speaks of a policy by its end (展现扩大开放的决心, 在做好疫情防控的同时)."""
OF_ENDS = frozenset(word[-2:] for word in f"{SPOKEN_OF} {POINTED_AT} 信心 能力".split())
NAMES = re.compile("的[^的]{1,6}$|等.|[上中]..$")
"""How a clause ends that only names something by what it does (凝聚力量的好报告)."""


def late(grammar: Grammar, text: str, span: Span, start: int) -> Frame:
    """The frame of a clause that nothing opens: its ends, if it comes to any behind a subject."""
    for find in FINDERS:
        if found := find(grammar, text, start, span.end):
            return Frame(span, _subject(text, start, found[0]), found[1])
    return Frame(span, Span(start, span.end), ())


def _striven(grammar: Grammar, text: str, start: int, end: int) -> Ends:
    """The state that a clause says is striven for."""
    strives = STRIVEN.search(text, max(start - 10, 0), start)
    until = UNTIL.match(text, start, end) if strives else None
    if strives is None or until is None or grammar.verb_at(text, start, end):
        return None
    span, state = Span(strives.start(), end), Span(until.end(), end)
    return start, (Phrase(span, STRIVES, frozenset(("pursues",)), None, state, modal=True),)


def _helped(grammar: Grammar, text: str, start: int, end: int) -> Ends:
    """What something helps, or helps somebody to do."""
    if helps := HELPS.search(text, start, end):
        phrases = grammar.phrases_from(text, helps.end(), end)
        return (helps.start(), phrases) if phrases else None
    if not text.endswith(HELPING, 0, start):
        return None
    place = second_verb(grammar, text, start + 2, end, anywhere=False)
    return (start, grammar.phrases_from(text, place, end)) if place is not None else None


def _within(grammar: Grammar, text: str, start: int, end: int) -> Ends:
    """In what somebody does something."""
    within = WITHIN.search(text, start, end)
    phrases = row(grammar, text, *within.span("row"), "meant") if within else ()
    return (within.start(), phrases) if within and phrases else None


def _spoken_of(grammar: Grammar, text: str, start: int, end: int) -> Ends:
    """The ends that something is spoken of by: from the first verb on from which a row of phrases fills the range."""
    of = OF.search(text, start + 4, end) if text[end - 2 : end] in OF_ENDS else None
    stop = of.start() if of else start
    for place in range(start + 1, stop - 3):
        opens = text[place : place + 2] in grammar.strong and text[place - 2 : place] not in NOUNLIKE
        if opens and (phrases := row(grammar, text, place, stop, "meant")):
            return place, phrases
    return None


def _eager(grammar: Grammar, text: str, start: int, end: int) -> Ends:
    """What somebody goes about eagerly."""
    eager = None if NOT_DONE.search(text, start, end) else EAGER.search(text, start, end)
    phrases = grammar.phrases_from(text, eager.start(), end) if eager else ()
    verb = phrases[0].verb if phrases and not phrases[0].perfect else ""
    does = (verb in grammar.strong or verb in LIFTS) and verb not in GOES_ON
    return (eager.start(), phrases) if eager and does else None


def _of_row(grammar: Grammar, text: str, start: int, end: int) -> Ends:
    """A row of doings behind its first, whose verb is none of policy (抓住重点、补齐短板)."""
    mark = text.find("、", start + 2, end)
    if not start + 3 < mark < start + 12 or HEADED.search(text, mark, end) or NAMES.search(text, mark, end):
        return None
    phrases = grammar.phrases_from(text, mark + 1, end) if grammar.opens_phrase(text, mark + 1, end) else ()
    does = phrases and phrases[0].verb in grammar.strong and phrases[0].verb not in GOES_ON
    return (start, phrases) if does else None


FINDERS = (_striven, _helped, _within, _spoken_of, _eager, _of_row)
"""How a clause may come to its ends, each giving where it does and their phrases."""


def _subject(text: str, start: int, place: int) -> Span | None:
    """The subject before those, if it is one: behind a comma, what names nobody goes on with the clause before (，展现扩大开放的决心)."""
    goes_on = place <= start or (text[start - 1 : start] == "，" and text.find(MASK, start, place) < 0)
    return None if goes_on else Span(start, place)
