"""Names that no list holds, read in sentences of our own with invented names."""

from __future__ import annotations

from functools import cache

import pytest

from kg.emit import graph_block
from kg.model import Kind
from kg.normalise import document
from kg.reading import read
from kg.vocabulary import load


@cache
def vocabulary():
    return load()


def named(text: str, kind: Kind) -> set[str]:
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    return {m.entity.label for m in reading.mentions if m.entity.kind is kind}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("云岭市副市长林知远表示，项目已经开工。", {"林知远"}),
        ("云岭市副市长林知远、邵清和、柳安平出席活动。", {"林知远", "邵清和", "柳安平"}),
        ("任命林知远为云岭银行行长，邵清和、柳安平为副行长。", {"林知远", "邵清和", "柳安平"}),
        ("邵清和、柳安平为副主任委员（女，壮族）。", {"邵清和", "柳安平"}),
        ("林知远同志主持会议。", {"林知远"}),
        ("副行长林  远出席会议。", {"林远"}),
        ("甲国总统阿尔贝托·科斯塔会见客人。", {"阿尔贝托·科斯塔"}),
        ("首席经济学家温知行表示，需求回升。温知行还说，价格平稳。", {"温知行"}),
        ("林知远已卸任云岭证券交易所总经理。", {"林知远"}),
    ],
)
def test_persons(text, people):
    assert named(text, Kind.OFFICIAL) == people


@pytest.mark.parametrize(
    "text",
    [
        "行长将于近日到任。",
        "执行主席席就座后，大会开始。",
        "全党同志要团结一致。",
        "各国央行行长和财长讨论了通胀。",
        "轮值主席国以来的成果受到肯定。",
        "高效、安全、稳定运行。",
    ],
)
def test_no_persons(text):
    assert named(text, Kind.OFFICIAL) == set()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("云岭农村商业银行股份有限公司发布公告。", "云岭农村商业银行股份有限公司"),
        ("会议听取了云岭交易所的汇报。", "云岭交易所"),
        ("美国财政部表示，将发行债券。", "美国财政部"),
        ("中国政府高度重视金融稳定。", "中国政府"),
        ("中央纪委国家监委驻云岭银行纪检监察组组长林知远出席会议。", "中央纪委国家监委驻云岭银行纪检监察组"),
        ("主题教育中央第八巡回指导组到会指导。", "主题教育中央第八巡回指导组"),
        ("双方设立中美、中欧金融工作组。", "中欧金融工作组"),
        ("十四届全国人大外事委员会、华侨委员会名单获得通过。", "全国人民代表大会华侨委员会"),
        ("路透北京9月7日 - 市场表现平稳。", "路透社"),
        ("国务院银行业监督管理机构负责监管。", "国务院银行业监督管理机构"),
    ],
)
def test_bodies(text, body):
    assert body in named(text, Kind.INSTITUTION)


@pytest.mark.parametrize(
    "text",
    [
        "有关部门和各国央行将加强协调。",
        "要引导重点银行加大投放。",
        "美国一家法院作出判决。",
        "专门委员会完成了审议。",
        "企业集团稳步发展，商业银行积极参与。",
    ],
)
def test_generic_groups_are_no_bodies(text):
    assert named(text, Kind.INSTITUTION) == set()


def test_a_title_leaves_the_party_committee_to_its_body():
    assert named("中国人民银行党委书记、行长林知远出席会议。", Kind.INSTITUTION) == {"中国人民银行"}


def test_that_bank_is_the_bank_before_it():
    text = "云岭国际银行股份有限公司今天开业。该公司将服务当地企业。"
    reading = read(document(text, identifier="made-up.txt"), vocabulary())
    places = [m.span.begin for m in reading.mentions if m.entity.label == "云岭国际银行股份有限公司"]
    assert places == [0, text.index("该公司")]


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("第九届云岭金融论坛今天开幕。", "第九届云岭金融论坛"),
        ("全国支付工作会议在京召开。", "全国支付工作会议"),
        ("林知远主持召开深化支付改革座谈会。", "深化支付改革座谈会"),
        ("《云岭文稿》出版座谈会今天在京召开。", "《云岭文稿》出版座谈会"),
        ("要落实二十届历次全会精神。", "二十届历次全会"),
        ("国务院第47次常务会议通过。", "国务院第47次常务会议"),
        ("国家外汇管理局今天举行新闻发布会。", "国家外汇管理局新闻发布会"),
    ],
)
def test_meetings(text, meeting):
    assert meeting in named(text, Kind.MEETING)


