"""The number of offices that a text states."""

import re
from dataclasses import dataclass

from agletters.signatories.grammar import Lazy

_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty"]
_WORDS = {word: number for number, word in enumerate(_ONES, 1)}
_WORDS |= {ten: 20 + 10 * i for i, ten in enumerate(_TENS)}
_WORDS |= {"a dozen": 12, "two dozen": 24, "three dozen": 36}
_WORDS |= {
    f"{ten}-{one}": 20 + 10 * i + j
    for i, ten in enumerate(_TENS)
    for j, one in enumerate(_ONES[:9], 1)
}
_NUMBER = (
    r"(?:(?P<digits>[1-5]?\d)|(?P<word>"
    + "|".join(sorted(_WORDS, key=lambda w: (-len(w), w)))
    + r"))"
)
_KIND = (
    r"(?:(?:smaller|larger|mostly|neighboring|like-minded|U\.S\.|US|American|(?:Republican"
    r"|Democrat\w*|GOP)-led|GOP|[Ss]tate|(?:North|South|Mid)?(?:[Ww]est|[Ee]ast)ern|[Nn]orthern"
    r"|[Ss]outhern|New England|fellow|Democratic|Republican|bipartisan"
    r"|of (?:her|his|their|the nation's|the country's|the) (?:fellow )?|chief|other|participating"
    r"|more"
    r"|additional)\s+)*"
)
_OFFICES = (
    r"(?:[Ss]tate and territor(?:y|ial)\s+)?(?:[Aa]ttorneys?\s+[Gg]enerals?|AGs"
    r"|[Ss]tates?(?! House| Capitol|(?<=state) (?!officials|attorneys|offices|amicus)[a-z]+s\b)"
    r"|STATES"
    r"|ATTORNEYS GENERAL|[Jj]urisdictions|[Gg]overnors|colleagues|counterparts|[Ss]ignatories"
    r"|[Ss]igners|signatures"
    r"|plaintiffs?|territories|members|top prosecutors|legal officers"
    r"|(?<=[Ss]tate )(?:[a-z]+ ){0,2}(?:regulators|agencies))"
)
_COUNT = Lazy(
    rf"(?<![\w.,$/-])(?i:{_NUMBER})(?:(?P<extra>\s+(?:of (?:her|his"
    rf"|their)\s+(?:\w+\s+)?(?:colleagues|counterparts|peers)|(?:of (?:her|his"
    rf"|their)\s+)?(?:others?|fellow"
    rf"|additional|more))\b(?:\s+{_KIND}{_OFFICES})?)"
    rf"|[\s-]+(?P<plain>{_KIND}{_OFFICES}|-?(?:state|member|(?:{_KIND}(?:AG|attorneys? general)))"
    rf"\s+(?:coalition|group|effort|lawsuit"
    rf"|letter)))(?!\w)"
)
_NUMBER_OF = r"number of (?:states|attorneys general|AGs|signatories|offices|plaintiffs)"
_GROUP_OF = Lazy(
    rf"(?:(?:{_NUMBER_OF}|total)(?: [a-z]+){{0,3}} to|(?:coalition|group|total|alliance)\s+of)"
    rf"\s+(?:(?:now|some|about|at least|more than|over|nearly)\s+)?(?i:{_NUMBER})(?![\w%])"
    r"(?!\s+(?:other|more|additional))"
)
_TO_THE_NUMBER = Lazy(rf"\bto (?i:{_NUMBER}) the (?:total )?{_NUMBER_OF}")
# A sum that is stated last, after its parts.
_BRINGS_TO = Lazy(
    r"\btotal of $|\b(?:br(?:ing|ought)|rais|expand|grow|grew)\w*\b[^.;]{0,70}\bto (?:now )?$"
)
_ABOUT = Lazy(r"\b(?:more than|at least|nearly|about|some|over|almost|around) $", re.I)
_BESIDES = Lazy(
    r"\b[Ii]n addition to [^.;]{2,120}, (?:the other )?$"
    r"|\b(?:along|together) with (?:the )?(?:attorneys general|AGs|governors) (?:of|from|in) $"
)
_NO_STATE = (
    r"(?:District of Columbia|Washington,? D\.?C\.?|D\.C\.|DC|Puerto Rico|Guam"
    r"|(?:U\.?S\.? )?Virgin Islands|American Samoa|Northern Mariana Islands)"
)
_AND_BEFORE = Lazy(rf"{_NO_STATE},? (?:and|plus|as well as) $")
# "Attorney General Lee and 39 attorneys general", "the 22 AGs who co-signed her letter".
_BESIDE_ONE = Lazy(
    r"\b(?:AG|Attorney General|Governor) (?:[A-Z]\. )?[A-Z][\w'-]+(?: [A-Z][\w'.-]+)*,? and $"
)
_WHO_JOINED = Lazy(
    r" (?:who|that|which) (?:have |has |had )?(?:(?:co-?)?signed (?:on to )?(?:his|her|its)\b"
    r"|joined (?:him|her|it|[A-Z]))"
)
_PLUS = Lazy(
    r"(?:\s+\([^()\d]{1,60}\))?(?P<sep>,?\s+(?:and|plus|as well as|along with|together with)"
    rf"|,)\s+(?:the\s+)?(?:(?P<named>{_NO_STATE})"
    rf"|(?i:{_NUMBER})\s+(?:U\.S\.\s+)?territor(?:y|ies))"
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of offices as a text states it.

    Attributes
    ----------
    number : int
        The number, territories and the District added where they are named beside it.
    start, end : int
        Offsets in the prepared text.
    states : int
        The number alone, without those named beside it.
    others : bool
        Whether it leaves out those whom the sentence has named before ("20 other states").
    total : bool
        Whether it is said to be what the others add up to ("bringing the number to 15").
    about : bool
        Whether it is said to be more, or nearly as many ("more than 40").
    """

    number: int
    start: int
    end: int
    states: int
    others: bool
    total: bool = False
    about: bool = False


def _value(match: re.Match[str]) -> int:
    return int(match["digits"]) if match["digits"] else _WORDS[match["word"].lower()]


def _beside(text: str, start: int) -> tuple[int, int]:
    """Return how many jurisdictions are named or counted right after a number of states."""
    added = 0
    while match := _PLUS.match(text, start):
        added += 1 if match["named"] else _value(match)
        start = match.end()
    return added, start


def find_counts(text: str) -> list[Count]:
    """Return the numbers of offices in a prepared text, in order.

    Parameters
    ----------
    text : str
        The prepared text.

    Returns
    -------
    list of Count
        Only numbers up to 59 with a noun for offices, or of a coalition.

    Examples
    --------
    >>> [(c.number, c.others) for c in find_counts("with 20 other states, by 48 states and Guam")]
    [(20, True), (49, False)]
    """
    found: dict[int, Count] = {}
    for match in (*_TO_THE_NUMBER.finditer(text), *_GROUP_OF.finditer(text)):
        number = match.start("digits") if match["digits"] else match.start("word")
        total = bool(_BRINGS_TO.search(text[max(0, number - 90) : number]))
        found[number] = Count(_value(match), number, match.end(), _value(match), False, total)
    for match in _COUNT.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if match["word"] and re.search(r"\b(?:about|almost|half|nearly|over|than) $", before, re.I):
            continue
        if re.search(r"\b(?:only|the|all but|but|just|other|than) $", before) and _stays_out(
            text, match
        ):
            continue
        if (
            re.search(
                r"\b(?:in|across|throughout) (?:all |at least |about |some |more than )?$", before
            )
            and re.search(r"[Ss]tates$", match.group())
            and not re.search(
                r"(?:[Gg]eneral|AGs|[Gg]overnors|[Cc]ounterparts|[Cc]olleagues|[Oo]fficials)"
                r" (?:in|across) (?:all |at least |some )?$",
                before,
            )
        ):
            continue
        added, end = (
            _beside(text, match.end())
            if re.search(r"[Ss]tates$|[Ss]tate [Aa]ttorneys [Gg]eneral$", match.group())
            else (0, match.end())
        )
        added += bool(_AND_BEFORE.search(text[max(0, match.start() - 40) : match.start()]))
        joins = re.search(r"\b[Jj]oin(?:ed|s|ing)? (?:with )?$", before)
        others = (
            match["extra"] is not None
            or bool(joins)
            or bool(
                re.search(
                    r"\b(?:[Jj]oin(?:ed|s|ing)?|with|by|and|of|from) (?:all )?the other $",
                    before,
                )
            )
            or bool(_BESIDES.search(text[max(0, match.start() - 160) : match.start()]))
            or bool(re.search(r"\b(?:other|fellow|additional|more)\b", match.group()))
            or bool(_BESIDE_ONE.search(text[max(0, match.start() - 70) : match.start()]))
            or bool(_WHO_JOINED.match(text, match.end()))
        )
        total = bool(_BRINGS_TO.search(text[max(0, match.start() - 90) : match.start()]))
        found[match.start()] = Count(
            _value(match) + added,
            match.start(),
            end,
            _value(match),
            others,
            total,
            bool(_ABOUT.search(before)),
        )
    return [found[start] for start in sorted(found)]


def _stays_out(text: str, match: re.Match[str]) -> bool:
    return bool(
        re.match(
            r"[^.;]{0,40}\b(?:not|n't|declin\w+|refus\w+|stayed|out|holdouts?|missing)\b",
            text[match.end() : match.end() + 60],
        )
        or text[: match.start()].endswith("all but ")
    )
