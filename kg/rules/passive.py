"""Names that stand before their verb: 操作利率下调0.2个百分点, 《条例》出台, 减税降费政策要尽快落实."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses import lead_end
from kg.lexicon import WEEKDAY, any_of, either
from kg.model import Kind, Verb
from kg.rules.tools import FIGURE, PARTS

if TYPE_CHECKING:
    from kg.clauses import Grammar, Phrase
    from kg.model import Span
    from kg.recognizers.found import Found
    from kg.rules.making import Maker
    from kg.scene import Scene

REACH = 24
"""Characters behind a name within which its verb begins."""
PART = re.compile(
    f"”?(?:（[A-Z]+）)?(?:(?:等[\u4e00-\u9fff]{{0,4}}?)?(?:{either(PARTS)}|[和、及](?={either(PARTS)}))+)?(?:的(?:{either(PARTS)}|发行|使用|实施)+)?"
)
"""What of an instrument is acted on, or the kind of the row that it ends (减税降费等措施)."""
GAP = any_of(
    # by whom, from which level, by what rule, where, for whom: up to the verb
    "[由从][^，]{1,14}?(?=[调改降提扩延放下上减缩压增升])|由[^，]{2,24}?(?=直接|统一|[公发创设出制印推建][布行设立台定发出放])",
    "根据[^，]{2,10}?(?=[增扩调下提降])|[获经由][^，]{2,10}?(?=批[复准]|核准)|按[\\d.]+%|按[^，]{1,6}规定|按[时期需月年日]|面向[^，]{2,12}?(?=发)",
    "在[^，。；]{1,8}?(?=成功|顺利|基本|全面|发行|启动|上线|落地|实施|开展|设立|推出)",
    # how much, for each, against when
    "[\\d.]+(?:万亿|亿|万)元|(?:每[^每，])+|比(?:去年|上年)(?:同期)?|同比|环比",
    # when
    "[今昨]天|[今昨近日前]日|"
    + WEEKDAY
    + "|(?:日前)?[（(][^）)]{2,8}[）)]|(?:[今明去]年)?\\d{1,2}月份?|自?\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?起?|\\d{1,2}日",
    # how
    "有所|直接|成功|顺利|分别|均|也|的|已|将|再|统一|正式|相应|足额|一律",
)
"""What stands between a name and its verb beside adverbs and modals."""
COMES = {
    "落地": Verb("落地", frozenset(("uses",)), "Advance"),
    "上线": Verb("上线", frozenset(("uses",)), "Create"),
    "加力": Verb("加力", frozenset(("uses",)), "Expand"),
    "到位": Verb("到位", frozenset(("uses",)), "Use"),
    **dict.fromkeys(("降到", "降至", "降为"), Verb("降到", frozenset(("uses",)), "Lower")),
    **dict.fromkeys(("提至", "升至", "增至", "涨至"), Verb("增至", frozenset(("uses",)), "Raise")),
    **dict.fromkeys(("减到", "减至"), Verb("减到", frozenset(("uses",)), "Reduce")),
    "延至": Verb("延至", frozenset(("uses",)), "Continue"),
    "扩至": Verb("扩至", frozenset(("uses",)), "Expand"),
}
"""Verbs without an object that say what is done to an instrument, and those with a figure."""
BY = "获经由"
"""What stands before the body that acts, between an instrument and its verb."""
WORKS = frozenset(("实行", "采用", "采取"))
"""Verbs whose object says how an instrument works (存款保险实行限额偿付)."""
GOES_ON = re.compile(
    "$|[，。；、）)“]|了?[^，。；]{0,14}作用|对[^，。；]{2,}(?:支持|投入)|额度|规模|[\\d.零约近超一二三四五六七八九十两半几至到为了在于和并起过的第]|落地|上线|实施|施行|发行|使用|运行|操作|执行|完毕|完成|期限|以来|[扩提加]|(?:同意)?(?:设立|建设|成立)|(?:市场|全国|全面)"
)
"""What may follow the verb of an instrument that stands before it; behind a noun the verb is one too (减税降费落实情况)."""
CAUSE = re.compile("而|的|等?因素|所|带来|导致|因|影响")
"""What follows a verb that only gives a reason (机制调整而增加的支出)."""
OWN_OBJECT = re.compile(
    "(?!了|到|至|为|以|后|时|之|由|并|和|等|的|在|于|实施|施行|上线|启动|发行|[半一两三五]年|全覆盖)[\u4e00-\u9fff]{4}"
)
"""What follows a verb that has an object of its own (商事制度改革建立信用信息公示系统后)."""


MEASURES = re.compile("[^，。；]{0,6}措施")
"""What follows 采取 where somebody answers an instrument rather than runs it (就加征关税采取反制措施)."""
QUALIFYING = re.compile("的(?:\\d[\\d.,]*(?:万亿|亿|万)?元)?$")
"""What ends the words before a name that only say which one is meant (支持设备更新的500亿元国债资金已下达)."""


def holds(scene: Scene, phrase: Phrase, name: Found) -> bool:
    """Whether a name stands in the object of a phrase, and is not what the whole phrase qualifies."""
    inside = phrase.object.begin <= name.begin < phrase.object.end
    return inside and (
        "uses" in phrase.classes or not QUALIFYING.search(scene.text, phrase.object.begin, name.begin)
    )


def verb_behind(scene: Scene, grammar: Grammar, name: Found, end: int) -> tuple[int, Verb | None]:
    """Where the verb stands that a name is the object of though it stands before it, and the verb."""
    text = scene.text
    part = PART.match(text, name.end, end) if name.kind is Kind.TOOL else None
    at = part.end() if part else name.end
    while at < min(name.end + REACH, end):
        verb = COMES.get(text[at : at + 2]) or grammar.verb_at(text, at, end)
        if verb is not None and verb.classes & {"uses", "issues"} and _ends(text, verb, at, end, name):
            return at, verb
        after = lead_end(text, at, end)[0]
        gap = GAP.match(text, at, end) if after == at else None
        after = gap.end() if gap else after
        if after <= at:
            break
        at = after
    return name.end, None


def by_whom(scene: Scene, between: Span, make: Maker) -> Maker:
    """The maker, with the body that stands behind 获 or 由 between an instrument and its verb for its agent (获国务院批复设立)."""
    bodies = scene.of_kind(between, Kind.INSTITUTION)
    named = bodies and scene.text[bodies[0].begin - 1] in BY
    return replace(make, agents=tuple(scene.entity(f) for f in bodies)) if named else make


def _ends(text: str, verb: Verb, at: int, end: int, name: Found) -> bool:
    """Whether the clause goes on behind a verb as behind one that has its object before it."""
    after = at + len(verb.word)
    if verb.word == "提出" or (verb.word == "通过" and after < end) or CAUSE.match(text, after):
        return False
    if verb.word == "采取" and MEASURES.match(text, after):
        return False
    if verb.action == "Create" and OWN_OBJECT.match(text, after):
        return False
    if name.kind is not Kind.TOOL:
        return True
    arranged = verb.word != "安排" or FIGURE.match(text, after) is not None
    goes_on = verb.word in WORKS or GOES_ON.match(text, after, end) is not None
    return "uses" in verb.classes and verb.word != "使用" and arranged and goes_on
