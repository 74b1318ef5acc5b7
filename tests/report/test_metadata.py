"""What the page says of itself."""

import json

import pytest

from agletters.report.metadata import Edition, json_ld
from agletters.tables import TablesError
from tests.hostile import TEXTS

SCHEMA = {
    "title": "Letters",
    "description": "Who signed.",
    "version": "1.0.0",
    "created": "2026-11-22T00:00:00Z",
    "licenses": [{"title": "CC BY 4.0", "path": "https://example.org/by"}],
    "contributors": [{"title": "The authors"}],
    "keywords": ["letters"],
}


def test_the_edition_is_that_of_the_descriptor() -> None:
    edition = Edition.of(SCHEMA)
    assert (edition.date, edition.version, edition.author) == ("2026-11-22", "1.0.0", "The authors")
    assert edition.url == ""


def test_the_address_is_the_one_given_before_the_homepage_of_the_descriptor() -> None:
    schema = {**SCHEMA, "homepage": "https://example.org/home"}
    assert Edition.of(schema).url == "https://example.org/home"
    assert Edition.of(schema, "https://example.org/here").url == "https://example.org/here"


@pytest.mark.parametrize("name", ["created", "version", "licenses"])
def test_a_descriptor_without_an_edition_is_refused(name: str) -> None:
    with pytest.raises(TablesError, match=f"lacks '{name}'"):
        Edition.of({key: value for key, value in SCHEMA.items() if key != name})


def test_machines_read_a_report_that_rests_on_a_dataset() -> None:
    read = json.loads(json_ld(Edition.of(SCHEMA), "Who signed?", "Two offices."))
    assert (read["@type"], read["isBasedOn"]["@type"]) == ("Report", "Dataset")
    assert read["name"] == "Who signed?"
    assert read["isBasedOn"]["license"] == "https://example.org/by"
    assert "url" not in read


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_titles_cannot_leave_their_script(text: str) -> None:
    shown = json_ld(Edition.of(SCHEMA), text, text)
    assert not set("<>&") & set(shown)
    assert json.loads(shown)["name"] == text
