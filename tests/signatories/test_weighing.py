"""What the grammar leaves open is weighed; what it rules out is not."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agletters.signatories import parse, weighing
from agletters.signatories.evidence import Passage, blocks
from agletters.signatories.jurisdictions import jurisdictions, states
from agletters.signatories.parsing import find_passage
from tests.signatories.test_passages import PASSAGES

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


def test_more_blocks_than_can_be_combined_are_decided_one_by_one() -> None:
    text = " ".join(
        f"{name} joined the letter of the {place}."
        for place, name in enumerate(list(jurisdictions().values())[:20])
    )
    passage = find_passage(text)

    assert len(blocks(passage)) > 8
    assert len(weighing.weigh(passage).offices) > 8


def test_the_size_of_a_set_is_held_against_the_stated_number() -> None:
    passage = find_passage("Three states signed: Ohio, Iowa and Utah.")

    assert "set +0 of the number" in weighing.of_the_set(passage, 3, same=True)
    assert "set above all numbers" in weighing.of_the_set(passage, 6, same=False)
    none = replace(passage, counts=[], total=None)
    assert weighing.of_the_set(none, 3, same=False) == ["set of 2 without a number"]


def test_confidence_is_the_share_of_a_set_among_all_that_are_possible() -> None:
    passage = find_passage("Ohio signed the letter. So did Iowa.")
    ours = [next(iter(sorted(block.features))) for block in blocks(passage)]
    assert len(ours) == 2
    weights = {"one office": 2.0}

    # Each of the two offices is in with the odds e^2, and the sets have no weights of their own.
    assert weighing.weigh(passage, weights).confidence == pytest.approx((1 + math.exp(-2)) ** -2)
    assert weighing.weigh(passage, {}).confidence == pytest.approx(1 / 4)


def test_blocks_decided_one_by_one_lower_the_confidence_as_much() -> None:
    text = " ".join(
        f"{name} joined the letter of the {place}."
        for place, name in enumerate(list(jurisdictions().values())[:20])
    )
    weights = {"one office": 2.0}

    number = len([block for block in blocks(find_passage(text)) if "one office" in block.features])
    sure = weighing.weigh(find_passage(text), weights)
    assert number == len(blocks(find_passage(text)))
    assert sure.confidence == pytest.approx((1 + math.exp(-2)) ** -number)


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
