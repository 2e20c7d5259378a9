"""The tables of projects."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import sanad.kit.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0021_erasure_takes_two"),
        ("institutions", "0002_history"),
        ("places", "0002_history"),
    ]

    operations = [
        migrations.CreateModel(
            name="Project",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("reference", models.CharField(max_length=24, unique=True)),
                ("title_en", models.CharField(blank=True, max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("running", "running"),
                            ("suspended", "suspended"),
                            ("finished", "finished"),
                            ("cancelled", "cancelled"),
                        ],
                        max_length=12,
                    ),
                ),
                ("starts", models.DateField(null=True)),
                ("ends", models.DateField(null=True)),
                (
                    "focus",
                    models.CharField(
                        choices=[
                            ("policy", "Human-rights policy and institutions"),
                            ("justice", "Access to justice"),
                            ("women", "Rights of women and girls"),
                            ("children", "Rights of children"),
                            ("minorities", "Rights of minorities"),
                            ("awareness", "Education and awareness"),
                            ("governance", "Local governance"),
                            ("peace", "Peace and social cohesion"),
                            ("other", "Another focus"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "goals",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), default=list, size=None
                    ),
                ),
                ("summary_en", models.TextField(blank=True)),
                ("summary_ur", models.TextField(blank=True)),
                ("objectives_en", models.TextField(blank=True)),
                ("objectives_ur", models.TextField(blank=True)),
                ("made_by", models.IntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("funding", "funding partner"),
                            ("implementing", "implementing partner"),
                            ("accountable", "accountable body"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.office",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.institution"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partners",
                        to="projects.project",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Coverage",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.office",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="coverage",
                        to="projects.project",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Result",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("output", "output"), ("outcome", "outcome"), ("impact", "impact")], max_length=8
                    ),
                ),
                ("title_en", models.CharField(blank=True, max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                ("baseline", models.IntegerField(null=True)),
                ("target", models.IntegerField(null=True)),
                ("reached", models.IntegerField(null=True)),
                (
                    "custodian",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.office",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="results",
                        to="projects.project",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.UniqueConstraint(fields=("id", "custodian"), name="project_with_custodian"),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(("title_en", ""), ("title_ur", ""), _negated=True), name="a_project_has_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts", None), ("ends", None), ("ends__gte", models.F("starts")), _connector="OR"
                ),
                name="project_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("goals__contained_by", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])
                ),
                name="project_goals_are_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="partner",
            constraint=models.UniqueConstraint(fields=("project", "institution", "part"), name="one_part_per_partner"),
        ),
        migrations.AddConstraint(
            model_name="coverage",
            constraint=models.UniqueConstraint(fields=("project", "place"), name="one_coverage_per_place"),
        ),
        migrations.AddConstraint(
            model_name="result",
            constraint=models.CheckConstraint(
                condition=models.Q(("title_en", ""), ("title_ur", ""), _negated=True), name="a_result_has_a_title"
            ),
        ),
    ]
