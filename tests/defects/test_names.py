"""Names that would lead out of the output folder, or out of an attribute, are refused."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from agletters import cards, changes_html, codes_html
from agletters.figures import PublishedFigure, publish
from agletters.html_tables import check_slug, csv_link, html_table, show_table
from tests.hostile import TEXTS

SLUGS = [
    *("../../x", "..", ".", "/etc/passwd", "a/b", "a\\b", "C:x", "a.b", "", " ", "a\0", "a\n", "A"),
    *("ä", "а", "a--b", "-a", "a-", "%2e%2e", "con:", *TEXTS[:-1]),
]
FRAME = pd.DataFrame({"n": [1]})
FIGURE = go.Figure(go.Bar(x=["a"], y=[1]), layout={"title": {"text": "One"}})


@pytest.mark.parametrize("slug", SLUGS, ids=lambda slug: ascii(slug)[:24])
def test_a_name_that_is_no_plain_word_is_refused_by_all_that_makes_ids_and_files(slug: str) -> None:
    bundle = PublishedFigure("a", "T", "", "Alt.", None, (), ("n",), (("1",),), "{}").to_bundle()
    for make in (
        lambda: check_slug(slug),
        lambda: csv_link(FRAME, slug),
        lambda: html_table(FRAME, slug=slug, caption="One"),
        lambda: show_table(FRAME, slug=slug, caption="One"),
        lambda: publish(FIGURE, slug=slug, alt="One.", table=FRAME, sources=[]),
        lambda: PublishedFigure.from_bundle({**bundle, "slug": slug}),
        lambda: cards.show_statements(FRAME, slug=slug, caption="One"),
        lambda: changes_html.show_changes(FRAME, slug=slug, caption="One"),
        lambda: codes_html.show_codes(FRAME, slug=slug, caption="One", dimension="frame"),
    ):
        with pytest.raises(ValueError, match="slug"):
            make()
