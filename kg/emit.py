"""What a document says, as the text of its named graph (TriG): sorted, prefixed, without blank nodes.

The one place where values become RDF. See the graph contract in README.md ("The data model").
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

from kg.model import Entity, Kind
from kg.terms import BASE, PREFIXES, mint_post

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Claim, Document, Mention, Reading, Span, WorkItem

Properties = dict[str, set[str]]
Spans = dict["Span", tuple[set[str], set[str]]]
"""For each span that is told of, what it is and the entities that it names."""
ORG = frozenset(("holds",))
SILENT = ("coreference", "implied", "body of the speaker")
"""Reasons whose anchors are no names of the entity ("会议", "该行", a secretary who speaks for his body)."""


def header(base: str = BASE) -> str:
    """The `@base` and `@prefix` lines that every file of a build begins with."""
    lines = [f"@base <{base}> ."]
    lines += [f"@prefix {prefix}: <{iri}> ." for prefix, iri in sorted(PREFIXES.items())]
    return "\n".join(lines) + "\n"


def literal(text: str, language: str | None = None) -> str:
    r"""A Turtle string.

    >>> print(literal('a "b"', "zh"))
    "a \"b\""@zh
    """
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    plain = plain.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f'"{plain}"@{language}' if language else f'"{plain}"'


def typed(value: object, datatype: str) -> str:
    """A typed Turtle literal.

    >>> typed(2024, "gYear")
    '"2024"^^xsd:gYear'
    """
    return f'"{value}"^^xsd:{datatype}'


def graph_block(reading: Reading, *, with_text: bool = True) -> str:
    """The named graph of one document, as TriG text that needs the lines of `header`."""
    nodes: dict[str, Properties] = defaultdict(lambda: defaultdict(set))
    spans: Spans = defaultdict(lambda: (set(), set()))
    document = reading.document
    _describe_document(nodes, document, with_text=with_text)
    for item in reading.items:
        _describe_item(nodes, document, item)
    for mention in reading.mentions:
        _describe_mention(nodes, spans, document, mention)
    for entity in _entities(reading):
        _describe_entity(nodes, entity, document.language)
    facts = dict(_fact(nodes, spans, document, *one) for one in _merged(reading.claims))
    lines = facts | {iri: _lines(node) for iri, node in nodes.items()}
    lines |= {_iri(document, span): _span(document, span, *said) for span, said in spans.items()}
    return f"<{document.iri}> {{\n{_body(lines)}}}\n"


def _body(lines: dict[str, list[str]]) -> str:
    """The nodes, each with its properties, in order; "a" comes before every prefix."""
    return "".join(f"  <{iri}> " + " ;\n    ".join(sorted(lines[iri])) + " .\n" for iri in sorted(lines))


def _lines(node: Properties) -> list[str]:
    return [f"{name} {_values(values)}" for name, values in node.items()]


def _values(values: set[str]) -> str:
    return ", ".join(sorted(values)) if len(values) > 1 else next(iter(values))


def _describe_document(nodes: dict[str, Properties], document: Document, *, with_text: bool) -> None:
    node = nodes[document.iri]
    node["a"] |= {"pol:Document", "nif:Context"}
    node["dcterms:identifier"] |= {literal(name) for name in document.identifiers}
    node["dcterms:language"] = {literal(document.language)}
    node["pol:sha256"] = {literal(document.sha256)}
    if document.title:
        node["dcterms:title"] = {literal(document.title)}
    if document.issued and len(document.issued) == len("2024-01-05"):
        node["dcterms:issued"] = {typed(document.issued, "date")}
    if document.publisher:
        node["dcterms:publisher"] = {literal(document.publisher)}
    if document.source:
        node["dcterms:source"] = {literal(document.source)}
    if with_text:
        node["nif:isString"] = {literal(document.text)}


def _date_type(date: str) -> str:
    return {4: "gYear", 7: "gYearMonth"}.get(len(date), "date")


def _iri(document: Document, span: Span) -> str:
    return f"{document.iri}#char={span.begin},{span.end}"


def _span(document: Document, span: Span, kinds: set[str], named: set[str]) -> list[str]:
    """The lines of a span: what it is, what it says and where, and the entities that it names."""
    begin, end = span
    lines = [
        f"a {_values(kinds)}",
        f"nif:anchorOf {literal(document.text[begin:end])}",
        f'nif:beginIndex "{begin}"^^xsd:nonNegativeInteger',
        f'nif:endIndex "{end}"^^xsd:nonNegativeInteger',
        f"nif:referenceContext <{document.iri}>",
    ]
    return [*lines, f"itsrdf:taIdentRef {_values(named)}"] if named else lines


def _describe_mention(
    nodes: dict[str, Properties], spans: Spans, document: Document, mention: Mention
) -> None:
    kinds, named = spans[mention.span]
    kinds.add("nif:Phrase")
    named.add(f"<{mention.entity.iri}>")
    surface = document.text[mention.span.begin : mention.span.end]
    if surface not in (mention.entity.label, mention.entity.label_en) and not mention.reason.startswith(
        SILENT
    ):
        nodes[mention.entity.iri]["skos:altLabel"].add(literal(surface, document.language))


def _entities(reading: Reading) -> Iterable[Entity]:
    """Every entity that the document's graph names, once, in a fixed order."""
    found = {e.iri: e for e in reading.entities}
    for mention in reading.mentions:
        found.setdefault(mention.entity.iri, mention.entity)
    for claim in reading.claims:
        found.setdefault(claim.subject.iri, claim.subject)
        found.setdefault(claim.object.iri, claim.object)
    return [found[iri] for iri in sorted(found)]


