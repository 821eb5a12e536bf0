from __future__ import annotations

import ast
import re

import pytest
from here import ROOT

MODULES = sorted((ROOT / "kg").rglob("*.py"))
FUNCTIONS = [
    (path, node)
    for path in MODULES
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.FunctionDef)
]


def test_modules_fit_on_a_few_screens():
    long = {
        path.name: count for path in MODULES if (count := path.read_text(encoding="utf-8").count("\n")) > 300
    }
    assert long == {}


def test_functions_are_short():
    long = [f"{path.name}:{f.name}" for path, f in FUNCTIONS if code_lines(f) > 40]
    assert long == []


def code_lines(function):
    """A function's lines without its signature and docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return function.end_lineno - body[0].lineno + 1 if body else 0


def test_names_say_what_a_thing_is():
    vague = re.compile(r"class \w*(Manager|Processor|Helper|Utils?)\b")
    assert [path.name for path in MODULES if vague.search(path.read_text(encoding="utf-8"))] == []


def test_no_f_string_swallows_a_quantifier():
    """In an f-string `{2,4}` is a tuple's text, not a regex's quantifier: it is written `{{2,4}}`."""
    swallowed = [
        f"{path.name}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Constant | ast.Tuple)
    ]
    assert swallowed == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_have_a_hash_for_every_package_and_name_no_host(name):
    text = (ROOT / name).read_text()
    packages = re.findall(r"(?m)^\S+==.*(?:\n    --hash=sha256:[0-9a-f]{64}.*)+", text)
    assert len(packages) == len(re.findall("(?m)^[a-z]", text)) > 10
    assert "://" not in text
