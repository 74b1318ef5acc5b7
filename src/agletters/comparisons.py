"""Exact comparisons of two groups on a yes-or-no outcome.

Few units (offices, say) make for wide intervals, so every comparison carries
its counts, its named units, exact tests and intervals, and says what is
undefined. Units whose outcome is not known are kept apart, never counted as
"no".
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache

import numpy as np
import pandas as pd
from scipy.stats import binom, fisher_exact, hypergeom
from scipy.stats.contingency import odds_ratio
from statsmodels.stats.proportion import confint_proportions_2indep

CONFIDENCE = 0.95
"""The level of every interval."""

TIE = 1e-7
"""Tables whose probabilities differ by less than this part of them count as equally probable."""

Units = tuple[str, ...]


@dataclass(frozen=True)
class TwoByTwo:
    """Two groups by a yes-or-no outcome, with the units named in each cell.

    The letters are those usual for a 2x2 table: `a` and `b` are the units of
    the group with and without the outcome, `c` and `d` the rest with and
    without it.

    Attributes
    ----------
    group, outcome : str
        What makes a unit one of the group, and what is compared.
    a, b, c, d : tuple of str
        The units of the four cells.
    group_unknown, rest_unknown : tuple of str
        Units of the group, and of the rest, whose outcome is not known.
    unplaced : tuple of str
        Units of which it is not known whether they belong to the group, or to
        the population.
    """

    group: str
    outcome: str
    a: Units
    b: Units
    c: Units
    d: Units
    group_unknown: Units = ()
    rest_unknown: Units = ()
    unplaced: Units = ()

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """The number of units in `a`, `b`, `c` and `d`."""
        return len(self.a), len(self.b), len(self.c), len(self.d)

    def to_frame(self) -> pd.DataFrame:
        """Return the cells as rows: `group`, `outcome`, `count` and `units`.

        Returns
        -------
        pandas.DataFrame
            Six rows: group yes and no, by outcome yes, no and unknown. Unplaced
            units are in none of them.
        """
        rows = [
            ("yes", "yes", self.a),
            ("yes", "no", self.b),
            ("yes", "unknown", self.group_unknown),
            ("no", "yes", self.c),
            ("no", "no", self.d),
            ("no", "unknown", self.rest_unknown),
        ]
        return pd.DataFrame(
            [(group, outcome, len(units), units) for group, outcome, units in rows],
            columns=["group", "outcome", "count", "units"],
        )


@dataclass(frozen=True)
class Comparison:
    """The result of comparing two groups; NaN where something is undefined.

    Attributes
    ----------
    a, b, c, d : int
        Counts, as in `TwoByTwo`.
    share_group, share_rest : float
        a / (a + b) and c / (c + d).
    difference, difference_low, difference_high : float
        `share_group` less `share_rest`, with its 95% interval (Newcombe).
    fisher_p, mid_p : float
        Two-sided p of Fisher's exact test, and its mid-p.
    odds_ratio, odds_ratio_low, odds_ratio_high : float
        Conditional maximum likelihood estimate, with its exact 95% interval;
        0 and infinity are possible values of all three.
    note : str
        What is undefined, and why; empty otherwise.
    """

    a: int
    b: int
    c: int
    d: int
    share_group: float
    share_rest: float
    difference: float
    difference_low: float
    difference_high: float
    fisher_p: float
    mid_p: float
    odds_ratio: float
    odds_ratio_low: float
    odds_ratio_high: float
    note: str


def two_by_two(frame: pd.DataFrame, group: str, outcome: str, label: str = "usps") -> TwoByTwo:
    """Sort the units of a frame into the cells of a 2x2 table.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row a unit.
    group, outcome : str
        Columns of yes, no or unknown (missing is unknown).
    label : str, default "usps"
        The column that names the units.

    Returns
    -------
    TwoByTwo
        Units in the order of the frame.

    Raises
    ------
    ValueError
        If a unit is named twice, or a cell holds another value.

    Examples
    --------
    >>> table = two_by_two(pd.DataFrame({
    ...     "usps": ["AA", "BB", "CC", "DD"],
    ...     "signed": ["yes", "yes", "no", "unknown"],
    ...     "nominee": ["yes", "unknown", "no", "yes"],
    ... }), "signed", "nominee")
    >>> table.counts, table.group_unknown, table.unplaced
    ((1, 0, 0, 1), ('BB',), ('DD',))
    """
    repeats = sorted(set(frame.loc[frame[label].duplicated(), label]))
    if repeats:
        raise ValueError(f"column {label!r} names {', '.join(repeats)} more than once")
    in_group, has_outcome = _ternary(frame, group, label), _ternary(frame, outcome, label)

    def units(group_value: str, outcome_value: str) -> Units:
        return tuple(frame.loc[(in_group == group_value) & (has_outcome == outcome_value), label])

    return TwoByTwo(
        group=group,
        outcome=outcome,
        a=units("yes", "yes"),
        b=units("yes", "no"),
        c=units("no", "yes"),
        d=units("no", "no"),
        group_unknown=units("yes", "unknown"),
        rest_unknown=units("no", "unknown"),
        unplaced=tuple(frame.loc[in_group == "unknown", label]),
    )


def _ternary(frame: pd.DataFrame, column: str, label: str) -> pd.Series:
    """Return a column of yes, no and unknown, checked."""
    values = frame[column].fillna("unknown")
    wrong = frame[~values.isin(["yes", "no", "unknown"])]
    if len(wrong):
        first = wrong.iloc[0]
        raise ValueError(
            f"{first[label]}: column {column!r} has {first[column]!r}; use yes, no or unknown"
        )
    return values


def compare(table: TwoByTwo) -> Comparison:
    """Compare the two groups of a table. Units of unknown outcome are left out.

    Parameters
    ----------
    table : TwoByTwo
        What `two_by_two` returns.

    Returns
    -------
    Comparison
        See `compare_counts`.

    Examples
    --------
    >>> table = TwoByTwo("signed", "nominee", ("AA", "BB", "CC"), ("DD",),
    ...                  ("EE",), ("FF", "GG", "HH"))
    >>> round(compare(table).fisher_p, 4)
    0.4857
    """
    return compare_counts(*table.counts)


def compare_counts(a: int, b: int, c: int, d: int) -> Comparison:
    """Compare two groups by the counts of their 2x2 table.

    Parameters
    ----------
    a, b : int
        Units of the group with and without the outcome.
    c, d : int
        Units of the rest with and without it.

    Returns
    -------
    Comparison
        Shares and their difference with Newcombe's interval, Fisher's exact
        test, its mid-p, and the conditional odds ratio with its exact interval.

    Notes
    -----
    The interval of the difference is Newcombe's hybrid score interval without
    continuity correction (his method 10), from statsmodels. It is undefined
    where a group is empty.

    Fisher's two-sided p adds the probabilities of all tables with the observed
    margins that are no more probable than the one observed (scipy). The mid-p
    adds those of the less probable tables, and half of those exactly as
    probable as the one observed. Fisher's test keeps
    its level but is conservative with few units; the mid-p comes closer to the
    level and can exceed it a little.

    The odds ratio is the conditional maximum likelihood estimate, and its
    interval holds all values that a one-sided exact test at half of the
    remaining 5% does not reject (scipy). Where a cell is empty it can be 0 or
    infinite.

    If all units, or none, have the outcome, or if a group is empty, only one
    table has these margins. The tests then say nothing, and are undefined here
    rather than 1.

    References
    ----------
    R. G. Newcombe, "Interval estimation for the difference between independent
    proportions: comparison of eleven methods", Statistics in Medicine 17
    (1998), 873-890.

    H. O. Lancaster, "Significance tests in discrete distributions", Journal of
    the American Statistical Association 56 (1961), 223-234.

    M. W. Fagerland, S. Lydersen, P. Laake, Statistical Analysis of Contingency
    Tables, 2017, chapter 4.

    Examples
    --------
    The lady who tasted eight cups of tea and named three of four rightly: of
    70 equally likely choices, 34 are no more probable than hers; the mid-p
    takes the 2 that are less probable and half of the 32 that are as probable.

    >>> tea = compare_counts(3, 1, 1, 3)
    >>> round(tea.fisher_p, 4) == round(34 / 70, 4)
    True
    >>> round(tea.mid_p, 4) == round((2 + 32 / 2) / 70, 4)
    True
    """
    share_group, share_rest = _share(a, b), _share(c, d)
    notes = []
    low = high = np.nan
    if a + b and c + d:
        low, high = confint_proportions_2indep(
            a, a + b, c, c + d, method="newcomb", compare="diff", alpha=1 - CONFIDENCE
        )
    else:
        notes.append("a group is empty: no difference, no test")
    fisher_p = mid = ratio = ratio_low = ratio_high = np.nan
    if a + b and c + d and a + c and b + d:
        fisher_p, mid, ratio, ratio_low, ratio_high = _exact(a, b, c, d)
    elif not notes:
        notes.append(f"{'no' if a + c == 0 else 'every'} unit has the outcome: no test")
    return Comparison(
        a=a,
        b=b,
        c=c,
        d=d,
        share_group=share_group,
        share_rest=share_rest,
        difference=share_group - share_rest,
        difference_low=float(low),
        difference_high=float(high),
        fisher_p=fisher_p,
        mid_p=mid,
        odds_ratio=ratio,
        odds_ratio_low=ratio_low,
        odds_ratio_high=ratio_high,
        note="; ".join(notes),
    )


def _share(yes: int, no: int) -> float:
    return yes / (yes + no) if yes + no else float("nan")


# The readings of one table, and the tables of a plan, often have the same counts.
@cache
def _exact(a: int, b: int, c: int, d: int) -> tuple[float, float, float, float, float]:
    """Return Fisher's p, the mid-p, and the conditional odds ratio with its interval."""
    cells = [[a, b], [c, d]]
    estimate = odds_ratio(cells, kind="conditional")
    interval = estimate.confidence_interval(CONFIDENCE)
    return (
        float(fisher_exact(cells).pvalue),
        _mid_p(a, b, c, d),
        float(estimate.statistic),
        float(interval.low),
        float(interval.high),
    )


