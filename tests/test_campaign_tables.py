import pandas as pd
import pytest

from agletters import campaign_tables as shaped
from agletters.bounds import entries_by_person, population, reported_strata, signing_bounds
from agletters.coalitions import (
    count_check,
    leaders,
    participation,
    participation_by_letter,
)
from tests import small_world as world

STRATA = {"state": "states", "district": "others", "territory": "others"}
HEADS = {"first": "September 2010", "second": "August 2011", "third": "July 2013"}
NAMES = world.offices().set_index("usps")["jurisdiction"]


@pytest.fixture
def headings() -> pd.DataFrame:
    letters = world.letters().assign(addressee_org=["Congress", "Elm, Inc.", "Elm, LLC"])
    return shaped.letter_headings(letters, {"Elm": "Elm", "Congress": "Congress"})


@pytest.fixture
def by_letter() -> pd.DataFrame:
    return participation_by_letter(
        world.letters(), world.signatures(), world.offices(), world.not_signed()
    )


def status(letter_id: str) -> pd.DataFrame:
    return participation(
        letter_id, world.letters(), world.signatures(), world.offices(), world.not_signed()
    )


def test_letters_are_named_by_month_in_order_of_date(headings: pd.DataFrame) -> None:
    assert dict(zip(headings["letter_id"], headings["heading"], strict=True)) == HEADS
    assert headings["addressee"].to_list() == ["Elm", "Elm", "Congress"]


def test_an_addressee_without_a_short_name_is_named() -> None:
    letters = world.letters().assign(addressee_org="A court")
    with pytest.raises(ValueError, match="'A court'"):
        shaped.letter_headings(letters, {"Elm": "Elm"})


def test_two_letters_of_one_month_are_refused() -> None:
    letters = world.letters().assign(addressee_org="Elm", date="2010-09-21")
    with pytest.raises(ValueError, match="September 2010"):
        shaped.letter_headings(letters, {"Elm": "Elm"})


def test_only_the_accepted_number_is_taken(headings: pd.DataFrame) -> None:
    counts = pd.DataFrame(
        {
            "letter_id": ["first", "first", "second", "third"],
            "number": [9, 2, 4, 4],
            "accepted": [False, True, True, True],
            "source_ids": [("S9",)] * 4,
        }
    )
    assert shaped.with_numbers(headings, counts)["number"].to_list() == [2, 4, 4]
    with pytest.raises(ValueError, match="first"):
        shaped.with_numbers(headings, counts.assign(accepted=True))
    with pytest.raises(ValueError, match="third"):
        shaped.with_numbers(headings, counts.head(3))


def test_the_matrix_as_a_table_keeps_not_known_and_inferred_apart(
    by_letter: pd.DataFrame, headings: pd.DataFrame
) -> None:
    table = shaped.status_table(by_letter, headings).set_index("Office")
    assert table.loc["Fir", "August 2011"] == "signed (inferred)"
    assert table.loc["Birch", "August 2011"] == "not known"
    assert table.loc["Cedar", "August 2011"] == "joined later"
    assert table.loc["Dogwood", "August 2011"] == "did not sign"
    assert table["Sourced signatures"].to_dict() == {
        "Ash": 2,
        "Birch": 2,
        "Cedar": 2,
        "Elm": 1,
        "Fir": 1,
        "Dogwood": 0,
    }


def test_moves_between_consecutive_letters_are_those_worked_out_by_hand(
    headings: pd.DataFrame,
) -> None:
    found = shaped.moves(
        headings, world.letters(), world.signatures(), world.offices(), world.not_signed()
    )
    table = shaped.moves_table(found)
    columns = ["Signed both", "Came in", "Went out", "Signed neither", "Not known"]
    assert table[columns].to_numpy().tolist() == [[1, 1, 0, 1, 3], [1, 0, 1, 1, 3]]
    assert table["Who came in"].to_list() == ["CC", "none"]
    assert table["Who went out"].to_list() == ["none", "AA"]
    assert (table[columns].sum(axis=1) == len(world.offices())).all()


def test_leaders_are_shown_with_the_dates_of_their_letters() -> None:
    letters = world.letters().assign(doc_type="letter (joint)")
    table = shaped.leader_table(leaders(letters), letters, NAMES).set_index("Office")
    assert table.loc["Birch"].to_list() == [2, "2011-08-31 (letter); 2013-07 (letter)"]


