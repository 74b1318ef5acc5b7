"""Who signed which letter, shaped for readers: headings, moves, bounds and counts.

The functions rename, join and put into words what `agletters.coalitions` and
`agletters.bounds` return. They count nothing themselves.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from agletters.coalitions import (
    participation,
    participation_matrix,
    status_counts,
    transitions,
)

STATUS_WORDS = {
    "signed": "signed",
    "joined_later": "joined later",
    "not_signed": "did not sign",
    "not_known": "not known",
}
"""The four statuses as a table shows them."""

QUANTITY_WORDS = {
    "both": "signed both letters",
    "only_after": "signed the later letter only",
    "only_before": "signed the earlier letter only",
    "neither": "signed neither",
}
"""What is bounded, as a table shows it."""

PERSON_WORDS = {
    "same": "the same person as before",
    "new": "a new officeholder",
    "either": "either",
}
"""Whose entry is bounded, as a table shows it."""


def letter_headings(letters: pd.DataFrame, addressees: Mapping[str, str]) -> pd.DataFrame:
    """Name letters by their month and by whom they addressed, in order of date.

    Parameters
    ----------
    letters : pandas.DataFrame
        Columns `letter_id`, `date` (ISO text, to the month at least) and
        `addressee_org`.
    addressees : mapping of str to str
        The short name for each `addressee_org` that contains the key.

    Returns
    -------
    pandas.DataFrame
        `letter_id`, `date`, `month` ("Aug"), `year` ("2010"), `addressee` (the
        short name) and `heading` ("August 2010").

    Raises
    ------
    ValueError
        If no key fits an addressee, or two letters would have one heading.

    Examples
    --------
    >>> letters = pd.DataFrame({
    ...     "letter_id": ["b", "a"], "date": ["2002-05", "2001-03-09"],
    ...     "addressee_org": ["Birch plc", "Ash, Inc."],
    ... })
    >>> table = letter_headings(letters, {"Ash": "Ash", "Birch": "Birch"})
    >>> table[["letter_id", "month", "year", "addressee", "heading"]]
      letter_id month  year addressee     heading
    0         a   Mar  2001       Ash  March 2001
    1         b   May  2002     Birch    May 2002
    """
    ordered = letters.sort_values(["date", "letter_id"], ignore_index=True)
    months = pd.to_datetime(ordered["date"].str.slice(0, 7), format="%Y-%m")
    table = ordered[["letter_id", "date"]].assign(
        month=months.dt.strftime("%b"),
        year=months.dt.strftime("%Y"),
        addressee=[_addressee(name, addressees) for name in ordered["addressee_org"]],
        heading=months.dt.strftime("%B %Y"),
    )
    repeated = table.loc[table["heading"].duplicated(), "heading"]
    if len(repeated):
        raise ValueError(f"more than one letter is of {repeated.iloc[0]}; pass only one of them")
    return table


def _addressee(name: str, addressees: Mapping[str, str]) -> str:
    """Return the short name of an addressee."""
    for part, short in addressees.items():
        if part in name:
            return short
    raise ValueError(f"no short name fits the addressee {name!r}; add a part of it to addressees")


def with_numbers(headings: pd.DataFrame, reported_counts: pd.DataFrame) -> pd.DataFrame:
    """Add the accepted number of signers of each letter.

    Parameters
    ----------
    headings : pandas.DataFrame
        From `letter_headings`.
    reported_counts : pandas.DataFrame
        Columns `letter_id`, `number`, `accepted` (boolean) and `source_ids`.

    Returns
    -------
    pandas.DataFrame
        The columns of `headings` with `number` and `source_ids`.

    Raises
    ------
    ValueError
        If a letter has no accepted number, or several.

    Examples
    --------
    >>> headings = pd.DataFrame({"letter_id": ["a"], "heading": ["March 2001"]})
    >>> counts = pd.DataFrame({
    ...     "letter_id": ["a", "a"], "number": [5, 4], "accepted": [True, False],
    ...     "source_ids": [("S1",), ("S2",)],
    ... })
    >>> with_numbers(headings, counts)
      letter_id     heading  number source_ids
    0         a  March 2001       5      (S1,)
    """
    accepted = reported_counts[reported_counts["accepted"]]
    found = accepted[accepted["letter_id"].isin(headings["letter_id"])]
    wrong = sorted(
        set(headings["letter_id"])
        ^ set(found.loc[~found["letter_id"].duplicated(keep=False), "letter_id"])
    )
    if wrong:
        raise ValueError(f"exactly one accepted number is needed for {', '.join(wrong)}")
    return headings.merge(found[["letter_id", "number", "source_ids"]], on="letter_id")


def status_table(by_letter: pd.DataFrame, headings: pd.DataFrame) -> pd.DataFrame:
    """Show the status of every office under every letter, for readers.

    Parameters
    ----------
    by_letter : pandas.DataFrame
        From `agletters.coalitions.participation_by_letter`.
    headings : pandas.DataFrame
        From `letter_headings`; its letters become the columns.

    Returns
    -------
    pandas.DataFrame
        `Office`, one column a letter with the status in words ("(inferred)"
        beside it where it is), and `Sourced signatures`; offices as in
        `agletters.coalitions.participation_matrix`.

    Examples
    --------
    >>> by_letter = pd.DataFrame({
    ...     "letter_id": ["a", "a"], "usps": ["AA", "BB"], "jurisdiction": ["Ash", "Birch"],
    ...     "status": ["not_known", "signed"], "evidence": ["none", "one_source"],
    ... })
    >>> headings = pd.DataFrame({"letter_id": ["a"], "heading": ["March 2001"]})
    >>> status_table(by_letter, headings)
      Office March 2001  Sourced signatures
    0  Birch     signed                   1
    1    Ash  not known                   0
    """
    own = by_letter[by_letter["letter_id"].isin(headings["letter_id"])]
    inferred = own["evidence"] == "inferred"
    words = own["status"].map(STATUS_WORDS) + inferred.map({True: " (inferred)", False: ""})
    signed = own["status"].isin(["signed", "joined_later"]) & ~inferred
    # pivot, unlike pivot_table, refuses two rows for one office and letter.
    wide = own.assign(words=words).pivot(index="usps", columns="letter_id", values="words")  # noqa: PD010
    order = participation_matrix(own).index
    names = own.drop_duplicates("usps").set_index("usps")["jurisdiction"]
    shown = {"Office": names.loc[order].to_numpy()}
    for letter_id, heading in zip(headings["letter_id"], headings["heading"], strict=True):
        shown[str(heading)] = wide.loc[order, letter_id].to_numpy()
    counted = signed.groupby(own["usps"]).sum().loc[order]
    return pd.DataFrame(shown | {"Sourced signatures": counted.to_numpy()})


def moves(
    headings: pd.DataFrame,
    letters: pd.DataFrame,
    signatures: pd.DataFrame,
    offices: pd.DataFrame,
    not_signed: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Say what the offices did between each letter and the next.

    Parameters
    ----------
    headings : pandas.DataFrame
        From `letter_headings`: the letters, in order.
    letters, signatures, offices, not_signed : pandas.DataFrame
        As for `agletters.coalitions.participation`.

    Returns
    -------
    pandas.DataFrame
        `before` and `after` (headings), then the columns of
        `agletters.coalitions.transitions`, for each pair of consecutive letters.

    Examples
    --------
    See the tests; `moves_table` shapes it for a reader.
    """
    found = {
        letter_id: participation(letter_id, letters, signatures, offices, not_signed)
        for letter_id in headings["letter_id"]
    }
    names = dict(zip(headings["letter_id"], headings["heading"], strict=True))
    parts = [
        transitions(found[first], found[second]).assign(before=names[first], after=names[second])
        for first, second in itertools.pairwise(found)
    ]
    table = pd.concat(parts, ignore_index=True)
    return table[["before", "after", *table.columns[:-2]]]


