from __future__ import annotations

from kg import attest
from kg.vocabulary import entries
from kg.vocabulary.files import formatted, read

TEXTS = (
    "中国人民银行开展中期借贷便利操作，央行表示将保持力度。",
    "央行票据在香港发行。",
    "行长李明出席会议，李明讲话。",
)


def graph(folder):
    return entries.nodes([triple for path in sorted(folder.glob("*.ttl")) for triple in read(path).triples])


def test_each_document_counts_once(folder):
    counts = attest.count(TEXTS, graph(folder))
    assert counts["institution/pboc"] == 1
    assert counts["tool/mlf"] == 1
    assert counts["official/li_ming"] == 1
    assert counts["title/行长"] == 1


def test_a_shared_label_counts_for_none(folder, write):
    write('<sector/x> a pol:Sector ; skos:prefLabel "X"@en, "中期借贷便利"@zh .')
    counts = attest.count(TEXTS, graph(folder))
    assert counts["tool/mlf"] == 0
    assert counts["sector/x"] == 0


def test_a_label_inside_a_longer_one_does_not_count(folder, write):
    write('<meeting/x> a pol:Meeting ; skos:prefLabel "X"@en, "中国人民银行工作会议"@zh .')
    counts = attest.count(("中国人民银行工作会议召开",), graph(folder))
    assert (counts["meeting/x"], counts["institution/pboc"]) == (1, 0)


def test_counts_replace_those_that_stood_there(folder):
    file = read(folder / "words.ttl")
    text = formatted(file, attest.with_counts(file.triples, {"tool/mlf": 77}))
    assert "pol:attestedIn 77 ." in text
    assert text.count("pol:attestedIn") == 1


def test_a_part_of_a_longer_latin_word_does_not_count(folder):
    counts = attest.count(("TMLF操作", "MLFS", "MLF操作"), graph(folder))
    assert counts["tool/mlf"] == 1
