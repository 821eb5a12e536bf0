"""Whom or what a policy supports: objects of 支持, 服务, 加大对……的支持, 投向, and bare fields that are pushed forward."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses import VERBAL
from kg.model import Kind, Span
from kg.recognizers.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.clauses import Phrase
    from kg.model import Entry
    from kg.scene import Scene

TOWARD = re.compile(
    "对(?P<whom>(?:(?!对).){2,60}?)的(?:[\u4e00-\u9fff]{0,8})?(?:支持|扶持|金融支持|信贷支持|投放|投入|服务|金融服务|融资保障|保障|帮扶|倾斜|救助|支持力度|扶持力度|信贷投放)(?:力度)?"
    "|对(?P<near>(?:(?!对|的).){2,30}?)(?:加大|给予|予以|实施|提供|实行)?(?:更多|更大)?(?:[\u4e00-\u9fff]{0,6}的)?(?:金融|信贷|融资|资金|财政|政策|重点)?(?:支持|扶持|帮扶|救助|倾斜|补贴|贴息)(?:力度)?(?:的(?:各项|一系列)?(?:政策|措施|举措|力度)+)?$"
)
SERVED = re.compile(
    "^(?P<whom>.{2,30}?)(?:的)?(?:综合)?(?:金融|支付|融资|信贷|保险|跨境金融|普惠金融)服务(?:水平|能力|质效|质量|体系|保障|效率|工作|和|、)*$"
)
ABLE = re.compile(
    "(?:金融支持|金融服务|支持|服务|助力|惠及|扶持)(?P<whom>[^，。；的]{2,40}?)(?:的)?(?:可持续性|积极性|能力|水平|效率|质效|质量|力度|强度|工作|作用|功能|各项|政策|措施|举措|落实|意愿|动力|精准性|有效性|适配性|长效机制|和|、|与)+$"
)
ENDED = re.compile("(?<=..)(?:支持|助力|扶持|帮扶|(?<![应适使运作])用于)(?P<whom>[^，。；的]{2,40})$")
SERVING = frozenset(
    "加大 改进 提升 优化 做好 加强 完善 强化 提高 改善 创新 增强 发挥 抓好 促进提高 切实提高 推动提升 深化 着力提升".split()
)
GATHER = re.compile("向(?P<whom>[^，。；]{2,40}?)(?:集聚|倾斜|流动|聚焦|配置|聚集|延伸)$")
FLOW = re.compile(
    "(?:流向|(?<![应适使运作])用于支持|(?<![应适使运作])用于促进|(?<![应适使运作])用于|投向|投入到|流入|倾斜到|集聚到|配置到|投放到)(?P<whom>[^，。；]{2,40})$"
)
GRANTED = re.compile("(?:对|给|向|为)(?P<whom>[^，。；]{2,40}?)(?:给予|予以|提供|实施|发放|减免|实行)")
EAGERLY = "(?:将|要|持续|继续|一如既往|大力|全力|积极|更好|更多|更高质量|精准|发力|加力|加大力度|有力|有效|有效地|进一步|优先|重点|直接|引导|更)*"
WITHIN = re.compile(
    "(?:金融(?:机构|业|资源|体系|系统|活水)?|资金|资源|资本|银行业?|信贷|亿元|万元|美元|措施|举措|政策|保险业?|资本市场|债券|基金|国债|贷款|手段|方式|工具)"
    + EAGERLY
    + "(?P<verb>支持|服务|助力|扶持|帮扶|支撑)(?!业|贸易|体系|平台|机构|[、和与“])(?P<whom>[^，。；的]{2,40}?)(?:的|$)"
)
TOLD = re.compile("(?:提升|提高|增强|加大|改善|显现|优化|增长|明显|下降|[超达]过?[^，]{0,3}\\d.*)$")
FRONTED = re.compile(
    "^(?:要|应|并|同时|此外|其中|推动|确定|决定|部署|[一二三四五六七八九十]是)*对(?P<whom>[^，。；]{2,50})$"
)
GRANTS = re.compile(
    "[，,](?:[^，。；]{0,12}?)(?:给予|予以|免除|免征|减免|减按|减征|减收|缓缴|缓征|延长|延期|实施.{0,6}(?:优惠|减免|退税|支持)|提供|发放|加大.{0,6}(?:支持|投放|投入)|优先|降低.{0,6}(?:税|费|利率|成本)|补贴|补助|奖励|贴息|暂缓|放宽)"
)
EXTENDED = re.compile(
    "(?:扩大|扩展|拓展|延伸|扩围|覆盖|推广|扩)(?:到|至)(?:全部|所有|各类)?(?P<whom>[^，。；]{2,40})$"
)
WORD_GOES_ON = tuple("品者型性化")
MEANT_FOR = re.compile(
    "(?:支持|扶持|服务|助力)(?!业|贸易)(?:[\u4e00-\u9fff]{0,4}?(?:做好|推进|促进|加快))?(?P<whom>[一-鿿、“”]{2,24}?)(?:的|(?:高质量|健康)?发展|融资|若干|行动|工作|[\\d一二三四五六七八九十]+[条项]|措施|举措|政策|计划|意见|方案|通知|》|$)"
)
BACKING = re.compile(
    "^(?:[^、]{0,16}?)(?:金融|财政|资金|国债|亿元|万元|举措|措施|政策|部门|银行|贷款|信贷|保险|债券|基金|监管总局|证监会|银保监会|财政部|外汇局|要求[^，]{2,12}机构|明确|表示)"
    + EAGERLY
    + "(?:支持|助力|扶持|帮扶|服务)(?!业|贸易|体系|平台|机构|[、和与“])(?P<whom>[^，。；]{2,40})(?<!问题)(?<!领域)$"
)
MEANT = re.compile("用于(?:支持|促进|服务|发展|扶持)?(?P<whom>[^，。；]{2,40})$")
MORE = re.compile("等(?=重点|薄弱|关键|领域|行业|产业|群体|战略)|特别是|尤其是|包括|以及|[、和及与]")
EDGES = re.compile(
    "^(?:各类|各个|有关|相关|更多|更加|广大|符合条件的?|等|其他|暂时遇到困难的|有条件的|一批|我国|国内)+|(?:等|的)?(?:上市|扩容|成长|经济社会发展|经济社会|发展|高质量发展|平稳健康发展|稳定发展|繁荣稳定|稳定|健康发展|做大做强|工作|改革发展|融资需求|融资|需求|合理需求|重点支持|政策|政策实施|项目|项目建设|(?<=[\u4e00-\u9fff]{3})领域|方面|建设发展)$"
)
NO_SECTOR = re.compile(
    r"^[\d由的哪党]|^各(?!地)|统一|进一步|增强|军事|中央|在(?:全球|国际)|"
    "^(?:领域|行业|方面|项目|机构|地方)$|原则$|处置$|主权|领土|独立|和平|正义|核心利益|一个中国|尊严|团结|友好|抗灾|^(?:并|始终|会议|[中美俄巴欧双各对我日韩法德英]方|彼此|对话|多边|共同|共建|相互|世界|全球|联合国|这|该|此|如何|有|更|发展|资金|金融|政策|工作|服务|经济|能力|力度|措施|其|它|他们|我|自身|企业|社会|人民|国家|地方|国际|增|减|提|建|打|做|加|推|促|形|完|健|构|实)|[，。；：]|(?:合作|倡议|决定|体制|关系|立场|主张|请求|大局|全局|局面|努力|举办|能力|水平|体系|机制|质量|效率|力度|作用|制度|化|性)$"
)
NOUN_FIRST = re.compile(
    "(?:创新|服务|发展|建设|开放|改造|规范)(?:型|业|贸易|消费|经济|中国家|创业|主体|领域|区|企业)"
)
NEXT_VERB = re.compile(
    "(?<=..)(?:向|围绕|通过|积极|主动|更好|开展|参与|落实|对接|补充|参加|走|利用|借助|增加|扩大|加快|提高|做|进行|实施|加强|持续|充分|(?:维护|逐步|推进|推动|化解|应对|保护|解决|完善|建立|构建|优化|提升|降低|减少|恢复|发挥|实现|渡过|克服|回归|突破|采取|运用)(?=..))"
)
PUSHED = frozenset(
    "加大 加快 开展 支持 服务 扶持 帮扶 助力 助推 惠及 培育 壮大 培育壮大 推动 推进 发展 提振 大力发展 鼓励 聚焦 支撑 促进 繁荣 振兴 服务于 投向 扩大".split()
)
REGIONS = "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾 深圳 武汉 雄安 浦东 各地 非洲 东盟"
HEADED = re.compile(
    "(?:企业|产业|行业|(?<![就失])业|市场|机构|银行|公司|平台|主体|群体|人群|人口|人员|(?<!客)户|者|农民|农民工|学生|毕业生|青年|居民|职工|小微|三农|资本|经济|产品|产业链|供应链|项目|工程|"
    "地区|区域|园区|片区|灾区|老区|山区|(?<!地)区|省|市|县|乡村|城市|农村|新城|群|圈|经济带|走廊|枢纽|自贸港|金融|基金|债券|人才|家庭|儿童|老人|军人|科技|技术|创新|研发|制造|建设|改造|更新|振兴|复产|重建|攻关|"
    "攻坚|防控|救灾|救助|转型|升级|化解|消费|投资|贸易|外贸|外资|出口|进口|生产|农业|工业|服务|服务业|旅游|文化|体育|教育|医疗|养老|托育|就业|创业|住房|民生|环保|能源|粮食|交通|物流|水利|基础设施|设施|设备|装备|"
    "材料|零部件|软件|药品|电商|航运|事业|领域|环节|战略|科研|保险|信贷|产能|物资|补水|扶贫|脱贫|纾困|增收|高校|院校|医院|国家|组织|经济体|"
    + "|".join(REGIONS.split())
    + ")$"
)
SERVICE_NOUN = re.compile(
    "业|贸易|型|出口|进口|进出口|区|站|外包|消费|器|机构|供给|质量|水平|能力|体系|平台|网络|价格|收入|不间断"
)
ACTOR = re.compile(
    "(?:企业|产业|行业|(?<![就创失])业|市场|机构|银行|公司|平台|主体|群体|人群|人口|人员|农户|商户|户|者|人|农民|农民工|学生|毕业生|青年|居民|职工|工人|小微|三农|资本|经济|电网|铁路|煤炭|药品|药|城镇化|产品|产业链|供应链|项目|工程|改造|建设|地区|园区|金融|基金|债券|股市)”?$"
)
TROUBLE = re.compile("风险(?!化解|处置)|乱象|矛盾|隐患|违法|犯罪|漏洞|负担")
ASIDE = re.compile("(?<=..)(?:有利于|有助于|在(?=[^，]{0,8}(?:中|里|上)发挥)|通过|借助|围绕|参与|对接|开展)")
MORE_OF = re.compile(
    "实施|落实|推动|鼓励|突出|增大|加大|强化|加强|提升|增加|优化|改进|做好|扩大|提高|保持|完善|形成|给予|增强"
)
BACKED = re.compile("(?:更好|大力|重点)?(?:金融)?(?:支持|服务|扶持|帮扶)")
ALWAYS = frozenset("支持 服务 扶持 帮扶 助力 助推 惠及 鼓励 支撑 服务于 投向 帮助 满足 保障 便利".split())


def acted_on(sector: Found) -> bool:
    """Whether a sector inside a goal is somebody or some trade that the policy is directed at, and no bare topic (就业, 能源, 消费)."""
    return bool(ACTOR.search(sector.label))


def supported(scene: Scene, phrase: Phrase) -> Iterator[Found]:
    """Yield the sectors that a verb phrase supports, as places with labels."""
    if _is_noun(scene, phrase):
        return
    if found := _aimed(scene, phrase):
        yield from found
        return
    if (
        phrase.frame == "disposal"
        and phrase.head is not None
        and (match := BACKED.match(scene.said(phrase.head)))
    ):
        yield from _members(scene, Span(phrase.head.begin + match.end(), phrase.head.end), free=False)
        return
    if phrase.frame == "benefit" and phrase.head is not None:
        yield from _members(scene, phrase.head, free=False)
        return
    if (
        "支持" in phrase.verb or any(phrase.verb.endswith(word) for word in ALWAYS)
    ) and "supports" in phrase.classes:
        yield from _members(scene, phrase.object, free=phrase.verb in ("支持", "服务", "扶持", "帮扶"))
    elif phrase.verb.endswith(("做好", "写好")) and scene.said(phrase.object).endswith("大文章"):
        yield from _members(scene, phrase.object, free=False)
    elif phrase.verb in PUSHED:
        yield from _whole(scene, phrase.object)


def _is_noun(scene: Scene, phrase: Phrase) -> bool:
    """Whether the "verb" is a noun here: the next member of a row follows, or 服务贸易, 服务业增加值."""
    if scene.text[phrase.object.begin : phrase.object.begin + 1] in ("、", "和", "与"):
        return True
    return phrase.verb == "服务" and bool(
        SERVICE_NOUN.match(scene.text, phrase.object.begin, phrase.object.end)
    )


def _aimed(scene: Scene, phrase: Phrase) -> list[Found]:
    """The sectors that a phrase aims at by its form: 加大对……的支持, 引导资金流向……, 提高服务……的能力."""
    text, begin = scene.said(phrase.span), phrase.span.begin
    for pattern in (TOWARD, FLOW, GATHER):
        if (match := pattern.search(text)) and _cued(text, pattern, match):
            group = "whom" if match["whom"] else "near"
            return [
                *_members(
                    scene,
                    Span(begin + match.start(group), begin + match.end(group)),
                    free="用于" not in match.group(),
                )
            ]
    object_, at = scene.said(phrase.object), phrase.object.begin
    patterns = (
        (SERVED, ABLE) if phrase.verb in SERVING else (ENDED,) if phrase.classes & {"uses", "issues"} else ()
    )
    for pattern in patterns:
        if (match := pattern.search(object_)) and (
            found := [*_members(scene, Span(at + match.start("whom"), at + match.end("whom")), free=False)]
        ):
            return found
    return [*_backed(scene, phrase.object)]


def _backed(scene: Scene, span: Span) -> Iterator[Found]:
    """The sectors that money or policy backs inside a range: 引导金融资源服务实体经济, 安排2亿元支持……."""
    text = scene.said(span)
    if (match := WITHIN.search(text)) and not TOLD.search(text):
        free = match["verb"] in ("支持", "扶持", "帮扶")
        yield from _members(
            scene, Span(span.begin + match.start("whom"), span.begin + match.end("whom")), free=free
        )


def _cued(text: str, pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether 对……的支持 stands after a verb that gives more of it."""
    return pattern is not TOWARD or bool(MORE_OF.search(text[: match.start()]))


