import json
from collections import Counter
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from agletters.geometry import GeometryError, borders, coarsened, load_geometry, overlaps, to_xy

GEOJSON = Path(__file__).parents[1] / "data" / "geo" / "jurisdictions.geojson"
KM_PER_UNIT = 5.75  # of a map 860 units wide
TERRITORIES = {"AS", "GU", "MP", "PR", "VI"}


@pytest.fixture(scope="module")
def geometry() -> gpd.GeoDataFrame:
    return load_geometry(GEOJSON)


@pytest.fixture
def collection() -> dict[str, Any]:
    return json.loads(GEOJSON.read_text(encoding="utf-8"))


def faulty(tmp_path: Path, collection: dict[str, Any]) -> Path:
    path = tmp_path / "faulty.geojson"
    path.write_text(json.dumps(collection), encoding="utf-8")
    return path


def feature(collection: dict[str, Any], usps: str) -> dict[str, Any]:
    return next(f for f in collection["features"] if f["properties"]["usps"] == usps)


def test_all_56_jurisdictions_are_there(geometry: gpd.GeoDataFrame) -> None:
    assert Counter(geometry["kind"]) == {"state": 50, "territory": 5, "district": 1}
    assert geometry["usps"].is_unique
    assert geometry["jurisdiction"].is_unique
    assert set(geometry.loc[geometry["kind"] == "territory", "usps"]) == TERRITORIES


def test_insets_are_alaska_hawaii_and_the_territories(geometry: gpd.GeoDataFrame) -> None:
    outside = geometry[geometry["inset"] != "main"]
    assert set(outside["usps"]) == {"AK", "HI", *TERRITORIES}
    assert (outside["inset"] == outside["usps"]).all()


def test_shapes_are_valid_do_not_overlap_and_share_their_borders(
    geometry: gpd.GeoDataFrame,
) -> None:
    assert geometry.is_valid.all()
    assert overlaps(geometry) == []
    assert shapely.coverage_is_valid(geometry.geometry.to_numpy())


def test_an_inset_keeps_clear_of_everything_else(geometry: gpd.GeoDataFrame) -> None:
    for row in geometry[geometry["inset"] != "main"].itertuples():
        others = geometry[geometry["usps"] != row.usps]
        assert not others.intersects(row.geometry.convex_hull.buffer(20)).any(), row.usps


def test_the_file_is_small_and_rounded_and_names_its_source(collection: dict[str, Any]) -> None:
    assert GEOJSON.stat().st_size <= 120_000
    for item in collection["features"]:
        shape = shapely.geometry.shape(item["geometry"])
        points = shapely.get_coordinates(shape)
        assert (points == points.round(1)).all(), item["properties"]["usps"]
    assert "Census Bureau" in collection["source"]
    assert "us-atlas 3.0.1" in collection["by_way_of"]
    assert "ISC" in collection["licence"]


def test_every_place_is_large_enough_to_see_or_has_a_callout(geometry: gpd.GeoDataFrame) -> None:
    units = geometry.area / KM_PER_UNIT**2
    assert (units[~geometry["callout"]] > 40).all()


def test_small_states_have_a_callout_that_starts_inside_them(geometry: gpd.GeoDataFrame) -> None:
    callouts = set(geometry.loc[geometry["callout"], "usps"])
    assert callouts >= {"VT", "NH", "MA", "RI", "CT", "NJ", "DE", "MD", "DC"}
    inside = shapely.contains_xy(geometry.geometry, geometry["anchor_x"], geometry["anchor_y"])
    assert inside.all()


def test_labels_do_not_collide_when_a_phone_enlarges_them(geometry: gpd.GeoDataFrame) -> None:
    width, height = 28 * KM_PER_UNIT, 21 * KM_PER_UNIT
    left = geometry["label_x"].where(geometry["callout"], geometry["label_x"] - width / 2)
    low = geometry["label_y"] - height / 2
    labels = geometry.set_geometry(shapely.box(left, low, left + width, low + height))
    assert overlaps(labels) == []
    column = geometry[geometry["callout"] & (geometry["usps"] != "VT")]
    assert column["label_x"].nunique() == 1
    assert column["label_y"].sort_values().diff().min() >= 26 * KM_PER_UNIT


