"""Find the frames, and the rows of tables, from which a computed value comes.

How it is done, and what it can claim. The statements on which a value depends are found
in the notebook's code (`agletters.dataflow`), which gives the tables that are read. The
frames are those that the value's expression names or makes on its way, cut down to the
rows that it selects by a condition or a key; for these, parts of the expression are
evaluated once more. The rows of a table are those that share a key with such a frame or
that the code names by their key; where neither tells, all rows of the table count. So no
row that the value depends on by its key is left out, but a row may be listed that did not
change the value.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from agletters.dataflow import Statement, backwards, names_in, said, statements
from agletters.markup import cell_text
from agletters.tables import Tables

#: What a run notebook's passages carry beside their values: their origins, by name.
ORIGINS_TYPE = "application/vnd.agletters.origins+json"

#: Rows of a frame that are recorded; the others are counted.
LONGEST = 25
#: Columns of a frame that are recorded.
WIDEST = 7

_SOURCE_COLUMN = re.compile(r"(\w+_)?source_ids?")
#: The functions that give the tables.
_LOADS = frozenset({"load", "load_tables"})


@dataclass(frozen=True)
class Origin:
    """What a computed value depends on.

    Attributes
    ----------
    expression
        The expression that gives it.
    code
        The statements on which it depends, imports left out.
    tables
        Names of the tables that are read.
    frames
        Frames of the expression, by the code that gives them, with the rows that it
        selects.
    rows
        Positions of the rows of each of these tables, as far as keys narrow them down.
    """

    expression: str
    code: tuple[str, ...]
    tables: tuple[str, ...]
    frames: Mapping[str, pd.DataFrame]
    rows: Mapping[str, tuple[int, ...]]


class Lookup:
    """Keys and sources of the rows of tables, each column read once.

    Parameters
    ----------
    tables
        The curated tables.
    taken
        Names of those of which a row has been taken; by default all. The others have no
        rows from which a value could come.
    """

    def __init__(self, tables: Tables, taken: Collection[str] | None = None) -> None:
        self.tables = tables
        self._taken = tables.keys() if taken is None else taken
        self._keys = {
            resource["name"]: resource["schema"].get("primaryKey", [])
            for resource in tables.schema["resources"]
        }
        self._columns: dict[tuple[str, str], list[Any]] = {}
        self._sources: dict[str, list[frozenset[str]]] = {}

    def keys(self, name: str) -> list[str]:
        """Give the columns that make the key of a table."""
        found: list[str] = self._keys[name]
        return found

    def positions(
        self, name: str, named: set[str], frames: Sequence[pd.DataFrame]
    ) -> tuple[int, ...]:
        """Give the rows of a table whose keys the code names or a frame has."""
        if name not in self._taken:
            return ()
        rows = list(range(len(self.tables.frames[name])))
        for key in self.keys(name):
            column = self._column(name, key)
            for values in (named, set(_cells(key, frames))):
                kept = [row for row in rows if column[row] in values]
                rows = kept or rows
        return tuple(rows)

    def resolve(
        self, rows: Mapping[str, tuple[int, ...]], sources: Iterable[str]
    ) -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
        """Find the sources behind rows, and leave out those that are only looked up.

        Parameters
        ----------
        rows
            From an `Origin`.
        sources
            Ids of the sources that its frames name.

        Returns
        -------
        rows, sources
            Positions by table, and positions in the table ``sources``.
        """
        meant = dict(rows)
        ids = set(sources)
        for name, kept in meant.items():
            if name != "sources":
                by_row = self._sources_of(name)
                ids.update(*(by_row[row] for row in kept))
        if "sources" not in self.tables:
            return meant, ()
        column = self._column("sources", "source_id")
        if "sources" in meant:
            # looked up for what other rows name, unless nothing names any
            kept = tuple(row for row in meant["sources"] if column[row] in ids)
            meant["sources"] = kept or meant["sources"]
            ids.update(column[row] for row in meant["sources"])
        return meant, tuple(row for row, source_id in enumerate(column) if source_id in ids)

    def _column(self, name: str, column: str) -> list[Any]:
        if (name, column) not in self._columns:
            self._columns[name, column] = self.tables.frames[name][column].tolist()
        return self._columns[name, column]

    def _sources_of(self, name: str) -> list[frozenset[str]]:
        if name not in self._sources:
            self._sources[name] = sources_by_row(self.tables.frames[name])
        return self._sources[name]


def is_source_column(name: str) -> bool:
    """Say whether the cells of a column of this name are ids of sources.

    Examples
    --------
    >>> is_source_column("holder_source_ids"), is_source_column("sources")
    (True, False)
    """
    return bool(_SOURCE_COLUMN.fullmatch(name))


def sources_by_row(frame: pd.DataFrame) -> list[frozenset[str]]:
    """Give the ids of the sources that each row of a frame names.

    Examples
    --------
    >>> frame = pd.DataFrame({"usps": ["ME", "NV"], "source_ids": [("S1", "S2"), ()]})
    >>> [sorted(ids) for ids in sources_by_row(frame)]
    [['S1', 'S2'], []]
    """
    columns = [
        frame.iloc[:, place].tolist()
        for place, name in enumerate(frame.columns)
        if is_source_column(str(name))
    ]
    return [
        frozenset(part for column in columns for part in _texts(column[row], alone=True))
        for row in range(len(frame))
    ]


def origins(
    code: Sequence[Statement], place: int, namespace: dict[str, Any], lookup: Lookup
) -> dict[str, Origin]:
    """Find where the values that a statement passes to ``say`` come from.

    Parameters
    ----------
    code
        The statements of the notebook, from `agletters.dataflow.statements`.
    place
        The place of the statement among them.
    namespace
        The values of names when it ran. Parts of its expressions are evaluated with them.
    lookup
        The tables.

    Returns
    -------
    dict of str to Origin
        By the names of the values.
    """
    values = _Values(namespace)
    found = {}
    for name, expression in said(code[place]).items():
        before = backwards(code[:place], names_in(expression))
        read = tables_read(before, expression, tuple(lookup.tables))
        frames = _frames(expression, before, values)
        named = _constants([*(statement.node for statement in before), expression])
        found[name] = Origin(
            expression=ast.unparse(expression),
            code=tuple(
                ast.unparse(statement.node)
                for statement in before
                if not isinstance(statement.node, ast.Import | ast.ImportFrom)
            ),
            tables=read,
            frames=frames,
            rows={name: lookup.positions(name, named, [*frames.values()]) for name in read},
        )
    return found


def recorded(
    cells: Sequence[tuple[int, str]], namespaces: Mapping[int, dict[str, Any]], lookup: Lookup
) -> dict[int, dict[str, Any]]:
    """Find the origins of all values of a notebook, in a form that JSON can hold.

    Parameters
    ----------
    cells
        Numbers and sources of the code cells, in order. One that is not Python is
        passed over.
    namespaces
        The values of names at the end of those cells that state values, by number.
    lookup
        The tables.

    Returns
    -------
    dict of int to dict
        By the number of the cell and the name of the value: ``expression``, ``code``,
        ``tables`` and ``rows`` as in `Origin`; ``frames``, each with its ``label``, its
        ``columns``, the texts of its first ``rows`` and the ``count`` of all; and
        ``source_ids`` of the frames.

    Examples
    --------
    >>> from agletters.tables import load
    >>> cells = [(2, "tables = load()"), (3, "say('{n}', n=len(tables.letters))")]
    >>> tables = load()
    >>> found = recorded(cells, {3: {"tables": tables}}, Lookup(tables))[3]["n"]
    >>> found["expression"], found["tables"], len(found["rows"]["letters"])
    ('len(tables.letters)', ['letters'], 11)
    """
    code = [statement for cell in cells for statement in _statements(cell)]
    found: dict[int, dict[str, Any]] = {}
    for place, statement in enumerate(code):
        if statement.cell in namespaces and said(statement):
            made = origins(code, place, namespaces[statement.cell], lookup)
            found.setdefault(statement.cell, {}).update(
                {name: _as_json(origin) for name, origin in made.items()}
            )
    return found


def _statements(cell: tuple[int, str]) -> list[Statement]:
    try:
        return statements([cell])
    except SyntaxError:  # a magic, which binds nothing that a value could depend on
        return []


def _as_json(origin: Origin) -> dict[str, Any]:
    frames = origin.frames.values()
    return {
        "expression": origin.expression,
        "code": list(origin.code),
        "tables": list(origin.tables),
        "rows": {name: list(kept) for name, kept in origin.rows.items()},
        "frames": [
            {
                "label": label,
                "count": len(frame),
                "columns": [str(name) for name in frame.columns[:WIDEST]],
                "rows": [
                    [cell_text(cell) for cell in row]
                    for row in frame.iloc[:LONGEST, :WIDEST].itertuples(index=False)
                ],
            }
            for label, frame in origin.frames.items()
        ],
        "source_ids": sorted({part for frame in frames for part in source_ids(frame)}),
    }


def source_ids(frame: pd.DataFrame) -> frozenset[str]:
    """Give the ids of the sources that a frame names."""
    return frozenset().union(*sources_by_row(frame))


# Following the code ------------------------------------------------------------


def tables_read(
    before: Sequence[Statement], expression: ast.expr, tables: Sequence[str]
) -> tuple[str, ...]:
    """Find the tables that code reads, without running it.

    Parameters
    ----------
    before
        The statements on which the expression depends.
    expression
        The expression.
    tables
        Names of all tables.

    Returns
    -------
    tuple of str
        Names in the order in which they are given: all if the tables are read as one
        thing, such as for their number.
    """
    nodes = [*(statement.node for statement in before), expression]
    loaded = {name for node in nodes for name in _loaded(node)}
    found: set[str] = set()
    inner: set[int] = set()
    walked = [node for part in nodes for node in ast.walk(part)]
    for node in walked:
        if isinstance(node, ast.Attribute | ast.Subscript) and _gives_tables(node.value, loaded):
            inner.add(id(node.value))
            key = node.slice if isinstance(node, ast.Subscript) else None
            found.add(node.attr if isinstance(node, ast.Attribute) else _constant(key))
    whole = any(
        isinstance(node, ast.Name) and _gives_tables(node, loaded) and id(node) not in inner
        for node in walked
    )
    return tuple(name for name in tables if whole or name in found)


def _loaded(node: ast.AST) -> Iterator[str]:
    """Give the names to which a statement binds the tables."""
    if isinstance(node, ast.Assign) and _is_load(node.value):
        yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _is_load(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in _LOADS


def _gives_tables(node: ast.AST, names: set[str]) -> bool:
    if isinstance(node, ast.Name):
        return node.id in names and isinstance(node.ctx, ast.Load)
    return _is_load(node)


def _constant(node: ast.expr | None) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


def _constants(nodes: Iterable[ast.AST]) -> set[str]:
    return {
        node.value
        for part in nodes
        for node in ast.walk(part)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


# Frames of an expression -------------------------------------------------------


class _Values:
    """Values of the parts of expressions, each worked out once."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self._namespace = namespace
        self._known: dict[str, Any] = {}

    def of(self, node: ast.expr) -> Any:
        """Give the value of a part of an expression, or None if it has none by itself."""
        text = ast.unparse(node)
        if text not in self._known:
            try:
                code = compile(ast.Expression(node), "expression", "eval")
                self._known[text] = eval(code, self._namespace)  # noqa: S307 - it has run before
            except Exception:  # a bound variable, a slice, a name on the left of a keyword
                self._known[text] = None
        return self._known[text]


