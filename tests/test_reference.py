import pandas as pd
import pytest

from agletters.html_tables import MARKER_TYPE, show_table
from agletters.reference import citation, decision_table, source_list
from agletters.tables import Tables
from tests.hostile import TEXTS, assert_inert

SCHEMA = {
    "title": "Letters",
    "version": "1.2.0",
    "created": "2026-11-22T00:00:00Z",
    "contributors": [{"title": "The authors"}],
}


def sources(**cells: object) -> pd.DataFrame:
    row = {
        "source_id": "S1",
        "publisher": "An office",
        "title": "A letter.",
        "published": "2010-09-21",
        "published_note": None,
        "tier": "primary",
        "supports": "the list",
        "url": "https://example.org/a?b=1&c=2",
        **cells,
    }
    return pd.DataFrame([row], dtype=object)


# Sources -----------------------------------------------------------------------------


def test_a_source_has_a_place_to_link_to_and_a_link_to_its_page() -> None:
    reader = assert_inert(source_list(sources()).html)
    assert ("li", {"id": "source-S1"}) in reader.elements
    assert ("a", {"href": "https://example.org/a?b=1&c=2"}) in reader.elements


def test_a_source_is_described_in_short_sentences() -> None:
    reader = assert_inert(source_list(sources()).html)
    assert " ".join(reader.text.split()) == (
        "S1 An office. A letter. 2010-09-21. Primary. What each is used for CSV"
    )
    assert source_list(sources()).text == "S1 An office: A letter."


@pytest.mark.parametrize(
    ("published", "note", "shown"),
    [
        ("2010", None, "2010."),
        ("2010", "by its content", "2010 (by its content)."),
        (pd.NA, "page shows none", "page shows none."),
        (pd.NA, pd.NA, "undated."),
    ],
)
def test_a_date_is_never_left_open(published: object, note: object, shown: str) -> None:
    passage = source_list(sources(published=published, published_note=note))
    assert f" {shown} Primary." in " ".join(assert_inert(passage.html).text.split())


def test_a_source_without_a_title_has_no_empty_sentence() -> None:
    text = assert_inert(source_list(sources(title=pd.NA)).html).text
    assert "An office. Page. 2010-09-21." in " ".join(text.split())


@pytest.mark.parametrize("column", ["source_id", "publisher", "title", "tier", "supports"])
@pytest.mark.parametrize("text", TEXTS)
def test_hostile_sources_stay_text(column: str, text: str) -> None:
    reader = assert_inert(source_list(sources(**{column: text})).html)
    assert [tag for tag, _ in reader.elements] == ["ol", "li", "b", "a", "ul", "li", "a"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " https://a.org"])
def test_an_address_that_could_run_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="is not an address that may be linked to"):
        source_list(sources(url=url))


def test_all_sources_of_the_data_are_listed(tables: Tables) -> None:
    reader = assert_inert(source_list(tables.sources).html)
    places = [attributes["id"] for tag, attributes in reader.elements if "id" in attributes]
    assert places == [f"source-{source_id}" for source_id in tables.sources["source_id"]]


def test_a_notebook_gets_html_text_and_the_mark_of_the_report() -> None:
    passage = source_list(sources())
    assert passage._repr_mimebundle_(include=None, exclude=None) == {
        "text/html": str(passage.html),
        "text/plain": passage.text,
        MARKER_TYPE: {},
    }


# Decisions ---------------------------------------------------------------------------


def test_a_decision_is_shown_with_what_the_sources_say_and_why() -> None:
    decisions = pd.DataFrame(
        {
            "about": ["reported_counts"],
            "key": ["2011-08-31-backpage"],
            "finding": ["45 and 46."],
            "decision": ["Both are kept."],
            "reason": ["They count differently."],
            "status": ["not_found"],
            "source_ids": [("S1", "S2")],
        }
    )
    assert decision_table(decisions).to_dict("records") == [
        {
            "About": "reported counts: 2011-08-31-backpage",
            "What the sources say": "45 and 46.",
            "What was decided, and why": "Both are kept. They count differently.",
            "Status": "not found",
            "Sources": ("S1", "S2"),
        }
    ]


def test_all_decisions_of_the_data_are_shown(tables: Tables) -> None:
    table = decision_table(tables.decisions)
    assert len(table) == len(tables.decisions)
    assert table.notna().all(axis=None)
    assert_inert(show_table(table, slug="decisions", caption="Decisions").to_html())


# Citation ----------------------------------------------------------------------------


def test_a_citation_names_author_year_title_version_and_date() -> None:
    made = citation(SCHEMA)
    assert made.text == (
        "The authors (2026). Letters. Analytical report and data, version 1.2.0, 2026-11-22."
    )
    reader = assert_inert(made.html)
    assert made.text in reader.text
    assert (
        "@misc{agletters2026,\n"
        "  author = {{The authors}},\n"
        "  title = {Letters},\n"
        "  year = {2026},\n"
        "  note = {Analytical report and data, version 1.2.0, 2026-11-22},\n"
        "}"
    ) in reader.text


def test_the_citation_of_the_data_is_that_of_its_schema(tables: Tables) -> None:
    made = citation(tables.schema)
    assert tables.schema["title"] in made.text
    assert tables.schema["version"] in made.text


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_titles_stay_text(text: str) -> None:
    assert_inert(citation({**SCHEMA, "title": text}).html)
