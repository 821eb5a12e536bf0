import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.sources import find_inputs, read_documents
from kg.sources.input import make_input
from kg.sources.pdf import unwrap

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CLUTTER = ("开户", "网友", "相关阅读", "版权所有", "首页", "行情中心", "张三", "亚投行", "tracker")


def read(data, name):
    return next(read_documents(make_input(name, data)))


def sample(name):
    return read((SAMPLES / name).read_bytes(), name)


def test_every_sample_is_read_with_its_title_and_date():
    documents = [d for found in find_inputs([str(SAMPLES)]) for d in read_documents(found)]
    assert len(documents) == 12
    assert all(d.title and d.issued and d.publisher and d.language == "zh" for d in documents)
    assert len({d.iri for d in documents}) == 12


def test_a_page_without_its_clutter():
    found = sample("press-conference-2024-09.html")
    assert found.text.startswith("国新办发布会：一揽子金融政策出台\n")
    assert found.text.count("国新办发布会：一揽子金融政策出台") == 1
    assert "内在稳定性。" in found.text
    assert not [word for word in CLUTTER if word in found.text]
    assert (found.issued, found.publisher) == ("2024-09-24", "样例财经网")
    assert found.source == "https://example.org/finance/2024/0924.html"


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "utf-8", "big5"])
def test_a_page_in_the_encoding_that_it_declares(encoding):
    page = f'<html><head><meta charset="{encoding}"><title>開會 - 某網</title></head><body><p>央行開會，研究金融工作。</p></body>'
    if encoding == "gb2312":
        page = page.replace("開會", "开会").replace("某網", "某网").replace("央行開會", "央行开会")
    found = read(page.encode("gb18030" if encoding == "gb2312" else encoding), "a.html")
    assert "金融工作" in found.text
    assert found.title in ("开会", "開會")


def test_a_page_whose_line_says_date_and_source():
    page = (
        "<html><head><title>开会</title></head><body><div>发布时间：2024年3月29日 来源：某省分行</div>"
        "<h1>某行召开例会</h1><p>会议强调，要稳中求进，保持流动性合理充裕。</p></body></html>"
    )
    found = read(page.encode(), "a.html")
    assert (found.title, found.issued, found.publisher) == ("某行召开例会", "2024-03-29", "某省分行")


def test_a_part_that_holds_the_article_stays_whatever_its_class():
    body = "<h1>某行开会</h1>" + "<p>会议强调，要稳中求进，保持流动性合理充裕，支持科技创新。</p>" * 3
    found = read(
        f"<html><body class='comments-open'><div class='post related'>{body}</div></body></html>".encode(),
        "a.html",
    )
    assert "支持科技创新" in found.text


def test_a_page_without_text_is_refused():
    with pytest.raises(InputError, match=r"a\.html: is a page without text"):
        read(b"<html><body><script>var a = 1</script></body></html>", "a.html")


def test_a_pdf_with_its_paragraphs_whole():
    found = sample("yunling-finance-conference-2024.pdf")
    first, second = found.text.split("\n")[:2]
    assert first == "2024年云岭省金融工作会议召开"
    assert second.endswith("江若川应邀出席会议。")


def test_the_page_number_is_no_text():
    assert unwrap("标题\n第一条 为了规范。\n第 3 页\n- 4 -") == "标题\n第一条 为了规范。"
    assert (
        unwrap("the central bank has\nlowered its rate today.")
        == "the central bank has lowered its rate today."
    )


def test_a_page_without_text_is_nothing():
    assert unwrap("") == unwrap(" \n- 3 -\n") == ""


@pytest.mark.parametrize("cut", [20, 5000])
def test_a_broken_pdf_is_refused(cut):
    data = (SAMPLES / "yunling-finance-conference-2024.pdf").read_bytes()[:cut]
    with pytest.raises(InputError, match=r"a\.pdf: (is a broken PDF|has no text layer)"):
        read(data, "a.pdf")


def test_a_word_file_with_its_table_in_place():
    found = sample("yunling-finance-conference-2025.docx")
    assert found.text.endswith("普惠小微贷款余额  1480亿元  1762亿元")
    assert found.title == "2025年云岭省金融工作会议召开"


def word_file(**parts):
    data = (SAMPLES / "yunling-finance-conference-2025.docx").read_bytes()
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name, None) or old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


BILLION = '<!DOCTYPE a [<!ENTITY b "哈哈"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old .doc file or has a password"),
        (lambda: b"PK\x03\x04 no zip", "broken or unsafe Word file"),
        (lambda: word_file(**{"word/document.xml": BILLION}), "unsafe Word file"),
        (lambda: word_file(**{"word/big.xml": b"0" * 8_000_000}), "suspiciously much"),
        (lambda: word_file(**{"word/document.xml": "<w/>"}), "broken Word file"),
    ],
)
def test_a_word_file_that_is_not_safe_is_refused(data, what):
    with pytest.raises(InputError, match=what):
        read(data(), "a.docx")


def test_a_json_line_with_all_its_fields():
    line = {
        "text": "会议强调，要稳中求进。",
        "title": "开会",
        "date": "2024/1/5 10:00",
        "url": "https://example.org/1",
        "publisher": "某报",
    }
    found = read(json.dumps(line).encode(), "a.jsonl")
    assert (found.title, found.issued, found.source, found.publisher) == (
        "开会",
        "2024-01-05",
        "https://example.org/1",
        "某报",
    )


@pytest.mark.parametrize(
    "line",
    [b"{", b"[1]", b'{"text": ""}', b'{"content": null}', b"[" * 100_000, b'"text"', b'{"text": "\\ud800"}'],
)
def test_a_json_line_that_is_no_document_is_refused(line):
    with pytest.raises(InputError, match=r"a\.jsonl: "):
        read(line, "a.jsonl")


BYTES = {
    name: (SAMPLES / name).read_bytes()
    for name in (
        "press-conference-2024-09.html",
        "yunling-finance-conference-2024.pdf",
        "yunling-finance-conference-2025.docx",
    )
}


@settings(deadline=None)
@given(
    st.sampled_from(sorted(BYTES)),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), max_size=6),
    st.floats(0, 1),
)
def test_a_damaged_file_gives_a_document_or_an_input_error(name, damages, end):
    data = bytearray(BYTES[name])
    for where, change in damages:
        place = int(where * (len(data) - 1))
        data[place : place + len(change)] = change
    if end > 0.5:  # half of the files are cut as well
        del data[int(end * len(data)) :]
    try:
        found = read(bytes(data), name)
    except InputError:
        return
    assert len(found.text) == len(found.folded)
