"""Institutions that no list holds, by their head word and the right left edge.

主题教育中央第十八巡回指导组, 中国人民银行货币政策司, 中美、中欧金融工作组, 二十国集团可持续金融工作组.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import GENERIC_MODIFIERS, either
from kg.model import Kind
from kg.recognizers.found import Found, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = "\u4e00-\u9fff"
DEPARTMENT = re.compile(rf"[{HAN}（）]{{1,9}}?(?:司|局|处|部|室|厅|中心|研究所|研究院|学院|总部|分行|支行|营业管理部|委员会|事务所|公司|报社)")
GROUP = re.compile(
    rf"(?:[{HAN}“”]{{0,12}}?)(?:工作组|领导小组|指导组|巡视组|督导组|督查组|纪检监察组|纪检组|协调小组|专班|联席会议)"
)
COUNTRY_PAIR = "中美|中欧|中英|中法|中德|中日|中俄|中韩|中印|中澳|中瑞|中意|中新|中加"
PAIRS = re.compile(rf"((?:{COUNTRY_PAIR})(?:、(?:{COUNTRY_PAIR}))+)([{HAN}]{{0,6}}(?:工作组|联合工作组|对话机制))")
PAIR = re.compile(rf"(?:{COUNTRY_PAIR})[{HAN}]{{0,6}}(?:工作组|联合工作组)")
STATIONED = re.compile(rf"(?:中央纪委国家监委|中央纪委监察部|中央纪委)驻([{HAN}]{{2,16}}?)(?:纪检监察组|纪检组)")
INSPECTION = re.compile(rf"(?:主题教育)?(?:中央|省委|市委)?第?[一二三四五六七八九十百]{{1,4}}(?:巡回)?(?:指导组|巡视组|督导组|督查组|巡察组)")
BANK = re.compile(
    rf"([{HAN}]{{2,8}}?)(?:银行|信托|证券|保险|基金管理|资产管理|控股|投资|汽车|集团|电力|科技|金融租赁)?(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司)"
)
HEADED = re.compile(
    rf"([{HAN}A-Z]{{2,14}}?)(?:交易所|委员会|监管局|管理局|办公室|研究院|研究所|研究中心|协会|学会|商会|联合会|基金会|交易中心|结算所|"
    rf"法院|检察院|总局|总署|证监局|银保监局|联合社|登记公司)"
)
EDGE = re.compile(
    r".*(?:[的在由与和及向对为被将经从于是、]|" + either(
        "召开 举行 主持 出席 参加 成立 设立 组建 表示 指出 发布 印发 会同 联合 以及 根据 按照 通过 建立 健全 完善 依托 推动 加强 支持 听取 审议 牵头 负责 其中 包括 目前 今天 日前 近日 领导 作为 关于 来自 担任 兼任 任命 组织 加快 推进 深化 完成 经过 依法 提请"
    ) + ")"
)
GENERIC = re.compile("^" + either(" ".join(GENERIC_MODIFIERS), "这 那 本 该 其 两 三 四 五 六 七 八 九 十 几 数 每 新 省级 市级 县级 基层 国家级 社会 专业 专门 地方 行业 政府 民间 上级 下级 主管 监督 监管 管理 执法 司法 审计 人民 相关 国有 民营 上市 外资 股份 居民 村民 业主"))


def find_bodies(text: str, layer: Layer, begin: int, end: int) -> Iterator[Found]:
    """Yield the institutions of a sentence (a range of the text) that are not known as a whole."""
    part = text[begin:end]
    yield from _coordinated(part, begin)
    for pattern, reason in ((STATIONED, "stationed inspection team"), (INSPECTION, "numbered team"), (PAIR, "bilateral group")):
        for match in pattern.finditer(part):
            yield Found(begin + match.start(), begin + match.end(), Kind.INSTITUTION, match.group(), (), reason)
    for known in layer.within(begin, end):
        if known.kind is Kind.INSTITUTION:
            yield from _department(text, layer, known)
    yield from _headed(part, begin)


def _coordinated(part: str, offset: int) -> Iterator[Found]:
    """中美、中欧金融工作组: each member of the row with the shared head."""
    for match in PAIRS.finditer(part):
        at = offset + match.start()
        for pair in match[1].split("、"):
            last = match[1].endswith(pair)
            yield Found(at, at + len(pair) + (len(match[2]) if last else 0), Kind.INSTITUTION, pair + match[2], (), "coordination")
            at += len(pair) + 1


def _department(text: str, layer: Layer, known: Found) -> Iterator[Found]:
    """中国人民银行货币政策司 before a title, or a group of a body: 二十国集团可持续金融工作组."""
    for pattern, needs_title in ((GROUP, False), (DEPARTMENT, True)):
        match = pattern.match(text, known.end)
        if match and not EDGE.match(match.group()[:-2]):
            following = layer.starting(match.end())
            if not needs_title or (following is not None and following.kind is None):
                yield Found(known.begin, match.end(), Kind.INSTITUTION, text[known.begin : match.end()], (), "part of a body")
                return


def _headed(part: str, offset: int) -> Iterator[Found]:
    for pattern in (BANK, HEADED):
        for match in pattern.finditer(part):
            begin = match.start()
            if edge := EDGE.match(part[begin : match.end(1)]):
                begin += edge.end()
            name = part[begin : match.end()]
            if len(name) - (match.end() - match.end(1)) >= 2 and not GENERIC.match(name):
                yield Found(offset + begin, offset + match.end(), Kind.INSTITUTION, name, (), "head word")
