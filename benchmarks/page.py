"""How soon a reader sees the map: this report's page beside nbconvert's export of its notebooks.

Run ``python -m benchmarks.page`` in the root of the repository, with ``report/index.html`` built
and nothing else at work on the machine. It exports the same notebooks with ``jupyter nbconvert
--execute --to html`` (its default template, lab; ``PLOTLY_RENDERER=notebook``) in a scratch copy,
opens both pages in turn in one local Chromium, and prints a Markdown table of medians.

What is done so that the comparison is fair:

- The helpers publish figures for this report's own exporter, of which the lab template shows
  nothing. So, in the scratch copy, they are shown as plotly itself shows them.
- nbconvert makes one page a notebook. Times are those of its page of the first notebook, the
  smallest that has the map; this report's are those of the page of all notebooks. Bytes are
  given for that one page and for all.
- The map counts as visible with the first frame after the one in which its shapes have an
  area: here within the window as it opens, in nbconvert's page anywhere.
- Requests to other machines are counted and refused, which costs a page no time.
- Both pages come from one server on this machine, with gzip, each time into an empty cache.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from playwright.sync_api import Browser, sync_playwright
from tests.browser.serving import serving

from agletters.figures import find_chrome

ROOT = Path(__file__).resolve().parents[1]
WINDOW: Any = {"width": 412, "height": 823}
FIRST = "00_findings"

#: Shows a published figure as plotly would, with the renderer that PLOTLY_RENDERER names.
AS_PLOTLY = """
import plotly.io
from agletters.figures import PublishedFigure

