"""The means that a clause names without acting on them: as its subject, behind 通过, as 这 for those of the sentence before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses import after_marker, lead_end
from kg.model import Entity, Kind, Span
from kg.recognizers.phrases import POLICIES
from kg.rules.led import leads
from kg.rules.states import REACHING, UPHOLDING

if TYPE_CHECKING:
    from kg.clauses import Frame, Grammar, Phrase
    from kg.recognizers.found import Found
    from kg.rules.making import Maker, Means
    from kg.scene import Line, Scene

SOMEBODY = Entity("", Kind.INSTITUTION, "")
"""Stands for the agent of a clause that has none, so that what it acts on is still a means."""
BY = re.compile("(?:(?:要|将|应|并|可|还)?(?:通过|利用|借助|依托|凭借)|在[^，]{2,20}支持下)")
THROUGH = re.compile("(?<!审议)(?<!讨论)(?<!表决)通过")
STATE_BY = re.compile("(?:有必要|国家|我国)")
"""How a clause begins that tells by which means the state acts (国家通过多次调整存款准备金率等手段)."""
LETTING = frozenset(("鼓励", "支持", "引导", "允许"))
"""Verbs that have somebody act by an instrument (鼓励通过发行优先股等筹集资金)."""
OF_BEFORE = (
    "(?:这|此举|此项|此次|此轮|这次|本次|该|上述|以上|新)(?:项|一|些|次)?(?:[\u4e00-\u9fff“”]{0,6}?(?:政策|措施|举措|办法|工具|改革|制度|安排|试点|规定|新规|条例|优惠|调整|下调|上调|降准|降息|扩围|协议))*"
    "(?:的?(?:出台|实施|推出|发布|落地|目的|重点))?"
)
"""What takes up the means of the sentence before (此次利率调整, 这项政策的出台)."""
THIS = re.compile(
    OF_BEFORE
    + "(?:也|都|均|还|主要|既|预计|就)*(?:将|能够|能|可以|可|会|是|旨在|意在|在于|要|致力于|有利于|有助于|有望|进一步|为了)+"
    "|(?:这|此举|这些举措)(?:不仅|既)(?:将|能|会|可)?"
    "|(?:不仅|也|还|将|既|又|更)*(?:有利于|有助于)|(?:其)?目的(?:就)?是|旨在|意在"
)
THIS_ALONE = re.compile(
    f"(?:{OF_BEFORE}|这(?:也|已)?是[^，。；]{{4,30}})，(?=(?:这|也|还|更)?(?:将|有利于|有助于|旨在|意在))"
)
"""A clause that only takes up the means of the sentence before, where the next says what they bring about (此次调整，将……)."""
MADE = re.compile("制定(本(?:法|条例|办法|规定|细则|规则|决定|意见|通知|方案))")
BULLET = re.compile("[-—•· ]+|[^，。：]{2,6}消息(?:[（(][^）)]{2,8}[）)])?：")
"""What stands before the first word of a sentence: a mark, or whose news it is."""
AGENDA = ("听取", "部署", "讨论", "审议", "核准", "研究", "确定")
"""How the next matter of a meeting begins (会议通过《意见》，听取……汇报，部署……)."""
MATTERS = (*AGENDA, "决定", "通过")
"""How a meeting's next matter begins behind a semicolon."""
GOES_ON = re.compile(
    "同时|并|从而|进而|以|进一步|带动|引导|促进|确保|推动|保障|有效|实现|使|让|有利于|有助于"
)
OPENS = re.compile(
    "—*(?:[一二三四五六七八九十]{1,3}[是要])?(?:我们|我国|中国|国家|各级|会议强调|做好.*)?(?:必须|要|应|将|就)*(?:继续|始终|坚定不移|牢牢|紧紧|更好|在[^，。]{2,14}中)*(?:坚持|实施|贯彻|秉持|遵循|践行|恪守|高举|倡导|扭住)"
)
TOPIC = re.compile(
    "(?:[^，。；]{0,12}(?:指出|强调|要求|认为|提出|表示|部署)，)?(?:第?[一二三四五六七八九十]{1,3}[是、，](?!要)[^，。；]{5,24}，(?:必须|要|应|将)?|(?!必须|要|应|将)[^，。；]{5,24}，(?:必须|要|应|将))"
    "(?:继续)?(?:坚持|秉持|遵循|恪守)(?:实施)?"
)
"""A first clause that only says what its sentence is about, where the second opens it (解决住房问题，要坚持租购并举，……)."""
LEADS = re.compile("(?:要|将|应|必须|继续|更好|在[^，。]{2,14}中|更加|全面)*(?:加强|强化|加大|突出)")
"""An orientation that the first clause of a sentence only reinforces (将加强逆周期调节，支持稳定预期)."""
WHOSE = re.compile("(?:宏观|财政|货币|经济|金融|政策|调控|[和与、])*")
"""What stands between a verb and the orientation that it acts on."""
MANNER = re.compile("制宜$|施策$|分类指导|先立后破|稳扎稳打|循序渐进|统筹兼顾|标本兼治|突出重点|多措并举")
"""A maxim that only says how something is done (因地制宜，提升产能), unless it is held to (坚持因地制宜)."""
HELD = re.compile("坚持|强化|实行")
SUBJECTS = ("议题", "话题", "焦点", "主题", "热点", "关键词", "热词", "共识", "亮点")
MODAL = 2
"""How long 要 or 必须 is in front of the course that a clause opens with (要以调结构为着力点)."""
REJECTED = re.compile(
    "不[再要能得]|放弃|并非|不是(?!用来)|(?:了解|认同|感知|感受|宣讲|介绍|讲述|展示|见证|彰显|体现)[^，。]{0,6}$"
)
"""What stands before an orientation that is given up, or only spoken of (民众进一步了解“一国两制”)."""
BECOMES = re.compile("(?:成为|构成|列为|列入|确定为)[^，。；]{0,16}$")
EVENT = ("此次", "本次", "这次", "此轮")
"""How a clause begins that takes up what the text tells of, and not only its last sentence."""
THIS_FIRST = frozenset("这此该上以新本不也还将有既又更其目旨意")


