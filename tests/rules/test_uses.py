"""Who uses a tool where a date, a place or an approval stands between the body and the verb."""

from __future__ import annotations

from functools import cache

import pytest

from kg.normalise import document
from kg.reading import read
from kg.vocabulary import load


@cache
def vocabulary():
    return load()


@pytest.mark.parametrize(
    ("text", "agent", "tool", "action"),
    [
        ("中国人民银行决定于3月5日下调金融机构存款准备金率0.25个百分点。", "中国人民银行", "存款准备金率", "Lower"),
        ("中国人民银行自2031年1月15日起下调存款准备金率0.5个百分点。", "中国人民银行", "存款准备金率", "Lower"),
        ("中国人民银行正式设立科技创新再贷款，总额度5000亿元。", "中国人民银行", "科技创新再贷款", "Create"),
        ("中国人民银行择机下调存款准备金率。", "中国人民银行", "存款准备金率", "Lower"),
        ("财政部创设云岭债券贴息工具。", "中华人民共和国财政部", "云岭债券贴息工具", "Create"),
        ("财政部创设消费品以旧换新贴息工具。", "中华人民共和国财政部", "消费品以旧换新贴息工具", "Create"),
        ("云岭省财政厅设立普惠金融发展专项资金。", "云岭省财政厅", "普惠金融发展专项资金", "Create"),
        ("国家外汇管理局在16省市开展云岭外债业务试点。", "国家外汇管理局", "云岭外债业务试点", "Create"),
    ],
)  # fmt: skip
def test_between_body_and_verb(text: str, agent: str, tool: str, action: str) -> None:
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    uses = {(c.subject.label, c.object.label, c.action) for c in reading.claims if c.predicate == "uses"}
    assert uses == {(agent, tool, action)}


def test_a_tool_in_quotes_is_only_spoken_of() -> None:
    reading = read(document("央行“降息”是为了什么？", identifier="made-up.txt"), vocabulary())
    assert not [c for c in reading.claims if c.predicate == "uses"]


def test_what_ji_opens_begins_behind_it() -> None:
    text = "中国人民银行创设两项支持工具，即云岭增持再贷款与云岭互换便利。"
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    assert "云岭增持再贷款" in {m.entity.label for m in reading.mentions}
