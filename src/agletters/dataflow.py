"""Follow values back through the code of a notebook, without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Statement:
    """A statement of a notebook with the names that it binds and reads.

    Attributes
    ----------
    cell
        Number of its cell in the notebook, from 1.
    node
        Its syntax tree.
    binds, reads
        Names. A name that is changed in part, as in ``rows["a"] = 1``, is both.
    """

    cell: int
    node: ast.stmt
    binds: frozenset[str]
    reads: frozenset[str]


def statements(cells: Sequence[tuple[int, str]]) -> list[Statement]:
    """Take the code of a notebook apart.

    An import of several names becomes as many statements, so that following one
    of them does not lead through the others.

    Parameters
    ----------
    cells
        Numbers and sources of the code cells, in order.

    Raises
    ------
    SyntaxError
        If a cell is not Python.

    Examples
    --------
    >>> [(found.cell, sorted(found.binds), sorted(found.reads))
    ...  for found in statements([(1, "from math import pi, e"), (3, "area = pi * r ** 2")])]
    [(1, ['pi'], []), (1, ['e'], []), (3, ['area'], ['pi', 'r'])]
    """
    found = []
    for cell, source in cells:
        for node in ast.parse(source).body:
            for part in _parts(node):
                names = [name for name in ast.walk(part) if isinstance(name, ast.Name)]
                stored = {name.id for name in names if isinstance(name.ctx, ast.Store)}
                reads = {name.id for name in names if isinstance(name.ctx, ast.Load)}
                changed = set(_changed(part))
                binds = stored | changed | set(_imported(part))
                found.append(Statement(cell, part, frozenset(binds), frozenset(reads | changed)))
    return found


def _parts(node: ast.stmt) -> Iterator[ast.stmt]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        for alias in node.names:
            if isinstance(node, ast.Import):
                yield ast.copy_location(ast.Import([alias]), node)
            else:
                yield ast.copy_location(ast.ImportFrom(node.module, [alias], node.level), node)
    else:
        yield node


def _imported(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        for alias in node.names:
            yield alias.asname or alias.name.partition(".")[0]
    elif isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name


def _changed(node: ast.stmt) -> Iterator[str]:
    """Give the names of which a part is assigned or that are added to."""
    for part in ast.walk(node):
        target: ast.expr | None = part.target if isinstance(part, ast.AugAssign) else None
        if isinstance(part, ast.Subscript | ast.Attribute) and isinstance(part.ctx, ast.Store):
            target = part
        while isinstance(target, ast.Subscript | ast.Attribute):
            target = target.value
        if isinstance(target, ast.Name):
            yield target.id


def backwards(before: Sequence[Statement], names: frozenset[str]) -> tuple[Statement, ...]:
    r"""Give the statements on which the values of some names depend, in their order.

    Parameters
    ----------
    before
        The statements that run before the names are read.
    names
        The names.

    References
    ----------
    Weiser, M. (1981), "Program slicing", 5th International Conference on Software
    Engineering, for straight-line code. Calls are taken to change nothing that is
    passed to them.

    Examples
    --------
    >>> code = statements([(1, "a = 1\nb = 2\nc = a + 1\na = 9")])
    >>> [ast.unparse(found.node) for found in backwards(code[:3], frozenset({"c"}))]
    ['a = 1', 'c = a + 1']
    """
    wanted, kept = set(names), []
    for statement in reversed(before):
        if statement.binds & wanted:
            wanted -= statement.binds
            wanted |= statement.reads
            kept.append(statement)
    return tuple(reversed(kept))


def said(statement: Statement) -> dict[str, ast.expr]:
    """Give the expressions that a statement passes by name to ``say``, if it does.

    Examples
    --------
    >>> [one] = statements([(4, "say('{n} offices', n=len(signers))")])
    >>> {name: ast.unparse(value) for name, value in said(one).items()}
    {'n': 'len(signers)'}
    """
    call = statement.node.value if isinstance(statement.node, ast.Expr) else None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
        return {}
    if call.func.id != "say":
        return {}
    return {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}


def names_in(expression: ast.expr) -> frozenset[str]:
    """Give the names that stand in an expression.

    Examples
    --------
    >>> sorted(names_in(ast.parse("len(signers) / total", mode="eval").body))
    ['len', 'signers', 'total']
    """
    return frozenset(node.id for node in ast.walk(expression) if isinstance(node, ast.Name))
