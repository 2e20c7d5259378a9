-- The one way in which the custodian of said rows changes. It runs as the owner, for the application may not change
-- what was said; so it asks itself whether both offices are in the scope, which only the deed of transfer sets so.
-- What was derived, and the sealed values, are removed before and made anew after.
create function sanad_move_report(moved uuid, taker int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    giver int;
    paper uuid;
    said text;
begin
    select custodian_id, document_id into giver, paper from violations_report
        where id = moved and custodian_id = any (sanad_scope()) and taker = any (sanad_scope()) for update;
    if not found or giver = taker then
        raise exception 'no report % to be moved to %', moved, taker using errcode = 'insufficient_privilege';
    end if;
    -- A list has one document for many reports: this one gets a copy, and leaves the batch, which others may undo.
    if exists (select 1 from violations_report where document_id = paper and id <> moved) then
        insert into violations_document (id, custodian_id, batch_id, kind_id, institution_id, title, page, dated,
                dated_first, dated_last, language_id, original, received_on)
            select moved, taker, null, kind_id, institution_id, title, page, dated, dated_first, dated_last, language_id,
                null, received_on
            from violations_document where id = paper;
        paper := moved;
    else
        update violations_document set custodian_id = taker, batch_id = null, original = null where id = paper;
    end if;
    update violations_report set custodian_id = taker, batch_id = null, document_id = paper where id = moved;
    update violations_revision set custodian_id = taker, batch_id = null where report_id = moved;
    foreach said in array array['mention', 'act', 'involvement', 'victimstatus', 'consent', 'safeguard', 'evidence'] loop
        execute format('update violations_%I set custodian_id = $1 where report_id = $2', said) using taker, moved;
    end loop;
    update violations_judgement j set custodians = array(select distinct unnest(j.custodians || taker) order by 1)
        where j.report_id = moved or j.other_report_id = moved
        or j.mention in (select id from violations_mention where report_id = moved)
        or j.other_mention in (select id from violations_mention where report_id = moved)
        or j.act in (select id from violations_act where report_id = moved)
        or j.involvement in (select id from violations_involvement where report_id = moved)
        or j.undoes_id in (select k.id from violations_judgement k where k.report_id = moved);
end $$;
revoke all on function sanad_move_report(uuid, int) from public;
grant execute on function sanad_move_report(uuid, int) to sanad_app;
