"""What the Nu HTML checker, Lighthouse and TypeScript say of the page and its script."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agletters.figures import find_chrome

from .conftest import HERE, require
from .serving import serving

pytestmark = pytest.mark.browser

#: What Lighthouse has to say, of 100, on its setting for phones.
SCORES = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98}

#: Work beside it on the machine makes the page look slower, never faster.
TRIES = 3


@pytest.fixture
def address(report: Path) -> Iterator[str]:
    """Give the address at which the report is served."""
    with serving(report) as address:
        yield address


def test_the_nu_html_checker_finds_no_error(
    index: Path, single: Path, code_page: Path, numbers: Path, node_modules: Path
) -> None:
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = require("java", "default-jre-headless")
    done = subprocess.run(
        [
            java,
            # no compiling for a long life, which takes more of the stack
            *("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss8m"),
            "-jar",
            str(jar),
            "--format",
            "json",
            "--stdout",
            "--exit-zero-always",
            *map(str, (index, single, code_page, numbers)),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    kinds: dict[str, Counter[str]] = {"info": Counter(), "error": Counter()}
    for message in json.loads(done.stdout)["messages"]:
        kind = kinds["info" if message["type"] == "info" else "error"]
        kind[f"{Path(message['url']).name}: {message['message']}"] += 1
    for warning, count in kinds["info"].items():
        print(f"{count} times {warning}")
    assert dict(kinds["error"]) == {}


def _lighthouse(node_modules: Path, address: str, result: Path) -> dict[str, Any]:
    done = subprocess.run(
        [
            require("node", "nodejs"),
            str(node_modules / "lighthouse" / "cli" / "index.js"),
            address,
            "--quiet",
            "--output=json",
            f"--output-path={result}",
            f"--only-categories={','.join(SCORES)}",
            "--disable-full-page-screenshot",
            "--no-enable-error-reporting",
            "--chrome-flags=--headless=new --no-sandbox",
        ],
        env={**os.environ, "CHROME_PATH": str(find_chrome())},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.is_file(), done.stderr
    found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    return found


def _short_of(result: dict[str, Any]) -> list[str]:
    """List the categories below their score, each with the audits that cost it something."""
    if "runtimeError" in result:
        return [f"performance not measured: {result['runtimeError']['message']}"]
    short = []
    for name, wanted in SCORES.items():
        category = result["categories"][name]
        if round(100 * category["score"]) < wanted:
            audits = [
                result["audits"][entry["id"]] for entry in category["auditRefs"] if entry["weight"]
            ]
            lost = [
                f"{audit['id']} {audit.get('displayValue', '')}".strip()
                for audit in audits
                if audit["score"] is not None and audit["score"] < 1
            ]
            short.append(f"{name} {round(100 * category['score'])}: {', '.join(lost)}")
    return short


@pytest.mark.judge
def test_lighthouse_gives_full_marks_and_98_for_speed(
    node_modules: Path, address: str, tmp_path: Path
) -> None:
    short = [""]
    for _ in range(TRIES):
        short = _short_of(_lighthouse(node_modules, address, tmp_path / "result.json"))
        if not any(line.startswith("performance") for line in short):
            break
    assert short == []


def test_the_script_of_the_page_passes_the_type_checker(node_modules: Path) -> None:
    compiler = node_modules / "typescript" / "bin" / "tsc"
    done = subprocess.run(
        [require("node", "nodejs"), str(compiler), "--project", str(HERE / "tsconfig.json")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0
