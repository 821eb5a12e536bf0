"""Meetings whose own beginning shows: a number, a year, 全国, 世界, quotation marks, or the verb before.

第七届中国国际进口博览会, 全国教育大会, 出席世界青年发展论坛; what stands between that and the head word is the name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import WEEKDAY
from kg.model import Kind
from kg.recognizers.found import Found, Layer
from kg.recognizers.headed import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

BRACKET = re.compile("[（(][A-Z][A-Za-z0-9+]{1,7}[）)]")
"""The short name of a body in Latin letters, which its meeting's name goes without (二十国集团（G20）财长会议)."""
CEREMONY = re.compile(
    rf"(?:出席|参加|举行|举办|见证|主持)(?:了)?(?P<name>(?:(?![的了在将并]|举行|主持|出席|参加)[{HAN}“”、—·0-9A-Za-z]){{4,40}}?(?:签约|签字|签署|启动|开通|揭牌|开工|竣工|颁奖|下线|亮相|投产|奠基|首发|落成|揭幕)仪式(?:暨[{HAN}]{{2,12}})?)(?=[，。；\n ]|并|时|上|后|$)"
)
BARE_CALLED = re.compile(
    "(?:主持召开|在[\u4e00-\u9fff]{2,12}召开)(?:了|一次)?(?P<name>(?:专题|工作)?座谈会|视频会议)(?=[，。；、\\n ]|$|并|强调|时|听取)"
)
OPENED = re.compile(
    rf"(?P<name>(?:第[一二三四五六七八九十百\d]{{1,4}}[届次]|(?<!\d)(?:19|20)\d\d(?:年度?)?(?![余多名人家万亿个月日]))(?:(?![在将于的了是为召举]|(?<!面)向|会[议晤][和、])[{HAN}“”A-Za-z\-—·（）]){{2,26}}?"
    rf"(?:大会|论坛|峰会|博览会|年会|交易会|研讨会|洽谈会|展览会|对话会|[博贸交]会(?![谈议晤见])|联席会议|部长级会议|工作会议|领导人会议|领导人会晤|领导人非正式会晤|总理定期会晤|高官会|理事会会议|对话))(?![员代厅场堂商暨{HAN}]?(?:会|论坛))"
)
GENERAL = re.compile(
    rf"(?:(?<![{HAN}A-Za-z0-9])|(?<=[在席开行加实达向和年会对过据彻神]))"
    rf"(?P<name>(?:全国|中央|全军|世界|全球|国际|亚洲|中国|中非|中阿|中欧|中拉|金砖国家|上海合作组织|党和国家|中国共产党)(?:(?![在将于的了是为召举])[{HAN}“”\-—]){{2,20}}?(?:工作会议|大会|论坛|座谈会|峰会|博览会|表彰大会|工作座谈会|电视电话会议|推进会|专题会议|部长级会议|交易会|年会))(?![员代厅场堂])"
)
CALLED = re.compile(
    rf"(?:主持召开|召开|举行|出席|参加|举办|主办|组织召开|主持)(?:的|了|一次|首次|一个)?(?P<name>(?!今天|一个|[本这此]|过|好|多[场次]|[0-9]+余?[场次]|首场|[两三]场|[三两]个|召开|前夕)(?:(?:《[^》]{{2,40}}》|“[^”\n]{{2,40}}”|(?![的了在将]|会议[和、])[{HAN}、“”\-—0-9]){{1,26}}?(?:座谈会|研讨会|论坛|研讨班|动员会|推进会|现场会|表彰大会|庆祝大会|纪念大会|工作会议|吹风会|专题会议|视频会议|电视电话会议|协商会|会商会|调度会|部署会|启动会|招待会|外长会|财长会|圆桌会)"
    rf"|(?:(?![的了在将、]|会议和)[{HAN}“”\-—0-9]){{4,26}}?(?:会议|大会|峰会|年会|高官会|联席会|报告会|对话会|纪念活动|(?:年度|定期)会晤)))(?=[，。；、（(\n“ ]|$|并|强调|指出|要求|部署|研究|听取|审议|时|和|后|期间|开幕|闭幕|的|[在于今昨\d])"
)
LONG_HEADS = "会议|行长会(?!议)|大会|座谈会|研讨班|研讨会|论坛|峰会|年会|协商会|外长会|财长会|对话会|推进会|现场会|专题会|表彰会|报告会|动员会|听证会|吹风会|发布会|圆桌会|交流会|恳谈会|茶话会|团拜会|招待会|生活会|讲座"
WHEN = rf"(?:(?:{WEEKDAY}|今天|昨天|今日|昨日|日前|近日|[（(][^）)]{{1,12}}[）)]|于|\d{{4}}年|\d{{1,2}}月|\d{{1,2}}[日号]?|至|上午|下午|晚上|晚)*(?:在[{HAN}（）]{{1,20}}?)?(?:以视频方式|以视频形式|采取视频形式|如期|胜利|隆重)?)"
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
    "^[一二两三四五六七八九十\\d]+余?多?场(?=“)|^\\d{1,2}、|^[①-⑳]|^由[^，]{2,16}(?:牵头|主办|发起)的|^值此|^.*决定(?=[一二三四五六七八九十])|^中华人民共和国(?=第)|^.*(?:举行|召开|举办|主办|承办|闭幕|开幕)的|^的|^.*对出席|^.*对本次|^.*联合(?=二十国)"
)
TRIMMED = (CALLED, TAKES_PLACE, SPOKEN_AT, SENT_TO)
"""The patterns whose names are refused where a verb stands in them."""
NOT_IN_NAME = re.compile(
    "主持|召开|举行|会谈|出席|参加|表示|强调|指出|我们|今天|此次|本次|这次|首次|每次|一次|新闻联播|介绍|通过|这一|今年|去年|(?:会议|会晤|大会|委员会)[和、]|(?:年会|峰会|会晤|会议)视频"
)
VAGUE = re.compile(
    "^[\u4e00-\u9fff]{2}的|^\\d+余?多?[场项个次]|^[一二两三四五六七八九十多]+(?:场|项|次(?=推))|^(?:下|上|新|这|每)?一届|^中国(?:主办|坚定)|^宣布|^国际社会(?:高度)?关注|^感谢|^包括|同志参加|^(?:有关|相关|本次|此次|这次|该|各类|一系列|重要|多场|首场|多个|系列|每年|各种|年度|国际|专题|专门|中国|全国|全体|一次)+(?:会议|论坛|座谈会|研讨会|峰会|大会|工作会议|年会|研讨班)?$|[，。、]$|^(?:人民|代表)大会$|职工代表大会|村民代表大会|股东大会|全国人民代表大会$|(?<!次)全国代表大会$|人民大会$"
)

