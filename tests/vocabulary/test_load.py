from __future__ import annotations

import re

import pytest

from kg.errors import VocabularyError
from kg.model import Kind
from kg.vocabulary import load


def test_an_entry_has_what_its_block_says(folder):
    entry = load(folder=folder).entries["institution/pboc"]
    assert entry.kind is Kind.INSTITUTION
    assert entry.type == "CentralBank"
    assert (entry.label, entry.label_en) == ("中国人民银行", "People's Bank of China")
    assert set(entry.labels) == {"中国人民银行", "People's Bank of China", "央行"}
    assert entry.not_labels == ("央行票据",)
    assert entry.since == "1948"


def test_terms_of_office_have_their_title_and_dates(folder):
    (term,) = load(folder=folder).tenures
    assert (term.official, term.institution, term.title) == ("official/li_ming", "institution/pboc", "行长")
    assert (term.begin, term.end) == ("2020", "2022")


def test_posts_and_categories_are_not_matched(folder):
    words = load(folder=folder)
    assert "post/pboc/行长" not in words.entries
    assert words.entries["tool/cat_all"].labels == ()
    assert "各类工具" not in words.surfaces
    assert words.entries["tool/mlf"].parent == "tool/cat_all"


def test_titles_verbs_and_labels(folder, write):
    write(
        '<action/下调> a pol:ActionVerb ; skos:prefLabel "lower"@en, "下调"@zh ; pol:verbClass "uses" ; pol:action pol:Lower .'
    )
    words = load(folder=folder)
    assert words.post_titles == ("行长",)
    assert words.titles[0].rank == 7
    (verb,) = words.verbs
    assert (verb.word, verb.classes, verb.action) == ("下调", {"uses"}, "Lower")
    assert words.surfaces["MLF"] == ("tool/mlf",)
    assert words.not_labels == ("央行票据",)


def test_labels_are_folded_as_documents_are(folder, write):
    write('<sector/x> a pol:Sector ; skos:prefLabel "ＡＩ產業"@zh .')
    assert "AI产业" in load(folder=folder).surfaces


def test_the_graph_block_is_the_named_graph_sorted(folder):
    trig = load(folder=folder).trig
    assert trig.startswith("<https://w3id.org/policykg/vocabulary> {\n")
    assert trig.endswith("\n}\n")
    subjects = [line.split()[0] for line in trig.splitlines() if line.startswith("<") and " a " in line]
    assert subjects == sorted(subjects)


def test_a_broken_file_is_named_with_its_line(folder):
    (folder / "bad.ttl").write_text('<a> a <b> .\n<c> a "open .\n', encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"bad\.ttl:2: .*mend"):
        load(folder=folder)


def test_a_folder_without_files_is_named(tmp_path):
    with pytest.raises(VocabularyError, match=r"no \.ttl file"):
        load(folder=tmp_path)


def test_the_packages_own_words_hold_what_everyone_knows():
    words = load()
    assert words.entries[words.surfaces["中国人民银行"][0]].type == "CentralBank"
    assert any(term.title == "行长" and term.institution == "institution/pboc" for term in words.tenures)
    assert words.sha256 == load().sha256


def test_a_head_of_government_has_the_name_that_texts_give_the_post():
    heads = re.findall(r'<post/(\w+_gov)/总理>[^.]*?prefLabel (?:"[^"]*"@en, )?"([^"]*)"@zh', load().trig)
    named = {load().entries[f"institution/{code}"].label.removesuffix("政府"): label for code, label in heads}
    assert named["法国"] == "法国总理"
    assert all(label == f"{body}总理" for body, label in named.items())
