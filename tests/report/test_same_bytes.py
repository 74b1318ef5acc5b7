"""The same bytes from other folders, users, places, seeds, Pythons and machines under load."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from agletters.errors import AglettersError
from agletters.report.build import build

from .conftest import PACKAGE, notebook
from .test_build import state

TABLE = """\
import pandas as pd
from agletters.html_tables import show_table
from agletters.prose import say
from agletters.tables import load
places = load().places
order = list({"istanbul", "İstanbul", "straße", "a", "b", "c", "d"})
say("{n} places, {upper} and {set}, {share:.3f}", n=len(places), upper="title".upper(),
    set=", ".join(order), share=1234.5)"""
SHOWN = """\
when = pd.Timestamp.fromtimestamp(0).isoformat()
show_table(places.assign(when=when), slug="t", caption="T")"""


#: The number of nobody.
OTHER_USER = 65534


def other_pythons() -> list[str]:
    """List a Python of each other version that is at hand with the packages, from 3.11 on."""
    found = []
    for minor in range(11, 20):
        program = shutil.which(f"python3.{minor}")
        if program and minor != sys.version_info.minor:
            check = [program, "-P", "-c", "import agletters.report.page, IPython"]
            if subprocess.run(check, check=False, capture_output=True).returncode == 0:
                found.append(program)
    return found


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small project that nobody has built."""
    root = tmp_path_factory.mktemp("same") / "source"
    for name in ("data", "notebooks"):
        (root / name).mkdir(parents=True)
    (root / "data" / "datapackage.json").write_text(json.dumps(PACKAGE), encoding="utf-8")
    (root / "data" / "places.csv").write_text("usps\nAA\nBB\n", encoding="utf-8")
    for name, cells in {"00_a": ("# First?", TABLE, SHOWN), "01_b": ("# Second?", TABLE)}.items():
        made = json.dumps(notebook(*cells))
        (root / "notebooks" / f"{name}.ipynb").write_text(made, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def expected(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the report as it comes from this process."""
    root = tmp_path_factory.mktemp("expected") / "here"
    shutil.copytree(source, root)
    build(root)
    return state(root)


@pytest.fixture
def copy(source: Path, tmp_path: Path) -> Path:
    root = tmp_path / "another folder, ünd deep" / "er"
    shutil.copytree(source, root)
    return root


def command(
    root: Path, program: Sequence[str | Path] = (sys.executable,), **environment: str | None
) -> dict[str, bytes]:
    """Build by the command line, and give the report."""
    settings = {**os.environ, **environment}
    done = subprocess.run(
        [*program, "-m", "agletters", "build", "--root", root],
        env={name: value for name, value in settings.items() if value is not None},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return state(root)


@contextmanager
def busy(processes: int) -> Iterator[None]:
    """Keep the cores busy."""
    loops = [subprocess.Popen(["sh", "-c", "while :; do :; done"]) for _ in range(processes)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def test_in_another_folder_on_a_loaded_machine_one_notebook_at_a_time(
    copy: Path, expected: dict[str, bytes]
) -> None:
    with busy(os.cpu_count() or 1):
        build(copy, jobs=1)
    assert state(copy) == expected


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu"},
        {"LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles"},
        {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "HOME": None, "COLUMNS": "20"},
    ],
    ids=["C, Kathmandu, seed 1", "German, Los Angeles, seed 2", "Turkish, no home"],
)
def test_in_other_locales_time_zones_and_with_other_seeds(
    copy: Path, expected: dict[str, bytes], environment: dict[str, str | None]
) -> None:
    assert command(copy, **environment) == expected


def test_as_another_user(source: Path, expected: dict[str, bytes]) -> None:
    # Others may not look into pytest's own folders.
    with TemporaryDirectory(prefix="agletters-user-") as folder:
        home = Path(folder)
        copy = home / "copy"
        shutil.copytree(source, copy)
        settings = {"HOME": folder, "TMPDIR": folder, "USER": "somebody", "LOGNAME": "somebody"}
        program: list[str] = []
        if os.geteuid() == 0 and shutil.which("setpriv"):
            for path in (home, copy, *copy.rglob("*")):
                shutil.chown(path, OTHER_USER)
            # This user may read what belongs to root, such as Python in root's home.
            rights = "-all,+dac_read_search"
            program = ["setpriv", f"--reuid={OTHER_USER}", f"--regid={OTHER_USER}"]
            program += ["--clear-groups", f"--inh-caps={rights}", f"--ambient-caps={rights}"]
        assert command(copy, [*program, sys.executable], **settings) == expected
        owner = (copy / "report" / "index.html").stat().st_uid
        assert owner == (OTHER_USER if program else os.geteuid())


def test_with_every_other_python_at_hand(
    source: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    for number, python in enumerate(other_pythons()):
        shutil.copytree(source, tmp_path / str(number))
        assert command(tmp_path / str(number), [python]) == expected, python


def test_the_source_date_is_the_time_of_all_files_and_stands_nowhere_else(
    copy: Path, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(copy)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "981173106")
    build(copy)
    assert state(copy) == expected
    for path in expected:
        assert (copy / path).stat().st_mtime == 981173106


def test_a_source_date_that_is_none_is_named(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(AglettersError, match="SOURCE_DATE_EPOCH is 'yesterday'"):
        build(copy)