def _members(scene: Scene, span: Span, *, free: bool) -> Iterator[Found]:
    """The members of a row of sectors: known ones, and with `free` those that no list holds."""
    aside = ASIDE.search(scene.text, span.begin, span.end)
    if aside and (first := [*_members(scene, Span(span.begin, aside.start()), free=free)]):
        yield from first
        return
    sectors = scene.of_kind(span, Kind.SECTOR)
    for part in _parts(scene, span, sectors):
        known = [f for f in sectors if part.begin <= f.begin and f.end <= part.end]
        if TROUBLE.search(scene.said(part)):
            continue
        if known:
            yield max(known, key=lambda f: (f.end - f.begin, -f.begin))
        elif free and (found := _new(scene.said(part), part.begin)):
            yield found


def _parts(scene: Scene, span: Span, known: list[Found]) -> Iterator[Span]:
    """Yield the members of a row; a separator inside a known name (刚性和改善性住房需求) is none."""
    begin = span.begin
    for mark in MORE.finditer(scene.text, span.begin, span.end):
        if not any(f.begin < mark.start() < f.end for f in known):
            yield Span(begin, mark.start())
            begin = mark.end()
    yield Span(begin, span.end)


def reached(scene: Scene, clause: Span) -> Iterator[Found]:
    """Yield the sectors of a clause that has no verb phrase: 金融资源要向……倾斜, 对……给予补助, 专门用于支持……."""
    text = scene.said(clause)
    if TOLD.search(text):
        return
    for pattern in (GATHER, GRANTED, MEANT, BACKING):
        if match := pattern.search(text):
            yield from _members(
                scene, Span(clause.begin + match.start("whom"), clause.begin + match.end("whom")), free=False
            )
            return
    yield from _backed(scene, clause)


