"""Goals: a verb that pursues and a state of affairs, with the right edges.

"持续深化金融改革" is one; "加强调查研究" reaches no stated state and is none; a row of states under
one verb (推动经济持续好转、预期持续改善) is several.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses import AMOUNT, Phrase
from kg.lexicon import either
from kg.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.scene import Scene

ACTIVITY = re.compile(
    "(?:" + either("""
    监管 管理 监测 评估 调节 监测评估 检查 督促检查 研究 调查研究 分析 领导 调研 学习 培训 教育 教育培训 宣传 组织 队伍 作风 督导 督查 汇报 请示 沟通 交流 对话 统计 工作 部署 谋划 审计 巡视 整改 服务与管理
    监测分析 力度 工程 整合 研发应用 组织领导 组织实施 政策解读 解读 引导 指导 执法 培养 自身建设 能力建设 思想建设 政治建设 机构改革 落实 研究制定 调度 支持力度 帮扶力度 货币合作 服务保障 数据共享 统筹协调 整治
    """) + ")$"
)
WEAK = frozenset("加强 强化 抓好 做好 加大 加快 开展 抓 推进 推动 完善 提供 服务 注重 调整 统筹 深化 做到 突出 聚焦".split())
ALWAYS_WEAK = frozenset("参与 加强 强化 加大 加快 抓 抓好 开展 突出 聚焦 处理 提供 清理 惩治 推进 推动 深化 做好 做到 引导 改革".split())
PARTY = re.compile("从严治党|党的建设|党建|党风|廉政|腐败|巡视|主题教育|政治(?:建设|能力|判断力|责任|任务|站位|生态)|两个维护|两个确立|四个意识|四个自信|组织建设|领导班子|干部|作风建设|工作作风|党组织|党性|全面领导|集中统一领导|工会|共青团|思想(?:上|建设)|理论武装|责任感|使命感|初心|本领")
BARE = frozenset("发展 创新 开放 改革 改革发展 问题 责任 合力 工作合力 效能 市场 作用 成效 实效 质效 整改质效 力度 水平 工作 要求 部署 任务 高度一致 信心决心 原则 衔接 良好开局 自己的事情".split())
NOT_STATE = re.compile("^在.*(?:基础|之)上$|的(?:实践|过程|进程|原则|认识|文章)$|^(?:党中央|国务院|中央).*(?:部署|要求|精神)$|到行动上$|^“[^”]*、[^”]*”$|落实到位$|(?:根据|按照|依据|结合).{2,}(?:需求|要求|情况|特点|实际|原则)$|(?:意义重大|至关重要|十分重要)$|^(?:了)?(?:积极|重要|关键|应有|更大)?(?:的)?(?:作用|贡献)$|发生.*变化|打下|奠定")
SUBJECT_USE = re.compile("必须|(?<![主需重首纲摘只想])要(?!素|求|点|件|领|害)|应当|(?<!但|还|总|国|都)是(?!否|非)|取得(?!更|积极)|迈出|以来$|事关|表明|产生严重|负责|向纵深|正在")
NOUN_USE = re.compile("到|取得|扎实|伙伴|方式|模式|理念|阶段|环境|基础|水平|质量|潜力|格局|战略|中|不|成果|成就|目标|规划|需要|大局|态势|思路|动力|空间|机遇|全局|道路|呈现|面临|改革委|迅速|势头")
TOWARD = re.compile("对.{2,}的.{0,6}(?:支持|扶持|投入|服务|保障|投放|帮扶|倾斜)(?:力度)?$|(?:流向|投向|向.{2,}聚焦)|(?:加大|强化).{0,20}(?:支持力度|融资支持|金融支持)")
BATTLE = re.compile("(?:攻坚战|保卫战|持久战|歼灭战|阻击战)$")
STATE_ROW = re.compile("持续|不断|合理|平稳|稳定|总体|更加|稳步|显著|明显|充分|加快")
TRIM = re.compile("(?:等)?(?:各项|有关|相关|系列)?(?:战略任务和重大举措|重点任务|目标任务|工作任务|工作)$")
TAIL = re.compile("(?:等?[一二三四五六七八九十几]+个方面|的(?:一批|若干|各项|有关|系列|一系列|具体)?(?:政策措施|政策举措|政策|措施|举措|若干意见|思路和举措|有关情况)|的同时|的过程中|的基础上|等|等等|等方面|等工作|的目标|的要求|的作用下)$")
INNER_ADVERB = re.compile("^(?:稳妥|有序|稳步|积极|切实|有效|持续|不断|进一步|深入|扎实|更好|加快|全面)+(?=[\u4e00-\u9fff]{4})")
BARE_FIELD = re.compile("(?:发展|建设|振兴|创新|改革|改造)?$")
STATEFUL = re.compile(
    "平稳|健康|高质量|稳定|可持续|规范|协调|有序|安全|良性|更好|更高|更加|稳增长|化解|需求|资本|融资|向|围绕|对接|能力|水平|效率|转型|升级|回归|降低|提高|扩大|增|减|降|优化|做强|补充|上市|发行|走出去|重组|发行|纾困|渡过|复苏|回升|向好|国际化|现代化|一体化|互联互通|便利|入市|集聚|落地|流动"
)
SUPPORTING = frozenset("支持 服务 扶持 帮扶 帮助 鼓励 助力 助推 惠及 支撑 服务于 投向".split())


def goals(scene: Scene, phrase: Phrase) -> Iterator[tuple[str, str, Span]]:
    """Yield the goals of a verb phrase: the verb, what it is to reach, and the goal's place."""
    if "pursues" not in phrase.classes or phrase.negated:
        return
    span = _trimmed(scene, phrase)
    object_ = scene.said(Span(max(span.begin, phrase.object.begin), span.end)) if phrase.frame not in ("disposal", "benefit") else scene.said(span)
    if not _is_state(scene, phrase, object_, span):
        return
    if phrase.frame in ("disposal", "benefit"):
        yield "", object_, span
        return
    rows = _rows(object_)
    if rows is None:
        yield phrase.verb, INNER_ADVERB.sub("", object_), span
        return
    at = span.end - len(object_)
    for number, (part, said) in enumerate(zip(rows, object_.split("、"), strict=True)):
        begin = span.begin if number == 0 else at
        yield phrase.verb, part, Span(begin, at + len(said))
        at += len(said) + 1


