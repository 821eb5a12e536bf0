from __future__ import annotations

import json

import pytest
import rdflib

from kg.errors import VocabularyError
from kg.model import Kind
from kg.vocabulary import load

SKOS = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix pol: <https://w3id.org/policykg/ontology#> .
@prefix ex: <https://example.org/words/> .

ex:low a pol:Sector ;
    skos:prefLabel "低空经济", "Low-altitude economy"@en ;
    skos:altLabel "低空产业"@zh-Hans ;
    skos:hiddenLabel "低空"@zh ;
    skos:broader ex:new .
"""


@pytest.fixture
def put(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_skos_file_adds_entries_under_their_own_iris(folder, put):
    words = load([put("mine.ttl", SKOS)], folder=folder)
    entry = words.entries["https://example.org/words/low"]
    assert (entry.kind, entry.label, entry.label_en) == (Kind.SECTOR, "低空经济", "Low-altitude economy")
    assert set(entry.labels) >= {"低空经济", "低空产业", "低空"}
    assert entry.parent == "https://example.org/words/new"
    assert "<https://example.org/words/low> a pol:Sector" in words.trig


@pytest.mark.parametrize(("suffix", "syntax"), [("rdf", "xml"), ("nt", "nt"), ("jsonld", "json-ld")])
def test_the_same_words_in_another_syntax_are_the_same(folder, put, suffix, syntax):
    other = rdflib.Graph().parse(data=SKOS, format="turtle").serialize(format=syntax)
    same = load([put("mine.ttl", SKOS)], folder=folder).entries
    assert load([put(f"mine.{suffix}", other)], folder=folder).entries == same


def test_their_label_wins_over_ours(folder, put):
    mine = put("mine.csv", "label,class,en\n央行,Institution,Another bank\n")
    words = load([mine], folder=folder)
    assert words.surfaces["央行"] == ("institution/央行",)
    assert "央行" not in words.entries["institution/pboc"].labels
    assert words.surfaces["中国人民银行"] == ("institution/pboc",)


def test_an_exact_match_merges_into_ours(folder, put):
    text = SKOS.replace("skos:broader ex:new", "skos:exactMatch <https://w3id.org/policykg/id/tool/mlf>")
    words = load([put("mine.ttl", text.replace("a pol:Sector", "a skos:Concept"))], folder=folder)
    entry = words.entries["tool/mlf"]
    assert entry.kind is Kind.TOOL
    assert (entry.label, entry.label_en) == ("低空经济", "Low-altitude economy")
    assert set(entry.labels) >= {"中期借贷便利", "MLF", "低空经济"}
    assert "https://example.org/words/low" not in words.entries


def test_a_table_with_aliases_and_an_iri(folder, put):
    mine = put(
        "mine.csv",
        "\ufefflabel,class,en,aliases,iri\n银发经济,pol:sector,Silver economy,银发产业|SE,https://example.org/s\n",
    )
    entry = load([mine], folder=folder).entries["https://example.org/s"]
    assert set(entry.labels) == {"银发经济", "Silver economy", "银发产业", "SE"}


def test_each_file_is_named_with_its_hash(folder, put):
    words = load([put("mine.csv", "label,class\n银发经济,Sector\n")], folder=folder)
    assert [source.name.rsplit("/", 1)[-1] for source in words.sources] == ["words.ttl", "mine.csv"]
    assert words.sha256 != load(folder=folder).sha256


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "label,class\n银发经济,Sector\n低空经济,Sectr\n", r'a\.csv:3: unknown class "Sectr"'),
        ("a.csv", "name,class\n银发经济,Sector\n", r"a\.csv:1: .*label"),
        ("a.csv", "label,class\n,Sector\n", r"a\.csv:2: no label"),
        (
            "a.ttl",
            SKOS.replace("pol:Sector", "skos:Concept"),
            r'a\.ttl:5: "Low-altitude economy" has no class|a\.ttl:5: "低空经济" has no class',
        ),
        ("a.ttl", SKOS.replace(";", "", 1), r"a\.ttl:6: "),
        ("a.rdf", "<rdf>", r"a\.rdf:1: "),
        ("a.xlsx", "", r"a\.xlsx: unknown kind"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(folder, put, name, text, message):
    with pytest.raises(VocabularyError, match=message):
        load([put(name, text)], folder=folder)


def test_an_entry_of_two_classes_is_named(folder, put):
    with pytest.raises(VocabularyError, match=r"a\.csv:2: <tool/mlf> is PolicyTool and Sector"):
        load([put("a.csv", "label,class,iri\n甲业,Sector,tool/mlf\n")], folder=folder)
    with pytest.raises(VocabularyError, match=r"a\.ttl:5: <.*low> is PolicyTool and Sector"):
        load([put("a.ttl", SKOS.replace("a pol:Sector", "a pol:Sector, pol:PolicyTool"))], folder=folder)


def test_a_row_that_is_no_row_and_an_iri_that_is_none(folder, put):
    with pytest.raises(VocabularyError, match=r"a\.csv:2: .*; mend the row"):
        load([put("a.csv", f"label,class\n{'甲' * 200_000},Sector\n")], folder=folder)
    with pytest.raises(VocabularyError, match=r"a\.csv:2: .* is no IRI"):
        load([put("a.csv", "label,class,iri\n甲业,Sector,a b\n")], folder=folder)


def test_a_missing_file_and_a_file_that_is_not_text(folder, tmp_path):
    with pytest.raises(VocabularyError, match="No such file"):
        load([tmp_path / "none.ttl"], folder=folder)
    (tmp_path / "a.csv").write_bytes(b"label\n\xff\xfe\n")
    with pytest.raises(VocabularyError, match=r"a\.csv:2: not UTF-8"):
        load([tmp_path / "a.csv"], as_kind=Kind.SECTOR, folder=folder)


def test_published_classes_are_understood(folder, put):
    text = json.dumps({
        "@id": "https://example.org/p", "@type": "http://xmlns.com/foaf/0.1/Person",
        "http://www.w3.org/2004/02/skos/core#prefLabel": "王小明",
    })  # fmt: skip
    assert load([put("p.jsonld", text)], folder=folder).entries["https://example.org/p"].kind is Kind.OFFICIAL
