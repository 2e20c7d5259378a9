"""Leaves and checkpoints of the tree over the deeds; the history of rows that are edited in place."""

from pathlib import Path

from django.db import migrations, models

HERE = Path(__file__).parent
NOT_BACK = migrations.RunSQL.noop


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0002_rights"),
    ]

    operations = [
        migrations.CreateModel(
            name="Leaf",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                ("deed", models.UUIDField(unique=True)),
                ("hash", models.BinaryField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name="Waiting",
            fields=[
                ("deed", models.UUIDField(primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=63)),
                ("row", models.CharField(max_length=64)),
                ("deed", models.CharField(choices=[("changed", "Changed"), ("removed", "Removed")], max_length=8)),
                ("who", models.IntegerField(null=True)),
                ("operator", models.CharField(blank=True, max_length=64)),
                ("why", models.CharField(blank=True, max_length=500)),
                ("custodian", models.IntegerField(null=True)),
                ("before", models.JSONField()),
                ("after", models.JSONField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "row", "-id"], name="change_of_row")],
            },
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("number", models.IntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("size", models.BigIntegerField()),
                ("root", models.BinaryField(max_length=32)),
                ("note", models.TextField()),
                ("made_by", models.IntegerField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="checkpoints_count_from_one")
                ],
            },
        ),
        migrations.RunSQL((HERE / "tree.sql").read_text(encoding="utf-8"), NOT_BACK),
        migrations.RunSQL((HERE / "history.sql").read_text(encoding="utf-8"), NOT_BACK),
    ]
