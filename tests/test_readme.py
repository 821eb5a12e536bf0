from __future__ import annotations

import re

from readme import README, examples, play, stage

TEXT = README.read_text(encoding="utf-8")


def test_the_commands_print_what_the_readme_says(tmp_path):
    folder = stage(tmp_path)
    shown = examples(TEXT)
    assert len(shown) > 5
    for command, output in shown:
        assert play(command, folder) == output, f"{command}: run `make readme` if the new output is right"
    assert "(exit status" not in TEXT


def test_the_python_examples_run(built, monkeypatch, capsys):
    monkeypatch.chdir(built.parent)
    blocks = re.findall(r"(?ms)^```python\n(.*?)^```$", TEXT)
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102
    assert blocks
    assert capsys.readouterr().out


def test_files_that_the_readme_points_to_exist():
    for target in re.findall(r"\]\(([^)#:]+)\)", TEXT):
        assert (README.parent / target).exists(), target
