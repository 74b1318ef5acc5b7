"""The built page in a real browser, with the network cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from agletters.figures import find_chrome

pytestmark = pytest.mark.browser

#: The shapes of the map that carry a status, the key's swatches apart.
AREAS = ", ".join(
    f'#fig-who-signed-2010 .drawing path[fill*="{name}"]'
    for name in ("--signed", "--not-signed", "--joined-later", "--not-known")
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=find_chrome(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        launched.close()


class Visit:
    """A visit to the page: what it asked for, what it complained of."""

    def __init__(self, browser: Browser, page: Path, **context: Any) -> None:
        self.context = browser.new_context(offline=True, **context)
        self.tab: Page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("console", lambda message: self.complaints.append(message.text))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.address = page.as_uri()
        self.tab.goto(self.address)


@pytest.fixture(params=[True, False], ids=["javascript", "no javascript"])
def visit(request: pytest.FixtureRequest, browser: Browser, root: Path) -> Iterator[Visit]:
    made = Visit(
        browser,
        root / "report" / "index.html",
        java_script_enabled=request.param,
        viewport={"width": 1280, "height": 800},
    )
    yield made
    made.context.close()


def test_nothing_leaves_the_page_and_nothing_complains(visit: Visit) -> None:
    assert visit.requests == [visit.address]
    assert visit.complaints == []


def test_all_56_jurisdictions_are_drawn(visit: Visit) -> None:
    drawn = visit.tab.locator(AREAS)
    boxes = [drawn.nth(number).bounding_box() for number in range(drawn.count())]
    assert len(boxes) == 56
    assert all(box is not None and box["width"] > 3 and box["height"] > 3 for box in boxes)


def test_the_answer_and_the_map_are_in_the_first_screen_of_a_laptop(visit: Visit) -> None:
    for place in ("h1", ".lead .result p", "#fig-who-signed-2010 svg >> nth=0"):
        box = visit.tab.locator(place).first.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 800


def test_every_link_within_the_page_has_a_target(visit: Visit) -> None:
    links = visit.tab.locator('a[href^="#"]')
    targets = {links.nth(0).get_attribute("href")} | {
        link.get_attribute("href") for link in links.all()[:400]
    }
    missing = [
        target for target in sorted(targets - {None}) if not visit.tab.locator(target).count()
    ]
    assert missing == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_never_scrolls_sideways(browser: Browser, root: Path, width: int) -> None:
    made = Visit(browser, root / "report" / "index.html", viewport={"width": width, "height": 800})
    assert made.tab.evaluate("document.documentElement.scrollWidth") <= width
    made.context.close()


def test_what_needs_no_map_is_there_in_print(browser: Browser, root: Path, tmp_path: Path) -> None:
    made = Visit(browser, root / "report" / "index.html")
    target = tmp_path / "page.pdf"
    made.tab.pdf(path=target, format="A4")
    made.context.close()
    assert target.stat().st_size > 100_000


STATEMENTS = "#list-statements li.statement"


def shown(visit: Visit) -> int:
    items = visit.tab.locator(STATEMENTS).all()
    return sum(item.is_visible() for item in items)


def test_without_javascript_every_statement_stands_and_no_filter_pretends(
    browser: Browser, root: Path
) -> None:
    made = Visit(browser, root / "report" / "index.html", java_script_enabled=False)
    assert shown(made) == 46
    assert made.tab.locator(".filters").count() == 0
    made.context.close()


def test_filters_work_by_keyboard_and_say_what_they_did(browser: Browser, root: Path) -> None:
    made = Visit(browser, root / "report" / "index.html")
    status = made.tab.locator("#list-statements [role=status]")
    assert status.inner_text() == "46 of 46 statements shown"
    made.tab.locator('#list-statements select[name="side"]').focus()
    made.tab.keyboard.press("c")
    assert status.inner_text() == "17 of 46 statements shown"
    assert shown(made) == 17
    made.tab.keyboard.press("Tab")
    assert made.tab.evaluate("document.activeElement.name") == "speaker"
    made.tab.get_by_role("button", name="Show all").focus()
    made.tab.keyboard.press("Enter")
    assert shown(made) == 46
    made.context.close()


def test_a_link_to_a_statement_that_is_filtered_away_brings_it_back(
    browser: Browser, root: Path
) -> None:
    made = Visit(browser, root / "report" / "index.html")
    made.tab.locator('#list-statements select[name="side"]').select_option("company")
    made.tab.evaluate("location.hash = '#statement-Q-A01'")
    made.tab.wait_for_function("!document.getElementById('statement-Q-A01').hidden")
    assert shown(made) == 46
    made.context.close()


def rows_shown(visit: Visit) -> list[str]:
    rows = visit.tab.locator("#table-election-record tbody tr").all()
    return [row.locator("th").inner_text() for row in rows if row.is_visible()]


def test_the_record_of_offices_can_be_searched_and_sorted_by_keyboard(
    browser: Browser, root: Path
) -> None:
    made = Visit(browser, root / "report" / "index.html", viewport={"width": 1280, "height": 800})
    block = made.tab.locator("#table-election-record")
    assert len(rows_shown(made)) == 56
    block.get_by_label("Search this table").focus()
    made.tab.keyboard.type("washington mckenna")
    assert rows_shown(made) == ["Washington"]
    assert block.locator("[role=status]").inner_text() == "1 of 56 rows shown"
    block.get_by_label("Search this table").fill("")
    first = block.locator("thead th").first
    first.get_by_role("button").focus()
    made.tab.keyboard.press("Enter")
    made.tab.keyboard.press("Enter")
    assert first.get_attribute("aria-sort") == "descending"
    assert rows_shown(made)[0] == "Wyoming"
    made.context.close()


def test_without_javascript_the_record_of_offices_stands_whole(
    browser: Browser, root: Path
) -> None:
    made = Visit(browser, root / "report" / "index.html", java_script_enabled=False)
    assert len(rows_shown(made)) == 56
    assert made.tab.locator(".table-search, th button").count() == 0
    made.context.close()
