"""From printed names to lists: which names stand for an office, and which stand together."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from agletters.signatories.grammar import HEADLINE_VERB, ROLE, ROLES, Lazy
from agletters.signatories.jurisdictions import Mention

_NOT_A_PLACE = (
    r"City|CITY|Post|Times|Journal|Examiner|Herald|Tribune|Globe|Star|Daily|News|Beach|Springs"
    r"|Falls"
    r"|Rapids|Heights|Park|University|UNIVERSITY|State University|College|School|Institute|River"
    r"|Lake"
    r"|Lakes|Bay|Island(?!s)|islands?|Avenue|AVENUE|Ave|Street|STREET|St\.|Boulevard|Blvd|Road"
    r"|Drive|Plaza"
    r"|Square|Turnpike"
    r"|Department|DEPARTMENT|Division|Bureau|Office of|Board|Commission|Supreme|Superior|Court"
    r"|COURT"
    r"|Appeals|Legislature|Legislative|General Assembly|House|Senate|Senator|Sen\.|Rep\."
    r"|Congress\w*"
    r"|Republican|Democrat\w*|Bar|National|Monument|County|COUNTY|Hospital|Medical|Medicine|Health"
    r"|Bank|Company|Corp|Inc|LLC|Association|Foundation|Center|Council|Police|Highway|Constitution"
    r"|Code|Act|Law|Mayor|Nationals|Wizards|Giants|Yankees|Mets|Jets|Knicks|A&M|Tech|Valley"
    r"|Mountain"
    r"|Hall|Airport|Sound|Territory Band|Red Cross|Stock|Public|Power|Electric|Gas|Housing|Consumer"
    r"|District Attorney|District Court|Secretary(?! of (?:Justice|State))|Treasurer's Office"
    r"|Auditor|Comptroller"
    r"|Lieutenant|Lt\.|Public Radio|Governor's Mansion"
)
_THINGS = (
    r"laws?|residents?|consumers?|famil(?:y|ies)|voters?|children|students?|compan(?:y|ies)|courts?"
    r"|judges?|officials?|lawmakers?|legislators?|legislature|statutes?|man|men|woman|women"
    r"|resident"
    r"|users?|patients?|workers?|borders?|natives?|homeowners?|senators?|congress\w+|mayors?|police"
    r"|schools?|cit(?:y|ies)|taxpayers?|citizens?|teens?|couples?|landlords?|renters?|tenants?"
    r"|drivers?|farmers?|hospitals?|doctors?|lawsuits?|suits?|cases?|rules?|bills?|bans?"
    r"|polic(?:y|ies)"
    r"|newspapers?|universit(?:y|ies)|jur(?:y|ies)|prosecutors?|counties|county|towns?|offices?"
    r"|capital|coast|elections?|delegation|investors?|businesses|firms?|banks?|subsidiar\w+|plants?"
    r"|headquarters|settlement|ruling|decision|measure|constitution|facilit\w+|victims?|people"
    r"|parents|probes?|investigations?|inquir(?:y|ies)|subpoenas?|travel ban|litigation"
    r"|lawyers?|attorneys?(?! [Gg]eneral)|employees|dealers?|seniors|veterans|retailers?"
    r"|providers?|insurers?|Democrats?|Republicans?"
)
_AFTER = Lazy(
    rf"\s+(?:(?:(?!Attorney|Governor|Gov)[A-Z]\w+ (?:and |of |for )?){{0,4}}(?:Commission|Cabinet"
    rf"|Authority"
    rf"|Agency|Administration|Society|Union|Chamber|Associations?|Federation|League|Foundation|Club"
    rf"|Clubs|Institute|Museum|Mirror|Gazette|Chronicle|Dispatch|Beacon|Capitol))(?!\w)"
    rf"|\s+(?:{_NOT_A_PLACE})(?!\w)|,\s+(?:Inc|LLC|Corp|Ltd|L\.P)\b|,?\s+\d{{5}}|-(?:based|born"
    r"|area|style|bound|only|wide"
    rf"|headquartered)"
    r"|,?\s+for (?:the )?(?:Appell|Plaintiff|Defendant|Petitioner|Respondent|Amic|Interven)"
    rf"|[\s,)]+(?:[Dd]efendants?|DEFENDANTS?|[Rr]espondents?)\b"
    rf"|\s+[Vv]s?\.\s|\s+(?:{_THINGS}|(?i:(?!attorney|office)(?:{_THINGS})))(?![\w-])"
    rf"|-(?:[A-Z]|\d)|\.(?:com|gov|org)"
)
_POSSESSIVE = Lazy(r"(?:'s|(?<=s)')(?!\w)")
_HELD = Lazy(
    r"\)|\s+(?:among|share|portion)\b|, (?:[A-Z]\w+ ?){1,2}'s\b|\s+(?:and|is|was|did|has|have"
    r"|signed|joined|does"
    r"|were|are"
    r"|declined)\b"
    rf"|\s+(?:[a-z]+ )?(?:[A-Z]?[a-z]+ )?{ROLE}"
    r"|\s+[A-Z][\w.'-]+(?: [A-Z]\.)? (?:[A-Z][\w.'-]+)(?= and|\s*,| of|;|\.|\)| [a-z])"
)
_BEFORE = Lazy(
    r"(?:(?:COURT|Court)\s+(?:FOR|for|OF|of) (?:THE|the)\s+|(?:District|DISTRICT|University|Court"
    r"|Courts|COURT|Appeals|Bank|Port|Gulf|Legislature"
    r"|Senate|House|County"
    r"|Bar|City|CITY|Mayor|MAYOR|Diocese|Citizens|Sound|Bay|Tribes?|Archdiocese|Supreme Court"
    r"|College"
    r"|Division|part|parts|coast|border|city|town|county|residents?|people) (?:of|OF) (?:the "
    r"|THE )?"
    r"(?:(?:State|STATE|Commonwealth) (?:of|OF) )?"
    r"|(?<![\d-])\d+[A-Z]? (?:[NSEW]\.? )?|\b(?:Mr|Mrs|Ms|Miss|Dr|Rep|Sen|Senator"
    r"|Representative|Judge"
    r"|Justice"
    r"|President|Congressman|Congresswoman|Judge)\.? (?:[A-Z][\w.]+ )?|\b[Vv](?:s|S"
    r"|ersus)?\.?\s+(?:the |THE )?(?:(?:State|STATE|Commonwealth|COMMONWEALTH) (?:of|OF) )?"
    r"|\b(?:University|USS|Port|Mount|Fort|Lake|Camp|Hotel|Air|Miss|Bank|Team|The Carolina) "
    r"|(?<!\bthen)(?<=[/@a-z0-9])-"
    r"|(?:Northern|Southern|Eastern|Western|Middle|Central) (?:District of )?|#)$"
)
_JOINS_WHAT_IS = Lazy(
    r"\b(?:join(?:ed|s|ing)?(?: with| in)?|sign(?:ed|s|ing)? on(?:to| to)|but|except) $"
)
_WORD_BEFORE = Lazy(r"(?:^|(?P<stop>[.!?:;\n\"(]\s*))?(?P<word>[A-Z][a-z]+(?:'s)?) $")
_ALLOWED_BEFORE = Lazy(
    r"(?:General|Generals|Governor|Governors|State|States|Commonwealth|Commonwealths|Territory"
    r"|Territories|Of|From|The|And|In|With|By|Only|But|Except|Neighboring|Plus|Including|Joining"
    r"|While|When|After"
    r"|Besides|Unlike|Like|Both|Since|Also|Signed|Sincerely|Though|Although|Although|For|To|On|As"
    r"|If"
    r"|Where|Because|Republican|Democratic|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|Then|Now|Later|Today|Members|Signatories|Plaintiffs|Participants|Nor|Neither)$"
)
_PARTY = Lazy(r"\b[DRI]-$")
_CITY = Lazy(
    r"\b(?P<lead>in|at|of|near|from|to|outside|the|The|an?)\s+(?P<city>(?!\w+day\b|January"
    r"|February|March|April|May|June|July|August|September|October|November"
    r"|December)[A-Z][\w.']+(?: [A-Z][\w.']+){0,2}), $"
)
_COUNTY = Lazy(r"\b(?:County|Parish|Township|City|Borough), $|(?:\band|\bor) [A-Z][a-z]{3,}, $")
_TITLED = Lazy(rf"(?:{ROLE}|[Ss]tates of|STATES OF)(?:(?! [a-z]{{4}})[^.;\n]){{0,50}}$")
_DATELINE = Lazy(
    r"[ ]?(?:\([^)\n]{0,30}\)"
    r"|,?[ ]*(?:\(?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?\)?)?)(?:[ ]?(?:--|[–—])[ ]?|[ ]-[ ])"
)
_MONTH_AFTER = Lazy(r",? (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d")
_UNFINISHED = Lazy(r"(?:[a-z],|\b(?:and|of|the|from|in))\n *$")
_PROSE = Lazy(r"(?:(?:[^\n]|\n(?= ?\w))*?(?<![\w])[a-z]{2,}){3}")
_SEPARATED_BEFORE = Lazy(r"(?:^|[(,;/\n•|:–—*]|\band|&|\bAND| -)\s*(?:the )?$")
_CAPITALS = Lazy(r"[A-Z]{3,} $")
_CODE_NEXT = Lazy(r"(?:,|,? and) [A-Z](?:[A-Z]|[a-z]*\.)(?=[,.;)]| and\b|$)")
_CODE_BEFORE = Lazy(r"(?<!\w)(?:[A-Z]{2}|[A-Z][a-z]*\.),? and $")
_SEPARATED_AFTER = Lazy(
    rf"\s*(?:$|[),;/\n.|:–—]|and\b|&|AND\b|\s{ROLE}|'s {ROLE})"
    r"|\s(?:have|has|are|is|were|was|will|joined|signed|filed|sued)\b"
)


@dataclass(slots=True)
class Group:
    """Names that stand together in one list.

    Attributes
    ----------
    names : list of Mention
        In order; one or more.
    joints : list of str
        What stands between each name and the next.
    """

    names: list[Mention]
    joints: list[str]

    @property
    def start(self) -> int:
        """Offset of the first name."""
        return self.names[0].start

    @property
    def end(self) -> int:
        """Offset after the last name."""
        return self.names[-1].end

    @property
    def codes(self) -> frozenset[str]:
        """USPS codes of the names."""
        return frozenset(name.usps for name in self.names)


_NAME_OF = Lazy(r"[A-Z][\w'-]+ of $")
_ROLE_AFTER = Lazy(rf"\s+{ROLE}")
_GOES_ON = Lazy(rf"\s+{ROLE}|,? (?:and|,)")
_OF_STATES = Lazy(rf"(?:(?:[Ss]tates?|[Cc]ommonwealths?|{ROLE}) of |, |and )$")
_LINE_START = re.compile(r"[\n]|[.!?]\s+(?=[A-Z])")
_RUNNING = Lazy(r"[a-z]{3,} [a-z]")


def is_office(text: str, name: Mention, known_people: set[str], floor: int = 0) -> bool:
    """Whether a printed name can stand for an office: no address, paper, court or person.

    Parameters
    ----------
    text : str
        The prepared text.
    name : Mention
        The printed name.
    known_people : set of str
        Names of jurisdictions that a person bore earlier in the text; added to when this one is
        a given name or a surname.
    floor : int, default 0
        The end of the name printed before it.

    Returns
    -------
    bool
        False where the words around the name show another use of it.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import find_names
    >>> text = "The Washington Post met Ms. Virginia Hall in Kansas City; Ohio joined."
    >>> [name.usps for name in find_names(text) if is_office(text, name, set())]
    ['OH']
    """
    before = text[max(0, name.start - 80) : name.start]
    after = text[name.end : name.end + 80]
    if name.form in ("code", "short") and not _is_separated(before, after):
        return False
    near = before[-48:]
    if _AFTER.match(after) or _BEFORE.search(near):
        return False
    if _bare_possessive(after) and not _JOINS_WHAT_IS.search(near):
        return False
    if near.endswith(" of ") and _NAME_OF.search(near) and _of_legislator(before):
        return False
    if near.endswith("-") and _PARTY.search(near) and not _of_attorney_general(text, name.start):
        return False
    if floor and text[floor : name.start].isspace():
        # The first of another line of a table, not the surname of a Virginia.
        return True
    if _is_person(text, name, before, after, known_people):
        return False
    return not (
        _is_dateline(before, after)
        or (
            not _ROLE_AFTER.match(after)
            and _is_city(text[max(floor, name.start - 80) : name.start])
        )
    )


_WITH_NEXT = Lazy(r",? (?:and|or) (?:the )?|, ")
_OF_BOTH = Lazy(rf"\s+(?!officials|offices|attorneys)(?:{_THINGS})(?![\w-])")


def shares_a_noun(text: str, name: Mention, following: Mention, known: bool = False) -> bool:
    """Whether a name has its noun with the next one ("Vermont and Hawaii lawmakers").

    Parameters
    ----------
    text : str
        The prepared text.
    name, following : Mention
        Two printed names, in order.
    known : bool, default False
        Whether the next one is known to have a noun after those that follow it.

    Returns
    -------
    bool
        True where nothing but "and" or a comma parts them and the noun is of people or things.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import find_names
    >>> text = "Vermont and Hawaii lawmakers are weighing bills."
    >>> shares_a_noun(text, *find_names(text))
    True
    """
    gap = text[name.end : following.start]
    return bool(_WITH_NEXT.fullmatch(gap)) and (
        known or bool(_OF_BOTH.match(text[following.end : following.end + 40]))
    )


def _is_separated(before: str, after: str) -> bool:
    # "IN HIS CAPACITY AS ATTORNEY GENERAL" is no Samoa.
    if (
        _CODE_NEXT.match(after)
        or _CODE_BEFORE.search(before)
        or (_ROLE_AFTER.match(after) and not _CAPITALS.search(before))
    ):
        return True
    return bool(
        (
            _SEPARATED_BEFORE.search(before)
            or _PARTY.search(before)
            or before.endswith((" of ", " from ", " of the "))
        )
        and _SEPARATED_AFTER.match(after)
    )


def _of_attorney_general(text: str, offset: int) -> bool:
    """Whether the last title before "(R-Ohio)" is one of those who join, not a legislator's."""
    titles = re.findall(
        rf"{ROLE}|Sens?\.|Senators?|Reps?\.|Representatives?|Congress\w+|Speaker|Leader|Whip",
        text[max(0, offset - 400) : offset],
    )
    return bool(titles) and bool(re.match(ROLE, titles[-1]))


