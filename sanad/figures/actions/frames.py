"""The map through time, as numbers for a snapshot: what each place was in each era."""

from datetime import date
from functools import lru_cache

from sanad.places.rules import Frame, Gazetteer
from sanad.places.rules.rows import DISTRICTS, PROVINCES

Eras = list[tuple[int, date]]
Then = list[tuple[int, int, int | None, int | None]]
Names = list[tuple[str, int, str]]


@lru_cache(maxsize=2)
def frames_of(gazetteer: Gazetteer) -> tuple[Eras, Then, Names]:
    """Eras (number, first day); district and province per era of places where they changed; names of both."""
    days = sorted({day for place in gazetteer for day in (place.valid_from, place.valid_to) if day is not None})
    eras = list(enumerate([date.min, *days], start=1))
    then: Then = []
    for place in gazetteer:
        now = _units(gazetteer, place.id, None)
        found = [_units(gazetteer, place.id, first) for _, first in eras]
        if any(units != now for units in found):
            then += [(place.id, era, *units) for (era, _), units in zip(eras, found, strict=True)]
    names = [
        (dimension, place.id, gazetteer.outside_code(place))
        for dimension, kinds in (("province", PROVINCES), ("district", DISTRICTS))
        for place in gazetteer
        if place.kind in kinds
    ]
    return eras, then, names


def _units(gazetteer: Gazetteer, place_id: int, day: date | None) -> tuple[int | None, int | None]:
    """Province and district of a place, in the frame of a day or of today."""
    place = gazetteer.by_id(place_id)
    frame: Frame = "today" if day is None else "then"
    province, district = gazetteer.province_of(place, frame, day), gazetteer.district_of(place, frame, day)
    return province.id if province else None, district.id if district else None
