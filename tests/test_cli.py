import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from agletters.cli import app
from agletters.describe import data_readme
from agletters.quotations.extract import STATEMENT_COLUMNS
from agletters.tables import TablesError, read_schema

FIELDS = [
    {
        "name": "usps",
        "type": "string",
        "description": "Postal code.",
        "constraints": {"required": True, "enum": ["AA", "BB"]},
    }
]
TABLE = {
    "name": "offices",
    "type": "table",
    "path": "offices.csv",
    "title": "Offices",
    "description": "One row is an office.",
    "schema": {"fields": FIELDS, "primaryKey": ["usps"]},
}
PACKAGE = {
    "name": "small",
    "title": "Letters",
    "description": "Who signed.",
    "version": "1.0.0",
    "created": "2026-11-22T00:00:00Z",
    "licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://example.org"}],
    "resources": [TABLE],
}


@pytest.fixture(autouse=True)
def without_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AGLETTERS_DATA", "AGLETTERS_SOURCES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    # A name that rich would take for markup, and that is longer than a terminal.
    made = tmp_path / "[red]project[" / ("long " * 20).strip() / "data"
    made.mkdir(parents=True)
    (made / "datapackage.json").write_text(json.dumps(PACKAGE), encoding="utf-8")
    (made / "offices.csv").write_text("usps\nAA\nBB\n", encoding="utf-8")
    return made


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


# Check -------------------------------------------------------------------------------


def test_tables_without_a_defect_end_with_0_and_say_what_was_not_checked(folder: Path) -> None:
    done = run("check", "--data", folder)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "1 tables, no defect"
    assert "set AGLETTERS_SOURCES to the folder with the texts" in done.stdout
    assert done.stderr == ""


def test_the_tables_of_the_project_around_the_working_directory_are_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    (folder / "offices.csv").write_text("usps\nZZ\n", encoding="utf-8")
    assert run("check").exit_code == 1


def test_every_defect_is_a_line_on_the_error_stream_and_the_exit_code_is_1(folder: Path) -> None:
    (folder / "offices.csv").write_text("usps\nAA\n[red]Z\n\nAA\n", encoding="utf-8")
    done = run("check", "--data", folder)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "offices.csv, row 3, column usps: '[red]Z' is not allowed here; allowed: AA, BB",
        "offices.csv, row 4: is blank; remove the row",
        "offices.csv, row 5, column usps: 'AA' is a duplicate of row 2; remove one of the rows",
        f"3 defects in {folder}",
    ]


def test_one_defect_is_counted_in_the_singular(folder: Path) -> None:
    (folder / "offices.csv").write_text("usps\nZZ\n", encoding="utf-8")
    assert run("check", "--data", folder).stderr.splitlines()[-1] == f"1 defect in {folder}"


def test_the_folder_of_texts_comes_from_the_option_or_the_variable(
    folder: Path, tmp_path: Path
) -> None:
    schema = {"fields": [{"name": name, "type": "string"} for name in ("span_id", "text")]}
    spans = {"name": "spans", "type": "table", "path": "spans.csv", "schema": schema}
    package = {**PACKAGE, "resources": [TABLE, spans]}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (folder / "spans.csv").write_text("span_id,text\n", encoding="utf-8")
    by_option = run("check", "--data", folder, "--sources", tmp_path)
    by_variable = CliRunner(env={"AGLETTERS_SOURCES": str(tmp_path)}).invoke(
        app, ["check", "--data", str(folder)]
    )
    for done in (by_option, by_variable):
        assert done.exit_code == 1
        assert f"{tmp_path}: holds no .txt file" in done.stderr


# Faults that the user can mend ---------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "describe"])
def test_a_missing_folder_is_a_message_and_no_traceback(command: str, tmp_path: Path) -> None:
    done = run(command, "--data", tmp_path / "nowhere")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr == (
        f"{tmp_path}/nowhere/datapackage.json: cannot be read (No such file or directory); "
        "restore the file\n"
    )


def test_the_traceback_is_shown_when_asked_for(tmp_path: Path) -> None:
    done = run("check", "--data", tmp_path, "--traceback")
    assert done.exit_code == 1
    assert isinstance(done.exception, TablesError)


def test_the_process_ends_with_1_and_a_message_alone(tmp_path: Path) -> None:
    def process(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "agletters", "check", *arguments],
            env={**os.environ, "AGLETTERS_DATA": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )

    done = process()
    assert done.returncode == 1
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert line == (
        f"no datapackage.json in {tmp_path}: run this inside the project, or set "
        "AGLETTERS_DATA to its data folder"
    )
    loud = process("--traceback")
    assert loud.returncode == 1
    assert "Traceback" in loud.stderr


# Describe ------------------------------------------------------------------------------


def test_describe_writes_the_readme_of_the_tables(folder: Path) -> None:
    done = run("describe", "--data", folder)
    assert done.exit_code == 0
    assert (folder / "README.md").read_bytes() == data_readme(read_schema(folder)).encode()
    assert done.stdout == f"wrote {os.path.relpath(folder / 'README.md')}\n"


def test_a_readme_that_cannot_be_written_is_a_message(folder: Path) -> None:
    (folder / "README.md").mkdir()
    done = run("describe", "--data", folder)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr == (
        f"{folder}/README.md: cannot be written (Is a directory); make the folder writable\n"
    )


# Build ---------------------------------------------------------------------------------


def test_a_build_outside_a_project_is_a_message(tmp_path: Path) -> None:
    done = run("build", "--root", tmp_path)
    assert done.exit_code == 1
    assert done.stderr.strip()
    assert isinstance(done.exception, SystemExit)


