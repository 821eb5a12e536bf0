"""Stances and numbered packages that no list holds, by the frame that they stand in; with them the instruments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.clauses import VERBAL
from kg.lexicon import COUNTRIES, either
from kg.model import Kind
from kg.recognizers.found import Found, Layer
from kg.recognizers.headed import HAN
from kg.recognizers.instruments import find_instruments
from kg.recognizers.placed import find_placed
from kg.recognizers.summed import find_summed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Grammar
    from kg.text import Sentence

NO_ROW = re.compile(
    "[在把将对从用做走了]|和(?![衷平谐而])|就是|不懈|以(?![^、]+为[^、]{1,4}、|..[^、](?:、|$)|[^、]*(?:并重|并举|相结合|相统一)$)"
)
"""What opens no row of things adhered to; 以人民为中心、民生优先 does, and 以质取胜."""
KEEPS = re.compile(
    rf"坚持(?P<name>(?:(?!、坚持)[^，。；：！？\n]){{2,60}}(?:，[{HAN}]{{4}}(?:、[{HAN}]{{4}})+(?=[，。；]))*)"
)
OPEN = re.compile(
    "(?:(?:开放|创新|协调|统筹|共享|转型|精准|有序|稳妥|积极|系统|科学|分类)(?:合作|包容|创新|共享|融通|协同|共赢|驱动|引领|发展|支持|施策|推进|谋划|防控|发力|应对|有序|稳妥|审慎|规划|治理|布局|协调|联动)|合作共赢)(?=、|$)"
)
"""A maxim that begins like an action: its first word only says how (精准支持, 开放包容)."""
PREDICATED_MAXIM = re.compile(
    "(?:..(?:优先|为先|为主|第一|驱动|引领|主导)|.+(?:[相机]结合|[相机]统一|并重|并举)|(?:服务|遵循|尊重)[^、]*(?:大局|规律))(?=、|$)"
)
"""A maxim whose first word is what it speaks of, verb or not (发展优先, 增强活力和强化监管相结合)."""
JOINT = re.compile(
    "(?:^两手|(?:一体[^、]{2}|并举|并重|[相机]结合|[相机]统一|相促进|(?<=.{3})联动|两手抓|协调配合)$)"
)
"""The end of a row that only together says one thing (法治国家、法治政府、法治社会一体建设)."""
PAIR = re.compile("(?<![^、，])([^、，]{4})[和与]([^、，]{4})(?![^、，])")
"""Two maxims that 和 joins (相互信任和互利共赢)."""
SHORTEST = 4
"""How long a maxim is; shorter members only say something with the last (市场化、法治化、国际化方向)."""
UPHELD = re.compile(
    rf"(?:坚持|秉持|本着|践行)(?P<name>[{HAN}]{{4}}(?:[、和与][{HAN}]{{4}})*)的?(?:理念|精神)"
)
"""Maxims that are upheld as an idea (秉持开放包容、互利共赢的理念)."""
THIS_LINE = re.compile(
    rf"(?:坚持|扭住|把握|抓住)(?P<name>[{HAN}]{{4,16}}?)(?:这个|这条|这一)(?:战略)?(?P<head>方向|主线|基点)"
)
"""供给侧结构性改革这条主线: what is held to is named before what it is."""
PRIORITY = re.compile(
    rf"(?:坚持|始终)(?P<name>把[{HAN}、“”]{{2,20}}(?:[放摆]在(?:首位|第一位|首要位置)|作为[{HAN}]{{0,8}}(?:宗旨|主题|主线|出发点|落脚点)))"
)
PLACED = re.compile(
    rf"坚持(?P<name>把(?!马克思|习近平|学习)[{HAN}“”]{{2,20}}(?:[放摆]在|作为)(?:全[党部])?[{HAN}“”]{{2,14}})(?=[，。；、])"
)
"""What is put at its place, as a principle (坚持把解决好云岭问题作为全部工作重中之重)."""
NO_STANCE = re.compile(
    "思维|(?:问题|目标|结果)导向.*(?:结合|统一|并重)|观念|政绩观|领导|三严三实|两学一做|初心|^(?:问题|目标|需求|结果|效果)导向|实事求是|合法|高质量发展|道路|思想|人民(?!主体)|党|学习|原则性|理念|不动摇|不懈|自信|(?<!就业优先)主义(?!市场)|发展观|方法论|主线$|立场|到底|实践|制度自信"
)
MOTTO = re.compile(
    r"^.{4}$|^以.+为..$|(?:一体[^、]{2}|优先|并举|为主|为主体|主体地位|规律|大局|为先|为本|导向|驱动|驱动发展|多边主义|结合|并重|引领|主导|第一|相统一|不动摇|两手抓|两手硬|两手都要?硬|两手发力|两端发力|过紧日子|大水漫灌|炒的|要稳|要活|要准|要实|托底|原则|方针|量力而行|支持|一盘棋|宽松|适度|(?:绿色|融合|协调|统筹|均衡|差异化|特色|可持续|低碳|循环|包容|联动|创新|开放)发展|(?:高水平|对外|双向|主动|制度型)开放|化方向)$"
)
FOREIGN = re.compile(
    "双方|两国|中方|各国|彼此|邻邦|中欧|中美|中俄|一个中国|伙伴|主权|外交|政治|宗教|台|战略自主|霸"
)
CONDUCT = re.compile(
    "真抓实干|担当作为|忠于职守|以上率下|率先垂范|诚实守信|以义取利|廉洁|奉公|过硬|合规经营|守法经营|诚信|德才|以德为先|严管和|严字|全心全意"
)
"""How people and firms are to behave: a row that names it is nobody's policy."""
NO_MOTTO = re.compile(
    "取向$|舆论|有利于|^一起|^正确|^[几一二两三四五六七八九十]+[条项个点]|(?<=^..)(?:交流|改革|建设|体制|机制|制度|政策|工作|事业|精神)$|^.?[我民]?有所.$|^..不[降松减退]$"
)
"""A field (人文交流), a count, a direction, or half of a pair that means nothing alone (民有所呼、我有所应)."""
ATTRIBUTIVE = re.compile(
    "的(?!(?:工作|战略|指导|总|主|根本|基本|重要)*(?:原则|方针|基调|要求|定位))[^、的]*(?:体制|制度|机制|体系|伙伴|朋友|兄弟|邻居|道路|关系|秩序|格局|态度|立场|精神|姿态|战略|目标|方向|导向|做法|作风)$"
)
"""The end of a row whose members qualify one head noun (集中统一、高效权威的国家安全领导体制)."""
ABROAD = re.compile(
    f"(?:{either(' '.join(c for c in COUNTRIES if c not in {'中方', '中国'}))})(?:政府|人民)?(?:一直|始终|多年来|长期|也|将)*$"
)
"""A foreign state, whose course is none of ours."""
MULTILATERAL = re.compile("多边主义")
PATH = re.compile(
    rf"(?:坚持|坚定不移|坚定|始终(?:不渝)?)地?(?P<name>走(?![出上过向]|(?:中国特色)?社会主义道)[{HAN}、]{{2,16}}?(?:道路|之路))(?!的)"
)
"""The road that is kept to (坚定不移走和平发展道路)."""
FRAMED = re.compile(
    rf"(?:坚持|按照|(?<![^，。；、应要须])按|遵循|秉持|本着|贯彻)(?P<name>(?:(?!、坚持)[{HAN}、“”]){{2,30}}?)(?:的)?(?:根本|基本|重要|工作|战略|指导|一贯|[总主]|[一二三四五六七八九十](?=原))*(?P<head>原则|方针|基调|总体要求|总要求|(?<!、..)定位)(?=[，。；,]|$|[{HAN}])"
)
ASKED = re.compile(rf"按照(?P<name>[{HAN}]{{4}}(?:、[{HAN}]{{4}})+)的要求")
ENDS = "主线|中心|导向|本|主体|重点|核心|牵引|引领|抓手|底线|前提|基调|目标|方向|动力|根本|先|重|要|纲|主"
LINE = re.compile(rf"坚持(?P<name>以[{HAN}]{{2,14}}为(?:{ENDS}))(?=[，。；、：]|$)")
BESIDE = re.compile(
    rf"坚持以[{HAN}]{{2,14}}为[{HAN}]{{1,4}}[、，](?P<name>以[{HAN}]{{2,14}}为(?:{ENDS}))(?=[，。；、：]|$)"
)
"""What stands beside a line that is held to (坚持以市场为导向、以企业为主体)."""
COURSE = re.compile(
    rf"(?:(?<=[，。；：\n])|^|[要应将须是])(?P<name>以(?!重大问题|问题)[{HAN}]{{2,14}}为(?:主线|着力点|导向))(?=[，；])"
)
"""What opens a clause as the course that it follows (要以稳岗位为着力点，增加居民收入)."""
POLICY = re.compile(
    r"(?P<name>(?:更加|适度|超)?(?:(?:适度宽松|稳健中性|稳健|积极有为|积极|从紧|适度从紧|宽松|审慎|中性|有力有效|灵活适度)(?:有效|有为|灵活|适度)?的?|(?:扩张性|紧缩性|支持性|限制性|刺激性)的?)"
    r"(?:(?P<first>财政|货币)(?P<second>[、和与]?(?:财政|货币))|货币|财政|宏观|宏观经济|货币信贷)政策"
    r"|(?<=[实采执推][施行取])(?:更加|更为)?(?:积极|审慎|宽松|差别化|差异化)(?:有为|有效)?的[\u4e00-\u9fff]{0,4}政策)"
)
HOW = "(?:稳健|中性|积极|有效|有为|有力|灵活|适度|宽松|审慎|松紧|精准|导向|可持续|务实|连续|稳定|注重实效|提质增效|加力提效|聚力增效)+"
PREDICATED = re.compile(
    f"(?<![的极健性松紧])(?P<policy>(?:财政|货币|宏观|宏观经济)政策)(?:必须|还要|也要|[要应将须])(?:继续|保持|更加|更为|更)*(?P<how>{HOW}(?:、{HOW})*)(?=[，。；])"
)
"""An orientation that is said of a policy (货币政策要更加灵活适度、精准导向)."""
BAD_STANCE = re.compile(
    "^(?:新时代|将)|^(?:问题|目标|效果|结果|需求|商业|实际)$|^(?:党|习近平|这|本|该|有关|上述|国家|法律|以下|上级|统一|中央|会议|落实|以严|强化|健全|加强|全面贯彻|按照|[一二两三四五六七八九十几]+[项条个点]?大?$|奉行|和|与|了|的)|部署|精神|规定|伙伴|(?:作为|确定|确立|达成|关系|战略|工作|[的和与])$"
)
SAID_OF = re.compile("[的极健松紧有为](?:财政|货币|宏观)政策(?:要|将|应|继续|更加|保持|持续)*$")
"""What stands before a stance that is the predicate of a policy with its orientation (积极的财政政策要加力提效)."""
QUALIFIES = re.compile(
    "”?(?:(?:、[^，。；、的]{2,8}){1,3}的[^，。；、的原方]{0,10}(?:体制|体系|制度|机制|格局|环境)(?=[，。；、])|的?[^，。；、的原方推促优加强用稳健]{0,8}(?:环境|机制|轨道|债转股|格局|局面|氛围|阐释|论述|内涵)|下(?!功|大|决|力|调|一|降|半)|[^，。；]{0,8}(?:使命感|责任感))"
)
ABOUT = re.compile("(?:关于|有关|对于)[^，。；、]{0,4}$")
POLICIES = ("政策", "调节", "调控")
"""How the orientations of policy end, as maxims do not."""
AND = ("和", "与")
KEPT_TO = re.compile("(?:坚持|遵循|按照|秉持|本着|贯彻)[^，。；]{0,10}$")
"""What stands before a row of things adhered to."""
PURSUED = re.compile("(?:促进|推动|推进|深化|实现|建设|打造|营造|构建|形成|健全|完善)(?:了|好)?$")
"""What stands before a state that is pursued rather than adhered to (促进人与自然和谐共生)."""
OF_OTHERS = re.compile(
    "(?:鼓励|指导|支持|引导|推动|允许)[^，。；]{0,4}(?:各地|地方|基层|地区|企业)[^，。；]{0,4}$"
)
"""What stands before the course that others are to take (鼓励各地因地制宜)."""


