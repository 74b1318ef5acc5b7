"""The words that introduce reported speech, and the small closed classes around them.

Verbs are given as lemmas; their forms are built once, at import. The list is a starting point and
no gate: :mod:`agletters.quotations.attribution` also accepts an unlisted verb where the structure
of the clause leaves no other reading.
"""

from typing import Final


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as running text.

    Parameters
    ----------
    listed : str
        Words with space between them.

    Returns
    -------
    frozenset of str
        The words.

    Examples
    --------
    >>> sorted(words("on at in"))
    ['at', 'in', 'on']
    """
    return frozenset(listed.split())


_REGULAR: Final = words(
    """
    accuse acknowledge add address admit admonish advise advocate affirm agree allege announce
    answer appeal argue articulate ask assail assert assess assure attack attest banter bark beg
    bellow blame blast blog bluster boast bray brag caution challenge characterize characterise
    charge chant chastise chide chime cite claim clarify comment compare complain concede
    conclude condemn confess confide confirm congratulate contend continue counter credit
    criticize criticise croak crow cry declare decry demand demur denounce deny deride describe
    dismiss dispute dub echo elaborate emphasize emphasise encourage exclaim exhort explain
    exult express fret fume gloat gripe groan growl grumble gush hail hint holler hope howl
    imply inform inquire insist instruct interject intone invoke jest joke label lambast
    lambaste lament laugh lecture liken list maintain marvel mention mock mourn mumble murmur
    muse mutter name note observe offer opine phrase plead pledge point ponder portray post
    praise pray predict proclaim promise pronounce propose protest question quip quote rail rant
    react reaffirm reason reassert reassure recall recite recommend recount refer reflect refute
    reiterate relate relay remark remember remind remonstrate repeat reply report respond retort
    retweet reveal ridicule roar scoff scold scream shout shriek sigh signal slam snap snarl
    sneer sob speculate state stress stammer stipulate stutter suggest summarize summarise
    surmise tease term testify text theorize theorise thunder tout trash trumpet tweet underline
    underscore urge utter vent venture voice volunteer vow wail warn whine whisper wonder worry
    yell
    """
)
_IRREGULAR: Final = """
say says said saying|tell tells told telling|write writes wrote writing
think thinks thought thinking|read reads read reading|call calls called calling
put puts put putting|swear swears swore swearing|begin begins began beginning
speak speaks spoke speaking|believe believes believed believing
rebut rebuts rebutted rebutting|foresee foresees foresaw foreseeing
""".replace("\n", "|").split("|")
_DOUBLED: Final = {
    "admit": "admitt",
    "blog": "blogg",
    "brag": "bragg",
    "dub": "dubb",
    "quip": "quipp",
    "refer": "referr",
    "slam": "slamm",
    "snap": "snapp",
    "sob": "sobb",
}


def _regular_forms(lemma: str) -> tuple[str, str, str, str]:
    """Return base form, third person, past and participle of a regular verb."""
    stem = _DOUBLED.get(lemma, lemma)
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return lemma, third, stem + "ed", stem + "ing"


_ROWS: Final = [tuple(row.split()) for row in _IRREGULAR if row] + [
    _regular_forms(lemma) for lemma in sorted(_REGULAR)
]
#: Finite and base forms of the verbs.
FINITE: Final = frozenset(form for row in _ROWS for form in row[:3])
#: Base forms, which are finite only after a plural subject, 'to' or a modal.
BASES: Final = frozenset(row[0] for row in _ROWS if row[0] not in {"read", "put"})
#: Nouns without a plural ending that take a plural verb.
PLURALS: Final = frozenset({"people", "men", "women", "police", "media", "children", "few", "many"})
#: Forms in -ing.
PARTICIPLES: Final = frozenset(row[3] for row in _ROWS)
#: Verbs that report speech only where the quotation follows or precedes them at once.
WEAK: Final = words(
    """
    think thinks thought believe believes believed put puts begin begins began speak speaks
    spoke read reads list lists listed hope hopes hoped name names named offer offers offered
    point points pointed address addressed post posts report reports question questions attack
    attacks charge charges appeal appeals
    """
)
#: Verbs that may report a whole clause without any quotation mark.
REPORTING: Final = words(
    """
    say says said tell tells told write writes wrote argue argues argued assert asserts asserted
    claim claims claimed warn warns warned add adds added insist insists insisted maintain
    maintains maintained contend contends contended announce announces announced testify
    testifies testified note notes noted state states stated acknowledge acknowledges
    acknowledged explain explains explained believe believes reply replied respond responded
    concede concedes conceded allege alleges alleged declare declares declared deny denies
    denied predict predicts predicted promise promises promised vow vows vowed stress stresses
    stressed suggest suggests suggested complain complains complained observe observes observed
    reiterate reiterates reiterated emphasize emphasizes emphasized conclude concludes concluded
    report reports reported ask asks asked urge urges urged demand demands demanded call calls
    called
    """
)
#: Verbs that name a thing when the quotation follows at once: 'a plan called "Fresh Start"'.
NAMING: Final = words(
    """
    call calls called dub dubs dubbed term terms termed name named names label labels labeled
    labelled titled entitled headlined nicknamed known christened styled
    """
)
#: Nouns of speech: 'its claim that "..."'.
SPEECH_NOUNS: Final = words(
    """
    verdict assessment conclusion explanation excuse plea retort prediction diagnosis
    claim claims statement remark remarks comment comments words assertion argument message
    tweet tweets answer reply response question letter promise pledge vow warning call
    description phrase line quip post email e-mail memo op-ed speech column suggestion
    contention allegation belief view complaint testimony advice pronouncement declaration
    insistence admission statements caption blog essay book report reference
    """
)
AUXILIARIES: Final = words(
    """
    is are was were be been being am has have had having do does did will would can could may
    might must shall should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't
    didn't won't wouldn't can't couldn't shouldn't
    """
)
#: Past forms that do not end in -ed: they end a subject as auxiliaries do.
IRREGULAR_PASTS: Final = words(
    """
    went took made hit got gave came left ran won lost met held began kept led sent stood sat
    put let set spent brought bought drew drove fell felt fought found grew heard knew laid
    meant paid rose saw sold shook sought stuck struck swore threw wore became broke built cut
    chose wrote told said thought taught spoke shot bit blew fired forgot froze hid hurt lay lit
    overcame quit rode sang sank slept spread stole swept swung tore understood withdrew
    """
)
#: Nouns with the ending of an adverb.
NOUNS_IN_LY: Final = words("ally anomaly assembly bully family fly monopoly rally reply supply")
#: Words that may stand between a subject and its verb.
ADVERBS: Final = words(
    """
    also then later recently again once now never not even still already just often always soon
    first further twice ever too instead sometimes largely both however meanwhile moreover
    nevertheless nonetheless perhaps maybe indeed furthermore otherwise elsewhere himself
    herself themselves itself all simply n't earlier thus only once rather today yesterday
    tonight
    """
)
#: Words of a date or a time that can stand between subject and verb.
TIME: Final = words(
    """
    last this week month year day night morning afternoon evening weekend earlier later ago
    """
)
SUBORDINATORS: Final = words(
    """
    that because when while as if though although since whether how why what whereas until
    unless where after before once than so whilst
    """
)
#: Those that open a clause that a comma closes again.
CLAUSE_OPENERS: Final = words(
    "when while as if though although since after before because once whereas whilst"
)
RELATIVES: Final = frozenset({"who", "which", "whose", "whom"})
PREPOSITIONS: Final = words(
    """
    in on at by for from with to of about into over under after before during without within
    among between against through per via despite since until amid following toward towards upon
    near like unlike as besides beyond including throughout outside inside across around
    regarding concerning ahead along because instead alongside
    """
)
#: Prepositions that stay inside the name of a speaker: 'a spokesman for the mayor'.
INNER: Final = frozenset({"of", "for", "from", "with", "at"})
DETERMINERS: Final = words(
    """
    the a an his her their its our my your this that these those one some another both several
    many two three four five six most no every each other
    """
)
PRONOUNS: Final = words("he she they it we i you one another others many some both several")
PERSONAL: Final = words("he she they we i it you")
#: Words that join two clauses.
JOINS: Final = words("and but or yet so")
#: Words that have no capital letter in a title.
SMALL: Final = words("a an the of to in on for and or at by from with as is vs")
CALENDAR: Final = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december mon tues wed thurs fri sat sun
    """
)
ABBREVIATIONS: Final = words(
    """
    mr mrs ms dr sen sens rep reps gov govs gen lt col sgt capt cmdr adm maj prof rev hon atty
    jr sr st no vs inc co corp ltd jan feb mar apr aug sept sep oct nov dec ex dept ala ariz ark
    calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore
    pa penn tenn tex va vt wash wis wyo messrs supt dist u.s u.n
    """
)
#: Short words in which a quotation mark stands for missing letters: 'em, 'til, 'twas.
ELISIONS: Final = words("em til tis twas cause bout n round cuz nuff")

# Unions that are looked up for every word are made once.
_JUNCTIONS: Final = frozenset({"and", "or", "but"})
OPENERS: Final = PREPOSITIONS | SUBORDINATORS
NO_SPEAKER: Final = OPENERS | _JUNCTIONS | {"who", "which", "whom"}
FINITE_WORDS: Final = AUXILIARIES | RELATIVES | FINITE
BEFORE_BASE: Final = AUXILIARIES | ADVERBS | PRONOUNS | PLURALS | RELATIVES | _JUNCTIONS | {"to"}
DATED_OPENERS: Final = OPENERS | RELATIVES | CALENDAR
HELPERS: Final = AUXILIARIES | RELATIVES
ONLY_MODIFIERS: Final = (DETERMINERS | ADVERBS | AUXILIARIES | OPENERS) - PRONOUNS
NOUNS_NOT_VERBS: Final = DETERMINERS - PRONOUNS - {"that"}
STARTS_PHRASE: Final = DETERMINERS | PERSONAL
