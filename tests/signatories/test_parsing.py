"""The offices that a text says have joined: offsets, order, names, numbers, and hostile text."""

import re
import subprocess
import sys
import time
from dataclasses import replace

import pandas as pd
import pytest
import us
from hypothesis import given
from hypothesis import strategies as st

from agletters.signatories import Disagreement, Signatories, parse, parse_frame
from agletters.signatories.jurisdictions import find_names, jurisdictions, prepare, states
from tests.hostile import TEXTS
from tests.signatories.test_passages import PASSAGES, Passage

passages = st.sampled_from(PASSAGES)
offices = st.lists(st.sampled_from(sorted(jurisdictions())), min_size=3, max_size=20, unique=True)
# Words of the trade in any order, with any characters between them.
jumbles = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *jurisdictions().values(),
                *jurisdictions(),
                "Attorney General",
                "attorneys general of",
                "Ann Lee",
                "joined",
                "signed by",
                "every state except",
                "all but",
                "only",
                "did not sign",
                "20 other states",
                "W.Va.",
                "D.C.",
                "IN-\nDIANA",
                "v.",
                ",",
                ";",
                ". ",
                "\n\n",
                "\r\n",
                "(",
                ")",
                "'s",
                "—",
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=40,
).map(" ".join)


def codes(found: Signatories) -> list[str]:
    return [office.usps for office in found.signatories]


def and_list(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1]


@given(jumbles, st.sampled_from([None, "CT", "DC"]))
def test_any_words_in_any_order_keep_offsets_in_the_text(text: str, publisher: str | None) -> None:
    for office in parse(text, publisher).signatories:
        assert 0 <= office.start < office.end <= len(text)
        assert office.usps in jurisdictions()


@given(jumbles, st.sampled_from([None, "CT"]))
def test_no_office_is_found_twice(text: str, publisher: str | None) -> None:
    found = codes(parse(text, publisher))

    assert len(found) == len(set(found))


@given(st.text())
def test_no_text_raises(text: str) -> None:
    parse(text)


@pytest.mark.parametrize("text", [*TEXTS, "", "\x00\xff", "\u202eOhio\u202c joined", "é" * 100])
def test_hostile_text_has_no_signatories_and_does_not_raise(text: str) -> None:
    assert codes(parse(text)) == (["OH"] if "Ohio" in text else [])


@given(passages)
def test_a_named_office_is_where_its_offsets_say(passage: Passage) -> None:
    for office in parse(passage.text, passage.publisher).signatories:
        printed = passage.text[office.start : office.end]
        if printed == "North":  # of "North and South Dakota"
            printed += passage.text[office.end :].removeprefix(" and South").split(",")[0]
        # The number of a pleading's line, or the rule beside it, may stand inside a name.
        printed = re.sub(r"(?<= )\d{1,2} (?=[A-Z])|(?<=\s)\)\s*", "", printed)
        if not office.implied:
            assert [name.usps for name in find_names(prepare(printed).text)] == [office.usps]


@given(passages)
def test_named_offices_come_in_the_order_of_the_text_before_implied_ones(passage: Passage) -> None:
    found = parse(passage.text, passage.publisher).signatories
    starts = [office.start for office in found if not office.implied]

    assert starts == sorted(starts)


@given(
    passages,
    st.sampled_from(
        [
            "\n\nThe office answers the telephone on weekdays.",
            "\n\nA copy of the letter is on the website of the office.",
            "\n\n###",
            "\n\nRain is expected on Friday; bring an umbrella.\n",
        ]
    ),
)
def test_unrelated_text_after_a_passage_changes_nothing(passage: Passage, more: str) -> None:
    alone = parse(passage.text, passage.publisher)
    found = parse(passage.text + more, passage.publisher)

    assert replace(found, confidence=alone.confidence) == alone
    assert abs(found.confidence - alone.confidence) < 0.5


@given(passages, st.sampled_from(["Rain is expected on Friday.\n\n", "\n\n \n", "Notice\n\n"]))
def test_unrelated_text_before_a_passage_only_moves_it(passage: Passage, more: str) -> None:
    plain = parse(passage.text, passage.publisher)
    moved = parse(more + passage.text, passage.publisher)

    assert [(o.usps, o.start + len(more)) for o in plain.signatories] == [
        (o.usps, o.start) for o in moved.signatories
    ]
    assert moved.reported_count == plain.reported_count


