"""The colours, the styles of the four statuses and the layout that all figures share.

Colours are written into figures as they are on light paper. Each has a twin for dark
paper and a CSS variable: a page that wants both replaces the light colour in the SVG by
the variable (`CSS_VARIABLES`) and sets the variable to the light colour or to its twin
(`dark_of`). So no two roles share a light colour, even where an eye sees none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

PAPER = "#ffffff"
INK = "#1d2329"
MUTED = "#5a616a"
LINE = "#80858c"
SIGNED = "#1f4e79"
ON_SIGNED = "#fefefe"
JOINED_LATER = "#c3d5e6"
NOT_SIGNED = "#ddd8d0"
NOT_KNOWN = "#fdfdfd"
NOT_KNOWN_DOTS = "#868686"
AG = "#2a6292"
COMPANY = "#935710"

FONT_FAMILY = (
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', "
    "sans-serif"
)

CSS_VARIABLES: dict[str, str] = {
    PAPER: "--paper",
    INK: "--ink",
    MUTED: "--muted",
    LINE: "--line",
    SIGNED: "--signed",
    ON_SIGNED: "--on-signed",
    JOINED_LATER: "--joined-later",
    NOT_SIGNED: "--not-signed",
    NOT_KNOWN: "--not-known",
    NOT_KNOWN_DOTS: "--not-known-dots",
    AG: "--ag",
    COMPANY: "--company",
}
"""Each light colour and the CSS variable that stands for its role."""

_DARK: dict[str, str] = {
    PAPER: "#15181b",
    INK: "#e9e7e2",
    MUTED: "#a7adb4",
    LINE: "#7d848c",
    SIGNED: "#7fb3e3",
    ON_SIGNED: "#0d1823",
    JOINED_LATER: "#26415b",
    NOT_SIGNED: "#47433d",
    NOT_KNOWN: "#181b1f",
    NOT_KNOWN_DOTS: "#8b8b8b",
    AG: "#86b8e6",
    COMPANY: "#dfa356",
}

SIDES: dict[str, str] = {"AG": AG, "company": COMPANY}
"""The colour of each side of the exchange."""


@dataclass(frozen=True)
class StatusStyle:
    """How a status looks, by colour and by one cue that survives without colour.

    Attributes
    ----------
    label : str
        What a legend calls it.
    fill : str
        Colour of the area.
    pattern : {"", "/", "."}
        Hatch or dots over the area, in plotly's notation; empty for none.
    pattern_colour : str
        Colour of the hatch or the dots.
    outline : str
        Colour of the border of the area.
    text : str
        Colour of a label inside the area.
    weight : {"normal", "bold"}
        Weight of the label, inside the area or beside it.
    """

    label: str
    fill: str
    pattern: Literal["", "/", "."]
    pattern_colour: str
    outline: str
    text: str
    weight: Literal["normal", "bold"]


STATUS_STYLES: dict[str, StatusStyle] = {
    "signed": StatusStyle("Signed", SIGNED, "", SIGNED, PAPER, ON_SIGNED, "bold"),
    "joined_later": StatusStyle("Joined later", JOINED_LATER, "/", SIGNED, PAPER, INK, "bold"),
    "not_signed": StatusStyle("Did not sign", NOT_SIGNED, "", NOT_SIGNED, PAPER, INK, "normal"),
    "not_known": StatusStyle("Not known", NOT_KNOWN, ".", NOT_KNOWN_DOTS, LINE, INK, "normal"),
}
"""The style of each status, in the order of a legend."""


def dark_of(light: str) -> str:
    """Return the twin of a colour for dark paper.

    Parameters
    ----------
    light : str
        One of the keys of `CSS_VARIABLES`.

    Returns
    -------
    str
        The colour to use on dark paper, as `#rrggbb`.

    Raises
    ------
    ValueError
        If the palette has no such colour.

    Examples
    --------
    >>> dark_of("#1f4e79")
    '#7fb3e3'
    """
    if light not in _DARK:
        raise ValueError(f"{light!r} is not in the palette; it has {', '.join(_DARK)}")
    return _DARK[light]


def base_layout() -> dict[str, Any]:
    """Return the part of a plotly layout that all figures share.

    Returns
    -------
    dict
        A new dict: fonts and colours, transparent backgrounds, an empty template and a
        hover label in the colours of the page. Update it and pass it as `layout`.

    Examples
    --------
    >>> base_layout()["font"]["size"]
    13
    """
    clear = "rgba(0,0,0,0)"
    font = {"family": FONT_FAMILY, "size": 13, "color": INK}
    return {
        "template": {},
        "font": font,
        "paper_bgcolor": clear,
        "plot_bgcolor": clear,
        "modebar": {
            "bgcolor": clear,
            "color": LINE,
            "activecolor": INK,
            "orientation": "v",
            # The last one would send the figure to a server.
            "remove": ["select2d", "lasso2d", "zoom2d", "autoScale2d", "sendChartToCloud"],
        },
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": LINE,
            "font": {**font, "size": 14},
            "align": "left",
        },
    }
