"""Pack the whole project for keeping: files, checksums and a description in one archive."""

from __future__ import annotations

import hashlib
import json
import mimetypes
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from agletters.errors import AglettersError
from agletters.tables import read_schema

CRATE_FILE = "ro-crate-metadata.json"
SUMS_FILE = "SHA256SUMS"

#: What is taken where git does not say which files belong to the project.
TOP_LEVEL = (
    ".ci",
    ".editorconfig",
    ".gitignore",
    ".pre-commit-config.yaml",
    "CHANGELOG.md",
    "CITATION.cff",
    "LICENSE",
    "Makefile",
    "README.md",
    "benchmarks",
    "data",
    "docs",
    "environment.yml",
    "figures",
    "notebooks",
    "pyproject.toml",
    "report",
    "requirements.lock",
    "src",
    "tests",
)
_CACHES = frozenset(
    {
        *("__pycache__", ".ipynb_checkpoints", ".pytest_cache", ".mypy_cache", ".ruff_cache"),
        *(".venv", "node_modules"),
    }
)
#: Types that the standard library does not know.
_TYPES = {
    ".cff": "application/yaml",
    ".geojson": "application/geo+json",
    ".ipynb": "application/x-ipynb+json",
    ".lock": "text/plain",
    ".md": "text/markdown",
    ".toml": "application/toml",
    ".yml": "application/yaml",
}
_CODE = {".ipynb", ".js", ".py"}
_CODE_FOLDERS = {".ci", "benchmarks", "src", "tests"}


class ArchiveError(AglettersError):
    """The archive cannot be made."""


@dataclass(frozen=True)
class Archived:
    """What an archive holds.

    Attributes
    ----------
    files
        Number of files, checksums and description among them.
    size
        Their size in bytes.
    taken
        How the files were found.
    """

    files: int
    size: int
    taken: str


def project_files(root: Path) -> tuple[list[str], str]:
    """List the files of a project, by path from its root.

    In a git checkout these are the files that git tracks, as they stand on the disk;
    elsewhere those under a fixed list of top-level names, caches left out.

    Parameters
    ----------
    root
        The project.

    Returns
    -------
    paths, taken
        Paths in order, and in words how they were found.
    """
    tracked = _tracked(root)
    if tracked is not None:
        return sorted(path for path in tracked if _is_kept(root, path)), "as git tracks them"
    found = [
        path.relative_to(root).as_posix()
        for name in TOP_LEVEL
        for path in [root / name, *(root / name).rglob("*")]
    ]
    return sorted(path for path in found if _is_kept(root, path)), "by the list of names"


