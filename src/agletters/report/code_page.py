"""The code of all cells on a page of its own, so that the report stays light."""

from __future__ import annotations

from collections.abc import Sequence

import jinja2

from agletters.report import assets
from agletters.report.metadata import Edition
from agletters.report.page import Chapter, headings


def code_page(chapters: Sequence[Chapter], edition: Edition) -> str:
    """Show the code of every cell, chapter by chapter.

    Parameters
    ----------
    chapters
        Executed notebooks, in the order of the report.
    edition
        What the page says of the data.

    Returns
    -------
    str
        A page in which each cell has the id ``code-CHAPTER-CELL``, to which the
        report's results link.

    Examples
    --------
    >>> import nbformat
    >>> cells = [nbformat.v4.new_markdown_cell("# Why?"), nbformat.v4.new_code_cell("1 < 2")]
    >>> chapter = Chapter("00_why", nbformat.v4.new_notebook(cells=cells))
    >>> page = code_page([chapter], Edition("2026-11-22", "1.0.0", "CC"))
    >>> 'aria-label="Cell 2"><code>1 &lt; 2</code></pre>' in page
    True
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(assets.TEMPLATES / "agletters"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    parts = [
        {
            "slug": chapter.slug,
            "title": headings(chapter)[0][2],
            "file": f"{chapter.name}.ipynb",
            "cells": [
                (number, cell.source)
                for number, cell in enumerate(chapter.notebook.cells, start=1)
                if cell.cell_type == "code" and cell.source.strip()
            ],
        }
        for chapter in chapters
    ]
    theme = assets.theme_script()
    return environment.get_template("code.html.j2").render(
        chapters=parts,
        edition=edition,
        script=theme,
        script_hash=assets.script_hash(theme),
        styles=assets.page_styles(),
    )
