"""Goals: a verb that pursues and a state of affairs, with the right edges.

"持续深化金融改革" is one; "加强调查研究" reaches no stated state and is none; a row of states under
one verb (推动经济持续好转、预期持续改善) is several.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses import AMOUNT, Phrase
from kg.clauses.words import OUGHT
from kg.lexicon import either
from kg.model import Span
from kg.rules.backed import STATEFUL, SUPPORTING
from kg.rules.rows import CLAUSE, OWN_VERB, VERBS_JOINED, by_verbs, members
from kg.rules.stateless import PARTY
from kg.rules.states import PUSHES, is_state

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.scene import Scene

PUSHING = (*PUSHES, "努力")
GIVING = tuple(
    "提供 带来 筹集 积蓄 增添 输送 搭建 创造 服务 营造 注入 筑牢 夯实 腾出 开辟 拓展 打造 构建 减负 纾困 解困 松绑 赋能 让利 降本 保驾护航 护航 作出 做出 贡献 奠定 打下 打牢 打好 汇聚 打开 释放 释放出 留出 畅通 谋 解 办 指明 积累 寻找 闯出 发挥".split()
)
JOINED = re.compile("[和同与].*(?:结合|统一|衔接|贯通)起来$|[和同与].*相(?:结合|统一|衔接)$")
FRONTED = re.compile("为(?:主题|主|核心|基石|重点|基础|导向|引领|中心|主体|特征|目标)的")
REFORM = re.compile(
    "(?:深化|推进|推动|加快|促进|加强).{2,24}(?:改革|全国统筹)”?|(?:建立健全|健全|健全完善|改革完善|完善|构建).{2,24}(?:体系|机制|制度)”?"
)
REFORMED = tuple("改革 统筹 体系 机制 制度 改革” 统筹” 体系” 机制” 制度”".split())
RAISED = re.compile(
    "[把将](?P<verb>[稳保促防调扩](?=[\u4e00-\u9fff]{2,4}(?:[、和]|放|摆|作为|置于))|"
    + either("""
    推进 推动 促进 保持 扩大 提高 提升 增强 加强 增加 减少 消除 支持 强化 完善 健全 构建 深化 优化 改善 降低 实现 确保 防范化解 防范 化解 防控 解决 保障 保护 恢复 维护 稳定 稳住 做好 做强 守住 发展
    """)
    + ")(?P<object>[^，。]{2,30}?)(?:始终|一直)?(?:放在|摆在|作为|置于|提高到|列为|摆到|放到)"
)
"""What is put in front of other work, each end with its verb (把稳物价、保持市场供应充足放在更加重要的位置)."""
BACKING = ("支持", "帮助", "助力", "鼓励")
ENABLED = re.compile(
    "(?:(?:[\u4e00-\u9fff]{1,3}方|彼此)(?:继续|成功)*)?(?P<verb>"
    + OWN_VERB.pattern.replace("?P<verb>", "?:")
    + "|(?:捍卫|打击|应对|办好|举办|保(?=基|就业|市场|粮食|民生|主体)|稳定|恢复|解决|培养|创建|发展(?!中国家|中经济体|银行|振兴))(?=[\u4e00-\u9fff“]{2})(?![和与及的]))"
)
"""What is backed as an end of its own or of one of the sides to a talk: its verb right behind the backing."""
ROLE = re.compile("(?:作用|功能|优势)$")
PASSING_TAIL = re.compile(
    "(?<=.{3})(?:(?:不断|持续|继续)?(?:发挥|夯实|筑牢|作出|做出|提供|铺平|打下|奠定|创造|营造|贡献)(?:了|着|出)?.{0,8}(?:作用|贡献|道路|基础|保障|支撑|支持|遵循|努力|条件|环境|力量)|(?:不断|持续|继续|积极|共同)*(?:注入|贡献)(?:了|着)?.{0,8}(?:动力|活力|动能|力量|智慧)|树立(?:典范|榜样|标杆)|不懈(?:努力|奋斗)|共同努力)$"
)
MEANS_TAIL = re.compile("等(?:方式|措施|举措|手段|办法|途径)$")
"""What may follow the last of several means (通过降低税费、扩大供给等措施)."""
GIVEN = re.compile("的?基础上")
"""Behind what is there already (在保持良好势头的基础上)."""
ABLE = re.compile(
    "(?:^|[，。；：\\n])(?:也|都|就|完全|更|一定|不仅)*能(?:够)?(?!源|力|量|耗|级|效)[^，。；：]*$"
)
"""How a clause begins that says what something is able to do: a result, and no end (能够带动大量就业)."""
WILLING = re.compile("愿[^，。；]{0,16}$")
"""What stands before the cooperation that one side offers the other (愿同中方加强各领域合作)."""
FARED = frozenset(("保持", "实现", "维持", "继续保持"))
FARES = re.compile(
    "在[^，合]{0,8}(?:\\d[^，]*|[高低]位[^，]*|水平)|(?:总体|基本|平衡|平稳|平稳较快|较快|比较快|快速|良好|较好|较高|稳定|持续|合理|稳中|领先|逐年|逐月|稳步|两位数|较|高速|的)*(?:稳定|平稳|增长|平衡|运行|稳健|稳步|向好|发展|盈利|下降|上升|扩张|回升|较高)?的?(?:态势|趋势|势头|局面|水平)?"
)
"""How its subject fares (跨境资金流动将保持总体稳定): a state of nothing that the verb has for its object."""
PEOPLE = re.compile("(?:近|超过?|约|达)?[\\d.]+[余多]?[万亿]*人?$")
"""How many had something of what is told (带动就业近3000万人)."""
RESULTING = frozenset("带动 拉动 让 使 促使 使得 推动 促进 形成 打造 创造 引进 搭建 吸引 支持 提供".split())
"""Verbs that with 了 tell what came of something."""
CARRIED_OUT = re.compile(
    "(?:政策|措施|举措|行动|战略|项目|内容|规划|部署|方案|工作|要求|共识|成果|议程|倡议|协议|协定|承诺|条款|规定|职责|(?<!主体)责任|责任制|原则|合作|工程|国策|区分开来|约法三章)”?$|^到位"
)
"""What one puts into practice (落实好各项惠企政策), and no state: 落实“六保”任务 has one in its name."""
FORBIDDEN = re.compile(
    "(?:^|[，。；：、])(?:更|也|还|决|绝)*(?:不能|不得|不要|不应|不可|不会|不允许|不搞)[^，。；]*，$"
)
"""What stands before a clause that goes on with what is not to be done (更不能拉帮结伙，把……)."""
TRIM = re.compile(
    "(?:等)?(?:各项|有关|相关|系列)?(?:战略任务和重大举措|重点任务|目标任务|工作任务|重点工作|工作)$"
)
WORK = ("工作", "任务", "举措")
"""How a phrase ends that names work at its end."""
FIGURE = re.compile("\\d")
ENDED = re.compile(
    "三农|农业|防|治理|处置|化解|解决|保障|保供|托底|救|抢险|安置|扶贫|脱贫|就业|复工|春耕|民生|去|稳|促|碳|引进|安全|整治|清理|压减|生产|小康|长治久安|环境保护|城市更新|有关工作"
)
"""What makes work one with an end of its own."""
RESULTED = re.compile(
    "取得(?:了)?(?:积极|重大|显著|明显|重要|新的?|决定性|阶段性|历史性|更大|突出)*(?:的)?(?:进展|成效|成果|突破|成绩)$"
)
TASK = re.compile("(?:好|抓)[^、]{2,8}工作$|^(?:确保)?完成|^实现.*任务$")
NEEDING = (
    "(?:关键|根本|首先|重点|一定|迫切|不仅|还|也|更)*"
    f"(?:需要|离不开|{OUGHT.pattern}|应(?<![供相适反响对效感顺]应)(?!用|急|对|税|收|付|链|有|.尽))"
)
"""What begins to say how an end is reached (实现高质量发展需要久久为功, 扩大内需关键要增加收入)."""
TAILS = (
    "(?:特别是|尤其是)[稳保促].*",
    "等?(?:[0-9一二三四五六七八九十多各]+个?)?(?:方面|领域|环节|内容)*(?:工作|问题|事项)*(?:作[出了]|做[出了]|提出)了?(?:明确|具体|系统|全面|详细|相应|一系列)*的?(?:规定|要求|部署|安排|规范|制度安排)",
    "等(?:[多各]|[\\d一二三四五六七八九十]+个?)?(?:方面|领域|环节)(?:支持|提出|推出|明确|采取|发力|着手|入手|部署|给予|积极|持续|开展|作出|取得).*",
    "等[0-9]+余?[项条个].{2,8}",
    "等(?:一系列|各项|多项)(?:政策|措施|举措)+|等(?:举措|手段)",
    "等[0-9]+(?:个|大)?方面[^，]{2,10}",
    "等?[一二三四五六七八九十几]+个方面",
    "(?:的|有关|相关|重点)(?:一批|若干|各项|有关|系列|一系列|具体|新的?|重大)*(?:政策措施|政策举措|政策|措施|举措|若干意见|思路和举措|有关情况)",
    "(?:工作)?(?:有关|相关)情况",
    "[也都均]?(?:至关|十分|非常|尤为|极为|特别)重要",
    "意义(?:十分|非常|特别)?重大",
    "达成(?:了)?[^，的]{0,8}共识",
    "(?<!可)(?<!连)(?:持续|不断)",
    "(?:指明|明确)(?:了)?(?:前进)?方向",
    "(?<!慕名)而(?:不懈|共同)?(?:努力|奋斗|来)",
    "的关键(?:还|就|也)?在于?[^，]{2,}",
    "等?(?:积极|深入)?(?:建言献策|建言资政|献计出力)",
    "的(?:决心|信心|态度|步伐|基本国策|意志|努力|立场)(?!和)[^，的]{2,12}",
    NEEDING + "[^的，]{2,}",
    "(?:对[^，、的]{2,6})?(?<!的..)(?<!的...)(?:首先|也|都|就|正|既|更|才|则|将)*(?<![但还总国别其于可])(?<!始终)(?<!一直)是(?!否|非|要|为了|\\d|大是)[^，]{2,}(?<!的)",
    "(?:具有|有着)[^，]{0,8}(?:意义|作用|影响)",
    "所[作做]出?的?(?:不懈|积极|巨大|重要|突出)*(?:努力|贡献)",
    "的任务(?:非常|十分|很|更加)*(?:艰巨|繁重|重)+",
    "(?<![作成列视])为(?:根本|主要|重要|首要)?(?:目的|抓手|目标|重点|核心|主线|主题|导向|牵引|契机|突破口|中心|动力|主攻方向|着力点|基础|关键|宗旨|途径|支撑|支点)",
    either(
        "的同时 的实践 的过程中 的基础上 协同发力 刻不容缓 势在必行 等 等等 等方面 等工作 的目标 的要求 的作用下"
    ),
)
"""What may follow a goal in its clause and is no part of it: what is said of it, of what it is one, what it is for."""
TAIL_FIRST = "所深积献建才则将对是就正既更也都均0-9一二三四五六七八九十几多各等方领环内工问事作做提特尤的有相重至非极意达持不指明而具为协刻势关根首迫还需离应必要"
"""The characters that one of those may begin with."""
TAIL = re.compile(f"(?=[{TAIL_FIRST}])(?:{'|'.join(TAILS)})$")
INNER_ADVERB = re.compile(
    "^(?:稳妥|有序|稳步|积极(?!财政)|切实|有效(?!益|性|率|市场|需求|投资|供给)|持续|不断|进一步|深入|扎实|更好|加快|全面(?!依法|从严|绿色))+(?=(?!的)[\u4e00-\u9fff]{4})"
)
"""Adverbs behind a goal's verb, which its label does without; 扎实的作风 and 有效市场 are other things."""


