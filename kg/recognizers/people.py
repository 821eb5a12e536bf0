"""Persons that no list holds: a name after a post title, in a row of names, before 同志, or named before.

潘功胜 after 行长; 朱鹤新、张青松、宣昌能 under one title; 拉加德 after 总裁; "陆  磊" with spaces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import AFTER_NAME, COMPOUND_SURNAMES, COUNTRIES, TRANSLITERATION, either
from kg.lexicon import SURNAMES as ALL_SURNAMES
from kg.model import Kind
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

SURNAMES = ALL_SURNAMES - frozenset("和都国通能所有后查年经须况广公以从")
"""Those that are nearly always another word."""
MORE_SYLLABLES = frozenset("滕茨芙芭娃彻舍楞岑菈妲拜")
HAN = re.compile(r"[\u4e00-\u9fff]+")
_SYLLABLE = f"[{''.join(sorted(TRANSLITERATION | MORE_SYLLABLES))}]"
FOREIGN = re.compile(rf"{_SYLLABLE}{{1,8}}(?:[·•・‧\-]{_SYLLABLE}{{1,8}})+|{_SYLLABLE}{{2,8}}")
SPACED = (
    re.compile(r"([\u4e00-\u9fff])[ \u3000]{1,3}[\u4e00-\u9fff][ \u3000]{1,3}[\u4e00-\u9fff]"),
    re.compile(r"([\u4e00-\u9fff])[ \u3000]{1,3}[\u4e00-\u9fff]"),
)
BRACKET = re.compile("[（(](?:女|[\u4e00-\u9fff]{1,4}族|[，,、])+[）)]")
LINK = re.compile("(?:同志|先生|女士|夫妇)?(?:、|和|与|及|以及)")
_SURNAME = f"[{''.join(sorted(SURNAMES))}]"
_GIVEN = r"[\u4e00-\u9fff]{1,2}"
_NAME = _SURNAME + _GIVEN
ROW = re.compile(
    rf"{_SURNAME}(?:(?<=[，。；：:;,\n“].)|(?<=选举.)|(?<=任命.)|(?<=增补.)|(?<=免去.)|(?<=决定.)|(?<=\A.))(?={_GIVEN}、{_NAME})"
)
ROW_ENDS = re.compile(
    "(?:同志)?(?:等)?(?:同志)?(?:分别|一同|共同|也|还)?"
    + either("出席 参加 列席 陪同 为 任 当选 担任 同志 主持 作了 在主席台 当天 在京 到会")
)
MOVED = re.compile(
    rf"{_SURNAME}(?:(?<=[，。；：:\n“].)|(?<=任命.)|(?<=免去.)|(?<=决定.)|(?<=\A.))(?={_GIVEN}(?:同志)?(?:已|正式|将|不再|拟)*(?:卸任|就任|出任|担任|辞去|升任|调任|接任|当选|任命为|被任命|获任|的.{{2,16}}职务|为[\u4e00-\u9fff]{{2,14}}长))"
)
COMRADE = re.compile("同志")
NOT_GIVEN = frozenset("在就对向将说等和与的、为任称于会也又还是有要年月日从到由及并及各了所被作受")
NOT_NAMES = frozenset(
    "贺信 贺电 贺词 任命 任免 应邀 任职 应当 高度 安全 方面 金融 经济 国家 中国 全国 关于 任务 和平 成员 时间 常委 委员 马上 万元 百分 何时 严格 高级 解放 东方 华人 明确 石油 温家 向全 向大 于今 于年 曾任 曾经 祝贺 祝福 宣布 宣誓 应对 巴黎 连任"
    " 代表 通道 向香 全盟 全会 全党 全军 全行 全市 全省 各位 华盛顿 向社会 易地 安排 平等 党组 单位 全体 全面 文化 文明 舒适 计划 强调 时任 都会 和其他 农业 水利 国防 国务 国际 卫生 宁夏 海南 云南 贵州 温州 祖国 席就 应询 向与 能够 应约 高举 严肃 时隔 从严 尤其 成为 党的 计生 应该"
    " 农村 包括 宣读 万里 国有 常务 空军 海军 牛津 国资 广大 广东 广西 江苏 江西 安徽 安理 连续 金砖 师生 和部 和有 关系 相关 有关 明年 万众 夏季 秋季 宫廷 高层 高官 高校 任期 任何 方案 方向 权力 终身 全程 邀请 党委 党支 全票 古巴 华为"
    " 法国 德国 巴西 阿拉伯 英国 国会 国民 国王 时表 谈话 谈及 解读 解释 甘肃 车辆 和谐 和工 和代 和成 和外 祝愿 查处 相继 向世 向记 向中 向各 向媒 向联 向总 应美 应法 应德 应俄 应英 应习 从国 从中 从北 从事 解决 符合 路透 路边 习主 时强 米歇尔率".split()
)


COUNTRY_NAMES = frozenset((*COUNTRIES, "吉尔吉斯"))


def name_at(text: str, at: int, *, foreign: bool = False) -> int | None:
    """The end of a person's name that begins at a place, judged by surname and by what follows; else None.

    >>> name_at("张青松、宣昌能出席会议", 0), name_at("张青松、宣昌能出席会议", 4), name_at("张望未来发展", 0)
    (3, 7, None)
    >>> name_at("戈尔-史密斯表示", 0, foreign=True)
    6
    """
    for pattern in SPACED:
        spaced = pattern.match(text, at)
        if spaced and spaced[1] in SURNAMES and _ends(text, spaced.end()):
            return spaced.end()
    if SPACED[-1].match(text, at):
        return None
    match = FOREIGN.match(text, at) if foreign else None
    if (
        match
        and (end := _foreign_end(text, at, match.end())) is not None
        and (end - at > 3 or text[at] not in SURNAMES)
    ):
        return end
    if end := _chinese_end(text, at):
        return end
    return _foreign_end(text, at, match.end()) if match else None


def _ends(text: str, at: int) -> bool:
    return AFTER_NAME.match(text, at) is not None


def _foreign_end(text: str, at: int, stop: int) -> int | None:
    for end in range(stop, at + 1, -1):
        name = text[at:end]
        if (
            _ends(text, end)
            and text[end - 1 : end + 1] not in ("以及", "夫妇")
            and not {name, name[:2]} & (NOT_NAMES | COUNTRY_NAMES)
        ):
            return end
    whole = text[at:stop]
    clear = stop - at > 2 and whole[-1] not in "于以来及已也安关" and whole not in COUNTRY_NAMES
    return stop if clear and text[at] not in SURNAMES and whole[:2] not in NOT_NAMES else None


def _chinese_end(text: str, at: int) -> int | None:
    surname = 2 if text[at : at + 2] in COMPOUND_SURNAMES else 1
    if surname == 1 and text[at : at + 1] not in SURNAMES:
        return None
    for length in (surname + 2, surname + 1):
        given = text[at + surname : at + length]
        fits = (
            len(given) == length - surname
            and HAN.fullmatch(given)
            and (given[-1] not in NOT_GIVEN or _closes(text, at + length))
        )
        if fits and given[0] not in "、的等和" and _ends(text, at + length):
            name = text[at : at + length]
            return None if {name, name[:2]} & (NOT_NAMES | COUNTRY_NAMES) else at + length
    return None


def _closes(text: str, at: int) -> bool:
    """Whether 和 right before a place ends a given name (邵清和、): a mark follows, no second name."""
    return text[at - 1] == "和" and text[at : at + 1] in tuple("、，。；为任")


def find_people(text: str, layer: Layer) -> Iterator[Found]:
    """Yield the unknown persons of a text, and each further place where one of them is named."""
    named: dict[str, Found] = {}
    taken: set[int] = set()
    for found in _first_named(text, layer):
        if found.begin not in taken:
            taken.add(found.begin)
            named.setdefault(found.label, found)
            yield found
    for label in named:
        yield from _again(text, label, taken)


def _first_named(text: str, layer: Layer) -> Iterator[Found]:
    for known in layer.found:
        if known.kind is None:
            yield from _row(text, layer, known.end, "name after a title")
            yield from _captioned(text, layer, known.end)
            yield from _before_office(text, layer, known.begin)
        elif known.kind is Kind.OFFICIAL and LINK.match(text, known.end):
            yield from _row(text, layer, known.begin, "name in a row")
    for body in layer.found:
        if body.kind is Kind.INSTITUTION:
            yield from _before_office(text, layer, body.begin)
    yield from _unled(text, layer)


def _unled(text: str, layer: Layer) -> Iterator[Found]:
    """Persons that no title leads in: in a row, before a change of post, before 同志."""
    for start in ROW.finditer(text):
        yield from _free_row(text, layer, start.start())
    for at in (start.start() for start in MOVED.finditer(text)):
        end = _chinese_end(text, at) or _moved_end(text, at)
        if end and layer.starting(at) is None:
            yield Found(at, end, Kind.OFFICIAL, text[at:end], (), "name before a change of post")
    for comrade in COMRADE.finditer(text):
        yield from _before(text, layer, comrade.start())


def _moved_end(text: str, at: int) -> int | None:
    """The end of a name right before the verb of a change of post (李某某已卸任)."""
    for length in (3, 2):
        if (
            MOVES.match(text, at + length)
            and text[at : at + 2] not in NOT_NAMES
            and text[at + length - 1] not in NOT_GIVEN
        ):
            return at + length
    return None


MOVES = re.compile(
    "(?:已|正式|将|不再|拟)*(?:卸任|就任|出任|担任|辞去|升任|调任|接任|当选|任命为|被任命|获任)"
)


OFFICE = re.compile("(?:同志)?(?:为|任|现任|担任|出任|兼任)$")


def _captioned(text: str, layer: Layer, at: int) -> Iterator[Found]:
    """The name in a caption: 某局局长 某某：……."""
    begin = at + len(text[at : at + 2]) - len(text[at : at + 2].lstrip(" "))
    if begin > at and layer.starting(begin) is None:
        end = name_at(text, begin, foreign=True)
        if end is not None and text[end : end + 1] in ("：", ":"):
            yield Found(begin, end, Kind.OFFICIAL, text[begin:end], (), "name in a caption")


def _before_office(text: str, layer: Layer, at: int) -> Iterator[Found]:
    """The name at the head of a clause, right before 为 / 任 and a body or a title."""
    if text[at - 1 : at] not in ("为", "任") or not (verb := OFFICE.search(text, max(0, at - 4), at)):
        return
    for length in (3, 2):
        begin = verb.start() - length
        led = text[max(0, begin - 2) : max(0, begin)] in ("选举", "任命", "免去", "决定", "增补")
        edge = begin == 0 or (begin > 0 and (led or not HAN.match(text[begin - 1])))
        if edge and layer.starting(begin) is None and _chinese_end(text, begin) == verb.start():
            yield Found(
                begin, verb.start(), Kind.OFFICIAL, text[begin : verb.start()], (), "name before 为 or 任"
            )


def _row(text: str, layer: Layer, at: int, reason: str) -> Iterator[Found]:
    """The names that follow one another from a place on, known ones passed over."""
    while at < len(text):
        following = layer.starting(at)
        if following is not None and following.kind is not Kind.OFFICIAL:
            return
        end = following.end if following is not None else name_at(text, at, foreign=True)
        if end is None and reason == IN_ROW:
            end = _between_names(text, layer, at)
        if end is None:
            return
        if following is None:
            yield Found(at, end, Kind.OFFICIAL, re.sub(r"[ \u3000]", "", text[at:end]), (), reason)
        reason = IN_ROW
        bracket = BRACKET.match(text, end)
        end = bracket.end() if bracket else end
        link = LINK.match(text, end)
        if link is None:
            return
        at = link.end()


def _between_names(text: str, layer: Layer, at: int) -> int | None:
    """The end of a name of up to four characters without a surname, right before another name (白玛赤林、丁仲礼)."""
    chunk = MINORITY.match(text, at)
    if chunk is None or chunk[0][:2] in NOT_NAMES or layer.within(at, chunk.end()):
        return None
    following = layer.starting(chunk.end() + 1)
    known = following is not None and following.kind is Kind.OFFICIAL
    return chunk.end() if known or _chinese_end(text, chunk.end() + 1) else None


MINORITY = re.compile("[\u4e00-\u9fff]{3,4}(?=、)")
IN_ROW = "name in a row"


def _free_row(text: str, layer: Layer, at: int) -> Iterator[Found]:
    """A row that no title leads in: 甲某、乙某 出席 / 为, or with a known person in it."""
    names = []
    known = False
    while True:
        following = layer.starting(at)
        if following is not None:
            if following.kind is not Kind.OFFICIAL:
                break
            known, end = True, following.end
        else:
            stop = _chinese_end(text, at)
            if stop is None:
                break
            names.append(Found(at, stop, Kind.OFFICIAL, text[at:stop], (), "name in a row"))
            end = stop
        if text[end : end + 1] != "、":
            at = end
            break
        at = end + 1
    if known or (len(names) > 1 and ROW_ENDS.match(text, at)):
        yield from names


def _before(text: str, layer: Layer, end: int) -> Iterator[Found]:
    """The name right before 同志."""
    for length in (4, 3, 2):
        at = end - length
        if layer.ending(end) is not None:
            return
        if at < 0:
            continue
        edge = (
            at == 0
            or not HAN.match(text[at - 1])
            or text[at - 1] in "和与由对向为任"
            or text[at - 2 : at] == "还有"
        )
        if edge and _chinese_end(text, at) == end:
            yield Found(at, end, Kind.OFFICIAL, text[at:end], (), "name before 同志")
            return


def _again(text: str, label: str, taken: set[int]) -> Iterator[Found]:
    at = text.find(label)
    while at >= 0:
        end = at + len(label)
        if at not in taken and (
            len(label) > 2 or (_ends(text, end) and not HAN.match(text[at - 1 : at] or "。"))
        ):
            yield Found(at, end, Kind.OFFICIAL, label, (), "named before")
        at = text.find(label, end)
