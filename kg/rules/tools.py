"""What is done to instruments: which verb acts on which, and which only reforms a system (a goal)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses import lead_end
from kg.lexicon import either
from kg.model import Claim, Kind, Span
from kg.rules.making import Maker, done_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Frame, Phrase
    from kg.model import Entity
    from kg.recognizers.found import Found
    from kg.scene import Scene

FIGURE = re.compile(r"\d|$|，")
DOWN = {"降准": "Lower", "降息": "Lower", "加息": "Raise", "定向降准": "Lower"}
"""Names that say by themselves what is done to the rate that they move."""
CUTS = frozenset(("减税", "降费", "减税降费", "减租降息"))
"""Programmes of cuts whose name is an act: said alone, there is to be more of them."""
ALONE = re.compile(
    "(?:一是|二是|三是|[一二三四五六]要)?(?:[要将应]|继续|更?大力度|更?大规模|大力|进一步)*(?:[^，、对就受因在把]{2,6}、)?"
)
"""What may stand before a cut that is said alone."""
LARGER = re.compile("更大|加大|大规模")
AMOUNT_TAIL = re.compile(r"(?:至|到|约|各|分别|统一|累计|已|共计?|总计|将|预计|达|超过?|逾|近|负|金额)*\d.*$")
PARTS = """
    规模 额度 限额 最高限额 债务限额 新增限额 缴费比例 准入门槛 保障范围 时间 待遇 利息 总量 名额 空间 存量 范围 适用范围 实施范围 覆盖范围 投资范围 地区 力度 强度 利率 期限 标准 最低标准 月最低标准 水平 比例 征收比例 缴存比例 覆盖面 费 费率 税率 缴费 投入 对象 券种 区间 目标区间 上限 下限 余额 资金 补助资金 用途 投向 渠道 方式 手段
    政策 措施 举措 制度 机制 体系 工具 工作 业务 操作 项目 事项 试点 改革 计划 活动 模式 规定 承诺 合格抵押品 支持 补贴 优惠 贷款 融资 管理 监管 调节 市场监管
    补助 资助标准 补助标准 用作项目资本金 用作资本金 经验 申请期限 宽限期 城市 领域 覆盖领域 保障水平 等级
"""
"""What of an instrument an action may be on, and words that only say what it is."""
DOINGS = """
    发行 招标 使用 实施 落地 投放 应用 推广 互认 研发 发放 扩围 扩面 增效 提质 征收 缴纳 提标 扩容 考核 核准 不变 发行规模 使用规模 投放规模 发行使用 发行进度 进度 落地见效 落实 信息 示范 安排 建设 攻坚战 相关 有关
    作用 功能 职能 效能 共 累计 合计 等 和 与 及 的 、
"""
"""What is done with an instrument, as a noun behind it."""
TAIL_OF_TOOL = re.compile(f"(?:”|{either(PARTS, DOINGS)})+")
ROW_OF_TOOLS = re.compile(f"{TAIL_OF_TOOL.pattern}|[的“]*")
"""What stands between two instruments that one verb acts on, each with what is done with it (加快预算内投资落实和专项债券发行)."""
ACTING = re.compile(
    "(?:作用|功能|职能|效能|落地见效|发行和使用|利率|额度|规模|支持力度|等.{0,4}力度|等[^等]{0,6}(?:政策|工具|措施|举措|改革|制度|事项|方式|手段|模式|补贴|补助|优惠|扶持|支持|收费|税|费)|全(?:流程|过程|周期|生命周期).{0,2}管理|^这[一项种]|^的?基础上|^以来)$|^对.{2,16}支持(?:力度)?$|^(?:投放|支持|促进|服务|引导|来|以|，|并|从而|惠及|释放|促使|助力|帮助|带动|缓解|减轻|撬动|拉动|予以|吸引|激励(?!约束|机制)|补充|开展)"
)
GOES_ON = re.compile(
    "(?:等)?(?:政策|措施)?(?:期限)?(?:再|将|已|可|均|也|全部|继续|实施|执行|阶段性)*(?:延长|延续|延至|顺延)"
)
"""What says behind an instrument that it is continued, though the verb of its name stands before it (降低失业保险费率政策再延长一年)."""

SOME = re.compile("(?:再|了)*(?:一批|部分|\\d+余?[项个种])")
"""How an object begins of which only some are given up (取消29个罚款事项)."""
EXTENT = re.compile("[^，]{0,2}(?:额度|覆盖面)")
"""What of an instrument grows where it is raised (提高专项贷款授信额度)."""
REDUCED = re.compile("减按[^，。；]+$")
LONGEST_RATE = 14
"""How a lower rate is said to be charged, and within how many characters before the verb (减按15%的税率征收)."""
OUGHT = re.compile("(?:政策|措施|工作|试点)?(?:必须|要(?![求素])|应(?!急|用)|须|既)")
"""What follows an instrument that with its verb is what something ought to be said of (实施增值税减免要向服务业倾斜)."""
FILING = frozenset(("办理", "申请", "履行"))
"""Verbs of what somebody does at an authority that runs the instrument."""
LED = 4
"""Characters before a verb that may belong to an instrument's name that holds it (全面实行股票发行注册制)."""
JOINED = re.compile("[、和与及][^、，的等]{2,12}(?<!领域)(?<!问题)(?<!关系)(?<!需求)(?<!情况)等?")
"""A second object behind an instrument that is the first (推行电子营业执照和全程电子化登记管理)."""
SECURING = frozenset(("确保", "保证", "保障"))
CARRIED = re.compile(
    "(?:[、和等][^，。；]{0,24}?)?(?:政策|措施|举措|资金|制度|机制|工作|合同)*(?:全面|全部|真正|及时|足额|按时|尽快|不折不扣|[^，。；、前]{1,4}前)*"
    "(?:落实|落地|落到实处|执行|发放|直达)[^，。；]{0,6}"
)
"""What is made sure of that is no end but the carrying out of an instrument (确保减税降费政策落实到位)."""
WATCHING = ("加强", "强化")
WATCHED = ("监管", "管理", "执法", "督查", "督察", "调查")
"""What is only done more of (加强反洗钱监管): neither an act on an instrument nor an end."""
BUILDING = ("健全", "建立健全", "构建", "完善")
MECHANISMS = ("机制", "体系")
SYSTEMS = ("机制", "体系", "体制", "制度")