def _describe_entity(nodes: dict[str, Properties], entity: Entity, language: str) -> None:
    if entity.known and entity.kind is not Kind.POST:
        return
    node = nodes[entity.iri]
    node["a"] |= {f"pol:{entity.kind}"} | ({f"pol:{entity.type}"} if entity.type else set())
    node["skos:prefLabel"].add(literal(entity.label, "zh"))
    if entity.label_en:
        node["skos:prefLabel"].add(literal(entity.label_en, "en"))
    if entity.kind is Kind.POST:
        node["pol:title"] = {literal(entity.title or "")}
        node["org:postIn"] = {f"<{entity.institution}>"}
    _describe_event(node, entity)
    del language


def _describe_event(node: Properties, entity: Entity) -> None:
    if entity.begin:
        node["schema:startDate"] = {typed(entity.begin, _date_type(entity.begin))}
    if entity.end:
        node["schema:endDate"] = {typed(entity.end, _date_type(entity.end))}
    if entity.location:
        node["schema:location"] = {literal(entity.location)}
    if entity.series:
        node["pol:series"] = {f"<{entity.series.iri}>"}
        node["skos:altLabel"].add(literal(entity.series.label, "zh"))


def _describe_item(nodes: dict[str, Properties], document: Document, item: WorkItem) -> None:
    node = nodes[item.iri]
    node["a"] = {"pol:WorkItem"}
    node["pol:ordinal"] = {str(item.ordinal)}
    node["skos:prefLabel"] = {literal(item.heading, document.language)}
    node["dcterms:isPartOf"] = {f"<{document.iri}>"}
    node["nif:beginIndex"] = {typed(item.span.begin, "nonNegativeInteger")}
    node["nif:endIndex"] = {typed(item.span.end, "nonNegativeInteger")}
    if item.status:
        node["pol:status"] = {f"pol:{item.status}"}
    if item.year:
        node["pol:year"] = {typed(item.year, "gYear")}


def _merged(claims: Iterable[Claim]) -> Iterable[tuple[Claim, tuple[Span, ...]]]:
    """The claims, those that say the same of the same things as one, with all their evidence."""
    first: dict[tuple[object, ...], Claim] = {}
    evidence: dict[tuple[object, ...], set[Span]] = defaultdict(set)
    for claim in claims:
        key = (claim.subject.iri, claim.predicate, claim.object.iri, claim.status, claim.year, claim.action)
        first.setdefault(key, claim)
        evidence[key].update(claim.evidence)
    return [(claim, tuple(sorted(evidence[key]))) for key, claim in first.items()]


def _fact(
    nodes: dict[str, Properties], spans: Spans, document: Document, claim: Claim, evidence: tuple[Span, ...]
) -> tuple[str, list[str]]:
    """The name of a claim's assertion and its lines; the plain triple and the quotes are put among the others."""
    predicate = f"{'org' if claim.predicate in ORG else 'pol'}:{claim.predicate}"
    subject, object_ = f"<{claim.subject.iri}>", f"<{claim.object.iri}>"
    nodes[claim.subject.iri][predicate].add(object_)
    key = "\n".join(map(str, (subject, predicate, object_, claim.status, claim.year, claim.action)))
    for span in evidence:
        spans[span][0].add("nif:Sentence")
    return f"{document.iri}#fact={sha256(key.encode()).hexdigest()[:16]}", [
        "a pol:Assertion",
        f"rdf:subject {subject}",
        f"rdf:predicate {predicate}",
        f"rdf:object {object_}",
        f"prov:wasQuotedFrom {_values({f'<{_iri(document, span)}>' for span in evidence})}",
        f"pol:rule {literal(claim.rule)}",
        f"pol:confidence {typed(f'{claim.confidence:.2f}', 'decimal')}",
        *_qualifiers(claim),
    ]


def _qualifiers(claim: Claim) -> Iterable[str]:
    if claim.manner:
        yield f"pol:manner {_values({literal(manner) for manner in claim.manner})}"
    values = (
        ("status", claim.status and f"pol:{claim.status}"),
        ("year", claim.year and typed(claim.year, "gYear")),
        ("action", claim.action and f"pol:{claim.action}"),
        ("times", claim.times),
        ("amount", claim.amount and literal(claim.amount)),
        ("item", claim.item and f"<{claim.item}>"),
        ("order", claim.order),
        ("invited", "true" if claim.invited else None),
    )
    for name, value in values:
        if value:
            yield f"pol:{name} {value}"


def post(holder: Entity, title: str) -> Entity:
    """The post with this title at a body; a state's government goes by the state (法国总统)."""
    body = holder.label if holder.label.endswith("人民政府") else holder.label.removesuffix("政府")
    return Entity(
        mint_post(holder.iri, title), Kind.POST, f"{body}{title}", institution=holder.iri, title=title
    )
