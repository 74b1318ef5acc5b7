import time
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from agletters.quotations.anchors import (
    Anchor,
    anchor,
    excerpt,
    find,
    fold,
    text_fragment_url,
    text_sha256,
    verify,
    verify_frame,
)

ARTICLE = (
    "The firm says “it respectfully declines” the request.\n\n"
    "“It is disappointed,” the firm wrote. Later it declines again: “no gap—none.”"
)
HOSTILE = ["", "\0", "👩‍👩‍👧 👍🏽", "שלום ‮abc‬", "e\u0301é", "\ud800", "<b>&amp;</b>", "x" * 10_000]
texts = st.text(max_size=80) | st.sampled_from(HOSTILE)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


def kinds(text: str, made: Anchor) -> list[str]:
    return [problem.kind for problem in verify(text, made)]


def spans(*anchors: Anchor) -> pd.DataFrame:
    table = pd.DataFrame(anchors).rename(columns={"exact": "text"})
    return table.assign(span_id=[f"s{row}" for row in range(len(anchors))])


@given(passages(), st.integers(1, 40))
def test_an_anchor_gives_its_passage_back_from_its_offsets(
    passage: tuple[str, int, int], context: int
) -> None:
    text, start, end = passage
    made = anchor(text, start, end, context)
    assert text[made.start : made.end] == made.exact
    assert find(text, made.exact, made.prefix, made.suffix) == (start,)
    assert verify(text, made) == []


@given(passages(), st.sampled_from(["exact", "prefix", "suffix"]), st.characters(), st.data())
def test_one_changed_character_in_an_anchor_is_noticed(
    passage: tuple[str, int, int], part: str, character: str, data: st.DataObject
) -> None:
    text, start, end = passage
    made = anchor(text, start, end)
    words = getattr(made, part)
    assume(words)
    at = data.draw(st.integers(0, len(words) - 1))
    assume(words[at] != character)
    changed = replace(made, **{part: words[:at] + character + words[at + 1 :]})
    assert verify(text, changed)


@given(passages(), st.characters(), st.data())
def test_one_changed_character_in_the_text_is_noticed(
    passage: tuple[str, int, int], character: str, data: st.DataObject
) -> None:
    text, start, end = passage
    at = data.draw(st.integers(0, len(text) - 1))
    assume(text[at] != character)
    changed = text[:at] + character + text[at + 1 :]
    assert "text differs" in kinds(changed, anchor(text, start, end))


@given(texts, texts, texts, texts, st.integers(-5, 12_000), st.integers(-5, 12_000), texts)
def test_verifying_never_raises_and_its_messages_are_printable(
    text: str, exact: str, prefix: str, suffix: str, start: int, end: int, sha256: str
) -> None:
    for problem in verify(text, Anchor(exact, prefix, suffix, start, end, sha256)):
        assert problem.message.isprintable()


def test_a_long_repetitive_text_is_verified_at_once() -> None:
    text = "ab" * 5_000
    made = anchor(text, 4_000, 6_000)
    began = time.perf_counter()
    assert "not found" in kinds(text, replace(made, exact=text[:1_000] + "c" + text[:1_000]))
    assert time.perf_counter() - began < 10


def test_a_look_alike_character_is_named_by_its_code_point() -> None:
    start = ARTICLE.index("no gap")
    made = anchor(ARTICLE, start, start + 13)
    straight = replace(made, exact=made.exact.replace("—", "-"))
    [problem] = verify(ARTICLE, straight)
    assert problem.kind == "not found"
    assert "character 7 is '-' (U+002D HYPHEN-MINUS)" in problem.message
    assert f"'—' (U+2014 EM DASH) at offset {start + 6}" in problem.message


@pytest.mark.parametrize(
    ("twin", "plain"), [("\u00a0", " "), ("’", "'"), ("“", '"'), ("–", "-"), ("\n", " ")]
)
def test_folding_replaces_look_alikes_and_keeps_the_length(twin: str, plain: str) -> None:
    assert fold(f"a{twin}b") == f"a{plain}b"


def test_the_first_difference_is_found_though_the_offsets_are_wrong() -> None:
    made = replace(anchor(ARTICLE, 15, 39), exact="it respectfully refuses” the request", start=90)
    [problem] = verify(ARTICLE, made)
    assert "its character 18 is 'r'" not in problem.message
    assert "its character 17 is 'r'" in problem.message
    assert "'d' (U+0064 LATIN SMALL LETTER D) at offset 31" in problem.message
    assert "it respectfully declines” the" in problem.message


