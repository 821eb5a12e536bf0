"""Quantities: those that a goal is stated over, and which names of them say that something is measured.

"降低宏观杠杆率" is stated over 宏观杠杆率; a rate that is set (操作利率) and an amount granted (限额) are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.recognizers.found import Found
    from kg.scene import Scene

QUANTITY = re.compile(
    "(?P<name>[\u4e00-\u9fff“”A-Za-z0-9]{0,14}?(?:[^效税费概几功]率|税负|税费负担|股价|周期|财政赤字|同比增速|增速|总量|规模|余额|风险水平|排放总量|使用量|运输量|产量|用量|排放量|币值|价格水平|价格|(?:办理|审批|开办|通关|办事|审查)时[间限]|(?:工资|薪[酬资]|收入|利率)水平|物价|房价|地价|药价|电价|油价|资费|租金(?!、)|(?:信贷|贷款)投放|(?<!财政)支出|融资成本|成本|费用|费率|强度|户数|占比|比重|债务|消费量|市值|周转量|煤炭消费|总需求|直接融资|(?<!财政)收入|水平预期|通胀|通货膨胀))"
    "(?=$|[、和同与]|增量|的(?:基本|总体)?(?:稳定|平稳)|在|总体|整体|合理|稳|下[行降]|上[升行]|大幅|明显|逐步|持续|高于|低于|不低于|适度|较快|全年|可持续|回升|回落|增长|降|达到|水平|过度|过快|过高|波动|均衡|平稳|同步|保持|预期|降至|再?压缩|缩短|更|进一步)"
)
MEASURE = re.compile(
    "(?:率|额|量|数|规模|余额|指数|增速|价格|物价|房价|药价|利率|成本|汇率|水平|支出|收入|利润|总值|储备|增加值|比例|比重|顺差|逆差|存量|总量|强度|面积|票房|通胀|通货膨胀|[A-Z]\\w*)$"
)
MEASURED = re.compile(
    "[^，。；]{0,8}?(?:\\d|同比|环比|余额|增长|增速|下降|上升|上涨|下跌|回落|回升|攀升|走高|走低|放缓|乏力|低于|高于|持平|规模|占比|达(?:到(?!一定)|(?!到))|总体稳定|均衡投放)"
)
LEADING = re.compile(
    "(?:"
    + either("""
    努力 可能 今年 明年 全年 年内 削减 壮大 处置 更多 重点领域 必要的 合理的 坚持 减轻 落实 好 缩短 压缩 延长 维护 适度 稳住 做大 发挥好 发挥 规范 建成 建立 建设 精简 加强 增强 加大 促进 推动 保持 引导 带动 实现 确保 降低 减少 增加 提高 扩大 稳定 遏制 控制 优化 改善 保证 压降 新增 注重 适当 现行 适度增长的 各类 商业银行 有序 将 把 提升 化解 推进 完善 抑制 严控 压减 稳妥 合理 继续 支持 防止 避免 维持 缩小 补充 巩固 提振 了 实施 下调 上调
    """)
    + "|使(?!用)|稳(?=.?价)|银行(?=降低|下调|上调|提高|减少))*"
)
NOT_QUANTITY = re.compile(
    "^落实|^大规模|^稳就业|^(?:业务)?(?:比重|占比)$|支付|收取|等领域|^[^，]{1,3}增收入|政策|增持|^(?:新的|更多|更大|一定|合理|有关|经济|用|其|低|单户|制度性交易|各类|企业|风险)?(?:[^的]{0,6}降)?(?:成本|费用|费率|规模|价格|强度|债务|总量|利率|汇率|总额)$|效率|等成本$|工作|管理|改革|数量和|提供|获取|获得|(?:扩大|对|向|为).+规模|工具|较高|较快|发展规模|稳规模|旅游|种植|该|每|保障和|适用|单户|违[法约规][^，、]{0,4}成本|重点支出"
)


INNER = re.compile(
    ".*(?<![定投面导方双流趋])向(?=..)|.*(?:扩大|在境内外|等)(?=直接融资)|.*(?:增加(?!值)|减少|降低|提升|提高)(?=[^至到]{2})"
    "|.*(?:框架|体系|机制|制度|质量|范围|就业|供应)[和与]"
)
"""What stands before 直接融资, as a verb of a clause inside or as the first of a pair, and is no part of the quantity's name."""


REGIME = re.compile(
    "(?:[和与及、](?:利率|汇率))?(?:运用|使用|利用|投资|管理|经营)?(?:市场化|形成机制|改革(?!之?[前后]|以)|制度|政策|体制|结构|方式|渠道|来源|体系|分配|风险(?!加权|水平))|[极带点]|新?(?:动力|动能|引擎|潜力)|重点|作为(?:工具|手段|武器)|前\\d+[家名位强大]|(?:[（(][^）)]{1,12}[）)])?(?:执行|计息|计收)"
)
"""What follows a quantity that only names a regime or a risk."""


BALANCE = re.compile("(?:^经济增长|国际收支|赤字|总需求)$")
KEPT = re.compile("在合理|同步|基本|保持|总体|稳|平|预期|、|[和与](?!就业|增加|扩大|升级|发展)")
"""What follows a balance that a goal is stated over (保持国际收支基本平衡), where 经济增长的活力 only speaks of it."""


def aimed_at(scene: Scene, found: Found, end: int) -> bool:
    """Whether a goal that ends at a place is stated over an indicator in it: 稳定人民币汇率, not 推进人民币汇率市场化改革."""
    if BALANCE.search(scene.text[found.begin : found.end]):
        bare = found.end == end and not scene.text.startswith("经济增长", found.begin)
        named = bare or KEPT.match(scene.text, found.end) is not None
    else:
        named = measured(scene, found) and not REGIME.match(scene.text, found.end)
    return named and not of_others(scene, found.end, end)


