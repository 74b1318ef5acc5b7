"""Mutation testing: how many small faults in the analysis the tests notice.

    pip install mutmut==3.8.1
    python benchmarks/mutation.py [--only NAME ...] [MODULE ...]

mutmut changes one operator, number, word or argument of a module at a time; a change is killed
when one of the module's own tests or doctests fails. Prints a row of a Markdown table for each
module, and the changes that survive. mutmut's own runner starts pytest anew for every change,
which takes most of its time; here the tests are collected once, and a copy of that process runs
for each change those that reach the changed function, cheapest first, until one fails. It needs
an operating system with fork.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import mutmut.mutation.trampoline as trampoline
import pytest
from _pytest.doctest import DoctestItem
from _pytest.runner import runtestprotocol
from mutmut.mutation.file_mutation import MutatedFile, mutate_file_contents

ROOT = Path(__file__).resolve().parent.parent
MODULES = (
    *("bounds", "comparisons", "coalitions", "elections", "plans", "frames", "printings"),
    *("quotations/anchors", "quotations/versions", "rosters", "conversations"),
    *("signatories/weighing", "signatories/evidence"),
)
SECONDS = 60


@dataclass
class Test:
    """A test, how long it takes, and how many mutants it has killed."""

    item: pytest.Item
    seconds: float
    kills: int = 0

    def dearness(self) -> float:
        """Give what a kill by this test can be expected to cost."""
        return self.seconds / (1 + self.kills)


class Mutants:
    """A plugin of pytest that runs the tests once for every mutant instead of once."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.outcomes: dict[str, str] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run all tests unchanged, then for each mutant those that reach its function."""
        reaching: dict[str, list[Test]] = defaultdict(list)
        for item in session.items:
            hits: set[str] = set()
            trampoline.record_trampoline_hit = lambda name, caller=None, hits=hits: hits.add(name)
            trampoline.set_mutant_under_test("stats")
            began = time.perf_counter()
            if not passes(item, session):
                raise pytest.UsageError(f"{item.nodeid} fails without any change")
            test = Test(item, time.perf_counter() - began)
            for name in hits:
                reaching[name].append(test)
        forget()
        # What is frozen stays shared with the copies when they collect their garbage.
        gc.freeze()
        everything = list(
            {id(test): test for tests in reaching.values() for test in tests}.values()
        )
        unchanged = outcome("nothing", everything, session)
        if unchanged != "survived":
            raise pytest.UsageError(f"without any change a copy of the process is {unchanged}")
        for name in self.names:
            tests = sorted(reaching[name.partition("__mutmut_")[0]], key=Test.dearness)
            self.outcomes[name] = outcome(name, tests, session)
            print(f"{name}: {self.outcomes[name]}", file=sys.stderr, flush=True)
        return True


def forget() -> None:
    """Empty the caches of the package, which would answer in place of a mutant."""
    for name, module in list(sys.modules.items()):
        if name.startswith("agletters"):
            for function in vars(module).values():
                getattr(function, "cache_clear", int)()


def passes(item: pytest.Item, session: pytest.Session) -> bool:
    """Run a test; fixtures of the session are kept, those of modules made anew."""
    if isinstance(item, DoctestItem):
        # A doctest empties its names after each run.
        item.dtest.globs = dict(vars(item.parent.obj))
    reports = runtestprotocol(item, log=False, nextitem=session)
    return not any(report.failed for report in reports)


def outcome(name: str, tests: list[Test], session: pytest.Session) -> str:
    """Say what becomes of a mutant in a process of its own."""
    if not tests:
        return "not reached"
    child = os.fork()
    if child == 0:
        trampoline.set_mutant_under_test(name)
        # Of the processor, so that a loaded machine makes no mutant late.
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        code = len(tests) + 1
        try:
            code = next((n for n, test in enumerate(tests, 1) if not passes(test.item, session)), 0)
        finally:
            os._exit(code)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if 0 < status <= len(tests):
        tests[status - 1].kills += 1
        return "killed"
    return {0: "survived", -signal.SIGXCPU: "timed out"}.get(status, "crashed")


def changes(mutated: MutatedFile, name: str) -> Iterator[str]:
    """Give the lines in which a mutant differs from the original."""
    lines = mutated.code.splitlines()

    def body(function: str) -> list[str]:
        span = mutated.line_span_by_function_name[function]
        # The first line that differs is that of the name.
        return [line for line in lines[span.start - 1 : span.end] if "__mutmut_" not in line]

    before, after = body(f"{name.partition('__mutmut_')[0]}__mutmut_orig"), body(name)
    for line in difflib.unified_diff(before, after, n=0, lineterm=""):
        if not line.startswith(("---", "+++", "@@")):
            yield f"    {line[0]} {line[1:].strip()}"


def measure(module: str, only: list[str]) -> None:
    """Print the row and the survivors of one module, run in a copy of the repository."""
    source = Path("src", "agletters", f"{module}.py")
    test = Path("tests", module).with_name(f"test_{Path(module).name}.py")
    mutated = mutate_file_contents(str(source), (ROOT / source).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        for name in ("src", "tests", "data", "pyproject.toml"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, tree / name)
        (tree / source).write_text(mutated.code, encoding="utf-8")
        os.chdir(tree)
        sys.path[:0] = [str(tree / "src"), str(tree)]
        dotted = "agletters." + module.replace("/", ".")
        names = [f"{dotted}.{name}" for name in mutated.mutant_names]
        mutants = Mutants([name for name in names if not only or name.split(".")[-1] in only])
        # Without the second option, every copy of a function brings its doctest again.
        options = ["-qq", "-k", "not __mutmut_", "-p", "no:cacheprovider"]
        began = time.perf_counter()
        with redirect_stdout(sys.stderr):
            code = pytest.main([*options, str(test), str(source)], plugins=[mutants])
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            raise SystemExit(f"{module}: pytest ended with {code!r}")
    counts = Counter(mutants.outcomes.values())
    killed = counts["killed"] + counts["timed out"] + counts["crashed"]
    seconds = time.perf_counter() - began
    print(
        f"| `{module}` | {counts.total()} | {killed} | {killed / counts.total():.1%} | "
        f"{counts['timed out']} | {seconds:.0f} |"
    )
    for name, found in mutants.outcomes.items():
        if found in ("survived", "not reached"):
            short = name.split(".")[-1]
            print("", f"    {short} ({found})", *changes(mutated, short), sep="\n")


def main() -> None:
    """Measure the modules named, or all, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("modules", nargs="*", default=MODULES, metavar="MODULE")
    parser.add_argument("--only", nargs="*", default=[], help="mutants to run, by name")
    arguments = parser.parse_args()
    print(f"mutmut {version('mutmut')}, pytest {version('pytest')}\n", flush=True)
    for module in arguments.modules:
        child = os.fork()
        if child == 0:
            measure(module, arguments.only)
            sys.stdout.flush()
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
