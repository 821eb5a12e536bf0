"""The page in a real browser: what page-reading people, and tests outside the project, rely on."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING

import pytest
from made_up import made_up
from world import BASE, SPOKE, TEXTS

from kg.render.page import write_page

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Open
    from playwright.sync_api import Page

BODIES = {text.identifier: text.text for text in TEXTS}


def counts(page: Page) -> dict[str, int]:
    return page.evaluate("kg.counts()")


def overlaps(boxes: list[list[float]]) -> list[tuple[list[float], list[float]]]:
    return [
        (a, b)
        for a, b in itertools.combinations(boxes, 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def edges(page: Page) -> list[str]:
    """The links of all lines drawn, as the page itself writes them."""
    rows = json.loads(page.locator("#data").text_content() or "")["chunks"]
    nodes = next(chunk["columns"] for chunk in rows if chunk["table"] == "nodes")
    facts = next(chunk["columns"] for chunk in rows if chunk["table"] == "facts")
    names = [row[0] for row in json.loads(page.locator("#data").text_content() or "")["meta"]["predicates"]]
    triples = {
        (nodes["iri"][a], names[p], nodes["iri"][b])
        for a, p, b in zip(facts["from"], facts["predicate"], facts["to"], strict=True)
    }
    return [f"#edge={a}+{p}+{b}" for a, p, b in sorted(triples)]


def evidence(page: Page) -> list[tuple[str, int, int, str]]:
    return [
        (row["document"], int(row["begin"]), int(row["end"]), row["text"])
        for row in page.evaluate(
            "[...document.querySelectorAll('[data-evidence]')].map(e => ({...e.dataset, text: e.querySelector('blockquote').textContent}))"
        )
    ]


def test_a_name_typed_selects_it_and_shows_a_sentence_that_contains_it(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.locator("input[type=search]").press_sequentially("潘功胜")
    assert page.locator("[role=option]").count() == 1
    page.keyboard.press("Enter")
    assert page.evaluate("kg.selected()") == f"{BASE}official/pan"
    assert "潘功胜" in page.locator("[data-evidence] blockquote").first.inner_text()


@pytest.mark.parametrize("typed", ["pgs", "pangongsheng", "pān gōng shèng", "Pan Gong", "潘行长", "功胜"])
def test_search_knows_aliases_english_and_pinyin(open_page: Open, world_page: Path, typed: str):
    page = open_page(world_page)
    page.fill("input[type=search]", typed)
    page.keyboard.press("Enter")
    assert page.evaluate("kg.selected()") == f"{BASE}official/pan"


def test_search_finds_words_apart_and_shows_the_name_that_was_typed(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.fill("input[type=search]", "Gongsheng pan")
    assert "潘功胜" in page.locator("[role=option]").first.inner_text()
    page.fill("input[type=search]", "潘行长")
    assert page.locator("[role=option] small").first.inner_text() == "潘行长"


def test_search_says_when_nothing_is_found(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.fill("input[type=search]", "zzzz")
    assert page.locator("#found").inner_text() == "没有找到"
    page.keyboard.press("Enter")
    assert page.evaluate("kg.selected()") is None


def test_only_what_documents_name_is_on_the_page(open_page: Open, world_page: Path):
    page = open_page(world_page)
    assert (
        counts(page)["nodes"] == 13
    )  # 15 entities, less the post (folded) and the body that no document names
    page.evaluate(f"kg.select('{BASE}institution/unnamed')")
    assert page.evaluate("kg.selected()") is None


def test_each_type_filter_counts_what_is_drawn(open_page: Open, world_page: Path):
    page = open_page(world_page)
    boxes = page.locator("input[data-class]")
    total = 0
    for place in range(boxes.count()):
        for other in range(boxes.count()):
            boxes.nth(other).set_checked(other == place)
        shown = int(page.locator("#kinds li").nth(place).locator(".number").inner_text())
        assert counts(page)["nodes"] == shown > 0
        total += shown
    assert total == 13


def test_years_narrow_nodes_and_edges(open_page: Open, world_page: Path):
    page = open_page(world_page)
    before = counts(page)
    page.select_option('select[data-year="from"]', "2024")
    after = counts(page)
    assert after["nodes"] < before["nodes"]
    assert after["edges"] < before["edges"]
    page.select_option('select[data-year="from"]', "2023")
    assert counts(page) == before


def test_status_predicate_confidence_and_document_narrow(open_page: Open, world_page: Path):
    page = open_page(world_page)
    before = counts(page)["edges"]
    page.locator('[data-predicate="uses"]').set_checked(False)
    assert counts(page)["edges"] == before - 3
    page.click('[data-action="reset"]')
    page.locator("details", has=page.locator("#statuses")).locator("summary").click()
    page.locator('[data-status="Planned"]').set_checked(False)
    assert counts(page)["edges"] == 5
    page.click('[data-action="reset"]')
    page.locator("details", has=page.locator("#confidence")).locator("summary").click()
    page.locator("#confidence").fill("0.7")
    assert page.locator("#sure").inner_text() == "0.7"
    assert counts(page)["edges"] == before - 1
    page.click('[data-action="reset"]')
    page.select_option("#document", label="2023-01-06 2023年会议综述")
    assert counts(page)["edges"] == 6


def test_every_edge_shows_evidence_that_stands_in_its_document(open_page: Open, world_page: Path):
    page = open_page(world_page)
    links = edges(page)
    assert len(links) == counts(page)["edges"] == 11
    for link in links:
        page.evaluate("link => { location.hash = link }", link)
        page.wait_for_selector("h2.edge")
        shown = evidence(page)
        assert shown
        for document, begin, end, text in shown:
            assert BODIES[document][begin:end] == text
        page.evaluate("location.hash = ''")
        page.wait_for_selector("h2.edge", state="detached")


def test_a_fact_says_status_year_action_times_and_amount(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.evaluate(f"kg.select('{BASE}tool/rrr')")
    words = page.locator(".badge").all_inner_texts()
    assert {"已做", "要做", "下调", "2023", "2 次", "0.5个百分点"} <= set(words)
    marks = page.locator("blockquote", has_text="两次下调").locator("mark").all_inner_texts()
    assert marks == ["中国人民银行", "存款准备金率"]


def test_a_post_is_the_name_of_the_edge_to_its_body(open_page: Open, world_page: Path):
    page = open_page(world_page, view=f"#edge={BASE}official/pan+holds+{BASE}institution/pboc")
    assert page.locator("h2.edge .verb").inner_text() == "行长"


def test_only_web_addresses_become_links(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.evaluate(f"kg.select('{BASE}official/pan')")
    assert page.locator("a[href^='https://example.org/2023']").count() > 0
    assert page.locator("a[href^='javascript']").count() == 0


def test_the_reading_view_marks_sentences_and_comes_back(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.evaluate(f"kg.select('{BASE}tool/rrr')")
    page.locator("[data-evidence]", has_text="两次下调").get_by_text("读原文").click()
    assert page.locator(".sentence.on").inner_text() == "中国人民银行两次下调存款准备金率，共0.5个百分点。"
    page.locator(".sentence", has_text="新设科技创新").click()
    assert page.locator("#panel article").count() == 3
    assert "𠀀" in page.locator("div.text").inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("kg.selected()") == f"{BASE}tool/rrr"
    assert page.locator("#graph").is_visible()


def test_a_name_without_facts_is_found_in_its_text(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.evaluate(f"kg.select('{BASE}official/only_named')")
    assert evidence(page) == [("2024/会议.txt", 0, len(SPOKE), SPOKE)]
    page.get_by_text("读原文").click()
    assert page.locator(".on").inner_text() == SPOKE


def test_the_read_button_opens_a_text_with_its_mentions(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.click('button[data-action="read"]')
    page.locator(".mention", has_text="潘功胜").click()
    assert page.evaluate("kg.selected()") == f"{BASE}official/pan"


def test_two_years_are_compared_with_both_sentences(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.click('button[data-action="compare"]')
    rows = {
        name: page.locator(f"#compare-{name} tbody tr")
        for name in ("reworded", "promised", "added", "dropped", "kept")
    }
    assert "保持流动性合理充裕" in rows["reworded"].inner_text()
    assert "保持流动性总体充裕" in rows["reworded"].inner_text()
    assert rows["reworded"].locator("blockquote").count() == 2
    assert "存款准备金率" in rows["promised"].inner_text()
    assert any("科技创新再贷款" in text for text in rows["added"].all_inner_texts())
    assert any("支农支小再贷款" in text for text in rows["dropped"].all_inner_texts())
    assert any("潘功胜" in text for text in rows["kept"].all_inner_texts())


def test_a_path_joins_two_things(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.evaluate(f"kg.select('{BASE}official/zhu')")
    page.get_by_text("找路径…").click()
    page.evaluate(f"kg.select('{BASE}institution/pboc')")
    assert page.locator("#panel article").count() == 3
    assert "3 步相连" in page.locator("#panel").inner_text()


def test_a_path_goes_to_what_is_typed(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.evaluate(f"kg.select('{BASE}official/zhu')")
    page.get_by_text("找路径…").click()
    page.locator("input[type=search]").press_sequentially("中国人民银行")
    page.keyboard.press("Enter")
    assert "3 步相连" in page.locator("#panel").inner_text()


def test_neighbours_at_a_depth(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.evaluate(f"kg.select('{BASE}official/zhu')")
    page.select_option("#depth", "1")
    assert counts(page) == {"nodes": 2, "edges": 1}
    page.select_option("#depth", "2")
    assert counts(page) == {"nodes": 3, "edges": 2}


def test_the_years_play(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.click('[data-action="play"]')
    assert page.locator('select[data-year="to"]').input_value() == "2023"
    page.wait_for_timeout(1_500)
    assert page.locator('select[data-year="to"]').input_value() == "2024"


def test_the_language_changes_every_label_that_has_one(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.evaluate(f"kg.select('{BASE}official/pan')")
    page.click('button[data-action="language"]')
    assert page.locator("#panel h2").inner_text() == "Pan Gongsheng"
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#kinds .name").first.inner_text() == "Official"
    chinese = page.evaluate(
        "[...document.querySelectorAll('button, label, summary, h3, th')].filter(e => e.offsetParent && !e.closest('[lang=zh]'))"
        ".map(e => e.innerText).filter(text => /[一-鿿]/.test(text))"
    )
    assert {text for text in chinese if "会议" not in text and "保持" not in text} == set()


def test_light_and_dark(open_page: Open, world_page: Path):
    page = open_page(world_page)
    light = page.evaluate("getComputedStyle(document.querySelector('.panel')).backgroundColor")
    page.click('button[data-action="theme"]')
    assert page.evaluate("getComputedStyle(document.querySelector('.panel')).backgroundColor") != light
    assert open_page(world_page, color_scheme="dark").locator("html").get_attribute("data-theme") == "dark"


def test_the_list_is_a_table_of_the_facts_shown(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.click('button[data-action="list"]')
    assert page.locator("table.facts tbody tr").count() == 12
    page.select_option('select[data-year="from"]', "2024")
    assert page.locator("table.facts tbody tr").count() == 5
    page.click('button[data-action="list"]')
    assert page.locator("canvas").is_visible()


def test_keyboard_alone(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.keyboard.press("/")
    page.keyboard.type("再贷款")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("kg.selected()") in {f"{BASE}tool/relending", f"{BASE}tool/new"}
    assert page.evaluate("document.activeElement.id") == "panel"
    page.locator("canvas").focus()
    page.keyboard.press("Escape")
    assert page.evaluate("kg.selected()") is None
    for key in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    assert page.evaluate("kg.selected()") is not None


def test_a_click_on_a_node_selects_it(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.evaluate(f"kg.select('{BASE}institution/pboc')")
    page.keyboard.press("Escape")
    box = page.evaluate("kg.labels()")[0]
    frame = page.locator("canvas").bounding_box()
    assert frame
    page.mouse.click(frame["x"] + (box[0] + box[2]) / 2, frame["y"] + (box[1] + box[3]) / 2)
    assert page.evaluate("kg.selected()") is not None


def test_a_link_restores_the_view(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.evaluate(f"kg.select('{BASE}tool/rrr')")
    page.select_option('select[data-year="to"]', "2023")
    page.locator('[data-class="Sector"]').set_checked(False)
    page.click('button[data-action="language"]')
    view, shown = page.evaluate("location.hash"), counts(page)
    again = open_page(world_page, view=view)
    assert again.evaluate("kg.selected()") == f"{BASE}tool/rrr"
    assert counts(again) == shown
    assert again.locator("html").get_attribute("lang") == "en"


def test_the_back_button_goes_back_through_selections_and_views(open_page: Open, world_page: Path):
    page = open_page(world_page)
    page.evaluate(f"kg.select('{BASE}tool/rrr')")
    page.locator('[data-class="Sector"]').set_checked(False)
    page.evaluate(f"kg.select('{BASE}official/pan')")
    page.click('button[data-action="read"]')
    page.go_back()
    page.wait_for_selector("#graph", state="visible")
    assert page.evaluate("kg.selected()") == f"{BASE}official/pan"
    page.go_back()
    page.wait_for_function(f"kg.selected() === '{BASE}tool/rrr'")
    assert not page.locator('[data-class="Sector"]').is_checked()
    page.go_back()
    page.wait_for_function("kg.selected() === null")
    page.go_forward()
    page.wait_for_function(f"kg.selected() === '{BASE}tool/rrr'")


@pytest.mark.parametrize(
    ("action", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("csv", b"\xef\xbb\xbf")]
)
def test_take_away(open_page: Open, world_page: Path, action: str, begins: bytes):
    page = open_page(world_page)
    page.click("#take summary")
    with page.expect_download() as download:
        page.click(f'[data-action="{action}"]')
    body = download.value.path().read_bytes()
    assert body.startswith(begins)
    if action == "csv":
        assert len(body.decode("utf-8-sig").splitlines()) == 13
        assert "中国人民银行两次下调" in body.decode()
    if action == "svg":
        assert "中国人民银行".encode() in body


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_labels_overlap(open_page: Open, browser_pages: dict[str, Path], language: str):
    for path in browser_pages.values():
        page = open_page(path)
        if language == "en":
            page.click('button[data-action="language"]')
        boxes = page.evaluate("kg.labels()")
        assert boxes
        assert overlaps(boxes) == []
        page.locator("#names").set_checked(True)
        assert overlaps(page.evaluate("kg.labels()")) == []


@pytest.fixture(scope="session")
def browser_pages(world_page: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("sizes")
    return {"world": world_page} | {
        str(size): write_page(made_up(size), folder / f"{size}.html") for size in (100, 2_000)
    }


def test_a_large_page_opens_on_the_most_connected_and_grows(open_page: Open, browser_pages: dict[str, Path]):
    page = open_page(browser_pages["2000"])
    assert counts(page)["nodes"] == 150
    page.click('[data-action="more"]')
    assert counts(page)["nodes"] == 200
    page.click('button[data-action="list"]')
    assert counts(page)["nodes"] == 2_000
    page.click('button[data-action="graph"]')
    assert counts(page)["nodes"] == 200
    page.fill("input[type=search]", "Official 1993")
    page.keyboard.press("Enter")
    assert page.evaluate("kg.selected()") == f"{BASE}official/1993"
    assert counts(page)["nodes"] > 200
    page.click('[data-action="all"]')
    assert counts(page)["nodes"] == 2_000
    assert overlaps(page.evaluate("kg.labels()")) == []


def test_a_document_or_a_year_brings_its_entities(open_page: Open, browser_pages: dict[str, Path]):
    page = open_page(browser_pages["2000"])
    before = counts(page)
    page.locator("details", has=page.locator("#document")).locator("summary").click()
    page.select_option("#document", index=3)
    drawn = counts(page)
    assert 0 < drawn["nodes"] <= 150
    page.click('button[data-action="list"]')
    assert counts(page) == drawn
    page.click('[data-action="reset"]')
    page.click('button[data-action="graph"]')
    assert counts(page) == before
    page.select_option('select[data-year="to"]', index=0)
    assert counts(page)["nodes"] == 150


def test_a_packed_page_shows_evidence_from_its_texts(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("kg.render.island.PLAIN", 1_000)
    path = write_page(made_up(200), tmp_path / "packed.html")
    assert '"packed":true' in path.read_text(encoding="utf-8")
    page = open_page(path)
    page.evaluate(f"kg.select('{BASE}institution/0')")
    texts = page.locator("[data-evidence] blockquote").all_inner_texts()
    assert texts
    assert all(text.startswith("第") and text.endswith("。") for text in texts)


@pytest.mark.parametrize("action", ["graph", "list", "read", "compare"])
def test_nothing_is_cut_off_on_a_phone(open_page: Open, world_page: Path, action: str):
    page = open_page(world_page, width=390, height=844)
    page.evaluate(f"kg.select('{BASE}institution/pboc')")
    page.click(f'[data-action="{action}"]')
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    outside = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(e => e.offsetParent && !e.closest('.hidden, .skip, thead'))"
        ".filter(e => { const box = e.getBoundingClientRect(); return box.width && (box.right > 391 || box.left < -1) }).map(e => e.outerHTML.slice(0, 90))"
    )
    assert outside == []


@pytest.mark.parametrize("action", ["graph", "list", "read", "compare"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_violation(open_page: Open, world_page: Path, action: str, theme: str):
    axe = pytest.importorskip("axe_core_python.sync_playwright")
    page = open_page(world_page, color_scheme=theme, bypass_csp=True)
    page.evaluate(f"kg.select('{BASE}institution/pboc')")
    page.click(f'[data-action="{action}"]')
    found = axe.Axe().run(page)["violations"]
    assert [
        (each["id"], [node["target"] for node in each["nodes"]][:4])
        for each in found
        if each["impact"] in ("serious", "critical")
    ] == []


def test_markup_in_the_data_stays_text(open_page: Open, hostile_page: Path):
    page = open_page(hostile_page)
    for action in ("graph", "list", "read", "compare", "graph"):
        page.click(f'nav [data-action="{action}"]')
        page.evaluate(
            "kg.select(JSON.parse(document.getElementById('data').textContent).chunks[0].columns.iri[0])"
        )
    page.fill("input[type=search]", "机构")
    page.wait_for_timeout(200)
    assert page.evaluate("window.broken") is None
    assert (
        page.evaluate(
            "document.querySelectorAll('img, script:not([type]), b:not(.tally b), i, iframe').length"
        )
        == 1
    )
    assert page.locator("a[href^='javascript']").count() == 0
