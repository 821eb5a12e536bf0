"""The ontology for people: a class diagram and a page of documentation, each one file, made offline."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import resources
from kg.ontology_docs import diagram
from kg.ontology_docs.terms import POL, Term, read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.vocabulary import Vocabulary

ABOUT = {
    "zh": "中国金融政策文本里有什么，以及我们怎样知道：每条事实都带着原文句子。",
    "en": "What there is in Chinese financial policy texts, and how we know: every fact has its sentence.",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its anchor, its titles, its terms."""

    id: str
    zh: str
    en: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the vocabulary's statistics: the class, its entries, how many have English, their labels."""

    zh: str
    en: str
    entries: int
    english: int
    labels: int


def svg() -> str:
    """The class diagram."""
    return diagram.draw(read(_file()))


def page(vocabulary: Vocabulary | None = None) -> str:
    """The page of documentation as one HTML file; with a vocabulary, its statistics too."""
    from jinja2 import Environment, PackageLoader
    from markupsafe import Markup

    terms = read(_file())
    template = Environment(
        loader=PackageLoader("kg.ontology_docs", "."), autoescape=True, trim_blocks=True, lstrip_blocks=True
    ).get_template("page.html")
    return template.render(
        about=ABOUT,
        diagram=Markup(diagram.draw(terms)),  # noqa: S704  our own drawing, escaped where it is made
        known={term.name for term in terms},
        namespace=POL,
        sections=_sections(terms),
        statistics=statistics(vocabulary, terms) if vocabulary else (),
        version=_version(),
    )


def statistics(vocabulary: Vocabulary, terms: Iterable[Term]) -> tuple[Row, ...]:
    """The entries of a vocabulary by class, in the order of the ontology."""
    entries, english, labels = Counter[str](), Counter[str](), Counter[str]()
    for entry in vocabulary.entries.values():
        entries[entry.kind] += 1
        english[entry.kind] += entry.label_en is not None
        labels[entry.kind] += len({entry.label, *entry.labels})
    return tuple(
        Row(term.label["zh"], term.label["en"], entries[term.name], english[term.name], labels[term.name])
        for term in terms
        if entries[term.name]
    )


def _sections(terms: tuple[Term, ...]) -> tuple[Section, ...]:
    """The terms by what they are for."""
    classes = [term for term in terms if term.kind == "Class"]
    facts = [term for term in terms if term.kind == "ObjectProperty" and _joins_entities(term)]
    named = [term for term in terms if term.kind == "NamedIndividual"]
    about = [term for term in terms if term not in classes and term not in facts and term not in named]
    return (
        Section("classes", "类", "Classes", tuple(classes)),
        Section("facts", "事实", "Facts", tuple(facts)),
        Section("qualifiers", "属性", "Properties of assertions, documents and words", tuple(about)),
        Section("values", "状态与行动", "Statuses and actions", tuple(named)),
    )


def _joins_entities(term: Term) -> bool:
    return set(term.domain) <= {f"pol:{name}" for name in diagram.PLACES} and "pol:Post" not in term.domain


def _file() -> Path:
    return resources.ontology() / "policy.ttl"


def _version() -> str:
    text = _file().read_text(encoding="utf-8")
    return text.partition('owl:versionInfo "')[2].partition('"')[0]
