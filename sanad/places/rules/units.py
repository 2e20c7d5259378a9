"""Who lies in whom, and what a unit was or became on a day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from sanad.places.rules.rows import DISTRICTS, LATEST, PROVINCES, Kind, PlaceRow, SuccessionRow

Frame = Literal["today", "then"]
ISO, P_CODE = "iso_3166_2", "ocha_2022"  # the codes that this site shows outside


class Units:
    """Every place with its history; asked by key, by code, by where it lies."""

    def __init__(self, places: Iterable[PlaceRow], successions: Iterable[SuccessionRow] = ()) -> None:
        self.places = {row.key: row for row in places}
        self._by_id = {row.id: row for row in self.places.values()}
        self._by_code = {(system, code): row for row in self for system, code in row.codes.items()}
        self._successors: dict[str, list[SuccessionRow]] = defaultdict(list)
        self._predecessors: dict[str, list[SuccessionRow]] = defaultdict(list)
        self._children: dict[str, list[PlaceRow]] = defaultdict(list)
        for row in self:
            if row.parent:
                self._children[row.parent].append(row)
        for succession in successions:
            self._successors[succession.predecessor].append(succession)
            self._predecessors[succession.successor].append(succession)
        self._whereabouts: dict[str, frozenset[str]] = {}

    def __iter__(self) -> Iterator[PlaceRow]:
        return iter(self.places.values())

    def __getitem__(self, key: str) -> PlaceRow:
        return self.places[key]

    def __contains__(self, key: str) -> bool:
        return key in self.places

    # -- Finding ---------------------------------------------------------------------------------

    def by_id(self, place_id: int) -> PlaceRow:
        """The place with this site's number."""
        return self._by_id[place_id]

    def by_code(self, system: str, code: str) -> PlaceRow | None:
        """The place that another list calls so."""
        return self._by_code.get((system, code))

    def by_outside_code(self, code: str) -> PlaceRow | None:
        """The place of an address, a file or a command: ISO 3166-2, P-code or own key."""
        return self.by_code(ISO, code) or self.by_code(P_CODE, code) or self.places.get(code)

    def outside_code(self, place: PlaceRow) -> str:
        """Provinces by ISO 3166-2, districts by P-code, everything else by its own key."""
        system = ISO if place.kind in PROVINCES or place.kind is Kind.COUNTRY else P_CODE
        return place.codes.get(system, place.key)

    # -- Lying in --------------------------------------------------------------------------------

    def ancestors(self, place: PlaceRow) -> tuple[PlaceRow, ...]:
        """From the place's parent up to the country."""
        found: list[PlaceRow] = []
        while place.parent is not None:
            place = self.places[place.parent]
            found.append(place)
        return tuple(found)

    def children(self, place: PlaceRow) -> tuple[PlaceRow, ...]:
        """The places directly below."""
        return tuple(self._children[place.key])

    def district_of(self, place: PlaceRow, frame: Frame = "today", on: date | None = None) -> PlaceRow | None:
        """The district, agency or frontier region that the place is or lies in; None where it spreads over several."""
        day = on if frame == "then" and on else LATEST
        former = self.places[place.former_parent] if place.former_parent else None
        if former and former.holds_on(day):
            return former
        unit = next((row for row in (place, *self.ancestors(place)) if row.kind in DISTRICTS), None)
        return self.on_day(unit, day) if unit else None

    def province_of(self, place: PlaceRow, frame: Frame = "today", on: date | None = None) -> PlaceRow | None:
        """The province or territory that the place is or lies in."""
        day = on if frame == "then" and on else LATEST
        lowest = self.district_of(place, frame, on) or place
        unit = next((row for row in (lowest, *self.ancestors(lowest)) if row.kind in PROVINCES), None)
        return self.on_day(unit, day) if unit else None

    def common_ground(self, places: Iterable[PlaceRow]) -> PlaceRow | None:
        """The smallest place in which all of them lie."""
        lines = [(place, *self.ancestors(place)) for place in places]
        return next((row for row in lines[0] if all(row in line for line in lines)), None) if lines else None

    def may_lie_in(self, place: PlaceRow, whole: PlaceRow) -> bool:
        """Whether the place lies, or once lay, or lies in today's frame, in the whole; or spreads over it."""
        where = self.whereabouts(place)
        return (
            whole.key in where
            or self.on_day(whole, LATEST).key in where
            or bool(
                place.parts and whole.key in {above for part in place.parts for above in self.whereabouts(self[part])}
            )
        )

    def whereabouts(self, place: PlaceRow) -> frozenset[str]:
        """Keys of the place and of all that it lies in or ever lay in. Merged neighbours do not count."""
        if place.key not in self._whereabouts:
            self._whereabouts[place.key] = frozenset(self._walk(place))
        return self._whereabouts[place.key]

    def _walk(self, place: PlaceRow) -> set[str]:
        seen: set[str] = set()
        waiting = [place.key]
        while waiting:
            key = waiting.pop()
            if key in seen:
                continue
            seen.add(key)
            row = self.places[key]
            waiting += [above for above in (row.parent, row.former_parent) if above]
            waiting += [past.predecessor for past in self._predecessors[key] if past.kind != "merged"]
            waiting += [then.successor for then in self._successors[key] if then.kind in ("renamed", "merged")]
        return seen

    # -- History ---------------------------------------------------------------------------------

    def in_frame(self, place: PlaceRow, frame: Frame = "today", on: date | None = None) -> PlaceRow:
        """The unit as it is counted: in today's units, or in those of the day of the act."""
        return self.on_day(place, on if frame == "then" and on else LATEST)

    def on_day(self, place: PlaceRow, day: date) -> PlaceRow:
        """What the unit was or became on that day; itself where that is not one single unit."""
        seen = {place.key}
        while not place.holds_on(day):
            later = place.valid_to is not None and place.valid_to <= day
            near = self.successors(place) if later else self.predecessors(place)
            if len(near) != 1 or near[0].key in seen:
                return place
            place = near[0]
            seen.add(place.key)
        return place

    def as_named_on(self, place: PlaceRow, day: date) -> PlaceRow:
        """The unit to which a name belonged on that day: back only over a change of name, never to a larger unit."""
        if place.valid_from is None or place.valid_from <= day:
            return self.on_day(place, day)
        renamed = [past for past in self._predecessors[place.key] if past.kind == "renamed"]
        return self[renamed[0].predecessor] if len(renamed) == 1 else place

    def successors(self, place: PlaceRow) -> tuple[PlaceRow, ...]:
        """What it ended as; a unit that went on smaller has none."""
        return tuple(self[then.successor] for then in self._successors[place.key] if then.kind != "carved")

    def became(self, place: PlaceRow, day: date) -> tuple[PlaceRow, ...]:
        """All units of that day that an ended unit fell into, with those later carved out of them."""
        found: dict[str, PlaceRow] = {}
        waiting = list(self.successors(place))
        while waiting:
            unit = waiting.pop(0)
            if unit.key not in found:
                found[unit.key] = unit
                waiting += [self[then.successor] for then in self._successors[unit.key] if then.happened <= day]
        return tuple(unit for unit in found.values() if unit.holds_on(day))

    def predecessors(self, place: PlaceRow) -> tuple[PlaceRow, ...]:
        """What it was before it began."""
        begun = [
            past for past in self._predecessors[place.key] if place.valid_from and past.happened <= place.valid_from
        ]
        return tuple(self[past.predecessor] for past in begun)
