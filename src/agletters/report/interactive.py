"""Interactive figures as scripts: beside the page, or packed inside it."""

from __future__ import annotations

import lzma
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from plotly.offline import get_plotlyjs

from agletters import figures
from agletters.report.cache import digest

#: The folder, beside the page, that holds the scripts.
FOLDER = "interactive"

# The page's own unpacker knows these settings; a table of numbers and code has no use for
# positions within a word (lp, pb). The dictionary holds all of plotly.js.
_FILTER = {"id": lzma.FILTER_LZMA1, "preset": 6, "dict_size": 2**23, "lc": 4, "lp": 0, "pb": 0}


@dataclass(frozen=True)
class Packed:
    """A script packed for the inside of a page.

    Attributes
    ----------
    text
        The packed bytes as text; see `to_base91`.
    size
        Number of bytes before packing.
    """

    text: str
    size: int


def figure_scripts(records: Sequence[figures.PublishedFigure]) -> dict[str, str]:
    """Write what the page loads to make a drawing interactive.

    Parameters
    ----------
    records
        The figures.

    Returns
    -------
    dict of str to str
        By the name of the file in `FOLDER`: plotly.js as the installed package has
        it, and for each figure its data and layout, as an entry of a global object.
        Nothing if there are no figures.

    Examples
    --------
    >>> record = figures.PublishedFigure("a", "T", "", "A.", None, (), ("n",), (("1",),), "{}")
    >>> list(figure_scripts([record]))
    ['plotly.min.js', 'a.js']
    """
    if not records:
        return {}
    scripts = {"plotly.min.js": get_plotlyjs()}
    for record in records:
        scripts[f"{record.slug}.js"] = (
            f'(globalThis.agletters ??= {{}})["{record.slug}"] = {record.figure};\n'
        )
    return scripts


def pack(script: str) -> Packed:
    """Pack a script for a page that carries it inside itself.

    Parameters
    ----------
    script
        Its text.

    Notes
    -----
    LZMA makes plotly.js a quarter smaller than gzip, the best that browsers unpack
    by themselves; the page unpacks it with a script of its own.

    Examples
    --------
    >>> pack("let a;").size
    6
    """
    raw = script.encode("utf-8")
    # A dictionary larger than what is packed would only be made and thrown away.
    filter_ = {**_FILTER, "dict_size": min(_FILTER["dict_size"], max(4096, len(raw)))}
    packed = lzma.compress(raw, format=lzma.FORMAT_RAW, filters=[filter_])
    return Packed(to_base91(packed), len(raw))


class Packer:
    """Packs each script once, and remembers what it packed.

    Parameters
    ----------
    earlier
        What another packer has `used`.

    Examples
    --------
    >>> packer = Packer()
    >>> packer("let a;") == pack("let a;") == Packer(packer.used)("let a;")
    True
    """

    def __init__(self, earlier: Mapping[str, tuple[str, int]] | None = None) -> None:
        self._earlier = earlier or {}
        #: The packed scripts and their sizes before, by the digests of the scripts.
        self.used: dict[str, tuple[str, int]] = {}

    def __call__(self, script: str) -> Packed:
        """Give a script packed, from what is remembered or anew."""
        name = digest(script)
        if name not in self.used:
            if name in self._earlier:
                self.used[name] = self._earlier[name]
            else:
                made = pack(script)
                self.used[name] = (made.text, made.size)
        return Packed(*self.used[name])


def to_base91(content: bytes) -> str:
    """Write bytes as text that can stand in HTML as it is.

    Parameters
    ----------
    content
        Any bytes.

    Returns
    -------
    str
        Two signs for 13 bits, the lowest first, the last filled up with zeros.

    Notes
    -----
    The signs are those of printable ASCII without ``&``, ``<`` and ``>``: 91, so that
    two of them tell 8281 values apart, enough for the 8192 of 13 bits.

    Examples
    --------
    >>> to_base91(b"ab")
    'c($!'
    """
    bits = np.unpackbits(np.frombuffer(content, dtype=np.uint8), bitorder="little")
    whole = np.pad(bits, (0, -len(bits) % 13)).reshape(-1, 13)
    values = whole @ (1 << np.arange(13))
    signs = np.array([sign for sign in map(chr, range(33, 127)) if sign not in "&<>"])
    return "".join(signs[np.stack([values % 91, values // 91], axis=1)].ravel())
