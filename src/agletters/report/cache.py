"""Remember what each notebook gave, and what the last build wrote.

A notebook's outputs are used again if its code, the package's code, the
installed packages, the lock and Python are the same, and if every file that its
cells read has the content that it had then. Only files that Python itself opens
are seen to be read; for the sake of libraries that read by other means, all
files of ``data/`` that are neither tables nor Markdown count for every notebook.
Edits to Markdown cells need no run, since no output depends on them.

jupyter-cache was considered. It keys on the code cells alone, so that an edited
table or package would give old results; it keeps its entries in a database that
tells nobody when it is damaged; and it needs SQLAlchemy, which takes longer to
import than a build takes that has nothing to do. What is needed here is a file
for each notebook, with a hash that says whether it is whole.

This module needs only the standard library, so that a build can see in a
fraction of a second that there is nothing to do.
"""

from __future__ import annotations

import hashlib
import json
import os
import site
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Format of the entries; entries of another version are not used.
VERSION = 1

#: Name of the folder in the project.
FOLDER = ".agletters-cache"

_PACKAGE = Path(__file__).resolve().parents[1]

#: What of the package does not run in notebooks.
_NOT_IN_NOTEBOOKS = ("cli.py", "__main__.py", "report/")
_RUNS_NOTEBOOKS = ("report/kernel.py", "report/run.py")


def digest(value: bytes | str | object) -> str:
    """Give the SHA-256 of bytes, of a text, or of anything that JSON can hold.

    Examples
    --------
    >>> digest("a") == digest(b"a")
    True
    >>> digest({"b": 1, "a": None}) == digest({"a": None, "b": 1})
    True
    """
    if not isinstance(value, bytes | str):
        value = json.dumps(value, sort_keys=True)
    return hashlib.sha256(value.encode("utf-8") if isinstance(value, str) else value).hexdigest()