CONTROL = re.compile(
    "(?P<of>[^，。]{2,10}?)(?P<first>总量|强度|规模)(?:和(?P<second>总量|强度))?“?(?:控制|双控)”?"
)
LEFT = re.compile(
    "(?P<quantity>余额|(?:市场|发行)规模|(?:购物|成交|交易)金额)(?:为|约|达|已|共|超|是|增|减|突破|同比|\\d)"
)


def uses(scene: Scene, phrase: Phrase, make: Maker) -> Iterator[Claim]:
    """The instruments that a verb acts on."""
    secured = phrase.verb in SECURING
    if "uses" not in phrase.classes and not secured:
        return
    make = _filed_with(scene, phrase, make)
    for tool in scene.of_kind(Span(phrase.span.begin - LED, phrase.span.end), Kind.TOOL):
        if tool.end <= phrase.object.begin:
            continue
        carried = secured and CARRIED.fullmatch(scene.text, tool.end, phrase.object.end)
        if carried or (not secured and acted_on(scene, phrase, tool) and not reformed(scene, phrase, tool)):
            entity = scene.entity(tool)
            action = "End" if phrase.negated else "Use" if secured else _done(scene, phrase, tool)
            yield from make.claims("uses", entity, "uses-tool", action=action, phrase=phrase)


def _filed_with(scene: Scene, phrase: Phrase, make: Maker) -> Maker:
    """The maker, for what is filed with a body that of the body (向国家外汇管理局办理外债登记)."""
    if phrase.frame != "向" or phrase.head is None or phrase.verb not in FILING:
        return make
    bodies = tuple(scene.entity(f) for f in scene.of_kind(phrase.head, Kind.INSTITUTION))
    return replace(make, agents=bodies[-1:])


def _done(scene: Scene, phrase: Phrase, tool: Found) -> str | None:
    """What a verb does to an instrument; a larger programme is expanded (实施更大力度的减税)."""
    if tool.label in CUTS and LARGER.search(scene.text, phrase.object.begin, tool.begin):
        return "Expand"
    if GOES_ON.match(scene.text, tool.end, phrase.object.end):
        return "Continue"
    if phrase.action == "End" and SOME.match(scene.text, phrase.object.begin, tool.begin):
        return "Reduce"
    if phrase.verb == "征收" and REDUCED.search(
        scene.text, phrase.span.begin - LONGEST_RATE, phrase.span.begin
    ):
        return "Reduce"
    if phrase.action == "Raise" and EXTENT.match(scene.text, tool.end, phrase.object.end):
        return "Expand"
    return DOWN.get(tool.label, done_to(phrase, tool.label))


def said_alone(scene: Scene, frame: Frame, name: Found) -> str | None:
    """What is done to an instrument whose name is an act, in a clause without another verb (更大力度减税降费)."""
    if name.label in CUTS:
        own = frame.subject if frame.subject and frame.subject.end <= name.begin else None
        start = own.end if own else frame.span.begin
        before = scene.text[lead_end(scene.text, start, name.end)[0] : name.begin]
        if not ALONE.fullmatch(before):
            return None
        return "Continue" if "继续" in scene.said(frame.span) else "Expand"
    return DOWN.get(name.label)


