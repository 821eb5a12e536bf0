"""Parts of known bodies (中国人民银行货币政策司, 海关总署党委), and known bodies with their country (美国哥伦比亚大学)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found, Layer
from kg.recognizers.headed import COUNTRY, EDGE, HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUP = re.compile(
    rf"(?:(?!率|总理|主席|书记|部长|主任|行长|牵头|参与|主办|主持|领导|推动|派|成立|设立|建立|组建|组成|组织|和|与|及|的|等|将|在)[{HAN}“”]){{0,12}}?(?:工作组|领导小组|指导组|巡视组|督导组|督查组|督察组|检查组|调查组|纪检监察组|纪检组|协调小组|专班|联席会议)"
)
BRANCH = re.compile(
    rf"(?:(?![的在由与和及向对为将从于是了到等派有各])[{HAN}]){{2,9}}?(?:分行|支行|营业管理部|分公司|税务局|调查总队)"
)
PARTY = re.compile(
    "党[委组](?![织会员群]|书记|副书|成员|委员|原|常委|工作|班子|领导|主管|主要|负责|汇报|各|的|和|与|[、（(，。])"
)
"""The Party committee of a body, not one of its members or its work."""
OFFICES = "司 局 处 部 室 厅 中心 研究所 研究院 学院 总部 分行 支行 营业管理部 委员会 事务所 公司 报社"
OFFICE = re.compile(either(OFFICES))
LONGEST = 16
"""The characters of a department's name, at most."""
CENTRAL = re.compile("(?:第?[一二三四五六七八九十]{1,4}届)?(?:中央)?")
"""What may stand between a party and an office that goes by its own name (越共中央政治局)."""
NO_OFFICE = re.compile("[的在由为被将从于是了到并把让给据该其使]|长[和与、]|^[与和及向对、各等]")
OF_NO_COUNTRY = ("InternationalOrganization", "InternationalForum", "MultilateralBank", "PartyBody")


def part_of(text: str, layer: Layer, known: Found) -> Iterator[Found]:
    """A department of a body before a title (国家统计局国民经济综合统计司司长), its party committee, group or branch."""
    title = layer.starting(known.end)
    if title is not None and title.kind is None and text.startswith("兼", title.end):
        return
    for pattern in (PARTY, GROUP, BRANCH):
        match = pattern.match(text, known.end)
        row = layer.ending(known.begin - 1) if text[known.begin - 1] in "、和" else None
        if pattern is PARTY and row is not None and row.kind is Kind.INSTITUTION:
            continue  # 甲、乙党组 are the committees of both
        if match and not EDGE.match(match.group()[:-2]):
            yield _part(text, known, match.end())
            return
    for office in OFFICE.finditer(text, known.end + 1, known.end + LONGEST):
        following = layer.starting(office.end())
        name = text[known.end : office.end()]
        if following is not None and following.kind is None and re.fullmatch(f"[{HAN}（）]+", name):
            others = layer.of_kind(Kind.INSTITUTION, known.end, office.end())
            apart = any(
                f.end < office.end() or not CENTRAL.fullmatch(text, known.end, f.begin) for f in others
            )
            if not NO_OFFICE.search(name) and not apart:
                yield _part(text, known, office.end())
            return


def _part(text: str, known: Found, end: int) -> Found:
    return Found(known.begin, end, Kind.INSTITUTION, text[known.begin : end], (), "part of a body")


def with_country(text: str, known: Found) -> Iterator[Found]:
    """A known foreign body with its country's name before it, which is part of the name there."""
    country = COUNTRY.search(text, max(0, known.begin - 6), known.begin)
    foreign = known.entries and not known.entries[0].label.startswith(("中国", "中华", "国家", "香港"))
    if country and foreign and known.entries[0].type not in OF_NO_COUNTRY:
        yield Found(
            country.start(), known.end, Kind.INSTITUTION, known.label, known.entries, "body with its country"
        )
