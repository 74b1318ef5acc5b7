"""Choropleths of the jurisdictions, drawn as polygons on a pair of ordinary axes.

Nothing is fetched when they are drawn, unlike with plotly's geographic traces. Every status
has a colour and a second cue (`agletters.palette`), and every jurisdiction can be reached:
those too small for a label have a square beside the coast that shows their status.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import pandas as pd
import plotly.graph_objects as go
import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from agletters.figure_parts import (
    INNER_WIDTH,
    Heading,
    asterisks,
    label_trace,
    line_trace,
    status_area,
    status_legend,
)
from agletters.geometry import borders, coarsened, to_xy
from agletters.markup import plotly_text
from agletters.palette import INK, LINE, MUTED, PAPER, STATUS_STYLES, base_layout

SQUARE_KM = 66.0
CALLOUT_LABEL_KM = 265.0  # room for a label that a phone shows at about twice its size
EDGE_KM = 20.0
LABEL_GAP_KM = 14.0
LABEL_SIZE = 11
WINDOW_KM = (70.0, 48.0)  # half the width and height of the clear window around a label
HOVER_CHARACTERS = 60

TOLERANCE_KM = 8.0  # what simpler shapes may lose: less than two pixels
PANEL_TOLERANCE_KM = 20.0
PANEL_GAP = 18
PANEL_TITLE_HEIGHT = 34  # a phone shows the title at about twice its size
SMALLEST_PANEL_SHAPE_KM2 = 3000.0
PANEL_SQUARE_KM = 95.0


def choropleth(
    participation: pd.DataFrame,
    geometry: gpd.GeoDataFrame,
    *,
    title: str,
    subtitle: str | None = None,
    hover: str | None = None,
) -> go.Figure:
    """Draw who signed a letter, one shape a jurisdiction.

    Parameters
    ----------
    participation : pandas.DataFrame
        One row a jurisdiction: `usps`, `jurisdiction`, `status` (one of the keys of
        `agletters.palette.STATUS_STYLES`); optionally `evidence`, of which `inferred`
        puts an asterisk after the label, and text for the hover box.
    geometry : geopandas.GeoDataFrame
        From `agletters.geometry.load_geometry`.
    title : str
        What was found, in a sentence.
    subtitle : str, optional
        What is drawn.
    hover : str, optional
        The column with more lines for the hover box, below name and status; by default
        `hover`, where there is such a column. Line breaks are kept, missing text is left out.

    Returns
    -------
    plotly.graph_objects.Figure
        `layout.meta["crop"]` tells how many pixels at the top and the bottom hold title
        and legend, for a page that gives both as text. Text from the data is shown as
        it is and never read as markup.

    Raises
    ------
    ValueError
        If a column is missing, a jurisdiction is unknown, missing or repeated, or a
        status is not one of the four.

    Examples
    --------
    >>> geometry = gpd.GeoDataFrame(
    ...     {
    ...         "usps": ["AA", "BB"], "callout": [False, True],
    ...         "label_x": [500, 1500], "label_y": [500, 800],
    ...         "anchor_x": [500, 1050], "anchor_y": [500, 500],
    ...     },
    ...     geometry=[shapely.box(0, 0, 1000, 1000), shapely.box(1000, 400, 1100, 600)],
    ... )
    >>> participation = pd.DataFrame({
    ...     "usps": ["AA", "BB"], "jurisdiction": ["Ash", "Birch"],
    ...     "status": ["signed", "not_known"],
    ... })
    >>> figure = choropleth(participation, geometry, title="Ash signed")
    >>> [trace.name for trace in figure.data if trace.showlegend]
    ['Signed (1)', 'Not known (1)']
    """
    rows = _checked(participation, geometry, hover)
    shapes = _with_squares(coarsened(geometry, TOLERANCE_KM))
    frame = _frame(geometry)
    counts = rows["status"].value_counts()
    legend = {
        status: f"{STATUS_STYLES[status].label} ({counts[status]})"
        for status in STATUS_STYLES
        if status in counts
    }
    inferred = int(rows["inferred"].sum())
    heading = Heading(title, subtitle)
    map_height = math.ceil(INNER_WIDTH * (frame[3] - frame[1]) / (frame[2] - frame[0]))

    figure = go.Figure(layout=base_layout())
    figure.add_traces(_areas(rows, shapes))
    figure.add_traces(_outlines(rows, shapes))
    figure.add_traces(_leaders(geometry))
    figure.add_traces(_windows(rows, geometry))
    figure.add_traces(_labels(rows, geometry))
    figure.add_traces(status_legend(legend, f"Inferred ({inferred})" if inferred else None))
    figure.update_layout(
        **heading.layout(map_height),
        xaxis=_axis(frame[0], frame[2]),
        yaxis=_axis(frame[1], frame[3], scaleanchor="x"),
    )
    return figure


def small_multiples(
    participations: Mapping[str, pd.DataFrame],
    geometry: gpd.GeoDataFrame,
    *,
    title: str,
    subtitle: str | None = None,
    columns: int = 3,
) -> go.Figure:
    """Draw several letters as small maps on one scale, without labels.

    Parameters
    ----------
    participations : mapping of str to pandas.DataFrame
        The title of each map and its frame, as for `choropleth`, in the order to draw.
    geometry : geopandas.GeoDataFrame
        From `agletters.geometry.load_geometry`.
    title, subtitle : str
        As for `choropleth`.
    columns : int
        How many maps stand side by side.

    Returns
    -------
    plotly.graph_objects.Figure
        Shapes are simplified further than in `choropleth`. A shape too small for this
        scale (DC) is drawn as a square in its place; an inferred row has an asterisk.

    Raises
    ------
    ValueError
        As for `choropleth`, with the title of the map; or if there is no map.
    """
    if not participations or columns < 1:
        raise ValueError(
            f"small_multiples needs a map and a column; got {len(participations)} maps "
            f"in {columns} columns"
        )
    panels = {name: _panel_rows(name, frame, geometry) for name, frame in participations.items()}
    shapes = _for_panels(geometry)
    present = {status for rows in panels.values() for status in rows["status"]}
    legend = {key: style.label for key, style in STATUS_STYLES.items() if key in present}
    some_inferred = any(rows["inferred"].any() for rows in panels.values())
    heading = Heading(title, subtitle)

    left, bottom, right, top = shapes.total_bounds
    width = (INNER_WIDTH - (columns - 1) * PANEL_GAP) / columns
    map_height = width * (top - bottom) / (right - left)
    row_height = PANEL_TITLE_HEIGHT + map_height + PANEL_GAP
    body = math.ceil(len(panels) / columns) * row_height

    figure = go.Figure(layout=base_layout())
    axes: dict[str, Any] = {}
    for number, (name, rows) in enumerate(panels.items()):
        row, column = divmod(number, columns)
        x = column * (width + PANEL_GAP)
        y = body - row * row_height
        key = "" if number == 0 else str(number + 1)
        traces = [*_areas(rows, shapes, 4), *_outlines(rows, shapes, 0.6), *_marks(rows, shapes)]
        figure.add_traces([t.update(xaxis=f"x{key}", yaxis=f"y{key}") for t in traces])
        axes[f"xaxis{key}"] = _axis(
            left, right, anchor=f"y{key}", domain=_share(x, x + width, INNER_WIDTH)
        )
        axes[f"yaxis{key}"] = _axis(
            bottom,
            top,
            anchor=f"x{key}",
            scaleanchor=f"x{key}",
            domain=_share(y - PANEL_TITLE_HEIGHT - map_height, y - PANEL_TITLE_HEIGHT, body),
        )
        # A label, not an annotation: only labels are enlarged on a phone.
        label = label_trace([left], [top], [name], position="top right", weight="bold")
        figure.add_trace(label.update(name="title", xaxis=f"x{key}", yaxis=f"y{key}"))
    figure.add_traces(status_legend(legend, "Inferred" if some_inferred else None, pattern_size=4))
    figure.update_layout(**heading.layout(math.ceil(body)), **axes)
    return figure


def _checked(
    participation: pd.DataFrame, geometry: gpd.GeoDataFrame, hover: str | None
) -> pd.DataFrame:
    """Return usps, jurisdiction, status, inferred and hover text, in the order of geometry."""
    needed = ["usps", "jurisdiction", "status", *([hover] if hover else [])]
    if missing := [name for name in needed if name not in participation]:
        raise ValueError(f"participation has no column {', '.join(map(repr, missing))}")
    known = set(geometry["usps"])
    seen: set[str] = set()
    for index, usps, name, status in zip(
        participation.index, *(participation[column] for column in needed[:3]), strict=True
    ):
        where = f"participation, row {index!r}"
        if usps not in known:
            raise ValueError(f"{where}: usps {usps!r} is not a jurisdiction of the map")
        if usps in seen:
            raise ValueError(f"{where}: usps {usps!r} has a row already; one each is needed")
        if pd.isna(name):
            raise ValueError(f"{where}: usps {usps!r} has no jurisdiction; give its name")
        if pd.isna(status) or status not in STATUS_STYLES:
            allowed = ", ".join(STATUS_STYLES)
            raise ValueError(f"{where}: status {status!r} is not one of {allowed}")
        seen.add(usps)
    if absent := sorted(known - seen):
        raise ValueError(f"participation has no row for usps {', '.join(absent)}")
    by_code = participation.set_index("usps").loc[geometry["usps"]].reset_index()
    inferred = by_code["evidence"].eq("inferred").fillna(False) if "evidence" in by_code else False
    extra = hover or "hover"
    lines = by_code[extra] if extra in by_code else pd.Series(pd.NA, index=by_code.index)
    checked: pd.DataFrame = by_code[needed[:3]].assign(inferred=inferred)
    columns = (checked["jurisdiction"], checked["status"], checked["inferred"], lines)
    return checked.assign(hover=[_hover(*cells) for cells in zip(*columns, strict=True)])


def _panel_rows(name: str, frame: pd.DataFrame, geometry: gpd.GeoDataFrame) -> pd.DataFrame:
    """Check one of several frames, and say which one is at fault."""
    try:
        return _checked(frame, geometry, None)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error


def _hover(name: str, status: str, inferred: bool, more: object) -> str:
    """Return the hover box: name, status and further lines."""
    lines = [STATUS_STYLES[status].label + (" (inferred)" if inferred else "")]
    if isinstance(more, str):
        for line in more.splitlines():
            lines += textwrap.wrap(line, HOVER_CHARACTERS)
    return f"<b>{plotly_text(name)}</b><br>" + "<br>".join(map(plotly_text, lines))


def _square(x: float, y: float, side: float) -> BaseGeometry:
    return shapely.box(x - side / 2, y - side / 2, x + side / 2, y + side / 2)


def _with_squares(geometry: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Add the square of each callout to its shape, so that both look and answer alike."""
    return geometry.set_geometry(
        [
            shapely.union(row.geometry, _square(row.label_x, row.label_y, SQUARE_KM))
            if row.callout
            else row.geometry
            for row in geometry.itertuples()
        ]
    )


