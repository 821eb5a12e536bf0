"""Rows: what a verb phrase lists, as one goal or as several.

"推动经济持续好转、预期持续改善" and "促进经济平稳健康发展和社会和谐稳定" are two states each; "提高质量和效益" is one.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.clauses.chains import RISING
from kg.clauses.words import MADE, PROGRAMME, ROLES
from kg.lexicon import either
from kg.model import Span
from kg.rules.states import SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.clauses import Phrase
    from kg.scene import Scene

OWN_VERB = re.compile(
    "(?P<verb>"
    + either("""
    推进 推动 促进 保持 扩大 提高 提升 增强 加强 强化 完善 健全 构建 深化 优化 改善 降低 减少 增加 实现 确保 打造 形成 营造 打通 畅通 破解 缓解 遏制 提振 巩固 夯实 筑牢 盘活 激发 释放 培育 壮大 维护
    """)
    + "|(?:治理|整治|防范化解|防范|化解|处置|解决|消除|落实|防止|保障|保护(?!者|区|伞|性|地|主义)|建设(?!者|性)|建立|拓展|拓宽|重视|调动|稳定|守住|培养|加大|守护)(?!.*(?:机制|体系|制度|能力|水平|办法|措施|政策|方案|工作)$))(?=[\u4e00-\u9fff“]{2})(?![和与及的])"
)
VERBS_JOINED = re.compile(f"、|和(?={OWN_VERB.pattern})")
"""What joins ends that each have a verb of their own (稳增长、保持物价稳定; 扩大就业和增加居民收入)."""
MINDS = tuple("的意识 的自觉 的理念 的信心 的决心 的责任".split())
"""What a row of doings may qualify together (增强节约用水、保护江河的意识)."""
BATTLE = re.compile("(?:攻坚战|保卫战|持久战|歼灭战|阻击战)$")
SHORTEST = 3
"""The characters of a thing that is fought for by itself; 蓝天、碧水、净土保卫战 is one battle."""
REFORMS = re.compile(
    "(?P<row>(?!简政放权|医疗)[^、的等]{2,6}(?:、[^、的等]{2,6}){2,}?)(?:等)?(?:重点|关键|重要)*(?:领域)?(?:基础性|综合)?改革"
)
"""Fields that are each reformed: 深化财税、金融、国企等改革."""
DEGREE = either("""
    持续 不断 合理 平稳 稳定 总体 整体 更加 稳步 显著 明显 充分 加快 温和 健康 协调 和谐 有序 安全 高效 可持续 全面 基本 有效 良性 规范 快速 较快 长期 大幅 稳中 和平 良好 进一步 逐步 有所
""")
BECOMING = either("""
    发展 稳定 充裕 增长 提升 改善 下降 回升 好转 向好 平衡 运行 畅通 增收 增效 升级 壮大 扩大 提高 降低 下行 上升 优化 见效 增强 衔接 恢复 复苏 循环 安全 稳固 转型 平稳 协调 进步 供给 宽裕 互动 成长 推进 深化 融合 振兴 提振 释放 激发 化解 落地 夯实 巩固 凸显 合理 完善 健全 强化 坚定 多元 有力 发挥 满足
""")
TURNING = either("""
    提质增效 转型升级 保值增值 行稳致远 走深走实 落地见效 做大做强 发展壮大 繁荣发展 增收致富 长治久安 互联互通 消费升级 改造升级 培育壮大 可控 可持续 只减不增 应享尽享
