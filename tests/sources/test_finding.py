import io
import os
import re
import stat
import tarfile
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import InputError, KgError
from kg.sources import find_inputs, read_documents, supported
from kg.sources.input import RATIO_FROM

TEXT = "标题\n会议强调，要稳中求进。\n".encode()


@pytest.fixture
def folder(tmp_path):
    for name in (
        "b.txt",
        "a/z.md",
        "a/sources.tsv",
        ".hidden/x.txt",
        "README.md",
        "c.PDF.bak",
        "会议.txt",
        "a.txt",
    ):
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(TEXT)
    return tmp_path / "docs"


def names(*paths, **options):
    return [found.identifier for found in find_inputs(list(map(str, paths)), **options)]


def test_a_folder_is_read_in_order_and_what_is_no_document_is_told(folder):
    skipped = []
    assert names(folder, on_skip=skipped.append) == ["a.txt", "b.txt", "会议.txt", "a/z.md"]
    assert skipped == ["README.md", "c.PDF.bak", "a/sources.tsv"]


def test_a_single_file_is_named_by_its_name(folder):
    assert names(folder / "a" / "z.md") == ["z.md"]


def test_a_file_that_the_user_names_is_read_whatever_its_suffix(folder):
    found = next(find_inputs([str(folder / "a" / "sources.tsv")]))
    assert next(read_documents(found)).title == "标题"


def test_a_pattern_names_from_its_fixed_part(folder):
    assert names(folder / "**" / "*.md") == ["README.md", "a/z.md"][1:]
    assert names(folder / "*.txt") == ["a.txt", "b.txt", "会议.txt"]


@pytest.mark.parametrize("path", ["no-such-file.txt", "no-such-*.txt"])
def test_what_is_not_there_is_named(path):
    with pytest.raises(KgError, match=r"no-such-.*: (does not exist|matches no file); name a file"):
        list(find_inputs([path]))


def test_a_loop_of_links_ends(folder):
    (folder / "a" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    found = list(find_inputs([str(folder)]))
    assert [one.identifier for one in found if one.problem] == ["self.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every file")
def test_a_file_without_permission_is_a_problem(folder):
    (folder / "b.txt").chmod(0)
    assert [one.identifier for one in find_inputs([str(folder)]) if one.problem] == ["b.txt"]


def test_a_pipe_in_a_folder_is_skipped(folder):
    os.mkfifo(folder / "pipe.txt")
    assert stat.S_ISFIFO((folder / "pipe.txt").stat().st_mode)
    assert "pipe.txt" not in names(folder)


def test_standard_input(monkeypatch):
    class Stdin:
        buffer = io.BytesIO(TEXT)

    monkeypatch.setattr("sys.stdin", Stdin)
    found = next(find_inputs(["-"]))
    assert found.identifier == "stdin"
    assert next(read_documents(found)).text.startswith("标题")


def test_a_file_that_is_too_large_is_a_problem(folder, monkeypatch):
    monkeypatch.setattr("kg.sources.finding.LARGEST", 10)
    found = next(find_inputs([str(folder / "a.txt")]))
    assert "too large" in found.problem
    with pytest.raises(InputError, match=r"a\.txt: is too large .*: split it"):
        next(read_documents(found))


def make_tar(path, members, mode="w:xz"):
    with tarfile.open(path, mode) as file:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            file.addfile(info, io.BytesIO(data))
    return path


@pytest.mark.parametrize(
    ("suffix", "mode"),
    [(".tar", "w"), (".tar.gz", "w:gz"), (".tgz", "w:gz"), (".tar.bz2", "w:bz2"), (".tar.xz", "w:xz")],
)
def test_a_tar_is_read_as_a_stream(tmp_path, suffix, mode):
    archive = make_tar(
        tmp_path / f"news{suffix}", [("2024/b.txt", TEXT), ("2024/a.tsv", b"x"), ("2024/a.txt", TEXT)], mode
    )
    skipped = []
    assert names(archive, on_skip=skipped.append) == ["2024/b.txt", "2024/a.txt"]
    assert skipped == ["2024/a.tsv"]


def test_a_member_in_a_folder_is_named_after_its_archive(tmp_path):
    make_tar(tmp_path / "one.tar.xz", [("a.txt", TEXT)])
    make_tar(tmp_path / "two.tar.xz", [("a.txt", TEXT)])
    assert names(tmp_path) == ["one.tar.xz/a.txt", "two.tar.xz/a.txt"]


def test_a_zip_is_read_in_the_order_of_its_names(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        for name in ("b.txt", "会议/a.txt", "a.txt", "__MACOSX/._a.txt"):
            file.writestr(name, TEXT)
    assert names(tmp_path / "a.zip") == ["a.txt", "b.txt", "会议/a.txt"]


def test_a_zip_with_names_in_gb18030(tmp_path):
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as file:
        file.writestr("AAAA.txt", TEXT)
    (tmp_path / "a.zip").write_bytes(plain.getvalue().replace(b"AAAA", "会议".encode("gb18030")))
    assert names(tmp_path / "a.zip") == ["会议.txt"]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "C:\\a.txt", "..\\a.txt"])