def moves_table(moves: pd.DataFrame) -> pd.DataFrame:
    """Shape what `moves` returns for a reader, one row a pair of letters.

    Parameters
    ----------
    moves : pandas.DataFrame
        From `moves`.

    Returns
    -------
    pandas.DataFrame
        Counts `Signed both`, `Came in`, `Went out`, `Signed neither` and
        `Not known` (with inferred rows), and who came in and went out.

    Examples
    --------
    >>> table = moves_table(pd.DataFrame({
    ...     "before": ["March"] * 5, "after": ["May"] * 5,
    ...     "transition": ["stayed", "entered", "left", "stayed_out", "not_known"],
    ...     "count": [1, 1, 0, 0, 2], "offices": [("AA",), ("BB",), (), (), ("CC", "DD")],
    ...     "inferred": [1, 0, 0, 0, 0], "inferred_offices": [("EE",), (), (), (), ()],
    ... }))
    >>> table[["From", "To", "Signed both", "Came in", "Not known", "Who came in"]]
        From   To  Signed both  Came in  Not known Who came in
    0  March  May            1        1          3          BB
    """
    rows = []
    for (before, after), part in moves.groupby(["before", "after"], sort=False):
        by_kind = part.set_index("transition")
        count, offices = by_kind["count"], by_kind["offices"]
        rows.append(
            {
                "From": before,
                "To": after,
                "Signed both": count["stayed"],
                "Came in": count["entered"],
                "Went out": count["left"],
                "Signed neither": count["stayed_out"],
                "Not known": count["not_known"] + part["inferred"].sum(),
                "Who came in": ", ".join(offices["entered"]) or "none",
                "Who went out": ", ".join(offices["left"]) or "none",
            }
        )
    return pd.DataFrame(rows)


