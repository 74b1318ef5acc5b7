import re

import pandas as pd
import pytest

from agletters.coalitions import participation
from agletters.comparisons import compare_counts
from agletters.elections import election_frame
from agletters.plans import PlanError, holds, planned_table, run_plan
from tests import small_world as world


def frame() -> pd.DataFrame:
    first = participation("first", world.letters(), world.signatures(), world.offices())
    return election_frame(world.offices(), world.officeholders(), world.candidacies(), first)


def test_the_plan_gives_the_counts_worked_out_by_hand() -> None:
    """Signers AA and BB are nominees; of CC, DD and EE only DD is; FF is not known."""
    result = run_plan(frame(), world.plan()).set_index("comparison_id")
    cells = ["a", "b", "c", "d", "unknown"]
    assert result.loc["nominee", cells].tolist() == [2, 0, 1, 2, 0]
    assert result.loc["all offices", cells].tolist() == [2, 0, 1, 2, 1]
    assert result.loc["party", cells].tolist() == [1, 1, 1, 1, 0]
    assert result.loc["direct", cells].tolist() == [2, 0, 1, 1, 1]
    assert result.loc["nominee", "fisher_p"] == compare_counts(2, 0, 1, 2).fisher_p


def test_a_planned_comparison_carries_its_words_and_its_conditions() -> None:
    table = planned_table(frame(), world.plan(), "party")
    assert (table.group, table.outcome) == ("signed=yes", "party=D")
    row = run_plan(frame(), world.plan()).iloc[2]
    assert row[["comparison_id", "role", "label"]].tolist() == ["party", "secondary", "party"]
    assert row["note"] == ""
    assert row["ran"]


def test_the_units_of_a_plan_can_be_named_by_another_column() -> None:
    named = frame().drop(columns="usps")
    assert planned_table(named, world.plan(), "party", "jurisdiction").a == ("Ash",)
    result = run_plan(named, world.plan(), "jurisdiction")
    assert result.loc[2, "unplaced"] == ("Elm",)


def test_the_result_has_its_columns_in_their_order() -> None:
    columns = run_plan(frame(), world.plan()).columns.tolist()
    assert columns[:8] == ["comparison_id", "role", "label", "ran", "a", "b", "c", "d"]
    assert columns[-5:] == ["unknown", "lowest", "highest", "unplaced", "note"]


def test_every_comparison_comes_in_the_order_of_the_plan() -> None:
    plan = world.plan()[::-1]
    assert list(run_plan(frame(), plan)["comparison_id"]) == list(plan["comparison_id"])


def test_the_extremes_of_the_unknown_cells_stand_beside_the_difference() -> None:
    result = run_plan(frame(), world.plan()).set_index("comparison_id")
    assert result.loc["all offices", "lowest"] == pytest.approx(1 - 2 / 4)
    assert result.loc["all offices", "highest"] == pytest.approx(1 - 1 / 4)
    assert result.loc["nominee", "lowest"] == result.loc["nominee", "difference"]


def test_a_unit_of_unknown_population_is_left_out_and_named() -> None:
    assert planned_table(frame(), world.plan(), "party").unplaced == ("EE",)
    assert run_plan(frame(), world.plan()).loc[2, "unplaced"] == ("EE",)


def test_a_comparison_that_is_not_in_the_plan_is_refused() -> None:
    with pytest.raises(
        KeyError,
        match=r"'region' is not in the plan; declare it there before running it. "
        r"Planned: nominee, all offices, party, direct",
    ):
        planned_table(frame(), world.plan(), "region")


@pytest.mark.parametrize(
    ("column", "condition", "reason"),
    [
        ("outcome", "height=tall", "no column 'height'"),
        ("outcome", "party=Whig|D|Green", "^column 'party' nowhere has the value Green, Whig$"),
        ("group", " signed ", "^cannot read the condition 'signed'; write column=value.value$"),
        ("population", "kind=state; selection=appointed by mayor", "^the population is empty$"),
    ],
)
def test_a_comparison_that_cannot_be_run_stays_in_the_table_and_says_why(
    column: str, condition: str, reason: str
) -> None:
    plan = world.plan()
    plan.loc[plan["comparison_id"] == "party", column] = condition
    result = run_plan(frame(), plan).set_index("comparison_id")
    assert result["ran"].tolist() == [True, True, False, True]
    assert re.search(reason, result.loc["party", "note"])
    assert pd.isna(result.loc["party", "fisher_p"])
    with pytest.raises(PlanError, match=reason):
        planned_table(frame(), plan, "party")


@pytest.mark.parametrize(
    ("plan", "fault"),
    [
        (
            world.plan().drop(columns=["group", "definition"]),
            "lacks the columns definition, group$",
        ),
        (world.plan().assign(comparison_id=list("baba")), "^the plan has a, b more than once$"),
        (world.plan().assign(role="primary"), "^the plan has 4 primary comparisons; exactly one"),
        (world.plan().assign(role="secondary"), "^the plan has 0 primary comparisons"),
        (
            world.plan().replace({"role": {"secondary": "other"}}),
            "'party' has role 'other'; use one of primary, secondary, sensitivity$",
        ),
        (world.plan().assign(group=pd.NA), "'nominee' lacks a group or an outcome"),
        (world.plan().assign(outcome=pd.NA), "'nominee' lacks a group or an outcome"),
    ],
)
def test_an_unsound_plan_is_refused(plan: pd.DataFrame, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        run_plan(frame(), plan)


def test_conditions_read_any_of_none_of_and_all_of() -> None:
    table = frame()
    assert list(holds(table, "party=D|R"))[:4] == ["yes"] * 4
    assert list(holds(table, "usps!=AA|BB"))[:3] == ["no", "no", "yes"]
    assert list(holds(table, "kind=state; party=D")) == ["yes", "no", "yes", "no", "no", "no"]
    assert list(holds(table, "")) == ["yes"] * 6
    assert list(holds(table, " usps = AA | BB ;")) == ["yes", "yes", "no", "no", "no", "no"]


def test_a_condition_may_ask_for_a_yes_or_no_that_nobody_gives() -> None:
    for word, other in (("yes", "no"), ("no", "yes")):
        table = frame().assign(nominee=other)
        assert set(holds(table, f"nominee={word}")) == {"no"}


def test_a_missing_cell_makes_a_condition_unknown_unless_another_part_fails() -> None:
    table = frame()
    assert holds(table, "party=D").tolist()[4] == "unknown"
    assert holds(table, "party=D; kind=state").tolist()[4] == "no"
    assert holds(table, "nominee!=yes").tolist()[5] == "unknown"