def named(scene: Scene, document: Found, known: Mapping[str, Entry]) -> Iterator[Found]:
    """The sectors that a document's name says it is for (金融支持民营经济25条举措)."""
    if not (match := MEANT_FOR.search(scene.text, document.begin, document.end)):
        return
    begin = match.start("whom")
    for part in re.split("[、和与及]", match["whom"]):
        label = next((part[:n] for n in range(len(part), 1, -1) if part[:n] in known), "")
        label = "" if part[len(label) : len(label) + 1] in WORD_GOES_ON else label
        if label:
            yield Found(begin, begin + len(label), Kind.SECTOR, label, (known[label],))
        elif found := _new(part, begin):
            yield found
        begin += len(part) + 1


def fronted(scene: Scene, clause: Span) -> Iterator[Found]:
    """The sectors of 对承租国有房屋的小微企业, where the next clause says what they are granted."""
    match = FRONTED.match(scene.said(clause))
    if match and GRANTS.match(scene.text, clause.end):
        yield from _members(scene, Span(clause.begin + match.start("whom"), clause.end), free=False)


def extended(scene: Scene, clause: Span) -> Iterator[Found]:
    """The sectors that an instrument named before is extended to (将支小再贷款扩大到中小银行)."""
    if match := EXTENDED.search(scene.said(clause)):
        yield from _members(scene, Span(clause.begin + match.start("whom"), clause.end), free=False)


