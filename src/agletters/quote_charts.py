"""Charts of quotations: which words of a sentence stand in other texts too."""

from __future__ import annotations

import re
import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from agletters.figure_parts import INNER_WIDTH, Heading, hover_points, pixel_figure
from agletters.markup import plotly_text
from agletters.palette import AG, INK, LINE, MUTED

#: Text is as large as a phone needs it, since the page shows the chart in a narrow column.
TEXT, LINE_HEIGHT = 24, 31
CHARACTERS = 58
BAR, GAP, GROUP_GAP = 20, 12, 26


def shared_words(runs: pd.DataFrame, *, title: str, subtitle: str | None = None) -> go.Figure:
    """Draw sentences as bars of words, with the runs filled that stand in other texts.

    Parameters
    ----------
    runs : pandas.DataFrame
        From `agletters.printings.shared_sentences`.
    title : str
        What was found, in a sentence.
    subtitle : str, optional
        What is drawn.

    Returns
    -------
    plotly.graph_objects.Figure
        One group a sentence, in the order of `runs`: below its name one bar for each text that
        shares words with it. A bar is as long as the sentence; its filled parts are the shared
        runs, and the number of shared words is written beside the name of the text.

    Raises
    ------
    ValueError
        If there is no run, or a run does not lie within its sentence.

    Examples
    --------
    >>> runs = pd.DataFrame([("Q1", "A. Ames", 7, "Q2", "B. Bell", 4, 2, 5, "ask you to stop")],
    ...     columns=["base_id", "base", "base_words", "other_id", "other", "words", "first_word",
    ...              "last_word", "text"])
    >>> [note.text for note in shared_words(runs, title="They share words").layout.annotations]
    ['<b>Q1, A. Ames: 7 words</b>', 'Q2, B. Bell: 4']
    """
    _check(runs)
    word = INNER_WIDTH / runs["base_words"].max()
    y = 0.0
    notes: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    points: list[tuple[float, float, str]] = []
    for base_id, part in runs.groupby("base_id", sort=False):
        base, size = part[["base", "base_words"]].iloc[0]
        lines = textwrap.wrap(f"{base_id}, {base}: {size} words", CHARACTERS - 4)
        notes.append(_note([f"<b>{plotly_text(line)}</b>" for line in lines], y, INK))
        y += LINE_HEIGHT * len(lines)
        for other_id, found in part.groupby("other_id", sort=False):
            where = re.sub(r" \([^)]*\)", "", found["other"].iloc[0])
            name = f"{other_id}, {where}: {found['words'].sum()}"
            lines = textwrap.wrap(name, CHARACTERS)
            notes.append(_note([plotly_text(line) for line in lines], y, MUTED))
            y += LINE_HEIGHT * len(lines) + 4
            shapes.append(_bar(0, size * word, y, LINE))
            for row in found.to_dict("records"):
                left, right = (row["first_word"] - 1) * word, row["last_word"] * word
                shapes.append(_bar(left, right, y, AG, fill=True))
                points.append(((left + right) / 2, y + BAR / 2, row["text"]))
            y += BAR + GAP
        y += GROUP_GAP
    figure = pixel_figure(Heading(title, subtitle, legend=False), round(y))
    figure.update_layout(annotations=notes, shapes=shapes)
    texts = ["<br>".join(map(plotly_text, textwrap.wrap(text, 60))) for _, _, text in points]
    figure.add_trace(hover_points([x for x, _, _ in points], [y for _, y, _ in points], texts))
    return figure


def _check(runs: pd.DataFrame) -> None:
    if runs.empty:
        raise ValueError("no run of words is shared; there is nothing to draw")
    outside = runs[(runs["first_word"] < 1) | (runs["last_word"] > runs["base_words"])]
    if len(outside):
        row = outside.iloc[0]
        raise ValueError(
            f"{row['base_id']}: words {row['first_word']} to {row['last_word']} do not lie within "
            f"its {row['base_words']}"
        )


def _note(lines: list[str], y: float, colour: str) -> dict[str, Any]:
    return {
        "text": "<br>".join(lines),
        "x": 0,
        "y": round(y, 1),
        "xref": "x",
        "yref": "y",
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "borderpad": 0,
        "showarrow": False,
        "font": {"size": TEXT, "color": colour},
    }


def _bar(left: float, right: float, y: float, colour: str, *, fill: bool = False) -> dict[str, Any]:
    paint = {"fillcolor": colour} if fill else {}
    return {
        "type": "path",
        "path": f"M{left:.1f},{y:g}H{right:.1f}V{y + BAR:g}H{left:.1f}Z",
        "line": {"color": colour, "width": 1},
        **paint,
    }
