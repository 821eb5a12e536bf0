"""What a document says about itself: title, date, publisher, source; from its head and its foot only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg.dates import find_dates, number, resolve
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = 1200
_FOOT = 240
_TITLE_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Masthead:
    """What is found; `issued` is an ISO date. The title is a span, so that it can be quoted as it stands."""

    title: Span | None = None
    issued: str | None = None
    publisher: str | None = None
    source: str | None = None

    def title_in(self, text: str) -> str | None:
        """The title as the text writes it, on one line with single blanks."""
        return " ".join(text[self.title.begin : self.title.end].split()) if self.title else None


def find_masthead(folded: str) -> Masthead:
    r"""What a folded text says about itself.

    >>> find_masthead("央行召开会议\n财联社1月5日讯，2024年中国人民银行工作会议1月4日-5日在京召开。").issued
    '2024-01-05'
    """
    head, foot = folded[:_HEAD], folded[-_FOOT:]
    title = _title(head)
    named = folded[title.begin : title.end] if title else ""
    return Masthead(title, _issued(named, head, foot), _publisher(named, head, foot), _source(head, foot))


_HEADING = re.compile("\\s*#{1,3} +(?P<title>[^\n]+?) *#* *(?:\n|\\Z)")
_FIRST_LINE = re.compile("\\s*(?P<title>\\S[^\n]*?) *(?:\n|\\Z)")
_FINAL = "。！；：，、”）)"
_NOT_A_TITLE = re.compile(
    "(?:央视网消息|.{2,8}\\d{1,2}月\\d{1,2}日[电讯]|(?:发布|时间|日期|来源).{0,6}：|---|https?://)"
)


def _title(head: str) -> Span | None:
    """The first heading, or a first line that is short and no sentence."""
    found = _HEADING.match(head)
    if found:
        return Span(*found.span("title"))
    found = _FIRST_LINE.match(head)
    if not found or len(found["title"]) > _TITLE_LONGEST or _NOT_A_TITLE.match(found["title"]):
        return None
    alone = found.end() >= len(head)
    if (found["title"][-1] in _FINAL[:5] or "。" in found["title"]) or alone:
        return None
    return Span(*found.span("title"))


_Y = "(?:19|20)\\d\\d|[一二][九〇零][〇零一二三四五六七八九]{2}"
_MD = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]) ?月 ?(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]) ?日"
_DAY = f"(?:(?:{_Y}) ?年 ?{_MD}|(?:19|20)\\d\\d[-/.]\\d{{1,2}}[-/.]\\d{{1,2}})"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENGLISH_DAY = re.compile(
    f"^[^\n.]{{0,24}}?(?:(?P<m>{_MONTHS}) (?P<d>\\d{{1,2}}), (?P<y>20\\d\\d)|(?P<d2>\\d{{1,2}}) (?P<m2>{_MONTHS}) (?P<y2>20\\d\\d))"
    "(?=[)）]? *(?:$|[-–—]))",
    re.MULTILINE,
)
_SAID = re.compile(
    f"(?:发布|发表|成文|印发|公布|播出|更新)?(?:日期|时间|Date|Published)\\s*[：:]?\\s*(?P<day>{_DAY})"
)
_PRINTED = re.compile(f"《 ?(?P<paper>[^》\n]{{2,12}}?) ?》 ?（ ?(?P<day>{_DAY})")
_WIRED = re.compile(f"^[^\n。]{{2,16}}?(?P<day>{_DAY})(?:电|讯|消息| -|，|）)", re.MULTILINE)
_BRACKETED = re.compile(f"[（(](?P<day>{_DAY})[^\n）)]{{0,12}}[）)] *(?:\n|\\Z|中华)")
_DECREED = re.compile(
    f"^ *(?P<day>{_DAY})[^\n。]{{2,80}}?(?:公布|发布|修订|修正|通过|修改)[^\n。]{{0,6}}$", re.MULTILINE
)
_ALONE = re.compile(f"^[ 　]*(?P<day>{_DAY})(?: \\d\\d?:\\d\\d(?::\\d\\d)?)?[ 　]*(?=$|来源)", re.MULTILINE)
_ANY_DAY = re.compile(f"(?P<day>{_DAY})")


def _issued(title: str, head: str, foot: str) -> str | None:
    """The first day that a sure place says; a dateline without a year takes it from the text beside it."""
    for day in _stated(title, head, foot):
        if found := iso_day(day):
            return found
    english = _ENGLISH_DAY.search(head[:400])
    return _english_iso(english) if english else _dateline_day(head)


def _stated(title: str, head: str, foot: str) -> Iterator[str]:
    """Days written in full in the places that say when a document was issued, the surest first."""
    for pattern, place in (
        (_SAID, head),
        (_WIRED, head),
        (_PRINTED, foot),
        (_ANY_DAY, title),
        (_BRACKETED, head),
    ):
        if found := pattern.search(place):
            yield found["day"]
    if decrees := [iso_day(found["day"]) for found in _DECREED.finditer(head[:600])]:
        yield max(filter(None, decrees), default="")
    for pattern, place in ((_ALONE, foot), (_ALONE, head[:400])):
        if days := [found["day"] for found in pattern.finditer(place)]:
            yield days[-1]


def iso_day(text: str) -> str | None:
    """The ISO form of a day written in full, or None where the calendar has no such day.

    >>> iso_day("二〇二四年一月五日"), iso_day("2024/1/5"), iso_day("2024年2月30日")
    ('2024-01-05', '2024-01-05', None)
    """
    mention = next(find_dates(text.replace(" ", "")), None)
    whole = mention is not None and mention.kind == "day" and mention.year is not None
    return mention.begin if mention and whole else None


def read_day(text: str) -> str | None:
    """The first day written in full in a field such as "2024-01-05T10:00:00+08:00", in ISO.

    >>> read_day("发布于 2024年1月5日 10:00")
    '2024-01-05'
    """
    found = _ANY_DAY.search(text)
    return iso_day(found["day"]) if found else None


def _english_iso(found: re.Match[str]) -> str | None:
    month = _MONTHS.split("|").index(found["m"] or found["m2"]) + 1
    return iso_day(f"{found['y'] or found['y2']}-{month}-{found['d'] or found['d2']}")


_AGENCY = (
    "新华社|新华网|中新社|中新网|中国新闻网|央视网|央视新闻|央视财经|央广网|人民网|人民日报|经济日报|光明日报|"
    "财联社|路透社?|彭博社?|金融时报|证券时报|上海证券报|中国证券报|证券日报|第一财经|界面新闻|澎湃新闻|财新网?|"
    "每日经济新闻|21世纪经济报道|经济参考报|环球时报|新京报|北京商报|华尔街见闻|智通财经|格隆汇|新浪财经|中国金融新闻网|"
    "中国经济网|中国网络电视台|中国网|国际金融报|期货日报|农民日报|科技日报|工人日报|法治日报|解放军报|求是网?"
)
_WIRE = re.compile(
    f"^[ 　【（]*(?P<agency>{_AGENCY})(?P<place>[一-龥]{{2,6}}?)?(?P<day>(?:(?:{_Y}) ?年 ?)?{_MD})?"
    "(?: ?（[^）\n]{2,12}）)? ?(?:电|讯|消息|快讯| - )",
    re.MULTILINE,
)
_ANY_WIRE = re.compile(
    f"^[ 　【（]*(?P<agency>[一-龥]{{1,6}}?(?:社|报|网|台|财经|新闻|通讯社))[一-龥]{{0,6}}?(?:(?:{_Y}) ?年 ?)?{_MD}"
    "(?: ?（[^）\n]{2,12}）)? ?(?:电|讯|消息|快讯| - )",
    re.MULTILINE,
)
"""An agency that no list holds; the day in the dateline makes it sure."""
_OURS = ("本报", "本台", "本网", "本社")
_FROM = re.compile(
    "(?:文章|信息|稿件|新闻|发布)?(?:来源|发布机构|发文机关|发文机构|发布单位|制定机关|Source) ?[：:] ?(?P<from>[^\n\\s：:|，。（]{2,30})"
)
_NUMBERED = re.compile(
    "^ *(?P<sign>[一-龥]{2,6}?)(?:办|函|规)? ?[〔\\[（【] ?(?:19|20)\\d\\d ?[〕\\]）】] ?(?:第 ?)?\\d+ ?号",
    re.MULTILINE,
)
_DECREE = re.compile("(?P<body>[一-龥]{2,20}?)令 ?(?:〔|\\[|第|（|(?:19|20)\\d\\d)")
_ASSEMBLY = re.compile(
    "^[^\n]{0,20}第.{1,4}届(?P<body>全国人民代表大会(?:常务委员会)?)第.{1,4}次会议", re.MULTILINE
)
_SIGNS = {
    "银": "中国人民银行", "银发": "中国人民银行", "银办发": "中国人民银行", "银市场": "中国人民银行", "国发": "国务院",
    "国办发": "国务院办公厅", "国函": "国务院", "中发": "中共中央", "财金": "财政部", "财预": "财政部", "财税": "财政部",
    "财库": "财政部", "汇发": "国家外汇管理局", "金发": "国家金融监督管理总局", "金规": "国家金融监督管理总局",
    "银保监发": "中国银保监会", "银保监": "中国银保监会", "银监发": "中国银监会", "保监发": "中国保监会",
    "证监发": "中国证监会", "发改": "国家发展改革委", "商": "商务部",
}  # fmt: skip
_BY_TITLE = re.compile("(?P<body>[一-龥、 ]{2,40}?)(?:关于|印发|发布|召开|公告)")
_BODY_ENDS = re.compile(
    "(?:银行|部|委|委员会|局|总局|会|院|厅|办公室|政府|中心|公司|协会|中央|交易所|总署|署)$"
)
_SIGNED = re.compile(f"^[ 　]*(?P<body>[一-龥 ]{{3,24}})[ 　]*\n+[ 　]*(?:{_DAY})[ 　]*$", re.MULTILINE)


def _publisher(title: str, head: str, foot: str) -> str | None:
    """The agency of the dateline, the stated source, or the body that issues the notice or the decree."""
    found = _WIRE.search(head) or _ANY_WIRE.search(head)
    if found and found["agency"] not in _OURS:
        return found["agency"]
    if found := _FROM.search(head) or _FROM.search(foot):
        return None if found["from"].startswith("http") else found["from"]
    if found := _PRINTED.search(foot):
        return found["paper"].strip()
    return _issuing_body(title, head[:600], foot)


def _issuing_body(title: str, head: str, foot: str) -> str | None:
    found = _BY_TITLE.match(title)
    if (
        found
        and _BODY_ENDS.search(found["body"])
        and title.endswith(("通知", "意见", "公告", "决定", "办法", "规定", "批复", "函", "公报"))
    ):
        return found["body"].split("、")[0].strip()
    if found := _NUMBERED.search(head):
        return _SIGNS.get(found["sign"])
    if decrees := [d for d in _DECREE.finditer(head) if _BODY_ENDS.search(d["body"])]:
        return decrees[-1]["body"].removeprefix("中华人民共和国") or None
    if found := _ASSEMBLY.search(head):
        return found["body"]
    found = _SIGNED.search(foot)
    return found["body"].replace(" ", "") if found and _BODY_ENDS.search(found["body"]) else None


_LINK = re.compile(
    '(?:原文|来源|链接|网址|地址|Source|URL)[^\n]{0,6}?[：:] ?<?(?P<url>https?://[^\\s<>"）)]+)'
)


def _source(head: str, foot: str) -> str | None:
    """The URL that the text itself gives as its source."""
    found = _LINK.search(head) or _LINK.search(foot)
    return found["url"] if found else None


_WIRE_DAY = re.compile(
    f"^[^\n。，]{{2,14}}?(?P<day>{_MD})(?:（[^）\n]{{2,12}}）)? ?(?:电|讯|消息| - )", re.MULTILINE
)
_TODAY = re.compile(f"今[天日]（(?P<day>{_MD})")
_DATED_YEAR = re.compile(f"(?<!将[于在])(?P<year>{_Y}) ?年[^，。；\n\\d]{{0,30}}?(?P<day>{_MD})")
_REVIEW = re.compile(
    f"总结(?P<last>{_Y})年.{{0,60}}?(?:部署|安排|研究)(?P<next>{_Y})年|(?:部署|安排|研究|做好)(?P<ahead>{_Y})年[^，。]{{0,6}}工作"
)
_EVENT = re.compile(
    f"{_DATED_YEAR.pattern}(?=起|(?:[至到—-]+(?:{_MD}|\\d+日))?[上下晚]?午?(?:在|召开|举行|开幕|闭幕|发布|公布))"
)
_NEAR = 20
_OLDEST = "2000"
_WINTER = 10


def _dateline_day(head: str) -> str | None:
    """The day of a dateline without a year, in the year that the text gives to a day near it."""
    found = _WIRE_DAY.search(head) or _TODAY.search(head)
    return _with_year(found["day"], head) if found else None


def _with_year(day: str, head: str) -> str | None:
    """The day in the year of a dated day near it, or of the work reviewed and the work planned.

    The same day of an early year (1950年5月22日 in a text of a 22 May) is an anniversary.
    """
    mention = next(find_dates(day))
    for dated in _DATED_YEAR.finditer(head):
        other = iso_day(f"{number(dated['year'])}年{dated['day']}")
        issued = resolve(mention, date.fromisoformat(other)).begin if other else None
        anniversary = issued == other and (issued or "") < _OLDEST
        if issued and other and not anniversary and _days_between(issued, other) <= _NEAR:
            return issued
    return _year_planned(mention.begin or "", head)


def _days_between(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _year_planned(day: str, head: str) -> str | None:
    """A day "--12-16" in a text that plans next year's work is in the year before it; "--01-05" is in that year."""
    found = _REVIEW.search(head)
    if not found or not day:
        return None
    year = number(found["next"] or found["ahead"]) - (int(day[2:4]) >= _WINTER)
    return iso_day(f"{year}{day[1:]}")


def find_anchor(folded: str, issued: str | None) -> date | None:
    """The day to resolve 今年, 去年 and "1月4日" from: the issue date, or else what the head of the text settles.

    Without an issue date: a day of an event whose year the text gives, or the end of the year under review.
    """
    if issued:
        return date.fromisoformat(issued)
    head = folded[:_HEAD]
    if found := _EVENT.search(head):
        day = iso_day(f"{number(found['year'])}年{found['day']}")
        return date.fromisoformat(day) if day else None
    if found := re.search(_MD, head):
        day = _year_planned(next(find_dates(found[0])).begin or "", head)
        return date.fromisoformat(day) if day else None
    return None
