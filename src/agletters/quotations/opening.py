"""Find where a quotation begins that has lost its opening mark.

It begins after the verb that introduces it, or where its sentence does, or with the sentences
before it that go on in the same voice. Where the paragraph says nothing of a speaker, it begins
nowhere: a closing mark alone is as often a slip.
"""

from collections.abc import Sequence
from typing import Final

from agletters.quotations.cues import (
    AUXILIARIES,
    BASES,
    DETERMINERS,
    FINITE,
    JOINS,
    NAMING,
    OPENERS,
    PARTICIPLES,
    PERSONAL,
    SPEECH_NOUNS,
    SUBORDINATORS,
    WEAK,
    words,
)
from agletters.quotations.subjects import REACH
from agletters.quotations.tokens import Range, Token, is_past, sentences, tokenize
from agletters.quotations.voices import (
    BE,
    EDGES,
    FIRST_PERSON,
    HEARD,
    KNOWN,
    attributes,
    is_byline,
    is_spoken,
    is_third_person,
    is_writers,
    leads_to,
    reporter,
)

_SHIFTED: Final = words(
    "was were had would could might did wasn't weren't hadn't wouldn't couldn't"
)
_SAYING: Final = words("say says said saying tell tells told state states stated stating")
#: What takes up a quotation again after its clause of attribution and a comma.
_TAKES_UP: Final = JOINS | PERSONAL | AUXILIARIES | {"to", "that"}
#: Words that have a capital letter in the middle of a sentence only where a quotation begins.
_NEVER_NAMES: Final = (DETERMINERS | PERSONAL | SUBORDINATORS | {"there"}) - words(
    "the a an i no one"
)
#: The most white space between two paragraphs that is looked over.
_LONGEST_GAP: Final = 12


def lost_start(
    text: str, floor: int, end: int, after: int, limit: int, *, headed: bool
) -> int | None:
    """Find where a quotation without an opening mark begins.

    Parameters
    ----------
    text : str
        The whole text.
    floor : int
        The start of the paragraph, or the end of its quotation before this one.
    end : int
        Where the quoted words end.
    after : int
        The end of the closing mark.
    limit : int
        The end of the paragraph, or where its next quotation opens.
    headed : bool
        Whether a quotation ends at ``floor``, so that the writer's words may come first.

    Returns
    -------
    int or None
        The start of the quoted words; None where the structure gives none.

    Examples
    --------
    >>> text = 'It rained. Ann Lee said, We tried hard."'
    >>> text[lost_start(text, 0, 39, 40, 40, headed=False) : 39]
    'We tried hard.'
    """
    tokens = tokenize(text, floor, end)
    if not any(token.is_word for token in tokens):
        return None
    cuts = sentences(text, tokens, ())
    rest = tokenize(text, after, min(limit, after + 8 * REACH))
    rest = rest[: sentences(text, rest, ())[0][1]] if rest else rest
    ended = tokens[-1].low in EDGES | {"."} or not rest or rest[0].low == "."
    attributed = bool(rest) and tokens[-1].low in EDGES and attributes(rest, 0, len(rest))
    attributed |= bool(rest) and is_byline(rest, 0, len(rest))
    if not attributed and rest and rest[0].is_name and _is_broken_off(tokens, cuts[-1][0]):
        return None
    if headed:
        cuts = _without_tail(tokens, cuts)
    elif _is_announced(text, floor):
        return tokens[0].start
    found = None
    if cuts:
        told = attributed or headed
        found = _start(tokens, cuts, attributed=attributed, ended=ended, told=told)
    return None if found is None else tokens[found].start


def _without_tail(tokens: Sequence[Token], cuts: Sequence[Range]) -> list[Range]:
    """Leave out the clause that attributes the quotation before."""
    (low, high), *others = cuts
    start = _after_tail(tokens, low, high)
    if start is None:
        return list(cuts)
    return [(start, high), *others] if start < high else others


def _is_broken_off(tokens: Sequence[Token], low: int) -> bool:
    """Whether a whole sentence ends with a comma, which no quotation before a new one does."""
    opened = tokens[low].low in OPENERS or tokens[low].low.endswith("ing")
    return tokens[-1].low == "," and not opened


def _is_announced(text: str, start: int) -> bool:
    """Whether the paragraph before ends with a colon or a comma."""
    return text[max(0, start - _LONGEST_GAP) : start].rstrip()[-1:] in {":", ","}


def _after_tail(tokens: Sequence[Token], low: int, high: int) -> int | None:
    """Find where the clause ends that attributes the quotation before it, if one does."""
    if tokens[low].low == "," and low + 1 < high:
        low += 1
    if not attributes(tokens, low, high):
        return None
    introduced = _introduced(tokens, low, high)
    if introduced is not None and any(not token.is_name for token in tokens[introduced : high - 1]):
        return None
    verb = next((at for at in range(low, high) if tokens[at].low in FINITE), low)
    for at in range(verb + 1, high - 1):
        after = tokens[at + 1]
        if tokens[at].low == "," and after.low in _TAKES_UP:
            return at + 1
    return high


def _start(
    tokens: Sequence[Token], cuts: Sequence[Range], *, attributed: bool, ended: bool, told: bool
) -> int | None:
    """Find the token with which a quotation begins, in the sentence of its end or before."""
    low, high = cuts[-1]
    found = _introduced(tokens, low, high)
    if found is None and not attributed:
        found = _governed(tokens, low, high)
    if found is not None or not ended:
        return found
    for start, stop in reversed(cuts[:-1]):
        found = _introduced(tokens, start, stop)
        if found is not None or is_writers(tokens, start, stop, cuts[-1]):
            break
    return _first_spoken(tokens, cuts, told=told) if found is None else found


