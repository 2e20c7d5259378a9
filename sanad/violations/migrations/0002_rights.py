"""Row security, append-only tables, composite keys, and the function that undoes a batch."""

from pathlib import Path

from django.db import migrations

from sanad.kit.row_security import unprotect
from sanad.violations import row_rights

HERE = Path(__file__).parent


def steps(sql: str, back: str = migrations.RunSQL.noop) -> migrations.RunSQL:
    return migrations.RunSQL(sql, back)


def read(name: str) -> str:
    """A script beside this file."""
    return (HERE / name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("violations", "0001_initial"), ("ledger", "0002_rights"), ("vault", "0002_rights")]

    operations = [
        steps(
            row_rights.PROTECT,
            "".join(unprotect(f"violations_{t}") for t in (*row_rights.KEPT, *row_rights.SHARED)),
        ),
        steps(row_rights.APPEND_ONLY),
        steps(row_rights.COMPOSITE),
        steps(row_rights.KEY_OF_EVENTS),
        steps(row_rights.DERIVED),
        steps(row_rights.JUDGED),
        steps(read("said_rows.sql")),
        steps(read("undo_batch.sql"), "drop function sanad_undo_batch(uuid)"),
    ]
