"""A sentence with one sign for each noun phrase of offices, so that its clauses show."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from agletters.signatories.grammar import ACT_VERB, JOIN_VERB, NAME, ROLE, ROLES, Lazy
from agletters.signatories.lists import Group

# Each noun phrase becomes one character of the private use area.
SIGN = "[\ue000-\uf8ff]"
_FIRST, _LAST = 0xE000, 0xF8FF


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a sign stands for.

    Attributes
    ----------
    groups : tuple of int
        Indices of lists of names.
    own : bool
        Whether an officeholder without a state is meant, as in a release of his or her office.
    others : bool
        Whether unnamed offices are meant ("a coalition of 20 attorneys general").
    official : bool
        Whether it says that offices or states as parties are meant, not places.
    elsewhere : bool
        Whether it is a group other than the one that the text is about ("another coalition").
    among : bool
        Whether the names are given as members of a group ("20 states, including Ohio").
    party : bool
        Whether it says that they take part ("plaintiffs", "signatories").
    many : int
        How many names it has.
    """

    groups: tuple[int, ...] = ()
    own: bool = False
    others: bool = False
    official: bool = False
    elsewhere: bool = False
    among: bool = False
    party: bool = False
    many: int = 0

    @property
    def place(self) -> bool:
        """Whether unnamed states are meant as places ("customers in 22 states")."""
        return self.others and not self.official

    def __or__(self, other: "Phrase") -> "Phrase":
        """Return the phrase of both."""
        return Phrase(
            tuple(dict.fromkeys(self.groups + other.groups)),
            self.own or other.own,
            self.others or other.others,
            self.official or other.official,
            self.elsewhere or other.elsewhere,
            self.among or other.among,
            self.party or other.party,
            self.many + other.many,
        )


@dataclass(slots=True)
class Skeleton:
    """A sentence whose offices are signs.

    Attributes
    ----------
    text : str
        The sentence.
    phrases : list of Phrase
        What the signs stand for; the first sign is U+E000.
    """

    text: str
    phrases: list[Phrase] = field(default_factory=list)

    def phrase(self, sign: str) -> Phrase:
        """Return what a sign stands for."""
        return self.phrases[ord(sign) - _FIRST]

    def sign(self, phrase: Phrase) -> str:
        """Return a new sign for a phrase; the last one once they are used up."""
        if _FIRST + len(self.phrases) <= _LAST:
            self.phrases.append(phrase)
        return chr(_FIRST + len(self.phrases) - 1)


