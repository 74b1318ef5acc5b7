from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from agletters import election_tables
from agletters.campaign_tables import letter_headings
from agletters.charts import forest, named_tiles, status_matrix, timeline
from agletters.charts.timeline import date_position
from agletters.coalitions import participation, participation_by_letter
from agletters.elections import election_frame
from agletters.figure_parts import INNER_WIDTH
from agletters.palette import CSS_VARIABLES, NOT_SIGNED, SIGNED
from agletters.plans import run_plan
from tests import small_world as world

HOSTILE = "<b onclick='x'>A & B</b> $x$ %{y}"
SIDES = ("less", "more")
ROLES = {"primary": "Primary", "secondary": "Other", "sensitivity": "Again"}
COLUMNS = {"signed": "Signed", "not_signed": "Did not sign"}


def texts(figure: go.Figure) -> list[str]:
    return [word for t in figure.data if t.mode == "text" for word in t.text]


def colours(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*[colours(part) for part in value.values()])
    if isinstance(value, list | tuple):
        return set().union(*[colours(part) for part in value], set())
    return {value} if isinstance(value, str) and value.startswith("#") else set()


@pytest.fixture
def by_letter() -> pd.DataFrame:
    return participation_by_letter(
        world.letters(), world.signatures(), world.offices(), world.not_signed()
    )


@pytest.fixture
def headings() -> pd.DataFrame:
    letters = world.letters().assign(addressee_org=["Congress", "Elm, Inc.", "Elm, LLC"])
    return letter_headings(letters, {"Elm": "Elm", "Congress": "Congress"})


@pytest.fixture
def matrix(by_letter: pd.DataFrame, headings: pd.DataFrame) -> go.Figure:
    return status_matrix(by_letter, headings, title="Some signed")


@pytest.fixture
def frame() -> pd.DataFrame:
    letter = participation(
        "first", world.letters(), world.signatures(), world.offices(), world.not_signed()
    )
    return election_frame(world.offices(), world.officeholders(), world.candidacies(), letter)


@pytest.fixture
def results(frame: pd.DataFrame) -> pd.DataFrame:
    return run_plan(frame, world.plan())


@pytest.fixture
def events() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "date": ["1996", "2011", "2012-03-27", "2012-04"],
            "kind": ["law", "reply", "law", "other"],
            "event": ["Too early.", "A reply.", HOSTILE, "Elsewhere."],
        }
    )


def draw_timeline(headings: pd.DataFrame, events: pd.DataFrame) -> go.Figure:
    numbered = headings.assign(number=[2, 4, 4])
    return timeline(numbered, events, {"reply": "Replies", "law": "Laws"}, title="Two, then four")


def tiles(frame: pd.DataFrame) -> go.Figure:
    shaped = election_tables.tile_frame(frame)
    return named_tiles(shaped, COLUMNS, election_tables.STANDINGS, title="Two signed")


class TestMatrix:
    def test_has_every_cell_once(self, matrix: go.Figure) -> None:
        cells = {
            trace.name: 1 + sum(x is None for x in trace.x)
            for trace in matrix.data
            if trace.fill == "toself" and not trace.showlegend
        }
        assert cells == {"Signed": 8, "Joined later": 1, "Did not sign": 7, "Not known": 2}

    def test_marks_an_inferred_cell_in_the_row_of_its_office(self, matrix: go.Figure) -> None:
        [mark] = [
            t for t in matrix.data if t.mode == "markers" and t.hoverinfo == "skip" and t.y[0]
        ]
        names = next(t for t in matrix.data if t.mode == "text" and "Fir" in t.text)
        assert mark.y == (names.y[names.text.index("Fir")],)

    def test_tells_the_pointer_what_a_cell_says(self, matrix: go.Figure) -> None:
        hover = next(t for t in matrix.data if t.hovertext)
        assert "<b>Fir</b><br>August 2011: Signed (inferred)" in hover.hovertext
        assert len(hover.hovertext) == 18

    def test_puts_months_years_and_addressees_over_the_columns(self, matrix: go.Figure) -> None:
        assert [w for w in texts(matrix) if w in {"Elm", "Congress"}].count("Congress") == 1
        assert texts(matrix).count("2011") == 2

    def test_refuses_a_letter_without_rows(
        self, by_letter: pd.DataFrame, headings: pd.DataFrame
    ) -> None:
        with pytest.raises(ValueError, match="third"):
            status_matrix(by_letter[by_letter["letter_id"] != "third"], headings, title="None")


class TestTimeline:
    def test_leaves_out_what_is_too_early_and_kinds_without_a_lane(
        self, headings: pd.DataFrame, events: pd.DataFrame
    ) -> None:
        hover = [
            text
            for t in draw_timeline(headings, events).data
            if t.hovertext
            for text in t.hovertext
        ]
        shown = " ".join(hover)
        assert "A reply." in shown
        assert "Too early." not in shown
        assert "Elsewhere." not in shown

    def test_draws_stems_as_high_as_the_signers_are_many(
        self, headings: pd.DataFrame, events: pd.DataFrame
    ) -> None:
        stems = [
            t.y[0] - t.y[1]
            for t in draw_timeline(headings, events).data
            if t.mode == "lines" and t.line.color == SIGNED
        ]
        assert stems == [stems[0], 2 * stems[0], 2 * stems[0]]

    @pytest.mark.parametrize(
        ("date", "year"), [("2010", 2010.5), ("2010-01", 2010.042), ("2010-12-31", 2010.999)]
    )
    def test_puts_a_vague_date_in_the_middle(self, date: str, year: float) -> None:
        assert date_position(date) == pytest.approx(year, abs=0.001)


