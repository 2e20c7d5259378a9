"""Tombstones: what was destroyed on purpose, so that a restored backup can be cleaned.

No row security: a tombstone holds opaque ids only, and a restore has to read those of every custodian.
"""

from django.db import migrations, models

from sanad.kit.row_security import append_only


class Migration(migrations.Migration):
    dependencies = [("vault", "0002_rights")]

    operations = [
        migrations.CreateModel(
            name="Erased",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "row_id", "of", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("row_id", models.UUIDField()),
                ("of", models.CharField(max_length=16)),
                ("custodian_id", models.IntegerField()),
                ("at", models.DateTimeField(db_index=True)),
                ("why", models.CharField(max_length=20)),
            ],
        ),
        migrations.RunSQL(append_only("vault_erased"), migrations.RunSQL.noop),
    ]
