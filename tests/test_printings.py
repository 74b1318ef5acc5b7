import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agletters.printings import (
    DIFFERENCES,
    PATH_COLUMNS,
    differences_table,
    other_judgement,
    paths,
    shared_sentences,
)
from agletters.quotations.versions import classify, compare
from agletters.tables import Tables
from tests.hostile import CELL_TEXTS

SOURCES = pd.DataFrame(
    {
        "source_id": ["S1", "S2", "S9"],
        "publisher": ["Office", "Paper", "Article"],
        "published": ["2010-09-21", None, "2010-09"],
    }
)
SPANS = pd.DataFrame({"span_id": ["G1"], "source_id": ["S9"]})
SENTENCE = "The section should be shut down at once."


def statements(*rows: tuple[object, ...]) -> pd.DataFrame:
    columns = ["statement_id", "speaker", "quotation", "source_id", "span_id", "span_reports"]
    return pd.DataFrame(list(rows), columns=columns)


SAID = ("Q1", "A. Ames", SENTENCE, "S1", None, None)
QUOTED = ("Q1", "A. Ames", SENTENCE, "S1", "G1", "directly")


def path(statement: tuple[object, ...] = SAID, **cells: object) -> pd.Series:
    appearance = {
        "appearance_id": "V1",
        "statement_id": "Q1",
        "source_id": "S2",
        "compared_text": SENTENCE,
        "printed_text": "It should close.",
        "difference": "reworded",
        "note": None,
    }
    other = ("Q2", "B. Bell", "We ask you to close it.", "S1", None, None)
    rows = pd.DataFrame([{**appearance, **cells}])
    return paths(rows, statements(statement, other), SPANS, SOURCES).loc[0]


def test_a_printing_comes_after_the_statement_that_it_prints() -> None:
    found = path()
    assert (found["first"], found["first_from"]) == (SENTENCE, "Office, 2010-09-21")
    assert (found["second"], found["second_from"]) == ("It should close.", "Paper")
    assert (found["first_source_id"], found["second_source_id"]) == ("S1", "S2")
    assert found["by_words"] == "reworded"
    assert path(note="Seen in print.")["note"] == "Seen in print."
    assert found["speaker"] == "A. Ames"


def test_an_article_that_reports_in_other_words_is_not_where_the_text_is_from() -> None:
    indirect = (*QUOTED[:5], "indirectly")
    assert path(indirect)["first_from"] == "Office, 2010-09-21"
    assert path(indirect, source_id="S1")["first"] == SENTENCE
    assert path(QUOTED)["first_from"] == "Article, 2010-09"


def test_texts_of_one_length_keep_their_order() -> None:
    assert path(printed_text=SENTENCE[::-1], difference="truncation")["first"] == SENTENCE


def test_the_source_of_a_statement_comes_before_the_article_that_quotes_it() -> None:
    found = path(QUOTED, source_id="S1", difference="punctuation")
    assert found["first_source_id"] == "S1"
    assert (found["second"], found["second_from"]) == (SENTENCE, "Article, 2010-09")


@pytest.mark.parametrize("difference", ["word_dropped", "truncation"])
def test_the_longer_text_comes_before_the_one_that_lost_words(difference: str) -> None:
    longer = path(printed_text=f"We say: {SENTENCE}", difference=difference)
    assert longer["second"] == SENTENCE
    shorter = path(printed_text="shut down", difference=difference)
    assert shorter["first"] == SENTENCE


def test_a_recycled_sentence_comes_after_the_letter_that_had_it_first() -> None:
    assert path(difference="recycled")["second"] == SENTENCE


def test_a_text_that_is_another_statement_is_said_to_be_one() -> None:
    found = path(printed_text="We ask you to close it.")
    assert found["first_from"] == "Paper (statement Q2)"


def test_a_compared_text_that_is_not_the_statement_has_no_source() -> None:
    found = path(compared_text="Close it, they said.")
    assert found["first_from"] == "another release, whose page is not recorded"
    assert pd.isna(found["first_source_id"])


@pytest.mark.parametrize(("column", "value"), [("statement_id", "Q7"), ("source_id", "S7")])
def test_an_id_without_a_row_is_named(column: str, value: str) -> None:
    with pytest.raises(ValueError, match=f"^appearance V1: {column} '{value}' has no row$"):
        path(**{column: value})


