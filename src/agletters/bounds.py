"""What can be said of two letters where a list of signers is partial: bounds, not guesses.

A list with gaps often comes with a reported number ("48 states and 3
territories"). The number, the signers known by name and the offices known not
to have signed leave only so many possibilities. These functions return the
smallest and the largest count among them; nothing is estimated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from agletters.coalitions import require_same_offices

QUANTITIES = ("before", "after", "both", "only_before", "only_after", "neither")
"""What `signing_bounds` bounds: two memberships and the four ways to combine them."""


def population(offices: pd.DataFrame, strata: Mapping[str, str]) -> pd.DataFrame:
    """Say which offices could sign, and under which heading each is counted.

    Reported numbers come split ("48 states and 3 territories"), and counts
    differ in where they put a district, or whether they count it at all.

    Parameters
    ----------
    offices : pandas.DataFrame
        Columns `usps` and `kind`.
    strata : mapping of str to str
        The heading for each kind. Kinds that are left out are not in the
        population.

    Returns
    -------
    pandas.DataFrame
        `usps` and `stratum`, in the order of `offices`.

    Raises
    ------
    ValueError
        If a kind in `strata` occurs nowhere in `offices`.

    Examples
    --------
    >>> offices = pd.DataFrame({
    ...     "usps": ["AA", "BB", "CC"], "kind": ["state", "district", "territory"],
    ... })
    >>> population(offices, {"state": "states", "district": "others", "territory": "others"})
      usps stratum
    0   AA  states
    1   BB  others
    2   CC  others
    """
    strangers = sorted(set(strata) - set(offices["kind"]))
    if strangers:
        raise ValueError(
            f"strata names kinds that no office has: {', '.join(strangers)}; "
            f"kinds are {', '.join(sorted(set(offices['kind'])))}"
        )
    stratum = offices["kind"].map(strata).astype("string")
    chosen = offices.assign(stratum=stratum).dropna(subset="stratum")
    return chosen[["usps", "stratum"]].reset_index(drop=True)


def reported_strata(
    reported_counts: pd.DataFrame, count_id: str, strata: Iterable[str]
) -> pd.DataFrame:
    """Turn one reported count into the limits that `signing_bounds` takes.

    Parameters
    ----------
    reported_counts : pandas.DataFrame
        Column `count_id`, and one column of numbers for each stratum (missing:
        not reported).
    count_id : str
        Which count.
    strata : iterable of str
        The columns to take.

    Returns
    -------
    pandas.DataFrame
        `stratum`, `at_least` and `at_most`, both the number reported, for the
        strata that have one. A count that may have grown since sets no upper
        limit: use ``.assign(at_most=pd.NA)``.

    Raises
    ------
    KeyError
        If there is not exactly one such count.

    Examples
    --------
    >>> counts = pd.DataFrame({"count_id": ["N1"], "states": [48], "others": [3]})
    >>> reported_strata(counts, "N1", ["states", "others"])
      stratum  at_least  at_most
    0  states        48       48
    1  others         3        3
    """
    chosen = reported_counts[reported_counts["count_id"] == count_id]
    if len(chosen) != 1:
        raise KeyError(
            f"reported_counts has {len(chosen)} rows with count_id {count_id!r}; one is needed"
        )
    numbers = chosen.iloc[0][list(strata)].dropna().astype(int)
    return pd.DataFrame(
        {"stratum": numbers.index, "at_least": numbers.array, "at_most": numbers.array}
    )


@dataclass(frozen=True)
class _Membership:
    """What is known of one letter in one stratum: members, non-members, size."""

    inside: frozenset[str]
    outside: frozenset[str]
    everyone: frozenset[str]
    at_least: int
    at_most: int

    @property
    def open(self) -> frozenset[str]:
        return self.everyone - self.inside - self.outside

    def complement(self) -> _Membership:
        """Return the same knowledge of those who are not members."""
        return replace(
            self,
            inside=self.outside,
            outside=self.inside,
            at_least=len(self.everyone) - self.at_most,
            at_most=len(self.everyone) - self.at_least,
        )


def signing_bounds(
    before: pd.DataFrame,
    after: pd.DataFrame,
    population: pd.DataFrame,
    reported_before: pd.DataFrame | None = None,
    reported_after: pd.DataFrame | None = None,
    within: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Bound how many offices signed both, one or neither of two letters.

    Parameters
    ----------
    before, after : pandas.DataFrame
        What `participation` returns for the two letters. Inferred rows are
        taken as not known.
    population : pandas.DataFrame
        What `population` returns: `usps` and `stratum`. Offices that are not
        in it are left out.
    reported_before, reported_after : pandas.DataFrame, optional
        The reported number of signers by stratum: columns `stratum`,
        `at_least` and `at_most` (missing: no such limit). A stratum without a
        row has no reported number.
    within : iterable of str, optional
        Count only these offices (the numbers still hold for all of them).

    Returns
    -------
    pandas.DataFrame
        For each stratum in the order of `population`, then for `all` of them,
        one row for each of `QUANTITIES`: `stratum`, `quantity`, `at_least`,
        `at_most` and `offices` (how many offices of the stratum are counted).
        `only_after` is the number of entries, `only_before` of exits.

    Raises
    ------
    ValueError
        If the offices of the frames differ, if a stratum or an office is
        unknown, or if a reported number cannot hold beside the lists.

    Notes
    -----
    In one stratum of N offices let a letter have K known members, X known
    non-members and U = N - K - X open offices. A reported number of l to h
    members narrows to max(l, K) to min(h, K + U). With one letter A known in
    full and the later letter B reported, the number of B in any set S of
    offices is at least max(K in S, l - K outside S - U outside S) and at most
    min(K + U in S, h - K outside S), which gives entries (S: outside A) and
    stayers (S: inside A).

    The function covers the general case, in which both lists may be partial.
    Each quantity is an overlap of A or its complement with B or its
    complement, and the complement of a set of l to h members has N - h to
    N - l. For an overlap within S, members that are still to be placed,
    a = l_A - K_A and b = l_B - K_B, go first where they add nothing: into open
    offices outside S, and into open offices in S which the other letter is
    known not to have. With a' and b' left over, and V offices of S open in
    both, the least overlap is

        known in both + max(0, a' + b' - V).

    For the greatest, with a = h_A - K_A and b = h_B - K_B, they go first where
    they add most: p = min(a, offices of S open in A and known in B), q
    likewise, and the overlap is

        known in both + p + q + min(V, a - p, b - q).

    These are Fréchet's bounds on the overlap of two sets of given size, with
    known members taken into account. Strata do not constrain one another, so
    their bounds add up.

    References
    ----------
    M. Fréchet, "Généralisation du théorème des probabilités totales",
    Fundamenta Mathematicae 25 (1935), 379-387.

    Examples
    --------
    Five states. A and B signed the first letter, and its list is complete. Of
    the second, only that four states signed it, and that A did. One state of
    five can be missing, so at least two of the three outsiders came in.

    >>> before = pd.DataFrame({
    ...     "usps": list("ABCDE"), "status": ["signed"] * 2 + ["not_signed"] * 3,
    ...     "evidence": ["one_source"] * 2 + ["complete_list"] * 3,
    ... })
    >>> after = before.assign(
    ...     status=["signed"] + ["not_known"] * 4, evidence=["one_source"] + ["none"] * 4
    ... )
    >>> states = pd.DataFrame({"usps": list("ABCDE"), "stratum": "states"})
    >>> four = pd.DataFrame({"stratum": ["states"], "at_least": [4], "at_most": [4]})
    >>> bounds = signing_bounds(before, after, states, reported_after=four)
    >>> bounds[bounds["stratum"] == "states"].drop(columns="stratum")
          quantity  at_least  at_most  offices
    0       before         2        2        5
    1        after         4        4        5
    2         both         1        2        5
    3  only_before         0        1        5
    4   only_after         2        3        5
    5      neither         0        1        5
    """
    require_same_offices(before, after)
    strangers = sorted(set(population["usps"]) - set(before["usps"]))
    if strangers:
        raise ValueError(f"population has offices without a status: {', '.join(strangers)}")
    counted = set(population["usps"]) if within is None else set(within)
    strata = list(dict.fromkeys(population["stratum"]))
    known_before, known_after = _known(before), _known(after)
    limits_before = _reported_limits(reported_before, strata)
    limits_after = _reported_limits(reported_after, strata)
    rows = []
    for stratum in strata:
        everyone = frozenset(population.loc[population["stratum"] == stratum, "usps"])
        first = _membership(stratum, everyone, *known_before, *limits_before[stratum])
        second = _membership(stratum, everyone, *known_after, *limits_after[stratum])
        here = everyone & counted
        for quantity, low, high in _bounds_of_quantities(first, second, here):
            rows.append((stratum, quantity, low, high, len(here)))
    table = pd.DataFrame(rows, columns=["stratum", "quantity", "at_least", "at_most", "offices"])
    total = table.groupby("quantity", sort=False)[["at_least", "at_most", "offices"]].sum()
    total = total.reset_index().assign(stratum="all")[table.columns]
    return pd.concat([table, total], ignore_index=True)