def _of_legislator(before: str) -> bool:
    """Whether the last title before "Ann Lee of Ohio" is that of a legislator or a mayor."""
    titles = re.findall(
        rf"{ROLE}|Sens?\.|Senators?|Reps?\.|Representatives?|Congress\w+|Mayors?\b", before
    )
    return bool(titles) and not re.match(ROLE, titles[-1])


def _bare_possessive(after: str) -> bool:
    mark = _POSSESSIVE.match(after)
    return bool(mark) and not _HELD.match(after, mark.end() if mark else 0)


_SURNAME = Lazy(
    r" (?:[A-Z]\. )?(?P<word>[A-Z][a-z]+(?:[A-Z][a-z]+)?)(?![\w])(?!\s+[A-Z][a-z]+ Attorney)"
)
_OFFICE_WORD = Lazy(
    rf"\s*(?:{ROLE}|State\b|Attorney|Acting|Department|Gov|January|February|March|April|May\b|June"
    r"|July|August|September|October|November|December|Sincerely|Dear|Re\b|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|Plaintiffs?|Petitioners?|Defendants?|Solicitor|Democrats?"
    r"|Republicans?|Counsel|The\b|In\b|And\b"
    rf"|{HEADLINE_VERB}\b)"
)


def _is_person(text: str, name: Mention, before: str, after: str, known: set[str]) -> bool:
    printed = text[name.start : name.end]
    if name.form not in ("full", "misspelt") or printed.isupper() or " " in printed:
        return False
    given = _SURNAME.match(after) and not _OFFICE_WORD.match(after)
    if given and printed in ("Virginia", "Georgia", "Washington", "Carolina", "Montana", "Dakota"):
        known.add(printed)
        return True
    word = _WORD_BEFORE.search(before[-50:])
    if (
        word
        and not word["stop"]
        and not _ROLE_AFTER.match(after)
        and not _ALLOWED_BEFORE.match(word["word"])
    ):
        start_of_line = word.start("word") == 0 and name.start == len(word.string)
        if not start_of_line and printed not in ("Rhode",):
            known.add(printed)
            return True
    return printed in known and not _GOES_ON.match(after) and not _OF_STATES.search(before)


