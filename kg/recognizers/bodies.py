"""Institutions that no list holds, by their head word and the right left edge.

主题教育中央第十八巡回指导组, 中国人民银行货币政策司, 中美、中欧金融工作组, 二十国集团可持续金融工作组,
十四届全国人大民族委员会、外事委员会, 美国财政部, 中国政府.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.departments import part_of, with_country
from kg.recognizers.found import Found, Layer
from kg.recognizers.headed import COMPANY_ABROAD, FOREIGN, HAN, PROVINCES, find_headed
from kg.recognizers.visited import find_visited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Grammar

NUMERAL = "[一二三四五六七八九十百]"
COUNTRY_PAIR = "中美|中欧|中英|中法|中德|中日|中俄|中韩|中印|中澳|中瑞|中意|中新|中加|中沙|中巴|中非|中阿"
PAIRS = re.compile(
    rf"((?:{COUNTRY_PAIR})(?:、(?:{COUNTRY_PAIR}))+)([{HAN}]{{0,6}}(?:工作组|联合工作组|对话机制))"
)
PAIR = re.compile(rf"(?:{COUNTRY_PAIR})[{HAN}]{{0,6}}(?:工作组|联合工作组)")
STATIONED = re.compile(
    rf"(?:中央纪委国家监委|中央纪委监察部|中央纪委|中纪委)驻([{HAN}]{{2,16}}?)(?:纪检监察组|纪检组)"
)
INSPECTION = re.compile(
    rf"(?:主题教育(?:中央|省委|市委)?第|中央第|省委第|市委第|第){NUMERAL}{{1,4}}(?:巡回)?(?:指导组|巡视组|督导组|督查组|巡察组)"
    rf"|(?:国务院|中央)(?:赴[{HAN}]{{2,3}}?)?(?:指导|督导|督查|督察|调查)组"
)
BILATERAL = re.compile(
    rf"中国[和与\-—－]{either(' '.join(FOREIGN), '东盟 欧盟 非洲 阿拉伯国家')}[{HAN}]{{0,12}}?委员会"
)
ANNOUNCES = "(?=(?:\\d{1,2}[日号]|今天|昨天|当天|日前|近日|联合|最新)*(?:表示|宣布|发布|公布|称(?!为|赞|号)|指出|说|通报|预测|证实|警告|发表|确认|启动|介绍))"
SPEAKS = (
    re.compile(
        rf"{either(' '.join(FOREIGN))}(?:(?![的和与对在将驻各等]|媒体|多[家个]|[两一三第]|智库|援引|行业|通过)[{HAN}]){{2,10}}?(?:部|局|署|厅|委员会|法院|司令部|参谋部|检察院|指挥部|科学院|研究所|石油公司|航空公司|银行|中心)(?<!总部|内部|东部|西部|北部|南部|中部|分部){ANNOUNCES}"
    ),
    re.compile(
        rf"(?:{either(PROVINCES)}[省市]?|国家(?![级主])|中国|全国)(?:(?![的和与对在将驻各等首])[{HAN}]){{2,12}}?(?:指挥部|中心(?<!副中心)){ANNOUNCES}"
    ),
)
"""Bodies whose head word is too common to show one, where they speak: abroad (丹麦能源署宣布), and at home (云岭信息中心发布)."""
PREACHERS = re.compile(rf"(?:学习贯彻[{HAN}]{{4,20}}?精神)?中央宣讲团")
SESSION = re.compile(rf"第?{NUMERAL}{{1,4}}届$")
CONGRESSES = ("全国人大", "全国政协", "全国人民代表大会", "全国人大常委会", "全国政协常委会")
COMMITTEE = re.compile(
    r"(?:宪法和法律|监察和司法|内务司法|财政经济|教育科学文化卫生|教科文卫|外事|华侨|环境与资源保护|环境资源保护|农业与农村|社会建设|民族|法律|预算工作|法制工作|香港基本法|澳门基本法|代表资格审查)委员会|(?:宪法法律|法律|监察司法|内司|财经|教科文卫|外事|华侨|环资|农业农村|农|社会建设|社会|民)委(?!员)"
)
COMMITTEE_GAP = re.compile(rf"(?:常委会|(?:副?主任委员|副?主任|委员)[{HAN}]{{2,4}}(?=[、和，]))?[、和，]?")
"""What stands between two committees of one congress: a comma, and who sits on the first (财经委副主任委员林知远、外事委)."""
PRESIDIUM = re.compile("(?:大会)?主席团(?!会议)")
INITIALS = {
    "美": "美国",
    "日": "日本",
    "英": "英国",
    "法": "法国",
    "德": "德国",
    "俄": "俄罗斯",
    "韩": "韩国",
    "乌": "乌克兰",
    "伊": "伊朗",
    "叙": "叙利亚",
    "朝": "朝鲜",
}
MINISTRY = either(
    "财政部 商务部 外交部 国防部 司法部 国务院 国会 参议院 众议院 议会 央行 中央银行 政府 国家安全委员会 最高法院 能源部 农业部 卫生部 内政部 劳工部 交通部 教育部 环境部 国土安全部 证券交易委员会 国家银行 总统府 国民议会 联邦议院 贸易代表办公室 国防军 内阁 经济部 工业和贸易部 气象厅 防卫省 外务省 财务省 经济产业省 统计局 国家统计局 劳工统计局 海关 移民局"
)
ABROAD = (
    re.compile(rf"(?P<country>{either(' '.join(FOREIGN), '中国')})(?P<body>{MINISTRY})(?![门军债])"),
    re.compile(
        rf"(?P<country>[{''.join(INITIALS)}])(?=[财国司参众央])(?<![0-9中北南欧日英对和与近今昨].)(?P<body>{MINISTRY})(?![门军债])"
    ),
)
"""A country in full, and its first character; each begins with what a scan can look for."""
LOCAL_ORGANS = "人民政府 政府 省委 市委 区委 县委 党委 纪委监委 纪委 人大常委会 人大 政协 高级人民法院 人民检察院 发展改革委 发改委 工信厅 商务厅 商务局 教育厅 教育局 住建厅 住房和城乡建设厅 住房城乡建设厅 证监局 银保监局 金融监管局 税务局 公安厅 公安局 生态环境厅 卫健委 卫生健康委 国资委 人社厅 人力资源社会保障厅 科技厅 市场监管局 农业农村厅 水利厅 交通运输厅 统计局 金融办 财政厅 财政局 地方金融监管局 地税局 国税局 环保厅 环保局 生态环境局 林业厅 林业局 民政厅 民政局 水利局 住建委 卫计委 卫生计生委 卫生局 卫生厅 教委 农委 国土资源厅 自然资源厅 农业厅 司法厅 司法局 人社局 交通委 交通厅 建设厅 文化和旅游厅 旅游委 新闻办 政府新闻办 应急管理厅 应急管理局 审计厅 审计局 质监局 安监局 口岸办 园林绿化局 海事局 气象局 高院 互联网法院 扶贫办 科技局 经信委 经信厅 经信局 工信局 市场监督管理局 医保局 知识产权局 商委 银监局 保监局 中级人民法院 药监局 住房和城乡建设委员会 规划和自然资源委员会 经济和信息化局 经济和信息化委员会"
LOCAL = re.compile(
    rf"{either(PROVINCES)}(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|特区)?(?:[{HAN}]{{2,3}}(?:市|区|县))?"
    rf"{either(LOCAL_ORGANS)}(?!员|部门|系统)"
)
NO_PLACE = "[各全本该两多外从在由对向和据了是]"
"""What no province's name begins with (从云岭省商务厅, 两省委)."""
TOWN = re.compile(
    rf"(?<![{HAN}])(?!直辖|推动|支持|督促|要求|[各全本该两多省城乡当有外在由对向])[{HAN}]{{2,3}}(?<!城)[市县](?:人民)?政府(?!性|采购|间|债|部门)"
)
PROVINCE_OFFICE = re.compile(
    rf"(?<![{HAN}])(?!{NO_PLACE})[{HAN}]{{2,3}}省{either(' '.join(o for o in LOCAL_ORGANS.split() if o.endswith('厅')))}"
)
PROVINCE_PARTY = re.compile(
    rf"(?<![{HAN}])(?!{NO_PLACE})[{HAN}]{{2,3}}省委(?=书记|副书记|常委|召开|举行|印发)"
)
LOCAL_PARTY = re.compile(
    rf"{either(PROVINCES)}(?:省|市|自治区)?委(?=书记|副书记|常委|、|召开|举行|印发|领导|主要)"
)
CENTRAL = re.compile(
    rf"中央(?<![{HAN}]中央)(?=(?:还|也|再次|多次|明确)?(?:提出|决定|要求|强调|部署|出台|印发|作出)(?!的))"
)
"""The Party's leadership by its shortest name, where it acts (中央提出，……); else 中央 is part of other names."""
REGION = re.compile("(?P<region>香港|澳门)(?:特别行政区|特区)(?=行政长官)")
JOINT_CONTROL = re.compile(rf"国务院[{HAN}]{{0,24}}?联防联控(?:工作)?机制")
EMBASSY = re.compile(rf"{either(' '.join(FOREIGN), '中国')}驻[{HAN}]{{2,10}}?(?:大使馆|总领事馆|领事馆|使馆)")
AGENCY = re.compile(rf"路透(?=[{HAN}]{{2,6}}\d{{1,2}}月\d{{1,2}}日)")
OF_LAW = re.compile(
    rf"国务院(?!有关|各|相关)[{HAN}]{{2,12}}?(?:监督管理机构|管理机构|主管部门|行政部门|监督管理部门|管理部门)"
)
FUND = re.compile(rf"(?:存款保险|投资者保护|[{HAN}]{{2,6}}保障)基金管理机构")
MECHANISM = re.compile(
    rf"(?:参加|加入|依托|建立健全|建立|成立|参与|发挥好?)(?P<name>[{HAN}“”]{{4,16}}?(?:协调机制|部际联席会议|工作联席会议))(?!制)"
)
DEFINED = re.compile(rf"以下[统简合]称(?P<name>[{HAN}]{{2,12}}(?:机关|部门|管理机构|联席会议))[）)]")
"""A body that a law names for itself (以下统称外汇管理机关)."""
TAKEN_PART_IN = "mechanism taken part in"


