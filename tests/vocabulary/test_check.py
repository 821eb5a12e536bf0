from __future__ import annotations

import pytest

from kg.vocabulary import file_paths
from kg.vocabulary.check import check


def test_a_vocabulary_in_order_has_no_problem(folder):
    assert check(file_paths(folder)) == []


@pytest.mark.parametrize(
    ("blocks", "message"),
    [
        (
            (
                '<tool/x> a pol:PolicyTool ; skos:prefLabel "X facility"@en, "中期借贷便利"@zh ; skos:broader <tool/cat_all> ;'
                " skos:inScheme <scheme/tools> ; pol:attestedIn 1 ."
            ),
            '"中期借贷便利"@zh names <tool/mlf>, <tool/x>',
        ),
        (
            (
                '<sector/x> a pol:Sector ; skos:prefLabel "X"@en, "甲业"@zh ; pol:ambiguousLabel "甲业"@zh ;'
                " skos:inScheme <scheme/tools> ; pol:attestedIn 1 ."
            ),
            "is no label of two entries",
        ),
        (
            (
                '<tool/x> a pol:PolicyTool ; skos:prefLabel "X"@en, "甲"@zh ; skos:broader <tool/y> ;'
                " skos:inScheme <scheme/tools> ; pol:attestedIn 1 ."
                '<tool/y> a pol:PolicyTool ; skos:prefLabel "Y"@en, "乙"@zh ; skos:broader <tool/x> ;'
                " skos:inScheme <scheme/tools> ; pol:attestedIn 1 ."
            ),
            "skos:broader leads back to <tool/x>",
        ),
        (
            (
                '<sector/x> a pol:Sector ; skos:prefLabel "X"@en, "甲业"@zh ; skos:broader <sector/none> ;'
                " skos:inScheme <scheme/tools> ; pol:attestedIn 1 ."
            ),
            "<sector/none> is described in no file",
        ),
        (
            '<sector/x> a pol:Sector ; skos:prefLabel "甲业"@zh ; skos:inScheme <scheme/tools> ; pol:attestedIn 1 .',
            "no skos:prefLabel in en",
        ),
        (
            '<sector/x> a pol:Sector ; skos:prefLabel "X"@en ; skos:inScheme <scheme/tools> ; pol:attestedIn 1 .',
            "no skos:prefLabel in zh",
        ),
        (
            '<sector/x> a pol:Sector ; skos:prefLabel "X"@en, "甲业"@zh, "乙业"@zh ; skos:inScheme <scheme/tools> ; pol:attestedIn 1 .',
            "two skos:prefLabel in zh",
        ),
        (
            '<sector/x> a pol:Sector ; skos:prefLabel "X"@en, "甲业"@zh ; skos:altLabel "甲业"@zh ; skos:inScheme <scheme/tools> ; pol:attestedIn 1 .',
            '<sector/x> has "甲业"@zh twice',
        ),
        ('<sector/x> a pol:Sector ; skos:prefLabel "X"@en, "甲业"@zh ; pol:attestedIn 1 .', "in no scheme"),
        (
            '<sector/x> a pol:Sector ; skos:prefLabel "X"@en, "甲业"@zh ; skos:inScheme <scheme/tools> .',
            "neither pol:attestedIn",
        ),
        (
            '<sector/x> a pol:Sector ; skos:prefLabel "X"@en, "甲业"@zh ; skos:inScheme <scheme/tools> ; pol:attestedIn 0 .',
            "neither pol:attestedIn",
        ),
        (
            '<tool/x> a pol:PolicyTool ; skos:prefLabel "X"@en, "甲工具"@zh ; skos:inScheme <scheme/tools> ; pol:attestedIn 1 .',
            "no broader tool",
        ),
        ('<post/pboc/x> a pol:Post ; skos:prefLabel "X"@en, "甲"@zh ; pol:title "甲" .', "has no org:postIn"),
        (
            '<post/pboc/x> a pol:Post ; skos:prefLabel "X"@en, "甲"@zh ; org:postIn <institution/pboc> .',
            "has no pol:title",
        ),
        (
            (
                '<institution/x> a pol:Institution ; skos:prefLabel "X"@en, "甲局"@zh ; pol:attestedIn 1 ;'
                " dcterms:isReplacedBy <institution/pboc> ."
            ),
            "lacks dcterms:replaces <institution/x>",
        ),
        (
            (
                '<institution/x> a pol:Institution ; skos:prefLabel "X"@en, "甲局"@zh ; pol:attestedIn 1 ;'
                ' schema:foundingDate "2003"^^xsd:gYear ; schema:dissolutionDate "1999"^^xsd:gYear .'
            ),
            "ends (1999) before it begins (2003)",
        ),
        (
            (
                '<institution/x> a pol:Institution ; skos:prefLabel "X"@en, "甲局"@zh ; pol:attestedIn 1 ;'
                ' schema:foundingDate "2003-02-30"^^xsd:date .'
            ),
            "is no date",
        ),
        (
            (
                '<institution/x> a pol:Institution ; skos:prefLabel "X"@en, "甲局"@zh ; pol:attestedIn 1 ;'
                ' schema:foundingDate "2003-02"^^xsd:gYear .'
            ),
            "is no date",
        ),
        (
            '<institution/x> a pol:Institution ; skos:prefLabel "X"@en, "人民银行街道"@zh ; skos:hiddenLabel "人行"@zh ; pol:attestedIn 1 .',
            '"人行" also stands in 人行道',
        ),
        (
            '<institution/x> a pol:Institution ; skos:prefLabel "X"@en, "支持中心"@zh ; skos:altLabel "支持"@zh ; pol:attestedIn 1 .',
            '"支持" is a common word',
        ),
        ('<sector/x> a pol:Sektor ; skos:prefLabel "X"@en, "甲业"@zh .', "pol:Sektor is not in"),
        (
            '<interval/2021/2023> a time:Interval ; schema:startDate "2021"^^xsd:gYear ; schema:endDate "2023"^^xsd:gYear .',
            "is used by no term of office",
        ),
        (
            "<membership/x> a org:Membership ; org:member <official/li_ming> ; org:organization <institution/pboc> .",
            "has no org:role",
        ),
        ("<tool/x>   a   pol:PolicyTool .", "not in canonical form"),
    ],
)
def test_what_is_wrong_is_named_in_its_file(folder, write, blocks, message):
    path = write(blocks)
    found = [problem for problem in check(file_paths(folder)) if message in problem.message]
    assert found
    assert found[0].path.parent == path.parent
    assert str(found[0]).startswith(f"{found[0].path}:{found[0].line}: ")


