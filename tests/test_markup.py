from datetime import date, datetime
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from agletters.markup import (
    cell_text,
    escape,
    link,
    plain_text,
    plotly_text,
    template,
    visible_text,
)


class Text(HTMLParser):
    """Collect the text of some HTML, and count its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(min_size=1))
def test_escaped_text_reads_as_the_text_that_it_was(text: str) -> None:
    read = Text(f"<p>{escape(text)}</p>")
    assert read.tags == ["p"]
    assert read.text == visible_text(text)


@given(st.text(min_size=1))
def test_escaped_text_cannot_leave_an_attribute(text: str) -> None:
    for quote in "\"'":
        read = Text(f"<p title={quote}{escape(text)}{quote}></p>")
        assert read.attributes == [("title", visible_text(text))]


def test_a_value_that_calls_itself_safe_in_a_frame_is_still_escaped() -> None:
    assert escape(Markup("<b>")) == "&lt;b&gt;"


@pytest.mark.parametrize("missing", [None, pd.NA, pd.NaT, float("nan"), "", ()])
def test_a_missing_value_shows_as_a_dash_or_as_what_is_asked_for(missing: object) -> None:
    assert escape(missing) == "–"
    assert escape(missing, missing="") == ""
    assert cell_text(missing) == ""


def test_lists_dates_and_numbers_are_written_as_a_reader_expects() -> None:
    assert cell_text(("S040", None, "S080")) == "S040; ; S080"
    assert cell_text({"b", "a"}) == "a; b"
    assert cell_text(pd.Timestamp("2010-09-21")) == "2010-09-21"
    assert cell_text(date(2010, 9, 21)) == "2010-09-21"
    assert cell_text(datetime(2010, 9, 21, 9, 30)) == "2010-09-21 09:30:00"
    assert cell_text(21) == "21"


@pytest.mark.parametrize(
    ("unseen", "shown"),
    [
        ("\u202e", "⟨U+202E⟩"),
        ("\u2066", "⟨U+2066⟩"),
        ("\x00", "⟨U+0000⟩"),
        ("\x1b", "⟨U+001B⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("\ufffe", "⟨U+FFFE⟩"),
        ("\U0010ffff", "⟨U+10FFFF⟩"),
    ],
)
def test_a_character_that_acts_unseen_is_written_out(unseen: str, shown: str) -> None:
    assert visible_text(f"a{unseen}b") == f"a{shown}b"


def test_right_to_left_letters_and_line_breaks_are_left_alone() -> None:
    text = "שלום\u200f\n\tعالم 💬"
    assert visible_text(text) == text


def test_a_template_escapes_every_value_but_our_own_markup() -> None:
    shown = template("<p>{{ ours }}{{ theirs }}{{ nothing }}</p>").render(
        ours=Markup("<i>"), theirs="<b>", nothing=None
    )
    assert shown == "<p><i>&lt;b&gt;–</p>"


def test_a_template_refuses_a_name_that_it_was_not_given() -> None:
    with pytest.raises(UndefinedError):
        template("{{ forgotten }}").render()


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", " javascript:x", "data:text/html,x", "//host", "vbscript:x", ""]
)
def test_only_web_mail_and_page_addresses_are_linked(href: str) -> None:
    with pytest.raises(ValueError, match="not an address that may be linked to"):
        link(href, "text")


def test_a_link_escapes_its_address_and_its_text() -> None:
    read = Text(link('https://a.example/?a="b"&c=<d>', "<b>"))
    assert read.tags == ["a"]
    assert read.attributes == [("href", 'https://a.example/?a="b"&c=<d>')]
    assert read.text == "<b>"


@given(st.text(min_size=1))
def test_text_comes_back_from_a_plotly_field_as_it_was(text: str) -> None:
    assert plain_text(plotly_text(text)) == visible_text(text)


def test_plotly_sees_no_markup_in_text_from_data() -> None:
    assert "<" not in plotly_text("<a href='javascript:x'>")
    assert plotly_text(None) == "–"
