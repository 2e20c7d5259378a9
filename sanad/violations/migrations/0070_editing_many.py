"""One field changed for many reports: what it was in each, and a revision whose wording is that of an earlier one.

Paper and kind of source stand on the report and its document; the application may change these columns and no other.
"""

import django.db.models.deletion
from django.db import migrations, models

import sanad.kit.ids
from sanad.kit.row_security import append_only, protect, unprotect

GRANT = (
    "grant update (source_kind_id, source_institution_id) on violations_report to sanad_app;\n"
    "grant update (institution_id) on violations_document to sanad_app;\n"
)
REVOKE = (
    "revoke update (source_kind_id, source_institution_id) on violations_report from sanad_app;\n"
    "revoke update (institution_id) on violations_document from sanad_app;\n"
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("violations", "0060_register"),
    ]

    operations = [
        migrations.AlterField(
            "batch",
            "kind",
            models.CharField(
                choices=[("file", "File"), ("form", "Form"), ("package", "Package"), ("edit", "Edit")], max_length=8
            ),
        ),
        migrations.AddField("revision", "wording", models.UUIDField(null=True)),
        migrations.CreateModel(
            name="Edited",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "field",
                    models.CharField(
                        choices=[("place", "Place"), ("paper", "Paper"), ("source_kind", "Source Kind")], max_length=12
                    ),
                ),
                ("before", models.JSONField()),
                ("after", models.JSONField()),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="edited", to="violations.batch"
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.office",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="violations.report",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["batch", "report", "field"], name="edited_once_in_a_batch"),
                    models.CheckConstraint(
                        condition=models.Q(field__in=["place", "paper", "source_kind"]), name="edited_field_known"
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            protect("violations_edited") + append_only("violations_edited") + GRANT,
            REVOKE + unprotect("violations_edited"),
        ),
    ]
