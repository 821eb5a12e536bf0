"""Whom or what a policy supports: objects of 支持, 服务, 加大对……的支持, 投向, and bare fields that are pushed forward."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.model import Kind, Span
from kg.recognizers.found import Found
from kg.rules.fields import TOPICS, is_topic, members, unlisted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.clauses import Phrase
    from kg.model import Entry
    from kg.scene import Scene

TOWARD = re.compile(
    "对(?P<whom>(?:(?!对).){2,60}?)的(?:[\u4e00-\u9fff]{0,8})?(?:支持|扶持|金融支持|信贷支持|投放|投入|服务|金融服务|融资保障|保障|帮扶|倾斜|救助|支持力度|扶持力度|信贷投放)(?:力度)?"
    "|对(?P<near>(?:(?!对|的).){2,30}?)(?:加大|给予|予以|实施|提供|实行)?(?:更多|更大)?(?:[\u4e00-\u9fff]{0,6}的)?(?:金融|信贷|融资|资金|财政|政策|重点)?(?:支持|扶持|帮扶|救助|倾斜|补贴|贴息|补助|奖补|转移支付|投入|让利)(?:力度)?(?:的(?:各项|一系列)?(?:政策|措施|举措|力度)+)?$"
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
ENDED = re.compile("(?<=..)(?:支持|助力|扶持|帮扶|(?<![应适使运作])用于)(?P<whom>[^，。；的]{2,40})$")
MEASURED_FOR = re.compile(
    "(?:支持|服务|助力|扶持|帮扶|惠及)(?P<whom>[^，。；的]{2,40}?)的(?:各项|一系列|若干|有关|相关|[一二三四五六七八九十\\d]+[项条])?(?:[\u4e00-\u9fff]{0,6}?)(?:政策|措施|举措|办法|意见|方案|机制)+$"
)
CARED = re.compile(
    "^(?P<whom>[^，。；的]{2,20}?)(?:的)?(?:救助|帮扶|扶持|关爱|关爱服务|就业帮扶|权益保障|服务保障|(?:财力|资金|要素)保障)+(?:工作|力度|体系|机制)*$"
)
SERVING = frozenset(
    "加大 改进 提升 优化 做好 加强 完善 强化 提高 改善 创新 增强 发挥 抓好 促进提高 切实提高 推动提升 深化 着力提升".split()
)
GATHER = re.compile("向(?P<whom>[^，。；]{2,40}?)(?:集聚|倾斜|流动|聚焦|配置|聚集|延伸)$")
FLOW = re.compile(
    "(?:(?:着力点|落脚点|重心|重点|力量|资源|资金)(?:更多)?(?:放在|集中到|集中于|用在|用到|用于)(?:支持)?|流向|(?<=[元金])投入|(?<![应适使运作])用于支持|(?<![应适使运作])用于促进|(?<![应适使运作])用于|投向|投入到|流入|倾斜到|集聚到|配置到|投放到|投放(?!力度|工作))(?P<whom>[^，。；]{2,40}?)(?:上)?$"
)
GRANTED = re.compile("(?:对|给|向|为)(?P<whom>[^，。；]{2,40}?)(?:给予|予以|提供|实施|发放|减免|实行)")
EAGERLY = "(?:将|要|持续|继续|一如既往|大力|全力|积极|更好|更多|更高质量|精准|发力|加力|加大力度|有力|有效|有效地|进一步|优先|重点|直接|引导|更)*"
WITHIN = re.compile(
    "(?:金融(?:机构|业|资源|体系|系统|活水)?|资金|资源|资本|银行业?|信贷|亿元|万元|美元|措施|举措|政策|保险业?|资本市场|债券|基金|国债|贷款|手段|方式|工具)"
    + EAGERLY
    + "(?P<verb>支持|服务|助力|扶持|帮扶|支撑)(?!业|贸易|体系|平台|机构|[、和与“])(?P<whom>[^，。；的]{2,40}?)(?:的|$)"
)
PROVIDED = re.compile(
    "(?:银行|机构|企业|资金|资本|平台|地方|部门|国企|央企)(?:[^，为向对]{0,6})(?:为|向|对)(?P<whom>[^，。；]{2,30}?)(?:继续|积极|优先|及时|加快|加大|增加)?(?:提供|发放|给予|办理|减免|投放|让利)"
)
TOLD = re.compile("(?:提升|提高|增强|加大|改善|显现|优化|增长|明显|下降|[超达]过?[^，]{0,3}\\d.*)$")
FRONTED = re.compile("^(?:[^，。；对]{0,12}(?<![应相面针绝反]))?对于?(?P<whom>[^，。；]{2,50})$")
GRANTS = re.compile(
    "[，,](?:[^，。；]{0,12}?)(?:给予|予以|免除|免征|减免|减按|减征|减收|缓缴|缓征|延长|延期|实施.{0,6}(?:优惠|减免|退税|支持)|提供|发放|加大.{0,6}(?:支持|投放|投入)|优先|降低.{0,6}(?:税|费|利率|成本)|补贴|补助|奖励|贴息|暂缓|放宽)"
)
EXTENDED = re.compile(
    "(?:扩大|扩展|拓展|延伸|扩围|覆盖|推广|扩)(?:到|至)(?:全部|所有|各类)?(?P<whom>[^，。；]{2,40})$"
)
WORD_GOES_ON = tuple("品者型性化")
MEANT_FOR = re.compile(
    "(?:支持|扶持|服务|助力)(?!业|贸易)(?:[\u4e00-\u9fff]{0,4}?(?:做好|推进|促进|加快))?(?P<whom>[一-鿿、“”]{2,24}?)(?:的|(?:高质量|健康)?发展|融资|若干|行动|工作|[\\d一二三四五六七八九十]+[条项]|措施|举措|政策|计划|意见|方案|通知|》|$)"
)
MEANT_TO_GROW = re.compile(
    "(?:促进|推动|加快发展|大力发展)(?P<whom>[一-鿿、“”]{2,16}?)(?:(?:高质量|健康|规范|持续|加快|创新|稳定|蓬勃|恢复)*发展|的|若干|》|$)"
)
GRANTED_BY = tuple("给予 予以 实施 提供 发放 减免 免征 免除 延长 缓缴 暂缓 落实 实行 拨付 补助 奖励".split())
HELP = re.compile("(?:帮助|支持|援助|便利|资金|贷款|融资|补贴|补助|金融服务)$")
CONTROL = re.compile(
    "监管|管理|检查|处罚|制裁|打击|整治|审查|调查|管控|监督|评估|约束|限制|统计|监测|核查|问责|考核|征收|惩戒|警告|处分|批评|处理"
)
BACKING = re.compile(
    "^(?:[^、]{0,16}?)(?:金融|财政|资金|国债|亿元|万元|举措|措施|政策|部门|银行|贷款|信贷|保险|债券|基金|监管总局|证监会|银保监会|财政部|外汇局|要求[^，]{2,12}机构|明确|表示)"
    + EAGERLY
    + "(?:支持|助力|扶持|帮扶|服务)(?!业|贸易|体系|平台|机构|[、和与“])(?P<whom>[^，。；]{2,40})(?<!问题)(?<!领域)$"
)
SERVING_ONE = re.compile(
    "(?:金融|银行|保险|资本市场|信贷)[^，。；]{0,6}为(?P<whom>[^，。；]{2,16})服务(?:的|$)"
)
MEANT = re.compile("用于(?:支持|促进|服务|发展|扶持)?(?P<whom>[^，。；]{2,40})$")
PUSHED = frozenset(
    "加大 加快 开展 支持 服务 扶持 帮扶 助力 助推 惠及 培育 壮大 培育壮大 推动 推进 发展 提振 大力发展 鼓励 聚焦 支撑 促进 繁荣 振兴 服务于 投向 扩大 改造提升 改造升级 做大做强".split()
)
WHOLE = re.compile(
    "(?:[、和及与等]|发展|建设|投资|供给|投入|供应|改造|全面|更多|各类|“|”|我国|加快|大宗|重点|传统|新型|现代|高端|优质|特色|业|行业|产业|支持|服务|扶持)*"
)
GROWN = frozenset("发展 大力发展 加快发展 积极发展 培育 壮大 培育壮大 繁荣".split())
GROWN_END = re.compile(
    "(?:业|产业|经济|信贷|融资|保险|债券|基金|机构|银行|市场|服务体系|事业|企业|担保|金融)$"
)
AGGREGATE = re.compile("(?:消费|投资|需求|内需|就业|出口|进口|外贸)$")
PUSHED_FORWARD = "pushed forward"
"""Why a field counts that is only developed or built: what stands before it is another measure, no means."""
WORKED = frozenset("实施 启动 组织实施 深入实施 抓好 做好 加强 强化 推进 加快 高度重视".split())
WORKS = re.compile("(?:改造|更新|整治|修复|重建|攻关|建设|研究)(?:工程|项目|行动)?$")
INVESTED = ("加强", "增加", "强化", "加大", "扩大", "保障", "稳定")
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
BACKING_VERBS = ("支持", "服务", "扶持", "帮扶", "助力", "聚焦")
ALWAYS = frozenset("支持 服务 扶持 帮扶 助力 助推 惠及 鼓励 支撑 服务于 投向 帮助 满足 便利".split())


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
    if phrase.head is not None and (phrase.frame == "benefit" or _granted(scene, phrase)):
        given = HELP.search(scene.said(phrase.object)) is not None
        end = scene.text.rfind(phrase.verb, phrase.head.begin, phrase.object.begin)
        end = phrase.object.begin if end < 0 else end
        yield from members(scene, Span(phrase.head.begin, end), free=given)
        return
    backs = "支持" in phrase.verb or any(phrase.verb.endswith(word) for word in ALWAYS)
    if backs and "supports" in phrase.classes:
        yield from members(scene, phrase.object, free=phrase.verb in ("支持", "服务", "扶持", "帮扶"))
    else:
        yield from (replace(found, reason=PUSHED_FORWARD) for found in _pushed(scene, phrase))


def _granted(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase with 对 gives something (对农户发放补贴), and does not control or punish."""
    gives = phrase.frame == "对" and any(word in phrase.verb for word in GRANTED_BY)
    return gives and not CONTROL.search(scene.said(phrase.object))


