"""Frames and rows from which values come, in the form that a run notebook keeps."""

from __future__ import annotations

import ast
import json
from typing import Any

import pandas as pd
import pytest

from agletters.dataflow import names_in, statements
from agletters.origins import LONGEST, WIDEST, Lookup, recorded, sources_by_row, tables_read
from agletters.tables import Tables

LETTER = "2010-09-21-backpage"


def record(tables: Tables, expression: str, **names: Any) -> dict[str, Any]:
    """Record the origin of one expression, with frames made by a cell of their own."""
    made = "\n".join(f"{name} = tables.signatures" for name in names)
    cells = [(1, f"tables = load()\n{made}"), (3, f"say('{{n}}', n={expression})")]
    found = recorded(cells, {3: {"tables": tables, **names}}, Lookup(tables))
    origin: dict[str, Any] = found[3]["n"]
    return origin


@pytest.fixture
def signers(tables: Tables) -> pd.DataFrame:
    signatures = tables.signatures
    return signatures[signatures["letter_id"] == LETTER]


def test_the_rows_of_a_value_are_those_whose_keys_its_frame_has(
    tables: Tables, signers: pd.DataFrame
) -> None:
    origin = record(tables, "len(signers)", signers=signers)
    assert origin["tables"] == ["signatures"]
    assert origin["rows"] == {"signatures": signers.index.tolist()}
    assert len(signers) == 21
    named = {part for ids in signers["source_ids"] for part in ids}
    assert origin["source_ids"] == sorted(named)


def test_a_frame_is_kept_with_its_first_rows_and_columns_and_the_number_of_all(
    tables: Tables,
) -> None:
    [frame] = record(tables, "len(everyone)", everyone=tables.signatures)["frames"]
    assert frame["label"] == "everyone"
    assert frame["count"] == len(tables.signatures) > LONGEST == len(frame["rows"])
    assert frame["columns"] == list(tables.signatures.columns[:WIDEST])
    assert frame["rows"][0][:2] == tables.signatures.iloc[0, :2].tolist()


def test_what_is_kept_is_the_same_text_each_time(tables: Tables, signers: pd.DataFrame) -> None:
    first, second = (json.dumps(record(tables, "len(signers)", signers=signers)) for _ in range(2))
    assert first == second


def test_a_table_of_which_no_row_was_taken_has_no_rows(tables: Tables) -> None:
    cells = [(1, "tables = load()"), (2, "say('{n}', n=len(tables))")]
    lookup = Lookup(tables, {"letters"})
    origin = recorded(cells, {2: {"tables": tables}}, lookup)[2]["n"]
    assert origin["tables"] == list(tables)
    kept = [name for name, rows in origin["rows"].items() if rows]
    assert kept == ["letters"]


def test_a_cell_that_is_no_python_is_passed_over(tables: Tables) -> None:
    cells = [(1, "%matplotlib inline"), (2, "tables = load()"), (3, "say('{n}', n=1)")]
    found = recorded(cells, {3: {"tables": tables}}, Lookup(tables))
    assert found[3]["n"]["rows"] == {}


def test_only_cells_with_their_values_are_looked_into(tables: Tables) -> None:
    cells = [(1, "say('{n}', n=1)"), (2, "say('{n}', n=2)")]
    assert list(recorded(cells, {2: {}}, Lookup(tables))) == [2]


def test_an_expression_that_cannot_be_taken_apart_has_no_frames(tables: Tables) -> None:
    origin = record(tables, "sum(x for x in [1, 2])")
    assert origin["frames"] == []
    assert origin["source_ids"] == []


def test_columns_of_lists_and_doubled_columns_do_no_harm(tables: Tables) -> None:
    odd = pd.DataFrame([[["a"], {"b": 1}, "c"]], columns=["x", "x", "source_id"])
    origin = record(tables, "len(kept)", kept=odd)
    assert origin["frames"][0]["columns"] == ["x", "x", "source_id"]
    assert origin["source_ids"] == ["c"]
    assert record(tables, "len([*kept])", kept=odd)["source_ids"] == ["c"]


def test_a_source_is_named_by_a_list_or_alone_in_any_column_of_sources() -> None:
    frame = pd.DataFrame(
        {
            "source_ids": [("S1", "S2"), ()],
            "holder_source_id": [None, "S3"],
            "note": ["S4", "S5"],
        }
    )
    assert [sorted(ids) for ids in sources_by_row(frame)] == [["S1", "S2"], ["S3"]]


@pytest.mark.parametrize(
    ("source", "expression", "expected"),
    [
        ("t = load()", "t.letters", ("letters",)),
        ("t = agletters.load_tables()", "t['letters']", ("letters",)),
        ("a = load().letters", "len(a)", ("letters",)),
        ("t = load()\na = t.offices", "f(a, t.letters)", ("offices", "letters")),
        ("t = load()", "f(t)", ("offices", "letters", "signatures")),
        ("t = json.dumps(x)", "t.letters", ()),
        ("t = load()", "1", ()),
    ],
)
def test_the_tables_that_code_reads_are_seen_in_it(
    source: str, expression: str, expected: tuple[str, ...]
) -> None:
    node = ast.parse(expression, mode="eval").body
    found = tables_read(statements([(1, source)]), node, ("offices", "letters", "signatures"))
    assert found == expected


def test_the_names_of_an_expression_are_those_that_it_reads() -> None:
    assert names_in(ast.parse("a.b[c] + f(d=e)", mode="eval").body) == {"a", "c", "f", "e"}
