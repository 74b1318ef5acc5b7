from itertools import product
from math import inf, isnan

import numpy as np
import pandas as pd
import pytest
from scipy.stats import fisher_exact, nchypergeom_fisher

from agletters.comparisons import (
    TwoByTwo,
    compare,
    compare_counts,
    detectable_difference,
    extremes,
    fisher_power,
    two_by_two,
)


def people() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "usps": ["AA", "BB", "CC", "DD", "EE", "FF", "GG"],
            "signed": ["yes", "yes", "yes", "no", "no", "no", "unknown"],
            "nominee": ["yes", "no", "unknown", "yes", "no", None, "yes"],
        }
    )


def test_every_unit_is_named_in_its_cell() -> None:
    table = two_by_two(people(), "signed", "nominee")
    assert (table.a, table.b, table.c, table.d) == (("AA",), ("BB",), ("DD",), ("EE",))
    assert table.counts == (1, 1, 1, 1)


def test_unknown_is_kept_apart_and_never_counted_as_no() -> None:
    table = two_by_two(people(), "signed", "nominee")
    assert table.group_unknown == ("CC",)
    assert table.rest_unknown == ("FF",)
    assert table.unplaced == ("GG",)


def test_the_cells_can_be_read_as_a_table() -> None:
    frame = two_by_two(people(), "signed", "nominee").to_frame()
    assert frame.columns.tolist() == ["group", "outcome", "count", "units"]
    assert frame["group"].tolist() == ["yes"] * 3 + ["no"] * 3
    assert frame["outcome"].tolist() == ["yes", "no", "unknown"] * 2
    assert frame["count"].tolist() == [1] * 6
    assert frame["units"].tolist() == [("AA",), ("BB",), ("CC",), ("DD",), ("EE",), ("FF",)]


def test_another_word_than_yes_no_and_unknown_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^BB: column 'nominee' has 'maybe'; use yes, no or"):
        two_by_two(people().replace({"nominee": {"no": "maybe"}}), "signed", "nominee")


def test_a_wrong_word_in_the_group_is_named_with_its_unit() -> None:
    with pytest.raises(ValueError, match=r"^CC: column 'signed' has 'so'; use yes, no or unknown$"):
        two_by_two(people().assign(signed=["yes", "no", "so"] + ["no"] * 4), "signed", "nominee")


@pytest.mark.parametrize("counts", [(2, 2, 2, 2), (2, 2, 1, 3), (1, 3, 2, 2), (3, 4, 3, 4)])
def test_equal_counts_are_not_taken_for_an_empty_group(counts: tuple[int, ...]) -> None:
    a, b, c, d = counts
    result = compare_counts(*counts)
    assert (result.share_group, result.share_rest) == (a / (a + b), c / (c + d))
    assert result.difference_low < result.difference < result.difference_high
    assert 0 < result.mid_p < result.fisher_p <= 1
    assert result.odds_ratio_low < result.odds_ratio < result.odds_ratio_high
    assert result.note == ""


def test_two_groups_of_which_all_have_the_outcome_are_said_to_have_it() -> None:
    assert compare_counts(4, 0, 4, 0).note == "every unit has the outcome: no test"
    assert compare_counts(0, 4, 0, 4).note == "no unit has the outcome: no test"


def test_a_unit_named_twice_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^column 'usps' names AA, CC more than once$"):
        two_by_two(people().replace({"usps": {"BB": "AA", "DD": "CC"}}), "signed", "nominee")


def test_the_units_can_be_named_by_another_column() -> None:
    table = two_by_two(people().rename(columns={"usps": "name"}), "signed", "nominee", "name")
    assert (table.group, table.outcome, table.a) == ("signed", "nominee", ("AA",))


# Newcombe 1998, table II, method 10: a of m against b of n.
NEWCOMBE = [
    ((56, 70, 48, 80), (0.0524, 0.3339)),
    ((9, 10, 3, 10), (0.1705, 0.8090)),
    ((6, 7, 2, 7), (0.0582, 0.8062)),
    ((5, 56, 0, 29), (-0.0381, 0.1926)),
    ((0, 10, 0, 20), (-0.1611, 0.2775)),
    ((0, 10, 0, 10), (-0.2775, 0.2775)),
    ((10, 10, 0, 20), (0.6791, 1.0000)),
    ((10, 10, 0, 10), (0.6075, 1.0000)),
]