@pytest.mark.parametrize(
    ("text", "exact", "start", "says"),
    [
        # The end of the quotation is nowhere in the text, or its beginning, or neither is far off.
        (ARTICLE, "it respectfully declineZ", 90, "character 24 is 'Z' (U+005A LATIN CAPITAL L"),
        (ARTICLE, "Zt respectfully declines", 90, "character 1 is 'Z' (U+005A LATIN CAPITAL L"),
        ("X " + "so " * 60 + "it goes on", "Xt goes on", 0, "LETTER I) at offset 182"),
        # Marks are look-alikes at both ends.
        (
            ARTICLE,
            '"no gap-none."',
            3,
            f"LEFT DOUBLE QUOTATION MARK) at offset {ARTICLE.index('“no')}",
        ),
        # The text has the same beginning twice: the anchor's own place is meant.
        ("it goes up; it goes by", "it goes on", 12, "LETTER B) at offset 20"),
        # A word was dropped after a beginning that stands twice: that next to the end is meant.
        (
            "it goes on and on, so that it surely declines",
            "it declines",
            0,
            "LETTER S) at offset 30",
        ),
    ],
)
def test_the_closest_text_is_found_wherever_the_change_is(
    text: str, exact: str, start: int, says: str
) -> None:
    made = Anchor(exact, "", "", start, start + len(exact), text_sha256(text))
    [problem] = verify(text, made)
    assert says in problem.message


def test_a_dropped_word_is_placed_by_the_words_on_both_sides() -> None:
    made = replace(anchor(ARTICLE, 15, 39), exact="it declines” the request", start=0, end=24)
    [problem] = verify(ARTICLE, made)
    assert "its character 4 is 'd'" in problem.message
    assert "'r' (U+0072 LATIN SMALL LETTER R) at offset 18" in problem.message


def test_words_that_stand_elsewhere_are_reported_with_their_offset() -> None:
    made = anchor(ARTICLE, 15, 39)
    [problem] = verify(ARTICLE, replace(made, start=16, end=40))
    assert problem.kind == "offsets disagree"
    assert "says 16 to 40, the quotation stands at 15 and has 24 characters" in problem.message


def test_an_end_that_disagrees_with_the_length_is_reported() -> None:
    made = anchor(ARTICLE, 15, 39)
    assert kinds(ARTICLE, replace(made, end=38)) == ["offsets disagree"]


def test_a_quotation_found_twice_is_reported_with_every_offset() -> None:
    made = replace(anchor(ARTICLE, 31, 39), prefix="", suffix="")
    [problem] = verify(ARTICLE, made)
    assert problem.kind == "not unique"
    second = ARTICLE.rindex("declines")
    assert f"2 times, at offsets 31, {second};" in problem.message


def test_the_context_is_lengthened_until_it_names_one_place() -> None:
    text = "no. yes. " * 2 + "no."
    made = anchor(text, 9, 11, context=1)
    assert find(text, "no", made.prefix, made.suffix) == (9,)
    assert 1 < len(made.prefix) < 9
    doubled = anchor("1xab 2xab", 2, 3, context=1)
    assert (doubled.prefix, doubled.suffix) == ("1x", "b ")
    overlapping = anchor("aaaa", 1, 2, context=1)
    assert (overlapping.prefix, overlapping.suffix) == ("a", "aa")


def test_places_that_overlap_are_all_found() -> None:
    assert find("aaaa", "aa") == (0, 1, 2)


def test_an_empty_quotation_is_found_nowhere_and_said_to_be_empty() -> None:
    assert find("aaaa", "", prefix="a") == ()
    problems = verify(ARTICLE, Anchor("", "", "", 0, 0, text_sha256(ARTICLE)))
    assert [(one.kind, one.message) for one in problems] == [
        ("incomplete", "the quotation is empty")
    ]


def test_a_context_has_the_length_that_was_asked_for() -> None:
    made = anchor(ARTICLE, 31, 39)
    assert (made.prefix, made.suffix) == (ARTICLE[7:31], ARTICLE[39:63])
    short = anchor("abcdef", 2, 4, context=1)
    assert (short.prefix, short.exact, short.suffix) == ("b", "cd", "e")
    doubled = anchor("xab yab zab", 5, 6, context=1)
    assert (doubled.prefix, doubled.suffix) == ("y", "b")
    assert (short.start, short.end, short.text_sha256) == (2, 4, text_sha256("abcdef"))


def test_another_text_is_named_by_both_hashes() -> None:
    made = anchor(ARTICLE, 0, 8)
    [problem] = verify(ARTICLE + " ", made)
    assert problem.message == (
        f"the text has SHA-256 '{text_sha256(ARTICLE + ' ')}', the anchor was made in "
        f"'{made.text_sha256}'"
    )


