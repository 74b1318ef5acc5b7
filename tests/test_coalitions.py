import pandas as pd
import pytest

from agletters.coalitions import (
    count_check,
    leaders,
    office_record,
    participation,
    participation_by_letter,
    participation_matrix,
    status_counts,
    transitions,
)
from tests import small_world as world


def status_of(letter_id: str) -> pd.DataFrame:
    return participation(
        letter_id, world.letters(), world.signatures(), world.offices(), world.not_signed()
    )


def by_letter() -> pd.DataFrame:
    return participation_by_letter(
        world.letters(), world.signatures(), world.offices(), world.not_signed()
    )


def column(frame: pd.DataFrame, name: str) -> dict:
    return dict(zip(frame["usps"], frame[name], strict=True))


def test_every_office_gets_the_status_worked_out_by_hand() -> None:
    assert column(status_of("first"), "status") == {
        "AA": "signed",
        "BB": "signed",
        "CC": "not_signed",
        "DD": "not_signed",
        "EE": "not_signed",
        "FF": "not_signed",
    }
    assert column(status_of("second"), "status") == {
        "AA": "signed",
        "BB": "not_known",
        "CC": "joined_later",
        "DD": "not_signed",
        "EE": "not_known",
        "FF": "signed",
    }


def test_the_evidence_and_the_sources_travel_with_the_status() -> None:
    first, second = status_of("first"), status_of("second")
    assert column(first, "evidence")["CC"] == "complete_list"
    assert column(first, "source_ids")["CC"] == ("S1", "S2")
    assert column(second, "evidence") == {
        "AA": "one_source",
        "BB": "none",
        "CC": "one_source",
        "DD": "source_says",
        "EE": "none",
        "FF": "inferred",
    }
    assert column(second, "source_ids")["DD"] == ("S6",)
    assert column(second, "source_ids")["BB"] == ()
    assert column(second, "signer_name")["CC"] == "C. Cole"


def test_a_letter_with_a_partial_list_never_yields_not_signed_by_itself() -> None:
    table = participation("second", world.letters(), world.signatures(), world.offices())
    assert "not_signed" not in set(table["status"])


def test_a_letter_without_a_list_leaves_every_office_not_known() -> None:
    letters = world.letters().assign(list_status="none")
    nobody = world.signatures().iloc[:0]
    table = participation("first", letters, nobody, world.offices())
    assert set(table["status"]) == {"not_known"}
    assert set(table["evidence"]) == {"none"}


def test_a_signature_beats_a_word_that_the_office_did_not_sign() -> None:
    refusals = world.not_signed().assign(usps=["AA", "CC", "EE"], applies="letter")
    table = participation("second", world.letters(), world.signatures(), world.offices(), refusals)
    assert column(table, "status")["AA"] == "signed"
    assert column(table, "status")["EE"] == "not_signed"


def test_missing_from_the_first_issue_is_not_a_refusal() -> None:
    assert column(status_of("second"), "status")["EE"] == "not_known"


def test_an_unknown_letter_is_refused_with_the_letters_there_are() -> None:
    with pytest.raises(KeyError, match=r"'fourth'.*first, second, third"):
        participation("fourth", world.letters(), world.signatures(), world.offices())


def test_an_unknown_list_status_is_refused() -> None:
    letters = world.letters().assign(list_status="whole")
    with pytest.raises(
        ValueError,
        match=r"^letters: letter_id 'first' has list_status 'whole'; "
        r"use one of complete, partial, none$",
    ):
        participation("first", letters, world.signatures(), world.offices())


def test_a_letter_that_is_there_twice_is_refused() -> None:
    letters = pd.concat([world.letters(), world.letters().head(1)])
    with pytest.raises(KeyError, match=r"has 2 rows .*'third'.* Letters: .*third, third"):
        participation("third", letters, world.signatures(), world.offices())


def test_a_row_without_a_letter_belongs_to_none() -> None:
    signatures = world.signatures()
    signatures.loc[0, "letter_id"] = pd.NA
    table = participation("first", world.letters(), signatures, world.offices())
    assert column(table, "status")["AA"] == "not_signed"


def test_a_table_has_its_columns_and_no_others() -> None:
    own = [*("usps", "jurisdiction", "kind", "status", "evidence", "signer_name", "source_ids")]
    assert status_of("first").columns.tolist() == own
    assert by_letter().columns.tolist() == ["letter_id", "date", *own]
    assert by_letter().index.tolist() == list(range(18))
    shuffled = world.offices()[::-1]
    assert participation("first", world.letters(), world.signatures(), shuffled)[
        ["usps", "status"]
    ].to_numpy().tolist()[-1] == ["AA", "signed"]


