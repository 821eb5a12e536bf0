"""The page as a file: what it holds, the same bytes each time, nothing that could run or be fetched."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from click.testing import CliRunner
from made_up import made_up
from page_graphs import graph_of, trig
from world import TEXTS, THINGS, hostile, world

from kg import store
from kg.cli import main
from kg.render import trim
from kg.render.page import page_html, write_page
from kg.render.reader import POSTS, read_contents
from kg.render.words import CLASSES, PREDICATES

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def island(html: str) -> dict:
    return json.loads(
        re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)[1]
    )


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path):
    backwards = graph_of(THINGS[::-1], TEXTS[::-1])
    first = write_page(world(), tmp_path / "a.html").read_bytes()
    assert write_page(backwards, tmp_path / "b.html").read_bytes() == first


def test_the_policy_allows_this_script_and_this_style_and_nothing_else():
    html = page_html(world())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    for tag in ("script", "style"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_nothing_is_loaded_and_no_handler_or_inline_style_stands_in_the_markup():
    html = re.sub(r"<(script|style)\b.*?</\1>", "", page_html(hostile()), flags=re.DOTALL)
    assert re.findall(r"<[^>]*\b(?:src|href)=(?!\"#)", html) == []
    assert re.findall(r"<[^>]*\s(?:on\w+|style)=", html) == []


def test_no_tag_can_begin_in_the_data():
    html = page_html(hostile())
    data = html.split('id="data">')[1].split("</script>")[0]
    assert "<" not in data
    assert "onerror" in data
    assert html.count("<script") == 2


def test_the_page_of_one_document_has_its_title_and_a_title_can_be_given():
    assert "<title>2023年会议综述 · 政策知识图谱</title>" in page_html(graph_of(THINGS, TEXTS[:1]))
    assert "<title>政策知识图谱</title>" in page_html(world())
    assert "<title>&lt;b&gt; · 政策知识图谱</title>" in page_html(world(), title="<b>")


def test_posts_fold_into_their_bodies():
    facts = [fact for fact in read_contents(world()).facts if fact.predicate == "holds"]
    assert [(fact.object.rsplit("/", 1)[1], fact.qualifiers["title"]) for fact in facts] == [("pboc", "行长")]


def test_a_post_that_many_documents_tell_of_is_read_once():
    post = "<post/p> a pol:Post ; pol:title '主席' ; org:postIn <institution/b> ."
    head = "@prefix pol: <https://w3id.org/policykg/ontology#> . @prefix org: <http://www.w3.org/ns/org#> ."
    graph = store.load_graph(head + "".join(f"<doc/{n}> {{ {post} }}" for n in range(300)))
    assert len(list(graph.rows(POSTS))) == 1


def test_an_empty_graph_has_a_page():
    assert island(page_html(graph_of([], [])))["meta"]["predicates"] == []


def test_a_large_page_is_packed_in_chunks():
    html = page_html(made_up(5_000))
    data = island(html)
    chunks = [json.loads(zlib.decompress(base64.b64decode(chunk), -15)) for chunk in data["chunks"]]
    nodes = [len(chunk["columns"]["iri"]) for chunk in chunks if chunk["table"] == "nodes"]
    assert (nodes, data["meta"]["packed"]) == ([4_000, 1_000], True)
    assert len(html) < 2_000_000


def test_without_texts_the_quotes_are_on_the_page():
    bare = graph_of(THINGS, [replace(text, with_text=False) for text in TEXTS])
    contents = read_contents(bare)
    assert {text.text for text in contents.texts} == {None}
    assert {sentence.quote for sentence in contents.sentences} == {
        fact.quote for text in TEXTS for fact in text.facts
    }


def test_texts_beyond_the_budget_give_way_to_their_quotes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(trim, "LETTERS", len(TEXTS[0].text))
    contents = trim.trimmed(read_contents(world()))
    assert [text.text is None for text in contents.texts] == [False, True]
    assert {s.quote for s in contents.sentences if s.text == 1} == {fact.quote for fact in TEXTS[1].facts}
    assert {mention[3].rsplit("/", 1)[1] for mention in contents.mentions if mention[0] == 1} >= {
        "pan",
        "rrr",
        "imf",
    }


def test_the_least_connected_are_left_out_of_a_page_too_large(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(trim, "THINGS", 6)
    whole = read_contents(world())
    contents = trim.trimmed(whole)
    kept = {thing.iri for thing in contents.things}
    assert contents.things == whole.things[:6]
    assert 0 < len(contents.facts) < len(whole.facts)
    assert all({fact.subject, fact.object} <= kept for fact in contents.facts)
    quotes = {
        contents.texts[s.text].text[s.begin : s.end]
        for fact in contents.facts
        for s in [contents.sentences[n] for n in fact.sentences]
    }
    assert quotes <= {fact.quote for text in TEXTS for fact in text.facts}


def test_every_class_has_a_shape_and_a_colour_of_its_own():
    for looks in ([each.shape for each in CLASSES.values()], [each.colour for each in CLASSES.values()]):
        assert len(set(looks)) == len(looks)


def test_every_predicate_of_the_contract_has_words():
    assert all(zh and en for zh, en in PREDICATES.values())
    assert len(PREDICATES) == 17


def test_the_command_writes_the_page_beside_the_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    opened = []
    monkeypatch.setattr(
        store, "open_graph", lambda folder: opened.append(folder) or store.load_graph(trig(THINGS, TEXTS))
    )
    done = CliRunner().invoke(main, ["render", "--graph", str(tmp_path)])
    assert done.output.strip() == str(tmp_path / "graph.html")
    assert opened == [tmp_path]
    assert (tmp_path / "graph.html").read_bytes() == page_html(world()).encode()