def test_every_appearance_has_both_texts_and_a_source_to_link_to(tables: Tables) -> None:
    found = paths(tables.appearances, tables.statements, tables.spans, tables.sources)
    assert list(found["appearance_id"]) == list(tables.appearances["appearance_id"])
    before = tables.appearances[["compared_text", "printed_text"]]
    for row, texts in zip(found.to_dict("records"), before.itertuples(index=False), strict=True):
        assert {row["first"], row["second"]} == set(texts)
        assert row["by_words"] == classify(compare(row["first"], row["second"]))
    assert found["second_source_id"].notna().all()
    assert set(found["difference"]) <= set(DIFFERENCES)


def test_the_words_alone_cannot_show_who_speaks_or_which_is_older(tables: Tables) -> None:
    found = paths(tables.appearances, tables.statements, tables.spans, tables.sources)
    other = other_judgement(found).set_index("appearance_id")
    assert not other.loc[["V14", "V15", "V16", "V20", "V24"], "readable"].any()
    assert set(other.index[other["readable"]]) == {"V06", "V07"}


def test_classes_are_counted_in_their_order_with_the_printings() -> None:
    rows = pd.DataFrame(
        {"difference": ["reworded", "identical", "reworded"], "appearance_id": ["V3", "V1", "V2"]}
    )
    table = differences_table(rows)
    assert list(table["Class"]) == ["identical", "reworded"]
    assert list(table["Which"]) == [("V1",), ("V3", "V2")]
    assert list(table["Printings"]) == [1, 2]
    assert list(table["Meaning"]) == [DIFFERENCES["identical"], DIFFERENCES["reworded"]]
    assert list(differences_table(rows.assign(difference="word_dropped"))["Class"]) == [
        "word dropped"
    ]


def test_a_class_without_a_meaning_is_named() -> None:
    rows = pd.DataFrame({"difference": ["mangled"], "appearance_id": ["V1"]})
    with pytest.raises(
        ValueError,
        match=r"^difference 'mangled' has no meaning here; known: identical, punctuation, cap",
    ):
        differences_table(rows)


# Shared words ------------------------------------------------------------------------


def runs_of(*texts: str, min_words: int = 3) -> pd.DataFrame:
    rows = [(f"Q{n}", f"Speaker {n}", text) for n, text in enumerate(texts, start=1)]
    frame = pd.DataFrame(rows, columns=["statement_id", "speaker", "quotation"])
    return shared_sentences(pd.DataFrame(columns=PATH_COLUMNS), frame, min_words)


def test_a_run_has_its_place_in_the_sentence_counted_in_words() -> None:
    [run] = runs_of("So we ask you, now: stop.", "They ask you now.").to_dict("records")
    assert (run["text"], run["first_word"], run["last_word"]) == ("ask you, now", 3, 5)
    assert run["base_words"] == 6


def test_a_pair_of_texts_is_given_once() -> None:
    runs = runs_of("We ask you now.", "We ask you now.")
    assert list(zip(runs["base_id"], runs["other_id"], strict=True)) == [("Q1", "Q2")]


def test_shorter_runs_do_not_count() -> None:
    assert runs_of("We ask you now.", "We ask you now.", min_words=5).empty


def test_five_words_are_the_shortest_run_unless_said_otherwise() -> None:
    none = pd.DataFrame(columns=PATH_COLUMNS)
    five = statements(SAID, ("Q2", "B. Bell", "should be shut down at", "S1", None, None))
    [run] = shared_sentences(none, five).to_dict("records")
    assert (run["base"], run["other"], run["words"]) == ("A. Ames", "B. Bell", 5)
    assert (run["base_words"], run["first_word"], run["last_word"]) == (8, 3, 7)
    four = five.replace({"quotation": {"should be shut down at": "should be shut down"}})
    assert shared_sentences(none, four).empty


