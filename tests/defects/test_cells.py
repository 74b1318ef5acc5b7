from pathlib import Path
from typing import Any

import pytest

from agletters.checks import check
from agletters.tables import read_schema
from tests.defects.generator import BrokenCell, CellKind, Rows, break_cells, cell_kinds, read, write

DATA = Path(__file__).parents[2] / "data"
KINDS = cell_kinds()
#: What the schema itself has against a cell; everything else follows from it elsewhere.
OF_THE_SCHEMA = {"is empty", "is not allowed here"}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return read_schema(DATA)


@pytest.fixture(scope="module")
def real(schema: dict[str, Any]) -> dict[str, Rows]:
    return {table["path"]: read(DATA / table["path"]) for table in schema["resources"]}


def broken_copy(
    folder: Path, schema: dict[str, Any], real: dict[str, Rows], kind: CellKind
) -> list[BrokenCell]:
    (folder / "datapackage.json").write_bytes((DATA / "datapackage.json").read_bytes())
    broken = []
    for resource in schema["resources"]:
        rows, cells = break_cells(resource, real[resource["path"]], kind)
        write(folder / resource["path"], rows)
        broken += cells
    return broken


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: ascii(kind.name)[1:40])
def test_a_cell_is_reported_at_its_place_where_the_schema_forbids_it(
    tmp_path: Path, schema: dict[str, Any], real: dict[str, Rows], kind: CellKind
) -> None:
    broken = broken_copy(tmp_path, schema, real, kind)
    assert broken
    defects = check(tmp_path)
    found = {
        (defect.file, defect.row, column)
        for defect in defects
        for column in defect.column.split(", ")
    }
    places = {(cell.file, cell.row, cell.column): cell for cell in broken}
    unseen = [cell for place, cell in places.items() if cell.must and place not in found]
    assert unseen == []
    ours = [defect for defect in defects if defect.problem in OF_THE_SCHEMA]
    assert {(defect.file, defect.row, defect.column) for defect in ours} <= places.keys()
    assert all(len(str(defect)) < 1_300 and "\n" not in str(defect) for defect in defects)


def test_the_generator_covers_every_column_and_every_rule_of_the_schema(
    schema: dict[str, Any], real: dict[str, Rows]
) -> None:
    covered, must = set(), set()
    for kind in KINDS:
        for resource in schema["resources"]:
            for cell in break_cells(resource, real[resource["path"]], kind)[1]:
                covered.add((cell.file, cell.column))
                if cell.must:
                    must.add((cell.file, cell.column, kind.name))
    columns = {
        (resource["path"], field["name"])
        for resource in schema["resources"]
        for field in resource["schema"]["fields"]
    }
    assert covered == columns
    assert {(file, column) for file, column, _ in must} == columns
    # a generator that makes few cases, or expects little of them, tests little
    assert len(must) > 5_000
