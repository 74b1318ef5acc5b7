"""An officeholder's name is read where it is printed, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from agletters.signatories import parse

JOINED = "The letter was signed by "


def holders(text: str, publisher: str | None = None) -> dict[str, str | None]:
    return {one.usps: one.officeholder for one in parse(text, publisher).signatories}


@pytest.mark.parametrize(
    "text",
    [
        "Ohio Attorney General Ann Lee and Iowa Attorney General Bo Poe sued.",
        "Attorney General Ann Lee of Ohio and Attorney General Bo Poe of Iowa sued.",
        JOINED + "attorneys general Ann Lee (D-Ohio) and Bo Poe (R-Iowa).",
        JOINED + "the attorneys general Ann Lee (R-Ohio), Bo Poe (R-Iowa) and Cy Roe (R-Utah).",
        JOINED + "Govs. Ann Lee (Ohio), Bo Poe (Iowa) and Cy Roe (Utah).",
        JOINED + "Ann Lee of Ohio, Bo Poe of Iowa and Cy Roe of Utah.",
        JOINED + "Republicans Ann Lee of Ohio and Bo Poe of Iowa.",
        "The signers: Ann Lee (OH); Bo Poe (IA); Cy Roe (UT).",
        "The letter was signed by:\n- Ann Lee, Ohio\n- Bo Poe, Iowa\n- Cy Roe, Utah\n",
        "The letter was signed by:\nOhio - Ann Lee\nIowa - Bo Poe\nUtah - Cy Roe\n",
    ],
)
def test_holders_are_read_in_every_form_of_a_list(text: str) -> None:
    found = holders(text)
    assert (found["OH"], found["IA"]) == ("Ann Lee", "Bo Poe")
    assert found.get("UT", "Cy Roe") == "Cy Roe"


@pytest.mark.parametrize(
    "text",
    [
        "Main Menu\nOhio Attorney General\nThe attorneys general of Ohio and Iowa sued the firm.",
        "Advertisement\n\nOhio AG sues, and Iowa joins the suit",
        "Ohio and Iowa sued in Ohio's Northern District.",
        "The Iowa Medical Association of Ohio and the attorneys general of Ohio and Iowa sued.",
        "The Ohio and Iowa governors Bo Poe and Ann Lee joined the letter.",
        "The State University of Ohio wrote; Ohio and Iowa signed the letter.",
    ],
)
def test_menus_districts_bodies_and_names_in_no_order_are_no_holders(text: str) -> None:
    assert set(holders(text).values()) <= {None}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("AG LEE ANNOUNCES SUIT WITH IOWA AND UTAH\nThe 3 states sued.", "LEE"),
        ("ATTORNEY GENERAL LEE CONDEMNS RULE, JOINS IOWA AND UTAH IN SUIT", "LEE"),
        ("Attorney General Ann Lee's Office joined Iowa and Utah in the suit.", "Ann Lee"),
    ],
)
def test_a_headline_ends_where_the_name_does(text: str, name: str) -> None:
    assert holders(text, "OH")["OH"] == name


def test_a_holder_without_a_state_is_not_given_one_whose_holder_is_another() -> None:
    text = (
        "Ohio's attorney general leads the suit with Iowa. State Attorney General Cy Roe was asked"
        " about it. Ohio Attorney General Ann Lee and Iowa signed."
    )
    assert holders(text)["OH"] in {None, "Ann Lee"}
