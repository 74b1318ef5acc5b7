import re
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Page, expect, sync_playwright

from agletters.figures import find_chrome
from agletters.html_tables import MARKER_TYPE
from agletters.markup import visible_text
from agletters.office_records import OfficeRecords
from agletters.offices_html import show_offices
from agletters.report.assets import TEMPLATES, page_script
from agletters.tables import Tables
from tests.hostile import TEXTS, Reader, assert_inert
from tests.test_office_records import records as records  # the fixture


def html_of(records: OfficeRecords) -> str:
    return str(show_offices(records, slug="offices", caption="All offices").to_html())


@pytest.fixture(scope="module")
def html(records: OfficeRecords) -> str:
    return html_of(records)


def text_of(html: str) -> str:
    return " ".join(Reader(html).text.split())


def entry(html: str, usps: str) -> str:
    """Give the text of an entry, from its name to its end."""
    [before, after] = html.split(f'<dl id="office-{usps}">')
    summary = before[before.rindex("<summary>") :]
    return text_of(summary + after[: after.index("</dl>")])


def part(records: OfficeRecords, *usps: str, **changes: pd.DataFrame) -> OfficeRecords:
    """Take some offices, with some frames changed."""
    frames = {field.name: getattr(records, field.name) for field in fields(records)}
    cut = {
        name: frame[frame["usps"].isin(usps)].copy() if "usps" in frame else frame.copy()
        for name, frame in frames.items()
    }
    return replace(records, **(cut | changes))


# What an entry says ------------------------------------------------------------------


def test_there_is_an_entry_with_a_link_of_its_own_for_each_office(
    html: str, records: OfficeRecords
) -> None:
    reader = assert_inert(html)
    places = [attributes["id"] for tag, attributes in reader.elements if tag == "dl"]
    assert places == [f"office-{usps}" for usps in records.offices["usps"]]
    links = [attributes["href"] for tag, attributes in reader.elements if tag == "a"]
    assert links[:56] == [f"#{place}" for place in places]


