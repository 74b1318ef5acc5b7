"""Reading and writing the SVG of a figure: safe parsing, one way of writing, its labels."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator

from agletters.figures.record import PublishedFigure
from agletters.markup import visible_text

NAMESPACE = "http://www.w3.org/2000/svg"

SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
COPIES = frozenset({"use"})
GROUPS = frozenset({"svg", "g", "defs", "pattern", "clipPath", "linearGradient", "radialGradient"})
TEXTS = frozenset({"text", "tspan", "title", "desc"})
PAINTS = ("fill", "stroke", "stop-color")

_ALLOWED_ELEMENTS = SHAPES | COPIES | GROUPS | TEXTS | {"stop"}
DRAWING_ATTRIBUTE = re.compile(
    "clip-path|clip-rule|c[xy]|d|d[xy]|fill|fill-opacity|fill-rule|font-family|font-size|"
    "font-style|font-variant|font-weight|gradientTransform|gradientUnits|height|id|offset|"
    "opacity|patternContentUnits|patternTransform|patternUnits|points|r|r[xy]|stop-color|"
    "stop-opacity|stroke|stroke-dasharray|stroke-dashoffset|stroke-linecap|stroke-linejoin|"
    "stroke-opacity|stroke-width|text-anchor|text-decoration|transform|width|[xy][12]?"
)
_OTHER_ATTRIBUTE = re.compile(
    "aria-hidden|aria-labelledby|class|data-figure|role|stroke-miterlimit|viewBox"
)
_SIZE = re.compile(r"--size:\d+(?:\.\d+)?px")
_REFERENCE = re.compile(r"url\(#([\w-]+)\)")
_HREF = re.compile(r"#([\w-]+)")
_PAINT = re.compile(r"#[0-9a-f]{6}|var\(--[\w-]+, #[0-9a-f]{6}\)|none|url\(#[\w-]+\)")


def parse(text: str) -> ET.Element:
    """Parse SVG that may come from anywhere.

    Parameters
    ----------
    text : str
        An SVG document.

    Returns
    -------
    xml.etree.ElementTree.Element
        Its root; the names of elements and attributes are without namespaces.

    Raises
    ------
    ValueError
        If the text is not well-formed XML, declares a document type (which could
        define entities), or is not SVG.

    Examples
    --------
    >>> parse('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>')[0].tag
    'g'
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        message = "the SVG declares a document type; figures have none"
        raise ValueError(message)
    try:
        root = ET.fromstring(text)  # noqa: S314 - without a document type there are no entities
    except ET.ParseError as error:
        message = f"the SVG is not well-formed: {error}"
        raise ValueError(message) from error
    if root.tag != f"{{{NAMESPACE}}}svg":
        message = f"the document is not SVG; its root is {root.tag}"
        raise ValueError(message)
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{NAMESPACE}}}")
    return root


def serialise(root: ET.Element) -> str:
    """Write a figure's SVG, always the same way.

    Parameters
    ----------
    root : xml.etree.ElementTree.Element
        The root element, as `parse` gives it.

    Returns
    -------
    str
        The document without an XML header.

    Raises
    ------
    ValueError
        If it holds an element, attribute or paint that a figure has no use for,
        such as a script, a link or an image.

    Examples
    --------
    >>> serialise(parse('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))
    Traceback (most recent call last):
    ...
    ValueError: a figure may not hold <script>
    """
    check_content(root)
    copy = ET.Element("svg", {"xmlns": NAMESPACE, **root.attrib})
    copy.extend(root)
    return ET.tostring(copy, encoding="unicode")


def check_content(root: ET.Element) -> None:
    """Refuse what does not belong into a figure.

    Parameters
    ----------
    root : xml.etree.ElementTree.Element
        The root element, as `parse` gives it.

    Raises
    ------
    ValueError
        If an element, attribute or paint is not one that figures use.

    Examples
    --------
    >>> check_content(parse('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'))
    Traceback (most recent call last):
    ...
    ValueError: a figure may not hold onload="x()" on <svg>
    """
    for element in root.iter():
        if element.tag not in _ALLOWED_ELEMENTS:
            message = f"a figure may not hold <{element.tag}>"
            raise ValueError(message)
        for name, value in element.attrib.items():
            if not _is_allowed(element.tag, name, value):
                message = f'a figure may not hold {name}="{value}" on <{element.tag}>'
                raise ValueError(message)


