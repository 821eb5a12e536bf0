"""Ends that a clause makes its topic: what a meeting hears of, what is ordered about, what is gone by, what a list holds.

"对深化财税体制改革作出全面部署", "按照扩大开放的要求", "包括健全养老服务体系、优化信贷结构等措施".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses.copula import row
from kg.clauses.lead import lead_end
from kg.clauses.prepositions import second_verb

if TYPE_CHECKING:
    from kg.clauses.grammar import Grammar
    from kg.clauses.values import Phrase

HEARD = re.compile(
    "(?:介绍了?|听取了?)(?:[^，。；]{0,60}关于)?(?:我国|金融)?(?P<row>[^，。；]{4,40}?)的?(?:有关|相关|总体)?(?:工作)?(?:进展)?(?:情况的?|汇报)+$"
)
STUDIED = re.compile(
    "(?<![成造迁])就(?P<row>[^，。；]{4,40}?)(?:举行|进行)(?:了)?(?:第[^，。；]{1,6}次集体学习|囗+)$"
)
ORDERED = re.compile(
    "(?:(?<![应相面针绝反])对(?!外|内|标|接|口)|(?<![成造迁])就)(?P<row>[^，。；]{4,40}?)(?<!会议)(?<!大会)(?:作出|做出|作了|提出)(?!的)[^，。；]{2,12}$"
)
GONE_BY = re.compile(
    "(?:按照|根据|遵循|适应|符合|着眼|服从|满足|瞄准|落实|紧扣|锚定)(?P<row>[^，。；]{4,40}?)(?:的[^，。；的]{0,2}|总|硬)?(?:要求|需要|需求|部署|任务|目标)+$"
)
MATTERS = re.compile(
    "(?<![应相面针绝反])对于?(?!外|内|标|接|口)(?P<row>[^，。；]{4,40}?)(?:具有|有着|产生|意义|十分|至关|(?:都|也|均)?发挥了?|起到)[^，。；]{0,12}$"
)
AIMED = re.compile(
    "(?<!坚持)以(?P<row>[^，。；]{4,40}?)为(?:主要|根本|重要|首要|强大|战略)*(?:目标|目的|抓手|着力点|导向|重点|突破口|牵引|核心|主线|动力|中心|保障|契机|支撑|关键|根本|引领|主攻方向)$"
)
AGREED = re.compile(
    "(?:(?<![成造迁])就|围绕(?!“))(?P<row>[^，。；]{4,200}?)(?:等[^，。；、]{0,6})?(?:[同与][^，。；、]{2,12})?(?:(?:深入|坦诚|广泛|充分|再次)+交流|(?:深入|坦诚|广泛|充分|再次)*(?:交换|进行|开展|展开)|达成|凝聚|形成|取得|提出|发表|谈|提)(?:了)?[^，。；、]{0,10}$"
)
"""What talks, counsel and research are about (就深化务实合作达成共识)."""
AMONG = re.compile(
    "(?:围绕|聚焦|从)(?!“)(?P<row>[^，。；]{4,200}?)等[^，。；、]{0,6}(?:方面|问题|议题)(?:入手|着手|发力|持续发力)?$"
)
"""At what work sets in (从稳定生产、提高流通效率等方面入手)."""
HELPED = re.compile(
    "(?<![认作成视因称列转变分行以名改化升降])为(?P<row>[^，。；]{4,40}?)(?:都|也|还|持续|不断)*(?:发挥|起到|作出|做出|采取|付出)(?:了|着)?[^，。；、]{0,8}$"
)
"""What somebody does something for (希望工商界为促进双边贸易发挥积极作用)."""
TOLD = re.compile("表示|指出|认为|强调|[称说]|没有|[并从]未|不会")
"""What stands before 为 where others say it of somebody, or deny it."""
FOR = re.compile("对于(?P<row>[^，。；]{4,40})$")
ENDINGS = {
    **dict.fromkeys(("情况", "汇报"), (HEARD,)),
    **dict.fromkeys(("学习", "囗囗"), (STUDIED,)),
    **dict.fromkeys(
        ("部署", "安排", "指示", "批示", "规定", "规划", "决定", "阐述", "强调", "指出"), (ORDERED,)
    ),
    **dict.fromkeys(("意义", "重要", "重大", "作用", "影响"), (MATTERS, HELPED)),
    **dict.fromkeys(("目标", "目的", "抓手", "力点", "导向", "重点", "破口", "牵引"), (AIMED, GONE_BY)),
    **dict.fromkeys(
        ("核心", "主线", "动力", "中心", "保障", "契机", "支撑", "关键", "根本", "引领", "方向"),
        (AIMED,),
    ),
    **dict.fromkeys(("要求", "需要", "需求", "任务"), (GONE_BY, ORDERED)),
    **dict.fromkeys(
        ("共识", "意见", "建议", "看法", "交流", "讨论", "探讨", "成果", "研究", "调研", "协商"), (AGREED,)
    ),
    **dict.fromkeys(("方面", "问题", "议题", "入手", "着手", "发力"), (AMONG,)),
    **dict.fromkeys(("努力", "贡献", "举措", "措施"), (HELPED,)),
}
"""How a clause ends whose topic may be an end, and how it may come to it, the likelier first."""
HELD = re.compile("包括了?(?P<row>[^，。；]{4,100}?)(?:等[^，。；、]{0,16}|在内的[^，。；、]{0,16})?$")
"""What a set of measures is said to hold."""


THEME = re.compile(
    "(?:围绕|就|以|聚焦)(?P<rows>(?:“[^“”。]{4,60}”[、和]?)+)|(?P<theme>“[^“”。]{4,60}”)(?=专题|为主题|为题)"
)
"""What a meeting is held about, as it words it (围绕“完善医疗保障，促进就业”协商)."""
PART = re.compile("[^“”，；]{4,}")


def topic(grammar: Grammar, text: str, start: int, end: int) -> tuple[int, tuple[Phrase, ...]] | None:
    """Where a clause comes to its topic, and the phrases of the ends that the topic is."""
    patterns = ENDINGS.get(text[end - 2 : end], ())
    found = next((match for pattern in patterns if (match := pattern.search(text, start, end))), None)
    if found is not None and found.re is HELPED and not _helps(grammar, text, start, found.start()):
        return None
    said = text[start:end]
    if found is None and "对于" in said:
        found = FOR.search(text, start, end)
    if found is None and "包括" in said:
        found = HELD.search(text, start, end)
    if found is None and "“" in said:
        return _theme(grammar, text, start, end)
    phrases = row(grammar, text, *found.span("row"), "meant") if found else ()
    if found and found.re in (FOR, MATTERS) and not phrases:
        begin, stop = found.span("row")
        place = second_verb(grammar, text, begin + 2, stop, anywhere=False)
        phrases = row(grammar, text, place, stop, "meant") if place is not None else ()
    return (found.start(), phrases) if found and phrases else None


def _helps(grammar: Grammar, text: str, start: int, place: int) -> bool:
    """Whether what stands before 为 is somebody, and neither a verb nor what others say of him or deny."""
    starts, _ = lead_end(text, start, place)
    return (
        starts < place and not grammar.verb_at(text, starts, place) and not TOLD.search(text, starts, place)
    )


def _theme(grammar: Grammar, text: str, start: int, end: int) -> tuple[int, tuple[Phrase, ...]] | None:
    """Where the theme of a meeting begins, and the phrases that it words."""
    found = THEME.search(text, start, end)
    if found is None:
        return None
    parts = PART.finditer(text, *found.span("rows" if found["rows"] else "theme"))
    rows = [row(grammar, text, *part.span(), "meant") for part in parts]
    return (found.start(), tuple(one for phrases in rows for one in phrases)) if all(rows) else None
