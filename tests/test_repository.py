"""What keeps the files of the repository in step with one another."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from agletters.describe import data_readme
from agletters.tables import read_schema

# conda-forge has its own name for one of them.
CONDA_NAMES = {"kaleido": "python-kaleido"}


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    with (root / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["project"]


@pytest.fixture(scope="module")
def conda(root: Path) -> dict[str, Any]:
    return yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def conda_packages(conda: dict[str, Any]) -> dict[str, str]:
    named = [entry for entry in conda["dependencies"] if isinstance(entry, str)]
    found = {}
    for entry in named:
        match = re.fullmatch(r"([a-z0-9-]+)(.*)", entry)
        assert match, entry
        found[match[1]] = match[2]
    assert len(found) == len(named)
    return found


@pytest.fixture(scope="module")
def locked(root: Path) -> dict[str, str]:
    text = (root / "requirements.lock").read_text(encoding="utf-8")
    entries = text.replace("\\\n", " ").splitlines()
    pins = [re.match(r"([a-z0-9.-]+)==(\S+)(.*)", entry) for entry in entries]
    assert all(pins), [entry for entry, pin in zip(entries, pins, strict=True) if not pin]
    assert all(re.search(r" --hash=sha256:[0-9a-f]{64}", pin[3]) for pin in pins if pin)
    return {pin[1]: pin[2] for pin in pins if pin}


# Environments ------------------------------------------------------------------------


def test_conda_users_get_the_packages_by_name_from_one_channel(
    conda: dict[str, Any], conda_packages: dict[str, str]
) -> None:
    assert conda["channels"] == ["conda-forge"]
    expected = {"jupyterlab", "pandas", "plotly", "geopandas", "nbconvert", "pytest"}
    assert expected <= conda_packages.keys()
    [pip] = [entry["pip"] for entry in conda["dependencies"] if isinstance(entry, dict)]
    assert pip == ["--editable ."]


def test_conda_users_get_every_dependency_with_the_lower_bound_of_pyproject(
    project: dict[str, Any], conda_packages: dict[str, str]
) -> None:
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["figures"], *extras["notebooks"]]
    wanted += [entry for entry in extras["dev"] if Requirement(entry).name == "pytest"]
    bounds = {
        CONDA_NAMES.get(requirement.name, requirement.name): str(requirement.specifier)
        for requirement in map(Requirement, wanted)
    }
    assert conda_packages == {**bounds, "python": project["requires-python"], "pip": ""}


def test_the_lock_pins_and_hashes_every_dependency_within_its_bound(
    project: dict[str, Any], locked: dict[str, str]
) -> None:
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    for requirement in (Requirement(entry) for group in groups for entry in group):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)])


def test_the_lock_names_no_address(root: Path) -> None:
    text = (root / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)
    assert " @ " not in text


def test_the_command_and_the_exporter_are_installed(project: dict[str, Any]) -> None:
    for group, names in (
        ("console_scripts", project["scripts"]),
        ("nbconvert.exporters", project["entry-points"]["nbconvert.exporters"]),
    ):
        for name, value in names.items():
            [entry] = entry_points(group=group, name=name)
            assert entry.value == value
            assert callable(entry.load())


# Documents ---------------------------------------------------------------------------


def test_the_readme_of_the_data_is_what_the_schema_says(root: Path) -> None:
    readme = (root / "data" / "README.md").read_text(encoding="utf-8")
    assert readme == data_readme(read_schema(root / "data")), "run: agletters describe"


def test_version_and_date_are_the_same_wherever_they_stand(
    root: Path, project: dict[str, Any]
) -> None:
    citation = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    schema = read_schema(root / "data")
    assert str(citation["version"]) == project["version"]
    assert str(citation["date-released"]) == schema["created"][:10]
    changes = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    [newest, *_] = re.findall(r"^## (.*)$", changes, re.MULTILINE)
    assert newest == f"{project['version']}, {citation['date-released']}"
    assert re.search(rf"^### Data {re.escape(schema['version'])}$", changes, re.MULTILINE)


def notebooks() -> list[Path]:
    return sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


def test_there_are_notebooks() -> None:
    assert notebooks()


@pytest.mark.parametrize("path", notebooks(), ids=lambda path: path.stem)
def test_notebooks_are_kept_without_outputs_and_traces_of_a_run(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        assert cell["id"]
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
        assert cell["metadata"].keys() <= {"tags"}
    assert notebook["metadata"].keys() <= {"kernelspec", "language_info"}
    assert notebook["metadata"]["language_info"].keys() == {"name"}


# The rule for browser tests ------------------------------------------------------------

BROWSER_TESTS = """
import pytest

@pytest.mark.browser
@pytest.mark.parametrize("number", [1, 2])
def test_with_a_browser(number):
    pass

@pytest.mark.browser
def test_with_a_browser_too():
    pass

def test_without():
    pass
"""


def run_pytest(
    root: Path, folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    shutil.copy(root / "tests" / "conftest.py", folder)
    (folder / "test_browser.py").write_text(BROWSER_TESTS, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = browser\n", encoding="utf-8")
    inherited = {name: value for name, value in os.environ.items() if name != "CI"}
    inherited["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-ra", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_browser_its_tests_are_skipped_with_one_line(root: Path, tmp_path: Path) -> None:
    done = run_pytest(root, tmp_path, BROWSER_PATH="no-such-browser")
    assert done.returncode == 0
    assert "1 passed, 3 skipped" in done.stdout
    [line] = [line for line in done.stdout.splitlines() if line.startswith("SKIPPED")]
    assert line.startswith("SKIPPED [3]")
    assert "no Chrome or Chromium found" in line
    assert "apt-get install chromium" in line


def test_without_a_browser_the_run_fails_where_ci_is_true(root: Path, tmp_path: Path) -> None:
    done = run_pytest(root, tmp_path, BROWSER_PATH="no-such-browser", CI="true")
    assert done.returncode != 0
    assert "ERROR: no Chrome or Chromium found" in done.stderr
    assert "passed" not in done.stdout


def test_where_no_browser_test_is_chosen_none_is_needed(root: Path, tmp_path: Path) -> None:
    done = run_pytest(
        root, tmp_path, "-m", "not browser", BROWSER_PATH="no-such-browser", CI="true"
    )
    assert done.returncode == 0
    assert "1 passed, 3 deselected" in done.stdout


def test_with_a_browser_its_tests_run(root: Path, tmp_path: Path) -> None:
    # Any program will do: the rule asks only whether there is one.
    done = run_pytest(root, tmp_path, BROWSER_PATH=sys.executable, CI="true")
    assert done.returncode == 0
    assert "4 passed" in done.stdout
