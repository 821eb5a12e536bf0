"""`kg verify`: a good graph passes; each way of breaking a promise is found and named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_graph import BANK, DOC, GOAL, GOVERNOR, MEETING, POST, TEXT, TOOL, trig

from kg import checks
from kg.checks import facts, shapes
from kg.cli import main
from kg.errors import KgError
from kg.pipeline import build
from kg.store import Graph, load_graph

OWN = Path(__file__).parent / "corpus" / "work-conference-2031.txt"
BREAK = [
    ('pol:sha256 "', 'pol:sha256 "0', "text", "hash"),
    (f'nif:anchorOf "{TEXT[:6]}"', 'nif:anchorOf "北州银行"', "anchor", "'北州人民银行'"),
    ("nif:endIndex 6 ;", "nif:endIndex 7 ;", "anchor", "the anchor is"),
    (f"<{BANK}> pol:uses <{TOOL}> .", "", "fact", "does not stand"),
    (f"rdf:predicate pol:uses ; rdf:object <{TOOL}>", f"rdf:predicate pol:uses ; rdf:object <{GOAL}>", "fact", "no assertion"),
    ("prov:wasQuotedFrom <doc/", "prov:wasQuotedFrom <doc/f", "fact", "another document"),
    ("nif:referenceContext <doc/", "nif:referenceContext <doc/f", "fact", "belongs to another"),
]  # fmt: skip
"""What is replaced, by what, the check that must find it, and words of its message."""

MISSHAPE = [
    ('skos:prefLabel "林望远"@zh', 'skos:prefLabel "Lin Wangyuan"@en', "preferred label in Chinese"),
    ('skos:prefLabel "林望远"@zh', 'skos:prefLabel "林望远"@zh, "林远望"@zh', "in each language"),
    ('skos:prefLabel "林望远"@zh', 'skos:prefLabel "林望远"@zh, "林远望"', "language tag"),
    ('skos:prefLabel "林望远"@zh', 'skos:prefLabel "林望远"@zh ; skos:altLabel "林望远"@zh', "must differ"),
    ("a pol:Official", "a pol:Official, pol:PolicyTool", "exactly one of the ten types"),
    ("a pol:CentralBank, pol:Institution", "a pol:CentralBank", "exactly one of the ten types"),
    ('pol:title "行长" ;', "", "exactly one title"),
    ('pol:title "行长" ;', 'pol:title "" ;', "exactly one title"),
    (f"org:postIn <{BANK}>", f"org:postIn <{GOVERNOR}>", "exactly one institution"),
    ('"2031-01-05"^^xsd:date', '"2031-13-05"^^xsd:date', "A meeting begins"),
    ('"2031-01-06"^^xsd:date', '"2031-01-06"', "A document's date"),
    ("nif:beginIndex 0 ;", "nif:beginIndex 9 ;", "begins before it ends"),
    ("nif:beginIndex 0 ;", "nif:beginIndex -1 ;", "not below 0"),
    ("nif:beginIndex 0 ;", "", "exactly one begin"),
    (f"nif:referenceContext <{DOC}> ;", "", "exactly one document"),
    (f"itsrdf:taIdentRef <{BANK}>", f"itsrdf:taIdentRef <{DOC}>", "refers to"),
    ("pol:status pol:Done", "pol:status pol:Lower", "one of Done"),
    ("pol:status pol:Done", "pol:status pol:Done, pol:Planned", "one of Done"),
    ("pol:action pol:Lower", "pol:action pol:Done", "The action"),
    ('pol:manner "合理"', "pol:action pol:Lower", "Only uses, issues and implements"),
    ("pol:times 2", "pol:times 0", "number of times"),
    ("pol:times 2", 'pol:times "两次"', "number of times"),
    ('pol:year "2030"^^xsd:gYear', "pol:year 2030", "one xsd:gYear"),
    ("pol:order 1", "pol:order 0", "place in a list"),
    ("pol:confidence 1.0", "pol:confidence 1.5", "from 0 to 1"),
    ("pol:invited false", 'pol:invited "no"^^xsd:boolean', "true or false"),
    ('pol:rule "by-hand" ;', "", "names the rule"),
    ("rdf:predicate org:holds", "rdf:predicate org:heldBy", "one of the contract's"),
    (f"<{GOVERNOR}> pol:chairs <{MEETING}> .", f"<{BANK}> pol:chairs <{MEETING}> .", "subject of chairs is an official"),
    (f"<{GOVERNOR}> pol:chairs <{MEETING}> .", f"<{GOVERNOR}> pol:chairs <{BANK}> .", "object of chairs is a meeting"),
    (f"<{TOOL}> pol:servesGoal <{GOAL}> .", f"<{GOAL}> pol:servesGoal <{GOAL}> .", "subject of servesGoal is a policy tool or"),
    (f"<{GOVERNOR}> org:holds <{POST}> .", f"<{GOVERNOR}> org:holds <{TOOL}> .", "object of holds is a post"),
]  # fmt: skip
"""What is replaced, by what, and words of the message of the shape that it breaks."""


def broken(old: str, new: str) -> Graph:
    """The small graph with one thing changed everywhere it stands."""
    assert old in trig()
    return load_graph(trig().replace(old, new))


def test_good_graph_has_no_fault() -> None:
    assert list(checks.check(load_graph(trig()), shacl=True)) == []


@pytest.mark.parametrize(("old", "new", "check", "words"), BREAK)
def test_broken_promise_is_found(old: str, new: str, check: str, words: str) -> None:
    faults = [each for each in checks.check(broken(old, new)) if each.check == check]
    assert any(words in str(each) for each in faults)


@pytest.mark.parametrize(("old", "new", "words"), MISSHAPE)
def test_gate_and_oracle_find_the_same(old: str, new: str, words: str) -> None:
    graph = broken(old, new)
    gate = {(each.where.split(" has ")[0], each.what) for each in checks.shape_faults(graph)}
    oracle = {(each.where.split(" has ")[0], each.what) for each in checks.oracle_faults(graph)}
    assert gate == oracle
    assert any(words in what for _, what in gate)


def test_fault_says_where_and_what_to_do() -> None:
    (fault,) = checks.check(broken(f'nif:anchorOf "{TEXT[:6]}"', 'nif:anchorOf "北州"'))
    assert str(fault) == (
        "anchor: small.txt:0-6: the anchor is '北州', the text has '北州人民银行': build the document again"
    )


def test_without_text_the_inputs_are_asked_for() -> None:
    line = next(line for line in trig().splitlines() if "nif:isString" in line)
    graph = load_graph(trig().replace(line, line.partition(" ; nif:isString")[0] + " ."))
    (fault,) = checks.check(graph)
    assert fault.remedy == "give the inputs as well: kg verify PATHS"


def test_predicates_are_those_of_the_shapes() -> None:
    found = shapes.load(*shape_files())
    asked = {each.shape.partition("#")[2] for each in shapes.constraints(found)}
    assert {name.partition(":")[2] for name in facts.PREDICATES} <= asked


def test_constraint_without_translation_is_refused() -> None:
    found = shapes.load(*shape_files())
    shape = next(iter(found.triples.subjects(shapes._uri(f"{shapes.SH}minCount"))))
    found.triples.add((shape, shapes._uri(f"{shapes.SH}equals"), shape))
    with pytest.raises(KgError, match="sh:equals has no translation"):
        list(shapes.constraints(found))


def shape_files() -> tuple:
    """The shapes and the ontology that come with the program."""
    from kg import resources

    return resources.ontology() / "shapes.ttl", resources.ontology() / "policy.ttl"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph on disk, built from one input."""
    target = tmp_path_factory.mktemp("built") / "out"
    build([OWN], output=target, page=False)
    return target


