"""Where a name begins: the corpus tells, since a true left edge has many different words before it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from kg.lexicon import ADVERBS, CONNECTIVES, GENERIC_MODIFIERS, MODALS, REPORTING, words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

REACH = 16
"""How many characters before a head are looked at."""
DOMINATED = 0.8
"""An edge is false when one word stands before it in more than this part of its places."""
_HARD = frozenset("，。；：、！？（）《》【】“”‘’·—…/ \u3000\n\t\"'")
_OPENERS = frozenset(
    words("""
    会议 好 本 本届 此次 这次 本次 历次 部分 今年 去年 明年 全年 上半年 下半年 月份 季度 现行 新 原 大 继续 分 各家 全体 当日 美 领导 引导 参与 开展
""")
)
"""Words that no name begins with."""
_FUNCTION = frozenset(
    words("""
    的 了 和 与 及 等 是 在 对 为 把 将 被 从 由 向 以 于 并 或 给 让 使 而 其 该 此 这 那 这个 那个 一个 我们 他们 各 都 也 就 还 又 有 没有 不
    不是 之 所 着 过 地 得 上 下 中 内 外 后 前 时 里 以来 以及 通过 按照 根据 经过 关于 两 多 几 个 家 项 位 名 次 年 月 日 亿 万 元 亿元 万元
    等等 同 随着 由于 对于 作为 成为 举行 召开 出席 参加 派出 会同 做好 实施 施 加征 设立 成立 组建 新设 创设 包括 利用 出台 发布 印发 制定
    修订 启动 推出 建立 召集 主持 应邀 欢迎 访问 前往 来自 属于 担任 兼任 给予 进行 纳入 征收 挥舞 发放 划拨 办理 受 称 实现 学习 贯彻 宣讲 这家
""")
)
"""Words that no name holds."""


@dataclass
class Places:
    """The suffixes of what stands before a head: how often each was seen, and what stood before it."""

    counts: Counter[str] = field(default_factory=Counter)
    before: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, tokens: tuple[str, ...], head: str) -> None:
        """Count one place: each suffix of the tokens with the head, and the token before it."""
        for at in range(len(tokens)):
            name = "".join(tokens[at:]) + head
            self.counts[name] += 1
            self.before[name][tokens[at - 1] if at else ""] += 1

    def edge(self, tokens: tuple[str, ...], head: str, *, least: int) -> str | None:
        """The longest suffix with a true left edge that was seen often enough, else None."""
        for at in range(len(tokens)):
            name = "".join(tokens[at:]) + head
            if tokens[at] not in _OPENERS and self.counts[name] >= least and not self._dominated(name):
                return name
        return None

    def _dominated(self, name: str) -> bool:
        """Whether one word stands before the name nearly always: then it is a part of it."""
        word, times = self.before[name].most_common(1)[0]
        return bool(word) and times > DOMINATED * self.counts[name]


def left(text: str, begin: int, *, verbs: Collection[str]) -> tuple[str, ...]:
    """The words before a position that can belong to a name that ends there, left to right.

    >>> left("要用好普惠养老专项", 9, verbs=("用好",))[-3:]
    ('普惠', '养老', '专项')
    """
    start = begin
    while start > max(0, begin - REACH) and text[start - 1] not in _HARD:
        start -= 1
    found = cut(text[start:begin])
    at = len(found)
    while at > 0 and found[at - 1] not in _stops() and not _number(found[at - 1]):
        at -= 1
    while at < len(found) and (found[at] in verbs or found[at] in _OPENERS or found[at] in GENERIC_MODIFIERS):
        at += 1
    return found[at:]


@lru_cache(maxsize=200_000)
def cut(text: str) -> tuple[str, ...]:
    """The words of a stretch of text, as jieba cuts it."""
    return tuple(_cutter()(text))


def tags(text: str) -> list[tuple[str, str]]:
    """The words of a text with jieba's tags."""
    try:
        import rjieba
    except ImportError:
        import jieba.posseg

        return [(pair.word, pair.flag) for pair in jieba.posseg.cut(text)]
    return list(rjieba.tag(text))


@cache
def _cutter() -> Callable[[str], Iterator[str] | list[str]]:
    try:
        import rjieba
    except ImportError:
        import jieba

        return cast("Callable[[str], list[str]]", jieba.Tokenizer().lcut)
    return cast("Callable[[str], list[str]]", rjieba.cut)


@cache
def _stops() -> frozenset[str]:
    return _FUNCTION.union(ADVERBS, MODALS, CONNECTIVES, REPORTING)


def _number(word: str) -> bool:
    return word[0].isdigit() or word.isascii()
