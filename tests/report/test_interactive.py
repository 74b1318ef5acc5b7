"""Interactive figures as scripts, beside the page or packed inside it."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import sync_playwright

from agletters import figures
from agletters.figures import find_chrome
from agletters.report import assets
from agletters.report.interactive import figure_scripts, pack, to_base91

SIGNS = [sign for sign in map(chr, range(33, 127)) if sign not in "&<>"]
RAW = [{"id": lzma.FILTER_LZMA1, "dict_size": 2**23, "lc": 4, "lp": 0, "pb": 0}]


def from_base91(text: str) -> bytes:
    pairs = zip(text[::2], text[1::2], strict=True)
    bits = "".join(f"{SIGNS.index(low) + 91 * SIGNS.index(high):013b}"[::-1] for low, high in pairs)
    return bytes(int(bits[at : at + 8][::-1], 2) for at in range(0, len(bits) - 7, 8))


@given(st.binary())
def test_bytes_written_as_text_can_be_read_back(content: bytes) -> None:
    text = to_base91(content)
    assert from_base91(text)[: len(content)] == content
    assert not set(from_base91(text)[len(content) :]) - {0}


@given(st.binary())
def test_the_text_needs_no_escape_in_html(content: bytes) -> None:
    assert set(to_base91(content)) <= set(SIGNS)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_packed_script_can_be_unpacked(script: str) -> None:
    packed = pack(script)
    unpacker = lzma.LZMADecompressor(format=lzma.FORMAT_RAW, filters=RAW)
    content = unpacker.decompress(from_base91(packed.text), packed.size) if script else b""
    assert content == script.encode()
    assert packed.size == len(script.encode())


def record(slug: str) -> figures.PublishedFigure:
    return figures.PublishedFigure(
        slug, "Title", "", "Alt.", None, (), ("n",), (("1",),), '{"data":[],"layout":{}}'
    )


def test_each_figure_is_a_script_beside_the_library() -> None:
    scripts = figure_scripts([record("a"), record("b")])
    assert list(scripts) == ["plotly.min.js", "a.js", "b.js"]
    assert "plotly.js v" in scripts["plotly.min.js"][:100]
    start = '(globalThis.agletters ??= {})["b"] = '
    assert scripts["b.js"].startswith(start)
    assert json.loads(scripts["b.js"].removeprefix(start).rstrip(";\n")) == {
        "data": [],
        "layout": {},
    }


def test_a_report_without_figures_carries_no_library() -> None:
    assert figure_scripts([]) == {}


@pytest.mark.browser
def test_the_page_unpacks_what_is_packed() -> None:
    texts = ["", "a", "ab" * 5000, "".join(map(chr, range(1, 2000))), *sources()]
    packed = [pack(text) for text in texts]
    folder = Path(assets.TEMPLATES, "agletters", "scripts")
    script = (folder / "unpack.js").read_text(encoding="utf-8").partition("for (const link")[0]
    unpack = "({text, size}) => new TextDecoder().decode(unpackLzma(fromBase91(text), size))"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chrome(), args=["--no-sandbox"])
        page = browser.new_page()
        page.add_script_tag(content=script)
        shown = [page.evaluate(unpack, {"text": one.text, "size": one.size}) for one in packed]
        browser.close()
    assert shown == texts


def sources() -> list[str]:
    """Give long texts of another kind than the plotting library's."""
    folder = Path(assets.__file__).parents[1]
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))]
