import subprocess
import sys
import time
import tracemalloc
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agletters.quotations import article
from agletters.quotations.extract import (
    CHECK_COLUMNS,
    STATEMENT_COLUMNS,
    extract,
    extract_frame,
    iter_quotations,
    spoken,
)

ARTICLE = (
    "“The books are open,” Mr. Carl Hobbs, the treasurer, told the board.\n\n"
    "Rita Cole, who chairs it, called that “a polite fiction” and said the board would vote. "
    "She read from “Rules of Order.” “We vote on Monday,” Cole added.\n\n"
    "The clerk warned that the hall might be full."
)
HOSTILE = [
    "",
    "\0",
    "\ud800",
    "“",
    '"',
    "'",
    "”said",
    "שלום ‮“abc”‬ said",
    "e\u0301 “e\u0301”",
    "\u2028“a b c”\u2029",
    "said “a b c”",
    "“a b c” said",
    ", , , “a b c” , ,",
    "to “a b c”",
    "by “a b c” by",
    "(“a b c”",
    "“a b c” —",
    "according to",
    "according to “a b c”",
    "in the words of",
    "saying “a b c”",
    "who said “a b c”",
    "“a b c,” as",
]
pieces = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        " ",
        " ",
        " ",
        ", ",
        ". ",
        ": ",
        "—",
        "(",
        ")",
        "\n\n",
        "Lee",
        "Ann Lee",
        "Mr. Hobbs",
        "he",
        "who",
        "that",
        "said",
        "says",
        "saying",
        "called",
        "according to",
        "the mayor",
        "of",
        "Dover",
        "to",
        "and",
        "when",
        "was",
        "by",
        "as",
        "open books",
        "It rained",
        "Lee’s",
        "claim",
        "words",
        "in the words of",
    ]
)
paragraphs = st.lists(
    st.sampled_from(
        [
            "“We lost,” Ann Lee said. “We tried.”",
            "Hobbs called it “a day to remember for all.”",
            "The mayor said that the bridge would open in May.",
            "“No more of this.”",
            "The so-called “death tax” came up.",
            "He told them, “I’ll go when I’m done,” and left.",
            "“Ya está,” said Renée Núñez. “Not in Núñez’s café.”",
            "The dam could fail, Núñez warned, and called it “a fair wager.”",
            "Hobbs’s claim that the dam “never leaked a drop” was denied.",
            "Cole wrote: “We waited all day. Nobody came.",
            "Cole has warned that the dam could fail. “It leaks.”",
            "The dam is “old,” and it could fail on any day, Hobbs said.",
            "It rained.",
        ]
    ),
    max_size=6,
)
texts = (
    st.lists(pieces, max_size=40).map(" ".join)
    | paragraphs.map(" ".join)
    | paragraphs.map("\n\n".join)
    | st.text(max_size=80)
)


def rows(text: str) -> list[tuple[object, ...]]:
    return [(q.text, q.speaker, q.cue_verb, q.kind, q.full_name) for q in extract(text)]


def test_an_article_gives_its_statements_their_kinds_and_full_names() -> None:
    assert [(q.kind, q.text, q.speaker, q.full_name) for q in extract(ARTICLE)] == [
        ("direct", "The books are open,", "Mr. Carl Hobbs", "Carl Hobbs"),
        ("fragment", "a polite fiction", "Rita Cole", "Rita Cole"),
        ("indirect", "the board would vote", "Rita Cole", "Rita Cole"),
        ("mention", "Rules of Order.", None, None),
        ("direct", "We vote on Monday,", "Cole", "Rita Cole"),
        ("indirect", "the hall might be full", "The clerk", None),
    ]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Hobbs has warned that the dam could fail by May.", "the dam could fail by May", "Hobbs"),
        ("The dam could fail by May, Hobbs said.", "The dam could fail by May", "Hobbs"),
        ("The dam could fail by May, said Hobbs.", "The dam could fail by May", "Hobbs"),
        ("According to Hobbs, the dam could fail.", "the dam could fail", "Hobbs"),
        ("The dam could fail, according to Hobbs.", "The dam could fail", "Hobbs"),
        ("He “declines” to go, and says the dam is safe now.", "the dam is safe now", "He"),
    ],
)
def test_a_statement_without_marks_is_reported_as_indirect(
    text: str, content: str, speaker: str
) -> None:
    indirect = [q for q in extract(text) if q.kind == "indirect"]
    assert [(q.text, q.speaker) for q in indirect] == [(content, speaker)]


