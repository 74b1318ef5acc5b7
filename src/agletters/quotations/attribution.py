"""Say who speaks in each quoted span of a text.

The rules follow the order in which a reader tries them: a clause of attribution after the
quotation ('..., she said'), one that introduces it ('She said: ...'), a clause that governs a few
quoted words ('called the plan "..."'), a possessor ('its claim that "..."'), and the speaker of
what came just before. What no rule gives to anyone is a mention: a title, a term, a scare quote.

Notes
-----
The distinction of explicit and carried-over attribution, and of full and mixed quotation, is that
of S. Pareti, *PARC 3.0: A Corpus of Attribution Relations*, LREC 2016.
"""

from collections import deque
from typing import Final

from agletters.quotations.article import Paragraph
from agletters.quotations.rules import FEW_WORDS, NOBODY, Attribution, Clause, Rule
from agletters.quotations.tokens import Range

#: A quotation without attribution falls to nobody who was named longer ago than this.
_SENTENCES_BACK: Final = 40


class Reader:
    """Attributes the quotations of an article, remembering who spoke last.

    Examples
    --------
    >>> from agletters.quotations.article import read
    >>> text = '"We lost," Ann Lee told reporters. "But we tried."'
    >>> reader = Reader()
    >>> [text[slice(*found.speaker)] for each in read(text) for found in reader.attribute(each)]
    ['Ann Lee', 'Ann Lee']
    """

    def __init__(self) -> None:
        self.found: list[Attribution] = []
        self.last: Range | None = None
        self.last_rule: Rule = "none"
        self.unread: deque[Clause] = deque(maxlen=_SENTENCES_BACK)

    def attribute(self, paragraph: Paragraph) -> list[Attribution]:
        """Attribute every quoted span of the next paragraph.

        Parameters
        ----------
        paragraph : Paragraph
            As :func:`agletters.quotations.article.read` yields it.

        Returns
        -------
        list of Attribution
            One for each span, in the same order.
        """
        self.found = [NOBODY] * len(paragraph.spans)
        if self.last is not None:
            self.last_rule = "previous paragraph"
        for low, high in paragraph.sentences:
            self._sentence(Clause(paragraph, low, high))
        return self.found

    def _sentence(self, clause: Clause) -> None:
        pending: list[int] = []
        known: Attribution | None = None
        quotes = clause.quotes()
        for at in quotes:
            found = clause.attribution(at)
            if found is None:
                pending.append(at)
                continue
            if known is None or found.speaker is not None:
                known = found
            self.found[clause.tokens[at].quote] = found
        for at in pending:
            self.found[clause.tokens[at].quote] = self._without_clause(clause, at, known)
        self._remember(clause, quotes)

    def _without_clause(self, clause: "Clause", at: int, known: Attribution | None) -> Attribution:
        """Attribute a span that no clause of its sentence gives to anyone."""
        if clause.is_mention(at):
            return NOBODY
        if known is not None and known.speaker is not None:
            return Attribution(known.speaker, None, "none", "same sentence")
        if clause.stands_alone(at):
            return self._carried(clause)
        if clause.word_count(at) <= FEW_WORDS:
            return NOBODY
        subject = clause.person_subject()
        if subject is not None:
            return Attribution(subject, None, "none", "sentence subject")
        carried = self._carried(clause)
        if carried.speaker is not None:
            return carried
        actor = clause.actor(at)
        return NOBODY if actor is None else Attribution(actor, None, "none", "sentence subject")

    def _carried(self, clause: Clause) -> Attribution:
        """Attribute a span to the one who spoke, or was spoken of, last."""
        while self.unread:
            before = self.unread.pop()
            source = before.source()
            if source is not None:
                same = before.paragraph is clause.paragraph
                self.last = source
                self.last_rule = "previous sentence" if same else "previous paragraph"
                self.unread.clear()
        if self.last is None:
            return NOBODY
        return Attribution(self.last, None, "none", self.last_rule)

    def _remember(self, clause: Clause, quotes: list[int]) -> None:
        """Keep the one to whom a quotation without attribution would fall next."""
        spoken = [
            found.speaker
            for at in quotes
            if (found := self.found[clause.tokens[at].quote]).speaker is not None
        ]
        if spoken:
            self.last, self.last_rule = spoken[-1], "continued"
            self.unread.clear()
        else:
            self.unread.append(clause)
