"""Tell a speaker's sentence from the writer's, where marks do not say it.

Notes
-----
Two signs tell them apart. A speaker says 'I', 'we' and 'you', and contracts verbs. After a verb of
saying in the past, the writer's own clause shifts its verb into the past ('she said it was late'),
and quoted words keep theirs ('she said "it is late"'): R. Quirk et al., *A Comprehensive Grammar
of the English Language*, 1985, 14.30 and 14.31.
"""

from collections.abc import Sequence
from typing import Final

from agletters.quotations.cues import (
    ADVERBS,
    AUXILIARIES,
    BASES,
    CALENDAR,
    DETERMINERS,
    FINITE,
    NO_SPEAKER,
    PARTICIPLES,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME,
    WEAK,
    words,
)
from agletters.quotations.subjects import REACH, is_verb, subject_after, subject_before
from agletters.quotations.tokens import DASHES, Range, Token, abbreviates, is_past, looks_adverb

#: How a speaker refers to herself and to those spoken to.
FIRST_PERSON: Final = words(
    "i we you me us my our your mine ours yours myself ourselves yourself let's"
)
_CONTRACTED: Final = ("n't", "'ll", "'re", "'ve", "'m", "'d")
_CONTRACTED_BE: Final = words("it's that's there's here's what's he's she's who's let's")
_PRESENT: Final = words(
    "is are am has have do does will can isn't aren't don't doesn't won't can't"
)
BE: Final = words("is are was were be been being isn't aren't wasn't weren't")
_PAST_BE: Final = words("was were had wasn't weren't hadn't")
#: What may end quoted words within a sentence.
EDGES: Final = frozenset(",?!…") | {"...", ".."} | DASHES
STOPS: Final = EDGES | frozenset(".;:)")
#: Verbs whose object is the one who is told.
HEARD: Final = words("told tells asked asks reminded assured warned urged")
#: What begins a noun phrase that the reader knows already.
KNOWN: Final = words("the his her its their this he she it they there")
_WHEN: Final = SUBORDINATORS - {"that"} | ADVERBS | TIME | CALENDAR
_AFTER_VERB: Final = _WHEN | PREPOSITIONS | {"afterward", "afterwards"}


