"""Notebooks run from a fresh state, and say where they fail."""

from __future__ import annotations

import py_compile
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from agletters.origins import ORIGINS_TYPE
from agletters.report.run import (
    NotebookError,
    Runner,
    is_executed,
    read_notebook,
    run_notebook,
    run_notebooks,
    runner,
)

from .conftest import Write, notebook


@pytest.fixture(scope="module")
def running() -> Iterator[Runner]:
    with runner([]) as made:
        yield made


def test_a_run_gives_outputs_and_leaves_the_notebook_as_it_was(tmp_path: Path) -> None:
    before = notebook("21 + 35")
    after = run_notebook("x.ipynb", before, tmp_path)
    assert after.cells[0].outputs[0].data["text/plain"] == "56"
    assert not is_executed(before)
    assert is_executed(after)


def test_all_failing_notebooks_are_named_with_their_cells(write: Write, running: Runner) -> None:
    paths = [
        write("00_one", "# Title", "1 / 0"),
        write("01_two", "x = 1", "x +", "y = 2"),
    ]
    with pytest.raises(NotebookError) as error:
        run_notebooks(running, [(path, read_notebook(path)) for path in paths])
    first, second = str(error.value).splitlines()[:2]
    assert first == "00_one.ipynb, cell 2: ZeroDivisionError: division by zero"
    assert second.startswith("01_two.ipynb, cell 2: SyntaxError")


def test_outputs_are_those_of_a_jupyter_kernel(tmp_path: Path, running: Runner) -> None:
    cells = notebook(
        "import sys\nfrom IPython.display import HTML, Markdown, clear_output, display",
        "print(1)\nprint(2)\n3",
        "print(1, file=sys.stderr)",
        "display(HTML('<b>a</b>'), Markdown('b'))\n'c'",
        "print('gone')\nclear_output()\ndisplay({'text/x-own': '1', 'text/plain': '2'}, raw=True)",
        "await __import__('asyncio').sleep(0)\nIn[1][:6], Out[4], _, __name__, '' in sys.path",
        "7;",
        "%who_ls str",
    )
    found = running.run("x.ipynb", cells, tmp_path).notebook
    NotebookClient(cells, resources={"metadata": {"path": str(tmp_path)}}).execute()
    for cell, as_jupyter in zip(found.cells, cells.cells, strict=True):
        assert cell.outputs == as_jupyter.outputs
        assert cell.execution_count == as_jupyter.execution_count


