"""Strategies belong to an office; what is changed in place keeps its history. Publications are for everybody."""

from django.db import migrations

from sanad.kit.row_security import append_only, protect, unprotect
from sanad.ledger.history import end_history, keep_history

TABLES = (
    "strategies_strategy",
    "strategies_stagechange",
    "strategies_draft",
    "strategies_clause",
    "strategies_plannedaction",
    "strategies_wordfile",
    "strategies_invitation",
    "strategies_consultation",
    "strategies_point",
    "strategies_pointversion",
    "strategies_disposition",
)
CHANGED = (
    "strategies_strategy",
    "strategies_draft",
    "strategies_clause",
    "strategies_plannedaction",
    "strategies_invitation",
    "strategies_point",
    "strategies_disposition",
)


class Migration(migrations.Migration):
    dependencies = [("strategies", "0001_initial"), ("ledger", "0003_tree_and_history")]

    operations = [
        *(migrations.RunSQL(protect(table), unprotect(table)) for table in TABLES),
        *(migrations.RunSQL(keep_history(table, custodian="custodian_id"), end_history(table)) for table in CHANGED),
        migrations.RunSQL(
            append_only("strategies_stagechange"), "grant update, delete on strategies_stagechange to sanad_app"
        ),
    ]