""")
STATE = re.compile(f"{DEGREE}|匹配|相适应|充裕|回升|改善|均衡")
CLAUSE = re.compile(
    f"[\u4e00-\u9fff“”]{{2,}}?(?<!^.的)(?:{DEGREE}+{BECOMING}|{TURNING}|得到(?:[\u4e00-\u9fff]{{2}}和?){{0,2}}?{BECOMING})"
)
"""A thing and what becomes of it: 社会大局保持稳定."""
BECOME = re.compile(f"(?!高质量)[^的、]{{3,}}{BECOMING}")
"""The same without how, beside one that has it (经济持续健康发展和社会大局稳定)."""
GROWN = re.compile("[\u4e00-\u9fff]{3,6}化")
"""What a thing grows into: 新型城镇化, beside what becomes of another."""
GROWN_LEAST = 4
"""The characters of a thing and what it grows into, at least (世界多极化); 便利化 in 自由化和便利化 is but half of one."""
BASED = re.compile("以[^的]{2,12}为[^的]{1,4}的..")
TOLD = re.compile("[^的]{4,10}的[^的]{3,10}")
"""Things told by what they are like, or by what they are based on (以国际法为基础的国际秩序)."""
KEPT = re.compile(
    "[^、的]{2,10}(?:、[^、的]{2,10})+?(?P<state>(?:总体|基本|正常)(?:稳定|平稳|运转|运行|平衡))"
)
"""Things of which one state is said (保持就业、物价总体稳定)."""
MUTUAL = re.compile("(?:同步|匹配|互动|融合|结合|衔接|协调|并重|联动|一致|适应|平衡)$")
"""What two things do together, so that 和 before it joins them (消费升级和有效投资良性互动)."""
JOINT = re.compile("、|以及|和(?![平谐睦解])|与")
ROW = re.compile("、")
QUANTITY = re.compile("[^的]{2,10}(?:率|成本|价格|余额|费用|利率|税负|负担)")
SHARED = re.compile("([\u4e00-\u9fff]{4})和([\u4e00-\u9fff]{4})(成本|利率|负担|税负)")
"""Two quantities under one head word: 企业融资和居民信贷成本."""
KINDS = frozenset("发展 培育 推动 推进 促进 壮大 做强".split())
"""Verbs under which kinds of one thing are goals each (发展首发经济、冰雪经济)."""


PLACE = re.compile("(?:强国|中国|[高源集策]地|聚集地|先行区|示范区|转型区|引领区|枢纽)$")
"""What a country or a region is built into: 建设制造强国、网络强国、数字中国."""
CHANGES = frozenset(("创新", "变革", "改革"))
"""What a row may have all its members do as one programme (推动质量变革、效率变革、动力变革)."""
GROWTH = re.compile(
    "[\u4e00-\u9fff“”]{2,}(?:发展|振兴|崛起|开发|建设|共同体)|[\u4e00-\u9fff]{2}(?:扩大|升级|改善|提升|增长)"
)
"""How a thing grows, beside how others do (推动东北全面振兴、中部地区崛起)."""


def by_verbs(
    scene: Scene, phrase: Phrase, object_: Span, mark: re.Pattern[str] = ROW
) -> Iterator[tuple[Phrase, Span]]:
    """Yield the phrases of a row whose members have verbs of their own: 扩大内需、优化供给; 稳企业、稳市场."""
    text = scene.said(object_)
    whole = phrase.verb in PROGRAMME and text.endswith("改革")
    whole = whole or (phrase.verb.startswith("发挥") and text.endswith(ROLES)) or text.endswith(MINDS)
    whole = whole or RISING.match(phrase.verb + text) is not None
    whole = whole or (len(phrase.verb) > 3 and MADE.match(phrase.verb) is not None and "的" in text)
    if not mark.search(text) or "“" in text or whole or OWN_VERB.match(text):
        yield phrase, object_
        return
    parts: list[tuple[int, str, int, int]] = []
    for part, place in split(mark, text):
        at, end = object_.begin + place, object_.begin + place + len(part)
        short = SHORT.fullmatch(part) if len(phrase.verb) == 1 else None
        if not parts:
            parts.append((phrase.span.begin, phrase.verb, at, end))
        elif verb := short or OWN_VERB.match(part):
            parts.append((at, verb["verb"], at + len(verb["verb"]), end))
        else:
            parts.append((*parts.pop()[:3], end))
    for begin, word, inner, end in parts:
        yield replace(phrase, span=Span(begin, end), verb=word, object=Span(inner, end)), Span(inner, end)


def members(verb: str, object_: str) -> list[tuple[str, int]]:
    """What a verb's object lists, each with its place: the states that could stand alone, else the object as one.

    >>> members("促进", "经济平稳健康发展和社会和谐稳定")
    [('经济平稳健康发展', 0), ('社会和谐稳定', 9)]
    >>> members("提高", "质量和效益")
    [('质量和效益', 0)]
    """
    parts = split(ROW, object_)
    if len(parts) > 1 and (shared := _shared(verb, object_, parts)):
        return shared
    grown = split(JOINT, object_)
    if (
        len(grown) > 2
        and (verb in KINDS or verb == "构建")
        and all(GROWTH.fullmatch(part) for part, _ in grown)
    ):
        return grown
    if "“" in object_:
        return [(object_, 0)]
    if kept := KEPT.fullmatch(object_):
        return [(part if part.endswith(kept["state"]) else part + kept["state"], at) for part, at in parts]
    if len(parts) < 2 or not _several(verb, [part for part, _ in parts]):
        parts = [(object_, 0)]
    return [(inner, at + begin) for part, at in parts for inner, begin in _joined(part)]


HEADED = (
    (re.compile("等?(?:重点|主要)?(?:领域|方面)?(?P<head>风险)$"), ("化解", "防范", "防控", "处置"), 2),
    (re.compile("(?P<head>发展)$"), ("推动", "促进", "推进"), 3),
)
"""The head word that a row shares, each with the verbs under which its members are goals, and how many make a row."""
PLAIN_MEMBER = re.compile(f"(?!{OWN_VERB.pattern})[\u4e00-\u9fff]{{2,8}}")
"""A thing by its name, with nothing told of it."""


def _shared(verb: str, object_: str, parts: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The members of a row that share the word it ends with: battles, three or more reforms, risks."""
    if battle := BATTLE.search(object_):
        if max(len(part) for part, _ in parts[:-1]) < SHORTEST:
            return [(object_, 0)]
        end = battle.group()
        return [(part if part.endswith(end) else part + end, at) for part, at in parts]
    reforms = REFORMS.fullmatch(object_) if verb.endswith(PROGRAMME) else None
    return (
        [(part + "改革", at) for part, at in split(ROW, reforms["row"])]
        if reforms
        else _headed(verb, object_, parts)
    )


