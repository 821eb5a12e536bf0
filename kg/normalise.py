"""One form of text for every stage: `normalise` for what is kept and shown, `fold` for what is read.

Both are fast where there is nothing to do: a compiled character class finds the rare characters to
change, and only those are looked up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from kg.frontmatter import split_front_matter
from kg.masthead import find_masthead
from kg.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable

_BLANKS = "\t\v\f\x1c\x1d\x1e\x1f\xa0\u1680\u2000-\u200a\u202f\u205f"
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
_BLANK = re.compile(f"[{_BLANKS}]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]",
)
_EMPTY_RUN = re.compile("\n{3,}")


def normalise(text: str) -> str:
    r"""The text in NFC with LF line ends, without unseen characters, trailing blanks and runs of empty lines.

    >>> normalise("\ufeff第一条\xa0总则 \r\n\r\n\r\n\r\n第二条\u200b\n")
    '第一条 总则\n\n第二条'
    """
    text = _UNSEEN.sub("", _BLANK.sub(" ", _BREAKS.sub("\n", text)))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = "\n".join([line.rstrip(" \u3000") for line in text.split("\n")])
    return _EMPTY_RUN.sub("\n\n", text).strip("\n")


_SAME_WIDTH = {
    "\u3000": " ", "\xa0": " ", "「": "“", "」": "”", "『": "‘", "』": "’", "〝": "“", "〞": "”",
    "﹐": "，", "﹑": "、", "﹒": ".", "﹔": "；", "﹕": "：", "﹖": "？", "﹗": "！", "﹙": "（", "﹚": "）",
    "∶": "：", "︰": "：", "‧": "·", "・": "·", "･": "·", "•": "·", "○": "〇", "◯": "〇",
    "‐": "-", "‑": "-", "−": "-", "﹣": "-", "﹪": "%", "⼀": "一",
}  # fmt: skip
_KEPT = frozenset("，；：？！（）")
"""Full-width signs that are Chinese punctuation, not wide letters."""

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff〇]")
_CLOSED = frozenset(")”’》」』】）、。％%")
_OPEN = frozenset("(“《（")
_LATIN_SIGN = re.compile("[,;:?!()](?!//)")
_CHINESE_SIGN = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}


def fold(text: str) -> str:
    """The text with one form a character, of exactly the same length in code points.

    Simplified characters, half-width letters and digits, plain spaces, Chinese punctuation beside Han.

    >>> fold("中國人民銀行(ＰＢｏＣ)２０２４年工作會議,１月４日－５日在京召開。")
    '中国人民银行（PBoC）2024年工作会议，1月4日-5日在京召开。'
    """
    odd, table = _odd()
    text = odd.sub(lambda match: table.get(match[0], match[0]), text)
    text = _simplified(text)
    return _LATIN_SIGN.sub(_chinese_sign, text) if _HAN.search(text) else text


def _chinese_sign(match: re.Match[str]) -> str:
    """The Chinese form of a bracket, and of another sign beside Han (not in "10:00", "3,000", "A, B")."""
    sign, text, at = match[0], match.string, match.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 3].lstrip(" ")[:1]
    if (
        sign in "()"
        or _HAN.match(before)
        or before in _CLOSED
        or (sign in ",;" and (_HAN.match(after) or after in _OPEN))
    ):
        return _CHINESE_SIGN[sign]
    return sign


@cache
def _odd() -> tuple[re.Pattern[str], dict[str, str]]:
    """The characters with a compatible form of one character, and that form."""
    table = dict(_SAME_WIDTH)
    for code in (
        *range(0x2E80, 0x2FE0),
        *range(0xF900, 0xFB00),
        *range(0xFF01, 0xFFEF),
        *range(0x2F800, 0x2FA20),
    ):
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        if len(plain) == 1 and plain != character and character not in _KEPT:
            table[character] = table.get(plain, plain)
    return _class_of(table), table


def _class_of(table: dict[str, str]) -> re.Pattern[str]:
    """One of the characters. A class of many characters is fast only while they lie in the basic plane."""
    basic = "".join(sorted(character for character in table if character < "\U00010000"))
    return re.compile(f"[{re.escape(basic)}]|[\U00020000-\U0002fa1f]")


def _simplified(text: str) -> str:
    """The text in simplified characters, phrase by phrase where the length allows it, else one by one.

    Phrases tell 乾隆 from 乾燥; a phrase that changes the length, or whose result would change again, does not count.
    """
    traditional, table, convert = _traditional()
    if not traditional.search(text):
        return text
    changed = convert(text)
    if len(changed) == len(text) and convert(changed) == changed:
        return changed
    return traditional.sub(lambda match: table.get(match[0], match[0]), text)


_IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x2A6E0))


@cache
def _traditional() -> tuple[re.Pattern[str], dict[str, str], Callable[[str], str]]:
    """The traditional characters, the simplified character of each, and the converter of phrases."""
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    every = [chr(code) for block in _IDEOGRAPHS for code in block]
    once = dict(zip(every, convert("\n".join(every)).split("\n"), strict=True))
    table = {character: plain for character in every if (plain := _settled(once, character)) != character}
    return _class_of(table), table, convert


def _settled(once: dict[str, str], character: str) -> str:
    """The character that conversion leaves as it is; itself where it would become several."""
    plain = character
    while once.get(plain, plain) != plain:
        plain = once[plain]
    return plain if len(plain) == 1 else character


_HAN_RUN, _LATIN_RUN = re.compile(f"{_HAN.pattern}+"), re.compile("[A-Za-z]+")
_ENGLISH_BELOW = 0.3
"""The share of Han among letters under which a text counts as English."""


def find_language(text: str) -> str:
    """`zh` or `en`, by the share of Han among the letters of the first 1,000 characters.

    >>> find_language("The PBoC (中国人民银行) kept its policy rate unchanged today.")
    'en'
    """
    head = text[:1000]
    han, latin = (sum(map(len, run.findall(head))) for run in (_HAN_RUN, _LATIN_RUN))
    return "en" if han < _ENGLISH_BELOW * (han + latin) else "zh"


def document(
    text: str,
    *,
    identifier: str,
    title: str | None = None,
    issued: str | None = None,
    publisher: str | None = None,
    source: str | None = None,
    language: str | None = None,
) -> Document:
    """A document of the text, normalised; what the caller does not give is found in the text itself.

    `issued` is an ISO date.
    """
    fields, text = split_front_matter(normalise(text))
    text = text.strip("\n")
    folded = fold(text)
    found = find_masthead(folded)
    return Document(
        identifiers=(identifier,),
        text=text,
        folded=folded,
        sha256=sha256(text.encode()).hexdigest(),
        title=title or fields.get("title") or found.title_in(text),
        issued=issued or fields.get("issued") or found.issued,
        publisher=publisher or fields.get("publisher") or found.publisher,
        source=source or fields.get("source") or found.source,
        language=language or fields.get("language") or find_language(text),
    )
