import base64
import csv
import io
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agletters.html_tables import html_table, show_table, spreadsheet_csv
from agletters.markup import visible_text


class Cells(HTMLParser):
    """Read a table back: its cells by row, and every element with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._in_cell = False
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr"}:
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.rows[-1][-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def letters() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "State": ["Maine", "Ohio"],
            "Letters": [2, None],
            "FIPS": ["23", "OH"],
            "Sources": [("S040", "S045"), None],
        }
    )


def table(frame: pd.DataFrame, **options: object) -> Cells:
    return Cells(html_table(frame, slug="letters", caption="Letters by state", **options))


def test_column_heads_and_row_heads_say_what_they_head() -> None:
    heads = table(letters()).all("th")
    assert [head["scope"] for head in heads] == ["col"] * 4 + ["row"] * 2


def test_another_column_can_head_the_rows() -> None:
    shown = html_table(letters(), slug="letters", caption="c", row_header="FIPS")
    assert '<th scope="row">23<td>' in shown


def test_the_table_scrolls_in_a_region_that_has_focus_and_the_captions_name() -> None:
    read = table(letters())
    assert read.all("div") == [
        {
            "class": "scroll",
            "role": "region",
            "tabindex": "0",
            "aria-labelledby": "table-letters-caption",
        }
    ]
    assert read.all("caption") == [{"id": "table-letters-caption"}]


def test_only_columns_of_numbers_are_set_as_numbers() -> None:
    frame = pd.DataFrame(
        {
            "name": ["a", "b"],
            "count": [2, None],
            "share": ["37.5 %", "-1,204"],
            "day": ["2010-09-21", "2010-09-22"],
            "none": [None, None],
        }
    )
    classes = [head.get("class") for head in table(frame).all("th")[:5]]
    assert classes == [None, "number", "number", None, None]


def test_source_ids_become_links_and_a_missing_cell_a_dash() -> None:
    read = table(letters())
    assert [anchor["href"] for anchor in read.all("a")] == ["#source-S040", "#source-S045"]
    assert read.rows[1][3] == "S040, S045"
    assert read.rows[2] == ["Ohio", "–", "OH", "–"]


@given(st.lists(st.text(), min_size=2, max_size=2), st.text(min_size=1))
def test_any_text_in_a_cell_or_a_name_stays_text(cells: list[str], name: str) -> None:
    shown = html_table(pd.DataFrame({name: cells}), slug="s", caption=name, source_columns=())
    read = Cells(shown)
    assert read.rows == [[visible_text(name)], *([visible_text(cell) or "–"] for cell in cells)]
    row_by_row = ["tr", "th", "tbody", "tr", "th", "tr", "th"]
    assert [tag for tag, _ in read.elements] == ["div", "table", "caption", "thead", *row_by_row]


def test_a_source_id_from_data_cannot_leave_its_link() -> None:
    frame = pd.DataFrame({"n": ["1"], "Sources": ['S1" onclick="x; javascript:x']})
    anchors = table(frame).all("a")
    assert [set(anchor) for anchor in anchors] == [{"href"}, {"href"}]
    assert all(str(anchor["href"]).startswith("#source-") for anchor in anchors)


def test_a_table_without_columns_or_with_two_header_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="has no columns"):
        table(pd.DataFrame())
    stacked = pd.DataFrame([[1]], columns=pd.MultiIndex.from_tuples([("a", "b")]))
    with pytest.raises(ValueError, match="several levels"):
        table(stacked)
    with pytest.raises(ValueError, match="no column 'Region'; it has State, Letters"):
        table(letters(), row_header="Region")


@pytest.mark.parametrize(
    "slug", ["", "Who", "who signed", "who--signed", "-who", "who_signed", "é"]
)
def test_a_slug_that_would_make_a_bad_id_is_refused(slug: str) -> None:
    with pytest.raises(ValueError, match="lower-case words joined by hyphens"):
        html_table(letters(), slug=slug, caption="c")


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_no_cell_of_a_csv_starts_a_formula_and_none_is_lost(cells: list[str]) -> None:
    text = spreadsheet_csv(pd.DataFrame({"cell": cells}))
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    read = [row[0] if row else "" for row in rows[1:]]
    assert len(read) == len(cells)
    for found, given_cell in zip(read, cells, strict=True):
        cell = given_cell.replace("\r\n", "\n").replace("\r", "\n")
        assert found in {cell, f"'{cell}"}
        if found == cell and cell[:1] in set("=+-@\t\n"):
            float(cell)


def test_negative_numbers_in_a_csv_stay_numbers() -> None:
    frame = pd.DataFrame({"n": ["-3", "+0.5", "-1e-3", "-", "-2+3", "--1", "@a", "=1"]})
    assert spreadsheet_csv(frame).splitlines()[1:] == [
        *("-3", "+0.5", "-1e-3"),
        *("'-", "'-2+3", "'--1", "'@a", "'=1"),
    ]


def test_a_csv_can_be_saved_whatever_its_cells_hold() -> None:
    assert spreadsheet_csv(pd.DataFrame({"=n": ["\ud800"]}, dtype=object)).encode() == (
        b"\xef\xbb\xbf'=n\n\\ud800\n"
    )


def test_a_shown_table_brings_its_csv_its_sources_and_a_link_to_itself() -> None:
    shown = show_table(
        letters(), slug="letters", caption="Letters", sources=["S001"], note="A <note>."
    )
    html = shown._repr_mimebundle_()["text/html"]
    read = Cells(html)
    assert read.all("div")[0]["id"] == "table-letters"
    saved = next(anchor for anchor in read.all("a") if "download" in anchor)
    assert saved["download"] == "letters.csv"
    content = base64.b64decode(str(saved["href"]).split("base64,")[1]).decode()
    assert content == spreadsheet_csv(letters())
    links = [anchor["href"] for anchor in read.all("a")]
    assert "#source-S001" in links
    assert "#table-letters" in links
    assert "A &lt;note&gt;." in html


def test_a_shown_table_reads_as_plain_text_too() -> None:
    plain = show_table(letters(), slug="letters", caption="Letters")._repr_mimebundle_()[
        "text/plain"
    ]
    assert plain.startswith("Letters\n")
    assert "Maine" in plain


def test_a_shown_table_does_not_follow_later_changes_of_its_frame() -> None:
    frame = letters()
    shown = show_table(frame, slug="letters", caption="Letters")
    before = shown.to_html()
    frame.loc[0, "State"] = "Texas"
    assert shown.to_html() == before


def test_a_table_without_a_caption_is_refused() -> None:
    with pytest.raises(ValueError, match="'letters' has no caption"):
        show_table(letters(), slug="letters", caption="  ")
