"""All files of the published folder."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

from agletters import figures
from agletters.errors import AglettersError
from agletters.html_tables import csv_link, show_table
from agletters.prose import say
from agletters.report.metadata import Edition
from agletters.report.page import Drawn
from agletters.report.site import CODE_PAGE, NUMBERS_PAGE, PAGE, SINGLE_FILE, site, take_out_tables
from agletters.tables import Tables
from tests.packing import nothing_to_pack

from .test_page import chapter

EDITION = Edition("2001-02-03", "0.0.1", "CC BY 4.0", url="https://example.org/report")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    table = show_table(pd.DataFrame({"n": [1]}), slug="numbers", caption="Numbers")
    fig = go.Figure(
        go.Scatter(x=[0, 1, 1, None], y=[0, 0, 1, None], fill="toself", fillcolor="#1f4e79"),
        layout={"title": {"text": "One area"}, "xaxis.range": [0, 1], "yaxis.range": [0, 1]},
    )
    shown = figures.publish(
        fig, slug="area", alt="One area.", table=pd.DataFrame({"m": [2]}), sources=[]
    )
    chapters = [
        chapter("00_a", "# First?", "table", data=table._repr_mimebundle_()),
        chapter("01_b", "# Second?", "figure", data=shown._repr_mimebundle_()),
        chapter("02_c", "# Third?", "say('{n}', n=3)", data=say("{n}", n=3)._repr_mimebundle_()),
    ]
    places = pd.DataFrame({"usps": ["AA"]})
    resources = [{"name": "places", "path": "places.csv", "schema": {"primaryKey": ["usps"]}}]
    tables = Tables(Path(), {"resources": resources}, {"places": places})
    with nothing_to_pack():
        return site(chapters, {"area": Drawn(shown, SVG)}, EDITION, tables)


def test_the_folder_holds_the_page_its_tables_its_scripts_and_the_one_file_edition(
    files: dict[str, bytes],
) -> None:
    assert sorted(files) == [
        *("backpage-letters.html", "card.png", "code.html", "index.html"),
        *("interactive/area.js", "interactive/plotly.min.js", "numbers.html"),
        *("tables/area.csv", "tables/claims.csv", "tables/numbers.csv"),
    ]


def test_every_file_that_the_page_links_to_is_there(files: dict[str, bytes]) -> None:
    page = files[PAGE].decode()
    linked = re.findall(r'href="([^"#:]+)(?:#[^"]*)?"', page)
    assert {CODE_PAGE, SINGLE_FILE, "tables/area.csv", "tables/numbers.csv"} <= set(linked)
    assert set(linked) <= files.keys()
    beside = re.findall(r'href="([^"#:]+)(?:#[^"]*)?"', files[NUMBERS_PAGE].decode())
    assert set(beside) == {PAGE, CODE_PAGE}


def test_every_link_to_code_finds_its_cell(files: dict[str, bytes]) -> None:
    linked = set(re.findall(r'href="code\.html#([^"]+)"', files[PAGE].decode()))
    ids = re.findall(r'id="([^"]+)"', files[CODE_PAGE].decode())
    assert linked == {"code-a-2", "code-b-2"}
    assert linked <= set(ids)


def test_every_number_leads_to_its_entry_beside_the_page_or_to_its_row_within_it(
    files: dict[str, bytes],
) -> None:
    page, single = files[PAGE].decode(), files[SINGLE_FILE].decode()
    assert '<a class="claim" href="numbers.html#claim-c-2-n">3</a>' in page
    assert 'id="claim-c-2-n"' in files[NUMBERS_PAGE].decode()
    assert '<a class="claim" href="#claim-c-2-n">3</a>' in single
    assert 'id="claim-c-2-n"' in single
    assert NUMBERS_PAGE not in single


def test_the_page_of_numbers_leads_back_to_its_chapter_and_to_the_code(
    files: dict[str, bytes],
) -> None:
    linked = re.findall(r'href="([a-z]+)\.html#([^"]+)"', files[NUMBERS_PAGE].decode())
    assert linked == [("index", "c"), ("code", "code-c-2")]
    for name, place in linked:
        assert f'id="{place}"' in files[f"{name}.html"].decode()


def test_the_one_file_edition_leads_to_nothing_beside_it(files: dict[str, bytes]) -> None:
    page = files[SINGLE_FILE].decode()
    addresses = re.findall(r'(?:href|src)="([^"]*)"', page)
    assert all(address.startswith(("#", "data:", "https:")) for address in addresses)
    packed = re.findall(r'<script type="text/plain" id="packed-([^"]+)"', page)
    assert packed == ["plotly.min.js", "area.js", "numbers.csv", "area.csv", "claims.csv"]
    links = {address for address in addresses if address.startswith("#packed-")}
    assert links == {"#packed-numbers.csv", "#packed-area.csv", "#packed-claims.csv"}
    assert 'id="code-b-2"' in page


def test_tables_beside_the_page_are_those_that_its_links_carried(files: dict[str, bytes]) -> None:
    assert files["tables/numbers.csv"].decode("utf-8-sig") == "n\n1\n"


def test_a_published_address_is_canonical_and_makes_the_card_absolute(
    files: dict[str, bytes],
) -> None:
    page = files[PAGE].decode()
    assert '<link rel="canonical" href="https://example.org/report">' in page
    assert '<meta property="og:image" content="https://example.org/report/card.png">' in page


def test_two_tables_of_one_name_are_refused() -> None:
    links = [csv_link(pd.DataFrame({"n": [n]}), "numbers") for n in (1, 2)]
    with pytest.raises(AglettersError, match=r"two tables are called numbers\.csv"):
        take_out_tables("".join(links), 'href="{}"')


def test_a_table_that_is_linked_twice_is_one_file() -> None:
    link = csv_link(pd.DataFrame({"n": [1]}), "numbers")
    page, tables = take_out_tables(link + link, 'href="tables/{}"')
    assert page.count('href="tables/numbers.csv"') == 2
    assert list(tables) == ["numbers.csv"]


def test_what_only_looks_like_a_download_stays_text() -> None:
    content = base64.b64encode(b"n").decode()
    text = f"href=&#34;data:text/csv;charset=utf-8;base64,{content}&#34; download=&#34;n.csv&#34;"
    assert take_out_tables(text, "{}") == (text, {})
