import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from agletters.checks import check
from agletters.cli import app
from agletters.describe import data_readme
from agletters.descriptor import descriptor_fault
from agletters.tables import TablesError, load, read_schema
from tests.defects.generator import read, write

DATA = Path(__file__).parents[2] / "data"
#: Tables that have between them every kind of field, key and rule, cut short.
KEPT = ("sources", "offices", "letters", "reported_counts", "signatures")
ABSENT = object()
VALUES = (ABSENT, None, True, 7, "", "../x", "(", [], ["x"], [None], {})

Steps = tuple[str | int, ...]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("schema")
    schema = read_schema(DATA)
    schema["resources"] = [table for table in schema["resources"] if table["name"] in KEPT]
    (made / "datapackage.json").write_text(json.dumps(schema), encoding="utf-8")
    for name in KEPT:
        write(made / f"{name}.csv", read(DATA / f"{name}.csv")[:4])
    return made


def nodes(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    """Go through everything in the schema; of things alike, such as two titles, one is enough."""
    yield steps
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for step, part in inner:
        yield from nodes(part, (*steps, step))


def distinct(schema: dict[str, Any]) -> list[Steps]:
    found: dict[Any, Steps] = {}
    for steps in nodes(schema):
        field = steps[:5] if steps[3:4] == ("fields",) and len(steps) > 4 else None
        kind = at(schema, field)["type"] if field else ""
        alike = (kind, *(step for step in steps if isinstance(step, str)))
        found.setdefault(alike, steps)
    return list(found.values())


def at(schema: Any, steps: Steps) -> Any:
    for step in steps:
        schema = schema[step]
    return schema


def mutants(schema: dict[str, Any], value: Any) -> Iterator[tuple[Steps, Any]]:
    for steps in distinct(schema):
        changed = deepcopy(schema)
        if not steps:
            yield steps, None if value is ABSENT else value
        elif value is ABSENT:
            del at(changed, steps[:-1])[steps[-1]]
            yield steps, changed
        else:
            at(changed, steps[:-1])[steps[-1]] = value
            yield steps, changed


#: Parts of a schema that say something and rule nothing: only its README has them.
SAID = {"title", "description", "contributors", "keywords", "sources", "licenses", "created"}


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:12])
def test_a_schema_broken_anywhere_is_refused_by_name_or_used_without_a_fault(
    folder: Path, value: object
) -> None:
    schema = read_schema(folder)
    path = folder / "datapackage.json"
    before = path.read_bytes()
    refused = 0
    try:
        for steps, changed in mutants(schema, value):
            path.write_text(json.dumps(changed), encoding="utf-8")
            with suppress(TablesError):
                data_readme(read_schema(folder))
            if SAID & set(steps):
                continue
            with suppress(TablesError):
                load(folder)
            try:
                check(folder)
            except TablesError as error:
                assert "datapackage.json: " in str(error), steps
                refused += 1
    finally:
        path.write_bytes(before)
    # without titles, formats and the like a schema is still one
    assert refused > 15


def resource(**more: Any) -> dict[str, Any]:
    field = {"name": "a", "type": "string", **more.pop("field", {})}
    schema = {"fields": [field, *more.pop("fields", [])], **more.pop("schema", {})}
    return {"name": "t", "path": "t.csv", "schema": schema, **more}