def test_no_id_stands_twice(html: str) -> None:
    ids = [attributes["id"] for _, attributes in Reader(html).elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_the_entries_of_the_signers_of_2010_say_so_and_no_other_does(
    html: str, tables: Tables
) -> None:
    signers = set(tables.signatures.query("letter_id == '2010-09-21-backpage'")["usps"])
    said = {usps for usps in tables.offices["usps"] if "2010 signed" in entry(html, usps)}
    assert said == signers
    assert len(said) == 21


def test_a_person_who_held_the_office_on_both_days_stands_once(html: str) -> None:
    text = entry(html, "WA")
    assert "21 September 2010 and 31 August 2011 Rob McKenna, Republican. Elected 2004" in text
    assert text.count("Rob McKenna, ") == 1
    assert "2010 did not sign 2011 signed" in text
    assert "not up for election in November 2010" in text


def test_a_new_officeholder_stands_apart_and_has_no_candidacy_of_2010(html: str) -> None:
    text = entry(html, "CT")
    first, second = text.split("31 August 2011 George Jepsen", 1)
    assert "21 September 2010 Richard Blumenthal, Democrat." in first
    assert "On the ballot of 2 November 2010 for US Senate: won." in first
    assert second.startswith(", Democrat. A new officeholder.")
    assert "On the ballot of 2 November 2010" not in second


def test_a_change_of_party_is_shown_though_the_person_is_the_same(html: str) -> None:
    text = entry(html, "LA")
    assert "21 September 2010 James D. “" not in text
    assert "Democrat." in text
    assert "Republican. The same person as before." in text


def test_a_holder_who_is_not_known_is_said_to_be_so(html: str) -> None:
    text = entry(html, "GU")
    assert "Officeholder not known, party not known." in text
    assert "Whether on the ballot of 2 November 2010 is not known" in text


def test_not_known_never_stands_under_did_not_sign(html: str) -> None:
    """California is on no list of 2011 that is held; nothing denies that it signed."""
    text = entry(html, "CA")
    assert "2011 not known" in text
    denied = re.search(r"Did not sign (.*?) Not known (.*)", text)
    assert denied is not None
    assert "Aug 2011 to Backpage" not in denied[1]
    assert "Aug 2011 to Backpage" in denied[2]


def test_each_letter_stands_once_in_each_entry(html: str, records: OfficeRecords) -> None:
    names = (records.letters["month"] + " " + records.letters["year"]).tolist()
    for usps in records.offices["usps"]:
        text = entry(html, usps)
        assert [text.count(f"{name} to ") for name in names] == [1] * 8


def test_a_later_joiner_and_an_inferred_signature_are_told_apart(html: str) -> None:
    assert "Joined later Aug 2011 to Backpage, after 31 August 2011 and by 27" in entry(html, "NY")
    assert "Aug 2011 to Backpage (inferred)" in entry(html, "CO")


def test_a_signer_who_was_not_yet_in_office_is_named(html: str) -> None:
    text = entry(html, "WA")
    assert "Jul 2013 to Congress, signed by Bob Ferguson" in text
    assert "signed by Rob McKenna" not in text


def test_a_signer_whose_name_is_printed_another_way_is_not_another_person(html: str) -> None:
    assert "signed by" not in entry(html, "DE")  # Beau Biden


def test_statements_stand_with_their_words_and_lead_to_the_list_of_statements(html: str) -> None:
    assert "Mike DeWine said “" in entry(html, "OH")
    assert '<a href="#statement-Q-A13">Q-A13</a>' in html
    assert " said “" not in entry(html, "TX")


def test_a_status_has_a_word_beside_its_mark(html: str) -> None:
    words = re.findall(r'<dt class="([a-z-]+)">([^<\n]*)', html)
    assert {(mark, word.strip()) for mark, word in words} == {
        ("signed", "Signed"),
        ("joined-later", "Joined later"),
        ("not-signed", "Did not sign"),
        ("not-known", "Not known"),
    }


# Sources -----------------------------------------------------------------------------


def test_every_link_leads_to_a_source_a_statement_or_a_place_in_the_list(
    html: str, tables: Tables
) -> None:
    elements = Reader(html).elements
    known = {f"#{attributes['id']}" for _, attributes in elements if "id" in attributes}
    known |= {f"#source-{source}" for source in tables.sources["source_id"]}
    known |= {f"#statement-{statement}" for statement in tables.statements["statement_id"]}
    assert {attributes["href"] for tag, attributes in elements if tag == "a"} <= known


def test_the_sources_of_every_signature_of_a_letter_stand_with_its_list(html: str) -> None:
    assert "Sep 2010 to Backpage list, S184" in entry(html, "DE")
    foot = text_of(html[html.index("office-letters") :])
    assert "Every signature rests on S041, S044, S045, S046 and S047." in foot


def test_the_sources_of_a_signature_alone_stand_beside_it(html: str) -> None:
    assert "Aug 2011 to Backpage S063, S077, S082, S090" in entry(html, "WA")


def test_all_entries_together_weigh_little(html: str) -> None:
    assert len(html.encode()) <= 90 * 1024


# Safety ------------------------------------------------------------------------------


@pytest.mark.parametrize("text", TEXTS)
def test_text_from_tables_stays_text(records: OfficeRecords, text: str) -> None:
    few = part(records, "CT", "NY", "WI")
    cells = {
        "offices": ["jurisdiction", "selection"],
        "holders": ["name", "party", "entry", "took", "left", "unverified"],
        "candidacies": ["words"],
        "letters": ["addressee", "doc_type"],
        "statuses": ["signer_name", "note"],
        "statements": ["speaker", "text", "how"],
    }
    for name, columns in cells.items():
        frame = getattr(few, name)
        for column in columns:
            # Not the strings of pandas, which take no lone surrogate.
            frame[column] = pd.Series(text, index=frame.index, dtype=object)
        frame["source_ids"] = [(text,)] * len(frame)
    reader = assert_inert(html_of(few))
    assert reader.text.count(visible_text(text).strip()[:200]) > 20


@pytest.mark.parametrize("code", ['A"', "wa", "AAA", "A A"])
def test_a_code_that_could_not_be_an_id_is_refused(records: OfficeRecords, code: str) -> None:
    few = part(records, "CT")
    few.offices["usps"] = code
    with pytest.raises(ValueError, match="is not a USPS code"):
        html_of(few)


def test_an_office_given_twice_is_refused(records: OfficeRecords) -> None:
    twice = pd.concat([records.offices, records.offices.tail(1)])
    with pytest.raises(ValueError, match="have WY twice"):
        html_of(replace(records, offices=twice))


def test_a_notebook_shows_html_that_the_report_trusts(records: OfficeRecords) -> None:
    shown = show_offices(records, slug="offices", caption="All offices")
    bundle = shown._repr_mimebundle_()
    assert MARKER_TYPE in bundle
    assert "Washington: 2010 did not sign, 2011 signed" in bundle["text/plain"].splitlines()


# In a browser ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def address(html: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    styles = next(TEMPLATES.rglob("offices.css")).read_text(encoding="utf-8")
    page = tmp_path_factory.mktemp("offices") / "page.html"
    page.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Offices</title>'
        f"<style>{styles}</style><body>{html}<script>{page_script()}</script></body></html>",
        encoding="utf-8",
    )
    return page.as_uri()


