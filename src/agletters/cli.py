"""The command ``agletters``."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Annotated, Literal

import typer

from agletters.errors import AglettersError

app = typer.Typer(
    help="Joint letters of attorneys general: check the tables, build the report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
#: Defects of one file that are shown; a file with more of them has one cause.
_SHOWN = 100

Data = Annotated[
    Path | None, typer.Option(help="Folder of tables; by default the project's data/.")
]
Root = Annotated[
    Path | None, typer.Option(help="The project; by default the one around this folder.")
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
        _complain(str(error))
        raise typer.Exit(1) from None


def _do_without_grammar_of_addresses() -> None:
    """Keep nbformat from loading what it would with JupyterLab installed.

    To check addresses that no notebook has, it takes longer than the imports of all notebooks
    together.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def _complain(text: str) -> None:
    typer.echo(text, err=True)


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
    from agletters.checks import check as check_tables
    from agletters.tables import find_data, read_schema

    with _plain_errors(traceback):
        folder = data or find_data()
        defects = check_tables(folder, sources)
        for file, found in groupby(defects, key=lambda defect: defect.file):
            of_file = list(found)
            for defect in of_file[:_SHOWN]:
                _complain(str(defect))
            if len(of_file) > _SHOWN:
                _complain(f"{file}: {len(of_file) - _SHOWN} more defects")
        if defects:
            _complain(f"{len(defects)} defect{'s' * (len(defects) > 1)} in {folder}")
            raise typer.Exit(1)
        typer.echo(f"{len(read_schema(folder)['resources'])} tables, no defect")
        if sources is None:
            typer.echo(
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
    timeout: Annotated[
        int | None, typer.Option(min=1, help="Seconds that one cell may take; by default 120.")
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Run every notebook, whatever earlier builds gave.")
    ] = False,
    url: Annotated[
        str,
        typer.Option(envvar="AGLETTERS_URL", help="The address at which the page is published."),
    ] = "",
    traceback: Traceback = False,
) -> None:
    """Run the notebooks that have changed and build report/ and figures/."""
    _do_without_grammar_of_addresses()
    from agletters.report.build import build as build_report

    # A build that is asked to end clears up as after Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with _plain_errors(traceback):
        start = time.monotonic()
        try:
            made = build_report(
                (root or _nearest_project()).resolve(),
                jobs=jobs,
                timeout=timeout,
                cache=not no_cache,
                url=url,
                done=_say_done,
            )
        except KeyboardInterrupt:
            typer.echo("interrupted; the report is whole, as it was", err=True)
            raise typer.Exit(130) from None
        if made.redrawn:
            typer.echo("redrawn: " + ", ".join(made.redrawn))
        shown = os.path.relpath(made.page)
        typer.echo(
            f"{shown}: {made.chapters} notebooks, {made.figures} figures, "
            f"{time.monotonic() - start:.1f} s"
        )


def _say_done(name: str, seconds: float | None) -> None:
    typer.echo(f"{name}  " + ("cached" if seconds is None else f"{seconds:.1f} s"))


def _nearest_project() -> Path:
    """Find the project without what reads tables, where that is not needed."""
    here = Path.cwd()
    if "AGLETTERS_DATA" not in os.environ:
        for place in (here, *here.parents):
            if (place / "data" / "datapackage.json").is_file():
                return place
    from agletters.tables import find_data

    return find_data().parent


@app.command()
def trace(
    claim: Annotated[
        str | None,
        typer.Argument(help="Chapter, cell and name of a computed value; without it, all names."),
    ] = None,
    root: Root = None,
    rows: Annotated[int, typer.Option(min=1, help="Rows shown of each table.")] = 20,
    traceback: Traceback = False,
) -> None:
    """Show the rows and sources from which a computed value of the report comes."""
    _do_without_grammar_of_addresses()
    from agletters.tables import find_data, load
    from agletters.trace import claim_names, read_chapters, trace_text
    from agletters.trace import trace as trace_claim

    with _plain_errors(traceback):
        project = (root or find_data().parent).resolve()
        chapters = read_chapters(project / "notebooks")
        if claim is None:
            typer.echo("\n".join(claim_names(chapters)))
        else:
            found = trace_claim(claim, chapters, load(project / "data"))
            typer.echo(trace_text(found, longest=rows))


