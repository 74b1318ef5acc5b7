"""The name of an officeholder where it is printed beside the office."""

import re

from agletters.signatories.grammar import HEADLINE_VERB, NAME, ROLE, ROLES, Lazy
from agletters.signatories.jurisdictions import Mention, jurisdictions

_OF_STATE = (
    r"(?:(?:[Tt]he |THE )?(?:[Ss]tate|STATE|[Cc]ommonwealth|COMMONWEALTH|[Tt]erritory) (?:of|OF) )?"
    r"(?:the )?"
)
_TITLE = r"(?:Republicans?|Democrats?|Gov(?:ernor)?s?\.?|Attorneys? Generals?|AGs?)\s"
# What is of a state and no person.
_BODY = (
    r"(?:General|Court|State|District|Department|Office|University|College|Association|Bank|Board"
    r"|Council|Chamber|Commonwealth|Territory|County|City|Bureau|Commission|House|Senate|People"
    r"|Legislature|Society|League|Diocese|Hospital|Church|Circuit|Division|Governor|Treasurer"
    r"|Secretary|Company|Agency|Authority|Party|School|System|Federation|Union)"
)
# A name may stand on the next line, but not in the next paragraph.
_NEXT = r"(?:[ ]+\n?|\n)[ ]*(?!\s)"
_AFTER = (
    Lazy(rf"(?:'s?)?\s+(?:[Ss]tate\s+)?(?!{ROLES}){ROLE},?{_NEXT}(?P<name>{NAME})"),
    Lazy(rf"(?:'s|')\s+(?P<name>{NAME})"),
    Lazy(rf",\s+by and through (?:its |their |his |her )?(?:{ROLE},?\s+)?(?P<name>{NAME})"),
    Lazy(
        rf"(?:\s*\(|[ ]*(?::\s|[–—]\s?|-\s))\s*(?:{ROLE}\s+)?(?P<name>{NAME})"
        r"(?=\)|\n|;|,|$|\s*[–—])"
    ),
)
_BEFORE = (
    Lazy(
        rf"{ROLE}\s+(?P<name>{NAME})\s*(?:,|\(|\sof|\sfrom|\sfor|\s[–—-])\s*(?:[DRI]-)?{_OF_STATE}$"
    ),
    Lazy(
        rf"(?P<name>{NAME})(?:,\s*|\s*\n\s*)(?:the )?(?!{ROLES}){ROLE}\s+(?:of|for|OF"
        rf"|FOR)\s+{_OF_STATE}$"
    ),
    # Lists give persons without titles: "Ann Lee (R-Iowa)", "Bo Poe (Ohio)", "Jo Roe of Utah".
    Lazy(rf"(?:^|[,;:]\s+|\b[a-z]+\s+)(?P<name>{NAME})\s*\([DRI]-$"),
    Lazy(rf"(?:,\s+|\band\s+)(?P<name>[A-Z][\w.'-]*\s{NAME})\s*\({_OF_STATE}$"),
    Lazy(
        rf"(?:^|[,;:(]\s*|\b[a-z]+\s+)(?:{_TITLE})?(?P<name>(?!{_TITLE})[A-Z][\w'-]+"
        rf"(?:\s(?!{_BODY})[A-Z][\w'.-]*){{1,3}}(?<!\b[A-Z]\.))\sof\s{_OF_STATE}$"
    ),
)
_IS_HOLDER = Lazy(rf"(?P<name>{NAME}) is (?:the )?{ROLE} (?:of|for) {_OF_STATE}$")
_BEFORE_ROLE = Lazy(rf"(?P<name>{NAME})(?:,\s*(?:the )?|\s*\n\s*)$")
_ROLE_NEXT = Lazy(rf"\s+(?:[Ss]tate\s+)?{ROLE}(?!{_NEXT}{NAME}[,;.\s])")
_BARE = Lazy(
    rf"(?:^|[:;\n•*]\s*(?:[–—-]\s+)?|and )(?P<name>{NAME})(?:\s*\(|,\s*(?:of )?){_OF_STATE}$"
)
# Where a headline or a menu goes on after a name, or what looks like one.
_HEADLINE = Lazy(
    rf"(?:^|\s+)(?:Today|The|In|Attorney|Chair|Vice|Republican|Democrat|Plaintiffs?|By|For|Of|And"
    rf"|Helps|Stands|Condemns|Hails|Applauds|Praises|Office|{HEADLINE_VERB})\b.*$",
    re.S,
)
_LEADING = Lazy(r"^(?:AND|Plaintiff|Defendant)\s+")
_NO_NAME = Lazy(
    rf"\b(?:{_BODY}|Advertisement|Content|Menu|Press|Release|Report|Headshot|Seal|Photo|Pro Hac"
    r"|Director|Education|Inlet|Bay|River|Valley|Lake|Lakes|South|United)s?\b",
    re.I,
)
# A person's name has no more words.
_WORDS = 4


def find_holder(text: str, name: Mention, floor: int) -> tuple[str, int] | None:
    """Return the officeholder's name printed beside the name of an office.

    Parameters
    ----------
    text : str
        The prepared text.
    name : Mention
        The office's jurisdiction.
    floor : int
        The end of the office before it, its officeholder's name included.

    Returns
    -------
    tuple of (str, int) or None
        The name as printed, without a title, and the offset after it or after the office's name,
        whichever is later; None where no name stands there.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import find_names
    >>> text = "Ohio Attorney General Ann Lee and Bo Poe, Iowa Attorney General"
    >>> [find_holder(text, name, 0) for name in find_names(text)]
    [('Ann Lee', 29), ('Bo Poe', 46)]
    """
    after = text[name.end : name.end + 110]
    before = text[max(floor, name.start - 110) : name.start]
    found = next((match for pattern in _BEFORE if (match := pattern.search(before))), None)
    if found is None and " is " in before:
        found = _IS_HOLDER.search(before)
    if found is None and _ROLE_NEXT.match(after):
        found = _BEFORE_ROLE.search(before)
    if found is None:
        found = next((match for pattern in _AFTER if (match := pattern.match(after))), None)
        if found is not None:
            return _result(found["name"], name.end + found.end("name"))
        found = _BARE.search(before)
        if found is None or " " not in found["name"]:
            return None
    return _result(found["name"], name.end)


def _result(name: str, end: int) -> tuple[str, int] | None:
    printed = without_headline(name)
    return None if printed is None else (printed, end)


def without_headline(name: str) -> str | None:
    """Return an officeholder's name without the words of a headline or menu that follow it.

    Parameters
    ----------
    name : str
        What stands in the place of a name.

    Returns
    -------
    str or None
        The name, or None where none is left.

    Examples
    --------
    >>> without_headline("LEE ANNOUNCES GRANTS"), without_headline("Main Menu")
    ('LEE', None)
    """
    name = _LEADING.sub("", name)
    cut = _HEADLINE.search(name.title() if name.isupper() else name)
    name = (name[: cut.start()] if cut else name).strip(" ,")
    name = re.sub(r"'s?$|(?<![A-Z])(?<!Jr)(?<!Sr)\.$", "", name)
    is_name = len(name) > 2 and len(name.split()) <= _WORDS and not _NO_NAME.search(name)
    return name if is_name and name not in jurisdictions().values() else None
