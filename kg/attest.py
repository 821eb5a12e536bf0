"""How many documents name each entry of the vocabulary by one of its labels."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.normalise import fold
from kg.turtle import RDF_TYPE
from kg.vocabulary import entries, rdf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.turtle import Triple
    from kg.vocabulary.entries import Node

_LATIN = re.compile("[A-Za-z0-9]{2}")

Lexicon = dict[str, tuple[str, ...]]
"""Labels with the subjects that they name; none where a label swallows others and names nothing."""


def count(texts: Iterable[str], graph: Mapping[str, Node]) -> Counter[str]:
    """How many of the texts (folded) name each subject; a label of two subjects names none.

    Labels are taken leftmost and longest, so that one inside a longer label does not count.
    """
    matchers = [(_automaton(lexicon), list(lexicon.values())) for lexicon in lexicons(graph)]
    counts: Counter[str] = Counter()
    for text in texts:
        named: set[str] = set()
        for automaton, subjects in matchers:
            for index, begin, end in automaton.find_matches_as_indexes(text):
                if subjects[index] and not _inside(text, begin, end):
                    named.update(subjects[index])
        counts.update(named)
    return counts


def lexicons(graph: Mapping[str, Node]) -> list[Lexicon]:
    """The labels to look for: those of entities, of titles, and of verbs, each apart."""
    found: list[Lexicon] = []
    for family in (frozenset(entries.KINDS) - {"Post"}, *({word} for word in entries.WORDS)):
        labels = _labels(graph, family)
        lexicon = {label: subjects if len(subjects) == 1 else () for label, subjects in labels.items()}
        found.append({label: lexicon[label] for label in sorted(lexicon)})
    return [lexicon for lexicon in found if lexicon]


def with_counts(triples: Iterable[Triple], counts: Mapping[str, int]) -> list[Triple]:
    """The triples with each counted subject's number of documents in place of the one that stood there."""
    kept = [triple for triple in triples if triple[1] != entries.ATTESTED]
    named = {triple[0] for triple in kept if triple[1] == RDF_TYPE}
    kept.extend(
        (subject, entries.ATTESTED, f'"{counts[iri]}"^^{entries.name("xsd:integer")}')
        for subject in sorted(named)
        if counts.get(iri := entries.relative(subject))
    )
    return kept


def _labels(graph: Mapping[str, Node], family: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    silent: set[str] = set()
    for iri, node in graph.items():
        if set(family).isdisjoint(entries.classes(node)):
            continue
        silent.update(fold(rdf.literal(term)[0]) for term in node.get(entries.NOT_LABEL, ()))
        for label in dict.fromkeys(
            fold(rdf.literal(term)[0]) for one in entries.LABELS for term in node.get(one, ())
        ):
            found[label] = (*found.get(label, ()), iri)
    return dict.fromkeys(silent, ()) | found


def _inside(text: str, begin: int, end: int) -> bool:
    """Whether a label in Latin letters is a part of a longer word (IMF in IMFC)."""
    edges = (begin, end) if begin else (end,)
    return any(_LATIN.fullmatch(text, edge - 1, edge + 1) for edge in edges)


def _automaton(lexicon: Lexicon) -> AhoCorasick:
    return AhoCorasick(list(lexicon), matchkind=MatchKind.LeftmostLongest)
