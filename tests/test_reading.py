"""What holds of the reading of any text, whatever it says; what it should find in one is in test_gold."""

from __future__ import annotations

import subprocess
import sys

import pytest
from gold.cases import cases
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from kg.emit import graph_block
from kg.model import Kind
from kg.normalise import document, fold
from kg.reading import Reader, read
from kg.vocabulary import load

VOCABULARY = load()
TEXTS = [case.text for case in cases()]
PIECES = """
中国人民银行 财政部 央行 各国央行 该行 IMF G20 中美、中欧 工作组 行长 党委书记 潘功胜 陆　磊 习近平 李强 2031年工作会议 会议 会上 中央经济工作会议 《云岭办法》 《 》 “ ” （ ） 以下简称
存款准备金率 降准 再贷款 稳健的货币政策 流动性合理充裕 科技创新 社会融资规模 下调 保持 支持 运用 创设 贯彻落实 精神 召开 出席 主持 讲话 指出 表示 介绍 要 将 应 拟 不 不再 了 已经 为 为了 以 对 把 由 被 通过
依托 平台 加强与 合作 牵头 参与 和 与 、 ， 。 ； ： ？ ！ 一是 二是 （一） 1. 第一条 第 三 条 2030年 今年 明年 1月4日-5日 0.5个百分点 两次 3000亿元 稳 保 防 促 增长 就业 等 的 同志 任 担任 会见 同 举行 会谈 \n \n\n # **
""".split(" ")
TEXT = st.lists(st.sampled_from([p.replace("\\n", "\n") for p in PIECES]), max_size=40).map("".join)


def said(text):
    """The claims of a text in words, without places."""
    reading = read(document(text, identifier="-"), VOCABULARY)
    return [
        (c.subject.iri, c.predicate, c.object.iri, c.status, c.year, c.action, c.rule, c.amount, c.manner)
        for c in reading.claims
    ]


def check(reading):
    """Every place lies in the text, and every claim quotes a sentence."""
    text = reading.document.text
    spans = [m.span for m in reading.mentions] + [s for c in reading.claims for s in c.evidence]
    assert all(0 <= s.begin < s.end <= len(text) for s in [*spans, *reading.sentences])
    assert {s for c in reading.claims for s in c.evidence} <= set(reading.sentences)
    assert all(c.object.institution and c.object.title for c in reading.claims if c.object.kind is Kind.POST)
    assert all(c.subject.iri and c.object.iri and c.subject != c.object for c in reading.claims)


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_any_text_of_the_genre_can_be_read(text):
    check(read(document(text, identifier="-"), VOCABULARY))


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_read(text):
    check(read(document(text, identifier="-"), VOCABULARY))


@given(st.sampled_from(TEXTS), st.data())
@settings(max_examples=150, deadline=None)
def test_a_torn_text_can_be_read(text, data):
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    check(read(document(text[begin:end], identifier="-"), VOCABULARY))


def test_every_annotated_text_is_read_within_its_bounds():
    for text in TEXTS:
        check(read(document(text, identifier="-"), VOCABULARY))


def test_traditional_characters_say_the_same():
    convert = OpenCC("s2t").convert
    pairs = [(text, convert(text)) for text in TEXTS]
    same = [(text, other) for text, other in pairs if text != other and fold(other) == fold(text)]
    assert len(same) > 0.9 * len(TEXTS)
    assert [other for text, other in same if said(other) != said(text)] == []


def test_wide_letters_and_digits_say_the_same():
    wide = {code: code + 0xFEE0 for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}
    texts = [text for text in TEXTS if text.translate(wide) != text]
    assert len(texts) > 50
    assert [text for text in texts if said(text.translate(wide)) != said(text)] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text + "\n\n\n",
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace("\n", "\n\n\n"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", " \u3000\n"),
        "\u200b".join,
    ],
    ids=["BOM", "blank end", "blank line", "two blank lines", "CRLF", "trailing blanks", "unseen characters"],
)
def test_what_cannot_be_seen_changes_nothing(samples, change):
    texts = [text for text in TEXTS if "\n" in text] + [
        path.read_text(encoding="utf-8") for path in sorted(samples.glob("*.txt"))
    ]
    assert len(texts) > 8
    assert [text for text in texts if said(change(text)) != said(text)] == []


def test_reading_twice_and_with_another_reader_gives_the_same():
    given_ = [document(text, identifier="-") for text in TEXTS[:60]]
    first = [read(one, VOCABULARY) for one in given_]
    assert [Reader(VOCABULARY).read(one) for one in given_[:5]] == first[:5]
    assert [read(one, VOCABULARY) for one in reversed(given_)] == first[::-1]


def test_a_name_has_one_iri_in_every_text():
    words = ("云岭省金融监督管理局约谈了三家公司。", "会上，云岭省金融监督管理局局长郝文清发言。")
    bodies = [
        {
            m.entity.iri
            for m in read(document(text, identifier="-"), VOCABULARY).mentions
            if m.entity.kind is Kind.INSTITUTION
        }
        for text in words
    ]
    assert bodies[0] & bodies[1]


def test_the_reader_needs_no_segmentation():
    """Neither engine is loaded, so that nothing in a graph can depend on which one is installed."""
    code = (
        "import sys; from kg.normalise import document; from kg.reading import read; from kg.vocabulary import load;"
        "read(document('中国人民银行行长潘功胜出席会议。', identifier='-'), load()); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "kg.reading" in loaded
    assert not loaded & {"jieba", "rjieba"}


REVIEWED = "2031年中国人民银行工作会议于2031年1月5日召开。会议认为，2030年，人民银行各项工作有了进展。"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("一是全年两次下调存款准备金率。", 2030),
        ("一是政策发力。年内两次下调存款准备金率。", 2030),
        ("会议要求，2031年要抓好以下工作。一是全年适时下调存款准备金率。", 2031),
    ],
)
def test_a_review_speaks_of_its_own_year(text, year):
    reading = read(document(REVIEWED + text, identifier="-"), VOCABULARY)
    assert {c.year for c in reading.claims if c.predicate == "uses"} == {year}


