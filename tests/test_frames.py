import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agletters.frames import (
    VOICE_COLUMNS,
    agreement,
    code_matrix,
    disagreements,
    exclusive_codes,
    long,
    voices,
)

CODEBOOK = pd.DataFrame(
    [
        ("HARM", "frame"),
        ("LAW", "frame"),
        ("DEM", "stance"),
        ("DEF", "stance"),
        ("NON", "stance"),
    ],
    columns=["code", "dimension"],
)
CODINGS = pd.DataFrame(
    [
        ("u1", "A", 1, 0, "DEM"),
        ("u2", "A", 0, 0, "DEF"),
        ("u3", "A", 1, 0, "DEF"),
        ("u1", "B", 1, 0, "DEM"),
        ("u2", "B", 1, 0, "DEF"),
        ("u3", "B", 1, 0, "NON"),
    ],
    columns=["unit_id", "coder", "HARM", "LAW", "stance"],
)
UNITS = pd.DataFrame({"unit_id": ["u3", "u1", "u2"], "side": ["firm", "AG", "firm"]})


@pytest.fixture
def coded() -> pd.DataFrame:
    return long(CODINGS, CODEBOOK)


def coded_by(coders: dict[str, list[object]], codes: list[object], dimension: str) -> pd.DataFrame:
    """Code units 0, 1, ... in one single-code dimension."""
    rows = [
        (f"u{unit:02}", coder, value)
        for coder, values in coders.items()
        for unit, value in enumerate(values)
    ]
    codings = pd.DataFrame(rows, columns=["unit_id", "coder", dimension])
    return long(codings, pd.DataFrame({"code": codes, "dimension": dimension}))


def test_every_unit_coder_and_code_has_one_row_in_the_long_table(coded: pd.DataFrame) -> None:
    assert len(coded) == 3 * 2 * 5
    assert not coded.duplicated(["unit_id", "coder", "code"]).any()
    given_codes = coded[coded["applied"]].groupby(["unit_id", "coder"])["code"].agg(list)
    assert given_codes["u1", "A"] == ["HARM", "DEM"]
    assert given_codes["u3", "B"] == ["HARM", "NON"]
    assert coded.groupby("dimension")["single"].all().to_dict() == {"frame": False, "stance": True}


def test_the_given_tables_are_left_as_they_were() -> None:
    before = [frame.copy(deep=True) for frame in (CODINGS, CODEBOOK, UNITS)]
    table = long(CODINGS, CODEBOOK)
    code_matrix(table, UNITS, "frame")
    exclusive_codes(table, UNITS, "frame")
    agreement(table)
    disagreements(table)
    for frame, same in zip((CODINGS, CODEBOOK, UNITS), before, strict=True):
        pd.testing.assert_frame_equal(frame, same)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"HARM": 2}, "unit u1, coder A: HARM is .*2.*; allowed: 0, 1"),
        ({"stance": "ZZZ"}, "unit u1, coder A: stance is 'ZZZ'; allowed: DEM, DEF, NON"),
        ({"coder": "B"}, "unit u1 has two rows by coder B"),
        ({"coder": "B", "HARM": 0}, "unit u1 has two rows by coder B"),
    ],
)
def test_a_bad_coding_is_named(change: dict[str, object], says: str) -> None:
    bad = CODINGS.copy()
    for column, value in change.items():
        bad.loc[0, column] = value
    with pytest.raises(ValueError, match=says):
        long(bad, CODEBOOK)


def test_a_code_without_a_column_is_named() -> None:
    with pytest.raises(ValueError, match=r"^codings: there is no column coder, HARM, LAW$"):
        long(CODINGS.drop(columns=["LAW", "HARM", "coder"]), CODEBOOK)
    with pytest.raises(ValueError, match=r"^codebook: there is no column code, dimension$"):
        long(CODINGS, CODEBOOK.drop(columns=["code", "dimension"]))


def test_the_long_table_is_in_the_order_of_the_codings_then_of_the_codebook() -> None:
    table = long(CODINGS.iloc[::-1].set_index("unit_id", drop=False), CODEBOOK)
    assert table.index.tolist() == list(range(30))
    assert table["unit_id"].tolist()[::5] == ["u3", "u2", "u1"] * 2
    assert table["code"].tolist() == CODEBOOK["code"].tolist() * 6
    assert table.columns.tolist() == [
        *("unit_id", "coder", "dimension", "code", "applied", "single")
    ]