def _is_dateline(before: str, after: str) -> bool:
    """Whether the name is that of a place from which a story is dated."""
    line = _LINE_START.split(before)[-1]
    if len(line) > 40 or _RUNNING.search(line) or _UNFINISHED.search(before):
        return False
    place = any(letter.isalpha() for letter in line)
    if place and _MONTH_AFTER.match(after):
        return True
    dash = _DATELINE.match(after)
    return bool(dash) and (place or bool(_PROSE.match(after, dash.end() if dash else 0)))


def find_dateline(text: str, names: list[Mention]) -> Mention | None:
    """Return the state of the place from which a story is dated, if its first line has one.

    Parameters
    ----------
    text : str
        The prepared text.
    names : list of Mention
        The printed names.

    Returns
    -------
    Mention or None
        Not Washington, D.C., from which stories of every state are dated.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import find_names
    >>> text = "TOPEKA, Kan. - Attorney General Lee joined a suit."
    >>> find_dateline(text, find_names(text)).usps
    'KS'
    """
    for name in names[:2]:
        before = text[: min(name.start, 60)]
        if (
            name.usps != "DC"
            and 0 < len(before.strip()) < 60
            and _is_dateline(before, text[name.end : name.end + 80])
        ):
            return name
    return None


def _is_city(before: str) -> bool:
    """Whether the name follows that of a city and a comma."""
    if _COUNTY.search(before):
        return True
    city = _CITY.search(before)
    return bool(city) and not _TITLED.search(before)