def test_a_plan_in_a_title_is_no_time_to_come():
    text = REVIEWED + "人民银行落实《云岭三年行动计划》，各项任务完成。"
    reading = read(document(text, identifier="-"), VOCABULARY)
    assert [c.status.value for c in reading.claims if c.predicate == "implements"] == ["Done"]


def test_a_work_conference_of_a_place_speaks_for_the_body_of_the_place_whose_head_chairs_it():
    text = "2031年云岭省金融工作会议2月19日在南浦召开。云岭省副省长、省委金融办主任林知远出席会议并讲话。云岭省地方金融管理局局长邵清文主持会议。会议要求，要降低企业融资成本。"
    reading = read(document(text, identifier="-"), VOCABULARY)
    assert {c.subject.label for c in reading.claims if c.predicate == "pursues"} == {"云岭省地方金融管理局"}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "2024年云岭省金融工作会议召开\n云岭日报南浦2024年2月20日讯 2024年云岭省金融工作会议2月19日至20日在南浦召开。",
            ("2024-02-19", "2024-02-20", "南浦"),
        ),
        (
            "二十国集团财长和央行行长会议在成都闭幕\n样例社成都2016年7月24日电\n二十国集团财长和央行行长会议7月23日至24日在成都举行。",
            ("2016-07-23", "2016-07-24", "成都"),
        ),
        ("2031年云岭省金融工作会议召开\n2031年3月5日，云岭省财政厅召开座谈会。", (None, None, None)),
    ],
)
def test_a_meeting_of_a_headline_has_the_days_of_the_sentence_that_names_it_again(text, held):
    meeting = Reader(load()).scene_of(document(text, identifier="-")).meeting
    assert (meeting.begin, meeting.end, meeting.location) == held


def test_a_meeting_that_the_headline_names_has_the_dates_that_the_lead_gives():
    text = "2031年云岭省金融工作会议召开\n云岭日报南浦2031年2月20日讯　2031年云岭省金融工作会议2月19日至20日在南浦召开。"
    meeting = next(m.entity for m in read(document(text, identifier="-"), VOCABULARY).mentions)
    assert (meeting.begin, meeting.end, meeting.location) == ("2031-02-19", "2031-02-20", "南浦")


def test_the_number_of_a_meeting_in_all_is_no_part_of_its_name():
    text = "中国人民银行货币政策委员会2031年第一季度（总第132次）例会于2031年3月29日在北京召开。"
    meetings = {m.entity.label for m in read(document(text, identifier="-"), VOCABULARY).mentions}
    assert "中国人民银行货币政策委员会2031年第一季度例会" in meetings


def test_a_host_is_named_by_the_whole_of_its_name_in_the_meetings():
    reading = read(document("二十国集团财长和央行行长会议在成都闭幕。", identifier="-"), VOCABULARY)
    named = {m.entity.label: reading.document.text[slice(*m.span)] for m in reading.mentions}
    assert named["二十国集团"] == "二十国集团"


def test_a_host_that_only_a_meeting_names_is_found_where_its_name_stands():
    reading = read(document("十四届全国人大二次会议举行记者会\n", identifier="-"), VOCABULARY)
    text = reading.document.text
    hosts = [m.span for m in reading.mentions if m.entity.label == "十四届全国人大"]
    assert [text[s.begin : s.end] for s in hosts] == ["十四届全国人大"]


def test_a_known_meeting_that_is_no_series_has_no_edition():
    text = "中国共产党第十八次全国代表大会在北京召开\n新华社北京2012年11月8日电　中国共产党第十八次全国代表大会11月8日在北京召开。"
    meetings = {m.entity.iri for m in read(document(text, identifier="-"), VOCABULARY).mentions}
    assert "meeting/cpc_18" in meetings
    assert not any(iri.startswith("meeting/2012年") for iri in meetings)


def test_meetings_of_which_a_year_has_several_are_told_apart_by_the_day():
    texts = (
        f"国务院总理顾云岚2031年{day}主持召开国务院常务会议，研究稳就业。" for day in ("5月8日", "6月8日")
    )
    first, second = (
        {m.entity.label for m in read(document(text, identifier="-"), VOCABULARY).mentions} for text in texts
    )
    assert "2031年5月8日国务院常务会议" in first
    assert "2031年6月8日国务院常务会议" in second
    yearly = "2031年中央经济工作会议12月8日在北京举行。"
    meetings = {m.entity.label for m in read(document(yearly, identifier="-"), VOCABULARY).mentions}
    assert "2031年中央经济工作会议" in meetings
    held = read(document("中共中央政治局2031年7月30日召开会议。", identifier="-"), VOCABULARY)
    assert 'skos:altLabel "中共中央政治局会议"@zh' in graph_block(held)
    today = "国务院总理顾云岚今天主持召开国务院常务会议，研究稳就业。"
    said = read(document(today, identifier="-", issued="2031-07-08"), VOCABULARY)
    assert "2031年7月8日国务院常务会议" in {m.entity.label for m in said.mentions}


def test_a_digest_with_a_line_of_a_mark_only_is_read():
    check(read(document("国内联播快讯\n。\n财政部下调关税。", identifier="-"), VOCABULARY))