def test_what_is_not_coded_is_missing_and_counts_for_nobody() -> None:
    codings = CODINGS.astype({"HARM": "Int64"})
    codings.loc[0, ["HARM", "stance"]] = pd.NA
    table = long(codings, CODEBOOK)
    first = table[(table["unit_id"] == "u1") & (table["coder"] == "A")].set_index("code")
    assert first["applied"].isna().tolist() == [True, False, True, True, True]
    assert table["applied"].dtype == "boolean"
    harm = code_matrix(table, UNITS, "frame").set_index(["code", "side", "coded_by"])
    assert harm.loc[("HARM", "AG"), "n"].to_dict() == {"A": 0, "B": 1, "all": 0, "any": 1}
    assert agreement(table)["n_units"].tolist() == [2, 3, 2]


def test_the_matrix_counts_each_coder_both_and_either_and_names_the_units(
    coded: pd.DataFrame,
) -> None:
    matrix = code_matrix(coded, UNITS, "frame").set_index(["code", "side", "coded_by"])
    cells = matrix.loc["HARM", "firm"]
    assert cells["n"].to_dict() == {"A": 1, "B": 2, "all": 1, "any": 2}
    assert cells["unit_ids"].to_dict() == {
        "A": ("u3",),
        "B": ("u3", "u2"),
        "all": ("u3",),
        "any": ("u3", "u2"),
    }


def test_a_code_that_nobody_gave_is_counted_as_zero(coded: pd.DataFrame) -> None:
    matrix = code_matrix(coded, UNITS, "frame")
    law = matrix[matrix["code"] == "LAW"]
    assert len(law) == 2 * 4
    assert law["n"].eq(0).all()
    assert set(law["unit_ids"]) == {()}


def test_every_count_equals_the_units_behind_it(coded: pd.DataFrame) -> None:
    for dimension in ("frame", "stance"):
        matrix = code_matrix(coded, UNITS, dimension)
        assert matrix["n"].tolist() == matrix["unit_ids"].map(len).tolist()


def test_a_code_by_one_of_two_coders_is_exclusive_only_as_defined() -> None:
    codings = CODINGS.assign(HARM=[1, 1, 0, 1, 0, 0])
    harm = exclusive_codes(long(codings, CODEBOOK), UNITS, "frame").iloc[0]
    assert harm["used_any"] == ("AG", "firm")
    assert pd.isna(harm["only_any"])
    assert harm["used_all"] == ("AG",)
    assert harm["only_all"] == "AG"


def test_a_code_that_no_group_uses_is_nobodys_own(coded: pd.DataFrame) -> None:
    law = exclusive_codes(coded, UNITS, "frame").iloc[1]
    assert law["used_any"] == law["used_all"] == ()
    assert exclusive_codes(coded, UNITS, "frame")["only_any"].dtype == "string"
    assert pd.isna(law["only_any"])
    assert pd.isna(law["only_all"])


def test_a_code_can_be_the_own_of_other_groups_than_sides() -> None:
    units = UNITS.assign(party=["X", "X", "Y"])
    harm = exclusive_codes(long(CODINGS, CODEBOOK), units, "frame", by="party").iloc[0]
    assert (harm["used_any"], harm["used_all"], harm["only_all"]) == (("X", "Y"), ("X",), "X")


def test_a_unit_coded_once_is_never_a_unit_of_all_coders() -> None:
    codings = pd.concat([CODINGS, CODINGS.head(1).assign(unit_id="u4")])
    units = pd.concat([UNITS, pd.DataFrame({"unit_id": ["u4"], "side": ["AG"]})])
    matrix = code_matrix(long(codings, CODEBOOK), units, "frame").set_index(
        ["code", "side", "coded_by"]
    )
    assert matrix.loc[("HARM", "AG", "all"), "unit_ids"] == ("u1",)
    assert matrix.loc[("HARM", "AG", "any"), "unit_ids"] == ("u1", "u4")