def test_the_statuses_are_text_and_a_signer_without_a_name_is_missing() -> None:
    table = status_of("second")
    assert set(table[["status", "evidence", "signer_name"]].dtypes) == {pd.StringDtype()}
    assert table["signer_name"].isna().tolist() == [False, True, False, True, True, True]
    assert set(table["source_ids"].map(type)) == {tuple}


def test_a_signature_of_no_known_office_is_refused() -> None:
    signatures = world.signatures().replace({"usps": {"BB": "ZZ", "AA": "YY"}})
    with pytest.raises(
        ValueError,
        match=r"^signatures: letter_id 'first' has usps YY, ZZ, which the table of offices does "
        r"not have; add the office or mend the code$",
    ):
        participation("first", world.letters(), signatures, world.offices())


def test_a_refusal_of_no_known_office_is_refused() -> None:
    refusals = world.not_signed().replace({"usps": {"DD": "ZZ"}})
    with pytest.raises(ValueError, match=r"^not_signed: letter_id 'second' has usps ZZ,"):
        participation("second", world.letters(), world.signatures(), world.offices(), refusals)


def test_two_signatures_of_one_office_are_refused() -> None:
    signatures = world.signatures().replace({"usps": {"BB": "CC", "FF": "EE"}})
    with pytest.raises(
        ValueError,
        match=r"^signatures: letter_id 'third' has more than one row for CC, EE; "
        r"merge them into one$",
    ):
        participation("third", world.letters(), signatures, world.offices())


def test_only_the_office_that_is_there_twice_is_named() -> None:
    signatures = world.signatures().replace({"usps": {"BB": "CC"}})
    with pytest.raises(ValueError, match="more than one row for CC; merge"):
        participation("third", world.letters(), signatures, world.offices())


def test_letters_come_in_order_of_date_and_the_input_is_left_alone() -> None:
    letters = world.letters()
    before = letters.copy(deep=True)
    table = participation_by_letter(letters, world.signatures(), world.offices())
    assert list(dict.fromkeys(table["letter_id"])) == ["first", "second", "third"]
    assert len(table) == 3 * 6
    pd.testing.assert_frame_equal(letters, before)


def test_letters_of_one_day_come_in_order_of_their_names() -> None:
    letters = world.letters().assign(date="2010-09-21")
    table = participation_by_letter(letters, world.signatures(), world.offices())
    assert list(dict.fromkeys(table["letter_id"])) == ["first", "second", "third"]
    assert table["letter_id"].dtype == "string"
    assert leaders(letters)["letter_ids"].tolist()[0] == ("first", "second")
    reported = world.reported_counts()[::-1]
    checked = count_check(letters, reported, world.signatures())
    assert checked["letter_id"].tolist() == ["first", "second"]


def test_refusals_without_a_scope_are_of_the_whole_letter() -> None:
    refusals = world.not_signed().drop(columns="applies")
    table = participation_by_letter(world.letters(), world.signatures(), world.offices(), refusals)
    second = table[table["letter_id"] == "second"]
    assert column(second, "status")["EE"] == "not_signed"


def test_the_matrix_puts_the_steadiest_offices_first() -> None:
    matrix = participation_matrix(by_letter())
    assert list(matrix.columns) == ["first", "second", "third"]
    # Two signatures: BB (no refusal), AA (one, signed first), CC (one); then one: EE, FF, DD none.
    assert list(matrix.index) == ["BB", "AA", "CC", "EE", "FF", "DD"]
    assert matrix.loc["CC", "second"] == "joined_later"


def test_an_inferred_signature_does_not_move_an_office_up_the_matrix() -> None:
    table = by_letter()
    table.loc[table["usps"] == "DD", ["status", "evidence"]] = ["signed", "inferred"]
    assert participation_matrix(table).index[-1] == "DD"


def test_joining_later_and_signing_weigh_the_same_in_the_matrix() -> None:
    table = by_letter()
    table.loc[table["usps"] == "DD", ["status", "evidence"]] = ["joined_later", "one_source"]
    assert participation_matrix(table).index[0] == "DD"


def test_a_signature_without_evidence_does_not_move_an_office_up_the_matrix() -> None:
    table = by_letter()
    table.loc[table["usps"] == "DD", ["status", "evidence"]] = ["signed", pd.NA]
    assert participation_matrix(table).index[-1] == "DD"


def test_the_earlier_signature_decides_a_tie_whatever_the_letters_are_called() -> None:
    table = pd.DataFrame(
        {
            "letter_id": ["z", "z", "a", "a"],
            "usps": ["BB", "AA"] * 2,
            "status": ["signed", "not_known", "not_known", "signed"],
            "evidence": ["one_source", "none", "none", "one_source"],
        }
    )
    assert list(participation_matrix(table).index) == ["BB", "AA"]


