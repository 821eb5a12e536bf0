"""What leads into a clause: numbers, time words, modals, adverbs; and which of them are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import ADVERBS, CONNECTIVES, MODALS, WEEKDAY, either
from kg.text import MARKER, MARKER_FIRST

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Span

MADE_KNOWN = "(?:正式)?(?:对外|面?向社会|全文)(?:公开|正式)?(?=发布|公布|印发|征求)|(?:讨论并?|(?:讨论|审议)?并?原则(?:性)?)(?=通过)|(?:组织|牵头)(?=编制|起草|制定|修订|印发|发布)"
"""What stands before a verb of making or adopting a document (对外公布, 讨论并原则通过, 组织编制)."""
WITH = "会同囗+(?:[、和]囗+)*|商囗+|[同与][\u4e00-\u9fff]{2,8}?一道(?=[为把将])"
"""Whom a body acts with (会同有关部门 by name, 同各方一道为……)."""
NUMBER = "[0-9一二两三四五六七八九十]"
TIME = (
    rf"(?:{NUMBER}{{4}}年(?:前|底前|底|末|初|度|上半年|下半年)?|今年(?:以来|上半年|下半年|起)?|明年(?:起)?|今明两年|今[春夏秋冬]|[这此本]次(?=[\u4e00-\u9fff]{{2}})|至{NUMBER}{{4}}年底|暂(?=[免减缓不])|分[两三四五六七八九十\d]{{1,2}}[批次步]|去年|全年|下半年|上半年|[一二三四]季度|前[两二三]个?季度|前{NUMBER}{{1,2}}个月|近期|近年来|当前(?:和今后一个时期)?|目前|日前|近日|昨日|刚刚|最近|此前(?!的)|"
    rf"今后(?:一个时期|一段时间)?|未来(?:五年|三年|几年)?|“十[三四五]五”(?:时期|期间)|到{NUMBER}{{4}}年(?:底)?|自{NUMBER}{{1,4}}年?{NUMBER}{{0,2}}月?{NUMBER}{{0,2}}日?起|"
    rf"从今年[^，]{{1,12}}起|(?:于|自|从)?(?:[今明]年|[\d]{{4}}年)?[\d]{{1,2}}月(?:[\d]{{1,2}}[日号]|底)?(?:（[^）]{{1,8}}）)?前?(?:[和、至](?:[\d]{{4}}年)?[\d]{{1,2}}月(?:[\d]{{1,2}}[日号]|底)?)*(?:(?:零时|\d{{1,2}}时(?:\d{{1,2}}分)?)起?|起)?|近[几两三四五六]年|{NUMBER}{{1,3}}年内|年内|年底前|必要时|适时|(?:累计|先后|连续|已经|已)*{NUMBER}{{1,2}}次|[今明昨当][天日](?:（[^）]{{1,12}}）)?(?:\d{{1,2}}时(?:\d{{1,2}}分)?)?|[本上下]?{WEEKDAY}|期间|同期|全力以赴|用{NUMBER}{{1,2}}(?:[至到]{NUMBER}{{1,2}})?(?:年|个月)(?:左右|多)?(?:的?时间)?)"
)
TIME_FIRST = "0123456789一二两三四五六七八九十今明去全下上当目日近未到自从于年期同用累先连已必适“这此本至分暂昨刚最对面向讨审并原组牵正前会商周本"
"""The characters that a time, and what else stands before a verb beside adverbs, may begin with."""
WORD = either(" ".join(ADVERBS), " ".join(MODALS), " ".join(CONNECTIVES))
LEAD = re.compile(
    rf"(?:(?=[{TIME_FIRST}])(?:{TIME}|{MADE_KNOWN}|{WITH})|突出强调|会同[\u4e00-\u9fff]{{2,6}}?(?:部门|单位|方面|地方|部委)|[以用][\u4e00-\u9fff、]{{2,16}}?(?:方式|形式|办法|手段)|金融(?=支持)|{WORD}(?:、(?={WORD}[、\u4e00-\u9fff])|(?:地(?!方|产|区|位|带|域))?(?!的))|[\u4e00-\u9fff]{{2,4}}(?<![房各当外基土本内农工场两耕田草林湿绿盆腹陆天落属驻产实住业在])地(?!产|方|区|位|带|下水|铁|震|质|理|球)(?=[\u4e00-\u9fff]))"
)


WAY = re.compile("(?:更[多好快]){2}地")
"""Several adverbs with one mark (更多更好地惠及民众)."""
NUMBERED = MARKER_FIRST | frozenset("【“ *—")
"""The characters that a number, a column's name or a mark before a clause may begin with."""


