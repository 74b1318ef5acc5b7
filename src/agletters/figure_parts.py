"""What maps and charts draw alike: the band at the top, areas in the style of a status, text."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from agletters.markup import plotly_text
from agletters.palette import INK, MUTED, STATUS_STYLES, base_layout

WIDTH = 860
SIDE_MARGIN = 6
INNER_WIDTH = WIDTH - 2 * SIDE_MARGIN

Number = float | int | None


class Heading:
    """Title, subtitle and legend, in a band at the top whose height is known.

    Parameters
    ----------
    title : str
        What was found, in a sentence.
    subtitle : str, optional
        What is drawn.
    legend : bool, default True
        Whether room for one line of legend is kept.

    Attributes
    ----------
    height : int
        Of the band, in pixels.

    Examples
    --------
    >>> Heading("Ash signed").height > Heading("Ash signed", legend=False).height
    True
    """

    # Of the first line of the title; below it, plotly sets the lines 1.3 em apart.
    BASELINE, TITLE_SIZE, SUBTITLE_SIZE, SUBTITLE_BASELINE = 26, 20, 14, 27
    LEGEND, GAP = 28, 8

    def __init__(self, title: str, subtitle: str | None = None, *, legend: bool = True) -> None:
        self.title = textwrap.wrap(title, 76)
        self.subtitle = textwrap.wrap(subtitle or "", 115)
        below = self.BASELINE + 1.3 * self.TITLE_SIZE * (len(self.title) - 1)
        if self.subtitle:
            below += self.SUBTITLE_BASELINE + 1.3 * self.SUBTITLE_SIZE * (len(self.subtitle) - 1)
        self.legend_top = round(below) + self.GAP
        self.height = self.legend_top + self.GAP + (self.LEGEND if legend else 0)

    def layout(self, body: int) -> dict[str, Any]:
        """Return size, margins, title, legend and the crop of a figure.

        Parameters
        ----------
        body : int
            Height of what is drawn below the band, in pixels.

        Returns
        -------
        dict
            Part of a plotly layout. `meta["crop"]` tells a page that gives title
            and legend as text how many pixels to cut off.

        Examples
        --------
        >>> layout = Heading("Ash signed").layout(100)
        >>> layout["height"] - layout["meta"]["crop"]["top"]
        100
        """
        height = self.height + body
        return {
            "width": WIDTH,
            "height": height,
            "margin": {"l": SIDE_MARGIN, "r": SIDE_MARGIN, "t": self.height, "b": 0},
            "meta": {"crop": {"top": self.height, "bottom": 0}},
            "dragmode": False,
            "hovermode": "closest",
            "title": {
                "text": "<br>".join(plotly_text(line) for line in self.title),
                "font": {"size": self.TITLE_SIZE, "weight": "bold"},
                "subtitle": {
                    "text": "<br>".join(plotly_text(line) for line in self.subtitle),
                    "font": {"size": self.SUBTITLE_SIZE, "color": MUTED},
                },
                "x": SIDE_MARGIN / WIDTH,
                "xanchor": "left",
                "y": round(1 - self.BASELINE / height, 4),
                "yanchor": "bottom",
                "yref": "container",
            },
            "legend": {
                "orientation": "h",
                "x": 0,
                "xanchor": "left",
                "y": round(1 - self.legend_top / height, 4),
                "yref": "container",
                "yanchor": "top",
                "itemclick": False,
                "itemdoubleclick": False,
                "font": {"size": 13},
            },
        }


def status_area(
    x: Sequence[Number],
    y: Sequence[Number],
    status: str,
    name: str,
    pattern_size: int = 6,
) -> go.Scatter:
    """Return a filled trace in the style of a status.

    Parameters
    ----------
    x, y : sequence of float or None
        Corners; None parts one shape from the next.
    status : str
        One of the keys of `agletters.palette.STATUS_STYLES`.
    name : str
        Of the trace, escaped.
    pattern_size : int, default 6
        Of hatch and dots, in pixels.

    Examples
    --------
    >>> status_area([0, 1, 1], [0, 0, 1], "joined_later", "Ash").fillpattern.shape
    '/'
    """
    style = STATUS_STYLES[status]
    pattern = {
        "shape": style.pattern,
        "bgcolor": style.fill,
        "fgcolor": style.pattern_colour,
        "size": pattern_size,
        "solidity": 0.3 if style.pattern == "/" else 0.12,
        "fillmode": "replace",
    }
    return go.Scatter(
        x=x,
        y=y,
        name=name,
        legendgroup=status,
        fill="toself",
        fillcolor=style.fill,
        fillpattern=pattern if style.pattern else None,
        mode="none",
        hoveron="fills",
        hoverinfo="text",
        showlegend=False,
    )


def asterisks(
    x: Sequence[Number], y: Sequence[Number], colours: Sequence[str] | str = INK
) -> go.Scatter:
    """Return the marks that stand for an inferred row where there is no label.

    Parameters
    ----------
    x, y : sequence of float or None
        Where they stand.
    colours : sequence of str or str
        One for all, or one each.

    Examples
    --------
    >>> asterisks([1], [2]).marker.symbol
    'asterisk-open'
    """
    marker = {"symbol": "asterisk-open", "size": 7, "color": colours, "line": {"width": 1.4}}
    return go.Scatter(x=x, y=y, mode="markers", marker=marker, hoverinfo="skip", showlegend=False)


def status_legend(
    labels: Mapping[str, str], inferred: str | None = None, pattern_size: int = 6
) -> list[go.Scatter]:
    """Return empty traces that have a legend entry.

    Parameters
    ----------
    labels : mapping of str to str
        The label of each status, in the order of the legend.
    inferred : str, optional
        The label of the mark of inferred rows, if there is one.
    pattern_size : int, default 6
        As for `status_area`.

    Examples
    --------
    >>> [entry.name for entry in status_legend({"signed": "Signed (2)"}, "Inferred")]
    ['Signed (2)', 'Inferred']
    """
    entries = [
        status_area([None], [None], status, label, pattern_size).update(
            showlegend=True, legendrank=rank
        )
        for rank, (status, label) in enumerate(labels.items())
    ]
    if inferred:
        mark = asterisks([None], [None], [INK])
        entries.append(mark.update(name=inferred, showlegend=True))
    return entries


def label_trace(
    x: Sequence[Number],
    y: Sequence[Number],
    text: Sequence[object],
    *,
    position: str = "middle right",
    size: int = 13,
    colour: Sequence[str] | str = INK,
    weight: Sequence[str] | str = "normal",
) -> go.Scatter:
    """Return labels that a page may enlarge on a phone; text is shown as it is.

    Parameters
    ----------
    x, y : sequence of float
        Where they stand.
    text : sequence of object
        What they say.
    position : str, default "middle right"
        On which side of the place, in plotly's words.
    size : int, default 13
        In pixels.
    colour, weight : sequence of str or str
        One for all, or one each.

    Examples
    --------
    >>> label_trace([0], [0], ["A & B"]).text
    ('A &amp; B',)
    """
    return go.Scatter(
        x=x,
        y=y,
        text=[plotly_text(words) for words in text],
        mode="text",
        textposition=position,
        textfont={"size": size, "color": colour, "weight": weight},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def line_trace(
    x: Sequence[Number], y: Sequence[Number], colour: str, width: float, dash: str = "solid"
) -> go.Scatter:
    """Return lines without markers, hover box or legend entry.

    Parameters
    ----------
    x, y : sequence of float or None
        Corners; None parts one line from the next.
    colour : str
        Of the palette.
    width : float
        In pixels.
    dash : str, default "solid"
        In plotly's words.

    Examples
    --------
    >>> line_trace([0, 1], [0, 0], INK, 1).mode
    'lines'
    """
    line = {"color": colour, "width": width} | ({"dash": dash} if dash != "solid" else {})
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", showlegend=False)


def hover_points(x: Sequence[Number], y: Sequence[Number], text: Sequence[str]) -> go.Scatter:
    """Return points that are not seen and answer the pointer.

    Parameters
    ----------
    x, y : sequence of float
        Where they are.
    text : sequence of str
        What they say, escaped; may hold line breaks (``<br>``).

    Examples
    --------
    >>> hover_points([0], [0], ["Ash"]).marker.opacity
    0
    """
    return go.Scatter(
        x=x,
        y=y,
        mode="markers",
        marker={"size": 22, "opacity": 0},
        hovertext=text,
        hoverinfo="text",
        showlegend=False,
    )


def pixel_figure(heading: Heading, body: int) -> go.Figure:
    """Return an empty figure whose axes count pixels, from the top left of its body.

    Parameters
    ----------
    heading : Heading
        The band at the top.
    body : int
        Height of what is drawn below it, in pixels.

    Returns
    -------
    plotly.graph_objects.Figure
        x runs from 0 to `INNER_WIDTH`, y from 0 downward to `body`.

    Examples
    --------
    >>> pixel_figure(Heading("Ash signed"), 120).layout.yaxis.range
    (120, 0)
    """
    figure = go.Figure(layout=base_layout())
    hidden = {"visible": False, "fixedrange": True}
    figure.update_layout(
        **heading.layout(body),
        xaxis={"range": [0, INNER_WIDTH], **hidden},
        yaxis={"range": [body, 0], **hidden},
    )
    return figure