def _mid_p(a: int, b: int, c: int, d: int) -> float:
    """Return the two-sided mid-p of Fisher's exact test."""
    possible, probability = _tables(a + b, c + d, a + c)
    observed = probability[possible == a]
    less = probability < observed * (1 - TIE)
    equal = (probability <= observed * (1 + TIE)) & ~less
    return float(probability[less].sum() + probability[equal].sum() / 2)


def _tables(n_group: int, n_rest: int, with_outcome: int) -> tuple[np.ndarray, np.ndarray]:
    """Return all counts `a` that the margins allow, and their probabilities."""
    possible = np.arange(max(0, with_outcome - n_rest), min(n_group, with_outcome) + 1)
    return possible, hypergeom(n_group + n_rest, with_outcome, n_group).pmf(possible)


def extremes(table: TwoByTwo) -> pd.DataFrame:
    """Compare with the unknown outcomes left out, and at both extremes.

    Parameters
    ----------
    table : TwoByTwo
        With units in `group_unknown` or `rest_unknown`, or without.

    Returns
    -------
    pandas.DataFrame
        Three rows, `reading` and the fields of `Comparison`: `known` (units of
        unknown outcome left out), `lowest` (they are "no" in the group and
        "yes" in the rest) and `highest` (the reverse). The difference that
        full knowledge would give is between the last two. Unplaced units stay
        out.

    Examples
    --------
    >>> table = TwoByTwo("signed", "nominee", ("AA",), ("BB",), ("CC",), ("DD",),
    ...                  group_unknown=("EE",), rest_unknown=("FF", "GG"))
    >>> extremes(table)[["reading", "a", "b", "c", "d"]]
       reading  a  b  c  d
    0    known  1  1  1  1
    1   lowest  1  2  3  1
    2  highest  2  1  1  3
    """
    a, b, c, d = table.counts
    in_group, in_rest = len(table.group_unknown), len(table.rest_unknown)
    readings = {
        "known": (a, b, c, d),
        "lowest": (a, b + in_group, c + in_rest, d),
        "highest": (a + in_group, b, c, d + in_rest),
    }
    return pd.DataFrame(
        [{"reading": name} | asdict(compare_counts(*cells)) for name, cells in readings.items()]
    )