@pytest.mark.parametrize(
    ("difference", "counts"),
    [
        *(("attribution_changed", True), ("recycled", True), ("reworded", True)),
        *(("modal_changed", True), ("word_dropped", False), ("punctuation", False)),
    ],
)
def test_only_some_classes_of_printing_are_another_text(difference: str, counts: bool) -> None:
    found = path(printed_text="It should be shut down at 5.", difference=difference)
    said = statements(SAID)
    runs = shared_sentences(pd.DataFrame([found]), said)
    assert runs["other_id"].tolist() == (["V1"] if counts else [])
    assert shared_sentences(pd.DataFrame([found]), said, kinds=[]).empty


def test_the_statement_is_the_base_whichever_text_comes_first() -> None:
    printed = "It should be shut down at 5."
    for difference in ("reworded", "recycled"):
        found = path(printed_text=printed, difference=difference)
        [run] = shared_sentences(pd.DataFrame([found]), statements(SAID)).to_dict("records")
        assert (run["base_id"], run["base"]) == ("Q1", "A. Ames")
        assert (run["other_id"], run["other"]) == ("V1", "Paper")
        assert run["text"] == "should be shut down at"


def test_two_texts_that_are_no_statement_share_with_one_another() -> None:
    compared = "They should be shut down at 6."
    found = path(compared_text=compared, printed_text="It should be shut down at 5.")
    [run] = shared_sentences(pd.DataFrame([found]), statements(SAID)).to_dict("records")
    assert (run["base_id"], run["other_id"]) == ("V1", "V1")
    assert run["base"] == "another release, whose page is not recorded"
    assert run["other"] == "Paper"


def test_runs_stand_by_base_longest_first_then_by_the_other_text_and_place() -> None:
    runs = runs_of(
        "one two three, four five six",
        "a b c d",
        "four five six, one two three",
        "a b c d",
        "one two three",
    )
    assert runs[["base_id", "other_id", "first_word"]].to_numpy().tolist() == [
        ["Q2", "Q4", 1],
        ["Q1", "Q3", 1],
        ["Q1", "Q3", 4],
        ["Q1", "Q5", 1],
        ["Q3", "Q5", 4],
    ]
    assert runs.index.tolist() == [0, 1, 2, 3, 4]
    assert runs.columns.tolist()[-4:] == ["words", "first_word", "last_word", "text"]


def test_within_a_base_the_text_that_shares_most_comes_first_then_by_id() -> None:
    runs = runs_of("a b c, d e f g", "a b c", "a b c", "d e f g; a b c")
    of_first = runs[runs["base_id"] == "Q1"]
    assert of_first[["other_id", "first_word"]].to_numpy().tolist() == [
        ["Q4", 1],
        ["Q4", 4],
        ["Q2", 1],
        ["Q3", 1],
    ]


def test_printings_and_statements_stand_in_one_order_and_have_one_shortest_run() -> None:
    printed = pd.DataFrame([path(printed_text="Shut down at 5.")])
    alike = [(key, "B. Bell", "You ask us now.", "S1", None, None) for key in ("Q2", "Q3")]
    runs = shared_sentences(printed, statements(SAID, *alike), min_words=3)
    assert runs[["other_id", "words"]].to_numpy().tolist() == [["Q3", 4], ["V1", 3]]
    assert runs.index.tolist() == [0, 1]


def test_a_reprint_is_no_other_text_and_a_template_is(tables: Tables) -> None:
    found = paths(tables.appearances, tables.statements, tables.spans, tables.sources)
    runs = shared_sentences(found, tables.statements)
    assert {"V20", "V14", "V16", "V15"} <= set(runs["other_id"])
    assert not {"V01", "V02", "V06", "V09", "V17"} & set(runs["other_id"])
    [whole] = runs[runs["other_id"] == "V20"].to_dict("records")
    assert (whole["first_word"], whole["last_word"]) == (1, whole["base_words"])
    [template] = runs[runs["base_id"] == "V22"].to_dict("records")
    assert template["words"] == 16


@given(
    st.lists(
        st.sampled_from([*CELL_TEXTS, "a b c d", "b c d e", "😀 b c d"]), min_size=2, max_size=4
    )
)
def test_runs_lie_within_their_sentence_whatever_the_text(texts: list[str]) -> None:
    runs = runs_of(*texts)
    assert (runs["first_word"] >= 1).all()
    assert (runs["last_word"] <= runs["base_words"]).all()
    assert (runs["words"] == runs["last_word"] - runs["first_word"] + 1).all()
