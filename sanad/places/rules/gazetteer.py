"""The gazetteer in memory: all units with their history, and the reading of free text by their names."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from sanad.places.rules.reading import Resolution
from sanad.places.rules.resolver import Resolver
from sanad.places.rules.rows import PlaceRow, SuccessionRow
from sanad.places.rules.units import Units

REMEMBERED = 50_000  # answers; an import asks the same few hundred again and again


class Gazetteer(Units):
    """Made once from rows; asked by key, by code or by what a text says."""

    def __init__(
        self, places: Iterable[PlaceRow], successions: Iterable[SuccessionRow] = (), version: str = ""
    ) -> None:
        super().__init__(places, successions)
        self.version = version
        self._days = sorted({day for row in self for day in (row.valid_from, row.valid_to) if day})
        self._resolver = Resolver(self)
        self._read: dict[tuple[str, str, int | None, str], Resolution] = {}

    def resolve(
        self,
        said: str,
        within: PlaceRow | str | None = None,
        on: date | None = None,
        kind_hint: str | None = None,
    ) -> Resolution:
        """What place a text means, said on or about a day, perhaps within a known province or district.

        `kind_hint` is country, province, district, tehsil or city: what the column or the question asks for.
        """
        bound = within if isinstance(within, str) else within.key if within else ""
        era = bisect_right(self._days, on) if on else None
        question = (said, bound, era, kind_hint or "")
        if question not in self._read:
            if len(self._read) > REMEMBERED:
                self._read.clear()
            self._read[question] = self._resolver.resolve(said, self.places.get(bound), on, kind_hint)
        return self._read[question]