def test_the_line_is_that_of_the_label(folder, write):
    path = write(
        '<tool/x> a pol:PolicyTool ;\n    skos:prefLabel "X facility"@en, "某便利"@zh ;\n    skos:altLabel "中期借贷便利"@zh ;\n'
        "    skos:broader <tool/cat_all> ;\n    skos:inScheme <scheme/tools> ;\n    pol:attestedIn 1 .\n"
    )
    (problem,) = check(file_paths(folder))
    assert problem.path == path
    assert "skos:altLabel" in path.read_text(encoding="utf-8").splitlines()[problem.line - 1]


def test_a_label_declared_ambiguous_may_be_shared(folder, write):
    write(
        '<tool/x> a pol:PolicyTool ;\n    skos:prefLabel "X facility"@en, "中期借贷便利"@zh ;\n    pol:ambiguousLabel "中期借贷便利"@zh ;\n'
        "    skos:broader <tool/cat_all> ;\n    skos:inScheme <scheme/tools> ;\n    pol:attestedIn 1 .\n"
    )
    assert check(file_paths(folder)) == []


def test_a_not_label_protects_a_short_label(folder, write):
    write(
        '<institution/x> a pol:Institution ;\n    skos:prefLabel "X"@en, "人民银行街道"@zh ;\n    skos:hiddenLabel "人行"@zh ;\n'
        '    pol:notLabel "人行道"@zh ;\n    pol:attestedIn 1 .\n'
    )
    assert check(file_paths(folder)) == []


@pytest.mark.parametrize(
    ("begin", "end", "overlaps"),
    [
        ("2021", "2023", True),
        ("2022", "2023", False),
        ("2021-12", "2023", True),
        ("2018", "2020", False),
        ("2018", "2021", True),
    ],
)
def test_terms_of_office_that_surely_overlap(folder, write, begin, end, overlaps):
    kinds = {4: "gYear", 7: "gYearMonth"}
    write(
        f'<interval/{begin}/{end}> a time:Interval ;\n    schema:endDate "{end}"^^xsd:{kinds[len(end)]} ;\n'
        f'    schema:startDate "{begin}"^^xsd:{kinds[len(begin)]} .\n\n'
        f"<membership/wang/pboc/行长/{begin}> a org:Membership ;\n    org:member <official/wang> ;\n"
        f"    org:memberDuring <interval/{begin}/{end}> ;\n    org:organization <institution/pboc> ;\n    org:role <post/pboc/行长> .\n\n"
        '<official/wang> a pol:Official ;\n    skos:prefLabel "Wang"@en, "王某"@zh ;\n    pol:attestedIn 1 .\n'
    )
    found = [problem for problem in check(file_paths(folder)) if "overlap" in problem.message]
    assert bool(found) == overlaps


def test_the_packages_own_words_are_in_order():
    assert [str(problem) for problem in check(file_paths())] == []
