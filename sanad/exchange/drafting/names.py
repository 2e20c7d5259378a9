"""What drafting has to ask the site: which code, place or institution is meant by a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sanad.exchange.mapping.schema import Institution

DEPTHS: Mapping[str, int] = {"none": 0, "country": 1, "province": 2, "district": 3, "tehsil": 4, "city": 5}


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """What a text was read as: the place (None for none), how precise, whether surely, and why."""

    id: int | None
    precision: str
    certain: bool
    why: str
    alternatives: tuple[str, ...] = ()
    unread: str = ""

    @property
    def depth(self) -> int:
        """The greater, the smaller the place."""
        return DEPTHS.get(self.precision, 0)


class Names(Protocol):
    """The registers of the site."""

    def code(self, vocabulary: str, said: str) -> int | None:
        """The code that is written so: its slug, one of its names, another way to write it."""

    def code_with_slug(self, vocabulary: str, slug: str) -> int | None:
        """The code with exactly this slug."""

    def place(self, said: str, *, within: int | None, level: str, on: date | None) -> PlaceFound:
        """What a text means, on a day, perhaps within a place; `level` is what the column asks for, or ''."""

    def era(self, on: date | None) -> int:
        """The stretch of time, between two changes of the gazetteer, in which a day lies."""

    def place_with_code(self, code: str) -> PlaceFound | None:
        """The place of an outside code: ISO 3166-2, P-code or own key."""

    def holds_point(self, place: int, latitude: float, longitude: float) -> bool | None:
        """Whether the point lies in the district or province of the place; None where no outline tells."""

    def institution(self, named: Institution) -> int:
        """The institution that a mapping names; made if it is new."""

    def institution_named(self, said: str, within: int | None = None) -> int | None:
        """The one institution of the register that is written so."""
