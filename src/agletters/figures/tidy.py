"""From the SVG that kaleido draws to the one that is committed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from agletters.figures.record import PublishedFigure
from agletters.figures.svg import (
    DRAWING_ATTRIBUTE,
    GROUPS,
    PAINTS,
    SHAPES,
    label_svg,
    parse,
    point_to,
    references,
    serialise,
)
from agletters.markup import visible_text

DECIMALS = 1
"""Decimals of coordinates, in pixels."""

_FINE_DECIMALS = 3
"""Decimals where a small error shows: tiles of patterns, widths of lines, opacities."""

_LONG_PATH = 60
"""Characters of a path from which on a use of it is shorter than the path again."""

_DEFAULTS = {
    "clip-path": {"none"},
    "dx": {"0", "0em"},
    "dy": {"0", "0em"},
    "fill-opacity": {"1"},
    "font-style": {"normal"},
    "font-variant": {"normal"},
    "font-weight": {"normal", "400"},
    "opacity": {"1"},
    "stroke": {"none"},
    "stroke-dasharray": {"", "none", "0"},
    "stroke-opacity": {"1"},
    "text-anchor": {"start"},
    "text-decoration": {"none"},
    "transform": {""},
    "patternTransform": {""},
}
_COORDINATE = re.compile("d|points|d?[xy]|[xy][12]|width|height|r[xy]?|c[xy]")
_FINE = re.compile("patternTransform|stroke-width|stroke-dasharray|font-size|.*opacity")
_ROLES = {
    "figure-title": re.compile("gtitle"),
    "figure-subtitle": re.compile("gtitle-subtitle"),
    "figure-legend-text": re.compile("legend"),
    "figure-note": re.compile("annotation"),
    "figure-axis": re.compile(r"g-[xy]\d*title"),
    "figure-tick": re.compile(r"[xy]\d*tick2?"),
}
_PAPER = {"class": "figure-paper", "fill": "#ffffff"}
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_LENGTH = re.compile(rf"({_NUMBER.pattern})px")
_COLOUR = re.compile(r"rgba?\((\d+), *(\d+), *(\d+)(?:, *([\d.]+))?\)")
_QUOTED_REFERENCE = re.compile(r"""url\(["']?[^#"')]*#([^"')]+)["']?\)""")


def tidy_svg(raw: str, record: PublishedFigure) -> str:
    """Make the committed SVG of a figure from the one that kaleido draws.

    What stays is what is seen: text, shapes, patterns. Random ids become
    ``SLUG--1``, ``SLUG--2`` and so on, equal patterns become one, the outline and
    the filling of a shape become one path, as do lines of the same kind that
    follow each other, styles become attributes with plain hex colours,
    coordinates have one decimal. A long path that is drawn in several places, such
    as the outlines in small multiples of a map, stands once and is used from
    there.

    Parameters
    ----------
    raw : str
        The SVG from kaleido.
    record : PublishedFigure
        The figure.

    Returns
    -------
    str
        A standalone SVG with title, description, hash and ``viewBox``, the same
        for the same drawing. Texts have the class ``figure-text`` and one of
        ``figure-title``, ``figure-subtitle``, ``figure-tick``, ``figure-axis``,
        ``figure-note``, ``figure-legend-text`` and ``figure-label``; the legend is a
        group ``figure-legend`` with groups ``figure-key``; behind all is a white
        rectangle ``figure-paper``.

    Raises
    ------
    ValueError
        If the drawing holds what the committed SVG may not, such as an image.

    Examples
    --------
    >>> record = PublishedFigure("a", "Title", "", "Alt.", None, (), ("n",), (("1",),), "{}")
    >>> raw = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g><g/></g>{}</svg>'
    >>> shape = '<rect width="4" height="4.04" style="fill: rgb(31, 78, 121); opacity: 1;"/>'
    >>> '<rect width="4" height="4" fill="#1f4e79" /></svg>' in tidy_svg(raw.format(shape), record)
    True
    """
    drawn = parse(raw)
    if next(drawn.iter("use"), None) is not None:
        message = "a drawing may not hold <use>; what repeats is shared here"
        raise ValueError(message)
    width, height = (float(drawn.get(name, "0")) for name in ("width", "height"))
    children = [part for child in drawn for part in _clean(child, {}, "figure-label")]
    definitions = {
        part.attrib.pop("id"): part for child in drawn.iter("defs") for part in _definitions(child)
    }
    root = ET.Element(
        "svg",
        {
            "viewBox": f"0 0 {width:g} {height:g}",
            "width": f"{width:g}",
            "height": f"{height:g}",
            # plotly's own limit for lines, which it repeats on every trace.
            "stroke-miterlimit": "2",
        },
    )
    # So that dark text stays legible where the file is opened on dark ground.
    root.append(ET.Element("rect", {**_PAPER, "width": f"{width:g}", "height": f"{height:g}"}))
    root.extend(children)
    _hoist_font(root)
    _name_definitions(root, definitions, record.slug)
    return label_svg(_share_paths(_minify(serialise(root)), record.slug), record)


