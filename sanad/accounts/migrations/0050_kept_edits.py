"""Drafts for records that somebody else saved meanwhile: seen at the office where they were typed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sanad.kit.ids
from sanad.kit.row_security import protect, unprotect


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0030_notice_of_danger"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptEdit",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", models.CharField(max_length=40)),
                ("record", models.CharField(max_length=80)),
                ("address", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                ("sealed", models.BooleanField(default=False)),
                ("base", models.JSONField(null=True)),
                ("typed", models.JSONField(null=True)),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("user", "kind", "record"), name="one_kept_edit_of_a_record"),
                    models.CheckConstraint(
                        condition=models.Q(("base", None), ("sealed", True), ("typed", None))
                        | models.Q(("base__isnull", False), ("sealed", False)),
                        name="a_sealed_edit_is_nowhere_in_clear",
                    ),
                ],
            },
        ),
        migrations.RunSQL(protect("accounts_keptedit"), unprotect("accounts_keptedit")),
    ]
