"""Frames to accessible HTML tables with links to their CSV."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from agletters.downloads import spreadsheet_csv
from agletters.markup import cell_text, escape, link, template

MARKER_TYPE = "application/vnd.agletters.html+json"
"""The type by which the report knows HTML that passed the escape gate."""

SOURCE_COLUMNS = ("Source", "Sources", "source_id", "source_ids")
"""Names of columns whose cells are source ids, shown as links to the list of sources."""

_TABLE = template(
    """\
<div class="scroll" role="region" tabindex="0" aria-labelledby="table-{{ slug }}-caption">
<table{% if classes %} class="{{ classes }}"{% endif %}>
<caption id="table-{{ slug }}-caption">{{ caption }}</caption>
<thead><tr>
{%- for column in columns -%}
<th scope="col"{% if column.number %} class="number"{% endif %}>{{ column.name }}</th>
{%- endfor -%}
</tr></thead>
<tbody>
{% for row in rows %}
<tr{% if row_ids %} id="{{ row_ids[loop.index0] }}"{% endif %}>
{%- for column in columns -%}
{%- set text = row[loop.index0] -%}
<{{ "th" if column.heads_row else "td" }}
{%- if column.heads_row %} scope="row"{% endif %}
{%- if column.number %} class="number"{% endif %}>
{{- source_links(text) if column.sources else text -}}
{%- endfor -%}
</tr>
{% endfor %}
</tbody>
</table>
</div>"""
)
_BLOCK = template(
    """\