def test_an_office_of_which_all_is_inferred_keeps_its_place_in_the_record() -> None:
    table = by_letter()
    table.loc[table["usps"] == "BB", "evidence"] = "inferred"
    record = office_record(table)
    assert record["usps"].tolist() == ["AA", "BB", "CC", "DD", "EE", "FF"]
    assert record.loc[1, ["signed", "joined_later", "not_signed", "not_known"]].tolist() == [0] * 4
    assert record.loc[1, ["inferred", "letter_ids"]].tolist() == [3, ()]


def test_inferred_rows_are_kept_apart_in_every_count() -> None:
    counts = status_counts(status_of("second")).set_index("status")
    assert counts["count"].to_dict() == {
        "signed": 1,
        "joined_later": 1,
        "not_signed": 1,
        "not_known": 2,
    }
    assert counts.loc["signed", "offices"] == ("AA",)
    assert counts.loc["signed", "inferred_offices"] == ("FF",)


def test_the_record_of_an_office_counts_its_letters() -> None:
    record = office_record(by_letter()).set_index("usps")
    assert record.loc["CC", ["signed", "joined_later", "not_signed"]].tolist() == [1, 1, 1]
    assert record.loc["CC", "letter_ids"] == ("second", "third")
    assert record.loc["FF", ["signed", "inferred"]].tolist() == [1, 1]
    never = record[record["signed"] + record["joined_later"] == 0]
    assert list(never.index) == ["DD"]


def test_transitions_name_who_stayed_entered_and_left() -> None:
    moves = transitions(status_of("first"), status_of("third")).set_index("transition")
    assert moves["offices"].to_dict() == {
        "stayed": ("BB",),
        "entered": ("CC", "EE", "FF"),
        "left": ("AA",),
        "stayed_out": ("DD",),
        "not_known": (),
    }


def test_a_transition_to_a_status_not_known_is_neither_exit_nor_entry() -> None:
    moves = transitions(status_of("first"), status_of("second")).set_index("transition")
    assert moves.loc["not_known", "offices"] == ("BB", "EE")
    assert moves.loc["left", "count"] == 0
    assert moves.loc["entered", "offices"] == ("CC",)
    assert moves.loc["entered", "inferred_offices"] == ("FF",)


def test_an_inference_about_the_earlier_letter_is_kept_apart_too() -> None:
    moves = transitions(status_of("second"), status_of("third")).set_index("transition")
    assert moves.loc["stayed", "offices"] == ("CC",)
    assert moves.loc["stayed", "inferred_offices"] == ("FF",)


def test_transitions_between_different_offices_are_refused() -> None:
    with pytest.raises(
        ValueError,
        match="^before and after differ in the offices AA, FF; "
        r"make both with participation\(\) from one table of offices$",
    ):
        transitions(
            status_of("first").query("usps != 'AA'"), status_of("second").query("usps != 'FF'")
        )


def test_leaders_are_counted_over_all_letters() -> None:
    assert leaders(world.letters()).to_dict("list") == {
        "usps": ["AA", "BB", "CC"],
        "letters_led": [2, 2, 1],
        "letter_ids": [("first", "second"), ("second", "third"), ("third",)],
    }


def test_those_who_led_most_letters_come_first() -> None:
    letters = world.letters().assign(lead_offices=[("CC",), ("AA",), ("CC",)])
    table = leaders(letters)
    assert table["usps"].tolist() == ["CC", "AA"]
    assert table.index.tolist() == [0, 1]
    assert table["letter_ids"].tolist() == [("second", "third"), ("first",)]


def test_a_letter_without_a_leader_has_none() -> None:
    letters = world.letters().assign(lead_offices=[(), ("AA",), ()])
    assert list(leaders(letters)["usps"]) == ["AA"]


def test_reported_counts_stand_beside_the_rows_held() -> None:
    table = count_check(world.letters(), world.reported_counts(), world.signatures())
    columns = ["held", "held_at_issue", "held_joined_later", "held_inferred", "difference"]
    assert table.set_index("count_id").loc["N1", columns].tolist() == [2, 2, 0, 0, 0]
    assert table.set_index("count_id").loc["N2", columns].tolist() == [2, 1, 1, 1, 2]


def test_a_letter_of_which_no_signature_is_held_lacks_all_that_are_reported() -> None:
    signatures = world.signatures().query("letter_id != 'second'")
    table = count_check(world.letters(), world.reported_counts(), signatures)
    row = table.set_index("count_id").loc["N2"]
    assert row[["held", "held_at_issue", "held_joined_later", "held_inferred"]].tolist() == [0] * 4
    assert row["difference"] == 4


def test_a_count_of_an_unknown_letter_is_refused() -> None:
    reported = world.reported_counts().assign(letter_id=["fourth", "fifth"])
    with pytest.raises(
        ValueError, match=r"^reported_counts names letters that .* does not have: fifth, fourth$"
    ):
        count_check(world.letters(), reported, world.signatures())
