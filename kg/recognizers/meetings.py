"""Meetings: by head word, with series, number, year, host, place and date.

2024年中国人民银行工作会议, 第十三次集体学习, 国务院常务会议; a bare 新闻发布会 takes its host's name;
those that begin where their own opening says are in `kg.recognizers.opened`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import WEEKDAY, either
from kg.model import Kind
from kg.recognizers.found import Found, Layer
from kg.recognizers.headed import HAN
from kg.recognizers.inspections import find_inspections
from kg.recognizers.opened import BRACKET, find_opened

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADS = (
    "会议 全会 全体会议 大会 论坛 峰会 座谈会 发布会 记者会 集体学习 年会 对话会 研讨班 研讨会 例会 博览会 吹风会 工作会 务虚会 常务会 推进会 "
    "现场会 现场推进会 专题会 电视电话会 交流会 圆桌会 学习会 读书班 部署会 动员会 交易会 听证会 领导人会议 会晤 专题学习 专题讲座 中心组学习 大督查"
)
HEAD = re.compile(either(HEADS) + "(?![员代厅场堂商室客徽标费旗歌晤计谈议])")
MODIFIER_WORDS = """
    工作 经济 金融 常务 全体 扩大 专题 季度 例会 电视电话 视频 圆桌 部长级 领导人 非正式 高级别 高层 国际 合作 发展 投资 贸易 政策 吹风 新闻 记者 座谈 财长 和 央行 行长 中央银行 货币政策委员会 年度 年中
    全国 农村 农业 外事 人才 教育 组织 宣传 思想 政法 统战 民族 宗教 环境 生态 保护 城市 安全 生产 科技 创新 网络 信息化 扶贫 开发 下半年 上半年 季 春季 秋季 党外人士 专家 企业家 民营企业 经济形势 特别 协调 部际 联席
    民主生活 主题教育 党风廉政 反腐败 廉政 监管 分支机构 系统 支付 征信 货币 信贷 金银 外汇 管理 证券 期货 保险 财政 税务 审计 统计 改革 开放 高峰 首脑 外长 经贸 战略 博鳌 亚洲 世界 全球 夏季 达沃斯 理事会 执行 董事会 党组 党委 理论 学习 中心组
    主题 经济主题 民生主题 外交主题 常委会 常务委员会 全国委员会 中央委员会 执委会 全体委员会 首场 例行 系列 专场 中外 联合 总理 元首 国家元首 政府首脑 成员国 非洲 拉美 亚太 财金 闭门 委员 主任 主席团 书记 办公 司局长 地方 区域 双边 对话 秘书长 政府间 季度例会 缔约方 主席 集体 部长 集中 反馈 情况 通报 动员 部署 培训
