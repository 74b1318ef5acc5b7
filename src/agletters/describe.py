"""Write the README of a folder of tables from their schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agletters.tables import SCHEMA_FILE, TablesError, fields_of


def _limits(field: Mapping[str, Any]) -> str:
    """Say in a few words what a field may hold."""
    constraints = field.get("constraints", {})
    words = [] if constraints.get("required") else ["may be empty"]
    if "enum" in constraints:
        words.append("one of " + ", ".join(f"`{value}`" for value in constraints["enum"]))
    if "references" in field:
        words.append(f"values of `{field['references']}`")
    return "; ".join(words)


def _require(what: str, described: Mapping[str, Any], *names: str) -> None:
    for name in names:
        if not isinstance(described.get(name), str) or not described[name].strip():
            raise TablesError(f"{SCHEMA_FILE}: {what} has no {name}; add it as text")


def _require_texts(schema: Mapping[str, Any]) -> None:
    """Refuse a schema that lacks a text of the README."""
    _require("the package", schema, "title", "description", "version", "created")
    licences = schema.get("licenses")
    if not isinstance(licences, list) or not licences or not isinstance(licences[0], dict):
        raise TablesError(f"{SCHEMA_FILE}: the package has no licenses; add one")
    _require("the first of licenses", licences[0], "title", "path")
    for resource in schema["resources"]:
        _require(f"the resource {resource['path']}", resource, "title", "description")
        for name, field in fields_of(resource).items():
            _require(f"the column {name} of {resource['path']}", field, "description")
        if not resource["schema"].get("primaryKey"):
            raise TablesError(
                f"{SCHEMA_FILE}: the resource {resource['path']} has no primaryKey; add it"
            )


def _table(resource: Mapping[str, Any]) -> list[str]:
    schema = resource["schema"]
    keys = {
        key["fields"][0]: f"`{key['reference']['resource']}.{key['reference']['fields'][0]}`"
        for key in schema.get("foreignKeys", [])
        if len(key["fields"]) == 1
    }
    lines = [
        f"## {resource['title']}: `{resource['path']}`",
        "",
        resource["description"],
        "",
        f"Key: {', '.join(f'`{name}`' for name in schema['primaryKey'])}.",
        "",
        "| column | type | what it holds |",
        "|---|---|---|",
    ]
    for name, field in fields_of(resource).items():
        limits = _limits(field)
        if name in keys:
            limits = "; ".join(filter(None, [limits, f"a value of {keys[name]}"]))
        text = field["description"] + (f" ({limits})" if limits else "")
        lines.append(f"| `{name}` | {field['type']} | {text.replace('|', chr(92) + '|')} |")
    return [*lines, ""]


def data_readme(schema: Mapping[str, Any]) -> str:
    """Describe all tables of a schema in Markdown.

    Parameters
    ----------
    schema
        A Data Package descriptor.

    Raises
    ------
    TablesError
        If the schema lacks a title, a description, a key or the licence.

    Examples
    --------
    >>> field = {"name": "usps", "type": "string", "description": "Postal code."}
    >>> table = {"title": "Offices", "path": "offices.csv", "description": "One row is an office.",
    ...          "schema": {"fields": [field], "primaryKey": ["usps"]}}
    >>> package = {"title": "Letters", "description": "Who signed.", "version": "1.0.0",
    ...            "created": "2026-11-22T00:00:00Z", "resources": [table],
    ...            "licenses": [{"title": "CC BY 4.0", "path": "https://example.org"}]}
    >>> print(data_readme(package).splitlines()[-1])
    | `usps` | string | Postal code. (may be empty) |
    """
    _require_texts(schema)
    licence = schema["licenses"][0]
    lines = [
        f"# {schema['title']}",
        "",
        schema["description"],
        "",
        f"Version {schema['version']}, {schema['created'][:10]}. Licence of the tables: "
        f"[{licence['title']}]({licence['path']}). This page is written from "
        "`datapackage.json` by `agletters describe`; `agletters check` holds the tables "
        "against it.",
        "",
        "Files are UTF-8 with a header row. An empty cell means not known or not applicable, "
        "never no. Lists are separated by semicolons. Dates are `YYYY-MM-DD`, `YYYY-MM` or "
        "`YYYY`, as precise as the sources are. The outlines of the map are in "
        "[`geo/`](geo/).",
        "",
        "Cells stand here exactly as they are meant, also where one begins with `=`, `+`, `-` or "
        "`@`: import the files as text where a spreadsheet would take such a cell for a formula. "
        "The CSV files that the report offers for download are made for spreadsheets instead, "
        "with an apostrophe before such a cell.",
        "",
    ]
    for resource in schema["resources"]:
        lines += _table(resource)
    return "\n".join(lines)
