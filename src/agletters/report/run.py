"""Run notebooks, each from the same fresh state in a process of its own."""

from __future__ import annotations

import ast
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

import nbformat
from nbformat import NotebookNode

from agletters.errors import AglettersError

#: Seconds that one cell may take.
CELL_TIMEOUT = 120

#: Seconds that the imports of all notebooks together may take.
START_TIMEOUT = 300

_SCRATCH = "agletters-ipython-"
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class NotebookError(AglettersError):
    """A notebook cannot be read or does not run."""


@dataclass(frozen=True)
class Run:
    """What came of running a notebook.

    Attributes
    ----------
    notebook
        The notebook with outputs.
    reads
        The files that its cells opened to read, and the tables that they took, as
        absolute paths. Files of the system and of installed packages are left out.
    seconds
        How long it took, without the imports that notebooks share.
    """

    notebook: NotebookNode
    reads: tuple[str, ...]
    seconds: float


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook of the current format.

    Raises
    ------
    NotebookError
        If the file is missing or is not a valid notebook.
    """
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except OSError as error:
        raise NotebookError(f"{path.name}: cannot be read ({error.strerror})") from error
    except (ValueError, nbformat.ValidationError, nbformat.reader.NotJSONError) as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise NotebookError(f"{path.name}: is not a valid notebook ({first})") from error
    return notebook


def code_cells(notebook: NotebookNode) -> list[tuple[int, NotebookNode]]:
    """List the cells that run, with their numbers, from 1, among all cells.

    Examples
    --------
    >>> new = nbformat.v4
    >>> cells = [new.new_markdown_cell("# Title"), new.new_code_cell(""), new.new_code_cell("1")]
    >>> [number for number, _ in code_cells(new.new_notebook(cells=cells))]
    [3]
    """
    return [
        (number, cell)
        for number, cell in enumerate(notebook.cells, start=1)
        if cell.cell_type == "code" and cell.source.strip()
    ]


def is_executed(notebook: NotebookNode) -> bool:
    """Say whether every code cell of a notebook has been run."""
    return all(cell.execution_count is not None for _, cell in code_cells(notebook))


def fill(notebook: NotebookNode, outputs: Sequence[Sequence[dict[str, Any]]]) -> NotebookNode:
    """Give a copy of a notebook with outputs in the cells that run.

    Raises
    ------
    ValueError
        If there are not as many lists of outputs as cells that run.
    """
    filled = deepcopy(notebook)
    cells = code_cells(filled)
    for count, ((_, cell), shown) in enumerate(zip(cells, outputs, strict=True), start=1):
        cell.execution_count = count
        cell.outputs = [nbformat.from_dict(output) for output in shown]
    return filled


def imported_modules(notebooks: Sequence[NotebookNode]) -> list[str]:
    r"""List the modules that cells of notebooks may import, each once.

    Examples
    --------
    >>> cell = nbformat.v4.new_code_cell("import json.decoder as d\nfrom os import path, sep")
    >>> imported_modules([nbformat.v4.new_notebook(cells=[cell])])
    ['json.decoder', 'os', 'os.path', 'os.sep']
    """
    found: dict[str, None] = {}
    for notebook in notebooks:
        for _, cell in code_cells(notebook):
            # A cell with a magic or a slip is no Python; it runs, or fails, in its turn.
            with suppress(SyntaxError, ValueError):
                for node in ast.walk(ast.parse(cell.source)):
                    if isinstance(node, ast.Import):
                        found.update(dict.fromkeys(alias.name for alias in node.names))
                    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                        names = [f"{node.module}.{alias.name}" for alias in node.names]
                        found.update(dict.fromkeys([node.module, *names]))
    return list(found)


def _environment(scratch: str) -> dict[str, str]:
    """Give cells an environment in which the user's own settings play no part."""
    settings = {
        "IPYTHONDIR": scratch,
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
        # One thread gives the same sums on every number of cores, and forks safely.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    return {**os.environ, **settings}


@dataclass
class Runner:
    """A warm process that runs notebooks; see `runner`."""

    control: socket.socket
    _open: set[socket.socket] = field(default_factory=set)

    def run(
        self, name: str, notebook: NotebookNode, folder: Path, timeout: int = CELL_TIMEOUT
    ) -> Run:
        """Run one notebook top to bottom.

        Parameters
        ----------
        name
            Its name in messages.
        notebook
            What to run; it is not changed.
        folder
            The working directory of its cells.
        timeout
            Seconds that one cell may take.

        Raises
        ------
        NotebookError
            If a cell raises, takes too long or ends the process; the cell is named.
        """
        cells = code_cells(notebook)
        if not cells:
            return Run(fill(notebook, []), (), 0.0)
        ours, theirs = socket.socketpair()
        pid, place, start = 0, name, time.monotonic()
        with ours:
            self._open.add(ours)
            try:
                with theirs:
                    socket.send_fds(self.control, [b"+"], [theirs.fileno()])
                job = {
                    "folder": str(folder),
                    "cells": [(number, cell.source) for number, cell in cells],
                }
                ours.settimeout(START_TIMEOUT)
                ours.sendall(json.dumps(job).encode("utf-8") + b"\n")
                for line in ours.makefile("rb"):
                    message = json.loads(line)
                    if "pid" in message:
                        pid, start = message["pid"], time.monotonic()
                        ours.settimeout(timeout)
                    elif "cell" in message:
                        place = f"{name}, cell {message['cell']}"
                    elif "error" in message:
                        detail = _COLOUR.sub("", ": ".join(message["error"]))
                        raise NotebookError(f"{place}: {detail}")
                    else:
                        seconds = time.monotonic() - start
                        filled = fill(notebook, message["outputs"])
                        return Run(filled, tuple(message["reads"]), seconds)
            except TimeoutError as error:
                limit = timeout if pid else START_TIMEOUT
                raise NotebookError(f"{place}: ran for more than {limit} s; stopped") from error
            except (ConnectionError, json.JSONDecodeError):
                pass
            finally:
                self._open.discard(ours)
                if pid:
                    with suppress(ProcessLookupError, PermissionError):
                        os.killpg(pid, signal.SIGKILL)
        raise NotebookError(f"{place}: the kernel ended before the cell did")

    def stop(self) -> None:
        """End all runs, at once."""
        for line in list(self._open):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)


