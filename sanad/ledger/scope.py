"""The scope: the offices whose rows the database shows to the running transaction.

Row security reads the setting `sanad.scope` (`sanad.kit.row_security`; the function comes with this package's
migrations). It is always an explicit list of numbers; there is no sign for "all", so nothing is opened by mistake.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from django.db import DEFAULT_DB_ALIAS, connections, transaction


class Seeing(Protocol):
    """Whoever sees the records of some offices: a Reader."""

    @property
    def sees(self) -> Iterable[int]: ...


@contextmanager
def scoped(reader: Seeing, *, using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """One transaction in which the database shows what this reader sees, and nothing else."""
    wanted = "{" + ",".join(str(int(office)) for office in sorted(reader.sees)) + "}"
    connection = connections[using]
    with transaction.atomic(using=using):
        with connection.cursor() as cursor:
            cursor.execute("select coalesce(current_setting('sanad.scope', true), '')")
            before = cursor.fetchone()[0]
            cursor.execute("select set_config('sanad.scope', %s, true)", [wanted])
        yield
        # After an error the rollback of the savepoint puts the setting back. After success inside an outer
        # transaction the released savepoint would keep it: put it back by hand.
        if not connection.get_rollback():
            with connection.cursor() as cursor:
                cursor.execute("select set_config('sanad.scope', %s, true)", [before])
