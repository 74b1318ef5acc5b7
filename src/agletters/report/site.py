"""The published folder: the page, what it loads or links to beside it, the single-file edition."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from agletters.errors import AglettersError
from agletters.report.card import social_card
from agletters.report.code_page import code_page
from agletters.report.interactive import FOLDER, Packed, figure_scripts, pack
from agletters.report.metadata import Edition
from agletters.report.numbers_page import numbers_page
from agletters.report.page import Chapter, Drawn, ReportExporter
from agletters.tables import Tables

#: The page, the code of its cells, the origins of its numbers, and the edition that carries
#: everything within itself.
PAGE = "index.html"
CODE_PAGE = "code.html"
NUMBERS_PAGE = "numbers.html"
SINGLE_FILE = "backpage-letters.html"

_DOWNLOAD = re.compile(
    r'href="data:text/csv;charset=utf-8;base64,([A-Za-z0-9+/=]+)" download="([a-z0-9-]+\.csv)"'
)


def site(
    chapters: Sequence[Chapter],
    drawn: Mapping[str, Drawn],
    edition: Edition,
    tables: Tables,
    packer: Callable[[str], Packed] = pack,
) -> dict[str, bytes]:
    """Make all files of the published folder.

    Parameters
    ----------
    chapters
        Executed notebooks, in the order of the page.
    drawn
        The published figures with their drawings, by slug.
    edition
        What the page says of the data that it shows.
    tables
        The curated tables.
    packer
        What packs a script or a table for the edition in one file: `pack`, or a `Packer`,
        which does not pack the same again.

    Returns
    -------
    dict of str to bytes
        Contents by path within the folder: the page ``index.html``, the code of its
        cells ``code.html``, the rows and sources behind its numbers ``numbers.html``
        with the curated tables from which they come below ``data/``, its tables as CSV
        below ``tables/``, the scripts of the interactive figures below
        ``interactive/``, the edition in one file, and the card that shows a link to
        the page. In the edition in one file a number leads to the table of claims.

    Raises
    ------
    NotebookError
        If a chapter has an output that the page cannot show.
    AglettersError
        If two different tables have the same name.
    """
    found = [record for record, _ in drawn.values()]
    scripts = figure_scripts(found)
    export = partial(ReportExporter().export_chapters, chapters, drawn, edition, interactive=True)
    # Compressing leaves the interpreter free for the pages.
    with ThreadPoolExecutor(max_workers=1) as aside:
        packing = aside.map(packer, scripts.values())
        beside = export(code_page=CODE_PAGE, numbers_page=NUMBERS_PAGE)[0]
        page, shown = take_out_tables(beside, 'href="tables/{}" download')
        numbers, data = numbers_page(chapters, edition, tables)
        packed = dict(zip(scripts, packing, strict=True))
    packed |= {name: packer(text) for name, text in shown.items()}
    single, _ = take_out_tables(export(packed=packed)[0], 'href="#packed-{}"')
    files = {
        PAGE: page,
        CODE_PAGE: code_page(chapters, edition),
        NUMBERS_PAGE: numbers,
        SINGLE_FILE: single,
        **data,
        **{f"{FOLDER}/{name}": text for name, text in scripts.items()},
        **{f"tables/{name}": text for name, text in shown.items()},
    }
    contents = {name: text.encode("utf-8") for name, text in files.items()}
    return {**contents, **social_card(found)}


def take_out_tables(page: str, address: str) -> tuple[str, dict[str, str]]:
    r"""Take the tables that a page's links carry out of it.

    Parameters
    ----------
    page
        A page with links from `agletters.html_tables.csv_link`.
    address
        The attributes of the links in their place, with ``{}`` for the table's name.

    Returns
    -------
    page, tables
        The page, and the tables as CSV by the names of their files.

    Raises
    ------
    AglettersError
        If two links of the same name carry different tables.

    Examples
    --------
    >>> link = '<a href="data:text/csv;charset=utf-8;base64,bgox" download="n.csv">CSV</a>'
    >>> take_out_tables(link, 'href="tables/{}" download')
    ('<a href="tables/n.csv" download>CSV</a>', {'n.csv': 'n\n1'})
    """
    tables: dict[str, str] = {}

    def take_out(found: re.Match[str]) -> str:
        text, name = base64.b64decode(found[1]).decode("utf-8"), found[2]
        if tables.setdefault(name, text) != text:
            raise AglettersError(f"two tables are called {name}; give each its own slug")
        return address.format(name)

    return _DOWNLOAD.sub(take_out, page), tables
