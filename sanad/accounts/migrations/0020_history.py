"""Rows of offices, users, postings, sharing rules, ties and approvals are edited in place: their history is kept."""

from django.db import migrations

from sanad.ledger.history import end_history, keep_history


class Migration(migrations.Migration):
    dependencies = [("accounts", "0010_user_sessions"), ("ledger", "0003_tree_and_history")]

    operations = [
        migrations.RunSQL(keep_history("accounts_office", custodian="id"), end_history("accounts_office")),
        migrations.RunSQL(
            keep_history("accounts_user", leaving_out=("password", "last_login", "one_time_expires")),
            end_history("accounts_user"),
        ),
        migrations.RunSQL(keep_history("accounts_posting", custodian="office_id"), end_history("accounts_posting")),
        migrations.RunSQL(
            keep_history("accounts_sharingrule", custodian="giver_id"), end_history("accounts_sharingrule")
        ),
        migrations.RunSQL(keep_history("accounts_tie"), end_history("accounts_tie")),
        migrations.RunSQL(keep_history("accounts_approval", custodian="office_id"), end_history("accounts_approval")),
    ]