@given(passages, st.sampled_from(["\r\n", "\r"]))
def test_line_ends_of_another_system_change_nothing_but_offsets(passage: Passage, end: str) -> None:
    other = passage.text.replace("\n", end)
    there, here = parse(other, passage.publisher), parse(passage.text, passage.publisher)

    assert codes(there) == codes(here)
    assert [" ".join(other[o.start : o.end].split()) for o in there.signatories] == [
        " ".join(passage.text[o.start : o.end].split()) for o in here.signatories
    ]


@given(passages)
def test_curled_and_straight_apostrophes_are_one(passage: Passage) -> None:
    curled = passage.text.replace("'", "’")

    assert codes(parse(curled, passage.publisher)) == codes(parse(passage.text, passage.publisher))


@given(passages)
def test_the_same_text_gives_the_same_result(passage: Passage) -> None:
    assert parse(passage.text, passage.publisher) == parse(passage.text, passage.publisher)


@given(offices)
def test_every_list_of_names_is_read_in_its_order(usps: list[str]) -> None:
    text = f"The letter was signed by {and_list([jurisdictions()[code] for code in usps])}."

    assert codes(parse(text)) == usps


@given(offices)
def test_every_list_of_postal_codes_is_read_in_its_order(usps: list[str]) -> None:
    assert codes(parse(f"The signers: {', '.join(usps)}.")) == usps


@given(offices)
def test_a_list_that_stayed_out_is_never_read_as_joining(usps: list[str]) -> None:
    text = f"{and_list([jurisdictions()[code] for code in usps])} did not sign the letter."

    assert codes(parse(text)) == []


@given(offices, st.integers(min_value=2, max_value=56))
def test_a_wrong_number_is_reported_and_never_mended(usps: list[str], stated: int) -> None:
    names = and_list([jurisdictions()[code] for code in usps])
    found = parse(f"A coalition of {stated} attorneys general signed the letter: {names}.")

    assert codes(found) == usps
    assert found.reported_count == stated
    expected = None if stated == len(usps) else Disagreement(stated, len(usps))
    assert found.disagreement == expected


@pytest.mark.parametrize(
    "text",
    [
        "A settlement was reached between the Oslo-based firm and the following four attorneys"
        " general: Democrats Ann Lee of Ohio, Bo Ray of Iowa and Republican Cy Fox of Utah and Di"
        " Orr of Maine.",
        "The four plaintiff states are Ohio, Iowa, Utah and Maine. It is a response to Texas and"
        " eight other states which threatened to sue.",
        "Four states sue over the rule. Ohio Attorney General Ann Lee filed a joint suit with Iowa,"
        " Utah and Maine's attorneys general.",
        "Four states signed the letter: Ohio, Iowa and Utah. Maine Attorney General Di Orr's view"
        " of it mattered.",
    ],
)
def test_the_stated_number_decides_between_readings_that_are_open(text: str) -> None:
    found = parse(text)

    assert [office.usps for office in found.signatories] == ["OH", "IA", "UT", "ME"]
    assert found.disagreement is None


@pytest.mark.parametrize(
    "more",
    [
        "The firm sells in Maine and Idaho.",
        "It was sent to the governors of Maine and Idaho.",
        "Maine and Idaho have passed such a law.",
        "Maine and Idaho declined to sign.",
        "Maine and Idaho were sued over it.",
        "The view of Maine mattered, and that of Idaho.",
        "Maine's view of it mattered, as well as that of two cities.",
    ],
)
@pytest.mark.parametrize("stated", ["Four", "Five"])
def test_no_number_adds_those_named_for_another_reason(more: str, stated: str) -> None:
    found = parse(f"{stated} states signed the letter: Ohio, Iowa and Utah. {more}")

    assert [office.usps for office in found.signatories] == ["OH", "IA", "UT"]
    assert found.disagreement == Disagreement(4 if stated == "Four" else 5, 3)


def test_two_readings_with_the_stated_number_leave_the_disagreement() -> None:
    found = parse(
        "Four states signed the letter: Ohio, Iowa and Utah. Maine Attorney General Di Orr said she"
        " was glad. Idaho Attorney General Al Poe said so too."
    )

    assert [office.usps for office in found.signatories] == ["OH", "IA", "UT"]
    assert found.disagreement == Disagreement(4, 3)


def test_a_number_of_states_leaves_the_district_beside_them() -> None:
    found = parse("Three states signed: Ohio, Iowa and Utah. The District and they sued the firm.")
    assert len(found.signatories) == 3
    found = parse(
        "A coalition of three states, Ohio, Iowa and Utah, and the District of Columbia filed suit."
    )

    assert "DC" in {office.usps for office in found.signatories}


def test_an_inexact_number_at_the_start_of_a_sentence_is_no_number() -> None:
    assert parse("Nearly a dozen states signed: Ohio, Iowa and Utah.").reported_count is None


