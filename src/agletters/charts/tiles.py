"""Named units as tiles, sorted into rows and into two columns."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from agletters.figure_parts import (
    INNER_WIDTH,
    Heading,
    hover_points,
    label_trace,
    line_trace,
    pixel_figure,
    status_area,
)
from agletters.markup import plotly_text
from agletters.palette import LINE, MUTED, STATUS_STYLES

TILE_WIDTH, TILE_HEIGHT, GAP = 54, 38, 5
GUTTER = 26
COLUMN = (INNER_WIDTH - GUTTER) / 2
PER_LINE = int((COLUMN + GAP) // (TILE_WIDTH + GAP))
HEADER = 48
ROW_HEADER = 44
ROW_GAP = 16


def named_tiles(
    units: pd.DataFrame,
    columns: Mapping[str, str],
    rows: Sequence[str],
    *,
    title: str,
    subtitle: str | None = None,
) -> go.Figure:
    """Draw every unit as a tile with its name, by status across and by group down.

    Parameters
    ----------
    units : pandas.DataFrame
        `label` (short, the tile's text), `name` and `hover` (for the hover box),
        `status` (one of the keys of `columns`), `group` (one of `rows`) and `mark`
        (boolean: whether an asterisk follows the label).
    columns : mapping of str to str
        Two statuses of `agletters.palette.STATUS_STYLES`, with the heading of each.
    rows : sequence of str
        The groups, from top to bottom; one without units is left out.
    title : str
        What was found, in a sentence.
    subtitle : str, optional
        What is drawn.

    Returns
    -------
    plotly.graph_objects.Figure
        Tiles in the order of `units`, with counts over each row.

    Raises
    ------
    ValueError
        If a unit has another status or group.

    Examples
    --------
    >>> units = pd.DataFrame({
    ...     "label": ["AA", "BB"], "name": ["Ash", "Birch"], "hover": ["A. Ames", "B. Boyd"],
    ...     "status": ["signed", "not_signed"], "group": ["ran", "ran"], "mark": [False, True],
    ... })
    >>> figure = named_tiles(units, {"signed": "Signed", "not_signed": "Did not sign"}, ["ran"],
    ...                      title="One of each")
    >>> [trace.text for trace in figure.data if trace.text and "BB*" in trace.text]
    [('BB*',)]
    """
    for column, allowed in (("status", set(columns)), ("group", set(rows))):
        strange = units[~units[column].isin(allowed)]
        if len(strange):
            first = strange.iloc[0]
            raise ValueError(f"{first['name']}: {column} {first[column]!r} is not drawn here")
    lefts = dict(zip(columns, (0.0, COLUMN + GUTTER), strict=True))
    parts: list[go.Scatter] = []
    for status, heading in columns.items():
        total = int((units["status"] == status).sum())
        words = f"{heading}: {total}"
        parts.append(label_trace([lefts[status]], [20], [words], weight="bold", size=14))
    y: float = HEADER
    for group in rows:
        own = units[units["group"] == group]
        if own.empty:
            continue
        parts.append(line_trace([0, INNER_WIDTH], [y, y], LINE, 0.6))
        counts = own["status"].value_counts()
        parts.append(label_trace([0], [y + 22], [group], colour=MUTED))
        lines = max(math.ceil(counts.get(status, 0) / PER_LINE) for status in columns)
        for status, left in lefts.items():
            tiles = own[own["status"] == status]
            parts += _tiles(tiles, status, left, y + ROW_HEADER)
        y += ROW_HEADER + lines * (TILE_HEIGHT + GAP) + ROW_GAP
    figure = pixel_figure(Heading(title, subtitle, legend=False), round(y))
    figure.add_traces(parts)
    return figure


def _tiles(units: pd.DataFrame, status: str, left: float, top: float) -> list[go.Scatter]:
    """Return the tiles of one row and status, filled, labelled and with hover boxes."""
    if units.empty:
        return []
    places = [divmod(number, PER_LINE) for number in range(len(units))]
    xs = [left + column * (TILE_WIDTH + GAP) for _, column in places]
    ys = [top + line * (TILE_HEIGHT + GAP) for line, _ in places]
    x: list[float | None] = []
    y: list[float | None] = []
    for at, above in zip(xs, ys, strict=True):
        right, below = at + TILE_WIDTH, above + TILE_HEIGHT
        x += [at, right, right, at, at, None]
        y += [above, above, below, below, above, None]
    style = STATUS_STYLES[status]
    middle = [at + TILE_WIDTH / 2 for at in xs]
    centre = [above + TILE_HEIGHT / 2 for above in ys]
    labels = [
        label + ("*" if mark else "")
        for label, mark in zip(units["label"], units["mark"], strict=True)
    ]
    text = [
        f"<b>{plotly_text(name)}</b><br>{plotly_text(more)}"
        for name, more in zip(units["name"], units["hover"], strict=True)
    ]
    return [
        status_area(x[:-1], y[:-1], status, style.label).update(hoverinfo="skip"),
        label_trace(
            middle,
            centre,
            labels,
            position="middle center",
            size=12,
            colour=style.text,
            weight=style.weight,
        ),
        hover_points(middle, centre, text),
    ]
