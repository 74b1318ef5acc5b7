import json
import shutil
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from agletters.checks import check
from agletters.cli import app
from agletters.errors import AglettersError
from agletters.tables import load, read_schema
from tests.defects.generator import LOOKALIKES, FileKind, Rows, file_kinds, grow, read, write

DATA = Path(__file__).parents[2] / "data"
TABLES = {
    resource["path"]: [field["name"] for field in resource["schema"]["fields"]]
    for resource in read_schema(DATA)["resources"]
}
WIDEST = max(map(len, TABLES.values()))


@pytest.mark.parametrize("kind", file_kinds(), ids=lambda kind: kind.name)
def test_a_broken_file_is_reported_at_its_place_and_a_harmless_one_is_not(
    data_copy: Path, kind: FileKind
) -> None:
    for file in TABLES:
        kind.act(data_copy / file)
    defects = check(data_copy)
    expected = {
        (file, row, column) for file, names in TABLES.items() for row, column in kind.report(names)
    }
    assert {(defect.file, defect.row, defect.column) for defect in defects} == expected
    assert all("\n" not in str(defect) for defect in defects)
    # what is loaded all the same can still be harmless, such as a row of empty cells
    with suppress(AglettersError) if expected else nullcontext():
        load(data_copy)


@pytest.mark.parametrize("file", TABLES)
def test_one_missing_file_is_one_defect_whatever_refers_to_it(data_copy: Path, file: str) -> None:
    (data_copy / file).unlink()
    assert [str(defect) for defect in check(data_copy)] == [
        f"{file}: is missing or cannot be read; restore the file"
    ]


def drop(rows: Rows, place: int) -> Rows:
    return [row[:place] + row[place + 1 :] for row in rows]


def disguise(rows: Rows, place: int) -> Rows:
    name = rows[0][place].translate(LOOKALIKES)
    return [[*rows[0][:place], name, *rows[0][place + 1 :]], *rows[1:]]


def double(rows: Rows, place: int) -> Rows:
    return [[*row, row[place]] for row in rows]


def exchange(rows: Rows, place: int) -> Rows:
    order = list(range(len(rows[0])))
    order[place - 1], order[place] = order[place], order[place - 1]
    return [[row[number] for number in order] for row in rows]


@pytest.mark.parametrize("place", range(WIDEST))
@pytest.mark.parametrize(
    ("act", "problem"),
    [
        (drop, "is missing"),
        (disguise, "is missing"),
        (double, "stands in the header more than once"),
        (exchange, "has the columns in another order"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_column_of_the_header_is_held_against_the_schema(
    data_copy: Path, act: Callable[[Rows, int], Rows], problem: str, place: int
) -> None:
    broken = {}
    for file, names in TABLES.items():
        before = read(data_copy / file)[:3]
        rows = act(before, place) if place < len(names) else before
        if rows[0] == before[0]:
            (data_copy / file).unlink()
            continue
        write(data_copy / file, rows)
        broken[file] = "" if act is exchange else names[place]
    found = [defect for defect in check(data_copy) if defect.problem == problem]
    assert {defect.file: defect.column for defect in found} == broken
    assert {defect.row for defect in found} <= {1}


# Size --------------------------------------------------------------------------


def test_100_000_good_rows_are_checked_in_time(data_copy: Path) -> None:
    path = data_copy / "sources.csv"
    grow(path, read(path)[1], (f"ZQ{number}" for number in range(100_000)))
    assert check(data_copy) == []


def test_100_000_letters_without_a_list_are_checked_in_time(data_copy: Path) -> None:
    path = data_copy / "letters.csv"
    header, first, *_ = read(path)
    first[header.index("list_status")] = "none"
    grow(path, first, (f"2017-01-x{number}" for number in range(100_000)))
    assert check(data_copy) == []


def test_of_100_000_bad_rows_the_first_are_shown_and_all_are_counted(data_copy: Path) -> None:
    path = data_copy / "signatures.csv"
    first = read(path)[1]
    grow(path, first, [first[0]] * 100_000)
    done = CliRunner().invoke(app, ["check", "--data", str(data_copy)])
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 102
    assert lines[-2:] == [
        "signatures.csv: 99900 more defects",
        f"100000 defects in {data_copy}",
    ]


# Other folders -------------------------------------------------------------------


def test_tables_with_fewer_columns_pass_without_the_rules_that_need_them(
    data_copy: Path,
) -> None:
    schema: dict[str, Any] = read_schema(data_copy)
    for resource in schema["resources"]:
        key = resource["schema"].get("primaryKey", [])
        resource["schema"]["fields"] = [
            field for field in resource["schema"]["fields"] if field["name"] in key
        ]
        for field in resource["schema"]["fields"]:
            field.pop("references", None)
        resource["schema"].pop("foreignKeys", None)
        rows = read(data_copy / resource["path"])
        places = [rows[0].index(name) for name in key]
        write(data_copy / resource["path"], [[row[place] for place in places] for row in rows])
    (data_copy / "datapackage.json").write_text(json.dumps(schema), encoding="utf-8")
    assert check(data_copy) == []


def test_a_folder_that_is_a_link_is_checked_like_any_other(data_copy: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(data_copy, target_is_directory=True)
    assert check(link) == []
    shutil.rmtree(data_copy)
    with pytest.raises(AglettersError, match=r"datapackage\.json: cannot be read"):
        check(link)