def leader_table(leaders: pd.DataFrame, letters: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    """Shape what `agletters.coalitions.leaders` returns for a reader.

    Parameters
    ----------
    leaders : pandas.DataFrame
        Columns `usps`, `letters_led` and `letter_ids`.
    letters : pandas.DataFrame
        Columns `letter_id`, `date` and `doc_type`.
    names : pandas.Series
        Jurisdictions by USPS code.

    Returns
    -------
    pandas.DataFrame
        `Office`, `Led` (a count) and `Which` (dates and kinds of document).

    Examples
    --------
    >>> leader_table(
    ...     pd.DataFrame({"usps": ["AA"], "letters_led": [1], "letter_ids": [("a",)]}),
    ...     pd.DataFrame({"letter_id": ["a"], "date": ["2001-03-09"], "doc_type": ["letter"]}),
    ...     pd.Series({"AA": "Ash"}),
    ... )
      Office  Led                Which
    0    Ash    1  2001-03-09 (letter)
    """
    documents = letters.set_index("letter_id")
    words = documents["date"] + " (" + documents["doc_type"].str.partition(" (")[0] + ")"
    return pd.DataFrame(
        {
            "Office": names.loc[leaders["usps"]].to_numpy(),
            "Led": leaders["letters_led"],
            "Which": ["; ".join(words[letter] for letter in ids) for ids in leaders["letter_ids"]],
        }
    )


def bounds_table(readings: Mapping[str, pd.DataFrame], stratum: str = "states") -> pd.DataFrame:
    """Set the bounds that several readings of the sources give side by side.

    Parameters
    ----------
    readings : mapping of str to pandas.DataFrame
        What `agletters.bounds.signing_bounds` returns, by the name of the reading.
    stratum : str, default "states"
        Which rows to show.

    Returns
    -------
    pandas.DataFrame
        `What is counted` and one column a reading, with cells such as "27 to 29".

    Examples
    --------
    >>> bounds = pd.DataFrame({
    ...     "stratum": ["states", "states"], "quantity": ["both", "only_after"],
    ...     "at_least": [19, 3], "at_most": [21, 3], "offices": [50, 50],
    ... })
    >>> bounds_table({"Left open": bounds})
                    What is counted Left open
    0           signed both letters  19 to 21
    1  signed the later letter only         3
    """
    shown: dict[str, list[str]] = {}
    for name, bounds in readings.items():
        rows = bounds[bounds["stratum"] == stratum].set_index("quantity")
        rows = rows.loc[[quantity for quantity in QUANTITY_WORDS if quantity in rows.index]]
        shown.setdefault("What is counted", [QUANTITY_WORDS[q] for q in rows.index])
        shown[name] = _ranges(rows)
    return pd.DataFrame(shown)


def _ranges(rows: pd.DataFrame) -> list[str]:
    """Write at_least and at_most as a range, or as one number."""
    return [
        str(low) if low == high else f"{low} to {high}"
        for low, high in zip(rows["at_least"], rows["at_most"], strict=True)
    ]


def entries_table(readings: Mapping[str, pd.DataFrame], stratum: str = "states") -> pd.DataFrame:
    """Set bounds on whose entries they were side by side.

    Parameters
    ----------
    readings : mapping of str to pandas.DataFrame
        What `agletters.bounds.entries_by_person` returns, by the name of the reading.
    stratum : str, default "states"
        Which rows to show.

    Returns
    -------
    pandas.DataFrame
        `Who held the office`, `Could enter` and one column a reading.

    Examples
    --------
    >>> bounds = pd.DataFrame({
    ...     "stratum": ["states"], "person": ["new"], "at_least": [9], "at_most": [11],
    ...     "outside": [11],
    ... })
    >>> entries_table({"Left open": bounds})
      Who held the office  Could enter Left open
    0  a new officeholder           11   9 to 11
    """
    shown: dict[str, object] = {}
    for name, bounds in readings.items():
        rows = bounds[bounds["stratum"] == stratum]
        shown.setdefault("Who held the office", rows["person"].map(PERSON_WORDS).to_list())
        shown.setdefault("Could enter", rows["outside"].to_list())
        shown[name] = _ranges(rows)
    return pd.DataFrame(shown)


def known_entries(
    entered: tuple[str, ...], officeholders: pd.DataFrame, names: pd.Series, days: tuple[str, str]
) -> pd.DataFrame:
    """Name the holders of offices that are known to have come in, before and after.

    Parameters
    ----------
    entered : tuple of str
        USPS codes.
    officeholders : pandas.DataFrame
        Columns `usps`, `as_of`, `name`, `same_person_as_2010` and `source_ids`.
    names : pandas.Series
        Jurisdictions by USPS code.
    days : tuple of str
        The two days in `as_of`, earlier first.

    Returns
    -------
    pandas.DataFrame
        `Office`, one column a day with the holder, `Same person` and `Sources` (of
        both rows).

    Examples
    --------
    >>> holders = pd.DataFrame({
    ...     "usps": ["AA", "AA"], "as_of": ["2001", "2002"], "name": ["A. Ames", "B. Boyd"],
    ...     "same_person_as_2010": [None, "no"], "source_ids": [("S1",), ("S2", "S1")],
    ... })
    >>> table = known_entries(("AA",), holders, pd.Series({"AA": "Ash"}), ("2001", "2002"))
    >>> table.loc[0].to_list()
    ['Ash', 'A. Ames', 'B. Boyd', 'no', ('S1', 'S2')]
    """
    by_day = {day: officeholders[officeholders["as_of"] == day].set_index("usps") for day in days}
    first, second = (by_day[day].loc[list(entered)] for day in days)
    return pd.DataFrame(
        {
            "Office": names.loc[list(entered)].to_numpy(),
            f"Holder on {days[0]}": first["name"].fillna("not known").to_numpy(),
            f"Holder on {days[1]}": second["name"].fillna("not known").to_numpy(),
            "Same person": second["same_person_as_2010"].to_numpy(),
            "Sources": [
                tuple(dict.fromkeys((*one, *other)))
                for one, other in zip(first["source_ids"], second["source_ids"], strict=True)
            ],
        }
    )


def count_table(check: pd.DataFrame, letters: pd.DataFrame) -> pd.DataFrame:
    """Shape what `agletters.coalitions.count_check` returns for a reader.

    Parameters
    ----------
    check : pandas.DataFrame
        With the columns `counts`, `as_of`, `accepted`, `reading` and `source_ids` of
        the reported counts.
    letters : pandas.DataFrame
        Columns `letter_id` and `date`.

    Returns
    -------
    pandas.DataFrame
        `Letter` (its date), `Reported`, `What it counts`, `As of`, `Rows held`
        (sourced), `Inferred`, `Taken here` (yes or no), `How it is read` and `Sources`.

    Examples
    --------
    >>> check = pd.DataFrame({
    ...     "letter_id": ["a"], "number": [5], "counts": ["all"], "as_of": ["2001"],
    ...     "held": [3], "held_inferred": [1], "accepted": [True], "reading": ["As it stands."],
    ...     "source_ids": [("S1",)],
    ... })
    >>> letters = pd.DataFrame({"letter_id": ["a"], "date": ["2001-03-09"]})
    >>> count_table(check, letters)[["Letter", "Reported", "Rows held", "Taken here"]]
           Letter  Reported  Rows held Taken here
    0  2001-03-09         5          3        yes
    """
    dates = letters.set_index("letter_id")["date"]
    return pd.DataFrame(
        {
            "Letter": dates.loc[check["letter_id"]].to_numpy(),
            "Reported": check["number"],
            "What it counts": check["counts"],
            "As of": check["as_of"],
            "Rows held": check["held"],
            "Inferred": check["held_inferred"],
            "Taken here": check["accepted"].map({True: "yes", False: "no"}),
            "How it is read": check["reading"],
            "Sources": check["source_ids"],
        }
    )


def event_table(events: pd.DataFrame, numbers: pd.DataFrame) -> pd.DataFrame:
    """Shape the dated events for a reader, with the numbers of signers.

    Parameters
    ----------
    events : pandas.DataFrame
        Columns `date`, `kind`, `event`, `letter_id` and `source_ids`.
    numbers : pandas.DataFrame
        Columns `letter_id` and `number`.

    Returns
    -------
    pandas.DataFrame
        `Date`, `Kind`, `Event`, `Signers` (missing for what is no joint letter) and
        `Sources`.

    Examples
    --------
    >>> events = pd.DataFrame({
    ...     "date": ["2001-03-09", "2001-04"], "kind": ["letter", "law"],
    ...     "event": ["Ash writes.", "A law."], "letter_id": ["a", None],
    ...     "source_ids": [("S1",), ("S2",)],
    ... })
    >>> event_table(events, pd.DataFrame({"letter_id": ["a"], "number": [5]}))["Signers"].to_list()
    [5, <NA>]
    """
    number = events["letter_id"].map(numbers.set_index("letter_id")["number"]).astype("Int64")
    columns = ["date", "kind", "event", "number", "source_ids"]
    titles = ["Date", "Kind", "Event", "Signers", "Sources"]
    return events.assign(number=number)[columns].set_axis(titles, axis=1)


def panels(by_letter: pd.DataFrame, headings: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Part the statuses by letter, for small maps side by side.

    Parameters
    ----------
    by_letter : pandas.DataFrame
        From `agletters.coalitions.participation_by_letter`.
    headings : pandas.DataFrame
        From `with_numbers`; its letters are taken, in its order.

    Returns
    -------
    dict of str to pandas.DataFrame
        The rows of each letter by a title such as "August 2010: 18".

    Examples
    --------
    >>> by_letter = pd.DataFrame({"letter_id": ["a", "b"], "usps": ["AA", "AA"]})
    >>> headings = pd.DataFrame({"letter_id": ["b"], "heading": ["May 2002"], "number": [3]})
    >>> {title: len(rows) for title, rows in panels(by_letter, headings).items()}
    {'May 2002: 3': 1}
    """
    return {
        f"{row['heading']}: {row['number']}": by_letter[by_letter["letter_id"] == row["letter_id"]]
        for row in headings.to_dict("records")
    }


def case_table(
    by_letter: pd.DataFrame,
    headings: pd.DataFrame,
    officeholders: pd.DataFrame,
    offices: Sequence[str],
) -> pd.DataFrame:
    """Follow single offices through the letters, with the sources of each status.

    Parameters
    ----------
    by_letter : pandas.DataFrame
        From `agletters.coalitions.participation_by_letter`.
    headings : pandas.DataFrame
        From `letter_headings`.
    officeholders : pandas.DataFrame
        Columns `usps`, `as_of` and `name`.
    offices : sequence of str
        USPS codes, in the order to show.

    Returns
    -------
    pandas.DataFrame
        `Office`, `Letter`, `Held by` (missing where no day of `officeholders` is that of
        the letter), `Status` and `Sources`.

    Examples
    --------
    >>> by_letter = pd.DataFrame({
    ...     "letter_id": ["a"], "date": ["2001-03-09"], "usps": ["AA"], "jurisdiction": ["Ash"],
    ...     "status": ["signed"], "evidence": ["one_source"], "source_ids": [("S1",)],
    ... })
    >>> headings = pd.DataFrame({"letter_id": ["a"], "heading": ["March 2001"]})
    >>> holders = pd.DataFrame({"usps": ["AA"], "as_of": ["2001-03-09"], "name": ["A. Ames"]})
    >>> case_table(by_letter, headings, holders, ["AA"]).loc[0].to_list()
    ['Ash', 'March 2001', 'A. Ames', 'signed', ('S1',)]
    """
    rows = by_letter[by_letter["usps"].isin(offices)].merge(
        headings[["letter_id", "heading"]], on="letter_id"
    )
    holders = officeholders.rename(columns={"as_of": "date"})[["usps", "date", "name"]]
    rows = rows.merge(holders, on=["usps", "date"], how="left")
    rank = rows["usps"].map(list(offices).index)
    rows = rows.assign(rank=rank).sort_values(["rank", "date"], kind="stable")
    inferred = (rows["evidence"] == "inferred").map({True: " (inferred)", False: ""})
    return pd.DataFrame(
        {
            "Office": rows["jurisdiction"],
            "Letter": rows["heading"],
            "Held by": rows["name"],
            "Status": rows["status"].map(STATUS_WORDS) + inferred,
            "Sources": rows["source_ids"],
        }
    ).reset_index(drop=True)


def status_counts_table(by_letter: pd.DataFrame, headings: pd.DataFrame) -> pd.DataFrame:
    """Count the offices of each status under each letter, beside the reported number.

    Parameters
    ----------
    by_letter : pandas.DataFrame
        From `agletters.coalitions.participation_by_letter`.
    headings : pandas.DataFrame
        From `with_numbers`.

    Returns
    -------
    pandas.DataFrame
        `Letter`, `To`, `Reported`, one column for each status (sourced rows only),
        `Inferred` and `Sources` (of the reported number).

    Examples
    --------
    >>> by_letter = pd.DataFrame({
    ...     "letter_id": ["a", "a"], "usps": ["AA", "BB"], "status": ["signed", "not_known"],
    ...     "evidence": ["one_source", "none"],
    ... })
    >>> headings = pd.DataFrame({
    ...     "letter_id": ["a"], "heading": ["March 2001"], "addressee": ["Elm"], "number": [2],
    ...     "source_ids": [("S1",)],
    ... })
    >>> table = status_counts_table(by_letter, headings)
    >>> table[["Letter", "Reported", "Signed", "Not known", "Inferred"]]
           Letter  Reported  Signed  Not known  Inferred
    0  March 2001         2       1          1         0
    """
    rows = []
    for row in headings.to_dict("records"):
        counts = status_counts(by_letter[by_letter["letter_id"] == row["letter_id"]])
        by_status = counts.set_index("status")
        rows.append(
            {"Letter": row["heading"], "To": row["addressee"], "Reported": row["number"]}
            | {STATUS_WORDS[s].capitalize(): by_status.loc[s, "count"] for s in STATUS_WORDS}
            | {"Inferred": by_status["inferred"].sum(), "Sources": row["source_ids"]}
        )
    return pd.DataFrame(rows)


def signed_pattern(by_letter: pd.DataFrame, letter_ids: Iterable[str]) -> pd.Series:
    """Write for every office which of some letters it signed, as ones and zeros.

    Parameters
    ----------
    by_letter : pandas.DataFrame
        From `agletters.coalitions.participation_by_letter`.
    letter_ids : iterable of str
        Letters with a complete list; their order is that of the digits.

    Returns
    -------
    pandas.Series
        Text such as "101" by USPS code, in the order of `by_letter`.

    Raises
    ------
    ValueError
        If a status is not known, which is neither a one nor a zero.

    Examples
    --------
    >>> by_letter = pd.DataFrame({
    ...     "letter_id": ["a", "a", "b", "b"], "usps": ["AA", "BB"] * 2,
    ...     "status": ["signed", "not_signed", "not_signed", "joined_later"],
    ...     "evidence": ["one_source", "complete_list"] * 2,
    ... })
    >>> signed_pattern(by_letter, ["a", "b"]).to_dict()
    {'AA': '10', 'BB': '01'}
    """
    pattern = pd.Series("", index=by_letter["usps"].drop_duplicates().to_list())
    for letter_id in letter_ids:
        own = by_letter[by_letter["letter_id"] == letter_id].set_index("usps")
        if (own["status"] == "not_known").any() or (own["evidence"] == "inferred").any():
            raise ValueError(f"{letter_id}: some statuses are not known; take a complete list")
        signed = own["status"].isin(["signed", "joined_later"]).map({True: "1", False: "0"})
        pattern = pattern + signed.loc[pattern.index]
    return pattern
