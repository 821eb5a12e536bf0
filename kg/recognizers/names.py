"""Whether the words at a place are a person's name: a surname and a given name, or a transliteration, and what follows.

张青松 before 、; "陆  磊" with spaces; 戈尔-史密斯 before 表示.
"""

from __future__ import annotations

import re

from kg.lexicon import AFTER_NAME, COMPOUND_SURNAMES, COUNTRIES, TRANSLITERATION
from kg.lexicon import SURNAMES as ALL_SURNAMES

SURNAMES = ALL_SURNAMES - frozenset("和都国通能所有后查年经须况广公以从")
"""Those that are nearly always another word."""
MORE_SYLLABLES = frozenset("滕茨芙芭娃彻舍楞岑菈妲拜卜逊涅斐慕焦嘎廉茂珊颂")
FOLLOWING = re.compile("以及|夫妇|热情|热烈|特别|希望|赞赏|赞成|赞同|达成")
"""Words behind a foreign name whose first character might be of it (阿齐莫夫热情……)."""
HAN = re.compile(r"[\u4e00-\u9fff]+")
_SYLLABLE = f"(?:亚历山大|安德烈|[{''.join(sorted(TRANSLITERATION | MORE_SYLLABLES))}])"
_WITHIN = "(?:垂(?=文)|得(?=[森罗])|铁(?=雷))"
"""Characters that are syllables before certain others only (彼得森)."""
FOREIGN = re.compile(rf"{_SYLLABLE}{{1,8}}(?:[·•・‧\-](?:{_SYLLABLE}|{_WITHIN}){{1,8}})+|{_SYLLABLE}{{2,8}}")
DOTTED = re.compile("(?:(?!主席|总[理统]|首相|授权|[的会人，])[\u4e00-\u9fff]){2,7}[·•][\u4e00-\u9fff]{2}")
LONGEST = 7
"""How a name with a dot in it begins, whatever its characters (艾尔肯·吐尼亚孜), and how much longer it may be."""
SPACED = (
    re.compile(r"([\u4e00-\u9fff])[ \u3000]{1,3}[\u4e00-\u9fff][ \u3000]{1,3}[\u4e00-\u9fff]"),
    re.compile(r"([\u4e00-\u9fff])[ \u3000]{1,3}[\u4e00-\u9fff]"),
)
NOT_GIVEN = frozenset("在就对向将说等和与的、为任称于会也又还是有要年月日从到由及并及各了所被作受")
PLACES = "乡镇县市"
"""What ends the name of a place, and hardly a given name."""
NOT_NAMES = frozenset(
    "列席 贺信 贺电 贺词 任命 任免 应邀 任职 应当 高度 安全 方面 金融 经济 国家 中国 全国 关于 任务 和平 成员 时间 常委 委员 马上 万元 百分 何时 严格 高级 解放 东方 华人 明确 石油 温家 向全 向大 于今 于年 曾任 曾经 祝贺 祝福 宣布 宣誓 应对 巴黎 连任"
    " 代表 通道 向香 全盟 全会 全党 全军 全行 全市 全省 各位 华盛顿 向社会 易地 安排 平等 党组 单位 全体 全面 文化 文明 舒适 计划 强调 时任 都会 和其他 农业 水利 国防 国务 国际 卫生 宁夏 海南 云南 贵州 温州 祖国 席就 应询 向与 能够 应约 高举 严肃 时隔 从严 尤其 成为 党的 计生 应该"
    " 农村 包括 宣读 万里 国有 常务 空军 海军 牛津 国资 广大 广东 广西 江苏 江西 安徽 安理 连续 金砖 师生 和部 和有 关系 相关 有关 明年 万众 夏季 秋季 宫廷 高层 高官 高校 任期 任何 方案 方向 权力 终身 全程 邀请 党委 党支 全票 古巴 华为"
    " 法国 德国 巴西 阿拉伯 英国 国会 国民 国王 时表 谈话 谈及 解读 解释 甘肃 车辆 和谐 和工 和代 和成 和外 祝愿 查处 相继 向世 向记 向中 向各 向媒 向联 向总 应美 应法 应德 应俄 应英 应习 从国 从中 从北 从事 解决 符合 路透 路边 习主 时强 米歇尔率 关切 坚强 支持 盛情 齐聚 道别 时共 谈经 成功 陆续 全部 中东 依法 管理 为北 明显".split()
)
LONG = re.compile(
    "沙(?=[市县开召举出])|宁(?=[县区])|白山|春(?=[市开召举])|治久安|治(?=市)|江(?=[沿上中下流经边])|城(?=墙)|安街"
)
"""What makes a word of the 长 before it, which is then no title's (社会长治久安, 大会长沙开幕)."""
TOWARDS = re.compile("[向应](?=[拉普奥马特默梅卢托埃鲁哈萨安米布卡])")
"""A preposition before a foreign name, though a surname or a syllable too (向拉赫蒙)."""
SHORT_COUNTRIES = frozenset("马里 乍得 贝宁 多哥 海地 瑙鲁 帕劳 黑山 波黑 不丹 朝鲜".split())
"""Those that names of persons begin with too (马里奥)."""
NO_NAMES = NOT_NAMES | frozenset(COUNTRIES)