def _tracked(root: Path) -> list[str] | None:
    def git(*arguments: str) -> str:
        command = ["git", "-C", str(root), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603

    try:
        if Path(git("rev-parse", "--show-toplevel").rstrip("\n")) != root.resolve():
            return None
        return git("ls-files", "-z").split("\0")[:-1]
    except (OSError, subprocess.CalledProcessError):
        return None


def _is_kept(root: Path, path: str) -> bool:
    parts = PurePosixPath(path).parts
    cached = bool(_CACHES & set(parts)) or path.endswith((".pyc", ".egg-info"))
    made_here = path in {CRATE_FILE, SUMS_FILE}
    file = root / path
    return file.is_file() and not file.is_symlink() and not cached and not made_here


def archive_time(schema: Mapping[str, Any]) -> datetime:
    """Give the one date of everything in an archive.

    It is ``SOURCE_DATE_EPOCH`` where that is set, and else the date of the data.

    Parameters
    ----------
    schema
        The descriptor of the tables, with ``created``.

    Raises
    ------
    ArchiveError
        If neither is a date that a zip file can have.

    References
    ----------
    Reproducible Builds project, "SOURCE_DATE_EPOCH specification".
    """
    text = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if text:
            moment = datetime.fromtimestamp(int(text), UTC)
        else:
            moment = datetime.fromisoformat(schema["created"]).astimezone(UTC)
    except (KeyError, TypeError, ValueError, OverflowError, OSError) as error:
        raise ArchiveError(
            f"no date for the archive ({error}); mend SOURCE_DATE_EPOCH, or created in "
            "datapackage.json"
        ) from error
    if not 1980 <= moment.year <= 2107:
        raise ArchiveError(f"a zip file cannot have the year {moment.year}; it takes 1980 to 2107")
    return moment


def crate_metadata(
    contents: Mapping[str, bytes], schema: Mapping[str, Any], moment: datetime
) -> str:
    """Describe an archive as an RO-Crate.

    Parameters
    ----------
    contents
        The files by path.
    schema
        The descriptor of the tables.
    moment
        The date of publication.

    Returns
    -------
    str
        JSON-LD, the same for the same input.

    Raises
    ------
    ArchiveError
        If the package ``rocrate`` is not installed, or the schema lacks a text.

    References
    ----------
    RO-Crate Metadata Specification 1.2.
    """
    try:
        from rocrate.model.contextentity import (  # type: ignore[import-untyped]
            ContextEntity,
        )
        from rocrate.rocrate import ROCrate  # type: ignore[import-untyped]
    except ImportError as error:
        raise ArchiveError(
            "an archive needs the package rocrate; install it with: "
            "pip install 'agletters[archive]'"
        ) from error
    crate = ROCrate(version="1.2")
    try:
        licence = schema["licenses"][0]
        described = {
            "name": schema["title"],
            "description": schema["description"],
            "version": schema["version"],
            "keywords": schema.get("keywords", []),
        }
        terms = {"CC": (licence["path"], licence["title"]), "MIT": _MIT}
        people = [person["title"] for person in schema["contributors"]]
    except (KeyError, IndexError, TypeError) as error:
        raise ArchiveError(
            f"datapackage.json: lacks {error}; an archive needs title, description, version, "
            "licenses and contributors"
        ) from error
    entities = {
        key: crate.add(
            ContextEntity(crate, url, {"@type": "CreativeWork", "name": title, "url": url})
        )
        for key, (url, title) in terms.items()
    }
    authors = [
        crate.add(
            ContextEntity(crate, f"#author-{number}", {"@type": "Organization", "name": name})
        )
        for number, name in enumerate(people, start=1)
    ]
    root = crate.root_dataset
    for name, value in described.items():
        root[name] = value
    root["datePublished"] = moment.date().isoformat()
    root["license"] = entities["CC"]
    root["author"] = authors if len(authors) > 1 else authors[0]
    root["publisher"] = authors[0]
    titles = {f"data/{table['path']}": table for table in schema["resources"]}
    for path, content in contents.items():
        properties = _described(path, content, titles.get(path, {}))
        file = crate.add_file(dest_path=path, source=None, properties=properties)
        # everything else inherits the licence of the whole
        if PurePosixPath(path).parts[0] in _CODE_FOLDERS or PurePosixPath(path).suffix in _CODE:
            file["license"] = entities["MIT"]
        if path == "report/index.html":
            root["mainEntity"] = file
    graph = json.loads(json.dumps(crate.metadata.generate()))
    graph["@graph"].sort(key=lambda entity: (entity["@id"] != CRATE_FILE, entity["@id"]))
    return json.dumps(graph, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


_MIT = ("https://spdx.org/licenses/MIT", "MIT License")


def _described(path: str, content: bytes, table: Mapping[str, Any]) -> dict[str, Any]:
    suffix = PurePosixPath(path).suffix
    kind = _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "text/plain")
    properties: dict[str, Any] = {
        "@type": ["File", "SoftwareSourceCode"] if suffix in _CODE else "File",
        "name": table.get("title", path),
        "encodingFormat": kind,
        "contentSize": str(len(content)),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    if "description" in table:
        properties["description"] = table["description"]
    return properties


def checksums(contents: Mapping[str, bytes]) -> str:
    """Write the checksums of files as ``sha256sum -c`` reads them.

    Examples
    --------
    >>> print(checksums({"a.csv": b""}), end="")
    e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.csv
    """
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {path}\n"
        for path, content in sorted(contents.items())
    )


def write_archive(root: Path, out: Path) -> Archived:
    """Write the archive of a project, whole or not at all.

    Parameters
    ----------
    root
        The project.
    out
        A zip file, if its name ends so, and else a folder that is not there yet.

    Raises
    ------
    AglettersError
        If the project's descriptor cannot be read, a file cannot be read, or the target is
        there or cannot be written.
    """
    schema = read_schema(root / "data")
    moment = archive_time(schema)
    paths, taken = project_files(root)
    try:
        contents = {path: (root / path).read_bytes() for path in paths}
    except OSError as error:
        raise ArchiveError(f"{error.filename}: cannot be read ({error.strerror})") from error
    contents[CRATE_FILE] = crate_metadata(contents, schema, moment).encode("utf-8")
    contents[SUMS_FILE] = checksums(contents).encode("utf-8")
    runnable = {path for path in paths if os.access(root / path, os.X_OK)}
    _write(contents, runnable, moment, out)
    return Archived(len(contents), sum(map(len, contents.values())), taken)


def _write(contents: Mapping[str, bytes], runnable: set[str], moment: datetime, out: Path) -> None:
    if out.is_dir() or (out.exists() and out.suffix != ".zip"):
        raise ArchiveError(f"{out}: is there already; name another, or remove it")
    try:
        with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as scratch:
            part = Path(scratch) / "part"
            write = _write_zip if out.suffix == ".zip" else _write_folder
            write(contents, runnable, moment, part)
            part.replace(out)
    except OSError as error:
        raise ArchiveError(
            f"{out}: cannot be written ({error.strerror}); allow it, or name another"
        ) from error


def _mode(path: str, runnable: set[str]) -> int:
    return 0o755 if path in runnable else 0o644


def _write_zip(
    contents: Mapping[str, bytes], runnable: set[str], moment: datetime, out: Path
) -> None:
    # stored and not deflated: the bytes of a deflated file depend on the version of zlib
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(path, moment.timetuple()[:6])
            entry.create_system = 3
            entry.external_attr = (0o100000 | _mode(path, runnable)) << 16
            archive.writestr(entry, content)


def _write_folder(
    contents: Mapping[str, bytes], runnable: set[str], moment: datetime, out: Path
) -> None:
    out.mkdir()
    for path, content in sorted(contents.items()):
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        file.chmod(_mode(path, runnable))
        os.utime(file, (moment.timestamp(), moment.timestamp()))