<div class="table-block" id="table-{{ slug }}">
{{ table }}
{{ foot }}
</div>"""
)
_FOOT = template(
    """\
{% if note %}
<p class="note">{{ note }}</p>
{% endif %}
<ul class="foot-links">
{%- for label, target in links if target -%}
<li>{{ label }} {{ target }}</li>
{%- endfor -%}
</ul>"""
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHOWN_NUMBER = re.compile(r"[-−+]?(?:\d[\d,]*)?\.?\d+\s?%?")


def check_slug(slug: str) -> str:
    """Check the short name from which a figure's or table's ids and files are made.

    Parameters
    ----------
    slug : str
        The name.

    Returns
    -------
    str
        The same name.

    Raises
    ------
    ValueError
        If it is not lower-case words and digits joined by single hyphens.

    Examples
    --------
    >>> check_slug("who-signed-2010")
    'who-signed-2010'
    """
    if not _SLUG.fullmatch(slug):
        message = (
            f"slug {slug!r} is not lower-case words joined by hyphens, such as 'who-signed-2010'"
        )
        raise ValueError(message)
    return slug


def html_table(
    frame: pd.DataFrame,
    *,
    slug: str,
    caption: str,
    row_header: str | None = None,
    source_columns: Sequence[str] = SOURCE_COLUMNS,
    source_anchor: str = "#source-",
    classes: Sequence[str] = (),
    row_ids: Sequence[str] = (),
) -> Markup:
    """Write a frame as an accessible HTML table in a region that scrolls by keyboard.

    Parameters
    ----------
    frame : pandas.DataFrame
        What to show: the column names become the header, the index is left out.
        A column in which every cell that is not missing is a number gets the
        class ``number``. Missing cells show an en dash.
    slug : str
        A name, unique on the page, from which the ids are made.
    caption : str
        The table's caption; it also names the scrolling region.
    row_header : str, optional
        The column whose cells head their rows. The default is the first.
    source_columns : sequence of str, optional
        Columns whose cells hold source ids (joined by ";" or a tuple), shown as
        links. Names that the frame does not have are passed over.
    source_anchor : str, optional
        What stands before a source id in a link.
    classes : sequence of str, optional
        Classes of the table element.
    row_ids : sequence of str, optional
        An id for each row, by which to link to it.

    Returns
    -------
    markupsafe.Markup
        A ``div`` with the table. Every cell, name and caption is escaped.

    Raises
    ------
    ValueError
        If the slug is malformed, the frame has no columns, more than one level of
        column names, or no column named `row_header`.

    References
    ----------
    W3C Web Accessibility Initiative, "Tables Tutorial".

    Examples
    --------
    >>> frame = pd.DataFrame({"State": ["Maine"], "Letters": [2]})
    >>> print(html_table(frame, slug="letters", caption="Letters by state"))
    <div class="scroll" role="region" tabindex="0" aria-labelledby="table-letters-caption">
    <table>
    <caption id="table-letters-caption">Letters by state</caption>
    <thead><tr><th scope="col">State</th><th scope="col" class="number">Letters</th></tr></thead>
    <tbody>
    <tr><th scope="row">Maine<td class="number">2</tr>
    </tbody>
    </table>
    </div>
    """
    check_slug(slug)
    names = _column_names(frame, row_header, slug)
    rows = [[cell_text(value) for value in row] for row in frame.itertuples(index=False)]
    columns = [
        {
            "name": name,
            "number": _is_numeric([row[place] for row in rows]),
            "heads_row": name == (row_header or names[0]),
            "sources": name in source_columns,
        }
        for place, name in enumerate(names)
    ]
    return Markup(  # noqa: S704 - every value has passed the template's gate
        _TABLE.render(
            slug=slug,
            classes=" ".join(classes),
            caption=caption,
            columns=columns,
            rows=rows,
            row_ids=row_ids,
            source_links=lambda text: _source_links(text, source_anchor),
        )
    )


def _column_names(frame: pd.DataFrame, row_header: str | None, slug: str) -> list[str]:
    if frame.columns.nlevels > 1:
        message = f"table {slug!r}: column names have several levels; join them to one first"
        raise ValueError(message)
    columns = [str(name) for name in frame.columns]
    if not columns:
        message = f"table {slug!r} has no columns; give it a frame with at least one"
        raise ValueError(message)
    if row_header is not None and row_header not in columns:
        message = f"table {slug!r} has no column {row_header!r}; it has {', '.join(columns)}"
        raise ValueError(message)
    return columns


def _is_numeric(texts: Sequence[str]) -> bool:
    """Say whether every cell that is not empty shows a number, and at least one does."""
    filled = [text for text in texts if text]
    return bool(filled) and all(_SHOWN_NUMBER.fullmatch(text) for text in filled)


def _source_links(text: str, anchor: str) -> Markup:
    ids = [part for part in (piece.strip() for piece in text.split(";")) if part]
    return source_links(ids, anchor) if ids else escape(None)


def source_links(source_ids: Sequence[str], anchor: str) -> Markup:
    """Write source ids as links to their entries in the list of sources.

    Parameters
    ----------
    source_ids : sequence of str
        The ids, in the order in which to show them.
    anchor : str
        What stands before an id in the link.

    Returns
    -------
    markupsafe.Markup
        The links, joined by commas.

    Examples
    --------
    >>> source_links(["S040"], "#source-")
    Markup('<a href="#source-S040">S040</a>')
    """
    return Markup(", ").join(link(f"{anchor}{source_id}", source_id) for source_id in source_ids)


def csv_link(frame: pd.DataFrame, slug: str) -> Markup:
    """Make a link that saves a frame as ``SLUG.csv``, with the file inside the link.

    Parameters
    ----------
    frame : pandas.DataFrame
        The table; see `agletters.downloads.spreadsheet_csv`.
    slug : str
        The file's name without its ending.

    Returns
    -------
    markupsafe.Markup
        An ``a`` element with a ``data:`` address.

    Examples
    --------
    >>> print(csv_link(pd.DataFrame({"n": [1]}), "numbers"))
    <a href="data:text/csv;charset=utf-8;base64,77u/bgoxCg==" download="numbers.csv">CSV</a>
    """
    content = base64.b64encode(spreadsheet_csv(frame).encode("utf-8")).decode("ascii")
    return Markup(
        '<a href="data:text/csv;charset=utf-8;base64,{}" download="{}.csv">CSV</a>'
    ).format(content, check_slug(slug))


@dataclass(frozen=True, eq=False)
class PublishedTable:
    """A table as a notebook shows it: safe HTML, or plain text.

    Attributes
    ----------
    slug : str
        Its name; the table's place on the page is ``#table-SLUG``.
    caption : str
        Its caption.
    frame : pandas.DataFrame
        Its rows.
    sources : tuple of str
        Ids of the sources of the whole table.
    note : str or None
        A remark below it.
    row_ids : tuple of str
        An id for each row; empty if none is to be linked to.
    """

    slug: str
    caption: str
    frame: pd.DataFrame
    sources: tuple[str, ...]
    note: str | None
    row_ids: tuple[str, ...]

    def _repr_mimebundle_(
        self,
        include: object = None,  # noqa: ARG002 - the signature is IPython's
        exclude: object = None,  # noqa: ARG002
    ) -> Mapping[str, Any]:
        return {
            "text/html": str(self.to_html()),
            "text/plain": f"{self.caption}\n{self.frame.to_string(index=False)}",
            MARKER_TYPE: {"slug": self.slug},
        }

    def to_html(self) -> Markup:
        """Write the table, its note, its sources and its CSV link.

        Returns
        -------
        markupsafe.Markup
            A ``div`` with the id ``table-SLUG``.

        Examples
        --------
        >>> shown = show_table(pd.DataFrame({"n": [1]}), slug="numbers", caption="Numbers")
        >>> print(shown.to_html().splitlines()[0])
        <div class="table-block" id="table-numbers">
        """
        return Markup(  # noqa: S704 - every value has passed the template's gate
            _BLOCK.render(
                slug=self.slug,
                table=html_table(
                    self.frame, slug=self.slug, caption=self.caption, row_ids=self.row_ids
                ),
                foot=foot(
                    note=self.note,
                    links=[
                        ("Data", csv_link(self.frame, self.slug)),
                        ("Sources", source_links(self.sources, "#source-")),
                        ("Link", link(f"#table-{self.slug}", "to this table")),
                    ],
                ),
            )
        )


def foot(*, note: str | None, links: Sequence[tuple[str, Markup]]) -> Markup:
    """Write the lines below a figure or table: a note, then labelled links.

    Parameters
    ----------
    note : str or None
        A remark, shown first.
    links : sequence of (str, markupsafe.Markup)
        Labels and what they lead to; a pair with nothing to lead to is left out.

    Returns
    -------
    markupsafe.Markup
        A paragraph, if there is a note, and a list.

    Examples
    --------
    >>> print(foot(note=None, links=[("Link", link("#fig-a", "to this figure"))]))
    <ul class="foot-links"><li>Link <a href="#fig-a">to this figure</a></li></ul>
    """
    return Markup(_FOOT.render(note=note, links=links))  # noqa: S704 - through the gate


def show_table(
    frame: pd.DataFrame,
    *,
    slug: str,
    caption: str,
    sources: Sequence[str] = (),
    note: str | None = None,
    row_ids: Sequence[str] = (),
) -> PublishedTable:
    """Show a frame in a notebook as a published table.

    Parameters
    ----------
    frame : pandas.DataFrame
        What to show; the index is left out, the first column heads the rows, and
        columns named as in `SOURCE_COLUMNS` become links.
    slug : str
        A name, unique in the report.
    caption : str
        What the table says.
    sources : sequence of str, optional
        Ids of the sources of the whole table.
    note : str, optional
        A remark below the table.
    row_ids : sequence of str, optional
        An id for each row, by which to link to it.

    Returns
    -------
    PublishedTable
        The last value of a notebook cell.

    Raises
    ------
    ValueError
        If the slug is malformed, the caption empty, or the frame without columns.

    Examples
    --------
    >>> shown = show_table(pd.DataFrame({"n": [1]}), slug="numbers", caption="Numbers")
    >>> shown.slug
    'numbers'
    """
    if not caption.strip():
        message = f"table {slug!r} has no caption; say in one what it shows"
        raise ValueError(message)
    check_slug(slug)
    _column_names(frame, None, slug)
    return PublishedTable(
        slug=slug,
        caption=caption,
        frame=frame.copy(),
        sources=tuple(sources),
        note=note,
        row_ids=tuple(row_ids),
    )
