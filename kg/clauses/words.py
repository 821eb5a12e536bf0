"""The words that the grammar asks about: verbs of a kind, verbs that are nouns after all, marks of a duty, prepositions."""

from __future__ import annotations

import re

from kg.lexicon import ADVERBS, MODALS, PRAISE, either

MASK = "囗"
"""What stands in the text of a clause for each character of a name (kg/framing.py)."""
MANNER = re.compile(either(" ".join(ADVERBS)))
NO_MANNER = frozenset(
    [
        "并",
        "而",
        "也",
        "还",
        "又",
        "再",
        "都",
        "均",
        "就",
        "且",
        "则",
        "既",
        "切",
        "进",
        "更",
        "重在",
        "意在",
        "旨在",
        "有利于",
        "有助于",
        "其中",
        "同时",
        "以及",
        "另",
        "另外",
        "此外",
        "特别是",
        "尤其是",
    ]
)
MODAL = re.compile(either(" ".join(MODALS)))
PARTICLES = re.compile(
    "(?:了(?!解)|好(?!转)|实|着(?![力眼])|过(?![剩度渡热高快程])|起|出|到|成|成为|形成|为)(?=[\u4e00-\u9fff“《0-9])"
)
"""What may stand between a verb and its object; in 化解过剩产能 the object begins."""
SECOND = re.compile("(?:和|与|及|并|、|以及)?")
ALIKE = re.compile("和(?![谐平睦解囗])[\u4e00-\u9fff](?!囗)[\u4e00-\u9fff]{3}")
"""A second verb of one object, whatever it is (吸引和利用外资)."""
NOUNS = frozenset(
    "发展 改革 创新 建设 服务 管理 保障 治理 监管 开放 合作 投资 消费 使用 保护 研究 供给 运用 利用 调节 操作 处置 激励 补充 改造 调整 开发 共建 试点 安排 发行 恢复 控制 投放 参与 修订 修改 执行 通过 批准 讲话 出席 便利 落实 实施 整治".split()
)
NOUNLIKE = NOUNS | frozenset(
    "支持 规范 帮扶 支撑 引导 振兴 新增 整顿 协调 统筹 倾斜 参加 稳定 平衡 繁荣 活跃 提升 改善 优化 增加 减少 下降 扩容 使 让 保 补 降 调 惠 稳 防 促 走 突出 体现 提出 引领 修复 预防 防治 管控 拉动 重建 传承 培养 丰富 护航 安置 攻坚 提质 引进 稳固 净化 再造 重构 方便 引入 纠正 应对 赋能 解放 承接 涵养".split()
)
MADE_OF = {
    "建设": re.compile(
        "(?:国|强国|国家|中国|世界|体系|市场|政府|社会|经济|家园|园区|试验区|示范区|自贸区|基地|中心|高地|城市|乡村|机制|制度|平台|网络|通道|共同体|机构|设施)”?$"
    ),
    "稳定": re.compile("^(?:囗|外贸|外资|就业|投资|物价|预期|增长|市场|经济|社会|产业链|供应链)"),
    "发展": re.compile("(?:产业|经济|事业|生产力|业态|模式|动能|贸易|金融|农业|服务业|租赁|集群|囗)”?$"),
}
"""What these are verbs before, in a row (优化营商环境、建设服务型政府)."""
NEGATION = re.compile("(?:不|未|没有|不得|不能|不再|不要|禁止|严禁|无需|不会)")
POSITIVE = re.compile(either("不断 不仅 不懈 无论", *(w for w in ADVERBS if "不" in w and w != "不再")))
"""What has a 不 and denies nothing (毫不放松抓好粮食生产)."""
AMOUNT = re.compile(
    r"(?:(?:约|近|超|超过|逾|至|达|高达|分别|各|合计|共)*\d[\d.,]*(?:万|亿|万亿|千|百)*(?:个)?(?:百分点|基点|元|美元|欧元|%|％|户|人|家|亿|万|倍|项|条)+(?:左右|以上|以内)?(?:[、和]\d[\d.]*[^，。]{0,6})?)$"
)
TIMES = re.compile(r"([一二两三四五六七八九十\d]{1,2})次")
POINT = re.compile(
    "(?=[^，。；是在]*+[是在])(?:[^，。；是]{2,14}(?:改革|政策|工作|战略|开放|措施|举措|规划|行动|建设|发展)的)?[\u4e00-\u9fff]{0,6}?(?:目的|目标|方向|途径|任务|重点|关键|出路|要义|着力点|出发点|挑战|根本的)(?:就|还)?(?:是|在于)(?=[\u4e00-\u9fff]{4})"
)
"""What a policy is said to be about, before the verb that says it (主攻方向是提高供给质量)."""
PURPOSE = re.compile(
    "(?:[^，。；是不而]{0,6}?(?:就|正|首先|关键|重点|目的|主要|也|还|“))?是(?:为了|要)(?=[\u4e00-\u9fff]{4})"
)
"""What a clause says that something is for, or comes to, before the verb of it (就是要稳定就业)."""
EFFORT = re.compile(
    "[^，。；、]{0,16}?(?:(?<!货币)(?<!财政)政策|举措|措施|新政|发力|加力|部门|行动|(?:投资|投入|安排|下达)\\d+[万亿]*元)(?:将|协同|共同|合力| )*(?=[\u4e00-\u9fff]{6})"
)
"""What begins a headline that tells what somebody's efforts are for (多项政策促进外贸稳定增长)."""
JOINING = ("统筹", "搞好统筹", "兼顾", "平衡", "协调", "处理", "把握", "结合")
"""Verbs whose object is two things held together (统筹做优增量和盘活存量)."""
MADE = re.compile("(?:构筑|形成|凝聚|汇聚|发挥|打造|营造|释放|建立|构建|聚集|激发)[起出了好]?(?!来)")
"""What is made may be said by a row of what it does (形成推动改革、促进发展的强大合力)."""
MADE_OF_ENDS = ("动力", "合力", "活力", "格局", "局面", "氛围", "环境")
"""What is made of several ends at once (形成保持增长和迈向中高端的新动力)."""
SOLVES = ("解决", "处理", "化解", "破解")
"""What is done to a row of problems, however they begin (解决数据流动、参与采购等问题)."""
MAKING = frozenset("调节 凝聚 支撑 带动 引领".split())
"""Verbs, beside those of goals, that say what something made does."""
PROGRAMME = ("推进", "深化", "推动")
"""Verbs whose reform may be a row of verb phrases (推进简政放权、优化服务改革)."""
ROLES = ("作用", "功能")
"""What is played, and may be a row of verb phrases (发挥扩大就业、促进流通作用)."""
PLAIN = frozenset(
    "深化 加强 增强 巩固 优化 改善 防范 化解 推进 扩大 减轻 完善 稳定 落实 健全 聚焦 突出 拓展 强化 构建 改进 加大 发展 创新 培育 壮大 降低".split()
)
"""Verbs whose object does nothing itself, so that a verb behind it begins anew (深化改革扩大开放)."""
FURTHER = frozenset(
    "扩大 增强 巩固 激发 提高 提升 优化 防范 化解 推动 推进 确保 改善 降低 打造 提振 促进 助力 便利 满足 带动 缓解 增加 改进 方便".split()
)
"""Verbs that so begin anew; others stand within names (健康促进政策, 权益维护机制)."""
ANEW = re.compile(
    "(?:改善(?!性)|增加|减少|提升|优化|降低|减轻)(?!升级|配置|调整|重组|工作|工程|服务业)[\u4e00-\u9fff“][^的、]{1,9}(?<!并举)(?<!并重)$"
)
"""A verb behind 和 that begins a goal of its own (促进消费和改善民生), at the end of its clause."""
RESULTS = frozenset("发展 消费 投资 开放 合作 创新 改革 就业 增长 升级 转型 重建 建设".split())
"""Verbs that are the object of another in front of 和 (促进经济发展和增加就业), where 保障和改善民生 has none."""
HEADED = re.compile(
    "(?:能力|水平|机制|体系|制度|力度|作用|功能|意识|办法|措施|举措|政策|工作|方面|效率|要求|方案|合作|领域|关系)$"
)
"""A noun at the end of a row, of which the verbs before it are parts (防范和化解风险能力)."""
OUGHT = re.compile("必须|应当|要(?<![主需重首纲摘只想必还既又也就都]要)(?!素|求|点|件|领|害|约)")
DUTY = re.compile("(?:要|应|必须|需要|需|务必|将|拟|应当|如何|怎样|怎么)")
ASKED = re.compile(
    "(?:并|也|还|我们|中方)*(?:(?:希望|呼吁|敦促|期待|建议|要求)(?:各方|双方|各国|国际社会|与会各方|有关各方|各成员|成员国|二十国集团成员|[\u4e00-\u9fff]{1,2}方|两国|(?:有关|相关)国家|香港|澳门|大家|各地|(?:两国|各国)?企业家?)|(?:希望|期待)(?:囗{2,20}(?!成员|[的在])|[\u4e00-\u9fff]{2,6}(?=(?:继续|进一步|积极|更好|能够?|早日|充分|持续|切实|尽早|尽快|加快|努力|全面|深入))))(?:能|共同|一道|继续|进一步|积极)*"
)
"""What is asked of others, before the verb of it (希望各方加强宏观政策协调)."""
SIDE = re.compile(
    "(?P<who>(?:(?![地全土南北千对])[\u4e00-\u9fff]{1,2}方(?![面案式法位向便程针])|(?:中[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]{1,2}中)?(?:双方|两国)|(?!中国)[一-鿿]{1,3}国(?=愿|希望|期待))(?:也|都|均|一致|高度|完全|坦诚)*)?"
    "(?P<wills>(?:愿意?)?(?:希望|期待|期盼|赞成|赞同|主张|同意|致力于|倡导|重视|探讨)(?:并)?)?"
)
"""One of the sides to a talk, and what it wants, before the verb of it (中方愿同法方扩大双向投资, 期待深化合作)."""
PRAISED = re.compile(
    "[^，。；]{0,24}?"
    + either(PRAISE, "支持 相信 看好 感受到 祝愿 鼓励")
    + "(?:中方|中国政府|中国|[\u4e00-\u9fff]方)(?=..)"
)
"""Whom one side speaks well of or backs, before the verb of what they do (赞赏中方深化改革、扩大开放)."""
OF_SIDES = (ASKED, SIDE, PRAISED)
NO_DUTY = re.compile(
    "[主需重首纲摘只想必]要|[供相适反响对效感]应|[内供刚所急必无外]需|.(?:将军|要素|要求|要点|要件|要闻|应用|应急|应对|应税|应收|应付|需求)"
)
"""Words that hold 要, 应, 需, from the character before it on."""
GIVING = re.compile(
    "(?:提供|带来|创造|打下|打牢|打好|奠定|作出|做出|采取|付出|营造|注入|增添|发挥|贡献|开辟|打开|释放|拓展)(?!了?的)(?![^，。；]{0,12}(?:提供|创造|作出|做出|奠定|注入))[^，。；]{0,12}?"
    "(?:措施|举措|行动|努力|支撑|保障|保证|支持|动力|动能|活力|基础|条件|环境|贡献|作用|力量|空间|前景|道路|机遇|便利|福祉|方案|解决方案|智慧|平台|示范|信号)(?:和(?:支持|服务|保障|支撑))?$"
)
GIVES = re.compile(
    "提供|汇聚|积蓄|营造|创造|注入|增添|筹集|输送|搭建|开辟|打开|拓展|腾出|留出|打造|构建|畅通|谋(?=福祉|利益|发展|[\u4e00-\u9fff]{2}$)|解(?=难题)|办(?=实事|好事)|指明|积累|寻找|释放|奠定|闯出"
)
"""What is given to somebody with 为."""
MEASURES = re.compile(
    "(?:的|等)(?:新?一批|各项|一系列|系列|若干|有关|重大|具体|相关|新的?|改革|创新|务实)*(?:[稳保促防扩惠][\u4e00-\u9fff]{2})?(?:政策措施|政策举措|政策|措施|举措|办法|规定|意见|方案)$"
)
SOME = re.compile("(?:了|一系列|若干|新的|更多|各项|有关|一批|一揽子|[一二三四五六七八九十\\d]+[项条])*")
INSTRUMENTAL = frozenset(
    [
        "提出",
        "运用",
        "利用",
        "创设",
        "用好",
        "依托",
        "设立",
        "推出",
        "研究创设",
        "制定出台",
        "制定",
        "出台",
        "研究制定",
        "研究出台",
        "聚焦",
        "实施",
        "采取",
        "借助",
        "发挥",
        "使用",
        "综合运用",
        "制定实施",
    ]
)
ENDS = frozenset(
    [
        "支持",
        "促进",
        "推动",
        "激励",
        "引导",
        "带动",
        "保障",
        "满足",
        "稳定",
        "提高",
        "提升",
        "降低",
        "扩大",
        "增强",
        "缓解",
        "帮助",
        "鼓励",
        "防范",
        "化解",
        "支撑",
        "助力",
        "引领",
        "拉动",
        "撬动",
        "盘活",
        "激活",
        "实现",
        "应对",
        "优化",
        "改善",
        "丰富",
        "加强",
        "强化",
    ]
)


