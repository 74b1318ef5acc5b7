import re

import pandas as pd
import plotly.graph_objects as go
import pytest

from agletters.conversations import conversation, in_words, rows_of, turns
from agletters.palette import CSS_VARIABLES
from agletters.tables import Tables
from tests.hostile import TEXTS

STATEMENTS = pd.DataFrame(
    [
        ("Q1", "AG", "A. Ames", "2010-09-21", "Close it. It is time to close it."),
        ("Q2", "company", "Firm (unsigned)", "2010-09-21", "It declines."),
        ("Q3", "AG", "B. Bell", "2010-08-31", "It should close."),
        ("Q4", "company", "Firm", "2010-10", "No."),
    ],
    columns=["statement_id", "side", "speaker", "date", "quotation"],
)
SPANS = pd.DataFrame(
    [("G1", "company", "Firm", "says it works with police", "S1")],
    columns=["span_id", "side", "speaker", "text", "source_id"],
)
SOURCES = pd.DataFrame({"source_id": ["S1"], "published": ["2010-09"]})


def replies(*pairs: tuple[str, str | None, str | None]) -> pd.DataFrame:
    rows = pairs or (("Q1", "Q2", None), ("Q2", None, "G1"), ("Q3", "Q4", None))
    frame = pd.DataFrame(list(rows), columns=["claim_id", "answer_id", "answer_span_id"])
    return frame.assign(relation="refuses", topic="demand")


def exchange(words: dict[str, str] | None = None) -> pd.DataFrame:
    return turns(replies(), STATEMENTS, SPANS, SOURCES, words)


def notes(figure: go.Figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_turns_are_numbered_in_order_of_date() -> None:
    found = exchange()
    assert list(found["id"]) == ["Q3", "Q1", "Q2", "G1", "Q4"]
    assert list(found["turn"]) == [1, 2, 3, 4, 5]
    assert found["answers"].fillna(0).tolist() == [0, 0, 2, 3, 1]


def test_reported_words_have_the_date_of_their_article_and_no_quotation_marks() -> None:
    row = exchange().set_index("id").loc["G1"]
    assert row["date"] == "2010-09"
    assert not row["direct"]
    shown = notes(conversation(exchange(), title="All"))
    assert any("<i>reported: says it works</i>" in text for text in shown)


def test_a_passage_is_shown_with_dots_where_words_are_left_out() -> None:
    rows = exchange({"Q1": "It is time"}).set_index("id")
    assert rows.loc["Q1", "words"] == "…It is time…"
    assert rows.loc["Q2", "words"] == "It declines."


def test_words_that_were_not_said_are_refused() -> None:
    with pytest.raises(ValueError, match="does not stand in the quotation"):
        exchange({"Q1": "Never close it."})


def test_an_id_that_is_nowhere_is_named() -> None:
    with pytest.raises(ValueError, match="'Q9', which is neither a statement nor a span"):
        turns(replies(("Q1", "Q9", None)), STATEMENTS, SPANS, SOURCES)


def test_an_answer_to_two_statements_is_refused() -> None:
    with pytest.raises(ValueError, match="Q2 answers more than one statement"):
        turns(replies(("Q1", "Q2", None), ("Q3", "Q2", None)), STATEMENTS, SPANS, SOURCES)


def test_the_figure_says_in_words_who_answers_whom() -> None:
    figure = conversation(exchange(), title="All")
    heads = [text.split("<br>")[0] for text in notes(figure)]
    assert "<b>3 Firm refuses 2</b>" in heads
    assert in_words(exchange()).endswith("; 3 Firm refuses 2; 4 Firm refuses 3; 5 Firm refuses 1.")


def test_each_answer_has_one_line_and_one_head() -> None:
    figure = conversation(exchange(), title="All")
    heads = [shape for shape in figure.layout.shapes if re.search(r"L.*Z$", shape.path)]
    assert len(heads) == 3
    lines = [shape for shape in figure.layout.shapes if re.fullmatch(r"M\S+H\S+V\S+", shape.path)]
    assert len([shape for shape in lines if shape.line.width == 1.8]) == 3


def test_turns_do_not_overlap_and_lie_within_the_figure(tables: Tables) -> None:
    found = turns(tables.replies, tables.statements, tables.spans, tables.sources)
    figure = conversation(found, title="All")
    heights = {"AG": 0.0, "company": 0.0}
    for row, note in zip(
        found.to_dict("records"), figure.layout.annotations[-len(found) :], strict=True
    ):
        assert note.y >= heights[row["side"]]
        heights[row["side"]] = note.y + 31 * (note.text.count("<br>") + 1)
    assert max(heights.values()) < figure.layout.yaxis.range[0]
    assert len(found) == len(set(tables.replies["claim_id"]) | set(found["id"]))
    assert found["answers"].notna().sum() == len(tables.replies)


def test_a_turn_whose_claim_is_left_out_is_named() -> None:
    with pytest.raises(ValueError, match="turn 3 answers 2, which is not there"):
        conversation(exchange().query("turn != 2"), title="Some")
    with pytest.raises(ValueError, match="needs a turn"):
        conversation(exchange().head(0), title="None")
    with pytest.raises(ValueError, match="side 'other' has no column"):
        conversation(exchange().assign(side="other"), title="Other")


def test_replies_of_a_selection_are_found() -> None:
    found = rows_of(replies(), exchange().query("date == '2010-09'"))
    assert found["answer_span_id"].tolist() == ["G1"]


@pytest.mark.parametrize("text", [*TEXTS, "$x$ %{y} </b><i>", "👍🏽 an emoji"])
def test_hostile_words_and_speakers_stay_text(text: str) -> None:
    statements = STATEMENTS.assign(speaker=text, quotation=text)
    figure = conversation(turns(replies(), statements, SPANS, SOURCES), title="All")
    texts = notes(figure) + list(figure.data[0].hovertext)
    for shown in texts:
        assert set(re.findall(r"<[^>]*>", shown)) <= {"<b>", "</b>", "<i>", "</i>", "<br>"}
        assert "$" not in shown
        assert "%{" not in shown
    # Ten thousand characters are cut to a few lines.
    assert max(text.count("<br>") for text in notes(figure)) < 500


def test_every_colour_comes_from_the_palette() -> None:
    figure = conversation(exchange(), title="All")
    colours = set(re.findall(r"#[0-9a-f]{6}\b", figure.to_json()))
    assert colours <= set(CSS_VARIABLES)


def test_the_input_is_left_alone() -> None:
    before = exchange()
    rows = before.copy(deep=True)
    conversation(before, title="All")
    pd.testing.assert_frame_equal(before, rows)
