"""Replace the files of a report by new ones: all of them, or none.

The new files are laid ready in a folder beside the targets, with copies of those
that they will replace. One rename makes the folder a promise: from then on the
new report is moved in, the page last. A process of its own moves the files, so
that they are all moved even if the build is killed meanwhile; it holds the lock
of the project until then. If the machine stops, the next build finishes what was
promised. If a file cannot be replaced, those before it are put back.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from agletters.errors import AglettersError

_SCRATCH = ".agletters-build-"
_PENDING = ".agletters-pending"


class ReplaceError(AglettersError):
    """A file of the report cannot be written; all are as they were."""


@contextmanager
def scratch(root: Path) -> Iterator[Path]:
    """Give a folder beside the targets, so that finished files can be moved in one step."""
    folder = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=root))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def recover(root: Path) -> None:
    """Finish or clear away what a killed build has left.

    Raises
    ------
    ReplaceError
        If it cannot be finished.
    """
    for left in root.glob(_SCRATCH + "*"):
        shutil.rmtree(left, ignore_errors=True)
    if (root / _PENDING).is_dir():
        try:
            _move_in(root)
        except OSError as error:
            raise ReplaceError(
                f"{error.filename2 or error.filename}: cannot be replaced ({error.strerror}), so "
                "that a build that was cut off cannot be finished; allow it"
            ) from error
        except ValueError as error:
            raise ReplaceError(
                f"{root / _PENDING}: is damaged ({error}); remove it and build again"
            ) from error


def replace_files(
    root: Path, folder: Path, new: Mapping[str, bytes], stale: Iterable[str], time: int | None
) -> None:
    """Write new files and remove stale ones; after a fault all are as they were.

    Parameters
    ----------
    root
        The project.
    folder
        From `scratch`.
    new
        Contents by path in the project. They are moved in in this order.
    stale
        Files to remove.
    time
        Time of modification that the files get, in seconds since 1970; None for now.

    Raises
    ------
    OSError
        If the new files cannot be laid ready. Nothing is changed then.
    ReplaceError
        If a file cannot be replaced.
    """
    changed = [path for path in new if time is not None or _content(root / path) != new[path]]
    removed = [path for path in stale if (root / path).exists()]
    for path in changed:
        _write(folder / "new" / path, new[path])
        if time is not None:
            os.utime(folder / "new" / path, (time, time))
    for path in [*changed, *removed]:
        if (root / path).exists():
            (folder / "old" / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / path, folder / "old" / path)
    _write(folder / "plan.json", json.dumps({"new": changed, "stale": removed}).encode("utf-8"))
    try:
        folder.rename(root / _PENDING)
        _sync(root)
        _move_in_apart(root)
    except OSError as error:
        _put_back(root)
        raise ReplaceError(
            f"{error.filename2 or error.filename}: cannot be replaced ({error.strerror}); the "
            "report is as it was. Allow it and build again"
        ) from error
    except BaseException:
        # Ctrl-C comes too late to go back.
        recover(root)
        raise


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _write(path: Path, content: bytes) -> None:
    """Write a file so that it is on the disk, and not only promised."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _move_in(root: Path) -> None:
    pending = root / _PENDING
    plan = json.loads((pending / "plan.json").read_text(encoding="utf-8"))
    for path in plan["new"]:
        # Those that a build moved before it was killed are no longer there.
        if (pending / "new" / path).exists():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (pending / "new" / path).replace(root / path)
    for path in plan["stale"]:
        (root / path).unlink(missing_ok=True)
    _put_away(root)


def _move_in_apart(root: Path) -> None:
    """Move in from a process that outlives this one, should it be killed."""
    mover = os.fork()
    if mover == 0:
        status = 1
        try:
            os.setsid()
            _move_in(root)
            status = 0
        finally:
            os._exit(status)
    try:
        os.waitpid(mover, 0)
    except BaseException:
        os.waitpid(mover, 0)
        raise
    # What stopped the other process stops this one too, and says why.
    if (root / _PENDING).is_dir():
        _move_in(root)


def _put_back(root: Path) -> None:
    pending = root / _PENDING
    if not pending.is_dir():
        return
    plan = json.loads((pending / "plan.json").read_text(encoding="utf-8"))
    moved = [path for path in plan["new"] if not (pending / "new" / path).exists()]
    for path in [*moved, *plan["stale"]]:
        if (pending / "old" / path).exists():
            (pending / "old" / path).replace(root / path)
        else:
            (root / path).unlink(missing_ok=True)
    _put_away(root)


def _put_away(root: Path) -> None:
    """End the promise in one step, before its folder is taken apart."""
    done = root / f"{_SCRATCH}done"
    with suppress(FileNotFoundError):
        shutil.rmtree(done)
    (root / _PENDING).rename(done)
    shutil.rmtree(done, ignore_errors=True)
