"""People from their titles: "部长" and a name after it, where what follows shows that the name is over."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon import AFTER_NAME, COMPOUND_SURNAMES, SURNAMES, TRANSLITERATION
from kg.suggest import edges

PATTERN = "a title, then a name"
_FOREIGN = re.compile(
    f"[{''.join(sorted(TRANSLITERATION))}]{{2,8}}(?:[·-][{''.join(sorted(TRANSLITERATION))}]{{1,8}})*"
)
_GIVEN = re.compile("[\u4e00-\u9fff]{1,2}")


def name_at(sentence: str, begin: int) -> str | None:
    """The name of a person that begins at a position, right after a title; None where there is none.

    >>> name_at("行长潘功胜出席会议", 2)
    '潘功胜'
    >>> name_at("行长表示，", 2)
    """
    return _chinese(sentence, begin) or _foreign(sentence, begin)


def _chinese(sentence: str, begin: int) -> str | None:
    surname = 2 if sentence[begin : begin + 2] in COMPOUND_SURNAMES else 1
    if sentence[begin : begin + 1] not in SURNAMES and surname == 1:
        return None
    for given in (2, 1):
        end = begin + surname + given
        if (
            end <= len(sentence)
            and _GIVEN.fullmatch(sentence, begin + surname, end)
            and AFTER_NAME.match(sentence, end)
        ):
            return sentence[begin:end] if _unlike_words(sentence[begin:end]) else None
    return None


@lru_cache(maxsize=100_000)
def _unlike_words(name: str) -> bool:
    """Whether no part of the name is a word of another kind (强调, 关于, 工作)."""
    return all(len(word) == 1 or tag.startswith("nr") for word, tag in edges.tags(name))


def _foreign(sentence: str, begin: int) -> str | None:
    found = _FOREIGN.match(sentence, begin)
    return found[0] if found and len(found[0]) > 2 and AFTER_NAME.match(sentence, found.end()) else None  # noqa: PLR2004
