"""Saved tables are replaced in place by their next version: their history is kept."""

from django.db import migrations

from sanad.ledger.history import end_history, keep_history


class Migration(migrations.Migration):
    dependencies = [("figures", "0002_rights"), ("ledger", "0003_tree_and_history")]

    operations = [
        migrations.RunSQL(
            keep_history("figures_savedtable", custodian="custodian_id"), end_history("figures_savedtable")
        ),
    ]
