"""Whatever goes wrong, the report is the previous one or the new one, and the next build works."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from .cases import CACHE, CASES, Case
from .world import World, report, strays, template, with_new_results, world_of


@pytest.fixture(scope="module")
def made() -> Iterator[World]:
    with template() as world:
        yield world


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_after_a_fault_the_report_is_whole_and_the_next_build_succeeds(
    case: Case, made: World
) -> None:
    with world_of(made) as world:
        message = case.fault(world, made)
        world.wait_for_lock()
        allowed = {"old": [made.old], "new": [made.new], "either": [made.old, made.new]}
        assert report(world.root) in allowed[case.leaves], message
        if case.says is None:
            assert message == ""
        else:
            assert re.search(case.says, message)
            assert strays(world.root) == []
        world.mend()
        if case not in CACHE:
            with_new_results(world, made)
        world.build()
        assert report(world.root) == made.new
        assert strays(world.root) == []


def test_the_old_and_the_new_report_of_the_faults_differ_in_more_files_than_one(
    made: World,
) -> None:
    assert sum(made.old[path] != made.new[path] for path in made.old) > 1