PublishedFigure._repr_mimebundle_ = lambda record, include=None, exclude=None: (
    plotly.io.from_json(record.figure)._repr_mimebundle_()
)
"""

#: The shapes of the map, and whether they have to be within the window.
OURS = ("#fig-who-signed-2010 .drawing svg path, #fig-who-signed-2010 .drawing svg use", True)
THEIRS = (".plotly-graph-div .main-svg .js-fill", False)

_WATCH = """([shapes, within]) => {
  const page = { map: null, blocked: 0, painted: null, last: 0 };
  window.watched = page;
  const note = (tasks) => {
    for (const task of tasks) {
      page.last = task.startTime + task.duration;
      const since = Math.max(task.startTime, page.painted ?? Infinity);
      page.blocked += Math.max(0, task.startTime + task.duration - since - 50);
    }
  };
  const tasks = new PerformanceObserver((list) => note(list.getEntries()));
  tasks.observe({ type: "longtask", buffered: true });
  // A task that has just ended is not with the observer yet.
  window.isQuiet = () => {
    note(tasks.takeRecords());
    return document.readyState === "complete"
      && performance.now() - Math.max(page.last, page.map ?? 0) > 2000
      && performance.now() > 3000;
  };
  new PerformanceObserver((list) => {
    for (const paint of list.getEntries())
      if (paint.name === "first-contentful-paint") page.painted = paint.startTime;
  }).observe({ type: "paint", buffered: true });
  const seen = (shape) => {
    const { width, height, top } = shape.getBoundingClientRect();
    return width * height > 0 && (!within || top < innerHeight);
  };
  const look = () => {
    if ([...document.querySelectorAll(shapes)].slice(0, 9).some(seen))
      requestAnimationFrame((now) => { page.map = now; });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""

#: The page has been loaded and has done no long task for two seconds.
_QUIET = "() => window.isQuiet()"


class Profile(NamedTuple):
    """A device and its connection; no number means as fast as this machine."""

    name: str
    slowdown: int = 1
    bits_a_second: float | None = None
    latency_ms: int = 0


PROFILES = (
    Profile("laptop, unthrottled"),
    Profile("slow phone, 1.6 Mbit/s, 150 ms, CPU 4 times slower", 4, 1.6e6, 150),
)


class Seen(NamedTuple):
    """What one visit showed, in milliseconds; ``map_ms`` is missing where no map came."""

    map_ms: float | None
    paint_ms: float
    blocked_ms: float
    outside: int


def export_with_nbconvert(scratch: Path) -> Path:
    """Export the notebooks as nbconvert does by default, and give the folder of pages."""
    for name in ("data", "figures", "notebooks"):
        shutil.copytree(ROOT / name, scratch / name)
    paths = sorted((scratch / "notebooks").glob("*.ipynb"))
    for path in paths:
        notebook = nbformat.read(path, as_version=4)
        [first, *_] = [cell for cell in notebook.cells if cell.cell_type == "code"]
        first.source += AS_PLOTLY
        nbformat.write(notebook, path)
    command = [sys.executable, "-m", "nbconvert", "--execute", "--to", "html"]
    subprocess.run(  # noqa: S603 - no word of it comes from outside
        [*command, "--output-dir", str(scratch / "pages"), *map(str, paths)],
        env={**os.environ, "PLOTLY_RENDERER": "notebook"},
        check=True,
        capture_output=True,
    )
    return scratch / "pages"


def visit(browser: Browser, address: str, shapes: tuple[str, bool], profile: Profile) -> Seen:
    """Open a page as a device of the profile does, until it is at rest."""
    context = browser.new_context(viewport=WINDOW)
    try:
        tab = context.new_page()
        session = context.new_cdp_session(tab)
        session.send("Emulation.setCPUThrottlingRate", {"rate": profile.slowdown})
        if profile.bits_a_second is not None:
            session.send("Network.enable")
            conditions = {
                "offline": False,
                "latency": profile.latency_ms,
                "downloadThroughput": profile.bits_a_second / 8,
                "uploadThroughput": profile.bits_a_second / 8,
            }
            session.send("Network.emulateNetworkConditions", conditions)
        outside: list[str] = []
        here = address.rsplit("/", 1)[0]
        tab.on(
            "request",
            lambda request: (
                outside.append(request.url)
                if not request.url.startswith((here, "data:", "blob:"))
                else None
            ),
        )
        tab.add_init_script(f"({_WATCH})({json.dumps(shapes)})")
        tab.goto(address, wait_until="load", timeout=120_000)
        tab.wait_for_function(_QUIET, timeout=120_000, polling=500)
        watched = tab.evaluate("window.watched")
        return Seen(watched["map"], watched["painted"], watched["blocked"], len(set(outside)))
    finally:
        context.close()


def zipped(paths: Iterable[Path]) -> int:
    """Count the bytes of files, each compressed with gzip at its best."""
    return sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in paths)


def _median(visits: list[Seen]) -> Seen:
    maps = [seen.map_ms for seen in visits if seen.map_ms is not None]
    return Seen(
        statistics.median(maps) if len(maps) == len(visits) else None,
        statistics.median(seen.paint_ms for seen in visits),
        statistics.median(seen.blocked_ms for seen in visits),
        max(seen.outside for seen in visits),
    )


def _milliseconds(value: float | None) -> str:
    return "not shown" if value is None else f"{value:,.0f} ms"


def _row(profile: str, measure: str, ours: str, theirs: str, met: bool, wanted: str) -> str:
    return f"| {profile} | {measure} | {ours} | {theirs} | {wanted} | {'yes' if met else 'no'} |"


def compare(profile: Profile, ours: Seen, theirs: Seen) -> list[str]:
    """Write the rows of the table for one profile."""
    sooner, blocked = (5, 50) if profile.slowdown == 1 else (10, 150)
    shown = ours.map_ms is not None and theirs.map_ms is not None
    ratio = theirs.map_ms / ours.map_ms if ours.map_ms and theirs.map_ms else 0.0
    times = f"{sooner} times sooner" + (f" (here {ratio:.1f})" if shown else "")
    return [
        _row(
            profile.name,
            "map visible",
            _milliseconds(ours.map_ms),
            _milliseconds(theirs.map_ms),
            ours.map_ms is not None and (theirs.map_ms is None or ratio >= sooner),
            times,
        ),
        _row(
            profile.name,
            "first contentful paint",
            _milliseconds(ours.paint_ms),
            _milliseconds(theirs.paint_ms),
            ours.paint_ms <= theirs.paint_ms,
            "no later",
        ),
        _row(
            profile.name,
            "total blocking time",
            _milliseconds(ours.blocked_ms),
            _milliseconds(theirs.blocked_ms),
            ours.blocked_ms <= blocked,
            f"at most {blocked} ms",
        ),
        _row(
            profile.name,
            "requests to other machines",
            str(ours.outside),
            str(theirs.outside),
            ours.outside == 0,
            "none",
        ),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="visits to each page, in turn")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = export_with_nbconvert(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=find_chrome(),
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )
        with serving(ROOT / "report") as here, serving(pages) as there:
            targets = ((f"{here}index.html", OURS), (f"{there}{FIRST}.html", THEIRS))
            taken: dict[tuple[Profile, str], list[Seen]] = {}
            for _ in range(runs):
                for profile in PROFILES:
                    for address, shapes in targets:
                        seen = visit(browser, address, shapes, profile)
                        taken.setdefault((profile, address), []).append(seen)
        chromium = browser.version
        browser.close()
        rows = []
        for profile in PROFILES:
            ours, theirs = (_median(taken[profile, address]) for address, _ in targets)
            rows += compare(profile, ours, theirs)
        own = zipped([ROOT / "report" / "index.html"])
        one, every = zipped([pages / f"{FIRST}.html"]), zipped(sorted(pages.glob("*.html")))
    print(
        f"Medians of {runs} interleaved visits at {WINDOW['width']} by {WINDOW['height']}; "
        f"nbconvert {version('nbconvert')} (lab), plotly {version('plotly')}, Chromium {chromium}, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores.\n"
    )
    print("| profile | measure | this page | nbconvert | wanted | met |")
    print("|---|---|---|---|---|---|")
    print(*rows, sep="\n")
    size = f"{own / 1000:,.0f} kB for all chapters"
    other = f"{every / 1000:,.0f} kB for all, {one / 1000:,.0f} kB for the first"
    print(_row("both", "bytes, gzip -9", size, other, own <= every / 10, "a tenth"))


if __name__ == "__main__":
    main()
