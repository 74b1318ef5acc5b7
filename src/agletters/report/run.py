"""Run notebooks, each in a fresh kernel."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from agletters.errors import AglettersError

#: Seconds that one cell may take.
CELL_TIMEOUT = 120

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class NotebookError(AglettersError):
    """A notebook cannot be read or does not run."""


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


def is_executed(notebook: NotebookNode) -> bool:
    """Say whether every code cell of a notebook has been run."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    return all(cell.execution_count is not None for cell in code)


def _failed_cell(notebook: NotebookNode) -> int:
    """Give the number, from 1, of the cell at which a run stopped."""
    for number, cell in enumerate(notebook.cells, start=1):
        outputs = cell.get("outputs", [])
        if any(output.output_type == "error" for output in outputs):
            return number
    started = [
        number
        for number, cell in enumerate(notebook.cells, start=1)
        if cell.cell_type == "code" and "iopub.status.busy" in cell.metadata.get("execution", {})
    ]
    return started[-1] if started else 1


def _environment(scratch: str) -> dict[str, str]:
    """Give the kernel an environment in which the user's own settings play no part."""
    settings = {
        "IPYTHONDIR": scratch,
        "JUPYTER_NO_CONFIG": "1",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
    }
    return {**os.environ, **settings}


async def _run(name: str, notebook: NotebookNode, folder: Path, timeout: int) -> NotebookNode:
    client = NotebookClient(
        notebook, timeout=timeout, resources={"metadata": {"path": str(folder)}}
    )
    with tempfile.TemporaryDirectory(prefix="agletters-ipython-") as scratch:
        try:
            # A kernel's own chatter would only blur the message that names the cell.
            await client.async_execute(env=_environment(scratch), stderr=subprocess.DEVNULL)
        except CellExecutionError as error:
            place = f"{name}, cell {_failed_cell(notebook)}"
            detail = _COLOUR.sub("", f"{error.ename}: {error.evalue}")
            raise NotebookError(f"{place}: {detail}") from error
        except CellTimeoutError as error:
            place = f"{name}, cell {_failed_cell(notebook)}"
            raise NotebookError(f"{place}: ran for more than {timeout} s; stopped") from error
        except DeadKernelError as error:
            place = f"{name}, cell {_failed_cell(notebook)}"
            raise NotebookError(f"{place}: the kernel ended before the cell did") from error
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    return notebook


def run_notebook(
    name: str, notebook: NotebookNode, folder: Path, timeout: int = CELL_TIMEOUT
) -> NotebookNode:
    """Run one notebook top to bottom in a fresh kernel.

    Parameters
    ----------
    name
        Its name in messages.
    notebook
        What to run; it is not changed.
    folder
        The kernel's working directory.
    timeout
        Seconds that one cell may take.

    Returns
    -------
    NotebookNode
        A copy with outputs.

    Raises
    ------
    NotebookError
        If a cell raises, takes too long or ends the kernel; the cell is named.
    """
    return asyncio.run(_run(name, deepcopy(notebook), folder, timeout))


def run_notebooks(
    paths: Sequence[Path],
    *,
    jobs: int | None = None,
    timeout: int = CELL_TIMEOUT,
    done: Callable[[str, float], None] = lambda name, seconds: None,
) -> list[NotebookNode]:
    """Run notebooks, as many at a time as there are cores.

    Parameters
    ----------
    paths
        The notebooks; each runs in its own folder.
    jobs
        How many run at a time; by default one a core.
    timeout
        Seconds that one cell may take.
    done
        Called with the name and the seconds taken when a notebook has run.

    Returns
    -------
    list of NotebookNode
        With outputs, in the order of `paths`.

    Raises
    ------
    NotebookError
        If notebooks do not run; each is named with its cell.
    """
    notebooks = [read_notebook(path) for path in paths]

    async def everything() -> list[NotebookNode | BaseException]:
        turns = asyncio.Semaphore(jobs or os.cpu_count() or 1)

        async def one(path: Path, notebook: NotebookNode) -> NotebookNode:
            async with turns:
                start = time.monotonic()
                result = await _run(path.name, notebook, path.parent, timeout)
                done(path.name, time.monotonic() - start)
                return result

        pairs = zip(paths, notebooks, strict=True)
        return await asyncio.gather(*(one(*pair) for pair in pairs), return_exceptions=True)

    results = asyncio.run(everything())
    faults = [result for result in results if isinstance(result, NotebookError)]
    if faults:
        raise NotebookError("\n".join(map(str, faults)))
    executed = []
    for result in results:
        if isinstance(result, BaseException):
            raise result
        executed.append(result)
    return executed
