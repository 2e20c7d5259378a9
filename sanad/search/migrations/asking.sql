-- The one door to the index. `@@`, `&&` and their like are not leakproof, so under row security their indexes go unused
-- (two words among a million: 1.7 s). This function belongs to a role that cannot sign in and reads the index past row
-- security; it applies the reader's scope, conflicts and emergencies itself, and what people withhold.
--
-- It stands in a schema of that role: a restore gives a function to a role only where that role may make some.
--
-- asked: groups [{any: [numbers], all: [numbers]}], kind, keeps [offices], first, last, province, district, acts, states,
--   source_kinds, offices, withdrawn, since, before [day, id], limit, most, everywhere (no office is outside the scope:
--   then the index is not asked for the offices too, which takes a fifth of the time; the scope is asked all the same)
-- answer: total (at most `most`), more, events, facets {province, district, year, state, act, source_kind, office,
--   withdrawn}, rows [[id, event, day]]

create function sanad_search_numbers(list jsonb) returns int[]
language sql immutable parallel safe as $$
    select coalesce(array_agg(one::int), '{}') from jsonb_array_elements_text(coalesce(list, '[]')) one
$$;

-- What of the index this reader may find. Texts of numbers and dates only: nothing typed by a reader is put in here.
create function sanad_search_where(asked jsonb) returns text
language plpgsql stable set search_path = public, pg_temp as $$
declare
    said text := format('e.kind = %s', (asked ->> 'kind')::int);
    sides text[];
    one jsonb;
    mine text := format('e.custodian_id = any (%L::int[])', sanad_scope());
begin
    for one in select value from jsonb_array_elements(asked -> 'groups') loop
        sides := '{}';
        if one ? 'any' then
            sides := sides || format('e.words && %L::int[]', sanad_search_numbers(one -> 'any'));
        end if;
        if one ? 'all' then
            sides := sides || format('e.words @> %L::int[]', sanad_search_numbers(one -> 'all'));
        end if;
        said := said || format(' and (%s)', array_to_string(sides, ' or '));
    end loop;
    if sanad_granted() <> '{}' then
        mine := format('(%s or e.of = any (%L::uuid[]))', mine, sanad_granted());
    elsif cardinality(sanad_scope()) <= 12 and not coalesce((asked ->> 'everywhere')::boolean, false) then
        said := said || format(' and e.words && %L::int[]',
            array(select sanad_thing_number('o', office) from unnest(sanad_scope()) office));
    end if;
    said := said || ' and ' || mine || format(' and (not e.silent or e.custodian_id = any (%L::int[]))',
        sanad_search_numbers(asked -> 'keeps'));
    if sanad_conflicts() <> '{}' then
        said := said || format(' and not exists (select 1 from violations_alleged x where x.report_id = e.of'
            ' and x.institution_id = any (%L::int[]))', sanad_conflicts());
    end if;
    if asked ? 'first' then said := said || format(' and e.day >= %L::date', asked ->> 'first'); end if;
    if asked ? 'last' then said := said || format(' and e.day <= %L::date', asked ->> 'last'); end if;
    if asked ? 'province' then said := said || format(' and e.province = %s', (asked ->> 'province')::int); end if;
    if asked ? 'district' then said := said || format(' and e.district = %s', (asked ->> 'district')::int); end if;
    if asked ? 'acts' then
        said := said || format(' and e.acts && %L::int[]', sanad_search_numbers(asked -> 'acts'));
    end if;
    if asked ? 'states' then
        said := said || format(' and e.state = any (%L::text[])',
            array(select jsonb_array_elements_text(asked -> 'states')));
    end if;
    if asked ? 'source_kinds' then
        said := said || format(' and e.source_kind = any (%L::int[])', sanad_search_numbers(asked -> 'source_kinds'));
    end if;
    if asked ? 'offices' then
        said := said || format(' and e.custodian_id = any (%L::int[])', sanad_search_numbers(asked -> 'offices'));
    end if;
    if asked ? 'since' then
        said := said || format(' and e.made_at > %L::timestamptz', asked ->> 'since');
    end if;
    return said || format(' and e.withdrawn = %L::boolean', coalesce(asked ->> 'withdrawn', 'false'));
