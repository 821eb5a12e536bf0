"""Instruments and stances that no list holds, by head word and by the frame that they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses import VERBAL
from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text import Sentence

HAN = "\u4e00-\u9fff"
SPECIFIC_HEADS = "专项再贷款 再贷款 支持工具 互换便利 借贷便利 专项债券 专项债 特别国债 注册制 备案制 备案制度 负面清单 质押融资 改革试点 试点 贴息政策 专项附加扣除 减税降费 补贴政策 担保基金 白名单 首付比例 首付款比例 免征增值税"
HEAD = re.compile(either(SPECIFIC_HEADS))
BEFORE_HEAD = re.compile(rf"[{HAN}A-Za-z0-9“”]{{1,20}}$")
LONGEST = 14
"""Characters before a head word, beyond which a name without a clear left edge is none."""
EDGE = re.compile(
    "^.*(?:[，。；：、]|"
    + either("""
    实施 开展 运用 推进 推动 创设 设立 增加 下调 上调 降低 提高 扩大 完善 优化 继续 延续 用好 发挥 建立 健全 启动 推出 稳妥 有序 通过 包括 以及 将 对 与 的 了 等 在 新增 使用 安排 加快 加强 强化 取消 暂停 全面 实行 落实
    做好 抓好 亿元 加大 允许 引导 提供 亿美元 支持 各类 新 项 个 深入 进一步 稳步 开办 投放 执行 调整 规范 利用 再次 组织 研究 探索 其中 关于 深化 选择 扩围 扩容 首批 一批 列入 纳入 作为 申请 参与 进行 带动 同时 成为 这 该 转换为 转为 改为 为 决定 出台 把 已 确定 盘活 好 坚持 起到 缩减 合理 持续 更大规模 明确 打好
    """)
    + r"|\d(?:万亿|亿|万)元?|发行(?!注册|审核))"
)
NO_ROW = re.compile("[在把将对从用和]|不懈|以(?![^、]+为[^、]{1,4}、)")
"""What opens no row of things adhered to; 以人民为中心、民生优先 does."""
NO_ROW = re.compile("[在把将对从用和]|不懈|以(?![^、]+为[^、]{1,4}、)")
"""What opens no row of things adhered to; 以人民为中心、民生优先 does."""
KEEPS = re.compile(r"坚持(?P<name>[^，。；：！？\n]{2,30})")
NO_STANCE = re.compile(
    "思维|观念|政绩观|领导|三严三实|初心|(?:问题|目标|需求|结果|效果)导向|高质量发展|道路|思想|人民|党|学习|原则性|理念|不动摇|不懈|自信|(?<!就业优先)主义(?!市场)|发展观|方法论|主线$|立场|到底|实践|制度自信"
)
MOTTO = re.compile(
    r"^.{4}$|(?:优先|并举|为主|为主体|为先|为本|导向|驱动|驱动发展|多边主义|结合|并重|引领|主导|第一|相统一|不动摇|两手抓|两手硬|两手发力|两端发力|过紧日子|大水漫灌|炒的|要稳|要活|要准|要实|托底|原则|方针|量力而行|支持|一盘棋|宽松|适度|(?:绿色|融合|协调|统筹|均衡|差异化|特色|可持续|低碳|循环|包容|联动|创新|开放)发展|(?:高水平|对外|双向|主动|制度型)开放|化方向)$"
)
FOREIGN = re.compile(
    "双方|两国|中方|各国|彼此|邻邦|中欧|中美|中俄|一个中国|互信|伙伴|友好|尊重|平等|主权|和平|外交|政治|宗教|台|战略自主|霸"
)
MULTILATERAL = re.compile("多边主义")
FRAMED = re.compile(
    rf"(?:坚持|按照|遵循|秉持|本着|贯彻)(?P<name>[{HAN}、“”]{{2,30}}?)(?:的)?(?P<head>原则|方针|总基调|基调|总体要求|定位)(?=[，。；,]|$|[{HAN}])"
)
LINE = re.compile(
    rf"坚持(?P<name>以[{HAN}]{{2,14}}为(?:主线|中心|导向|本|主体|重点|核心|牵引|引领|抓手|底线|前提|基调|根本|先|重|要|纲|主))(?=[，。；、：]|$)"
)
POLICY = re.compile(
    r"(?P<name>(?:更加|适度)?(?:适度宽松|稳健中性|稳健|积极有为|积极|从紧|适度从紧|宽松|审慎|中性)(?:有效|有为)?的(?:货币|财政|宏观|宏观经济|货币信贷)政策)"
)
BAD_STANCE = re.compile(
    "^(?:问题|目标|效果|结果|需求|商业|实际)$|^(?:党|习近平|这|本|该|有关|上述|国家|法律|以下|上级|统一|中央|会议|落实|以严)|部署|精神|规定|管理的$"
)


PACKAGE = re.compile(
    rf"(?:推出|出台|发布|提出|公布|实施|落实|部署|宣布|推动|制定|明确)(?:了)?(?:新的)?(?P<name>(?:[一二三四五六七八九十]{{1,3}}|[2-9]|[1-9]\d{{1,2}})[项条](?:[{HAN}]{{0,6}}?)(?:增量政策|政策举措|政策措施|措施|举措|政策|新规)|一揽子[{HAN}]{{0,6}}?(?:政策|方案|举措|措施))(?![{HAN}]{{0,2}}工具)"
)


def find_phrases(text: str, layer: Layer, sentence: Sentence) -> Iterator[Found]:
    """Yield the instruments and stances of a sentence that are not known as a whole."""
    begin, end = sentence.span.begin, sentence.span.end
    part = text[begin:end]
    if "政策" in part:
        for match in POLICY.finditer(text, begin, end):
            yield Found(
                match.start("name"),
                match.end("name"),
                Kind.STANCE,
                match["name"],
                (),
                "orientation of a policy",
            )
    if any(cue in part for cue in ("坚持", "按照", "遵循", "秉持", "本着")):
        yield from _framed(text, layer, begin, end)
    for match in PACKAGE.finditer(text, begin, end) if any(c in part for c in "项条揽") else ():
        if (body := layer.last(Kind.INSTITUTION, match.start())) is not None:
            label = f"{body.label}{match['name']}"
            yield Found(match.start("name"), match.end("name"), Kind.DOCUMENT, label, (), "numbered package")
    for match in HEAD.finditer(text, begin, end):
        yield from _tool(text, layer, begin, match)


def _framed(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    for pattern in (LINE, FRAMED):
        for match in pattern.finditer(text, begin, end):
            if not BAD_STANCE.search(match["name"]) and not _holds(
                layer, match, Kind.DOCUMENT, Kind.INSTITUTION
            ):
                yield Found(
                    match.start("name"),
                    match.end("name"),
                    Kind.STANCE,
                    match["name"].strip("、"),
                    (),
                    "orientation",
                )
    for match in KEEPS.finditer(text, begin, end):
        yield from _kept(layer, match)


def _kept(layer: Layer, match: re.Match[str]) -> Iterator[Found]:
    """坚持统筹兼顾、系统谋划: what is adhered to, each member of the row."""
    if NO_ROW.match(match["name"]) or VERBAL.match(match["name"]):
        return
    at = match.start("name")
    quoted = match["name"][0] == "“"
    parts = [match["name"].strip("“”")] if quoted else match["name"].split("、")
    at += quoted
    for part in parts:
        known = layer.within(at, at + len(part))
        fits = (
            3 < len(part) <= 24
            and re.fullmatch(rf"[{HAN}、]+", part)
            and (MULTILATERAL.search(part) or not NO_STANCE.search(part))
            and MOTTO.search(part)
            and not FOREIGN.search(part)
        )
        if fits and not known and not VERBAL.match(part):
            yield Found(at, at + len(part), Kind.STANCE, part, (), "adhered to")
        at += len(part) + 1


def _tool(text: str, layer: Layer, begin: int, head: re.Match[str]) -> Iterator[Found]:
    before = BEFORE_HEAD.search(text, begin, head.start())
    if before is None:
        return
    start = before.start()
    if edge := EDGE.match(text[start : head.start()]):
        start += edge.end()
    elif head.start() - start > LONGEST:
        return
    name = text[start : head.end()]
    known = layer.ending(head.end())
    if known is not None and known.begin > start and text[known.begin - 1] in "和与、及":
        return
    if (
        len(name) >= len(head.group()) + 2
        and not re.match("[和与及等的“”]", name)
        and not _named(layer, start)
    ):
        yield Found(start, head.end(), Kind.TOOL, name, (), "head word")


def _named(layer: Layer, at: int) -> bool:
    """Whether a body, a person or a document is named at a place; a sector may begin an instrument's name."""
    found = layer.starting(at)
    return found is not None and found.kind not in (Kind.SECTOR, Kind.INDICATOR, Kind.GOAL)


def _holds(layer: Layer, match: re.Match[str], *kinds: Kind) -> bool:
    return any(f.kind in kinds for f in layer.within(match.start("name"), match.end("name")))
