-- Taking reports into the index. These run as the owner, for the application may not touch it; row security by office
-- holds inside, so that a report out of the writer's scope is never taken in by mistake.

create function sanad_search_said(wanted uuid[]) returns table (report uuid, said text)
language sql stable set search_path = public, pg_temp as $$
    select r.id, concat_ws(' ', v.summary, v.fir_number, v.sections, d.title,
        (select string_agg(a.place_said, ' ') from violations_act a where a.report_id = r.id and a.until is null),
        (select string_agg(m.described || ' ' || m.occupation, ' ') from violations_mention m
            where m.report_id = r.id and m.until is null))
    from violations_report r
    join violations_revision v on v.report_id = r.id and v.until is null
    join violations_document d on d.id = r.document_id
    where r.id = any (wanted)
$$;

-- Everything coded that a report says, with what stands above it.
create function sanad_search_things(wanted uuid[]) returns table (report uuid, number int)
language sql stable set search_path = public, pg_temp as $$
    with recursive acts as materialized (
        select report_id, id, root, type_id, means_id, stated_reason_id, kind_of_place_id, place_id
        from violations_act where report_id = any (wanted) and until is null
    ), involved as materialized (
        select report_id, type_id, institution_id from violations_involvement
        where report_id = any (wanted) and until is null
    ), mentioned as materialized (
        select report_id, institution_id, characteristics from violations_mention
        where report_id = any (wanted) and until is null
    ), code(report, id) as (
        select report_id, type_id from acts
        union select report_id, means_id from acts
        union select report_id, stated_reason_id from acts
        union select report_id, kind_of_place_id from acts
        union select report_id, type_id from involved
        union select report_id, unnest(characteristics) from mentioned
        union select report_id, status_id from violations_victimstatus
            where report_id = any (wanted) and until is null
        union select id, source_kind_id from violations_report where id = any (wanted)
    ), codes(report, id) as (
        select report, id from code where id is not null
        union
        select c.report, above.parent_id from codes c join codes_code above on above.id = c.id
        where above.parent_id is not null
    ), places(report, id) as (
        select report_id, place_id from acts where place_id is not null
        union
        select p.report, above.parent_id from places p join places_place above on above.id = p.id
        where above.parent_id is not null
    ), bodies(report, id) as (
        select report_id, institution_id from involved
        union select report_id, institution_id from mentioned
        union select id, source_institution_id from violations_report where id = any (wanted)
        union select report_id, police_station_id from violations_revision
            where report_id = any (wanted) and until is null
    )
    select report, sanad_thing_number('c', id) from codes
    union all select report, sanad_thing_number('p', id) from places
    union all select report, sanad_thing_number('i', id) from bodies where id is not null
$$;

