"""Documents: in book-title marks, by number, as strategies, and what refers back; `described` adds those without marks.

What a leader said on a subject is one too.
《关于……的指导意见》, later 《指导意见》 and 本条例; 中国人民银行公告〔2016〕第3号; 扩大内需战略 after 实施.
A programme, a book or an article in marks is no document; a newspaper in marks is an institution.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.bills import find_bills
from kg.recognizers.described import BAD_START, HINT, LEAD, LED_IN, clean, find_described
from kg.recognizers.found import Found, Layer
from kg.recognizers.headed import HAN
from kg.recognizers.references import SAID

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKED = re.compile(
    r"《[^《》\n]{2,80}(?:《[^《》\n]{2,60}》[^《》\n]{0,40})?》(?:(?:系列)?(?:[强推][制荐]性)?(?:国家|行业|地方|团体|国际)标准|[白蓝绿]皮书)?(?:[（(](?:草案|征求意见稿|修订草案|修正案|试行|暂行|修订)[^）)]{0,8}[）)])?"
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
NO_VERB = "(?!发表|强调|指出|主持|作了|作出|最后)"
NEW = "新(?:理念|思想|观点|论断|战略|要求)"
SAYING = f"(?:一系列)?{NEW}(?:、?{NEW})+|(?:系列)?重要(?:讲话|论述|指示|思想)(?:(?:和)?(?:重要)?(?:讲话|论述|指示|批示))?"
TEACHING = re.compile(
    rf"(?:总书记|主席)?(?:(?:在|听取)(?:{NO_VERB}[^，。；：\n]){{2,40}}?(?P<said>{SAYING})|(?P<on>(?:(?:关于|对)(?:{NO_VERB}[^，。；：\n]){{2,40}}?|治国理政)(?:{SAYING})))"
)
"""Behind a person's name, what he said on a subject or an occasion, as it is studied (习近平总书记关于金融工作的重要论述)."""
STRATEGY = re.compile(
    rf"(?:实施|推进|落实|坚持|执行|贯彻|推动|对接|服务|深化)(?:{LEAD}|坚持)*(?P<row>[{HAN}“”]{{2,12}}?战略(?:(?:和|、|与)[{HAN}“”]{{2,12}}?战略)*)(?![性意部伙定高合目规角举任支机储资科判眼思投产物全新家协互牵需方引石要纵价环主空安谋基腹通力前必抉决运指体布路地关层优])"
)
ONE_STRATEGY = re.compile(rf"(?P<name>(?!和|与)[{HAN}“”]{{2,12}}?战略)")
IN_QUOTES = re.compile(
    rf"(?:高质量共建)?“[{HAN}0-9、·A-Za-z+]{{2,14}}”的?(?:国家|重大|发展|合作|全球|共同|专项|精准扶贫|[一二三四五六七八九十]+[大项])*"
    "(?:战略(?!布局|思想)|倡议(?![者书国])|愿景(?!与|和)|(?<!的)行动(?![者力上中]|宣言|纲领|议程|方案)|计划(?![者表中])|(?<!的)经验(?!报告|交流))"
    rf"|“(?:(?!自觉|具体|实际|共同|统一|的)[{HAN}]){{2,10}}(?<!在)(?:行动|计划)”"
)
"""A strategy, an action or a model that goes by its motto, wherever it stands (同“北岸走廊”发展战略对接, “百县示范”行动)."""
NO_STRATEGY = re.compile(
    "^(?:于|为|以|各国)|框架|^.国家发展战略$|为战略$|互信|^(?:中[\u4e00-\u9fff])?(?:全面|新时代军事)战略$|^中[美欧俄日英法德韩印]战略$|^南中|作出|^从|融入|等重大|等国家|^构建|了|"
    "^(?:国家|重大|发展|开放|各项|重要|这一|该|国家重大|长期|总体|互利共赢的开放|一系列|党中央|双方|两国|彼此|对接|各自|自身|共同|合作|新|一体化)+(?:发展|开放)?战略$|的"
)
TITLE = re.compile(rf"[{HAN}、“”]{{2,50}}(?:条例|办法|规定|细则|规则|法)(?:[（(][{HAN}]{{2,8}}[）)])?")


def find_documents(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """Yield the documents of a sentence that are not known as a whole, and the newspapers in marks."""
    part = text[begin:end]
    if "\n第一条" in text and not text[:begin].strip() and TITLE.fullmatch(part):
        yield Found(begin, end, Kind.DOCUMENT, part, (), "title of a law")
    for sign, named in (("《", _marked), ("重要", _teachings), ("新思想", _teachings)):
        if sign in part:
            yield from named(text, layer, begin, end)
    for sign, find in (("号", _numbered), ("战略", _strategies), ("”", _in_quotes)):
        if sign in part:
            yield from find(part, begin)
    yield from find_bills(part, begin)
    if HINT.search(part):
        yield from find_described(part, begin)


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


def in_rows(text: str, found: list[Found]) -> list[Found]:
    """The names, a field that a row calls a strategy turned to a document (长江经济带发展、西部大开发等国家重大战略)."""
    ends = {match.start() for match in ROW_OF_STRATEGIES.finditer(text)} if "战略" in text else set()
    rows: list[Found] = []
    for one in reversed(found):
        if one.kind is Kind.SECTOR and one.end in ends:
            ends.add(one.begin - 1 if text[one.begin - 1 : one.begin] in ("、", "和") else one.end)
            rows.append(Found(one.begin, one.end, Kind.DOCUMENT, clean(one.label), (), "strategy in a row"))
        else:
            rows.append(one)
    return rows[::-1]


ROW_OF_STRATEGIES = re.compile("等(?:多个|多重|一系列)?(?:国家|区域|重大|协调|发展){1,4}战略(?![性任目需])")
