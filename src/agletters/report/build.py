"""Build the whole report, and replace the old one only when the new one is whole."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from agletters.errors import AglettersError
from agletters.report.cache import Built, Snapshot, Store, digest
from agletters.report.replace import recover, replace_files, scratch

# What takes long to import is imported once there is something to do.
if TYPE_CHECKING:
    from nbformat import NotebookNode

    from agletters.report.page import Chapter
    from agletters.report.run import Run

__all__ = ["BuildError", "Built", "build"]


class BuildError(AglettersError):
    """The report cannot be built; the old one is untouched."""


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
def _plain_faults() -> Iterator[None]:
    """Say what a fault of the file system means for the report."""
    try:
        yield
    except OSError as error:
        place = error.filename2 or error.filename or tempfile.gettempdir()
        raise BuildError(
            f"{place}: {error.strerror}; the report is as it was. Mend this and build again"
        ) from error


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


def _source_date() -> int | None:
    """Read ``SOURCE_DATE_EPOCH``, the time of modification of all files that a build writes."""
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if not value:
        return None
    if not (value.isascii() and value.isdecimal()):
        raise BuildError(
            f"SOURCE_DATE_EPOCH is {value!r}; it takes a whole number of seconds since 1970"
        )
    return int(value)


def build(
    root: Path,
    *,
    jobs: int | None = None,
    timeout: int | None = None,
    cache: bool = True,
    url: str = "",
    done: Callable[[str, float | None], None] = lambda name, seconds: None,
) -> Built:
    """Build ``report/`` and ``figures/`` from tables and notebooks.

    A notebook runs only if its code, the package or a table that it reads has
    changed since it last ran; see `agletters.report.cache`. The date on the page
    is that of the data. If the environment variable ``SOURCE_DATE_EPOCH`` is
    set, the written files get that time of modification.

    Parameters
    ----------
    root
        The project: ``data/`` and ``notebooks/`` are read.
    jobs
        How many notebooks run at a time; by default one a core.
    timeout
        Seconds that one cell may take; by default
        `agletters.report.run.CELL_TIMEOUT`.
    cache
        Whether results of earlier builds are used.
    url
        The address at which the page is published; by default the ``homepage`` of the
        tables' descriptor, if it has one.
    done
        Called with the name of each notebook and the seconds that it took, None
        if it did not have to run.

    Raises
    ------
    AglettersError
        If the tables have defects, a notebook does not run, a figure cannot be
        drawn, the target cannot be written, or what is read changes meanwhile.
        The old report is untouched.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from agletters.new import create
    >>> with TemporaryDirectory() as place:
    ...     create(Path(place, "letter"), title="Who signed?", with_map=False)
    ...     made = build(Path(place, "letter"))
    >>> made.chapters, made.figures
    (1, 0)
    """
    root = root.resolve()
    paths = sorted((root / "notebooks").glob("[0-9]*.ipynb"))
    if not paths:
        raise BuildError(f"{root / 'notebooks'}: holds no notebook such as 00_findings.ipynb")
    time = _source_date()
    with _plain_faults(), _alone(root):
        recover(root)
        store = Store(root, reuse=cache)
        store.clear_parts()
        snapshot = Snapshot.of(root)
        earlier = store.built(snapshot.build_key(time, url))
        if earlier:
            for name in earlier[1]:
                done(f"{name}.ipynb", None)
            return earlier[0]
        _require_writable(root / "figures", root / "report")
        chapters = _chapters(root, paths, store, snapshot, jobs, timeout, done)
        with scratch(root) as folder:
            _require_unchanged(root, snapshot)
            files, figures, redrawn = _files(
                root, chapters, folder, url, store, snapshot.code_key()
            )
            _require_unchanged(root, snapshot)
            stale = {*_committed_figures(root), *store.written()} - files.keys()
            replace_files(root, folder, files, sorted(stale), time)
        store.keep_built(
            snapshot.build_key(time, url),
            [path.stem for path in paths],
            figures,
            {path: digest(content) for path, content in files.items()},
        )
    return Built(root / "report" / "index.html", len(paths), figures, redrawn)


def _chapters(
    root: Path,
    paths: Sequence[Path],
    store: Store,
    snapshot: Snapshot,
    jobs: int | None,
    timeout: int | None,
    done: Callable[[str, float | None], None],
) -> list[Chapter]:
    """Check the tables, and give all notebooks with outputs, running those that have to."""
    from agletters.report.page import Chapter
    from agletters.report.run import (
        CELL_TIMEOUT,
        code_cells,
        fill,
        read_notebook,
        run_notebooks,
        runner,
    )

    notebooks = {path: read_notebook(path) for path in paths}
    keys = {
        path: snapshot.key(cell.source for _, cell in code_cells(notebook))
        for path, notebook in notebooks.items()
    }
    executed: dict[Path, NotebookNode] = {}
    for path, notebook in notebooks.items():
        outputs = store.outputs(path.stem, keys[path])
        if outputs is not None:
            executed[path] = fill(notebook, outputs)

    def ran(path: Path, run: Run) -> None:
        executed[path] = run.notebook
        # What was read while it changed must not pass for the result of either state.
        if not snapshot.changes(Snapshot.of(root)):
            outputs = [cell.outputs for _, cell in code_cells(run.notebook)]
            store.keep_outputs(path.stem, keys[path], outputs, run.reads)
        done(path.name, run.seconds)

    waiting = [(path, notebook) for path, notebook in notebooks.items() if path not in executed]
    if not waiting:
        _check(root, store, snapshot)
        for path in executed:
            done(path.name, None)
    else:
        settings = {"AGLETTERS_DATA": str(root / "data")}
        with runner([notebook for _, notebook in waiting], settings) as running:
            _check(root, store, snapshot)
            for path in executed:
                done(path.name, None)
            run_notebooks(running, waiting, jobs=jobs, timeout=timeout or CELL_TIMEOUT, done=ran)

    return [Chapter(path.stem, executed[path]) for path in paths]


def _check(root: Path, store: Store, snapshot: Snapshot) -> None:
    if store.is_checked(snapshot.tables_key()):
        return
    from agletters.checks import check

    defects = check(root / "data")
    if defects:
        raise BuildError("\n".join(map(str, defects)))
    store.keep_checked(snapshot.tables_key())


def _files(
    root: Path, chapters: Sequence[Chapter], folder: Path, url: str, store: Store, code_key: str
) -> tuple[dict[str, bytes], int, tuple[str, ...]]:
    """Give all files to write, the number of figures and those that had to be redrawn."""
    from agletters import figures
    from agletters.report.interactive import Packer
    from agletters.report.metadata import Edition
    from agletters.report.page import records, with_drawings
    from agletters.report.site import site
    from agletters.tables import load

    found = records(chapters)
    svgs = figures.draw(found, root / "figures")
    files = {}
    written = folder / "figures"
    written.mkdir()
    for record in found:
        figures.write_figure(record, svgs[record.slug], written)
    for path in sorted(written.iterdir()):
        files[f"figures/{path.name}"] = path.read_bytes()
    redrawn = tuple(
        record.slug
        for record in found
        if _differs(root / "figures" / f"{record.slug}.svg", svgs[record.slug])
    )
    tables = load(root / "data")
    drawn = with_drawings(found, svgs)
    packer = Packer(store.packed(code_key))
    pages = site(chapters, drawn, Edition.of(tables.schema, url), tables, packer)
    store.keep_packed(code_key, packer.used)
    for name in sorted(pages, key=lambda name: (name == "index.html", name)):
        files[f"report/{name}"] = pages[name]
    return files, len(found), redrawn


def _require_unchanged(root: Path, snapshot: Snapshot) -> None:
    """Stop a build whose sources are no longer those with which it began."""
    changes = snapshot.changes(Snapshot.of(root))
    if changes:
        raise BuildError(f"{', '.join(changes)}: changed while the build ran; build again")


def _committed_figures(root: Path) -> list[str]:
    """List the files of figures that are there, whichever build made them."""
    paths = (root / "figures").iterdir()
    return [f"figures/{path.name}" for path in paths if path.suffix in {".svg", ".json", ".csv"}]


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text