def goals(scene: Scene, phrase: Phrase, known: Mapping[str, str]) -> Iterator[tuple[str, str, Span]]:
    """Yield the goals of a verb phrase: the verb, what it is to reach, and the goal's place; a known wording is one."""
    if (
        "pursues" not in phrase.classes
        or phrase.negated
        or _in_passing(scene, phrase)
        or _is_routine(scene, phrase)
    ):
        return
    phrase = _enabled(scene, phrase)
    span = _trimmed(scene, phrase)
    if phrase.frame in ("disposal", "benefit"):
        object_ = scene.said(span)
        if raised := RAISED.match(object_):
            begin = span.begin + raised.start("verb")
            inner = Span(span.begin + raised.start("object"), span.begin + raised.end("object"))
            row = replace(phrase, span=Span(begin, inner.end), verb=raised["verb"], object=inner)
            for one, part in by_verbs(scene, row, inner, VERBS_JOINED):
                yield from _states(one, scene.said(part), part)
        elif joined(scene, phrase) or is_state(scene, phrase, object_, span):
            yield "", object_, span
        return
    for one, part in by_verbs(scene, phrase, Span(max(span.begin, phrase.object.begin), span.end)):
        object_ = scene.said(part)
        if _known(one.verb, object_, known) or is_state(
            scene, one, object_, part, known=worded(one.verb + object_, known)
        ):
            yield from _states(one, object_, part)