_GAP_ROLE = Lazy(rf"(?:{ROLE})")
_GAP_WORD = Lazy(r"[A-Za-z][\w'.-]*|\d+|[^\sA-Za-z0-9]")
_SMALL = frozenset(
    [
        "and",
        "the",
        "of",
        "by",
        "through",
        "for",
        "as",
        "well",
        "plus",
        "along",
        "with",
        "together",
        "states",
        "state",
        "commonwealth",
        "commonwealths",
        "territory",
        "territories",
        "from",
        "jurisdiction",
        "jurisdictions",
        "also",
        "de",
        "la",
        "del",
        "van",
        "von",
        "including",
        "his",
        "her",
        "its",
        "their",
        "s",
    ]
)
_BREAKS = frozenset(
    [
        "city",
        "cities",
        "county",
        "counties",
        "court",
        "courts",
        "v",
        "vs",
        "versus",
        "against",
        "defendant",
        "defendants",
        "plaintiff",
        "plaintiffs",
        "mayor",
        "mayors",
        "university",
        "conference",
        "post",
        "times",
        "department",
        "dear",
        "re",
        "via",
        "honorable",
        "district",
        "avenue",
        "street",
        "suite",
        "box",
    ]
)
_SEPARATOR = Lazy(r"[,;:&\n•|/)–—*]|\band\b|\bAND\b|\bplus\b|\bas well as\b|\balong with\b|\s-\s")
_HEADING = Lazy(rf"\b(?:[Nn]ot|NOT|but|nor|{HEADLINE_VERB})\b|\n[^\n]*:[ ]*\n")
_AND = Lazy(r"(?:\b(?:and|AND)|&)\s+(?:the |THE )?$")
_IN_BRACKETS = Lazy(rf"\((?:\d+[^()A-Z]*|[^()A-Z]*(?:{ROLE}[^()A-Z]*)+)\)")
# "in Arizona by 48 states and the District"
_BY_SO_MANY = Lazy(
    r"\bby (?:[a-z]+ ){0,3}(?:\d+|[a-z-]+) (?:other )?(?:states|attorneys general)\b"
    r"|, \d+ (?!other)(?:[\w-]+ ){0,3}(?:states|attorneys general) and\b"
)
_NEW_LIST = Lazy(rf"(?<!and),?\s+(?<!and )(?:the )?{ROLES}\s+(?:of|from)\b")


