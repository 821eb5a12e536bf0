"""Rows of fields that a word like 领域 closes (在电信、医疗等领域): whatever stands in one is a field, listed or not.

What two states talk of together directs no policy at anybody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.agents import talk
from kg.clauses import VERBAL
from kg.model import Kind, Span
from kg.recognizers.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.scene import Scene

ROW = re.compile(
    "(?P<row>[^，。；：等\\n]{2,50})(?<![平均对])等(?!.{0,3}部[门委])(?:(?P<kind>[^，。；、等]{0,10}?)(?:领域(?![^，。、]{0,8}(?:改革|开放))|行业|产业|增长点|业态|事业(?!单位|部门|性|费)|设施(?=建设))|(?:\\d{1,3}[类个项])?(?:重大|重点|一批)*(?:项目|工程))(?!链|政策|结构|基金|监管|龙头|[^，。；、]{0,8}(?:腐败|制裁|犯罪|违法|对话|志愿))"
)
"""A row of fields by its end (电信、医疗、教育等领域): whatever stands in it is a field, if it is not itself to be reformed.

What is wrong in them (金融、国企等领域腐败问题) directs no policy at the fields."""
ROW_BEGINS = re.compile(
    "在|对于?|向|于|为|以|围绕|聚焦|瞄准|涵盖|新增|涉及|面向|投向|将|把|如|像|包括|是|的|到|入|拓展|开拓|两国|双方|两岸|密切|我国"
)
ROW_MEMBER = re.compile(
    "(?!\\d|举办|开展)[\u4e00-\u9fffA-Za-z0-9“”+]{2,9}(?<!成本|协调|培养|培训|开发|放权|结合|腐败)"
)
OF_KINDS = re.compile("(?:群体|人群|人员|消费|领域|机构|企业|战略)$")
"""Names behind a row that say of what kind its members are, which are then no fields by themselves (大龄、残疾等困难群体)."""
NARROWER = re.compile(
    "(?!社会|国家|恢复|提供|放弃|超前|布局|覆盖|品牌|我国|全国|国内|中国|更多|各类|广大|重点|传统|当地|本地|相关|有关|其他|以及|特别|尤其|一批|这些|那些|所有|全部|主要|部分|大型|优质|有效|合理|加大|继续|进一步|我|本|各|大)[\u4e00-\u9fff]{2,4}(?<![的地得了着对为在向从将把被使让与和及等是有以于到])"
)
"""What may stand in front of a field's name and narrow it down."""
OF_SORTS = re.compile("困难|群体|活动|人员|重点|企业|[^，、]{0,6}(?:政策|措施)")
TALKED_OF = re.compile(
    "各?层级|(?:的|议题|进行|开展|展开|深入|广泛|充分|热烈|了)*(?:研讨|讨论|探讨|磋商|对话|交流)|(?:的|务实|互利|友好|交流|人文|对话|双边)*(?:合作|交流|交往|往来|谅解备忘录)|的?应用"
)
"""What two states talk of: cooperation in fields, which directs no policy at them."""
TOGETHER = re.compile("(?<!领域)合作$|交流$|交往$|往来$|对接$")
"""What is done together; others than two states may mean a field by it (在养老领域加强合作)."""
END_IN_VIEW = re.compile("(?:扩大|稳定|促进|提振|吸引)(?:内需|消费|就业|投资|外贸|外资|出口|开放)")
WORD_ENDS = tuple("性型化业品者")
"""What makes a noun of a verb in front of it (保障性住房)."""
TWO_DOINGS = 2
"""A row of doings (在维护稳定、应对变化等领域) has two verbs with an object each."""
NOUN_FIRST = re.compile(
    "(?:创新|服务|发展|建设|开放|改造|规范)(?:型|业|贸易|消费|经济|中国家|创业|主体|领域|区|企业)"
)
"""What begins like a verb and is a noun."""


def between_states(scene: Scene) -> bool:
    """Whether a text tells of two states' talk."""
    return "两国" in scene.text or talk(scene.text)


def shared(scene: Scene, goal: Span, *, outside: bool) -> bool:
    """Whether a goal is only to do something together, or two states' own, which directs no policy at anybody."""
    said = scene.said(goal)
    together = TOGETHER.search(said) is not None
    return together or ((outside or said.endswith("合作")) and between_states(scene))


