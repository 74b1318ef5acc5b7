"""The template of numpydoc, compiled once: numpydoc itself compiles it for every docstring."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from jinja2.bccache import FileSystemBytecodeCache
from jinja2.sandbox import SandboxedEnvironment
from numpydoc import docscrape_sphinx
from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Let numpydoc use the template as kept beside what else Sphinx keeps."""
    folder = Path(app.doctreedir)
    folder.mkdir(parents=True, exist_ok=True)
    kept = FileSystemBytecodeCache(str(folder))
    docscrape_sphinx.SandboxedEnvironment = partial(SandboxedEnvironment, bytecode_cache=kept)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
