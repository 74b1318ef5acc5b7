"""Groups of a frame's rows as plain Python values."""

from __future__ import annotations

from typing import Any

import pandas as pd


def tuples_by(rows: pd.DataFrame, by: str | list[str], column: str) -> dict[Any, tuple[Any, ...]]:
    """Collect the values of a column for every group of rows.

    Parameters
    ----------
    rows
        Any frame.
    by
        The column, or columns, whose values make a group; rows without one are left out.
    column
        The column to collect.

    Returns
    -------
    dict
        By group, in the order in which the groups come up, the values in the order of
        the rows.

    Notes
    -----
    ``groupby(...).agg(tuple)`` gives lists of pyarrow's own where that is installed.

    Examples
    --------
    >>> rows = pd.DataFrame({"code": ["A", "B", "A"], "coder": ["x", "x", "y"]})
    >>> tuples_by(rows, "code", "coder")
    {'A': ('x', 'y'), 'B': ('x',)}
    """
    named = rows.dropna(subset=by)
    keys = named[by].itertuples(index=False, name=None) if isinstance(by, list) else named[by]
    found: dict[Any, list[Any]] = {}
    for key, value in zip(keys, named[column], strict=True):
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
