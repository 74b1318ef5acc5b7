"""Find where a quotation ends that has lost its closing mark.

It ends before the clause that attributes it, before the writer's next sentence, where its own
clause ends if it is a few words in the writer's sentence, or at the end of its paragraph. A
quotation that runs over paragraphs has no closing mark either, and is far more frequent: so at the
end of a paragraph only a sentence that names its own source is taken for the writer's.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from agletters.quotations.cues import (
    AUXILIARIES,
    BASES,
    CLAUSE_OPENERS,
    DETERMINERS,
    FINITE,
    IRREGULAR_PASTS,
    JOINS,
    NAMING,
    OPENERS,
    PARTICIPLES,
    PERSONAL,
    RELATIVES,
    SMALL,
    SPEECH_NOUNS,
    STARTS_PHRASE,
    SUBORDINATORS,
)
from agletters.quotations.subjects import REACH
from agletters.quotations.tokens import (
    DASHES,
    Range,
    Token,
    is_past,
    looks_past,
    sentences,
    tokenize,
)
from agletters.quotations.voices import (
    EDGES,
    FIRST_PERSON,
    attributes,
    is_byline,
    is_spoken,
    is_third_person,
    is_writers,
    leads_to,
    names_a_source,
)

_QUOTES: Final = frozenset("\"“”„‟«»＂'`‘’´")
#: The least of a few quoted words that a subordinate clause of the writer's may follow.
_FEWEST: Final = 3


def lost_end(text: str, floor: int, start: int, limit: int, *, followed: bool) -> int:
    """Find where a quotation without a closing mark ends.

    Parameters
    ----------
    text : str
        The whole text.
    floor : int
        Where the writer's words before the quotation begin.
    start : int
        Where the quoted words begin.
    limit : int
        The end of the paragraph, or where its next quotation opens.
    followed : bool
        Whether another quotation opens at ``limit``, so that the writer's words must come between.

    Returns
    -------
    int
        The end of the quoted words, between ``start`` and ``limit``.

    Examples
    --------
    >>> text = '"We tried hard, Ann Lee said. She left.'
    >>> end = lost_end(text, 0, 1, len(text), followed=False)
    >>> text[1:end]
    'We tried hard,'
    """
    tokens = tokenize(text, start, limit)
    cuts = sentences(text, tokens, ())
    before = _clause_before(text, floor, start)
    last: int | None = None
    if before and not _leads_in(before):
        last = _title_end(tokens)
    if not before:
        edges = (_edge_before_attribution(tokens, *cut) for cut in cuts)
        last = next((edge for edge in edges if edge is not None), None)
    if last is None:
        last = _last_token(tokens, cuts, before, followed=followed)
    end = limit if last is None else tokens[last].end
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _last_token(
    tokens: Sequence[Token], cuts: Sequence[Range], before: Sequence[Token], *, followed: bool
) -> int | None:
    """Find the last token of a quotation, sentence by sentence."""
    few = bool(before) and bool(tokens) and not tokens[0].is_name
    for number, (low, high) in enumerate(cuts):
        if number and few and _is_over(tokens, low, high, before):
            return low - 1
        if number and (
            is_writers(tokens, low, high, cuts[0])
            if followed
            else names_a_source(tokens, low, high)
        ):
            return low - 1
        edges = [_edge_before_attribution(tokens, low, high)]
        if number == 0 and before:
            edges.append(_edge_of_clause(tokens, low, high, before))
        edge = min((each for each in edges if each is not None), default=None)
        if edge is None and followed and number + 1 == len(cuts):
            edge = _edge_before_next(tokens, low, high)
            if edge is None and number:
                edge = low - 1
        if edge is not None:
            return edge
    return None


def _clause_before(text: str, floor: int, start: int) -> list[Token]:
    """Return the words before a quotation in its own sentence."""
    tokens = tokenize(text, max(floor, start - 8 * REACH), start)
    while tokens and tokens[-1].text in _QUOTES:
        tokens.pop()
    cuts = sentences(text, tokens, ())
    if not cuts or tokens[-1].low in {".", "?", "!", "…"}:
        return []
    return tokens[slice(*cuts[-1])]


def _leads_in(before: Sequence[Token]) -> bool:
    """Whether the words before a quotation lead to a sentence that is quoted whole."""
    last = before[-1]
    if last.low == ",":
        return leads_to(before, 0, len(before) - 1)
    verb = last.low in FINITE | PARTICIPLES and last.low not in NAMING
    return verb or last.low == "that" or not last.is_word


def _title_end(tokens: Sequence[Token]) -> int | None:
    """Find the last token of a title, in which all words of weight have capitals."""
    end = 0
    for at, token in enumerate(tokens):
        if token.is_name or token.text[:1].isdigit():
            end = at
        elif token.low not in SMALL:
            break
    return end or None


def _is_over(tokens: Sequence[Token], low: int, high: int, before: Sequence[Token]) -> bool:
    """Whether a few words that stand in the writer's sentence ended before this sentence."""
    whole = bool(before) and before[-1].low in FINITE and before[-1].low not in NAMING
    return not whole and not is_spoken(tokens, low, high)


