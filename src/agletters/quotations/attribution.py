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

from agletters.quotations.article import Article, read
from agletters.quotations.rules import FEW_WORDS, NOBODY, Attribution, Clause, Rule
from agletters.quotations.tokens import Range, Token

__all__ = ["Attribution", "attribute", "read"]


def attribute(article: Article) -> list[Attribution]:
    """Attribute every quoted span of an article.

    Parameters
    ----------
    article : Article
        As :func:`read` gives it.

    Returns
    -------
    list of Attribution
        One for each span, in the same order.

    Examples
    --------
    >>> article = read('"We lost," Ann Lee told reporters. "But we tried."')
    >>> [article.text[slice(*found.speaker)] for found in attribute(article)]
    ['Ann Lee', 'Ann Lee']
    """
    return _Reader(article).run()


class _Reader:
    """Walks through an article once, remembering who spoke last."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.found: list[Attribution] = [NOBODY] * len(article.spans)
        self.last: Range | None = None
        self.context: Range | None = None
        self.context_rule: Rule = "none"

    def run(self) -> list[Attribution]:
        """Attribute paragraph after paragraph."""
        for paragraph in self.article.paragraphs:
            if self.context is not None:
                self.context_rule = "previous paragraph"
            for low, high in paragraph.sentences:
                self._sentence(paragraph.tokens, low, high)
        return self.found

    def _sentence(self, tokens: list[Token], low: int, high: int) -> None:
        quotes = [at for at in range(low, high) if tokens[at].quote >= 0]
        clause = Clause(self.article, tokens, low, high)
        pending: list[int] = []
        known: Attribution | None = None
        for at in quotes:
            found = clause.attribution(at)
            if found is None:
                pending.append(at)
                continue
            if known is None or found.speaker is not None:
                known = found
            self.found[tokens[at].quote] = found
        for at in pending:
            self.found[tokens[at].quote] = self._without_clause(clause, at, known)
        self._remember(clause, quotes)

    def _without_clause(self, clause: "Clause", at: int, known: Attribution | None) -> Attribution:
        """Attribute a span that no clause of its sentence gives to anyone."""
        if clause.is_mention(at):
            return NOBODY
        if known is not None and known.speaker is not None:
            return Attribution(known.speaker, None, "none", "same sentence")
        if clause.stands_alone(at):
            if self.context is None:
                return NOBODY
            return Attribution(self.context, None, "none", self.context_rule)
        if clause.word_count(at) <= FEW_WORDS:
            return NOBODY
        subject = clause.person_subject()
        if subject is not None:
            return Attribution(subject, None, "none", "sentence subject")
        if self.context is not None:
            return Attribution(self.context, None, "none", self.context_rule)
        actor = clause.actor(at)
        return NOBODY if actor is None else Attribution(actor, None, "none", "sentence subject")

    def _remember(self, clause: "Clause", quotes: list[int]) -> None:
        """Keep the one to whom a quotation without attribution would fall next."""
        spoken = [
            found.speaker
            for at in quotes
            if (found := self.found[clause.tokens[at].quote]).speaker is not None
        ]
        if spoken:
            self.context, self.context_rule = spoken[-1], "continued"
            return
        source = clause.source()
        if source is not None:
            self.context, self.context_rule = source, "previous sentence"
