"""The scope: what the database shows to the running transaction, and who works in it.

Row security reads the setting `sanad.scope` (`sanad.kit.row_security`; the function comes with this package's
migrations). It is always an explicit list of numbers; there is no sign for "all", so nothing is opened by mistake.
The history of rows (`sanad.ledger.history`) reads who works, and why where an action says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, transaction


class Seeing(Protocol):
    """Whoever sees the records of some offices: a Reader."""

    @property
    def sees(self) -> Iterable[int]: ...


def settings_of(reader: Seeing) -> dict[str, str]:
    """What the database is told of a reader."""
    user = getattr(reader, "user_id", None)
    return {
        "sanad.scope": "{" + ",".join(str(int(office)) for office in sorted(reader.sees)) + "}",
        "sanad.conflicts": "{" + ",".join(str(int(one)) for one in sorted(getattr(reader, "conflicts", ()))) + "}",
        "sanad.granted": "{" + ",".join(str(UUID(str(one))) for one in sorted(getattr(reader, "granted", ()))) + "}",
        "sanad.who": "" if user is None else str(int(user)),
        "sanad.operator": "" if user is not None else str(getattr(reader, "name", ""))[:64],
    }


@contextmanager
def scoped(reader: Seeing, *, using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """One transaction in which the database shows what this reader sees, and nothing else."""
    with transaction.atomic(using=using), told(settings_of(reader), using=using):
        yield


@contextmanager
def because(why: str, *, using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Inside, the history of rows keeps this as the reason of every change."""
    with transaction.atomic(using=using), told({"sanad.why": why[:500]}, using=using):
        yield


@contextmanager
def told(wanted: Mapping[str, str], *, using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Settings of the running transaction, put back at the end.

    After an error the rollback of the savepoint puts them back. After success inside an outer transaction the
    released savepoint would keep them: put them back by hand.
    """
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(_each("coalesce(current_setting({}, true), '')", wanted), list(wanted))
        before = dict(zip(wanted, cursor.fetchone(), strict=True))
        _tell(cursor, wanted)
    yield
    if not connection.get_rollback():
        with connection.cursor() as cursor:
            _tell(cursor, before)


def _tell(cursor: object, wanted: Mapping[str, str]) -> None:
    names_and_values = [part for pair in wanted.items() for part in pair]
    cursor.execute(_each("set_config({}, {}, true)", wanted), names_and_values)  # type: ignore[attr-defined]


def _each(call: str, wanted: Mapping[str, str]) -> str:
    return "select " + ", ".join(call.format("%s", "%s") for _ in wanted)
