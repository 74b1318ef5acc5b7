"""Pieces of pattern that the rules share: offices, names of people, verbs, sentence ends."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Lazy:
    """A pattern that is compiled when it is first used, so that an import stays quick.

    Parameters
    ----------
    pattern : str
        A regular expression.
    flags : int, default 0
        Flags of `re.compile`.

    Examples
    --------
    >>> Lazy("signed?").search("has signed").group()
    'signed'
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match at an offset, or None."""
        return self._compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of the whole text, or None."""
        return self._compiled.fullmatch(text)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match from an offset on, or None."""
        return self._compiled.search(text, start)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Return the matches between two offsets."""
        return self._compiled.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[str]:
        """Return the matched texts of a pattern without groups."""
        return [match.group() for match in self._compiled.finditer(text)]

    def replace(self, new: Callable[[re.Match[str]], str], text: str) -> str:
        """Return the text with each match replaced by what a function makes of it."""
        return self._compiled.sub(new, text)

    def sub(self, new: str, text: str, count: int = 0) -> str:
        """Return the text with the matches replaced."""
        return self._compiled.sub(new, text, count)


# The final letter may be lost, as releases copied by hand show.
ROLE = (
    r"(?:(?:[Aa]cting |ACTING |[Ii]nterim |[Ff]ormer )?(?:"
    r"[Aa]ttorneys?[ -]+[Gg]enera(?:ls?)?|ATTORNEYS?\s+GENERALS?|[Aa]ttorneys?\s+[Gg]enerals?"
    r"|AGs?|A\.G\.s?|Att(?:y\.|orney) Gen\.|[Gg]overnors?|GOVERNORS?|Govs?\."
    r"|[Ss]olicitors?\s+[Gg]eneral|[Tt]reasurers?|TREASURERS?|[Ss]ecretar(?:y|ies) of [Ss]tate"
    r")(?!\w))"
)
ROLES = (
    r"(?:[Aa]ttorneys\s+[Gg]enerals?|ATTORNEYS\s+GENERAL|[Aa]ttorney\s+[Gg]enerals|AGs|A\.G\.s"
    r"|[Gg]overnors|GOVERNORS|Govs\.|[Ss]olicitors\s+[Gg]eneral|[Tt]reasurers|TREASURERS"
    r"|[Ss]ecretaries of [Ss]tate)(?!\w)"
)
# Verbs as headlines print them, which are no part of a name.
HEADLINE_VERB = (
    r"(?:(?:Co-)?(?:Leads?|Joins?|Signs?|Sues?|Files?)|Announces?|Urges?|Asks?|Calls?|Demands?"
    r"|Seeks?|Backs?|Wins?|Opposes?|Launch(?:es)?|Forms?|Reach(?:es)?|Challenges?|Supports?"
    r"|Settles?|Secures?|Weighs?|Defends?|Fights?|Says?|Warns?|Pushes|Among)"
)
_NAME_PART = (
    rf"(?:(?!(?:{HEADLINE_VERB}|Attorneys?|ATTORNEYS?|Governors?|GOVERNORS?|General|GENERAL|AGs?"
    r"|Gov|State|STATE"
    r"|\w+day|January|February|March|April|June|July|August|September|October|November|December"
    r"|The|In|As|While|When|Joining|Only|But|And|Also|Other|Sincerely|Republican|Democrat\w*"
    r"|GOP)\b)"
    # A stop belongs to initials and short forms; after a whole name it ends the sentence.
    r"(?:(?:[A-Z]\.)+|[A-Z][\w'-]{0,30}(?:\.(?=\w)[\w'.-]{0,12})?|[A-Z][a-z]{1,2}\.))"
)
NAME = (
    rf"(?:{_NAME_PART}(?:[ ]+(?:{_NAME_PART}|\"[^\"\n]{{1,20}}\"|\([A-Z][a-z]+\)|(?:de|la|del|van"
    rf"|von)(?=[ ]+[A-Z]))"
    r"|,[ ]+(?:Jr|Sr|JR|SR)\.|,[ ]+I{2,3}\b){0,5})"
)
# What those do not do who go on.
UNYIELDING = r"(?:back(?:ing)? down|giv(?:e|ing) up|let(?:ting)? up|relent(?:ing)?)"
# To join, or to do what only a joint action is.
JOIN_VERB = (
    r"(?:(?:re|co-?)?join(?:s|ed|ing)?|(?:co-?)?sign(?:s|ed|ing)?(?!\s+(?:the bill|a bill|into law"
    r"|(?:a|an|the) (?:law|executive|measure|contract)))|co-?le(?:d|ads?|ading)|co-?sponsor\w*"
    r"|co-?fil\w+|participat(?:es?|ed|ing)|took part|takes? part|taking part"
    r"|(?:is|are|was|were|being|becom(?:es?|ing)|became)(?: also)? (?:also )?(?:an? |the |among"
    r" (?:the )?)?(?:lead |main |additional |named |founding |original )?(?:part of|on board"
    r"|plaintiffs?|signator\w+|members? of|participants|amici|co-plaintiffs?)"
    r"|le(?:d|ads?|ading)|spearhead\w*|(?:add|put|lend)(?:s|ed|ing)? (?:its|their|his|her) (?:own"
    r" )?(?:names?|signatures?|voices?|support)"
    r"|draft(?:s|ed|ing)|authored|help(?:s|ed|ing)? (?:to )?(?:draft|write|lead|organi[sz]e)"
    r"|head(?:s|ed|ing)?(?= (?:a|an|the|up)\b| [\ue000-\uf8ff])|co-?chair\w*|chair(?:s|ed|ing)"
    r"|organiz(?:es?|ed|ing)|band(?:ed|ing)? together|team(?:ed|ing)? up"
    r"|(?:among|one of|two of|three of) (?:the )?(?:[\w-]+ ){0,4}?(?:states|attorneys general|AGs"
    r"|jurisdictions|plaintiffs"
    r"|signator\w+|signers|governors|offices|those (?:who|that))"
    r"|agree[sd]? to (?:the|this) (?:[\w-]+ )?(?:settlement|deal|agreement|accord|plan|terms)"
    rf"|(?:n't| not|not) {UNYIELDING}"
    r"|signed? on(?:to)?|came aboard|com(?:e|es|ing) aboard|on board)"
)
# What several offices do together, and one office also does alone.
ACT_VERB = (
    r"(?:fil(?:es?|ed|ing)|su(?:es?|ed|ing)|ask(?:s|ed|ing)?|urg(?:es?|ed|ing)"
    r"|call(?:s|ed|ing)?(?: on| for| upon)|wrote|writ(?:es?|ing|ten)|sen(?:ds?|t|ding)"
    r"|se(?:ek|eks|eking)|sought|support(?:s|ed|ing)?|back(?:s|ed|ing)?|challeng(?:es?|ed|ing)"
    r"|announc(?:es?|ed|ing)|argu(?:es?|ed|ing)|oppos(?:es?|ed|ing)|demand(?:s|ed|ing)?"
    r"|petition(?:s|ed|ing)?|investigat(?:es?|ed|ing)|submit(?:s|ted|ting)?|endors(?:es?|ed|ing)"
    r"|secur(?:es?|ed|ing)|shar(?:es?|ed|ing)(?= (?:in (?:a|the)\b|(?:[a-z]+ ){0,2}\$))"
    r"|reach(?:es|ed|ing)?|settl(?:es?|ed|ing)|launch(?:es|ed|ing)?|brought|bring(?:s|ing)?"
    r"|interven(?:es?|ed|ing)|press(?:es|ed|ing)|releas(?:es?|ed|ing)|issu(?:es?|ed|ing)|want"
    r"|request(?:s|ed|ing)?|negotiat(?:es?|ed|ing)|continu(?:es?|ed|ing)|appeal(?:s|ed|ing)?"
    r"|deliver(?:s|ed|ing)?|put(?:s|ting)? out|publish(?:es|ed|ing)?|receiv(?:es?|ed|ing)"
    r"|gets?(?= (?:\w+ ){0,2}\$)"
    r"|(?:set|due|expected|stands?) to receive"
    r"|object(?:s|ed|ing)?|are behind|have agreed|vow(?:s|ed|ing)?|pledg(?:es?|ed|ing)"
    r"|warn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|condemn(?:s|ed|ing)?|denounc(?:es?|ed|ing)"
    r"|(?:takes?|took|taking) up (?:the|this) (?:case|fight|appeal)"
    r"|mov(?:es?|ed|ing) (?:to|for)|expand(?:s|ed|ing)?|obtain(?:s|ed|ing)?"
    r"|form(?:s|ed|ing)|defend(?:s|ed|ing)?)"
)
NOT_JOIN = (
    r"(?:yet to|(?:did|do|does|have|has|had|is|are|was|were|would|will|could)(?:n't"
    rf"| not\b(?! only)| never)(?! {UNYIELDING})"
    r"|not (?:join|sign|part|among|on\b|take|taking|joined|signing|joining|a|signed)\w*|declin\w+"
    r"|refus\w+|opt(?:ed|ing|s)? (?:out|not|against)|st[ao]y(?:s|ed|ing)? (?:out|away|off"
    r"|on the side)"
    r"|sat (?:it )?out|sit(?:s|ting)? (?:it |this )?(?:one )?out|sat this|withdr\w+|dropp?\w* out"
    r"|pull\w* out|h[eo]ld\w* (?:out|back|off)|holdouts?|abstain\w*|no part|remain\w* (?:outside"
    r"|out)"
    r"|(?:appear\w*|seem\w*|decid\w*|elected|opt\w*) not to"
    r"|absen(?:t|ce)|missing|chose not|choos\w+ not|without (?:join|sign)\w+|(?:is|are|was"
    r"|were) out"
    r"|ke(?:pt|eps?) (?:out|away|off|its|their)|skipp?\w+|never (?:join|sign)\w+|non-?sign\w+"
    r"|non-?particip\w+|unsigned|no longer|rescind\w*"
    r"|(?:left|leav(?:es|ing)|quit(?:s|ting)?|exit(?:s|ed|ing)?) (?:the|a|that) (?:[\w-]+ )?"
    r"(?:coalition|suit|lawsuit|case|group)"
    r"|bow(?:ed|ing) out|took no (?:part|position|side)|passed on|nor\b|neither"
    r"|rejected(?= the (?:terms|offer|deal"
    r"|settlement)))"
)
# What may still happen.
UNDECIDED = (
    r"(?:(?:(?:is|are|was|were) )?(?:still )?(?:consider\w*|weigh(?!\w* in\b)\w*|mull\w*"
    r"|stud(?:y|ied|ying)"
    r"|review\w*|undecided|expected|likely|deciding|invited|asked to join)|could|may|might"
    r"|plan\w* to)"
)
LEFT_LATER = (
    r"(?:withdr(?:e|a)w\w*|defect\w*|dropped out|pulled out|removed (?:its|his|her|their) names?"
    r"|no longer"
    r"|rescinded|(?:left|leav(?:es|ing)|quit(?:s|ting)?|exit(?:s|ed|ing)?) (?:the|a|that)"
    r" (?:[\w-]+ )?(?:coalition|suit|lawsuit|case|group)|bowed out)"
)
COALITION = (
    r"(?:coalition|multi-?state|bipartisan (?:group|effort|letter|brief)|other (?:state )?"
    r"(?:attorneys general|AGs|states|governors)|joint(?:ly)?|colleagues|counterparts"
    r"|group of|support from|attorneys general|fellow|alongside|along with|together with)"
)
# What is said of another action than the one that a text is about.
ELSEWHERE = (
    r"(?:\b(?:other|opposing|opposite) (?:side|way)\b|\bon the (?:[\w-]+ )?[\w-]+(?:'s"
    r"|s') side\b|\bseparate(?:ly)?\b|\b(?:similar|a like) (?:\w+"
    r" )?(?:suit"
    r"|lawsuit|letter|brief|action|case|complaint|law|effort|challenge|bill|fee|rule)\w*"
    r"|\balso (?:is |are )?(?:lead\w*|led) an? (?:[\w-]+ )?(?:lawsuit|suit"
    r"|letter|brief|challenge)\b"
    r"|\bone by [^;.]{2,60} and (?:the other|another) by\b"
    r"|\b(?:two|three|four|several|many) other (?:\w+ )?(?:(?:law)?suits|challenges|cases)\b"
    r"|\bother (?:recent|earlier|previous|such) (?:\w+ )?(?:(?:law)?suits|settlements|letters"
    r"|briefs|cases|agreements|actions)\b"
    r"|\banother (?:\w+ )?(?:suit|lawsuit|letter|brief|action|case|coalition|group|challenge)"
    r"|\b(?:wrote|written|sued|filed|act(?:ed|ing)|signed|sent),? (?:(?:a|one|it) (?:letter )?)?"
    r"alone\b"
    r"|\ba (?:second|different|parallel|related|rival|competing) (?:\w+ )?(?:suit|lawsuit|letter"
    r"|brief|action|case|coalition|group|challenge|filing)|\bunrelated\b|\b(?:by|in) contrast\b"
    r"|\b(?:suit|lawsuit|case|action|deal|settlement|challenge|investigation|letter|brief)s? of"
    r" (?:its|their|his|her) own\b"
    r"|\b(?:its|their|his|her) own(?=[.,;]|$| in\b)|\b(?:its|their|his|her) (?:own"
    r"|office's) (?:\w+ )?(?:suit"
    r"|lawsuit|case|letter|brief|action|challenge|deal|settlement|agreement|filing|petition"
    r"|complaint|investigation)s?\b)"
)
# What is said of the past, which is another action if anything is said of the present.
EARLIER = (
    r"(?:\b(?:an|the) (?:earlier|previous) (?:\w+ )?(?:suit|lawsuit|letter|brief|effort|case"
    r"|version"
    r"|coalition)\b|\bpreviously\b|\bhad already\b|\bearlier this\b|\blast (?:year|fall|spring"
    r"|summer|winter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\bas (?:we )?(?:previously |earlier )?reported(?! by)\b|\bprior\b"
    r"|\bat the time\b|\b(?:earlier|settled before)(?=[.,;]|$)|\bmarks? (?:\w+ )?(?:years?|months?"
    r"|anniversary)\b"
    r"|\b(?:years?|months?|weeks?) (?:ago"
    r"|earlier)\b"
    r"|\b(?:back )?in (?:january |february |march |april |may |june |july |august |september "
    r"|october |november |december )?(?:19|20)\d\d\b)"
)

