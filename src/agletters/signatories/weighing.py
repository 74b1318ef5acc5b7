"""Which offices joined, where what a text shows of them is weighed together."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from agletters.signatories.evidence import Block, Passage, against, blocks

# Blocks of which all combinations are tried: those that are least sure.
_OPEN = 8


@dataclass(frozen=True, slots=True)
class Weighed:
    """The offices that most likely joined.

    Attributes
    ----------
    offices : frozenset of str
        USPS codes. They are those that the grammar finds unless others weigh more.
    confidence : float
        The probability that the model gives to exactly these offices, 0 to 1.
    """

    offices: frozenset[str]
    confidence: float


def weigh(passage: Passage, weights: Mapping[str, float] | None = None) -> Weighed:
    """Return the offices that most likely joined, and how likely that is.

    Parameters
    ----------
    passage : Passage
        What the grammar has found.
    weights : mapping of str to float, optional
        Weights of features, in place of the package's own.

    Returns
    -------
    Weighed
        The offices, and the probability of exactly these.

    Notes
    -----
    A conditional log-linear model of sets: each block of offices has the sum of the weights of its
    features, and a set has those of its blocks, and weights for how its size agrees with the
    stated numbers and for being what the grammar finds. The likeliest set has the greatest sum.
    All combinations of the eight blocks nearest to nought are tried; the others are in if their
    sum is positive. The probability of a set is its share of the exponentials of all these sums,
    times the probabilities of the other blocks' being as they are. The weights were fitted by
    penalized maximum likelihood (`benchmarks/weights.py`), on passages that were annotated by hand.

    References
    ----------
    Lafferty, J., McCallum, A., Pereira, F. (2001). Conditional random fields: probabilistic
    models for segmenting and labeling sequence data. ICML 18, 282-289.

    Examples
    --------
    >>> from agletters.signatories.parsing import parse
    >>> [office.usps for office in parse("Ohio and Iowa signed the letter.").signatories]
    ['OH', 'IA']
    """
    weights = _weights() if weights is None else weights
    found = [one for one in blocks(passage) if one.open]
    scores = [sum(weights.get(name, 0.0) for name in sorted(one.features)) for one in found]
    order = sorted(range(len(found)), key=lambda place: abs(scores[place]))
    free, fixed = order[:_OPEN], order[_OPEN:]
    sure = [found[place] for place in fixed if scores[place] > 0]
    as_found = all((scores[place] > 0) == found[place].found for place in fixed)
    best, most, sums = passage.base, -math.inf, list[float]()
    for choice in product((False, True), repeat=len(free)):
        pairs = list(zip(free, choice, strict=True))
        taken = [*sure, *(found[place] for place, is_in in pairs if is_in)]
        size = sum(len(one.offices) for one in taken)
        same = as_found and all(found[place].found == is_in for place, is_in in pairs)
        names = of_the_set(passage, size, same=same)
        value = sum(scores[place] for place, is_in in pairs if is_in)
        value += sum(weights.get(name, 0.0) for name in names)
        sums.append(value)
        if value > most:
            best, most = _offices(taken), value
    share = 1 / math.fsum(math.exp(value - most) for value in sums)
    others = math.prod(1 / (1 + math.exp(-abs(scores[place]))) for place in fixed)
    return Weighed(best, share * others)


def of_the_set(passage: Passage, size: int, *, same: bool) -> list[str]:
    """Return the features of a set of offices.

    Parameters
    ----------
    passage : Passage
        What the grammar has found.
    size : int
        How many offices are in the set.
    same : bool
        Whether they are those that the grammar finds.

    Returns
    -------
    list of str
        The features.
    """
    names = ["set as found"] if same else []
    if size == 0:
        names.append("set empty")
    plain = {count.number for count in passage.counts if not count.others}
    others = {count.number for count in passage.counts if count.others}
    if not plain | others:
        return [*names, f"set of {min(size, 2)} without a number"]
    if size in plain:
        names += ["set of the number", f"set of the number, {'few' if size < 6 else 'many'}"]
    names += [f"set of the others and {more}" for more in (1, 2) if size - more in others]
    if size > max(plain | {number + 1 for number in others}) + 2:
        names.append("set above all numbers")
    if passage.total is not None:
        names.append(f"set {against(size, passage.total)}")
    return names


def _offices(taken: list[Block]) -> frozenset[str]:
    return frozenset[str]().union(*(one.offices for one in taken))


@cache
def _weights() -> dict[str, float]:
    path = Path(__file__).with_name("weights.json")
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights
