"""Fixtures for all tests, and the rule for those that need a browser."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from agletters.tables import Tables, load

NO_CHROME = (
    "no Chrome or Chromium found, so the browser tests cannot run; install one (Debian and "
    "Ubuntu: apt-get install chromium) or name it in BROWSER_PATH"
)
NO_SOURCES = (
    "AGLETTERS_SOURCES is not set: it names the folder with the texts of the quoted articles, "
    "which are not part of the repository"
)

# The same examples on every run and every machine, however slow.
settings.register_profile("suite", derandomize=True, deadline=None)
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
    return load(root / "data")


@pytest.fixture
def data_copy(root: Path, tmp_path: Path) -> Path:
    """Give a copy of the curated tables, to break."""
    folder = tmp_path / "data"
    shutil.copytree(root / "data", folder, ignore=shutil.ignore_patterns("geo"))
    return folder


@pytest.fixture(scope="session")
def sources() -> Path:
    """Give the folder with the texts of the quoted articles; without it the test is skipped."""
    return Path(os.environ["AGLETTERS_SOURCES"])
