"""Hold the files of a folder of tables against the schema that describes them."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from agletters.tables import fields_of

_DATE = re.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
#: How the cells of a type are written: one way each, so that equal values are equal text.
_NOTATION = {
    "boolean": re.compile("true|false"),
    "date": re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "integer": re.compile("0|-?[1-9][0-9]{0,8}"),
}
_TYPE_WORDS = {
    "boolean": "true or false",
    "date": "a date that exists, as YYYY-MM-DD",
    "integer": "a whole number",
    "list": "values with a {} between them, none of them empty",
    "string": "text that is not empty",
}
_RAGGED_REMEDY = "give a cell for each column, and quote a cell with a comma"


@dataclass(frozen=True, order=True)
class Defect:
    """One thing that is wrong with the tables.

    Attributes
    ----------
    file
        Name of the file in the folder of tables.
    row
        Row in the file, the header being row 1; 0 where the whole file is meant.
        A row whose cells have line breaks is still one row.
    column
        Name of the column or columns; empty where the whole row is meant.
    value
        What stands there.
    problem
        What is wrong with it.
    allowed
        What may stand there, or what to do.
    """

    file: str
    row: int
    column: str
    value: str
    problem: str
    allowed: str

    def __str__(self) -> str:
        """Give the defect as one line, whatever stands in the cell."""
        place = self.file + (f", row {self.row}" if self.row else "")
        place += f", column {_seen(self.column, 80)}" if self.column else ""
        value = f" '{_seen(self.value, 80)}'" if self.value else ""
        return f"{place}:{value} {_seen(self.problem, 500)}; {_seen(self.allowed, 500)}"


def _seen(text: str, longest: int) -> str:
    """Cut a text, and write what is not seen as Python does."""
    short = text if len(text) <= longest else text[: longest - 3] + "..."
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in short)


@dataclass(frozen=True)
class Rows:
    """What could be read of a file.

    Attributes
    ----------
    header
        Names of the columns; empty if the file has no usable header.
    rows
        Cells of the rows below it, of whatever number.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, name: str) -> list[str]:
        """Give the cells of a column; a row that ends before it has an empty one."""
        place = self.header.index(name)
        return [row[place] if place < len(row) else "" for row in self.rows]


def exists(text: str) -> bool:
    """Say whether a full or partial date exists in the calendar.

    Parameters
    ----------
    text
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Examples
    --------
    >>> exists("2010-09-21"), exists("2012-05"), exists("2010-02-30"), exists("2010-9-21")
    (True, True, False, False)
    """
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def allowed(field: Mapping[str, Any]) -> str:
    """Say in words what a field of the schema allows.

    Examples
    --------
    >>> allowed({"name": "accepted", "type": "boolean"})
    'allowed: true or false'
    >>> allowed({"name": "side", "type": "string", "constraints": {"enum": ["AG", "company"]}})
    'allowed: AG, company'
    """
    constraints = field.get("constraints", {})
    if "enum" in constraints:
        return "allowed: " + ", ".join(map(str, constraints["enum"]))
    if field.get("partialDate"):
        return "allowed: a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD"
    if field.get("format") == "uri":
        return "allowed: a web address"
    if "pattern" in constraints:
        return f"allowed: text that matches {constraints['pattern']}"
    words = _TYPE_WORDS[field["type"]].format(field.get("delimiter", ";"))
    limits = {"minimum": "not below", "maximum": "not above"}
    ends = [f"{limits[name]} {constraints[name]}" for name in limits if name in constraints]
    return "allowed: " + ", ".join([words, *ends])


@cache
def _pattern(source: str) -> re.Pattern[str]:
    # \d means 0 to 9 here, and not the digits of every script
    return re.compile(source, re.ASCII)


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return bool(parts.scheme and parts.hostname) and not re.search(r"\s", text)


