"""Persons that no list holds: a name after a post title, or in a row of names.

潘功胜 after 行长; 朱鹤新、张青松、宣昌能 under one title; 拉加德 after 总裁; "陆  磊" with spaces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import AFTER_NAME, COMPOUND_SURNAMES, SURNAMES, TRANSLITERATION
from kg.model import Kind
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = re.compile(r"[\u4e00-\u9fff]+")
FOREIGN = re.compile(rf"[{''.join(sorted(TRANSLITERATION))}]{{2,8}}(?:[·•・][{''.join(sorted(TRANSLITERATION))}]{{1,8}})*")
SPACED = re.compile(r"([\u4e00-\u9fff])[ \u3000]{1,3}([\u4e00-\u9fff])")
ROW_MARK = "、"
NOT_GIVEN = frozenset("在就对向将说等和与的、为任称于会也又还是有要年月日从到由及并及各")
NOT_NAMES = frozenset("任命 任免 应邀 任职 应当 高度 安全 方面 金融 经济 国家 中国 全国 关于 任务 和平 成员 时间 常委 委员 马上 万元 百分 何时 严格 高级 解放 东方 华人 明确 石油 温家 向全 向大 于今 于年 曾任 曾经 祝贺 祝福 宣布 宣誓 应对 巴黎 连任 华盛顿 向社会 易地 安排 平等 党组 单位 全体 全面 文化 文明 舒适 计划 强调 时任 都会 和其他 农业 水利 国防 国务 国际 卫生 宁夏 海南 云南 贵州 温州 祖国".split())


def name_at(text: str, at: int, *, foreign: bool = False) -> int | None:
    """The end of a person's name that begins at a place, judged by surname and by what follows; else None.

    >>> name_at("张青松、宣昌能出席会议", 0), name_at("张青松、宣昌能出席会议", 4), name_at("张望未来发展", 0)
    (3, 7, None)
    """
    if spaced := SPACED.match(text, at):
        return spaced.end() if spaced[1] in SURNAMES and AFTER_NAME.match(text, spaced.end()) else None
    if end := _chinese_end(text, at):
        return end
    if foreign and (match := FOREIGN.match(text, at)):
        for end in range(match.end(), at + 1, -1):
            if AFTER_NAME.match(text, end) and text[at:end] not in NOT_NAMES:
                return end
    return None


def _chinese_end(text: str, at: int) -> int | None:
    surname = 2 if text[at : at + 2] in COMPOUND_SURNAMES else 1
    if surname == 1 and text[at : at + 1] not in SURNAMES:
        return None
    for length in (surname + 2, surname + 1):
        given = text[at + surname : at + length]
        fits = len(given) == length - surname and HAN.fullmatch(given) and given[-1] not in NOT_GIVEN
        if fits and given[0] not in "、的等和" and AFTER_NAME.match(text, at + length):
            name = text[at : at + length]
            return None if name in NOT_NAMES or name[:2] in NOT_NAMES else at + length
    return None


def find_people(text: str, layer: Layer) -> Iterator[Found]:
    """Yield the unknown persons of a text: after a title, and on in the row that such a name opens."""
    for known in layer.found:
        if known.kind is None or known.kind is Kind.OFFICIAL:
            yield from _row(text, layer, known.end, after_title=known.kind is None)


def _row(text: str, layer: Layer, at: int, *, after_title: bool) -> Iterator[Found]:
    expects_name = after_title
    while at < len(text):
        if not expects_name:
            if text[at] != ROW_MARK:
                return
            at, expects_name = at + 1, True
            continue
        following = layer.starting(at)
        if following is not None:
            return
        end = name_at(text, at, foreign=True)
        if end is None:
            return
        name = re.sub(r"[ \u3000]", "", text[at:end])
        yield Found(at, end, Kind.OFFICIAL, name, (), "name after a title" if after_title else "name in a row")
        at, expects_name = end, False
