"""Which verbs go on a chain (防范和化解风险), and which short verbs are verbs at all (稳 in 稳就业)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.clauses.words import MADE, MADE_OF_ENDS, MAKING, NOUNLIKE, ROLES, SOLVES

if TYPE_CHECKING:
    from kg.model import Verb

SHORTEST = 2
"""The characters of the shortest object that a verb takes, and of most verbs."""
CHAINING = frozenset(("pursues", "supports", "uses", "issues", "implements", "adopts", "guidedBy"))
SINGLE = frozenset(
    ["稳", "保", "防", "补", "促", "调", "降", "扩", "惠", "增", "让", "使", "抓", "走", "去", "强"]
)
NOT_SINGLE = re.compile(
    "(?:保守|保存|保全|保密|保管|调水|调运|调拨|保定|保险|保证|保障|保护|保持|保留|保税|保本|保值|保荐|保函|稳定|稳健|稳妥|稳步|稳中|稳固|稳岗|防疫|防护|防线|防汛|防控|防范|防止|防灾|补贴|补充|补助|补偿|补短|补给|促进|促销|调研|调整|调控|调节|调查|调度|调动|调解|调剂|"
    "降低|降雨|降水|降幅|扩大|扩容|扩张|扩围|扩散|惠民|惠企|惠农|惠及|增长|增值|增速|增幅|增量|增加|增信|增资|增持|使用|使得|使命|使馆|让利|让步|抓住|抓手|走私|走势|走访|走廊|去年|去世|强化|强调|强国|强劲|强制|强度|强大)"
)

BATTLES = ("打好", "打赢", "打胜")
"""Verbs whose object is the battle itself (打好防范化解重大风险攻坚战)."""
CHAPTER = "(?!了)[^，。；]{2,24}(?:新征程|新篇章|新篇|新华章|新局面|新境界|新辉煌)$"
NEEDS = {
    "创新": re.compile(
        "创新[^，。；的]{2,24}等(?:[^，。；、的]{0,6})(?:机制|方式|模式|手段|制度|服务)$|创新(?:和|与)?[^，。；、的]{0,14}(?:机制|方式|模式|体系|制度|手段|管理|调控|治理|举措|方法|体制|业态|场景|政策|产品|服务|供给|载体|贸易)(?:$|[、和与及]|的(?:思路|方式|办法|机制))|创新[^，。；的]{2,20}(?:机制|体系|制度)$"
    ),
    "新增": re.compile("新增(?![^，。；]{2,18}?(?:比[去上]|同比|环比|较[去上]))"),
    "谋划": re.compile("谋划[^，。；]{2,16}改革$"),
    "谱写": re.compile("谱写[^，。；]{2,24}(?:篇章|新篇|华章)$"),
    "共享": re.compile("共享[^，。；]{0,10}(?:机遇|成果|繁荣|红利|未来|好处)$"),
    "改革": re.compile("改革(?!已|开放|发展|创新|红利|成果|进程|试点|任务|方案|举措)"),
    "构建": re.compile("(?<![机结架])构建"),
    "保障": re.compile("保障(?!房|性(?:住|租|安|工))"),
    "保护": re.compile("保护(?![区伞])"),
    "适应": re.compile("适应(?!性)[^，。；的]{0,14}(?:新常态|需要|要求|需求|变革)$"),
    "把握": re.compile("把握好?.{2,24}(?:平衡|主动权|总闸门)$|把握.{2,60}关系$"),
    "督促": re.compile("督促(?!检查|检视|指导|落实|整改)"),
    "反对": re.compile("反对(?!党|派|票|者|声|意见)"),
    "解放": re.compile("解放(?!思想|军|区|前|后|战|以来|了).*(?:力|活力)$"),
    "照顾": re.compile("照顾[^，。；]{2,}(?:关切|利益)$"),
    "转换": re.compile("转换[^，。；]{0,8}动[能力]$"),
    "顶住": re.compile("顶住[^，。；]{0,10}压力$"),
    "妥处": re.compile("妥处[^，。；]{0,10}(?:分歧|摩擦|问题|矛盾)$"),
    "确立": re.compile("确立(?!的|了?以)[^，。；]{2,}(?:地位|体系|框架|机制|制度)$"),
    "明确": re.compile("明确[^，。；、]{2,16}(?:标准|责任|职责|权责|边界|条件|流程)$"),
    "赋予": re.compile("赋予[^，。；]{2,}(?:内涵|活力|自主权)$"),
    "整改": re.compile("整改[^，。；]{2,}问题$"),
    "升级": re.compile("升级(?!版|改造|为|到)[^，。；]{2,8}(?:贸易|设施|产业|设备|技术)$"),
    "配置": re.compile("配置[^，。；]{0,8}(?:资源|要素)$"),
    "助企": re.compile("助企纾困(?!政策|措施|举措)"),
    "简政": re.compile("简政放权"),
    "放管": re.compile("放管结合"),
    "惠企": re.compile("惠企(?:利民|便民)(?!政策|措施|举措|服务)"),
    "便民": re.compile("便民利企(?!政策|措施|举措|服务)"),
    "利企": re.compile("利企便民(?!政策|措施|举措|服务)"),
    "援企": re.compile("援企稳岗(?!政策|措施|举措)"),
    "减污": re.compile("减污降碳(?!协同)"),
    "开启": re.compile(f"开启{CHAPTER}"),
    "续写": re.compile(f"续写{CHAPTER}"),
    "书写": re.compile(f"书写{CHAPTER}"),
    "激活": re.compile("激活(?!力)"),
    "赢得": re.compile("赢得.*(?:主动权?|优势|胜利|未来)$"),
    "密切": re.compile(
        "密切(?!高层|沟通|协同|配合|关注|跟踪|监测)[^，。；]{2,}(?:交流|往来|交往|联系|合作)$"
    ),
    "完成": re.compile("完成[^，。；]{2,30}(?:任务|目标|行动|改革|谈判|囗)$"),
    "尊重": re.compile("尊重[^，。；]{2,}(?:主权|完整|利益|关切|道路|选择|意愿|权益)$"),
}
"""Verbs that are nouns (创新 in 创新能力增强) or tell a result, but for certain objects."""


def fits(text: str, verb: Verb, at: int, end: int) -> bool:
    """Whether a verb is one at a place: a short one with an object, one that needs a certain object with it."""
    if len(verb.word) == 1:
        return single_fits(text, at, end)
    need = NEEDS.get(verb.word)
    return need is None or need.match(text, at, end) is not None


def single_fits(text: str, at: int, end: int) -> bool:
    """Whether a one-character verb at a place has an object and begins no longer word (稳 in 稳就业)."""
    return text[at] in SINGLE and not NOT_SINGLE.match(text, at) and end - at > SHORTEST


@lru_cache(maxsize=4096)
def _chain_pair(first: str, second: str) -> bool:
    return not (
        first
        in (
            "注重",
            "服务",
            "满足",
            "提供",
            "坚持",
            "支持",
            "鼓励",
            "发挥",
            "实现",
            "健全",
            "聚焦",
            "做好",
            "抓好",
            "解决",
            "保障",
            "有",
            "形成",
        )
        and second in NOUNLIKE
    )


def chains(text: str, verb: Verb, link: str, following: Verb, at: int, end: int) -> bool:
    """Whether a second verb goes on the chain (防范和化解风险, 推动化解风险) and is no noun (推动发展方式转变)."""
    rest = end - at - len(following.word)
    if rest < SHORTEST or len(following.word) < SHORTEST:
        return False
    if verb.word in BATTLES and not link:
        return False
    if "issues" in verb.classes and not link and not following.classes & {"issues", "implements"}:
        return False
    after = text[at + len(following.word)]
    if after in "、和与及的性度化率能力者":
        return bool(link) and after not in "的性度化率"
    if link in ("、", "和", "与", "及", "以及", "并"):
        return bool(verb.classes & following.classes) and (
            following.word not in NOUNLIKE or len(verb.word) == SHORTEST
        )
    return (following.word not in NOUNLIKE or after == "《") and _chain_pair(verb.word, following.word)


RISING = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:构筑|筑牢?|汇聚|凝聚|展现|担负|肩负|承担)[起出][^，、的]{2,8}、[^，、的]{2,10}的[^，、的]{2,8}$"
)
"""What is raised or brought out, and a row that says of what kind it is (构筑起守护家园、防御洪水的防线)."""


def one_object(text: str, begin: int, place: int, end: int, strong: frozenset[str]) -> bool:
    """Whether a mark stands inside what one verb at `begin` is about, however what follows begins: what a made thing does, what is played, a row of problems."""
    if RISING.match(text, begin, end):
        return True
    if text.endswith("问题", place, end):
        return text.startswith(SOLVES, begin)
    role = text.endswith(ROLES, place, end)
    if role and text.startswith("发挥", begin) and not text.endswith(ROLES, begin, place):
        return True
    made = MADE.match(text, begin, place) if role or "的" in text[place:end] else None
    if made is None:
        return False
    does = text[made.end() : made.end() + 2]
    return (
        does in strong
        or does in MAKING
        or (text.endswith(MADE_OF_ENDS, place, end) and not MADE.match(text, place + 1))
    )


def joined(verbs: list[Verb]) -> tuple[frozenset[str], str | None]:
    """The classes of a chain of verbs, and what it does to a tool: the first that does more than push."""
    if len(verbs) == 1:
        return verbs[0].classes, verbs[0].action
    classes = frozenset().union(*(verb.classes for verb in verbs))
    action = next(
        (
            verb.action
            for verb in verbs
            if verb.action and "uses" in verb.classes and verb.word not in ("推动", "推进")
        ),
        None,
    )
    return classes, action or next((verb.action for verb in verbs if verb.action), None)
