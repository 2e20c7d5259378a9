"""Row security: a run is seen by the office that had it done, a pair only by who sees both sides; no door for others."""

from django.db import migrations

from sanad.kit.row_security import closed_where, protect, unprotect
from sanad.ledger.history import end_history, keep_history

BOTH = "custodians <@ (select sanad_scope())"
PAIRS = (
    "alter table matching_pair enable row level security;\n"
    "alter table matching_pair force row level security;\n"
    f"create policy scope on matching_pair using ({BOTH}) with check ({BOTH});\n"
    + closed_where("matching_pair", "sanad_report_is_closed(one_report) or sanad_report_is_closed(other_report)")
)


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0001_initial"),
        ("violations", "0011_conflicts"),
        ("ledger", "0003_tree_and_history"),
    ]

    operations = [
        migrations.RunSQL(protect("matching_run"), unprotect("matching_run")),
        migrations.RunSQL(PAIRS, unprotect("matching_pair")),
        migrations.RunSQL(keep_history("matching_run", custodian="custodian_id"), end_history("matching_run")),
    ]
