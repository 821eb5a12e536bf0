from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from hashlib import sha256

import pytest
from here import command

from kg import manifest, workers
from kg.errors import GraphError, InputError, KgError
from kg.model import Kind
from kg.pipeline import build
from kg.store import load_graph, open_graph

TEXTS = {
    "会议.txt": "云岭银行召开2031年工作会议\n2031年1月5日，中国人民银行行长李大川出席会议并讲话。会议指出，"
    "2030年两次下调存款准备金率，保持流动性合理充裕。",
    "新闻.txt": "财政部部长王小丽表示，将继续实施积极的财政政策，支持科技创新。",
    "通知.md": "# 通知\n\n中国人民银行印发《云岭支付管理办法》。",
}


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "in", TEXTS)


def write(folder, texts):
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def made(folder):
    """Everything that a build promises to write the same."""
    return [(folder / name).read_bytes() for name in ("graph.trig", "manifest.json")]


def make(paths, output, **options):
    return build(paths, output=output, page=False, **options)


def read_names(monkeypatch):
    """The names of the inputs that are read from now on."""
    names = []
    reader = workers.read_documents

    def noting(source):
        names.append(source.identifier)
        return reader(source)

    monkeypatch.setattr(workers, "read_documents", noting)
    return names


@pytest.mark.parametrize("seed", ["1", "2"])
def test_same_bytes_under_any_hash_seed_folder_and_order(tmp_path, folder, kg, seed):
    make([folder], tmp_path / "here")
    elsewhere = write(tmp_path / f"elsewhere{seed}", {})
    write(elsewhere / "in", TEXTS)
    paths = [str(path) for path in sorted((elsewhere / "in").iterdir(), reverse=seed == "2")]
    done = kg(
        "build", *paths, "-o", "out", "--no-page", cwd=elsewhere, env={**os.environ, "PYTHONHASHSEED": seed}
    )
    assert done.returncode == 0, done.stderr
    assert made(elsewhere / "out") == made(tmp_path / "here")


def test_same_bytes_with_two_workers(tmp_path, folder):
    make([folder], tmp_path / "one")
    make([folder], tmp_path / "two", workers=2)
    assert made(tmp_path / "one") == made(tmp_path / "two")


def test_building_again_reads_nothing_and_writes_the_same(tmp_path, folder, monkeypatch):
    make([folder], tmp_path / "out")
    before = made(tmp_path / "out")
    names = read_names(monkeypatch)
    report = make([folder], tmp_path / "out")
    assert (names, report.read, report.kept) == ([], 0, 3)
    assert made(tmp_path / "out") == before


def test_a_changed_input_replaces_its_document_and_nothing_else(tmp_path, folder, monkeypatch):
    make([folder], tmp_path / "out")
    write(folder, {"新闻.txt": "财政部部长王小丽表示，将发行专项债券。"})
    names = read_names(monkeypatch)
    make([folder], tmp_path / "out")
    assert names == ["新闻.txt"]
    make([folder], tmp_path / "clean")
    assert made(tmp_path / "out") == made(tmp_path / "clean")


def test_what_is_built_later_is_added(tmp_path, folder):
    (first, second, third) = sorted(folder.iterdir())
    make([first], tmp_path / "out")
    make([second, third], tmp_path / "out")
    make([folder], tmp_path / "clean")
    assert made(tmp_path / "out") == made(tmp_path / "clean")


def test_prune_withdraws_what_is_not_named(tmp_path, folder):
    make([folder], tmp_path / "out")
    (folder / "通知.md").unlink()
    assert make([folder], tmp_path / "out").documents == 3
    report = make([folder], tmp_path / "out", prune=True)
    assert (report.documents, report.withdrawn) == (2, 1)
    make([folder], tmp_path / "clean")
    assert made(tmp_path / "out") == made(tmp_path / "clean")


def test_inputs_with_one_text_are_one_document(tmp_path, folder):
    write(folder, {"又一份.txt": TEXTS["新闻.txt"]})
    assert make([folder], tmp_path / "out").documents == 3
    rows = open_graph(tmp_path / "out").rows('SELECT ?i { ?d dcterms:identifier "新闻.txt", ?i } ORDER BY ?i')
    assert [name for (name,) in rows] == ["又一份.txt", "新闻.txt"]


