"""Printed tables, apart from what is counted here. Everybody reads them; the office that entered one changes it."""

import django.db.models.deletion
from django.db import migrations, models

from sanad.kit.row_security import append_only, unprotect
from sanad.ledger.history import end_history, keep_history

TABLES = ("figures_publishedtable", "figures_publishedfigure")
# Printed for everybody, therefore read by everybody; written by the office that keeps it.
SHARED = """
alter table "{table}" enable row level security;
alter table "{table}" force row level security;
create policy printed on "{table}" for select using (true);
create policy scope on "{table}" using (custodian_id = any ((select sanad_scope())::int[]))
    with check (custodian_id = any ((select sanad_scope())::int[]));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0021_erasure_takes_two"),
        ("figures", "0004_taken_out"),
        ("ledger", "0003_tree_and_history"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedTable",
            fields=[
                ("id", models.AutoField(primary_key=True, serialize=False)),
                ("key", models.UUIDField()),
                ("version", models.SmallIntegerField(default=1)),
                ("name", models.CharField(max_length=60)),
                ("title", models.CharField(blank=True, max_length=300)),
                ("printed_by", models.CharField(blank=True, max_length=200)),
                ("printed_on", models.CharField(blank=True, max_length=40)),
                ("source", models.CharField(blank=True, max_length=500)),
                ("note", models.CharField(blank=True, max_length=500)),
                ("classification", models.CharField(blank=True, max_length=60)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.IntegerField(null=True)),
                ("replaced_at", models.DateTimeField(null=True)),
                (
                    "custodian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.office"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PublishedFigure",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("position", models.SmallIntegerField()),
                ("area", models.CharField(max_length=200)),
                ("category", models.CharField(max_length=200)),
                ("period", models.CharField(max_length=60)),
                ("measure", models.CharField(max_length=200)),
                ("value", models.IntegerField(null=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("cell", "Cell"),
                            ("area_total", "Area Total"),
                            ("category_total", "Category Total"),
                            ("period_total", "Period Total"),
                            ("grand_total", "Grand Total"),
                        ],
                        max_length=16,
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
                    "table",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="figures", to="figures.publishedtable"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="publishedtable",
            constraint=models.UniqueConstraint(fields=("key", "version"), name="one_published_table_per_version"),
        ),
        migrations.AddConstraint(
            model_name="publishedtable",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_at", None)), fields=("key",), name="one_current_published_table"
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedtable",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_at", None)),
                fields=("custodian", "name"),
                name="one_published_table_of_a_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedtable",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="a_published_table_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedfigure",
            constraint=models.UniqueConstraint(fields=("table", "position"), name="one_published_figure_per_place"),
        ),
        migrations.AddConstraint(
            model_name="publishedfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(("value", None), ("value__gte", 0), _connector="OR"),
                name="a_published_figure_is_not_negative",
            ),
        ),
        migrations.AddConstraint(
            model_name="publishedfigure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("role__in", ["cell", "area_total", "category_total", "period_total", "grand_total"])
                ),
                name="published_role_known",
            ),
        ),
        migrations.RunSQL(
            "".join(SHARED.format(table=table) for table in TABLES)
            + append_only("figures_publishedfigure")
            + keep_history("figures_publishedtable", custodian="custodian_id"),
            end_history("figures_publishedtable")
            + "".join(f'drop policy if exists printed on "{table}";\n' + unprotect(table) for table in TABLES),
        ),
    ]