def _known(participation: pd.DataFrame) -> tuple[frozenset[str], frozenset[str]]:
    """Return the offices known to have signed and known not to, inferred rows aside."""
    sourced = participation[participation["evidence"] != "inferred"]
    signed = sourced["status"].isin(["signed", "joined_later"])
    not_signed = sourced["status"] == "not_signed"
    return frozenset(sourced.loc[signed, "usps"]), frozenset(sourced.loc[not_signed, "usps"])


def _reported_limits(
    reported: pd.DataFrame | None, strata: list[str]
) -> dict[str, tuple[int | None, int | None]]:
    """Return the reported limits of every stratum, None where there is none."""
    limits: dict[str, tuple[int | None, int | None]] = dict.fromkeys(strata, (None, None))
    if reported is None:
        return limits
    strangers = sorted(set(reported["stratum"]) - set(strata))
    if strangers or reported["stratum"].duplicated().any():
        raise ValueError(
            f"reported numbers need one row a stratum, for strata of the population "
            f"({', '.join(strata)}); found {', '.join(reported['stratum'])}"
        )
    for row in reported.to_dict("records"):
        low, high = row["at_least"], row["at_most"]
        limits[row["stratum"]] = (
            None if pd.isna(low) else int(low),
            None if pd.isna(high) else int(high),
        )
    return limits


