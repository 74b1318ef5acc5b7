"""Make jurisdictions.geojson, the map of the 56 jurisdictions, from us-atlas.

Usage, in a temporary folder::

    npm pack us-atlas@3
    tar -xzf us-atlas-3.0.1.tgz
    python make_geometry.py package/states-10m.json

The result is a drawing, not a base map: planar kilometres with y up. The lower 48
states and DC stand in Albers' equal-area projection (EPSG:5070). Alaska, Hawaii and
the five territories each have a projection of their own and stand as insets, moved
and scaled as `INSETS` says. Borders are simplified together, so neighbours still share
them; islands too small to see are left out. The same input gives the same bytes.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import geopandas as gpd
import shapely
import typer
from shapely import MultiPolygon, Point, Polygon
from shapely.affinity import scale, translate

SOURCE = {
    "title": "The 56 jurisdictions that have an attorney general, drawn with insets",
    "source": "US Census Bureau, cartographic state boundaries, 2017 edition, scale 1:10,000,000",
    "by_way_of": "npm package us-atlas 3.0.1, states-10m.json",
    "licence": "Boundaries: public domain (Census Bureau). us-atlas: ISC, see README.md.",
    "units": "kilometres on the drawing, x to the right, y up; not longitude and latitude",
}

JURISDICTIONS = {
    "01": ("AL", "Alabama"),
    "02": ("AK", "Alaska"),
    "04": ("AZ", "Arizona"),
    "05": ("AR", "Arkansas"),
    "06": ("CA", "California"),
    "08": ("CO", "Colorado"),
    "09": ("CT", "Connecticut"),
    "10": ("DE", "Delaware"),
    "11": ("DC", "District of Columbia"),
    "12": ("FL", "Florida"),
    "13": ("GA", "Georgia"),
    "15": ("HI", "Hawaii"),
    "16": ("ID", "Idaho"),
    "17": ("IL", "Illinois"),
    "18": ("IN", "Indiana"),
    "19": ("IA", "Iowa"),
    "20": ("KS", "Kansas"),
    "21": ("KY", "Kentucky"),
    "22": ("LA", "Louisiana"),
    "23": ("ME", "Maine"),
    "24": ("MD", "Maryland"),
    "25": ("MA", "Massachusetts"),
    "26": ("MI", "Michigan"),
    "27": ("MN", "Minnesota"),
    "28": ("MS", "Mississippi"),
    "29": ("MO", "Missouri"),
    "30": ("MT", "Montana"),
    "31": ("NE", "Nebraska"),
    "32": ("NV", "Nevada"),
    "33": ("NH", "New Hampshire"),
    "34": ("NJ", "New Jersey"),
    "35": ("NM", "New Mexico"),
    "36": ("NY", "New York"),
    "37": ("NC", "North Carolina"),
    "38": ("ND", "North Dakota"),
    "39": ("OH", "Ohio"),
    "40": ("OK", "Oklahoma"),
    "41": ("OR", "Oregon"),
    "42": ("PA", "Pennsylvania"),
    "44": ("RI", "Rhode Island"),
    "45": ("SC", "South Carolina"),
    "46": ("SD", "South Dakota"),
    "47": ("TN", "Tennessee"),
    "48": ("TX", "Texas"),
    "49": ("UT", "Utah"),
    "50": ("VT", "Vermont"),
    "51": ("VA", "Virginia"),
    "53": ("WA", "Washington"),
    "54": ("WV", "West Virginia"),
    "55": ("WI", "Wisconsin"),
    "56": ("WY", "Wyoming"),
    "60": ("AS", "American Samoa"),
    "66": ("GU", "Guam"),
    "69": ("MP", "Northern Mariana Islands"),
    "72": ("PR", "Puerto Rico"),
    "78": ("VI", "U.S. Virgin Islands"),
}
TERRITORIES = {"AS", "GU", "MP", "PR", "VI"}

OUTPUT = Path(__file__).with_name("jurisdictions.geojson")
NAD83 = "EPSG:4269"
MAIN_CRS = "EPSG:5070"
TOLERANCE_KM = 5.0
SMALLEST_ISLAND_KM2 = 90.0  # about three square pixels on a map 860 pixels wide


@dataclass(frozen=True)
class Inset:
    """How one jurisdiction outside the lower 48 is drawn.

    Attributes
    ----------
    crs : str
        Projection; `laea` is Lambert's azimuthal equal-area one, centred on the place.
    scale : float
        Enlargement.
    keep : int
        How many islands are drawn, the largest first.
    centre : tuple of float
        Where the middle of the drawing goes, in km.
    label : tuple of float
        Where the label goes, in km from the middle.
    moved : dict of int to tuple of float
        Islands (0 is the largest) that stand closer to the others than in nature, since
        the open sea between them would leave all too small to see; in km on the ground.
    """

    crs: str
    scale: float
    keep: int
    centre: tuple[float, float]
    label: tuple[float, float]
    moved: dict[int, tuple[float, float]] = field(default_factory=dict)


def laea(lon: float, lat: float) -> str:
    """Name Lambert's azimuthal equal-area projection centred on a place."""
    return f"+proj=laea +lon_0={lon} +lat_0={lat} +ellps=GRS80"


