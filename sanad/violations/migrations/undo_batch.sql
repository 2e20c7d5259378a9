-- The one way in which said rows leave. It runs as the owner, for the application may not delete what was said; so it
-- asks itself whether the batch is of an office in the scope, and with temporary tables last in its path nobody can put
-- another table in the place of ours. Row security holds inside too: rows of offices outside the scope stay.
-- What was derived from the reports has to be removed before.
create function sanad_undo_batch(gone uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    said text;
    key text;
    own constant text := 'x.report_id in (select id from violations_report where batch_id = $1)';
    -- Earlier reports that the batch corrected, with the number of its revision.
    mine constant text := '(select report_id, number from violations_revision where batch_id = $1 and number > 1)';
begin
    perform 1 from violations_batch
        where id = gone and undone_at is null and custodian_id = any (sanad_scope()) for update;
    if not found then
        raise exception 'no batch % of an office in the scope', gone using errcode = 'insufficient_privilege';
    end if;

    -- Judgements that came with it, and those on what leaves; then undoings of judgements that are gone.
    delete from violations_judgement where batch_id = gone;
    foreach key in array array['report_id', 'other_report_id'] loop
        execute format(
            'delete from violations_judgement j using violations_report r where r.batch_id = $1 and j.%I = r.id', key
        ) using gone;
    end loop;
    for said, key in values
        ('mention', 'mention'), ('mention', 'other_mention'), ('act', 'act'), ('involvement', 'involvement')
    loop
        execute format(
            'delete from violations_judgement j using violations_%s x where j.%I = x.id and x.id = x.root and ' || own,
            said, key
        ) using gone;
        execute format(
            'delete from violations_judgement j using violations_%s x, ' || mine || ' v where j.%I = x.id'
            ' and x.id = x.root and x.report_id = v.report_id and x.since = v.number', said, key
        ) using gone;
    end loop;
    delete from violations_judgement j where j.kind = 'undone'
        and not exists (select 1 from violations_judgement k where k.id = j.undoes_id);

    -- Sealed values of what leaves; those of the wording that stands again were never touched.
    foreach said in array array['mention', 'act'] loop
        execute format(
            'delete from vault_sealed s using violations_%1$s x where s.row_id = x.id and s.of = %1$L and ' || own, said
        ) using gone;
        execute format(
            'delete from vault_sealed s using violations_%1$s x, ' || mine || ' v where s.row_id = x.id'
            ' and s.of = %1$L and x.report_id = v.report_id and x.since = v.number', said
        ) using gone;
    end loop;
    delete from vault_sealed s using violations_revision x where s.row_id = x.id and s.of = 'revision'
        and (x.batch_id = gone or x.report_id in (select id from violations_report where batch_id = gone));

    -- The rows: its own leave, what its corrections added leaves, what these closed is open again.
    foreach said in array array['involvement', 'victimstatus', 'act', 'mention'] loop
        execute format('delete from violations_%s x where ' || own, said) using gone;
        execute format(
            'delete from violations_%s x using ' || mine || ' v where x.report_id = v.report_id and x.since = v.number',
            said
        ) using gone;
        execute format(
            'update violations_%s x set until = null from ' || mine || ' v'
            ' where x.report_id = v.report_id and x.until = v.number', said
        ) using gone;
    end loop;
    delete from violations_revision x using violations_report r where r.batch_id = gone and x.report_id = r.id;
    with taken_back as (
        delete from violations_revision where batch_id = gone and number > 1 returning report_id, number
    )
    update violations_revision x set until = null from taken_back v
        where x.report_id = v.report_id and x.until = v.number;
    delete from violations_report where batch_id = gone;
    delete from violations_document where batch_id = gone;
end $$;
revoke all on function sanad_undo_batch(uuid) from public;
grant execute on function sanad_undo_batch(uuid) to sanad_app;
