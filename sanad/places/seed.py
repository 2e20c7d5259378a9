"""Reads data/places: the rows as the rules take them, without a database."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from sanad.kit import text
from sanad.places.rules.rows import DatePrecision, Kind, SuccessionKind, first_day

FOLDER = Path(__file__).resolve().parent.parent.parent / "data" / "places"
SYSTEMS = ("iso_3166_2", "ocha_2022")  # columns that hold codes of other lists


@dataclass(frozen=True, slots=True)
class SeedName:
    """Another way in which a place is written."""

    name: str
    language: str
    former: bool


@dataclass(frozen=True, slots=True)
class SeedPlace:
    """A place as the files have it; other places are keys."""

    key: str
    kind: Kind
    name_en: str
    name_ur: str
    parent: str
    former_parent: str
    parts: tuple[str, ...]
    valid_from: tuple[date, DatePrecision] | None
    valid_to: tuple[date, DatePrecision] | None
    codes: dict[str, str]
    names: tuple[SeedName, ...]
    note: str


@dataclass(frozen=True, slots=True)
class SeedSuccession:
    """What a unit became, by keys."""

    predecessor: str
    successor: str
    happened: date
    precision: DatePrecision
    kind: SuccessionKind


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of one seed file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def places() -> tuple[SeedPlace, ...]:
    """Every place that the product ships, parents before what lies in them."""
    files = ("provinces.csv", "districts.csv", "towns.csv")
    return tuple(_place(row) for name in files for row in rows_of(FOLDER / name))


@cache
def successions() -> tuple[SeedSuccession, ...]:
    """What became of the units."""
    found = []
    for row in rows_of(FOLDER / "successions.csv"):
        happened, precision = first_day(row["happened"])
        kind: SuccessionKind = row["kind"]  # type: ignore[assignment]  # the table's constraint knows the words
        found.append(SeedSuccession(row["predecessor"], row["successor"], happened, precision, kind))
    return tuple(found)


def _place(row: dict[str, str]) -> SeedPlace:
    districts = tuple(filter(None, row.get("districts", "").split("|")))
    return SeedPlace(
        key=row["key"],
        kind=Kind(row["kind"]),
        name_en=row["name_en"],
        name_ur=row["name_ur"],
        parent=row["parent"],
        former_parent=row.get("former_parent", ""),
        parts=districts if len(districts) > 1 else (),
        valid_from=_day(row.get("valid_from", "")),
        valid_to=_day(row.get("valid_to", "")),
        codes={system: row[system] for system in SYSTEMS if row.get(system)},
        names=(*_names(row.get("aliases", ""), False), *_names(row.get("former_names", ""), True)),
        note=row.get("note", ""),
    )


def _day(written: str) -> tuple[date, DatePrecision] | None:
    return first_day(written) if written else None


def _names(cell: str, former: bool) -> Iterator[SeedName]:
    for name in filter(None, cell.split("|")):
        yield SeedName(name, "ur" if text.in_script(name) == "arabic" else "en", former)