ROUND = re.compile(
    "(?P<name>(?:十[七八九]|二十[一二三]?)届中央第[一二三四五六七八九十]{1,3}轮巡视)(?!组|工作动员)"
)
"""A round of inspections of the Party's centre."""
DELEGATION = re.compile(rf"(?:参加了?(?![他她])|所在的|次会议)(?P<name>[{HAN}]{{2,8}}?代表团审议)")
"""A delegation's review of the reports to a congress (参加他所在的云岭代表团审议)."""
SHORTEST = 3

OPENINGS = (
    (("第", "19", "20"), OPENED),
    (("",), GENERAL),
    (("",), CALLED),
    (("",), BARE_CALLED),
    (("召开", "举行", "开幕", "闭幕", "开班", "结业", "结束"), TAKES_PLACE),
    (("在",), SPOKEN_AT),
    (("向",), SENT_TO),
    (("仪式",), CEREMONY),
    (("论坛”", "会”"), QUOTED),
    (("代表团审议",), DELEGATION),
    (("轮巡视",), ROUND),
)
"""What a sentence must hold, one or the other, for a pattern to be tried."""


def find_opened(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
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
                or (pattern is GENERAL and _ends_another(f, start, match.end("name")))
                or (
                    f.kind is Kind.MEETING
                    and f.end < match.end("name")
                    and not _widens(text, f, start, match)
                )
                for f in inner
            ):
                continue
            known = layer.starting(start)
            cut = known is not None and known.kind is Kind.INSTITUTION and known.end >= match.end("name")
            if not VAGUE.search(name) and not cut:
                start += name.rfind("》") + 1  # a document in the meeting's name keeps its own place
                label = BRACKET.sub("", name)
                yield Found(start, match.end("name"), Kind.MEETING, label, (), "meeting by its opening")


def _ends_another(inner: Found, start: int, end: int) -> bool:
    """Whether a name runs over a post, or over words before a known meeting (中央财办负责同志解读中央经济工作会议)."""
    if inner.kind is Kind.MEETING:
        return inner.begin > start and inner.end == end and bool(inner.entries)
    return inner.kind is None and inner.end + len("工作会议") < end


def _widens(text: str, forum: Found, start: int, name: re.Match[str]) -> bool:
    """Whether a name begins with a forum and goes on to a talk that is held at it (云岭论坛企业家座谈会)."""
    return forum.begin == start and HELD_AT.fullmatch(text, forum.end, name.end("name")) is not None


HELD_AT = re.compile(f"(?!开幕|闭幕|期间|全体)[{HAN}]{{2,12}}(?:座谈会|对话会|研讨会|推进会)")