def _for_panels(geometry: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Simplify for a small scale; the smallest shapes become squares, drawn last."""
    coarse = coarsened(geometry, PANEL_TOLERANCE_KM)
    small = coarse.area < SMALLEST_PANEL_SHAPE_KM2
    squares = [
        _square(row.anchor_x, row.anchor_y, PANEL_SQUARE_KM)
        for row in coarse[small & coarse["callout"]].itertuples()
    ]
    cut = coarse.geometry.difference(shapely.union_all(squares))
    cut[small & coarse["callout"]] = squares
    return coarse.set_geometry(cut)


def _frame(geometry: gpd.GeoDataFrame) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of the drawing with its callouts."""
    left, bottom, right, top = geometry.total_bounds
    callouts = geometry[geometry["callout"]]
    right = max([right, *(callouts["label_x"] + CALLOUT_LABEL_KM)])
    return left - EDGE_KM, bottom - EDGE_KM, right + EDGE_KM, top + EDGE_KM


def _areas(rows: pd.DataFrame, shapes: gpd.GeoDataFrame, pattern_size: int = 6) -> list[go.Scatter]:
    """Return one filled trace a jurisdiction."""
    return [
        status_area(*to_xy(shape), status, plotly_text(name), pattern_size).update(text=hover)
        for shape, status, name, hover in zip(
            shapes.geometry, rows["status"], rows["jurisdiction"], rows["hover"], strict=True
        )
    ]


def _outlines(rows: pd.DataFrame, shapes: gpd.GeoDataFrame, width: float = 0.9) -> list[go.Scatter]:
    """Return the borders: pale between filled shapes, grey at the coast and where not known."""
    inner, coast = borders(shapes)
    unfilled = shapes[[STATUS_STYLES[status].outline != PAPER for status in rows["status"]]]
    grey = shapely.union_all([coast, *shapely.boundary(unfilled.geometry.to_numpy())])
    return [
        line_trace(*to_xy(inner.difference(grey)), PAPER, width),
        line_trace(*to_xy(shapely.line_merge(grey)), LINE, width * 0.7),
    ]


def _leaders(geometry: gpd.GeoDataFrame) -> list[go.Scatter]:
    """Return the lines from the small places to their squares, set off by a pale edge."""
    lines = [
        LineString([(row.anchor_x, row.anchor_y), (row.label_x, row.label_y)]).difference(
            _square(row.label_x, row.label_y, SQUARE_KM)
        )
        for row in geometry[geometry["callout"]].itertuples()
    ]
    every_line = shapely.MultiLineString(lines)
    x, y = to_xy(every_line)
    return [line_trace(x, y, PAPER, 2.4), line_trace(x, y, MUTED, 0.8)]


def _windows(rows: pd.DataFrame, geometry: gpd.GeoDataFrame) -> list[go.Scatter]:
    """Return a clear window in each hatched or dotted shape, so that its label can be read."""
    windows: dict[str, list[BaseGeometry]] = {}
    width, height = WINDOW_KM
    for status, row in zip(rows["status"], geometry.itertuples(), strict=True):
        x, y, corner = row.label_x, row.label_y, height / 2
        if STATUS_STYLES[status].pattern and row.geometry.contains(Point(x, y)):
            core = shapely.box(
                x - width + corner, y - height + corner, x + width - corner, y + height - corner
            )
            window = core.buffer(corner, quad_segs=3).intersection(row.geometry)
            windows.setdefault(status, []).append(window)
    traces = []
    for status, shapes in windows.items():
        x, y = to_xy(shapely.MultiPolygon([p for shape in shapes for p in _polygons(shape)]))
        traces.append(
            go.Scatter(
                x=x,
                y=y,
                fill="toself",
                fillcolor=STATUS_STYLES[status].fill,
                mode="none",
                hoverinfo="skip",
                showlegend=False,
            )
        )
    return traces


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    return list(getattr(shape, "geoms", [shape]))


def _labels(rows: pd.DataFrame, geometry: gpd.GeoDataFrame) -> list[go.Scatter]:
    """Return the codes, inside the shapes or beside them."""
    styles = [STATUS_STYLES[status] for status in rows["status"]]
    inside = shapely.contains_xy(geometry.geometry, geometry["label_x"], geometry["label_y"])
    shift = geometry["callout"] * (SQUARE_KM / 2 + LABEL_GAP_KM)
    return [
        go.Scatter(
            x=[round(x, 1) for x in geometry["label_x"] + shift],
            y=[round(y, 1) for y in geometry["label_y"]],
            text=[
                usps + ("*" if inferred else "")
                for usps, inferred in zip(rows["usps"], rows["inferred"], strict=True)
            ],
            textposition=[
                "middle right" if callout else "middle center" for callout in geometry["callout"]
            ],
            textfont={
                "size": LABEL_SIZE,
                "color": [
                    style.text if within else INK
                    for style, within in zip(styles, inside, strict=True)
                ],
                "weight": [style.weight for style in styles],
            },
            mode="text",
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )
    ]


def _marks(rows: pd.DataFrame, shapes: gpd.GeoDataFrame) -> list[go.Scatter]:
    """Return the marks of inferred rows on a map without labels."""
    inferred = rows["inferred"].to_numpy(dtype=bool)
    if not inferred.any():
        return []
    marked = shapes[inferred]
    return [
        asterisks(
            marked["anchor_x"].tolist(),
            marked["anchor_y"].tolist(),
            [STATUS_STYLES[status].text for status in rows.loc[inferred, "status"]],
        )
    ]


def _axis(low: float, high: float, **more: object) -> dict[str, Any]:
    """Return an axis that shows nothing but keeps the scale."""
    return {
        "range": [round(low, 1), round(high, 1)],
        "visible": False,
        "constrain": "domain",
        **more,
    }


def _share(low: float, high: float, whole: float) -> list[float]:
    """Return a domain as shares of the whole."""
    return [round(max(low / whole, 0), 4), round(min(high / whole, 1), 4)]