def test_many_places_are_listed_as_five_and_the_rest_as_a_number() -> None:
    [problem] = verify("no " * 8, Anchor("no", "", "", 0, 2, text_sha256("no " * 8)))
    assert problem.message == (
        "the quotation with its prefix and suffix is in the text 8 times, at offsets "
        "0, 3, 6, 9, 12 and 3 more; lengthen the prefix or the suffix"
    )
    [problem] = verify("no " * 5, Anchor("no", "", "", 0, 2, text_sha256("no " * 5)))
    assert "at offsets 0, 3, 6, 9, 12; lengthen" in problem.message
    [problem] = verify("no " * 6, Anchor("no", "", "", 0, 2, text_sha256("no " * 6)))
    assert "at offsets 0, 3, 6, 9, 12 and 1 more; lengthen" in problem.message


def test_long_closest_text_is_cut_on_both_sides_of_the_difference() -> None:
    text = "a" * 50 + "b" + "c" * 60
    [problem] = verify(text, Anchor("a" * 50 + "X" + "c" * 60, "", "", 0, 111, text_sha256(text)))
    assert problem.message.endswith(f"closest text: …'{'a' * 30}b{'c' * 29}'…")
    whole = "a" * 30 + "b" + "c" * 29
    [problem] = verify(whole, Anchor(whole.replace("b", "X"), "", "", 0, 60, text_sha256(whole)))
    assert problem.message.endswith(f"closest text: '{whole}'")


def test_the_end_of_the_text_is_called_nothing() -> None:
    [problem] = verify("abc", Anchor("abcd", "", "", 0, 4, text_sha256("abc")))
    assert "its character 4 is 'd' (U+0064 LATIN SMALL LETTER D) where the closest text has " in (
        problem.message
    )
    assert "has nothing at offset 3; closest text: 'abc'" in problem.message


def test_a_character_without_a_name_is_called_unnamed() -> None:
    [problem] = verify("a\0", Anchor("ab", "", "", 0, 2, text_sha256("a\0")))
    assert "'\\x00' (U+0000 unnamed)" in problem.message


def test_an_excerpt_stands_in_its_quotation_to_the_letter() -> None:
    assert excerpt("It declines.", "declines") == "declines"
    for words in ("", "Declines"):
        with pytest.raises(ValueError, match=f"^'{words}' does not stand in the quotation 'It d"):
            excerpt("It declines.", words)


def test_a_text_that_has_no_utf8_form_has_a_hash_of_its_own() -> None:
    assert len({text_sha256(text) for text in ("\ud800", "\ud801", "?", "\ufffd")}) == 4


@pytest.mark.parametrize(
    ("part", "value", "says"),
    [
        ("prefix", "xirm says “", "character 11 of the prefix is 'x' (U+0078"),
        ("suffix", "” thX", "character 5 of the suffix is 'X' (U+0058"),
    ],
)
def test_a_changed_context_is_named_by_side_and_character(part: str, value: str, says: str) -> None:
    [problem] = verify(ARTICLE, replace(anchor(ARTICLE, 15, 39), **{part: value}))
    assert problem.kind == "context differs"
    assert says in problem.message


def test_a_changed_context_is_told_of_the_place_that_the_anchor_means() -> None:
    second = ARTICLE.rindex("declines")
    made = replace(anchor(ARTICLE, second, second + 8), prefix="later it ")
    [problem] = verify(ARTICLE, made)
    assert f"stands at offset {second}, but not with this prefix" in problem.message


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, 1_000)])
def test_offsets_that_name_no_passage_are_refused(start: int, end: int) -> None:
    with pytest.raises(
        ValueError,
        match=f"^offsets {start} to {end} name no passage of a text of {len(ARTICLE)} characters; "
        "give 0 <= start < end <= length$",
    ):
        anchor(ARTICLE, start, end)


def test_a_context_of_no_characters_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^context is 0; give at least 1 character$"):
        anchor(ARTICLE, 0, 3, context=0)


def test_a_frame_of_sound_spans_has_no_problem_and_is_left_as_it_was() -> None:
    table = spans(anchor(ARTICLE, 0, 8), anchor(ARTICLE, len(ARTICLE) - 5, len(ARTICLE)))
    table["prefix"] = table["prefix"].replace("", pd.NA).astype("string")
    table["suffix"] = table["suffix"].replace("", pd.NA).astype("string")
    before = table.copy(deep=True)
    problems = verify_frame(table, {text_sha256(ARTICLE): ARTICLE})
    assert problems.empty
    assert list(problems.columns) == ["span_id", "kind", "message"]
    assert set(problems.dtypes) == {pd.StringDtype()}
    pd.testing.assert_frame_equal(table, before)


