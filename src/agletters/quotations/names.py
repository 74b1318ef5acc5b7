"""Give a speaker the full name that the article prints somewhere."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from agletters.quotations.article import Article
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


class Names:
    """The names of an article, and who is meant by a part of one or by a pronoun.

    Parameters
    ----------
    article : Article
        As :func:`agletters.quotations.article.read` gives it.

    Examples
    --------
    >>> from agletters.quotations.article import read
    >>> text = "Ann Lee lost. Lee said so. She said so twice."
    >>> names = Names(read(text))
    >>> names.resolve((14, 17)), names.resolve((27, 30))
    ('Ann Lee', 'Ann Lee')
    """

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._full: dict[str, str] = {}
        self._pronouns: dict[str, str] = {}
        self._subjects: list[tuple[int, int, str]] = []
        for number, paragraph in enumerate(article.paragraphs):
            for run in _runs(paragraph.tokens):
                self._learn(run)
            for low, high in paragraph.sentences:
                subject = main_subject(paragraph.tokens, low, high)
                if subject is not None:
                    self._note(paragraph.tokens[slice(*subject)], number)
        self._starts = [paragraph.start for paragraph in article.paragraphs]
        self._offsets = [offset for offset, _, _ in self._subjects]

    def _learn(self, run: list[Token]) -> None:
        """Remember a full name under its last word, and the pronoun that its title implies."""
        name = _untitled(run)
        if len(name) > 1:
            last = _bare(name[-1])
            printed = self._text[name[0].start : name[0].start]
            printed += self._text[name[0].start : name[-1].start] + name[-1].text[: len(last)]
            self._full.setdefault(last, " ".join(printed.split()))
        titles = {token.low for token in run}
        if name and titles & (_SHE | _HE):
            self._pronouns.setdefault(_bare(name[-1]), "she" if titles & _SHE else "he")

    def _note(self, subject: list[Token], paragraph: int) -> None:
        run = next(_own_runs(subject), None)
        name = _untitled(run) if run else []
        if name:
            self._subjects.append((name[0].start, paragraph, _bare(name[-1])))

    def resolve(self, speaker: Range) -> str | None:
        """Return the full name of a speaker.

        Parameters
        ----------
        speaker : tuple of int
            Offsets of the speaker as printed.

        Returns
        -------
        str or None
            None where the article does not say, or the speaker has no name of its own.
        """
        printed = self._text[slice(*speaker)].lower()
        if printed in {"he", "she"}:
            return self._antecedent(printed, speaker[0])
        tokens = tokenize(self._text, *speaker)
        for run in _own_runs(tokens):
            name = _untitled(run)
            if len(name) > 1:
                last = _bare(name[-1])
                return " ".join(
                    (
                        self._text[name[0].start : name[-1].start] + name[-1].text[: len(last)]
                    ).split()
                )
            if name:
                return self._full.get(_bare(name[0]))
        return None

    def _antecedent(self, pronoun: str, offset: int) -> str | None:
        """Return the last subject before a pronoun that it can stand for."""
        here = bisect_left(self._starts, offset)
        for position in range(bisect_left(self._offsets, offset) - 1, -1, -1):
            _, paragraph, last = self._subjects[position]
            if here - paragraph > _REACH:
                return None
            full = self._full.get(last)
            if full is not None and self._pronouns.get(last, pronoun) == pronoun:
                return full
        return None


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