def test_callout_labels_stand_in_the_sea(geometry: gpd.GeoDataFrame) -> None:
    for row in geometry[geometry["callout"]].itertuples():
        room = shapely.box(row.label_x - 40, row.label_y - 60, row.label_x + 190, row.label_y + 60)
        assert not geometry.intersects(room).any(), row.usps


def test_rows_are_sorted_and_carry_no_crs(geometry: gpd.GeoDataFrame) -> None:
    assert geometry["usps"].is_monotonic_increasing
    assert geometry.crs is None


def test_a_missing_file_is_named_with_the_script_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(GeometryError, match=r"nowhere\.geojson: not found.*make_geometry\.py"):
        load_geometry(tmp_path / "nowhere.geojson")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"features": 3}', '{"features": [{}]}'])
def test_a_file_that_is_not_geojson_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "faulty.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GeometryError, match=r"faulty\.geojson: "):
        load_geometry(path)


def test_a_missing_jurisdiction_is_refused(tmp_path: Path, collection: dict[str, Any]) -> None:
    collection["features"].pop()
    with pytest.raises(GeometryError, match="55 jurisdictions; 56 are needed"):
        load_geometry(faulty(tmp_path, collection))


def test_a_repeated_jurisdiction_is_named(tmp_path: Path, collection: dict[str, Any]) -> None:
    feature(collection, "OR")["properties"]["usps"] = "WA"
    with pytest.raises(GeometryError, match="'WA' occurs more than once"):
        load_geometry(faulty(tmp_path, collection))


def test_a_missing_property_is_named(tmp_path: Path, collection: dict[str, Any]) -> None:
    for item in collection["features"]:
        del item["properties"]["anchor_y"]
    with pytest.raises(GeometryError, match="no property 'anchor_y'"):
        load_geometry(faulty(tmp_path, collection))


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        (shapely.Polygon([(0, 0), (9, 9), (9, 0), (0, 9)]), "'GU': Self-intersection"),
        (shapely.Polygon(), "'GU': no shape"),
        (shapely.box(-500, 800, -400, 900), "'GU' and 'TX' overlap"),
    ],
)
def test_an_unsound_shape_is_named(
    tmp_path: Path, collection: dict[str, Any], shape: BaseGeometry, message: str
) -> None:
    feature(collection, "GU")["geometry"] = shapely.geometry.mapping(shape)
    with pytest.raises(GeometryError, match=message):
        load_geometry(faulty(tmp_path, collection))


def test_coarsened_shapes_are_fewer_points_in_the_same_places(geometry: gpd.GeoDataFrame) -> None:
    before = geometry.copy(deep=True)
    coarse = coarsened(geometry, 20)
    assert coarse.geometry.count_coordinates().sum() < before.count_coordinates().sum() / 3
    assert overlaps(coarse) == []
    assert not coarse.is_empty.any()
    assert geometry.equals(before)


def test_borders_hold_each_line_once(geometry: gpd.GeoDataFrame) -> None:
    inner, coast = borders(geometry)
    perimeters = geometry.length.sum()
    assert 2 * inner.length + coast.length == pytest.approx(perimeters)


points = st.tuples(*[st.floats(-5000, 5000, allow_nan=False)] * 2)


@given(st.lists(st.lists(points, min_size=2, max_size=6), min_size=1, max_size=5))
def test_lines_become_lists_with_a_gap_between_each_two(
    lines: list[list[tuple[float, float]]],
) -> None:
    x, y = to_xy(shapely.MultiLineString(lines))
    assert [n is None for n in x] == [n is None for n in y]
    assert x.count(None) == len(lines) - 1
    assert [n for n in x if n is not None] == [round(a, 1) for line in lines for a, _ in line]
    assert [n for n in y if n is not None] == [round(b, 1) for line in lines for _, b in line]


def test_a_hole_is_a_line_of_its_own() -> None:
    ring = shapely.box(0, 0, 9, 9).difference(shapely.box(3, 3, 6, 6))
    pair = shapely.MultiPolygon([ring, translate(shapely.box(0, 0, 1, 1), 20)])
    x, _ = to_xy(pair)
    assert x.count(None) == 2


def test_overlapping_shapes_are_found_and_touching_ones_are_not() -> None:
    shapes = [shapely.box(0, 0, 2, 2), shapely.box(2, 0, 4, 2), shapely.box(3, 1, 5, 3)]
    frame = gpd.GeoDataFrame({"usps": ["CC", "BB", "AA"]}, geometry=shapes)
    assert overlaps(frame) == [("AA", "BB")]
