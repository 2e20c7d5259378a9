"""The tables of gatherings."""

import django.db.models.deletion
from django.db import migrations, models

import sanad.gatherings.rules.kinds
import sanad.kit.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0021_erasure_takes_two"),
        ("codes", "0002_history"),
        ("institutions", "0002_history"),
        ("places", "0002_history"),
        ("projects", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Group",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.SmallIntegerField()),
                ("name_en", models.CharField(blank=True, max_length=200)),
                ("name_ur", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="GroupMember",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("member", "member"), ("rapporteur", "rapporteur"), ("chair", "moderator")],
                        default=sanad.gatherings.rules.kinds.GroupPart["MEMBER"],
                        max_length=12,
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
                    "seat",
                    models.CharField(
                        choices=[
                            ("department", "Government department"),
                            ("cso", "Civil society"),
                            ("assembly", "Assembly"),
                            ("bar", "Bar and judiciary"),
                            ("media", "Media"),
                            ("commission", "Commission"),
                            ("academia", "School or university"),
                            ("community", "Community"),
                            ("international", "International body"),
                            ("other", "Somebody else"),
                        ],
                        max_length=16,
                    ),
                ),
                ("seats", models.SmallIntegerField(default=1)),
                (
                    "answer",
                    models.CharField(
                        choices=[("none", "no answer yet"), ("comes", "comes"), ("declined", "does not come")],
                        default=sanad.gatherings.rules.kinds.Answer["NONE"],
                        max_length=8,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("presentation", "Presentation"),
                            ("draft", "Draft that was presented"),
                            ("photograph", "Photograph of people"),
                            ("sheet", "Signed sheet"),
                            ("flip_chart", "Flip chart"),
                            ("other", "Something else"),
                        ],
                        max_length=16,
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=120)),
                (
                    "consent",
                    models.CharField(
                        choices=[
                            ("not_needed", "nobody can be recognised"),
                            ("all", "all who are shown agreed"),
                            ("not_all", "not all agreed: only for the office"),
                            ("not_asked", "not asked: only for the office"),
                        ],
                        max_length=12,
                    ),
                ),
                ("sha256_sealed", models.CharField(max_length=64)),
                ("size", models.BigIntegerField()),
                ("media_type", models.CharField(max_length=100)),
                ("received_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("person", models.UUIDField(db_index=True)),
                ("name", models.CharField(max_length=120)),
                ("affiliation", models.CharField(blank=True, max_length=200)),
                ("designation", models.CharField(blank=True, max_length=120)),
                (
                    "seat",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("department", "Government department"),
                            ("cso", "Civil society"),
                            ("assembly", "Assembly"),
                            ("bar", "Bar and judiciary"),
                            ("media", "Media"),
                            ("commission", "Commission"),
                            ("academia", "School or university"),
                            ("community", "Community"),
                            ("international", "International body"),
                            ("other", "Somebody else"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "named",
                    models.CharField(
                        choices=[("not_asked", "not asked"), ("yes", "agreed"), ("no", "did not agree")],
                        default=sanad.gatherings.rules.kinds.Consent["NOT_ASKED"],
                        max_length=12,
                    ),
                ),
                (
                    "photographed",
                    models.CharField(
                        choices=[("not_asked", "not asked"), ("yes", "agreed"), ("no", "did not agree")],
                        default=sanad.gatherings.rules.kinds.Consent["NOT_ASKED"],
                        max_length=12,
                    ),
                ),
                ("needs", models.UUIDField(null=True)),
                ("came", models.CharField(choices=[("door", "door"), ("desk", "desk")], max_length=8)),
                ("form", models.UUIDField()),
                ("signed_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_by", models.IntegerField(null=True)),
                ("withdrawn_why", models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name="SameParticipant",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("same", models.BooleanField()),
                ("made_by", models.IntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                ("undone_by", models.IntegerField(null=True)),
                ("undone_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("day", models.DateField()),
                ("begins", models.TimeField(null=True)),
                ("title", models.CharField(max_length=200)),
                ("speaker", models.CharField(blank=True, max_length=120)),
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
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="institutions.institution",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("what", models.CharField(max_length=300)),
                ("owner", models.CharField(max_length=120)),
                ("due", models.DateField()),
                ("done_on", models.DateField(null=True)),
                ("done_note", models.CharField(blank=True, max_length=300)),
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
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="institutions.institution",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Gathering",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("reference", models.CharField(max_length=24, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("workshop", "consultative workshop"),
                            ("training", "training"),
                            ("lobbying", "lobbying meeting"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planned"), ("held", "held"), ("cancelled", "cancelled")],
                        default=sanad.gatherings.rules.kinds.State["PLANNED"],
                        max_length=12,
                    ),
                ),
                ("title_en", models.CharField(blank=True, max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                ("purpose", models.TextField(blank=True)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("begins", models.TimeField(null=True)),
                ("venue", models.CharField(blank=True, max_length=200)),
                ("minutes", models.TextField(blank=True)),
                ("minutes_by", models.IntegerField(null=True)),
                ("minutes_at", models.DateTimeField(null=True)),
                ("made_by", models.IntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="institutions.institution",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="gathering",
            name="project",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="projects.project"
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="gathering",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="follow_ups",
                to="gatherings.gathering",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="gathering",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="agenda",
                to="gatherings.gathering",
            ),
        ),
        migrations.AddField(
            model_name="group",
            name="custodian",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.office",
            ),
        ),
        migrations.AddField(
            model_name="group",
            name="gathering",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="groups",
                to="gatherings.gathering",
            ),
        ),
        migrations.AddField(
            model_name="groupmember",
            name="custodian",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.office",
            ),
        ),
        migrations.AddField(
            model_name="groupmember",
            name="group",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="members",
                to="gatherings.group",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="custodian",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.office",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="gathering",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invitations",
                to="gatherings.gathering",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="institutions.institution"
            ),
        ),
        migrations.AddField(
            model_name="material",
            name="custodian",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.office",
            ),
        ),
        migrations.AddField(
            model_name="material",
            name="gathering",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="materials",
                to="gatherings.gathering",
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="custodian",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.office",
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="district",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="places.place",
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="gathering",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="participants",
                to="gatherings.gathering",
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="institution",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="institutions.institution",
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="sex",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="codes.code",
            ),
        ),
        migrations.AddField(
            model_name="groupmember",
            name="participant",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="groups",
                to="gatherings.participant",
            ),
        ),
        migrations.AddField(
            model_name="sameparticipant",
            name="custodian",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
            ),
        ),
        migrations.AddField(
            model_name="sameparticipant",
            name="one",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="gatherings.participant",
            ),
        ),
        migrations.AddField(
            model_name="sameparticipant",
            name="other",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="gatherings.participant",
            ),
        ),
        migrations.AddIndex(
            model_name="gathering",
            index=models.Index(fields=["custodian", "-first_day"], name="gathering_by_day"),
        ),
        migrations.AddConstraint(
            model_name="gathering",
            constraint=models.UniqueConstraint(fields=("id", "custodian"), name="gathering_with_custodian"),
        ),
        migrations.AddConstraint(
            model_name="gathering",
            constraint=models.CheckConstraint(
                condition=models.Q(("title_en", ""), ("title_ur", ""), _negated=True), name="a_gathering_has_a_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="gathering",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="gathering_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("what", ""), _negated=True), models.Q(("owner", ""), _negated=True)),
                name="a_follow_up_has_an_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="group",
            constraint=models.UniqueConstraint(fields=("gathering", "number"), name="one_group_per_number"),
        ),
        migrations.AddConstraint(
            model_name="group",
            constraint=models.UniqueConstraint(fields=("id", "custodian"), name="group_with_custodian"),
        ),
        migrations.AddConstraint(
            model_name="group",
            constraint=models.CheckConstraint(
                condition=models.Q(("name_en", ""), ("name_ur", ""), _negated=True), name="a_group_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("gathering", "institution", "seat"), name="one_invitation_per_seat"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("seats__gte", 1), ("seats__lte", 500)), name="an_invitation_offers_seats"
            ),
        ),
        migrations.AddConstraint(
            model_name="material",
            constraint=models.CheckConstraint(condition=models.Q(("size__gte", 0)), name="material_has_a_size"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(fields=("gathering", "form"), name="one_participant_per_form"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(fields=("id", "custodian"), name="participant_with_custodian"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="a_participant_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at", None), ("withdrawn_why", "")),
                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_participant_is_withdrawn_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="groupmember",
            constraint=models.UniqueConstraint(fields=("group", "participant"), name="one_part_per_group_member"),
        ),
        migrations.AddConstraint(
            model_name="sameparticipant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at", None)),
                fields=("one", "other"),
                name="two_participants_are_judged_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="sameparticipant",
            constraint=models.CheckConstraint(
                condition=models.Q(("other__gt", models.F("one"))), name="participants_are_judged_in_order"
            ),
        ),
    ]
