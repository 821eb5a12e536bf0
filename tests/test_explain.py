from __future__ import annotations

import json

import pytest

from kg.explain import explain
from kg.normalise import document
from kg.reading import Reader, read
from kg.vocabulary import load


@pytest.fixture(scope="module")
def reader():
    return Reader(load())


@pytest.fixture(scope="module")
def explained(reader):
    return lambda text, **options: explain(document(text, identifier="-"), reader, **options)


@pytest.fixture(scope="module")
def unfired(explained):
    """The reasons of a text's rules that did not fire, by rule, those of the last clause winning."""
    return lambda text: {
        one.rule: one.reason
        for s in explained(text).sentences
        for clause in s.clauses
        for one in clause.unfired
    }


def test_it_shows_what_was_read_and_nothing_else(explained):
    text = "中国人民银行召开2031年工作会议。\n会议指出，2030年，两次下调存款准备金率，保持流动性合理充裕。\n一是支持科技创新。"
    reading = read(document(text, identifier="-"), load())
    shown = explained(text)
    facts = {(f.subject, f.predicate, f.object, f.rule) for s in shown.sentences for f in s.facts}
    assert facts == {(c.subject.label, c.predicate, c.object.label, c.rule) for c in reading.claims}
    names = [(n.begin, n.end, n.iri) for s in shown.sentences for n in s.names]
    assert sorted(names) == sorted((m.span.begin, m.span.end, m.entity.iri) for m in reading.mentions)
    assert all(text[n.begin : n.end] == n.text for s in shown.sentences for n in s.names)
    assert shown.host == "中国人民银行"


def test_a_clause_shows_its_frame(explained):
    clause = explained("中国人民银行将稳妥推进利率市场化改革。").sentences[0].clauses[0]
    assert clause.subject == "中国人民银行"
    assert clause.agents == ("中国人民银行",)
    assert clause.status == "Planned"
    phrase = clause.phrases[0]
    assert (phrase.verb, phrase.object) == ("推进", "利率市场化改革")
    assert phrase.manner == ("稳妥",)
    assert not phrase.negated


@pytest.mark.parametrize(
    ("text", "rule", "reason"),
    [
        ("中国人民银行加强调查研究。", "pursues-goal", "加强调查研究 is an activity"),
        ("中国人民银行推进党的建设。", "pursues-goal", "推进党的建设 is the body's own Party work"),
        ("企业应提高核心竞争力。", "pursues-goal", "the subject 企业 is nobody whose policy is stated"),
        ("保持流动性合理充裕。", "pursues-goal", "nobody acts"),
        ("中国人民银行加强调查研究。", "uses-tool", "no tool in the object"),
        ("中国人民银行解读中期借贷便利。", "uses-tool", "no verb that acts on tools"),
        ("中国人民银行不再实施宽松的货币政策。", "adopts-stance", "it is given up"),
        ("财政部解读《云岭地方债务管理办法》。", "issues-document", "no verb that makes documents"),
        ("中国人民银行将保持流动性合理充裕。", "means-to-end", "no means before the goal"),
        ("主持人林晓月主持了讨论。", "chairs", "no person is named"),
        ("新任行长将于近日到任。", "post-title", "no person beside the title"),
    ],
)
def test_it_says_which_need_was_not_met(unfired, text, rule, reason):
    assert reason in unfired(text)[rule]


def test_a_rule_that_fired_is_not_among_those_that_did_not(explained):
    for sentence in explained("中国人民银行将下调存款准备金率，支持科技创新。").sentences:
        fired = {fact.rule for fact in sentence.facts}
        assert fired >= {"uses-tool", "supports-sector"}
        assert "uses-tool" not in {one.rule for clause in sentence.clauses[:1] for one in clause.unfired}


def test_a_clause_without_a_cue_has_nothing_to_say(unfired):
    assert unfired("今天天气很好。") == {}


def test_at_picks_the_sentence(explained):
    text = "中国人民银行发布公告。\n财政部发布公告。"
    assert [s.text for s in explained(text, at=text.index("财政部") + 1).sentences] == ["财政部发布公告。"]


def test_the_command_speaks_to_people_and_to_programs(kg, tmp_path):
    told = kg("explain", "中国人民银行加强调查研究。")
    assert told.returncode == 0, told.stderr
    assert "not pursues-goal: 加强调查研究 is an activity" in told.stdout
    file = tmp_path / "a.txt"
    file.write_text("财政部将发行专项债券。", encoding="utf-8")
    value = json.loads(kg("explain", file, "--format", "json").stdout)
    assert [clause["text"] for clause in value["sentences"][0]["clauses"]] == ["财政部将发行专项债券"]
    assert json.loads(kg("explain", "-", "--format", "json", input="财政部。").stdout)["sentences"]


def test_programs_get_an_object_a_line_that_names_its_document(kg, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("财政部将发行专项债券。", encoding="utf-8")
    lines = kg("explain", tmp_path, "--format", "json").stdout.splitlines()
    assert [json.loads(line)["document"] for line in lines] == ["a.txt", "b.txt"]


def test_an_offset_outside_the_text_is_said(kg):
    done = kg("explain", "财政部。", "--at", "99")
    assert done.returncode == 1
    assert "99" in done.stderr


def test_a_text_longer_than_any_name_of_a_file_is_read(kg):
    assert "下调" in kg("explain", "中国人民银行下调存款准备金率。" * 12).stdout
