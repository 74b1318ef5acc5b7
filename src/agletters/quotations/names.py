"""Give a speaker the full name that the article prints somewhere."""

import re
from collections import deque
from collections.abc import Iterator
from typing import Final

from agletters.quotations.article import Paragraph, quoted
from agletters.quotations.cues import (
    ADVERBS,
    CALENDAR,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    words,
)
from agletters.quotations.subjects import main_subject
from agletters.quotations.tokens import Range, Token, tokenize

_TITLES: Final = words(
    """
    mr mrs ms miss dr sen senator rep representative gov governor president prof professor sir
    judge justice secretary gen general col capt sgt lt rev mayor attorney chief sheriff
    congressman congresswoman minister chairman chairwoman director officer lady lord dame
    former vice prime state house democratic republican lieutenant treasurer speaker
    """
)
_SHE: Final = frozenset({"mrs", "ms", "miss", "congresswoman", "chairwoman", "lady", "dame"})
_HE: Final = frozenset({"mr", "sir", "congressman", "lord"})
_PARTICLES: Final = words("de da del della der den di du la le van von bin al ter")
_NO_NAME: Final = DETERMINERS | PREPOSITIONS | SUBORDINATORS | ADVERBS | CALENDAR | PRONOUNS
_REACH: Final = 4
_MOST_NAMES: Final = 50_000
_MOST_RESOLVED: Final = 64
#: Two words and more that may be the capitalised words of a name; read closely afterwards.
_CAPITALISED: Final = re.compile(
    r"\b[^\W\d_a-z]\S{0,60}(?:\s{1,3}(?:[a-z]{1,3}\s{1,3}){0,2}[^\W\d_a-z]\S{0,60})+"
)


class Names:
    """The names of an article, and who is meant by a part of one or by a pronoun.

    The full names are gathered from the whole text at once; of the paragraphs, only the last few
    that were entered are kept.

    Parameters
    ----------
    text : str
        The article.

    Examples
    --------
    >>> from agletters.quotations.article import read
    >>> text = "Ann Lee lost. Lee said so. She said so twice."
    >>> names = Names(text)
    >>> for paragraph in read(text):
    ...     names.enter(paragraph)
    >>> names.resolve((14, 17)), names.resolve((27, 30))
    ('Ann Lee', 'Ann Lee')
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._full: dict[str, str] = {}
        self._pronouns: dict[str, str] = {}
        self._near: deque[_Entered] = deque(maxlen=2 * _REACH)
        self._resolved: dict[Range, str | None] = {}
        for start, end, spans in quoted(text):
            for span in spans:
                self._gather(start, span.outer_start)
                start = span.outer_end
            self._gather(start, end)

    def _gather(self, start: int, end: int) -> None:
        """Learn the names that stand between two quotations."""
        for match in _CAPITALISED.finditer(self._text, start, end):
            for run in _runs(tokenize(self._text, *match.span())):
                self._learn(run)

    def _learn(self, run: list[Token]) -> None:
        """Remember a full name under its last word, and the pronoun that its title implies."""
        name = _untitled(run)
        if not name or len(self._full) >= _MOST_NAMES:
            return
        last = _bare(name[-1])
        if len(name) > 1:
            self._full.setdefault(last, self._printed(name))
        titles = {token.low for token in run}
        if titles & (_SHE | _HE):
            self._pronouns.setdefault(last, "she" if titles & _SHE else "he")

    def _printed(self, name: list[Token]) -> str:
        """Return a name as printed, without a possessive ending."""
        last = name[-1].start + len(_bare(name[-1]))
        return " ".join(self._text[name[0].start : last].split())

    def enter(self, paragraph: Paragraph) -> None:
        """Go on to the next paragraph.

        Parameters
        ----------
        paragraph : Paragraph
            As :func:`agletters.quotations.article.read` yields it.
        """
        self._near.append(_Entered(paragraph))

    def resolve(self, speaker: Range) -> str | None:
        """Return the full name of a speaker.

        Parameters
        ----------
        speaker : tuple of int
            Offsets of the speaker as printed, in one of the paragraphs entered last or where it
            was resolved before.

        Returns
        -------
        str or None
            None where the article does not say, or the speaker has no name of its own.
        """
        if speaker not in self._resolved:
            if len(self._resolved) >= _MOST_RESOLVED:
                del self._resolved[next(iter(self._resolved))]
            self._resolved[speaker] = self._find(speaker)
        return self._resolved[speaker]

    def _find(self, speaker: Range) -> str | None:
        printed = self._text[slice(*speaker)].lower()
        pronoun = {"his": "he", "her": "she"}.get(printed, printed)
        if pronoun in {"he", "she"}:
            return self._antecedent(pronoun, speaker[0])
        for run in _own_runs(tokenize(self._text, *speaker)):
            name = _untitled(run)
            if len(name) > 1:
                return self._printed(name)
            if name:
                return self._full.get(_bare(name[0]))
        return None

    def _antecedent(self, pronoun: str, offset: int) -> str | None:
        """Return the last subject before a pronoun that it can stand for."""
        before = [entered for entered in self._near if entered.start <= offset]
        for entered in before[: -_REACH - 2 : -1]:
            for start, last in reversed(entered.subjects()):
                full = self._full.get(last)
                fits = start < offset and self._pronouns.get(last, pronoun) == pronoun
                if full is not None and fits:
                    return full
        return None


class _Entered:
    """A paragraph and, once somebody asks, the names that are subjects of its sentences."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.start = paragraph.start
        self._paragraph = paragraph
        self._subjects: list[tuple[int, str]] | None = None

    def subjects(self) -> list[tuple[int, str]]:
        """Return the offset and the last word of each such name."""
        if self._subjects is None:
            found = (_subject(self._paragraph.tokens, *cut) for cut in self._paragraph.sentences)
            self._subjects = [(name[0].start, _bare(name[-1])) for name in found if name]
        return self._subjects


