"""One browser for all tests of this folder, the report that they judge, and the tools from npm."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from agletters.figures import find_chrome

from .contract import CODE, LAPTOP, NUMBERS, SINGLE
from .visits import Visit, visiting

HERE = Path(__file__).parent
NODE_MODULES = HERE / "node_modules"

Opened = Callable[..., Visit]


def _cannot(reason: str) -> NoReturn:
    """Skip a test on a bare machine, but never where CI=true."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}. With CI=true this test must run.", pytrace=False)
    pytest.skip(reason)


def require(program: str, package: str) -> str:
    """Find a program, or say what to install."""
    found = shutil.which(program)
    if found is None:
        _cannot(
            f"{program} was not found; install it (Debian and Ubuntu: apt-get install {package})"
        )
    return found


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Give the tools of package-lock.json, installed anew when it has changed."""
    require("node", "nodejs")
    npm = require("npm", "npm")
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    with (HERE / ".npmrc").open() as lock:
        # Tests in parallel processes share the folder.
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = NODE_MODULES / ".installed"
        if not stamp.is_file() or stamp.read_text(encoding="ascii") != wanted:
            # A cache of its own: whoever runs the tests may have no home to keep one in.
            with TemporaryDirectory() as cache:
                command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
                done = subprocess.run(
                    [*command, "--cache", cache],
                    cwd=HERE,
                    capture_output=True,
                    text=True,
                    check=False,
                )
            if done.returncode:
                _cannot(f"npm ci failed in {HERE}: {done.stderr.strip()[-400:]}")
            stamp.write_text(wanted, encoding="ascii")
    return NODE_MODULES


@pytest.fixture(scope="session")
def report(root: Path, request: pytest.FixtureRequest) -> Path:
    """Give the folder ``report/``, with all that is built beside the page.

    Where the checkout holds the committed page alone, the rest comes from a build of a copy.
    """
    if (root / "report" / SINGLE).is_file():
        return root / "report"
    copy: Path = request.getfixturevalue("built")
    return copy / "report"


@pytest.fixture(scope="session")
def index(report: Path) -> Path:
    return report / "index.html"


@pytest.fixture(scope="session")
def single(report: Path) -> Path:
    """Give the edition that is one file."""
    page = report / SINGLE
    assert page.is_file(), f"the build made no {page.name}"
    return page


@pytest.fixture(scope="session")
def code_page(report: Path) -> Path:
    """Give the page with the code of all cells."""
    return report / CODE


@pytest.fixture(scope="session")
def numbers(report: Path) -> Path:
    """Give the page with the rows and sources behind each number."""
    return report / NUMBERS


# Not for the session: while it runs, no other test could start an event loop.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=find_chrome(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def blank(browser: Browser) -> Iterator[Page]:
    """Give an empty tab, to measure screenshots in."""
    tab = browser.new_page()
    yield tab
    tab.close()


@pytest.fixture(scope="session")
def screenshots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that keeps the pictures: the one that AGLETTERS_SCREENSHOTS names."""
    named = os.environ.get("AGLETTERS_SCREENSHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def opened(browser: Browser, index: Path) -> Iterator[Visit]:
    """Give the page on a laptop, for tests that look and change nothing."""
    with visiting(browser, index, viewport=LAPTOP) as made:
        yield made


@pytest.fixture(scope="module", params=[True, False], ids=["javascript", "no javascript"])
def either(request: pytest.FixtureRequest, browser: Browser, index: Path) -> Iterator[Visit]:
    """Give the page with and without JavaScript, likewise."""
    with visiting(browser, index, java_script_enabled=request.param, viewport=LAPTOP) as made:
        yield made


@pytest.fixture
def visit(browser: Browser, index: Path) -> Iterator[Opened]:
    """Give a function that opens the page; what it opened is closed after the test."""
    opened: list[Visit] = []

    def open_page(page: Path = index, fragment: str = "", **context: object) -> Visit:
        opened.append(Visit(browser, page, fragment, **context))
        return opened[-1]

    yield open_page
    for made in opened:
        made.close()
