import django.db.models.deletion
from django.db import migrations, models

import sanad.kit.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0040_links"),
        ("gatherings", "0002_rights"),
        ("institutions", "0002_history"),
        ("places", "0002_history"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.SmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "being written"), ("circulated", "circulated"), ("final", "final")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("language", models.CharField(default="en", max_length=2)),
                ("note", models.CharField(blank=True, max_length=500)),
                ("file_name", models.CharField(blank=True, max_length=200)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
                ("circulated_at", models.DateTimeField(null=True)),
                ("final_at", models.DateTimeField(null=True)),
                (
                    "based_on",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="next_draft",
                        to="strategies.draft",
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
            name="Clause",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("identity", models.UUIDField(default=sanad.kit.ids.uuid7)),
                (
                    "kind",
                    models.CharField(
                        choices=[("theme", "theme"), ("outcome", "outcome"), ("clause", "clause")],
                        default="clause",
                        max_length=8,
                    ),
                ),
                ("order", models.IntegerField()),
                ("depth", models.SmallIntegerField(default=1)),
                ("number", models.CharField(blank=True, max_length=40)),
                ("heading_en", models.CharField(blank=True, max_length=400)),
                ("heading_ur", models.CharField(blank=True, max_length=400)),
                ("text_en", models.TextField(blank=True)),
                ("text_ur", models.TextField(blank=True)),
                ("dropped", models.BooleanField(default=False)),
                ("version", models.IntegerField(default=1)),
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
                    "draft",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="clauses",
                        to="strategies.draft",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("reader", "invited reader"), ("department", "department")], max_length=10
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120)),
                ("body", models.CharField(blank=True, max_length=200)),
                ("language", models.CharField(default="ur", max_length=2)),
                ("due", models.DateField(null=True)),
                ("link", models.UUIDField(null=True)),
                (
                    "answer",
                    models.CharField(
                        choices=[("none", "no answer yet"), ("commented", "commented"), ("no_comment", "no comment")],
                        default="none",
                        max_length=10,
                    ),
                ),
                ("view", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("may_name", models.BooleanField(default=False)),
                ("revoked_at", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
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
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="invitations", to="strategies.draft"
                    ),
                ),
                (
                    "institution",
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
            name="PlannedAction",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("identity", models.UUIDField(default=sanad.kit.ids.uuid7)),
                ("order", models.IntegerField()),
                ("words_en", models.TextField(blank=True)),
                ("words_ur", models.TextField(blank=True)),
                ("agency_en", models.TextField(blank=True)),
                ("agency_ur", models.TextField(blank=True)),
                ("timeline_en", models.CharField(blank=True, max_length=300)),
                ("timeline_ur", models.CharField(blank=True, max_length=300)),
                ("indicator_en", models.TextField(blank=True)),
                ("indicator_ur", models.TextField(blank=True)),
                ("baseline", models.CharField(blank=True, max_length=300)),
                ("target", models.CharField(blank=True, max_length=300)),
                ("budget", models.CharField(blank=True, max_length=300)),
                ("evidence", models.TextField(blank=True)),
                ("dropped", models.BooleanField(default=False)),
                ("version", models.IntegerField(default=1)),
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
                    "draft",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planned",
                        to="strategies.draft",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="strategies.clause",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="strategies.clause",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Point",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.IntegerField()),
                ("language", models.CharField(max_length=2)),
                ("group_words", models.TextField()),
                ("plenary_words", models.TextField(blank=True)),
                ("dissent", models.TextField(blank=True)),
                ("version", models.IntegerField(default=1)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("slip", models.UUIDField(unique=True)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
                (
                    "clause",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="strategies.clause",
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
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="points", to="strategies.draft"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="gatherings.group"
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="strategies.invitation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Disposition",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("accepted", "accepted"),
                            ("partly", "accepted in part"),
                            ("not_accepted", "not accepted"),
                            ("out_of_scope", "out of scope"),
                            ("already_there", "already there"),
                        ],
                        max_length=14,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField()),
                ("decided_by", models.IntegerField(null=True)),
                ("replaced_at", models.DateTimeField(null=True)),
                (
                    "clause",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried",
                        to="strategies.clause",
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
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dispositions", to="strategies.point"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PointVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("version", models.IntegerField()),
                ("beside", models.BooleanField(default=False)),
                ("joined_at", models.DateTimeField(null=True)),
                ("group_words", models.TextField()),
                ("plenary_words", models.TextField(blank=True)),
                ("dissent", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("by", models.IntegerField(null=True)),
                (
                    "clause",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="strategies.clause"
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
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="strategies.point"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("reference", models.CharField(max_length=30)),
                ("content", models.JSONField()),
                ("published_at", models.DateTimeField()),
                ("published_by", models.IntegerField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Strategy",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("reference", models.CharField(max_length=30, unique=True)),
                ("title_en", models.CharField(blank=True, max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                ("first_year", models.SmallIntegerField(null=True)),
                ("last_year", models.SmallIntegerField(null=True)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("consulted", "consulted"),
                            ("vetted", "vetted"),
                            ("cabinet", "before the cabinet"),
                            ("notified", "notified"),
                            ("in_force", "in force"),
                            ("under_review", "under review"),
                        ],
                        default="draft",
                        max_length=12,
                    ),
                ),
                ("stage_since", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StageChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("consulted", "consulted"),
                            ("vetted", "vetted"),
                            ("cabinet", "before the cabinet"),
                            ("notified", "notified"),
                            ("in_force", "in force"),
                            ("under_review", "under review"),
                        ],
                        max_length=12,
                    ),
                ),
                ("since", models.DateField()),
                ("why", models.CharField(max_length=500)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stages", to="strategies.strategy"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="draft",
            name="strategy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="strategies.strategy"
            ),
        ),
        migrations.CreateModel(
            name="WordFile",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("file_name", models.CharField(max_length=200)),
                ("size", models.IntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("read", "read"), ("taken", "taken over"), ("left", "not taken over")],
                        default="read",
                        max_length=6,
                    ),
                ),
                ("language", models.CharField(max_length=2)),
                ("blocks", models.JSONField()),
                ("answers", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "into",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="strategies.draft"
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="word_files", to="strategies.strategy"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("made_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
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
                    "gathering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="gatherings.gathering"
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consultations", to="strategies.draft"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("draft", "gathering"), name="a_workshop_once_on_a_draft")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="clause",
            index=models.Index(fields=["draft", "order"], name="clauses_in_order"),
        ),
        migrations.AddConstraint(
            model_name="clause",
            constraint=models.UniqueConstraint(fields=("draft", "identity"), name="a_clause_once_in_a_draft"),
        ),
        migrations.AddConstraint(
            model_name="clause",
            constraint=models.CheckConstraint(
                condition=models.Q(("depth__gte", 1), ("depth__lte", 6)), name="clauses_have_a_depth"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("body", ""), ("name", ""), _negated=True), name="an_invitation_goes_to_somebody"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "reader"),
                    models.Q(models.Q(("body", ""), _negated=True), ("due__isnull", False)),
                    _connector="OR",
                ),
                name="a_department_is_asked_until_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "none"), ("answered_at", None)),
                    models.Q(models.Q(("answer", "none"), _negated=True), ("answered_at__isnull", False)),
                    _connector="OR",
                ),
                name="an_answer_has_its_time",
            ),
        ),
        migrations.AddIndex(
            model_name="plannedaction",
            index=models.Index(fields=["draft", "order"], name="planned_in_order"),
        ),
        migrations.AddConstraint(
            model_name="plannedaction",
            constraint=models.UniqueConstraint(fields=("draft", "identity"), name="an_action_once_in_a_draft"),
        ),
        migrations.AddConstraint(
            model_name="plannedaction",
            constraint=models.CheckConstraint(
                condition=models.Q(("words_en", ""), ("words_ur", ""), _negated=True), name="a_planned_action_says_what"
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.UniqueConstraint(fields=("draft", "number"), name="points_are_numbered"),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.CheckConstraint(
                condition=models.Q(("group_words", ""), _negated=True), name="a_point_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("group", None), ("invitation__isnull", False)),
                    models.Q(("group__isnull", False), ("invitation", None)),
                    _connector="OR",
                ),
                name="a_point_comes_from_one_side",
            ),
        ),
        migrations.AddConstraint(
            model_name="disposition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_at", None)), fields=("point",), name="one_disposition_holds_for_a_point"
            ),
        ),
        migrations.AddConstraint(
            model_name="disposition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ["accepted", "partly", "already_there"]), _negated=True),
                    ("clause__isnull", False),
                    _connector="OR",
                ),
                name="what_was_accepted_names_its_clause",
            ),
        ),
        migrations.AddConstraint(
            model_name="disposition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ["partly", "not_accepted"]), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="what_was_not_accepted_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="pointversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("beside", False)),
                fields=("point", "version"),
                name="one_state_of_a_point_per_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at", None)), fields=("reference",), name="one_publication_of_a_strategy"
            ),
        ),
        migrations.AddIndex(
            model_name="strategy",
            index=models.Index(fields=["custodian", "-made_at"], name="strategy_by_time"),
        ),
        migrations.AddConstraint(
            model_name="strategy",
            constraint=models.CheckConstraint(
                condition=models.Q(("title_en", ""), ("title_ur", ""), _negated=True), name="a_strategy_has_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("first_year", None),
                    ("last_year", None),
                    ("last_year__gte", models.F("first_year")),
                    _connector="OR",
                ),
                name="a_strategy_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(fields=("strategy", "number"), name="drafts_are_numbered"),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="drafts_are_numbered_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("final_at__isnull", False), ("state", "final")),
                    models.Q(models.Q(("state", "final"), _negated=True), ("final_at", None)),
                    _connector="OR",
                ),
                name="a_final_draft_says_since_when",
            ),
        ),
    ]