def _trimmed(scene: Scene, phrase: Phrase) -> Span:
    """The phrase without amounts and without 等……工作 at its end."""
    begin, end = phrase.span.begin, phrase.span.end
    while True:
        text = scene.text[begin:end]
        amount = AMOUNT.search(text)
        tail = TRIM.search(text) if not re.search("(?:好|抓)[^、]{2,8}工作$", text) else None
        tail = tail or TAIL.search(text)
        cut = amount.start() if amount else tail.start() if tail else None
        if cut is None or begin + cut <= phrase.object.begin + 1:
            return Span(begin, end)
        end = begin + cut


def _rows(object_: str) -> list[str] | None:
    """The members of a row of states under one verb, or None where it is one programme."""
    parts = object_.split("、")
    if (battle := BATTLE.search(object_)) and len(parts) > 1:
        return [part if part.endswith(battle.group()) else part + battle.group() for part in parts]
    if len(parts) < 2 or "“" in object_:
        return None
    states = all(len(p) >= 5 and STATE_ROW.search(p[2:]) for p in parts)
    same_head = all("的" in p and p[-2:] == parts[0][-2:] for p in parts)
    return parts if states or same_head else None


def _is_state(scene: Scene, phrase: Phrase, object_: str, span: Span) -> bool:
    """Whether the object is a state of affairs, and no activity, instrument, document or bare field."""
    core = re.sub("[“”]", "", object_)
    if len(core) < 2 or core[0] in "的、和及性化" or (core[0] == "与" and "的" not in core) or PARTY.search(object_):
        return False
    words = phrase.verb
    if core in BARE or NOT_STATE.search(object_) or (words.endswith(("加强", "强化", "抓好", "做好")) and re.search("(?<!体系)建设$", core)):
        return False
    if words == "加大" and re.search("(?:调控|处罚|监管|执法|打击|查处|惩处|支持|建设|拓展|公告|宣传|投入|帮扶|保障)?.{0,4}力度$", core) and not re.search("吸引|民生|保护", core):
        return False
    if SUBJECT_USE.search(object_) or (words == "发展" and NOUN_USE.match(object_)) or TOWARD.search(phrase.text(scene.text)):
        return False
    if any(words.endswith(weak) for weak in ALWAYS_WEAK) and ACTIVITY.search(core):
        return False
    if phrase.classes & {"supports"} and words in SUPPORTING:
        return bool(STATEFUL.search(core))
    return not _is_name(scene, phrase, span)


