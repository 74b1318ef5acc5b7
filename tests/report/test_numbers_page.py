"""The rows and sources behind each number, on a page of their own."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest

from agletters.origins import LONGEST, ORIGINS_TYPE, Lookup, recorded
from agletters.prose import say
from agletters.report.cache import Snapshot, Store
from agletters.report.metadata import Edition
from agletters.report.numbers_page import numbers_page
from agletters.report.page import Chapter, claim_anchor, claims
from agletters.report.run import code_cells, fill, read_notebook
from agletters.tables import Tables
from tests.hostile import CELL_TEXTS

from .conftest import notebook
from .test_page import Elements, chapter

EDITION = Edition("2001-02-03", "0.0.1", "CC BY 4.0")


def small(rows: int = 3, text: str = "a note") -> Tables:
    """Give two tables: letters with a note each, and their sources."""
    letters = pd.DataFrame(
        {
            "letter_id": [f"L{number}" for number in range(rows)],
            "note": [text] * rows,
            "source_ids": [("S1",)] * rows,
        }
    )
    sources = pd.DataFrame(
        {
            "source_id": ["S1", "S2"],
            "publisher": [text, "Nobody"],
            "title": [text, "Nothing"],
            "url": ["https://example.org/1", "https://example.org/2"],
        }
    )
    resources = [
        {"name": name, "path": f"{name}.csv", "schema": {"fields": [], "primaryKey": [key]}}
        for name, key in (("letters", "letter_id"), ("sources", "source_id"))
    ]
    return Tables(Path(), {"resources": resources}, {"letters": letters, "sources": sources})


def told(tables: Tables, *expressions: str) -> tuple[str, dict[str, str]]:
    """Give the page of a chapter that states expressions of the tables, each in a cell."""
    names: dict[str, Any] = {"tables": tables, "letters": tables.letters}
    cells = ["# First?", "tables = load()\nletters = tables.letters"]
    cells += [f"say('{{n}}', n={expression})" for expression in expressions]
    made = notebook(*cells)
    code = [(number, cell.source) for number, cell in code_cells(made)]
    numbers = range(3, len(cells) + 1)
    found = recorded(code, dict.fromkeys(numbers, names), Lookup(tables))
    for number in numbers:
        data = dict(say("{n}", n=7)._repr_mimebundle_())
        data[ORIGINS_TYPE] = found[number]
        made.cells[number - 1].outputs = [nbformat.v4.new_output("display_data", data=data)]
    return numbers_page([Chapter("00_a", made)], EDITION, tables)


def entry(page: str, anchor: str) -> str:
    """Give the words of what a page says of a value."""
    [html] = re.findall(rf'<div class="origin" id="{anchor}">(.*?)\n</div>\n(?=<|$)', page, re.S)
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def test_a_number_is_shown_with_its_expression_rows_and_sources() -> None:
    page, files = told(small(), "len(letters)")
    words = re.sub(r"<[^>]*>", " ", page)
    assert 'id="claim-a-3-n"' in page
    assert "<code>len(letters)</code>" in page
    assert "letters: 3 rows" in words
    assert '<th scope="row">L2' in page
    assert "letters: all 3 rows" in words
    assert '<a href="#source-S1">S1</a>' in page
    assert '<li id="source-S1">' in page
    assert '<a href="https://example.org/1">a note</a>' in page
    assert "S2" not in page
    assert list(files) == ["data/letters.csv"]


def test_rows_that_two_numbers_share_stand_once() -> None:
    page, _ = told(small(), "len(letters)", "len(letters) + 1")
    assert page.count('<caption id="frame-') == 1
    assert page.count('<caption id="rows-') == 1
    assert page.count('href="#frame-1">3 rows, as above</a>') == 1
    assert page.count('<a href="#rows-1">all 3 rows</a>') == 2


def test_many_rows_are_cut_and_the_rest_is_in_the_file_beside_the_page() -> None:
    page, files = told(small(rows=LONGEST + 7), "len(letters)")
    assert page.count('<th scope="row">L') == 2 * LONGEST
    assert 'and 7 more: <a href="data/letters.csv" download>data/letters.csv</a>' in page
    assert files["data/letters.csv"].count("\n") == LONGEST + 8


def test_a_number_of_no_table_says_so() -> None:
    page, files = told(small(), "2 + 2")
    assert "No table: all that it depends on stands in the code." in page
    assert files == {}


def test_a_passage_that_was_run_without_noting_origins_says_so() -> None:
    data = say("{n} offices", n=21)._repr_mimebundle_()
    made = chapter("00_a", "# First?", 'say("{n} offices", n=20 + 1)', data=data)
    page, _ = numbers_page([made], EDITION, small())
    assert 'id="claim-a-2-n"' in page
    assert "<code>20 + 1</code>" in page
    assert "Its rows are not recorded" in page


def test_text_of_tables_stays_text() -> None:
    for text in CELL_TEXTS:
        page, _ = told(small(text=text), "len(letters)", "letters['note'].iloc[0]")
        found = Tags(page)
        assert found.count("script") == 1
        assert not {"img", "iframe", "svg"} & set(found.tags)
        assert not [name for name in found.attributes if name.startswith("on")]


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.feed(page)

    def count(self, tag: str) -> int:
        return self.tags.count(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]


# The report ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def chapters(built: Path) -> list[Chapter]:
    """Give the notebooks as a build of the report has run them."""
    store, snapshot = Store(built), Snapshot.of(built)
    made = []
    for path in sorted((built / "notebooks").glob("[0-9]*.ipynb")):
        read = read_notebook(path)
        outputs = store.outputs(
            path.stem, snapshot.key(cell.source for _, cell in code_cells(read))
        )
        assert outputs is not None, path.name
        made.append(Chapter(path.stem, fill(read, outputs)))
    return made


@pytest.fixture(scope="module")
def page(chapters: list[Chapter], tables: Tables) -> str:
    return numbers_page(chapters, EDITION, tables)[0]


def test_every_number_of_the_report_has_its_entry(chapters: list[Chapter], page: str) -> None:
    wanted = [
        claim_anchor(*row)
        for row in claims(chapters)[["chapter", "cell", "name"]].itertuples(index=False)
    ]
    found = Elements(page)
    assert len(wanted) > 200
    assert [name for name in found.ids if name.startswith("claim-")] == wanted
    assert len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    assert found.tags.count("h1") == 1


def test_every_entry_names_a_table_or_says_that_there_is_none(
    chapters: list[Chapter], page: str
) -> None:
    without = []
    for row in claims(chapters).itertuples(index=False):
        words = entry(page, claim_anchor(row.chapter, row.cell, row.name))
        assert ("Table " in words) != ("No table: " in words), words
        without += [row.name] if "No table" in words else []
    # what a test of a given size could have found is computed from no row
    assert set(without) <= {"miss", "power"}


@pytest.mark.parametrize(
    ("name", "table", "condition", "number"),
    [
        ("who-signed/signed", "signatures", "letter_id == '2010-09-21-backpage'", 21),
        ("campaign/all", "reported_counts", "count_id == 'N22'", 1),
        (
            "election-season/unsure",
            "candidacies",
            "as_of == '2011-08-31' and basis != 'direct'",
            42,
        ),
    ],
)
def test_the_rows_behind_a_number_are_exactly_those_that_it_counts(
    chapters: list[Chapter], tables: Tables, name: str, table: str, condition: str, number: int
) -> None:
    slug, _, value = name.partition("/")
    [made] = [made for made in chapters if made.slug == slug]
    outputs = [output for cell in made.notebook.cells for output in cell.get("outputs", [])]
    origins = [output.get("data", {}).get(ORIGINS_TYPE, {}) for output in outputs]
    [rows, *_] = [found[value]["rows"][table] for found in origins if value in found]
    assert rows == tables[table].query(condition).index.tolist()
    assert len(rows) == number


def test_the_page_is_light_enough_for_a_phone(page: str) -> None:
    assert len(page.encode()) < 1_500_000