def _known(verb: str, object_: str, known: Mapping[str, str]) -> bool:
    """Whether the vocabulary has a goal in these words; backing a field and bare 建设 are none even so."""
    return verb + object_ in known and verb not in SUPPORTING and not object_.endswith("建设")


def _enabled(scene: Scene, phrase: Phrase) -> Phrase:
    """The end itself where a phrase only backs it (支持改善办学条件, 支持越方维护国家安全)."""
    if not phrase.verb.startswith(BACKING):
        return phrase
    end = ENABLED.match(scene.text, phrase.span.begin + len(BACKING[0]), phrase.span.end)
    if end is None or phrase.frame in ("disposal", "benefit"):
        return phrase
    begin, stop = end.span("verb")
    return replace(
        phrase, span=Span(begin, phrase.span.end), verb=end["verb"], object=Span(stop, phrase.object.end)
    )


def joined(scene: Scene, phrase: Phrase) -> bool:
    """Whether two things are to be brought together, whatever they are (把稳增长同防风险结合起来)."""
    said = scene.said(phrase.object)
    return phrase.frame == "disposal" and JOINED.search(said) is not None and PARTY.search(said) is None


def worded(said: str, known: Mapping[str, str]) -> bool:
    """Whether a verb phrase is a goal even where its object is an instrument: a known wording, a reform pushed forward."""
    return said in known or (said.endswith(REFORMED) and REFORM.fullmatch(said) is not None)