def _frames(
    expression: ast.expr, before: Sequence[Statement], values: _Values
) -> dict[str, pd.DataFrame]:
    """Give the frames of an expression, or else those from which its names are made."""
    found = dict(_selected(expression, values))
    if found:
        return found
    keys = {
        text
        for part in ast.walk(expression)
        if isinstance(part, ast.expr)
        for text in _texts(values.of(part))
    }
    names = names_in(expression)
    for statement in reversed(before):
        if statement.binds & names and isinstance(statement.node, ast.Assign):
            made = dict(_selected(statement.node.value, values))
            found |= {label: _with_keys(frame, keys) for label, frame in made.items()}
    return found


def _texts(value: Any, *, alone: bool = False) -> Iterator[str]:
    if isinstance(value, list | tuple | set | frozenset):
        yield from (part for part in value if isinstance(part, str))
    elif alone and isinstance(value, str):
        yield value


def _with_keys(frame: pd.DataFrame, keys: set[str]) -> pd.DataFrame:
    """Cut a frame down to the rows of some keys, if a column has all of them."""
    for place in range(frame.shape[1]) if keys else ():
        cells = [cell if isinstance(cell, str) else None for cell in frame.iloc[:, place].tolist()]
        if keys <= set(cells):
            return frame[[cell in keys for cell in cells]]
    return frame


