"""Whom or what a policy supports: objects of 支持, 服务, 加大对……的支持, 投向, and bare fields that are pushed forward."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.model import Kind, Span
from kg.rules.directed import WHO
from kg.rules.fields import is_topic, members, members_in
from kg.rules.listed import in_rows
from kg.rules.money import CONTROL, GATHER, NEEDS, backed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Phrase
    from kg.recognizers.found import Found
    from kg.scene import Scene

TOWARD = re.compile(
    "对(?P<whom>(?:(?!对).){2,60}?)的(?:[\u4e00-\u9fff]{0,8})?(?:支持|扶持|金融支持|信贷支持|投放|投入|服务|金融服务|融资保障|保障|帮扶|援助|倾斜|救助|支持力度|扶持力度|信贷投放)(?:力度)?"
    "|对(?P<near>(?:(?!对|的).){2,30}?)(?:相关|有关)?(?:加大|给予|予以|实施|提供|实行)?(?:更多|更大)?(?:[\u4e00-\u9fff]{0,6}的)?(?:金融|信贷|融资|资金|财政|政策|重点)?(?:支持|扶持|帮扶|救助|倾斜|补贴|贴息|补助|奖补|转移支付|投入|让利)(?:力度)?(?:的?(?:各项|一系列)?(?:政策|措施|举措|力度)+)?$"
)
SERVED = re.compile(
    "^(?P<whom>.{2,30}?)(?:的)?(?:综合)?(?:(?:金融|支付|融资|信贷|保险|跨境金融|普惠金融)服务|(?:投融资|融资|资金|信贷|金融|要素|用地|用能)保障)(?:水平|能力|质效|质量|体系|保障|效率|工作|和|、)*$"
)
ABLE = re.compile(
    "(?:金融支持|金融服务|支持|服务|助力|惠及|扶持)(?P<whom>[^，。；的]{2,40}?)(?:的)?(?:可持续性|积极性|能力|水平|效率|质效|质量|力度|强度|工作|作用|功能|各项|政策|措施|举措|落实|意愿|动力|精准性|有效性|适配性|长效机制|和|、|与)+$"
)
ABILITY = re.compile(
    "(?:能力|效率|质效|水平|力度|作用|质量|功能)(?:得到|有所|持续|不断|进一步|明显|显著|稳步|大幅|继续|更加|日益|逐步)*(?:提高|提升|增强|巩固|加大|改善|优化|加强|显现)$"
)
AVERTED = ("防止", "避免", "严防", "禁止", "严禁", "严控", "遏制", "防范", "杜绝", "限制", "制止")
"""Verbs that keep money away from where it flows (防止资金流入房地产市场)."""
ENDED = re.compile(
    "(?<=..)(?:支持|助力|扶持|帮扶|(?<![应适使运作])用于)(?![、和与])(?P<whom>[^，。；的]{2,40})$"
)
MEASURED_FOR = re.compile(
    "(?:支持|服务|助力|扶持|帮扶|惠及)(?![、和与])(?P<whom>[^，。；的]{2,40}?)(?:(?:的|等)(?:各项|一系列|若干|有关|相关|[一二三四五六七八九十\\d]+[项条])?(?:[\u4e00-\u9fff]{0,6}?)|(?:各项|一系列|若干|有关|相关|[一二三四五六七八九十\\d]+[项条])?)(?:政策|措施|举措|办法|意见|方案|机制)+$"
)
CARED = re.compile(
    "^(?P<whom>[^，。；的]{2,20}?)(?:的)?(?:救助|帮扶|扶持|关爱|关爱服务|就业帮扶|服务保障|(?:财力|资金|要素)保障)+(?:工作|力度|体系|机制)*$"
)
GIVEN = re.compile(
    "^(?!大力|金融|资金|财政|政策|信贷|技术|人才|项目|经济|生活|创业|就业|住房|适当|一定|必要)(?P<whom>[^，。；的]{2,20}?)(?:一定|必要|更多|更大|相应|适当|重点)?的?(?:资金|金融|信贷|政策|财政)?(?:帮扶|支持|补贴|扶持|救助|补助|优惠|奖励|资助|倾斜)$"
)
"""Whom something is given to (给予企业帮扶)."""
LOOKED_AFTER = re.compile(
    "^(?P<whom>[^，。；的]{2,40}?)的?(?:(?:就业|创业|生活|基本|社会|兜底|临时|医疗|健康|权益|过渡性?|常态化|基本养老)*(?:救助|帮扶|关爱|服务|保障|安置)|就业(?:创业)?(?=工作))+(?:工作|力度|体系|机制)*$"
)
"""A group whose work or living is seen to (做好农民工等重点群体就业工作)."""
SERVING = tuple("加大 改进 提升 优化 做好 加强 完善 强化 提高 改善 创新 增强 发挥 抓好 深化".split())
"""Verbs of which there is to be more of a service or a support for somebody."""
PUT = "|".join(
    f"{what}(?:更多)?(?:放在|集中到|集中于|用在|用到|用于)(?:支持)?"
    for what in ("着力点", "落脚点", "重心", "重点", "力量", "资源", "资金")
)
"""What is put to use, and how that is said."""
FLOW = re.compile(
    f"(?:{PUT}|流向|投资于|投入(?<=[元金]投入)|用于(?<![应适使运作]用于)(?:支持|促进)?|投向|投入到|流入|倾斜到|集聚到|配置到|投放到|投放(?!力度|工作))(?P<whom>[^，。；]{{2,40}}?)(?:上)?$"
)
GRANTED_BY = tuple("给予 予以 实施 提供 发放 减免 免征 免除 延长 缓缴 暂缓 落实 实行 拨付 补助 奖励".split())
SPARED = re.compile("减半|减按|减征|免征|免收|暂免")
"""How a tax is taken of those who are spared (对挂车减半征收车辆购置税)."""
STANDS_BY = re.compile("(?:支持|扶持|帮扶|救助|补助|补贴|激励)(?:力度|工作)?$")
"""What is done more of, or well, for somebody who stands before it behind 对 (对困难群众做好临时救助)."""
STOOD_BY = re.compile("(?:支撑|支持|动力|武器|保障|基础|条件)$")
HELP = re.compile("(?:帮助|支持|援助|便利|资金|贷款|融资|补贴|补助|金融服务|负担|成本|难题)$")
PUSHED = frozenset(
    "加大 加快 开展 支持 服务 扶持 帮扶 助力 助推 惠及 培育 壮大 培育壮大 推动 推进 发展 提振 大力发展 鼓励 聚焦 支撑 促进 繁荣 振兴 服务于 投向 改造提升 改造升级 做大做强 做强 做优做强 做强做优 发展壮大".split()
)
WHOLE = re.compile(
    "(?:[、和及与等]|发展|建设|投资|供给|投入|供应|改造|全面|更多|各类|“|”|我国|加快|大宗|重点|传统|新型|现代|高端|优质|特色|业|行业|产业|支持|服务|扶持|改革发展|取得新?(?:的)?(?:更大|积极|明显|重大)?(?:进展|成效|突破))*"
)
GROWN = frozenset(
    "发展 大力发展 加快发展 积极发展 培育 壮大 培育壮大 繁荣 做强 做优做强 做强做优 做大做强 发展壮大".split()
)
DEVELOPED = frozenset("加快 推动 推进 促进".split())
"""Verbs that develop what stands before 发展 (加快养老、托育等服务业发展)."""
OF_A_KIND = re.compile("[力强富高色长好优齐全先]的(?P<whom>[^的，。；]{4,14}(?:企业|产业|产业集群))$")
"""The end of what is grown where it is first described (培育具有国际竞争力的通用航空企业)."""
GROWN_END = re.compile(
    "(?:业|产业|经济|消费|贸易|物流|经营|业务|服务|教育|养老|托育|信贷|融资|保险|债券|基金|机构|银行|市场|服务体系|事业|业态|企业|担保|金融)$"
)
AGGREGATE = re.compile("(?:消费|投资|需求|内需|就业|出口|进口|外贸)$")
PUSHED_FORWARD = "pushed forward"
"""Why a field counts that is only developed or built: what stands before it is another measure, no means."""
WORKED = frozenset("实施 启动 组织实施 深入实施 抓好 做好 加强 强化 推进 加快 高度重视".split())
ROWED = PUSHED | WORKED | frozenset("打造 拓展 建设 布局".split())
ROW_END = re.compile(
    "等[^，、等]{0,8}(?:产业|行业|领域|业态|事业|增长点|设施|工程|项目)(?:建设|发展|的?布局|“?补短板”?)?$"
)
"""The end of a row of fields that a verb of ROWED builds or pushes forward (打造商业航天、低空经济等新兴产业)."""
WORKS = re.compile("(?:改造|更新|整治|修复|重建|攻关|建设|研究)(?:工程|项目|行动)?$")
AFFAIRS = re.compile("(?P<whom>.+?)(?:各项|有关|相关)?工作")
ROW_OF_WORKS = re.compile("[、和与]")
INVESTED = ("加强", "增加", "强化", "加大", "扩大", "保障")
INVESTMENT = re.compile(
    "(?:投资|投入|投放|供给|贷款投放|信贷投放|资金投入|(?:资金|信贷|金融|融资|政策|财力|要素)(?:支持|保障|供给))(?:力度|规模)?$"
)
SERVICE_NOUN = re.compile(
    "业|贸易|型|出口|进口|进出口|区|站|外包|消费|器|机构|供给|质量|水平|能力|体系|平台|网络|价格|收入|不间断"
)
MORE_OF = re.compile(
    "实施|落实|推动|鼓励|突出|增大|加大|强化|加强|提升|增加|优化|改进|做好|扩大|提高|保持|完善|形成|给予|增强"
)
BACKED = re.compile("(?:^|[和与、])(?:更好|大力|重点)?(?:金融)?(?:支持|服务|扶持|帮扶)")
STIRRING = ("提振", "培育", "活跃", "繁荣", "促进", "推动")
"""Verbs that are to bring a market to life: a goal, and no support."""
FREELY = ("支持", "服务", "扶持", "帮扶")
HELPING = ("帮助", "助力")
"""Verbs that back somebody, and no field that only its head word shows (助力恢复经济)."""
BACKING_VERBS = ("支持", "服务", "扶持", "帮扶", "助力")
ALWAYS = tuple("支持 服务 扶持 帮扶 助力 助推 惠及 鼓励 支撑 服务于 投向 帮助 满足 便利".split())


TAKEN_IN = re.compile("(?P<whom>[^，。；]{2,40}?)纳入[^，。；]{0,30}(?:低保|救助|补贴|支持|保障范围)")
"""Who is taken into what helps him (将困难群众纳入低保、临时救助等保障范围)."""


def supported(scene: Scene, phrase: Phrase) -> Iterator[Found]:
    """Yield the sectors that a verb phrase supports, as places with labels."""
    if _is_noun(scene, phrase) or phrase.verb.startswith(AVERTED) or _of_an_ability(scene, phrase):
        return
    if found := _aimed(scene, phrase):
        yield from found
        return
    if (
        phrase.frame == "disposal"
        and phrase.head is not None
        and (match := BACKED.search(scene.said(phrase.head)))
    ):
        yield from members(scene, Span(phrase.head.begin + match.end(), phrase.head.end), free=False)
        return
    if phrase.frame == "disposal" and (
        taken := TAKEN_IN.match(scene.text, phrase.object.begin, phrase.object.end)
    ):
        yield from (f for f in members_in(scene, 0, taken, free=True) if not is_topic(f))
        return
    if phrase.head is not None and (phrase.frame == "benefit" or _granted(scene, phrase)):
        yield from _benefited(scene, phrase, phrase.head)
        return
    backs = "支持" in phrase.verb or phrase.verb.endswith(ALWAYS)
    if backs and "supports" in phrase.classes:
        helps = phrase.verb.endswith(HELPING)
        named = members(scene, phrase.object, free=helps or any(word in phrase.verb for word in FREELY))
        core = any(word in phrase.verb for word in BACKING_VERBS)
        named = (f for f in named if f.entries or not helps or WHO.search(f.label))
        yield from (f for f in named if core or not is_topic(f))
    else:
        yield from (replace(found, reason=PUSHED_FORWARD) for found in _pushed(scene, phrase))


def _benefited(scene: Scene, phrase: Phrase, head: Span) -> Iterator[Found]:
    """Whom something is given to: 为小微企业提供融资便利, 对农户发放补贴; a report that it stood by somebody gives nothing."""
    given = scene.said(phrase.object)
    if phrase.perfect and STOOD_BY.search(given):
        return
    verb = scene.text.rfind(phrase.verb, head.begin, phrase.object.begin)
    span = Span(head.begin, verb if verb >= 0 else phrase.object.begin)
    described = "等" in scene.said(span) and "的" in scene.said(span)
    free = HELP.search(given) is not None or (phrase.frame not in ("benefit", "面向") and not described)
    found = members(scene, span, free=free)
    yield from (f for f in found if not is_topic(f))


def _granted(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase with 对 or 面向 gives something (对农户发放补贴), and does not control or punish."""
    lends = phrase.frame == "向" and HELP.search(scene.said(phrase.object))
    stands_by = any(word in phrase.verb for word in GRANTED_BY) or STANDS_BY.search(scene.said(phrase.object))
    begin = min(phrase.head.begin, phrase.span.begin) if phrase.head else phrase.span.begin
    stands_by = stands_by or SPARED.search(scene.text, begin, phrase.object.begin)
    gives = lends or phrase.frame == "面向" or (phrase.frame == "对" and stands_by)
    return bool(gives) and not CONTROL.search(scene.said(phrase.object))


