import json
import re
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agletters import checks
from agletters.checks import Defect, check, exists, read_texts
from agletters.quotations.anchors import anchor, text_sha256
from agletters.tables import TablesError, read_schema, read_text_frame
from tests.copies import copy_files

Key = Mapping[str, str]
Frames = dict[str, pd.DataFrame]

SEPTEMBER = "2010-09-21-backpage"
PARTIAL_DATE = "a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD"
FULL_DATE = "a date that exists, as YYYY-MM-DD"


def place(frame: pd.DataFrame, key: Key) -> int:
    """Give the index of the one row with these cells."""
    fits = (frame[list(key)] == pd.Series(key)).all(axis=1)
    assert fits.sum() == 1, key
    return int(fits.idxmax())


def change(folder: Path, table: str, key: Key, column: str, value: str) -> int:
    """Change one cell of a file and give its row number."""
    path = folder / f"{table}.csv"
    frame = read_text_frame(path)
    index = place(frame, key)
    assert frame.loc[index, column] != value
    frame.loc[index, column] = value
    frame.to_csv(path, index=False, lineterminator="\n")
    return index + 2


def one(defects: list[Defect]) -> Defect:
    assert len(defects) == 1, [str(defect) for defect in defects]
    return defects[0]


# Cells of the real tables, through the schema and the rules -------------------------

AUGUST_KANSAS = {"letter_id": "2010-08-24-craigslist", "usps": "KS"}
JERSEY = {"letter_id": "2011-08-31-backpage", "usps": "NJ"}
YORK = {"letter_id": "2011-08-31-backpage", "usps": "NY"}
GUAM = {"usps": "GU", "as_of": "2010-09-21"}


def signature(usps: str) -> Key:
    return {"letter_id": SEPTEMBER, "usps": usps}


# What is broken, and the defect that comes of it. No two are in one row.
BROKEN: list[tuple[str, Key, str, str, str, str]] = [
    ("signatures", signature("VA"), "usps", "ZZ", "is not known", "a value of offices.usps"),
    ("signatures", signature("TX"), "evidence", "hearsay", "is not allowed here", "two_or_more"),
    ("signatures", signature("TN"), "evidence", "", "is empty", "two_or_more_sources"),
    ("signatures", signature("RI"), "source_ids", "S9999", "is not known", "a value of sources"),
    ("signatures", AUGUST_KANSAS, "signer_name", "Derek Schmidt", "did not hold", "Steve Six"),
    ("signatures", JERSEY, "joined_by", "2011-09-31", "is not allowed here", FULL_DATE),
    ("signatures", YORK, "joined_by", "2011-9-27", "is not allowed here", FULL_DATE),
    ("officeholders", GUAM, "party", "X", "is not allowed here", "D, R, Covenant"),
    ("candidacies", GUAM, "on_ballot", "perhaps", "is not allowed here", "yes, no, unknown"),
    ("letters", {"letter_id": SEPTEMBER}, "date", "2010-09-31", "is not allowed", PARTIAL_DATE),
    ("letters", {"date": "2014-10-20"}, "lead_offices", "XX", "is not known", "a value of offices"),
    ("letters", {"date": "2011-08-31"}, "title", "", "is empty", "text that is not empty"),
    ("events", {"event_id": "E02"}, "date", "2004-02-30", "is not allowed here", PARTIAL_DATE),
    ("events", {"event_id": "E03"}, "date", "3.4.2005", "is not allowed here", PARTIAL_DATE),
    ("reported_counts", {"count_id": "N09"}, "accepted", "TRUE", "is not allowed", "true or false"),
    ("reported_counts", {"count_id": "N14"}, "number", "+45", "is not allowed", "a whole number"),
    ("reported_counts", {"count_id": "N02"}, "number", "42", "differs from the 43 rows", "correct"),
    ("sources", {"source_id": "S001"}, "url", "no address", "is not allowed", "a web address"),
    ("sources", {"source_id": "S002"}, "tier", "", "is empty", "primary, secondary"),
    ("sources", {"source_id": "S003"}, "published", "2011-02-29", "is not allowed", PARTIAL_DATE),
    ("spans", {"span_id": "G000-D4"}, "start", "x", "is not allowed here", "a whole number"),
    ("spans", {"span_id": "G000-D5"}, "start", "²", "is not allowed here", "a whole number"),
    ("statements", {"statement_id": "Q-S03"}, "source_id", "S9999", "is not known", "a value of"),
    ("codings", {"unit_id": "Q-S01", "coder": "A"}, "HARM", "2", "is not allowed here", "0, 1"),
    ("codings", {"unit_id": "Q-S02", "coder": "A"}, "stance", "ODD", "is not known", "a value of"),
]


