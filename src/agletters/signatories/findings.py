"""What one text shows before anybody on its lists is judged."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from agletters.signatories.counts import find_counts
from agletters.signatories.grammar import (
    ACT_VERB,
    COALITION,
    JOIN_VERB,
    LEFT_LATER,
    NAME,
    ROLE,
    Lazy,
    sentence_ends,
)
from agletters.signatories.jurisdictions import Mention, Prepared, find_names
from agletters.signatories.lists import group_names, is_office, shares_a_noun
from agletters.signatories.offices import Signatory
from agletters.signatories.people import People

_ANY_ACT = Lazy(rf"\b(?:{JOIN_VERB}|{COALITION})", re.I)
_LEFT = Lazy(
    rf"(?:(?:'s?)?\s+{ROLE}(?:\s+{NAME})?)?\s*(?:,[^,;.]{{1,80}},)?\s*"
    rf"(?:(?:has|have|had|later|since|then|subsequently|also) )*{LEFT_LATER}"
)
_LOST = Lazy(
    r"\b(?:lost|loses|losing|without|departure of|defections? of|exit of)"
    r"(?: [\w-]+){0,3}(?: states?)?,? (?:the )?$"
)


class Findings:
    """What a text shows of offices, their holders and their number.

    Parameters
    ----------
    prepared : Prepared
        The text.
    publisher : str, optional
        USPS code of the office whose release it is.

    Attributes
    ----------
    text : str
        The prepared text, to which all offsets belong but those of a `Signatory`.
    ends : list of int
        Where its sentences end, 0 first.
    printed : list of Mention
        All names of jurisdictions.
    groups : list of Group
        Those that may stand for an office, in lists.
    counts : list of Count
        Numbers of those who join.
    people : People
        The officeholders.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import prepare
    >>> given = Findings(prepare("Rain fell in Texas. Three states signed, Ohio and Iowa first."))
    >>> [sorted(group.codes) for group in given.groups], given.counts[0].number
    ([['TX'], ['IA', 'OH']], 3)
    """

    def __init__(self, prepared: Prepared, publisher: str | None = None) -> None:
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
        names = _without_places(self.text, names, self.printed)
        self.groups = group_names(self.text, names, self.ends)
        self.counts = find_counts(self.text)
        self.people = People(self.text, self.groups, self.printed, publisher)

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return where the sentence around an offset begins and ends."""
        index = bisect_right(self.ends, offset)
        return self.ends[index - 1], self.ends[min(index, len(self.ends) - 1)]

    def signatory(self, name: Mention) -> Signatory:
        """Return the office that a name stands for, with offsets in the text as it came."""
        start, end = self.prepared.original(name.start), self.prepared.original(name.end - 1) + 1
        return Signatory(name.usps, start, end, self.people.holders.get(name.start))

    def implied(self, usps: str, span: tuple[int, int]) -> Signatory:
        """Return an office that the words of a span imply."""
        start, end = self.prepared.original(span[0]), self.prepared.original(span[1] - 1) + 1
        return Signatory(usps, start, end, self.people.unlinked_name(span[0]), implied=True)

    def own_act(self) -> tuple[int, int] | None:
        """Return where the publisher's officeholder, named without a state, acts."""
        return None if self.publisher is None else self.people.unlinked(0, len(self.text))

    def any_act(self) -> tuple[int, int] | None:
        """Return where the publisher's title, or else any word of joining, stands."""
        for name in self.printed:
            if name.usps == self.publisher and re.match(
                rf"\s+{ROLE}", self.text[name.end : name.end + 40]
            ):
                return name.start, name.end
        match = _ANY_ACT.search(self.text)
        return match.span() if match else None

    def others(self) -> tuple[int, int] | None:
        """Return where "20 others" stands, beside whom somebody must be."""
        return next(((one.start, one.end) for one in self.counts if one.others), None)

    def acts_together(self) -> bool:
        """Whether the text has words of acting together."""
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

    def left_later(self) -> set[str]:
        """Return the offices that the text says have withdrawn after joining."""
        left: set[str] = set()
        for group in self.groups:
            right = self.text[group.end : min(self.sentence(group.end - 1)[1], group.end + 120)]
            lost = _LOST.search(self.text[max(0, group.start - 60) : group.start])
            if len(group.names) < 4 and (lost or _LEFT.match(right)):
                left |= {name.usps for name in group.names}
        return left


def _without_places(text: str, names: list[Mention], printed: list[Mention]) -> list[Mention]:
    """Return the names without those that share a noun with the next ("Ohio and Iowa laws")."""
    offices = {name.start for name in names}
    shared: set[int] = set()
    for name, following in pairwise(reversed(printed)):
        name, following = following, name
        last = following.start in shared or following.start not in offices
        if last and shares_a_noun(text, name, following, following.start in shared):
            shared.add(name.start)
    return [name for name in names if name.start not in shared]
