"""What was asked of a second person is read at its offices; notices by those who see the office."""

from django.db import migrations

from sanad.kit.row_security import unprotect

# Asked at an office, or told to one, that the asker does not see: so any row may be added. What is about users (lost
# factors) says no more than the table of users, and is read before there is a scope.
PROTECT = """
alter table accounts_approval enable row level security;
alter table accounts_approval force row level security;
create policy scope on accounts_approval for select using (
    office_id = any ((select sanad_scope())::int[])
    or custodian_id = any ((select sanad_scope())::int[])
    or kind = 'factor_reset'
);
create policy adding on accounts_approval for insert with check (true);
create policy changing on accounts_approval for update using (true);
revoke delete, truncate on accounts_approval from sanad_app;

alter table accounts_notice enable row level security;
alter table accounts_notice force row level security;
create policy scope on accounts_notice for select using (office_id = any ((select sanad_scope())::int[]));
create policy adding on accounts_notice for insert with check (true);
create policy changing on accounts_notice for update using (office_id = any ((select sanad_scope())::int[]));
revoke update, delete, truncate on accounts_notice from sanad_app;
grant update (seen_by_id, seen_at) on accounts_notice to sanad_app;

revoke update, delete, truncate on accounts_grant from sanad_app;
grant update (until) on accounts_grant to sanad_app;
"""
POLICIES = "".join(
    f"drop policy if exists {name} on {table};\n"
    for table in ("accounts_approval", "accounts_notice")
    for name in ("adding", "changing")
)
GRANTED = """
grant update, delete on accounts_approval, accounts_notice, accounts_grant to sanad_app;
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_second_persons"), ("ledger", "0002_rights")]

    operations = [
        migrations.RunSQL(PROTECT, POLICIES + unprotect("accounts_approval") + unprotect("accounts_notice") + GRANTED)
    ]
