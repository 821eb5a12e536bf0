"""Instruments that no list holds: by a head word alone (……再贷款), or by one and the verb that acts on it (实施……工程)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses import lead_end
from kg.clauses.words import NOUNLIKE
from kg.lexicon import either
from kg.model import Kind, Span
from kg.recognizers.families import AND, FAMILIES, FAMILY, GENERIC, GOVERNING, JOINTS, Family
from kg.recognizers.found import Found, Layer
from kg.recognizers.headed import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Grammar

SPECIFIC_HEADS = "专项再贷款 再贷款 支持工具 互换便利 借贷便利 专项债券 专项债 特别国债 注册制 备案制 备案制度 负面清单 贴息政策 专项附加扣除 贴息工具 补贴政策 担保基金 白名单 综合保税区 首付比例 首付款比例"
BEFORE_HEAD = re.compile(rf"[{HAN}A-Za-z0-9“”+]{{1,20}}$")
OPENING = frozenset("发展 建设 增加 安排".split())
"""Verbs that are nouns elsewhere, and no part of a name that they stand before (建设云岭综合保税区)."""
OF_A_ROW = ("整治", "治理", "督查", "检查", "排查")
"""Head words of what is done once about all that stands in a row before them (形式主义、官僚主义专项整治)."""
LONGEST = 14
"""Characters before a head word, beyond which a name without a clear left edge is none."""
EDGE = re.compile(
    "^.*(?:[，。；：、]|就(?![业医读地近])|"
    + either("""
    实施 开展 试点 运用 推进 推动 创设 设立 增加 下调 上调 降低 提高 扩大 完善 优化 继续 延续 用好 发挥 建立 健全 启动 推出 稳妥 有序 通过 包括 以及 将 与 的 了 等 新增 使用 安排 加快 加强 强化 取消 暂停 全面 实行 落实
    联手 加上 前期 这种 那种 做好 抓好 亿元 加大 允许 引导 提供 亿美元 支持 各类 深入 进一步 稳步 开办 投放 执行 调整 规范 利用 再次 组织 研究 探索 其中 关于 深化 选择 扩围 扩容 首批 一批 列入 纳入 作为 申请 参与 进行 带动 同时 成为 这 该 转换为 转为 改为 为 决定 出台 把 已 确定 盘活 好 坚持 起到 缩减 合理 持续 更大规模 更大力度 明确 打好 发放 给予 才能 放宽 予以 共用 一张 进入 借用 创新
    修订 制定 完成 批准 采用 引入 试行 享受 出现 违背 增设 提出 下达 左右 来看 标志着 以来 程序 围绕 遵循 随着 破除 配合
    """)
    + r"|[一二三四五六七八九十]是|到(?:达|(?=.{2,4}综合$))|^继|^用(?=政府)|于(?!.?业)|对(?![外华口接])|在(?![岗线职校建研途编])|从(?![业严宽])|即(?![期时将征])|(?<!换)新版?(?!能源|型|农|兴|生|市(?!场)|业|材|基|质|一代|时代|安江|阶段|疆)|项(?!目|债)|个(?!人|体|税)|要(?!素)|(?<![双定面导流])向|^[是于]|政策(?=减税)|\d(?:万亿|亿|万)元?|发行(?!注册|审核))"
)
SHARED = re.compile(
    rf"(?P<row>[{HAN}A-Za-z“”]{{2,10}}(?:[、和与][{HAN}A-Za-z“”]{{2,10}})+)(?:等)?[两二三四五六七八\d]项$"
)
"""A row of names that share a head word: 科技创新和普惠养老两项专项再贷款."""
SHARING = ("限制", "收费")
"""Head words that 等 gives each member of a row (最低注册资本、股比结构等限制)."""
ROW = re.compile(rf"[{HAN}A-Za-z0-9.“”、+Ⅰ-Ⅳ]{{2,28}}$")
"""What may stand between the clause's beginning and a head word: the verb, and a row of names."""
QUALIFIED = re.compile(
    "^[^等，。；]{2,12}等(?:各类|各项|各种|多种|多项|一系列|系列|有关|相关|新?一批|一揽子)|^(?:了|好|足|版|更?高水平|高标准|正常|具体|存量|原则上|全市场|更大力度|更大规模|大规模|规模性|年度|落细|一批|一大批|一些|一系列|系列|若干|各项|有关|相关|其(?!他)|该|新的|新版?(?!能源|型|农|兴|生|市(?!场)|业|材|基|质|一代|时代|安江|阶段|疆)|全国版|现行|部分|(?:全国)?首[张个家批]|多项|[今明去]年|\\d{4}年度?|更多|各类|各种|国家(?!级)|党和国家|我国|中央(?!补助资金|奖补资金|专项资金)|首批|约|超|近|总计|以下|各自|每个|好?几[项个]|[\\d.]+[余多]?(?:(?:万亿|亿|万)(?:元|支|项|个|轮|种|条)?|元|支|项|个|轮|种|笔|年期|条|家|类|批|名|户|座|处|所)|[一两三四五六七八九十]+(?:轮|项|种|支)|和|与|及|其他|等|至|到(?!期|位)|对(?![外华口接])|向|按|由|将|的)+|^.*(?:的|措施[和与及])"
)
"""What stands before a name and is no part of it; the last 的 ends what qualifies it."""
BREAKS = re.compile(
    "[，。；：]|纳入|列入|^情况|^效果|^过程|^完善|^健全|^明确|支持(?!性)|促进|推动|推进|加大|加强|建立|引导|按照|根据|通过|围绕|以及|用于|包括|为|是|有|在|由|使(?!用)|让|要(?!素)|并|相关|各项|奉行|方针|给力|等一|等(?:.{2}|.{4})$"
)
EXTRA = re.compile(
    "(?:[\\d一二两三四五六七八九十]+(?:年期|期|批|种|轮)|年度|年|第|部分|新增|明年|今年|今明两年|额外|剩余|全部|限额内|提前下达|项目)+"
)
"""What says of a known instrument only which part of it is meant."""
NAME_END = re.compile(
    "(?=[，。；：、”）)！？\n]|$|和|与|及|等|的|并|落地|实施|执行|期限|范围|力度|覆盖|支持|至|到|向|由|从|为|[\\d一二三四五六七八九十]|后|政策力度|比例|下放|改为|提[至高]|降[至为低]|[上下]调|放宽|统一|延[长续]|推[广开]|扩大|调整|做法|经验|管理|规模|资金|试点|水平|标准|建设|工作|示范)"
)


