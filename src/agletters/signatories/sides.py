"""Which sentences are about a group opposed to the one that a text is about."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from agletters.signatories.counts import Count
from agletters.signatories.grammar import ELSEWHERE, Lazy

# What states are for or against.
_OBJECT = (
    r"(?P<object>rules?|regulations?|laws?|orders?|polic(?:y|ies)|bans?|plans?|programs?|measures?"
    r"|statutes?|mandates?|proposals?|bills?|mergers?|decisions?|rulings?|standards?|limits?"
    r"|waivers?|tariffs?|exemptions?|maps?|restrictions?|protections?|requirements?|repeals?"
    r"|rollbacks?|(?:law)?suits?|administration|agency|government|department)"
)
# Objects by their first six letters. Who is for what the government makes is for it too, and
# against a suit.
_SUIT = frozenset(["suit", "lawsui"])
_GOVERNMENT = frozenset(
    ["rule", "regula", "order", "policy", "polic", "admini", "agency", "govern", "depart"]
)
_AGAINST = (
    r"(?:su(?:es?|ed|ing)|challeng\w+|block\w*|halt\w*|stop\w*|oppos\w+|overturn\w*"
    r"|str(?:ik\w+|uck) down|undo\w*|against|throw\w* out|invalidate|vacate|reject\w*|fight\w*"
    r"|void|kill|(?:law)?suits? over|su(?:es?|ed|ing) over)"
)
_FOR = (
    r"(?:defend\w*|uphold\w*|support(?:s|ed|ing)?|back(?:s|ed|ing)?|in (?:support|favor) of"
    r"|amic\w+ (?:curiae )?(?:briefs? )?for|lin\w+ up behind|rall\w+ behind|welcom\w+|preserv\w+"
    r"|sid(?:es?|ed|ing) with)"
)
_STANCE = Lazy(
    rf"\b(?:(?P<against>{_AGAINST})|(?P<for>{_FOR}))\b"
    rf"(?:(?!\b(?:{_AGAINST}|{_FOR})\b)[^.;,\"]){{0,60}}?\b{_OBJECT}\b",
    re.I,
)
_QUOTED = Lazy(r'"[^"]*(?:"|$)')
_PARTY = Lazy(
    r"\b(?P<party>Democrat\w*|Republican|GOP)(?:-led)?\s+(?:state )?(?:attorneys|AGs|states"
    r"|governors|colleagues"
    r"|counterparts)"
)
_BIPARTISAN = Lazy(r"\bbi-?partisan\b|\bboth parties\b", re.I)
_OPENS = Lazy(
    rf"\W*(?:{ELSEWHERE}|meanwhile)"
    r"|[^.;\n]{0,80}\b(?:drew|drawn|won|met with|earned) (?:[a-z]+ ){0,2}"
    r"(?:praise|applause|criticism|condemnation|cheers)\b",
    re.I,
)
_OPPONENTS = Lazy(r"\W*(?:The law's |The rule's )?(?:[Oo]pponents|[Cc]ritics|[Dd]etractors)\b")
_GOES_ON = Lazy(
    r"\W*(?:That|Those|They|Their|These|Joining (?:it|them|in that)|Also (?:on|in|joining)"
    r"|[^.;\"]{0,90}\bin (?:that|those) (?:cases?|suits?|lawsuits?|letters?)"
    r"|Th(?:at|is) (?:group|coalition|brief|suit|case|letter|filing))\b"
)
# Longer paragraphs are texts without any.
_PARAGRAPH = 500
# The first number may leave the District and the territories out.
_NEARLY = 6
_A_GROUP_OF = Lazy(
    r"\b[Aa]n? (?:[\w-]+ ){0,3}(?:coalition|group|alliance|bloc) (?:of|led by) (?:[\w-]+ ){0,2}$"
)
_FOR_INSTANCE = Lazy(r",? (?:including|among them|such as)\b")
_GROWS = Lazy(r"\b(?:grew|gr[eo]wn?|total|number|join\w*|added|since|expanded)\b")
_CASE = r"(?P<action>lawsuit|suit|case|challenge|motion|petition|appeal)"
_ACTS_AGAINST = Lazy(
    r"\b(?:interven\w+ in|against|oppos\w+|dismiss\w*|amic\w+ brief in|in response to|reject)"
    rf" (?:an?|the) (?:[\w-]+ ){{0,3}}{_CASE}\b",
    re.I,
)
_THE_ACTION_OF = Lazy(
    rf"\W*(?:[Tt]he|[Tt]hat) (?:[\w-]+ ){{0,2}}?{_CASE}\b[^.;]{{0,40}}?"
    r"\b(?:brought|filed|led|joined|initiated|launched|backed) (?:[\w-]+ ){0,4}?by\b"
)
_ONCE = Lazy(r"\bin an? (?:[\w-]+ )?(?:case|suit|lawsuit) (?:from|in|by|brought|filed)\b")


class Sides:
    """Tells of the sentences of a text, in their order, whether they are about another group.

    Parameters
    ----------
    text : str
        The prepared text.
    counts : sequence of Count, optional
        The numbers of offices in it.

    Notes
    -----
    A sentence is about another group where it names only the party that the text did not name
    first; where it is for what the text has said others are against, or the reverse; and where it
    goes on ("That brief was signed by ...") from one that is, or that opens with "separately" or
    "on the other side".

    Examples
    --------
    >>> text = "Ohio sued to stop the rule. Utah defends the rule. Those with it are few."
    >>> sides = Sides(text)
    >>> [sides.is_rival(0, 28), sides.is_rival(28, 51), sides.is_rival(51, 74)]
    [False, True, True]
    """

    def __init__(self, text: str, counts: Sequence[Count] = ()) -> None:
        self.text = text
        self.counts = counts
        self.starts = [count.start for count in counts]
        self.bipartisan = bool(_BIPARTISAN.search(text))
        self.party: set[str] = set()
        self.stances: dict[str, str] = {}
        self.elsewhere = False
        # Up to where the paragraph is about another group.
        self.until = 0
        # What is resisted: "the lawsuit" in a text on those who intervene in one.
        self.others: set[str] = set()

    def is_rival(self, start: int, end: int) -> bool:
        """Return whether the sentence between two offsets is about an opposed or other group."""
        goes_on = self.elsewhere and bool(_GOES_ON.match(self.text, start))
        goes_on |= start < self.until or self._is_of_anothers(start, end)
        opposed = self._is_opposed(start, end)
        other_party = self._is_of_other_party(start, end)
        goes_on |= self._is_of_other_number(start, end)
        opens = bool(_OPENS.match(self.text, start))
        if opens or opposed:
            self.until = self._paragraph_end(end)
        self.elsewhere = goes_on or opposed or opens or bool(_ONCE.search(self.text[start:end]))
        return goes_on or opposed or other_party

    def _paragraph_end(self, end: int) -> int:
        """Return the end of the paragraph, which is about what its sentence at hand opens with."""
        stop = self.text.find("\n\n", end - 2, end + _PARAGRAPH)
        return max(stop, end)

    def _is_of_other_number(self, start: int, end: int) -> bool:
        """Whether a group is brought in that has another number than the first one."""
        if not self.counts or start <= self.counts[0].start:
            return False
        if _GROWS.search(self.text[start:end]):
            return False
        here = self.counts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return any(self._is_of_others(count, start) for count in here)

    def _is_of_others(self, count: Count, start: int) -> bool:
        """Whether a number is that of another group ("A group of 12", "Seven states, such as")."""
        first = self.counts[0]
        more = abs(count.number - first.number - first.others) > _NEARLY
        if not more or count.others or count.about or first.about:
            return False
        before = self.text[max(start, count.start - 60) : count.start]
        if not before.strip(' "'):
            return bool(_FOR_INSTANCE.match(self.text, count.end))
        return not first.others and bool(_A_GROUP_OF.search(before))

    def _is_of_anothers(self, start: int, end: int) -> bool:
        """Whether the sentence says whose the case is that those of the text act against."""
        theirs = _THE_ACTION_OF.match(self.text, start)
        found = theirs and theirs["action"].lower() in self.others
        for match in _ACTS_AGAINST.finditer(self.text, start, end):
            self.others.add(match["action"].lower())
        return bool(found)

    def _is_of_other_party(self, start: int, end: int) -> bool:
        """Return whether only the party is named that is not the one first named in the text."""
        here = {match["party"][0] for match in _PARTY.finditer(self.text, start, end)}
        here = {"R" if party == "G" else party for party in here}
        if self.bipartisan:
            return False
        if not self.party and len(here) == 1:
            self.party = here
        return len(here) == 1 and here != self.party

    def _is_opposed(self, start: int, end: int) -> bool:
        """Return whether the sentence is for what the text is against, or the reverse."""
        said = _QUOTED.sub("", self.text[start:end])
        here: dict[str, set[str]] = {}
        for match in _STANCE.finditer(said):
            stem = match["object"].lower().removesuffix("s").removesuffix("ie")[:6]
            stem = "govern" if stem in _GOVERNMENT else stem
            # Who is for a suit is against the government that is sued.
            against = bool(match["against"]) != (stem in _SUIT)
            stem = "govern" if stem in _SUIT else stem
            here.setdefault(stem, set()).add("against" if against else "for")
        sure = {stem: stances.pop() for stem, stances in here.items() if len(stances) == 1}
        opposed = any(self.stances.get(stem, stance) != stance for stem, stance in sure.items())
        for stem, stance in sure.items():
            self.stances.setdefault(stem, stance)
        return opposed or bool(_OPPONENTS.match(said))
