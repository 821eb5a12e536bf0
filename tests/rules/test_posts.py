"""Who holds which post, each title by itself."""

from __future__ import annotations

from functools import cache

import pytest

from kg.normalise import document
from kg.reading import read
from kg.vocabulary import load


@cache
def vocabulary():
    return load()


def posts(text: str) -> set[tuple[str, str]]:
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    return {(c.subject.label, c.object.label) for c in reading.claims if c.predicate == "holds"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中国人民银行党委书记、行长林知远出席会议。",
            {("林知远", "中国人民银行党委书记"), ("林知远", "中国人民银行行长")},
        ),
        (
            "中国人民银行副行长林知远、邵清文出席会议。",
            {("林知远", "中国人民银行副行长"), ("邵清文", "中国人民银行副行长")},
        ),
        (
            "2031年中国人民银行工作会议召开。党委委员、副行长林知远、邵清文出席会议。",
            {(who, f"中国人民银行{post}") for who in ("林知远", "邵清文") for post in ("党委委员", "副行长")},
        ),
        ("2031年中国人民银行工作会议召开。副行长林知远出席会议。", set()),
        ("德国副总理兼财政部长林知远出席会议。", set()),
        ("美国前财政部长林知远表示，需求回升。", set()),
        ("世界银行（WB）行长林知远表示，需求回升。", {("林知远", "世界银行行长")}),
        ("林知远任中国人民银行行长。", {("林知远", "中国人民银行行长")}),
        ("国家主席林知远会见客人。", {("林知远", "中华人民共和国国家主席")}),
        (
            "中央书记处书记林知远、中央军委委员邵清文在座。",
            {("林知远", "中共中央书记处书记"), ("邵清文", "中央军事委员会委员")},
        ),
    ],
)
def test_titles_before_a_name(text, expected):
    assert posts(text) == expected


@pytest.mark.parametrize(
    "text",
    ["甲国总统林知远抵达北京。", "林知远总书记强调，要抓好落实。", "中国人民银行有关负责人表示，需求回升。"],
)
def test_no_body_no_post(text):
    assert posts(text) == set()


def test_a_row_of_appointments_shares_the_post():
    found = posts("大会决定，林知远、邵清文为国务院副总理，柳安平为国务委员。")
    assert {person for person, post in found if post.endswith("副总理")} == {"林知远", "邵清文"}
    assert {person for person, post in found if post.endswith("国务委员")} == {"柳安平"}
