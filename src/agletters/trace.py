"""Lead a computed value of the report back to the rows and sources from which it comes.

How it is done, and what it can claim. The statements on which a value depends are found
in the notebook's code (`agletters.dataflow`), which gives the tables that are read, and
are run again on the tables as they are. The frames are those that the value's expression
names or makes on its way, cut down to the rows that it selects by a condition or a key.
The rows of a table are those that share a key with such a frame or that the code names by
their key; where neither tells, all rows of the table count. So no row that the value
depends on by its key is left out, but a row may be listed that did not change the value.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pandas as pd
from nbformat import NotebookNode

from agletters.dataflow import Statement, backwards, said, statements
from agletters.errors import AglettersError
from agletters.tables import Tables

_SOURCE_COLUMN = re.compile(r"(\w+_)?source_ids?")
#: The call that loads the tables; its value is given, so that nothing is read twice.
_LOAD = "load"
#: Columns of a frame that fit on a terminal.
_WIDEST = 7


class TraceError(AglettersError):
    """There is no such claim, or its notebook cannot be followed."""


class ChapterLike(Protocol):
    """A notebook with its place in the report."""

    @property
    def slug(self) -> str:
        """The chapter's id on the page."""

    @property
    def notebook(self) -> NotebookNode:
        """The notebook, run or not."""


@dataclass(frozen=True)
class Trace:
    """Where a computed value comes from.

    Attributes
    ----------
    claim
        Its name: chapter, number of the cell and name of the value.
    value
        The value as the passage shows it.
    expression
        The expression that gives it.
    chapter, cell
        The notebook's place in the report and the number of the cell.
    code
        The statements on which it depends, imports left out.
    frames
        Frames of the expression, by the code that gives them, with the rows that it
        selects.
    tables
        Names of the tables that are read.
    rows
        Rows of each of these tables, as far as keys narrow them down.
    sources
        The sources that frames and rows name: ``source_id``, ``publisher``, ``title``,
        ``url``.
    """

    claim: str
    value: str
    expression: str
    chapter: str
    cell: int
    code: tuple[str, ...]
    frames: Mapping[str, pd.DataFrame]
    tables: tuple[str, ...]
    rows: Mapping[str, pd.DataFrame]
    sources: pd.DataFrame


def slug_of(stem: str) -> str:
    """Give a chapter's id from its notebook's name.

    Examples
    --------
    >>> slug_of("01_who_signed")
    'who-signed'
    """
    return re.sub(r"^\d+[_-]", "", stem).replace("_", "-").lower()


def claim_names(chapters: Sequence[ChapterLike]) -> list[str]:
    """List the names of all claims, in the order of the report.

    Raises
    ------
    TraceError
        If a cell is not Python.
    """
    return [
        f"{chapter.slug}/{statement.cell}/{name}"
        for chapter in chapters
        for statement in _code(chapter)
        for name in said(statement)
    ]


def trace(claim: str, chapters: Sequence[ChapterLike], tables: Tables) -> Trace:
    """Trace one computed value.

    Parameters
    ----------
    claim
        Its name, as from `claim_names`.
    chapters
        The notebooks of the report.
    tables
        The curated tables.

    Raises
    ------
    TraceError
        If there is no such claim; the nearest names are given.
    """
    names = claim_names(chapters)
    if claim not in names:
        near = difflib.get_close_matches(claim, names, n=5, cutoff=0.4)
        last = claim.rpartition("/")[2]
        near = list(dict.fromkeys([*(name for name in names if name.endswith(f"/{last}")), *near]))
        hint = f"; near it are {', '.join(near[:5])}" if near else ""
        raise TraceError(
            f"no claim is called {claim!r}{hint}; 'agletters trace' without a name lists all"
        )
    wanted = claim.split("/")[0]
    [chapter] = [chapter for chapter in chapters if chapter.slug == wanted]
    [found] = [found for found in _traces(chapter, tables, {claim}) if found.claim == claim]
    return found


def sources_of_claims(chapters: Sequence[ChapterLike], tables: Tables) -> pd.DataFrame:
    """List for every computed value the tables that are read and the sources behind it.

    Parameters
    ----------
    chapters
        The notebooks of the report.
    tables
        The curated tables.

    Returns
    -------
    DataFrame
        ``chapter``, ``cell``, ``name``, ``tables`` and ``source_ids`` (tuples), in the
        order of the report.

    Raises
    ------
    TraceError
        If a notebook cannot be followed.
    """
    rows = [
        (
            found.chapter,
            found.cell,
            found.claim.rpartition("/")[2],
            found.tables,
            tuple(found.sources["source_id"]),
        )
        for chapter in chapters
        for found in _traces(chapter, tables, None)
    ]
    return pd.DataFrame(rows, columns=["chapter", "cell", "name", "tables", "source_ids"])


