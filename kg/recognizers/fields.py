"""Whose a quantity is: a field's or an economy's name right before it makes one name with it (制造业中长期贷款, 欧元区通胀率)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.lexicon import COUNTRIES
from kg.model import Kind
from kg.recognizers.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OF_A_FIELD = re.compile("^(?!.*报价).*(?:贷款|利率|成本|余额|税负|收入|增加值|规模|增速|利润|不良率|价格)$")
"""How a quantity's name ends that can be that of one field only."""


def with_fields(found: Iterable[Found]) -> list[Found]:
    """The found names, which come in order, a quantity joined to the field right before it."""
    joined: list[Found] = []
    skip = False
    for one, following in pairwise([*found, None]):
        if skip or one is None:
            skip = False
            continue
        skip = following is not None and _of_field(one, following)
        joined.append(_whole(one, following) if skip and following is not None else one)
    return joined


def _of_field(field: Found, quantity: Found) -> bool:
    return (
        field.kind is Kind.SECTOR
        and quantity.kind is Kind.INDICATOR
        and field.end == quantity.begin
        and OF_A_FIELD.match(quantity.label) is not None
    )


def _whole(field: Found, quantity: Found) -> Found:
    label = field.label + quantity.label
    return Found(field.begin, quantity.end, Kind.INDICATOR, label, (), "quantity of a field")


LANDS = (*(land for land in COUNTRIES if land not in ("中国", "美方", "中方")), "欧元区", "各国货币")
"""Economies that have quantities of their own."""


def of_lands(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The found names, a quantity that another economy's name stands right in front of with that name (欧元区通胀率)."""
    for one in found:
        if one.kind is Kind.INDICATOR and text.endswith(LANDS, 0, one.begin):
            land = next(land for land in LANDS if text.endswith(land, 0, one.begin))
            yield Found(
                one.begin - len(land), one.end, one.kind, land + one.label, (), "quantity of an economy"
            )
        else:
            yield one


OF_LOANS = ("贷款", "存款", "贷款余额", "债券")
MEASURED_BY = re.compile(
    "(?:同比|平均)?增速|(?:加权)?(?:平均)?利率(?!市场化|政策|优惠|定价)|增量|增幅|占比|比重|不良率|户数|覆盖面"
)
SHARES = ("占比", "比重")
"""What is measured of loans, right behind their name, and of any amount."""


def of_amounts(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The found names, the name of an amount of loans with what is measured of it (制造业贷款增量, 各项贷款不良率)."""
    ended = 0
    for one in found:
        if one.begin < ended:
            continue
        tail = MEASURED_BY.match(text, one.end) if one.kind is Kind.INDICATOR else None
        if tail and (tail.group() in SHARES or text.endswith(OF_LOANS, one.begin, one.end)):
            ended = tail.end()
            label = text[one.begin : ended]
            yield Found(one.begin, ended, one.kind, label, (), "measure of an amount")
        else:
            yield one
