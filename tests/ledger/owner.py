"""The hand of whoever owns the database, for tests: everything that the application may not do."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from sanad.kit.ids import uuid7
from sanad.ledger.models import Deed
from sanad.ledger.rules import Content, commitment
from sanad.ledger.tree import leaf_hash
from tests.database import as_owner

TABLES = "ledger_deed, ledger_leaf, ledger_waiting, ledger_checkpoint, ledger_change"
ADDED = {"ledger_deed": "insert", "ledger_checkpoint": "insert"}


class Nobody:
    """As much of a Reader as the ledger needs."""

    user_id = 7
    name = "Amna Khan"
    sees = frozenset({3})


@contextmanager
def owner_s_hand():
    """Let the test do what the owner of the database can do."""
    name = settings.DATABASES["default"]["NAME"]
    with as_owner(name) as owner:
        owner.execute(f"grant all on {TABLES} to sanad_app")
    try:
        yield
    finally:
        with as_owner(name) as owner:
            owner.execute(f"revoke insert, update, delete on {TABLES} from sanad_app")
            for table, right in ADDED.items():
                owner.execute(f"grant {right} on {table} to sanad_app")


@contextmanager
def tampering():
    """What is done inside is gone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def run(statement: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def deed_at(position: int) -> UUID:
    return run("select deed from ledger_leaf where position = %s", position)[0][0]


def recommit(deed: UUID, *, leaf: bool = False) -> None:
    """Let a deed commit to what it says now, as somebody would who knows the program; with its leaf too."""
    row = Deed.objects.get(pk=deed)
    committed = commitment(bytes(row.salt), Content.of(row))
    run("update ledger_deed set commitment = %s where id = %s", committed, deed)
    if leaf:
        run("update ledger_leaf set hash = %s where deed = %s", leaf_hash(committed), deed)


def insert_deed(at: datetime, **said: object) -> UUID:
    """A deed that nobody did, with a sound commitment, an id that fits its time, and no leaf."""
    made = int.from_bytes(uuid7().bytes) & ((1 << 80) - 1) | int(at.timestamp() * 1000) << 80
    content = Content(
        **{
            "id": UUID(int=made),
            "at": at,
            "actor": 9,
            "operator": "",
            "action": "report.withdrawn",
            "object_kind": "report",
            "object_id": "77",
            "office": 3,
            "detail": {},
            **said,
        }
    )
    salt = b"s" * 16
    Deed.objects.create(**vars(content), salt=salt, commitment=commitment(salt, content))
    return content.id


def give_leaf(deed: UUID, position: int) -> None:
    """Put a deed at a place in the tree; what stands from there on moves by one."""
    run("delete from ledger_waiting where deed = %s", deed)
    run("update ledger_leaf set position = -position - 2 where position >= %s", position)
    run("update ledger_leaf set position = -position - 1 where position < 0")
    row = Deed.objects.get(pk=deed)
    run("insert into ledger_leaf values (%s, %s, %s)", position, deed, leaf_hash(bytes(row.commitment)))


def exchange(column: str, one: int, other: int) -> None:
    """Let two leaves have each other's deed or hash."""
    ((here, there),) = run(
        f"select a.{column}, b.{column} from ledger_leaf a, ledger_leaf b where a.position = %s and b.position = %s",
        one,
        other,
    )
    passing = UUID(int=1) if column == "deed" else b"-"
    for value, position in ((passing, one), (here, other), (there, one)):
        run(f"update ledger_leaf set {column} = %s where position = %s", value, position)


def close_gap(position: int) -> None:
    """Let the leaves after a removed one move up."""
    run("update ledger_leaf set position = -position where position > %s", position)
    run("update ledger_leaf set position = -position - 1 where position < 0")


LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
