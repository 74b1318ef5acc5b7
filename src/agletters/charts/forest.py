"""Differences with their intervals, one below the other on one scale."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

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
from agletters.palette import LINE, MUTED, SIGNED

ROW = 62  # a line of words, and below it the interval
GROUP = 44
HEADER = 66
FOOTER = 20
MARGIN = 40


def forest(
    results: pd.DataFrame,
    groups: Mapping[str, str],
    *,
    title: str,
    subtitle: str | None = None,
    sides: tuple[str, str],
) -> go.Figure:
    """Draw the difference of every comparison with its interval, on one scale.

    Parameters
    ----------
    results : pandas.DataFrame
        From `agletters.plans.run_plan`. Comparisons that did not run, or whose
        difference is undefined, have their name and no mark.
    groups : mapping of str to str
        The heading for each `role`, from top to bottom.
    title : str
        What was found, in a sentence.
    subtitle : str, optional
        What is drawn.
    sides : tuple of str
        What a difference below and above zero means.

    Returns
    -------
    plotly.graph_objects.Figure
        A square for the difference, a line for its interval, counts at the right.
        Where outcomes are unknown, a dotted line with end marks shows how far the
        difference could lie either way.

    Raises
    ------
    ValueError
        If a role has no heading.

    Examples
    --------
    >>> results = pd.DataFrame({
    ...     "role": ["primary"], "label": ["Nominee"], "ran": [True], "a": [3], "b": [1],
    ...     "c": [1], "d": [3], "difference": [0.5], "difference_low": [-0.12],
    ...     "difference_high": [0.8], "unknown": [0], "lowest": [0.5], "highest": [0.5],
    ... })
    >>> figure = forest(results, {"primary": "Primary"}, title="No clear difference",
    ...                 sides=("less often", "more often"))
    >>> [trace.name for trace in figure.data if trace.showlegend]
    ['Difference and its 95% interval']
    """
    if strangers := sorted(set(results["role"]) - set(groups)):
        raise ValueError(f"groups has no heading for the role {', '.join(strangers)}")
    ends = results[["difference_low", "difference_high", "lowest", "highest"]]
    reach = math.ceil(float(ends.abs().max().max()) * 10) / 10
    scale = (INNER_WIDTH / 2 - MARGIN) / reach

    def place(difference: float) -> float:
        return round(INNER_WIDTH / 2 + scale * difference, 1)

    parts: list[go.Scatter] = []
    y: float = HEADER
    for role, heading in groups.items():
        own = results[results["role"] == role]
        if own.empty:
            continue
        parts.append(label_trace([0], [y + 22], [heading], weight="bold", size=14))
        parts.append(line_trace([0, INNER_WIDTH], [y + 40, y + 40], LINE, 0.6))
        y += GROUP
        for row in own.to_dict("records"):
            parts += _row(pd.Series(row), y, place, reach)
            y += ROW
    figure = pixel_figure(Heading(title, subtitle), round(y + FOOTER))
    figure.add_traces(_scale(reach, place, sides))
    figure.add_traces(parts)
    figure.add_traces(_legend(bool((results["unknown"].fillna(0) > 0).any())))
    return figure


def _row(
    row: pd.Series, y: float, place: Callable[[float], float], reach: float
) -> list[go.Scatter]:
    """Return one comparison: its name and counts, and below them its interval."""
    at = y + 46
    traces = [_grid(place, reach, at), label_trace([0], [y + 20], [row["label"]])]
    if not row["ran"] or math.isnan(row["difference"]):
        return traces
    counts = f"{row['a']}/{row['a'] + row['b']} v {row['c']}/{row['c'] + row['d']}"
    traces.append(label_trace([INNER_WIDTH], [y + 20], [counts], position="middle left"))
    if row["unknown"]:
        low, high = place(row["lowest"]), place(row["highest"])
        traces.append(line_trace([low, high], [at, at], MUTED, 1.4, "dot"))
        traces.append(_marks([low, high], [at, at], "line-ns-open", MUTED, 12))
    low, middle, high = (
        place(row[name]) for name in ("difference_low", "difference", "difference_high")
    )
    traces.append(line_trace([low, high], [at, at], SIGNED, 3))
    traces.append(_marks([middle], [at], "square", SIGNED, 11))
    text = (
        f"<b>{plotly_text(row['label'])}</b><br>{plotly_text(counts)}<br>"
        f"{100 * row['difference']:+.0f} points "
        f"({100 * row['difference_low']:+.0f} to {100 * row['difference_high']:+.0f})"
    )
    traces.append(hover_points([middle], [at], [text]))
    return traces


def _marks(x: list[float], y: list[float], symbol: str, colour: str, size: int) -> go.Scatter:
    """Return marks without hover box."""
    marker = {
        "symbol": symbol,
        "size": size,
        "color": colour,
        "line": {"width": 1.6, "color": colour},
    }
    return go.Scatter(x=x, y=y, mode="markers", marker=marker, hoverinfo="skip", showlegend=False)


def _ticks(reach: float) -> list[float]:
    """Return the marks of the scale, a fifth apart."""
    return [step / 5 for step in range(-math.floor(reach * 5), math.floor(reach * 5) + 1)]


def _grid(place: Callable[[float], float], reach: float, at: float) -> go.Scatter:
    """Return the ticks of the scale behind one interval; they do not cross the words."""
    x: list[float | None] = []
    y: list[float | None] = []
    for tick in _ticks(reach):
        # The line of no difference stands out by its length.
        half = 9 if tick else 14
        x += [place(tick), place(tick), None]
        y += [at - half, at + half, None]
    return line_trace(x[:-1], y[:-1], LINE, 1)


def _scale(
    reach: float, place: Callable[[float], float], sides: tuple[str, str]
) -> list[go.Scatter]:
    """Return the numbers of the scale and what either side means."""
    below, above = sides
    ticks = _ticks(reach)
    words = [f"{100 * tick:+.0f}".replace("-", "−") if tick else "0" for tick in ticks]
    centre = INNER_WIDTH / 2
    return [
        label_trace([centre - 14], [14], [f"← {below}"], position="middle left", colour=MUTED),
        label_trace([centre + 14], [14], [f"{above} →"], position="middle right", colour=MUTED),
        label_trace(
            [place(tick) for tick in ticks], [46] * len(ticks), words, position="middle center"
        ),
    ]


def _legend(some_unknown: bool) -> list[go.Scatter]:
    """Return empty traces that have a legend entry."""
    entries = [
        go.Scatter(
            x=[None],
            y=[None],
            mode="lines+markers",
            line={"color": SIGNED, "width": 3},
            marker={"symbol": "square", "size": 11, "color": SIGNED},
            name="Difference and its 95% interval",
            showlegend=True,
        )
    ]
    if some_unknown:
        entries.append(
            go.Scatter(
                x=[None],
                y=[None],
                mode="lines",
                line={"color": MUTED, "width": 1.4, "dash": "dot"},
                name="Where the difference could lie if unknown cells were known",
                showlegend=True,
            )
        )
    return entries
