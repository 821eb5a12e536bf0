"""A law is issued by the body of its order, to the ends that its first article names."""

from __future__ import annotations

from functools import cache

import pytest

from kg.normalise import document
from kg.reading import read
from kg.vocabulary import load

ARTICLE = "第一条 为了规范支付活动，防范支付风险，制定本{}。\n第二条 企业应当提高自律水平。\n"


@cache
def vocabulary():
    return load()


def facts(text: str) -> set[tuple[str, str, str]]:
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    return {(c.subject.label, c.predicate, c.object.label) for c in reading.claims}


@pytest.mark.parametrize(
    ("title", "head", "body"),
    [
        (
            "云岭支付管理条例",
            "2019年3月1日 国务院第39次常务会议通过\n2019年3月8日 中华人民共和国国务院令第909号公布",
            "中华人民共和国国务院",
        ),
        (
            "中华人民共和国云岭支付法",
            "2019年3月1日 第十三届全国人民代表大会常务委员会第九次会议通过",
            "全国人民代表大会常务委员会",
        ),
        ("云岭支付管理办法", "2019年3月8日 中国人民银行令〔2019〕第9号公布", "中国人民银行"),
    ],
)
def test_law_is_issued_to_its_ends(title: str, head: str, body: str) -> None:
    found = facts(f"{title}\n{head}\n{ARTICLE.format(title[-2:].removeprefix('付'))}")
    assert (body, "issues", title) in found
    assert {o for s, p, o in found if (s, p) == (title, "servesGoal")} == {"规范支付活动", "防范支付风险"}
    assert {o for s, p, o in found if (s, p) == (body, "pursues")} == {"规范支付活动", "防范支付风险"}


def test_order_is_issued_too() -> None:
    found = facts(
        "云岭支付管理条例\n2019年3月8日 中华人民共和国国务院令第909号公布\n" + ARTICLE.format("条例")
    )
    assert ("中华人民共和国国务院", "issues", "中华人民共和国国务院令第909号") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("民政部等11部门日前印发《云岭关爱行动方案》。", {("中华人民共和国民政部", "云岭关爱行动方案")}),
        ("中共中央、国务院23日印发《云岭创新若干意见》。", {("中国共产党中央委员会", "云岭创新若干意见"), ("中华人民共和国国务院", "云岭创新若干意见")}),
        ("国际货币基金组织（IMF）16日发布《云岭经济展望报告》。", {("国际货币基金组织", "云岭经济展望报告")}),
        ("国务院总理林知远10月8日主持召开国务院常务会议。\n会议讨论并原则通过《云岭银行法（修订草案）》。", {("中华人民共和国国务院", "云岭银行法（修订草案）")}),
        ("国务院总理林知远10月8日主持召开国务院常务会议，部署做好电力供应；通过《云岭许可条例（草案）》。", {("中华人民共和国国务院", "云岭许可条例（草案）")}),
        ("中国人民银行开展调研。由三家企业联合制定的《云岭支持政策办法》公布。", set()),
    ],
)  # fmt: skip
def test_who_issues_a_document(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(s, o) for s, p, o in facts(text) if p == "issues"} == expected


def test_a_law_to_be_revised_is_improved():
    text = "中国人民银行推动修订《云岭银行法》。"
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    assert [(c.predicate, c.object.label, c.action) for c in reading.claims] == [
        ("issues", "云岭银行法", "Improve")
    ]


def test_a_local_order_is_of_the_government_that_it_bears():
    text = "甲云省地方金融监督管理办法\n2031年12月1日 甲云省人民政府令第208号公布\n第一条 为了规范地方金融活动，制定本办法。\n第二条 本办法自2032年1月1日起施行。《甲云旧规定》同时废止。"
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    issued = {(c.subject.label, c.object.label, c.action) for c in reading.claims if c.predicate == "issues"}
    assert ("甲云省人民政府", "甲云省地方金融监督管理办法", "Create") in issued
    assert ("甲云省人民政府", "甲云旧规定", "End") in issued
