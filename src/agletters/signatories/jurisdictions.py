"""The fifty-six jurisdictions with an attorney general, and where a text prints their names."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate


@cache
def states() -> dict[str, str]:
    """Return the fifty states' names by USPS code, in the order of the names.

    Returns
    -------
    dict of str to str
        From the `us` package, which is read when it is first needed: its tables of counties make
        it slow to import.

    Examples
    --------
    >>> len(states()), states()["WV"]
    (50, 'West Virginia')
    """
    import us

    # The package counts the District among the states where an environment variable says so.
    return {state.abbr: state.name for state in us.STATES if state.abbr != "DC"}


@cache
def jurisdictions() -> dict[str, str]:
    """Return the names of the fifty-six jurisdictions by USPS code, the states first.

    Returns
    -------
    dict of str to str
        The states, the District of Columbia and the five territories with an attorney general.

    Examples
    --------
    >>> list(jurisdictions())[50:]
    ['DC', 'AS', 'GU', 'MP', 'PR', 'VI']
    """
    import us

    return states() | {place.abbr: place.name for place in (us.states.DC, *us.TERRITORIES)}


_VARIANTS = (
    ("Hawai'i", "HI"),
    ("United States Virgin Islands", "VI"),
    ("U.S. Virgin Islands", "VI"),
    ("US Virgin Islands", "VI"),
    ("U.S.V.I.", "VI"),
    ("USVI", "VI"),
    ("V.I.", "VI"),
    ("Commonwealth of the Northern Mariana Islands", "MP"),
    ("Northern Marianas", "MP"),
    ("N. Mariana Islands", "MP"),
    ("Northern Mariana Is.", "MP"),
    ("CNMI", "MP"),
    ("Washington, D.C.", "DC"),
    ("Washington D.C.", "DC"),
    ("Washington, DC", "DC"),
    ("Washington DC", "DC"),
    ("D.C.", "DC"),
    ("Washington, D.C", "DC"),
    ("Washington, D. C.", "DC"),
    ("D. C.", "DC"),
)
# Beside those of the AP Stylebook, abbreviations that newspapers and letters still print.
_OLDER_ABBREVIATIONS = (
    "AK:Alas CA:Cal HI:Haw IA:Ia ID:Ida KS:Kans ME:Me MP:N. Mar. I NE:Nebr OR:Oreg PA:Penn PR:P.R "
    "TN:Ten TX:Tex UT:Ut WI:Wisc WV:W. Va"
)


@cache
def abbreviations() -> dict[str, str]:
    """Return USPS codes by the abbreviations, with a full stop, that stand for them in prose.

    Returns
    -------
    dict of str to str
        Those of the AP Stylebook, by way of the `us` package, and older ones.

    Examples
    --------
    >>> abbreviations()["W.Va."], abbreviations()["Penn."]
    ('WV', 'PA')
    """
    import us

    pairs = re.findall(r"([A-Z]{2}):(.+?)(?= [A-Z]{2}:|$)", _OLDER_ABBREVIATIONS)
    older = {f"{short}.": usps for usps, short in pairs}
    style = {
        state.ap_abbr: state.abbr
        for state in us.STATES
        if state.ap_abbr and state.ap_abbr.endswith(".") and state.abbr != "DC"
    }
    return style | older


def _key(printed: str) -> str:
    """Return the letters of a name; spacing, stops and capitals then make no difference."""
    return re.sub(r"[^A-Z]", "", printed.upper())


@cache
def _by_key() -> dict[str, str]:
    return {
        **{_key(name): usps for usps, name in jurisdictions().items()},
        **{_key(name): usps for name, usps in _VARIANTS},
    }


def usps_of(name: str) -> str:
    """Return the USPS code of a jurisdiction by its name, however spaced.

    Parameters
    ----------
    name : str
        The name, in any case; what is no letter makes no difference.

    Returns
    -------
    str
        The code.

    Raises
    ------
    KeyError
        If no jurisdiction has that name.

    Examples
    --------
    >>> usps_of("WEST ) VIRGINIA")
    'WV'
    """
    return _by_key()[_key(name)]


def _spaced(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())


def _full_names() -> str:
    names = [*jurisdictions().values(), *(name for name, _ in _VARIANTS)]
    cased = {form for name in names for form in (name, name.upper(), name.replace(" of ", " OF "))}
    cased |= {"DISTRICT of COLUMBIA"}
    return _longest_first(cased)


def _longest_first(names: Iterable[str]) -> str:
    return "|".join(_spaced(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@cache
def _name() -> re.Pattern[str]:
    return re.compile(
        # One digit after a name is the mark of a footnote.
        rf"(?<![\w.])(?:(?P<full>{_full_names()})(?=\d?(?!\w))"
        rf"|(?:(?P<short>{_longest_first(abbreviations())})"
        rf"|(?P<code>{'|'.join(sorted(jurisdictions()))}))(?!\w))"
    )


_LONG_WORD = re.compile(
    r"(?<![\w.])(?:(?:New|North|South|West|Rhode)\s+)?(?:[A-Z][a-z]{5,15}|[A-Z]{6,16})(?!\w)"
)
_NORTH_AND_SOUTH = re.compile(
    r"(?P<north>North|NORTH) (?:and|AND) (?i:South (?P<place>Dakota|Carolina))"
)
_BROKEN_WORD = re.compile(r"(?<=[A-Za-z])-[ \n]{1,3}(?=[A-Za-z]{2})")
_SAME_LENGTH = str.maketrans(
    {
        "\r": "\n",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\t": " ",
        "\u2019": "'",
        "\u2018": "'",
        "\u02bb": "'",
        "\u02bc": "'",
        "\u02bf": "'",
        "`": "'",
        "\u00b4": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2011": "-",
        # Marks of direction and of width that are no letters.
        **dict.fromkeys("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff", " "),
    }
)


# What stands between the words of a sentence without belonging to it: notes in brackets, rules
# of dashes, and in the caption of a case what is printed in the column on the right.
_BESIDE_THE_TEXT = re.compile(
    r"\((?:AGs?|A\.G\.|photo|pictured)\)"
    r"|\[(?:\d{1,2}|[^\[\]\n]{0,25}(?:website|text|report|PDF|release|statement))\]"
    r"|[-_]{5,}x?|(?<=[,.:] )[:)](?=\s)"
    r"|\b(?:C(?:ase|ASE)|Civ(?:il|\.)?|CIVIL)\s+(?:A(?:ction|CTION)\s+)?N[oO]\b[.:]*"
    r"(?:\s*[\w:.()/\u2013-]*\d[\w:.()/\u2013-]*(?:\s\([A-Z]{2,4}\))?)?"
    r"|\b(?:(?:FIRST|SECOND|THIRD|VERIFIED|AMENDED) )*COMPLAINT FOR\b"
    r"|\b(?:FIRST |SECOND |THIRD )?AMENDED COMPLAINT\b"
    r"|\bFOR DECLARATORY(?: AND\b)?|\b(?:AND )?INJUNCTIVE RELIEF\b|\bJURY TRIAL DEMANDED\b"
)
_LINE_NUMBER = re.compile(
    r"(?<=[A-Z,;.] )\d{1,2}(?= (?!STATES\b|ATTORNEYS\b|AGS\b|OTHER\b)[A-Z][A-Z,]+\b)"
)
_NUMBERED = 5


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text with one kind of apostrophe, space and line end, and words joined across lines.

    Attributes
    ----------
    text : str
        What the rules read.
    cuts : list of int
        Offsets in `text` at which characters of the original were left out, rising.
    dropped : list of int
        How many characters of the original were left out at or before each of the cuts.
    """

    text: str
    cuts: list[int] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)

    def original(self, offset: int) -> int:
        """Return the offset in the original text of a character of the prepared one."""
        before = bisect_right(self.cuts, offset)
        return offset + (self.dropped[before - 1] if before else 0)