"""
IN_ALL = re.compile(r"[（(]总?第\d{1,4}次[）)]")
"""The number of a meeting in all, beside that of the year (第一季度（总第104次）例会), which its label goes without."""
MODIFIER = re.compile(
    f"(?:{IN_ALL.pattern}|"
    + either(MODIFIER_WORDS)
    + r"|第?[一二三四五六七八九十百0-9]{1,4}(?:届|次|场|讲)|\d{4}年(?:度)?|第?[一二三四]季度|（总第\d{1,4}次）|“[^”，。]{1,30}”|[“”+‘’\d]{2,6}|[上下]半年|年|—|-|·)*"
)
MODIFIERS = re.compile(MODIFIER.pattern + r"\Z")
SPECIFIC = re.compile(r"第[一二三四五六七八九十百\d]{1,5}[届次场讲]|[一二三四五六七八九十\d]+届|\d{4}年|[“”]")
BARE = frozenset(HEADS.split()) | {
    "新闻发布会",
    "全体会议",
    "工作会议",
    "座谈会",
    "专题会议",
    "例行发布会",
    "例行记者会",
}
HOST_GAP = re.compile(
    r"(?:党委|党组)?(?:将|拟|即将)?于?(?:\d{1,2}月)?(?:初|底|中旬|上旬|下旬)?(?:今天|今日|昨天|昨日|日前|近日|"
    + WEEKDAY
    + r")?(?:[（(][^）)]{1,12}[）)])?(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?|\d{1,2}日(?:至\d{1,2}日)?)?(?:上午|下午|晚上|晚)?(?:\d{1,2}(?:时|点)(?:半|\d{1,2}分)?|\d{1,2}[:：]\d\d)?"
    rf"(?:在[{HAN}]{{1,12}}?)?(?:就[^，。]{{2,60}}?)?(?:主持召开|组织召开|联合召开|共同召开|联合举行|共同举行|召开|举行|举办)(?:的|了)?"
)
SINCE = re.compile("(?:召开|闭幕)?(?:以来|之后|后|以后)|精神")
"""What follows a meeting that only gives the time or the guidance (党的十八大以来)."""
TOPIC = re.compile(rf"(?P<verb>召开|举行|举办)(?:的|了)?(?P<topic>[{HAN}、“”（）\-—]{{2,26}}?)$")
PLENUM = re.compile(
    r"(?P<term>(?:党的)?[一二三四五六七八九十]{1,3}届)(?P<which>历次|[一二三四五六七](?:中)?(?:、[一二三四五六七](?:中)?)*中)全会"
)


def find_meetings(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """Yield the meetings of a sentence that are not known as a whole, each with the label that it goes by."""
    session: Found | None = None
    for found in _named(text, layer, begin, end):
        label = STANDING.sub(r"全国政协\1届常委会", found.label) if "政" in found.label else found.label
        if sitting := SITTING.match(label):
            of_session = session is not None and HOST_GAP.fullmatch(text, session.end, found.begin)
            label = session.label if session and of_session else sitting["session"] or label
        elif COMMITTEE.search(label):
            session = found.named(label)
        yield found.named(label)


SITTING = re.compile(
    "(?:^|(?P<session>.*(?:常(?:委会|务委员会)第.{1,4}次会议|全国政协.{1,4}届.次会议)))第[一二三四五六]次全体会议$"
)
COMMITTEE = re.compile("常(?:委会|务委员会)第.{1,4}次会议$")
"""A sitting of a session of a standing committee or of the political conference is that session (第十五次会议28日举行第二次全体会议)."""
STANDING = re.compile("^(?:中国人民政治协商会议|政协)第(.{1,3})届全国委员会常务委员会(?=第)")
"""政协第十三届全国委员会常务委员会第七次会议 is 全国政协十三届常委会第七次会议."""


CUES = ("会", "对话", "讲座", "轮巡视", "代表团审议", "仪式")
"""What a sentence holds, one or the other, that names a meeting."""


def _named(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    heads = list(HEAD.finditer(text, begin, end))
    for head in heads:
        found = _with_left_edge(text, layer, begin, head)
        if found is not None:
            yield found
    if heads or any(text.find(cue, begin, end) >= 0 for cue in CUES):
        yield from _plenums(text, begin, end)
        yield from find_opened(text, layer, begin, end)
    yield from find_inspections(text, layer, begin, end)


def _plenums(text: str, begin: int, end: int) -> Iterator[Found]:
    """十九届四中、五中全会: each plenum of the row with its term."""
    for match in PLENUM.finditer(text, begin, end) if text.find("全会", begin, end) >= 0 else ():
        at, row = match.start(), match["which"].split("、")
        for number, which in enumerate(row, 1):
            stop = (
                match.end()
                if number == len(row)
                else (at if number > 1 else match.start("which")) + len(which)
            )
            label = f"{match['term']}{which if which == '历次' else which[0] + '中'}全会"
            yield Found(at, stop, Kind.MEETING, label, (), "plenum with its term")
            at = stop + 1


def _with_left_edge(text: str, layer: Layer, begin: int, head: re.Match[str]) -> Found | None:
    owner = _owner(text, layer, begin, head.start())
    title = layer.starting(head.end())
    if owner is not None and owner.kind is Kind.MEETING and title is not None and title.kind is None:
        return None
    if owner is not None:
        year = YEAR_BEFORE.search(text, max(begin, owner.begin - 6), owner.begin)
        start = year.start() if year else owner.begin
        label = BRACKET.sub("", IN_ALL.sub("", text[start : head.end()]))
        return Found(start, head.end(), Kind.MEETING, label, (), "meeting of a body")
    left = _modified_from(text, layer, begin, head.start())
    label = IN_ALL.sub("", text[left : head.end()]).replace(" ", "、")  # a headline's blank is a pause
    host = _host(text, layer, begin, left)
    place = _behind_topic(text, left, head.end())
    if label not in BARE and SPECIFIC.search(label) and not label.startswith(("年", "和")):
        name = (
            f"{host}{label}"
            if host and not re.match(r"\d{4}年|第?[一二三四五六七八九十百\d]+届", label)
            else label
        )
        return Found(place, head.end(), Kind.MEETING, name, (), "numbered meeting")
    if host is not None:
        return Found(place, head.end(), Kind.MEETING, f"{host}{label}", (), "meeting of its host")
    return _on_topic(text, layer, begin, left, head.end()) if PRESS_HEAD.search(label) else None


def _behind_topic(text: str, begin: int, end: int) -> int:
    """Where a talk with a topic begins: a document in that keeps its own place (“高质量完成‘十四五’规划”系列发布会)."""
    inner = text.rfind("’", begin, end)
    return max(begin, text.find("”", inner, end) + 1) if inner >= 0 else begin


def _on_topic(text: str, layer: Layer, begin: int, left: int, end: int) -> Found | None:
    """国务院新闻办公室今天举行推动高质量发展系列主题新闻发布会: the talk with its topic."""
    topic = TOPIC.search(text, begin, left)
    host = _host(text, layer, begin, topic.start("topic")) if topic else None
    if topic is None or host is None:
        return None
    start = topic.start("topic")
    return Found(start, end, Kind.MEETING, f"{host}{text[start:end]}", (), "meeting of its host")


PRESS_HEAD = re.compile("(?:发布会|记者会|吹风会|通气会)$")


YEAR_BEFORE = re.compile(r"(?:\d{4}年(?:度)?|第[一二三四五六七八九十\d]{1,3}[届次])$")


def _owner(text: str, layer: Layer, begin: int, left: int) -> Found | None:
    """The body whose name, with nothing but modifiers between, leads up to the head."""
    for owner in reversed(layer.within(begin, left)):
        if owner.kind in (Kind.INSTITUTION, Kind.MEETING) and owner.label != "中华人民共和国":
            gap = owner.end + (text[owner.end : owner.end + 1] == "的")
            if (
                owner.kind is Kind.MEETING and "和" in text[gap:left]
            ):  # 中央经济工作会议部署和全国财政工作会议
                return None
            return (
                owner
                if text[gap] not in "和与、" and MODIFIER.fullmatch(text, gap, left) and owner.label != "两会"
                else None
            )
        if owner.end < left - 40:
            return None
    return None


def _modified_from(text: str, layer: Layer, begin: int, left: int) -> int:
    """Where the modifiers before a head begin, not inside another name."""
    modifiers = MODIFIERS.search(text, max(begin, left - 24), left)
    start = modifiers.start() if modifiers else left
    within = layer.within(begin, left) if start < left else ()
    return next((f.end for f in within if f.begin < start < f.end and f.kind is not None), start)


PRESS_CONFERENCE = re.compile("(?:发布会|记者会|吹风会)$")
"""How the name of a talk with the press ends."""
PRESS = re.compile("(?:例行|月度|季度)?(?:新闻)?(?:发布会|通气会|吹风会|记者会)上")
TOLD = 24
"""The characters before a meeting in which 就 shows that others are told of it (外交部就某人出席某会举行吹风会)."""
CLAUSE_MARK = re.compile("[，。；：\n]")


def _host(text: str, layer: Layer, begin: int, left: int) -> str | None:
    """The body right before 召开 / 举行 and the meeting; of 在新闻发布会上 the speaker's."""
    if text[left - 1] == "在" and PRESS.match(text, left):
        marks = [m.end() for m in CLAUSE_MARK.finditer(text, begin, left)]
        bodies = [f for f in layer.within(marks[-1] if marks else begin, left) if f.kind is Kind.INSTITUTION]
        return bodies[-1].label if bodies else None
    for owner in reversed(layer.within(begin, left)):
        told = owner.kind is Kind.MEETING and "就" in text[max(begin, owner.begin - TOLD) : owner.begin]
        if owner.kind in (Kind.INSTITUTION, Kind.MEETING) and not told:
            hosts = text[owner.begin - 1 : owner.begin] != "在" and HOST_GAP.fullmatch(text, owner.end, left)
            return owner.label if hosts else None
    return None


