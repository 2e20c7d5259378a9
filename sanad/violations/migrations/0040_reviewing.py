"""Steps of verifying: a second person, a day, a checklist; chains of events, interventions, what an office asks for."""

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import sanad.kit.ids


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0021_erasure_takes_two"),
        ("codes", "0002_history"),
        ("institutions", "0002_history"),
        ("places", "0002_history"),
        ("violations", "0030_sealed_in_conflict"),
    ]

    operations = [
        migrations.CreateModel(
            name="Intervention",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("root", models.UUIDField()),
                ("number", models.SmallIntegerField(default=1)),
                ("until", models.SmallIntegerField(null=True)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
                ("happened", models.CharField(blank=True, max_length=40)),
                ("happened_first", models.DateField(null=True)),
                ("happened_last", models.DateField(null=True)),
                ("text", models.CharField(blank=True, max_length=1000)),
                ("why", models.CharField(blank=True, max_length=500)),
                ("withdrawn", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="ReviewRule",
            fields=[
                (
                    "custodian",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="accounts.office",
                    ),
                ),
                ("second_person", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.IntegerField(null=True)),
                ("why", models.CharField(max_length=500)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="judgement",
            name="a_judgement_names_what_it_judges",
        ),
        migrations.RemoveConstraint(
            model_name="judgement",
            name="a_verdict_fits_its_kind",
        ),
        migrations.RemoveConstraint(
            model_name="judgement",
            name="only_a_verification_has_a_standard",
        ),
        migrations.AddField(
            model_name="judgement",
            name="checked",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="judgement",
            name="confirms",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="violations.judgement",
            ),
        ),
        migrations.AddField(
            model_name="judgement",
            name="link",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="codes.code",
            ),
        ),
        migrations.AddField(
            model_name="judgement",
            name="needs_second",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="judgement",
            name="settled_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="judgement",
            name="together",
            field=models.UUIDField(null=True),
        ),
        migrations.AlterField(
            model_name="judgement",
            name="kind",
            field=models.CharField(
                choices=[
                    ("same_event", "Same Event"),
                    ("same_entry", "Same Entry"),
                    ("same_person", "Same Person"),
                    ("verification", "Verification"),
                    ("attribution", "Attribution"),
                    ("chosen", "Chosen"),
                    ("withdrawn", "Withdrawn"),
                    ("chain", "Chain"),
                    ("confirmed", "Confirmed"),
                    ("undone", "Undone"),
                ],
                max_length=14,
            ),
        ),
        migrations.AlterField(
            model_name="judgement",
            name="verdict",
            field=models.CharField(
                choices=[
                    ("same", "Same"),
                    ("different", "Different"),
                    ("unsure", "Unsure"),
                    ("new", "New"),
                    ("under_review", "Under Review"),
                    ("verified", "Verified"),
                    ("inconclusive", "Inconclusive"),
                    ("rejected", "Rejected"),
                    ("withdrawn", "Withdrawn"),
                    ("holds", "Holds"),
                ],
                max_length=14,
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("state__in", ["new", "under_review", "mixed"])),
                fields=["state", "received_on", "id"],
                include=("custodians", "province", "withdrawn"),
                name="event_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="judgement",
            index=models.Index(
                condition=models.Q(("together__isnull", False)), fields=["together"], name="judgement_together"
            ),
        ),
        migrations.AddIndex(
            model_name="judgement",
            index=models.Index(
                condition=models.Q(("needs_second", True)), fields=["id"], name="judgement_needs_second"
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("act__isnull", True),
                        ("act_type__isnull", True),
                        ("confirms__isnull", True),
                        ("involvement__isnull", True),
                        ("kind", "same_event"),
                        ("link__isnull", True),
                        ("mention__isnull", True),
                        ("other_mention__isnull", True),
                        ("other_report__isnull", False),
                        ("report__isnull", False),
                        ("undoes__isnull", True),
                    ),
                    models.Q(
                        ("act__isnull", True),
                        ("act_type__isnull", True),
                        ("confirms__isnull", True),
                        ("involvement__isnull", True),
                        ("kind", "same_entry"),
                        ("link__isnull", True),
                        ("mention__isnull", True),
                        ("other_mention__isnull", True),
                        ("other_report__isnull", False),
                        ("report__isnull", False),
                        ("undoes__isnull", True),
                    ),
                    models.Q(
                        ("act__isnull", True),
                        ("act_type__isnull", True),
                        ("confirms__isnull", True),
                        ("involvement__isnull", True),
                        ("kind", "same_person"),
                        ("link__isnull", True),
                        ("mention__isnull", False),
                        ("other_mention__isnull", False),
                        ("other_report__isnull", True),
                        ("report__isnull", True),
                        ("undoes__isnull", True),
                    ),
                    models.Q(
                        ("act__isnull", False),
                        ("act_type__isnull", False),
                        ("confirms__isnull", True),
                        ("involvement__isnull", True),
                        ("kind", "verification"),
                        ("link__isnull", True),
                        ("mention__isnull", True),
                        ("other_mention__isnull", True),
                        ("other_report__isnull", True),
                        ("report__isnull", True),
                        ("undoes__isnull", True),
                    ),
                    models.Q(
                        ("act__isnull", True),
                        ("act_type__isnull", True),
                        ("confirms__isnull", True),
                        ("involvement__isnull", False),
                        ("kind", "attribution"),
                        ("link__isnull", True),
                        ("mention__isnull", True),
                        ("other_mention__isnull", True),
                        ("other_report__isnull", True),
                        ("report__isnull", True),
                        ("undoes__isnull", True),
                    ),
                    models.Q(
                        ("act__isnull", True),
                        ("act_type__isnull", True),
                        ("confirms__isnull", True),
                        ("involvement__isnull", True),
                        ("kind", "chosen"),
                        ("link__isnull", True),
                        ("mention__isnull", False),
                        ("other_mention__isnull", True),
                        ("other_report__isnull", True),
                        ("report__isnull", True),
                        ("undoes__isnull", True),
                    ),
                    models.Q(
                        ("act__isnull", False),
                        ("act_type__isnull", True),
                        ("confirms__isnull", True),
                        ("involvement__isnull", True),
                        ("kind", "chosen"),
                        ("link__isnull", True),
                        ("mention__isnull", True),
                        ("other_mention__isnull", True),
                        ("other_report__isnull", True),
                        ("report__isnull", True),
                        ("undoes__isnull", True),
                    ),
                    models.Q(
                        ("act__isnull", True),
                        ("act_type__isnull", True),
                        ("confirms__isnull", True),
                        ("involvement__isnull", True),
                        ("kind", "withdrawn"),
                        ("link__isnull", True),
                        ("mention__isnull", True),
                        ("other_mention__isnull", True),
                        ("other_report__isnull", True),
                        ("report__isnull", False),
                        ("undoes__isnull", True),
                    ),
                    models.Q(
                        ("act__isnull", True),
                        ("act_type__isnull", True),
                        ("confirms__isnull", True),
                        ("involvement__isnull", True),
                        ("kind", "chain"),
                        ("link__isnull", False),
                        ("mention__isnull", True),
                        ("other_mention__isnull", True),
                        ("other_report__isnull", False),
                        ("report__isnull", False),
                        ("undoes__isnull", True),
                    ),
                    models.Q(
                        ("act__isnull", True),
                        ("act_type__isnull", True),
                        ("confirms__isnull", False),
                        ("involvement__isnull", True),
                        ("kind", "confirmed"),
                        ("link__isnull", True),
                        ("mention__isnull", True),
                        ("other_mention__isnull", True),
                        ("other_report__isnull", True),
                        ("report__isnull", True),
                        ("undoes__isnull", True),
                    ),
                    models.Q(
                        ("act__isnull", True),
                        ("act_type__isnull", True),
                        ("confirms__isnull", True),
                        ("involvement__isnull", True),
                        ("kind", "undone"),
                        ("link__isnull", True),
                        ("mention__isnull", True),
                        ("other_mention__isnull", True),
                        ("other_report__isnull", True),
                        ("report__isnull", True),
                        ("undoes__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="a_judgement_names_what_it_judges",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind__in", ("same_event", "same_entry", "same_person")),
                        ("verdict__in", ["same", "different", "unsure"]),
                    ),
                    models.Q(
                        ("kind__in", ("verification", "attribution")),
                        ("verdict__in", ("new", "under_review", "verified", "inconclusive", "rejected", "withdrawn")),
                    ),
                    models.Q(
                        ("kind__in", ["chosen", "withdrawn", "chain", "confirmed", "undone"]), ("verdict", "holds")
                    ),
                    _connector="OR",
                ),
                name="a_verdict_fits_its_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ("verification", "attribution")), ("standard__isnull", True), _connector="OR"
                ),
                name="only_a_verification_has_a_standard",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ("verification", "attribution")),
                    models.Q(("checked__isnull", True), ("needs_second", False)),
                    _connector="OR",
                ),
                name="only_verdicts_wait_for_a_second",
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("settled_on__isnull", True),
                    models.Q(("kind__in", ("verification", "attribution")), ("verdict", "verified")),
                    _connector="OR",
                ),
                name="only_what_is_verified_was_settled",
            ),
        ),
        migrations.AddField(
            model_name="intervention",
            name="addressed",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="institutions.institution",
            ),
        ),
        migrations.AddField(
            model_name="intervention",
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
            model_name="intervention",
            name="impact",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="codes.code",
            ),
        ),
        migrations.AddField(
            model_name="intervention",
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
            model_name="intervention",
            name="report",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="interventions",
                to="violations.report",
            ),
        ),
        migrations.AddField(
            model_name="intervention",
            name="response",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="codes.code",
            ),
        ),
        migrations.AddField(
            model_name="intervention",
            name="type",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="codes.code"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("why", ""), _negated=True), name="a_review_rule_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)), fields=("root",), name="one_current_intervention"
            ),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=models.UniqueConstraint(fields=("root", "number"), name="one_intervention_per_number"),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until", None),
                    (
                        "until",
                        django.db.models.expressions.CombinedExpression(models.F("number"), "+", models.Value(1)),
                    ),
                    _connector="OR",
                ),
                name="an_intervention_ends_with_the_next",
            ),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=models.CheckConstraint(
                condition=models.Q(("number", 1), models.Q(("why", ""), _negated=True), _connector="OR"),
                name="a_corrected_intervention_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("number", 1), ("root", models.F("id"))),
                    models.Q(("number__gt", 1), models.Q(("root", models.F("id")), _negated=True)),
                    _connector="OR",
                ),
                name="an_intervention_begins_with_its_root",
            ),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("happened_first", None),
                    ("happened_last", None),
                    ("happened_last__gte", models.F("happened_first")),
                    _connector="OR",
                ),
                name="intervention_ends_after_it_begins",
            ),
        ),
    ]
