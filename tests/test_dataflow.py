import ast

import pytest

from agletters.dataflow import backwards, said, statements


def sliced(source: str, *names: str) -> list[str]:
    found = backwards(statements([(1, source)]), frozenset(names))
    return [ast.unparse(statement.node) for statement in found]


def test_only_what_a_name_depends_on_is_kept_in_order() -> None:
    assert sliced("a = 1\nb = 2\nc = a + b\nd = a\ne = d", "c") == ["a = 1", "b = 2", "c = a + b"]


def test_what_is_bound_again_hides_what_was_bound_before() -> None:
    assert sliced("a = 1\na = 2\nb = a", "b") == ["a = 2", "b = a"]
    assert sliced("a = 1\na = a + 1\nb = a", "b") == ["a = 1", "a = a + 1", "b = a"]


@pytest.mark.parametrize(
    "change", ["a['x'] = c", "a.x = c", "a['x'].y = c", "a += c", "a['x'] += c"]
)
def test_a_change_in_part_keeps_the_whole_before_it(change: str) -> None:
    assert sliced(f"a = f()\nc = 1\n{change}\nb = a", "b") == ["a = f()", "c = 1", change, "b = a"]


def test_names_that_are_unpacked_are_followed_each() -> None:
    assert sliced("p = 1\na, (b, *c) = p\nd = c", "d") == ["p = 1", "a, (b, *c) = p", "d = c"]


def test_of_an_import_only_the_name_that_is_used_is_kept() -> None:
    source = "from x import a as b, c\nimport m.n, o\nd = b + m.n.p"
    assert sliced(source, "d") == ["from x import a as b", "import m.n", "d = b + m.n.p"]


def test_functions_and_classes_are_bound_by_their_names() -> None:
    source = "k = 2\ndef f(x):\n    return x + k\nclass C: pass\na = f(1)"
    assert sliced(source, "a") == ["k = 2", "def f(x):\n    return x + k", "a = f(1)"]


def test_a_statement_knows_its_cell() -> None:
    assert [found.cell for found in statements([(2, "a = 1\nb = 2"), (5, "c = 3")])] == [2, 2, 5]


@pytest.mark.parametrize("source", ["say('x')", "show(n=1)", "x = say('{n}', n=1)", "m.say(n=1)"])
def test_only_a_passage_with_values_says_something(source: str) -> None:
    [statement] = statements([(1, source)])
    assert said(statement) == {}
