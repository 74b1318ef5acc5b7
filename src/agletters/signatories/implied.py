"""The offices that join without being named: a publisher, and all states but some."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from agletters.signatories.findings import Findings
from agletters.signatories.grammar import NOT_JOIN
from agletters.signatories.judging import Judged, Judgement
from agletters.signatories.jurisdictions import states
from agletters.signatories.offices import Signatory
from agletters.signatories.readings import Verdict
from agletters.signatories.remainder import FEW, find_all_but
from agletters.signatories.stated import plain_total

_ANOTHER_ACT = (Verdict.ELSEWHERE, Verdict.EARLIER)


def excepted(judged: Sequence[Judged]) -> set[str]:
    """Return the offices that a text excepts from all states.

    Parameters
    ----------
    judged : sequence of Judged
        Its lists.

    Returns
    -------
    set of str
        USPS codes.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import prepare
    >>> from agletters.signatories.judging import judge_all
    >>> given = Findings(prepare("Every state except Ohio signed the letter."))
    >>> excepted(judge_all(given).lists)
    {'OH'}
    """
    return {n.usps for j in judged if j.verdict is Verdict.EXCEPTED for n in j.group.names}


def all_but(given: Findings, judged: Sequence[Judged]) -> list[Signatory]:
    """Return the states that "every state", less the exceptions, implies.

    Parameters
    ----------
    given : Findings
        What the text shows.
    judged : sequence of Judged
        Its lists.

    Returns
    -------
    list of Signatory
        The states, by name; none where the text has no such words.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import prepare
    >>> from agletters.signatories.judging import judge_all
    >>> given = Findings(prepare("Every state except Ohio signed the letter."))
    >>> len(all_but(given, judge_all(given).lists))
    49
    """
    without = excepted(judged)
    stayed = {n.usps for j in judged if j.verdict is Verdict.STAYED_OUT for n in j.group.names}
    stayed = stayed or all_the_rest(given, judged)
    out = [one.group for one in judged if one.verdict is Verdict.EXCEPTED]
    named = (out[0].start, out[0].end) if out else None
    span = find_all_but(given.text, given.counts, without, stayed, named)
    if span is None:
        return []
    start, end = given.prepared.original(span[0]), given.prepared.original(span[1] - 1) + 1
    return [
        Signatory(usps, start, end, implied=True)
        for usps in states()
        if usps not in without and usps not in stayed
    ]


def all_the_rest(given: Findings, judged: Sequence[Judged]) -> set[str]:
    """Return the few with a case of their own if the number stated is of all the others.

    Parameters
    ----------
    given : Findings
        What the text shows.
    judged : sequence of Judged
        Its lists.

    Returns
    -------
    set of str
        USPS codes.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import prepare
    >>> from agletters.signatories.judging import judge_all
    >>> given = Findings(prepare("The 49 states settled with the firm; Ohio has its own suit."))
    >>> all_the_rest(given, judge_all(given).lists)
    {'OH'}
    """
    few = {n.usps for j in judged if j.verdict in _ANOTHER_ACT for n in j.group.names}
    number = {count.states for count in given.counts}
    apart = 0 < len(few & set(states())) <= FEW and few <= set(states())
    return few if apart and len(states()) - len(few) in number else set()


def own_office(
    given: Findings, judgement: Judgement, joined: Collection[str], *, implied: bool
) -> Signatory | None:
    """Return the office that publishes a text, if it joins without being named.

    Parameters
    ----------
    given : Findings
        What the text shows.
    judgement : Judgement
        What it says of its lists and its publisher.
    joined : collection of str
        USPS codes of those named who joined.
    implied : bool
        Whether others join without being named.

    Returns
    -------
    Signatory or None
        The office, at its officeholder's title or at a word of joining.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import prepare
    >>> from agletters.signatories.judging import judge_all
    >>> given = Findings(prepare("Attorney General Lee joined Ohio in the suit."), "KS")
    >>> own_office(given, judge_all(given), {"OH"}, implied=False).officeholder
    'Lee'
    """
    if given.publisher is None or given.publisher in joined:
        return None
    for one in judgement.lists:
        if given.publisher in {n.usps for n in one.group.names} and one.verdict in (
            Verdict.STAYED_OUT,
            Verdict.EXCEPTED,
        ):
            return None
    if judgement.own is Verdict.STAYED_OUT:
        return None
    span = given.own_act()
    if span is None:
        span = given.any_act() or (None if joined else given.others())
        if span is None or not (joined or given.counts or given.acts_together()):
            return None
        stated = plain_total(given.counts)
        if stated is not None and joined and stated == len(joined):
            return None
    elif not (
        judgement.own in (Verdict.JOINED, Verdict.ACTED)
        or joined
        or implied
        or given.acts_together()
    ):
        return None
    sentence = given.text[span[0] : given.sentence(span[0])[1]]
    if re.match(rf".{{0,80}}?\b(?:{NOT_JOIN})[^.]*\b(?:join|sign)", sentence, re.S):
        return None
    return given.implied(given.publisher, span)
