"""From a sentence to clauses, and from its clauses to what it says of each list."""

import re
from collections.abc import Iterator
from functools import partial

from agletters.signatories.grammar import ACT_VERB, EARLIER, ELSEWHERE, JOIN_VERB, NOT_JOIN, Lazy
from agletters.signatories.readings import ACTION, AUXILIARIES, Clause, Reading, Verdict
from agletters.signatories.skeleton import SIGN, Skeleton, coordinate

OWN = -1

_ORDER = {verdict: place for place, verdict in enumerate(Verdict)}
# What those do who are a group: another's, in a sentence about another.
_OF_A_GROUP = (
    Verdict.JOINED,
    Verdict.ACTED,
    Verdict.LIKELY,
    Verdict.SPOKE,
    Verdict.BESIDE,
)
_OTHERS_DOING = (Verdict.ELSEWHERE, Verdict.OPPOSED, Verdict.STAYED_OUT)
_SIGN = Lazy(SIGN)
_ELSEWHERE = Lazy(ELSEWHERE, re.I)
_EARLIER = Lazy(EARLIER, re.I)
# "the lawsuit filed last year" dates the lawsuit, not what the clause says.
_DATED_NOUN = Lazy(
    r"\b(?:(?:law)?suits?|cases?|complaints?|letters?|briefs?|actions?|petitions?|coalitions?"
    r"|rules?"
    r"|laws?|orders?|polic(?:y|ies)|bills?|bans?|settlements?|plans?|investigations?|effort)"
    r",?(?: \w+ly)? (?:filed|brought|sent|written|signed|issued|adopted|enacted|passed|announced"
    r"|approved|launched|reached|finali[sz]ed|begun|created|formed|first \w+)\b[^,;]*",
    re.I,
)
_OPENS_ELSEWHERE = Lazy(
    rf"\W*(?:{ELSEWHERE}|{EARLIER}|in (?:a|an|the) (?:separate|earlier|previous|different"
    r"|prior)\b)",
    re.I,
)
_THAT = Lazy(r"\W*(?:in )?that (?:[\w-]+ )?[a-z]+\b", re.I)
_QUOTED = Lazy(r'(?P<inner>"[^"]*(?:"|$))')
# A few words of the writer's own sentence that are somebody else's.
_WORDS_QUOTED = Lazy(r'(?<=[a-z] )"([a-z][^",.]{0,50})"')
_BRACKETS = Lazy(rf"(?P<of>{SIGN})?\s*\((?P<inner>[^()]*)\)")
_RELATIVE = Lazy(
    rf"(?:(?P<of>{SIGN})(?:, (?:all|both|each|two|three|four) [\w-]+)?"
    r"|(?P<noun>[\w']+)),?\s+(?P<word>who|which|whose (?:state|office"
    r"|attorney general|attorneys)|whose|whom|where)\s+"
    rf"(?P<inner>[^,;—–]*(?:,(?= {SIGN})[^,;—–]*)*)(?P<end>[,;—–]|$)"
)
_ASIDE = Lazy(
    rf"(?<!\bIn )(?P<of>{SIGN}),\s+(?P<inner>(?:a|an|the(?! [Cc]it| [Cc]ount)|both|all|each|also"
    r"|himself"
    rf"|herself|their|its|his|her)\s[^,;.{SIGN[1:-1]}]{{2,90}}|not including {SIGN}),(?=\s)"
)
_TURN = Lazy(
    r";|(?<!all)(?<!every state)(?<!each)(?<!added)(?<!named)(?<!listed)(?<!joined)"
    rf"(?<!have)(?<!has)(?<!had)(?<!{SIGN}),?"
    rf" (?:but(?! also\b)|while|although|though"
    r"|whereas|yet|however|meanwhile|because|when|whenever|if"
    rf"|as(?= {SIGN}| attorneys?| states?)(?! well))\b(?! for)"
    rf"|(?<={SIGN}),? (?:but|while|although|though|whereas|yet|because|when|if)\b"
    rf"(?= (?:{SIGN}|the|its|not|only|[a-z]+ed))"
    rf"|, and (?=(?:the |in |on |by )?(?:[\w-]+ ){{0,3}}{SIGN}(?:'s)? "
    r"(?!(?:and|in|at|for|on|to)\b))"
    rf"|, and (?={SIGN}, (?:with|along with|joined by) {SIGN},)"
    r"|, and (?=(?:neither|so|nor|no)\b)"
    rf"|, with (?={SIGN} (?:[a-z]+ing|not)\b)"
    rf"|\b(?:because|that)(?= {SIGN} {AUXILIARIES}(?:{JOIN_VERB}|{ACT_VERB}))"
    r"|(?: ?--+ ?| [–—] |[–—])"
)
# What is told in such a clause is of the time and the action of the one before it.
_SUBORDINATE = Lazy(r"\b(?:when|because|if)\b")
# "support it but have not signed": who has not stands before.
_SUBJECT = Lazy(rf"\W*(?P<of>{SIGN})[^.;{SIGN[1:-1]}]*")
_NO_SUBJECT = Lazy(rf" (?:{NOT_JOIN})")
# So is a list under a heading.
_LIST = Lazy(rf"\W*{SIGN}\W*$")
_IS_ACTION = Lazy(rf"(?:{SIGN}|{ACTION})", re.I)
_JOINS = Lazy(rf"\b{JOIN_VERB}\b")
_IN_A_CASE_THAT = Lazy(
    rf"\b(?:in|over|(?<!result )(?<!resulted )from|about|to|(?<!out )of"
    rf"|by) an?(?:other)? (?:[\w-]+ ){{0,3}}?{ACTION} that$",
    re.I,
)
_ONE_DOES = Lazy(r"(?:\w+ly )?(?:is|was|has|does|[a-z]+(?<![aius])s)\b")
_MEANWHILE = Lazy(r", meanwhile,")
_EXTRA_SPACE = Lazy(r" {2,}")
_ALL_BUT = Lazy(r"\b(?:all|every|each|any|everyone|everybody)\b[^.;,]{0,60}$", re.I)


