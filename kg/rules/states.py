"""States of affairs: whether what a verb has for its object is a state to be reached, kept or prevented.

"完善信贷审批机制" names one; "加强调查研究" an activity, "形成强大合力" nothing in particular, "制定行动方案" a paper.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses import VERBAL, Phrase
from kg.clauses.words import PROGRAMME
from kg.lexicon import either
from kg.model import Kind, Span
from kg.rules.backed import SUPPORTING, is_backed, is_occupied
from kg.rules.stateless import ATTITUDE, FARING, NOT_STATE, PARTY, TELLING
from kg.rules.tools import reformed

if TYPE_CHECKING:
    from kg.scene import Scene

MANY = re.compile("^(?:超过?|约)?\\d[\\d.]*[余多]?[万亿]?[余多]?(?:家|个|户|名|所|座)(?:以上)?(?:的)?")
"""How many a policy backs (支持5000家以上企业高质量发展)."""
PUSHES = ("推动", "推进", "促进", "确保", "使", "争取", "力争", "让")
"""Verbs whose object is what is to come about."""
ACTIVITY = re.compile(
    "(?:"
    + either("""
    监管 管理 监测 评估 调节 监测评估 检查 督促检查 调查 调查研究 分析 领导 调研 学习 培训 教育 教育培训 宣传 组织 队伍 作风 督导 督查 汇报 请示 沟通 统计 工作 部署 谋划 审计 巡视 整改 服务与管理
    组织协调 投入 职责 储备 开发利用 帮扶 研判 预警 监测分析 力度 工程 整合 研发应用 组织领导 组织实施 政策解读 解读 引导 指导 执法 培养 自身建设 能力建设 思想建设 政治建设 分支机构改革 落实 研究制定 调度 支持力度 帮扶力度 货币合作 服务保障 数据共享 整治 谈判 磋商 规制
    """)
    + "|(?<!基础)研究)$"
)
ALWAYS_WEAK = tuple(
    "注重 参与 加强 强化 加大 加快 抓 抓好 开展 突出 聚焦 处理 提供 清理 惩治 推进 推动 深化 做好 做到 引导 改革".split()
)
BARE = frozenset(
    "合作 发展 重点 创新 开放 改革 机构改革 改革发展 问题 责任 合力 工作合力 强大合力 整体合力 组合拳 政策组合拳 效能 市场 作用 成效 实效 质效 整改质效 力度 水平 工作 要求 部署 任务 高度一致 信心决心 原则 衔接 良好开局 自己的事情 "
    "统筹协调 协调联动 共识 认识 实践 影响 情况 经验 明显 显著 意见 建议 措施 意识 思路 方向 项目 政策 松紧适度 灵活适度 审批 落地 见效 着眼 着手 入手 追责 问责 企业 机构 行为 规模 比例 价格 数量 金额 期限 条件 办法".split()
)
BARE_PAIRS = frozenset(
    (
        "深化改革",
        "推进改革",
        "推动改革",
        "深化改革创新",
        "全面深化改革",
        "扩大开放",
        "鼓励创新",
        "激励创新",
        "深化改革扩大开放",
    )
)
EFFORT = re.compile(
    "支持|扶持|帮扶|倾斜|投入|^工作|实施|建设|推广|拓展|逆周期|执法|监管|监督|检查|督[查察导促]|问责|惩|处罚|宣传|培训|指导|普法|整改|审计|巡视|查处|打击|整治|通报|合作|增持|驱动|协调|探索|激励|奖励|公开|交流|攻关|发掘"
)
"""More of these is an activity (加大执法力度); more of others is an end (加大宏观调控力度)."""
FUNDED = re.compile("(?!对)[^的]{2,}(?:建设|改造|研究|领域|教育)投入")
"""What more is put into (加大高标准农田建设投入)."""
HEADLESS = re.compile("(?:加大|加强|强化|增加|扩大)对(?![外内接话])")
GRANTED = re.compile(
    "(?:支持|力度|投入|投资|倾斜|扶持|服务|保障|帮扶|投放|供给|管|理|导|助|训|护|检查|开放|合作|口|需求|理解|研究|规模|覆盖|融资|信贷|贷款|执法|防范|治|查|惩|处|关注|建设|应用|使用|利用|认识|控制|调控|保险|激励)[^、]{0,4}$|的[^、]{2,12}$"
)
ROUTINE = re.compile(
    "(?:各项|其他|有关|相关|年|月|经济|重点|宣传|思想|组织|统计|审计|巡视|调研|筹备|准备|纪检|监督|检查|服务|指导|研究|党的?|前期|后续|基础|配合|协调|统筹|信访|外事|会议)工作$"
)
CARED_FOR = re.compile("防控|疫情|就业|脱贫|扶贫|教育|医疗|养老|救灾|民生|保供")
"""What makes even routine work one with an end of its own (做好重点群体就业服务工作)."""
TASKS = re.compile(
    "工作|安置|救助|衔接|(?<!防范)化解|防汛|抗旱|复工|复产|生产|春耕|保供|稳价|就业|救灾|防控|民生|三保|六稳|六保|碳达峰|文章$|供应"
)
"""What is done well as an end of its own, where 做好……服务 names the work of the body."""
PLEDGES = re.compile("(?<!主体)(?<!产量)(?<!保供)责任$|(?:要求|存量政策|各项政策|各项举措|精神)$|重要讲话")
"""What is carried out as an order is, and is no state."""
MANNERS = re.compile("(?:性|引领|布局|施策|持续|精准|驱动|协同|共赢)$|^在")
"""How one works (注重前瞻布局), where 注重质量和效益 has an end."""
TORN = re.compile("的|、|和(?!平|谐|睦|解)|及(?!时)|性|化(?![肥工债石解学])|度|率")
SHORT = re.compile("(?P<verb>[稳保促防调扩惠控降补增去优强减])(?<!防(?=[疫汛]))[\u4e00-\u9fff]{2,5}")
RESULT = re.compile(
    "(?:收入|利润|利润总额|净流入|净回笼|销售额|产值|增加值|余额|规模|总量|贸易额|成交额|交易额|出口额|金额|出口|增长)$"
)
GIVEN = re.compile("(?:帮助|援助|报价|贷款|担保|证据|材料|资料|文件|账户|数据|名单|职位.*|岗位.*|资金|凭证)$")
PAPER = re.compile(
    "(?:方案|规划|纲要|办法|意见|条例|细则|计划|政策措施|重要举措|总体要求|目标任务|部署要求)$"
)
WRITING = re.compile(
    "^(?:制定|研究制定|出台|研究出台|推动出台|推动制定|实施|制定实施|编制|印发|落实|贯彻|草拟|起草|发布|提出|推出)"
)
ARTICLE = re.compile("\n第[三四五]条[ \u3000]")
"""How an article of a regulation begins."""
ADVANTAGES = re.compile("(?:优势|空间|资源|潜力|机遇|机遇期|窗口期|市场|禀赋|余地|引擎|两只手|红利)$")
DUTIES = tuple("开展 提供 保存 处理 查处 处置 清理 督促 协助 协调 组织 发挥 做好 加强 核对 检查 建立".split())
"""Verbs of what a regulation has somebody do; 建立和规范 is an end as the others are."""
SOLVING = re.compile(
    "解决|化解|破解|应对|处理|处置|整治|治理|防范|克服|消除|纠正|纾解|攻克|清理|查处|避免|防止|缓解|突破|疏解|管控|改变|扭转|把|将"
)
NOUN_VERBS = frozenset(
    "发展 改革 创新 建设 改造 安置 管理 治理 监管 开放 合作 投资 消费 研究 供给 运用 利用 调节 操作 开发".split()
)
NOUN_PUSHES = frozenset("推动 推进 促进 发展 扩大 加强 提高 完善 深化 支持 提升 降低".split())
ABLE = re.compile(
    "(?<=.{4})(?<![功才产智不节技效性职体动势本])能(?:够|有效|进一步|大幅|极大|显著|最大限度|更好)"
)
"""What a claim says that some step does (推动贸易一体化能有效提高生产率), and no end of the step."""
NOUN_USE = re.compile(
    "导向|起到|发挥|带来|进程|到|成为|走到|和|具有|拥有|[要应须]|信心|前景|自己$|形势|主要目标|总体|作出|得到|受到|离不开|改革(?:系统|部门|和财政|局|办)|布局|前进|取得|扎实|伙伴|方式|模式|理念|阶段|环境|基础|水平|质量|潜力|格局|战略(?!性)|中|不|成果|成就|目标|规划|需要|大局|态势|思路|动力|空间|机遇|全局|道路|呈现|面临|改革委|迅速|势头"
)
FARES = re.compile(
    "的[^的]{2,14}?(?:已经?|也|均(?!衡|等)|稳中有|陆续|相继)[^的]{1,8}$|(?:任务|历程|潜力|信心|成效)(?:很|更|更加|十分|非常)*(?:艰巨|繁重|不平凡|大|足|强|凸显|明显)+$|(?:十分|非常|更加|更为|极为|尤为|很)(?:紧迫|迫切|突出|必要|严峻|复杂|激烈)$"
)
"""What is said of a thing that the words before it only describe (支持实体经济的资金总量稳中有增)."""
TOWARD = re.compile(
    "对.{2,}的.{0,6}(?:支持|扶持|投入|服务|保障|投放|帮扶|倾斜)(?:力度|[、和与].{2,6}(?:服务|支持|保障))?$|(?:流向|投向|向.{2,}聚焦)"
    "|(?:加大|强化|加强).{0,20}(?:支持力度|融资支持|金融支持|信贷支持|政策支持)|(?:加大|加强|强化|扩大)对.{2,24}(?:支持|扶持|帮扶)$|^(?:加大|加强|增加|提供)[^为，]{0,16}(?:支持|激励)$|^(?:引导|鼓励|督促|推动)[^，]{0,6}(?:机构|银行)[^，]{0,8}(?:支持|发放|投放|加大)"
)
SERVICE_NOUN = re.compile("业|零售|支出|贸易|型|出口|进口|进出口|外包|收入")
GAINED = re.compile("取得(?!更|积极)|向纵深|迈出")
PROGRESS = re.compile("取得.{0,6}(?:进展|成效|成果|突破|成绩)$")
HELD_TOGETHER = re.compile("[^和与、]{2,}[和与][^和与、]{2,}")
TOGETHER = re.compile(".{6,}(?:合作|对接|化)$")
"""What is done with somebody in some field (深化与港澳服务贸易自由化), where 同中方合作 names none."""
TURNED = re.compile(
    "向[^，、]{2,}(?:转变|转型|过渡)$|(?:早日|尽早|尽快)[^，、]{0,4}(?:生效|签署|落地|达成|见效|建成)$"
)
"""What an instrument is to turn into (推动能耗双控向碳排放双控转变), or what is to become of it (推动协定早日生效), which is more than an act on it."""
UPHOLDING = frozenset(("维护", "捍卫"))
"""Verbs that keep up what a stance names (捍卫多边主义)."""
REACHING = frozenset("促进 推动 推进 实现 推动形成".split())
"""Verbs under which a stance is what is to be reached (促进人与自然和谐共生)."""


def is_state(scene: Scene, phrase: Phrase, object_: str, span: Span, *, known: bool = False) -> bool:
    """Whether the object is a state of affairs, and no activity, instrument, document or bare field.

    A `known` goal may have an instrument for its object (深化“放管服”改革).
    """
    core = object_.replace("“", "").replace("”", "")
    if phrase.verb + core in BARE_PAIRS or _held_together(phrase, object_):
        return True
    if (
        _is_torn(object_, core)
        or _is_duty(scene, phrase, core)
        or _is_headless(phrase.verb + core)
        or _is_bare(phrase.verb, core)
        or _is_activity(phrase.verb, core)
        or is_occupied(phrase.verb, core)
    ):
        return False
    said = {phrase.text(scene.text), phrase.verb + object_}
    backs = "supports" in phrase.classes and phrase.verb in SUPPORTING
    whole = MANY.sub("", object_) if backs else object_
    if NOT_STATE.search(whole) or PARTY.search(object_) or any(map(TOWARD.search, said)):
        return False
    if _is_talk(phrase, object_, core) or _is_told(phrase.verb, object_):
        return False
    if backs:
        return is_backed(phrase.verb, core)
    return known or object_.endswith(("目标任务", "目标")) or not _is_name(scene, phrase, span)


def _is_duty(scene: Scene, phrase: Phrase, core: str) -> bool:
    """Whether a regulation only lays down what somebody has to do (应当保存有关记录), where 维护金融稳定 is its end."""
    duty = (
        phrase.verb.startswith(DUTIES)
        and not phrase.verb.startswith(("建立和", "协调解决"))
        and not core.endswith("体系")
    )
    return duty and ARTICLE.search(scene.text) is not None


def _held_together(phrase: Phrase, object_: str) -> bool:
    """Whether two things are cared for at once (统筹抓好“硬投资”和“软建设”)."""
    return "统筹" in phrase.manner and phrase.verb != "做好" and HELD_TOGETHER.fullmatch(object_) is not None


def _is_torn(object_: str, core: str) -> bool:
    """Whether the object is part of a word or of a quotation."""
    if object_.count("“") != object_.count("”") or len(core) < 2 or TORN.match(core):
        return True
    return core[0] in "与同" and "的" not in core and not TOGETHER.match(core)


COUNTED = re.compile(
    "(?:以下|这|好)?[几一二两三四五六七八九十\\d]+(?:件|项|个方面的?)(?:大|实|重点|重要)*(?:事|事情|工作|任务)"
)
"""What only counts the work that the words after it name (抓好十件事)."""


def _is_headless(said: str) -> bool:
    """Whether whom the means go to is named and what they get is cut off (加大对小微企业、农户，以及……的支持)."""
    toward = HEADLESS.search(said)
    return toward is not None and not GRANTED.search(said, toward.end())


def _is_bare(verb: str, core: str) -> bool:
    """Whether the object names no state: 发展, 水平, a second verb."""
    if core in BARE or COUNTED.fullmatch(core) or (core.endswith("问题") and not SOLVING.search(verb + core)):
        return True
    if verb.endswith("用好") and not ADVANTAGES.search(core):
        return True
    return bool(VERBAL.fullmatch(core)) or (verb == "抓" and len(core) < 4)


GOING_ON = ("建设", "攻关", "整体规划", "协同", "整顿", "创新驱动")
"""Work that is only kept up (加强队伍建设)."""
CONTACT = re.compile(
    "(?:部门|政策(?!协调)|双边|双方|国际(?!合作)|密切|协作|对话|沟通|交流|协调|合作|配合|联系|高层|交往|[和与、的])+"
)
"""What goes on between bodies and reaches nothing in particular, where 人文交流 and 宏观政策协调 do."""


def _is_activity(verb: str, core: str) -> bool:
    """Whether the verb only intensifies work that goes on (加强监管, 加大执法力度, 强化队伍建设)."""
    if verb == "做好" and not TASKS.search(core):
        return True
    if verb.startswith("落实") and PLEDGES.search(core):
        return True
    if ("调整" in verb and core.endswith("政策")) or (verb.endswith("注重") and MANNERS.search(core)):
        return True
    if CONTACT.fullmatch(core) and not verb.endswith("深化"):
        return True
    if verb.endswith(("加强", "强化", "抓好", "做好", "保持")) and core.endswith(GOING_ON):
        return True
    return verb.endswith(ALWAYS_WEAK) and bool(ACTIVITY.search(core)) and not _is_task(verb, core)


def _is_task(verb: str, core: str) -> bool:
    """Whether the work has an end of its own (做好疫情防控工作, 加大民生保障力度) and is no routine of the body."""
    if verb.endswith(("做好", "抓好")) and core.endswith("工作"):
        return len(core) > 3 and (CARED_FOR.search(core) is not None or not ROUTINE.search(core))
    if verb.endswith(("加大", "增加")) and FUNDED.fullmatch(core):
        return True
    return core.endswith("力度") and len(core) > 4 and not EFFORT.search(core)


def _is_told(verb: str, object_: str) -> bool:
    """Whether the phrase tells of something: its "verb" is a noun and what follows says how that fares."""
    if (
        "以来" in object_[:6]
        or TELLING.search(object_)
        or (verb in NOUN_PUSHES and ABLE.search(object_))
        or (verb == "发展" and NOUN_USE.match(object_))
        or (verb == "服务" and SERVICE_NOUN.match(object_))
    ):
        return True
    pushes = verb.endswith(PUSHES)
    if (FARES.search(object_) and not pushes) or (verb == "使" and object_.startswith("得")):
        return True
    gained = not pushes and (PROGRESS.search(object_) or GAINED.search(object_))
    return bool(gained or (verb in NOUN_VERBS and FARING.search(object_)))


def _is_talk(phrase: Phrase, object_: str, core: str) -> bool:
    """Whether the phrase is no end: short goals of their own, an attitude, a paper to be written, a thing handed over."""
    row = object_.split("、")
    weak = phrase.verb.endswith(("做好", "抓好", "落实", "突出", "注重", "聚焦"))
    if (weak or (len(row) > 1 and phrase.verb.endswith(PROGRAMME))) and all(map(SHORT.fullmatch, row)):
        return True
    if phrase.frame == "disposal" and (ATTITUDE.search(object_) or len(object_) < 6):
        return True
    if phrase.verb in ("实现", "完成", "新增") and RESULT.search(core) and len(core) < 8:
        return True
    if phrase.verb == "发挥" and (phrase.perfect or object_.startswith("着")):
        return True
    return bool(
        (WRITING.match(phrase.verb) and PAPER.search(core))
        or (phrase.verb.endswith("提供") and GIVEN.search(core))
    )


RAISED = ("能力", "水平", "待遇", "效能")
"""What is raised of an instrument, which is more than an act on it (提高大病保险保障能力)."""
ACTS: dict[Kind | None, str] = {Kind.TOOL: "uses", Kind.DOCUMENT: "implements", Kind.STANCE: "adopts"}


def _is_name(scene: Scene, phrase: Phrase, span: Span) -> bool:
    """Whether the object is an instrument, a document, a stance or a meeting, so that the verb acts on it."""
    names = scene.of_kind(
        Span(phrase.object.begin, span.end), Kind.TOOL, Kind.DOCUMENT, Kind.STANCE, Kind.MEETING
    )
    body = scene.said(Span(phrase.object.begin, span.end))
    if TURNED.search(body):
        return False
    for name in names:
        reached = name.kind is Kind.STANCE and (
            phrase.verb in UPHOLDING or (phrase.verb in REACHING and len(body) - len(name.label) <= 2)
        )
        if reached or (name.kind is Kind.TOOL and reformed(scene, phrase, name)):
            continue
        leading = name.begin - phrase.object.begin <= 6
        rest = len(body) - (name.end - name.begin)
        acted = ACTS.get(name.kind) in phrase.classes
        if body.endswith(RAISED) and rest > 1:
            continue
        if leading and (acted or name.kind is not Kind.TOOL) and rest <= (12 if acted else 6):
            return True
    return False
