"""Colour never speaks alone: the four statuses can be told apart by anybody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .contract import ALL_STATUSES, KEY_ENTRY, SCHEMES, STATUS_LABELS
from .pictures import Picture, contrast, read_places
from .visits import Visit, visiting

pytestmark = pytest.mark.browser

#: The deficiencies that Chromium simulates, after Machado, Oliveira and Fernandes (2009).
DEFICIENCIES = ("none", "achromatopsia", "deuteranopia", "protanopia", "tritanopia")


@pytest.fixture(scope="module", params=SCHEMES)
def visit_in(
    request: pytest.FixtureRequest, browser: Browser, index: Path
) -> Iterator[tuple[Visit, str]]:
    screen: Any = {"width": 1280, "height": 800}
    with visiting(browser, index, color_scheme=request.param, viewport=screen) as made:
        yield made, request.param


#: What the entries of a key say, and where their swatches are within the figure.
_SWATCHES = """(figure, entries) => [...figure.querySelectorAll(entries)].map((entry) => {
  const all = figure.getBoundingClientRect();
  const { x, y, width, height } = entry.querySelector("svg > g").getBoundingClientRect();
  return [entry.textContent.trim(), [x - all.x, y - all.y, width, height].map(Math.round)];
})"""


def _swatches(visit: Visit, blank: Page, figure: bytes) -> tuple[Picture, dict[str, Picture]]:
    """Measure a picture of the figure, and in it the key's swatch of each status."""
    places = visit.tab.locator(ALL_STATUSES).evaluate(_SWATCHES, KEY_ENTRY)
    labels = [label for label, _ in places]
    whole, *parts = read_places(blank, figure, [place for _, place in places])
    found = zip(labels, parts, strict=True)
    return whole, {label: part for label, part in found if label in STATUS_LABELS}


def _told_apart(first: Picture, second: Picture) -> bool:
    """Ask whether two fills differ in lightness, or one is patterned and the other is not."""
    lighter = contrast(first.luminance, second.luminance) >= 1.5
    return lighter or abs(_pattern(first) - _pattern(second)) >= 0.1


def _pattern(fill: Picture) -> float:
    """Measure how far the lightness varies within a fill, as a share of it."""
    return fill.spread / (fill.luminance + 0.05)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_the_four_statuses_differ_in_lightness_or_pattern(
    visit_in: tuple[Visit, str], blank: Page, screenshots: Path, deficiency: str
) -> None:
    visit, scheme = visit_in
    session = visit.context.new_cdp_session(visit.tab)
    session.send("Emulation.setEmulatedVisionDeficiency", {"type": deficiency})
    name = f"{scheme}-{deficiency}.png"
    with_key = visit.picture(ALL_STATUSES, screenshots / f"colour-maps-{name}")
    figure, swatches = _swatches(visit, blank, with_key)
    assert sorted(swatches) == sorted(STATUS_LABELS)
    alike = [
        (one, other)
        for one, other in combinations(swatches, 2)
        if not _told_apart(swatches[one], swatches[other])
    ]
    assert figure.spread > 0.1
    session.detach()
    assert alike == [], swatches