def find_bodies(text: str, layer: Layer, begin: int, end: int, grammar: Grammar) -> Iterator[Found]:
    """Yield the institutions of a sentence (a range of the text) that are not known as a whole."""
    part = text[begin:end]
    yield from _coordinated(part, begin)
    for cue, pattern, reason in PLAIN:
        for match in pattern.finditer(part) if cue in part else ():
            yield Found(
                begin + match.start(), begin + match.end(), Kind.INSTITUTION, match.group(), (), reason
            )
    for match in CENTRAL.finditer(part):
        at = begin + match.start()
        yield Found(at, begin + match.end(), Kind.INSTITUTION, "中共中央", (), "the Party's leadership")
    yield from _of_region(part, begin)
    defined = DEFINED.finditer(part) if "以下" in part else ()
    for match in chain(MECHANISM.finditer(part), defined):
        yield Found(
            begin + match.start("name"),
            begin + match.end("name"),
            Kind.INSTITUTION,
            match["name"],
            (),
            TAKEN_PART_IN,
        )
    for match in chain.from_iterable(pattern.finditer(part) for pattern in ABROAD):
        label = INITIALS.get(match["country"], match["country"]) + match["body"]
        known = layer.ending(begin + match.end()) if match["country"] == "中国" else None
        entries = known.entries if known is not None and known.kind is Kind.INSTITUTION else ()
        yield Found(
            begin + match.start(), begin + match.end(), Kind.INSTITUTION, label, entries, "body of a country"
        )
    for known in layer.within(begin, end):
        if known.kind is Kind.INSTITUTION:
            yield from _session(text, begin, known)
            yield from part_of(text, layer, known)
            yield from with_country(text, known)
    yield from _committees(text, layer, begin, end)
    yield from find_headed(text, layer, begin, end, grammar)
    yield from find_visited(part)


