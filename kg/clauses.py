"""A clause into its verb phrases: what leads in, the verb, its object, how it is meant.

"要持续深化金融改革、有序扩大开放" -> two phrases: 深化 + 金融改革, 扩大 + 开放, both planned, with their manner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.lexicon import ADVERBS, CONNECTIVES, MODALS, either
from kg.model import Span, Verb
from kg.text import MARKER

NUMBER = "[0-9一二两三四五六七八九十]"
TIME = (
    rf"(?:{NUMBER}{{4}}年(?:底|末|初|度|上半年|下半年)?|今年(?:以来|上半年|下半年)?|明年|去年|全年|下半年|上半年|一季度|近期|近年来|当前(?:和今后一个时期)?|目前|日前|近日|"
    rf"今后(?:一个时期|一段时间)?|未来(?:五年|三年|几年)?|“十[三四五]五”(?:时期|期间)|到{NUMBER}{{4}}年(?:底)?|自{NUMBER}{{1,4}}年?{NUMBER}{{0,2}}月?{NUMBER}{{0,2}}日?起|"
    rf"从今年[^，]{{1,12}}起|[\d]{{1,2}}月(?:[\d]{{1,2}}日)?(?:起)?|年内|年底前|今天|期间|同期|全力以赴)"
)
WORD = either(" ".join(ADVERBS), " ".join(MODALS), " ".join(CONNECTIVES))
LEAD = re.compile(rf"(?:{TIME}|突出强调|以[\u4e00-\u9fff、]{{2,16}}?(?:方式|形式)|金融(?=支持)|{WORD}、(?={WORD}[、\u4e00-\u9fff])|{WORD}(?:地(?!方|产))?(?!的)|[\u4e00-\u9fff]{{2,4}}(?<![房各当外基土本内农工场两耕田草林湿绿盆腹陆天落属驻产实])地(?!产|方|区|位|带)(?=[\u4e00-\u9fff]))")
MANNER = re.compile(either(" ".join(ADVERBS)))
NO_MANNER = frozenset("并 而 也 还 又 再 都 均 就 且 则 既 切 进 更 重在 意在 旨在 有利于 有助于 其中 同时 以及 另 另外 此外 特别是 尤其是".split())
MODAL = re.compile(either(" ".join(MODALS)))
PARTICLES = re.compile("(?:了|好|实|着|过|起|出|到|成|成为|形成|为)(?=[\u4e00-\u9fff“《0-9])")
SECOND = re.compile("(?:和|与|及|并|、|以及)?")
NOUNLIKE = frozenset(
    "发展 改革 创新 建设 服务 管理 保障 支持 治理 监管 开放 合作 投资 消费 使用 保护 研究 供给 规范 运用 利用 调节 操作 应对 处置 帮扶 支撑 激励 引导 补充 改造 调整 开发 共建 试点 安排 发行 恢复 振兴 控制 投放 参与 "
    "新增 整治 整顿 协调 统筹 修订 修改 实施 落实 执行 倾斜 通过 批准 参加 讲话 出席 便利 稳定 平衡 繁荣 活跃 提升 改善 优化 增加 减少 下降 扩容 使 让 保 补 降 调 惠 稳 防 促 走 突出 体现 提出".split()
)
NOUNS = frozenset(
    "发展 改革 创新 建设 服务 管理 保障 治理 监管 开放 合作 投资 消费 使用 保护 研究 供给 运用 利用 调节 操作 处置 激励 补充 改造 调整 开发 共建 试点 安排 发行 恢复 控制 投放 参与 修订 修改 执行 通过 批准 讲话 出席 便利 落实 实施 整治 应对".split()
)
NEGATION = re.compile("(?:不|未|没有|不得|不能|不再|不要|禁止|严禁|无需|不会)")
POSITIVE = re.compile("不断|坚定不移|毫不动摇|毫不松懈|不折不扣|不仅|不懈|不失时机|不遗余力|无论")
AMOUNT = re.compile(
    r"(?:(?:约|近|超|超过|逾|至|达|高达|分别|各|合计|共)*\d[\d.,]*(?:万|亿|万亿|千|百)*(?:个)?(?:百分点|基点|元|美元|欧元|%|％|户|人|家|亿|万|倍|项|条)+(?:左右|以上|以内)?(?:[、和]\d[\d.]*[^，。]{0,6})?)$"
)
TIMES = re.compile(r"([一二两三四五六七八九十\d]{1,2})次")
OUGHT = re.compile("必须|应当|(?<![主需重首纲摘只想还既又也就都])要(?!素|求|点|件|领|害|约)")
DUTY = re.compile("(?:要|应|必须|需要|需|务必|将|拟|应当)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb phrase: its span from the verb on, the verb, the object's span, and how it is led in."""

    span: Span
    verb: str
    classes: frozenset[str]
    action: str | None
    object: Span
    manner: tuple[str, ...] = ()
    modal: bool = False
    perfect: bool = False
    negated: bool = False
    frame: str = ""
    head: Span | None = None

    def text(self, text: str) -> str:
        """The phrase as it stands."""
        return text[self.span.begin : self.span.end]


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause: the span of its subject (None where it has none) and its verb phrases."""

    span: Span
    subject: Span | None
    phrases: tuple[Phrase, ...]
    modal: bool = False


class Grammar:
    """The verbs of a vocabulary, ready to parse clauses."""

    def __init__(self, verbs: tuple[Verb, ...]) -> None:
        """Index the verbs by word."""
        self.verbs: Mapping[str, Verb] = {verb.word: verb for verb in verbs}
        self.longest = max(map(len, self.verbs))
        self.strong = frozenset(
            word for word, verb in self.verbs.items() if len(word) > 1 and word not in NOUNLIKE and verb.classes & {"pursues", "supports"}
        )

    def verb_at(self, text: str, at: int, end: int) -> Verb | None:
        """The longest verb that begins at a place; a one-character verb only before a two-character object."""
        for length in range(min(self.longest, end - at), 0, -1):
            verb = self.verbs.get(text[at : at + length])
            if verb is not None and (length > 1 or _single_fits(text, at, end)):
                return verb
        return None

    def after_verb(self, text: str, at: int, end: int) -> int:
        """Past the adverbs and the verb that a range begins with (全面实行股票发行注册制); else its beginning."""
        lead_end, _ = _lead(text, at, end)
        verb = self.verb_at(text, lead_end, end)
        return lead_end + len(verb.word) if verb and "uses" in verb.classes and verb.word not in NOUNS else at

    def parse(self, text: str, span: Span) -> Frame:
        """The frame of a clause."""
        start = _after_subject(text, after_marker(text, span), span.end)
        lead_end, modal = _lead(text, start, span.end)
        if duty := self._duty(text, lead_end + 4, span.end):
            phrases = tuple(self._phrases(text, duty[1], span.end, duty[0]))
            if phrases:
                return Frame(span, Span(start, duty[0]), phrases, modal=True)
        phrases = tuple(self._phrases(text, lead_end, span.end, start))
        if phrases:
            return Frame(span, None, phrases, modal)
        return self._with_subject(text, span, lead_end)

    def _duty(self, text: str, at: int, end: int) -> tuple[int, int] | None:
        """Where 必须 / 要 and the verb after it stand in a clause whose subject is itself a verb phrase."""
        for match in OUGHT.finditer(text, at, end):
            lead_end, _ = _lead(text, match.start(), end)
            if lead_end > match.start() and self.verb_at(text, lead_end, end):
                return match.start(), lead_end
        return None

    def _with_subject(self, text: str, span: Span, start: int) -> Frame:
        """A clause whose verb comes after a subject: cut at 要 / 将 / 应, else at the first adverb and verb."""
        for duty in DUTY.finditer(text, start + 2, span.end):
            lead_end, _ = _lead(text, duty.start(), span.end)
            if text[duty.start() - 1] in "主需重首纲摘只想" or text[duty.start() : duty.start() + 2] in ("将军", "要素", "要求", "要点", "应用", "应急", "要件", "应对", "应税"):
                continue
            phrases = tuple(self._phrases(text, lead_end, span.end, duty.start()))
            return Frame(span, Span(start, duty.start()), phrases, modal=True)
        return Frame(span, Span(start, span.end), ())

    def phrases_from(self, text: str, at: int, end: int) -> tuple[Phrase, ...]:
        """The verb phrases of a range that begins, after adverbs, with a verb."""
        lead_end, _ = _lead(text, at, end)
        return tuple(self._phrases(text, lead_end, end, at))

    def _phrases(self, text: str, at: int, end: int, lead_begin: int) -> Iterator[Phrase]:
        """Yield the coordinated phrases from a place on, if a verb (or a preposition) stands there."""
        lead = text[lead_begin:at]
        if preposition := _preposition(text, at, end):
            yield from self._after_preposition(text, at, end, preposition, lead)
            return
        parts = self._coordinated(text, at, end)
        first: Phrase | None = None
        for begin, stop in parts:
            lead_end, _ = _lead(text, begin, stop)
            phrase = self._phrase(text, lead_end, stop, lead if begin == at else lead + text[begin:lead_end])
            if phrase is None:
                return
            first = first or phrase
            yield from self._nested(text, phrase)

    def _phrase(self, text: str, at: int, end: int, lead: str) -> Phrase | None:
        verb = self.verb_at(text, at, end)
        if verb is None:
            return None
        after, verbs = at + len(verb.word), [verb]
        while verb.classes & CHAINING:
            step = SECOND.match(text, after, end)
            link = step.group() if step else ""
            lead_end, _ = _lead(text, after + len(link), end) if not link else (after + len(link), False)
            following = self.verb_at(text, lead_end, end)
            if following is None or not _chains(text, verbs[-1], link, following, lead_end, end):
                break
            verbs.append(following)
            after = lead_end + len(following.word)
        particle = PARTICLES.match(text, after, end)
        begin = particle.end() if particle and text[after : particle.end()] in ("了", "好", "着", "过") else after
        classes, action = _joined(verbs)
        manner = tuple(m.group() for m in MANNER.finditer(lead) if m.group() not in NO_MANNER) if lead else ()
        return Phrase(
            Span(at, end), "".join(text[at:after]), classes, action, Span(begin, end), manner,
            modal=bool(MODAL.search(lead)), perfect="了" in text[after:begin] or "已" in lead, negated=bool(NEGATION.search(POSITIVE.sub("", lead))),
        )

    def _coordinated(self, text: str, at: int, end: int) -> list[tuple[int, int]]:
        """The parts between 、 that each begin, after adverbs, with a verb and have an object."""
        if text.find("、", at, end) < 0:
            return [(at, end)]
        cuts, depth = [at], 0
        for place in range(at, end):
            char = text[place]
            depth += (char in "“《（(") - (char in "”》）)")
            if char == "、" and depth == 0 and self._opens_phrase(text, place + 1, end) and not self._only_verbs(text, cuts[-1], place):
                cuts.append(place + 1)
            elif char == "和" and depth == 0 and len(cuts) > 1 and text[place + 1 : place + 3] in self.strong and self._opens_phrase(text, place + 1, end):
                cuts.append(place + 1)
        stops = [cut - 1 for cut in cuts[1:]] + [end]
        return list(zip(cuts, stops, strict=True))

    def _only_verbs(self, text: str, at: int, end: int) -> bool:
        """Whether a range holds nothing but verbs (鼓励、支持 before 、引导非公有制经济发展)."""
        at, _ = _lead(text, at, end)
        while at < end and (verb := self.verb_at(text, at, end) or self.verbs.get(text[at:end])):
            at += len(verb.word)
            at += at < end and text[at] in "、和"
        return at >= end

    def _opens_phrase(self, text: str, at: int, end: int) -> bool:
        stop = text.find("、", at, end)
        stop = end if stop < 0 else stop
        lead_end, _ = _lead(text, at, stop)
        verb = self.verb_at(text, lead_end, stop)
        if verb is None:
            return False
        rest = text[lead_end + len(verb.word) : stop]
        if len(rest) < 2 or rest[0] in "和与及的、" or rest[:2] in NOUNLIKE:
            return False
        return verb.word not in NOUNLIKE or lead_end > at or (verb.word not in NOUNS and len(rest) >= 4)

    def _nested(self, text: str, phrase: Phrase) -> Iterator[Phrase]:
        """通过 / 来 / 以 inside an object join a second phrase: 创设工具支持股票市场稳定发展."""
        yield phrase
        body = phrase.object
        if phrase.verb in INSTRUMENTAL and (ends := self._instrument_ends(text, phrase)):
            yield from ends
            return
        for joint in re.finditer("(?:以(?!人民|来|上|下|内|外|及|后|前|供|服|旧|煤|市)|来(?!源|自|华|年|往|说)|并|从而|进而)", text[body.begin + 2 : body.end]):
            at = body.begin + 2 + joint.end()
            lead_end, _ = _lead(text, at, body.end)
            verb = self.verb_at(text, lead_end, body.end)
            if verb is not None and len(verb.word) > 1 and lead_end + len(verb.word) + 2 <= body.end and verb.classes & {"pursues", "supports", "uses", "issues"}:
                inner = self._phrase(text, lead_end, body.end, text[at:lead_end])
                if inner is not None:
                    yield replace(inner, modal=phrase.modal, frame="joined")
                return

    def _instrument_ends(self, text: str, phrase: Phrase) -> list[Phrase]:
        """运用 X 支持 Y, 提出一系列促进 Y、防范 Z 的措施: the ends that stand behind or inside the instrument."""
        body = phrase.object
        if measures := MEASURES.search(text, body.begin, body.end):
            start = SOME.match(text, body.begin, measures.start())
            begin = start.end() if start else body.begin
            parts = self._coordinated(text, begin, measures.start())
        else:
            place = self._end_verb(text, body)
            parts = [(place, body.end)] if place else []
        inner = [self._phrase(text, _lead(text, at, stop)[0], stop, "") for at, stop in parts]
        return [replace(one, modal=phrase.modal, frame="joined") for one in inner if one and one.classes & {"pursues", "supports"}]

    def _end_verb(self, text: str, body: Span) -> int | None:
        for place in range(body.begin + 3, body.end - 4):
            if text[place : place + 2] in ENDS and text[place : place + 2] in self.verbs and text[place - 1] not in "、和与及的“":
                return place
        return None

    def _after_preposition(self, text: str, at: int, end: int, preposition: str, lead: str) -> Iterator[Phrase]:
        begin = at + len(preposition)
        if preposition in ("把", "将"):
            yield from self._disposal(text, at, end, lead)
        elif preposition in ("通过", "在", "为", "围绕", "随着", "为了", "以"):
            yield from self._inner(text, begin, end, preposition, lead)
        else:
            yield from self._later(text, begin, end, preposition, lead, at)

    def _disposal(self, text: str, at: int, end: int, lead: str) -> Iterator[Phrase]:
        """把 X V ...: the phrase is the whole, its verb the last that takes an object or a result."""
        for place in range(at + 3, end - 1):
            verb = self.verb_at(text, place, end)
            if text[at] == "把" or verb is not None and len(verb.word) > 1 or text[place : place + 2] in ("降至", "降到", "打造", "放在", "纳入", "作为", "转化", "扩大", "提高", "置于", "摆在", "做大", "切好", "降下", "列入", "贯穿", "落到"):
                classes = frozenset({"pursues", "uses"}) | (verb.classes if verb else frozenset())
                yield Phrase(Span(at, end), text[at], classes, verb.action if verb else None, Span(at + 1, end), modal=bool(MODAL.search(lead)), frame="disposal", head=Span(at + 1, place))
                return

    def _inner(self, text: str, begin: int, end: int, preposition: str, lead: str) -> Iterator[Phrase]:
        """通过 V O V O, 在 V O 中 V O, 为 V O, 为 X V O."""
        closed = re.compile("(?:的同时|的过程中|过程中|的基础上|基础上|的前提下|前提下|[一二三四五六七八九两几]个方面|等方面|中|下|上|方面|时)").search(text, begin + 3, end) if preposition == "在" else None
        cut = self._second_verb(text, closed.end() if closed else begin + 3, end, anywhere=closed is not None) if preposition in ("通过", "在", "以") else None
        first_end = closed.start() if closed else cut if cut is not None else end
        lead_end, _ = _lead(text, begin, end)
        if preposition == "为" and (giving := GIVING.search(text, begin + 2, end)):
            first_end = end = giving.start()
        inner = self._row(text, lead_end, first_end, lead) if preposition != "以" else []
        if inner:
            for phrase in inner:
                yield replace(phrase, frame={"为": "purpose", "为了": "purpose"}.get(preposition, "means"))
        elif preposition == "为" and text.startswith("服务", end - 2) and "提供" not in text[begin:end]:
            yield Phrase(Span(begin - 1, end), "服务", frozenset(("pursues", "supports")), None, Span(begin, end), modal=bool(MODAL.search(lead)), frame="benefit", head=Span(begin, end - 2))
            return
        elif preposition == "为" and (verb_at := self._second_verb(text, begin + 2, end, anywhere=True)) is not None:
            if phrase := self._phrase(text, verb_at, end, lead):
                yield replace(phrase, span=Span(begin - 1, end), head=Span(begin, verb_at), frame="benefit")
            return
        if cut is not None:
            lead_end, _ = _lead(text, cut, end)
            for second in self._row(text, lead_end, end, lead + text[cut:lead_end]):
                yield replace(second, frame="end" if preposition in ("通过", "以") else "")

    def _row(self, text: str, at: int, end: int, lead: str) -> list[Phrase]:
        """The coordinated phrases of a range that begins with a verb."""
        parts = self._coordinated(text, at, end)
        found = [self._phrase(text, _lead(text, begin, stop)[0], stop, lead) for begin, stop in parts]
        return [phrase for phrase in found if phrase is not None]

    def _second_verb(self, text: str, begin: int, end: int, *, anywhere: bool) -> int | None:
        """Where, from a place on, adverbs and a verb begin that open a phrase of their own."""
        for place in range(begin, end - 2):
            if text[place - 1] in "、和与及的“" and not anywhere:
                continue
            lead_end, _ = _lead(text, place, end)
            verb = self.verb_at(text, lead_end, end)
            if verb is not None and len(verb.word) > 1 and (verb.word in self.strong or lead_end > place or anywhere) and lead_end + len(verb.word) + 2 <= end:
                return place
        return None

    def _later(self, text: str, begin: int, end: int, preposition: str, lead: str, at: int) -> Iterator[Phrase]:
        """对 X 开展 Y, 与 X 加强 Y, 按照 X 原则 V O: the phrase after the preposition's object."""
        place = self._second_verb(text, begin + 2, end, anywhere=True)
        if place is not None:
            lead_end, _ = _lead(text, place, end)
            if phrase := self._phrase(text, lead_end, end, lead + text[place:lead_end]):
                yield replace(phrase, frame=preposition, head=Span(begin, place))


