"""Run the cells of notebooks: the program that `agletters.report.run` starts beside the build.

``python -m agletters.report.kernel FD MODULE...`` imports what the notebooks import, once, and
then forks a process for each notebook that it is handed over the socket FD: each starts from the
same fresh state, and none pays for the imports again. Cells run in IPython, as they do in a
Jupyter kernel; there are no messages between kernel and client, since nobody types.

The process of a notebook ends as soon as its socket does, so none outlives a build that is killed.
"""

from __future__ import annotations

import base64
import gc
import importlib
import importlib.util
import json
import os
import shutil
import signal
import socket
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pandas as pd
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

from agletters import tables
from agletters.origins import ORIGINS_TYPE, Lookup, recorded
from agletters.prose import CLAIMS_TYPE

#: Files below these do not count as read: the installed packages and the system.
_SYSTEM = ("/dev", "/etc", "/proc", "/sys", "/usr")

Output = dict[str, Any]


class Reads:
    """Note which files are opened to be read, and which tables are looked at.

    `agletters.tables.load` opens every table. Only those count that are taken
    from what it returns.

    Attributes
    ----------
    paths
        The files.
    tables
        The tables that were loaded last, none before.
    """

    def __init__(self, *ignored: Path) -> None:
        self.paths: set[str] = set()
        self.tables = tables.Tables(Path(), {"resources": []}, {})
        self._files: dict[str, str] = {}
        places = {*_SYSTEM, sys.prefix, sys.base_prefix, *map(str, ignored)}
        self._ignored = tuple(f"{os.path.realpath(place)}{os.sep}" for place in places)

    def start(self) -> None:
        """Begin to note, for as long as the process lives."""
        load = tables.load

        def noted_load(folder: Path | str | None = None) -> tables.Tables:
            before = set(self.paths)
            loaded = load(folder)
            self._files = {
                resource["name"]: _real(loaded.folder / resource["path"])
                for resource in loaded.schema["resources"]
            }
            self.paths.difference_update(set(self._files.values()) - before)
            frames: Any = _NotedFrames(loaded.frames, self._files, self.paths)
            self.tables = tables.Tables(loaded.folder, loaded.schema, frames)
            return self.tables

        tables.load = noted_load
        sys.addaudithook(self._note)

    def taken(self) -> set[str]:
        """Name those of the tables, as loaded last, that have been looked at."""
        return {name for name, file in self._files.items() if file in self.paths}

    def _note(self, event: str, args: tuple[Any, ...]) -> None:
        if event != "open" or not isinstance(args[0], str | bytes):
            return
        if isinstance(args[2], int) and args[2] & os.O_ACCMODE == os.O_WRONLY:
            return
        path = _real(os.fsdecode(args[0]))
        if path.endswith(".pyc"):
            with suppress(ValueError):
                path = importlib.util.source_from_cache(path)
        if not path.startswith(self._ignored):
            self.paths.add(path)


def _real(path: str | Path) -> str:
    return os.path.realpath(path)


class _NotedFrames(Mapping[str, pd.DataFrame]):
    """Frames by name that note the file behind each one that is taken."""

    def __init__(
        self, frames: Mapping[str, pd.DataFrame], files: Mapping[str, str], noted: set[str]
    ) -> None:
        self._frames, self._files, self._noted = frames, files, noted

    def __getitem__(self, name: str) -> pd.DataFrame:
        self._noted.add(self._files[name])
        return self._frames[name]

    def __contains__(self, name: object) -> bool:
        return name in self._frames

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)


class _Publisher(DisplayPublisher):
    """Keep what cells display."""

    def publish(
        self,
        data: Any,
        metadata: Any = None,
        source: Any = None,  # noqa: ARG002
        *,
        transient: Any = None,  # noqa: ARG002
        update: Any = False,
        **_: Any,
    ) -> None:
        if update:
            raise RuntimeError("an output of a report cannot be updated; display it once")
        shown = {"output_type": "display_data", "data": data, "metadata": metadata or {}}
        self.shell.outputs.append(shown)

    def clear_output(self, wait: bool = False) -> None:  # noqa: ARG002
        self.shell.outputs.clear()


class _Hook(DisplayHook):
    """Keep the result of a cell's last line."""

    shell: Any

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(
        self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None
    ) -> None:
        result = {
            "output_type": "execute_result",
            "execution_count": self.prompt_count,
            "data": format_dict,
            "metadata": md_dict or {},
        }
        self.shell.outputs.append(result)

    def finish_displayhook(self) -> None:
        pass


class _Stream:
    """Keep what cells print, in the order in which it came."""

    encoding = "utf-8"

    def __init__(self, name: str, shell: Shell) -> None:
        self.name, self._shell = name, shell

    def write(self, text: str) -> int:
        last = self._shell.outputs[-1] if self._shell.outputs else {}
        if last.get("name") == self.name:
            last["text"] += text
        elif text:
            self._shell.outputs.append({"output_type": "stream", "name": self.name, "text": text})
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return False