def attributes(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Whether a clause that only says who speaks begins at a position.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    at : int
        Where the clause would begin.
    high : int
        The end of the sentence.

    Returns
    -------
    bool
        False where the clause also has what is said: 'Lee said he lost'.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> tokens = tokenize("Ann Lee said on Monday. Lee said he lost.", 0, 41)
    >>> attributes(tokens, 0, 6), attributes(tokens, 6, 11)
    (True, False)
    """
    first = tokens[at]
    after = tokens[at + 1].low if at + 1 < high else ""
    if first.low == "according":
        return after == "to"
    if first.low == "in":
        return any(token.low == "words" for token in tokens[at + 1 : at + 4])
    if first.low in BE:
        return after in {"how", "what"}
    if first.low in FINITE and first.low not in BASES and not first.is_name:
        return _is_inverted(tokens, at, high)
    if at + 1 < high and tokens[at + 1].is_name and at > 0 and is_past(tokens, at):
        return _is_inverted(tokens, at, high)
    if first.low == "as":
        return at + 2 < high and _has_speaker_first(tokens, at + 1, high)
    speaks = first.is_word and first.low not in NO_SPEAKER | {"i", "we", "you"}
    return speaks and _has_speaker_first(tokens, at, high)


def _has_speaker_first(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Whether a speaker and a verb that has no object begin at a position."""
    for verb in range(at + 1, min(high, at + REACH // 2)):
        if tokens[verb].low in {";", ":"}:
            return False
        if tokens[verb].low in PARTICIPLES and verb + 2 >= high:
            return True
        if is_verb(tokens, verb):
            subject = subject_before(tokens, at, verb)
            return subject is not None and subject[0] == at and _lacks_object(tokens, verb, high)
    return _is_short(tokens, at, high)


def _is_inverted(tokens: Sequence[Token], verb: int, high: int) -> bool:
    """Whether the speaker follows the verb, as in 'said Ann Lee'."""
    if verb + 1 >= high or tokens[verb].low in HEARD - {"asked", "asks"}:
        return False
    after = tokens[verb + 1]
    subject = subject_after(tokens, verb + 1, high)
    if subject is None or after.low in {"it", "this", "that", "i", "we", "you"}:
        return False
    follows = subject[1]
    if follows < high and (tokens[follows].low in AUXILIARIES or is_past(tokens, follows)):
        return False
    named = any(token.is_name for token in tokens[slice(*subject)])
    return named or after.low in DETERMINERS or after.low in {"he", "she", "they", "one"}


def _lacks_object(tokens: Sequence[Token], verb: int, high: int) -> bool:
    """Whether a verb of saying is left without what was said, which stands before it."""
    if verb + 1 >= high:
        return True
    after = tokens[verb + 1].low
    if tokens[verb].low in HEARD:
        return all(token.low != "that" for token in tokens[verb + 1 : verb + 6])
    return after in STOPS or after in _AFTER_VERB or looks_adverb(after)


def _is_short(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Whether a name or pronoun and a verb fill a sentence, as in 'Lee fumed'."""
    end = at
    while end < high and (tokens[end].is_name or abbreviates(tokens, end)):
        end += 1
    if end == at and tokens[at].low in PERSONAL:
        end += 1
    closes = end + 2 >= high or any(token.low in STOPS for token in tokens[end + 1 : end + 3])
    return at < end < high and is_past(tokens, end) and closes


def is_byline(tokens: Sequence[Token], dash: int, high: int) -> bool:
    """Whether a dash and a name end the quotation, as in '- Ann Lee'.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    dash : int
        The dash.
    high : int
        The end of the sentence.

    Returns
    -------
    bool
        False for any other word but a name.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> is_byline(tokenize("- Ann Lee", 0, 9), 0, 3)
    True
    """
    rest = tokens[dash + 1 : dash + 8]
    named = tokens[dash].low in DASHES and len(rest) == high - dash - 1
    return named and all(token.is_name or not token.is_word for token in rest)


def leads_to(tokens: Sequence[Token], low: int, comma: int) -> bool:
    """Whether a verb of saying stands before a comma, as in 'said on Monday,'.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    low : int
        Where the sentence begins.
    comma : int
        The comma.

    Returns
    -------
    bool
        Whether speech may follow the comma.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> leads_to(tokenize("Lee said on Monday, we", 0, 22), 0, 4)
    True
    """
    passed = 0
    for verb in range(comma - 1, max(low, comma - 20) - 1, -1):
        if verb > low and (tokens[verb].low in PARTICIPLES or is_verb(tokens, verb)):
            return True
        if tokens[verb].low in STOPS and not abbreviates(tokens, verb):
            passed += 1
            if passed > 1 or tokens[verb].low != ",":
                return False
    return tokens[low].low in {"said", "says"}


def is_writers(tokens: Sequence[Token], low: int, high: int, first: Range) -> bool:
    """Whether a sentence is the writer's and not what a speaker goes on to say.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    low, high : int
        First token and end of the sentence.
    first : tuple of int
        First token and end of a sentence that is known to be quoted.

    Returns
    -------
    bool
        True for a report of a third person, and for what is told in the past after speech.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> tokens = tokenize("I have no idea. The mayor left.", 0, 31)
    >>> is_writers(tokens, 5, 9, (0, 5))
    True
    """
    if any(token.low in FIRST_PERSON for token in tokens[low:high]):
        return False
    if attributes(tokens, low, high) or _reports(tokens, low, high):
        return True
    if is_spoken(tokens, low, high):
        return False
    if not _is_known(tokens, low):
        return False
    return _is_past(tokens, low, high) and (
        is_spoken(tokens, *first) or not _is_past(tokens, *first)
    )


def _is_known(tokens: Sequence[Token], low: int) -> bool:
    """Whether a sentence begins with 'he', 'the mayor' or a name."""
    named = tokens[low].is_name and low + 1 < len(tokens) and tokens[low + 1].is_name
    return named or tokens[low].low in KNOWN - {"this", "it", "there"}


def _is_past(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether a sentence is told in the past and nothing in it is present."""
    if any(token.low in _PRESENT for token in tokens[low:high]):
        return False
    return any(tokens[at].low in _PAST_BE or is_past(tokens, at) for at in range(low, high))


def is_spoken(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether a sentence has the first or second person or a contracted verb.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    low, high : int
        First token and end of the sentence.

    Returns
    -------
    bool
        False does not say that nobody speaks it.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> is_spoken(tokenize("We lost.", 0, 8), 0, 3), is_spoken(tokenize("Lee lost.", 0, 9), 0, 3)
    (True, False)
    """
    return any(
        token.low in FIRST_PERSON or token.low in _CONTRACTED_BE or token.low.endswith(_CONTRACTED)
        for token in tokens[low:high]
    )


def _reports(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether a third person says something in a sentence."""
    return any(reporter(tokens, low, verb) is not None for verb in range(low + 1, high))


def names_a_source(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether somebody who is named says something in a sentence.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    low, high : int
        First token and end of the sentence.

    Returns
    -------
    bool
        False where it is only 'he' or 'the clerk' who says it.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> names_a_source(tokenize("Lee said it was over.", 0, 21), 0, 6)
    True
    """
    if any(token.low in FIRST_PERSON for token in tokens[low:high]):
        return False
    subjects = (reporter(tokens, low, verb) for verb in range(low + 1, high))
    return any(found is not None and _is_named(tokens, found) for found in subjects)


def _is_named(tokens: Sequence[Token], subject: Range) -> bool:
    return tokens[subject[1] - 1].is_name and tokens[subject[0]].low not in PERSONAL


def reporter(tokens: Sequence[Token], low: int, verb: int) -> Range | None:
    """Find the subject of a verb of saying in the third person.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    low : int
        Where the sentence begins.
    verb : int
        The word that may be the verb.

    Returns
    -------
    tuple of int or None
        First token and end of the subject.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> reporter(tokenize("The clerk said so", 0, 17), 0, 2)
    (0, 2)
    """
    if tokens[verb].low not in FINITE or tokens[verb].low in WEAK or not is_verb(tokens, verb):
        return None
    if tokens[verb - 1].low == "to":
        return None
    subject = subject_before(tokens, low, verb)
    if subject is None or tokens[subject[0]].low in FIRST_PERSON:
        return None
    return subject


def is_third_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the verb of 'the permit ignores everything'.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    at : int
        The word; another must follow.

    Returns
    -------
    bool
        False for a plural, before anything but an object or an adverb.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> is_third_person(tokenize("it ignores the law", 0, 18), 1)
    True
    """
    token, after = tokens[at], tokens[at + 1]
    third = token.low.endswith("s") and not token.low.endswith(("'s", "ss")) and not token.is_name
    return third and (after.low in DETERMINERS or after.low in PERSONAL or after.low in ADVERBS)