_SHORTENED = Lazy(
    r"(?:(?:^|\n)[ ]*\d{1,2}|\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Jr|Sr|JR|SR|Gov|Govs|Sen|Sens|Rep|Reps|Gen"
    r"|Atty"
    r"|Hon|St|No|Nos|Inc|Co"
    r"|Corp|Ltd|v|vs|al|U\.S|D\.C|V\.I|Ala|Ariz|Ark|Calif|Cal|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Kans"
    r"|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nebr|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Vt|Va|Wash|Wis"
    r"|Wisc|Wyo|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.[\"')\]]*$"
)
_STARTER = Lazy(
    r"[\"'(]*(?:The|It|In|A|An|This|That|These|Those|He|She|They|We|But|And|His|Her|Their|Our|Its"
    r"|On|As|At|For|When|While|After|Other|Others|Joining|Also)\b"
)
_STOP = Lazy(r"[.!?][\"')\]]*(\s+)(?=[\"'(\[]*[A-Z0-9•])|\n[ ]*\n\s*")


def sentence_ends(text: str) -> list[int]:
    """Return the offsets at which a new sentence or paragraph starts, with the two ends.

    Parameters
    ----------
    text : str
        A prepared text.

    Returns
    -------
    list of int
        Rising; the first is 0 and the last the length of the text. Text without a stop is cut
        into pieces of some thousand characters.

    Examples
    --------
    >>> text = "Joined by Thomas J. Donovan Jr. of Vt. and D.C. The letter is long."
    >>> [text[a:b] for a, b in zip(sentence_ends(text), sentence_ends(text)[1:])]
    ['Joined by Thomas J. Donovan Jr. of Vt. and D.C. ', 'The letter is long.']
    """
    ends = [0]
    for match in _STOP.finditer(text):
        before = text[max(0, match.start() - 12) : match.start(1) if match[1] else match.start()]
        if match[1] is None or match[1].replace(" ", "").startswith("\n\n"):
            if before.rstrip().endswith((":", ",", ";", " v.", " vs.", " V.")):
                continue
        elif _SHORTENED.search(before) and not _STARTER.match(text, match.end()):
            continue
        _cut(text, ends, match.end())
        ends.append(match.end())
    if ends[-1] < len(text) or len(ends) == 1:
        _cut(text, ends, len(text))
        ends.append(len(text))
    return ends


# Prose has no longer sentences; what has is a table or noise, and is read in pieces.
_LONGEST = 3000


def _cut(text: str, ends: list[int], end: int) -> None:
    """Add ends at spaces so that no sentence is too long to read in one piece."""
    while end - ends[-1] > _LONGEST:
        space = text.rfind(" ", ends[-1] + 1, ends[-1] + _LONGEST)
        ends.append(space + 1 if space > 0 else ends[-1] + _LONGEST)
