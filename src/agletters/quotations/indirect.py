"""Find statements that an article reports without quotation marks."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from agletters.quotations.article import Paragraph
from agletters.quotations.cues import PREPOSITIONS, REPORTING, words
from agletters.quotations.subjects import is_verb, main_subject, subject_after, subject_before
from agletters.quotations.tokens import Range, Token

_FEWEST_WORDS: Final = 4
_OBJECT_REACH: Final = 9
_NEGATIONS: Final = frozenset({"to", "not", "didn't", "doesn't", "don't", "never", "hasn't", "nor"})
_REPORTING_PARTICIPLES: Final = words(
    """
    saying arguing claiming warning adding insisting noting asserting maintaining stating
    alleging
    """
)


class Report(NamedTuple):
    """A statement of a source in the writer's words.

    Parameters
    ----------
    content : tuple of int
        Offsets of what is reported.
    speaker : tuple of int
        Offsets of the source as printed.
    cue : tuple of int
        Offsets of the verb or phrase of reporting.
    position : str
        Where the attribution stands: ``before`` or ``after`` the content.
    """

    content: Range
    speaker: Range
    cue: Range
    position: str


def reports(paragraph: Paragraph) -> list[Report]:
    """Find the reported statements of a paragraph that contain no quotation.

    Parameters
    ----------
    paragraph : Paragraph
        As :func:`agletters.quotations.article.read` yields it.

    Returns
    -------
    list of Report
        In order, without overlap.

    Examples
    --------
    >>> from agletters.quotations.article import read
    >>> text = "The mayor said that the bridge would open in May."
    >>> [text[slice(*report.content)] for report in reports(next(read(text)))]
    ['the bridge would open in May']
    """
    return [
        report
        for low, high in paragraph.sentences
        for report in _in_sentence(paragraph.tokens, low, high)
    ]


def _in_sentence(tokens: list[Token], low: int, high: int) -> Iterator[Report]:
    last_quote = max((at for at in range(low, high) if tokens[at].quote >= 0), default=low - 1)
    if last_quote < low:
        closing = _closing(tokens, low, high)
        if closing is not None:
            yield closing
            return
    for verb in range(max(low, last_quote + 1), high):
        subject = _subject(tokens, low, verb)
        if subject is None:
            continue
        content = _content(tokens, verb + 1, high)
        if content is not None:
            cue = tokens[verb]
            speaker = tokens[subject[0]].start, tokens[subject[1] - 1].end
            yield Report(content, speaker, (cue.start, cue.end), "before")
            return


def _subject(tokens: list[Token], low: int, verb: int) -> Range | None:
    """Find the source if the word at a position reports what follows it."""
    token = tokens[verb]
    if verb > low and tokens[verb - 1].low in _NEGATIONS:
        return None
    if token.low in _REPORTING_PARTICIPLES:
        return main_subject(tokens, low, verb) if verb > low else None
    if token.low not in REPORTING or not is_verb(tokens, verb) or verb == low:
        return None
    return subject_before(tokens, low, verb)


def _content(tokens: list[Token], start: int, high: int) -> Range | None:
    """Return what follows a verb of reporting, past its object and 'that'."""
    for at in range(start, min(high, start + _OBJECT_REACH)):
        if tokens[at].low == "that":
            start = at + 1
            break
    return _stretch(tokens, start, high)


def _stretch(tokens: list[Token], start: int, end: int) -> Range | None:
    """Return the offsets of a stretch of words, if it is long enough to state something."""
    while start < end and not tokens[start].is_word and tokens[start].text not in "$#@(":
        start += 1
    while end > start and not tokens[end - 1].is_word and tokens[end - 1].text not in ")%":
        end -= 1
    if sum(token.is_word for token in tokens[start:end]) < _FEWEST_WORDS:
        return None
    return tokens[start].start, tokens[end - 1].end


def _closing(tokens: list[Token], low: int, high: int) -> Report | None:
    """Read '..., the mayor said.', '..., said the mayor.' and 'According to the mayor, ...'."""
    if tokens[low].low == "according":
        return _according(tokens, low, high)
    for comma in range(high - 2, max(low, high - 16), -1):
        if tokens[comma].low != ",":
            continue
        content = _stretch(tokens, low, comma)
        found = _clause(tokens, comma + 1, high)
        if found is None or content is None or tokens[low].low in PREPOSITIONS:
            return None
        subject, cue = found
        speaker = tokens[subject[0]].start, tokens[subject[1] - 1].end
        return Report(content, speaker, cue, "after")
    return None


def _clause(tokens: list[Token], start: int, high: int) -> tuple[Range, Range] | None:
    """Read a clause that does nothing but name the source: its subject and its verb."""
    if tokens[start].low == "according" and start + 1 < high:
        subject = subject_after(tokens, start + 2, high)
        return (subject, (tokens[start].start, tokens[start + 1].end)) if subject else None
    if tokens[start].low in REPORTING and tokens[start].low.endswith(("d", "s")):
        subject = subject_after(tokens, start + 1, high)
        return (subject, (tokens[start].start, tokens[start].end)) if subject else None
    for verb in range(start + 1, high):
        if tokens[verb].low not in REPORTING or not is_verb(tokens, verb):
            continue
        subject = subject_before(tokens, start, verb)
        if subject is None or subject[0] != start or high - verb > _FEWEST_WORDS:
            return None
        return subject, (tokens[verb].start, tokens[verb].end)
    return None


def _according(tokens: list[Token], low: int, high: int) -> Report | None:
    subject = subject_after(tokens, low + 2, high)
    if subject is None:
        return None
    content = _stretch(tokens, subject[1], high)
    if content is None:
        return None
    speaker = tokens[subject[0]].start, tokens[subject[1] - 1].end
    return Report(content, speaker, (tokens[low].start, tokens[low + 1].end), "before")
