"""The vault does not open what a conflict closes: a second wall where a caller asks for a row that they must not see."""

from django.db import migrations

# As the owner: neither the vault's role nor a reader with a conflict may look the row up. Row security by office holds
# inside, and a value of an office outside the scope is not there to be asked about.
CLOSED = """
create function sanad_sealed_is_closed(one uuid, kind text) returns boolean
language plpgsql stable security definer cost 100 set search_path = public, pg_temp as $$
declare
    told uuid;
begin
    case kind
        when 'mention' then select report_id into told from violations_mention where id = one;
        when 'act' then select report_id into told from violations_act where id = one;
        when 'revision' then select report_id into told from violations_revision where id = one;
        when 'evidence' then select report_id into told from violations_evidence where id = one;
        else return false;
    end case;
    return exists (
        select 1 from violations_alleged x where x.report_id = told and x.institution_id = any (sanad_conflicts())
    );
end $$;
create policy conflict on vault_sealed as restrictive for select to sanad_app, sanad_vault
    using ((select sanad_conflicts()) = '{}' or not sanad_sealed_is_closed(row_id, "of"));
"""
OPEN = """
drop policy if exists conflict on vault_sealed;
drop function if exists sanad_sealed_is_closed(uuid, text);
"""


class Migration(migrations.Migration):
    dependencies = [("violations", "0020_history"), ("vault", "0030_history")]

    operations = [migrations.RunSQL(CLOSED, OPEN)]
