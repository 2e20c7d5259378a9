"""That the list of a gathering left the house as a file; never changed."""

import django.db.models.deletion
from django.db import migrations, models

import sanad.kit.ids
from sanad.kit.row_security import protect, unprotect

KEYS = """
alter table gatherings_listtaken add constraint listtaken_of_its_gathering foreign key (gathering_id, custodian_id)
    references gatherings_gathering (id, custodian_id) deferrable initially deferred;
revoke update, delete, truncate on gatherings_listtaken from sanad_app;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0061_notice_of_reports"),
        ("gatherings", "0003_erasing"),
    ]

    operations = [
        migrations.CreateModel(
            name="ListTaken",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("lines", models.IntegerField()),
                ("why", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
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
                    "gathering",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lists_taken",
                        to="gatherings.gathering",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True), name="a_list_is_taken_for_a_reason"
                    )
                ],
            },
        ),
        migrations.RunSQL(KEYS, migrations.RunSQL.noop),
        migrations.RunSQL(protect("gatherings_listtaken"), unprotect("gatherings_listtaken")),
    ]
