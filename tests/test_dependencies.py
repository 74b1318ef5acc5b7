"""Every package that is declared is used, and every package that is used is declared."""

import ast
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

#: Packages that are called and not imported: a file that calls them, and the words.
CALLED = {
    "dask": ("src/agletters/scale/engines.py", 'require("dask")'),
    "editables": ("Makefile", "--no-build-isolation"),
    "furo": ("docs/conf.py", '"furo"'),
    "hatchling": ("pyproject.toml", 'build-backend = "hatchling.build"'),
    "ipykernel": ("notebooks/00_findings.ipynb", '"name": "python3"'),
    "jupyterlab": ("README.md", "jupyter lab"),
    "mypy": ("Makefile", "-m mypy"),
    "nbstripout": (".pre-commit-config.yaml", "nbstripout"),
    "numpydoc": ("docs/conf.py", "numpydoc"),
    "pandas-stubs": ("pyproject.toml", "strict = true"),
    "pre-commit": (".pre-commit-config.yaml", "repos:"),
    "pytest-cov": ("Makefile", "--cov"),
    "pytest-xdist": ("Makefile", "-n "),
    "ruff": ("Makefile", "-m ruff"),
    "sphinx": ("docs/conf.py", "extensions"),
    "uv": ("Makefile", "-m uv"),
}
#: Packages that come with one that is declared, and are imported beside it.
COMES_WITH = {"numpy": "pandas", "packaging": "pytest", "pygments": "rich", "pyyaml": "pre-commit"}
COMES_WITH |= {"requests": "roc-validator", "shapely": "geopandas", "click": "typer"}


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    with (root / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["project"]


def names(entries: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(entry).name) for entry in entries}


def declared(project: dict[str, Any]) -> set[str]:
    return names(project["dependencies"]).union(
        *map(names, project["optional-dependencies"].values())
    )


@cache
def imported(folder: Path) -> frozenset[str]:
    """Give the distributions that the code of a folder imports, late imports included."""
    tops = set()
    for path in folder.rglob("*.py"):
        if "node_modules" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules = [node.module]
            tops |= {module.partition(".")[0] for module in modules}
    foreign = tops - sys.stdlib_module_names - {"agletters", "tests"}
    known = distributions()
    return frozenset(canonicalize_name(name) for top in foreign for name in known.get(top, []))


distributions = cache(packages_distributions)


def test_what_a_reader_must_install_is_imported_by_the_package(
    project: dict[str, Any], root: Path
) -> None:
    unused = names(project["dependencies"]) - imported(root / "src")
    # the kernel is started by name
    assert unused == {"ipykernel"}


def test_every_declared_package_is_imported_or_called(project: dict[str, Any], root: Path) -> None:
    folders = ("src", "tests", "docs", "benchmarks")
    used = frozenset().union(*(imported(root / folder) for folder in folders))
    for name in sorted(declared(project) - used):
        assert name in CALLED, f"{name} is declared and neither imported nor called"
        file, words = CALLED[name]
        assert words in (root / file).read_text(encoding="utf-8"), (name, file)


def test_every_imported_package_is_declared_or_comes_with_one_that_is(
    project: dict[str, Any], root: Path
) -> None:
    known = declared(project)
    for name in sorted(imported(root / "src") | imported(root / "tests")):
        assert name in known or COMES_WITH.get(name) in known, name
