"""Find the subject of a verb: as much syntax as naming a speaker needs.

There is no parser here. The subject is found by walking from the verb over adverbs, appositions,
parentheses and relative clauses. Every walk is bounded, so that time grows linearly with the
length of a text.
"""

from collections.abc import Sequence
from typing import Final

from agletters.quotations.cues import (
    ADVERBS,
    AUXILIARIES,
    BASES,
    BEFORE_BASE,
    CALENDAR,
    CLAUSE_OPENERS,
    DATED_OPENERS,
    DETERMINERS,
    FINITE,
    FINITE_WORDS,
    HELPERS,
    INNER,
    IRREGULAR_PASTS,
    NOUNS_NOT_VERBS,
    ONLY_MODIFIERS,
    OPENERS,
    PARTICIPLES,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME,
    words,
)
from agletters.quotations.tokens import (
    DASHES,
    Range,
    Token,
    abbreviates,
    is_past,
    looks_adverb,
    looks_past,
)

#: No walk goes further than this many tokens.
REACH: Final = 80
_MOST_STRETCHES: Final = 12
_SEPARATORS: Final = frozenset({",", ";", ":"}) | DASHES
_ENCLOSING: Final = frozenset({",", ")"}) | DASHES
_BREAKS: Final = _SEPARATORS | frozenset("()[]?!…")
_ALONE: Final = PERSONAL | {"who", "one", "others"}
_CONTRACTED: Final = PERSONAL | {"who", "what", "that", "there", "here", "let"}
_NOT_JOINED: Final = DETERMINERS | PRONOUNS
_OUTER: Final = PREPOSITIONS - INNER - {"to"}
#: Words that stand where a speaker would and can be none.
_NO_SUBJECT: Final = words("there what this these those such here it's that which")
_ENDS_OBJECT: Final = SUBORDINATORS | PARTICIPLES | CALENDAR


def is_verb(tokens: Sequence[Token], position: int) -> bool:
    """Whether the word at a position is a verb of saying and not the noun of the same form.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    position : int
        The word.

    Returns
    -------
    bool
        False after a determiner or a possessive ('the report', 'Lee's claims').

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> is_verb(tokenize("She claims it", 0, 13), 1), is_verb(tokenize("the claims", 0, 10), 1)
    (True, False)
    """
    token = tokens[position]
    if token.low not in FINITE or (token.is_name and position > 0):
        return False
    if position == 0:
        return token.low not in BASES
    if token.low in BASES and (
        not _takes_base(tokens, position - 1) or _is_noun_of_verb(tokens, position)
    ):
        return False
    if token.low == "named" and position + 1 < len(tokens) and tokens[position + 1].is_name:
        return tokens[position - 1].is_name
    before = tokens[position - 1].low
    if before in NOUNS_NOT_VERBS or before == "whose":
        return False
    if before in PREPOSITIONS and before not in {"to", "before", "after", "since", "along"}:
        return False
    return not before.endswith(("'s", "s'")) or before.removesuffix("'s") in _CONTRACTED


def _is_noun_of_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb follows a word at once, as in 'one volunteer told her'."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return after in AUXILIARIES or (after in FINITE and after not in BASES)


def _takes_base(tokens: Sequence[Token], at: int) -> bool:
    """Whether a base form can follow a word: 'critics say', but not 'a ready answer'."""
    before = tokens[at]
    if at > 0 and before.low == "general" and tokens[at - 1].low.endswith("s"):
        return True
    if before.low in {"one", "another"}:
        return False
    return (
        before.is_name
        or not before.is_word
        or before.low.endswith(("s", "ly"))
        or before.low in BEFORE_BASE
    )


