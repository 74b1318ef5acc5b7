"""Cut a paragraph into tokens and sentences, each quotation being one token."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from agletters.quotations.cues import (
    ABBREVIATIONS,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    IRREGULAR_PASTS,
    NOUNS_IN_LY,
)

if TYPE_CHECKING:
    from agletters.quotations.marks import QuotedSpan

#: Letters and digits, with the accents that a decomposed text keeps apart.
_LETTERS: Final = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_TOKEN: Final = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?!\w)|[#@]?{_LETTERS}(?:['’.\-–&/@]{_LETTERS})*(?:(?<=s)['’](?=\s))?"
    r"|--+|\.{2,}|[^\w\s]|_+"
)
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.?)+")
DASHES: Final = frozenset({"—", "–", "-", "--", "---", "―"})
#: A longer row of tokens is no sentence, and is cut so that no rule looks further.
LONGEST_SENTENCE: Final = 300
_ENDS: Final = frozenset({".", "?", "!", "…", "..."})


class Token(NamedTuple):
    """A word, a punctuation mark or a whole quotation.

    Parameters
    ----------
    text, low : str
        The word as printed and in lower case; empty for a quotation.
    start, end : int
        Offsets in the text; for a quotation with its marks.
    quote : int
        Position of the quotation in the list of spans, or -1.
    """

    text: str
    low: str
    start: int
    end: int
    quote: int = -1

    @property
    def is_name(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether the token is a word or a number."""
        return self.text[-1:].isalnum() or self.text[:1].isalnum()


Range = tuple[int, int]


def tokenize(
    text: str, start: int, end: int, spans: Sequence["QuotedSpan"] = (), first: int = 0
) -> list[Token]:
    """Cut a paragraph into tokens, each quotation being one.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        Offsets of the paragraph.
    spans : sequence of QuotedSpan
        The quotations of the paragraph, in order.
    first : int
        The number that the first of them bears.

    Returns
    -------
    list of Token
        In order.

    Examples
    --------
    >>> [token.text for token in tokenize("Gov. Lee isn't here.", 0, 20)]
    ['Gov', '.', 'Lee', "isn't", 'here', '.']
    """
    tokens: list[Token] = []
    cursor = start
    for number, span in enumerate(spans, first):
        tokens += _words(text, cursor, span.outer_start)
        tokens.append(Token("", "", span.outer_start, span.outer_end, number))
        cursor = span.outer_end
    tokens += _words(text, cursor, end)
    return tokens


