"""What a text shows of an office has the names that the weights know it by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agletters.signatories.evidence import Block, against, blocks, find_every
from agletters.signatories.jurisdictions import states
from agletters.signatories.parsing import find_passage

LISTED = "Five states signed: Ohio, Iowa, Utah, Maine and Idaho."

CAPTION = "STATE OF OHIO, STATE OF IOWA, STATE OF MAINE,\nPlaintiffs,\nv.\nACME CORP., Defendant."


def block_of(usps: str, text: str, publisher: str | None = None) -> Block:
    """Return the block that an office is in."""
    return next(one for one in blocks(find_passage(text, publisher)) if usps in one.offices)


# A feature of Ohio's (or of the publisher's, Kansas), a text that shows it and one that does not.
SHOWN = [
    ("near after join", "Ohio joined the letter.", "Ohio wrote a letter."),
    ("after join", "Ohio, a state of the Midwest that has many lakes, joined.", "Ohio wrote."),
    ("near before lead", "The suit, led by Ohio, is old.", "The suit by Ohio is old."),
    ("nearest after=sue", "Ohio sued, and wrote a letter.", "Ohio wrote a letter and sued."),
    ("nearest before=write", "They sued and wrote to Ohio.", "They wrote and sued Ohio."),
    ("nearest before=none", "Today Ohio signed.", "The letter of Ohio was signed."),
    ("just after=signed", "Ohio signed.", "Ohio has signed."),
    ("just after=a past", "Ohio helped.", "Ohio helps."),
    ("just after=a capital", "OHIO SUES THE FIRM", "Ohio sued."),
    ("just after=end", "They wrote to Ohio", "They wrote to Ohio today."),
    ("just before=start", "Ohio signed.", "Today Ohio signed."),
    ("just before=with", "She sued with Ohio.", "She sued for Ohio."),
    ("just before, second=coalition", "A coalition of Ohio and others sued.", "A suit of Ohio."),
    ("offices of", "The attorneys general of Ohio and Iowa sued.", "Iowa and Ohio sued."),
    ("in a place", "They met in Ohio.", "They met with Ohio."),
    ("title after", "Ohio Attorney General Bo Roe sued.", "Ohio sued."),
    ("title before", "Attorney General Bo Roe of Ohio sued.", "The state of Ohio sued."),
    ("holders named", "Ohio Attorney General Bo Roe sued.", "The Ohio attorney general sued."),
    ("parties given", "Ohio (D) and Iowa (R) signed.", "Ohio and Iowa signed."),
    ("over lines", "Signed by:\nOhio\nIowa\nUtah\nMaine", "Signed by: Ohio, Iowa, Utah, Maine"),
    ("ends in and", "Ohio and Iowa sued.", "Those who sued: Ohio, Iowa."),
    ("length=1", "Ohio sued.", "Ohio and Iowa sued."),
    ("length=2", "Ohio and Iowa sued.", "Ohio, Iowa and Utah sued."),
    ("length=3-5", LISTED, "Ohio and Iowa sued."),
    ("verdict=JOINED", "Ohio signed the letter.", "Ohio declined to sign the letter."),
    ("first: verdict=JOINED", "Ohio signed it. Ohio has lakes.", "Ohio has lakes. Ohio signed it."),
    ("always JOINED", "Ohio signed the letter.", "Ohio signed the letter. Ohio has lakes."),
    ("places=2", "Ohio signed. Ohio is a state.", "Ohio signed."),
    ("number=own", LISTED, "Six states signed: Ohio, Iowa, Utah, Maine and Idaho."),
    ("number=own and one", "Three states signed, with Ohio and Iowa.", LISTED),
    ("number here", LISTED, "Ohio and Iowa signed. They are two of 20 states."),
    ("number in the sentence", LISTED, "Ohio signed. Five states signed it."),
    ("after a number", "The five states: Ohio, Iowa.", "The states: Ohio, Iowa."),
    ("quoted", 'She said: "We and Ohio will sue."', "She said that we and Ohio will sue."),
    ("quoted", '"No," she said. "We and Ohio will sue."', '"No," she said with Ohio.'),
    ("no verb", "OHIO, IOWA, UTAH", "Ohio sued."),
    ("own line", "Signers\nOhio\nThe letter", "Signers\nOhio is the first"),
    ("just before, second=states", "The states of Ohio and Iowa sued.", "Those of Ohio sued."),
    ("own line", "Signers\nOhio\nThe letter", "Signers: Ohio"),
    ("name postal code", "STATE OF OHIO 43215", "STATE OF OHIO"),
    ("capitals", "OHIO SUES THE FIRM", "Ohio sues the firm"),
    ("after a city", "Columbus, Ohio and Iowa signed it.", "Ohio and Iowa signed it."),
    ("name goes on", "Ohio Northern is a college.", "Ohio is a state."),
    ("no prose", "OHIO\nIOWA\nUTAH\nMAINE", "Ohio has signed the letter to them."),
    ("form=full", "Ohio Street is long.", "OH 43215 is a postal code."),
    ("on the longest=True", "Ohio and Iowa sued.", "Ohio sued. Utah and Maine joined."),
    ("a longer list joined", "Ohio spoke. Utah and Maine joined.", "Ohio spoke. Utah joined."),
    ("one office", "Ohio sued.", "Ohio and Iowa sued."),
    ("no publisher", "Ohio sued.", None),
    ("left later", "Ohio and Iowa sued. Ohio later withdrew.", "Ohio and Iowa sued."),
    ("surname", "Ohio Attorney General Bo Roe sued. The firm lies, Roe said.", "Ohio sued."),
    ("surname nearest after=say", "Ohio Attorney General Bo Roe sued. It lies, Roe said.", None),
    ("caption", f"UNITED STATES DISTRICT COURT FOR THE DISTRICT OF UTAH\n{CAPTION}", CAPTION),
]
OWN = [
    ("publisher speaks", "We joined Ohio in the suit.", "The office joined Ohio in the suit."),
    ("publisher acts=True", "Attorney General Ann Lee joined Ohio.", "Kansas joined Ohio."),
    ("publisher with a number", "I joined 20 others.", "I joined Ohio."),
    ("publisher with others", "I joined 20 others.", "The 20 states sued."),
    ("publisher just after=joined", "Attorney General Ann Lee joined Ohio.", "Lee joined Ohio."),
    (
        "publisher first nearest after=say",
        "Attorney General Lee said no. Attorney General Lee joined Ohio.",
        "Attorney General Lee joined Ohio. Attorney General Lee said no.",
    ),
]

# Texts, their publishers, and all features of some of their offices.
SIGNED = (
    "Three states signed the letter: Ohio, Iowa and Utah (R). Maine later joined the coalition of"
    " 4."
)
RELEASE = (
    "COLUMBUS - Attorney General Ann Lee's office joined 20 others. We sue, Lee said. Iowa Attorney"
    " General Bo Poe (D) leads it with Utah, but not Maine. Poe said so in Idaho."
)
ALL_BUT_ONE = (
    "All 50 states and D.C. joined the settlement except Ohio, which sued. It may be split among 20"
    " states."
)
WHOLE = [
    (
        SIGNED,
        None,
        "OH",
        "after a number|always JOINED|before join|before write|ends in and|"
        "first: just after=(|first: just before, second=a word|first: just before=:|"
        "first: near before join|first: near before write|first: nearest after=none|"
        "first: nearest before=write|first: verdict=JOINED|first: verdict=JOINED of 3-5|"
        "found|found, others=1|found, with it +1 of the number|just after=(|"
        "just before, second=a word|just before=:|length=3-5|longest=3-5|near before join|"
        "near before write|nearest after=none|nearest before=write|no publisher|number here|"
        "number in the sentence|number=own|number=own and one|offices|on the longest=True|"
        "on the longest=True of 3-5|parties given|places=1|verdict=JOINED|"
        "verdict=JOINED of 3-5",
    ),
    (
        SIGNED,
        None,
        "ME",
        "a longer list joined|after group|after join|always JOINED|first: just after=a word|"
        "first: just before=start|first: nearest after=join|first: nearest before=none|"
        "first: verdict=JOINED|first: verdict=JOINED of 1|found|found, others=2|"
        "found, with it +1 of the number|just after=a word|just before=start|length=1|"
        "lone just after=a word|lone just before=start|lone near after group|"
        "lone near after join|lone nearest after=join|lone nearest before=none|longest=1|"
        "near after group|near after join|nearest after=join|nearest before=none|"
        "no publisher|number in the sentence|on the longest=False|"
        "on the longest=False of 3-5|one office|places=1|verdict=JOINED|verdict=JOINED of 1",
    ),
    (
        RELEASE,
        "OH",
        "OH",
        "found|found, others=2|on no list|one office|publisher|publisher acts=True|"
        "publisher first nearest after=join|publisher first nearest before=none|"
        "publisher found=True|publisher just after=a word|publisher just before=-|"
        "publisher near after group|publisher near after join|publisher nearest after=join|"
        "publisher nearest before=none|publisher speaks|publisher together=True|"
        "publisher verdict=JOINED|publisher with a number|publisher with others",
    ),
    (
        RELEASE,
        "OH",
        "IA",
        "after a number|after lead|after refuse|first: just after=a word|"
        "first: just before=start|first: nearest after=lead|first: nearest before=none|"
        "first: verdict=JOINED|first: verdict=JOINED of 1|found|found, others=2|holder=SPOKE|"
        "holders named|just after=a word|just before=start|length=1|lone just after=a word|"
        "lone just before=start|lone near after lead|lone near after refuse|"
        "lone nearest after=lead|lone nearest before=none|lone title after|longest=1|"
        "near after lead|near after refuse|nearest after=lead|nearest before=none|"
        "not the publisher|officeholder|on the longest=True|on the longest=True of 1|"
        "one office|places=2|surname|surname just after=said|surname near after say|"
        "surname nearest after=say|surname nearest before=none|title after|verdict=JOINED|"
        "verdict=JOINED of 1",
    ),
    (
        RELEASE,
        "OH",
        "ID",
        "always OTHERWISE|before say|first: just after=.|first: just before=in|"
        "first: near before say|first: nearest after=none|first: nearest before=say|"
        "first: verdict=OTHERWISE|first: verdict=OTHERWISE of 1|in a place|just after=.|"
        "just before=in|length=1|lone just after=.|lone just before=in|lone near before say|"
        "lone nearest after=none|lone nearest before=say|longest=1|near before say|"
        "nearest after=none|nearest before=say|not found|not found, others=2|"
        "not the publisher|on the longest=True|on the longest=True of 1|one office|places=1|"
        "verdict=OTHERWISE|verdict=OTHERWISE of 1",
    ),
    (
        ALL_BUT_ONE,
        None,
        "WY",
        "found|found, others=1|found, with it -1 of the number|no publisher|offices|"
        "on no list|rest|rest beside a number|rest excepts|rest found=True|rest named=1|"
        "rest near after except|rest near after join|rest near after settle|"
        "rest nearest after=join|rest nearest before=none|rest of all|rest of most",
    ),
]


@pytest.mark.parametrize(("text", "publisher", "usps", "features"), WHOLE)
def test_all_features_of_an_office_have_the_names_that_weights_go_by(
    text: str, publisher: str | None, usps: str, features: str
) -> None:
    assert block_of(usps, text, publisher).features == set(features.split("|"))


@pytest.mark.parametrize(("feature", "text", "other"), SHOWN, ids=[row[0] for row in SHOWN])
def test_a_feature_stands_where_a_text_shows_it(feature: str, text: str, other: str | None) -> None:
    assert feature in block_of("OH", text).features
    if other is not None:
        assert feature not in block_of("OH", other).features


@pytest.mark.parametrize(
    ("number", "size"),
    [(1, "1"), (2, "2"), (3, "3-5"), (5, "3-5"), (6, "6-15"), (15, "6-15"), (16, "16+")],
)
def test_the_length_of_a_list_is_told_in_five_sizes(number: int, size: str) -> None:
    names = list(states().values())[:number]
    found = blocks(find_passage(f"{', '.join(names)} signed the letter."))
    assert f"length={size}" in found[0].features


@pytest.mark.parametrize(
    ("text", "is_longer"),
    [
        ("Utah and Maine signed. Ohio is named.", True),
        ("Utah and Maine sued the firm. Ohio is named.", True),
        ("Twenty states, including Utah and Maine, were told. Ohio is named.", True),
        ("STATE OF UTAH and STATE OF MAINE, Plaintiffs, v. ACME. Ohio is named.", True),
        ("Utah and Maine declined to sign. Ohio is named.", False),
        ("Utah signed. Ohio is named.", False),
    ],
)
def test_only_a_longer_list_of_those_who_act_is_a_longer_one(text: str, is_longer: bool) -> None:
    assert ("a longer list joined" in block_of("OH", text).features) is is_longer


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Two attorneys general joined Ohio, Iowa, Utah and Maine.", "smaller number here"),
        ("Four attorneys general signed: Ohio, Iowa, Utah and Maine.", "number here"),
        ("Five attorneys general signed, with Ohio, Iowa, Utah and Maine.", "number here"),
        ("Nine attorneys general signed, with Ohio, Iowa, Utah and Maine.", None),
        ("Ohio, Iowa, Utah and Maine signed. Two attorneys general spoke.", None),
    ],
)
def test_a_number_in_the_sentence_is_held_against_the_list(text: str, feature: str | None) -> None:
    features = block_of("OH", text).features
    assert {name for name in features if name.endswith("number here")} == (
        {feature} if feature else set()
    )


def test_a_name_that_is_no_office_has_features_of_its_own() -> None:
    features = block_of("OH", "Ohio Street is long, the suit says.").features
    assert {name for name in features if name.startswith(("name", "form"))} == {
        "name", "form=full", "name name goes on", "name just before=start",
        "name just after=a capital", "name near after sue", "name near after say",
        "name nearest before=none", "name nearest after=sue",
    }  # fmt: skip
    assert "on no list" in features


@pytest.mark.parametrize(("feature", "text", "other"), OWN, ids=[row[0] for row in OWN])
def test_a_publisher_is_shown_by_what_its_holder_does(feature: str, text: str, other: str) -> None:
    assert feature in block_of("KS", text, "KS").features
    assert feature not in block_of("KS", other, "KS").features


def test_with_a_publisher_the_others_are_not_the_publisher() -> None:
    features = block_of("OH", "We joined Ohio in the suit.", "KS").features
    assert "not the publisher" in features
    assert "no publisher" not in features


def test_an_officeholder_of_another_state_or_of_the_nation_says_nothing_of_the_publisher() -> None:
    text = "We joined. U.S. Attorney General Poe said no. Ohio Attorney General Bo Roe said so."
    assert not any("nearest" in name for name in block_of("KS", text, "KS").features)


def test_offices_of_one_list_are_one_block_and_one_of_two_lists_is_another() -> None:
    found = blocks(find_passage("Ohio, Iowa and Utah signed. Iowa led the letter."))
    assert [sorted(one.offices) for one in found] == [["OH", "UT"], ["IA"]]


def test_states_that_are_not_named_are_a_block_where_words_for_all_stand() -> None:
    text = "All 50 states joined the settlement, Ohio said."
    rest = block_of("WY", text)
    assert rest.offices == frozenset(states()) - {"OH"}
    assert {"rest", "rest of all", "rest named=1", "rest near after join"} <= rest.features
    assert all("rest" not in one.features for one in blocks(find_passage("Ohio signed.")))


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("All the states except Ohio joined.", "rest excepts"),
        ("All 50 states joined; 20 states wrote.", "rest beside a number"),
        ("All 49 states joined; Ohio did not.", "rest counted"),
        ("All 49 states joined; Ohio did not.", "rest of most"),
    ],
)
def test_the_rest_is_held_against_what_a_text_states(text: str, feature: str) -> None:
    assert feature in block_of("WY", text).features
    assert feature not in block_of("WY", "Every state joined.").features


def test_what_the_grammar_finds_is_found_whole_or_not_at_all() -> None:
    found = {min(one.offices): one.found for one in blocks(find_passage("Ohio signed, not Iowa."))}
    assert found == {"OH": True, "IA": False}


def test_whoever_only_stayed_out_is_not_open() -> None:
    assert block_of("OH", "Iowa and Utah signed. Ohio declined to sign.").open is False
    assert block_of("OH", "Iowa and Utah signed. Ohio is named.").open is True


@pytest.mark.parametrize(
    ("number", "stated", "words"),
    [
        (2, 20, "below the number"),
        (18, 20, "below the number"),
        (19, 20, "-1 of the number"),
        (20, 20, "+0 of the number"),
        (21, 20, "+1 of the number"),
        (22, 20, "above the number"),
    ],
)
def test_a_number_is_at_above_or_below_the_stated_one(number: int, stated: int, words: str) -> None:
    assert against(number, stated) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was signed by all but two states.", "all but two states"),
        ("Every one of the 50 states signed.", "50 states"),
        ("A 50-state settlement was reached.", "50-state"),
        ("All fifty attorneys general signed.", "All fifty attorneys general"),
        ("Some of the states signed.", None),
        ("All employees signed.", None),
    ],
)
def test_words_for_all_states_are_found(text: str, words: str | None) -> None:
    span = find_every(text)
    assert (None if span is None else text[slice(*span)]) == words


@given(st.text(max_size=200), st.sampled_from([None, "KS"]))
def test_any_text_has_blocks_of_offices_each_in_one(text: str, publisher: str | None) -> None:
    offices = [usps for one in blocks(find_passage(text, publisher)) for usps in one.offices]
    assert len(offices) == len(set(offices))
