"""Meetings: by head word, with series, number, year, host, place and date.

2024年中国人民银行工作会议, 第十三次集体学习, 国务院常务会议; a bare 新闻发布会 takes its host's name;
第七届中国国际进口博览会 and 全国教育大会 begin where their own opening says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found, Layer
from kg.recognizers.headed import HAN
from kg.recognizers.inspections import find_inspections

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADS = (
    "会议 全会 全体会议 大会 论坛 峰会 座谈会 发布会 记者会 集体学习 年会 对话会 研讨班 研讨会 例会 博览会 吹风会 工作会 务虚会 常务会 推进会 "
    "现场会 现场推进会 专题会 电视电话会 交流会 圆桌会 学习会 读书班 部署会 动员会 交易会 听证会 领导人会议 会晤 专题学习 专题讲座 中心组学习"
)
HEAD = re.compile(either(HEADS) + "(?![员代厅场堂商室客徽标费旗歌晤计谈议])")
MODIFIER_WORDS = """
    工作 经济 金融 常务 全体 扩大 专题 季度 例会 电视电话 视频 圆桌 部长级 领导人 非正式 高级别 高层 国际 合作 发展 投资 贸易 政策 吹风 新闻 记者 座谈 财长 和 央行 行长 中央银行 货币政策委员会 年度 年中
    全国 农村 农业 外事 人才 教育 组织 宣传 思想 政法 统战 民族 宗教 环境 生态 保护 城市 安全 生产 科技 创新 网络 信息化 扶贫 开发 下半年 上半年 季 春季 秋季 党外人士 专家 企业家 民营企业 经济形势 特别 协调 部际 联席
    民主生活 主题教育 党风廉政 反腐败 廉政 监管 分支机构 系统 支付 征信 货币 信贷 金银 外汇 管理 证券 期货 保险 财政 税务 审计 统计 改革 开放 高峰 首脑 外长 经贸 战略 博鳌 亚洲 世界 全球 夏季 达沃斯 理事会 执行 董事会 党组 党委 理论 学习 中心组
    主题 经济主题 民生主题 外交主题 常委会 常务委员会 全国委员会 中央委员会 执委会 全体委员会 首场 例行 系列 专场 中外 联合 总理 元首 国家元首 政府首脑 成员国 财金 闭门 委员 主任 主席团 书记 办公 司局长 地方 区域 双边 对话 秘书长 政府间 季度例会 缔约方 主席 集体 部长 集中 反馈 情况 通报 动员 部署 培训
