"""Loading the gazetteer from its files, and an operator's pack beside it. Ids stay, nothing is deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from sanad.kit.refusals import N_, Incomplete, Reason
from sanad.ledger.actions import Doer, record
from sanad.places import pack, queries, seed
from sanad.places.actions import rows
from sanad.places.models import Edition, Place, Population
from sanad.places.pack import People
from sanad.places.rules import P_CODE, Kind, PlaceRow

FIGURES = ("total", "male", "female", "transgender")


@dataclass(frozen=True)
class Loading:
    """What a load did: places that came, all places, population figures in the file, the version that now holds."""

    added: int
    places: int
    populations: int
    version: str


@transaction.atomic
def load_places(*, by: Doer | None = None) -> Loading:
    """Bring the tables in line with `data/places`; the same files twice change nothing.

    At set-up there is nobody yet to load them `by`, and no deed is written.
    """
    rows.one_load_at_a_time()
    before = Place.objects.count()
    ids = rows.save_seed_places(seed.places())
    rows.save_what_places_are_called(seed.places(), ids)
    rows.save_successions(seed.successions(), ids)
    return _close("places.loaded", before, 0, by)


@transaction.atomic
def load_pack(path: Path, *, by: Doer) -> Loading:
    """Take in an operator's file of tehsils with their people; it stays out of the product.

    Districts and provinces get the sum of their tehsils. The name of the file becomes the name of the pack.
    """
    rows.one_load_at_a_time()
    before = Place.objects.count()
    tehsils = pack.read(path)
    districts = _districts_of(tehsils)
    keys = [tehsil.key_below(district.key) for tehsil, district in zip(tehsils, districts, strict=True)]
    places = [
        Place(key=key, kind=Kind.TEHSIL, name_en=tehsil.name, parent_id=district.id, pack=path.stem[:40])
        for key, tehsil, district in zip(keys, tehsils, districts, strict=True)
    ]
    rows.save(Place, places, ("key",), rows.TRUE_OF_A_PLACE)
    ids = rows.place_ids()
    people = [(ids[key], tehsil.census, tehsil.people) for key, tehsil in zip(keys, tehsils, strict=True)]
    people += _sums(tehsils, districts)
    counted = [Population(place_id=place, census_year=year, **_figures(one)) for place, year, one in people]
    rows.save(Population, counted, ("place", "census_year"), FIGURES)
    return _close("places.pack_loaded", before, len(counted), by)


def _figures(people: People) -> dict[str, int | None]:
    return dict(zip(FIGURES, people.figures, strict=True))


def _districts_of(tehsils: Sequence[pack.Tehsil]) -> list[PlaceRow]:
    """The district of each tehsil: by its P-code, else by its name where that is certain."""
    gazetteer = queries.gazetteer()
    found: list[PlaceRow] = []
    reasons: list[Reason] = []
    for tehsil in tehsils:
        named = gazetteer.resolve(tehsil.district_name, kind_hint="district")
        district = gazetteer.by_code(P_CODE, tehsil.district_code) or (named.place if named.certain else None)
        if district is None or district.level != "district":
            sentence = N_("No district is called %(name)s (%(code)s).")
            reasons.append(
                Reason("pack_district", sentence, {"name": tehsil.district_name, "code": tehsil.district_code})
            )
        else:
            found.append(district)
    if reasons:
        raise Incomplete(reasons)
    return found


def _sums(tehsils: Sequence[pack.Tehsil], districts: Sequence[PlaceRow]) -> list[tuple[int, int, People]]:
    gazetteer = queries.gazetteer()
    sums: dict[tuple[int, int], People] = {}
    for tehsil, district in zip(tehsils, districts, strict=True):
        province = gazetteer.province_of(district)
        for place in (district, province):
            if place is not None:
                known = sums.get((place.id, tehsil.census))
                sums[place.id, tehsil.census] = known + tehsil.people if known else tehsil.people
    return [(place, year, people) for (place, year), people in sums.items()]


def _close(action: str, before: int, populations: int, by: Doer | None) -> Loading:
    """Note the new state of the gazetteer, if it is one."""
    count, version = Place.objects.count(), queries.version_of_tables()
    if queries.places_version() != version:
        Edition.objects.create(version=version, places=count)
        if by is not None:
            record(action, by=by, object_kind="places", object_id=version, places=count, populations=populations)
    return Loading(count - before, count, populations, version)
