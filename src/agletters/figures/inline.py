"""A figure's drawing as the page shows it: cropped, without title and legend, and its key."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from copy import deepcopy

from markupsafe import Markup

from agletters.figures.svg import PAINTS, parse, point_to, references, serialise
from agletters.markup import template

_NOT_INLINE = frozenset({"figure-legend", "figure-paper", "figure-subtitle", "figure-title"})
_SWATCH = {
    "class": "swatch",
    "viewBox": "4 -10 32 20",
    "width": "32",
    "height": "20",
    "aria-hidden": "true",
}
_SWATCH_AREA = {"x": "5", "y": "-9", "width": "30", "height": "18"}
_PAINT_NAMES = ("fill", "fill-opacity", "opacity", "stroke", "stroke-opacity", "stroke-width")

_KEY = template(
    """\
<ul class="key">
{% for label, swatch in entries %}
<li>{{ swatch }} {{ label }}</li>
{% endfor %}
</ul>"""
)


def inline_svg(svg: str, css_variables: Mapping[str, str], crop: Mapping[str, float]) -> Markup:
    """Make the drawing that stands in the page from the committed SVG.

    Title, subtitle and legend are taken out, since the page gives them in HTML;
    so are the white background, the font and the fixed size, which are the
    page's to choose. Each label (class ``figure-label``) carries its size as the
    custom property ``--size``, so that the page can enlarge it on a phone.

    Parameters
    ----------
    svg : str
        The committed SVG, from `draw`.
    css_variables : mapping of str to str
        The name of the custom property, such as ``--signed``, for each hex colour
        that has one. Other colours stay as they are.
    crop : mapping of str to float
        Pixels to cut off at the ``top`` and the ``bottom``.

    Returns
    -------
    markupsafe.Markup
        An ``svg`` element for HTML; all ids in it start with the slug.

    Raises
    ------
    ValueError
        If the SVG is malformed or holds what figures have no use for, or if
        nothing is left between the crops.

    Examples
    --------
    >>> rect = '<rect width="4" height="4" fill="#1f4e79"/>'
    >>> svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{rect}</svg>'
    >>> shown = inline_svg(svg, {"#1f4e79": "--signed"}, {"top": 2, "bottom": 1})
    >>> 'viewBox="0 2 9 6"' in shown, 'fill="var(--signed, #1f4e79)"' in shown
    (True, True)
    """
    root = parse(svg)
    _take_out(root)
    _drop_unused_definitions(root)
    left, top, width, height = (float(number) for number in root.get("viewBox", "").split())
    kept = height - crop["top"] - crop["bottom"]
    if min(crop["top"], crop["bottom"]) < 0 or kept <= 0:
        message = f"crop {dict(crop)} leaves nothing of a figure {height:g} pixels high"
        raise ValueError(message)
    root.set("viewBox", f"{left:g} {top + crop['top']:g} {width:g} {kept:g}")
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    for element in root.iter():
        element.attrib.pop("font-family", None)
    _use_variables(root, css_variables)
    _note_label_sizes(root, "13")
    return Markup(serialise(root))  # noqa: S704 - serialise escapes text and refuses scripts


def _note_label_sizes(element: ET.Element, inherited: str) -> None:
    """Give each label its size as ``--size``, from which a phone's size is worked out."""
    size = element.get("font-size", inherited).removesuffix("px")
    if "figure-label" in element.get("class", "").split():
        element.set("style", f"--size:{size}px")
    for child in element:
        _note_label_sizes(child, size)


def legend_entries(svg: str, css_variables: Mapping[str, str]) -> list[tuple[str, Markup]]:
    """Read a figure's legend from its committed SVG.

    Parameters
    ----------
    svg : str
        The committed SVG, from `draw`.
    css_variables : mapping of str to str
        The name of the custom property for each hex colour that has one.

    Returns
    -------
    list of (str, markupsafe.Markup)
        The label and a small ``svg`` element of each entry, as plotly drew them
        and in its order; empty without a legend. A title of the legend itself is
        not among them.

    Raises
    ------
    ValueError
        If the SVG is malformed or holds what figures have no use for.

    Examples
    --------
    >>> key = '<g class="figure-key"><text>Signed</text><path class="figure-area"/></g>'
    >>> svg = f'<svg xmlns="http://www.w3.org/2000/svg">{key}</svg>'
    >>> [label for label, swatch in legend_entries(svg, {})]
    ['Signed']
    """
    root = parse(svg)
    slug = root.get("aria-labelledby", "").split("-title ")[0]
    definitions = {part.get("id", ""): part for defs in root.iter("defs") for part in defs}
    entries = []
    for place, key in enumerate(_keys(root, {}), start=1):
        label = " ".join(" ".join(part.itertext()) for part in key.iter("text"))
        swatch = _swatch(key, definitions, f"{slug}--key-{place}")
        _use_variables(swatch, css_variables)
        entries.append((label, Markup(serialise(swatch))))  # noqa: S704 - serialise escapes
    return entries


