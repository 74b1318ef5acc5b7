"""Signatories in prose: the parser against a regular expression over the names.

    python benchmarks/parsing.py [--passages FILE.jsonl] [--rounds N]

Prints a Markdown table: in how many passages exactly those are found who joined, in how many the
stated number is read, and passages a second; then how often the parser is right where it is how
sure. The two readers take turns in each round, so that whatever else the machine does slows both;
the ratio is the median over the rounds. Without a file the passages are those of the repository's
tests, with which the parser was written, so that its share there says that nothing has broken,
not how it does on others. A file has one JSON object a line with `text`, `states` (a list of USPS
codes) and, if known, `publisher_state` and `reported_count`.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from agletters.signatories import parse  # noqa: E402
from agletters.signatories.jurisdictions import jurisdictions  # noqa: E402

#: Where the confidence is cut, 0 being never reached.
EDGES = (0, 0.5, 0.7, 0.85, 0.95, 1)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, those who join in it, whose release it is, and the number that it states."""

    text: str
    joined: frozenset[str]
    publisher: str | None
    count: int | None


def own_passages() -> list[Passage]:
    """Return the passages of the repository's tests."""
    from tests.signatories.test_passages import PASSAGES

    return [Passage(p.text, frozenset(p.joined.split()), p.publisher, p.stated) for p in PASSAGES]


def read_passages(path: Path) -> list[Passage]:
    """Return the passages of a file of JSON lines."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)
    return [
        Passage(
            row["text"],
            frozenset(row["states"]),
            row.get("publisher_state"),
            row.get("reported_count"),
        )
        for row in rows
    ]


def by_expression() -> Callable[[Passage], frozenset[str]]:
    """Return what a reader does who looks for the names alone and adds the publisher."""
    codes = {name: usps for usps, name in jurisdictions().items()}
    longest = sorted(codes, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")

    def find(passage: Passage) -> frozenset[str]:
        found = {codes[name] for name in pattern.findall(passage.text)}
        return frozenset(found | ({passage.publisher} if passage.publisher else set()))

    return find


def by_parser(passage: Passage) -> frozenset[str]:
    """Return what the parser finds."""
    found = parse(passage.text, passage.publisher)
    return frozenset(office.usps for office in found.signatories)


def seconds(find: Callable[[Passage], object], passages: Iterable[Passage]) -> float:
    """Return how long it takes to read all passages once."""
    start = time.perf_counter()
    for passage in passages:
        find(passage)
    return time.perf_counter() - start


def table(passages: Sequence[Passage], source: str, rounds: int) -> str:
    """Return the comparison as Markdown."""
    ways = {"regular expression over the names": by_expression(), "`signatories.parse`": by_parser}
    exact = {way: sum(find(p) == p.joined for p in passages) for way, find in ways.items()}
    counted = sum(parse(p.text, p.publisher).reported_count == p.count for p in passages)
    turns = [{way: seconds(find, passages) for way, find in ways.items()} for _ in range(rounds)]
    expression, parser = ways
    ratio = median(turn[parser] / turn[expression] for turn in turns)
    total = len(passages)
    lines = [
        f"{total} passages ({source}), {rounds} interleaved rounds; agletters"
        f" {version('agletters')}, us {version('us')}, Python {platform.python_version()}.",
        "",
        "| reader | exact set | stated number | passages a second |",
        "|---|---:|---:|---:|",
    ]
    for way in ways:
        share = f"{exact[way]} of {total} ({exact[way] / total:.0%})"
        number = f"{counted} of {total} ({counted / total:.0%})" if way == parser else "not read"
        speed = total / median(turn[way] for turn in turns)
        lines.append(f"| {way} | {share} | {number} | {speed:,.0f} |")
    lines += ["", f"The parser takes {ratio:,.0f} times as long as the expression.", ""]
    return "\n".join([*lines, *calibration(passages)])


def calibration(passages: Sequence[Passage]) -> Iterator[str]:
    """Give a table of how often the parser is right where it is how sure."""
    found = [(parse(one.text, one.publisher).confidence, by_parser(one)) for one in passages]
    right = [
        (sure, offices == one.joined) for (sure, offices), one in zip(found, passages, strict=True)
    ]
    yield "| confidence | passages | its mean | exact set |"
    yield "|---|---:|---:|---:|"
    for least, most in pairwise(EDGES):
        these = [(sure, is_right) for sure, is_right in right if least < sure <= most]
        if these:
            mean_of = [f"{mean(column):.0%}" for column in zip(*these, strict=True)]
            name = f"{least:.0%} to {most:.0%}"
            yield f"| {name} | {len(these)} | {mean_of[0]} | {mean_of[1]} |"


def main() -> None:
    """Run the comparison and print it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--passages", type=Path, help="a file of JSON lines")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    passages = read_passages(options.passages) if options.passages else own_passages()
    source = options.passages.name if options.passages else "those of the tests"
    print(table(passages, source, options.rounds))


if __name__ == "__main__":
    main()
