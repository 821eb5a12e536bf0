"""policy.ttl: complete, in OWL 2 DL, and without contradiction under an OWL-RL closure."""

from __future__ import annotations

from itertools import combinations

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import XSD
from small_graph import trig

from kg import resources
from kg.checks import facts
from kg.model import Kind, Status
from kg.store import load_graph
from kg.terms import ONTOLOGY_GRAPH, PREFIXES

POL = Namespace(PREFIXES["pol"])
SCHEMA = Namespace(PREFIXES["schema"])
FILE = resources.ontology() / "policy.ttl"
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
SUBCLASSES = (
    "CentralBank", "Regulator", "GovernmentBody", "PartyBody", "Legislature", "InternationalOrganization",
    "InternationalForum", "MultilateralBank", "FinancialInstitution", "FinancialInfrastructure", "WorkingGroup",
    "Association", "Media",
)  # fmt: skip
QUALIFIERS = (
    "status", "year", "action", "times", "amount", "manner", "item", "order", "invited", "confidence", "rule",
)  # fmt: skip
BEYOND_DL = {(POL.Assertion, RDFS.subClassOf, RDF.Statement)}
"""The one axiom that the contract asks for and OWL 2 DL does not know."""
DATATYPES = {XSD.integer, XSD.string, XSD.boolean, XSD.decimal, RDFS.Literal}
"""Those of our ranges that OWL 2 knows (xsd:date and xsd:gYear it does not)."""


@pytest.fixture(scope="module")
def ontology() -> Graph:
    """policy.ttl as triples."""
    return Graph().parse(FILE)


@pytest.fixture(scope="module")
def closed() -> Graph:
    """The ontology with a thing of every class and a fact of every predicate, and what follows from them."""
    triples = Graph().parse(FILE)
    for each in ours(triples, OWL.Class):
        triples.add((BNode(str(each).partition("#")[2]), RDF.type, each))
    for subject, predicate, object_ in load_graph(trig()).rows(
        "SELECT ?s ?p ?o { ?s ?p ?o FILTER(ISIRI(?o)) }"
    ):
        triples.add((URIRef(subject), URIRef(predicate), URIRef(object_)))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(triples)
    return triples


def ours(triples: Graph, kind: URIRef) -> list[URIRef]:
    """Our terms of a kind, sorted."""
    return sorted(each for each in triples.subjects(RDF.type, kind) if each.startswith(POL))


def terms(triples: Graph) -> list[URIRef]:
    """All our terms."""
    return sorted({each for each in triples.subjects() if isinstance(each, URIRef) and each.startswith(POL)})


def test_has_every_term_of_the_contract(ontology: Graph) -> None:
    wanted = {kind.value for kind in Kind} | set(SUBCLASSES) | {status.value for status in Status}
    wanted |= {name.partition(":")[2] for name in facts.PREDICATES if name.startswith("pol:")} | set(
        QUALIFIERS
    )
    wanted |= {
        "Document",
        "Assertion",
        "WorkItem",
        "ordinal",
        "series",
        "title",
        "sha256",
        "Action",
        "Status",
    }
    assert wanted <= {each.removeprefix(POL) for each in terms(ontology)}


def test_every_term_is_explained_in_both_languages(ontology: Graph) -> None:
    for term in terms(ontology):
        for predicate in (RDFS.label, SKOS.definition):
            assert {each.language for each in ontology.objects(term, predicate)} == {"zh", "en"}, term
        assert ontology.value(term, SKOS.example), term


def test_every_property_has_domain_and_range(ontology: Graph) -> None:
    for each in [*ours(ontology, OWL.ObjectProperty), *ours(ontology, OWL.DatatypeProperty)]:
        assert ontology.value(each, RDFS.domain), each
        assert ontology.value(each, RDFS.range), each


def test_every_class_has_a_published_ancestor(ontology: Graph) -> None:
    roots = {
        each for each in ours(ontology, OWL.Class)
        if all(str(parent).startswith(POL) for parent in ontology.transitive_objects(each, RDFS.subClassOf))
    }  # fmt: skip
    assert roots == {POL.Entity}


def test_has_a_version(ontology: Graph) -> None:
    version = ontology.value(URIRef(ONTOLOGY_GRAPH), OWL.versionIRI)
    assert str(version) == f"{ONTOLOGY_GRAPH}/{ontology.value(URIRef(ONTOLOGY_GRAPH), OWL.versionInfo)}"


def test_is_in_owl_dl(ontology: Graph) -> None:
    declared = {each for kind in (OWL.Class, *PROPERTIES) for each in ontology.subjects(RDF.type, kind)}
    builtin = tuple(PREFIXES[name] for name in ("rdf", "rdfs", "owl", "xsd"))
    for kinds in combinations(PROPERTIES, 2):
        assert not set(ontology.subjects(RDF.type, kinds[0])) & set(ontology.subjects(RDF.type, kinds[1]))
    for predicate in set(ontology.predicates()):
        assert str(predicate).startswith(builtin) or predicate in declared, predicate
    for child, predicate, parent in ontology.triples((None, RDFS.subClassOf, None)):
        assert parent in declared or isinstance(parent, BNode) or (child, predicate, parent) in BEYOND_DL
    for each in ours(ontology, OWL.DatatypeProperty):
        assert set(ontology.objects(each, RDFS.range)) <= DATATYPES, each


def test_closure_has_no_contradiction(closed: Graph) -> None:
    assert not list(closed.subjects(RDF.type, OWL.Nothing))
    errors = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    assert not list(closed.objects(None, errors))
    for group in closed.subjects(RDF.type, OWL.AllDisjointClasses):
        for one, other in combinations(Collection(closed, closed.value(group, OWL.members)), 2):
            both = set(closed.subjects(RDF.type, one)) & set(closed.subjects(RDF.type, other))
            assert not both, (one, other)


def test_closure_gives_nothing_that_the_shapes_refuse(closed: Graph) -> None:
    """A thing of one of the ten kinds is of no second kind, whatever is inferred at the ends of facts."""
    kinds = [POL[kind.value] for kind in Kind]
    for thing in {each for kind in kinds for each in closed.subjects(RDF.type, kind)}:
        found = [kind for kind in kinds if (thing, RDF.type, kind) in closed]
        named = (thing, RDF.type, POL.Entity) in closed and len(found) == 1
        assert named, (thing, found)


def test_contradiction_would_be_seen() -> None:
    """The closure is no rubber stamp: a bank that chairs a meeting becomes an official, which no bank is."""
    triples = Graph().parse(FILE)
    bank = URIRef("x:bank")
    triples.add((bank, RDF.type, POL.CentralBank))
    triples.add((bank, POL.chairs, URIRef("x:meeting")))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(triples)
    assert {(bank, RDF.type, POL.Official), (bank, RDF.type, POL.Institution)} <= set(triples)


def test_inverse_and_symmetric_follow() -> None:
    triples = Graph().parse(FILE)
    one, other = URIRef("x:one"), URIRef("x:other")
    triples.add((one, POL.cooperatesWith, other))
    triples.add((one, POL.chairs, other))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(triples)
    assert (other, POL.cooperatesWith, one) in triples
    assert {(one, POL.attends, other), (other, POL.attendee, one), (other, SCHEMA.attendee, one)} <= set(
        triples
    )


def test_years_say_their_datatype(ontology: Graph) -> None:
    for name in ("year", "introduced"):
        assert ontology.value(POL[name], SCHEMA.rangeIncludes) == XSD.gYear
