import hashlib
import json
import os
import stat
import subprocess
import sys
import time
import zipfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import requests
from typer.testing import CliRunner

from agletters.archive import (
    CRATE_FILE,
    SUMS_FILE,
    ArchiveError,
    archive_time,
    checksums,
    project_files,
    write_archive,
)
from agletters.checks import check
from agletters.cli import app

PACKAGE: dict[str, Any] = {
    "title": "Letters",
    "description": "Who signed.",
    "version": "1.0.0",
    "created": "2026-11-22T00:00:00Z",
    "licenses": [{"title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
    "contributors": [{"title": "Somebody"}],
    "resources": [
        {
            "name": "offices",
            "path": "offices.csv",
            "title": "Offices",
            "description": "One row is an office.",
            "schema": {"fields": [{"name": "usps", "type": "string"}]},
        }
    ],
}


@pytest.fixture(autouse=True)
def without_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    # a project below another checkout belongs to no repository
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.sep)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project with ümlauts"
    contents = {
        "README.md": "# Letters\n",
        "Makefile": "report:\n",
        "data/datapackage.json": json.dumps(PACKAGE),
        "data/offices.csv": "usps\nAA\n",
        "notebooks/01_a.ipynb": "{}",
        "notebooks/.ipynb_checkpoints/01_a.ipynb": "{}",
        "src/agletters/a.py": "",
        "src/agletters/__pycache__/a.pyc": "",
        ".venv/lib/b.py": "",
        "tests/browser/node_modules/@scope/c.js": "",
        "notes.txt": "not of the project",
    }
    for name, text in contents.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "report").mkdir()
    (root / "report" / "link").symlink_to("/etc/passwd")
    (root / ".ci").mkdir()
    (root / ".ci" / "run").write_text("#!/bin/sh\n", encoding="utf-8")
    (root / ".ci" / "run").chmod(0o755)
    return root


KEPT = [
    ".ci/run",
    "Makefile",
    "README.md",
    "data/datapackage.json",
    "data/offices.csv",
    "notebooks/01_a.ipynb",
    "src/agletters/a.py",
]


def unpack(archive: Path, folder: Path) -> Path:
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
        for entry in packed.infolist():
            (folder / entry.filename).chmod(entry.external_attr >> 16)
    return folder


# Which files ---------------------------------------------------------------------------


def test_outside_a_checkout_the_known_names_are_taken_and_no_cache_and_no_link(
    project: Path,
) -> None:
    assert project_files(project) == (KEPT, "by the list of names")


def test_in_a_checkout_the_tracked_files_are_taken_as_they_stand(project: Path) -> None:
    for arguments in (["init", "-q"], ["add", "README.md", "data", "report/link", ".ci"]):
        subprocess.run(["git", "-C", project, *arguments], check=True)
    (project / "data" / "offices.csv").write_text("usps\nBB\n", encoding="utf-8")
    (project / "README.md").unlink()
    assert project_files(project) == (
        [".ci/run", "data/datapackage.json", "data/offices.csv"],
        "as git tracks them",
    )
    out = project.parent / "a.zip"
    write_archive(project, out)
    with zipfile.ZipFile(out) as packed:
        assert packed.read("data/offices.csv") == b"usps\nBB\n"


