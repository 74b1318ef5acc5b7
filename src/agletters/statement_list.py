"""All statements as cards: when and where each was said, how it was coded, and its page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from agletters.groups import tuples_by
from agletters.markup import cell_text
from agletters.quotations.anchors import text_fragment_url

_BASIS = {
    "exact": "{}",
    "inferred": "{} (the date is worked out)",
    "approximate": "about {}",
    "latest": "{} or before",
}


def statement_cards(
    statements: pd.DataFrame,
    sources: pd.DataFrame,
    letters: pd.DataFrame,
    coded: pd.DataFrame,
    codebook: pd.DataFrame,
) -> pd.DataFrame:
    """Shape statements as cards, in order of date.

    Parameters
    ----------
    statements
        Rows of the statements table.
    sources
        Columns ``source_id`` and ``url``.
    letters
        Columns ``letter_id``, ``date``, ``doc_type`` and ``addressee_org``.
    coded
        From `agletters.frames.long`, with ``unit_id`` for ``statement_id``.
    codebook
        Columns ``code`` and ``name``.

    Returns
    -------
    DataFrame
        With the columns of `agletters.cards.COLUMNS` and `MORE_COLUMNS`. A statement of which only
        the month is known stands at the month's end; within a day the order is
        that of `statements`. ``frames`` holds the names of those that any coder gave.

    Raises
    ------
    ValueError
        If a statement names a source or a letter that is not there, or the address
        of its source is none of the web.

    Examples
    --------
    >>> statements = pd.DataFrame([{"statement_id": "Q-1", "date": "2010-09-21",
    ...     "date_basis": "exact", "speaker": "A. Ames", "role": "counsel", "organisation": "Firm",
    ...     "side": "company", "channel": "blog", "letter_id": None, "quotation": "No.",
    ...     "source_id": "S1", "note": None}])
    >>> sources = pd.DataFrame({"source_id": ["S1"], "url": ["https://example.org/"]})
    >>> letters = pd.DataFrame(columns=["letter_id", "date", "doc_type", "addressee_org"])
    >>> codebook = pd.DataFrame({"code": ["REF"], "dimension": ["stance"], "name": ["Refuses"]})
    >>> coded = pd.DataFrame([("Q-1", "A", "stance", "REF", True)],
    ...     columns=["unit_id", "coder", "dimension", "code", "applied"])
    >>> card = statement_cards(statements, sources, letters, coded, codebook).loc[0]
    >>> card["how"], card["codes"], card["address"]
    ('Blog, 21 September 2010.', 'Stance: Refuses (A).', 'https://example.org/#:~:text=No')
    """
    urls = dict(zip(sources["source_id"], sources["url"], strict=True))
    known = {row["letter_id"]: _letter(row) for row in letters.to_dict("records")}
    for column, rows in (("source_id", urls), ("letter_id", known)):
        lost = statements[statements[column].notna() & ~statements[column].isin(list(rows))]
        if len(lost):
            statement_id, value = lost[["statement_id", column]].iloc[0]
            raise ValueError(f"statement {statement_id}: {column} {value!r} has no row")
    given = coded[coded["applied"].fillna(False).astype(bool)]
    names = dict(zip(codebook["code"], codebook["name"], strict=True))
    end_of_month = statements["date"].where(statements["date"].str.len() > 7, lambda d: d + "-99")
    ordered = statements.loc[end_of_month.sort_values(kind="stable").index]
    ids = ordered["statement_id"]
    return pd.DataFrame(
        {
            "id": ids.to_numpy(),
            "side": ordered["side"].to_numpy(),
            "kind": "direct",
            "speaker": ordered["speaker"].to_numpy(),
            "text": ordered["quotation"].to_numpy(),
            "how": [_said(row, known) for row in ordered.to_dict("records")],
            "note": ordered["note"].to_numpy(),
            "source_ids": [(source,) for source in ordered["source_id"]],
            "role": (ordered["role"] + ", " + ordered["organisation"]).to_numpy(),
            "letter": ordered["letter_id"].map(known).to_numpy(),
            "frames": [_frames(given, statement_id, names) for statement_id in ids],
            "codes": [_codes(given, coded, statement_id, names) for statement_id in ids],
            "address": [
                # The article's own comma or stop at the end may not stand on the page.
                text_fragment_url(urls[source], words.strip(" ,.;"))
                for source, words in zip(ordered["source_id"], ordered["quotation"], strict=True)
            ],
        }
    )


def _letter(row: Mapping[Any, Any]) -> str:
    whom = cell_text(row["addressee_org"]).rstrip(".")
    return f"{row['doc_type']} of {date_words(row['date'])} to {whom}"


def _said(row: Mapping[Any, Any], letters: Mapping[Any, str]) -> str:
    """Say where and when words were said, and to which letter they belong."""
    channel = cell_text(row["channel"])
    when = _BASIS[cell_text(row["date_basis"])].format(date_words(row["date"]))
    letter = cell_text(row["letter_id"])
    belongs = f" Belongs to the {letters[letter]}." if letter else ""
    return f"{channel[:1].upper()}{channel[1:]}, {when}.{belongs}"


def _frames(given: pd.DataFrame, unit_id: str, names: Mapping[str, str]) -> tuple[str, ...]:
    rows = given[(given["unit_id"] == unit_id) & (given["dimension"] == "frame")]
    return tuple(names[code] for code in rows["code"].unique())


def _codes(given: pd.DataFrame, coded: pd.DataFrame, unit_id: str, names: Mapping[str, str]) -> str:
    """Say how a unit was coded: each code with the coders who gave it."""
    if unit_id not in set(coded["unit_id"]):
        return "Not coded."
    coders = coded["coder"].nunique()
    rows = given[given["unit_id"] == unit_id]
    sentences = []
    for dimension in coded["dimension"].unique():
        part = rows[rows["dimension"] == dimension]
        found = tuples_by(part, "code", "coder")
        words = [
            names[code] + ("" if len(who) == coders > 1 else f" ({', '.join(who)})")
            for code, who in found.items()
        ]
        sentences.append(f"{dimension.capitalize()}: {'; '.join(words) or 'none'}.")
    return " ".join(sentences)


def date_words(date: str) -> str:
    """Write an ISO date as a sentence does.

    Parameters
    ----------
    date
        A day, a month or a year: ``2010-09-21``, ``2010-09``, ``2010``.

    Raises
    ------
    ValueError
        If it is none of these.

    Examples
    --------
    >>> date_words("2010-09-21"), date_words("2010-09"), date_words("2010")
    ('21 September 2010', 'September 2010', '2010')
    """
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", date):
        raise ValueError(f"{date!r} is not a day, month or year such as 2010-09-21")
    day = pd.Timestamp(date)
    parts = [f"{day.day}", day.month_name(), f"{day.year}"]
    return " ".join(parts[-(date.count("-") + 1) :])