def is_allowed(field: Mapping[str, Any], text: str) -> bool:
    """Say whether a cell that is not empty is of its field's type and within its limits.

    Parameters
    ----------
    field
        A field of the schema.
    text
        The cell as it stands in the file.

    References
    ----------
    Data Package, "Table Schema", sections on types and constraints. A pattern
    holds for the whole cell.

    Examples
    --------
    >>> day = {"name": "as_of", "type": "date"}
    >>> is_allowed(day, "2010-09-21"), is_allowed(day, "2010-02-30"), is_allowed(day, "21.9.2010")
    (True, False, False)
    """
    kind, constraints = field["type"], field.get("constraints", {})
    if text.isspace():
        return False
    if kind in _NOTATION and not _NOTATION[kind].fullmatch(text):
        return False
    if (kind == "date" or field.get("partialDate")) and not exists(text):
        return False
    if kind == "list" and not all(part.strip() for part in text.split(field["delimiter"])):
        return False
    if "enum" in constraints and text not in map(str, constraints["enum"]):
        return False
    if "pattern" in constraints and not _pattern(constraints["pattern"]).fullmatch(text):
        return False
    if field.get("format") == "uri" and not _is_web_address(text):
        return False
    return kind != "integer" or _is_within(constraints, int(text))


def _is_within(constraints: Mapping[str, Any], number: int) -> bool:
    low, high = constraints.get("minimum", number), constraints.get("maximum", number)
    return bool(low <= number <= high)


# Reading -----------------------------------------------------------------------


