import pandas as pd
import pytest

from agletters.cards import show_statements
from agletters.frames import long
from agletters.markup import visible_text
from agletters.statement_list import date_words, statement_cards
from agletters.tables import Tables
from tests.hostile import CELL_TEXTS, Reader, assert_inert

STATEMENT = {
    "statement_id": "Q1",
    "date": "2010-09-21",
    "date_basis": "exact",
    "speaker": "A. Ames",
    "role": "Attorney General",
    "organisation": "Office",
    "side": "AG",
    "channel": "press release",
    "letter_id": "first",
    "quotation": "Close it.",
    "source_id": "S1",
    "note": None,
}
SOURCES = pd.DataFrame({"source_id": ["S1"], "url": ["https://example.org/a"]})
LETTERS = pd.DataFrame(
    {
        "letter_id": ["first"],
        "date": ["2010-09-21"],
        "doc_type": ["letter"],
        "addressee_org": ["Site, Inc."],
    }
)
CODEBOOK = pd.DataFrame(
    {
        "code": ["HARM", "MORAL", "DEM", "NON"],
        "dimension": ["frame", "frame", "stance", "stance"],
        "name": ["Harm", "Duty", "Demands", "None"],
    }
)
CODINGS = pd.DataFrame(
    {
        "unit_id": ["Q1", "Q1"],
        "coder": ["A", "B"],
        "HARM": [1, 1],
        "MORAL": [0, 1],
        "stance": ["DEM", "NON"],
    }
)


def cards_of(*changes: dict[str, object]) -> pd.DataFrame:
    rows = pd.DataFrame([{**STATEMENT, **change} for change in changes or ({},)])
    return statement_cards(rows, SOURCES, LETTERS, long(CODINGS, CODEBOOK), CODEBOOK)


def html_of(cards: pd.DataFrame) -> str:
    return str(show_statements(cards, slug="all", caption="All statements").to_html())


def item(reader: Reader) -> dict[str, str]:
    [found] = [
        attributes for tag, attributes in reader.elements if tag == "li" and "id" in attributes
    ]
    return found


def test_a_card_says_when_where_and_to_which_letter() -> None:
    card = cards_of().loc[0]
    expected = (
        "Press release, 21 September 2010. Belongs to the letter of 21 September 2010 to Site,"
    )
    assert card["how"] == f"{expected} Inc."
    assert card["role"] == "Attorney General, Office"
    inferred = cards_of({"date_basis": "inferred", "letter_id": None}).loc[0]
    assert inferred["how"] == "Press release, 21 September 2010 (the date is worked out)."


def test_a_code_that_one_coder_gave_names_that_coder() -> None:
    card = cards_of().loc[0]
    assert card["codes"] == "Frame: Harm; Duty (B). Stance: Demands (A); None (B)."
    assert card["frames"] == ("Harm", "Duty")


def test_a_statement_that_was_not_coded_says_so() -> None:
    card = cards_of({"statement_id": "Q2"}).loc[0]
    assert card["codes"] == "Not coded."
    assert card["frames"] == ()


def test_a_month_stands_after_its_days_and_a_day_keeps_its_order() -> None:
    cards = cards_of(
        {"statement_id": "Q3", "date": "2010-09"},
        {"statement_id": "Q2", "date": "2010-09-21"},
        {"statement_id": "Q4", "date": "2010-09-21"},
        {"statement_id": "Q1", "date": "2010-08-31"},
    )
    assert list(cards["id"]) == ["Q1", "Q2", "Q4", "Q3"]


def test_the_list_carries_what_a_filter_needs() -> None:
    reader = assert_inert(html_of(cards_of()))
    found = item(reader)
    assert found["data-side"] == "AG"
    assert found["data-speaker"] == "A. Ames"
    assert found["data-letter"] == "letter of 21 September 2010 to Site, Inc"
    assert found["data-frames"] == "Harm; Duty"
    without = item(assert_inert(html_of(cards_of({"letter_id": None}))))
    assert "data-letter" not in without


def test_the_words_are_linked_on_their_page() -> None:
    reader = assert_inert(html_of(cards_of()))
    links = {attributes["href"] for tag, attributes in reader.elements if tag == "a"}
    assert "https://example.org/a#:~:text=Close%20it" in links


@pytest.mark.parametrize("column", ["quotation", "speaker", "role", "organisation", "side", "note"])
@pytest.mark.parametrize("text", [*CELL_TEXTS, "👍🏽 an emoji"])
def test_hostile_statements_stay_text(column: str, text: str) -> None:
    words = "".join(assert_inert(html_of(cards_of({column: text}))).text.split())
    if column != "side":
        assert "".join(visible_text(text).split()) in words


def test_an_id_without_a_row_is_named() -> None:
    with pytest.raises(ValueError, match="statement Q1: source_id 'S9' has no row"):
        cards_of({"source_id": "S9"})
    with pytest.raises(ValueError, match="statement Q1: letter_id 'last' has no row"):
        cards_of({"letter_id": "last"})


def test_all_statements_of_the_data_are_shown_with_a_link_to_their_source(tables: Tables) -> None:
    cards = statement_cards(
        tables.statements,
        tables.sources,
        tables.letters,
        long(tables.codings, tables.codebook),
        tables.codebook,
    )
    reader = assert_inert(html_of(cards))
    items = [
        attributes for tag, attributes in reader.elements if tag == "li" and "id" in attributes
    ]
    assert {found["id"] for found in items} == {
        f"statement-{statement_id}" for statement_id in tables.statements["statement_id"]
    }
    links = [attributes["href"] for tag, attributes in reader.elements if tag == "a"]
    assert sum(":~:text=" in href for href in links) == len(tables.statements)
    assert {f"#source-{source}" for source in tables.statements["source_id"]} <= set(links)
    for quotation in tables.statements["quotation"]:
        assert f"“{quotation}”" in reader.text


@pytest.mark.parametrize("date", ["21 September 2010", "", "2010-9-21", "<b>"])
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match="is not a day, month or year"):
        date_words(date)
