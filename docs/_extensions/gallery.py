"""The directive ``figure-gallery``: every figure of the report, with its title."""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

SVG = "{http://www.w3.org/2000/svg}"


class FigureGallery(SphinxDirective):
    """Show the SVG files of a folder, in the order of their names."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Make one figure a file: the drawing, and its title with the file's name."""
        folder = Path(self.env.relfn2path(self.arguments[0])[1])
        paths = sorted(folder.glob("*.svg"))
        if not paths:
            raise self.error(f"{folder} holds no figure; make report draws them")
        self.env.note_dependency(str(folder))
        return [self._figure(path) for path in paths]

    def _figure(self, path: Path) -> nodes.figure:
        root = ET.parse(path).getroot()  # noqa: S314 - our own figures
        here = Path(self.env.doc2path(self.env.docname)).parent
        image = nodes.image(
            uri=Path(os.path.relpath(path, here)).as_posix(), alt=root.findtext(f"{SVG}desc", "")
        )
        caption = nodes.caption("", f"{root.findtext(f'{SVG}title', path.stem)} ")
        caption += nodes.literal("", path.stem)
        return nodes.figure("", image, caption, classes=["gallery-figure"])


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the directive."""
    app.add_directive("figure-gallery", FigureGallery)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