def subject_before(tokens: Sequence[Token], low: int, verb: int) -> Range | None:
    """Find the subject of a verb to its left.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    low : int
        Where the clause can begin at the earliest.
    verb : int
        The verb.

    Returns
    -------
    tuple of int or None
        First token and end of the subject.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> tokens = tokenize("On Friday, Ann Lee, who lost the race, has said", 0, 47)
    >>> [token.text for token in tokens[slice(*subject_before(tokens, 0, 12))]]
    ['Ann', 'Lee']
    """
    low = max(low, verb - REACH)
    at = _over_adverbs(tokens, low, verb)
    if at < low:
        return None
    before = tokens[at]
    if before.quote >= 0:
        return None
    if before.low in {"and", "but", "or", "to", "then", "by"}:
        return main_subject(tokens, low, at)
    if before.low == "that" or before.low in RELATIVES:
        return antecedent(tokens, low, at)
    if before.low == ",":
        return _over_apposition(tokens, low, at)
    if before.low in DASHES or before.low in {")", "]"}:
        return _over_parenthesis(tokens, low, at)
    return _with_coordinated(tokens, low, _noun_phrase_before(tokens, low, at + 1))


def _with_coordinated(tokens: Sequence[Token], low: int, phrase: Range | None) -> Range | None:
    """Step back from 'and 20 others' to the name in 'Lee, the mayor, and 20 others said'."""
    if phrase is None or phrase[0] - 2 <= low:
        return phrase
    comma = phrase[0] - 2
    if tokens[comma + 1].low != "and" or tokens[comma].low != ",":
        return phrase
    first = _over_apposition(tokens, low, comma)
    if first is None or any(is_past(tokens, at) for at in range(first[1], comma)):
        return phrase
    return first if tokens[first[0]].is_name else phrase


def _over_adverbs(tokens: Sequence[Token], low: int, verb: int) -> int:
    at = verb - 1
    while at >= low and (
        tokens[at].low in ADVERBS
        or tokens[at].low in AUXILIARIES
        or (looks_adverb(tokens[at].low) and not tokens[at].is_name)
        or (tokens[at].low in CALENDAR and at > low)
        or (tokens[at].low == "since" and at > low and tokens[at - 1].low in AUXILIARIES)
    ):
        at -= 1
    return at


def antecedent(tokens: Sequence[Token], low: int, relative: int) -> Range | None:
    """Find the noun phrase to which a relative pronoun or a participle refers.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    low : int
        Where it can begin at the earliest.
    relative : int
        The pronoun or participle.

    Returns
    -------
    tuple of int or None
        First token and end of the phrase.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> antecedent(tokenize("She carried a sign that read", 0, 28), 0, 4)
    (2, 4)
    """
    end = relative
    while end > low and tokens[end - 1].low in _ENCLOSING:
        if tokens[end - 1].low == ")":
            return _over_parenthesis(tokens, low, end - 1)
        end -= 1
    phrase = _noun_phrase_before(tokens, low, end) or _after_last_preposition(tokens, low, end)
    if phrase is None:
        return None
    for at in range(phrase[1] - 1, phrase[0] - 1, -1):
        if at > 0 and is_past(tokens, at):
            return trimmed(tokens, at + 1, phrase[1]) or phrase
        if _is_participle(tokens, at, phrase[1]):
            return trimmed(tokens, at + 2, phrase[1]) or phrase
    return phrase


