"""Whether a point lies in a polygon: ray casting of our own, the edges sorted into bands of latitude."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot

Point = tuple[float, float]  # longitude, latitude
Edge = tuple[float, float, float, float]
BANDS = 48


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of one place: all rings together, since a hole turns the count of crossings back."""

    box: tuple[float, float, float, float]  # west, south, east, north
    bands: tuple[tuple[Edge, ...], ...]

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether the point is inside."""
        west, south, east, north = self.box
        if not (west <= longitude <= east and south <= latitude <= north):
            return False
        inside = False
        for x0, y0, x1, y1 in self.bands[_band(latitude, south, north)]:
            if (y0 > latitude) != (y1 > latitude) and longitude < (x1 - x0) * (latitude - y0) / (y1 - y0) + x0:
                inside = not inside
        return inside

    def holds_or_touches(self, latitude: float, longitude: float, slack: float) -> bool:
        """Whether the point is inside, or no further outside than `slack` degrees: outlines are simplified."""
        west, south, east, north = self.box
        if not (west - slack <= longitude <= east + slack and south - slack <= latitude <= north + slack):
            return False
        if self.holds(latitude, longitude):
            return True
        lowest, highest = (_band(latitude + way, south, north) for way in (-slack, slack))
        near = (edge for band in self.bands[lowest : highest + 1] for edge in band)
        return any(_distance(longitude, latitude, edge) <= slack for edge in near)


def outline(rings: Iterable[Sequence[Point]]) -> Outline:
    """An outline from closed rings."""
    edges = [
        (*one, *other) for ring in rings for one, other in zip(ring, [*ring[1:], ring[0]], strict=True) if one != other
    ]
    if not edges:
        raise ValueError("an outline needs at least one ring")
    xs, ys = [edge[0] for edge in edges], [edge[1] for edge in edges]
    south, north = min(ys), max(ys)
    bands: list[list[Edge]] = [[] for _ in range(BANDS)]
    for edge in edges:
        low, high = sorted((edge[1], edge[3]))
        for number in range(_band(low, south, north), _band(high, south, north) + 1):
            bands[number].append(edge)
    return Outline((min(xs), south, max(xs), north), tuple(tuple(band) for band in bands))


def _distance(x: float, y: float, edge: Edge) -> float:
    x0, y0, x1, y1 = edge
    dx, dy = x1 - x0, y1 - y0
    along = max(0.0, min(1.0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)))
    return hypot(x0 + along * dx - x, y0 + along * dy - y)


def _band(latitude: float, south: float, north: float) -> int:
    return max(0, min(BANDS - 1, int((latitude - south) / ((north - south) or 1) * BANDS)))
