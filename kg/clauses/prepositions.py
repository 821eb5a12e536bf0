"""Phrases behind a preposition: 通过, 在, 以, 用, 为, 把, 对."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses.lead import lead_end
from kg.clauses.values import Phrase
from kg.clauses.words import ENDS, GIVES, GIVING, MODAL, NOUNLIKE, NOUNS, preposition_at
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses.grammar import Grammar

RESULTS = frozenset(
    "降至 降到 降为 提至 打造 放在 纳入 作为 转化 转换 转为 扩大 提高 置于 摆在 做大 切好 推向 推到 引向 降下 列入 贯穿 落到 调整 延长 延至 增至".split()
)
CHANGES = {
    "纳入": "Expand",
    "落实": "Use",
    "落到": "Use",
    "提至": "Raise",
    "列入": "Expand",
    "延": "Continue",
    "降": "Lower",
    "转": "End",
}
"""What a resultative that is no verb by itself does to what is put before it."""
SIDES = re.compile(
    "(?:等?(?:多个?|几个?|[\\d一二两三四五六七八九十]+(?:个|大)?)?(?:方面|环节|领域|维度|层面)(?:(?:持续|共同|协同|综合)?(?:入手|着手|发力|加力|出发|用力)|(?:提出|推出|采取|出台|明确|部署|作出|给予)[^，。；]{2,20})?|入手|着手|发力)$"
)
WITH = ("以", "用", "依靠", "凭借", "借助")
"""What names the means before the verb of the end (依靠创新提升效率)."""
CLOSED = re.compile(
    "(?:的?同时|的过程中|过程中|的基础上|基础上|的前提下|前提下|框架[内下]|[一二三四五六七八九两几]个方面|等方面|等领域|中|下|上|方面|领域|时)"
)


TALKS = re.compile(
    "(?:提出|开展|进行|深入)[^，]{0,12}(?:建议|意见|交流|讨论|研讨|探讨|协商|座谈)|建言|交流|讨论"
)
"""What is done around a topic, behind the topic: 围绕提高质量提出建议."""
RELIEF = re.compile(
    "(?P<verb>减负|纾困|解困|松绑|赋能|让利|降本|保驾护航|护航)(?:增效|解难|激活力|增活力|添活力)?(?:超过?|约|近)?(?:\\d[\\d.多余]*[万亿]*元)?$"
)
"""What is done for somebody without an object of its own: 为市场主体减负."""
GIVER = re.compile(
    "为(?!重点|中心|引领|导向|主|核心|抓手|牵引|目标|契机|载体|支撑|依托|根本|基础|动力|本|纲|突破口|切入点)[^，]{2,14}?(?:注入|增添|提供|开辟|创造|赋能)"
)
"""Somebody who is given something by what 以 names: 以改革为创新注入动力."""
CONDUCTS = re.compile("(?:进行|开展|实施|予以|给予)(?!的)")
"""What is done to somebody behind 对."""
PUT = re.compile("[把将](?=[\u4e00-\u9fff“]{2})")
"""What is dealt with by the means (通过制度安排把存量盘活)."""
PLACED = re.compile(
    "(?:[省市区县州国地]|地区|地方|城市|范围内|全国|领域|行业|机构|层面|环节|部分|囗)(?:[（(][^）)]*[）)])?(?:首批|率先|先行|正式|集中|继续)*"
    "(?P<verb>开展|设立|建设|实施|启动|推出|推行|建立|组建|新设|试点|实行|推广|试行|发行|引入|采用|启用|探索|延续|展开|取消)"
)
"""What ends a place behind 在: the verb of what is done there."""


def after_preposition(
    grammar: Grammar, text: str, at: int, end: int, preposition: str, lead: str
) -> Iterator[Phrase]:
    """Yield the phrases of a clause that begins, after its lead, with a preposition at a place."""
    begin = at + len(preposition)
    if preposition in ("把", "将"):
        yield from _disposal(grammar, text, at, end, lead)
    elif preposition in ("为", "为了", "给"):
        while (again := text.find("、为", begin + 4, end)) > 0 and GIVES.search(text, begin + 2, again):
            yield from _purpose(grammar, text, begin, again, lead)
            begin = again + 2
        yield from _purpose(grammar, text, begin, end, lead)
    elif preposition in ("通过", "在", "围绕", "随着", *WITH):
        yield from _means(grammar, text, begin, end, preposition, lead)
    else:
        yield from _later(grammar, text, begin, end, preposition, lead)


SERVICE = re.compile("(?<!提供)(?<!做好)(?<!优质)(?<![的类种好项业])服务$")
"""What closes a clause that says what somebody works for (为巩固和发展制度服务)."""


def _disposal(grammar: Grammar, text: str, at: int, end: int, lead: str) -> Iterator[Phrase]:
    """把 X V ...: the phrase is the whole, its verb the last that takes an object or a result."""
    place = _result(grammar, text, at, end)
    if place is None:
        return
    verb = grammar.verb_at(text, place, end)
    action = verb.action if verb else None
    yield Phrase(
        Span(at, end),
        text[at],
        frozenset({"pursues", "uses"}) | (verb.classes if verb else frozenset()),
        action or next((done for word, done in CHANGES.items() if text.startswith(word, place)), None),
        Span(at + 1, end),
        modal=bool(MODAL.search(lead)),
        frame="disposal",
        head=Span(at + 1, place),
    )


def _result(grammar: Grammar, text: str, at: int, end: int) -> int | None:
    """Where what becomes of it begins: a resultative (降为, 纳入), else the first verb."""
    begin = at + (2 if text[at + 1] == "其" else 3)
    for place in range(begin, end - 1):
        if text[place : place + 2] in RESULTS:
            return place
    for place in range(begin, end - 1):
        verb = grammar.verb_at(text, place, end)
        if text[at] == "把" or (verb is not None and len(verb.word) > 1):
            return place
    return None


def _purpose(grammar: Grammar, text: str, begin: int, end: int, lead: str) -> Iterator[Phrase]:
    """为 V O, 为 V O 提供支撑, 为 X 服务, 为 X 提供 O."""
    if SERVICE.search(text, begin + 4, end) and grammar.verb_at(text, lead_end(text, begin, end)[0], end):
        end -= len("服务")
    giving = GIVING.search(text, begin + 2, end)
    whole, end = end, giving.start() if giving else end
    starts, _ = lead_end(text, begin, end)
    (_, first), *others = grammar.coordinated(text, starts, end)
    inner = _row(grammar, text, starts, end, lead)
    if (
        others
        and inner
        and not giving
        and GIVES.search(text, begin + 2, first - 2)
        and not grammar.verb_at(text, starts, first)
    ):
        yield from _purpose(grammar, text, begin, first, lead)
    if preposition_at(text, starts, end) in ("把", "将"):
        inner = list(_disposal(grammar, text, starts, end, lead))
    inner = [phrase for phrase in inner if phrase.object.end > phrase.object.begin]
    if inner:
        yield from (replace(phrase, frame="purpose") for phrase in inner)
    elif giving:
        given = grammar.phrase(text, end, whole, lead) or _doing(text, end, whole, lead)
        yield replace(given, span=Span(begin - 1, whole), head=Span(begin, end), frame="benefit")
    elif relief := RELIEF.search(text, begin + 2, end):
        done = replace(_doing(text, begin, end, lead), verb=relief["verb"])
        yield replace(done, span=Span(begin - 1, end), head=Span(begin, relief.start()), frame="benefit")
    elif text.startswith("服务", end - 2) and "提供" not in text[begin:end]:
        done = replace(_doing(text, begin, end, lead, "supports"), verb="服务")
        yield replace(done, span=Span(begin - 1, end), head=Span(begin, end - 2), frame="benefit")
    else:
        yield from _benefit(grammar, text, begin, end, lead)


def _benefit(grammar: Grammar, text: str, begin: int, end: int, lead: str) -> Iterator[Phrase]:
    """为 X 畅通渠道: what is done for somebody, by the verb that gives it, else the second one."""
    gives = GIVES.search(text, begin + 2, end)
    gives = gives if gives and gives.end() <= end - 2 else None
    place = gives.start() if gives else second_verb(grammar, text, begin + 2, end, anywhere=True)
    phrase = grammar.phrase(text, place, end, lead) if place is not None else None
    if gives and not phrase:
        phrase = replace(_doing(text, gives.start(), end, lead), verb=gives.group())
    if place is not None and phrase is not None:
        yield replace(phrase, span=Span(begin - 1, end), head=Span(begin, place), frame="benefit")


def _doing(text: str, begin: int, end: int, lead: str, *classes: str) -> Phrase:
    """The phrase of what is done for somebody, where the verb is one in this place only."""
    return Phrase(
        Span(begin, end),
        text[begin : begin + 2],
        frozenset(("pursues", *classes)),
        None,
        Span(begin, end),
        modal=bool(MODAL.search(lead)),
        perfect="了" in text[begin : begin + 4],
    )


def _means(
    grammar: Grammar, text: str, begin: int, end: int, preposition: str, lead: str
) -> Iterator[Phrase]:
    """通过 V O V O, 在 V O 中 V O, 以 X V O: the phrase inside, and the one behind."""
    closed = CLOSED.search(text, begin + 3, end) if preposition == "在" else None
    inner = _inner(text, closed.end() if closed else begin, end, preposition, closed=closed is not None)
    if inner and not closed:
        yield from after_preposition(grammar, text, inner[0], end, inner[1], lead)
        return
    talks = TALKS.search(text, begin + 4, end) if preposition == "围绕" else None
    cut = None
    if preposition in ("通过", "在", "围绕", *WITH):
        verb = grammar.verb_at(text, begin, end)
        behind = closed.end() if closed else begin + (3 if verb and verb.word not in NOUNS else 2)
        cut = second_verb(grammar, text, behind, end, anywhere=closed is not None)
    if preposition == "在" and closed is None and (placed := PLACED.search(text, begin, end)):
        cut = placed.start("verb")
    stop = closed.start() if closed else cut if cut is not None else talks.start() if talks else end
    opens = grammar.verb_at(text, begin, end)
    if preposition not in WITH or (cut is not None and opens is not None and opens.word in grammar.strong):
        starts, _ = lead_end(text, begin, end)
        yield from (replace(one, frame="means") for one in _row(grammar, text, starts, stop, lead))
    if inner:
        yield from after_preposition(grammar, text, inner[0], end, inner[1], lead)
    elif cut is not None:
        starts, _ = lead_end(text, cut, end)
        frame = "end" if preposition in ("通过", *WITH) else ""
        for second in _row(grammar, text, starts, end, lead + text[cut:starts]):
            yield replace(second, frame=frame, head=Span(begin, cut) if preposition == "通过" else None)


def _inner(text: str, begin: int, end: int, preposition: str, *, closed: bool) -> tuple[int, str] | None:
    """Where a second preposition begins, and which: right behind what 在 closes (在签证方面为企业提供便利), else whose means the first one names."""
    if closed:
        place, _ = lead_end(text, begin, end)
        return next(
            ((place, one) for one in ("为", "把", "将") if preposition_at(text, place, end) == one), None
        )
    if preposition == "以" and (giver := GIVER.search(text, begin + 3, end)):
        return giver.start(), "为"
    put = PUT.search(text, begin + 2, end) if preposition in ("通过", "在", *WITH) else None
    return (put.start(), text[put.start()]) if put and preposition_at(text, put.start(), end) else None


def _row(grammar: Grammar, text: str, at: int, end: int, lead: str) -> list[Phrase]:
    """The coordinated phrases of a range that begins with a verb."""
    parts = grammar.coordinated(text, at, end)
    found = [grammar.phrase(text, lead_end(text, begin, stop)[0], stop, lead) for begin, stop in parts]
    return [phrase for phrase in found if phrase is not None]


COMPOUNDS = frozenset(
    "动能 功能 产能 智能 性能 职能 效能 技能 潜能 势能 本能 可能 社会 机会 协会 适应 供应 效应 响应 反应 主要 需要 重要 必要 摘要 纲要 工业 更新".split()
)
"""Words whose second character would be a modal or an adverb by itself (新动能推动高质量发展)."""

DEVICES = frozenset(
    "基金 资金 工程 计划 机制 办法 政策 措施 行动 平台 项目 方案 力度 制度 体系 工具 作用 功能".split()
)
"""What a verb in front of it only names (设立引导基金)."""


def second_verb(grammar: Grammar, text: str, begin: int, end: int, *, anywhere: bool) -> int | None:
    """Where, from a place on, adverbs and a verb begin that open a phrase of their own."""
    for place in range(begin, end - 2):
        if not anywhere and preposition_at(text, place, end) in ("把", "将"):
            return None
        if text[place - 1] in "、和与及的“" and not anywhere:
            continue
        if text[place - 3] in "、和" and text[place - 2 : place] in grammar.verbs:
            continue
        starts, _ = lead_end(text, place, end)
        if starts > place and (
            text[place - 1 : place + 1] in COMPOUNDS or text[place - 1 : place + 1] in grammar.verbs
        ):
            continue
        verb = grammar.verb_at(text, starts, end)
        if verb is None or len(verb.word) == 1 or starts + len(verb.word) + 2 > end:
            continue
        rest = text[starts + len(verb.word) : end]
        opens = starts > place or verb.word in grammar.strong or verb.word in ENDS
        noun = rest in DEVICES or rest[0] in "为等" or (verb.word in NOUNLIKE and rest[:2] in grammar.strong)
        if anywhere or (opens and not noun):
            return place
    return None


DIRECTED = re.compile("(?:转型|转型升级|攀升|迈进|进军|奋进|放权|开放|延伸|过渡)$")
"""Where something goes or is opened to, without an object (向高端化转型, 向社会资本开放)."""
TOWARD = re.compile(
    "[^，。；]{4,40}?(?:的总?(?:方向|思路|要求|原则|目标|部署|路径|步骤|方针|方式|安排)|等(?:因素|情况|状况|条件))(?=[\u4e00-\u9fff“]{4})"
)
"""What a clause is done by, where it is itself told with verbs (按照放松管制、支持创新的方向推动改革, 根据经济发展等因素调整限额)."""


def _later(
    grammar: Grammar, text: str, begin: int, end: int, preposition: str, lead: str
) -> Iterator[Phrase]:
    """对 X 开展 Y, 与 X 加强 Y, 按照 X 原则 V O: the phrase after the preposition's object; 从 V O、V O 等方面: those."""
    if preposition == "从" and (sides := SIDES.search(text, begin, end)):
        yield from (replace(one, frame="means") for one in _row(grammar, text, begin, sides.start(), lead))
        return
    if preposition == "向" and DIRECTED.search(text, begin + 2, end) and "、" not in text[begin:end]:
        modal = MODAL.search(lead) is not None
        yield Phrase(Span(begin - 1, end), "向", frozenset(("pursues",)), None, Span(begin, end), modal=modal)
        return
    toward = TOWARD.match(text, begin, end) if preposition in ("按照", "按", "根据") else None
    place = second_verb(grammar, text, toward.end() if toward else begin + 2, end, anywhere=True)
    conducts = CONDUCTS.search(text, begin + 2, end) if preposition == "对" else None
    if place is not None and conducts and conducts.start() > place:
        place = conducts.start() if grammar.verb_at(text, conducts.start(), end) else None
    if place is not None:
        modifier = text.rfind("的", place, end - 4)
        behind = second_verb(grammar, text, modifier + 3, end, anywhere=True) if modifier > 0 else None
        place = behind if behind is not None and preposition in ("对", "对于", "针对") else place
        starts, _ = lead_end(text, place, end)
        how = lead + text[place:starts]
        row = preposition == "对于" or (preposition == "立足" and text[place - 1] == "、")
        phrases = _row(grammar, text, starts, end, how) if row else [grammar.phrase(text, starts, end, how)]
        for phrase in filter(None, phrases):
            yield replace(phrase, frame=preposition, head=Span(begin, place))
