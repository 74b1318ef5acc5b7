import html
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from agletters.figures.svg import label_svg, parse, read_hash
from agletters.figures.tidy import tidy_svg
from tests.figures import figure_samples as samples


def tidied(raw: str | None = None) -> ET.Element:
    return parse(tidy_svg(raw or samples.raw(), samples.record()))


def with_text(raw: str, text: str) -> str:
    """Put a text where the drawing has its one label."""
    escaped = html.escape(text, quote=False)
    return re.sub(r"N(&lt;|&#60;)Y (&amp;|&#38;) co", lambda _: escaped, raw)


def test_the_committed_svg_is_a_named_picture_of_the_figures_size() -> None:
    root = tidied()
    assert (root.get("width"), root.get("height")) == ("400", "300")
    assert root.get("viewBox") == "0 0 400 300"
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "who-signed-title who-signed-desc"
    assert [(part.tag, part.get("id"), part.text) for part in root[:2]] == [
        ("title", "who-signed-title", "Two signed; two joined"),
        ("desc", "who-signed-desc", "Two areas are dark, two hatched."),
    ]


def test_the_svg_carries_the_hash_of_its_figure() -> None:
    record = samples.record()
    assert read_hash(tidy_svg(samples.raw(), record)) == record.hash


def test_random_ids_leave_no_trace() -> None:
    raw = samples.raw()
    uid = re.search(r'id="defs-(\w+)"', raw)[1]
    pattern = re.search(rf'id="p{uid}-(\w+)"', raw)[1]
    other = raw.replace(uid, "abcdef").replace(pattern, "123456")
    assert other != raw
    assert tidy_svg(other, samples.record()) == tidy_svg(raw, samples.record())


def test_every_id_starts_with_the_slug_and_every_reference_finds_one() -> None:
    root = tidied()
    ids = [part.get("id") for part in root.iter() if part.get("id")]
    assert len(ids) == len(set(ids))
    assert all(name.startswith("who-signed-") for name in ids)
    text = ET.tostring(root, encoding="unicode")
    assert set(re.findall(r"url\(#([\w-]+)\)", text)) <= set(ids)


def test_filling_and_outline_of_a_shape_are_one_path() -> None:
    root = tidied()
    keys = [group for group in root.iter("g") if group.get("class") == "figure-legend"]
    in_legend = {part for key in keys for part in key.iter("path")}
    in_patterns = {part for pattern in root.iter("pattern") for part in pattern.iter("path")}
    apart = in_legend | in_patterns
    shapes = [part for part in root.iter("path") if part not in apart and "id" not in part.attrib]
    shapes += root.iter("use")
    assert len(shapes) == 4
    assert all(part.get("fill") != "none" for part in shapes)
    stroked = {part for group in root.iter("g") if group.get("stroke") for part in group}
    assert stroked == set(shapes)


def test_a_long_path_that_stands_twice_is_written_once() -> None:
    long = "M0,0" + "".join(f"L{n},{n * n % 7}" for n in range(1, 40)) + "Z"
    style = "fill: rgb(31, 78, 121)"
    shapes = "".join(
        f'<g transform="translate({x},0)"><path d="{long}" style="{style}"/></g>' for x in (0, 50)
    )
    raw = f'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="9">{shapes}</svg>'
    root = parse(tidy_svg(raw, samples.record()))
    places = [use.get("href") for use in root.iter("use")]
    assert places == ["#who-signed--path-1"] * 2
    assert [part.get("id") for part in root.iter("path")] == ["who-signed--path-1"]


def test_lines_of_one_kind_become_one_path() -> None:
    line = '<path d="M{0},0L{0},9" style="fill: none; stroke: rgb(31, 78, 121)"/>'
    lines = "".join(line.format(x) for x in (1, 2, 3))
    group = f'<g transform="scale(2)">{lines}</g>'
    raw = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{group}</svg>'
    [path] = parse(tidy_svg(raw, samples.record())).iter("path")
    assert path.get("d", "").lower().count("m") == 3


def test_equal_patterns_of_several_traces_become_one() -> None:
    raw = samples.raw()
    assert len(re.findall("<pattern ", raw)) == 2
    patterns = list(tidied().iter("pattern"))
    assert len(patterns) == 1