def fisher_power(
    n_group: int, n_rest: int, share_group: float, share_rest: float, alpha: float = 0.05
) -> float:
    """Return the power of Fisher's exact test for two groups of given size.

    Parameters
    ----------
    n_group, n_rest : int
        Units in each group.
    share_group, share_rest : float
        The true shares with the outcome.
    alpha : float, default 0.05
        The test rejects where its two-sided p is at most this.

    Returns
    -------
    float
        The probability that the test rejects, by enumeration of all tables:
        the two counts are independent binomials.

    Examples
    --------
    With three units each, no table gives a p of 0.05 or less (the smallest is
    2/20), so nothing could ever be found. With four each, only two tables do
    (2/70), and the shares 0 and 1 give one of them for certain.

    >>> fisher_power(3, 3, 1, 0), fisher_power(4, 4, 1, 0)
    (0.0, 1.0)
    """
    return float(_powers(n_group, n_rest, np.array([share_group]), share_rest, alpha)[0])


def _powers(
    n_group: int, n_rest: int, shares: np.ndarray, share_rest: float, alpha: float
) -> np.ndarray:
    """Return the power for each of several shares in the group."""
    in_group = binom.pmf(np.arange(n_group + 1), n_group, shares[:, np.newaxis])
    in_rest = binom.pmf(np.arange(n_rest + 1), n_rest, share_rest)
    powers: np.ndarray = in_group @ _rejects(n_group, n_rest, alpha) @ in_rest
    return powers


