from __future__ import annotations

import json

import pytest

from kg.vocabulary import cache, load


def test_what_is_kept_is_what_was_read(folder, cache_folder):
    first = load(folder=folder)
    (kept,) = cache_folder.glob("vocabulary-*.json")
    assert load(folder=folder) == first
    assert cache.decode(json.loads(kept.read_bytes())) == first


def test_a_changed_file_is_read_again(folder):
    load(folder=folder)
    path = folder / "words.ttl"
    path.write_text(path.read_text(encoding="utf-8").replace("李明", "李光"), encoding="utf-8")
    assert load(folder=folder).entries["official/li_ming"].label == "李光"


def test_another_class_for_the_users_words_is_another_result(folder, tmp_path):
    from kg.model import Kind

    mine = tmp_path / "mine.csv"
    mine.write_text("label\n低空经济\n", encoding="utf-8")
    assert load([mine], as_kind=Kind.SECTOR, folder=folder).surfaces["低空经济"] == ("sector/低空经济",)
    assert load([mine], as_kind=Kind.GOAL, folder=folder).surfaces["低空经济"] == ("goal/低空经济",)


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"entries": []}', b"\xff"])
def test_a_broken_cache_is_as_good_as_none(folder, cache_folder, broken):
    first = load(folder=folder)
    (kept,) = cache_folder.glob("vocabulary-*.json")
    kept.write_bytes(broken)
    assert load(folder=folder) == first


def test_a_cache_that_cannot_be_written_harms_nothing(folder, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert "institution/pboc" in load(folder=folder).entries


def test_only_the_newest_stay(folder, cache_folder):
    path = folder / "words.ttl"
    text = path.read_text(encoding="utf-8")
    for number in range(cache.KEPT + 3):
        path.write_text(f"{text}# {number}\n", encoding="utf-8")
        load(folder=folder)
    assert len(list(cache_folder.glob("*"))) == cache.KEPT
