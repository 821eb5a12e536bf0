"""A graph's contents for the page, read by SPARQL in an order that depends on nothing but the graph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

from kg import terms
from kg.render.contents import Contents, Fact, Mention, Sentence, Text, Thing
from kg.render.words import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Row = tuple[str | None, ...]
Properties = dict[str, dict[str, list[str]]]
"""The values of each subject's properties: `properties[subject][local name]`."""

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in terms.PREFIXES.items())
KINDS = " ".join(f"pol:{kind}" for kind in CLASSES)
FACTS = "SELECT ?a ?p ?v WHERE { ?a a pol:Assertion ; ?p ?v FILTER(?p != rdf:type) }"
ENTITIES = f"SELECT ?e ?c WHERE {{ VALUES ?c {{ {KINDS} }} ?e a ?c }}"
LABELS = """SELECT ?e ?p ?name (LANG(?name) AS ?language)
WHERE { VALUES ?p { skos:prefLabel skos:altLabel } ?e ?p ?name }"""
DATES = """SELECT ?e ?p ?v WHERE { VALUES ?p { schema:startDate schema:endDate schema:location dcterms:issued }
?e ?p ?v FILTER NOT EXISTS { ?e a pol:Document } }"""
MENTIONS = "SELECT ?m ?e WHERE { ?m itsrdf:taIdentRef ?e }"
POSTS = """SELECT ?post ?title ?body WHERE { { SELECT DISTINCT ?post ?title { ?post pol:title ?title } }
{ SELECT DISTINCT ?post ?body { ?post org:postIn ?body } } }"""
"""Each half by itself: every document tells of the post again, and a join would multiply them."""
TITLES = """SELECT ?zh ?en WHERE { ?title a pol:PostTitle ; skos:prefLabel ?zh, ?en FILTER(LANG(?zh) = "zh" && LANG(?en) = "en") }"""
QUOTES = "SELECT DISTINCT ?s ?quote WHERE { ?a prov:wasQuotedFrom ?s . ?s nif:anchorOf ?quote }"
WORDS = "SELECT ?p ?name (LANG(?name) AS ?language) WHERE { ?a rdf:predicate ?p . ?p rdfs:label ?name }"


class Graph(Protocol):
    """The one thing that the page asks of a graph."""

    def rows(self, sparql: str) -> Iterator[Row]:
        """The solutions of a SELECT over the union of all graphs."""
        ...


def read_contents(graph: Graph) -> Contents:
    """Everything that the page shows of the graph, in an order that depends on nothing but the graph."""
    texts = _texts(graph)
    numbers = {text.iri: number for number, text in enumerate(texts)}
    folded = {post or "": (body or "", title or "") for post, title, body in _ask(graph, POSTS)}
    assertions = _grouped(_ask(graph, FACTS))
    sentences = _sentences(graph, assertions, texts, numbers)
    places = {_span_iri(texts, sentence): number for number, sentence in enumerate(sentences)}
    facts = sorted(
        (_fact(values, folded, places) for values in assertions.values()),
        key=_order,
    )
    mentions = tuple(sorted(_mentions(graph, numbers, set(folded))))
    return Contents(
        texts=texts,
        things=_things(graph, facts, mentions),
        facts=tuple(facts),
        sentences=sentences,
        mentions=mentions,
        items=_items(graph),
        titles={zh or "": en or "" for zh, en in sorted(_ask(graph, TITLES), key=str)},
        words=_words(graph),
    )


def _order(fact: Fact) -> tuple[object, ...]:
    return fact.sentences, fact.predicate, fact.subject, fact.object, sorted(fact.qualifiers.items())


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("https://w3id.org/policykg/ontology#uses")
    'uses'
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _ask(graph: Graph, query: str) -> Iterator[Row]:
    return graph.rows(PROLOGUE + query)


def _grouped(rows: Iterable[Row]) -> Properties:
    """The rows (subject, property, value, ...) by subject and the property's local name, values sorted."""
    found: Properties = {}
    names: dict[str | None, str] = {}
    for subject, name, value, *_ in rows:
        short = names.get(name) or names.setdefault(name, local(name or ""))
        found.setdefault(subject or "", {}).setdefault(short, []).append(value or "")
    for properties in found.values():
        for values in properties.values():
            if len(values) > 1:
                values.sort()
    return found


def _first(values: dict[str, list[str]], name: str) -> str:
    return next(iter(values.get(name, ())), "")


def _texts(graph: Graph) -> tuple[Text, ...]:
    query = "SELECT ?d ?p ?v WHERE { ?d a pol:Document ; ?p ?v }"
    texts = [_text(iri, values) for iri, values in _grouped(_ask(graph, query)).items()]
    return tuple(sorted(texts, key=lambda text: (text.issued, text.identifier, text.iri)))


def _text(iri: str, values: dict[str, list[str]]) -> Text:
    identifier = _first(values, "identifier") or local(iri)
    body = values.get("isString")
    title = _first(values, "title") or identifier
    issued, publisher, source = (_first(values, name) for name in ("issued", "publisher", "source"))
    return Text(iri, identifier, title, issued, publisher, source, body[0] if body else None)