@pytest.mark.parametrize("gone", ["又一份.txt", "新闻.txt"])
@pytest.mark.parametrize("again", ["changed", "pruned"])
def test_one_of_two_inputs_with_one_text_goes(tmp_path, folder, gone, again):
    write(folder, {"又一份.txt": TEXTS["新闻.txt"]})
    make([folder], tmp_path / "out")
    if again == "changed":
        write(folder, {gone: "国务院部署稳就业工作。"})
    else:
        (folder / gone).unlink()
    make([folder], tmp_path / "out", prune=True)
    make([folder], tmp_path / "clean")
    assert made(tmp_path / "out") == made(tmp_path / "clean")
    assert quads(tmp_path / "out") == quads(tmp_path / "clean")


def quads(output):
    """What is in the store, without the ontology's blank nodes."""
    return {str(quad) for quad in open_graph(output).store if "_:" not in str(quad)}


def test_the_store_holds_what_the_file_says(tmp_path, folder):
    write(folder, {"又一份.txt": TEXTS["新闻.txt"]})
    make([folder], tmp_path / "out")
    in_file = load_graph(tmp_path / "out/graph.trig").store
    assert quads(tmp_path / "out") == {str(quad) for quad in in_file if "_:" not in str(quad)}


def test_nquads_are_the_same_graph(tmp_path, folder):
    make([folder], tmp_path / "trig")
    make([folder], tmp_path / "nq", format="nq")
    make([folder], tmp_path / "again", format="nq", workers=2)
    lines = (tmp_path / "nq/graph.nq").read_bytes()
    assert lines == (tmp_path / "again/graph.nq").read_bytes()
    assert quads(tmp_path / "nq") == quads(tmp_path / "trig")


