"""A plotly.js of no size: the real one takes seconds to pack, and no drawing depends on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from agletters.report import interactive


@contextmanager
def nothing_to_pack() -> Iterator[None]:
    """Build pages with a plotly.js that does nothing."""
    with mock.patch.object(interactive, "get_plotlyjs", lambda: "let Plotly;"):
        yield