def _pushed(scene: Scene, phrase: Phrase) -> Iterator[Found]:
    """The bare fields that a phrase pushes forward, builds or invests in."""
    object_ = scene.said(phrase.object)
    verb = phrase.verb.rpartition("和")[2]
    if phrase.verb.endswith(("做好", "写好")) and object_.rstrip("”").endswith("大文章"):
        yield from scene.of_kind(phrase.object, Kind.SECTOR)
    elif phrase.verb.endswith(INVESTED) and INVESTMENT.search(object_):
        found = members(scene, phrase.object, free=False)
        yield from (f for f in found if not AGGREGATE.search(f.label))
    elif (grown := _grown(verb, object_)) is not None:
        begin, stop, free = grown
        at = phrase.object.begin
        found = members(scene, Span(at + begin, at + stop), free=free)
        yield from (f for f in found if not (begin and is_topic(f)))
    elif verb in ROWED and (end := ROW_END.search(object_)) and (built := [*in_rows(scene, phrase.object)]):
        kinds = scene.of_kind(Span(phrase.object.begin + end.start(), phrase.object.end), Kind.SECTOR)
        yield from (*built, *(f for f in kinds if f not in built and not is_topic(f)))
    elif phrase.verb in WORKED and (field := AFFAIRS.fullmatch(object_)):
        known = scene.of_kind(phrase.object, Kind.SECTOR)
        yield from (f for f in known if scene.said(Span(f.begin, f.end)) == field["whom"] and not is_topic(f))
    elif verb in PUSHED or (phrase.verb in WORKED and WORKS.search(object_)):
        row = phrase.verb.endswith("推进") and "等" not in object_
        parts = ROW_OF_WORKS.split(object_) if row else [object_]
        at = phrase.object.begin
        for part in parts:
            yield from _whole(scene, Span(at, at + len(part)), verb=phrase.verb)
            at += len(part) + 1


