"""Letters by their size, and other events in lanes below, on one scale of time."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby, pairwise

import pandas as pd
import plotly.graph_objects as go

from agletters.figure_parts import (
    INNER_WIDTH,
    Heading,
    hover_points,
    label_trace,
    line_trace,
    pixel_figure,
)
from agletters.markup import plotly_text
from agletters.palette import INK, LINE, MUTED, SIGNED

LEFT = 132  # room for the names of the lanes
RIGHT = INNER_WIDTH - 14
STEMS_TOP, STEMS_BASE = 96, 330
LANE = 40
AXIS = 40
WORD = 150  # room for an addressee, which a phone shows at about twice its size
LABEL_ROOM = 46  # nearer than this, two numbers stand on either side of their stems
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x")


def date_position(date: str) -> float:
    """Return a date as a year with decimals: the middle of the day, month or year given.

    Parameters
    ----------
    date : str
        ISO text to the day, the month or the year.

    Examples
    --------
    >>> round(date_position("2010"), 2), round(date_position("2010-09"), 2)
    (2010.5, 2010.71)
    """
    period = pd.Period(date)
    middle = period.start_time + (period.end_time - period.start_time) / 2
    year = pd.Period(middle, freq="Y")
    return middle.year + (middle - year.start_time) / (year.end_time - year.start_time)


def timeline(
    letters: pd.DataFrame,
    events: pd.DataFrame,
    lanes: Mapping[str, str],
    *,
    title: str,
    subtitle: str | None = None,
) -> go.Figure:
    """Draw letters as stems as high as their signers are many, with events in lanes below.

    Parameters
    ----------
    letters : pandas.DataFrame
        `heading`, `date`, `number` (of signers) and `addressee`, in order of date.
    events : pandas.DataFrame
        `date`, `kind` and `event` (the text of the hover box). Kinds that are not
        in `lanes` are left out, and so is what comes before the year of the first letter.
    lanes : mapping of str to str
        The name of the lane for each kind, from top to bottom; kinds may share one.
    title : str
        What was found, in a sentence.
    subtitle : str, optional
        What is drawn.

    Returns
    -------
    plotly.graph_objects.Figure
        A lane has its own symbol; each mark is at the middle of the day, month or
        year that is known.

    Examples
    --------
    >>> letters = pd.DataFrame({
    ...     "heading": ["March 2001"], "date": ["2001-03-09"], "number": [5], "addressee": ["Elm"],
    ... })
    >>> events = pd.DataFrame({"date": ["2001-04"], "kind": ["law"], "event": ["A law."]})
    >>> figure = timeline(letters, events, {"law": "Laws"}, title="One letter")
    >>> [trace.text for trace in figure.data if trace.text and "Laws" in trace.text]
    [('Laws',)]
    """
    first = int(letters["date"].min()[:4])
    in_lanes = events[events["kind"].isin(lanes)]
    in_lanes = in_lanes.assign(position=in_lanes["date"].map(date_position))
    in_lanes = in_lanes[in_lanes["position"] >= first]
    last = int(max(in_lanes["position"].max(), letters["date"].map(date_position).max())) + 1
    scale = (RIGHT - LEFT) / (last - first)

    def place(position: float) -> float:
        return round(LEFT + scale * (position - first), 1)

    names = list(dict.fromkeys(lanes.values()))
    lanes_end = STEMS_BASE + LANE * (len(names) + 0.5)
    figure = pixel_figure(Heading(title, subtitle, legend=False), round(lanes_end + AXIS))
    years = list(range(first, last + 1))
    for year in years:
        figure.add_trace(line_trace([place(year)] * 2, [STEMS_BASE, lanes_end], LINE, 0.5, "dot"))
    figure.add_traces(_stems(letters, [place(date_position(d)) for d in letters["date"]]))
    for row, name in enumerate(names):
        y = STEMS_BASE + LANE * (row + 0.75)
        own = in_lanes[in_lanes["kind"].map(lanes) == name]
        x = [place(position) for position in own["position"]]
        marker = {"symbol": SYMBOLS[row % len(SYMBOLS)], "size": 11, "color": MUTED}
        marks = go.Scatter(x=x, y=[y] * len(x), mode="markers", marker=marker)
        text = [
            f"<b>{plotly_text(d)}</b><br>{plotly_text(e)}"
            for d, e in zip(own["date"], own["event"], strict=True)
        ]
        figure.add_trace(marks.update(hovertext=text, hoverinfo="text", showlegend=False))
        figure.add_trace(label_trace([LEFT - 12], [y], [name], position="middle left"))
    # Every second year, so that the years stay apart at twice the size.
    labelled = years[::2]
    figure.add_trace(
        label_trace(
            [place(year) for year in labelled],
            [lanes_end + 18] * len(labelled),
            labelled,
            position="middle center",
        )
    )
    return figure


def _stems(letters: pd.DataFrame, x: list[float]) -> list[go.Scatter]:
    """Return the stems with their heads and numbers, and the addressees above."""
    height = (STEMS_BASE - STEMS_TOP) / letters["number"].max()
    tops = [round(STEMS_BASE - height * number, 1) for number in letters["number"]]
    traces = [line_trace([LEFT, RIGHT], [STEMS_BASE, STEMS_BASE], LINE, 1)]
    traces += [
        line_trace([at, at], [STEMS_BASE, top], SIGNED, 4) for at, top in zip(x, tops, strict=True)
    ]
    marker = {"symbol": "circle", "size": 11, "color": SIGNED}
    traces.append(
        go.Scatter(x=x, y=tops, mode="markers", marker=marker, hoverinfo="skip", showlegend=False)
    )
    hover = [
        f"<b>{plotly_text(heading)}</b><br>{number} signers, to {plotly_text(addressee)}"
        for heading, number, addressee in zip(
            letters["heading"], letters["number"], letters["addressee"], strict=True
        )
    ]
    traces.append(hover_points(x, tops, hover))
    positions = ["top center"] * len(x)
    for place, (one, other) in enumerate(pairwise(x)):
        if other - one < LABEL_ROOM:
            positions[place], positions[place + 1] = "top left", "top right"
    for at, top, number, position in zip(x, tops, letters["number"], positions, strict=True):
        shift = {"top left": -3, "top right": 3}.get(position, 0)
        traces.append(
            label_trace(
                [at + shift], [top - 8], [number], position=position, weight="bold", colour=INK
            )
        )
    traces += _addressees(letters["addressee"], x)
    traces.append(label_trace([LEFT - 12], [STEMS_BASE - 60], ["Signers"], position="middle left"))
    return traces


def _addressees(addressees: pd.Series, x: list[float]) -> list[go.Scatter]:
    """Return to whom the letters went, over the stretch of time of each."""
    stretches = []
    start = 0
    for addressee, group in groupby(addressees):
        count = len(list(group))
        stretches.append((addressee, x[start], x[start + count - 1]))
        start += count
    traces = []
    ends = [*(first for _, first, _ in stretches[1:]), RIGHT + 8]
    for (addressee, left, right), following in zip(stretches, ends, strict=True):
        end = max(right, min(left + 40, following - 8))
        traces.append(line_trace([left, end], [40, 40], LINE, 1))
        # Where the next one begins soon, the word ends with its line instead.
        at, position = (
            (end - 10, "middle left") if following - left < WORD else (left, "middle right")
        )
        traces.append(label_trace([at], [24], [addressee], position=position))
    return traces
