from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import GraphError, QueryError
from kg.query import FORMATS, counts, render, summarise
from kg.store import load_graph, nquads, open_graph

TRIG = """@base <https://w3id.org/policykg/id/> .
@prefix pol: <https://w3id.org/policykg/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
<doc/a> {
  <doc/a> a pol:Document .
  <doc/a#char=0,2> a nif:Phrase ; itsrdf:taIdentRef <institution/b> .
  <institution/b> a pol:Institution ; skos:prefLabel "云岭银行"@zh ; pol:uses <tool/c> .
  <tool/c> a pol:PolicyTool ; skos:prefLabel "再贷款"@zh, "relending"@en .
  <doc/a#1> a pol:Assertion ; rdf:subject <institution/b> ; rdf:predicate pol:uses ; rdf:object <tool/c> ; pol:status pol:Done .
}
"""
SELECT = "SELECT ?e ?l { ?e skos:prefLabel ?l } ORDER BY ?l"


@pytest.fixture(scope="module")
def small():
    return load_graph(TRIG)


def test_rows_are_plain_values(small):
    assert list(
        small.rows("SELECT ?l ?x { <tool/c> skos:prefLabel ?l OPTIONAL { ?l pol:no ?x } } ORDER BY ?l")
    ) == [
        ("relending", None),
        ("再贷款", None),
    ]


def test_the_default_graph_is_the_union(small):
    assert small.query("ASK { <institution/b> pol:uses <tool/c> }")


@pytest.mark.parametrize(
    "value",
    [ox.Literal("再贷款", language="zh"), rdflib.Literal("再贷款", lang="zh")],
    ids=["oxigraph", "rdflib"],
)
def test_bindings(small, value):
    assert list(small.rows("SELECT ?e ?l { ?e skos:prefLabel ?l }", l=value)) == [
        (small.iri("tool/c").value, "再贷款")
    ]


def test_a_binding_cannot_break_out_of_its_place(small):
    assert list(small.rows("SELECT ?l { ?e skos:prefLabel ?l }", l='" } #')) == []


def test_a_binding_that_the_query_does_not_give_back(small):
    with pytest.raises(QueryError, match=r"\?x"):
        small.query("SELECT ?e { ?e skos:prefLabel ?l }", x="a")


def test_what_cannot_be_bound_says_so(small):
    with pytest.raises(QueryError, match="cannot stand in a query"):
        small.query("ASK { ?x ?y ?z }", x=object())


def test_an_error_says_where(small):
    with pytest.raises(QueryError, match="line 2, column 7"):
        small.query("SELECT ?e\n WHRE { ?e ?p ?o }")
    with pytest.raises(QueryError, match="prefix is not declared"):
        small.query("SELECT ?e { ?e foo:bar ?o }")


def test_an_update_is_no_query(small):
    with pytest.raises(QueryError, match="begins with none of SELECT, ASK"):
        small.query("DELETE WHERE { ?s ?p ?o }")


def test_a_query_may_name_its_graphs(small):
    (document,) = next(small.rows("SELECT ?d { ?d a pol:Document }"))
    count = "SELECT (COUNT(*) AS ?n) {} {{ ?s ?p ?o }}"
    said = [
        int(next(small.rows(count.format(where)))[0])
        for where in ("", f"FROM <{document}>", "FROM <doc/none>")
    ]
    assert said[0] >= said[1] > said[2] == 0


@pytest.mark.parametrize(
    "query", ["SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", "SELECT (<http://x>(1) AS ?x) {}"]
)
def test_a_query_that_breaks_while_it_runs(small, query):
    with pytest.raises(QueryError, match="query: "):
        render(small.query(query), base=small.base)
    with pytest.raises(QueryError, match="query: "):
        list(small.rows(query))


def test_rows_of_another_form_are_refused(small):
    with pytest.raises(QueryError, match="SELECT"):
        small.rows("ASK { ?s ?p ?o }")


def test_counts(small):
    assert counts(small) == {
        "documents": 1,
        "entities": {"pol:Institution": 1, "pol:PolicyTool": 1},
        "facts": {"pol:uses": 1},
    }
    assert summarise(small).mentions == 1


def test_an_rdflib_dataset_over_the_store(small):
    dataset = small.dataset()
    tool = rdflib.URIRef(small.iri("tool/c").value)
    assert {str(label) for label in dataset.objects(tool, rdflib.SKOS.prefLabel)} == {"再贷款", "relending"}
    assert len(list(dataset.query(SELECT))) == 3


def test_a_network_of_entities_and_facts(small):
    net = small.networkx()
    bank, tool = small.iri("institution/b").value, small.iri("tool/c").value
    assert net.nodes[tool] == {"kind": "PolicyTool", "label": "再贷款", "label_en": "relending"}
    assert [(s, o, fact["predicate"], fact["status"]) for s, o, fact in net.edges(data=True)] == [
        (bank, tool, "pol:uses", "Done")
    ]


@pytest.mark.parametrize("format", ["nq", "trig"])
def test_a_dump_is_the_same_graph(small, tmp_path, format):
    path = tmp_path / f"dump.{format}"
    small.dump(path, format=format)
    assert set(load_graph(path).store) == set(small.store)


def test_blank_nodes_get_the_same_names_every_time():
    text = "<g> { <a> <b> [ <c> 1 ], [ <c> 2 ] }"
    assert nquads(text) == nquads(text)
    assert nquads(text).count("\n") == 4


def test_several_may_read_at_once(built):
    first, second = open_graph(built), open_graph(built)
    assert len(first) == len(second) > 0


@pytest.mark.parametrize("name", ["nothing", "."])
def test_where_there_is_no_graph(tmp_path, name):
    with pytest.raises(GraphError, match="build one first"):
        open_graph(tmp_path / name)


def test_a_graph_without_its_store(built, tmp_path):
    (tmp_path / "manifest.json").write_bytes((built / "manifest.json").read_bytes())
    with pytest.raises(GraphError, match="build the graph again"):
        open_graph(tmp_path)


def test_a_broken_manifest(tmp_path):
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(GraphError, match="not a manifest"):
        open_graph(tmp_path)


QUERIES = {
    "rows": SELECT,
    "triples": "CONSTRUCT { ?e pol:title ?l } { ?e skos:prefLabel ?l }",
    "truth": "ASK { ?s a pol:Document }",
}


@pytest.mark.parametrize(
    ("form", "format"), [(form, name) for form, names in FORMATS.items() for name in names]
)
def test_every_format_of_every_form(small, form, format):
    answer = render(small.query(QUERIES[form]), format, base=small.base)
    assert answer == render(small.query(QUERIES[form]), format, base=small.base)
    assert ("true" if form == "truth" else "relending") in answer.decode()


def test_a_format_that_the_form_has_not(small):
    with pytest.raises(QueryError, match="not as ttl"):
        render(small.query(SELECT), "ttl", base=small.base)


def test_a_table(small):
    assert render(small.query(SELECT), base=small.base).decode() == (
        "e              l\n-------------  ---------\ntool/c         relending\n"
        "institution/b  云岭银行\ntool/c         再贷款\n"
    )


def test_csv(small):
    assert render(
        small.query("SELECT ?l { <tool/c> skos:prefLabel ?l } ORDER BY ?l"), "csv", base=small.base
    ) == ("l\r\nrelending\r\n再贷款\r\n".encode())


def test_triples_are_readable_and_sorted(small):
    lines = render(small.query(QUERIES["triples"]), "nt", base=small.base).decode().splitlines()
    assert lines == sorted(lines)
    assert "pol:title" in render(small.query(QUERIES["triples"]), base=small.base).decode()
