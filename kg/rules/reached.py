"""Whom a clause reaches that has no verb of support: money that flows to somebody, what is granted to whom, what a name is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Kind, Span
from kg.recognizers.found import Found
from kg.rules.fields import is_task, members, members_in, unlisted
from kg.rules.money import CONTROL, EAGERLY, GATHER, TOLD, backed
from kg.rules.sectors import toward

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model import Entry
    from kg.scene import Scene

GIVEN_TO = re.compile("给予(?P<whom>[^，。；]{2,20}?)(?:更多|更大|一定|必要|相应)")
GRANTED = re.compile("(?:对|给|向|为)(?P<whom>[^，。；]{2,40}?)(?:给予|予以|提供|实施|发放|减免|实行)")
FRONTED = re.compile("^(?:[^，。；对]{0,12}(?<![应相面针绝反]))?对于?(?P<whom>[^，。；]{2,50})$")
GRANTS = re.compile(
    "[，,](?:[^，。；]{0,12}?)(?:(?:给予|予以)(?![^，。；]{0,6}(?:处分|处罚|警告))|免除|免征|减免|减按|减征|减收|缓缴|缓征|返还|退还|延长|延期|实施.{0,6}(?:优惠|减免|退税|支持)|提供|发放|加大.{0,6}(?:支持|投放|投入)|优先|降低.{0,6}(?:税|费|利率|成本)|提高.{0,12}(?:比例|标准|额度|限额)|补贴|补助|奖励|贴息|暂缓|放宽)"
)
DONE_TO = re.compile("了|管理|全覆盖")
"""What makes of 对 and a name a clause of its own (对部分内容作了调整，适当降低税率)."""
EXTENDED = re.compile(
    "(?:扩大|扩展|拓展|延伸|扩围|覆盖|推广|扩)(?:到|至)(?:全部|所有|各类)?(?P<whom>[^，。；]{2,40})$"
)
FORMERLY = re.compile("[由从](?P<whom>[^，。；]{2,30})$")
"""Whom an instrument reached before it was extended (由农户扩大到小微企业)."""
WORD_GOES_ON = tuple("品者型性化")
MEANT_FOR = re.compile(
    "(?:支持|扶持|服务(?!机构|平台|中心|体系|管理|能力|设施)|助力)(?!业|贸易)(?:[\u4e00-\u9fff]{0,4}?(?:做好|推进|促进|加快))?(?P<whom>[\u4e00-\u9fff、“”]{2,24}?)(?:的|(?:高质量|健康)?发展|融资|若干|行动|工作|[\\d一二三四五六七八九十]+[条项]|措施|举措|政策|计划|意见|方案|通知|》|$)"
)
MEANT_TO_GROW = re.compile(
    "(?:促进|推动|推进|加快发展|大力发展)(?P<whom>[\u4e00-\u9fff、“”]{2,16}?)(?:(?:高质量|健康|规范|持续|加快|传承|创新|稳定|蓬勃|恢复)*发展|的|若干|》|$)"
)
NAMED_AFTER = re.compile(
    "^[《〈]?(?:[^，。；《]{0,24}?关于|中华人民共和国)?(?:“十[三四五]五”|高质量|高水平|稳步|进一步|全面|深入|新时代|新征程|统筹|加快|切实|积极|大力|推动|推进|促进|加强|做好|规范|鼓励|引导|发展|建设|办好|深化|和改进|和)*"
    "(?P<whom>(?!国?国民|新区)[^，。；》的]{2,14}?)(?<!转型)(?:高质量|健康|规范|协同|一体化|创新|绿色|深化|传承|改革|产业|中长期|总体|加快|[三五]年)*(?:发展(?:壮大)?|振兴|建设|培育|升级|恢复|传承)"
    "(?:[^，。；的]|的(?=若干|实施|指导|政策|工作|意见)){0,16}?(?:意见|规划(?:纲要)?|行动计划|行动方案|计划|方案|措施|举措|政策|通知)(?:》|$|[（(])"
)
"""A document whose name begins with the field that it is for (《冷链物流振兴行动计划》)."""
LED_ON = re.compile("(?<=..)(?:支撑|引领|带动|赋能)")
"""What a field in a document's name is to do for others (推动科技创新引领产业发展)."""
GROWING = ("业", "经济", "企业", "建设")
"""How a field's name ends that a document wants to grow."""
GROUP_END = re.compile("(?:企业|主体|人员|居民|群体|人群|群众|家庭|学生|农户|商户|职工)$")
EASES = re.compile(
    "(?P<whom>[\u4e00-\u9fff]{2,14}?)(?:借款合同|贷款|生活|创业|基本生活|融资|所得税|增值税|社保费|税费)*(?:税收优惠|(?<=[税费])(?:优惠|缓缴)|免征|减免|减征|减税|退税|留抵退税|贴息|补贴|补助|奖补|纾困|救助|帮扶|扶持|奖助学金|奖学金|助学金|加计抵减|激励机制|考核机制|(?:母|发展|投资|产业|引导|专项|担保)*基金$|补偿$|(?:专项|补助)?资金$|信贷服务$|(?<!再)贷款$|改革创新试验区$)"
)
"""A tool whose name says whom it eases (小微企业贷款贴息政策)."""
DENIED = re.compile("(?:不得|不能|不再|严禁|禁止|不)[^，、]{0,2}$")
"""What stands before what money is not to be used for (不得用于房地产)."""
BACKING = re.compile(
    "^(?:[^、]{0,16}?)(?:金融|财政|资金|国债|亿元|万元|举措|措施|政策|部门|银行|贷款|信贷|保险|债券|基金|监管总局|证监会|银保监会|财政部|外汇局|要求[^，]{2,12}机构|明确|表示)"
    + EAGERLY
    + "(?:支持|助力|扶持|帮扶|服务)(?!业|贸易|体系|平台|机构|[、和与“])(?P<whom>[^，。；]{2,40})(?<!问题)(?<!领域)$"
)
MEANT = re.compile("(?:用于(?:支持|促进|服务|发展|扶持)?|投资于|(?<=[元金%])投入)(?P<whom>[^，。；]{2,40})$")