INSETS = {
    "AK": Inset("EPSG:3338", 0.38, 9, (-1720, 430), (-65, 100)),
    "HI": Inset("ESRI:102007", 1.0, 8, (-790, 200), (-140, -90)),
    "AS": Inset(laea(-170.1, -14.25), 6.5, 2, (60, 125), (280, 0), {1: (-106, -4)}),
    "GU": Inset(laea(144.8, 13.45), 4.5, 1, (580, 125), (170, 0)),
    "MP": Inset(laea(145.6, 15.0), 4.0, 3, (1000, 125), (160, 0), {2: (36, 66)}),
    "PR": Inset(laea(-66.5, 18.2), 1.8, 3, (2020, 620), (380, 0)),
    "VI": Inset(laea(-64.8, 18.0), 3.5, 3, (2175, 270), (225, 0)),
}

# Where the small square of a callout stands, in km; its label is written to the right.
# All but Vermont's, which has no coast, stand in one column in the Atlantic.
CALLOUTS = {
    "VT": (1700, 2850),
    "NH": (2270, 2560),
    "MA": (2270, 2405),
    "RI": (2270, 2250),
    "CT": (2270, 2095),
    "NJ": (2270, 1940),
    "DE": (2270, 1785),
    "MD": (2270, 1630),
    "DC": (2270, 1475),
}
# The end of the leader line, where the middle of the shape would be a poor choice.
ANCHORS = {"CT": (1955, 2310), "MA": (2020, 2410), "MD": (1735, 1890), "NH": (1990, 2460)}
LABEL_HALF_WIDTH_KM, LABEL_HALF_HEIGHT_KM = 85.0, 62.0  # two letters, enlarged for a phone


def islands(shape: Polygon | MultiPolygon) -> list[Polygon]:
    """Return the polygons of a shape, the largest first."""
    return sorted(getattr(shape, "geoms", [shape]), key=lambda part: -part.area)


def without_specks(shape: Polygon | MultiPolygon) -> MultiPolygon:
    """Drop what is too small to see, but never the largest polygon."""
    largest, *others = islands(shape)
    return MultiPolygon([largest, *(p for p in others if p.area >= SMALLEST_ISLAND_KM2)])


def as_inset(shape: MultiPolygon, inset: Inset) -> MultiPolygon:
    """Enlarge the islands and move them to their place on the drawing."""
    kept = islands(shape)[: inset.keep]
    placed = [translate(part, *inset.moved.get(n, (0, 0))) for n, part in enumerate(kept)]
    drawn = scale(MultiPolygon(placed), inset.scale, inset.scale)
    left, bottom, right, top = drawn.bounds
    x, y = inset.centre
    return translate(drawn, x - (left + right) / 2, y - (bottom + top) / 2)


def middle(shape: Polygon | MultiPolygon) -> Point:
    """Find a place for a label: the centroid if a label fits there, or the widest place."""
    centroid = shape.centroid
    x, y = centroid.coords[0]
    w, h = LABEL_HALF_WIDTH_KM, LABEL_HALF_HEIGHT_KM
    if shape.contains(shapely.box(x - w, y - h, x + w, y + h)):
        return centroid
    # Stretched so that the room a label needs is square, since circles are compared.
    stretched = scale(shape, 1 / w, 1 / h, origin=(0, 0))
    centre = Point(shapely.maximum_inscribed_circle(stretched, 0.01).coords[0])
    return scale(centre, w, h, origin=(0, 0))