@pytest.mark.parametrize(
    ("units", "says"),
    [
        (UNITS.head(2), "^units: u2 is coded but has no row with a value in 'side'$"),
        (UNITS.assign(side=["firm", "AG", None]), "u2 is coded but has no row"),
        (pd.concat([UNITS, UNITS.head(1)]), "^units: u3 has more than one row; keep one$"),
        (UNITS[[]], "^units: there is no column unit_id, side$"),
    ],
)
def test_a_unit_without_one_group_is_named(
    coded: pd.DataFrame, units: pd.DataFrame, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        code_matrix(coded, units, "frame")


def test_cells_of_other_columns_may_be_missing(coded: pd.DataFrame) -> None:
    noted = UNITS.assign(note=[pd.NA, pd.NA, "quoted"])
    pd.testing.assert_frame_equal(
        code_matrix(coded, noted, "frame"), code_matrix(coded, UNITS, "frame")
    )
    pd.testing.assert_frame_equal(
        voices(STATEMENTS, TEMPLATE.assign(note=pd.NA)), voices(STATEMENTS, TEMPLATE)
    )


def test_an_unknown_dimension_is_refused_with_the_known_ones(coded: pd.DataFrame) -> None:
    with pytest.raises(ValueError, match="'frames'; there are: frame, stance"):
        code_matrix(coded, UNITS, "frames")


def test_alpha_equals_the_published_value_for_four_observers_and_missing_data() -> None:
    # Krippendorff (2011), section C: nominal data, 4 observers, 12 units.
    observers = {
        "A": [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
        "B": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
        "C": [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
        "D": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
    }
    named = {
        coder: [None if value is None else f"v{value}" for value in values]
        for coder, values in observers.items()
    }
    coded = coded_by(named, [f"v{value}" for value in range(1, 6)], "stance")
    [row] = agreement(coded).itertuples()
    assert row.alpha == pytest.approx(0.743, abs=0.0005)
    # Unit 12 has one value only, so that it pairs with nothing.
    assert row.n_units == 11


def test_alpha_equals_the_published_value_for_two_observers_and_nominal_data() -> None:
    # Krippendorff (2011), section B: nominal data, two observers, no missing data.
    coded = coded_by(
        {"Ben": list("aabbdcccedda"), "Gerry": list("babbbccceddd")}, list("abcde"), "stance"
    )
    [row] = agreement(coded).itertuples()
    assert row.alpha == pytest.approx(0.692, abs=0.0005)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=12))
def test_alpha_of_two_coders_is_one_less_observed_over_expected_disagreement(
    pairs: list[tuple[bool, bool]],
) -> None:
    rows = [
        (f"u{unit}", coder, int(value))
        for unit, pair in enumerate(pairs)
        for coder, value in zip("AB", pair, strict=True)
    ]
    codings = pd.DataFrame(rows, columns=["unit_id", "coder", "HARM"])
    [row] = agreement(long(codings, CODEBOOK.head(1))).itertuples()
    values = list(itertools.chain(*pairs))
    expected = np.mean([a != b for a, b in itertools.permutations(values, 2)])
    differing = sum(a != b for a, b in pairs)
    assert (row.n_units, row.n_disagreements) == (len(pairs), differing)
    if expected:
        assert row.alpha == pytest.approx(1 - differing / len(pairs) / expected)
        assert row.status == "defined"
    else:
        assert pd.isna(row.alpha)
        assert row.status == "undefined: no variation"


def test_agreement_counts_one_row_per_frame_and_per_single_code_dimension(
    coded: pd.DataFrame,
) -> None:
    table = agreement(coded)
    assert table["code"].tolist() == ["HARM", "LAW", "stance"]
    assert table["n_units"].tolist() == [3, 3, 3]
    assert table["n_disagreements"].tolist() == [1, 0, 1]
    assert table["status"].tolist() == ["defined", "undefined: no variation", "defined"]
    assert table["alpha"].isna().tolist() == [False, True, False]
    assert table["alpha"].dtype == "Float64"


def test_agreement_without_some_units_leaves_only_those_out(coded: pd.DataFrame) -> None:
    table = agreement(coded, unit_ids=["u1", "u3"])
    assert table["n_units"].tolist() == [2, 2, 2]
    assert table["n_disagreements"].tolist() == [0, 0, 1]
    assert table["status"].tolist() == ["undefined: no variation"] * 2 + ["defined"]


def test_agreement_of_one_coder_is_undefined_and_says_so() -> None:
    table = agreement(long(CODINGS.head(3), CODEBOOK))
    assert set(table["status"]) == {"undefined: no unit coded twice"}
    assert table["alpha"].isna().all()
    assert table["n_units"].eq(0).all()
    assert table["n_disagreements"].eq(0).all()


def test_a_code_that_nobody_could_give_keeps_its_row() -> None:
    table = agreement(long(CODINGS.assign(LAW=pd.NA), CODEBOOK))
    assert table.set_index("code").loc["LAW", "status"] == "undefined: no unit coded twice"


def test_agreement_refuses_a_unit_that_nobody_coded(coded: pd.DataFrame) -> None:
    with pytest.raises(ValueError, match=r"^no coder has coded the unit u9; leave it out of unit"):
        agreement(coded, unit_ids=["u1", "u9"])


def test_every_disagreement_is_listed_with_both_codes(coded: pd.DataFrame) -> None:
    assert disagreements(coded).to_numpy().tolist() == [
        ["u2", "frame", "HARM", "no", "yes"],
        ["u3", "stance", "stance", "DEF", "NON"],
    ]


def test_disagreements_stand_in_the_order_of_the_codings() -> None:
    turned = CODINGS.iloc[::-1]
    assert disagreements(long(turned, CODEBOOK))["unit_id"].tolist() == ["u3", "u2"]


def test_disagreements_are_as_many_as_agreement_counts(coded: pd.DataFrame) -> None:
    assert len(disagreements(coded)) == agreement(coded)["n_disagreements"].sum()


def test_coders_who_agree_have_an_empty_list_of_disagreements() -> None:
    same = CODINGS.assign(HARM=1, stance="DEM")
    listed = disagreements(long(same, CODEBOOK))
    assert listed.empty
    assert listed.columns.tolist() == ["unit_id", "dimension", "code", "A", "B"]


STATEMENTS = pd.DataFrame(
    [
        ("s1", "Ann", "AG", "Good-faith efforts at Acme.com cost $17.5 million."),
        ("s2", "Ann", "AG", "We’ll close it."),
        ("s3", "Bo", "AG", "We’ll close it now."),
        ("s4", "Acme", "firm", "No."),
    ],
    columns=["statement_id", "speaker", "side", "quotation"],
)
TEMPLATE = pd.DataFrame(
    [("t1", "Ann", "s2"), ("t1", "Bo", "s3"), ("t1", "Cy", pd.NA)],
    columns=["template_id", "speaker", "statement_id"],
)


def test_a_template_attributed_to_several_people_is_one_voice() -> None:
    heard = voices(STATEMENTS, TEMPLATE).set_index("voice")
    shared = heard.loc["Ann / Bo / Cy"]
    assert shared["statements"] == 1
    assert shared["words"] == 4
    assert shared["statement_ids"] == ("s2", "s3")
    assert shared["shared"]
    assert heard.loc["Ann", "statement_ids"] == ("s1",)
    assert "Bo" not in heard.index


def test_without_templates_each_speaker_is_a_voice_most_heard_first() -> None:
    heard = voices(STATEMENTS, TEMPLATE.head(0))
    assert heard[["voice", "side", "statements", "words"]].to_numpy().tolist() == [
        ["Ann", "AG", 2, 10],
        ["Bo", "AG", 1, 4],
        ["Acme", "firm", 1, 1],
    ]
    assert not heard["shared"].any()
    assert heard.columns.tolist() == VOICE_COLUMNS


def test_a_speaker_who_repeats_a_template_stays_one_voice_and_is_counted_once() -> None:
    own = pd.DataFrame(
        [("t1", "Ann", "s1"), ("t1", "Ann", "s2")], columns=TEMPLATE.columns.tolist()
    )
    heard = voices(STATEMENTS, own).set_index("voice")
    assert heard.loc["Ann", ["statements", "words", "shared"]].tolist() == [1, 7, False]


def test_voices_of_one_weight_come_by_their_names() -> None:
    alike = STATEMENTS.assign(quotation="No.", speaker=["Cy", "Bo", "Ann", "Ann"])
    heard = voices(alike, TEMPLATE.head(0))
    assert heard[["voice", "side"]].to_numpy().tolist() == [
        ["Ann", "AG"],
        ["Ann", "firm"],
        ["Bo", "AG"],
        ["Cy", "AG"],
    ]
    assert heard.index.tolist() == [0, 1, 2, 3]
    assert heard["speakers"].tolist() == [("Ann",), ("Ann",), ("Bo",), ("Cy",)]


def test_a_table_without_its_columns_is_named() -> None:
    with pytest.raises(ValueError, match=r"^statements: there is no column statement_id, speaker$"):
        voices(STATEMENTS[["side", "quotation"]], TEMPLATE)
    with pytest.raises(ValueError, match=r"^statements: there is no column side, quotation$"):
        voices(STATEMENTS[["statement_id", "speaker"]], TEMPLATE)
    with pytest.raises(
        ValueError, match=r"^templates: there is no column template_id, speaker, statement_id$"
    ):
        voices(STATEMENTS, TEMPLATE[[]])


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (("t2", "Dan", "s9"), "^templates: the statement s9 is not among the statements$"),
        (("t2", "Dan", "s2"), "^templates: the statement s2 is in two templates$"),
        (("t2", "Dan", pd.NA), "^templates: no row of t2 names a statement$"),
    ],
)
def test_a_template_that_does_not_fit_the_statements_is_refused(
    row: tuple[object, ...], says: str
) -> None:
    bad = pd.concat([TEMPLATE, pd.DataFrame([row], columns=TEMPLATE.columns)])
    with pytest.raises(ValueError, match=says):
        voices(STATEMENTS, bad)
