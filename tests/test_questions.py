"""The named questions: their files, their binding, and the rows they give on two readouts."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg import questions
from kg.cli import main
from kg.errors import QueryError
from kg.pipeline import build
from kg.store import Graph, open_graph

HERE = Path(__file__).parent
OWN = HERE / "corpus" / "work-conference-2031.txt"
SEED = HERE.parents[1] / "shared" / "corpus" / "docs" / "pboc-2024-work-conference.txt"
MEETING = "2031年中国人民银行工作会议"
ON_OWN = [
    ("1", {}, "meetingLabel role official", {(MEETING, "chairs", "周正清"), (MEETING, "speaksAt", "林望远")}),
    ("2", {}, "official nameBegin nameEnd",
     {("周正清", "139", "142"), ("何思敏", "143", "146"), ("周正清", "154", "157")}),
    ("2", {"title": "行长"}, "official post", {("林望远", "行长")}),
    ("2", {"meeting": "没有这个会"}, "official", set()),
    ("3", {}, "order institution", {("1", "财政部"), ("2", "审计署")}),
    ("4", {"official": "何思敏", "date": "2031-02-01"}, "post institution known",
     {("党委委员", "中国人民银行", "2031-01-10"), ("副行长", "中国人民银行", "2031-01-10")}),
    ("4", {"official": "何思敏", "date": "2030-12-31"}, "post", set()),
    ("6", {"official": "林望远"}, "post first", {("党委书记", "2031-01-10"), ("行长", "2031-01-10")}),
    ("8", {}, "institution times", {("国际货币基金组织", "1"), ("二十国集团", "1"), ("国际清算银行", "1")}),
    ("9", {"partner": "二十国集团"}, "relation status factYear", {("participatesIn", "Planned", "2031")}),
    ("10", {}, "institutionLabel groupLabel status factYear",
     {("中国人民银行", "中美金融工作组", "Done", "2030")}),
    ("11", {"year": "2030"}, "tool action times", {("存款准备金率", "Lower", "2")}),
    ("11", {"year": "2031"}, "tool", set()),
    ("12", {"year": "2031"}, "tool action", {("碳减排支持工具", "Continue")}),
    ("12", {"kind": "结构性"}, "tool", {("碳减排支持工具",)}),
    ("15", {"kind": "PolicyTool"}, "means goalLabel", {("存款准备金率", "保持流动性合理充裕")}),
    ("16", {"goal": "流动性"}, "manner", {("合理",), ("充裕",)}),
    ("22", {}, "status itemYear number", {("Done", "2030", "3"), ("Planned", "2031", "1")}),
    ("23", {"name": "条例"}, "policyDocument relation status", {("金融稳定条例", "implements", "Planned")}),
    ("24", {}, "shorthand standsFor issuer",
     {("金融16条", "关于做好当前金融支持房地产市场平稳健康发展工作的通知", "中国人民银行")}),
    ("25", {}, "name times", {("中国人民银行", "3"), ("央行", "2")}),
    ("26", {}, "meetingLabel guideLabel", {(MEETING, "中央经济工作会议")}),
    ("28", {"predicate": "leads"}, "subjectLabel objectLabel", {("中国人民银行", "中美金融工作组")}),
    ("29", {}, "predicateName action factYear", {("uses", "Lower", "2030"), ("servesGoal", None, "2030")}),
]  # fmt: skip
"""A question, its parameters, the columns compared, and exactly the rows that our own readout gives."""

YEARS = {"from": "2031", "to": "2032"}
KEPT = ("中国人民银行", "uses", "碳减排支持工具")
ON_BOTH = [
    ("5", YEARS, "official attended missed", {("何思敏", MEETING, "2032年中国人民银行工作会议")}),
    ("7", {}, "officialA officialB meetings", {("周正清", "林望远", "2")}),
    ("7", {"least": "3"}, "officialA", set()),
    ("13", YEARS, "label factYear", {("科技创新再贷款", "2032")}),
    ("14", {**YEARS, "kind": "PolicyTool"}, "label document",
     {("碳减排支持工具", OWN.name), ("碳减排支持工具", "work-conference-2032.txt")}),
    ("17", {"stance": "货币政策"}, "factYear stanceLabel",
     {("2030", "稳健的货币政策"), ("2031", "稳健的货币政策"), ("2031", "适度宽松的货币政策"),
      ("2032", "适度宽松的货币政策")}),
    ("18", {**YEARS, "topic": "科技创新再贷款"}, "change predicateName label",
     {("added", "uses", "科技创新再贷款"), ("added", "supports", "科技创新")}),
    ("19", {"institution": "人民银行"}, "institutionLabel predicateName label",
     {KEPT, ("中国人民银行", "supports", "绿色发展")}),
]  # fmt: skip
"""What two readouts of successive years say together."""

CONFERENCE = "2024年中国人民银行工作会议"
NAMES = {"朱鹤新": (189, 192), "张青松": (193, 196), "宣昌能": (197, 200), "陆磊": (201, 203)}
ON_SEED = [
    ("1", {"meeting": CONFERENCE}, "role official", {("chairs", "曲吉山"), ("speaksAt", "潘功胜")}, True),
    ("2", {"meeting": CONFERENCE}, "official nameBegin nameEnd",
     {(name, str(begin), str(end)) for name, (begin, end) in NAMES.items()}, True),
    ("3", {}, "institution",
     {("中央财经委员会办公室",), ("中央金融委员会办公室",), ("国务院办公厅",), ("审计署",)}, True),
    ("4", {"official": "朱鹤新", "date": "2024-01-05"}, "post institution",
     {("党委委员", "中国人民银行"), ("副行长", "中国人民银行")}, False),
    ("8", {}, "institution times", {("国际货币基金组织", "2"), ("二十国集团", "1"), ("国际清算银行", "1")}, True),
    ("9", {"institution": "中国人民银行"}, "partnerLabel relation",
     {("国际货币基金组织", "cooperatesWith"), ("国际货币基金组织", "participatesIn"),
      ("二十国集团", "participatesIn"), ("国际清算银行", "participatesIn")}, True),
    ("10", {}, "groupLabel status factYear",
     {(name, "Done", "2023") for name in ("中美金融工作组", "中欧金融工作组", "二十国集团可持续金融工作组")}, True),
    ("11", {"year": "2023"}, "tool action times",
     {("存款准备金率", "Lower", "2"), ("政策利率", "Lower", "2")}, False),
    ("12", {"year": "2024"}, "tool action",
        {(name, "Continue") for name in
         ("碳减排支持工具", "支农支小再贷款", "再贴现", "普惠小微贷款支持工具", "普惠养老专项再贷款")}, True),
    ("15", {}, "means goalLabel",
     {("存款准备金率", "保持流动性合理充裕"), ("稳健的货币政策", "保持流动性合理充裕")}, False),
    ("16", {}, "goalLabel manner",
     {("保持流动性合理充裕", "合理"), ("保持流动性合理充裕", "充裕"),
      ("保持人民币汇率在合理均衡水平上的基本稳定", "基本")}, False),
    ("21", {"status": "Planned"}, "number label",
     {("3", "碳减排支持工具"), ("3", "普惠养老专项再贷款"), ("7", "推进人民币国际化")}, False),
    ("22", {}, "status itemYear number", {("Done", "2023", "7"), ("Planned", "2024", "1")}, True),
    ("23", {}, "policyDocument relation",
     {("加大力度支持科技型企业融资行动方案", "implements"), ("非银行支付机构监督管理条例", "issues"),
      ("关于做好当前金融支持房地产市场平稳健康发展工作的通知", "implements")}, False),
    ("24", {}, "shorthand member",
     {("五篇大文章", f"{name}金融") for name in ("科技", "绿色", "普惠", "养老", "数字")}, False),
    ("24", {"name": "金融16条"}, "standsFor issuer",
     {("关于做好当前金融支持房地产市场平稳健康发展工作的通知", "中国人民银行")}, True),
    ("25", {}, "name times", {("央行", "3")}, False),
    ("26", {"meeting": CONFERENCE}, "guideLabel", {("中央经济工作会议",), ("中央金融工作会议",)}, False),
    ("28", {"predicate": "leads"}, "objectLabel",
     {("中美金融工作组",), ("中欧金融工作组",), ("二十国集团可持续金融工作组",)}, True),
]  # fmt: skip
"""The same for the seed readout; True where no other row is right, False where others may stand beside."""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Our own readout as a graph."""
    return built(OWN, tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Our readouts of two successive years as one graph."""
    return built(OWN.parent, tmp_path_factory.mktemp("both"))


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The seed readout as a graph; skipped where it is absent."""
    if not SEED.is_file():
        pytest.skip("needs the shared corpus beside the checkout")
    return built(SEED, tmp_path_factory.mktemp("seed"))


def built(path: Path, folder: Path) -> Graph:
    """One document, or the readouts of a folder, as a graph."""
    build(sorted(path.glob("work-conference-*.txt")) if path.is_dir() else [path], output=folder, page=False)
    return open_graph(folder)


def answer(graph: Graph, name: str, values: dict[str, str]) -> list[dict[str, str | None]]:
    """The rows of a question, by column."""
    result = questions.ask(graph, name, **values)
    columns = [variable.value for variable in result.variables]
    return [{c: None if row[c] is None else row[c].value for c in columns} for row in result]


def picked(graph: Graph, rows: list[dict[str, str | None]], columns: str) -> set[tuple[str | None, ...]]:
    """Some columns of the rows, with every name that an entity has instead of its preferred one."""
    found = {tuple(row[column] for column in columns.split()) for row in rows}
    known = "SELECT ?a ?b { ?e skos:prefLabel ?a ; skos:altLabel ?b . FILTER(LANG(?a) = 'zh') }"
    others = [(label, other) for label, other in graph.rows(known)]
    return found | {
        tuple(other if cell == label else cell for cell in row)
        for row in found
        for label, other in others
        if label in row
    }


@pytest.mark.parametrize(("name", "values", "columns", "rows"), ON_OWN)
def test_rows_of_own_readout(own: Graph, name: str, values: dict[str, str], columns: str, rows: set) -> None:
    found = answer(own, name, values)
    assert rows <= picked(own, found, columns)
    assert len({tuple(row[column] for column in columns.split()) for row in found}) == len(rows)


@pytest.mark.parametrize(("name", "values", "columns", "rows"), ON_BOTH)
def test_rows_of_two_years(both: Graph, name: str, values: dict[str, str], columns: str, rows: set) -> None:
    assert {tuple(row[column] for column in columns.split()) for row in answer(both, name, values)} == rows


def test_promises_that_nobody_mentions_again(both: Graph) -> None:
    rows = answer(both, "20", {})
    assert "金融稳定条例" in {row["label"] for row in rows}
    assert "碳减排支持工具" not in {row["label"] for row in rows}


def test_what_was_known_and_what_changed(both: Graph) -> None:
    rows = answer(both, "30", {"date": "2031-12-31"})
    assert {row["document"] for row in rows} == {OWN.name}
    changed = {(row["objectLabel"], row["status"], row["laterStatus"]) for row in rows if row["laterStatus"]}
    assert ("碳减排支持工具", "Planned", "Done") in changed


@pytest.mark.parametrize(("name", "values", "columns", "rows", "exact"), ON_SEED)
def test_rows_of_seed_readout(
    seed: Graph,
    name: str,
    values: dict[str, str],
    columns: str,
    rows: set,
    exact: bool,  # noqa: FBT001  a parameter of the table
) -> None:
    found = answer(seed, name, values)
    assert rows <= picked(seed, found, columns)
    if exact:
        assert len({tuple(row[column] for column in columns.split()) for row in found}) == len(rows)


@pytest.mark.parametrize("asked", questions.questions(), ids=lambda each: each.name)
def test_every_row_quotes_its_document(own: Graph, asked: questions.Question) -> None:
    (text,) = next(own.rows("SELECT ?t { ?d nif:isString ?t }"))
    for row in answer(own, asked.name, {}):
        assert row["document"] == OWN.name
        assert text[int(row["begin"]) : int(row["end"])] == row["quote"]


@pytest.mark.parametrize("name", ["1", "7", "21", "23", "24", "26", "27"])
def test_a_row_stands_once_with_its_first_quote(both: Graph, name: str) -> None:
    rows = [
        tuple(value for column, value in row.items() if column not in ("begin", "end", "quote"))
        for row in answer(both, name, {})
    ]
    assert len(rows) == len(set(rows))


def test_values_of_a_list_are_taken_in_any_case(own: Graph) -> None:
    assert answer(own, "21", {"status": "planned"}) == answer(own, "21", {"status": "Planned"}) != []


def test_there_are_thirty_in_order() -> None:
    assert [each.number for each in questions.questions()] == list(range(1, 31))


@pytest.mark.parametrize("asked", questions.questions(), ids=lambda each: each.name)
def test_help_is_in_both_languages(asked: questions.Question) -> None:
    for zh, en in ((asked.zh, asked.en), *((each.zh, each.en) for each in asked.parameters)):
        assert any("一" <= c <= "鿿" for c in zh)
        assert en.isascii() or "结构性" in en or "货币政策" in en
    declared = {each.name for each in asked.parameters}
    assert {found["name"] for found in questions.DEFAULT.finditer(asked.sparql)} == declared


HOSTILE = '"}} UNION { ?s ?p ?o } #\\" \n VALUES ?title { "x" }'


@pytest.mark.parametrize("asked", questions.questions(), ids=lambda each: each.name)
def test_hostile_value_stays_a_value(own: Graph, asked: questions.Question) -> None:
    for each in asked.parameters:
        if each.type == "text":
            assert answer(own, asked.name, {each.name: HOSTILE}) == []


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("31", {}, "no question '31'"),
        ("tool-used", {}, r"kg ask lists them \(tools-used"),
        ("11", {"month": "1"}, "has no parameter 'month': it has year, institution"),
        ("11", {"year": "二〇二三"}, "give a year like 2024"),
        ("11", {"year": "２０２３"}, "give a year like 2024"),
        ("4", {"date": "5 Jan 2024"}, "give a date like 2024-01-31"),
        ("4", {"date": "2024-02-31"}, "give a date like 2024-01-31"),
        ("7", {"least": "two"}, "give a number like 10"),
        ("13", {"from": ""}, "give a year like 2024"),
    ],
)
def test_wrong_question_or_value_is_named(own: Graph, name: str, values: dict[str, str], words: str) -> None:
    with pytest.raises(QueryError, match=words):
        questions.ask(own, name, **values)


