"""The public interface: a few names, each loaded when it is asked for."""

from __future__ import annotations

import importlib
import json
import pkgutil
import subprocess
import sys

import pytest

import agletters

HEAVY = ("numpy", "pandas", "plotly", "geopandas", "nbconvert", "frictionless", "scipy")

LOOK_AFTER = f"""
import json, sys, time
start = time.process_time()
{{code}}
seconds = time.process_time() - start
print(json.dumps([seconds, [name for name in {HEAVY!r} if name in sys.modules]]))
"""


def fresh(code: str) -> tuple[float, list[str]]:
    """Run code in a new interpreter; give its seconds and the heavy packages that it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK_AFTER.format(code=code)],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, loaded = json.loads(done.stdout)
    return seconds, loaded


def test_there_are_a_handful_of_public_names() -> None:
    assert 10 <= len(agletters.__all__) <= 16
    assert list(agletters.__all__) == sorted(agletters.__all__)


@pytest.mark.parametrize("name", agletters.__all__)
def test_each_public_name_is_the_function_of_its_module(name: str) -> None:
    module, attribute = agletters._HOMES[name]
    assert getattr(agletters, name) is getattr(importlib.import_module(module), attribute)


@pytest.mark.parametrize("name", agletters.__all__)
def test_each_public_name_says_what_it_takes_gives_and_raises(name: str) -> None:
    documentation = getattr(agletters, name).__doc__
    assert "Parameters\n    ----------" in documentation
    assert "Examples\n    --------\n" in documentation
    assert ">>> " in documentation


def test_no_public_name_hides_a_module() -> None:
    modules = {module.name for module in pkgutil.iter_modules(agletters.__path__)}
    assert not modules & set(agletters.__all__)
    assert importlib.import_module("agletters.coalitions").__name__ == "agletters.coalitions"


def test_public_names_are_listed_before_they_are_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import agletters; print(*dir(agletters))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(agletters.__all__) <= set(done.stdout.split())


def test_a_name_that_is_not_there_is_an_attribute_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match="module 'agletters' has no attribute 'nothing'"):
        _ = agletters.nothing  # type: ignore[attr-defined]


def test_the_text_helpers_are_there_at_once() -> None:
    # processor time, the least of three: other work on the machine is not the package's
    runs = [fresh("from agletters import extract, parse_signatories") for _ in range(3)]
    assert min(seconds for seconds, _ in runs) < 0.15


def test_reading_texts_loads_nothing_heavy() -> None:
    _, loaded = fresh(
        "from agletters import extract, parse_signatories\n"
        "extract('“We lost,” Ann Lee said.')\n"
        "parse_signatories('Ohio and Iowa signed.')"
    )
    assert loaded == []


def test_importing_the_package_alone_costs_next_to_nothing() -> None:
    runs = [fresh("import agletters") for _ in range(3)]
    assert [loaded for _, loaded in runs] == [[], [], []]
    assert min(seconds for seconds, _ in runs) < 0.02


def test_the_check_would_see_a_heavy_package() -> None:
    assert "pandas" in fresh("from agletters import participation")[1]
