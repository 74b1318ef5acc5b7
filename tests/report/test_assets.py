"""Styles and scripts of the page."""

import re
from pathlib import Path

from agletters import palette
from agletters.report import assets

SCRIPTS = sorted(Path(assets.TEMPLATES, "agletters", "scripts").glob("*.js"))


def test_comments_and_indentation_are_left_out_and_nothing_else() -> None:
    script = assets.page_script(packed=True)
    assert not re.search(r"^\s*(//|/\*)|^[ \t]", script, re.MULTILINE)
    for path in SCRIPTS:
        if path.stem == "theme":
            continue
        code = re.sub(r"/\*\*.*?\*/|^\s*//[^\n]*", "", path.read_text(), flags=re.DOTALL | re.M)
        for line in code.splitlines():
            assert re.sub(r"\s", "", line) in re.sub(r"\s|/\*\*.*?\*/", "", script), line


def test_only_the_one_file_edition_carries_the_unpacker() -> None:
    assert "unpackLzma(" in assets.page_script(packed=True)
    assert "function unpackLzma" not in assets.page_script()


def test_a_script_cannot_end_its_element() -> None:
    for script in (assets.theme_script(), assets.page_script(packed=True)):
        assert "</script" not in script.lower()
        assert "<!--" not in script


def test_each_colour_has_a_twin_for_dark_paper() -> None:
    css = assets.palette_css()
    for name in palette.CSS_VARIABLES.values():
        assert css.count(f"{name}:") == 3


def test_styles_keep_every_rule_and_no_comment() -> None:
    styles = assets.page_styles()
    assert "/*" not in styles
    folder = assets.TEMPLATES / "agletters" / "styles"
    rules = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.css"))
    assert styles.count("{") == rules.count("{") + assets.palette_css().count("{")


def test_styles_load_nothing() -> None:
    assert not re.search(r"@import|url\(", assets.page_styles())