def after_marker(text: str, span: Span) -> int:
    """Where a clause begins after the number of an item."""
    marker = MARKER.match(text, span.begin, span.end)
    start = marker.end() if marker else span.begin
    while start < span.end and text[start] in "“ *":
        start += 1
    return start


SAME_AGENT = re.compile(
    "(?:我们|我国|中国政府|中国(?!人民|特色|式|证监|银|经济|货币|金融|央|政府|有|共|的)|各地区各部门|各地区|各部门|全党(?:同志)?|全国上下|各级党委和政府|各级党委政府|各级政府|党政机关|全系统|各方面|会议|全会|大会)(?:都|也|还|坚决|将|要|应)?"
)
ANNOUNCES = re.compile("(?:部署|确定|研究|强调|要求|提出|指出|坚持|突出强调|介绍(?:了)?(?:我国|金融)?)(?=[\u4e00-\u9fff])")


def _after_subject(text: str, start: int, end: int) -> int:
    """Past a subject that speaks for the same agent (我们, 各地区各部门), and past 部署 / 确定 before a verb."""
    lead_end, _ = _lead(text, start, end)
    if (same := SAME_AGENT.match(text, lead_end, end)) and same.end() < end:
        return same.end()
    if (word := ANNOUNCES.match(text, lead_end, end)) and (VERBAL.match(text, word.end()) or text[word.end()] in "在"):
        return word.end()
    return start