def tables_of_claims(chapters: Sequence[ChapterLike], tables: Tables) -> pd.DataFrame:
    """List for every computed value the tables that are read, without running any code.

    Parameters
    ----------
    chapters
        The notebooks of the report.
    tables
        The curated tables; only their names matter.

    Returns
    -------
    DataFrame
        ``chapter``, ``cell``, ``name`` and ``tables`` (a tuple), in the order of the
        report.
    """
    rows = []
    for chapter in chapters:
        code = _code(chapter)
        for place, statement in enumerate(code):
            for name, expression in said(statement).items():
                before = backwards(code[:place], _names(expression))
                read = _tables_read(before, expression, tables)
                rows.append((chapter.slug, statement.cell, name, read))
    return pd.DataFrame(rows, columns=["chapter", "cell", "name", "tables"])


# Following the code ------------------------------------------------------------


def _code(chapter: ChapterLike) -> list[Statement]:
    cells = [
        (number, cell.source)
        for number, cell in enumerate(chapter.notebook.cells, start=1)
        if cell.cell_type == "code"
    ]
    try:
        return statements(cells)
    except SyntaxError as error:
        raise TraceError(f"chapter {chapter.slug}: a cell is not Python ({error})") from error


def _loads(statement: Statement) -> str | None:
    """Give the name to which a statement binds the tables."""
    node = statement.node
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
        [*_, target] = node.targets
        if ast.unparse(node.value.func).rpartition(".")[2] == _LOAD:
            return target.id if isinstance(target, ast.Name) else None
    return None


def _traces(chapter: ChapterLike, tables: Tables, only: set[str] | None) -> Iterator[Trace]:
    code = _code(chapter)
    slices = {
        place: backwards(code[:place], statement.reads)
        for place, statement in enumerate(code)
        if any(only is None or _name(chapter, statement, name) in only for name in said(statement))
    }
    needed = {id(statement) for found in slices.values() for statement in found}
    namespace: dict[str, Any] = {}
    for place, statement in enumerate(code):
        if id(statement) in needed:
            _run(chapter, statement, namespace, tables)
        if place in slices:
            shown = _shown(chapter, statement, namespace)
            for name, expression in said(statement).items():
                claim = _name(chapter, statement, name)
                if only is None or claim in only:
                    before = backwards(code[:place], _names(expression))
                    yield _found(claim, shown[name], expression, before, namespace, tables)


def _names(expression: ast.expr) -> frozenset[str]:
    return frozenset(node.id for node in ast.walk(expression) if isinstance(node, ast.Name))


def _name(chapter: ChapterLike, statement: Statement, name: str) -> str:
    return f"{chapter.slug}/{statement.cell}/{name}"


def _run(
    chapter: ChapterLike, statement: Statement, namespace: dict[str, Any], tables: Tables
) -> None:
    name = _loads(statement)
    if name:
        namespace[name] = tables
        return
    module = ast.Module([statement.node], type_ignores=[])
    try:
        # the report's own notebooks, which a build runs too
        exec(compile(module, f"{chapter.slug}, cell {statement.cell}", "exec"), namespace)  # noqa: S102
    except Exception as error:
        raise TraceError(
            f"chapter {chapter.slug}, cell {statement.cell}: {type(error).__name__}: {error}"
        ) from error


def _shown(
    chapter: ChapterLike, statement: Statement, namespace: dict[str, Any]
) -> Mapping[str, str]:
    """Give the values of a passage as it shows them."""
    node = statement.node
    assert isinstance(node, ast.Expr)  # noqa: S101 - said() has found a call in it
    try:
        return dict(_value(node.value, namespace).values)
    except Exception as error:
        raise TraceError(
            f"chapter {chapter.slug}, cell {statement.cell}: {type(error).__name__}: {error}"
        ) from error


def _value(node: ast.expr, namespace: dict[str, Any]) -> Any:
    return eval(compile(ast.Expression(node), "expression", "eval"), namespace)  # noqa: S307


