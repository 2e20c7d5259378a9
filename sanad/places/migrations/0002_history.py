"""Places are edited in place when a new edition is loaded: their history is kept."""

from django.db import migrations

from sanad.ledger.history import end_history, keep_history


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial"), ("ledger", "0003_tree_and_history")]

    operations = [
        migrations.RunSQL(keep_history("places_place"), end_history("places_place")),
    ]
