"""The code of all cells on a page of its own."""

from agletters.report.code_page import code_page
from agletters.report.metadata import Edition
from tests.hostile import TEXTS

from .test_page import Elements, chapter

EDITION = Edition("2001-02-03", "0.0.1", "CC BY 4.0")


def test_every_code_cell_stands_once_under_its_own_id() -> None:
    page = code_page([chapter("00_a", "# First?", "x = 1", "say(x)")], EDITION)
    found = Elements(page)
    assert [name for name in found.ids if name.startswith("code-")] == ["code-a-2", "code-a-3"]
    assert "<code>x = 1</code>" in page
    assert found.tags.count("h1") == 1


def test_code_is_shown_and_not_run() -> None:
    cells = [f"x = {text!r}" for text in TEXTS[:5]]
    page = code_page([chapter("00_a", "# First?", *cells)], EDITION)
    assert Elements(page).tags.count("script") == 1
    assert "img" not in Elements(page).tags
