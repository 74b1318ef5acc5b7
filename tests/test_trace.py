import json
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbformat import NotebookNode
from typer.testing import CliRunner

from agletters.cli import app
from agletters.report.page import Chapter
from agletters.tables import Tables, load
from agletters.trace import (
    Trace,
    TraceError,
    claim_names,
    read_chapters,
    slug_of,
    sources_of_claims,
    tables_of_claims,
    trace,
    trace_text,
)


@dataclass(frozen=True)
class Small:
    slug: str
    notebook: NotebookNode


def chapter(*cells: str, slug: str = "a") -> Small:
    made = nbformat.v4.new_notebook()
    made.cells = [
        (nbformat.v4.new_markdown_cell if cell.startswith("# ") else nbformat.v4.new_code_cell)(
            cell
        )
        for cell in cells
    ]
    return Small(slug, made)


SETUP = """\
from agletters.prose import listing, say
from agletters.tables import load
tables = load()
signers = tables.signatures[tables.signatures["letter_id"] == "L1"]
names = tables.offices.set_index("usps")["jurisdiction"]"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder = tmp_path_factory.mktemp("data")

    def table(name: str, rows: str, key: list[str]) -> dict[str, object]:
        (folder / f"{name}.csv").write_text(rows, encoding="utf-8")
        fields = [
            {"name": column, "type": "list", "delimiter": ";"}
            if column == "source_ids"
            else {"name": column, "type": "string"}
            for column in rows.splitlines()[0].split(",")
        ]
        schema = {"fields": fields, "primaryKey": key}
        return {"name": name, "path": f"{name}.csv", "schema": schema}

    offices = "usps,jurisdiction,party,source_ids\nAA,Ash,D,S1\nBB,Birch,R,S2\nCC,Cedar,D,S3\n"
    signatures = "letter_id,usps,source_ids\nL1,AA,S4\nL1,BB,S5;S6\nL2,CC,S7\n"
    sources = "source_id,publisher,title,url\n" + "".join(
        f"S{number},Page {number},Title {number},https://example.org/{number}\n"
        for number in range(1, 10)
    )
    resources = [
        table("offices", offices, ["usps"]),
        table("signatures", signatures, ["letter_id", "usps"]),
        table("sources", sources, ["source_id"]),
    ]
    package = {"resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return load(folder)


def one(expression: str, small: Tables, *before: str) -> Trace:
    made = chapter("# Title", SETUP, *before, f"say('{{n}}', n={expression})")
    [name] = claim_names([made])
    return trace(name, [made], small)


# What a value comes from -----------------------------------------------------------------


def test_a_number_of_rows_comes_from_these_rows_and_their_sources(small: Tables) -> None:
    found = one("len(signers)", small)
    assert (found.claim, found.value, found.expression) == ("a/3/n", "2", "len(signers)")
    assert (found.chapter, found.cell) == ("a", 3)
    assert found.code == (
        "tables = load()",
        "signers = tables.signatures[tables.signatures['letter_id'] == 'L1']",
    )
    assert found.tables == ("signatures",)
    assert list(found.frames) == ["signers"]
    assert found.frames["signers"]["usps"].tolist() == ["AA", "BB"]
    assert found.rows["signatures"]["usps"].tolist() == ["AA", "BB"]
    assert found.sources["source_id"].tolist() == ["S4", "S5", "S6"]
    assert found.sources["title"].tolist() == ["Title 4", "Title 5", "Title 6"]
    assert found.sources["url"].str.startswith("https://").all()


def test_a_count_of_a_condition_comes_from_the_rows_that_meet_it(small: Tables) -> None:
    found = one("(tables.offices['party'] == 'D').sum()", small)
    [(label, frame)] = found.frames.items()
    assert label == "tables.offices[tables.offices['party'] == 'D']"
    assert frame["usps"].tolist() == ["AA", "CC"]
    assert found.sources["source_id"].tolist() == ["S1", "S3"]


def test_a_column_is_shown_with_the_rows_that_it_belongs_to(small: Tables) -> None:
    found = one("listing(signers['usps'])", small)
    [(label, frame)] = found.frames.items()
    assert label == "signers, for signers['usps']"
    assert frame["letter_id"].tolist() == ["L1", "L1"]


@pytest.mark.parametrize("expression", ["names['BB']", "names.loc['BB']", "names.at['BB']"])
def test_a_value_looked_up_by_key_comes_from_that_row(small: Tables, expression: str) -> None:
    found = one(expression, small)
    assert found.value == "Birch"
    assert found.rows["offices"]["usps"].tolist() == ["BB"]
    assert found.sources["source_id"].tolist() == ["S2"]


def test_a_cell_of_a_frame_comes_from_its_row(small: Tables) -> None:
    before = "by_code = tables.offices.set_index('usps')"
    found = one("by_code.loc['CC', 'party']", small, before)
    assert found.value == "D"
    assert [len(frame) for frame in found.frames.values()] == [1]
    assert found.rows["offices"]["usps"].tolist() == ["CC"]


def test_a_value_without_a_frame_comes_from_those_of_which_it_is_made(small: Tables) -> None:
    found = one("len(codes)", small, "codes = signers['usps'].tolist()[:1]")
    assert found.value == "1"
    assert found.tables == ("signatures",)
    assert [frame["usps"].tolist() for frame in found.frames.values()] == [["AA"]]


def test_the_number_of_tables_comes_from_all_of_them(small: Tables) -> None:
    assert one("len(tables)", small).tables == ("offices", "signatures", "sources")


def test_sources_that_are_only_looked_up_are_those_of_the_rows(small: Tables) -> None:
    before = "pages = signers.explode('source_ids').merge(tables.sources, left_on='source_ids', "
    before += "right_on='source_id')"
    found = one("len(pages)", small, before)
    assert found.tables == ("signatures", "sources")
    assert found.rows["sources"]["source_id"].tolist() == ["S4", "S5", "S6"]
    assert found.sources["source_id"].tolist() == ["S4", "S5", "S6"]


def test_a_count_of_sources_comes_from_all_of_them(small: Tables) -> None:
    found = one("kinds['Page 1']", small, "kinds = tables.sources['publisher'].value_counts()")
    assert len(found.rows["sources"]) == len(found.sources) == 9


def test_tables_that_are_loaded_for_one_of_them_are_the_given_ones(small: Tables) -> None:
    made = chapter(SETUP, "offices = load().offices", "say('{n}', n=len(offices))")
    found = trace("a/3/n", [made], small)
    assert (found.value, found.tables) == ("3", ("offices",))


def test_the_value_is_the_one_that_the_passage_shows(small: Tables) -> None:
    made = chapter(SETUP, "say('{n:.1%} of {m}', n=len(signers) / 3, m=12345)")
    found = [trace(name, [made], small) for name in claim_names([made])]
    assert [claim.value for claim in found] == ["66.7%", "12,345"]
    assert found[1].tables == ()
    assert found[1].sources.empty


def test_a_name_has_the_value_that_it_had_in_its_cell(small: Tables) -> None:
    made = chapter(SETUP, "n = 1", "say('{n}', n=n)", "n = 2", "say('{n}', n=n)")
    assert [trace(name, [made], small).value for name in claim_names([made])] == ["1", "2"]


def test_nothing_is_run_that_the_value_does_not_need(small: Tables) -> None:
    made = chapter(SETUP, "raise SystemExit", "say('{n}', n=len(signers))")
    assert trace("a/3/n", [made], small).value == "2"


# Faults ----------------------------------------------------------------------------------


def test_an_unknown_claim_is_answered_with_the_nearest(small: Tables) -> None:
    made = chapter(SETUP, "say('{signed} {others}', signed=len(signers), others=1)")
    with pytest.raises(TraceError) as caught:
        trace("a/9/signed", [made], small)
    assert str(caught.value) == (
        "no claim is called 'a/9/signed'; near it are a/2/signed, a/2/others; "
        "'agletters trace' without a name lists all"
    )
    with pytest.raises(TraceError, match="no claim is called '§'; 'agletters trace' without"):
        trace("§", [made], small)


def test_a_cell_that_fails_or_is_no_python_is_named(small: Tables) -> None:
    with pytest.raises(TraceError, match="chapter a, cell 1: ZeroDivisionError: division by zero"):
        trace("a/2/n", [chapter("x = 1 / 0", "say('{n}', n=x)")], small)
    with pytest.raises(TraceError, match="chapter a, cell 1: NameError: name 'say'"):
        trace("a/1/n", [chapter("say('{n}', n=1)")], small)
    with pytest.raises(TraceError, match="chapter a: a cell is not Python"):
        claim_names([chapter("x = ")])


def test_a_folder_without_notebooks_is_named(tmp_path: Path) -> None:
    with pytest.raises(TraceError, match="holds no notebook such as"):
        read_chapters(tmp_path)


# Showing ---------------------------------------------------------------------------------


def test_a_trace_reads_from_the_value_down_to_the_sources(small: Tables) -> None:
    text = trace_text(one("len(signers)", small), longest=1)
    lines = text.splitlines()
    assert lines[0] == "a/3/n = 2"
    assert "  expression  len(signers)" in lines
    assert "  tables      signatures" in lines
    assert "signers: 2 rows" in lines
    assert "Table signatures: 2 rows" in lines
    assert "  S4  Page 4: Title 4 <https://example.org/4>" in lines
    assert lines[-1] == "  … and 2 more"


# All claims ------------------------------------------------------------------------------


def test_all_claims_are_listed_with_their_tables_and_sources(small: Tables) -> None:
    made = [
        chapter(SETUP, "say('{n} {m}', n=len(signers), m=names['CC'])"),
        chapter(SETUP, "say('{n}', n=len(tables.sources))", slug="b"),
    ]
    found = sources_of_claims(made, small)
    assert found[["chapter", "cell", "name"]].to_numpy().tolist() == [
        ["a", 2, "n"],
        ["a", 2, "m"],
        ["b", 2, "n"],
    ]
    assert found["tables"].tolist() == [("signatures",), ("offices",), ("sources",)]
    assert found["source_ids"].tolist()[:2] == [("S4", "S5", "S6"), ("S3",)]
    static = tables_of_claims(made, small)
    pd.testing.assert_frame_equal(static, found.drop(columns="source_ids"))


@pytest.fixture(scope="module")
def chapters(root: Path) -> list[Chapter]:
    paths = sorted((root / "notebooks").glob("[0-9]*.ipynb"))
    return [Chapter(path.stem, nbformat.read(path, as_version=4)) for path in paths]


def test_a_chapter_has_the_id_of_the_page(chapters: list[Chapter], root: Path) -> None:
    assert [made.slug for made in read_chapters(root / "notebooks")] == [
        made.slug for made in chapters
    ]
    assert [slug_of(made.name) for made in chapters] == [made.slug for made in chapters]


def test_every_claim_of_the_report_reads_a_table(chapters: list[Chapter], tables: Tables) -> None:
    found = tables_of_claims(chapters, tables)
    assert len(found) > 200
    bare = found[found["tables"].map(len) == 0]
    # what a test of a given size could have found is computed from no row
    assert set(bare["name"]) <= {"miss", "power"}, bare


def test_the_signers_of_the_first_chapter_lead_to_their_signatures(
    chapters: list[Chapter], tables: Tables
) -> None:
    [first] = [made for made in chapters if made.slug == "who-signed"]
    [name] = [name for name in claim_names([first]) if name.endswith("/democrats")]
    found = trace(name, [first], tables)
    [frame] = found.frames.values()
    assert len(frame) == int(found.value)
    assert set(frame["party"]) == {"Democrat"}
    assert set(found.rows["signatures"]["letter_id"]) == {"2010-09-21-backpage"}
    assert set(found.rows["signatures"]["usps"]) == set(frame["usps"])
    assert set(found.sources["source_id"]) >= {"S041"}


def test_the_command_lists_claims_and_traces_one(root: Path) -> None:
    listed = CliRunner().invoke(app, ["trace", "--root", str(root)])
    assert listed.exit_code == 0
    names = listed.stdout.splitlines()
    assert len(names) > 200
    wrong = CliRunner().invoke(app, ["trace", "nonsense/1/x", "--root", str(root)])
    assert wrong.exit_code == 1
    assert "no claim is called 'nonsense/1/x'" in wrong.stderr
    [name] = [name for name in names if name.startswith("methods/") and name.endswith("/primary")]
    done = CliRunner().invoke(app, ["trace", name, "--root", str(root), "--rows", "2"])
    assert done.exit_code == 0
    assert done.stdout.startswith(f"{name} = ")
    assert "Table sources: " in done.stdout
