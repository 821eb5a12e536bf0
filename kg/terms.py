"""The namespaces of the graph contract (closed: a misspelt term raises) and the minting of IRIs."""

from __future__ import annotations

import re
from urllib.parse import quote

from kg.model import Kind

BASE = "https://w3id.org/policykg/id/"
ONTOLOGY_GRAPH = "https://w3id.org/policykg/ontology"
VOCABULARY_GRAPH = "https://w3id.org/policykg/vocabulary"

PREFIXES = {
    "pol": "https://w3id.org/policykg/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_BASE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*://[^\s<>"{}|\\^`?#]+/')

FOLDERS = {
    Kind.OFFICIAL: "official",
    Kind.INSTITUTION: "institution",
    Kind.POST: "post",
    Kind.MEETING: "meeting",
    Kind.DOCUMENT: "document",
    Kind.TOOL: "tool",
    Kind.GOAL: "goal",
    Kind.STANCE: "stance",
    Kind.SECTOR: "sector",
    Kind.INDICATOR: "indicator",
}
"""The first part of an entity's IRI, by its class."""


def is_base(iri: str) -> bool:
    """Whether entities' IRIs can begin with this: it is absolute and ends in a slash.

    >>> is_base(BASE), is_base("https://example.org/ns#"), is_base("example.org/")
    (True, False, False)
    """
    return _BASE.fullmatch(iri) is not None


def slug(label: str) -> str:
    """The label as one path segment of an IRI: letters and digits of any script as they are.

    >>> slug("金融16条")
    '金融16条'
    >>> slug("G20 杭州峰会、2016")
    'G20_杭州峰会%E3%80%812016'
    """
    if label.isalnum():
        return label
    return "".join(c if c.isalnum() or c in "-_" else "_" if c == " " else quote(c, safe="") for c in label)


def mint(kind: Kind, label: str) -> str:
    """The IRI, relative to the base, of an entity first met in a text.

    >>> mint(Kind.GOAL, "保持流动性合理充裕")
    'goal/保持流动性合理充裕'
    """
    return f"{FOLDERS[kind]}/{slug(label)}"


def mint_post(institution: str, title: str) -> str:
    """The IRI of a post at a body.

    >>> mint_post("institution/pboc", "行长")
    'post/pboc/行长'
    """
    return f"post/{institution.split('/', 1)[1]}/{slug(title)}"
