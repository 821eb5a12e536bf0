"""Bills before an assembly, which go without marks: 云岭省水资源法修订草案, 关于修改渔业法的决定草案.

The motion, the explanation and the report on a bill (关于提请审议渔业法草案的议案) are steps of the procedure:
the bill in their name is the document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found
from kg.recognizers.headed import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

CUE = "草案"
BEFORE_ASSEMBLY = "bill before an assembly"
DRAFTED = "(?:修订|修正案?(?:（[一二三四五六七八九十]+）)?)?草案(?!案)"
NO_BILL = either("新 于 该 这 本 各 两 一部 原 中")
"""How what stands before 法草案 begins where it names no law (该法草案, 新宪法草案)."""
OTHERS = either("关于 审议 提请 听取 讨论 报告")
"""What is no part of a law's name."""
BILL = re.compile(
    rf"(?:^|(?<=[、和及与的了将对把就于，。；：“\n])|(?<=审议)|(?<=通过)|(?<=起草)|(?<=提请)|(?<=讨论)|(?<=表决))"
    rf"(?P<name>(?!{NO_BILL})(?:(?!{CUE}|{OTHERS}|[的了将]|(?<!应)对(?!外)|(?:法|条例)[和与及])[{HAN}]){{1,24}}?(?<!办)(?:法典?|条例)(?:等[\d一二三四五六七八九十]+部法律的?)?{DRAFTED})",
    re.MULTILINE,
)
DECISION = re.compile(
    rf"(?P<name>关于(?:(?!关于|提请)[^，。；：、\n《》]){{4,50}}?(?:决定|决议|办法){DRAFTED})"
)
PROCEDURE = re.compile(
    rf"(?:法典?|条例|法律的?|决定|决议|办法){DRAFTED}(?:的议案|的?说明|的?(?:审议|审查|修改)[^，。]{{0,8}}报告)$"
)
"""How the name of a step on a bill ends."""


def find_bills(part: str, begin: int) -> Iterator[Found]:
    """Yield the bills of a sentence."""
    if CUE not in part:
        return
    for pattern in (BILL, DECISION):
        for match in pattern.finditer(part):
            place = begin + match.start("name"), begin + match.end("name")
            yield Found(*place, Kind.DOCUMENT, match["name"], (), BEFORE_ASSEMBLY)
