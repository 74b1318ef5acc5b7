"""Notebooks that run in a fork of the test process."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from unittest import mock

from agletters.report import kernel, run


class Forked:
    """Stand in for the process of the notebooks: a copy of this one, which has all imports.

    Those take a second, many times what a small build takes besides. A build by the command
    starts the real one.
    """

    def __init__(
        self,
        program: Sequence[str],
        *,
        env: Mapping[str, str],
        pass_fds: Sequence[int],
        **_: object,
    ) -> None:
        [line] = pass_fds
        self._pid = os.fork()
        if self._pid == 0:
            try:
                os.setsid()
                os.closerange(3, line)
                os.closerange(line + 1, 65_536)
                nothing = os.open(os.devnull, os.O_RDWR)
                for stream in range(3):
                    os.dup2(nothing, stream)
                sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
                os.environ.clear()
                os.environ.update(env)
                kernel.main(socket.socket(fileno=line), list(program[5:]))
            finally:
                shutil.rmtree(env["IPYTHONDIR"], ignore_errors=True)
                os._exit(0)

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def wait(self) -> None:
        os.waitpid(self._pid, 0)


@contextmanager
def notebooks_in_a_fork() -> Iterator[None]:
    """Run notebooks without starting Python anew."""
    with mock.patch.object(run, "subprocess", mock.Mock(Popen=Forked)):
        yield