TRIED = frozenset(
    head
    for family in FAMILIES
    if {"试点", "专项整治"} & {*family.heads.split()}
    for head in family.heads.split()
)
STARTED = re.compile(
    "(?:今天|今日|正式|全面|即将|将|再|有序|稳步|顺利)*(?:启动|扩围|扩大|推进|实施|落地|扩容|开展)"
)
"""What follows the name of something tried out, or of an inspection, that opens its clause (……试点正式启动)."""
CLAUSE_END = "，。；从"
"""What an instrument may open its clause behind (从……试点扩围到……)."""
RATES = frozenset(next(family.heads for family in FAMILIES if "税率" in family.heads).split())
MOVED = re.compile(
    "(?:将|再|也|均|已|拟|统一|分别|每[^每，]+|[由从][^，。；]{1,14}?|比[去上]年)*"
    "(?:提高|上调|下调|降低|调整|提升|扩大|增加|[降升调])(?:[到至为]|了?\\d)"
)
"""What follows the name of a rate or a standard that opens its clause (……补助标准每人每月提高50元)."""


OTHER_THING = tuple(
    "局 机构 公司 企业 中心 大厅 人数 人员 参保 对象 保费 金额 发票 商品 货物 案件 督察组 督查组 领导小组 工作组 技术 需求 布局 基础财产 立法 威胁 预期 牌照 指数 产品 市场主体 板块 协定 一般纳税人 小规模纳税人 应纳 纳税人资格 到期 公示 省市 专用发票 电子发票 电子专票 检察 基金运行 基金管理 基金投资".split()
)
"""What behind an instrument's name makes it the name of something else (行政审批局, 再担保机构)."""
HEAD = re.compile(either(SPECIFIC_HEADS, *(family.heads for family in FAMILIES)))


