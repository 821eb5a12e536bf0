"""Who acts in a clause: the bodies that its subject names, and which bodies make policy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses.lead import after_marker, lead_end
from kg.lexicon import WEEKDAY, either
from kg.model import Entity, Kind, Span
from kg.recognizers.headed import FOREIGN, LANDS, PROVINCES
from kg.when import LEADERSHIP

if TYPE_CHECKING:
    from kg.clauses import Frame
    from kg.recognizers.found import Found
    from kg.scene import Scene

ITEM = re.compile("^[一二三四五六七八九十]{1,3}[是要]")
OTHERS = re.compile(
    "企业|[央国民外]企|城市|党组织|(?:党委|党组)(?!和|、)|纪检监察机关|组织部门|集团$|高校|医院|学校|农民|居民|职工|师生|银行(?!间)|机构(?!改革)|各国|各方|双方|国家|(?<!经济)社会(?!主义|政策|保[障险]|治理|信用|融资)|群众|美方|欧方|中方|公司|市场主体|人员|干部$|党员|人民政府|主管部门|牵头部门|经营者|提供者|投资者|协会$|商会$|当事人|申请人|债权人|股东|消费者|个人$|单位$|(?:地区|省份|地方|省区市|合作社|部队|官兵|媒体|党刊|示范区|试验区|开发区|园区|高新区)[也都还]*$|民主党派"
)
OFFICIAL_BODIES = frozenset(
    [
        "CentralBank",
        "Regulator",
        "GovernmentBody",
        "PartyBody",
        "Legislature",
        "InternationalOrganization",
        "InternationalForum",
        "MultilateralBank",
        "FinancialInfrastructure",
        "WorkingGroup",
        "Institution",
    ]
)
"""The kinds of bodies whose policy a text goes on to tell after naming them as a subject."""
GATHERINGS = frozenset(("InternationalForum", "InternationalOrganization", "MultilateralBank"))
ABROAD = re.compile(either(" ".join(FOREIGN)))
OFFICE = re.compile(
    "(?:局|部|委|委员会|厅|办公室|政府|常委会|联席会议|领导小组|指挥部|(?:工作|指导|督导|督查|督察|调查|巡视)组|(?:监督|管理)管?理?机构|人民银行.{0,8}(?:分行|总部|支行))$"
)
"""How the name of a public body ends that the vocabulary does not have."""
MEMBERLIKE = ("委员", "代表", "常委", "原", "院士", "专家", "教授", "研究员", "学者", "博士")
"""What follows a body's name that tells of its people, who speak for themselves."""
LEARNED = re.compile("大学|学院|科学院|研究[所院]|研究中心|研究会|智库|学会|党校")
"""What shows in a name that a body studies things, so that who speaks there speaks for himself."""
PRIVATE = re.compile(
    "公司|集团|大学|学院|医院|学校|研究所|研究院|俱乐部|协会|基金会|学会|企业|工厂|酒店|商会|智库"
)
"""What shows in a name that a body makes no policy for the public."""
NO_WORDS = re.compile(
    "[、和与及]|等(?:[一二三四五六七八九十两多\\d]{0,3}(?:个)?(?:部门|部委|单位|机构))?|今天|日前|近日|昨天|[本上]?"
    + WEEKDAY
    + "|联合|会同|共同|决定|[（(][^）)]*[）)]|(?:自|从|于)?(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}[日号]起?|(?:将|拟|已)?在[^，时]{0,14}(?:[省市区县州地国]|境外|香港|澳门|上海|北京|报告中|发布会上|方面)$|首次|正式|官网|官方网站|网站|批复|批准|表示|有关(?:部门)?(?:负责人|负责同志)"
)
ADVERBIAL = re.compile(
    f"(?!{LEADERSHIP})(?:(?:要|必须|还要|也要|将)?(?:按照|根据|依据|围绕|遵照)|受(?=[^，。]{{2,16}}委托)|在|以(?!色列)|由于|经|对|向|从|与|同|贯彻|自)"
)
VISITED = re.compile("[^，。]{2,}(?:来到|走进|前往|考察|调研|走访|视察|在|到|赴)$")
"""What stands before a body that somebody goes to see (李强来到中国农业银行考察)."""
CORE = re.compile(LEADERSHIP)
PAIR = f"(?:中[{LANDS}]{{1,2}}|[{LANDS}]中)(?:双方|关系|政府|人民)*(?=作为|应|要(?!素|求)|都|完全|可以|均|同为|携手|共同|将|必须|一定|在国际)"
PARTY_TO_TALKS = "(?![地全土南北千])[\u4e00-\u9fff]方(?![面案式法位向便程针])"
SPEAKERS = re.compile(
    "[^，。]{0,14}?(?:委员|代表|常委|组成人员|领导人|专家|学者|分析师|经济学家|人士|网友|群众|企业家|负责人|(?<!我们)大家|师生|官兵|党员、?干部|职工|学员|青年|记者)们?(?:还|也|普遍|一致|纷纷|均|都)*(?:建议|认为|表示|指出|提出|说|称)(?=[，：,:])"
    "|(?:与会|各界|多国|外国|海外)[^，。]{0,12}?(?:表示|认为|感谢|赞赏|期待|希望|一致|普遍|纷纷|高度|积极评价)"
)
"""How a clause begins, in front of the others, that reports people who speak for no body (常委们认为, 大家表示)."""
STRANGERS = re.compile(
    "(?!他|她|会|大会|双方|两国|我|总书记|主席|总理|习|报告|公告|声明|文章|讲话|公报|发言人)[\u4e00-\u9fff·]{2,8}?(?:还|也)?(?:说|表示|告诉记者|认为|指出|强调)(?=[，：,:])"
)
"""How a sentence begins that reports somebody whose name is not known."""
OUTSIDE = re.compile(
    "(?:我们|中[\u4e00-\u9fff]{1,2})?两国|"
    + PAIR
    + "|"
    + PARTY_TO_TALKS
    + f"|(?=[^，]*方)[^，]{{0,30}}?(?:表示|强调|指出|重申)(?:{PARTY_TO_TALKS})"
    + "|各国|(?=[^，国方员体]{0,12}[国方员体])(?:[^，]{0,8}(?:成员国?|与会国|缔约方|发达国家|发展中国家|主要经济体))(?:还|也|都|均|共同)*(?=[一二三]是|要|应(?!对)|需|必须)|(?:世界经济|全球经济|国际组织|国际机构|国际金融机构)[^，要应]{0,8}(?:要(?!素|求)|应(?!对|急)|需|必须)|国际社会|双边|世界各国|外界|专家|业内人士|分析人士"
)
CHINA = re.compile("(?:中国|我国)(?!人民|特色|式|证监|银|央行|货币|金融)")
"""How a clause begins that speaks of China; in a foreigner's mouth it is no plan of his body's."""
PRAISED = re.compile("[^，]{0,8}(?:相信|认为|称赞|赞赏|肯定|欢迎|注意到|看到|预计|预测)(?=中国)")
"""How a clause begins in which a foreigner speaks well of China: nobody's plan."""
JOINT_BODY = re.compile(f"中(?:[{LANDS}]{{1,2}}|国[和与].{{2,10}}?)[^，]{{0,12}}(?:委员会|理事会)$")
"""A committee of two states, which those who chair it head for their own governments."""
JOINT = re.compile("(?<!能力)合作|双边|双向|两国|双方|彼此|互利|互信|友好|友谊|对接|往来|人文")
"""What two states have together: what is said of it without a subject is no plan of one of them."""
APPEALS_FIRST = re.compile(
    "建议|相信(?:各|双方|国际社会|在各)|(?:我们|中方|也|热忱|诚挚)*欢迎(?:各|双方|[^，]{1,12}(?:国|方|企业|组织|机构|伙伴|朋友)[^，]{0,10}(?:参与|加入|来|到|赴|在|参加|同|与|搭乘|分享|积极|继续|扩大|加大|投资))|(?=[^，希]{0,10}希望)[^，]{0,10}?(?<![有新大着满的])希望(?!$|[，。]|通过|能|进一步|继续|尽快|早日|与(?!会)|同(?![志学])|工程|小学|的|之)"
)
"""How a clause begins that asks something of others."""
CONDITIONS = ("只要", "如果")
"""What stands before somebody who would have to do something (只要双方坚持开放合作)."""
_WHOM = "(?:[^，]{0,6}(?:各方|双方|各国|两国|国家|国际社会|经济体|成员|青年|同胞|同学|大家|朋友)|[中美欧日英法德俄韩]方)"
APPEALS = re.compile(
    f"建议(?<![和与、的出条点议]建议)$|希望{_WHOM}|呼吁{_WHOM}|敦促{_WHOM}|期待{_WHOM}|要求(?=各国|成员){_WHOM}|(?:勉励|鼓励(?=他们|大家|青年))(?![和与]|的)"
)
"""What a speaker asks of others, or cheers them to do: nobody's policy."""
FURTHER = re.compile("[一二三四五六七八九十]是")
"""How a sentence begins that goes on with the tasks of the subject before it (G20成员一是要……。二是要……)."""
DEMANDED = re.compile("要(?!素|求|点|件|领|害|闻)|应当?(?!对|用|急|税|邀|届)|必须")
"""How a sentence begins, in the same paragraph, that goes on with what others demand or have to do (委员建议……。要……)."""
ASSEMBLED = re.compile("(?:我们|大家)(?:[^，将愿]{0,4})(?:要|应|必须|需)|要(?!素|求)|应(?!对)|必须")
"""How a clause begins in which a guest tells the states that are met what they have to do (我们要维护多边贸易体制)."""
TALKED = re.compile(
    "(?:同(?!心|志|舟)|与(?!会))[^，。\\n—在]{2,24}(?:总统|首相|总理|国王|主席|元首|外长|总书记|秘书长|议长)[^。\\n—在]{0,24}(?:会谈|会晤|通电话|会见)"
    "|会见[^，。\\n]{2,24}(?:总统|首相|总理|国王|元首|外长|秘书长|议长)"
)
"""How a text begins that reports a talk with another state."""
DOMESTIC = re.compile("海峡|中国(?![—-])")
"""How the name of a gathering begins that China holds by itself (中国发展高层论坛): a leader who speaks there speaks of China."""
HEAD = 60
"""The characters of a text in which it shows that it reports such a talk."""
ALSO = "都也还均"
OUGHT_TO = re.compile(
    "(?=[^，要应必]*+[要应必])([^，要应的]{2,14})(?<![重主首摘纲想只])(?:需?要|应|必须)(?!求|素|点|急|用|对)"
)
"""How a clause begins whose subject has something to do that is no verb of policy (企业家要做创新发展的引领者)."""
GROUPS = re.compile(
    "(?=[^，胞表宾者众生兵工校员]*+[胞表宾者众生兵工校员])[^，的]{0,12}的?(?:同胞|侨胞|代表|嘉宾|与会者|参会者|干部群众|各族群众|师生|官兵|职工|高校|院校|党员|队员|工作者)们?(?:正|将|以|用|围绕|就|在|通过|积极|纷纷|共同|牢记|认真|坚持|努力|立足|发扬|要(?!求)|应)"
)
"""How a clause begins that tells what those do who take part, or who carry things out."""
SOME = re.compile(
    "(?:一些|部分|多家|许多|不少|越来越多的?|广大|各家|众多|很多|大批|一批)[^，。；]{0,10}?(?:银行|企业|机构|公司|商户|农户|客商|群众|工作者|职工|师生|教师|农民|居民|消费者|投资者|干部|党员|青年|专家|人士|网友|同胞|国家(?!级)|地方|地区|省份|城市)"
)
"""How a clause begins that tells what some of many do (各家银行主动对接企业融资需求)."""
PLACE = re.compile(
    f"{either(PROVINCES)}(?:省|市|自治区)?(?:[\u4e00-\u9fff]{{1,5}}[市县区州])?(?:等地|等省市|还|也|则|正在|积极|持续|加快|不断)*"
)
"""A place as a subject: what it does is no institution's policy."""
PLACES_DO = either("""
    认真 扎实 努力 奋力 注重 贯彻 把 以 将 围绕 坚持 着力 聚焦 出台 制定 推出 加快 提出 通过 积极 持续 全面 大力 深入 启动 发布 建立 推动 推进 实施 开展 探索 创新 公布 印发 举办 培养 打通 整合 打造 构建 完善 加大 加强 优化 深化 培育 发展 支持 鼓励 引导 设立 成立 发放 投入 安排 组织 利用 依托 抓住 瞄准 立足 推广 建成 建设 针对 采取 充分 创建 引进
""")
PLACED = re.compile(
    f"(?:全国)?各地(?!区|各|方|[也都还]?(?:要(?!求)|应|必须))|在{either(PROVINCES)}(?:省|市|自治区)?[\u4e00-\u9fff]{{0,6}}$|{either(PROVINCES)}(?:省|市|自治区)?各级|{either(PROVINCES)}(?:省|市|自治区)?(?:[、和][^，、要]{{2,10}})*(?:(?!合作|大学|银行)[\u4e00-\u9fff]{{2}}市?)??(?:今年|近年来|日前|近日|今天|还|也|正在?|则|已经?|先后|不断|率先|相继|陆续|继续|进一步|加速|全力|重点)*(?=要(?!求)|广大|{PLACES_DO})"
)
"""How a clause begins that tells what a place does."""
ADDRESSED = re.compile(
    "各(?:地|级|(?:(?:有关|相关)部门(?:和|、))?各?(?:地方|地区|部门))[^，]{0,14}?(?:要(?!求|素)|应当?(?!对|急|用)|必须|务必)"
)
"""How a clause begins that tells those all over the country what to do: no institution (各地区各部门要稳定外贸)."""
PLACE_FIRST = frozenset("各在全") | {name[0] for name in PROVINCES.split()}
MANY_FIRST = frozenset("一部多许不越广各众很大")
"""The characters that those may begin with."""
ORDERED_TO = re.compile(
    "[^，]{0,14}?(?:银行|机构|学校|高校)(?:还|也|都)?(?:要(?!求|素)|应当?(?!对|急|用)|必须)"
)
"""How a clause begins that tells those under a body's orders what they have to do (商业银行要规范管理): its own end."""
GENERIC_AGENTS = re.compile(
    "^(?:我们|我国|中国(?!人民银行|证监会|银保监会)|全党(?:同志)?|全党全国|各地区各部门|各地区|各部门|各级党委和政府|各级党委|各级政府|党政机关|全系统|全行|会议|政府|国家|[\u4e00-\u9fff]{2,8}系统|金融|货币政策|财政政策|宏观政策|[\u4e00-\u9fff]{2,4}政策)(?:和有关方面)?$"
)


