from datetime import date

import pytest

from kg.masthead import find_anchor, find_masthead, iso_day
from kg.normalise import document, fold

BODY = "会议强调，要坚持稳中求进。各单位要抓好落实。"


def head_of(text):
    return find_masthead(fold(text))


@pytest.mark.parametrize(
    ("text", "issued", "publisher"),
    [
        (f"某行开会\n财联社1月5日讯，据某行网站，2024年某行工作会议1月4日-5日在京召开。{BODY}", "2024-01-05", "财联社"),
        (f"某会召开\n新华社北京2023年10月31日电 某会30日至31日举行。{BODY}", "2023-10-31", "新华社"),
        (f"某会召开\n新华社北京10月31日电 某会30日至31日举行。{BODY}", None, "新华社"),
        (f"某会召开\n新华社北京12月12日电 某会举行。总结2023年经济工作，部署2024年经济工作。{BODY}", "2023-12-12", "新华社"),
        (f"某会召开\n财联社1月12日讯，某会举行，总结2023年工作，部署2024年工作。{BODY}", "2024-01-12", "财联社"),
        (f"某会召开\n央视网消息（新闻联播）：某会今天举行。{BODY}", None, "央视网"),
        (f"某所答问\n路透北京9月7日 - 某所周五表示，将完善规则。{BODY}", None, "路透"),
        (f"某台开播\n央视网消息：今天（5月22日），某台开播。1950年5月22日，旧台开播。{BODY}", None, "央视网"),
        (f"某会筹备\n央视网消息：今天（9月11日），某会宣布，大会将于2031年9月15日举行。{BODY}", None, "央视网"),
        (f"某会召开\n央视网消息：今天（9月11日），某会闭幕。2031年9月10日，某会开幕。{BODY}", "2031-09-11", "央视网"),
        (f"某行开会\n样例社香港2024年1月24日电\n\n{BODY}", "2024-01-24", "样例社"),
        (f"某行开会\n云岭日报南浦2024年2月20日讯　{BODY}", "2024-02-20", "云岭日报"),
        (f"某行开会\n本报2024年2月20日讯　{BODY}", "2024-02-20", None),
        (f"早报2024年8月2日星期五\n{BODY}", "2024-08-02", None),
        (f"某行例会\n发布日期：2024-03-29\n来源：某省人民银行\n{BODY}", "2024-03-29", "某省人民银行"),
        (f"某讲话\n（2020年11月21日，北京）\n{BODY}", "2020-11-21", None),
        (f"某讲话\n{BODY}（新华社北京11月17日电）《 人民日报 》（ 2020年11月18日 02 版）", "2020-11-18", "人民日报"),
        (f"某条例\n2014年10月29日 国务院第67次常务会议通过\n2015年2月17日 中华人民共和国国务院令第660号公布\n2015年5月1日 施行\n第一条 {BODY}", "2015-02-17", "国务院"),
        (f"中国人民银行关于某事的通知\n银发〔2003〕121号\n各分行：\n{BODY}\n中国人民银行\n二○○三年六月五日", "2003-06-05", "中国人民银行"),
        (f"关于某事的通知\n汇发〔2019〕28号\n{BODY}", None, "国家外汇管理局"),
        (f"Joint Statement\nJune 9, 2025\nWe met. {BODY}", "2025-06-09", None),
        (f"Joint Statement\nRecalling what was said on June 9, 2025 in London, we met.\n{BODY}", None, None),
    ],
)  # fmt: skip
def test_what_a_document_says_of_itself(text, issued, publisher):
    found = head_of(text)
    assert (found.issued, found.publisher) == (issued, publisher)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"# 某行开会\n\n# 某行开会\n\n{BODY}", "某行开会"),
        (f"\n某行　　开会\n{BODY}", "某行 开会"),
        (f"{BODY}\n{BODY}", None),
        (f"央视网消息（新闻联播）：某会\n{BODY}", None),
        (BODY, None),
        ("", None),
    ],
)
def test_the_title(text, title):
    assert document(text, identifier="a").title == title


def test_the_source_is_an_address_that_the_text_gives():
    assert (
        head_of(f"某行开会\n{BODY}\n原文链接：https://example.org/a?b=1\n").source
        == "https://example.org/a?b=1"
    )


@pytest.mark.parametrize(
    ("text", "issued", "anchor"),
    [
        (
            f"某会\n某会12月11日至12日在京举行。总结2023年经济工作，部署2024年经济工作。{BODY}",
            None,
            date(2023, 12, 11),
        ),
        (f"某行\n某行决定，自2015年4月20日起下调。{BODY}", None, date(2015, 4, 20)),
        (f"某行\n某规划到2035年12月31日完成。{BODY}", None, None),
        (BODY, "2024-01-05", date(2024, 1, 5)),
    ],
)
def test_the_anchor(text, issued, anchor):
    assert find_anchor(fold(text), issued) == anchor


def test_iso_day_wants_a_whole_day():
    assert iso_day("2024年1月") is None
    assert iso_day("1月5日") is None
    assert iso_day("2024年02月05日") == "2024-02-05"