FORUM = re.compile("(?:会议|论坛|峰会|大会|年会|行长会|例会|对话)$")
TAKEN_PART = re.compile("(?:出席|参加|主持|举办的|召开|举行|出席的|举行的|向在[^，。]{2,8}的|闭幕的)$")
GOES_ON = re.compile(
    r"(?:(?:开幕式|闭幕式|开幕会)?上(?![调升涨周月半个述])|期间|发表|(?:\d{1,2}月)?\d{1,2}[日号]|今天|昨天|在[^，。]{2,10}(?:召开|举行|开幕|闭幕)|开幕|闭幕|召开)"
)


def held(text: str, found: list[Found]) -> list[Found]:
    """The names, a forum that is named as an event (在……论坛上) turned to a meeting."""
    return [_event(f) if f.kind is Kind.INSTITUTION and _is_held(text, f) else f for f in found]


def _is_held(text: str, body: Found) -> bool:
    if not FORUM.search(text, body.begin, body.end) or re.search(
        "人民代表大会|联席会议|协商会议", text[body.begin : body.end]
    ):
        return False
    return bool(TAKEN_PART.search(text, max(0, body.begin - 12), body.begin) or GOES_ON.match(text, body.end))


def _event(body: Found) -> Found:
    return Found(body.begin, body.end, Kind.MEETING, body.label, (), "forum as an event")


def bare(found: Found) -> bool:
    """Whether a text only says 发布会 where the name is made up with its host."""
    return found.end - found.begin <= len("新闻发布会") < len(found.label)
