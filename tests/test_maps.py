import json
import re
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pandas as pd
import plotly.graph_objects as go
import pytest
import shapely

from agletters.coalitions import STATUSES
from agletters.geometry import load_geometry
from agletters.maps import choropleth, small_multiples
from agletters.palette import (
    CSS_VARIABLES,
    INK,
    JOINED_LATER,
    LINE,
    MUTED,
    NOT_KNOWN,
    NOT_KNOWN_DOTS,
    NOT_SIGNED,
    PAPER,
    SIDES,
    SIGNED,
    STATUS_STYLES,
    base_layout,
    dark_of,
)

GEOJSON = Path(__file__).parents[1] / "data" / "geo" / "jurisdictions.geojson"
HOSTILE = '<script>alert(1)</script> <b onclick="x()">A & B</b> $x$ %{meta.crop}'


@pytest.fixture(scope="module")
def geometry() -> gpd.GeoDataFrame:
    return load_geometry(GEOJSON)


@pytest.fixture
def participation(geometry: gpd.GeoDataFrame) -> pd.DataFrame:
    """All four statuses, by turns; two rows are inferred."""
    frame = pd.DataFrame(geometry[["usps", "jurisdiction"]])
    frame["status"] = [STATUSES[i % 4] for i in range(len(frame))]
    frame["evidence"] = [
        "inferred" if usps in {"AK", "DC"} else "one_source" for usps in frame.usps
    ]
    return frame


@pytest.fixture
def figure(participation: pd.DataFrame, geometry: gpd.GeoDataFrame) -> go.Figure:
    return choropleth(participation, geometry, title="Some signed", subtitle="Who signed")


def areas(figure: go.Figure) -> dict[str, go.Scatter]:
    """The traces of the jurisdictions by name."""
    return {trace.name: trace for trace in figure.data if trace.hoveron == "fills" and trace.text}


def polygons(trace: go.Scatter) -> list[shapely.Polygon]:
    """The rings of a trace."""
    rings, ring = [], []
    for x, y in zip([*trace.x, None], [*trace.y, None], strict=True):
        if x is None:
            rings.append(shapely.Polygon(ring))
            ring = []
        else:
            ring.append((x, y))
    return rings


def labels(figure: go.Figure) -> go.Scatter:
    return next(trace for trace in figure.data if trace.mode == "text")


def legend(figure: go.Figure) -> list[str]:
    return [trace.name for trace in figure.data if trace.showlegend]


