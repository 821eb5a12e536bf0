"""What a page leaves out where a graph is larger than a browser holds: the least connected, and whole texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.render.contents import Contents, Fact, Mention, Sentence

FACTS = 80_000
THINGS = 25_000
LETTERS = 5_000_000
"""Characters of documents; documents beyond it are shown by their quoted sentences."""


def trimmed(contents: Contents) -> Contents:
    """The contents as they are, or their most connected part, without the texts that would not fit."""
    return _without_long_texts(_most_connected(contents))


def _most_connected(contents: Contents) -> Contents:
    if len(contents.facts) <= FACTS and len(contents.things) <= THINGS:
        return contents
    ranks = {thing.iri: rank for rank, thing in enumerate(contents.things)}
    last = len(ranks)

    def rank(place: int) -> int:
        fact = contents.facts[place]
        return max(ranks.get(fact.subject, last), ranks.get(fact.object, last))

    kept = sorted(sorted(range(len(contents.facts)), key=rank)[:FACTS])
    facts = tuple(contents.facts[place] for place in kept if rank(place) < THINGS)
    return _only_needed(contents, facts)


def _only_needed(contents: Contents, facts: tuple[Fact, ...]) -> Contents:
    """The contents with these facts, and only the sentences and texts that they quote."""
    sentences = sorted({number for fact in facts for number in fact.sentences})
    texts = sorted({contents.sentences[number].text for number in sentences})
    place = {number: new for new, number in enumerate(sentences)}
    home = {number: new for new, number in enumerate(texts)}
    return replace(
        contents,
        texts=tuple(contents.texts[number] for number in texts),
        things=contents.things[:THINGS],
        facts=tuple(replace(fact, sentences=tuple(place[s] for s in fact.sentences)) for fact in facts),
        sentences=tuple(replace(s, text=home[s.text]) for s in (contents.sentences[n] for n in sentences)),
        mentions=tuple(
            (home[text], begin, end, iri) for text, begin, end, iri in contents.mentions if text in home
        ),
    )


def _without_long_texts(contents: Contents) -> Contents:
    total, long = 0, set()
    for number, text in enumerate(contents.texts):
        size = len(text.text or "")
        if total + size > LETTERS:
            long.add(number)
        else:
            total += size
    if not long:
        return contents
    return replace(
        contents,
        sentences=tuple(_quoted(contents, s) if s.text in long else s for s in contents.sentences),
        texts=tuple(replace(text, text=None) if n in long else text for n, text in enumerate(contents.texts)),
        mentions=_quoted_mentions(contents, long),
    )


def _quoted(contents: Contents, sentence: Sentence) -> Sentence:
    text = contents.texts[sentence.text].text or ""
    return replace(sentence, quote=text[sentence.begin : sentence.end])


def _quoted_mentions(contents: Contents, long: set[int]) -> tuple[Mention, ...]:
    """The mentions without those that stand in a long text and outside its quoted sentences."""
    inside = {
        (s.text, place) for s in contents.sentences if s.text in long for place in range(s.begin, s.end)
    }
    return tuple(mention for mention in contents.mentions if mention[0] not in long or mention[:2] in inside)
