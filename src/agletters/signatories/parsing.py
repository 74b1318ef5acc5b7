"""The offices that a text says have joined, and the number that it states."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from agletters.signatories.clauses import Verdict, judge
from agletters.signatories.counts import Count, find_counts
from agletters.signatories.grammar import (
    COALITION,
    JOIN_VERB,
    LEFT_LATER,
    NAME,
    NOT_JOIN,
    ROLE,
    Lazy,
    sentence_ends,
)
from agletters.signatories.holders import find_holder
from agletters.signatories.jurisdictions import (
    JURISDICTIONS,
    STATES,
    Mention,
    Prepared,
    find_names,
    prepare,
)
from agletters.signatories.lists import Group, group_names, is_office

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
    """

    signatories: tuple[Signatory, ...]
    reported_count: int | None

    @property
    def disagreement(self) -> Disagreement | None:
        """The stated number against the number found; None where they agree or none is stated."""
        found = len(self.signatories)
        if self.reported_count is None or self.reported_count == found:
            return None
        return Disagreement(self.reported_count, found)


@dataclass(slots=True)
class _Judged:
    group: Group
    verdict: Verdict


_COORDINATION = Lazy(
    r"(?:\s*\([^)]*\))?(?:\s*,\s*(?:who|which|whose|a|an|the|both|co-\w+|chair\w*|R"
    r"|D)\b[^,;.]{2,150})?,?\s*"
    r"(?:[,;]|(?:and|as well as|plus|but also)\s+(?:(?:the|his|her|its|their) (?:fellow )?"
    r"(?:counterparts|colleagues|attorneys general|AGs) (?:of|in|from|for))?)\s*(?:also "
    r"|later )?(?:the |then-)?"
)
_ANY_ACT = Lazy(rf"\b(?:{JOIN_VERB}|{COALITION})", re.I)
_ALL = Lazy(
    r"(?:\b[Aa]ll|\b[Ee]very|\bALL)\s+(?:(?:of the|the|50|fifty|U\.S\.|US|other)\s+)*"
    r"(?:states?|attorneys?\s+general|AGs|state\s+attorneys?\s+general)\b"
)
_ALL_FIFTY = Lazy(
    r"(?:(?:attorneys? general|AGs|governors) (?:of|from|in|for|representing) (?:all"
    r"|every one of the) (?:50|fifty) (?:U\.S\. )?states"
    r"|\b[Aa]ll (?:50|fifty) (?:U\.S\. )?(?:state )?(?:attorneys general|AGs|governors)"
    r"|\b[Aa]ll (?:50|fifty) (?:U\.S\. )?states[^.;]{0,80}?\b(?:have |has )?(?:joined|signed"
    r"|are part|are on|participated|took part|agreed)"
    r"|(?:joined|signed|backed|co-signed|supported) by (?:the attorneys general of )?all (?:50"
    r"|fifty) states"
    r"|(?:attorneys? general|AGs) (?:of|from|in) every state(?! (?:but|except))"
    r"|\b[Ee]very state(?:'s)? attorney general (?:in the (?:country|nation|union) )?(?:has "
    r"|have )?(?:joined|signed)"
    r"|\b[Ee]very state (?:in the (?:country|nation|union) )?(?:has |have )?(?:joined"
    r"|signed)(?! [^.]*\b(?:but|except)))"
)
_LEFT = Lazy(
    rf"(?:(?:'s?)?\s+{ROLE}(?:\s+{NAME})?)?\s*(?:,[^,;.]{{1,80}},)?\s*"
    rf"(?:(?:has|have|had|later|since|then|subsequently|also) )*{LEFT_LATER}"
)
_FEDERAL = Lazy(
    rf"(?:U\.?S\.?|United States|[Ff]ederal|then-|former|Deputy|Assistant"
    rf"|District)\s+Attorneys?\s+General\s+(?P<name>{NAME})"
)
_UNLINKED = Lazy(
    rf"(?P<role>(?:(?<![\w.])Attorney\s+General|ATTORNEY\s+GENERAL|(?<!\w)AG)\s+(?P<name>{NAME}))"
)
_NOT_THE_OFFICE = Lazy(r"(?:U\.?S\.?|States|[Ff]ederal|Deputy|Assistant|[Ff]ormer)\s+$")
_SUBJECT = Lazy(
    rf"(?<!\w)(?P<who>[A-Z][\w'-]{{1,30}})(?:,[^,.;]{{1,60}},)?\s+(?:today |also |has |have |had "
    rf"|is |was |announced (?:today )?(?:that )?(?:he|she) (?:has |is )?|\w+day )*"
    rf"(?:{JOIN_VERB}|led a)"
)
_OBJECT = Lazy(rf"\b[Jj]oin(?:ing|ed|s)?(?: with| by)? (?:{ROLE} )(?P<who>{NAME})")


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
        The offices, the stated number, and whether the two disagree.

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
    for another reason.

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
    if publisher is not None and publisher not in JURISDICTIONS:
        raise ValueError(
            f"publisher {publisher!r} is not a USPS code of a state, the District or a territory; "
            "give one such as 'CT', or leave it out"
        )
    prepared = prepare(text)
    reader = _Reader(prepared, publisher)
    return reader.read()


