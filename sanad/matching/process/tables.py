"""Records as tables for the model: codes and places as they are, names as keys, numbers as hashes."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

import pyarrow as pa

from sanad.kit.text import ascii_digits
from sanad.matching.linkage.comparing import numbered
from sanad.matching.linkage.keys import add_keys
from sanad.matching.queries import Described, Told

Named = Mapping[UUID, Sequence[str | None]]  # row -> name, father's name, hash of CNIC, hash of telephone
NOBODY: tuple[None, None, None, None] = (None, None, None, None)
WIDEST = 31  # days; a wider range is no day
NUMBERS = {"age": pa.int32(), "day": pa.int32(), "toll": pa.int32()}


def table_of_mentions(mentions: Sequence[Described], named: Named, districts: Mapping[int, int | None]) -> pa.Table:
    """One row for each mention, in their order."""
    known = [named.get(one.row, NOBODY) for one in mentions]
    columns: dict[str, pa.Array | Sequence[object]] = dict(
        add_keys({"name": [one[0] for one in known], "father": [one[1] for one in known]})
    )
    columns |= {
        "age": [age_of(one.age_min, one.age_max) for one in mentions],
        "sex": [None if one.sex is None else str(one.sex) for one in mentions],
        "district": [district_of(one.place, districts) for one in mentions],
        "day": [day_of(one.first, one.last) for one in mentions],
        "cnic": [one[2] for one in known],
        "phone": [one[3] for one in known],
        "fir": [fir_of(one.fir_number, one.station) for one in mentions],
    }
    return numbered(columns, NUMBERS)


def table_of_reports(reports: Sequence[Told], named: Named, districts: Mapping[int, int | None]) -> pa.Table:
    """One row for each report, in their order."""
    names = [named.get(one.victim, NOBODY)[0] if one.victim else None for one in reports]
    columns: dict[str, pa.Array | Sequence[object]] = dict(add_keys({"name": names}))
    columns |= {
        "fir": [fir_of(one.fir_number, one.station) for one in reports],
        "day": [day_of(one.first, one.last) for one in reports],
        "district": [district_of(one.place, districts) for one in reports],
        "place": [None if one.place is None else str(one.place) for one in reports],
        "act": [None if one.act is None else str(one.act) for one in reports],
        "toll": [one.toll for one in reports],
    }
    return numbered(columns, NUMBERS)


def age_of(least: int | None, most: int | None) -> int | None:
    """The middle of what is said; nothing where one side is open or the range is wide."""
    if least is None or most is None or most - least > 10:
        return None
    return (least + most) // 2


def day_of(first: object, last: object) -> int | None:
    """A day as a number, where the date says one or a few."""
    if not isinstance(first, date) or not isinstance(last, date) or (last - first).days > WIDEST:
        return None
    return (first.toordinal() + last.toordinal()) // 2


def district_of(place: int | None, districts: Mapping[int, int | None]) -> str | None:
    """The district that holds a place."""
    district = None if place is None else districts.get(place)
    return None if district is None else str(district)


def fir_of(number: str, station: int | None) -> str | None:
    """Number and police station of a first information report; one without the other is no key."""
    plain = "".join(letter for letter in ascii_digits(number).lower() if letter.isalnum() or letter == "/")
    return f"{station}|{plain.lstrip('0')}" if plain and station is not None else None