def contrast(a: str, b: str) -> float:
    """Contrast ratio of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    low, high = sorted([luminance(a), luminance(b)])
    return (high + 0.05) / (low + 0.05)


def test_every_jurisdiction_has_one_area_with_name_and_status(
    figure: go.Figure, participation: pd.DataFrame
) -> None:
    drawn = areas(figure)
    assert sorted(drawn) == sorted(participation["jurisdiction"])
    for row in participation.itertuples():
        trace = drawn[row.jurisdiction]
        assert trace.legendgroup == row.status
        assert trace.fill == "toself"
        assert row.jurisdiction in trace.text
        assert STATUS_STYLES[row.status].label in trace.text


def test_small_places_answer_from_a_square_that_can_be_hit(
    figure: go.Figure, geometry: gpd.GeoDataFrame
) -> None:
    drawn = areas(figure)
    left, right = figure.layout.xaxis.range
    units_per_km = figure.layout.width / (right - left)
    for row in geometry[geometry["callout"]].itertuples():
        label = shapely.Point(row.label_x, row.label_y)
        squares = [ring for ring in polygons(drawn[row.jurisdiction]) if ring.contains(label)]
        assert len(squares) == 1, row.usps
        assert squares[0].area ** 0.5 * units_per_km >= 10


def test_nothing_is_drawn_outside_the_frame(figure: go.Figure) -> None:
    (left, right), (bottom, top) = figure.layout.xaxis.range, figure.layout.yaxis.range
    frame = shapely.box(left, bottom, right, top)
    for trace in areas(figure).values():
        assert all(frame.contains(ring) for ring in polygons(trace)), trace.name


def test_one_kilometre_is_as_long_across_as_up(figure: go.Figure) -> None:
    (left, right), (bottom, top) = figure.layout.xaxis.range, figure.layout.yaxis.range
    margin = figure.layout.margin
    across = (figure.layout.width - margin.l - margin.r) / (right - left)
    up = (figure.layout.height - margin.t - margin.b) / (top - bottom)
    assert up == pytest.approx(across, rel=0.002)
    assert figure.layout.yaxis.scaleanchor == "x"


def test_every_status_has_a_second_cue(figure: go.Figure) -> None:
    cues = {status: (style.pattern, style.weight) for status, style in STATUS_STYLES.items()}
    assert len(set(cues.values())) == len(STATUSES)
    for trace in areas(figure).values():
        style = STATUS_STYLES[trace.legendgroup]
        assert (trace.fillpattern.shape or "") == style.pattern
        assert trace.fillcolor == style.fill


def test_labels_take_the_weight_and_colour_of_their_status(
    figure: go.Figure, participation: pd.DataFrame, geometry: gpd.GeoDataFrame
) -> None:
    text = labels(figure)
    assert len(text.text) == 56
    for usps, status, colour, weight in zip(
        geometry["usps"],
        participation["status"],
        text.textfont.color,
        text.textfont.weight,
        strict=True,
    ):
        assert weight == STATUS_STYLES[status].weight
        assert colour in {STATUS_STYLES[status].text, INK}, usps
    by_code = dict(zip(geometry["usps"], text.textfont.color, strict=True))
    status = dict(zip(participation["usps"], participation["status"], strict=True))
    assert by_code["TX"] == STATUS_STYLES[status["TX"]].text
    assert by_code["GU"] == by_code["DC"] == INK


def test_a_label_in_a_pattern_stands_in_a_clear_window(
    geometry: gpd.GeoDataFrame, participation: pd.DataFrame
) -> None:
    figure = choropleth(participation.assign(status="not_known"), geometry, title="None known")
    windows = [t for t in figure.data if t.fill == "toself" and t.hoverinfo == "skip"]
    assert [t.fillcolor for t in windows] == [NOT_KNOWN]
    rings = polygons(windows[0])
    row = geometry[geometry["usps"] == "TX"].iloc[0]
    assert any(ring.contains(shapely.Point(row.label_x, row.label_y)) for ring in rings)


def test_the_legend_counts_each_status_that_occurs(
    geometry: gpd.GeoDataFrame, participation: pd.DataFrame
) -> None:
    status = ["signed"] * 21 + ["not_signed"] * 35
    frame = participation.assign(status=status, evidence="one_source")
    figure = choropleth(frame, geometry, title="Twenty-one signed")
    assert legend(figure) == ["Signed (21)", "Did not sign (35)"]


def test_the_legend_follows_the_order_of_the_statuses(figure: go.Figure) -> None:
    assert legend(figure) == [
        "Signed (14)",
        "Joined later (14)",
        "Did not sign (14)",
        "Not known (14)",
        "Inferred (2)",
    ]


def test_an_inferred_row_has_an_asterisk_and_says_so(figure: go.Figure) -> None:
    marked = [text for text in labels(figure).text if text.endswith("*")]
    assert marked == ["AK*", "DC*"]
    assert "(inferred)" in areas(figure)["Alaska"].text
    assert "(inferred)" not in areas(figure)["Texas"].text


def test_hostile_text_stays_text(geometry: gpd.GeoDataFrame, participation: pd.DataFrame) -> None:
    frame = participation.assign(hover=HOSTILE)
    frame.loc[0, "jurisdiction"] = HOSTILE
    figure = choropleth(frame, geometry, title=HOSTILE, subtitle=HOSTILE)
    panels = small_multiples({HOSTILE: frame}, geometry, title=HOSTILE)
    for drawn in (figure, panels):
        texts = [trace.text for trace in areas(drawn).values()] + list(areas(drawn))
        texts += [drawn.layout.title.text, drawn.layout.title.subtitle.text or ""]
        texts += [words for t in drawn.data if t.name == "title" for words in t.text]
        for text in texts:
            tags = set(re.findall(r"<[^>]*>", text))
            assert tags <= {"<b>", "</b>", "<br>"}
            assert text.count("<b>") <= 1
            assert "$" not in text
            assert "%{" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in figure.layout.title.text


def test_hover_lines_come_from_the_column_that_is_named(
    geometry: gpd.GeoDataFrame, participation: pd.DataFrame
) -> None:
    frame = participation.assign(holder="Ann Ames\nelected 2006", hover="not this")
    frame.loc[frame["usps"] == "GU", "holder"] = pd.NA
    drawn = areas(choropleth(frame, geometry, title="Some signed", hover="holder"))
    assert drawn["Texas"].text.endswith("<br>Ann Ames<br>elected 2006")
    assert drawn["Guam"].text.count("<br>") == 1


def test_the_input_is_left_alone(geometry: gpd.GeoDataFrame, participation: pd.DataFrame) -> None:
    frame, shapes = participation.copy(deep=True), geometry.copy(deep=True)
    choropleth(participation, geometry, title="Some signed")
    small_multiples({"First": participation}, geometry, title="Some signed")
    pd.testing.assert_frame_equal(participation, frame)
    assert geometry.equals(shapes)


def test_the_order_of_the_rows_does_not_matter(
    geometry: gpd.GeoDataFrame, participation: pd.DataFrame, figure: go.Figure
) -> None:
    reversed_rows = participation.iloc[::-1]
    other = choropleth(reversed_rows, geometry, title="Some signed", subtitle="Who signed")
    assert other.to_json() == figure.to_json()


def test_nothing_is_fetched_and_numbers_stay_readable(figure: go.Figure) -> None:
    drawn = json.loads(figure.to_json())
    assert {trace["type"] for trace in drawn["data"]} == {"scatter"}
    assert "bdata" not in figure.to_json()
    assert "http" not in figure.to_json()
    for trace in drawn["data"]:
        for value in [*trace["x"], *trace["y"]]:
            assert value is None or value == round(value, 1)


@pytest.mark.parametrize("title", ["Short", "A title that goes on " * 10])
def test_the_crop_holds_title_and_legend_and_no_map(
    geometry: gpd.GeoDataFrame, participation: pd.DataFrame, title: str
) -> None:
    figure = choropleth(participation, geometry, title=title, subtitle="Who signed")
    top = figure.layout.meta["crop"]["top"]
    assert figure.layout.margin.t == top
    legend_top = (1 - figure.layout.legend.y) * figure.layout.height
    assert top - legend_top >= 25
    lines = figure.layout.title.text.count("<br>")
    title_top = (1 - figure.layout.title.y) * figure.layout.height
    assert legend_top - title_top >= 26 * (lines + 1)


def test_every_colour_comes_from_the_palette(
    figure: go.Figure, geometry: gpd.GeoDataFrame, participation: pd.DataFrame
) -> None:
    panels = small_multiples({"First": participation}, geometry, title="Some signed")
    for drawn in (figure, panels):
        colours = set(re.findall(r"#[0-9a-f]{3,8}\b", drawn.to_json()))
        assert colours <= set(CSS_VARIABLES)
        assert SIGNED in colours


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda f: f.replace({"usps": {"OR": "ZZ"}}), "row 40: usps 'ZZ' is not"),
        (lambda f: f.replace({"usps": {"OR": "WA"}}), "row 52: usps 'WA' has a row already"),
        (lambda f: f[f["usps"] != "OR"], "no row for usps OR"),
        (lambda f: f.assign(status="maybe"), "row 0: status 'maybe' is not one of signed"),
        (lambda f: f.assign(status=pd.NA), "row 0: status <NA> is not one of"),
        (lambda f: f.assign(jurisdiction=pd.NA), "row 0: usps 'AK' has no jurisdiction"),
        (lambda f: f.drop(columns="status"), "no column 'status'"),
    ],
)
def test_bad_rows_are_named(
    geometry: gpd.GeoDataFrame,
    participation: pd.DataFrame,
    change: Callable[[pd.DataFrame], pd.DataFrame],
    message: str,
) -> None:
    frame = change(participation)
    with pytest.raises(ValueError, match=message):
        choropleth(frame, geometry, title="Some signed")
    with pytest.raises(ValueError, match=f"Second: .*{message}"):
        small_multiples({"First": participation, "Second": frame}, geometry, title="Two")


def test_a_hover_column_that_is_not_there_is_named(
    geometry: gpd.GeoDataFrame, participation: pd.DataFrame
) -> None:
    with pytest.raises(ValueError, match="no column 'holder'"):
        choropleth(participation, geometry, title="Some signed", hover="holder")


def test_small_multiples_draw_every_map_on_one_scale(
    geometry: gpd.GeoDataFrame, participation: pd.DataFrame
) -> None:
    names = ["First", "Second", "Third", "Fourth"]
    figure = small_multiples(dict.fromkeys(names, participation), geometry, title="Four")
    titles = [trace for trace in figure.data if trace.name == "title"]
    assert [words for trace in titles for words in trace.text] == names
    axes = figure.layout.to_plotly_json()
    keys = ["", "2", "3", "4"]
    assert len({tuple(axes[f"xaxis{k}"]["range"]) for k in keys}) == 1
    domains = [axes[f"xaxis{k}"]["domain"] for k in keys]
    widths = [round(high - low, 3) for low, high in domains]
    assert len(set(widths)) == 1
    assert domains[0] == domains[3]
    assert axes["yaxis4"]["domain"][1] < axes["yaxis"]["domain"][0]
    for key in keys:
        drawn = [t for t in figure.data if t.xaxis == f"x{key}" and t.hoveron == "fills" and t.text]
        assert {t.name for t in drawn} == set(participation["jurisdiction"])
        assert {t.fillpattern.shape or "" for t in drawn} == {"", "/", "."}
    assert [t.name for t in figure.data if t.mode == "text"] == ["title"] * 4
    assert legend(figure) == ["Signed", "Joined later", "Did not sign", "Not known", "Inferred"]


def test_a_small_map_shows_dc_as_a_square_and_marks_inferred_rows(
    geometry: gpd.GeoDataFrame, participation: pd.DataFrame
) -> None:
    figure = small_multiples({"First": participation}, geometry, title="One", columns=3)
    square = polygons(areas(figure)["District of Columbia"])[0]
    assert square.area == pytest.approx(square.envelope.area)
    assert square.area > 80**2
    marks = [t for t in figure.data if t.mode == "markers" and not t.showlegend]
    assert [len(t.x) for t in marks] == [2]


@pytest.mark.parametrize(("count", "columns"), [(0, 3), (1, 0)])
def test_small_multiples_without_a_map_or_a_column_are_refused(
    geometry: gpd.GeoDataFrame, participation: pd.DataFrame, count: int, columns: int
) -> None:
    maps = {str(i): participation for i in range(count)}
    with pytest.raises(ValueError, match="needs a map and a column"):
        small_multiples(maps, geometry, title="None", columns=columns)


def test_the_palette_covers_the_four_statuses_in_order() -> None:
    assert tuple(STATUS_STYLES) == STATUSES


def test_every_colour_has_its_own_variable_and_a_dark_twin() -> None:
    assert len(set(CSS_VARIABLES.values())) == len(CSS_VARIABLES)
    for light in CSS_VARIABLES:
        assert re.fullmatch(r"#[0-9a-f]{6}", dark_of(light))
        assert dark_of(light) != light
    with pytest.raises(ValueError, match="'#123456' is not in the palette"):
        dark_of("#123456")


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_text_and_graphics_stand_out(paper: str) -> None:
    def seen(colour: str) -> str:
        return colour if paper == "light" else dark_of(colour)

    for text in (INK, MUTED, *SIDES.values()):
        assert contrast(seen(text), seen(PAPER)) >= 4.5
    for style in STATUS_STYLES.values():
        assert contrast(seen(style.text), seen(style.fill)) >= 4.5
        if style.pattern:
            assert contrast(seen(style.pattern_colour), seen(style.fill)) >= 3
    for graphic in (LINE, SIGNED, NOT_KNOWN_DOTS):
        assert contrast(seen(graphic), seen(PAPER)) >= 3
    for other in (NOT_SIGNED, NOT_KNOWN, JOINED_LATER):
        assert contrast(seen(SIGNED), seen(other)) >= 3


def test_no_button_sends_a_figure_away() -> None:
    assert "sendChartToCloud" in base_layout()["modebar"]["remove"]


def test_a_change_to_one_layout_does_not_reach_the_next() -> None:
    base_layout()["font"]["size"] = 99
    assert base_layout()["font"]["size"] != 99
