"""A published figure as a block of HTML and as files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from agletters.downloads import spreadsheet_csv
from agletters.figures.inline import inline_svg, legend_key
from agletters.figures.record import PublishedFigure
from agletters.html_tables import csv_link, foot, html_table, source_links
from agletters.markup import link, template
from agletters.palette import CSS_VARIABLES

_FIGURE = template(
    """\
<figure class="figure" id="fig-{{ record.slug }}" aria-labelledby="fig-{{ record.slug }}-title">
<figcaption>
<p class="figure-title" id="fig-{{ record.slug }}-title">{{ record.title }}</p>
{% if record.subtitle %}
<p class="figure-subtitle">{{ record.subtitle }}</p>
{% endif %}
</figcaption>
<div class="stage">
{% if key %}
{{ key }}
{% endif %}
<div class="drawing">{{ drawing }}</div>
</div>
<div class="figure-foot">
{{ foot }}
<details class="figure-table">
<summary>The numbers as a table</summary>
{{ table }}
</details>
</div>
</figure>
"""
)


def figure_block(
    record: PublishedFigure,
    svg: str,
    *,
    css_variables: Mapping[str, str] = CSS_VARIABLES,
    source_anchor: str = "#source-",
    code_anchor: str | None = None,
) -> Markup:
    """Write a figure as it stands in the page.

    Parameters
    ----------
    record : PublishedFigure
        The figure.
    svg : str
        Its committed SVG, from `draw`.
    css_variables : mapping of str to str, optional
        The name of the custom property, such as ``--signed``, for each hex colour
        that has one. The default is the palette's.
    source_anchor : str, optional
        What stands before a source id in a link to the list of sources.
    code_anchor : str, optional
        The address of the code that made the figure, such as ``#cell-who-signed``.

    Returns
    -------
    markupsafe.Markup
        A ``figure`` element with the id ``fig-SLUG``: title, subtitle and key, the
        drawing, then note, links and the folded table. It holds no script, no
        event handler and nothing that is loaded.

    Raises
    ------
    ValueError
        If the SVG is malformed, or the crop leaves nothing of it.

    Examples
    --------
    >>> figure = '{"data":[],"layout":{}}'
    >>> record = PublishedFigure("a", "Title", "", "Alt.", None, (), ("n",), (("1",),), figure)
    >>> svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    >>> print(figure_block(record, svg).splitlines()[0])
    <figure class="figure" id="fig-a" aria-labelledby="fig-a-title">
    """
    links = [
        ("Data", csv_link(record.table, record.slug)),
        ("Sources", source_links(record.sources, source_anchor)),
        ("Code", link(code_anchor, "how it was made") if code_anchor else Markup()),
        ("Link", link(f"#fig-{record.slug}", "to this figure")),
    ]
    return Markup(  # noqa: S704 - every value has passed the template's gate
        _FIGURE.render(
            record=record,
            key=legend_key(svg, css_variables),
            drawing=inline_svg(svg, css_variables, record.crop),
            foot=foot(note=record.note, links=links),
            table=html_table(
                record.table,
                slug=f"fig-{record.slug}",
                caption=record.title,
                source_anchor=source_anchor,
            ),
        )
    )


def write_figure(record: PublishedFigure, svg: str, folder: Path) -> None:
    """Write a figure's three files.

    Parameters
    ----------
    record : PublishedFigure
        The figure.
    svg : str
        Its SVG, from `draw`.
    folder : pathlib.Path
        Where to write ``SLUG.svg``, ``SLUG.json`` (plotly) and ``SLUG.csv`` (the
        numbers behind it; see `agletters.downloads.spreadsheet_csv`).

    Raises
    ------
    OSError
        If the folder is missing or cannot be written to.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> record = PublishedFigure("a", "Title", "", "Alt.", None, (), ("n",), (("1",),), "{}")
    >>> with TemporaryDirectory() as folder:
    ...     write_figure(record, "<svg/>", Path(folder))
    ...     sorted(path.name for path in Path(folder).iterdir())
    ['a.csv', 'a.json', 'a.svg']
    """
    contents = {
        "svg": svg,
        "json": f"{record.figure}\n",
        "csv": spreadsheet_csv(record.table),
    }
    for ending, content in contents.items():
        (folder / f"{record.slug}.{ending}").write_text(content, encoding="utf-8", newline="\n")
