import csv
import io
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agletters.downloads import as_data, spreadsheet_csv
from agletters.tables import Tables, read_text_frame
from tests.hostile import TEXTS

STARTS = "=+-@＝＋－＠\t\n\r"


def read_back(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("before", ["", " ", "  \u00a0"])
def test_a_cell_that_begins_like_a_formula_becomes_text(start: str, before: str) -> None:
    if start in "\t\n\r" and before:
        return
    assert as_data(f"{before}{start}cmd").startswith("'")
    [_, [cell]] = read_back(spreadsheet_csv(pd.DataFrame({"a": [f"{before}{start}cmd"]})))
    assert cell == "'" + f"{before}{start}cmd".replace("\r", "\n")


@pytest.mark.parametrize("number", ["-3", "+4.5", "-.5", "1e-9", "-1E+5", "0"])
def test_plain_numbers_stay_numbers(number: str) -> None:
    assert as_data(number) == number


@pytest.mark.parametrize("text", ["-", "--1", "+1+1", "-1;=2", "-٣", "=1", "-1e", "-1\n"])
def test_what_only_looks_like_a_number_is_text(text: str) -> None:
    assert as_data(text).startswith("'")


@pytest.mark.parametrize("text", ["Maine", "a-b", "moral—if not legal", "2010-09-21", "a, =b", ""])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert as_data(text) == text


@pytest.mark.parametrize("separator", [";", "\t", "\n"])
def test_a_separator_of_other_programs_does_not_begin_a_formula(separator: str) -> None:
    assert as_data(f"a{separator}=1") == f"a{separator}'=1"
    assert as_data(f"a{separator} @x") == f"a{separator}' @x"


@given(st.text(alphabet='=+-@;\t\n\r" ,a1＝', max_size=12))
def test_no_cell_begins_a_formula_whatever_parts_the_cells(text: str) -> None:
    made = as_data(text)
    assert made.replace("'", "") == re.sub("\r\n?", "\n", text)
    assert read_back(spreadsheet_csv(pd.DataFrame({"a": [text], "b": ["z"]})))[1:] == [[made, "z"]]
    for piece in re.split("[;\t\n]", made):
        is_number = made == piece and re.fullmatch(r"[-+]?[0-9.]+", made)
        assert is_number or piece.lstrip(" \u00a0")[:1] not in set("=+-@＝")


def test_column_names_are_data_too() -> None:
    assert spreadsheet_csv(pd.DataFrame({"=a": [1]})) == "\ufeff'=a\n1\n"


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:20]))
def test_attack_strings_come_back_as_one_cell_of_text(text: str) -> None:
    [_, row] = read_back(spreadsheet_csv(pd.DataFrame({"a": [text], "b": ["z"]}, dtype=object)))
    assert len(row) == 2
    assert row[0][:1] not in set(STARTS)


def test_a_frame_of_words_and_numbers_is_not_changed_by_the_way_to_a_file(tables: Tables) -> None:
    signers = tables.signatures[["usps", "letter_id", "evidence"]]
    rows = read_back(spreadsheet_csv(signers))
    assert rows == [list(signers.columns), *signers.to_numpy().tolist()]


def test_the_canonical_tables_are_not_written_for_spreadsheets(root: Path) -> None:
    for path in sorted((root / "data").glob("*.csv")):
        cells = read_text_frame(path).to_numpy().ravel()
        assert not any(str(cell).startswith("'=") for cell in cells)
        assert not path.read_bytes().startswith(b"\xef\xbb\xbf")