def _grown(verb: str, object_: str) -> tuple[int, int, bool] | None:
    """Where in an object the fields that are grown begin and end, and whether they may be unlisted ones."""
    plainly = verb in DEVELOPED and object_.endswith("发展")
    developed = object_[:-2] if plainly else object_ if verb in GROWN else ""
    if "的" not in developed and GROWN_END.search(developed):
        return 0, len(developed), not plainly or "等" in developed
    kind = OF_A_KIND.search(object_) if verb in GROWN else None
    return (*kind.span("whom"), True) if kind else None


def _is_noun(scene: Scene, phrase: Phrase) -> bool:
    """Whether the "verb" is a noun here: the next member of a row follows, or 服务贸易, 服务业增加值."""
    if scene.text[phrase.object.begin : phrase.object.begin + 1] in ("、", "和", "与"):
        return True
    return phrase.verb == "服务" and bool(
        SERVICE_NOUN.match(scene.text, phrase.object.begin, phrase.object.end)
    )


def _of_an_ability(scene: Scene, phrase: Phrase) -> bool:
    """Whether the clause tells how an ability fares (服务实体经济的效率持续提高)."""
    return phrase.verb in ALWAYS and ABILITY.search(scene.said(phrase.object)) is not None


def _aimed(scene: Scene, phrase: Phrase) -> list[Found]:
    """The sectors that a phrase aims at by its form: 加大对……的支持, 引导资金流向……, 提高服务……的能力."""
    text, begin = scene.said(phrase.span), phrase.span.begin
    for cue, pattern in (("对", TOWARD), ("", FLOW), ("向", GATHER), ("需求", NEEDS)):
        if cue in text and (match := pattern.search(text)) and _cued(text, pattern, match):
            group = "whom" if match["whom"] else "near"
            named = members_in(scene, begin, match, group, free="用于" not in match.group())
            return [f for f in named if pattern is not NEEDS or not f.label.endswith("需求")]
    object_, at = scene.said(phrase.object), phrase.object.begin
    if phrase.verb.endswith("给予") and (match := GIVEN.match(object_)):
        return [*members_in(scene, at, match, free=True)]
    patterns = (
        (SERVED, ABLE, CARED)
        if phrase.verb.endswith(SERVING)
        else (ENDED, MEASURED_FOR)
        if phrase.classes & {"uses", "issues", "implements"}
        else ()
    )
    for pattern in patterns:
        if (match := pattern.search(object_)) and (found := [*members_in(scene, at, match, free=False)]):
            return found
    if phrase.verb.endswith(SERVING) and (match := LOOKED_AFTER.search(object_)):
        return [f for f in members_in(scene, at, match, free=False) if WHO.search(f.label)]
    return [*backed(scene, phrase.object)]


