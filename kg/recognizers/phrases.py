"""Instruments and stances that no list holds, by head word and by the verb or the frame that they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text import Sentence

HAN = "\u4e00-\u9fff"
TOOL_HEADS = "专项再贷款 再贷款 再贴现 支持工具 互换便利 借贷便利 专项债券 专项债 特别国债 准备金率 首付比例 首付款比例 注册制 备案制 备案制度 负面清单 质押融资 试验区试点 改革试点 综合改革试点 试点 贴息政策 专项附加扣除 风险准备金率 参数 存款保险 压力测试 操作利率 基准利率 增值税 减税降费 补贴政策 担保基金 保险制度 准入制度 白名单"
TOOL = re.compile(rf"(?P<name>[{HAN}A-Za-z0-9“”]{{1,14}}?{either(TOOL_HEADS)})")
TOOL_EDGE = re.compile(
    "^.*" + either("""
    实施 开展 运用 推进 推动 创设 设立 增加 下调 上调 降低 提高 扩大 完善 优化 继续 延续 用好 发挥 建立 健全 启动 推出 稳妥 有序 通过 包括 以及 将 对 和 与 的 了 等 在 新增 发行 使用 安排 加快 加强 强化 取消 暂停 全面 实行 落实 做好 抓好 亿元 支持 各类 新 项 个 深入 进一步 稳步 开办 投放 执行 调整 规范 利用 再次 组织 研究 探索 其中 关于
    """)
)
STANCE = re.compile(
    rf"(?:坚持|按照|遵循|秉持|本着|贯彻)(?P<name>[{HAN}、“”]{{2,30}}?)(?:的)?(?P<head>原则|方针|总基调|基调|总体要求|要求|理念|定位|导向|方向)(?=[，。；,]|$|[{HAN}])"
)
LINE = re.compile(rf"坚持(?P<name>以[{HAN}]{{2,14}}为(?:主线|中心|导向|本|主体|重点|核心|主))")
POLICY = re.compile(rf"(?P<name>(?:更加|适度|稳健|积极|宽松|灵活|中性|有为|精准|从紧|审慎|就业优先|的|和|、)*(?:适度宽松|稳健中性|稳健|积极有为|更加积极|积极|从紧|适度从紧|宽松|审慎|中性)的(?:货币|财政|宏观|宏观经济|货币信贷)政策)")
BAD_STANCE = re.compile("^(?:党|习近平|这|本|该|有关|上述|国家|法律|以下|上级|统一|中央|会议)|部署|精神|规定")


def find_phrases(text: str, layer: Layer, sentence: Sentence) -> Iterator[Found]:
    """Yield the instruments and stances of a sentence that are not known as a whole."""
    begin, end = sentence.span.begin, sentence.span.end
    for pattern in (POLICY, LINE, STANCE):
        for match in pattern.finditer(text, begin, end):
            if not BAD_STANCE.search(match["name"]) and not _holds(layer, match, Kind.DOCUMENT, Kind.INSTITUTION):
                yield Found(match.start("name"), match.end("name"), Kind.STANCE, match["name"].strip("、"), (), "orientation")
    for match in TOOL.finditer(text, begin, end):
        start = match.start("name")
        if edge := TOOL_EDGE.match(match["name"]):
            start += edge.end()
        name = text[start : match.end("name")]
        if len(name) >= 4 and name not in TOOL_HEADS.split() and not re.match("[和与及等的、“”]", name):
            yield Found(start, match.end("name"), Kind.TOOL, name, (), "head word")


def _holds(layer: Layer, match: re.Match[str], *kinds: Kind) -> bool:
    return any(f.kind in kinds for f in layer.within(match.start("name"), match.end("name")))
