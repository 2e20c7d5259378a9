"""Reading the gazetteer. It is open to everybody, so no reader is asked."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping

from django.db import connection
from django.utils.translation import get_language

from sanad.places.models import Edition, Place, PlaceCode, PlaceName, PlacePart, Population, Succession
from sanad.places.rules import Gazetteer, Kind, PlaceRow, SuccessionRow
from sanad.places.rules.rows import DISTRICTS, LATEST, PROVINCES

_in_memory: dict[str, Gazetteer] = {}  # name of the database -> its gazetteer, of the version that was last asked


def places_version() -> str:
    """The version of the gazetteer that now holds; empty before anything was loaded."""
    return Edition.objects.order_by("-id").values_list("version", flat=True).first() or ""


def gazetteer() -> Gazetteer:
    """The whole gazetteer in memory, made once per process and version."""
    version, database = places_version(), connection.settings_dict["NAME"]
    known = _in_memory.get(database)
    if known is None or known.version != version:
        known = _in_memory[database] = _from_tables(version)
    return known


def forget() -> None:
    """Drop what is in memory; for tests, whose tables go back and forth."""
    _in_memory.clear()


def _from_tables(version: str) -> Gazetteer:
    keys = dict(Place.objects.values_list("id", "key"))
    aliases: dict[int, list[str]] = defaultdict(list)
    codes: dict[int, dict[str, str]] = defaultdict(dict)
    parts: dict[int, list[str]] = defaultdict(list)
    for place, name in PlaceName.objects.order_by("id").values_list("place_id", "name"):
        aliases[place].append(name)
    for place, system, code in PlaceCode.objects.values_list("place_id", "system", "code"):
        codes[place][system] = code
    for whole, part in PlacePart.objects.order_by("id").values_list("whole_id", "part_id"):
        parts[whole].append(keys[part])
    rows = [
        PlaceRow(
            id=place.pk,
            key=place.key,
            kind=Kind(place.kind),
            parent=keys.get(place.parent_id),
            name_en=place.name_en,
            name_ur=place.name_ur,
            valid_from=place.valid_from,
            valid_to=place.valid_to,
            former_parent=keys.get(place.former_parent_id),
            parts=tuple(parts[place.pk]),
            codes=dict(codes[place.pk]),
            aliases=tuple(aliases[place.pk]),
        )
        for place in Place.objects.order_by("id")
    ]
    successions = [
        SuccessionRow(keys[one.predecessor_id], keys[one.successor_id], one.happened, one.kind)
        for one in Succession.objects.all()
    ]
    return Gazetteer(rows, successions, version)


def version_of_tables() -> str:
    """A short hash over all that the tables say, by keys and not by ids: the same on every site."""
    keys = dict(Place.objects.values_list("id", "key"))
    kept = ("key", "kind", "name_en", "name_ur", "valid_from", "valid_to")
    places = Place.objects.values_list("parent_id", "former_parent_id", *kept)
    facts = [
        *(("place", keys.get(up), keys.get(was), *rest) for up, was, *rest in places),
        *(("name", keys[place], name) for place, name in PlaceName.objects.values_list("place_id", "name")),
        *(("code", keys[place], *rest) for place, *rest in PlaceCode.objects.values_list("place_id", "system", "code")),
        *(("part", keys[one], keys[other]) for one, other in PlacePart.objects.values_list("whole_id", "part_id")),
        *(
            ("succession", keys[one], keys[other], *rest)
            for one, other, *rest in Succession.objects.values_list(
                "predecessor_id", "successor_id", "happened", "kind"
            )
        ),
        *(
            ("people", keys[place], *rest)
            for place, *rest in Population.objects.values_list(
                "place_id", "census_year", "total", "male", "female", "transgender"
            )
        ),
    ]
    lines = sorted(json.dumps(fact, default=str, ensure_ascii=False) for fact in facts)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def place_by_key(key: str) -> PlaceRow | None:
    """The place with this permanent key."""
    return gazetteer().places.get(key)


def place_by_code(code: str, system: str | None = None) -> PlaceRow | None:
    """The place that a list calls so; without a list: ISO 3166-2, P-code or own key."""
    return gazetteer().by_code(system, code) if system else gazetteer().by_outside_code(code)


def place_label(place: PlaceRow, language: str | None = None) -> str:
    """The name of a place in a language, by default the active one; in the other where it has none."""
    urdu = (language or get_language() or "en").startswith("ur")
    return place.name_ur if urdu and place.name_ur else place.name_en


def place_line(place: PlaceRow, language: str | None = None) -> str:
    """`Mingora, Swat, Khyber Pakhtunkhwa`: the place with what it lies in, below the country."""
    above = [one for one in gazetteer().ancestors(place) if one.kind is not Kind.COUNTRY]
    comma = "، " if (language or get_language() or "en").startswith("ur") else ", "
    return comma.join(place_label(one, language) for one in (place, *above))


def provinces() -> list[PlaceRow]:
    """The provinces and territories of today."""
    return [one for one in gazetteer() if one.kind in PROVINCES and one.holds_on(LATEST)]


def districts(province: PlaceRow | None = None, *, ended_too: bool = False) -> list[PlaceRow]:
    """Districts by name, of one province or of all; those that ended only when asked for."""
    found = [
        one
        for one in gazetteer()
        if one.kind in DISTRICTS
        and (ended_too or one.holds_on(LATEST))
        and (province is None or province == gazetteer().province_of(one))
    ]
    return sorted(found, key=lambda one: one.name_en)


def population(place: PlaceRow, census_year: int) -> Mapping[str, int | None] | None:
    """People counted in a place by a census; None where no pack that has them was loaded."""
    figures = ("total", "male", "female", "transgender")
    return Population.objects.filter(place_id=place.id, census_year=census_year).values(*figures).first()