def name_at(text: str, at: int, *, foreign: bool = False) -> int | None:
    """The end of a person's name that begins at a place, judged by surname and by what follows; else None.

    >>> name_at("张青松、宣昌能出席会议", 0), name_at("张青松、宣昌能出席会议", 4), name_at("张望未来发展", 0)
    (3, 7, None)
    >>> name_at("戈尔-史密斯表示", 0, foreign=True)
    6
    """
    for pattern in SPACED:
        spaced = pattern.match(text, at)
        if spaced and spaced[1] in SURNAMES and ends_name(text, spaced.end()):
            return spaced.end()
    if SPACED[-1].match(text, at) or (text[at - 1 : at] == "长" and LONG.match(text, at)):
        return None
    match = FOREIGN.match(text, at) if foreign and not TOWARDS.match(text, at) else None
    if (
        match
        and (end := _foreign_end(text, at, match.end())) is not None
        and (end - at > 3 or text[at] not in SURNAMES)
    ):
        return end
    if end := chinese_end(text, at):
        return end
    if match:
        return _foreign_end(text, at, match.end())
    dotted = DOTTED.match(text, at) if foreign else None
    ends = range(dotted.end(), dotted.end() + LONGEST) if dotted else ()
    return next((e for e in ends if ends_name(text, e) and "，" not in text[at:e]), None)


def ends_name(text: str, at: int) -> bool:
    """Whether what stands at a place may follow a name."""
    return AFTER_NAME.match(text, at) is not None


def _foreign_end(text: str, at: int, stop: int) -> int | None:
    following = FOLLOWING.search(text, at + 2, stop + 1)
    stop = following.start() if following else stop
    for end in range(stop, at + 1, -1):
        name = text[at:end]
        word = AFTER_NAME.match(text, end - 1)  # 互致 after a name, its first character no part of it
        if ends_name(text, end) and (word is None or word.end() <= end) and not _other(name):
            return end
    whole = text[at:stop]
    clear = stop - at > 2 and whole[-1] not in "于以来及已也安关" and whole not in NO_NAMES
    return stop if clear and text[at] not in SURNAMES and whole[:2] not in NOT_NAMES else None


def chinese_end(text: str, at: int) -> int | None:
    """The end of a Chinese name that begins at a place: a surname, one or two characters, and what may follow."""
    surname = 2 if text[at : at + 2] in COMPOUND_SURNAMES else 1
    if surname == 1 and text[at : at + 1] not in SURNAMES:
        return None
    ends = [end for end in (at + surname + 2, at + surname + 1) if _is_given(text, at + surname, end)]
    followed = [match for match in (AFTER_NAME.match(text, end) for end in ends) if match]
    if not followed:
        return None
    end = max(followed, key=lambda match: match.end() - match.start()).start()
    return None if _other(text[at:end]) else end


def _other(name: str) -> bool:
    """Whether what looks like a name is another word or a country, or begins with one."""
    return bool({name, name[:2]} & NO_NAMES) or name in SHORT_COUNTRIES


def _is_given(text: str, begin: int, end: int) -> bool:
    """Whether a range may be a given name."""
    given = text[begin:end]
    return (
        len(given) == end - begin
        and HAN.fullmatch(given) is not None
        and given[0] not in "、的等和"
        and (given[-1] not in NOT_GIVEN or _closes(text, end))
        and given[-1] not in PLACES
    )


def _closes(text: str, at: int) -> bool:
    """Whether 和 right before a place ends a given name (邵清和、): a mark follows, no second name."""
    return text[at - 1] == "和" and text[at : at + 1] in tuple("、，。；为任")
