"""A small project with an old report, to build while something goes wrong.

The report has several files: a page, a file beside it, and a figure of three. The old report shows
two places, the new one that is built under a fault shows one. One notebook reads the table of
places and runs again; the other, with the figure, does not read it.
"""

from __future__ import annotations

import fcntl
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import nbformat

from agletters import figures
from agletters.errors import AglettersError
from agletters.figures.svg import label_svg
from agletters.report import build as building
from agletters.report import site
from agletters.report.cache import FOLDER, digest
from tests.compiled import compiled_once
from tests.forked import notebooks_in_a_fork
from tests.packing import nothing_to_pack

PACKAGE = {
    "name": "small",
    "title": "Places",
    "description": "Places.",
    "version": "0.0.1",
    "created": "2001-02-03T00:00:00Z",
    "licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://example.org"}],
    "resources": [
        {
            "name": name,
            "path": f"{name}.csv",
            "schema": {
                "fields": [{"name": "usps", "type": "string", "constraints": {"required": True}}],
                "primaryKey": ["usps"],
            },
        }
        for name in ("places", "others")
    ],
}
SETUP = """\
from agletters.prose import say
from agletters.tables import load
places = load().places"""
SENTENCE = 'say("{n} places", n=len(places))'
FIGURE = """\
import plotly.graph_objects as go
from agletters.figures import publish
from agletters.tables import load
bar = go.Figure(go.Bar(x=["a"], y=[1]), {"title": {"text": "One bar"}})
publish(bar, slug="bar", alt="One bar.", table=load().others, sources=["S1"])"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'

Publication = Callable[..., dict[str, bytes]]
State = dict[str, bytes]


def write_notebook(root: Path, name: str, *cells: str) -> Path:
    """Write a notebook; a cell that begins with '# ' is Markdown."""
    made = nbformat.v4.new_notebook()
    for number, source in enumerate(cells):
        kind = "markdown" if source.startswith("# ") else "code"
        cell = getattr(nbformat.v4, f"new_{kind}_cell")(source, id=f"cell-{number}")
        made.cells.append(cell)
    path = root / "notebooks" / f"{name}.ipynb"
    nbformat.write(made, path)
    return path


def write_places(root: Path, *codes: str) -> None:
    """Write the table that the first notebook reads."""
    (root / "data" / "places.csv").write_text("\n".join(["usps", *codes, ""]), encoding="utf-8")


def report(root: Path) -> State:
    """Give what a build publishes, byte for byte."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("figures", "report")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def strays(root: Path) -> list[str]:
    """List what does not belong in a project."""
    known = {"data", "figures", "notebooks", "report", FOLDER}
    halves = [path for path in (root / FOLDER).glob("*") if path.suffix not in {".json", ""}]
    return [path.name for path in root.iterdir() if path.name not in known] + [
        path.name for path in halves
    ]


@contextmanager
def more_files() -> Iterator[None]:
    """Let a build publish a file beside the page, whose content follows the tables."""
    make = site.site

    def with_file(*args: object) -> dict[str, bytes]:
        made = make(*args)  # type: ignore[arg-type]
        return {**made, "app/extra.txt": digest(made["index.html"]).encode() * 100}

    with nothing_to_pack(), mock.patch.object(site, "site", with_file):
        yield


def draw(records: list[figures.PublishedFigure], previous: Path) -> dict[str, str]:
    """Stand in for Chrome."""
    assert previous.name == "figures"
    return {record.slug: label_svg(DRAWING, record) for record in records}


@dataclass
class World:
    """A project with an old report, and what the report will be after the next build."""

    root: Path
    old: State
    new: State
    seconds: float

    def build(self, **options: object) -> None:
        """Build in this process."""
        with more_files(), compiled_once(), notebooks_in_a_fork():
            building.build(self.root, **options)  # type: ignore[arg-type]

    def failure(self, **options: object) -> str:
        """Build in this process, and give the message with which it stops."""
        try:
            self.build(**options)
        except AglettersError as error:
            return str(error)
        return ""

    def start(self, before: Callable[[], object] = lambda: None, **options: object) -> int:
        """Build in another process, and give its number.

        Parameters
        ----------
        before
            Called there, just before the build.
        """
        child = os.fork()
        if child:
            return child
        status = 1
        try:
            os.setsid()
            before()
            message = self.failure(**options)
            hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
            (self.root.parent / "message").write_text(message, encoding="utf-8")
            status = 1 if message else 0
        finally:
            os._exit(status)

    def finish(self, child: int) -> str:
        """Wait for a build in another process, and give its message."""
        os.waitpid(child, 0)
        path = self.root.parent / "message"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def wait_until(self, name: str, seconds: float = 60) -> Path:
        """Wait until a notebook has written a file beside the project."""
        path = self.root.parent / name
        end = time.monotonic() + seconds
        while not (path.exists() and path.read_text(encoding="utf-8")):
            assert time.monotonic() < end, f"no {name} after {seconds} s"
            time.sleep(0.02)
        return path

    def wait_for_lock(self) -> None:
        """Wait until no process of a build has a hand on the project."""
        handle = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        finally:
            os.close(handle)

    def run_first(self, *cells: str) -> None:
        """Give the first notebook other code cells."""
        write_notebook(self.root, "00_a", "# First?", *cells)

    def mend(self) -> None:
        """Undo what was done to notebooks, tables and permissions."""
        for folder in ("figures", "report", "."):
            if (self.root / folder).is_dir():
                (self.root / folder).chmod(0o755)
        shutil.rmtree(self.root / "notebooks")
        (self.root / "notebooks").mkdir()
        self.run_first(SETUP, SENTENCE)
        write_notebook(self.root, "01_b", "# Second?", FIGURE)
        write_places(self.root, "AA")
        (self.root / "data" / "datapackage.json").write_text(json.dumps(PACKAGE), encoding="utf-8")


def kill(child: int, number: int = signal.SIGKILL) -> None:
    """Send a signal to a build, if it is still there."""
    with suppress(ProcessLookupError):
        os.kill(child, number)


@contextmanager
def template() -> Iterator[World]:
    """Build the small project, once before and once after an edit to a table."""
    folder = Path(tempfile.mkdtemp(prefix="agletters-faults-"))
    folder.chmod(0o755)
    root = folder / "old"
    for name in ("data", "notebooks", "report", "figures"):
        (root / name).mkdir(parents=True)
    world = World(root, {}, {}, 0.0)
    try:
        world.mend()
        write_places(root, "AA", "BB")
        (root / "data" / "others.csv").write_text("usps\nCC\n", encoding="utf-8")
        with mock.patch.object(figures, "draw", draw):
            world.build()
            world.old = report(root)
            shutil.copytree(root, folder / "new")
            world.root = folder / "new"
            write_places(world.root, "AA")
            start = time.monotonic()
            world.build()
        world.seconds = time.monotonic() - start
        world.new = report(world.root)
        yield world
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def world_of(made: World) -> Iterator[World]:
    """Give a project of its own, with the old report, in which the table has been edited."""
    folder = Path(tempfile.mkdtemp(prefix="agletters-fault-"))
    folder.chmod(0o755)
    try:
        shutil.copytree(made.root.parent / "old", folder / "project")
        write_places(folder / "project", "AA")
        yield World(folder / "project", made.old, made.new, made.seconds)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def with_new_results(world: World, made: World) -> None:
    """Let no notebook have to run: all that is left to do is to replace the report."""
    for path in (made.root / FOLDER).glob("0*.json"):
        shutil.copy2(path, world.root / FOLDER)


COMMAND = [sys.executable, "-m", "agletters", "build", "--root"]