def in_rows(scene: Scene, span: Span, objects: Iterable[int] = ()) -> Iterator[Found]:
    """The members of the rows in a range that the word 领域, 行业 or 产业 closes, or the name of a field (能源、水利等基础设施).

    `objects` are the places where the objects of the verbs in the range begin, before which no row does.
    """
    if scene.text.find("等", span.begin, span.end) < 0:
        return
    for match in ROW.finditer(scene.text, span.begin, span.end):
        if TALKED_OF.match(scene.text, match.end()):
            continue
        begin, end = match.span("row")
        begins = [at for at in objects if begin < at < end]
        if len(begins) < TWO_DOINGS:
            yield from _row(scene, Span(max([begin, *begins]), end))
        if match.group().endswith("增长点"):
            continue
        kind = Span(match.start("kind"), match.end("kind"))
        yield from (f for f in scene.of_kind(kind, Kind.SECTOR) if f.end == kind.end)
    for field in scene.of_kind(span, Kind.SECTOR):
        if (
            scene.text[field.begin - 1] == "等"
            and field.begin - 1 > span.begin
            and not OF_KINDS.search(field.label)
            and not OF_SORTS.match(scene.text, field.end)
        ):
            begin = max(scene.text.rfind(mark, span.begin, field.begin) + 1 for mark in "，；：")
            starts = [at for at in objects if begin < at < field.begin - 1]
            row = Span(max([begin, span.begin, *starts]), field.begin - 1)
            yield from _row(scene, row) if "、" in scene.said(row) else ()


def _row(scene: Scene, row: Span) -> Iterator[Found]:
    """The members of a row of names; one of doings (在维护稳定、促进发展等领域) has none."""
    parts = list(re.finditer("(?:(?!以及)[^、和与及]|和(?=谐|平))+", scene.said(row)))
    if any(VERBAL.match(part[0]) and not NOUN_FIRST.match(part[0]) for part in parts[1:]):
        return
    for number, part in enumerate(parts):
        place = Span(row.begin + part.start(), row.begin + part.end())
        yield from _member(scene, place if number else _first_member(scene, place))


def _first_member(scene: Scene, place: Span) -> Span:
    """The first member of a row without the verb and the preposition that lead in; 扩大内需 is one word."""
    begin = place.begin
    if END_IN_VIEW.fullmatch(scene.text, *place):
        return place
    for mark in (*ROW_BEGINS.finditer(scene.text, *place), *VERBAL.finditer(scene.text, *place)):
        if END_IN_VIEW.fullmatch(scene.text, mark.start(), place.end):
            return Span(mark.start(), place.end)
        word = scene.text.startswith(WORD_ENDS, mark.end()) or NOUN_FIRST.match(scene.text, mark.start())
        if not word and mark.end() + 2 <= place.end:
            begin = max(begin, mark.end())
        elif not word and mark.end() + 1 == place.end:  # 依托丰富的锂、磷等
            begin = place.end
    return Span(begin, place.end)


def _member(scene: Scene, place: Span) -> Iterator[Found]:
    known = [f for f in scene.of_kind(place, Kind.SECTOR) if f.begin == place.begin or f.end == place.end]
    said = scene.said(place)
    if known:
        best = max(known, key=lambda f: f.end - f.begin)
        yield narrowed(scene, place, best)
    elif (
        ROW_MEMBER.fullmatch(said)
        and (END_IN_VIEW.fullmatch(said) or not VERBAL.match(said))
        and not scene.of_kind(place, Kind.INSTITUTION, Kind.OFFICIAL)
    ):
        yield Found(place.begin, place.end, Kind.SECTOR, said.strip("“”"), (), "member of a row")


def narrowed(scene: Scene, part: Span, field: Found) -> Found:
    """A field's name with what narrows it down in front (新型能源, 工业装备制造业), if that is a short noun."""
    before = scene.said(Span(part.begin, field.begin))
    if field.end != part.end or not NARROWER.fullmatch(before) or VERBAL.search(before):
        return field
    return Found(part.begin, part.end, Kind.SECTOR, scene.said(part), (), "narrower field")
