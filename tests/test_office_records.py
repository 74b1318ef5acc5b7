import pandas as pd
import pytest

from agletters.office_records import (
    OfficeRecords,
    office_candidacies,
    office_holders,
    office_records,
    office_statements,
    office_statuses,
)
from agletters.tables import Tables
from tests import small_world

ADDRESSEES = {
    "craigslist": "Craigslist",
    "Backpage": "Backpage",
    "U.S.": "Congress",
    "Supreme Court": "the Supreme Court",
}
HOLDER = {
    "usps": "AA",
    "as_of": "2010-09-21",
    "name": "A. Ames",
    "also_printed_as": (),
    "party": "D",
    "incumbent_entry": "elected 2006",
    "took_office": "2007-01-02",
    "left_office": "2012-12 or 2013-01",
    "same_person_as_2010": None,
    "unverified_fields": "took_office day",
    "source_ids": ("S1",),
}
RUN = {
    "usps": "AA",
    "as_of": "2010-09-21",
    "on_ballot": "yes",
    "office_sought": "US senate",
    "result": None,
    "not_running_reason": None,
    "basis": "direct",
    "source_ids": ("S1",),
}
LATER = {"as_of": "2011-08-31", "left_office": None, "same_person_as_2010": "yes"}


@pytest.fixture(scope="module")
def records(tables: Tables) -> OfficeRecords:
    return office_records(tables, ADDRESSEES)


def holders_of(*changes: dict[str, object]) -> pd.DataFrame:
    rows = pd.DataFrame([{**HOLDER, **change} for change in changes])
    return office_holders(pd.DataFrame({"usps": ["AA"]}), rows)


def candidacy_of(**changes: object) -> str:
    return office_candidacies(pd.DataFrame([{**RUN, **changes}]))["words"].item()


def small_statuses() -> pd.DataFrame:
    signatures = small_world.signatures().assign(joined_after=None)
    signatures.loc[signatures["joined_by"].notna(), "joined_after"] = "2011-08-31"
    found = office_statuses(
        small_world.letters(),
        signatures,
        small_world.offices(),
        pd.concat(
            [
                small_world.not_signed().assign(evidence="It is said."),
                # Of DD both is said, and its row must not double.
                small_world.not_signed().head(1).assign(applies="first_issue", evidence="Absent."),
            ]
        ),
    )
    return found.set_index(["letter_id", "usps"])


# Holders -----------------------------------------------------------------------------


def test_dates_are_written_as_a_sentence_writes_them_and_nothing_is_made_more_precise() -> None:
    found = holders_of({}).loc[0]
    assert found["took"] == "2 January 2007"
    assert found["left"] == "December 2012 or January 2013"
    assert holders_of({"took_office": "2007"}).loc[0, "took"] == "2007"


def test_a_holder_or_party_that_is_not_known_stays_missing() -> None:
    found = holders_of({"name": None, "party": None})
    assert found[["name", "party"]].isna().all(axis=None)


def test_whether_the_person_is_the_same_is_said_of_later_days_only() -> None:
    found = holders_of({}, LATER, {**LATER, "as_of": "2012-01-01", "same_person_as_2010": None})
    assert found["same_person"].isna().tolist() == [True, False, False]
    assert found["same_person"].tolist()[1:] == ["yes", "unknown"]


def test_what_no_source_confirms_is_said() -> None:
    assert holders_of({}).loc[0, "unverified"] == "took office day"


def test_an_office_without_a_holder_on_a_day_or_with_two_is_named() -> None:
    offices = pd.DataFrame({"usps": ["AA", "BB"]})
    with pytest.raises(ValueError, match="no row for BB on 2010-09-21"):
        office_holders(offices, pd.DataFrame([HOLDER]))
    with pytest.raises(ValueError, match="AA on 2010-09-21 twice"):
        holders_of({}, {"name": "B. Bell"})


# Candidacies -------------------------------------------------------------------------


def test_a_result_that_is_not_known_is_not_a_loss() -> None:
    assert candidacy_of() == "On the ballot of 2 November 2010 for US Senate: result not known."
    assert candidacy_of(result="lost").endswith("for US Senate: lost.")


def test_only_a_direct_source_says_that_somebody_was_not_on_the_ballot() -> None:
    no = {"on_ballot": "no", "not_running_reason": "lost primary 2010-06-01"}
    assert candidacy_of(**no) == "Not on the ballot of 2 November 2010: lost primary 1 June 2010."
    assert candidacy_of(**no, basis="inferred").startswith("No candidacy found for 2 November")


def test_a_candidacy_that_is_not_known_is_said_so() -> None:
    words = candidacy_of(on_ballot="unknown", basis="unverified")
    assert words == "Whether on the ballot of 2 November 2010 is not known."


def test_only_the_election_after_the_first_day_is_taken() -> None:
    runs = pd.DataFrame([RUN, {**RUN, "as_of": "2011-08-31", "on_ballot": "no"}])
    assert office_candidacies(runs)["on_ballot"].tolist() == ["yes"]


# Statuses ----------------------------------------------------------------------------


def test_an_office_missing_from_a_partial_list_is_not_known() -> None:
    assert small_statuses().loc[("second", "BB"), "words"] == "not known"