@dataclass(frozen=True, slots=True)
class Mention:
    """A jurisdiction's name as printed at an offset of a prepared text.

    Attributes
    ----------
    usps : str
        The jurisdiction.
    start, end : int
        Offsets in the prepared text.
    form : str
        `full`, `short` (with a full stop, as in "Calif."), `code` (postal) or `misspelt`.
    """

    usps: str
    start: int
    end: int
    form: str


def prepare(text: str) -> Prepared:
    """Return the text as the rules read it; only words broken at a line end change its length.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    Prepared
        The text and what maps its offsets back.

    Examples
    --------
    >>> ready = prepare("of IN- DIANA and Iowa")
    >>> ready.text
    'of INDIANA and Iowa'
    >>> ready.original(ready.text.index("Iowa"))
    17
    """
    even = text.replace("\r\n", "\n ").translate(_SAME_LENGTH)
    even = _BESIDE_THE_TEXT.sub(_blank, even)
    if len(_LINE_NUMBER.findall(even)) >= _NUMBERED:
        even = _LINE_NUMBER.sub(_blank, even)
    breaks = [match.span() for match in _BROKEN_WORD.finditer(even) if _mends(even, *match.span())]
    if not breaks:
        return Prepared(even)
    edges = [0, *(edge for span in breaks for edge in span), len(even)]
    pieces = [even[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    cuts = list(accumulate(len(piece) for piece in pieces[:-1]))
    return Prepared("".join(pieces), cuts, list(accumulate(end - start for start, end in breaks)))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@cache
def _name_words() -> set[str]:
    return {_key(word) for name in jurisdictions().values() for word in name.split()}


def _mends(text: str, start: int, end: int) -> bool:
    """Whether the halves around a hyphen at a line end are the halves of a word of a name."""
    left = re.search(r"[A-Za-z]+$", text[max(0, start - 16) : start])
    right = re.match(r"[A-Za-z]+", text[end : end + 16])
    return bool(left and right) and _key(left.group() + right.group()) in _name_words()  # type: ignore[union-attr]


def _shortened(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


@cache
def _near() -> dict[str, str]:
    return {form: key for key in _by_key() if len(key) >= 7 for form in sorted(_shortened(key))}


def _misspelt(word: str) -> str | None:
    """Return the key of the name that a word misses by one letter inside it, or None."""
    key = _key(word)
    if key in _by_key():
        return None
    for form in sorted(_shortened(key)):
        meant = _near().get(form)
        # A last letter more, less or other makes a Virginian of Virginia and a Texan of Texas.
        if (
            meant
            and meant[0] == key[0]
            and meant[-2:] == key[-2:]
            and abs(len(meant) - len(key)) < 2
        ):
            return meant
    return None


def find_names(text: str) -> list[Mention]:
    """Return every printed name of a jurisdiction in a prepared text, in order.

    Parameters
    ----------
    text : str
        The text of a `Prepared`.

    Returns
    -------
    list of Mention
        Names, abbreviations and postal codes, whatever they stand for there; two letters that
        are a code are always among them, and are for the caller to judge.

    Examples
    --------
    >>> [(name.usps, name.form) for name in find_names("West Virginia, Ark., KS and Tennesee")]
    [('WV', 'full'), ('AR', 'short'), ('KS', 'code'), ('TN', 'misspelt')]
    """
    found = [
        Mention(_usps(match), match.start(), match.end(), match.lastgroup or "")
        for match in _name().finditer(text)
    ]
    found += [
        Mention(
            _by_key()[_key("North" + match["place"])], match.start(), match.end("north"), "full"
        )
        for match in _NORTH_AND_SOUTH.finditer(text)
    ]
    taken = {name.start for name in found} | {name.end for name in found}
    known: dict[str, str | None] = {}
    for match in _LONG_WORD.finditer(text):
        word = match.group()
        if match.start() in taken or match.end() in taken:
            continue
        if word not in known:
            known[word] = _misspelt(word)
        meant = known[word]
        if meant:
            found.append(Mention(_by_key()[meant], match.start(), match.end(), "misspelt"))
    return sorted(found, key=lambda name: (name.start, name.end))


def _usps(match: re.Match[str]) -> str:
    printed = match.group()
    if match.lastgroup == "code":
        return printed
    if match.lastgroup == "short":
        return abbreviations()[" ".join(printed.split())]
    return usps_of(printed)
