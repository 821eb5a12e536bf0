"""Phrases inside a phrase: ends behind or inside an instrument, a second verb that is joined or run on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses.lead import lead_end
from kg.clauses.prepositions import second_verb
from kg.clauses.words import FURTHER, HEADED, INSTRUMENTAL, MEASURES, PLAIN, SOME
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses.grammar import Grammar
    from kg.clauses.values import Phrase


NAMED = re.compile(
    "优化升级|防范系统|带动就业|..(?:机制|政策|体系|制度|作用|能力|水平|力度|[法会]|中心|计划|行动|措施|工程|基金|工作|服务|基础|成果|领域|平台|化|和|与|、|的|性|[率者度])"
)
"""A verb in FURTHER that stands within a name (健康促进政策)."""
JOINT = re.compile("以(?!人民|来|上|下|内|外|及|后|前|供|服|旧|煤|市)|来(?!源|自|华|年|往|说)|并|从而|进而")
"""What joins a second verb to an object."""
PLAYED = re.compile("(?:作用|功能|优势|效应)$")
"""What something plays: 发挥外资企业对促进实体经济发展的重要作用 is one phrase."""


def nested(grammar: Grammar, text: str, phrase: Phrase) -> Iterator[Phrase]:
    """通过 / 来 / 以 inside an object join a second phrase: 创设工具支持股票市场稳定发展."""
    body = phrase.object
    played = phrase.verb == "发挥" and PLAYED.search(text, body.begin, body.end)
    if phrase.verb in INSTRUMENTAL and not played and (ends := _instrument_ends(grammar, text, phrase)):
        inside = MEASURES.search(text, body.begin, body.end)
        stop = body.end if inside else ends[0].span.begin
        yield replace(phrase, span=Span(phrase.span.begin, stop), object=Span(body.begin, stop))
        yield from ends
        return
    if (second := _run_on(grammar, text, phrase)) is not None:
        stop = second.span.begin
        yield replace(phrase, span=Span(phrase.span.begin, stop), object=Span(body.begin, stop))
        yield second
        return
    yield phrase
    for joint in JOINT.finditer(text, body.begin + 2, body.end):
        at = joint.end()
        starts, _ = lead_end(text, at, body.end)
        verb = grammar.verb_at(text, starts, body.end)
        if (
            verb is not None
            and len(verb.word) > 1
            and starts + len(verb.word) + 2 <= body.end
            and verb.classes & {"pursues", "supports", "uses", "issues"}
        ):
            inner = grammar.phrase(text, starts, body.end, text[at:starts])
            if inner is not None:
                yield replace(inner, modal=phrase.modal, frame="joined")
            return


CLOSED = tuple(
    "发展 建设 改革 创新 升级 消费 体系 机制 制度 资源 动力 动能 活力 条件 环境 试验区 流程 渠道".split()
)
"""What closes an object, so that a verb right behind it begins anew, whatever the first one was (完善社会保障体系助力老有所养)."""
PIVOTAL = frozenset("推动 促进 支持 引导 鼓励 帮助 带动 助力 推进 确保 使 让".split())
"""Verbs whose object may itself do something (推动企业扩大投资)."""


def _run_on(grammar: Grammar, text: str, phrase: Phrase) -> Phrase | None:
    """深化改革扩大开放: a second verb and its object, run on without a mark behind the first object."""
    body = phrase.object
    if text.startswith("对", body.begin) or phrase.negated or phrase.perfect:
        return None
    measures = MEASURES.search(text, body.begin, body.end)
    end = measures.start() if measures else body.end
    plain = phrase.verb[-2:] in PLAIN and not HEADED.search(text, body.begin, end)
    closing = phrase.verb not in PIVOTAL
    for place in range(body.begin + 2, min(body.begin + (12 if plain else 20), end - 3)):
        word = text[place : place + 2]
        if text[place - 1] in "、和与及的“并以对在是为于，快":
            return None
        if word not in FURTHER or word not in grammar.verbs or NAMED.match(text, place):
            continue
        if plain or (
            closing and text.endswith(CLOSED, body.begin + 2, place) and "的" not in text[place:end]
        ):
            second = grammar.phrase(text, place, body.end, "")
            return second and replace(second, modal=phrase.modal, manner=phrase.manner)
    return None


def _instrument_ends(grammar: Grammar, text: str, phrase: Phrase) -> list[Phrase]:
    """运用 X 支持 Y, 提出一系列促进 Y、防范 Z 的措施: the ends that stand behind or inside the instrument."""
    body = phrase.object
    if measures := MEASURES.search(text, body.begin, body.end):
        start = SOME.match(text, body.begin, measures.start())
        begin = start.end() if start else body.begin
        parts = grammar.coordinated(text, begin, measures.start())
    else:
        named = 2 if text.startswith("措施", body.begin) else 3  # 采取措施扩大内需
        begin = max(body.begin + named, lead_end(text, body.begin, body.end)[0] + 2)
        place = second_verb(grammar, text, begin, body.end, anywhere=False)
        parts = [(place, body.end)] if place else []
    inner = [grammar.phrase(text, lead_end(text, at, stop)[0], stop, "") for at, stop in parts]
    return [
        replace(one, modal=phrase.modal, frame="joined")
        for one in inner
        if one and one.classes & {"pursues", "supports"}
    ]
