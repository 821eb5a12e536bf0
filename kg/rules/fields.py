"""Names of fields and groups: the members of a row, known ones or such as a head word shows (……企业, ……地区)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses import VERBAL
from kg.lexicon import either
from kg.model import Kind, Span
from kg.recognizers.found import Found
from kg.rules.backed import DOES
from kg.rules.listed import NOUN_FIRST, in_rows, narrowed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Entry
    from kg.scene import Scene

MORE = re.compile("等(?=重点|薄弱|关键|领域|行业|产业|群体|战略)|特别是|尤其是|包括|以及|[、和及]|(?<!参)与")
EDGES = re.compile(
    "^(?:各类|各个|有关|相关|更多|更加|广大|符合条件的?|等|其他|暂时遇到困难的|有条件的|一批|我国|国内)+|(?:等|的)?(?:上市|扩容|成长|经济社会发展|经济社会|发展|高质量发展|平稳健康发展|稳定发展|繁荣稳定|稳定|健康发展|做大做强|工作|改革发展|融资需求|融资|需求|合理需求|重点支持|政策|政策实施|项目|项目建设|(?<=[\u4e00-\u9fff]{3})领域|方面|建设发展|(?:[两二三四五六七八九十]|\\d+)个?(?:省区市|省市|省[份区]?|市|县))$"
)
PARTIES = either("""
    会议 中方 美方 俄方 巴方 欧方 双方 各方 对方 我方 日方 韩方 法方 德方 英方 彼此 对话 多边 共同 共建 相互 世界 全球 联合国 国际 国家 这 该 此 其 它 他们 我 自身 人民 各国 各部门 各级 各族 各界
""")
BARE = either("""
    招聘 参加 为 超过 其 并 始终 如何 有 更 发展 资金 金融 政策 工作 服务 能力 力度 措施 增 减 提 建 打 做 加 推 促 形 完 健 构 实 统一 进一步 增强 军事 中央 宣扬 激励 褒奖 表彰 尊重 关爱 宽容 爱护
""")
TOO_GENERAL = either(
    "升级 进步 保险 基金 债券 信贷 领域 行业 产业 市场 地区 设施 城市 出口 生产 方面 项目 机构 地方"
)
NO_FIELD = either("""
    原则 处置 主权 领土 独立 和平 正义 核心利益 一个中国 尊严 团结 友好 抗灾 合作 倡议 决定 体制 关系 立场 主张 请求 大局 全局 局面 努力 举办 能力 水平 体系 机制 质量 效率 力度 作用 制度 发展战略 主业 化 性