def after_marker(text: str, span: Span) -> int:
    """Where a clause begins after the number of an item, and after a column's name (【……】)."""
    if text[span.begin] not in NUMBERED:
        return span.begin
    if text[span.begin] == "【" and 0 < (column := text.find("】", span.begin, span.end) + 1) < span.end:
        span = span._replace(begin=column)
    marker = MARKER.match(text, span.begin, span.end) if text[span.begin] in MARKER_FIRST else None
    start = marker.end() if marker else span.begin
    while start < span.end and text[start] in "“ *—":
        start += 1
    return start


OPENERS = frozenset(word[:2] for word in (*ADVERBS, *MODALS, *CONNECTIVES))
FIRST = frozenset(TIME_FIRST + "突以金") | OPENERS
"""The characters, and the beginnings of words, that something that leads in may begin with."""
SAME_AGENT = re.compile(
    "(?:我们|我国|中国政府|中国(?!人民|特色|式|证监|银|经济|货币|金融|央|政府|有(?!能力|条件|信心)|共|的)|各地区各部门|各地区|各部门|全党(?:同志)?|全国上下|各级党委和政府|各级党委政府|各级政府|党政机关|全系统|各方面|[一二三四五六七八九十两多]{1,3}部门(?:联合|共同)?|(?:这|此举)(?=意在|旨在|不仅|将|可以|既|也|有利于|有助于)|中央财政(?!资金|收入|支出|预算|科技|专项|赤字|转移|支持)|中央(?=安排|下达|累计|共)|全国(?=(?:累计|已|共)*新增囗)|国家(?=下达|安排|新增|连续|实行|加快|对|已|陆续|决定|将|要|应(?!急)|也|还|着力|持续|进一步|不断|积极|大力|继续|逐步|鼓励|推动|推进|引导|促进|加大|加强|完善|健全|建立|实施|支持|保护|保障|出台|先后)|会议|全会|大会)(?:都|也|还|坚决|将|要(?!求)|应(?!该|当))?"
)
ANNOUNCES = re.compile(
    "(?:部署|谋划|希望|重申|宣布(?:了)?|准备|同意|主要是|重点是|讨论并(?:原则)?|审议并(?:原则)?|表决(?!通过)|原则(?=通过)|确定(?:了)?|决定|研究|明确(?:了)?|强调|要求|提出|指出|坚持|突出强调|介绍(?:了)?(?:我国|金融)?)+(?=[\u4e00-\u9fff])"
)

AGAIN = re.compile("(?:加快|抓紧|进一步|认真|深入)+研究")
"""What may be ordered before the verb of it (部署加快研究促进民间投资的政策)."""
SUBJECT_FIRST = frozenset(
    "宣准同主重我中各全党国这此一二三四五六七八九十两多会大部确研强要提指坚突介讨审表原谋希明"
)


def after_subject(
    text: str, start: int, end: int, opens: Callable[[str, int, int], object]
) -> tuple[int, int, bool]:
    """Past a subject that speaks for the same agent (我们, 各地区各部门), and past 部署 / 确定 before what `opens` a phrase.

    Gives that place, where what leads in there ends, and whether a modal is in it.
    """
    starts, modal = lead_end(text, start, end)
    if starts >= end or text[starts] not in SUBJECT_FIRST:
        return start, starts, modal
    if (same := SAME_AGENT.match(text, starts, end)) and same.end() < end:
        return after_subject(text, same.end(), end, opens)
    if (word := ANNOUNCES.match(text, starts, end)) and (
        AGAIN.match(text, word.end(), end)
        and (later := after_subject(text, word.end(), end, opens))[1] > word.end() + 2
    ):
        return later
    if word and (
        opens(text, lead_end(text, word.end(), end)[0], end)
        or text.startswith(("在", "通过", "以", "依靠"), word.end())
    ):
        return word.end(), *lead_end(text, word.end(), end)
    return start, starts, modal


