"""The rows and sources behind each number of the report, on a page of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from nbformat import NotebookNode

from agletters.downloads import spreadsheet_csv
from agletters.html_tables import source_links
from agletters.markup import cell_text, escape, link, template
from agletters.origins import LONGEST, ORIGINS_TYPE, WIDEST, Lookup, is_source_column
from agletters.prose import CLAIMS_TYPE
from agletters.report import assets
from agletters.report.metadata import Edition
from agletters.report.page import Chapter, claim_anchor, expression_of, headings, traced
from agletters.tables import Tables

#: The folder, beside the page, with the tables from which numbers come.
FOLDER = "data"

#: Signs of a cell that are shown.
_LONGEST_TEXT = 60
#: Sources that are shown beside a value; more of them are a list of their own.
_FEW_SOURCES = 5
_PLACE_IN_REPORT = re.compile(r'href="#')


def numbers_page(
    chapters: Sequence[Chapter], edition: Edition, tables: Tables
) -> tuple[str, dict[str, str]]:
    """Show for each computed value of the text the rows and sources from which it comes.

    Parameters
    ----------
    chapters
        Executed notebooks, in the order of the report. Their passages carry the origins
        of their values if `agletters.report.run` has run them; of others the page says
        that they are not recorded.
    edition
        What the page says of the data.
    tables
        The curated tables that the notebooks have read.

    Returns
    -------
    page, tables
        A page in which each value has the id that `agletters.report.page.claim_anchor`
        gives, and the tables from which values come, as CSV, by their paths beside it.

    Examples
    --------
    >>> import nbformat
    >>> from agletters.prose import say
    >>> cell = nbformat.v4.new_code_cell("say('{n} offices', n=7 * 3)")
    >>> shown = say("{n} offices", n=21)._repr_mimebundle_()
    >>> cell.outputs = [nbformat.v4.new_output("display_data", data=shown)]
    >>> cells = [nbformat.v4.new_markdown_cell("# Why?"), cell]
    >>> chapter = Chapter("00_why", nbformat.v4.new_notebook(cells=cells))
    >>> nothing = Tables(Path(), {"resources": []}, {})
    >>> page, _ = numbers_page([chapter], Edition("2026-11-22", "1.0.0", "CC"), nothing)
    >>> 'id="claim-why-2-n"' in page
    True
    """
    shelf = _Shelf(Lookup(tables))
    parts = [
        {
            "slug": chapter.slug,
            "title": headings(chapter)[0][2],
            "passages": [
                {
                    "cell": number,
                    "html": _passage(output, chapter.slug, number),
                    "values": list(_values(chapter.slug, number, cell, output, shelf)),
                }
                for number, cell in enumerate(chapter.notebook.cells, start=1)
                for output in cell.get("outputs", [])
                if CLAIMS_TYPE in output.get("data", {})
            ],
        }
        for chapter in chapters
    ]
    paths = {made["name"]: f"{FOLDER}/{made['path']}" for made in tables.schema["resources"]}
    used = shelf.by_table()
    theme = assets.theme_script()
    source = Path(assets.TEMPLATES, "agletters", "numbers.html.j2").read_text(encoding="utf-8")
    page = template(source).render(
        chapters=[part for part in parts if part["passages"]],
        tables=[
            {"name": name, "address": quote(paths[name]), "blocks": made}
            for name, made in used.items()
        ],
        source_lists=shelf.source_lists(),
        sources=shelf.sources(),
        longest=LONGEST,
        few_sources=_FEW_SOURCES,
        edition=edition,
        script=Markup(theme),  # noqa: S704 - our own
        script_hash=assets.script_hash(theme),
        styles=Markup(assets.page_styles()),  # noqa: S704 - our own
    )
    return page, {paths[name]: spreadsheet_csv(tables.frames[name]) for name in used}


def _passage(output: NotebookNode, chapter: str, cell: int) -> Markup:
    """Show a passage as the report does, its numbers leading to what is said of them here."""
    html = _PLACE_IN_REPORT.sub('href="index.html#', output.data["text/html"])
    return traced(html, chapter, cell)


def _values(
    chapter: str, number: int, cell: NotebookNode, output: NotebookNode, shelf: _Shelf
) -> Iterator[dict[str, Any]]:
    """Say of each value of a passage where it comes from."""
    found = output.data.get(ORIGINS_TYPE, {})
    for name, value in output.data[CLAIMS_TYPE].items():
        origin = found.get(name)
        anchor = claim_anchor(chapter, number, name)
        told = {"anchor": anchor, "name": name, "value": value, "recorded": origin is not None}
        if origin is None:
            yield {**told, "expression": expression_of(cell.source, name)}
        else:
            rows, sources = shelf.of(origin)
            yield {
                **told,
                "expression": origin["expression"],
                "code": origin["code"],
                "frames": [shelf.frame(chapter, frame) for frame in origin["frames"]],
                "rows": rows,
                "untouched": [table for table, kept in origin["rows"].items() if not kept],
                "sources": sources,
            }


@lru_cache(maxsize=1 << 14)
def _cell(text: str) -> Markup:
    """Show the text of a cell, cut if it is long; many cells are alike."""
    whole = len(text) <= _LONGEST_TEXT
    return escape(text if whole else f"{text[: _LONGEST_TEXT - 1].rstrip()}…")


def _row(cells: Sequence[Markup]) -> Markup:
    """Write a row of a table; its first cell heads it."""
    return Markup(f'<tr><th scope="row">{"<td>".join(cells)}</tr>')  # noqa: S704 - escaped


def _lines(rows: Iterable[Markup]) -> Markup:
    return Markup("\n".join(rows))  # noqa: S704 - escaped


@dataclass(frozen=True)
class _Rows:
    """Rows as they are shown, once for all values that come from them.

    Attributes
    ----------
    anchor
        The id of their caption.
    label
        The table, or the code of the frame.
    words
        How many they are.
    columns
        The names of the columns that are shown.
    rows
        The first of them.
    more
        How many are not shown.
    """

    anchor: str
    label: str
    words: str
    columns: list[str]
    rows: Markup
    more: int


@dataclass(frozen=True)
class _Sources:
    """Sources of values: their number, and the id of the list that names them."""

    anchor: str
    places: tuple[int, ...]
    shown: list[dict[str, Markup]]


class _Shelf:
    """The frames, rows and sources from which values come, each kept once."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._columns: dict[str, list[str]] = {}
        self._rows: dict[str, list[Markup]] = {}
        self._blocks: dict[tuple[str, tuple[int, ...]], _Rows] = {}
        self._frames: dict[str, _Rows] = {}
        self._lists: dict[tuple[int, ...], _Sources] = {}
        tables = lookup.tables
        listed = tables.frames["sources"].to_dict("records") if "sources" in tables else []
        self._sources = [
            {
                "id": escape(row["source_id"]),
                "publisher": escape(cell_text(row["publisher"]).rstrip(".")),
                "link": link(row["url"], cell_text(row["title"]).rstrip(".") or "Page"),
            }
            for row in listed
        ]

    def of(self, origin: Mapping[str, Any]) -> tuple[list[_Rows], _Sources]:
        """Give the rows and the sources of a value."""
        kept = {name: tuple(rows) for name, rows in origin["rows"].items()}
        rows, places = self._lookup.resolve(kept, origin["source_ids"])
        if places not in self._lists:
            anchor = f"sources-{len(self._lists) + 1}"
            shown = [self._sources[place] for place in places]
            self._lists[places] = _Sources(anchor, places, shown)
        return [self._block(name, found) for name, found in rows.items() if found], self._lists[
            places
        ]

    def frame(self, chapter: str, frame: Mapping[str, Any]) -> tuple[str, _Rows, bool]:
        """Give a frame that an expression takes: its code, its rows, whether they are new."""
        count, rows = frame["count"], frame["rows"]
        key = json.dumps([chapter, count, frame["columns"], rows])
        first = key not in self._frames
        if first:
            self._frames[key] = _Rows(
                anchor=f"frame-{len(self._frames) + 1}",
                label=frame["label"],
                words=f"{count} row{'s' * (count != 1)}",
                columns=frame["columns"],
                rows=_lines(_row([_cell(text) for text in row]) for row in rows if row),
                more=max(0, count - LONGEST),
            )
        return frame["label"], self._frames[key], first

    def by_table(self) -> dict[str, list[_Rows]]:
        """Give the rows of each table, in the order in which the text needs them."""
        found: dict[str, list[_Rows]] = {}
        for name in self._lookup.tables:
            made = [block for block in self._blocks.values() if block.label == name]
            found |= {name: made} if made else {}
        return found

    def source_lists(self) -> list[_Sources]:
        """Give the lists of sources that are too long to stand beside a value."""
        return [made for made in self._lists.values() if len(made.places) > _FEW_SOURCES]

    def sources(self) -> list[dict[str, Markup]]:
        """Give the sources of all values."""
        return [self._sources[place] for place in sorted({p for key in self._lists for p in key})]

    def _block(self, table: str, rows: tuple[int, ...]) -> _Rows:
        if (table, rows) not in self._blocks:
            shown, total = self._shown(table), len(self._lookup.tables.frames[table])
            words = f"{len(rows)} of {total} rows" if len(rows) < total else f"all {total} rows"
            self._blocks[table, rows] = _Rows(
                anchor=f"rows-{len(self._blocks) + 1}",
                label=table,
                words=words,
                columns=self._columns[table],
                rows=_lines(shown[row] for row in rows[:LONGEST]),
                more=max(0, len(rows) - LONGEST),
            )
        return self._blocks[table, rows]

    def _shown(self, table: str) -> list[Markup]:
        """Write all rows of a table: keys, some of the other columns, sources."""
        if table not in self._rows:
            frame = self._lookup.tables.frames[table]
            keys = self._lookup.keys(table)
            names = [str(name) for name in frame]
            sources = [name for name in names if is_source_column(name) and name not in keys]
            others = [name for name in names if name not in {*keys, *sources}]
            kept = others[: max(0, WIDEST - len(keys) - len(sources))]
            self._columns[table] = [*keys, *kept, *sources]
            columns = [
                [
                    _source_cell(cell) if is_source_column(name) else _cell(cell_text(cell))
                    for cell in frame[name].tolist()
                ]
                for name in self._columns[table]
            ]
            self._rows[table] = [_row(cells) for cells in zip(*columns, strict=True)]
        return self._rows[table]


def _source_cell(cell: object) -> Markup:
    ids = [cell] if isinstance(cell, str) else cell
    return source_links(ids, "#source-") if isinstance(ids, Sequence) and ids else escape(None)
