"""Codes by group, each count with the coded units behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from agletters.frames import code_matrix
from agletters.html_tables import MARKER_TYPE, check_slug, csv_link, foot
from agletters.markup import cell_text, link, template

#: How groups of speakers are called.
SIDES = {"AG": "Attorneys general", "company": "Companies"}

_BLOCK = template(
    """\
<div class="table-block" id="table-{{ slug }}">
<div class="scroll" role="region" tabindex="0" aria-labelledby="table-{{ slug }}-caption">
<table class="codes">
<caption id="table-{{ slug }}-caption">{{ caption }}</caption>
<thead>
<tr><th scope="col" rowspan="2">{{ dimension }}</th>
{%- for group in groups %}<th scope="colgroup" colspan="2">{{ group }}</th>{% endfor %}</tr>
<tr>
{%- for _ in groups %}<th scope="col">All coders</th><th scope="col">Some</th>{% endfor %}</tr>
</thead>
<tbody>
{% for name, cells in rows %}
<tr><th scope="row">{{ name }}</th>
{%- for cell in cells -%}
<td>{% if cell.units %}<details><summary>{{ cell.units | length }}<span class="visually-hidden">
 {{ cell.label }}</span></summary>
{%- for unit in cell.units %} {{ unit }}{% endfor %}</details>{% else %}0{% endif %}</td>
{%- endfor -%}
</tr>
{% endfor %}
</tbody>
</table>
</div>
{{ foot }}
</div>"""
)


@dataclass(frozen=True, eq=False)
class CodeMatrix:
    """Counts of codes by group as a notebook and the page show them."""

    slug: str
    caption: str
    dimension: str
    by: str
    counts: pd.DataFrame
    note: str | None

    def to_html(self) -> Markup:
        """Write the matrix; every value passes the escape gate."""
        groups = list(self.counts[self.by].unique())
        links = [
            ("Data", csv_link(self.counts, self.slug)),
            ("Link", link(f"#table-{self.slug}", "to this table")),
        ]
        return Markup(  # noqa: S704 - through the template's gate
            _BLOCK.render(
                slug=self.slug,
                caption=self.caption,
                dimension=self.dimension.capitalize(),
                groups=[SIDES.get(group, group) for group in groups],
                rows=[
                    (name, [_cell(row, way) for row in part for way in ("all", "some")])
                    for name, part in self._parts(groups)
                ],
                foot=foot(note=self.note, links=links),
            )
        )

    def _parts(self, groups: list[str]) -> list[tuple[str, list[dict[Any, Any]]]]:
        found = {
            (row["code"], row[self.by]): {**row, "group": SIDES.get(row[self.by], row[self.by])}
            for row in self.counts.to_dict("records")
        }
        names = self.counts.drop_duplicates("code")[["code", "name"]]
        return [
            (name, [found[code, group] for group in groups])
            for code, name in names.itertuples(index=False, name=None)
        ]

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        counts = self.counts.drop(columns=["all_units", "some_units"])
        return {
            "text/html": str(self.to_html()),
            "text/plain": f"{self.caption}\n{counts.to_string(index=False)}",
            MARKER_TYPE: {"slug": self.slug},
        }


def _cell(row: Mapping[Any, Any], way: str) -> dict[str, object]:
    units = [link(f"#statement-{unit}", unit) for unit in row[f"{way}_units"]]
    label = f"{cell_text(row['name'])}, {cell_text(row['group'])}, {way} coders"
    return {"units": units, "label": label}


def counts_by_agreement(
    coded: pd.DataFrame,
    units: pd.DataFrame,
    codebook: pd.DataFrame,
    *dimensions: str,
    by: str = "side",
) -> pd.DataFrame:
    """Count, for each code and group, the units on which all coders agree, and the others.

    Parameters
    ----------
    coded : pandas.DataFrame
        From `agletters.frames.long`.
    units : pandas.DataFrame
        One row per unit, with columns ``unit_id`` and ``by``.
    codebook : pandas.DataFrame
        Columns ``code`` and ``name``.
    *dimensions : str
        Which dimensions, such as ``frame``.
    by : str, default "side"
        The column of `units` that names the group.

    Returns
    -------
    pandas.DataFrame
        One row per code and group: ``code``, ``name`` (after that of its dimension, where there
        are several), the column ``by``, ``all`` (units to which every coder gave the code),
        ``some`` (units to which a coder gave it and another did not), ``all_units`` and
        ``some_units`` (tuples of their ids).

    Examples
    --------
    >>> from agletters import frames
    >>> codebook = pd.DataFrame({"code": ["HARM"], "dimension": ["frame"], "name": ["Harm"]})
    >>> codings = pd.DataFrame(
    ...     {"unit_id": ["u1", "u1", "u2", "u2"], "coder": list("ABAB"), "HARM": [1, 0, 1, 1]}
    ... )
    >>> units = pd.DataFrame({"unit_id": ["u1", "u2"], "side": ["AG", "AG"]})
    >>> counts_by_agreement(frames.long(codings, codebook), units, codebook, "frame")
       code  name side  all  some all_units some_units
    0  HARM  Harm   AG    1     1     (u2,)      (u1,)
    """
    names = dict(zip(codebook["code"], codebook["name"], strict=True))
    rows = []
    for dimension in dimensions:
        prefix = f"{dimension.capitalize()}: " if len(dimensions) > 1 else ""
        matrix = code_matrix(coded, units, dimension, by)
        for (code, group), part in matrix.groupby(["code", by], sort=False):
            found = dict(zip(part["coded_by"], part["unit_ids"], strict=True))
            other = tuple(unit for unit in found["any"] if unit not in found["all"])
            counts = (len(found["all"]), len(other), found["all"], other)
            rows.append((code, prefix + names[code], group, *counts))
    return pd.DataFrame(
        rows, columns=["code", "name", by, "all", "some", "all_units", "some_units"]
    )


def show_codes(
    counts: pd.DataFrame,
    *,
    slug: str,
    caption: str,
    dimension: str,
    by: str = "side",
    note: str | None = None,
) -> CodeMatrix:
    """Show counts of codes; each count opens the list of units behind it.

    Parameters
    ----------
    counts : pandas.DataFrame
        From `counts_by_agreement`.
    slug : str
        A name, unique in the report.
    caption : str
        What the matrix says.
    dimension : str
        What the codes are, such as ``frame``.
    by : str, default "side"
        The column that names the group.
    note : str, optional
        A remark below the matrix.

    Returns
    -------
    CodeMatrix
        The last value of a notebook cell. Units are linked as ``#statement-ID``.

    Raises
    ------
    ValueError
        If the slug is malformed, or a code has no row for one of the groups.

    Examples
    --------
    >>> counts = pd.DataFrame([("HARM", "Harm", "AG", 1, 0, ("u2",), ())],
    ...     columns=["code", "name", "side", "all", "some", "all_units", "some_units"])
    >>> shown = show_codes(counts, slug="frames", caption="Frames", dimension="frame")
    >>> '<a href="#statement-u2">u2</a>' in shown.to_html()
    True
    """
    check_slug(slug)
    sizes = counts.groupby("code")[by].nunique()
    lacking = sizes.index[sizes < counts[by].nunique()]
    if len(lacking):
        raise ValueError(
            f"codes {slug!r}: {lacking[0]} has no row for every {by}; add a count of 0"
        )
    return CodeMatrix(slug, caption, dimension, by, counts.copy(), note)
