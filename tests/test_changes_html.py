import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agletters.changes_html import marked, show_changes
from agletters.html_tables import MARKER_TYPE
from agletters.markup import visible_text
from agletters.printings import PATH_COLUMNS
from tests.hostile import ALLOWED_TAGS, CELL_TEXTS, Reader

ROW = {
    "appearance_id": "V1",
    "statement_id": "Q1",
    "speaker": "A. Ames",
    "first": "It should stop.",
    "first_from": "Office, 2010-09-21",
    "first_source_id": "S1",
    "second": "It must stop.",
    "second_from": "Paper",
    "second_source_id": "S2",
    "difference": "modal_changed",
    "by_words": "modal_changed",
    "note": None,
}


def html_of(**cells: object) -> str:
    frame = pd.DataFrame([{**ROW, **cells}], columns=PATH_COLUMNS)
    return str(show_changes(frame, slug="all", caption="All printings").to_html())


def inert(html: str) -> Reader:
    reader = Reader(html)
    for tag, attributes in reader.elements:
        assert tag in ALLOWED_TAGS | {"del", "ins"}
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert attributes.get("href", "#").startswith(("#", "data:text/csv;"))
    return reader


def spoken(html: str, tag: str) -> list[str]:
    return [Reader(found).text for found in re.findall(f"<{tag}>.*?</{tag}>", html, re.DOTALL)]


def test_what_differs_is_marked_and_said_in_words() -> None:
    html = marked("It should stop.", "It must stop.")
    assert spoken(html, "del") == ["[deleted: should] "]
    assert spoken(html, "ins") == ["[inserted: must] "]


def test_equal_texts_have_no_marks() -> None:
    assert marked("It should stop.", "It should stop.") == "It should stop."


def test_a_space_that_was_put_in_is_seen() -> None:
    assert spoken(marked("a moral—obligation", "a moral obligation"), "ins") == ["[inserted: ␣] "]


def test_a_character_that_only_some_take_for_a_space_is_named_like_any_other_unseen_one() -> None:
    assert spoken(marked("stop", "\x85"), "ins") == [f"[inserted: {visible_text(chr(0x85))}] "]
    assert "␣" not in visible_text("\x85")


@given(
    st.sampled_from(CELL_TEXTS) | st.text(max_size=30),
    st.sampled_from(CELL_TEXTS) | st.text(max_size=30),
)
def test_both_texts_can_be_read_out_of_the_marked_one(first: str, second: str) -> None:
    hidden = r'<span class="visually-hidden">.*?</span>'
    html = re.sub(hidden, "", marked(first, second))
    kept = {"del": second, "ins": first}
    for gone, text in kept.items():
        left = re.sub(rf"<{gone}>.*?</{gone}>", "", html, flags=re.DOTALL)
        words = "".join(Reader(left).text.split()).replace("␣", "")
        assert words == "".join(visible_text(text).split()).replace("␣", "")


def test_each_printing_has_a_permanent_link_its_sources_and_its_statement() -> None:
    reader = inert(html_of())
    links = {attributes["href"] for tag, attributes in reader.elements if tag == "a"}
    assert {"#printing-V1", "#source-S1", "#source-S2", "#statement-Q1"} <= links
    assert "printing-V1" in {attributes.get("id") for _, attributes in reader.elements}
    assert "modal changed" in reader.text
    assert "From the words alone" not in reader.text


def test_both_texts_stand_below_in_full() -> None:
    text = inert(html_of()).text
    assert "First: It should stop." in text
    assert "Second: It must stop." in text


def test_another_class_by_the_words_alone_is_said_with_the_reason() -> None:
    text = inert(html_of(difference="attribution_changed", by_words="identical")).text
    assert "From the words alone: identical" in text
    assert "cannot be read from two texts" in text
    assert "as the note says" in inert(html_of(difference="word_dropped")).text


def test_a_text_without_a_source_has_no_link() -> None:
    reader = inert(html_of(first_source_id=None))
    assert "#source-S1" not in {attributes.get("href") for _, attributes in reader.elements}
    assert "First: Office, 2010-09-21." in reader.text


@pytest.mark.parametrize("column", ["speaker", "first", "first_from", "second", "note"])
@pytest.mark.parametrize("text", CELL_TEXTS)
def test_hostile_cells_stay_text(column: str, text: str) -> None:
    words = "".join(inert(html_of(**{column: text})).text.split())
    assert "".join(visible_text(text).split()) in words


def test_a_notebook_gets_html_text_and_the_mark_of_the_report() -> None:
    shown = show_changes(pd.DataFrame([ROW]), slug="all", caption="All")
    bundle = shown._repr_mimebundle_()
    assert bundle[MARKER_TYPE] == {"slug": "all"}
    assert bundle["text/plain"] == "V1: It should stop. → It must stop."


def test_faulty_rows_are_refused_with_what_is_wrong() -> None:
    frame = pd.DataFrame([ROW])
    with pytest.raises(ValueError, match="have no column note"):
        show_changes(frame.drop(columns="note"), slug="all", caption="All")
    with pytest.raises(ValueError, match="have V1 twice"):
        show_changes(pd.concat([frame, frame]), slug="all", caption="All")