_CREDITED = Lazy(r"\bAccording to [^.,;\n]{0,120}$")


def stands_between(gap: str) -> bool:
    """Whether two names with these words between them are items of one list.

    Parameters
    ----------
    gap : str
        The text from the end of one name to the start of the next.

    Returns
    -------
    bool
        True if there are separators, offices, people and small words, and nothing that says
        something.

    Examples
    --------
    >>> [stands_between(gap) for gap in (", ", " Attorney General Ann Lee; and ", " sued ")]
    [True, True, False]
    """
    gap = _IN_BRACKETS.sub(" ", gap)
    if len(gap) > 170 or _NEW_LIST.search(gap) or _BY_SO_MANY.search(gap):
        return False
    bare = _GAP_ROLE.sub(" | ", gap)
    if not _SEPARATOR.search(bare) or _HEADING.search(gap):
        return False
    capitals = 0
    for word in _GAP_WORD.findall(bare):
        low = word.lower().rstrip(".")
        if low in _BREAKS or (word.isdigit() and len(word) > 2):
            return False
        if word[0].islower() and low not in _SMALL:
            return False
        capitals += word[0].isupper()
    if re.search(r"\n[ ]*\n", gap) and not _GAP_ROLE.findall(gap):
        return capitals <= 3
    return capitals <= 12


