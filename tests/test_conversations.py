import re

import pandas as pd
import plotly.graph_objects as go
import pytest

from agletters.conversations import (
    TURN_COLUMNS,
    _lanes,
    conversation,
    in_words,
    rows_of,
    turns,
)
from agletters.figure_parts import Heading
from agletters.palette import CSS_VARIABLES, INK, LINE, MUTED, PAPER, SIDES
from agletters.tables import Tables
from tests.hostile import CELL_TEXTS

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
    assert exchange()["direct"].tolist() == [True, True, True, False, True]
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
    with pytest.raises(
        ValueError, match=r"^replies name 'Q9', which is neither a statement nor a span$"
    ):
        turns(replies(("Q1", "Q9", None)), STATEMENTS, SPANS, SOURCES)


def test_an_answer_to_two_statements_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^Q2 answers more than one statement; one is shown$"):
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


def test_turns_rules_and_titles_stand_where_their_heights_put_them() -> None:
    """A line is 31 high, a turn has 8 above and below, a band of a date is 62 high.

    The first band stands 31 + 14 down, its turn 62 below that, 2 x 31 + 2 x 8 high, and the next
    band 2 x 14 below its end. The columns are (848 - 76) / 2 wide.
    """
    figure = conversation(exchange(), title="All")
    shown = [(note.x, note.y, note.font.color) for note in figure.layout.annotations]
    assert shown == [
        *((0, 0, SIDES["AG"]), (462, 0, SIDES["company"])),
        *((0, 59, MUTED), (0, 227, MUTED), (0, 426, MUTED), (0, 625, MUTED)),
        *((18, 115, INK), (18, 283, INK), (480, 283, INK), (480, 482, INK), (480, 681, INK)),
    ]
    assert notes(figure)[:6] == [
        *("<b>Attorneys general</b>", "<b>Companies</b>", "<b>31 August 2010</b>"),
        *("<b>21 September 2010</b>, 21 days later", "<b>September 2010</b>"),
        "<b>October 2010</b>",
    ]
    assert notes(figure)[7] == "<b>2 A. Ames</b><br>“Close it. It is time to<br>close it.”"
    assert {note.font.size for note in figure.layout.annotations} == {24}
    assert [note.bgcolor for note in figure.layout.annotations[2:6]] == [PAPER] * 4
    for note in figure.layout.annotations:
        assert (note.xref, note.yref, note.xanchor, note.yanchor) == ("x", "y", "left", "top")
        assert (note.align, note.borderpad, note.showarrow) == ("left", 0, False)
    assert tuple(figure.layout.yaxis.range) == (779, 0)
    [points] = figure.data
    assert list(points.x) == [193, 193, 655, 655, 655]
    assert list(points.y) == [146, 329.5, 314, 528.5, 712]
    assert list(points.hovertext)[3] == "says it works with police"


def test_rules_lines_and_borders_have_the_paths_that_the_turns_give_them() -> None:
    figure = conversation(exchange(), title="All")
    paths = [
        (shape.path, shape.line.color, shape.line.width, shape.fillcolor)
        for shape in figure.layout.shapes
    ]
    assert {(shape.type, shape.layer) for shape in figure.layout.shapes} == {("path", "below")}
    assert paths[:4] == [(f"M0,{y}H848", LINE, 1, None) for y in (45, 213, 412, 611)]
    # A line leaves 12 below the middle of a claim's first line; those on the left are 6 lower.
    lines = ["M386,316.5H400V298.5H449", "M458,310.5H424V497.5H449", "M386,148.5H448V696.5H449"]
    colour = SIDES["company"]
    assert paths[4:10] == [
        paint for line in lines for paint in ((line, PAPER, 5, None), (line, colour, 1.8, None))
    ]
    assert paths[10:13] == [
        (f"M458,{y + 6}L449,{y}V{y + 12}Z", colour, 0, colour) for y in (292.5, 491.5, 690.5)
    ]
    assert paths[13:17] == [
        ("M0,107H6V185H0Z", SIDES["AG"], 0, SIDES["AG"]),
        ("M0,275H6V384H0Z", SIDES["AG"], 0, SIDES["AG"]),
        ("M462,275H464V353H462Z", colour, 0, colour),
        ("M467,275H469V353H467Z", colour, 0, colour),
    ]


def test_an_answer_from_the_left_points_to_the_left_and_two_answers_share_a_lane() -> None:
    pairs = replies(("Q2", "Q1", None), ("Q2", "Q3", None))
    same_day = STATEMENTS.assign(date="2010-09-21")
    figure = conversation(turns(pairs, same_day, SPANS, SOURCES), title="All")
    lines = [shape.path for shape in figure.layout.shapes if shape.line.width == 1.8]
    assert lines == ["M458,142.5H400V136.5H395", "M458,142.5H400V259.5H395"]
    heads = [shape.path for shape in figure.layout.shapes if "L" in shape.path]
    assert heads == ["M386,136.5L395,130.5V142.5Z", "M386,259.5L395,253.5V265.5Z"]