@pytest.mark.parametrize(("counts", "interval"), NEWCOMBE)
def test_the_interval_of_the_difference_is_newcombes(
    counts: tuple[int, ...], interval: tuple[float, float]
) -> None:
    a, m, b, n = counts
    result = compare_counts(a, m - a, b, n - b)
    assert (result.difference_low, result.difference_high) == pytest.approx(interval, abs=5e-5)
    assert result.difference == pytest.approx(a / m - b / n)


# The examples of Fagerland, Lydersen and Laake 2017, chapter 4, as in their R package.
MID_P = [
    ((3, 1, 1, 3), 0.25714),
    ((7, 27, 1, 33), 0.02966),
    ((9, 4, 4, 10), 0.03914),
    ((0, 16, 15, 57), 0.04466),
    ((745, 3, 127, 2), 0.09193),
]


@pytest.mark.parametrize(("counts", "mid_p"), MID_P)
def test_the_mid_p_is_the_textbooks(counts: tuple[int, ...], mid_p: float) -> None:
    assert compare_counts(*counts).mid_p == pytest.approx(mid_p, abs=5e-6)


def test_the_odds_ratio_is_the_one_of_r_for_convictions_and_tea() -> None:
    """The examples on R's help page of fisher.test, two-sided."""
    assert compare_counts(3, 1, 1, 3).fisher_p == pytest.approx(0.4857, abs=5e-5)
    convictions = compare_counts(2, 15, 10, 3)
    assert convictions.fisher_p == pytest.approx(0.0005367, abs=5e-8)
    assert convictions.odds_ratio == pytest.approx(0.04693661, abs=5e-7)
    # R stops its search for the limits early, hence the tolerance.
    assert convictions.odds_ratio_low == pytest.approx(0.003325764, rel=0.005)
    assert convictions.odds_ratio_high == pytest.approx(0.363182271, rel=0.005)
    assert compare_counts(3, 1, 1, 3).odds_ratio == pytest.approx(6.408309, rel=1e-5)


@pytest.mark.parametrize("counts", [(3, 1, 1, 3), (11, 10, 14, 16), (2, 15, 10, 3)])
def test_each_limit_of_the_odds_ratio_leaves_half_of_five_per_cent(counts: tuple[int, ...]) -> None:
    a, b, c, d = counts
    result = compare_counts(*counts)
    low = nchypergeom_fisher(a + b + c + d, a + c, a + b, result.odds_ratio_low)
    high = nchypergeom_fisher(a + b + c + d, a + c, a + b, result.odds_ratio_high)
    assert low.sf(a - 1) == pytest.approx(0.025, rel=1e-6)
    assert high.cdf(a) == pytest.approx(0.025, rel=1e-6)


def test_an_empty_cell_gives_an_odds_ratio_of_nought_or_infinity() -> None:
    nought, endless = compare_counts(0, 5, 3, 4), compare_counts(5, 0, 0, 5)
    assert (nought.odds_ratio, nought.odds_ratio_low) == (0, 0)
    assert 0 < nought.odds_ratio_high < inf
    assert (endless.odds_ratio, endless.odds_ratio_high) == (inf, inf)
    assert 1 < endless.odds_ratio_low < inf
    assert nought.note == endless.note == ""


@pytest.mark.parametrize(
    ("counts", "note"),
    [((0, 5, 0, 4), "no unit has the outcome"), ((5, 0, 4, 0), "every unit has the outcome")],
)
def test_where_all_or_none_have_the_outcome_the_tests_are_undefined(
    counts: tuple[int, ...], note: str
) -> None:
    result = compare_counts(*counts)
    assert isnan(result.fisher_p)
    assert isnan(result.mid_p)
    assert isnan(result.odds_ratio)
    assert isnan(result.odds_ratio_low)
    assert isnan(result.odds_ratio_high)
    assert result.note == f"{note}: no test"
    assert result.difference == 0
    assert result.difference_low < 0 < result.difference_high


def test_an_empty_group_leaves_everything_undefined_and_says_so() -> None:
    for result in (compare_counts(0, 0, 3, 4), compare_counts(3, 4, 0, 0)):
        assert isnan(result.share_group) != isnan(result.share_rest)
        assert isnan(result.difference)
        assert isnan(result.difference_low)
        assert isnan(result.difference_high)
        assert isnan(result.fisher_p)
        assert result.note == "a group is empty: no difference, no test"