""")
NO_SECTOR = re.compile(
    f"^[\\d由以的哪党因]|^(?:领域|行业|方面)|^(?:在(?!建)|开发(?!区|性)|基本(?=恢复))|^(?:{PARTIES}|(?!{NOUN_FIRST.pattern}){BARE})|^(?:企业(?!家|$)|社会(?!力量)|(?:中国|我国|世界|全球)?经济(?!大省)|地方(?!$))|^(?:{TOO_GENERAL})$|{NO_FIELD}$"
    "|^[两三四五六七八九十][国省市县区方地](?:$|企业|人民|政府|各|共|间)|在(?:全球|国际)|主权|一个中国|核心利益|[，。；：]"
)
"""What is no field or group: a party to talks, everybody, a principle, a quality, the rest of a sentence."""
NEXT_VERB = re.compile(
    "(?<=..)(?:向|围绕|挑大梁|开拓|组织开展|到境外|赴|设立|兼并|承担|牵头|承接|组建|建设(?=[\u4e00-\u9fff]{4})|率先|依法|通过|积极|主动|顺利|更好|开展|参与|落实|对接|补充|参加|走|利用|借助|增加|扩大|加快|提高|做|进行|实施|加强|持续|充分|(?:维护|逐步|推进|推动|化解|应对|保护|解决|完善|建立|构建|优化|提升|降低|减少|恢复|发挥|实现|打造|建成|渡过|克服|回归|突破|采取|运用)(?=..))"
)
REGIONS = "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾 深圳 武汉 雄安 浦东 各地 非洲 东盟"
HEADED = re.compile(
    "(?:企业|产业|行业|(?<![就失])业|市场|机构|银行|公司|平台|主体|群体|人群|人口|人员|(?<!客)户|者|农民|农民工|学生|毕业生|青年|居民|职工|小微|三农|资本|经济|产品|产业链|供应链|项目|工程|"
    "地区|区域|园区|片区|灾区|老区|山区|(?<!地)区|省|市|县|乡村|城市|农村|新城|群|圈|经济带|走廊|枢纽|自贸港|金融|基金|债券|人才|家庭|儿童|老人|军人|科技|技术|创新|研发|制造|建设|改造|调整|更新|进步|振兴|复产|重建|攻关|"
    "攻坚|防控|救灾|救助|转型|升级|化解|消费|投资|贸易|外贸|外资|出口|进口|生产|农业|工业|服务|服务业|旅游|文化|体育|教育|医疗|养老|托育|就业|创业|住房|民生|环保|能源|粮食|交通|物流|水利|基础设施|设施|设备|装备|"
    "车辆|[汽货挂客卡]车|乘用车|船舶|飞机|机场|新药|抗癌药|材料|零部件|软件|药品|电商|航运|事业|领域|环节|战略|科研|保险|信贷|产能|物资|补水|扶贫|脱贫|纾困|增收|恢复|高校|院校|医院|国家|组织|经济体|力量|企业家|大省|省份|商品|业态|"
    + "|".join(REGIONS.split())
    + ")$"
)
TASKS = "sector/tasks"
"""Above the tasks, aggregates and public services of the vocabulary: a goal that names one is about it, and directed at nobody in particular."""
PEOPLE = frozenset(("投资者", "消费者", "金融市场"))
"""Everybody who invests or buys, and where they do: only who protects or supports them is directed at them."""
GROUPS = "(?:企业|行业|产业|项目|群体|人群|群众|地区|机构|人员|家庭|主体|毕业生)"
DESCRIBED = re.compile(
    f"(?:符合条件的?|有条件的?|一批|各类)*(?P<name>[\u4e00-\u9fff]{{3,14}}的(?:科技|中小|困难)?{GROUPS})(?:等|发展|融资)*"
)
"""A group that is only described (受疫情严重冲击的行业)."""
TRAIT = "受(?!灾)|较|有|符合|因|吸纳|未|不|[好大重高强多]的"
TOLD_OF = re.compile(
    f"(?:[\u4e00-\u9fff]{{0,6}}对)?(?:和|一些|各类|一批|更多)*(?P<name>(?=[^，。；]{{0,24}}?(?:{TRAIT}))(?:(?!的)[\u4e00-\u9fff、]){{3,30}}的"
    f"(?P<head>(?:(?!的)[\u4e00-\u9fff]){{0,4}}{GROUPS})(?<!银行)(?<!金融机构))(?:(?P<more>、|和|及|特别是|尤其是)|(?!的))"
)
"""A group that a whole clause describes (支持管理较好、还款有来源的企业发行债券), and what joins it to others."""
FIRMS = re.compile("(?:各类|广大|更多|这些|相关)?(?P<name>企业)(?![家群职年集所债合交总、和与及的间])")
"""Firms in general, whatever they are backed in (帮助企业渡过难关, 支持企业上市)."""
LENDER = re.compile("(?:银行|机构|保险|公司|基金)$")
COUNTED = re.compile("等\\d+个(?=[^，。；、]{2,12}(?:省份|地区|县|市|区|城市))")
"""Behind a row of places, of which kind they are (河北、河南等6个产粮省份)."""
WORKS_TAIL = re.compile(
    "(?!建设|改造|项目|体系建设)[\u4e00-\u9fff]{0,6}(?:设施|改造|搬迁|重组|网络建设|体系建设|能力建设)|(?:生产|加工|流通|运营|研发|出口|制造)?(?:企业|机构|人员)"
)
"""What makes of a field works in it or those who work in it (粮食仓储设施, 供暖企业)."""
FOUNDS = re.compile("设立|组建|兼并|合并")
"""What a lender does for itself, and not for those whom it lends to."""
DOING = re.compile("设立|兼并|合并|培养|联合|兴办|举办|建设|制造|生产|研发|承建|经营|申报|投资(?=建)")
GROWING = re.compile(
    "发展|建设|改善|补充|改造|推[进动]|加快|加大|开展|实施|培育|壮大|打造|促进|扩大|做|组建|设立|建立|新建"
)
"""Verbs under which what is backed is still the field itself (支持发展农业保险)."""
TROUBLE = re.compile("风险(?!化解|处置)|乱象|矛盾|隐患|违法|犯罪|漏洞|负担")
ASIDE = re.compile(
    "(?<=..)(?:有利于|有助于|在(?=[^，]{0,8}(?:中|里|上)发挥)|通过|借助|围绕|向|参与|对接|(?:组织)?开展)"
)


def is_topic(sector: Found) -> bool:
    """Whether a known name is a task, an aggregate or a public service."""
    return any(map(is_task, sector.entries))


def is_task(entry: Entry) -> bool:
    """Whether a field of the vocabulary is a task, an aggregate or a public service."""
    return entry.parent == TASKS


def members(scene: Scene, span: Span, *, free: bool) -> Iterator[Found]:
    """The members of a row of sectors: known ones, and with `free` those that no list holds."""
    if told := TOLD_OF.match(scene.text, *span):
        yield from _told_of(scene, span, told, free=free)
        return
    aside, does = ASIDE.search(scene.text, *span), DOES.search(scene.text, span.begin + 1, span.end)
    cuts = [m.start() for m in (aside,) if m] + [m.end("somebody") for m in (does,) if m]
    if cuts and (first := [*members(scene, Span(span.begin, min(cuts)), free=free)]):
        yield from first
        return
    if counted := COUNTED.search(scene.text, span.begin, span.end):
        span = Span(counted.end(), span.end)
    sectors = scene.of_kind(span, Kind.SECTOR)
    row = [*in_rows(scene, span)] if free or "等" in scene.said(span) else []
    for part in _parts(scene, span, sectors):
        if not TROUBLE.search(scene.said(part)):
            known = [f for f in sectors if part.begin <= f.begin and f.end <= part.end]
            listed = [f for f in row if part.begin <= f.begin and f.end <= part.end]
            yield from _of_part(scene, part, known, listed, free=free)


def _told_of(scene: Scene, span: Span, told: re.Match[str], *, free: bool) -> Iterator[Found]:
    """A group that a clause describes, or the known one that it describes, and those that stand beside it."""
    head = Span(*told.span("head"))
    named = [f for f in scene.of_kind(head, Kind.SECTOR) if f.end == head.end]
    if named:
        yield from named
    elif not scene.of_kind(Span(*told.span("name")), Kind.INSTITUTION):
        yield Found(*told.span("name"), Kind.SECTOR, told["name"], (), "described")
    if told["more"]:
        yield from members(scene, Span(told.end(), span.end), free=free)


def members_in(
    scene: Scene, begin: int, match: re.Match[str], group: str = "whom", *, free: bool
) -> Iterator[Found]:
    """The members of the row that a pattern captured in a part of the text that begins at a place."""
    return members(scene, Span(begin + match.start(group), begin + match.end(group)), free=free)


def _of_part(
    scene: Scene, part: Span, known: list[Found], listed: list[Found], *, free: bool
) -> Iterator[Found]:
    """What one member of a row names: who is backed in doing something, a known field, a listed one, one by its head."""
    if free and known and (doer := _doer(scene, part, known[0])):
        yield doer
    elif free and len(known) > 1 and known[0].begin == part.begin and _does(scene, part, known[0]):
        yield known[0]
    elif known and not (free and _acted_on(scene, part, known[0])):
        best = max(known, key=lambda f: (f.end - f.begin, -f.begin))
        yield _with_tail(scene, part, narrowed(scene, part, best) if free else best)
        yield from (f for f in known if f.begin >= best.end and _goes_on(scene, best, f))
    elif listed:
        yield from listed
    elif free and not known and not scene.of_kind(part, Kind.INSTITUTION):
        found = unlisted(scene.said(part), part.begin)
        yield from (found,) if found else ()


def _with_tail(scene: Scene, part: Span, field: Found) -> Found:
    """A field's name with the works that it goes on to name (农村电网升级改造, 粮食仓储设施)."""
    tail, said = scene.said(Span(field.end, part.end)), scene.said(part)
    if (
        not WORKS_TAIL.fullmatch(tail)
        or (tail.endswith("重组") and field.label.endswith(("企业", "公司")))
        or VERBAL.match(said)
        or (said.startswith("企业") and DOING.match(said, 2))
        or not re.fullmatch("[\u4e00-\u9fff]{4,12}", said)
    ):
        return field
    return Found(part.begin, part.end, Kind.SECTOR, said, (), "works of a field")


