"""Who held the offices under a letter: statuses joined with people, for readers."""

from __future__ import annotations

import pandas as pd

from agletters.prose import listing

#: How parties are written out; others stand as they are.
PARTIES = {"D": "Democrat", "R": "Republican"}

NOT_KNOWN = "not known"


def roster(
    participation: pd.DataFrame,
    offices: pd.DataFrame,
    officeholders: pd.DataFrame,
    as_of: str,
) -> pd.DataFrame:
    """Join each office's status under a letter with the person who held it.

    Parameters
    ----------
    participation
        From `agletters.coalitions.participation`.
    offices
        Columns ``usps``, ``selection``, ``census_division``.
    officeholders
        Columns ``usps``, ``as_of``, ``name``, ``party``, ``source_ids``.
    as_of
        The day, as in ``officeholders.as_of``.

    Returns
    -------
    DataFrame
        One row an office, in the order of `participation`, with its columns and
        ``name``, ``party`` (written out), ``selection``, ``census_division``,
        ``holder_source_ids`` and ``hover`` (one line on the holder). What is not known is said so.

    Raises
    ------
    ValueError
        If an office has no row for that day.

    Examples
    --------
    >>> status = pd.DataFrame({"usps": ["AA"], "jurisdiction": ["Ash"], "status": ["signed"]})
    >>> offices = pd.DataFrame({"usps": ["AA"], "selection": ["elected"],
    ...                         "census_division": ["Pacific"]})
    >>> holders = pd.DataFrame({"usps": ["AA"], "as_of": ["2010-09-21"], "name": ["A. Ames"],
    ...                         "party": ["D"], "source_ids": [("S1",)]})
    >>> roster(status, offices, holders, "2010-09-21")["hover"][0]
    'A. Ames, Democrat, elected'
    """
    holders = officeholders.loc[
        officeholders["as_of"] == as_of, ["usps", "name", "party", "source_ids"]
    ].rename(columns={"source_ids": "holder_source_ids"})
    without = sorted(set(participation["usps"]) - set(holders["usps"]))
    if without:
        raise ValueError(f"officeholders has no row of {as_of} for {', '.join(without)}; add it")
    joined = participation.merge(
        offices[["usps", "selection", "census_division"]], on="usps", how="left"
    ).merge(holders, on="usps", how="left", validate="one_to_one")
    name = joined["name"].fillna(f"officeholder {NOT_KNOWN}")
    party = joined["party"].replace(PARTIES).fillna(NOT_KNOWN)
    party_words = party.where(party != NOT_KNOWN, f"party {NOT_KNOWN}")
    return joined.assign(
        name=name, party=party, hover=name + ", " + party_words + ", " + joined["selection"]
    )


def divisions_without_signer(rows: pd.DataFrame) -> list[str]:
    """List the Census divisions in which no office signed.

    Parameters
    ----------
    rows
        From `roster`, all offices; offices without a division are left out, and a
        division with an office of which it is not known is not listed.

    Examples
    --------
    >>> rows = pd.DataFrame({"census_division": ["Pacific", "Mountain", None],
    ...                      "status": ["not_signed", "signed", "not_signed"]})
    >>> divisions_without_signer(rows)
    ['Pacific']
    """
    none = (rows["status"] == "not_signed").groupby(rows["census_division"]).all()
    return [str(name) for name in none.index[none]]


def other_ways(rows: pd.DataFrame) -> str:
    """Say in words how the holders were chosen who were not elected, with the offices.

    Examples
    --------
    >>> rows = pd.DataFrame({"jurisdiction": ["Ash", "Birch", "Cedar"],
    ...     "selection": ["elected", "legislature", "appointed by governor"]})
    >>> other_ways(rows)
    'the governor (Cedar) and the legislature (Birch)'
    """
    others = rows[rows["selection"] != "elected"]
    names = others["selection"].str.removeprefix("appointed by ").groupby(others["selection"])
    return listing(
        f"the {words.iloc[0]} ({listing(others.loc[words.index, 'jurisdiction'])})"
        for _, words in names
    )


def office_table(rows: pd.DataFrame, *, status: bool = False) -> pd.DataFrame:
    """Shape rows of a roster for a reader.

    Parameters
    ----------
    rows
        From `roster`; any selection of its rows.
    status
        Whether to give the status too.

    Returns
    -------
    DataFrame
        Columns ``Office``, ``Status`` (if asked for), ``Attorney general``,
        ``Party``, ``How chosen`` and ``Sources`` (of the signature or of evidence
        against it, then of the person), by name of the office.

    Examples
    --------
    >>> rows = pd.DataFrame({
    ...     "jurisdiction": ["Ash"], "name": ["A. Ames"], "party": ["Democrat"],
    ...     "evidence": ["one_source"], "selection": ["elected"],
    ...     "source_ids": [("S2",)], "holder_source_ids": [("S1",)],
    ... })
    >>> office_table(rows).to_dict("records")[0]["Sources"]
    ('S2', 'S1')
    """
    rows = rows.sort_values("jurisdiction")
    # An absence from a complete list has the letter's own sources, the same for every office.
    own = rows["source_ids"].where(rows["evidence"] != "complete_list", None)
    sources = [
        tuple(dict.fromkeys((*(status or ()), *person)))
        for status, person in zip(own, rows["holder_source_ids"], strict=True)
    ]
    shown = {
        "Office": rows["jurisdiction"].to_numpy(),
        "Status": rows["status"].str.replace("_", " ").to_numpy() if status else None,
        "Attorney general": rows["name"].to_numpy(),
        "Party": rows["party"].to_numpy(),
        "How chosen": rows["selection"].to_numpy(),
        "Sources": sources,
    }
    return pd.DataFrame({name: cells for name, cells in shown.items() if cells is not None})


def cited(*columns: pd.Series) -> list[str]:
    """List the source ids of columns, each once, in order of appearance.

    Parameters
    ----------
    *columns
        Series of tuples of source ids, or of single ids.

    Examples
    --------
    >>> cited(pd.Series([("S2", "S1"), ("S1",)]), pd.Series(["S3"]))
    ['S2', 'S1', 'S3']
    """
    found: dict[str, None] = {}
    for column in columns:
        for cell in column:
            found.update(dict.fromkeys([cell] if isinstance(cell, str) else cell))
    return list(found)
