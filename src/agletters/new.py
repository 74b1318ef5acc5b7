"""Start an analysis of another letter: tables, a notebook, a Makefile, ready to build."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import tempfile
from pathlib import Path

import nbformat

from agletters.describe import data_readme
from agletters.errors import AglettersError
from agletters.tables import SCHEMA_FILE, read_schema

STARTER = Path(__file__).parent / "starter"
"""The files of a fresh analysis, with `TITLE` where its title goes."""

NOTEBOOK = Path("notebooks", "00_who_signed.ipynb")


class StartError(AglettersError):
    """An analysis cannot be started there; nothing was written."""


def can_draw() -> bool:
    """Say whether new figures can be drawn on this machine.

    Returns
    -------
    bool
        Whether a local Chrome or Chromium and the packages of ``agletters[figures]`` are there.

    Examples
    --------
    >>> can_draw() in (True, False)
    True
    """
    from agletters.figures import find_chrome

    packages = all(importlib.util.find_spec(name) for name in ("kaleido", "scour"))
    return packages and find_chrome() is not None


def create(folder: Path, *, title: str, with_map: bool = True) -> None:
    """Start an analysis in a new folder.

    The folder holds the tables with the offices filled in and one invented
    letter, their schema, the outlines of the map, a notebook that uses the public
    interface, a README and a Makefile. ``agletters check`` and ``agletters
    build`` work there at once.

    Parameters
    ----------
    folder : pathlib.Path
        The folder to make. It may be there if it is empty.
    title : str
        The title of the page, in one line.
    with_map : bool, optional
        Whether the notebook draws a map, which takes a local Chrome or Chromium:
        see `can_draw`.

    Raises
    ------
    StartError
        If the title is empty or has several lines, the folder holds something or
        is the working directory, or it cannot be made. Nothing is left behind.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place:
    ...     create(Path(place, "letter"), title="Who signed in May?")
    ...     sorted(path.name for path in Path(place, "letter").iterdir())
    ['.gitignore', 'Makefile', 'README.md', 'data', 'notebooks']
    """
    if not title.strip() or not title.isprintable():
        raise StartError(f"the title {title!r} is not one line of text; give it another")
    _require_free(folder)
    try:
        with tempfile.TemporaryDirectory(prefix=".agletters-new-", dir=folder.parent) as scratch:
            # A folder within it, since a temporary one is closed to everybody else.
            made = Path(scratch, "new")
            _write(made, folder.resolve().name, title.strip(), with_map)
            made.replace(folder)
    except OSError as error:
        raise StartError(
            f"{folder}: cannot be made ({error.strerror or error}); name a folder that does not "
            "exist yet, in one that is there and can be written"
        ) from error


def _require_free(folder: Path) -> None:
    """Refuse a folder that holds something, or that cannot be replaced in one step."""
    if folder.is_dir() and any(folder.iterdir()):
        raise StartError(f"{folder}: is not empty; name a folder that does not exist yet")
    if folder.resolve() == Path.cwd():
        raise StartError(f"{folder}: is the working directory; go up, and name the folder to make")


def _write(made: Path, name: str, title: str, with_map: bool) -> None:
    """Write the files of a fresh analysis."""
    # Who starts an analysis owns it and may write to it, however the package was installed.
    for path in filter(Path.is_file, STARTER.rglob("*")):
        place = made / path.relative_to(STARTER)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    (made / "gitignore").rename(made / ".gitignore")
    readme = made / "README.md"
    _save(readme, readme.read_text(encoding="utf-8").replace("TITLE", title))

    schema = read_schema(made / "data")
    package_name = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "letters"
    schema |= {"name": package_name, "title": title}
    _save(made / "data" / SCHEMA_FILE, json.dumps(schema, indent=2, ensure_ascii=False) + "\n")
    _save(made / "data" / "README.md", data_readme(schema))

    notebook = nbformat.read(made / NOTEBOOK, as_version=4)
    notebook.cells = [
        cell for cell in notebook.cells if with_map or "map" not in cell.metadata.get("tags", [])
    ]
    notebook.cells[0].source = f"# {title}"
    _save(made / NOTEBOOK, nbformat.writes(notebook, indent=1) + "\n")


def _save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