class _Reader:
    """One reading of one text."""

    def __init__(self, prepared: Prepared, publisher: str | None) -> None:
        self.prepared = prepared
        self.text = prepared.text
        self.publisher = publisher
        self.ends = sentence_ends(self.text)
        people: set[str] = set()
        self.printed = find_names(self.text)
        floors = [0, *(name.end for name in self.printed)]
        names = [
            name
            for name, floor in zip(self.printed, floors, strict=False)
            if is_office(self.text, name, people, floor)
        ]
        self.groups = group_names(self.text, names, self.ends)
        self.counts = find_counts(self.text)
        self.holders = self._holders()
        self.starts = [name.start for name in self.printed]
        self.federal = {match["name"].split()[-1] for match in _FEDERAL.finditer(self.text)}
        self.surnames = {
            holder.split()[-1]: name.usps
            for group in self.groups
            for name in group.names
            if (holder := self.holders.get(name.start))
        }

    def read(self) -> Signatories:
        judged = self._judge_all()
        joined = self._joined(judged)
        excepted = {n.usps for j in judged if j.verdict is Verdict.EXCEPTED for n in j.group.names}
        implied = self._complement(judged, excepted)
        own = self._publisher(joined, judged, bool(implied))
        found: dict[str, Signatory] = {}
        named = sorted([*joined, *own], key=lambda office: (office.start, office.end))
        for office in [*named, *implied]:
            found.setdefault(office.usps, office)
        left = self._left_later()
        kept = tuple(office for usps, office in found.items() if usps not in left)
        return Signatories(kept, self._count(kept, excepted=bool(excepted)))

    def _holders(self) -> dict[int, str]:
        found: dict[int, str] = {}
        floor = 0
        for group in self.groups:
            for name in group.names:
                holder = find_holder(self.text, name, floor)
                floor = name.end
                if holder:
                    found[name.start], floor = holder
        return found

    def _sentence(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.ends, offset)
        return self.ends[index - 1], self.ends[min(index, len(self.ends) - 1)]

    def _judge_all(self) -> list[_Judged]:
        judged: list[_Judged] = []
        for index, group in enumerate(self.groups):
            start, _ = self._sentence(group.start)
            _, end = self._sentence(group.end - 1)
            if index + 1 < len(self.groups):
                end = min(end, self.groups[index + 1].start)
            lead = self._lead(start)
            judged.extend(
                _Judged(part, judge(self.text, part, start, end, lead))
                for part in self._parts(group, start, end, lead)
            )
        self._join_up(judged)
        return judged

    def _parts(self, group: Group, start: int, end: int, lead: str) -> list[Group]:
        """Return a list of exceptions without what is added after it ("..., plus Guam")."""
        if judge(self.text, group, start, end, lead) is not Verdict.EXCEPTED:
            return [group]
        for i, joint in enumerate(group.joints):
            if re.search(r"\b(?:plus|along with|as well as|together with)\b", joint):
                return [
                    Group(group.names[: i + 1], group.joints[:i]),
                    Group(group.names[i + 1 :], group.joints[i + 1 :]),
                ]
        return [group]

    def _lead(self, start: int) -> str:
        """Return the heading or sentence before, if it announces a list."""
        if start == 0:
            return ""
        before, _ = self._sentence(start - 1)
        lead = self.text[before:start].strip()
        return lead if len(lead) < 300 else ""

    def _join_up(self, judged: list[_Judged]) -> None:
        """Give a list of which nothing is said the verdict of one that "and" joins it to."""
        for one, other in pairwise(judged):
            between = self.text[one.group.end : other.group.start]
            if len(between) > 220 or not self._is_coordination(one.group.end, other.group.start):
                continue
            if other.verdict is Verdict.UNSAID and one.verdict is Verdict.JOINED:
                other.verdict = Verdict.JOINED
            elif one.verdict is Verdict.UNSAID and other.verdict in (
                Verdict.JOINED,
                Verdict.STAYED_OUT,
            ):
                one.verdict = other.verdict

    def _is_coordination(self, start: int, end: int) -> bool:
        if self._sentence(start)[0] != self._sentence(max(start, end - 1))[0]:
            return False
        between = self.text[start:end]
        between = re.sub(rf"^(?:'s?)?\s+{ROLE}\s+{NAME}", "", between)
        between = re.sub(rf"{ROLE}\s+{NAME}\s*(?:,|of|from|\()?\s*$", "", between)
        return bool(_COORDINATION.fullmatch(between))

    def _joined(self, judged: list[_Judged]) -> list[Signatory]:
        chosen = [one for one in judged if one.verdict is Verdict.JOINED]
        if not chosen and not self._own_act():
            chosen = [one for one in judged if one.verdict is Verdict.ELSEWHERE]
        names = [name for one in chosen for name in one.group.names]
        names += self._by_surname({name.start for name in names})
        return [self._signatory(name) for name in names]

    def _by_surname(self, taken: set[int]) -> list[Mention]:
        """Return offices whose holder is said to have joined under a surname alone."""
        surnames = {holder.split()[-1]: start for start, holder in reversed(self.holders.items())}
        wanted = {name.start: name for group in self.groups for name in group.names}
        starts: set[int] = set()
        for pattern in (_SUBJECT, _OBJECT):
            for match in pattern.finditer(self.text):
                who = match["who"].split()[-1] if match["who"].split() else ""
                start = surnames.get(who)
                if start is not None and start in wanted and start not in taken:
                    starts.add(start)
        return [wanted[start] for start in sorted(starts)]

    def _signatory(self, name: Mention) -> Signatory:
        start, end = self.prepared.original(name.start), self.prepared.original(name.end - 1) + 1
        return Signatory(name.usps, start, end, self.holders.get(name.start))

    def _complement(self, judged: list[_Judged], excepted: set[str]) -> list[Signatory]:
        """Return the states that "every state", less the exceptions, implies."""
        span: tuple[int, int] | None = None
        stayed = {n.usps for j in judged if j.verdict is Verdict.STAYED_OUT for n in j.group.names}
        rest = len(STATES) - len(stayed & set(STATES))
        if not excepted and stayed and (all_others := [c for c in self.counts if c.states == rest]):
            span = all_others[0].start, all_others[0].end
        elif excepted:
            span = self._span_of_nearly_all(judged, len(excepted & set(STATES)))
        elif match := _ALL_FIFTY.search(self.text):
            span = match.span()
        if span is None:
            return []
        start, end = self.prepared.original(span[0]), self.prepared.original(span[1] - 1) + 1
        return [
            Signatory(usps, start, end, implied=True)
            for usps in STATES
            if usps not in excepted and usps not in stayed
        ]

    def _span_of_nearly_all(self, judged: list[_Judged], missing: int) -> tuple[int, int] | None:
        if match := _ALL.search(self.text):
            return match.span()
        if re.search(r"\b[Aa]ll but ", self.text) or missing:
            first = next(one for one in judged if one.verdict is Verdict.EXCEPTED)
            return first.group.start, first.group.end
        return None

    def _left_later(self) -> set[str]:
        """Return the offices that the text says have withdrawn after joining."""
        left: set[str] = set()
        for group in self.groups:
            right = self.text[group.end : min(self._sentence(group.end - 1)[1], group.end + 120)]
            if len(group.names) < 4 and _LEFT.match(right):
                left |= {name.usps for name in group.names}
        return left

    def _own_act(self) -> tuple[int, int] | None:
        """Return where the publisher's officeholder, named without a state, acts."""
        return None if self.publisher is None else self._unlinked(0, len(self.text))

    def _unlinked(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where an attorney general is named without a state between two offsets."""
        for match in _UNLINKED.finditer(self.text, start, end):
            surname = match["name"].split()[-1].removesuffix("'s")
            before = self.text[max(0, match.start() - 30) : match.start()]
            if (
                surname in self.federal
                or self.surnames.get(surname, self.publisher) != self.publisher
            ):
                continue
            if _NOT_THE_OFFICE.search(before) or self._follows_a_name(match.start()):
                continue
            return match.span("role")
        return None

    def _follows_a_name(self, offset: int) -> bool:
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and not self.text[self.printed[index].end : offset].strip()

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
        span = self._own_act()
        if span is None:
            span = self._any_act()
            if span is None or not (joined or self.counts):
                return []
            stated = self._plain_total()
            if stated is not None and joined and stated == len({office.usps for office in joined}):
                return []
        elif not (joined or implied or self._acts_together()):
            return []
        sentence = self.text[span[0] : self._sentence(span[0])[1]]
        if re.match(rf".{{0,80}}?\b(?:{NOT_JOIN})[^.]*\b(?:join|sign)", sentence, re.S):
            return []
        holder = _UNLINKED.match(self.text, span[0])
        return [
            Signatory(
                self.publisher,
                self.prepared.original(span[0]),
                self.prepared.original(span[1] - 1) + 1,
                holder["name"].removesuffix("'s") if holder else None,
                implied=True,
            )
        ]

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
                rf"\b(?:join\w*|co-?led|sign\w*|co-?sign\w*)[^.]{{0,80}}\b(?:{COALITION}|states)"
                rf"|\b(?:coalition|multi-?state|[\w-]+-state (?:settlement|agreement"
                rf"|investigation|lawsuit|letter))\b",
                self.text,
            )
        )

    def _plain_total(self) -> int | None:
        return next((count.number for count in self.counts if not count.others), None)

    def _count(self, kept: tuple[Signatory, ...], *, excepted: bool) -> int | None:
        for count in self.counts:
            if excepted and re.search(
                r"\b(?:all|the) (?:of the )?$",
                self.text[max(0, count.start - 12) : count.start],
                re.I,
            ):
                continue
            return count.number + (self._named_before(count, kept) if count.others else 0)
        return None

    def _named_before(self, count: Count, kept: tuple[Signatory, ...]) -> int:
        """Return how many of those who joined a sentence names before "20 others"."""
        start, _ = self._sentence(count.start)
        own, here = self.prepared.original(start), self.prepared.original(count.start)
        before = {office.usps for office in kept if own <= office.start < here}
        if self._unlinked(start, count.start):
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
        `end` (offsets in the text), `officeholder`, `implied`, and `reported_count` and
        `found_count` of its text.

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
    ]
    return pd.DataFrame(rows, columns=columns)
