"""What the tables hold of each office: holders, candidacy, letters and words, one row a fact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from agletters.campaign_tables import STATUS_WORDS, letter_headings
from agletters.coalitions import participation_by_letter
from agletters.markup import cell_text
from agletters.rosters import PARTIES
from agletters.statement_list import date_words, statement_cards

#: The election of which the tables say whether an office and its holder stood in it.
ELECTION_DAY = "2010-11-02"

_ISO_DATE = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
_SOUGHT = {"US senate": "US Senate"}
_UNCODED = ("unit_id", "coder", "dimension", "code", "applied")


@dataclass(frozen=True, eq=False)
class OfficeRecords:
    """What is known of each office, as frames that share the column ``usps``.

    Attributes
    ----------
    offices
        One row an office, by name: ``usps``, ``jurisdiction``, ``kind``, ``selection``,
        ``on_ballot`` (yes or no: the office itself, on `ELECTION_DAY`) and ``source_ids``.
    holders
        From `office_holders`.
    candidacies
        From `office_candidacies`.
    letters
        One row a letter, by date: ``letter_id``, ``date``, ``month``, ``year``,
        ``heading``, ``addressee``, ``doc_type``, ``list_status`` and ``source_ids``.
    statuses
        From `office_statuses`.
    statements
        From `office_statements`.
    """

    offices: pd.DataFrame
    holders: pd.DataFrame
    candidacies: pd.DataFrame
    letters: pd.DataFrame
    statuses: pd.DataFrame
    statements: pd.DataFrame


def office_records(
    tables: Mapping[str, pd.DataFrame], addressees: Mapping[str, str]
) -> OfficeRecords:
    """Gather what the tables hold of each office.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        The tables ``offices``, ``officeholders``, ``candidacies``, ``letters``, ``signatures``,
        ``not_signed``, ``statements`` and ``sources``. Letters of which no list of signers is
        held (``list_status`` none) are left out.
    addressees : mapping of str to str
        The short name for each ``addressee_org`` that contains the key.

    Returns
    -------
    OfficeRecords
        Facts with their sources; what is not known is missing or says so, and is never a "no".

    Raises
    ------
    KeyError
        If a table is missing.
    ValueError
        If an office has no row for one of the days of ``officeholders``, or as for
        `agletters.coalitions.participation`, `agletters.campaign_tables.letter_headings` and
        `agletters.statement_list.statement_cards`.

    Examples
    --------
    >>> from agletters.tables import load
    >>> names = {"craigslist": "Craigslist", "Backpage": "Backpage", "": "Congress or court"}
    >>> records = office_records(load(), names)
    >>> status = records.statuses.set_index(["letter_id", "usps"])["words"]
    >>> status["2010-09-21-backpage", "WA"]
    'did not sign'
    """
    offices = tables["offices"].sort_values("jurisdiction", kind="stable", ignore_index=True)
    offices = offices.rename(columns={"office_on_ballot_2010_11_02": "on_ballot"})
    listed = tables["letters"][tables["letters"]["list_status"] != "none"]
    headings = letter_headings(listed, addressees).drop(columns="date")
    columns = ["letter_id", "date", "doc_type", "list_status", "source_ids"]
    return OfficeRecords(
        offices=offices[["usps", "jurisdiction", "kind", "selection", "on_ballot", "source_ids"]],
        holders=office_holders(offices, tables["officeholders"]),
        candidacies=office_candidacies(tables["candidacies"]),
        letters=headings.merge(listed[columns], on="letter_id"),
        statuses=office_statuses(listed, tables["signatures"], offices, tables["not_signed"]),
        statements=office_statements(
            tables["statements"],
            tables["sources"],
            offices,
            tables["officeholders"],
        ),
    )


def office_holders(offices: pd.DataFrame, officeholders: pd.DataFrame) -> pd.DataFrame:
    """Say who held each office on each of the days of the table.

    Parameters
    ----------
    offices : pandas.DataFrame
        Column ``usps``.
    officeholders : pandas.DataFrame
        Columns ``usps``, ``as_of``, ``name``, ``also_printed_as`` (tuples of str), ``party``,
        ``incumbent_entry``, ``took_office``, ``left_office``, ``same_person_as_2010``,
        ``unverified_fields`` and ``source_ids``.

    Returns
    -------
    pandas.DataFrame
        One row an office and day, in the order of `offices` and by day: ``usps``, ``as_of``,
        ``name``, ``also_printed_as``, ``party`` (written out; name and party missing where not
        known), ``entry``, ``took`` and ``left`` (dates as a sentence writes them),
        ``same_person`` (yes, no or unknown; missing on the first day), ``unverified`` (what no
        source confirms, in words) and ``source_ids``.

    Raises
    ------
    ValueError
        If an office has no row for one of the days, or two.

    Examples
    --------
    >>> holders = pd.DataFrame({
    ...     "usps": ["AA"], "as_of": ["2010-09-21"], "name": ["A. Ames"],
    ...     "also_printed_as": [()], "party": ["D"],
    ...     "incumbent_entry": ["elected 2006"], "took_office": ["2007-01"], "left_office": [None],
    ...     "same_person_as_2010": [None], "unverified_fields": ["took_office day"],
    ...     "source_ids": [("S1",)],
    ... })
    >>> found = office_holders(pd.DataFrame({"usps": ["AA"]}), holders)
    >>> found.loc[0, ["name", "party", "entry", "took", "unverified"]].to_list()
    ['A. Ames', 'Democrat', 'elected 2006', 'January 2007', 'took office day']
    """
    days = sorted(officeholders["as_of"].unique())
    wanted = offices[["usps"]].merge(pd.DataFrame({"as_of": days}), how="cross")
    twice = officeholders[officeholders.duplicated(["usps", "as_of"])]
    if len(twice):
        usps, day = twice[["usps", "as_of"]].iloc[0]
        raise ValueError(f"officeholders has {usps} on {day} twice; keep one row")
    found = wanted.merge(officeholders, on=["usps", "as_of"], how="left", indicator=True)
    absent = found[found["_merge"] == "left_only"]
    if len(absent):
        usps, day = absent[["usps", "as_of"]].iloc[0]
        raise ValueError(f"officeholders has no row for {usps} on {day}; add it")
    later = found["as_of"] != days[0]
    return pd.DataFrame(
        {
            "usps": found["usps"],
            "as_of": found["as_of"],
            "name": found["name"],
            "also_printed_as": found["also_printed_as"],
            "party": found["party"].replace(PARTIES),
            "entry": _in_words(found["incumbent_entry"]),
            "took": _in_words(found["took_office"]),
            "left": _in_words(found["left_office"]),
            "same_person": found["same_person_as_2010"].fillna("unknown").where(later, pd.NA),
            "unverified": _in_words(found["unverified_fields"].str.replace("_", " ")),
            "source_ids": found["source_ids"],
        }
    )


def _in_words(texts: pd.Series) -> pd.Series:
    """Write the ISO dates within texts as a sentence does; missing stays missing."""
    shown = texts.astype("string").str.replace(
        _ISO_DATE, lambda match: date_words(match[0]), regex=True
    )
    return shown.astype(object).where(shown.notna(), pd.NA)


def office_candidacies(candidacies: pd.DataFrame) -> pd.DataFrame:
    """Say whether the holder of the first day stood in the election, and how it ended.

    Parameters
    ----------
    candidacies : pandas.DataFrame
        Columns ``usps``, ``as_of``, ``on_ballot``, ``office_sought``, ``result``,
        ``not_running_reason``, ``basis`` and ``source_ids``. Only the rows of the first day are
        taken: the others are about later elections.

    Returns
    -------
    pandas.DataFrame
        ``usps``, ``on_ballot`` (yes, no or unknown), ``words`` (a sentence) and ``source_ids``.

    Notes
    -----
    The candidacy is that of the person, and is never worked out from the cycle of the office.
    Where the basis is an inference, the sentence says that no candidacy was found.

    Examples
    --------
    >>> runs = pd.DataFrame({
    ...     "usps": ["AA", "BB"], "as_of": "2010-09-21", "on_ballot": ["yes", "no"],
    ...     "office_sought": ["governor", "none"], "result": ["lost", None],
    ...     "not_running_reason": [None, "term not up"], "basis": ["direct", "inferred"],
    ...     "source_ids": [("S1",), ("S2",)],
    ... })
    >>> for sentence in office_candidacies(runs)["words"]:
    ...     print(sentence)
    On the ballot of 2 November 2010 for governor: lost.
    No candidacy found for 2 November 2010: term not up.
    """
    runs = candidacies[candidacies["as_of"] == candidacies["as_of"].min()]
    reasons = _in_words(runs["not_running_reason"])
    rows = runs.assign(reason=reasons).to_dict("records")
    return pd.DataFrame(
        {
            "usps": runs["usps"].to_numpy(),
            "on_ballot": runs["on_ballot"].to_numpy(),
            "words": [_candidacy(row) for row in rows],
            "source_ids": list(runs["source_ids"]),
        }
    )


def _candidacy(row: Mapping[Any, Any]) -> str:
    ballot = f"the ballot of {date_words(ELECTION_DAY)}"
    if row["on_ballot"] == "yes":
        sought = cell_text(row["office_sought"])
        result = cell_text(row["result"]) or "result not known"
        return f"On {ballot} for {_SOUGHT.get(sought, sought)}: {result}."
    reason = cell_text(row["reason"])
    because = f": {reason}" if reason else ""
    if row["on_ballot"] == "no" and row["basis"] == "direct":
        return f"Not on {ballot}{because}."
    if row["on_ballot"] == "no":
        return f"No candidacy found for {date_words(ELECTION_DAY)}{because}."
    return f"Whether on {ballot} is not known{because}."


def office_statuses(
    letters: pd.DataFrame,
    signatures: pd.DataFrame,
    offices: pd.DataFrame,
    not_signed: pd.DataFrame,
) -> pd.DataFrame:
    """Say what is known of every office under every letter, in words and with sources.

    Parameters
    ----------
    letters, signatures, offices, not_signed : pandas.DataFrame
        As for `agletters.coalitions.participation_by_letter`; `signatures` also with
        ``joined_after``, and `not_signed` with ``applies`` and ``evidence``.

    Returns
    -------
    pandas.DataFrame
        One row a letter and office, letters by date: ``letter_id``, ``usps``, ``status`` (one of
        `agletters.coalitions.STATUSES`), ``words`` (the status, with the days between which an
        office joined, and "(inferred)" where it is), ``evidence``, ``signer_name``, ``note``
        (what a source says of an office that did not sign) and ``source_ids``: of the signature,
        or of that note. Absence from a complete list has the letter's own sources and none here.

    Examples
    --------
    >>> offices = pd.DataFrame({"usps": ["AA"], "jurisdiction": ["Ash"], "kind": ["state"]})
    >>> letters = pd.DataFrame({"letter_id": ["a"], "date": ["2001-01-01"],
    ...                         "list_status": ["partial"], "source_ids": [("S1",)]})
    >>> signatures = pd.DataFrame({
    ...     "letter_id": ["a"], "usps": ["AA"], "signer_name": [None],
    ...     "joined_after": ["2001-01-01"], "joined_by": ["2001-01-08"],
    ...     "evidence": ["one_source"], "source_ids": [("S2",)],
    ... })
    >>> none = pd.DataFrame(columns=["letter_id", "usps", "applies", "evidence", "source_ids"])
    >>> office_statuses(letters, signatures, offices, none)["words"].item()
    'joined later, after 1 January 2001 and by 8 January 2001'
    """
    by_letter = participation_by_letter(letters, signatures, offices, not_signed)
    joined = by_letter.merge(
        signatures[["letter_id", "usps", "joined_after", "joined_by"]],
        on=["letter_id", "usps"],
        how="left",
    )
    said = not_signed.loc[not_signed["applies"] == "letter", ["letter_id", "usps", "evidence"]]
    joined = joined.merge(
        said.rename(columns={"evidence": "note"}), on=["letter_id", "usps"], how="left"
    )
    # Absence from a complete list has the letter's own sources, the same for every office.
    own = joined["evidence"] != "complete_list"
    sources = zip(joined["source_ids"], own, strict=True)
    return pd.DataFrame(
        {
            "letter_id": joined["letter_id"],
            "usps": joined["usps"],
            "status": joined["status"],
            "words": [_status(row) for row in joined.to_dict("records")],
            "evidence": joined["evidence"],
            "signer_name": joined["signer_name"],
            "note": joined["note"].where(joined["evidence"] == "source_says", pd.NA),
            "source_ids": [ids if shown else () for ids, shown in sources],
        }
    )


def _status(row: Mapping[Any, Any]) -> str:
    words = STATUS_WORDS[row["status"]]
    if row["status"] == "joined_later":
        after = cell_text(row["joined_after"])
        by = date_words(cell_text(row["joined_by"]))
        words += f", after {date_words(after)} and by {by}" if after else f", by {by}"
    return words + (" (inferred)" if row["evidence"] == "inferred" else "")


def office_statements(
    statements: pd.DataFrame,
    sources: pd.DataFrame,
    offices: pd.DataFrame,
    officeholders: pd.DataFrame,
) -> pd.DataFrame:
    """Find what the holders of each office said.

    Parameters
    ----------
    statements, sources : pandas.DataFrame
        As for `agletters.statement_list.statement_cards`.
    offices : pandas.DataFrame
        Columns ``usps`` and ``jurisdiction``.
    officeholders : pandas.DataFrame
        Columns ``usps``, ``name`` and ``also_printed_as`` (tuples of str).

    Returns
    -------
    pandas.DataFrame
        ``usps``, ``statement_id``, ``speaker``, ``text`` (exact words), ``how`` and
        ``source_ids``, in the order of the list of statements. A statement belongs to an office
        if a holder is the speaker, or the organisation is its attorney general ("Ohio Attorney
        General"). Words of a joint letter belong to no single office.

    Examples
    --------
    See the tests; `agletters.statement_list.statement_cards` shapes the rows.
    """
    # Neither codes nor letters: the list of all statements has them.
    cards = statement_cards(
        statements.assign(letter_id=None),
        sources,
        pd.DataFrame(columns=["letter_id"]),
        pd.DataFrame(columns=list(_UNCODED)),
        pd.DataFrame(columns=["code", "name"]),
    )
    people = officeholders.dropna(subset=["name"])
    office_of = {
        name: usps
        for usps, own, others in zip(
            people["usps"], people["name"], people["also_printed_as"], strict=True
        )
        for name in (own, *others)
    } | dict(zip(offices["jurisdiction"] + " Attorney General", offices["usps"], strict=True))
    by_id = statements.set_index("statement_id").loc[cards["id"]]
    usps = by_id["organisation"].map(office_of).fillna(by_id["speaker"].map(office_of))
    found = cards.assign(usps=usps.to_numpy()).rename(columns={"id": "statement_id"})
    columns = ["usps", "statement_id", "speaker", "text", "how", "source_ids"]
    return found.loc[found["usps"].notna(), columns].reset_index(drop=True)
