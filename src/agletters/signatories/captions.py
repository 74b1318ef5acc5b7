"""The plaintiffs in the caption of a complaint, where each party has its full style in capitals."""

from __future__ import annotations

import re
from functools import cache

from agletters.signatories.grammar import Lazy
from agletters.signatories.jurisdictions import Mention, jurisdictions, usps_of

# Between the words of a party's name: a line's end, the rule beside the column, a line number.
_GAP = r"[\s):|]+(?:\d{1,2}[\s):|]+)?"
# Words run together where a printed page was read without its lines.
_GLUE = rf"(?:{_GAP})?"
_HEADING = Lazy(
    r"COURT|(?=\b(?:STATE|COMMONWEALTH) OF [A-Z ]{4,40},[^a-z]{20,2000}\bPLAINTIFFS,\s+[Vv]\.)"
    r"|C(?:ivil|IVIL) A(?:ction|CTION)|C(?:ase|ASE) N[oO]\b|COMPLAINT|District Court"
)
_VERSUS = Lazy(
    r"(?<![\w.])vs?\.(?![a-z])|\n[\s):]*[vV]\.?[\s):]*\n|[,;)\n]\s*VS?\.(?!\w)"
    r"|-\s?(?:against|AGAINST)\s?-|\b(?i:defendants?|respondents?)\b"
)
# A court, an officer, an agency or a capital of the state: not the state as a party.
_OF_THE_STATE = Lazy(
    r"\b(?:(?<!behalf )of|for|in|within|by|against|secretary(?: of)?)\s+(?:the\s+)?$", re.I
)
_AGENCY = Lazy(
    r"'|(?:\s+STATE)?\s+(?:DEPARTMENT|DEPT|BOARD|UNIVERSITY|COMMISSION|OFFICE|BUREAU|COURT"
    r"|AGENCY|AUTHORITY"
    r"|DIVISION|LEGISLATURE|HOUSE|SENATE)\b"
)
_POSTAL_CODE = Lazy(r",?\s+\d{5}\b")
# Parties that the caption does not name.
_NOT_EACH = Lazy(r"\b(?i:et al)\b")
# Parties that share their style, so that their names stand bare.
_SHARED = Lazy(r"\b(?:STATES|COMMONWEALTHS)\s+OF\s+(?!AMERICA)")
# Nor are those who sue as officers among such.
_OFFICER = Lazy(r"\bGOVERNOR\b|\bBEHALF OF\b")
_NOT_BARE = Lazy(r"\b(?:[A-Z]+\s+OF|COUNTY,|FOR|IN|THE)[\s\d):|]*$")
_FEWEST = 3
_REACH = 40


@cache
def _party() -> re.Pattern[str]:
    district = "DISTRICT OF COLUMBIA"
    names = {name.upper() for name in jurisdictions().values()} - {district}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    spaced = "|".join(_GAP.join(map(re.escape, name.split())) for name in longest_first)
    style = (
        rf"(?:PEOPLE{_GAP}OF{_GAP}(?:THE{_GAP})?)?(?:STATES?|COMMON[A-Z]+|TERRITORY|GOVERNMENT)"
        rf"{_GAP}OF{_GLUE}(?:THE{_GAP})?|ATTORNEY{_GAP}GENERAL{_GAP}OF{_GAP}"
    )
    return re.compile(
        rf"(?:{style})(?P<name>{spaced})|(?P<district>{_GAP.join(district.split())})"
        rf"|(?<!\w)(?P<bare>{spaced})(?!\w)"
    )


def find_parties(text: str) -> list[Mention]:
    """Return the states and other jurisdictions that sue, from the caption of a complaint.

    Parameters
    ----------
    text : str
        The prepared text.

    Returns
    -------
    list of Mention
        In the order of the caption, each once; empty where the text has no court's heading, or
        fewer than three such parties follow it before those that are sued, or where the caption
        does not name each of them ("et al.").

    Notes
    -----
    A party is printed in capitals as "State of", "Commonwealth of", "People of the State of",
    "Territory of", "Government of" or "Attorney General of" with the name, or as the name alone
    where the caption has "States of"; or it is the District of Columbia. Its name may
    be broken by the column's rule or run into the address after it. The caption ends at the "v.".

    Examples
    --------
    >>> text = '''UNITED STATES DISTRICT COURT FOR THE DISTRICT OF COLUMBIA
    ... STATE OF OHIO12 High St.Columbus, OH 43215THE STATE OF NORTH )
    ... DAKOTA, by its Attorney General; DISTRICT OF COLUMBIA,
    ... Plaintiffs, v. STATE OF UTAH, Defendant.'''
    >>> [party.usps for party in find_parties(text)]
    ['OH', 'ND', 'DC']
    """
    heading = _HEADING.search(text)
    if heading is None:
        return []
    shared = _SHARED.search(text, heading.end())
    parties: dict[str, Mention] = {}
    first = last = end = 0
    for match in _party().finditer(text, heading.end()):
        bare = match.lastgroup == "bare"
        if (bare and not (shared and parties)) or _is_no_party(text, match):
            continue
        if not parties:
            first = match.start()
            versus = _VERSUS.search(text, first)
            end = versus.start() if versus else len(text)
        elif match.start() > end:
            break
        kind = match.lastgroup or ""
        last = match.end()
        usps = usps_of(match[kind])
        parties.setdefault(usps, Mention(usps, *match.span(kind), "full"))
    if len(parties) < _FEWEST or _VERSUS.search(text[heading.end() : first]):
        return []
    # A short reach: what is said of the parties follows the last of them.
    stop = min(end, last + 10 * _REACH)
    caption = text[first:stop]
    if _NOT_EACH.search(caption) or (shared and _OFFICER.search(caption)):
        return []
    return list(parties.values())


def _is_no_party(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    outside = _NOT_BARE if match["bare"] else _OF_THE_STATE
    if outside.search(before) or _AGENCY.match(text, match.end()):
        return True
    return match["district"] is not None and bool(_POSTAL_CODE.match(text, match.end()))
