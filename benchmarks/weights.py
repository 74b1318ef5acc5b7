"""Fit the weights by which signatories are told, and hold them against the grammar alone.

Passages come as JSON lines with `text`, `states` (USPS codes of those who joined),
`publisher_state` and `reported_count`. Ten times a tenth of them is kept back, the weights are
fitted to the others and tried on it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp
from scipy.stats import binomtest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.parsing import own_passages, read_passages  # noqa: E402

from agletters.signatories import evidence, parsing, weighing  # noqa: E402

Numbers = NDArray[np.float64]

FOLDS = 10
#: Features of fewer passages' offices have no weight.
FEWEST = 4
#: Blocks of a passage of which all combinations are summed over.
OPEN = 8
#: Weights nearer to nought are left out.
LEAST = 0.02


@dataclass(frozen=True, slots=True)
class Case:
    """What the grammar finds in a text, the offices that could join, and those that did.

    `open_blocks` are those whose combinations compete; `truth` is the place of the right one
    among them, and `of_sets` holds the features of each.
    """

    passage: evidence.Passage
    joined: frozenset[str]
    open_blocks: list[frozenset[str]]
    of_sets: list[list[str]]
    truth: int


def case(passage: evidence.Passage, joined: frozenset[str]) -> Case:
    """Return the sets that compete: of the blocks that the grammar has wrong, then the smallest."""
    blocks = [one for one in evidence.blocks(passage) if one.open]
    right = [2 * len(one.offices & joined) > len(one.offices) for one in blocks]
    order = sorted(
        range(len(blocks)),
        key=lambda place: (right[place] == blocks[place].found, len(blocks[place].offices)),
    )
    free, fixed = sorted(order[:OPEN]), order[OPEN:]
    size = sum(len(blocks[place].offices) for place in fixed if right[place])
    as_found = all(right[place] == blocks[place].found for place in fixed)
    of_sets = []
    for choice in product((False, True), repeat=len(free)):
        pairs = list(zip((blocks[place] for place in free), choice, strict=True))
        more = sum(len(one.offices) for one, is_in in pairs if is_in)
        same = as_found and all(one.found == is_in for one, is_in in pairs)
        of_sets.append(weighing.of_the_set(passage, size + more, same=same))
    truth = sum(right[place] << (len(free) - 1 - at) for at, place in enumerate(free))
    return Case(passage, joined, [blocks[place].features for place in free], of_sets, truth)


def fit(cases: Sequence[Case], penalty: float) -> dict[str, float]:
    """Return the weights of greatest penalized likelihood (on sets: a fiftieth of the penalty)."""
    counted = Counter(name for one in cases for block in one.open_blocks for name in block)
    common = sorted(name for name, number in counted.items() if number >= FEWEST)
    of_sets = sorted({name for one in cases for names in one.of_sets for name in names})
    designs = [design(one, common, of_sets) for one in cases]
    penalties = np.array([penalty] * len(common) + [penalty / 50] * len(of_sets))

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        value, slope = 0.0, np.zeros_like(weights)
        own, whole = weights[: len(common)], weights[len(common) :]
        for one, (rows, blocks, picks, sets) in zip(cases, designs, strict=True):
            sums = picks @ (blocks @ own[rows]) + sets @ whole
            total = float(logsumexp(sums))
            value += total - sums[one.truth]
            shares = np.exp(sums - total)
            shares[one.truth] -= 1
            slope[rows] += blocks.T @ (picks.T @ shares)
            slope[len(common) :] += sets.T @ shares
        return value + 0.5 * float(penalties @ weights**2), slope + penalties * weights

    found = minimize(loss, np.zeros(len(penalties)), jac=True, method="L-BFGS-B").x
    rounded = zip([*common, *of_sets], np.round(found, 2).tolist(), strict=True)
    return {name: weight for name, weight in sorted(rounded) if abs(weight) >= LEAST}


def design(
    one: Case, common: Sequence[str], of_sets: Sequence[str]
) -> tuple[list[int], Numbers, Numbers, Numbers]:
    """Return a case's features and which blocks have them, and the blocks and features of sets."""
    places = {name: place for place, name in enumerate(common)}
    rows = sorted({places[name] for block in one.open_blocks for name in block if name in places})
    blocks = np.array([[common[row] in block for row in rows] for block in one.open_blocks], float)
    picks = np.array(list(product((False, True), repeat=len(one.open_blocks))), float)
    sets = np.array([[name in own for name in of_sets] for own in one.of_sets], float)
    return rows, blocks.reshape(len(one.open_blocks), len(rows)), picks, sets


def report(cases: Sequence[Case], penalty: float) -> str:
    """Return how often the grammar alone and the weights are right on what was kept back."""
    order = list(range(len(cases)))
    random.Random(0).shuffle(order)  # noqa: S311 - the same folds on each run
    alone = weighed = won = lost = 0
    for fold in range(FOLDS):
        kept = set(order[fold::FOLDS])
        weights = fit([one for place, one in enumerate(cases) if place not in kept], penalty)
        for one in (cases[place] for place in kept):
            before = one.passage.base == one.joined
            after = weighing.weigh(one.passage, weights).offices == one.joined
            alone, weighed = alone + before, weighed + after
            won, lost = won + (after and not before), lost + (before and not after)
    chance = binomtest(won, won + lost).pvalue if won + lost else 1.0
    return (
        f"{len(cases)} passages, {FOLDS} parts kept back in turn: the grammar alone has {alone}"
        f" right, weighed {weighed} ({won} won, {lost} lost, exact sign test p = {chance:.3f})"
    )


def main() -> None:
    """Print the comparison, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--passages", type=Path, help="a file of JSON lines")
    parser.add_argument("--penalty", type=float, default=20.0)
    parser.add_argument("--out", type=Path, help="where to write the weights of all passages")
    options = parser.parse_args()
    passages = read_passages(options.passages) if options.passages else own_passages()
    cases = [case(parsing.find_passage(one.text, one.publisher), one.joined) for one in passages]
    print(report(cases, options.penalty))
    if options.out:
        weights = fit(cases, options.penalty)
        options.out.write_text(json.dumps(weights, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
