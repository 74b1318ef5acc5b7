"""Printings of statements: which text comes first, how the two differ, and what texts share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from agletters.groups import tuples_by
from agletters.quotations.versions import (
    classify,
    compare,
    count_words,
    shared_runs,
    shared_runs_table,
)

PATH_COLUMNS = [
    "appearance_id",
    "statement_id",
    "speaker",
    "first",
    "first_from",
    "first_source_id",
    "second",
    "second_from",
    "second_source_id",
    "difference",
    "by_words",
    "note",
]

RUN_COLUMNS = [
    *("base_id", "base", "base_words", "other_id", "other"),
    *("words", "first_word", "last_word", "text"),
]

#: What each class of difference means, for a reader.
DIFFERENCES = {
    "identical": "not a character differs",
    "punctuation": "the words are the same, marks or spaces differ",
    "capitalisation": "the words are the same, capitals differ",
    "word_dropped": "a word or a name is lost",
    "truncation": "the beginning or the end is cut off",
    "modal_changed": "only a modal verb differs, such as should and must",
    "reworded": "the thought is put in other words",
    "direct_made_indirect": "direct speech is reported without quotation marks",
    "attribution_changed": "the words are given to another speaker",
    "recycled": "an earlier letter has the sentence already",
}
#: Classes that rest on who speaks, how and when: two texts alone cannot show them.
NOT_IN_THE_WORDS = ("direct_made_indirect", "attribution_changed", "recycled")
_SHORTENED = ("word_dropped", "truncation")

# Id, whose or where from, words.
_Text = tuple[str, str, str]


def paths(
    appearances: pd.DataFrame,
    statements: pd.DataFrame,
    spans: pd.DataFrame,
    sources: pd.DataFrame,
) -> pd.DataFrame:
    """Put the two texts of every appearance in the order from source to print.

    Parameters
    ----------
    appearances : pandas.DataFrame
        Columns ``appearance_id``, ``statement_id``, ``source_id``, ``compared_text``,
        ``printed_text``, ``difference`` and ``note``.
    statements : pandas.DataFrame
        Columns ``statement_id``, ``speaker``, ``quotation``, ``source_id``, ``span_id`` and
        ``span_reports``.
    spans : pandas.DataFrame
        Columns ``span_id`` and ``source_id``: the article in which a statement is quoted.
    sources : pandas.DataFrame
        Columns ``source_id``, ``publisher`` and ``published``.

    Returns
    -------
    pandas.DataFrame
        One row an appearance, in the same order, with the columns of `PATH_COLUMNS`: the two
        texts ``first`` and ``second``, where each is from (``first_from``, in words, with
        ``first_source_id``, missing where no table names it), the curated ``difference``, and
        ``by_words``, what `agletters.quotations.versions.classify` says of the two texts.

    Raises
    ------
    ValueError
        If an appearance names a statement or a source that is not there.

    Notes
    -----
    The compared text comes first, but for these, where the printed text does: the longer of two
    texts of which one is shortened; a text from the statement's own source, where an article
    quotes the statement; a text that stands in another statement; and a sentence that was
    recycled.

    Examples
    --------
    >>> appearances = pd.DataFrame([{"appearance_id": "V1", "statement_id": "Q1",
    ...     "source_id": "S2", "compared_text": "We should go.", "printed_text": "We must go.",
    ...     "difference": "modal_changed", "note": None}])
    >>> statements = pd.DataFrame([{"statement_id": "Q1", "speaker": "A. Ames",
    ...     "quotation": "We should go.", "source_id": "S1", "span_id": None,
    ...     "span_reports": None}])
    >>> spans = pd.DataFrame({"span_id": [], "source_id": []})
    >>> sources = pd.DataFrame({"source_id": ["S1", "S2"], "publisher": ["Office", "Paper"],
    ...                         "published": ["2010-09-21", None]})
    >>> path = paths(appearances, statements, spans, sources).loc[0]
    >>> path["first_from"], path["second_from"], path["by_words"]
    ('Office, 2010-09-21', 'Paper', 'modal_changed')
    """
    said = {row["statement_id"]: row for row in statements.to_dict("records")}
    article_of = dict(zip(spans["span_id"], spans["source_id"], strict=True))
    names = {row["source_id"]: _source_name(row) for row in sources.to_dict("records")}
    rows = []
    for row in appearances.to_dict("records"):
        for column, known in (("statement_id", said), ("source_id", names)):
            if row[column] not in known:
                raise ValueError(
                    f"appearance {row['appearance_id']}: {column} {row[column]!r} has no row"
                )
        rows.append(_path(row, said, article_of, names))
    return pd.DataFrame(rows, columns=PATH_COLUMNS).astype("string")


def _path(
    row: Mapping[Any, Any],
    said: Mapping[Any, Mapping[Any, Any]],
    article_of: Mapping[str, str],
    names: Mapping[str, str],
) -> tuple[str | None, ...]:
    statement = said[row["statement_id"]]
    others = [key for key in said if key != row["statement_id"]]
    beside = [key for key in others if row["printed_text"] in said[key]["quotation"]]
    quoted = statement["span_reports"] == "directly"
    compared: tuple[str, str, str | None]
    if row["compared_text"] in statement["quotation"]:
        own = article_of[statement["span_id"]] if quoted else statement["source_id"]
        compared = (row["compared_text"], names[own], own)
    else:
        compared = (row["compared_text"], "another release, whose page is not recorded", None)
    where = names[row["source_id"]] + (f" (statement {beside[0]})" if beside else "")
    printed = (row["printed_text"], where, row["source_id"])
    if row["difference"] in _SHORTENED:
        ahead = len(row["printed_text"]) > len(row["compared_text"])
    else:
        own_source = quoted and row["source_id"] == statement["source_id"]
        ahead = bool(own_source or beside or row["difference"] == "recycled")
    first, second = (printed, compared) if ahead else (compared, printed)
    return (
        row["appearance_id"],
        row["statement_id"],
        statement["speaker"],
        *first,
        *second,
        row["difference"],
        classify(compare(first[0], second[0])),
        row["note"],
    )


def _source_name(source: Mapping[Any, Any]) -> str:
    published = source["published"]
    return str(source["publisher"]) + ("" if pd.isna(published) else f", {published}")


def differences_table(paths: pd.DataFrame) -> pd.DataFrame:
    """Count the printings of each class, with the class's meaning.

    Parameters
    ----------
    paths : pandas.DataFrame
        From `paths`.

    Returns
    -------
    pandas.DataFrame
        Columns ``Class``, ``Meaning``, ``Printings`` and ``Which``, in the order of
        `DIFFERENCES`; classes without a printing are left out.

    Raises
    ------
    ValueError
        If a class is not one of `DIFFERENCES`.

    Examples
    --------
    >>> rows = pd.DataFrame({"difference": ["reworded"], "appearance_id": ["V1"]})
    >>> differences_table(rows)[["Class", "Printings", "Which"]]
          Class  Printings  Which
    0  reworded          1  (V1,)
    """
    unknown = sorted(set(paths["difference"]) - set(DIFFERENCES))
    if unknown:
        raise ValueError(
            f"difference {unknown[0]!r} has no meaning here; known: {', '.join(DIFFERENCES)}"
        )
    ids = tuples_by(paths, "difference", "appearance_id")
    found = [name for name in DIFFERENCES if name in ids]
    return pd.DataFrame(
        {
            "Class": [name.replace("_", " ") for name in found],
            "Meaning": [DIFFERENCES[name] for name in found],
            "Printings": [len(ids[name]) for name in found],
            "Which": [ids[name] for name in found],
        }
    )


def other_judgement(paths: pd.DataFrame) -> pd.DataFrame:
    """Take the printings whose class is not the one that the words alone give.

    Parameters
    ----------
    paths : pandas.DataFrame
        From `paths`.

    Returns
    -------
    pandas.DataFrame
        Those rows, with ``readable`` (boolean): whether the two texts could show the class.

    Examples
    --------
    >>> rows = pd.DataFrame({"difference": ["recycled", "reworded"], "by_words": ["reworded"] * 2})
    >>> other_judgement(rows)
      difference  by_words  readable
    0   recycled  reworded     False
    """
    other = paths[paths["difference"] != paths["by_words"]]
    return other.assign(readable=~other["difference"].isin(NOT_IN_THE_WORDS))


def shared_sentences(
    paths: pd.DataFrame,
    statements: pd.DataFrame,
    min_words: int = 5,
    kinds: Sequence[str] = ("attribution_changed", "recycled", "reworded", "modal_changed"),
) -> pd.DataFrame:
    """Find the runs of words that statements share with one another and with other documents.

    Parameters
    ----------
    paths : pandas.DataFrame
        From `paths`.
    statements : pandas.DataFrame
        Columns ``statement_id``, ``speaker`` and ``quotation``.
    min_words : int, default 5
        Length of the shortest run that is counted, in words.
    kinds : sequence of str
        Classes of difference for which a printing counts as another text; the others reprint
        the same text, and would share it with itself.

    Returns
    -------
    pandas.DataFrame
        One row per run: ``base_id`` (a statement, or the appearance whose two texts are no
        statement) and ``base`` (its speaker, or where it is from), ``base_words`` (its length in
        words), ``other_id`` and ``other`` (the same of the text that shares the run), ``words``
        (length of the run), ``first_word`` and ``last_word`` (its place in the base, counted from
        1) and ``text``, as the base prints it. Longest shared text first, so that the runs of a
        base stand together; within a base by other text and place. A pair is given once.

    Examples
    --------
    >>> statements = pd.DataFrame({"statement_id": ["Q1", "Q2"], "speaker": ["A", "B"],
    ...     "quotation": ["We ask you to stop it now.", "Now they ask you to stop."]})
    >>> none = pd.DataFrame(columns=PATH_COLUMNS)
    >>> runs = shared_sentences(none, statements, min_words=4)
    >>> runs[["base_id", "other_id", "words", "first_word", "last_word", "text"]]
      base_id other_id  words  first_word  last_word             text
    0      Q1       Q2      4           2          5  ask you to stop
    """
    said = statements[["statement_id", "speaker", "quotation"]].itertuples(index=False, name=None)
    texts = {text[0]: text for text in said}
    taken = paths[paths["difference"].isin(list(kinds))].to_dict("records")
    found = [
        (base, other, run)
        for base, other in (_pair(row, texts[row["statement_id"]]) for row in taken)
        for run in shared_runs(base[2], other[2], min_words).to_dict("records")
    ]
    quotations = statements.set_index("statement_id")["quotation"]
    found += [
        (texts[run["a_id"]], texts[run["b_id"]], run)
        for run in shared_runs_table(quotations, min_words).to_dict("records")
    ]
    runs = pd.DataFrame([_run_row(*each) for each in found], columns=RUN_COLUMNS)
    longest = runs.groupby("base_id")["words"].transform("max")
    shared = runs.groupby(["base_id", "other_id"])["words"].transform("sum")
    return (
        runs.assign(_longest=longest, _shared=shared)
        .sort_values(
            ["_longest", "base_id", "_shared", "other_id", "first_word"],
            ascending=[False, True, False, True, True],
            ignore_index=True,
        )
        .drop(columns=["_longest", "_shared"])
    )


def _pair(row: Mapping[Any, Any], statement: _Text) -> tuple[_Text, _Text]:
    """Give the base of a printing and the other text."""
    first, second = ((row[f"{side}_from"], row[side]) for side in ("first", "second"))
    quotation = statement[2]
    if first[1] not in quotation and second[1] in quotation:
        first, second = second, first
    base = statement if first[1] in quotation else (row["appearance_id"], *first)
    return base, (row["appearance_id"], *second)


def _run_row(base: _Text, other: _Text, run: Mapping[Any, Any]) -> tuple[str | int, ...]:
    base_id, name, words = base
    place = count_words(words[: run["a_start"]])
    ends = (place + 1, place + run["words"])
    return base_id, name, count_words(words), *other[:2], run["words"], *ends, run["a_text"]
