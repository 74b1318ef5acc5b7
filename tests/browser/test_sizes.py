"""The page is small enough for a slow phone and for an e-mail."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from .test_safety import Reader

pytestmark = pytest.mark.browser

KB = 1000
DRAWING = r'<figure class="figure[^>]*id="(fig-[^"]+)".*?<div class="drawing">(.*?)</svg>'


def zipped(data: bytes) -> int:
    return len(gzip.compress(data, compresslevel=9, mtime=0))


def test_the_page_with_all_chapters_and_figures(index: Path) -> None:
    data = index.read_bytes()
    assert len(data) <= 900 * KB
    assert zipped(data) <= 160 * KB


def test_the_single_file_edition(single: Path) -> None:
    assert single.stat().st_size <= 2500 * KB


def test_the_script_of_the_page(index: Path) -> None:
    scripts = Reader(index).scripts
    assert 0 < sum(len(script.encode()) for script in scripts) <= 15 * KB


def test_the_drawing_of_each_figure(index: Path) -> None:
    drawings = dict(re.findall(DRAWING, index.read_text(encoding="utf-8"), re.DOTALL))
    assert len(drawings) == len(list(Path(index.parents[1], "figures").glob("*.svg")))
    sizes = {slug: zipped(drawing.encode()) for slug, drawing in drawings.items()}
    assert {slug: size for slug, size in sizes.items() if size > 40 * KB} == {}