def foreign(own: list[str], table: str, other: list[str]) -> dict[str, Any]:
    key = {"fields": own, "reference": {"resource": table, "fields": other}}
    return resource(schema={"foreignKeys": [key]})


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (resource(path="/etc/passwd"), "t has the path '/etc/passwd'; it must lead to a file"),
        (resource(path="../t.csv"), "t has the path '../t.csv'"),
        (resource(path="a/../../t.csv"), "t has the path"),
        (resource(path="..\\t.csv"), "t has the path"),
        (resource(path="t\0.csv"), "t has the path"),
        (resource(fields=[{"name": "a", "type": "date"}]), "t has two fields 'a'"),
        (resource(field={"type": "number"}), "t.a has the type 'number'; there are boolean"),
        (resource(field={"type": "list"}), "t.a is a list and has no delimiter"),
        (resource(field={"constraints": {"pattern": "("}}), "t.a has the constraint pattern '('"),
        (resource(field={"constraints": {"enum": []}}), "t.a has the constraint enum []"),
        (resource(field={"constraints": {"required": "yes"}}), "t.a has the constraint required"),
        (
            resource(field={"constraints": {"minLength": 2}}),
            "t.a has constraints {'minLength': 2}; a field of type string may have enum, pattern",
        ),
        (resource(field={"references": "u.a"}), "t.a refers to 'u.a', which is no column"),
        (resource(field={"references": "t.b"}), "t.a refers to 't.b', which is no column"),
        (resource(schema={"primaryKey": "a"}), "t has the primaryKey 'a'; it must be a list"),
        (resource(schema={"primaryKey": ["b"]}), "t has the primaryKey ['b']"),
        (foreign(["b"], "t", ["a"]), "t has the foreign key"),
        (foreign(["a"], "t", ["b"]), "t has the foreign key"),
        (foreign(["a"], "u", ["a"]), "t has the foreign key"),
        (foreign(["a"], "t", []), "t has the foreign key"),
        (resource(schema={"foreignKeys": ["a"]}), "t has the foreign key 'a'"),
    ],
)
def test_a_schema_is_refused_with_what_is_wrong_in_it(table: dict[str, Any], says: str) -> None:
    fault = descriptor_fault({"resources": [table]})
    assert fault is not None
    assert fault.startswith(says)


def test_two_tables_of_one_name_or_file_are_refused() -> None:
    other = {**resource(), "path": "u.csv"}
    assert descriptor_fault({"resources": [resource(), other]}) == "two resources have the name 't'"
    other = {**resource(), "name": "u"}
    assert (
        descriptor_fault({"resources": [resource(), other]})
        == "two resources have the path 't.csv'"
    )


def test_a_key_within_its_own_table_and_numbers_within_limits_are_sound() -> None:
    assert descriptor_fault({"resources": [foreign(["a"], "", ["a"])]}) is None
    limits = {"type": "integer", "constraints": {"minimum": 0, "maximum": 56}}
    assert descriptor_fault({"resources": [resource(field=limits)]}) is None


@pytest.mark.parametrize(
    ("cell", "defects"), [("-1", 1), ("0", 0), ("56", 0), ("57", 1), ("-57", 1)]
)
def test_numbers_are_held_against_the_limits_of_their_column(
    tmp_path: Path, cell: str, defects: int
) -> None:
    limits = {"type": "integer", "constraints": {"minimum": 0, "maximum": 56}}
    package = {"resources": [resource(field=limits)]}
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (tmp_path / "t.csv").write_text(f"a\n{cell}\n", encoding="utf-8")
    found = [str(defect) for defect in check(tmp_path)]
    allowed = "allowed: a whole number, not below 0, not above 56"
    assert found == [f"t.csv, row 2, column a: '{cell}' is not allowed here; {allowed}"] * defects


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xef\xbb\xbf{}",
        b"\xff\xfe{\x00}\x00",
        b"\x00",
        b"{" * 100_000,
        b"[" * 100_000,
        b'{"resources": NaN}',
        b'{"resources": ' + b"9" * 5_000 + b"}",
        b'"resources"',
        b"<!DOCTYPE html>",
    ],
    ids=lambda content: ascii(content[:20]),
)
@pytest.mark.parametrize("command", ["check", "describe"])
def test_what_is_no_schema_at_all_is_a_message(
    tmp_path: Path, content: bytes, command: str
) -> None:
    (tmp_path / "datapackage.json").write_bytes(content)
    done = CliRunner().invoke(app, [command, "--data", str(tmp_path)])
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert f"{tmp_path}/datapackage.json: " in done.stderr


def test_a_schema_that_is_a_folder_a_link_to_itself_or_a_pipe_is_a_message(tmp_path: Path) -> None:

    path = tmp_path / "datapackage.json"
    for make, unmake in (
        (path.mkdir, path.rmdir),
        (lambda: path.symlink_to(path), path.unlink),
        (lambda: os.mkfifo(path), path.unlink),
        (lambda: path.symlink_to("/dev/zero"), path.unlink),
    ):
        make()
        done = CliRunner().invoke(app, ["check", "--data", str(tmp_path)])
        assert done.exit_code == 1
        assert "datapackage.json: " in done.stderr
        unmake()


def test_a_good_schema_survives_the_trip(tmp_path: Path) -> None:
    shutil.copy(DATA / "datapackage.json", tmp_path)
    assert descriptor_fault(read_schema(tmp_path)) is None
