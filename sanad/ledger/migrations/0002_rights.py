"""The function that row security calls, what the database roles may do, and deeds that only grow.

Here because the ledger stands lowest of all packages with tables: others depend on this migration when they protect
their tables.
"""

from django.db import migrations

from sanad.kit.row_security import GRANTS, SCOPE_FUNCTION, append_only


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        migrations.RunSQL(SCOPE_FUNCTION, migrations.RunSQL.noop),
        migrations.RunSQL(GRANTS, migrations.RunSQL.noop),
        migrations.RunSQL(append_only("ledger_deed"), migrations.RunSQL.noop),
    ]
