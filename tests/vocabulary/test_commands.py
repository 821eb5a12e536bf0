from __future__ import annotations

import pytest
from click.testing import CliRunner

from kg.cli import main


@pytest.fixture
def run():
    return lambda *arguments: CliRunner().invoke(main, [str(one) for one in arguments])


def test_fmt_names_and_mends_what_is_not_in_form(run, write):
    path = write('<tool/a>  a pol:PolicyTool; skos:prefLabel "甲"@zh .')
    assert run("vocabulary", "fmt", "--check", path).exit_code == 1
    assert "<tool/a>  a" in path.read_text(encoding="utf-8")
    result = run("vocabulary", "fmt", path)
    assert (result.exit_code, result.output.strip()) == (0, str(path))
    assert run("vocabulary", "fmt", "--check", path).output == ""


def test_check_prints_file_and_line_and_fails(run, folder, write):
    path = write("<tool/a> a pol:PolicyTool .\n")
    result = run("vocabulary", "check", folder)
    assert result.exit_code == 1
    assert f"{path}:11: " in result.output


def test_a_label_of_two_entries_is_named_by_check_and_by_build(run, tmp_path):
    words, text = tmp_path / "words.csv", tmp_path / "a.txt"
    words.write_text("label,class\n金桥计划,PolicyTool\n金桥计划,Sector\n", encoding="utf-8")
    text.write_text("中国人民银行创设金桥计划。", encoding="utf-8")
    checked = run("vocabulary", "check", words)
    assert checked.exit_code == 1
    assert f'{words}:3: "金桥计划"@zh names <sector/金桥计划>, <tool/金桥计划>' in checked.output
    built = run("build", text, "--vocabulary", words, "--no-page", "-o", tmp_path / "out")
    assert built.exit_code == 0
    assert "kg: your words give 金桥计划 to several entries" in built.output
    words.write_text("label,class\n金桥计划,PolicyTool\n", encoding="utf-8")
    assert run("vocabulary", "check", words).exit_code == 0
    assert "your words" not in run("build", text, "--vocabulary", words, "-o", tmp_path / "out").output


def test_check_of_good_files_succeeds(run, folder):
    assert run("vocabulary", "check", folder).exit_code == 0


def test_a_broken_file_is_one_line(run, tmp_path):
    path = tmp_path / "bad.ttl"
    path.write_text("<a> <b>", encoding="utf-8")
    result = run("vocabulary", "fmt", path)
    assert result.exit_code == 1
    assert result.output.startswith(f"kg: {path}:1: ")


def test_count_prints_what_a_corpus_names(run, tmp_path):
    (tmp_path / "a.txt").write_text("中国人民银行召开会议。", encoding="utf-8")
    result = run("vocabulary", "count", "--dry-run", tmp_path / "a.txt")
    assert "1\tinstitution/pboc\n" in result.output


def test_stats_has_every_class(run):
    assert "Institution" in run("vocabulary", "stats").output


def test_suggest_writes_a_draft(run, tmp_path):
    (tmp_path / "a.txt").write_text("会议要求用好农机更新再贷款。", encoding="utf-8")
    draft = tmp_path / "draft.ttl"
    assert run("suggest", tmp_path / "a.txt", "--kind", "tool", "--min-count", 1, "-o", draft).exit_code == 0
    assert "农机更新再贷款" in draft.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments", [["vocabulary"], ["vocabulary", "fmt"], ["vocabulary", "count"], ["suggest"]]
)
def test_help_ends_with_an_example(run, arguments):
    assert "Example: kg " in run(*arguments, "--help").output