def toward(scene: Scene, clause: Span) -> list[Found]:
    """Those to whom a clause without a verb phrase says that there is to be more support (政策更突出对基层的支持)."""
    text = scene.said(clause)
    match = TOWARD.search(text) if "对" in text else None
    if match is None or not match["whom"] or not _cued(text, TOWARD, match):
        return []
    return [*members_in(scene, clause.begin, match, free=True)]


def _cued(text: str, pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether 对……的支持 stands after a verb that gives more of it."""
    if pattern is not TOWARD:
        return True
    whom = match["whom"] or match["near"]
    does = whom.startswith(("提高", "提升", "增强"))
    return not does and bool(MORE_OF.search(text[: match.start()]))


def _whole(scene: Scene, span: Span, *, verb: str = "") -> Iterator[Found]:
    """Known sectors that, with 发展 or 建设 at most, make up the whole object; 扩大消费 is only a goal.

    Of a row with its kind of consumption (汽车、家居等大宗消费) it is the kind.
    """
    known = scene.of_kind(span, Kind.SECTOR)
    if known and scene.said(span).endswith("消费") and scene.text[known[-1].begin - 1] == "等":
        known, span = known[-1:], Span(known[-1].begin, span.end)
    if not known or any(a.end == b.begin for a, b in pairwise(known)):
        return
    rest = scene.said(span)
    for sector in known:
        rest = rest.replace(scene.text[sector.begin : sector.end], "", 1)
    if WHOLE.fullmatch(rest) or (known[-1].end == span.end and len(rest) <= 14 and "、" in rest):
        stirred = verb.endswith(STIRRING)
        yield from (
            f
            for f in known
            if verb.endswith(BACKING_VERBS) or not (is_topic(f) or (stirred and f.label.endswith("市场")))
        )
