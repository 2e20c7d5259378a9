"""How far an import got, written beside its transaction: on a connection of its own, so that others see it at once.

The connection holds an advisory lock as long as the import runs. When the process is killed, the server drops both;
whoever looks next finds an import that says "running" without its lock, and marks it as interrupted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from sanad.accounts.readers import Reader
from sanad.kit.refusals import N_, OutOfOrder

TABLE = "exchange_import"


class Cancelled(OutOfOrder):
    """Somebody asked for this import to stop."""


class Beside:
    """The second connection of a running import."""

    def __init__(self, connection: BaseDatabaseWrapper, reader: Reader, imported: UUID) -> None:
        self.connection, self.imported = connection, imported
        self.scope = "{" + ",".join(str(office) for office in sorted(reader.sees)) + "}"

    def begin(self) -> None:
        """Take the lock and say that it runs; refused where it runs already."""
        with self.connection.cursor() as cursor:
            cursor.execute("select pg_try_advisory_lock(%s)", [lock_of(self.imported)])
            if not cursor.fetchone()[0]:
                raise OutOfOrder.one("import.running", N_("This import is running already."))
        self._write("state = 'running', started_at = now(), cancel_asked = false, rows_done = 0", [])

    def progress(self, rows: int) -> None:
        """Say how many rows are done; raises where somebody asked to stop."""
        asked = self._write("rows_done = %s", [rows])
        if asked:
            raise Cancelled.one("import.cancelled", N_("The import was cancelled; nothing of it was stored."))

    def _write(self, assignments: str, values: list[object]) -> bool:
        with self.connection.cursor() as cursor:
            cursor.execute("begin")
            try:
                cursor.execute("select set_config('sanad.scope', %s, true)", [self.scope])
                sql = f"update {TABLE} set {assignments} where id = %s returning cancel_asked"
                cursor.execute(sql, [*values, self.imported])
                found = cursor.fetchone()
            finally:
                cursor.execute("commit")
        return bool(found and found[0])


@contextmanager
def beside(reader: Reader, imported: UUID) -> Iterator[Beside]:
    """The second connection, closed at the end whatever happens."""
    connection = connections["default"].copy()
    try:
        yield Beside(connection, reader, imported)
    finally:
        connection.close()


def lock_of(imported: UUID) -> int:
    """The number of the advisory lock: the random end of the id, as a signed 64-bit number."""
    return int.from_bytes(imported.bytes[8:], signed=True)