def legend_key(svg: str, css_variables: Mapping[str, str]) -> Markup:
    """Write a figure's key as HTML that is legible at every width.

    Parameters
    ----------
    svg : str
        The committed SVG, from `draw`.
    css_variables : mapping of str to str
        The name of the custom property for each hex colour that has one.

    Returns
    -------
    markupsafe.Markup
        A list with a swatch and a label per entry; empty without a legend.

    Raises
    ------
    ValueError
        If the SVG is malformed or holds what figures have no use for.

    Examples
    --------
    >>> legend_key('<svg xmlns="http://www.w3.org/2000/svg"/>', {})
    Markup('')
    """
    entries = legend_entries(svg, css_variables)
    if not entries:
        return Markup()
    return Markup(_KEY.render(entries=entries))  # noqa: S704 - through the template's gate


def _take_out(parent: ET.Element) -> None:
    """Remove paper, title, subtitle and legend below an element, and groups left empty."""
    for child in list(parent):
        _take_out(child)
        emptied = child.tag == "g" and not len(child)
        if emptied or _NOT_INLINE & set(child.get("class", "").split()):
            parent.remove(child)


def _drop_unused_definitions(root: ET.Element) -> None:
    used = set(references(root))
    for defs in root.findall("defs"):
        for part in list(defs):
            if part.get("id") not in used:
                defs.remove(part)
        if not len(defs):
            root.remove(defs)


def _keys(element: ET.Element, inherited: Mapping[str, str]) -> Iterator[ET.Element]:
    """Give the legend's entries, each with the paints that it inherits."""
    own = {name: element.attrib[name] for name in _PAINT_NAMES if name in element.attrib}
    paints = {**inherited, **own}
    if element.get("class") == "figure-key":
        key = deepcopy(element)
        key.attrib = dict(paints)
        yield key
        return
    for child in element:
        yield from _keys(child, paints)


def _swatch(key: ET.Element, definitions: Mapping[str, ET.Element], id_stem: str) -> ET.Element:
    """Draw a legend entry's mark, with patterns of its own and areas large enough to see them."""
    group = ET.Element("g", key.attrib)
    group.extend(_without_text(key))
    new_ids = {
        old_id: f"{id_stem}-{place}"
        for place, old_id in enumerate(dict.fromkeys(references([group])), start=1)
    }
    defs = ET.Element("defs")
    for old_id, new_id in new_ids.items():
        definition = deepcopy(definitions[old_id])
        definition.set("id", new_id)
        defs.append(definition)
    point_to(group, new_ids)
    swatch = ET.Element("svg", _SWATCH)
    swatch.extend([defs, group] if new_ids else [group])
    return swatch


def _without_text(key: ET.Element) -> list[ET.Element]:
    marks = [part for part in key if part.tag != "text"]
    area = next((part for part in marks if part.get("class") == "figure-area"), None)
    if area is None:
        return marks
    line = next((part for part in marks if part.get("fill") == "none"), ET.Element("path"))
    paints = {name: area.get(name, "") for name in _PAINT_NAMES if name in area.attrib}
    stroke = {name: value for name, value in line.attrib.items() if name.startswith("stroke")}
    return [
        ET.Element("rect", {**_SWATCH_AREA, **paints, **stroke}),
        *(part for part in marks if part is not area and part is not line),
    ]


def _use_variables(root: ET.Element, css_variables: Mapping[str, str]) -> None:
    """Give, in place, each colour that has a name as a custom property with itself to fall to.

    What is filled with a pattern gets the name of the pattern's ground as a class, so that the page
    can fill it plainly where patterns fare badly.
    """
    grounds = {
        f"url(#{pattern.get('id')})": css_variables.get(pattern[0].get("fill", ""), "")
        for pattern in root.iter("pattern")
    }
    for element in root.iter():
        if ground := grounds.get(element.get("fill", "")):
            element.set("class", f"{element.get('class', '')} {ground.strip('-')}".strip())
        for name in PAINTS:
            colour = element.get(name, "")
            if colour in css_variables:
                element.set(name, f"var({css_variables[colour]}, {colour})")
