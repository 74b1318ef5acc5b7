"""Comparisons that are declared before they are computed.

A plan is a table that lists every comparison, with its definition, its
population, its groups and its outcome. `run_plan` runs the plan and nothing
but the plan, so that none can be added or dropped unseen.
"""

from __future__ import annotations

import re
from dataclasses import asdict, fields, replace

import pandas as pd

from agletters.comparisons import Comparison, TwoByTwo, compare, extremes, two_by_two

ROLES = ("primary", "secondary", "sensitivity")
"""What a planned comparison is for. A plan has one primary comparison."""

PLAN_COLUMNS = (
    "comparison_id",
    "role",
    "label",
    "definition",
    "population",
    "group",
    "outcome",
)
"""The columns of a plan; `run_plan` says what they hold."""


class PlanError(ValueError):
    """A planned comparison cannot be run on the frame that was given."""


def holds(frame: pd.DataFrame, condition: str) -> pd.Series:
    """Say for every row whether a written condition holds: yes, no or unknown.

    Parameters
    ----------
    frame : pandas.DataFrame
        The columns that the condition names.
    condition : str
        `column=value`, `column=value|value` (any of them) or `column!=value`
        (none of them); several, joined by `;`, must all hold. An empty
        condition holds for every row.

    Returns
    -------
    pandas.Series
        A missing cell, or the cell "unknown", makes its part unknown; a part
        that does not hold makes the whole "no", known or not.

    Raises
    ------
    PlanError
        If the condition cannot be read, or names a column that the frame does
        not have or a value that occurs nowhere in it ("yes" and "no" apart).

    Examples
    --------
    >>> frame = pd.DataFrame({
    ...     "kind": ["state", "state", "territory"], "party": ["D", None, None],
    ... })
    >>> list(holds(frame, "kind=state; party=D"))
    ['yes', 'unknown', 'no']
    """
    parts = [_part_holds(frame, part) for part in condition.split(";") if part.strip()]
    result = pd.Series("yes", index=frame.index)
    for part in parts:
        result = result.mask((part == "unknown") & (result == "yes"), "unknown")
        result = result.mask(part == "no", "no")
    return result


def _part_holds(frame: pd.DataFrame, part: str) -> pd.Series:
    """Evaluate one comparison of a column with values."""
    match = re.fullmatch(r"\s*(\w+)\s*(!?=)\s*(.+?)\s*", part)
    if match is None:
        raise PlanError(f"cannot read the condition {part.strip()!r}; write column=value|value")
    column, sign, listed = match.groups()
    if column not in frame:
        raise PlanError(f"there is no column {column!r}")
    values = [value.strip() for value in listed.split("|")]
    strange = sorted(set(values) - set(frame[column].dropna()) - {"yes", "no"})
    if strange:
        raise PlanError(f"column {column!r} nowhere has the value {', '.join(strange)}")
    unknown = frame[column].isna() | (frame[column] == "unknown")
    hit = frame[column].isin(values) == (sign == "=")
    return hit.map({True: "yes", False: "no"}).mask(unknown, "unknown")


def planned_table(
    frame: pd.DataFrame, plan: pd.DataFrame, comparison_id: str, label: str = "usps"
) -> TwoByTwo:
    """Return the 2x2 table of one comparison of a plan.

    Parameters
    ----------
    frame, plan, label
        As for `run_plan`.
    comparison_id : str
        Which comparison.

    Returns
    -------
    TwoByTwo
        `group` and `outcome` hold the plan's conditions.

    Raises
    ------
    KeyError
        If the comparison is not in the plan. It must be declared there first.
    PlanError
        If the comparison cannot be run on this frame.
    ValueError
        If the plan is not sound (see `run_plan`).

    Examples
    --------
    See `run_plan`.
    """
    _check_plan(plan)
    chosen = plan[plan["comparison_id"] == comparison_id]
    if chosen.empty:
        raise KeyError(
            f"comparison {comparison_id!r} is not in the plan; declare it there before "
            f"running it. Planned: {', '.join(plan['comparison_id'])}"
        )
    row = chosen.iloc[0]
    member = holds(frame, "" if pd.isna(row["population"]) else row["population"])
    units = frame[member == "yes"]
    if units.empty:
        raise PlanError("the population is empty")
    group, outcome = row["group"], row["outcome"]
    columns = {label: units[label], group: holds(units, group), outcome: holds(units, outcome)}
    table = two_by_two(pd.DataFrame(columns), group, outcome, label)
    doubtful = tuple(frame.loc[member == "unknown", label])
    return replace(table, unplaced=table.unplaced + doubtful)


