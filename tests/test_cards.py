import base64
from collections.abc import Hashable
from typing import Any

import pandas as pd
import pytest

from agletters.cards import COLUMNS, claim_reply_table, show_statements, span_cards
from agletters.html_tables import MARKER_TYPE, show_table
from agletters.tables import Tables
from tests.hostile import CELL_TEXTS, Reader, assert_inert

FIRST = ("Q-1", "AG", "direct", "A. Ames", "Close it. ", "wrote", None, ("S1", "S2"))
SECOND = ("G-1", "company", "indirect", "The site", "it works with police", "saying", "A note.", ())


def cards(*rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows or (FIRST, SECOND)), columns=list(COLUMNS))


def html_of(frame: pd.DataFrame) -> str:
    return str(show_statements(frame, slug="all", caption="All statements").to_html())


def with_class(reader: Reader, name: str) -> list[tuple[str, dict[str, str]]]:
    return [
        (tag, attributes)
        for tag, attributes in reader.elements
        if name in attributes.get("class", "").split()
    ]


# Cards -------------------------------------------------------------------------------


def test_only_direct_speech_gets_quotation_marks() -> None:
    text = assert_inert(html_of(cards())).text
    assert "“Close it.”" in text
    assert "it works with police" in text
    assert "“it works" not in text


def test_each_statement_has_a_permanent_link_and_links_to_its_sources() -> None:
    reader = assert_inert(html_of(cards()))
    places = [attributes["id"] for _, attributes in with_class(reader, "statement")]
    assert places == ["statement-Q-1", "statement-G-1"]
    links = {attributes["href"] for tag, attributes in reader.elements if tag == "a"}
    assert {"#statement-Q-1", "#statement-G-1", "#source-S1", "#source-S2", "#list-all"} <= links


def test_each_statement_says_its_side_in_words_and_not_by_colour_alone() -> None:
    reader = assert_inert(html_of(cards()))
    [first, second] = with_class(reader, "statement")
    assert first[1]["class"] == "statement ag direct"
    assert second[1]["class"] == "statement company indirect"
    assert "A. Ames attorneys general" in reader.text
    assert "The site company" in reader.text


def test_a_speaker_of_neither_side_has_none() -> None:
    reader = assert_inert(html_of(cards((*FIRST[:1], "other", *FIRST[2:]))))
    assert with_class(reader, "statement")[0][1]["class"] == "statement other direct"
    assert not with_class(reader, "side")


def test_a_note_is_shown_where_there_is_one() -> None:
    reader = assert_inert(html_of(cards()))
    assert len(with_class(reader, "more")) == 3
    assert "A note." in reader.text


def test_the_list_says_what_it_is_and_offers_its_rows() -> None:
    reader = assert_inert(html_of(cards()))
    [section] = [attributes for tag, attributes in reader.elements if tag == "section"]
    assert section["aria-label"] == "All statements"
    [data] = [attributes for _, attributes in reader.elements if "download" in attributes]
    assert data["download"] == "all.csv"
    content = base64.b64decode(data["href"].partition("base64,")[2]).decode("utf-8-sig")
    assert content.splitlines()[0] == ",".join(COLUMNS)
    assert content.splitlines()[1] == "Q-1,AG,direct,A. Ames,Close it. ,wrote,,S1; S2"


def test_a_notebook_gets_html_text_and_the_mark_of_the_report() -> None:
    shown = show_statements(cards(), slug="all", caption="All")
    bundle = shown._repr_mimebundle_(include=None, exclude=None)
    assert bundle["text/html"] == str(shown.to_html())
    assert bundle["text/plain"] == "Close it. \nit works with police"
    assert bundle[MARKER_TYPE] == {"slug": "all"}


@pytest.mark.parametrize("column", [name for name in COLUMNS if name != "source_ids"])
@pytest.mark.parametrize("text", CELL_TEXTS)
def test_hostile_cells_stay_text(column: str, text: str) -> None:
    frame = cards(FIRST)
    frame[column] = text
    reader = assert_inert(html_of(frame))
    places = [
        attributes["id"]
        for tag, attributes in reader.elements
        if tag == "li" and attributes.get("id")
    ]
    assert len(places) == 1


@pytest.mark.parametrize("text", CELL_TEXTS)
def test_hostile_sources_and_captions_stay_text(text: str) -> None:
    frame = cards((*FIRST[:-1], (text, "S1")))
    assert_inert(str(show_statements(frame, slug="all", caption=text).to_html()))


