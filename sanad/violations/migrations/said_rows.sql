-- A row that follows an earlier one is of the same report as the first of its root.
create function sanad_follows_its_root() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    known boolean;
begin
    execute format(
        'select exists (select 1 from %I where id = $1 and root = $1 and report_id = $2)', tg_table_name
    ) into known using new.root, new.report_id;
    if not known then
        raise exception 'row % of % has a root of another report', new.id, tg_table_name
            using errcode = 'foreign_key_violation', constraint = 'follows_its_root', table = tg_table_name;
    end if;
    return null;
end $$;

-- A row is closed by a revision of its report that is there.
create function sanad_closed_by_a_revision() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not exists (
        select 1 from violations_revision where report_id = new.report_id and number = new.until
    ) then
        raise exception 'row % of % is closed by no revision', new.id, tg_table_name
            using errcode = 'foreign_key_violation', constraint = 'closed_by_a_revision', table = tg_table_name;
    end if;
    return null;
end $$;

-- What is closed stays closed; only undoing a batch (which runs as the owner) opens it again.
create function sanad_stays_closed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    raise exception 'row % of % is closed already', old.id, tg_table_name
        using errcode = 'insufficient_privilege', constraint = 'stays_closed', table = tg_table_name;
end $$;

do $$
declare
    said text;
begin
    foreach said in array array['mention', 'act', 'involvement', 'victimstatus'] loop
        execute format(
            'create trigger follows_its_root after insert on violations_%s for each row
                when (new.id <> new.root) execute function sanad_follows_its_root();
             create trigger born_closed after insert on violations_%1$s for each row
                when (new.until is not null) execute function sanad_closed_by_a_revision();
             create trigger closed_by_a_revision after update of until on violations_%1$s for each row
                when (new.until is not null) execute function sanad_closed_by_a_revision()', said
        );
    end loop;
    foreach said in array array['revision', 'mention', 'act', 'involvement', 'victimstatus'] loop
        execute format(
            'create trigger stays_closed before update of until on violations_%s for each row
                when (old.until is not null and current_user = ''sanad_app'')
                execute function sanad_stays_closed()', said
        );
    end loop;
end $$;

-- A judgement made by hand names rows that are there and that its custodians keep. (Those of a list are made together
-- with the rows that they name.) Looked up with the eyes of these custodians: who judges need not see all of them.
create function sanad_judges_what_is_there() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    before text := coalesce(current_setting('sanad.scope', true), '');
    there boolean;
begin
    perform set_config('sanad.scope', new.custodians::text, true);
    there := (new.report_id is null or exists (select 1 from violations_report where id = new.report_id))
        and (new.other_report_id is null or exists (select 1 from violations_report where id = new.other_report_id))
        and (new.mention is null or exists (select 1 from violations_mention where id = new.mention and root = id))
        and (new.other_mention is null
            or exists (select 1 from violations_mention where id = new.other_mention and root = id))
        and (new.act is null or exists (select 1 from violations_act where id = new.act and root = id))
        and (new.involvement is null
            or exists (select 1 from violations_involvement where id = new.involvement and root = id))
        and (new.undoes_id is null
            or exists (select 1 from violations_judgement where id = new.undoes_id and kind <> 'undone'));
    perform set_config('sanad.scope', before, true);
    if not there then
        raise exception 'judgement % names a row that is not there', new.id
            using errcode = 'foreign_key_violation', constraint = 'judges_what_is_there', table = tg_table_name;
    end if;
    return null;
end $$;

create trigger judges_what_is_there after insert on violations_judgement for each row
    when (new.batch_id is null) execute function sanad_judges_what_is_there();
