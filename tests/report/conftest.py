"""A small project that builds in seconds: one table, one notebook."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest

from tests.compiled import compiled_once
from tests.forked import notebooks_in_a_fork

PACKAGE = {
    "name": "small",
    "version": "0.0.1",
    "created": "2001-02-03T00:00:00Z",
    "licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://example.org"}],
    "resources": [
        {
            "name": "places",
            "path": "places.csv",
            "schema": {
                "fields": [
                    {
                        "name": "usps",
                        "type": "string",
                        "constraints": {"required": True, "enum": ["AA", "BB"]},
                    }
                ],
                "primaryKey": ["usps"],
            },
        }
    ],
}

SETUP = """\
import pandas as pd
from agletters.html_tables import show_table
from agletters.prose import say
from agletters.tables import load
places = load().places"""

FIGURE = """\
import plotly.graph_objects as go
from agletters.figures import publish
publish(go.Figure(go.Bar(x=["a"], y=[{height}]), layout={{"title": {{"text": "One bar"}}}}),
        slug="bar", alt="One bar.", table=places, sources=["S1"])"""

Write = Callable[..., Path]


def notebook(*cells: str) -> nbformat.NotebookNode:
    """Make a notebook; a cell that begins with '# ' is Markdown."""
    made = nbformat.v4.new_notebook()
    for number, source in enumerate(cells):
        text = source.startswith("# ")
        cell = (nbformat.v4.new_markdown_cell if text else nbformat.v4.new_code_cell)(source)
        cell.id = f"cell-{number}"
        made.cells.append(cell)
    return made


@pytest.fixture(scope="package", autouse=True)
def templates() -> Iterator[None]:
    """Compile the templates of the page once for all tests of this folder."""
    with compiled_once():
        yield


@pytest.fixture(scope="module")
def forked() -> Iterator[None]:
    """Run the notebooks of a module's builds in forks of the test process."""
    with notebooks_in_a_fork():
        yield


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project whose report says that it is the old one."""
    root = tmp_path / "a project with spaces and ümlauts"
    for name in ("data", "notebooks", "report", "figures"):
        (root / name).mkdir(parents=True)
    (root / "data" / "datapackage.json").write_text(json.dumps(PACKAGE), encoding="utf-8")
    (root / "data" / "places.csv").write_text("usps\nAA\nBB\n", encoding="utf-8")
    (root / "report" / "index.html").write_text("the old report", encoding="utf-8")
    return root


@pytest.fixture
def write(project: Path) -> Write:
    """Give a function that writes a notebook into the project."""

    def written(name: str, *cells: str) -> Path:
        path = project / "notebooks" / f"{name}.ipynb"
        nbformat.write(notebook(*cells), path)
        return path

    return written
