"""Figures: the quantities that a text measures or gives a figure for, with the name that it gives them (银行网点复工率达到95%)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Kind, Span
from kg.recognizers.edges import behind_count
from kg.rules.fields import REGIONS
from kg.rules.quantities import LEADING, MEASURE, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.recognizers.found import Found
    from kg.scene import Scene

_WITH_CHANGE = "贷款 投资(?<![华际]投资)(?<!企业投资) 出口(?<![国家员美区与进]出口) 外资 营收 能耗 消费 需求 税收 投入 产值 订单"
"""Words that head a quantity only where its change is told (投资同比增长8%)."""
_HEADS = "|".join(
    (
        "率|额|量|净流[入出]|(?:办理|审批|开办|通关)(?:平均)?时[间限]|总投资|余额|规模|占比|指数|总值|增加值|收入|支出|利润|储备|成本|价格|增速|产量|销量|顺差|逆差|费用|户数|人数|病例|本金|PMI|CPI|PPI|GDP|优惠(?:利率)?贷款|涉农贷款",
        *(f"{word}(?=[同环]比|(?:分别)?(?:增长|下降)\\d)" for word in _WITH_CHANGE.split()),
    )
)
STATED = re.compile(
    "(?=[^，\\d]*+\\d)(?P<name>[\u4e00-\u9fffA-Za-z]{2,20}?(?:" + _HEADS + "))"
    "(?:当月|当周|均|则|也|仍|已经?|仅|只有|就|预计|为|报|约|突破|高达|接近|首[次破]|不得?低于|达到?|超过?了?|录得|同比|环比|较[^，]{1,8}?|下降|上升|上涨|下跌|增长|回落|回升|增加|减少|压缩|压减|缩短|[由从](?:过去|原来|此前|现在)?(?:的|平均)?|至|到|存量|合计|累计|分别|近|逾|[升降增]至){0,4}[-+]?\\d[\\d.,]*(?P<unit>万|亿|万亿|个|%|元|美元|百分点|倍|例|户|人|小时|分钟|秒|天)?"
)
HEADED = re.compile(_HEADS)


CHANGED = re.compile(
    "[率额模比重数速格本差距量值入][^，。；]{0,8}?(?:[上下回走稳]|攀升|缩小|收窄|提[高升]|有(?:明显|所)?[增升降]|居|第|[高低]位|处于|[高低快好优]于|反弹|高企|创)"
)
"""What a clause must hold for the quantities in it to be asked for."""
OBSERVED = re.compile(
    "(?P<name>[\u4e00-\u9fffA-Za-z“”、]{2,32}?(?:[^效税费概几功]率|额|余额|规模|占比|比重|指数|增速|价格|成本|顺差|逆差|差距|产量|销量|增加值|总量|数量|人数|投入|净流入))"
    "(?:也|均|都|则|已|仍|继续|持续|连续[^，]{1,6}|当周|大幅|明显|稳步|不断|小幅|总体|整体|进一步|有所|显著|稳中|逐[月季年步]|较[^，。；]{2,12}?(?=有))*"
    "(?:上[升涨行调]|下[降行跌调]|回[升落]|走[高低强弱]|攀升|缩小|收窄|提高|提升|有(?:明显|较大)?[增升降]|居|超过|(?:全球|世界|全国)第|[高低]位|位居|处于|[高低快好优]于|反弹|高企|创[^，业造建]{0,6}新)"
)
"""A quantity that a clause says has changed or compares, without its figure (工业利润增速大幅回升)."""
DIGIT = re.compile("\\d")
UNITLESS = ("指数", "PMI")
COUNTED = {
    **dict.fromkeys("例户人", ("人数", "户数", "病例")),
    **dict.fromkeys(("小时", "分钟", "秒", "天"), ("时间", "时限")),
}
"""Units of people, cases and time, and the quantities that are counted in them."""
SET = re.compile(
    "^(?:(?:同比|环比)增速|(?:招标)?发行(?:总额|规模|利率)|.{0,1}(?:金额|数额|数量)|总?(?:投资|出资|签约|合同|执行)额|资金规模|总规模|总额|总量|规模|顺差|逆差|支出|收入|余额|指数|容量|订单量|票面利率)$|(?:操作利率|授信总额|利息支出|基准利率|中标利率|再贷款利率|限额|额度|(?<!签约)(?<!采购)金额|首付款?比例|税率|费率|准备金率|招标量|保额|涨幅|降幅|幅度)$"
)
STATED_LEAD = re.compile(
    f"^.*(?:{'|'.join(REGIONS.split())}|年(?:间|期(?:以上)?)?(?!化|均|度|轻|龄|纯)|月份?(?!均|度)|季度|末|底|日(?!均|年化)|以来|全国|我国|中国|其中|全市|期间|平均(?!利率|增速|价格|成本|工资|水平)|实现|完成|(?<!公)共(?!同)|的|各(?!级|项)(?:种|类|方|地|单位)?|预计|力争|将|使(?!用)|个(?!人)|(?<!国)家(?!具|电|居|庭|政|禽|畜|装|纺)|占(?!比)|由于|发放|导致|造成|当前|目前|近期|高出|低于|高于|带动|这些|累计(?=[\u4e00-\u9fff]{{4}})|可向|对(?!外|象|接)|在(?!线|校|册|建|研|营|职)|从|有(?!效|色|机|声|线|限)|已|并(?!网|购)|而|所|等|得(?!税)|着|了|增加(?!值)|减少|确保|用于|按(?!揭)|转为|拓展|建立|发布|拉动|减免(?!税额)|助力|签订|创设|启动|设立|提供|压减|报告(?=.{{2,8}}病例)|集结|解决|达成|覆盖(?![率面])|考虑到|根据|(?:数据|报告|研究)显示|受(?=美|大宗|国际|全球|疫情)|称|能(?=收入)|部门(?:组织)?|金融机构|省份?(?![级会际])|(?<!上)市(?![场值民政])|自治[区州]|县(?![域级]))"
)


OF_ONE = re.compile("该|此(?!前)|这[艘项个种座]|本届")
"""What makes a quantity that of one thing that was spoken of before, and no name."""
SHARE = re.compile(
    "(?:(?P<of>[\u4e00-\u9fffA-Za-z]{2,16})|(?<![\u4e00-\u9fffA-Za-z0-9%”]))(?:占[\u4e00-\u9fffA-Za-z（）]{2,16}?的?(?:比重|比例|份额)|(?:同|与|相当于)[\u4e00-\u9fffA-Za-z]{2,10}?的(?:比重|比率)|对[\u4e00-\u9fff]{2,16}?的贡献率)(?=[\u4e00-\u9fff]{0,4}[\\d上下提降回稳])"
)
"""A share with what it is of (云岭税收占全国税收的比重, 物流费用与生产总值的比率, 消费对经济增长的贡献率)."""

SHARES = ("占", "贡献率", "的比率", "的比重")
"""What a clause must hold, one or the other, that tells of a share."""


def stated(scene: Scene, span: Span) -> Iterator[Span]:
    """The places of quantities that a clause gives a figure for: 银行网点复工率达到95%."""
    if place := _share(scene, span):
        yield place
        return
    for match in STATED.finditer(scene.text, *span) if HEADED.search(scene.text, *span) else ():
        counted = match["name"].endswith(COUNTED.get(match["unit"], UNITLESS if not match["unit"] else ""))
        if counted and (place := _named(scene, span, Span(*match.span("name")))):
            yield place


def _share(scene: Scene, span: Span) -> Span | None:
    """The place of a share or a contribution that a clause tells of, with what it is of."""
    if not any(scene.text.find(cue, *span) >= 0 for cue in SHARES):
        return None
    share = SHARE.search(scene.text, *span)
    if share is None:
        return None
    lead = STATED_LEAD.match(share["of"] or "")
    place = Span(share.start() + (lead.end() if lead else 0), share.end())
    known = scene.layer.starting(place.begin)
    return None if known is not None and known.end == place.end else place


def shown(scene: Scene, span: Span, *, verbless: bool) -> Iterator[Span]:
    """The places of the quantities that a clause gives a figure for, or whose change one without a verb tells."""
    if DIGIT.search(scene.text, *span):
        yield from stated(scene, span)
    elif verbless:
        yield from observed(scene, span)


def tells(scene: Scene, sentence: Span) -> bool:
    """Whether a sentence may give a figure, or tell of a change."""
    found = DIGIT.search(scene.text, *sentence) or CHANGED.search(scene.text, *sentence)
    return found is not None


def observed(scene: Scene, span: Span) -> Iterator[Span]:
    """The places of the quantities whose change a clause tells without a figure: 服务业比重继续提高."""
    if place := _share(scene, span):
        yield place
        return
    if not CHANGED.search(scene.text, span.begin, span.end):
        return
    if match := OBSERVED.search(scene.text, span.begin, span.end):
        at = match.start("name")
        for part in parts(match["name"]):
            if MEASURE.search(part) and (place := _named(scene, span, Span(at, at + len(part)))):
                yield place
            at += len(part) + 1


def _named(scene: Scene, span: Span, name: Span) -> Span | None:
    """The place of a quantity's name in what a pattern took for it, without what leads in."""
    lead = STATED_LEAD.match(scene.said(name))
    begin = name.begin + (lead.end() if lead else 0)
    if lead is None and begin > span.begin and scene.text[begin - 1].isalpha():
        return None  # the name is longer than any quantity's
    if lead is None and begin and scene.text[begin - 1].isdigit():
        begin = behind_count(scene.text, begin, name.end)
        if begin == name.begin:
            return None  # a unit (72小时准时率)
    if OF_ONE.match(scene.text, begin):
        return None
    bodies = scene.of_kind(name, Kind.INSTITUTION)
    begin = max(begin, *(body.end for body in bodies)) if bodies else begin
    begin = LEADING.match(scene.text, begin, name.end).end()  # type: ignore[union-attr]
    place = Span(begin, name.end)
    known = [f for f in scene.layer.within(name.begin, name.end) if f.end > begin]
    if any(
        f.begin <= begin and place.end < f.end and f.kind is Kind.INDICATOR
        for f in scene.layer.within(begin, span.end)
    ):
        return None  # the beginning of a known one (社会融资规模存量)
    named = place.end - begin >= SHORT and not SET.search(scene.said(place)) and _fuller(scene, place, known)
    return place if named else None


def _fuller(scene: Scene, place: Span, known: list[Found]) -> bool:
    """Whether a place holds no known quantity, or one that what stands before it makes somebody's (银行网点复工率)."""
    quantity = known[-1] if known and known[-1].end == place.end else None
    fields = known[:-1] if quantity else known
    of_whom = quantity is None or WHOSE.fullmatch(scene.text, place.begin, quantity.begin)
    return (
        bool(of_whom)
        and (quantity is None or quantity.kind is Kind.INDICATOR)
        and all(f.kind is Kind.SECTOR and f.begin >= place.begin for f in fields)
    )


WHOSE = re.compile("[^等和与及或、]{2,10}(?<![家国])")
"""What makes a known quantity that of somebody (银行网点复工率)."""
SHORT = 3
"""The characters of the shortest name that a figure alone makes a quantity's."""
