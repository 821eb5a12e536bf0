"""Who convened, chaired, addressed and attended a meeting."""

from __future__ import annotations

from functools import cache

import pytest

from kg.normalise import document
from kg.reading import read
from kg.vocabulary import load

OPENING = "云岭中央银行股份有限公司召开2031年云岭金融工作会议。"


@cache
def vocabulary():
    return load()


def facts(text: str, *predicates: str) -> set[tuple[str, str]]:
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    return {(c.predicate, c.subject.label) for c in reading.claims if c.predicate in predicates}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("董事长林知远主持会议并讲话。", {("chairs", "林知远"), ("speaksAt", "林知远")}),
        ("总经理林知远，监事长邵清文出席会议。", {("attends", "林知远"), ("attends", "邵清文")}),
        (
            "审计署、财政部有关负责同志应邀出席会议。",
            {("attends", "中华人民共和国审计署"), ("attends", "中华人民共和国财政部")},
        ),
        ("会议听取了财政部关于预算执行情况的汇报。", {("attends", "中华人民共和国财政部")}),
        ("会议听取了秘书长林知远作的关于支付工作的报告。", {("speaksAt", "林知远")}),
        ("出席会议的还有林知远同志、邵清文同志。", {("attends", "林知远"), ("attends", "邵清文")}),
    ],
)
def test_at_the_meeting(text, expected):
    assert facts(OPENING + text, "chairs", "speaksAt", "attends") == expected


@pytest.mark.parametrize(
    "text",
    [
        "最高人民检察院检察长等有关方面出席会议。",
        "会议学习了林知远同志重要讲话精神。",
        "各单位负责人参加会议。",
    ],
)
def test_nobody_named_attends(text):
    assert facts(OPENING + text, "chairs", "speaksAt", "attends") == set()


def test_bodies_state_at_a_press_conference():
    text = "国务院新闻办公室举行新闻发布会。财政部表示，收入增长。中国人民银行行长林知远介绍，信贷合理增长。"
    assert facts(text, "attends", "speaksAt", "convenes") == {
        ("convenes", "国务院新闻办公室"),
        ("attends", "中华人民共和国财政部"),
        ("speaksAt", "林知远"),
    }


def test_a_planned_visit_is_planned():
    reading = read(document("林知远同志将出席第九届云岭金融论坛。", identifier="a.txt"), vocabulary())
    assert [c.status.value for c in reading.claims if c.predicate == "attends"] == ["Planned"]


def test_a_leaders_round_table_is_his_own():
    text = "国务院总理李强主持召开座谈会。李强说，要抓好落实。"
    assert not facts(text, "convenes")
    assert ("chairs", "李强") in facts(text, "chairs")


def test_a_bare_press_conference_is_the_one_named_before():
    text = "行长林知远在国新办新闻发布会上宣布降息。国家外汇管理局局长邵清文在发布会上表示，要防范风险。"
    reading = read(document(text, identifier="a.txt"), vocabulary())
    spoke = {(c.subject.label, c.object.label) for c in reading.claims if c.predicate == "speaksAt"}
    assert ("邵清文", "国务院新闻办公室新闻发布会") in spoke
