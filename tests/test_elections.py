import pandas as pd
import pytest

from agletters.coalitions import participation
from agletters.elections import election_frame
from tests import small_world as world


def frame(letter_id: str = "first", candidacies: pd.DataFrame | None = None) -> pd.DataFrame:
    letter = participation(
        letter_id, world.letters(), world.signatures(), world.offices(), world.not_signed()
    )
    runs = world.candidacies() if candidacies is None else candidacies
    return election_frame(world.offices(), world.officeholders(), runs, letter)


def values(name: str, letter_id: str = "first") -> list[str]:
    return frame(letter_id)[name].tolist()


def test_candidacy_is_that_of_the_person_and_not_of_the_office() -> None:
    assert values("office_up") == ["no", "yes", "yes", "yes", "no", "yes"]
    assert values("nominee") == ["yes", "yes", "no", "yes", "no", "unknown"]


def test_an_absence_that_is_only_inferred_is_not_direct_evidence() -> None:
    assert values("nominee_direct") == ["yes", "yes", "no", "yes", "unknown", "unknown"]


def test_the_office_sought_tells_reelection_from_a_higher_office() -> None:
    assert values("seeking_reelection") == ["no", "yes", "no", "yes", "no", "unknown"]
    assert values("seeking_governor_or_senate") == ["yes", "no", "no", "no", "no", "unknown"]


def test_a_nominee_for_an_unknown_office_seeks_neither_for_certain() -> None:
    runs = world.candidacies().replace({"office_sought": {"governor": "unknown"}})
    assert frame(candidacies=runs).loc[0, "seeking_reelection"] == "unknown"


def test_a_lost_primary_counts_as_running_in_the_cycle() -> None:
    assert values("ran_in_cycle") == ["yes", "yes", "yes", "yes", "no", "unknown"]


def test_an_opponent_that_no_source_names_is_unknown() -> None:
    assert values("major_party_opponent") == ["yes", "unknown", "no", "no", "no", "unknown"]


def test_not_known_and_inferred_signatures_are_unknown() -> None:
    assert values("signed", "second") == ["yes", "unknown", "yes", "no", "unknown", "unknown"]
    assert values("signed") == ["yes", "yes", "no", "no", "no", "no"]


def test_the_reader_finds_the_person_and_the_source() -> None:
    row = frame().loc[0]
    assert (row["usps"], row["name"], row["office_sought"]) == ("AA", "A. Ames", "governor")
    assert row["source_ids"] == ("S7",)


def test_a_cell_without_a_word_is_unknown_and_never_no() -> None:
    runs = world.candidacies()
    runs.loc[0, ["on_ballot", "major_party_opponent"]] = pd.NA
    runs.loc[1, "major_party_opponent"] = pd.NA
    found = frame(candidacies=runs)
    assert found["nominee"].tolist()[:2] == ["unknown", "yes"]
    assert found["major_party_opponent"].tolist()[:2] == ["unknown", "unknown"]


def test_two_days_in_one_table_are_refused() -> None:
    twice = pd.concat([world.candidacies(), world.candidacies()])
    with pytest.raises(
        ValueError, match=r"^candidacies has more than one row for AA, BB, CC, DD, EE, FF; pass"
    ):
        frame(candidacies=twice)


def test_an_office_without_a_candidacy_row_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^candidacies has no row for EE, FF$"):
        frame(candidacies=world.candidacies().query("usps not in ['EE', 'FF']"))


def test_a_missing_column_is_named() -> None:
    fewer = world.candidacies().drop(columns=["major_party_opponent", "basis"])
    with pytest.raises(ValueError, match=r"^candidacies lacks the columns .*opponent, basis$"):
        frame(candidacies=fewer)


@pytest.mark.parametrize(
    ("name", "column"),
    [("offices", "kind"), ("officeholders", "party"), ("participation", "evidence")],
)
def test_the_table_that_lacks_a_column_is_named(name: str, column: str) -> None:
    given = {
        "offices": world.offices(),
        "officeholders": world.officeholders(),
        "candidacies": world.candidacies(),
        "participation": participation(
            "first", world.letters(), world.signatures(), world.offices()
        ),
    }
    given[name] = given[name].drop(columns=column)
    with pytest.raises(ValueError, match=f"^{name} lacks the columns {column}$"):
        election_frame(**given)