def _lead(text: str, at: int, end: int) -> tuple[int, bool]:
    """Where the adverbs, modals and time words that begin at a place end, and whether a modal is there."""
    modal = False
    while at < end and (match := LEAD.match(text, at, end)) and match.end() > at:
        word = match.group()
        if match.end() >= end or (word in AMBIGUOUS and not _adverbial(text, match.end(), word)):
            break
        modal = modal or word in MODALS
        at = match.end()
    return at, modal


GIVING = re.compile("(?:提供|创造|打下|奠定|作出)(?:了|有力|坚实|良好|更|更加|新的|重要|强大|多点|充足|更大|积极|条件)*(?:的)?(?:支撑|保障|支持|动力|基础|条件|环境|贡献)$")
MEASURES = re.compile("的(?:各项|一系列|若干|有关)?(?:政策措施|政策举措|政策|措施|举措|办法|规定|意见|方案)$")
SOME = re.compile("(?:了|一系列|若干|新的|更多|各项|有关|一批|一揽子|[一二三四五六七八九十\\d]+[项条])*")
INSTRUMENTAL = frozenset("提出 运用 利用 创设 用好 依托 设立 推出 研究创设 制定出台 制定 出台 研究制定 研究出台 聚焦 实施 采取 借助 发挥 使用 综合运用 制定实施".split())
ENDS = frozenset("支持 促进 推动 激励 引导 带动 保障 满足 稳定 提高 提升 降低 扩大 增强 缓解 帮助 鼓励 防范 化解 支撑 助力".split())
AMBIGUOUS = frozenset("稳定 规范 统一 细化 深化 统筹 保持 加快 坚持 综合 系统 整体 深度 分类 重点 定向 以 为 进 再 切 更 也 高质量 高水平 高标准 市场化 法治化 常态化 专业化 差异化 基本 同时 会 能 要 共 均 就 都 正 科学 安全 因城施策 稳中求进 相应 全程 精心 双向 应 将".split())
_OWN: dict[str, re.Pattern[str]] = {
    "保持": re.compile("\u0000"),
    "高质量": re.compile("(?!发展|供给)(?:建设|推进|推动|完成|共建|做好|实施|落实|开展|打造|构建|培育)"),
    "统筹": re.compile("(?!发展[和与])(?:推进|推动|做好|抓好|安排|谋划|运用|实施|开展|用好|加强|优化|协调|建设|支持|落实|利用|考虑|整合|调配)"),
    "将": re.compile("(?!军|来|存量|全国|符合|单户|[\u4e00-\u9fff]{2,14}(?:纳入|作为|降至|提高到|放在|统一))"),
    "要": re.compile("(?!素|求|点|件|领)"),
    "应": re.compile("(?!对|用|急|税)"),
    "会": re.compile("(?!议|同|见|计|谈|商)"),
    "能": re.compile("(?!源|耗|力)"),
    "为": re.compile("(?=(?:进一步|更好|切实|有效|稳妥|深入|加快|[\u4e00-\u9fff]{2}(?:[\u4e00-\u9fff]{2,})))\u0000"),
    "以": re.compile("(?=(?:进一步|更好|" + "保持|确保|促进|推动|避免|防止|支持|帮助|实现|提高|提升|增强|维护|满足|便利|缓解|降低|扩大|保障|适应|应对" + "))"),
}