@pytest.fixture(scope="module")
def found(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Defect]:
    """Break all cells at once in a copy of the real tables, and check it."""
    folder = tmp_path_factory.mktemp("broken") / "data"
    copy_files(root / "data", folder, but="geo")
    # Row numbers first: a later change may take away what a key names.
    for table in {table for table, *_ in BROKEN}:
        frame = read_text_frame(folder / f"{table}.csv")
        cells = [
            (place(frame, key), column, value) for t, key, column, value, *_ in BROKEN if t == table
        ]
        assert len({index for index, *_ in cells}) == len(cells)
        for index, column, value in cells:
            frame.loc[index, column] = value
        if table == "signatures":
            frame = pd.concat([frame, frame.iloc[:1]])
        frame.to_csv(folder / f"{table}.csv", index=False, lineterminator="\n")
    return check(folder)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda case: f"{case[0]}.{case[2]}={case[3]}")
def test_one_wrong_cell_is_one_defect_at_its_place(
    real: Frames, found: list[Defect], broken: tuple[str, Key, str, str, str, str]
) -> None:
    table, key, column, value, problem, allowed = broken
    file = f"{table}.csv"
    row = place(real[table], key) + 2
    defect = one([defect for defect in found if (defect.file, defect.row) == (file, row)])
    assert (defect.column, defect.value) == (column, value)
    assert problem in defect.problem
    assert allowed in defect.allowed


def test_a_signature_given_twice_is_one_defect_and_no_wrong_count(
    real: Frames, found: list[Defect]
) -> None:
    assert (
        Defect(
            "signatures.csv",
            len(real["signatures"]) + 2,
            "letter_id, usps",
            "2008-11-06-craigslist-joint-statement;AZ",
            "is a duplicate of row 2",
            "remove one of the rows",
        )
        in found
    )


def test_all_defects_are_reported_at_once_in_order_and_each_once(found: list[Defect]) -> None:
    assert len(found) == len(BROKEN) + 1
    assert found == sorted(set(found))


# One cell of the real tables, through the rules alone ------------------------------


@pytest.fixture(scope="session")
def schema(root: Path) -> dict[str, Any]:
    return read_schema(root / "data")


@pytest.fixture(scope="session")
def real(root: Path, schema: dict[str, Any]) -> Frames:
    return {
        resource["name"]: read_text_frame(root / "data" / resource["path"])
        for resource in schema["resources"]
    }


def ruled(frames: Frames, schema: dict[str, Any]) -> list[Defect]:
    return sorted({defect for rule, _ in checks.RULES for defect in rule(frames, schema)})