def test_a_table_is_compared_by_its_known_cells() -> None:
    table = TwoByTwo("g", "o", ("A", "B", "C"), ("D",), ("E",), ("F", "G", "H"), ("I",), ("J",))
    assert compare(table) == compare_counts(3, 1, 1, 3)


def test_swapping_the_groups_turns_the_difference_and_keeps_the_p() -> None:
    one, other = compare_counts(11, 10, 14, 16), compare_counts(14, 16, 11, 10)
    assert one.difference == pytest.approx(-other.difference)
    assert one.difference_low == pytest.approx(-other.difference_high)
    assert one.fisher_p == pytest.approx(other.fisher_p)
    assert one.odds_ratio == pytest.approx(1 / other.odds_ratio, rel=1e-6)


def test_the_extremes_enclose_every_way_to_fill_the_unknown_cells() -> None:
    table = two_by_two(people(), "signed", "nominee")
    readings = extremes(table).set_index("reading")["difference"]
    filled = [
        compare_counts(1 + in_group, 2 - in_group, 1 + in_rest, 2 - in_rest).difference
        for in_group, in_rest in product([0, 1], repeat=2)
    ]
    assert readings["lowest"] == pytest.approx(min(filled))
    assert readings["highest"] == pytest.approx(max(filled))
    assert readings["known"] == compare(table).difference


def test_without_unknown_cells_the_extremes_agree() -> None:
    table = two_by_two(
        people().replace({"nominee": {"unknown": "no"}}).dropna(), "signed", "nominee"
    )
    assert len(set(extremes(table)["difference"])) == 1


@pytest.mark.parametrize(("n_group", "n_rest"), [(4, 6), (5, 5)])
def test_power_is_the_sum_over_all_tables_that_fishers_test_rejects(
    n_group: int, n_rest: int
) -> None:
    share_group, share_rest = 0.9, 0.2
    total = 0.0
    for outcomes in product([0, 1], repeat=n_group + n_rest):
        x, y = sum(outcomes[:n_group]), sum(outcomes[n_group:])
        if fisher_exact([[x, n_group - x], [y, n_rest - y]]).pvalue <= 0.05:
            total += np.prod(np.where(outcomes[:n_group], share_group, 1 - share_group)) * np.prod(
                np.where(outcomes[n_group:], share_rest, 1 - share_rest)
            )
    assert fisher_power(n_group, n_rest, share_group, share_rest) == pytest.approx(total)


def test_fishers_test_keeps_its_level() -> None:
    for share in (0.1, 0.3, 0.5):
        assert fisher_power(12, 15, share, share) <= 0.05


def test_the_detectable_difference_is_the_first_that_reaches_the_power() -> None:
    found = detectable_difference(21, 30, 14 / 30).set_index("direction")
    for direction, step in (("higher", -0.001), ("lower", 0.001)):
        share = found.loc[direction, "share_group"]
        reached = fisher_power(21, 30, share, 14 / 30)
        assert found.loc[direction, "power"] == pytest.approx(reached)
        assert reached >= 0.8
        assert fisher_power(21, 30, share + step, 14 / 30) < 0.8
        assert found.loc[direction, "difference"] == pytest.approx(share - 14 / 30)


def test_a_design_that_can_see_nothing_says_so() -> None:
    found = detectable_difference(3, 3, 0.5)
    assert found["share_group"].isna().all()
    assert found["power"].tolist() == [0, 0]


def test_there_is_no_share_above_one() -> None:
    found = detectable_difference(10, 10, 1).set_index("direction")
    assert isnan(found.loc["higher", "power"])
    assert found.loc["lower", "power"] >= 0.8


def test_there_is_no_share_below_nought() -> None:
    found = detectable_difference(10, 10, 0).set_index("direction")
    assert isnan(found.loc["lower", "power"])
    assert found.loc["higher", "power"] >= 0.8


def test_the_base_rate_itself_is_no_difference() -> None:
    found = detectable_difference(10, 10, 0.5, power=0.0)
    assert found["share_group"].tolist() == [0.501, 0.499]


def test_a_base_rate_that_is_no_share_is_refused() -> None:
    with pytest.raises(ValueError, match=r"base_rate is 1\.5"):
        detectable_difference(10, 10, 1.5)
    with pytest.raises(ValueError, match=r"^base_rate is 47; it is a share, between 0 and 1$"):
        detectable_difference(10, 10, 47)
    with pytest.raises(ValueError, match="base_rate is -1"):
        detectable_difference(10, 10, -1)
