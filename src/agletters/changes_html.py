"""Two texts as one, with the words marked that stand in only one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from agletters.html_tables import MARKER_TYPE, check_slug, csv_link, foot, source_links
from agletters.markup import cell_text, link, template, visible_text
from agletters.printings import DIFFERENCES, NOT_IN_THE_WORDS, PATH_COLUMNS
from agletters.quotations.versions import compare

_MARKED = template(
    """\
{%- for kind, words in parts -%}
{%- if kind == "same" -%}
{{ words }}
{%- elif kind == "deleted" -%}
<del><span class="visually-hidden">[deleted: </span>{{ words }}\
<span class="visually-hidden">] </span></del>
{%- else -%}
<ins><span class="visually-hidden">[inserted: </span>{{ words }}\
<span class="visually-hidden">] </span></ins>
{%- endif -%}
{%- endfor -%}"""
)
_LIST = template(
    """\
<section class="changes-block" id="list-{{ slug }}" aria-label="{{ caption }}">
<ol class="changes">
{% for row in rows %}
<li class="change" id="{{ row.place }}">
<p class="who">{{ row.speaker }} <span class="class">{{ row.named }}</span></p>
<p class="marked">{{ row.marked }}</p>
<p class="more">First: {{ row.first_from }}{{ row.first_source }}.
 Second: {{ row.second_from }}{{ row.second_source }}.</p>
{% if row.note %}
<p class="more">{{ row.note }}</p>
{% endif %}
{% if row.other %}
<p class="more">{{ row.other }}</p>
{% endif %}
<details><summary>Both texts</summary>
<p class="both">First: {{ row.first }}</p>
<p class="both">Second: {{ row.second }}</p>
</details>
<p class="more">{{ row.self }} of {{ row.statement }}</p>
</li>
{% endfor %}
</ol>
{{ foot }}
</section>"""
)
# A space that stands alone between two marks would not be seen to be struck or underlined.
_OPEN_BOX = "␣"


@dataclass(frozen=True, eq=False)
class ChangeList:
    """Printings with their differences marked, as a notebook and the page show them."""

    slug: str
    caption: str
    paths: pd.DataFrame

    def to_html(self) -> Markup:
        """Write the list; every value passes the escape gate."""
        links = [
            ("Data", csv_link(self.paths, self.slug)),
            ("Link", link(f"#list-{self.slug}", "to this list")),
        ]
        return Markup(  # noqa: S704 - through the template's gate
            _LIST.render(
                slug=self.slug,
                caption=self.caption,
                rows=[_row(row) for row in self.paths.to_dict("records")],
                foot=foot(note=None, links=links),
            )
        )

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {
            "text/html": str(self.to_html()),
            "text/plain": "\n".join(
                f"{row['appearance_id']}: {row['first']} → {row['second']}"
                for row in self.paths.to_dict("records")
            ),
            MARKER_TYPE: {"slug": self.slug},
        }


def marked(first: str, second: str) -> Markup:
    """Write two texts as one, with ``del`` around what only the first has, ``ins`` the second.

    Parameters
    ----------
    first, second : str
        The texts.

    Returns
    -------
    markupsafe.Markup
        The words, escaped. Within ``del`` and ``ins`` stand words for those who do not see the
        marks, in the class ``visually-hidden``; a space that was put in or taken out is shown as
        an open box.

    Examples
    --------
    >>> print(marked("It should stop.", "It must stop."))  # doctest: +NORMALIZE_WHITESPACE
    It <del><span class="visually-hidden">[deleted: </span>should<span
    class="visually-hidden">] </span></del><ins><span class="visually-hidden">[inserted:
    </span>must<span class="visually-hidden">] </span></ins> stop.
    """
    parts: list[tuple[str, str]] = []
    for segment in compare(first, second).segments:
        if segment.operation == "same":
            parts.append(("same", segment.base))
            continue
        sides = (("deleted", segment.base), ("inserted", segment.printed))
        parts += [(kind, _seen(words)) for kind, words in sides if words]
    return Markup(_MARKED.render(parts=parts))  # noqa: S704 - through the template's gate


def _seen(words: str) -> str:
    return words if visible_text(words).strip() else _OPEN_BOX * len(words)


def _row(row: Mapping[Any, Any]) -> dict[str, object]:
    place = f"printing-{row['appearance_id']}"
    return {
        **row,
        "place": place,
        "named": cell_text(row["difference"]).replace("_", " "),
        "marked": marked(row["first"], row["second"]),
        "first_source": _source(row["first_source_id"]),
        "second_source": _source(row["second_source_id"]),
        "note": cell_text(row["note"]),
        "other": _other(row),
        "self": link(f"#{place}", row["appearance_id"]),
        "statement": link(f"#statement-{row['statement_id']}", row["statement_id"]),
    }


def _source(source_id: object) -> Markup:
    """Link to a source, in brackets; nothing where it is not known."""
    text = cell_text(source_id)
    return Markup(" ({})").format(source_links([text], "#source-")) if text else Markup("")


def _other(row: Mapping[Any, Any]) -> str:
    """Say where the words alone give another class, and why."""
    named, by_words = cell_text(row["difference"]), cell_text(row["by_words"])
    if named == by_words:
        return ""
    why = (
        f"that {DIFFERENCES[named]} cannot be read from two texts"
        if named in NOT_IN_THE_WORDS
        else "the class given rests on what is known of the copy, as the note says"
    )
    return f"From the words alone: {by_words.replace('_', ' ')}; {why}."


def show_changes(paths: pd.DataFrame, *, slug: str, caption: str) -> ChangeList:
    """Show printings of statements with their differences marked in the text.

    Parameters
    ----------
    paths : pandas.DataFrame
        From `agletters.printings.paths`; any selection of its rows.
    slug : str
        A name, unique in the report.
    caption : str
        What the list is, for those who hear it.

    Returns
    -------
    ChangeList
        The last value of a notebook cell. Each printing has the permanent link
        ``#printing-ID``.

    Raises
    ------
    ValueError
        If a column is missing, the slug malformed or an id given twice.

    Examples
    --------
    >>> row = dict.fromkeys(PATH_COLUMNS, "x") | {"appearance_id": "V1", "first": "<a>",
    ...     "second": "<b>", "difference": "reworded", "by_words": "reworded"}
    >>> "&lt;<del>" in show_changes(pd.DataFrame([row]), slug="all", caption="All").to_html()
    True
    """
    check_slug(slug)
    missing = [name for name in PATH_COLUMNS if name not in paths.columns]
    if missing:
        raise ValueError(f"the printings of {slug!r} have no column {', '.join(missing)}")
    twice = paths.loc[paths["appearance_id"].duplicated(), "appearance_id"]
    if len(twice):
        raise ValueError(f"the printings of {slug!r} have {twice.iloc[0]} twice")
    return ChangeList(slug, caption, paths[PATH_COLUMNS].copy())