def _membership(
    stratum: str,
    everyone: frozenset[str],
    signed: frozenset[str],
    not_signed: frozenset[str],
    low: int | None,
    high: int | None,
) -> _Membership:
    """Gather what is known of one letter in one stratum, and check that it can hold."""
    inside, outside = signed & everyone, not_signed & everyone
    possible = len(everyone) - len(outside)
    at_least = len(inside) if low is None else max(low, len(inside))
    at_most = possible if high is None else min(high, possible)
    if at_least > at_most:
        raise ValueError(
            f"stratum {stratum!r}: between {low} and {high} signers are reported, but "
            f"{len(inside)} of {len(everyone)} offices are known to have signed and "
            f"{len(outside)} not to have; mend the reported number, the list or the strata"
        )
    return _Membership(inside, outside, everyone, at_least, at_most)


def _bounds_of_quantities(
    first: _Membership, second: _Membership, within: frozenset[str]
) -> list[tuple[str, int, int]]:
    """Return (quantity, at least, at most) for each of `QUANTITIES`."""
    number = len(first.everyone)
    anyone = _Membership(first.everyone, frozenset(), first.everyone, number, number)
    pairs = (
        (first, anyone),
        (second, anyone),
        (first, second),
        (first, second.complement()),
        (first.complement(), second),
        (first.complement(), second.complement()),
    )
    return [
        (quantity, *_overlap(one, other, within))
        for quantity, (one, other) in zip(QUANTITIES, pairs, strict=True)
    ]


def _overlap(one: _Membership, other: _Membership, within: frozenset[str]) -> tuple[int, int]:
    """Return the least and the greatest number of offices in both and within a set."""
    in_both = len(one.inside & other.inside & within)
    open_both = len(one.open & other.open & within)

    def left_over(this: _Membership, that: _Membership) -> int:
        harmless = len(this.open - within) + len(this.open & that.outside & within)
        return max(0, this.at_least - len(this.inside) - harmless)

    least = in_both + max(0, left_over(one, other) + left_over(other, one) - open_both)
    to_place_one = one.at_most - len(one.inside)
    to_place_other = other.at_most - len(other.inside)
    hit_one = min(to_place_one, len(one.open & other.inside & within))
    hit_other = min(to_place_other, len(other.open & one.inside & within))
    shared = min(open_both, to_place_one - hit_one, to_place_other - hit_other)
    return least, in_both + hit_one + hit_other + shared