def acting(make: Maker, *, outside: bool) -> Maker:
    """The maker, with somebody for its agent where nobody is named and no outsider speaks."""
    return make if make.agents or outside else replace(make, agents=(SOMEBODY,))


def opening(scene: Scene, line: Line) -> tuple[Entity, ...]:
    """The document that a sentence opens with (《指导意见》提出……), or that it says was made to the ends it names (为了……，制定本法)."""
    span = line.sentence.span
    if made := MADE.search(scene.text, span.begin, span.end):
        named = scene.of_kind(Span(made.start(1), made.end(1)), Kind.DOCUMENT)
        return tuple(scene.entity(f) for f in named)
    bullet = BULLET.match(scene.text, span.begin)
    begin = bullet.end() if bullet else span.begin
    first = scene.layer.starting(begin) or scene.layer.starting(begin + 1)
    return (scene.entity(first),) if first is not None and first.kind is Kind.DOCUMENT else ()


def new_segment(scene: Scene, frame: Frame, sentence: int) -> bool:
    """Whether a clause begins a segment of its own: behind a semicolon, if it does not go on with what is brought about, or as a meeting's next matter."""
    begin = frame.span.begin
    if scene.text[begin - 1 : begin] in ("；", ";"):
        return not GOES_ON.match(scene.text, begin)
    return scene.text.startswith(AGENDA, begin) and scene.text.find("会议", sentence, begin) > 0


def next_matter(scene: Scene, frame: Frame) -> bool:
    """Whether a segment begins as a meeting's next matter, to which no end of the matters before leads (；决定深化……试点)."""
    begin = frame.span.begin
    return scene.text[begin - 1 : begin] in ("；", ";") and scene.text.startswith(MATTERS, begin)


def turned(scene: Scene, frame: Frame, means: Means, opening: tuple[Entity, ...], sentence: int) -> bool:
    """Forget the means before a clause that begins a segment of its own or goes over to another policy; whether it is a meeting's next matter."""
    others = new_subject(scene, frame, means)
    if not others and not new_segment(scene, frame, sentence):
        return False
    means.close()
    means.entities |= {entity.iri: entity for entity in (*opening, *others)}
    return next_matter(scene, frame)


def new_subject(scene: Scene, frame: Frame, means: Means) -> list[Entity]:
    """The orientation that a clause goes over to (减税降费，稳健的货币政策要松紧适度); in a row with others it joins them."""
    if frame.subject is None or all(e.kind is Kind.STANCE for e in means.entities.values()):
        return []
    named = scene.of_kind(frame.subject, Kind.STANCE)
    own = named and named[0].begin == frame.subject.begin and named[0].label.endswith("政策")
    return [scene.entity(f) for f in named] if own else []


def subjects(scene: Scene, frame: Frame) -> list[Entity]:
    """The instruments and documents that the clause is about, and that bring about what it says."""
    if frame.subject is None or not frame.phrases:
        return []
    named = scene.of_kind(frame.subject, Kind.TOOL, Kind.DOCUMENT)
    meant = any(phrase.frame == "meant" for phrase in frame.phrases)
    about = named and (meant or named[0].begin == frame.subject.begin)
    return [scene.entity(f) for f in named] if about else []


def orientations(scene: Scene, frame: Frame) -> list[Entity]:
    """The orientations of policy before the verb (积极的财政政策和稳健的货币政策为……提供支撑)."""
    if frame.subject is not None or not frame.phrases:
        return []
    head = Span(after_marker(scene.text, frame.span), frame.phrases[0].span.begin)
    named = scene.of_kind(head, Kind.STANCE)
    fits = named and named[0].begin == head.begin and named[-1].label.endswith("政策")
    return [scene.entity(f) for f in named] if fits else []


