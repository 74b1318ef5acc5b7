"""Build the whole report, and replace the old one only when the new one is whole."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from agletters import figures
from agletters.checks import check
from agletters.errors import AglettersError
from agletters.report.page import Chapter, Edition, ReportExporter, records
from agletters.report.run import CELL_TIMEOUT, run_notebooks
from agletters.tables import read_schema

_SCRATCH = ".agletters-build-"


class BuildError(AglettersError):
    """The report cannot be built; the old one is untouched."""


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


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Keep two builds of one project apart, for as long as the process lives."""
    handle = os.open(root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BuildError(f"{root}: another build is running; wait until it ends") from error
        yield
    finally:
        os.close(handle)


@contextmanager
def _scratch(root: Path) -> Iterator[Path]:
    """Give a folder beside the targets, so that finished files can be moved in one step."""
    for left in root.glob(_SCRATCH + "*"):
        shutil.rmtree(left, ignore_errors=True)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=root))
    except OSError as error:
        raise BuildError(f"{root}: cannot be written ({error.strerror}); allow it") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _require_writable(*folders: Path) -> None:
    for folder in folders:
        try:
            folder.mkdir(exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            raise BuildError(
                f"{folder}: cannot be written ({error.strerror}); allow it, or remove what "
                "stands in its place"
            ) from error


def _replace(new: Path, target: Path) -> None:
    """Move finished figures, then the page, each in one step."""
    fresh = {path.name for path in (new / "figures").iterdir()}
    for path in sorted((new / "figures").iterdir()):
        path.replace(target / "figures" / path.name)
    for path in sorted((target / "figures").iterdir()):
        if path.suffix in {".svg", ".json", ".csv"} and path.name not in fresh:
            path.unlink()
    (new / "index.html").replace(target / "report" / "index.html")


def build(
    root: Path,
    *,
    jobs: int | None = None,
    timeout: int = CELL_TIMEOUT,
    done: Callable[[str, float], None] = lambda name, seconds: None,
) -> Built:
    """Build ``report/index.html`` and ``figures/`` from tables and notebooks.

    Parameters
    ----------
    root
        The project: ``data/`` and ``notebooks/`` are read.
    jobs
        How many notebooks run at a time; by default one a core.
    timeout
        Seconds that one cell may take.
    done
        Called with the name and the seconds taken when a notebook has run.

    Raises
    ------
    AglettersError
        If the tables have defects, a notebook does not run, a figure cannot be
        drawn or the target cannot be written. The old report is untouched.
    """
    paths = sorted((root / "notebooks").glob("[0-9]*.ipynb"))
    if not paths:
        raise BuildError(f"{root / 'notebooks'}: holds no notebook such as 00_findings.ipynb")
    with _alone(root):
        _require_writable(root / "figures", root / "report")
        defects = check(root / "data")
        if defects:
            raise BuildError("\n".join(map(str, defects)))
        notebooks = run_notebooks(paths, jobs=jobs, timeout=timeout, done=done)
        chapters = [Chapter(path.stem, nb) for path, nb in zip(paths, notebooks, strict=True)]
        found = records(chapters)
        with _scratch(root) as scratch:
            new = scratch / "figures"
            new.mkdir()
            svgs = figures.draw(found, root / "figures")
            for record in found:
                figures.write_figure(record, svgs[record.slug], new)
            edition = Edition.of(read_schema(root / "data"))
            page, _ = ReportExporter().export_chapters(chapters, svgs, edition)
            (scratch / "index.html").write_text(page, encoding="utf-8", newline="\n")
            redrawn = tuple(
                record.slug
                for record in found
                if _differs(root / "figures" / f"{record.slug}.svg", svgs[record.slug])
            )
            try:
                _replace(scratch, root)
            except OSError as error:
                raise BuildError(
                    f"{error.filename}: cannot be replaced ({error.strerror}); allow it"
                ) from error
    return Built(root / "report" / "index.html", len(chapters), len(found), redrawn)


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text
