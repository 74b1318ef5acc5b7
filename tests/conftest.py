"""Fixtures for all tests, and the rule for those that need a browser."""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from agletters.tables import Tables

NO_CHROME = (
    "no Chrome or Chromium found, so the browser tests cannot run; install one (Debian and "
    "Ubuntu: apt-get install chromium) or name it in BROWSER_PATH"
)
NO_SOURCES = (
    "AGLETTERS_SOURCES is not set: it names the folder with the texts of the quoted articles, "
    "which are not part of the repository"
)

#: Folders and files that take long. They begin first, so that no process ends long after another.
LONGEST = (
    *("tests/browser/test_hostile_page.py", "tests/faults/", "tests/test_docs.py"),
    *("tests/browser/", "tests/report/", "tests/test_new.py", "tests/figures/test_drawing.py"),
    *("tests/test_scale.py", "tests/test_archive.py", "tests/test_repository.py"),
)

# Without bytecode, each of some hundred processes would compile the package again.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# What jsonschema would load to check addresses, which takes seconds and which no test needs.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

# The same examples on every run and every machine, however slow; new ones, and many, on demand.
settings.register_profile("suite", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile("suite")


def browser_is_missing() -> bool:
    # Imported late, since plotly comes with it and few runs need to know.
    from agletters.figures import find_chrome

    return find_chrome() is None


# After -k and -m have had their say.
@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    needed = any(item.get_closest_marker("browser") for item in items)
    if needed and os.environ.get("CI") == "true" and browser_is_missing():
        raise pytest.UsageError(f"{NO_CHROME}. With CI=true they must run.")
    items.sort(key=place)


def pytest_collection_finish() -> None:
    # What has been imported stays to the end: to look through it again and again is a tenth of
    # the time of the tests.
    gc.collect()
    gc.freeze()


def place(item: pytest.Item) -> int:
    """Give the place of a test's file in the order of files."""
    return next((at for at, file in enumerate(LONGEST) if item.nodeid.startswith(file)), 99)


def pytest_runtest_setup(item: pytest.Item) -> None:
    # Skipped here and not by a mark or a fixture, the tests share one line of the summary.
    if item.get_closest_marker("browser") and browser_is_missing():
        pytest.skip(NO_CHROME)
    if "sources" in getattr(item, "fixturenames", ()) and not os.environ.get("AGLETTERS_SOURCES"):
        pytest.skip(NO_SOURCES)


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the root of the repository."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def tables(root: Path) -> Tables:
    """Give the curated tables."""
    from agletters.tables import load

    return load(root / "data")


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of this project with its report built, one for all processes of a test run.

    What the checkout's own build has remembered serves here too.
    """
    from agletters.report.cache import FOLDER
    from tests.copies import copy_files

    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    copy = folder / "built"
    with (folder / "built.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not copy.exists():
            making = folder / "being built"
            shutil.rmtree(making, ignore_errors=True)
            for name in ("data", "notebooks", "figures", FOLDER):
                copy_files(root / name, making / name)
            # A process of its own: the browser's and the notebooks' event loops do not get along.
            command = [sys.executable, "-m", "agletters", "build", "--root", str(making)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                pytest.fail(f"agletters build: {done.stderr.strip()}", pytrace=False)
            making.rename(copy)
    return copy


@pytest.fixture
def data_copy(root: Path, tmp_path: Path) -> Path:
    """Give a copy of the curated tables, to break."""
    from tests.copies import copy_files

    return copy_files(root / "data", tmp_path / "data", but="geo")


@pytest.fixture(scope="session")
def sources() -> Path:
    """Give the folder with the texts of the quoted articles; without it the test is skipped."""
    return Path(os.environ["AGLETTERS_SOURCES"])
