"""What has not changed does not run again, and what has changed does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from agletters.report import interactive
from agletters.report.build import build
from agletters.report.cache import FOLDER, Snapshot, Store, digest

from .conftest import PACKAGE, SETUP, notebook
from .test_build import SENTENCE, state, text

pytestmark = pytest.mark.usefixtures("forked")

OTHERS = """\
from agletters.prose import say
from agletters.tables import load
say("{n} others", n=len(load().others))"""

TABLE = """\
import pandas as pd
from agletters.html_tables import show_table
show_table(pd.DataFrame({"n": [1]}), slug="numbers", caption="Numbers")"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project of two tables and two notebooks that has been built."""
    root = tmp_path_factory.mktemp("cache") / "built"
    for name in ("data", "notebooks", "report", "figures"):
        (root / name).mkdir(parents=True)
    places = PACKAGE["resources"][0]
    package = {**PACKAGE, "resources": [places, {**places, "name": "others", "path": "others.csv"}]}
    (root / "data" / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    for name in ("places", "others"):
        (root / "data" / f"{name}.csv").write_text("usps\nAA\nBB\n", encoding="utf-8")
    write(root, "00_a", "# First?", SETUP, SENTENCE)
    write(root, "01_b", "# Second?", OTHERS)
    assert runs(root) == ["00_a.ipynb", "01_b.ipynb"]
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Iterator[Path]:
    """Give a copy of it, cache and all."""
    shutil.copytree(built, tmp_path / "copy")
    return tmp_path / "copy"


def write(root: Path, name: str, *cells: str) -> None:
    made = notebook(*cells)
    (root / "notebooks" / f"{name}.ipynb").write_text(json.dumps(made), encoding="utf-8")


def runs(root: Path, **options: bool) -> list[str]:
    """Build, and list the notebooks that ran."""
    ran, named = [], []

    def done(name: str, seconds: float | None) -> None:
        named.append(name)
        if seconds is not None:
            ran.append(name)

    build(root, done=done, **options)
    assert sorted(named) == [path.name for path in sorted((root / "notebooks").iterdir())]
    return sorted(ran)


def test_nothing_runs_and_nothing_is_written_if_nothing_has_changed(project: Path) -> None:
    page = project / "report" / "index.html"
    before = page.stat().st_mtime_ns, page.stat().st_ino
    assert runs(project) == []
    assert (page.stat().st_mtime_ns, page.stat().st_ino) == before


def test_an_edit_to_prose_runs_that_chapter(project: Path) -> None:
    write(project, "01_b", "# Second?", OTHERS.replace("others", "more", 1))
    assert runs(project) == ["01_b.ipynb"]
    assert "2 more" in text(project)


def test_an_edit_to_a_markdown_cell_changes_the_page_and_runs_nothing(project: Path) -> None:
    write(project, "01_b", "# The second?", OTHERS)
    assert runs(project) == []
    assert "The second?" in text(project)
    assert "2 others" in text(project)


def test_an_edit_to_a_table_runs_the_chapters_that_read_it(project: Path) -> None:
    (project / "data" / "others.csv").write_text("usps\nAA\n", encoding="utf-8")
    assert runs(project) == ["01_b.ipynb"]
    assert "1 others" in text(project)


def test_an_edit_to_the_descriptor_runs_all_chapters(project: Path) -> None:
    path = project / "data" / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert len(runs(project)) == 2


def test_without_the_cache_everything_runs_and_the_bytes_are_the_same(project: Path) -> None:
    before = state(project)
    assert len(runs(project, cache=False)) == 2
    assert state(project) == before


def test_a_page_that_was_edited_by_hand_is_made_again_from_the_cache(project: Path) -> None:
    before = state(project)
    (project / "report" / "index.html").write_text("edited", encoding="utf-8")
    assert runs(project) == []
    assert state(project) == before


def test_what_was_packed_is_packed_again_only_for_other_code(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = []

    def pack(script: str) -> interactive.Packed:
        packed.append(script)
        return interactive.Packed("", 0)

    monkeypatch.setattr(interactive, "pack", pack)
    write(project, "00_a", "# The first?", SETUP, SENTENCE, TABLE)
    runs(project)
    assert len(packed) == 1
    write(project, "01_b", "# The second?", OTHERS)
    runs(project)
    assert len(packed) == 1
    write(project, "01_b", "# Second?", OTHERS)
    monkeypatch.setattr(Snapshot, "code_key", lambda _: "other code")
    runs(project)
    # The table of claims is packed as well.
    assert len(packed) == 3


def test_the_cache_of_a_notebook_that_is_gone_goes_too(project: Path) -> None:
    (project / "notebooks" / "01_b.ipynb").unlink()
    assert runs(project) == []
    assert not (project / FOLDER / "01_b.json").exists()


@pytest.mark.parametrize(
    ("name", "is_in_notebooks"),
    [("tables.py", True), ("report/kernel.py", True), ("report/page.py", False), ("cli.py", False)],
)
def test_an_edit_to_the_package_makes_a_new_build_and_mostly_new_runs(
    project: Path, name: str, is_in_notebooks: bool
) -> None:
    before = Snapshot.of(project)
    after = Snapshot(before.files, {**before.package, name: "edited"}, before.machine)
    assert before.build_key() != after.build_key()
    assert (before.key(["1"]) != after.key(["1"])) is is_in_notebooks
    assert before.changes(after) == [name]


def test_another_version_of_a_package_makes_new_runs(project: Path) -> None:
    before = Snapshot.of(project)
    after = Snapshot(before.files, before.package, (*before.machine, "other-1.0.dist-info"))
    assert before.key(["1"]) != after.key(["1"])
    assert before.build_key() != after.build_key()


def test_the_lock_and_the_geometry_count_for_every_notebook(project: Path) -> None:
    before = Snapshot.of(project).key(["1"])
    (project / "data" / "geo").mkdir()
    (project / "data" / "geo" / "shapes.geojson").write_text("{}", encoding="utf-8")
    between = Snapshot.of(project).key(["1"])
    (project / "requirements.lock").write_text("pandas==0\n", encoding="utf-8")
    assert len({before, between, Snapshot.of(project).key(["1"])}) == 3


def test_a_file_that_was_not_there_counts_as_changed_once_it_is(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep_outputs("00_a", "key", [], [str(tmp_path / "absent.txt")])
    assert store.outputs("00_a", "key") == []
    (tmp_path / "absent.txt").touch()
    assert store.outputs("00_a", "key") is None


def test_only_files_of_the_report_pass_for_written_by_a_build(tmp_path: Path) -> None:
    store = Store(tmp_path)
    paths = ["report/a", "figures/a.svg", "data/a.csv", "report/../data/a.csv", "/etc/a"]
    store.keep_built("key", [], 0, dict.fromkeys(paths))
    assert store.written() == ["figures/a.svg", "report/a"]


def test_an_entry_says_whether_it_is_whole(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep_outputs("00_a", "key", [[{"text": "1"}]], [])
    path = tmp_path / FOLDER / "00_a.json"
    whole = path.read_bytes()
    head, body = whole.split(b"\n", 1)
    harmed = [b"", head, whole[:-1], whole.replace(b'"1"', b'"2"'), b"0" + whole[1:]]
    harmed.append(f"1 01_b {digest(body)}\n".encode() + body)
    for content in harmed:
        path.write_bytes(content)
        assert store.outputs("00_a", "key") is None
    path.write_bytes(whole)
    assert store.outputs("00_a", "key") == [[{"text": "1"}]]


def loaded_by_a_build(project: Path, *names: str) -> list[str]:
    """Build by the command line; give its lines, the last of which lists the modules loaded."""
    code = (
        "import sys; from agletters.cli import app\n"
        "try: app()\n"
        f"finally: print(sorted({set(names)!r} & {{*sys.modules}}))"
    )
    command = [sys.executable, "-c", code, "build", "--root", project]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def test_a_build_that_has_nothing_to_do_imports_neither_pandas_nor_nbconvert(project: Path) -> None:
    lines = loaded_by_a_build(project, "pandas", "plotly", "nbconvert", "rich.console")
    assert lines[:2] == ["00_a.ipynb  cached", "01_b.ipynb  cached"]
    assert lines[-1] == "[]"


def test_a_build_that_runs_notebooks_makes_no_grammar_of_addresses(project: Path) -> None:
    write(project, "01_b", "# The second?", OTHERS)
    assert loaded_by_a_build(project, "nbformat", "lark")[-1] == "['nbformat']"
