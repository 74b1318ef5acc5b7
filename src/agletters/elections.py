"""The frame on which the charge of an election season is tested.

Whether a person stood for election is taken from the table of candidacies,
never worked out from the cycle of the office: an office can be up while its
holder is not a candidate, and a holder can run for another office while the
own one is not up.
"""

from __future__ import annotations

import pandas as pd

HIGHER_OFFICES = ("governor", "US senate")
"""The offices that count as seeking governor or senator."""


def election_frame(
    offices: pd.DataFrame,
    officeholders: pd.DataFrame,
    candidacies: pd.DataFrame,
    participation: pd.DataFrame,
) -> pd.DataFrame:
    """Set each office's signature beside the candidacy of the person who held it.

    Parameters
    ----------
    offices : pandas.DataFrame
        Columns `usps`, `jurisdiction`, `kind`, `census_region`, `selection`
        and `office_on_ballot_2010_11_02`.
    officeholders : pandas.DataFrame
        Columns `usps`, `name` and `party`; the rows of one day.
    candidacies : pandas.DataFrame
        Columns `usps`, `on_ballot`, `office_sought`, `result`,
        `ran_in_primary_for`, `major_party_opponent`, `basis` and `source_ids`;
        the rows of the same day.
    participation : pandas.DataFrame
        What `agletters.coalitions.participation` returns for the letter.

    Returns
    -------
    pandas.DataFrame
        One row an office, in the order of `offices`: `usps`, `jurisdiction`,
        `kind`, `census_region`, `selection`, `name`, `party`, `office_sought`,
        `result`, `ran_in_primary_for`, `basis`, `source_ids` (of the
        candidacy), and the columns of yes, no or unknown under Notes.

    Raises
    ------
    ValueError
        If a frame lacks an office, has one twice or lacks a column.

    Notes
    -----
    signed
        The office signed or joined later. Unknown where its status is not
        known or rests on an inference.
    office_up
        The office itself was to be filled at the election.
    nominee
        The person was on the ballot for any office.
    nominee_direct
        The same, but unknown where no source says so directly: that no
        candidacy was found is an inference.
    seeking_reelection
        On the ballot for the office held.
    seeking_governor_or_senate
        On the ballot for one of `HIGHER_OFFICES`.
    ran_in_cycle
        On the ballot, or ran at an earlier stage of the same cycle.
    major_party_opponent
        On the ballot against the nominee of another major party. "No" for
        those who were not on the ballot; otherwise as the table has it.

    Examples
    --------
    Ash signed; its officeholder was not up for election and ran for governor.

    >>> offices = pd.DataFrame({
    ...     "usps": ["AA"], "jurisdiction": ["Ash"], "kind": ["state"],
    ...     "census_region": ["West"], "selection": ["elected"],
    ...     "office_on_ballot_2010_11_02": ["no"],
    ... })
    >>> holders = pd.DataFrame({"usps": ["AA"], "name": ["A. Ames"], "party": ["D"]})
    >>> candidacies = pd.DataFrame({
    ...     "usps": ["AA"], "on_ballot": ["yes"], "office_sought": ["governor"],
    ...     "result": ["lost"], "ran_in_primary_for": [None],
    ...     "major_party_opponent": ["unknown"], "basis": ["direct"], "source_ids": [("S1",)],
    ... })
    >>> signed = pd.DataFrame({
    ...     "usps": ["AA"], "status": ["signed"], "evidence": ["one_source"],
    ... })
    >>> frame = election_frame(offices, holders, candidacies, signed)
    >>> frame[["signed", "office_up", "nominee", "seeking_governor_or_senate"]]
      signed office_up nominee seeking_governor_or_senate
    0    yes        no     yes                        yes
    """
    office = _by_office(
        offices,
        ["jurisdiction", "kind", "census_region", "selection", "office_on_ballot_2010_11_02"],
        "offices",
        offices,
    )
    holder = _by_office(officeholders, ["name", "party"], "officeholders", offices)
    run_columns = ["office_sought", "result", "ran_in_primary_for", "basis", "source_ids"]
    run = _by_office(
        candidacies, ["on_ballot", "major_party_opponent", *run_columns], "candidacies", offices
    )
    letter = _by_office(participation, ["status", "evidence"], "participation", offices)

    nominee = run["on_ballot"].fillna("unknown")
    signed = letter["status"].map(
        {"signed": "yes", "joined_later": "yes", "not_signed": "no", "not_known": "unknown"}
    )
    opponent = run["major_party_opponent"].fillna("unknown")
    frame = pd.concat([office.drop(columns="office_on_ballot_2010_11_02"), holder], axis=1)
    frame = pd.concat([frame, run[run_columns]], axis=1).assign(
        signed=signed.mask(letter["evidence"] == "inferred", "unknown"),
        office_up=office["office_on_ballot_2010_11_02"],
        nominee=nominee,
        nominee_direct=nominee.where(run["basis"] == "direct", "unknown"),
        seeking_reelection=_sought(nominee, run["office_sought"], ["attorney general"]),
        seeking_governor_or_senate=_sought(nominee, run["office_sought"], HIGHER_OFFICES),
        ran_in_cycle=nominee.mask(run["ran_in_primary_for"].notna(), "yes"),
        major_party_opponent=nominee.mask(nominee == "yes", opponent),
    )
    return frame.reset_index()


def _by_office(
    frame: pd.DataFrame, columns: list[str], table: str, offices: pd.DataFrame
) -> pd.DataFrame:
    """Return the columns by office, one row for each of `offices`, or refuse."""
    missing = [column for column in ["usps", *columns] if column not in frame]
    if missing:
        raise ValueError(f"{table} lacks the columns {', '.join(missing)}")
    repeats = sorted(set(frame.loc[frame["usps"].duplicated(), "usps"]))
    if repeats:
        raise ValueError(
            f"{table} has more than one row for {', '.join(repeats)}; pass the rows of one day"
        )
    absent = sorted(set(offices["usps"]) - set(frame["usps"]))
    if absent:
        raise ValueError(f"{table} has no row for {', '.join(absent)}")
    return frame.set_index("usps").loc[list(offices["usps"]), columns]


def _sought(
    nominee: pd.Series, office_sought: pd.Series, wanted: tuple[str, ...] | list[str]
) -> pd.Series:
    """Say whether the person was on the ballot for one of the wanted offices."""
    known = office_sought.isin(wanted).map({True: "yes", False: "no"})
    known = known.mask(office_sought.isna() | (office_sought == "unknown"), "unknown")
    return nominee.mask(nominee == "yes", known)