@contextmanager
def runner(
    notebooks: Sequence[NotebookNode], settings: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Runner]:
    """Start a process that imports what notebooks import, and runs them on demand.

    The imports go on while the caller does other things. The process, and those
    of the notebooks, end with the block, and also if the caller is killed.

    Parameters
    ----------
    notebooks
        Those that may be run.
    settings
        Environment variables for their cells.
    """
    ours, theirs = socket.socketpair()
    with TemporaryDirectory(prefix=_SCRATCH, ignore_cleanup_errors=True) as scratch, ours, theirs:
        program = [sys.executable, "-P", "-m", "agletters.report.kernel", str(theirs.fileno())]
        process = subprocess.Popen(  # noqa: S603 - our own module
            [*program, *imported_modules(notebooks)],
            env={**_environment(scratch), **settings},
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        theirs.close()
        made = Runner(ours)
        try:
            yield made
        finally:
            made.stop()
            process.kill()
            process.wait()


def run_notebook(
    name: str, notebook: NotebookNode, folder: Path, timeout: int = CELL_TIMEOUT
) -> NotebookNode:
    """Run one notebook top to bottom in a fresh process.

    Parameters
    ----------
    name
        Its name in messages.
    notebook
        What to run; it is not changed.
    folder
        The working directory of its cells.
    timeout
        Seconds that one cell may take.

    Returns
    -------
    NotebookNode
        A copy with outputs.

    Raises
    ------
    NotebookError
        If a cell raises, takes too long or ends the process; the cell is named.
    """
    with runner([notebook]) as running:
        return running.run(name, notebook, folder, timeout).notebook


def run_notebooks(
    running: Runner,
    notebooks: Sequence[tuple[Path, NotebookNode]],
    *,
    jobs: int | None = None,
    timeout: int = CELL_TIMEOUT,
    done: Callable[[Path, Run], None] = lambda path, run: None,
) -> list[Run]:
    """Run notebooks, as many at a time as there are cores.

    Parameters
    ----------
    running
        From `runner`.
    notebooks
        Paths and notebooks; each runs in the folder of its path.
    jobs
        How many run at a time; by default one a core.
    timeout
        Seconds that one cell may take.
    done
        Called when a notebook has run.

    Returns
    -------
    list of Run
        In the order of `notebooks`.

    Raises
    ------
    NotebookError
        If notebooks do not run; each is named with its cell.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    with ThreadPoolExecutor(jobs or cores) as pool:
        turns: dict[Future[Run], Path] = {
            pool.submit(running.run, path.name, notebook, path.parent, timeout): path
            for path, notebook in notebooks
        }
        try:
            for turn in as_completed(turns):
                if turn.exception() is None:
                    done(turns[turn], turn.result())
        except BaseException:
            running.stop()
            pool.shutdown(cancel_futures=True)
            raise
    faults = [error for turn in turns if isinstance(error := turn.exception(), NotebookError)]
    if faults:
        raise NotebookError("\n".join(map(str, faults)))
    return [turn.result() for turn in turns]