def _edge_before_attribution(tokens: Sequence[Token], low: int, high: int) -> int | None:
    """Find the last token before a clause in which the writer says who speaks."""
    for at in range(low, high - 1):
        if tokens[at].low in EDGES and (
            attributes(tokens, at + 1, high) or is_byline(tokens, at, high)
        ):
            return _last_before(tokens, low, at)
    return None


def _last_before(tokens: Sequence[Token], low: int, at: int) -> int:
    """Return a comma itself, and the token before a dash, a bracket or a word."""
    return at if tokens[at].low in EDGES - DASHES or at == low else at - 1


def _edge_of_clause(
    tokens: Sequence[Token], low: int, high: int, before: Sequence[Token]
) -> int | None:
    """Find where a few quoted words give way to the rest of the writer's sentence."""
    closing = {"(": frozenset({")"})}.get(before[-1].low)
    if before[-1].low in DASHES:
        closing = DASHES
    if closing is not None:
        found = next((at for at in range(low, high) if tokens[at].low in closing), None)
        return None if found is None else _last_before(tokens, low, found)
    opened = before[0].low in OPENERS or before[0].low.endswith("ing")
    headless = opened and all(token.low != "," for token in before)
    for at in range(low + 1, high - 1):
        after = tokens[at + 1]
        if tokens[at].low == "," and headless and (after.is_name or after.low in STARTS_PHRASE):
            return at
        if not tokens[low].is_name and _ends_few_words(tokens, low, at, before):
            return _last_before(tokens, low, at)
    if _lacks_verb(before):
        return _before_last_verb(tokens, low, high)
    return None


def _before_last_verb(tokens: Sequence[Token], low: int, high: int) -> int | None:
    """Find the last token before the last verb of a sentence and its auxiliaries."""
    verb = next((at for at in range(high - 1, low + 1, -1) if _is_finite(tokens, at)), None)
    while verb is not None and verb > low + 1 and tokens[verb - 1].low in AUXILIARIES:
        verb -= 1
    return None if verb is None else verb - 1


def _lacks_verb(before: Sequence[Token]) -> bool:
    """Whether a clause still lacks its verb, as 'Lee's claim that the plan' does."""
    for at in range(len(before) - 1):
        if before[at].low in SPEECH_NOUNS and before[at + 1].low == "that":
            return True
        if _is_finite(before, at):
            return False
    return False


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low in AUXILIARIES or (at > 0 and is_past(tokens, at))


def _ends_few_words(tokens: Sequence[Token], low: int, at: int, before: Sequence[Token]) -> bool:
    """Whether the writer's sentence goes on at a token within the words after an opening mark."""
    here, after = tokens[at].low, tokens[at + 1]
    if here == ",":
        inserted = any(
            one.low == "," and (two.low in RELATIVES or two.low.endswith("ing"))
            for one, two in pairwise(before)
        )
        return after.low in JOINS | AUXILIARIES or (inserted and is_past(tokens, at + 1))
    if here in JOINS and after.low in FINITE and after.low not in BASES:
        return True
    if here == "and" and not _opens_with_verb(tokens[low]):
        return _has_object(tokens, at + 1)
    if before[-1].low in NAMING | {"as"}:
        if here == "by":
            return after.is_name or after.low in DETERMINERS
        return here in AUXILIARIES and not _in_relative(tokens, low, at)
    return at - low >= _FEWEST and here in CLAUSE_OPENERS and _opens_clause(tokens, at + 1)


def _opens_with_verb(token: Token) -> bool:
    return looks_past(token.low) or token.low in IRREGULAR_PASTS or token.low in AUXILIARIES


def _has_object(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a word is a verb with an object and no adjective, as in 'and asked the board'."""
    if tokens[verb].low in AUXILIARIES:
        return True
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    return (
        is_past(tokens, verb)
        and after is not None
        and (after.low in DETERMINERS | PERSONAL or after.is_name)
    )


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a subject in the third person and its verb begin at a position."""
    if tokens[at].low in FIRST_PERSON:
        return False
    return any(
        _is_finite(tokens, verb) or is_third_person(tokens, verb)
        for verb in range(at + 1, min(at + 5, len(tokens) - 1))
    )


def _in_relative(tokens: Sequence[Token], low: int, verb: int) -> bool:
    return any(token.low in SUBORDINATORS | RELATIVES | PERSONAL for token in tokens[low:verb])


def _edge_before_next(tokens: Sequence[Token], low: int, high: int) -> int | None:
    """Find the word that joins a quotation to the next one, as in '... and "..."'."""
    for at in range(high - 1, max(low, high - 10), -1):
        if tokens[at].low in JOINS | RELATIVES | SUBORDINATORS:
            return at - 1
    return None
