"""Load the curated tables as typed frames, by the one schema that describes them."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pandas as pd

from agletters.descriptor import descriptor_fault
from agletters.errors import AglettersError

SCHEMA_FILE = "datapackage.json"


class TablesError(AglettersError):
    """The folder of tables, its schema or one of its files cannot be read."""


@dataclass(frozen=True)
class Tables(Mapping[str, pd.DataFrame]):
    """The curated tables, by name.

    A table is an item and an attribute: ``tables["letters"]`` is
    ``tables.letters``. Each access gives a copy, so that no caller can change
    what another one sees.

    Attributes
    ----------
    folder
        Where the tables were read.
    schema
        The Data Package descriptor, as read from ``datapackage.json``.
    """

    folder: Path
    schema: dict[str, Any]
    frames: dict[str, pd.DataFrame]

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Give a copy of the table."""
        return self.frames[name].copy()

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names of the tables, in the order of the schema."""
        return iter(self.frames)

    def __len__(self) -> int:
        """Count the tables."""
        return len(self.frames)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Give a copy of the table of that name."""
        # copy and pickle look for attributes before there are any frames
        frames = self.__dict__.get("frames", {})
        if name not in frames:
            raise AttributeError(f"no table {name!r}; there are: {', '.join(frames)}")
        return self[name]


def find_data(start: Path | None = None) -> Path:
    """Find the folder of curated tables.

    The first of these that holds a ``datapackage.json`` is taken: the folder
    named by the environment variable ``AGLETTERS_DATA``, a folder ``data``
    beside or above `start`, and the ``data`` of the checkout from which the
    package is run.

    Parameters
    ----------
    start
        Where to begin; by default the working directory.

    Raises
    ------
    TablesError
        If there is none.
    """
    named = os.environ.get("AGLETTERS_DATA")
    if named:
        candidates = [Path(named)]
    else:
        here = (start or Path.cwd()).resolve()
        candidates = [place / "data" for place in (here, *here.parents)]
        candidates.append(Path(__file__).resolve().parents[2] / "data")
    for candidate in candidates:
        if (candidate / SCHEMA_FILE).is_file():
            return candidate
    raise TablesError(
        f"no {SCHEMA_FILE} in {candidates[0]}"
        + ("" if named else " or in a folder 'data' above it")
        + ": run this inside the project, or set AGLETTERS_DATA to its data folder"
    )


def read_schema(folder: Path) -> dict[str, Any]:
    """Read the Data Package descriptor of a folder of tables.

    Raises
    ------
    TablesError
        If it is missing, is not JSON or does not describe its tables.
    """
    path = folder / SCHEMA_FILE
    try:
        # a pipe or a device would be waited for
        if path.exists() and not path.is_file():
            raise TablesError(f"{path}: is not a file; restore the file")
        schema = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise TablesError(f"{path}: cannot be read ({error.strerror}); restore the file") from error
    except (ValueError, RecursionError) as error:
        raise TablesError(f"{path}: is not JSON ({error}); mend or restore the file") from error
    fault = descriptor_fault(schema)
    if fault:
        raise TablesError(f"{path}: {fault}; mend or restore the file")
    return cast("dict[str, Any]", schema)


