"""Officeholders by surname: whose office is meant where only a name is printed."""

import re
from bisect import bisect_right

from agletters.signatories.grammar import NAME, ROLE, Lazy
from agletters.signatories.holders import find_holder, without_headline
from agletters.signatories.jurisdictions import Mention
from agletters.signatories.lists import Group, find_dateline

_FEDERAL = Lazy(
    rf"(?:U\.?S\.?|United States|[Ff]ederal|then-|former|Deputy|Assistant"
    rf"|District)\s+Attorneys?\s+General\s+(?P<name>{NAME})"
)
_TITLE_ALONE = Lazy(rf"'s? {ROLE}|\s+{ROLE}(?! [A-Z])")
_GAINS = Lazy(
    r" (?:consumers|residents|families|taxpayers|customers|homeowners)\b"
    r"|(?:'s share| (?:will|would|is to|stands to|is set to) (?:receive|get|be paid))\b"
)
_GOES_TO = Lazy(r"\b(?:go|goes|going|come|coming|paid) to (?:the (?:state|people) of )?$")
_ATTORNEY_OF = Lazy(
    r"(?:\b(?:said|says|as)|\"|,) (?:the |[\w-]+ ){0,3}attorney general (?:of"
    r"|for) (?:the state of )?$"
)
_UNLINKED = Lazy(
    rf"(?P<role>(?:(?<![\w.])Attorney\s+General|ATTORNEY\s+GENERAL|(?<!\w)AG)\s+(?P<name>{NAME}))"
)
_NOT_THE_OFFICE = Lazy(r"(?:U\.?S\.?|States|[Ff]ederal|Deputy|Assistant|[Ff]ormer|General)\s+$")
_GENERATION = re.compile(r",? (?:Jr|Sr|JR|SR|I{2,3})\.?$")


class People:
    """The officeholders of a text.

    Parameters
    ----------
    text : str
        The prepared text.
    groups : list of Group
        The lists of offices in it.
    printed : list of Mention
        Every printed name of a jurisdiction.
    publisher : str, optional
        USPS code of the office whose release the text is.

    Attributes
    ----------
    holders : dict of int to str
        Officeholders' names by the offset of the jurisdiction's name beside which they stand.
    offices : dict of str to Group
        By surname the first office of each, as a list of its own.
    surnames : dict of str to str
        USPS codes of these offices by surname.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import find_names
    >>> text = "Ohio Attorney General Ann Lee sued. Lee was joined by U.S. Attorney General Poe."
    >>> ohio = find_names(text)
    >>> people = People(text, [Group(ohio, [])], ohio)
    >>> people.holders, list(people.offices)
    ({0: 'Ann Lee'}, ['Lee'])
    """

    def __init__(
        self,
        text: str,
        groups: list[Group],
        printed: list[Mention],
        publisher: str | None = None,
    ) -> None:
        self.text = text
        self.groups = groups
        self.printed = printed
        self.publisher = publisher
        self.starts = [name.start for name in printed]
        self.federal = {match["name"].split()[-1] for match in _FEDERAL.finditer(text)}
        self.holders = self._find_holders()
        self.offices = self._by_surname()
        if publisher is None:
            self._find_bare_holders()
        self.surnames = {surname: one.names[0].usps for surname, one in self.offices.items()}

    def is_titled(self, name: Mention) -> bool:
        """Whether a name stands with a title but without the officeholder's name."""
        return bool(_TITLE_ALONE.match(self.text, name.end))

    def is_held(self, group: Group) -> bool:
        """Whether a list is of one office whose holder the text names beside it."""
        return len(group.names) == 1 and group.start in self.holders

    def unlinked(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where an attorney general is named without a state between two offsets."""
        for match in _UNLINKED.finditer(self.text, start, end):
            surname = match["name"].split()[-1].removesuffix("'s")
            if (
                surname in self.federal
                or self.surnames.get(surname, self.publisher) != self.publisher
            ):
                continue
            if self._is_no_office(match.start()):
                continue
            return match.span("role")
        return None

    def unlinked_name(self, offset: int) -> str | None:
        """Return the name of the attorney general whose title stands at an offset."""
        match = _UNLINKED.match(self.text, offset)
        return without_headline(match["name"]) if match else None

    def _by_surname(self) -> dict[str, Group]:
        found: dict[str, Group] = {}
        for group in self.groups:
            for name in group.names:
                holder = self.holders.get(name.start)
                if holder:
                    surname = _GENERATION.sub("", holder).split()[-1]
                    if len(surname) > 2:
                        found.setdefault(surname, Group([name], []))
        return found

    def _find_bare_holders(self) -> None:
        """Give "Attorney General Lee" the office that the text names before without a holder.

        That is the last one that stands alone with its title ("Ohio's attorney general"), or else
        the state of the dateline, the one whose people or treasury gain, or the one just before.
        """
        titled = [
            name
            for group in self.groups
            for name in group.names
            if len(group.names) == 1 and name.start not in self.holders and self.is_titled(name)
        ]
        starts = [name.start for name in titled]
        held = {name.usps for group in self.offices.values() for name in group.names}
        home = find_dateline(self.text, self.printed) or self._beneficiary() or self._described()
        for match in _UNLINKED.finditer(self.text):
            surname = match["name"].split()[-1].removesuffix("'s")
            place = bisect_right(starts, match.start())
            office = titled[place - 1] if place else home or self._just_before(match.start())
            if (
                office
                and surname not in self.offices
                and office.usps not in held
                and surname not in self.federal
                and not self._is_no_office(match.start())
            ):
                self.offices[surname] = Group([office], [])
                holder = without_headline(match["name"])
                if holder:
                    self.holders.setdefault(office.start, holder)

    def _just_before(self, offset: int) -> Mention | None:
        """Return the state after which only a comma stands ("in Ohio, Attorney General Lee")."""
        index = bisect_right(self.starts, offset) - 1
        name = self.printed[index] if index >= 0 else None
        return name if name and self.text[name.end : offset] == ", " else None

    def _described(self) -> Mention | None:
        """Return the one state whose attorney general is told of ("said the ... general of")."""
        told = {
            name.usps: name
            for name in reversed(self.printed)
            if _ATTORNEY_OF.search(self.text[max(0, name.start - 80) : name.start])
        }
        return next(iter(told.values())) if len(told) == 1 else None

    def _beneficiary(self) -> Mention | None:
        """Return the one state of which the text says that its people or treasury gain."""
        listed = {
            name.usps for group in self.groups if len(group.names) > 1 for name in group.names
        }
        gaining = {
            name.usps: name
            for name in reversed(self.printed)
            if name.usps not in listed
            and (
                _GAINS.match(self.text, name.end)
                or _GOES_TO.search(self.text[max(0, name.start - 40) : name.start])
            )
        }
        return next(iter(gaining.values())) if len(gaining) == 1 else None

    def _find_holders(self) -> dict[int, str]:
        found: dict[int, str] = {}
        floor = 0
        for group in self.groups:
            for name in group.names:
                holder = find_holder(self.text, name, floor)
                floor = name.end
                if holder:
                    found[name.start], floor = holder
        return found

    def _is_no_office(self, offset: int) -> bool:
        """Whether the title at an offset is a federal one, or belongs to the state before it."""
        if _NOT_THE_OFFICE.search(self.text[max(0, offset - 30) : offset]):
            return True
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and not self.text[self.printed[index].end : offset].strip()
