"""Every fault under which a build is tried; ``python -m tests.faults.cases`` lists them.

A case does something to a project whose new report is not yet built, builds, and gives the
message with which the build stops.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

from agletters.report import build as building
from agletters.report import replace
from agletters.report.cache import FOLDER

from .world import COMMAND, SETUP, World, kill, with_new_results

Fault = Callable[[World, World], str]


@dataclass(frozen=True)
class Case:
    """A fault.

    Attributes
    ----------
    name
        What goes wrong.
    fault
        Does it to a project, and gives the message. It also gets the project in
        which the new report is built.
    says
        Pattern that the message has; None if the build is killed or succeeds.
    leaves
        What the report may be thereafter: "old", "new" or "either".
    """

    name: str
    fault: Fault
    says: str | None = None
    leaves: str = "old"


def _cell(source: str, **options: int) -> Fault:
    def fault(world: World, made: World) -> str:  # noqa: ARG001
        world.run_first("places = None", source)
        return world.failure(**options)

    return fault


HANG = """\
import os, pathlib, time
pathlib.Path("../../pid").write_text(str(os.getpid()))
time.sleep(600)"""

NOTEBOOKS = [
    Case("a cell raises", _cell("1 / 0"), r"00_a\.ipynb, cell 3: ZeroDivisionError"),
    Case("a cell is no Python", _cell("x +"), r"00_a\.ipynb, cell 3: SyntaxError"),
    Case(
        "a cell sleeps",
        _cell("import time; time.sleep(600)", timeout=1),
        r"cell 3: ran for more than 1 s",
    ),
    Case("a cell is busy", _cell("while True: pass", timeout=1), r"cell 3: ran for more than 1 s"),
    Case("a cell calls exit()", _cell("exit()"), r"cell 3: the kernel ended"),
    Case("a cell ends the process", _cell("import os; os._exit(3)"), r"cell 3: the kernel ended"),
    Case("a cell raises SystemExit", _cell("import sys; sys.exit(3)"), r"cell 3: SystemExit: 3"),
    Case(
        "a cell is killed, as when memory runs out",
        _cell("import os; os.kill(os.getpid(), 9)"),
        r"cell 3: the kernel ended",
    ),
    Case("a cell asks for input", _cell("input()"), r"cell 3: EOFError"),
    Case("a cell prints", _cell("print('x')"), r"00_a\.ipynb, cell 3: writes to stdout: x"),
]


def _at_random(seed: int) -> Case:
    def fault(world: World, made: World) -> str:  # noqa: ARG001
        child = world.start()
        # Seeded, so that the moments are the same shares of the build on every run.
        time.sleep(random.Random(seed).uniform(0, world.seconds))  # noqa: S311
        kill(child)
        os.waitpid(child, 0)
        return ""

    return Case(f"killed at a random moment, {seed}", fault, leaves="either")


def _at_step(step: int, *, everything: bool) -> Case:
    """Kill the build when it moves a file; with `everything`, the process that moves it too."""

    def fault(world: World, made: World) -> str:
        with_new_results(world, made)
        real, count = Path.replace, 0

        def replaced(self: Path, target: Path) -> Path:
            nonlocal count
            if self.is_relative_to(world.root / ".agletters-pending"):
                if count == step:
                    os.kill(os.getppid(), signal.SIGKILL)
                    if everything:
                        os.kill(os.getpid(), signal.SIGKILL)
                count += 1
            return real(self, target)

        with mock.patch.object(Path, "replace", replaced):
            child = world.start()
        os.waitpid(child, 0)
        world.wait_for_lock()
        if everything:
            # As after a power cut, the next build puts it right before anything else.
            replace.recover(world.root)
        return ""

    what = "the machine stops" if everything else "killed"
    return Case(f"{what} before file {step + 1} is moved in", fault, leaves="new")


def _while_laying_ready(step: int) -> Case:
    def fault(world: World, made: World) -> str:
        with_new_results(world, made)
        count = 0

        def fsync(handle: int) -> None:  # noqa: ARG001
            nonlocal count
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
            count += 1

        with mock.patch.object(os, "fsync", fsync):
            child = world.start()
        os.waitpid(child, 0)
        return ""

    return Case(f"killed while file {step + 1} is written", fault)


def _kernel_ends_too(world: World, made: World) -> str:  # noqa: ARG001
    world.run_first(SETUP, HANG)
    with subprocess.Popen([*COMMAND, world.root]) as process:
        pid = int(world.wait_until("pid").read_text(encoding="utf-8"))
        process.kill()
    _wait_for_end(pid)
    return ""


def _wait_for_end(pid: int) -> None:
    """Wait for a notebook whose build is gone: it ends by itself, and the system collects it."""
    end = time.monotonic() + 10
    with suppress(ProcessLookupError):
        while time.monotonic() < end:
            os.kill(pid, 0)
            time.sleep(0.02)
        raise AssertionError("a notebook outlives its build")


KILLS = [
    *(_at_random(seed) for seed in range(10)),
    *(_while_laying_ready(step) for step in range(3)),
    *(_at_step(step, everything=False) for step in range(2)),
    *(_at_step(step, everything=True) for step in range(2)),
    Case("killed while a cell sleeps, which ends too", _kernel_ends_too),
]


def _signalled(number: int) -> Fault:
    def fault(world: World, made: World) -> str:  # noqa: ARG001
        world.run_first(SETUP, HANG)
        # Where the tests run in the background of a shell, Ctrl-C is ignored, and by heirs too.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with subprocess.Popen(
            [*COMMAND, world.root], stderr=subprocess.PIPE, text=True, start_new_session=True
        ) as process:
            pid = int(world.wait_until("pid").read_text(encoding="utf-8"))
            os.killpg(process.pid, number)
            message = process.communicate(timeout=30)[1]
        assert process.returncode == 130
        _wait_for_end(pid)
        return message

    return fault


def _second_build(world: World, made: World) -> str:
    with_new_results(world, made)
    real, beside = building.replace_files, world.root.parent

    def replaced(*args: Any) -> None:
        (beside / "started").write_text("x", encoding="utf-8")
        while not (beside / "go").exists():
            time.sleep(0.02)
        real(*args)

    with mock.patch.object(building, "replace_files", replaced):
        child = world.start()
    world.wait_until("started")
    message = world.failure()
    (beside / "go").touch()
    assert world.finish(child) == ""
    return message


INTERRUPTIONS = [
    Case("Ctrl-C", _signalled(signal.SIGINT), r"^interrupted"),
    Case("SIGTERM", _signalled(signal.SIGTERM), r"^interrupted"),
    Case("a second build", _second_build, r"another build is running", "new"),
]


def _file_size_limit(size: int) -> Case:
    def fault(world: World, made: World) -> str:
        with_new_results(world, made)
        limits = (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1])
        return world.finish(world.start(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits)))

    return Case(f"no file may have more than {size} bytes", fault, r"File too large")


def _full_disk(free: int) -> Case:
    """Put the project on a small disk, and fill it up to some kibibytes."""

    def fault(world: World, made: World) -> str:
        with_new_results(world, made)
        aside = world.root.with_name("aside")
        world.root.rename(aside)
        world.root.mkdir()
        _mount(world.root)
        try:
            shutil.copytree(aside, world.root, dirs_exist_ok=True)
            available = os.statvfs(world.root).f_bavail * os.statvfs(world.root).f_bsize
            (world.root / "data" / "filler").write_bytes(bytes(available - free * 1024))
            message = world.failure()
            (world.root / "data" / "filler").unlink()
            shutil.rmtree(aside)
            shutil.copytree(world.root, aside)
        finally:
            subprocess.run(["umount", "--lazy", world.root], check=True)
        world.root.rmdir()
        aside.rename(world.root)
        return message

    return Case(f"the disk is full but for {free} KiB", fault, r"No space left on device")


def _mount(folder: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder]
    return subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode == 0


def _can_mount() -> bool:
    """Say whether this user may mount a small disk, as root may outside of most containers."""
    if os.geteuid() != 0 or not sys.platform.startswith("linux"):
        return False
    with TemporaryDirectory() as folder:
        mounted = _mount(Path(folder))
        if mounted:
            subprocess.run(["umount", folder], check=True)
    return mounted


DISKS = [
    *(_file_size_limit(size) for size in (0, 100, 2_000)),
    *(_full_disk(free) for free in ((0, 8, 64) if _can_mount() else ())),
]


def _as_nobody() -> None:
    """Give up the rights of root, to whom no file is read-only."""
    if os.geteuid() == 0:
        os.seteuid(65534)


def _own(world: World) -> None:
    if os.geteuid() == 0:
        for path in (world.root.parent, *world.root.parent.rglob("*")):
            shutil.chown(path, 65534)


def _read_only(folder: str) -> Case:
    def fault(world: World, made: World) -> str:
        with_new_results(world, made)
        _own(world)
        (world.root / folder).chmod(0o555)
        return world.finish(world.start(_as_nobody))

    name = "the project" if folder == "." else folder
    return Case(f"{name} is read-only", fault, r"(Permission denied|cannot be written)")


def _read_only_page(world: World, made: World) -> str:
    with_new_results(world, made)
    _own(world)
    (world.root / "report" / "index.html").chmod(0o444)
    return world.finish(world.start(_as_nobody))


def _in_the_way(world: World, made: World) -> str:
    """Put a folder where a file has to go, seen only when others have been replaced."""
    with_new_results(world, made)
    page = world.root / "report" / "index.html"
    real = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        if Path(target) == page and "new" in self.parts:
            raise PermissionError(1, "Operation not permitted", str(target))
        return real(self, target)

    with mock.patch.object(Path, "replace", replaced):
        return world.failure()


TARGETS = [
    *(_read_only(folder) for folder in ("report", "figures", ".")),
    Case("the page alone is read-only", _read_only_page, None, "new"),
    Case("the page cannot be replaced", _in_the_way, r"index\.html.*: cannot be replaced"),
]


def _meanwhile(source: str) -> Fault:
    return _cell(f"import pathlib\n{source};")


MEANWHILE = [
    Case(
        "a table vanishes",
        _meanwhile('pathlib.Path("../data/places.csv").unlink()'),
        r"data/places\.csv: changed while the build ran",
    ),
    Case(
        "a table is edited",
        _meanwhile('pathlib.Path("../data/places.csv").write_text("usps\\nBB\\n")'),
        r"data/places\.csv: changed while the build ran",
    ),
    Case(
        "another notebook vanishes",
        _meanwhile('pathlib.Path("01_b.ipynb").unlink()'),
        r"notebooks/01_b\.ipynb: changed while the build ran",
    ),
    Case(
        "a notebook is added",
        _meanwhile('pathlib.Path("02_c.ipynb").write_text("{}")'),
        r"notebooks/02_c\.ipynb: changed while the build ran",
    ),
    Case(
        "the descriptor is broken",
        _meanwhile('pathlib.Path("../data/datapackage.json").write_text("{")'),
        r"datapackage\.json: (changed|is not JSON)",
    ),
]


def _entry(harm: Callable[[Path, Path], object]) -> Fault:
    """Harm the entries of both notebooks as they are after the new report is built."""

    def fault(world: World, made: World) -> str:
        with_new_results(world, made)
        folder = world.root / FOLDER
        harm(folder / "00_a.json", folder / "01_b.json")
        return world.failure()

    return fault


def _truncate(first: Path, second: Path) -> None:  # noqa: ARG001
    first.write_bytes(first.read_bytes()[:-20])


def _flip(first: Path, second: Path) -> None:  # noqa: ARG001
    first.write_bytes(first.read_bytes().replace(b"1</data>", b"7</data>"))


def _swap(first: Path, second: Path) -> None:
    kept = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(kept)


def _age(first: Path, second: Path) -> None:
    for path in (first, second):
        path.write_bytes(b"0" + path.read_bytes()[1:])


def _fold(first: Path, second: Path) -> None:
    for path in (first, second):
        path.unlink()
        path.mkdir()


def _file_for_folder(first: Path, second: Path) -> None:  # noqa: ARG001
    shutil.rmtree(first.parent)
    first.parent.write_text("no folder", encoding="utf-8")


def _results_of_other_tables(world: World, made: World) -> str:  # noqa: ARG001
    """Keep the old results, so that only the table that they were read from tells."""
    return world.failure()


def _half_promise(world: World, made: World) -> str:
    with_new_results(world, made)
    (world.root / ".agletters-pending").mkdir()
    (world.root / ".agletters-pending" / "plan.json").write_text("{", encoding="utf-8")
    message = world.failure()
    shutil.rmtree(world.root / ".agletters-pending")
    return message


CACHE = [
    Case("a cache entry is truncated", _entry(_truncate), None, "new"),
    Case("a cache entry is changed", _entry(_flip), None, "new"),
    Case("two cache entries are swapped", _entry(_swap), None, "new"),
    Case("cache entries are of an older version", _entry(_age), None, "new"),
    Case("folders stand in place of cache entries", _entry(_fold), None, "new"),
    Case("a file stands in place of the cache", _entry(_file_for_folder), None, "new"),
    Case("a cache entry is that of another table", _results_of_other_tables, None, "new"),
    Case("what was promised is damaged", _half_promise, r"is damaged .*; remove it"),
]

CASES = [*NOTEBOOKS, *KILLS, *INTERRUPTIONS, *DISKS, *TARGETS, *MEANWHILE, *CACHE]

if __name__ == "__main__":
    for case in CASES:
        print(case.name)
    print(f"{len(CASES)} faults")
