"""Codings, cue verbs, voices and shared words, shaped as tables for readers."""

from __future__ import annotations

from typing import Any

import pandas as pd

_SIDES = {"AG": "attorneys general", "company": "company"}


def codebook_table(codebook: pd.DataFrame, *dimensions: str) -> pd.DataFrame:
    """Shape the codes of some dimensions for a reader.

    Parameters
    ----------
    codebook : pandas.DataFrame
        Columns ``code``, ``dimension``, ``name``, ``definition``, ``include``, ``exclude`` and
        ``example``.
    *dimensions : str
        Which dimensions, such as ``frame``.

    Returns
    -------
    pandas.DataFrame
        Columns ``Code``, ``Name``, ``When it applies``, ``What counts``, ``What does not`` and
        ``Example``; with more than one dimension ``Dimension`` comes first.

    Examples
    --------
    >>> codebook = pd.DataFrame([("DEM", "stance", "Demands", "asks", None, None, "Q-1")],
    ...     columns=["code", "dimension", "name", "definition", "include", "exclude", "example"])
    >>> codebook_table(codebook, "stance").columns[0]
    'Code'
    """
    rows = codebook[codebook["dimension"].isin(dimensions)]
    table = pd.DataFrame(
        {
            "Dimension": rows["dimension"].str.capitalize(),
            "Code": rows["code"],
            "Name": rows["name"],
            "When it applies": rows["definition"],
            "What counts": rows["include"],
            "What does not": rows["exclude"],
            "Example": rows["example"],
        }
    )
    return table if len(dimensions) > 1 else table.drop(columns="Dimension")


