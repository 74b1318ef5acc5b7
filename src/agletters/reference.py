"""The apparatus of a report: its sources, its decisions, and how to cite it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from agletters.html_tables import MARKER_TYPE, csv_link
from agletters.markup import cell_text, link, template

_SOURCES = template(
    """\
<ol class="sources">
{% for source in sources %}
<li id="source-{{ source.id }}"><b>{{ source.id }}</b> {{ source.publisher }}. {{ source.link }}.
 {{- " " }}{{ source.date }}. {{ source.tier }}.</li>
{% endfor %}
</ol>
<ul class="foot-links"><li>What each is used for {{ table }}</li></ul>"""
)
_CITATION = template(
    """\
<div class="citation">
<p data-copy="the citation">{{ text }}</p>
<details><summary>BibTeX</summary>
<pre data-copy="the BibTeX entry" tabindex="0">{{ bibtex }}</pre></details>
</div>"""
)


@dataclass(frozen=True)
class Passage:
    """HTML that has passed the escape gate, with its plain text."""

    html: Markup
    text: str

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/html": str(self.html), "text/plain": self.text, MARKER_TYPE: {}}


def source_list(sources: pd.DataFrame) -> Passage:
    """List sources with their links; each can be linked to as ``#source-ID``.

    What each is used for is in the table that the list ends with, as CSV.

    Parameters
    ----------
    sources
        Columns ``source_id``, ``publisher``, ``title``, ``published``,
        ``published_note``, ``tier``, ``supports`` and ``url``.

    Examples
    --------
    >>> sources = pd.DataFrame([{"source_id": "S1", "publisher": "An office", "title": "A letter",
    ...     "published": "2010", "published_note": None, "tier": "primary", "supports": "the list",
    ...     "url": "https://example.org/"}])
    >>> 'id="source-S1"' in source_list(sources).html
    True
    """
    rows = sources.to_dict("records")
    prepared = [
        {
            "id": row["source_id"],
            "publisher": cell_text(row["publisher"]).rstrip("."),
            "date": _date(row),
            "tier": cell_text(row["tier"]).capitalize(),
            "link": link(row["url"], cell_text(row["title"]).rstrip(".") or "Page"),
        }
        for row in rows
    ]
    text = "\n".join(f"{row['source_id']} {row['publisher']}: {row['title']}" for row in rows)
    shown = _SOURCES.render(sources=prepared, table=csv_link(sources, "sources"))
    return Passage(Markup(shown), text)  # noqa: S704 - through the gate


def _date(row: Mapping[Any, Any]) -> str:
    date, note = cell_text(row["published"]), cell_text(row["published_note"])
    if date and note:
        return f"{date} ({note})"
    return date or note or "undated"


def decision_table(decisions: pd.DataFrame) -> pd.DataFrame:
    """Shape the decisions for a reader.

    Parameters
    ----------
    decisions
        Columns ``about``, ``key``, ``finding``, ``decision``, ``reason``,
        ``status`` and ``source_ids``.

    Returns
    -------
    DataFrame
        Columns ``About``, ``What the sources say``, ``What was decided, and
        why``, ``Status`` and ``Sources``.
    """
    return pd.DataFrame(
        {
            "About": decisions["about"].str.replace("_", " ") + ": " + decisions["key"],
            "What the sources say": decisions["finding"],
            "What was decided, and why": decisions["decision"] + " " + decisions["reason"],
            "Status": decisions["status"].str.replace("_", " "),
            "Sources": decisions["source_ids"],
        }
    )


def citation(schema: Mapping[str, Any]) -> Passage:
    """Say how to cite the report, in words and in BibTeX.

    Parameters
    ----------
    schema
        The descriptor of the tables: ``title``, ``version``, ``created``,
        ``contributors``.

    Examples
    --------
    >>> schema = {"title": "Letters", "version": "1.0.0", "created": "2026-11-22T00:00:00Z",
    ...           "contributors": [{"title": "The authors"}]}
    >>> print(citation(schema).text)
    The authors (2026). Letters. Analytical report and data, version 1.0.0, 2026-11-22.
    """
    author, title = schema["contributors"][0]["title"], schema["title"]
    date, version = schema["created"][:10], schema["version"]
    text = f"{author} ({date[:4]}). {title}. Analytical report and data, version {version}, {date}."
    fields = {
        "author": f"{{{author}}}",
        "title": title,
        "year": date[:4],
        "note": f"Analytical report and data, version {version}, {date}",
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    bibtex = f"@misc{{agletters{date[:4]},\n{body}}}"
    return Passage(Markup(_CITATION.render(text=text, bibtex=bibtex)), text)  # noqa: S704