def test_help_names_the_commands() -> None:
    done = run("--help")
    assert done.exit_code == 0
    for command in ("check", "build", "describe"):
        assert f" {command} " in done.stdout


def test_extract_writes_the_candidates_of_articles_for_a_person_to_check(tmp_path: Path) -> None:
    for name, text in (("one", "“We lost,” Ann Lee said."), ("two", "“No,” said Bob Ray.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "candidates.csv"
    result = run("extract", tmp_path / "one.txt", tmp_path / "two.txt", "--out", out)
    assert result.exit_code == 0, result.output
    assert "2 candidates from 2 articles" in result.stdout
    frame = pd.read_csv(out)
    assert frame[["source_id", "speaker", "quotation"]].to_numpy().tolist() == [
        ["one", "Ann Lee", "We lost,"],
        ["two", "Bob Ray", "No,"],
    ]


@pytest.mark.parametrize(
    ("content", "named"), [(b"\xff\xfe\x00", "is not UTF-8 text"), (None, "cannot be read")]
)
def test_extract_names_a_text_that_it_cannot_read_and_keeps_what_was_there(
    tmp_path: Path, content: bytes | None, named: str
) -> None:
    article, out = tmp_path / "article.txt", tmp_path / "candidates.csv"
    if content is not None:
        article.write_bytes(content)
    out.write_text("what was there", encoding="utf-8")
    result = run("extract", article, "--out", out)
    assert result.exit_code == 1
    assert "article.txt" in result.stderr
    assert named in result.stderr
    assert out.read_text(encoding="utf-8") == "what was there"


def test_extract_names_a_target_that_it_cannot_write(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("“No,” said Bob Ray.", encoding="utf-8")
    result = run("extract", article, "--out", tmp_path / "missing" / "candidates.csv")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def corpus(path: Path, texts: list[str | None]) -> Path:
    ids = [f"S{number}" for number in range(len(texts))]
    pd.DataFrame({"article": ids, "body": texts}).to_parquet(path)
    return path


COLUMNS = ("--id-column", "article", "--text-column", "body")


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_extract_writes_the_candidates_of_a_corpus(tmp_path: Path, suffix: str) -> None:
    path = corpus(tmp_path / "corpus.parquet", ["“We lost,” Ann Lee said.", None])
    out = tmp_path / f"candidates{suffix}"
    done = run("extract", path, "--out", out, *COLUMNS)
    assert done.exit_code == 0, done.output
    assert done.stdout == f"{out}: 1 candidates from 2 articles\n"
    assert "articles without a text: 1, the first 'S1'" in done.stderr
    frame = pd.read_csv(out) if suffix == ".csv" else pd.read_parquet(out)
    assert frame[["source_id", "speaker"]].to_numpy().tolist() == [["S0", "Ann Lee"]]


def test_extract_runs_a_corpus_on_the_cores_of_this_machine_and_says_so_when_it_cannot(
    tmp_path: Path,
) -> None:
    path = corpus(tmp_path / "corpus.parquet", ["“We lost,” Ann Lee said."])
    out = tmp_path / "candidates.csv"
    done = run("extract", path, "--out", out, *COLUMNS, "--engine", "dask", "--workers", "1")
    assert done.exit_code == 0, done.output
    assert pd.read_csv(out)["quotation"].tolist() == ["We lost,"]
    failed = run("extract", path, "--out", out, *COLUMNS, "--engine", "dask", "--scheduler", "none")
    assert failed.exit_code == 1
    assert failed.stderr.strip().startswith("none: no scheduler of Dask answers there (")


def test_extract_names_a_column_that_a_corpus_lacks(tmp_path: Path) -> None:
    path = corpus(tmp_path / "corpus.parquet", ["“No,” said Bob Ray."])
    done = run("extract", path, "--out", tmp_path / "candidates.csv")
    assert done.exit_code == 1
    assert "corpus.parquet: has 0 columns 'id'; name the right one with" in done.stderr
    assert "Columns: article, body" in done.stderr


def test_extract_takes_one_kind_of_input_and_its_options_alone(tmp_path: Path) -> None:
    path = corpus(tmp_path / "corpus.parquet", ["“No,” said Bob Ray."])
    text, out = tmp_path / "one.txt", tmp_path / "candidates.csv"
    text.write_text("“No,” said Bob Ray.", encoding="utf-8")
    for arguments, named in (
        ((path, text), "one.txt: is no corpus, as"),
        ((text, "--engine", "dask"), "are for a corpus in Parquet"),
        ((text, "--workers", "2"), "are for a corpus in Parquet"),
        ((path, "--workers", "2"), "are for the engine dask alone"),
    ):
        done = run("extract", *arguments, "--out", out)
        assert done.exit_code == 1
        assert named in done.stderr
        assert not out.exists()


def test_extract_writes_texts_as_parquet_too_and_no_other_format(tmp_path: Path) -> None:
    text = tmp_path / "one.txt"
    text.write_text("“No,” said Bob Ray.", encoding="utf-8")
    assert run("extract", text, "--out", tmp_path / "candidates.parquet").exit_code == 0
    assert pd.read_parquet(tmp_path / "candidates.parquet")["source_id"].tolist() == ["one"]
    done = run("extract", text, "--out", tmp_path / "candidates.xlsx")
    assert done.exit_code == 1
    assert "a name that ends in .csv or .parquet" in done.stderr


def test_candidates_have_the_columns_of_the_table_of_statements(root: Path) -> None:
    schema = read_schema(root / "data")
    [statements] = [table for table in schema["resources"] if table["name"] == "statements"]
    fields = [field["name"] for field in statements["schema"]["fields"]]
    assert list(STATEMENT_COLUMNS) == fields