def _doer(scene: Scene, part: Span, named: Found) -> Found | None:
    """Who is backed in doing something with the field that is named behind the verb (支持高校培养医疗人才)."""
    if named.begin < part.begin + 2 or scene.of_kind(part, Kind.INSTITUTION):
        return None
    before = scene.said(Span(part.begin, named.begin))
    verb = NEXT_VERB.search(before, 2) or DOING.search(before, 2)
    doer = unlisted(before[: verb.start()], part.begin) if verb else None
    lends = verb is not None and not FOUNDS.match(verb.group())
    return None if doer is None or (lends and LENDER.search(doer.label)) else doer


def _acted_on(scene: Scene, part: Span, field: Found) -> bool:
    """Whether what is backed is an act on a field, if it does not grow it (支持提升科技创新能力, 支持企业突破核心技术)."""
    begin = part.begin + 2 if scene.text.startswith("企业", part.begin) else part.begin
    verb = VERBAL.match(scene.text, begin, field.begin)
    return verb is not None and GROWING.match(verb.group()) is None


def _does(scene: Scene, part: Span, group: Found) -> bool:
    """Whether a known group is backed in doing something (支持大企业设立创投基金)."""
    does = DOING.match(scene.text, group.end, part.end) or NEXT_VERB.match(scene.text, group.end, part.end)
    return does is not None and not LENDER.search(group.label)


