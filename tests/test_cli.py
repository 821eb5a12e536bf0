from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from here import command

from kg.cli import main

NAMES = main.list_commands(click.Context(main))


def commands():
    """Every command and every command in a group, with its words."""
    todo = [((name,), main.get_command(click.Context(main), name)) for name in NAMES]
    while todo:
        words, each = todo.pop()
        yield words, each
        if isinstance(each, click.Group):
            todo += [((*words, name), inner) for name, inner in each.commands.items()]


COMMANDS = dict(commands())


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(words):
    answer = CliRunner().invoke(main, [*words, "--help"])
    assert answer.exit_code == 0
    assert "Example: kg " in " ".join(answer.output.split())
    assert COMMANDS[words].help


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_option_has_help(words):
    options = [each for each in COMMANDS[words].params if isinstance(each, click.Option)]
    assert [each.name for each in options if not each.help] == []


def test_the_list_of_commands_says_what_each_does():
    answer = CliRunner().invoke(main, ["--help"]).output
    for name in NAMES:
        line = next(line for line in answer.splitlines() if line.startswith(f"  {name} "))
        assert len(line.split()) > 2


def test_help_imports_nothing_heavy():
    code = "import sys; from kg.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "click" in loaded
    assert not loaded & {
        "pyoxigraph",
        "rdflib",
        "numpy",
        "networkx",
        "pyvis",
        "jieba",
        "rjieba",
        "trafilatura",
        "rich",
    }