STRESS = ("关键", "重点", "根本", "首先", "一定", "不仅")
"""What stands before 要 or 必须 and is no part of its subject (扩大内需关键要增加居民收入)."""
TOWARDS = ("对于", "针对")
"""What a clause opens with that says whom its verb behind 要 is for, and names no subject."""
DEMANDING = ("要求", "强调", "指出", "提出", "部署", "决定")
"""What a clause opens with that says what was said or decided, so that its verb comes behind."""
PREPOSITIONS = (
    "按照",
    "按",
    "根据",
    "依据",
    "依照",
    "针对",
    "通过",
    "围绕",
    "随着",
    "为了",
    "依靠",
    "凭借",
    "借助",
    "对于",
    "结合",
    "立足",
    "面向",
    "基于",
    "同",
    "把",
    "将",
    "在",
    "对",
    "向",
    "与",
    "以",
    "为",
    "给",
    "从",
    "用",
)
PREPOSITION_FIRST = frozenset(word[0] for word in PREPOSITIONS)
BEGINNING = {first: [word for word in PREPOSITIONS if word[0] == first] for first in PREPOSITION_FIRST}
"""The prepositions by their first characters."""


NO_PREPOSITION = re.compile(
    "把[握关手脉好控]|将[来军近于在会是]|按(?:时|期|劳|需|要素|揭|月|年|日|季|下|钮|摩|压|量|[\\d.])|通过[了《“]|对[外内接标话比照]|给(?:予|付|与|出|力|定)|同[比时意业]|以[及来上下]|为此|向好|从[严而]|用(?:于|好|足|活|心|户|电|地|水|人|工|药|力|情|时|来|以|能|途|作|在|到|上|了|品|\\d)"
)


def preposition_at(text: str, at: int, end: int) -> str | None:
    """The preposition that begins at a place, if it is one there (把 in 把存量盘活, not in 把握)."""
    words = BEGINNING.get(text[at : at + 1])
    if words is None or NO_PREPOSITION.match(text, at):
        return None
    fitting = (word for word in words if text.startswith(word, at) and at + len(word) < end)
    return next(fitting, None)


def made_of(word: str, rest: str) -> bool:
    """Whether a word is a verb in a row because of what it is made with (建设服务型政府)."""
    made = MADE_OF.get(word)
    return made is not None and made.search(rest) is not None
