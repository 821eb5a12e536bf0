"""Which verb phrases are goals, with which edges, and over which quantities."""

from __future__ import annotations

from functools import cache

import pytest

from kg.model import Span
from kg.normalise import document
from kg.reading import read
from kg.recognizers.found import Layer
from kg.rules import figures
from kg.scene import Scene
from kg.vocabulary import load

OPENING = "甲省农村信用联合社召开2031年工作会议。会议要求，"


@cache
def vocabulary():
    return load()


def found(text: str) -> list[str]:
    reading = read(document(f"{OPENING}{text}", identifier="made-up.txt"), vocabulary())
    return list(dict.fromkeys(claim.object.label for claim in reading.claims if claim.predicate == "pursues"))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("要持续完善信贷审批机制。", ["完善信贷审批机制"]),
        ("要扩大服务覆盖面、优化网点布局。", ["扩大服务覆盖面", "优化网点布局"]),
        ("要深化改革。", ["深化改革"]),
        ("要守住风险底线，提高资产质量。", ["守住风险底线", "提高资产质量"]),
    ],
)
def test_states_to_be_reached_are_goals(text, labels):
    assert found(text) == labels


@pytest.mark.parametrize(
    "text",
    [
        "要认真学习领会。",
        "要加强调查研究。",
        "要形成强大合力。",
        "要把思想统一到会议部署上来。",
        "要制定网点建设三年行动方案。",
        "要推动这一工作。",
        "随着业务有序增长，",
        "要加大对种粮大户的支持力度。",
        "服务出口增长，服务业加速向高端升级。",
        "要把网点转型作为重要抓手。",
        "全年实现营业收入3000万元。",
    ],
)
def test_activities_papers_and_attitudes_are_none(text):
    assert found(text) == []


def test_members_of_a_row_with_their_own_verbs_are_goals_of_their_own():
    assert found("要扩大内需、优化供给。") == ["扩大内需", "优化供给"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("要化解过剩水泥产能。", "化解过剩水泥产能"),
        ("要形成有效的创新激励机制。", "形成有效的创新激励机制"),
        ("要统筹好有效市场和有为政府的关系。", "统筹有效市场和有为政府的关系"),
        ("要推动全面绿色转型。", "推动全面绿色转型"),
        ("要扩大进一步便利化的范围和领域。", "扩大便利化的范围和领域"),
    ],
)
def test_a_label_loses_adverbs_and_no_part_of_a_word(text, label):
    assert found(text) == [label]


def test_short_goals_in_a_row_are_split():
    assert found("要稳预期、稳资金面、稳投资。") == ["稳预期", "稳资金面", "稳投资"]


def test_a_row_of_states_under_one_verb_is_split():
    labels = found("要推动经营效益持续改善、资产质量不断提高。")
    assert labels == ["推动经营效益持续改善", "推动资产质量不断提高"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("要降低不良贷款率。", "不良贷款率"),
        ("要保持贷款增速平稳。", "贷款增速"),
        ("要减少煤炭运输量。", "煤炭运输量"),
    ],
)
def test_quantities_of_a_goal_are_indicators_that_it_concerns(text, label):
    reading = read(document(f"{OPENING}{text}", identifier="made-up.txt"), vocabulary())
    assert [c.object.label for c in reading.claims if c.predicate == "concerns"] == [label]


def test_figures_stated_are_quantities_and_rates_that_are_set_are_not():
    text = "村级网点复工率达到95%，操作利率为1.4%"
    scene = Scene(document(text, identifier="made-up.txt"), text, Layer(()), {})
    assert [scene.said(place) for place in figures.stated(scene, Span(0, len(text)))] == ["村级网点复工率"]


@pytest.mark.parametrize("text", ["要抓好十件事。", "要做好以下五项重点工作。", "要防范汇率超调风险。"])
def test_what_only_counts_work_and_what_begins_in_a_word_are_none(text):
    assert {"抓好十件事", "做好以下五项重点工作", "调风险"}.isdisjoint(found(text))


def test_the_quantity_of_a_goal_begins_behind_its_inner_verb():
    text = f"{OPENING}要引导商业银行下调云岭房贷利率，引导银行降低云岭房贷利率。"
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    assert {c.object.label for c in reading.claims if c.predicate == "concerns"} == {"云岭房贷利率"}
