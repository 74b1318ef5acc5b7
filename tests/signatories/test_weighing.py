"""What the grammar leaves open is weighed; what it rules out is not."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agletters.signatories import parse, weighing
from agletters.signatories.counts import Count
from agletters.signatories.evidence import Block, Passage, blocks
from agletters.signatories.jurisdictions import jurisdictions, states
from agletters.signatories.parsing import find_passage
from tests.signatories.test_passages import PASSAGES
from tests.signatories.test_passages import Passage as Entry

WEIGHTS = json.loads(Path(weighing.__file__).with_name("weights.json").read_text("utf-8"))
EVERY = (
    "Every one of the 50 states will share in the settlement with the firm, the attorneys general"
    " said."
)


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return [find_passage(one.text, one.publisher) for one in PASSAGES[::5]]


def features(passages: list[Passage]) -> Iterator[str]:
    for passage in passages:
        for block in blocks(passage):
            yield from block.features


def test_weights_find_what_the_grammar_does_not() -> None:
    assert find_passage(EVERY).base == frozenset()
    assert weighing.weigh(find_passage(EVERY)).offices == frozenset(states())


def test_an_office_that_only_weighs_enough_points_at_the_words_that_imply_it() -> None:
    found = parse(EVERY)

    assert {office.usps for office in found.signatories} == set(states())
    assert {EVERY[office.start : office.end] for office in found.signatories} == {"50 states"}
    assert all(office.implied for office in found.signatories)


def test_without_weights_nobody_joins(passages: list[Passage]) -> None:
    assert {weighing.weigh(passage, {}).offices for passage in passages} == {frozenset()}


def test_each_office_is_in_one_block(passages: list[Passage]) -> None:
    for passage in passages:
        offices = [usps for block in blocks(passage) for usps in block.offices]
        assert len(offices) == len(set(offices))
        assert set(offices) <= set(jurisdictions())


def test_what_weighs_stands_in_texts(passages: list[Passage]) -> None:
    """Names of features and of weights are the same names."""
    seen = set(features(passages))
    assert len(seen & WEIGHTS.keys()) > 0.6 * len(WEIGHTS)
    assert all(math.isfinite(weight) and weight for weight in WEIGHTS.values())


@given(st.lists(st.sampled_from(sorted(states())), min_size=1, max_size=6, unique=True))
def test_nobody_who_stayed_out_is_weighed_in(usps: list[str]) -> None:
    names = ", ".join(jurisdictions()[code] for code in usps)
    passage = find_passage(f"Twenty states signed the letter. {names} declined to sign it.")
    heavy = dict.fromkeys(features([passage]), 9.0)

    assert not weighing.weigh(passage, heavy).offices & set(usps)


@pytest.mark.parametrize(
    ("counts", "total", "size", "names"),
    [
        ([], None, 0, "empty|of 0 without a number"),
        ([], None, 1, "of 1 without a number"),
        ([], None, 40, "of 2 without a number"),
        ([(3, False)], 3, 3, "of the number|of the number, few|+0 of the number"),
        ([(5, False)], 5, 5, "of the number|of the number, few|+0 of the number"),
        ([(6, False)], 6, 6, "of the number|of the number, many|+0 of the number"),
        ([(3, False)], 3, 4, "+1 of the number"),
        ([(3, False)], 3, 2, "-1 of the number"),
        ([(3, False)], 3, 5, "above the number"),
        ([(3, False)], 3, 6, "above all numbers|above the number"),
        ([(9, False), (3, False)], 9, 3, "of the number|of the number, few|below the number"),
        ([(20, True)], None, 19, ""),
        ([(20, True)], None, 21, "of the others and 1"),
        ([(20, True)], None, 22, "of the others and 2"),
        ([(20, True)], None, 23, ""),
        ([(20, True)], None, 24, "above all numbers"),
        (
            [(21, False), (20, True)],
            21,
            21,
            "of the number|of the number, many|of the others and 1|+0 of the number",
        ),
    ],
)
def test_the_size_of_a_set_is_held_against_the_stated_numbers(
    counts: list[tuple[int, bool]], total: int | None, size: int, names: str
) -> None:
    numbers = [Count(number, 0, 1, number, others) for number, others in counts]
    passage = replace(find_passage(""), counts=numbers, total=total)
    expected = [f"set {name}" for name in names.split("|") if name]

    assert weighing.of_the_set(passage, size, same=False) == expected
    assert weighing.of_the_set(passage, size, same=True) == ["set as found", *expected]


def by_trying_all(passage: Passage, weights: dict[str, float]) -> tuple[frozenset[str], float]:
    """Give what `weigh` gives, from every set of blocks that is possible."""
    found = [block for block in blocks(passage) if block.open]
    sums: dict[frozenset[str], float] = {}
    for choice in product((False, True), repeat=len(found)):
        taken = [block for block, is_in in zip(found, choice, strict=True) if is_in]
        offices = frozenset[str]().union(*(block.offices for block in taken))
        same = [block.found for block in found] == list(choice)
        names = [
            *(name for block in taken for name in block.features),
            *weighing.of_the_set(passage, len(offices), same=same),
        ]
        sums[offices] = math.fsum(weights.get(name, 0.0) for name in names)
    best = max(sums, key=lambda offices: sums[offices])
    return best, 1 / math.fsum(math.exp(value - sums[best]) for value in sums.values())


@given(st.sampled_from(PASSAGES), st.integers(0, 2**32), st.sampled_from([0.3, 2.0]))
def test_the_set_is_the_likeliest_of_all(entry: Entry, seed: int, spread: float) -> None:
    passage = find_passage(entry.text, entry.publisher)
    draw = random.Random(seed)  # noqa: S311 - the same weights for the same seed
    weights = {name: draw.gauss(0, spread) for name in sorted({*features([passage]), *WEIGHTS})}
    offices, share = by_trying_all(passage, weights)
    weighed = weighing.weigh(passage, weights)

    assert weighed.offices == offices
    assert weighed.confidence == pytest.approx(share)


TWELVE = ["OH", "IA", "UT", "ME", "VT", "NH", "NJ", "NY", "CT", "RI", "DE", "MD"]
FOUND = frozenset(TWELVE[1:])


def weigh_many(weights: dict[str, float], rest: float) -> weighing.Weighed:
    """Weigh twelve offices, each with a weight of its own, all but Ohio found by the grammar."""
    made = [Block(frozenset([usps]), frozenset([usps]), usps in FOUND) for usps in TWELVE]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weighing, "blocks", lambda _: made)
        return weighing.weigh(find_passage(""), dict.fromkeys(TWELVE, rest) | weights)


def test_blocks_too_many_to_combine_are_decided_one_by_one() -> None:
    weighed = weigh_many({"OH": -0.5, "MD": -3.0}, 0.5)

    assert weighed.offices == FOUND - {"MD"}
    odds = [math.exp(-0.5)] * 11 + [math.exp(-3)]
    assert weighed.confidence == pytest.approx(math.prod(1 / (1 + one) for one in odds))


def test_of_too_many_blocks_the_least_sure_are_combined() -> None:
    """Whether all is as the grammar finds turns on the two that are nearest to nought."""
    doubtful = {"DE": -0.2, "MD": -0.2, "OH": -0.4}

    assert weigh_many(doubtful, 4.0).offices == FOUND - {"DE", "MD"}
    as_found = weigh_many(doubtful | {"set as found": 1.0}, 4.0)
    assert as_found.offices == FOUND


@pytest.mark.parametrize("sure", [{"OH": 0.9, "RI": 4, "DE": 4, "MD": 4}, {"OH": -4, "IA": -4}])
def test_nothing_is_as_found_where_a_sure_block_is_not(sure: dict[str, float]) -> None:
    assert weigh_many(sure | {"set as found": 3.0}, 0.5) == weigh_many(sure, 0.5)


def test_a_weight_of_nought_brings_nobody_in() -> None:
    assert weigh_many({}, 0.0).offices == frozenset()


def test_heavier_evidence_is_more_confident_and_never_beyond_one(passages: list[Passage]) -> None:
    for passage in passages:
        once = weighing.weigh(passage).confidence
        twice = weighing.weigh(passage, {name: 2 * one for name, one in WEIGHTS.items()})
        assert 0 < once <= twice.confidence <= 1


def test_a_number_that_disagrees_lowers_the_confidence() -> None:
    agreeing, disagreeing = (
        parse(f"{number} states signed the letter: Ohio, Iowa and Utah.").confidence
        for number in ("Three", "Five")
    )
    assert agreeing > 0.9
    assert disagreeing < agreeing
