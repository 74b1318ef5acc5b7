"""Who joined: what the sentence around a list says of those on it."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from agletters.signatories.grammar import (
    ACT_VERB,
    COALITION,
    ELSEWHERE,
    JOIN_VERB,
    NAME,
    NOT_JOIN,
    ROLE,
    ROLES,
    UNDECIDED,
    Lazy,
)
from agletters.signatories.lists import Group

_REACH = 500


class Verdict(Enum):
    """What a sentence says of the offices on a list."""

    JOINED = "joined"
    ELSEWHERE = "joined in something else"
    EXCEPTED = "all but these joined"
    STAYED_OUT = "said not to have joined"
    UNSAID = "nothing about joining"


_TURN = Lazy(
    r"(?:[,;—–]\s*|\s)(?:but(?! (?:not|for|now|also)\b)|while|although|though|whereas|yet|however"
    r"|meanwhile,?)\s|;\s+"
    r"|\s[—–]\s|--"
)
_EVERYONE = Lazy(r"\b(?:all|every|each)\b[^.;]*$", re.I)
_STATE_OF = (
    r"(?:(?:the|The|THE)\s+|[Nn]eighboring\s+|both\s+|those of\s+|U\.S\.\s+"
    r"|(?:[Ss]tates?|STATES?|[Cc]ommonwealths?|COMMONWEALTHS?|[Tt]erritor(?:y|ies))"
    r"(?:\s+and\s+(?:[Tt]erritories|[Jj]urisdictions|[Cc]ommonwealths))?\s+(?:of|OF)\s+|both\s+)*"
)
# "Attorney General Ann Lee of the State of ", which belongs to the item that it opens.
_ITEM_START = Lazy(
    rf"(?:(?:(?:[Tt]he )?{ROLE}\s+(?:{NAME})?\s*(?:[,(]|of|OF|from|for)?\s*"
    rf"|(?<!\w){NAME}[,(]\s*(?:{ROLE} (?:of|OF|for)\s+)?)"
    rf"{_STATE_OF}|(?:^|\bby |: ){NAME} (?:of|from) |(?<!\w)(?:[Tt]he )?(?:State|STATE"
    rf"|Commonwealth|COMMONWEALTH|Territory) (?:of|OF) (?:the )?)$"
)
_OFFICIALS = Lazy(
    rf"(?:{ROLES}(?:\s+(?:and|AND)\s+\w+)?|[Ss]tates(?: and \w+)?|STATES|[Cc]oalition|[Gg]roup"
    rf"|[Ll]eaders"
    r"|(?:chief )?(?:legal|law enforcement) officers|counterparts|colleagues|those|ones|officials"
    r"|signatories|(?:[Ss]upport|[Bb]acking)(?= from)"
    r"|COMMONWEALTHS?|[Cc]ommonwealths?|representatives|offices|[Ll]etter|brief|signatures"
    r"|on behalf|made up|composed|comprised|consist(?:s|ing)"
    r"|(?:[Ss]igners|[Mm]embers|[Pp]laintiffs|[Pp]articipants|[Nn]ames|[Ss]upporters|[Oo]thers"
    r"|rest)(?: (?:come"
    r"|came|are|were|hail))?"
    r")\s*(?:(?:,|--|[–—])\s*)?(?P<prep>of|OF|from|FROM|in|for|representing|across)\s+"
    rf"(?:[\w-]+ (?:U\.?S\.? )?states,? (?:and |plus )?)?{_STATE_OF}$"
)
_GOVERNS_AWAY = Lazy(
    r"(?:\b(?:to|against|urg\w+|ask\w*|than|between|unlike|like|su(?:ed?|ing)|told|tell\w*"
    r"|thank\w*|"
    r"oppos\w+|said|says|investigat\w+|critici\w+|warn\w*|letters? to|by rival)\s+(?:the |their "
    r"|his |her |its |all |other |fellow |both |state |Republican |Democratic |\w+ )?)$"
)
_EXCEPT = Lazy(
    r"\b(?:(?:with the (?:\w+ )?|the (?:\w+ )?)?exceptions? (?:of|being|was|were|is|are)"
    r"|except(?:ing|ed)?(?: for| in)?|other than"
    r"|save(?: for)?|apart from|aside from|excluding|(?:every|all|each|any|everyone"
    r"|everybody)\b[^.;]{0,70}?\bbut(?: for)?|minus"
    r"|not including)\s*:?\s*(?:those (?:of|from|in)\s+|(?:the )?attorneys general (?:of|from|in"
    r"|for)\s+)?"
    rf"{_STATE_OF}$",
    re.I,
)
_HOLDOUTS = Lazy(
    rf"(?:\b(?:the )?(?:only|sole|lone|two|three|four|five|six|one)\b[^.;]{{0,60}}?(?:{NOT_JOIN}"
    rf"|not)[^.;]{{0,50}}?"
    r"(?:\b(?:is|are|was|were)\b|:|,|—|–)|\b(?:only|lone|sole) (?:holdouts?|exceptions?"
    r"|absentees?)[^.;]{0,30}?"
    r"(?:is|are|was|were|:|,))\s*(?:those (?:of|from|in)\s+|(?:the )?attorneys general (?:of|from"
    r"|in|for)\s+)?"
    rf"{_STATE_OF}$",
    re.I,
)
_OBLIQUE = Lazy(
    r"(?P<prep>\b(?:in|In|near|at|across|throughout|outside|into|inside|through|within|like"
    r"|unlike|Unlike|than|between"
    r"|to|for|For|about|over|under|on|On|of|against|Against|behind|toward|towards|around|among"
    r"|versus|from|From|via|per"
    rf"|before|After|after|including in|not|across))\s+(?:(?:all|other|nearby|just|only"
    rf"|its home state of)\s+)*{_STATE_OF}$"
)
_LAST_WORD = Lazy(
    r"(?P<word>[A-Za-z][\w'-]*)[\s]*(?P<mark>[:,;—–\"(-]*)\s*(?:the |The |neighboring |both )*$"
)
# Words after which a list may be the object or the subject of joining.
_OPEN_WORDS = frozenset(
    [
        "joined",
        "joining",
        "joins",
        "join",
        "and",
        "include",
        "includes",
        "including",
        "included",
        "are",
        "were",
        "is",
        "was",
        "as",
        "with",
        "by",
        "plus",
        "alongside",
        "follows",
        "following",
        "when",
        "while",
        "since",
        "because",
        "that",
        "if",
        "where",
        "signed",
        "signing",
        "sincerely",
        "co-led",
        "states",
        "signatories",
        "plaintiffs",
        "participants",
        "jurisdictions",
        "general",
        "generals",
        "ags",
        "governors",
        "now",
        "later",
        "then",
        "also",
        "today",
        "yesterday",
        "only",
        "but",
        "though",
        "although",
        "so",
        "until",
        "nor",
        "led",
        "lead",
        "leads",
        "cosigned",
        "co-signed",
        "among",
        "involve",
        "involves",
        "involving",
        "being",
        "submitted",
        "filed",
        "added",
        "adds",
        "adding",
        "namely",
        "besides",
        "how",
        "both",
        "besides",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "letter",
        "brief",
        "lawsuit",
        "suit",
        "complaint",
        "coalition",
        "effort",
    ]
)
_CUE = Lazy(
    rf"(?P<no>\b{NOT_JOIN})|(?P<away>\b(?:(?:in|against|oppos\w+|dismiss|over|from|about"
    rf"|challenging|block)\s+(?:a|an|the|that)\s+(?:\w+ ){{0,2}}"
    r"(?:case|lawsuit|suit|challenge|complaint|law|bill|action)\s+(?:that was "
    r"|which was )?(?:brought|filed|led|launched|initiated|passed|enacted|signed|joined|pushed)"
    r"(?:\s+\w+){0,3}\s+by|prosecution of|indict\w+|defendants?|respondents?|investigation (?:of"
    r"|into)"
    r"|operat(?:es?|ing)\s+in|residents of|consumers in|ruling in|laws? in))"
    rf"|(?P<yes>\b(?:{JOIN_VERB}|coalition|undersigned|(?:filed|submitted|sent|brought|backed"
    rf"|supported|endorsed|written|launched|announced|sought)(?:\s+\w+){{0,3}}\s+by"
    r"|in addition to|besides|along with|alongside|together with|[Ss]incerely"
    r"|[Rr]espectfully submitted"
    r"|[Rr]espectfully,"
    r"|[Ss]ignator\w+|[Pp]laintiffs?|[Pp]articipa\w+|[Mm]embers?|[Aa]mici|(?:other|remaining"
    r"|additional|following|these|those) (?:\w+ ){0,2}(?:states|attorneys general|AGs"
    r"|jurisdictions|signers|offices|governors)"
    r"|[Ss]igners|[Cc]o-?(?:leaders|leads|sponsors)|the others being|others? (?:are|include|were)"
    r"|supporters|on (?:the|this|today's) (?:letter|brief|lawsuit|complaint|suit)))",
    re.I,
)
_AUX = (
    r"(?:(?:today|also|both|all|each|have|has|had|since|later|then|recently|jointly|now|already"
    r"|are|is|were|was|been|being|will|would|together|subsequently|formally|earlier|this week"
    r"|on \w+day|\w+day|\w+ly|initially|first|last week|yesterday)[, ]+)*"
)
_SAID_BY = Lazy(
    rf"\s*,?\s*(?:(?:that|who) )?{_AUX}(?:(?P<no>{NOT_JOIN}|{UNDECIDED}\b)|(?P<join>{JOIN_VERB})"
    rf"|(?P<act>{ACT_VERB})"
    r"|(?P<other>(?P<finite>[a-z]{2,}(?:ed|es|[^aius]s)\b)|[a-z]+))"
)
_HOLDOUT_RIGHT = Lazy(
    rf"\s*(?:alone\b|,?\s*(?:is|are|was|were|remain\w*)\s+(?:the )?(?:only|sole"
    rf"|lone)\b[^.;]{{0,80}}?(?:{NOT_JOIN}|not\b)|[^.;,]{{0,20}}(?:the )?(?:only|sole"
    rf"|lone) (?:holdout|exception|absentee))"
)
_ASIDE = Lazy(
    r"^\s*,\s*(?:who|which|whose|where|a |an |the |both |R-|D-|all )[^,;.]{2,120},(?=\s)"
    r"|^\s*\([^)]{0,60}\)"
)
_AS_DID = Lazy(
    r"\b(?:[Aa]s|[Ss]o) (?:did|do|does|has|have|had|is|are|will|would) (?:also )?(?:the )?$"
)
_WHO = Lazy(
    rf"\s*,\s*(?:who|whose office|which)\s+(?:\w+ly |also |had |has |have |is |was "
    rf"|are )*(?:(?P<no>{NOT_JOIN})|(?P<join>{JOIN_VERB}))"
)
_LED = Lazy(
    r"(?:-| and [A-Z]\w+(?: [A-Z]\w+)?-)led\s+(?:\w+\s+){0,3}?(?:coalition|group|letter|brief"
    r"|effort|lawsuit|suit|states|complaint|challenge)"
)
_EXAMPLES = Lazy(
    rf"(?:{ROLES}|[Cc]oalition|[Gg]roup)\b[^.;]*\b(?:including|among them|namely|such as"
    rf"|like)\b[^.;]{{0,30}}$"
)
_RIVAL = Lazy(
    r"\b(?:while|whereas|but) (?:a|another|one|the other) (?:\w+ )?(?:group|coalition|brief"
    r"|letter)\b"
)
_NEW_CLAUSE = Lazy(r"\b(?:that|which|whom|when|because|after|since|where)\s+(?:the )?$")
_SAYS = Lazy(r"\s*,?\s*(?:say|said|welcome|praise|criticize|express|applaud|think|believe)\b")
_SMALL_WORDS = Lazy(
    r"\s*(?:from|of|in|for|representing) (?:the |those |[\w-]+ states,? (?:and )?)*$"
)
_WITH_OTHERS = Lazy(
    r"\s*(?:\([^)]{1,20}\))?,?\s*(?:for (?:joining|leading|co-leading|signing)\b|(?:and"
    r"|along with|together with"
    r"|with|joined by|joining)\s+(?:a (?:\w+ )?(?:coalition|group) of |more than |about "
    r"|some )?[\w-]+ (?:of (?:his|her|their|the) )?"
    r"(?:\w+ )?(?:other|fellow|colleagues|counterparts|attorneys general|AGs|states)\b)"
)
_STATES_AND = Lazy(
    r"(?<!\bin )(?<!\bacross )\b(?:\d+|[\w-]+) states,? (?:and |plus |along with )?(?:the )?$"
)
_DONE = Lazy(rf"[^.;]{{0,50}}?\b(?:{JOIN_VERB}|{ACT_VERB})")
_LISTED = Lazy(
    r"\b(?:states|attorneys general|AGs|offices|jurisdictions)\b[^.;]*\b(?:suit|lawsuit|letter"
    r"|brief|coalition|case"
    r"|settlement|agreement|filing|petition|complaint|investigation|group)\b[^.;,]{0,20}"
    r"\b(?:are|were|is|include|represent|being)\b:?\s*(?:those (?:of|from) )?(?:the )?$"
    r"|^\s*(?:They|These|Those|The (?:others|rest|signers))\s+(?:are|were|represent|include)"
    r"\s+(?:the )?$"
)
_NOT_BEFORE = Lazy(r"\bnot (?:\w+ )?$")
_ONLY = Lazy(r"\b(?:[Oo]nly|[Jj]ust|[Aa]lone)\s+(?:the )?$")


@dataclass(frozen=True, slots=True)
class Context:
    """The clause around a list.

    Attributes
    ----------
    left, right : str
        From the start of the clause to the list, and on from the list.
    whole_left, whole_right : str
        The same of the sentence, with what is said in passing.
    several : bool
        Whether the list has more than one name.
    long : bool
        Whether it has more than three, as few lists but those of a coalition have.
    """

    left: str
    right: str
    whole_left: str
    whole_right: str
    several: bool
    long: bool


def judge(text: str, group: Group, start: int, end: int, lead: str = "") -> Verdict:
    """Return what a sentence says of the offices on one of its lists.

    Parameters
    ----------
    text : str
        The prepared text.
    group : Group
        The list.
    start, end : int
        Where its sentence starts and ends; the end is at the next list, if that is nearer.
    lead : str
        The sentence or heading before, for a list that is a paragraph of its own.

    Returns
    -------
    Verdict
        `UNSAID` where the sentence says nothing of joining.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import find_names
    >>> text = "Ohio and Iowa did not join the letter."
    >>> judge(text, Group(find_names(text), [" and "]), 0, len(text))
    <Verdict.STAYED_OUT: 'said not to have joined'>
    """
    context = _context(text, group, start, end, lead)
    verdict = _judge(context)
    if verdict is Verdict.JOINED:
        around = (
            _last_clause(text[max(start, group.start - _REACH) : group.start]) + " " + context.right
        )
        if re.search(ELSEWHERE, around, re.I) or _RIVAL.search(context.whole_left):
            return Verdict.ELSEWHERE
    return verdict


def _context(text: str, group: Group, start: int, end: int, lead: str) -> Context:
    left = whole_left = text[max(start, group.start - _REACH) : group.start]
    if len(left) < 25:
        whole_left = f"{lead} {left}"
    opening = _ITEM_START.search(left)
    plural = opening and re.match(rf"(?:[Tt]he )?{ROLES}(?!\s+[A-Z])", opening.group())
    if opening and not plural:
        left = left[: opening.start()]
    left = _last_clause(left)
    if not re.search(r"\w", left):
        left = lead
    if _NEW_CLAUSE.search(left):
        left = ""
    right = text[group.end : min(end, group.end + 300)]
    right = re.sub(rf"^(?:'s?)?,?\s+{ROLE}(?:\s+{NAME})?", "", right, count=1)
    if len(group.names) == 1 or re.match(r"\s*\(", right):
        right = re.sub(rf"^\s*\(?{NAME}(?=,|\)|\s[a-z])\)?", "", right, count=1)
    whole_right = right
    for _ in range(2):
        right = _ASIDE.sub("", right, count=1)
    turn = _TURN.search(right)
    if turn:
        right = right[: turn.start()]
    return Context(left, right, whole_left, whole_right, len(group.names) > 1, len(group.names) > 3)


def _last_clause(left: str) -> str:
    for turn in reversed(list(_TURN.finditer(left))):
        if not (_EVERYONE.search(left[: turn.start()]) or _SMALL_WORDS.match(left, turn.end())):
            return left[turn.end() :]
    return left


def _judge(context: Context) -> Verdict:
    said = _judge_outright(context)
    if said is not None:
        return said
    if _STATES_AND.search(context.left) and _DONE.match(context.right):
        return _judge_by_cue(context, default=True)
    predicate = _SAID_BY.match(context.right)
    if predicate and predicate["no"]:
        return Verdict.EXCEPTED if _ONLY.search(context.left) else Verdict.STAYED_OUT
    officials = _OFFICIALS.search(context.left)
    if officials:
        return _judge_officials(context, officials, predicate)
    if _OBLIQUE.search(context.left):
        return Verdict.STAYED_OUT if _NOT_BEFORE.search(context.left) else Verdict.UNSAID
    if predicate and not predicate["other"]:
        return _judge_subject(context, predicate)
    if _is_object(context.left) or _does_otherwise(context, predicate):
        return Verdict.UNSAID
    examples = bool(_EXAMPLES.search(context.left))
    return _judge_by_cue(context, default=examples or (context.long and not predicate))


def _judge_outright(context: Context) -> Verdict | None:
    """Return what words that leave no choice say: an exception, "who joined", "as did"."""
    if _EXCEPT.search(context.left) or _HOLDOUTS.search(context.left):
        return Verdict.EXCEPTED
    if _HOLDOUT_RIGHT.match(context.right):
        return Verdict.EXCEPTED
    if _WITH_OTHERS.match(context.right) or _LISTED.search(context.left):
        return Verdict.JOINED
    who = _WHO.match(context.whole_right)
    main = _SAID_BY.match(context.right)
    if who and not (main and main["join"]):
        return Verdict.STAYED_OUT if who["no"] else Verdict.JOINED
    as_did = _AS_DID.search(context.left) and re.search(rf"\b{JOIN_VERB}", context.whole_left)
    return Verdict.JOINED if as_did or _LED.match(context.right) else None


def _does_otherwise(context: Context, predicate: re.Match[str] | None) -> bool:
    """Whether a short list after a comma is the subject of a verb that is not one of joining."""
    after_comma = re.search(r",\s*$", context.left)
    return bool(predicate and predicate["finite"] and after_comma and not context.long)


def _judge_officials(
    context: Context, head: re.Match[str], predicate: re.Match[str] | None
) -> Verdict:
    before = context.left[: head.start()]
    if _GOVERNS_AWAY.search(before):
        return Verdict.UNSAID
    whole = head.group()
    if re.match(
        r"[Ss]tates? in|officials|offices|representatives|those|ones|[Ll]etter from", whole
    ) and not re.search(rf"\b(?:{JOIN_VERB}|{COALITION})", before + context.right):
        return Verdict.UNSAID
    otherwise = (predicate and predicate["finite"]) or _SAYS.match(context.right)
    if otherwise and not _CUE.search(before) and not context.long:
        joins = re.search(rf"\b{JOIN_VERB}", context.right)
        return Verdict.JOINED if joins else Verdict.UNSAID
    return _judge_by_cue(replace(context, left=before), default=True)


def _judge_subject(context: Context, predicate: re.Match[str]) -> Verdict:
    if predicate["join"]:
        return Verdict.JOINED
    if context.several or re.search(rf"\b{COALITION}", context.right):
        return _judge_by_cue(context, default=True)
    if re.search(rf"\b{JOIN_VERB}", context.left):
        return _judge_by_cue(context, default=False)
    return Verdict.UNSAID


def _is_object(left: str) -> bool:
    """Whether the word before the list takes it as its object, or shows it is someone's."""
    last = _LAST_WORD.search(left)
    if not last or last["mark"]:
        return False
    word = last["word"]
    return word[0].islower() and word not in _OPEN_WORDS


def _judge_by_cue(context: Context, *, default: bool) -> Verdict:
    cues = list(_CUE.finditer(context.left))
    if not cues:
        if re.match(rf"[^.;]{{0,40}}\b(?:{NOT_JOIN})", context.right):
            return Verdict.STAYED_OUT
        joined = default or re.match(
            rf"(?:(?!\b(?:which|that(?! (?:s?he|they|it)\b)|who"
            rf"|whose)\b|,\s*(?:signed|joined|led|co-led|filed)\b)[^.;]){{0,80}}?\b{JOIN_VERB}",
            context.right,
        )
        return Verdict.JOINED if joined else Verdict.UNSAID
    cue = cues[-1]
    if cue["no"]:
        by_others = (
            default and re.search(r"\bby (?:the )?$", context.left) and "not" not in cue["no"]
        )
        return Verdict.JOINED if by_others else Verdict.STAYED_OUT
    if cue["away"]:
        return Verdict.UNSAID
    return Verdict.JOINED
