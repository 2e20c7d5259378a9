"""Codes are edited in place when a new list is loaded: their history is kept."""

from django.db import migrations

from sanad.ledger.history import end_history, keep_history


class Migration(migrations.Migration):
    dependencies = [("codes", "0001_initial"), ("ledger", "0003_tree_and_history")]

    operations = [
        migrations.RunSQL(keep_history("codes_vocabulary"), end_history("codes_vocabulary")),
        migrations.RunSQL(keep_history("codes_code"), end_history("codes_code")),
    ]
