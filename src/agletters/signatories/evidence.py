"""What a text shows of each office that may have joined, as named features."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from agletters.signatories.counts import Count
from agletters.signatories.grammar import NAME, ROLE, Lazy
from agletters.signatories.jurisdictions import Mention, states
from agletters.signatories.lists import Group

# Words of one kind on either side of a name.
_KINDS = {
    "join": r"join\w*|co-?sign\w*|signator\w+|sign(?:s|ed|ing)?|signers?|took part|tak\w+ part"
    r"|participat\w+|on board|part of|members? of|(?:co-?)?plaintiffs?|amici",
    "lead": r"co-?le(?:d|ads?|ading)|le(?:d|ads?|ading)|spearhead\w*|head(?:ed|ing)|co-?chair\w*"
    r"|co-?sponsor\w*|organiz\w+|co-?author\w*|draft\w+",
    "sue": r"su(?:es?|ed|ing)|fil(?:es?|ed|ing)|lawsuits?|suits?|complaints?|petition\w*"
    r"|challeng\w+|interven\w+|appeal\w*",
    "write": r"letters?|briefs?|amicus|wrote|writ(?:e|ing|ten)|sent|send\w*|urg\w+|ask(?:s|ed|ing)?"
    r"|call\w* (?:on|for)|comments?|submit\w+|demand\w*|request\w*",
    "settle": r"settle\w*|agreements?|reach\w*|deals?|accords?|judgments?|decrees?"
    r"|secur(?:e|ed|es|ing)|receiv\w+|share of",
    "group": r"coalition|multi-?state|bipartisan|group of|others?|colleagues|counterparts|fellow"
    r"|alongside|along with|together with|as well as|in addition",
    "list": r"includ\w+|among them|such as|namely|listed|are|consist\w*|represent\w*|comprised"
    r"|following",
    "say": r"sa(?:id|ys|ying)|announc\w+|told|adds?|added|statement|spokes\w+|according to|noted",
    "refuse": r"not|never|declin\w+|refus\w+|opt\w* out|withdr\w+|drop\w* out|holdouts?|abstain\w*"
    r"|sat out|without|neither|nor|yet to|only states?|no longer|reject\w*|opted|\w+n't",
    "except": r"except\w*|exclud\w+|all but|every state but|other than|minus|aside from",
    "against": r"against|oppos\w+|defend(?:ants?|ed|s|ing)?|versus|vs?|sued by|block\w*"
    r"|strik\w+ down|overturn\w*|respondents?",
    "for": r"support\w*|back(?:s|ed|ing)|in favor of|behalf of|uphold\w*|intervene\w*|prais\w+",
    "elsewhere": r"separate\w*|another|similar\w*|other (?:side|suits?|lawsuits?|cases)|second"
    r"|rival|different|own|meanwhile|elsewhere|unrelated|in contrast|also (?:sued|filed|led)",
    "before": r"previous\w*|earlier|prior|already|last (?:year|month|week|fall|spring|summer"
    r"|winter)|(?:years?|months?|weeks?) (?:ago|earlier)|in (?:19|20)\d\d"
    r"|had (?:been|filed|joined|sued|signed)",
    "law": r"laws?|statutes?|bans?|rules?|bills?|legislat\w+|ordinance|constitution|courts?"
    r"|judges?|circuit|district of|residents|companies|based|customers|consumers|voters|counties"
    r"|university|population",
}
_WORDS_OF = {kind: Lazy(rf"\b(?:{words})\b", re.I) for kind, words in _KINDS.items()}
# Kinds that tell little by being the nearest.
_COMMON = {"group", "list"}
_OFFICES_OF = Lazy(
    r"\b(?:attorneys? generals?|attorneys general|ags?|states?|officials|governors?|treasurers?"
    r"|secretar\w+|commonwealths?|jurisdictions)(?: (?:of|from|for|in|representing|are|were"
    r"|includ\w+))*(?: the)?(?: states? of)?[:,]?\s*$",
    re.I,
)
_PLACE = Lazy(r"\b(?:in|at|across|throughout|near|from)\s+(?:the )?$", re.I)
_TITLE_AFTER = Lazy(rf"(?:'s?)?\s+{ROLE}(?:\s+{NAME})?(?:\s*\([RDI]\))?,?")
_TITLE_BEFORE = Lazy(
    rf"{ROLE}(?:,?\s+{NAME})?,?\s*(?:\(|of |for |from )?(?:the )?"
    r"(?:State of |Commonwealth of )?(?:[DR]-)?$"
)
_JUST_BEFORE = frozenset(
    re.findall(
        r"\w+",
        "of in by from with including and the states joining against v for to that while as at than"
        " like between is are were was include but on or also both state said",
    )
)
_TWO_BEFORE = _JUST_BEFORE | {"general", "ags", "coalition", "commonwealth"}
_JUST_AFTER = frozenset(
    re.findall(
        r"\w+",
        "and joined join sued filed said says is are was were has have had did signed led law to in"
        " on also will would who which that as for of from with v against announced state while but"
        " courts court supreme department university county district residents consumers",
    )
)
_WORD = Lazy(r"[A-Za-z][\w'-]*|[^\sA-Za-z]")
_CITY = Lazy(r"[A-Z][a-z]+,\s+$")
_PROSE = Lazy(r"[a-z]{3,} [a-z]{2,}")
_VERB = Lazy(r"\b(?:[a-z]+ed|is|are|was|were|has|have|said|sued|led|will|[a-z]{3,}s)\b")
_PARTY = Lazy(r"\([DRI][-)]")
_EVERY = Lazy(
    r"\b(?:(?:[Aa]ll|[Ee]very|ALL|[Ee]ach)(?: of)?\s+(?:but \w+ )?(?:(?:the|50|fifty|49|48|47"
    r"|U\.S\.|US|other|remaining)\s+)*(?:states?|attorneys?\s+general|AGs|state\s+attorneys?\s+general)"
    r"|(?:4[5-9]|50|forty-(?:five|six|seven|eight|nine)|fifty) (?:other )?(?:states"
    r"|(?:state )?attorneys general|AGs|jurisdictions)|all (?:50|fifty)|50-state)\b"
)
_WE = Lazy(
    r"\b(?:[Ww]e\b|[Oo]ur (?:office|state|coalition)|[Mm]y (?:office|fellow|colleagues)"
    r"|I(?:'m| am| have| joined| urge)\b)"
)
_HOLDER = Lazy(rf"(?<![\w.])(?:Attorney\s+General|ATTORNEY\s+GENERAL|AG)\s+(?P<name>{NAME})")
_FEDERAL = Lazy(r"(?:U\.?S\.?|United States|[Ff]ederal|Deputy|Assistant|[Ff]ormer)\s+$")
# Verdicts by which offices have no part in it, however much else speaks for them.
_RULED_OUT = frozenset(["STAYED_OUT", "OPPOSED"])
# Characters and words of a sentence that are read on either side.
_REACH = 400
_NEAR = 8
# The rest of the states is all that are not named only where few are.
_REST = 15


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of offices and what the sentences say of it.

    Attributes
    ----------
    group : Group
        The list.
    verdict : str
        The name of the weightiest verdict.
    held : tuple of bool
        Whether each office stands with the name of its holder.
    """

    group: Group
    verdict: str
    held: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """What the grammar has found in a text.

    Attributes
    ----------
    text : str
        The text, prepared.
    ends : list of int
        Where its sentences end, 0 first.
    publisher : str or None
        USPS code of the office whose release it is.
    lists : list of Listed
        Its lists and lone names, those of officeholders behind them.
    printed : list of Mention
        All names of jurisdictions.
    counts : list of Count
        Numbers of those who join.
    total : int or None
        The number for all of them.
    base : frozenset of str
        USPS codes of the offices that the grammar finds.
    left : frozenset of str
        Those said to have left later.
    own : str
        The name of the verdict on the publisher where it is not named.
    own_acts, together, every : bool
        Whether the publisher's officeholder is named without the state, the text has words of
        acting together, and the grammar finds that all but some joined.
    caption : list of Mention
        Plaintiffs in the heading of a complaint.
    is_caption : bool
        Whether they alone are what the grammar finds.
    surnames : dict of str to str
        USPS codes by officeholders' surnames.
    """

    text: str
    ends: list[int]
    publisher: str | None
    lists: list[Listed]
    printed: list[Mention]
    counts: list[Count]
    total: int | None
    base: frozenset[str]
    left: frozenset[str]
    own: str
    own_acts: bool
    together: bool
    every: bool
    caption: list[Mention]
    is_caption: bool
    surnames: dict[str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """Offices of which a text shows the same.

    Attributes
    ----------
    offices : frozenset of str
        USPS codes.
    features : frozenset of str
        What it shows.
    found : bool
        Whether the grammar finds that they joined.
    open : bool
        Whether the grammar leaves open that they did, or did not.
    """

    offices: frozenset[str]
    features: frozenset[str]
    found: bool
    open: bool = True


@dataclass(slots=True)
class _Sighting:
    """A place at which offices stand, or from which they follow."""

    kind: str
    offices: frozenset[str]
    features: set[str] = field(default_factory=set)


def blocks(passage: Passage) -> list[Block]:
    """Return the offices that may have joined, those together of which the text shows the same.

    Parameters
    ----------
    passage : Passage
        What the grammar has found.

    Returns
    -------
    list of Block
        Offices on the same lists, of the same standing with the grammar; also officeholders
        named alone, the publisher, and all states that are not named where the text has words
        for all.

    Examples
    --------
    >>> ohio = Mention("OH", 0, 4, "name")
    >>> group = Group([ohio], [])
    >>> text = "Ohio signed."
    >>> passage = Passage(
    ...     text, [0, 12], None, [Listed(group, "JOINED", (False,))], [ohio], [], None,
    ...     frozenset(["OH"]), frozenset(), "UNSAID", False, False, False, [], False, {},
    ... )
    >>> [(sorted(block.offices), "after join" in block.features) for block in blocks(passage)]
    [(['OH'], True)]
    """
    sightings = [*_listed(passage), *_surnames(passage), *_others(passage)]
    if passage.caption:
        offices = frozenset(name.usps for name in passage.caption)
        sightings.append(
            _Sighting("CAPTION", offices, {"caption", f"caption alone={passage.is_caption}"})
        )
    if passage.publisher:
        sightings.append(_own(passage, passage.publisher))
    sightings.extend(_rest(passage, sightings))
    seen: dict[str, list[int]] = defaultdict(list)
    for place, sighting in enumerate(sightings):
        for usps in sighting.offices:
            seen[usps].append(place)
    together: dict[tuple[tuple[int, ...], bool, bool], set[str]] = defaultdict(set)
    for usps, places in seen.items():
        together[tuple(places), usps in passage.base, usps in passage.left].add(usps)
    # Sorted, so that sums of weights are the same in every process.
    ordered = sorted(together.items(), key=lambda item: (item[0], sorted(item[1])))
    return [
        _block(passage, frozenset(offices), [sightings[place] for place in places], sightings)
        for (places, _, _), offices in ordered
    ]


def find_every(text: str) -> tuple[int, int] | None:
    """Return where a text has words for all states or nearly all, if it has.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    tuple of int or None
        Offsets of the words.

    Examples
    --------
    >>> find_every("Signed by all but two states.")
    (10, 28)
    """
    match = _EVERY.search(text)
    return match.span() if match else None


def _block(
    passage: Passage, offices: frozenset[str], own: list[_Sighting], sightings: list[_Sighting]
) -> Block:
    found = offices <= passage.base
    features = set[str]().union(*(sighting.features for sighting in own))
    lists = [one for one in own if one.kind not in {"OWN", "SURNAME", "REST", "NAME"}]
    biggest = max((len(one.offices) for one in sightings if one.kind != "REST"), default=0)
    joining = max(
        (
            len(one.offices)
            for one in sightings
            if one.kind in {"JOINED", "ACTED", "LIKELY", "PARTY", "CAPTION"}
        ),
        default=0,
    )
    if lists:
        features |= {
            f"first: {name}"
            for name in lists[0].features
            if name.startswith(("verdict", "nearest", "near before", "just")) and "lone" not in name
        }
        longest = max(len(one.offices) for one in lists)
        on_biggest = longest == biggest
        features |= {
            f"longest={_size(longest)}",
            f"on the longest={on_biggest}",
            f"on the longest={on_biggest} of {_size(max(1, biggest))}",
            f"places={min(4, len(lists))}",
        }
        if joining > longest:
            features.add("a longer list joined")
        kinds = {one.kind for one in lists}
        if len(kinds) == 1:
            features.add(f"always {kinds.pop()}")
    else:
        features.add("on no list")
    if offices & passage.left:
        features.add("left later")
    standing = "found" if found else "not found"
    others = len(passage.base - offices)
    features |= {
        standing,
        "one office" if len(offices) == 1 else "offices",
        f"{standing}, others={min(others, 2)}",
    }
    if passage.publisher is None:
        features.add("no publisher")
    elif passage.publisher not in offices:
        features.add("not the publisher")
    if passage.total is not None:
        features.add(f"{standing}, with it {against(len(passage.base | offices), passage.total)}")
    ruled_out = lists and all(one.kind in _RULED_OUT for one in lists)
    return Block(offices, frozenset(features), found, found or not ruled_out)


def _size(number: int) -> str:
    return str(number) if number < 3 else "3-5" if number < 6 else "6-15" if number < 16 else "16+"


def against(number: int, stated: int) -> str:
    """Say how a number stands to the stated one.

    Parameters
    ----------
    number, stated : int
        The numbers.

    Returns
    -------
    str
        The end of a feature's name.

    Examples
    --------
    >>> against(21, 20), against(3, 20)
    ('+1 of the number', 'below the number')
    """
    difference = number - stated
    if abs(difference) < 2:
        return f"{difference:+d} of the number"
    return "below the number" if difference < 0 else "above the number"


def _listed(passage: Passage) -> Iterator[_Sighting]:
    text = passage.text
    begun: set[int] = set()
    for one in passage.lists:
        names = one.group.names
        offices = frozenset(name.usps for name in names)
        if len(names) == 1 and names[0].start in begun:
            yield _Sighting(one.verdict, offices, {"officeholder", f"holder={one.verdict}"})
            continue
        begun |= {name.start for name in names}
        start, end = names[0].start, names[-1].end
        features, (first, last) = _around(passage, start, end)
        number = len(offices)
        features |= {
            f"verdict={one.verdict}",
            f"length={_size(number)}",
            f"verdict={one.verdict} of {_size(number)}",
        }
        features |= _of_the_list(one, text[end : end + 5])
        if any(0 <= start - count.end < 40 for count in passage.counts):
            features.add("after a number")
        if number > 1:
            for count in passage.counts:
                features |= _counted(count.number, number, first <= count.start < last)
        else:
            features |= {
                f"lone {name}" for name in features if name.startswith(("near", "just", "title"))
            }
        yield _Sighting(one.verdict, offices, features)


def _of_the_list(one: Listed, after: str) -> set[str]:
    joints = one.group.joints
    features = {"holders named"} if any(one.held) else set()
    if any(_PARTY.search(joint) for joint in joints) or _PARTY.match(after.lstrip()):
        features.add("parties given")
    if any("\n" in joint for joint in joints):
        features.add("over lines")
    if joints and re.search(r"\b(?:and|AND)\b|&", joints[-1]):
        features.add("ends in and")
    return features


def _counted(stated: int, number: int, here: bool) -> set[str]:
    found = set()
    if stated in (number, number + 1):
        found.add(f"number={'own' if stated == number else 'own and one'}")
    if here:
        within = stated in (number, number + 1)
        found.add("number here" if within else "smaller number here" if stated < number else "")
    return found - {""}


def _surnames(passage: Passage) -> Iterator[_Sighting]:
    starts = [name.start for name in passage.printed]
    for surname, usps in passage.surnames.items():
        for match in re.finditer(rf"\b{re.escape(surname)}\b", passage.text):
            near = passage.printed[
                bisect_right(starts, match.start() - 60) : bisect_right(starts, match.start() + 60)
            ]
            if any(name.usps == usps and name.end > match.start() - 40 for name in near):
                continue
            features, _ = _around(passage, match.start(), match.end())
            kept = {
                f"surname {name}"
                for name in features
                if name.startswith(("near", "just after", "title"))
            }
            yield _Sighting("SURNAME", frozenset([usps]), kept | {"surname"})


def _others(passage: Passage) -> Iterator[_Sighting]:
    """Give the names that stand for no office by the grammar."""
    listed = {name.start for one in passage.lists for name in one.group.names}
    for name in passage.printed:
        if name.start in listed:
            continue
        features, _ = _around(passage, name.start, name.end)
        kept = {f"name {own}" for own in features if not own.startswith(("before", "after"))}
        yield _Sighting("NAME", frozenset([name.usps]), kept | {"name", f"form={name.form}"})


def _own(passage: Passage, publisher: str) -> _Sighting:
    features = {
        "publisher",
        f"publisher found={publisher in passage.base}",
        f"publisher verdict={passage.own}",
        f"publisher acts={passage.own_acts}",
        f"publisher together={passage.together}",
    }
    if _WE.search(passage.text):
        features.add("publisher speaks")
    first = True
    for match in _HOLDER.finditer(passage.text):
        surname = match["name"].split()[-1].removesuffix("'s")
        before = passage.text[max(0, match.start() - 20) : match.start()]
        if _FEDERAL.search(before) or passage.surnames.get(surname, publisher) != publisher:
            continue
        around, _ = _around(passage, match.start(), match.end())
        near = {name for name in around if name.startswith(("near", "just"))}
        features |= {f"publisher {name}" for name in near}
        if first:
            features |= {f"publisher first {name}" for name in near if "nearest" in name}
            first = False
    if passage.counts:
        features.add("publisher with a number")
    if any(count.others for count in passage.counts):
        features.add("publisher with others")
    return _Sighting("OWN", frozenset([publisher]), features)


def _rest(passage: Passage, sightings: Sequence[_Sighting]) -> Iterator[_Sighting]:
    """Give all states that are not named, where they may be among those who joined."""
    named = frozenset[str]().union(*(sighting.offices for sighting in sightings))
    rest = frozenset(states()) - named
    words = find_every(passage.text)
    if len(rest) <= _REST or not (passage.every or words):
        return
    number = len(states()) - len(rest)
    features = {"rest", f"rest found={passage.every}", f"rest named={_size(max(1, number))}"}
    for count in passage.counts:
        if count.states >= 45:
            features.add("rest of most")
        if count.states == len(states()):
            features.add("rest of all")
        if count.states == len(rest):
            features.add("rest counted")
        if 5 < count.states < 45:
            features.add("rest beside a number")
    if _WORDS_OF["except"].search(passage.text):
        features.add("rest excepts")
    if words:
        around, _ = _around(passage, *words)
        features |= {f"rest {name}" for name in around if name.startswith("near")}
    else:
        features.add("rest unsaid")
    yield _Sighting("REST", rest, features)


def _around(passage: Passage, start: int, end: int) -> tuple[set[str], tuple[int, int]]:
    """Return what stands around a place in its sentence, and where that sentence is."""
    text, ends = passage.text, passage.ends
    first = ends[bisect_right(ends, start) - 1]
    last = ends[min(bisect_right(ends, max(end - 1, start)), len(ends) - 1)]
    left, right = text[max(first, start - _REACH) : start], text[end : min(last, end + _REACH)]
    features = _by_shape(text, start, end)
    if left.count('"') % 2:
        features.add("quoted")
    if any(first <= count.start < last for count in passage.counts):
        features.add("number in the sentence")
    for name, words in (("offices of", _OFFICES_OF), ("in a place", _PLACE)):
        if words.search(left):
            features.add(name)
    if match := _TITLE_AFTER.match(right):
        features.add("title after")
        right = right[match.end() :]
    if match := _TITLE_BEFORE.search(left[-120:]):
        features.add("title before")
        left = left[: len(left) - len(match.group())]
    return features | _beside(left, right) | _by_words(left, right), (first, last)


def _by_words(left: str, right: str) -> set[str]:
    """Return the kinds of words on either side of a place."""
    near_left, near_right = " ".join(left.split()[-_NEAR:]), " ".join(right.split()[:_NEAR])
    features: set[str] = set()
    last: dict[str, int] = {}
    first: dict[str, int] = {}
    for kind, words in _WORDS_OF.items():
        before, after = list(words.finditer(left)), words.search(right)
        if before:
            features.add(f"before {kind}")
            last[kind] = before[-1].end()
            if words.search(near_left):
                features.add(f"near before {kind}")
        if after:
            features.add(f"after {kind}")
            first[kind] = after.start()
            if words.search(near_right):
                features.add(f"near after {kind}")
    for kind in _COMMON:
        last.pop(kind, None)
        first.pop(kind, None)
    features.add(f"nearest before={max(last, key=last.__getitem__, default='none')}")
    features.add(f"nearest after={min(first, key=first.__getitem__, default='none')}")
    for name, what in (("no prose", _PROSE), ("no verb", _VERB)):
        if not (what.search(left) or what.search(right)):
            features.add(name)
    return features


def _by_shape(text: str, start: int, end: int) -> set[str]:
    """Return what the print of a place looks like."""
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    shapes = {
        "own line": "\n" in before and "\n" in after,
        "postal code": re.match(r",?\s+\d{5}", after),
        "capitals": end - start > 3 and text[start : min(end, start + 60)].isupper(),
        "name goes on": re.match(r"\s+[A-Z][a-z]+", after) and not _TITLE_AFTER.match(after),
        "after a city": _CITY.search(before),
    }
    return {name for name, is_so in shapes.items() if is_so}


def _beside(left: str, right: str) -> set[str]:
    """Return the words next to a place, those that tell little as what they look like."""
    before, after = _WORD.findall(left[-60:]), _WORD.findall(right[:60])
    features = {f"just before={_look(before[-1], _JUST_BEFORE) if before else 'start'}"}
    if len(before) > 1 and before[-1].lower() in {"the", "of", ",", ":"}:
        features.add(f"just before, second={_look(before[-2], _TWO_BEFORE)}")
    features.add(f"just after={_look(after[0], _JUST_AFTER) if after else 'end'}")
    return features


def _look(word: str, known: frozenset[str]) -> str:
    low = word.lower()
    if low in known or not low[0].isalpha():
        return low
    if word[0].isupper():
        return "a capital"
    return "a past" if low.endswith("ed") else "a word"
