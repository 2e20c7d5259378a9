-- Numbering deeds. Both functions belong to the owner: the application can neither write a leaf nor forget to ask for one.

create function ledger_wait() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into ledger_waiting (deed) values (new.id);
    return null;
end $$;
revoke all on function ledger_wait() from public;

create trigger ledger_wait after insert on ledger_deed for each row execute function ledger_wait();

insert into ledger_waiting (deed) select id from ledger_deed;

-- Numbers every committed deed that waits. One caller at a time; whoever writes deeds waits for nobody: a deed that
-- commits later is seen by a later call, however old it is. With `everything` the whole table is gone through, for
-- deeds that do not even wait. After a clock was set back, the deed that says so comes first.
create function ledger_number(everything boolean) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    size bigint;
    made bigint;
begin
    perform pg_advisory_xact_lock(7298301);
    if everything then
        insert into ledger_waiting (deed)
            select d.id from ledger_deed d where not exists (select from ledger_leaf l where l.deed = d.id)
            on conflict do nothing;
    end if;
    select coalesce(max(position) + 1, 0) into size from ledger_leaf;
    with waited as (delete from ledger_waiting returning deed),
    ordered as (
        select d.id, d.commitment, row_number() over (order by d.action <> 'clock.set_back', d.id) - 1 as n
        from waited join ledger_deed d on d.id = waited.deed
        where not exists (select from ledger_leaf l where l.deed = d.id)
    )
    insert into ledger_leaf (position, deed, hash)
        select size + n, id, sha256('\x00'::bytea || commitment) from ordered;
    get diagnostics made = row_count;
    return made;
end $$;
revoke all on function ledger_number(boolean) from public;
grant execute on function ledger_number(boolean) to sanad_app;

-- Forgetting which object a deed was about, and its detail; `ledger.actions.forget` commits to what is left.
create function ledger_forget(forgotten uuid, new_salt bytea) returns boolean
language sql security definer set search_path = public, pg_temp as $$
    update ledger_deed set object_id = '', detail = '{}', salt = new_salt where id = forgotten returning true;
$$;
revoke all on function ledger_forget(uuid, bytea) from public;
grant execute on function ledger_forget(uuid, bytea) to sanad_app;

revoke insert, update, delete, truncate on ledger_leaf, ledger_waiting from sanad_app;
revoke update, delete, truncate on ledger_checkpoint from sanad_app;
