from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import find_dates, number, resolve

ANCHOR = date(2024, 1, 5)

FORMS = [
    ("1月4日-5日", "range", "2024-01-04", "2024-01-05"),
    ("2024年1月4日至5日", "range", "2024-01-04", "2024-01-05"),
    ("3月28日—31日", "range", "2024-03-28", "2024-03-31"),
    ("12月30日至1月2日", "range", "2023-12-30", "2024-01-02"),
    ("2024年12月30日至2025年1月2日", "range", "2024-12-30", "2025-01-02"),
    ("2024年1月4-5日", "range", "2024-01-04", "2024-01-05"),
    ("15日至16日", "range", "2023-12-15", "2023-12-16"),
    ("二〇二四年一月五日", "day", "2024-01-05", "2024-01-05"),
    ("12月14日", "day", "2023-12-14", "2023-12-14"),
    ("今年2月29日", "day", "2024-02-29", "2024-02-29"),
    ("今天（9月24日）", "day", "2023-09-24", "2023-09-24"),
    ("22日", "day", "2023-12-22", "2023-12-22"),
    ("5号闭幕", "day", "2024-01-05", "2024-01-05"),
    ("2024-01-05", "day", "2024-01-05", "2024-01-05"),
    ("2024/1/5", "day", "2024-01-05", "2024-01-05"),
    ("今年前三季度", "quarter", "2024-01-01", "2024-09-30"),
    ("2023年第四季度", "quarter", "2023-10-01", "2023-12-31"),
    ("一季度", "quarter", "2024-01-01", "2024-03-31"),
    ("去年四季度", "quarter", "2023-10-01", "2023-12-31"),
    ("一至三季度", "quarter", "2024-01-01", "2024-09-30"),
    ("首季度", "quarter", "2024-01-01", "2024-03-31"),
    ("下半年", "half", "2024-07-01", "2024-12-31"),
    ("去年上半年", "half", "2023-01-01", "2023-06-30"),
    ("1-9月", "month", "2024-01-01", "2024-09-30"),
    ("前9个月", "month", "2024-01-01", "2024-09-30"),
    ("1月至2月", "month", "2024-01-01", "2024-02-29"),
    ("今年3月底", "month", "2024-03-21", "2024-03-31"),
    ("2023年6月", "month", "2023-06-01", "2023-06-30"),
    ("12月上旬", "month", "2024-12-01", "2024-12-10"),
    ("“十四五”时期", "period", "2021-01-01", "2025-12-31"),
    ("“十五五”", "period", "2026-01-01", "2030-12-31"),
    ("十三五期间", "period", "2016-01-01", "2020-12-31"),
    ("2021—2025年", "period", "2021-01-01", "2025-12-31"),
    ("2023年末", "year", "2023-12-31", "2023-12-31"),
    ("二〇二四年", "year", "2024-01-01", "2024-12-31"),
    ("去年", "year", "2023-01-01", "2023-12-31"),
    ("明年", "year", "2025-01-01", "2025-12-31"),
    ("今年以来", "year", "2024-01-01", "2024-12-31"),
    ("年内", "year", "2024-01-01", "2024-12-31"),
    ("今天", "relative", "2024-01-05", "2024-01-05"),
    ("昨天", "relative", "2024-01-04", "2024-01-04"),
    ("近日", "relative", None, None),
    ("下一阶段", "relative", None, None),
]


@pytest.mark.parametrize(("text", "kind", "begin", "end"), FORMS)
def test_a_form_resolves_from_the_day_of_the_document(text, kind, begin, end):
    mention = resolve(next(find_dates(f"据悉，{text}在北京")), ANCHOR)
    assert (mention.kind, mention.begin, mention.end) == (kind, begin, end)


@pytest.mark.parametrize("text", [form[0] for form in FORMS])
def test_a_mention_is_where_the_text_has_it(text):
    mention = next(find_dates(f"会议于{text}"))
    assert mention.span.begin == 3


@pytest.mark.parametrize(
    "text",
    ["60日内办结", "3个月", "银发〔2003〕121号", "4.5%", "第20次会议", "5号线", "一是", "3.5日元", "1.5倍"],
)
def test_what_is_no_date(text):
    assert list(find_dates(text)) == []


def test_without_an_anchor_nothing_is_made_up():
    mention = next(find_dates("1月4日-5日"))
    assert (mention.begin, mention.end, mention.year) == ("--01-04", "--01-05", None)
    assert resolve(mention, None) is mention


def test_a_day_that_no_calendar_has_is_settled_by_nothing():
    assert next(find_dates("2024年2月30日")).begin is None
    assert resolve(next(find_dates("2月29日")), date(2023, 3, 1)).begin is None


def test_several_dates_in_order():
    text = "2024年中国人民银行工作会议1月4日-5日在京召开，总结2023年工作，近日公布前三季度数据"
    assert [text[m.span.begin : m.span.end] for m in find_dates(text)] == [
        "2024年",
        "1月4日-5日",
        "2023年",
        "近日",
        "前三季度",
    ]


@pytest.mark.parametrize(
    ("text", "value"), [("二〇二四", 2024), ("三十一", 31), ("十", 10), ("二十", 20), ("05", 5)]
)
def test_numbers(text, value):
    assert number(text) == value


DATE_TEXT = st.text(
    alphabet="0123456789一二三四五十〇年月日季度前上下半至-—“”今去明天昨末底初旬期间个号（）/. ", max_size=24
)


@given(DATE_TEXT, st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_any_text_gives_dates_in_order_that_the_calendar_has(text, anchor):
    place = 0
    for mention in find_dates(text):
        assert place <= mention.span.begin < mention.span.end <= len(text)
        place = mention.span.end
        found = resolve(mention, anchor)
        if found.begin and found.end:
            assert date.fromisoformat(found.begin)
            assert date.fromisoformat(found.end)
        assert (found.begin is None) == (found.end is None)
