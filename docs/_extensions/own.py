"""The members of a module are its own: what it imports is not loaded to be left out again.

Sphinx would read the sources of pandas, scipy and half of the standard library for that, which
takes a third of the time.
"""

from __future__ import annotations

import re
from importlib import import_module
from types import ModuleType
from typing import Any

from sphinx.application import Sphinx


def name_members(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Give each module whose members a page shows a list of those that it defines."""
    for name in re.findall(r"^\.\. automodule:: (\S+)$", source[0], re.MULTILINE):
        module = import_module(name)
        if not hasattr(module, "__all__"):
            vars(module)["__all__"] = [
                member
                for member, value in vars(module).items()
                if not isinstance(value, ModuleType)
                and getattr(value, "__module__", name) == name
                and not member.startswith("_")
            ]


def setup(app: Sphinx) -> dict[str, Any]:
    """Name the members before a page is read."""
    app.connect("source-read", name_members)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