def _is_participle(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a word opens a phrase such as 'siding with the tenants'."""
    return tokens[at].low.endswith("ing") and at + 1 < end and tokens[at + 1].low in PREPOSITIONS


def _after_last_preposition(tokens: Sequence[Token], low: int, end: int) -> Range | None:
    """Find Lee in 'said of Lee, who ...'."""
    for at in range(end - 1, max(low, end - 8) - 1, -1):
        if tokens[at].low in PREPOSITIONS:
            return trimmed(tokens, at + 1, end)
        if tokens[at].quote >= 0 or tokens[at].low in _BREAKS:
            return None
    return None


def _over_parenthesis(tokens: Sequence[Token], low: int, close: int) -> Range | None:
    """Step back over '(...)' or '- ... -' and find the noun phrase before it."""
    openers = {")": {"("}, "]": {"["}}.get(tokens[close].low, DASHES)
    for at in range(close - 1, low - 1, -1):
        if tokens[at].low in openers:
            if at > low and tokens[at - 1].low == ",":
                return _over_apposition(tokens, low, at - 1)
            return _noun_phrase_before(tokens, low, at)
    return None


def _over_apposition(tokens: Sequence[Token], low: int, comma: int) -> Range | None:
    """Step back over ', the chair of the board,' and find the noun phrase that it explains."""
    best: Range | None = None
    end = comma
    while end > low:
        start = _segment_start(tokens, low, end)
        phrase = _phrase_of_segment(tokens, start, end)
        if phrase is not None:
            best = _joined(tokens, phrase, best)
        elif best is not None and not _is_insertion(tokens, start, end):
            break
        if start <= low or tokens[start - 1].low != ",":
            break
        end = start - 1
    return best


def _joined(tokens: Sequence[Token], phrase: Range, later: Range | None) -> Range:
    """Join 'the group's president' and 'Ann Lee'; of 'Ann Lee' and 'a lawyer' keep the first."""
    if later is None or not tokens[later[1] - 1].is_name or not tokens[later[0]].is_name:
        return phrase
    named = tokens[phrase[1] - 1].is_name and tokens[phrase[0]].low not in DETERMINERS
    return phrase if named else (phrase[0], later[1])


def _segment_start(tokens: Sequence[Token], low: int, end: int) -> int:
    """Find where the stretch between two commas begins."""
    at = end
    depth = 0
    while at > low:
        before = tokens[at - 1]
        depth += (before.low == ")") - (before.low == "(")
        if depth <= 0 and (before.quote >= 0 or before.low in _SEPARATORS):
            break
        at -= 1
    return at


def _is_insertion(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a stretch between commas only explains the name before it."""
    first = tokens[start].low if start < end else ""
    if first in RELATIVES or first.endswith("ing") or looks_past(first) or first.isdigit():
        return True
    return first.partition("-")[0] in {"r", "d", "i"}


def _phrase_of_segment(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """Read a stretch between commas as a noun phrase, or say that it is none."""
    while start < end and tokens[start].low in {"and", "but", "so", "yet", "or", "still"}:
        start += 1
    if start >= end:
        return None
    first = tokens[start]
    demonstrative = _is_demonstrative(tokens, start)
    if (first.low in DATED_OPENERS and not demonstrative) or first.text.isdigit():
        return None
    if first.low in ADVERBS or first.low in AUXILIARIES:
        return None
    if first.low.endswith("ing") or looks_adverb(first.low):
        return None
    if first.low.partition("-")[0] in {"r", "d", "i"} or (
        looks_past(first.low) and not first.is_name
    ):
        return None
    for at in range(start, end):
        if tokens[at].low == "(" or tokens[at].low in RELATIVES:
            end = at
            break
        if tokens[at].low in AUXILIARIES or is_verb(tokens, at):
            return None
    return trimmed(tokens, start, end)


def _noun_phrase_before(tokens: Sequence[Token], low: int, end: int) -> Range | None:
    """Find the noun phrase that ends at a position."""
    if end <= low:
        return None
    if tokens[end - 1].low in _ALONE:
        return (end - 1, end)
    if tokens[end - 1].low in {")", "]"}:
        return _over_parenthesis(tokens, low, end - 1)
    start = end
    while start > max(low, end - REACH) and not _bounds_phrase(tokens, start - 1):
        start -= 1
    relative = _clause_relative(tokens, low, start, end)
    if relative is not None:
        return antecedent(tokens, low, relative)
    return trimmed(tokens, start, end)


def _bounds_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at a position cannot be inside a noun phrase."""
    token = tokens[at]
    if token.quote >= 0 or token.low in _BREAKS or token.low in HELPERS:
        return True
    if token.low == ".":
        return not abbreviates(tokens, at)
    if token.low in {"and", "or", "but"}:
        return token.low == "but" or not _joins_names(tokens, at)
    return token.low in SUBORDINATORS or is_verb(tokens, at) or token.low in PARTICIPLES


def _joins_names(tokens: Sequence[Token], at: int) -> bool:
    """Whether 'and' joins two nouns and not two clauses."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if left.is_name and (right.is_name or right.low == "others"):
        return True
    return not left.is_name and not right.is_name and right.low not in _NOT_JOINED


def _only_time(tokens: Sequence[Token], start: int, end: int) -> bool:
    return all(token.low in TIME or token.low in CALENDAR for token in tokens[start:end])


def _clause_relative(tokens: Sequence[Token], low: int, start: int, end: int) -> int | None:
    """Find 'who' before a phrase that stands inside its relative clause."""
    if start > low + 1 and tokens[start - 1].low == "that" and _is_present(tokens, start, end):
        return start - 1
    if start <= low or tokens[start - 1].low not in FINITE_WORDS:
        return None
    if tokens[start - 1].low in RELATIVES and not _only_time(tokens, start, end):
        return None
    for at in range(start - 1, max(low, start - 12) - 1, -1):
        if tokens[at].low in RELATIVES:
            return at
        if tokens[at].quote >= 0 or tokens[at].low in _BREAKS:
            return None
    return None


def _is_present(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a phrase begins with the verb of a relative clause: 'that runs the pool'."""
    first = tokens[at]
    if first.is_name or not first.low.endswith("s") or end - at < 2:
        return False
    return tokens[at - 2].is_word and tokens[at + 1].low in DETERMINERS


def trimmed(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """Cut adverbials off both ends of what should be a noun phrase.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    start, end : int
        The stretch to read.

    Returns
    -------
    tuple of int or None
        The phrase; None if nothing is left that could speak.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> trimmed(tokenize("But on Monday Ann Lee", 0, 21), 0, 5)
    (3, 5)
    """
    start = _without_opening(tokens, start, end)
    if start < end and tokens[start].low in PREPOSITIONS:
        start = _after_preposition(tokens, start, end)
    while end > start and (
        (tokens[end - 1].low in CALENDAR and end - start > 1)
        or tokens[end - 1].low in ADVERBS
        or tokens[end - 1].low in PREPOSITIONS
        or not (tokens[end - 1].is_word or abbreviates(tokens, end - 1))
    ):
        end -= 1
    end = _without_modifiers(tokens, start, end)
    return (start, end) if start < end and _can_speak(tokens, start, end) else None


def _without_opening(tokens: Sequence[Token], start: int, end: int) -> int:
    if start + 1 < end and tokens[start].low == "on" and tokens[start + 1].low in CALENDAR:
        start += 1
    while start < end and (
        tokens[start].low in {"and", "but", "or", "so", "yet", "still", "perhaps", "even"}
        or tokens[start].low in CALENDAR
        or (tokens[start].low in SUBORDINATORS and not _is_demonstrative(tokens, start))
        or (tokens[start].low in ADVERBS and tokens[start].low not in PRONOUNS)
        or (looks_adverb(tokens[start].low) and end - start > 1 and not tokens[start].is_name)
        or not (tokens[start].is_word or tokens[start].low in {"$", "@"})
    ):
        start += 1
    return start


def _is_demonstrative(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the first of 'That witness' at the head of a sentence."""
    if tokens[at].text != "That" or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return after.is_word and not after.is_name and after.low not in HELPERS | _NOT_JOINED


def _after_preposition(tokens: Sequence[Token], start: int, end: int) -> int:
    """Find where the subject begins after 'In an interview', with no comma between."""
    last = end - 1
    if tokens[last].is_name or tokens[last].low == ".":
        while last > start and (
            tokens[last - 1].is_name
            or abbreviates(tokens, last - 1)
            or (tokens[last - 1].low == "." and tokens[last].is_name)
        ):
            last -= 1
        while last < end - 1 and tokens[last].low in CALENDAR:
            last += 1
        return last if last > start and tokens[last - 1].low not in PREPOSITIONS else end
    while last > start and tokens[last].low not in DETERMINERS:
        last -= 1
    return last if last > start + 1 and tokens[last - 1].low not in PREPOSITIONS else end


def _without_modifiers(tokens: Sequence[Token], start: int, end: int) -> int:
    """Cut 'reached by telephone' off 'a spokesman reached by telephone'."""
    for at in range(start + 1, end):
        token = tokens[at]
        if token.low in RELATIVES:
            return at
        if token.is_name or at + 1 >= end:
            continue
        if token.low in {"close", "familiar"}:
            return at
        after = tokens[at + 1].low
        if looks_adverb(after) and at + 2 < end:
            after = tokens[at + 2].low
        reduced = (looks_past(token.low) or token.low.endswith("ing")) and (
            after in PREPOSITIONS or after in CALENDAR
        )
        if reduced or (token.low in _OUTER and not _in_title(tokens, at, end)):
            return at
    return end


def _in_title(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a preposition stands inside a title: 'Special Agent in Charge Ann Lee'."""
    if tokens[at + 1].low in PREPOSITIONS:
        return True
    return end - at > 2 and all(token.is_name for token in (tokens[at - 1], *tokens[at + 1 : end]))


def _can_speak(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a phrase can name a speaker at all."""
    if end - start > 1:
        return tokens[start].low not in OPENERS or _is_demonstrative(tokens, start)
    token = tokens[start]
    if token.low in _NO_SUBJECT:
        return False
    if token.low in ONLY_MODIFIERS or token.low in CALENDAR:
        return False
    return token.is_word and not token.text.isdigit()


def main_subject(tokens: Sequence[Token], low: int, high: int) -> Range | None:
    """Find the first noun phrase of a sentence that no preposition or subordinator opens.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    low, high : int
        The stretch to read.

    Returns
    -------
    tuple of int or None
        First token and end of the phrase.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> tokens = tokenize("After the vote, the mayor of Dover thanked them and", 0, 51)
    >>> [token.text for token in tokens[slice(*main_subject(tokens, 0, 10))]]
    ['the', 'mayor', 'of', 'Dover']
    """
    at = low
    high = min(high, low + REACH)
    for _ in range(_MOST_STRETCHES):
        if at >= high:
            break
        end = at
        while end < high and tokens[end].low not in {",", ";", ":"} and tokens[end].quote < 0:
            end += 1
        phrase = _first_phrase(tokens, at, end, high)
        if phrase is not None:
            return phrase
        at = end + 1
    return None


def _first_phrase(tokens: Sequence[Token], start: int, end: int, high: int) -> Range | None:
    """Read the noun phrase with which a stretch between commas begins."""
    if tokens[start].low in CLAUSE_OPENERS and end < high and tokens[end].low == ",":
        return None
    start = _without_opening(tokens, start, end)
    if start >= end or tokens[start].low in RELATIVES:
        return None
    first = tokens[start]
    if first.low in PREPOSITIONS or first.low.endswith("ing"):
        return _phrase_before_verb(tokens, start, end) if end == high else None
    if looks_past(first.low) and (not first.is_name or _opens_participle(tokens, start, end)):
        return None
    if first.low in PERSONAL:
        return (start, start + 1)
    stop = start
    while stop < end and not _ends_subject(tokens, start, stop):
        stop += 1
    return _with_apposed_name(tokens, trimmed(tokens, start, stop), high)


def _opens_participle(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a sentence opens with 'Reached by telephone' or 'Asked whether'."""
    after = tokens[start + 1].low if start + 1 < end else ""
    return after in PREPOSITIONS or after in SUBORDINATORS


def _ends_subject(tokens: Sequence[Token], start: int, at: int) -> bool:
    token = tokens[at]
    if _bounds_phrase(tokens, at):
        return True
    if at == start or token.is_name:
        return False
    if token.low in PREPOSITIONS and token.low not in INNER:
        return True
    if token.low in ADVERBS or looks_adverb(token.low):
        return True
    if looks_past(token.low) or token.low in IRREGULAR_PASTS:
        return True
    return tokens[at - 1].is_name and _is_third_person(tokens, at)


def _is_third_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word after a name is the verb of 'Lee sees' and no noun, as in 'Union members'."""
    if not tokens[at].low.endswith("s") or tokens[at].low.endswith("'s"):
        return False
    before = tokens[at - 1].low
    if before.endswith("'s") or before in DETERMINERS:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or not (after.low in AUXILIARIES or is_past(tokens, at + 1))


def _phrase_before_verb(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """Find the subject in 'In an interview Lee praised', which has no comma."""
    for at in range(start + 1, end):
        token = tokens[at]
        if not token.is_name and (token.low in AUXILIARIES or looks_past(token.low)):
            phrase = _noun_phrase_before(tokens, start, at)
            return phrase if phrase is not None and phrase[0] > start else None
    return None


def subject_after(tokens: Sequence[Token], start: int, high: int) -> Range | None:
    """Find the noun phrase that follows a verb or 'according to'.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    start : int
        The first word after the verb.
    high : int
        Where the phrase ends at the latest.

    Returns
    -------
    tuple of int or None
        First token and end of the phrase.

    Examples
    --------
    >>> from agletters.quotations.tokens import tokenize
    >>> tokens = tokenize("said Rep. Ann Lee of Ohio in a letter.", 0, 38)
    >>> [token.text for token in tokens[slice(*subject_after(tokens, 1, 11))]]
    ['Rep', '.', 'Ann', 'Lee', 'of', 'Ohio']
    """
    if start >= high:
        return None
    if tokens[start].low in PERSONAL:
        return (start, start + 1)
    at = start
    while at < min(high, start + REACH) and not _ends_object(tokens, start, at):
        at += 1
    phrase = trimmed(tokens, start, at) if tokens[start].low not in PREPOSITIONS else None
    return _with_apposed_name(tokens, phrase, high)


def _ends_object(tokens: Sequence[Token], start: int, at: int) -> bool:
    token = tokens[at]
    if token.quote >= 0 or token.low in _BREAKS or token.low in HELPERS:
        return True
    if token.low == ".":
        return not abbreviates(tokens, at)
    if token.low in {"and", "or", "but"}:
        return token.low == "but" or not _joins_names(tokens, at)
    if at == start or token.is_name:
        return token.low in CALENDAR and at > start
    if token.low in _ENDS_OBJECT:
        return True
    if token.low in {"last", "this", "earlier", "later"} or token.low in ADVERBS:
        return True
    return (token.low in PREPOSITIONS and token.low not in INNER) or looks_adverb(token.low)


def _with_apposed_name(tokens: Sequence[Token], phrase: Range | None, high: int) -> Range | None:
    """Add the name to 'the group's president, Ann Lee'."""
    if phrase is None:
        return None
    comma = phrase[1]
    if comma < high and tokens[comma].low == "(":
        comma = next((at for at in range(comma, high) if tokens[at].low == ")"), comma) + 1
    if comma + 1 >= high or tokens[comma].low != "," or not tokens[comma + 1].is_name:
        return phrase
    if tokens[phrase[1] - 1].is_name and tokens[phrase[0]].low not in {"the", "a", "an", "his"}:
        return phrase
    end = comma + 1
    while end < high and (tokens[end].is_name or abbreviates(tokens, end)):
        end += 1
    return (phrase[0], end) if end - comma > 2 else phrase