def judge(skeleton: Skeleton, lead: str = "", *, rival: bool = False) -> dict[int, Verdict]:
    """Return what a sentence says of each list in it.

    Parameters
    ----------
    skeleton : Skeleton
        The sentence.
    lead : str
        The sentence or heading before, for a list that is a paragraph of its own.
    rival : bool
        Whether the sentence is about a group opposed to the one that the text is about.

    Returns
    -------
    dict of int to Verdict
        By list; `OWN` stands for the publisher's office.

    Examples
    --------
    >>> from agletters.signatories.jurisdictions import find_names
    >>> from agletters.signatories.lists import Group
    >>> from agletters.signatories.skeleton import build
    >>> text = "Ohio and Iowa did not join the letter."
    >>> judge(build(text, {0: Group(find_names(text), [" and "])}, 0, {}))
    {0: <Verdict.STAYED_OUT: 'said not to have joined'>}
    """
    verdicts: dict[int, Verdict] = {}
    for clause in _clauses(skeleton, lead):
        signs = list(_SIGN.finditer(clause.text))
        another = any(skeleton.phrase(match.group()).elsewhere for match in signs)
        for match in signs:
            phrase = skeleton.phrase(match.group())
            if not phrase.groups and not phrase.own:
                continue
            verdict = Reading(skeleton, clause, match.start(), phrase).verdict()
            subject = not clause.text[: match.start()].strip()
            if (rival or another) and verdict in _OF_A_GROUP:
                verdict = Verdict.ELSEWHERE
            elif clause.joined is not Verdict.JOINED:
                verdict = _at_another_time(verdict, clause.joined, subject=subject)
            for index in (*phrase.groups, *([OWN] if phrase.own else [])):
                before = verdicts.get(index, Verdict.UNSAID)
                # "a motion by states, which seek ..." is theirs alone.
                theirs = before is Verdict.ACTED and verdict in _OTHERS_DOING
                verdicts[index] = verdict if theirs else weightier(before, verdict)
    return verdicts


