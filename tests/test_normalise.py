import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.normalise import document, find_language, fold, normalise

CHINESE = st.text(
    alphabet=st.sampled_from("中國国銀银行(),;:?!，。（）「」○〇　 2２Ａa乾隆著於後发髮⼀金\n-－%％“《"),
    max_size=40,
)
ANY = st.text(max_size=80) | CHINESE


@given(ANY)
@example("\u2000\u0344x")
@example("a\u200b\n\u3000\n \n\nb")
def test_normalise_is_idempotent_and_clean(text):
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once
    assert "\n\n\n" not in once
    once.encode()  # no lone surrogate is left


@given(ANY)
@example("中國,(a)")
@example("\U0002f800\uf900⼀")
@example(",,中;,国")
def test_fold_keeps_every_position(text):
    text = normalise(text)
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_every_character_folds_to_one_that_stays():
    characters = "".join(c for c in map(chr, range(0x20, 0x30000)) if c.isprintable())
    folded = "".join(map(fold, characters))
    assert len(folded) == len(characters)
    assert "".join(map(fold, folded)) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０２４年", "2024年"),
        ("中國人民銀行貨幣政策委員會", "中国人民银行货币政策委员会"),
        ("顯著提升，瞭望後臺", "显著提升，瞭望后台"),
        ("央视网消息(新闻联播):", "央视网消息（新闻联播）："),
        ("上升3,000亿元,其中", "上升3,000亿元，其中"),
        ("10:00发布: 详见 https://a.cn/x", "10:00发布： 详见 https://a.cn/x"),
        ("IMF,世界银行", "IMF，世界银行"),
        ("「十四五」規劃", "“十四五”规划"),
        ("二○○三年", "二〇〇三年"),
        ("⾦融", "金融"),
        ("稳中求进；先立后破", "稳中求进；先立后破"),
        ("PBoC (the bank), today", "PBoC (the bank), today"),
        ("7.6％－8％", "7.6%-8%"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_a_phrase_that_would_change_the_length_is_folded_by_character():
    text = "內地的乾隆通寶與乾燥設備" * 3
    assert len(fold(text)) == len(text)
    assert "内地的" in fold(text)


def test_the_language_is_that_of_most_letters():
    assert find_language("中国人民银行（PBoC）开会") == "zh"
    assert find_language("The People's Bank of China (中国人民银行) met.") == "en"


def test_a_document_keeps_what_the_caller_says():
    given_ = document(
        "标题\n正文。", identifier="a.txt", title="别的", issued="2024-01-05", publisher="某报", language="en"
    )
    assert (given_.title, given_.issued, given_.publisher, given_.language) == (
        "别的",
        "2024-01-05",
        "某报",
        "en",
    )


def test_a_document_is_named_by_its_normalised_text():
    one = document("\ufeff标题\r\n正文。 ", identifier="a.txt")
    two = document("标题\n正文。", identifier="b.txt")
    assert one.iri == two.iri
    assert one.identifiers == ("a.txt",)


def test_a_date_is_never_taken_from_the_identifier():
    assert document("标题\n正文说了一件事。", identifier="2024-01-05/20240105.txt").issued is None


def test_front_matter_is_not_text():
    found = document(
        "---\ntitle: 会议\ndate: 2024-01-05\nsource: https://example.org/a\n---\n正文。\n", identifier="a.md"
    )
    assert found.text == "正文。"
    assert (found.title, found.issued, found.source) == ("会议", "2024-01-05", "https://example.org/a")


CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "docs"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside this checkout")
def test_real_documents_keep_their_positions():
    for file in sorted(CORPUS.glob("*.txt")):
        found = document(file.read_text(encoding="utf-8"), identifier=file.name)
        assert len(found.text) == len(found.folded), file.name
        assert fold(found.folded) == found.folded, file.name
        assert found.title, file.name
