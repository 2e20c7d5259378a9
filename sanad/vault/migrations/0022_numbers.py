"""Keyed hashes of CNIC and telephone numbers, for exact search. They leave with the sealed value that they are of."""

from django.db import migrations, models

from sanad.kit.row_security import protect

# The key of a sealed value has two columns, which Django cannot refer to. A cascade looks past row security.
WITH_ITS_VALUE = """
alter table vault_number add constraint number_of_a_sealed_value
    foreign key (row_id, "of") references vault_sealed (row_id, "of") on delete cascade;
revoke update, delete, truncate on vault_number from sanad_app;
"""


class Migration(migrations.Migration):
    dependencies = [("vault", "0021_looks_counted")]

    operations = [
        migrations.CreateModel(
            name="Number",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "row_id", "kind", "hash", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("row_id", models.UUIDField()),
                ("of", models.CharField(max_length=16)),
                ("custodian_id", models.IntegerField()),
                ("kind", models.CharField(max_length=5)),
                ("hash", models.BinaryField(max_length=16)),
            ],
            options={"indexes": [models.Index(fields=["hash", "custodian_id"], name="number_same")]},
        ),
        migrations.RunSQL(protect("vault_number"), migrations.RunSQL.noop),
        migrations.RunSQL(WITH_ITS_VALUE, migrations.RunSQL.noop),
    ]