def test_an_input_that_cannot_be_read_is_named_and_the_rest_is_built(tmp_path, folder, kg):
    (folder / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    done = kg("build", folder, "-o", tmp_path / "out", "--no-page")
    assert done.returncode == 1
    assert "坏.pdf" in done.stderr
    assert "Traceback" not in done.stderr
    assert open_graph(tmp_path / "out").query("ASK { ?d dcterms:identifier '会议.txt' }")


def test_strict_stops_and_leaves_the_old_graph(tmp_path, folder):
    make([folder], tmp_path / "out")
    before = made(tmp_path / "out")
    (folder / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(InputError, match=r"坏\.pdf"):
        make([folder], tmp_path / "out", strict=True)
    assert made(tmp_path / "out") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


def test_nothing_to_build_leaves_the_old_graph(tmp_path, folder):
    make([folder], tmp_path / "out")
    empty = write(tmp_path / "empty", {})
    with pytest.raises(InputError, match="no document"):
        make([empty], tmp_path / "new")
    with pytest.raises(InputError, match="no document"):
        make([empty], tmp_path / "out", prune=True)
    assert open_graph(tmp_path / "out").query("ASK { ?d a pol:Document }")


def test_a_killed_build_leaves_the_old_graph(tmp_path, folder):
    make([folder], tmp_path / "out")
    before = made(tmp_path / "out")
    write(folder, {"新.txt": "国务院部署稳就业工作。"})
    waiting = start(folder, tmp_path / "out")
    with pytest.raises(GraphError, match="another build"):
        make([folder], tmp_path / "out")
    waiting.send_signal(signal.SIGKILL)
    waiting.communicate()
    assert made(tmp_path / "out") == before
    assert make([folder], tmp_path / "out").documents == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


def start(folder, output):
    """A build that has read the folder and waits for standing input."""
    process = subprocess.Popen(
        command("build", folder, "-", "-o", output, "--no-page"),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    stage = output.with_name(f".{output.name}.new")
    while not (stage / "blocks").exists():
        assert process.poll() is None
    return process


def test_other_files_in_the_output_are_kept(tmp_path, folder):
    write(tmp_path / "out", {"README.md": "mine"})
    write(tmp_path / "out" / "notes", {"a.txt": "mine too"})
    make([folder], tmp_path / "out")
    make([folder], tmp_path / "out")
    assert (tmp_path / "out/README.md").read_text() == "mine"
    assert (tmp_path / "out/notes/a.txt").read_text() == "mine too"


def test_the_output_may_be_the_current_folder(tmp_path, folder, monkeypatch):
    here = write(tmp_path / "here", {"notes.txt": "mine"})
    monkeypatch.chdir(here)
    make([folder], ".")
    make([folder], ".")
    assert sorted(path.name for path in here.iterdir()) == [
        "graph.trig",
        "manifest.json",
        "notes.txt",
        "store",
    ]


def test_a_graph_changed_by_hand_is_not_built_upon(tmp_path, folder):
    make([folder], tmp_path / "out")
    with (tmp_path / "out/graph.trig").open("a") as file:
        file.write("# mine\n")
    with pytest.raises(GraphError, match="not as it was built"):
        make([folder], tmp_path / "out")


def test_what_cannot_be_read_again_is_not_mixed_with_other_settings(tmp_path, folder):
    (first, *others) = sorted(folder.iterdir())
    make([folder], tmp_path / "out")
    with pytest.raises(GraphError, match="--prune"):
        make([first], tmp_path / "out", with_text=False)
    assert make([first, *others], tmp_path / "out", with_text=False).documents == 3
    assert make([first], tmp_path / "out", prune=True).documents == 1


def test_a_file_that_cannot_be_opened_this_time_is_kept(tmp_path, folder):
    make([folder], tmp_path / "out")
    (folder / "新闻.txt").unlink()
    (folder / "新闻.txt").symlink_to(tmp_path / "nowhere")
    report = make([folder], tmp_path / "out", prune=True)
    assert [failure.identifier for failure in report.failures] == ["新闻.txt"]
    assert (report.documents, report.withdrawn) == (3, 0)


@pytest.mark.parametrize("prune", [False, True])
def test_an_input_that_breaks_keeps_what_it_said(tmp_path, folder, prune):
    make([folder], tmp_path / "out")
    (folder / "新闻.txt").write_bytes(b"")
    report = make([folder], tmp_path / "out", prune=prune)
    assert [(failure.identifier, failure.kept) for failure in report.failures] == [("新闻.txt", True)]
    assert (report.documents, report.withdrawn, report.replaced) == (3, 0, 0)
    with pytest.raises(GraphError, match="--prune"):
        make([folder], tmp_path / "out", with_text=False)
    report = make([folder], tmp_path / "out", with_text=False, prune=True)
    assert (report.documents, report.withdrawn) == (2, 1)


def test_an_input_that_changed_is_counted(tmp_path, folder):
    make([folder], tmp_path / "out")
    write(folder, {"新闻.txt": "国务院部署稳就业工作。"})
    assert make([folder], tmp_path / "out").replaced == 1


def test_nothing_is_withdrawn_where_a_folder_does_not_open(tmp_path, folder, monkeypatch):
    inner = write(folder / "inner", {"新.txt": "国务院部署稳就业工作。"})
    make([folder], tmp_path / "out")
    scandir = os.scandir

    def shut(path):
        if str(path) in (str(inner), str(tmp_path / "shut")):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", shut)
    report = make([folder], tmp_path / "out", prune=True)
    assert [failure.identifier for failure in report.failures] == ["inner"]
    assert (report.documents, report.withdrawn) == (4, 0)
    (tmp_path / "shut").mkdir()
    with pytest.raises(InputError, match="shut: cannot be opened"):
        make([tmp_path / "shut"], tmp_path / "out", prune=True)


def test_what_a_build_wrote_is_no_input(folder):
    for _ in range(2):
        report = build([folder], output=folder / "out")
        assert (report.documents, report.skipped) == (3, ())


@pytest.mark.parametrize("name", ["graph.html", "store", "graph.trig"])
def test_what_no_build_wrote_is_not_replaced(tmp_path, folder, name):
    strange = tmp_path / "out" / name
    strange.mkdir(parents=True)
    with pytest.raises(GraphError, match=f"holds {name} that no build wrote"):
        make([folder], tmp_path / "out")
    assert strange.is_dir()


def test_a_file_is_no_folder_to_write_to(tmp_path, folder):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(GraphError, match="is no folder"):
        make([folder], tmp_path / "out")


@pytest.mark.parametrize(
    "base", ["", "example", "https://example.org/ns#", "https://example.org", "http://a b/"]
)
def test_a_base_that_iris_cannot_begin_with(tmp_path, folder, base):
    with pytest.raises(KgError, match="ends in /"):
        make([folder], tmp_path / "out", base=base)


def test_one_path_may_stand_by_itself(tmp_path, folder):
    words = tmp_path / "mine.csv"
    words.write_text("label,class\n云岭支付,Sector\n", encoding="utf-8")
    assert make(str(folder), tmp_path / "out", vocabulary=words).documents == 3
    with pytest.raises(KgError, match="one of trig, nq"):
        make(folder, tmp_path / "out", format="ttl")


def test_workers_end_with_the_build_that_started_them():
    code = (
        "import os, time; from concurrent.futures import ProcessPoolExecutor; from kg.workers import _watch_parent\n"
        "pool = ProcessPoolExecutor(2, initializer=_watch_parent); print(list(pool.map(abs, [1, 2])), flush=True)\n"
        "time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    process.stdout.readline()
    process.kill()
    process.communicate(timeout=30)  # comes back when the last worker has let go of the output


def test_a_worker_that_dies_is_replaced(tmp_path, folder, monkeypatch):
    make([folder], tmp_path / "one")
    reader = workers.read_documents
    died = tmp_path / "died"

    def dies_once(source):
        if source.identifier == "新闻.txt" and not died.exists():
            died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return reader(source)

    monkeypatch.setattr(workers, "CHUNK", 1)
    monkeypatch.setattr(workers, "read_documents", dies_once)
    make([folder], tmp_path / "two", workers=2)
    assert died.exists()
    assert made(tmp_path / "one") == made(tmp_path / "two")


def test_an_input_that_kills_every_worker_ends_the_build(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(workers, "read_documents", lambda _: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(KgError, match="a worker died"):
        make([folder], tmp_path / "out", workers=2)
    assert not (tmp_path / "out").exists()


def test_a_bug_says_which_input_it_met(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(workers, "read_documents", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError) as caught:
        make([folder], tmp_path / "out")
    assert caught.value.__notes__ == ["while reading 会议.txt"]


def test_the_manifest_says_what_was_built(tmp_path, folder):
    report = make([folder], tmp_path / "out")
    said = manifest.read(tmp_path / "out")
    data = (tmp_path / "out/graph.trig").read_bytes()
    assert said.sha256 == sha256(data).hexdigest()
    assert {each.identifier: each.sha256 for each in said.inputs} == {
        name: sha256(text.encode()).hexdigest() for name, text in TEXTS.items()
    }
    for iri, (begin, length) in said.blocks.items():
        assert data[begin : begin + length].decode().startswith(f"<{iri}> {{\n")
    assert sum(said.counts["facts"].values()) == report.facts > 0
    assert str(tmp_path) not in (tmp_path / "out/manifest.json").read_text()
    assert manifest.from_json(manifest.to_json(said)) == said


def test_blocks_stand_in_the_order_of_their_names(tmp_path, folder):
    make([folder], tmp_path / "out")
    text = (tmp_path / "out/graph.trig").read_text()
    names = re.findall(r"(?m)^<(\S+)> \{", text)
    assert names[:2] == ["https://w3id.org/policykg/ontology", "https://w3id.org/policykg/vocabulary"]
    assert names[2:] == sorted(names[2:])
    assert len(names) == 5


def test_another_base(tmp_path, folder):
    make([folder], tmp_path / "out", base="https://example.org/id/")
    graph = open_graph(tmp_path / "out")
    assert graph.query(
        "ASK { GRAPH ?g { ?g a pol:Document } FILTER(STRSTARTS(STR(?g), 'https://example.org/id/doc/')) }"
    )
    assert graph.query("ASK { <institution/pboc> a pol:Institution }")


def test_without_text(tmp_path, folder):
    make([folder], tmp_path / "out", with_text=False)
    assert not open_graph(tmp_path / "out").query("ASK { ?d nif:isString ?t }")


def test_progress_is_told(tmp_path, folder):
    told = []
    make([folder], tmp_path / "out", progress=lambda number, name: told.append((number, name)))
    assert told == [(1, "会议.txt"), (2, "新闻.txt"), (3, "通知.md")]


def test_words_of_ones_own(tmp_path, folder):
    for name in ("here", "there"):
        words = (
            write(tmp_path / name, {"my.csv": "label,class\n云岭支付管理办法试点,\n科技创新,Sector\n"})
            / "my.csv"
        )
        make([folder], tmp_path / f"out-{name}", vocabulary=[words], vocabulary_class=Kind.TOOL)
    assert made(tmp_path / "out-here") == made(tmp_path / "out-there")
    said = manifest.read(tmp_path / "out-here").settings
    assert said.vocabulary["my.csv"] == sha256(words.read_bytes()).hexdigest()
    assert said.vocabulary_class == "PolicyTool"


def test_words_that_change_between_two_builds_are_read_again(tmp_path, folder):
    words = write(tmp_path / "own", {"my.csv": "label,class\n科技创新,Sector\n"}) / "my.csv"
    make([folder], tmp_path / "out", vocabulary=[words])
    words.write_text("label,class\n科技创新,PolicyTool\n", encoding="utf-8")
    make([folder], tmp_path / "out", vocabulary=[words])
    assert open_graph(tmp_path / "out").query("ASK { ?e a pol:PolicyTool; skos:prefLabel '科技创新'@zh }")
