"""Whom the measures that a clause speaks of are for, whatever is done with them: 支持中小微企业的财税政策, 困难行业纾困政策."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Kind, Span
from kg.recognizers.found import Found
from kg.rules.directed import WHO
from kg.rules.fields import is_task, is_topic, members_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model import Entry
    from kg.scene import Scene

BACKS = ("支持", "扶持", "帮扶", "助力")
MEANT = re.compile(
    "(?P<verb>支持|服务|扶持|帮扶|助力|惠及|提振|直达|面向|涉及|适合)(?!业|贸易|于|体系|平台|机构|[、和与])(?P<whom>[^，。；：的]{2,24}?)的[^，。；：的]{0,12}?"
    "(?:政策|措施|举措|工具|机制|方式|能力|条款|办法|意见|业务|产品|计划|债券|担保|方案)"
)
"""Measures that say in front of their name whom they are for (支持中小微企业的财税、金融政策)."""
AIDED = re.compile(
    "(?:就业|生产|生活|基本生活|常态化|融资|阶段性|专项)*(?:纾困|帮扶|扶持|救助|资助|奖补|补贴|支持|贴息|奖助)(?:帮扶|支持|扶持)?等?(?:政策|计划|措施|制度|机制|方式|工作)"
)
"""What follows a group that measures are for (困难行业纾困政策)."""
STOOD_BY = (
    (
        "支持力度",
        re.compile("对(?P<whom>(?:(?!加大|给予|实施|提供)[^，。；对]){2,30}?)的?(?:金融|信贷|资金)?支持力度"),
    ),
    ("力度", re.compile("(?:支持|服务|扶持|帮扶)(?P<whom>[^，。；]{2,24}?)的?力度")),
    (
        "发展",
        re.compile(
            "(?:支持|扶持|帮扶)(?P<whom>[^，。；的项条]{2,20}?)(?:健康|高质量)?发展(?:政策|措施|举措)"
        ),
    ),
    ("投向", re.compile("投向了?(?P<whom>[^，。；]{2,40})")),
)
"""Whom the support or the money that a clause reports on is given to (金融对小微企业支持力度持续增强, 一半以上投向了制造业), each pattern with the word that it needs."""
CARES = re.compile("(?:关心|关注|回应)好?(?P<whom>[^，。；：]{2,36})")
"""Who is cared for or listened to (关心困难群众生产生活): a group, and no field that is only watched."""
GAINED = re.compile("(?:同比)?多增\\d")
"""What follows a field in a row of those that new loans went to (制造业同比多增1733亿元)."""
LENDING = "贷款(?!市场|报价|支持工具|贴息|管理|业务|办法)"
LOAN = re.compile(f"(?:新增|到期|中长期|信用|领域|经营性|的)*{LENDING}")
LENT = re.compile(
    f"(?:中长期|信用|经营性|领域)?{LENDING}(?:余额|同比增速|增速|增量|占比|加权平均利率|平均利率|利率|不良率|规模)?"
)
TOLD = re.compile("\\d|[高低快]于|增长|增速|增加")
GOES_ON = re.compile("[、，和]")
LEFT_OUT = ("企业", "居民", "普惠小微")
"""Names in front of a loan that are only half of the loan's own name."""


def meant(scene: Scene, clause: Span) -> Iterator[Found]:
    """Yield whom the measures of a clause are for."""
    text = scene.said(clause)
    named = scene.of_kind(clause, Kind.SECTOR)
    if "的" in text:
        for match in MEANT.finditer(text):
            found = members_in(scene, clause.begin, match, free=match["verb"] in BACKS)
            begin = clause.begin + match.start("whom")
            yield from found if match["verb"] in BACKS else _said_first(found, begin)
    for group in named:
        if AIDED.match(scene.text, group.end, clause.end) and not is_topic(group):
            yield group
    for cue, pattern in STOOD_BY if named else ():
        for match in pattern.finditer(text) if cue in text else ():
            yield from members_in(scene, clause.begin, match, free=False)


def cared_for(scene: Scene, clause: Span) -> Iterator[Found]:
    """Yield the groups that a clause says are cared for."""
    for match in CARES.finditer(scene.text, *clause):
        yield from (f for f in members_in(scene, 0, match, free=False) if WHO.search(f.label))


def _said_first(found: Iterator[Found], begin: int) -> Iterator[Found]:
    """The fields of a row that begins with one (面向小微企业的担保, not 面向市场需求制造农机的企业)."""
    row = [f for f in found if not is_topic(f)]
    yield from row if row and row[0].begin == begin else ()


def lent_to(scene: Scene, clause: Span) -> Iterator[Found]:
    """Yield the fields that loans which a clause tells of go to (新增制造业贷款2500亿元)."""
    for name in scene.of_kind(clause, Kind.SECTOR):
        label = name.entries[0].label if name.entries else name.label
        lent = LOAN.match(scene.text, name.end, clause.end) or GAINED.match(scene.text, name.end, clause.end)
        if lent and not is_topic(name) and label not in LEFT_OUT:
            yield name


def of_loans(scene: Scene, clause: Span, known: Mapping[str, Entry]) -> Iterator[Found]:
    """Yield the fields whose loans are a quantity with a name of its own (制造业贷款余额)."""
    for name in scene.of_kind(clause, Kind.INDICATOR):
        said = scene.said(Span(name.begin, name.end))
        label = next((said[:n] for n in range(len(said) - 2, 1, -1) if said[:n] in known), "")
        entry = known.get(label)
        if (
            entry
            and LOAN.match(said, len(label))
            and not (is_task(entry) or label in LEFT_OUT or entry.label in LEFT_OUT)
        ):
            yield Found(name.begin, name.begin + len(label), Kind.SECTOR, label, (entry,), "of a loan")


def loans(scene: Scene, clause: Span, sentence: Span) -> Iterator[Span]:
    """Yield the places of loans to a known field that a sentence tells figures or changes of (养老产业贷款同比增长)."""
    if TOLD.search(scene.text, sentence.begin, sentence.end):
        for field in scene.of_kind(clause, Kind.SECTOR):
            if lent := LENT.match(scene.text, field.end, clause.end):
                yield Span(field.begin, lent.end())
        for loan in scene.of_kind(clause, Kind.INDICATOR):
            if scene.text.endswith("贷款", loan.begin, loan.end) and GOES_ON.match(scene.text, loan.end):
                yield Span(loan.begin, loan.end)
