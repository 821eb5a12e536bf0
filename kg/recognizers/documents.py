"""Documents: in book-title marks, by number, by a head word after a verb that acts on documents, and what refers back.

In a headline what is said to be out; in a text what a leader said on a subject.
《关于……的指导意见》, later 《指导意见》 and 本条例; 中国人民银行公告〔2016〕第3号; 扩大内需战略 after 实施.
A programme, a book or an article in marks is no document; a newspaper in marks is an institution.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found, Layer
from kg.recognizers.headed import FOREIGN, HAN
from kg.recognizers.references import SAID

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKED = re.compile(
    r"《[^《》\n]{2,80}(?:《[^《》\n]{2,60}》[^《》\n]{0,40})?》(?:[（(](?:草案|征求意见稿|修订草案|修正案|试行|暂行|修订)[^）)]{0,8}[）)])?"
)
NEWSPAPER = re.compile(
    "(?:日报|时报|晚报|早报|邮报|卫报|周刊|周报|新闻|新闻报|泰晤士报|快报|镜报|罗斯报|世界报|回声报|金融报|导报|论坛报|纪事报|经济学人|先驱报|消息报|国家报|求是|杂志)$"
)
PROGRAMMES = frozenset("新闻联播 焦点访谈 新闻1+1 高端访谈 朝闻天下 经济信息联播".split())
WORK_BEFORE = re.compile(
    either(
        "电视剧 纪录片 专题片 图书 歌曲 动画片 节目 栏目 播出 评论员文章 社论 题为 题目是 文章 今天的 一书 系列 电影 话剧 诗朗诵 书籍 收看 推出 快评 专栏 专著 演讲 乐 舞 歌 舞台剧 交响 系列报道 评论 本台 撰写 出版 署名文章 题"
    )
    + "[：:]?$"
)
HEADS = """
    纲领 规例 法令 法案 法 法典 宪法 条例 规定 办法 细则 意见 通知 方案 规划 计划 纲要 公约 协定 协议 宣言 声明 公报 白皮书 报告 指引 指南 标准 规范 倡议 决定 决议 准则 规则 章程 公告 目录 清单 举措 措施 备忘录 宪章 要求 条约
    制度 预案 建议 说明 议定书 令 批复 解释 共识 安排 议程 草案 行动 战略 路线图 愿景 问答 通告 名录 提纲 纪要 展望 指数 须知 守则 框架 议案 修正案 手册 简报 年报 季报 税则 要点 政策 政策文件 立场 蓝皮书 绿皮书 合同 承诺 指导目录 成果文件 协定书 行动计划 谅解备忘录 文件 立场文件 概念文件
    工作报告 预算 分工 若干意见 联合声明 公报》 约定 办法》 报表 统计 登记 意见稿 导则 指导原则 原则 方针 通报 讲话 回忆 试行
"""
HEAD_ENDS = re.compile(
    rf"{either(HEADS)}(?:[（(][^）)]*[）)]|\d{{4}}年?|[（(]?\d{{4}}[-—]\d{{4}}年?[）)]?|[—-]+.*)*$"
)
NUMBERED = re.compile(
    rf"(?P<name>[{HAN}]{{2,12}}?(?:公告|令|发)?[〔\[(（]\d{{4}}[〕\])）](?:第)?\d{{1,4}}号|[{HAN}]{{2,12}}令第?\d{{1,4}}号|[{HAN}]{{2,12}}\d{{4}}年第?\d{{1,3}}号(?:公告|令|通告)|第[一二三四五六七八九十百零\d]+号(?:主席令|国务院令|总统令|公告))"
)
NUMBER_EDGE = re.compile("^.*" + either("根据 按照 依据 发布 明确 印发 签署 公布 的 了 年 月 日"))
CONTENT_HEADS = """
    行动方案 工作方案 实施方案 改革方案 总体方案 实施意见 指导意见 若干意见 暂行办法 管理办法 实施办法 管理条例 实施细则 监督管理规定 行动计划 发展规划 规划纲要 三年行动计划 三年行动方案 三年行动 若干措施 条例 办法 细则
    白皮书 倡议书 框架协议 联合声明 联合公报 公报 宣言 声明 通知 十年规划 中长期规划 振兴行动 提升行动 攻坚行动 升级行动 行动纲领 行动议程 执行预案 应急预案 路线图 五年规划 协定 表决办法
