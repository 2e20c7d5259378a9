"""Whoever has a conflict sees no import that holds a record closed to them: its file says what the record says."""

from django.db import migrations

from sanad.kit.row_security import closed_where

# As the owner, whom the policies of conflicts do not hold: as the application a closed report could not even be asked
# for its batch. Row security by office holds inside. A file that is not stored yet is seen by whoever brought it.
CLOSING = """
create function sanad_batch_is_closed(one uuid) returns boolean
language plpgsql stable security definer cost 100 set search_path = public, pg_temp as $$
begin
    return exists (
        select 1 from violations_report r join violations_alleged x on x.report_id = r.id
        where r.batch_id = one and x.institution_id = any (sanad_conflicts())
    ) or exists (
        select 1 from violations_revision v join violations_alleged x on x.report_id = v.report_id
        where v.batch_id = one and x.institution_id = any (sanad_conflicts())
    );
end $$;
create function sanad_import_is_closed(batch uuid, maker int) returns boolean
language plpgsql stable cost 100 as $$
begin
    return case when batch is null then maker::text is distinct from nullif(current_setting('sanad.who', true), '')
        else sanad_batch_is_closed(batch) end;
end $$;
"""
NOT_CLOSING = """
drop function if exists sanad_import_is_closed(uuid, int);
drop function if exists sanad_batch_is_closed(uuid);
"""
CLOSED = {
    "exchange_import": "sanad_import_is_closed(batch_id, made_by)",
    "exchange_importfinding": "not exists (select 1 from exchange_import i where i.id = imported_id)",
    "violations_batch": "sanad_batch_is_closed(id)",
}


class Migration(migrations.Migration):
    dependencies = [("exchange", "0002_rights"), ("violations", "0012_custody")]

    operations = [
        migrations.RunSQL(
            CLOSING + "".join(closed_where(table, closed) for table, closed in CLOSED.items()),
            "".join(f"drop policy if exists conflict on {table};\n" for table in CLOSED) + NOT_CLOSING,
        )
    ]
