"""Offices by letters, one cell each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pandas as pd
import plotly.graph_objects as go

from agletters.coalitions import participation_matrix
from agletters.figure_parts import (
    INNER_WIDTH,
    Heading,
    asterisks,
    hover_points,
    label_trace,
    line_trace,
    pixel_figure,
    status_area,
    status_legend,
)
from agletters.markup import plotly_text
from agletters.palette import LINE, STATUS_STYLES

NAMES_WIDTH = 318  # room for the longest name, which a phone shows at about twice its size
ROW = 25
HEADER = 96
FOOTER = 66
GAP = 3


def status_matrix(
    by_letter: pd.DataFrame, headings: pd.DataFrame, *, title: str, subtitle: str | None = None
) -> go.Figure:
    """Draw the status of every office under every letter, sorted so that the pattern shows.

    Parameters
    ----------
    by_letter : pandas.DataFrame
        From `agletters.coalitions.participation_by_letter`.
    headings : pandas.DataFrame
        From `agletters.campaign_tables.letter_headings`: `letter_id`, `month`,
        `year`, `addressee` and `heading`; its letters become the columns.
    title : str
        What was found, in a sentence.
    subtitle : str, optional
        What is drawn.

    Returns
    -------
    plotly.graph_objects.Figure
        Rows in the order of `agletters.coalitions.participation_matrix`. Every
        status has a colour and a second cue; an inferred cell has an asterisk.

    Raises
    ------
    ValueError
        If a letter of `headings` has no rows.

    Examples
    --------
    >>> by_letter = pd.DataFrame({
    ...     "letter_id": ["a", "a"], "usps": ["AA", "BB"], "jurisdiction": ["Ash", "Birch"],
    ...     "status": ["not_signed", "signed"], "evidence": ["complete_list", "one_source"],
    ... })
    >>> headings = pd.DataFrame({
    ...     "letter_id": ["a"], "month": ["Mar"], "year": ["2001"], "addressee": ["Elm"],
    ...     "heading": ["March 2001"],
    ... })
    >>> figure = status_matrix(by_letter, headings, title="Birch signed")
    >>> [trace.name for trace in figure.data if trace.showlegend]
    ['Signed', 'Did not sign']
    """
    letters = headings["letter_id"].to_list()
    if absent := [letter for letter in letters if letter not in set(by_letter["letter_id"])]:
        raise ValueError(f"by_letter has no rows of {', '.join(absent)}")
    own = by_letter[by_letter["letter_id"].isin(letters)]
    order = participation_matrix(own).index.to_list()
    width = (INNER_WIDTH - NAMES_WIDTH) / len(letters)
    cells = own.assign(
        x=NAMES_WIDTH + width * own["letter_id"].map(letters.index),
        y=HEADER + ROW * own["usps"].map(order.index),
        heading=own["letter_id"].map(headings.set_index("letter_id")["heading"]),
    )
    end = HEADER + ROW * len(order)
    present = {
        key: style.label for key, style in STATUS_STYLES.items() if key in set(own["status"])
    }
    inferred = cells[cells["evidence"] == "inferred"]

    figure = pixel_figure(Heading(title, subtitle), end + FOOTER)
    figure.add_traces([_cells(cells[cells["status"] == key], width, key) for key in present])
    if "not_known" in present:
        figure.add_trace(_frames(cells[cells["status"] == "not_known"], width))
    figure.add_trace(_hover(cells, width))
    if len(inferred):
        colours = [STATUS_STYLES[status].text for status in inferred["status"]]
        x, y = inferred["x"] + width / 2, inferred["y"] + ROW / 2
        figure.add_trace(asterisks(x.to_list(), y.to_list(), colours))
    names = own.drop_duplicates("usps").set_index("usps")["jurisdiction"]
    figure.add_trace(
        label_trace(
            [NAMES_WIDTH - 8] * len(order),
            [HEADER + ROW * (row + 0.5) for row in range(len(order))],
            names.loc[order].to_list(),
            position="middle left",
            size=12,
        )
    )
    figure.add_traces(_column_heads(headings, width, end))
    figure.add_traces(status_legend(present, "Inferred" if len(inferred) else None, 4))
    return figure


def _cells(cells: pd.DataFrame, width: float, status: str) -> go.Scatter:
    """Return the cells of one status as one filled trace."""
    x, y = _corners(cells, width)
    return status_area(x, y, status, STATUS_STYLES[status].label, 4).update(hoverinfo="skip")


def _frames(cells: pd.DataFrame, width: float) -> go.Scatter:
    """Return the outlines of pale cells, which would else be lost on the paper."""
    return line_trace(*_corners(cells, width), LINE, 0.6)


def _corners(cells: pd.DataFrame, width: float) -> tuple[list[float | None], list[float | None]]:
    """Return the corners of rectangles, parted by None."""
    x: list[float | None] = []
    y: list[float | None] = []
    for left, top in zip(cells["x"], cells["y"], strict=True):
        right, bottom = left + width - GAP, top + ROW - GAP
        x += [round(v, 1) for v in (left, right, right, left, left)] + [None]
        y += [top, top, bottom, bottom, top, None]
    return x[:-1], y[:-1]


def _hover(cells: pd.DataFrame, width: float) -> go.Scatter:
    """Return what each cell answers to the pointer."""
    text = [
        f"<b>{plotly_text(name)}</b><br>{plotly_text(heading)}: {STATUS_STYLES[status].label}"
        + (" (inferred)" if evidence == "inferred" else "")
        for name, heading, status, evidence in zip(
            cells["jurisdiction"], cells["heading"], cells["status"], cells["evidence"], strict=True
        )
    ]
    x = (cells["x"] + width / 2).round(1)
    return hover_points(x.to_list(), (cells["y"] + ROW / 2).to_list(), text)


def _column_heads(headings: pd.DataFrame, width: float, end: float) -> list[go.Scatter]:
    """Return months and years above and below, and the addressees over their letters."""
    middle = [NAMES_WIDTH + width * (column + 0.5) - GAP / 2 for column in range(len(headings))]
    months, years = headings["month"].to_list(), headings["year"].to_list()
    heads: list[tuple[Sequence[float], float, Sequence[str]]] = [
        (middle, 50, months),
        (middle, 78, years),
        (middle, end + 18, months),
        (middle, end + 46, years),
    ]
    traces = [
        label_trace(x, [y] * len(x), words, position="middle center") for x, y, words in heads
    ]
    start = 0
    for addressee, group in groupby(headings["addressee"]):
        count = len(list(group))
        left, right = middle[start] - width / 2 + 6, middle[start + count - 1] + width / 2 - 6
        centre = (left + right) / 2
        traces.append(
            label_trace([centre], [16], [addressee], position="middle center", weight="bold")
        )
        traces.append(line_trace([left, right], [32, 32], LINE, 1))
        start += count
    return traces