def _selected(node: ast.expr, values: _Values) -> Iterator[tuple[str, pd.DataFrame]]:
    value = values.of(node)
    if isinstance(value, pd.Series | pd.DataFrame):
        yield _aligned(node, value, values)
        return
    looked_up = _looked_up(node, values) if isinstance(node, ast.Subscript) else None
    if looked_up is not None:
        yield looked_up
        return
    for part in ast.iter_child_nodes(node):
        for inner in [part.value] if isinstance(part, ast.keyword) else [part]:
            if isinstance(inner, ast.expr):
                yield from _selected(inner, values)


def _aligned(
    node: ast.expr, value: pd.Series | pd.DataFrame, values: _Values
) -> tuple[str, pd.DataFrame]:
    """Show a column, or a condition on columns, as rows of the frame that it is about."""
    label = ast.unparse(node)
    if isinstance(value, pd.DataFrame):
        return label, value
    for part in ast.walk(node):
        base = values.of(part) if isinstance(part, ast.Name | ast.Attribute) else None
        if not isinstance(base, pd.DataFrame) or not value.index.isin(base.index).all():
            continue
        if not base.index.is_unique:
            continue
        if value.dtype == bool or str(value.dtype) == "boolean":
            return f"{ast.unparse(part)}[{label}]", base.loc[value[value.fillna(value=False)].index]
        return f"{ast.unparse(part)}, for {label}", base.loc[value.index]
    return label, value.to_frame(str(value.name or "value")).reset_index()


def _looked_up(node: ast.Subscript, values: _Values) -> tuple[str, pd.DataFrame] | None:
    """Give the rows that a subscript takes by its key."""
    taken = node.value
    if isinstance(taken, ast.Attribute) and taken.attr in {"loc", "at"}:
        taken = taken.value
    base, key = values.of(taken), values.of(node.slice)
    if not isinstance(base, pd.Series | pd.DataFrame):
        return None
    if isinstance(key, tuple) and isinstance(base, pd.DataFrame) and base.index.nlevels == 1:
        key = key[0]
    frame = base.to_frame(str(base.name or "value")) if isinstance(base, pd.Series) else base
    try:
        rows = frame.loc[[key]]
    except (KeyError, TypeError, IndexError):
        return None
    return f"{ast.unparse(taken)}, row {key!r}", rows.reset_index()


def _cells(key: str, frames: Sequence[pd.DataFrame]) -> Iterator[str]:
    for frame in frames:
        for place, name in enumerate(frame.columns):
            if name == key:
                yield from (cell for cell in frame.iloc[:, place] if isinstance(cell, str))
