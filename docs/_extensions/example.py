"""The guide's example: the code of its notebook, and the page that it makes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ConfigError
from sphinx.util.docutils import SphinxDirective


class NotebookCode(SphinxDirective):
    """Show the cells of a notebook as they are written."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Make one block a cell."""
        relative, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(relative)
        # Not by nbformat, whose check of addresses takes seconds to import.
        cells = json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
        return [
            nodes.literal_block(
                source := "".join(cell["source"]),
                source,
                language="python" if cell["cell_type"] == "code" else "none",
            )
            for cell in cells
        ]


def require_page(app: Sphinx) -> None:
    """Stop before anything is read if the page has not been made."""
    if app.builder.format == "html" and not page(app).is_file():
        raise ConfigError(
            f"{page(app)} is not there; make it with: python docs/example/make.py build/example"
        )


def copy_page(app: Sphinx, error: Exception | None) -> None:
    """Copy the page with what lies beside it into the folder ``example``."""
    if error is None and app.builder.format == "html":
        shutil.copytree(page(app).parent, Path(app.outdir, "example"), dirs_exist_ok=True)


def page(app: Sphinx) -> Path:
    """Give the place of the page, which the setting names from the folder of the sources."""
    return Path(app.srcdir, app.config.example_page).resolve()


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the directive ``notebook-code``, the setting ``example_page`` and the copying."""
    app.add_directive("notebook-code", NotebookCode)
    app.add_config_value("example_page", "../build/example/report/index.html", "")
    app.connect("builder-inited", require_page)
    app.connect("build-finished", copy_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
