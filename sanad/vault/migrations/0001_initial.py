import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import sanad.kit.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="CustodianKey",
            fields=[
                ("id", models.AutoField(primary_key=True, serialize=False)),
                ("custodian_id", models.IntegerField()),
                ("version", models.IntegerField()),
                ("public", models.BinaryField(max_length=32)),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("custodian_id", "version"), name="custodian_key_version"),
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("custodian_id",),
                        name="custodian_key_one_current",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Envelope",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("custodian_id", models.IntegerField()),
                ("wrapped", models.BinaryField()),
                ("made_at", models.DateTimeField()),
                (
                    "key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="vault.custodiankey"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("at", models.DateTimeField()),
                ("user_id", models.IntegerField(null=True)),
                ("custodian_id", models.IntegerField()),
                ("purpose", models.CharField(max_length=16)),
                ("reason", models.CharField(max_length=300)),
                ("of", models.CharField(max_length=16)),
                ("rows", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["user_id", "at"], name="look_by_user"),
                    models.Index(fields=["custodian_id", "at"], name="look_at_custodian"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sealed",
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
                ("blob", models.BinaryField()),
                ("mac", models.BinaryField(max_length=32, null=True)),
                (
                    "envelope",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vault.envelope",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Original",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("custodian_id", models.IntegerField()),
                ("wrapped_key", models.BinaryField()),
                ("sha256_sealed", models.CharField(max_length=64, unique=True)),
                ("size", models.BigIntegerField()),
                ("media_type", models.CharField(max_length=100)),
                ("mac", models.BinaryField(max_length=32)),
                ("kept_at", models.DateTimeField()),
                (
                    "envelope",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vault.envelope",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["custodian_id", "mac"], name="original_same_file")],
            },
        ),
    ]
