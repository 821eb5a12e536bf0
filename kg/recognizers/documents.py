"""Documents: in book-title marks, by number, or by a head word after a verb that acts on documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import either
from kg.model import Kind
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = "\u4e00-\u9fff"
MARKED = re.compile(r"《[^《》\n]{2,80}(?:〈[^〉]*〉[^《》\n]{0,40})?》(?:[（(](?:草案|征求意见稿|修订草案|修正案|试行|暂行|修订)[^）)]{0,8}[）)])?")
PAPERS = re.compile("《" + either("人民日报 经济日报 光明日报 金融时报 中国金融 求是 新闻联播 新闻1+1 焦点访谈 华尔街日报 纽约时报 经济学人 每日邮报 泰晤士报 卫报 读卖新闻 朝日新闻 中国证券报 上海证券报 证券时报") + "》")
NUMBERED = re.compile(rf"[{HAN}]{{2,10}}?(?:公告|令|发)?〔\d{{4}}〕(?:第)?\d{{1,4}}号|[{HAN}]{{2,10}}令第\d{{1,4}}号|第[一二三四五六七八九十百\d]+号(?:主席令|国务院令|公告)")
HEADS = "行动方案 工作方案 实施方案 改革方案 总体方案 实施意见 指导意见 若干意见 暂行办法 管理办法 实施办法 管理条例 实施细则 监督管理规定 行动计划 发展规划 规划纲要 三年行动计划 三年行动方案 三年行动 若干措施 条例 办法 细则 白皮书 倡议书 框架协议 联合声明 联合公报 公报 宣言 声明 通知 十年规划 中长期规划 规划 意见"
VERBS = "落实好 落实 实施好 实施 执行 贯彻 制定 制订 出台 印发 发布 公布 颁布 研究制定 制定出台 制定实施 修订 完善 起草 编制 审议通过 通过 签署 发表 推出 抓好 针对 根据 按照 依据 批准 审议 提出 贯彻落实"
AFTER_VERB = re.compile(rf"{either(VERBS)}(?:了|好)?(?P<name>(?:关于)?[{HAN}“”0-9、A-Za-z]{{3,40}}?{either(HEADS)})(?=[，。；、！落]|$|(?:和|与|及|以及|等|后|的通知))")
ABOUT = re.compile(rf"(?P<name>关于[{HAN}“”0-9、A-Za-z]{{4,50}}?{either('通知 意见 决定 声明 公告 规定 办法 方案 答复 批复')})(?=[，。；：:])")
BAD_START = re.compile(either("有关 相关 一系列 一批 新的 各项 具体 这些 上述 本 该 了 一揽子政策 配套 国家 中国特色 若干") + "$|^(?:本|该|这|的)")


def find_documents(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """Yield the documents of a sentence that are not known as a whole."""
    del layer
    part = text[begin:end]
    for match in MARKED.finditer(part):
        if not PAPERS.match(match.group()):
            yield Found(begin + match.start(), begin + match.end(), Kind.DOCUMENT, clean(match.group()), (), "book-title marks")
    for match in NUMBERED.finditer(part):
        yield Found(begin + match.start(), begin + match.end(), Kind.DOCUMENT, match.group(), (), "document number")
    for pattern in (AFTER_VERB, ABOUT):
        for match in pattern.finditer(part):
            name = match["name"]
            if not BAD_START.match(name) and "《" not in name and len(name) > 5:
                yield Found(begin + match.start("name"), begin + match.end("name"), Kind.DOCUMENT, name, (), "document after a verb")


def clean(name: str) -> str:
    """The name without its marks.

    >>> clean("《中华人民共和国商业银行法（修改建议稿）》")
    '中华人民共和国商业银行法（修改建议稿）'
    """
    return name.replace("《", "").replace("》", "")
