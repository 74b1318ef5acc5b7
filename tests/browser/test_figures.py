"""Figures are drawn in the page, and become interactive where they stand when asked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator

from .conftest import Opened
from .contract import DRAWING, FIGURE, INTERACTIVE, LAPTOP, MAP, PLOT, SCRIPTS, STAGE, STATUS
from .visits import FITS, Visit, names, show_interactive, visiting

pytestmark = pytest.mark.browser

#: The boxes of the shapes of the map that carry a status.
_AREAS = """(drawing) => {
  const statuses = /--(signed|not-signed|joined-later|not-known)\\b|url/;
  return [...document.querySelectorAll(`${drawing} path`)]
    .filter((path) => !path.closest("defs"))
    .filter((path) => statuses.test(path.closest("[fill]")?.getAttribute("fill")))
    .map((path) => path.getBoundingClientRect())
    .map(({ width, height }) => Math.min(width, height));
}"""


def published(root: Path) -> list[str]:
    return sorted(f"fig-{path.stem}" for path in (root / "figures").glob("*.svg"))


def test_every_figure_is_drawn_named_and_has_its_numbers(either: Visit, root: Path) -> None:
    figures = either.tab.locator(FIGURE)
    assert sorted(figures.nth(at).get_attribute("id") or "" for at in range(figures.count())) == (
        published(root)
    )
    for figure in figures.all():
        drawing = figure.locator(f"{DRAWING} svg").first
        box = drawing.bounding_box()
        assert box is not None
        assert box["width"] > 300
        assert box["height"] > 100
        assert drawing.get_attribute("role") == "img"
        assert drawing.locator("title").first.text_content()
        assert len(drawing.locator("desc").first.text_content() or "") > 40
        assert figure.locator("table").count() == 1
        assert figure.locator("a[download]").count() >= 1


def test_all_56_jurisdictions_are_drawn(either: Visit) -> None:
    smaller_sides = either.tab.evaluate(_AREAS, f"{MAP} {DRAWING}")
    assert len(smaller_sides) == 56
    assert min(smaller_sides) > 3


def test_no_button_pretends_without_javascript(visit: Opened) -> None:
    made = visit(java_script_enabled=False)
    assert [button for button in made.tab.locator("button").all() if button.is_visible()] == []


@pytest.fixture(scope="class")
def made(browser: Browser, index: Path) -> Iterator[Visit]:
    with visiting(browser, index, viewport=LAPTOP) as made:
        yield made


@pytest.fixture(scope="class")
def figure(made: Visit) -> Locator:
    return made.tab.locator(MAP)


class TestInteractive:
    """One visit: the map, by keyboard."""

    def test_nothing_is_loaded_before_a_reader_asks(self, made: Visit) -> None:
        made.read_through()
        assert made.requests == [made.address]
        assert made.tab.evaluate("typeof Plotly") == "undefined"

    def test_the_button_says_that_the_static_figure_stands(self, figure: Locator) -> None:
        button = figure.locator(INTERACTIVE)
        assert button.get_attribute("aria-pressed") == "false"
        assert button.is_visible()

    def test_enter_puts_the_interactive_figure_in_its_place(
        self, made: Visit, figure: Locator
    ) -> None:
        made.come_to(MAP)
        before = figure.locator(STAGE).bounding_box()
        height = made.tab.evaluate("document.documentElement.scrollHeight")
        show_interactive(figure)
        after = figure.locator(STAGE).bounding_box()
        plot = figure.locator(f"{PLOT} .main-svg").first.bounding_box()
        assert before is not None
        assert after is not None
        assert plot is not None
        for side in ("x", "y", "width", "height"):
            assert after[side] == pytest.approx(before[side], abs=1), side
            assert plot[side] == pytest.approx(before[side], abs=2), side
        assert made.tab.evaluate("document.documentElement.scrollHeight") == height
        assert not figure.locator(DRAWING).is_visible()
        assert figure.locator(INTERACTIVE).get_attribute("aria-pressed") == "true"
        assert figure.locator(STATUS).inner_text().strip()

    def test_the_interactive_figure_answers_the_mouse(self, made: Visit, figure: Locator) -> None:
        box = figure.locator(f"{PLOT} .main-svg").first.bounding_box()
        assert box is not None
        made.tab.mouse.move(box["x"] + box["width"] * 0.45, box["y"] + box["height"] * 0.45)
        figure.locator(f"{PLOT} .hoverlayer .hovertext").first.wait_for()
        assert figure.locator(f"{PLOT} .modebar-btn[data-title*='png' i]").count() == 1

    def test_escape_brings_the_static_figure_back(self, made: Visit, figure: Locator) -> None:
        figure.locator(INTERACTIVE).focus()
        made.tab.keyboard.press("Escape")
        figure.locator(f"{DRAWING} svg").first.wait_for()
        assert figure.locator(INTERACTIVE).get_attribute("aria-pressed") == "false"
        assert not figure.locator(PLOT).is_visible()
        focused = "document.activeElement?.matches('button.interactive')"
        assert made.tab.evaluate(focused)

    def test_space_and_a_second_press_do_the_same(self, figure: Locator) -> None:
        button = figure.locator(INTERACTIVE)
        button.press("Space")
        figure.locator(f"{PLOT} .main-svg").first.wait_for()
        button.press("Space")
        figure.locator(f"{DRAWING} svg").first.wait_for()
        assert not figure.locator(PLOT).is_visible()

    def test_every_figure_has_an_interactive_one(self, made: Visit, root: Path) -> None:
        made.open_folds()
        figures = made.tab.locator(FIGURE)
        assert sorted(names(figures)) == published(root)
        for figure in figures.all():
            show_interactive(figure)
        assert made.complaints == []

    def test_each_script_came_once_and_from_beside_the_page(
        self, made: Visit, report: Path, root: Path
    ) -> None:
        beside = f"{report.as_uri()}/{SCRIPTS}/"
        asked = [url for url in made.requests[1:] if not url.startswith(("data:", "blob:"))]
        assert [url for url in asked if not url.startswith(beside)] == []
        scripts = ["plotly.min", *(name.removeprefix("fig-") for name in published(root))]
        wanted = [f"{beside}{name}.js" for name in scripts]
        assert sorted(asked) == sorted(wanted)

    def test_interactive_figures_fit_the_narrowest_phone(self, made: Visit) -> None:
        made.tab.set_viewport_size({"width": 320, "height": 640})
        made.tab.wait_for_timeout(500)
        assert made.sideways() == FITS


def test_without_plotly_beside_the_page_the_static_figure_stays_and_the_page_says_so(
    visit: Opened, index: Path, tmp_path: Path
) -> None:
    alone = Path(shutil.copy(index, tmp_path))
    made = visit(alone, viewport=LAPTOP)
    figure = made.tab.locator(MAP)
    before = figure.locator(STATUS).text_content()
    figure.locator(INTERACTIVE).press("Enter")
    made.tab.wait_for_function(
        "([place, before]) => document.querySelector(place).textContent !== before",
        arg=[f"{MAP} {STATUS}", before],
    )
    made.tab.wait_for_timeout(300)
    assert figure.locator(f"{DRAWING} svg").first.is_visible()
    assert not figure.locator(f"{PLOT} .main-svg").first.is_visible()
    assert figure.locator(INTERACTIVE).get_attribute("aria-pressed") == "false"
    assert figure.locator(STATUS).inner_text().strip()


def test_what_figures_load_lies_beside_the_page(report: Path, root: Path) -> None:
    scripts = sorted(path.name for path in (report / SCRIPTS).iterdir())
    slugs = [name.removeprefix("fig-") for name in published(root)]
    assert scripts == sorted(["plotly.min.js", *(f"{slug}.js" for slug in slugs)])


def test_the_single_file_has_all_figures_in_a_folder_of_its_own(
    visit: Opened, single: Path, tmp_path: Path, root: Path
) -> None:
    made = visit(Path(shutil.copy(single, tmp_path)), viewport=LAPTOP)
    assert made.tab.evaluate("typeof Plotly") == "undefined"
    made.open_folds()
    figures = made.tab.locator(FIGURE)
    assert sorted(names(figures)) == published(root)
    # The audit of the single file makes each of them interactive.
    for figure in (figures.first, figures.last):
        show_interactive(figure)
    # What it unpacks has an address of its own, inside the browser.
    assert [url for url in made.requests if not url.startswith("blob:")] == [made.address]
    assert made.complaints == []