def lead_end(text: str, at: int, end: int) -> tuple[int, bool]:
    """Where the adverbs, modals and time words that begin at a place end, and whether a modal is there."""
    modal = False
    while (
        at < end
        and (text[at] in FIRST or text[at : at + 2] in OPENERS or "地" in text[at + 2 : at + 5])
        and (match := LEAD.match(text, at, end))
        and match.end() > at
    ):
        word = match.group()
        if match.end() < end and word in AMBIGUOUS and not _adverbial(text, match.end(), word):
            match = WAY.match(text, at, end)
        if match is None or match.end() >= end:
            break
        modal = modal or word in MODALS
        at = match.end()
    return at, modal


AMBIGUOUS = frozenset(
    [
        "稳定",
        "规范",
        "统一",
        "细化",
        "深化",
        "统筹",
        "保持",
        "加快",
        "加速",
        "开始",
        "予以",
        "坚持",
        "综合",
        "系统",
        "整体",
        "深度",
        "分类",
        "重点",
        "定向",
        "以",
        "为",
        "进",
        "再",
        "切",
        "更",
        "也",
        "高质量",
        "高水平",
        "高标准",
        "市场化",
        "法治化",
        "常态化",
        "专业化",
        "差异化",
        "基本",
        "同时",
        "会",
        "来",
        "突出",
        "注重",
        "更多",
        "平等",
        "能",
        "要",
        "共",
        "均",
        "就",
        "都",
        "正",
        "科学",
        "安全",
        "因城施策",
        "稳中求进",
        "相应",
        "全程",
        "精心",
        "双向",
        "应",
        "将",
    ]
)
EMPHASISED = re.compile(
    either(
        "提高 提升 增强 做好 抓好 解决 保障 改善 完善 构建 推动 推进 促进 扩大 优化 激发 防范 化解 稳定 支持 培育 打造 健全 发挥 维护 保护 深化 降低"
    )
    + "[^，。；]{2,}|(?:[用以]|通过|依靠|运用)[^，。；]{4,}|[稳保惠促增防补][\u4e00-\u9fff]{2}(?:[、，。；]|[稳保惠促增防补兜])"
)
"""What is to be done above all, behind 突出 or 注重, which then only lead in (突出提升教育质量)."""
_OWN: dict[str, re.Pattern[str]] = {
    "保持": re.compile("\u0000"),
    "高质量": re.compile("(?!发展|供给)(?:建设|推进|推动|完成|共建|做好|实施|落实|开展|打造|构建|培育)"),
    "统筹": re.compile(
        "(?!发展[和与])(?:推进|推动|做好|抓好|安排|谋划|运用|实施|开展|用好|加强|优化|协调|建设|支持|落实|利用|考虑|整合|调配|化解|防范|保障)"
    ),
    "要": re.compile("(?!素|求|点|件|领)"),
    "应": re.compile("(?!对|用|急|税)"),
    "会": re.compile("(?!议|同|见|计|谈|商)"),
    "也": re.compile("(?!门)"),
    "都": re.compile("(?!市|江|柏|会)"),
    "就": re.compile(
        "(?!业|地|医|诊|读|餐|[^，。；]{3,}?(?:提出|交换|发表|进行|开展|展开|深入|充分|坦诚|达成|听取)[^，。；]{0,12}(?:意见|建议|看法|讨论|交流|探讨|磋商|沟通|协商|共识|研讨|对话)[^，。；]{0,4}(?:[，。；]|$))"
    ),
    "深化": re.compile("推进|落实|拓展|实施|开展|运用|做好|整治|治理|纠治|巩固"),
    "突出": EMPHASISED,
    "注重": EMPHASISED,
    "更多": re.compile("惠企|便民|利企|提供|运用|支持|引导|利用|依靠|采用|惠及|吸引|激发|发挥|消除|培育"),
    "平等": re.compile("保护|对待|参与|使用|适用"),
    "再": re.compile("(?!生|贷|贴现|融资|保险|担保|就业|制造|利用|投资|次|创|造|入)"),
    "予以": re.compile("免征|减征|免除|减免|缓缴|退还|取消|延续|保留"),
    "来": re.compile("(?!自|源|看|华|访|到|临|的|电|往|年|说|宾|信|京|沪)"),
    "同时": re.compile("(?!期)"),
    "能": re.compile("(?!源|耗|力)"),
    "为": re.compile(
        "(?=(?:进一步|更好|切实|有效|稳妥|深入|加快|[\u4e00-\u9fff]{2}(?:[\u4e00-\u9fff]{2,})))\u0000"
    ),
    "以": re.compile(
        "(?![^，。；、和]{4,14}(?:添|增添|注入|赋能|激发)[\u4e00-\u9fff]{2,6}(?:[，。；]|$))(?=(?:进一步|更好|"
        "保持|确保|促进|推动|避免|防止|支持|帮助|实现|提高|提升|增强|维护|满足|便利|缓解|降低|扩大|保障|适应|应对|拓宽|激发|化解|减轻|引导|带动|稳定|巩固|改善|优化|解决|推进|加快|保基|稳增|促消"
        "))"
    ),
}