RuleCase = tuple[str, Key, dict[str, str], str, str, str]
RULE_CASES: dict[str, RuleCase] = {
    "precision of a date": (
        "events",
        {"event_id": "E01"},
        {"date_precision": "day"},
        "date_precision",
        "day",
        "does not fit the date 1996",
    ),
    "number of a complete list": (
        "reported_counts",
        {"count_id": "N08"},
        {"number": "22"},
        "number",
        "22",
        f"differs from the 21 rows that signatures.csv holds for {SEPTEMBER}, "
        "whose list is complete",
    ),
    "states of a complete list": (
        "reported_counts",
        {"count_id": "N02"},
        {"states": "41"},
        "states",
        "41",
        "differs from the 40 rows",
    ),
    "territories of a complete list": (
        "reported_counts",
        {"count_id": "N02"},
        {"others": "2"},
        "others",
        "2",
        "differs from the 3 rows",
    ),
    "partial list with more rows than signers": (
        "reported_counts",
        {"count_id": "N15"},
        {"number": "20"},
        "number",
        "20",
        "whose list is partial",
    ),
    "no accepted number": (
        "reported_counts",
        {"count_id": "N08"},
        {"accepted": "false"},
        "accepted",
        SEPTEMBER,
        "has 0 accepted numbers",
    ),
    "two accepted numbers": (
        "reported_counts",
        {"count_id": "N09"},
        {"accepted": "true"},
        "accepted",
        SEPTEMBER,
        "has 2 accepted numbers",
    ),
    "signer of a month earlier who was not the holder": (
        "signatures",
        {"letter_id": "2010-08-24-craigslist", "usps": "KS"},
        {"signer_name": "Derek Schmidt"},
        "signer_name",
        "Derek Schmidt",
        "did not hold the office of KS on 2010-08-24",
    ),
    "signer of 2013 who had left": (
        "signatures",
        {"letter_id": "2013-07-23-congress-cda230", "usps": "WA"},
        {"signer_name": "Rob McKenna"},
        "signer_name",
        "Rob McKenna",
        "did not hold the office of WA on 2013-07-23",
    ),
    "signer of 2013 where another is known to have held office": (
        "signatures",
        {"letter_id": "2013-07-23-congress-cda230", "usps": "IN"},
        {"signer_name": "Steve Carter"},
        "signer_name",
        "Steve Carter",
        "did not hold the office of IN on 2013-07-23",
    ),
    "last day in office that does not exist": (
        "officeholders",
        {"usps": "AK", "as_of": "2010-09-21"},
        {"left_office": "2010-12-32"},
        "left_office",
        "2010-12-32",
        "is not allowed here",
    ),
    "signature against evidence": (
        "not_signed",
        {"letter_id": SEPTEMBER, "usps": "MN"},
        {"usps": "VA"},
        "usps",
        "VA",
        f"signed {SEPTEMBER} here and did not in not_signed.csv",
    ),
    "later signature against evidence": (
        "not_signed",
        JERSEY,
        {"applies": "letter"},
        "usps",
        "NJ",
        "signed 2011-08-31-backpage here and did not in not_signed.csv",
    ),
    "signature with the first issue against evidence": (
        "signatures",
        JERSEY,
        {"joined_after": "", "joined_by": ""},
        "usps",
        "NJ",
        "signed 2011-08-31-backpage here and did not in not_signed.csv",
    ),
    "joining days in the wrong order": (
        "signatures",
        JERSEY,
        {"joined_by": "2011-08-30"},
        "joined_by",
        "2011-08-30",
        "does not follow joined_after '2011-08-31'",
    ),
    "one joining day alone": (
        "signatures",
        JERSEY,
        {"joined_after": ""},
        "joined_by",
        "2011-09-27",
        "does not follow joined_after ''",
    ),
    "no candidate, yet an office sought": (
        "candidacies",
        {"usps": "AK", "as_of": "2010-09-21"},
        {"office_sought": "governor"},
        "on_ballot",
        "no",
        "does not go with office_sought 'governor' and election ''",
    ),
    "candidate at no election": (
        "candidacies",
        {"usps": "AZ", "as_of": "2010-09-21"},
        {"election": ""},
        "on_ballot",
        "yes",
        "does not go with office_sought 'governor' and election ''",
    ),
    "candidate for nothing": (
        "candidacies",
        {"usps": "AZ", "as_of": "2010-09-21"},
        {"office_sought": "none"},
        "on_ballot",
        "yes",
        "does not go with office_sought 'none' and election '2010-11-02'",
    ),
    "no candidate, yet a result": (
        "candidacies",
        {"usps": "AK", "as_of": "2010-09-21"},
        {"result": "won"},
        "result",
        "won",
        "does not go with on_ballot 'no'",
    ),
    "offsets of another length than the text": (
        "spans",
        {"span_id": "G000-D4"},
        {"end": "1463"},
        "end",
        "1463",
        "leaves 22 characters for a text of 21",
    ),
    "statement that differs from its span": (
        "statements",
        {"statement_id": "Q-S03"},
        {"quotation": "respectfully declined"},
        "quotation",
        "respectfully declined",
        "differs from the text of span G000-D4",
    ),
    "unit that a coder left out": (
        "codings",
        {"unit_id": "Q-S01", "coder": "B"},
        {"unit_id": "Q-S02", "coder": "B"},
        "unit_id",
        "Q-S01",
        "was not coded by B",
    ),
    "code of another dimension": (
        "codings",
        {"unit_id": "Q-S01", "coder": "A"},
        {"stance": "REQ"},
        "stance",
        "REQ",
        "is no stance of the codebook",
    ),
    "unit that is nothing": (
        "coded_units",
        {"unit_id": "Q-S01"},
        {"statement_id": ""},
        "statement_id, span_id",
        "",
        "names neither",
    ),
    "reply that is two things": (
        "replies",
        {"reply_id": "R01"},
        {"answer_span_id": "G000-I3"},
        "answer_id, answer_span_id",
        "Q-S03;G000-I3",
        "names both",
    ),
}


