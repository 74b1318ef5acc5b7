"""What the sentences of a text say of each of its lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from agletters.signatories.clauses import OWN, judge, weightier
from agletters.signatories.findings import Findings
from agletters.signatories.grammar import ACT_VERB, JOIN_VERB, Lazy
from agletters.signatories.lists import Group
from agletters.signatories.readings import Verdict
from agletters.signatories.sides import Sides
from agletters.signatories.skeleton import build

# Of whom the number before is, and a number of others than those who act.
_MEMBERS = Lazy(r",? (?:including|among them|such as)(?: those of)? (?:the )?$")
_UNLIKE = Lazy(r"\b[Uu]nlike $")
# "A group of states, including Ohio, that sued": whatever the sentence says of the group.
_OF_A_GROUP = Lazy(
    r"\b(?:group|coalition|alliance) of (?:[\w-]+ )?(?:states|attorneys general|AGs),?"
    r" (?:including|among them|led by) (?:those of )?(?:the )?$"
)
_WHO_ACT = Lazy(rf",? (?:that|which|who) (?:have |had )?(?:{JOIN_VERB}|{ACT_VERB})(?!\w)")
_OFFICE = Lazy(r"Attorneys? General|ATTORNEY GENERAL|\bAG\b|\bA\.G\.|[Oo]ur office|[Mm]y office")


@dataclass(frozen=True, slots=True)
class Judged:
    """A list of offices, and what is said of it.

    Attributes
    ----------
    group : Group
        The list.
    verdict : Verdict
        What is said.
    sentence : str
        The sentence that says so.
    """

    group: Group
    verdict: Verdict
    sentence: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a text says of its lists, and of the office that publishes it.

    Attributes
    ----------
    lists : list of Judged
        Its lists, those of officeholders named alone behind them.
    own : Verdict
        What it says of its publisher, where that is not named.
    """

    lists: list[Judged]
    own: Verdict


def judge_all(given: Findings) -> Judgement:
    """Say of each list of a text what its sentences say.

    Parameters
    ----------
    given : Findings
        What the text shows.

    Returns
    -------
    Judgement
        What is said of its lists and its publisher. Of several things said the weightiest counts.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import prepare
    >>> given = Findings(prepare("Ohio and Iowa signed the letter. Utah declined to join."))
    >>> [(sorted(one.group.codes), one.verdict.name) for one in judge_all(given).lists]
    [(['IA', 'OH'], 'JOINED'), (['UT'], 'STAYED_OUT')]
    """
    sides = Sides(given.text, given.counts)
    lists = dict(enumerate([*given.groups, *given.people.offices.values()]))
    surnames = {name: len(given.groups) + i for i, name in enumerate(given.people.offices)}
    verdicts: dict[int, Verdict] = {}
    sentences: dict[int, str] = {}
    index = done = 0
    person: int | None = None
    for start, end in pairwise(given.ends):
        start = max(start, done)
        here: dict[int, Group] = {}
        while index < len(given.groups) and given.groups[index].start < end:
            here[index] = given.groups[index]
            end = max(end, given.groups[index].end)
            index += 1
        done = end
        rival = sides.is_rival(start, end)
        if start >= end or (not here and not _may_act(given, start, end, surnames)):
            continue
        skeleton = build(given.text[start:end], here, start, surnames, person)
        said = judge(skeleton, _lead(given, start), rival=rival)
        for number, verdict in said.items():
            before = verdicts.get(number)
            verdicts[number] = weightier(before or Verdict.UNSAID, verdict)
            if verdicts[number] is not before:
                sentences[number] = given.text[start:end]
        held = [number for number, group in here.items() if given.people.is_held(group)]
        person = held[0] if len(held) == 1 else None
    own = verdicts.pop(OWN, Verdict.UNSAID)
    parts = [
        part
        for number, verdict in sorted(verdicts.items())
        for part in _parts(Judged(lists[number], verdict, sentences[number]))
    ]
    parts = [_counted(given, one) for one in parts]
    if not any(one.verdict is Verdict.EXCEPTED for one in parts):
        return Judgement(parts, own)
    rests = [rest for one in parts for rest in _without_exceptions(one, parts)]
    return Judgement(rests, own)


def _counted(given: Findings, one: Judged) -> Judged:
    """Return a list as likely to have joined if it is of those counted, or of a group that acts.

    As in "40 states, including", "40 states and the District" and "a group of states, including".
    """
    if one.verdict not in (Verdict.UNSAID, Verdict.BESIDE, Verdict.OTHERWISE):
        return one
    before = given.text[max(0, one.group.start - 80) : one.group.start]
    if _OF_A_GROUP.search(before) and _WHO_ACT.match(given.text, one.group.end):
        return Judged(one.group, Verdict.LIKELY, one.sentence)
    member = _MEMBERS.search(before)
    at = one.group.start - len(before) + member.start() if member else one.group.start - 1
    counted = any(
        count.start < at <= count.end
        and not (count.about or _UNLIKE.search(given.text[: count.start][-10:]))
        for count in given.counts
    )
    return Judged(one.group, Verdict.LIKELY, one.sentence) if counted else one


def _may_act(given: Findings, start: int, end: int, surnames: dict[str, int]) -> bool:
    """Whether a sentence without a list may say something of an officeholder."""
    piece = given.text[start:end]
    return (given.publisher is not None and bool(_OFFICE.search(piece))) or any(
        word in surnames for word in re.findall(r"[A-Z][\w-]+", piece)
    )


def _parts(one: Judged) -> list[Judged]:
    """Return a list of exceptions without what is added after it ("..., plus Guam")."""
    names, joints = one.group.names, one.group.joints
    if one.verdict is Verdict.EXCEPTED:
        for i, joint in enumerate(joints):
            if re.search(r"\b(?:plus|along with|as well as|together with)\b", joint):
                more = Group(names[i + 1 :], joints[i + 1 :])
                return [
                    Judged(Group(names[: i + 1], joints[:i]), one.verdict, one.sentence),
                    Judged(more, Verdict.JOINED, one.sentence),
                ]
    return [one]


def _lead(given: Findings, start: int) -> str:
    """Return the heading or sentence before, if it announces a list."""
    if start == 0:
        return ""
    before, _ = given.sentence(start - 1)
    lead = given.text[before:start].strip()
    return lead if len(lead) < 300 else ""


def _without_exceptions(one: Judged, judged: list[Judged]) -> list[Judged]:
    """Return a list less those of it whom its sentence excepts ("of A and B, only B declined")."""
    beside = [other for other in judged if other.sentence == one.sentence]
    if one.verdict is Verdict.EXCEPTED:
        within = any(one.group.codes < other.group.codes for other in beside)
        return [Judged(one.group, Verdict.STAYED_OUT, one.sentence)] if within else [one]
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
    return [Judged(Group(rest, [", "] * (len(rest) - 1)), Verdict.JOINED, one.sentence)]