end $$;

create function sanad_search_before(asked jsonb) returns text
language sql immutable as $$
    select case when asked ? 'before'
        then format('(e.day, e.of) < (%L::date, %L::uuid)', asked -> 'before' ->> 0, asked -> 'before' ->> 1)
        else 'true' end
$$;

-- The newest of very many: along the days until the page is full, and not for ever.
create function sanad_search_newest(asked jsonb) returns jsonb
language plpgsql stable set search_path = public, pg_temp 
set enable_bitmapscan = off set enable_sort = off set enable_indexscan = on as $$
declare
    found jsonb;
begin
    execute format(
        'select coalesce(jsonb_agg(jsonb_build_array(of, event, day)), ''[]'') from ('
        ' select of, event, day from ('
        '  select * from search_searchentry e where e.kind = %s and %s order by e.day desc, e.of desc limit 20000'
        ' ) e where %s limit %s) page',
        (asked ->> 'kind')::int, sanad_search_before(asked), sanad_search_where(asked), (asked ->> 'limit')::int
    ) into found;
    return found;
end $$;

-- Facets are told where everything that fits is counted; each report is read once for all of them.
create function searching.found(asked jsonb) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp
set enable_seqscan = off set enable_indexscan = off set jit = off as $$
declare
    most constant int := (asked ->> 'most')::int;
    page constant int := (asked ->> 'limit')::int;
    fitting constant text := sanad_search_where(asked);
    facets constant text := $facets$
        , 'facets', case when (select n from total) > %1$s then null else (
            select jsonb_object_agg(facet, counts) from (
                select facet, jsonb_object_agg(coalesce(value, '0'), n) as counts from (
                    select case grouping(province, district, year, state, source_kind, custodian_id)
                            when 31 then 'province' when 47 then 'district' when 55 then 'year' when 59 then 'state'
                            when 61 then 'source_kind' else 'office' end as facet,
                        coalesce(province::text, district::text, year::text, state, source_kind::text,
                            custodian_id::text) as value, count(*) as n
                    from found group by grouping sets
                        ((province), (district), (year), (state), (source_kind), (custodian_id))
                    union all select 'act', act::text, count(*) from found, unnest(acts) act group by act
                ) one group by facet
            ) every
        ) end
    $facets$;
    found jsonb;
    newest jsonb;
begin
    execute format(
        $asked$
            with found as materialized (
                select e.of, e.event, e.day, extract(year from e.day)::int as year, e.province, e.district,
                    e.source_kind, e.state, e.custodian_id, e.acts
                from search_searchentry e where %1$s limit %2$s + 1
            ), total as materialized (
                select count(*) as n from found
            ) select jsonb_build_object(
                'total', (select n from total),
                'events', case when (select n from total) > %2$s then 0
                    else (select count(distinct event) from found) end,
                'rows', (
                    select coalesce(jsonb_agg(jsonb_build_array(e.of, e.event, e.day)), '[]') from (
                        select * from found e where %3$s order by e.day desc, e.of desc limit %4$s
                    ) e
                )
                %5$s
            )
        $asked$,
        fitting, most, sanad_search_before(asked), page,
        case when (asked ->> 'facets')::boolean then format(facets, most) else '' end
    ) into found;
    if (found ->> 'total')::int > most then
        newest := sanad_search_newest(asked);
        found := found || jsonb_build_object('total', most, 'more', true);
        if jsonb_array_length(newest) = page then
            found := found || jsonb_build_object('rows', newest);
        end if;
    end if;
    return found;
end $$;

-- Words that sound so; which report has them is not told, and they are shown to nobody.
create function searching.alike(sounds text[]) returns table (sound text, word text)
language sql stable security definer set search_path = public, pg_temp as $$
    select s.sound, k.word from unnest(sounds) s(sound)
    cross join lateral (select word from search_knownword w where w.sound = s.sound limit 500) k
$$;

-- How many reports of the reader's offices are not in the index yet.
create function sanad_search_behind() returns int
language sql stable security definer set search_path = public, pg_temp as $$
    select count(*)::int from (select 1 from search_waiting w join violations_report r on r.id = w.report
        where not w.taken limit 10000) few
$$;
