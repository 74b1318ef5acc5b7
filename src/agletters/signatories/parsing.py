"""The offices that a text says have joined, and the number that it states."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from agletters.signatories.captions import find_parties
from agletters.signatories.clauses import OWN, judge, weightier
from agletters.signatories.counts import Count, find_counts
from agletters.signatories.evidence import Listed, Passage, find_every
from agletters.signatories.grammar import (
    ACT_VERB,
    COALITION,
    JOIN_VERB,
    LEFT_LATER,
    NAME,
    NOT_JOIN,
    ROLE,
    Lazy,
    sentence_ends,
)
from agletters.signatories.jurisdictions import (
    Mention,
    Prepared,
    find_names,
    jurisdictions,
    prepare,
    states,
)
from agletters.signatories.lists import (
    Group,
    group_names,
    is_office,
    shares_a_noun,
)
from agletters.signatories.people import People
from agletters.signatories.readings import Verdict
from agletters.signatories.remainder import FEW, find_all_but
from agletters.signatories.sides import Sides
from agletters.signatories.skeleton import build
from agletters.signatories.weighing import weigh

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Signatory:
    """An office that joined, and where the text says so.

    Attributes
    ----------
    usps : str
        USPS code of the office's jurisdiction.
    start, end : int
        Offsets in the text: of the jurisdiction's name, or of the words that imply the office
        where it is not named.
    officeholder : str or None
        The officeholder's name as printed beside the office, or None.
    implied : bool
        True where the office is not named: the publisher of a release, or a state under "every
        state except".
    """

    usps: str
    start: int
    end: int
    officeholder: str | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A stated number of offices that is not the number found.

    Attributes
    ----------
    stated : int
        What the text states.
    found : int
        How many offices were found in it.
    """

    stated: int
    found: int

    def __str__(self) -> str:
        """Return the disagreement as a sentence."""
        return f"The text states {self.stated} offices; {self.found} were found in it."


@dataclass(frozen=True, slots=True)
class Signatories:
    """What `parse` found in a text.

    Attributes
    ----------
    signatories : tuple of Signatory
        Each office once: those named in the order of the text, then those that a rule such as
        "every state except" implies, by name.
    reported_count : int or None
        The number of offices that the text states, those included that "20 others" presupposes;
        None where it states none.
    confidence : float
        The estimated probability that exactly these offices joined, 0 to 1 (`parse` says how
        far it holds).
    """

    signatories: tuple[Signatory, ...]
    reported_count: int | None
    confidence: float

    @property
    def disagreement(self) -> Disagreement | None:
        """The stated number against the number found; None where they agree or none is stated."""
        found = len(self.signatories)
        if self.reported_count is None or self.reported_count == found:
            return None
        return Disagreement(self.reported_count, found)


class _Reading(NamedTuple):
    """What the grammar alone finds."""

    signatories: tuple[Signatory, ...]
    reported_count: int | None


@dataclass(slots=True)
class _Judged:
    group: Group
    verdict: Verdict
    # The sentence that says so.
    sentence: str


# Whether these belong to the group of which a text states the number, the number tells.
_OPEN = (
    Verdict.ELSEWHERE,
    Verdict.SPOKE,
    Verdict.BESIDE,
    Verdict.EARLIER,
    Verdict.LIKELY,
    Verdict.UNSAID,
)
# What an officeholder does who speaks for another side, or for a case of the office's own.
_APART = (Verdict.STAYED_OUT, Verdict.EXCEPTED, Verdict.ELSEWHERE, Verdict.BESIDE)
_ANOTHER_ACT = (Verdict.ELSEWHERE, Verdict.EARLIER)
# Among more candidates than this the number does not decide.
_MOST = 8
# "More than 40" may be as many more.
_ROUGHLY = 10
# Of whom the number before is, and a number of others than those who act.
_MEMBERS = Lazy(r",? (?:including|among them|such as)(?: those of)? (?:the )?$")
_UNLIKE = Lazy(r"\b[Uu]nlike $")
# A brief in somebody else's case.
_BRIEF_OF = Lazy(r"\b(?:amic(?:i|us)|opposition|brief|memorandum|response)\b[^.;]*$", re.I)
_ANY_ACT = Lazy(rf"\b(?:{JOIN_VERB}|{COALITION})", re.I)
_LEFT = Lazy(
    rf"(?:(?:'s?)?\s+{ROLE}(?:\s+{NAME})?)?\s*(?:,[^,;.]{{1,80}},)?\s*"
    rf"(?:(?:has|have|had|later|since|then|subsequently|also) )*{LEFT_LATER}"
)
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
_LOST = Lazy(
    r"\b(?:lost|loses|losing|without|departure of|defections? of|exit of)"
    r"(?: [\w-]+){0,3}(?: states?)?,? (?:the )?$"
)
_OFFICE = Lazy(r"Attorneys? General|ATTORNEY GENERAL|\bAG\b|\bA\.G\.|[Oo]ur office|[Mm]y office")
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
    156 annotated passages that neither the grammar nor the weights had seen, 83 had one above 0.85,
    and 78 of these (94 %) were right; of the other 73 half (37) were.

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
    prepared = prepare(text)
    reader = _Reader(prepared, publisher)
    return reader.read()


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
    return _Reader(prepare(text), publisher).grammar()[2]


