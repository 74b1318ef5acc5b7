"""The keyboard alone reaches everything and works everything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .conftest import Opened
from .contract import (
    CHAPTER,
    CONTENTS,
    OFFICE,
    OFFICE_RECORD,
    OFFICE_SEARCH,
    OFFICES,
    STATUS,
    THEME,
    WIDTHS,
)
from .visits import names, visiting

pytestmark = pytest.mark.browser

#: What can be reached in order with Tab, as the HTML standard has it.
_REACHABLE = """() => {
  const candidates = document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex]");
  window.reachable = [...candidates].filter((element) =>
    !element.disabled && element.tabIndex >= 0
      && element.checkVisibility({ visibilityProperty: true }));
  window.visited = [];
  window.unseen = [];
  const nameOf = (element) => element.outerHTML.slice(0, 120);
  document.addEventListener("focusin", ({ target }) => {
    window.visited.push(target);
    const look = getComputedStyle(target);
    const outlined = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
    if (!outlined) window.unseen.push(nameOf(target));
  });
  return window.reachable.length;
}"""

_WALKED = """() => {
  const nameOf = (element) => element.outerHTML.slice(0, 120);
  // From the end the browser goes back to the top.
  const again = window.visited.indexOf(window.visited[0], 1);
  const met = window.visited.slice(0, again < 0 ? undefined : again)
    .filter((element) => window.reachable.includes(element));
  return {
    missed: window.reachable.filter((element) => !met.includes(element)).map(nameOf),
    disordered: met.filter((element, at) => element !== window.reachable[at]).slice(0, 3)
      .map(nameOf),
    unseen: [...new Set(window.unseen)],
  };
}"""

_AT_THE_END = """document.activeElement === document.body
  || window.visited.indexOf(window.visited[0], 1) > 0"""

_HIDDEN = """() => {
  const element = document.activeElement;
  // Of a link over several lines, the first.
  const [box] = element.getClientRects();
  const x = Math.min(Math.max(box.x + Math.min(box.width, innerWidth) / 2, 1), innerWidth - 1);
  const y = box.y + Math.min(box.height, 40) / 2;
  const top = document.elementFromPoint(x, y);
  const hit = top && (element.contains(top) || top.contains(element));
  return hit ? "" : `${element.outerHTML.slice(0, 120)} is under ${top?.outerHTML.slice(0, 60)}`;
}"""


def walk(tab: Page, steps: int, look_every: int = 25) -> list[str]:
    """Press Tab to the end, or so many times; list where the focus was out of sight."""
    hidden = []
    for number in range(steps):
        # The key is held down, which halves the messages to the browser.
        tab.keyboard.down("Tab")
        if number % look_every == 0:
            if tab.evaluate(_AT_THE_END):
                break
            if tab.evaluate(_HIDDEN):
                # What a link shows of its source goes a moment after the focus has left it.
                tab.wait_for_timeout(500)
            hidden.append(tab.evaluate(_HIDDEN))
    return [place for place in hidden if place]


@pytest.mark.judge
def test_tab_reaches_every_element_in_order_and_each_is_seen_to_have_the_focus(
    visit: Opened,
) -> None:
    made = visit(viewport={"width": 1280, "height": 800})
    made.read_through()
    tab = made.tab
    reachable: int = tab.evaluate(_REACHABLE)
    # Boxes that scroll are reached too, so that there are more stops than elements.
    hidden = walk(tab, steps=2 * reachable)
    assert tab.evaluate(_WALKED) == {"missed": [], "disordered": [], "unseen": []}
    assert hidden == []


@pytest.mark.judge
def test_on_a_phone_nothing_covers_what_has_the_focus(visit: Opened) -> None:
    tab = visit(viewport={"width": 390, "height": WIDTHS[390]}).tab
    tab.evaluate(_REACHABLE)
    assert walk(tab, steps=120, look_every=3) == []
    assert tab.evaluate("window.unseen") == []


def test_the_first_stop_skips_to_the_report(visit: Opened) -> None:
    tab = visit().tab
    tab.keyboard.press("Tab")
    skip = tab.locator(":focus")
    assert skip.is_visible()
    assert (skip.get_attribute("href") or "").startswith("#")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("!document.activeElement.closest('header')")


def test_every_fold_opens_and_closes_by_keyboard(visit: Opened) -> None:
    tab = visit().tab
    for summary in tab.locator("summary:visible").all()[:12]:
        fold = summary.locator("xpath=..")
        summary.press("Enter")
        assert fold.get_attribute("open") is not None
        summary.press("Space")
        assert fold.get_attribute("open") is None


def test_the_theme_goes_round_by_keyboard_and_says_where_it_is(visit: Opened) -> None:
    tab = visit(color_scheme="light").tab
    button = tab.locator(THEME)
    seen = {}
    for _ in range(3):
        button.press("Enter")
        chosen = tab.evaluate("document.documentElement.dataset.theme ?? 'system'")
        paper = tab.evaluate("getComputedStyle(document.body).backgroundColor")
        said = button.evaluate("(button) => button.ariaLabel || button.innerText")
        seen[chosen] = (paper, said)
    assert seen.keys() == {"system", "light", "dark"}
    assert seen["system"][0] == seen["light"][0] != seen["dark"][0]
    assert len({said for _, said in seen.values()}) == 3


def test_the_chosen_theme_changes_the_whole_page(visit: Opened) -> None:
    light = visit(color_scheme="light").tab
    dark = visit(color_scheme="dark").tab
    variables = """() => {
      const look = getComputedStyle(document.documentElement);
      return ["--paper", "--ink", "--signed", "--not-signed", "--ag", "--company", "--line"]
        .map((name) => look.getPropertyValue(name).trim()).concat(look.colorScheme);
    }"""
    assert light.evaluate(variables) != dark.evaluate(variables)
    while light.evaluate("document.documentElement.dataset.theme") != "dark":
        light.locator(THEME).press("Enter")
    while dark.evaluate("document.documentElement.dataset.theme") != "light":
        dark.locator(THEME).press("Enter")
    chosen_dark, chosen_light = light.evaluate(variables), dark.evaluate(variables)
    assert chosen_dark[:-1] == visit(color_scheme="dark").tab.evaluate(variables)[:-1]
    assert chosen_light[:-1] == visit(color_scheme="light").tab.evaluate(variables)[:-1]
    assert (chosen_dark[-1], chosen_light[-1]) == ("dark", "light")


def test_the_contents_mark_the_chapter_in_view(visit: Opened) -> None:
    tab = visit(viewport={"width": 1280, "height": 800}).tab
    for chapter in tab.locator(CHAPTER).all():
        top = chapter.evaluate(
            """(chapter) => {
              chapter.scrollIntoView({ block: "start" });
              return chapter.getBoundingClientRect().top;
            }"""
        )
        # The last chapters of a page may be too short to reach the top.
        if top > 200:
            continue
        heading = chapter.get_attribute("aria-labelledby")
        tab.wait_for_function(
            """([contents, heading]) => {
              const marked = [...document.querySelectorAll(`${contents} [aria-current="true"]`)];
              return marked.length === 1 && marked[0].hash === `#${heading}`;
            }""",
            arg=[CONTENTS, heading],
        )


@pytest.fixture(scope="module")
def at_the_offices(browser: Browser, index: Path) -> Iterator[Page]:
    """Give the page with the offices in sight."""
    with visiting(browser, index) as made:
        made.come_to(OFFICES)
        yield made.tab


@pytest.fixture
def offices(at_the_offices: Page) -> Page:
    """Give it with nothing searched for."""
    at_the_offices.locator(OFFICE_SEARCH).fill("")
    return at_the_offices


class TestOffices:
    def test_all_56_stand_linked_without_javascript(self, visit: Opened) -> None:
        tab = visit(java_script_enabled=False).tab
        assert tab.locator(f"{OFFICES} {OFFICE}").count() == 56
        assert shown(tab) == 56
        found = names(tab.locator(f"{OFFICES} {OFFICE_RECORD}"))
        assert len(set(found)) == 56
        links = tab.locator('a[href^="#office-"]').evaluate_all(
            "links => links.map((link) => link.hash.slice(1))"
        )
        assert set(found) - set(links) == set()

    def test_a_name_or_a_code_or_a_holder_finds_the_office(self, offices: Page) -> None:
        for typed in ("washington", "WA", "wa", "mckenna"):
            offices.locator(OFFICE_SEARCH).fill("")
            assert shown(offices) == 56
            offices.locator(OFFICE_SEARCH).focus()
            offices.keyboard.type(typed)
            assert shown(offices) < 10, typed
            assert offices.locator(f"{OFFICE}:has(#office-WA)").is_visible()
            assert not offices.locator(f"{OFFICE}:has(#office-TX)").is_visible()
            assert (
                offices.locator(f"{OFFICES} {STATUS}").inner_text().startswith(str(shown(offices)))
            )

    def test_enter_opens_the_office_that_fits_best(self, offices: Page) -> None:
        offices.locator(OFFICE_SEARCH).focus()
        offices.keyboard.type("wa")
        offices.keyboard.press("Enter")
        offices.locator("#office-WA").wait_for()
        assert offices.evaluate(
            "document.activeElement.closest('details').querySelector('#office-WA')"
        )

    def test_what_no_office_answers_to_is_said(self, offices: Page) -> None:
        offices.locator(OFFICE_SEARCH).fill("atlantis")
        assert shown(offices) == 0
        assert offices.locator(f"{OFFICES} {STATUS}").inner_text() == "No offices found"
        offices.locator(OFFICE_SEARCH).fill("")
        assert shown(offices) == 56

    @pytest.mark.parametrize("javascript", [True, False])
    def test_a_link_opens_the_office(self, visit: Opened, javascript: bool) -> None:
        tab = visit(fragment="#office-WA", java_script_enabled=javascript).tab
        record = tab.locator("#office-WA")
        record.wait_for()
        box = record.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 720
        said = tab.locator(f"{OFFICE}:has(#office-WA)").inner_text()
        assert "Washington" in said
        assert "Rob McKenna" in said
        assert record.locator('a[href^="#source-"]').count()

    def test_a_link_to_an_office_that_is_filtered_away_brings_it_back(self, offices: Page) -> None:
        offices.locator(OFFICE_SEARCH).fill("washington")
        offices.evaluate("location.hash = '#office-TX'")
        offices.locator("#office-TX").wait_for()


def shown(tab: Page) -> int:
    return tab.locator(f"{OFFICES} {OFFICE}:visible").count()
