"""Statements as a reader sees them: exact words, who said them, and how they were reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from agletters.html_tables import MARKER_TYPE, check_slug, csv_link, foot, source_links
from agletters.markup import cell_text, link, template

#: Columns of a frame of cards.
COLUMNS = ("id", "side", "kind", "speaker", "text", "how", "note", "source_ids")

#: Columns that a frame of cards may have besides.
MORE_COLUMNS = ("role", "letter", "frames", "codes", "address")

_LIST = template(
    """\
<section class="statements-block" id="list-{{ slug }}" aria-label="{{ caption }}">
<ol class="statements">
{% for card in cards %}
<li class="statement {{ card.classes }}" id="{{ card.place }}"
{%- for name, value in card.data %} data-{{ name }}="{{ value }}"{% endfor %}>
<p class="who">{{ card.speaker }}
{%- if card.side %} <span class="side">{{ card.side }}</span>{% endif %}</p>
{% if card.role %}
<p class="more">{{ card.role }}</p>
{% endif %}
<blockquote><p>{{ card.text }}</p></blockquote>
<p class="how">{{ card.how }}</p>
{% if card.note %}
<p class="more">{{ card.note }}</p>
{% endif %}
{% if card.codes %}
<p class="more">{{ card.codes }}</p>
{% endif %}
<p class="more">{{ card.self }} {{ card.sources }}{% if card.page %} {{ card.page }}{% endif %}</p>
</li>
{% endfor %}
</ol>
{{ foot }}
</section>"""
)
_SIDES = {"AG": ("ag", "attorneys general"), "company": ("company", "company")}


@dataclass(frozen=True, eq=False)
class StatementList:
    """A list of statements as a notebook and the page show it."""

    slug: str
    caption: str
    cards: pd.DataFrame

    def to_html(self) -> Markup:
        """Write the list; every value passes the escape gate."""
        cards = [_card(row) for row in self.cards.to_dict("records")]
        links = [
            ("Data", csv_link(self.cards, self.slug)),
            ("Link", link(f"#list-{self.slug}", "to this list")),
        ]
        return Markup(  # noqa: S704 - through the template's gate
            _LIST.render(
                slug=self.slug, caption=self.caption, cards=cards, foot=foot(note=None, links=links)
            )
        )

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {
            "text/html": str(self.to_html()),
            "text/plain": "\n".join(self.cards["text"]),
            MARKER_TYPE: {"slug": self.slug},
        }


def _card(row: Mapping[Any, Any]) -> dict[str, object]:
    text = cell_text(row["text"])
    direct = row["kind"] == "direct"
    place = f"statement-{row['id']}"
    side, side_words = _SIDES.get(cell_text(row["side"]), ("other", ""))
    data = {
        "side": row["side"],
        "speaker": row["speaker"],
        "letter": row.get("letter"),
        "frames": "; ".join(row.get("frames") or ()),
    }
    address = cell_text(row.get("address"))
    return {
        "place": place,
        "data": [(name, cell_text(value)) for name, value in data.items() if cell_text(value)],
        "role": cell_text(row.get("role")),
        "codes": cell_text(row.get("codes")),
        "page": link(address, "the words on their page") if address else "",
        "classes": f"{side} {row['kind']}",
        "side": side_words,
        "speaker": row["speaker"],
        "text": f"“{text.strip()}”" if direct else text,
        "how": row["how"],
        "note": cell_text(row["note"]),
        "self": link(f"#{place}", row["id"]),
        "sources": source_links(row["source_ids"], "#source-"),
    }


def show_statements(cards: pd.DataFrame, *, slug: str, caption: str) -> StatementList:
    """Show statements in a notebook and on the page.

    Parameters
    ----------
    cards
        One row a statement, in order, with the columns of `COLUMNS`: ``id``
        (which becomes the permanent link), ``side``, ``kind`` (direct or
        indirect; only direct speech gets quotation marks), ``speaker``,
        ``text`` (exact words), ``how`` (cue and channel), ``note`` (may be
        missing) and ``source_ids`` (tuples of str). Further columns are shown
        where they are there: ``role``, ``codes`` (how the words were coded) and
        ``address`` (of the words on their page). Side, speaker, ``letter`` and
        ``frames`` (tuples of names) become the item's attributes ``data-side``,
        ``data-speaker``, ``data-letter`` and ``data-frames``.
    slug
        A name, unique in the report.
    caption
        What the list is, for those who hear it.

    Raises
    ------
    ValueError
        If a column is missing, the slug malformed or an id given twice.

    Examples
    --------
    >>> cards = pd.DataFrame([("Q-1", "AG", "direct", "A. Ames", "<No>.", "said", None, ("S1",))],
    ...                      columns=list(COLUMNS))
    >>> "“&lt;No&gt;.”" in show_statements(cards, slug="all", caption="All").to_html()
    True
    """
    check_slug(slug)
    missing = [name for name in COLUMNS if name not in cards.columns]
    if missing:
        raise ValueError(f"the statements of {slug!r} have no column {', '.join(missing)}")
    twice = cards.loc[cards["id"].duplicated(), "id"]
    if len(twice):
        raise ValueError(f"the statements of {slug!r} have {twice.iloc[0]} twice")
    shown = [*COLUMNS, *(name for name in MORE_COLUMNS if name in cards.columns)]
    return StatementList(slug, caption, cards[shown].copy())


def span_cards(spans: pd.DataFrame, kinds: Sequence[str] = ("direct", "indirect")) -> pd.DataFrame:
    """Shape spans of an article as cards, in the order of the article.

    Parameters
    ----------
    spans
        Rows of the spans table.
    kinds
        Which kinds of span are taken.

    Returns
    -------
    DataFrame
        With the columns of `COLUMNS`.

    Examples
    --------
    >>> spans = pd.DataFrame([{"span_id": "G1", "kind": "direct", "start": 0, "side": "AG",
    ...     "speaker": "A. Ames", "text": "No.", "cue_verb": "said", "cue_position": "after",
    ...     "channel_as_reported": "letter", "form": "whole sentence", "note": None,
    ...     "source_id": "S1"}])
    >>> span_cards(spans)["how"][0]
    'Quoted, introduced by “said” after the words; whole sentence; said to come from: letter.'
    """
    taken = spans[spans["kind"].isin(kinds)].sort_values("start", kind="stable")
    return pd.DataFrame(
        {
            "id": taken["span_id"].to_numpy(),
            "side": taken["side"].to_numpy(),
            "kind": taken["kind"].to_numpy(),
            "speaker": taken["speaker"].to_numpy(),
            "text": taken["text"].to_numpy(),
            "how": [_how(row) for row in taken.to_dict("records")],
            "note": taken["note"].to_numpy(),
            "source_ids": [(source,) for source in taken["source_id"]],
        }
    )


def _how(row: Mapping[Any, Any]) -> str:
    """Say how an article gives the words."""
    cue, position = cell_text(row["cue_verb"]), cell_text(row["cue_position"])
    introduced = f"introduced by “{cue}” {position} the words" if cue else "with no cue of its own"
    manner = "Quoted" if row["kind"] == "direct" else "Reported without quotation marks"
    return (
        f"{manner}, {introduced}; {cell_text(row['form'])}; "
        f"said to come from: {cell_text(row['channel_as_reported'])}."
    )


def claim_reply_table(
    replies: pd.DataFrame, statements: pd.DataFrame, spans: pd.DataFrame
) -> pd.DataFrame:
    """Put each claim beside the statement that answers it.

    Parameters
    ----------
    replies
        Columns ``claim_id`` (of `statements`), ``answer_id`` (of `statements`)
        or ``answer_span_id`` (of `spans`), ``topic``, ``relation`` and
        ``source_ids``.
    statements
        Columns ``statement_id``, ``speaker``, ``date`` and ``quotation``.
    spans
        Columns ``span_id``, ``speaker`` and ``text``: indirect speech.

    Returns
    -------
    DataFrame
        Columns ``Topic``, ``Claim``, ``Relation``, ``Answer`` and ``Sources``, in
        the order of `replies`; claim and answer with the speaker and the exact
        words, which stand in quotation marks where they are direct speech.

    Examples
    --------
    >>> statements = pd.DataFrame({"statement_id": ["Q-1", "Q-2"], "speaker": ["A", "B"],
    ...                            "date": ["2010", "2011"], "quotation": ["Close.", "No."]})
    >>> spans = pd.DataFrame({"span_id": ["G1"], "speaker": ["B"], "text": ["it will not"]})
    >>> replies = pd.DataFrame({"claim_id": ["Q-1"] * 2, "answer_id": ["Q-2", None],
    ...     "answer_span_id": [None, "G1"], "topic": ["demand"] * 2,
    ...     "relation": ["refuses"] * 2, "source_ids": [("S1",)] * 2})
    >>> list(claim_reply_table(replies, statements, spans)["Answer"])
    ['B, 2011: “No.”', 'B, reported: it will not']
    """
    direct = statements.set_index("statement_id")
    indirect = spans.set_index("span_id")
    said = direct["speaker"] + ", " + direct["date"] + ": “" + direct["quotation"] + "”"
    reported = indirect["speaker"] + ", reported: " + indirect["text"]
    answers = [
        reported[span_id] if pd.isna(answer_id) else said[answer_id]
        for answer_id, span_id in zip(replies["answer_id"], replies["answer_span_id"], strict=True)
    ]
    return pd.DataFrame(
        {
            "Topic": replies["topic"].to_numpy(),
            "Claim": said.loc[replies["claim_id"]].to_numpy(),
            "Relation": replies["relation"].to_numpy(),
            "Answer": answers,
            "Sources": list(replies["source_ids"]),
        }
    )
