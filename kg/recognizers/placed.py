"""Instruments that the verb shows: what is put in place (推行跨省异地检验), under a motto too, and reliefs named by the whole act."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found, Layer
from kg.recognizers.headed import HAN
from kg.recognizers.instruments import BREAKS, QUALIFIED, cut

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTED = re.compile(
    "(?<!落)(?:实行|推行|试行|实施)(?:了|好)?(?P<name>“[^“”，]{2,24}(?<!计划)(?<!行动)(?<!战略)(?<!工程)”(?:制度|机制|模式|改革|政策|措施|服务|监管|审批)*)(?=[，。；、）]|等|$)"
)
"""What is put in place under a motto for its name (实行“一枚印章管审批”)."""
PLACED_HEADS = "管理 监管 审批 登记 优惠 考核 模式 办理 受理 备案 许可 核准 核算 征收 免税 零税率 同价 采购 公示 结算 通关 定价 限价 收费 免费 计价 补偿 禁捕 禁渔 招生"
SHORTEST = 3
"""Characters of a name that says no more than its head word."""
PLACED = re.compile(
    f"(?<!落)(?:实行|推行|试行)(?:了|好)?(?P<name>[{HAN}A-Za-z0-9+]{{0,14}}(?<![化式一程闭环]){either(PLACED_HEADS)})(?=[，。；、）\n]|等|工作|以|和|$)"
)
"""What is put in place, by the end of its name (对外债实行规模管理)."""
SPREAD_HEADS = tuple(
    """
    制度 制 办理 办 审批 核准 登记 检验 检疫 受理 许可 考试 查验 安检 付费 收费 缴费 采购 公示 承诺 验收 结算 文本 合同 卡 执照 客票 证照 窗口 保险 评价 考核 互认 诊疗 通关 处理
    代发 捐献 退捕 轮作 休耕 命题 审核 治理 水价 电价 备案 预约 代办 服务 入学 招生 购票 监管 管理 模式 ”
    """.split()
)
"""How that ends which is put in place everywhere."""
SPREAD = re.compile(
    f"(?:推行|推开|试行)(?:了|好)?(?P<one>(?:全国)?统一的)?(?P<name>(?!使用)(?:[{HAN}A-Za-z0-9+]|“[^“”，]{{2,24}}”){{3,21}}?)(?=[，。；、）\\n]|等|$)"
)
"""What is put in place everywhere (推行跨省异地检验); or whatever is one for all (推行统一的租房合同示范文本)."""
NO_SPREAD = re.compile(
    "的|”“|[化式一程闭环]管理$|(?:发展|消费|改革|创新|方式|理念|文化|生产|建设|化|做法|经验|政策|教育|生活|措施|工作|经济|体系|主义)$"
)
"""What makes a name an end, a way to do something, or no name."""
SHIFTED = re.compile(
    f"[将把](?![来近握关控])(?P<name>[{HAN}A-Za-z0-9“”（）、]{{2,26}}?(?:标准|比例|比例要求|[上下]限|额度|期限|限额|门槛))，?(?:分别|统一)*(?:[由从][^，。；]{{1,18}}?)?"
    "(?:逐步|统一|进一步|分别|再)*(?:提高|提升|上调|下调|降低|降|调整|延长|缩短|扩大|放宽|增加|压缩|减少|减)[^，。；]{0,3}?(?:[到至为]|了?\\d)"
)
"""A rate, a limit or a term that is moved to a figure (将股权投资比例上限由5%提高到10%)."""
NO_LIMIT = re.compile("[这该其一将把在]|上述|截止|停火|谈判|贫困|防洪|最后|水平|覆盖|占|自给|使用|合格")
"""What a figure is of that nobody sets by decree."""
HEAD_ALONE = 4
"""Characters of a limit's name that says no more than that it is one (浮动区间的上限)."""
FILED = re.compile(
    "向[^，。；向]{2,24}?(?:办理|履行|进行)(?:变更|注销|设立)?(?P<name>备案|[\u4e00-\u9fff]{2,4}(?<!变更)(?<!注销)(?<!设立)(?:备案|登记))(?=[，。；、）]|手续|$)"
)
"""What one files with an authority (向外汇管理机关办理外债登记)."""
REACH = 26
"""Characters before a relief within which those stand who get it."""
RELIEF = re.compile(
    "(?:免征|减征|减半征收|缓征)[\u4e00-\u9fff]{1,8}?(?:税|费|基金)(?=[^，。；]{0,24}(?:等，[^，。；]{0,12})?政策)"
)
"""Relief from a tax that is spoken of as a policy: its name is the whole act (小微企业贷款利息免征增值税等政策)."""
RELIEF_EDGE = re.compile(
    "^.*(?:[，。；：、]|[将把对]|落实|实施|延续|延长|通过|包括|享受|以及|有关|符合条件的)"
)


def find_placed(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """Yield the reliefs whose name is the whole act, the limits that are moved, what is filed, and what is put in place."""
    for relief in RELIEF.finditer(text, begin, end) if text.find("征", begin, end) >= 0 else ():
        before = text[max(begin, relief.start() - REACH) : relief.start()]
        edge = RELIEF_EDGE.match(before)
        start = relief.start() - len(before) + (edge.end() if edge else 0)
        if edge or len(before) < REACH:
            yield Found(start, relief.end(), Kind.TOOL, text[start : relief.end()], (), "relief as a policy")
    yield from _shifted(text, layer, begin, end)
    for filed in FILED.finditer(text, begin, end) if text.find("办理", begin, end) >= 0 else ():
        yield Found(*filed.span("name"), Kind.TOOL, filed["name"], (), "filed with an authority")
    if any(text.find(mark, begin, end) >= 0 for mark in ("行", "推开")):
        yield from _placed(text, layer, begin, end)
    for motto in QUOTED.finditer(text, begin, end) if text.find("“", begin, end) >= 0 else ():
        if not layer.within(motto.start("name"), motto.end("name")):
            yield Found(
                motto.start("name"), motto.end("name"), Kind.TOOL, motto["name"], (), "motto under a verb"
            )


def _shifted(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """The rates, limits and terms that are moved to a figure; one of a known instrument is that instrument's own."""
    for shifted in SHIFTED.finditer(text, begin, end):
        start, stop = shifted.span("name")
        whose = text.rfind("的", start, stop) + 1
        start = whose if stop - whose > HEAD_ALONE and whose else start
        known = layer.of_kind(Kind.TOOL, start, stop)
        own = known and (stop - known[-1].end <= HEAD_ALONE or known[0].begin == start)
        if not own and not NO_LIMIT.search(text, start, stop) and not cut(layer, start, stop):
            yield Found(start, stop, Kind.TOOL, text[start:stop], (), "limit that is moved")


def _placed(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """What is put in place, without what only qualifies it."""
    for placed in (*PLACED.finditer(text, begin, end), *_everywhere(text, begin, end)):
        start, stop = placed.span("name")
        while qualified := QUALIFIED.match(text, start, stop):
            start = qualified.end()
        if stop - start > SHORTEST and not BREAKS.search(text, start, stop) and not cut(layer, start, stop):
            yield Found(start, stop, Kind.TOOL, text[start:stop], (), "what is put in place")


def _everywhere(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """The matches for what is put in place everywhere, or is one for all."""
    for spread in SPREAD.finditer(text, begin, end):
        name = spread["name"]
        if (spread["one"] or name.endswith(SPREAD_HEADS)) and not NO_SPREAD.search(name):
            yield spread