_STATE_OF = (
    r"(?:(?:(?:the|The|THE|both|neighboring|fellow|nearby) |(?:(?:the|The) )?(?:(?:sovereign"
    r"|great|other|plaintiff|Plaintiff) )?(?:[Ss]tates?|STATES?"
    r"|[Cc]ommonwealths?|COMMONWEALTHS?|[Tt]erritor(?:y|ies)|Government|People)"
    r"(?: (?:and|AND) (?:[Tt]erritories|[Jj]urisdictions|[Cc]ommonwealths))? (?:of|OF|Of) )*)"
)
_QUANTITY = (
    r"(?:(?:more than|at least|about|nearly|over|some|almost|as many as|up to|roughly|just) )?"
    r"(?:\d{1,2}|one(?! of)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen"
    r"|(?:twenty|thirty|forty|fifty)(?:-\w+)?|several|many|most|dozens of|a dozen|two dozen"
    r"|three dozen|a handful of|all|all 50|both|various|numerous|half of the|multiple|a number of)"
)
_ADJECTIVE = (
    r"(?:(?:state|State|U\.S\.|US|American|fellow|Democratic|Republican|GOP|bipartisan"
    r"|multi-?state|other|more|additional|participating|remaining|following|new|chief|top"
    r"|(?:Democrat|Republican|GOP)-led|big|small|undersigned|like-minded|same|first|latest|last"
    r"|growing|broad|large|nationwide|national|signing|plaintiff|amici|amicus|Western|Southern"
    r"|Midwestern|Northeastern|western|southern|northeastern|conservative|liberal|red|blue"
    r"|legal|law enforcement|elected|lead|leading|leadership|settling|suing|original|\w+-state"
    r"|another|second|third|rival|separate|different|competing|earlier|previous|similar)\s+)"
)
_OFFICES = (
    r"(?:[Aa]ttorneys [Gg]enerals?|[Aa]ttorney [Gg]enerals|ATTORNEYS GENERAL|AGs|A\.G\.s|[Ss]tates"
    r"|STATES|(?:[Cc]o-)?(?=[Pp]laintiffs|[Pp]etitioners)[Pp]\w+|[Cc]omplainants"
    r"|[Cc]hallengers|[Jj]urisdictions|[Tt]erritories"
    r"|[Gg]overnors|[Cc]olleagues|[Cc]ounterparts"
    r"|[Ss]ignatories|[Ss]igners|[Pp]laintiffs|[Pp]articipants|[Mm]embers"
    r"|[Oo]fficials(?= (?:of|from|in|for|representing) [\ue000-\uf8ff])|AG [Oo]ffices|counter parts"
    r"|[Oo]fficers|[Oo]thers|[Pp]rosecutors|[Pp]eers|[Aa]llies|[Ss]upporters"
    r"|[Pp]etitioners|[Aa]mici|[Oo]fficeholders|[Cc]o-?leaders"
    r"|[Cc]o-?chairs|[Ss]ponsors|[Rr]epresentatives)(?:' offices)?(?! of (?:the )?(?:Congress"
    r"|Senate|House|both parties))"
)
_DETERMINER = (
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Tt]hose|[Tt]hese"
    r"|[Tt]his|[Oo]ther|[Aa]nother|[Aa]ll|[Ee]ach of|[Ff]ellow) )"
)
_GATHERING = (
    r"(?:coalition|group|alliance|contingent|bloc|band|team|majority|total|list|committee"
    r"|delegation|Coalition|partnership)(?! v)"
)
_UNNAMED = (
    rf"(?<![\w-])(?:{_DETERMINER}?{_ADJECTIVE}*{_GATHERING}(?: of (?:{_DETERMINER}|{_QUANTITY} "
    rf"|(?:{_QUANTITY})-?\w* )*{_ADJECTIVE}*{_OFFICES})?"
    rf"|(?:{_DETERMINER}|(?i:{_QUANTITY}) (?:of )?)*{_ADJECTIVE}*{_OFFICES}"
    r"|[Ee]very (?:other )?(?:U\.S\. )?state\b(?!'| [Aa]ttorney)"
    rf"|(?i:{_QUANTITY}) (?:other|more|additional)s?\b(?! than))(?!\w)"
)
_OTHER_GROUP = Lazy(
    r"\b(?:[Aa]nother|second|rival|separate|different|competing|earlier|previous|similar)\b"
)
_IN_PLACES = Lazy(r"\b(?:in|across|throughout|within) $")
_PLACES = Lazy(r"(?:states?|jurisdictions|territories)$")
_PARTIES = Lazy(
    r"(?:signator|plaintiff|petitioner|complainant|challenger|amici|participant|signers"
    r"|members|\b(?:co-?)?lead|sponsor)",
    re.I,
)
_LINK = (
    r"(?: (?:come|came|are|were|being))?(?:,| ?--| ?[–—])? (?:of|OF|from|FROM|in|for|representing"
    r"|across|within)"
    r" (?:(?:the|both|as far away as) )*"
)
_FOR_INSTANCE = (
    r",? (?:including(?: those)?|among them|such as|like|notably|namely|to include|and including)"
    r"(?: (?:those|the ones|that|attorneys general|AGs) (?:of|from|in))? "
)
_AND = (
    r"(?:(?:,| ?[–—])? (?:(?:and|AND)(?: by| from)?|&|or|nor|as well as|along with|together with"
    r"|plus|and also|but also"
    r"|in addition to|alongside)(?: also| later| even| the| then| recently)*|;(?: and)?) "
)

_Build = Callable[[Skeleton, re.Match[str]], str]


