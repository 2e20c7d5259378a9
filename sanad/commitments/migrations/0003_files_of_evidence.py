"""Evidence of an action can be a file: sealed in the vault, with a report of progress or without."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0061_notice_of_reports"),
        ("commitments", "0002_rights"),
    ]

    operations = [
        migrations.AddField(
            model_name="evidence",
            name="focal_point",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commitments.focalpoint"
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="link",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.link"
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="media_type",
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name="evidence",
            name="progress",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="files", to="commitments.progress"
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="sha256_sealed",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="evidence",
            name="size",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("media_type", ""), ("sha256_sealed", ""), ("size", None)),
                    models.Q(
                        ("size__gte", 0),
                        models.Q(("sha256_sealed", ""), _negated=True),
                        models.Q(("media_type", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="evidence_is_a_file_or_none",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("link", None), ("progress__isnull", False), _connector="OR"),
                name="evidence_by_link_of_a_report",
            ),
        ),
    ]
