"""How the cost of the helpers grows with the number of letters and of statements.

``python benchmarks/growth.py`` prints a table in Markdown and writes it to ``growth.md`` beside
this file, with a plot, ``growth.svg``. The slope is that of a straight line through the logarithms
of size and time, from the second size on: 1 means that ten times the rows take ten times as long.
The times are those of the processor, so that other work on the machine counts little.
"""

import argparse
import gc
import platform
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from agletters.coalitions import (
    count_check,
    leaders,
    office_record,
    participation_by_letter,
    participation_matrix,
    status_counts,
    transitions,
)
from agletters.frames import agreement, code_matrix, disagreements, exclusive_codes, long, voices
from agletters.palette import AG, COMPANY, FONT_FAMILY, INK, LINE, PAPER
from agletters.quotations.extract import extract_frame

HERE = Path(__file__).parent
LETTERS = (100, 1_000, 10_000)
STATEMENTS = (1_000, 10_000, 100_000, 1_000_000)
# A size is left out if ten times the time of the one before it would be more than this.
LONGEST = 300.0
ARTICLE = (
    "The site will not close, its counsel said on Monday. “We will answer every question,” "
    "{name} told reporters.\n\n“{number} letters have come,” he added. “None is unanswered.”"
)


class Case(NamedTuple):
    """One function, with what it is given at every size."""

    name: str
    rows: str
    sizes: tuple[int, ...]
    run: Callable[[Any], object]


def letters_world(size: int) -> dict[str, Any]:
    """Make letters that some of 56 offices signed, by chance, the same at every run."""
    chance = np.random.default_rng(size)
    usps = np.array([f"{first}{second}" for first in "ABCDEFGH" for second in "ABCDEFG"])
    offices = pd.DataFrame({"usps": usps, "jurisdiction": usps, "kind": "state"}).astype("string")
    ids = np.array([f"L{number:06}" for number in range(size)])
    kinds = chance.choice(["complete", "partial"], size)
    letters = pd.DataFrame({"letter_id": ids, "date": ids, "list_status": kinds}).astype("string")
    letters["source_ids"] = [("S1",)] * size
    letters["lead_offices"] = [tuple(pair) for pair in chance.choice(usps, (size, 2))]
    rows, columns = np.nonzero(chance.random((size, len(usps))) < 0.5)
    signatures = pd.DataFrame(
        {"letter_id": ids[rows], "usps": usps[columns], "signer_name": "A. Ames"}
    )
    signatures = signatures.assign(joined_by=pd.NA, evidence="one_source").astype("string")
    signatures["source_ids"] = [("S1",)] * len(signatures)
    by_letter = participation_by_letter(letters, signatures, offices)
    first, last = ids[0], ids[-1]
    return {
        "letters": letters,
        "signatures": signatures,
        "offices": offices,
        "by_letter": by_letter,
        "counts": pd.DataFrame({"letter_id": ids, "number": 40}),
        # Two letters of so many offices.
        "before": _renamed(by_letter, first),
        "after": _renamed(by_letter, last),
    }


def _renamed(by_letter: pd.DataFrame, shift: str) -> pd.DataFrame:
    """Make one letter's offices of all rows, their statuses moved along by a letter's."""
    ids = [f"O{number}" for number in range(len(by_letter))]
    step = int(shift[1:])
    return by_letter.assign(
        usps=pd.array(ids, dtype="string"), status=np.roll(by_letter["status"].array, step)
    )


def statements_world(size: int) -> dict[str, Any]:
    """Make statements by a thousand speakers at most, coded twice by three codes."""
    chance = np.random.default_rng(size)
    ids = np.array([f"Q{number:07}" for number in range(size)])
    speakers = np.array([f"Speaker {number % 1000}" for number in range(size)])
    sides = np.where(np.arange(size) % 1000 < 900, "AG", "company")
    said = {"statement_id": ids, "speaker": speakers, "side": sides, "quotation": "Close it now."}
    codings = pd.DataFrame(
        {
            "unit_id": np.repeat(ids, 2),
            "coder": np.tile(["A", "B"], size),
            "HARM": chance.integers(0, 2, 2 * size),
            "stance": chance.choice(["DEM", "DEF"], 2 * size),
        }
    )
    codebook = pd.DataFrame(
        {"code": ["HARM", "DEM", "DEF"], "dimension": ["frame", "stance", "stance"]}
    )
    return {
        "statements": pd.DataFrame(said),
        "templates": pd.DataFrame(columns=["template_id", "speaker", "statement_id"], dtype=str),
        "units": pd.DataFrame({"unit_id": ids, "side": sides}),
        "codings": codings,
        "codebook": codebook,
        "coded": long(codings, codebook),
    }