@pytest.mark.parametrize("case", RULE_CASES.values(), ids=RULE_CASES.keys())
def test_one_broken_rule_is_one_defect_at_its_place(
    real: Frames, schema: dict[str, Any], case: RuleCase
) -> None:
    table, key, cells, column, value, problem = case
    frame = real[table].copy()
    index = place(frame, key)
    for name, cell in cells.items():
        frame.loc[index, name] = cell
    defect = one(ruled({**real, table: frame}, schema))
    assert (defect.column, defect.value) == (column, value)
    assert problem in defect.problem
    assert defect.allowed
    if value in cells.values() and table != "not_signed":
        assert (defect.file, defect.row) == (f"{table}.csv", index + 2)


def test_the_real_tables_break_no_rule(real: Frames, schema: dict[str, Any]) -> None:
    assert ruled(real, schema) == []


def test_a_coder_who_does_not_exist_does_not_make_every_unit_uncoded(
    real: Frames, schema: dict[str, Any]
) -> None:
    codings = real["codings"].copy()
    codings.loc[place(codings, {"unit_id": "Q-S01", "coder": "B"}), "coder"] = "C"
    assert one(ruled({**real, "codings": codings}, schema)).problem == "was not coded by B"


# Who held the office ---------------------------------------------------------------

HOLDERS = pd.DataFrame(
    [
        ("AA", "2010-09-21", "A. Ames", "Ann Ames", "2007-01-08", "2011-01-03"),
        ("AA", "2011-08-31", "B. Bell", "", "2011-01-03", ""),
        ("BB", "2011-08-31", "C. Cole", "", "2010-09", ""),
        ("BB", "2010-09-21", "C. Cole", "", "2010-09", "2013 or 2014"),
        ("CC", "2010-09-21", "", "", "2010", ""),
        ("CC", "2011-08-31", "D. Dorn", "", "2011-01", ""),
        ("DD", "2010-09-21", "E. Eads", "", "2009", "after 2012"),
    ],
    columns=["usps", "as_of", "name", "also_printed_as", "took_office", "left_office"],
    dtype=str,
)


