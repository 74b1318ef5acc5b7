"""From the text of an article to candidate statements, for a person to check.

Rules only: no model, no download, nothing but the standard library (and pandas for the frame).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from agletters.quotations.article import read
from agletters.quotations.attribution import Reader
from agletters.quotations.indirect import Report, reports
from agletters.quotations.marks import QuotedSpan
from agletters.quotations.names import Names
from agletters.quotations.rules import Attribution, Rule

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["direct", "fragment", "mention", "indirect"]

_WORD: Final = re.compile(r"\w+(?:['’\-\u0300-\u036f]+\w+)*")
_LONGEST_FRAGMENT: Final = 12
_SHORTEST_SENTENCE: Final = 5
_CONTEXT: Final = 40

#: Share of spans that each rule read rightly; see the notes of :func:`extract`.
CONFIDENCE: Final[Mapping[Rule, float]] = {
    "clause after": 0.99,
    "clause before": 0.89,
    "unlisted verb": 0.80,
    "governing clause": 0.88,
    "label": 0.88,
    "possessor": 0.67,
    "same sentence": 0.80,
    "continued": 0.96,
    "previous sentence": 0.75,
    "previous paragraph": 0.72,
    "sentence subject": 0.67,
    "none": 0.80,
}
INDIRECT_CONFIDENCE: Final = 0.7
#: Share of spans whose opening mark was lost that are read rightly, whatever rule read them.
MENDED_CONFIDENCE: Final = 0.88

#: Columns of the table of statements, in its order.
STATEMENT_COLUMNS: Final = (
    "statement_id", "date", "date_precision", "date_basis", "date_note", "speaker", "role",
    "organisation", "side", "channel", "letter_id", "quotation", "source_id", "source_standing",
    "source_note", "span_id", "span_reports", "printing_note", "note",
)  # fmt: skip
#: Columns that a person needs for checking a candidate, added after those.
CHECK_COLUMNS: Final = (
    "kind", "speaker_as_printed", "cue_verb", "cue_position", "attribution", "confidence",
    "start", "end", "prefix", "suffix",
)  # fmt: skip


class Quotation(NamedTuple):
    """A candidate statement.

    Parameters
    ----------
    start, end : int
        Offsets in the text, in code points; ``text[start:end]`` is the quotation without marks.
    speaker : str or None
        The speaker as printed; None for a mention or an unknown speaker.
    cue_verb : str or None
        The verb or phrase of attribution as printed; None where there is none of its own.
    text : str
        The exact words.
    kind : str
        ``direct``; ``fragment``, a few words inside the writer's sentence; ``mention``, a title,
        a term or a scare quote that nobody is quoted as saying; ``indirect``, a reported but
        unquoted statement.
    full_name : str or None
        The speaker's full name where the article gives it.
    cue_position : str
        Where the attribution stands: ``before``, ``after`` or ``none``.
    attribution : str
        ``explicit``, ``carried over`` from what came before, or ``none``.
    confidence : float
        Between 0 and 1: how often the rule that found the speaker is right.
    """

    start: int
    end: int
    speaker: str | None
    cue_verb: str | None
    text: str
    kind: Kind
    full_name: str | None
    cue_position: str
    attribution: str
    confidence: float


def extract(text: str) -> list[Quotation]:
    """Find the candidate statements of an article.

    Parameters
    ----------
    text : str
        The article. Any text is taken; none raises.

    Returns
    -------
    list of Quotation
        In order of their offsets, without overlap.

    Notes
    -----
    A confidence says how often the rule that read the span is right: that it has this speaker
    or, for a mention, that it quotes nobody. It is a share counted over 393 spans of three words
    and more, 120 of them in 26 news articles (24 from the GUM corpus, A. Zeldes, 2017) and 273 in
    passages in the manner of US and British news that were written before they were tried; one
    right and one wrong are added for each rule, so that one seldom seen is never certain. The
    passages alone had checked an earlier count, made without them: in tenths of confidence, it
    was off from the share that was right by 0.04 on average, 0.92 for a mean of 0.93 in the
    highest tenth. A span whose opening mark is lost has at most the share that was right of 340
    such spans, made by taking all opening marks out of passages and articles (300; of 26 in
    articles 19). Where a closing mark was taken away and an end was found within the paragraph,
    all of 158 spans were right, and nothing is taken off. Where all marks are gone, nothing is
    quoted: what a clause of attribution reports is then an indirect statement.
    The confidence of an indirect statement is an estimate, not a count.

    Examples
    --------
    >>> for found in extract('“We lost,” Ann Lee told the “Dover Post.” “But we tried.”'):
    ...     print(found.kind, found.speaker, found.text)
    direct Ann Lee We lost,
    mention None Dover Post.
    direct Ann Lee But we tried.
    """
    return list(iter_quotations(text))


def iter_quotations(text: str) -> Iterator[Quotation]:
    """Find the candidate statements of an article, paragraph by paragraph.

    Parameters
    ----------
    text : str
        The article. Any text is taken; none raises.

    Yields
    ------
    Quotation
        Those of :func:`extract`, one by one.

    Notes
    -----
    Full names are gathered from the whole text before the first candidate comes. Apart from them,
    only the last few paragraphs are kept, so that the memory needed does not grow with the text.

    Examples
    --------
    >>> next(iter_quotations("“We lost,” Lee said. Ann Lee had hoped to win.")).full_name
    'Ann Lee'
    """
    names = Names(text)
    reader = Reader()
    for paragraph in read(text):
        names.enter(paragraph)
        found = [
            _quoted(text, names, span, given)
            for span, given in zip(paragraph.spans, reader.attribute(paragraph), strict=True)
        ]
        found += [_reported(text, names, report) for report in reports(paragraph)]
        yield from sorted(found)


def spoken(text: str) -> list[Quotation]:
    """Find only what is quoted as somebody's words.

    Parameters
    ----------
    text : str
        The article.

    Returns
    -------
    list of Quotation
        Those of :func:`extract` whose kind is ``direct`` or ``fragment``.

    Examples
    --------
    >>> [found.text for found in spoken('Lee starred in “Hard Times.” “A bore,” he said.')]
    ['A bore,']
    """
    return [found for found in iter_quotations(text) if found.kind in {"direct", "fragment"}]


def _quoted(text: str, names: Names, span: QuotedSpan, given: Attribution) -> Quotation:
    words = text[span.start : span.end]
    mended = span.outer_start == span.start
    return Quotation(
        start=span.start,
        end=span.end,
        speaker=text[slice(*given.speaker)] if given.speaker else None,
        cue_verb=text[slice(*given.cue)] if given.cue else None,
        text=words,
        kind=_kind(words, given),
        full_name=names.resolve(given.speaker) if given.speaker else None,
        cue_position=given.position,
        attribution=_basis(given),
        confidence=min(CONFIDENCE[given.rule], MENDED_CONFIDENCE if mended else 1.0),
    )


def _basis(given: Attribution) -> str:
    if given.speaker is None:
        return "none"
    return "carried over" if given.position == "none" else "explicit"


def _kind(words: str, given: Attribution) -> Kind:
    count = len(_WORD.findall(words[:1000]))
    opening = next((character for character in words if character.isalnum()), "")
    if given.speaker is None:
        sentence = opening.isupper() and words.rstrip("'’ ")[-1:] in ".?!…"
        return "direct" if sentence and count >= _SHORTEST_SENTENCE else "mention"
    whole = given.rule in {"clause after", "same sentence", "continued"} or opening.isupper()
    return "direct" if whole or count > _LONGEST_FRAGMENT else "fragment"


def _reported(text: str, names: Names, report: Report) -> Quotation:
    return Quotation(
        start=report.content[0],
        end=report.content[1],
        speaker=text[slice(*report.speaker)],
        cue_verb=text[slice(*report.cue)],
        text=text[slice(*report.content)],
        kind="indirect",
        full_name=names.resolve(report.speaker),
        cue_position=report.position,
        attribution="explicit",
        confidence=INDIRECT_CONFIDENCE,
    )


def extract_frame(texts: Mapping[str, str] | Iterable[tuple[str, str]]) -> "pd.DataFrame":
    """Find the candidate statements of many articles.

    Parameters
    ----------
    texts : mapping of str to str, or iterable of tuple of str
        The text of each source under its identifier.

    Returns
    -------
    pandas.DataFrame
        One row for each candidate, articles in the order given: the columns of the table of
        statements, of which only ``speaker``, ``quotation``, ``source_id`` and ``span_reports``
        are filled in, and those that a person needs for checking.

    Examples
    --------
    >>> frame = extract_frame({"S1": "“We lost,” Ann Lee said."})
    >>> frame[["source_id", "speaker", "quotation", "kind"]].values.tolist()
    [['S1', 'Ann Lee', 'We lost,', 'direct']]
    """
    import pandas as pd

    pairs = texts.items() if isinstance(texts, Mapping) else texts
    rows = [_row(source, text, found) for source, text in pairs for found in iter_quotations(text)]
    frame = pd.DataFrame(rows, columns=[*STATEMENT_COLUMNS, *CHECK_COLUMNS])
    numbers = {"confidence": "float64", "start": "int64", "end": "int64"}
    return frame.astype({column: numbers.get(column, "string") for column in frame.columns})


def _row(source: str, text: str, found: Quotation) -> dict[str, object]:
    return {
        "speaker": found.full_name or found.speaker,
        "quotation": found.text,
        "source_id": source,
        "span_reports": {"mention": None, "indirect": "indirectly"}.get(found.kind, "directly"),
        "kind": found.kind,
        "speaker_as_printed": found.speaker,
        "cue_verb": found.cue_verb,
        "cue_position": found.cue_position,
        "attribution": found.attribution,
        "confidence": found.confidence,
        "start": found.start,
        "end": found.end,
        "prefix": text[max(0, found.start - _CONTEXT) : found.start],
        "suffix": text[found.end : found.end + _CONTEXT],
    }
