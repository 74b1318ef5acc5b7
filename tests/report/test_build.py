"""A build replaces the report whole, or not at all."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from pathlib import Path

import pytest

from agletters.errors import AglettersError
from agletters.report.build import build
from agletters.report.cache import FOLDER
from tests.copies import copy_files
from tests.packing import nothing_to_pack

from .conftest import FIGURE, SETUP, Write

pytestmark = pytest.mark.usefixtures("forked")

SENTENCE = 'say("{n} places", n=len(places))'

#: What a project with one notebook and without figures gives.
PAGES = [
    *("report/backpage-letters.html", "report/code.html", "report/data/places.csv"),
    *("report/index.html", "report/numbers.html", "report/tables/claims.csv"),
]


def state(root: Path) -> dict[str, bytes]:
    """Give every file of a project but its inputs."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.parts[len(root.parts)] not in {"data", "notebooks", FOLDER}
    }


def text(root: Path) -> str:
    """Give the words of the page."""
    page = (root / "report" / "index.html").read_text(encoding="utf-8")
    return re.sub("<[^>]*>", "", page)


def test_a_build_replaces_the_page_and_leaves_nothing_else(project: Path, write: Write) -> None:
    write("00_a", "# First?", SETUP, SENTENCE)
    made = build(project)
    assert (made.chapters, made.figures) == (1, 0)
    assert "2 places" in text(project)
    assert list(state(project)) == PAGES


def test_what_an_interrupted_build_left_is_cleared(project: Path, write: Write) -> None:
    write("00_a", "# First?", SETUP, SENTENCE)
    (project / ".agletters-build-old" / "figures").mkdir(parents=True)
    build(project)
    assert list(state(project)) == PAGES


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (("# First?", SETUP, "1 / 0"), "00_a.ipynb, cell 3: ZeroDivisionError"),
        (("# First?", SETUP, "places"), "00_a.ipynb, cell 3: gives an output"),
        (("# First?", SETUP, "print(1)"), "00_a.ipynb, cell 3: writes to stdout: 1"),
    ],
)
def test_a_broken_cell_leaves_the_old_report_whole(
    project: Path, write: Write, cells: tuple[str, ...], message: str
) -> None:
    write("00_a", *cells)
    before = state(project)
    with pytest.raises(AglettersError) as error:
        build(project)
    assert str(error.value).startswith(message)
    assert state(project) == before


def test_a_broken_table_stops_the_build_before_any_notebook_runs(
    project: Path, write: Write
) -> None:
    write("00_a", "# First?", SETUP, SENTENCE)
    (project / "data" / "places.csv").write_text("usps\nAA\nXX\n", encoding="utf-8")
    before = state(project)
    with pytest.raises(AglettersError, match=r"places\.csv, row 3, column usps: 'XX'"):
        build(project, done=lambda name, seconds: pytest.fail("a notebook ran"))
    assert state(project) == before


def test_without_chrome_a_stale_figure_is_named_and_the_old_report_stays(
    project: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("00_a", "# First?", SETUP, FIGURE.format(height=1))
    before = state(project)
    monkeypatch.setattr("agletters.figures.drawing.find_chrome", lambda: None)
    with pytest.raises(AglettersError, match="bar"):
        build(project)
    assert state(project) == before


@pytest.mark.browser
def test_a_committed_drawing_serves_until_the_figure_changes(
    project: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("00_a", "# First?", SETUP, FIGURE.format(height=1))
    with nothing_to_pack():
        assert build(project).redrawn == ("bar",)
        first = state(project)
        assert {"figures/bar.csv", "figures/bar.json", "figures/bar.svg"} < set(first)
        monkeypatch.setattr("agletters.figures.drawing.find_chrome", lambda: None)
        assert build(project).redrawn == ()
        assert state(project) == first


def test_a_target_that_cannot_be_written_is_named(project: Path, write: Write) -> None:
    write("00_a", "# First?", SETUP, SENTENCE)
    shutil.rmtree(project / "report")
    (project / "report").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(AglettersError, match=r"report: cannot be written"):
        build(project)
    assert (project / "report").read_text(encoding="utf-8") == "a file in the way"


def test_two_builds_of_one_project_are_kept_apart(project: Path, write: Write) -> None:
    write("00_a", "# First?", SETUP, SENTENCE)
    handle = os.open(project, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with pytest.raises(AglettersError, match="another build is running"):
            build(project)
    finally:
        os.close(handle)


def test_a_project_without_notebooks_says_so(project: Path) -> None:
    with pytest.raises(AglettersError, match="holds no notebook"):
        build(project)


def test_what_an_earlier_build_put_beside_the_page_is_removed_and_nothing_else(
    project: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("00_a", "# First?", SETUP, SENTENCE)
    (project / "report" / "mine.txt").write_text("not from a build", encoding="utf-8")
    pages = {"index.html": b"page", "app/extra.js": b"script"}
    monkeypatch.setattr("agletters.report.site.site", lambda *args: pages)
    build(project)
    del pages["app/extra.js"]
    build(project, cache=False)
    assert list(state(project)) == ["report/index.html", "report/mine.txt"]


def test_the_real_report_is_the_same_bytes_as_committed_with_and_without_the_cache(
    root: Path, built: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "two words ü"
    for name in ("data", "notebooks", "figures"):
        copy_files(root / name, copy / name)
    shutil.copytree(built / FOLDER, copy / FOLDER)
    build(copy, done=lambda name, seconds: seconds is None or pytest.fail(f"{name} ran"))
    first, second = map(state, (built, copy))
    assert first == second
    page = (root / "report" / "index.html").read_bytes()
    assert first["report/index.html"] == page, "run make report and commit report/ and figures/"
    for path in sorted((root / "figures").iterdir()):
        assert first[f"figures/{path.name}"] == path.read_bytes()
