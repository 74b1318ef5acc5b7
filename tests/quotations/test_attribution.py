import pytest

from agletters.quotations.article import read
from agletters.quotations.attribution import Reader
from agletters.quotations.rules import Attribution
from tests.quotations import sentences as own


def attributed(text: str) -> list[Attribution]:
    reader = Reader()
    return [given for paragraph in read(text) for given in reader.attribute(paragraph)]


def speakers(text: str) -> tuple[str | None, ...]:
    return tuple(
        text[slice(*given.speaker)] if given.speaker else None for given in attributed(text)
    )


def cues(text: str) -> list[str | None]:
    return [text[slice(*given.cue)] if given.cue else None for given in attributed(text)]


@pytest.mark.parametrize(("text", "expected"), own.AFTER)
def test_a_clause_after_the_quotation_names_its_speaker(text: str, expected: object) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), own.BEFORE)
def test_a_clause_before_the_quotation_names_its_speaker(text: str, expected: object) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), own.FRAGMENTS)
def test_the_clause_that_governs_a_few_quoted_words_names_their_speaker(
    text: str, expected: object
) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), own.WITHOUT_LISTED_VERB)
def test_a_speaker_is_found_without_a_known_verb(text: str, expected: object) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), own.SPLIT)
def test_both_halves_of_a_split_quotation_have_one_speaker(text: str, expected: object) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), own.CARRIED)
def test_a_quotation_without_attribution_falls_to_the_one_who_spoke_before(
    text: str, expected: object
) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), own.PARAGRAPHS)
def test_a_speaker_is_carried_over_paragraphs(text: str, expected: object) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), own.MENTIONS)
def test_titles_and_terms_have_no_speaker(text: str, expected: object) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [case for cases in own.FAILURES.values() for case in cases]
)
def test_what_other_extractors_fail_at_is_read_rightly(text: str, expected: object) -> None:
    assert speakers(text) == expected


def test_every_kind_of_failure_has_three_sentences_or_more() -> None:
    assert all(len(cases) >= 3 for cases in own.FAILURES.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We lost,” fumed Ann Lee.", ["fumed"]),
        ("“We lost,” Lee has since acknowledged.", ["acknowledged"]),
        ("According to Lee, the town “never had a chance.”", ["According to"]),
        ("Lee’s claim that the town “never had a chance” was denied.", ["claim"]),
        ("Lee, Dover Ledger: “We never had a chance.”", [None]),
        ("“We lost,” Lee said. “We tried.”", ["said", None]),
    ],
)
def test_the_cue_is_the_word_that_introduces_the_speech(text: str, expected: object) -> None:
    assert cues(text) == expected


def test_the_report_a_noun_is_not_taken_for_a_verb_of_saying() -> None:
    assert speakers("Lee read the report and said it was “full of holes and guesses.”") == ("Lee",)


def test_a_subject_inside_the_quotation_is_never_the_speaker() -> None:
    assert speakers("“Hobbs said he would go,” Lee told the panel.") == ("Lee",)


def test_the_name_nearest_to_the_quotation_is_not_preferred_to_the_subject() -> None:
    text = "In a letter to Hobbs – who had asked for it – Lee says “the books are open to all.”"
    assert speakers(text) == ("Lee",)


def test_nobody_speaks_who_was_named_too_long_ago() -> None:
    far = "It rained. " * 50
    assert speakers(f"Poole shook her head. {far}“I have nothing to add.”") == (None,)


def test_a_subordinate_clause_that_a_comma_closed_governs_no_later_words() -> None:
    text = "After Cole said she would run, Hobbs had “a few words of friendly advice.”"
    assert speakers(text) == ("Hobbs",)
