"""The number of offices that a text states, where it has several numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agletters.signatories.counts import Count
from agletters.signatories.findings import Findings
from agletters.signatories.jurisdictions import states
from agletters.signatories.offices import Signatory

# "More than 40" may be as many more.
_ROUGHLY = 10


def plain_total(counts: Sequence[Count]) -> int | None:
    """Return the weightiest number that is of all who joined, not of "20 others".

    Parameters
    ----------
    counts : sequence of Count
        The numbers in a text.

    Returns
    -------
    int or None
        The number, if there is one.

    Examples
    --------
    >>> from agletters.signatories.counts import find_counts
    >>> plain_total(find_counts("Joined by 20 others, the 21 attorneys general sued."))
    21
    """
    return next((count.number for count in _by_weight(counts) if not count.others), None)


def _by_weight(numbers: Sequence[Count]) -> list[Count]:
    """Return the counts, first what they are said to add up to, and exact before rough."""
    counts = sorted(numbers, key=lambda count: not count.total)
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


def reported(given: Findings, kept: Sequence[Signatory], *, excepted: bool) -> int | None:
    """Return the number of offices that a text states, those included that "others" presupposes.

    Parameters
    ----------
    given : Findings
        What the text shows.
    kept : sequence of Signatory
        The offices found in it.
    excepted : bool
        Whether some are excepted from all states, of which the number is then not.

    Returns
    -------
    int or None
        The number, if there is one.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import prepare
    >>> given = Findings(prepare("Ohio and 20 other states signed."))
    >>> reported(given, [given.signatory(given.printed[0])], excepted=False)
    21
    """
    for count in _by_weight(given.counts):
        if excepted and count.states == len(states()):
            continue
        return count.number + (_named_before(given, count, kept) if count.others else 0)
    return None


def _named_before(given: Findings, count: Count, kept: Sequence[Signatory]) -> int:
    """Return how many of those who joined a sentence names before "20 others"."""
    start, _ = given.sentence(count.start)
    own, here = given.prepared.original(start), given.prepared.original(count.start)
    before = {office.usps for office in kept if own <= office.start < here and not office.implied}
    surnames = given.people.surnames
    words = re.findall(r"[A-Z][\w-]+", given.text[start : count.start])
    kept_codes = {office.usps for office in kept}
    before |= {surnames[word] for word in words if surnames.get(word) in kept_codes}
    if given.people.unlinked(start, count.start):
        before.add(given.publisher or "")
    more = re.search(r"\b(?:more|additional)\b", given.text[count.start : count.end])
    return max(len(before), 0 if more else 1)
