"""The verb right before an instrument, in a clause whose beginning the grammar does not read: 疫情发生后设立专项再贷款, 要求各地严格落实省长责任制."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses import after_marker, lead_end
from kg.model import Kind
from kg.recognizers.instruments import QUALIFIED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Frame, Grammar, Phrase
    from kg.scene import Scene

MAKING = frozenset(("issues", "implements"))
MADE = ("出台", "印发", "发布", "推出", "公布", "颁布", "制定", "研究制定", "制定出台", "编制")
UNMADE = re.compile(
    "建议|呼吁|期待|希望|要求|如果|随着|自从|是否|可能|[应该]当|能够|抓住|学习运用|^[^，。；]*(?:围绕|关于|关系)|(?:[是了的为以把对就在着过来]|阐述|学习|根据|按照|见证)$"
)
"""What stands before the verb of a document that is only asked for, or that is no more than the topic or the date of what is told."""
STOPS = re.compile("[，。；！、\n 和与并]|等|$")
"""What follows a document that is all of its verb's object."""
LONGEST = 4
SHORTEST = 2
"""The characters of the shortest verb that may stand there."""
FARTHEST = 16
"""Characters between a verb and the instrument within which only what qualifies it stands (设立3000亿元抗疫专项再贷款)."""
OPENS = re.compile(
    "(?:随后|目前|此前|近期|正|抓紧|再|又|专门|(?:牵头)?会同(?:有关|相关)部门|研究|介绍了?|了解|除[^，。；]{2,10}外|确定|包括了?|比如|例如|[如即]|允许|明确|同意|决定|宣布|前期|正在|[直间]接|按[月季]|按规定|依规|按时|不|也|还"
    "|我国|中国|国家|中央财政|全国|(?:税务|金融|财政|监管|民政)部门|会议|草案|通知"
    "|[自从于]?\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:预算|开始|以来|[起底初前])?|\\d{1,2}月\\d{1,2}日(?:（[^）]{1,8}）)?|减?按[\\d.]+%的?(?:税率)?"
    "|[\u4e00-\u9fff]{2,7}(?:之?[后前]|以来|期间|之际))"
)
"""What a clause may open with, one after another, before the verb of its body."""
REACHES = re.compile(
    "(?:[在对向于自从按以为由经]|面向|针对|围绕|根据|依据|结合|要求|选择|遴选|选取)[^，；。的]{1,28}$|[对向为][^，；。]{1,40}$"
)
"""What stands in front of the verb up to it: where, for whom, by whom, whom one asks to do it."""


ASKING = ("鼓励", "支持", "允许", "引导", "授权", "要求", "督促", "指导")
"""Verbs whose object is somebody who is to act on an instrument (鼓励地方设立创业基金)."""
ASKED = re.compile(
    "[^，；。：]{0,16}(?:地方|各地|地区|城市|省份|机构|企业|[银商央]行|[央国]企|部门|单位|高校|资本|平台|公司)"
)
"""Who is asked to act."""


def phrases_of(scene: Scene, grammar: Grammar, frame: Frame) -> Iterator[Phrase]:
    """What a clause does to instruments beside its phrases: in its subject, through whom it asks, or where it has none."""
    phrase = (_spoken_of if frame.phrases else _before)(scene, grammar, frame)
    if phrase is not None:
        yield phrase
    for asking in frame.phrases:
        if asking.verb in ASKING and (asked := _asked(scene, grammar, asking)):
            yield asked


def papers_of(scene: Scene, grammar: Grammar, frame: Frame) -> Iterator[tuple[Phrase, bool]]:
    """What a clause that the grammar does not read does to documents by the verb right before them (随后云岭市出台《方案》).

    With it, whether its own body makes the document: nothing but that body and what leads in stands before.
    """
    for name in () if frame.phrases else scene.of_kind(frame.span, Kind.DOCUMENT):
        end = name.begin - scene.text.endswith("了", 0, name.begin)
        for at in range(max(frame.span.begin, end - LONGEST), end - SHORTEST + 1):
            verb = grammar.verb_at(scene.text, at, end)
            if verb is None or at + len(verb.word) < end or verb.classes.isdisjoint(MAKING):
                continue
            phrase = grammar.phrase(scene.masked, at, frame.span.end, scene.text[frame.span.begin : at])
            told = UNMADE.search(scene.text, frame.span.begin, at) or not STOPS.match(scene.text, name.end)
            if phrase is not None and not told:
                yield phrase, phrase.verb in MADE and leads(scene, after_marker(scene.text, frame.span), at)
            break


def _asked(scene: Scene, grammar: Grammar, asking: Phrase) -> Phrase | None:
    """What somebody is asked to do to an instrument (支持银行发行小微金融债券)."""
    begin, end = asking.object
    for name in scene.of_kind(asking.object, Kind.TOOL):
        who = ASKED.match(scene.text, begin, name.begin)
        at = lead_end(scene.text, who.end(), name.begin)[0] if who else begin
        verb = grammar.verb_at(scene.text, at, name.begin + 1) if who else None
        if verb is None or "uses" not in verb.classes or len(verb.word) < SHORTEST:
            continue
        between = scene.text[at + len(verb.word) : name.begin]
        if not between or "、" in between or QUALIFIED.fullmatch(between):
            return grammar.phrase(scene.text, at, end, "")
    return None


def _before(scene: Scene, grammar: Grammar, frame: Frame) -> Phrase | None:
    """The phrase of a clause without another whose verb stands right before the first instrument that has one."""
    text, (begin, end) = scene.text, frame.span
    begin = after_marker(text, frame.span)
    for name in scene.of_kind(frame.span, Kind.TOOL):
        for at in range(name.begin - 2, max(begin, name.begin - FARTHEST) - 1, -1):
            verb = grammar.verb_at(text, at, name.begin + 1)
            if verb is None or "uses" not in verb.classes or len(verb.word) < SHORTEST:
                continue
            between = text[at + len(verb.word) : name.begin]
            near = not between or (not between.endswith("的") and QUALIFIED.fullmatch(between) is not None)
            if near and leads(scene, begin, at) and not text.startswith("的", name.end):
                return grammar.phrase(text, at, end, text[begin:at])
            break
    return None


def _spoken_of(scene: Scene, grammar: Grammar, frame: Frame) -> Phrase | None:
    """The verb and its instrument that a clause says something of (实施营改增必须确保税负只减不增)."""
    if frame.subject is None or not frame.phrases or not frame.modal:
        return None
    at = lead_end(scene.text, *frame.subject)[0]
    verb = grammar.verb_at(scene.text, at, frame.subject.end)
    if verb is None or "uses" not in verb.classes:
        return None
    name = scene.layer.starting(at + len(verb.word))
    if name is None or name.kind is not Kind.TOOL:
        return None
    return grammar.phrase(scene.text, at, frame.subject.end, scene.text[frame.subject.begin : at])


def leads(scene: Scene, begin: int, at: int) -> bool:
    """Whether what stands before a verb only leads in, or names the body that acts."""
    while begin < at:
        name = scene.layer.starting(begin)
        after = name.end if name is not None and name.kind in (Kind.INSTITUTION, Kind.TOOL) else begin
        after += after > begin and scene.text.startswith(("、", "和"), after)
        after = after if after > begin else min(at, lead_end(scene.text, begin, at + 2)[0])
        opened = OPENS.match(scene.text, begin, at) if after == begin else None
        after = opened.end() if opened else after
        if after == begin:
            return REACHES.match(scene.text, begin, at) is not None
        begin = after
    return True