def _new(part: str, begin: int) -> Found | None:
    offset = part.rindex("的") + 1 if "的" in part[1:-2] else 0
    core = part[offset:]
    while (edge := EDGES.search(core)) and edge.group():
        if edge.start() == 0:
            offset += edge.end()
            core = core[edge.end() :]
        else:
            core = core[: edge.start()]
        if not core:
            return None
    core = NEXT_VERB.split(core, maxsplit=1)[0] if NEXT_VERB.search(core, 2) else core
    if "等" in core:
        core = core[: core.index("等")]
    if VERBAL.match(core) and not NOUN_FIRST.match(core):
        return None
    if (
        not 2 <= len(core) <= 12
        or NO_SECTOR.search(core)
        or not HEADED.search(core.rstrip("”"))
        or not re.fullmatch("[\u4e00-\u9fff“”A-Za-z0-9]+", core)
    ):
        return None
    return Found(
        begin + offset, begin + offset + len(core), Kind.SECTOR, core.strip("“”"), (), "object of support"
    )


def _whole(scene: Scene, span: Span) -> Iterator[Found]:
    """Known sectors that, with 发展 or 建设 at most, make up the whole object."""
    known = scene.of_kind(span, Kind.SECTOR)
    if not known:
        return
    rest = scene.said(span)
    for sector in known:
        rest = rest.replace(scene.text[sector.begin : sector.end], "", 1)
    if re.fullmatch(
        "(?:[、和及与等]|发展|建设|投资|供给|投入|供应|改造|全面|更多|各类|“|”|我国|加快|大宗|重点)*", rest
    ) or (known[-1].end == span.end and len(rest) <= 14 and "、" in rest):
        yield from known