"""
IN_ALL = re.compile(r"[（(]总?第\d{1,4}次[）)]")
"""The number of a meeting in all, beside that of the year (第一季度（总第104次）例会), which its label goes without."""
MODIFIER = re.compile(
    f"(?:{IN_ALL.pattern}|"
    + either(MODIFIER_WORDS)
    + r"|第?[一二三四五六七八九十百0-9]{1,4}(?:届|次|场)|\d{4}年(?:度)?|第?[一二三四]季度|（总第\d{1,4}次）|“[^”，。]{1,30}”|[“”+‘’\d]{2,6}|[上下]半年|年|—|-|·)*"
)
MODIFIERS = re.compile(MODIFIER.pattern + r"\Z")
SPECIFIC = re.compile(r"第[一二三四五六七八九十百\d]{1,5}[届次场]|[一二三四五六七八九十\d]+届|\d{4}年|[“”]")
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
    r"(?:党委|党组)?(?:将|拟|即将)?于?(?:\d{1,2}月)?(?:初|底|中旬|上旬|下旬)?(?:今天|今日|昨天|昨日|日前|近日|周[一二三四五六日])?(?:[（(][^）)]{1,12}[）)])?(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?|\d{1,2}日(?:至\d{1,2}日)?)?(?:上午|下午|晚上|晚)?(?:\d{1,2}(?:时|点)(?:半|\d{1,2}分)?|\d{1,2}[:：]\d\d)?"
    rf"(?:在[{HAN}]{{1,12}}?)?(?:就[^，。]{{2,60}}?)?(?:主持召开|组织召开|联合召开|共同召开|联合举行|共同举行|召开|举行|举办)(?:的|了)?"
)
SINCE = re.compile("(?:召开|闭幕)?(?:以来|之后|后|以后)|精神")
"""What follows a meeting that only gives the time or the guidance (党的十八大以来)."""
TOPIC = re.compile(rf"(?P<verb>召开|举行|举办)(?:的|了)?(?P<topic>[{HAN}、“”（）\-—]{{2,26}}?)$")
BARE_CALLED = re.compile(
    "(?:主持召开|在[\u4e00-\u9fff]{2,12}召开)(?:了|一次)?(?P<name>(?:专题|工作)?座谈会)(?=[，。；、\\n ]|$|并|强调|时)"
)
OPENED = re.compile(
    rf"(?P<name>(?:第[一二三四五六七八九十百\d]{{1,4}}[届次]|(?<!\d)(?:19|20)\d\d(?:年度?)?(?![余多名人家万亿个月日]))(?:(?![在将于的了是为召举]|会议[和、])[{HAN}“”A-Za-z\-—·（）]){{2,26}}?"
    rf"(?:大会|论坛|峰会|博览会|年会|交易会|研讨会|洽谈会|展览会|对话会|[博贸交]会(?![谈议晤见])|联席会议|部长级会议|工作会议|领导人会议|领导人会晤|领导人非正式会晤|总理定期会晤|高官会|理事会会议|对话))(?![员代厅场堂商暨{HAN}]?(?:会|论坛))"
)
GENERAL = re.compile(
    rf"(?:(?<![{HAN}A-Za-z0-9])|(?<=[在席开行加实达向和年会对过据彻神]))"
    rf"(?P<name>(?:全国|中央|全军|世界|全球|国际|亚洲|中国|中非|中阿|中欧|中拉|金砖国家|上海合作组织|党和国家|中国共产党)(?:(?![在将于的了是为召举])[{HAN}“”\-—]){{2,20}}?(?:工作会议|大会|论坛|座谈会|峰会|博览会|表彰大会|工作座谈会|电视电话会议|推进会|专题会议|部长级会议|交易会))(?![员代厅场堂])"
)
CALLED = re.compile(
    rf"(?:主持召开|召开|举行|出席|参加|举办|主办|组织召开|主持)(?:的|了|一次|首次|一个)?(?P<name>(?!今天|一个|[本这此]|过|好|多[场次]|[0-9]+余?[场次]|首场|[两三]场|[三两]个|召开|前夕)(?:(?:《[^》]{{2,40}}》|“[^”\n]{{2,40}}”|(?![的了在将]|会议[和、])[{HAN}、“”\-—0-9]){{1,26}}?(?:座谈会|研讨会|论坛|研讨班|动员会|推进会|现场会|表彰大会|庆祝大会|纪念大会|工作会议|吹风会|专题会议|视频会议|电视电话会议|协商会|会商会|调度会|部署会|启动会|招待会|外长会|财长会)"
    rf"|(?:(?![的了在将、]|会议和)[{HAN}“”\-—0-9]){{4,26}}?(?:会议|大会|峰会|年会|高官会|联席会|报告会|对话会|纪念活动)))(?=[，。；、（(\n“ ]|$|并|强调|指出|要求|部署|研究|听取|审议|时|和|后|期间|开幕|闭幕|的|[在于今昨\d])"
)
LONG_HEADS = "会议|行长会(?!议)|大会|座谈会|研讨班|研讨会|论坛|峰会|年会|协商会|外长会|财长会|对话会|推进会|现场会|专题会|表彰会|报告会|动员会|听证会|吹风会|发布会|圆桌会|交流会|恳谈会|茶话会|团拜会|招待会|生活会"
WHEN = rf"(?:(?:周[一二三四五六日]|今天|昨天|今日|昨日|日前|近日|[（(][^）)]{{1,12}}[）)]|于|\d{{4}}年|\d{{1,2}}月|\d{{1,2}}[日号]?|至|上午|下午|晚上|晚)*(?:在[{HAN}（）]{{1,20}}?)?(?:以视频方式|以视频形式|采取视频形式|如期|胜利|隆重)?)"
TAKES_PLACE = re.compile(
    rf"(?:(?<=[，。；：\n】 ])|^)(?P<name>(?:《[^》]{{2,40}}》|“[^”]{{2,40}}”)?(?:(?![在将于了是为对向])[^，。；：:\n 》《]){{2,40}}?(?:{LONG_HEADS}))(?=(?:开幕式|开班式)?{WHEN}(?:召开|举行|开幕|闭幕|开班|结业|结束))",
    re.MULTILINE,
)
SPOKEN_AT = re.compile(
    rf"(?<=在)(?P<name>(?:(?![在将于了是为对向])[^，。；：:\n ]){{3,40}}?(?:{LONG_HEADS}))(?=(?:开班式|开幕式|闭幕式|闭幕会|开幕会)?上)"
)
QUOTED = re.compile(
    rf"(?<!所谓)(?<!所谓的)“(?P<name>(?:(?![的了])[{HAN}、—·0-9]){{2,24}}?(?:论坛|研讨会|座谈会|对话会|年会|大会))”(?!会标)"
)
SENT_TO = re.compile(
    rf"(?<=向)(?P<name>(?:(?![在将于了是为对向])[^，。；：:\n ]){{5,40}}?(?:{LONG_HEADS}))(?=(?:开幕式|闭幕式)?(?:发表|致|作|发去|发来))"
)
HELD_OF = re.compile(
    "^\\d{1,2}、|^[①-⑳]|^由[^，]{2,16}(?:牵头|主办|发起)的|^值此|^.*决定(?=[一二三四五六七八九十])|^中华人民共和国(?=第)|^.*(?:举行|召开|举办|主办|承办|闭幕|开幕)的|^的|^.*对出席|^.*对本次|^.*联合(?=二十国)"
)
TRIMMED = (CALLED, TAKES_PLACE, SPOKEN_AT, SENT_TO)
"""The patterns whose names are refused where a verb stands in them."""
NOT_IN_NAME = re.compile(
    "主持|召开|举行|会谈|出席|参加|表示|强调|指出|我们|今天|此次|本次|这次|首次|每次|一次|新闻联播|介绍|通过|这一|今年|去年"
)
PLENUM = re.compile(
    r"(?P<term>(?:党的)?[一二三四五六七八九十]{1,3}届)(?P<which>历次|[一二三四五六七](?:中)?(?:、[一二三四五六七](?:中)?)*中)全会"
)
VAGUE = re.compile(
    "^(?:有关|相关|本次|此次|这次|该|各类|一系列|重要|多场|首场|多个|系列|每年|各种|年度|国际|专题|专门|中国|全国|全体|一次)+(?:会议|论坛|座谈会|研讨会|峰会|大会|工作会议|年会|研讨班)?$|[，。、]$|^(?:人民|代表)大会$|职工代表大会|村民代表大会|股东大会|全国人民代表大会$|(?<!次)全国代表大会$|人民大会$"
)


SHORTEST = 3


def find_meetings(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """Yield the meetings of a sentence that are not known as a whole, each with the label that it goes by."""
    for found in _named(text, layer, begin, end):
        yield found.named(STANDING.sub(r"全国政协\1届常委会", found.label)) if "政" in found.label else found


STANDING = re.compile("^(?:中国人民政治协商会议|政协)第(.{1,3})届全国委员会常务委员会(?=第)")
"""政协第十三届全国委员会常务委员会第七次会议 is 全国政协十三届常委会第七次会议."""


def _named(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    heads = list(HEAD.finditer(text, begin, end))
    for head in heads:
        found = _with_left_edge(text, layer, begin, head)
        if found is not None:
            yield found
    if heads or text.find("会", begin, end) >= 0 or text.find("对话", begin, end) >= 0:
        yield from _plenums(text, begin, end)
        yield from _opened(text, layer, begin, end)
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


OPENINGS = (
    (("第", "19", "20"), OPENED),
    (("",), GENERAL),
    (("",), CALLED),
    (("",), BARE_CALLED),
    (("召开", "举行", "开幕", "闭幕", "开班", "结业", "结束"), TAKES_PLACE),
    (("在",), SPOKEN_AT),
    (("向",), SENT_TO),
    (("论坛”", "会”"), QUOTED),
)
"""What a sentence must hold, one or the other, for a pattern to be tried."""


def _opened(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """Meetings whose own beginning shows: a number, a year, 全国, 世界, or the verb before."""
    part = text[begin:end]
    for cues, pattern in OPENINGS:
        for match in pattern.finditer(text, begin, end) if any(cue in part for cue in cues) else ():
            name, start = match["name"], match.start("name")
            if cut_at := HELD_OF.match(name):
                name, start = name[cut_at.end() :], start + cut_at.end()
            if "”" in name and "“" not in name:  # a motto with a blank in it (“云岭所需 清江所长”论坛)
                start = max(text.rfind("“", begin, start), begin)
                name = text[start : match.end("name")]
            if len(name) < SHORTEST or (pattern in TRIMMED and NOT_IN_NAME.search(name)):
                continue
            inner = layer.within(start + name.rfind("”") + 1, match.end("name"))
            if any(
                (f.kind is Kind.OFFICIAL and not name.startswith("纪念"))
                or (f.kind is None and f.end + len("工作会议") < match.end("name"))
                or (f.kind is Kind.MEETING and f.end < match.end("name"))
                for f in inner
            ):
                continue
            known = layer.starting(start)
            cut = known is not None and known.kind is Kind.INSTITUTION and known.end >= match.end("name")
            if not VAGUE.search(name) and not cut:
                start += name.rfind("》") + 1  # a document in the meeting's name keeps its own place
                yield Found(start, match.end("name"), Kind.MEETING, name, (), "meeting by its opening")


def _with_left_edge(text: str, layer: Layer, begin: int, head: re.Match[str]) -> Found | None:
    owner = _owner(text, layer, begin, head.start())
    title = layer.starting(head.end())
    if owner is not None and owner.kind is Kind.MEETING and title is not None and title.kind is None:
        return None
    if owner is not None:
        year = YEAR_BEFORE.search(text, max(begin, owner.begin - 6), owner.begin)
        start = year.start() if year else owner.begin
        label = IN_ALL.sub("", text[start : head.end()])
        return Found(start, head.end(), Kind.MEETING, label, (), "meeting of a body")
    left = _modified_from(text, layer, begin, head.start())
    label = IN_ALL.sub("", text[left : head.end()]).replace(" ", "、")  # a headline's blank is a pause
    host = _host(text, layer, begin, left)
    if label not in BARE and SPECIFIC.search(label) and not label.startswith(("年", "和")):
        name = (
            f"{host}{label}"
            if host and not re.match(r"\d{4}年|第?[一二三四五六七八九十百\d]+届", label)
            else label
        )
        return Found(left, head.end(), Kind.MEETING, name, (), "numbered meeting")
    if host is not None:
        return Found(left, head.end(), Kind.MEETING, f"{host}{label}", (), "meeting of its host")
    return _on_topic(text, layer, begin, left, head.end()) if PRESS_HEAD.search(label) else None


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