def test_nothing_that_is_not_seen_is_kept() -> None:
    root = tidied()
    assert not [group for group in root.iter("g") if not len(group)]
    assert all(part.get("fill-opacity") != "0" for part in root.iter())
    text = ET.tostring(root, encoding="unicode")
    for clutter in ("legendtoggle", "style=", "main-svg", "pointer-events", "rgb("):
        assert clutter in samples.raw()
        assert clutter not in text


def test_coordinates_have_one_decimal_and_patterns_three() -> None:
    root = tidied()
    in_patterns = {part for pattern in root.iter("pattern") for part in pattern.iter()}
    for part in root.iter():
        for name in ("d", "x", "y", "width", "height", "transform"):
            decimals = [len(found) for found in re.findall(r"\.(\d+)", part.get(name, ""))]
            assert max(decimals, default=0) <= (3 if part in in_patterns else 2), (
                name,
                part.attrib,
            )
    shapes = [part.get("d") for part in root.iter("path") if part not in in_patterns]
    assert max(len(found) for d in shapes for found in re.findall(r"\.(\d+)", d)) == 1


def test_the_font_is_named_once() -> None:
    assert [part.tag for part in tidied().iter() if part.get("font-family")] == ["svg"]


def test_texts_say_what_they_are() -> None:
    classes = {" ".join(part.itertext()): part.get("class", "") for part in tidied().iter("text")}
    assert classes == {
        "Two signed; two joined": "figure-text figure-title",
        "Four areas": "figure-text figure-subtitle",
        "Signed": "figure-text figure-legend-text",
        "Joined later": "figure-text figure-legend-text",
        "N<Y & co": "figure-text figure-label",
        "link": "figure-text figure-note",
    }


def test_a_link_in_a_label_becomes_plain_text() -> None:
    assert "<a " in samples.raw()
    text = tidy_svg(samples.raw(), samples.record())
    assert "example.org" not in text
    assert "href" not in text


def test_a_figure_with_a_clear_background_gets_white_paper() -> None:
    paper = next(part for part in tidied() if part.tag == "rect")
    assert paper.attrib == {
        "class": "figure-paper",
        "width": "400",
        "height": "300",
        "fill": "#ffffff",
    }


@pytest.mark.parametrize(
    "intruder",
    [
        "<image href='data:image/png;base64,x'/>",
        "<script>alert(1)</script>",
        "<foreignObject/>",
        "<style>*{}</style>",
        "<use href='#x'/>",
    ],
)
def test_what_a_figure_has_no_use_for_is_refused_by_name(intruder: str) -> None:
    name = re.findall("[a-zA-Z]+", intruder)[0]
    raw = samples.raw().replace("</svg>", f"{intruder}</svg>")
    with pytest.raises(ValueError, match=f"may not hold <{name}>"):
        tidy_svg(raw, samples.record())


def test_event_handlers_of_a_drawing_are_dropped() -> None:
    raw = samples.raw().replace("<path ", '<path onclick="alert(1)" ')
    assert "alert" not in tidy_svg(raw, samples.record())


def test_a_document_type_is_refused_before_its_entities_are_read() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    with pytest.raises(ValueError, match="document type"):
        parse(bomb)


@pytest.mark.parametrize("text", ["", "<svg", "<html/>", "<svg/>"])
def test_what_is_not_svg_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not well-formed|not SVG"):
        parse(text)


@pytest.mark.parametrize("hostile", samples.HOSTILE)
def test_hostile_text_in_title_alt_and_labels_stays_text(hostile: str) -> None:
    record = replace(samples.record(), title=hostile, alt=hostile)
    shown = hostile.replace("\u202e", "⟨U+202E⟩")
    root = parse(tidy_svg(with_text(samples.raw(), hostile), record))
    assert [part.text for part in root[:2]] == [shown, shown]
    assert shown in {"".join(part.itertext()) for part in root.iter("text")}
    plain = parse(tidy_svg(samples.raw(), samples.record()))
    assert [part.tag for part in root.iter()] == [part.tag for part in plain.iter()]


def test_a_new_alt_text_changes_the_description_and_nothing_else() -> None:
    record = samples.record()
    svg = tidy_svg(samples.raw(), record)
    assert label_svg(svg, record) == svg
    changed = label_svg(svg, replace(record, alt="Another text."))
    assert changed == svg.replace("Two areas are dark, two hatched.", "Another text.")