def file_digest(path: Path) -> str | None:
    """Give the SHA-256 of a file, or None if it cannot be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return None


@dataclass(frozen=True)
class Snapshot:
    """The content of everything that a build reads.

    Attributes
    ----------
    files
        SHA-256 of each table, notebook and the lock, by path in the project.
    package
        SHA-256 of each file of this package.
    machine
        Python's version and the installed packages with theirs.
    """

    files: Mapping[str, str | None]
    package: Mapping[str, str | None]
    machine: tuple[str, ...]

    @classmethod
    def of(cls, root: Path) -> Snapshot:
        """Take the snapshot of a project."""
        read = [
            *_files(root / "data"),
            *sorted((root / "notebooks").glob("[0-9]*.ipynb")),
            root / "requirements.lock",
        ]
        code = (path for path in _files(_PACKAGE) if "__pycache__" not in path.parts)
        return cls(_digests(read, root), _digests(code, _PACKAGE), (sys.version, *_installed()))

    def key(self, sources: Iterable[str]) -> str:
        """Give the key of the outputs of a notebook with these code cells."""
        code = {
            name: content
            for name, content in self.package.items()
            if name in _RUNS_NOTEBOOKS or not name.startswith(_NOT_IN_NOTEBOOKS)
        }
        others = {
            name: content
            for name, content in self.files.items()
            if not name.startswith("notebooks/") and not name.endswith((".csv", ".md"))
        }
        return digest([VERSION, list(sources), code, others, self.machine])

    def tables_key(self) -> str:
        """Give the key of a check of the tables."""
        data = {name: self.files[name] for name in self.files if name.startswith("data/")}
        return digest([VERSION, data, dict(self.package), self.machine])

    def code_key(self) -> str:
        """Give the key of what the package makes of a text alone."""
        return digest([VERSION, dict(self.package), self.machine])

    def build_key(self, *settings: object) -> str:
        """Give the key of a whole build with some settings."""
        return digest([VERSION, dict(self.files), dict(self.package), self.machine, settings])

    def changes(self, later: Snapshot) -> list[str]:
        """Name the files whose content is another one in a later snapshot."""
        pairs = ((self.files, later.files), (self.package, later.package))
        return [
            name
            for before, after in pairs
            for name in sorted(before.keys() | after.keys())
            if before.get(name) != after.get(name)
        ]


def _is_output(path: str) -> bool:
    return path.startswith(("figures/", "report/"))


def _files(folder: Path) -> list[Path]:
    return sorted(Path(place, name) for place, _, names in os.walk(folder) for name in names)


def _digests(paths: Iterable[Path], folder: Path) -> dict[str, str | None]:
    return {path.relative_to(folder).as_posix(): file_digest(path) for path in paths}


def _installed() -> list[str]:
    """List installed packages with their versions, as the names of their folders say them."""
    return sorted(
        entry.name
        for place in site.getsitepackages()
        if Path(place).is_dir()
        for entry in os.scandir(place)
        if entry.name.endswith(".dist-info")
    )


@dataclass(frozen=True)
class Built:
    """What a build has made.

    Attributes
    ----------
    page
        The page.
    chapters
        Number of notebooks.
    figures
        Number of figures.
    redrawn
        Slugs of the figures that had to be drawn again.
    """

    page: Path
    chapters: int
    figures: int
    redrawn: tuple[str, ...]


class Store:
    """The entries of one project.

    An entry that is damaged, of another version or cannot be read counts as
    none. One that cannot be written is done without.

    Parameters
    ----------
    root
        The project.
    reuse
        Whether earlier entries are used; new ones are written in any case.
    """

    def __init__(self, root: Path, *, reuse: bool = True) -> None:
        self._root, self._reuse = root, reuse
        self._folder = root / FOLDER

    def outputs(self, name: str, key: str) -> list[list[dict[str, Any]]] | None:
        """Give the outputs of a notebook's cells, if an entry holds them.

        Parameters
        ----------
        name
            The notebook's name, without its ending.
        key
            From `Snapshot.key`.
        """
        entry = self._current(name, key)
        if entry is None or not self._unchanged(entry["reads"]):
            return None
        outputs: list[list[dict[str, Any]]] = entry["outputs"]
        return outputs

    def reads(self, name: str) -> dict[str, str | None]:
        """Give the files that a notebook read when its entry was written, with their content."""
        reads: dict[str, str | None] = (self._read(name) or {}).get("reads", {})
        return reads

    def keep_outputs(
        self, name: str, key: str, outputs: list[list[dict[str, Any]]], reads: Iterable[str]
    ) -> None:
        """Write the entry of a notebook, with the content that the files it read have now."""
        contents = {}
        for path in map(Path, reads):
            inside = path.is_relative_to(self._root)
            shown = path.relative_to(self._root).as_posix() if inside else str(path)
            contents[shown] = file_digest(path)
        self._write(name, {"key": key, "reads": contents, "outputs": outputs})

    def is_checked(self, key: str) -> bool:
        """Say whether tables with this key, from `Snapshot.tables_key`, had no defect."""
        return self._current("_tables", key) is not None

    def keep_checked(self, key: str) -> None:
        """Remember that tables with this key had no defect."""
        self._write("_tables", {"key": key})

    def packed(self, key: str) -> dict[str, tuple[str, int]]:
        """Give the packed scripts, and their sizes before, by the digests of the scripts.

        Parameters
        ----------
        key
            From `Snapshot.code_key`.
        """
        entry = self._current("_packed", key) or {"packed": {}}
        return {name: (text, size) for name, (text, size) in entry["packed"].items()}

    def keep_packed(self, key: str, packed: Mapping[str, tuple[str, int]]) -> None:
        """Remember packed scripts, in place of those that were."""
        self._write("_packed", {"key": key, "packed": dict(packed)})

    def built(self, key: str) -> tuple[Built, list[str]] | None:
        """Give the last build and its notebooks, if all it read and wrote is as it was.

        Parameters
        ----------
        key
            From `Snapshot.build_key`.
        """
        entry = self._current("_build", key)
        if entry is None or not self._unchanged({**entry["outputs"], **entry["reads"]}):
            return None
        page = self._root / "report" / "index.html"
        return Built(page, len(entry["names"]), entry["figures"], ()), entry["names"]

    def written(self) -> list[str]:
        """List the files that the last build wrote, as paths in the project."""
        paths = (self._read("_build") or {}).get("outputs", {})
        return sorted(path for path in paths if ".." not in Path(path).parts and _is_output(path))

    def keep_built(
        self, key: str, names: list[str], figures: int, outputs: Mapping[str, str | None]
    ) -> None:
        """Remember a build: its notebooks, its number of figures and what it wrote."""
        reads = {path: content for name in names for path, content in self.reads(name).items()}
        entry = {"key": key, "names": names, "figures": figures, "reads": reads}
        self._write("_build", {**entry, "outputs": dict(outputs)})
        with suppress(OSError):
            for path in self._folder.glob("*.json"):
                if path.stem not in {*names, "_build", "_packed", "_tables"}:
                    path.unlink()

    def clear_parts(self) -> None:
        """Remove what a killed build left half written."""
        with suppress(OSError):
            for path in self._folder.glob("*.part"):
                path.unlink()

    def _unchanged(self, contents: Mapping[str, str | None]) -> bool:
        return all(file_digest(self._root / path) == then for path, then in contents.items())

    def _current(self, name: str, key: str) -> dict[str, Any] | None:
        """Give an entry that may be used and has this key."""
        entry = self._read(name) if self._reuse else None
        return entry if entry is not None and entry.get("key") == key else None

    def _read(self, name: str) -> dict[str, Any] | None:
        try:
            head, body = (self._folder / f"{name}.json").read_bytes().split(b"\n", 1)
            if head.decode("ascii") != f"{VERSION} {name} {digest(body)}":
                return None
            entry: dict[str, Any] = json.loads(body)
        except (OSError, ValueError):
            return None
        return entry

    def _write(self, name: str, entry: Mapping[str, Any]) -> None:
        body = json.dumps(entry).encode("utf-8")
        part = self._folder / f"{name}.part"
        try:
            self._folder.mkdir(exist_ok=True)
            # The folder is nobody's concern but this machine's.
            (self._folder / ".gitignore").write_text("*\n", encoding="ascii")
            part.write_bytes(f"{VERSION} {name} {digest(body)}\n".encode("ascii") + body)
            part.replace(part.with_suffix(".json"))
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
