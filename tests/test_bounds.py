from dataclasses import dataclass
from itertools import compress, product

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agletters.bounds import (
    QUANTITIES,
    entries_by_person,
    population,
    reported_strata,
    signing_bounds,
)
from agletters.coalitions import participation
from tests import small_world as world

KNOWN = {"signed": True, "joined_later": True, "not_signed": False}


def status_of(letter_id: str) -> pd.DataFrame:
    return participation(
        letter_id, world.letters(), world.signatures(), world.offices(), world.not_signed()
    )


def strata() -> pd.DataFrame:
    return population(
        world.offices(), {"state": "states", "district": "others", "territory": "others"}
    )


def limits(table: pd.DataFrame, stratum: str) -> dict:
    rows = table[table["stratum"] == stratum]
    names = rows["quantity"] if "quantity" in rows else rows["person"]
    pairs = zip(rows["at_least"], rows["at_most"], strict=True)
    return dict(zip(names, pairs, strict=True))


def test_the_made_up_letters_give_the_bounds_worked_out_by_hand() -> None:
    reported = reported_strata(world.reported_counts(), "N2", ["states", "others"])
    table = signing_bounds(
        status_of("first"), status_of("second"), strata(), reported_after=reported
    )
    assert limits(table, "states") == {
        "before": (2, 2),
        "after": (3, 3),
        "both": (2, 2),
        "only_before": (0, 0),
        "only_after": (1, 1),
        "neither": (1, 1),
    }
    assert limits(table, "others")["only_after"] == (1, 1)
    assert limits(table, "all")["only_after"] == (2, 2)
    assert limits(table, "all")["neither"] == (2, 2)


def test_without_a_reported_number_only_the_known_rows_bind() -> None:
    table = signing_bounds(status_of("first"), status_of("second"), strata())
    assert limits(table, "states")["both"] == (1, 2)
    assert limits(table, "others")["only_after"] == (0, 2)


def test_a_reported_number_can_be_a_lower_limit_only() -> None:
    reported = reported_strata(world.reported_counts(), "N2", ["states", "others"])
    open_ended = reported.assign(at_most=pd.NA)
    table = signing_bounds(
        status_of("first"), status_of("second"), strata(), reported_after=open_ended
    )
    assert limits(table, "states")["after"] == (3, 3)
    assert limits(table, "others")["after"] == (1, 2)


def test_forty_eight_states_take_in_twenty_seven_of_twenty_nine_outsiders() -> None:
    usps = [f"{number:02d}" for number in range(50)]
    before = pd.DataFrame(
        {
            "usps": usps,
            "status": ["signed"] * 21 + ["not_signed"] * 29,
            "evidence": ["one_source"] * 21 + ["complete_list"] * 29,
        }
    )
    after = before.assign(status="not_known", evidence="none")
    states = pd.DataFrame({"usps": usps, "stratum": "states"})
    reported = pd.DataFrame({"stratum": ["states"], "at_least": [48], "at_most": [48]})
    table = signing_bounds(before, after, states, reported_after=reported)
    assert limits(table, "states")["only_after"] == (27, 29)
    assert limits(table, "states")["both"] == (19, 21)


def test_an_inferred_signature_is_taken_as_not_known() -> None:
    table = signing_bounds(status_of("first"), status_of("second"), strata())
    assert limits(table, "others")["after"] == (0, 2)


def test_a_district_can_be_left_out_of_the_population() -> None:
    without = population(world.offices(), {"state": "states", "territory": "territories"})
    assert list(without["usps"]) == ["AA", "BB", "CC", "DD", "FF"]
    table = signing_bounds(status_of("first"), status_of("third"), without)
    assert limits(table, "all")["only_after"] == (2, 2)


def test_a_number_that_the_list_contradicts_is_refused() -> None:
    reported = pd.DataFrame({"stratum": ["states"], "at_least": [4], "at_most": [4]})
    with pytest.raises(ValueError, match=r"stratum 'states': between 4 and 4 .* 1 not to have"):
        signing_bounds(status_of("first"), status_of("second"), strata(), reported_after=reported)


def test_a_number_that_the_earlier_list_contradicts_is_refused_too() -> None:
    reported = pd.DataFrame({"stratum": ["states"], "at_least": [0], "at_most": [1]})
    with pytest.raises(ValueError, match=r"^stratum 'states': between 0 and 1 .* or the strata$"):
        signing_bounds(status_of("first"), status_of("second"), strata(), reported)


def test_every_stratum_and_all_have_the_quantities_in_their_order() -> None:
    table = signing_bounds(status_of("first"), status_of("second"), strata())
    assert table["quantity"].tolist() == list(QUANTITIES) * 3
    assert table["stratum"].unique().tolist() == ["states", "others", "all"]
    assert table.index.tolist() == list(range(18))


def test_a_number_for_an_unknown_stratum_is_refused() -> None:
    reported = pd.DataFrame({"stratum": ["cities"], "at_least": [1], "at_most": [1]})
    with pytest.raises(
        ValueError, match=r"^reported numbers .* population \(states, others\); found cities$"
    ):
        signing_bounds(status_of("first"), status_of("second"), strata(), reported_after=reported)


