from agletters.figure_parts import (
    INNER_WIDTH,
    WIDTH,
    Heading,
    hover_points,
    label_trace,
    pixel_figure,
    status_area,
    status_legend,
)
from agletters.markup import plotly_text
from agletters.palette import STATUS_STYLES

HOSTILE = "<b>x</b> $a$ %{y} <a href='javascript:1'>z</a>"


def test_a_longer_title_makes_a_higher_band() -> None:
    assert Heading("word " * 40).height > Heading("word").height
    assert Heading("word", "more").height > Heading("word").height


def test_the_crop_is_the_band_and_nothing_of_the_body() -> None:
    figure = pixel_figure(Heading("Ash signed", "What is drawn"), 200)
    assert figure.layout.height - figure.layout.meta["crop"]["top"] == 200
    assert figure.layout.margin.t == figure.layout.meta["crop"]["top"]


def test_one_unit_of_the_axes_is_one_pixel() -> None:
    figure = pixel_figure(Heading("Ash signed"), 200)
    across = figure.layout.xaxis.range[1] - figure.layout.xaxis.range[0]
    assert across == WIDTH - figure.layout.margin.l - figure.layout.margin.r == INNER_WIDTH
    assert figure.layout.yaxis.range[0] - figure.layout.yaxis.range[1] == 200


def test_text_from_data_is_never_markup_tex_or_template() -> None:
    [shown] = label_trace([0], [0], [HOSTILE]).text
    assert shown == plotly_text(HOSTILE)
    assert not {"<", "$"} & set(shown)
    assert "%{" not in shown
    title = pixel_figure(Heading(HOSTILE, HOSTILE), 10).layout.title
    assert "<b>" not in title.text + title.subtitle.text


def test_every_status_has_its_own_colour_or_pattern() -> None:
    looks = set()
    for status in STATUS_STYLES:
        area = status_area([0, 1], [0, 1], status, status)
        looks.add((area.fillcolor, area.fillpattern.shape))
    assert len(looks) == len(STATUS_STYLES)


def test_a_legend_has_the_mark_of_inferred_rows_only_if_asked() -> None:
    labels = {"signed": "Signed", "not_known": "Not known"}
    assert [entry.name for entry in status_legend(labels)] == ["Signed", "Not known"]
    assert status_legend(labels, "Inferred")[-1].name == "Inferred"
    assert all(entry.showlegend for entry in status_legend(labels, "Inferred"))


def test_points_that_answer_the_pointer_are_not_seen() -> None:
    points = hover_points([1], [1], ["Ash"])
    assert points.marker.opacity == 0
    assert points.hovertext == ("Ash",)
