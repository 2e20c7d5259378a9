"""The rows that the rules work on, and how dates and names in the seed files are read."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from sanad.kit import text

Level = Literal["country", "province", "district", "tehsil", "city", "none"]
DatePrecision = Literal["day", "month", "year"]
SuccessionKind = Literal["merged", "split", "carved", "renamed"]

LATEST = date.max  # *today* means: as the newest change that the gazetteer knows


class Kind(StrEnum):
    """What sort of place it is."""

    COUNTRY = "country"
    PROVINCE = "province"
    TERRITORY = "territory"
    DISTRICT = "district"
    AGENCY = "agency"
    FRONTIER_REGION = "frontier_region"
    CITY = "city"
    TOWN = "town"
    LOCALITY = "locality"
    REGION = "region"
    TEHSIL = "tehsil"


PROVINCES = frozenset({Kind.PROVINCE, Kind.TERRITORY})
DISTRICTS = frozenset({Kind.DISTRICT, Kind.AGENCY, Kind.FRONTIER_REGION})
LEVELS: dict[Kind, Level] = {
    Kind.COUNTRY: "country",
    Kind.PROVINCE: "province",
    Kind.TERRITORY: "province",
    Kind.DISTRICT: "district",
    Kind.AGENCY: "district",
    Kind.FRONTIER_REGION: "district",
    Kind.TEHSIL: "tehsil",
    Kind.REGION: "province",  # spreads over districts: certain only as to the province
    Kind.CITY: "city",
    Kind.TOWN: "city",
    Kind.LOCALITY: "city",
}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place as the rules see it; `parent`, `former_parent` and `parts` are keys."""

    id: int
    key: str
    kind: Kind
    parent: str | None
    name_en: str
    name_ur: str = ""
    valid_from: date | None = None
    valid_to: date | None = None  # the first day on which it no longer held
    former_parent: str | None = None
    parts: tuple[str, ...] = ()
    codes: dict[str, str] = field(default_factory=dict, hash=False)
    aliases: tuple[str, ...] = ()

    @property
    def level(self) -> Level:
        """How precise a place of this kind is."""
        return LEVELS[self.kind]

    @property
    def names(self) -> tuple[str, ...]:
        """Every way in which it is written."""
        return (self.name_en, *((self.name_ur,) if self.name_ur else ()), *self.aliases)

    def holds_on(self, day: date) -> bool:
        """Whether the unit existed on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """One unit became another; keys."""

    predecessor: str
    successor: str
    happened: date
    kind: SuccessionKind


def first_day(written: str) -> tuple[date, DatePrecision]:
    """The first day of `2018-05-31`, `2018-05` or `2018`, and how precise that is."""
    numbers = [int(part) for part in written.split("-")]
    precisions: tuple[DatePrecision, ...] = ("year", "month", "day")
    year, month, day = (*numbers, 1, 1)[:3]
    return date(year, month, day), precisions[len(numbers) - 1]


def squash(name: str) -> str:
    """A name as the key that it is matched by: folded, without spaces and points."""
    return text.fold(name).replace(" ", "")
