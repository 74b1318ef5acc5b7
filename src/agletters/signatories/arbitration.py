"""Which reading of a text has the number of offices that it states."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from agletters.signatories.choosing import is_of_offices
from agletters.signatories.findings import Findings
from agletters.signatories.implied import all_but, excepted, own_office
from agletters.signatories.judging import Judged, Judgement
from agletters.signatories.jurisdictions import states
from agletters.signatories.offices import Reading, Signatory
from agletters.signatories.readings import Verdict
from agletters.signatories.stated import reported

# Whether these belong to the group of which a text states the number, the number tells.
_OPEN = (
    Verdict.ELSEWHERE,
    Verdict.SPOKE,
    Verdict.BESIDE,
    Verdict.EARLIER,
    Verdict.LIKELY,
    Verdict.UNSAID,
)
# Among more candidates than this the number does not decide.
_MOST = 8


def read(given: Findings, judgement: Judgement, chosen: Sequence[Judged]) -> Reading:
    """Return the offices of the lists chosen, and those implied by them.

    Parameters
    ----------
    given : Findings
        What the text shows.
    judgement : Judgement
        What it says of its lists and its publisher.
    chosen : sequence of Judged
        The lists of those who joined.

    Returns
    -------
    Reading
        Each office once, without those that left later.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import prepare
    >>> from agletters.signatories.judging import judge_all
    >>> given = Findings(prepare("Ohio and Iowa signed the letter. Utah declined to join."))
    >>> judgement = judge_all(given)
    >>> [one.usps for one in read(given, judgement, judgement.lists).signatories]
    ['OH', 'IA', 'UT']
    """
    joined = [given.signatory(name) for one in chosen for name in one.group.names]
    implied = all_but(given, judgement.lists)
    own = own_office(given, judgement, {one.usps for one in joined}, implied=bool(implied))
    found: dict[str, Signatory] = {}
    named = sorted(
        [*joined, *([own] if own else [])], key=lambda office: (office.start, office.end)
    )
    for office in [*named, *implied]:
        found.setdefault(office.usps, office)
    left = given.left_later()
    kept = tuple(office for usps, office in found.items() if usps not in left)
    number = reported(given, kept, excepted=bool(excepted(judgement.lists)))
    return Reading(kept, number)


def that_agrees(
    given: Findings, judgement: Judgement, chosen: Sequence[Judged], stated: int
) -> Reading | None:
    """Return the one reading with the stated number, if the least change leads to just one.

    Parameters
    ----------
    given : Findings
        What the text shows.
    judgement : Judgement
        What it says of its lists and its publisher.
    chosen : sequence of Judged
        The lists of those who joined, of another number.
    stated : int
        The stated number.

    Returns
    -------
    Reading or None
        The reading, if there is just one.

    Examples
    --------
    >>> from agletters.signatories.choosing import choose
    >>> from agletters.signatories.jurisdictions import prepare
    >>> from agletters.signatories.judging import judge_all
    >>> text = "Three states signed: Ohio and Iowa. Attorney General Ann Lee of Utah spoke."
    >>> given = Findings(prepare(text))
    >>> judgement = judge_all(given)
    >>> chosen = choose(given, judgement.lists)
    >>> [one.usps for one in that_agrees(given, judgement, chosen, 3).signatories]
    ['OH', 'IA', 'UT']
    """
    judged = judgement.lists
    taken = {id(one) for one in chosen}
    # One state with a suit of its own is no group that the number may be of.
    in_lists = {one.verdict for one in judged if len(one.group.names) > 1}
    left_open = [
        one
        for one in judged
        if one.verdict in _OPEN
        and (one.verdict is not Verdict.ELSEWHERE or one.verdict in in_lists)
        and id(one) not in taken
        and is_of_offices(given, one)
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
    nothing: list[list[Judged]] = [[]]
    for base, additions in (
        (needed, nothing),
        (chosen, singly),
        (chosen, alike),
        (chosen, pairs),
    ):
        readings = _with_number(given, judgement, base, additions, stated)
        if readings:
            return readings[0] if len(readings) == 1 else None
    return None


def _with_number(
    given: Findings,
    judgement: Judgement,
    base: Sequence[Judged],
    additions: Sequence[Sequence[Judged]],
    stated: int,
) -> list[Reading]:
    """Return the different readings, with one of the additions, that have the stated number."""
    already = frozenset[str]().union(*(one.group.codes for one in base))
    different: dict[frozenset[str], list[Judged]] = {}
    for more in additions:
        codes = already.union(*(one.group.codes for one in more))
        # The publisher may be one more.
        if stated - len(codes) in (0, 1):
            different.setdefault(codes, [*base, *more])
    if len(different) > _MOST:
        return []
    readings = [read(given, judgement, some) for some in different.values() if some]
    agreeing = {
        frozenset(office.usps for office in reading.signatories): reading
        for reading in readings
        if len(reading.signatories) == reading.reported_count == stated
    }
    return list(agreeing.values())
