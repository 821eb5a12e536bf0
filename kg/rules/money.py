"""Where money goes: whom funds, banks and policies back, lend to or flow to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.rules.fields import members_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Span
    from kg.recognizers.found import Found
    from kg.scene import Scene

GATHER = re.compile("向(?P<whom>[^，。；]{2,40}?)(?:集聚|倾斜|流动|聚焦|配置|聚集|延伸)$")
NEEDS = re.compile(
    "(?:满足|保障|对接)好?(?P<whom>[^，。；]{2,40}?)的?(?:合理|有效|多样化|差异化|正常|日益增长的|和){0,3}(?:融资|资金|信贷|信贷资金|贷款|金融|金融服务)需求$"
)
"""Whose need of money is to be met (引导银行保障供电企业合理融资需求)."""
EAGERLY = "(?:将|要|持续|继续|一如既往|大力|全力|积极|更好|更多|更高质量|精准|发力|加力|加大力度|有力|有效|有效地|进一步|优先|重点|直接|引导|更)*"
WITHIN = re.compile(
    "(?:金融(?:机构|业|资源|体系|系统|活水)?|资金|资源|资本|银行业?|信贷|亿元|万元|美元|措施|举措|政策|保险业?|资本市场|债券|基金|国债|贷款|手段|方式|工具)"
    + EAGERLY
    + "(?P<verb>支持|服务|助力|扶持|帮扶|支撑)(?!业|贸易|体系|平台|机构|[、和与“])(?P<whom>[^，。；的]{2,40}?)(?:的|$)"
)
PROVIDED = re.compile(
    "(?:银行|机构|企业|资金|资本|平台|地方|部门|国企|央企)(?:[^，为向对]{0,6})(?:为|向|对)(?P<whom>[^，。；]{2,30}?)(?:继续|积极|优先|及时|加快|加大|增加)?(?:提供|发放|给予|办理|减免|投放|让利)"
)
SERVING_ONE = re.compile(
    "(?:金融|银行|保险|资本市场|信贷)[^，。；]{0,6}为(?P<whom>[^，。；]{2,16})服务(?:的|$)"
)
CONTROL = re.compile(
    "监管|管理|罚款|处分|刑事|检查|处罚|制裁|打击|整治|审查|调查|管控|监督|评估|约束|限制|统计|监测|核查|问责|考核|征收|惩戒|警告|批评|处理"
    "|肯定|表扬|感谢|慰问|问候|检测|全覆盖|封锁|清单"
)
"""What is done to somebody, or said to him, that gives him nothing."""
TOLD = re.compile("(?:提升|提高|增强|加大|改善|显现|优化|增长|明显|下降|[超达]过?[^，]{0,3}\\d.*)$")


def backed(scene: Scene, span: Span) -> Iterator[Found]:
    """The sectors that money or policy backs inside a range: 引导金融资源服务实体经济, 引导银行为小微企业发放贷款."""
    text = scene.said(span)
    match = PROVIDED.search(text) or (SERVING_ONE.search(text) if "服务" in text else None)
    if match and not CONTROL.search(text, match.end()):
        yield from members_in(scene, span.begin, match, free=True)
    elif (match := WITHIN.search(text)) and not TOLD.search(text):
        yield from members_in(scene, span.begin, match, free=match["verb"] in ("支持", "扶持", "帮扶"))