def _adverbial(text: str, at: int, word: str) -> bool:
    """Whether an ambiguous word before a place is an adverb there: a verb or an adverb follows."""
    own = _OWN.get(word)
    if own is not None:
        return bool(own.match(text, at))
    if word == "将":
        return bool(HOW.match(text, at)) or not PUT_TO.match(text, at)
    return bool(VERBAL.match(text, at) or ADVERBIAL.match(text, at))


HOW = re.compile("再|" + either(" ".join(w for w in ADVERBS if len(w) > 1 and w not in AMBIGUOUS)))
"""An adverb, behind which 将 is a modal (将大力压减开支)."""
PUT_TO = re.compile(
    "军|来(?!自)|存量|全国|符合|单户|各类|各项|相关|有关|囗|(?!(?:在|于|以|从|对|由|按|向|通过|围绕|根据|推动|促进|鼓励|引导|帮助|支持(?!范围|政策|对象))(?!外|口|内))"
    "(?:(?!把|致力)[^，。；]){1,20}?(?:纳入|列入|融入|作为|列为|变为|变成|改为|降至|降到|降为|提至|放在|统一为?|转为|推向|推到|再?压减|下放"
    "|(?:压缩|缩短|压降|延长|扩大|拓展|扩展|提升|增加|提高|降低|放宽|下调|上调|转化|转换|调整|延伸|集聚|集中|落实|送)[到至为给]|(?:打造|建设)成)"
)
"""What follows a 将 that is no modal but puts something somewhere (将两国关系推向新高度)."""
VERBAL = re.compile(
    either("""
    推进 推动 促进 保持 防范 化解 处置 扩大 提高 提升 增强 加强 强化 完善 健全 构建 建设 建立 深化 优化 改善 降低 减少 增加 实现 确保 保障 培育 发展 打造 形成 营造 打通 畅通 破解 解决 缓解 消除 遏制 整治 规范 引导 带动 提振 活跃 巩固 夯实 筑牢 盘活 统筹
    协调 落实 实施 运用 使用 开展 发挥 调整 完成 做好 抓好 支持 服务 推广 补齐 研究 制定 出台 设立 创设 补充 满足 便利 抓住 安排 谋划 把握 吸引 开放 转变 转型 改造 修订 会同 应对 办理 履行 有序 稳妥 积极 稳步 深入 扎实 有效 精准 进一步 持续 不断 切实 全面 加快 更好 调控 管理 壮大 兜牢 突破 延续 创新 适应 走 用好 下调 上调 下达 发行 新增 推出 发放 拨付 投放 推行 实行 启动 纠治 压降 治理 加大 防止 避免 守住 稳住 维护 拓宽 创造 缩小 放宽 减轻 培养 帮助 惠及 取消 压缩 激发
    """)
)
ADVERBIAL = re.compile(
    either(
        "融入 对接 打赢 弘扬 抵御 惩治 打击 查处 清理 取消 拓展 挖掘 释放 保护 鼓励 引进 凝聚 攻克 构筑 搭建 提供 拓宽 压实 筹集 整治 排查 布局 注重 嵌入 参与 助力 赋能 催生 承接 支撑 引领 建成 聚焦"
    )
    + "|把(?![握关手脉控])"
)
"""Verbs, beside those, before which an ambiguous word is an adverb (深度融入世界经济)."""