def group_names(text: str, names: list[Mention], ends: list[int]) -> list[Group]:
    """Return the names as lists.

    Parameters
    ----------
    text : str
        The prepared text.
    names : list of Mention
        Names that can stand for an office, in order.
    ends : list of int
        Where sentences end.

    Returns
    -------
    list of Group
        In order; a name that stands in no list is a group of its own. A postal code or an
        abbreviation alone, away from any other name, is left out, and so is a misspelt name
        outside a list.
    """
    groups: list[Group] = []
    for name in names:
        if (
            groups
            and not (len(groups[-1].names) == 1 and _is_credited(text, groups[-1].start))
            and not _is_closed(text, groups[-1], text[groups[-1].end : name.start])
            and (
                _continues(text, groups[-1].end, name.start, ends)
                or _is_next_column(groups[-1], name, text[groups[-1].end : name.start])
            )
        ):
            groups[-1].joints.append(text[groups[-1].end : name.start])
            groups[-1].names.append(name)
        else:
            groups.append(Group([name], []))
    return [group for group in groups if _is_sure(text, group)]


def _is_closed(text: str, group: Group, gap: str) -> bool:
    """Whether a list ended with "and ..." before a semicolon, or with the bracket around it."""
    if gap.startswith(";") and any(_AND.search(joint) for joint in group.joints[-1:]):
        return True
    opened = text.rfind("(", max(0, group.start - 60), group.start)
    return gap.count(")") > gap.count("(") and opened >= 0 and ")" not in text[opened : group.start]


def _is_next_column(group: Group, name: Mention, gap: str) -> bool:
    """Whether a name follows without a mark, as the first of another line of a table does."""
    return len(group.names) > 2 and name.form == "full" and gap.isspace() and "\n\n" not in gap


def _is_credited(text: str, offset: int) -> bool:
    """Whether a sentence names an office only as its source ("According to the Ohio ...,")."""
    return bool(_CREDITED.search(text[max(0, offset - 140) : offset]))


def _continues(text: str, end: int, start: int, ends: list[int]) -> bool:
    if start - end > 170 or not stands_between(text[end:start]):
        return False
    stops = ends[bisect_right(ends, end) : bisect_right(ends, start)]
    return not any(text[end:stop].rstrip(" \n\"')")[-1:] in (".", "!", "?") for stop in stops)


def _is_sure(text: str, group: Group) -> bool:
    name = group.names[0]
    if len(group.names) > 1 and any(one.form == "full" for one in group.names):
        return len(group.names) > 2 or name.form != "misspelt"
    if len(group.names) > 2 or name.form == "full":
        return True
    if _PARTY.search(text[max(0, group.start - 3) : group.start]):
        return True
    titled = re.match(rf"(?:'s)?\s+{ROLE}", text[name.end : name.end + 40])
    return bool(titled or _TITLED.search(text[max(0, name.start - 60) : name.start]))
