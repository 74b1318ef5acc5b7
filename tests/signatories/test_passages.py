"""Passages written for these tests, with who joins in each by its own words.

The people and most of the actions are invented.
"""

from functools import cache
from typing import NamedTuple

import pytest

from agletters.signatories import Signatories, parse


class Passage(NamedTuple):
    """A text, the offices that it says joined, and the number that it states."""

    slug: str
    text: str
    joined: str
    publisher: str | None = None
    stated: int | None = None


EVERY_STATE = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM"
    " NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY"
)


def all_but(*usps: str, plus: str = "") -> str:
    """Return the fifty states without some, and whatever else."""
    return " ".join([code for code in EVERY_STATE.split() if code not in usps] + plus.split())


PASSAGES = [
    Passage(
        "plain_list_after_joining",
        "COLUMBUS – Attorney General Dana Poole today joined 11 other attorneys general in"
        " asking carriers to block spoofed calls. Joining Attorney General Poole were the"
        " attorneys general of Arkansas, Colorado, Idaho, Kansas, Maine, Nebraska, Oregon,"
        " Rhode Island, Utah, Virginia and West Virginia.",
        "OH AR CO ID KS ME NE OR RI UT VA WV",
        "OH",
        12,
    ),
    Passage(
        "all_but_one_and_territories_that_the_number_counts",
        "Fifty-three attorneys general have asked for the bill; those of Ohio and Utah led the"
        " letter.\n\nThe attorneys general of every state except Iowa signed it, as did those of"
        " the District of Columbia, Guam, the Northern Mariana Islands and Puerto Rico.",
        all_but("IA", plus="DC GU MP PR"),
        None,
        53,
    ),
    Passage(
        "colon_list_under_a_sentence",
        "Attorney General Ruth Salas signed a multistate comment letter on Friday.\n\nIn"
        " addition to New Mexico, the letter was signed by the attorneys general of the"
        " following jurisdictions: Delaware, the District of Columbia, Guam, Hawaii, Puerto"
        " Rico and the U.S. Virgin Islands.",
        "NM DE DC GU HI PR VI",
        "NM",
    ),
    Passage(
        "bulleted_list",
        "The following states have signed on to the brief:\n\n• Alabama\n• Georgia\n• Indiana"
        "\n• Kentucky\n• Mississippi\n• South Dakota\n\nThe brief can be read online.",
        "AL GA IN KY MS SD",
    ),
    Passage(
        "list_of_lines_with_names",
        "Signatories\n\nAlaska – Tess Brandt\nFlorida – Omar Diaz\nNorth Dakota – Lee Ito"
        "\nWyoming – Sam Frye\n",
        "AK FL ND WY",
    ),
    Passage(
        "signature_block",
        "We ask that you act without delay.\n\nSincerely,\n\nANN LOWE\nAttorney General of"
        " Connecticut\n\nBEN ROY\nAttorney General of Missouri\n\nCAL DEAN\nWashington"
        " Attorney General\n",
        "CT MO WA",
    ),
    Passage(
        "signature_block_in_two_columns",
        "Respectfully submitted,\n\nIDA BELL                      JOE KERR\nAttorney General"
        " of Iowa      Attorney General of Ohio\n\nKAY LUND                      LES MOTT"
        "\nAttorney General of Utah      Attorney General of Vermont\n",
        "IA OH UT VT",
    ),
    Passage(
        "ap_abbreviations",
        "The letter's signers come from Ala., Ariz., Ark., Conn., Kan., N.H., N.M., R.I.,"
        " W.Va. and Wash., the association said.",
        "AL AZ AR CT KS NH NM RI WV WA",
    ),
    Passage(
        "postal_codes",
        "States on the lawsuit: AZ, CA, CO, DC, IL, ME, MI, NJ, OR, PA and WA. The complaint"
        " was filed in Boston, MA.",
        "AZ CA CO DC IL ME MI NJ OR PA WA",
    ),
    Passage(
        "names_with_codes_in_brackets",
        "The brief is signed by Attorneys General Ann Lowe (CT), Ben Roy (MO), Cal Dean (WA),"
        " Dee Ames (IN) and Eva Moss (OR).",
        "CT MO WA IN OR",
    ),
    Passage(
        "commonwealths",
        "Today's filing was made by the States of Delaware, Minnesota and New York and the"
        " Commonwealths of Kentucky, Massachusetts, Pennsylvania and Virginia.",
        "DE MN NY KY MA PA VA",
    ),
    Passage(
        "state_and_district_of_washington",
        "Joining the settlement are Maryland, Virginia, Washington, West Virginia and"
        " Washington, D.C.",
        "MD VA WA WV DC",
    ),
    Passage(
        "district_written_short",
        "The coalition is made up of Colorado, D.C., Illinois, Nevada and Vermont.",
        "CO DC IL NV VT",
    ),
    Passage(
        "publisher_by_implication",
        "BOISE – Attorney General Hal Ward has joined the attorneys general of Montana, Texas"
        " and Utah in a letter to the Federal Communications Commission.",
        "ID MT TX UT",
        "ID",
    ),
    Passage(
        "publisher_speaks_of_itself",
        "We are proud to stand with our colleagues. Our office joined a coalition of 14"
        " states that filed suit on Tuesday.",
        "MN",
        "MN",
        14,
    ),
    Passage(
        "publisher_alone_with_a_count",
        "Attorney General Fay Olsen joined 24 other attorneys general in opposing the merger.",
        "NV",
        "NV",
        25,
    ),
    Passage(
        "publisher_leads",
        "Attorney General Kim Sloan led a coalition of nine states in the brief. Joining"
        " Sloan are Arizona, Delaware, Hawaii, Maine, New Jersey, Oregon, Vermont and"
        " Washington.",
        "MI AZ DE HI ME NJ OR VT WA",
        "MI",
        9,
    ),
    Passage(
        "publisher_acts_alone",
        "Attorney General Fay Olsen today sued a contractor who took deposits from homeowners"
        " in Reno and fled to Arizona.",
        "",
        "NV",
    ),
    Passage(
        "every_state_except",
        "The attorneys general of every state except Delaware and Montana signed the letter.",
        all_but("DE", "MT"),
    ),
    Passage(
        "all_but_one_and_the_district",
        "All states but Nebraska joined the settlement, along with the District of Columbia.",
        all_but("NE", plus="DC"),
    ),
    Passage(
        "with_the_exception_of",
        "With the exception of Wisconsin, all 50 states have signed on to the request.",
        all_but("WI"),
    ),
    Passage(
        "only_holdouts",
        "The letter went out over the names of 47 attorneys general. Only Kansas, Maine and"
        " Ohio did not sign.",
        all_but("KS", "ME", "OH"),
        None,
        47,
    ),
    Passage(
        "lone_holdout",
        "Every state attorney general but one put a name to the letter. The lone holdout was Utah.",
        all_but("UT"),
    ),
    Passage(
        "all_fifty",
        "All 50 state attorneys general have joined the settlement with the drug maker, as"
        " have Guam and Puerto Rico.",
        all_but(plus="GU PR"),
        None,
        50,
    ),
    Passage(
        "later_joiners",
        "Iowa and Oregon filed the complaint in May. New Jersey and New York have since"
        " joined, and Hawaii signed on last week.",
        "IA OR NJ NY HI",
    ),
    Passage(
        "withdrew_later",
        "The suit was brought by the attorneys general of Florida, Georgia, Ohio and Texas."
        " Ohio has since withdrawn from the case.",
        "FL GA TX",
    ),
    Passage(
        "declined",
        "Attorneys general from Arizona, Idaho and Utah signed the letter, while New Mexico"
        " declined to take part and Nevada did not respond.",
        "AZ ID UT",
    ),
    Passage(
        "nobody_joins_places",
        "The company, based in Austin, Texas, has offices in Kansas City, Missouri, and sells"
        " to consumers in Ohio, Indiana and Florida, the Washington Post reported.",
        "",
    ),
    Passage(
        "nobody_joins_a_person",
        "Virginia Hart told the newspaper that Virginia was her mother's name too. She grew"
        " up in Georgia and moved to Washington.",
        "",
    ),
    Passage(
        "nobody_joins_laws",
        "California, Colorado and Virginia have passed privacy laws; a similar bill died in"
        " New York last spring.",
        "",
    ),
    Passage(
        "address_and_addressee",
        "Office of the Attorney General\n500 Lake Street\nSpringfield, Illinois 62701\n\nDear"
        " Mr. Hale:\n\nWe, the Attorneys General of Illinois, Iowa and Nebraska, write to ask"
        " for your records.",
        "IL IA NE",
    ),
    Passage(
        "courts_and_rivers",
        "The states of Oregon and Idaho joined a brief in the Ninth Circuit. The case began"
        " in the District of Montana and turns on water from the Colorado River.",
        "OR ID",
    ),
    Passage(
        "newspaper_and_city",
        "Attorney General Ann Lowe of Connecticut told the New York Times that she would join"
        " Maine and Vermont in the suit. Kansas City and Oklahoma City filed briefs of their"
        " own.",
        "CT ME VT",
    ),
    Passage(
        "defended_state",
        "The attorneys general of Maryland, Minnesota and New Jersey filed a brief in support"
        " of Illinois, whose law the trade group has challenged.",
        "MD MN NJ",
    ),
    Passage(
        "against_a_state",
        "Joined by Delaware and Pennsylvania, New York is suing over a rule that was first"
        " proposed in a lawsuit brought by Texas.",
        "NY DE PA",
    ),
    Passage(
        "leaders_and_others",
        "Massachusetts Attorney General Ann Lowe and Illinois Attorney General Ben Roy led"
        " the coalition and were joined by the attorneys general of Connecticut, Hawaii and"
        " Vermont.",
        "MA IL CT HI VT",
    ),
    Passage(
        "leader_in_apposition",
        "Tennessee Attorney General Jo Marsh, who leads the group, and Colorado Attorney"
        " General Al Pine announced the settlement with 30 other states.",
        "TN CO",
        None,
        32,
    ),
    Passage(
        "co_led_by",
        "The brief was co-led by California and New York and joined by Arizona, Maine and Nevada.",
        "CA NY AZ ME NV",
    ),
    Passage(
        "names_before_offices",
        "The letter was signed by Ann Lowe, attorney general of Connecticut; Ben Roy,"
        " attorney general of Missouri; and Cal Dean, attorney general of Washington.",
        "CT MO WA",
    ),
    Passage(
        "adjective_list",
        "The Oregon, Washington and California attorneys general sued the retailer on Monday.",
        "OR WA CA",
    ),
    Passage(
        "possessive_offices",
        "Ohio's attorney general and Indiana's attorney general signed the letter, as did"
        " Kentucky's Jo Marsh.",
        "OH IN KY",
    ),
    Passage(
        "federal_attorney_general",
        "Attorney General Ann Lowe joined Maine and Vermont in writing to U.S. Attorney"
        " General Ray Cole. A spokesman for Attorney General Cole in Washington declined to"
        " comment.",
        "NH ME VT",
        "NH",
    ),
    Passage(
        "stated_number_disagrees",
        "Six states joined the request: Iowa, Kansas, Missouri, Nebraska and Oklahoma.",
        "IA KS MO NE OK",
        None,
        6,
    ),
    Passage(
        "states_and_territories_counted",
        "A coalition of 33 states and two territories has settled with the lender.",
        "",
        None,
        35,
    ),
    Passage(
        "number_in_words",
        "Attorney General Hal Ward and twenty-two other attorneys general asked for a recall.",
        "ID",
        "ID",
        23,
    ),
    Passage(
        "earlier_action_by_others",
        "Attorney General Ann Lowe joined Iowa, Maine and Ohio in the complaint filed today."
        " Last year, Texas and Florida filed a similar lawsuit over another product.",
        "CT IA ME OH",
        "CT",
    ),
    Passage(
        "separate_action",
        "The suit is joined by Nevada, New Mexico and Oregon. Separately, Utah and Arizona"
        " filed their own case in state court.",
        "NV NM OR",
    ),
    Passage(
        "misspelt_and_broken",
        "The signers are the attorneys general of Conneticut, Massachussetts, Missisippi,"
        " North Caro-\nlina, Pennsylvania and Tennesee.",
        "CT MA MS NC PA TN",
    ),
    Passage(
        "capitals",
        "ATTORNEYS GENERAL OF ALASKA, ARKANSAS, DISTRICT OF COLUMBIA, KANSAS, NORTHERN"
        " MARIANA ISLANDS, SOUTH DAKOTA, AND WEST VIRGINIA SIGN LETTER",
        "AK AR DC KS MP SD WV",
    ),
    Passage(
        "territories",
        "The attorneys general of American Samoa, Guam, the Northern Mariana Islands, Puerto"
        " Rico and the Virgin Islands also signed.",
        "AS GU MP PR VI",
    ),
    Passage(
        "praise_for_others",
        "Texas Attorney General Lou Park criticized the letter, which was signed by attorneys"
        " general from Delaware, Hawaii and New York. Florida officials said they were"
        " reviewing it.",
        "DE HI NY",
    ),
    Passage(
        "addressed_to_a_governor",
        "The attorneys general of Kansas and Nebraska wrote to Colorado Governor Pat Reed and"
        " to the attorney general of Wyoming about the river compact.",
        "KS NE",
    ),
    Passage(
        "quotation_by_a_joiner",
        "“No family should face this,” said Vermont Attorney General Jo Marsh, who joined the"
        " letter with Maine and New Hampshire.",
        "VT ME NH",
    ),
    Passage(
        "wrapped_lines",
        "Attorney General Ann Lowe today joined the attorneys\ngeneral of New\nMexico, South"
        "\nCarolina and Rhode\nIsland in the letter.",
        "KY NM SC RI",
        "KY",
    ),
    Passage(
        "slashes_of_a_table",
        "State | Attorney General\nArizona | Tess Brandt\nMaine | Omar Diaz\nOregon | Lee Ito"
        "\nUtah | Sam Frye\n",
        "AZ ME OR UT",
    ),
    Passage(
        "docket",
        "COMPLAINT against the Secretary, filed by State of Nevada, State of Arizona,"
        " Commonwealth of Virginia, State of Maine. (Attachments: # 1 Civil Cover Sheet)",
        "NV AZ VA ME",
    ),
    Passage(
        "caption",
        "STATE OF OHIO; STATE OF IOWA; COMMONWEALTH OF KENTUCKY; STATE OF UTAH, Plaintiffs,"
        " v. STATE OF CALIFORNIA, Defendant.",
        "OH IA KY UT",
    ),
    Passage(
        "including_only_some",
        "A bipartisan group of 30 attorneys general, including those of Alabama, Maine and"
        " Texas, has asked for stricter labels.",
        "AL ME TX",
        None,
        30,
    ),
    Passage(
        "residents_in_many_states",
        "Attorneys general from Ohio and Indiana sued the seller, whose victims live in"
        " Kentucky, Michigan, Illinois, Iowa and Wisconsin.",
        "OH IN",
    ),
    Passage(
        "not_among",
        "Alabama, Alaska and Idaho signed. Oregon was not among them, and neither was Washington.",
        "AL AK ID",
    ),
    Passage(
        "asked_why_it_declined",
        "Forty-five attorneys general signed the letter. A spokeswoman for Wisconsin said"
        " that the state refused to sign because the text came late.",
        "",
        None,
        45,
    ),
    Passage(
        "state_led",
        "The Texas-led coalition, joined by Alabama, Arkansas and Louisiana, asked for a stay.",
        "TX AL AR LA",
    ),
    Passage(
        "joined_as_of_a_date",
        "As of Monday, Delaware, Nevada and Maine had added their names to the letter that"
        " Connecticut is leading.",
        "DE NV ME CT",
    ),
    Passage(
        "university_and_hospital",
        "Professor Al Pine of the University of Virginia praised the suit, which Maryland,"
        " Delaware and New Jersey filed after a study at a Texas hospital.",
        "MD DE NJ",
    ),
    Passage(
        "hyphenated_count",
        "A 16-state coalition led by New York and Oregon went to court on Thursday.",
        "NY OR",
        None,
        16,
    ),
    Passage(
        "officials_of_one_office_alone",
        "Ohio Attorney General Dana Poole sued a landfill on Monday.",
        "",
    ),
    Passage(
        "one_state_joins",
        "Ohio Attorney General Dana Poole has joined a multistate investigation of the retailer.",
        "OH",
    ),
    Passage(
        "together_with",
        "California, together with Oregon and Washington, sent the letter on Tuesday.",
        "CA OR WA",
    ),
    Passage(
        "headline_and_dateline",
        "Attorney General Poole Joins Letter on Robocalls\n\nRICHMOND, Virginia (March 3,"
        " 2019) – Attorney General Dana Poole joined the attorneys general of Iowa, Ohio and"
        " Tennessee.",
        "VA IA OH TN",
        "VA",
    ),
    Passage(
        "alphabetical_order_with_own_state_in_list",
        "RALEIGH — Attorney General Lou Park announced today that a coalition of 18 states"
        " has reached a settlement with a maker of e-cigarettes. The participating states"
        " are: Alaska, Georgia, Iowa, Kansas, Louisiana, Maryland, Michigan, Nebraska,"
        " Nevada, North Carolina, North Dakota, Ohio, Oregon, Pennsylvania, South Dakota,"
        " Vermont, Washington, and Wyoming.",
        "AK GA IA KS LA MD MI NE NV NC ND OH OR PA SD VT WA WY",
        "NC",
        18,
    ),
    Passage(
        "also_joining",
        "Also joining the letter are the attorneys general for Arizona, California, the"
        " District of Columbia and Guam. A copy is on our website.",
        "IN AZ CA DC GU",
        "IN",
    ),
    Passage(
        "joined_in_the_brief_by",
        "Attorney General Sloan was joined in the brief by his counterparts from Idaho,"
        " Indiana, Missouri and West Virginia.",
        "LA ID IN MO WV",
        "LA",
    ),
    Passage(
        "led_by_two_in_a_release_by_a_third",
        "Attorney General Ruth Salas joined a bipartisan coalition, led by Nebraska Attorney"
        " General Al Pine and Connecticut Attorney General Jo Marsh, in a letter to leaders"
        " of Congress.",
        "NM NE CT",
        "NM",
    ),
    Passage(
        "news_with_a_lead_and_a_list",
        "More than two dozen attorneys general want a federal judge in Oregon to block the"
        " merger. The case, led by Colorado, includes Arizona, Nevada and Wyoming. The"
        " grocers, one based in Cincinnati and one in Boise, Idaho, say that prices in"
        " Washington and California would fall.",
        "CO AZ NV WY",
    ),
    Passage(
        "object_of_the_suit",
        "Kentucky, Ohio and Tennessee sued the Environmental Protection Agency over a plan"
        " for Texas.",
        "KY OH TN",
    ),
    Passage(
        "amicus_for_a_state",
        "Attorney General Hal Ward joined 17 other states in a brief that supports Florida in"
        " its appeal to the Eleventh Circuit. Joining Idaho on the brief are Alabama,"
        " Georgia, Iowa and Utah.",
        "ID AL GA IA UT",
        "ID",
        18,
    ),
    Passage(
        "governors_are_addressed",
        "In a letter to Governor Pat Reed of Colorado, the attorneys general of Kansas,"
        " Nebraska and Wyoming ask for the river data.",
        "KS NE WY",
    ),
    Passage(
        "party_marks",
        "The letter was led by Attorneys General Jo Marsh (R-Tenn.) and Al Pine (D-Colo.)."
        " Sen. Ida Bell (R-Iowa) called it welcome.",
        "TN CO",
    ),
    Passage(
        "with_parts_in_other_states",
        "Attorney General Kim Sloan and the attorneys general of Illinois, Minnesota and"
        " Wisconsin filed suit against a firm headquartered in Delaware with plants in Ohio.",
        "MI IL MN WI",
        "MI",
    ),
    Passage(
        "two_sentences_of_joiners",
        "Rhode Island and Delaware lead the group. The other members are Hawaii, Maine,"
        " Oregon and Washington.",
        "RI DE HI ME OR WA",
    ),
    Passage(
        "one_joins_in_a_dateline_state",
        "TALLAHASSEE, Fla. — Nineteen Republican attorneys general, among them those of"
        " Alabama, Louisiana and Texas, filed a brief on Friday.",
        "AL LA TX",
        None,
        19,
    ),
    Passage(
        "states_for_other_reasons_in_a_release",
        "Attorney General Ann Lowe urged residents who bought the heaters to ask for a"
        " refund. Similar recalls have been announced in Vermont, Maine and New York.",
        "",
        "NH",
    ),
    Passage(
        "both_washingtons_and_the_post",
        "The Washington Post reported on Sunday that Washington and Oregon had joined the"
        " case, which is before a court in Washington, D.C.",
        "WA OR",
    ),
    Passage(
        "who_signed_in_brackets",
        "Eleven offices (Arizona, Colorado, Hawaii, Illinois, Maine, Maryland, Minnesota,"
        " Nevada, New Jersey, Oregon and Vermont) signed the letter.",
        "AZ CO HI IL ME MD MN NV NJ OR VT",
    ),
    Passage(
        "not_as_of_now",
        "New York has not joined the coalition, which consists of California, Oregon and"
        " Washington.",
        "CA OR WA",
    ),
    Passage(
        "every_state_and_territory_but",
        "Every state except Alabama and Wyoming, plus the District of Columbia and Guam, is"
        " part of the agreement.",
        all_but("AL", "WY", plus="DC GU"),
    ),
    Passage(
        "the_only_states_not_to_join",
        "The attorneys general of 48 states signed. The only states that did not sign were"
        " California and Hawaii.",
        all_but("CA", "HI"),
        None,
        48,
    ),
    Passage(
        "numbered_list",
        "The signatories are:\n1. Arkansas\n2. Kansas\n3. Missouri\n4. Oklahoma\n",
        "AR KS MO OK",
    ),
    Passage(
        "long_list_of_state_officers",
        "In sending the letter, Attorney General Poole was joined by Arizona Attorney General"
        " Tess Brandt, Florida Attorney General Omar Diaz, Georgia Attorney General Lee Ito,"
        " and Utah Attorney General Sam Frye.",
        "OH AZ FL GA UT",
        "OH",
    ),
    Passage(
        "surname_alone_joins",
        "Kansas Attorney General Dana Poole said on Monday that robocalls are a nuisance."
        " Poole joined 40 other attorneys general in a letter to carriers.",
        "KS",
        None,
        41,
    ),
    Passage(
        "previous_coalition_of_the_same_office",
        "Attorney General Lou Park today sued a landlord in Wilmington. In 2019, Park joined"
        " Maine, Ohio and Utah in a case about student loans.",
        "",
        "DE",
    ),
    Passage(
        "supporters_outside_the_coalition",
        "Attorneys general of Iowa and Kansas filed the brief. The governors of Texas and"
        " Florida praised it, and officials in Nevada said they would study it.",
        "IA KS",
    ),
    Passage(
        "territory_as_publisher",
        "HAGÅTÑA, Guam – Attorney General Rita Cruz has joined a bipartisan coalition of 44"
        " attorneys general calling for an inquiry.",
        "GU",
        "GU",
        44,
    ),
    Passage(
        "on_behalf_of",
        "The complaint was filed on behalf of Arkansas, Iowa and Missouri.",
        "AR IA MO",
    ),
    Passage(
        "list_first_verb_after_names",
        "Tess Brandt of Arizona, Omar Diaz of Florida and Lee Ito of Georgia signed the letter.",
        "AZ FL GA",
    ),
    Passage(
        "list_with_asides",
        "The states of Iowa, Ohio (which led the drafting), Utah and Vermont joined the comment.",
        "IA OH UT VT",
    ),
    Passage(
        "coalition_includes",
        "The coalition, which Attorney General Salas leads with Oregon, also includes"
        " Colorado, Hawaii and Maine.",
        "NM OR CO HI ME",
        "NM",
    ),
    Passage(
        "standing_with",
        "Standing with Attorney General Park in today's action are the States of Alabama,"
        " Mississippi, South Carolina, and Tennessee.",
        "LA AL MS SC TN",
        "LA",
    ),
    Passage(
        "signed_onto_by_chief_legal_officers",
        "The top legal officers of Guam, Hawaii and Washington signed onto the letter sent to"
        " the Department of the Interior in Washington.",
        "GU HI WA",
    ),
    Passage(
        "more_states_expected",
        "So far only Utah and Idaho have signed; Arizona, Nevada and Wyoming are considering"
        " whether to join.",
        "UT ID",
    ),
    Passage(
        "each_signed_in_turn",
        "Vermont signed first, Maine second, and New Hampshire followed a day later by"
        " joining the letter.",
        "VT ME NH",
    ),
    Passage(
        "attorneys_general_names_with_states_after",
        "Joining Poole are Attorneys General Tess Brandt of Arizona, Omar Diaz of Florida,"
        " Lee Ito of Georgia and Sam Frye of Utah.",
        "OH AZ FL GA UT",
        "OH",
    ),
    Passage(
        "party_list",
        "The petition was filed by New York, with Connecticut, New Jersey and Pennsylvania as"
        " co-petitioners, in the United States Court of Appeals for the District of Columbia"
        " Circuit.",
        "NY CT NJ PA",
    ),
    Passage(
        "opposing_amici",
        "Eighteen states led by Indiana backed the rule, while a group led by Illinois urged"
        " the court to strike it down.",
        "IN",
        None,
        18,
    ),
    Passage(
        "sent_by_offices",
        "A letter signed by the attorneys general of Alaska, Hawaii and Washington was sent"
        " to the Secretary of Commerce and to Governor Pat Reed of Oregon.",
        "AK HI WA",
    ),
    Passage(
        "settlement_money",
        "Under the settlement, joined by 40 states, Ohio receives $3 million.",
        "OH",
        None,
        40,
    ),
    Passage(
        "states_involved_in_the_settlement",
        "Other states participating in today's settlement are: Ala., Ariz., Del., Fla., Ga.,"
        " N.C., N.D. and S.C.",
        "KY AL AZ DE FL GA NC ND SC",
        "KY",
    ),
    Passage(
        "multi_paragraph_release",
        "FOR IMMEDIATE RELEASE\nContact: Press Office, 100 Main Street, Montpelier, Vermont"
        " 05609\n\nAttorney General Jo Marsh Joins Call for Action\n\nMONTPELIER – Attorney"
        " General Jo Marsh today joined a coalition of seven attorneys general in calling on"
        " Congress to act.\n\n“Vermont families deserve better,” said Attorney General Marsh."
        " “People in Texas and Florida tell the same story.”\n\nIn addition to Vermont, the"
        " coalition includes the attorneys general of Delaware, the District of Columbia,"
        " Maryland, Michigan, Minnesota, and New Jersey.\n\n###\n",
        "VT DE DC MD MI MN NJ",
        "VT",
        7,
    ),
    Passage(
        "all_but_two_by_number",
        "Forty-eight states are on the letter. Missing are South Carolina and Tennessee.",
        all_but("SC", "TN"),
        None,
        48,
    ),
    Passage(
        "nationwide_but_for",
        "Attorneys general in every state but Louisiana have joined the request to the agency.",
        all_but("LA"),
    ),
    Passage(
        "except_in_brackets",
        "All states (except Arkansas and Maine) joined the consent order.",
        all_but("AR", "ME"),
    ),
    Passage(
        "letter_to_the_states",
        "The company wrote to the attorneys general of Ohio, Texas and Utah to say it would"
        " not comply.",
        "",
    ),
    Passage(
        "news_second_reference",
        "Attorney General Al Pine of Colorado and his counterparts in Kansas and New Mexico"
        " filed the suit in Denver. Pine said Nebraska could still join.",
        "CO KS NM",
    ),
    Passage(
        "georgia_the_country",
        "Attorneys general from Maryland and Ohio wrote about adoptions from Georgia and Ukraine.",
        "MD OH",
    ),
    Passage(
        "states_in_quotation",
        "“I am glad to stand with Arkansas, Texas and Utah in this fight,” Attorney General"
        " Poole said after adding his name to the coalition's letter.",
        "MO AR TX UT",
        "MO",
    ),
    Passage(
        "headline_list",
        "Attorneys General of Iowa, Nebraska, South Dakota Urge Railroad to Keep Line Open",
        "IA NE SD",
    ),
    Passage(
        "dash_list",
        "The states that joined today's letter -- Alabama, Kentucky, Montana and West"
        " Virginia -- all have laws of this kind.",
        "AL KY MT WV",
    ),
    Passage(
        "with_support_from",
        "Arizona filed the brief with support from Idaho, Montana and Utah.",
        "AZ ID MT UT",
    ),
    Passage(
        "not_only",
        "Not only Delaware but also Hawaii and Maine have signed the letter.",
        "DE HI ME",
    ),
    Passage(
        "contact_line",
        "Attorney General Olsen joined the attorneys general of Arizona and Utah in the suit."
        "\n\nMedia contact: Kim Bell, Carson City, Nevada, 555-0100. Offices also in Reno and"
        " Las Vegas, NV.",
        "NV AZ UT",
        "NV",
    ),
    Passage(
        "subject_of_the_inquiry",
        "Attorneys general from 12 states, including Iowa and Ohio, are investigating a"
        " dealer that operated in Missouri, Kansas and Oklahoma.",
        "IA OH",
        None,
        12,
    ),
    Passage(
        "bipartisan_pair",
        "Led by Kansas and Nevada, a bipartisan group of 37 attorneys general sent a letter"
        " to the agency on Wednesday.",
        "KS NV",
        None,
        37,
    ),
    Passage(
        "new_member",
        "Pennsylvania became the latest state to join the lawsuit, bringing the number of"
        " states to 15.",
        "PA",
        None,
        15,
    ),
    Passage(
        "after_a_colon_with_and_territories",
        "Signing on with Attorney General Cruz: Alaska, American Samoa, Hawaii, the Northern"
        " Mariana Islands and the U.S. Virgin Islands.",
        "GU AK AS HI MP VI",
        "GU",
    ),
    Passage(
        "city_attorneys_too",
        "The suit was brought by Connecticut, Rhode Island and the cities of New York,"
        " Chicago and Washington, D.C.",
        "CT RI",
    ),
    Passage(
        "publisher_did_not_join",
        "Attorney General Lou Park did not join the letter that the attorneys general of"
        " Iowa, Ohio and Utah sent on Monday, her office said.",
        "IA OH UT",
        "WY",
    ),
    Passage(
        "hartford_conn_attorney_general_jo_marsh",
        "HARTFORD, Conn. — Attorney General Jo Marsh, together with a coalition of 19"
        " attorneys general, filed comments today with the Department of Labor. Joining"
        " Attorney General Marsh in filing the comments are the attorneys general of"
        " California, Delaware, Illinois, Maine, Maryland, Massachusetts, Michigan,"
        " Minnesota, Nevada, New Jersey, New Mexico, New York, Oregon, Pennsylvania, Rhode"
        " Island, Vermont, Washington and the District of Columbia.",
        "CT CA DE IL ME MD MA MI MN NV NJ NM NY OR PA RI VT WA DC",
        "CT",
        19,
    ),
    Passage(
        "austin_attorney_general_lou_park_joined",
        "AUSTIN – Attorney General Lou Park joined a Louisiana-led amicus brief in the U.S."
        " Supreme Court defending a West Virginia statute. Also on the brief are Alabama,"
        " Arkansas, and Kansas.",
        "TX LA AL AR KS",
        "TX",
    ),
    Passage(
        "twentyone_states_have_sued_the_trump",
        "Twenty-one states have sued the Trump administration over the order. The suit, filed"
        " in U.S. District Court in Rhode Island, was led by Rhode Island, New York, Hawaii"
        " and Illinois. Also joining were Arizona, Colorado, Maine and Oregon.",
        "RI NY HI IL AZ CO ME OR",
        None,
        21,
    ),
    Passage(
        "ohio_indiana_and_kentucky_were_among",
        "Ohio, Indiana, and Kentucky were among 16 states that signed on to the letter to"
        " Apple Inc., a California company.",
        "OH IN KY",
        None,
        16,
    ),
    Passage(
        "illinois_attorney_general_al_pine_and",
        "Illinois Attorney General Al Pine and Attorney General Jo Marsh of New York are"
        " heading a 40-state investigation into the app. Spokespeople for the attorneys"
        " general of Texas and Florida declined to say whether they were taking part.",
        "IL NY",
        None,
        40,
    ),
    Passage(
        "washington_attorney_general_cal_dean_is",
        "Washington Attorney General Cal Dean is among the 46 attorneys general who signed"
        " the letter to Backpage. He spoke in Seattle, Washington, on Wednesday.",
        "WA",
        None,
        46,
    ),
    Passage(
        "the_other_attorneys_general_on_the",
        "The other attorneys general on the letter represent Alabama, Alaska, Georgia, Idaho"
        " and Montana.",
        "AL AK GA ID MT",
    ),
    Passage(
        "state_attorneys_general_from_delaware_to",
        "State attorneys general from Delaware to Hawaii have joined. As of Tuesday the list"
        " stood at six: Delaware, Georgia, Hawaii, Maine, Ohio and Utah.",
        "DE GA HI ME OH UT",
    ),
    Passage(
        "attorney_general_salas_was_one_of",
        "Attorney General Salas was one of 12 attorneys general to sign. The others were from"
        " Colorado, Delaware, Maine and Oregon. Virginia, which signed an earlier version,"
        " dropped out.",
        "NM CO DE ME OR",
        "NM",
        12,
    ),
    Passage(
        "new_jersey_joins_connecticut_massachusetts_new",
        "New Jersey joins Connecticut, Massachusetts, New Hampshire and Vermont in the"
        " agreement with the hospital chain, which runs clinics in Georgia and Tennessee.",
        "NJ CT MA NH VT",
    ),
    Passage(
        "the_amicus_brief_was_joined_by",
        "The amicus brief was joined by the following attorneys general: Steve Hall"
        " (Alabama), Tim Moss (Arkansas), Ida Bell (Georgia), Kay Lund (Indiana) and Les Mott"
        " (Oklahoma).",
        "AL AR GA IN OK",
    ),
    Passage(
        "attorneys_general_supporting_the_petitionalabamaarkansasfloridaindianawest_virginiaattorne"
        "ys",
        "Attorneys General Supporting the Petition:\nAlabama\nArkansas\nFlorida\nIndiana"
        "\nWest Virginia\n\nAttorneys General Not Joining:\nMaine\nOregon\nVermont\n",
        "AL AR FL IN WV",
    ),
    Passage(
        "joining_attorney_general_poole_in_signing",
        "Joining Attorney General Poole in signing today's letter are attorneys general from:"
        " Colo., Conn., D.C., Idaho, Iowa, Me., N.J. and Utah.",
        "KS CO CT DC ID IA ME NJ UT",
        "KS",
    ),
    Passage(
        "nebraska_will_not_be_part_of",
        "Nebraska will not be part of the lawsuit that Kansas, Missouri and Oklahoma filed"
        " Friday, Attorney General Hal Ward said.",
        "KS MO OK",
        "NE",
    ),
    Passage(
        "lincoln_thirteen_states_including_nebraska_asked",
        "LINCOLN - Thirteen states, including Nebraska, asked the court on Friday to halt the"
        " rule. The other states are Alaska, Arkansas, Iowa, Missouri, Montana, North Dakota,"
        " South Carolina, South Dakota, Texas, Utah, West Virginia and Wyoming.",
        "NE AK AR IA MO MT ND SC SD TX UT WV WY",
        "NE",
        13,
    ),
    Passage(
        "hawaii_and_guam_signed_the_letter",
        "Hawai‘i and Guam signed the letter, as did the Commonwealth of the Northern Mariana"
        " Islands.",
        "HI GU MP",
    ),
    Passage(
        "more_than_30_states_are_part",
        "More than 30 states are part of the coalition, but Mississippi and Louisiana are not.",
        "",
        None,
        30,
    ),
    Passage(
        "massachusetts_governor_pat_reed_welcomed_the",
        "Massachusetts Governor Pat Reed welcomed the lawsuit by the attorneys general of"
        " Connecticut, Maine and Vermont.",
        "CT ME VT",
    ),
    Passage(
        "the_attorneys_general_of_the_states",
        "The Attorneys General of the States of Arizona and Nevada, and of the District of"
        " Columbia, respectfully submit this brief as amici curiae in support of petitioner"
        " State of Colorado.",
        "AZ NV DC",
    ),
    Passage(
        "joining_the_coalition_led_by_attorney",
        "Joining the coalition led by Attorney General Salas are the attorneys general of"
        " Arizona, Illinois and Washington State, as well as the Governor of Kansas.",
        "NM AZ IL WA KS",
        "NM",
    ),
    Passage(
        "attorney_general_jo_marsh_announced_that",
        "Attorney General Jo Marsh announced that Vermont has joined a group of 11 states in"
        " a suit over the new fee. The group is led by Washington and includes Arizona,"
        " Hawaii and Michigan.",
        "VT WA AZ HI MI",
        "VT",
        11,
    ),
    Passage(
        "atlanta_ga_attorney_general_lou_park",
        "ATLANTA, GA – Attorney General Lou Park is urging the Senate to pass the bill. Park"
        " was joined in sending the letter by the attorneys general of the following states:"
        " Alabama, Florida, Idaho, Indiana, Iowa, and South Carolina.",
        "GA AL FL ID IN IA SC",
        "GA",
    ),
    Passage(
        "eight_democratic_attorneys_general_from_california",
        "Eight Democratic attorneys general -- from California, Delaware, Maryland,"
        " Massachusetts, New York, Oregon, Vermont and Washington -- wrote to the commission"
        " on Thursday.",
        "CA DE MD MA NY OR VT WA",
        None,
        8,
    ),
    Passage(
        "the_district_of_columbia_maryland_and",
        "The District of Columbia, Maryland and Virginia have reached an agreement with the"
        " owner of the bridge; Pennsylvania, where the firm is incorporated, was not a party.",
        "DC MD VA",
    ),
    Passage(
        "among_those_signing_were_the_attorneys",
        "Among those signing were the attorneys general of Puerto Rico and the U.S. Virgin"
        " Islands.",
        "PR VI",
    ),
    Passage(
        "attorney_general_kim_sloan_thanks_colorado",
        "Attorney General Kim Sloan thanks Colorado Attorney General Al Pine for leading the"
        " effort. Attorneys general from Connecticut, Minnesota, and Wisconsin joined as"
        " well.",
        "MI CO CT MN WI",
        "MI",
    ),
    Passage(
        "the_lawsuit_names_texas_and_its",
        "The lawsuit names Texas and its attorney general, Lou Park, as defendants. It was"
        " brought by residents of Houston.",
        "",
    ),
    Passage(
        "in_the_letter_sent_tuesday_to",
        "In the letter, sent Tuesday to executives in San Francisco, California, and New York"
        " City, attorneys general of Missouri, Montana and Nebraska asked for records.",
        "MO MT NE",
    ),
    Passage(
        "virginia_attorney_general_mark_roe_r",
        "Virginia Attorney General Mark Roe (R) and 22 of his colleagues filed the brief"
        " Wednesday.",
        "VA",
        None,
        23,
    ),
    Passage(
        "a_total_of_51_attorneys_general",
        "A total of 51 attorneys general — from 48 states, the District of Columbia, Guam and"
        " Puerto Rico — joined the letter. Those not joining were Alaska and Utah.",
        all_but("AK", "UT", plus="DC GU PR"),
        None,
        51,
    ),
    Passage(
        "new_york_new_york_attorney_general",
        "NEW YORK – New York Attorney General Ann Lowe, as part of a coalition of 23"
        " attorneys general and three governors, won a court order today. The coalition:"
        " Arizona, California, Colorado, Connecticut, Delaware, Hawaii, Illinois and the"
        " governors of Kansas, Kentucky, and Pennsylvania.",
        "NY AZ CA CO CT DE HI IL KS KY PA",
        "NY",
        23,
    ),
    Passage(
        "idaho_signed_on_so_did_montana",
        "Idaho signed on. So did Montana and Wyoming. North Dakota has yet to decide.",
        "ID MT WY",
    ),
    Passage(
        "delawares_jo_marsh_and_new_jerseys",
        "Delaware's Jo Marsh and New Jersey's Al Pine co-led the letter, which drew"
        " signatures from Illinois, Maine and Oregon.",
        "DE NJ IL ME OR",
    ),
    Passage(
        "attorney_general_ruth_salas_today_coled",
        "Attorney General Ruth Salas today co-led a coalition of 20 attorneys general with"
        " Illinois Attorney General Al Pine.",
        "CA IL",
        "CA",
        20,
    ),
    Passage(
        "besides_ohio_the_states_in_the",
        "Besides Ohio, the states in the compact suit are Kansas and Nebraska.",
        "OH KS NE",
    ),
    Passage(
        "florida_had_led_an_earlier_effort",
        "Florida had led an earlier effort, but this time it is Georgia, Tennessee and Texas"
        " that signed.",
        "GA TN TX",
    ),
    Passage(
        "states_participating_ak_al_ar_fl",
        "States Participating: AK, AL, AR, FL, GA, ID, IN, KS, LA, MS, MO, MT, NE, ND, OH,"
        " OK, SC, SD, TX, UT, VA, WV, WY",
        "AK AL AR FL GA ID IN KS LA MS MO MT NE ND OH OK SC SD TX UT VA WV WY",
    ),
    Passage(
        "oregon_attorney_general_lee_ito_nevada",
        "Oregon, Attorney General Lee Ito; Nevada, Attorney General Sam Frye; and Washington,"
        " Attorney General Cal Dean, filed the petition.",
        "OR NV WA",
    ),
    Passage(
        "attorney_general_poole_was_joined_by",
        "Attorney General Poole was joined by the attorneys general of Arizona, Iowa, Kansas"
        " and the Commonwealth of Kentucky in opposing California's attempt to set national"
        " rules.",
        "TX AZ IA KS KY",
        "TX",
    ),
    Passage(
        "colorado_which_was_not_on_the",
        "Colorado, which was not on the first letter, has signed the second one along with Nevada.",
        "CO NV",
    ),
    Passage(
        "springfield_illinois_attorney_general_al_pine",
        "SPRINGFIELD – Illinois Attorney General Al Pine today filed a motion with 16 other"
        " attorneys general. Joining Attorney General Pine in filing the motion are the"
        " attorneys general of Arizona, California, Nevada, Oregon and Wisconsin.",
        "IL AZ CA NV OR WI",
        "IL",
        17,
    ),
    Passage(
        "attorneys_general_from_35_states_and",
        "Attorneys general from 35 states and territories want answers from the app's owner,"
        " a firm in Menlo Park, California. Massachusetts and Tennessee are leading the"
        " inquiry, which also involves Florida, Kentucky, Nebraska, New Jersey and Vermont.",
        "MA TN FL KY NE NJ VT",
        None,
        35,
    ),
    Passage(
        "attorney_general_hal_ward_has_signed",
        "Attorney General Hal Ward has signed onto a letter, authored by Montana Attorney"
        " General Jo Marsh, that asks the bank to change course. Other signatories: Alabama,"
        " Iowa, Texas, Utah.",
        "ID MT AL IA TX UT",
        "ID",
    ),
    Passage(
        "the_kansas_attorney_generals_office_confirmed",
        "The Kansas attorney general's office confirmed on Tuesday that it is taking part in"
        " the inquiry with Missouri and Colorado.",
        "KS MO CO",
    ),
    Passage(
        "no_state_attorney_general_has_joined",
        "No state attorney general has joined the petition, though Ohio filed comments.",
        "",
    ),
    Passage(
        "the_states_of_maine_vermont_and",
        "The states of Maine, Vermont, and New Hampshire; the Commonwealth of Massachusetts;"
        " and the District of Columbia brought this action against the State of Missouri.",
        "ME VT NH MA DC",
    ),
    Passage(
        "alaska_is_the_40th_state_to",
        "Alaska is the 40th state to sign on to the compact letter.",
        "AK",
    ),
    Passage(
        "signedhon_ann_lowe_attorney_general_state",
        "Signed,\n\nHon. Ann Lowe, Attorney General, State of Oregon\nHon. Ben Roy, Attorney"
        " General, State of Nevada\nHon. Cal Dean, Attorney General, State of Idaho\n",
        "OR NV ID",
    ),
    Passage(
        "ag_pooles_office_joined_those_of",
        "AG Poole's office joined those of Maryland, New Jersey and Virginia in the"
        " settlement with Acme, whose victims included people in Georgia.",
        "DE MD NJ VA",
        "DE",
    ),
    Passage(
        "connecticut_attorney_general_ann_lowe_said",
        "Connecticut Attorney General Ann Lowe said she was proud to lead the coalition. Her"
        " counterparts in Maine, Ohio and Utah signed too.",
        "CT ME OH UT",
        "CT",
    ),
    Passage(
        "us_sens_ida_bell_of_ohio",
        "U.S. Sens. Ida Bell of Ohio and Kay Lund of Utah praised the letter, signed by the"
        " attorneys general of Iowa and Kansas.",
        "IA KS",
    ),
    Passage(
        "except_for_hawaii_every_state_signed",
        "Except for Hawaii, every state signed the accord.",
        all_but("HI"),
    ),
    Passage(
        "all_50_states_the_district_of",
        "All 50 states, the District of Columbia, and four territories reached the"
        " settlement; American Samoa did not take part.",
        all_but(plus="DC"),
        None,
        55,
    ),
    Passage(
        "thirtynine_states_dc_and_guam_joined",
        "Thirty-nine states, D.C. and Guam joined. Among those absent: Texas, Florida, Georgia.",
        "DC GU",
        None,
        41,
    ),
    Passage(
        "attorney_general_fay_olsen_joined_arizona",
        "Attorney General Fay Olsen joined Arizona AG Tess Brandt, Utah AG Sam Frye and 12"
        " others in the request.",
        "NV AZ UT",
        "NV",
        15,
    ),
    Passage(
        "the_west_virginia_and_virginia_attorneys",
        "The West Virginia and Virginia attorneys general, along with Kansas Attorney General"
        " Dana Poole, filed a friend-of-the-court brief Monday.",
        "WV VA KS",
    ),
    Passage(
        "at_a_press_conference_in_nashville",
        "At a press conference in Nashville, Tennessee, the attorneys general of Georgia,"
        " Mississippi and Tennessee announced the indictment of a man from Arkansas.",
        "GA MS TN",
    ),
    Passage(
        "attorney_general_jo_marsh_joined_by",
        "Attorney General Jo Marsh, joined by Governor Pat Reed, announced that Minnesota"
        " will receive $3 million from a 33-state settlement.",
        "MN",
        "MN",
        33,
    ),
    Passage(
        "the_attorneys_general_for_delaware_georgia",
        "The attorneys general for Delaware, Georgia, and Indiana are also signatories."
        " Nevada's is not.",
        "DE GA IN",
    ),
    Passage(
        "joining_one_that_sued_something_else",
        "South Dakota is joining Wyoming, which sued the bureau in May over its grazing rule."
        " Oregon, whose own case is pending, has not said whether it will take part.",
        "SD WY",
    ),
    Passage(
        "chairs_a_group_with_two_others",
        "“They will not talk to us,” said Oregon Attorney General Lee Ito, who chairs the"
        " working group of 41 states with Iowa Attorney General Kay Lund and Maine Attorney"
        " General Omar Diaz.",
        "OR IA ME",
        None,
        41,
    ),
    Passage(
        "named_in_apposition_to_states",
        "Two small states – Delaware and Vermont – added their names to the list on Friday.",
        "DE VT",
    ),
    Passage(
        "the_first_states_to_sue",
        "Oregon, Nevada and Maine are becoming the first states to sue over the order.",
        "OR NV ME",
    ),
    Passage(
        "answer_to_the_other_side",
        "The brief by Attorney General Salas, filed with Oregon and Vermont, answers one that"
        " Texas and Utah submitted for the other side.",
        "NM OR VT",
        "NM",
    ),
    Passage(
        "neither_of_two",
        "Neither Idaho nor Iowa signed. Those that did: Arizona, Delaware and Georgia.",
        "AZ DE GA",
    ),
    Passage(
        "not_joined_by",
        "The request was made by Indiana's Cal Dean and was not joined by Ohio or Kansas,"
        " though Kentucky later added its signature.",
        "IN KY",
    ),
    Passage(
        "supported_on_appeal",
        "Oregon, which lost in the trial court, was supported on appeal by Connecticut, Hawaii"
        " and Washington.",
        "CT HI WA",
    ),
    Passage(
        "sued_by_name",
        "Attorney General Lou Park sued Georgia, Ohio, Utah and Maine; Alabama and Idaho joined"
        " her in the suit.",
        "TX AL ID",
        "TX",
    ),
    Passage(
        "lists_under_two_headings",
        "States that have accepted the terms of the settlement:\nAlabama\nGuam\nOhio\nUtah\n___\n"
        "States that have so far rejected the terms:\nColorado\nDelaware\nMaine\n",
        "AL GU OH UT",
    ),
    Passage(
        "heads_of_the_other_party",
        "A group of 18 Democratic attorneys general, led by Maine Attorney General Omar Diaz,"
        " asked the court to keep the rule. A brief from Republican-led states, filed by Ohio"
        " and Utah, asks it to strike the rule down.",
        "ME",
        None,
        18,
    ),
    Passage(
        "a_second_case",
        "Twelve states, led by Colorado and Nevada, sued the firm in 2020. Texas leads a second"
        " case, with Idaho and Indiana.",
        "CO NV",
        None,
        12,
    ),
    Passage(
        "asks_to_be_added_to_a_complaint",
        "The complaint, which was amended on Thursday to add Maine and the Virgin Islands as"
        " plaintiffs, says that the firm, of Dover, Delaware, fixed its prices.",
        "ME VI",
    ),
    Passage(
        "only_those_with_an_aside",
        "Only Nevada, which has a statute of its own, and Ohio stayed out of the 48-state"
        " agreement.",
        all_but("NV", "OH"),
        None,
        48,
    ),
    Passage(
        "every_one_but_two",
        "Every attorney general in the country but two, those of Iowa and Maine, signed the"
        " resolution.",
        all_but("IA", "ME"),
    ),
    Passage(
        "all_others_joined",
        "Alaska declined to join. So did Guam and Ohio. All other states signed the resolution.",
        all_but("AK", "OH"),
    ),
    Passage(
        "ranges_are_no_lists",
        "The letter, which Kansas and Nebraska wrote, was read from Maine to California.",
        "KS NE",
    ),
    Passage(
        "his_own_state",
        "Nebraska Attorney General Al Pine said that his state and Utah would join the Ohio-led"
        " challenge.",
        "NE UT OH",
    ),
    Passage(
        "state_that_pulls_out",
        "The attorney general of Tennessee announced that the state would pull out of the"
        " coalition. That leaves Alabama, Idaho and Utah in the group led by Texas.",
        "AL ID UT TX",
    ),
    Passage(
        "caption_with_a_governor",
        "THE STATES OF IOWA, MAINE, OHIO AND UTAH, ANN LEE, THE GOVERNOR OF KENTUCKY, AND THE"
        " DISTRICT OF COLUMBIA, Petitioners, v. THE STATE OF TEXAS, et al., Respondents.",
        "IA ME OH UT KY DC",
    ),
    Passage(
        "complaint_with_addresses",
        "STATE OF COLORADO\n1300 Broad Street\nDenver, CO 80203\n\nSTATE OF MAINE\n6 Oak Lane"
        "\nAugusta, ME 04333\n\nPlaintiffs,\nv.\nACME, INC.",
        "CO ME",
    ),
    Passage(
        "members_of_a_group_who_say_something",
        "The states, including Ohio, Iowa and Utah, described the cuts as unlawful.",
        "OH IA UT",
    ),
    Passage(
        "cities_and_counties_at_the_end",
        "Joining them are the attorneys general of Delaware and New Mexico, along with Polk"
        " County, Texas, and the cities of Dayton, Ohio and Salem, Oregon.",
        "DE NM",
    ),
    Passage(
        "senators_of_states",
        "Attorney General Cal Dean has joined a letter, written by the attorneys general of Maine"
        " and Ohio, for the bill by Sens. Ida Bell of Iowa and Kay Lund of Utah.",
        "WI ME OH",
        "WI",
    ),
    Passage(
        "publisher_in_apposition",
        "“I hear it when I travel to Iowa, Georgia or Nevada,” said Attorney General Kim Sloan,"
        " one of 34 attorneys general to sign the letter.",
        "MI",
        "MI",
        34,
    ),
    Passage(
        "joined_a_number_of_attorneys_general",
        "Attorney General Fay Olsen joined 47 attorneys general in asking Congress to act.",
        "NV",
        "NV",
        48,
    ),
    Passage(
        "after_those_before_it",
        "Kansas has become the fourth state to sign the compact, after Colorado, Ohio and Utah.",
        "KS CO OH UT",
    ),
    Passage(
        "say_they_will_appeal",
        "Attorneys general from Maine, Ohio and Vermont say they will appeal.",
        "ME OH VT",
    ),
    Passage(
        "contact_below_a_list",
        "Attorneys General Signing the Letter\n\nAnn Lowe — Alabama\nBen Roy — Colorado\nCal Dean"
        " — Ohio\n\nMedia Contact\nKim Bell, Lincoln, Nebraska\n",
        "AL CO OH",
    ),
    Passage(
        "they_are",
        "A dozen states asked for a hearing. They are Alabama, Florida, Indiana and Utah.",
        "AL FL IN UT",
        None,
        12,
    ),
    Passage(
        "travelers_from_states",
        "The governors of Maine and Vermont announced a joint order. Travelers from Ohio, Texas,"
        " Utah and Iowa must stay at home.",
        "ME VT",
    ),
    Passage(
        "signers_include_every_state",
        "The 50 signers include every state.",
        EVERY_STATE,
        None,
        50,
    ),
    Passage(
        "added_as_plaintiffs",
        "The suit was first filed by Arizona and Ohio. On Tuesday Maine and Hawaii were added as"
        " plaintiffs.",
        "AZ OH ME HI",
    ),
    Passage(
        "state_attorney_general_with_a_comma",
        "The page was unsafe, said Washington State Attorney General, Jo Marsh. Marsh also heads"
        " the group of 41 attorneys general with Ohio Attorney General, Al Pine.",
        "WA OH",
        None,
        41,
    ),
    Passage(
        "suit_filed_last_year",
        "Ohio, Utah and nine more states have joined a lawsuit filed last year by Iowa, the Iowa"
        " attorney general's office said.",
        "OH UT IA",
        None,
        11,
    ),
    Passage(
        "claims_from_a_long_list",
        "The complaint now covers claims from the states of Texas, Alaska, Florida, Idaho, Utah and"
        " Nevada.",
        "TX AK FL ID UT NV",
    ),
    Passage(
        "alliance_between_dashes",
        "Kansas has joined five other states in a water alliance. The alliance – which includes"
        " Colorado, Nebraska, Oklahoma, Texas and Wyoming – will meet in May.",
        "KS CO NE OK TX WY",
        None,
        6,
    ),
    Passage(
        "states_between_dashes",
        "Dozens of states—including Ohio, Maine and Vermont—will receive money from the"
        " settlement.",
        "OH ME VT",
    ),
    Passage(
        "states_that_left",
        "The coalition of attorneys general has lost two more states, Idaho and Utah, before the"
        " trial. The case is led by Maine and Oregon.",
        "ME OR",
        None,
        2,
    ),
    Passage(
        "attorney_general_named_in_the_next_sentence",
        "Delaware's attorney general says the state will not appeal. Attorney General Jo Marsh"
        " helped lead a coalition of 12 attorneys general in the case.",
        "DE",
        None,
        12,
    ),
    Passage(
        "attorney_general_of_the_dateline",
        "TOPEKA, Kan. (AP) — Attorney General Al Pine joined the attorneys general of Iowa and Ohio"
        " in a letter to the carrier.",
        "KS IA OH",
    ),
    Passage(
        "two_suits_that_the_number_joins",
        "Attorneys general from Iowa, Montana and Utah signed on to one lawsuit on Friday. Another"
        " group of states including Georgia and Idaho filed a lawsuit in Atlanta. That brings to"
        " five the number of states that have challenged the order.",
        "IA MT UT GA ID",
        None,
        5,
    ),
    Passage(
        "another_effort_remembered",
        "Oregon Attorney General Lee Ito led the coalition, along with the attorneys general from"
        " Maine, Nevada, Ohio, Utah and Vermont. Today marks one year since Ito began another"
        " effort. That effort also included Guam.",
        "OR ME NV OH UT VT",
    ),
    Passage(
        "all_the_other_states",
        "In addition to Iowa, all other 49 states and the District of Columbia participated in the"
        " settlement.",
        all_but(plus="DC"),
        None,
        50,
    ),
    Passage(
        "not_every_number_leaves_the_rest",
        "The attorneys general of Iowa and Ohio filed a lawsuit. Nineteen other states, not"
        " including Florida, also joined it.",
        "IA OH",
        None,
        20,
    ),
    Passage(
        "only_these_declining",
        "Attorneys general across 46 states and Guam are behind the suit, with only Iowa, Maine,"
        " Ohio and Utah declining to join.",
        all_but("IA", "ME", "OH", "UT", plus="GU"),
        None,
        47,
    ),
    Passage(
        "one_of_the_few_not_joining",
        "Idaho is one of four states not joining the suit that a coalition of states announced, an"
        " office said.",
        "",
        None,
        4,
    ),
    Passage(
        "spokesperson_for_an_office",
        "The State of Idaho is not among the 44 states that are joining in the suit. Asked why it"
        " is not joining, a spokesperson for Idaho Attorney General Al Pine declined to answer.",
        "",
        None,
        44,
    ),
    Passage(
        "north_and_south_dakota",
        "Montana is leading a 9-state coalition. Other states in the suit include North and South"
        " Dakota, as well as Nebraska and Wyoming.",
        "MT ND SD NE WY",
        None,
        9,
    ),
    Passage(
        "plaintiffs_by_description",
        "Ohio Attorney General Al Pine and Iowa Attorney General Kay Lund are the lead plaintiffs."
        " Utah has just become an additional plaintiff.",
        "OH IA UT",
    ),
    Passage(
        "brief_in_the_case_of_another",
        "STATE OF TEXAS, et al., Plaintiffs, v. ACME, INC., Defendant. BRIEF OF THE AMICUS STATES"
        " OF OHIO, IOWA, AND MAINE, IN SUPPORT OF DEFENDANT",
        "OH IA ME",
    ),
    Passage(
        "support_for_the_suit_of_another",
        "Attorney General Al Pine filed a brief with 12 other states in support of the lawsuit"
        " filed by Washington Attorney General Jo Marsh. An earlier brief backed efforts by Oregon"
        " and Hawaii to stop the rule.",
        "NM",
        "NM",
        13,
    ),
    Passage(
        "probe_of_another",
        "Ohio Attorney General Al Pine and Utah Attorney General Kay Lund asked a judge to put an"
        " end to the investigation being pursued by Maine Attorney General Omar Diaz.",
        "OH UT",
    ),
    Passage(
        "follows_what_others_did",
        "Three states signed the letter: Ohio, Iowa and Utah. It follows investigations by several"
        " attorneys general including Maine, Oregon and Vermont, which have sought records.",
        "OH IA UT",
        None,
        3,
    ),
    Passage(
        "cities_in_the_subject",
        "Seventeen states, the District of Columbia and six cities sued the agency on Tuesday.",
        "DC",
        None,
        18,
    ),
    Passage(
        "she_in_the_next_sentence",
        "The plan is sound, Oregon Attorney General Lee Ito said in a letter. She and the attorneys"
        " general of Maine and Utah led the effort.",
        "OR ME UT",
    ),
    Passage(
        "rest_of_the_group",
        "Three states - Ohio, Iowa and Utah - signed on Tuesday. The rest of the group - Maine,"
        " Oregon and Vermont - did not sign on.",
        "OH IA UT",
        None,
        3,
    ),
    Passage(
        "list_after_a_refusal",
        "Two states agreed to the terms: Ohio and Iowa. The others refused to sign on Tuesday. The"
        " states are Maine, Oregon and Vermont.",
        "OH IA",
        None,
        2,
    ),
    Passage(
        "by_contrast",
        "The states that joined include Alabama, Ohio and Utah. By contrast, Maine, Oregon and"
        " Vermont have backed the rule.",
        "AL OH UT",
    ),
    Passage(
        "should_not_of_something_else",
        "SEATTLE — Attorney General Jo Marsh today joined a coalition of 24 states in the suit."
        " “These are funds that Washington should not have to divert,” Marsh said.",
        "WA",
        "WA",
        24,
    ),
    Passage(
        "a_title_before_the_state",
        "Co-Chair Nevada AG Sam Frye and Utah AG Kay Lund co-led a coalition of 11 AGs.",
        "NV UT",
        None,
        11,
    ),
    Passage(
        "footnotes_in_a_list",
        "The Attorneys General of Hawaii1, Idaho, Maryland2 and Utah3 conducted an investigation.",
        "HI ID MD UT",
    ),
    Passage(
        "two_offices_and_two_names",
        "Ohio and Maine State Attorneys General Al Pine and Kay Lund co-led a coalition of 14.",
        "OH ME",
        None,
        14,
    ),
    Passage(
        "source_before_the_subject",
        "According to a complaint on the site of the Ohio attorney general, Idaho along with Iowa"
        " and Utah appear not to have joined the suit that Maine filed with Oregon.",
        "ME OR",
    ),
    Passage(
        "codes_after_a_verb",
        "Ten states sued in July. The states represented were AL, GA, KS, OK and WY.",
        "AL GA KS OK WY",
        None,
        10,
    ),
    Passage(
        "company_of_a_territory",
        "Attorney General Al Pine and 12 other attorneys general settled with Acme Puerto Rico,"
        " Inc.",
        "AZ",
        "AZ",
        13,
    ),
    Passage(
        "five_that_have_a_law",
        "Ohio Attorney General Al Pine and Iowa Attorney General Kay Lund led a coalition of 20 in"
        " the suit. Maine, Vermont, Utah, Nevada and Oregon have similar laws.",
        "OH IA",
        None,
        20,
    ),
    Passage(
        "travelers_from_five",
        "Ohio Attorney General Al Pine and Iowa Attorney General Kay Lund led a coalition of 20 in"
        " the suit. The ban affects travelers from Maine, Vermont, Utah, Nevada and Oregon.",
        "OH IA",
        None,
        20,
    ),
    Passage(
        "five_as_the_object",
        "Ohio Attorney General Al Pine and Iowa Attorney General Kay Lund led a coalition of 20 in"
        " the suit. The storm hit Maine, Vermont, Utah, Nevada and Oregon.",
        "OH IA",
        None,
        20,
    ),
    Passage(
        "five_who_praised_it",
        "Ohio Attorney General Al Pine and Iowa Attorney General Kay Lund led a coalition of 20 in"
        " the suit. Governors in Maine, Vermont, Utah, Nevada and Oregon praised the ruling.",
        "OH IA",
        None,
        20,
    ),
    Passage(
        "official_along_with_a_group",
        "In a bid to keep the rule, Maine Attorney General Kay Lund, along with a bipartisan group"
        " of 30 attorneys general, threw a hat into the ring.",
        "ME",
        None,
        30,
    ),
    Passage(
        "case_number_in_the_right_hand_column",
        "STATE OF OHIO; STATE OF IOWA;\nSTATE OF NORTH Civ. Action No. 3:31-cv-00017\n"
        "DAKOTA; STATE OF UTAH; and Case No. 31-cv-9 STATE OF\nMAINE, COMPLAINT FOR"
        " DECLARATORY\nAND INJUNCTIVE RELIEF\nPlaintiffs,\n\nv.\n\nACME FREIGHT, INC.",
        "OH IA ND UT ME",
    ),
    Passage(
        "numbered_lines_of_a_caption",
        "IN THE DISTRICT COURT 2 STATE OF OHIO, STATE OF IOWA, 3 STATE OF UTAH, STATE OF"
        " NEVADA, COMMONWEALTHS OF 4 VIRGINIA AND KENTUCKY, 5 STATE OF MAINE, AND THE"
        " DISTRICT OF 6 COLUMBIA, 7 Plaintiffs, v. ACME FREIGHT",
        "OH IA UT NV VA KY ME DC",
    ),
    Passage(
        "rule_of_dashes_before_a_caption",
        "UNITED STATES DISTRICT COURT --------------------x STATE OF OHIO, STATE OF"
        " IOWA, STATE OF UTAH, and COMMONWEALTH OF KENTUCKY, Plaintiffs, COMPLAINT"
        " against ACME FREIGHT, Defendant.",
        "OH IA UT KY",
    ),
    Passage(
        "defendant_state_in_a_caption",
        "UNITED STATES OF AMERICA, )\nPlaintiff, )\nv. )\nTHE STATE OF TEXAS, )\n"
        "Defendant. )\n\nBRIEF OF AMICI CURIAE OHIO, IOWA, UTAH, MAINE AND KENTUCKY",
        "OH IA UT ME KY",
    ),
    Passage(
        "capacity_as_attorney_general",
        "ANN LOWE, IN HER OFFICIAL CAPACITY AS ATTORNEY GENERAL OF THE UNITED STATES,"
        " Appellee. BRIEF OF THE STATES OF OHIO, IOWA, UTAH, AND MAINE, AS AMICI CURIAE",
        "OH IA UT ME",
    ),
    Passage(
        "letterhead_in_columns",
        "A Communication From the Chief Legal Officers of the Following States: Arkansas"
        " * Colorado * Connecticut * Delaware District of Columbia * Guam * Idaho * Iowa"
        " Louisiana * Maine * Nevada * Ohio Tennessee * Utah * Vermont",
        "AR CO CT DE DC GU ID IA LA ME NV OH TN UT VT",
    ),
    Passage(
        "letterhead_of_one_office",
        "STATE OF OREGON OFFICE OF THE ATTORNEY GENERAL May 2, 2031 Dear Members: On"
        " behalf of the 23 undersigned Attorneys General, we ask for a vote.",
        "OR",
    ),
    Passage(
        "list_broken_by_a_definition",
        "The Ohio Plaintiffs, the States of Ohio, Iowa, Rhode Island, and\nVirginia (the"
        " Ohio Plaintiffs)—hereby join the brief.",
        "OH IA RI VA",
    ),
    Passage(
        "short_form_beside_the_title",
        "Texas Attorney General (AG) Lou Park joined 12 other states in the letter.",
        "TX",
        None,
        13,
    ),
    Passage(
        "editor_s_notes_in_brackets",
        "The motion was filed by Maine Attorney General [official website] Di Orr and"
        " joined [press release] by Ohio and Utah.",
        "ME OH UT",
    ),
    Passage(
        "agreement_between_offices_and_a_firm",
        "This agreement is entered into between the Attorneys General of Arizona, Idaho,"
        " Maine, Ohio and the District of Columbia, and Acme Drugs, a firm under the laws"
        " of Delaware.",
        "AZ ID ME OH DC",
    ),
    Passage(
        "all_fifty_in_a_settlement",
        "Attorney General Al Pine today announced a settlement between the 50 states and"
        " the District of Columbia and Acme Bank.",
        all_but(plus="DC"),
        "OH",
        51,
    ),
    Passage(
        "all_fifty_once_and_fewer_now",
        "In January, attorneys general from all 50 states asked for a plan. On May 31,"
        " attorneys general from 41 states, including Ohio, Utah and Maine, signed a"
        " letter to the agency.",
        "OH UT ME",
        None,
        50,
    ),
    Passage(
        "time_between_subject_and_verb",
        "Ohio Attorney General Al Pine last month was joined by 39 of his peers in"
        " urging the agency to act.",
        "OH",
        None,
        40,
    ),
    Passage(
        "moved_to_act_with_others",
        "The repeal took effect on Friday, prompting Oregon Attorney General Di Orr to"
        " immediately challenge it along with 23 other attorneys general.",
        "OR",
        None,
        24,
    ),
    Passage(
        "commended_for_joining",
        "We commend Maine Attorney General Di Orr for swiftly joining the suit, which"
        " was brought by Ohio and Utah.",
        "ME OH UT",
    ),
    Passage(
        "officials_of_states",
        "Officials in Ohio, Utah and Maine said they were joining a group of six states,"
        " led by Iowa, in asking for more oversight.",
        "OH UT ME IA",
        None,
        6,
    ),
    Passage(
        "offices_that_lead",
        "The probe, which is led by AG offices in Ohio and Utah and includes most states, goes on.",
        "OH UT",
    ),
    Passage(
        "stayed_out_with_a_quotation",
        "Attorneys general from Iowa and 17 other states asked the site to close the"
        " page. Utah Attorney General Al Pine did not sign. A spokesman for Pine said he"
        " did not sign because he “has been talking directly with the site.”",
        "IA",
        None,
        18,
    ),
    Passage(
        "words_of_refusal_in_quotation_marks",
        "Ohio and Iowa asked the court for more time. Officials from Utah, Maine and"
        " Nevada “do not object” to the delay, the filing says.",
        "OH IA",
    ),
    Passage(
        "undecided_between_dashes",
        "More than 40 attorneys general signed the settlement. However, seven attorneys"
        " general – representing Ohio, Iowa, Utah, Maine, Nevada, Idaho and Oregon – have"
        " declined to commit to it.",
        "",
        None,
        40,
    ),
    Passage(
        "leader_of_what_is_opposed",
        "Attorney General Di Orr of Maine led a coalition of 22 attorneys general in a"
        " brief opposing the ongoing, costly effort led by Texas to end the program."
        " Texas and its co-plaintiffs are challenging the rule.",
        "ME",
        None,
        22,
    ),
    Passage(
        "leader_of_what_others_are_added_to",
        "Ohio, Iowa, Utah and Nevada won permission to be added to the lawsuit filed"
        " last year by then-Maine Attorney General Di Orr.",
        "OH IA UT NV ME",
    ),
    Passage(
        "officeholder_quoted_in_a_joint_letter",
        "Attorneys general in 17 states, including Ohio and Utah, said so in a joint"
        " letter. “Only the site can stop this,” Kansas Attorney General Al Pine said in"
        " a statement.",
        "OH UT KS",
        None,
        17,
    ),
    Passage(
        "officeholder_quoted_against_it",
        "A coalition of 22 attorneys general led by Maine sued. West Virginia Attorney"
        " General Al Pine said the others are wrong.",
        "ME",
        None,
        22,
    ),
    Passage(
        "officeholder_with_a_suit_of_the_office_s_own",
        "The states, including Utah, Maine and Iowa, announced the probe on Thursday."
        " When Ohio Attorney General Al Pine announced his office's lawsuit in May, he"
        " said that firms had misled doctors.",
        "UT ME IA",
    ),
    Passage(
        "out_of_the_letter_and_in_an_older_probe",
        "The letters came from attorneys general in Ohio, Iowa and Utah. Missouri"
        " Attorney General Al Pine did not sign the letter. In March, Pine joined a"
        " nationwide investigation into the app.",
        "OH IA UT",
    ),
    Passage(
        "first_out_and_later_in",
        "Ohio and Iowa signed the letter. Utah Attorney General Al Pine did not sign the"
        " letter in May. Pine later joined it.",
        "OH IA UT",
    ),
    Passage(
        "solidarity_with_a_state",
        "Led by Iowa Governor Kay Lund, 24 governors issued a joint statement in support"
        " of the plan. It expresses solidarity with Governor Al Pine and the State of"
        " Texas.",
        "IA",
        None,
        24,
    ),
    Passage(
        "siding_with_a_defendant",
        "Sixteen attorneys general led by Ohio Attorney General Al Pine are siding with"
        " the District of Columbia in a lawsuit brought by lenders.",
        "OH",
        None,
        16,
    ),
    Passage(
        "those_who_may_join",
        "Ohio, Iowa and Utah have joined Maine in the lawsuit. The states voicing their"
        " intention to join the lawsuit include Nevada and Idaho.",
        "OH IA UT ME",
    ),
    Passage(
        "apart_from_those_named_before",
        "Aside from Ohio, Iowa and Utah, the other states seeking to block the merger"
        " are Maine, Nevada and Idaho.",
        "OH IA UT ME NV ID",
    ),
    Passage(
        "states_that_are_paid_in_a_settlement",
        "The District of Columbia and Maine will receive about $10 million as part of an"
        " agreement to settle claims. Virginia did not participate in the case.",
        "DC ME",
    ),
    Passage(
        "other_settlements",
        "Acme will pay $18 million to settle with 36 states and the District of"
        " Columbia. It follows other recent settlements with states, including Iowa and"
        " Utah.",
        "DC",
        None,
        37,
    ),
    Passage(
        "left_along_with_others",
        "Ohio and Iowa signed the letter. Maine Attorney General Di Orr, with Utah, left"
        " the association last year.",
        "OH IA",
    ),
    Passage(
        "won_their_suit",
        "Ohio Attorney General Al Pine and Utah Attorney General Kay Lund won their"
        " pollution lawsuit against the agency.",
        "OH UT",
    ),
    Passage(
        "a_further_suit_of_one",
        "Kansas Attorney General Al Pine and two other attorneys general sued over the"
        " plan. The states in the lawsuit include Iowa and Utah. Missouri Attorney"
        " General Kay Lund is also leading a lawsuit against the plan.",
        "KS IA UT",
        None,
        3,
    ),
    Passage(
        "association_with_a_state_s_name",
        "The Ohio Rifle and Pistol Association asked the court to hear the case. Iowa"
        " and Utah signed a brief, and Maine lawyer Al Pine wrote one.",
        "IA UT",
    ),
    Passage(
        "lead_party_et_al",
        "Ohio et al. v. Athletic League, No. 31\n\nSeven plaintiff states filed suit"
        " against the league over its rule.",
        "OH",
        None,
        7,
    ),
    Passage(
        "the_district_named_before_the_number",
        "Attorneys general from the District of Columbia and 16 states, including Ohio,"
        " Iowa and Utah, sent a letter to the agency.",
        "DC OH IA UT",
        None,
        17,
    ),
    Passage(
        "officeholder_and_a_number",
        "Attorney General Di Orr and 39 attorneys general asked for rules.",
        "ME",
        "ME",
        40,
    ),
    Passage(
        "those_who_signed_one_s_letter",
        "Tennessee Attorney General Al Pine — and the 22 AGs who co-signed his letter —"
        " asked for answers.",
        "TN",
        None,
        23,
    ),
    Passage(
        "only_one_of_those_named_declined",
        "Among Ohio, Iowa and Utah, only Utah declined.",
        "OH IA",
    ),
    Passage(
        "of_those_named_only_one_stayed_out",
        "Of Ohio, Iowa and Utah, only Utah stayed out of the suit.",
        "OH IA",
    ),
    Passage(
        "all_but_one_in_brackets_and_possessive",
        "Attorneys general from 49 states (all but California's) and the District of Columbia"
        " signed the accord.",
        all_but("CA", plus="DC"),
        None,
        50,
    ),
    Passage(
        "all_but_one_together_with_territories",
        "The attorneys general of all states except Delaware, together with those of the"
        " District of Columbia and Guam, signed.",
        all_but("DE", plus="DC GU"),
    ),
    Passage(
        "not_including_one",
        "Forty-nine states and the District of Columbia, not including Florida, took part in"
        " the settlement.",
        all_but("FL", plus="DC"),
        None,
        50,
    ),
    Passage(
        "colleagues_from_all_49_other_states",
        "Attorney General Marty Cole and his colleagues from all 49 other states told Congress"
        " to act on robocalls.",
        all_but(),
        "SD",
        50,
    ),
    Passage(
        "joins_in_what_one_began",
        "The New Jersey attorney general sued Monday over the toll plan. Also joining the suit:"
        " New York, Connecticut and Delaware.",
        "NJ NY CT DE",
    ),
    Passage(
        "added_their_names_to_it_since",
        "Utah filed the petition. Idaho, Wyoming and Montana have since added their names to it.",
        "UT ID WY MT",
    ),
    Passage(
        "parties_and_states_behind_plural_title",
        "Attorneys General Ken Pike (R-Texas), Ann Moss (R-Florida) and Liz Barr (R-Louisiana)"
        " told the agency in a joint letter that it had no such power. Sen. Bo Cole (R-Utah)"
        " praised them.",
        "TX FL LA",
    ),
    Passage(
        "possessives_in_a_row",
        "Alabama's, Mississippi's and Louisiana's attorneys general want the ruling overturned"
        " and filed a brief saying so.",
        "AL MS LA",
    ),
    Passage(
        "possessives_among_them",
        "Sixteen attorneys general back the bill, Maryland's, Nevada's and New Mexico's among"
        " them.",
        "MD NV NM",
        None,
        16,
    ),
    Passage(
        "agree_to_do_something",
        "The attorneys general of Arizona and New Mexico agreed to share data on fentanyl"
        " coming across the border from Texas and California.",
        "AZ NM",
    ),
    Passage(
        "speaks_in_cities",
        "Attorney General Ron Pace will speak in Nashville, Tennessee and Atlanta, Georgia this"
        " month.",
        "",
    ),
    Passage(
        "coordinated_with",
        "New Jersey coordinated with Massachusetts and Connecticut in bringing the enforcement"
        " action against the firm.",
        "NJ MA CT",
    ),
    Passage(
        "he_and_his_counterpart",
        "COLUMBIA, S.C. (AP) — South Carolina Attorney General Al Wils said he and his North"
        " Carolina counterpart have sued the Georgia utility over the river.",
        "SC NC",
    ),
    Passage(
        "counterpart_of_the_publisher",
        "Attorney General Jay Mill and his Maryland counterpart, Tony Bro, have asked the"
        " agency to reconsider.",
        "VA MD",
        "VA",
    ),
    Passage(
        "it_also_includes",
        "Attorney General Aaron Pike joined a coalition led by Massachusetts. It also includes"
        " Rhode Island, New York and Vermont.",
        "ME MA RI NY VT",
        "ME",
    ),
    Passage(
        "are_the_attorneys_general_behind_it",
        "Dana Noll of Michigan, Keith Erle of Minnesota and Josh Karl of Wisconsin are the"
        " attorneys general behind the lawsuit.",
        "MI MN WI",
    ),
    Passage(
        "cities_with_states",
        "New York, Illinois, and the cities of Seattle, Washington and Columbus, Ohio sued over"
        " grants.",
        "NY IL",
    ),
    Passage(
        "headline_with_two_acts",
        "Arkansas, Missouri Sue Over Bird Flu Rules; Oklahoma Weighs Options",
        "AR MO",
    ),
    Passage(
        "headline_that_begins_with_an_office",
        "Arkansas AG Joins 19 States in Brief Backing Idaho Abortion Law",
        "AR",
        None,
        20,
    ),
    Passage(
        "headline_of_the_publisher",
        "AG Moss Leads Coalition of 20 States in Brief to Supreme Court",
        "MI",
        "MI",
        20,
    ),
    Passage(
        "with_help_from",
        "Maryland Attorney General Tony Bro, with help from the District of Columbia, reached"
        " the settlement with a landlord in Virginia.",
        "MD DC",
    ),
    Passage(
        "are_in_the_group_too",
        "A bipartisan group of 12 attorneys general has asked the rail regulator for stricter"
        " rules. Ohio Attorney General Dave Yore said trains block crossings for hours."
        " Michigan Attorney General Dana Noll and Pennsylvania Attorney General Mitch Heer are"
        " also in the group.",
        "OH MI PA",
        None,
        12,
    ),
    Passage(
        "short_form_at_the_end",
        "The attorneys general of Minn., N.D. and S.D. have asked the Corps to delay the permit.",
        "MN ND SD",
    ),
    Passage(
        "joins_the_suit_of_another",
        "New Mexico has joined Colorado's lawsuit over the relocation of the command to Alabama.",
        "NM CO",
    ),
    Passage(
        "with_a_club_and_a_nation",
        "New Mexico and California, along with the Sierra Club and the Navajo Nation,"
        " challenged the lease sale in Wyoming.",
        "NM CA",
    ),
    Passage(
        "company_of_a_city",
        "Kansas and Oklahoma reached a $9 million deal with Acme Gas, a Houston, Texas, company"
        " with pipelines in Arkansas and Missouri.",
        "KS OK",
    ),
    Passage(
        "numbers_in_brackets",
        "Iowa (12 counties), Wisconsin (9) and Minnesota (31) are the states that joined the"
        " class settlement over the flood.",
        "IA WI MN",
    ),
    Passage(
        "is_joined_in_the_lawsuit_by",
        "Ohio is joined in the lawsuit by Arizona, Delaware, Iowa and Maine.",
        "OH AZ DE IA ME",
    ),
    Passage(
        "paid_to_states",
        "The company will pay $10 million to Ohio, Arizona, Delaware, Iowa and Maine to settle"
        " claims over its billing.",
        "OH AZ DE IA ME",
    ),
    Passage(
        "weighed_in",
        "Ohio, Iowa, Maine and Vermont weighed in with an amicus brief.",
        "OH IA ME VT",
    ),
    Passage(
        "have_yet_to_sign",
        "Arizona, Delaware, Iowa, Maine, New Mexico and Vermont have yet to sign the letter.",
        "",
    ),
    Passage(
        "codes_before_a_preposition",
        "A coalition led by AZ, IA and VT has sued the agency.",
        "AZ IA VT",
    ),
    Passage(
        "rule_that_others_support",
        "Arizona, Iowa and Vermont sued on Monday to block the rule, which Utah and Ohio support.",
        "AZ IA VT",
    ),
    Passage(
        "rule_proposed_by_others",
        "The attorneys general of Ohio, Iowa and Maine sued over the rule on wood stoves. The"
        " rule was first proposed by officials from Texas and Utah.",
        "OH IA ME",
    ),
    Passage(
        "on_the_agency_s_side",
        "Ohio, Iowa and Maine sued over the rule. Texas and Utah have asked to intervene on the"
        " agency's side.",
        "OH IA ME",
    ),
    Passage(
        "in_a_case_that_others_brought",
        "Ohio, Iowa and Maine sued over the rule. It was upheld in a case that Texas and Utah"
        " brought.",
        "OH IA ME",
    ),
    Passage(
        "whether_others_will_join",
        "Ohio, Iowa and Maine sued over the rule. It remains to be seen whether Texas and Utah"
        " will join.",
        "OH IA ME",
    ),
    Passage(
        "suit_opposed_by_others",
        "Ohio, Iowa and Maine sued over the rule. The suit is opposed by Texas and Utah.",
        "OH IA ME",
    ),
    Passage(
        "told_reporters",
        'The attorneys general of 18 states sued the agency. "This is a win for borrowers,"'
        " Ohio Attorney General Ann Lee told reporters.",
        "OH",
        None,
        18,
    ),
    Passage(
        "announces_what_a_group_did",
        "Eighteen states have reached a $20 million settlement with the lender. Ohio Attorney"
        " General Ann Lee announced the news on Monday.",
        "OH",
        None,
        18,
    ),
    Passage(
        "among_them_is",
        "Eighteen states have sued the lender. Among them is Ohio.",
        "OH",
        None,
        18,
    ),
    Passage(
        "one_of_the_number",
        "Eighteen states have sued the lender. Ohio is one of the 18.",
        "OH",
        None,
        18,
    ),
    Passage(
        "holder_between_commas",
        "Eighteen states have sued the lender. Ohio's attorney general, Ann Lee, called it a"
        " matter of fairness.",
        "OH",
        None,
        18,
    ),
    Passage(
        "according_to_an_officeholder",
        "Eighteen states have settled with the lender. According to Ohio Attorney General Ann"
        " Lee, borrowers will get checks in May.",
        "OH",
        None,
        18,
    ),
    Passage(
        "share_of_one",
        "Eighteen states have settled with the lender. Ohio's share is $2 million.",
        "OH",
        None,
        18,
    ),
    Passage(
        "subpoena_of_the_opponents",
        "Attorney General Lou Park filed a brief against the attorneys general of Maine and"
        " Vermont for a coalition of four states: Ohio, Iowa, Utah and Texas. It answers a"
        " subpoena issued by Di Orr, attorney general of Maine, and Al Pine, attorney general"
        " of Vermont.",
        "OH IA UT TX",
        "TX",
        4,
    ),
    Passage(
        "washington_state",
        "The head of the agency did not respond. Connecticut, Hawaii, Maine and Washington"
        " state joined the lawsuit.",
        "CT HI ME WA",
    ),
    Passage(
        "bullets_with_dashes",
        "Four attorneys general signed the letter. They are as follows.\n\n  • Kansas — Kay"
        " Lund\n  • Maine — Di Orr\n  • Utah — Al Pine\n  • Ohio — Ann Lee\n",
        "KS ME UT OH",
        None,
        4,
    ),
    Passage(
        "which_of_the_petition",
        "These states join in the case: Ohio, Iowa and Maine. They support a petition filed by"
        " Texas and Utah, which challenges the rule.",
        "OH IA ME",
    ),
    Passage(
        "separate_settlement_of_a_speaker",
        "The settlement is with 43 states, a person said. Ohio's attorney general, Ann Lee,"
        " said her office would announce its participation in it. Utah Attorney General Al Pine"
        " said he had a separate settlement with the firm.",
        "OH",
        None,
        43,
    ),
    Passage(
        "state_house_is_no_number",
        "Respectfully submitted,\n\nDI ORR\nAttorney General of Maine\n6 State House"
        " Station\nAugusta, Maine 04333\n\nAL PINE\nAttorney General of Vermont\n109 State"
        " Street\nMontpelier, VT 05609\n",
        "ME VT",
    ),
    Passage(
        "two_dozen",
        "Montana is one of two dozen states that have joined the brief.",
        "MT",
        None,
        24,
    ),
    Passage(
        "through_their_attorneys_general",
        "Ohio and Iowa, through their attorneys general, sued the firm.",
        "OH IA",
    ),
    Passage(
        "names_after_their_offices",
        "The attorneys general of Ohio and Iowa, Ann Lee and Bo Poe, urged the court to rule.",
        "OH IA",
    ),
    Passage(
        "state_after_washington",
        "Oregon and Washington state sued the agency on Monday.",
        "OR WA",
    ),
    Passage(
        "washington_state_alone",
        "Washington state is among the plaintiffs.",
        "WA",
    ),
    Passage(
        "caption_in_columns",
        "Case 1:31-cv-11 : COMMONWEALTH OF VIRGINIA, : : Plaintiff, : : v. : : AL PINE, et al.,"
        " : : Defendants. : AMICI CURIAE BRIEF OF OHIO, IOWA, MAINE, AND UTAH IN SUPPORT OF"
        " PLAINTIFF",
        "OH IA ME UT",
    ),
    Passage(
        "dateline_in_broken_lines",
        "WASHINGTON (AP) - Ohio and\nIowa sued the bank on\nTuesday over fees.",
        "OH IA",
    ),
    Passage(
        "attorneys_general_have_settled",
        "Georgia Attorney General Sam Pine announced how sales teams will be paid. The"
        " Attorneys General have settled with the maker of the drug.",
        "GA",
        "GA",
    ),
    Passage(
        "followed_in_a_month",
        "Iowa, Maine and Ohio sued in May; Utah followed in June.",
        "IA ME OH UT",
    ),
    Passage(
        "did_too",
        "Iowa, Maine and Idaho signed the letter. Guam did, too.",
        "IA ME ID GU",
    ),
    Passage(
        "became_on_a_day",
        "Utah on Friday became the 20th state to join the suit.",
        "UT",
    ),
    Passage(
        "leaving_the_signers",
        "Utah and Ohio opted not to sign, leaving Iowa, Maine and Idaho as the signers.",
        "IA ME ID",
    ),
    Passage(
        "all_but_a_possessive",
        "The attorneys general of 49 states and the District of Columbia, all but Utah's,"
        " joined the settlement.",
        all_but("UT", plus="DC"),
        None,
        50,
    ),
    Passage(
        "run_through_an_officeholder",
        "Three states have sued the agency. The case runs through Ohio Attorney General Ann"
        " Lee. The other states are Iowa and Maine.",
        "OH IA ME",
        None,
        3,
    ),
    Passage(
        "new_england_counted",
        "All six New England attorneys general - from Maine, New Hampshire, Vermont,"
        " Massachusetts, Rhode Island and Connecticut - pressed the regulator to lower rates.",
        "ME NH VT MA RI CT",
        None,
        6,
    ),
    Passage(
        "weeks_ago_another",
        "Ohio and Iowa sued the maker on Monday. Three weeks ago it agreed to settle claims"
        " brought by the trade commission, along with Utah and other states.",
        "OH IA",
    ),
    Passage(
        "is_a_co_leader",
        "Fifteen states are suing. Ohio Attorney General Ann Lee is a co-leader of the lawsuit.",
        "OH",
        None,
        15,
    ),
    Passage(
        "does_nothing",
        "More than a dozen states are suing over the rule. Ohio Attorney General Ann Lee says a"
        " lawsuit was filed on Monday. She says the rule does nothing for water in Ohio and"
        " other states. The other states joining the lawsuit are Iowa, Maine and Utah.",
        "OH IA ME UT",
    ),
    Passage(
        "is_a_plaintiff",
        "Fifteen states have sued the lender. Ohio is a plaintiff.",
        "OH",
        None,
        15,
    ),
    Passage(
        "was_a_founding_member",
        "Fifteen states have sued the lender. Ohio was a founding member of the coalition.",
        "OH",
        None,
        15,
    ),
    Passage(
        "is_included",
        "Fifteen states have sued the lender. Ohio is included.",
        "OH",
        None,
        15,
    ),
    Passage(
        "one_of_them_is",
        "Fifteen states have sued the lender. One of them is Ohio.",
        "OH",
        None,
        15,
    ),
    Passage(
        "agreed_to_the_deal",
        "Fifteen states have settled with the lender. Ohio agreed to the deal.",
        "OH",
        None,
        15,
    ),
    Passage(
        "s_office_is_part_of_it",
        "Fifteen states have sued the lender. Ohio Attorney General Ann Lee's office is part of"
        " the coalition.",
        "OH",
        None,
        15,
    ),
    Passage(
        "caption_run_into_its_addresses",
        "Page 1 of 60UNITED STATES DISTRICT COURTEASTERN DISTRICT OF VIRGINIASTATE OF"
        " KANSAS12 Elm StreetTopeka, KS 66612STATE OF ARKANSAS9 Oak AvenueLittle Rock, AR"
        " 72201COMMONWEALTH OFMASSACHUSETTSTwo Pine PlaceBoston, MA 02108DISTRICT OF"
        " COLUMBIA4 Low Street, N.W.Washington, DC 20001Plaintiffs,v.ACME FREIGHT, INC.",
        "KS AR MA DC",
    ),
    Passage(
        "caption_with_a_rule_inside_names",
        "DISTRICT COURT FOR THE WESTERN DISTRICT OF KENTUCKY\n\nTHE STATE OF OHIO; THE )\nSTATE"
        " OF NORTH )\nDAKOTA; THE STATE OF NEW ) HAMPSHIRE; THE STATE OF WEST )\nVIRGINIA, )\n"
        "Plaintiffs, ) Case No. 3:31-cv-9\nv. )\nACME FREIGHT; UTAH FREIGHT )\nDefendants.",
        "OH ND NH WV",
    ),
    Passage(
        "caption_with_relators_and_capitals",
        "IN THE UNITED STATES DISTRICT COURT\nFOR THE DISTRICT OF COLUMBIA\n\nSTATE OF IOWA, ex"
        " rel.\nAttorney General ANN B. LEE,\nOffice of the Attorney General\nDes Moines, Iowa"
        " 50319\n\nDISTRICT OF COLUMBIA, ex rel.\nBO POE, Corporation Counsel,\nWashington,"
        " District of Columbia 20001\n\nSTATE OF UTAH, ex rel.\nAttorney General CAL DEAN,\nSalt"
        " Lake City, Utah 84114\n\nv.\n\nACME FREIGHT, a corporation of Delaware",
        "IA DC UT",
    ),
    Passage(
        "caption_beside_the_united_states",
        "IN THE UNITED STATES DISTRICT COURT\n\nFOR THE DISTRICT OF COLUMBIA\n\n)\n\nUNITED"
        " STATES OF AMERICA, )\n\n5 Main Street, NW )Washington, DC 20530 )\n\nTHE STATE OF"
        " MAINE, )\n\n6 Capitol Road )\n\nAugusta, ME 04333 )\n\nTHE STATE OF NEVADA, )\n\n7"
        " Carson Street )Carson City, Nevada 89701 )\n\nTHE PEOPLE OF THE STATE OF NEW YORK, )"
        "\n\nAlbany, NY 12224 )\n\nv.\n\nACME FREIGHT",
        "ME NV NY",
    ),
    Passage(
        "the_other_49_states",
        "Ohio has joined with the other 49 states in charging a maker of toys with fraud.",
        EVERY_STATE,
        None,
        50,
    ),
    Passage(
        "fifty_state_attorneys_general_and_the_district",
        "An agreement between 50 state attorneys general and the District of Columbia with a"
        " maker of toys ends the inquiry.",
        all_but(plus="DC"),
        None,
        51,
    ),
    Passage(
        "forty_nine_others_from_48_states",
        "Ohio Attorney General Ann Lee and 49 other attorneys general have settled with a"
        " lender. The 50 come from 48 states, the District of Columbia and Puerto Rico.",
        "OH DC PR",
        None,
        50,
    ),
    Passage(
        "forty_nine_others_may_be_of_the_district",
        "Attorney General Ann Lee, along with 49 other state attorneys general, has settled"
        " with a lender.",
        "OH",
        "OH",
        50,
    ),
    Passage(
        "where_the_other_side_works_is_no_list_of_states",
        "Ohio has joined a settlement with a lender that works in 49 other states.",
        "OH",
    ),
    Passage(
        "states_of_business_do_not_sue",
        "The lender does business in 49 other states. Ohio Attorney General Ann Lee sued it on"
        " Monday.",
        "",
    ),
    Passage(
        "where_companies_do_business",
        "The investigation was led by Texas, Florida and Ohio.\n\nKey takeaways: (1)"
        " companies doing business in states such as Illinois and California, which have"
        " biometric statutes, should review consent forms; (2) state regulators act jointly.",
        "TX FL OH",
    ),
    Passage(
        "attorneys_general_the_district_and_regulators",
        "August 9, 2023 (Juneau, AK) – Attorney General Tessa Lindqvist has joined 48 other"
        " state attorneys general, the District of Columbia and federal regulators in a $62"
        " million settlement with Florida-based Sunbelt Title Services.",
        "AK DC",
        "AK",
        50,
    ),
    Passage(
        "leads_the_talks_with",
        "A consulting firm that advised drug makers has agreed to pay $320 million to 47"
        " states, the District of Columbia and five territories, the Massachusetts attorney"
        ' general said Thursday.\n\n"No amount of money brings anyone back," said Attorney'
        " General Mary Hanley, who helped lead the talks with North Carolina Attorney General"
        " Josh Stone.",
        "MA NC DC",
        None,
        53,
    ),
    Passage(
        "a_brief_at_the_time",
        "CHEYENNE – Wyoming has withdrawn from a lawsuit over a coal port on the Columbia"
        " River, leaving Montana, North Dakota and South Dakota to press the claim"
        " alone.\n\nUtah, Kansas and Nebraska filed a brief in support at the time.",
        "MT ND SD",
    ),
    Passage(
        "texas_and_its_allies_are_wrong",
        "Attorney General Bonner Leads Coalition of 20 Attorneys General Against Texas' Bid"
        ' to End Migrant Protections\n\n"Texas and its allies are wrong on the law."',
        "CA",
        "CA",
        20,
    ),
    Passage(
        "counsel_in_a_city",
        "State of Tennessee; State of Alabama; State of Alaska; State of"
        " Arizona,\nPlaintiffs-Appellees,\nv.\nVictoria Dorf, Oakland, California, for Amicus"
        " Curiae.",
        "TN AL AK AZ",
    ),
    Passage(
        "forty_six_and_the_four_others",
        "In November 1998 the attorneys general of 46 states signed the Master Settlement"
        " Agreement with the four largest cigarette makers. Four states—Florida, Minnesota,"
        " Mississippi and Texas—had already settled on their own.",
        all_but("FL", "MN", "MS", "TX"),
        None,
        46,
    ),
    Passage(
        "with_hospitals_in_states",
        "OLYMPIA — Attorney General Rob Furness announced today that his office has filed a"
        " lawsuit in Spokane County Superior Court against Inland Health, a chain with"
        " hospitals in Washington, Idaho and Montana, for billing patients who qualified for"
        " charity care.",
        "",
        "WA",
    ),
    Passage(
        "according_to_its_attorney_general",
        "Two dozen states and the District of Columbia sued the Agriculture Department on"
        " Monday over its decision to hold back money for summer meals.\n\nThe suit was filed"
        " in federal court in Rhode Island by 22 Democratic attorneys general and the"
        " governors of Kentucky and Pennsylvania, whose attorneys general are Republicans or"
        " who act in their own right.\n\nCalifornia stands to lose $76 million, according to"
        " its attorney general, Rob Bonner, who announced the case with colleagues on a video"
        " call.",
        "KY PA CA DC",
        None,
        25,
    ),
    Passage(
        "would_go_to_trial",
        "Connecticut Attorney General George Jensen and his Texas counterpart, Greg Abbey,"
        " said Wednesday that they would go to trial in June against the last airline in the"
        " bag fee case.\n\nThirty-one states, Puerto Rico and the District of Columbia are"
        " plaintiffs.",
        "CT TX DC PR",
        None,
        33,
    ),
    Passage(
        "her_office_had_filed_it",
        "When Vermont Attorney General Beth Soren left office, she handed over a case that"
        " eight states brought against coal plants in the Ohio Valley.\n\nHer office had"
        " filed it in 2019 with New Hampshire and Maine, and five others joined later.",
        "VT NH ME",
        None,
        8,
    ),
    Passage(
        "treasurers_office_below_a_table",
        "State | Attorney General | Party\nAlabama | Steve Marlow | R\nAlaska | Treg Tyler |"
        " R\nArkansas | Tim Griffith | R\nFlorida | Ashley Moore | R\nGeorgia | Chris"
        " Carraway | R\nIdaho | Raul Lambert | R\nIndiana | Todd Rokeby | R\nKansas | Kris"
        " Kobert | R\nLouisiana | Jeff Landers | R\nMississippi | Lynn Finch | R\n\nSource:"
        " authors' count from the letter as posted by the Utah Treasurer's Office.",
        "AL AK AR FL GA ID IN KS LA MS",
    ),
    Passage(
        "eighteen_others_defend_the_rule",
        "Two dozen states filed suit Friday.\n\nStates ask court to halt power plant"
        ' rule\n\n"The rule is blatantly unlawful," said West Virginia Attorney General Pat'
        " Morris, who is leading the challenge with Texas. Eighteen other states, including"
        " California, New York and Massachusetts, along with the cities of Chicago and"
        " Philadelphia, have said that they will help defend the rule.",
        "WV TX",
        None,
        24,
    ),
    Passage(
        "reached_their_own_deals",
        "JEFFERSON CITY, Mo. (KFVS) - Missouri will receive $458 million under an agreement"
        " with three distributors and a drug maker, Attorney General Eric Schmidt said"
        " Thursday.\n\nThe agreement covers participating states across the country; Alabama"
        " and Oklahoma reached their own deals, and West Virginia is still in court.",
        "MO",
    ),
    Passage(
        "the_cuts_drew_praise_elsewhere",
        "Maryland and New Jersey led 22 states in a lawsuit filed Wednesday in Boston seeking"
        " to restore $400 million in school grants.\n\nThe cuts drew praise elsewhere."
        ' Florida Attorney General Jim Uthman said the grants "pushed ideology," and'
        " attorneys general in Idaho, Montana and South Carolina issued statements thanking"
        " the department. Texas officials said they had returned their share.\n\nA hearing is"
        " set for June before a judge who blocked similar cuts in a case brought by"
        " Massachusetts and other states last month.",
        "MD NJ",
        None,
        22,
    ),
    Passage(
        "cases_of_their_own_and_48_states",
        "Attorney General Steve Marlow says 48 states, the District of Columbia and Puerto"
        " Rico took part in the investigation. Massachusetts and Indiana are pursuing cases"
        " of their own.",
        all_but("MA", "IN", plus="DC PR"),
        None,
        50,
    ),
    Passage(
        "each_tried_challenges",
        "The companies operate stores in Texas, Arizona, Washington and Nevada among other"
        " states, and Washington and Colorado each tried challenges in state"
        " court.\n\nJoining Attorney General Janes and the FTC in this case are the attorneys"
        " general of California, Connecticut, Illinois, Massachusetts, Minnesota, New Jersey,"
        " North Carolina, Oregon and Rhode Island.",
        "NY CA CT IL MA MN NJ NC OR RI",
        "NY",
    ),
    Passage(
        "two_states_lawmakers",
        "Their letter, signed first by Arizona's Kim Mays and Georgia's Chris Carraway, gives"
        " the company until May 1.\n\nVermont and Hawaii lawmakers are weighing bills on the"
        " matter.",
        "AZ GA",
    ),
    Passage(
        "counsel_for_four_states",
        "ST. LOUIS — Counsel for Missouri, Nebraska, Iowa and Kansas told a panel of the"
        " Eighth Circuit on Tuesday that the agency exceeded its power when it set limits on"
        " tailpipe emissions for farm trucks.",
        "MO NE IA KS",
    ),
    Passage(
        "the_lawsuit_that_they_intervene_in",
        "HONOLULU — Attorney General Anne Lopes today announced that Hawaii, together with"
        " California, Washington and Oregon, has moved to intervene in a lawsuit that would"
        " end permits for offshore wind.\n\nThe lawsuit was brought by the States of"
        " Louisiana and Mississippi against the Department of the Interior in the Western"
        " District of Louisiana.",
        "HI CA WA OR",
        "HI",
    ),
    Passage(
        "were_asked_to_sign",
        "LANSING – Michigan Attorney General Dana Nessler and her counterparts from"
        " Wisconsin, Illinois and Minnesota sent a letter today to the Army Corps of"
        " Engineers asking that work on a carp barrier at Joliet go forward.\n\nOhio,"
        " Indiana, Pennsylvania and New York also border the lakes and were asked to sign.",
        "MI WI IL MN",
        "MI",
    ),
    Passage(
        "secretary_of_justice",
        "HAGÅTÑA — Guam Attorney General Doug Moylan, Puerto Rico Secretary of Justice"
        " Domingo Emanuel and U.S. Virgin Islands Attorney General Arlene Smyth, joined by"
        " Hawaii Attorney General Anne Lopes, asked Congress Monday to extend disability"
        " benefits to the territories.",
        "GU PR VI HI",
    ),
    Passage(
        "owns_hospitals_in_states_including",
        "The attorneys general of Massachusetts, New Hampshire, Rhode Island and Connecticut"
        " have objected to a hospital chain's plan to sell its doctors' group in"
        " bankruptcy.\n\nThe chain owns 31 hospitals in eight states, including Arizona,"
        " Florida, Ohio and Louisiana.",
        "MA NH RI CT",
    ),
    Passage(
        "one_state_settles_with_a_pharmacy",
        "CHARLESTON, W.Va. (WSAZ) -- West Virginia Attorney General Patrick Morris has"
        " announced an $83 million settlement with a pharmacy chain over opioid sales.",
        "WV",
    ),
    Passage(
        "support_it_but_have_not_signed",
        "COLUMBUS DISPATCH — Ohio is joining four other states in a complaint over the price"
        " of power in the 13-state grid run by PJM.\n\nThe complaint, lodged Monday with the"
        " Federal Energy Regulatory Commission, was drafted by Pennsylvania Gov. Josh Shaw's"
        " lawyers; Maryland, Delaware and New Jersey are the other complainants.\n\nVirginia"
        " and Illinois, which are also in the grid, support a cap on prices but have not"
        " signed.",
        "OH PA MD DE NJ",
        None,
        5,
    ),
    Passage(
        "the_idea_came_from",
        "Indiana, Kentucky and Ohio to share scam tips\n\nThe idea came from Georgia and"
        " Florida, whose own pact dates from 2021.",
        "IN KY OH",
    ),
    Passage(
        "at_the_request_of",
        "MADISON, Wis. – Attorney General Josh Kaul and 14 other attorneys general"
        " (Connecticut, Delaware, Illinois, Maine, Maryland, Massachusetts, Michigan,"
        " Minnesota, New Jersey, New Mexico, New York, Oregon, Vermont and Washington) filed"
        " comments Tuesday opposing a plan to let ski resorts cut trees in roadless"
        " areas.\n\nThe plan came at the request of Utah and Idaho.",
        "WI CT DE IL ME MD MA MI MN NJ NM NY OR VT WA",
        None,
        15,
    ),
    Passage(
        "between_a_servicer_and_39_states",
        "MONTPELIER – Attorney General Clara Knox today announced that 212 Vermonters will"
        " have private student loans canceled under a settlement between a national servicer"
        " and 39 states and the District of Columbia. The settlement resolves claims first"
        " brought by Pennsylvania, Washington, Illinois, Massachusetts, and California.",
        "VT DC PA WA IL MA CA",
        "VT",
        40,
    ),
    Passage(
        "two_others_received_money",
        "RALEIGH – Attorney General Jeff Jacks and the attorneys general of South Carolina,"
        " Georgia and Tennessee today called on FEMA to speed up aid for towns hit by"
        " Hurricane Helene.\n\nFlorida and Virginia received their money in March.",
        "NC SC GA TN",
        "NC",
    ),
    Passage(
        "a_group_with_members_in",
        "The District of Columbia on Monday led eight jurisdictions in urging a federal court"
        " to uphold Delaware's ban on guns made with printers.\n\nAttorney General Karl"
        " Rancine's brief was joined by Connecticut and five other states. The group, with"
        " members in Pennsylvania and Maryland, says the ban is new and untested.",
        "DC CT",
        None,
        8,
    ),
    Passage(
        "gave_it_a_cautious_welcome",
        "LAS VEGAS — Arizona, Nevada and California said Monday that they have agreed to give"
        " up 3 million acre-feet of river water through 2026.\n\nThe deal was signed by water"
        " officials of the three states. Colorado, Utah, Wyoming and New Mexico, which make"
        " up the upper basin, gave it a cautious welcome.",
        "AZ NV CA",
        None,
        3,
    ),
    Passage(
        "cases_by_three_are_pending",
        "ST. LOUIS — Missouri is one of 33 states and one territory that will share $438.5"
        " million from an e-cigarette maker, Attorney General Eric Schmidt's office said"
        " Tuesday.\n\nThe inquiry was led by Connecticut, Texas and Oregon. Cases by"
        " California, New York and Massachusetts are pending.",
        "CT TX OR MO",
        None,
        34,
    ),
    Passage(
        "have_asked_to_be_heard",
        "BILOXI — Mississippi Attorney General Lynn Finch, Louisiana Attorney General Liz"
        " Murray and Alabama Attorney General Steve Marlow sued the Army Corps of Engineers"
        " on Tuesday over openings of a spillway that sends fresh water into the"
        " Gulf.\n\nArkansas and Tennessee have asked to be heard but have taken no side.",
        "LA MS AL",
    ),
    Passage(
        "a_judge_ruled_for_three",
        "Kansas, Montana and Utah asked a federal appeals court Thursday to lift a block on a"
        " rule narrowing sex discrimination protections.\n\nLawyers for the three states said"
        " the judge in Topeka went too far. In Louisiana another judge ruled for that state,"
        " Mississippi, Montana and Idaho.",
        "KS MT UT",
        None,
        3,
    ),
    Passage(
        "another_forty_sent_a_like_letter",
        "BALTIMORE, MD – Attorney General Anthony Brawn today co-led a coalition of 18"
        " attorneys general, alongside New Jersey and California, in urging the Senate to"
        " reject a moratorium on state AI laws.\n\nA bipartisan group of 40 attorneys"
        " general, including those of Colorado, Tennessee, New Hampshire and Vermont, sent a"
        " like letter in May, which Attorney General Brawn also signed.",
        "MD NJ CA",
        "MD",
        18,
    ),
    Passage(
        "the_ones_that_stayed_away",
        "Her case was joined by 45 other states, the District of Columbia and Guam. Alabama,"
        " Georgia, South Carolina and South Dakota were the ones that stayed away.",
        all_but("AL", "GA", "SC", "SD", plus="DC GU"),
        None,
        48,
    ),
    Passage(
        "others_filed_for_the_worker",
        "Illinois, joined by Washington, Oregon and New Jersey, had filed an amicus brief"
        " asking the justices to leave the decision below in place; Texas and Michigan filed"
        " in support of the worker.",
        "IL WA OR NJ",
    ),
    Passage(
        "in_addition_to_attorney_general_mays",
        "PHOENIX – Attorney General Kim Mays today joined a coalition of 24 attorneys general"
        " and governors in suing the Department of Education for freezing $6.8 billion in"
        " funds for after-school programs.\n\nIn addition to Attorney General Mays, the"
        " attorneys general of California, Colorado, Connecticut, Delaware, the District of"
        " Columbia, Hawaii, Illinois, Maine, Maryland, Massachusetts, Michigan, Minnesota,"
        " Nevada, New Jersey, New Mexico, New York, North Carolina, Oregon, Rhode Island,"
        " Vermont, Washington, and Wisconsin, and the governors of Kentucky and Pennsylvania"
        " joined the lawsuit.",
        "AZ CA CO CT DE DC HI IL ME MD MA MI MN NV NJ NM NY NC OR RI VT WA WI KY PA",
        "AZ",
        24,
    ),
    Passage(
        "whose_law_is_challenged_speaks",
        "A group of 17 Republican state attorneys general filed a brief Monday asking a"
        " federal court to block a Washington state law that would make priests report what"
        " they hear in confession.\n\nSouth Carolina Attorney General Alan Wilton led the"
        " brief. Attorneys general from Texas, Louisiana and Oklahoma were among those who"
        " joined.\n\nWashington Attorney General Nick Browne said the law treats clergy like"
        " teachers and nurses.",
        "SC TX LA OK",
        None,
        17,
    ),
    Passage(
        "two_states_that_act_apart",
        "In Florida, the attorney general issued an emergency rule against concentrates, and"
        " Missouri Attorney General Andy Bailey has opened an inquiry into three sellers.",
        "",
    ),
    Passage(
        "the_brief_stands_alone",
        "COLUMBUS, Ohio — Ohio Attorney General Dave Yoder today filed a brief. The brief"
        " stands alone: Utah and Arkansas filed a separate one on different grounds, and New"
        " Jersey has asked for time to argue on the county's side.",
        "",
        "OH",
    ),
    Passage(
        "nine_have_adopted_the_rule",
        "LINCOLN — Nebraska is leading 17 other states in a challenge to California's rule"
        " that trucks be electric by 2036.\n\nNine states, New York, Oregon and Washington"
        " among them, have adopted the rule.",
        "NE",
        None,
        18,
    ),
    Passage(
        "all_50_and_the_district_have_reached",
        "All 50 states and the District of Columbia have reached a $5.5 million settlement"
        " with a sports apparel chain over a 2023 breach.",
        all_but(plus="DC"),
        None,
        51,
    ),
    Passage(
        "every_state_has_now_joined",
        "The money is New Hampshire's share of a $7.4 billion deal that every state has now"
        " joined.",
        all_but(),
    ),
    Passage(
        "one_state_settles_with_a_seller",
        "MONTPELIER — Vermont Attorney General Clara Knox has reached a $250,000 settlement"
        ' with an online mattress seller that called its foam "made in Vermont."',
        "VT",
    ),
    Passage(
        "seven_states_get_no_money",
        "Wisconsin Attorney General Josh Kaul and 23 other Democratic attorneys general are"
        " asking a federal appeals court to restore family planning money to a clinic network"
        " in Utah.\n\nCalifornia and New York wrote the 31-page brief. Seven states,"
        " including Mississippi and Missouri, now get none of the money.",
        "WI CA NY",
        None,
        24,
    ),
    Passage(
        "under_its_former_attorney_general",
        "AUSTIN — A lawsuit first brought by Texas over the end of the border wall now has"
        " three states behind it. Missouri signed on in October, and Arizona, under its"
        " former attorney general, came aboard in December.",
        "TX AZ MO",
        None,
        3,
    ),
    Passage(
        "a_list_of_suits_of_their_own",
        "States that have joined it so far:\n\n– Colorado\n– Minnesota\n– Illinois\n\nStates"
        " with suits of their own:\n\n– Washington\n– Arizona\n– New Jersey",
        "CO MN IL",
    ),
    Passage(
        "opponents_have_support_too",
        "COLUMBIA — Twenty-eight states, South Carolina among them, back a West Virginia law"
        " at the Supreme Court, Attorney General Alan Wilton said.\n\nOpponents have support"
        " too: 16 states, including neighboring North Carolina, say the law breaks federal"
        " rules.",
        "SC",
        None,
        28,
    ),
    Passage(
        "let_them_keep_their_case",
        "SAN FRANCISCO (CN) — A Ninth Circuit panel seemed ready Thursday to let Washington,"
        " Oregon, California and Nevada keep their case against a federal order on mail"
        " ballots.",
        "WA OR CA NV",
    ),
    Passage(
        "settling_in_a_case_led_by",
        "A national landlord agreed Tuesday to stop using software that helps set rents,"
        " settling with ten states in a case led by North Carolina.\n\nTennessee and Colorado"
        " are among the ten.",
        "NC TN CO",
        None,
        10,
    ),
    Passage(
        "in_massachusetts_attorney_general",
        "A Texas judge's order won't reach doctors in Massachusetts, Attorney General Andrea"
        " Cameron said.\n\nCameron and the attorneys general of New York, California and"
        " Washington issued joint guidance Thursday telling doctors that their shield laws"
        " still hold.",
        "MA NY CA WA",
    ),
    Passage(
        "including_one_by_name",
        "ATLANTA — Georgia's attorney general, Chris Carraway, wants a ruling. Carraway and"
        " Mississippi's Lynn Finch signed a brief Monday with 18 other Republican attorneys"
        " general, including Ken Paxman of Texas.",
        "GA TX MS",
        None,
        20,
    ),
    Passage(
        "lined_up_behind_the_government",
        "Illinois, Washington and New Jersey are leading 15 other states in a brief that"
        " backs Chicago's suit over immigration grants. Indiana and 14 other states have"
        " lined up behind the government.",
        "IL WA NJ",
        None,
        18,
    ),
    Passage(
        "in_arizona_by_48_states",
        "The lawsuit, filed Tuesday in Arizona by 48 states and the District of Columbia, was"
        " led by Arizona, Indiana, North Carolina and Ohio.",
        "AZ IN NC OH DC",
        None,
        49,
    ),
    Passage(
        "will_pay_two_states",
        "KANSAS CITY — A pharmacy chain will pay Kansas and Missouri $8.4 million to end"
        " claims that it overcharged Medicaid, the two states' attorneys general said Friday.",
        "KS MO",
        None,
        2,
    ),
    Passage(
        "the_four_that_had_settled_before",
        "By 1998 the attorneys general of 46 states had come to terms with the cigarette"
        " makers; Mississippi, Florida, Texas and Minnesota had settled before.",
        all_but("MS", "FL", "TX", "MN"),
        None,
        46,
    ),
    Passage(
        "one_in_each_month",
        "Three states have now gone to court to keep the National Guard off their streets:"
        " California in June, Oregon in September and Illinois in October.",
        "OR IL CA",
        None,
        3,
    ),
    Passage(
        "counts_among_the_states_that_settled",
        "Nebraska counts among the 33 states that have settled with the maker of the pumps.",
        "NE",
        None,
        33,
    ),
    Passage(
        "a_state_and_a_party_code_beside_the_title",
        "Idaho Attorney General Sam Poe (R-Idaho) and two others signed a letter to"
        " the bank last week. Other AGs who signed included Ann Lee (R-Texas) and Bo"
        " Fox (R-Utah).",
        "ID TX UT",
        None,
        3,
    ),
    Passage(
        "the_work_of_an_officeholder_with_a_code",
        "Kansas Attorney General Jo Day (R-Kan.) and two others sent a letter to the"
        " retailer. The letter is largely the work of Al Roe (R-Mo.). It was also"
        " signed by Gus Orr (R-Okla.).",
        "KS MO OK",
        None,
        3,
    ),
    Passage(
        "he_and_his_fellow_attorneys_general_are_not_backing_down",
        "The four states that sued over the rule will go on, says Nebraska Attorney"
        " General Al Roe, who leads the case. The department wants it dismissed, but"
        " Roe and his fellow Republican attorneys general in Kansas, South Dakota and"
        " Wyoming aren't giving up.",
        "NE SD KS WY",
        None,
        4,
    ),
    Passage(
        "stand_beside_those_who_sued",
        "Alabama, Georgia, Kansas and Texas would stand beside Missouri and Oklahoma"
        " in the suit. The six states say the law takes from creditors what they are"
        " owed.",
        "AL GA KS TX MO OK",
        None,
        6,
    ),
    Passage(
        "the_attorney_general_of_a_state_named_later",
        "Attorney General Ann Lee says the public comes first. Last week, Lee joined"
        ' 24 other attorneys general in a lawsuit over the rule. "We will win," said'
        " the attorney general of New Hampshire.",
        "NH",
        None,
        25,
    ),
    Passage(
        "a_state_treasurer_joins",
        "Delaware State Treasurer Ann Lee has joined a coalition of 15 financial"
        " officers in a letter to the commission.",
        "DE",
        None,
        15,
    ),
    Passage(
        "a_treasurer_among_treasurers",
        "Illinois Treasurer Bo Poe, New Mexico Treasurer Ann Lee and Oregon State"
        " Treasurer Al Roe signed a letter to the fund managers.",
        "IL NM OR",
    ),
    Passage(
        "a_roster_of_treasurers",
        "We, the undersigned State Treasurers, condemn the invasion.\n\nTreasurer"
        " Ann Lee, Arizona\n\nTreasurer Bo Poe, Delaware\n\nTreasurer Al Roe, Iowa\n\n"
        "Treasurer Gus Orr, Maine",
        "AZ DE IA ME",
    ),
    Passage(
        "announces_a_settlement_of_so_many_jurisdictions",
        "(Helena, MT) - Montana Attorney General Ann Lee today announced a $8"
        " million, 49-jurisdiction settlement with two phone carriers over their ads.",
        "MT",
        "MT",
    ),
    Passage(
        "an_attorney_general_as_a_party",
        "UNITED STATES DISTRICT COURT\nSTATE OF WASHINGTON, STATE OF OREGON,"
        " ATTORNEY GENERAL OF MICHIGAN, and STATE OF NEVADA, Plaintiffs, v. THE"
        " AGENCY, Defendant.",
        "WA OR MI NV",
    ),
    Passage(
        "a_caption_by_an_agency_of_the_state",
        "STATE OF NEW YORK, THE PEOPLE OF THE STATE OF CALIFORNIA, EX REL. ATTORNEY"
        " GENERAL BO POE, STATE OF NEW MEXICO, EX REL. ATTORNEY GENERAL ANN LEE,"
        " COMMONWEALTH OF PENNSYLVANIA, DEPARTMENT OF ENVIRONMENTAL PROTECTION, STATE"
        " OF RHODE ISLAND, AND CITY OF NEW YORK, PLAINTIFFS,\nv.\nTHE SECRETARY,"
        " DEFENDANT.",
        "NY CA NM PA RI",
    ),
    Passage(
        "a_secretary_of_state_joins",
        "Colorado Secretary of State Ann Lee joined the secretaries of state of"
        " Maine and Minnesota in a brief on mail ballots.",
        "CO ME MN",
    ),
    Passage(
        "a_caption_of_states_commonwealths_and_a_territory",
        "UNITED STATES DISTRICT COURT NORTHERN DISTRICT OF CALIFORNIA STATES OF"
        " CALIFORNIA, Case No. 3:20-cv-1 WASHINGTON, COLORADO, 14 AND MAINE; PEOPLE"
        " OF THE STATE OF MICHIGAN; 15 COMMONWEALTHS OF (Administrative Procedure"
        " Act) MASSACHUSETTS AND 16 PENNSYLVANIA; TERRITORY OF 17 GUAM; DISTRICT OF"
        " COLUMBIA; HARRIS COUNTY, TEXAS; CITY OF 18 NEW YORK, Plaintiffs, v. THE"
        " AGENCY, Defendant.",
        "CA WA CO ME MI MA PA GU DC",
    ),
    Passage(
        "they_share_a_sum_from_a_settlement",
        "Delaware, Maryland, Virginia and the District of Columbia will share $20"
        " million from a settlement with a ticket seller that kept deposits.",
        "DE MD VA DC",
    ),
    Passage(
        "payments_to_the_fifty_states_and_the_district",
        "Attorney General Ann Lee and the attorneys general of 50 other"
        " jurisdictions announced a national settlement today. It makes payments of"
        " $300,000 each to the 50 states and the District of Columbia.",
        all_but(plus="DC"),
        "OH",
        51,
    ),
    Passage(
        "a_title_after_a_capitalized_noun",
        "NEW YORK (AP) - A coalition of three states has sued the agency under the"
        " Clean Air Act, New York Attorney General Bo Poe said Wednesday.\n\nWith Poe"
        " are the states of Vermont and Maine.",
        "NY VT ME",
        None,
        3,
    ),
    Passage(
        "an_iso_date_before_a_state",
        "date 2018-02-22 Iowa joined the settlement with the lender.",
        "IA",
    ),
    Passage(
        "a_coalition_of_attorneys_joined_now_by_more",
        "The lawsuit filed this past June in federal court in Washington, D.C."
        " against the constitutionality of the law has now been joined by the"
        " Republican state attorneys general from Oklahoma, South Carolina and"
        " Michigan.",
        "OK SC MI",
    ),
    Passage(
        "an_investigation_begun_and_led",
        "The company will no longer sell the cigarettes in 40 states, New York among"
        " them. The investigation, begun in January 2005 and led by New York Attorney"
        " General Bo Poe and the Illinois attorney general, followed reports from"
        " parents.",
        "NY IL",
    ),
    Passage(
        "states_do_not_give_up",
        "The four states that sued over the rule will go on, says Nebraska Attorney"
        " General Al Roe, who leads the case. The department wants it dismissed, but"
        " Roe and his fellow Republican attorneys general in Florida, Michigan and"
        " Ohio are not giving up.",
        "NE FL MI OH",
        None,
        4,
    ),
    Passage(
        "the_other_49_States_in_capitals",
        "A carrier has settled with Attorney General Ann Roe, along with the Attorneys General"
        " of the other 49 States and the District of Columbia.",
        all_but(plus="DC"),
        "OH",
        51,
    ),
    Passage(
        "fifty_states_and_dc_obtained",
        "Earlier this week, 50 states and D.C. obtained a settlement with a maker of software.",
        all_but(plus="DC"),
        None,
        51,
    ),
    Passage(
        "fifty_states_are_where_it_works",
        "Ohio and Utah sued a lender. It works across 50 states and D.C. agreed to nothing.",
        "OH UT",
    ),
    Passage(
        "those_counted_tell_the_agency",
        "Forty attorneys general, including Ohio AG Al Roe, told the agency by letter today to"
        " keep to its own deadline.",
        "OH",
        None,
        40,
    ),
    Passage(
        "the_district_is_of_those_counted",
        "Minnesota Attorney General Al Roe today announced a multistate settlement with a maker."
        " The settlement, between the maker and the attorneys general of 48 states and the"
        " District of Columbia, ends an inquiry.",
        "MN DC",
        "MN",
        49,
    ),
    Passage(
        "those_counted_are_unlike_the_state",
        "Minnesota Attorney General Al Roe has joined a group of 32 attorneys general in warning"
        " a seller. Unlike 34 other states and the District of Columbia, Minnesota has no such"
        " law.",
        "MN",
        "MN",
        32,
    ),
    Passage(
        "statement_put_out",
        "The firm sued Ohio. In answer Attorneys General Ann Lee of Iowa, Bo Poe of Maine and Cy"
        " Roe of Utah put out a joint statement.",
        "IA ME UT",
    ),
    Passage(
        "won_by_a_group",
        "A judge has sided with a group of states, including Idaho and Utah, that challenged the"
        " rule in Texas.",
        "ID UT",
    ),
    Passage(
        "brief_for_another_state",
        "The 4 attorneys general today filed an amicus brief for Maine, whose law is challenged."
        " They are those of Ohio, Iowa, Utah and Idaho.",
        "OH IA UT ID",
        None,
        4,
    ),
    Passage(
        "wrote_alone",
        "A letter that Ohio Governor Ann Lee wrote alone is attached. So is the joint letter of the"
        " governors of Iowa, Utah and Idaho.",
        "IA UT ID",
    ),
    Passage(
        "regulators_counted",
        "The Division of Banking and 43 other state financial agencies have settled with the firm,"
        " it said today.",
        "OR",
        "OR",
        44,
    ),
    Passage(
        "department_takes_part",
        "The Department of Insurance takes part in the settlement with 31 state securities"
        " regulators, it said today.",
        "KS",
        "KS",
        31,
    ),
]


@cache
@cache
def read(passage: Passage) -> Signatories:
    return parse(passage.text, passage.publisher)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.slug)
def test_exactly_those_who_joined_are_found(passage: Passage) -> None:
    assert {office.usps for office in read(passage).signatories} == set(passage.joined.split())


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.slug)
def test_the_stated_number_is_read(passage: Passage) -> None:
    assert read(passage).reported_count == passage.stated