"""
VERBS = """
    落实好 落实 实施好 实施 执行 贯彻 制定 制订 出台 印发 发布 公布 颁布 研究制定 制定出台 制定实施 修订 完善 起草 编制 审议通过 通过 签署 发表 推出 抓好 针对 根据 按照 依据 批准 审议 贯彻落实 完成 启动 启动实施 下发 实行 研究 推动 推进
"""
RELEASED_HEADS = f"{CONTENT_HEADS} 意见 方案 规划 计划 措施 规定 清单 报告 纲要 指引 目录 指南 标准"
TO_DO = "关于 支持 促进 推动 推进 加强 规范 建立 完善 深化 保障 提高 提升 鼓励 扩大 改善 加快 优化 防范 降低 健全 发展 稳定"
DESCRIBED_HEADS = "方案 规划 办法 具体措施 若干措施 若干政策措施 具体办法 实施方案 行动方案"
BARE_HEADS = "方案 规划 计划 目录 规则 指引 负面清单"
MAKING = "制定 制订 出台 印发 发布 公布 颁布 研究制定 制定出台 制定实施 落实好 落实 实施好 实施 启动实施 编制 制定并实施 制定和实施 研究制定和实施"
LED_IN = re.compile(
    "^(?:[^，。]*?(?:发布|印发|出台|公布|下发|达成|签署|制定)的)?(?:(?:(?:原则)?通过了|实施|完成|奉行|下发|发表|公开|落实|出台|同|新修订的|新版|全新|全国统一的|我国(?:首个|首份|首张)?|中国首[个份]|国家(?![\u4e00-\u9fff]{0,3}战略)))?"
)
LEAD = either(
    "深入 全面 扎实 继续 加快 抓紧 尽快 稳步 大力 持续 有序 组织 并 好 了 国家 新的 新一轮 进一步 有效 认真 推动"
)
AFTER_VERB = re.compile(
    rf"(?:{either(VERBS)})(?:{LEAD})*(?P<name>(?:关于)?[{HAN}“”0-9、A-Za-z]{{2,40}}?{either(CONTENT_HEADS)})"
    r"(?=[，。；、！落\n]|$|(?:和|与|及|以及|等|后|的通知|的规定|的决定|任务))"
)
AFTER_MAKING = re.compile(
    rf"(?:{either(MAKING)})(?:{LEAD})*(?P<name>[{HAN}“”0-9、A-Za-z]{{2,40}}?{either(BARE_HEADS)})(?=[，。；！\n]|$|(?:和|与|及|以及|等|后|的通知|并))"
)
ITEMS = re.compile(
    rf"(?:落实好|落实|贯彻|实施|出台|推出|印发|发布|制定|公布)(?:了)?(?P<name>[{HAN}、“”]{{4,30}}的\d{{1,3}}[条项](?:[{HAN}]{{0,4}}?)(?:措施|举措))(?=[，。；！\n]|$|和|并|等)"
)
INITIATIVE = re.compile(
    rf"(?:落实|实施|参与|支持|响应|提出|践行|加入|发起|启动)(?:了)?(?P<name>“[{HAN}、]{{4,24}}倡议”|(?:(?![的了各]|相关|有关|上述)[{HAN}]){{3,14}}倡议)(?![者书国精])"
)
AFTER_ISSUING = re.compile(
    rf"(?:{either('制定 制订 出台 印发 发布 公布 颁布 下发 研究制定 制定出台 研究出台')})(?:了)?"
    rf"(?P<name>[{HAN}“”0-9、A-Za-z]{{4,40}}?的(?:意见|决定|通知)|{either(TO_DO)}[{HAN}“”0-9、A-Za-z]{{4,40}}?的{either(DESCRIBED_HEADS)})(?=[，。；！\n]|$|和|并)"
)
RELEASED = re.compile(
    rf"(?:^|(?<=[。，：；\n]))(?:\d、)?(?P<name>[{HAN}“”0-9、·—A-Za-z]{{4,40}}?{either(RELEASED_HEADS)})(?:今天|今|近日|日前|今日|将|\d{{1,2}}日|正式)*(?:发布|印发|出台|公布|施行|获通过|获批)(?=[。，；\n]|$)",
    re.MULTILINE,
)
"""What a headline says to be out (珠三角金融改革总体方案公布)."""
NO_VERB = "(?!发表|强调|指出|主持|作了|作出|最后)"
SAYING = "(?:系列)?重要(?:讲话|论述|指示|思想)(?:(?:和)?(?:重要)?(?:讲话|论述|指示|批示))?"
TEACHING = re.compile(
    rf"(?:总书记|主席)?(?:(?:在|听取)(?:{NO_VERB}[^，。；：\n]){{2,40}}?(?P<said>{SAYING})|(?P<on>(?:关于|对)(?:{NO_VERB}[^，。；：\n]){{2,40}}?{SAYING}))"
)
"""Behind a person's name, what he said on a subject or an occasion, as it is studied (习近平总书记关于金融工作的重要论述)."""
ACTION = re.compile(
    rf"(?:实施好|实施|启动实施|落实|启动|开展)(?:{LEAD})*(?:\d{{4}}年(?:度)?)?(?P<name>(?!军事|打击|救援|制裁)[{HAN}“”、A-Za-z+]{{4,24}}?(?<!自觉)(?<!军事)(?<!实际)(?<!具体)行动)(?=[，。；！\n]|$|(?:和|与|及|以及|等))"
)
REPORT = re.compile(
    rf"(?:发布|公布|发表)(?:了|的)?(?:新一期|最新一期|最新)?(?P<name>(?!有关|相关)(?:(?![的了])[{HAN}“”A-Z0-9]){{5,30}}?(?:报告|统计数据))(?=[，。；：\n]|$|显示|指出|说|称|认为)"
)
PACKAGE = re.compile(
    rf"(?P<name>“[{HAN}]{{1,10}}\d{{1,3}}条”|“[{HAN}]{{1,6}}[一二三四五六七八九十]{{1,3}}条”|(?:(?!发布|公布|印发|推出|提出|制定|宣布|[的了出抓好落于要将台])[{HAN}]){{4,16}}\d{{1,3}}条[{HAN}]{{0,8}}?(?:举措|措施))"
)
CONSTITUTION = re.compile(
    rf"(?P<name>(?:{either(' '.join(FOREIGN))})宪法(?!法院|委员会)|(?<![国本新平])宪法(?=和(?:法律(?!委)|基本法)|、法律|赋予|确定的))"
)
BASIC_LAW = re.compile("宪法(?:和|与|、)(?P<name>基本法)")
YEARLY = re.compile(
    rf"(?P<name>(?:国务院)?(?:关于)?\d{{4}}年[{HAN}]{{4,24}}执行情况[与和]\d{{4}}年[{HAN}]{{4,24}}草案的报告)"
)
DRAFT = re.compile(rf"(?<=[及与和、])(?P<name>\d{{4}}年(?:(?!的)[{HAN}]){{4,16}}草案)(?!的)")
"""The two yearly reports to the congress and the drafts beside them."""
PARCEL = re.compile(
    rf"(?P<name>一揽子(?!政策|措施|方案|计划|新|硬|综合|有针对性|支持政策)[{HAN}]{{2,12}}?(?:政策措施|政策|方案|计划|措施))"
)
MADE = re.compile(
    rf"(?:完成|启动)(?:了)?(?P<name>[{HAN}“”0-9A-Za-z]{{2,30}}?(?:方案|规划|办法))的(?:制定|编制|起草)"
)
FRONTED = re.compile(
    rf"(?P<name>[{HAN}、]{{4,40}}?(?:办法|规定|细则|方案))由[^，。；]{{2,40}}?(?:另行)?(?:制定|规定|公布)"
)
ABOUT = re.compile(
    rf"(?P<name>关于[^，。；：:\n《》]{{4,50}}?{either('通知 决定 声明 公告 办法 方案 答复 批复 决议 指导意见 实施意见 若干意见 决定草案 办法草案 修正案草案 草案的说明 的报告 的书面报告 的综合报告 的专项报告 的审查结果报告 审议结果的报告 执法检查报告 的调研报告 的审计工作报告')})(?=[，。；：:和、\n]|$|明确|指出|提出|要求|规定|强调)"
)
STRATEGY = re.compile(
    rf"(?:实施|推进|落实|坚持|执行|贯彻|推动|对接|服务|深化)(?:{LEAD}|坚持)*(?P<row>[{HAN}“”]{{2,12}}?战略(?:(?:和|、|与)[{HAN}“”]{{2,12}}?战略)*)(?![性意部伙定高合目规角举任支机储资科判眼思投产物全新家协互牵需方引石要纵价环主空安谋基腹通力前必抉决运指])"
)
ONE_STRATEGY = re.compile(rf"(?P<name>(?!和|与)[{HAN}“”]{{2,12}}?战略)")
IN_QUOTES = re.compile(
    rf"“[{HAN}0-9、·A-Za-z]{{2,12}}”(?:国家|重大|发展|合作|全球|新?经济|外交)*(?:战略(?!布局|思想)|倡议(?![者书国])|愿景(?!与|和)|新经济政策)"
)
"""A strategy that goes by its motto, wherever it stands (同“北岸走廊”发展战略对接)."""
NO_STRATEGY = re.compile(
    "^(?:于|为|以)|为战略$|互信|^(?:中[\u4e00-\u9fff])?(?:全面|新时代军事)战略$|^中[美欧俄日英法德韩印]战略$|^南中|作出|^从|融入|等重大|了|"
    "^(?:国家|重大|发展|开放|各项|重要|这一|该|国家重大|长期|总体|互利共赢的开放|一系列|党中央|双方|两国|彼此|对接|各自|自身|共同)+(?:发展|开放)?战略$|的"
)
BAD_START = re.compile(
    "^(?:"
    + either(
        "有关 相关 一系列 一批 新的 各项 具体 这些 上述 本 该 了 配套 中国特色 若干 这 的 为期 多种 专门的 建设性 各代表团 此 其 统一 下一步 国家有关 其他 明确 科学 切实 可行 合理 不同 两 三 年度 任何 既定 和 与 及 以及 完善 严格 工作 整体 整改 自己 详细 人大"
    )
    + ")"
)
VAGUE = re.compile(
    "《|有关的|与其|相应|并发布|各项|意见和|的(?:行动|实施)?计划$|要求|重要指示|^一项|更多|商签|很多|最新|去年|并制定|^\\d(?!\\d{3}(?:年|(?![多余万亿名家个项条])))|解决方案|等一系列|精神的|这个|这一|本通知|上述|、(?:制定|制订|出台|完善|编制|实施)"
)
FULL = {"宪法": "中华人民共和国宪法"}
"""Documents by the word alone, each with its name."""
HINT = re.compile(
    either(
        "倡议 统计数据 条举措 条措施 条” 行动 0条 1条 2条 3条 4条 5条 6条 7条 8条 9条",
        CONTENT_HEADS,
        BARE_HEADS,
        RELEASED_HEADS,
        DESCRIBED_HEADS,
        "决定 声明 公告 答复 批复 决议 草案 一揽子 宪法 预案",
    )
)
CUED = (
    ("", AFTER_VERB),
    ("", AFTER_MAKING),
    ("的", AFTER_ISSUING),
    ("倡议", INITIATIVE),
    ("行动", ACTION),
    ("报告", REPORT),
    ("统计数据", REPORT),
    ("的", MADE),
    ("关于", ABOUT),
    ("由", FRONTED),
    ("条", PACKAGE),
    ("条", ITEMS),
    ("", RELEASED),
    ("草案", YEARLY),
    ("宪法", CONSTITUTION),
    ("宪法", BASIC_LAW),
    ("草案", DRAFT),
    ("一揽子", PARCEL),
)
"""What a sentence must hold for a pattern to be tried, and the pattern."""
TITLE = re.compile(rf"[{HAN}、“”]{{2,50}}(?:条例|办法|规定|细则|规则|法)(?:[（(][{HAN}]{{2,8}}[）)])?")


