"""The template of numpydoc, compiled once: numpydoc itself compiles it for every docstring."""

from __future__ import annotations

from functools import partial
from typing import Any

from jinja2.bccache import Bucket, BytecodeCache
from jinja2.sandbox import SandboxedEnvironment
from numpydoc import docscrape_sphinx
from sphinx.application import Sphinx


class Compiled(BytecodeCache):
    """Keep compiled templates for as long as the process lives."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept of its template."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the content of a bucket."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


def setup(app: Sphinx) -> dict[str, Any]:  # noqa: ARG001
    """Let numpydoc use the templates that are kept."""
    kept = partial(SandboxedEnvironment, bytecode_cache=Compiled())
    docscrape_sphinx.SandboxedEnvironment = kept
    return {"parallel_read_safe": True, "parallel_write_safe": True}
