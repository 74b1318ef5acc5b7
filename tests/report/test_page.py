"""Executed notebooks become one page."""

from __future__ import annotations

from html.parser import HTMLParser
from importlib.metadata import entry_points
from typing import Any

import nbformat
import pytest

from agletters import figures
from agletters.html_tables import MARKER_TYPE
from agletters.prose import say
from agletters.report.page import (
    Chapter,
    Edition,
    ReportExporter,
    check_outputs,
    claims,
    headings,
    merge,
    records,
)
from agletters.report.run import NotebookError

from .conftest import notebook

EDITION = Edition("2001-02-03", "0.0.1", "CC BY 4.0")


def output(data: dict[str, Any]) -> nbformat.NotebookNode:
    return nbformat.v4.new_output("display_data", data=data)


def chapter(name: str, *cells: str, data: dict[str, Any] | None = None) -> Chapter:
    made = notebook(*cells)
    for cell in made.cells:
        if cell.cell_type == "code":
            cell.execution_count = 1
            cell.outputs = [output(data)] if data else []
    return Chapter(name, made)


class Elements(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" and "href" in given else []


def test_the_exporter_is_registered_with_nbconvert() -> None:
    [found] = entry_points(group="nbconvert.exporters", name="agletters")
    assert found.load() is ReportExporter


def test_a_page_has_one_first_heading_and_a_section_for_each_chapter() -> None:
    chapters = [chapter("00_a", "# First?\n\n## Sub"), chapter("01_b", "# Second?")]
    page, _ = ReportExporter().export_chapters(chapters, {}, EDITION)
    found = Elements(page)
    assert found.tags.count("h1") == 1
    assert {"chapter-a", "chapter-b", "a", "b"} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_a_chapter_without_a_title_is_refused() -> None:
    with pytest.raises(NotebookError, match=r"00_a\.ipynb: has no title"):
        ReportExporter().export_chapters([chapter("00_a", "x = 1")], {}, EDITION)


def test_code_stands_folded_under_its_result() -> None:
    data = say("{n} offices", n=21)._repr_mimebundle_()
    page, _ = ReportExporter().export_chapters(
        [chapter("00_a", "# First?", 'say("{n} offices", n=21)', data=data)], {}, EDITION
    )
    assert page.index(">21</a> offices</p>") < page.index('<details class="code" id="code-a-2">')


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ({"text/plain": "21"}, "text/plain"),
        ({"text/html": "<table></table>", "text/plain": ""}, "text/html"),
        ({"application/vnd.plotly.v1+json": {}}, "plotly"),
    ],
)
def test_an_output_that_did_not_pass_the_escape_gate_is_refused(
    data: dict[str, Any], named: str
) -> None:
    with pytest.raises(NotebookError, match=rf"00_a\.ipynb, cell 2: .*{named}"):
        check_outputs(chapter("00_a", "# First?", "x", data=data))


def test_a_warning_in_a_cell_is_refused() -> None:
    made = chapter("00_a", "# First?", "x")
    made.notebook.cells[1].outputs = [
        nbformat.v4.new_output("stream", name="stderr", text="DeprecationWarning: old")
    ]
    with pytest.raises(NotebookError, match="cell 2: writes to stderr: DeprecationWarning"):
        check_outputs(made)


def test_html_of_the_package_s_own_helpers_is_shown() -> None:
    data = {"text/html": "<p>fine</p>", MARKER_TYPE: {}}
    page, _ = ReportExporter().export_chapters(
        [chapter("00_a", "# First?", "x", data=data)], {}, EDITION
    )
    assert "<p>fine</p>" in page


def test_headings_carry_ids_that_stay() -> None:
    found = headings(chapter("01_who_signed", "# Who signed?\n\n## Who did not?"))
    assert found[-1] == (2, "who-signed-who-did-not", "Who did not?")


def test_cells_tagged_lead_are_one_block() -> None:
    made = chapter("00_a", "# First?", "x", "y", "z")
    for number in (0, 2):
        made.notebook.cells[number].metadata["tags"] = ["lead"]
    places = [cell.metadata["agletters"] for cell in merge([made]).cells]
    assert [place["opens_lead"] for place in places] == [True, False, False, False]
    assert [place["closes_lead"] for place in places] == [False, False, True, False]


def test_claims_name_the_expression_behind_each_value() -> None:
    data = say("{n} offices", n=21)._repr_mimebundle_()
    made = chapter("00_a", "# First?", 'say("{n} offices", n=len(rows))', data=data)
    assert claims([made]).to_dict("records") == [
        {"chapter": "a", "cell": 2, "name": "n", "value": "21", "expression": "len(rows)"}
    ]
    page, _ = ReportExporter().export_chapters([made], {}, EDITION)
    assert "<td>len(rows)</tr>" in page


def _figure(height: int) -> dict[str, Any]:
    import pandas as pd
    import plotly.graph_objects as go

    fig = go.Figure(go.Bar(x=["a"], y=[height]), layout={"title": {"text": "One bar"}})
    made = figures.publish(
        fig, slug="bar", alt="One bar.", table=pd.DataFrame({"n": [height]}), sources=["S1"]
    )
    return made._repr_mimebundle_()


def test_a_figure_may_be_shown_twice_but_two_may_not_share_a_slug() -> None:
    one = chapter("00_a", "# First?", "x", data=_figure(1))
    again = chapter("01_b", "# Second?", "x", data=_figure(1))
    other = chapter("02_c", "# Third?", "x", data=_figure(2))
    assert [record.slug for record in records([one, again])] == ["bar"]
    with pytest.raises(NotebookError, match=r"02_c\.ipynb, cell 2: the slug 'bar' is taken"):
        records([one, other])