def find_documents(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """Yield the documents of a sentence that are not known as a whole, and the newspapers in marks."""
    part = text[begin:end]
    if "\n第一条" in text and not text[:begin].strip() and TITLE.fullmatch(part):
        yield Found(begin, end, Kind.DOCUMENT, part, (), "title of a law")
    for sign, named in (("《", _marked), ("重要", _teachings)):
        if sign in part:
            yield from named(text, layer, begin, end)
    for sign, find in (("号", _numbered), ("战略", _strategies), ("”", _in_quotes)):
        if sign in part:
            yield from find(part, begin)
    if HINT.search(part):
        yield from _made(part, begin)


def _made(part: str, begin: int) -> Iterator[Found]:
    """What a verb of making, issuing or carrying out says to be a document."""
    for cue, pattern in CUED:
        for match in pattern.finditer(part) if cue in part else ():
            name = LED_IN.sub("", match["name"])
            titled = name.endswith(("的通知", "的指导意见", "的实施意见", "的若干意见", "的意见", "的决定"))
            long = len(name) > 5 or pattern in (CONSTITUTION, BASIC_LAW)
            if (titled or not BAD_START.match(name)) and not VAGUE.search(name) and long:
                yield Found(
                    begin + match.end("name") - len(name),
                    begin + match.end("name"),
                    Kind.DOCUMENT,
                    FULL.get(name) or clean(name),
                    (),
                    "document after a verb",
                )


def _teachings(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """What a leader said on a subject (关于……的重要论述), or on an occasion, whose own name keeps its place."""
    for leader in layer.of_kind(Kind.OFFICIAL, begin, end):
        if match := TEACHING.match(text, leader.end, end):
            place = match.span("said" if match["said"] else "on")
            yield Found(*place, Kind.DOCUMENT, text[leader.begin : match.end()], (), SAID)


def _marked(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    for match in MARKED.finditer(text, begin, end):
        name = clean(match.group())
        inner = layer.starting(match.start() + 1)
        if inner is not None and inner.kind is Kind.INSTITUTION and inner.end == match.end() - 1:
            continue
        if name in PROGRAMMES:
            yield Found(match.start(), match.end(), None, name, (), "programme")
        elif NEWSPAPER.search(name):
            yield Found(match.start(), match.end(), Kind.INSTITUTION, name, (), "newspaper in marks")
        elif HEAD_ENDS.search(name) and not WORK_BEFORE.search(
            text, max(begin, match.start() - 8), match.start()
        ):
            exact = (
                inner
                if inner is not None and inner.kind is Kind.DOCUMENT and inner.end == match.end() - 1
                else None
            )
            yield Found(
                match.start(),
                match.end(),
                Kind.DOCUMENT,
                name,
                exact.entries if exact else (),
                "book-title marks",
            )


def _numbered(part: str, offset: int) -> Iterator[Found]:
    for match in NUMBERED.finditer(part):
        name = match["name"]
        cut = NUMBER_EDGE.match(name[:-6]) if not name.startswith("第") else None
        begin = match.start() + (cut.end() if cut else 0)
        yield Found(
            offset + begin,
            offset + match.end(),
            Kind.DOCUMENT,
            part[begin : match.end()],
            (),
            "document number",
        )


def _in_quotes(part: str, offset: int) -> Iterator[Found]:
    for match in IN_QUOTES.finditer(part):
        begin, end = offset + match.start(), offset + match.end()
        yield Found(begin, end, Kind.DOCUMENT, match.group(), (), "strategy in quotes")


def _strategies(part: str, offset: int) -> Iterator[Found]:
    """实施区域重大战略和区域协调发展战略: each strategy of the row."""
    for row in STRATEGY.finditer(part):
        for match in ONE_STRATEGY.finditer(part, row.start("row"), row.end("row")):
            name = LED_IN.sub("", match["name"].lstrip("和与、"))
            if not NO_STRATEGY.search(name) and not BAD_START.match(name):
                begin = match.end() - len(name)
                yield Found(
                    offset + begin,
                    offset + match.end(),
                    Kind.DOCUMENT,
                    clean(name),
                    (),
                    "strategy after a verb",
                )


def clean(name: str) -> str:
    """The name without its marks and quotes.

    >>> clean("《中华人民共和国商业银行法（修改建议稿）》")
    '中华人民共和国商业银行法（修改建议稿）'
    """
    return re.sub("[《》“”]|(?<![A-Za-z]) (?![A-Za-z])", "", name)