def official(body: Entity) -> bool:
    """Whether a body makes policy, by its kind, or by its name where the vocabulary does not have it."""
    if body.type == "Institution":
        return PRIVATE.search(body.label) is None
    return body.type in OFFICIAL_BODIES or (body.type is None and OFFICE.search(body.label) is not None)


def ours(body: Entity) -> bool:
    """Whether a body is one of China's, so that it may speak for China."""
    return official(body) and body.type not in GATHERINGS and not ABROAD.match(body.label)


def still_asked(text: str, before: str, agents: tuple[Entity, ...], *, same: bool) -> bool:
    """Whether a sentence goes on with what the one before it (in the `same` paragraph or not) tells others to do."""
    if not before or FURTHER.match(text):
        return bool(before)
    hopes = "希望" in before or "勉励" in before or any(e.type in GATHERINGS for e in agents)
    return same and not hopes and DEMANDED.match(text) is not None


def others(text: str, *, outside: bool, guest: bool, assembled: bool) -> bool:
    """Whether a clause, or one before it in its sentence, is about what others do or are to do.

    A `guest` speaks, who tells those `assembled` what to do.
    """
    text = text[2:] if text.startswith(CONDITIONS) else text
    if OUTSIDE.match(text) or APPEALS_FIRST.match(text) or APPEALS.search(text):
        return True
    if CHINA.match(text) and (guest or "将" in text[:4]):
        return False
    return outside or (assembled and ASSEMBLED.match(text) is not None)