class TestForest:
    def test_draws_every_comparison_and_names_its_counts(self, results: pd.DataFrame) -> None:
        drawn = texts(forest(results, ROLES, title="Four", sides=SIDES))
        assert {*results["label"], "Primary", "Other", "Again"} <= set(drawn)
        assert "2/2 v 1/3" in drawn

    def test_puts_a_difference_on_the_scale(self, results: pd.DataFrame) -> None:
        figure = forest(results, ROLES, title="Four", sides=SIDES)
        numbers = next(t for t in figure.data if t.mode == "text" and "0" in t.text)
        scale = dict(zip(numbers.text, numbers.x, strict=True))
        assert scale["0"] == INNER_WIDTH / 2
        per_point = (scale["+20"] - scale["0"]) / 20
        assert per_point > 0
        squares = [
            t.x[0] for t in figure.data if t.mode == "markers" and t.marker.symbol == "square"
        ]
        expected = [scale["0"] + 100 * d * per_point for d in results["difference"]]
        assert sorted(squares) == pytest.approx(sorted(expected), abs=0.2)

    def test_shows_extremes_only_where_something_is_unknown(self, results: pd.DataFrame) -> None:
        known = results[results["unknown"] == 0]
        names = [t.name for t in forest(results, ROLES, title="Four", sides=SIDES).data if t.name]
        fewer = [t.name for t in forest(known, ROLES, title="Some", sides=SIDES).data if t.name]
        assert len(names) == len(fewer) + 1
        assert not any(t.line.dash for t in forest(known, ROLES, title="Some", sides=SIDES).data)

    def test_names_a_comparison_that_did_not_run_and_draws_no_mark(
        self, frame: pd.DataFrame
    ) -> None:
        plan = world.plan().replace({"outcome": {"party=D": "height=tall"}})
        figure = forest(run_plan(frame, plan), ROLES, title="Three", sides=SIDES)
        assert "party" in texts(figure)
        squares = [t for t in figure.data if t.mode == "markers" and t.marker.symbol == "square"]
        assert len(squares) == 3

    def test_refuses_a_role_without_heading(self, results: pd.DataFrame) -> None:
        with pytest.raises(ValueError, match="sensitivity"):
            forest(results, {"primary": "P", "secondary": "S"}, title="Four", sides=SIDES)


class TestTiles:
    def test_names_every_unit_and_counts_each_side(self, frame: pd.DataFrame) -> None:
        drawn = texts(tiles(frame))
        assert {"AA", "BB", "CC", "DD", "EE*", "FF*"} <= set(drawn)
        assert {"Signed: 2", "Did not sign: 4"} <= set(drawn)

    def test_keeps_tiles_apart_and_within_the_figure(self, frame: pd.DataFrame) -> None:
        many = pd.concat(
            [frame.assign(usps=[f"{u}{n}" for u in frame["usps"]]) for n in range(12)],
            ignore_index=True,
        )
        figure = tiles(many)
        corners = [
            (t.x[at], t.y[at])
            for t in figure.data
            if t.fill == "toself"
            for at in range(0, len(t.x), 6)
        ]
        assert len(set(corners)) == len(many)
        assert max(x for t in figure.data for x in t.x if x is not None) <= INNER_WIDTH
        assert (
            max(y for t in figure.data for y in t.y if y is not None)
            <= (figure.layout.yaxis.range[0])
        )

    def test_refuses_a_status_that_has_no_column(self, frame: pd.DataFrame) -> None:
        units = election_tables.tile_frame(frame).replace({"status": {"signed": "not_known"}})
        with pytest.raises(ValueError, match=r"Ash.*not_known"):
            named_tiles(units, COLUMNS, election_tables.STANDINGS, title="None")


def test_charts_use_no_colour_without_a_dark_twin(
    matrix: go.Figure,
    results: pd.DataFrame,
    frame: pd.DataFrame,
    headings: pd.DataFrame,
    events: pd.DataFrame,
) -> None:
    figures = [
        matrix,
        forest(results, ROLES, title="Four", sides=SIDES),
        tiles(frame),
        draw_timeline(headings, events),
    ]
    for figure in figures:
        used = colours(figure.to_plotly_json())
        assert used <= set(CSS_VARIABLES)
    assert {SIGNED, NOT_SIGNED} <= colours(matrix.to_plotly_json())


def test_hostile_text_is_shown_and_not_obeyed(
    by_letter: pd.DataFrame, headings: pd.DataFrame, events: pd.DataFrame, results: pd.DataFrame
) -> None:
    figures = [
        status_matrix(by_letter.assign(jurisdiction=HOSTILE), headings, title=HOSTILE),
        draw_timeline(headings.assign(heading=HOSTILE, addressee=HOSTILE), events),
        forest(results.assign(label=HOSTILE), ROLES, title=HOSTILE, sides=(HOSTILE, HOSTILE)),
    ]
    for figure in figures:
        hover = [text for t in figure.data if t.hovertext for text in t.hovertext]
        for text in [*texts(figure), *hover]:
            assert "onclick='x'>" not in text
            assert "$" not in text
            assert "%{" not in text


def test_the_input_is_left_alone(
    by_letter: pd.DataFrame, headings: pd.DataFrame, events: pd.DataFrame, results: pd.DataFrame
) -> None:
    before = [table.copy(deep=True) for table in (by_letter, headings, events, results)]
    status_matrix(by_letter, headings, title="Some")
    draw_timeline(headings, events)
    forest(results, ROLES, title="Four", sides=SIDES)
    for old, new in zip(before, (by_letter, headings, events, results), strict=True):
        pd.testing.assert_frame_equal(old, new)