def _headed(verb: str, object_: str, parts: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The members of a row of names under one head word (化解房地产、地方债务等风险), each with that head."""
    for end, verbs, least in HEADED:
        found = end.search(object_) if len(parts) >= least and verb.endswith(verbs) else None
        if found is None:
            continue
        names = split(ROW, object_[: found.start()])
        alike = found["head"] == "风险" or len({name[-2:] for name, _ in names}) == 1
        if alike and all(PLAIN_MEMBER.fullmatch(name) for name, _ in names):
            return [(name + found["head"], at) for name, at in names]
    return []


def _several(verb: str, parts: list[str]) -> bool:
    """Whether the members of a row are goals each: states, or things under one head word."""
    if all(len(p) >= 5 and STATE.search(p[2:]) for p in parts):
        return True
    if verb in ("建设", "打造") and len(parts) > 2 and all(map(PLACE.search, parts)):
        return True
    heads = {part[-2:] for part in parts}
    if (
        len(heads) == 1
        and heads.isdisjoint(CHANGES)
        and verb in KINDS
        and all(3 <= len(p) <= 7 for p in parts)
    ):
        return True
    return all("的" in p for p in parts) and len({part[-1] for part in parts}) == 1


def _joined(part: str) -> list[tuple[str, int]]:
    """The members that 和 joins: each with what becomes of it, or quantities under one head word."""
    parts = split(JOINT, part)
    if len(parts) == 1 and "和" not in part:
        return parts
    said = [text for text, _ in parts]
    if len(said) > 1 and (
        all(len(text) > GROWN_LEAST and GROWN.fullmatch(text) for text in said) or _alike(said)
    ):
        return parts
    clauses = [len(text) >= 5 and CLAUSE.fullmatch(text) is not None for text in said]
    states = any(clauses) and all(
        clause or GROWN.fullmatch(text) or BECOME.fullmatch(text)
        for clause, text in zip(clauses, said, strict=True)
    )
    if states and not MUTUAL.search(part):
        return parts
    if shared := SHARED.fullmatch(part):
        return [(shared[1] + shared[3], 0), (shared[2] + shared[3], shared.start(2))]
    measured = all(QUANTITY.fullmatch(text) for text in said) and len({text[-1] for text in said}) == 1
    return parts if measured else [(part, 0)]


def _alike(parts: list[str]) -> bool:
    """Whether things are told in the same way, each by what it is like (灵活适度的调控体系和覆盖全面的监测体系)."""
    based = all(map(BASED.match, parts))
    return based or (all(map(TOLD.fullmatch, parts)) and len({part[-1] for part in parts}) == 1)


def split(mark: re.Pattern[str], text: str) -> list[tuple[str, int]]:
    """The parts of a text between its marks, each with its place."""
    cuts = [(0, 0), *(found.span() for found in mark.finditer(text)), (len(text), len(text))]
    return [(text[a[1] : b[0]], a[1]) for a, b in itertools.pairwise(cuts)]