def test_built_graph_keeps_its_promises(folder: Path) -> None:
    result = CliRunner().invoke(main, ["verify", str(OWN), "--graph", str(folder)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no fault" in result.stderr


def test_changed_file_is_found(folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    (copy / "graph.trig").write_text((copy / "graph.trig").read_text() + "#\n")
    result = CliRunner().invoke(main, ["verify", "--graph", str(copy)])
    assert result.exit_code == 1
    assert "graph.trig: was changed after the build" in result.stdout
    (copy / "graph.trig").unlink()
    assert "is missing" in CliRunner().invoke(main, ["verify", "--graph", str(copy)]).stdout


def test_changed_input_is_found(folder: Path, tmp_path: Path) -> None:
    changed = tmp_path / OWN.name
    changed.write_text(OWN.read_text(encoding="utf-8").replace("两次下调", "三次下调"), encoding="utf-8")
    (fault,) = (each for each in checks.verify(folder, paths=[changed]) if each.check == "input")
    assert str(fault) == f"input: {OWN.name}: its text is not in the graph: build again with this input"


def test_limit_is_kept_and_said(folder: Path, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for path in paths:
        path.write_text(f"{path.stem}、人民银行召开会议。", encoding="utf-8")
    result = CliRunner().invoke(main, ["verify", *map(str, paths), "--graph", str(folder), "--limit", "2"])
    assert len(result.stdout.splitlines()) == 2
    assert re.search(r"\d faults, \d+ not shown", result.stderr)


def test_folder_without_graph_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["verify", "--graph", str(tmp_path)])
    assert result.exit_code == 1
    assert "no graph here: build one first" in result.stderr
