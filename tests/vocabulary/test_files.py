from __future__ import annotations

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import VocabularyError
from kg.turtle import document
from kg.vocabulary import rdf
from kg.vocabulary.files import formatted, read, write

BASE = "https://w3id.org/policykg/id/"


def test_a_file_in_form_stays_as_it_is(folder):
    file = read(folder / "words.ttl")
    assert formatted(file) == file.text


def test_blocks_and_objects_are_sorted(folder):
    path = folder / "words.ttl"
    text = path.read_text(encoding="utf-8")
    head, _, body = text.partition("\n\n")
    path.write_text(
        head + "\n\n" + "\n\n".join(reversed(body.strip().split("\n\n"))) + "\n", encoding="utf-8"
    )
    assert formatted(read(path)) == text


def test_comments_stay_at_their_blocks(write):
    path = write(
        '# above\n<tool/b> a pol:PolicyTool . # behind\n<tool/a> a pol:PolicyTool ;\n  # inside\n  pol:introduced "2014"^^xsd:gYear .\n# end\n'
    )
    text = formatted(read(path))
    assert "# inside\n<tool/a>" in text
    assert "# above\n# behind\n<tool/b>" in text
    assert text.endswith("# end\n")
    path.write_text(text, encoding="utf-8")
    assert formatted(read(path)) == text


def test_a_sign_in_a_label_is_no_comment(write):
    path = write('<tool/a> a pol:PolicyTool ; skos:prefLabel "第 #1 号 \\"工具\\""@zh .')
    assert '"第 #1 号 \\"工具\\""@zh' in formatted(read(path))


def test_a_blank_node_is_refused(write):
    path = write("<tool/a> a pol:PolicyTool ; skos:broader [ a pol:PolicyTool ] .")
    with pytest.raises(VocabularyError, match="blank node"):
        read(path)


def test_line_of_a_word_in_a_block(folder):
    file = read(folder / "words.ttl")
    lines = file.text.splitlines()
    assert lines[file.line("tool/mlf") - 1].startswith("<tool/mlf>")
    assert "MLF" in lines[file.line("tool/mlf", '"MLF"@en') - 1]
    assert file.line("tool/none") == 1


def test_writing_leaves_nothing_else(tmp_path):
    write(tmp_path / "a.ttl", "x")
    write(tmp_path / "a.ttl", "y")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.ttl"]
    assert (tmp_path / "a.ttl").read_text() == "y"


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), st.sampled_from(["zh", "en", ""])
)
def test_a_literal_comes_back(text, language):
    assert rdf.literal(rdf.quoted(text, language)) == (text, language)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([f"<{BASE}tool/{name}>" for name in ("a", "b", "支农")]),
            st.sampled_from(["<http://www.w3.org/2004/02/skos/core#altLabel>", "<https://example.org/p>"]),
            st.one_of(
                st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=9).map(
                    lambda text: rdf.quoted(text, "zh")
                ),
                st.integers().map(lambda number: f'"{number}"^^<http://www.w3.org/2001/XMLSchema#integer>'),
                st.sampled_from(
                    [
                        f"<{BASE}tool/x-1>",
                        "<https://example.org/a.b/>",
                        '"2014"^^<http://www.w3.org/2001/XMLSchema#gYear>',
                    ]
                ),
            ),
        ),
        max_size=12,
    )
)
def test_stock_tools_read_back_what_is_written(triples):
    text = document(triples)
    assert len(rdflib.Graph().parse(data=text, format="turtle")) == len(set(triples))
    assert set(rdf.parse(text.encode(), read_path())) == set(triples)


def read_path():
    from pathlib import Path

    return Path("written.ttl")