def origins(notebook: NotebookNode) -> list[dict[str, Any]]:
    """List what the passages of a notebook carry of the origins of their values."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [output.data[ORIGINS_TYPE] for output in outputs if ORIGINS_TYPE in output.data]


def test_passages_carry_the_origins_of_their_values(
    root: Path, tmp_path: Path, running: Runner
) -> None:
    cells = notebook(
        "from agletters.prose import say\nfrom agletters.tables import load\n"
        f"tables = load({str(root / 'data')!r})\nrows = tables.letters",
        "say('{n} letters', n=len(rows))",
        "rows = tables.offices",
        "say('{n} offices', n=len(rows))",
        "1",
    )
    run = running.run("x.ipynb", cells, tmp_path)
    first, second = origins(run.notebook)
    assert first["n"]["tables"] == ["letters"]
    assert first["n"]["frames"][0]["count"] == len(first["n"]["rows"]["letters"]) == 11
    # a name stands for what it stood for in its cell
    assert second["n"]["frames"][0]["count"] == 56
    read = {Path(path).name for path in run.reads}
    assert read == {"letters.csv", "offices.csv", "datapackage.json"}


def test_the_search_for_origins_leaves_no_trace_in_outputs(
    root: Path, tmp_path: Path, running: Runner
) -> None:
    cells = notebook(
        "from agletters.prose import say\nfrom agletters.tables import load\n"
        f"tables = load({str(root / 'data')!r})\ncalls = []\n"
        "def count(frame):\n    print('counting')\n    calls.append(1)\n    return len(calls)",
        "say('{n} letters', n=count(tables.letters))",
        "len(calls)",
    )
    found = running.run("x.ipynb", cells, tmp_path).notebook
    printed = [output.get("text") for cell in found.cells for output in cell.outputs]
    assert printed == ["counting\n", None, None]
    assert found.cells[1].outputs[1].data["text/plain"] == "1 letters"
    assert found.cells[2].outputs[0].data["text/plain"] == "1"


def test_a_value_of_a_notebook_without_tables_comes_from_none(
    tmp_path: Path, running: Runner
) -> None:
    cells = notebook("from agletters.prose import say", "say('{n}', n=1)")
    [found] = origins(running.run("x.ipynb", cells, tmp_path).notebook)
    assert found["n"]["expression"] == "1"
    assert found["n"]["tables"] == found["n"]["frames"] == []


def test_one_notebook_sees_nothing_of_another(tmp_path: Path, running: Runner) -> None:
    running.run("x.ipynb", notebook("import json; json.left = mine = 1"), tmp_path)
    after = running.run(
        "y.ipynb", notebook("import json; hasattr(json, 'left'), 'mine' in globals()"), tmp_path
    )
    assert after.notebook.cells[0].outputs[0].data["text/plain"] == "(False, False)"


def test_the_tables_that_cells_take_are_noted_and_no_others(
    root: Path, tmp_path: Path, running: Runner
) -> None:
    cells = notebook(
        f"from agletters.tables import load; tables = load({str(root / 'data')!r})",
        "len(tables), list(tables)",
        "tables.letters; tables['offices'];",
        "open('beside.txt').read(); open('made.txt', 'w').close()",
    )
    (tmp_path / "beside.txt").write_text("x", encoding="utf-8")
    names = ("letters.csv", "offices.csv", "datapackage.json")
    expected = {*(str(root / "data" / name) for name in names), str(tmp_path / "beside.txt")}
    assert set(running.run("x.ipynb", cells, tmp_path).reads) == expected


def test_a_module_beside_the_notebook_counts_as_read_when_it_comes_from_its_bytecode(
    tmp_path: Path, running: Runner
) -> None:
    (tmp_path / "beside.py").write_text("x = 1", encoding="utf-8")
    py_compile.compile(str(tmp_path / "beside.py"))
    run = running.run("x.ipynb", notebook("import beside; beside.__cached__"), tmp_path)
    assert run.notebook.cells[0].outputs[0].data["text/plain"].endswith(".pyc'")
    assert run.reads == (str(tmp_path / "beside.py"),)


def test_a_cell_that_hangs_is_stopped_and_named(tmp_path: Path, running: Runner) -> None:
    with pytest.raises(NotebookError, match=r"x\.ipynb, cell 2: ran for more than 1 s"):
        running.run("x.ipynb", notebook("1", "import time; time.sleep(60)"), tmp_path, timeout=1)


def is_alive(pid: int) -> bool:
    """Say whether a process is running; one that has ended may wait to be collected."""
    command = ["ps", "-o", "stat=", "-p", str(pid)]
    state = subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()
    return state != "" and not state.startswith("Z")


def test_what_a_cell_leaves_running_ends_with_its_notebook(tmp_path: Path, running: Runner) -> None:
    cells = notebook("import subprocess; subprocess.Popen(['sleep', '600']).pid")
    after = running.run("x.ipynb", cells, tmp_path).notebook
    pid = int(after.cells[0].outputs[0].data["text/plain"])
    end = time.monotonic() + 10
    while is_alive(pid):
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_kernel_that_dies_is_named_with_its_cell(tmp_path: Path, running: Runner) -> None:
    with pytest.raises(NotebookError, match=r"x\.ipynb, cell 1: the kernel ended"):
        running.run("x.ipynb", notebook("import os; os._exit(3)"), tmp_path)


def test_a_file_that_is_no_notebook_is_named(tmp_path: Path) -> None:
    path = tmp_path / "00_bad.ipynb"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(NotebookError, match=r"00_bad\.ipynb: is not a valid notebook"):
        read_notebook(path)


def test_the_user_s_own_ipython_startup_plays_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    startup = tmp_path / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("surprise = 1", encoding="utf-8")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    after = run_notebook("x.ipynb", notebook("'surprise' in globals()"), tmp_path)
    assert after.cells[0].outputs[0].data["text/plain"] == "False"
