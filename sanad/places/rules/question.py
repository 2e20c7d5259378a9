"""Weighs the places that a text may mean, by where it lies and when it was said."""

from collections.abc import Iterable
from datetime import date

from sanad.places.rules.reading import Candidate, Offered, Resolution, Why
from sanad.places.rules.rows import DISTRICTS, PROVINCES, Kind, PlaceRow
from sanad.places.rules.units import Units

# A bare name borne by places of several kinds is read as the first of these; the others stay alternatives.
RANKS = (
    frozenset({Kind.COUNTRY}),
    PROVINCES,
    DISTRICTS,
    frozenset({Kind.CITY, Kind.REGION}),
    frozenset({Kind.TOWN, Kind.LOCALITY}),
    frozenset({Kind.TEHSIL}),
)


def rank(place: PlaceRow) -> int:
    """The lower, the larger the place."""
    return next(i for i, kinds in enumerate(RANKS) if place.kind in kinds)


class Question:
    """One text, with what is known about it: where it lies and when it was said."""

    def __init__(self, units: Units, said: str, within: PlaceRow | None, day: date) -> None:
        self.all, self.said, self.within, self.day = units, said, within, day

    def admits(self, place: PlaceRow) -> bool:
        """Whether the place may lie within what was stated."""
        return self.within is None or self.all.may_lie_in(place, self.within)

    def combine(self, parts: list[list[PlaceRow]], unread: str) -> Resolution:
        """The smallest place of which the others are the surroundings."""
        fitting = [
            [row for row in part if all(any(self._touch(row, one) for one in other) for other in parts)]
            for part in parts
        ]
        if not all(fitting):
            return self._settled(None, "contradiction", self.offered(_flat(parts), "mentioned"), unread)
        smallest = max(fitting, key=lambda part: (min(map(rank, part)), max(map(rank, part))))
        return self.choose(smallest, "parts", unread)

    def _touch(self, one: PlaceRow, other: PlaceRow) -> bool:
        return self.all.may_lie_in(one, other) or self.all.may_lie_in(other, one)

    def choose(self, bearers: list[PlaceRow], why: Why, unread: str = "") -> Resolution:
        """One of the places that bear the name, if the name leaves but one."""
        admitted = [row for row in bearers if self.admits(row)]
        if not admitted:
            return self._settled(self.within, "elsewhere", self.offered(bearers, "elsewhere"), unread)
        units = _once(self.all.as_named_on(row, self.day) for row in admitted)
        held = {rank(row) for row in units if row.holds_on(self.day)}
        units = [row for row in units if row.holds_on(self.day) or rank(row) not in held]
        units = self._without_surroundings(units)
        top = min(rank(row) for row in units)
        first = [row for row in units if rank(row) == top]
        others = [row for row in units if rank(row) > top]
        if len(first) > 1:
            ground = self.all.common_ground(first)
            return self._settled(ground, "several", self.offered(first, "same_name"), unread)
        open_parts = self._parts(first[0])
        candidates = self.offered(open_parts, "part_of_it") + self.offered(others, "same_name")
        return Resolution(self.said, first[0], first[0].level, True, "wide" if open_parts else why, candidates, unread)

    def _without_surroundings(self, units: list[PlaceRow]) -> list[PlaceRow]:
        """Of a territory and its only district of the same name, the district, which says more."""
        held = {
            row.key
            for row in units
            for below in units
            if below.parent == row.key and sum(child.kind in DISTRICTS for child in self.all.children(row)) == 1
        }
        return [row for row in units if row.key not in held]

    def _parts(self, place: PlaceRow) -> list[PlaceRow]:
        """The districts over which it spreads, or into which it was split."""
        ended = place.valid_to is not None and place.valid_to <= self.day
        rows = self.all.became(place, self.day) if ended else [self.all[key] for key in place.parts]
        return _once(self.all.as_named_on(row, self.day) for row in rows)

    def offered(self, places: Iterable[PlaceRow], why: Offered) -> tuple[Candidate, ...]:
        """Places as alternatives."""
        named = _once(self.all.as_named_on(row, self.day) for row in places)
        return tuple(Candidate(row.key, 1.0, why) for row in named)

    def _settled(
        self, place: PlaceRow | None, why: Why, alternatives: tuple[Candidate, ...], unread: str
    ) -> Resolution:
        level = place.level if place else "none"
        return Resolution(self.said, place, level, False, why, alternatives, unread)


def _once(places: Iterable[PlaceRow]) -> list[PlaceRow]:
    return list({row.key: row for row in places}.values())


def _flat(parts: Iterable[Iterable[PlaceRow]]) -> list[PlaceRow]:
    return [row for part in parts for row in part]
