"""The guide: its code runs, its example makes a page, and its pages need no network."""

from __future__ import annotations

import ast
import csv
import doctest
import re
import runpy
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

import agletters
from agletters.figures import StaleFigureError
from tests.forked import notebooks_in_a_fork
from tests.packing import nothing_to_pack

DOCS = Path(__file__).resolve().parents[1] / "docs"
LETTER = "2014-10-20-senate-save-act"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the analysis that the guide makes."""
    project = tmp_path_factory.mktemp("guide") / "example"
    program = DOCS / "example" / "make.py"
    with pytest.MonkeyPatch.context() as patch:
        # a browser that is not there: the drawing kept beside the example has to hold
        patch.setenv("BROWSER_PATH", "no-such-browser")
        patch.setattr(sys, "argv", [str(program), str(project)])
        try:
            # not in a process of its own, which would import everything again
            with notebooks_in_a_fork(), nothing_to_pack():
                runpy.run_path(str(program), run_name="__main__")
        except StaleFigureError as error:
            pytest.fail(f"{error}\nThis draws and keeps a new one: python {program} build/example")
    return project


@pytest.fixture(scope="session")
def pages(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the built pages of the guide."""
    place = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    command += ["-d", str(place / "doctrees")]
    command += ["-D", f"example_page={example / 'report' / 'index.html'}"]
    done = subprocess.run(
        [*command, DOCS, place / "html"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return place / "html"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# What stands there -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "page",
    [path for path in sorted(DOCS.rglob("*.rst")) if ">>> " in path.read_text(encoding="utf-8")],
    ids=lambda page: page.relative_to(DOCS).as_posix(),
)
def test_the_code_of_the_guide_runs_as_printed(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DOCS)
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert tried
    assert failed == 0


def test_every_public_name_is_in_the_reference() -> None:
    text = (DOCS / "reference" / "index.rst").read_text(encoding="utf-8")
    assert set(re.findall(r"autofunction:: (\w+)", text)) == set(agletters.__all__)


def test_the_example_uses_the_public_interface_alone() -> None:
    notebook = nbformat.read(DOCS / "example" / "00_save_act.ipynb", as_version=4)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    code.append((DOCS / "example" / "make.py").read_text(encoding="utf-8"))
    names = set()
    for node in (node for source in code for node in ast.walk(ast.parse(source))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("agletters"):
            assert node.module == "agletters"
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            assert not any(alias.name.startswith("agletters") for alias in node.names)
    assert len(names) > 8
    assert names <= set(agletters.__all__)


def test_the_facts_of_the_example_are_those_of_the_curated_tables(root: Path) -> None:
    for table, key in (
        ("letters", "letter_id"),
        ("reported_counts", "count_id"),
        ("sources", "source_id"),
    ):
        curated = {row[key]: row for row in rows(root / "data" / f"{table}.csv")}
        for row in rows(DOCS / "example" / "data" / f"{table}.csv"):
            assert row.items() <= curated[row[key]].items()


def test_the_release_of_the_example_says_that_nobody_published_it() -> None:
    text = (DOCS / "example" / "release.txt").read_text(encoding="utf-8")
    assert text.startswith("AN EXAMPLE, WRITTEN FOR A GUIDE. No office published this text.\n")


def test_the_guide_prints_the_defect_that_a_missing_signature_gives(
    example: Path, tmp_path: Path
) -> None:
    data = shutil.copytree(example / "data", tmp_path / "data")
    signatures = data / "signatures.csv"
    lines = signatures.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if f"{LETTER},PR," not in line]
    signatures.write_text("".join(kept), encoding="utf-8")
    guide = " ".join((DOCS / "guide.rst").read_text(encoding="utf-8").split())
    found = [str(defect) for defect in agletters.check(data)]
    assert found
    assert found[0] in guide


# What comes out --------------------------------------------------------------------------


def test_the_example_finds_the_signers_of_the_curated_tables(example: Path, root: Path) -> None:
    curated = {
        row["usps"]: row
        for row in rows(root / "data" / "signatures.csv")
        if row["letter_id"] == LETTER
    }
    found = rows(example / "data" / "signatures.csv")
    assert {row["usps"] for row in found} == set(curated)
    assert all(row["source_ids"] in curated[row["usps"]]["source_ids"].split(";") for row in found)


def test_the_example_makes_a_page(example: Path) -> None:
    page = (example / "report" / "index.html").read_text(encoding="utf-8")
    text = " ".join(re.sub("<[^>]+>", "", page).split())
    assert "53 of 56 attorneys general asked the Senate Judiciary Committee to pass" in text
    assert "those of every state but Wisconsin, and 4 others (District of Columbia, Guam," in text
    assert "agrees with the 53 signers that were reported" in text
    assert 'id="fig-who-signed-2014"' in page
    assert "nvented" not in page


def test_the_drawing_kept_beside_the_example_is_the_one_on_its_page(example: Path) -> None:
    kept, used = (
        folder / "who-signed-2014.svg" for folder in (DOCS / "example", example / "figures")
    )
    assert kept.read_bytes() == used.read_bytes()


class Addresses(HTMLParser):
    """Collect what a browser fetches for a page without being asked."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = {"link": "href", "a": ""}.get(tag, "src")
        if given.get(name) and given.get("rel") not in {"index", "search", "next", "prev"}:
            self.found.append(str(given[name]))


def test_its_pages_refer_to_nothing_outside_themselves(pages: Path) -> None:
    checked = 0
    for page in sorted(pages.rglob("*.html")):
        addresses = Addresses()
        addresses.feed(page.read_text(encoding="utf-8"))
        outside = [found for found in addresses.found if re.match(r"(?:[a-z]+:)?//", found)]
        assert outside == [], page
        checked += len(addresses.found)
    assert checked > 100
    for sheet in sorted(pages.rglob("*.css")):
        assert not re.search(r"url\(['\"]?(?:https?:)?//", sheet.read_text(encoding="utf-8")), sheet


def test_its_gallery_shows_every_figure_of_the_report(pages: Path, root: Path) -> None:
    gallery = (pages / "gallery.html").read_text(encoding="utf-8")
    for path in (root / "figures").glob("*.svg"):
        assert f'src="_images/{path.name}"' in gallery
        assert (pages / "_images" / path.name).is_file()


def test_its_links_lead_to_pages_and_places_that_are_there(pages: Path) -> None:
    broken = []
    for page in sorted(pages.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r'<a [^>]*href="([^"]+)"', text):
            path, _, place = target.partition("#")
            if re.match(r"[a-z]+:", path):
                continue
            aim = (page.parent / path).resolve() if path else page
            if not aim.is_file() or (
                place and f'id="{place}"' not in aim.read_text(encoding="utf-8", errors="replace")
            ):
                broken.append(f"{page.name}: {target}")
    assert broken == []


@pytest.mark.browser
def test_a_browser_asks_the_network_for_nothing(pages: Path) -> None:
    from playwright.sync_api import sync_playwright

    from agletters.figures import find_chrome

    asked = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chrome())
        page = browser.new_page()
        page.route(
            re.compile("^(?!file:|data:)"),
            lambda route: (asked.append(route.request.url), route.abort()),
        )
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        for path in sorted(pages.rglob("*.html")):
            page.goto(path.as_uri(), wait_until="load")
        browser.close()
    assert asked == []
    assert faults == []