def _words(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        low = word.lower()
        if "’" in low:
            low = low.replace("’", "'")
        found.append(Token(word, low, *match.span()))
    return found


def sentences(text: str, tokens: Sequence[Token], spans: Sequence["QuotedSpan"]) -> list[Range]:
    """Cut a row of tokens into sentences.

    A quotation ends a sentence where its last mark does and what follows is no attribution.

    Parameters
    ----------
    text : str
        The whole text.
    tokens : sequence of Token
        The tokens of a paragraph.
    spans : sequence of QuotedSpan
        All quotations of the text, as numbered in the tokens.

    Returns
    -------
    list of tuple of int
        First token and end of each sentence.

    Examples
    --------
    >>> text = "Mr. Lee left. He was tired."
    >>> sentences(text, tokenize(text, 0, len(text)), [])
    [(0, 5), (5, 9)]
    """
    found: list[Range] = []
    first = _after_dateline(tokens)
    for position, token in enumerate(tokens):
        if position + 1 == len(tokens):
            break
        if token.quote >= 0:
            ends = _quotation_ends(text, tokens, position, spans[token.quote])
        else:
            ends = token.low in _ENDS and _period_ends(tokens, position)
        if ends or position + 1 - first >= LONGEST_SENTENCE:
            found.append((first, position + 1))
            first = position + 1
    if first < len(tokens):
        found.append((first, len(tokens)))
    return found


def _after_dateline(tokens: Sequence[Token]) -> int:
    """Return the first token after 'DOVER (AP) -', or 0."""
    if not tokens or not (tokens[0].text.isupper() and len(tokens[0].text) > len("A.")):
        return 0
    for at, token in enumerate(tokens[:12]):
        if token.low in DASHES:
            return at + 1
        if token.quote >= 0 or token.low in {":", "?", "!"} or token.text.islower():
            return 0
    return 0


def _period_ends(tokens: Sequence[Token], position: int) -> bool:
    """Whether the full stop at a position ends its sentence."""
    after = tokens[position + 1]
    if not (after.quote >= 0 or after.is_name or after.text[0].isdigit() or after.text[0] in "([$"):
        return False
    if position == 0 or tokens[position].low != ".":
        return True
    before = tokens[position - 1]
    if before.end != tokens[position].start or before.quote >= 0:
        return before.quote >= 0
    if _INITIALS.fullmatch(before.text) and (len(before.text) == 1 or "." in before.text):
        return False
    return before.low.rpartition("-")[2] not in ABBREVIATIONS


def _quotation_ends(text: str, tokens: Sequence[Token], position: int, span: "QuotedSpan") -> bool:
    """Whether a quotation ends the sentence in which it stands."""
    after = tokens[position + 1]
    last = text[span.start : span.end].rstrip().rstrip("'’")[-1:]
    if last not in ".?!…" or not last:
        return False
    if after.quote >= 0:
        return True
    if not after.is_name and after.low != "(" and after.low not in DASHES:
        return after.low not in {",", ":", ";", ")"} and not after.text[0].islower()
    if after.low in DASHES or last == "." or after.low == "(":
        return after.low not in DASHES and (last == "." or after.low != "(")
    return not _attribution_follows(tokens, position + 1)


def _attribution_follows(tokens: Sequence[Token], position: int) -> bool:
    """Whether a name and a verb of saying, and nothing else, follow '...?"'."""
    if _short_clause(tokens, position):
        return True
    for token in tokens[position : position + 12]:
        if token.low in FINITE and not token.is_name:
            return True
        if token.quote >= 0 or token.low in _ENDS or token.low in AUXILIARIES:
            return False
    return False


def _short_clause(tokens: Sequence[Token], position: int) -> bool:
    """Whether a sentence as short as 'Lee shot back.' begins at a position."""
    at = position
    while at < min(len(tokens), position + 12) and (tokens[at].is_name or abbreviates(tokens, at)):
        at += 1
    if at == position or at >= len(tokens) or not is_past(tokens, at):
        return False
    return any(token.low == "." for token in tokens[at + 1 : at + 3])


def abbreviates(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop at a position belongs to an abbreviation.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    at : int
        The full stop, or any other token.

    Returns
    -------
    bool
        True for the stop of 'Sen.', 'Calif.' or an initial.

    Examples
    --------
    >>> abbreviates(tokenize("Sen. Lee.", 0, 9), 1), abbreviates(tokenize("Sen. Lee.", 0, 9), 3)
    (True, False)
    """
    return (
        tokens[at].low == "."
        and at > 0
        and tokens[at - 1].end == tokens[at].start
        and (
            tokens[at - 1].low.rpartition("-")[2] in ABBREVIATIONS or len(tokens[at - 1].text) == 1
        )
    )


def looks_past(word: str) -> bool:
    """Whether a word in lower case has the ending of a regular past.

    Parameters
    ----------
    word : str
        The word.

    Returns
    -------
    bool
        True for 'fumed'; False for 'need' and 'hundred'.

    Examples
    --------
    >>> looks_past("fumed"), looks_past("need"), looks_past("hundred")
    (True, False, False)
    """
    if word.endswith("eed") and not word.endswith(("greed", "teed", "freed")):
        return False
    return word.endswith("ed") and not word.endswith("dred") and len(word) > len("shed")


def looks_adverb(word: str) -> bool:
    """Whether a word in lower case has the ending of an adverb.

    Parameters
    ----------
    word : str
        The word.

    Returns
    -------
    bool
        True for 'bluntly'; False for 'family'.

    Examples
    --------
    >>> looks_adverb("bluntly"), looks_adverb("family")
    (True, False)
    """
    return word.endswith("ly") and word not in NOUNS_IN_LY


def is_past(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word looks like a past tense and no adjective.

    Parameters
    ----------
    tokens : sequence of Token
        Any tokens.
    at : int
        The word.

    Returns
    -------
    bool
        False for a capitalised word and after a determiner.

    Examples
    --------
    >>> is_past(tokenize("He fumed", 0, 8), 1), is_past(tokenize("the failed plan", 0, 15), 1)
    (True, False)
    """
    token = tokens[at]
    if token.is_name or tokens[at - 1].low in DETERMINERS:
        return False
    return token.low in IRREGULAR_PASTS or looks_past(token.low)
