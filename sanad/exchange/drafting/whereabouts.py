"""Where an act happened: province, district, tehsil and town of a row read together, the coordinates beside them."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sanad.exchange.drafting import findings
from sanad.exchange.drafting.findings import Doubt
from sanad.exchange.drafting.names import Names, PlaceFound

LEVELS = (("province", "province"), ("district", "district"), ("tehsil", "tehsil"), ("place", ""))
LONGEST = 200
REMEMBERED = 20_000


class Whereabouts(NamedTuple):
    """The smallest place that the row surely names, how precise it is, and the row's own words."""

    place: int | None
    precision: str
    said: str
    doubts: tuple[Doubt, ...] = ()


NOWHERE = Whereabouts(None, "", "")


class PlaceReader:
    """Reads the place columns of a list; `columns` are their names in the file, for the findings."""

    def __init__(self, names: Names, columns: Mapping[str, str]) -> None:
        self.names, self.columns = names, columns
        self.known: dict[tuple[object, ...], Whereabouts] = {}

    def read(self, values: Mapping[str, object], on: date | None) -> Whereabouts:
        """The place of a row, from the values of its place fields."""
        said = tuple(values.get(name) for name, _ in LEVELS)
        if not any(said):
            return NOWHERE
        key = (said, self.names.era(on))
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            found = self.known[key] = self._read(said, on)
        return found

    def _read(self, stated: tuple[object, ...], on: date | None) -> Whereabouts:
        best: PlaceFound | None = None
        best_said, words, doubts = "", [], []
        for (name, level), value in zip(LEVELS, stated, strict=True):
            if not isinstance(value, tuple):
                continue
            said, code = value
            words.append(said)
            found = self._find(said, code, best, level, on)
            doubt = self._doubt(name, said, best_said, found)
            if doubt:
                doubts.append(doubt)
            if found.id is not None and found.why != "elsewhere" and (best is None or found.depth >= best.depth):
                best, best_said = found, said
        text = ", ".join(dict.fromkeys(reversed(words)))[:LONGEST]
        if best is None:
            return Whereabouts(None, "", text, tuple(doubts))
        return Whereabouts(best.id, best.precision, text, tuple(doubts))

    def _find(self, said: str, code: str, best: PlaceFound | None, level: str, on: date | None) -> PlaceFound:
        if code and (coded := self.names.place_with_code(code)):
            return coded
        return self.names.place(said, within=best.id if best else None, level=level, on=on)

    def _doubt(self, name: str, said: str, within: str, found: PlaceFound) -> Doubt | None:
        column = self.columns.get(name, name)
        if found.why == "elsewhere":
            return Doubt(column, findings.place_elsewhere(said, within, found.alternatives))
        if found.id is None or found.why in ("similar", "unknown"):
            return Doubt(column, findings.unknown_place(said, found.alternatives))
        if not found.certain:
            return Doubt(column, findings.place_uncertain(said, found.alternatives or (found.unread,)))
        return None

    def point(self, values: Mapping[str, object], place: int | None) -> tuple[dict[str, object], Doubt | None]:
        """The coordinates to be sealed, and a doubt where they lie outside of the stated place."""
        latitude, longitude = values.get("latitude"), values.get("longitude")
        if not isinstance(latitude, float) or not isinstance(longitude, float):
            half = isinstance(latitude, float) or isinstance(longitude, float)
            return {}, Doubt(self.columns.get("latitude", "latitude"), findings.HALF_POINT) if half else None
        sealed: dict[str, object] = {"latitude": latitude, "longitude": longitude}
        if place is not None and self.names.holds_point(place, latitude, longitude) is False:
            return sealed, Doubt(self.columns.get("latitude", "latitude"), findings.POINT_OUTSIDE)
        return sealed, None