@cache
def _rejects(n_group: int, n_rest: int, alpha: float) -> np.ndarray:
    """Return, for every pair of counts, whether Fisher's exact test rejects."""
    rejects = np.zeros((n_group + 1, n_rest + 1), dtype=bool)
    for with_outcome in range(n_group + n_rest + 1):
        possible, probability = _tables(n_group, n_rest, with_outcome)
        as_extreme = probability <= probability[:, np.newaxis] * (1 + TIE)
        p = (as_extreme * probability).sum(axis=1)
        rejects[possible, with_outcome - possible] = p <= alpha
    return rejects


def detectable_difference(
    n_group: int,
    n_rest: int,
    base_rate: float,
    alpha: float = 0.05,
    power: float = 0.8,
) -> pd.DataFrame:
    """Say what difference a design of this size could have seen.

    Parameters
    ----------
    n_group, n_rest : int
        Units in each group.
    base_rate : float
        The share with the outcome in the rest.
    alpha : float, default 0.05
        Level of Fisher's two-sided exact test.
    power : float, default 0.8
        How often a true difference should be found.

    Returns
    -------
    pandas.DataFrame
        Two rows, `direction` higher and lower: `share_group` (the share in the
        group nearest to `base_rate`, in steps of a thousandth, at which the
        power is reached), `difference` (from `base_rate`) and `power` there.
        Where no share reaches it, the first two are NaN and `power` is what
        the share farthest off, 1 or 0, gives.

    Raises
    ------
    ValueError
        If `base_rate` is not between 0 and 1.

    Examples
    --------
    >>> detectable_difference(4, 4, 0.5)
      direction  share_group  difference   power
    0    higher          NaN         NaN  0.0625
    1     lower          NaN         NaN  0.0625
    """
    if not 0 <= base_rate <= 1:
        raise ValueError(f"base_rate is {base_rate}; it is a share, between 0 and 1")
    steps = np.arange(1001) / 1000
    directions = {"higher": steps[steps > base_rate], "lower": steps[steps < base_rate][::-1]}
    rows = []
    for direction, shares in directions.items():
        powers = _powers(n_group, n_rest, shares, base_rate, alpha)
        enough = np.flatnonzero(powers >= power)
        if enough.size:
            share = shares[enough[0]]
            rows.append((direction, share, share - base_rate, powers[enough[0]]))
        else:
            rows.append((direction, np.nan, np.nan, powers[-1] if powers.size else np.nan))
    return pd.DataFrame(rows, columns=["direction", "share_group", "difference", "power"])