FRAMING = re.compile("坚[持定]|始终|按|遵循|秉持|本着|这[条个一]|为(?:主线|着力点|导向)")
PACKAGED = re.compile("[项条揽]")
"""What a sentence must hold for the patterns of orientations and of packages to be tried."""
PACKAGE = re.compile(
    rf"(?:推出|出台|发布|公布|实施|落实|部署|宣布|推动|制定)(?:了)?(?:新的|[^，。；]{{2,30}}等(?:[^，。；]{{0,8}}的)?)?(?P<name>(?:[一二三四五六七八九十]{{1,3}}|[2-9]|[1-9]\d{{1,2}})[项条](?:[{HAN}]{{0,6}}?)(?:增量政策|政策举措|政策措施|措施|举措|政策|新规)|一揽子[{HAN}]{{0,6}}?(?:政策|方案|举措|措施))(?![{HAN}]{{0,2}}工具)"
)


def find_phrases(text: str, layer: Layer, sentence: Sentence, grammar: Grammar) -> Iterator[Found]:
    """Yield the instruments and stances of a sentence that are not known as a whole."""
    begin, end = sentence.span.begin, sentence.span.end
    part = text[begin:end]
    if "政策" in part:
        yield from _policies(text, begin, end)
    if FRAMING.search(part):
        yield from _framed(text, layer, begin, end)
    for match in PACKAGE.finditer(text, begin, end) if PACKAGED.search(part) else ():
        label = f"{_whose(text, layer, match['name'], match.start())}{match['name']}"
        yield Found(match.start("name"), match.end("name"), Kind.DOCUMENT, label, (), "numbered package")
    yield from find_placed(text, layer, begin, end)
    yield from find_instruments(text, layer, begin, end, grammar)
    yield from find_summed(text, layer, begin, end, grammar)


