"""The notebooks are prose with computed numbers, and run anywhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from agletters.report.run import run_notebook
from tests.copies import copy_files

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
DATES = (
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d{4}\b|\b(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December) \d{4}\b|\b(?:19|20)\d\d\b|\b[Ss]ection 230\b"
)
WORDS = (
    "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
)
#: Number words that name a thing and count nothing.
NAMES = "four statuses"


def cells(path: Path, kind: str) -> list[str]:
    return [
        cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind
    ]


def bare_figures(markdown: str) -> list[str]:
    """Find numbers in Markdown that are neither dates nor in code or links."""
    text = re.sub(r"`[^`]*`|\]\([^)]*\)", " ", markdown)
    text = re.sub(DATES, " ", text).replace(NAMES, " ")
    return re.findall(rf"\d[\d.,%]*|\b(?:{WORDS})\b", text, re.IGNORECASE)


def without_imports(code: str) -> str:
    return re.sub(r"^(?:from|import) (?:[^(\n]*\([^)]*\)|.*)\n+", "", code, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("On 21 September 2010 and in 2011, see [`x1`](#a2).", []),
        ("Of 56 offices, twenty-one signed.", ["56", "twenty"]),
    ],
)
def test_the_check_for_bare_figures_finds_them(markdown: str, found: list[str]) -> None:
    assert bare_figures(markdown) == found


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestEveryNotebook:
    def test_types_no_figure_into_its_prose(self, path: Path) -> None:
        assert [found for cell in cells(path, "markdown") for found in bare_figures(cell)] == []

    def test_is_committed_without_outputs(self, path: Path) -> None:
        for cell in nbformat.read(path, as_version=4).cells:
            assert not cell.get("outputs")
            assert cell.get("execution_count") is None

    def test_begins_with_its_title_and_asks_questions(self, path: Path) -> None:
        first, *rest = cells(path, "markdown")
        assert first.startswith("# ")
        headings = [line for cell in rest for line in cell.splitlines() if line.startswith("## ")]
        assert headings
        assert [heading for heading in headings if not heading.endswith("?")] == []

    def test_keeps_its_cells_short(self, path: Path) -> None:
        code = cells(path, "code")
        assert len(code) <= 25
        assert max(len(without_imports(cell).splitlines()) for cell in code) <= 18

    def test_defines_no_function_and_loops_nowhere(self, path: Path) -> None:
        for cell in cells(path, "code"):
            assert not re.search(r"^\s*(?:def|class|for|while) ", cell, re.MULTILINE), cell


def test_a_notebook_runs_from_any_working_directory(tmp_path: Path) -> None:
    [path] = [path for path in NOTEBOOKS if path.stem.startswith("06")]
    run_notebook(path.name, nbformat.read(path, as_version=4), tmp_path)


def test_nbconvert_makes_a_page_of_one_notebook(root: Path, tmp_path: Path) -> None:
    for name in ("data", "figures", "notebooks"):
        copy_files(root / name, tmp_path / name)
    # As ``jupyter nbconvert`` runs, but for what conftest.py leaves out.
    program = (
        "import sys; sys.modules['rfc3987_syntax'] = None; "
        "from nbconvert.nbconvertapp import main; main()"
    )
    command = [sys.executable, "-c", program, "--to", "agletters", "01_who_signed.ipynb"]
    run = subprocess.run(command, cwd=tmp_path / "notebooks", capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    page = (tmp_path / "notebooks" / "01_who_signed.html").read_text(encoding="utf-8")
    assert 'id="fig-who-signed-2010"' in page
    assert "Connecticut led." in page
