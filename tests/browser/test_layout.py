"""The page fits: a narrow phone, large text, a reader's own colours, paper."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .conftest import Opened, require
from .contract import DRAWING, FILTERED, MAP, RECORD, SCHEMES, THEME
from .pictures import contrast, read_picture
from .visits import FITS, Visit, visiting

pytestmark = pytest.mark.browser

#: Elements with text of their own of which a part cannot be seen and not be scrolled to.
_CUT = """() => [...document.body.querySelectorAll("*")].filter((element) => {
  if (element.closest("svg, .visually-hidden") || !element.checkVisibility()) return false;
  // What is for screen readers alone is cut to a point on purpose.
  if (getComputedStyle(element).clipPath !== "none") return false;
  // What is said again for the eye alone may end in an ellipsis.
  if (element.matches("[aria-hidden=true], :has(> [aria-hidden=true])")) return false;
  const look = getComputedStyle(element);
  const cuts = (value) => value === "hidden" || value === "clip";
  return (cuts(look.overflowX) && element.scrollWidth > element.clientWidth + 1)
    || (cuts(look.overflowY) && element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def whole(browser: Browser, index: Path) -> Iterator[Visit]:
    """Give the page, read to its end."""
    with visiting(browser, index, viewport={"width": 390, "height": 800}) as made:
        made.read_through()
        yield made


@pytest.fixture(params=[320, 390, 1280])
def read(request: pytest.FixtureRequest, whole: Visit) -> Visit:
    """Give it in windows of three widths."""
    whole.tab.set_viewport_size({"width": request.param, "height": 800})
    return whole


@contextmanager
def styled(tab: Page, style: str) -> Iterator[None]:
    """Lay a reader's own style over the page."""
    sheet = tab.add_style_tag(content=style)
    try:
        yield
    finally:
        sheet.evaluate("(sheet) => sheet.remove()")


@pytest.mark.parametrize("read", [390, 1280], indirect=True)
def test_text_of_twice_the_size_fits_and_is_not_cut(read: Visit) -> None:
    size = read.tab.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    with styled(read.tab, f":root {{ font-size: {2 * size}px !important }}"):
        assert read.sideways()["scrolls"] == 0
        assert read.tab.evaluate(_CUT) == []


def test_wider_spacing_of_text_cuts_nothing(read: Visit) -> None:
    """WCAG 2.2, 1.4.12."""
    with styled(
        read.tab,
        "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
        " word-spacing: .16em !important } p { margin-bottom: 2em !important }",
    ):
        assert read.sideways()["scrolls"] == 0
        assert read.tab.evaluate(_CUT) == []


def test_the_page_never_scrolls_sideways(read: Visit) -> None:
    read.close_folds()
    assert read.sideways() == FITS
    read.open_folds()
    assert read.sideways() == FITS


def test_a_reader_with_colours_of_their_own_sees_the_page(visit: Opened, blank: Page) -> None:
    made = visit(forced_colors="active", viewport={"width": 1280, "height": 800})
    assert read_picture(blank, made.tab.screenshot()).spread > 0.1
    assert read_picture(blank, made.picture(f"{MAP} {DRAWING}")).colours > 20
    for block, place in (
        ("body", THEME),
        ("main", "a[href]:visible"),
        ("main", "summary:visible"),
        (FILTERED, "select"),
        (RECORD, "input"),
    ):
        element = made.come_to(block).locator(place).first
        element.scroll_into_view_if_needed()
        before = read_picture(blank, _around(made, element.bounding_box()))
        element.focus()
        made.tab.keyboard.press("Shift")
        assert element.evaluate("(element) => getComputedStyle(element).outlineStyle") != "none"
        after = read_picture(blank, _around(made, element.bounding_box()))
        assert before != after, place


def _around(visit: Visit, box: Any) -> bytes:
    clip = {"x": max(0, box["x"] - 8), "y": max(0, box["y"] - 8)}
    clip |= {"width": box["width"] + 16, "height": box["height"] + 16}
    picture: bytes = visit.tab.screenshot(clip=clip)
    return picture


def test_a_reader_who_wants_no_motion_gets_none(visit: Opened) -> None:
    tab = visit(reduced_motion="reduce").tab
    moving = """() => [...document.querySelectorAll("*")].filter((element) => {
      const look = getComputedStyle(element);
      const lasting = [look.transitionDuration, look.animationDuration].join(", ").split(", ");
      return look.scrollBehavior === "smooth" || lasting.some((time) => parseFloat(time) > 0.01);
    }).map((element) => element.outerHTML.slice(0, 100))"""
    assert tab.evaluate(moving) == []
    assert tab.evaluate("document.getAnimations().length") == 0


# Paper ---------------------------------------------------------------------------------

PAPERS = {"A4": 794, "Letter": 816}

_PRINTED_TEXT = """() => {
  const folded = "details:not([open]) > :not(summary), details:not([open]) > :not(summary) *";
  const blockOf = (element) =>
    !element.ownerSVGElement && !element.matches("del, ins")
      && getComputedStyle(element).display.startsWith("inline")
      ? blockOf(element.parentElement) : element;
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let text = "";
  let block = null;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.closest("title, desc, script, style, .visually-hidden")) continue;
    if (element.matches(folded) || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (blockOf(element) !== block) text += "\\n";
    block = blockOf(element);
    text += walker.currentNode.data;
  }
  return text;
}"""


def words(text: str) -> Counter[str]:
    """Count the words of some length, hyphens and ligatures resolved."""
    joined = text.replace("\u00ad", "").replace("\ufb01", "fi").replace("\ufb02", "fl")
    return Counter(re.findall(r"[^\W\d_]{4,}", joined))


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file to print to."""
    return tmp_path_factory.mktemp("printed") / "page.pdf"


@pytest.fixture(scope="module")
def printed(browser: Browser, index: Path, pdf: Path) -> Any:
    """Give the page under print styles, and the text of its PDF."""
    require("pdftotext", "poppler-utils")
    with visiting(browser, index, viewport={"width": PAPERS["A4"], "height": 1000}) as visit:
        visit.tab.pdf(path=pdf, format="A4")
        visit.tab.emulate_media(media="print")
        done = subprocess.run(
            ["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True
        )
        yield visit, done.stdout


def test_every_word_of_the_page_is_on_the_paper(printed: Any) -> None:
    visit, text = printed
    wanted = words(visit.tab.evaluate(_PRINTED_TEXT))
    assert wanted.total() > 5000
    # A word may be broken over two lines.
    unbroken = re.sub(r"\s+", "", text)
    missing = wanted - words(text)
    assert [word for word in missing if word not in unbroken] == []


def test_paper_has_no_buttons_and_no_code(printed: Any) -> None:
    visit, text = printed
    # The buttons in the heads of tables are their words.
    assert visit.tab.locator(":not(th) > button:visible").count() == 0
    assert visit.tab.locator("details.code:visible").count() == 0
    assert "import " not in text


@pytest.mark.usefixtures("printed")
def test_no_pattern_becomes_a_picture_of_its_sheet(pdf: Path) -> None:
    """Chromium draws tiles that way: thirty megabytes, and hatching that blurs to grey."""
    assert pdf.stat().st_size < 3_000_000


@pytest.mark.parametrize("paper", PAPERS)
def test_no_drawing_is_wider_than_the_sheet(printed: Any, paper: str) -> None:
    tab = printed[0].tab
    tab.set_viewport_size({"width": PAPERS[paper], "height": 1000})
    wide = tab.evaluate(
        """() => [...document.querySelectorAll("figure, svg")].filter((element) =>
          element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.outerHTML.slice(0, 120))"""
    )
    assert wide == []


def test_the_outline_of_a_focused_link_stands_out_from_the_paper(visit: Opened) -> None:
    """WCAG 2.2, 1.4.11: three to one."""
    tab = visit().tab
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    for scheme in SCHEMES:
        tab.emulate_media(color_scheme=scheme)
        outline, paper = tab.evaluate(
            """() => {
              const context = new OffscreenCanvas(1, 1).getContext("2d");
              const luminance = (colour) => {
                context.fillStyle = colour;
                context.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
                  const share = value / 255;
                  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
                });
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              return [luminance(getComputedStyle(document.activeElement).outlineColor),
                luminance(getComputedStyle(document.body).backgroundColor)];
            }"""
        )
        assert contrast(outline, paper) >= 3