def _whose(text: str, layer: Layer, name: str, at: int) -> str:
    """The body that a package is of: the last one before it in its sentence, else where the text names it again."""
    while at >= 0:
        begin = max(text.rfind(mark, 0, at) for mark in "。\n") + 1
        bodies = layer.of_kind(Kind.INSTITUTION, begin, at)
        if named := [f for f in bodies if not any(e.type == "Media" for e in f.entries)]:
            return named[-1].label
        at = text.find(name, at + len(name) + 4)
    return ""


def _policies(text: str, begin: int, end: int) -> Iterator[Found]:
    """更加积极的财政政策; 有力有效的财政和货币政策 are two."""
    for match in POLICY.finditer(text, begin, end):
        start, stop, label = match.start("name"), match.end("name"), match["name"]
        if match["second"]:
            how = text[start : match.start("first")]
            yield _stance(start, match.end("first"), f"{how}{match['first']}政策", "orientation of a policy")
            start, label = stop - 4, f"{how}{text[stop - 4 : stop]}"
        yield _stance(start, stop, label, "orientation of a policy")
    for match in PREDICATED.finditer(text, begin, end + 1):
        yield _stance(*match.span(), f"{match['how']}的{match['policy']}", "orientation of a policy")


def _stance(begin: int, end: int, label: str, reason: str) -> Found:
    return Found(begin, end, Kind.STANCE, label, (), reason)