def test_a_frame_names_the_span_that_fails() -> None:
    table = spans(anchor(ARTICLE, 0, 8), replace(anchor(ARTICLE, 15, 39), exact="it declined"))
    problems = verify_frame(table, {text_sha256(ARTICLE): ARTICLE})
    assert problems[["span_id", "kind"]].to_numpy().tolist() == [["s1", "not found"]]


def test_a_span_whose_text_is_not_at_hand_is_a_problem() -> None:
    [problem] = verify_frame(spans(anchor(ARTICLE, 0, 8)), {}).to_dict("records")
    assert problem["kind"] == "text differs"
    assert problem["message"] == f"no text at hand has SHA-256 {text_sha256(ARTICLE)}"


@pytest.mark.parametrize("part", ["prefix", "suffix"])
def test_the_context_of_a_span_of_a_frame_is_verified_too(part: str) -> None:
    table = spans(replace(anchor(ARTICLE, 15, 39), **{part: "never"}))
    [problem] = verify_frame(table, {text_sha256(ARTICLE): ARTICLE}).to_dict("records")
    assert problem["kind"] == "context differs"
    assert f"not with this {part}" in problem["message"]


def test_a_span_with_a_missing_cell_is_a_problem() -> None:
    table = spans(anchor(ARTICLE, 0, 8), anchor(ARTICLE, 15, 39)).astype({"start": "Int64"})
    table.loc[1, "start"] = pd.NA
    problems = verify_frame(table, {text_sha256(ARTICLE): ARTICLE})
    assert problems.to_numpy().tolist() == [["s1", "incomplete", "no value in column start"]]
    table.loc[1, ["end", "text", "text_sha256"]] = pd.NA
    [message] = verify_frame(table, {text_sha256(ARTICLE): ARTICLE})["message"]
    assert message == "no value in column start, end, text, text_sha256"


def test_a_frame_without_a_needed_column_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^the table of spans has no column suffix, text_sha256$"):
        verify_frame(spans(anchor(ARTICLE, 0, 8)).drop(columns=["suffix", "text_sha256"]), {})


def test_the_characters_that_part_a_text_directive_are_encoded() -> None:
    link = text_fragment_url("https://example.org/?a=1&b=2", "a-b, c & d—e/f")
    assert link == "https://example.org/?a=1&b=2#:~:text=a%2Db%2C%20c%20%26%20d%E2%80%94e%2Ff"


def test_a_long_quotation_is_linked_by_its_first_and_last_words() -> None:
    quotation = "Any prosecution would, they said, " + "infringe " * 10 + "rights under that law."
    link = text_fragment_url("http://example.org", quotation)
    first, last = "Any%20prosecution%20would%2C%20they%20said%2C", "infringe%20rights%20under"
    assert link == f"http://example.org#:~:text={first},{last}%20that%20law."


@pytest.mark.parametrize("quotation", ["a b c d e f g h i j k l", "long" * 30 + " word"])
def test_a_quotation_that_is_short_or_of_few_words_is_linked_whole(quotation: str) -> None:
    link = text_fragment_url("https://a.org", quotation)
    assert link == "https://a.org#:~:text=" + quotation.replace(" ", "%20")


def test_context_in_a_link_is_cut_to_whole_words_of_the_same_paragraph() -> None:
    link = text_fragment_url("https://a.org", "its words", "uotation: end.\n\nsaying “", "” and mo")
    assert link == "https://a.org#:~:text=saying%20%E2%80%9C-,its%20words,-%E2%80%9D%20and"


def test_only_a_quotation_of_more_than_100_characters_and_ten_words_is_shortened() -> None:
    ten = " ".join(["ninechars"] * 9 + ["x" * 10])
    assert len(ten) == 100
    assert "," not in text_fragment_url("https://a.org", ten)
    assert text_fragment_url("https://a.org", ten + "x").count(",") == 1
    nine = " ".join(["fourteen chars"[:8]] * 9) + "x" * 50
    assert "," not in text_fragment_url("https://a.org", nine)


def test_an_older_text_directive_is_replaced() -> None:
    assert text_fragment_url("https://a.org/#x:~:text=old", "new") == "https://a.org/#x:~:text=new"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https:///x", "//a.org", "", "https://a b"]
)
def test_an_address_that_is_not_http_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="address"):
        text_fragment_url(url, "words")


@given(texts, texts, texts)
def test_every_quotation_with_words_makes_a_plain_link(
    exact: str, prefix: str, suffix: str
) -> None:
    assume(exact.split())
    link = text_fragment_url("https://example.org/", exact, prefix, suffix)
    assert link.isascii()
    assert not set(link) & set(" \"'<>`")


def test_a_quotation_without_words_makes_no_link() -> None:
    with pytest.raises(ValueError, match=r"^the quotation is empty; a text fragment needs words$"):
        text_fragment_url("https://example.org/", " \n")
