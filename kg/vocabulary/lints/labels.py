"""Labels: missing, double, shared, or so short that they swallow common words."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from kg.turtle import RDF_TYPE
from kg.vocabulary.entries import (
    ALT,
    AMBIGUOUS,
    CATEGORY,
    HIDDEN,
    KINDS,
    LABELS,
    NOT_LABEL,
    PREF,
    WORDS,
    classes,
    name,
)
from kg.vocabulary.lints import Finding
from kg.vocabulary.rdf import literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.vocabulary.entries import Node

LANGUAGES = ("zh", "en")
SHORT = 3
"""Labels of up to so many characters can stand inside other words by chance."""
COMMON = 100
"""From this frequency in jieba's dictionary on, a word is common."""
RUNNING = frozenset(["c", "d", "p", "r", "u", "v"])
"""jieba's tags for words of running text: verbs, adverbs, particles, pronouns."""
PROPER = frozenset(["j", "nr", "ns", "nt", "nz"])
"""jieba's tags for names and short forms: what they contain is most often a part of the same name."""

TAILS = ("长", "令")
"""What may follow a body's name that still names the body: 外交部长 is its head, 国务院令 its decree."""


def missing_language(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """An entry without a preferred label in Chinese or in English."""
    for iri, node in nodes.items():
        if _named(node):
            tags = {literal(one)[1] for one in node.get(PREF, ())}
            for language in LANGUAGES:
                if language not in tags:
                    yield Finding(iri, f"<{iri}> has no skos:prefLabel in {language}")


def two_preferred(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """Two preferred labels in one language: one is an altLabel."""
    for iri, node in nodes.items():
        for language in LANGUAGES:
            found = [text for text, tag in map(literal, node.get(PREF, ())) if tag == language]
            if len(found) > 1:
                yield Finding(
                    iri, f"<{iri}> has two skos:prefLabel in {language}: {', '.join(found)}", found[1]
                )


def said_twice(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """A label that an entry gives twice: as its preferred one and as another."""
    for iri, node in nodes.items():
        seen: set[str] = set()
        for predicate in LABELS:
            for label in sorted(seen.intersection(node.get(predicate, ()))):
                yield Finding(iri, f"<{iri}> has {label} twice; keep the first", label)
            seen |= set(node.get(predicate, ()))


def shared(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """A label of two entries that none of them declares ambiguous."""
    for label, iris in _owners(nodes).items():
        if len(iris) > 1 and not any(label in nodes[iri].get(AMBIGUOUS, ()) for iri in iris):
            names = ", ".join(f"<{iri}>" for iri in iris)
            message = f"{label} names {names}; keep it in one, or add pol:ambiguousLabel {label}"
            yield Finding(iris[-1], message, label)


def needlessly_ambiguous(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """A label declared ambiguous that the entry does not have, or that names nothing else."""
    owners = _owners(nodes)
    for iri, node in nodes.items():
        for label in node.get(AMBIGUOUS, ()):
            if iri not in owners.get(label, ()) or len(owners[label]) == 1:
                yield Finding(iri, f"pol:ambiguousLabel {label} is no label of two entries; remove it", label)


def swallowing(nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """A short alternative or hidden label that is a common word, or stands inside one."""
    taken = {
        literal(one)[0] for node in nodes.values() for p in (*LABELS, NOT_LABEL) for one in node.get(p, ())
    }
    for iri, node in nodes.items():
        for one, label in _short(node) if _entity(node) else ():
            protected = any(label in literal(other)[0] for other in node.get(NOT_LABEL, ()))
            if len(label) < SHORT and _common().get(label) in RUNNING and not protected:
                yield Finding(iri, _swallows(label, label), one)
            for word in _containing().get(label, ()):
                if word not in taken and word[len(label) :] not in TAILS:
                    yield Finding(iri, _swallows(label, word), one)


def _short(node: Node) -> Iterator[tuple[str, str]]:
    """The short Chinese labels that are not preferred or declared ambiguous: the terms and their texts."""
    for one in sorted({*node.get(ALT, ()), *node.get(HIDDEN, ())} - set(node.get(AMBIGUOUS, ()))):
        label, language = literal(one)
        if language == "zh" and len(label) <= SHORT:
            yield one, label


def _swallows(label: str, word: str) -> str:
    if label == word:
        return f'"{label}" is a common word; drop it, or add pol:notLabel for where it is not this'
    return f'"{label}" also stands in {word}; add pol:notLabel "{word}"@zh, or drop the label'


def _owners(nodes: Mapping[str, Node]) -> dict[str, list[str]]:
    """The entries of each label to be matched; titles and verbs, which are matched apart, are not among them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for iri, node in nodes.items():
        if _entity(node):
            for label in sorted({one for predicate in LABELS for one in node.get(predicate, ())}):
                found[label].append(iri)
    return found


def _entity(node: Node) -> bool:
    """Whether texts name the node: an entity, but no post and no category of tools."""
    return not set(KINDS).isdisjoint(set(classes(node)) - {"Post", CATEGORY})


def _named(node: Node) -> bool:
    """Whether the node must have labels: an entity, a title, a verb, a scheme."""
    scheme = name("skos:ConceptScheme") in node.get(RDF_TYPE, ())
    return scheme or not {*KINDS, *WORDS}.isdisjoint(classes(node))


@cache
def _common() -> dict[str, str]:
    """The common words of jieba's dictionary with their tags."""
    import jieba

    with jieba.get_dict_file() as file:
        rows = (line.decode("utf-8").split() for line in file)
        return {word: tag for word, frequency, tag in rows if int(frequency) >= COMMON and tag not in PROPER}


@cache
def _containing() -> dict[str, tuple[str, ...]]:
    """The common words that a short string stands inside of."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in _common():
        for size in range(1, SHORT + 1):
            for begin in range(len(word) - size + 1):
                if size < len(word):
                    found[word[begin : begin + size]].add(word)
    return {part: tuple(sorted(words)) for part, words in found.items()}
