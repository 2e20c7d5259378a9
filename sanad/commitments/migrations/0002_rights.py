"""Every row belongs to an office; reports of progress and readings are never changed; history of the others is kept."""

from django.db import migrations

from sanad.kit.row_security import protect, unprotect
from sanad.ledger.history import end_history, keep_history

TABLES = (
    "action",
    "answer",
    "bottleneck",
    "cluster",
    "decision",
    "evidence",
    "focalpoint",
    "indicator",
    "milestone",
    "progress",
    "reading",
    "recommendation",
    "target",
)
EDITED = tuple(name for name in TABLES if name != "reading")
# Of a report of progress only the verdict is written later; a reading stands as it was taken.
AS_SAID = """
revoke update, delete, truncate on commitments_progress, commitments_reading from sanad_app;
grant update (verdict, validated_by, validated_at, remark) on commitments_progress to sanad_app;
"""
AGAIN = "grant update, delete on commitments_progress, commitments_reading to sanad_app;"


class Migration(migrations.Migration):
    dependencies = [("commitments", "0001_initial"), ("ledger", "0003_tree_and_history")]

    operations = [
        *(migrations.RunSQL(protect(f"commitments_{name}"), unprotect(f"commitments_{name}")) for name in TABLES),
        migrations.RunSQL(AS_SAID, AGAIN),
        *(
            migrations.RunSQL(
                keep_history(f"commitments_{name}", custodian="custodian_id"), end_history(f"commitments_{name}")
            )
            for name in EDITED
        ),
    ]