def bounds() -> tuple[pd.DataFrame, pd.DataFrame]:
    everyone = population(world.offices(), STRATA)
    reported = reported_strata(world.reported_counts(), "N2", ["states", "others"])
    before, after = status("first"), status("second")
    same = world.officeholders()
    return (
        signing_bounds(before, after, everyone, reported_after=reported),
        entries_by_person(before, after, everyone, same, reported_after=reported),
    )


def test_bounds_that_meet_are_one_number_and_others_a_range() -> None:
    both, entered = bounds()
    table = shaped.bounds_table({"As held": both}).set_index("What is counted")["As held"]
    assert table["signed both letters"] == "2"
    assert table["signed the later letter only"] == "1"
    others = shaped.bounds_table({"As held": both}, "others").set_index("What is counted")
    assert others.loc["signed the later letter only", "As held"] == "1"
    people = shaped.entries_table({"As held": entered}, "others").set_index("Who held the office")
    assert people.loc["a new officeholder", "As held"] == "0 to 1"


def test_known_entries_name_both_holders() -> None:
    day = {"same_person_as_2010": None, "source_ids": [("S1",)] * 6}
    first = world.officeholders().assign(as_of="2010-09-21", **day)
    second = world.officeholders().assign(as_of="2011-08-31", **day)
    second = second.assign(
        name=second["name"].replace("C. Cole", "C. Clay"), same_person_as_2010="no"
    )
    table = shaped.known_entries(
        ("CC", "FF"), pd.concat([first, second]), NAMES, ("2010-09-21", "2011-08-31")
    )
    assert table.iloc[0, :4].to_list() == ["Cedar", "C. Cole", "C. Clay", "no"]
    assert table.iloc[1, 1] == "not known"
    assert table["Sources"].to_list() == [("S1",), ("S1",)]


def test_every_reported_number_stands_beside_the_rows_held() -> None:
    reported = world.reported_counts().assign(
        counts="all", as_of="2011", accepted=True, reading="As it stands.", source_ids=[("S1",)] * 2
    )
    check = count_check(world.letters(), reported, world.signatures())
    table = shaped.count_table(check, world.letters())
    assert table[["Letter", "Reported", "Rows held", "Inferred"]].to_numpy().tolist() == [
        ["2010-09-21", 2, 2, 0],
        ["2011-08-31", 4, 2, 1],
    ]


def test_status_counts_leave_inferred_rows_out_of_signed(
    by_letter: pd.DataFrame, headings: pd.DataFrame
) -> None:
    numbered = headings.assign(number=[2, 4, 4], source_ids=[("S1",)] * 3)
    table = shaped.status_counts_table(by_letter, numbered).set_index("Letter")
    columns = ["Reported", "Signed", "Joined later", "Did not sign", "Not known", "Inferred"]
    assert table.loc["August 2011", columns].to_list() == [4, 1, 1, 1, 2, 1]
    assert list(shaped.panels(by_letter, numbered)) == [
        "September 2010: 2",
        "August 2011: 4",
        "July 2013: 4",
    ]


def test_a_case_is_followed_through_the_letters(
    by_letter: pd.DataFrame, headings: pd.DataFrame
) -> None:
    holders = world.officeholders().assign(as_of="2011-08-31")
    table = shaped.case_table(by_letter, headings, holders, ["FF", "AA"])
    assert table["Office"].to_list() == ["Fir"] * 3 + ["Ash"] * 3
    assert table["Status"].to_list()[:3] == ["did not sign", "signed (inferred)", "signed"]
    assert table["Held by"].isna().to_list() == [True] * 4 + [False, True]


def test_patterns_need_complete_lists(by_letter: pd.DataFrame) -> None:
    pattern = shaped.signed_pattern(by_letter, ["first", "third"])
    assert pattern.to_dict() == {
        "AA": "10",
        "BB": "11",
        "CC": "01",
        "DD": "00",
        "EE": "01",
        "FF": "01",
    }
    with pytest.raises(ValueError, match="second"):
        shaped.signed_pattern(by_letter, ["first", "second"])


def test_an_event_that_is_no_joint_letter_has_no_number() -> None:
    events = pd.DataFrame(
        {
            "date": ["2010", "2011"],
            "kind": ["letter", "reply"],
            "event": ["One.", "Two."],
            "letter_id": pd.array(["first", None], dtype="string"),
            "source_ids": [("S1",), ("S2",)],
        }
    )
    numbers = pd.DataFrame({"letter_id": ["first"], "number": [2]})
    assert shaped.event_table(events, numbers)["Signers"].to_list() == [2, pd.NA]