def test_a_later_joiner_has_the_days_between_which_it_joined() -> None:
    words = small_statuses().loc[("second", "CC"), "words"]
    assert words == "joined later, after 31 August 2011 and by 27 September 2011"


def test_an_inferred_signature_says_that_it_is() -> None:
    assert small_statuses().loc[("second", "FF"), "words"] == "signed (inferred)"


def test_what_a_source_says_of_an_office_that_did_not_sign_comes_with_that_source() -> None:
    statuses = small_statuses()
    assert statuses.loc[("second", "DD"), ["note", "source_ids"]].tolist() == [
        "It is said.",
        ("S6",),
    ]
    # EE was missing from the first issue only, which says nothing of later.
    assert pd.isna(statuses.loc[("second", "EE"), "note"])


def test_an_office_has_one_status_under_a_letter_whatever_is_said_of_it() -> None:
    assert small_statuses().index.is_unique


def test_absence_from_a_complete_list_has_no_sources_of_its_own() -> None:
    statuses = small_statuses()
    assert statuses.loc[("first", "CC"), ["status", "source_ids"]].tolist() == ["not_signed", ()]
    assert statuses.loc[("first", "AA"), "source_ids"] == ("S1", "S2")


# Statements --------------------------------------------------------------------------


def test_a_statement_belongs_to_an_office_by_its_holder_or_by_its_organisation() -> None:
    row = {
        "date": "2010-09-21",
        "date_basis": "exact",
        "role": "Attorney General",
        "side": "AG",
        "channel": "letter",
        "letter_id": "first",
        "quotation": "No.",
        "source_id": "S1",
        "note": None,
    }
    who = [
        ("A. Ames", "A group"),
        ("Al Ames", "A group"),
        ("A deputy", "Ash Attorney General"),
        ("21 attorneys general", "A group"),
    ]
    statements = pd.DataFrame(
        [
            {**row, "statement_id": f"Q-{place}", "speaker": speaker, "organisation": body}
            for place, (speaker, body) in enumerate(who)
        ]
    )
    found = office_statements(
        statements,
        pd.DataFrame({"source_id": ["S1"], "url": ["https://example.org/"]}),
        pd.DataFrame({"usps": ["AA"], "jurisdiction": ["Ash"]}),
        pd.DataFrame([{**HOLDER, "also_printed_as": ("Al Ames",)}]),
    )
    assert found["statement_id"].tolist() == ["Q-0", "Q-1", "Q-2"]
    assert set(found["usps"]) == {"AA"}


# The curated tables ------------------------------------------------------------------


def test_each_office_has_two_holders_a_candidacy_and_a_status_under_every_letter(
    records: OfficeRecords,
) -> None:
    assert len(records.offices) == 56
    assert (records.holders.groupby("usps").size() == 2).all()
    assert sorted(records.candidacies["usps"]) == sorted(records.offices["usps"])
    assert not records.statuses.duplicated(["usps", "letter_id"]).any()
    assert len(records.statuses) == 56 * len(records.letters) == 56 * 8


def test_exactly_the_signers_of_september_2010_signed_it(
    records: OfficeRecords, tables: Tables
) -> None:
    rows = tables.signatures.query("letter_id == '2010-09-21-backpage'")
    statuses = records.statuses.query("letter_id == '2010-09-21-backpage'")
    assert set(statuses.loc[statuses["words"] == "signed", "usps"]) == set(rows["usps"])
    assert len(rows) == 21
    assert set(statuses["words"]) == {"signed", "did not sign"}


def test_nobody_is_said_not_to_have_signed_a_partial_list_without_a_source(
    records: OfficeRecords,
) -> None:
    partial = records.letters.query("list_status == 'partial'")["letter_id"]
    rows = records.statuses[records.statuses["letter_id"].isin(partial)]
    denied = rows[rows["words"].str.contains("did not sign")]
    assert (denied["evidence"] == "source_says").all()
    assert denied["note"].notna().all()
    assert denied["usps"].tolist() == ["WI"]


def test_every_fact_has_its_sources(records: OfficeRecords) -> None:
    for frame in (records.offices, records.holders, records.candidacies, records.statements):
        assert frame["source_ids"].map(len).min() > 0
    signed = records.statuses[records.statuses["status"].isin(["signed", "joined_later"])]
    assert signed["source_ids"].map(len).min() > 0


def test_the_district_neither_elects_nor_had_its_office_up(records: OfficeRecords) -> None:
    district = records.offices.set_index("usps").loc["DC"]
    assert district[["selection", "on_ballot"]].tolist() == ["appointed by mayor", "no"]


def test_the_holder_of_2010_in_guam_is_not_known(records: OfficeRecords) -> None:
    [first, second] = records.holders.query("usps == 'GU'").to_dict("records")
    assert pd.isna(first["name"])
    assert second["name"] == "Leonardo M. Rapadas"
    assert "is not known" in records.candidacies.set_index("usps").loc["GU", "words"]


def test_no_table_is_changed(tables: Tables) -> None:
    given = {name: tables[name] for name in tables}
    before = {name: frame.copy() for name, frame in given.items()}
    office_records(given, ADDRESSEES)
    for name, frame in given.items():
        pd.testing.assert_frame_equal(frame, before[name])