def test_file_without_help_is_named(tmp_path: Path) -> None:
    (tmp_path / "01-x.rq").write_text("SELECT * { ?s ?p ?o }")
    with pytest.raises(QueryError, match=r"01-x\.rq: its first lines are no help text"):
        questions.questions(tmp_path)


def test_command_lists_and_answers(own: Graph) -> None:
    listed = CliRunner().invoke(main, ["ask"]).stdout
    for each in questions.questions():
        assert f"{each.name}\n    {each.zh}\n    {each.en}" in listed
    asked = ["ask", "tools-used", "year=2030", "--param", "institution=人民银行", "--format", "csv"]
    lines = CliRunner().invoke(main, [*asked, "--graph", str(own.directory)]).stdout.splitlines()
    assert lines[0].startswith("institutionLabel,tool,action")
    assert lines[1].startswith("中国人民银行,存款准备金率,Lower,2,,2030,work-conference-2031.txt,200,221,")


def test_command_shows_the_sparql_that_runs_anywhere(own: Graph) -> None:
    shown = CliRunner().invoke(main, ["ask", "11", "year=2030", "--sparql"]).stdout
    assert 'VALUES ?year { "2030" }' in shown
    assert len(list(own.dataset().query(shown))) == len(answer(own, "11", {"year": "2030"}))


def test_command_explains_a_missing_sign() -> None:
    result = CliRunner().invoke(main, ["ask", "11", "2030"])
    assert result.exit_code == 1
    assert "write PARAMETER=VALUE" in result.stderr


def test_command_takes_a_parameter_once() -> None:
    result = CliRunner().invoke(main, ["ask", "11", "year=2030", "-p", "year=2031"])
    assert (result.exit_code, result.stderr) == (1, "kg: year is given twice: ask once for each value\n")