def _adverbial(text: str, at: int, word: str) -> bool:
    """Whether an ambiguous word before a place is an adverb there: a verb or an adverb follows."""
    own = _OWN.get(word)
    if own is not None:
        return bool(own.match(text, at))
    return bool(VERBAL.match(text, at))


VERBAL = re.compile(
    either("""
    推进 推动 促进 保持 防范 化解 处置 扩大 提高 提升 增强 加强 强化 完善 健全 构建 建设 建立 深化 优化 改善 降低 减少 增加 实现 确保 保障 培育 发展 打造 形成 营造 打通 畅通 破解 解决 缓解 消除 遏制 整治 规范 引导 带动 提振 活跃 巩固 夯实 筑牢 盘活 统筹
    协调 落实 实施 运用 使用 开展 发挥 调整 完成 做好 抓好 支持 服务 推广 补齐 研究 制定 出台 设立 创设 补充 满足 便利 抓住 安排 谋划 把握 吸引 开放 转变 转型 改造 修订 应对 办理 履行 有序 稳妥 积极 稳步 深入 扎实 有效 精准 进一步 持续 不断 切实 全面 加快 更好 调控 管理 壮大 兜牢 突破 延续 创新 适应 走 用好 纠治 压降 治理
    """)
)


def _preposition(text: str, at: int, end: int) -> str | None:
    for word in ("按照", "根据", "依据", "针对", "通过", "围绕", "随着", "为了", "对于", "结合", "立足", "面向", "基于", "同", "把", "将", "在", "对", "向", "与", "以", "为", "从"):
        if text.startswith(word, at) and at + len(word) < end:
            if word == "把" and text[at + 1] in "握关手脉好控":
                continue
            if word == "通过" and text[at + 2] in "了《“":
                continue
            if word in ("对", "同", "以", "为", "向", "从") and text[at : at + 2] in ("对外", "对内", "对接", "对标", "同比", "同时", "同意", "以及", "以来", "为此", "向好", "从严", "从而", "同业", "以上", "以下"):
                continue
            return word
    return None


