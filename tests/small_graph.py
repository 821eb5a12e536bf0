"""A graph of one short document, written by hand as the graph contract wants it."""

from __future__ import annotations

from hashlib import sha256

from kg.emit import header, literal

TEXT = "北州人民银行行长林望远主持2031年工作会议。北州人民银行两次下调存款准备金率，保持流动性合理充裕。"
DIGEST = sha256(TEXT.encode()).hexdigest()
DOC = f"doc/{DIGEST[:16]}"
BANK, GOVERNOR, POST = "institution/北州人民银行", "official/林望远", "post/北州人民银行/行长"
MEETING, TOOL, GOAL = "meeting/2031年工作会议", "tool/存款准备金率", "goal/保持流动性合理充裕"
ENTITIES = {
    BANK: ("CentralBank, pol:Institution", "北州人民银行", ""),
    GOVERNOR: ("Official", "林望远", ""),
    POST: ("Post", "北州人民银行行长", f'; pol:title "行长" ; org:postIn <{BANK}>'),
    MEETING: ("Meeting", "2031年工作会议", '; schema:startDate "2031-01-05"^^xsd:date'),
    TOOL: ("PolicyTool", "存款准备金率", ""),
    GOAL: ("PolicyGoal", "保持流动性合理充裕", ""),
}
FACTS = (
    (GOVERNOR, "org:holds", POST, 0, ""),
    (GOVERNOR, "pol:chairs", MEETING, 0, "; pol:status pol:Done ; pol:order 1"),
    (BANK, "pol:uses", TOOL, 1, '; pol:action pol:Lower ; pol:times 2 ; pol:year "2030"^^xsd:gYear'),
    (BANK, "pol:pursues", GOAL, 1, '; pol:manner "合理" ; pol:invited false'),
    (TOOL, "pol:servesGoal", GOAL, 1, ""),
)


def trig() -> str:
    """The whole graph as TriG."""
    return "\n".join((header(), f"<{DOC}> {{", *_document(), *_entities(), *_facts(), "}"))


def span(begin: int, end: int) -> str:
    """The IRI of a text span."""
    return f"{DOC}#char={begin},{end}"


def _document() -> list[str]:
    return [
        f'<{DOC}> a pol:Document, nif:Context ; dcterms:identifier "small.txt" ; dcterms:language "zh" ;',
        f'  dcterms:issued "2031-01-06"^^xsd:date ; pol:sha256 "{DIGEST}" ; nif:isString {literal(TEXT)} .',
    ]


def _entities() -> list[str]:
    lines = []
    for iri, (kind, label, more) in ENTITIES.items():
        lines.append(f'<{iri}> a pol:{kind} ; skos:prefLabel "{label}"@zh {more} .')
        if (begin := TEXT.find(label)) >= 0:
            lines.append(_span("nif:Phrase", begin, begin + len(label)) + f" ; itsrdf:taIdentRef <{iri}> .")
    return lines


def _span(kind: str, begin: int, end: int) -> str:
    return (
        f"<{span(begin, end)}> a {kind} ; nif:referenceContext <{DOC}> ; nif:beginIndex {begin} ;"
        f" nif:endIndex {end} ; nif:anchorOf {literal(TEXT[begin:end])}"
    )


def _facts() -> list[str]:
    middle = TEXT.index("。") + 1
    sentences = ((0, middle), (middle, len(TEXT)))
    lines = [_span("nif:Sentence", *each) + " ." for each in sentences]
    for number, (subject, predicate, object_, sentence, more) in enumerate(FACTS):
        lines.append(f"<{subject}> {predicate} <{object_}> .")
        lines.append(
            f"<{DOC}#fact={number}> a pol:Assertion ; rdf:subject <{subject}> ; rdf:predicate {predicate} ;"
            f' rdf:object <{object_}> ; pol:rule "by-hand" ; pol:confidence 1.0 ;'
            f" prov:wasQuotedFrom <{span(*sentences[sentence])}> {more} ."
        )
    return lines
