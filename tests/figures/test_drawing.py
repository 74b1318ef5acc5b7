import base64
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from agletters.figures import (
    DrawingError,
    StaleFigureError,
    draw,
    figure_block,
    find_chrome,
    write_figure,
)
from agletters.figures import drawing as drawing_module
from agletters.figures.tidy import tidy_svg
from tests.figures import figure_samples as samples

LOOKS = """async ([one, other]) => {
  const pixels = async (svg) => {
    const image = new Image();
    image.src = 'data:image/svg+xml;base64,' + svg;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, image.width, image.height);
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  };
  const [a, b] = [await pixels(one), await pixels(other)];
  if (a.length !== b.length) return 255;
  return a.reduce((worst, value, place) => Math.max(worst, Math.abs(value - b[place])), 0);
}"""
"""The largest difference between two drawings, pixel by pixel."""


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    record = samples.record()
    write_figure(record, tidy_svg(samples.raw(), record), tmp_path)
    return tmp_path


@pytest.fixture
def no_chrome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/no/such/chrome")


def program(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def ends(pid: str) -> bool:
    """Say whether a process ends within seconds; a dead one may stay listed as a zombie."""
    for _ in range(50):
        done = subprocess.run(["ps", "-o", "stat=", "-p", pid], capture_output=True, text=True)
        if done.stdout.strip()[:1] in {"", "Z"}:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.usefixtures("no_chrome")
def test_a_figure_that_has_not_changed_needs_no_chrome(committed: Path) -> None:
    svgs = draw([samples.record()], committed)
    assert svgs == {"who-signed": (committed / "who-signed.svg").read_text(encoding="utf-8")}


@pytest.mark.usefixtures("no_chrome")
def test_a_figure_that_has_not_changed_needs_neither_kaleido_nor_scour(
    committed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("kaleido", "scour"):
        monkeypatch.setitem(sys.modules, name, None)
    assert list(draw([samples.record()], committed)) == ["who-signed"]


@pytest.mark.usefixtures("no_chrome")
def test_a_new_alt_text_alone_needs_no_chrome(committed: Path) -> None:
    record = replace(samples.record(), alt="Another text.")
    assert "Another text." in draw([record], committed)["who-signed"]


@pytest.mark.usefixtures("no_chrome")
def test_without_chrome_every_stale_figure_is_named_with_the_remedy(committed: Path) -> None:
    changed = samples.record(fig=samples.areas().update_layout(width=401))
    new = samples.record("who-else")
    with pytest.raises(StaleFigureError) as caught:
        draw([changed, new], committed)
    message = str(caught.value)
    assert "who-signed, who-else" in message
    assert "BROWSER_PATH names '/no/such/chrome'" in message
    assert "apt-get install chromium" in message
    assert "pip install 'agletters[figures]'" in message


def test_without_kaleido_a_stale_figure_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "kaleido", None)
    with pytest.raises(StaleFigureError, match="the package kaleido is not installed"):
        draw([samples.record()], tmp_path)


@pytest.mark.usefixtures("no_chrome")
@pytest.mark.parametrize("damaged", ["", "not svg", "<svg"])
def test_a_damaged_drawing_is_not_used_again(committed: Path, damaged: str) -> None:
    (committed / "who-signed.svg").write_text(damaged)
    with pytest.raises(StaleFigureError, match="who-signed"):
        draw([samples.record()], committed)


@pytest.mark.usefixtures("no_chrome")
def test_a_committed_drawing_with_a_script_is_not_used_again(committed: Path) -> None:
    path = committed / "who-signed.svg"
    path.write_text(path.read_text().replace("</svg>", "<script>alert(1)</script></svg>"))
    with pytest.raises(StaleFigureError, match="who-signed"):
        draw([samples.record()], committed)


def test_two_figures_with_one_slug_are_refused(committed: Path) -> None:
    with pytest.raises(ValueError, match="more than one figure is called who-signed"):
        draw([samples.record(), samples.record()], committed)


def test_a_chrome_that_hangs_is_given_up_and_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trace = tmp_path / "pid"
    chrome = program(tmp_path / "hangs", f"echo $$ > {trace}; exec sleep 300")
    monkeypatch.setenv("BROWSER_PATH", chrome)
    with pytest.raises(DrawingError, match=r"who-signed: it did not answer within 2 seconds"):
        draw([samples.record()], tmp_path, time_limit=2)
    assert ends(trace.read_text().strip())


def test_a_chrome_that_crashes_is_named_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chrome = program(tmp_path / "crashes", "exit 1")
    monkeypatch.setenv("BROWSER_PATH", chrome)
    with pytest.raises(DrawingError, match=r"could not draw who-signed: .*set BROWSER_PATH"):
        draw([samples.record()], tmp_path, time_limit=20)


def test_a_chrome_is_found_by_name_or_where_it_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chrome = program(tmp_path / "chromium", "exit 0")
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setattr(drawing_module, "CHROMES", ("chromium",))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_chrome() == chrome
    monkeypatch.setenv("PATH", "")
    assert find_chrome() is None
    monkeypatch.setenv("BROWSER_PATH", chrome)
    assert find_chrome() == chrome


@pytest.mark.browser
def test_figures_are_drawn_by_one_chrome_and_twice_the_same(tmp_path: Path) -> None:
    records = [samples.record(), samples.record("bars", samples.bars())]
    first = draw(records, tmp_path)
    second = draw(records, tmp_path)
    assert list(first) == ["who-signed", "bars"]
    assert first == second
    for record in records:
        assert "figure-key" in first[record.slug]
        assert "<figure " in figure_block(record, first[record.slug])


@pytest.mark.browser
def test_a_machine_without_fonts_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><fontconfig></fontconfig>')
    monkeypatch.setenv("FONTCONFIG_FILE", str(empty))
    with pytest.raises(DrawingError, match="finds no fonts"):
        draw([samples.record()], tmp_path)


def test_a_picture_inside_a_figure_is_refused_by_the_figures_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def draw_with_picture(folder: Path, *_: object) -> None:
        for source in folder.glob("*.json"):
            source.with_suffix(".svg").write_text(samples.raw().replace("</svg>", "<image/></svg>"))

    monkeypatch.setenv("BROWSER_PATH", program(tmp_path / "chrome", "exit 0"))
    monkeypatch.setattr(drawing_module, "_run_chrome", draw_with_picture)
    monkeypatch.setattr(drawing_module, "legend_widths", lambda raw: [1.0, 2.0])
    with pytest.raises(DrawingError, match=r"figure 'who-signed' cannot be published: .*<image>"):
        draw([samples.record()], tmp_path)


@pytest.mark.browser
def test_the_tidy_drawing_looks_like_the_raw_one() -> None:
    raw = samples.raw()
    pair = [
        base64.b64encode(svg.encode()).decode() for svg in (raw, tidy_svg(raw, samples.record()))
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chrome(), args=["--no-sandbox"])
        worst = browser.new_page().evaluate(LOOKS, pair)
        browser.close()
    # Rounding moves an edge by at most a twentieth of a pixel; a missing part would show fully.
    assert worst < 128
