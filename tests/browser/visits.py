"""A visit to the page, and what is done on one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as Waited

from .contract import FIGURE, INTERACTIVE, PLOT, STATUS

# Once a chapter is near it is laid out, which moves its parts.
_COME_TO = """async (element) => {
  for (let time = 0; time < 3; time += 1) {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
}"""

# What comes when a reader is near comes within a window's height: two at a time meet it all.
# Nothing is painted on the way, which would take as long as all else.
READ_THROUGH = """async () => {
  const { style: whole } = document.documentElement;
  const chapters = document.querySelectorAll(".chapter");
  for (const { style } of chapters) style.contentVisibility = "visible";
  const seen = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  whole.visibility = "hidden";
  for (let y = 0; y < document.documentElement.scrollHeight; y += 2 * innerHeight) {
    scrollTo({ top: y, behavior: "instant" });
    await seen();
  }
  whole.visibility = "";
  scrollTo({ top: 0, behavior: "instant" });
  await seen();
}"""

_SIDEWAYS = """() => {
  const wide = document.documentElement.clientWidth;
  const over = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > wide + 1
      && !element.closest(".scroll, pre, svg, .visually-hidden, .plot, [aria-hidden=true]");
  });
  return { scrolls: document.documentElement.scrollWidth - wide,
    over: over.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) };
}"""

#: What ``sideways`` gives of a page that fits its window.
FITS = {"scrolls": 0, "over": []}


class Visit:
    """A visit to a page: what it asked for, what it complained of."""

    def __init__(self, browser: Browser, page: Path, fragment: str = "", **context: Any) -> None:
        context.setdefault("reduced_motion", "reduce")
        self.context = browser.new_context(offline=True, **context)
        self.context.set_default_timeout(20_000)
        self.tab: Page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("console", lambda message: self.complaints.append(message.text))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.address = page.as_uri()
        self.tab.goto(self.address + fragment)

    def open_folds(self) -> None:
        self.tab.evaluate(
            "for (const fold of document.querySelectorAll('details')) fold.open = true"
        )

    def close_folds(self) -> None:
        self.tab.evaluate(
            "for (const fold of document.querySelectorAll('details')) fold.open = false"
        )

    def come_to(self, place: str) -> Locator:
        """Scroll to the first element of the place: what far parts lack is made on the way."""
        found = self.tab.locator(place).first
        found.evaluate(_COME_TO)
        return found

    def read_through(self) -> None:
        """Come by everything, and have what is far away keep its layout."""
        self.tab.evaluate(READ_THROUGH)

    def open_everything(self) -> None:
        """Read the page, unfold all that folds, and make every figure interactive."""
        self.read_through()
        self.open_folds()
        for figure in self.tab.locator(FIGURE).all():
            show_interactive(figure)

    def sideways(self) -> dict[str, Any]:
        """Say by how many pixels the page can be scrolled sideways, and what stands out of it."""
        found: dict[str, Any] = self.tab.evaluate(_SIDEWAYS)
        return found

    def picture(self, place: str, path: Path | None = None) -> bytes:
        """Take a picture of the first element of the place, as far as the window holds it.

        Playwright's own pictures of elements wait for frames that a busy machine is slow to give.
        """
        box = self.tab.locator(place).first.evaluate(
            """(element) => {
              element.scrollIntoView({ block: "start", behavior: "instant" });
              const { x, y, width, height } = element.getBoundingClientRect();
              return { x, y, width, height };
            }"""
        )
        return self.tab.screenshot(clip=box, path=path)

    def close(self) -> None:
        self.context.close()


def show_interactive(figure: Locator) -> None:
    """Press a figure's button and wait until the interactive figure stands.

    Raises
    ------
    AssertionError
        If it does not come; the message is what the page says instead.
    """
    figure.evaluate(_COME_TO)
    figure.locator(INTERACTIVE).press("Enter")
    try:
        figure.locator(f"{PLOT} .main-svg").first.wait_for()
    except Waited:
        said = figure.locator(STATUS).text_content()
        raise AssertionError(f"{figure.get_attribute('id')}: {said}") from None


@contextmanager
def visiting(browser: Browser, page: Path, fragment: str = "", **context: Any) -> Iterator[Visit]:
    visit = Visit(browser, page, fragment, **context)
    try:
        yield visit
    finally:
        visit.close()


def names(locator: Locator) -> list[str]:
    """Give the ids of the elements."""
    found: list[str] = locator.evaluate_all("found => found.map((element) => element.id)")
    return found