def measured(scene: Scene, found: Found) -> bool:
    """Whether an indicator is named as a quantity: by its head word, if shared, or with a figure or a change after it."""
    after = scene.text[found.end : found.end + 16]
    if found.reason == "shared head":
        return bool(MEASURE.search(found.entries[0].label))
    return bool(MEASURE.search(scene.text[found.begin : found.end])) or bool(MEASURED.match(after))


def told(scene: Scene, found: Found) -> bool:
    """Whether a text tells something of an indicator: not of a regime that it names, nor a bare 汇率 or 价格 without a change."""
    bare = found.end - found.begin == SHORTEST and not MEASURED.match(scene.text, found.end)
    if scene.text.endswith(GROWTH, found.begin, found.end) and not FORECAST.match(scene.text, found.end):
        return False
    return not bare and measured(scene, found) and not REGIME.match(scene.text, found.end)


GROWTH = "经济增长"
FORECAST = re.compile("[^，。；]{0,10}?(?:\\d|预期|预测)")
"""What follows growth that is told of as a quantity, where 世界经济增长乏力 only speaks of the weather."""
SHORTEST = 2
"""The characters of a modifier that makes a known quantity another one (制造业税负)."""
JOINT = re.compile("[、和与]")


OF_OTHERS = re.compile("^[^的]*的(?P<head>[^的]*)$")
CONTROLLED = re.compile(f"{MEASURE.pattern}|(?:调控|管控|控制|差距|稳定|平稳|增长|消费|周期|目标|税负|承诺)$")


def of_others(scene: Scene, end: int, stop: int) -> bool:
    """Whether a quantity only describes what a goal is about (淘汰费用过高的产品), up to the end of its object."""
    described = OF_OTHERS.match(scene.text[end:stop])
    return described is not None and CONTROLLED.search(described["head"]) is None


def quantities(scene: Scene, span: Span, verb: str = "") -> Iterator[Span]:
    """The places of the quantities that a goal is stated over, by head word: 宏观杠杆率, 煤炭消费; `verb` opens the goal."""
    text = scene.said(span)
    at = 0
    for part in () if text.endswith("改革") else parts(text):
        opens = len(verb) if at == 0 and part.startswith(verb) else 0
        lead = LEADING.match(part, opens) if at == 0 else None
        shift = lead.end() if lead else 0
        match = QUANTITY.match(part, shift)
        troubled = match is not None and match["name"].endswith("债务") and "风险" in text
        inner = INNER.match(match["name"]) if match else None
        begin = match.start("name") + (inner.end() if inner else 0) if match else 0
        if match and not troubled and not NOT_QUANTITY.search(part[begin : match.end("name")]):
            place = Span(span.begin + at + begin, span.begin + at + match.end("name"))
            if not of_others(scene, place.end, span.end):
                yield place
        at += len(part) + 1


SHARED = re.compile(
    "(?P<row>(?:[\u4e00-\u9fff]{2,16}(?<=融资|物流|用能|用工|造业)[、和与及])+)(?P<last>[\u4e00-\u9fff]{2,10}?)(?P<each>等|的)?(?P<head>成本|增速|增加值)(?![和与])"
)
"""A row of what one quantity is told of (企业融资、物流等成本)."""


def shared_heads(scene: Scene, span: Span) -> Iterator[tuple[Span, str]]:
    """The members of a row that share a head word, with the name that it makes of each; the last only where 等 or 的 stands behind it."""
    text = scene.said(span)
    row = SHARED.search(text) if JOINT.search(text) else None
    if row is None:
        return
    begin = LEADING.match(text, row.start()).end()  # type: ignore[union-attr]
    end = row.end("last") if row["each"] else row.end("row") - 1
    inner = INNER.match(text, begin, end)
    begin = inner.end() if inner else begin
    begin = max(begin, text.rfind("的", begin, row.end("row")) + 1)
    for member in MEMBER.finditer(text, begin, end):
        yield Span(span.begin + member.start(), span.begin + member.end()), member.group() + row["head"]


MEMBER = re.compile("[^、和与及]{2,}")


def parts(text: str) -> Iterator[str]:
    """The members of a row; what has no head word of its own (企业融资和居民信贷成本) stays with the next."""
    begin = 0
    for mark in JOINT.finditer(text):
        if mark.group() == "、" or MEASURE.search(text[begin : mark.start()]):
            yield text[begin : mark.start()]
            begin = mark.end()
    yield text[begin:]


TOLD = re.compile("(?:了|接)?[至到达超约近]*\\d")
REPORTED = re.compile("总计|累计|[同环]比(?:增长|下降|上升|提高|减少)|数据显示|研究显示|统计显示|报道|预测")
"""Words of a sentence that reports or forecasts: a figure in or behind its goals is a result."""
AMOUNT = re.compile("\\d[万亿余多]*[吨元%个度户家件]")
FORETOLD = re.compile(
    "[^，。]{0,14}(?:(?<!会议)分析(?:人士|师|机构)?(?:普遍|一致)?(?:指出|认为|称)|预测(?:称|显示)?|(?:研究|调查|数据|统计)(?:结果)?显示)[，：]"
)
"""How a sentence begins that tells what analysts expect or what figures show."""


def reported(scene: Scene, span: Span, sentence: str) -> bool:
    """Whether a sentence reports or foretells what its words that look like a goal tell."""
    figure = TOLD.match(scene.text, span.end) or AMOUNT.search(scene.said(span))
    return FORETOLD.match(sentence) is not None or bool(figure and REPORTED.search(sentence))
