"""The command ``agletters``."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from agletters.checks import check as check_tables
from agletters.describe import data_readme
from agletters.errors import AglettersError
from agletters.tables import find_data, read_schema

app = typer.Typer(
    help="Joint letters of attorneys general: check the tables, build the report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_out = Console(highlight=False, markup=False, soft_wrap=True)
_err = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)

Data = Annotated[
    Path | None, typer.Option(help="Folder of tables; by default the project's data/.")
]
Traceback = Annotated[bool, typer.Option("--traceback", help="Show where a fault was raised.")]


@contextmanager
def _plain_errors(traceback: bool) -> Iterator[None]:
    """Print a fault that the user can mend, without a traceback, and end with code 1."""
    try:
        yield
    except AglettersError as error:
        if traceback:
            raise
        _err.print(str(error))
        raise typer.Exit(1) from None


@app.command()
def check(
    data: Data = None,
    sources: Annotated[
        Path | None,
        typer.Option(
            envvar="AGLETTERS_SOURCES",
            help="Folder with the texts of the quoted sources, to hold the quotations against.",
        ),
    ] = None,
    traceback: Traceback = False,
) -> None:
    """Check the curated tables and report every defect at its place."""
    with _plain_errors(traceback):
        folder = data or find_data()
        defects = check_tables(folder, sources)
        for defect in defects:
            _err.print(str(defect))
        if defects:
            _err.print(f"{len(defects)} defect{'s' * (len(defects) > 1)} in {folder}")
            raise typer.Exit(1)
        _out.print(f"{len(read_schema(folder)['resources'])} tables, no defect")
        if sources is None:
            _out.print(
                "quotations were not held against their sources: "
                "set AGLETTERS_SOURCES to the folder with the texts"
            )


@app.command()
def build(
    root: Annotated[
        Path | None, typer.Option(help="The project; by default the one around this folder.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Notebooks at a time; by default one a core.")
    ] = None,
    traceback: Traceback = False,
) -> None:
    """Run the notebooks and build report/index.html and figures/."""
    from agletters.report.build import build as build_report

    with _plain_errors(traceback):
        start = time.monotonic()
        project = (root or find_data().parent).resolve()
        made = build_report(
            project,
            jobs=jobs,
            done=lambda name, seconds: _out.print(f"{name}  {seconds:.1f} s"),
        )
        if made.redrawn:
            _out.print("redrawn: " + ", ".join(made.redrawn))
        shown = os.path.relpath(made.page)
        _out.print(
            f"{shown}: {made.chapters} notebooks, {made.figures} figures, "
            f"{time.monotonic() - start:.1f} s"
        )


@app.command()
def describe(data: Data = None, traceback: Traceback = False) -> None:
    """Write the README of the tables from their schema."""
    with _plain_errors(traceback):
        folder = data or find_data()
        target = folder / "README.md"
        text = data_readme(read_schema(folder))
        try:
            target.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise AglettersError(
                f"{target}: cannot be written ({error.strerror}); make the folder writable"
            ) from error
        _out.print(f"wrote {os.path.relpath(target)}")


@app.command()
def extract(
    articles: Annotated[list[Path], typer.Argument(help="Texts of articles, one a file, UTF-8.")],
    out: Annotated[Path, typer.Option(help="CSV file to write.")],
    traceback: Traceback = False,
) -> None:
    """Find the candidate statements of articles, as rows for a person to check."""
    from agletters.quotations.extract import extract_frame

    with _plain_errors(traceback):
        shown = track(articles, description="articles", console=_err, disable=len(articles) < 2)
        frame = extract_frame((path.stem, _read_article(path)) for path in shown)
        part = out.with_name(f".{out.name}.part")
        try:
            frame.to_csv(part, index=False, lineterminator="\n")
            part.replace(out)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise AglettersError(
                f"{out}: cannot be written ({error.strerror}); allow it, or name another file"
            ) from error
        _out.print(f"{out}: {len(frame)} candidates from {len(articles)} articles", markup=False)


def _read_article(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise AglettersError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise AglettersError(f"{path}: is not UTF-8 text ({error}); convert it first") from error
