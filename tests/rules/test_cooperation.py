"""With whom a body works, what it leads and what it takes part in."""

from __future__ import annotations

from functools import cache

import pytest

from kg.normalise import document
from kg.reading import read
from kg.vocabulary import load


@cache
def vocabulary():
    return load()


def facts(text: str) -> set[tuple[str, str, str]]:
    wanted = ("cooperatesWith", "leads", "participatesIn")
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    return {(c.subject.label, c.predicate, c.object.label) for c in reading.claims if c.predicate in wanted}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "中国人民银行加强与国际货币基金组织对话沟通。",
            ("中国人民银行", "cooperatesWith", "国际货币基金组织"),
        ),
        ("中国人民银行与国际清算银行签署合作备忘录。", ("中国人民银行", "cooperatesWith", "国际清算银行")),
        (
            "中国人民银行与审计署、国家外汇管理局建立信息共享机制。",
            ("中国人民银行", "cooperatesWith", "国家外汇管理局"),
        ),
        ("中国人民银行牵头设立中美金融工作组。", ("中国人民银行", "leads", "中美金融工作组")),
        (
            "中国人民银行依托二十国集团等平台，推进政策协调。",
            ("中国人民银行", "participatesIn", "二十国集团"),
        ),
        ("非洲联盟加入二十国集团。", ("非洲联盟", "participatesIn", "二十国集团")),
    ],
)
def test_bodies_that_work_together(text, expected):
    assert expected in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "国务院总理李强同世界银行行长林知远、国际货币基金组织总裁邵清文举行对话会。",
        "中国人民银行和审计署分别公布了名单。",
        "林知远同志1974年加入中国共产党。",
        "中国人民银行通过二十国集团发布了倡议。",
    ],
)
def test_named_together_is_not_working_together(text):
    assert facts(text) == set()


def test_a_group_that_is_referred_to_is_led():
    text = "会议欢迎可持续金融工作组的报告。该小组由中国人民银行和英格兰银行牵头。"
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    led = {(c.subject.label, c.object.label) for c in reading.claims if c.predicate == "leads"}
    assert led == {(who, "二十国集团可持续金融工作组") for who in ("中国人民银行", "英格兰银行")}
