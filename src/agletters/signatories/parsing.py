"""The offices that a text says have joined, and the number that it states."""

from __future__ import annotations

from agletters.signatories.arbitration import read, that_agrees
from agletters.signatories.captions import find_parties
from agletters.signatories.choosing import choose
from agletters.signatories.evidence import Listed, Passage, find_every
from agletters.signatories.findings import Findings
from agletters.signatories.implied import all_but, excepted
from agletters.signatories.judging import Judgement, judge_all
from agletters.signatories.jurisdictions import jurisdictions, prepare
from agletters.signatories.offices import Reading, Signatories
from agletters.signatories.stated import plain_total, reported
from agletters.signatories.weighing import weigh


def parse(text: str, publisher: str | None = None) -> Signatories:
    """Return the offices that a press release or an article says have joined.

    Parameters
    ----------
    text : str
        Any text.
    publisher : str, optional
        USPS code of the office whose release the text is, which joins without being named
        ("Attorney General Lee joined 20 others").

    Returns
    -------
    Signatories
        The offices, the stated number, whether the two disagree, and how likely the offices are.

    Raises
    ------
    ValueError
        If `publisher` is not the code of one of the 56 jurisdictions.

    Notes
    -----
    The sentence around a list decides, not the names on it. Names that cannot stand for an
    office are set aside first (addresses, courts, papers, people); what is left is gathered into
    lists; then the verb of the clause and the words before the list say whether those on it
    joined, stayed out, are the exceptions to "every state", joined something else, or are named
    for another reason. A long list of which nothing else is said is taken to have joined, unless
    the number that the text states is reached without it. An officeholder who is quoted about a
    joint action is taken to be part of it, unless that exceeds the stated number, the officeholder
    has a case apart, or it is that state's law that is challenged; an office that one sentence
    says stayed out stays out, unless another says that it joined later.

    A text may tell of more than one action. A sentence that takes the other side (for what the
    text is against, or of the other party), opens with "separately" or the like, or brings in a
    group of another number is about another action, and so is what goes on from it. Where the
    first sentence on those who act names them all, others that act later are not of them. Where
    nobody joins anything, the one office that settles a case alone is returned.

    The stated number is the last arbiter, and only between readings that the grammar leaves open.
    Where it disagrees with the offices found, states that only act (sue, ask), as one does alone
    too, are left out; or one more list or titled officeholder is added of whom the text says
    nothing for or against; or all are added of whom it says the same (they act, joined something
    else, or at another time), or one of two such things: the least of these changes that reaches
    the number, if no other as small does. Those who are said to stay out, or are named as a place,
    an opponent or for a law of their own, are not added for the sake of the number, and nobody who
    is said to have joined is left out for it.

    What the grammar finds is then weighed with what else the text shows of each office: the words
    around its name, the length of its list, its standing with the publisher, the agreement with the
    stated number (`agletters.signatories.weighing.weigh`). Whoever is said to have stayed out, or
    is an opponent, is not weighed in. An office that the text neither names nor implies (as the
    publisher, or by words for all states) is never supplied. A disagreement with the number that
    none of this resolves is reported.

    The confidence is the probability of exactly these offices by the model that weighs. On
    273 annotated passages that neither the grammar nor the weights had seen, 170 had one above
    0.85, and 158 of these (93 %) were right; of the other 103 half (54) were.

    Examples
    --------
    >>> found = parse(
    ...     "Attorney General Ann Lee joined the attorneys general of Arkansas, West Virginia and"
    ...     " the District of Columbia in a letter to the Washington Post.",
    ...     publisher="KS",
    ... )
    >>> [office.usps for office in found.signatories]
    ['KS', 'AR', 'WV', 'DC']
    >>> found = parse("Four states signed: Ohio, Iowa and Utah.")
    >>> found.reported_count, str(found.disagreement)
    (4, 'The text states 4 offices; 3 were found in it.')
    """
    if publisher is not None and publisher not in jurisdictions():
        raise ValueError(
            f"publisher {publisher!r} is not a USPS code of a state, the District or a territory; "
            "give one such as 'CT', or leave it out"
        )
    given = Findings(prepare(text), publisher)
    judgement = judge_all(given)
    found, passage = _by_grammar(given, judgement)
    weighed = weigh(passage)
    if weighed.offices != passage.base:
        found = _of(given, judgement, weighed.offices, found)
    return Signatories(*found, weighed.confidence)


def find_passage(text: str, publisher: str | None = None) -> Passage:
    """Return what the grammar finds in a text, before it is weighed.

    Parameters
    ----------
    text : str
        Any text.
    publisher : str, optional
        USPS code of the office whose release it is.

    Returns
    -------
    Passage
        What is weighed.

    Examples
    --------
    >>> sorted(find_passage("Ohio and Iowa signed the letter.").base)
    ['IA', 'OH']
    """
    given = Findings(prepare(text), publisher)
    return _by_grammar(given, judge_all(given))[1]


def _by_grammar(given: Findings, judgement: Judgement) -> tuple[Reading, Passage]:
    """Return what the grammar alone finds, and what is to be weighed."""
    parties = find_parties(given.text)
    plaintiffs = tuple(given.signatory(party) for party in parties)
    alone = bool(plaintiffs) and given.publisher in {None, *(one.usps for one in plaintiffs)}
    if alone:
        found = Reading(plaintiffs, reported(given, plaintiffs, excepted=False))
    else:
        chosen = choose(given, judgement.lists)
        found = read(given, judgement, chosen)
        stated = found.reported_count
        if stated is not None and stated != len(found.signatories):
            found = that_agrees(given, judgement, chosen, stated) or found
    holders = given.people.holders
    lists = [
        Listed(
            one.group,
            one.verdict.name,
            tuple(name.start in holders for name in one.group.names),
        )
        for one in judgement.lists
    ]
    passage = Passage(
        text=given.text,
        ends=given.ends,
        publisher=given.publisher,
        lists=lists,
        printed=given.printed,
        counts=given.counts,
        total=plain_total(given.counts),
        base=frozenset(office.usps for office in found.signatories),
        left=frozenset(given.left_later()),
        own=judgement.own.name,
        own_acts=given.own_act() is not None,
        together=given.acts_together(),
        every=bool(all_but(given, judgement.lists)),
        caption=parties,
        is_caption=alone,
        surnames=given.people.surnames,
    )
    return found, passage


def _of(given: Findings, judgement: Judgement, joined: frozenset[str], found: Reading) -> Reading:
    """Return the offices with these codes, each where the text names or implies it."""
    kept = {office.usps: office for office in found.signatories}
    named = [*(name for one in judgement.lists for name in one.group.names), *given.printed]
    for name in named:
        kept.setdefault(name.usps, given.signatory(name))
    more = joined - kept.keys()
    span = given.own_act() or given.any_act()
    if given.publisher in more and span:
        kept[given.publisher] = given.implied(given.publisher, span)
        more -= {given.publisher}
    every = find_every(given.text)
    if every:
        kept |= {usps: given.implied(usps, every) for usps in sorted(more)}
    offices = [kept[usps] for usps in sorted(joined & kept.keys())]
    offices.sort(key=lambda one: (one.implied and one.usps != given.publisher, one.start))
    number = reported(given, offices, excepted=bool(excepted(judgement.lists)))
    return Reading(tuple(offices), number)
