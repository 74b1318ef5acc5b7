from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agletters.markup import MISSING, visible_text
from agletters.prose import CLAIMS_TYPE, anchor, as_text, listing, markdown_html, say
from tests.hostile import TEXTS, Reader, assert_inert

TEMPLATES = (
    "Before {x} after.",
    "{x}",
    "**{x}** and *{x}*",
    "`{x}`",
    "- {x}\n- two",
    "1. {x}",
    "> {x}",
    "| a | b |\n|---|---|\n| {x} | c |",
    "[{x}](#place)",
    "First.\n\n{x}\n\nLast.",
)

markup_like = st.text(alphabet="<>&\"'`*_[]()#|!~=-+\\/{}:\n\t 0aé\u202e\ue000\ue001", max_size=40)


# Values ------------------------------------------------------------------------------


@pytest.mark.parametrize("template", TEMPLATES)
@given(value=markup_like | st.text() | st.sampled_from(TEXTS))
@example(value="")
def test_a_value_is_text_wherever_it_stands(template: str, value: str) -> None:
    plain = Reader(say(template, x="plain").html)
    reader = assert_inert(say(template, x=value).html)
    assert [part for part in reader.elements if part[0] != "data"] == plain.elements
    assert reader.text == plain.text.replace("plain", visible_text(value) or MISSING)


@pytest.mark.parametrize("value", TEXTS)
def test_a_hostile_value_is_shown_and_reaches_the_plain_text_and_the_claims(value: str) -> None:
    said = say("{n} offices: {who}", n=2, who=["Maine", value])
    assert_inert(said.html)
    assert said.text == f"2 offices: Maine and {value}"
    assert said.values == {"n": "2", "who": f"Maine and {value}"}  # noqa: PD011


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (21, "21"),
        (1234, "1,234"),
        (np.int64(1234), "1,234"),
        (True, "True"),
        (0.25, "0.25"),
        ("021", "021"),
        (["NY", "NJ"], "NY and NJ"),
        (("S040",), "S040"),
        ([], "none"),
        (pd.Series(["Delaware", "Maine", "Nevada"]), "Delaware, Maine and Nevada"),
        (pd.Index(["Maine"]), "Maine"),
        (np.array([1000, 2]), "1,000 and 2"),
        ((name for name in ("Iowa", "Ohio")), "Iowa and Ohio"),
    ],
)
def test_a_value_is_written_as_a_sentence_writes_it(value: object, shown: str) -> None:
    assert as_text(value) == shown


@pytest.mark.parametrize("missing", [None, pd.NA, float("nan"), pd.NaT])
@pytest.mark.parametrize("template", ["{x} offices", "{x:.0%} of offices"])
def test_a_missing_value_is_refused(template: str, missing: object) -> None:
    for value in (missing, ["Maine", missing], pd.Series(["Maine", missing], dtype=object)):
        with pytest.raises(ValueError, match="say in words that it is not known"):
            say(template, x=value)


def test_a_set_is_refused_since_it_has_no_order() -> None:
    for value in ({"Maine", "Iowa"}, frozenset(["Maine"])):
        with pytest.raises(ValueError, match="no order"):
            say("{x}", x=value)


def test_numbers_take_a_format() -> None:
    said = say("{share:.0%}, p = {p:.3f}", share=21 / 56, p=0.04167)
    assert said.text == "38%, p = 0.042"
    assert said.values == {"share": "38%", "p": "0.042"}  # noqa: PD011


def names() -> Iterator[str]:
    yield from ("Maine", "Iowa")


def test_a_name_may_stand_twice_even_for_an_iterator() -> None:
    assert say("{who}; again: {who}", who=names()).text == "Maine and Iowa; again: Maine and Iowa"


# The passage -------------------------------------------------------------------------