def test_faulty_cards_are_refused_with_what_is_wrong() -> None:
    with pytest.raises(ValueError, match="the statements of 'all' have no column how, note"):
        show_statements(cards().drop(columns=["how", "note"]), slug="all", caption="All")
    with pytest.raises(ValueError, match="the statements of 'all' have Q-1 twice"):
        show_statements(cards(FIRST, FIRST), slug="all", caption="All")
    with pytest.raises(ValueError, match="not a slug"):
        show_statements(cards(), slug="not a slug", caption="All")


def test_a_list_keeps_the_cards_that_it_was_given() -> None:
    frame = cards()
    shown = show_statements(frame, slug="all", caption="All")
    frame["text"] = "changed"
    assert "changed" not in str(shown.to_html())


# Spans of an article -------------------------------------------------------------------


def span(**cells: object) -> dict[Hashable, Any]:
    return {
        "span_id": "G1",
        "kind": "direct",
        "start": 10,
        "side": "AG",
        "speaker": "A. Ames",
        "text": "No.",
        "cue_verb": "said",
        "cue_position": "after",
        "channel_as_reported": "letter",
        "form": "whole sentence",
        "note": None,
        "source_id": "S1",
        **cells,
    }


def test_spans_become_cards_in_the_order_of_the_article() -> None:
    spans = pd.DataFrame(
        [
            span(span_id="G2", start=30, kind="indirect"),
            span(),
            span(span_id="G3", start=20, kind="decoy"),
            span(span_id="G4", start=5, kind="mention"),
        ]
    )
    made = span_cards(spans)
    assert made["id"].tolist() == ["G1", "G2"]
    assert made["source_ids"].tolist() == [("S1",), ("S1",)]
    assert span_cards(spans, ["decoy", "mention"])["id"].tolist() == ["G4", "G3"]
    assert "“No.”" in html_of(made)


@pytest.mark.parametrize(
    ("cells", "how"),
    [
        (
            {},
            "Quoted, introduced by “said” after the words; whole sentence; "
            "said to come from: letter.",
        ),
        (
            {"kind": "indirect", "cue_verb": pd.NA, "cue_position": "none"},
            "Reported without quotation marks, with no cue of its own; whole sentence; "
            "said to come from: letter.",
        ),
    ],
)
def test_a_card_says_how_the_article_gives_the_words(cells: dict[str, object], how: str) -> None:
    assert span_cards(pd.DataFrame([span(**cells)]))["how"].tolist() == [how]


def test_the_statements_of_the_two_articles_are_all_shown(tables: Tables) -> None:
    made = span_cards(tables.spans)
    assert made["kind"].value_counts().to_dict() == {"direct": 13, "indirect": 12}
    reader = assert_inert(html_of(made))
    assert len(with_class(reader, "statement")) == 25
    for text in made["text"]:
        assert text.strip() in reader.text


# Claims and replies --------------------------------------------------------------------

STATEMENTS = pd.DataFrame(
    {
        "statement_id": ["Q-1", "Q-2"],
        "speaker": ["A. Ames", "The site"],
        "date": ["2010-09-21", "2011-07"],
        "quotation": ["Close it.", "No."],
    }
)
SPANS = pd.DataFrame({"span_id": ["G1"], "speaker": ["The site"], "text": ["it will not"]})
REPLIES = pd.DataFrame(
    {
        "claim_id": ["Q-2", "Q-1"],
        "answer_id": ["Q-1", None],
        "answer_span_id": [None, "G1"],
        "topic": ["motive", "demand"],
        "relation": ["answers", "refuses"],
        "source_ids": [("S1",), ("S2",)],
    }
)


def test_each_claim_stands_beside_its_answer_in_the_order_of_the_replies() -> None:
    table = claim_reply_table(REPLIES, STATEMENTS, SPANS)
    assert table.columns.tolist() == ["Topic", "Claim", "Relation", "Answer", "Sources"]
    assert table.iloc[0].tolist() == [
        "motive",
        "The site, 2011-07: “No.”",
        "answers",
        "A. Ames, 2010-09-21: “Close it.”",
        ("S1",),
    ]
    assert table["Answer"][1] == "The site, reported: it will not"


def test_the_replies_of_the_data_are_all_shown(tables: Tables) -> None:
    table = claim_reply_table(tables.replies, tables.statements, tables.spans)
    assert len(table) == len(tables.replies)
    assert table.notna().all(axis=None)
    assert_inert(show_table(table, slug="replies", caption="Replies").to_html())
