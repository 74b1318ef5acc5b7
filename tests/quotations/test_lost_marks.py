"""What is read of an article whose marks are damaged."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agletters.quotations.extract import MENDED_CONFIDENCE, extract, spoken
from agletters.quotations.marks import find
from tests.quotations.passages import LONG, PASSAGES

pieces = st.sampled_from(
    """
    “|”|"| |, |. |? |: | — |(|)|Lee |Ann Lee |he |who |that |said |says |calling |called |to |and |
    according to |the |mayor |of |when |was |be |had |as |told |I |we |words |claim that |named |
    in the words of |It rained. |an insult |by |is how |6” |... |did |would |Their |and that |‘|’
    """.strip().split("|")
)
damaged = st.lists(pieces, max_size=40).map("".join)
articles = st.lists(st.sampled_from([text for text, _ in PASSAGES]), min_size=1, max_size=4)


def found(text: str) -> list[tuple[str, str | None]]:
    return [(q.text, q.speaker) for q in spoken(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We lost, Lee said. He left.", [("We lost,", "Lee")]),
        ("“We lost, said Ann Lee, who ran twice.", [("We lost,", "Ann Lee")]),
        ("“Who will pay? asked the mayor.", [("Who will pay?", "the mayor")]),
        ("“We have no money, according to the mayor.", [("We have no money,", "the mayor")]),
        ("“We have no money. — Ann Lee", [("We have no money.", "Ann Lee")]),
        ("“We have no money, was how Lee put it.", [("We have no money,", "Lee")]),
        ("“We lost, Lee said, “but we tried.", [("We lost,", "Lee"), ("but we tried.", "Lee")]),
        (
            "Lee said, “We have no idea. Hobbs said the board would meet.",
            [("We have no idea.", "Lee")],
        ),
        (
            "Lee called it “a bad day for the town, and the board agreed.",
            [("a bad day for the town,", "Lee")],
        ),
        (
            "Lee spoke of “a bad day and said “a good man had gone.",
            [("a bad day", "Lee"), ("a good man had gone.", "Lee")],
        ),
        (
            "Promising “a bed for every patient, Lee won the vote.",
            [("a bed for every patient,", "Lee")],
        ),
        (
            "Lee's claim that the dam “never leaked a drop of water was denied.",
            [("never leaked a drop of water", "Lee")],
        ),
    ],
)
def test_a_lost_closing_mark_is_read_where_the_speech_ends(text: str, expected: object) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We lost,” Lee said.", [("We lost,", "Lee")]),
        ("It rained all day. Lee said, We lost the vote.”", [("We lost the vote.", "Lee")]),
        ("Lee wrote: We lost. We will try again.”", [("We lost. We will try again.", "Lee")]),
        ("“We lost,” Lee said. We will try.”", [("We lost,", "Lee"), ("We will try.", "Lee")]),
        ("“We lost,” Lee said, but we tried.”", [("We lost,", "Lee"), ("but we tried.", "Lee")]),
        ("Lee said that the plan was a waste of money.”", [("a waste of money.", "Lee")]),
        ("Lee called the plan a waste of money.”", [("a waste of money.", "Lee")]),
        ("Lee vowed to fight it in every court.”", [("fight it in every court.", "Lee")]),
        ("Lee accused Hobbs of hiding behind lawyers.”", [("hiding behind lawyers.", "Lee")]),
        ("Lee said There is no money left.”", [("There is no money left.", "Lee")]),
        (
            "Lee's reply was short:\n\nThere is no money left.”",
            [("There is no money left.", "Lee")],
        ),
    ],
)
def test_a_lost_opening_mark_is_read_where_the_speech_begins(text: str, expected: object) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The board is 6” wide.",
        "There was never any money.”",
        "The plan was open to all,” For example, the board could meet.",
        "”",
        "Lee left. ”",
    ],
)
def test_a_closing_mark_alone_opens_nothing_without_a_speaker(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", LONG)
def test_a_quotation_over_paragraphs_runs_to_the_end_of_each(text: str) -> None:
    end = text.index("\n\n")
    assert [span.end for span in find(text) if span.start < end][-1] == end


def test_a_span_without_its_opening_mark_is_less_certain() -> None:
    (whole,), (mended,) = extract("“We lost,” Lee said."), extract("We lost,” Lee said.")
    assert (mended.text, mended.confidence) == (whole.text, MENDED_CONFIDENCE)
    assert mended.confidence < whole.confidence


def test_without_any_mark_speech_is_indirect() -> None:
    (statement,) = extract("The bridge will open in the spring, Ann Lee said.")
    assert (statement.kind, statement.speaker) == ("indirect", "Ann Lee")


class Loss(NamedTuple):
    """A passage without one of its marks, and what should still be read of it."""

    text: str
    words: str
    speaker: str


def losses(mark: str) -> Iterator[Loss]:
    """Take every mark of one kind away from every passage in turn."""
    for text, speakers in PASSAGES:
        spans = zip(re.finditer(r"“([^“”]*)”", text), speakers, strict=True)
        for match, speaker in spans:
            at = match.start() if mark == "“" else match.end() - 1
            if speaker is not None and len(match.group(1).split()) > 2:
                yield Loss(text[:at] + text[at + 1 :], match.group(1), speaker)


@pytest.mark.parametrize(("mark", "share"), [("”", 0.85), ("“", 0.8)])
def test_of_passages_that_lost_a_mark_most_are_read_as_if_they_had_it(
    mark: str, share: float
) -> None:
    cases = list(losses(mark))
    assert len(cases) > 120
    assert sum((loss.words, loss.speaker) in found(loss.text) for loss in cases) > share * len(
        cases
    )


def damages(text: str) -> list[str]:
    """Take every double mark away in turn."""
    return [text[: m.start()] + text[m.end() :] for m in re.finditer("[“”]", text)]


@given(articles, st.data())
def test_a_lost_mark_changes_nothing_in_other_paragraphs(
    parts: list[str], data: st.DataObject
) -> None:
    parts = [part.replace("\n\n", " ") for part in parts]
    text = "\n\n".join(parts)
    number = data.draw(st.integers(0, len(parts) - 1))
    loss = data.draw(st.sampled_from(damages(parts[number])))
    hurt = "\n\n".join([*parts[:number], loss, *parts[number + 1 :]])
    start = len("\n\n".join([*parts[:number], ""]))
    end = start + len(parts[number])
    before = [(s.start, s.end) for s in find(text) if s.end <= start]
    after = [(s.start - 1, s.end - 1) for s in find(text) if s.start >= end]
    spans = [(s.start, s.end) for s in find(hurt)]
    assert spans[: len(before)] == before
    assert spans[len(spans) - len(after) :] == after
    assert all("\n\n" not in hurt[low:high] for low, high in spans)


@given(st.sampled_from([text for text, _ in PASSAGES if text.count("“") > 1]), st.data())
def test_a_lost_closing_mark_moves_no_other_span_of_its_paragraph(
    text: str, data: st.DataObject
) -> None:
    spans = find(text)
    lost = data.draw(st.sampled_from(spans))
    hurt = text[: lost.end] + text[lost.end + 1 :]
    shift = [(s.start - (s.start > lost.end), s.end - (s.start > lost.end)) for s in spans]
    kept = [pair for pair, span in zip(shift, spans, strict=True) if span is not lost]
    assert set(kept) <= {(s.start, s.end) for s in find(hurt)}


@given(articles, st.data())
def test_damaged_marks_read_alike_when_straight_or_curly(
    parts: list[str], data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(damages("\n\n".join(parts))))
    straight = text.translate(str.maketrans({"“": '"', "”": '"', "’": "'"}))
    assert [(q.start, q.end, q.kind) for q in extract(straight)] == [
        (q.start, q.end, q.kind) for q in extract(text)
    ]


@settings(max_examples=400)
@given(damaged)
def test_no_damage_raises_or_loses_an_offset(text: str) -> None:
    cursor = 0
    for q in extract(text):
        assert cursor <= q.start < q.end
        assert text[q.start : q.end] == q.text
        cursor = q.end
