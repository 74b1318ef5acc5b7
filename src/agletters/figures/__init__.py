"""Publishing plotly figures: from a notebook cell to SVG, JSON, CSV and a block of HTML."""

from agletters.figures.block import figure_block, write_figure
from agletters.figures.drawing import DrawingError, StaleFigureError, draw, find_chrome
from agletters.figures.inline import inline_svg, legend_entries, legend_key
from agletters.figures.record import (
    MIMETYPE,
    PublishedFigure,
    canonical_json,
    figure_hash,
    publish,
)

__all__ = [
    "MIMETYPE",
    "DrawingError",
    "PublishedFigure",
    "StaleFigureError",
    "canonical_json",
    "draw",
    "figure_block",
    "figure_hash",
    "find_chrome",
    "inline_svg",
    "legend_entries",
    "legend_key",
    "publish",
    "write_figure",
]
