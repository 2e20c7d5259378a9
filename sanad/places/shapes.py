"""Paths for maps, made once per process: district or province -> SVG path with its names.

Equirectangular at 30° north, in whole units of a thousandth of the width, relative moves: small on a slow line.
Who draws the map gives it fills, titles and links, and prints `attribution` beside it.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sanad.places.outlines import Drawn, DrawnLevel, attribution, drawn
from sanad.places.rules import Frame, Gazetteer, PlaceRow
from sanad.places.rules.polygons import Point

NUMBER = re.compile(r"-?\d+")
WIDTH = 1000
WEST, EAST, SOUTH, NORTH = 60.8, 77.9, 23.5, 37.2
FLAT = math.cos(math.radians(30))
SCALE = WIDTH / ((EAST - WEST) * FLAT)
HEIGHT = round((NORTH - SOUTH) * SCALE)
VIEW_BOX = f"0 0 {WIDTH} {HEIGHT}"


@dataclass(frozen=True, slots=True)
class Shape:
    """The path of one unit, and what it is called."""

    d: str
    name_en: str
    name_ur: str


@dataclass(frozen=True, slots=True)
class WithoutShape:
    """A unit that no outline shows by itself, and the code of the one that holds it."""

    name_en: str
    name_ur: str
    drawn_in: str


@dataclass(frozen=True)
class MapShapes:
    """Everything for one map. Keys are outside codes: ISO 3166-2, P-code, or own key. Draw in the given order."""

    view_box: str
    attribution: str
    shapes: dict[str, Shape]
    without_shape: dict[str, WithoutShape]


@lru_cache(maxsize=8)
def shapes(gazetteer: Gazetteer, level: DrawnLevel = "district", frame: Frame = "today") -> MapShapes:
    """The paths of all provinces or districts; `then` is the map before the merger of FATA in 2018."""
    if frame == "then":
        found = _before_merger(gazetteer, level)
    else:
        found = {key: (one,) for key, one in drawn(level).items()}
    paths = {_code(gazetteer, key): _shape(gazetteer[key], ones) for key, ones in found.items()}
    inside = {
        gazetteer.outside_code(gazetteer[inner]): _without(gazetteer, inner, key)
        for key, ones in found.items()
        for one in ones
        for inner in (one.includes if level == "district" else ())
    }
    return MapShapes(VIEW_BOX, attribution(), paths, inside)


def _before_merger(gazetteer: Gazetteer, level: DrawnLevel) -> dict[str, tuple[Drawn, ...]]:
    """Agencies take the outlines of the districts that they became; FATA lies on top of the province around it."""
    agencies = {
        unit.key: after.key for unit in gazetteer if unit.kind == "agency" for after in gazetteer.successors(unit)
    }
    if level == "province":
        tribal = tuple(drawn("district")[key] for key in agencies.values())
        return {key: (one,) for key, one in drawn("province").items()} | {"fata": tribal}
    before = {after: agency for agency, after in agencies.items()}
    return {before.get(key, key): (one,) for key, one in drawn("district").items()}


def _shape(place: PlaceRow, ones: Iterable[Drawn]) -> Shape:
    return Shape("".join(path(ring) for one in ones for ring in one.rings), place.name_en, place.name_ur)


def _without(gazetteer: Gazetteer, inner: str, holder: str) -> WithoutShape:
    place = gazetteer[inner]
    return WithoutShape(place.name_en, place.name_ur, _code(gazetteer, holder))


def _code(gazetteer: Gazetteer, key: str) -> str:
    return gazetteer.outside_code(gazetteer[key])


def path(ring: Sequence[Point]) -> str:
    """A ring as a path: one move, then relative lines; points in a row and points that fall together left out."""
    spots: list[tuple[int, int]] = []
    for x, y in ring:
        spot = (round((x - WEST) * FLAT * SCALE), round((NORTH - y) * SCALE))
        if spots and spot == spots[-1]:
            continue
        if len(spots) > 1 and _in_a_row(spots[-2], spots[-1], spot):
            spots.pop()
        spots.append(spot)
    if len(spots) < 3:
        return ""
    moves = "".join(f"{_lead(b[0] - a[0])}{_lead(b[1] - a[1])}" for a, b in pairwise(spots))
    return f"M{spots[0][0]} {spots[0][1]}l{moves.strip()}z"


def _in_a_row(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
    return ux * vy == uy * vx and ux * vx + uy * vy > 0


def _lead(number: int) -> str:
    return str(number) if number < 0 else f" {number}"


def bounds(paths: Iterable[str]) -> tuple[int, int, int, int] | None:
    """Left, top, width and height of what these paths draw; None where they draw nothing."""
    xs: list[int] = []
    ys: list[int] = []
    for ring in "".join(paths).split("z"):
        if not ring:
            continue
        start, _moves, rest = ring.removeprefix("M").partition("l")
        x, y = (int(number) for number in NUMBER.findall(start))
        steps = [int(number) for number in NUMBER.findall(rest)]
        xs.append(x)
        ys.append(y)
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            xs.append(x)
            ys.append(y)
    return (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else None
