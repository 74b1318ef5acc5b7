"""axe-core finds nothing to object to, whatever is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .contract import LAPTOP, SCHEMES, WIDTHS
from .visits import Visit, visiting

pytestmark = pytest.mark.browser

#: axe leaves this rule of WCAG 2.2 off by default.
RULES = {"target-size": {"enabled": True}}

# The page has some ten thousand pieces of text in a few hundred looks. Contrast is a matter
# of the look alone: of the colours and the type of an element and of all around it. And of
# thousands of styles, only those that set a spacing can set it too firmly.
_RUN = """async (options) => {
  const looks = new Map();
  const styles = new Map();
  const styleOf = (element) => {
    if (!styles.has(element)) {
      const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, position } =
        getComputedStyle(element);
      const own = [element.localName, color, backgroundColor, backgroundImage, opacity, fontSize,
        fontWeight, position].join();
      const above = element.parentElement;
      styles.set(element, above ? `${styleOf(above)} ${own}` : own);
    }
    return styles.get(element);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
    if (!looks.has(styleOf(element))) looks.set(styleOf(element), element);
  }
  for (const element of document.querySelectorAll("[data-look]")) delete element.dataset.look;
  for (const element of looks.values()) element.dataset.look = "";
  axe.configure({ rules: [
    { id: "color-contrast", selector: "[data-look]" },
    { id: "link-in-text-block", selector: "a[href][data-look]" },
    { id: "avoid-inline-spacing", selector: "[style*=-spacing], [style*=line-height]" },
  ] });
  const found = await axe.run(document, { resultTypes: ["violations"], ...options });
  return found.violations.map(({ id, impact, nodes }) =>
    `${id} (${impact}) ${nodes.length} times, first: ${nodes[0].html.slice(0, 160)}`);
}"""


def _ready(visit: Visit, node_modules: Path) -> None:
    visit.read_through()
    visit.tab.evaluate((node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))


def _violations(tab: Page) -> list[str]:
    """Judge colours once for each look, and all else everywhere."""
    found: list[str] = tab.evaluate(_RUN, {"rules": RULES})
    return found


@pytest.fixture(scope="module")
def audited(browser: Browser, index: Path, node_modules: Path) -> Iterator[Visit]:
    with visiting(browser, index, viewport=LAPTOP) as visit:
        _ready(visit, node_modules)
        yield visit


@pytest.mark.parametrize(("width", "scheme"), [*zip(WIDTHS, SCHEMES, strict=True)])
def test_the_page_as_it_opens(audited: Visit, width: int, scheme: Any) -> None:
    audited.tab.set_viewport_size({"width": width, "height": WIDTHS[width]})
    audited.tab.emulate_media(color_scheme=scheme)
    assert _violations(audited.tab) == []


@pytest.mark.judge
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_with_everything_open(
    browser: Browser, index: Path, node_modules: Path, width: int, scheme: Any
) -> None:
    screen: Any = {"width": width, "height": WIDTHS[width]}
    with visiting(browser, index, viewport=screen, color_scheme=scheme) as visit:
        _ready(visit, node_modules)
        visit.open_everything()
        assert _violations(visit.tab) == []


@pytest.mark.judge
@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_the_single_file_edition(
    browser: Browser, single: Path, node_modules: Path, width: int, scheme: Any
) -> None:
    screen: Any = {"width": width, "height": WIDTHS[width]}
    with visiting(browser, single, viewport=screen, color_scheme=scheme) as visit:
        _ready(visit, node_modules)
        closed = _violations(visit.tab)
        visit.open_everything()
        assert {"as it opens": closed, "everything open": _violations(visit.tab)} == {
            "as it opens": [],
            "everything open": [],
        }


def test_the_page_of_the_code(browser: Browser, code_page: Path, node_modules: Path) -> None:
    with visiting(browser, code_page) as visit:
        _ready(visit, node_modules)
        for scheme in SCHEMES:
            visit.tab.emulate_media(color_scheme=scheme)
            assert _violations(visit.tab) == [], scheme