def names_itself(text: str, found: Found) -> bool:
    """Whether a known name stands for itself and does not only begin the name of another thing."""
    return found.kind is not Kind.TOOL or not text.startswith(OTHER_THING, found.end)


def find_instruments(text: str, layer: Layer, begin: int, end: int, grammar: Grammar) -> Iterator[Found]:
    """Yield the instruments of a sentence that are not known as a whole."""
    for head in HEAD.finditer(text, begin, end):
        family = FAMILY.get(head.group())
        if family is None:
            yield from _headed(text, layer, begin, head, grammar)
            continue
        found = list(_governed(text, layer, begin, head, family)) if NAME_END.match(text, head.end()) else []
        yield from found
        goes_on = STARTED if head.group() in TRIED else MOVED if head.group() in RATES else None
        if not found and goes_on and goes_on.match(text, head.end(), end):
            yield from _headed(text, layer, begin, head, grammar, opens=True)


def _headed(
    text: str, layer: Layer, begin: int, head: re.Match[str], grammar: Grammar, *, opens: bool = False
) -> Iterator[Found]:
    """A name that its head word alone shows; or one that `opens` a clause (……试点启动)."""
    before = BEFORE_HEAD.search(text, begin, head.start())
    if before is None:
        return
    start = before.start()
    if shared := SHARED.search(before.group()):
        yield from _members(start + shared.start(), shared["row"], head)
        return
    left = _left(text, begin, Span(start, head.start()), grammar, opens=opens)
    if left is None or (layer.of_kind(Kind.TOOL, left, head.start()) and text[head.start() - 1] == "”"):
        return
    start = left
    name = text[start : head.end()]
    known = layer.ending(head.end())
    if known is not None and known.begin > start and (opens or _adds_nothing(text[start : known.begin])):
        return
    if (
        len(name) >= len(head.group()) + 2
        and not re.match("[和与及等的”]", name)
        and name.count("“") == name.count("”")
        and not _named(layer, start)
    ):
        yield Found(start, head.end(), Kind.TOOL, name, (), "head word")


def _left(text: str, begin: int, before: Span, grammar: Grammar, *, opens: bool) -> int | None:
    """Where the name of a head word begins: behind the last word that is no part of it, and what leads up to it."""
    start, end = before
    edge = EDGE.match(text[start:end])
    if opens and start > begin and (edge.group() if edge else text[start - 1])[-1] not in CLAUSE_END:
        return None
    if edge is None and end - start > LONGEST:
        return None
    start += edge.end() if edge else 0
    while (at := _led_up(text, start, end, grammar)) > start:
        start = at
    return _opened(text, begin, start, end)


def _led_up(text: str, start: int, end: int, grammar: Grammar) -> int:
    """Past a qualifier, an adverb or a verb that a range begins with."""
    qualified = QUALIFIED.match(text[start:end])
    at = lead_end(text, start + qualified.end() if qualified else start, end)[0]
    verb = grammar.verb_at(text, at, end)
    opens = verb is not None and len(verb.word) > 1 and verb.word not in NOUNLIKE - OPENING
    return at + len(verb.word) if verb and opens else at


def _adds_nothing(before: str) -> bool:
    """Whether what stands before a known name makes no other of it: a row, a term, a number (30年期超长期特别国债)."""
    return before[-1] in "和与、及" or EXTRA.fullmatch(before) is not None


def _opened(text: str, begin: int, start: int, end: int) -> int:
    """Where a name begins whose quotation a range ends in the middle of (“5G+医疗”应用试点)."""
    opens = text.rfind("“", max(begin, start - LONGEST), start)
    torn = text.find("”", start, end) >= 0 and text.find("“", start, end) < 0
    return opens if torn and opens >= 0 and text.find("”", opens, start) < 0 else start


def _members(begin: int, row: str, head: re.Match[str]) -> Iterator[Found]:
    """Each member of a row with the head word that they share; the last one's place goes to its end."""
    names = re.split("[、和与]", row)
    names[0] = names[0][edge.end() :] if (edge := EDGE.match(names[0][:-2])) else names[0]
    begin += len(re.split("[、和与]", row)[0]) - len(names[0])
    for number, name in enumerate(names, 1):
        end = head.end() if number == len(names) else begin + len(name)
        yield Found(begin, end, Kind.TOOL, name + head.group(), (), "head word of a row")
        begin += len(name) + 1


