"""The outlines that the product ships (census set of 2023): which district holds a point.

Simplified to about 400 m, so an answer near a border is a hint for a warning, never a correction.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal

from sanad.places.rules import Gazetteer, PlaceRow
from sanad.places.rules.polygons import Outline, Point, outline
from sanad.places.rules.rows import PROVINCES
from sanad.places.seed import FOLDER

DrawnLevel = Literal["province", "district"]
SLACK = 0.005  # degrees; an outline is that much simpler than the border
CELL = 0.5  # degrees of the grid through which a point finds the few outlines near it
FILES: dict[DrawnLevel, str] = {"province": "provinces.geojson", "district": "districts.geojson"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One outline: whose it is, and the keys of units inside it that have none of their own."""

    key: str
    includes: tuple[str, ...]
    rings: tuple[tuple[Point, ...], ...]
    shape: Outline


@cache
def drawn(level: DrawnLevel) -> dict[str, Drawn]:
    """All outlines of one level by key of the place."""
    return {one.key: one for one in _read(level)}


@cache
def attribution() -> str:
    """What must be printed beside every map."""
    return str(_file("district")["attribution"])


@cache
def holders() -> dict[str, str]:
    """Key of every district without an outline -> key of the district in whose outline it lies."""
    return {inner: one.key for one in drawn("district").values() for inner in one.includes}


def place_at(latitude: float, longitude: float) -> str | None:
    """Key of the district whose outline holds the point; None outside of Pakistan and at sea."""
    near = _grid().get((latitude // CELL, longitude // CELL), ())
    return next((one.key for one in near if one.shape.holds(latitude, longitude)), None)


@cache
def _grid() -> dict[tuple[float, float], tuple[Drawn, ...]]:
    cells: dict[tuple[float, float], tuple[Drawn, ...]] = {}
    for one in drawn("district").values():
        west, south, east, north = (int(side // CELL) for side in one.shape.box)
        for cell in product(range(south, north + 1), range(west, east + 1)):
            cells[cell] = (*cells.get(cell, ()), one)
    return cells


def within_district(latitude: float, longitude: float, place: PlaceRow, gazetteer: Gazetteer) -> bool | None:
    """Whether the point lies in the place's district, or province where none is known; None without an outline."""
    shapes = outlines_of(place, gazetteer)
    return any(one.shape.holds_or_touches(latitude, longitude, SLACK) for one in shapes) if shapes else None


def outlines_of(place: PlaceRow, gazetteer: Gazetteer) -> list[Drawn]:
    """The outlines that together hold the place in today's frame."""
    if place.parts:
        return [one for part in place.parts for one in outlines_of(gazetteer[part], gazetteer)]
    district = gazetteer.district_of(place)
    if district:
        return _of_district(district, gazetteer)
    province = gazetteer.province_of(place)
    return [drawn("province")[province.key]] if province and province.kind in PROVINCES else []


def _of_district(district: PlaceRow, gazetteer: Gazetteer) -> list[Drawn]:
    districts = drawn("district")
    key = holders().get(district.key, district.key)
    if key in districts:
        return [districts[key]]
    # An ended district that no list draws, as Chitral before 2018: what it fell into.
    return [one for unit in gazetteer.successors(district) for one in _of_district(unit, gazetteer)]


def _file(level: DrawnLevel) -> dict[str, object]:
    read: dict[str, object] = json.loads((FOLDER / "geometry" / FILES[level]).read_text(encoding="utf-8"))
    return read


def _read(level: DrawnLevel) -> Iterator[Drawn]:
    for feature in _file(level)["features"]:  # type: ignore[attr-defined]  # GeoJSON of our own
        properties = feature["properties"]
        rings = tuple(
            tuple((x, y) for x, y in ring[:-1]) for polygon in feature["geometry"]["coordinates"] for ring in polygon
        )
        yield Drawn(properties["key"], tuple(properties.get("includes", ())), rings, outline(rings))
