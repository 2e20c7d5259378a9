"""Institutions and their names are edited in place: their history is kept."""

from django.db import migrations

from sanad.ledger.history import end_history, keep_history


class Migration(migrations.Migration):
    dependencies = [("institutions", "0001_initial"), ("ledger", "0003_tree_and_history")]

    operations = [
        migrations.RunSQL(keep_history("institutions_institution"), end_history("institutions_institution")),
        migrations.RunSQL(keep_history("institutions_institutionname"), end_history("institutions_institutionname")),
    ]