def _pushed(scene: Scene, phrase: Phrase) -> Iterator[Found]:
    """The bare fields that a phrase pushes forward, builds or invests in."""
    object_ = scene.said(phrase.object)
    grown = phrase.verb in GROWN and "的" not in object_ and GROWN_END.search(object_)
    if phrase.verb.endswith(("做好", "写好")) and object_.rstrip("”").endswith("大文章"):
        yield from scene.of_kind(phrase.object, Kind.SECTOR)
    elif phrase.verb.endswith(INVESTED) and INVESTMENT.search(object_):
        found = members(scene, phrase.object, free=False)
        yield from (f for f in found if not AGGREGATE.search(f.label))
    elif grown:
        yield from members(scene, phrase.object, free=True)
    elif phrase.verb in PUSHED or (phrase.verb in WORKED and WORKS.search(object_)):
        yield from _whole(scene, phrase.object, verb=phrase.verb)


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
    for pattern in (TOWARD, FLOW, GATHER):
        if (match := pattern.search(text)) and _cued(text, pattern, match):
            group = "whom" if match["whom"] else "near"
            return [
                *members(
                    scene,
                    Span(begin + match.start("whom"), begin + match.end(group)),
                    free="用于" not in match.group(),
                )
            ]
    object_, at = scene.said(phrase.object), phrase.object.begin
    patterns = (
        (SERVED, ABLE, CARED)
        if phrase.verb in SERVING
        else (ENDED, MEASURED_FOR)
        if phrase.classes & {"uses", "issues", "implements"}
        else ()
    )
    for pattern in patterns:
        if (match := pattern.search(object_)) and (
            found := [*members(scene, Span(at + match.start("whom"), at + match.end("whom")), free=False)]
        ):
            return found
    return [*_backed(scene, phrase.object)]