def _of_region(part: str, offset: int) -> Iterator[Found]:
    """香港特别行政区行政长官: the post is at the region's government."""
    for match in REGION.finditer(part) if "行政长官" in part else ():
        label = f"{match['region']}特别行政区政府"
        place = offset + match.start(), offset + match.end()
        yield Found(*place, Kind.INSTITUTION, label, (), "government of its head")


PLAIN = (
    ("驻", STATIONED, "stationed inspection team"),
    ("组", INSPECTION, "numbered team"),
    ("组", PAIR, "bilateral group"),
    ("委员会", BILATERAL, "bilateral committee"),
    ("国务院", OF_LAW, "body by its duty"),
    ("基金管理机构", FUND, "body by its duty"),
    ("路透", AGENCY, "agency in a dateline"),
    ("", LOCAL, "local body"),
    ("厅", PROVINCE_OFFICE, "local body"),
    ("省委", PROVINCE_PARTY, "local body"),
    ("政府", TOWN, "local body"),
    ("委", LOCAL_PARTY, "local body"),
    ("馆", EMBASSY, "embassy"),
    ("宣讲团", PREACHERS, "group of speakers"),
    *(("", pattern, "body that speaks") for pattern in SPEAKS),
    ("公司", COMPANY_ABROAD, "company of a country"),
    ("机制", JOINT_CONTROL, "mechanism of the State Council"),
)
"""What a text must hold for a pattern to be tried, the pattern, the reason."""


