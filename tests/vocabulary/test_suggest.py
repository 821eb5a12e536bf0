from __future__ import annotations

import pytest

from kg.model import Document, Kind
from kg.suggest import suggest
from kg.suggest.draft import draft
from kg.vocabulary import load
from kg.vocabulary.files import formatted, read

TEXTS = (
    "人民银行设立农机更新再贷款，支持农业。财政部部长陈一鸣出席会议并讲话。",
    "要用好农机更新再贷款。会议审议《农村金融促进条例》，要求促进县域经济平稳运行。",
    "扩大农机更新再贷款规模，落实《农村金融促进条例》。部长陈一鸣表示，要促进县域经济平稳运行。",
    "开展中期借贷便利操作，各地再贷款增加。部长强调，要促进县域经济平稳运行。",
)


@pytest.fixture
def words(folder, write):
    write('<title/部长> a pol:PostTitle ; skos:prefLabel "Minister"@en, "部长"@zh .')
    return load(folder=folder)


def documents(texts=TEXTS):
    return [Document((f"{number}.txt",), text, text, f"{number:064x}") for number, text in enumerate(texts)]


def found(words, **options):
    return {(one.kind, one.label): one for one in suggest(documents(), words, least=2, **options)}


def test_a_tool_by_its_head_word_with_its_left_edge(words):
    proposal = found(words)[Kind.TOOL, "农机更新再贷款"]
    assert proposal.documents == 3
    assert proposal.pattern == "the head word 再贷款"
    assert proposal.examples[0].endswith("(0.txt)")
    assert "农机更新再贷款" in proposal.examples[0]


def test_documents_people_and_goals(words):
    labels = found(words)
    assert (Kind.DOCUMENT, "农村金融促进条例") in labels
    assert (Kind.OFFICIAL, "陈一鸣") in labels
    assert (Kind.GOAL, "促进县域经济平稳运行") in labels


def test_words_that_are_no_names_are_not_proposed(words):
    labels = {label for _, label in found(words)}
    assert not labels & {"再贷款", "各地再贷款", "强调", "用好农机更新再贷款", "设立农机更新再贷款"}


def test_what_is_known_is_not_proposed(words):
    assert not any("中期借贷便利" in label for _, label in found(words))


def test_a_head_word_inside_a_known_name_gives_no_name_away(folder, write):
    write('<indicator/lpr> a pol:Indicator ; skos:prefLabel "贷款市场报价利率"@zh .')
    texts = [f"{year}年推动贷款市场报价利率下行。" for year in range(2030, 2034)]
    assert not suggest(documents(texts), load(folder=folder), least=2, kinds=[Kind.SECTOR])


def test_one_class_only(words):
    assert {kind for kind, _ in found(words, kinds=[Kind.DOCUMENT])} == {Kind.DOCUMENT}


def test_the_least_count(words):
    assert not suggest(documents(), words, least=4, kinds=[Kind.TOOL])


def test_the_draft_is_turtle_in_form(words, tmp_path):
    text = draft(suggest(documents(), words, least=2))
    path = tmp_path / "draft.ttl"
    path.write_text(text, encoding="utf-8")
    assert "# 3 documents; found by the head word 再贷款\n#   " in text
    blocks = [block for block in text.split("\n\n") if block.startswith("<") or "\n<" in block]
    assert all(block.partition("\n<")[2] in formatted(read(path)) for block in blocks)
    assert load([path]).surfaces["农机更新再贷款"] == ("tool/农机更新再贷款",)
