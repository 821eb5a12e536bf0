"""Meetings: by head word, with series, number, year, host, place and date.

2024年中国人民银行工作会议, 第十三次集体学习, 国务院常务会议; a bare 新闻发布会 takes its host's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = "\u4e00-\u9fff"
HEADS = (
    "会议 全会 全体会议 大会 论坛 峰会 座谈会 发布会 记者会 集体学习 年会 对话会 研讨班 研讨会 例会 博览会 吹风会 工作会 务虚会 常务会 推进会 "
    "交流会 圆桌会 学习会 读书班 部署会 动员会 交易会 听证会 理事会会议 春季年会 特别峰会 领导人会议 会晤"
)
HEAD = re.compile(either(HEADS))
MODIFIER = re.compile(
    "(?:"
    + either("""
    工作 经济 金融 常务 全体 扩大 专题 季度 例会 电视电话 视频 圆桌 部长级 领导人 非正式 高级别 高层 国际 合作 发展 投资 贸易 政策 吹风 新闻 记者 座谈 财长 和 央行 行长 中央银行 货币政策委员会 年度 年中
    全国 农村 农业 外事 人才 教育 组织 宣传 思想 政法 统战 民族 宗教 环境 生态 保护 城市 安全 生产 科技 创新 网络 安全 信息化 扶贫 开发 下半年 上半年 季 春季 秋季 党外人士 专家 企业家 民营企业 经济形势 特别 协调 部际 联席
    民主生活 主题教育 党风廉政 反腐败 廉政 监管 分支机构 系统 支付 征信 货币 信贷 金银 外汇 管理 证券 期货 保险 财政 税务 审计 统计 改革 开放 高峰 首脑 外长 经贸 战略 博鳌 亚洲 世界 全球 夏季 达沃斯 理事会 执行 董事会 党组 党委 理论 学习 中心组
    """)
    + r"|[第]?[一二三四五六七八九十百0-9]{1,4}(?:届|次)|\d{4}年(?:度)?|[一二三四]季度|第[一二三四]季度|[“”+“‘’\d]{3,6}|[上下]半年|年|—|-)+$"
)
SPECIFIC = re.compile(r"[第]?[一二三四五六七八九十百\d]{1,4}[届次]|\d{4}年|[“”+]")
BARE = frozenset(HEADS.split()) | {"新闻发布会", "全体会议", "工作会议", "座谈会", "专题会议"}
HOST_GAP = re.compile(
    r"(?:(?:今天|今日|昨天|昨日|日前|近日)?(?:[（(][^）)]{1,12}[）)])?|\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?|\d{1,2}日)?(?:上午|下午|晚|晚上)?"
    rf"(?:在[{HAN}]{{2,10}}?)?(?:就[^，。]{{2,40}}?)?(?:召开|举行|举办|组织召开)(?:的|了)?"
)
DOUBLE_HOST = re.compile(rf"主持召开|组织召开|召开|举行|举办")


def find_meetings(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """Yield the meetings of a sentence that are not known as a whole, with their fullest label."""
    for head in HEAD.finditer(text, begin, end):
        found = _with_left_edge(text, layer, begin, head)
        if found is not None:
            yield found


def _with_left_edge(text: str, layer: Layer, begin: int, head: re.Match[str]) -> Found | None:
    left = head.start()
    modifier = MODIFIER.search(text, begin, left)
    if modifier:
        left = modifier.start()
    owner = layer.ending(left)
    if owner is not None and owner.kind in (Kind.INSTITUTION, Kind.MEETING):
        year = re.compile(r"\d{4}年(?:度)?$").search(text, begin, owner.begin)
        start = year.start() if year else owner.begin
        return Found(start, head.end(), Kind.MEETING, text[start : head.end()], (), "meeting of a body")
    label = text[left : head.end()]
    if label not in BARE and SPECIFIC.search(label) and not label.startswith(("年", "和")):
        host = _host(text, layer, begin, left)
        name = f"{host}{label}" if host and not re.match(r"\d{4}年|第?[一二三四五六七八九十百\d]+届", label) else label
        return Found(left, head.end(), Kind.MEETING, name, (), "numbered meeting")
    host = _host(text, layer, begin, left)
    if host is not None:
        return Found(left, head.end(), Kind.MEETING, f"{host}{label}", (), "meeting of its host")
    return None


def _host(text: str, layer: Layer, begin: int, left: int) -> str | None:
    """The body right before 召开 / 举行 and the meeting."""
    for owner in reversed(layer.within(begin, left)):
        if owner.kind in (Kind.INSTITUTION, Kind.MEETING):
            return owner.label if HOST_GAP.fullmatch(text, owner.end, left) else None
    return None
