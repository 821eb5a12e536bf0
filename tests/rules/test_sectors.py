"""Whom and what a text says to support, serve or fund."""

from __future__ import annotations

from functools import cache

import pytest

from kg.model import Kind
from kg.normalise import document
from kg.reading import read
from kg.vocabulary import load

OPENING = "甲省农村信用联合社召开2031年工作会议。会议要求，"


@cache
def vocabulary():
    return load()


def supported(text: str) -> list[str]:
    reading = read(document(f"{OPENING}{text}", identifier="made-up.txt"), vocabulary())
    return [
        c.object.label
        for c in reading.claims
        if c.predicate == "supports" and c.subject.kind is Kind.INSTITUTION
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("要大力支持科技创新。", ["科技创新"]),
        ("要加大对小微企业、个体工商户的信贷投放。", ["小微企业", "个体工商户"]),
        ("要加大对小微企业支持。", ["小微企业"]),
        ("要提高服务实体经济的能力和水平。", ["实体经济"]),
        ("要改进小微企业金融服务。", ["小微企业"]),
        ("要引导资金流向乡村振兴。", ["乡村振兴"]),
        ("要引导更多资金用于支持科技创新。", ["科技创新"]),
        ("要加大对科技创新、先进制造等重点领域的支持。", ["科技创新", "先进制造业", "重点领域"]),
        ("要发行专项债券支持灾后重建。", ["灾后恢复重建"]),
        ("要做好科技金融、绿色金融等大文章。", ["科技金融", "绿色金融"]),
        ("要增强金融服务中小微企业能力和动力。", ["中小微企业"]),
        ("要支持刚性和改善性住房需求。", ["刚性和改善性住房需求"]),
    ],
)
def test_objects_of_support(text, labels):
    assert supported(text) == labels


@pytest.mark.parametrize(
    "text",
    [
        "要支持防范各类风险。",
        "要保障地方政府债务风险可控。",
        "要支持会议决定的工作。",
        "要支持大胆试、大胆闯。",
        "服务出口同比增长，服务业占比提高。",
    ],
)
def test_troubles_activities_and_bare_words_are_not_supported(text):
    assert supported(text) == []


def test_what_the_supported_is_to_do_is_not_supported_with_it():
    assert supported("要支持上市公司通过再融资、并购重组等方式渡过难关。") == ["上市公司"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("要激发民营企业活力。", ["民营企业"]),
        ("要保持资本市场平稳运行。", ["资本市场"]),
        ("要减轻批发零售企业负担。", ["批发零售企业"]),
        ("要扩大就业。", []),
        ("要调整能源结构。", []),
    ],
)
def test_inside_a_goal_groups_and_trades_count_and_topics_do_not(text, labels):
    reading = read(document(f"{OPENING}{text}", identifier="made-up.txt"), vocabulary())
    assert [m.entity.label for m in reading.mentions if m.entity.kind is Kind.SECTOR] == labels