def _taken(
    skeleton: Skeleton, match: re.Match[str], *, official: bool = False, among: bool = False
) -> str:
    """Return one sign for all those in a match; what a group called "lead" matched stays."""
    phrase = Phrase(official=official, among=among)
    for sign in re.findall(SIGN, match.group()):
        phrase |= skeleton.phrase(sign)
    lead = match["lead"] if "lead" in match.re.groupindex else ""
    return lead + skeleton.sign(phrase)


def _official(skeleton: Skeleton, match: re.Match[str]) -> str:
    return _taken(skeleton, match, official=True)


def _plainly(skeleton: Skeleton, match: re.Match[str]) -> str:
    return _taken(skeleton, match)


def _unnamed(skeleton: Skeleton, match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 12) : match.start()]
    rival = re.match(r"[Aa]n? |[Oo]ther ", match.group()) and re.search(
        r"\b(?:[Ww]hile|[Ww]hereas|but) $", before
    )
    elsewhere = bool(rival or _OTHER_GROUP.search(match.group()))
    every = re.match(r"all |every |each ", match.group(), re.I)
    party = bool(_PARTIES.search(match.group()))
    # "in states such as Ohio" says where.
    where = (_IN_PLACES.search(before) and _PLACES.search(match.group())) or (
        before.endswith("with ") and match.group() == "members"
    )
    official = not where
    sign = skeleton.sign(Phrase(others=True, official=official, elsewhere=elsewhere, party=party))
    return (every.group() if every else "") + sign


def _linked(skeleton: Skeleton, match: re.Match[str]) -> str:
    """Return one sign for "attorneys general" and those of whom it is said."""
    first = skeleton.phrase(re.findall(SIGN, match.group())[0])
    if not first.others or first.groups:
        return match.group()
    among = not re.search(r" (?:of|OF|from|FROM|in|for|representing) ", match.group())
    return _taken(skeleton, match, official=first.official, among=among)


def _apposed(skeleton: Skeleton, match: re.Match[str]) -> str:
    first, second = (skeleton.phrase(sign) for sign in re.findall(SIGN, match.group()))
    if not (first.others and not first.groups and second.many > 1):
        return match.group()
    after = " " if re.search(r"[-–— )]$", match.group()) else ""
    return _taken(skeleton, match, official=True, among=True) + after


def _described(skeleton: Skeleton, match: re.Match[str]) -> str:
    """Return one sign for "Ohio and Iowa, two neighboring states"."""
    first, second = (skeleton.phrase(sign) for sign in _NO_SIGN.findall(match.group()))
    named = first.groups and second.others and not second.groups
    return _plainly(skeleton, match) if named else match.group()