def test_a_project_inside_another_checkout_does_not_take_its_files(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_CEILING_DIRECTORIES")
    subprocess.run(["git", "-C", project.parent, "init", "-q"], check=True)
    assert project_files(project)[0] == KEPT


# What is written -------------------------------------------------------------------------


def test_the_checksums_fit_what_sha256sum_reads_and_cover_every_other_file(
    project: Path, tmp_path: Path
) -> None:
    made = write_archive(project, tmp_path / "a.zip")
    folder = unpack(tmp_path / "a.zip", tmp_path / "unpacked")
    lines = (folder / SUMS_FILE).read_text(encoding="utf-8").splitlines()
    sums = {line[66:]: line[:64] for line in lines}
    assert list(sums) == sorted([*KEPT, CRATE_FILE])
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert made.files == len(sums) + 1
    assert made.size == sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_the_same_project_gives_the_same_bytes_wherever_and_whenever(
    project: Path, tmp_path: Path
) -> None:
    write_archive(project, tmp_path / "a.zip")
    moved = tmp_path / "elsewhere"
    project.rename(moved)
    for path in moved.rglob("*"):
        if not path.is_symlink():
            os.utime(path, (0, 0))
    code = (
        "import sys; from pathlib import Path; from agletters.archive import write_archive;"
        "write_archive(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    environment = {**os.environ, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", code, moved, tmp_path / "b.zip"]
    subprocess.run(command, env={**environment, "LC_ALL": "C"}, check=True)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_an_unpacked_archive_gives_the_same_archive_again(project: Path, tmp_path: Path) -> None:
    write_archive(project, tmp_path / "a.zip")
    folder = unpack(tmp_path / "a.zip", tmp_path / "unpacked")
    write_archive(folder, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_folder_holds_the_same_files_with_the_same_dates_and_modes(
    project: Path, tmp_path: Path
) -> None:
    write_archive(project, tmp_path / "a.zip")
    write_archive(project, tmp_path / "folder")
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        for entry in packed.infolist():
            path = tmp_path / "folder" / entry.filename
            assert path.read_bytes() == packed.read(entry)
            assert (
                time.gmtime(path.stat().st_mtime)[:6] == entry.date_time == (2026, 11, 22, 0, 0, 0)
            )
            assert stat.S_IMODE(path.stat().st_mode) == entry.external_attr >> 16 & 0o777
        assert packed.getinfo(".ci/run").external_attr >> 16 & 0o111


# Dates -----------------------------------------------------------------------------------


def test_the_date_is_that_of_the_data_unless_the_environment_gives_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert archive_time(PACKAGE).isoformat() == "2026-11-22T00:00:00+00:00"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1284940800")
    assert archive_time({}).isoformat() == "2010-09-20T00:00:00+00:00"


@pytest.mark.parametrize("epoch", ["x", "-1", "0", "9" * 12, "9" * 40])
def test_a_date_that_a_zip_file_cannot_have_is_refused(
    monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ArchiveError, match=r"no date for the archive|cannot have the year"):
        archive_time(PACKAGE)


# Faults ----------------------------------------------------------------------------------


def test_what_is_there_already_is_kept(project: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(ArchiveError, match="there: is there already; name another"):
        write_archive(project, tmp_path / "there")
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    with pytest.raises(ArchiveError, match="file: is there already"):
        write_archive(project, tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_a_target_that_cannot_be_written_is_named_and_nothing_is_left(
    project: Path, tmp_path: Path
) -> None:
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ArchiveError, match=r"a\.zip: cannot be written \(No such file"):
        write_archive(project, tmp_path / "nowhere" / "a.zip")
    assert sorted(tmp_path.rglob("*")) == before


def test_without_the_package_rocrate_the_message_says_what_to_install(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rocrate.rocrate", None)
    with pytest.raises(ArchiveError, match=r"pip install 'agletters\[archive\]'"):
        write_archive(project, tmp_path / "a.zip")


@pytest.mark.parametrize("lost", ["title", "version", "licenses", "contributors"])
def test_a_schema_that_lacks_what_the_description_needs_is_refused(
    project: Path, tmp_path: Path, lost: str
) -> None:
    package = {name: value for name, value in PACKAGE.items() if name != lost}
    (project / "data" / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    with pytest.raises(ArchiveError, match=rf"datapackage\.json: lacks '{lost}'"):
        write_archive(project, tmp_path / "a.zip")


def test_the_command_says_what_it_packed_and_names_a_fault(project: Path, tmp_path: Path) -> None:
    arguments = ["archive", "--root", str(project), "--out", str(tmp_path / "a")]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0
    assert done.stdout == f"{tmp_path}/a: 9 files, 0.0 MB, by the list of names\n"
    again = CliRunner().invoke(app, arguments)
    assert again.exit_code == 1
    assert again.stderr == f"{tmp_path}/a: is there already; name another, or remove it\n"


def test_checksums_of_nothing_are_nothing() -> None:
    assert checksums({}) == ""


def test_an_archive_is_an_ro_crate(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Validate without a network: the context comes from the package rocrate.

    A small project stands for the whole, which takes the validator twenty seconds and
    differs in the number of files alone.
    """
    from rocrate_validator import models, services
    from rocrate_validator.utils.http import HttpRequester

    context = (files("rocrate") / "data" / "ro-crate.jsonld").read_bytes()
    asked = []

    def get(_self: HttpRequester, url: str, **_options: object) -> requests.Response:
        asked.append(url)
        answer = requests.Response()
        answer.status_code = 200
        answer.headers["Content-Type"] = "application/ld+json"
        answer._content = context
        return answer

    monkeypatch.setattr(HttpRequester, "get", get, raising=False)
    write_archive(project, tmp_path / "crate")
    settings = services.ValidationSettings(
        rocrate_uri=str(tmp_path / "crate"),
        profile_identifier="ro-crate-1.2",
        requirement_severity=models.Severity.REQUIRED,
        offline=True,
        cache_path=tmp_path / "cache",
    )
    result = services.validate(settings)
    assert [(issue.check.identifier, issue.message) for issue in result.get_issues()] == []
    assert result.passed()
    assert set(asked) == {"https://w3id.org/ro/crate/1.2/context"}


# The archive of this repository ------------------------------------------------------------


@pytest.fixture(scope="module")
def whole(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "archive"
    write_archive(root, folder)
    return folder


def test_the_archive_holds_all_that_a_rebuild_needs(whole: Path) -> None:
    for name in (
        *("data/datapackage.json", "data/geo/jurisdictions.geojson", "notebooks/00_findings.ipynb"),
        *("src/agletters/cli.py", "tests/conftest.py", "requirements.lock", "pyproject.toml"),
        *("Makefile", "README.md", "LICENSE", "CITATION.cff", "report/index.html"),
        "figures/who-signed-2010.svg",
    ):
        assert (whole / name).is_file(), name
    assert not any({".venv", "__pycache__", ".git"} & set(path.parts) for path in whole.rglob("*"))
    assert check(whole / "data") == []


def test_the_description_names_every_file_with_size_and_checksum(whole: Path) -> None:
    graph = json.loads((whole / CRATE_FILE).read_text(encoding="utf-8"))["@graph"]
    described = {entity["@id"]: entity for entity in graph}
    named = {part["@id"] for part in described["./"]["hasPart"]}
    present = {path.relative_to(whole).as_posix() for path in whole.rglob("*") if path.is_file()}
    assert named == present - {CRATE_FILE, SUMS_FILE}
    for name in named:
        content = (whole / name).read_bytes()
        assert described[name]["contentSize"] == str(len(content))
        assert described[name]["sha256"] == hashlib.sha256(content).hexdigest()
    assert described["./"]["mainEntity"] == {"@id": "report/index.html"}
    assert described["src/agletters/cli.py"]["license"] == {"@id": "https://spdx.org/licenses/MIT"}
    assert described["data/letters.csv"]["name"] != "data/letters.csv"
