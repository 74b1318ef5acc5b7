"""What one clause says of one noun phrase of offices: subject, object, agent, companion."""

import re
from dataclasses import dataclass
from enum import Enum

from agletters.signatories.grammar import ACT_VERB, JOIN_VERB, NOT_JOIN, UNDECIDED, UNYIELDING, Lazy
from agletters.signatories.skeleton import SIGN, Phrase, Skeleton


class Verdict(Enum):
    """What a sentence says of the offices on a list; the first that applies counts."""

    JOINED = "joined"
    ACTED = "did what is done jointly or alone"
    PARTY = "named as a party in the heading of a case"
    EXCEPTED = "all but these joined"
    STAYED_OUT = "said not to have joined"
    EARLIER = "joined at another time"
    ELSEWHERE = "joined in something else"
    LIKELY = "a long list, of which nothing else is said"
    BESIDE = "acts or speaks, whether with the others or alone"
    SPOKE = "speaks of it, as one of those who join does"
    OPPOSED = "what is done is done against them"
    OTHERWISE = "named as a place or an opponent, or for a law of its own"
    UNSAID = "nothing about joining"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a skeleton.

    Attributes
    ----------
    text : str
        The clause.
    lead : str
        What stands before it: the clause or heading that may announce a list.
    joined : Verdict
        The verdict on those who join in it: another than `JOINED` where the clause is about the
        past, or about another letter or suit than the one that the text is about.
    """

    text: str
    lead: str = ""
    joined: Verdict = Verdict.JOINED


_UNSIGNED = f"[^;.{SIGN[1:-1]}]"
AUXILIARIES = (
    r"(?:(?:today|also|both|all|each|have|has|had|since|later|then|recently|jointly|now|already"
    r"|are|is|were|was|been|being|be|will|would|together|subsequently|formally|earlier|this week"
    r"|(?:this|last|earlier this) (?:week|month|year|spring|summer|fall|winter)|on \w+day"
    r"|\w+day|\w+ly|first|yesterday|alone|again|in turn"
    r"|just|apparently|reportedly|should|start|begin|still|soon|to date|so far|themselves|itself"
    r"|herself|himself|proudly|have to|joint)[, ]+)*"
)
# Words for what is done jointly.
ACTION = (
    r"(?:letters?|briefs?|suits?|lawsuits?|cases?|complaints?|coalitions?|groups?|efforts?"
    r"|settlements?|agreements?|filings?|petitions?|investigations?|comments?|statements?|motions?"
    r"|actions?|inquir(?:y|ies)|probes?|challenges?|requests?|calls?|accords?|decrees?|memos?"
    r"|pledges?|resolutions?|compacts?|alliances?|pacts?|judgments?|objections?|appeals?"
    r"|lists?|deals?)"
)
_BECOMES = (
    r"(?:(?:has |have |is |are |was |were )?becom(?:e|es|ing)|became|is|are|was|were|be)\s+"
    rf"(?:among |one of )?(?:the )?(?:{SIGN}|(?:[\w-]+ ){{0,3}}(?:state|office|jurisdiction"
    r"|territory|attorney general|governor|first|second|latest|last))"
    rf"(?:,? (?:who|which|that))?(?: \w+)? (?:to |{AUXILIARIES})(?:{JOIN_VERB}|{ACT_VERB})"
)
_COOPERATES = (
    r"(?:coordinat|cooperat|collaborat|partner|work|team|unit|link)\w*(?: (?:closely|together|up))?"
)
_SETTLING = (
    r"(?:(?:have|has|had) an?|(?:have |has |had )?(?:come|came) to an?)"
    r" (?:[^\s.;]+ ){0,4}?(?:settlement|agreement|deal|accord)s? with\b"
)
_BESIDE = r"(?:st(?:and|ands|anding|ood) (?:beside|alongside))"
_WHEN = r"(?:(?:(?:on )?\w+day|also|then|later|recently|this week)[, ]+)*"
_PREDICATE = Lazy(
    rf"(?:'s?)?\s*,?\s*(?:(?:that|who|which) )?(?:{_WHEN}(?P<becomes>{_BECOMES}|{_SETTLING})"
    rf"|{AUXILIARIES}"
    rf"(?:(?P<no>{NOT_JOIN}|{UNDECIDED}\b|not\b(?! {UNYIELDING})|never\b)"
    rf"|(?P<join>{JOIN_VERB}(?!\w)|{_COOPERATES} with {SIGN}|{_BESIDE} {SIGN}|follow(?:ed"
    rf"|s)? (?:suit|later|soon"
    r"|in [A-Z]\w+|(?:on )?\w+day|a \w+ later)|did(?: so)?,? (?:too|as well|likewise))"
    rf"|(?P<act>{ACT_VERB}(?!\w))"
    r"|(?P<among>(?:(?:(?:counts? |counted )?among|on|one of|two of|three of|part of"
    rf"|(?:a )?members? of) (?:(?:the )?{SIGN}|them\b|(?:the|those) (?:\d\d?|[a-z]+teen"
    r"|[a-z]+ty(?:-\w+)?)\b))"
    r"|included\b(?! (?:a|an|the)\b)|(?:listed|represented|named|added) (?:in|on|among|as"
    r"|to)\b(?! (?:a"
    r" )?(?:co-)?defend)"
    rf"|(?:among |part of |on (?:the|this|today's) ){ACTION}?|in(?= favor)|involved\b|aboard"
    r"|behind (?:the|this))"
    r"|(?P<other>(?P<finite>[a-z]{2,}(?:ed|es|[^aius']s)\b|took|told|said|met|spoke|saw|got|made"
    r"|won|gave|held|lost|left|quit|began|paid|stood|ran|says?)|[a-z]+)))",
    re.I,
)
_AMONG_THE_OUT = Lazy(
    r"\s*,?\s*(?:is|are|was|were)\s+(?:also )?(?:(?:among|one of|two of|three of"
    r"|four of)\s+)?(?:the )?"
    rf"(?:only )?(?:few )?(?:{SIGN}|those|ones?)\s+(?:that |which |who )?(?:have |has |had |did "
    r"|do )?"
    rf"(?:not\b|n't|{NOT_JOIN})",
    re.I,
)
_COPULA = Lazy(
    r"\s*,?\s*(?:is|are|was|were|be|being)\s+"
    r"(?:(?:also|all|both|now|the|lead|main|named|among|one of) )*"
    rf"(?P<what>{SIGN})",
    re.I,
)
_IS_IN_IT = Lazy(
    rf"\s*,?\s*(?:is|are|was|were) {AUXILIARIES}(?:in (?:(?:the|this"
    rf"|that) (?:[\w-]+ )?{ACTION}\b|{SIGN})"
    r"|(?:(?:an?|the|one of the) )?(?:(?:lead|main|founding|original"
    r"|additional) )?(?:(?:co-?)?plaintiff"
    r"|(?:co-?)?petitioner|signator(?:y|ies)\b|signer|participant|co-?leader|part of|part(?:y"
    r"|ies) to|member)s?\b)"
)
_OF_IT = Lazy(
    r"\s*(?:behind|in|on|backing|suing|leading|signing|joining|involved|taking part|(?:who|that"
    r"|which)"
    rf" {AUXILIARIES}(?:{JOIN_VERB}|{ACT_VERB}))\b"
)
_FOLLOWED = Lazy(
    r"\s*,?\s*(?:for (?:\w+ly )?(?:joining|leading|co-leading|signing|drafting|spearheading)\b"
    r"|(?:(?:along |together )?with(?: (?:help|assistance|support|backing) from)?|(?:joined"
    rf"|backed|supported) by|joining|led by|co-led by) {SIGN})"
)
_MADE_TO = Lazy(r"\b(?:prompt|caus|spurr|driv|mov|lead|led|let|allow|enabl)\w* (?:\w+ )?$")
_TO_DO_JOINTLY = Lazy(
    rf"\s*(?:to )?(?:keep|pursue|continue|press|proceed with|bring) their {ACTION}\b|\s*to"
    rf" (?:\w+ly )?(?:(?:{JOIN_VERB})|(?:{ACT_VERB})\b[^.;]{{0,60}}?\bwith (?:\w+ )?{SIGN})"
)
_HOLDS_OUT = Lazy(
    rf"\s*(?:alone\b(?=[^.;]{{0,30}}(?:{NOT_JOIN}))|,?\s*(?:is|are|was|were"
    r"|remain\w*)\s+(?:the )?(?:only|sole|lone|one(?! of))\b"
    rf"[^.;]{{0,80}}?(?:{NOT_JOIN}|not\b)|[^.;,]{{0,20}}(?:the )?(?:only|sole|lone)"
    r" (?:holdouts?|exceptions?|absentees?))"
)
_GOVERNOR = Lazy(
    r"(?:^|[\s,(:–—-])(?P<prep>in|at|near|across|throughout|outside|into|inside|through|within"
    r"|like|unlike|than|between|to|for|about|over|under|on|of|against|behind|toward|towards"
    r"|around|among|versus|from|via|per|before|after|not|vs?\.?|until|upon|off|onto|by|with"
    r"|alongside|besides?|including|plus|except|defending|joining|regarding|concerning"
    r"|following)\s+"
    r"(?:(?:all|other|nearby|just|only|the|both|fellow|those|neighboring|neighbors|his|her|its"
    r"|their|also|rival|two|three|four|five|its home state of|as well as|primarily|then|now|Gov\."
    r"|Governor"
    r"|Republican-led|Democratic-led|Republican|Democratic) )*$",
    re.I,
)
_COMITATIVE = Lazy(
    r"(?:\b(?:along|together) with|\balongside|\bwith|\bin addition to|\bbesides?|\bincluding"
    r"|\bplus"
    r"|\bjoining(?: with)?|\bas well as|\bfollowing|\bamong)\s+(?:[\w-]+ )?$",
    re.I,
)
_SHARE_OF = Lazy(r"\b(?:the )?(?:rest|some|most|many|all|majority|remainder) of (?:the )?$", re.I)
_REFUSED = Lazy(r"\b(?:refus|declin|reject)\w*|\bn[o']t (?:join|sign)", re.I)
_LEAVING = Lazy(r"\bleav(?:es?|ing) (?:\w+ )?$")
_INTENT = Lazy(
    r"\b(?:inten(?:t|tion|d)\w*|consider\w*|may|might|could) to? ?(?:\w+ )?(?:join|sign)", re.I
)
_THE_STATES = Lazy(rf"\W*{SIGN}\W*")
_STANDS_WITH = Lazy(
    r"\b(?:st(?:and|ands|anding|ood)(?: \w+)?|partner\w*|work\w*|side[ -]by[ -]side|unit\w*"
    r"|fight\w*|team\w*|collaborat\w*|join\w*)(?: together)? with (?:[\w-]+ )?$"
    rf"|\b{_BESIDE} (?:[\w-]+ )?$",
    re.I,
)
# What is done for or to somebody, not in his company.
_SIDES_WITH = Lazy(
    r"\b(?:solidarity|sid(?:e[sd]?|ing)|agre(?:e[sd]?|eing)|disagree\w*|met|meet\w*|spoke|speak\w*"
    r"|(?<!the )talk\w*|deal\w*|disputes?|battles?|fights?|fought|clash\w*|compar\w+) with"
    r" (?:[\w.]+ )?$"
    r"|\b(?:support|praise|backing|sympathy|thanks|gratitude|criticism) (?:for|to) (?:[\w.]+ )?$",
    re.I,
)
_PARTY_TO_A_CASE = Lazy(
    rf",? (?:et al\.,? )?(?:{SIGN}|(?i:plaintiffs?|petitioners?|appell\w+)),?\s+v\."
)
_AND_OTHERS_V = Lazy(r",? et al\.?,? [Vv]s?\.")
# A party at the head of a complaint, or the sender at the head of a letter.
_ADDRESS = Lazy(r"\s+(?:\d+ |P\. ?O\. |One )[A-Z]")
_LETTERHEAD = Lazy(rf"\s*OFFICE OF (?:THE )?{SIGN}")
_LED = Lazy(rf"-(?:and \w+-)?led (?:[\w-]+ ){{0,3}}?(?:{ACTION}|{SIGN})", re.I)
_POSSESSOR = Lazy(
    r"'s? (?!signed|joined|is\b|did|has|was|were|have|does|declined|office|and \S+ \w*attorney"
    r"|among)"
)
_SHARE = Lazy(r"'s? (?:[a-z]+ )?(?:share|portion)\b(?! (?:the|our|their)\b)")
_JOINS = Lazy(r"\b(?:join(?:ed|s|ing)?(?: with| in)?|sign(?:ed|s|ing)? on(?:to| to)) $")
_ITS_ACTION = Lazy(rf"'s? (?:[\w-]+ ){{0,3}}{ACTION}\b")
_SAYS_NOT = Lazy(
    r"\s*,?\s*(?:\w+day )?(?:(?:said|says|announced|confirmed|decided|added|indicated) )"
    rf"(?:\w+day )?{_UNSIGNED}{{0,40}}?\b(?:the state|it|they|the office|his office|her office"
    rf"|not)\b{_UNSIGNED}{{0,12}}?\b(?:{NOT_JOIN})",
    re.I,
)
_IDLE = Lazy(
    r"\s*,?\s*(?:have|has|had|is|are|was|were|will|would|did|do|does|can|could|may|might)\b", re.I
)
# "receives the money and took no part"
_AND_NOT = Lazy(
    rf"[^;.{SIGN[1:-1]}]{{0,90}}\b(?:and|but) (?:it |they |she |he )?(?:took no part"
    rf"|(?:{NOT_JOIN})[^;.,]{{0,30}}\b(?:join|sign|part\b|participat))"
)
_INVITED = Lazy(
    rf"[^;.{SIGN[1:-1]}]{{0,60}}\b(?:was|were|been|being) (?:asked|invited|urged) to"
    r" (?:join|sign|take part|participate)(?![^;.]*\b(?:and|which|but) (?:did|has|have|agreed))"
)
_HAS_AS_OBJECT = Lazy(
    r"\s(?:also |all |each |both )*[a-z]{3,} (?:up |out |down )?"
    r"(?:the|an?|its|their|his|her|no|that)\b"
)
_IS = Lazy(r"\s*,?\s*(?:is|are|was|were)\b")
_BEHALF = Lazy(
    r"\b(?:on behalf of|in (?:partnership|concert|coordination|conjunction|collaboration) with)\s+"
    r"(?:[\w-]+ )?$",
    re.I,
)
_VERB_LEFT = Lazy(
    r"(?:(?P<join>\b(?:re)?join(?:s|ed|ing)?(?: with| up with)?"
    r"|\b(?:co-?)?le(?:d|ads?|ading)(?: by)?|\bband\w* together with|\bteam\w* up with)"
    r"|(?P<list>\b(?:includ(?:es?|ed|ing)|compris(?:es?|ed|ing)|represent(?:s|ed|ing)?"
    r"|involv(?:es?|ed|ing)|namely|contains?|list(?:s|ed)?|featur\w+|encompass\w*"
    r"|cover(?:s|ed|ing)?|leav(?:es?|ing)|add(?:s|ed|ing)?|welcom(?:es?|ed|ing)|(?:is|are|was"
    r"|were|being)"
    r"|(?:consist(?:s|ed|ing)?|made up|composed|comprised) of))"
    r"|(?P<same>\b(?:[Aa]s|[Ss]o) (?:did|do|does|has|have|had|is|are|will|would))"
    r"|(?P<other>\b(?-i:[a-z])[a-z'-]*))\s+"
    r"(?:also |then |now |both |the |only |today |currently |originally )*$",
    re.I,
)
_TRANSITIVE = Lazy(rf"{ACT_VERB}|\w+(?:ed|ing)")
_MADE_UP_OF = Lazy(
    r"\b(?:consist(?:s|ed|ing)?|made up|composed|comprised) of (?:the |both )*$", re.I
)
_FROM = Lazy(
    r"(?:\b(?:support|backing|signatures?|letters?|briefs?|help|join(?:ed|ing)|participation"
    rf"|names|represent\w*|drew)|{SIGN}|(?:{SIGN}|\b{ACTION}|\b(?:signers|signatures|support))"
    rf"[^.;{SIGN[1:-1]}]{{0,40}}? (?:came|come|are|were|hail\w*)),?\s+from (?:[\w-]+ )?$",
    re.I,
)
# A brief that one side files for another.
_FILED_FOR = Lazy(
    r"\b(?:fil(?:ed|es|ing)|submit\w*|sign(?:ed|s|ing)(?: on ?to)?|join(?:ed|s|ing)) (?:an?|the) "
    r"(?:[\w-]+ ){0,3}briefs? for (?:the )?(?:[Ss]tates? of )?$"
)
_WORK_OF = Lazy(
    r"\b(?:oppositions?|repl(?:y|ies)|responses?|applications?|(?<!at the )requests?|briefs?"
    r"|letters?"
    r"|comments?|coalition|group|work|statement|motion|petition|complaint"
    r"|objections|list|memorandum|undersigned|signatures|[Cc]ounsel|[Ll]awyers)(?: (?:of|for))?"
    r"(?: amici curiae| amicus curiae)? (?:of|for) $",
    re.I,
)
# "a settlement between a lender and 39 states"
_OTHER_PARTY = Lazy(
    r"\b(?:settlement|agreement|deal|accord|pact|compact)s?\b[^.;,]{0,30} (?:between|by)"
    rf" [^.;{SIGN[1:-1]}]{{2,60}},? and (?:the )?$"
)
_IS_PAID = Lazy(r"pay(?:s|ing)? (?:a |about |nearly |more than |over )?\$|paid (?:a |about )?\$")
_PAYS = Lazy(r"\bpa(?:y|ys|id|ying|yments?)\b[^.;]{0,60} to (?:the )?$")
_NEXT_TO_JOIN = Lazy(
    rf"\b(?:first|second|third|[a-z]+th|\d+(?:st|nd|rd|th)|latest|last)\b[^.;]{{0,30}} to"
    rf" (?:{JOIN_VERB})",
    re.I,
)
_EXCEPT = Lazy(
    r"\b(?:(?:with the (?:\w+ )?|the (?:\w+ )?)?exceptions? (?:of|being|was|were|is|are)"
    r"|except(?:ing|ed)?(?: for| in)?|other than|save(?: for)?|apart from|aside from|excluding"
    rf"|(?:(?:every|all|each|any|everyone|everybody)\b[^.;]{{0,70}}?|{SIGN} )\bbut(?: for)?|minus"
    r"|not including)(?: (?:one|two|three|four|five|six|a few))?[\s,:(–—-]*(?:just |only )?$",
    re.I,
)
# "Aside from Ohio, the other states in the suit are ..." leaves nobody out.
_BESIDES = Lazy(r"\b(?:(?:aside|apart) from|besides|other than) (?:the )?$", re.I)
_THE_OTHERS = Lazy(
    rf"\s*,\s*(?:the )?(?:other |rest |remaining )*{SIGN}[^.;]{{0,160}}\b(?:is|are|include)\b"
)
_HOLDOUTS = Lazy(
    rf"(?:\b(?:the )?(?:only|sole|lone|two|three|four|five|six|one|{SIGN})\b[^.;]{{0,60}}?"
    rf"(?:{NOT_JOIN}|not)[^.;]{{0,50}}?(?:\b(?:is|are|was|were)\b|:|,|—|–)"
    r"|\b(?:only|lone|sole) (?:holdouts?|exceptions?|absentees?)[^.;]{0,30}?"
    r"(?:is|are|was|were|:|,)|holdouts (?:is|are|was|were|:))\s*$",
    re.I,
)
_NEITHER = Lazy(r"\b(?:neither|nor|no|none of)\s+(?:the )?$", re.I)
_WHETHER = Lazy(r"\bwhether (?:the )?$")
_ONLY = Lazy(r"^\W*only\b[^.;]{0,60}$|\bonly\s+(?:the )?$", re.I)
_NEGATED = Lazy(
    r"\b(?:not|n't|never|without|nor|neither|no longer|isn't|wasn't|hasn't)\s+(?:\w+ ){0,3}$", re.I
)
# Words after which an action is one that is supported, fought, followed: somebody else's.
_TOWARDS = (
    r"(?:in|against|over|from|about|to|of|for|like|after|than|on|unlike|regarding|towards?"
    r"|oppos\w*|dismiss\w*|challeng\w+|block\w*|support\w*|back(?:s|ed|ing)?|defend\w*|interven\w+"
    r"|fight\w*|fought|reject\w*|criticiz\w+|mirrors?|echo\w*|resembl\w+|follow\w*|stop\w*|halt\w*"
    r"|end(?:s|ed|ing)?|quash\w*|prais\w+|applaud\w*|welcom\w+|citing|cites?)"
)
_OF_ANOTHER = (
    rf"(?<!joined )\b{_TOWARDS}\s+(?!(?:settl|resolv|join|sign|lead|fil|bring|clos)\w*)(?:(?:a"
    r"|an|the|that"
    r"|this|these|two|three|several|those|any|other)\s+)?"
    r"(?:[\w-]+,? ){0,4}?"
)
_ABOUT_ANOTHER = Lazy(
    rf"(?:{_OF_ANOTHER}(?:{ACTION})\s+(?:(?:that|which) (?:was|were|is|are) )?"
    r"(?:being |first |originally )?[a-z]+(?:ed|t|n|d)\b[^,;:]{0,40}? by (?:the )?$"
    rf"|{_OF_ANOTHER}(?:(?:law)?suits?|challenges?|efforts?|investigations?|probes?|cases?"
    r"|actions?) by (?:the )?$"
    r"|\b(?:(?:law)?suits|cases|challenges|claims|petitions|complaints) by (?:the )?$"
    rf"|\b(?:against|oppos\w+|block\w*|reject\w*|respon\w+ to|follow\w*) (?:an?|the|that|this)"
    rf" (?:[\w-]+ ){{0,3}}{ACTION} by (?:the )?$"
    rf"|{_OF_ANOTHER}(?:laws?|bills?|rules?|rulings?|polic(?:y|ies)|bans?|measures?|orders?"
    r"|statutes?)"
    r"\s+(?:that was |which was |that were )?(?:\w+(?:ed|t|n|d) )(?:\w+ ){0,3}(?:by )?(?:the )?$)",
    re.I,
)
_ADDED_TO_IT = Lazy(r"\b(?:added|joined|signed on) to\b")
_AGENT = Lazy(
    rf"\b(?:{JOIN_VERB}|{ACT_VERB}|drafted|written|authored|brought|backed|supported|spearheaded"
    r"|organi[sz]ed|headed|chaired|signed on to|endorsed|launched|initiated|sponsored|prepared"
    r"|circulated|negotiated|conducted|championed|represented|followed|accompanied|made|undertaken"
    r"|sent|submitted|co-signed|formed|created|convened|coordinated|issued|penned)\b"
    r"(?:(?!\bby\b)[^.;]){0,45}\bby\s+(?:[\w-]+ )?$",
    re.I,
)
_OPPOSED_BY = Lazy(
    rf"\b{ACTION} (?:(?:is|are|was|were|has|have|been|being) )+(?:\w+ )?"
    r"(?:oppos|criticiz|condemn|denounc|challeng|reject|dismiss)ed by (?:\w+ )?$"
)
# Where people meet they join in nothing.
_MEETING = Lazy(
    r"\b(?:meeting|conference|panel|summit|association|hearing|event|forum)\b[^.;,]{0,60}"
    r"\b(?:led|hosted|chaired|attended|organi[sz]ed)\b[^.;]{0,25} by (?:\w+ )?$",
    re.I,
)
_PAYS_TO_END = Lazy(
    r"\bsettl\w+ with\b|\b(?:pay|paid|pays|paying|settl\w+|agree[ds]?)\b[^;]*"
    r"\b(?:end|resolve|clos)\w*\b"
)
_DONE_BY = Lazy(r"\b(?:is|are|was|were|been|being) (?:\w+ )?\w+(?:ed|en) by (?:\w+ )?$")
_IS_ONE = Lazy(rf"\b{ACTION}\b|{SIGN}", re.I)
_THEY = Lazy(
    rf"[^\w{SIGN[1:-1]}]*"
    r"(?:(?:(?:(?:among|one of) )?(?:they|these|those|them)|the (?:others|rest)|it|which|that"
    r"|(?:the|another) (?:[\w-]+ ){0,2}(?:one|ones|other|latter|former|second))\W*)?(?:also\W*)?",
    re.I,
)
_SAID = Lazy(
    r"\b(?:[Aa]ccording to|said|says|announced|according to|explained|added|wrote) (?:the )?$"
)
_SPEAKS = Lazy(
    r"\s*,?\s*(?:issu\w+ (?:an? )?(?:[a-z]+ )?statements?\b|say|says|said|told|welcome\w*"
    r"|praise\w*|criticiz\w+|express\w*|applaud\w*|think"
    r"|believe"
    r"|condemn\w*|denounc\w*|reaffirm\w*|call(?:s|ed) (?!on|for|upon)|explain\w*|argu\w*|note[sd]"
    r"|add(?:s|ed)|[a-z]+(?:s|ed)(?: (?:on )?\w+day)? that)\b"
)
_AGAINST = Lazy(r"\b(?:oppos\w+|against|own|declined|wrong)\b")
_SPEAKS_IN_QUOTES = Lazy(r"\s*“”")
_REACTS = Lazy(
    r"\s*(?:issu\w+ (?:an? )?(?:[a-z]+ )?statements?\b|welcom|prais|criticiz|applaud|think|believ"
    r"|express)"
)
_JOINT = Lazy(
    rf"\b(?:{JOIN_VERB}|{ACT_VERB}|coalition|undersigned|multi-?state|joint(?:ly)?|{ACTION})\b"
    rf"|{SIGN}",
    re.I,
)
_IN_COMPANY = Lazy(
    r"(?:\b(?:with|alongside|joining|joined by|behalf of|and)\b"
    r"(?:(?! (?:in|at|near|across) )[^;.,]){0,25}|^|, )"
    rf"{SIGN}|(?:announc|launch|form|assembl)\w+ {SIGN}|\bmulti-?state|\bjoint|\bcoalition",
    re.I,
)
_IN_A_SETTLEMENT = Lazy(
    rf"\bmulti-?state|\bjoint|\bcoalition|\b(?:settlement|agreement|deal)\b|{SIGN}", re.I
)
_PASSIVE = Lazy(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly )?(?P<act>\w+)$")
# Where a list says where something is.
_PLACES = frozenset(
    [
        "in",
        "at",
        "near",
        "across",
        "throughout",
        "outside",
        "into",
        "inside",
        "through",
        "within",
        "around",
        "via",
    ]
)
# And whom it is against, or what it is compared with, however long it is.
_AWAY = _PLACES | frozenset(
    [
        "to",
        "like",
        "unlike",
        "than",
        "between",
        "about",
        "over",
        "under",
        "on",
        "against",
        "behind",
        "toward",
        "towards",
        "versus",
        "v.",
        "v",
        "vs",
        "vs.",
        "per",
        "before",
        "after",
        "not",
        "until",
        "upon",
        "off",
        "onto",
        "besides",
        "except",
        "defending",
        "regarding",
        "concerning",
    ]
)
_LONG = 5
_INTENDS = Lazy(r"plan\w* to|likely|expected", re.I)
_JOINS_LATER = Lazy(rf"[^{SIGN[1:-1]}]{{0,90}}?\b(?:(?P<no>{NOT_JOIN})|{JOIN_VERB})(?!\w)")
_SAY_THEY_WILL = Lazy(
    r"\s*,?\s*(?:say|said|announced)(?: (?:on )?\w+day)?(?: that)? (?:they|their states) "
    rf"(?:will|would|have|had|are|were|plan to|intend to) (?:\w+ )?(?:{ACT_VERB}|{JOIN_VERB}"
    r"|go to (?:court|trial)|pursue|fight|take|agreed)"
)
_APPEARS_WITH = Lazy(
    rf"\s(?:appeared|stood|gathered|spoke|were|was) (?:together )?(?:with|alongside|beside) {SIGN}"
)
_THEIR_ACTION = Lazy(
    rf"\s*,?\s*(?:[a-z]+ ){{1,3}}(?:their|the (?:legal|joint)) (?:[\w-]+ ){{0,2}}?{ACTION}\b"
)
_DECLINING = Lazy(
    r"\s*,?\s*(?:declining|refusing|opting|choosing|deciding|holding out|sitting (?:it )?out"
    r"|staying out|not (?:joining|signing|participating|taking part)|absent|missing)\b",
    re.I,
)
# A bare "did not" is about joining only where it says so or nothing else follows.
_NO_ALONE = Lazy(r"(?:[a-z]+(?:n't| not)|not|never|could|may|might)", re.I)
_TO_JOIN = Lazy(
    r"(?:[^;,.]{0,40}?\b(?:join|sign|part\b|party|particip|among|on\b|member|plaintiff|includ|list"
    r"|agree|add|t[ao]k|sue|involv|follow|named|back|support|endors|accept)|\W*$|[,;.]| so\b)",
    re.I,
)
_NOT = Lazy(rf"\b(?:{NOT_JOIN})", re.I)
_NO_VERB = Lazy(r"(?:and|or|plus|general)", re.I)
_WORD = Lazy(r"\w")
_NO_SIGN = Lazy(SIGN)
# A word that tells of a joint action, or those whose list it may be.
_SAYS_JOINT = Lazy(
    rf"\b(?:{JOIN_VERB}|{ACT_VERB}|undersigned|{ACTION}|sincerely|respectfully|amici|plaintiffs?"
    rf"|following|list of)|{SIGN}\W*$|:\W*$",
    re.I,
)
_HAS_A_LAW_OR_IS_SUED = Lazy(
    r"(?: among them)?\s*,?\s*(?:(?:all|each|already|also|currently) )*(?:(?:have|has|had)"
    r" (?:(?:all|each|already"
    r"|also|recently) )*(?:passed|enacted|adopted|legali[sz]ed|banned|(?:[\w-]+ ){0,3}(?:laws?"
    r"|rules?|bans?|statutes?)\b)|(?:allow|permit|require|prohibit|ban)s?\b"
    r"|(?:is|are|was|were) (?:an? |the |also |among the )*(?:defendants?|sued)\b)",
    re.I,
)
_PEOPLE_FROM = Lazy(
    r"\b(?:travell?ers|visitors|patients|customers|consumers|residents|senators|lawmakers"
    r"|representatives|members of congress|voters|students|workers|families|immigrants|refugees"
    r"|imports|goods|products|borrowers|companies|people) from (?:[\w-]+ )?$",
    re.I,
)
_CUE = Lazy(
    rf"(?P<no>\b{NOT_JOIN})|(?P<away>\b(?:prosecution of|indict\w+|defendants?|respondents?"
    r"|investigation (?:of|into)|operat(?:es?|ing)\s+in|residents of|consumers in|ruling in"
    r"|laws? in|based in|dear\b))"
    rf"|(?P<yes>\b(?:{JOIN_VERB}|undersigned|{ACTION}|sincerely|respectfully|for amicus|amici"
    rf"|plaintiffs?|supporting|following|list of)|{SIGN})",
    re.I,
)


def _is_own(skeleton: Skeleton, sign: str) -> bool:
    """Whether a sign is of no more than an officeholder without a state."""
    phrase = skeleton.phrase(sign)
    return phrase.own and not (phrase.groups or phrase.others)


class Reading:
    """What a clause says of one phrase in it.

    Parameters
    ----------
    skeleton : Skeleton
        Whose signs the clause has.
    clause : Clause
        The clause.
    offset : int
        Where in it the phrase's sign is.
    phrase : Phrase
        The phrase.

    Examples
    --------
    >>> phrase = Phrase((0,), many=2)
    >>> skeleton = Skeleton("")
    >>> sign = skeleton.sign(phrase)
    >>> Reading(skeleton, Clause(f"The suit was filed by {sign}."), 22, phrase).verdict()
    <Verdict.JOINED: 'joined'>
    """

    def __init__(self, skeleton: Skeleton, clause: Clause, offset: int, phrase: Phrase) -> None:
        sign = clause.text[offset]
        self.company = _NO_SIGN.replace(
            lambda match: (
                "" if match.group() in sign or _is_own(skeleton, match.group()) else "\ue000"
            ),
            clause.text[max(0, offset - 300) : offset + 200],
        )
        self.left = clause.text[max(0, offset - 300) : offset]
        self.near = _SHARE_OF.sub("", self.left[-120:])
        self.right = clause.text[offset + 1 : offset + 200]
        self.lead = clause.lead
        self.skeleton = skeleton
        copula = _COPULA.match(self.right)
        what = skeleton.phrase(copula["what"]) if copula else Phrase()
        self.is_party = (
            what.party
            or bool(_IS_IN_IT.match(self.right))
            or (
                copula is not None
                and not what.groups
                and bool(_OF_IT.match(self.right, copula.end()))
            )
        )
        self.phrase = phrase
        self.many = phrase.many + 2 * phrase.others
        self.predicate = _PREDICATE.match(self.right)

    def verdict(self) -> Verdict:
        """Return what the clause says; `UNSAID` where it says nothing of joining."""
        outright = self._outright()
        if outright is not None:
            return outright
        governor = _GOVERNOR.search(self.near)
        if governor and not _MADE_UP_OF.search(self.near):
            prep = governor["prep"].lower()
            # Where somebody is named, no place is meant.
            away = prep in _AWAY and not (self.phrase.official and prep in _PLACES)
            return self._at_least_likely(self._governed(prep), away=away)
        if _SAYS_NOT.match(self.right):
            return Verdict.STAYED_OUT
        if _OTHER_PARTY.search(self.left):
            return Verdict.JOINED
        said = self._as_subject()
        return self._at_least_likely(self._as_object() if said is None else said)

    def _at_least_likely(self, said: Verdict, *, away: bool = False) -> Verdict:
        """Return what is said, or what a long list is for where nothing is said of it."""
        if said is not Verdict.UNSAID:
            return said
        cues = list(_CUE.finditer(self.left))
        if away or self._is_of_other_matters() or (cues and cues[-1]["away"]):
            return Verdict.OTHERWISE
        return said if self.phrase.many < _LONG else Verdict.LIKELY

    def _is_of_other_matters(self) -> bool:
        """Whether the clause says what is no joining: a law, a want of answer, an object."""
        if (self.predicate and self.predicate["no"]) or _HAS_A_LAW_OR_IS_SUED.match(self.right):
            return True
        verb = None if _GOVERNOR.search(self.near) else _VERB_LEFT.search(self.near)
        return bool((verb and verb["other"]) or _PEOPLE_FROM.search(self.near))

    def _outright(self) -> Verdict | None:
        """Return what words that leave no choice say: "except", "Texas-led", a caption."""
        if _NEITHER.search(self.near):
            return Verdict.STAYED_OUT
        if _WHETHER.search(self.near):
            return Verdict.OTHERWISE
        if _PARTY_TO_A_CASE.match(self.right) or _AND_OTHERS_V.match(self.right):
            return Verdict.PARTY
        if not self.left.strip() and (_ADDRESS.match(self.right) or _LETTERHEAD.match(self.right)):
            return Verdict.JOINED
        if _POSSESSOR.match(self.right):
            return self._as_possessor()
        if _BESIDES.search(self.near) and _THE_OTHERS.match(self.right):
            return Verdict.JOINED
        if _EXCEPT.search(self.near) or _HOLDOUTS.search(self.left) or _HOLDS_OUT.match(self.right):
            return Verdict.EXCEPTED
        if _DECLINING.match(self.right):
            return Verdict.EXCEPTED if _ONLY.search(self.near) else Verdict.STAYED_OUT
        if _BEHALF.search(self.near) or _LED.match(self.right):
            return Verdict.JOINED
        return None

    def _as_possessor(self) -> Verdict:
        """Return what is said of those who have something: a share of it, a suit that is joined."""
        if _SHARE.match(self.right):
            return Verdict.ACTED
        joined = _JOINS.search(self.near) and _ITS_ACTION.match(self.right)
        return Verdict.JOINED if joined else Verdict.UNSAID

    def _governed(self, prep: str) -> Verdict:
        """Return what is said of a phrase that a preposition governs."""
        if prep == "by":
            return self._as_agent()
        if _SIDES_WITH.search(self.near):
            return Verdict.OTHERWISE
        if _COMITATIVE.search(self.near):
            return self._as_companion()
        if prep in ("from", "of", "for", "in"):
            return self._belonging(prep)
        return self._towards(prep)

    def _belonging(self, prep: str) -> Verdict:
        """Return what is said of those from whom or whose something is."""
        if prep == "from" and _FROM.search(self.near):
            return self._by_cue(default=True)
        if _FILED_FOR.search(self.left):
            return Verdict.UNSAID
        if prep in ("of", "for") and _WORK_OF.search(self.near):
            return Verdict.JOINED
        if self.phrase.official:
            return self._by_cue(default=prep != "for" and self.many > 1)
        return Verdict.UNSAID

    def _towards(self, prep: str) -> Verdict:
        """Return what is said of those to, against, after or between whom something is."""
        if prep == "between" and self.phrase.official and self.many > 1:
            return Verdict.JOINED
        if prep in ("after", "following") and _NEXT_TO_JOIN.search(self.left):
            return Verdict.JOINED
        if self.phrase.official and _SAID.search(self.near):
            return Verdict.SPOKE
        if prep == "to" and self.many > 1 and _PAYS.search(self.left):
            return Verdict.ACTED
        if prep in ("against", "versus") and self.phrase.official:
            return Verdict.OPPOSED
        return Verdict.STAYED_OUT if prep == "not" else Verdict.UNSAID

    def _as_agent(self) -> Verdict:
        if _OPPOSED_BY.search(self.left) or _MEETING.search(self.left):
            return Verdict.OTHERWISE
        another = _ABOUT_ANOTHER.search(self.left)
        ended = _PAYS_TO_END.search(self.left)
        if another and not ended and not _ADDED_TO_IT.search(another.group()):
            return Verdict.ELSEWHERE
        agent = _AGENT.search(self.left)
        if not agent:
            if _DONE_BY.search(self.left) and not _IS_ONE.search(self.left):
                return Verdict.UNSAID
            return self._by_cue(default=self.phrase.official and self.many > 2)
        negated = _NEGATED.search(self.left[: agent.start()])
        return Verdict.STAYED_OUT if negated else Verdict.JOINED

    def _as_companion(self) -> Verdict:
        if self.phrase.place:
            return Verdict.UNSAID
        if (self.many > 1 and _STANDS_WITH.search(self.near)) or _JOINT.search(
            f"{self._left_without_places()} {self.right}"
        ):
            return Verdict.JOINED
        return Verdict.UNSAID

    def _left_without_places(self) -> str:
        """Return what stands before without "22 states" where that says where something is."""
        return _NO_SIGN.replace(
            lambda match: "" if self.skeleton.phrase(match.group()).place else match.group(),
            self.left,
        )

    def _as_subject(self) -> Verdict | None:
        predicate = self.predicate
        if self.is_party or self._is_in_company():
            return Verdict.JOINED
        if predicate is None:
            return None
        if predicate["no"]:
            return self._not_doing(predicate)
        if _AMONG_THE_OUT.match(self.right) or _AND_NOT.match(self.right):
            return Verdict.STAYED_OUT
        if _INVITED.match(self.right):
            return Verdict.OTHERWISE
        if predicate["join"] or predicate["becomes"] or predicate["among"]:
            return Verdict.JOINED
        if predicate["act"]:
            return self._acting(predicate)
        if predicate["finite"] or _SPEAKS.match(self.right):
            return self._doing_otherwise()
        return None

    def _not_doing(self, predicate: re.Match[str]) -> Verdict:
        """Return what is said of a subject that does not do something."""
        if self.many > 3 and _INTENDS.match(predicate["no"]):
            return Verdict.JOINED
        if _NO_ALONE.fullmatch(predicate["no"]) and not _TO_JOIN.match(self.right, predicate.end()):
            return Verdict.UNSAID
        return Verdict.EXCEPTED if _ONLY.search(self.left) else Verdict.STAYED_OUT

    def _is_in_company(self) -> bool:
        """Whether the phrase is named with its company or with what it was moved to do."""
        if _MADE_TO.search(self.near) and _TO_DO_JOINTLY.match(self.right):
            return True
        company = _FOLLOWED.match(self.right)
        if company is None:
            return False
        beyond = _PREDICATE.match(self.right, company.end())
        does_otherwise = beyond and beyond["finite"] and not _SPEAKS.match(beyond.group())
        return not does_otherwise

    def _acting(self, predicate: re.Match[str]) -> Verdict:
        act = predicate["act"]
        if _PASSIVE.search(predicate.group()) and not act.endswith("ing"):
            return Verdict.OTHERWISE
        if self._acts_jointly(act):
            return Verdict.ACTED
        if self.phrase.official and (_SPEAKS.match(act) or act.startswith("announc")):
            return Verdict.SPOKE
        return Verdict.OTHERWISE if _HAS_A_LAW_OR_IS_SUED.match(self.right) else Verdict.BESIDE

    def _acts_jointly(self, act: str) -> bool:
        """Whether the subject does what it does as one of several."""
        if self.many > 1:
            return True
        if "receiv" in act or act.startswith("get"):
            return bool(_IN_A_SETTLEMENT.search(f"{self.lead} {self.left}{self.right}"))
        return bool(_IN_COMPANY.search(self.company))

    def _doing_otherwise(self) -> Verdict | None:
        if self.phrase.among and self.many > 3:
            return Verdict.OTHERWISE if self._is_of_other_matters() else Verdict.LIKELY
        if self.many > 1 and _SAY_THEY_WILL.match(self.right):
            return Verdict.JOINED
        if self.many > 1 and self.phrase.official and _THEIR_ACTION.match(self.right):
            return Verdict.JOINED
        if self.phrase.official and _APPEARS_WITH.match(self.right):
            return Verdict.JOINED
        joins = _JOINS_LATER.match(self.right)
        if joins and self.phrase.official and not joins["no"]:
            return Verdict.JOINED
        if _SPEAKS.match(self.right) and self.phrase.official:
            together = self.phrase.many > 2 and not _REACTS.match(self.right)
            if together:
                return Verdict.JOINED
            apart = _REACTS.match(self.right) or _AGAINST.search(self.left + self.right)
            return Verdict.BESIDE if apart else Verdict.SPOKE
        if self.phrase.many > 3 and not self.phrase.others:
            return Verdict.OTHERWISE if self._is_of_other_matters() else Verdict.LIKELY
        if self.many > 3 or (self.phrase.official and self.phrase.others):
            return None
        return Verdict.BESIDE if self.phrase.official and self.many > 1 else Verdict.UNSAID

    def _as_object(self) -> Verdict:
        if self.phrase.official and _SAID.search(self.near):
            return Verdict.JOINED if self.phrase.many > 2 else Verdict.SPOKE
        if _SPEAKS_IN_QUOTES.match(self.right):
            return Verdict.UNSAID
        verb = _VERB_LEFT.search(self.near)
        if verb is None:
            return self._without_verb()
        if self.many > 1 and verb["other"] and _IS_PAID.match(verb["other"] + self.right):
            return Verdict.ACTED
        if verb["same"]:
            return self._likewise(self.near[: verb.start()])
        if verb["join"]:
            return Verdict.JOINED
        if verb["list"]:
            return self._listed(self.near[: verb.start()])
        if self.many > 3 and not _TRANSITIVE.fullmatch(verb["other"]):
            return self._by_cue(default=False)
        return Verdict.UNSAID

    def _without_verb(self) -> Verdict:
        """Return what is said of a phrase that no verb stands before."""
        idle = _IDLE.match(self.right)
        if idle and not self.phrase.others:
            return Verdict.UNSAID
        if self._is_of_other_matters():
            return Verdict.OTHERWISE
        described = idle and (not self.phrase.official or _IS.match(self.right))
        does = described or (not self.phrase.others and _HAS_AS_OBJECT.match(self.right))
        said = self._by_cue(default=self.many > 2 and not does)
        apart = _WORD.search(self.left) and not _SAYS_JOINT.search(self.left)
        return Verdict.LIKELY if said is Verdict.JOINED and apart else said

    def _likewise(self, before: str) -> Verdict:
        """Return what is said of those who have done as what stands before tells of others."""
        told = before if _WORD.search(before) else self.lead
        if _NOT.search(told):
            return Verdict.STAYED_OUT
        return Verdict.JOINED if _JOINT.search(told) else Verdict.UNSAID

    def _listed(self, before: str) -> Verdict:
        if _NOT.search(before) and not _LEAVING.search(self.near):
            return Verdict.STAYED_OUT
        if _THE_STATES.fullmatch(before) and _REFUSED.search(self.lead):
            return Verdict.STAYED_OUT
        if _INTENT.search(before):
            return Verdict.OTHERWISE
        about = self.lead if _THEY.fullmatch(before) else before
        joint = _JOINT.search(f"{about} {self.right}")
        return Verdict.JOINED if joint else Verdict.UNSAID

    def _by_cue(self, *, default: bool) -> Verdict:
        """Return what the nearest telling word before the phrase says."""
        left = self.left
        verb = self.predicate and self.predicate["other"]
        if not _WORD.search(left) and (not verb or _NO_VERB.fullmatch(verb)):
            left = self.lead
        cues = list(_CUE.finditer(left))
        if not cues:
            return Verdict.JOINED if default else Verdict.UNSAID
        if cues[-1]["no"]:
            return Verdict.STAYED_OUT
        return Verdict.UNSAID if cues[-1]["away"] else Verdict.JOINED
