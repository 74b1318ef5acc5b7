"""The record of a published figure: what a notebook cell returns, and what a build reads."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, cast

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.utils import PlotlyJSONEncoder

from agletters.html_tables import check_slug
from agletters.markup import cell_text, plain_text

MIMETYPE = "application/vnd.agletters.figure+json"
"""The type under which an executed notebook carries the record."""

_PLOTLY_MIMETYPE = "application/vnd.plotly.v1+json"


@dataclass(frozen=True)
class PublishedFigure:
    """A figure with everything that its publication needs.

    JupyterLab shows it as plotly's interactive figure; the report takes it from
    the executed notebook's output under `MIMETYPE`.

    Attributes
    ----------
    slug : str
        Its name: files are ``SLUG.svg``, ``SLUG.json`` and ``SLUG.csv``, its place
        on the page is ``#fig-SLUG``.
    title : str
        The finding, in a sentence; from the figure's layout.
    subtitle : str
        What is drawn; from the figure's layout, empty if it has none.
    alt : str
        What the figure shows, for those who do not see it.
    note : str or None
        A remark below it.
    sources : tuple of str
        Ids of its sources.
    columns : tuple of str
        Column names of the table of numbers behind it.
    rows : tuple of tuple of str
        That table's cells as text; a missing cell is empty.
    figure : str
        The plotly figure as canonical JSON.
    """

    slug: str
    title: str
    subtitle: str
    alt: str
    note: str | None
    sources: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figure: str

    @property
    def hash(self) -> str:
        """The SHA-256 of the canonical JSON."""
        return figure_hash(self.figure)

    @property
    def table(self) -> pd.DataFrame:
        """The table of numbers, all cells as text."""
        return pd.DataFrame(list(self.rows), columns=pd.Index(self.columns), dtype="str")

    @property
    def crop(self) -> Mapping[str, float]:
        """Pixels to cut off the top and bottom on the page, from ``layout.meta['crop']``."""
        meta = json.loads(self.figure)["layout"].get("meta")
        crop = meta.get("crop", {}) if isinstance(meta, dict) else {}
        return {"top": crop.get("top", 0), "bottom": crop.get("bottom", 0)}

    def to_bundle(self) -> dict[str, Any]:
        """Give the record as an object that JSON can carry.

        Returns
        -------
        dict
            The attributes, the table as ``columns`` and ``rows``, the plotly figure
            and its hash.

        Examples
        --------
        >>> record = PublishedFigure("a", "Title", "", "Alt.", None, (), ("n",), (("1",),), "{}")
        >>> record.to_bundle()["table"]
        {'columns': ['n'], 'rows': [['1']]}
        """
        return {
            "slug": self.slug,
            "title": self.title,
            "subtitle": self.subtitle,
            "alt": self.alt,
            "note": self.note,
            "sources": list(self.sources),
            "table": {"columns": list(self.columns), "rows": [list(row) for row in self.rows]},
            "figure": json.loads(self.figure),
            "hash": self.hash,
        }

    @classmethod
    def from_bundle(cls, bundle: Mapping[str, Any]) -> Self:
        """Read a record back from an executed notebook.

        Parameters
        ----------
        bundle : mapping
            What `to_bundle` gave, found in an output under `MIMETYPE`.

        Returns
        -------
        PublishedFigure
            The record.

        Examples
        --------
        >>> record = PublishedFigure("a", "Title", "", "Alt.", None, (), ("n",), (("1",),), "{}")
        >>> PublishedFigure.from_bundle(record.to_bundle()) == record
        True
        """
        return cls(
            slug=check_slug(bundle["slug"]),
            title=bundle["title"],
            subtitle=bundle["subtitle"],
            alt=bundle["alt"],
            note=bundle["note"],
            sources=tuple(bundle["sources"]),
            columns=tuple(bundle["table"]["columns"]),
            rows=tuple(tuple(row) for row in bundle["table"]["rows"]),
            figure=canonical_json(bundle["figure"]),
        )

    def _repr_mimebundle_(
        self,
        include: object = None,  # noqa: ARG002 - the signature is IPython's
        exclude: object = None,  # noqa: ARG002
    ) -> dict[str, Any]:
        return {
            _PLOTLY_MIMETYPE: json.loads(self.figure),
            MIMETYPE: self.to_bundle(),
            "text/plain": self.alt,
        }


def publish(
    fig: go.Figure,
    *,
    slug: str,
    alt: str,
    table: pd.DataFrame,
    sources: Sequence[str],
    note: str | None = None,
) -> PublishedFigure:
    """Publish a plotly figure from a notebook cell.

    Parameters
    ----------
    fig : plotly.graph_objects.Figure
        The figure; its layout has a title (and a subtitle).
        ``layout.meta['crop'] = {'top': 90, 'bottom': 40}`` names the bands, in
        pixels, that hold only title and legend: the page cuts them off, since it
        gives both in HTML.
    slug : str
        Its name: lower-case words joined by hyphens, unique in the report.
    alt : str
        What the figure shows, for those who do not see it.
    table : pandas.DataFrame
        The numbers behind it; the index is left out.
    sources : sequence of str
        Ids of its sources.
    note : str, optional
        A remark below it.

    Returns
    -------
    PublishedFigure
        The last value of the cell.

    Raises
    ------
    ValueError
        If the slug is malformed, or the title, the alt text or the table is missing.

    Examples
    --------
    >>> fig = go.Figure(go.Bar(x=["2010"], y=[21]), layout={"title": {"text": "Signers"}})
    >>> shown = publish(fig, slug="signers", alt="One bar, 21.", sources=["S040"],
    ...                 table=pd.DataFrame({"Year": [2010], "Signers": [21]}))
    >>> shown.title, shown.rows
    ('Signers', (('2010', '21'),))
    """
    check_slug(slug)
    title = plain_text(fig.layout.title.text or "").strip()
    faults = {
        "a title: set fig.layout.title.text": title,
        "an alt text: pass alt=": alt.strip(),
        "a table of its numbers: pass table=": table.size,
    }
    missing = [fault for fault, value in faults.items() if not value]
    if missing:
        message = f"figure {slug!r} has no {missing[0]}"
        raise ValueError(message)
    return PublishedFigure(
        slug=slug,
        title=title,
        subtitle=plain_text(fig.layout.title.subtitle.text or "").strip(),
        alt=alt,
        note=note,
        sources=tuple(sources),
        columns=tuple(str(name) for name in table.columns),
        rows=tuple(
            tuple(cell_text(value) for value in row) for row in table.itertuples(index=False)
        ),
        figure=canonical_json(fig),
    )


def canonical_json(fig: go.Figure | Mapping[str, Any]) -> str:
    """Write a plotly figure as JSON that is the same for the same figure.

    Parameters
    ----------
    fig : plotly.graph_objects.Figure or mapping
        The figure, or one read from its JSON.

    Returns
    -------
    str
        JSON with sorted keys, arrays as lists, no trace ids, and numbers as
        given. ``<``, ``>`` and ``&`` are written as escapes, so that the text can
        stand inside a ``script`` element.

    Examples
    --------
    >>> canonical_json({"layout": {"width": 700, "height": 500}, "data": [{"uid": "f3"}]})
    '{"data":[{}],"layout":{"height":500,"width":700}}'
    """
    content = fig.to_dict() if isinstance(fig, go.Figure) else fig
    text = json.dumps(_plain(content), cls=PlotlyJSONEncoder, sort_keys=True, separators=(",", ":"))
    return text.translate({ord(character): f"\\u{ord(character):04x}" for character in "<>&"})


def figure_hash(text: str) -> str:
    """Hash a figure's canonical JSON.

    Parameters
    ----------
    text : str
        What `canonical_json` gave.

    Returns
    -------
    str
        The SHA-256 in hexadecimal.

    Examples
    --------
    >>> figure_hash("{}")[:8]
    '44136fa3'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _plain(value: Any) -> Any:
    """Copy a figure's dictionary without trace ids and with typed arrays as lists."""
    if isinstance(value, dict):
        if {"bdata", "dtype"} <= value.keys():
            return _typed_array(value)
        return {name: _plain(part) for name, part in value.items() if name != "uid"}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def _typed_array(value: Mapping[str, Any]) -> list[Any]:
    """Read plotly's base64 form of a numpy array (dtype, bdata and, if 2-d, shape)."""
    array = np.frombuffer(base64.b64decode(value["bdata"]), dtype=np.dtype(value["dtype"]))
    if "shape" in value:
        array = array.reshape([int(size) for size in str(value["shape"]).split(",")])
    return cast("list[Any]", array.tolist())
