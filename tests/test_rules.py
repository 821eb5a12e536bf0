from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING

import pytest
from gold.cases import cases
from here import ROOT

from kg.normalise import document
from kg.reading import read
from kg.rules.table import ROWS, RULES
from kg.unfired import NEEDS
from kg.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterator

ID = re.compile("[a-z]+(?:-[a-z]+)+")


@pytest.fixture(scope="session")
def claims():
    vocabulary = load()
    return lambda text: read(document(text, identifier="-"), vocabulary).claims


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_rule_fires_on_its_examples(row, claims):
    for text in row.examples:
        said = {claim.predicate for claim in claims(text) if claim.rule == row.id}
        assert row.predicate in said, text


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_rule_leaves_its_counterexamples_alone(row, claims):
    assert row.counterexamples
    assert [text for text in row.counterexamples for claim in claims(text) if claim.rule == row.id] == []


def test_every_rule_of_the_code_stands_in_the_table():
    used = {
        name
        for path in sorted((ROOT / "kg" / "rules").glob("*.py"))
        if path.stem != "table"
        for name in ids(path)
    }
    assert used - set(RULES) == set()
    assert {row.id for row in ROWS if "-" in row.id} - used == set()


def ids(path) -> Iterator[str]:
    """The rule ids in a module: words with a hyphen, and the fifth value of a Claim."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
            yield node.value
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Claim" and len(node.args) > 4:
            yield from [node.args[4].value] if isinstance(node.args[4], ast.Constant) else []


def test_every_rule_that_fires_stands_in_the_table(claims):
    fired = {claim.rule for case in cases() for claim in claims(case.text)}
    assert fired - set(RULES) == set()
    assert len(fired) > 20


def test_rows_are_whole_and_of_their_own():
    assert len(RULES) == len(ROWS)
    assert all(row.predicate and row.needs and row.zh and row.en and row.examples for row in ROWS)
    sentences = [text for row in ROWS for text in row.examples]
    assert len(sentences) == len(set(sentences))


def test_most_rules_can_say_what_a_clause_lacks():
    """The others look past the clause: at a whole text, or at several clauses."""
    assert set(NEEDS) <= set(RULES)
    assert len(NEEDS) > 0.7 * len(RULES)


def test_kg_rules_prints_the_table(kg):
    answer = kg("rules").stdout
    assert all(re.search(rf"^{row.id} ", answer, re.MULTILINE) for row in ROWS)
    assert [row["id"] for row in json.loads(kg("rules", "--format", "json").stdout)] == list(RULES)
    one = kg("rules", "uses-tool").stdout
    assert f"+ {RULES['uses-tool'].examples[0]}" in one
    assert f"- {RULES['uses-tool'].counterexamples[0]}" in one


def test_kg_rules_names_what_it_does_not_know(kg):
    done = kg("rules", "uses-tools")
    assert done.returncode == 1
    assert "uses-tools" in done.stderr