def on_stance(scene: Scene, phrase: Phrase) -> bool:
    """Whether the verb's object is a stance (强化逆周期调节) or the verb stands in one, so that nothing is pursued."""
    held = scene.layer.last(Kind.STANCE, phrase.span.begin)
    if held is not None and held.end >= phrase.span.end:
        return True
    found = scene.of_kind(phrase.span, Kind.STANCE)
    if not found or phrase.verb in REACHING or phrase.verb in UPHOLDING:
        return False
    length = phrase.object.end - phrase.object.begin - sum(f.end - f.begin for f in found)
    return found[0].begin - phrase.object.begin <= 4 and length <= 8


def is_policy(stance: Found | Entity) -> bool:
    """Whether an orientation is that of fiscal, monetary or macro policy, rather than a maxim."""
    return stance.label.endswith(POLICIES)


def heads(scene: Scene, frame: Frame, stance: Found, means: Means, sentence: int, *, later: bool) -> bool:
    """Whether an orientation heads its sentence: no end stands before it; `later` ones stand in a row with a first."""
    if MANNER.search(stance.label) and not HELD.search(scene.text, frame.span.begin, stance.begin + 2):
        return False
    if later and scene.text[stance.begin - 1] in "、和与及“":
        return True
    own = frame.subject is not None and (frame.phrases or scene.of_kind(frame.subject, Kind.INSTITUTION))
    start = frame.subject.end if frame.subject and own else after_marker(scene.text, frame.span)
    begin, (start, _) = start, lead_end(scene.text, start, frame.span.end)
    text = scene.text[start : frame.span.end]
    adverbial = begin <= stance.begin < start and frame.phrases and stance.end <= frame.phrases[0].span.begin
    far = (
        means.begun
        and frame.span.begin - sentence > 30
        and scene.text.count("，", sentence, frame.span.begin) > 1
    )
    alone = not frame.phrases and stance.end == frame.span.end and "政策" in text
    if (topic := TOPIC.match(scene.text, sentence, stance.begin)) and 0 <= stance.begin - topic.end() <= 3:
        return True
    if adverbial or means.ended or (far and not alone):
        return False
    if is_policy(stance) and _acted_on(scene, frame, stance):
        return True
    opens = -1 <= stance.begin - start <= 1 and not scene.text.endswith("按照", 0, start)
    opens = opens or (stance.begin - begin <= MODAL and scene.text.startswith("以", stance.begin))
    leads = LEADS.match(text)
    reinforced = leads and stance.begin - start - leads.end() <= 1
    return bool(alone or opens or OPENS.match(text) or reinforced)


def _acted_on(scene: Scene, frame: Frame, stance: Found) -> bool:
    """Whether an orientation of policy is what the first verb of a clause acts on (加大宏观政策跨周期调节力度)."""
    begin = frame.phrases[0].object.begin if frame.phrases else stance.end
    return begin <= stance.begin and WHOSE.fullmatch(scene.text, begin, stance.begin) is not None


def channels(scene: Scene, frame: Frame, *, acting: bool) -> list[Entity]:
    """The instruments of a clause that only says by which means (通过发行绿色债券等方式); `acting`: of a body's own."""
    tools = scene.of_kind(frame.span, Kind.TOOL)
    first = next(iter(frame.phrases), None)
    if (
        first
        and first.verb not in LETTING
        and (first.frame not in ("means", "对") or "uses" in first.classes)
    ):
        tools = [f for f in tools if first.frame == "means" and f.end <= first.span.begin]
    if not tools:
        return []
    start = after_marker(scene.text, frame.span)
    by = BY.match(scene.text, start, frame.span.end)
    state = STATE_BY.match(scene.text, *frame.span)
    if by is None and (acting or state):
        by = THROUGH.search(scene.text, *frame.span)
        let = state or (first and first.verb in LETTING)
        by = by if by and (let or leads(scene, start, by.start())) else None
    return [scene.entity(f) for f in tools if f.begin >= by.end()] if by else []


def of_before(scene: Scene, grammar: Grammar, frame: Frame) -> Frame | None:
    """The clause behind 这 or 此举 that says what the means of the sentence before bring about."""
    if scene.text[frame.span.begin] not in THIS_FIRST:
        return None
    if THIS_ALONE.match(scene.text, frame.span.begin, frame.span.end + 6):
        return frame
    this = THIS.match(scene.text, frame.span.begin, frame.span.end)
    if this and scene.of_kind(Span(*this.span()), Kind.TOOL, Kind.DOCUMENT):
        return None
    if this and frame.phrases and frame.phrases[0].frame == "meant":
        return frame
    phrases = grammar.phrases_from(scene.masked, this.end(), frame.span.end) if this else ()
    return replace(frame, subject=None, phrases=phrases) if phrases else None


def only_told(scene: Scene, frame: Frame) -> bool:
    """Whether the verbs of a clause are its subject (扩大就业、消除贫困等也将成为峰会的重要议题)."""
    return scene.text.endswith(SUBJECTS, *frame.span) and (
        BECOMES.search(scene.text, frame.span.begin + 4, frame.span.end) is not None
    )