def _is_allowed(tag: str, name: str, value: str) -> bool:
    if name in PAINTS:
        return bool(_PAINT.fullmatch(value))
    if name == "clip-path":
        return bool(_REFERENCE.fullmatch(value))
    if name == "href":
        return tag in COPIES and bool(_HREF.fullmatch(value))
    if name == "style":
        return bool(_SIZE.fullmatch(value))
    return bool(DRAWING_ATTRIBUTE.fullmatch(name) or _OTHER_ATTRIBUTE.fullmatch(name))


def label_svg(svg: str, record: PublishedFigure) -> str:
    """Write a figure's title, description and hash into its SVG.

    Parameters
    ----------
    svg : str
        A tidy SVG of the figure.
    record : PublishedFigure
        The figure.

    Returns
    -------
    str
        The same drawing with ``<title>`` and ``<desc>`` first, named by
        ``aria-labelledby``. Applied again it changes nothing.

    Raises
    ------
    ValueError
        If the SVG is malformed or holds what figures have no use for.

    Examples
    --------
    >>> record = PublishedFigure("a", "Title", "", "Alt.", None, (), ("n",), (("1",),), "{}")
    >>> svg = label_svg('<svg xmlns="http://www.w3.org/2000/svg"/>', record)
    >>> '<title id="a-title">Title</title><desc id="a-desc">Alt.</desc>' in svg
    True
    """
    root = parse(svg)
    for child in [child for child in root if child.tag in {"title", "desc"}]:
        root.remove(child)
    for place, (tag, text) in enumerate([("title", record.title), ("desc", record.alt)]):
        element = ET.Element(tag, {"id": f"{record.slug}-{tag}"})
        element.text = visible_text(text)
        root.insert(place, element)
    root.set("role", "img")
    root.set("aria-labelledby", f"{record.slug}-title {record.slug}-desc")
    root.set("data-figure", f"sha256:{record.hash}")
    return f"{serialise(root)}\n"


def read_hash(svg: str) -> str:
    """Read from an SVG the hash of the figure of which it is a drawing.

    Parameters
    ----------
    svg : str
        An SVG document.

    Returns
    -------
    str
        The SHA-256 in hexadecimal; empty if the SVG carries none.

    Raises
    ------
    ValueError
        If the text is not SVG.

    Examples
    --------
    >>> read_hash('<svg xmlns="http://www.w3.org/2000/svg" data-figure="sha256:0a"/>')
    '0a'
    """
    return parse(svg).get("data-figure", "").removeprefix("sha256:")


def references(elements: Iterable[ET.Element]) -> Iterator[str]:
    """Give the ids to which elements and their descendants refer, in document order.

    Parameters
    ----------
    elements : iterable of xml.etree.ElementTree.Element
        Where to look.

    Yields
    ------
    str
        An id, as often as it is referred to.

    Examples
    --------
    >>> list(references([ET.Element("path", {"fill": "url(#dots)"})]))
    ['dots']
    """
    for element in elements:
        for part in element.iter():
            for name in (*PAINTS, "clip-path"):
                match = _REFERENCE.fullmatch(part.get(name, ""))
                if match:
                    yield match[1]
            copied = _HREF.fullmatch(part.get("href", ""))
            if copied and part.tag in COPIES:
                yield copied[1]


def point_to(element: ET.Element, new_ids: dict[str, str]) -> None:
    """Change, in place, the references of an element and its descendants.

    Parameters
    ----------
    element : xml.etree.ElementTree.Element
        Where to change them.
    new_ids : dict of str to str
        The new id for each old one.

    Examples
    --------
    >>> path = ET.Element("path", {"fill": "url(#dots)"})
    >>> point_to(path, {"dots": "map--1"})
    >>> path.get("fill")
    'url(#map--1)'
    """
    for part in element.iter():
        for name in (*PAINTS, "clip-path"):
            match = _REFERENCE.fullmatch(part.get(name, ""))
            if match:
                part.set(name, f"url(#{new_ids[match[1]]})")
        copied = _HREF.fullmatch(part.get("href", ""))
        if copied and part.tag in COPIES:
            part.set("href", f"#{new_ids[copied[1]]}")
