import re
import xml.etree.ElementTree as ET

import pytest

from agletters.figures import inline_svg, legend_entries, legend_key
from agletters.figures.svg import parse
from agletters.figures.tidy import tidy_svg
from tests.figures import figure_samples as samples

NO_CROP = {"top": 0, "bottom": 0}
VARIABLES = {"#1f4e79": "--signed", "#c3d5e6": "--joined-later"}


def svg() -> str:
    return tidy_svg(samples.raw(), samples.record())


def inlined() -> ET.Element:
    return parse(inline_svg(svg(), VARIABLES, NO_CROP))


def test_the_page_gives_title_and_legend_so_the_drawing_does_not() -> None:
    texts = {"".join(part.itertext()) for part in inlined().iter("text")}
    assert texts == {"N<Y & co", "link"}
    assert not [part for part in inlined().iter() if part.get("class") == "figure-legend"]


def test_the_page_chooses_paper_font_and_size() -> None:
    root = inlined()
    assert {"width", "height", "font-family"}.isdisjoint(root.attrib)
    assert not [part for part in root.iter() if part.get("class") == "figure-paper"]
    assert not [part for part in root.iter() if part.get("font-family")]


def test_the_drawing_keeps_its_name_and_its_description() -> None:
    assert [part.tag for part in inlined()[:2]] == ["title", "desc"]


def test_the_bands_of_title_and_legend_are_cut_off() -> None:
    shown = parse(inline_svg(svg(), {}, {"top": 100, "bottom": 40}))
    assert shown.get("viewBox") == "0 100 400 160"


@pytest.mark.parametrize("crop", [{"top": 200, "bottom": 100}, {"top": -1, "bottom": 0}])
def test_a_crop_that_leaves_nothing_is_refused(crop: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="leaves nothing of a figure 300 pixels high"):
        inline_svg(svg(), {}, crop)


def test_named_colours_become_variables_that_fall_back_to_themselves() -> None:
    paints = {part.get(name) for part in inlined().iter() for name in ("fill", "stroke")}
    assert "var(--signed, #1f4e79)" in paints
    assert "var(--joined-later, #c3d5e6)" in paints
    assert "#ffffff" in paints
    assert "#1f4e79" not in paints


def test_a_colour_that_is_only_written_in_a_label_stays_as_written() -> None:
    said = svg().replace("N&lt;Y &amp; co", 'fill="#1f4e79"')
    texts = [
        "".join(part.itertext()) for part in parse(inline_svg(said, VARIABLES, NO_CROP)).iter()
    ]
    assert 'fill="#1f4e79"' in texts


def test_what_has_a_pattern_carries_the_name_of_its_ground() -> None:
    pattern = '<pattern id="p"><rect fill="#fdfdfd"/><circle fill="#868686"/></pattern>'
    shapes = '<path class="state" fill="url(#p)"/><path fill="#fdfdfd"/>'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        f"<defs>{pattern}</defs>{shapes}</svg>"
    )
    shown = inline_svg(svg, {"#fdfdfd": "--not-known"}, {"top": 0, "bottom": 0})
    assert 'class="state not-known" fill="url(#p)"' in shown
    assert shown.count("not-known") == 1 + len(["the pattern's ground", "the plain path"])


def test_what_only_the_legend_used_is_not_kept() -> None:
    elsewhere = re.sub(r'(<path d[^>]*)fill="url\(#who-signed--2\)"', r'\1fill="#c3d5e6"', svg())
    assert list(parse(elsewhere).iter("pattern"))
    assert not list(parse(inline_svg(elsewhere, {}, NO_CROP)).iter("pattern"))


def test_the_key_has_the_legends_entries_in_its_order() -> None:
    assert [label for label, _ in legend_entries(svg(), {})] == ["Signed", "Joined later"]


def test_a_swatch_shows_the_areas_colour_pattern_and_outline() -> None:
    plain, hatched = [parse(swatch) for _, swatch in legend_entries(svg(), VARIABLES)]
    area = next(plain.iter("rect"))
    assert area.get("fill") == "var(--signed, #1f4e79)"
    assert area.get("stroke") == "#ffffff"
    pattern = next(hatched.iter("pattern"))
    areas = [part for part in hatched.iter("rect") if part.get("x")]
    assert [part.get("fill") for part in areas] == [f"url(#{pattern.get('id')})"]


def test_ids_of_key_and_drawing_are_unique_on_the_page() -> None:
    page = legend_key(svg(), {}) + inline_svg(svg(), {}, NO_CROP)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert all(name.startswith("who-signed-") for name in ids)


def test_a_figure_without_a_legend_has_no_key() -> None:
    without = svg().replace("figure-key", "figure-other")
    assert legend_key(without, {}) == ""


def test_a_label_of_the_key_is_escaped() -> None:
    hostile = svg().replace(">Signed<", ">&lt;script&gt;alert(1)&lt;/script&gt;<")
    key = legend_key(hostile, {})
    assert "<script" not in key
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in key


def test_each_label_carries_its_own_or_inherited_size() -> None:
    label = '<text class="figure-label"{}>A</text>'
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g font-size="11">'
        + label.format("")
        + label.format(' font-size="14"')
        + "</g></svg>"
    )
    shown = inline_svg(svg, {}, {"top": 0, "bottom": 0})
    assert shown.index("--size:11px") < shown.index("--size:14px")
