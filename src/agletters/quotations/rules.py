"""The rules that find the speaker of a quotation within its own sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from agletters.quotations.article import Paragraph
from agletters.quotations.cues import (
    ADVERBS,
    AUXILIARIES,
    BASES,
    CLAUSE_OPENERS,
    DETERMINERS,
    FINITE,
    IRREGULAR_PASTS,
    NAMING,
    NO_SPEAKER,
    OPENERS,
    PARTICIPLES,
    PERSONAL,
    SMALL,
    SPEECH_NOUNS,
    STARTS_PHRASE,
    WEAK,
    words,
)
from agletters.quotations.subjects import (
    REACH,
    antecedent,
    is_verb,
    main_subject,
    subject_after,
    subject_before,
    trimmed,
)
from agletters.quotations.tokens import DASHES, Range, Token, abbreviates, is_past, looks_past

Position = Literal["before", "after", "none"]
Rule = Literal[
    "clause after",
    "clause before",
    "unlisted verb",
    "governing clause",
    "label",
    "possessor",
    "same sentence",
    "continued",
    "previous sentence",
    "previous paragraph",
    "sentence subject",
    "none",
]

_WORDS: Final = re.compile(r"\w+(?:['’\-\u0300-\u036f]+\w+)*")
_BE: Final = words("is was were are be been being")
_LINKS: Final = frozenset({",", ":", "that", "(", "—", "-", "--", "–", ";"})
_ENDS_CLAUSE: Final = frozenset(",?!—–-…")
_MENTION_NOUNS: Final = words(
    """
    word words term phrase slogan motto acronym nickname hashtag expression chant banner sign
    so-called known titled entitled nicknamed headlined dubbed named labelled labeled
    """
)
#: Nouns before a title, which begins with a capital letter.
_WORK_NOUNS: Final = words(
    """
    song book film movie show album series episode program programme section article essay novel
    title title's play documentary website column single track poem
    """
)
_POSSESSIVES: Final = {"his": "he", "her": "she", "their": "they", "its": "it"}
_THINGS: Final = words("it this that these those all much nothing everything")
_BEFORE_PARTICIPLE: Final = NO_SPEAKER | words("then start started began begin kept")
FEW_WORDS: Final = 2
_MOST_CUES: Final = 8
_CUE_WORDS: Final = FINITE | PARTICIPLES | {"according", "words"}


class Attribution(NamedTuple):
    """To whom a quoted span is attributed, and how that is known.

    Parameters
    ----------
    speaker : tuple of int or None
        Offsets of the speaker as printed; None for a mention or an unknown speaker.
    cue : tuple of int or None
        Offsets of the cue verb or phrase; None where there is none of its own.
    position : str
        Where the attribution stands: ``before``, ``after`` or ``none``.
    rule : str
        Which rule gave it.
    """

    speaker: Range | None
    cue: Range | None
    position: Position
    rule: Rule


#: What is attributed to nobody.
NOBODY: Final = Attribution(None, None, "none", "none")


def _offsets(tokens: Sequence[Token], found: Range) -> Range:
    return tokens[found[0]].start, tokens[found[1] - 1].end


class Clause:
    """One sentence and the rules that look into it.

    Parameters
    ----------
    paragraph : Paragraph
        The paragraph in which it stands.
    low, high : int
        First token and end of the sentence.
    """

    def __init__(self, paragraph: Paragraph, low: int, high: int) -> None:
        self.paragraph = paragraph
        self.tokens = paragraph.tokens
        self.low = low
        self.high = high

    def quotes(self) -> list[int]:
        """Return the tokens that are quotations."""
        return [at for at in range(self.low, self.high) if self.tokens[at].quote >= 0]

    def quoted(self, at: int) -> str:
        """Return the words of the quotation at a token."""
        span = self.paragraph.spans[self.tokens[at].quote]
        return self.paragraph.text[span.start : span.end]

    def word_count(self, at: int) -> int:
        """Count the words of the quotation at a token."""
        return len(_WORDS.findall(self.quoted(at)))

    def stands_alone(self, at: int) -> bool:
        """Whether the quotation begins its sentence and fills it."""
        before = self.tokens[self.low : at]
        if any(token.is_word for token in before):
            return False
        rest = [token for token in self.tokens[at + 1 : self.high] if token.is_word]
        return not rest or self.quoted(at).rstrip()[-1:] in ".?!…"

    def is_mention(self, at: int) -> bool:
        """Whether the quotation names or labels something."""
        words = _WORDS.findall(self.quoted(at)[:400])
        before = self._low(at - 2 if self._low(at - 1) == "," else at - 1)
        if before in _MENTION_NOUNS or before in NAMING:
            return True
        if before in _WORK_NOUNS and not self.quoted(at)[:1].islower():
            return True
        if before == "as" and at - 1 > self.low and self.tokens[at - 2].low in {"known", "listed"}:
            return True
        if self._is_headline(at):
            return True
        content = [word for word in words if word.lower() not in SMALL]
        title = bool(content) and all(word[0].isupper() or word[0].isdigit() for word in content)
        return title and not self.stands_alone(at) and len(words) < 12

    def _is_headline(self, at: int) -> bool:
        """Whether the quotation is the title in '"Title" - Publisher, date'."""
        follows = at + 2 < self.high and self._low(at + 1) in DASHES and self.tokens[at + 2].is_name
        return follows and self.quoted(at).rstrip("'’ ")[-1:].isalnum()

    def attribution(self, at: int) -> Attribution | None:
        """Attribute the quotation at a token by a clause of its own sentence."""
        left = self.before(at)
        if self._low(at - 1) in {"told", "tells"} and self.is_mention(at):
            return None
        if left is not None and left.rule in {"clause before", "label"}:
            return left
        names = (at > self.low and self.is_mention(at)) or self._is_headline(at)
        right = None if names else self.after(at)
        if right is not None and not (left is not None and self._has_complement(right)):
            return right
        if left is not None and not (left.rule == "governing clause" and self.is_mention(at)):
            return left
        return self._possessor(at) or self._final_clause(at)

    def _has_complement(self, right: Attribution) -> bool:
        """Whether the verb after a quotation reports something else, as in 'Lee insists that'."""
        if right.cue is None or right.speaker is None or right.speaker[0] > right.cue[0]:
            return False
        for at in range(self.low, self.high):
            if self.tokens[at].start == right.cue[0]:
                return any(token.low == "that" for token in self.tokens[at + 1 : at + 3])
        return False

    # ---- before the quotation

    def before(self, at: int) -> Attribution | None:
        """Find what introduces or governs the quotation from the left."""
        own = self._own_words(at)
        if own is not None:
            return own
        for verb in self._cues(at):
            subject = self._speaker_of_cue(verb, at)
            if subject is None and self._has_no_agent(verb):
                return NOBODY
            if subject is not None:
                rule: Rule = "clause before" if self._introduces(verb, at) else "governing clause"
                return self._explicit(subject, verb, "before", rule)
        return self._unlisted_before(at)

    def _cues(self, at: int) -> list[int]:
        """Return the few words before a quotation that may introduce it, nearest first."""
        found: list[int] = []
        passed = 0
        for verb in range(at - 1, max(self.low, at - REACH) - 1, -1):
            low = self.tokens[verb].low
            passed += self.tokens[verb].quote >= 0
            if low == ";" or len(found) == _MOST_CUES or passed > _MOST_CUES:
                break
            if low in _CUE_WORDS or self._takes_that(verb):
                found.append(verb)
        return found

    def _explicit(self, subject: Range, verb: int, position: Position, rule: Rule) -> Attribution:
        cue = self.tokens[verb]
        end = self.tokens[verb + 1].end if cue.low == "according" else cue.end
        return Attribution(_offsets(self.tokens, subject), (cue.start, end), position, rule)

    def _introduces(self, verb: int, at: int) -> bool:
        """Whether a verb leads straight into the quotation."""
        between = self.tokens[verb + 1 : at]
        if any(token.quote >= 0 for token in between):
            return False
        if self._adjacent(verb, at):
            return True
        introduced = between[-1].low in {":", ","} and self.quoted(at)[:1].isupper()
        return introduced and not self.is_mention(at)

    def _speaker_of_cue(self, verb: int, at: int) -> Range | None:
        """Find who speaks if the token is a cue of the quotation at its right."""
        token = self.tokens[verb]
        if token.low == "according" and self._low(verb + 1) == "to":
            return subject_after(self.tokens, verb + 2, at)
        if token.low == "words" and self._low(verb + 1) == "of" and self._low(verb - 2) == "in":
            return subject_after(self.tokens, verb + 2, at)
        if token.low in PARTICIPLES and (not token.is_name or verb == self.low):
            return self._speaker_of_participle(verb, at)
        if not is_verb(self.tokens, verb) and not self._takes_that(verb):
            return None
        if token.low in WEAK and not self._adjacent(verb, at) and self._low(verb + 1) != "it":
            return None
        if token.low in NAMING and verb == at - 1 and not self._has_object(verb):
            return None
        return self._speaker_of_verb(verb, at)

    def _own_words(self, at: int) -> Attribution | None:
        """Read 'in her words, "..."' and 'in Lee's own words "..."'."""
        words = at - 2 if self._low(at - 1) == "," else at - 1
        owner = words - 2 if self._low(words - 1) == "own" else words - 1
        if self._low(words) != "words" or owner <= self.low:
            return None
        token = self.tokens[owner]
        if token.low in _POSSESSIVES:
            speaker = token.start, token.end
        elif token.low.endswith(("'s", "s'")):
            speaker = self._owner(owner)
        else:
            return None
        cue = self.tokens[words]
        return Attribution(speaker, (cue.start, cue.end), "before", "possessor")

    def _takes_that(self, verb: int) -> bool:
        """Whether an unlisted verb reports a clause: 'the court ruled that ...'."""
        token = self.tokens[verb]
        if self._low(verb + 1) != "that" or token.is_name or verb == self.low:
            return False
        before = self.tokens[verb - 1]
        present = token.low.endswith("s") and (before.is_name or before.low in PERSONAL)
        return present or looks_past(token.low) or token.low in IRREGULAR_PASTS

    def _has_object(self, verb: int) -> bool:
        """Whether the object stands before the verb, as in 'what she called "..."'."""
        before = {token.low for token in self.tokens[max(self.low, verb - 6) : verb]}
        if before & {"what", "whom", "which"} or self._is_passive(verb):
            return True
        subject = subject_before(self.tokens, self.low, verb)
        if subject is None:
            return False
        if subject[0] <= self.low or self._holds_object(subject):
            return self._holds_object(subject)
        noun = subject[0] - 1
        if self._low(noun) == "that" and not is_verb(self.tokens, noun - 1):
            return True
        short = self.tokens[subject[0]].low in PERSONAL
        return short and self.tokens[noun].is_word and self._low(noun) not in NO_SPEAKER

    def _holds_object(self, subject: Range) -> bool:
        """Whether a phrase is a noun and the name of a relative clause: 'an offer Lee'."""
        words = self.tokens[slice(*subject)]
        if words[0].low not in DETERMINERS or not words[-1].is_name:
            return False
        return len(words) > FEW_WORDS and not any(word.is_name for word in words[1:-1])

    def _adjacent(self, verb: int, at: int) -> bool:
        """Whether nothing but punctuation, 'that' or 'in part' stands between."""
        between = [token.low for token in self.tokens[verb + 1 : at] if token.low not in _LINKS]
        return not between or between == ["in", "part"]

    def _low(self, at: int) -> str:
        return self.tokens[at].low if self.low <= at < self.high else ""

    def _speaker_of_verb(self, verb: int, at: int) -> Range | None:
        if self._is_passive(verb):
            return self._agent(verb, at)
        if verb == self.low:
            inverted = self.tokens[verb].low not in BASES
            return subject_after(self.tokens, verb + 1, at) if inverted else None
        subject = subject_before(self.tokens, self.low, verb)
        if subject is None and self._low(verb - 1) in {",", ""}:
            subject = main_subject(self.tokens, self.low, verb)
        if subject is None or self._is_closed(subject, verb, at):
            return None
        return subject

    def _is_passive(self, verb: int) -> bool:
        at = verb - 1
        while at > self.low and self.tokens[at].low.endswith("ly"):
            at -= 1
        passive = self._low(at) in _BE or self._low(verb + 1) == "by"
        return passive and self.tokens[verb].low not in {"quoted", "cited", "read"}

    def _has_no_agent(self, verb: int) -> bool:
        """Whether a verb hides its speaker: 'has been described as "..."'."""
        return (
            looks_past(self.tokens[verb].low)
            and is_verb(self.tokens, verb)
            and self._low(verb - 1) in _BE
            and self._is_passive(verb)
        )

    def _agent(self, verb: int, at: int) -> Range | None:
        """Find 'by ...' of a passive verb."""
        for position in range(verb + 1, min(self.high, at + 12)):
            if self._low(position) == "by":
                return subject_after(self.tokens, position + 1, self.high)
        return None

    def _is_closed(self, subject: Range, verb: int, at: int) -> bool:
        """Whether the clause of the verb ended with a comma before the quotation began."""
        opener = self._low(subject[0] - 1)
        relative = any(token.low in {"who", "which"} for token in self.tokens[subject[1] : verb])
        if opener not in CLAUSE_OPENERS and not relative:
            return False
        if relative and at - 1 > verb + 1 and self._low(at - 1) == ",":
            return not self.quoted(at)[:1].isupper()
        for comma in range(verb + 1, at - 1):
            after = self.tokens[comma + 1]
            if (self.tokens[comma].low == "," or self.tokens[comma].low in DASHES) and (
                after.is_name or after.low in STARTS_PHRASE or relative
            ):
                return True
        return False

    def _speaker_of_participle(self, verb: int, at: int) -> Range | None:
        before = self._low(verb - 1)
        if verb == self.low:
            return self._subject_of_opening_participle(verb, at)
        if before in AUXILIARIES or before in ADVERBS:
            return subject_before(self.tokens, self.low, verb)
        if self.tokens[verb - 1].is_word and before not in _BEFORE_PARTICIPLE:
            own = self._absolute(verb) or antecedent(self.tokens, self.low, verb)
            if own is not None:
                return own
        return main_subject(self.tokens, self.low, verb)

    def _absolute(self, verb: int) -> Range | None:
        """Read 'with one resident saying'."""
        for position in range(verb - 1, max(self.low, verb - 8) - 1, -1):
            if self.tokens[position].low == "with":
                return trimmed(self.tokens, position + 1, verb)
            if self.tokens[position].low in {","} or self.tokens[position].quote >= 0:
                break
        return None

    def _subject_of_opening_participle(self, verb: int, at: int) -> Range | None:
        """Find the subject in 'Citing "..." technology, the company says'."""
        stop = min(self.high, verb + REACH // 2)
        commas = [at for at in range(verb + 1, stop) if self.tokens[at].low == ","]
        for comma in [*commas[:3], at]:
            subject = main_subject(self.tokens, comma + 1, self.high)
            if subject is not None:
                return subject
        return self._agent(verb, at)

    def _unlisted_before(self, at: int) -> Attribution | None:
        """Read 'Lee, Daily News: "..."', 'Lee fumed, "..."' and 'Lee took the stage: "..."'."""
        mark = self._low(at - 1)
        if at - 1 <= self.low:
            return None
        if mark not in {":", ","}:
            return self._unlisted_governor(at)
        if mark == ":":
            subject = self._putting(at) or main_subject(self.tokens, self.low, at - 1)
            if subject is None:
                return None
            return Attribution(self._behind_noun(subject), None, "before", "label")
        verb = at - 2
        unlisted = looks_past(self.tokens[verb].low) and not self.tokens[verb].is_name
        if not unlisted or not self.quoted(at)[:1].isupper():
            return None
        subject = subject_before(self.tokens, self.low, verb)
        if subject is None or self._is_closed(subject, verb, at + 2):
            return None
        return self._explicit(subject, verb, "before", "unlisted verb")

    def _putting(self, at: int) -> Range | None:
        """Find the subject in 'Here is how Lee put it on Monday: "..."'."""
        for verb in range(at - 2, self.low, -1):
            if self._low(verb + 1) == "it" and is_verb(self.tokens, verb):
                return subject_before(self.tokens, self.low, verb)
        return None

    def _behind_noun(self, subject: Range) -> Range:
        """Return Lee for "Lee's message", and any other subject as it stands."""
        if self.tokens[subject[1] - 1].low in SPEECH_NOUNS:
            for position in range(subject[0], subject[1] - 1):
                if self.tokens[position].low in _POSSESSIVES:
                    return self.tokens[position].start, self.tokens[position].end
                if self.tokens[position].low.endswith("'s"):
                    return self.tokens[subject[0]].start, self.tokens[position].end - 2
        return _offsets(self.tokens, subject)

    def _unlisted_governor(self, at: int) -> Attribution | None:
        """Read 'The crowd hooted "..."'."""
        verb = at - 1
        cue = self.tokens[verb]
        if not looks_past(cue.low) or cue.is_name or cue.low in NAMING or self._is_passive(verb):
            return None
        if self.word_count(at) <= FEW_WORDS or self._low(verb - 1) in DETERMINERS:
            return None
        subject = subject_before(self.tokens, self.low, verb)
        return self._explicit(subject, verb, "before", "governing clause") if subject else None

    def _final_clause(self, at: int) -> Attribution | None:
        """Read ', Lee said' or ', said Lee' at the end of a sentence that quotes a few words."""
        for comma in range(at + 1, min(self.high, at + REACH) - 1):
            if self.tokens[comma].low != ",":
                continue
            first = self.tokens[comma + 1]
            found = None
            if first.low in FINITE and first.low not in BASES:
                found = self._inverted(at, comma + 1)
            elif first.low not in NO_SPEAKER:
                found = self._following_verb(comma + 1)
            if found is not None and self._closes(found, first.start):
                return found
        return None

    def _closes(self, found: Attribution, start: int) -> bool:
        """Whether a clause begins with its speaker or verb and no clause follows it."""
        if found.cue is None or found.speaker is None:
            return False
        if start not in {found.speaker[0], found.cue[0]}:
            return False
        rest = [token for token in self.tokens[self.low : self.high] if token.start > found.cue[1]]
        return not any(token.low == "that" or token.quote >= 0 for token in rest)

    def _possessor(self, at: int) -> Attribution | None:
        """Read 'its claim that "..."' and 'Lee's "..." remark'."""
        for position in range(at - 1, max(self.low, at - 7) - 1, -1):
            token = self.tokens[position]
            between = self.tokens[position + 1 : at]
            possessive = token.low in _POSSESSIVES or token.low.endswith(("'s", "s'"))
            if not possessive or token.low in {"it's", "that's", "let's", "he's", "she's"}:
                if token.quote >= 0 or token.low in {",", ";"}:
                    return None
                continue
            noun = next((word for word in between if word.low in SPEECH_NOUNS), None)
            followed = self._low(at + 1) in SPEECH_NOUNS
            if noun is None and not followed:
                return None
            owner = self._owner(position)
            cue = noun or self.tokens[at + 1]
            return Attribution(owner, (cue.start, cue.end), "before", "possessor")
        return None

    def _owner(self, position: int) -> Range:
        """Find the name before "'s", or the subject for 'his'."""
        token = self.tokens[position]
        if token.low in _POSSESSIVES:
            subject = main_subject(self.tokens, self.low, position)
            return _offsets(self.tokens, subject) if subject else (token.start, token.end)
        start = position
        while start > self.low and (
            (self.tokens[start - 1].is_name and self._low(start - 1) not in NO_SPEAKER)
            or abbreviates(self.tokens, start - 1)
        ):
            start -= 1
        if start > self.low and self._low(start - 1) in DETERMINERS:
            start -= 1
        cut = 2 if token.low.endswith("'s") else 1
        return self.tokens[start].start, token.end - cut

    # ---- after the quotation

    def after(self, at: int) -> Attribution | None:
        """Find the clause of attribution that follows the quotation."""
        position = at + 1
        if position >= self.high:
            return None
        opened = self.quoted(at).rstrip().rstrip("'’")[-1:] in _ENDS_CLAUSE
        if self._low(position) == ",":
            position, opened = position + 1, True
        if self._low(position) in DASHES:
            return self._byline(position + 1)
        inverted = self._low(position) in FINITE and self._low(position) not in BASES
        if position >= self.high or not (opened or inverted):
            return None
        return self._clause_at(at, position)

    def _byline(self, position: int) -> Attribution | None:
        """Read a name after a dash, as in '"..." - Ann Lee'."""
        rest = self.tokens[position : self.high]
        if not rest or not rest[0].is_name or len(rest) > 12:
            return None
        subject = subject_after(self.tokens, position, self.high)
        if subject is None:
            return None
        return Attribution(_offsets(self.tokens, subject), None, "after", "label")

    def _clause_at(self, at: int, position: int) -> Attribution | None:
        """Read the clause of attribution that begins at a token after the quotation."""
        first = self.tokens[position]
        if first.low == "according" and self._low(position + 1) == "to":
            subject = subject_after(self.tokens, position + 2, self.high)
            return self._explicit(subject, position, "after", "clause after") if subject else None
        if first.low in FINITE and not first.is_name:
            return self._inverted(at, position)
        if first.low == "in" and self._low(position + 2) == "words":
            subject = subject_after(self.tokens, position + 4, self.high)
            return (
                self._explicit(subject, position + 2, "after", "clause after") if subject else None
            )
        if first.low == "as":
            return self._following_verb(position + 1)
        if first.low in PARTICIPLES:
            subject = main_subject(self.tokens, self.low, at)
            return (
                self._explicit(subject, position, "after", "governing clause") if subject else None
            )
        if first.low in NO_SPEAKER:
            return None
        return self._following_verb(position)

    def _inverted(self, at: int, verb: int) -> Attribution | None:
        """Read '"...," said Ann Lee' and '... "...," told reporters'."""
        follower = self.tokens[verb + 1] if verb + 1 < self.high else None
        subject = None
        if (
            follower is not None
            and follower.low not in OPENERS
            and follower.is_word
            and self.tokens[verb].low not in {"told", "tells"}
        ):
            subject = subject_after(self.tokens, verb + 1, self.high)
        if subject is None and self.tokens[verb].low not in BASES:
            subject = main_subject(self.tokens, self.low, at)
        return self._explicit(subject, verb, "after", "clause after") if subject else None

    def _following_verb(self, position: int) -> Attribution | None:
        """Read '"...," the mayor of Dover, who lost, told reporters'."""
        for verb in range(position + 1, min(self.high, position + REACH // 2)):
            if self.tokens[verb].quote >= 0 or self.tokens[verb].low == ";":
                break
            if not is_verb(self.tokens, verb) or self._is_passive(verb):
                continue
            subject = subject_before(self.tokens, position, verb)
            if subject is not None:
                return self._explicit(subject, verb, "after", "clause after")
        return self._unlisted_after(position)

    def _unlisted_after(self, position: int) -> Attribution | None:
        """Read '"...," Lee fumed' by its structure alone."""
        end = position
        while end < self.high and (self.tokens[end].is_name or self.tokens[end].low == "."):
            end += 1
        if end == position and self._low(position) in PERSONAL:
            end += 1
        if end == position or end >= self.high:
            return None
        verb = self.tokens[end]
        if verb.is_word and (looks_past(verb.low) or verb.low in IRREGULAR_PASTS):
            return self._explicit((position, end), end, "after", "unlisted verb")
        return None

    # ---- the sentence as context

    def person_subject(self) -> Range | None:
        """Return the subject of the sentence if it can be a person."""
        topic = self._topic()
        subject = main_subject(self.tokens, self.low, self.high)
        if topic is not None or subject is None or not self._is_person(subject):
            return topic
        return _offsets(self.tokens, subject)

    def actor(self, at: int) -> Range | None:
        """Return the subject of an active past verb before the quotation at a token."""
        subject = main_subject(self.tokens, self.low, at)
        if subject is None:
            return None
        for verb in range(subject[1], at):
            if is_past(self.tokens, verb):
                passive = self.tokens[verb - 1].low in _BE
                return None if passive else _offsets(self.tokens, subject)
        return None

    def _is_person(self, subject: Range) -> bool:
        words = self.tokens[slice(*subject)]
        return words[0].low in {"he", "she", "they"} or words[-1].is_name

    def _owner_of_noun(self) -> Range | None:
        """Return Lee for "Lee's verdict?"."""
        subject = main_subject(self.tokens, self.low, self.high)
        if subject is None or self.tokens[subject[1] - 1].low not in SPEECH_NOUNS:
            return None
        return self._behind_noun(subject)

    def source(self) -> Range | None:
        """Return the one whom the sentence reports, or its subject if that is a person."""
        for verb in self._verbs():
            subject = subject_before(self.tokens, self.low, verb)
            if subject is not None and not self._is_passive(verb):
                return _offsets(self.tokens, subject)
        return self._owner_of_noun() or self._person_spoken_of()

    def _person_spoken_of(self) -> Range | None:
        """Return the subject of the sentence if it is a person and not 'it' or 'this'."""
        subject = self.person_subject()
        things = subject is not None and self.paragraph.text[slice(*subject)].lower() in _THINGS
        return None if things else subject

    def _topic(self) -> Range | None:
        """Return Lee for 'For Lee, the choice is simple'."""
        if self._low(self.low) not in {"for", "to"}:
            return None
        topic = subject_after(self.tokens, self.low + 1, self.high)
        if topic is None or not self.tokens[topic[1] - 1].is_name:
            return None
        return _offsets(self.tokens, topic)

    def _verbs(self) -> Iterator[int]:
        for verb in range(self.low + 1, min(self.high, self.low + REACH)):
            if is_verb(self.tokens, verb) and self.tokens[verb].low not in WEAK:
                yield verb