def test_markdown_of_the_passage_works_around_the_values() -> None:
    said = say("**{n}** of [{m}](#who-signed), *only*", n=21, m=56)
    assert said.html == (
        '<p><strong><data value="n">21</data></strong> of '
        '<a href="#who-signed">56</a>, <em>only</em></p>'
    )


def test_a_number_carries_its_name_where_it_stands_in_text() -> None:
    said = say('{n}, {share:.0%}, {who}, [link](#a "{n}")', n=21, share=0.375, who="Maine")
    assert Reader(said.html).elements == [
        ("p", {}),
        ("data", {"value": "n"}),
        ("data", {"value": "share"}),
        ("a", {"href": "#a", "title": "21"}),
    ]


def test_a_term_that_is_defined_can_be_linked_to() -> None:
    html = markdown_html("**Joint letter**\n: A letter with several signers.")
    assert ("dt", {"id": "term-joint-letter"}) in Reader(html).elements


def test_braces_are_written_twice() -> None:
    assert say("{{{n}}}", n=1).text == "{1}"


def test_a_name_that_is_not_given_is_refused() -> None:
    for template in ("{n} of {m}", "{n} of {}", "{n} of {n.real}", "{n} of {n[0]}"):
        with pytest.raises(ValueError, match=r"names \{.*\}, which is not given"):
            say(template, n=1)


def test_a_value_that_is_not_used_is_refused() -> None:
    with pytest.raises(ValueError, match=r"does not use m and who: '\{n\} offices'"):
        say("{n} offices", n=1, who="Maine", m=2)


@pytest.mark.parametrize("template", ["[here]({x})", "![]({x})", "[a][{x}]\n\n[{x}]: #b"])
def test_a_value_where_markdown_takes_none_is_refused_and_not_lost(template: str) -> None:
    with pytest.raises(ValueError, match="where none can stand"):
        say(template, x="https://example.org")


def test_a_notebook_gets_html_text_and_the_claims() -> None:
    bundle = say("**{n}** offices", n=21)._repr_mimebundle_(include=None, exclude=None)
    assert bundle == {
        "text/html": '<p><strong><data value="n">21</data></strong> offices</p>',
        "text/plain": "**21** offices",
        CLAIMS_TYPE: {"n": "21"},
    }


# Lists and Markdown --------------------------------------------------------------------


@given(st.lists(st.text(alphabet="abc", min_size=1), min_size=1))
def test_a_listing_names_every_member_in_order(words: list[str]) -> None:
    text = listing(words)
    assert text.replace(" and ", ", ").split(", ") == words
    assert text.count(" and ") == (len(words) > 1)


def test_a_listing_of_nothing_says_so() -> None:
    assert listing([]) == "none"


@pytest.mark.parametrize("text", [*TEXTS, "<javascript:alert(1)>", "[a](data:text/html,x)"])
def test_markup_in_markdown_is_shown_and_not_obeyed(text: str) -> None:
    assert_inert(markdown_html(text))


def test_markdown_has_tables() -> None:
    tags = [tag for tag, _ in Reader(markdown_html("| a |\n|---|\n| b |")).elements]
    assert tags == ["table", "thead", "tr", "th", "tbody", "tr", "td"]


def test_headings_are_lowered_and_have_the_ids_that_they_link_to() -> None:
    html = markdown_html("# Who signed\n\n## The *35* others & why?", chapter="signed", lower=1)
    reader = assert_inert(html)
    headings = [(tag, at["id"]) for tag, at in reader.elements if tag in {"h2", "h3"}]
    assert headings == [("h2", "signed"), ("h3", "signed-the-35-others-why")]
    links = [at["href"] for tag, at in reader.elements if tag == "a"]
    assert links == ["#signed", "#signed-the-35-others-why"]


@given(st.text(max_size=30), st.integers(2, 6))
def test_an_id_is_a_plain_word_whatever_the_heading(heading: str, level: int) -> None:
    place = anchor("chapter", heading, level)
    assert place.isascii()
    assert set(place) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert place.startswith("chapter-")
