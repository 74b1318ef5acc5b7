"""A report built from tables whose every free text attacks it: nothing of it runs or escapes."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Dialog

from agletters.report.cache import FOLDER
from tests.copies import copy_files
from tests.poison import poison

from .visits import READ_THROUGH

pytestmark = pytest.mark.browser

ADDRESSES = {"action", "data", "formaction", "href", "src", "srcset", "xlink:href"}
SAFE = ("#", "https://", "http://", "mailto:", "data:text/csv;", "data:image/", "data:,")
#: Where text is nothing but text: in a file that is no HTML, and behind an escape.
FORMULA = re.compile(r"[=+\-@\t\r]")


@dataclass(frozen=True)
class Hostile:
    """A project with poisoned tables, built."""

    root: Path
    columns: int

    @property
    def pages(self) -> list[Path]:
        return sorted((self.root / "report").rglob("*.html"))


@pytest.fixture(scope="module")
def hostile(root: Path, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    copy = tmp_path_factory.mktemp("hostile")
    for name in ("data", "notebooks", "figures"):
        copy_files(root / name, copy / name)
    # plotly.js, packed: all else that a clean build remembers holds for other tables.
    (copy / FOLDER).mkdir()
    shutil.copyfile(built / FOLDER / "_packed.json", copy / FOLDER / "_packed.json")
    columns = poison(copy / "data")
    # A process of its own: the browser's and the notebooks' event loops do not get along.
    command = [sys.executable, "-m", "agletters", "build", "--root", str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Hostile(copy, len(columns))


class Elements(HTMLParser):
    """Collect the elements of a page with their attributes, and the text of its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[tuple[dict[str, str], str]] = []
        self._open: dict[str, str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.found.append((tag, attributes))
        self._open = attributes if tag == "script" else None

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self.scripts.append((self._open, data))


@pytest.fixture(scope="module")
def elements(hostile: Hostile) -> dict[str, Elements]:
    """Give what each page of the hostile report holds."""
    return {path.name: Elements(path.read_text(encoding="utf-8")) for path in hostile.pages}


def is_code(attributes: dict[str, str]) -> bool:
    return attributes.get("type", "text/javascript") in {"text/javascript", "module"}


# Files -----------------------------------------------------------------------------------


def test_the_attack_reaches_the_page_as_text(hostile: Hostile) -> None:
    assert hostile.columns > 50
    page = (hostile.root / "report" / "index.html").read_text(encoding="utf-8")
    assert page.count("&lt;script&gt;pwned=1&lt;/script&gt;") > 500


def test_the_pages_have_no_element_that_clean_tables_do_not_give(
    elements: dict[str, Elements], root: Path
) -> None:
    clean = Elements((root / "report" / "index.html").read_text(encoding="utf-8"))
    known = {tag for tag, _ in clean.found}
    for name, made in elements.items():
        assert {"img", "iframe"} & {tag for tag, _ in made.found} <= known, name
        for tag, attributes in made.found:
            assert not [own for own in attributes if own.startswith("on")], (tag, attributes)
            for place in ADDRESSES & attributes.keys():
                address = attributes[place].strip().lower()
                local = re.fullmatch(r"[\w./-]+(#[\w-]*)?", address) and ":" not in address
                assert address.startswith(SAFE) or local, (tag, address[:100])
                # a link to a passage of a page quotes it, with every sign encoded
                assert "pwned=" not in address, (tag, address[:200])
            assert "pwned" not in attributes.get("id", "") + attributes.get("class", "")
            assert "pwned" not in attributes.get("style", "")
            assert tag != "base"


def test_no_script_of_the_pages_has_the_attack_as_code(elements: dict[str, Elements]) -> None:
    for name, made in elements.items():
        for attributes, text in made.scripts:
            if is_code(attributes):
                assert "pwned" not in text, name
            elif "json" in attributes.get("type", ""):
                json.loads(text)


def test_the_drawings_are_xml_without_scripts_and_with_the_attack_as_text(
    hostile: Hostile,
) -> None:
    seen = 0
    for path in sorted((hostile.root / "figures").glob("*.svg")):
        text = path.read_text(encoding="utf-8")
        seen += "pwned" in text
        tree = ElementTree.fromstring(text)  # noqa: S314 - made by the build itself
        for element in tree.iter():
            tag = str(element.tag).rpartition("}")[2]
            assert tag not in {"script", "foreignObject", "iframe", "image", "a"}, path.name
            for name, value in element.attrib.items():
                assert not name.rpartition("}")[2].startswith("on"), path.name
                assert "javascript:" not in value, path.name
    assert seen > 2


def test_the_figures_json_is_json_and_cannot_end_a_script(hostile: Hostile) -> None:
    for path in sorted((hostile.root / "figures").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        json.loads(text)
        assert "</" not in text
        assert "<!--" not in text


def cells(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        yield from row


def test_the_csv_files_for_download_have_no_formula(hostile: Hostile) -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for folder in ("figures", "report/tables", "report/data")
        for path in sorted((hostile.root / folder).glob("*.csv"))
    ]
    assert len(texts) > 20
    for cell in (cell for text in texts for cell in cells(text)):
        is_number = re.fullmatch(r"[-+]?[\d.]+", cell)
        assert is_number or not FORMULA.match(cell), cell[:80]


def test_no_file_is_named_by_the_data_and_none_is_outside(hostile: Hostile, root: Path) -> None:
    made = [path for path in hostile.root.rglob("*") if path.is_file()]
    for path in made:
        assert "pwned" not in path.name
    figures = {path.name for path in (hostile.root / "figures").iterdir()}
    assert figures == {path.name for path in (root / "figures").iterdir()}
    outside = {path.name for path in hostile.root.parent.iterdir() if path.name.startswith("index")}
    assert outside == set()


# The browser -----------------------------------------------------------------------------

DETECTOR = """() => {
  window.alerts = [];
  for (const name of ["alert", "confirm", "prompt", "open"]) {
    window[name] = (...given) => { window.alerts.push([name, String(given[0])]); };
  }
}"""

#: Press all buttons of a page, and count the figures that become interactive.
PRESS = """() => {
  const seen = (button) => button.checkVisibility({ visibilityProperty: true });
  const buttons = document.querySelectorAll("button");
  let figures = 0;
  for (const button of buttons) {
    if (!seen(button) || button.disabled) continue;
    figures += button.matches(".interactive");
    button.click();
  }
  return figures;
}"""
DRAWN = """(figures) => [...document.querySelectorAll(".plot")]
  .filter((plot) => plot.querySelector(".main-svg")).length === figures"""


def test_nothing_of_the_attack_runs_in_a_browser(hostile: Hostile, browser: Browser) -> None:
    for path in hostile.pages:
        context = browser.new_context(offline=True, reduced_motion="reduce")
        context.add_init_script(f"({DETECTOR})()")
        tab = context.new_page()
        dialogs: list[str] = []
        errors: list[str] = []
        refused: list[str] = []
        asked: list[str] = []

        def dismiss(dialog: Dialog, seen: list[str] = dialogs) -> None:
            seen.append(dialog.message)
            dialog.dismiss()

        tab.on("dialog", dismiss)
        tab.on("pageerror", lambda error, seen=errors: seen.append(str(error)))
        tab.on("console", lambda message, seen=refused: seen.append(message.text))
        tab.on("request", lambda request, seen=asked: seen.append(request.url))
        tab.goto(path.as_uri())
        # The edition that is one file has the same chapters, which come as a reader is near.
        if path.name == "index.html":
            tab.evaluate(READ_THROUGH)
        tab.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        tab.wait_for_function(DRAWN, arg=tab.evaluate(PRESS), timeout=60_000)
        tab.wait_for_timeout(500)
        assert tab.evaluate("typeof window.pwned") == "undefined", path.name
        assert tab.evaluate("window.alerts") == [], path.name
        assert dialogs == [], path.name
        assert errors == [], path.name
        # a refusal by the Content-Security-Policy would mean that something had tried
        assert [text for text in refused if "Content Security Policy" in text] == [], path.name
        assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
        context.close()
