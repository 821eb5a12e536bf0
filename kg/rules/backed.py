"""Somebody whom a policy backs or leads in doing something: whether that is a state to be reached.

"支持企业走出去" is one, "引导金融机构出台措施" what somebody is to do; "支持养老服务业" only supports a field.
"""

from __future__ import annotations

import re

from kg.lexicon import COUNTRIES, either

SUPPORTING = frozenset("支持 服务 扶持 帮扶 帮助 鼓励 助力 助推 惠及 支撑 服务于 投向".split())
STATEFUL = re.compile(
    "平稳|健康|高质量|稳定|稳步|壮大|可持续|规范|协调|有序|安全|良性|更好|更高|更加|稳增长|化解|需求|资本|融资|向|围绕|对接|能力|水平|效率|转型|升级|回归|降低|提高|扩大|增|减|降|优化|做强|补充|上市|发行|走出去|重组|纾困|渡过|渡难关|发挥.{0,8}作用|复苏|回升|向好|国际化|现代化|一体化|互联互通|便利|入市|集聚|落地|流动|共同发展|行稳致远|走向|应急恢复|恢复重建|挑大梁"
)
SOMEBODY = "(?:企业|机构|银行|公司|地方|地区|[省市区县]|院所|高校|院校|医院|单位|资本|主体|平台|人员|职工|农民工|大学生|外企|发展中国家|人才|青年|群众|农民|农户|居民|家庭|毕业生|基金|保险|险资|群体|者|户|民企|国企|各地|他们|商|园区|港澳|香港|澳门|行业|产业|劳动力)"
"""The end of a name for a group that policy turns to."""
SIDES = "(?:(?<![地双])[\u4e00-\u9fff]方|双方|各方|各国|国家|两国|国际社会|成员|非洲|东盟|联合国|个人|各界|民间|民间投资|社会力量|社会组织|人士|公民)"
"""Sides to a talk, and whoever else is backed in what he does."""
BACKED = f"(?:{SOMEBODY}|{either(*COUNTRIES)}|{SIDES})"
PIVOT = re.compile(
    BACKED
    + "(?:更好|积极|主动|就地|就近|按规定|及时|便捷|尽快|有效|尽早|从[^，]{2,8}?出发|加快|依法|开展|通过|自主|更多|扩大|广泛|深度|继续|成功|全面|率先|先行|共同|充分|在[^，]{2,12}?)*"
    "(?:(?:"
    + either("""
    建设 建立 加大 加快 扩大 增加 带动 融入 开展 走 发行 购买 投资 联合 承担 承接 牵头 使用 采用 申请 利用 围绕 与 向 在 到 做 增强 提高 提升 降低 优化 改善 创新 推进 推动 实施 通过 运用 加强 完善
    解决 缓解 化解 渡过 应对 补充 引进 拓展 开拓 对接 恢复 盘活 发挥 实现 巩固 突破 破解 打造 消除 克服 进行 共享 获得 享受 落实 满足 保障 保持 调整 稳 增 减
    参与 坚持 抗击 遏制 摆脱 举办 办好 履行 探索 进入 成为 赴 达成 培养 吸引 设立 兴办 开办 从事 加入 出租
    """)
    + ")(?=..)|发展(?=[^和与及的、]{3})(?!中国家|壮大|环境|战略|规划|政策|基金|行动|银行|问题|理念|道路)|来华|达峰|成长|上市|创业|就业|复工|复产|落户|安家|参与)"
)
"""Somebody who is backed in doing something (支持企业建设海外仓)."""
DOES = re.compile(
    f"(?P<somebody>{SOMEBODY})(?:积极|按规定|依法)*(?:开办|兴办|举办|创办|新建|将|建设|建立|融入|联合|牵头|利用|提升|提高|增强|降低|优化|改善|推进|实施|运用|加强|完善|"
    "解决|引进|拓展|开拓|进入|设立|培养|培育|打造|落实|发挥|开发|收购|做好|参与)(?=..)"
)
"""Somebody who is backed in doing something to what stands behind, which is then not what is backed (支持保险机构设立医疗、养老机构)."""
ENABLED = re.compile(
    SOMEBODY
    + "(?:更好|加快|进一步|有效|[^，、]{0,8}?在[^，、]{2,10}?|按照[^，、]{2,10}?)*(?:降低|优化|满足|融入|保障|带动|提高|提升|增强|改善|完善|转变)"
)
"""Somebody who is encouraged in bringing a state about (鼓励金融机构保障农户合理融资需求)."""
FIELD = re.compile(
    "(?:建设|实施|攻关)$|(?<!健康|平稳|稳定|规范|创新|协调|共同|加快|快速|恢复|持续|质量|联动|融合|转型|均衡|有序|繁荣|良性|绿色|蓬勃|更好|壮大|纾困|方向)发展$"
)
"""How a field's name ends, whatever stands in it (支持健康旅游发展)."""
OCCUPIED = re.compile(
    SOMEBODY
    + "(?:加快|进一步|精准|继续|积极|主动|依规|为[^，、]{2,16}?)*(?:做(?!大|强|优)|出台|建立|设立|参与|参加|发放|支持|将[^，、]{2,10}(?:用于|投向|投入)|对|开发|投资|想)"
)
"""Somebody who is led to do something that is no state yet (引导金融机构出台措施)."""
ACTING = re.compile("^类|开展|实施|进行|联合|试点")
"""What somebody is encouraged to do that is no end yet (鼓励企业开展合作)."""
LIFTING = ("助力", "助推")
LIFTED = re.compile(
    "[^的]{2,}(?<=...)(?:发展|振兴|攻坚|转型|升级|修复|增长|改善|提升|深化|建设|复工复产|复苏|崛起|融合|成长|保供|转化|复兴|减排|增收|富裕|[^强深]化)(?:伟业|任务|事业|进程)?$"
)
"""What is helped to come about, whoever's it is (助力长江生态修复), where 助力民间投资 only names a field."""
NO_END = re.compile(
    "(?:立场|的[^的]{0,6}地位|主张|努力|职责|职务|会议|会晤|峰会|大会|运动会|奥会|做法|决定|倡议|的政策|的措施)$"
)
"""What one side stands by or is host to, and is no state (支持中方在核心利益问题上的立场)."""
LEADING = ("引导", "督促", "组织", "支持", "支持和引导")
"""Verbs that lead somebody to do something."""
TAKES_PART = ("参与", "参加")
"""What somebody may be backed in, and is only led to (支持民间投资参与重大项目)."""


def is_backed(verb: str, core: str) -> bool:
    """Whether somebody is backed in reaching a state or in doing something; whoever is encouraged only in growing."""
    if verb == "惠及":
        return core.endswith(("人民", "民众", "百姓"))
    if verb == "鼓励":
        done = PIVOT.search(core) is not None and ACTING.search(core) is None
        return core.endswith(("发展", "作用")) or ENABLED.search(core) is not None or done
    lifted = verb in LIFTING and LIFTED.fullmatch(core) is not None
    done = PIVOT.search(core) is not None and NO_END.search(core) is None
    return lifted or done or bool(STATEFUL.search(core) and not FIELD.search(core))


def is_occupied(verb: str, core: str) -> bool:
    """Whether somebody is only led to do something."""
    led = OCCUPIED.search(core) if verb in LEADING else None
    return led is not None and not (verb == "支持" and led.group().endswith(TAKES_PART))