JOINT = re.compile(AND)
PUT = ("将", "把")
PUT_TO = re.compile(
    "(?!的)(?:[^，。；的]{0,4}?[延推扩调由从向至到纳列改下取压放减降提上增转并]|[^，。；]{1,6}为)"
)
"""What follows the name of an instrument that is put somewhere (将……试点推广至全国), where 将 is no modal (将做好……政策落实)."""
SETTING_UP = "建立"
"""What is set up goes by a bare name (建立工程永久标牌制度); a system that is described is an end (建立适应市场的薪酬制度)."""


def _governed(text: str, layer: Layer, begin: int, head: re.Match[str], family: Family) -> Iterator[Found]:
    """A name between a verb that acts on such instruments and its head word; of a row, the last member, or the whole with 等 in it (制造、建筑等行业税收政策)."""
    before = ROW.search(text, begin, head.start())
    verb = GOVERNING[family.heads].match(before.group()) if before else None
    if before is None or verb is None or (verb.group().endswith(PUT) and not PUT_TO.match(text, head.end())):
        return
    start = before.start() + verb.end()
    if verb.group().endswith(SETTING_UP) and "的" in text[start : head.start()]:
        return
    if head.group() in SHARING and text[head.start() - 1] == "等":
        yield from _members(start, text[start : head.start() - 1], head)
        return
    start = _last_member(text, layer, start, head.start(), family)
    last = max(start, *(text.rfind(mark, start, head.start()) + 1 for mark in "、或"))
    summed = "等" in text[last : head.start() - 1]
    if summed and _known_before_rest(text, layer, last, head.start()):
        return
    whole = (summed or head.group().endswith(OF_A_ROW)) and head.end() - start <= LONGEST + 4
    start = start if whole else last
    while qualified := QUALIFIED.match(text[start : head.start()]):
        at = start + qualified.end()
        across = next((k.begin for k in layer.within(start, head.end()) if k.begin < at < k.end), None)
        start = at if across is None else across
        if across is not None:
            break
    name = text[start : head.end()]
    if (
        2 < len(name) <= LONGEST + 4
        and not BREAKS.search(name)
        and not GENERIC[family.heads].search(name)
        and name.count("“") == name.count("”")
        and not cut(layer, start, head.end())
    ):
        yield Found(start, head.end(), Kind.TOOL, name, (), "head word under a verb")


def _last_member(text: str, layer: Layer, begin: int, end: int, family: Family) -> int:
    """Where the last member of a row begins whose other members are each named in full (资格证和许可证, 留抵退税和税费优惠政策)."""
    joint = JOINTS[family.heads].match(text, begin, end)
    begin = joint.end() if joint else begin
    for known in reversed(layer.of_kind(Kind.TOOL, begin, end)):
        if known.end < end and (mark := JOINT.match(text, known.end, end)):
            return mark.end()
    return begin


def _known_before_rest(text: str, layer: Layer, begin: int, end: int) -> bool:
    """Whether a known instrument stands right before 等, which then only sums it up (留抵退税等纾困政策)."""
    known = layer.ending(text.index("等", begin, end))
    return known is not None and known.kind is Kind.TOOL


def _named(layer: Layer, at: int) -> bool:
    """Whether a body, a person or a document is named at a place; a sector or an instrument may begin one's name."""
    found = layer.starting(at)
    return found is not None and found.kind not in (Kind.SECTOR, Kind.INDICATOR, Kind.GOAL, Kind.TOOL)


def cut(layer: Layer, begin: int, end: int) -> bool:
    """Whether a known name stands across an edge of a new one, or is an instrument or a stance that makes it up but for a word."""
    for known in layer.within(begin - 10, end + 6):
        across = known.begin < begin < known.end or known.begin < end < known.end
        inside = begin <= known.begin and known.end <= end
        whole = inside and (end - begin) - (known.end - known.begin) <= 2
        if across or (whole and known.kind in (Kind.TOOL, Kind.STANCE, Kind.DOCUMENT)):
            return True
    return False
