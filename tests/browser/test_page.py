"""The built page in a real browser, with the network cut: its links, its lists and its tables."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from .conftest import Opened
from .contract import FILTERED, LAPTOP, LEAD, MAP, RECORD
from .visits import Visit

pytestmark = pytest.mark.browser


def test_nothing_leaves_the_page_and_nothing_complains(either: Visit) -> None:
    assert either.requests == [either.address]
    assert either.complaints == []


def test_the_answer_and_the_map_are_in_the_first_screen_of_a_laptop(either: Visit) -> None:
    for place in ("h1", f"{LEAD} .result p", f"{MAP} .drawing svg"):
        box = either.tab.locator(place).first.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 800


def test_every_link_within_the_page_has_a_target(opened: Visit) -> None:
    missing = """() => [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute("href").slice(1))
      .filter((name) => !document.getElementById(decodeURIComponent(name)))"""
    assert opened.tab.evaluate(missing) == []


def test_headings_tables_figures_statements_and_offices_have_ids_of_their_own(
    opened: Visit,
) -> None:
    tab = opened.tab
    ids: list[str] = tab.evaluate(
        "[...document.querySelectorAll('[id]')].map((element) => element.id)"
    )
    assert sorted(set(ids)) == sorted(ids)
    nameless = """() => [...document.querySelectorAll(
        "main h1, main h2, main h3, figure.figure, .table-block, li.statement")]
      .filter((element) => !element.id && !element.querySelector("[id]"))
      .map((element) => element.outerHTML.slice(0, 100))"""
    assert tab.evaluate(nameless) == []


def test_headings_go_down_by_one_level_and_one_is_the_first(opened: Visit) -> None:
    levels: list[int] = opened.tab.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]"
        ".map((heading) => Number(heading.localName[1]))"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


STATEMENTS = f"{FILTERED} li.statement"
SIDE = f'{FILTERED} select[name="side"]'


def shown(visit: Visit) -> int:
    return visit.tab.locator(f"{STATEMENTS}:visible").count()


def test_without_javascript_every_statement_stands_and_no_filter_pretends(visit: Opened) -> None:
    made = visit(java_script_enabled=False)
    assert shown(made) == 46
    assert made.tab.locator(".filters").count() == 0


def test_filters_work_by_keyboard_and_say_what_they_did(visit: Opened) -> None:
    made = visit()
    made.come_to(FILTERED)
    status = made.tab.locator(f"{FILTERED} [role=status]")
    expect(status).to_have_text("46 of 46 statements shown")
    made.tab.locator(SIDE).focus()
    made.tab.keyboard.press("c")
    assert status.inner_text() == "17 of 46 statements shown"
    assert shown(made) == 17
    made.tab.keyboard.press("Tab")
    assert made.tab.evaluate("document.activeElement.name") == "speaker"
    made.tab.get_by_role("button", name="Show all").focus()
    made.tab.keyboard.press("Enter")
    assert shown(made) == 46


def test_a_link_to_a_statement_that_is_filtered_away_brings_it_back(visit: Opened) -> None:
    made = visit()
    made.come_to(FILTERED)
    made.tab.locator(SIDE).select_option("company")
    made.tab.evaluate("location.hash = '#statement-Q-A01'")
    made.tab.wait_for_function("!document.getElementById('statement-Q-A01').hidden")
    assert shown(made) == 46


def rows_shown(visit: Visit) -> list[str]:
    return visit.tab.locator("#table-election-record tbody tr:visible th").all_inner_texts()


def test_the_record_of_offices_can_be_searched_and_sorted_by_keyboard(visit: Opened) -> None:
    made = visit(viewport=LAPTOP)
    block = made.come_to(RECORD)
    assert len(rows_shown(made)) == 56
    block.get_by_label("Search this table").focus()
    made.tab.keyboard.type("washington mckenna")
    assert rows_shown(made) == ["Washington"]
    assert block.locator("[role=status]").inner_text() == "1 of 56 rows shown"
    block.get_by_label("Search this table").fill("")
    first = block.locator("thead th").first
    first.get_by_role("button").focus()
    made.tab.keyboard.press("Enter")
    assert first.get_attribute("aria-sort") == "ascending"
    made.tab.keyboard.press("Enter")
    assert first.get_attribute("aria-sort") == "descending"
    assert rows_shown(made)[0] == "Wyoming"


def test_without_javascript_the_record_of_offices_stands_whole(visit: Opened) -> None:
    made = visit(java_script_enabled=False)
    assert len(rows_shown(made)) == 56
    assert made.tab.locator(".table-search, th button").count() == 0


def test_every_table_has_a_caption_scopes_and_a_csv(opened: Visit) -> None:
    poor = """() => [...document.querySelectorAll("main table")].filter((table) => {
      const heads = [...table.querySelectorAll("th")];
      const around = table.closest("figure, .table-block, .claims, section");
      return !table.caption || !heads.length || heads.some((head) => !head.scope)
        || !around.querySelector("a[download]");
    }).map((table) => table.caption?.textContent ?? table.outerHTML.slice(0, 100))"""
    assert opened.tab.evaluate(poor) == []