def reached(scene: Scene, clause: Span) -> Iterator[Found]:
    """Yield the sectors of a clause that has no verb phrase: 金融资源要向……倾斜 (listed or not), 对……给予补助, 专门用于支持……."""
    text = scene.said(clause)
    if TOLD.search(text):
        return
    for pattern in (GATHER, GIVEN_TO, GRANTED, MEANT, BACKING):
        match = pattern.search(text)
        if match and not DENIED.search(text, 0, match.start() + 2) and not CONTROL.search(text, match.end()):
            yield from members_in(scene, clause.begin, match, free=match.group().endswith("倾斜"))
            return
    if found := toward(scene, clause):
        yield from found
        return
    yield from backed(scene, clause)


def named(scene: Scene, document: Found, known: Mapping[str, Entry]) -> Iterator[Found]:
    """The sectors that a document's name says it is for (金融支持民营经济25条举措)."""
    match = MEANT_FOR.search(scene.text, document.begin, document.end)
    grown = None if match else MEANT_TO_GROW.search(scene.text, document.begin, document.end)
    match = match or grown
    if match is None:
        yield from _named_after(scene, document, known)
        return
    begin = match.start("whom")
    whom = LED_ON.split(match["whom"])[0] if grown else match["whom"]
    for part in re.split("[、和与及]", whom):
        label = next((part[:n] for n in range(len(part), 1, -1) if part[:n] in known), "")
        label = "" if part[len(label) : len(label) + 1] in WORD_GOES_ON else label
        if label and not (grown and (is_task(known[label]) or len(part) > len(label))):
            yield Found(begin, begin + len(label), Kind.SECTOR, label, (known[label],))
        elif (not grown or part.endswith(GROWING)) and (found := unlisted(part, begin)):
            yield found
        begin += len(part) + 1


def _named_after(scene: Scene, document: Found, known: Mapping[str, Entry]) -> Iterator[Found]:
    """The fields that a document's name begins with."""
    if after := NAMED_AFTER.match(scene.said(Span(document.begin, document.end))):
        begin = document.begin + after.start("whom")
        name = scene.text[begin : document.end]
        longer = next((name[:n] for n in range(14, len(after["whom"]), -1) if name[:n] in known), "")
        for part in [longer] if longer else re.split("[、和与及]", after["whom"]):
            if part in known:
                yield Found(begin, begin + len(part), Kind.SECTOR, part, (known[part],))
            elif (found := unlisted(part, begin)) and found.label == part:
                yield found
            begin += len(part) + 1


def eased(scene: Scene, tool: Found, known: Mapping[str, Entry]) -> Iterator[Found]:
    """The group that a tool's name says it eases or funds."""
    match = EASES.search(scene.text, tool.begin, tool.end)
    if match is None or match["whom"] == "企业":  # 企业所得税 is a tax
        return
    whom, end = match["whom"], match.end("whom")
    label = next((whom[n:] for n in range(len(whom) - 1) if whom[n:] in known), "")
    if GROUP_END.search(whom) and len(label) < len(whom) and (found := unlisted(whom, match.start("whom"))):
        yield found
    elif label and not is_task(known[label]):
        yield Found(end - len(label), end, Kind.SECTOR, label, (known[label],))


def fronted(scene: Scene, clause: Span) -> Iterator[Found]:
    """The sectors of 对承租国有房屋的小微企业, where the next clause says what they are granted."""
    match = FRONTED.match(scene.said(clause))
    if match and GRANTS.match(scene.text, clause.end) and not DONE_TO.search(match["whom"]):
        yield from members(scene, Span(clause.begin + match.start("whom"), clause.end), free=True)


def extended(scene: Scene, clause: Span) -> Iterator[Found]:
    """The sectors that an instrument named before is extended to (将支小再贷款扩大到中小银行)."""
    match = EXTENDED.search(scene.said(clause))
    if match is None:
        return
    before = FORMERLY.search(scene.text, clause.begin, clause.begin + match.start())
    if before:
        yield from members_in(scene, 0, before, free=False)
    yield from members(scene, Span(clause.begin + match.start("whom"), clause.end), free=before is None)
