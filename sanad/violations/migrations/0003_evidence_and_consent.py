"""Files of reports; what people agreed to, and how they are kept safe."""

import django.db.models.deletion
from django.db import migrations, models

import sanad.kit.ids


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("codes", "0001_initial"),
        ("violations", "0002_rights"),
    ]

    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("mention", models.UUIDField()),
                ("use", models.CharField(max_length=12)),
                ("answer", models.CharField(max_length=12)),
                ("given_by", models.CharField(blank=True, max_length=12)),
                ("asked_on", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
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
                    "language",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="codes.code",
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
                "indexes": [models.Index(fields=["mention", "use", "-id"], name="consent_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("use__in", ["record", "ministry", "cso", "statistics", "publish", "court"])
                        ),
                        name="a_consent_is_to_a_use",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["given", "refused", "not_asked", "withdrawn"])),
                        name="a_consent_is_an_answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("given_by", ""), ("given_by__in", ["self", "guardian", "relative"]), _connector="OR"
                        ),
                        name="a_consent_is_given_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", "not_asked"), models.Q(("given_by", ""), _negated=True), _connector="OR"
                        ),
                        name="who_answers_is_said",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("asked_on", None), ("until__gte", models.F("asked_on")), _connector="OR"
                        ),
                        name="a_consent_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("mention", models.UUIDField(null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("photograph", "Photograph"),
                            ("video", "Video"),
                            ("sound", "Sound"),
                            ("medical", "Medical"),
                            ("legal", "Legal"),
                            ("letter", "Letter"),
                            ("message", "Message"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=120)),
                ("sha256_sealed", models.CharField(max_length=64)),
                ("size", models.BigIntegerField()),
                ("media_type", models.CharField(max_length=100)),
                ("received_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
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
                        related_name="evidence",
                        to="violations.report",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("size__gte", 0)), name="evidence_has_a_size")
                ],
            },
        ),
        migrations.CreateModel(
            name="Safeguard",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("mention", models.UUIDField()),
                ("basis", models.CharField(blank=True, max_length=12)),
                ("risk", models.CharField(default="unknown", max_length=12)),
                ("review_on", models.DateField(null=True)),
                ("contact", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
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
                "indexes": [models.Index(fields=["mention", "-id"], name="safeguard_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("basis", ""), ("basis__in", ["published", "consent"]), _connector="OR"),
                        name="a_basis_is_one_of_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("risk__in", ["unknown", "low", "raised", "high"])),
                        name="a_risk_is_one_of_four",
                    ),
                ],
            },
        ),
    ]
