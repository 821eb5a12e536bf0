"""When a clause's words hold: done, going on or to be done; of which year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import WEEKDAY
from kg.model import Status

if TYPE_CHECKING:
    from kg.clauses import Frame

YEARS = re.compile(r"(?<![\d比较])((?:19|20)\d\d)新?年(?!前|后|来|期|代|度报告)")
TITLES = re.compile("《[^》]*》")
FUTURE = re.compile(
    "将(?!军|存量|全国)|要(?<![主需重首纲摘只想必]要)(?!素|求|点|件|领)|应(?<![反相响适对供答回]应)(?!对|用|急|税|邀|战|届)|拟|力争|必须|计划(?<!行动计划)(?!生育)|下一步|即将|预计(?=带|将|可|新增)|有望|可望|希望(?=能|通过|继续|进一步)|(?<![自意志心夙祝许请如宁不])愿(?![望景者贷])|有(?:信心|能力|条件)(?![的地])|到20\\d\\d年(?![\\d底末初])|我(?:再次)?(?:建议|呼吁|倡议|提议)"
)
PAST = re.compile(
    "(?:已经|已(?!知|定|签约|在[^，。]{2,6}上市|[^，。]{1,6}的)|先后|累计|取得了|完成了|实现了|以来|(?<!\\d)日前|近日|此前|昨天|当天|(?:发挥|作出|做出|提供|奠定|起到|带来|注入|打下|赢得|积累|创造)了|"
    + WEEKDAY
    + "(?<![下每至一两几个]..)|(?:今[天日]|[今去]年|\\d月[初底]?|旬|\\d日)，?(?!起|前)[^，将]{0,14}?(?:印发|发布|出台|公布|启动|下发|批复|发行|开展|下调|上调|成立|设立|签署)(?!后|的|会))"
)
NO_NOUN = "(?<![总的本有署合关量策]..)(?![的了时])"
ORDERED = re.compile(f"提出{NO_NOUN}|要求{NO_NOUN}|部署(?!要求){NO_NOUN}|明确{NO_NOUN}|涵盖|旨在")
ABOUT = ("从", "围绕", "涉及", "聚焦")
COVERS = re.compile("[^。]*(?:方面|环节|领域|入手)")
"""How a clause begins that tells what a notice or a plan is about."""
MADE_KNOWN = re.compile(
    "(?:近日|日前|今[天日]|昨天|\\d日|月[底初])[^，。]{0,24}?(?:印发|发布|出台|公布|下发|启动)(?:了|实施)?(?=[^，。]*(?:》|通知|公告|意见|方案|计划|行动|办法))"
)
"""A clause that tells of a plan just made known: what follows it is what the plan wants."""
FOLLOWED = re.compile("(?:按照|根据|落实|贯彻)[^，。]*(?:要求|部署)")
GOES_ON = re.compile("正在|始终|一直")
"""What says of itself that something goes on, whatever the words around it report or plan."""
GOING_ON = re.compile(
    f"{GOES_ON.pattern}|致力于|目前|眼下|当前(?!形势)|^(?:我们|我国|中国政府|中国|国家)[^，。要将应已]{{0,4}}?(?:着力|大力|持续|积极|不断|深入)"
)
LEADERSHIP = "以[^，。]{2,4}同志为(?:核心|总书记)的党中央(?!坚强|集中|的|领导|周围)"
"""How the Party's leadership is called where it acts."""
LED = re.compile(f"(?:{LEADERSHIP}|党中央(?!坚强|集中|的|领导|周围))(?![、，])")
"""How a clause begins that tells what the Party's leadership did."""
WE_DID = re.compile("我们(?![要会都也还的在能想希期支需一同深有是既]|坚决|更加)")
"""How a clause begins that says what was done, where others say what is to be done (我们统筹防疫和发展)."""
TIMED = re.compile("[年月今昨近日周]")
DAY = re.compile("\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|起|份)|今天|昨天|今日|近日|日前|" + WEEKDAY)
RELATIVE_YEARS = {"过去一年": -1, "明年": 1, "去年": -1, "今年": 0, "年内": 0, "全年": 0}
RELATIVE = re.compile("|".join(RELATIVE_YEARS))
WITHIN = re.compile("全年|年内")
"""Words for the year that a review is about."""
OF_YEAR = re.compile("[今明去]年")
ONLY_TIME = re.compile(
    "(?:(?:(?:19|20)\\d\\d|[今去])年)?(?:\\d{1,2}月(?:\\d{1,2}日|[初底]|[上中下]旬)?)?|今[天日]"
)
"""A clause that only says when the next one was."""


def first_year(text: str, current: int | None) -> int | None:
    """The year that a sentence's beginning names, else the one that it names anywhere."""
    return year_of(text[:40], current) or year_of(text, current)


def year_of(text: str, current: int | None) -> int | None:
    """The year that a text names first, outside the titles of documents; 今年 is the `current` one.

    >>> year_of("明年要稳住就业", 2030), year_of("今年以来，去年的部署", 2030), year_of("要稳住就业", 2030)
    (2031, 2030, None)
    """
    if not TIMED.search(text):
        return None
    if "《" in text:
        text = TITLES.sub("", text)
    if match := YEARS.search(text):
        return int(match[1])
    if current is None:
        return None
    if match := RELATIVE.search(text):
        return current + RELATIVE_YEARS[match.group()]
    return current if DAY.search(text) else None


def orders(text: str) -> bool:
    """Whether a clause says what a notice or a plan that was just issued wants done (近日印发通知，要求……)."""
    ordered = (
        ORDERED.search(text)
        or MADE_KNOWN.search(text)
        or (text.startswith(ABOUT) and COVERS.match(text))
        or None
    )
    return ordered is not None and FOLLOWED.search(text) is None


def status_of(text: str, frame: Frame, status: Status | None) -> Status | None:
    """The status that a clause's own words give it, else the one that holds at its place."""
    text = TITLES.sub("", text) if "《" in text else text
    if frame.phrases and any(p.perfect for p in frame.phrases):
        return Status.DONE
    past, future = PAST.search(text), FUTURE.search(text)
    if past and not (future and future.start() < past.start() and future.group() != "计划"):
        return Status.DONE
    if future:
        return Status.PLANNED
    if text.startswith(("以", "党")) and LED.match(text):
        return Status.DONE
    return _told(text, status)


def _told(text: str, status: Status | None) -> Status | None:
    """The status of a clause that names no time, at a place where one holds (我们持续改善民生)."""
    ours = status is Status.PLANNED and text.startswith("我们")
    if (GOING_ON if status is None or ours else GOES_ON).search(text):
        return Status.ONGOING
    return Status.DONE if status is not Status.ONGOING and WE_DID.match(text) else status


REPORTED = re.compile(
    "(?P<past>(?:19|20)\\d\\d)年(?:[^。；\n]{2,24}执行情况[与和]|工作回顾[^\n。]{0,4}[；，、][^\n。；]{0,4})(?P<now>(?:19|20)\\d\\d)年"
)


def year_reported(folded: str) -> int | None:
    """The year of a report that tells what was done in the year before it and plans its own.

    >>> year_reported("审查关于2030年国民经济和社会发展计划执行情况与2031年国民经济和社会发展计划草案的报告")
    2031
    """
    found = REPORTED.search(folded)
    return int(found["now"]) if found and int(found["now"]) == int(found["past"]) + 1 else None
