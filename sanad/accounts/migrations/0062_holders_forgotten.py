"""For whom a link was given can be forgotten, where that person is erased; no history keeps it."""

from django.db import migrations

from sanad.ledger.history import end_history, keep_history

LEFT_OUT = ("browser_hash", "taken_at")
# It runs as the owner: the application may not change for whom a link was given.
FORGET = """
create function sanad_forget_holders(links uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    forgotten int;
begin
    update accounts_link set to_name = '', revoked_at = coalesce(revoked_at, clock_timestamp())
        where id = any (links) and custodian_id = any (sanad_scope()) and not open_to_many;
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;
revoke all on function sanad_forget_holders(uuid[]) from public;
grant execute on function sanad_forget_holders(uuid[]) to sanad_app;
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0061_notice_of_reports")]

    operations = [
        migrations.RunSQL(
            end_history("accounts_link")
            + keep_history("accounts_link", custodian="custodian_id", leaving_out=(*LEFT_OUT, "to_name")),
            end_history("accounts_link")
            + keep_history("accounts_link", custodian="custodian_id", leaving_out=LEFT_OUT),
        ),
        migrations.RunSQL(FORGET, "drop function sanad_forget_holders(uuid[])"),
    ]