def _at_another_time(verdict: Verdict, joined: Verdict, *, subject: bool) -> Verdict:
    """Return the verdict on a list in a clause about the past or another letter or suit."""
    if verdict in (Verdict.JOINED, Verdict.ACTED):
        return joined
    if joined is not Verdict.ELSEWHERE:
        return verdict
    theirs = verdict in _OF_A_GROUP or (verdict is Verdict.UNSAID and subject)
    return Verdict.ELSEWHERE if theirs else verdict


def weightier(one: Verdict, other: Verdict) -> Verdict:
    """Return the verdict that counts where a text gives two of the same list."""
    return min(one, other, key=_ORDER.__getitem__)


def _clauses(skeleton: Skeleton, lead: str) -> Iterator[Clause]:
    """Yield the clauses of a sentence, each "who", "which" and bracket with whom it is about."""
    main = skeleton.text
    opening = _OPENS_ELSEWHERE.match(main)
    opened = opening.group() if opening else lead if _THAT.match(main) else ""
    joined = Verdict.ELSEWHERE if _MEANWHILE.search(main) else _joined(opened)
    main = _WORDS_QUOTED.replace(lambda match: match[1], _MEANWHILE.sub("", main))
    for pattern in (_QUOTED, _BRACKETS, _RELATIVE):
        inner: list[str] = []
        main = pattern.replace(partial(_set_apart, skeleton, inner), main)
        for piece in inner:
            yield from _split(piece, "", joined)
    for match in _ASIDE.finditer(main):
        yield from _split(f"{match['of']} is {match['inner']}", "", joined)
    main = _ASIDE.replace(lambda match: match["of"], main)
    yield from _split(coordinate(skeleton, _EXTRA_SPACE.sub(" ", main)), lead, joined)


def _set_apart(skeleton: Skeleton, inner: list[str], match: re.Match[str]) -> str:
    """Move what is said in passing to a list, and return what stays in its place."""
    named = {"of": "", "noun": "", "word": "", "end": ""} | match.groupdict("")
    said, word, about = named["inner"], named["word"], named["of"] or named["noun"]
    if said.startswith('"'):
        inner.append(said.strip('"'))
        return " “” "
    if (
        word == "which"
        and named["of"]
        and skeleton.phrase(about).many > 1
        and _ONE_DOES.match(said)
    ):
        # "The petition filed by Ohio and Iowa, which challenges ..." is about the petition.
        inner.append(said)
    elif word in ("which", "whom") and _SIGN.match(said):
        # "The rule, which Ohio and Iowa support" is about no action of theirs.
        if _IS_ACTION.fullmatch(about) or _JOINS.search(said):
            inner.append(f"{said} {about}")
    else:
        inner.append(said if word in ("whose", "where") else f"{about} {said}")
    return about + named["end"].strip(",") + (", " if word else "")


def _joined(text: str) -> Verdict:
    """Return the verdict on those who join in a clause."""
    if _ELSEWHERE.search(text):
        return Verdict.ELSEWHERE
    return Verdict.EARLIER if _EARLIER.search(_DATED_NOUN.sub("", text)) else Verdict.JOINED


def _split(text: str, lead: str, joined: Verdict) -> Iterator[Clause]:
    start = 0
    when = joined
    for turn in (*_TURN.finditer(text), None):
        end = turn.start() if turn else len(text)
        if turn and turn.group().strip(" ,") == "but" and _ALL_BUT.search(text[start:end]):
            continue
        piece = text[start:end]
        subject = _SUBJECT.match(text[:start]) if start and _NO_SUBJECT.match(piece) else None
        piece = f"{subject['of']}{piece}" if subject else piece
        before = text[max(0, start - 300) : start] if start else lead
        another = _IN_A_CASE_THAT.search(before) and not _JOINS.search(before)
        here = max(when, Verdict.ELSEWHERE if another else _joined(piece), key=_ORDER.__getitem__)
        yield Clause(piece, before, here)
        of_it = turn and (_SUBORDINATE.search(turn.group()) or _LIST.match(text, turn.end()))
        when = here if of_it else joined
        start = turn.end() if turn else end