def fields_of(resource: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Give the fields of a resource of the schema, by name.

    Examples
    --------
    >>> fields_of({"schema": {"fields": [{"name": "usps", "type": "string"}]}})
    {'usps': {'name': 'usps', 'type': 'string'}}
    """
    return {field["name"]: field for field in resource["schema"]["fields"]}


def read_text_frame(path: Path) -> pd.DataFrame:
    """Read a CSV file with every cell as the text that stands there.

    Returns
    -------
    DataFrame
        One column of strings a field; empty cells are empty strings.

    Raises
    ------
    TablesError
        If the file is missing or is not a UTF-8 CSV table with as many cells in
        each row as there are columns.
    """
    try:
        # a pipe or a device would be waited for
        if path.exists() and not path.is_file():
            raise TablesError(f"{path}: is not a file; restore the file")
        # pandas' own reader takes a surplus cell for an index and pads short rows
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
    except OSError as error:
        raise TablesError(f"{path}: cannot be read ({error.strerror}); restore the file") from error
    except (ValueError, csv.Error) as error:
        raise TablesError(f"{path}: is not a UTF-8 CSV table ({error}); mend the file") from error
    header = rows[0] if rows else []
    if not header or len(set(header)) < len(header):
        raise TablesError(f"{path}: has no header row with a name for each column; mend the file")
    for number, cells in enumerate(rows, start=1):
        if len(cells) != len(header):
            raise TablesError(
                f"{path}: row {number} has {len(cells)} cells for {len(header)} columns; "
                "mend the row"
            )
    return pd.DataFrame(rows[1:], columns=header, dtype=str)


def type_frame(raw: pd.DataFrame, fields: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """Turn text cells into the types that the schema gives its fields.

    Text stays text (dates too, since many are partial), with missing values as
    ``<NA>``; integers and booleans become pandas' nullable types; lists become
    tuples of strings, empty where the cell is.

    Parameters
    ----------
    raw
        Text cells, as from `read_text_frame`.
    fields
        Fields of the schema by name.

    Raises
    ------
    ValueError, OverflowError
        If a cell is not of its column's type.

    Examples
    --------
    >>> raw = pd.DataFrame({"n": ["21", ""], "source_ids": ["S1;S2", ""]})
    >>> fields = {"n": {"type": "integer"}, "source_ids": {"type": "list", "delimiter": ";"}}
    >>> type_frame(raw, fields)
          n source_ids
    0    21   (S1, S2)
    1  <NA>         ()
    """
    columns: dict[str, pd.Series] = {}
    for name, field in fields.items():
        cells = raw[name]
        if field["type"] == "list":
            split = [tuple(filter(None, cell.split(field["delimiter"]))) for cell in cells]
            columns[name] = pd.Series(split, index=raw.index, dtype=object)
            continue
        # Series.mask takes several times as long as all else here.
        known = [cell or None for cell in cells.tolist()]
        text = pd.Series(known, index=raw.index, dtype=pd.StringDtype("python"))
        if field["type"] == "boolean":
            truth = text.map({"true": True, "false": False}).astype("boolean")
            if (text.notna() & truth.isna()).any():
                raise ValueError(f"column {name} holds cells other than true and false")
            columns[name] = truth
        elif field["type"] == "integer":
            columns[name] = text.astype("Int64")
        else:
            columns[name] = text
    return pd.DataFrame(columns, index=raw.index)


def load(folder: Path | str | None = None) -> Tables:
    """Load all curated tables.

    Loading only reads and types; `agletters.checks.check` says whether the
    tables keep their schema and agree with one another.

    Parameters
    ----------
    folder
        The folder with ``datapackage.json``; by default the one that
        `find_data` finds.

    Raises
    ------
    TablesError
        If the schema or a table cannot be read, or a table lacks a column or
        has a cell that is not of its column's type; all such tables are named.

    Examples
    --------
    >>> tables = load()
    >>> len(tables.offices), tables.offices["usps"].iloc[0]
    (56, 'AL')
    """
    place = find_data() if folder is None else Path(folder)
    schema = read_schema(place)
    frames: dict[str, pd.DataFrame] = {}
    faults: list[str] = []
    for resource in schema["resources"]:
        path = place / resource["path"]
        fields = fields_of(resource)
        try:
            raw = read_text_frame(path)
            missing = [name for name in fields if name not in raw.columns]
            if missing:
                raise TablesError(f"{path}: has no column {', '.join(missing)}; add it")
            frames[resource["name"]] = type_frame(raw, fields)
        except TablesError as error:
            faults.append(str(error))
        except (OverflowError, TypeError, ValueError) as error:
            faults.append(f"{path}: {error}; 'agletters check' names the cell")
    if faults:
        raise TablesError("\n".join(faults))
    return Tables(folder=place, schema=schema, frames=frames)