def legend_widths(raw: str) -> list[float]:
    """Read how wide Chrome made the entries of a figure's legend.

    Parameters
    ----------
    raw : str
        The SVG from kaleido.

    Returns
    -------
    list of float
        One width, in pixels, per entry. Where no font is found, text has no width.

    Examples
    --------
    >>> entry = '<rect class="legendtoggle" width="79.8"/>'
    >>> legend_widths(f'<svg xmlns="http://www.w3.org/2000/svg">{entry}</svg>')
    [79.8]
    """
    return [
        float(element.get("width", "0"))
        for element in parse(raw).iter("rect")
        if "legendtoggle" in _classes(element)
    ]


def _classes(element: ET.Element) -> list[str]:
    return element.get("class", "").split()


def _clean(element: ET.Element, inherited: Mapping[str, str], role: str) -> Iterator[ET.Element]:
    """Give what is seen of an element: nothing, itself, or its children in its place."""
    if element.tag in {"defs", "clipPath", "pattern"}:
        return
    attributes = _attributes(element, inherited)
    role = _role(element) or role
    if attributes.get("opacity") == "0" or "display" in attributes:
        return
    if element.tag == "text":
        if "".join(element.itertext()).strip():
            yield _text(element, attributes, role)
    elif element.tag in SHAPES:
        if _is_seen(element.tag, {**inherited, **attributes}):
            if role == "figure-legend-text" and _is_area_sample(element):
                # The page's key draws this part of a legend entry larger.
                attributes["class"] = "figure-area"
            yield ET.Element(element.tag, attributes)
    elif element.tag in GROUPS or element.tag == "a":
        yield from _group(element, attributes, inherited, role)
    else:
        # Kept, so that it is refused by name when the figure is written.
        yield element


def _group(
    element: ET.Element, attributes: dict[str, str], inherited: Mapping[str, str], role: str
) -> Iterator[ET.Element]:
    classes = _classes(element)
    if role == "figure-legend-text":
        # Its clip is as wide as the text was where it was drawn; elsewhere it would cut.
        attributes.pop("clip-path", None)
    if "legend" in classes or "traces" in classes:
        attributes["class"] = "figure-legend" if "legend" in classes else "figure-key"
    paints = {name: value for name, value in attributes.items() if name in PAINTS}
    parts = [part for child in element for part in _clean(child, {**inherited, **paints}, role)]
    parts = _merge_lines(_merge_outlines(parts))
    if not attributes:
        yield from parts
    elif parts:
        group = ET.Element("g", attributes)
        group.extend(parts)
        yield group


def _role(element: ET.Element) -> str | None:
    """Give the class of the texts in an element, if the element says what they are."""
    return next(
        (
            role
            for name in _classes(element)
            for role, pattern in _ROLES.items()
            if pattern.fullmatch(name)
        ),
        None,
    )


def _is_area_sample(element: ET.Element) -> bool:
    """Say whether a part of a legend entry stands for an area or a bar."""
    return "js-fill" in _classes(element) or element.get("d") == "M6,6H-6V-6H6Z"


