"""The registers of the site as drafting asks for them: codes, places, institutions."""

from bisect import bisect_right
from datetime import date

from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.exchange.drafting.names import PlaceFound
from sanad.exchange.mapping.schema import Institution
from sanad.institutions import queries as institutions
from sanad.institutions.actions import ensure_institution
from sanad.kit.text import fold
from sanad.places import queries as places
from sanad.places.outlines import within_district
from sanad.places.rules import Resolution

NOT_MADE = 0  # the id of an institution that a trial run does not make


class Registers:
    """Answers from the site's tables; `writing` lets it make the institutions that a mapping names."""

    def __init__(self, by: Reader, *, writing: bool) -> None:
        self.by, self.writing = by, writing
        self.gazetteer = places.gazetteer()
        days = {day for one in self.gazetteer for day in (one.valid_from, one.valid_to) if day}
        self.changes = sorted(days)
        self.slugs = {
            one.slug: {code.slug: code.pk for code in codes.codes_of(one.slug) if not code.heading}
            for one in codes.vocabularies()
        }
        self.inside: dict[tuple[int, float, float], bool | None] = {}

    def code(self, vocabulary: str, said: str) -> int | None:
        """The code that is written so."""
        found = codes.code_named(vocabulary, said).code
        return found.pk if found else None

    def code_with_slug(self, vocabulary: str, slug: str) -> int | None:
        """The code with exactly this slug; a heading is none."""
        return self.slugs.get(vocabulary, {}).get(slug)

    def place(self, said: str, *, within: int | None, level: str, on: date | None) -> PlaceFound:
        """What a text means, on a day, perhaps within a place."""
        whole = self.gazetteer.by_id(within) if within else None
        return self._found(self.gazetteer.resolve(said, whole, on, level or None))

    def _found(self, read: Resolution) -> PlaceFound:
        near = () if read.certain else tuple(self._line(one.key) for one in read.alternatives[:3])
        place = read.place.id if read.place else None
        return PlaceFound(place, read.precision, read.certain, read.why, near, read.unread)

    def _line(self, key: str) -> str:
        return places.place_line(self.gazetteer[key])

    def era(self, on: date | None) -> int:
        """The stretch of time, between two changes of the gazetteer, in which a day lies."""
        return bisect_right(self.changes, on) if on else -1

    def place_with_code(self, code: str) -> PlaceFound | None:
        """The place of an outside code."""
        place = self.gazetteer.by_outside_code(code)
        return PlaceFound(place.id, place.level, True, "name") if place else None

    def holds_point(self, place: int, latitude: float, longitude: float) -> bool | None:
        """Whether the point lies in the district or province of the place."""
        key = (place, latitude, longitude)
        if key not in self.inside:
            if len(self.inside) > 50_000:
                self.inside.clear()
            self.inside[key] = within_district(latitude, longitude, self.gazetteer.by_id(place), self.gazetteer)
        return self.inside[key]

    def institution(self, named: Institution) -> int:
        """The institution that a mapping names; made if it is new and this is no trial."""
        if self.writing:
            return int(ensure_institution(named.slug, named.name or named.slug, named.kind, by=self.by).pk)
        known = institutions.institution_named(named.name, named.kind).institution if named.name else None
        found = institutions.institution(known.slug if known else named.slug)
        return int(found.pk) if found else NOT_MADE

    def institution_named(self, said: str, within: int | None = None) -> int | None:
        """The one institution of the register that is written so, or that has this slug."""
        found = institutions.institution_named(said).institution
        if found is not None:
            return int(found.id)
        by_slug = institutions.institution(said)
        return int(by_slug.pk) if by_slug else None

    def knows(self, kind: str, said: str) -> bool:
        """Whether a value is in a vocabulary, or is a place; for the guess."""
        if kind == "place":
            return bool(fold(said)) and self.gazetteer.resolve(said).certain
        return codes.code_named(kind, said).code is not None
