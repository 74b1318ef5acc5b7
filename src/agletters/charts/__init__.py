"""Frames to plotly figures, maps apart: what the chapters on the campaign draw."""

from agletters.charts.forest import forest
from agletters.charts.matrix import status_matrix
from agletters.charts.tiles import named_tiles
from agletters.charts.timeline import timeline

__all__ = ["forest", "named_tiles", "status_matrix", "timeline"]