class Shell(InteractiveShell):
    """IPython without a terminal: outputs are kept, an exit ends the process."""

    display_pub_class = Type(_Publisher)
    displayhook_class = Type(_Hook)
    outputs: list[Output]

    def __init__(self, **kwargs: Any) -> None:
        self.outputs = []
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]

    def _showtraceback(self, *_: Any) -> None:
        """Show nothing; the fault is reported by its name."""

    def ask_exit(self) -> None:
        """End the process, as ``exit`` in a cell asks."""
        os._exit(0)

    def run(self, source: str) -> tuple[list[Output], BaseException | None]:
        """Run one cell, and give its outputs and the error that stopped it."""
        self.outputs = []
        result: Any = self.run_cell(source, store_history=True)  # type: ignore[no-untyped-call]
        return self.outputs, result.error_before_exec or result.error_in_exec


def _new_shell() -> Shell:
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "NoColor"
    shell: Shell = Shell.instance(config=config)
    streams: Any = (_Stream("stdout", shell), _Stream("stderr", shell))
    sys.stdout, sys.stderr = streams
    return shell


def _end_with(line: socket.socket) -> None:
    """End the process when the other side of its socket closes."""
    with suppress(OSError):
        line.recv(1)
    os._exit(1)


def serve(line: socket.socket, reads: Reads) -> None:
    """Run the notebook that a socket brings, and send back what comes of it.

    Parameters
    ----------
    line
        Brings one line of JSON with ``folder`` and ``cells`` (pairs of number and
        source), and takes lines of JSON: ``pid``; ``cell`` as each begins; at the
        end ``outputs`` by cell and ``reads``, or ``error``. Beside the values of a
        passage stand their origins.
    reads
        Notes the files.
    """
    os.setsid()

    def send(**message: Any) -> None:
        line.sendall(json.dumps(message, default=_base64).encode("utf-8") + b"\n")

    job = json.loads(line.makefile("rb").readline())
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()
    os.chdir(job["folder"])
    _let_import_from_here()
    shell = _new_shell()
    send(pid=os.getpid())
    outputs = []
    namespaces: dict[int, dict[str, Any]] = {}
    for number, source in job["cells"]:
        send(cell=number)
        shown, error = shell.run(source)
        if error is not None:
            send(error=[type(error).__name__, str(error)])
            return
        outputs.append(shown)
        if any(CLAIMS_TYPE in output.get("data", {}) for output in shown):
            # Names may stand for something else later on.
            namespaces[number] = dict(shell.user_ns)
    # What the search for origins displays belongs to no cell.
    shell.outputs = []
    found = recorded(job["cells"], namespaces, Lookup(reads.tables, reads.taken()))
    for (number, _), shown in zip(job["cells"], outputs, strict=True):
        _add_origins(shown, found.get(number, {}))
    send(outputs=outputs, reads=sorted(reads.paths))


def _add_origins(outputs: list[Output], found: Mapping[str, Any]) -> None:
    """Lay the origins of its values beside each passage."""
    for output in outputs:
        named = output.get("data", {}).get(CLAIMS_TYPE, {}).keys() & found.keys()
        if named:
            output["data"][ORIGINS_TYPE] = {name: found[name] for name in sorted(named)}


def _let_import_from_here() -> None:
    """Look for modules beside the notebook too, where Jupyter does: before what is installed."""
    folders = [Path(place).name for place in sys.path]
    installed = (place for place, name in enumerate(folders) if name.endswith("-packages"))
    sys.path.insert(next(installed, 0), "")


def _base64(value: object) -> str:
    """Write the bytes of a picture as notebooks hold them."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    raise TypeError(f"an output holds a {type(value).__name__}, which JSON cannot")


def main(control: socket.socket, modules: list[str]) -> None:
    """Import modules, then fork a process for each socket that comes over another one."""
    reads = Reads(Path(__file__).resolve().parents[1], Path(os.environ["IPYTHONDIR"]))
    reads.start()
    for module in modules:
        # The notebook that imports it will fail on it at the right cell.
        with suppress(Exception, SystemExit):
            importlib.import_module(module)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    # What is imported is never collected, so that the processes go on sharing its memory.
    gc.freeze()
    while True:
        message, handles, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        with socket.socket(fileno=handles[0]) as line:
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                control.close()
                try:
                    serve(line, reads)
                finally:
                    os._exit(0)


if __name__ == "__main__":
    try:
        main(socket.socket(fileno=int(sys.argv[1])), sys.argv[2:])
    finally:
        # The build that made it may have been killed.
        shutil.rmtree(os.environ["IPYTHONDIR"], ignore_errors=True)
