"""Published figures to SVG: the committed drawing where it still holds, else a new one."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import plotly.graph_objects as go

from agletters.errors import AglettersError
from agletters.figures.record import PublishedFigure, canonical_json
from agletters.figures.svg import label_svg, read_hash
from agletters.figures.tidy import legend_widths, tidy_svg

CHROMES = (
    "chromium-headless-shell",
    "chrome-headless-shell",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "chromium",
    "chromium-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
"""Programs that draw, as they are looked for: those without windows, which start sooner, first."""

TIME_LIMIT = 60.0
"""Seconds for Chrome to start, and for each figure."""

_PROBE = "_fonts"
#: Named by its file: by its module it would import this package, which it does not need.
_PROGRAM = Path(__file__).with_name("chrome.py")


class StaleFigureError(AglettersError):
    """Figures have changed since they were drawn, and nothing here can draw them again."""


class DrawingError(AglettersError):
    """Chrome is there but does not draw, or draws without fonts."""


def draw(
    records: Sequence[PublishedFigure], previous: Path, *, time_limit: float = TIME_LIMIT
) -> dict[str, str]:
    """Give the SVG of every figure, drawing only those that have changed.

    A committed SVG is used again if it carries the hash of the figure; its title
    and description are brought up to date. All others are drawn by kaleido in
    one local Chrome or Chromium.

    Parameters
    ----------
    records : sequence of PublishedFigure
        The figures.
    previous : pathlib.Path
        The folder with the committed ``SLUG.svg`` files. It need not exist.
    time_limit : float, optional
        Seconds for Chrome to start, and for each figure.

    Returns
    -------
    dict of str to str
        The SVG by slug, in the order of the records.

    Raises
    ------
    ValueError
        If two figures have the same slug.
    StaleFigureError
        If a figure has changed and kaleido or Chrome is not installed.
    DrawingError
        If Chrome crashes, does not answer in time, or finds no fonts, or if a
        figure holds what an SVG of lines and text cannot, such as an image.

    Examples
    --------
    >>> draw([], Path("figures"))
    {}
    """
    slugs = [record.slug for record in records]
    repeated = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if repeated:
        message = f"more than one figure is called {', '.join(repeated)}; give each its own slug"
        raise ValueError(message)
    kept = {record.slug: _committed(record, previous) for record in records}
    stale = [record for record in records if kept[record.slug] is None]
    drawn = _draw_anew(stale, time_limit) if stale else {}
    return {slug: kept[slug] or drawn[slug] for slug in slugs}


def find_chrome() -> str | None:
    """Find the program that draws.

    Returns
    -------
    str or None
        The program that the environment variable ``BROWSER_PATH`` names if it is
        set, else the first of `CHROMES` that is installed; None if there is none.

    Examples
    --------
    >>> find_chrome() is None or Path(find_chrome()).is_file()
    True
    """
    named = os.environ.get("BROWSER_PATH")
    candidates = (named,) if named else CHROMES
    found = (shutil.which(candidate) for candidate in candidates)
    return next((path for path in found if path), None)


def _committed(record: PublishedFigure, previous: Path) -> str | None:
    """Give the committed drawing of a figure, or None if it has none that still holds."""
    path = previous / f"{record.slug}.svg"
    try:
        svg = path.read_text(encoding="utf-8")
        return label_svg(svg, record) if read_hash(svg) == record.hash else None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None


def _draw_anew(records: Sequence[PublishedFigure], time_limit: float) -> dict[str, str]:
    chrome = find_chrome()
    lacking = [name for name in ("kaleido", "scour") if importlib.util.find_spec(name) is None]
    if chrome is None or lacking:
        raise StaleFigureError(_how_to_mend(records, lacking))
    with TemporaryDirectory(prefix="agletters-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources = {_PROBE: _probe(), **{record.slug: record.figure for record in records}}
        for slug, figure in sources.items():
            (folder / f"{slug}.json").write_text(figure, encoding="utf-8")
        _run_chrome(folder, chrome, time_limit, records)
        if len(set(legend_widths(_raw(folder, _PROBE)))) < 2:
            message = (
                f"{chrome} finds no fonts on this machine, so text in figures would have no "
                "width. Install some (Debian and Ubuntu: apt-get install fonts-liberation) or, if "
                "FONTCONFIG_FILE is set, check where it points; then run the build again."
            )
            raise DrawingError(message)
        return {record.slug: _tidied(_raw(folder, record.slug), record) for record in records}


def _tidied(raw: str, record: PublishedFigure) -> str:
    try:
        return tidy_svg(raw, record)
    except ValueError as error:
        message = (
            f"figure {record.slug!r} cannot be published: {error}; draw it with lines, areas, "
            "bars, marks and text only (plotly's heatmaps and images are pictures)"
        )
        raise DrawingError(message) from error


def _run_chrome(
    folder: Path, chrome: str, time_limit: float, records: Sequence[PublishedFigure]
) -> None:
    """Draw every JSON file of a folder in a process of its own."""
    done = subprocess.run(  # noqa: S603 - our own module and a program that the user installed
        [sys.executable, "-P", _PROGRAM, folder, chrome, str(time_limit)],
        # Chrome's profile then goes away with the folder, whatever happens to Chrome.
        env={**os.environ, "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    missing = [record.slug for record in records if not (folder / f"{record.slug}.svg").exists()]
    if missing:
        reason = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        message = (
            f"{chrome} could not draw {', '.join(missing)}: {reason}. Check that it runs "
            f"({chrome} --version), or set BROWSER_PATH to another Chrome or Chromium, and run "
            "the build again."
        )
        raise DrawingError(message)


def _how_to_mend(records: Sequence[PublishedFigure], lacking: Sequence[str]) -> str:
    named = os.environ.get("BROWSER_PATH")
    fault = "no Chrome or Chromium was found"
    if lacking:
        fault = f"the package {' and '.join(lacking)} is not installed"
    elif named:
        fault = f"BROWSER_PATH names {named!r}, which is not a program"
    return (
        f"no drawing that holds for {', '.join(record.slug for record in records)} (a figure "
        f"changed, or its committed SVG is missing or damaged), and {fault}. "
        "Install Chrome or Chromium (Debian and Ubuntu: apt-get install chromium) and "
        "'agletters[figures]' (pip install 'agletters[figures]'), then run the build again. "
        "A figure whose committed SVG still holds needs neither."
    )


def _probe() -> str:
    """Make a figure whose two legend entries differ in width if there are any fonts."""
    traces = [go.Scatter(x=[0], y=[0], name=name) for name in ("i", "W" * 20)]
    return canonical_json(go.Figure(traces, {"legend": {"orientation": "h"}}))


def _raw(folder: Path, slug: str) -> str:
    return (folder / f"{slug}.svg").read_text(encoding="utf-8")