@pytest.fixture(scope="module")
def tabs() -> Iterator[dict[bool, Page]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chrome(), args=["--no-sandbox"])
        contexts = {on: browser.new_context(java_script_enabled=on) for on in (True, False)}
        yield {on: context.new_page() for on, context in contexts.items()}
        browser.close()


def opened(tab: Page) -> list[str]:
    return tab.locator("details.office[open] h4").all_inner_texts()


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["javascript", "no javascript"])
def test_a_link_to_an_office_opens_its_entry(
    tabs: dict[bool, Page], address: str, script: bool
) -> None:
    tab = tabs[script]
    tab.goto("about:blank")
    tab.goto(f"{address}#office-WA")
    expect(tab.locator("#office-WA")).to_be_visible()
    assert opened(tab) == ["Washington"]
    tab.locator('a[href="#office-GU"]').click()
    expect(tab.locator("#office-GU")).to_be_visible()
    expect(tab.locator("details.office:has(#office-GU) summary")).to_be_in_viewport()
    expect(tab.locator("#office-search")).to_have_count(int(script))


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "names", "status"),
    [
        ("blumen", ["Connecticut"], "1 office found"),
        ("New  y", ["New York"], "1 office found"),
        ("wa", ["Idaho", "North Dakota", "Washington"], "3 offices found"),
        ("zz", [], "No offices found"),
    ],
)
def test_the_search_finds_names_codes_and_holders_and_says_how_many(
    tabs: dict[bool, Page], address: str, query: str, names: list[str], status: str
) -> None:
    tab = tabs[True]
    tab.goto("about:blank")
    tab.goto(address)
    tab.get_by_label("Find a state").fill(query)
    assert tab.locator("details.office:not([hidden]) h4").all_inner_texts() == names
    expect(tab.get_by_role("status")).to_have_text(status)
    tab.get_by_label("Find a state").fill("")
    expect(tab.get_by_role("status")).to_be_empty()
    assert tab.locator("details.office:not([hidden])").count() == 56


@pytest.mark.browser
def test_enter_opens_the_best_match_and_moves_there(tabs: dict[bool, Page], address: str) -> None:
    tab = tabs[True]
    tab.goto("about:blank")
    tab.goto(address)
    tab.get_by_label("Find a state").fill("wa")
    tab.get_by_label("Find a state").press("Enter")
    assert opened(tab) == ["Washington"]
    assert tab.url.endswith("#office-WA")
    expect(tab.locator("details.office:has(#office-WA) summary")).to_be_focused()
    assert tab.locator("details.office:not([hidden])").count() == 56
    tab.get_by_label("Find a state").fill("zz")
    tab.get_by_label("Find a state").press("Enter")
    assert opened(tab) == ["Washington"]


@pytest.mark.browser
def test_a_page_without_the_list_does_not_mind_the_script(
    tabs: dict[bool, Page], tmp_path: Path
) -> None:
    complaints: list[str] = []
    tab = tabs[True]
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    html = f"<p id=x>Text</p><script>{page_script()}</script>"
    (tmp_path / "page.html").write_text(html, "utf-8")
    tab.goto((tmp_path / "page.html").as_uri() + "#x")
    assert complaints == []
