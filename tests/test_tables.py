import copy
import json
import pickle
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd
import pytest

from agletters.tables import Tables, TablesError, find_data, load, read_schema, read_text_frame

FIELDS = [
    {"name": "usps", "type": "string"},
    {"name": "since", "type": "date"},
    {"name": "letters", "type": "integer"},
    {"name": "elected", "type": "boolean"},
    {"name": "source_ids", "type": "list", "delimiter": ";"},
]
ROWS = "usps,since,letters,elected,source_ids\nAA,2009-01-05,2,true,S1;S2\nBB,,,,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with one small table."""
    resource = {"name": "offices", "path": "offices.csv", "schema": {"fields": FIELDS}}
    schema = {"name": "small", "resources": [resource]}
    (tmp_path / "datapackage.json").write_text(json.dumps(schema), encoding="utf-8")
    (tmp_path / "offices.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def rewrite(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


# Types -------------------------------------------------------------------------


def test_each_column_has_the_type_of_its_field(folder: Path) -> None:
    offices = load(folder).offices
    assert list(offices.columns) == [field["name"] for field in FIELDS]
    assert offices["usps"].dtype == "string"
    assert offices["since"].tolist() == ["2009-01-05", pd.NA]
    assert offices["letters"].dtype == "Int64"
    assert offices["elected"].dtype == "boolean"
    assert offices["source_ids"].tolist() == [("S1", "S2"), ()]


def test_an_empty_cell_is_missing_and_not_empty_text(folder: Path) -> None:
    row = load(folder).offices.iloc[1]
    assert row[["since", "letters", "elected"]].isna().all()


@pytest.mark.parametrize("word", ["NA", "nan", "None", "null", "N/A", "-"])
def test_words_that_look_like_a_missing_value_are_text(folder: Path, word: str) -> None:
    rewrite(folder / "offices.csv", ("BB,", f"{word},"))
    assert load(folder).offices["usps"].tolist() == ["AA", word]


def test_text_comes_back_to_the_letter(folder: Path) -> None:
    text = ' "“moral—if not legal”,\n\tשלום 021 '
    quoted = '"' + text.replace('"', '""') + '"'
    rewrite(folder / "offices.csv", ("BB,", f"{quoted},"))
    assert load(folder).offices["usps"].tolist() == ["AA", text]


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.rstrip("\n").encode(),
    ],
    ids=["byte order mark", "CRLF", "no last line break"],
)
def test_what_spreadsheets_add_to_a_file_is_harmless(
    folder: Path, encode: Callable[[str], bytes]
) -> None:
    before = load(folder).offices
    (folder / "offices.csv").write_bytes(encode(ROWS))
    pd.testing.assert_frame_equal(load(folder).offices, before)


def test_a_table_with_a_header_alone_is_empty(folder: Path) -> None:
    (folder / "offices.csv").write_text(ROWS.splitlines()[0] + "\n", encoding="utf-8")
    offices = load(folder).offices
    assert len(offices) == 0
    assert offices["letters"].dtype == "Int64"


# Tables ------------------------------------------------------------------------


def test_a_table_is_an_item_and_an_attribute(folder: Path) -> None:
    tables = load(folder)
    assert list(tables) == ["offices"]
    assert len(tables) == 1
    pd.testing.assert_frame_equal(tables["offices"], tables.offices)


def test_a_change_to_a_table_is_seen_by_nobody_else(folder: Path) -> None:
    tables = load(folder)
    taken = tables.offices
    taken.loc[0, "usps"] = "ZZ"
    del taken["since"]
    assert tables.offices["usps"][0] == "AA"
    assert "since" in tables["offices"]


def test_an_unknown_table_is_named_with_those_that_there_are(folder: Path) -> None:
    with pytest.raises(AttributeError, match=r"no table 'ofices'; there are: offices"):
        load(folder).ofices  # noqa: B018
    with pytest.raises(KeyError):
        load(folder)["ofices"]


@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, lambda tables: pickle.loads(pickle.dumps(tables))],  # noqa: S301
    ids=["copy", "deepcopy", "pickle"],
)
def test_tables_can_be_copied_and_sent_to_another_process(
    folder: Path, again: Callable[[Tables], Tables]
) -> None:
    tables = load(folder)
    pd.testing.assert_frame_equal(again(tables).offices, tables.offices)


# Finding -----------------------------------------------------------------------