def coded_texts(units: pd.DataFrame, statements: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """Give each coded unit its side, its speaker and its words.

    Parameters
    ----------
    units : pandas.DataFrame
        Columns ``unit_id``, ``statement_id`` and ``span_id``, of which one is filled; others are
        kept.
    statements : pandas.DataFrame
        Columns ``statement_id``, ``side``, ``speaker`` and ``quotation``.
    spans : pandas.DataFrame
        Columns ``span_id``, ``side``, ``speaker`` and ``text``.

    Returns
    -------
    pandas.DataFrame
        `units` with ``side``, ``speaker`` and ``text``.

    Raises
    ------
    ValueError
        If a unit is neither a statement nor a span.

    Examples
    --------
    >>> units = pd.DataFrame({"unit_id": ["Q1"], "statement_id": ["Q1"], "span_id": [None]})
    >>> statements = pd.DataFrame({"statement_id": ["Q1"], "side": ["AG"], "speaker": ["A. Ames"],
    ...     "quotation": ["No."]})
    >>> spans = pd.DataFrame(columns=["span_id", "side", "speaker", "text"])
    >>> coded_texts(units, statements, spans)["text"][0]
    'No.'
    """
    known = pd.concat(
        [
            statements[["statement_id", "side", "speaker", "quotation"]].set_axis(
                ["key", "side", "speaker", "text"], axis=1
            ),
            spans[["span_id", "side", "speaker", "text"]].rename(columns={"span_id": "key"}),
        ]
    ).set_index("key")
    keys = units["statement_id"].fillna(units["span_id"])
    lost = units.loc[~keys.isin(known.index), "unit_id"]
    if len(lost):
        raise ValueError(f"coded unit {lost.iloc[0]} is neither a statement nor a span")
    found = known.loc[keys]
    return units.assign(**{name: found[name].to_numpy() for name in known.columns})


def agreement_table(
    everything: pd.DataFrame, without_examples: pd.DataFrame, codebook: pd.DataFrame
) -> pd.DataFrame:
    """Set the agreement on all units beside that on the units that are no examples.

    Parameters
    ----------
    everything, without_examples : pandas.DataFrame
        From `agletters.frames.agreement`.
    codebook : pandas.DataFrame
        Columns ``code`` and ``name``.

    Returns
    -------
    pandas.DataFrame
        Columns ``What is coded``, ``Units``, ``Disagreements`` and ``Alpha`` (three decimals, or
        why there is none), then the last three again for the units that are no examples.

    Examples
    --------
    >>> rows = pd.DataFrame({"dimension": ["frame"], "code": ["HARM"], "n_units": [57],
    ...     "n_disagreements": [1], "alpha": [0.96452], "status": ["defined"]})
    >>> codebook = pd.DataFrame({"code": ["HARM"], "name": ["Harm"]})
    >>> agreement_table(rows, rows, codebook).astype(str).iloc[0].tolist()
    ['Frame: Harm', '57', '1', '0.965', '57', '1', '0.965']
    """
    names = dict(zip(codebook["code"], codebook["name"], strict=True))
    what = [
        dimension.capitalize() + (f": {names[code]}" if code in names else "")
        for dimension, code in zip(everything["dimension"], everything["code"], strict=True)
    ]
    columns: dict[str, Any] = {"What is coded": what}
    for rows, label in ((everything, ""), (without_examples, " without examples")):
        columns["Units" + label] = rows["n_units"].to_numpy()
        columns["Disagreements" + label] = rows["n_disagreements"].to_numpy()
        columns["Alpha" + label] = [
            _alpha_words(alpha, status)
            for alpha, status in zip(rows["alpha"], rows["status"], strict=True)
        ]
    return pd.DataFrame(columns)


def _alpha_words(alpha: Any, status: str) -> str:
    return status if pd.isna(alpha) else f"{alpha:.3f}"


def disagreement_table(
    disagreements: pd.DataFrame, units: pd.DataFrame, codebook: pd.DataFrame
) -> pd.DataFrame:
    """Shape the list of disagreements for a reader.

    Parameters
    ----------
    disagreements : pandas.DataFrame
        From `agletters.frames.disagreements`.
    units : pandas.DataFrame
        Columns ``unit_id``, ``speaker`` and ``text``.
    codebook : pandas.DataFrame
        Columns ``code`` and ``name``.

    Returns
    -------
    pandas.DataFrame
        Columns ``Unit``, ``Speaker``, ``Words``, ``What is coded``, and ``Coder A`` and so on.

    Examples
    --------
    >>> disagreements = pd.DataFrame({"unit_id": ["u1"], "dimension": ["stance"],
    ...     "code": ["stance"], "A": ["DEM"], "B": ["NON"]})
    >>> units = pd.DataFrame({"unit_id": ["u1"], "speaker": ["A. Ames"], "text": ["No."]})
    >>> codebook = pd.DataFrame({"code": ["DEM", "NON"], "name": ["Demands", "None"]})
    >>> disagreement_table(disagreements, units, codebook).iloc[0].tolist()
    ['u1', 'A. Ames', 'No.', 'Stance', 'Demands', 'None']
    """
    names = dict(zip(codebook["code"], codebook["name"], strict=True))
    known = units.set_index("unit_id")
    coders = [name for name in disagreements if name not in ("unit_id", "dimension", "code")]
    found = known.loc[disagreements["unit_id"]]
    columns: dict[str, Any] = {
        "Unit": disagreements["unit_id"].to_numpy(),
        "Speaker": found["speaker"].to_numpy(),
        "Words": found["text"].to_numpy(),
        "What is coded": [
            dimension.capitalize() + (f": {names[code]}" if code in names else "")
            for dimension, code in zip(
                disagreements["dimension"], disagreements["code"], strict=True
            )
        ],
    }
    for coder in coders:
        columns[f"Coder {coder}"] = [names.get(value, value) for value in disagreements[coder]]
    return pd.DataFrame(columns)


def cue_table(spans: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """List how two articles introduce the words of each side, in the order of the articles.

    Parameters
    ----------
    spans : pandas.DataFrame
        Rows of the spans table.
    sources : pandas.DataFrame
        Columns ``source_id`` and ``publisher``.

    Returns
    -------
    pandas.DataFrame
        Columns ``Verb or phrase``, ``Side``, ``Speaker``, ``How``, ``Words`` and ``Article``;
        quoted and reported statements only.

    Examples
    --------
    >>> spans = pd.DataFrame([{"kind": "direct", "cue_verb": None, "side": "AG", "start": 0,
    ...     "speaker": "A. Ames", "text": "No.", "source_id": "S1"}])
    >>> sources = pd.DataFrame({"source_id": ["S1"], "publisher": ["Paper"]})
    >>> cue_table(spans, sources).iloc[0].tolist()
    ['none of its own', 'attorneys general', 'A. Ames', 'quoted', 'No.', 'Paper']
    """
    rows = _speech(spans)
    names = dict(zip(sources["source_id"], sources["publisher"], strict=True))
    return pd.DataFrame(
        {
            "Verb or phrase": rows["cue_verb"].fillna("none of its own").to_numpy(),
            "Side": rows["side"].map(_SIDES).to_numpy(),
            "Speaker": rows["speaker"].to_numpy(),
            "How": rows["kind"].map({"direct": "quoted", "indirect": "reported"}).to_numpy(),
            "Words": rows["text"].str.strip().to_numpy(),
            "Article": [names[source] for source in rows["source_id"]],
        }
    )


def cue_verbs(spans: pd.DataFrame, side: str) -> list[str]:
    """List the verbs and phrases that introduce one side, each once, in quotation marks.

    Parameters
    ----------
    spans : pandas.DataFrame
        Rows of the spans table.
    side : str
        ``AG`` or ``company``.

    Examples
    --------
    >>> spans = pd.DataFrame({"kind": ["direct", "indirect"], "side": ["AG"] * 2,
    ...     "cue_verb": ["says", "Says"], "source_id": ["S1"] * 2, "start": [0, 9]})
    >>> cue_verbs(spans, "AG")
    ['“says”']
    """
    rows = _speech(spans)
    verbs = rows.loc[rows["side"] == side, "cue_verb"].dropna().str.lower()
    return [f"“{verb}”" for verb in verbs.unique()]


def _speech(spans: pd.DataFrame) -> pd.DataFrame:
    rows = spans[spans["kind"].isin(["direct", "indirect"])]
    return rows.sort_values(["source_id", "start"], kind="stable")


def shared_attributions(
    appearances: pd.DataFrame,
    statements: pd.DataFrame,
    officeholders: pd.DataFrame,
) -> pd.DataFrame:
    """List the sentences that are given to several speakers, for `agletters.frames.voices`.

    Parameters
    ----------
    appearances : pandas.DataFrame
        Columns ``appearance_id``, ``statement_id``, ``difference`` and ``given_to``: for each
        row whose difference is ``attribution_changed``, the USPS code of the office to whose
        holder it gives the words.
    statements : pandas.DataFrame
        Columns ``statement_id``, ``speaker`` and ``date``.
    officeholders : pandas.DataFrame
        Columns ``usps``, ``as_of`` and ``name``.

    Returns
    -------
    pandas.DataFrame
        One row per attribution: ``template_id``, ``speaker`` and ``statement_id``, which is
        missing for the other speaker.

    Raises
    ------
    ValueError
        If a changed attribution names no office, or one whose holder on the day of the statement
        is not known.

    Examples
    --------
    >>> appearances = pd.DataFrame({"appearance_id": ["V1"], "statement_id": ["Q1"],
    ...                             "difference": ["attribution_changed"], "given_to": ["BB"]})
    >>> statements = pd.DataFrame({"statement_id": ["Q1"], "speaker": ["A. Ames"],
    ...                            "date": ["2010-09-21"]})
    >>> holders = pd.DataFrame({"usps": ["BB"], "as_of": ["2010-09-21"], "name": ["B. Bell"]})
    >>> list(shared_attributions(appearances, statements, holders)["speaker"])
    ['A. Ames', 'B. Bell']
    """
    changed = appearances[appearances["difference"] == "attribution_changed"]
    said = statements.set_index("statement_id")
    holders = officeholders.dropna(subset=["name"]).set_index(["usps", "as_of"])["name"]
    rows: list[tuple[str, str, Any]] = []
    for appearance in changed.to_dict("records"):
        statement_id, office = appearance["statement_id"], appearance["given_to"]
        day = said.loc[statement_id, "date"]
        held = (office, day)
        if held not in holders.index:
            raise ValueError(
                f"{appearance['appearance_id']}: nobody is known to have held {office} on {day}; "
                "name in given_to the office to whose holder the page gives the words"
            )
        rows.append((statement_id, said.loc[statement_id, "speaker"], statement_id))
        rows.append((statement_id, holders[held], pd.NA))
    return pd.DataFrame(rows, columns=["template_id", "speaker", "statement_id"])


def voice_table(voices: pd.DataFrame) -> pd.DataFrame:
    """Shape the count of voices for a reader.

    Parameters
    ----------
    voices : pandas.DataFrame
        From `agletters.frames.voices`.

    Returns
    -------
    pandas.DataFrame
        Columns ``Voice``, ``Side``, ``Statements``, ``Words`` and ``Which``; a sentence that is
        given to several speakers is said to be so.

    Examples
    --------
    >>> voices = pd.DataFrame({"voice": ["A / B"], "side": ["AG"], "statements": [1],
    ...     "words": [3], "statement_ids": [("Q1",)], "shared": [True]})
    >>> voice_table(voices)["Voice"][0]
    'A / B (one sentence, given to each)'
    """
    suffix = voices["shared"].map({True: " (one sentence, given to each)", False: ""})
    return pd.DataFrame(
        {
            "Voice": voices["voice"] + suffix,
            "Side": voices["side"].map(_SIDES),
            "Statements": voices["statements"],
            "Words": voices["words"],
            "Which": voices["statement_ids"],
        }
    )


def shared_table(runs: pd.DataFrame) -> pd.DataFrame:
    """Shape shared runs of words for a reader.

    Parameters
    ----------
    runs : pandas.DataFrame
        From `agletters.printings.shared_sentences`.

    Returns
    -------
    pandas.DataFrame
        Columns ``Text``, ``From``, ``Shares with``, ``From there``, ``Words`` and ``The words``.

    Examples
    --------
    >>> runs = pd.DataFrame([("Q1", "A. Ames", "Q2", "B. Bell", 3, "ask you to")],
    ...     columns=["base_id", "base", "other_id", "other", "words", "text"])
    >>> shared_table(runs).iloc[0].astype(str).tolist()
    ['Q1', 'A. Ames', 'Q2', 'B. Bell', '3', 'ask you to']
    """
    return runs[["base_id", "base", "other_id", "other", "words", "text"]].set_axis(
        ["Text", "From", "Shares with", "From there", "Words", "The words"], axis=1
    )
