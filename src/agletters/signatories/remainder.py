"""The states that a text implies without naming them: "every state except Ohio"."""

from collections.abc import Collection, Sequence

from agletters.signatories.counts import Count
from agletters.signatories.grammar import ACT_VERB, JOIN_VERB, Lazy
from agletters.signatories.jurisdictions import states

# Those who lead the states, or those who are missing, are no more than this.
FEW = 5
_ALL = Lazy(
    r"(?:\b[Aa]ll|\b[Ee]very|\bALL)\s+(?:(?:of the|the|50|fifty|U\.S\.|US|other)\s+)*"
    r"(?:states?|attorneys?\s+general|AGs|state\s+attorneys?\s+general)\b"
)
_ALL_FIFTY = Lazy(
    r"(?:(?:[Aa]ttorneys? [Gg]enerals?|AGs|[Gg]overnors) (?:of|from|in|for|representing)"
    r" (?:all |the |every one of )*(?:50|fifty) (?:U\.S\. )?states"
    r"|(?:[Ss]ettlements?|[Aa]greements?|[Jj]oin(?:s|ed)?|accord|compact)\b[^.;]{0,25}?"
    r" (?:between |with )?(?:all |the )*(?:50|fifty) states"
    r"|\b[Aa]ll (?:50|fifty) (?:U\.S\. )?(?:state )?(?:attorneys general|AGs|governors)"
    r"|\b[Aa]ll (?:50|fifty) (?:U\.S\. )?states[^.;]{0,80}?\b(?:have |has )?(?:joined|signed"
    r"|are part|are on|participated|took part|agreed|back|support|endorse)"
    r"|(?:joined|signed|backed|co-signed|supported) by (?:the attorneys general of )?all (?:50"
    r"|fifty) states"
    r"|(?:signers|signatories|members|plaintiffs|coalition|group)[^.;]{0,30} (?:includes?|are|is)"
    r" (?:every|all (?:50|fifty)) (?:U\.S\. )?states?"
    r"|(?:[Aa]ttorneys? [Gg]enerals?|AGs) (?:of|from|in) every state(?! (?:but|except))"
    r"|\b(?<![Nn]early )(?<![Aa]lmost )(?<![Vv]irtually )(?:[Aa]ll (?:50|fifty)|[Ee]very)"
    r" (?:U\.S\. )?states?(?: and [^.;,]{3,60}?)?"
    rf" (?:have |has |had |now |today |jointly |together )*(?:{JOIN_VERB}|{ACT_VERB})(?!\w)"
    r"(?! [^.]*\b(?:but|except))"
    r"|\b[Aa]ll (?:the )?other (?:49|48|47|forty-\w+) (?:U\.S\. )?states[^.;]{0,60}?\b(?:joined"
    r"|signed|participat\w+|took part|agreed)"
    r"|\b(?:[Jj]oin\w*|[Ww]ith|by|and|(?:[Gg]eneral|AGs|colleagues|counterparts) (?:from|of|in))"
    r" (?:(?:all|the|its) )*"
    r"(?:(?:49|forty-nine) other|other (?:49|forty-nine)) (?:U\.S\. )?[Ss]tates\b"
    r"|(?<!in )(?<!in all )(?<!across )(?<!across all )(?<!throughout )\b(?:50|[Ff]ifty) [Ss]tates"
    r" and (?:the District of Columbia|(?:Washington, )?D\.?C\.?)"
    rf" (?:have |has |today |jointly )*(?:{JOIN_VERB}|{ACT_VERB}|obtained|secured|won)(?!\w)"
    r"|\b(?:between|by|with|from|of) (?:all |the )*(?:50|fifty) (?:U\.S\. )?[Ss]tate"
    r" (?:[Aa]ttorneys [Gg]eneral|AGs) and the District of Columbia"
    r"|\b(?:each of|to|among|by|with) (?:all )?(?:the )?(?:50|fifty) states(?:,| and| plus"
    r"| as well as)"
    r" (?:(?:the )?District|(?:the )?(?:U\.S\. )?Virgin|Puerto|Guam)"
    r"|\b[Ee]very state(?:'s)? attorney general (?:in the (?:country|nation|union) )?(?:has "
    r"|have )?(?:joined|signed)"
    r"|\b[Ee]very state (?:in the (?:country|nation|union) )?(?:has |have )?(?:joined"
    r"|signed)(?! [^.]*\b(?:but|except)))"
)
_ALL_OTHERS = Lazy(
    r"\b(?:[Aa]ll (?:of )?(?:the )?other|[Ee]very other|[Tt]he other \d\d) (?:U\.S\. )?(?:states?"
    r"|attorneys? general|AGs)"
    rf"\b[^.;]{{0,40}}\b(?:{JOIN_VERB})"
)
# What each way of saying "all fifty" has.
_MANY = Lazy(r"\b(?:50|49|48|47)\b|[Ff]ift[yi]|[Ff]orty|[Ee]very")
_ALL_BUT = Lazy(r"\b[Aa]ll but ")


def find_all_but(
    text: str,
    counts: Sequence[Count],
    excepted: Collection[str],
    stayed: Collection[str],
    named: tuple[int, int] | None = None,
) -> tuple[int, int] | None:
    """Return where a text says that all the states, or all but some, have joined.

    Parameters
    ----------
    text : str
        The prepared text.
    counts : sequence of Count
        The numbers of offices in it.
    excepted : collection of str
        USPS codes of those named as the exceptions.
    stayed : collection of str
        USPS codes of those said not to have joined.
    named : tuple of (int, int), optional
        Where the exceptions are named.

    Returns
    -------
    tuple of (int, int) or None
        Offsets of the words that say so; None where the text does not.

    Examples
    --------
    >>> text = "All 50 states have joined."
    >>> text[slice(*find_all_but(text, [], set(), set()))]
    'All 50 states have joined'
    """
    if excepted:
        missing = len(set(excepted) & set(states()))
        return _nearly_all(text, missing, named) if _may_be_all_but(counts, missing) else None
    if stayed and (others := _ALL_OTHERS.search(text)):
        return others.span()
    rest = len(states()) - len(set(stayed) & set(states()))
    if stayed and (of_rest := [one for one in counts if one.states + one.others == rest]):
        return of_rest[0].start, of_rest[0].end
    if any(FEW < count.states < len(states()) - FEW for count in counts):
        return None
    every = _ALL_FIFTY.search(text) if _MANY.search(text) else None
    return every.span() if every else None


def _may_be_all_but(counts: Sequence[Count], missing: int) -> bool:
    """Whether a number stated is large enough for all the states but those missing."""
    stated = {count.states for count in counts if count.states > len(states()) // 4}
    return not stated or max(stated) >= len(states()) - missing


def _nearly_all(text: str, missing: int, named: tuple[int, int] | None) -> tuple[int, int] | None:
    if match := _ALL.search(text):
        return match.span()
    return named if _ALL_BUT.search(text) or missing else None
