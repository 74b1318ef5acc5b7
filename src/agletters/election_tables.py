"""The test of the election season, shaped for readers.

The functions rename, join and put into words what `agletters.plans`,
`agletters.comparisons` and `agletters.elections` return.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable
from typing import Any

import pandas as pd

from agletters.comparisons import TwoByTwo, extremes, fisher_power
from agletters.rosters import PARTIES

READINGS = {
    "known": "Unknown cells left out",
    "lowest": "Unknown cells against the charge",
    "highest": "Unknown cells in favour of the charge",
}
"""The readings of `agletters.comparisons.extremes`, where the group is that of the signers."""

STANDINGS = (
    "On the ballot for re-election",
    "On the ballot for governor or US senator",
    "Ran in the cycle, but was not on the ballot",
    "No candidacy",
    "Not known",
)
"""How a holder can stand to an election, as `standing` says it."""


def plan_table(plan: pd.DataFrame) -> pd.DataFrame:
    """Shape a plan of comparisons for a reader, complete.

    Parameters
    ----------
    plan : pandas.DataFrame
        As for `agletters.plans.run_plan`.

    Returns
    -------
    pandas.DataFrame
        `Comparison`, `Role`, `What is asked`, `Among` (the condition), `Groups` and
        `Outcome`, in the order of the plan.

    Examples
    --------
    >>> plan = pd.DataFrame({
    ...     "role": ["primary"], "label": ["Nominee"], "definition": ["On the ballot?"],
    ...     "population": [None], "group": ["signed=yes"], "outcome": ["nominee=yes"],
    ... })
    >>> plan_table(plan)["Among"].to_list()
    ['all offices']
    """
    return pd.DataFrame(
        {
            "Comparison": plan["label"],
            "Role": plan["role"],
            "What is asked": plan["definition"],
            "Among": plan["population"].fillna("all offices"),
            "Groups": plan["group"],
            "Outcome": plan["outcome"],
        }
    )


def percent(share: float, *, signed: bool = False) -> str:
    """Write a share in whole per cent, with a minus that a reader sees.

    Parameters
    ----------
    share : float
        Between -1 and 1, or NaN.
    signed : bool, default False
        Whether a plus stands before what is above zero.

    Examples
    --------
    >>> percent(0.524), percent(-0.207, signed=True), percent(0.057, signed=True)
    ('52%', '−21%', '+6%')
    >>> percent(float("nan"))
    'undefined'
    """
    if math.isnan(share):
        return "undefined"
    return f"{share:{'+' if signed else ''}.0%}".replace("-", "−")


def points(difference: float) -> str:
    """Write a difference of shares in whole percentage points.

    Parameters
    ----------
    difference : float
        Between -1 and 1, or NaN.

    Examples
    --------
    >>> points(0.057), points(-0.207), points(0.001)
    ('+6', '−21', '0')
    """
    if math.isnan(difference):
        return "undefined"
    whole = round(100 * difference)
    return f"{whole:+d}".replace("-", "−") if whole else "0"


def ratio(value: float) -> str:
    """Write an odds ratio, which can be infinite, to two digits that matter.

    Parameters
    ----------
    value : float
        Zero or more.

    Examples
    --------
    >>> ratio(1.2515), ratio(0.3573), ratio(117.4), ratio(float("inf"))
    ('1.3', '0.36', '117', '∞')
    """
    if math.isnan(value):
        return "undefined"
    if value == float("inf"):
        return "∞"
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def interval(low: str, high: str) -> str:
    """Write an interval so that a minus is not taken for a dash.

    Parameters
    ----------
    low, high : str
        Its ends, written out.

    Examples
    --------
    >>> interval("−21", "+31")
    '−21 to +31'
    """
    return f"{low} to {high}"


def result_table(results: pd.DataFrame) -> pd.DataFrame:
    """Shape the results of a plan for a reader, one row a comparison.

    Parameters
    ----------
    results : pandas.DataFrame
        From `agletters.plans.run_plan`.

    Returns
    -------
    pandas.DataFrame
        `Comparison`, `Role`, `Signers` and `Others` ("11 of 21 (52%)"),
        `Difference, points`, `95% interval`, `Fisher p`, `Mid-p`, `Odds ratio`,
        `Its 95% interval`, `Unknown` (left out), `At both extremes` (of the
        difference) and `Note`. A comparison that did not run shows its reason.

    Examples
    --------
    >>> from agletters.plans import run_plan
    >>> frame = pd.DataFrame({
    ...     "usps": list("ABCDEFGH"), "signed": ["yes"] * 4 + ["no"] * 4,
    ...     "nominee": ["yes", "yes", "yes", "no", "yes", "no", "no", "no"],
    ... })
    >>> plan = pd.DataFrame({
    ...     "comparison_id": ["nominee"], "role": ["primary"], "label": ["Nominee"],
    ...     "definition": ["On the ballot?"], "population": [None],
    ...     "group": ["signed=yes"], "outcome": ["nominee=yes"],
    ... })
    >>> table = result_table(run_plan(frame, plan))
    >>> table.loc[0, ["Signers", "Others", "Fisher p"]].to_list()
    ['3 of 4 (75%)', '1 of 4 (25%)', '0.49']
    """
    return pd.DataFrame([_result_row(row) for row in results.to_dict("records")])


def _result_row(row: dict[Hashable, Any]) -> dict[str, Any]:
    """Write one result in words."""
    r = pd.Series(row)
    named = {"Comparison": r["label"], "Role": r["role"]}
    if not r["ran"]:
        return named | {"Note": r["note"]}
    notes = [r["note"]] if r["note"] else []
    if len(r["unplaced"]):
        notes.append(f"not placed: {', '.join(r['unplaced'])}")
    return named | {
        "Signers": share_words(r["a"], r["a"] + r["b"]),
        "Others": share_words(r["c"], r["c"] + r["d"]),
        "Difference, points": points(r["difference"]),
        "95% interval": interval(points(r["difference_low"]), points(r["difference_high"])),
        "Fisher p": probability(r["fisher_p"]),
        "Mid-p": probability(r["mid_p"]),
        "Odds ratio": ratio(r["odds_ratio"]),
        "Its 95% interval": interval(ratio(r["odds_ratio_low"]), ratio(r["odds_ratio_high"])),
        "Unknown": r["unknown"],
        "At both extremes": interval(points(r["lowest"]), points(r["highest"]))
        if r["unknown"]
        else None,
        "Note": "; ".join(notes) or None,
    }


def share_words(part: int, whole: int, noun: str = "") -> str:
    """Write counts with their share.

    Parameters
    ----------
    part, whole : int
        Counts.
    noun : str, optional
        What is counted.

    Examples
    --------
    >>> share_words(11, 21), share_words(11, 21, "signers")
    ('11 of 21 (52%)', '11 of 21 signers (52%)')
    """
    counts = f"{part} of {whole} {noun}".rstrip()
    return f"{counts} ({percent(part / whole if whole else float('nan'))})"


def probability(p: float) -> str:
    """Write a p-value with two decimals, or three where it is small.

    Parameters
    ----------
    p : float
        Between 0 and 1, or NaN.

    Examples
    --------
    >>> probability(0.7793), probability(0.0107), probability(0.00004), probability(1)
    ('0.78', '0.011', 'below 0.001', '1.00')
    """
    if math.isnan(p):
        return "undefined"
    if p < 0.001:
        return "below 0.001"
    return f"{p:.3f}" if p < 0.1 else f"{p:.2f}"


def cells_table(table: TwoByTwo, names: pd.Series, group: tuple[str, str]) -> pd.DataFrame:
    """Show the cells of a 2x2 table with their units named.

    Parameters
    ----------
    table : TwoByTwo
        From `agletters.plans.planned_table`.
    names : pandas.Series
        Names by unit.
    group : tuple of str
        What to call the group and the rest.

    Returns
    -------
    pandas.DataFrame
        `Group`, `Outcome` (yes, no; unknown where there are such units), `Offices`
        (a count) and `Which`.

    Examples
    --------
    >>> table = TwoByTwo("signed", "nominee", ("AA",), ("BB",), (), ("CC",))
    >>> names = pd.Series({"AA": "Ash", "BB": "Birch", "CC": "Cedar"})
    >>> cells_table(table, names, ("Signers", "Others"))
         Group Outcome  Offices  Which
    0  Signers     yes        1    Ash
    1  Signers      no        1  Birch
    2   Others     yes        0   none
    3   Others      no        1  Cedar
    """
    cells = table.to_frame()
    cells = cells[(cells["outcome"] != "unknown") | (cells["count"] > 0)]
    return pd.DataFrame(
        {
            "Group": cells["group"].map({"yes": group[0], "no": group[1]}),
            "Outcome": cells["outcome"],
            "Offices": cells["count"],
            "Which": [", ".join(names.loc[list(units)]) or "none" for units in cells["units"]],
        }
    ).reset_index(drop=True)


def extremes_table(tables: dict[str, TwoByTwo]) -> pd.DataFrame:
    """Show what comparisons give with unknown cells left out and at both extremes.

    Parameters
    ----------
    tables : dict of str to TwoByTwo
        By the name of the comparison.

    Returns
    -------
    pandas.DataFrame
        `Comparison`, `Unknown cells` (the reading), `Signers`, `Others`,
        `Difference, points`, `95% interval` and `Fisher p`. A comparison without
        unknown cells has one row.

    Examples
    --------
    >>> table = TwoByTwo("signed", "nominee", ("AA",), ("BB",), ("CC",), ("DD",),
    ...                  group_unknown=("EE",))
    >>> extremes_table({"Nominee": table})["Signers"].to_list()
    ['1 of 2 (50%)', '1 of 3 (33%)', '2 of 3 (67%)']
    """
    return pd.DataFrame(
        [
            _reading_row(name, reading)
            for name, table in tables.items()
            for reading in _readings(table)
        ]
    )


def _readings(table: TwoByTwo) -> list[dict[Hashable, Any]]:
    """Return the readings of a table, one if nothing is unknown."""
    readings = extremes(table)
    readings["reading"] = readings["reading"].map(READINGS)
    if table.group_unknown or table.rest_unknown:
        return readings.to_dict("records")
    return readings.head(1).assign(reading="There are none").to_dict("records")


def _reading_row(name: str, r: dict[Hashable, Any]) -> dict[str, Any]:
    """Write one reading of a comparison in words."""
    return {
        "Comparison": name,
        "Unknown cells": r["reading"],
        "Signers": share_words(r["a"], r["a"] + r["b"]),
        "Others": share_words(r["c"], r["c"] + r["d"]),
        "Difference, points": points(r["difference"]),
        "95% interval": interval(points(r["difference_low"]), points(r["difference_high"])),
        "Fisher p": probability(r["fisher_p"]),
    }


def standing(frame: pd.DataFrame) -> pd.Series:
    """Say how each holder stood to the election.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `agletters.elections.election_frame`.

    Returns
    -------
    pandas.Series
        One of `STANDINGS`, by the index of `frame`.

    Raises
    ------
    ValueError
        If a nominee sought neither re-election nor one of the higher offices.

    Examples
    --------
    >>> frame = pd.DataFrame({
    ...     "usps": ["AA", "BB", "CC", "DD"], "nominee": ["yes", "no", "no", "unknown"],
    ...     "seeking_reelection": ["yes", "no", "no", "unknown"],
    ...     "seeking_governor_or_senate": ["no", "no", "no", "unknown"],
    ...     "ran_in_cycle": ["yes", "yes", "no", "unknown"],
    ... })
    >>> standing(frame).to_list()[1:]
    ['Ran in the cycle, but was not on the ballot', 'No candidacy', 'Not known']
    """
    reelection, higher, ran, none, unknown = STANDINGS
    stand = pd.Series(none, index=frame.index)
    stand = stand.mask(frame["nominee"] == "unknown", unknown)
    stand = stand.mask((frame["nominee"] == "no") & (frame["ran_in_cycle"] == "yes"), ran)
    stand = stand.mask(frame["nominee"] == "yes", None)
    stand = stand.mask(frame["seeking_governor_or_senate"] == "yes", higher)
    stand = stand.mask(frame["seeking_reelection"] == "yes", reelection)
    if stand.isna().any():
        who = ", ".join(frame.loc[stand.isna(), "usps"])
        raise ValueError(f"{who}: on the ballot for neither the same nor a higher office")
    return stand


def record_table(frame: pd.DataFrame, reasons: pd.DataFrame) -> pd.DataFrame:
    """Answer, for every office, who held it and whether that person stood for election.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `agletters.elections.election_frame`, or a part of it.
    reasons : pandas.DataFrame
        Columns `usps` and `not_running_reason`; the rows of the same day.

    Returns
    -------
    pandas.DataFrame
        `Office`, `Attorney general`, `Party`, `Signed`, `On the ballot`, `For what`,
        `Result`, `Why not` (for those who were not on the ballot), `Office up`, `Basis`
        and `Sources`, by name of the office.

    Examples
    --------
    >>> frame = pd.DataFrame({
    ...     "usps": ["AA"], "jurisdiction": ["Ash"], "name": [None], "party": ["D"],
    ...     "signed": ["yes"], "nominee": ["no"], "office_sought": ["none"],
    ...     "result": ["lost primary"], "office_up": ["yes"], "basis": ["direct"],
    ...     "source_ids": [("S1",)],
    ... })
    >>> reasons = pd.DataFrame({"usps": ["AA"], "not_running_reason": ["lost in May"]})
    >>> record_table(frame, reasons)[["Attorney general", "Party", "Result", "Why not"]]
      Attorney general     Party        Result      Why not
    0        not known  Democrat  lost primary  lost in May
    """
    rows = frame.merge(reasons[["usps", "not_running_reason"]], on="usps", how="left")
    rows = rows.sort_values("jurisdiction", kind="stable", ignore_index=True)
    return pd.DataFrame(
        {
            "Office": rows["jurisdiction"],
            "Attorney general": rows["name"].fillna("not known"),
            "Party": rows["party"].replace(PARTIES).fillna("not known"),
            "Signed": rows["signed"],
            "On the ballot": rows["nominee"],
            "For what": rows["office_sought"].replace({"none": None, "US senate": "US Senate"}),
            "Result": rows["result"],
            "Why not": rows["not_running_reason"].mask(rows["nominee"] == "yes"),
            "Office up": rows["office_up"],
            "Basis": rows["basis"],
            "Sources": rows["source_ids"],
        }
    )


def unsure_table(frame: pd.DataFrame, reasons: pd.DataFrame) -> pd.DataFrame:
    """List the offices whose candidacy no source states, with what is known.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `agletters.elections.election_frame`.
    reasons : pandas.DataFrame
        Columns `usps` and `not_running_reason`; the rows of the same day.

    Returns
    -------
    pandas.DataFrame
        `Office`, `Signed`, `Taken as` (on the ballot, not, or unknown), `What is known`,
        `Basis` and `Sources`; those without a name first, then by office.

    Examples
    --------
    >>> frame = pd.DataFrame({
    ...     "usps": ["AA", "BB"], "jurisdiction": ["Ash", "Birch"], "signed": ["yes", "no"],
    ...     "nominee": ["no", "yes"], "basis": ["inferred", "direct"],
    ...     "source_ids": [("S1",), ("S2",)],
    ... })
    >>> reasons = pd.DataFrame({"usps": ["AA", "BB"], "not_running_reason": ["appointed", None]})
    >>> unsure_table(frame, reasons)[["Office", "Taken as", "What is known"]]
      Office           Taken as What is known
    0    Ash  not on the ballot     appointed
    """
    rows = frame[frame["basis"] != "direct"].merge(reasons[["usps", "not_running_reason"]])
    rows = rows.sort_values(["basis", "jurisdiction"], ascending=[False, True])
    taken = {"yes": "on the ballot", "no": "not on the ballot", "unknown": "unknown"}
    return pd.DataFrame(
        {
            "Office": rows["jurisdiction"],
            "Signed": rows["signed"],
            "Taken as": rows["nominee"].map(taken),
            "What is known": rows["not_running_reason"],
            "Basis": rows["basis"],
            "Sources": rows["source_ids"],
        }
    ).reset_index(drop=True)


def power_table(
    n_group: int, n_rest: int, base_rate: float, differences: Iterable[float]
) -> pd.DataFrame:
    """Say how often a design of this size would have found a true difference.

    Parameters
    ----------
    n_group, n_rest : int
        Units in each group.
    base_rate : float
        The share with the outcome in the rest.
    differences : iterable of float
        True differences of the group's share from `base_rate`.

    Returns
    -------
    pandas.DataFrame
        `True difference, points`, `Share of signers` and `Found in` (of 100 such
        cases; Fisher's exact test, p of 0.05 or less).

    Raises
    ------
    ValueError
        If a difference leads out of 0 to 1.

    Examples
    --------
    >>> power_table(4, 4, 0.5, [0.5])
      True difference, points Share of signers  Found in
    0                     +50             100%         6
    """
    rows = []
    for difference in differences:
        share = base_rate + difference
        if not 0 <= share <= 1:
            raise ValueError(f"a difference of {difference} from {base_rate} is no share")
        found = fisher_power(n_group, n_rest, share, base_rate)
        rows.append((points(difference), percent(share), round(100 * found)))
    return pd.DataFrame(rows, columns=["True difference, points", "Share of signers", "Found in"])


def lean_words(difference: float) -> str:
    """Say which way a difference points, and whether it is slight, for a sentence.

    Parameters
    ----------
    difference : float
        Share of signers less that of the others.

    Notes
    -----
    Up to ten percentage points are called a little. With some fifty offices that
    is two or three of them.

    Examples
    --------
    >>> lean_words(0.06), lean_words(-0.2), lean_words(0.0)
    ('a little more often', 'less often', 'as often')
    """
    if difference == 0:
        return "as often"
    words = "more often" if difference > 0 else "less often"
    return f"a little {words}" if abs(difference) <= 0.1 else words


def verdict(low: float, high: float) -> str:
    """Say in words whether an interval leaves out no difference.

    Parameters
    ----------
    low, high : float
        The ends of the interval of a difference.

    Examples
    --------
    >>> verdict(-0.2, 0.3), verdict(0.1, 0.3)
    ('no clear difference', 'a difference')
    """
    return "no clear difference" if low <= 0 <= high else "a difference"


def tile_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Prepare the holders for `agletters.charts.named_tiles`.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `agletters.elections.election_frame`, or a part of it in which every
        signature is known.

    Returns
    -------
    pandas.DataFrame
        `label` (USPS code), `name`, `hover` (holder and basis), `status` (signed or
        not_signed), `group` (from `standing`) and `mark` (boolean: no source says
        directly that there was no candidacy), by code.

    Raises
    ------
    ValueError
        If it is not known whether an office signed.

    Examples
    --------
    >>> frame = pd.DataFrame({
    ...     "usps": ["BB"], "jurisdiction": ["Birch"], "name": ["B. Boyd"], "signed": ["no"],
    ...     "nominee": ["no"], "seeking_reelection": ["no"], "seeking_governor_or_senate": ["no"],
    ...     "ran_in_cycle": ["no"], "basis": ["inferred"],
    ... })
    >>> tile_frame(frame)[["label", "hover", "status", "group"]]
      label                  hover      status         group
    0    BB  B. Boyd, no candidacy  not_signed  No candidacy
    """
    unknown = frame[~frame["signed"].isin(["yes", "no"])]
    if len(unknown):
        raise ValueError(f"it is not known whether {', '.join(unknown['usps'])} signed")
    rows = frame.sort_values("usps", kind="stable")
    stand = standing(rows)
    lowered = stand.str[0].str.lower() + stand.str[1:]
    return pd.DataFrame(
        {
            "label": rows["usps"],
            "name": rows["jurisdiction"],
            "hover": rows["name"].fillna("officeholder not known") + ", " + lowered,
            "status": rows["signed"].map({"yes": "signed", "no": "not_signed"}),
            "group": stand,
            "mark": rows["basis"] != "direct",
        }
    ).reset_index(drop=True)


def clear_extremes(table: TwoByTwo) -> str:
    """Say at how many of the two extremes the interval leaves out no difference.

    Parameters
    ----------
    table : TwoByTwo
        From `agletters.plans.planned_table`, with units of unknown outcome.

    Returns
    -------
    str
        "neither", "one" or "each".

    Examples
    --------
    >>> clear_extremes(TwoByTwo("signed", "nominee", ("AA",), ("BB",), ("CC",), ("DD",),
    ...                         group_unknown=("EE",)))
    'neither'
    """
    ends = extremes(table).set_index("reading").loc[["lowest", "highest"]]
    clear = (ends["difference_low"] > 0) | (ends["difference_high"] < 0)
    return ("neither", "one", "each")[int(clear.sum())]
