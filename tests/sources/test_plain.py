import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.sources import READERS, read_documents
from kg.sources.input import make_input

TEXT = "央行开会\n会议强调，要稳中求进，保持流动性合理充裕。"
TRADITIONAL = "央行開會\n會議強調，要穩中求進，保持流動性合理充裕，這是國家的大事。"


def read(data, name="a.txt"):
    return next(read_documents(make_input(name, data)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding):
    assert read(TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8"])
def test_traditional_characters(encoding):
    found = read(TRADITIONAL.encode(encoding))
    assert found.text == TRADITIONAL
    assert "会议强调，要稳中求进" in found.folded


def test_utf_16_without_a_pair_at_its_end():
    assert read(TEXT.encode("utf-16")[:-1]).text.startswith("央行开会")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty|no text"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a PNG picture"),
        (b"%PDF-1.7 ", "a PDF file"),
        (bytes(range(256)) * 20, "is not text"),
        ("第一行。\n".encode() * 3 + b"\xff", r"as UTF-8 it breaks off in line 4\)"),
        ("\u200b\u200b".encode(), "no text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data, what):
    with pytest.raises(InputError, match=what) as error:
        read(data)
    assert str(error.value).startswith("a.txt: ")
    assert "\n" not in str(error.value)


START = st.sampled_from(
    [
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"<html>",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b'{"text": "',
        b"---\n",
        b"# ",
    ]
)


@given(START, st.binary(max_size=300), st.sampled_from([*READERS, ""]))
def test_any_bytes_give_a_document_or_an_input_error(start, data, suffix):
    try:
        documents = list(read_documents(make_input("x" + suffix, start + data)))
    except InputError:
        return
    assert all(len(d.text) == len(d.folded) and d.text.strip() for d in documents)


def test_a_day_in_the_name_dates_a_text_that_does_not_date_itself():
    assert read(TEXT.encode(), "2031/xwlb-20310620-03.txt").issued == "2031-06-20"
    assert read(f"2030年1月5日\n{TEXT}".encode(), "xwlb-20310620-03.txt").issued != "2031-06-20"
    assert read(TEXT.encode(), "20310620-20310731.txt").issued is None
    talked_of = "央行召开会议\n财联社12月28日讯，央行召开会议，部署2032年的工作。"
    assert read(talked_of.encode(), "news-20311228.txt").issued == "2031-12-28"
    line = make_input("export-20310620.jsonl#1", b'{"text": "\xe5\xa4\xae\xe8\xa1\x8c"}', suffix=".jsonl")
    assert next(read_documents(line)).issued is None
