"""Time ``agletters build`` beside ``jupyter nbconvert --execute --to html`` of the same notebooks.

Both run in turn, so that whatever else the machine does slows both. Every run starts a new
process in a copy of the project; the first round warms the disk and is not counted.

    python benchmarks/build.py [--rounds 3]
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("data", "notebooks", "figures", "report", "requirements.lock")
PACKAGES = ("nbconvert", "ipykernel", "IPython", "pandas", "plotly")
CACHE = ".agletters-cache"

#: What is to be reached: the build's share of the time of nbconvert, or seconds.
GOALS = {
    "cold": "at most 0.50",
    "nothing changed": "at most 0.5 s",
    "one prose edit": "at most 0.25",
    "one table edit": "",
}


def tree(pid: int) -> list[int]:
    """List a process and all that descend from it."""
    parents: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text(encoding="utf-8").rpartition(") ")[2].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(status.parent.name))
    found = [pid]
    for process in found:
        found.extend(parents.get(process, []))
    return found


def memory(pid: int, field: str) -> int:
    """Give a process's share of the memory in KiB, by a field of its smaps_rollup."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(f"{field}:"))


def run(command: list[str], folder: Path, peaks: dict[str, int] | None = None) -> float:
    """Give the seconds that a command takes; note the peak of its memory if asked to."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own commands
        command, cwd=folder, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if peaks is not None:
        watcher = threading.Thread(target=watch, args=(process, peaks))
        watcher.start()
    if process.wait():
        raise SystemExit(f"{' '.join(command)} failed in {folder}")
    return time.perf_counter() - start


def watch(process: subprocess.Popen[bytes], peaks: dict[str, int]) -> None:
    """Note the peaks of the memory of a process and all that descend from it."""
    while process.poll() is None:
        family = tree(process.pid)
        for field in ("Rss", "Pss"):
            peaks[field] = max(peaks.get(field, 0), sum(memory(pid, field) for pid in family))
        time.sleep(0.05)


def build(folder: Path, peaks: dict[str, int] | None = None) -> float:
    """Time a build."""
    return run([sys.executable, "-m", "agletters", "build"], folder, peaks)


def nbconvert(folder: Path) -> float:
    """Time what is compared with."""
    paths = sorted(str(path) for path in (folder / "notebooks").glob("[0-9]*.ipynb"))
    options = ["--execute", "--to", "html", "--output-dir", str(folder / "html")]
    return run([sys.executable, "-m", "jupyter", "nbconvert", *options, *paths], folder)


def edit(path: Path, before: str, after: str) -> None:
    """Replace the first occurrence of a text."""
    text = path.read_text(encoding="utf-8")
    if before not in text:
        raise SystemExit(f"{path}: has no {before!r} to edit")
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def prose_edit(folder: Path, number: int) -> None:
    """Add a word to a sentence that a cell says."""
    path = folder / "notebooks" / "01_who_signed.ipynb"
    edit(
        path, "They came from every region", f"They came {'truly ' * (number + 1)}from every region"
    )


def table_edit(folder: Path, number: int) -> None:
    """Change the wording of a decision, which the chapter on methods shows."""
    edit(folder / "data" / "decisions.csv", " the ", f" {'the ' * (number + 2)}")


def measure(folder: Path, rounds: int) -> tuple[dict[str, list[float]], dict[str, int]]:
    """Time everything, in turn."""
    times: dict[str, list[float]] = {"nbconvert": [], **{name: [] for name in GOALS}}
    peaks: dict[str, int] = {}
    edits: dict[str, Callable[[Path, int], None]] = {
        "one prose edit": prose_edit,
        "one table edit": table_edit,
    }
    for number in range(rounds + 1):
        found = {"nbconvert": nbconvert(folder)}
        shutil.rmtree(folder / CACHE, ignore_errors=True)
        found["cold"] = build(folder)
        found["nothing changed"] = min(build(folder), build(folder))
        for name, change in edits.items():
            shutil.rmtree(folder / "notebooks")
            shutil.copytree(ROOT / "notebooks", folder / "notebooks")
            change(folder, number)
            found[name] = build(folder)
        if number:
            for name, seconds in found.items():
                times[name].append(seconds)
        print(f"round {number}: {found}", file=sys.stderr)
    shutil.rmtree(folder / CACHE)
    build(folder, peaks)
    return times, peaks


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="agletters-benchmark-") as name:
        folder = Path(name)
        for part in COPIED:
            source = ROOT / part
            copy = shutil.copytree if source.is_dir() else shutil.copy2
            copy(source, folder / part)
        load = os.getloadavg()[0]
        times, peaks = measure(folder, rounds)
    base = statistics.median(times["nbconvert"])
    print("| | seconds, median (all) | share of nbconvert | goal |")
    print("|---|---|---|---|")
    for kind, seconds in times.items():
        middle = statistics.median(seconds)
        every = ", ".join(f"{value:.2f}" for value in sorted(seconds))
        print(f"| {kind} | {middle:.2f} ({every}) | {middle / base:.2f} | {GOALS.get(kind, '')} |")
    print()
    print(
        f"Peak memory of a cold build in all its processes: {peaks['Pss'] / 1024:.0f} MiB, pages "
        f"that they share counted once; {peaks['Rss'] / 1024:.0f} MiB, counted for each."
    )
    packages = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    print(
        f"{rounds} rounds in turn; Python {platform.python_version()}, {packages}; "
        f"{os.cpu_count()} cores, load {load:.1f} at the start."
    )


if __name__ == "__main__":
    main()