def of_members(scene: Scene, body: Found) -> bool:
    """Whether a body is named only to tell whose members are meant (全国政协委员认为)."""
    return scene.text.startswith(MEMBERLIKE, body.end)


def frame_subject(scene: Scene, frame: Frame) -> tuple[Entity, ...] | None:
    """The agents that a clause names: none of its own (None), bodies, or somebody who is no body (empty)."""
    if frame.subject is None:
        return None
    bodies = scene.of_kind(frame.subject, Kind.INSTITUTION)
    issues = bool(frame.phrases) and "issues" in frame.phrases[0].classes
    if not bodies and not issues:
        return None
    text = scene.said(frame.subject)
    if not bodies and not ADVERBIAL.match(text):
        return _voice(scene, frame.subject)
    visited = bodies and VISITED.search(scene.text, frame.subject.begin, bodies[0].begin)
    if not bodies or visited or ADVERBIAL.match(text) or of_members(scene, bodies[-1]):
        return None
    begin, _ = lead_end(scene.text, frame.subject.begin, bodies[0].end)
    text = text[begin - frame.subject.begin :]
    rest = len(NO_WORDS.sub("", text)) - sum(b.end - b.begin for b in bodies)
    led = CORE.match(text)
    if led or (rest <= 6 and bodies[0].begin - begin <= 6):
        found = tuple(
            {scene.entity(b).iri: scene.entity(b) for b in bodies if scene.entity(b).type != "Media"}.values()
        )
        learned = not frame.phrases and any(LEARNED.search(body.label) for body in found)
        return () if learned else found or None
    return None