def test_an_error_that_a_user_can_mend_is_one_line(tmp_path, kg):
    done = kg("query", "ASK {}", "--graph", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kg: ")
    assert done.stderr.count("\n") == 1


def test_a_bug_keeps_its_traceback(monkeypatch):
    def broken(*_args, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr("kg.store.open_graph", broken)
    assert isinstance(CliRunner().invoke(main, ["query", "ASK {}"]).exception, ZeroDivisionError)


def test_usage_errors_exit_with_2(kg):
    assert kg("build").returncode == 2
    assert kg("no-such-command").returncode == 2


def test_a_broken_pipe_is_quiet(built):
    process = subprocess.Popen(
        command("query", "SELECT * { ?s ?p ?o }", "--graph", built, "--format", "csv"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait()


def test_query_from_a_file_and_from_standard_input(built, tmp_path, kg):
    text = "SELECT (COUNT(?d) AS ?n) { ?d a pol:Document }"
    (tmp_path / "count.rq").write_text(text)
    asked = [
        kg("query", text, "--graph", built, "--format", "csv").stdout,
        kg("query", tmp_path / "count.rq", "--graph", built, "--format", "csv").stdout,
        kg("query", "-", "--graph", built, "--format", "csv", input=text).stdout,
    ]
    assert len(set(asked)) == 1
    assert int(asked[0].split()[1]) > 0
    assert "missing.rq" in kg("query", "missing.rq", "--graph", built).stderr


def test_info(built, kg):
    said = json.loads(kg("info", "--graph", built, "--json").stdout)
    text = kg("info", "--graph", built).stdout
    assert said["documents"] > 0
    assert f"documents  {said['documents']}" in text
    assert all(name in text for name in [*said["entities"], *said["facts"]])


def test_build_says_what_it_did_in_one_line(tmp_path, kg):
    (tmp_path / "a.txt").write_text("中国人民银行召开工作会议。", encoding="utf-8")
    done = kg("build", "a.txt", "-o", "out", "--no-page", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.startswith(
        "1 document (1 input read, 0 unchanged, 0 withdrawn), 2 entities, 1 fact in "
    )
    assert done.stderr.count("\n") == 1
    assert kg("build", "a.txt", "-o", "out", "--no-page", "-q", cwd=tmp_path).stderr == ""


def test_build_says_what_it_skipped_replaced_and_kept(tmp_path):
    folder, options = tmp_path / "in", ["-o", tmp_path / "out", "--no-page"]
    folder.mkdir()
    for name in ("a.txt", "b.txt", "1.doc", "2.doc", "3.doc", "4.doc"):
        (folder / name).write_text(f"{name}：中国人民银行召开工作会议。", encoding="utf-8")
    skipped = "4 files skipped: 1.doc, 2.doc, 3.doc, …)"
    assert f"0 withdrawn, {skipped}" in run("build", folder, *options).output
    (folder / "a.txt").write_text("财政部召开工作会议。", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    done = run("build", folder, *options)
    assert (
        "b.txt: not read: is empty: leave it out, or give a file with text; what it said before is kept"
        in done.output
    )
    assert f"2 documents (1 input read, 0 unchanged, 0 withdrawn, 1 replaced, {skipped}" in done.output
    assert done.exit_code == 1


SENTENCE = "中国人民银行下调存款准备金率。"


def run(*arguments, **options):
    return CliRunner().invoke(main, [*map(str, arguments)], **options)


def test_a_long_text_is_no_path(built):
    text = SENTENCE * 20
    assert run("explain", text).output.count("存款准备金率  PolicyTool") == 20
    for arguments in (
        ["build", text],
        ["query", text],
        ["query", f"{text}.rq"],
        ["ask", text],
        ["suggest", text],
    ):
        done = run(*arguments, *(["--graph", built] if arguments[0] in ("query", "ask") else []))
        assert (done.exit_code, done.output.count("\n")) == (1, 1)


def test_explain_reads_standard_input_in_any_encoding():
    said = {
        run("explain", "-", input=SENTENCE.encode(code)).output for code in ("utf-8", "gb18030", "utf-16")
    }
    assert said == {run("explain", SENTENCE).output}


def test_a_closed_standard_input_is_one_line(built, tmp_path):
    for arguments in (
        ["build", "-", "-o", tmp_path / "out"],
        ["explain", "-"],
        ["query", "-", "--graph", built],
    ):
        command = [sys.executable, "-c", "import kg.cli; kg.cli.main()", *map(str, arguments)]
        done = subprocess.run(
            ["sh", "-c", '"$@" <&-', "sh", *command], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert done.stderr.startswith("kg: ")


def test_explain_says_that_there_is_nothing_to_explain(tmp_path):
    for text in ("", " ", "missing.txt", str(tmp_path)):
        done = run("explain", text)
        assert (done.exit_code, done.output.count("\n")) == ((1, 1) if text != str(tmp_path) else (0, 0))


def test_what_the_system_refuses_is_one_line(tmp_path, built, kg):
    (tmp_path / "file.txt").write_text(SENTENCE, encoding="utf-8")
    for arguments in (
        ["build", tmp_path / "file.txt", "-o", tmp_path / "file.txt" / "out"],
        ["render", "--graph", built, "-o", tmp_path / ("长" * 100)],
        ["ontology", "-o", tmp_path / "file.txt" / "x.ttl"],
    ):
        done = kg(*arguments)
        assert done.returncode == 1
        assert done.stderr.startswith("kg: ")
        assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_one_line(built):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("info", "--graph", built), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "No space left" in done.stderr


def test_one_unreadable_document_does_not_end_suggest(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("会议审议通过《北州金融条例》。", encoding="utf-8")
    done = run("suggest", tmp_path, "--min-count", 1, "-o", tmp_path / "new" / "draft.ttl")
    assert (done.exit_code, (tmp_path / "new" / "draft.ttl").is_file()) == (1, True)
    assert "a.txt: is empty" in done.output


def test_render_makes_the_folder(tmp_path, built):
    assert run("render", "--graph", built, "-o", tmp_path / "a" / "b.html").exit_code == 0
    assert (tmp_path / "a" / "b.html").is_file()


def test_rules_take_the_names_that_info_prints():
    assert run("rules", "pol:uses", "org:holds").output == run("rules", "uses", "holds").output != ""


def test_every_answer_ends_its_line(built):
    for format in ("json", "xml", "csv"):
        assert run("query", "ASK {}", "--graph", built, "--format", format).stdout_bytes.endswith(b"\n")