def _states(phrase: Phrase, object_: str, span: Span) -> Iterator[tuple[str, str, Span]]:
    """Yield one goal, or one for each member of a row of states."""
    row = [(object_, 0)] if _together(phrase, object_) else members(phrase.verb, object_)
    if len(row) == 1:
        yield phrase.verb, INNER_ADVERB.sub("", object_), Span(phrase.span.begin, span.end)
        return
    ends = [*(span.begin + at - 1 for _, at in row[1:]), span.end]
    for number, ((part, at), end) in enumerate(zip(row, ends, strict=True)):
        begin = span.begin + at if number else phrase.span.begin
        last = number == len(row) - 1
        stop = end if last else min(span.begin + at + len(part), end)
        yield phrase.verb, INNER_ADVERB.sub("", part), Span(begin, stop)


def _together(phrase: Phrase, object_: str) -> bool:
    """Whether what a row lists is done as one (统筹推进西部大开发、东北全面振兴、中部地区崛起)."""
    states = all(map(CLAUSE.fullmatch, object_.split("、")))
    led = "统筹" in phrase.manner and "、" in object_ and not (object_.endswith("风险") or states)
    return led or phrase.verb.startswith(("统筹", "开启", "续写", "书写"))


def _is_routine(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase counts people, or is about work that names no end (加强统一战线工作, but not 做好疫情防控工作)."""
    said = scene.said(phrase.span)
    if phrase.verb.startswith("带动") and PEOPLE.search(said):
        return True
    return said.endswith("工作") and not (ENDED.search(said) or STATEFUL.search(said))


def _forbidden(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase goes on with what is not to be done."""
    if phrase.verb != "把":
        return False
    return FORBIDDEN.search(scene.text, max(phrase.span.begin - 30, 0), phrase.span.begin) is not None


def resulted(phrase: Phrase) -> bool:
    """Whether the phrase tells what came of something (带动了就业)."""
    return phrase.perfect and phrase.verb in RESULTING


def _in_passing(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase only sets the scene (随着……) or stands inside an instrument's name (发挥……作用)."""
    begin, object_ = phrase.span.begin, scene.said(phrase.object)
    fares = phrase.verb in FARED and FARES.fullmatch(object_) and not scene.text.endswith("上", 0, begin)
    willing = object_.endswith("合作") and WILLING.search(scene.text, max(begin - 18, 0), begin)
    if fares or willing or ABLE.search(scene.text, max(begin - 40, 0), begin):
        return True
    if phrase.frame == "means" and (
        "随着" in scene.text[max(begin - 8, 0) : begin] or GIVEN.match(scene.text, phrase.object.end)
    ):
        return True
    if scene.text.startswith("坚持以", max(begin - 3, 0)) or phrase.verb.startswith("坚持以"):
        return True
    carried_out = phrase.verb.removesuffix("好").endswith("落实") and CARRIED_OUT.search(object_)
    handed = phrase.frame == "向" and phrase.verb == "提供"
    if carried_out or handed or resulted(phrase) or _forbidden(scene, phrase):
        return True
    if phrase.frame == "joined" and (ROLE.search(object_) or FRONTED.search(object_)):
        return True
    return phrase.frame == "benefit" and (phrase.perfect or not phrase.verb.endswith(GIVING))


def _trimmed(scene: Scene, phrase: Phrase) -> Span:
    """The phrase without amounts and without 等……工作 at its end."""
    begin, end = phrase.span.begin, phrase.span.end
    while True:
        text = scene.text[begin:end]
        amount = AMOUNT.search(text) if FIGURE.search(text) else None
        tail = TRIM.search(text) if text.endswith(WORK) and not TASK.search(text) else None
        tail = tail or TAIL.search(text) or (PASSING_TAIL.search(text) if phrase.frame == "purpose" else None)
        if tail is None and not phrase.verb.endswith(PUSHING):
            tail = RESULTED.search(text)
        if tail is None and phrase.frame == "means":
            tail = MEANS_TAIL.search(text)
        cut = amount.start() if amount else tail.start() if tail else None
        if cut is None or begin + cut <= phrase.object.begin + 1:
            return Span(begin, end)
        end = begin + cut