def run_plan(frame: pd.DataFrame, plan: pd.DataFrame, label: str = "usps") -> pd.DataFrame:
    """Run every comparison of a plan, in its order, and nothing else.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a unit, with the columns that the plan names.
    plan : pandas.DataFrame
        One row a comparison: `comparison_id`, `role` (one of `ROLES`, with one
        primary), `label` and `definition` (words for the reader), and three
        conditions as read by `holds`: `population` (empty: all units), `group`
        and `outcome`.
    label : str, default "usps"
        The column that names the units.

    Returns
    -------
    pandas.DataFrame
        One row a comparison: `comparison_id`, `role`, `label`, `ran`, the
        fields of `Comparison` (units of unknown outcome left out), `unknown`
        (how many those are), `lowest` and `highest` (the difference with them
        at both extremes), `unplaced` (tuple of units) and `note`. A comparison
        that could not be run has `ran` False and says why in `note`.

    Raises
    ------
    ValueError
        If the plan lacks a column, repeats a `comparison_id`, leaves a group or
        an outcome empty, has another role or not exactly one primary comparison.

    Examples
    --------
    >>> frame = pd.DataFrame({
    ...     "usps": list("ABCDEFGH"), "signed": ["yes"] * 4 + ["no"] * 4,
    ...     "nominee": ["yes", "yes", "yes", "no", "yes", "no", "no", "no"],
    ... })
    >>> plan = pd.DataFrame({
    ...     "comparison_id": ["nominee", "opposed"], "role": ["primary", "secondary"],
    ...     "label": ["Nominee", "Opposed nominee"], "definition": ["...", "..."],
    ...     "population": [None, None], "group": ["signed=yes"] * 2,
    ...     "outcome": ["nominee=yes", "opponent=yes"],
    ... })
    >>> result = run_plan(frame, plan)
    >>> result[["comparison_id", "ran", "a", "b", "c", "d"]]
      comparison_id    ran     a     b     c     d
    0       nominee   True     3     1     1     3
    1       opposed  False  <NA>  <NA>  <NA>  <NA>
    >>> result.loc[1, "note"]
    "there is no column 'opponent'"
    >>> f"{result.loc[0, 'fisher_p']:.4f}"
    '0.4857'
    """
    _check_plan(plan)
    results = []
    for row in plan.to_dict("records"):
        known = {name: row[name] for name in ("comparison_id", "role", "label")}
        try:
            table = planned_table(frame, plan, row["comparison_id"], label)
        except PlanError as error:
            results.append(known | {"ran": False, "note": str(error)})
            continue
        readings = extremes(table)
        results.append(
            known
            | {"ran": True}
            | asdict(compare(table))
            | {
                "unknown": len(table.group_unknown) + len(table.rest_unknown),
                "lowest": readings["difference"].iloc[1],
                "highest": readings["difference"].iloc[2],
                "unplaced": table.unplaced,
            }
        )
    measures = [field.name for field in fields(Comparison) if field.name != "note"]
    columns = ["comparison_id", "role", "label", "ran", *measures]
    columns += ["unknown", "lowest", "highest", "unplaced", "note"]
    counts = dict.fromkeys(["a", "b", "c", "d", "unknown"], "Int64")
    return pd.DataFrame(results).reindex(columns=columns).astype(counts)


def _check_plan(plan: pd.DataFrame) -> None:
    """Refuse a plan that lacks columns, repeats itself or has not one primary."""
    missing = [column for column in PLAN_COLUMNS if column not in plan]
    if missing:
        raise ValueError(f"the plan lacks the columns {', '.join(missing)}")
    repeats = sorted(set(plan.loc[plan["comparison_id"].duplicated(), "comparison_id"]))
    if repeats:
        raise ValueError(f"the plan has {', '.join(repeats)} more than once")
    empty = plan.loc[plan[["group", "outcome"]].isna().any(axis=1), "comparison_id"]
    if len(empty):
        raise ValueError(f"plan: comparison {empty.iloc[0]!r} lacks a group or an outcome")
    strange = plan[~plan["role"].isin(ROLES)]
    if len(strange):
        first = strange.iloc[0]
        raise ValueError(
            f"plan: comparison {first['comparison_id']!r} has role {first['role']!r}; "
            f"use one of {', '.join(ROLES)}"
        )
    primary = (plan["role"] == "primary").sum()
    if primary != 1:
        raise ValueError(f"the plan has {primary} primary comparisons; exactly one is needed")
