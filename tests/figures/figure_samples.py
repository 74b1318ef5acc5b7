"""A small figure with areas, patterns, a label, a legend and a title, and its raw drawing."""

from pathlib import Path

import pandas as pd
import plotly.graph_objects as go

from agletters.figures import PublishedFigure, publish
from agletters.markup import plotly_text

SIGNED = "#1f4e79"

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</svg></figure><b>bold</b>",
    "{{ 7 * 7 }}",
    "javascript:alert(1)",
    "=HYPERLINK(1)",
    "&lt;i&gt; &amp; ]]>",
    "שלום, عالم",
    "a\u202ecba",
    "💬" * 3,
    "x" * 10_000,
]
"""Strings that must come out of every field as the text that they are."""


def areas(label: str = "N<Y & co") -> go.Figure:
    """Draw four areas of two statuses; `areas.raw.svg` is what kaleido made of it."""
    looks = {
        "Signed": {"fillcolor": SIGNED},
        "Joined later": {
            "fillpattern": {"shape": "/", "fgcolor": SIGNED, "bgcolor": "#c3d5e6", "size": 6}
        },
    }
    fig = go.Figure()
    for column, (name, look) in enumerate(looks.items()):
        for row in range(2):
            fig.add_scatter(
                x=[column, column + 0.9, column + 0.8, column],
                y=[row, row, row + 0.87654, row],
                fill="toself",
                mode="lines",
                line={"width": 0.8, "color": "#ffffff"},
                hoveron="fills",
                text=plotly_text(label),
                name=name,
                showlegend=row == 0,
                **look,
            )
    fig.add_scatter(
        x=[0.5], y=[0.3], mode="text", text=[plotly_text(label)], showlegend=False, hoverinfo="skip"
    )
    fig.add_annotation(
        x=1.5, y=1.5, text="<a href='https://example.org/'>link</a>", showarrow=False
    )
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    return fig.update_layout(
        title={"text": "Two signed;<br>two joined", "subtitle": {"text": "Four areas"}},
        template={},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        legend={"orientation": "h"},
        meta={"crop": {"top": 100, "bottom": 40}},
        width=400,
        height=300,
    )


def bars() -> go.Figure:
    """Draw bars, marks and axes."""
    fig = go.Figure()
    fig.add_bar(x=[21, 35], y=["Signed", "Did not"], orientation="h", name="2010")
    fig.add_scatter(x=[10, 20], y=["Signed", "Did not"], mode="markers", name="reported")
    return fig.update_layout(title={"text": "Bars"}, width=400, height=300)


def numbers() -> pd.DataFrame:
    return pd.DataFrame(
        {"State": ["Maine", "Ohio"], "Change": [-3, 2], "Sources": [("S040", "S045"), None]}
    )


def record(slug: str = "who-signed", fig: go.Figure | None = None) -> PublishedFigure:
    return publish(
        fig or areas(),
        slug=slug,
        alt="Two areas are dark, two hatched.",
        table=numbers(),
        sources=["S040", "S045"],
        note="A remark.",
    )


def raw() -> str:
    """Give the drawing as kaleido 1.5 with plotly 7.1 made it."""
    return Path(__file__).with_name("areas.raw.svg").read_text(encoding="utf-8")