def _coordinated(part: str, offset: int) -> Iterator[Found]:
    """中美、中欧金融工作组: each member of the row with the shared head."""
    for match in PAIRS.finditer(part):
        at = offset + match.start()
        pairs = match[1].split("、")
        for number, pair in enumerate(pairs, 1):
            tail = len(match[2]) if number == len(pairs) else 0
            yield Found(at, at + len(pair) + tail, Kind.INSTITUTION, pair + match[2], (), "coordination")
            at += len(pair) + 1


def _session(text: str, begin: int, known: Found) -> Iterator[Found]:
    """十四届全国人大: the congress with its number."""
    before = SESSION.search(text, max(begin, known.begin - 6), known.begin)
    if before and known.label.startswith(("全国人大", "全国政协", "全国人民代表大会")):
        own = known.label in ("全国人大", "全国政协", "全国人民代表大会")
        yield Found(
            before.start(),
            known.end,
            Kind.INSTITUTION,
            text[before.start() : known.end],
            () if own else known.entries,
            "congress with its number",
        )


def _committees(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """十四届全国人大民族委员会、外事委员会: the committees of a congress, each with its owner's name."""
    owner, at = "", -1
    for match in COMMITTEE.finditer(text, begin, end):
        before = layer.ending(match.start())
        whole = layer.ending(match.end())
        if whole is not None and whole.label.startswith("全国人大"):
            number = SESSION.search(text, max(begin, whole.begin - 6), whole.begin)
            owner, at = text[number.start() if number else whole.begin : match.start()], match.end()
        elif before is not None and before.label in CONGRESSES:
            number = SESSION.search(text, max(begin, before.begin - 6), before.begin)
            start = number.start() if number else before.begin
            owner, at = text[start : before.end], match.end()
            yield Found(
                start, match.end(), Kind.INSTITUTION, text[start : match.end()], (), "committee of a congress"
            )
        elif owner and COMMITTEE_GAP.fullmatch(text, at, match.start()):
            at = match.end()
            yield Found(
                match.start(), match.end(), Kind.INSTITUTION, owner + match.group(), (), "committee in a row"
            )
        elif match.group().endswith("会") and (
            text[match.start() - 1 : match.start()] in "、，。；：“ \n" or before is not None
        ):
            yield Found(
                match.start(), match.end(), Kind.INSTITUTION, match.group(), (), "committee of a congress"
            )
    for match in PRESIDIUM.finditer(text, begin, end) if "主席团" in text else ():
        yield Found(match.start(), match.end(), Kind.INSTITUTION, "大会主席团", (), "presidium")
