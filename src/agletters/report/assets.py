"""Styles and scripts of the page, as they stand inside it."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from agletters import palette

TEMPLATES = Path(__file__).parent / "templates"

#: A script that does nothing. The browser stops reading the page before it runs one in the body,
#: and lets the reader in: of a long page it reads half a second's worth at once otherwise.
PAUSE = "0"

_FOLDER = TEMPLATES / "agletters"
_COMMENT_LINES = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)\n", re.MULTILINE | re.DOTALL)
_INDENTATION = re.compile(r"^\s+", re.MULTILINE)


def theme_script() -> str:
    """Give the script that runs before anything is painted.

    Examples
    --------
    >>> "localStorage" in theme_script()
    True
    """
    return _script(["theme"])


def page_script(*, packed: bool = False) -> str:
    """Give the page's own script: all parts in one block, without comments and indentation.

    Parameters
    ----------
    packed
        Whether the page carries its interactive figures inside itself, packed.

    Examples
    --------
    >>> page_script().startswith("{")
    True
    """
    left_out = {"elements", "theme"} if packed else {"elements", "theme", "unpack"}
    names = {path.stem for path in (_FOLDER / "scripts").glob("*.js")}
    return _script(["elements", *sorted(names - left_out)])


def _script(names: list[str]) -> str:
    texts = [(_FOLDER / "scripts" / f"{name}.js").read_text(encoding="utf-8") for name in names]
    bare = _INDENTATION.sub("", _COMMENT_LINES.sub("", "\n".join(texts)))
    return f"{{\n{bare.strip()}\n}}\n"


def page_styles() -> str:
    """Give the page's styles: the palette's colours, then the rules, without their comments.

    Examples
    --------
    >>> page_styles().startswith(":root { --paper:")
    True
    """
    paths = sorted((_FOLDER / "styles").glob("*.css"))
    rules = (_COMMENT_LINES.sub("", path.read_text(encoding="utf-8")) for path in paths)
    return "\n".join([palette_css(), *rules])


def palette_css() -> str:
    """Write the palette as CSS variables, for light paper and for dark.

    Dark is what the system asks for, unless the reader has chosen; paper is light.

    Examples
    --------
    >>> "--signed: #1f4e79;" in palette_css()
    True
    """
    names = palette.CSS_VARIABLES.items()
    light = " ".join(f"{name}: {colour};" for colour, name in names)
    dark = " ".join(f"{name}: {palette.dark_of(colour)};" for colour, name in names)
    return (
        f":root {{ {light} }}\n"
        f"@media screen {{ :root[data-theme=dark] {{ {dark} }} }}\n"
        "@media screen and (prefers-color-scheme: dark) "
        f"{{ :root:not([data-theme=light]) {{ {dark} }} }}"
    )


def script_hash(script: str) -> str:
    """Give the hash by which a Content-Security-Policy admits an inline script.

    References
    ----------
    W3C, "Content Security Policy Level 3", section 2.3.1, hash-source.

    Examples
    --------
    >>> script_hash("alert('Hello, world.');")
    'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='
    """
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
