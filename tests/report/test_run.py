"""Notebooks run in fresh kernels, and say where they fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from agletters.report.run import NotebookError, is_executed, run_notebook, run_notebooks

from .conftest import Write, notebook


def test_a_run_gives_outputs_and_leaves_the_notebook_as_it_was(tmp_path: Path) -> None:
    before = notebook("21 + 35")
    after = run_notebook("x.ipynb", before, tmp_path)
    assert after.cells[0].outputs[0].data["text/plain"] == "56"
    assert not is_executed(before)
    assert is_executed(after)


def test_all_failing_notebooks_are_named_with_their_cells(write: Write) -> None:
    paths = [
        write("00_one", "# Title", "1 / 0"),
        write("01_two", "x = 1", "x +", "y = 2"),
    ]
    with pytest.raises(NotebookError) as error:
        run_notebooks(paths)
    first, second = str(error.value).splitlines()[:2]
    assert first.startswith("00_one.ipynb, cell 2: ZeroDivisionError: division by zero")
    assert second.startswith("01_two.ipynb, cell 2: SyntaxError")


def test_a_cell_that_hangs_is_stopped_and_named(tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match=r"x\.ipynb, cell 2: ran for more than 1 s"):
        run_notebook("x.ipynb", notebook("1", "import time; time.sleep(60)"), tmp_path, timeout=1)


def test_a_kernel_that_dies_is_named_with_its_cell(tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match=r"x\.ipynb, cell 1: the kernel ended"):
        run_notebook("x.ipynb", notebook("import os; os._exit(3)"), tmp_path)


def test_a_file_that_is_no_notebook_is_named(tmp_path: Path) -> None:
    path = tmp_path / "00_bad.ipynb"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(NotebookError, match=r"00_bad\.ipynb: is not a valid notebook"):
        run_notebooks([path])


def test_the_user_s_own_ipython_startup_plays_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    startup = tmp_path / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("surprise = 1", encoding="utf-8")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    after = run_notebook("x.ipynb", notebook("'surprise' in globals()"), tmp_path)
    assert after.cells[0].outputs[0].data["text/plain"] == "False"