def _is_name(scene: Scene, phrase: Phrase, span: Span) -> bool:
    """Whether the object is an instrument, a document, a stance or a meeting, so that the verb acts on it."""
    names = scene.of_kind(Span(phrase.object.begin, span.end), Kind.TOOL, Kind.DOCUMENT, Kind.STANCE, Kind.MEETING)
    body = scene.said(Span(phrase.object.begin, span.end))
    for name in names:
        acts = {Kind.TOOL: "uses", Kind.DOCUMENT: "implements", Kind.STANCE: "adopts"}.get(name.kind or Kind.GOAL)
        leading = name.begin - phrase.object.begin <= 6
        whole = len(body) - (name.end - name.begin) <= 6
        if leading and (whole or (acts in phrase.classes and len(body) - (name.end - name.begin) <= 12)):
            return True
    return False


def without_head(phrase: Phrase) -> Phrase:
    """The phrase with nothing before its verb."""
    return replace(phrase, head=None)


QUANTITY = re.compile(
    "(?P<name>[\u4e00-\u9fff“”A-Za-z0-9]{0,14}?(?:杠杆率|汇率|利率|生产率|失业率|赤字率|覆盖率|同比增速|增速|总量|规模|余额|排放总量|使用量|运输量|产量|用量|排放量|价格水平|价格|物价|房价|药价|融资成本|成本|费用|费率|强度|户数|占比|比重|债务|消费量|市值|周转量|煤炭消费|总需求|水平预期))"
    "(?=$|[、和同与]|在|总体|整体|合理|稳|下[行降]|上[升行]|大幅|明显|逐步|持续|高于|低于|不低于|适度|较快|全年|可持续|回升|回落|增长|降|达到|均衡|平稳|同步|保持|预期|降至)"
)
NOT_QUANTITY = re.compile("^(?:新的|更多|更大|一定|合理|有关|经济|用|其|制度性交易|各类|企业|风险)?(?:成本|费用|规模|价格|强度|债务|总量|利率)$|效率|工作|管理|改革")


def quantities(scene: Scene, span: Span) -> Iterator[Span]:
    """The places of the quantities that a goal is stated over, by head word: 宏观杠杆率, 煤炭消费."""
    text = scene.said(span)
    at = 0
    for part in text.split("、"):
        shift = next((len(lead) for lead in _leads(part)), 0) if at == 0 else 0
        match = QUANTITY.match(part, shift)
        if match and not NOT_QUANTITY.search(match["name"]):
            yield Span(span.begin + at + match.start("name"), span.begin + at + match.end("name"))
        at += len(part) + 1


def _leads(part: str) -> Iterator[str]:
    match = re.match("(?:努力|促进|推动|保持|引导|带动|实现|确保|使|降低|减少|增加|提高|扩大|稳定|遏制|控制|优化|改善|保证|压降|新增|注重|各类|商业银行|有序|将|把)+", part)
    if match:
        yield match.group()