def _without_exceptions(one: _Judged, judged: list[_Judged]) -> list[_Judged]:
    """Return a list less those of it whom its sentence excepts ("of A and B, only B declined")."""
    beside = [other for other in judged if other.sentence == one.sentence]
    if one.verdict is Verdict.EXCEPTED:
        within = any(one.group.codes < other.group.codes for other in beside)
        return [_Judged(one.group, Verdict.STAYED_OUT, one.sentence)] if within else [one]
    out = next(
        (
            other.group.codes
            for other in beside
            if other.verdict is Verdict.EXCEPTED and other.group.codes < one.group.codes
        ),
        None,
    )
    if out is None:
        return [one]
    rest = [name for name in one.group.names if name.usps not in out]
    return [_Judged(Group(rest, [", "] * (len(rest) - 1)), Verdict.JOINED, one.sentence)]


class _Reader:
    """One reading of one text."""

    def __init__(self, prepared: Prepared, publisher: str | None) -> None:
        self.prepared = prepared
        self.text = prepared.text
        self.publisher = publisher
        self.ends = sentence_ends(self.text)
        people: set[str] = set()
        self.printed = find_names(self.text)
        names: list[Mention] = []
        for name in self.printed:
            if is_office(self.text, name, people, names[-1].end if names else 0):
                names.append(name)
        self.groups = group_names(self.text, self._without_places(names), self.ends)
        self.counts = find_counts(self.text)
        self.people = People(self.text, self.groups, self.printed, publisher)
        self.own = Verdict.UNSAID
        self.sides = Sides(self.text, self.counts)

    def read(self) -> Signatories:
        found, judged, passage = self.grammar()
        weighed = weigh(passage)
        if weighed.offices != passage.base:
            found = self._of(weighed.offices, found, judged)
        return Signatories(*found, weighed.confidence)

    def grammar(self) -> tuple[_Reading, list[_Judged], Passage]:
        """Return what the grammar alone finds, and what is to be weighed."""
        parties = find_parties(self.text)
        judged = self._judge_all()
        plaintiffs = tuple(self._signatory(party) for party in parties)
        alone = bool(plaintiffs) and self.publisher in {None, *(one.usps for one in plaintiffs)}
        if alone:
            found = _Reading(plaintiffs, self._count(plaintiffs, excepted=False))
        else:
            chosen = self._joined(judged)
            found = self._reading(chosen, judged)
            stated = found.reported_count
            if stated is not None and stated != len(found.signatories):
                found = self._that_agrees(chosen, judged, stated) or found
        base = frozenset(office.usps for office in found.signatories)
        return found, judged, self._passage(base, judged, parties, alone=alone)

    def _passage(
        self, base: frozenset[str], judged: list[_Judged], parties: list[Mention], *, alone: bool
    ) -> Passage:
        holders = self.people.holders
        lists = [
            Listed(
                one.group,
                one.verdict.name,
                tuple(name.start in holders for name in one.group.names),
            )
            for one in judged
        ]
        return Passage(
            self.text,
            self.ends,
            self.publisher,
            lists,
            self.printed,
            self.counts,
            self._plain_total(),
            base,
            frozenset(self._left_later()),
            self.own.name,
            self._own_act() is not None,
            self._acts_together(),
            bool(self._complement(judged, self._excepted(judged))),
            parties,
            alone,
            self.people.surnames,
        )

    def _of(self, joined: frozenset[str], found: _Reading, judged: list[_Judged]) -> _Reading:
        """Return the offices with these codes, each where the text names or implies it."""
        kept = {office.usps: office for office in found.signatories}
        named = [*(name for one in judged for name in one.group.names), *self.printed]
        for name in named:
            kept.setdefault(name.usps, self._signatory(name))
        more = joined - kept.keys()
        span = self._own_act() or self._any_act()
        if self.publisher in more and span:
            kept[self.publisher] = self._implied(self.publisher, span)
            more -= {self.publisher}
        every = find_every(self.text)
        if every:
            kept |= {usps: self._implied(usps, every) for usps in sorted(more)}
        offices = [kept[usps] for usps in sorted(joined & kept.keys())]
        offices.sort(key=lambda one: (one.implied and one.usps != self.publisher, one.start))
        excepted = bool(self._excepted(judged))
        return _Reading(tuple(offices), self._count(tuple(offices), excepted=excepted))

    def _implied(self, usps: str, span: tuple[int, int]) -> Signatory:
        start, end = self.prepared.original(span[0]), self.prepared.original(span[1] - 1) + 1
        return Signatory(usps, start, end, self.people.unlinked_name(span[0]), implied=True)

    def _without_places(self, names: list[Mention]) -> list[Mention]:
        """Return the names without those that share a noun with the next ("Ohio and Iowa laws")."""
        offices = {name.start for name in names}
        shared: set[int] = set()
        for name, following in pairwise(reversed(self.printed)):
            name, following = following, name
            last = following.start in shared or following.start not in offices
            if last and shares_a_noun(self.text, name, following, following.start in shared):
                shared.add(name.start)
        return [name for name in names if name.start not in shared]

    def _that_agrees(
        self, chosen: list[_Judged], judged: list[_Judged], stated: int
    ) -> _Reading | None:
        """Return the one reading with the stated number, if the least change leads to just one."""
        taken = {id(one) for one in chosen}
        # One state with a suit of its own is no group that the number may be of.
        in_lists = {one.verdict for one in judged if len(one.group.names) > 1}
        left_open = [
            one
            for one in judged
            if one.verdict in _OPEN
            and (one.verdict is not Verdict.ELSEWHERE or one.verdict in in_lists)
            and id(one) not in taken
            and self._is_of_offices(one)
        ]
        singly = [[one] for one in left_open]
        alike = [[one for one in left_open if one.verdict is verdict] for verdict in _OPEN[:-1]]
        pairs = [[*some, *others] for some, others in combinations(alike, 2)]
        # "15 states" may leave the District and the territories out, so these are not superfluous.
        needed = [
            one
            for one in chosen
            if one.verdict is not Verdict.ACTED or not one.group.codes <= set(states())
        ]
        nothing: list[list[_Judged]] = [[]]
        for base, additions in (
            (needed, nothing),
            (chosen, singly),
            (chosen, alike),
            (chosen, pairs),
        ):
            readings = self._with_number(base, additions, judged, stated)
            if readings:
                return readings[0] if len(readings) == 1 else None
        return None

    def _with_number(
        self,
        base: list[_Judged],
        additions: list[list[_Judged]],
        judged: list[_Judged],
        stated: int,
    ) -> list[_Reading]:
        """Return the different readings, with one of the additions, that have the stated number."""
        already = frozenset[str]().union(*(one.group.codes for one in base))
        different: dict[frozenset[str], list[_Judged]] = {}
        for more in additions:
            codes = already.union(*(one.group.codes for one in more))
            # The publisher may be one more.
            if stated - len(codes) in (0, 1):
                different.setdefault(codes, [*base, *more])
        if len(different) > _MOST:
            return []
        readings = [self._reading(some, judged) for some in different.values() if some]
        agreeing = {
            frozenset(office.usps for office in reading.signatories): reading
            for reading in readings
            if len(reading.signatories) == reading.reported_count == stated
        }
        return list(agreeing.values())

    def _is_of_offices(self, one: _Judged) -> bool:
        """Whether a list is certainly one of offices: it has several, or a title or a holder."""
        name = one.group.names[0]
        return (
            one.verdict is not Verdict.UNSAID
            or len(one.group.names) > 1
            or self.people.is_held(one.group)
            or self.people.is_titled(name)
        )

    def _reading(self, chosen: list[_Judged], judged: list[_Judged]) -> _Reading:
        joined = [self._signatory(name) for one in chosen for name in one.group.names]
        excepted = self._excepted(judged)
        implied = self._complement(judged, excepted)
        own = self._publisher(joined, judged, bool(implied))
        found: dict[str, Signatory] = {}
        named = sorted([*joined, *own], key=lambda office: (office.start, office.end))
        for office in [*named, *implied]:
            found.setdefault(office.usps, office)
        left = self._left_later()
        kept = tuple(office for usps, office in found.items() if usps not in left)
        return _Reading(kept, self._count(kept, excepted=bool(excepted)))

    def _sentence(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.ends, offset)
        return self.ends[index - 1], self.ends[min(index, len(self.ends) - 1)]

    def _judge_all(self) -> list[_Judged]:
        lists = dict(enumerate([*self.groups, *self.people.offices.values()]))
        surnames = {name: len(self.groups) + i for i, name in enumerate(self.people.offices)}
        verdicts: dict[int, Verdict] = {}
        sentences: dict[int, str] = {}
        index = done = 0
        person: int | None = None
        for start, end in pairwise(self.ends):
            start = max(start, done)
            here: dict[int, Group] = {}
            while index < len(self.groups) and self.groups[index].start < end:
                here[index] = self.groups[index]
                end = max(end, self.groups[index].end)
                index += 1
            done = end
            rival = self.sides.is_rival(start, end)
            if start >= end or (not here and not self._may_act(start, end, surnames)):
                continue
            skeleton = build(self.text[start:end], here, start, surnames, person)
            said = judge(skeleton, self._lead(start), rival=rival)
            for number, verdict in said.items():
                before = verdicts.get(number)
                verdicts[number] = weightier(before or Verdict.UNSAID, verdict)
                if verdicts[number] is not before:
                    sentences[number] = self.text[start:end]
            held = [number for number, group in here.items() if self.people.is_held(group)]
            person = held[0] if len(held) == 1 else None
        self.own = verdicts.pop(OWN, Verdict.UNSAID)
        parts = [
            part
            for number, verdict in sorted(verdicts.items())
            for part in self._parts(_Judged(lists[number], verdict, sentences[number]))
        ]
        parts = [self._counted(one) for one in parts]
        if not any(one.verdict is Verdict.EXCEPTED for one in parts):
            return parts
        return [rest for one in parts for rest in _without_exceptions(one, parts)]

    def _counted(self, one: _Judged) -> _Judged:
        """Return a list as likely to have joined if it is of those counted.

        As in "40 states, including" and "40 states and the District".
        """
        if one.verdict not in (Verdict.UNSAID, Verdict.BESIDE, Verdict.OTHERWISE):
            return one
        before = self.text[max(0, one.group.start - 40) : one.group.start]
        member = _MEMBERS.search(before)
        at = one.group.start - len(before) + member.start() if member else one.group.start - 1
        counted = any(
            count.start < at <= count.end
            and not (count.about or _UNLIKE.search(self.text[: count.start][-10:]))
            for count in self.counts
        )
        return _Judged(one.group, Verdict.LIKELY, one.sentence) if counted else one

    def _may_act(self, start: int, end: int, surnames: dict[str, int]) -> bool:
        """Whether a sentence without a list may say something of an officeholder."""
        piece = self.text[start:end]
        return (self.publisher is not None and bool(_OFFICE.search(piece))) or any(
            word in surnames for word in re.findall(r"[A-Z][\w-]+", piece)
        )

    def _parts(self, one: _Judged) -> list[_Judged]:
        """Return a list of exceptions without what is added after it ("..., plus Guam")."""
        names, joints = one.group.names, one.group.joints
        if one.verdict is Verdict.EXCEPTED:
            for i, joint in enumerate(joints):
                if re.search(r"\b(?:plus|along with|as well as|together with)\b", joint):
                    more = Group(names[i + 1 :], joints[i + 1 :])
                    return [
                        _Judged(Group(names[: i + 1], joints[:i]), one.verdict, one.sentence),
                        _Judged(more, Verdict.JOINED, one.sentence),
                    ]
        return [one]

    def _lead(self, start: int) -> str:
        """Return the heading or sentence before, if it announces a list."""
        if start == 0:
            return ""
        before, _ = self._sentence(start - 1)
        lead = self.text[before:start].strip()
        return lead if len(lead) < 300 else ""

    def _joined(self, judged: list[_Judged]) -> list[_Judged]:
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
        chosen = self._of_the_first(chosen)
        chosen += self._beginners(chosen, judged)
        if not any(self._is_brief_of(one.group) for one in chosen):
            chosen += [
                one
                for one in judged
                if one.verdict is Verdict.PARTY
                and not any(one.group.codes <= them for them in rivals)
            ]
        if not self._is_whole(chosen):
            chosen += [one for one in judged if one.verdict is Verdict.LIKELY]
        if chosen or self.counts:
            chosen = self._with_speakers(chosen, judged)
        chosen = chosen or self._who_settled(judged)
        for instead in (Verdict.EARLIER, Verdict.ELSEWHERE, Verdict.BESIDE):
            if not (chosen or self._own_act() or self._all_the_rest(judged)):
                chosen = [
                    one
                    for one in judged
                    if one.verdict is instead
                    and (instead is not Verdict.BESIDE or len(one.group.names) > 1)
                    and not (instead is Verdict.ELSEWHERE and self._acts_alone(judged))
                ]
        return chosen

    def _acts_alone(self, judged: list[_Judged]) -> bool:
        """Whether one office, the publisher's if there is one, is said to act alone."""
        alone = [
            one
            for one in judged
            if one.verdict is Verdict.BESIDE
            and self._is_of_offices(one)
            and _FILES.search(one.sentence)
        ]
        return any(self.publisher in {None, *one.group.codes} for one in alone)

    def _of_the_first(self, chosen: list[_Judged]) -> list[_Judged]:
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
            and not _NEXT_CLAUSE.search(self.text[first.group.start : one.group.start])
        ]
        codes = frozenset[str]().union(*(one.group.codes for one in several))
        whole = {len(codes), len(codes) + 1}
        if (
            len(codes) < 2
            or any(count.others or count.number not in whole for count in self.counts)
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

    def _who_settled(self, judged: list[_Judged]) -> list[_Judged]:
        """Return the one office that settles, alone, where nobody is said to join anything."""
        settling = [
            one
            for one in judged
            if one.verdict in (Verdict.BESIDE, Verdict.SPOKE)
            and _SETTLES.search(one.sentence)
            and self._is_of_offices(one)
        ]
        one_alone = len({one.group.codes for one in settling}) == 1 and self.publisher is None
        return settling if one_alone and len(settling[0].group.names) == 1 else []

    def _beginners(self, chosen: list[_Judged], judged: list[_Judged]) -> list[_Judged]:
        """Return those who have done alone what others join in the sentence after."""
        joined = {
            self._sentence(one.group.start)[0] for one in chosen if _IN_IT_TOO.search(one.sentence)
        }
        return [
            one
            for one in judged
            if one.verdict is Verdict.BESIDE and self._sentence(one.group.start)[1] in joined
        ]

    def _with_speakers(self, chosen: list[_Judged], judged: list[_Judged]) -> list[_Judged]:
        """Return those chosen and the officeholders quoted, unless they are more than stated.

        Not those who are anywhere said to be on another side, or to have a case of their own.
        """
        surnames = set(self.people.surnames.values())
        speaking = [
            one
            for one in judged
            if one.verdict is Verdict.SPOKE
            and (
                self.people.is_held(one.group)
                or one.group.names[0].usps in surnames
                or self.people.is_titled(one.group.names[-1])
            )
        ]
        if not speaking:
            return chosen
        apart = self._with_own_case().union(
            *(one.group.codes for one in judged if one.verdict in _APART)
        )
        more = [*chosen, *(one for one in speaking if not one.group.codes & apart)]
        stated = self._plain_total()
        codes = frozenset[str]().union(*(one.group.codes for one in more))
        return chosen if stated is not None and len(codes) > stated else more

    def _with_own_case(self) -> set[str]:
        """Return the states of whose own case the text tells, or of a challenge to their law."""
        return {
            name.usps
            for name in self.printed
            if (
                _OWN_CASE.match(self.text, name.end)
                and not _BACKED.search(self.text[max(0, name.start - 40) : name.start])
            )
            or (
                _OWN_LAW.match(self.text, name.end)
                and _CHALLENGED.search(self.text[max(0, name.start - 90) : name.start])
            )
        }

    def _is_brief_of(self, group: Group) -> bool:
        return bool(_BRIEF_OF.search(self.text[max(0, group.start - 90) : group.start]))

    def _is_whole(self, chosen: list[_Judged]) -> bool:
        """Whether those chosen are as many as the text states."""
        return self._plain_total() == len(frozenset[str]().union(*(o.group.codes for o in chosen)))

    def _signatory(self, name: Mention) -> Signatory:
        start, end = self.prepared.original(name.start), self.prepared.original(name.end - 1) + 1
        return Signatory(name.usps, start, end, self.people.holders.get(name.start))

    def _excepted(self, judged: list[_Judged]) -> set[str]:
        return {n.usps for j in judged if j.verdict is Verdict.EXCEPTED for n in j.group.names}

    def _complement(self, judged: list[_Judged], excepted: set[str]) -> list[Signatory]:
        """Return the states that "every state", less the exceptions, implies."""
        stayed = {n.usps for j in judged if j.verdict is Verdict.STAYED_OUT for n in j.group.names}
        stayed = stayed or self._all_the_rest(judged)
        out = [one.group for one in judged if one.verdict is Verdict.EXCEPTED]
        named = (out[0].start, out[0].end) if out else None
        span = find_all_but(self.text, self.counts, excepted, stayed, named)
        if span is None:
            return []
        start, end = self.prepared.original(span[0]), self.prepared.original(span[1] - 1) + 1
        return [
            Signatory(usps, start, end, implied=True)
            for usps in states()
            if usps not in excepted and usps not in stayed
        ]

    def _all_the_rest(self, judged: list[_Judged]) -> set[str]:
        """Return the few with a case of their own if the number stated is of all the others."""
        few = {n.usps for j in judged if j.verdict in _ANOTHER_ACT for n in j.group.names}
        number = {count.states for count in self.counts}
        apart = 0 < len(few & set(states())) <= FEW and few <= set(states())
        return few if apart and len(states()) - len(few) in number else set()

    def _left_later(self) -> set[str]:
        """Return the offices that the text says have withdrawn after joining."""
        left: set[str] = set()
        for group in self.groups:
            right = self.text[group.end : min(self._sentence(group.end - 1)[1], group.end + 120)]
            lost = _LOST.search(self.text[max(0, group.start - 60) : group.start])
            if len(group.names) < 4 and (lost or _LEFT.match(right)):
                left |= {name.usps for name in group.names}
        return left

    def _own_act(self) -> tuple[int, int] | None:
        """Return where the publisher's officeholder, named without a state, acts."""
        return None if self.publisher is None else self.people.unlinked(0, len(self.text))

    def _publisher(
        self, joined: list[Signatory], judged: list[_Judged], implied: bool
    ) -> list[Signatory]:
        if self.publisher is None or self.publisher in {office.usps for office in joined}:
            return []
        for one in judged:
            if self.publisher in {n.usps for n in one.group.names} and one.verdict in (
                Verdict.STAYED_OUT,
                Verdict.EXCEPTED,
            ):
                return []
        if self.own is Verdict.STAYED_OUT:
            return []
        span = self._own_act()
        if span is None:
            span = self._any_act()
            if span is None or not (joined or self.counts or self._acts_together()):
                return []
            stated = self._plain_total()
            if stated is not None and joined and stated == len({office.usps for office in joined}):
                return []
        elif not (
            self.own in (Verdict.JOINED, Verdict.ACTED)
            or joined
            or implied
            or self._acts_together()
        ):
            return []
        sentence = self.text[span[0] : self._sentence(span[0])[1]]
        if re.match(rf".{{0,80}}?\b(?:{NOT_JOIN})[^.]*\b(?:join|sign)", sentence, re.S):
            return []
        return [self._implied(self.publisher, span)]

    def _any_act(self) -> tuple[int, int] | None:
        for name in self.printed:
            if name.usps == self.publisher and re.match(
                rf"\s+{ROLE}", self.text[name.end : name.end + 40]
            ):
                return name.start, name.end
        match = _ANY_ACT.search(self.text)
        return match.span() if match else None

    def _acts_together(self) -> bool:
        return bool(
            any(count.others for count in self.counts)
            or re.search(
                rf"\b(?:[Tt]he|[Ss]tate) (?:[Aa]ttorneys [Gg]eneral|AGs) (?:have )?{ACT_VERB}\b"
                rf"|\b(?:join\w*|co-?led|sign\w*|co-?sign\w*)[^.]{{0,80}}\b(?:{COALITION}|states)"
                rf"|\b(?:coalition|multi-?state|[\w-]+-(?:state|jurisdiction) (?:settlement"
                rf"|agreement|investigation|lawsuit|letter))\b",
                self.text,
            )
        )

    def _plain_total(self) -> int | None:
        return next((count.number for count in self._by_weight() if not count.others), None)

    def _by_weight(self) -> list[Count]:
        """Return the counts, first what they are said to add up to, and exact before rough."""
        counts = sorted(self.counts, key=lambda count: not count.total)
        if not counts:
            return []
        first = counts[0]
        more = [
            count
            for count in counts
            if (first.about and not count.about and 0 <= count.number - first.number <= _ROUGHLY)
            or (count.states == first.states and count.number > first.number and not first.others)
        ]
        return [*more[:1], *counts]

    def _count(self, kept: tuple[Signatory, ...], *, excepted: bool) -> int | None:
        for count in self._by_weight():
            if excepted and count.states == len(states()):
                continue
            return count.number + (self._named_before(count, kept) if count.others else 0)
        return None

    def _named_before(self, count: Count, kept: tuple[Signatory, ...]) -> int:
        """Return how many of those who joined a sentence names before "20 others"."""
        start, _ = self._sentence(count.start)
        own, here = self.prepared.original(start), self.prepared.original(count.start)
        before = {
            office.usps for office in kept if own <= office.start < here and not office.implied
        }
        surnames = self.people.surnames
        words = re.findall(r"[A-Z][\w-]+", self.text[start : count.start])
        kept_codes = {office.usps for office in kept}
        before |= {surnames[word] for word in words if surnames.get(word) in kept_codes}
        if self.people.unlinked(start, count.start):
            before.add(self.publisher or "")
        more = re.search(r"\b(?:more|additional)\b", self.text[count.start : count.end])
        return max(len(before), 0 if more else 1)


def parse_frame(
    frame: pd.DataFrame, text: str = "text", publisher: str | None = None
) -> pd.DataFrame:
    """Return the signatories of many texts as one frame.

    Parameters
    ----------
    frame : pandas.DataFrame
        One text a row.
    text : str, default "text"
        The column of texts; a missing one has no signatories.
    publisher : str, optional
        The column of the publishers' USPS codes, if there is one.

    Returns
    -------
    pandas.DataFrame
        One row for each signatory, with `row` (the index label of its text), `usps`, `start`,
        `end` (offsets in the text), `officeholder`, `implied`, and `reported_count`,
        `found_count` and `confidence` of its text.

    Raises
    ------
    ValueError
        If a column is missing or a publisher is not a USPS code.

    Examples
    --------
    >>> import pandas as pd
    >>> letters = pd.DataFrame({"text": ["Ohio and Iowa signed the letter.", "Rain in Texas."]})
    >>> parse_frame(letters)[["row", "usps", "start"]].to_dict("list")
    {'row': [0, 0], 'usps': ['OH', 'IA'], 'start': [0, 9]}
    """
    import pandas as pd

    missing = [name for name in (text, publisher) if name is not None and name not in frame.columns]
    if missing:
        raise ValueError(
            f"no column {missing[0]!r}; the columns are {', '.join(map(str, frame.columns))}"
        )
    offices = (
        frame[publisher]
        if publisher is not None
        else pd.Series(None, index=frame.index, dtype=object)
    )
    rows: list[dict[str, object]] = []
    for label, prose, office in zip(frame.index, frame[text], offices, strict=True):
        if pd.isna(prose):
            continue
        found = parse(str(prose), None if pd.isna(office) else str(office))
        rows.extend(
            {
                "row": label,
                "usps": one.usps,
                "start": one.start,
                "end": one.end,
                "officeholder": one.officeholder,
                "implied": one.implied,
                "reported_count": found.reported_count,
                "found_count": len(found.signatories),
                "confidence": found.confidence,
            }
            for one in found.signatories
        )
    columns = [
        "row",
        "usps",
        "start",
        "end",
        "officeholder",
        "implied",
        "reported_count",
        "found_count",
        "confidence",
    ]
    return pd.DataFrame(rows, columns=columns)
