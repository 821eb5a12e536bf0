"""The namespace is closed: every pol: word that the program, the words or the questions use is in policy.ttl."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg import resources

HERE = Path(kg.__file__).parent
ONTOLOGY = resources.ontology()
WORD = re.compile(r"\bpol:([A-Za-z][A-Za-z0-9]*)")
DEFINED = set(re.findall(r"(?m)^pol:(\w+) a ", (ONTOLOGY / "policy.ttl").read_text(encoding="utf-8")))
FILES = sorted(
    path
    for folder in (HERE, ONTOLOGY)
    for path in folder.rglob("*")
    if path.suffix in {".py", ".ttl", ".rq", ".js", ".html"} and path.name != "policy.ttl"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-2:]))
def test_uses_only_terms_of_the_ontology(path: Path) -> None:
    used = set(WORD.findall(path.read_text(encoding="utf-8")))
    assert used <= DEFINED


def test_every_term_is_found_by_the_pattern() -> None:
    assert {"Official", "chairs", "Done", "notLabel"} <= DEFINED