def test_the_data_are_found_from_anywhere_inside_the_project(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AGLETTERS_DATA", raising=False)
    project = tmp_path_factory.mktemp("project")
    folder.rename(project / "data")
    deep = project / "notebooks" / "deep"
    deep.mkdir(parents=True)
    assert find_data(deep) == project / "data"
    monkeypatch.chdir(deep)
    assert find_data() == project / "data"
    assert load().offices["usps"].tolist() == ["AA", "BB"]


def test_outside_a_project_the_data_of_the_checkout_are_found(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AGLETTERS_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    assert find_data() == root / "data"


def test_the_environment_variable_goes_before_the_working_directory(
    folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AGLETTERS_DATA", str(folder))
    monkeypatch.chdir(root)
    assert find_data() == folder


def test_a_wrong_environment_variable_is_not_passed_over(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AGLETTERS_DATA", str(tmp_path / "nowhere"))
    monkeypatch.chdir(root)
    with pytest.raises(TablesError, match=r"no datapackage\.json in .*nowhere: .*AGLETTERS_DATA"):
        find_data()


def test_where_there_are_no_data_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AGLETTERS_DATA", raising=False)
    monkeypatch.setattr("agletters.tables.__file__", str(tmp_path / "site" / "a" / "tables.py"))
    with pytest.raises(TablesError, match=r"run this inside the project, or set AGLETTERS_DATA"):
        find_data(tmp_path)


# Bad input ---------------------------------------------------------------------


def test_a_missing_folder_or_schema_is_named(tmp_path: Path) -> None:
    with pytest.raises(TablesError, match=r"datapackage\.json: cannot be read .*restore the file"):
        load(tmp_path)


def field_without(name: str) -> Mapping[str, object]:
    field = {"name": "usps", "type": "string"}
    del field[name]
    return {"resources": [{"name": "a", "path": "a.csv", "schema": {"fields": [field]}}]}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"resources": [', "is not JSON"),
        (b"\xff\xfe{}", "is not JSON"),
        (b"[1]", "describes no table"),
        (b'{"resources": []}', "describes no table"),
        (b'{"resources": ["offices"]}', "resource 1 needs"),
        (b'{"resources": [{"name": "offices"}]}', "resource 1 needs"),
        (b'{"resources": [{"schema": {"fields": []}, "name": "a"}]}', "resource 1 needs"),
        (json.dumps(field_without("type")).encode(), "resource 1 needs"),
        (json.dumps(field_without("name")).encode(), "resource 1 needs"),
    ],
)
def test_a_malformed_schema_is_named(folder: Path, content: bytes, says: str) -> None:
    (folder / "datapackage.json").write_bytes(content)
    with pytest.raises(TablesError, match=rf"datapackage\.json: {says}"):
        read_schema(folder)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "has no header row"),
        (b"\n\n", "has no header row"),
        (b"usps,usps\nAA,BB\n", "has no header row with a name for each column"),
        (b"usps\nd\xe9j\xe0\n", "is not a UTF-8 CSV table"),
        (ROWS.encode() + b'"CC,2009\n', "is not a UTF-8 CSV table"),
        (ROWS.encode() + b'"C"C,,,,\n', "is not a UTF-8 CSV table"),
        (ROWS.replace("S1;S2", "S1;S2,x").encode(), "row 2 has 6 cells for 5 columns"),
        (ROWS.replace("BB,,,,", "BB,,,,,").encode(), "row 3 has 6 cells for 5 columns"),
        (ROWS.replace("BB,,,,", "BB,,").encode(), "row 3 has 3 cells for 5 columns"),
        (ROWS.replace("BB", "\nBB").encode(), "row 3 has 0 cells for 5 columns"),
        (b"usps,since\nAA,2009-01-05\n", "has no column letters, elected, source_ids; add it"),
    ],
)
def test_a_malformed_table_is_named_with_what_is_wrong(
    folder: Path, content: bytes, says: str
) -> None:
    (folder / "offices.csv").write_bytes(content)
    with pytest.raises(TablesError, match=rf"offices\.csv: {says}"):
        load(folder)


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "offices.csv").unlink()
    with pytest.raises(TablesError, match=r"offices\.csv: cannot be read .*; restore the file"):
        load(folder)
    with pytest.raises(TablesError, match=r"offices\.csv: cannot be read"):
        read_text_frame(folder / "offices.csv")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (",2,", ",two,", "'two'"),
        (",2,", ",2.5,", "'2.5'"),
        (",2,", f",{'9' * 30},", "too large"),
        (",true,", ",maybe,", "column elected holds cells other than true and false"),
        (",true,", ",TRUE,", "column elected holds cells other than true and false"),
    ],
)
def test_a_cell_of_another_type_is_never_read_as_missing(
    folder: Path, old: str, new: str, says: str
) -> None:
    rewrite(folder / "offices.csv", (old, new))
    with pytest.raises(TablesError, match=rf"offices\.csv: .*{says}.*agletters check"):
        load(folder)


def test_all_faulty_tables_are_named_at_once(data_copy: Path) -> None:
    (data_copy / "letters.csv").unlink()
    (data_copy / "spans.csv").write_bytes(b"\xff")
    with pytest.raises(TablesError) as caught:
        load(data_copy)
    assert [line.split(":")[0].rpartition("/")[2] for line in str(caught.value).splitlines()] == [
        "letters.csv",
        "spans.csv",
    ]