def entries_by_person(
    before: pd.DataFrame,
    after: pd.DataFrame,
    population: pd.DataFrame,
    same_person: pd.DataFrame,
    reported_before: pd.DataFrame | None = None,
    reported_after: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Bound how many entries between two letters are a change of holder, how many of mind.

    An office that did not sign the earlier letter and signed the later has
    either a new officeholder or the same person, who then acted differently.

    Parameters
    ----------
    before, after, population, reported_before, reported_after
        As for `signing_bounds`.
    same_person : pandas.DataFrame
        Columns `usps` and `same_person` (yes, no or unknown; missing is
        unknown): whether one person held the office on both days.

    Returns
    -------
    pandas.DataFrame
        For each stratum and for `all`: `stratum`, `person` (same, new or
        either), `at_least` and `at_most` (the entries of such offices) and
        `outside` (how many such offices are not known to have signed the
        earlier letter, and so could enter). Under `same` and `new`, an office
        of unknown holder counts in `at_most` and `outside`, not in `at_least`.

    Raises
    ------
    ValueError
        As for `signing_bounds`, or if an office has no row, several rows or
        another value in `same_person`.

    Examples
    --------
    Of the three outsiders in the example of `signing_bounds`, C has a new
    officeholder, D has not, and of E it is unknown. Two or three of them
    entered: C and E could be the two, and so could D and E.

    >>> before = pd.DataFrame({
    ...     "usps": list("ABCDE"), "status": ["signed"] * 2 + ["not_signed"] * 3,
    ...     "evidence": ["one_source"] * 2 + ["complete_list"] * 3,
    ... })
    >>> after = before.assign(status="not_known", evidence="none")
    >>> states = pd.DataFrame({"usps": list("ABCDE"), "stratum": "states"})
    >>> four = pd.DataFrame({"stratum": ["states"], "at_least": [4], "at_most": [4]})
    >>> held = pd.DataFrame({
    ...     "usps": list("ABCDE"), "same_person": ["yes", "yes", "no", "yes", "unknown"],
    ... })
    >>> table = entries_by_person(before, after, states, held, reported_after=four)
    >>> table[table["stratum"] == "states"].drop(columns="stratum")
       person  at_least  at_most  outside
    0    same         0        2        2
    1     new         0        2        2
    2  either         2        3        3
    """
    holder = _holders(same_person, population)

    def bounds_for(values: list[str]) -> pd.DataFrame:
        offices = holder.index[holder.isin(values)]
        return signing_bounds(before, after, population, reported_before, reported_after, offices)

    parts = []
    for person, sure in (("same", ["yes"]), ("new", ["no"]), ("either", ["yes", "no", "unknown"])):
        least, most = bounds_for(sure), bounds_for([*sure, "unknown"])
        entries = most[most["quantity"] == "only_after"].assign(person=person)
        signed_before = most.loc[most["quantity"] == "before", "at_least"].to_numpy()
        entries["outside"] = entries["offices"] - signed_before
        entries["at_least"] = least["at_least"]
        parts.append(entries[["stratum", "person", "at_least", "at_most", "outside"]])
    return pd.concat(parts).sort_index(kind="stable").reset_index(drop=True)


def _holders(same_person: pd.DataFrame, population: pd.DataFrame) -> pd.Series:
    """Return yes, no or unknown for every office of the population."""
    rows = same_person[same_person["usps"].isin(population["usps"])]
    holder = rows.set_index("usps")["same_person"].fillna("unknown")
    wrong = holder[~holder.isin(["yes", "no", "unknown"])]
    if len(wrong):
        raise ValueError(
            f"same_person of {', '.join(wrong.index)} is {', '.join(wrong)}; use yes, no or unknown"
        )
    wrong_rows = set(population["usps"]) ^ set(holder.index[~holder.index.duplicated(keep=False)])
    if wrong_rows:
        raise ValueError(
            "same_person needs one row for each office of the population; missing or repeated: "
            + ", ".join(sorted(wrong_rows))
        )
    return holder