def test_what_nobody_reports_is_no_indirect_statement() -> None:
    assert extract("Hobbs declined to say whether the dam was safe. It rained all day.") == []


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Ann Lee lost. “I tried,” Lee said.", "Ann Lee"),
        ("Ann Lee lost. “I tried,” she said.", "Ann Lee"),
        ("Mr. Carl Hobbs met Ms. Ann Lee. Ann Lee left. “I tried,” he said.", "Carl Hobbs"),
        ("“He tried,” a spokesman for Ann Lee said.", None),
        ("“He tried,” said Ann Lee’s lawyer.", None),
        ("“I tried,” said Sen. Ann Lee of Ohio.", "Ann Lee"),
    ],
)
def test_a_full_name_is_given_only_where_the_article_gives_it(text: str, full: str | None) -> None:
    assert next(q for q in extract(text) if q.kind == "direct").full_name == full


def test_a_speaker_who_is_carried_over_is_less_certain_than_one_who_is_named() -> None:
    first, second = spoken("“We lost,” Ann Lee said. “We tried.”")
    assert (first.attribution, second.attribution) == ("explicit", "carried over")
    assert first.confidence > second.confidence


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_never_raises_and_keeps_its_offsets(text: str) -> None:
    assert all(text[q.start : q.end] == q.text for q in extract(text))


@given(texts)
def test_offsets_give_back_the_exact_text(text: str) -> None:
    assert all(text[q.start : q.end] == q.text and q.text for q in extract(text))


