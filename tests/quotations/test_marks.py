import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agletters.quotations.marks import find, paragraphs

pieces = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "''",
        "``",
        "‘",
        "’",
        "'",
        "«",
        "»",
        "Lee",
        " said",
        " ",
        ".",
        ",",
        "\n",
        "\u00a0",
        "’08",
    ]
)
texts = st.lists(pieces, max_size=40).map("".join) | st.text(max_size=80)


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We lost,” he said.", ["We lost,"]),
        ('"We lost," he said.', ["We lost,"]),
        ("''We lost,'' he said.", ["We lost,"]),
        ("``We lost,'' he said.", ["We lost,"]),
        ("«We lost,» he said.", ["We lost,"]),
        ('“We lost," he said. "We tried.”', ["We lost,", "We tried."]),
        ("”We lost,“ he said.", ["We lost,"]),
        ('He said,"We lost."', ["We lost."]),
        ('He said—"We lost"—and left.', ["We lost"]),
        ("“ is disappointed,” it wrote.", [" is disappointed,"]),
        ("its use of\u00a0 “careful checks” here", ["careful checks"]),
        ("“I say ‘no,’” he said.", ["I say ‘no,’"]),
        ("\"I say 'no,'\" he said.", ["I say 'no,'"]),
        ("“He told me “no” twice,” she said.", ["He told me “no” twice,"]),
        ("the class of ’08 and the boys’ “big night” out", ["big night"]),
        ("Editors' Recommendations and Lee's 'plan'", ["plan"]),
        ("rock 'n' roll, 'em and '08", []),
        ('The board is 6" wide and 4" deep.', []),
        ("‘We lost,’ he said.", ["We lost,"]),
        ("'I like the Lees' plan,' he said.", ["I like the Lees' plan,"]),
        ("‘He says “no”, and means it,’ she said.", ["He says “no”, and means it,"]),
        ("The '80s \"boom\" was loud, the Lees' was not.", ["boom"]),
        ('Dover """""" said “no” twice.', ["no"]),
        ("It said ‘nothing at all’ and “no more.”", ["nothing at all", "no more."]),
    ],
)
def test_a_span_is_found_however_its_marks_are_typed(text: str, expected: object) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We lost.\n\n“We tried.”", ["We lost.", "We tried."]),
        ("“We lost, he said. “We tried.”", ["We lost,", "We tried."]),
        ("“We lost, Ann Lee said.", ["We lost,"]),
        ("He said: “We lost. We tried.\n\nNobody came.", ["We lost. We tried."]),
        ('"We lost.\n\n"We tried."', ["We lost.", "We tried."]),
        ("‘We lost.\n\n‘We tried.’", ["We lost.", "We tried."]),
    ],
)
def test_a_quotation_without_a_closing_mark_ends_where_it_must(text: str, expected: object) -> None:
    assert found(text) == expected
    assert not find(text)[0].closed


def test_a_wrapped_line_goes_on_and_a_new_paragraph_does_not() -> None:
    wrapped = "Lee said that the board had “never once in all of its long\nhistory voted” on it."
    assert found(wrapped) == ["never once in all of its long\nhistory voted"]
    assert len(list(paragraphs("Lee lost.\nHobbs won."))) == 2


@given(texts)
def test_spans_are_in_order_without_overlap_and_inside_their_marks(text: str) -> None:
    cursor = 0
    for span in find(text):
        assert cursor <= span.outer_start <= span.start < span.end <= span.outer_end <= len(text)
        cursor = span.outer_end


@given(texts)
def test_no_span_crosses_a_blank_line(text: str) -> None:
    assert not any("\n\n" in words for words in found(text))


@given(st.lists(st.sampled_from(["Lee said “we lost” twice.", "“No,” he said.", "It rained."])))
def test_straightened_marks_give_the_same_spans(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert found(text.replace("“", '"').replace("”", '"')) == found(text)


def test_time_grows_no_faster_than_the_text() -> None:
    def seconds(count: int) -> float:
        started = time.process_time()
        find("“a 'b \"" * count)
        return time.process_time() - started

    seconds(1_000)
    # Another try only where the machine was busy in the first.
    assert any(seconds(20_000) < 40 * max(seconds(2_000), 0.002) for _ in range(3))
