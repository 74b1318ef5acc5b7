"""A click on a number shows the rows and sources from which it comes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from .conftest import Opened
from .contract import SCHEMES, WIDTHS
from .test_axe import _ready, _violations
from .visits import visiting

pytestmark = pytest.mark.browser

SIGNERS = '#chapter-who-signed a.claim[href$="-signed"]'


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_click_on_a_number_shows_its_rows_and_sources(visit: Opened, scripts: bool) -> None:
    made = visit(java_script_enabled=scripts)
    link = made.tab.locator(SIGNERS).first
    assert link.text_content() == "21"
    link.click()
    shown = made.tab.locator(":target")
    assert made.tab.url.endswith("/numbers.html#claim-who-signed-3-signed")
    assert shown.locator("h4").text_content() == "21 signed"
    assert shown.locator("tbody tr").count() == 21
    shown.get_by_role("link", name="21 of 239 rows").click()
    rows = made.tab.locator("table:has(:target)")
    assert rows.locator("tbody tr").count() == 21
    assert set(rows.locator("tbody th").all_text_contents()) == {"2010-09-21-backpage"}
    rows.locator('a[href="#source-S041"]').first.click()
    assert "Maryland AG" in f"{made.tab.locator(':target').text_content()}"
    assert made.complaints == []


def test_a_number_still_shows_its_expression_where_it_stands(visit: Opened) -> None:
    made = visit()
    # What moves below the mouse hides the tip again.
    made.come_to(SIGNERS).hover()
    tab = made.tab
    tip = tab.locator("#tip")
    tip.wait_for()
    assert "Expression: len(signers)" in f"{tip.text_content()}"


def test_in_the_one_file_a_number_leads_to_its_row_in_the_table_of_claims(
    visit: Opened, single: Path
) -> None:
    tab = visit(single).tab
    tab.locator(SIGNERS).first.click()
    assert tab.url.endswith(f"/{single.name}#claim-who-signed-3-signed")
    assert tab.locator("tr:target").count() == 1


def test_every_number_of_the_page_finds_its_entry(visit: Opened, numbers: Path) -> None:
    links = visit().tab.locator('a.claim[href^="numbers.html#"]')
    places = links.evaluate_all("found => found.map((link) => link.hash.slice(1))")
    assert len(places) > 100
    tab = visit(numbers).tab
    missing = "(places) => places.filter((place) => !document.getElementById(place))"
    assert tab.evaluate(missing, places) == []


def test_the_page_never_scrolls_sideways_and_asks_for_nothing(visit: Opened, numbers: Path) -> None:
    made = visit(numbers)
    made.tab.keyboard.press("End")
    made.open_folds()
    for width in (320, *WIDTHS):
        made.tab.set_viewport_size({"width": width, "height": 800})
        wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert made.tab.evaluate(wider) == 0, width
    assert made.requests == [made.address]
    assert made.complaints == []


@pytest.mark.judge
@pytest.mark.parametrize(("width", "scheme"), [*zip(WIDTHS, SCHEMES, strict=True)])
def test_axe_finds_nothing_to_object_to(
    browser: Browser, numbers: Path, node_modules: Path, width: int, scheme: Any
) -> None:
    screen: Any = {"width": width, "height": WIDTHS[width]}
    with visiting(browser, numbers, viewport=screen, color_scheme=scheme) as visit:
        _ready(visit, node_modules)
        visit.open_folds()
        assert _violations(visit.tab) == []