# An officeholder beside the office, on either side, is one phrase with it.
_HOLDERS: tuple[tuple[Lazy, _Build], ...] = (
    (
        Lazy(
            rf"(?<![\w']){NAME},? ?(?:\((?:[DRI]-)?|(?:the "
            rf"|serving as )?(?!{ROLES})(?:top prosecutor|{ROLE})"
            rf" (?:of|for|OF) {_STATE_OF})(?:{SIGN})\)?"
        ),
        _official,
    ),
    (
        Lazy(
            r"(?:(?:the|The|then-) ?)?(?:(?:Republican|Democratic|GOP|state) )*"
            rf"(?!{ROLES}, (?:the )?{SIGN}){ROLE},?"
            rf" (?:{NAME}(?:'s office)?)?,?\s*"
            rf"(?:of |OF |Of |from |for |FOR |\()?(?:[DRI]-)?{_STATE_OF}(?:{SIGN})\.?\)?"
        ),
        _official,
    ),
    (
        Lazy(rf"(?<![\w']){NAME}, the (?:{SIGN}) (?:[Ss]tate )?{ROLE}"),
        _official,
    ),
    (Lazy(rf"(?P<lead>\bby ){NAME}(?:, {NAME})*, {_STATE_OF}(?:{SIGN})"), _plainly),
    (
        Lazy(
            rf"(?P<lead>(?:\bby|\band|\bincluding|[,;:]|^) ?)(?=\S+ [A-Z\"(]){NAME} (?:of|from)"
            rf" (?:{SIGN})"
        ),
        _plainly,
    ),
    (
        Lazy(rf"(?:{SIGN}) (?:[Ss]tate )?{ROLES} {NAME}(?:, {NAME})*,? and {NAME}(?= [a-z])"),
        _official,
    ),
    (
        Lazy(
            rf"(?:{SIGN})(?:'s?)?,? (?:[Ss]tate |[Dd]eputy |[Aa]cting |Republican |Democratic )?"
            rf"(?:then-)?{ROLE}"
            rf"(?:'s [Oo]ffice)?(?:,? {NAME}(?:(?<='s) [Oo]ffice)?)?"
        ),
        _official,
    ),
    (
        Lazy(rf"(?:{SIGN})(?:'s? {NAME}| \({NAME}\)|'s? (?:[Oo]ffice|top prosecutor))"),
        _official,
    ),
    (Lazy(rf"(?:{SIGN}),? by and through (?:its |their )?(?:{ROLE},? )?{NAME}"), _official),
    (
        Lazy(rf"(?:(?:[Hh]is|[Hh]er|[Tt]heir) )?(?:{SIGN})(?:'s?)? counterparts?(?:,? {NAME},?)?"),
        _official,
    ),
    (Lazy(rf"(?:[Tt]he )?[Oo]ffices? of {_STATE_OF}(?:{SIGN})"), _official),
    (Lazy(rf"{_STATE_OF}(?:{SIGN})"), _plainly),
)
_FEDERAL = Lazy(
    rf"(?:U\.?S\.?|United States|[Ff]ederal|[Ff]ormer|[Dd]eputy|[Aa]ssistant|then-) ?{ROLE}"
    rf"(?:,? {NAME})?"
)
_OWN = Lazy(
    r"(?:(?:[Aa]cting )?(?:(?<![\w.])Attorney General|ATTORNEY GENERAL|(?<!\w)AG"
    r"|(?<!\w)A\.G\.)(?!\w| [Oo]ffices)"
    rf"(?:,? (?P<names>{NAME}))?(?!,? of\b)|\b[Oo]ur [Oo]ffice|\b[Mm]y [Oo]ffice)"
    r"(?:(?:'s)? [Oo]ffice)?"
)
_OWN_MANY = Lazy(
    rf"(?:Attorneys General|AGs) (?P<names>{NAME}(?:, {NAME})*,? and {NAME})(?!,? of\b)(?! \()"
)
_FROM_TO = Lazy(rf"\b[Ff]rom {SIGN} to {SIGN}")
_PRONOUN = Lazy(
    r"\b(?:[Hh]e|[Ss]he|(?:[Hh]is|[Hh]er) (?:own )?(?:state|[Oo]ffice)"
    r"|[Tt]he state(?= (?:will|would|has|had|is|was)\b))\b(?!')"
)
_HE_OR_SHE = Lazy(
    r"\W*(?:(?:She|He)(?= (?!said|says|added)[a-z])|(?:Her|His) (?:own )?(?:office|state))"
)
_ITS_HOLDER = Lazy(
    rf"(?:\b[Ii]ts|\b[Tt]he state's) (?:[a-z]+ )?{ROLE}(?:,? {NAME}(?=,)|,? {NAME})?(?!\w)"
)
_SURNAME = Lazy(r"(?<![A-Z][a-z] )(?<![\w'-])(?P<names>[A-Z][\w'-]*\w)(?! [A-Z])")
_PARTY = Lazy(r" ?\((?:[DRI]|Democrat|Republican|Independent)\)| ?\([DRI]-(?=\w)[\w.]+\)")
_NO_SIGN = Lazy(SIGN)
_NATION = Lazy(r"\bUnited States|\bUNITED STATES")
_NOT_ONLY = Lazy(r"\b[Nn]ot only\b")
_BUT_ALSO = Lazy(r"\bbut also\b")
_UNCLEAR_IF = Lazy(r"\b((?:unclear|not clear|unknown|uncertain|not known|unsure)[^.;,]{0,12}) if\b")
_TITLE = Lazy(ROLE)
_SPACE = Lazy(r"\s+")
_DASH = r"(?: ?(?:--|[–—])+ ?| - )"
_NAMED: tuple[tuple[Lazy, _Build], ...] = (
    (Lazy(_UNNAMED), _unnamed),
    (Lazy(rf"(?:[Tt]hose|[Tt]he ones|[Tt]hat) (?:of|from|in) (?:{SIGN})"), _official),
    (
        Lazy(
            rf"(?:{SIGN}){_DASH}(?:including |among them |representing |those of )?"
            rf"(?:{SIGN}){_DASH}"
        ),
        _apposed,
    ),
    (Lazy(rf"(?:{SIGN}){_FOR_INSTANCE}(?:{SIGN})"), _linked),
    (Lazy(rf"(?:{SIGN}){_LINK}(?:{SIGN})(?: (?:and|plus) (?:{SIGN}))?"), _linked),
    (Lazy(rf"(?:{SIGN}){_FOR_INSTANCE}(?:{SIGN})"), _linked),
    (Lazy(rf"(?:{SIGN}),? ?\((?:{SIGN})\)"), _apposed),
    (
        Lazy(rf"(?:{SIGN}), (?:{SIGN})(?=, (?:is|are|was|were|have|has|had|did|do|will|would)\b)"),
        _described,
    ),
    (Lazy(rf"(?:{SIGN}), (?:{SIGN})(?=,? [a-z]|[.;]|$)"), _apposed),
)
# "Without Ohio, nine states and the District go on"
_WITHOUT = Lazy(rf"^\W*Without {SIGN}, (?={SIGN})")
_CLOSING = Lazy(r"\.?\)")
_THROUGH = Lazy(
    rf"(?<={SIGN}), (?:acting )?(?:by and )?through (?:(?:its|their) )?(?:respective )?"
    rf"(?:(?:{SIGN})|{ROLE}),"
)
_IN_COMPANY = Lazy(
    rf"(?<={SIGN})(?:,| –| —| --) (?:(?:along|together) with|as well as|in addition to)"
    rf" [^;.{SIGN[1:-1]}]{{2,90}}(?:,| –| —| --)(?= [a-z])"
)
_IN_PASSING = Lazy(
    rf"(?<={SIGN}), (?:under|through|despite|after|as|on|now|home to|where|for) "
    rf"[^;.,{SIGN[1:-1]}]{{2,60}},(?= [a-z])"
)
# "Ohio in June, Iowa in July and Utah in May"
_IN_MONTHS = Lazy(
    rf"(?<={SIGN}) (?:in|on) (?:January|February|March|April|May|June|July|August|September|October"
    rf"|November|December)(?=(?:,|,? and) {SIGN} (?:in|on) [A-Z]|[.;]|$)"
)
_AMONG_THEM = Lazy(rf"(?<={SIGN}),? among (?:them|others),?(?= [a-z])")
_ALONE_AMONG = Lazy(rf"(?<={SIGN}), alone (?:among|of) (?:all )?{SIGN},")
# "Washington state joined", "the attorneys general of Ohio and Iowa, Ann Lee and Bo Poe, said".
_STATE_AFTER = Lazy(
    rf"(?<={SIGN}) [Ss]tate(?=[,.;)]|$| (?:and|also|is|was|has|had|will|{JOIN_VERB}"
    rf"|{ACT_VERB})(?!\w))"
)
_NAMES_AFTER = Lazy(rf"(?<={SIGN}), (?=\S+ [A-Z]){NAME}(?:(?:, {NAME})*,? and {NAME})?,(?= [a-z])")
_CITIES_TOO = Lazy(
    rf"(?<={SIGN}),? (?:and|plus|as well as|along with) (?:the )?(?:{_QUANTITY} )?(?:[a-z]+ )?"
    r"(?:cities|counties|municipalities|mayors|towns|tribes|cities and counties)"
    r"(?: of [A-Z][^,;.]*(?:, [A-Z]\w+ and [A-Z][^,;.]*)?(?:, [A-Z]\w+(?! [A-Z]))?)?"
)
_TWO_SIGNS = Lazy(rf"{SIGN}[^{SIGN[1:-1]}]+{SIGN}")
_SERIES = Lazy(rf"(?:{SIGN})(?:(?:, (?:{SIGN}))*{_AND}(?:{SIGN}))+")
# "joined Ohio, and Iowa declined": the second has a verb of its own.
_OWN_VERB = Lazy(
    r",? (?:also |later |then |each |both |all |has |have |had |did |is |are |was |were |will "
    r"|would |[a-z]+ly )*"
    r"(?:(?!led|based)[a-z]+(?:ed|es|s)|did|has|have|had|is|are|was|were|will|sent|wrote|sued"
    r"|took|led)\b"
)
# "All but Ohio, together with Guam": the second is no exception.
_EXCEPTING = Lazy(r"\b(?:except(?:ing|ion of|ions of|s)?(?: for)?|but|excluding) $")
_TOGETHER = Lazy(r"(?:along|together) with|as well as|plus|in addition to")
_AFTER_SEMICOLON = Lazy(rf"; ?(?:{SIGN})$")
_AFTER_COMMA = Lazy(rf",{_AND}(?:{SIGN})$")
_VERB_BEFORE = Lazy(
    r"\b(?:[a-z]+ed|[a-z]+ing|sue|sues|joins?|led|with|by|among|in|at|to|against|for|than) $"
)