def test_lines_of_two_claims_run_apart_where_one_reaches_over_the_other() -> None:
    pairs = replies(("Q3", "Q4", None), ("Q4", "Q1", None), ("Q3", "Q2", None))
    days = ["2010-09-03", "2010-09-04", "2010-09-01", "2010-09-02"]
    figure = conversation(turns(pairs, STATEMENTS.assign(date=days), SPANS, SOURCES), title="All")
    lines = [shape.path for shape in figure.layout.shapes if shape.line.width == 1.8]
    assert [re.findall(r"H(\d+)V", line) for line in lines] == [["400"], ["400"], ["448"]]


@pytest.mark.parametrize(
    ("reaches", "lanes"),
    [
        ([(0, 10), (24, 30)], [0, 1]),
        ([(0, 10), (25, 30)], [0, 0]),
        ([(24, 30), (0, 10)], [0, 1]),
        ([(25, 30), (0, 10)], [0, 0]),
        ([(0, 90), (10, 20), (40, 50), (45, 60)], [0, 1, 1, 2]),
    ],
)
def test_lines_share_a_lane_if_there_is_room_between_them(
    reaches: list[tuple[float, float]], lanes: list[int]
) -> None:
    assert list(_lanes(dict(enumerate(reaches))).values()) == lanes


def test_a_conversation_keeps_no_room_for_a_legend() -> None:
    figure = conversation(exchange(), title="All")
    [height] = figure.layout.yaxis.range[:1]
    assert figure.layout.height - height == Heading("All", legend=False).height


def test_the_heading_of_a_conversation_is_the_one_given() -> None:
    figure = conversation(exchange(), title="What was found", subtitle="What is drawn")
    assert "What was found" in figure.layout.title.text
    assert "What is drawn" in figure.to_json()
    assert figure.layout.height - conversation(exchange(), title="x").layout.height > 0


def test_long_words_on_hover_are_wrapped_at_sixty_characters() -> None:
    for length, lines in ((30, [60]), (31, [31, 29])):
        statements = STATEMENTS.assign(quotation="x" * length + " " + "x" * 29)
        figure = conversation(turns(replies(), statements, SPANS, SOURCES), title="All")
        assert [len(line) for line in figure.data[0].hovertext[0].split("<br>")] == lines


def test_a_long_name_is_wrapped_at_twenty_four_characters() -> None:
    statements = STATEMENTS.assign(speaker="Ann " * 9)
    figure = conversation(turns(replies(), statements, SPANS, SOURCES), title="All")
    assert notes(figure)[6].startswith("<b>1 Ann Ann Ann Ann Ann</b><br><b>Ann Ann Ann Ann</b><br>")


def test_a_long_statement_is_cut_after_a_whole_word() -> None:
    def shown(quotation: str) -> str:
        statements = STATEMENTS.assign(quotation=quotation)
        return turns(replies(), statements, SPANS, SOURCES).loc[0, "words"]

    assert shown("x" * 110) == "x" * 110
    assert shown("y" + "x" * 110) == "y" + "x" * 109 + "…"
    assert shown("abcd " * 22 + "e") == "abcd " * 21 + "abcd…"
    assert shown("abcd " * 21 + "abcde") == "abcd " * 21 + "abcde"
    assert shown(" " + "x" * 100 + " ") == "x" * 100


def test_turns_of_one_day_keep_the_order_of_the_replies() -> None:
    same_day = STATEMENTS.assign(date="2010-09-21")
    found = turns(replies(("Q3", "Q1", None), ("Q2", "Q4", None)), same_day, SPANS, SOURCES)
    assert found["id"].tolist() == ["Q3", "Q1", "Q2", "Q4"]
    assert found.columns.tolist() == TURN_COLUMNS
    assert found["relation"].fillna("-").tolist() == ["-", "refuses", "-", "refuses"]
    assert found["topic"].fillna("-").tolist() == ["-", "demand", "-", "demand"]
    assert found["side"].tolist() == ["AG", "AG", "company", "company"]
    assert found["direct"].all()
    assert str(found["answers"].dtype) == "Int64"


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
    with pytest.raises(ValueError, match=r"^turn 3 answers 2, which is not there$"):
        conversation(exchange().query("turn != 2"), title="Some")
    with pytest.raises(ValueError, match=r"^a conversation needs a turn; there is none$"):
        conversation(exchange().head(0), title="None")
    with pytest.raises(ValueError, match=r"^turn 1: side 'other' has no column$"):
        conversation(exchange().assign(side="other"), title="Other")


def test_replies_of_a_selection_are_found() -> None:
    found = rows_of(replies(), exchange().query("date == '2010-09'"))
    assert found["answer_span_id"].tolist() == ["G1"]


@pytest.mark.parametrize("text", [*CELL_TEXTS, "$x$ %{y} </b><i>", "👍🏽 an emoji"])
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
