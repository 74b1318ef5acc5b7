"""An article as the rules of attribution see it: paragraphs, quoted spans, tokens, sentences."""

from dataclasses import dataclass, field

from agletters.quotations.marks import QuotedSpan, find_in, paragraphs
from agletters.quotations.tokens import Range, Token, sentences, tokenize


@dataclass(slots=True)
class Paragraph:
    """One paragraph, cut into tokens and sentences.

    Parameters
    ----------
    start, end : int
        Offsets in the text.
    tokens : list of Token
        Its tokens; each quotation is one.
    sentences : list of tuple of int
        First token and end of each sentence.
    """

    start: int
    end: int
    tokens: list[Token]
    sentences: list[Range]


@dataclass(slots=True)
class Article:
    """A text with its paragraphs and the spans that stand in quotation marks.

    Parameters
    ----------
    text : str
        The text.
    spans : list of QuotedSpan
        All quoted spans, in order.
    paragraphs : list of Paragraph
        All paragraphs that are not blank, in order.
    """

    text: str
    spans: list[QuotedSpan] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)


def read(text: str) -> Article:
    """Cut a text into paragraphs, quoted spans, tokens and sentences.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    Article
        What the rules of attribution work on.

    Examples
    --------
    >>> article = read('"Yes," said Ann Lee. She left.')
    >>> len(article.spans), article.paragraphs[0].sentences
    (1, [(0, 5), (5, 8)])
    """
    article = Article(text)
    for start, end in paragraphs(text):
        found = find_in(text, start, end)
        tokens = tokenize(text, start, end, found, len(article.spans))
        article.spans += found
        cut = sentences(text, tokens, article.spans)
        article.paragraphs.append(Paragraph(start, end, tokens, cut))
    return article