def test_two_numbers_for_one_stratum_are_refused() -> None:
    reported = pd.DataFrame({"stratum": ["states"] * 2, "at_least": [3, 4], "at_most": [3, 4]})
    with pytest.raises(ValueError, match=r"found states, states$"):
        signing_bounds(status_of("first"), status_of("second"), strata(), reported_after=reported)


def test_a_reported_number_can_be_an_upper_limit_only() -> None:
    reported = pd.DataFrame({"stratum": ["others"], "at_least": [pd.NA], "at_most": [1]})
    table = signing_bounds(
        status_of("first"), status_of("second"), strata(), reported_after=reported
    )
    assert limits(table, "others")["after"] == (0, 1)


def test_an_office_without_a_status_is_refused() -> None:
    more = pd.concat([strata(), pd.DataFrame({"usps": ["ZZ", "YY"], "stratum": "states"})])
    with pytest.raises(ValueError, match=r"^population has offices without a status: YY, ZZ$"):
        signing_bounds(status_of("first"), status_of("second"), more)


def test_letters_on_different_offices_are_refused() -> None:
    with pytest.raises(ValueError, match="differ in the offices FF"):
        signing_bounds(status_of("first"), status_of("second").query("usps != 'FF'"), strata())


def test_a_kind_that_no_office_has_is_refused() -> None:
    with pytest.raises(
        ValueError,
        match=r"^strata names kinds that no office has: city, town; "
        r"kinds are district, state, territory$",
    ):
        population(world.offices(), {"town": "towns", "city": "cities"})


def test_the_population_is_numbered_from_nought_whatever_is_left_out() -> None:
    chosen = population(world.offices()[::-1], {"state": "states"})
    assert chosen.index.tolist() == [0, 1, 2, 3]
    assert chosen["usps"].tolist() == ["DD", "CC", "BB", "AA"]
    assert chosen["stratum"].dtype == "string"


def test_a_stratum_without_a_number_is_not_reported() -> None:
    counts = world.reported_counts().assign(others=[pd.NA, 1])
    assert reported_strata(counts, "N1", ["states", "others"])["stratum"].tolist() == ["states"]


def test_a_count_that_is_there_twice_is_refused() -> None:
    counts = world.reported_counts().assign(count_id="N1")
    with pytest.raises(KeyError, match="reported_counts has 2 rows with count_id 'N1'; one is"):
        reported_strata(counts, "N1", ["states"])


def test_a_count_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="0 rows with count_id 'N9'"):
        reported_strata(world.reported_counts(), "N9", ["states"])


@dataclass(frozen=True)
class Letter:
    """One partly known letter: the rows, and the reported numbers by stratum."""

    frame: pd.DataFrame
    reported: pd.DataFrame


@st.composite
def two_letters(draw: st.DrawFn) -> tuple[pd.DataFrame, list[Letter]]:
    """Five offices in two strata and two letters, with honest reported numbers."""
    usps = ["A", "B", "C", "D", "E"]

    def one_each(values: st.SearchStrategy) -> dict:
        drawn = draw(st.lists(values, min_size=len(usps), max_size=len(usps)))
        return dict(zip(usps, drawn, strict=True))

    stratum = one_each(st.sampled_from(["x", "y"]))
    letters = []
    for _ in range(2):
        signed, known = one_each(st.booleans()), one_each(st.booleans())
        words = {True: "signed", False: "not_signed"}
        status = [words[signed[office]] if known[office] else "not_known" for office in usps]
        rows = []
        for name in draw(st.sets(st.sampled_from(sorted(set(stratum.values()))))):
            number = sum(signed[office] for office in usps if stratum[office] == name)
            low, high = draw(st.integers(0, 2)), draw(st.integers(0, 2))
            rows.append((name, number - low, number + high))
        reported = pd.DataFrame(rows, columns=["stratum", "at_least", "at_most"])
        frame = pd.DataFrame({"usps": usps, "status": status, "evidence": "one_source"})
        letters.append(Letter(frame, reported))
    return pd.DataFrame({"usps": usps, "stratum": list(stratum.values())}), letters


def possible(letter: Letter, strata: pd.DataFrame) -> list[set[str]]:
    """Every set of signers that the rows and the reported numbers allow."""
    stratum = dict(zip(strata["usps"], strata["stratum"], strict=True))
    status = dict(zip(letter.frame["usps"], letter.frame["status"], strict=True))
    sets = [
        set(compress(status, members)) for members in product([True, False], repeat=len(status))
    ]
    sizes = list(letter.reported.itertuples(index=False, name=None))
    return [
        signers
        for signers in sets
        if all((usps in signers) == KNOWN[word] for usps, word in status.items() if word in KNOWN)
        and all(
            low <= sum(stratum[usps] == name for usps in signers) <= high
            for name, low, high in sizes
        )
    ]


def smallest_and_largest(counts: dict[str, list[int]]) -> dict[str, tuple[int, int]]:
    return {name: (min(found), max(found)) for name, found in counts.items()}


