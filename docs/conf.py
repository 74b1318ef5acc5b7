"""How Sphinx builds these pages; nothing is fetched, then or when they are read."""

from __future__ import annotations

import gc
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "_extensions"))

# What jsonschema would load to check addresses, which takes seconds and which no page needs.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

# All that is made stays to the end: to look for what is no longer used takes a tenth of the time.
gc.disable()

with (HERE.parent / "pyproject.toml").open("rb") as file:
    about = tomllib.load(file)["project"]

project = about["name"]
author = about["authors"][0]["name"]
release = about["version"]
project_copyright = author

extensions = [
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "numpydoc",
    "compiled",
    "example",
    "gallery",
    "own",
]
exclude_patterns = ["_*"]
# A bare `name` in a docstring is a link wherever there is something of that name.
default_role = "py:obj"
# Several modules have a `parse` or a `compare`; the nearest is meant.
suppress_warnings = ["ref.python"]

autosummary_generate = False
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints = "none"
numpydoc_show_class_members = False

html_theme = "furo"
html_title = f"{project} {release}"
html_static_path = ["_static"]
html_css_files = ["own.css"]
html_copy_source = False
html_show_sphinx = False
