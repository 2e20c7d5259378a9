-- A judgement made by hand names rows that are there and that its custodians keep. (Those of a list are made together
-- with the rows that they name.) Looked up with the eyes of these custodians: who judges need not see all of them.
-- Nobody confirms what they judged themselves, and nothing that waits for no second person.
create or replace function sanad_judges_what_is_there() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
    before text := coalesce(current_setting('sanad.scope', true), '');
    there boolean;
    second boolean := true;
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
            or exists (select 1 from violations_judgement where id = new.undoes_id and kind <> 'undone'))
        and (new.confirms_id is null
            or exists (select 1 from violations_judgement where id = new.confirms_id and needs_second));
    if there and new.confirms_id is not null then
        second := exists (
            select 1 from violations_judgement where id = new.confirms_id and made_by is distinct from new.made_by
        );
    end if;
    perform set_config('sanad.scope', before, true);
    if not there then
        raise exception 'judgement % names a row that is not there', new.id
            using errcode = 'foreign_key_violation', constraint = 'judges_what_is_there', table = tg_table_name;
    end if;
    if not second then
        raise exception 'judgement % confirms what the same person judged', new.id
            using errcode = 'check_violation', constraint = 'confirmed_by_another', table = tg_table_name;
    end if;
    return null;
end $$;