@pytest.mark.parametrize(
    "text", ["会议指出，要稳步推进。", "有关会议将陆续召开。", "公司董事会认为价格合理。"]
)
def test_generic_meetings_are_none(text):
    assert named(text, Kind.MEETING) == set()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "两部门印发《关于做好云岭支付服务的指导意见》。《指导意见》明确，费用减半。",
            "关于做好云岭支付服务的指导意见",
        ),
        ("中国人民银行公告〔2031〕第3号明确了范围。", "中国人民银行公告〔2031〕第3号"),
        ("要深入实施云岭协调发展战略和全面节水战略。", "全面节水战略"),
        ("制定实施云岭流域治理方案。", "云岭流域治理方案"),
        ("会议审议通过《云岭支付条例（草案）》。", "云岭支付条例（草案）"),
    ],
)
def test_documents(text, label):
    assert label in named(text, Kind.DOCUMENT)


@pytest.mark.parametrize(
    "text",
    [
        "电视剧《云岭往事》今晚播出。",
        "《新闻联播》今天播出。",
        "有关方面提出了意见和建议。",
        "《通知》要求及时上报。",
        "要完善信息发布规则。",
    ],
)
def test_works_and_bare_words_are_no_documents(text):
    assert named(text, Kind.DOCUMENT) == set()


def test_a_short_name_and_this_regulation_are_the_document_before():
    text = "云岭支付条例\n第一条　为了规范支付，制定本条例。"
    assert len(named(text.replace("云岭支付条例", "《云岭支付条例》"), Kind.DOCUMENT)) == 1


def test_a_newspaper_in_marks_is_a_body():
    assert "云岭日报" in named("《云岭日报》报道了此事。", Kind.INSTITUTION)


def test_quotes_round_a_part_of_a_maxim_stay():
    assert named("要坚持“双碳”引领，坚持“系统谋划”。", Kind.STANCE) == {"“双碳”引领", "系统谋划"}


def test_a_notice_behind_de_begins_with_its_name():
    assert named("针对6月发布的完善云币购售业务管理有关问题的通知，作了说明。", Kind.DOCUMENT) == {
        "完善云币购售业务管理有关问题的通知"
    }


def test_a_speaker_is_no_name_of_the_body_that_he_speaks_for():
    reading = read(document("习近平总书记强调，要扩大内需。", identifier="made-up.txt"), vocabulary())
    assert "中国共产党中央委员会" in {m.entity.label for m in reading.mentions}
    assert "<institution/cpc_cc> skos:altLabel" not in graph_block(reading)


@pytest.mark.parametrize(
    ("text", "names", "known"),
    [
        ("国务院总理李强出席会议。", {"李强"}, True),
        ("云岭省村民李强说，李强家今年种了十亩地。", {"李强"}, False),
        ("英格兰银行行长卡尼说，会议下周举行。卡尼将出席。", {"马克·卡尼"}, True),
        ("白宫发言人卡尼说，会议下周举行。卡尼将出席。", {"卡尼"}, False),
        ("英格兰银行行长马克·卡尼出席会议。卡尼发言。", {"马克·卡尼"}, True),
    ],
)
def test_namesakes_are_told_apart(text: str, names: set[str], *, known: bool) -> None:
    mentions = read(document(text, identifier="made-up.txt"), vocabulary()).mentions
    people = {m.entity for m in mentions if m.entity.kind is Kind.OFFICIAL}
    assert {person.label for person in people} == names
    assert all(person.known is known for person in people)
