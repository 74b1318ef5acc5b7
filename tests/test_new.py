"""A fresh analysis is whole, sound and ready to build; nothing is ever half made."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from typer.testing import CliRunner

from agletters.checks import check
from agletters.cli import app
from agletters.describe import data_readme
from agletters.geometry import load_geometry
from agletters.new import STARTER, StartError, create
from agletters.tables import Tables, load, read_schema
from tests.copies import copy_files
from tests.forked import notebooks_in_a_fork
from tests.packing import nothing_to_pack

TITLE = "Who signed in May?"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Give a fresh analysis."""
    folder = tmp_path / "May letter"
    create(folder, title=TITLE)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def agletters(*arguments: str) -> str:
    """Run the command, and give what it says."""
    with notebooks_in_a_fork():
        done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


# What is in it ---------------------------------------------------------------------------


def test_its_tables_have_no_defect(made: Path) -> None:
    assert check(made / "data") == []


def test_its_offices_are_those_of_the_curated_tables(made: Path, root: Path) -> None:
    curated = {row["usps"]: row for row in rows(root / "data" / "offices.csv")}
    fresh = list(rows(made / "data" / "offices.csv"))
    assert [row["usps"] for row in fresh] == list(curated)
    for row in fresh:
        sources = row.pop("source_ids").split(";")
        assert set(sources) <= set(curated[row["usps"]]["source_ids"].split(";"))
        assert row.items() <= curated[row["usps"]].items()


def test_its_sources_are_the_example_and_those_of_the_curated_tables(
    made: Path, root: Path
) -> None:
    curated = {row["source_id"]: row for row in rows(root / "data" / "sources.csv")}
    example, *others = rows(made / "data" / "sources.csv")
    assert "invented" in example["title"]
    for row in others:
        assert row.items() <= curated[row["source_id"]].items()


def test_its_schema_describes_the_columns_as_the_curated_one_does(made: Path, root: Path) -> None:
    def fields(folder: Path) -> dict[tuple[str, str], str]:
        return {
            (table["name"], field["name"]): field["type"]
            for table in read_schema(folder)["resources"]
            for field in table["schema"]["fields"]
        }

    assert fields(made / "data").items() <= fields(root / "data").items()


def test_its_outlines_are_those_of_the_report_and_no_link(made: Path, root: Path) -> None:
    fresh, curated = (folder / "data" / "geo" for folder in (made, root))
    assert contents(fresh).keys() == {"README.md", "jurisdictions.geojson"}
    assert contents(fresh).items() <= contents(curated).items()
    assert not any(path.is_symlink() for path in made.rglob("*"))
    assert len(load_geometry(fresh / "jurisdictions.geojson")) == 56


def test_its_example_says_everywhere_that_it_is_invented(made: Path) -> None:
    notebook = nbformat.read(made / "notebooks" / "00_who_signed.ipynb", as_version=4)
    assert "This letter is invented" in notebook.cells[1].source
    for table in ("sources", "letters", "statements"):
        first = next(rows(made / "data" / f"{table}.csv"))
        assert "invented" in " ".join(first.values()).lower(), table


def test_its_example_shows_all_four_statuses(made: Path) -> None:
    from agletters import participation

    tables: Tables = load(made / "data")
    letter = tables.letters["letter_id"].item()
    status = participation(
        letter, tables.letters, tables.signatures, tables.offices, tables.not_signed
    )
    assert set(status["status"]) == {"signed", "joined_later", "not_signed", "not_known"}


def test_its_title_stands_in_schema_notebook_and_readme(made: Path) -> None:
    schema = read_schema(made / "data")
    notebook = nbformat.read(made / "notebooks" / "00_who_signed.ipynb", as_version=4)
    assert (schema["title"], schema["name"]) == (TITLE, "may-letter")
    assert notebook.cells[0].source == f"# {TITLE}"
    assert (made / "README.md").read_text(encoding="utf-8").startswith(f"# {TITLE}\n")
    assert (made / "data" / "README.md").read_text(encoding="utf-8") == data_readme(schema)


