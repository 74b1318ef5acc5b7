import pandas as pd
import pytest

from agletters.coalitions import participation
from agletters.html_tables import show_table
from agletters.rosters import cited, divisions_without_signer, office_table, other_ways, roster
from agletters.tables import Tables
from tests.hostile import CELL_TEXTS, assert_inert

SEPTEMBER = "2010-09-21-backpage"
DAY = "2010-09-21"

STATUS = pd.DataFrame(
    {
        "usps": ["AA", "BB", "CC", "DD"],
        "jurisdiction": ["Oak", "Birch", "Cedar", "Ash"],
        "status": ["signed", "not_signed", "joined_later", "not_known"],
        "evidence": ["one_source", "complete_list", "one_source", "complete_list"],
        "source_ids": [("S1", "S2"), ("S1",), ("S3",), ()],
    }
)
OFFICES = pd.DataFrame(
    {
        "usps": ["DD", "CC", "BB", "AA"],
        "selection": ["elected", "appointed by mayor", "legislature", "elected"],
        "census_division": [None, "Pacific", "Mountain", "Pacific"],
    }
)
HOLDERS = pd.DataFrame(
    [
        ("AA", DAY, "A. Ames", "D", ("S2", "AA1")),
        ("AA", "2011-08-31", "Z. Zorn", "R", ("AA2",)),
        ("BB", DAY, "B. Bell", "R", ("BB1",)),
        ("CC", DAY, "C. Cole", pd.NA, ("CC1",)),
        ("DD", DAY, pd.NA, pd.NA, ("DD1",)),
    ],
    columns=["usps", "as_of", "name", "party", "source_ids"],
).astype({"name": "string", "party": "string"})


@pytest.fixture
def rows() -> pd.DataFrame:
    return roster(STATUS, OFFICES, HOLDERS, DAY)


@pytest.fixture(scope="module")
def september(tables: Tables) -> pd.DataFrame:
    status = participation(
        SEPTEMBER, tables.letters, tables.signatures, tables.offices, tables.not_signed
    )
    return roster(status, tables.offices, tables.officeholders, DAY)


# Roster ------------------------------------------------------------------------------


def test_each_office_has_the_person_who_held_it_that_day(rows: pd.DataFrame) -> None:
    assert rows["usps"].tolist() == STATUS["usps"].tolist()
    assert rows["name"].tolist()[:3] == ["A. Ames", "B. Bell", "C. Cole"]
    assert rows["selection"].tolist() == ["elected", "legislature", "appointed by mayor", "elected"]
    assert rows["status"].tolist() == STATUS["status"].tolist()


def test_the_sources_of_the_status_and_of_the_person_stay_apart(rows: pd.DataFrame) -> None:
    assert rows["source_ids"].tolist() == STATUS["source_ids"].tolist()
    assert rows["holder_source_ids"].tolist() == [("S2", "AA1"), ("BB1",), ("CC1",), ("DD1",)]


def test_parties_are_written_out(rows: pd.DataFrame) -> None:
    assert rows["party"].tolist() == ["Democrat", "Republican", "not known", "not known"]
    independent = HOLDERS.assign(party="Covenant")
    assert set(roster(STATUS, OFFICES, independent, DAY)["party"]) == {"Covenant"}


def test_what_is_not_known_is_said_so(rows: pd.DataFrame) -> None:
    assert rows["hover"].tolist() == [
        "A. Ames, Democrat, elected",
        "B. Bell, Republican, legislature",
        "C. Cole, party not known, appointed by mayor",
        "officeholder not known, party not known, elected",
    ]
    assert rows[["name", "party", "hover"]].notna().all(axis=None)


def test_an_office_without_a_row_for_the_day_is_named() -> None:
    with pytest.raises(
        ValueError, match=r"^officeholders has no row of 2011-08-31 for BB, CC, DD; add it$"
    ):
        roster(STATUS, OFFICES, HOLDERS, "2011-08-31")


def test_an_office_of_which_nothing_else_is_known_keeps_its_row() -> None:
    found = roster(STATUS, OFFICES.query("usps != 'BB'"), HOLDERS, DAY)
    assert found["usps"].tolist() == STATUS["usps"].tolist()
    assert found["selection"].isna().tolist() == [False, True, False, False]