def _goes_on(scene: Scene, one: Found, following: Found) -> bool:
    """Whether names stand in quotes side by side (“两重”“两新”), or who is backed is to develop the other (社会力量发展养老)."""
    between = scene.text[one.end : following.begin]
    beside = not between and scene.text[one.end - 1 : one.end + 1] == "”“"
    firms = not between and one.label.endswith("企业") and following.label.endswith("企业")
    return beside or firms or between in ("”“", "发展")


def _parts(scene: Scene, span: Span, known: list[Found]) -> Iterator[Span]:
    """Yield the members of a row; a separator inside a known name (刚性和改善性住房需求) is none."""
    begin = span.begin
    for mark in MORE.finditer(scene.text, span.begin, span.end):
        if not any(f.begin < mark.start() < f.end for f in known):
            yield Span(begin, mark.start())
            begin = mark.end()
    yield Span(begin, span.end)


def unlisted(part: str, begin: int) -> Found | None:
    """A field or group that no list holds, in a part of a row: by its head word, without what leads in and trails."""
    doing = NEXT_VERB.search(part, 2)
    if described := DESCRIBED.fullmatch(part) or DESCRIBED.fullmatch(part[: doing.start()] if doing else ""):
        return Found(
            begin + described.start("name"),
            begin + described.end("name"),
            Kind.SECTOR,
            described["name"],
            (),
            "described",
        )
    if firms := FIRMS.match(part):
        return Found(
            begin + firms.start("name"), begin + firms.end(), Kind.SECTOR, "企业", (), "object of support"
        )
    core, offset = _core(part)
    if (
        not 2 <= len(core) <= 12
        or (VERBAL.match(core) and not NOUN_FIRST.match(core))
        or NO_SECTOR.search(core)
        or not HEADED.search(core.rstrip("”"))
        or not re.fullmatch("[\u4e00-\u9fff“”A-Za-z0-9]+", core)
    ):
        return None
    return Found(
        begin + offset, begin + offset + len(core), Kind.SECTOR, unquoted(core), (), "object of support"
    )


def unquoted(name: str) -> str:
    """A name without the quotes around it, or without one whose other is not there (“走出去”企业 keeps both)."""
    whole = name.count("“") == name.count("”") and not (name[:1] == "“" and name.find("”") == len(name) - 1)
    return name if whole else name.strip("“”")


def _core(part: str) -> tuple[str, int]:
    """A name without what leads in, what it is to do and what trails, and where it begins in the part."""
    doing = NEXT_VERB.search(part, 2)
    if doing and "的" not in part[: doing.start()]:
        part = part[: doing.start()]
    offset = part.rindex("的") + 1 if "的" in part[1:-2] else 0
    core = part[offset:]
    while (edge := EDGES.search(core)) and edge.group():
        if edge.start() == 0:
            offset += edge.end()
            core = core[edge.end() :]
        else:
            core = core[: edge.start()]
    core = NEXT_VERB.split(core, maxsplit=1)[0] if NEXT_VERB.search(core, 2) else core
    return core.partition("等")[0], offset