def _subject(tokens: list[Token], low: int, high: int) -> list[Token]:
    """Return the name that is the subject of a sentence, if one is."""
    subject = main_subject(tokens, low, high)
    run = next(_own_runs(tokens[slice(*subject)]), None) if subject is not None else None
    return _untitled(run) if run else []


def _bare(token: Token) -> str:
    """Return a name in lower case without its possessive ending."""
    return token.low.removesuffix("'s").rstrip("'")


def _runs(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the runs of capitalised words."""
    run: list[Token] = []
    for at, token in enumerate(tokens):
        inside = token.is_name and not (not run and token.low in _NO_NAME)
        joins = bool(run) and (
            (token.low == "." and (len(run[-1].text) == 1 or run[-1].low in _TITLES | {"jr", "st"}))
            or (token.low in _PARTICLES and at + 1 < len(tokens) and tokens[at + 1].is_name)
        )
        if inside or joins:
            run.append(token)
            if not token.low.endswith(("'s", "s'")):
                continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _own_runs(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the names that stand for the phrase itself: no possessors, nothing after 'for'."""
    for run in _runs(tokens):
        before = next((token for token in reversed(tokens) if token.end <= run[0].start), None)
        after = next((token for token in tokens if token.start >= run[-1].end), None)
        owner = run[-1].low.endswith(("'s", "s'"))
        modifier = (
            after is not None
            and after.text[0].islower()
            and after.low not in PREPOSITIONS | {"and"}
        )
        if not owner and not modifier and (before is None or before.low not in PREPOSITIONS):
            yield run


def _untitled(run: list[Token]) -> list[Token]:
    """Cut titles and full stops off the front of a name."""
    start = 0
    while start < len(run) and (run[start].low in _TITLES or not run[start].is_name):
        start += 1
    return [token for token in run[start:] if token.low != "." or token is not run[-1]]
