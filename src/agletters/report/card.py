"""The picture that stands for a link to the page, made of the report's first map."""

from __future__ import annotations

import io
import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from agletters import figures, palette

#: Width and height in pixels, as social networks show it.
SIZE = (1200, 630)

_NAME = "card.png"
_FINER = 2
_MARGIN = 48
_TITLE_SIZE = 46
_TITLE_CHARACTERS = 46

Point = tuple[float, float]


def social_card(records: Sequence[figures.PublishedFigure]) -> dict[str, bytes]:
    """Draw the first figure with filled areas, below its title, as a picture.

    Parameters
    ----------
    records
        The figures of the report, in order.

    Returns
    -------
    dict of str to bytes
        ``card.png``, or nothing if no figure has filled areas. It is drawn without a
        browser, in a font that comes with the drawing library, so that it looks the
        same on every machine.

    Examples
    --------
    >>> social_card([])
    {}
    """
    for record in records:
        spec = json.loads(record.figure)
        areas = list(_areas(spec))
        if areas:
            return {_NAME: _png(record.title, areas, spec["layout"])}
    return {}


def _areas(spec: Mapping[str, Any]) -> Iterator[tuple[str, list[Point]]]:
    """Give the rings of the areas of a figure's first panel, with their colours."""
    for trace in spec["data"]:
        if trace.get("fill") != "toself" or trace.get("xaxis", "x") != "x":
            continue
        ring: list[Point] = []
        for x, y in zip([*trace["x"], None], [*trace["y"], None], strict=True):
            if x is not None and y is not None:
                ring.append((x, y))
            elif len(ring) > 2:
                yield trace["fillcolor"], ring
                ring = []


def _png(title: str, areas: Sequence[tuple[str, list[Point]]], layout: Mapping[str, Any]) -> bytes:
    width, height = (side * _FINER for side in SIZE)
    margin = _MARGIN * _FINER
    card = Image.new("RGB", (width, height), palette.PAPER)
    draw = ImageDraw.Draw(card)
    font = ImageFont.load_default(_TITLE_SIZE * _FINER)
    text = "\n".join(textwrap.wrap(title, _TITLE_CHARACTERS))
    draw.multiline_text((margin, margin), text, palette.INK, font, spacing=8 * _FINER)
    top = draw.multiline_textbbox((margin, margin), text, font, spacing=8 * _FINER)[3] + margin / 2
    (left, right), (low, high) = layout["xaxis"]["range"], layout["yaxis"]["range"]
    scale = min((width - 2 * margin) / (right - left), (height - top - margin / 2) / (high - low))
    start = (width - scale * (right - left)) / 2
    for colour, ring in areas:
        corners = [(start + (x - left) * scale, top + (high - y) * scale) for x, y in ring]
        draw.polygon(corners, colour, palette.PAPER, _FINER)
    buffer = io.BytesIO()
    card.resize(SIZE, Image.Resampling.LANCZOS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