def opens(scene: Scene, frame: Frame) -> bool:
    """Whether a body opens a clause, rather than standing behind 由, 报 or 经 or in a list ((八)国务院批准的其他职责)."""
    if scene.text[frame.span.begin] in "（(":
        return False
    begin, _ = lead_end(scene.text, after_marker(scene.text, frame.span), frame.span.end)
    first = scene.layer.starting(begin)
    return first is not None and first.kind is Kind.INSTITUTION


def _voice(scene: Scene, subject: Span) -> tuple[Entity, ...] | None:
    """The body of the meeting or the person that issues something (国家主席习近平签署第二号主席令)."""
    named = scene.of_kind(subject, Kind.MEETING, Kind.OFFICIAL)
    if not named or named[0].begin - subject.begin > 6 or subject.end - named[-1].end > 6:
        return None
    body = scene.speaks_for(scene.entity(named[-1]))
    return (body,) if body else None


def guest(scene: Scene, agents: tuple[Entity, ...]) -> bool:
    """Whether a text reports what somebody says at a gathering of states or to another state: 我们 are those who meet."""
    host = scene.host
    if host in agents or any(agent.type in GATHERINGS for agent in agents):
        return False
    if host is not None and host.type in GATHERINGS:
        return DOMESTIC.match(host.label) is None and JOINT_BODY.match(host.label) is None
    return talk(scene.text)