def accused(usps: str, name: str, day: str, after: str = "", by: str = "") -> list[str]:
    letters = pd.DataFrame({"letter_id": ["L"], "date": [day]}, dtype=str)
    signature = {
        "letter_id": "L",
        "usps": usps,
        "signer_name": name,
        "joined_after": after,
        "joined_by": by,
    }
    frames = {
        "letters": letters,
        "officeholders": HOLDERS,
        "signatures": pd.DataFrame([signature], dtype=str),
    }
    return [str(defect) for defect in checks.tenure_defects(frames, {})]


@pytest.mark.parametrize(
    ("usps", "name", "day"),
    [
        ("AA", "A. Ames", "2010-09-21"),
        ("AA", "A. Ames", "2008-11-06"),
        ("AA", "Ann Ames", "2010-08-24"),
        ("AA", "B. Bell", "2011-08-31"),
        ("AA", "B. Bell", "2016-10-03"),
        ("AA", "Z. Zorn", "2016-10-03"),
        ("BB", "C. Cole", "2010-09-21"),
        ("BB", "C. Cole", "2014-12-31"),
        ("BB", "Z. Zorn", "2010-09-02"),
        ("BB", "Z. Zorn", "2013-07-23"),
        ("CC", "Z. Zorn", "2010-09-21"),
        ("DD", "E. Eads", "2017-08-16"),
        ("DD", "E. Eads", "2009-01-01"),
        ("AA", "", "2010-09-21"),
        ("XX", "Z. Zorn", "2010-09-21"),
    ],
)
def test_a_signer_who_held_the_office_or_may_have_is_no_defect(
    usps: str, name: str, day: str
) -> None:
    assert accused(usps, name, day) == []


@pytest.mark.parametrize(
    ("usps", "name", "day", "holder"),
    [
        ("AA", "B. Bell", "2010-09-21", "A. Ames"),
        ("AA", "A. Ames", "2011-08-31", "B. Bell"),
        ("AA", "A. Ames", "2013-07-23", "somebody else"),
        ("AA", "Z. Zorn", "2010-08-24", "A. Ames"),
        ("AA", "A. Ames", "2006-11-06", "somebody else"),
        ("BB", "C. Cole", "2010-08-24", "somebody else"),
        ("BB", "C. Cole", "2015-01-01", "somebody else"),
        ("BB", "Z. Zorn", "2012-12-31", "C. Cole"),
        ("CC", "D. Dorn", "2010-09-21", "somebody else"),
        ("DD", "E. Eads", "2008-11-06", "somebody else"),
    ],
)
def test_a_signer_who_did_not_hold_the_office_is_named_with_the_holder(
    usps: str, name: str, day: str, holder: str
) -> None:
    [message] = accused(usps, name, day)
    assert f"row 2, column signer_name: {name!r} did not hold the office of {usps}" in message
    assert f"officeholders.csv has {holder};" in message


def test_who_joined_later_may_have_taken_office_after_the_letter() -> None:
    assert accused("AA", "B. Bell", "2010-12-01") != []
    assert accused("AA", "B. Bell", "2010-12-01", "2010-12-01", "2011-02-01") == []
    assert accused("AA", "B. Bell", "2010-10-01", "2010-10-01", "2010-12-01") != []


# Dates -----------------------------------------------------------------------------

DAYS = st.dates(date(1900, 1, 1))


@given(DAYS)
def test_each_day_of_the_calendar_exists_and_so_do_its_month_and_year(day: date) -> None:
    assert exists(day.isoformat())
    assert exists(day.isoformat()[:7])
    assert exists(day.isoformat()[:4])


@given(st.text(alphabet="0123456789-", max_size=11) | st.text(max_size=12))
def test_what_exists_is_a_day_month_or_year_in_the_one_notation(text: str) -> None:
    if exists(text):
        assert len(text) in {4, 7, 10}
        day = date.fromisoformat(f"{text}-01-01"[:10])
        assert day.isoformat().startswith(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "2010-13", "2010-00", "2010-02-30", "2011-02-29", "0000"),
        *("2010-9-21", "20100921", "2010-W38-2", "2010-09-21-01", " 2010", "2010\n", "٢٠١٠"),
    ],
)
def test_other_dates_do_not_exist(text: str) -> None:
    assert not exists(text)


