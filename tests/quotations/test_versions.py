from itertools import combinations, pairwise, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agletters.quotations.versions import (
    Comparison,
    classify,
    compare,
    shared_runs,
    shared_runs_matrix,
    shared_runs_table,
)

WORDS = ["ads", "Ads", "stop", "should", "must", "the", "it’s", "it's", "—", "-", ",", "\u00a0"]
sentences = st.lists(st.sampled_from(WORDS), max_size=14).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words), "  ".join(words) + "."])
)
anything = sentences | st.text(max_size=40) | st.sampled_from(["👍🏽 ‮abc\0", "w " * 200])


def marked(comparison: Comparison) -> str:
    brackets = {"same": "{}{}", "deleted": "[-{}{}]", "inserted": "[+{}{}]"}
    return "".join(
        f"[{segment.base}>{segment.printed}]"
        if segment.operation == "replaced"
        else brackets[segment.operation].format(
            segment.base, segment.printed if segment.operation == "inserted" else ""
        )
        for segment in comparison.segments
    )


@given(anything, anything)
def test_both_printings_are_rebuilt_exactly_from_the_segments(base: str, printed: str) -> None:
    segments = compare(base, printed).segments
    assert "".join(segment.base for segment in segments) == base
    assert "".join(segment.printed for segment in segments) == printed
    for segment in segments:
        assert base[segment.base_start : segment.base_end] == segment.base
        assert printed[segment.printed_start : segment.printed_end] == segment.printed


@given(anything, anything)
def test_each_segment_does_what_its_operation_says(base: str, printed: str) -> None:
    segments = compare(base, printed).segments
    for segment in segments:
        says = {
            "same": segment.base == segment.printed != "",
            "deleted": segment.base != "" == segment.printed,
            "inserted": segment.base == "" != segment.printed,
            "replaced": "" not in (segment.base, segment.printed)
            and segment.base != segment.printed,
        }
        assert says[segment.operation]
    assert all((a.operation == "same") != (b.operation == "same") for a, b in pairwise(segments))


@pytest.mark.parametrize(
    ("base", "printed", "expected"),
    [
        ("about human trafficking, and", "about , and", "about [-human trafficking], and"),
        ("even Acme.com's ally", "even's ally", "even[- Acme.com]'s ally"),
        ("no question that Acme does", "no question that does", "no question that [-Acme ]does"),
        ("is sorry", "Acme.com is sorry", "[+Acme.com ]is sorry"),
        ("don’t appear", "don't appear", "don[’>']t appear"),
        ("moral—if not", "moral — if not", "moral[—> — ]if not"),
        ("it should go", "it must go", "it [should>must] go"),
        ("two  spaces", "two spaces", "two [- ]spaces"),
        ("it should  go", "it must  go", "it [should>must]  go"),
        ("ads, now", "posts, today", "[ads, now>posts, today]"),
        ("“Ads” go.", "“Posts” stay.", "“[Ads” go>Posts” stay]."),
        ("", "new", "[+new]"),
        ("", "", ""),
    ],
)
def test_differences_are_marked_by_whole_words(base: str, printed: str, expected: str) -> None:
    assert marked(compare(base, printed)) == expected


def test_one_word_dropped_from_a_long_repetitive_text_is_one_change() -> None:
    words = [f"w{number % 20}" for number in range(300)]
    found = compare(" ".join(words), " ".join(words[:150] + words[151:]))
    assert [segment.operation for segment in found.segments] == ["same", "deleted", "same"]


@pytest.mark.parametrize(
    ("base", "printed", "expected"),
    [
        ("Ads should go.", "Ads should go.", "identical"),
        ("a moral—if not legal—duty", "a moral - if not legal - duty", "punctuation"),
        ("don’t go", "don't  go,", "punctuation"),
        ("We ask,", "we ask", "capitalisation"),
        ("First Amendment extremists that way.", "First Amendment Extremists,", "truncation"),
        ("I ask you to stop", "you to stop", "truncation"),
        ("even Acme.com's ally", "even's ally", "word_dropped"),
        ("It should not go", "it should go", "word_dropped"),
        ("steps to protect", "I took steps to protect", "word_added"),
        ("steps to protect", "steps, boldly, to protect", "word_added"),
        ("ads should go", "Ads, must go", "modal_changed"),
        ("ads should go", "ads shouldn’t go", "modal_changed"),
        ("we can’t wait", "we won't wait", "modal_changed"),
        ("ads should go now", "ads must leave now", "reworded"),
        ("the misery of them", "the misery for them", "reworded"),
        ("go ads", "ads go", "reworded"),
    ],
)
def test_each_kind_of_difference_is_told_from_the_texts(
    base: str, printed: str, expected: str
) -> None:
    assert classify(compare(base, printed)) == expected


@given(anything, anything)
def test_the_kind_of_difference_does_not_depend_on_direction_but_for_cuts(
    base: str, printed: str
) -> None:
    there, back = classify(compare(base, printed)), classify(compare(printed, base))
    one_way = {"truncation", "word_dropped", "word_added"}
    assert there == back or {there, back} <= one_way
    assert (there == "identical") == (base == printed)


