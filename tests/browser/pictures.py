"""What can be told of a screenshot: the browser that took it reads it."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import NamedTuple

from playwright.sync_api import Page

_READ = """async ([png, places]) => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const linear = Array.from({ length: 256 }, (_, value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [[0, 0, image.width, image.height], ...places].map(([x, y, width, height]) => {
    const { data } = context.getImageData(x, y, width, height);
    const colours = new Set();
    let sum = 0;
    let squares = 0;
    for (let at = 0; at < data.length; at += 4) {
      colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
      const luminance =
        0.2126 * linear[data[at]] + 0.7152 * linear[data[at + 1]] + 0.0722 * linear[data[at + 2]];
      sum += luminance;
      squares += luminance * luminance;
    }
    const pixels = data.length / 4;
    const mean = sum / pixels;
    const spread = Math.sqrt(Math.max(0, squares / pixels - mean * mean));
    return [width, height, colours.size, mean, spread];
  });
}"""


class Picture(NamedTuple):
    """A screenshot in numbers.

    ``luminance`` and ``spread`` are the mean and the standard deviation of the relative
    luminance of WCAG 2.2 over all pixels.
    """

    width: int
    height: int
    colours: int
    luminance: float
    spread: float


def read_picture(blank: Page, png: bytes) -> Picture:
    """Measure a PNG in a tab without a policy."""
    return read_places(blank, png, [])[0]


def read_places(blank: Page, png: bytes, places: Sequence[Sequence[int]]) -> list[Picture]:
    """Measure a PNG, and each of some places of it (left, top, width, height)."""
    found = blank.evaluate(_READ, [base64.b64encode(png).decode("ascii"), list(places)])
    return [Picture(*numbers) for numbers in found]


def contrast(first: float, second: float) -> float:
    """Give the contrast ratio of two relative luminances (WCAG 2.2)."""
    light, dark = max(first, second), min(first, second)
    return (light + 0.05) / (dark + 0.05)
