"""Puts rows of seed files and packs into the tables: what is there keeps its id, what is new gets one."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.db import connection
from django.db.models import Model

from sanad.places.models import Place, PlaceCode, PlaceName, PlacePart, Succession
from sanad.places.rules.rows import squash
from sanad.places.seed import SeedPlace, SeedSuccession

# Everything but the key, which is how a place is found again, and the former parent, which may come later.
TRUE_OF_A_PLACE = (
    *("kind", "parent", "name_en", "name_ur", "pack", "note"),
    *("valid_from", "valid_from_precision", "valid_to", "valid_to_precision"),
)
Row = TypeVar("Row", bound=Model)


def one_load_at_a_time() -> None:
    """Two loads at once would give out two ids for one key."""
    with connection.cursor() as cursor:
        cursor.execute(f"lock table {Place._meta.db_table} in share row exclusive mode")


def save(model: type[Row], rows: Iterable[Row], known_by: Sequence[str], changes: Sequence[str]) -> None:
    """Insert what is new and change what differs; rows are known by their unique fields."""
    by_attribute = {name: model._meta.get_field(name).attname for name in (*known_by, *changes)}

    def identity(row: Row) -> tuple[object, ...]:
        return tuple(getattr(row, by_attribute[name]) for name in known_by)

    def content(row: Row) -> tuple[object, ...]:
        return tuple(getattr(row, by_attribute[name]) for name in changes)

    there = {identity(row): row for row in model._default_manager.all()}
    wanted: dict[tuple[object, ...], Row] = {}
    for row in rows:
        wanted.setdefault(identity(row), row)
    model._default_manager.bulk_create([row for key, row in wanted.items() if key not in there])
    changed = [key for key, row in wanted.items() if key in there and content(there[key]) != content(row)]
    for key in changed:
        wanted[key].pk = there[key].pk
    if changes:
        model._default_manager.bulk_update([wanted[key] for key in changed], list(changes))


def place_ids() -> dict[str, int]:
    """Key of every place -> its id."""
    return dict(Place.objects.values_list("key", "id"))


def save_seed_places(seeds: Sequence[SeedPlace]) -> dict[str, int]:
    """All places, those above before those below; gives their ids."""
    ids = place_ids()
    waiting = list(seeds)
    while waiting:
        ready = [one for one in waiting if not one.parent or one.parent in ids]
        if not ready:
            raise ValueError(f"no place is called {waiting[0].parent}")
        save(Place, [_place(one, ids) for one in ready], ("key",), TRUE_OF_A_PLACE)
        ids = place_ids()
        done = {one.key for one in ready}
        waiting = [one for one in waiting if one.key not in done]
    formers = [Place(key=one.key, former_parent_id=ids.get(one.former_parent)) for one in seeds]
    save(Place, formers, ("key",), ("former_parent",))
    return ids


def _place(one: SeedPlace, ids: dict[str, int]) -> Place:
    begins, ends = one.valid_from or (None, ""), one.valid_to or (None, "")
    return Place(
        key=one.key,
        kind=one.kind,
        parent_id=ids[one.parent] if one.parent else None,
        name_en=one.name_en,
        name_ur=one.name_ur,
        valid_from=begins[0],
        valid_from_precision=begins[1],
        valid_to=ends[0],
        valid_to_precision=ends[1],
        note=one.note,
    )


def save_what_places_are_called(seeds: Sequence[SeedPlace], ids: dict[str, int]) -> None:
    """Codes, other names and parts."""
    codes = [
        PlaceCode(place_id=ids[one.key], system=name, code=code) for one in seeds for name, code in one.codes.items()
    ]
    names = [
        PlaceName(
            place_id=ids[one.key],
            name=name.name,
            language=name.language,
            folded=squash(name.name),
            kind=PlaceName.Kind.FORMER if name.former else PlaceName.Kind.ALIAS,
        )
        for one in seeds
        for name in one.names
    ]
    parts = [PlacePart(whole_id=ids[one.key], part_id=ids[part]) for one in seeds for part in one.parts]
    save(PlaceCode, codes, ("place", "system"), ("code",))
    save(PlaceName, names, ("place", "folded"), ("name", "language", "kind"))
    save(PlacePart, parts, ("whole", "part"), ())


def save_successions(seeds: Sequence[SeedSuccession], ids: dict[str, int]) -> None:
    """What units became."""
    rows = [
        Succession(
            predecessor_id=ids[one.predecessor],
            successor_id=ids[one.successor],
            happened=one.happened,
            precision=one.precision,
            kind=one.kind,
        )
        for one in seeds
    ]
    save(Succession, rows, ("predecessor", "successor"), ("happened", "precision", "kind"))
