"""Recommendations, actions and what belongs to them, progress, indicators."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import sanad.kit.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0040_links"),
        ("codes", "0002_history"),
        ("institutions", "0002_history"),
    ]

    operations = [
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("label", models.CharField(blank=True, max_length=20)),
                ("title", models.CharField(max_length=400)),
                ("title_ur", models.CharField(blank=True, max_length=400)),
                ("outcome", models.CharField(blank=True, max_length=400)),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "groups",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "responsibility",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("federal", "federal"),
                            ("provincial", "provincial"),
                            ("both", "federal and provincial"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "provinces",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "support",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("starts", models.DateField(null=True)),
                ("ends", models.DateField(null=True)),
                ("timeline", models.CharField(blank=True, max_length=120)),
                ("every", models.SmallIntegerField(default=3)),
                ("budget", models.DecimalField(decimal_places=2, max_digits=16, null=True)),
                ("budget_source", models.CharField(blank=True, max_length=200)),
                ("audience", models.CharField(blank=True, max_length=200)),
                ("output", models.CharField(blank=True, max_length=300)),
                ("dropped_on", models.DateField(null=True)),
                ("why_dropped", models.CharField(blank=True, max_length=400)),
                ("made_by", models.IntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="codes.code"),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="institutions.institution",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Bottleneck",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("said", models.CharField(blank=True, max_length=500)),
                ("since", models.DateField()),
                ("solved_on", models.DateField(null=True)),
                ("solved_how", models.CharField(blank=True, max_length=400)),
                ("made_by", models.IntegerField(null=True)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bottlenecks", to="commitments.action"
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="codes.code"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Cluster",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("met_on", models.DateField()),
                ("meeting", models.CharField(max_length=200)),
                ("said", models.TextField()),
                ("due", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=400)),
                ("made_by", models.IntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="decisions",
                        to="commitments.action",
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="institutions.institution",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=300)),
                ("found_at", models.CharField(blank=True, max_length=300)),
                ("dated", models.CharField(blank=True, max_length=40)),
                ("made_by", models.IntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="commitments.action"
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FocalPoint",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120)),
                ("designation", models.CharField(blank=True, max_length=120)),
                ("language", models.CharField(default="ur", max_length=2)),
                ("ended_on", models.DateField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.institution"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("label", models.CharField(blank=True, max_length=20)),
                ("name", models.CharField(max_length=300)),
                ("name_ur", models.CharField(blank=True, max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[("structural", "structural"), ("process", "process"), ("outcome", "outcome")],
                        max_length=10,
                    ),
                ),
                ("definition", models.TextField()),
                ("unit", models.CharField(max_length=60)),
                ("upwards", models.BooleanField(default=True)),
                ("baseline", models.DecimalField(decimal_places=4, max_digits=16, null=True)),
                ("baseline_year", models.SmallIntegerField(null=True)),
                ("no_baseline_why", models.CharField(blank=True, max_length=300)),
                ("disaggregation", models.CharField(blank=True, max_length=300)),
                ("source", models.CharField(max_length=300)),
                (
                    "live",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("share", "a share of what a saved table counts"),
                            ("count", "a count, beside coverage"),
                        ],
                        max_length=5,
                    ),
                ),
                ("table", models.UUIDField(null=True)),
                ("table_version", models.SmallIntegerField(null=True)),
                (
                    "part",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("ended_on", models.DateField(null=True)),
                ("made_by", models.IntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="indicators",
                        to="commitments.action",
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=300)),
                ("due", models.DateField()),
                ("reached_on", models.DateField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="milestones", to="commitments.action"
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("period", models.CharField(max_length=8)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                (
                    "stage",
                    models.CharField(
                        choices=[("not_begun", "not begun"), ("under_way", "under way"), ("done", "done")],
                        max_length=12,
                    ),
                ),
                ("percent", models.SmallIntegerField(null=True)),
                ("said", models.TextField()),
                ("evidence", models.CharField(blank=True, max_length=400)),
                ("spent", models.DecimalField(decimal_places=2, max_digits=16, null=True)),
                ("language", models.CharField(max_length=2)),
                ("made_by", models.IntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("validated", "validated"), ("returned", "returned with a question")],
                        max_length=9,
                    ),
                ),
                ("validated_by", models.IntegerField(null=True)),
                ("validated_at", models.DateTimeField(null=True)),
                ("remark", models.CharField(blank=True, max_length=400)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="progress", to="commitments.action"
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "focal_point",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commitments.focalpoint",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.link"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("on", models.DateField()),
                ("value", models.DecimalField(decimal_places=4, max_digits=16, null=True)),
                ("part", models.IntegerField(null=True)),
                ("whole", models.IntegerField(null=True)),
                ("unstated", models.JSONField(default=dict)),
                ("snapshot", models.CharField(blank=True, max_length=20)),
                ("table_version", models.SmallIntegerField(null=True)),
                ("days_read", models.IntegerField(null=True)),
                ("document", models.CharField(blank=True, max_length=300)),
                ("made_by", models.IntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="readings", to="commitments.indicator"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("source", models.CharField(max_length=60)),
                ("mechanism", models.CharField(blank=True, max_length=80)),
                ("cycle", models.CharField(blank=True, max_length=80)),
                ("document", models.CharField(blank=True, max_length=200)),
                ("asked_by", models.CharField(max_length=200)),
                ("asked_on", models.CharField(blank=True, max_length=40)),
                ("asked_first", models.DateField(null=True)),
                ("paragraph", models.CharField(blank=True, max_length=40)),
                ("letter", models.CharField(blank=True, max_length=20)),
                ("words", models.TextField()),
                ("language", models.CharField(default="en", max_length=2)),
                ("translation", models.TextField(blank=True)),
                (
                    "position",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("supported", "supported"),
                            ("noted", "noted"),
                            ("partly", "supported in part"),
                            ("rejected", "rejected (the position of the state)"),
                            ("pending", "answer pending"),
                        ],
                        max_length=12,
                    ),
                ),
                ("position_on", models.CharField(blank=True, max_length=40)),
                ("position_document", models.CharField(blank=True, max_length=200)),
                ("follow_up", models.BooleanField(default=False)),
                ("grade", models.CharField(blank=True, max_length=3)),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "groups",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "rights",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "targets",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "responsibility",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("federal", "federal"),
                            ("provincial", "provincial"),
                            ("both", "federal and provincial"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "provinces",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "support",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("imported", models.UUIDField(null=True)),
                ("about_action", models.UUIDField(null=True)),
                ("point", models.UUIDField(null=True)),
                ("made_by", models.IntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "cluster",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="commitments.cluster",
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="codes.code"),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="institutions.institution",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("clause", models.UUIDField(null=True)),
                ("made_by", models.IntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="commitments.action"
                    ),
                ),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "wider",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="commitments.action",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="commitments.recommendation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("year", models.SmallIntegerField()),
                ("value", models.DecimalField(decimal_places=4, max_digits=16)),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="commitments.indicator"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["custodian", "lead"], name="action_of_lead"),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="action_has_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts", None), ("ends", None), ("ends__gte", models.F("starts")), _connector="OR"
                ),
                name="action_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("every__in", (1, 3, 6, 12))), name="action_reported_every"
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("budget", None), ("budget__gte", 0), _connector="OR"),
                name="action_budget_not_negative",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("dropped_on", None), models.Q(("why_dropped", ""), _negated=True), _connector="OR"),
                name="action_dropped_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("responsibility__in", ["", "federal", "provincial", "both"])),
                name="action_responsibility_known",
            ),
        ),
        migrations.AddIndex(
            model_name="bottleneck",
            index=models.Index(fields=["custodian", "kind"], name="bottleneck_by_kind"),
        ),
        migrations.AddConstraint(
            model_name="bottleneck",
            constraint=models.CheckConstraint(
                condition=models.Q(("solved_on", None), ("solved_on__gte", models.F("since")), _connector="OR"),
                name="bottleneck_solved_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="bottleneck",
            constraint=models.CheckConstraint(
                condition=models.Q(("solved_on", None), models.Q(("solved_how", ""), _negated=True), _connector="OR"),
                name="bottleneck_solved_somehow",
            ),
        ),
        migrations.AddConstraint(
            model_name="cluster",
            constraint=models.UniqueConstraint(fields=("custodian", "name"), name="cluster_named_once"),
        ),
        migrations.AddConstraint(
            model_name="cluster",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="cluster_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("said", ""), _negated=True), models.Q(("meeting", ""), _negated=True)),
                name="decision_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("due", None), ("due__gte", models.F("met_on")), _connector="OR"),
                name="decision_due_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="evidence_has_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="focalpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="focal_point_named"
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["structural", "process", "outcome"])), name="indicator_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), _negated=True),
                    models.Q(("definition", ""), _negated=True),
                    models.Q(("unit", ""), _negated=True),
                    models.Q(("source", ""), _negated=True),
                ),
                name="indicator_defined",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("live", ""), ("table", None), ("table_version", None)),
                    models.Q(
                        ("live__in", ["share", "count"]), ("table__isnull", False), ("table_version__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="indicator_live_has_table",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("live", "share"), _negated=True),
                    models.Q(("upwards", True), models.Q(("part", []), _negated=True)),
                    _connector="OR",
                ),
                name="indicator_share_rises",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("baseline", None), ("baseline_year", None)),
                    models.Q(("baseline__isnull", False), ("baseline_year__isnull", False)),
                    _connector="OR",
                ),
                name="indicator_baseline_has_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="milestone_has_a_title"
            ),
        ),
        migrations.AddIndex(
            model_name="progress",
            index=models.Index(fields=["action", "-first", "-id"], name="progress_of_action"),
        ),
        migrations.AddIndex(
            model_name="progress",
            index=models.Index(condition=models.Q(("verdict", "")), fields=["custodian"], name="progress_to_validate"),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage__in", ["not_begun", "under_way", "done"])), name="progress_stage_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("percent", None), models.Q(("percent__gte", 0), ("percent__lte", 100)), _connector="OR"
                ),
                name="progress_percent",
            ),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.CheckConstraint(
                condition=models.Q(("said", ""), _negated=True), name="progress_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("validated_at", None), ("verdict", "")),
                    models.Q(("validated_at__isnull", False), ("verdict__in", ["validated", "returned"])),
                    _connector="OR",
                ),
                name="progress_verdict_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("made_by", None),
                    ("validated_by", None),
                    models.Q(("made_by", models.F("validated_by")), _negated=True),
                    _connector="OR",
                ),
                name="progress_by_two",
            ),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verdict", "returned"), _negated=True),
                    models.Q(("remark", ""), _negated=True),
                    _connector="OR",
                ),
                name="progress_returned_with_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="reading",
            index=models.Index(fields=["indicator", "-made_at"], name="reading_newest"),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("snapshot", ""), _negated=True), ("table_version__isnull", False), ("document", "")
                    ),
                    models.Q(
                        ("part", None),
                        ("snapshot", ""),
                        ("value__isnull", False),
                        ("whole", None),
                        models.Q(("document", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="reading_counted_or_documented",
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.CheckConstraint(
                condition=models.Q(("part", None), ("whole", None), ("part__lte", models.F("whole")), _connector="OR"),
                name="reading_part_within_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.UniqueConstraint(
                condition=models.Q(("snapshot", ""), _negated=True),
                fields=("indicator", "snapshot", "table_version"),
                name="reading_once_a_snapshot",
            ),
        ),
        migrations.AddIndex(
            model_name="recommendation",
            index=models.Index(fields=["custodian", "source", "paragraph"], name="recommendation_place"),
        ),
        migrations.AddIndex(
            model_name="recommendation",
            index=models.Index(
                condition=models.Q(("imported__isnull", False)), fields=["imported"], name="recommendation_import"
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("position__in", ["", "supported", "noted", "partly", "rejected", "pending"])),
                name="recommendation_position_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("responsibility__in", ["", "federal", "provincial", "both"])),
                name="recommendation_responsibility_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("source__regex", "^[a-z0-9-]+$")), name="recommendation_source_shape"
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("words", ""), _negated=True), models.Q(("asked_by", ""), _negated=True)),
                name="recommendation_has_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("position", ""), _negated=True),
                    models.Q(("position_document", ""), ("position_on", "")),
                    _connector="OR",
                ),
                name="recommendation_position_dated",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("paragraph", ""), _negated=True),
                fields=("custodian", "source", "paragraph", "letter"),
                name="recommendation_part_once",
            ),
        ),
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(
                condition=models.Q(("clause__isnull", False)), fields=["clause"], name="answer_by_clause"
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("clause", None), ("recommendation__isnull", False), ("wider", None)),
                    models.Q(("clause__isnull", False), ("recommendation", None), ("wider", None)),
                    models.Q(("clause", None), ("recommendation", None), ("wider__isnull", False)),
                    _connector="OR",
                ),
                name="answer_to_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("wider", None), models.Q(("wider", models.F("action")), _negated=True), _connector="OR"
                ),
                name="answer_not_to_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(
                fields=("action", "recommendation"), name="answer_to_recommendation_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("action", "clause"), name="answer_to_clause_once"),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("action", "wider"), name="answer_to_action_once"),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(fields=("indicator", "year"), name="target_once_a_year"),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__gte", 1990), ("year__lte", 2100)), name="target_year"
            ),
        ),
    ]