@given(sentences, sentences, st.integers(1, 4))
def test_shared_runs_are_the_same_words_and_never_overlap(a: str, b: str, least: int) -> None:
    runs = shared_runs(a, b, least)
    assert runs["words"].is_monotonic_decreasing
    assert (runs["words"] >= least).all()
    for text, side in [(a, "a"), (b, "b")]:
        spans = sorted(zip(runs[f"{side}_start"], runs[f"{side}_end"], strict=True))
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        assert [text[start:end] for start, end in spans] == list(
            runs.sort_values(f"{side}_start")[f"{side}_text"]
        )
    for run in runs.itertuples():
        assert classify(compare(run.a_text, run.b_text)) in {
            "identical",
            "punctuation",
            "capitalisation",
        }


@given(st.lists(st.sampled_from("ab"), max_size=8), st.lists(st.sampled_from("ab"), max_size=8))
def test_the_first_shared_run_is_the_longest_that_there_is(a: list[str], b: list[str]) -> None:
    runs = shared_runs(" ".join(a), " ".join(b), min_words=1)
    longest = max(
        (
            size
            for i, j in product(range(len(a)), range(len(b)))
            for size in range(1, 9)
            if a[i : i + size] == b[j : j + size] and len(a[i : i + size]) == size
        ),
        default=0,
    )
    assert runs["words"].max() == longest if longest else runs.empty


def test_runs_are_found_in_another_order_and_despite_case_and_marks() -> None:
    runs = shared_runs("Go now, they said. “We’ll stop it!”", "we'll STOP it; go now", min_words=2)
    assert runs["a_text"].tolist() == ["We’ll stop it", "Go now"]
    assert runs["b_text"].tolist() == ["we'll STOP it", "go now"]
    assert runs["a_start"].tolist() == [20, 0]


def test_a_run_shorter_than_asked_for_is_left_out() -> None:
    assert shared_runs("one two three four", "one two three", min_words=4).empty


def test_a_run_of_no_words_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^min_words is 0; give at least 1$"):
        shared_runs("a", "a", min_words=0)
    assert len(shared_runs("a", "a", min_words=1)) == 1


def test_a_run_of_five_words_is_the_shortest_unless_said_otherwise() -> None:
    five, four = "one two three four five", "one two three four"
    assert shared_runs(five, five)["words"].tolist() == [5]
    assert shared_runs(four, four).empty
    pair = pd.Series({"x": five, "y": five})
    assert len(shared_runs_table(pair)) == 1
    assert shared_runs_table(pair.str.removesuffix(" five")).empty
    assert shared_runs_matrix(pair).loc["x", "y"] == 5
    assert shared_runs_matrix(pair.str.removesuffix(" five")).loc["x", "y"] == 0


def test_the_columns_of_runs_are_numbers_and_text_even_when_there_are_none() -> None:
    for runs in (shared_runs("a", "b"), shared_runs_table(pd.Series({"x": "a", "y": "b"}))):
        types = runs[["words", "a_start", "a_end", "b_start", "b_end"]].dtypes
        assert set(types) == {np.dtype("int64")}
        assert set(runs[["a_text", "b_text"]].dtypes) == {pd.StringDtype()}
    assert set(shared_runs_matrix(pd.Series({"x": "a", "y": "b"})).dtypes) == {pd.Int64Dtype()}


def test_a_long_text_of_one_repeated_word_is_one_run() -> None:
    runs = shared_runs("word " * 1_000, "One " + "word " * 900)
    assert runs["words"].tolist() == [900]


TEXTS = pd.Series(
    {"z": "Stop the ads", "x": "stop the ads now, please", "y": "please stop the ads now"}
)


def test_the_table_has_every_pair_once_longest_run_first() -> None:
    runs = shared_runs_table(TEXTS, min_words=3)
    assert runs[["a_id", "b_id", "words"]].to_numpy().tolist() == [
        ["x", "y", 4],
        ["z", "x", 3],
        ["z", "y", 3],
    ]


def test_runs_of_one_length_stand_in_the_order_of_the_texts() -> None:
    texts = pd.Series(dict.fromkeys("zyxwvut", "stop the ads") | {"a": "go on", "b": "go on"})
    runs = shared_runs_table(texts[::-1], min_words=2)
    assert list(zip(runs["a_id"], runs["b_id"], strict=True)) == [
        *combinations("tuvwxyz", 2),
        ("b", "a"),
    ]
    assert runs.index.tolist() == list(range(22))


def test_the_matrix_is_symmetric_and_adds_the_runs_of_a_pair() -> None:
    matrix = shared_runs_matrix(TEXTS, min_words=1)
    assert matrix.loc["x", "y"] == matrix.loc["y", "x"] == 5
    assert matrix.loc["z"].fillna(-1).tolist() == [-1, 3, 3]
    assert matrix.index.tolist() == matrix.columns.tolist() == ["z", "x", "y"]


@pytest.mark.parametrize("texts", [{}, {"x": "alone"}, {"x": "no word", "y": "in common"}])
def test_texts_that_share_nothing_give_a_whole_matrix_of_zeros(texts: dict[str, str]) -> None:
    series = pd.Series(texts, dtype="string")
    assert shared_runs_table(series).empty
    assert shared_runs_matrix(series).shape == (len(texts), len(texts))
    assert shared_runs_matrix(series).sum().sum() == 0


def test_an_id_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^the id 'x' occurs more than once; give every text its"):
        shared_runs_table(pd.Series(["a", "b"], index=["x", "x"]))


def test_a_missing_text_is_named() -> None:
    with pytest.raises(ValueError, match=r"^the text of 'y' is missing; drop the row or"):
        shared_runs_matrix(pd.Series({"x": "a", "y": None}))
