"""Which of the lists of a text joined, by what its sentences say of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agletters.signatories.findings import Findings
from agletters.signatories.grammar import Lazy
from agletters.signatories.implied import all_the_rest
from agletters.signatories.judging import Judged
from agletters.signatories.lists import Group
from agletters.signatories.readings import Verdict
from agletters.signatories.stated import plain_total

# What an officeholder does who speaks for another side, or for a case of the office's own.
_APART = (Verdict.STAYED_OUT, Verdict.EXCEPTED, Verdict.ELSEWHERE, Verdict.BESIDE)
# A brief in somebody else's case.
_BRIEF_OF = Lazy(r"\b(?:amic(?:i|us)|opposition|brief|memorandum|response)\b[^.;]*$", re.I)
_LATER = Lazy(
    r"\b(?:later|since|then|now|today|subsequently|eventually|finally|initially|at first|revers\w+"
    r"|chang\w+)\b",
    re.I,
)
# Said of those who join in what was told before.
_IN_IT_TOO = Lazy(
    r"\b(?:also|later|since|then|other states|now)\b[^.;]{0,40}?\b(?:join|sign|add)"
    r"|\b(?:join(?:ed|ing|s)?|sign\w* on to|add\w* [^.;]{0,20}to|part(?:y|ies)? to) (?:it\b"
    r"|the (?:\w+ )?(?:suit|lawsuit|letter"
    r"|brief|case|petition|complaint|effort|action|appeal|challenge)\b)",
    re.I,
)
_JOINT_ACT = Lazy(
    r"\b(?:join|sign|letter|brief|(?:law)?suit|coalition|settlement|agreement|effort|deal\b)", re.I
)
_JOINS = Lazy(r"\b(?:join|co-?sign|sign(?:ed|s|ing)? on|too\b|as well\b|also)", re.I)
_NEXT_CLAUSE = Lazy(r";(?! (?:and |(?:the )?(?:[Cc]ommonwealth|[Ss]tate|[Dd]istrict|[Tt]err)))")
_FURTHER = Lazy(
    r"\b(?:others?|coalition|group of|multi-?state|including|among|such as|led by|dozens?|several"
    r"|bipartisan|attorneys general(?! (?:of|in|from|for)\b))\b"
)
_FILES = Lazy(r"\b(?:su(?:es|ed|ing)|files|filed|filing)\b")
_SETTLES = Lazy(
    r"\bsettle[sd]\b|\b(?:announc|reach|sign|won|secur|obtain)\w*"
    r" (?:an?|the|its|his|her) (?:[^\s.;]+ ){0,4}?(?:settlement|deal|agreement|accord)\b"
)
# A case or a law of its own.
_OWN_CASE = Lazy(r"'s? (?:own )?(?:[a-z]+ )?(?:(?:law)?suit|case|challenge)\b")
_BACKED = Lazy(r"\b(?:join\w*|sign\w* on to|back(?:s|ed|ing)?|part of|behind) (?:the )?$")
_OWN_LAW = Lazy(r"(?:'s?)? (?:[\w-]+ ){0,3}(?:law|ban|statute|measure|bill|rule|policy|map)s?\b")
_CHALLENGED = Lazy(
    r"\b(?:challeng\w+|oppos\w+|against|block\w*|strik\w+ down|overturn\w*|halt\w*|enjoin\w*"
    r"|su(?:it|its|ed|ing) over|lawsuits? over)\b[^.;]{0,40}$",
    re.I,
)


def choose(given: Findings, judged: Sequence[Judged]) -> list[Judged]:
    """Return the lists of those who joined, whatever number the text states.

    Parameters
    ----------
    given : Findings
        What the text shows.
    judged : sequence of Judged
        Its lists.

    Returns
    -------
    list of Judged
        Some of them.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import prepare
    >>> from agletters.signatories.judging import judge_all
    >>> given = Findings(prepare("Ohio and Iowa signed the letter. Utah declined to join."))
    >>> [sorted(one.group.codes) for one in choose(given, judge_all(given).lists)]
    [['IA', 'OH']]
    """
    rivals = [one.group.codes for one in judged if one.verdict is Verdict.ELSEWHERE]
    opposed = [one.group.codes for one in judged if one.verdict is Verdict.OPPOSED]
    judged = [one for one in judged if not any(one.group.codes <= them for them in opposed)]
    out = [
        one.group.codes
        for one in judged
        if one.verdict is Verdict.STAYED_OUT and _JOINT_ACT.search(one.sentence)
    ]
    chosen = [
        one
        for one in judged
        if (
            one.verdict is Verdict.JOINED
            and (one.group.codes not in out or _LATER.search(one.sentence))
        )
        or (one.verdict is Verdict.ACTED and one.group.codes not in rivals)
    ]
    chosen = _of_the_first(given, chosen)
    chosen += _beginners(given, chosen, judged)
    if not any(_is_brief_of(given, one.group) for one in chosen):
        chosen += [
            one
            for one in judged
            if one.verdict is Verdict.PARTY and not any(one.group.codes <= them for them in rivals)
        ]
    if not _is_whole(given, chosen):
        chosen += [one for one in judged if one.verdict is Verdict.LIKELY]
    if chosen or given.counts:
        chosen = _with_speakers(given, chosen, judged)
    chosen = chosen or _who_settled(given, judged)
    for instead in (Verdict.EARLIER, Verdict.ELSEWHERE, Verdict.BESIDE):
        if not (chosen or given.own_act() or all_the_rest(given, judged)):
            chosen = [
                one
                for one in judged
                if one.verdict is instead
                and (instead is not Verdict.BESIDE or len(one.group.names) > 1)
                and not (instead is Verdict.ELSEWHERE and _acts_alone(given, judged))
            ]
    return chosen


def _of_the_first(given: Findings, chosen: list[Judged]) -> list[Judged]:
    """Return those chosen without states that act later, where the first ones are all.

    They are all where the sentence about them, and the text, know of no further offices.
    """
    if not chosen:
        return chosen
    first = min(chosen, key=lambda one: one.group.start)
    several = [
        one
        for one in chosen
        if one.sentence == first.sentence
        and not _NEXT_CLAUSE.search(given.text[first.group.start : one.group.start])
    ]
    codes = frozenset[str]().union(*(one.group.codes for one in several))
    whole = {len(codes), len(codes) + 1}
    if (
        len(codes) < 2
        or any(count.others or count.number not in whole for count in given.counts)
        or _FURTHER.search(first.sentence)
    ):
        return chosen
    return [
        one
        for one in chosen
        if one.verdict is not Verdict.ACTED
        or one.group.codes & codes
        or (one.sentence != first.sentence and _JOINS.search(one.sentence))
    ]


def _beginners(given: Findings, chosen: list[Judged], judged: Sequence[Judged]) -> list[Judged]:
    """Return those who have done alone what others join in the sentence after."""
    joined = {
        given.sentence(one.group.start)[0] for one in chosen if _IN_IT_TOO.search(one.sentence)
    }
    return [
        one
        for one in judged
        if one.verdict is Verdict.BESIDE and given.sentence(one.group.start)[1] in joined
    ]


def _with_speakers(given: Findings, chosen: list[Judged], judged: Sequence[Judged]) -> list[Judged]:
    """Return those chosen and the officeholders quoted, unless they are more than stated.

    Not those who are anywhere said to be on another side, or to have a case of their own.
    """
    surnames = set(given.people.surnames.values())
    speaking = [
        one
        for one in judged
        if one.verdict is Verdict.SPOKE
        and (
            given.people.is_held(one.group)
            or one.group.names[0].usps in surnames
            or given.people.is_titled(one.group.names[-1])
        )
    ]
    if not speaking:
        return chosen
    apart = _with_own_case(given).union(
        *(one.group.codes for one in judged if one.verdict in _APART)
    )
    more = [*chosen, *(one for one in speaking if not one.group.codes & apart)]
    stated = plain_total(given.counts)
    codes = frozenset[str]().union(*(one.group.codes for one in more))
    return chosen if stated is not None and len(codes) > stated else more


def _with_own_case(given: Findings) -> set[str]:
    """Return the states of whose own case the text tells, or of a challenge to their law."""
    return {
        name.usps
        for name in given.printed
        if (
            _OWN_CASE.match(given.text, name.end)
            and not _BACKED.search(given.text[max(0, name.start - 40) : name.start])
        )
        or (
            _OWN_LAW.match(given.text, name.end)
            and _CHALLENGED.search(given.text[max(0, name.start - 90) : name.start])
        )
    }


def _who_settled(given: Findings, judged: Sequence[Judged]) -> list[Judged]:
    """Return the one office that settles, alone, where nobody is said to join anything."""
    settling = [
        one
        for one in judged
        if one.verdict in (Verdict.BESIDE, Verdict.SPOKE)
        and _SETTLES.search(one.sentence)
        and is_of_offices(given, one)
    ]
    one_alone = len({one.group.codes for one in settling}) == 1 and given.publisher is None
    return settling if one_alone and len(settling[0].group.names) == 1 else []


def _acts_alone(given: Findings, judged: Sequence[Judged]) -> bool:
    """Whether one office, the publisher's if there is one, is said to act alone."""
    alone = [
        one
        for one in judged
        if one.verdict is Verdict.BESIDE
        and is_of_offices(given, one)
        and _FILES.search(one.sentence)
    ]
    return any(given.publisher in {None, *one.group.codes} for one in alone)


def is_of_offices(given: Findings, one: Judged) -> bool:
    """Say whether a list is certainly one of offices: it has several, or a title or a holder.

    Parameters
    ----------
    given : Findings
        What the text shows.
    one : Judged
        The list.

    Returns
    -------
    bool
        Whether it is; a list of which something is said is taken to be.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import prepare
    >>> from agletters.signatories.judging import judge_all
    >>> given = Findings(prepare("Ohio matters. Iowa and Utah signed."))
    >>> [is_of_offices(given, one) for one in judge_all(given).lists]
    [False, True]
    """
    name = one.group.names[0]
    return (
        one.verdict is not Verdict.UNSAID
        or len(one.group.names) > 1
        or given.people.is_held(one.group)
        or given.people.is_titled(name)
    )


def _is_brief_of(given: Findings, group: Group) -> bool:
    return bool(_BRIEF_OF.search(given.text[max(0, group.start - 90) : group.start]))


def _is_whole(given: Findings, chosen: list[Judged]) -> bool:
    """Whether those chosen are as many as the text states."""
    return plain_total(given.counts) == len(
        frozenset[str]().union(*(o.group.codes for o in chosen))
    )
