"""The rows of a snapshot before they are joined: as they come from the database, or from plain facts."""

import hashlib
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import duckdb

from sanad.figures.engine.layout import DERIVED, KINDS
from sanad.figures.rules.dimensions import CATEGORY, STATES
from sanad.figures.rules.facts import AccountFact, EventFact, Place, Victim, ViolationFact, World

# Lists stay text as PostgreSQL writes them, `{1,2}`: few are distinct, and texts join faster than lists.
TABLES = {
    "raw_event": "event uuid, first date, last date, province int, district int, province_then int,"
    " district_then int, custodians varchar",
    "raw_violation": "violation uuid, event uuid, person uuid, act int, means int, stated_reason int,"
    " kind_of_place int, first date, last date, province int, district int, province_then int, district_then int,"
    " perpetrators varchar, status tinyint, verified_on date, nobody boolean, custodians varchar",
    "raw_person": "person uuid, kind tinyint, part_of uuid, min_size int, best_size int, max_size int, sex int,"
    " age_min smallint, age_max smallint, characteristics varchar, victim_status int",
    # One row per report and violation that it is ground for, or per report alone.
    "raw_told": "report uuid, event uuid, received_on date, source_kind int, source int, batch int, custodian int,"
    " violation uuid",
    "raw_category": "list varchar, violation uuid, mask bigint",
    "names": "domain varchar, id int, key varchar, parent int",
}


def make_tables(db: duckdb.DuckDBPyConnection) -> None:
    """Empty tables for the rows of a new snapshot."""
    for name, columns in TABLES.items():
        db.execute(f"create or replace table {name} ({columns})")


def braces(numbers: Iterable[int]) -> str:
    """A list as PostgreSQL writes it."""
    return "{" + ",".join(str(number) for number in numbers) + "}"


class Numbering:
    """Gives every key of a domain a number, for rows that did not come from the database."""

    def __init__(self, world: World) -> None:
        self.known: dict[str, dict[str, int]] = defaultdict(dict)
        for name in ("female", "male"):
            self("sex", name)
        for name in DERIVED:
            self("characteristic", name)
        for domain, parents in world.parents.items():
            for child, parent in parents.items():
                self(domain, child)
                self(domain, parent)
        self.parents = world.parents

    def __call__(self, domain: str, key: str | None) -> int | None:
        if key is None:
            return None
        return self.known[domain].setdefault(key, len(self.known[domain]) + 1)

    def several(self, domain: str, keys: Iterable[str]) -> str:
        """A list of keys as a list of numbers."""
        return braces(number for key in keys if (number := self(domain, key)) is not None)

    def mask(self, domain: str, keys: Iterable[str]) -> int:
        """A set of categories as bits: the first category is the lowest."""
        return sum(1 << (number - 1) for key in set(keys) if (number := self(domain, key)) is not None)

    def rows(self) -> list[tuple[str, int, str, int | None]]:
        """The rows of `names`."""
        return [
            (domain, number, key, self(domain, self.parents.get(domain, {}).get(key)))
            for domain, keys in self.known.items()
            for key, number in list(keys.items())
        ]


def identifier(text: str) -> uuid.UUID:
    """The same identifier for the same text, always."""
    return uuid.uuid5(uuid.NAMESPACE_OID, text)


def load_facts(db: duckdb.DuckDBPyConnection, world: World) -> None:
    """Fill the tables from plain facts; for tests and small examples."""
    make_tables(db)
    number = Numbering(world)
    insert(db, "raw_event", [_event(number, event) for event in world.events])
    insert(db, "raw_violation", [_violation(number, one) for one in world.violations])
    victims = {violation.victim.id: violation.victim for violation in world.violations}
    insert(db, "raw_person", [_person(number, victim) for victim in victims.values()])
    told = [
        (*_report(number, account), identifier(name) if name else None)
        for account in world.accounts
        for name in sorted(account.grounds) or ("",)
    ]
    insert(db, "raw_told", told)
    categories = [
        (name, identifier(one.id), number.mask(CATEGORY + name, keys))
        for one in world.violations
        for name, keys in one.categories.items()
    ]
    insert(db, "raw_category", categories)
    insert(db, "names", number.rows())


def digest_of(db: duckdb.DuckDBPyConnection) -> str:
    """A hash over all raw rows in a total order."""
    found = hashlib.sha256()
    for name in TABLES:
        for row in db.execute(f"select * from {name} order by all").fetchall():
            found.update(f"{name}{row}\n".encode())
    return found.hexdigest()


def insert(db: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[Any]]) -> None:  # Any: column values
    """Insert rows in one statement: `executemany` asks once per row, which cost 3 s for the history of the map."""
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        marks = ", ".join("unnest(?)" for _ in columns)
        db.execute(f"insert into {table} select {marks}", columns)


def _place(number: Numbering, place: Place) -> tuple[int | None, ...]:
    return (
        number("province", place.province),
        number("district", place.district),
        number("province", place.province_then),
        number("district", place.district_then),
    )


def _event(number: Numbering, event: EventFact) -> tuple[object, ...]:
    return (
        identifier(event.id),
        event.first,
        event.last,
        *_place(number, event.place),
        braces(sorted(event.custodians)),
    )


def _violation(number: Numbering, one: ViolationFact) -> tuple[object, ...]:
    return (
        identifier(one.id),
        identifier(one.event),
        identifier(one.victim.id),
        number("act", one.act),
        None,
        None,
        None,
        one.first,
        one.last,
        *_place(number, one.place),
        number.several("perpetrator_type", one.perpetrator_types),
        STATES.index(one.state) + 1,
        one.verified_on,
        one.nobody,
        braces(sorted(one.custodians)),
    )


def _person(number: Numbering, victim: Victim) -> tuple[object, ...]:
    return (
        identifier(victim.id),
        KINDS[victim.kind],
        identifier(victim.part_of) if victim.part_of else None,
        victim.min,
        victim.best,
        victim.max,
        number("sex", victim.sex),
        victim.age_min,
        victim.age_max,
        number.several("characteristic", victim.characteristics),
        number("victim_status", victim.status),
    )


def _report(number: Numbering, account: AccountFact) -> tuple[object, ...]:
    return (
        identifier(account.id),
        identifier(account.event),
        account.received_on,
        number("source_kind", account.source_kind),
        number("source", account.source),
        number("batch", account.batch),
        account.custodian,
    )