def talk(text: str) -> bool:
    """Whether a text begins with the report of a talk with another state."""
    return TALKED.search(text, 0, HEAD) is not None


def addressed(scene: Scene, frame: Frame) -> bool:
    """Whether a clause begins, behind its time, with all those who are told what to do (各级党委和政府要……)."""
    begin, end = frame.span
    if scene.text.find("各", begin, end) < 0:
        return False
    begin, _ = lead_end(scene.text, after_marker(scene.text, frame.span), end)
    return ADDRESSED.match(scene.text, begin, end) is not None


def silent(scene: Scene, frame: Frame) -> bool:
    """Whether the clause's subject is somebody for whom no policy fact is stated (企业, 银行机构, 各国)."""
    begin, end = frame.span
    first = scene.text[begin]
    if (
        addressed(scene, frame)
        or (first in MANY_FIRST and SOME.match(scene.text, begin, end))
        or (first in PLACE_FIRST and PLACED.match(scene.text, begin, end) and not opens(scene, frame))
    ):
        return True
    if frame.subject is None:
        return False
    if not frame.phrases:
        text = scene.said(frame.span)
        ought = OUGHT_TO.match(text)
        return GROUPS.match(text) is not None or bool(
            ought and OTHERS.search(ought[1].rstrip(ALSO)[-4:]) and not GENERIC_AGENTS.match(ought[1])
        )
    text = ITEM.sub("", scene.said(frame.subject)).strip("，、 ")
    if not text or GENERIC_AGENTS.match(text) or frame_subject(scene, frame):
        return False
    if scene.of_kind(frame.subject, Kind.OFFICIAL, Kind.STANCE, Kind.TOOL, Kind.DOCUMENT, Kind.MEETING):
        return False
    told = OTHERS.search(text) is not None and ORDERED_TO.match(scene.text, begin, end) is None
    return told or PLACE.fullmatch(text) is not None