def articles(size: int) -> Iterator[tuple[str, str]]:
    """Yield articles with `size` quotations in all."""
    for number in range(size // 3 + (size % 3 > 0)):
        yield f"S{number}", ARTICLE.format(name="Ann Lee", number=number)


LETTER_CASES = (
    Case(
        "participation_by_letter",
        "letters",
        LETTERS,
        lambda made: participation_by_letter(made["letters"], made["signatures"], made["offices"]),
    ),
    Case(
        "participation_matrix",
        "letters",
        LETTERS,
        lambda made: participation_matrix(made["by_letter"]),
    ),
    Case("office_record", "letters", LETTERS, lambda made: office_record(made["by_letter"])),
    Case("status_counts", "letters", LETTERS, lambda made: status_counts(made["by_letter"])),
    Case(
        "transitions", "letters", LETTERS, lambda made: transitions(made["before"], made["after"])
    ),
    Case("leaders", "letters", LETTERS, lambda made: leaders(made["letters"])),
    Case(
        "count_check",
        "letters",
        LETTERS,
        lambda made: count_check(made["letters"], made["counts"], made["signatures"]),
    ),
)
STATEMENT_CASES = (
    Case("long", "statements", STATEMENTS, lambda made: long(made["codings"], made["codebook"])),
    Case(
        "code_matrix",
        "statements",
        STATEMENTS,
        lambda made: code_matrix(made["coded"], made["units"], "frame"),
    ),
    Case(
        "exclusive_codes",
        "statements",
        STATEMENTS,
        lambda made: exclusive_codes(made["coded"], made["units"], "frame"),
    ),
    Case("agreement", "statements", STATEMENTS, lambda made: agreement(made["coded"])),
    Case("disagreements", "statements", STATEMENTS, lambda made: disagreements(made["coded"])),
    Case(
        "voices",
        "statements",
        STATEMENTS,
        lambda made: voices(made["statements"], made["templates"]),
    ),
)


def measure(cases: tuple[Case, ...], make: Callable[[int], Any]) -> pd.DataFrame:
    """Time every function at every size: the best of three runs, of one where it takes long."""
    rows = []
    before: dict[str, float] = {}
    for size in cases[0].sizes:
        made = make(size)
        for case in cases:
            if 10 * before.get(case.name, 0.0) > LONGEST:
                continue
            seconds = _seconds(case, made)
            if seconds < LONGEST / 100:
                seconds = min(seconds, *(_seconds(case, made) for _ in range(2)))
            before[case.name] = seconds
            rows.append((case.name, case.rows, size, seconds))
            print(f"{case.name} {size:,}: {seconds:.4f} s", flush=True)
    return pd.DataFrame(rows, columns=["function", "rows", "size", "seconds"])


def _seconds(case: Case, made: Any) -> float:
    gc.collect()
    start = time.process_time()
    case.run(made)
    return time.process_time() - start


def slope(times: pd.DataFrame) -> float:
    """Return the exponent by which the cost grows, from the second size on."""
    later = times.sort_values("size").iloc[1:]
    if len(later) < 2:
        return float("nan")
    return float(np.polyfit(np.log(later["size"]), np.log(later["seconds"]), 1)[0])


def table(times: pd.DataFrame) -> str:
    """Return the results in Markdown."""
    lines = []
    for rows, group in times.groupby("rows", sort=False):
        sizes = sorted(group["size"].unique())
        heads = [f"{size:,} {rows}" for size in sizes]
        lines += [
            f"| function | {' | '.join(heads)} | slope |",
            f"|---|{'---:|' * len(sizes)}---:|",
        ]
        for name, own in group.groupby("function", sort=False):
            seconds = dict(zip(own["size"], own["seconds"], strict=True))
            cells = [f"{seconds[size]:.3g} s" if size in seconds else "–" for size in sizes]
            lines.append(f"| `{name}` | {' | '.join(cells)} | {slope(own):.2f} |")
        lines.append("")
    return "\n".join(lines)


def plot(times: pd.DataFrame) -> go.Figure:
    """Draw time against size, both in logarithms, with a line of slope 1."""
    figure = go.Figure()
    for name, own in times.groupby("function", sort=False):
        is_letters = own["rows"].iloc[0] == "letters"
        figure.add_scatter(
            x=own["size"],
            y=own["seconds"],
            name=f"{name} ({slope(own):.2f})",
            mode="lines+markers",
            line={"color": AG if is_letters else COMPANY},
            marker={"symbol": len(figure.data), "size": 8},
        )
    figure.add_scatter(
        x=[100, 1_000_000],
        y=[0.001, 10],
        name="slope 1",
        mode="lines",
        line={"color": LINE, "dash": "dot"},
    )
    axis = {"type": "log", "linecolor": LINE, "gridcolor": "#ececec", "dtick": 1}
    figure.update_layout(
        title="Cost against size: letters of 56 offices (blue), statements (brown)",
        xaxis={**axis, "title": "letters or statements"},
        yaxis={**axis, "title": "seconds of processor time"},
        font={"family": FONT_FAMILY, "color": INK},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        legend={"title": "function (slope)"},
        width=900,
        height=600,
    )
    return figure


def write(times: pd.DataFrame) -> None:
    """Print the table, and write it and the plot beside this file."""
    used = ", ".join(f"{name} {version(name)}" for name in ("pandas", "numpy", "pyarrow"))
    text = (
        "# Growth\n\nMade by `python benchmarks/growth.py`, with Python "
        f"{platform.python_version()}, {used}. Seconds of processor time; the slope is that of "
        "log time over log size, from the second size on, and 1 is linear. The letters have 56 "
        "offices each; `transitions` is given two letters of 56 offices for each letter counted. "
        f"The statements are coded twice by three codes.\n\n{table(times)}"
    )
    print(text)
    (HERE / "growth.md").write_text(text, encoding="utf-8")
    plot(times).write_image(HERE / "growth.svg")


def main() -> None:
    """Measure, and write what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=max(STATEMENTS), help="statements at most")
    largest = parser.parse_args().largest
    sizes = tuple(size for size in STATEMENTS if size <= largest)
    statement_cases = tuple(case._replace(sizes=sizes) for case in STATEMENT_CASES)
    texts = Case("extract_frame", "statements", sizes, lambda size: extract_frame(articles(size)))
    times = pd.concat(
        [
            measure(LETTER_CASES, letters_world),
            measure(statement_cases, statements_world),
            measure((texts,), lambda size: size),
        ]
    )
    write(times)


if __name__ == "__main__":
    main()
