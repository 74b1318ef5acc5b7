"""An article as the rules of attribution see it: paragraphs, quoted spans, tokens, sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from agletters.quotations.marks import QuotedSpan, find_in, paragraphs
from agletters.quotations.tokens import Range, Token, sentences, tokenize

#: A longer line is read in pieces, so that a text without line breaks takes no more memory.
LONGEST_PARAGRAPH: Final = 20_000
_SENTENCE_GAP: Final = re.compile(r"(?<=[.?!…\"”’')])\s+(?=[^\W\d_a-z]|[\"“‘'])")
_GAP: Final = re.compile(r"\s+")


class Paragraph(NamedTuple):
    """One paragraph, cut into tokens and sentences.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        Offsets of the paragraph.
    spans : list of QuotedSpan
        What stands in quotation marks, in order.
    tokens : list of Token
        Its tokens; each quotation is one and bears its number in ``spans``.
    sentences : list of tuple of int
        First token and end of each sentence.
    """

    text: str
    start: int
    end: int
    spans: list[QuotedSpan]
    tokens: list[Token]
    sentences: list[Range]


def read(text: str) -> Iterator[Paragraph]:
    """Cut a text into paragraphs, quoted spans, tokens and sentences, one paragraph at a time.

    Parameters
    ----------
    text : str
        Any text.

    Yields
    ------
    Paragraph
        What the rules of attribution work on.

    Examples
    --------
    >>> (paragraph,) = read('"Yes," said Ann Lee. She left.')
    >>> len(paragraph.spans), paragraph.sentences
    (1, [(0, 5), (5, 8)])
    """
    for start, end, spans in quoted(text):
        tokens = tokenize(text, start, end, spans)
        yield Paragraph(text, start, end, spans, tokens, sentences(text, tokens, spans))


def quoted(text: str) -> Iterator[tuple[int, int, list[QuotedSpan]]]:
    r"""Cut a text into paragraphs and find what stands in quotation marks in each.

    A paragraph longer than :data:`LONGEST_PARAGRAPH` comes in pieces, cut where a sentence ends
    outside quotation marks if there is such a place.

    Parameters
    ----------
    text : str
        Any text.

    Yields
    ------
    tuple of (int, int, list of QuotedSpan)
        Start and end of the paragraph, and its spans.

    Examples
    --------
    >>> [(start, end, len(spans)) for start, end, spans in quoted('He said "no".\nIt rained.')]
    [(0, 13, 1), (14, 24, 0)]
    """
    for start, end in paragraphs(text):
        first = start
        while end - first > LONGEST_PARAGRAPH:
            limit = first + LONGEST_PARAGRAPH
            spans = find_in(text, first, limit)
            cut = _cut(text, first, limit, spans)
            yield first, cut, [span for span in spans if span.outer_end <= cut]
            first = cut
        yield first, end, find_in(text, first, end)


def _cut(text: str, start: int, limit: int, spans: list[QuotedSpan]) -> int:
    """Find where to end a piece of a long paragraph."""
    opens = [span.outer_start for span in spans]
    for gap in (_SENTENCE_GAP, _GAP):
        best = 0
        for match in gap.finditer(text, start + LONGEST_PARAGRAPH // 2, limit):
            before = bisect_right(opens, match.start()) - 1
            if before < 0 or spans[before].outer_end <= match.start():
                best = match.end()
        if best:
            return best
    return limit