def test_a_path_that_leads_out_of_the_archive_is_a_problem(tmp_path, name):
    found = list(find_inputs([str(make_tar(tmp_path / "a.tar", [(name, TEXT), ("good.txt", TEXT)], "w"))]))
    assert "leads out of the archive" in found[0].problem
    assert found[1].problem is None


def test_links_in_a_tar_are_left_out(tmp_path):
    with tarfile.open(tmp_path / "a.tar", "w") as file:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        file.addfile(link)
    assert names(tmp_path / "a.tar") == []


def test_a_zip_bomb_is_a_problem(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("bomb.txt", b"0" * (RATIO_FROM + 1))
        file.writestr("good.txt", TEXT)
    assert [(one.identifier, bool(one.problem)) for one in find_inputs([str(tmp_path / "a.zip")])] == [
        ("bomb.txt", True),
        ("good.txt", False),
    ]


def test_a_tar_bomb_ends_the_archive_but_not_what_came_before(tmp_path):
    bomb = make_tar(tmp_path / "a.tar.xz", [("good.txt", TEXT), ("bomb.txt", b"0" * (2 * RATIO_FROM))])
    found = list(find_inputs([str(bomb)]))
    assert [(one.identifier, bool(one.problem)) for one in found] == [("good.txt", False), ("a.tar.xz", True)]


def test_a_broken_archive_is_a_problem(tmp_path):
    whole = make_tar(tmp_path / "a.tar.xz", [(f"{i}.txt", os.urandom(9000)) for i in range(9)]).read_bytes()
    (tmp_path / "a.tar.xz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 no zip")
    problems = [one for one in find_inputs([str(tmp_path)]) if one.problem]
    assert [one.identifier for one in problems] == ["a.tar.xz", "b.zip"]
    assert all("broken archive" in one.problem for one in problems)


def test_a_locked_zip_member_is_a_problem(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("a.txt", TEXT)
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert "password" in next(find_inputs([str(tmp_path / "a.zip")])).problem


def test_every_line_of_a_json_file_is_an_input(tmp_path):
    (tmp_path / "n.jsonl").write_text('{"text": "标题\\n正文。"}\n\n{"text": 3}\n', encoding="utf-8")
    found = list(find_inputs([str(tmp_path)]))
    assert [one.identifier for one in found] == ["n.jsonl#1", "n.jsonl#3"]
    assert next(read_documents(found[0])).identifiers == ("n.jsonl#1",)
    with pytest.raises(InputError, match=r'n\.jsonl#3: has no "text"'):
        next(read_documents(found[1]))


PAGE = "<html><head><title>开会</title></head><body><p>会议强调，要稳中求进，保持流动性合理充裕。</p></body></html>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/to-file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
            return
        self.send_response(404 if self.path == "/missing" else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if self.path == "/short":
            self.send_header("Content-Length", "1000000")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_args):
        """Say nothing on stderr."""


@pytest.fixture
def site():
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("{}/missing", "HTTP Error 404"),
        ("{}/short", "broke off after"),
        ("http://[", "Invalid IPv6"),
        ("http://", "no host"),
        ("http://127.0.0.1:1/", "refused"),
    ],
)
def test_an_address_that_gives_nothing_is_named_on_one_line(site, address, words):
    (found,) = find_inputs([address.format(site)])
    assert re.search(words, found.problem)
    assert "\n" not in found.problem


def test_an_address_may_have_chinese_in_it(site):
    assert next(find_inputs([f"{site}/通知 一?标题=甲"])).problem is None


def test_a_page_on_the_web(site):
    found = next(find_inputs([f"{site}/page"]))
    document = next(read_documents(found))
    assert document.source == f"{site}/page"
    assert "稳中求进" in document.text


@pytest.mark.parametrize("path", ["/missing", "/to-file"])
def test_a_page_that_cannot_be_had_is_a_problem(site, path):
    assert "cannot be fetched" in next(find_inputs([site + path])).problem


def test_supported_names():
    assert supported("news/2024.tar.xz")
    assert supported("A.HTML")
    assert not supported("~$a.docx")
    assert not supported("LICENSE.txt")
