from __future__ import annotations

import json
import subprocess
import sys

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
    assert done.stderr.startswith("1 documents (1 inputs read")
    assert done.stderr.count("\n") == 1
    assert kg("build", "a.txt", "-o", "out", "--no-page", "-q", cwd=tmp_path).stderr == ""