CHAINING = frozenset(("pursues", "supports", "uses", "issues", "implements", "adopts", "guidedBy"))
SINGLE = frozenset("稳 保 防 补 促 调 降 扩 惠 增 让 使 抓 走 去 强".split())
NOT_SINGLE = re.compile(
    "(?:保险|保证|保障|保护|保持|保留|保税|保本|保值|保荐|保函|稳定|稳健|稳妥|稳步|稳中|稳固|稳岗|防疫|防护|防线|防汛|防控|防范|防止|防灾|补贴|补充|补助|补偿|补短|补给|促进|促销|调研|调整|调控|调节|调查|调度|调动|调解|调剂|"
    "降低|降雨|降水|降幅|扩大|扩容|扩张|扩围|扩散|惠民|惠企|惠农|惠及|增长|增值|增速|增幅|增量|增加|增信|增资|增持|使用|使命|使馆|让利|让步|抓住|抓手|走私|走势|走访|走廊|去年|去世|强化|强调|强国|强劲|强制|强度|强大)"
)


def _single_fits(text: str, at: int, end: int) -> bool:
    return text[at] in SINGLE and not NOT_SINGLE.match(text, at) and end - at >= 3


@lru_cache(maxsize=4096)
def _chain_pair(first: str, second: str) -> bool:
    return not (first in ("注重", "服务", "满足", "提供", "坚持", "支持", "鼓励", "发挥", "实现", "健全", "聚焦", "做好", "抓好", "解决", "保障", "有", "形成") and second in NOUNLIKE)


def _chains(text: str, verb: Verb, link: str, following: Verb, at: int, end: int) -> bool:
    """Whether a second verb goes on the chain (防范和化解风险, 推动化解风险) and is no noun (推动发展方式转变)."""
    rest = end - at - len(following.word)
    if rest < 2 or len(following.word) < 2:
        return False
    if "issues" in verb.classes and not link and not following.classes & {"issues", "implements"}:
        return False
    after = text[at + len(following.word)]
    if after in "、和与及的性度化率能力者":
        return bool(link) and after not in "的性度化率"
    if link in ("、", "和", "与", "及", "以及", "并"):
        return bool(verb.classes & following.classes) and (following.word not in NOUNLIKE or len(verb.word) == 2)
    return following.word not in NOUNLIKE and _chain_pair(verb.word, following.word)


def _joined(verbs: list[Verb]) -> tuple[frozenset[str], str | None]:
    classes = frozenset().union(*(verb.classes for verb in verbs))
    action = next((verb.action for verb in verbs if verb.action and "uses" in verb.classes and verb.word not in ("推动", "推进")), None)
    return classes, action or next((verb.action for verb in verbs if verb.action), None)
