"""Lead a computed value of the report back to the rows and sources from which it comes.

The statements on which a value depends are run again on the tables as they are, and
`agletters.origins` finds the rows; what it can claim is said there.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pandas as pd
from nbformat import NotebookNode

from agletters.dataflow import Statement, backwards, names_in, said, statements
from agletters.errors import AglettersError
from agletters.origins import Lookup, Origin, origins, source_ids, tables_read
from agletters.tables import Tables, load

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
                before = backwards(code[:place], names_in(expression))
                read = tables_read(before, expression, tuple(tables))
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


def _traces(chapter: ChapterLike, tables: Tables, only: set[str] | None) -> Iterator[Trace]:
    code = _code(chapter)
    slices = {
        place: backwards(code[:place], statement.reads)
        for place, statement in enumerate(code)
        if any(only is None or _name(chapter, statement, name) in only for name in said(statement))
    }
    needed = {id(statement) for found in slices.values() for statement in found}
    namespace: dict[str, Any] = {}
    lookup = Lookup(tables)
    for place, statement in enumerate(code):
        if id(statement) in needed:
            _run(chapter, statement, namespace, tables)
        if place in slices:
            shown = _shown(chapter, statement, namespace)
            for name, origin in origins(code, place, namespace, lookup).items():
                claim = _name(chapter, statement, name)
                if only is None or claim in only:
                    yield _found(claim, shown[name], origin, lookup)


def _name(chapter: ChapterLike, statement: Statement, name: str) -> str:
    return f"{chapter.slug}/{statement.cell}/{name}"


def _run(
    chapter: ChapterLike, statement: Statement, namespace: dict[str, Any], tables: Tables
) -> None:
    module = ast.Module([statement.node], type_ignores=[])
    try:
        # the report's own notebooks, which a build runs too
        exec(compile(module, f"{chapter.slug}, cell {statement.cell}", "exec"), namespace)  # noqa: S102
    except Exception as error:
        raise TraceError(
            f"chapter {chapter.slug}, cell {statement.cell}: {type(error).__name__}: {error}"
        ) from error
    for name in statement.binds:
        if namespace.get(name) is load:
            namespace[name] = _giving(tables)


def _giving(tables: Tables) -> Callable[..., Tables]:
    """Make what stands in for loading, so that nothing is read twice."""
    return lambda *_: tables


def _shown(
    chapter: ChapterLike, statement: Statement, namespace: dict[str, Any]
) -> Mapping[str, str]:
    """Give the values of a passage as it shows them."""
    node = statement.node
    assert isinstance(node, ast.Expr)  # noqa: S101 - said() has found a call in it
    try:
        passage = eval(compile(ast.Expression(node.value), "passage", "eval"), namespace)  # noqa: S307
        return dict(passage.values)
    except Exception as error:
        raise TraceError(
            f"chapter {chapter.slug}, cell {statement.cell}: {type(error).__name__}: {error}"
        ) from error


def _found(claim: str, value: str, origin: Origin, lookup: Lookup) -> Trace:
    chapter, cell, _ = claim.split("/")
    named = {part for frame in origin.frames.values() for part in source_ids(frame)}
    rows, sources = lookup.resolve(origin.rows, named)
    frames = lookup.tables.frames
    columns = ["source_id", "publisher", "title", "url"]
    listed = frames.get("sources", pd.DataFrame(columns=columns))
    return Trace(
        claim=claim,
        value=value,
        expression=origin.expression,
        chapter=chapter,
        cell=int(cell),
        code=origin.code,
        frames=origin.frames,
        tables=origin.tables,
        rows={name: frames[name].iloc[list(kept)] for name, kept in rows.items()},
        sources=listed[columns].iloc[list(sources)].reset_index(drop=True),
    )


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
