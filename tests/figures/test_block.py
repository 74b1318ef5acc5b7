import base64
import csv
import json
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from agletters.figures import PublishedFigure, figure_block, find_chrome, write_figure
from agletters.figures.tidy import tidy_svg
from agletters.html_tables import show_table
from tests.figures import figure_samples as samples


class Page(HTMLParser):
    """Read a block back: its elements in order, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def block(record: PublishedFigure | None = None, **options: object) -> str:
    record = record or samples.record()
    return figure_block(record, tidy_svg(samples.raw(), record), **options)


def hostile_record(hostile: str) -> PublishedFigure:
    return replace(
        samples.record(),
        title=hostile,
        subtitle=hostile,
        alt=hostile,
        note=hostile,
        sources=(hostile,),
        columns=(hostile, "Sources"),
        rows=((hostile, "S040"),),
    )


def test_a_block_gives_title_key_drawing_links_and_numbers_in_that_order() -> None:
    html = block()
    parts = [
        '<figure class="figure" id="fig-who-signed"',
        '<p class="figure-title" id="fig-who-signed-title">Two signed; two joined</p>',
        '<p class="figure-subtitle">Four areas</p>',
        "</figcaption>",
        '<div class="stage">',
        '<ul class="key">',
        'aria-labelledby="who-signed-title who-signed-desc"',
        '<p class="note">A remark.</p>',
        '<ul class="foot-links">',
        '<details class="figure-table">',
        "<caption",
        "</figure>",
    ]
    places = [html.index(part) for part in parts]
    assert places == sorted(places)


def test_links_lead_to_sources_code_and_the_figure_itself() -> None:
    links = [link["href"] for link in Page(block(code_anchor="#cell-3")).all("a")]
    assert [link for link in links if not str(link).startswith("data:")] == [
        *("#source-S040", "#source-S045", "#cell-3", "#fig-who-signed"),
        *("#source-S040", "#source-S045"),
    ]


def test_another_place_for_the_sources_can_be_named() -> None:
    links = [link["href"] for link in Page(block(source_anchor="#s-")).all("a")]
    assert links.count("#s-S040") == 2


def test_a_figure_without_code_link_subtitle_or_note_leaves_them_out() -> None:
    html = block(replace(samples.record(), note=None, subtitle=""))
    assert "Code" not in html
    assert "figure-subtitle" not in html
    assert 'class="note"' not in html


def test_the_csv_in_the_link_is_the_csv_file(tmp_path: Path) -> None:
    record = samples.record()
    write_figure(record, tidy_svg(samples.raw(), record), tmp_path)
    link = next(link for link in Page(block()).all("a") if "download" in link)
    assert link["download"] == "who-signed.csv"
    content = base64.b64decode(
        str(link["href"]).removeprefix("data:text/csv;charset=utf-8;base64,")
    )
    assert content == (tmp_path / "who-signed.csv").read_bytes()


def test_every_id_in_a_block_is_there_once_and_every_name_finds_its_id() -> None:
    elements = Page(block()).elements
    ids = Counter(attributes["id"] for _, attributes in elements if "id" in attributes)
    assert max(ids.values()) == 1
    for _, attributes in elements:
        for name in str(attributes.get("aria-labelledby") or "").split():
            assert name in ids


def test_a_table_of_the_same_name_can_stand_on_the_same_page() -> None:
    shown = show_table(samples.numbers(), slug="who-signed", caption="Signers")
    elements = Page(f"{block()}{shown.to_html()}").elements
    ids = Counter(attributes["id"] for _, attributes in elements if "id" in attributes)
    assert max(ids.values()) == 1


def test_a_block_has_no_script_no_handler_and_loads_nothing() -> None:
    page = Page(block())
    assert {tag for tag, _ in page.elements}.isdisjoint(
        {"script", "img", "iframe", "link", "style"}
    )
    for _, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on")]
        assert attributes.get("style", "--size:").startswith("--size:")
        assert {"src", "srcset", "xlink:href"}.isdisjoint(attributes)


@pytest.mark.parametrize("hostile", samples.HOSTILE)
def test_hostile_text_in_every_field_of_a_block_stays_text(hostile: str) -> None:
    tame = Page(block(hostile_record("tame")))
    page = Page(block(hostile_record(hostile)))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in tame.elements]
    assert [set(attributes) for _, attributes in page.elements] == [
        set(attributes) for _, attributes in tame.elements
    ]
    shown = hostile.replace("\u202e", "⟨U+202E⟩")
    assert page.text.count(shown) == tame.text.count("tame")
    assert all(str(link["href"]).startswith(("#", "data:text/csv;")) for link in page.all("a"))


@pytest.mark.parametrize("hostile", samples.HOSTILE)
def test_hostile_text_in_the_files_of_a_figure_stays_data(hostile: str, tmp_path: Path) -> None:
    record = replace(
        hostile_record(hostile), figure=samples.record(fig=samples.areas(hostile)).figure
    )
    write_figure(record, tidy_svg(samples.raw(), record), tmp_path)
    with (tmp_path / "who-signed.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    shown = f"'{hostile}" if hostile.startswith("=") else hostile
    assert rows == [[shown, "Sources"], [shown, "S040"]]
    text = (tmp_path / "who-signed.json").read_text(encoding="utf-8")
    assert "<" not in text
    assert json.loads(text) == json.loads(record.figure)


def test_files_are_the_same_whenever_they_are_written(tmp_path: Path) -> None:
    record = samples.record()
    contents = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_figure(record, tidy_svg(samples.raw(), record), tmp_path / name)
        contents.append(
            {path.name: path.read_bytes() for path in sorted((tmp_path / name).iterdir())}
        )
    assert contents[0] == contents[1]
    assert list(contents[0]) == ["who-signed.csv", "who-signed.json", "who-signed.svg"]


@pytest.mark.browser
def test_a_browser_runs_nothing_that_a_hostile_block_holds() -> None:
    blocks = "".join(
        block(replace(hostile_record(hostile), slug=f"figure-{number}"))
        for number, hostile in enumerate(samples.HOSTILE)
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chrome(), args=["--no-sandbox"])
        page = browser.new_page()
        events: list[str] = []
        page.on("dialog", lambda dialog: (events.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: events.append(message.text))
        page.on("request", lambda request: events.append(request.url))
        page.set_content(f"<!doctype html><title>t</title>{blocks}", wait_until="load")
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        injected = page.locator("script, img, b, i").count()
        drawn = page.locator("figure svg[role=img]").count()
        browser.close()
    assert events == []
    assert injected == 0
    assert drawn == len(samples.HOSTILE)