def _text(element: ET.Element, attributes: dict[str, str], role: str) -> ET.Element:
    """Copy a text with its lines and spans; links become spans."""
    tag = "text" if element.tag == "text" else "tspan"
    if tag == "text":
        attributes["class"] = f"figure-text {role}"
    copy = ET.Element(tag, attributes)
    copy.text = visible_text(element.text or "")
    for child in element:
        part = _text(child, _attributes(child), role)
        part.tail = visible_text(child.tail or "")
        copy.append(part)
    return copy


def _attributes(
    element: ET.Element, inherited: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """Give an element's attributes and styles as attributes, without defaults."""
    declared = [part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part]
    styled = {name.strip(): value.strip() for name, value in declared}
    given = {**element.attrib, **styled}
    if given.get("display") == "none" or given.get("visibility") == "hidden":
        return {"display": "none"}
    values = {name: _value(given[name]) for name in given if DRAWING_ATTRIBUTE.fullmatch(name)}
    for name in ("fill", "stroke"):
        _split_alpha(values, name, given.get(name, ""))
    if "stroke" in inherited:
        return values
    if values.get("stroke", "none") == "none" or values.get("stroke-width") == "0":
        values = {name: value for name, value in values.items() if not name.startswith("stroke")}
    return {
        name: value for name, value in values.items() if value not in _DEFAULTS.get(name, set())
    }


def _value(value: str) -> str:
    value = _QUOTED_REFERENCE.sub(r"url(#\1)", _LENGTH.sub(r"\1", value))
    colour = _COLOUR.fullmatch(value)
    return "#{:02x}{:02x}{:02x}".format(*map(int, colour.groups()[:3])) if colour else value


def _split_alpha(values: dict[str, str], name: str, given: str) -> None:
    colour = _COLOUR.fullmatch(given)
    if colour and colour[4] is not None:
        values[f"{name}-opacity"] = (
            f"{float(values.get(f'{name}-opacity', 1)) * float(colour[4]):g}"
        )


def _is_seen(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag == "path" and len(_NUMBER.findall(attributes.get("d", ""))) <= 2:
        return False
    if tag == "rect" and "0" in {attributes.get("width", "0"), attributes.get("height", "0")}:
        return False
    filled = attributes.get("fill") != "none" and attributes.get("fill-opacity") != "0"
    return filled or ("stroke" in attributes and attributes.get("stroke-opacity") != "0")


def _merge_outlines(parts: Sequence[ET.Element]) -> list[ET.Element]:
    """Make one path of a filling and the line that follows it around the same shape."""
    merged: list[ET.Element] = []
    for part in parts:
        if merged and _is_outline_of(part, merged[-1]):
            stroke = {name: part.attrib[name] for name in part.attrib if name.startswith("stroke")}
            merged[-1] = ET.Element("path", {**merged[-1].attrib, **stroke})
        else:
            merged.append(part)
    return merged


def _is_outline_of(line: ET.Element, filling: ET.Element) -> bool:
    return (
        line.tag == filling.tag == "path"
        and line.get("fill") == "none"
        and filling.get("fill") != "none"
        and "stroke" not in filling.attrib
        and line.get("d", "").removesuffix("Z") == filling.get("d", "").removesuffix("Z")
        and all(line.get(name) == filling.get(name) for name in ("transform", "opacity"))
    )


def _merge_lines(parts: Sequence[ET.Element]) -> list[ET.Element]:
    """Make one path of lines that follow each other and differ only in where they run."""
    merged: list[ET.Element] = []
    for part in parts:
        last = merged[-1] if merged else part
        if last is not part and _is_solid_line(part) and _paints(part) == _paints(last):
            joined = f"{last.get('d')}{part.get('d')}"
            merged[-1] = ET.Element("path", {**last.attrib, "d": joined})
        else:
            merged.append(part)
    return merged


def _is_solid_line(part: ET.Element) -> bool:
    # Crossing lines that let each other through would look different in one path.
    return (
        part.tag == "path"
        and part.get("fill") == "none"
        and not {"opacity", "stroke-opacity", "class"} & part.attrib.keys()
    )


def _paints(part: ET.Element) -> dict[str, str]:
    return {"": part.tag, **{name: part.attrib[name] for name in part.attrib if name != "d"}}


def _share_paths(svg: str, slug: str) -> str:
    """Write each long path that occurs more than once as a definition and its uses."""
    root = parse(svg)
    drawn = [part for child in root if child.tag != "defs" for part in child.iter("path")]
    counts = Counter(part.get("d", "") for part in drawn)
    repeated = [d for d, count in counts.items() if count > 1 and len(d) > _LONG_PATH]
    if not repeated:
        return svg
    defs = root.find("defs")
    if defs is None:
        defs = ET.Element("defs")
        root.insert(0, defs)
    ids = {d: f"{slug}--path-{place}" for place, d in enumerate(repeated, start=1)}
    defs.extend(ET.Element("path", {"id": ids[d], "d": d}) for d in repeated)
    for part in drawn:
        if part.get("d") in ids:
            part.tag = "use"
            part.set("href", f"#{ids[part.attrib.pop('d')]}")
    return serialise(root)


def _definitions(defs: ET.Element) -> Iterator[ET.Element]:
    """Give the patterns, clips and gradients below a ``defs`` element."""
    for element in defs.iter():
        if element.tag in {"pattern", "clipPath", "linearGradient", "radialGradient"}:
            copy = ET.Element(element.tag, _attributes(element))
            copy.extend(ET.Element(part.tag, _attributes(part)) for part in element)
            yield copy


def _hoist_font(root: ET.Element) -> None:
    """Set the commonest font family once, on the root."""
    families = Counter(
        part.get("font-family", "") for part in root.iter("text") if part.get("font-family")
    )
    if families:
        family = families.most_common(1)[0][0]
        root.set("font-family", family)
        for part in root.iter("text"):
            if part.get("font-family") == family:
                del part.attrib["font-family"]


def _name_definitions(root: ET.Element, definitions: Mapping[str, ET.Element], slug: str) -> None:
    """Round, and keep each definition in use once, under an id made of the slug."""
    for part in root.iter():
        _round(part, DECIMALS)
    for definition in definitions.values():
        for part in definition.iter():
            _round(part, _FINE_DECIMALS if definition.tag == "pattern" else DECIMALS)
    new_ids: dict[str, str] = {}
    by_content: dict[str, str] = {}
    defs = ET.Element("defs")
    for old_id in references(root):
        if old_id in new_ids:
            continue
        content = ET.tostring(definitions[old_id], encoding="unicode")
        if content not in by_content:
            by_content[content] = f"{slug}--{len(by_content) + 1}"
            definitions[old_id].attrib = {"id": by_content[content], **definitions[old_id].attrib}
            defs.append(definitions[old_id])
        new_ids[old_id] = by_content[content]
    point_to(root, new_ids)
    if len(defs):
        root.insert(0, defs)


def _round(element: ET.Element, decimals: int) -> None:
    for name, value in element.attrib.items():
        if _COORDINATE.fullmatch(name):
            element.set(name, _rounded(value, decimals))
        elif _FINE.fullmatch(name):
            element.set(name, _rounded(value, _FINE_DECIMALS))
        elif name == "transform":
            element.set(name, _rounded_transform(value, decimals))


def _rounded(value: str, decimals: int) -> str:
    """Round every number of a text; arc flags are 0 or 1 and stay so."""
    return _NUMBER.sub(lambda match: _number(float(match[0]), decimals), value)


def _rounded_transform(value: str, decimals: int) -> str:
    parts = re.findall(r"(\w+)\(([^)]*)\)", value)
    return " ".join(
        f"{kind}({_rounded(numbers, decimals if kind == 'translate' else _FINE_DECIMALS)})"
        for kind, numbers in parts
    )


def _number(number: float, decimals: int) -> str:
    # Adding zero turns a negative zero into zero.
    return f"{round(number, decimals) + 0.0:.{decimals}f}".rstrip("0").rstrip(".")


def _minify(svg: str) -> str:
    # Part of the optional figures: needed to draw, not to use a drawing again.
    from scour import scour

    options = scour.generateDefaultOptions()
    # Six significant digits hold every coordinate below 100,000 pixels exactly.
    options.digits = 6
    # Colours keep six digits, so that the page can look them up.
    options.simple_colors = False
    options.group_create = True
    options.strip_xml_prolog = True
    options.indent_type = "none"
    options.newlines = False
    return str(scour.scourString(svg, options))
