"""Batches are undone and days of coverage unticked in place: their history is kept."""

from django.db import migrations

from sanad.ledger.history import end_history, keep_history


class Migration(migrations.Migration):
    dependencies = [("violations", "0013_lists_by_place_and_state"), ("ledger", "0003_tree_and_history")]

    operations = [
        migrations.RunSQL(keep_history("violations_batch", custodian="custodian_id"), end_history("violations_batch")),
        migrations.RunSQL(
            keep_history("violations_coverageday", custodian="custodian_id"), end_history("violations_coverageday")
        ),
    ]
