import re

import pandas as pd
import pytest

from agletters.palette import CSS_VARIABLES
from agletters.printings import RUN_COLUMNS
from agletters.quote_charts import shared_words
from tests.hostile import CELL_TEXTS

RUNS = pd.DataFrame(
    [
        ("Q1", "A. Ames", 10, "V1", "Paper (a copy), 2010", 3, 1, 3, "We ask you"),
        ("Q1", "A. Ames", 10, "V1", "Paper (a copy), 2010", 2, 5, 6, "to stop"),
        ("Q1", "A. Ames", 10, "Q2", "B. Bell", 5, 6, 10, "stop it here and now"),
        ("Q3", "C. Cole", 5, "Q4", "D. Dunn", 5, 1, 5, "It should stop at once"),
    ],
    columns=RUN_COLUMNS,
)


def notes(runs: pd.DataFrame = RUNS) -> list[str]:
    return [note.text for note in shared_words(runs, title="Shared").layout.annotations]


def edges(path: str) -> tuple[float, float]:
    left, right = re.match(r"M([\d.]+),.*?H([\d.]+)V", path).groups()
    return float(left), float(right)


def test_each_sentence_heads_the_texts_that_share_its_words() -> None:
    assert notes() == [
        "<b>Q1, A. Ames: 10 words</b>",
        "V1, Paper, 2010: 5",
        "Q2, B. Bell: 5",
        "<b>Q3, C. Cole: 5 words</b>",
        "Q4, D. Dunn: 5",
    ]


def test_a_bar_is_as_long_as_its_sentence_and_filled_where_words_are_shared() -> None:
    shapes = shared_words(RUNS, title="Shared").layout.shapes
    word = edges(shapes[0].path)[1] / 10
    outline, first, second = (edges(shape.path) for shape in shapes[:3])
    assert outline == (0, 10 * word)
    assert first == pytest.approx((0, 3 * word), abs=0.1)
    assert second == pytest.approx((4 * word, 6 * word), abs=0.1)
    assert shapes[0].fillcolor is None
    assert shapes[1].fillcolor is not None
    assert edges(shapes[-1].path) == pytest.approx((0, 5 * word), abs=0.1)


def test_the_words_answer_the_pointer() -> None:
    assert list(shared_words(RUNS, title="Shared").data[0].hovertext)[1] == "to stop"


@pytest.mark.parametrize("text", [*CELL_TEXTS, "$x$ %{y}", "👍🏽 an emoji"])
def test_hostile_names_and_words_stay_text(text: str) -> None:
    figure = shared_words(RUNS.assign(base=text, other=text, text=text), title="Shared")
    for shown in [*(note.text for note in figure.layout.annotations), *figure.data[0].hovertext]:
        assert set(re.findall(r"<[^>]*>", shown)) <= {"<b>", "</b>", "<br>"}
        assert "$" not in shown
        assert "%{" not in shown


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="no run of words is shared"):
        shared_words(RUNS.head(0), title="None")
    with pytest.raises(ValueError, match="Q3: words 1 to 6 do not lie within its 5"):
        shared_words(RUNS.assign(last_word=[3, 6, 10, 6]), title="Shared")


def test_every_colour_comes_from_the_palette() -> None:
    colours = set(re.findall(r"#[0-9a-f]{6}\b", shared_words(RUNS, title="Shared").to_json()))
    assert colours <= set(CSS_VARIABLES)