def read_states(topojson: Path) -> gpd.GeoDataFrame:
    """Read the states of us-atlas, with the columns usps, jurisdiction and kind."""
    states = gpd.read_file(topojson, layer="states").set_crs(NAD83)
    if missing := sorted(set(JURISDICTIONS) - set(states["id"])):
        raise SystemExit(f"{topojson}: no state with FIPS code {', '.join(missing)}")
    states = states[states["id"].isin(JURISDICTIONS)].sort_values("id", ignore_index=True)
    named = [JURISDICTIONS[fips] for fips in states["id"]]
    return states.assign(
        usps=[usps for usps, _ in named],
        jurisdiction=[name for _, name in named],
        kind=[kind_of(usps) for usps, _ in named],
    )


def kind_of(usps: str) -> str:
    """Tell states, territories and the district apart."""
    return "district" if usps == "DC" else "territory" if usps in TERRITORIES else "state"


def draw(states: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Project, compose and simplify; the result is in km on the drawing."""
    in_km = (0.001, 0, 0, 0.001, 0, 0)
    main = states[~states["usps"].isin(INSETS)].to_crs(MAIN_CRS).affine_transform(in_km)
    # Rounding in the source leaves two slivers where California, Nevada and Oregon meet.
    shapes = dict(zip(main.index, shapely.coverage_clean(main.to_numpy()), strict=True))
    for index, usps in states.loc[states["usps"].isin(INSETS), "usps"].items():
        inset = INSETS[usps]
        projected = states.loc[[index]].to_crs(inset.crs).affine_transform(in_km)
        shapes[index] = as_inset(projected.iloc[0], inset)
    composed = [without_specks(shapes[index]) for index in states.index]
    simplified = shapely.coverage_simplify(composed, TOLERANCE_KM)
    return gpd.GeoSeries(shapely.set_precision(simplified, 0.1), index=states.index)


def label_of(usps: str, shape: MultiPolygon) -> tuple[float, float]:
    """Find the place of a label, or of the square of a callout."""
    if usps in CALLOUTS:
        return CALLOUTS[usps]
    if usps in INSETS:
        (x, y), (dx, dy) = INSETS[usps].centre, INSETS[usps].label
        return x + dx, y + dy
    centre = middle(shape)
    return centre.x, centre.y


def rounded(coordinates: Any) -> Any:
    """Round to 100 m, at any depth."""
    if isinstance(coordinates, (int, float)):
        # Whole numbers without ".0" save a tenth of the file.
        value = round(coordinates, 1)
        return int(value) if value == int(value) else value
    return [rounded(item) for item in coordinates]


def feature(row: Any, shape: MultiPolygon) -> dict[str, Any]:
    """Describe a jurisdiction as a GeoJSON feature."""
    label = rounded(label_of(row.usps, shape))
    anchor = rounded(ANCHORS.get(row.usps) or middle(shape).coords[0])
    if not shape.contains(Point(anchor)):
        raise SystemExit(f"{row.usps}: anchor {anchor} is not inside the shape; see ANCHORS")
    geometry = shapely.geometry.mapping(shape)
    return {
        "type": "Feature",
        "properties": {
            "usps": row.usps,
            "jurisdiction": row.jurisdiction,
            "kind": row.kind,
            "inset": row.usps if row.usps in INSETS else "main",
            "label_x": label[0],
            "label_y": label[1],
            "callout": row.usps in CALLOUTS,
            "anchor_x": anchor[0],
            "anchor_y": anchor[1],
        },
        "geometry": {
            "type": geometry["type"],
            "coordinates": rounded(geometry["coordinates"]),
        },
    }


def compact(value: Any) -> str:
    """Write JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main(
    topojson: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    output: Annotated[Path, typer.Option(help="The file to write.")] = OUTPUT,
) -> None:
    """Turn states-10m.json of us-atlas into the drawing of the 56 jurisdictions."""
    states = read_states(topojson)
    shapes = draw(states)
    by_code = states.assign(shape=shapes).sort_values("usps")
    features = [feature(row, row.shape) for row in by_code.itertuples()]
    lines = ",\n".join(compact(item) for item in features)
    head = compact({"type": "FeatureCollection", **SOURCE})[:-1]
    output.write_text(f'{head},"features":[\n{lines}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