def test_officeholders_are_read_on_either_side_of_the_office() -> None:
    text = (
        "Signed by Ohio Attorney General Ann Lee, Attorney General Bo Poe of Iowa, Cy Roy, Utah"
        " Attorney General, Attorney General Di Fox (KY) and Maine."
    )

    assert [(o.usps, o.officeholder) for o in parse(text).signatories] == [
        ("OH", "Ann Lee"),
        ("IA", "Bo Poe"),
        ("UT", "Cy Roy"),
        ("KY", "Di Fox"),
        ("ME", None),
    ]


def test_officeholders_of_a_signature_block_go_with_their_own_office() -> None:
    text = (
        "Sincerely,\n\nANN LEE\nAttorney General of Ohio\n\nBO POE, JR.\nAttorney General of Iowa\n"
    )

    assert [o.officeholder for o in parse(text).signatories] == ["ANN LEE", "BO POE, JR."]


def test_a_publisher_that_joins_unnamed_is_found_at_its_officeholder() -> None:
    text = "Attorney General Ann Lee joined Iowa and Utah in the suit."
    publisher = parse(text, "OH").signatories[0]

    assert (publisher.usps, publisher.officeholder, publisher.implied) == ("OH", "Ann Lee", True)
    assert text[publisher.start : publisher.end] == "Attorney General Ann Lee"


def test_without_a_publisher_an_officeholder_without_a_state_is_no_office() -> None:
    assert codes(parse("Attorney General Ann Lee joined Iowa and Utah in the suit.")) == [
        "IA",
        "UT",
    ]


def test_states_under_every_state_except_point_at_those_words() -> None:
    text = "The attorneys general of every state except Ohio signed."
    office = parse(text).signatories[0]

    assert office.implied
    assert text[office.start : office.end] == "every state"


def test_a_broken_name_keeps_the_offsets_of_the_original() -> None:
    text = "signed by IN- DIANA, Massa-\r\nchusetts and Utah"

    assert [text[o.start : o.end] for o in parse(text).signatories] == [
        "IN- DIANA",
        "Massa-\r\nchusetts",
        "Utah",
    ]


def test_a_publisher_that_is_no_code_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'Ohio' is not a USPS code"):
        parse("Ohio joined.", publisher="Ohio")


def test_a_frame_keeps_its_labels_and_uses_its_publishers() -> None:
    frame = pd.DataFrame(
        {"prose": ["Attorney General Ann Lee joined Iowa in the suit.", None], "by": ["OH", None]},
        index=["a", "b"],
    )
    found = parse_frame(frame, text="prose", publisher="by")

    assert found["row"].tolist() == ["a", "a"]
    assert found["usps"].tolist() == ["OH", "IA"]
    alone = parse(str(frame.loc["a", "prose"]), "OH")
    assert found["confidence"].tolist() == [alone.confidence] * 2


def test_a_frame_without_the_column_is_refused_with_the_columns_it_has() -> None:
    with pytest.raises(ValueError, match="no column 'text'; the columns are prose"):
        parse_frame(pd.DataFrame({"prose": ["Ohio joined."]}))


@pytest.mark.parametrize("module", ["pandas", "plotly", "us"])
def test_an_import_leaves_out_what_is_slow_to_import(module: str) -> None:
    code = f"import sys, agletters.signatories; sys.exit({module!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_names_and_codes_are_those_of_the_us_package() -> None:
    assert len(states()) == 50
    assert set(jurisdictions()) - set(states()) == {"DC", "AS", "GU", "MP", "PR", "VI"}
    assert all(us.states.lookup(code).name == name for code, name in jurisdictions().items())


def test_the_ap_abbreviation_of_every_state_is_read() -> None:
    printed = [state.ap_abbr for state in us.STATES]

    assert codes(parse(f"The signers: {', '.join(printed)} and Guam.")) == [*states(), "GU"]


def test_a_long_text_without_a_stop_keeps_every_name() -> None:
    text = (
        "The signers met, ".upper() + "and then " * 2000 + "Ohio, Iowa and Utah joined the letter."
    )

    assert codes(parse(text)) == ["OH", "IA", "UT"]


@pytest.mark.parametrize(
    "piece", [" ", "A", ",", "Texas, ", "all but ", "(", '"', "\n", "Ohio joined. ", "Ohio sued "]
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        parse(text, "OH")
        return time.process_time() - start

    # Another try only where the machine was busy in the first.
    assert any(seconds(8_000) < 8 * max(seconds(2_000), 0.02) for _ in range(3))