def test_its_notebook_uses_the_public_interface_alone(made: Path) -> None:
    import agletters as package

    notebook = nbformat.read(made / "notebooks" / "00_who_signed.ipynb", as_version=4)
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    names: dict[str, object] = {}
    imports = code[code.index("from agletters import (") : code.index(")") + 1]
    exec(imports, names)  # noqa: S102 - our own notebook
    assert code.count("import ") == 1
    assert names.keys() - {"__builtins__"} <= set(package.__all__)


def test_without_a_map_the_notebook_lacks_only_that(tmp_path: Path) -> None:
    create(tmp_path / "with", title=TITLE)
    create(tmp_path / "without", title=TITLE, with_map=False)
    with_map, without = (
        (tmp_path / name / "notebooks" / "00_who_signed.ipynb").read_text(encoding="utf-8")
        for name in ("with", "without")
    )
    assert "choropleth(\n" in nbformat.reads(with_map, 4).cells[5].source
    assert "publish(" not in without
    assert len(nbformat.reads(with_map, 4).cells) - len(nbformat.reads(without, 4).cells) == 2


def test_the_same_start_has_the_same_bytes(tmp_path: Path) -> None:
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        create(tmp_path / place / "letter", title=TITLE)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_package_that_cannot_be_written_starts_an_analysis_that_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = copy_files(STARTER, tmp_path / "installed")
    for path in (installed, *installed.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    monkeypatch.setattr("agletters.new.STARTER", installed)
    create(tmp_path / "letter", title=TITLE)
    for path in (tmp_path / "letter", *(tmp_path / "letter").rglob("*")):
        assert path.stat().st_mode & 0o200, path


# Where it cannot be made -----------------------------------------------------------------


def test_a_folder_that_holds_something_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StartError, match="is not empty"):
        create(tmp_path, title=TITLE)
    assert contents(tmp_path) == {"mine.txt": b"mine"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "letter").mkdir()
    create(tmp_path / "letter", title=TITLE)
    assert (tmp_path / "letter" / "Makefile").is_file()


def test_the_working_directory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StartError, match="is the working directory"):
        create(Path(), title=TITLE)
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("place", ["missing/letter", "file", "file/letter"])
def test_a_place_where_no_folder_can_be_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    with pytest.raises(StartError, match=f"{place}: cannot be made"):
        create(tmp_path / place, title=TITLE)
    assert contents(tmp_path) == {"file": b"a file"}


@pytest.mark.parametrize("title", ["", "  ", "two\nlines", "a\x00b"])
def test_a_title_is_one_line_of_text(tmp_path: Path, title: str) -> None:
    with pytest.raises(StartError, match="is not one line of text"):
        create(tmp_path / "letter", title=title)
    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_the_middle_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    monkeypatch.setattr("agletters.new.data_readme", full)
    with pytest.raises(StartError, match="No space left on device"):
        create(tmp_path / "letter", title=TITLE)
    assert list(tmp_path.iterdir()) == []


# The command -----------------------------------------------------------------------------


def test_the_command_names_the_next_step_with_the_folder_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = agletters("new", "May letter")
    assert "next: cd 'May letter' && agletters check && agletters build\n" in said


def test_a_fault_of_the_command_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = CliRunner().invoke(app, ["new", str(tmp_path)])
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr == f"{tmp_path}: is not empty; name a folder that does not exist yet\n"


def test_a_fresh_analysis_is_checked_and_built_without_a_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", "no-such-browser")
    folder = tmp_path / "letter"
    assert "the notebook has no map" in agletters("new", str(folder), "--title", TITLE)
    monkeypatch.chdir(folder)
    assert agletters("check").startswith("7 tables, no defect")
    agletters("build")
    page = (folder / "report" / "index.html").read_text(encoding="utf-8")
    assert f"<title>{TITLE}</title>" in page
    assert "of 56 offices are known to have signed" in page
    assert 'id="source-X1"' in page


@pytest.mark.browser
def test_a_fresh_analysis_with_a_map_is_built(made: Path) -> None:
    from agletters import build

    with notebooks_in_a_fork(), nothing_to_pack():
        built = build(made)
    assert built.redrawn == ("who-signed",)
    assert 'id="fig-who-signed"' in built.page.read_text(encoding="utf-8")


def test_everything_that_a_start_needs_is_in_the_package() -> None:
    # hatchling takes what stands below src/agletters, links included, but nothing above
    assert all(path.resolve().is_file() for path in STARTER.rglob("*") if not path.is_dir())
