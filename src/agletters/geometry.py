"""Load the drawing of the jurisdictions, and turn shapes into lists that plotly draws.

The drawing is a GeoJSON of planar kilometres (x to the right, y up), already projected,
with Alaska, Hawaii and the territories as insets. Each feature has the properties named
in `COLUMNS`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from agletters.errors import AglettersError

COLUMNS = (
    "usps",
    "jurisdiction",
    "kind",
    "inset",
    "label_x",
    "label_y",
    "callout",
    "anchor_x",
    "anchor_y",
)
"""The properties of a feature.

`usps`, `jurisdiction`, `kind` (state, district or territory); `inset` (main, or the code of
the inset); `label_x`, `label_y`: the middle of the label, in km; `callout`: whether the label
stands apart, and then `label_x`, `label_y` are the middle of a small square that takes the
colour of the place, with the label to its right; `anchor_x`, `anchor_y`: a point inside the
shape, where the leader line of a callout starts.
"""

JURISDICTION_COUNT = 56

Coordinates = tuple[list[float | None], list[float | None]]
"""The x and the y of one or more lines, with None in both where a line ends."""


class GeometryError(AglettersError):
    """The drawing of the jurisdictions cannot be read or is not sound."""


def load_geometry(path: str | Path) -> gpd.GeoDataFrame:
    """Load and check the drawing of the 56 jurisdictions.

    Parameters
    ----------
    path : str or pathlib.Path
        The GeoJSON file.

    Returns
    -------
    geopandas.GeoDataFrame
        One row a jurisdiction, sorted by `usps`, with `COLUMNS` and `geometry` in planar
        kilometres. It has no CRS, since an inset is not where it is on the globe.

    Raises
    ------
    GeometryError
        If the file cannot be read, lacks a column, has not exactly 56 different codes,
        or has a shape that is empty, not valid or overlaps another one.

    Examples
    --------
    >>> from agletters.tables import find_data
    >>> outlines = load_geometry(find_data() / "geo" / "jurisdictions.geojson")
    >>> len(outlines), list(outlines["usps"].head(3))
    (56, ['AK', 'AL', 'AR'])
    """
    path = Path(path)
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        geometry = gpd.GeoDataFrame.from_features(features)
    except FileNotFoundError:
        raise GeometryError(
            f"{path}: not found; data/geo/make_geometry.py makes it from the npm package us-atlas"
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GeometryError(f"{path}: cannot be read as GeoJSON: {error}") from error
    faults = _faults(geometry)
    if faults:
        raise GeometryError("\n".join(f"{path}: {fault}" for fault in faults))
    geometry = geometry.sort_values("usps", ignore_index=True)
    return geometry[[*COLUMNS, "geometry"]]


def _faults(geometry: gpd.GeoDataFrame) -> list[str]:
    """List what is wrong with a drawing, the first kind of fault only."""
    missing = [name for name in COLUMNS if name not in geometry]
    if missing:
        return [f"no property {name!r}" for name in missing]
    codes = geometry["usps"]
    if repeats := sorted(set(codes[codes.duplicated()])):
        return [f"usps {usps!r} occurs more than once" for usps in repeats]
    if len(codes) != JURISDICTION_COUNT:
        return [f"{len(codes)} jurisdictions; {JURISDICTION_COUNT} are needed"]
    if unsound := [
        f"usps {usps!r}: {'no shape' if not shape else shapely.is_valid_reason(shape)}"
        for usps, shape in zip(codes, geometry.geometry, strict=True)
        if not shape or not shape.is_valid
    ]:
        return unsound
    return [f"usps {a!r} and {b!r} overlap" for a, b in overlaps(geometry)]


def overlaps(geometry: gpd.GeoDataFrame) -> list[tuple[str, str]]:
    """List the pairs of jurisdictions whose shapes share more than a border.

    Parameters
    ----------
    geometry : geopandas.GeoDataFrame
        Columns `usps` and `geometry`.

    Returns
    -------
    list of tuple of str
        The codes of each pair, sorted.

    Examples
    --------
    >>> squares = gpd.GeoDataFrame(
    ...     {"usps": ["AA", "BB", "CC"]},
    ...     geometry=[shapely.box(0, 0, 2, 2), shapely.box(1, 1, 3, 3), shapely.box(2, 0, 4, 1)],
    ... )
    >>> overlaps(squares)
    [('AA', 'BB')]
    """
    shapes = geometry.geometry
    first, second = shapes.sindex.query(shapes, predicate="intersects")
    pairs = []
    for a, b in zip(first, second, strict=True):
        # The interiors meet: the first of the nine characters is not F.
        if a < b and shapely.relate(shapes.iloc[a], shapes.iloc[b])[0] != "F":
            pairs.append(tuple(sorted((geometry["usps"].iloc[a], geometry["usps"].iloc[b]))))
    return sorted(pairs)


def coarsened(geometry: gpd.GeoDataFrame, tolerance: float) -> gpd.GeoDataFrame:
    """Simplify the shapes for a smaller scale; neighbours still share their borders.

    Parameters
    ----------
    geometry : geopandas.GeoDataFrame
        Shapes that do not overlap, in km.
    tolerance : float
        In km; details smaller than about its square go, and so do islands, except for
        the largest of each shape.

    Returns
    -------
    geopandas.GeoDataFrame
        A copy with simpler shapes.

    Notes
    -----
    The method is that of Visvalingam and Whyatt on a coverage:
    https://shapely.readthedocs.io/en/stable/reference/shapely.coverage_simplify.html

    Examples
    --------
    >>> pair = shapely.MultiPolygon([shapely.box(0, 0, 9, 9), shapely.box(10, 0, 11, 1)])
    >>> coarsened(gpd.GeoDataFrame(geometry=[pair]), tolerance=2).geometry[0].area
    81.0
    """
    kept = [
        shapely.MultiPolygon([p for p in parts if p.area >= tolerance**2 or p is parts[0]])
        for parts in map(_largest_first, geometry.geometry)
    ]
    simpler = shapely.coverage_simplify(kept, tolerance)
    return geometry.set_geometry(gpd.GeoSeries(simpler, index=geometry.index))


def _largest_first(shape: BaseGeometry) -> list[Any]:
    """Return the polygons of a shape, the largest first."""
    return sorted(getattr(shape, "geoms", [shape]), key=lambda part: -part.area)


def borders(geometry: gpd.GeoDataFrame) -> tuple[BaseGeometry, BaseGeometry]:
    """Return the borders between jurisdictions, and the coast around them, each line once.

    Parameters
    ----------
    geometry : geopandas.GeoDataFrame
        Shapes that do not overlap and share their borders.

    Returns
    -------
    inner, coast : shapely geometry
        Lines that two shapes share, and lines that belong to one only.

    Examples
    --------
    >>> pair = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)])
    >>> inner, coast = borders(pair)
    >>> inner.length, coast.length
    (1.0, 6.0)
    """
    shapes = geometry.geometry.to_numpy()
    coast = shapely.union_all(shapes).boundary
    every_line = shapely.union_all(shapely.boundary(shapes))
    return shapely.line_merge(every_line.difference(coast)), coast


def to_xy(shape: BaseGeometry, digits: int = 1) -> Coordinates:
    """Turn a shape into the x and y lists that draw it, with None where a line ends.

    Parameters
    ----------
    shape : shapely geometry
        A polygon, a line or several of them.
    digits : int
        Decimals to keep.

    Returns
    -------
    tuple of list
        x and y of the rings and lines, one after the other.

    Examples
    --------
    >>> to_xy(shapely.MultiLineString([[(0, 0), (1, 2.26)], [(3, 3), (4, 4)]]))
    ([0.0, 1.0, None, 3.0, 4.0], [0.0, 2.3, None, 3.0, 4.0])
    """
    x: list[float | None] = []
    y: list[float | None] = []
    for line in _lines(shape):
        if x:
            x.append(None)
            y.append(None)
        for a, b in line.coords:
            x.append(round(a, digits))
            y.append(round(b, digits))
    return x, y


def _lines(shape: BaseGeometry) -> list[Any]:
    """Return the rings and lines of a shape, in its own order."""
    if hasattr(shape, "geoms"):
        return [line for part in shape.geoms for line in _lines(part)]
    return [shape.exterior, *shape.interiors] if hasattr(shape, "exterior") else [shape]
