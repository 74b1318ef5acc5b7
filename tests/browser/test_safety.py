"""The page asks for nothing, and admits no script but its own."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from .conftest import Opened

pytestmark = pytest.mark.browser


class Reader(HTMLParser):
    """Collect what a page may load or run."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.policy = ""
        self.handlers: list[str] = []
        self.loads: list[str] = []
        self.scripts: list[str] = []
        self._script: list[str] | None = None
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if given.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = given["content"]
        self.handlers += [f"{tag} {name}" for name in given if name.startswith("on")]
        self.handlers += [
            f"{tag} {name}={value}"
            for name, value in given.items()
            if re.match(r"\s*(?:javascript|vbscript):", value, re.IGNORECASE)
        ]
        loaded = "href" if tag in {"link", "use", "image"} else "src"
        if (
            given.get("rel") not in {"canonical", "license", "author", "alternate"}
            and loaded in given
        ):
            self.loads.append(given[loaded])
        if tag == "script" and given.get("type", "module") in {"module", "text/javascript", ""}:
            self._script = []

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.scripts.append("".join(self._script))
            self._script = None


@pytest.fixture(scope="module", params=["index", "single", "code_page", "numbers"])
def page(request: pytest.FixtureRequest) -> Reader:
    return Reader(request.getfixturevalue(request.param))


def directives(policy: str) -> dict[str, list[str]]:
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {name: values for name, *values in parts}


def test_the_policy_admits_scripts_by_hash_alone(page: Reader) -> None:
    policy = directives(page.policy)
    assert policy["default-src"] == ["'none'"]
    admitted = policy["script-src"]
    assert any(value.startswith("'sha256-") for value in admitted)
    assert [
        value for value in admitted if "unsafe" in value or "*" in value or "http" in value
    ] == []
    assert policy["base-uri"] == ["'none'"]
    assert policy["form-action"] == ["'none'"]


def test_every_script_in_the_page_is_one_that_the_policy_names(page: Reader) -> None:
    admitted = directives(page.policy)["script-src"]
    for script in filter(None, page.scripts):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in admitted


def test_no_element_has_a_handler_or_a_script_in_its_address(page: Reader) -> None:
    assert page.handlers == []


def test_no_element_loads_anything_from_elsewhere(page: Reader) -> None:
    assert [address for address in page.loads if not re.match(r"data:|#", address)] == []


def test_the_page_of_the_code_asks_the_network_for_nothing(visit: Opened, code_page: Path) -> None:
    """Of the others see ``test_figures`` and ``test_numbers``."""
    made = visit(code_page)
    made.read_through()
    assert made.requests == [made.address]
    assert made.complaints == []


def test_markup_that_is_put_into_the_page_runs_nothing(visit: Opened) -> None:
    made = visit()
    made.tab.evaluate(
        """() => document.querySelector("main").insertAdjacentHTML("afterbegin",
          `<script>window.ran = 1</script>
           <img src=x onerror="window.ran = 2">
           <a id="trap" href="javascript:void(window.ran = 3)">link</a>
           <iframe srcdoc="<script>parent.ran = 4</script>"></iframe>`)"""
    )
    made.tab.locator("#trap").click()
    made.tab.wait_for_timeout(200)
    assert made.tab.evaluate("window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in made.complaints)