create function sanad_search_index(wanted uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    taken int;
begin
    with spelt as materialized (
        select s.report, sanad_word_number(word) as number
        from sanad_search_said(wanted) s, unnest(sanad_words(s.said)) word
        union all select report, number from sanad_search_things(wanted)
    ), words as (
        select report, array_agg(distinct number) as numbers from spelt where number is not null group by report
    )
    insert into search_searchentry as e (of, kind, event, custodian_id, day, province, district, source_kind, state,
        withdrawn, silent, made_at, acts, words)
    select r.id, 1, a.event_id, r.custodian_id, v.sorted_on, v.province_id, v.district_id, r.source_kind_id, v.state,
        a.withdrawn,
        exists (
            select 1 from (
                select distinct on (c.mention) c.answer from violations_consent c
                where c.report_id = r.id and c.use = 'record' order by c.mention, c.id desc
            ) latest where latest.answer in ('refused', 'withdrawn')
        ),
        r.made_at,
        array(select distinct x.type_id from violations_act x where x.report_id = r.id and x.until is null),
        coalesce(w.numbers, '{}') || sanad_thing_number('o', r.custodian_id)
    from violations_report r
    join violations_account a on a.report_id = r.id
    join violations_event v on v.id = a.event_id
    left join words w on w.report = r.id
    where r.id = any (wanted)
    on conflict (of) do update set event = excluded.event, custodian_id = excluded.custodian_id, day = excluded.day,
        province = excluded.province, district = excluded.district, source_kind = excluded.source_kind,
        state = excluded.state, withdrawn = excluded.withdrawn, silent = excluded.silent, acts = excluded.acts,
        words = excluded.words;
    get diagnostics taken = row_count;
    -- Papers by their title; those of a list stand for many reports and have one row.
    insert into search_searchentry (of, kind, event, custodian_id, day, province, district, source_kind, state,
        withdrawn, silent, made_at, acts, words)
    select d.id, 2, null, d.custodian_id, coalesce(d.dated_first, d.received_on), null, null, null, '', false, false,
        now(), '{}', array(
            select distinct sanad_word_number(word) from unnest(sanad_words(concat_ws(' ', d.title, d.page))) word
            where sanad_word_number(word) is not null
        ) || sanad_thing_number('o', d.custodian_id) || case when d.institution_id is null then '{}'
            else array[sanad_thing_number('i', d.institution_id)] end
    from violations_document d
    where d.id in (select document_id from violations_report where id = any (wanted)) and d.title <> ''
    on conflict (of) do update set custodian_id = excluded.custodian_id, day = excluded.day, words = excluded.words;
    return taken;
end $$;

-- Whatever changes what a report says makes its event anew, and with it the row that says which event it tells of. A few
-- are taken in at once; those of an import wait for the job.
create function sanad_search_follow() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    fresh uuid[];
begin
    if tg_op = 'DELETE' then
        delete from search_searchentry e using gone where e.of = gone.report_id;
        delete from search_waiting w using gone where w.report = gone.report_id;
        return null;
    end if;
    if (select count(*) from (select 1 from come limit 101) few) <= 100 then
        fresh := array(select report_id from come);
        perform sanad_search_index(fresh);
        insert into search_waiting (report, taken, at) select unnest(fresh), true, clock_timestamp()
            on conflict (report) do update set taken = true;
    else
        insert into search_waiting (report, taken, at) select report_id, false, clock_timestamp() from come
            on conflict (report) do update set taken = false;
    end if;
    return null;
end $$;
create trigger search_come after insert on violations_account referencing new table as come
    for each statement execute function sanad_search_follow();
create trigger search_gone after delete on violations_account referencing old table as gone
    for each statement execute function sanad_search_follow();

create function sanad_search_heed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform sanad_search_index(array(select distinct report_id from come where use = 'record'));
    return null;
end $$;
create trigger search_heeds after insert on violations_consent referencing new table as come
    for each statement execute function sanad_search_heed();

create function sanad_search_papers() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from search_searchentry e using gone where e.of = gone.id;
    return null;
end $$;
create trigger search_papers_gone after delete on violations_document referencing old table as gone
    for each statement execute function sanad_search_papers();

-- A turn of the job, under a scope of all offices: some that wait are taken in, and words that were never seen are told,
-- so that their sounds are written beside them.
create function sanad_search_tend(most int) returns table (done int, fresh text[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    turn uuid[];
begin
    turn := array(select report from search_waiting order by at limit most for update skip locked);
    perform sanad_search_index(array(select report from search_waiting where report = any (turn) and not taken));
    fresh := array(
        select distinct one.word from sanad_search_said(turn) s, unnest(sanad_words(s.said)) one(word)
        where not exists (select 1 from search_knownword k where k.word = one.word)
    );
    delete from search_waiting w where w.report = any (turn)
        and exists (select 1 from search_searchentry e where e.of = w.report);
    get diagnostics done = row_count;
    return next;
end $$;
create function sanad_search_learn(words text[], sounds text[]) returns void
language sql security definer set search_path = public, pg_temp as $$
    insert into search_knownword (word, sound) select * from unnest(words, sounds) on conflict do nothing
$$;
-- Everything anew: after another way to take words apart.
create function sanad_search_anew() returns void
language sql security definer set search_path = public, pg_temp as $$
    delete from search_knownword;
    insert into search_waiting (report, taken, at) select id, false, clock_timestamp() from violations_report
        on conflict (report) do update set taken = false;
$$;
