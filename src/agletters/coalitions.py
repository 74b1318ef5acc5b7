"""Who signed which letter, and when.

Every function takes frames and returns a new frame. The columns are those of
the curated tables, so that other letters and other offices with the same
columns pass through unchanged.

An office without a signature is not for that reason a non-signer. Each office
has one of four statuses under a letter (`STATUSES`), and `not_known` is never
counted as not signing. A row that rests on an inference (evidence `inferred`)
is shown, but never counted as sourced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from agletters.groups import tuples_by

STATUSES = ("signed", "joined_later", "not_signed", "not_known")
"""The four statuses of an office under a letter, from the surest to the least known."""

LIST_STATUSES = ("complete", "partial", "none")
"""What is known of a letter's list of signers."""

TRANSITIONS = ("stayed", "entered", "left", "stayed_out", "not_known")
"""What an office can do between two letters."""

_Row = dict[Any, Any]


def participation(
    letter_id: str,
    letters: pd.DataFrame,
    signatures: pd.DataFrame,
    offices: pd.DataFrame,
    not_signed: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the status of every office under one letter.

    Parameters
    ----------
    letter_id : str
        The letter, as named in `letters`.
    letters : pandas.DataFrame
        Columns `letter_id`, `list_status` (complete, partial or none) and
        `source_ids` (tuples of str).
    signatures : pandas.DataFrame
        Columns `letter_id`, `usps`, `signer_name`, `joined_by` (missing: with
        the first issue), `evidence` and `source_ids`. At most one row for an
        office and a letter.
    offices : pandas.DataFrame
        Columns `usps`, `jurisdiction` and `kind`; one row an office.
    not_signed : pandas.DataFrame, optional
        Columns `letter_id`, `usps` and `source_ids`: offices of which a source
        says that they did not sign. Where there is a column `applies`, only
        its rows `letter` count: an office that was missing from the first
        issue alone may have joined later.

    Returns
    -------
    pandas.DataFrame
        One row an office, in the order of `offices`: `usps`, `jurisdiction`,
        `kind`, `status` (one of `STATUSES`), `evidence`
        (two_or_more_sources, one_source, inferred, source_says, complete_list
        or none), `signer_name` and `source_ids` (tuples of str).

    Raises
    ------
    KeyError
        If `letters` has no such letter.
    ValueError
        If the letter's `list_status` is not one of `LIST_STATUSES`, or if a
        row names an office twice or one that `offices` does not have.

    Notes
    -----
    A signature decides first: `signed`, or `joined_later` where `joined_by` is
    given. Failing that, the office is `not_signed` if a source says so
    (`source_says`) or if the list is complete (`complete_list`, with the
    letter's own sources). Everything else is `not_known`.

    Examples
    --------
    Ash signed and Birch joined a week later. The list is partial, so of Cedar
    nothing is known, while a source says that Dogwood declined.

    >>> offices = pd.DataFrame({
    ...     "usps": ["AA", "BB", "CC", "DD"],
    ...     "jurisdiction": ["Ash", "Birch", "Cedar", "Dogwood"],
    ...     "kind": ["state", "state", "state", "territory"],
    ... })
    >>> letters = pd.DataFrame({
    ...     "letter_id": ["first"], "list_status": ["partial"], "source_ids": [("S1",)],
    ... })
    >>> signatures = pd.DataFrame({
    ...     "letter_id": ["first", "first"], "usps": ["AA", "BB"],
    ...     "signer_name": ["A. Ames", None], "joined_by": [None, "2001-01-08"],
    ...     "evidence": ["two_or_more_sources", "one_source"],
    ...     "source_ids": [("S1", "S2"), ("S3",)],
    ... })
    >>> declined = pd.DataFrame({
    ...     "letter_id": ["first"], "usps": ["DD"], "source_ids": [("S4",)],
    ... })
    >>> table = participation("first", letters, signatures, offices, declined)
    >>> table[["usps", "status", "evidence", "source_ids"]]
      usps        status             evidence source_ids
    0   AA        signed  two_or_more_sources   (S1, S2)
    1   BB  joined_later           one_source      (S3,)
    2   CC     not_known                 none         ()
    3   DD    not_signed          source_says      (S4,)
    """
    signatures = signatures[signatures["letter_id"] == letter_id]
    if not_signed is not None:
        not_signed = not_signed[not_signed["letter_id"] == letter_id]
    return _statuses([letter_id], letters, signatures, offices, not_signed)


def _statuses(
    letter_ids: Sequence[str],
    letters: pd.DataFrame,
    signatures: pd.DataFrame,
    offices: pd.DataFrame,
    not_signed: pd.DataFrame | None,
) -> pd.DataFrame:
    """Return the status of every office under each of some letters, letter by letter."""
    letter_of = _rows_by_letter(letters)
    signatures_of = _rows_by_letter(signatures)
    refusals_of: dict[str, list[_Row]] = {}
    if not_signed is not None:
        if "applies" in not_signed:
            not_signed = not_signed[not_signed["applies"] == "letter"]
        refusals_of = _rows_by_letter(not_signed)
    codes = list(offices["usps"])
    known = set(codes)
    found = []
    for letter_id in letter_ids:
        letter = _letter(letter_id, letter_of)
        signed = _rows_by_office(letter_id, signatures_of, known, "signatures")
        declined = _rows_by_office(letter_id, refusals_of, known, "not_signed")
        found += [_status(letter, signed.get(usps), declined.get(usps)) for usps in codes]
    statuses = pd.DataFrame(
        found, columns=["status", "evidence", "signer_name", "source_ids"]
    ).astype({"status": "string", "evidence": "string", "signer_name": "string"})
    every = np.tile(np.arange(len(offices)), len(letter_ids))
    described = offices[["usps", "jurisdiction", "kind"]].iloc[every].reset_index(drop=True)
    return pd.concat([described, statuses], axis=1)


def _status(
    letter: _Row, signature: _Row | None, refusal: _Row | None
) -> tuple[str, str, Any, tuple[str, ...]]:
    """Return status, evidence, signer and sources of one office."""
    if signature is not None:
        status: str = "signed" if pd.isna(signature["joined_by"]) else "joined_later"
        name, sources = signature["signer_name"], tuple(signature["source_ids"])
        return status, signature["evidence"], name, sources
    if refusal is not None:
        return "not_signed", "source_says", pd.NA, tuple(refusal["source_ids"])
    if letter["list_status"] == "complete":
        return "not_signed", "complete_list", pd.NA, tuple(letter["source_ids"])
    return "not_known", "none", pd.NA, ()


def _rows_by_letter(rows: pd.DataFrame) -> dict[str, list[_Row]]:
    """Return the rows of every letter, in their order, in one pass over the table."""
    found: dict[str, list[_Row]] = {}
    named = rows.dropna(subset=["letter_id"])
    # Iterating over pandas' own arrays takes several times as long.
    columns = list(named)
    cells = [named[column].to_numpy(dtype=object) for column in columns]
    for values in zip(*cells, strict=True):
        row = dict(zip(columns, values, strict=True))
        found.setdefault(row["letter_id"], []).append(row)
    return found


def _letter(letter_id: str, letter_of: dict[str, list[_Row]]) -> _Row:
    """Return the row of a letter, checked."""
    found = letter_of.get(letter_id, [])
    if len(found) != 1:
        known = ", ".join(sorted(name for name, rows in letter_of.items() for _ in rows))
        raise KeyError(
            f"letters has {len(found)} rows with letter_id {letter_id!r}; "
            f"exactly one is needed. Letters: {known}"
        )
    [letter] = found
    if letter["list_status"] not in LIST_STATUSES:
        raise ValueError(
            f"letters: letter_id {letter_id!r} has list_status {letter['list_status']!r}; "
            f"use one of {', '.join(LIST_STATUSES)}"
        )
    return letter


def _rows_by_office(
    letter_id: str, rows_of: dict[str, list[_Row]], offices: set[str], table: str
) -> dict[str, _Row]:
    """Return the rows of a letter by office, refusing strangers and repeats."""
    own = rows_of.get(letter_id, [])
    by_office = {str(row["usps"]): row for row in own}
    strangers = sorted(by_office.keys() - offices)
    if strangers:
        raise ValueError(
            f"{table}: letter_id {letter_id!r} has usps {', '.join(strangers)}, "
            "which the table of offices does not have; add the office or mend the code"
        )
    if len(by_office) < len(own):
        repeats = sorted(usps for usps, n in Counter(row["usps"] for row in own).items() if n > 1)
        raise ValueError(
            f"{table}: letter_id {letter_id!r} has more than one row for "
            f"{', '.join(repeats)}; merge them into one"
        )
    return by_office


def participation_by_letter(
    letters: pd.DataFrame,
    signatures: pd.DataFrame,
    offices: pd.DataFrame,
    not_signed: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the status of every office under every letter, letters in order of date.

    Parameters
    ----------
    letters : pandas.DataFrame
        As for `participation`, with a column `date` that sorts (ISO text or
        dates). Pass only the letters that are meant.
    signatures, offices, not_signed : pandas.DataFrame
        As for `participation`.

    Returns
    -------
    pandas.DataFrame
        `letter_id` and `date`, then the columns of `participation`.

    Raises
    ------
    KeyError, ValueError
        As for `participation`.

    Examples
    --------
    >>> offices = pd.DataFrame({
    ...     "usps": ["AA", "BB"], "jurisdiction": ["Ash", "Birch"], "kind": ["state", "state"],
    ... })
    >>> letters = pd.DataFrame({
    ...     "letter_id": ["second", "first"], "date": ["2002-05", "2001-03-01"],
    ...     "list_status": ["partial", "complete"], "source_ids": [("S2",), ("S1",)],
    ... })
    >>> signatures = pd.DataFrame({
    ...     "letter_id": ["first", "second"], "usps": ["AA", "AA"],
    ...     "signer_name": ["A. Ames", "A. Ames"], "joined_by": [None, None],
    ...     "evidence": ["one_source", "one_source"], "source_ids": [("S1",), ("S2",)],
    ... })
    >>> table = participation_by_letter(letters, signatures, offices)
    >>> table[["letter_id", "usps", "status"]]
      letter_id usps      status
    0     first   AA      signed
    1     first   BB  not_signed
    2    second   AA      signed
    3    second   BB   not_known
    """
    ordered = letters.sort_values(["date", "letter_id"])
    table = _statuses(list(ordered["letter_id"]), letters, signatures, offices, not_signed)
    named = pd.DataFrame(
        {
            name: [value for value in ordered[name] for _ in offices.index]
            for name in ("letter_id", "date")
        }
    )
    return pd.concat([named.astype({"letter_id": "string"}), table], axis=1)


def participation_matrix(by_letter: pd.DataFrame) -> pd.DataFrame:
    """Return offices by letters, sorted so that the pattern shows.

    Parameters
    ----------
    by_letter : pandas.DataFrame
        What `participation_by_letter` returns.

    Returns
    -------
    pandas.DataFrame
        Statuses, one row an office (index `usps`) and one column a letter, in
        the order of the letters. The offices with most sourced signatures come
        first; ties are broken by fewer letters known not to be signed, then by
        the earlier signature, then by `usps`.

    Examples
    --------
    >>> matrix = participation_matrix(pd.DataFrame({
    ...     "letter_id": ["first"] * 3 + ["second"] * 3,
    ...     "usps": ["AA", "BB", "CC"] * 2,
    ...     "status": ["not_signed", "signed", "not_signed",
    ...                "not_known", "joined_later", "signed"],
    ...     "evidence": ["complete_list", "one_source", "complete_list",
    ...                  "none", "one_source", "one_source"],
    ... }))
    >>> matrix.reset_index().rename_axis(columns=None)
      usps       first        second
    0   BB      signed  joined_later
    1   CC  not_signed        signed
    2   AA  not_signed     not_known
    """
    # pivot, unlike pivot_table, refuses two rows for one office and letter.
    wide = by_letter.pivot(index="usps", columns="letter_id", values="status")  # noqa: PD010
    wide = wide[list(dict.fromkeys(by_letter["letter_id"]))]
    signs = by_letter["status"].isin(["signed", "joined_later"])
    signs &= (by_letter["evidence"] != "inferred").fillna(False)
    signed = by_letter.assign(signs=signs.astype(bool))
    has_signed = signed.pivot(index="usps", columns="letter_id", values="signs")  # noqa: PD010
    has_signed = has_signed.reindex(columns=wide.columns).eq(True)
    keys = {
        usps: (-sum(signs), nots, [not sign for sign in signs], usps)
        for usps, signs, nots in zip(
            wide.index,
            has_signed.to_numpy().tolist(),
            (wide == "not_signed").sum(axis=1),
            strict=True,
        )
    }
    return wide.loc[sorted(keys, key=lambda usps: keys[usps])]


def office_record(by_letter: pd.DataFrame) -> pd.DataFrame:
    """Count, for every office, the letters of each status.

    An office that never appears has no letter under `signed` and `joined_later`.

    Parameters
    ----------
    by_letter : pandas.DataFrame
        What `participation_by_letter` returns.

    Returns
    -------
    pandas.DataFrame
        One row an office, in the order of the input: `usps`, `jurisdiction`,
        `kind`, one column of counts for each of `STATUSES` (sourced rows
        only), `inferred` (the number of inferred rows, counted nowhere else)
        and `letter_ids` (tuple: the letters signed or joined, sourced).

    Examples
    --------
    >>> record = office_record(pd.DataFrame({
    ...     "letter_id": ["first", "first", "second", "second"],
    ...     "usps": ["AA", "BB", "AA", "BB"],
    ...     "jurisdiction": ["Ash", "Birch"] * 2, "kind": ["state"] * 4,
    ...     "status": ["signed", "not_signed", "signed", "not_known"],
    ...     "evidence": ["one_source", "complete_list", "inferred", "none"],
    ... }))
    >>> record.drop(columns=["jurisdiction", "kind"])
      usps  signed  joined_later  not_signed  not_known  inferred letter_ids
    0   AA       1             0           0          0         1   (first,)
    1   BB       0             0           1          1         0         ()
    """
    offices = by_letter[["usps", "jurisdiction", "kind"]].drop_duplicates(ignore_index=True)
    inferred = by_letter["evidence"] == "inferred"
    sourced = by_letter[~inferred]
    counts = pd.crosstab(sourced["usps"], sourced["status"])
    counts = counts.reindex(index=offices["usps"], columns=list(STATUSES), fill_value=0)
    counts["inferred"] = by_letter[inferred].groupby("usps").size()
    counts["inferred"] = counts["inferred"].fillna(0).astype(int)
    signed = sourced[sourced["status"].isin(["signed", "joined_later"])]
    letter_ids = tuples_by(signed, "usps", "letter_id")
    counts["letter_ids"] = [letter_ids.get(usps, ()) for usps in counts.index]
    return offices.merge(counts.rename_axis(columns=None), on="usps")


def status_counts(participation: pd.DataFrame) -> pd.DataFrame:
    """Count the offices of each status, inferred rows apart.

    Parameters
    ----------
    participation : pandas.DataFrame
        What `participation` returns, or a part of it.

    Returns
    -------
    pandas.DataFrame
        One row for each of `STATUSES`: `status`, `count` (sourced rows only),
        `offices` (their `usps`), `inferred` (number of inferred rows, which
        `count` leaves out) and `inferred_offices`.

    Examples
    --------
    >>> table = status_counts(pd.DataFrame({
    ...     "usps": ["AA", "BB", "CC"], "status": ["signed", "signed", "not_known"],
    ...     "evidence": ["one_source", "inferred", "none"],
    ... }))
    >>> table[["status", "count", "offices", "inferred"]]
             status  count offices  inferred
    0        signed      1   (AA,)         1
    1  joined_later      0      ()         0
    2    not_signed      0      ()         0
    3     not_known      1   (CC,)         0
    """
    return _count_offices(
        participation, "status", STATUSES, participation["evidence"] == "inferred"
    )


def _count_offices(
    rows: pd.DataFrame, column: str, values: Iterable[str], inferred: pd.Series
) -> pd.DataFrame:
    """Count and name the offices for each value of a column, inferred rows apart."""
    counted = []
    for value in values:
        here = rows[column] == value
        sourced = tuple(rows.loc[here & ~inferred, "usps"])
        unsure = tuple(rows.loc[here & inferred, "usps"])
        counted.append((value, len(sourced), sourced, len(unsure), unsure))
    return pd.DataFrame(
        counted, columns=[column, "count", "offices", "inferred", "inferred_offices"]
    ).astype({column: "string"})


def transitions(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Count what the offices did between two letters.

    Parameters
    ----------
    before, after : pandas.DataFrame
        What `participation` returns for the earlier and the later letter, for
        the same offices.

    Returns
    -------
    pandas.DataFrame
        One row for each of `TRANSITIONS`: `transition`, `count` and `offices`
        (their `usps`, in the order of `before`), then `inferred` and
        `inferred_offices`: the offices whose status under either letter is
        inferred, which `count` leaves out.

    Raises
    ------
    ValueError
        If the two frames do not have the same offices.

    Notes
    -----
    `stayed`: signed both (joining later is signing). `entered`: is known not
    to have signed the earlier letter and signed the later. `left`: the
    reverse. `stayed_out`: is known to have signed neither. `not_known`: the
    status under at least one of the letters is not known. `agletters.bounds` says
    how far that leaves the other counts open.

    Examples
    --------
    >>> before = pd.DataFrame({
    ...     "usps": ["AA", "BB", "CC"], "status": ["signed", "not_signed", "not_signed"],
    ...     "evidence": ["one_source", "complete_list", "complete_list"],
    ... })
    >>> after = before.assign(
    ...     status=["signed", "joined_later", "not_known"],
    ...     evidence=["one_source", "one_source", "none"],
    ... )
    >>> transitions(before, after)[["transition", "count", "offices"]]
       transition  count offices
    0      stayed      1   (AA,)
    1     entered      1   (BB,)
    2        left      0      ()
    3  stayed_out      0      ()
    4   not_known      1   (CC,)
    """
    require_same_offices(before, after)
    pair = before[["usps", "status", "evidence"]].merge(
        after[["usps", "status", "evidence"]], on="usps", suffixes=("_before", "_after")
    )
    known = {"signed": True, "joined_later": True, "not_signed": False}
    names = {
        (True, True): "stayed",
        (False, True): "entered",
        (True, False): "left",
        (False, False): "stayed_out",
    }
    statuses = zip(pair["status_before"], pair["status_after"], strict=True)
    pair["transition"] = [
        names[known[first], known[second]] if first in known and second in known else "not_known"
        for first, second in statuses
    ]
    inferred = (pair["evidence_before"] == "inferred") | (pair["evidence_after"] == "inferred")
    return _count_offices(pair, "transition", TRANSITIONS, inferred)


def require_same_offices(before: pd.DataFrame, after: pd.DataFrame) -> None:
    """Refuse two participation frames of different offices.

    Parameters
    ----------
    before, after : pandas.DataFrame
        With a column `usps`.

    Raises
    ------
    ValueError
        If an office is in one frame only.

    Examples
    --------
    >>> one = pd.DataFrame({"usps": ["AA", "BB"]})
    >>> require_same_offices(one, one[::-1])
    """
    differing = sorted(set(before["usps"]) ^ set(after["usps"]))
    if differing:
        raise ValueError(
            f"before and after differ in the offices {', '.join(differing)}; "
            "make both with participation() from one table of offices"
        )


def leaders(letters: pd.DataFrame) -> pd.DataFrame:
    """Return who led which letters.

    Parameters
    ----------
    letters : pandas.DataFrame
        Columns `letter_id`, `date` and `lead_offices` (tuples of USPS codes).

    Returns
    -------
    pandas.DataFrame
        One row an office that led, most letters first: `usps`, `letters_led`
        (a count) and `letter_ids` (tuple, by date).

    Examples
    --------
    >>> leaders(pd.DataFrame({
    ...     "letter_id": ["first", "second"], "date": ["2001", "2002"],
    ...     "lead_offices": [("BB",), ("AA", "BB")],
    ... }))
      usps  letters_led       letter_ids
    0   BB            2  (first, second)
    1   AA            1        (second,)
    """
    ordered = letters.sort_values(["date", "letter_id"])
    exploded = ordered[["letter_id", "lead_offices"]].explode("lead_offices").dropna()
    led = tuples_by(exploded, "lead_offices", "letter_id")
    table = pd.DataFrame(
        [(usps, len(letter_ids), letter_ids) for usps, letter_ids in led.items()],
        columns=["usps", "letters_led", "letter_ids"],
    )
    return table.sort_values(["letters_led", "usps"], ascending=[False, True], ignore_index=True)


def count_check(
    letters: pd.DataFrame, reported_counts: pd.DataFrame, signatures: pd.DataFrame
) -> pd.DataFrame:
    """Set every reported number of signers beside the rows held.

    Parameters
    ----------
    letters : pandas.DataFrame
        Columns `letter_id`, `date` and `list_status`.
    reported_counts : pandas.DataFrame
        Columns `letter_id` and `number`, and any others, which are kept.
    signatures : pandas.DataFrame
        Columns `letter_id`, `joined_by` and `evidence`.

    Returns
    -------
    pandas.DataFrame
        One row a reported count, letters by date and counts in the order
        given: `letter_id`, `list_status`, the columns of `reported_counts`,
        and `held` (sourced rows) = `held_at_issue` + `held_joined_later`,
        `held_inferred` (not in `held`) and `difference` (`number` less `held`:
        above zero, that many signers are not known by name).

    Raises
    ------
    ValueError
        If a count names a letter that `letters` does not have.

    Examples
    --------
    >>> letters = pd.DataFrame({
    ...     "letter_id": ["first"], "date": ["2001"], "list_status": ["partial"],
    ... })
    >>> reported = pd.DataFrame({"letter_id": ["first"], "number": [5]})
    >>> signatures = pd.DataFrame({
    ...     "letter_id": ["first"] * 3, "joined_by": [None, "2001-02", None],
    ...     "evidence": ["one_source", "one_source", "inferred"],
    ... })
    >>> table = count_check(letters, reported, signatures)
    >>> table[["number", "held", "held_at_issue", "held_joined_later", "held_inferred"]]
       number  held  held_at_issue  held_joined_later  held_inferred
    0       5     2              1                  1              1
    >>> table["difference"].item()
    3
    """
    strangers = sorted(set(reported_counts["letter_id"]) - set(letters["letter_id"]))
    if strangers:
        raise ValueError(
            f"reported_counts names letters that the table of letters does not have: "
            f"{', '.join(strangers)}"
        )
    sourced = signatures[signatures["evidence"] != "inferred"]
    later = sourced["joined_by"].notna()
    held = pd.DataFrame(
        {
            "held": sourced.groupby("letter_id").size(),
            "held_at_issue": sourced[~later].groupby("letter_id").size(),
            "held_joined_later": sourced[later].groupby("letter_id").size(),
            "held_inferred": signatures.groupby("letter_id").size(),
        }
    ).reindex(letters["letter_id"], fill_value=0)
    held = held.fillna(0).astype(int)
    held["held_inferred"] -= held["held"]
    ordered = letters.sort_values(["date", "letter_id"])[["letter_id", "list_status"]]
    table = ordered.merge(reported_counts, on="letter_id").merge(held.reset_index(), on="letter_id")
    return table.assign(difference=table["number"] - table["held"])