def read_rows(folder: Path, file: str) -> tuple[Rows, list[Defect]]:
    """Read what can be read of a file, and say what cannot.

    Parameters
    ----------
    folder
        The folder of tables.
    file
        Name of the file in it.

    Returns
    -------
    rows, defects
        The rows are empty if the file is not CSV in UTF-8.
    """
    nothing = Rows((), ())
    path = folder / file
    try:
        # a pipe or a device would be waited for
        content = path.read_bytes() if path.is_file() else None
    except OSError:
        content = None
    if content is None:
        problem, remedy = "is missing or cannot be read", "restore the file"
        return nothing, [Defect(file, 0, "", "", problem, remedy)]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        problem, remedy = "is UTF-16 and not UTF-8", "save the file as CSV in UTF-8"
        return nothing, [Defect(file, 0, "", "", problem, remedy)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        row, column = _end_of(before)
        byte = f"has a byte that is not UTF-8 (0x{content[error.start]:02x})"
        return nothing, [Defect(file, row, column, "", byte, "save the file as CSV in UTF-8")]
    rows: list[tuple[str, ...]] = []
    try:
        rows.extend(map(tuple, csv.reader(io.StringIO(text, newline=""), strict=True)))
    except csv.Error as error:
        problem = f"cannot be read as CSV ({error})"
        remedy = "close each quotation mark, and write one inside a cell twice"
        if "field limit" in str(error):
            problem = f"has a cell of more than {csv.field_size_limit():,} characters"
            remedy = "shorten the cell"
        return nothing, [Defect(file, len(rows) + 1, "", "", problem, remedy)]
    return (Rows(rows[0], tuple(rows[1:])), []) if rows else (nothing, [])


def _end_of(text: str) -> tuple[int, str]:
    """Give the row and column in which a beginning of a CSV file ends."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if not rows or text.endswith("\n"):
        return len(rows) + 1, ""
    header, last = rows[0], rows[-1]
    inside = len(rows) > 1 and len(last) <= len(header)
    return len(rows), header[len(last) - 1] if inside else ""


def header_defects(file: str, header: Sequence[str], names: Sequence[str]) -> Iterator[Defect]:
    """Find columns that are missing, unknown, doubled or in another order.

    Parameters
    ----------
    file
        Name of the file.
    header
        Its first row.
    names
        The fields of its schema.

    Examples
    --------
    >>> for defect in header_defects("offices.csv", ["usps", "nmae"], ["usps", "name"]):
    ...     print(defect)
    offices.csv, row 1, column name: is missing; give the file the columns of the schema
    offices.csv, row 1, column nmae: is not in the schema; give the file the columns of the schema
    """
    remedy = "give the file the columns of the schema"
    if not any(header):
        yield Defect(file, 0, "", "", "has no header row", remedy)
        return
    problems = {name: "is missing" for name in names if name not in header}
    for name in header:
        if name not in names:
            problems[name] = "is not in the schema" if name else "has no name"
        elif list(header).count(name) > 1:
            problems[name] = "stands in the header more than once"
    for name, problem in problems.items():
        yield Defect(file, 1, name, "", problem, remedy)
    if not problems and list(header) != list(names):
        order = ", ".join(names)
        yield Defect(file, 1, "", "", "has the columns in another order", f"give them as {order}")


def shape_defects(file: str, rows: Rows) -> Iterator[Defect]:
    """Find rows with more or fewer cells than the header."""
    for number, row in enumerate(rows.rows, start=2):
        if not any(row):
            yield Defect(file, number, "", "", "is blank", "remove the row")
        elif len(row) != len(rows.header):
            word = "more" if len(row) > len(rows.header) else "fewer"
            problem = f"has {word} cells than the header"
            yield Defect(file, number, "", "", problem, _RAGGED_REMEDY)


# Cells and keys ----------------------------------------------------------------


def cell_defects(resource: Mapping[str, Any], rows: Rows) -> Iterator[Defect]:
    """Find cells that are empty, of another type or outside the limits of their field."""
    shaped = [
        (number, row)
        for number, row in enumerate(rows.rows, start=2)
        if len(row) == len(rows.header) and any(row)
    ]
    columns = zip(*(row for _, row in shaped), strict=True)
    for (name, field), cells in zip(fields_of(resource).items(), columns, strict=False):
        required = field.get("constraints", {}).get("required", False)
        # Each value once: most stand in many rows.
        wrong = {text for text in set(cells) if (not is_allowed(field, text) if text else required)}
        for (number, _), text in zip(shaped, cells, strict=True) if wrong else ():
            if text in wrong:
                problem = "is not allowed here" if text else "is empty"
                yield Defect(resource["path"], number, name, text, problem, allowed(field))


def _keys(rows: Rows, names: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(*(rows.column(name) for name in names), strict=True))


def key_defects(resource: Mapping[str, Any], rows: Rows) -> Iterator[Defect]:
    """Find rows whose primary key is empty or stands in a row above."""
    names = resource["schema"].get("primaryKey", [])
    fields = fields_of(resource)
    first: dict[tuple[str, ...], int] = {}
    for number, (row, key) in enumerate(zip(rows.rows, _keys(rows, names), strict=False), start=2):
        file, columns = resource["path"], ", ".join(names)
        shaped = len(row) == len(rows.header) and any(row)
        if shaped and not any(key):
            yield Defect(file, number, names[0], "", "is empty", allowed(fields[names[0]]))
        elif shaped and key in first:
            problem = f"is a duplicate of row {first[key]}"
            yield Defect(file, number, columns, ";".join(key), problem, "remove one of the rows")
        first.setdefault(key, number)


def foreign_key_defects(resource: Mapping[str, Any], read: Mapping[str, Rows]) -> Iterator[Defect]:
    """Find keys of another table that are not there.

    Parameters
    ----------
    resource
        The table of the schema whose keys are looked up.
    read
        Rows of the tables by name; a table that is not among them is not looked at.
    """
    rows = read[resource["name"]]
    for key in resource["schema"].get("foreignKeys", []):
        names, target = key["fields"], key["reference"]
        table = target["resource"] or resource["name"]
        if table not in read:
            continue
        known = set(_keys(read[table], target["fields"]))
        for number, (row, cells) in enumerate(zip(rows.rows, _keys(rows, names), strict=True), 2):
            if len(row) == len(rows.header) and any(cells) and cells not in known:
                yield Defect(
                    resource["path"],
                    number,
                    ", ".join(names),
                    ";".join(cells),
                    "is not known",
                    f"allowed: a value of {table}.{', '.join(target['fields'])}",
                )


def read_tables(
    folder: Path, schema: Mapping[str, Any]
) -> tuple[dict[str, Rows], set[str], list[Defect]]:
    """Read all tables of a schema and hold each against it.

    Parameters
    ----------
    folder
        The folder of tables.
    schema
        As from `agletters.tables.read_schema`.

    Returns
    -------
    read, whole, defects
        The rows of each table that has the columns of the schema, the names of
        those in which every row has them too, and what is wrong.
    """
    read: dict[str, Rows] = {}
    whole: set[str] = set()
    defects: list[Defect] = []
    for resource in schema["resources"]:
        file, name = resource["path"], resource["name"]
        rows, faults = read_rows(folder, file)
        faults = faults or list(header_defects(file, rows.header, list(fields_of(resource))))
        defects += faults
        if faults:
            continue
        read[name] = rows
        ragged = list(shape_defects(file, rows))
        defects += [*ragged, *cell_defects(resource, rows), *key_defects(resource, rows)]
        if not ragged:
            whole.add(name)
    for resource in schema["resources"]:
        if resource["name"] in read:
            defects += foreign_key_defects(resource, read)
    return read, whole, defects