def _place(iri: str, numbers: dict[str, int]) -> tuple[int, int, int] | None:
    """Text number, begin and end of a span from its IRI, or None where the IRI names no place in a text."""
    document, mark, span = iri.partition("#char=")
    begin, comma, end = span.partition(",")
    if not (mark and comma and begin.isdigit() and end.isdigit() and document in numbers):
        return None
    return numbers[document], int(begin), int(end)


def _sentences(
    graph: Graph, assertions: Properties, texts: tuple[Text, ...], numbers: dict[str, int]
) -> tuple[Sentence, ...]:
    spans = {span for values in assertions.values() for span in values.get("wasQuotedFrom", ())}
    bare = any(text.text is None for text in texts)
    quotes = {span: quote for span, quote in _ask(graph, QUOTES)} if bare else {}  # noqa: C416  rows are no pairs
    places = sorted((place, span) for span in spans if (place := _place(span, numbers)))
    return tuple(
        Sentence(*place, quotes.get(span) if texts[place[0]].text is None else None) for place, span in places
    )


def _span_iri(texts: tuple[Text, ...], sentence: Sentence) -> str:
    return f"{texts[sentence.text].iri}#char={sentence.begin},{sentence.end}"


def _fact(values: dict[str, list[str]], folded: dict[str, tuple[str, str]], places: dict[str, int]) -> Fact:
    body, title = folded.get(_first(values, "object"), (_first(values, "object"), ""))
    ends = ("subject", "predicate", "object", "wasQuotedFrom", "type")
    said = {name: "、".join(map(_plain, found)) for name, found in values.items() if name not in ends}
    spans = (places[span] for span in values.get("wasQuotedFrom", ()) if span in places)
    return Fact(
        subject=_first(values, "subject"),
        predicate=local(_first(values, "predicate")),
        object=body,
        sentences=tuple(sorted(spans)),
        qualifiers=said | ({"title": title} if title else {}),
    )


def _plain(value: str) -> str:
    return local(value) if value.startswith(terms.PREFIXES["pol"]) else value


def _mentions(graph: Graph, numbers: dict[str, int], posts: set[str]) -> Iterator[Mention]:
    for span, entity in _ask(graph, MENTIONS):
        place = _place(span or "", numbers)
        if place and entity and entity not in posts:
            yield (*place, entity)


def _things(graph: Graph, facts: list[Fact], mentions: tuple[Mention, ...]) -> tuple[Thing, ...]:
    """The entities that the documents name, not the whole vocabulary."""
    weight: dict[str, int] = defaultdict(int)
    for fact in facts:
        weight[fact.subject] += 1
        weight[fact.object] += 1
    for *_, iri in mentions:
        weight[iri] += 0
    kinds = _kinds(graph)
    labels = _labels(graph)
    dates = _grouped(_ask(graph, DATES))
    order = sorted(weight, key=lambda iri: (-weight[iri], iri))
    return tuple(
        _thing(iri, kinds[iri], labels.get(iri, {}), dates.get(iri, {})) for iri in order if iri in kinds
    )


def _kinds(graph: Graph) -> dict[str, str]:
    """The class of each entity; where it has several of ours, the first in the page's order."""
    order = {kind: place for place, kind in enumerate(CLASSES)}
    found: dict[str, str] = {}
    for iri, kind in _ask(graph, ENTITIES):
        known, name = found.get(iri or ""), local(kind or "")
        found[iri or ""] = name if known is None else min(known, name, key=order.__getitem__)
    return found


def _labels(graph: Graph) -> Properties:
    """The names of each entity: `zh`, `en` (preferred) and `other`, sorted."""
    rows = _ask(graph, LABELS)
    return _grouped(
        (iri, language if local(kind or "") == "prefLabel" else "other", name)
        for iri, kind, name, language in rows
    )


def _thing(iri: str, kind: str, labels: dict[str, list[str]], dates: dict[str, list[str]]) -> Thing:
    preferred = [name for language in ("zh", "en", "") for name in labels.get(language, ())]
    zh = next(iter(preferred), local(iri))
    en = _first(labels, "en")
    names = tuple(name for name in (*preferred, *labels.get("other", ())) if name not in (zh, en))
    begin, end = _first(dates, "startDate") or _first(dates, "issued"), _first(dates, "endDate")
    when = f"{begin}/{end}" if end and end != begin else begin
    return Thing(iri, kind, zh, en, tuple(dict.fromkeys(names)), when, _first(dates, "location"))


def _items(graph: Graph) -> dict[str, tuple[str, str]]:
    found = _grouped(_ask(graph, "SELECT ?i ?p ?v WHERE { ?i a pol:WorkItem ; ?p ?v }"))
    return {
        iri: (_first(values, "ordinal"), _first(values, "prefLabel")) for iri, values in sorted(found.items())
    }


def _words(graph: Graph) -> dict[str, dict[str, str]]:
    found = _grouped((p, language, name) for p, name, language in _ask(graph, WORDS))
    return {
        local(p): {language: _first(names, language) for language in sorted(names)}
        for p, names in sorted(found.items())
    }