@app.command()
def archive(
    out: Annotated[Path, typer.Option(help="Folder to make, or zip file to write.")],
    root: Root = None,
    traceback: Traceback = False,
) -> None:
    """Pack data, notebooks, code and report, with checksums and an RO-Crate, for keeping."""
    from agletters.archive import write_archive

    with _plain_errors(traceback):
        made = write_archive((root or _nearest_project()).resolve(), out)
        typer.echo(f"{out}: {made.files} files, {made.size / 1e6:.1f} MB, {made.taken}")


@app.command()
def describe(data: Data = None, traceback: Traceback = False) -> None:
    """Write the README of the tables from their schema."""
    from agletters.describe import data_readme
    from agletters.tables import find_data, read_schema

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
        typer.echo(f"wrote {os.path.relpath(target)}")


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="Folder to make.")],
    title: Annotated[str, typer.Option(help="Title of the page.")] = "Who signed the letter?",
    traceback: Traceback = False,
) -> None:
    """Start an analysis of another letter, ready to check and to build."""
    _do_without_grammar_of_addresses()
    from agletters.new import can_draw, create

    with _plain_errors(traceback):
        with_map = can_draw()
        create(folder, title=title, with_map=with_map)
        typer.echo(f"{folder}: tables, a notebook and a Makefile, with an invented letter")
        if not with_map:
            typer.echo(
                "the notebook has no map: to draw one takes Chrome or Chromium, and "
                "pip install 'agletters[figures]'"
            )
        typer.echo(f"next: cd {shlex.quote(str(folder))} && agletters check && agletters build")


@app.command()
def extract(
    articles: Annotated[
        list[Path],
        typer.Argument(
            help="Texts of articles, one a file, UTF-8; or a corpus: Parquet files, or folders "
            "of them."
        ),
    ],
    out: Annotated[Path, typer.Option(help="File to write, .csv or .parquet.")],
    engine: Annotated[
        Literal["process", "dask"],
        typer.Option(help="Of a corpus: work in this process, or on Dask."),
    ] = "process",
    text_column: Annotated[str, typer.Option(help="Column of a corpus with the texts.")] = "text",
    id_column: Annotated[str, typer.Option(help="Column of a corpus with identifiers.")] = "id",
    scheduler: Annotated[
        str | None,
        typer.Option(help="Address of a Dask scheduler; by default this machine's cores."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes on Dask; by default one a core.")
    ] = None,
    traceback: Traceback = False,
) -> None:
    """Find the candidate statements of articles, as rows for a person to check.

    A corpus whose run was stopped goes on where it was when the same command is given again.
    """
    from rich.console import Console
    from rich.progress import Progress

    from agletters.scale import Engine, extract_corpus

    with _plain_errors(traceback):
        corpora = [path for path in articles if path.is_dir() or path.suffix == ".parquet"]
        if not corpora:
            if engine != "process" or scheduler or workers:
                raise AglettersError(
                    "--engine, --scheduler and --workers are for a corpus in Parquet; leave them "
                    "out, or gather the texts in one"
                )
            _extract_texts(articles, out)
            return
        if len(corpora) < len(articles):
            text = next(path for path in articles if path not in corpora)
            raise AglettersError(f"{text}: is no corpus, as {corpora[0]} is; give one kind alone")
        with Progress(console=Console(stderr=True)) as bar:

            def show(done: int, total: int) -> None:
                if not bar.tasks:
                    bar.add_task("articles", total=total)
                bar.update(bar.task_ids[0], completed=done)

            made = extract_corpus(
                articles,
                out,
                engine=Engine(engine),
                text_column=text_column,
                id_column=id_column,
                scheduler=scheduler,
                workers=workers,
                progress=show,
            )
        if made.without_text:
            _complain(
                f"articles without a text: {made.without_text}, the first "
                f"{made.first_without_text!r}"
            )
        kept = f", {made.kept} of them kept from an earlier run" if made.kept else ""
        typer.echo(f"{out}: {made.candidates} candidates from {made.articles} articles{kept}")


def _extract_texts(articles: list[Path], out: Path) -> None:
    from rich.console import Console
    from rich.progress import track

    from agletters.quotations.extract import extract_frame
    from agletters.scale import write_frames

    console = Console(stderr=True)
    shown = track(articles, description="articles", console=console, disable=len(articles) < 2)
    frame = extract_frame((path.stem, _read_article(path)) for path in shown)
    count = write_frames([frame], out)
    typer.echo(f"{out}: {count} candidates from {len(articles)} articles")


def _read_article(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise AglettersError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise AglettersError(f"{path}: is not UTF-8 text ({error}); convert it first") from error