@settings(max_examples=50)
@given(two_letters(), st.sets(st.sampled_from("ABCDE")))
def test_the_bounds_are_exactly_those_that_trying_everything_gives(
    world_of_two: tuple[pd.DataFrame, list[Letter]], within: set[str]
) -> None:
    strata, (first, second) = world_of_two
    table = signing_bounds(
        first.frame, second.frame, strata, first.reported, second.reported, within
    )
    counts: dict[str, list[int]] = {name: [] for name in QUANTITIES}
    for before, after in product(possible(first, strata), possible(second, strata)):
        sets = (
            before,
            after,
            before & after,
            before - after,
            after - before,
            within - before - after,
        )
        for name, members in zip(QUANTITIES, sets, strict=True):
            counts[name].append(len(members & within))
    assert limits(table, "all") == smallest_and_largest(counts)


@settings(max_examples=15)
@given(
    two_letters(),
    st.lists(st.sampled_from(["yes", "no", "unknown"]), min_size=5, max_size=5),
)
def test_the_bounds_on_persons_are_exactly_those_that_trying_everything_gives(
    world_of_two: tuple[pd.DataFrame, list[Letter]], values: list[str]
) -> None:
    strata, (first, second) = world_of_two
    same_person = pd.DataFrame({"usps": strata["usps"], "same_person": values})
    table = entries_by_person(
        first.frame, second.frame, strata, same_person, first.reported, second.reported
    )
    surely_same = {usps for usps, value in zip("ABCDE", values, strict=True) if value == "yes"}
    unknown = [usps for usps, value in zip("ABCDE", values, strict=True) if value == "unknown"]
    entries: dict[str, list[int]] = {"same": [], "new": [], "either": []}
    entered = {
        frozenset(after - before)
        for before, after in product(possible(first, strata), possible(second, strata))
    }
    for who, chosen in product(entered, product([True, False], repeat=len(unknown))):
        same = surely_same | {
            usps for usps, is_same in zip(unknown, chosen, strict=True) if is_same
        }
        entries["same"].append(len(who & same))
        entries["new"].append(len(who - same))
        entries["either"].append(len(who))
    assert limits(table, "all") == smallest_and_largest(entries)


def test_growth_is_split_between_persons_as_worked_out_by_hand() -> None:
    table = entries_by_person(
        status_of("first"), status_of("second"), strata(), world.officeholders()
    )
    states = table[table["stratum"] == "states"].set_index("person")
    # CC, with a new holder, is known to have joined; DD, also new, is known not to have.
    assert states.loc["new", ["at_least", "at_most", "outside"]].tolist() == [1, 1, 2]
    assert states.loc["same", ["at_least", "at_most", "outside"]].tolist() == [0, 0, 0]
    others = table[table["stratum"] == "others"].set_index("person")
    assert others.loc["same", ["at_least", "at_most", "outside"]].tolist() == [0, 2, 2]
    assert others.loc["new", ["at_least", "at_most", "outside"]].tolist() == [0, 1, 1]


def test_a_missing_person_is_unknown() -> None:
    holders = world.officeholders()
    holders.loc[holders["usps"] == "CC", "same_person"] = pd.NA
    table = entries_by_person(status_of("first"), status_of("second"), strata(), holders)
    assert limits(table, "states") == {"same": (0, 1), "new": (0, 1), "either": (1, 1)}


def test_an_office_without_a_row_on_its_person_is_refused() -> None:
    holders = world.officeholders()
    with pytest.raises(
        ValueError,
        match=r"^same_person needs one row for each office of the population; "
        r"missing or repeated: AA, CC$",
    ):
        entries_by_person(
            status_of("first"),
            status_of("second"),
            strata(),
            pd.concat([holders.query("usps != 'CC'"), holders.query("usps == 'AA'")]),
        )


def test_a_holder_outside_the_population_is_left_out() -> None:
    states = population(world.offices(), {"state": "states"})
    table = entries_by_person(
        status_of("first"), status_of("second"), states, world.officeholders()
    )
    assert table["stratum"].unique().tolist() == ["states", "all"]
    assert table.index.tolist() == list(range(6))
    assert table["outside"].tolist() == [0, 2, 2, 0, 2, 2]


def test_another_word_for_the_same_person_is_refused() -> None:
    holders = world.officeholders().replace({"same_person": {"no": "maybe"}})
    with pytest.raises(ValueError, match=r"^same_person of CC, DD is maybe, maybe; use"):
        entries_by_person(status_of("first"), status_of("second"), strata(), holders)


def test_persons_stand_in_one_order_under_each_of_many_strata() -> None:
    usps = list("ABCDEFGHIJ")
    unsigned = pd.DataFrame({"usps": usps, "status": "not_signed", "evidence": "one_source"})
    each_alone = pd.DataFrame({"usps": usps, "stratum": usps})
    same = pd.DataFrame({"usps": usps, "same_person": "yes"})
    table = entries_by_person(unsigned, unsigned, each_alone, same)
    assert table["stratum"].tolist() == [name for name in [*usps, "all"] for _ in range(3)]
    assert table["person"].tolist() == ["same", "new", "either"] * 11