def test_two_holders_of_one_office_on_one_day_are_refused() -> None:
    with pytest.raises(ValueError, match="one-to-one"):
        roster(STATUS, OFFICES, pd.concat([HOLDERS, HOLDERS.head(1)]), DAY)


def test_the_tables_given_are_not_changed() -> None:
    before = [frame.copy() for frame in (STATUS, OFFICES, HOLDERS)]
    office_table(roster(STATUS, OFFICES, HOLDERS, DAY), status=True)
    for frame, copy in zip((STATUS, OFFICES, HOLDERS), before, strict=True):
        pd.testing.assert_frame_equal(frame, copy)


def test_the_roster_of_september_2010_names_all_but_one_of_56_holders(
    september: pd.DataFrame,
) -> None:
    assert len(september) == 56
    unnamed = september["name"] == "officeholder not known"
    assert september.loc[unnamed, "usps"].tolist() == ["GU"]
    assert set(september.loc[september["party"] == "not known", "usps"]) == {"DC", "GU"}


# In words ----------------------------------------------------------------------------


def test_a_division_where_somebody_joined_later_is_not_without_a_signer(
    rows: pd.DataFrame,
) -> None:
    assert divisions_without_signer(rows) == ["Mountain"]
    assert divisions_without_signer(rows.assign(status="not_signed")) == ["Mountain", "Pacific"]
    assert divisions_without_signer(rows.assign(status="signed")) == []


def test_a_division_of_which_it_is_not_known_is_not_without_a_signer(rows: pd.DataFrame) -> None:
    assert divisions_without_signer(rows.assign(status="not_known")) == []


def test_the_divisions_without_a_signer_in_september_2010(september: pd.DataFrame) -> None:
    assert divisions_without_signer(september) == ["Middle Atlantic", "Pacific"]


def test_those_who_were_not_elected_are_given_with_how_they_were_chosen(
    rows: pd.DataFrame,
) -> None:
    assert other_ways(rows) == "the mayor (Cedar) and the legislature (Birch)"
    assert other_ways(rows[rows["selection"] == "elected"]) == "none"


def test_two_offices_chosen_alike_are_given_together(rows: pd.DataFrame) -> None:
    assert other_ways(rows.assign(selection="appointed by governor")) == (
        "the governor (Oak, Birch, Cedar and Ash)"
    )


# For readers ---------------------------------------------------------------------------


def test_offices_are_listed_by_name_with_every_source_once(rows: pd.DataFrame) -> None:
    shown = office_table(rows)
    assert shown.columns.tolist() == [
        "Office",
        "Attorney general",
        "Party",
        "How chosen",
        "Sources",
    ]
    assert shown["Office"].tolist() == ["Ash", "Birch", "Cedar", "Oak"]
    assert shown["Sources"].tolist()[2:] == [("S3", "CC1"), ("S1", "S2", "AA1")]


def test_an_absence_from_the_list_repeats_no_sources_of_the_list(rows: pd.DataFrame) -> None:
    sources = office_table(rows).set_index("Office")["Sources"]
    assert sources["Birch"] == ("BB1",)
    assert sources["Ash"] == ("DD1",)


def test_the_status_is_given_in_words_if_asked_for(rows: pd.DataFrame) -> None:
    assert office_table(rows, status=True)["Status"].tolist() == [
        "not known",
        "not signed",
        "joined later",
        "signed",
    ]


@pytest.mark.parametrize("text", CELL_TEXTS)
def test_hostile_names_stay_text(text: str) -> None:
    status = STATUS.assign(jurisdiction=text)
    holders = HOLDERS.assign(name=text, party=text)
    shown = office_table(roster(status, OFFICES, holders, DAY), status=True)
    assert set(shown["Attorney general"]) == {text}
    assert_inert(show_table(shown, slug="offices", caption="Offices").to_html())


def test_sources_are_cited_once_in_the_order_of_their_first_use() -> None:
    lists = pd.Series([("S2", "S1"), (), ("S1", "S3")])
    singles = pd.Series(["S3", "S4"])
    assert cited(lists, singles) == ["S2", "S1", "S3", "S4"]
    assert cited() == []
