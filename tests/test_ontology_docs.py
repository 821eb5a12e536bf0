"""`kg ontology`: the diagram and the page say what policy.ttl says, and are what is committed in docs/."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from kg import ontology_docs, resources
from kg.cli import main
from kg.model import Kind
from kg.ontology_docs import diagram, terms

DOCS = Path(__file__).parents[1] / "docs"
SVG = "{http://www.w3.org/2000/svg}"
KNOWN = {term.name: term for term in terms.read(resources.ontology() / "policy.ttl")}


def test_terms_are_read_with_unions_and_traits() -> None:
    assert KNOWN["attends"].domain == ("pol:Official", "pol:Institution")
    assert "SymmetricProperty" in KNOWN["cooperatesWith"].types
    assert KNOWN["chairs"].parents == ("pol:attends",)
    assert KNOWN["attendee"].inverse == "pol:attends"


def test_diagram_is_xml_with_every_kind_and_fact() -> None:
    drawn = ET.fromstring(ontology_docs.svg())  # noqa: S314  our own drawing
    texts = {each.text for each in drawn.iter(f"{SVG}text")} | {
        each.text for each in drawn.iter(f"{SVG}tspan")
    }
    assert {kind.value for kind in Kind} <= texts
    for name in ("chairs", "guidedBy", "participatesIn", "servesGoal", "concerns"):
        assert f"{KNOWN[name].label['zh']} {name}" in texts


def test_boxes_stand_apart_and_inside() -> None:
    places = sorted(diagram.PLACES.values())
    for x, y in places:
        assert diagram.BOX / 2 < x < diagram.WIDTH - diagram.BOX / 2
        assert diagram.TALL / 2 < y < diagram.HEIGHT - diagram.TALL / 2
    for index, (x, y) in enumerate(places):
        for x1, y1 in places[index + 1 :]:
            assert abs(x - x1) > diagram.BOX or abs(y - y1) > diagram.TALL


def test_page_has_every_term_and_asks_the_network_for_nothing() -> None:
    page = ontology_docs.page()
    assert set(re.findall(r'<article id="(\w+)">', page)) == set(KNOWN)
    assert not re.findall(r'(?:src|url)\s*[=(]\s*["\']?(?:https?:)?//', page)
    assert "<script" not in page
    for target in re.findall(r'href="([^"]+)"', page):
        assert target.startswith("#")
        assert f'id="{target[1:]}"' in page


@pytest.mark.parametrize(
    ("name", "made"), [("ontology.svg", ontology_docs.svg), ("ontology.html", ontology_docs.page)]
)
def test_docs_are_up_to_date(name: str, made: object) -> None:
    again = f"kg ontology --format {name.partition('.')[2]} -o docs/{name}"
    assert (DOCS / name).read_text(encoding="utf-8") == made(), f"make it again: {again}"


def test_command_prints_and_writes(tmp_path: Path) -> None:
    printed = CliRunner().invoke(main, ["ontology"])
    assert printed.stdout == (resources.ontology() / "policy.ttl").read_text(encoding="utf-8")
    target = tmp_path / "new" / "page.html"
    assert (
        CliRunner()
        .invoke(main, ["ontology", "--format", "html", "-o", str(target), "--vocabulary"])
        .exit_code
        == 0
    )
    assert "词表" in target.read_text(encoding="utf-8")