def _framed(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    for pattern in (LINE, BESIDE, COURSE, FRAMED, ASKED, PRIORITY, PLACED, PATH):
        for match in pattern.finditer(text, begin, end):
            held = _holds(layer, match, Kind.DOCUMENT, Kind.INSTITUTION)
            if not held and not BAD_STANCE.search(match["name"]) and not CONDUCT.search(match["name"]):
                yield _stance(*match.span("name"), match["name"].strip("、"), "orientation")
    for match in THIS_LINE.finditer(text, begin, end):
        label = f"以{match['name']}为{match['head']}" if match["head"] == "主线" else match["name"]
        yield _stance(*match.span("name"), label, "orientation")
    for match in (m for pattern in (KEEPS, UPHELD) for m in pattern.finditer(text, begin, end)):
        if not ABROAD.search(text[max(begin, match.start() - 12) : match.start()]):
            yield from _kept(layer, match)


def _verbal(name: str) -> bool:
    """Whether what is adhered to is an action (坚持推动发展), and no motto that begins like one (坚持开放包容)."""
    return bool(VERBAL.match(name)) and not (OPEN.match(name) or PREDICATED_MAXIM.match(name))


def _kept(layer: Layer, match: re.Match[str]) -> Iterator[Found]:
    """坚持统筹兼顾、系统谋划: what is adhered to, each member of the row."""
    name = match["name"]
    if NO_ROW.match(name) or ATTRIBUTIVE.search(name) or CONDUCT.search(name):
        return
    first = name.split("，")[0]
    for at, part in _members(name, match.start("name")):
        within = (Kind.SECTOR, Kind.INDICATOR, Kind.STANCE if JOINT.search(part) else None)
        known = [f for f in layer.within(at, at + len(part)) if f.kind not in within]
        if not known and (_verbal(part) or not _is_maxim(part)):
            if at == match.start("name") and (_verbal(part) or first != name):
                return
        elif not known:
            label = part if "”" in part[:-1] else part.strip("“”")
            yield _stance(at, at + len(part), label, "adhered to")


def _members(name: str, at: int) -> list[tuple[int, str]]:
    """The members of a row with their places; one whose last only closes it is a whole."""
    if name[0] == "“" and "”" not in name[1:-1]:
        return [(at + 1, name.strip("“”"))]
    parts = re.split("[、，]", PAIR.sub(r"\1、\2", name))
    joint = JOINT.search(parts[-1]) and not re.search("[和与及]", parts[-1])
    whole = joint and (len(parts[-1]) != SHORTEST or parts[-1].startswith(("两手", "一体")))
    if len(parts) > 1 and (whole or min(map(len, parts)) < SHORTEST):
        return [(at, name)]
    places = [at + sum(len(part) + 1 for part in parts[:n]) for n in range(len(parts))]
    return list(zip(places, parts, strict=True))


def _is_maxim(part: str) -> bool:
    """Whether a member of a row is a maxim by its form and names nothing else."""
    bare = part.replace("“", "").replace("”", "")
    return (
        3 < len(bare) <= 30
        and re.fullmatch(rf"[{HAN}、]+", bare) is not None
        and (MULTILATERAL.search(bare) is not None or not NO_STANCE.search(bare))
        and MOTTO.search(bare) is not None
        and not NO_MOTTO.search(bare)
        and not FOREIGN.search(bare)
    )


def settled(text: str, layer: Layer) -> Iterator[Found]:
    """The names without the stances that are nobody's course."""
    stances = {place for f in layer.found if f.kind is Kind.STANCE for place in (f.begin, f.end)}
    for found in layer.found:
        if found.kind is not Kind.STANCE or not (_only_named(text, found) or _coupled(text, found, stances)):
            yield found


def _only_named(text: str, stance: Found) -> bool:
    """Whether a stance only says how a policy named before is, is pursued as a state, qualifies something else (一视同仁的营商环境), is talked about, or names a column (【稳字当头】)."""
    before = text[max(stance.begin - 30, 0) : stance.begin]
    row = before[max(before.rfind(mark) for mark in "，。；：\n") + 1 :]
    if SAID_OF.search(before) or before.rfind("【") > before.rfind("】") or CONDUCT.search(row):
        return True
    if stance.label.endswith(POLICIES):
        return False
    others = OF_OTHERS.search(before) is not None
    return others or bool(PURSUED.search(before) or ABOUT.search(before) or QUALIFIES.match(text, stance.end))


def _coupled(text: str, stance: Found, places: set[int]) -> bool:
    """Whether 和 joins a maxim to something that is none, so that a verb acts on both (维护多边主义和自由贸易)."""
    if stance.label.endswith((*POLICIES, "周期")) or KEPT_TO.search(
        text, max(stance.begin - 12, 0), stance.begin
    ):
        return False
    after = text[stance.end : stance.end + 1] in AND and stance.end + 1 not in places
    return after or (text.endswith(AND, 0, stance.begin) and stance.begin - 1 not in places)


def _holds(layer: Layer, match: re.Match[str], *kinds: Kind) -> bool:
    return any(f.kind in kinds for f in layer.within(match.start("name"), match.end("name")))