def build(
    text: str,
    groups: Mapping[int, Group],
    start: int,
    surnames: Mapping[str, int],
    person: int | None = None,
) -> Skeleton:
    """Return the skeleton of a sentence.

    Parameters
    ----------
    text : str
        The sentence.
    groups : mapping of int to Group
        The lists in it, by index, in order.
    start : int
        The offset of the sentence in the text to which the lists' offsets belong.
    surnames : mapping of str to int
        Which list an officeholder known from elsewhere in the text belongs to; -1 for the
        publisher's.
    person : int, optional
        The list of the officeholder whom "she" or "he" at the start of the sentence means.

    Returns
    -------
    Skeleton
        With names, titles and unnamed groups of offices reduced to signs.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import find_names
    >>> text = "Attorneys general of Ohio and Iowa joined 20 other states."
    >>> build(text, {0: Group(find_names(text), [" and "])}, 0, {}).text.encode("ascii", "replace")
    b'? joined ?.'
    """
    skeleton = Skeleton("")
    pieces: list[str] = []
    last = 0
    for index, group in groups.items():
        pieces.append(_plain(text[last : group.start - start]))
        titled = any(_TITLE.search(joint) for joint in group.joints)
        pieces.append(skeleton.sign(Phrase((index,), official=titled, many=len(group.names))))
        last = group.end - start
        if "".join(group.joints).count("(") > "".join(group.joints).count(")"):
            # The bracket of "Ohio Attorney General Ann Lee (R-Ohio)" is closed after the list.
            closing = _CLOSING.match(text, last)
            last = closing.end() if closing else last
    pieces.append(_plain(text[last:]))
    skeleton.text = _SPACE.sub(" ", "".join(pieces))
    skeleton.text = _FROM_TO.sub("nationwide", skeleton.text)
    _apply(skeleton, _HOLDERS)
    skeleton.text = _FEDERAL.sub("the official", skeleton.text)
    _name_people(skeleton, surnames)
    _apply(skeleton, _NAMED)
    for aside in (
        _WITHOUT,
        _IN_MONTHS,
        _THROUGH,
        _IN_PASSING,
        _AMONG_THEM,
        _ALONE_AMONG,
        _IN_COMPANY,
        _STATE_AFTER,
        _NAMES_AFTER,
        _CITIES_TOO,
    ):
        skeleton.text = aside.sub("", skeleton.text)
    _refer(skeleton, person)
    skeleton.text = coordinate(skeleton, skeleton.text)
    return skeleton


