"""Find what keeps a Data Package descriptor from describing tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

#: Types of fields, and the constraints that each of them may have.
CONSTRAINTS: Mapping[str, frozenset[str]] = {
    "boolean": frozenset({"required"}),
    "date": frozenset({"required"}),
    "integer": frozenset({"required", "enum", "minimum", "maximum"}),
    "list": frozenset({"required"}),
    "string": frozenset({"required", "enum", "pattern"}),
}


def descriptor_fault(descriptor: Any) -> str | None:
    """Say what is wrong with a descriptor first, or nothing.

    A descriptor is sound if each of its resources has a name, the path of a file
    within the folder and a schema, in which each field has a name and a known
    type, with constraints that this type can have, and all keys and references
    name columns that there are.

    Parameters
    ----------
    descriptor
        What stands in ``datapackage.json``.

    References
    ----------
    Data Package (version 2), "Data Resource", path; "Table Schema", fields,
    constraints, primaryKey, foreignKeys.

    Examples
    --------
    >>> descriptor_fault({"resources": []})
    "describes no table; it needs a list 'resources'"
    >>> field = {"name": "usps", "type": "text"}
    >>> resource = {"name": "offices", "path": "offices.csv", "schema": {"fields": [field]}}
    >>> descriptor_fault({"resources": [resource]})
    "offices.usps has the type 'text'; there are boolean, date, integer, list, string"
    """
    resources = descriptor.get("resources") if isinstance(descriptor, dict) else None
    if not isinstance(resources, list) or not resources:
        return "describes no table; it needs a list 'resources'"
    for number, resource in enumerate(resources, start=1):
        if not _is_described(resource):
            return (
                f"resource {number} needs a name, a path, and a schema with fields that have a "
                "name and a type"
            )
    columns = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in resources
    }
    for faults in (_twice(resources), *(_resource(table, columns) for table in resources)):
        for fault in faults:
            return fault
    return None


def _is_described(resource: Any) -> bool:
    """Say whether an entry has what loading a table takes."""
    try:
        fields = resource["schema"]["fields"]
        words = [resource["name"], resource["path"]]
        words += [field[name] for field in fields for name in ("name", "type")]
    except (KeyError, TypeError, IndexError):
        return False
    return bool(fields) and all(isinstance(word, str) and word for word in words)


def _twice(resources: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for what in ("name", "path"):
        values = [resource[what] for resource in resources]
        yield from (
            f"two resources have the {what} {value!r}"
            for value in sorted({value for value in values if values.count(value) > 1})
        )


def _resource(resource: Mapping[str, Any], columns: Mapping[str, Sequence[str]]) -> Iterator[str]:
    name, path = resource["name"], PurePosixPath(resource["path"])
    if path.is_absolute() or ".." in path.parts or "\\" in str(path) or "\0" in str(path):
        yield f"{name} has the path {str(path)!r}; it must lead to a file within the folder"
    doubled = {column for column in columns[name] if columns[name].count(column) > 1}
    if doubled:
        yield f"{name} has two fields {min(doubled)!r}"
    for field in resource["schema"]["fields"]:
        yield from _field(f"{name}.{field['name']}", field, columns)
    yield from _keys(resource, columns)


def _field(
    place: str, field: Mapping[str, Any], columns: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    kind, constraints = field["type"], field.get("constraints", {})
    if kind not in CONSTRAINTS:
        yield f"{place} has the type {kind!r}; there are {', '.join(CONSTRAINTS)}"
    elif not isinstance(constraints, dict) or not constraints.keys() <= CONSTRAINTS[kind]:
        able = ", ".join(sorted(CONSTRAINTS[kind]))
        yield f"{place} has constraints {constraints!r}; a field of type {kind} may have {able}"
    else:
        yield from _constraints(place, constraints)
    delimiter = field.get("delimiter")
    if kind == "list" and not (isinstance(delimiter, str) and delimiter):
        yield f"{place} is a list and has no delimiter"
    reference = field.get("references")
    table, _, column = str(reference).partition(".")
    if "references" in field and column not in columns.get(table, ()):
        yield f"{place} refers to {reference!r}, which is no column of a table"


def _constraints(place: str, constraints: Mapping[str, Any]) -> Iterator[str]:
    fits = {
        "required": lambda value: isinstance(value, bool),
        "enum": lambda value: isinstance(value, list) and len(value) > 0,
        "minimum": lambda value: type(value) is int,
        "maximum": lambda value: type(value) is int,
        "pattern": _is_pattern,
    }
    for name, value in constraints.items():
        if not fits[name](value):
            yield f"{place} has the constraint {name} {value!r}, which is none"


def _is_pattern(value: Any) -> bool:
    try:
        re.compile(value)
    except (re.error, TypeError, RecursionError, OverflowError):
        return False
    return True


def _keys(resource: Mapping[str, Any], columns: Mapping[str, Sequence[str]]) -> Iterator[str]:
    name, schema = resource["name"], resource["schema"]
    primary = schema.get("primaryKey", [])
    if not _are_columns(primary, columns[name]):
        yield f"{name} has the primaryKey {primary!r}; it must be a list of its fields"
    foreign = schema.get("foreignKeys", [])
    for key in foreign if isinstance(foreign, list) else [foreign]:
        try:
            own, target = key["fields"], key["reference"]
            others, there = target["fields"], columns.get(target["resource"] or name, ())
            sound = _are_columns(own, columns[name]) and _are_columns(others, there)
            sound = sound and len(own) == len(others) > 0
        except (KeyError, TypeError, IndexError, AttributeError):
            sound = False
        if not sound:
            yield (
                f"{name} has the foreign key {key!r}; it must name as many of its fields as of "
                "fields of a table"
            )


def _are_columns(names: Any, columns: Sequence[str]) -> bool:
    return isinstance(names, list) and all(name in columns for name in names)