@given(texts)
def test_candidates_are_in_order_and_never_overlap(text: str) -> None:
    found = extract(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(texts)
def test_the_same_text_gives_the_same_candidates_again(text: str) -> None:
    assert extract(text) == extract(text)


@given(texts)
def test_every_speaker_and_cue_stands_in_the_text(text: str) -> None:
    for q in extract(text):
        assert q.speaker is None or q.speaker in text
        assert q.cue_verb is None or q.cue_verb in text


@given(texts)
def test_a_mention_has_no_speaker_and_a_confidence_is_a_probability(text: str) -> None:
    for q in extract(text):
        assert 0 <= q.confidence <= 1
        assert q.speaker is None if q.kind == "mention" else True
        assert (q.attribution == "none") == (q.speaker is None)


@given(paragraphs, paragraphs)
def test_text_appended_as_a_paragraph_changes_nothing_before_it(
    head: list[str], tail: list[str]
) -> None:
    text = "\n\n".join(head)
    longer = "\n\n".join([*head, *tail])
    before = [(q.start, q.text, q.speaker, q.kind) for q in extract(text)]
    assert [(q.start, q.text, q.speaker, q.kind) for q in extract(longer)][: len(before)] == before


@example(["Cole wrote: “We waited all day. Nobody came.", "It rained."], "\r")
@given(paragraphs, st.sampled_from(["\r\n", "\r", "\u2029"]))
def test_line_endings_change_no_candidate(parts: list[str], ending: str) -> None:
    assert rows((ending * 2).join(parts)) == rows("\n\n".join(parts))


@given(paragraphs)
def test_straight_marks_give_the_same_candidates_as_curly_ones(parts: list[str]) -> None:
    straight = str.maketrans({"“": '"', "”": '"', "’": "'"})
    text = "\n\n".join(parts)
    expected = [
        tuple(cell.translate(straight) if isinstance(cell, str) else cell for cell in row)
        for row in rows(text)
    ]
    assert rows(text.translate(straight)) == expected


@given(paragraphs)
def test_marks_of_another_make_give_the_same_candidates(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    for opening, closing in ("``", "''"), ("«", "»"), ("„", "“"), ("”", "“"):
        other = text.replace("“", "\0").replace("”", closing).replace("\0", opening)
        assert rows(other) == rows(text)


@given(paragraphs)
def test_a_closing_mark_lost_at_the_end_of_a_paragraph_costs_nothing(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    assert rows(text.replace("”\n", "\n").removesuffix("”")) == rows(text)


@given(paragraphs)
def test_accents_kept_apart_from_their_letters_read_as_one(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    assert repr(rows(unicodedata.normalize("NFD", text))) == unicodedata.normalize(
        "NFD", repr(rows(text))
    )


@given(paragraphs)
def test_a_paragraph_put_in_front_only_moves_the_offsets(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    front = "The bridge to the north shore was closed.\n\n"
    length = len(front)
    moved = [(q.start - length, q.end - length, *q[2:]) for q in extract(front + "It.\n\n" + text)]
    assert [row[3:5] for row in moved] == [tuple(q)[3:5] for q in extract("It.\n\n" + text)]
    assert [row[0] for row in moved] == [q.start for q in extract("It.\n\n" + text)]


@given(texts)
def test_one_by_one_come_the_same_candidates_as_all_at_once(text: str) -> None:
    assert list(iter_quotations(text)) == extract(text)


@given(texts)
def test_no_candidate_is_empty_or_holds_the_marks_around_it(text: str) -> None:
    for q in extract(text):
        assert any(character.isalnum() for character in q.text)
        assert q.kind == "indirect" or q.text[0] not in "“«" or "”" in q.text or "»" in q.text


@given(texts)
def test_no_indirect_statement_holds_a_quotation(text: str) -> None:
    found = extract(text)
    quoted = [q for q in found if q.kind != "indirect"]
    for q in found:
        if q.kind == "indirect":
            assert not any(one.start < q.end and q.start < one.end for one in quoted)


@given(paragraphs)
def test_space_in_front_of_an_article_only_moves_the_offsets(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    moved = [(q.start - 3, q.end - 3, *q[2:]) for q in extract("\n \n" + text)]
    assert moved == [tuple(q) for q in extract(text)]


@given(paragraphs)
def test_an_unbreakable_space_reads_as_a_space(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    spaced = [
        tuple(str(cell).replace("\u00a0", " ") for cell in row)
        for row in rows(text.replace(" ", "\u00a0"))
    ]
    assert spaced == [tuple(str(cell) for cell in row) for row in rows(text)]


def test_the_frame_has_the_columns_of_the_statements_and_one_row_for_each_candidate() -> None:
    frame = extract_frame([("S2", ARTICLE), ("S1", "It rained."), ("S3", "“No,” Ann Lee said.")])
    assert list(frame.columns) == [*STATEMENT_COLUMNS, *CHECK_COLUMNS]
    assert frame["source_id"].tolist() == ["S2"] * 6 + ["S3"]
    assert frame["speaker"].tolist()[:2] == ["Carl Hobbs", "Rita Cole"]
    assert frame["span_reports"].tolist()[-2:] == ["indirectly", "directly"]


def test_the_frame_of_nothing_has_the_same_columns_and_types() -> None:
    full, empty = extract_frame({"S1": ARTICLE}), extract_frame({})
    assert empty.dtypes.equals(full.dtypes)


def run_alone(code: str) -> str:
    """Run code in a fresh interpreter and return what it prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_text_helpers_import_neither_pandas_nor_plotly() -> None:
    code = (
        "import sys, agletters.quotations.extract as e; e.extract('“No,” he said.');"
        "heavy = 'pandas numpy plotly geopandas nbconvert scipy us'.split();"
        "print([name for name in heavy if name in sys.modules])"
    )
    assert run_alone(code) == "[]"


def test_the_text_helpers_are_imported_in_less_than_a_sixth_of_a_second() -> None:
    code = (
        "import time; t = time.process_time(); import agletters.quotations.extract;"
        "print(time.process_time() - t)"
    )
    assert min(float(run_alone(code)) for _ in range(3)) < 0.15


def peak(text: str) -> int:
    """Return the most memory that reading a text takes, in bytes."""
    tracemalloc.start()
    for _ in iter_quotations(text):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


@pytest.mark.parametrize("gap", ["\n\n", " "])
def test_the_memory_needed_does_not_grow_with_the_text(
    gap: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article, "LONGEST_PARAGRAPH", 2_000)
    piece = "“We lost,” said Ann Lee. It rained on all of Dover." + gap
    assert peak(piece * 1_000) < 1.5 * peak(piece * 250)


def test_a_full_name_printed_only_at_the_end_is_known_from_the_first() -> None:
    text = "“We lost,” Lee said.\n\n" + "It rained.\n\n" * 3_000 + "Ann Lee went home."
    assert next(iter_quotations(text)).full_name == "Ann Lee"


def test_a_line_without_end_gives_the_same_candidates_as_its_paragraphs() -> None:
    sentence = "Ann Lee came to the hall. “We lost the vote,” she said. "
    spread = extract("\n\n".join([sentence] * 800))
    line = extract(sentence * 800)
    assert [(q.text, q.speaker) for q in line] == [(q.text, q.speaker) for q in spread]


@pytest.mark.parametrize(
    "piece",
    [
        "“a",
        '" ',
        "he said “x y z” ",
        "saying, “a b c d” ",
        "a, ",
        "Lee and ",
        "He left. ",
        "who ",
        "Ann Lee, ",
        '"',
        "“",
        "'",
        "'a ",
        'a"b',
        "“a b c” said Lee ",
        "\0",
        "\ud800 ",
        "שלום “עולם” ",
        "e\u0301",
        "a\n",
        "a” ",
        "he said a. B c” ",
        "“Lee said a, b and c ",
    ],
)
def test_time_grows_with_the_length_of_the_text_and_no_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        started = time.process_time()
        extract(piece * count + "“a b c,” he said.")
        return time.process_time() - started

    # Below that, a text is shorter than what is looked at around a mark.
    small = min(seconds(400), seconds(400))
    # Another try only where the machine was busy in the first.
    assert any(seconds(1_600) < 12 * max(small, 0.01) for _ in range(2))
