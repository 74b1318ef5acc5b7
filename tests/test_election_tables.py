import pandas as pd
import pytest

from agletters import election_tables as shaped
from agletters.coalitions import participation
from agletters.comparisons import TwoByTwo
from agletters.elections import election_frame
from agletters.plans import planned_table, run_plan
from tests import small_world as world

NAMES = world.offices().set_index("usps")["jurisdiction"]
REASONS = pd.DataFrame(
    {
        "usps": ["AA", "BB", "CC", "DD", "EE", "FF"],
        "not_running_reason": ["ran for governor", None, "lost primary", None, "appointed", None],
    }
)


@pytest.fixture
def frame() -> pd.DataFrame:
    letter = participation(
        "first", world.letters(), world.signatures(), world.offices(), world.not_signed()
    )
    return election_frame(world.offices(), world.officeholders(), world.candidacies(), letter)


def test_the_plan_is_shown_whole_and_in_its_order() -> None:
    table = shaped.plan_table(world.plan())
    assert table["Comparison"].to_list() == world.plan()["comparison_id"].to_list()
    assert table["Among"].to_list()[1] == "all offices"
    assert table["Outcome"].to_list()[2] == "party=D"


def test_every_result_has_its_counts_and_what_is_unknown(frame: pd.DataFrame) -> None:
    table = shaped.result_table(run_plan(frame, world.plan())).set_index("Comparison")
    assert table.loc["nominee", ["Signers", "Others"]].to_list() == [
        "2 of 2 (100%)",
        "1 of 3 (33%)",
    ]
    assert table.loc["all offices", "Unknown"] == 1
    assert table.loc["all offices", "At both extremes"] == "+50 to +75"
    assert pd.isna(table.loc["nominee", "At both extremes"])
    assert table.loc["party", "Note"] == "not placed: EE"


def test_a_comparison_that_did_not_run_says_why(frame: pd.DataFrame) -> None:
    plan = world.plan().replace({"outcome": {"party=D": "height=tall"}})
    table = shaped.result_table(run_plan(frame, plan)).set_index("Comparison")
    assert "height" in table.loc["party", "Note"]
    assert pd.isna(table.loc["party", "Signers"])


@pytest.mark.parametrize(
    ("value", "words"), [(0.004, "0"), (-0.004, "0"), (0.006, "+1"), (float("nan"), "undefined")]
)
def test_points_round_to_whole_ones_and_never_to_minus_zero(value: float, words: str) -> None:
    assert shaped.points(value) == words


def test_no_number_is_written_with_a_hyphen_for_a_minus() -> None:
    assert "-" not in shaped.points(-0.2) + shaped.percent(-0.2)


def test_small_p_values_are_not_rounded_to_zero() -> None:
    assert [shaped.probability(p) for p in (0.0004, 0.001, 0.0999, 0.1)] == [
        "below 0.001",
        "0.001",
        "0.100",
        "0.10",
    ]


def test_undefined_numbers_say_so() -> None:
    nan = float("nan")
    assert {shaped.ratio(nan), shaped.probability(nan), shaped.percent(nan)} == {"undefined"}
    assert shaped.ratio(float("inf")) == "∞"


def test_the_cells_name_their_offices(frame: pd.DataFrame) -> None:
    table = planned_table(frame, world.plan(), "all offices")
    cells = shaped.cells_table(table, NAMES, ("Signers", "Others"))
    assert cells["Which"].to_list() == ["Ash, Birch", "none", "Dogwood", "Cedar, Elm", "Fir"]
    assert cells["Outcome"].to_list()[-1] == "unknown"


def test_extremes_are_shown_only_where_something_is_unknown(frame: pd.DataFrame) -> None:
    tables = {name: planned_table(frame, world.plan(), name) for name in ("nominee", "direct")}
    rows = shaped.extremes_table(tables)
    assert rows["Comparison"].to_list() == ["nominee", "direct", "direct", "direct"]
    assert rows["Unknown cells"].to_list()[0] == "There are none"
    assert rows["Others"].to_list()[1:] == ["1 of 2 (50%)", "2 of 3 (67%)", "1 of 3 (33%)"]


def test_each_extreme_is_judged_by_its_own_interval() -> None:
    yes, no = tuple("ABCDEFGH"), tuple("IJKLMNOP")
    one_sided = TwoByTwo("signed", "ran", yes, (), (), no[:6], rest_unknown=("X",))
    assert shaped.clear_extremes(one_sided) == "each"
    wide = TwoByTwo("signed", "ran", yes[:4], no[:4], yes[4:], no[4:], group_unknown=tuple("QRSTU"))
    assert shaped.clear_extremes(wide) == "neither"
    lopsided = TwoByTwo("signed", "ran", yes, (), yes[:3], no[:5], rest_unknown=tuple("QRSTUVWX"))
    assert shaped.clear_extremes(lopsided) == "one"


def test_how_a_holder_stands_to_the_election(frame: pd.DataFrame) -> None:
    assert shaped.standing(frame).to_list() == [
        "On the ballot for governor or US senator",
        "On the ballot for re-election",
        "Ran in the cycle, but was not on the ballot",
        "On the ballot for re-election",
        "No candidacy",
        "Not known",
    ]


def test_a_nominee_for_no_office_on_the_list_is_named(frame: pd.DataFrame) -> None:
    odd = frame.assign(seeking_governor_or_senate="no")
    with pytest.raises(ValueError, match="AA"):
        shaped.standing(odd)


def test_the_record_answers_for_every_office(frame: pd.DataFrame) -> None:
    table = shaped.record_table(frame, REASONS).set_index("Office")
    assert len(table) == len(frame)
    assert table.loc["Fir", ["Attorney general", "Party", "On the ballot"]].to_list() == [
        "not known",
        "not known",
        "unknown",
    ]
    assert pd.isna(table.loc["Ash", "Why not"])
    assert table.loc["Cedar", "Why not"] == "lost primary"
    assert table.loc["Ash", "Sources"] == ("S7",)


def test_offices_without_a_direct_source_are_listed_unknown_ones_first(
    frame: pd.DataFrame,
) -> None:
    table = shaped.unsure_table(frame, REASONS)
    assert table["Office"].to_list() == ["Fir", "Elm"]
    assert table["Taken as"].to_list() == ["unknown", "not on the ballot"]


def test_power_grows_with_the_difference_and_stays_within_shares() -> None:
    found = shaped.power_table(20, 30, 0.4, (0.1, 0.3, 0.5))["Found in"]
    assert found.is_monotonic_increasing
    with pytest.raises(ValueError, match="no share"):
        shaped.power_table(20, 30, 0.4, (0.7,))


def test_words_for_a_difference() -> None:
    assert [shaped.lean_words(d) for d in (0.11, 0.1, -0.1, -0.11)] == [
        "more often",
        "a little more often",
        "a little less often",
        "less often",
    ]
    assert shaped.verdict(0, 0.3) == shaped.verdict(-0.3, 0) == "no clear difference"
    assert shaped.verdict(-0.3, -0.1) == "a difference"


def test_tiles_mark_what_no_source_states(frame: pd.DataFrame) -> None:
    tiles = shaped.tile_frame(frame).set_index("label")
    assert tiles["mark"].to_dict() == {
        "AA": False,
        "BB": False,
        "CC": False,
        "DD": False,
        "EE": True,
        "FF": True,
    }
    assert tiles.loc["FF", "hover"] == "officeholder not known, not known"
    with pytest.raises(ValueError, match="BB"):
        shaped.tile_frame(frame.assign(signed=["yes", "unknown", "no", "no", "no", "no"]))
