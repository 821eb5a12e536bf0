"""The words and shapes of dates in Chinese official prose, as one compiled expression."""

from __future__ import annotations

import re

YEARS = {
    "今年": 0,
    "本年": 0,
    "年内": 0,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "前年": -2,
    "明年": 1,
    "来年": 1,
    "后年": 2,
}
"""Words for a year, by their distance from the anchor's."""

DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1, "后天": 2}
"""Words for a day, by their distance from the anchor."""

VAGUE = (
    "近日|日前|近期|最近|近年来|近来|下一阶段|下阶段|下一步|现阶段|目前|当前|此前|当天|当日|同日|"
    "本月初|本月底|本月|上个月|上月|下个月|下月|本周|上周|下周|下一年|次年|同年"
)
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
TO = "(?:至|到|-{1,2}|–|—{1,2}|~|～|﹣|/(?=\\d+日))"
Y = "(?:(?:19|20)\\d\\d|[一二][九〇零○][〇零○一二三四五六七八九]{2})"
REL = "今年|本年|去年|上年|上一年|前年|明年|来年|后年"
_ANY = f"(?:{Y} ?年|{REL})(?:的)? ?"
M = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
D = "(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_PATTERNS = {
    "range": f"(?:{_ANY})?{M} ?月 ?{D} ?日?(?:上午|下午|晚)? ?{TO} ?(?:{_ANY})?(?:{M} ?月 ?)?{D} ?日",
    "day": f"(?:今天|今日|昨天|昨日|明天)[（(]{M}月{D}日[）)]|(?:{_ANY})?{M} ?月 ?{D} ?日",
    "numeric": "(?:19|20)\\d\\d(?P<sep>[-/.])(?:1[0-2]|0?[1-9])(?P=sep)(?:3[01]|[12]\\d|0?[1-9])(?!\\d)",
    "quarter": f"(?:{_ANY})?(?:前[一二三]个?|第?[一二三四1234](?:{TO}[一二三四1234])?|首)季度",
    "half": f"(?:{_ANY})?[上下]半年",
    "months": f"(?:{_ANY})?(?:{M} ?月?{TO}{M} ?月|前{M}个月)份?",
    "month": f"(?:{_ANY})?{M} ?月(?:份|底|末|初|上旬|中旬|下旬)?(?! ?{D}日)",
    "period": "“?十[一二三四五六七八九](?:个)?五”?(?:时期|期间)|“[一二三四五六七八九十]{1,3}五”(?:时期|期间)?",
    "years": f"{Y}年?{TO}{Y}年",
    "year": f"(?:{Y} ?年|{REL})(?:全年|以来|年?[初末底])?|年内",
    "lone": "(?<![\\d月.])(?:3[01]|[12]\\d|[1-9])(?:日(?![内后前均元])|号(?=在|上午|下午|晚|凌晨|发布|闭幕|开幕|举行|起))"
    f"(?:{TO}(?:3[01]|[12]\\d|[1-9])日)?",
    "relative": f"{'|'.join(DAYS)}|{VAGUE}",
}
_FIRST = "(?=[0-9一二三四五六七八九十今昨前后明去来上下本年次同近日最现目当此第首“])(?<!\\d)"
SCAN = re.compile(
    _FIRST + "(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()) + ")"
)


def number(text: str) -> int:
    """The number that digits or Chinese numerals up to 99, or a year in Chinese digits, write.

    >>> number("二〇二四"), number("三十一"), number("十"), number("05")
    (2024, 31, 10, 5)
    """
    if "十" not in text:
        return int(text.translate(_DIGITS))
    tens, ones = text.split("十")
    return 10 * (number(tens) if tens else 1) + (number(ones) if ones else 0)
