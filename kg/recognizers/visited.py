"""Enterprises, schools and hospitals that somebody visits, by the verb before and their head word.

来到云岭精密机械有限公司、云岭大学: each of the row; a community's centre or a kind of firm is nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found
from kg.recognizers.headed import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

VISITS = re.compile("(?:来到|走进|前往|走访|考察|察看|参观)了?")
HEADS = "有限责任公司 有限公司 公司 集团 医院 大学 学院 中学 小学 研究院 研究所 重点实验室 国家实验室 林场 展示中心 交易中心 指挥中心 监测中心 创新中心 研发中心 调控中心"
GENERIC = "一 几 多 两 当地 这 那 该 位于 附近 本 有关 上述 社区 村 乡 农村 企业 部分 各 相关 市行政 市政务 民营 国有 外资 科技型 大型 时"
"""How what is no name begins."""
ONE = re.compile(
    f"(?!{either(GENERIC)})(?:(?![的了在将是、，。；一和某]|来到|走进|企业)[{HAN}A-Za-z（）()“”·]){{2,22}}?{either(HEADS)}"
    "(?=[，。；、和时等\n]|考察|调研|$)"
)
ROW = re.compile("[^，。；：\n]*")
LINK = re.compile("、|(?<=公司|医院|学院|大学|集团|中学|小学)和")
"""The row that the visited stand in, and what joins them."""
SHORTEST = 5


def find_visited(text: str) -> Iterator[Found]:
    """Yield what is visited, through the row that it stands in."""
    for visit in VISITS.finditer(text):
        row = ROW.match(text, visit.end())
        end = row.end() if row else visit.end()
        for start in (visit.end(), *(link.end() for link in LINK.finditer(text, visit.end(), end))):
            one = ONE.match(text, start)
            if one is not None and one.end() - start >= SHORTEST:
                yield Found(start, one.end(), Kind.INSTITUTION, one.group(), (), "visited")