@given(DAYS, DAYS, st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_a_partial_date_is_bounded_by_every_day_that_it_can_mean(
    day: date, other: date, precision: int, other_precision: int
) -> None:
    text = day.isoformat()[:precision]
    first, last = checks._bounds(text)
    assert first <= day.isoformat() <= last
    assert first[:precision] == last[:precision] == text
    earlier, later = sorted([day, other])
    both = f"{earlier.isoformat()[:precision]} or {later.isoformat()[:other_precision]}"
    first, last = checks._bounds(both)
    assert first <= earlier.isoformat() <= later.isoformat() <= last
    assert checks._bounds(f"after {text}") == (checks._bounds(text)[0], "9999-12-31")


# Quotations in their source ----------------------------------------------------------

TEXT = "The site said that it provides a “sage and legal” place. It said no more."


@pytest.fixture
def quoting(tmp_path: Path) -> Path:
    """Make a table of two spans, and the text in which they stand."""
    types = dict.fromkeys(["start", "end"], "integer")
    names = ["span_id", "start", "end", "text", "prefix", "suffix", "text_sha256"]
    fields = [{"name": name, "type": types.get(name, "string")} for name in names]
    table = {"fields": fields, "primaryKey": ["span_id"]}
    resource = {"name": "spans", "type": "table", "path": "spans.csv", "schema": table}
    package = {"name": "quoting", "resources": [resource]}
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    start = TEXT.index("sage")
    made = [anchor(TEXT, start, start + 14), anchor(TEXT, start + 23, len(TEXT))]
    spans = pd.DataFrame(made).rename(columns={"exact": "text"}).assign(span_id=["G1", "G2"])
    spans[names].to_csv(tmp_path / "spans.csv", index=False)
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "any name.txt").write_bytes(TEXT.encode())
    return tmp_path


def test_quotations_that_stand_in_their_sources_are_no_defect(quoting: Path) -> None:
    assert check(quoting, quoting / "texts") == []


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("text", "safe and legal", "the quotation is not in the text: its character 3 is 'f'"),
        ("start", "33", "the anchor says 33 to"),
        ("prefix", "another prefix", "stands at offset 34, but not with this prefix"),
        ("text_sha256", "0" * 64, "no text at hand has SHA-256 0000"),
    ],
)
def test_a_quotation_that_its_source_does_not_contain_is_a_defect(
    quoting: Path, column: str, value: str, says: str
) -> None:
    row = change(quoting, "spans", {"span_id": "G1"}, column, value)
    assert check(quoting) == []
    defect = one(check(quoting, quoting / "texts"))
    assert (defect.file, defect.row, defect.column) == ("spans.csv", row, "text")
    assert defect.value == "G1"
    assert says in defect.problem
    assert defect.allowed == "correct the quotation, its offsets or its hash from the source"


def test_an_offset_that_is_no_number_does_not_stop_the_check(quoting: Path) -> None:
    change(quoting, "spans", {"span_id": "G1"}, "start", "²")
    change(quoting, "spans", {"span_id": "G2"}, "text", "It said much more.")
    found = check(quoting, quoting / "texts")
    assert [(defect.row, defect.column, defect.value) for defect in found] == [
        (2, "start", "²"),
        (2, "text", "G1"),
        (3, "text", "G2"),
    ]


