"""Row security, keys that hold the custodian, and the history of what is edited in place."""

from django.db import migrations

from sanad.kit.row_security import protect, unprotect
from sanad.ledger.history import end_history, keep_history

OF_A_PROJECT = ("coverage", "partner", "result")
KEPT = ("project", *OF_A_PROJECT)
COMPOSITE = "".join(
    f"alter table projects_{t} add constraint {t}_of_its_project foreign key (project_id, custodian_id)"
    " references projects_project (id, custodian_id) deferrable initially deferred;\n"
    for t in OF_A_PROJECT
)


class Migration(migrations.Migration):
    dependencies = [("projects", "0001_initial"), ("ledger", "0003_tree_and_history")]

    operations = [
        migrations.RunSQL(COMPOSITE, migrations.RunSQL.noop),
        migrations.RunSQL(
            "".join(protect(f"projects_{t}") for t in KEPT), "".join(unprotect(f"projects_{t}") for t in KEPT)
        ),
        migrations.RunSQL(
            "".join(keep_history(f"projects_{t}", custodian="custodian_id") for t in KEPT),
            "".join(end_history(f"projects_{t}") for t in KEPT),
        ),
    ]
