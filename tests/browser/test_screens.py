"""The first screen and every figure, as a reader sees them, kept as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from .contract import DRAWING, FIGURE, LEAD, MAP, SCHEMES, WIDTHS
from .pictures import read_picture
from .visits import Visit, names, visiting

pytestmark = pytest.mark.browser


class Screen(NamedTuple):
    visit: Visit
    width: int
    scheme: str

    def name(self, what: str) -> str:
        return f"{what}-{self.width}-{self.scheme}.png"


SCREENS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]


@pytest.fixture(scope="module", params=SCREENS, ids=str)
def screen(request: pytest.FixtureRequest, browser: Browser, index: Path) -> Iterator[Screen]:
    width, scheme = request.param
    size: Any = {"width": width, "height": WIDTHS[width]}
    with visiting(browser, index, viewport=size, color_scheme=scheme) as visit:
        yield Screen(visit, width, scheme)


def test_the_first_screen_holds_the_title_and_the_answer(
    screen: Screen, blank: Page, screenshots: Path
) -> None:
    tab = screen.visit.tab
    picture = read_picture(blank, tab.screenshot(path=screenshots / screen.name("first-screen")))
    assert (picture.width, picture.height) == (screen.width, WIDTHS[screen.width])
    assert picture.colours > 50
    assert picture.spread > 0.05
    for place in ("h1", f"{LEAD} .result p >> nth=0"):
        box = tab.locator(place).first.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < WIDTHS[screen.width]


def test_the_map_begins_in_the_first_screen(screen: Screen) -> None:
    box = screen.visit.tab.locator(f"{MAP} {DRAWING}").bounding_box()
    assert box is not None
    seen = min(box["y"] + box["height"], WIDTHS[screen.width]) - max(box["y"], 0)
    # Whole on a laptop; on a phone as much as tells that it is there.
    assert seen >= (box["height"] if screen.width == 1280 else 100)


# All four are looked at with the other long audits.
@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(pair, marks=() if pair == SCREENS[0] else pytest.mark.judge, id=str(pair))
        for pair in SCREENS
    ],
    indirect=True,
)
def test_no_figure_is_blank(screen: Screen, blank: Page, screenshots: Path) -> None:
    # A window that holds the tallest of them.
    screen.visit.tab.set_viewport_size({"width": screen.width, "height": 2400})
    for name in names(screen.visit.tab.locator(FIGURE)):
        target = screenshots / screen.name(name.removeprefix("fig-"))
        picture = read_picture(blank, screen.visit.picture(f"#{name}", target))
        assert picture.colours > 20, name
        assert picture.spread > 0.03, name