def test_line_breaks_changed_inside_a_quotation_are_reported(quoting: Path) -> None:
    text = TEXT.replace(". It", ".\n\nIt")
    (quoting / "texts" / "any name.txt").write_bytes(text.encode())
    made = anchor(text, 0, len(text))
    frame = read_text_frame(quoting / "spans.csv").iloc[:1]
    frame = frame.assign(
        start="0", end=str(made.end), text=text, prefix="", suffix="", text_sha256=made.text_sha256
    )
    frame.to_csv(quoting / "spans.csv", index=False)
    assert check(quoting, quoting / "texts") == []
    path = quoting / "spans.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert "is not in the text" in one(check(quoting, quoting / "texts")).problem


def test_texts_are_known_by_their_bytes_and_not_by_their_names(quoting: Path) -> None:
    assert read_texts(quoting / "texts") == {text_sha256(TEXT): TEXT}


def test_a_folder_without_texts_is_refused_with_the_name_of_the_variable(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(TablesError, match=r"holds no \.txt file; AGLETTERS_SOURCES must"):
            read_texts(folder)


def test_a_text_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes(b"caf\xe9")
    with pytest.raises(TablesError, match=r"article\.txt: cannot be read as UTF-8 text"):
        read_texts(tmp_path)


# Files -----------------------------------------------------------------------------


def field(name: str, **more: object) -> dict[str, object]:
    return {"name": name, "type": "string", **more}


REQUIRED = {"constraints": {"required": True}}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Make a folder with two small tables."""
    offices = {
        "fields": [field("usps", **REQUIRED), field("name"), field("note")],
        "primaryKey": ["usps"],
    }
    letters = {
        "fields": [field("letter_id", **REQUIRED), field("lead", **REQUIRED)],
        "primaryKey": ["letter_id"],
        "foreignKeys": [
            {"fields": ["lead"], "reference": {"resource": "offices", "fields": ["usps"]}}
        ],
    }
    package = {
        "name": "small",
        "resources": [
            {"name": name, "type": "table", "path": f"{name}.csv", "schema": table}
            for name, table in (("offices", offices), ("letters", letters))
        ],
    }
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    rows = 'usps,name,note\nAA,Ash,\nBB,"Birch, North",\nCC,Cedar,far\n'
    (tmp_path / "offices.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "letters.csv").write_text("letter_id,lead\nL1,AA\n", encoding="utf-8")
    return tmp_path


def test_tables_that_keep_their_schema_have_no_defect(small: Path) -> None:
    assert check(small) == []


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: content.rstrip(b"\n"),
    ],
    ids=["byte order mark", "CRLF", "no last line break"],
)
def test_what_spreadsheets_add_to_a_file_is_no_defect(
    small: Path, rewrite: Callable[[bytes], bytes]
) -> None:
    path = small / "offices.csv"
    path.write_bytes(rewrite(path.read_bytes()))
    assert check(small) == []


@pytest.mark.parametrize(
    ("old", "new", "row", "column", "says"),
    [
        ("AA,Ash,", "AA,Ash,,x", 2, "", "has more cells than the header"),
        ("CC,Cedar,far", "CC,Cedar,far,x", 4, "", "has more cells than the header"),
        ("CC,Cedar,far", "CC", 4, "", "has fewer cells than the header"),
        ("CC,Cedar", "\nCC,Cedar", 4, "", "is blank"),
        ("usps,name,note", "usps,name", 1, "note", "is missing"),
        ("usps,name,note", "usps,name,note,more", 1, "more", "is not in the schema"),
        ("usps,name,note", "usps,name,note,", 1, "", "has no name"),
        ("usps,name,note", "usps,name,note,usps", 1, "usps", "more than once"),
        ("usps,name,note", "name,usps,note", 1, "", "has the columns in another order"),
        ("CC,Cedar,far", 'CC,Cedar,"far', 4, "", "cannot be read as CSV (unexpected end of data)"),
        ("CC,Cedar,far", 'CC,"Ce"dar,far', 4, "", "cannot be read as CSV (',' expected after"),
        ("Cedar", "C\udce9dar", 4, "name", "has a byte that is not UTF-8 (0xe9)"),
        ("far\n", "far\udce9", 4, "note", "has a byte that is not UTF-8 (0xe9)"),
        ("usps", "\udce9", 1, "", "has a byte that is not UTF-8 (0xe9)"),
        ("Cedar", "x" * 131_073, 4, "", "has a cell of more than 131,072 characters"),
    ],
)
def test_a_malformed_file_is_one_defect_and_its_rows_are_not_judged(
    small: Path, old: str, new: str, row: int, column: str, says: str
) -> None:
    path = small / "offices.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode("utf-8", "surrogateescape"))
    defect = one(check(small))
    assert (defect.file, defect.row, defect.column) == ("offices.csv", row, column)
    assert says in defect.problem
    assert defect.allowed


def test_a_ragged_row_does_not_hide_the_defects_of_other_rows_and_tables(small: Path) -> None:
    (small / "offices.csv").write_text(
        "usps,name,note\nAA,Ash\nBB,Birch,,x\nBB,Beech,\n,Cedar,far\n", encoding="utf-8"
    )
    (small / "letters.csv").write_text("letter_id,lead\nL1,ZZ\n", encoding="utf-8")
    assert [str(defect) for defect in check(small)] == [
        "letters.csv, row 2, column lead: 'ZZ' is not known; allowed: a value of offices.usps",
        "offices.csv, row 2: has fewer cells than the header; "
        "give a cell for each column, and quote a cell with a comma",
        "offices.csv, row 3: has more cells than the header; "
        "give a cell for each column, and quote a cell with a comma",
        "offices.csv, row 4, column usps: 'BB' is a duplicate of row 3; remove one of the rows",
        "offices.csv, row 5, column usps: is empty; allowed: text that is not empty",
    ]


def test_a_missing_table_is_one_defect_although_others_refer_to_it(small: Path) -> None:
    (small / "offices.csv").unlink()
    defect = one(check(small))
    assert str(defect) == "offices.csv: is missing or cannot be read; restore the file"


def test_a_column_under_another_name_is_missing_and_unknown(small: Path) -> None:
    path = small / "offices.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("name", "nаme"), encoding="utf-8")
    assert [(defect.row, defect.column, defect.problem) for defect in check(small)] == [
        (1, "name", "is missing"),
        (1, "nаme", "is not in the schema"),
    ]


@pytest.mark.parametrize("name", ["a b", "50%", "ünï", "x[b]y", "a?b", "a*b", "a#b"])
def test_tables_are_checked_whatever_their_folder_is_called(small: Path, name: str) -> None:
    folder = small / name
    folder.mkdir()
    for file in ("datapackage.json", "offices.csv", "letters.csv"):
        shutil.copy(small / file, folder)
    assert check(folder) == []
    change(folder, "letters", {"letter_id": "L1"}, "lead", "ZZ")
    assert one(check(folder)).value == "ZZ"


def test_a_schema_that_is_not_one_is_refused(small: Path) -> None:
    schema = read_schema(small)
    schema["resources"][0]["schema"]["fields"][0]["type"] = "strong"
    (small / "datapackage.json").write_text(json.dumps(schema), encoding="utf-8")
    with pytest.raises(
        TablesError, match=r"datapackage\.json: .*strong.*; mend or restore the file"
    ):
        check(small)
    with pytest.raises(TablesError, match=r"datapackage\.json: cannot be read"):
        check(small / "nowhere")


# Reporting -------------------------------------------------------------------------


def test_a_defect_reads_as_one_line_whatever_stands_in_the_cell() -> None:
    defect = Defect("a.csv", 3, "note", "x\n\u202e\x1b[31m" + "y" * 200, "is odd", "mend it")
    line = str(defect)
    assert line.startswith(r"a.csv, row 3, column note: 'x\n\u202e\x1b[31my")
    assert re.search(r"y\.\.\.' is odd; mend it$", line)
    assert line.isprintable()
    assert len(line) < 150
