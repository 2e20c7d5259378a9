"""The words of a day beside its date, unfinished entries, and who is in danger now."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import sanad.kit.ids
from sanad.kit.row_security import append_only, closed_where, granted_where, protect, unprotect
from sanad.ledger.history import end_history, keep_history

TABLES = ("violations_unfinished", "violations_danger")
RIGHTS = (
    "".join(protect(table) for table in TABLES)
    + append_only("violations_danger")
    + "grant update (ended_at, ended_by, ended_why) on violations_danger to sanad_app;\n"
    + "alter table violations_danger add constraint danger_of_its_report foreign key (report_id, custodian_id)"
    " references violations_report (id, custodian_id) deferrable initially deferred;\n"
    + closed_where("violations_danger", "sanad_report_is_closed(report_id)")
    + granted_where("violations_danger", "report_id = any ((select sanad_granted())::uuid[])")
    + keep_history("violations_danger", custodian="custodian_id")
)
# A danger goes with its report to the office that takes it over; both are in the scope of that deed.
FOLLOWS = """
create function sanad_danger_follows() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update violations_danger set custodian_id = new.custodian_id where report_id = new.id;
    return null;
end $$;
create trigger danger_follows after update of custodian_id on violations_report
    for each row when (old.custodian_id is distinct from new.custodian_id) execute function sanad_danger_follows();
"""
NOT_FOLLOWING = "drop trigger danger_follows on violations_report;\ndrop function sanad_danger_follows();\n"


def _office(*, checked: bool) -> models.ForeignKey:
    return models.ForeignKey(
        db_constraint=checked,
        db_index=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="accounts.office",
    )


class Migration(migrations.Migration):
    dependencies = [("violations", "0041_rights_of_reviewing"), ("ledger", "0003_tree_and_history")]

    operations = [
        migrations.AddField("act", "happened_said", models.CharField(blank=True, default="", max_length=80), False),
        migrations.CreateModel(
            name="Unfinished",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("custodian", _office(checked=True)),
                ("made_by", models.IntegerField()),
                ("form", models.SmallIntegerField()),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=Q(form__gte=1), name="unfinished_form_is_known")],
                "indexes": [models.Index(fields=["made_by", "-saved_at"], name="unfinished_of_user")],
            },
        ),
        migrations.CreateModel(
            name="Danger",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("custodian", _office(checked=False)),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dangers",
                        to="violations.report",
                    ),
                ),
                ("told_at", models.DateTimeField()),
                ("told_by", models.IntegerField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_by", models.IntegerField(null=True)),
                ("ended_why", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(condition=Q(ended_at=None), fields=["report"], name="one_danger_at_a_time"),
                    models.CheckConstraint(
                        condition=Q(ended_at=None, ended_why="") | Q(ended_at__isnull=False) & ~Q(ended_why=""),
                        name="a_danger_ends_with_a_reason",
                    ),
                ],
                "indexes": [
                    models.Index(condition=Q(ended_at=None), fields=["custodian", "told_at"], name="danger_now")
                ],
            },
        ),
        migrations.RunSQL(
            RIGHTS,
            end_history("violations_danger") + "".join(unprotect(table) for table in TABLES),
        ),
        migrations.RunSQL(FOLLOWS, NOT_FOLLOWING),
    ]
