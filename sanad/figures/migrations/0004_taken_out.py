"""Every table that was taken out, with the reason that was given. Nobody changes or removes a line."""

import django.db.models.deletion
from django.db import migrations, models

import sanad.kit.ids
from sanad.kit.row_security import append_only, protect, unprotect


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0021_erasure_takes_two"),
        ("figures", "0003_history"),
    ]

    operations = [
        migrations.CreateModel(
            name="TakenOut",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(choices=[("csv", "Csv"), ("xlsx", "Xlsx"), ("return", "Return")], max_length=6),
                ),
                ("title", models.CharField(max_length=300)),
                ("snapshot", models.CharField(max_length=20)),
                ("saved", models.UUIDField(null=True)),
                ("cells", models.IntegerField()),
                ("why", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["custodian", "-at"], name="taken_out_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True), name="taken_out_for_a_reason"
                    )
                ],
            },
        ),
        migrations.RunSQL(protect("figures_takenout") + append_only("figures_takenout"), unprotect("figures_takenout")),
    ]
