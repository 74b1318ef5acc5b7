import re
from typing import Any

import pytest

from agletters.describe import data_readme
from agletters.prose import markdown_html
from agletters.tables import Tables, TablesError
from tests.hostile import Reader


def package(*fields: dict[str, Any], **schema: Any) -> dict[str, Any]:
    table = {
        "title": "Signatures",
        "path": "signatures.csv",
        "description": "One row is a signature.",
        "schema": {"fields": list(fields), "primaryKey": ["letter_id", "usps"], **schema},
    }
    return {
        "title": "Letters",
        "description": "Who signed.",
        "version": "1.2.0",
        "created": "2026-11-22T00:00:00Z",
        "licenses": [{"title": "CC BY 4.0", "path": "https://example.org/by"}],
        "resources": [table],
    }


def field(name: str = "usps", **more: Any) -> dict[str, Any]:
    return {"name": name, "type": "string", "description": "Postal code.", **more}


def row(readme: str, name: str = "usps") -> str:
    [line] = [line for line in readme.splitlines() if line.startswith(f"| `{name}` |")]
    return line


def test_the_readme_says_what_the_tables_are_and_on_which_terms() -> None:
    readme = data_readme(package(field()))
    assert readme.startswith("# Letters\n\nWho signed.\n\nVersion 1.2.0, 2026-11-22.")
    assert "Licence of the tables: [CC BY 4.0](https://example.org/by)" in readme
    assert "An empty cell means not known or not applicable, never no." in readme
    assert "\n## Signatures: `signatures.csv`\n\nOne row is a signature.\n" in readme
    assert "\nKey: `letter_id`, `usps`.\n" in readme


@pytest.mark.parametrize(
    ("more", "limits"),
    [
        ({}, " (may be empty)"),
        ({"constraints": {"required": True}}, ""),
        ({"constraints": {"required": True, "enum": ["yes", "no"]}}, " (one of `yes`, `no`)"),
        ({"constraints": {"enum": [0, 1]}}, " (may be empty; one of `0`, `1`)"),
        (
            {"constraints": {"required": True}, "references": "offices.usps"},
            " (values of `offices.usps`)",
        ),
    ],
)
def test_each_column_is_given_with_its_type_and_what_it_may_hold(
    more: dict[str, Any], limits: str
) -> None:
    assert row(data_readme(package(field(**more)))) == f"| `usps` | string | Postal code.{limits} |"


def test_a_key_of_another_table_is_named() -> None:
    key = {"fields": ["usps"], "reference": {"resource": "offices", "fields": ["usps"]}}
    readme = data_readme(package(field(), foreignKeys=[key]))
    assert row(readme).endswith("(may be empty; a value of `offices.usps`) |")


def test_a_bar_in_a_description_does_not_end_its_cell() -> None:
    readme = data_readme(package(field(description="Yes | no.")))
    cells = [tag for tag, _ in Reader(markdown_html(readme)).elements if tag == "td"]
    assert len(cells) == 3
    assert "Yes | no." in Reader(markdown_html(readme)).text


def test_the_readme_ends_with_one_line_break_and_has_no_trailing_blanks(tables: Tables) -> None:
    readme = data_readme(tables.schema)
    assert readme.endswith("|\n")
    assert not any(line != line.rstrip() for line in readme.splitlines())


def test_every_table_and_column_of_the_data_is_described(tables: Tables) -> None:
    readme = data_readme(tables.schema)
    for name, frame in tables.items():
        section = readme.partition(f"`{name}.csv`\n")[2].partition("\n## ")[0]
        for column in frame.columns:
            assert f"\n| `{column}` | " in section


@pytest.mark.parametrize(
    ("lost", "says"),
    [
        (("title",), "the package has no title"),
        (("licenses",), "the package has no licenses"),
        (("licenses", 0, "path"), "the first of licenses has no path"),
        (("resources", 0, "description"), "signatures.csv has no description"),
        (("resources", 0, "schema", "primaryKey"), "signatures.csv has no primaryKey"),
        (
            ("resources", 0, "schema", "fields", 0, "description"),
            "the column usps of signatures.csv has no description",
        ),
    ],
)
def test_a_schema_that_lacks_a_text_is_refused_by_name(
    lost: tuple[str | int, ...], says: str
) -> None:
    schema: Any = package(field())
    node = schema
    for step in lost[:-1]:
        node = node[step]
    del node[lost[-1]]
    with pytest.raises(
        TablesError, match=rf"^datapackage\.json: (the resource )?{re.escape(says)}; add "
    ):
        data_readme(schema)


def test_the_readme_says_how_to_open_the_tables_in_a_spreadsheet() -> None:
    assert "import the files as text" in data_readme(package(field()))
