"""Which release made a database: an older one is brought up to date, a newer one is refused."""

from collections.abc import Iterable

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from sanad.config import site


def applied() -> set[tuple[str, str]]:
    """The migrations of the database of this site."""
    return set(MigrationRecorder(connection).applied_migrations())


def known() -> set[tuple[str, str]]:
    """The migrations of this program."""
    return set(MigrationLoader(None).disk_migrations)


def require_not_newer(migrations: Iterable[tuple[str, str]]) -> None:
    """Refuse tables that this program has never heard of, in one line."""
    strange = sorted(set(migrations) - known())
    if strange:
        app, name = strange[-1]
        raise site.WrongSite(
            f"The database was made by a newer release of Sanad than this program ({app} {name}): update the program."
        )


def is_older(migrations: Iterable[tuple[str, str]]) -> bool:
    """Whether there is something to migrate."""
    return bool(known() - set(migrations))
