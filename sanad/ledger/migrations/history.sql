-- What was changed in rows that are edited in place. `sanad.ledger.history.keep_history` hangs the trigger on a table.

create function ledger_keep_history() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    left_out text[] := string_to_array(tg_argv[2], ' ');
    was jsonb := to_jsonb(old) - left_out;
    is_now jsonb;
begin
    if tg_op = 'UPDATE' then
        is_now := to_jsonb(new) - left_out;
        select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, is_now -> o.key) into was, is_now
            from jsonb_each(was) o where o.value is distinct from is_now -> o.key;
        if was is null then
            return null;
        end if;
    end if;
    insert into ledger_change (at, kind, "row", deed, who, operator, why, custodian, before, after) values (
        clock_timestamp(), tg_table_name, to_jsonb(old) ->> tg_argv[0],
        case tg_op when 'UPDATE' then 'changed' else 'removed' end,
        nullif(current_setting('sanad.who', true), '')::int,
        coalesce(current_setting('sanad.operator', true), ''),
        coalesce(current_setting('sanad.why', true), ''),
        (to_jsonb(old) ->> tg_argv[1])::int, was, is_now
    );
    return null;
end $$;
revoke all on function ledger_keep_history() from public;

revoke insert, update, delete, truncate on ledger_change from sanad_app;

alter table ledger_change enable row level security;
alter table ledger_change force row level security;
create policy seen on ledger_change for select
    using (custodian is null or custodian = any ((select sanad_scope())::int[]));
create policy kept on ledger_change for insert with check (true);