def _plain(text: str) -> str:
    bare = _PARTY.sub("", _NO_SIGN.sub("?", text))
    bare = _NATION.sub("nation", bare).replace("then-", "")
    bare = _UNCLEAR_IF.sub(r"\1 whether", bare) if " if " in bare else bare
    return _BUT_ALSO.sub("and", _NOT_ONLY.sub("", bare))


def _apply(skeleton: Skeleton, rules: tuple[tuple[Lazy, _Build], ...]) -> None:
    for pattern, make in rules:
        skeleton.text = pattern.replace(partial(make, skeleton), skeleton.text)


def _name_people(skeleton: Skeleton, surnames: Mapping[str, int]) -> None:
    """Take up officeholders named without their office: the publisher's, and known surnames."""

    def put(match: re.Match[str]) -> str:
        phrase = Phrase(official=True)
        for name in re.split(r",? and |, ", match["names"] or ""):
            last = name.split()[-1].removesuffix("'s") if name.split() else ""
            index = surnames.get(last, -1)
            phrase |= Phrase((index,), many=1) if index >= 0 else Phrase(own=True, many=1)
        return skeleton.sign(phrase)

    for pattern in (_OWN_MANY, _OWN):
        skeleton.text = pattern.replace(put, skeleton.text)
    if surnames:
        skeleton.text = _SURNAME.replace(
            lambda match: put(match) if match["names"] in surnames else match.group(),
            skeleton.text,
        )