def _backed(scene: Scene, span: Span) -> Iterator[Found]:
    """The sectors that money or policy backs inside a range: 引导金融资源服务实体经济, 引导银行为小微企业发放贷款."""
    text = scene.said(span)
    if match := (PROVIDED.search(text) or SERVING_ONE.search(text)):
        yield from members(
            scene, Span(span.begin + match.start("whom"), span.begin + match.end("whom")), free=False
        )
    elif (match := WITHIN.search(text)) and not TOLD.search(text):
        free = match["verb"] in ("支持", "扶持", "帮扶")
        yield from members(
            scene, Span(span.begin + match.start("whom"), span.begin + match.end("whom")), free=free
        )


def _cued(text: str, pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether 对……的支持 stands after a verb that gives more of it."""
    return pattern is not TOWARD or bool(MORE_OF.search(text[: match.start()]))


def reached(scene: Scene, clause: Span) -> Iterator[Found]:
    """Yield the sectors of a clause that has no verb phrase: 金融资源要向……倾斜, 对……给予补助, 专门用于支持……."""
    text = scene.said(clause)
    if TOLD.search(text):
        return
    for pattern in (GATHER, GRANTED, MEANT, BACKING):
        if match := pattern.search(text):
            yield from members(
                scene, Span(clause.begin + match.start("whom"), clause.begin + match.end("whom")), free=False
            )
            return
    yield from _backed(scene, clause)


def named(scene: Scene, document: Found, known: Mapping[str, Entry]) -> Iterator[Found]:
    """The sectors that a document's name says it is for (金融支持民营经济25条举措)."""
    match = MEANT_FOR.search(scene.text, document.begin, document.end)
    grown = None if match else MEANT_TO_GROW.search(scene.text, document.begin, document.end)
    match = match or grown
    if match is None:
        return
    begin = match.start("whom")
    for part in re.split("[、和与及]", match["whom"]):
        label = next((part[:n] for n in range(len(part), 1, -1) if part[:n] in known), "")
        label = "" if part[len(label) : len(label) + 1] in WORD_GOES_ON else label
        if label and not (grown and (known[label].label in TOPICS or len(part) > len(label))):
            yield Found(begin, begin + len(label), Kind.SECTOR, label, (known[label],))
        elif not grown and (found := unlisted(part, begin)):
            yield found
        begin += len(part) + 1


def fronted(scene: Scene, clause: Span) -> Iterator[Found]:
    """The sectors of 对承租国有房屋的小微企业, where the next clause says what they are granted."""
    match = FRONTED.match(scene.said(clause))
    if match and GRANTS.match(scene.text, clause.end):
        yield from members(scene, Span(clause.begin + match.start("whom"), clause.end), free=True)


def extended(scene: Scene, clause: Span) -> Iterator[Found]:
    """The sectors that an instrument named before is extended to (将支小再贷款扩大到中小银行)."""
    match = EXTENDED.search(scene.said(clause))
    if match and "从" not in scene.said(clause)[: match.start()]:
        yield from members(scene, Span(clause.begin + match.start("whom"), clause.end), free=True)


def _whole(scene: Scene, span: Span, *, verb: str = "") -> Iterator[Found]:
    """Known sectors that, with 发展 or 建设 at most, make up the whole object; 扩大消费 is only a goal."""
    known = scene.of_kind(span, Kind.SECTOR)
    if not known or any(a.end == b.begin for a, b in pairwise(known)):
        return
    rest = scene.said(span)
    for sector in known:
        rest = rest.replace(scene.text[sector.begin : sector.end], "", 1)
    if WHOLE.fullmatch(rest) or (known[-1].end == span.end and len(rest) <= 14 and "、" in rest):
        yield from (f for f in known if not is_topic(f) or verb.endswith(BACKING_VERBS))