def _found(
    claim: str,
    value: str,
    expression: ast.expr,
    before: Sequence[Statement],
    namespace: dict[str, Any],
    tables: Tables,
) -> Trace:
    chapter, cell, _ = claim.split("/")
    nodes: list[ast.AST] = [*(statement.node for statement in before), expression]
    read = _tables_read(before, expression, tables)
    frames = _frames(expression, before, namespace)
    named = {
        node.value
        for part in nodes
        for node in ast.walk(part)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    rows = {name: _rows_of(tables, name, named, list(frames.values())) for name in read}
    sources = _sources(
        [*frames.values(), *(found for name, found in rows.items() if name != "sources")], tables
    )
    if "sources" in rows:
        # looked up for what other rows name
        ids = sources["source_id"]
        rows["sources"] = rows["sources"][rows["sources"]["source_id"].isin(ids)]
    return Trace(
        claim=claim,
        value=value,
        expression=ast.unparse(expression),
        chapter=chapter,
        cell=int(cell),
        code=tuple(
            ast.unparse(statement.node)
            for statement in before
            if not isinstance(statement.node, ast.Import | ast.ImportFrom)
        ),
        frames=frames,
        tables=read,
        rows=rows,
        sources=sources,
    )


def _tables_read(
    before: Sequence[Statement], expression: ast.expr, tables: Tables
) -> tuple[str, ...]:
    loaded = {name for statement in before if (name := _loads(statement))}
    nodes = [*(statement.node for statement in before), expression]
    found: set[str] = set()
    inner: set[int] = set()
    walked = [node for part in nodes for node in ast.walk(part)]
    for node in walked:
        if isinstance(node, ast.Attribute | ast.Subscript) and _is_name(node.value, loaded):
            inner.add(id(node.value))
            key = node.slice if isinstance(node, ast.Subscript) else None
            found.add(node.attr if isinstance(node, ast.Attribute) else _constant(key))
    # the tables as a whole, such as their number
    if any(_is_name(node, loaded) and id(node) not in inner for node in walked):
        return tuple(tables)
    return tuple(name for name in tables if name in found)


def _is_name(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in names and isinstance(node.ctx, ast.Load)


def _constant(node: ast.expr | None) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


# Frames and rows ---------------------------------------------------------------


def _frames(
    expression: ast.expr, before: Sequence[Statement], namespace: dict[str, Any]
) -> dict[str, pd.DataFrame]:
    """Give the frames of an expression, or else those from which its names are made."""
    found = dict(_selected(expression, namespace))
    if found:
        return found
    keys = set(_texts(_try(expression, namespace)))
    for part in ast.walk(expression):
        if isinstance(part, ast.expr):
            keys |= set(_texts(_try(part, namespace)))
    names = _names(expression)
    for statement in reversed(before):
        if statement.binds & names and isinstance(statement.node, ast.Assign):
            made = dict(_selected(statement.node.value, namespace))
            found |= {label: _with_keys(frame, keys) for label, frame in made.items()}
    return found


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list | tuple | set | frozenset):
        yield from (part for part in value if isinstance(part, str))


def _with_keys(frame: pd.DataFrame, keys: set[str]) -> pd.DataFrame:
    """Cut a frame down to the rows of some keys, if a column has all of them."""
    for name in frame.columns if keys else ():
        column = frame[name]
        if column.map(lambda cell: isinstance(cell, str)).any() and keys <= set(column.dropna()):
            return frame[column.isin(keys)]
    return frame


def _try(node: ast.expr, namespace: dict[str, Any]) -> Any:
    """Give the value of a part of an expression; a part may have none by itself."""
    try:
        return _value(node, namespace)
    except Exception:  # a bound variable, a slice, a name on the left of a keyword
        return None


def _selected(node: ast.expr, namespace: dict[str, Any]) -> Iterator[tuple[str, pd.DataFrame]]:
    value = _try(node, namespace)
    if isinstance(value, pd.Series | pd.DataFrame):
        yield _aligned(node, value, namespace)
        return
    looked_up = _looked_up(node, namespace) if isinstance(node, ast.Subscript) else None
    if looked_up is not None:
        yield looked_up
        return
    for part in ast.iter_child_nodes(node):
        for inner in [part.value] if isinstance(part, ast.keyword) else [part]:
            if isinstance(inner, ast.expr):
                yield from _selected(inner, namespace)


def _aligned(
    node: ast.expr, value: pd.Series | pd.DataFrame, namespace: dict[str, Any]
) -> tuple[str, pd.DataFrame]:
    """Show a column, or a condition on columns, as rows of the frame that it is about."""
    label = ast.unparse(node)
    if isinstance(value, pd.DataFrame):
        return label, value
    for part in ast.walk(node):
        base = _try(part, namespace) if isinstance(part, ast.Name | ast.Attribute) else None
        if not isinstance(base, pd.DataFrame) or not value.index.isin(base.index).all():
            continue
        if not base.index.is_unique:
            continue
        if value.dtype == bool or str(value.dtype) == "boolean":
            return f"{ast.unparse(part)}[{label}]", base.loc[value[value.fillna(value=False)].index]
        return f"{ast.unparse(part)}, for {label}", base.loc[value.index]
    return label, value.to_frame(str(value.name or "value")).reset_index()


def _looked_up(node: ast.Subscript, namespace: dict[str, Any]) -> tuple[str, pd.DataFrame] | None:
    """Give the rows that a subscript takes by its key."""
    taken = node.value
    if isinstance(taken, ast.Attribute) and taken.attr in {"loc", "at"}:
        taken = taken.value
    base, key = _try(taken, namespace), _try(node.slice, namespace)
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


def _rows_of(
    tables: Tables, name: str, named: set[str], frames: Sequence[pd.DataFrame]
) -> pd.DataFrame:
    """Cut a table down to the rows whose keys the code names or a frame has."""
    rows = tables.frames[name]
    [resource] = [found for found in tables.schema["resources"] if found["name"] == name]
    for key in resource["schema"].get("primaryKey", []):
        for values in (named, _values(key, frames)):
            kept = rows[rows[key].isin(values)]
            if len(kept):
                rows = kept
    return rows


def _values(key: str, frames: Sequence[pd.DataFrame]) -> set[str]:
    return {
        cell
        for frame in frames
        if key in frame.columns
        for cell in frame[key]
        if isinstance(cell, str)
    }


def _sources(frames: Sequence[pd.DataFrame], tables: Tables) -> pd.DataFrame:
    columns = ["source_id", "publisher", "title", "url"]
    if "sources" not in tables:
        return pd.DataFrame(columns=columns)
    found: set[str] = set()
    for frame in frames:
        for name in frame.columns:
            if not _SOURCE_COLUMN.fullmatch(str(name)):
                continue
            for cell in frame[name]:
                found |= {cell} if isinstance(cell, str) else set(_texts(cell))
    sources = tables.frames["sources"]
    return sources.loc[sources["source_id"].isin(found), columns].reset_index(drop=True)


# Showing -----------------------------------------------------------------------


def read_chapters(folder: Path) -> list[ChapterLike]:
    """Read the notebooks of a folder, in the order of the report.

    Raises
    ------
    AglettersError
        If there is none, or one is not a notebook.
    """
    from agletters.report.run import read_notebook

    paths = sorted(folder.glob("[0-9]*.ipynb"))
    if not paths:
        raise TraceError(f"{folder}: holds no notebook such as 00_findings.ipynb")
    return [_Chapter(slug_of(path.stem), read_notebook(path)) for path in paths]


@dataclass(frozen=True)
class _Chapter:
    slug: str
    notebook: NotebookNode


def trace_text(found: Trace, *, longest: int = 20) -> str:
    """Write a trace for a terminal.

    Parameters
    ----------
    found
        The trace.
    longest
        How many rows of a frame or table are shown; the others are counted.
    """
    lines = [
        f"{found.claim} = {found.value}",
        f"  expression  {found.expression}",
        f"  notebook    chapter {found.chapter}, cell {found.cell}",
        f"  tables      {', '.join(found.tables) or 'none'}",
        "",
        "From the code",
        *(f"  {line}" for code in found.code for line in code.splitlines()),
    ]
    for label, frame in found.frames.items():
        lines += ["", f"{label}: {_count(frame)}", *_table(frame, longest)]
    for name, frame in found.rows.items():
        lines += ["", f"Table {name}: {_count(frame)}", *_table(frame, longest)]
    lines += ["", f"Sources: {len(found.sources)}"]
    lines += [
        f"  {row.source_id}  {row.publisher}: {row.title if isinstance(row.title, str) else ''} "
        f"<{row.url}>"
        for row in found.sources.head(longest).itertuples(index=False)
    ]
    lines += _more(found.sources, longest)
    return "\n".join(lines)


def _count(frame: pd.DataFrame) -> str:
    return f"{len(frame)} row{'s' * (len(frame) != 1)}"


def _table(frame: pd.DataFrame, longest: int) -> list[str]:
    shown = frame.head(longest).iloc[:, :_WIDEST]
    text = shown.to_string(index=False, max_colwidth=32, na_rep="").splitlines()
    return [*(f"  {line}" for line in text), *_more(frame, longest)]


def _more(frame: pd.DataFrame, longest: int) -> list[str]:
    return [f"  … and {len(frame) - longest} more"] * (len(frame) > longest)