def acted_on(scene: Scene, phrase: Phrase, tool: Found) -> bool:
    """Whether the verb acts on the tool itself: near the verb, or at the end of the object."""
    before = scene.text[phrase.object.begin : tool.begin]
    after = scene.text[tool.end : phrase.object.end]
    if phrase.frame == "disposal":
        others = scene.of_kind(Span(tool.end, phrase.object.end), Kind.TOOL)
        return not (others and scene.text.startswith("的", tool.end))
    if phrase.verb.startswith(WATCHING) and scene.text[tool.begin : phrase.object.end].endswith(WATCHED):
        return False
    rest = AMOUNT_TAIL.sub("", after)
    if (
        not rest
        or OUGHT.match(rest)
        or any(way(rest) for way in (TAIL_OF_TOOL.fullmatch, ACTING.search, GOES_ON.match))
    ):
        return len(before) <= 24 or "、" in before
    others = scene.of_kind(Span(tool.end, phrase.object.end), Kind.TOOL)
    if others and ROW_OF_TOOLS.fullmatch(scene.text, tool.end, others[0].begin):
        return True
    near = len(before) <= 10 or before[-1] in "、和与及"
    return near and bool(re.match("[、和与及]", rest)) and bool(others or JOINED.fullmatch(rest))


def reformed(scene: Scene, phrase: Phrase, tool: Found) -> bool:
    """Whether the verb is after a better system (深化商事制度改革, 健全利益补偿机制, 建设……平台): that is a goal, no act on an instrument."""
    whole, name = scene.text[tool.begin : phrase.object.end], scene.entity(tool).label
    return bool(
        (is_reform(scene.entity(tool)) and not scene.text.endswith("试点", tool.begin, tool.end))
        or (whole.endswith(SYSTEMS) and phrase.verb.startswith(BUILDING))
        or (whole.endswith(MECHANISMS) and phrase.verb == "建立" and not name.endswith(MECHANISMS))
        or (phrase.verb == "建设" and scene.text[tool.end - 1] != "区")
    )


def is_reform(entity: Entity) -> bool:
    """Whether an instrument is a reform, which counts only where something is done to it or with it."""
    return entity.kind is Kind.TOOL and entity.label.endswith("改革")


TURNS = re.compile("(?:逐步|全面|稳步)*(?:转向|改为|转为|向)")


RAISED = re.compile("，由\\d[^，。；]{0,12}?(?:提高|扩大|增加|上调)[到至为]")
"""What a text goes on with behind an instrument's name that is raised (……上限，由5%提高到10%)."""
DOWNWARD = re.compile("(?:[、和与][^，。；、和与]{2,10})*(?:同步|继续|稳步|进一步|合理|持续)*(?:下行|下降)")
LED_DOWN = re.compile("(?:带动|引导)[^，。；]*$")
"""What stands before rates that are led down (引导公积金贷款利率和首付比例下行)."""


def turned(scene: Scene, name: Found) -> str | None:
    """What becomes of one of two instruments that stand before and behind a turn (能耗“双控”向碳排放“双控”转变), or of one that is led down or that the text goes on to raise."""
    if RAISED.match(scene.text, name.end):
        return "Raise"
    if DOWNWARD.match(scene.text, name.end) and LED_DOWN.search(
        scene.text, max(0, name.begin - FAR), name.begin
    ):
        return "Lower"
    if turn := TURNS.match(scene.text, name.end):
        other = scene.layer.starting(turn.end())
        return "End" if other and other.kind is name.kind and other.entries != name.entries else None
    before = scene.layer.last(Kind.TOOL, name.begin)
    behind = before and before.entries != name.entries and TURNS.fullmatch(scene.text, before.end, name.begin)
    return "Create" if behind else None


def quantities(scene: Scene, span: Span) -> Iterator[tuple[Found, Span, str]]:
    """The instruments of a clause with the quantities that their name holds (能源消费总量控制) or that follow it (再贷款余额)."""
    for tool in scene.of_kind(span, Kind.TOOL):
        if (held := CONTROL.match(scene.text, tool.begin, tool.end)) and held.end() == tool.end:
            for part in filter(held.group, ("first", "second")):
                begin = tool.begin if part == "first" else held.start(part)
                yield tool, Span(begin, held.end(part)), held["of"] + held[part]
        elif left := LEFT.match(scene.text, tool.end, span.end):
            place = Span(tool.begin, left.end("quantity"))
            yield tool, place, scene.said(place)


NET = ("净投放", "净回笼")
OPERATION = "逆回购"
FAR = 160
"""How far behind the operations that bring it about a net injection is told, in characters of the same line."""


def netted(scene: Scene, span: Span) -> Iterator[tuple[Found, Found]]:
    """The operations of the central bank with the net injection or withdrawal that a clause tells of them."""
    for net in scene.of_kind(span, Kind.INDICATOR) if scene.text.find("净", *span) >= 0 else ():
        if scene.text.endswith(NET, net.begin, net.end) and scene.text[net.end : net.end + 1].isdigit():
            begin = max(scene.text.rfind("\n", 0, net.begin) + 1, net.begin - FAR)
            told = [t for t in scene.of_kind(Span(begin, net.begin), Kind.TOOL) if OPERATION in t.label]
            longest = max((len(t.label) for t in told), default=0)
            yield from ((tool, net) for tool in told if len(tool.label) > longest - 2)
