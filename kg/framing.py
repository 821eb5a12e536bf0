"""The frame of a clause where names stand in it: no verb inside a name, and a body at the beginning is the subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses import Frame, Grammar, after_marker
from kg.clauses.lead import lead_end
from kg.clauses.words import MASK, MEASURES
from kg.lexicon import WEEKDAY
from kg.model import Kind, Span

if TYPE_CHECKING:
    from kg.recognizers.found import Found, Layer
    from kg.scene import Scene

SUBJECT_GAP = re.compile(
    "(?:(?:等)?(?:有关|相关)(?:部门|方面|单位)|、|和|与|及|以及|等(?:[一二三四五六七八九十两多\\d]{0,3}(?:个)?(?:部门|部委|单位|机构|国))?|联合|会同|共同|今天|今日|[上下]午(?=联合|正式|发布|公布|印发|宣布|出台|签署|表示)|[本上]?"
    + WEEKDAY
    + "|\\d{1,2}[日号](?:上午|下午|晚)?|日前|近日|昨天|系统|官网|官方网站|网站|还|表示|决定|部署|宣布|强调|要求|自[^，]{2,14}起|于(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}[日号](?:起)?|于(?:近日|近期|年内|今年|明年|\\d{1,2}月[初底])|按时|正式|(?:(?:批复|批准)(?:同意)?|同意)(?=开展|设立|建立|建设|实施)|(?:将|拟|已)?在[^，。；]{2,16}?(?=组织开展|开展|发行|发布|公布|签署|发表|宣布|出台|联合|正式|设立|启动|实施|实行|推出|建立|推行)|[（(][^）)]{1,12}[）)])"
)
SPEAKING = (Kind.MEETING, Kind.OFFICIAL, Kind.INSTITUTION)
SOLID = (Kind.TOOL, Kind.DOCUMENT, Kind.MEETING, Kind.INSTITUTION, Kind.SECTOR)


MEANS = (Kind.TOOL, Kind.DOCUMENT, Kind.STANCE)
MEANS_ROW = re.compile("[”》]?(?:、|和|与|及|以及)[“《]?")
MEANS_TAIL = re.compile(
    "[”》]?(?:等)?(?:政策|措施|举措|工具|改革|制度|战略|试点)*(?:的(?:出台|实施|施行|发布|落地|推出))?"
)


def masked(text: str, layer: Layer, grammar: Grammar) -> str:
    """The text with the names of instruments, documents, meetings and bodies blotted out.

    So the grammar finds no verb inside a name (扩大内需战略); a verb that an instrument's name begins with stays.
    """
    pieces, at = [], 0
    for found in layer.found:
        if found.kind in SOLID and not _described(text, found, grammar):
            begin = (
                grammar.after_verb(text, found.begin, found.end) if found.kind is Kind.TOOL else found.begin
            )
            mark = "《" if text[begin] == "《" or text.startswith("关于", begin) else ""  # 通过关于……的决定
            pieces += [text[at:begin], mark, MASK * (found.end - begin - len(mark))]
            at = found.end
    return "".join([*pieces, text[at:]])


def _described(text: str, found: Found, grammar: Grammar) -> bool:
    """Whether a document has no name but what it is for, which is an end (推动养老业高质量发展的若干意见)."""
    if (
        found.kind is not Kind.DOCUMENT
        or found.entries
        or MEASURES.search(text, found.begin, found.end) is None
    ):
        return False
    verb = grammar.verb_at(text, found.begin, found.end)
    return verb is not None and "pursues" in verb.classes


def frame_of(scene: Scene, grammar: Grammar, clause: Span) -> Frame:
    """The frame of a clause; a body at its beginning is its subject."""
    begin = after_marker(scene.text, clause)
    first = _opening(scene, begin, clause.end)
    if first is not None and first.kind in MEANS and (frame := _of_means(scene, grammar, clause, first)):
        return frame
    title = scene.layer.starting(first.end) if first else None
    if first is None or first.kind is not Kind.INSTITUTION or (title is not None and title.kind is None):
        return _issuing(scene, grammar, clause, begin, first) or grammar.parse(scene.masked, clause)
    at = _after_gaps(scene, first.end, clause.end)
    for start in dict.fromkeys((at, first.end)):
        if phrases_ := grammar.phrases_from(scene.masked, start, clause.end):
            return Frame(clause, Span(clause.begin, start), phrases_)
    frame = grammar.parse(scene.masked, clause)
    if frame.phrases:
        return frame
    return Frame(clause, Span(clause.begin, at), grammar.announced(scene.masked, at, clause.end))


def _opening(scene: Scene, begin: int, end: int) -> Found | None:
    """The name that a clause begins with; a body may come after a time word (2020年财政部安排……)."""
    first = scene.layer.starting(begin)
    if first is not None or not scene.layer.begins(Kind.INSTITUTION, begin, end):
        return first
    at, _ = lead_end(scene.text, begin, end)
    later = scene.layer.starting(at) if at > begin and scene.text[at - 1] in "年月日天期前来" else None
    return later if later is not None and later.kind is Kind.INSTITUTION else None


def _issuing(scene: Scene, grammar: Grammar, clause: Span, at: int, first: Found | None) -> Frame | None:
    """A clause that a meeting or a person with his titles opens, about a document (国家主席习近平签署第二号主席令)."""
    of_meeting = first is not None and first.kind is Kind.MEETING
    while first is not None and (first.kind in SPEAKING or first.kind is None):
        at = first.end
        first = scene.layer.starting(at)
    if at == clause.begin or not scene.of_kind(Span(at, clause.end), Kind.DOCUMENT, Kind.MEETING):
        return None
    at = _after_gaps(scene, at, clause.end)
    phrases_ = grammar.phrases_from(scene.masked, at, clause.end)
    of_it = bool(phrases_) and scene.text.startswith("的", phrases_[0].object.begin)
    classes = {"issues", "guidedBy", "implements"} if of_meeting else {"issues"}
    if phrases_ and classes & phrases_[0].classes and not of_it:
        return Frame(clause, Span(clause.begin, at), phrases_)
    return None


def _after_gaps(scene: Scene, at: int, end: int) -> int:
    """Past the further bodies of a row, and the time and place words before the verb."""
    while (gap := _gap(scene.text, at, end)) > at:
        following = scene.layer.starting(gap)
        at = following.end if following is not None and following.kind is Kind.INSTITUTION else gap
    return at


def _gap(text: str, at: int, end: int) -> int:
    """Past what stands between a subject and its verb, and past the adverbs before it (今年将在香港发行)."""
    for start in (at, lead_end(text, at, end)[0]):
        if (gap := SUBJECT_GAP.match(text, start, end)) and gap.end() > start:
            return gap.end()
    return at


def _of_means(scene: Scene, grammar: Grammar, clause: Span, first: Found) -> Frame | None:
    """The frame of a clause that instruments, documents or orientations of policy bring something about in."""
    last = first
    while (link := MEANS_ROW.match(scene.text, last.end, clause.end)) and (
        following := scene.layer.starting(link.end())
    ):
        if following.kind is not first.kind:
            break
        last = following
    if first.kind is Kind.STANCE and not last.label.endswith("政策"):
        return None
    tail = MEANS_TAIL.match(scene.text, last.end, clause.end)
    at = tail.end() if tail else last.end
    phrases_ = grammar.phrases_from(scene.masked, at, clause.end)
    acted_on = first.kind is Kind.TOOL and phrases_ and phrases_[0].classes & {"uses"}
    if not phrases_ or acted_on:
        return None
    return Frame(clause, None if first.kind is Kind.STANCE else Span(first.begin, at), phrases_)