def _first_spoken(tokens: Sequence[Token], cuts: Sequence[Range], *, told: bool) -> int | None:
    """Find the sentence with which speech begins that ends with the last one."""
    low, high = cuts[-1]
    spoken = is_spoken(tokens, low, high)
    for start, stop in reversed(cuts[:-1]):
        if is_writers(tokens, start, stop, cuts[-1]):
            return low
        goes_on = tokens[low].low in JOINS
        if spoken and not goes_on and not is_spoken(tokens, start, stop):
            break
        low = start
    return low if told else None


def _introduced(tokens: Sequence[Token], low: int, high: int) -> int | None:
    """Find a capital letter after a colon, or after a comma that a verb of saying leads to."""
    for at in range(high - 2, low, -1):
        mark, after = tokens[at].low, tokens[at + 1]
        if mark == ":" and after.is_name:
            return at + 1
        if mark == "," and after.is_name and leads_to(tokens, low, at):
            return at + 1
        if tokens[at].is_word and after.text.istitle() and after.low in _NEVER_NAMES:
            return at + 1
    return None


def _governed(tokens: Sequence[Token], low: int, high: int) -> int | None:
    """Find where the words of a speaker begin within a clause of the writer."""
    cue = next((at for at in range(low, high - 1) if _reports_here(tokens, low, at)), None)
    if cue is None and tokens[low].low == "according":
        comma = next((at for at in range(low, high) if tokens[at].low == ","), high)
        known = comma + 1 < high and tokens[comma + 1].low in KNOWN
        start = comma + 1 if comma + 1 < high else None
        return _own_words(tokens, low, comma + 1, high) if known else start
    for at in range(high - 2, low if cue is None else cue, -1):
        joined = tokens[at - 1].low in {"and", ",", "by", "of", "after"}
        if joined and tokens[at].low == "that":
            return _own_words(tokens, at, at + 1, high)
        if joined and cue is not None and _goes_on_reporting(tokens, at):
            return _complement(tokens, at, high)
    return None if cue is None else _complement(tokens, cue, high)


def _goes_on_reporting(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of saying follows another, as in 'Lee spoke first, adding that'."""
    low = tokens[at].low
    return low in PARTICIPLES or (low in FINITE and low not in BASES | WEAK)


def _reports_here(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Whether a word reports what follows: a verb of saying, 'saying', 'its claim that'."""
    token = tokens[at]
    if token.is_name and at > low:
        return False
    if token.low in PARTICIPLES:
        return True
    if at > low and tokens[at - 1].low in FIRST_PERSON:
        return False
    if at > low and tokens[at + 1].low == "that":
        return token.low in SPEECH_NOUNS or is_past(tokens, at) or token.low in FINITE
    if at == low or tokens[at - 1].low in {"and", ","}:
        return _goes_on_reporting(tokens, at)
    return tokens[at - 1].low not in BE and reporter(tokens, low, at) is not None


def _complement(tokens: Sequence[Token], verb: int, high: int) -> int | None:
    """Find where the words begin that a verb of saying reports."""
    if verb + 1 >= high:
        return None
    naming = tokens[verb].low in NAMING or tokens[verb].low in {"calling", "dubbing"}
    reach = min(high - 1, verb + REACH // 4)
    for at in range(verb + 1, reach):
        low = tokens[at].low
        if low in {"that", "as", ":"}:
            return at + 1 if low == ":" else _own_words(tokens, verb, at + 1, high)
        if low == "of" and tokens[at + 1].low.endswith("ing"):
            return at + 1
        if low == "to" and not naming and tokens[verb].low not in _SAYING:
            return at + 1
        if low in AUXILIARIES:
            break
    start = _over_object(tokens, verb, high, naming=naming)
    return start if naming else _own_words(tokens, verb, start, high)


def _over_object(tokens: Sequence[Token], verb: int, high: int, *, naming: bool) -> int:
    """Step over the one who is told, or the thing that is called something."""
    at = verb + 1
    before = {token.low for token in tokens[max(0, verb - 4) : verb]}
    if not (naming or tokens[verb].low in HEARD) or before & {"what", "whom", "which", "that"}:
        return at
    if tokens[at].low in DETERMINERS:
        second = (
            each for each in range(at + 1, min(at + 6, high)) if tokens[each].low in DETERMINERS
        )
        return next(second, min(at + 2, high - 1))
    while at + 2 < high and tokens[at].is_name and tokens[at + 1].is_name:
        at += 1
    return min(at + 1, high - 1)


def _own_words(tokens: Sequence[Token], verb: int, start: int, high: int) -> int | None:
    """Find where a reported clause passes from the writer's subject to a speaker's words.

    A subject that is known already is the writer's; so is a verb that is shifted into the past.
    """
    while start < high and not tokens[start].is_word:
        start += 1
    if start >= high:
        return None
    first = tokens[start]
    if first.low in BE or first.low in _SHIFTED:
        start += 2 if tokens[start + 1 : start + 2] and tokens[start + 1].low == "be" else 1
        return min(start, high - 1)
    shifts = not tokens[verb].low.endswith("s")
    known = first.is_name or first.low in KNOWN
    for at in range(start + 1, min(high - 1, start + 12)):
        here = tokens[at].low
        if shifts and here in _SHIFTED:
            if tokens[at + 1].low in FINITE - BASES:
                return _complement(tokens, at + 1, high)
            return at + 2 if tokens[at + 1].low == "be" and at + 2 < high else at + 1
        if here in BE:
            direct = not known or (shifts and first.low in PERSONAL)
            return start if direct else at + 1
        if here in NAMING and known:
            return _complement(tokens, at, high)
        if here in AUXILIARIES or is_past(tokens, at) or is_third_person(tokens, at):
            return at if known else start
    return start
