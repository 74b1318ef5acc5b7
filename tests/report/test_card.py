"""The picture that stands for a link to the page."""

import io
import json

from PIL import Image

from agletters import figures
from agletters.report.card import SIZE, social_card


def record(fill: str | None, title: str = "Ash signed") -> figures.PublishedFigure:
    area = {"x": [0, 1, 1, 0, None], "y": [0, 0, 1, 1, None], "fill": fill, "fillcolor": "#1f4e79"}
    layout = {"xaxis": {"range": [0, 1]}, "yaxis": {"range": [0, 1]}}
    spec = json.dumps({"data": [area], "layout": layout})
    return figures.PublishedFigure("a", title, "", "Alt.", None, (), ("n",), (("1",),), spec)


def colours(card: bytes) -> set[tuple[int, ...]]:
    picture = Image.open(io.BytesIO(card))
    assert picture.size == SIZE
    return {colour for _, colour in picture.getcolors(2**20)}


def test_the_card_shows_the_areas_of_the_first_map_in_their_colours() -> None:
    found = colours(social_card([record(None), record("toself")])["card.png"])
    assert {(0x1F, 0x4E, 0x79), (0xFF, 0xFF, 0xFF)} <= found


def test_the_card_shows_the_title() -> None:
    cards = [social_card([record("toself", title)]) for title in ("Ash signed", "Birch signed")]
    assert cards[0] != cards[1]


def test_the_card_is_the_same_bytes_each_time() -> None:
    assert social_card([record("toself")]) == social_card([record("toself")])


def test_a_report_without_a_map_has_no_card() -> None:
    assert social_card([record(None)]) == {}
