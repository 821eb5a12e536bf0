"""Persons that no list holds: a name after a post title or a calling, in a row of names, before 同志, or named before.

潘功胜 after 行长; 朱鹤新、张青松、宣昌能 under one title; 拉加德 after 总裁; "陆  磊" with spaces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found, Layer
from kg.recognizers.names import HAN, NOT_GIVEN, NOT_NAMES, SURNAMES, chinese_end, ends_name, name_at

if TYPE_CHECKING:
    from collections.abc import Iterator

BRACKET = re.compile("[（(](?:女|[\u4e00-\u9fff]{1,4}族|[，,、])+[）)]")
LINK = re.compile("(?:同志|先生|女士|夫妇)?(?:、|和|与|及|以及)")
_SURNAME = f"[{''.join(sorted(SURNAMES))}]"
_GIVEN = r"[\u4e00-\u9fff]{1,2}"
_NAME = _SURNAME + _GIVEN
ROW = re.compile(
    rf"{_SURNAME}(?:(?<=[，。；：:;,\n“].)|(?<=专家.)|(?<=学者.)|(?<=代表.)|(?<=选举.)|(?<=任命.)|(?<=聘任.)|(?<=增补.)|(?<=免去.)|(?<=决定.)|(?<=\A.))(?={_GIVEN}、{_NAME})"
)
ROW_ENDS = re.compile(
    r"(?:同志)?(?:等)?(?:\d{1,2}[位名])?(?:同志)?(?:分别|一同|共同|也|还)?"
    + either(
        "代表 委员 出席 参加 列席 陪同 为 任 当选 担任 同志 主持 作了 发了言 发言 专家 学者 在主席台 当天 在京 到会"
    )
)
MOVED = re.compile(
    rf"{_SURNAME}(?:(?<=[，。；：:\n“].)|(?<=任命.)|(?<=聘任.)|(?<=免去.)|(?<=决定.)|(?<=\A.))(?={_GIVEN}(?:同志)?(?:已|正式|将|不再|拟)*(?:卸任|就任|出任|担任|辞去|升任|调任|接任|当选|任命为|被任命|获任|的.{{2,16}}职务|为[\u4e00-\u9fff]{{2,14}}长))"
)
COMRADE = re.compile("同志")
AS_MEMBER = re.compile(
    "(?P<title>委员|常委)(?:代表[\u4e00-\u9fff]{2,16}?)?(?:发言|提出|建议|认为|表示|说|就(?![来业地近]))"
)
"""What follows the member of an assembly who speaks there: his title comes behind his name."""
MEMBER = re.compile(
    rf"(?<=[。；，\n])(?:{_NAME}|[\u4e00-\u9fff]{{2,7}}·[\u4e00-\u9fff]{{2,4}})(?={AS_MEMBER.pattern})"
)


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
        end = chinese_end(text, at) or _moved_end(text, at)
        if end and layer.starting(at) is None:
            yield Found(at, end, Kind.OFFICIAL, text[at:end], (), "name before a change of post")
    yield from _interviewed(text, layer)
    yield from _members(text, layer)
    for comrade in COMRADE.finditer(text):
        yield from _before(text, layer, comrade.start())


def _members(text: str, layer: Layer) -> Iterator[Found]:
    """Members of an assembly who speak there, their title behind the name (程松岩委员发言说, 吕向荣常委建议)."""
    if "委员" not in text and "常委" not in text:
        return
    for match in MEMBER.finditer(text):
        name = match[0]
        if (
            layer.starting(match.start()) is None
            and not {name, name[:2]} & NOT_NAMES
            and name[-1] not in NOT_GIVEN
        ):
            yield Found(match.start(), match.end(), Kind.OFFICIAL, name, (), "name before 委员 or 常委")


CALLINGS = """
    居民 村民 农户 农民 市民 牧民 渔民 果农 菜农 茶农 种粮大户 养殖户 种植户 贫困户 店主 老板 摊主 业主 租户 技术员 消费者 顾客 游客 旅客 乘客 患者 学生 家长 职工 员工 工人 司机 志愿者 老人 车主 储户 股民 投资者 创业者 个体户 个体工商户
"""
TOLD_BY = re.compile(rf"(?:{either(CALLINGS)})(?={_NAME}(?:告诉|说|介绍|表示|家|的|今年|正|算|一|，))")
WHO_IS = re.compile(
    rf"{_SURNAME}(?<![^。\n].)(?={_GIVEN}是(?:(?!，|。|、)[\u4e00-\u9fff0-9“”]){{2,26}}?"
    + either(
        "负责人 创始人 经营者 农民 村民 工人 书记 职工 老师 教师 医生 护士 主任 老板 员工 店主 厂长 经理 人员 司机 民警 户 志愿者 带头人 技术员 工程师 董事长"
    )
    + "[，。])"
)
NO_NAME = frozenset("主向时于从关有成明全安应计强支常都方万相高平单经易家权商富井扶利益")
"""Characters that begin other words behind a calling (村民向……), though they are surnames too."""


QUOTED = re.compile("(?:[^，。]{0,4})?(?:告诉|说|介绍|表示)")
SHORT = 2


def _interviewed(text: str, layer: Layer) -> Iterator[Found]:
    """Persons that news tell of: behind a calling (村民某某告诉记者), or introduced (某某是……的负责人)."""
    places = [match.end() for match in TOLD_BY.finditer(text)] + [m.start() for m in WHO_IS.finditer(text)]
    for at in places:
        end = chinese_end(text, at) if text[at] not in NO_NAME and layer.starting(at) is None else None
        if end is not None and text[end - 1] in "营团节度区率权会员":
            continue
        quoted = end is not None and QUOTED.match(text, end)
        if end is not None and (quoted or end - at > SHORT) and not layer.within(at, end):
            yield Found(at, end, Kind.OFFICIAL, text[at:end], (), "person told of")


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
        led = text[max(0, begin - 2) : max(0, begin)] in ("选举", "任命", "聘任", "免去", "决定", "增补")
        edge = begin == 0 or (begin > 0 and (led or not HAN.match(text[begin - 1])))
        if edge and layer.starting(begin) is None and chinese_end(text, begin) == verb.start():
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
    return chunk.end() if known or chinese_end(text, chunk.end() + 1) else None


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
            stop = chinese_end(text, at)
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
        if edge and chinese_end(text, at) == end:
            yield Found(at, end, Kind.OFFICIAL, text[at:end], (), "name before 同志")
            return


def _again(text: str, label: str, taken: set[int]) -> Iterator[Found]:
    at = text.find(label)
    while at >= 0:
        end = at + len(label)
        if at not in taken and (
            len(label) > 2 or (ends_name(text, end) and not HAN.match(text[at - 1 : at] or "。"))
        ):
            yield Found(at, end, Kind.OFFICIAL, label, (), "named before")
        at = text.find(label, end)