def coordinate(skeleton: Skeleton, text: str) -> str:
    """Return a text with one sign for those that "and" joins.

    Parameters
    ----------
    skeleton : Skeleton
        Whose signs the text has; new ones are added to it.
    text : str
        A sentence or clause of the skeleton.

    Returns
    -------
    str
        Two remain apart where the second begins a clause of its own ("joined Ohio, and Iowa
        declined").

    Examples
    --------
    >>> skeleton = Skeleton("")
    >>> pair = " and ".join(skeleton.sign(Phrase((number,))) for number in (0, 1))
    >>> skeleton.phrase(coordinate(skeleton, pair)).groups
    (0, 1)
    """

    def put(match: re.Match[str]) -> str:
        after = match.string[match.end() : match.end() + 60]
        before = match.string[max(0, match.start() - 30) : match.start()]
        if _EXCEPTING.search(before) and _TOGETHER.search(match.group()):
            return match.group()
        if _OWN_VERB.match(after) and (
            _AFTER_SEMICOLON.search(match.group())
            or (_AFTER_COMMA.search(match.group()) and _VERB_BEFORE.search(before))
        ):
            return match.group()
        return _plainly(skeleton, match)

    if not _TWO_SIGNS.search(text):
        return text
    for _ in range(2):
        text = _SERIES.replace(put, text)
        for pattern, make in _NAMED[3:]:
            text = pattern.replace(partial(make, skeleton), text)
    return text


def _refer(skeleton: Skeleton, person: int | None) -> None:
    """Let "she" stand for the one office named before it."""
    if person is not None and (opening := _HE_OR_SHE.match(skeleton.text)):
        sign = skeleton.sign(Phrase((person,), official=True, many=1))
        skeleton.text = sign + skeleton.text[opening.end() :]

    def put(match: re.Match[str]) -> str:
        before = re.findall(SIGN, match.string[: match.start()])
        one = [sign for sign in before if not skeleton.phrase(sign).others]
        return one[-1] if one else match.group()

    def put_holder(match: re.Match[str]) -> str:
        before = _NO_SIGN.findall(match.string[: match.start()])
        one = [skeleton.phrase(sign) for sign in before if not skeleton.phrase(sign).others]
        if not one or one[-1].many != 1:
            return match.group()
        return skeleton.sign(replace(one[-1], official=True))

    skeleton.text = _ITS_HOLDER.replace(put_holder, skeleton.text)
    skeleton.text = _PRONOUN.replace(put, skeleton.text)
